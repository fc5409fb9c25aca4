#!/bin/bash
# `tessera results` on a store as a person meets it: imports that are killed, disks that are full, files
# that are none. Usage: check_store.sh path/to/tessera
set -uo pipefail
cd "$(dirname "$0")/../.."

tessera=${1:-build/tessera} all=${2:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
store=$work/results.db
export TESSERA_STORE=$store

complain() {
    echo "FAIL: $*"
    failed=1
}

# says PATTERN STATUS COMMAND...: one line on stderr that matches, and that exit status
says() {
    local pattern=$1 want=$2 status
    shift 2
    "$@" >"$work/out" 2>"$work/err"
    status=$?
    [ "$status" = "$want" ] || complain "$*: status $status, not $want: $(head -1 "$work/err")"
    [ "$(wc -l <"$work/err")" = 1 ] || complain "$*: $(wc -l <"$work/err") lines of error"
    grep -q -- "$pattern" "$work/err" || complain "$*: \"$(head -1 "$work/err")\", not $pattern"
}

results() { "$tessera" results "$@"; }
lines() { results export --format jsonl "$@"; }

# A file larger than what is held in memory before it is written, 40 runs of 50 results with 41 samples each,
# and one large enough to be killed in, which takes a quarter of the time.
awk 'BEGIN {
    for (r = 0; r < 40; r++) {
        id = sprintf("%08x%024x", r * 99991 + 1, r)
        printf "{\"type\":\"run\",\"id\":\"%s\",\"kind\":\"measured\",\"started\":\"2026-11-21T%02d:00:00Z\"}\n", id, r % 24
        for (i = 0; i < 50; i++) {
            printf "{\"type\":\"result\",\"run\":\"%s\",\"seq\":%d,\"bench\":\"kernel\",\"name\":\"k%d\",\"unit\":\"us\"", id, i, i
            printf ",\"value\":%.1f,\"n\":41,\"bytes\":1000,\"samples\":[", 21 + i
            for (k = 0; k <= 40; k++) printf "%s[%d,null,0,0.0125,1]", k ? "," : "", 1 + i + k
            print "]}"
        }
    }
}' >"$work/many.jsonl"
head -n $((10 * 51)) "$work/many.jsonl" >"$work/some.jsonl"

# ---- what there is not ----
says 'no results store' 1 results list
says 'did you mean export' 2 results exprot
says 'import needs a file' 2 results import
says 'takes no file' 2 results list x
says 'is not a results store' 1 results list --store "$work/many.jsonl"
says 'is a folder' 1 results list --store "$work"

# ---- an import that is killed is there in whole or not at all ----
results import results/published.jsonl >/dev/null || complain "importing what is shipped"
lines >"$work/before"
started=$EPOCHREALTIME
results import "$work/some.jsonl" >/dev/null || complain "importing some"
took=$(awk -v from="$started" -v to="$EPOCHREALTIME" 'BEGIN { print to - from }')
lines >"$work/after"
[ "$(wc -l <"$work/after")" = $((10 * 51 + $(wc -l <results/published.jsonl))) ] || complain "not all was taken"
whole=0 none=0
for share in 0.02 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1 1.5; do
    rm -f "$store"*
    results import results/published.jsonl >/dev/null
    "$tessera" results import "$work/some.jsonl" >/dev/null 2>&1 &
    sleep "$(awk -v took="$took" -v share=$share 'BEGIN { print took * share }')"
    kill -9 $! 2>/dev/null
    wait $! 2>/dev/null
    lines >"$work/now" 2>"$work/err" || complain "after a kill: $(head -1 "$work/err")"
    if cmp -s "$work/now" "$work/before"; then none=$((none + 1))
    elif cmp -s "$work/now" "$work/after"; then whole=$((whole + 1))
    else complain "killed at $share of its time: half of the import is there"
    fi
done
echo "12 imports killed: $none left nothing, $whole were done"

# ---- files that may not grow, which is what a full disk looks like to a process ----
rm -f "$store"*
results import results/published.jsonl >/dev/null
# What counts covered lines has files of its own to write when a program ends.
starved="export GCOV_ERROR_FILE=/dev/null GCOV_PREFIX='$work/gcov'; trap '' XFSZ; ulimit -f"
for blocks in 8 ${all:+40 100 200} 400; do # of 1024 bytes
    says 'disk is full; nothing was written' 1 \
        bash -c "$starved $blocks; exec '$tessera' results import '$work/many.jsonl'"
    lines >"$work/now"
    cmp -s "$work/now" "$work/before" || complain "a full disk at $blocks KiB changed the store"
done
for blocks in 8 100; do # a store that is not there yet
    says 'nothing was written; free space' 1 \
        bash -c "$starved $blocks; exec '$tessera' results import --store '$work/new.db' '$work/many.jsonl'"
    rm -f "$work"/new.db*
done
echo old >"$work/out.csv"
says 'cannot write' 1 \
    bash -c "$starved 4; exec '$tessera' results export --format csv --output '$work/out.csv'"
[ "$(cat "$work/out.csv")" = old ] || complain "a full disk destroyed the file that was to be replaced"
[ "$(find "$work" -name '*out.csv*' | wc -l)" = 1 ] || complain "a full disk left a temporary file"
says 'cannot write' 1 bash -c "'$tessera' results export --format jsonl >/dev/full"

# ---- out, in, the same ----
for format in jsonl json; do
    results export --format $format --output "$work/all.$format" || complain "export as $format"
    results import --store "$work/copy.$format.db" "$work/all.$format" >/dev/null || complain "import of $format"
    lines --store "$work/copy.$format.db" | cmp -s - "$work/before" || complain "$format loses something"
done
results import --store "$work/merged.db" "$work/copy.json.db" "$store" >/dev/null || complain "merging stores"
lines --store "$work/merged.db" | cmp -s - "$work/before" || complain "merging loses something"
[ "$(results list | tail -1)" = "3 runs, $(grep -c '"type":"result"' results/published.jsonl) results in $store" ] ||
    complain "list: $(results list | tail -1)"
run=$(sed -n 's/^{"type":"run","id":"\(......\).*ascend-rs chapter 9.*/\1/p' results/published.jsonl)
results show --run "$run" >"$work/out" || complain "show --run $run"
grep -q '168.9' "$work/out" || complain "show has no 168.9"

# ---- figures that do not follow ----
results import "$work/some.jsonl" >/dev/null
results check >"$work/out" || complain "check finds what is not there: $(head -1 "$work/out")"
grep -q '^566 results, 20500 samples: 0 figures do not follow$' "$work/out" || complain "check: $(cat "$work/out")"
sed -n -e '1,3s/"n":41/"n":40,"lo":30,"gbps":7/' -e 1,3p "$work/many.jsonl" >"$work/wrong.jsonl"
results import --store "$work/wrong.db" "$work/wrong.jsonl" >/dev/null || complain "importing figures that do not follow"
results check --store "$work/wrong.db" >"$work/out" && complain "check passes what does not follow"
for what in 'n against its samples is 40, not 41' 'lower end of the interval above the value: it is 30, not 21' \
            'gbps against bytes / time is 7, not 0.0476'; do
    grep -q "$what" "$work/out" || complain "check does not say: $what"
done

exit $failed
