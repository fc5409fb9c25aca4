#!/bin/bash
# `tessera bench kernels --phase`: every kernel of a profile meets every size, each such pair is one row, in files that
# the profile's source could read; what does not fit is a row with its reason.
# Usage: check_profile.sh path/to/tessera
set -uo pipefail
cd "$(dirname "$0")/../.."
tessera=$(realpath "${1:-build/tessera}")
PATH=$PWD/test/rt/quick/1:$PATH # no times are judged
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

complain() {
    echo "FAIL: $*"
    failed=1
}

quick=(bench kernels --suite r1_nvfp4 --shape tiny --rounds 1 --seconds 0.1 --least 0.004 --no-store)

# refuses PATTERN ARGS...: one error, status 1 or 2, no table
refuses() {
    local pattern=$1
    shift
    "$tessera" "$@" >"$work/out" 2>"$work/err" && complain "$* is not refused"
    [ "$(grep -c '^tessera bench: ' "$work/err")" = 1 ] || complain "$*: not one error: $(cat "$work/err")"
    grep -q -- "$pattern" "$work/err" || complain "$*: \"$(tail -n 1 "$work/err")\", not /$pattern/"
}

"$tessera" bench kernels --list >"$work/names" || complain "--list"
[ "$(sort "$work/names" | uniq -d | wc -l)" = 0 ] || complain "--list names one twice"
grep -qx fused_add_rmsnorm "$work/names" || complain "--list lacks fused_add_rmsnorm"
refuses "has no profile" bench kernels --list --suite r1_distill
refuses "has no profile" bench kernels --phase decode --suite r1_distill --no-store
refuses "no kernel of the profile has 'v9'" "${quick[@]}" --phase decode --kernel v9
refuses "batch-sizes" "${quick[@]}" --phase decode --batch-sizes 0
refuses "cannot make the folder" "${quick[@]}" --phase decode --kernel concat --output /dev/null/x

# Attention knows how long its requests are in decode, norms do not; prefill has all pairs.
"$tessera" "${quick[@]}" --kernel rmsnorm_q_a,cutlass_mla_decode --batch-sizes 1,3 --seq-lens 5,9 \
    --output "$work/csv" >"$work/out" 2>"$work/err" || complain "the run: $(cat "$work/err")"
tail -n 1 "$work/out" | grep -q '^[0-9]* of 10 rows pass$' || complain "not 10 rows: $(tail -n 3 "$work/out")"
for file in rmsnorm:6 cutlass_mla_decode:4 all_kernels:10; do
    [ "$(($(wc -l <"$work/csv/${file%:*}.csv") - 1))" = "${file#*:}" ] || complain "rows of $file"
done
head -n 1 "$work/csv/all_kernels.csv" | cut -d, -f1-14 | grep -qx \
    kernel,op,phase,B,S,M,N,K,latency_ms,gflops,peak_pct,bandwidth_gbs,arith_intensity,bound || complain "the columns"
# A rate that a disturbed machine makes impossible is refused, and no failure.
[ "$(grep -cE ',(pass,|refused,".* in the same rounds.*"),' "$work/csv/all_kernels.csv")" = 10 ] || complain "not all rows pass"
awk -F, 'NR > 1 && $0 ~ /,pass,,/ && $9 <= 0 { bad++ } END { exit bad > 0 }' "$work/csv/all_kernels.csv" || complain "a row has no time"
grep -q '^rmsnorm,q_a_layernorm,prefill,3,9,27,48,0,' "$work/csv/rmsnorm.csv" || complain "M, N, K of a prompt's norm"
grep -q '^| [0-9]* | cutlass_mla_decode | 4 | [0-4] |' "$work/csv/benchmark_summary.md" || complain "the summary"

# What no memory holds is skipped, says so, and ends nothing.
"$tessera" "${quick[@]}" --phase prefill --kernel rmsnorm_q_a --batch-sizes 8,1 --seq-lens 1000000,4 --set q_lora=65536,d=16 \
    --output "$work/big" >"$work/out" 2>"$work/err" || complain "large rows: $(cat "$work/err")"
grep -q ',skip_memory,"takes .* GB of memory' "$work/big/rmsnorm.csv" || complain "no row was skipped"
[ "$(wc -l <"$work/big/rmsnorm.csv")" = 5 ] || complain "the rows behind a skipped one are missing"

[ $failed = 0 ] && echo "profile: every pair is a row, in files and on the terminal"
exit $failed
