#!/bin/bash
# `tessera bench kernels` and `ceiling` as a user calls them: lines, the store behind them, what is refused.
# Times are not judged: the machine is shared.
# Usage: check_bench.sh path/to/tessera
set -uo pipefail
tessera=$1
quick=$(realpath "$(dirname "$0")/../rt/quick/1") # times are not judged
[ -x "$quick/cc" ] || { echo "$quick/cc is not there"; exit 1; }
PATH=$quick:$PATH
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
bad=0
complain() { echo "$*"; sed 's/^/    /' "$work/out" "$work/err" | head -n 30; bad=1; }

# A gigabyte is read and cut into weights where there is one, less below a limit of addresses; sanitizers need
# more of those than any limit.
small() { ulimit -v 400000; exec "$@"; }
(small "$tessera" --version) >/dev/null 2>&1 || small() { exec "$@"; }

# run STATUS ARGUMENTS...: output in out and err
run() {
    local want=$1 got
    shift
    (small timeout 3000 "$tessera" "$@") >"$work/out" 2>"$work/err" </dev/null
    got=$?
    [ $got = "$want" ] || complain "status $got, not $want: tessera $*"
}

# refuses STATUS PATTERN ARGUMENTS...: one line that says so, and nothing stored or printed
refuses() {
    local want=$1 pattern=$2
    shift 2
    run "$want" "$@"
    grep -qE -- "$pattern" "$work/err" || complain "says nothing of '$pattern': tessera $*"
    [ "$(grep -c '^tessera' "$work/err")" = 1 ] || complain "not one line: tessera $*"
    [ ! -s "$work/out" ] || complain "printed before it refused: tessera $*"
}

quick=(bench kernels --shape mini --rounds 1 --seconds 0.1 --least 0.02)
store=$work/a/b/results.db

# ---- lines of JSON, and the same in the store ----

run 0 "${quick[@]}" --kernel residual_add,mlp_gate_up --store "$store" --json --note "a note"
[ "$(grep -c '"bench":"kernel"' "$work/out")" = 6 ] || complain "not six kernel lines (three kernels, cold and hot)"
grep '"bench":"kernel"' "$work/out" | grep -vq '"verdict":"\(pass\|refused\)"' && complain "a kernel is not right"
# Where others had the processors in every sample of it, an empty launch has no time.
floor=$(grep '"bench":"ceiling","name":"launch"' "$work/out" | grep -q '"value":' && echo floor_us)
for key in name mode dtype shape unit n bytes launches gbps $floor clock device driver repro; do
    grep '"bench":"kernel"' "$work/out" | grep -vq '"verdict":"refused"\|"'$key'":' && complain "a line lacks $key"
done
[ "$(grep -c '"bench":"ceiling"' "$work/out")" = 5 ] || complain "not five ceilings"
cp "$work/out" "$work/lines"
run 0 results list --store "$store"
grep -q ' 11 *finished ' "$work/out" || complain "the run is not listed with 11 results"
run 0 results check --store "$store"
run 0 results export --store "$store" --format jsonl
grep -q '"note":"a note"' "$work/out" || complain "the note is not kept"
grep -q '"command":"tessera bench kernels --shape mini --rounds 1 --seconds 0.1 --least 0.02 --kernel residual_add,mlp_gate_up ' "$work/out" ||
    complain "the command is not kept as it was typed"

# ---- a repro line measures that line again ----

repro=$(sed -n 's/.*"name":"mlp_gate_up_silu".*"repro":"tessera \([^"]*\)".*/\1/p' "$work/lines" | head -n 1)
# shellcheck disable=SC2086
run 0 $repro --rounds 1 --seconds 0.1 --least 0.004 --no-store
grep -q '^mlp_gate_up_silu ' "$work/out" || complain "the repro line measured something else: $repro"
grep -q 'run .* in ' "$work/out" && complain "--no-store stored"

# ---- tables, and fields of the shape ----

run 0 "${quick[@]}" --kernel rms --dtype f32 --overlap --set d=96 --threads 1 --store "$store"
grep -q '^rms_norm_1536 .* \(pass\|refused\)' "$work/out" || complain "no line for rms_norm"
grep -q "in $store" "$work/out" || complain "it does not say where results are"
awk 'length > 120 { exit 1 }' "$work/out" || complain "a line of more than 120 columns"
run 0 results list --store "$store"
[ "$(grep -c finished "$work/out")" = 2 ] || complain "not two runs"
run 0 results export --store "$store" --format jsonl
grep '"name":"rms_norm_1536"' "$work/out" | grep '"shape":"mini d=96"' | grep -q '"bytes":1152,' || complain "--set does not set the shape"
grep -q -- '--shape mini --set d=96 ' "$work/out" || complain "--set is not in the line that repeats it"
refuses 1 "d=0: must be" "${quick[@]}" --set d=0 --no-store

# ---- what is wrong is said, in one line ----

refuses 2 "no benchmark 'kernel'; did you mean kernels" bench kernel
refuses 1 "no kernel has 'nothing_like_it' in its name" "${quick[@]}" --kernel nothing_like_it --no-store
refuses 1 'no suite is called "v9"; there are r1_distill' "${quick[@]}" --suite v9 --no-store
refuses 1 "no kernel of suite r1_distill has 'zz' in its name" "${quick[@]}" --suite r1_distill --kernel zz --no-store
refuses 2 "threads takes at most 1 number at once" "${quick[@]}" --threads 1,2 --store "$work/wrong.db"
refuses 2 'threads "many" is no list' "${quick[@]}" --threads many --store "$work/wrong.db"
[ ! -e "$work/wrong.db" ] || complain "a wrong command line made a store"
refuses 1 "13b" bench kernels --shape 13b --store "$work/wrong.db"
run 0 results list --store "$work/wrong.db"
grep -q '^0 runs, 0 results in ' "$work/out" || complain "a command that measured nothing left a run behind"
refuses 1 "13b" bench kernels --shape 13b --no-store
refuses 1 "no such|cannot|there is no|unknown|not" "${quick[@]}" --device nonsense:0 --no-store
mkdir "$work/folder"
refuses 1 "$work/folder" "${quick[@]}" --store "$work/folder"
echo "these are not results" >"$work/text"
refuses 1 "$work/text" "${quick[@]}" --store "$work/text"
[ "$(cat "$work/text")" = "these are not results" ] || complain "a foreign file was changed"

# ---- killed in the middle: what was finished is there ----

(small "$tessera" bench kernels --shape mini --rounds 3 --seconds 0.1 --least 0.004 --store "$work/killed.db") >"$work/out" 2>"$work/err" &
pid=$!
while kill -0 $pid 2>/dev/null && [ "$(grep -cE ' (pass|refused)' "$work/out")" -lt 2 ]; do sleep 0.1; done
kill -9 $pid
wait $pid 2>/dev/null
printed=$(grep -c ' pass' "$work/out")
run 0 results list --store "$work/killed.db"
grep -q 'cut short' "$work/out" || complain "a killed run is not called cut short"
run 0 results export --store "$work/killed.db" --format jsonl
[ "$(grep -c '"mode":"hot"' "$work/out")" -ge $((printed - 1)) ] || complain "lines that were printed are not in the store"
run 0 results check --store "$work/killed.db"

[ $bad = 0 ] && echo "bench: lines, store, refusals and a killed run are as they should be"
exit $bad
