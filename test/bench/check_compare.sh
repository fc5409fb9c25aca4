#!/bin/bash
# `tessera compare` as a person meets it: engines, processes, peers, mistakes.
# Usage: check_compare.sh path/to/tessera
#
# No time decides anything here: whatever the machine does meanwhile, the verdict's words must follow
# from the figures beside them.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1

tessera=${1:-build/tessera}
quick=$PWD/test/rt/quick/1 # times are not judged
[ -x "$quick/cc" ] || { echo "$quick/cc is not there"; exit 1; }
PATH=$quick:$PATH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TESSERA_STORE=$work/results.db
failed=0 cases=0

complain() {
    echo "FAIL: $1 (compare ${*:2})"
    sed 's/^/  /' "$work/out" "$work/err"
    failed=1
}

# compares PATTERN ARGS... : status 0, stdout matches
compares() {
    local pattern=$1
    shift
    cases=$((cases + 1))
    timeout 3000 "$tessera" compare "$@" >"$work/out" 2>"$work/err" </dev/null || complain "status $?" "$@"
    grep -qE -- "$pattern" "$work/out" || complain "prints no /$pattern/" "$@"
    if awk 'length > 120 { exit 1 }' "$work/out"; then return; fi
    case " $* " in *" --json "*) ;; *) complain "a line of more than 120 columns" "$@" ;; esac
}

# judges PATTERN ARGS... : as `compares`, where enough rounds were quiet; where too few were, that is said. Shorter ones
# are never known to be quiet.
judges() {
    compares "$1|^[1-5] rounds? (is|are) too few to tell A from B" "${@:2}" --least 0.02
    grep -qE 'too few to tell' "$work/out" || return
    grep -qE ' more (was|were) disturbed and dropped$' "$work/out" || complain "no reason for too few rounds" "${@:2}"
}

# refuses STATUS PATTERN ARGS... : fails with one line that matches, and prints no result
refuses() {
    local want=$1 pattern=$2 status
    shift 2
    cases=$((cases + 1))
    timeout 3000 "$tessera" compare "$@" >"$work/out" 2>"$work/err" </dev/null
    status=$?
    [ "$status" = "$want" ] || complain "status $status instead of $want" "$@"
    [ "$(wc -l <"$work/err")" = 1 ] || complain "not one line on stderr" "$@"
    [ ! -s "$work/out" ] || complain "printed a result" "$@"
    grep -qE -- "$pattern" "$work/err" || complain "says no /$pattern/" "$@"
}

tiny="--model models/tessera-tiny --tokens 4 --context 4 --least 0.004 --rounds 1"
mini="--model synthetic:mini --tokens 4 --context 4 --least 0.004 --rounds 1"
quick="$mini --no-store --rounds 1"

# ---- sides in this process ----
# shellcheck disable=SC2086 # options are words
{
    compares '^A +[0-9.]+ +[0-9.]+ +[0-9.]+ +[0-9]+ +device=cpu:avx2$' device=cpu:avx2 device=cpu:generic $tiny
    grep -qE '^A / B = [0-9.]+ \[[0-9.]+, [0-9.]+\], median of (1 round|[23] rounds) and what they span' "$work/out" || complain "no ratio"
    compares 'dtype=f16,kv=f32: .*mini.* on CPU' dtype=bf16 dtype=f16,kv=f32 $quick
    compares 'B  without=chunks\+spin: .*mini' "" without=chunks+spin $quick
    compares '^side +launches/s' device=cpu device=cpu:generic --kernel rms_norm_1536 $quick
    compares 'CPU .*1 thread' threads=1 threads=2,context=5 $quick
    judges 'A is slower|A looks slower' device=cpu --vs-cmd 'echo eval rate: 1e9 tokens/s; echo rate=99999999' \
        --vs-pattern 'rate=([0-9]+)' $quick --rounds 6
    compares '(1 round is|[23] rounds are) too few to tell' device=cpu --vs-cmd 'echo eval rate: 5 tokens/s' $quick --rounds 1
    compares 'llama-bench, table' device=cpu --vs-cmd 'echo "| m | CPU | tg32 | 6.83 ± 0.02 |"' $quick
    compares 'llama-bench, JSON' "" --vs-cmd "printf '[{\"n_prompt\":0,\"n_gen\":8,\"avg_ts\":7.5}]'" $quick
}

# ---- the verdict follows from the figures; status of --fail-if-slower ----
# says_slower : the verdict of a side of 1e8 tokens a second, where enough rounds were quiet
says_slower() {
    local verdict
    verdict=$(tail -n 1 "$work/out")
    if [[ $verdict =~ \"rounds\":[1-5], ]]; then
        [[ $verdict == *'"verdict":"too few rounds"'* ]]
    else
        [[ $verdict == *'"verdict":"slower"'* ]]
    fi || complain "a wrong verdict: $verdict"
}
cases=$((cases + 1))
# shellcheck disable=SC2086
"$tessera" compare device=cpu --vs-cmd 'echo eval rate: 99999999 tokens/s' $quick --rounds 6 --json --fail-if-slower --least 0.02 \
    >"$work/out" 2>"$work/err"
status=$?
says_slower
counts=$(tail -n 1 "$work/out" | grep -c '"verdict":"slower".*"noisy":false')
[ $status = "$counts" ] || complain "--fail-if-slower: status $status where $counts slower and quiet"
# shellcheck disable=SC2086
judges 'A is faster|A looks faster' device=cpu --vs-cmd 'echo eval rate: 0.001 tokens/s' $quick --rounds 6 --fail-if-slower

# ---- another build, here the same one ----
cp "$tessera" "$work/other" || exit 1
# shellcheck disable=SC2086
{
    compares 'B  build=.*: tessera [0-9.]+' device=cpu:generic "build=$work/other,device=cpu:generic" $tiny --no-store
    grep -q 'A .*this build, a new process each time' "$work/out" || complain "A was not asked the same way"
    refuses 1 'build=/no/such/file: No such file' device=cpu build=/no/such/file $quick
    refuses 1 'is no program' device=cpu "build=$work" $quick
    refuses 1 'is no tessera command' device=cpu build=/bin/echo $quick
    refuses 1 'without= is for sides of this build' without=prefetch "build=$work/other" $quick
    refuses 1 'failed with status 1: tessera run: .*no-such-device' device=cpu "build=$work/other,device=no-such-device" $quick
}

# ---- records: a line a side and the ratio, with raw samples ----
# shellcheck disable=SC2086
compares '"unit":"ratio"' device=cpu threads=1 $mini --json
[ "$(grep -c '"bench":"compare"' "$work/out")" = 3 ] || complain "not three lines"
grep -q '"name":"device=cpu vs threads=1"' "$work/out" || complain "the ratio has no name"
# Whatever bytes a name has, each line is JSON, and no field is lost.
odd=$work/$'odd \xff "name"'
cp -r models/tessera-tiny "$odd" || exit 1
# shellcheck disable=SC2086
compares '"verdict"' "model=$odd" device=cpu $tiny --json
python3 - "$work/out" <<'END' || complain "not JSON, or a name is missing" "model=$odd"
import json, sys
lines = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
sys.exit(len(lines) != 4 or "odd \ufffd" not in lines[0]["name"] or "odd \ufffd" not in lines[3]["a"])
END
if command -v sqlite3 >/dev/null; then
    rows=$(sqlite3 "$TESSERA_STORE" "select count(*) from result where bench = 'compare' and n > 0 and value > 0")
    [ "$rows" -ge 3 ] || complain "$rows rows in the store"
fi

# ---- mistakes ----
# shellcheck disable=SC2086
{
    refuses 2 'A \[B\] is missing' $quick
    refuses 2 'B is missing' device=cpu $quick
    refuses 2 'two second sides' device=cpu device=cpu --vs-cmd true $quick
    refuses 2 'no key "devise"; it takes device' devise=cpu device=cpu $quick
    refuses 2 'device= stands twice' device=cpu,device=cpu:avx2 device=cpu $quick
    refuses 2 'threads= takes a whole number' threads=few threads=1 $quick
    refuses 2 'not key=value' cpu cpu $quick
    refuses 2 '--vs-pattern reads the output of --vs-cmd' device=cpu device=cpu --vs-pattern x $quick
    refuses 2 'one side launches a kernel and the other decodes' kernel=rms_norm_1536 device=cpu $quick
    refuses 1 'no optimisation is called' without=prefetxh device=cpu $quick
    refuses 1 'quantum' device=quantum device=cpu $quick
    refuses 1 'keeps the dtype of its files' dtype=f16 dtype=bf16 $tiny --no-store
    refuses 1 'no extended regular expression' device=cpu --vs-cmd true --vs-pattern '(' $quick
    refuses 1 'ends with "hello"; give --vs-pattern' device=cpu --vs-cmd 'echo hello' $quick
    refuses 1 'rate of prompts' device=cpu --vs-cmd 'echo "| m | CPU | pp512 | 61.2 ± 0.3 |"' $quick
    refuses 1 'failed with status 3: no model' device=cpu --vs-cmd 'echo x; echo no model >&2; exit 3' $quick
    refuses 1 'failed with status 127' device=cpu --vs-cmd 'no-such-command-here' $quick
    refuses 1 'did not end within 0.5 s' device=cpu --vs-cmd 'sleep 77.125' --vs-timeout 0.5 $quick
}
pgrep -f 'sleep 77\.125' >/dev/null && complain "the hanging peer still runs"

echo "$cases comparisons"
exit $failed
