#!/bin/bash
# `tessera logits` against what transformers computed (test/vectors/parity), token by token and by chunks; what is refused.
# Usage: check_logits.sh path/to/tessera
set -uo pipefail
cd "$(dirname "$0")/../.."
tessera=$(realpath "${1:-build/tessera}")
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
PATH=$PWD/test/rt/quick/1:$PATH # no times are judged
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

complain() {
    echo "FAIL: $*"
    failed=1
}

# refuses STATUS PATTERN LINE ARGS...: one line on stderr that matches, no result
refuses() {
    local want=$1 pattern=$2 line=$3
    shift 3
    printf '%s' "$line" | "$tessera" logits "$@" >"$work/out" 2>"$work/err"
    [ $? = "$want" ] || complain "'$line': another status than $want"
    [ "$(grep -c '^tessera logits: ' "$work/err")" = 1 ] || complain "'$line': not one error"
    [ ! -s "$work/out" ] || complain "'$line': a result"
    grep -qE -- "$pattern" "$work/err" || complain "'$line': \"$(head -1 "$work/err")\", not /$pattern/"
}

for chunk in 1 3 128; do
    python3 test/py/golden_lines.py test/vectors/parity/one-layer ask >"$work/ask"
    "$tessera" logits --model test/vectors/parity/one-layer --kv f32 --chunk $chunk <"$work/ask" >"$work/said" 2>"$work/err" ||
        complain "chunks of $chunk: $(cat "$work/err")"
    python3 test/py/golden_lines.py test/vectors/parity/one-layer judge <"$work/said" || complain "chunks of $chunk"
done

model=(--model synthetic:mini)
refuses 1 'line 1: an object with "ids" is expected' '[1]' "${model[@]}"
refuses 1 'line 2: "ids" must be a list' $'{"ids":[1]}\n{"ids":[]}' "${model[@]}"
refuses 1 'line 1: "ids"\[1\] is no token' '{"ids":[1,"a"]}' "${model[@]}"
refuses 1 'line 1: "ids"\[0\] is no token' '{"ids":[-1]}' "${model[@]}"
refuses 1 'line 1: "greedy" must be' '{"ids":[1],"greedy":-2}' "${model[@]}"
refuses 1 'line 1: token 100000 is no row' '{"ids":[100000]}' "${model[@]}"
refuses 1 'line 1: .* near' '{"ids":' "${model[@]}"
refuses 1 'has no line' $'\n' "${model[@]}"
refuses 1 'not fit' '{"ids":[1,2,3,4,5,6,7,8],"greedy":200}' "${model[@]}" --ctx 64
refuses 2 'MODEL is missing' ''

# Lines are independent of those before, and end tokens do not stop.
printf '{"ids":[1,2,3],"greedy":3}\n\n{"ids":[4]}\n{"ids":[1,2,3],"greedy":3}\n' |
    "$tessera" logits "${model[@]}" >"$work/out" 2>"$work/err" || complain "three lines: $(cat "$work/err")"
[ "$(wc -l <"$work/out")" = 3 ] || complain "not three lines"
[ "$(sed -n 1p "$work/out")" = "$(sed -n 3p "$work/out")" ] || complain "a line depends on another"
sed -n 2p "$work/out" | grep -q '"greedy":\[\]}$' || complain "tokens that nobody asked for"

[ $failed = 0 ] && echo "logits: as recorded, token by token and by chunks; refusals are one line"
exit $failed
