#!/bin/bash
# Copies of the shipped model's folder with one thing changed, by the command: where the end token
# stands, and files that are not what they should be. run and verify must agree on each.
# Usage: check_folder.sh path/to/tessera
set -uo pipefail
cd "$(dirname "$0")/../.."

tessera=${1:-build/tessera}
quick=$PWD/test/rt/quick/1 # no bits depend on the compiler
[ -x "$quick/cc" ] || { echo "$quick/cc is not there"; exit 1; }
PATH=$quick:$PATH
shipped=models/tessera-tiny
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0 cases=0 at=

complain() {
    echo "FAIL: $at: $1"
    failed=1
}

# copy WHAT : a folder of its own, all of it links
copy() {
    at=$1
    cases=$((cases + 1))
    rm -rf "$work/m"
    mkdir "$work/m"
    ln -s "$PWD/$shipped"/* "$work/m/"
}

# edit FILE SED... : a changed copy in the link's place
edit() {
    local file=$1
    shift
    sed "$@" "$shipped/$file" >"$work/new" && mv -f "$work/new" "$work/m/$file"
}

writes() { timeout 3000 "$tessera" run -m "$work/m" -p "Once upon a time" --temp 0 -n 4 --json -q --no-ceiling; }

# ends_at ID : the first token written ends the text
ends_at() {
    writes >"$work/out" 2>"$work/err" || complain "run fails: $(tail -1 "$work/err")"
    grep -q '"stop": *"eos"' "$work/out" || complain "does not stop: $(cat "$work/out")"
    grep -q "\"ids\": *\[$1\]" "$work/out" || complain "stops elsewhere: $(cat "$work/out")"
    "$tessera" verify -q "$work/m" >"$work/out" 2>&1 || complain "verify: $(head -1 "$work/out")"
}

# broken PATTERN : both refuse it, and say so
broken() {
    writes >"$work/out" 2>"$work/err" && complain "runs"
    tail -1 "$work/err" | grep -q -- "$1" || complain "run says \"$(tail -1 "$work/err")\", not /$1/"
    "$tessera" verify -q "$work/m" >"$work/out" 2>&1 && complain "verify finds no fault"
    [ "$(grep -c '^fault' "$work/out")" = 1 ] || complain "verify does not report one fault: $(cat "$work/out")"
    grep -q -- "^fault.*$1" "$work/out" || complain "verify says \"$(head -1 "$work/out")\", not /$1/"
}

# ---- the end token ----
copy "the first token that is written"
rm "$work/m/generation_config.json"
edit tokenizer_config.json -e '/"eos_token": {/,/},/d'
edit config.json -e '/"eos_token_id"/d'
writes >"$work/out" 2>"$work/err" || complain "run fails: $(tail -1 "$work/err")"
first=$(sed -n 's/.*"ids": *\[\([0-9]*\),.*/\1/p' "$work/out")
[ -n "$first" ] || { complain "no token: $(cat "$work/out")"; first=0; }
grep -q '"stop": *"length"' "$work/out" || complain "stops without an end token"

for value in "$first" "[5, $first]"; do
    copy "the end only in config.json: $value"
    rm "$work/m/generation_config.json"
    edit tokenizer_config.json -e '/"eos_token": {/,/},/d'
    edit config.json -e "s/\"eos_token_id\": *[0-9]*/\"eos_token_id\": $value/"
    ends_at "$first"
done
copy "config.json before tokenizer_config.json"
rm "$work/m/generation_config.json"
edit config.json -e "s/\"eos_token_id\": *[0-9]*/\"eos_token_id\": $first/"
ends_at "$first"
copy "generation_config.json before config.json"
edit generation_config.json -e "s/\"eos_token_id\": *[0-9]*/\"eos_token_id\": [$first]/"
ends_at "$first"
for value in -1 true 2047 '"a"'; do
    copy "no end token: $value"
    rm "$work/m/generation_config.json"
    edit config.json -e "s/\"eos_token_id\": *[0-9]*/\"eos_token_id\": $value/"
    broken 'config.json: eos_token_id'
done

# ---- files ----
for file in config.json generation_config.json tokenizer.json tokenizer_config.json model.safetensors; do
    copy "a pointer of Git LFS for $file"
    rm "$work/m/$file"
    printf 'version https://git-lfs.github.com/spec/v1\noid sha256:%064d\nsize 7752376\n' 1 >"$work/m/$file"
    broken "$file: a Git LFS pointer, not the file itself; run .git lfs pull"
    copy "$file empty"
    rm "$work/m/$file"
    : >"$work/m/$file"
    broken "$file: "
done
copy "a byte order mark in front of JSON"
for file in config.json generation_config.json tokenizer.json tokenizer_config.json; do
    edit "$file" -e '1s/^/\xef\xbb\xbf/'
done
edit config.json -e "1s/^/\xef\xbb\xbf/; s/\"eos_token_id\": *[0-9]*/\"eos_token_id\": $first/"
rm "$work/m/generation_config.json"
ends_at "$first"
copy "beams"
edit generation_config.json -e '1s/{/{"num_beams": 4,/'
"$tessera" verify -q "$work/m" >"$work/out" 2>&1 && complain "verify finds no fault"
grep -q '^fault.*num_beams 4' "$work/out" || complain "verify does not name what is not done"

[ "$failed" = 0 ] && echo "$cases folders"
exit "$failed"
