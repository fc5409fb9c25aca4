#!/bin/bash
# `tessera bench decode` on the shipped model: its tables, its lines in a store, and what it refuses. Times
# are not looked at, only that they add up.
# Usage: check_bench_decode.sh path/to/tessera
set -uo pipefail
cd "$(dirname "$0")/../.."
tessera=${1:-build/tessera}
quick=$PWD/test/rt/quick/1 # times are not judged
[ -x "$quick/cc" ] || { echo "$quick/cc is not there"; exit 1; }
PATH=$quick:$PATH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

complain() {
    echo "FAIL: $1"
    failed=1
}

# A gigabyte is read where there is one, less below a limit of addresses; sanitizers need more of those than
# any limit.
small() { ulimit -v 640000; exec "$@"; }
(small "$tessera" --version) >/dev/null 2>&1 || small() { exec "$@"; }

decode() {
    (small timeout 3000 "$tessera" bench decode --model models/tessera-tiny --rounds 1 --seconds 0.3 --least 0.02 "$@") </dev/null
}

# refuses STATUS PATTERN ARGS... : one line that matches, nothing measured
refuses() {
    local want=$1 pattern=$2 status
    shift 2
    decode --no-store "$@" >"$work/out" 2>"$work/err"
    status=$?
    [ $status = "$want" ] || complain "$*: status $status, not $want"
    [ "$(wc -l <"$work/err")" = 1 ] || complain "$*: not one line on stderr: $(cat "$work/err")"
    [ ! -s "$work/out" ] || complain "$*: printed a result"
    grep -qE -- "$pattern" "$work/err" || complain "$*: says \"$(cat "$work/err")\", not /$pattern/"
}

refuses 2 '--batch "17" is no list of whole numbers from 1 to 16' --batch 17
refuses 2 '--batch "2,0" is no list' --batch 2,0
refuses 2 '--ctx "16,x" is no list' --ctx 16,x
refuses 2 '--gen "" is no list' --gen ""
refuses 2 '--threads "1," is no list' --threads 1,
refuses 2 'dtype already' --dtype f16
refuses 2 'generate tokens' --gen 0 --breakdown
refuses 1 '--ctx ' --ctx 900000
refuses 2 'no optimisation' --ablate nosuch
refuses 1 'cpu.* has no fusion' --ablate fusion

# ---- tables ----

decode --no-store --ctx 8,24 --prompt 4 --gen 4 --threads 1 --breakdown >"$work/out" 2>"$work/err" ||
    complain "does not run: $(tail -1 "$work/err")"
awk 'length > 120 { print "over 120 columns: " $0; bad = 1 } / $/ { print "blanks at the end: " $0; bad = 1 } END { exit bad }' \
    "$work/out" || complain "layout"
for row in 'pp4 @ 8 ' 'tg4 @ 8 ' 'pp4 @ 24 ' 'tg4 @ 24 ' '4 tokens '; do
    grep -q "^$row" "$work/out" || complain "no row \"$row\""
done
grep -q 'tokens of prompt, [0-9]* at once at most' "$work/out" || complain "does not say how prompts are fed"
# 6 layers of k and v, 2 heads of 32, 2 bytes: 1536 a position
awk '$1 == 24 && $2 == 4 && $4 == 4 && $6 == 24 * 1536 { found = 1 } END { exit !found }' "$work/out" || complain "no frontier at 24"
# The classes and what lies between make 100 %, but for rounding to one digit.
awk '/^class / { on = 1; sum = n = 0; next }
     on && /^between launches/ { sum += $4; next }
     on && /^token, replayed/ { tables++; if (sum < 99.3 || sum > 100.7) { print "sum " sum; bad = 1 } on = 0 }
     on { for (i = 1; i <= NF; i++) if ($i ~ /^[0-9]+$/) break; sum += $(i + 4) }
     END { exit bad || tables != 2 }' "$work/out" || complain "shares of a token do not add up"

# ---- several sequences ----

decode --store "$work/b.db" --json --batch 1,3 --prompt 0 --gen 4 --ctx 8 >"$work/json" 2>"$work/err" ||
    complain "does not run a batch with --json: $(tail -1 "$work/err")"
for batch in 1 3; do
    [ "$(grep '"bench":"decode".*"mode":"tg4"' "$work/json" | grep -c "\"batch\":$batch,")" = 1 ] || complain "not one line of $batch sequences"
done
grep '"batch":3,' "$work/json" | grep -q -- '"repro":"[^"]* --batch 3"' || complain "a batch is not measured again by its command"
decode --no-store --batch 3 --prompt 0 --gen 4 --ctx 8 >"$work/out" 2>"$work/err" || complain "does not run: $(tail -1 "$work/err")"
grep -q '^3 x tg4 @ 8 ' "$work/out" || complain "no row of a batch"
grep -q '^tg4' "$work/out" && complain "a lone sequence was measured that nobody asked for"
awk '/^3 x tg4/ { all = $6 } /^  3 sequences: a step/ { step = $5; each = $7; found = 1 }
     END { exit !(found && all / each > 2.98 && all / each < 3.02 && each * step > 985 && each * step < 1015) }' "$work/out" ||
    complain "step, rate in all and of each do not fit together: $(grep -A1 '^3 x' "$work/out")"

# ---- the store ----

decode --store "$work/s.db" --json --prompt 4 --gen 4 --breakdown --ablate chunks,spin --quick >"$work/json" 2>"$work/err" ||
    complain "does not run with --json: $(tail -1 "$work/err")"
for bench in load memory prefill decode first_token breakdown ablation; do
    grep -q "^{\"bench\":\"$bench\"" "$work/json" || complain "no line of $bench"
done

# lines BENCH NAME UNIT : of the file $json
lines() { grep "^{\"bench\":\"$1\".*\"name\":\"$2\".*\"unit\":\"$3\"" "$json"; }
value() { lines "$@" | sed -n 's/.*"value":\([-0-9.e+]*\),.*/\1/p'; }

# judge_lines FILE : a line that was refused has no value, so that sums over it say nothing. No grep -q here: it
# ends at the first match, and what still writes to it fails then.
judge_lines() {
    local json=$1 name
    [ "$(lines breakdown '.*' us | wc -l)" = 12 ] || complain "not ten classes, the token, and what lies between"
    lines breakdown '.*' us | grep '"verdict":"refused"' >/dev/null ||
        awk -v token="$(value breakdown token us)" '{ sum += $1 } END { d = sum - 2 * token; exit !(d < 1e-3 && d > -1e-3) }' \
            <(value breakdown '.*' us) || complain "classes and what lies between are not the token"
    for name in plain chunks spin; do
        [ "$(lines ablation $name tok/s | wc -l)" = 1 ] || complain "not one rate of $name"
    done
    for name in chunks spin; do
        lines ablation "\($name\|plain\)" tok/s | grep '"verdict":"refused"' >/dev/null && continue
        lines ablation $name ratio |
            grep '"verdict":"pass","why":"\(helps\|hurts\|no difference\|noisy\|too few rounds\)"' >/dev/null || complain "no verdict of $name"
    done
}

judge_lines "$work/json"
# The same where a neighbour was quicker than the readings beside it: the class and the rate are refused.
sed -e '/"bench":"breakdown".*"name":"mlp\|"bench":"breakdown".*"name":"gate/s/"verdict":"[a-z]*"/"verdict":"refused"/' \
    -e '/"bench":"ablation".*"name":"chunks".*"unit":"tok/s/"verdict":"pass"/"verdict":"refused"/' \
    -e '/"bench":"ablation".*"name":"chunks".*"unit":"ratio"/d' \
    -e '/"verdict":"refused"/s/"value":[-0-9.e+]*,//' "$work/json" >"$work/busy"
grep -q '"bench":"breakdown".*"verdict":"refused"' "$work/busy" || complain "no class was made a refused one"
judge_lines "$work/busy"
"$tessera" results check --store "$work/s.db" >"$work/out" 2>&1 || complain "stored figures do not follow: $(cat "$work/out")"

[ $failed = 0 ] && echo "bench decode: tables, lines and refusals are as they should be"
exit $failed
