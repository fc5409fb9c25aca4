#!/bin/bash
# `tessera tune` as a user calls it, and that later commands say what it chose. Times are not judged: what is
# remembered is written by the test where a shared machine may be too busy to choose.
# Usage: check_tune.sh path/to/tessera
set -uo pipefail
tessera=$1
quick=$(realpath "$(dirname "$0")/../rt/quick/1") # times are not judged
[ -x "$quick/cc" ] || { echo "$quick/cc is not there"; exit 1; }
PATH=$quick:$PATH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TESSERA_CACHE=$work/cache
bad=0
complain() { echo "$*"; sed 's/^/    /' "$work/out" "$work/err" | head -n 30; bad=1; }
# Below a limit of addresses less than a gigabyte is read for ceilings; sanitizers need more of those than any limit.
small() { ulimit -v 400000; exec "$@"; }
(small "$tessera" --version) >/dev/null 2>&1 || small() { exec "$@"; }
run() {
    local want=$1 got
    shift
    (small timeout 3000 "$tessera" "$@") >"$work/out" 2>"$work/err" </dev/null
    got=$?
    [ $got = "$want" ] || complain "status $got, not $want: tessera $*"
}
quick=(tune --shape mini --bytes 4M --device cpu:generic --kernel down_proj_residual)

run 0 devices
[ "$(grep -c '^cpu:.*; streams=[0-9]*,prefetch=[0-9]*, not tuned$' "$work/out")" = "$(grep -c '^cpu' "$work/out")" ] ||
    complain "devices does not say how untuned ones walk memory"

# Few rounds choose nothing, and nothing is remembered.
run 0 "${quick[@]}" --rounds 2
grep -q 'way  *GB/s  *of untuned \[95 %\]' "$work/out" || complain "no table"
grep -q 'the same kernels as' "$work/out" || complain "no way is the same as another one on cpu:generic"
grep -q 'nothing is chosen' "$work/out" || complain "two rounds chose something"
ls "$work/cache/cpu-1/" | grep -q '^tuning' && complain "and it was remembered"

# With enough of them something is, unless the machine is busy; then a file of before stands in.
for turn in 1 2 3; do
    run 0 "${quick[@]}" --rounds 20
    grep -q 'remembered for cpu:generic: streams=' "$work/out" && break
done
if ls "$work/cache/cpu-1/" | grep -q '^tuning'; then
    run 0 devices
    grep -q '^cpu:generic .*, tuned here$' "$work/out" || complain "devices does not say what was tuned"
    run 0 bench kernels --device cpu:generic --shape mini --rounds 1 --seconds 0.1 --least 0.02 --kernel down_proj --no-store --json
    grep '"bench":"kernel"' "$work/out" | grep -q '"toolchain":"cpu:generic streams=[0-9]*,prefetch=[0-9]* (tuned here)"' ||
        complain "a line does not say what was tuned"
    file=$(ls "$work"/cache/cpu-1/tuning-*)
    head -c 100 "$file" >"$work/half" && cat "$work/half" >"$file"
    run 0 devices
    [ "$(grep -c 'what was tuned is not used' "$work/err")" = 1 ] || complain "half a file is used, or without a word"
    grep -q '^cpu:generic .*, not tuned$' "$work/out" || complain "half a file counts as tuned"
    run 0 "${quick[@]}" --forget
    run 0 devices
    [ ! -s "$work/err" ] || complain "what was forgotten is still complained of"
fi

# A line of an untuned device says so, too.
run 0 bench kernels --shape mini --rounds 1 --seconds 0.1 --least 0.02 --kernel down_proj --no-store --json
grep '"bench":"kernel"' "$work/out" | grep -q '"toolchain":"cpu:[a-z0-9]* streams=[0-9]*,prefetch=[0-9]*"' ||
    complain "a line does not say how its kernels walk memory"
run 0 compare tuning=streams=1+prefetch=0 tuning=streams=2+prefetch=1024 --model synthetic:mini --rounds 1 --least 0.01 --no-store
run 1 compare tuning=streams=99 tuning=streams=1 --model synthetic:mini --no-store
grep -q 'streams= takes a multiple of 1 from 1 to 8' "$work/err" || complain "99 streams are not refused by name"

run 1 tune --device cpu:nothing
run 1 tune --kernel nothing
grep -q 'nothing' "$work/err" || complain "an unknown kernel is not named"
echo '#!/bin/sh' >"$work/file"
TESSERA_CACHE=$work/file run 1 "${quick[@]}" --forget
grep -q 'TESSERA_CACHE' "$work/err" || complain "a cache that cannot be written is not explained"
exit $bad
