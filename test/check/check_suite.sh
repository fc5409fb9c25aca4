#!/bin/bash
# `tessera check` as a person runs it: green on the device of this machine, and clear about mistakes.
# Usage: check_suite.sh path/to/tessera [all]
set -euo pipefail
tessera=$1 all=${2:-}
export TESSERA_DEBUG=whole
out=$(mktemp)
trap 'rm -f "$out"' EXIT

fail() { echo "$1"; cat "$out"; exit 1; }

# In bf16 as users compile them, in the other dtypes by a quicker compiler (test/rt/quick_cc.h), and as users do as well if
# `all`. There kernels and dtypes take turns unless `all`: one kernel sees q8, f16 and mxfp4, the next f32 and q4, so each
# meets floats and codes, and each dtype half of those that share a function. Batches meet one of the two kinds of codes of 4 bits,
# in rows of whole bytes, as models have them.
quick=$(realpath "$(dirname "$0")/../rt/quick/1")
[ -x "$quick/cc" ] || fail "$quick/cc is not there"
[ "$all" ] && quick=
dtypes=(bf16 q8 f32 f16 q4 mxfp4)
"$tessera" check rms_norm_1536@none --shape mini -v >"$out" 2>&1 || fail "interpreter"
[ "$(grep -c ' weight=' "$out")" = ${#dtypes[@]} ] || fail "other dtypes than ${dtypes[*]}"
every=()
for dtype in "${dtypes[@]}"; do
    shapes=(mini) path=${quick:+$quick:}$PATH debug=whole turn=0 kernels=()
    case $dtype in
    bf16) path=$PATH debug='' ;; # in parts, too
    f32) turn=1 ;;
    q4) turn=1 shapes=(even ${all:+mini}) ;;
    esac
    for ((i = turn; i < ${#every[@]} && !${#all}; i += 2)); do
        case $dtype:${every[i]} in mxfp4:batch_*) ;; *) kernels+=("${every[i]}") ;; esac
    done
    for shape in "${shapes[@]}"; do
        PATH=$path TESSERA_DEBUG=$debug "$tessera" check "${kernels[@]}" --shape $shape --dtype $dtype >"$out" 2>&1 || fail "kernels disagree"
        grep -q '^\([0-9]*\) of \1 kernels agree' "$out" || fail "no summary"
    done
    [ "${every[*]}" ] || mapfile -t every < <(awk '$NF == "ok" { print $1 }' "$out")
    [ ${#every[@]} -gt 30 ] && { [ "$all" ] || [ $dtype = bf16 ] || [ ${#kernels[@]} -gt 14 ]; } || fail "${#kernels[@]} kernels of ${#every[@]} in $dtype"
done
# The other suite: bf16 at one shape, f32 at another, there every other kernel unless `all`.
PATH=${quick:+$quick:}$PATH "$tessera" check --suite r1_nvfp4 --shape tiny --dtype bf16 >"$out" 2>&1 || fail "r1_nvfp4 disagrees"
grep -q '^\([0-9]*\) of \1 kernels agree' "$out" || fail "no summary of r1_nvfp4"
mapfile -t every < <(awk -v all="$all" '$NF == "ok" && (all || ++n % 2) { print $1 }' "$out")
[ ${#every[@]} -gt 30 ] || fail "${#every[@]} kernels of r1_nvfp4"
PATH=${quick:+$quick:}$PATH "$tessera" check "${every[@]}" --suite r1_nvfp4 --shape tiles --dtype f32 >"$out" 2>&1 || fail "r1_nvfp4 disagrees in tiles"
"$tessera" check @none --shape tails --dtype bf16 --seed 7 --repeat 3 >"$out" 2>&1 || fail "interpreter"
grep -q 'seed 7' "$out" || fail "the seed is not printed"
# What small shapes have no schedule for: products of a batch by a matrix unit, where there is one, and codes as words.
for set in "inter=512 --dtype bf16" "d=512,inter=256 --dtype q4"; do
    # shellcheck disable=SC2086 # words
    PATH=${quick:+$quick:}$PATH "$tessera" check batch_gate_up@cpu batch_kv@cpu q_proj@cpu --shape rows --set $set >"$out" 2>&1 || fail "products of a batch"
done
# Products of a chunk by one: more squares of tokens than are full, two matrices, rows that are cut twice.
for dtype in bf16 q8; do
    PATH=${quick:+$quick:}$PATH "$tessera" check prefill_gate_up@cpu --shape rows --set d=256,inter=64,chunk=40 --dtype $dtype >"$out" 2>&1 || fail "products of a chunk"
done
PATH=${quick:+$quick:}$PATH "$tessera" check prefill_down@cpu --shape columns --set d=32,inter=4608,chunk=20 --dtype q4 >"$out" 2>&1 || fail "a chunk's long rows"
# A sum of all 8,960 columns, which one chain of additions in f32 would not hold.
"$tessera" check prefill_down_gemm_residual@cpu --shape columns --dtype bf16 >"$out" 2>&1 || fail "long sums"
"$tessera" check rms_norm rope_q_decode@cpu:generic --shape tails >"$out" 2>&1 || fail "generic"
grep -q '^2 of 2 kernels agree' "$out" || fail "no summary of two"

# refused SAYS WORD...: exit status 2 and a line that says it
refused() {
    local says=$1 status=0
    shift
    "$tessera" check "$@" >"$out" 2>&1 || status=$?
    [ $status -eq 2 ] || fail "status $status for: check $*"
    grep -q "$says" "$out" || fail "no hint \"$says\" for: check $*"
}
refused argmax_greedy argmax_gready
refused "not unique" rope
refused "one device" rms_norm@cpu residual_add@none
refused mini --shape huge
refused seed --seed x
refused 'd=0: must be a whole number' rms_norm@none --shape mini --set d=0
refused 'heads' rms_norm@none --shape mini --set heads=5,kv_heads=2
"$tessera" check rms_norm@none --shape mini --set d=97 >"$out" 2>&1 || fail "another width"
