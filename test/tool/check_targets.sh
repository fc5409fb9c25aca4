#!/bin/bash
# `tessera targets`: the list is fast and names every target; two kernels climb the ladder on all
# targets, each to the level that this machine can verify; the command line refuses what it should.
# Usage: check_targets.sh path/to/tessera
set -uo pipefail
tessera=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

fail() {
    echo "FAIL: $*"
    failed=1
}

# level LANGUAGE KERNEL : of the matrix
level() {
    awk -v language="$1" -v kernel="$2" '
        $1 == "KERNEL" { for (i = 2; i <= NF; i++) if ($i == language) at = i }
        $1 == kernel && at { print $at; exit }' "$work/matrix"
}

"$tessera" targets >"$work/list" || fail "the list"
for target in cpu:amx cpu:avx512 cpu:generic cuda cuda:hopper hip:wave64 hip:wave32 musa msl opencl spirv spirv:matrix wgsl; do
    grep -q "^$target  .* L[0-4]  " "$work/list" || fail "no line for $target"
done
grep 'not found' "$work/list" | sed 's/^/skipped: /'

"$tessera" targets --verify rms_norm_1536 argmax_greedy --shape mini --dtype bf16 \
    >"$work/matrix" 2>"$work/log" || fail "a cell is lower than it could be"
grep -q '^[0-9]* of 16 cells at L3 or above; each is' "$work/matrix" || fail "no summary"

# What each language reaches is the highest of its targets in the list.
for kernel in rms_norm_1536 argmax_greedy; do
    for language in cpu cuda hip musa msl opencl spirv wgsl; do
        best=$(grep -E "^$language(:| )" "$work/list" | grep -oE ' L[0-4] ' | sort | tail -n 1)
        [ "$(level "$language" "$kernel")" = "${best// /}" ] ||
            fail "$kernel in $language: $(level "$language" "$kernel"), the list says$best"
    done
    [ "$(level cpu "$kernel")" = L4 ] || fail "$kernel does not run on this CPU"
done

# A tool that says no lowers the level.
mkdir "$work/bin"
printf '#!/bin/sh\ncase "$*" in *--version*) echo "SPIRV-Tools v9.9";; *) echo "error: 7: no"; exit 1;; esac\n' \
    >"$work/bin/spirv-val"
chmod +x "$work/bin/spirv-val"
PATH="$work/bin:$PATH" "$tessera" targets --verify rms_norm --target spirv --dtype f16 >"$work/low" 2>"$work/log"
[ $? = 1 ] || fail "a text that its validator refuses is no failure"
grep -q '^rms_norm_1536 *L0' "$work/low" || fail "a text that its validator refuses keeps its level"
grep -q '^rms_norm_1536 in spirv: L0 of L[2-4]: spirv: spirv-val: error: 7: no' "$work/low" ||
    fail "the validator's line is not shown"
grep -q 'spirv-val 9.9' "$work/low" || fail "the version is not shown"

"$tessera" targets --verify argmax --target wgsl --markdown --dtype f32 >"$work/table" 2>"$work/log" ||
    fail "the table"
grep -q '^| argmax_greedy | L[1-4] |$' "$work/table" || fail "no row in the table"
for wrong in "--verify none_such" "--target none" "--markdown" "--verify --shape huge" "rms_norm"; do
    "$tessera" targets $wrong >"$work/out" 2>&1
    [ $? = 2 ] && [ "$(wc -l <"$work/out")" = 1 ] || fail "targets $wrong is not refused in one line"
done

[ $failed = 0 ] || { cat "$work/matrix" "$work/low"; exit 1; }
tail -n 1 "$work/matrix"
