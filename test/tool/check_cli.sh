#!/bin/bash
# The command line as a person meets it: help pages, error lines, exit statuses.
# Usage: check_cli.sh path/to/tessera
#
# A wrong command line exits 2, a failure 1, each with exactly one line on stderr and
# nothing on stdout; a help page exits 0, stays within 80 columns and shows an example.
set -uo pipefail
cd "$(dirname "$0")/../.."

tessera=${1:-build/tessera}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0 cases=0

complain() {
    echo "FAIL: tessera ${*:2}: $1"
    failed=1
}

# refuses STATUS PATTERN ARGS... : fails with one line that matches, and prints no result
refuses() {
    local want=$1 pattern=$2 status lines
    shift 2
    cases=$((cases + 1))
    timeout 3000 "$tessera" "$@" >"$work/out" 2>"$work/err" </dev/null
    status=$?
    lines=$(wc -l <"$work/err")
    [ "$status" = "$want" ] || complain "exit status $status instead of $want: $(head -3 "$work/err")" "$@"
    [ "$lines" = 1 ] || complain "$lines lines on stderr instead of one" "$@"
    [ ! -s "$work/out" ] || complain "printed a result" "$@"
    grep -qE -- "$pattern" "$work/err" || complain "says \"$(head -1 "$work/err")\", not /$pattern/" "$@"
}

# fails PATTERN ARGS... : status 1, the last line on stderr matches (the memory plan may stand before)
fails() {
    local pattern=$1 status
    shift
    cases=$((cases + 1))
    timeout 3000 "$tessera" "$@" >"$work/out" 2>"$work/err" </dev/null
    status=$?
    [ "$status" = 1 ] || complain "exit status $status instead of 1: $(head -3 "$work/err")" "$@"
    [ ! -s "$work/out" ] || complain "printed a result" "$@"
    tail -1 "$work/err" | grep -qE -- "$pattern" || complain "ends with \"$(tail -1 "$work/err")\", not /$pattern/" "$@"
}

helps() {
    local status
    cases=$((cases + 1))
    "$tessera" "$@" >"$work/out" 2>"$work/err" </dev/null
    status=$?
    [ "$status" = 0 ] || complain "exit status $status" "$@"
    [ ! -s "$work/err" ] || complain "wrote to stderr: $(head -1 "$work/err")" "$@"
    grep -q '^usage: tessera' "$work/out" || complain "no usage line" "$@"
    grep -q '^examples:' "$work/out" || complain "no example" "$@"
    awk 'length > 80 { print "FAIL: over 80 columns: " $0; bad = 1 } END { exit bad }' "$work/out" || failed=1
}

commands=$("$tessera" --help | sed -n '/^commands:/,/^$/s/^  \([a-z-]*\) .*/\1/p')
[ -n "$commands" ] || complain "lists no commands" --help
helps --help
helps help
refuses 2 '^tessera: unknown command' --verison
for command in $commands; do
    helps "$command" --help
    helps help "$command"
    refuses 2 "^tessera $command: unknown option --no-such-flag" "$command" --no-such-flag
    refuses 2 "^tessera $command: unknown option --hepl; did you mean --help\?" "$command" --hepl
done
[[ $("$tessera" --version) =~ ^tessera\ [0-9]+\.[0-9]+\.[0-9]+$ ]] || complain "bad version line" --version

refuses 2 'unknown command "rnu"; did you mean run\?' rnu
refuses 2 'unknown command "zebra"; tessera --help' zebra
refuses 2 'unknown command "zebra"' help zebra

# ---- run ----
refuses 1 'no-such-model' run --model /no-such-model --prompt x
fails 'no-such-file' run --prompt-file /no-such-file
refuses 2 'tessera run: --max-tokens takes a whole number from' run --max-tokens -1
refuses 2 'tessera run: --temp takes a number' run --temp hot
refuses 2 'tessera run: --top-p takes a number from' run --top-p 1.5
refuses 2 'tessera run: --dtype takes one of' run --dtype f17
refuses 2 'tessera run: unexpected argument "stray"' run stray
fails 'quantum' run --device quantum --prompt x
refuses 1 'no model shape is called' run --model synthetic:r1-distill-9000b
mkdir "$work/empty"
refuses 1 'config.json' run --model "$work/empty" --prompt x
printf '{"architectures": ["Qwen2ForCausalLM"' >"$work/empty/config.json"
refuses 1 'config.json' run --model "$work/empty" --prompt x
"$tessera" verify "$work/empty" >"$work/out" 2>&1 && complain "accepts an empty model" verify
grep -q 'config.json' "$work/out" || complain "does not name the fault" verify
refuses 2 'tessera verify: ' verify

# ---- the compiler's commands ----
for command in emit ir; do
    refuses 2 "tessera $command: .*KERNEL" "$command"
    refuses 1 'no-such-kernel' "$command" no-such-kernel
done
refuses 1 'no-such-target' emit rms_norm --target no-such-target
refuses 1 'cannot write /no-such-folder/text: No such file' emit rms_norm -o /no-such-folder/text
cases=$((cases + 1))
"$tessera" emit rms_norm -o "$work/text" && "$tessera" emit rms_norm | cmp -s - "$work/text" ||
    complain "writes something else with -o" emit
cases=$((cases + 1))
(ulimit -f 1 && exec "$tessera" emit rms_norm --target cpu:avx2 -o "$work/long") 2>"$work/err"
status=$?
[ "$status" = 1 ] && grep -q 'File too large' "$work/err" ||
    complain "status $status at a limit on files: $(cat "$work/err")" emit
if command -v script >/dev/null; then # a terminal of its own
    cases=$((cases + 1))
    script -qec "'$tessera' emit rms_norm --target spirv" /dev/null </dev/null >"$work/out"
    grep -q 'spirv is binary and no terminal shows it: give -o FILE' "$work/out" ||
        complain "writes binary to a terminal" emit
fi
refuses 2 'no-such-kernel' check no-such-kernel

# ---- one of a kind ----
cases=$((cases + 1))
"$tessera" check argmax_greedy@none --shape mini --dtype f32 >"$work/out" 2>"$work/err"
grep -q '^Checking 1 kernel: ' "$work/out" && grep -q '^1 of 1 kernel agrees with its reference (' "$work/out" ||
    complain "$(head -1 "$work/out") ... $(tail -1 "$work/out")" check

# ---- text ----
refuses 2 'tessera tokenize: ' tokenize
refuses 1 'no-such-model' tokenize --model /no-such-model
refuses 1 'no-such-model' chat-template --model /no-such-model

# ---- a full disk is one fault and one line; a folder is no text ----
if [ -w /dev/full ]; then
    for command in --help "run --help" "emit rms_norm" "ir rms_norm" targets devices \
        "verify models/tessera-tiny" "tokenize --model models/tessera-tiny" \
        "chat-template --model models/tessera-tiny"; do
        cases=$((cases + 1))
        # shellcheck disable=SC2086 # words
        echo '[]' | "$tessera" $command >/dev/full 2>"$work/err"
        status=$?
        [ "$status" = 1 ] || complain "status $status on a full disk" $command
        [ "$(wc -l <"$work/err")" = 1 ] || complain "on a full disk: $(cat "$work/err")" $command
        grep -q 'No space left on device' "$work/err" || complain "gives no reason: $(cat "$work/err")" $command
    done
fi
for command in tokenize "tokenize --jsonl" chat-template; do
    cases=$((cases + 1))
    # shellcheck disable=SC2086 # words
    "$tessera" $command --model models/tessera-tiny >"$work/out" 2>"$work/err" </
    status=$?
    [ "$status" = 1 ] || complain "status $status for a folder" $command
    grep -q 'from standard input: Is a directory' "$work/err" || complain "says \"$(cat "$work/err")\"" $command
done

# ---- results ----
refuses 2 'tessera results: unknown word "imprt"; did you mean import\?' results imprt
refuses 2 'tessera results: import needs a file' results import
refuses 2 'tessera results: list takes no file' results list x
refuses 2 'tessera results: --format takes one of' results export --format xml
refuses 1 'no results store .*no-such.db' results --store "$work/no-such.db"
refuses 1 'is not a results store' results --store "$work/text"
refuses 1 'is a folder' results --store "$work"

echo "$cases command lines tried"
exit $failed
