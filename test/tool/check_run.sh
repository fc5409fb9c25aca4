#!/bin/bash
# `tessera run` from one end to the other on models that cost nothing: rates, refusals, conversations,
# sampling, JSON, Ctrl-C, and where the model that comes with Tessera is found.
# Usage: check_run.sh path/to/tessera
set -uo pipefail
cd "$(dirname "$0")/../.."

tessera=$(realpath "${1:-build/tessera}")
PATH=$PWD/test/rt/quick/1:$PATH # no times are judged, and no bits depend on the compiler
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tiny=$PWD/models/tessera-tiny
failed=0 cases=0

complain() {
    echo "FAIL: $*"
    failed=1
}

# run ARGS...: $work/out, $work/err, $status
run() {
    cases=$((cases + 1))
    timeout 3000 "$tessera" run "$@" >"$work/out" 2>"$work/err" </dev/null
    status=$?
}

# refuses STATUS PATTERN ARGS...: one line on stderr that matches, no result
refuses() {
    local want=$1 pattern=$2
    shift 2
    run "$@"
    [ $status = "$want" ] || complain "run $*: status $status, not $want: $(head -2 "$work/err")"
    [ "$(wc -l <"$work/err")" = 1 ] || complain "run $*: $(wc -l <"$work/err") lines on stderr"
    [ ! -s "$work/out" ] || complain "run $*: printed a result"
    grep -qE -- "$pattern" "$work/err" || complain "run $*: \"$(head -1 "$work/err")\", not /$pattern/"
}

# member KEY: its value in the JSON of the last run, as JSON
member() { grep -oE "\"$1\":(\[[^]]*\]|\{[^}]*\}|\"[^\"]*\"|[^][{},]+)" "$work/out" | sed 's/^[^:]*://'; }

# is KEY VALUE ARGS...: the JSON of `run ARGS` is valid and has it
is() {
    local key=$1 want=$2 got
    shift 2
    run "$@" --json -q
    [ $status = 0 ] || complain "run $*: status $status: $(cat "$work/err")"
    [ ! -s "$work/err" ] || complain "run $* -q: $(head -1 "$work/err")"
    got=$(member "$key") || complain "run $* --json: no JSON with $key"
    [ "$got" = "$want" ] || complain "run $*: $key is $got, not $want"
}

mini=(-m synthetic:mini --prompt-ids "3,1,4,1,5" --no-ceiling --ignore-eos)

# ---- rates: steps over their time ----
for key in decode_s decode_tok_s decode_bytes_s ceiling_bytes_s refused; do is $key null "${mini[@]}" -n 1; done
is decode_steps 0 "${mini[@]}" -n 1
is text null "${mini[@]}" -n 1
run "${mini[@]}" -n 1
grep -q '^Generated 1 token$' "$work/err" || complain "one token has a rate: $(grep Generated "$work/err")"
run "${mini[@]}" -n 2
grep -qE '^Generated 2 tokens in [0-9.]+s \(1 step, [0-9.]+ tok/s\)$' "$work/err" || complain "$(grep Generated "$work/err")"
run "${mini[@]}" -n 3 --json -q
python3 - "$work/out" <<'P' || complain "a rate is not its steps over their time"
import json, sys
r = json.load(open(sys.argv[1]))
assert len(r["ids"]) == 3 and r["decode_steps"] == 2, r
assert abs(r["decode_tok_s"] * r["decode_s"] / 2 - 1) < 1e-6, r
assert abs(r["prefill_tok_s"] * r["prefill_s"] / 5 - 1) < 1e-6, r
P

# ---- a batch: each line as it is alone ----
printf 'The capital of France is\nOne two three\nWater is' >"$work/prompts"
for n in 1 9; do
    run -m "$tiny" --batch "$work/prompts" -n $n --greedy --no-ceiling --json -q
    [ $status = 0 ] || complain "run --batch: status $status: $(cat "$work/err")"
    cp "$work/out" "$work/batch"
    : >"$work/alone"
    while read -r line || [ -n "$line" ]; do
        run -m "$tiny" -p "$line" -n $n --greedy --no-ceiling --json -q
        cat "$work/out" >>"$work/alone"
    done <"$work/prompts"
    python3 - "$work/batch" "$work/alone" $n <<'P' || complain "an answer of a batch of -n $n is not that of its prompt alone"
import json, sys
batch, alone = json.load(open(sys.argv[1])), [json.loads(x) for x in open(sys.argv[2])]
assert len(alone) == len(batch["answers"]) == 3
for a, b in zip(alone, batch["answers"]):
    for key in "ids", "text", "prompt_ids", "stop": assert a[key] == b[key], (key, a, b)
assert batch["decode_steps"] == int(sys.argv[3]) - 1, batch
assert (batch["decode_tok_s"] is None) == (batch["decode_steps"] == 0), batch
P
done
run -m "$tiny" --batch "$work/prompts" -n 40 -c 14 --greedy --json -q # the longest answer has the steps
python3 - "$work/out" <<'P' || complain "steps of a batch that its context ends: $(cut -c1-400 "$work/out")"
import json, sys
r = json.load(open(sys.argv[1]))
made = [len(a["ids"]) for a in r["answers"]]
assert all(a["stop"] == "context" for a in r["answers"]) and len(set(made)) > 1, made
assert r["decode_steps"] == max(made) - 1, (r["decode_steps"], made)
assert abs(r["decode_tok_s"] * r["decode_s"] / (sum(made) - len(made)) - 1) < 1e-6, r
assert abs(r["prefill_tok_s"] * r["prefill_s"] / sum(len(a["prompt_ids"]) for a in r["answers"]) - 1) < 1e-6, r
P
run -m "$tiny" --batch "$work/prompts" -n 40 -c 14 --greedy
grep -q '^Stopped: the context of 14 positions is full for 3 answers; --ctx makes it longer$' "$work/err" ||
    complain "a batch does not say that its context is full: $(tail -4 "$work/err")"
printf 'Water' >"$work/one"
run -m "$tiny" --batch "$work/one" -n 1 --no-ceiling
grep -qE '^Prefill: 1 prompt, [0-9]+ tokens in ' "$work/err" && grep -q '^Generated 1 token$' "$work/err" ||
    complain "one answer of one token: $(tail -2 "$work/err")"
run -m "$tiny" --batch "$work/prompts" -n 3 --temp 0.9 --seed 7 --no-ceiling -q
sed -n 5p "$work/out" >"$work/second"
run -m "$tiny" -p 'One two three' -n 3 --temp 0.9 --seed 7 --no-ceiling -q
cmp -s "$work/out" "$work/second" || complain "a drawn answer of a batch is another one alone"
printf '3,1,4\n\n' >"$work/hole"
: >"$work/nothing"
printf 'a\n%.0s' {1..17} >"$work/many"
printf '1,2\n7,x\n' >"$work/words"
refuses 1 "line 2 of $work/hole is empty; give a prompt a line" -m synthetic:mini --batch "$work/hole"
refuses 1 "$work/nothing is empty; give a prompt a line" --batch "$work/nothing"
refuses 1 "$work/many has more than 16 prompts, which a batch takes; split it" --batch "$work/many"
refuses 1 "cannot read the prompts from $work/none: No such file" --batch "$work/none"
refuses 1 "line 2 of $work/words: a prompt of random weights wants numbers .* not \"7,x\"" -m synthetic:mini --batch "$work/words"
refuses 1 "line 1 of $work/prompts: the prompt has [0-9]+ tokens and the context 2" -m "$tiny" --batch "$work/prompts" -c 2
refuses 2 '--prompt and --batch are two prompts; give one' --prompt x --batch "$work/prompts"

# ---- a cache that has to become a wider one: one line, and no rate of the reading that it came in ----
mkdir "$work/wide"
for file in "$tiny"/*; do [[ $file == *.safetensors ]] || ln -s "$file" "$work/wide/"; done
python3 - "$tiny/model.safetensors" "$work/wide/model.safetensors" <<'P'
import json, struct, sys
raw = bytearray(open(sys.argv[1], "rb").read())
n = struct.unpack_from("<Q", raw)[0]
at = 8 + n + json.loads(raw[8 : 8 + n])["model.layers.0.self_attn.k_proj.bias"]["data_offsets"][0] + 62
raw[at : at + 2] = struct.pack("<f", 1e5)[2:]
open(sys.argv[2], "wb").write(raw)
P
for how in "-p Once" "--batch $work/prompts"; do
    # shellcheck disable=SC2086 # words
    run -m "$work/wide" $how -n 3 --greedy --no-ceiling --json
    [ "$(grep -c 'it is in bf16 from here on' "$work/err")" = 1 ] || complain "a wider cache, $how: $(cat "$work/err")"
    [ "$(member prefill_tok_s)" = null ] && [ "$(member decode_tok_s)" != null ] && grep -q 'Prefill: .*made anew' "$work/err" ||
        complain "rates beside a cache made anew, $how: $(member prefill_tok_s) $(member decode_tok_s) $(grep Prefill "$work/err")"
done

# ---- what stops it ----
is stop '"length"' "${mini[@]}" -n 2
is stop '"context"' "${mini[@]}" -n 40 -c 8
is prompt_read 5 "${mini[@]}" -n 0
ids80=$(printf '5,%.0s' {1..79})5
refuses 1 'the prompt has 80 tokens and the context 64 positions; use --ctx 80 or more' \
    -m synthetic:r1-distill-1.5b --prompt-ids "$ids80" -c 64 -n 2
refuses 1 'the prompt has 1025 tokens and tessera-tiny takes at most 1024 positions; use a shorter prompt' \
    -m "$tiny" --prompt-ids "$(printf '5,%.0s' {1..1024})5"
refuses 1 'token 151936 is no row of a vocabulary of 151936' -m synthetic:r1-distill-1.5b --prompt-ids 1,151936

# ---- options that contradict ----
refuses 2 'prompt-ids is empty' --prompt-ids ''
refuses 1 'numbers with commas between, not "1,2,"' --prompt-ids 1,2,
refuses 2 'prompt and --prompt-ids are two prompts' -p x --prompt-ids 1
refuses 2 'prompt-file and --messages are two prompts' -f x --messages y
refuses 2 'chat is for text' --chat --prompt-ids 1
refuses 2 'system is part of a chat' --system x -p y
refuses 2 'system does not go with --messages' --system x --messages y
refuses 2 'no-bos is for raw text' --no-bos --chat -p x
refuses 2 'no-bos is for text' --no-bos --prompt-ids 1
refuses 2 'greedy and --temp 0.5 contradict' --greedy --temp 0.5
refuses 2 'greedy takes the likeliest token, so --seed would do nothing' --greedy --seed 4
refuses 2 'temp 0 takes the likeliest token, so --top-k would do nothing' --temp 0 --top-k 4
refuses 2 'have no tokenizer, so --prompt means nothing' -m synthetic:mini -p x
refuses 2 'seed takes a whole number from 0 to 18446744073709551615' --seed 18446744073709551616
refuses 1 'nothing says to draw tokens, so --top-p would do nothing' -m synthetic:mini --top-p 0.5
refuses 1 'cannot read the prompt from /: Is a directory' -f /
refuses 1 'cannot read the messages from /no-such: No such file' --messages /no-such

# ---- how tokens are chosen ----
drawn=(-m "$tiny" -p 'Once upon a time' -n 12)
is sampling '{"greedy":true,"from":"asked for"}' "${drawn[@]}" --greedy
greedy=$(member ids)
is ids "$greedy" "${drawn[@]}" --temp 0
run "${drawn[@]}" --json -q
[[ $(member sampling) == *'"from":"generation_config.json","temperature":0.6,'*'"top_p":0.95,'*'"seed":1}' ]] ||
    complain "sampling of the folder: $(member sampling)"
[ "$(member ids)" != "$greedy" ] || complain "the model's own sampling is greedy"
run "${drawn[@]}" --temp 1.5 -s 18446744073709551615 --json -q
[[ $(member sampling) == *'"generation_config.json and options","temperature":1.5,'*'"top_p":0.95,'*'"seed":"18446744073709551615"}' ]] ||
    complain "an option over the folder: $(member sampling)"
run "${drawn[@]}"
[ "$(grep -c '^Sampling: temperature 0.6, top-p 0.95.*(generation_config.json)$' "$work/err")" = 1 ] ||
    complain "does not say how it samples"
mkdir "$work/plain"
for file in "$tiny"/*; do [[ $file == *generation_config.json ]] || ln -s "$file" "$work/plain/"; done
run -m "$work/plain" -p 'Once upon a time' -n 12 --json
[ "$(member ids)" = "$greedy" ] || complain "a folder that says nothing is not greedy"
grep -q '^Sampling: greedy (default)$' "$work/err" || complain "does not say that it is greedy"
echo '{"num_beams": 4}' >"$work/plain/generation_config.json"
refuses 1 'num_beams 4; choose yourself: --greedy, or --temp T' -m "$work/plain" -p 'Once upon a time' -n 12
is ids "$greedy" -m "$work/plain" -p 'Once upon a time' -n 12 --greedy
echo '{"do_sample": true, "top_p": 7}' >"$work/plain/generation_config.json"
refuses 1 'generation_config.json: .*top_p' -m "$work/plain" -p x --greedy

# ---- conversations ----
cat >"$work/talk.json" <<'J'
[{"role": "system", "content": "Be brief."}, {"role": "user", "content": "hello"},
 {"role": "assistant", "content": "Hi."}, {"role": "user", "content": "again"}]
J
one=(-m "$tiny" -n 1 --greedy)
run "${one[@]}" --messages "$work/talk.json" --json -q
ids=$(member prompt_ids)
[[ $ids == "[2003,"* && $ids != *2003*2003* ]] || complain "messages do not begin with one BOS: $ids"
"$tessera" chat-template --model "$tiny" <"$work/talk.json" >"$work/prompt"
is prompt_ids "$ids" "${one[@]}" -f "$work/prompt"
run "${one[@]}" -f "$work/prompt"
[ "$(grep -c 'begins with the model.s BOS, so none is put in front' "$work/err")" = 1 ] || complain "no word about BOS"
cases=$((cases + 1))
(printf '\357\273\277' && cat "$work/talk.json") | "$tessera" run "${one[@]}" --messages - --json -q >"$work/out"
[ "$(member prompt_ids)" = "$ids" ] || complain "other messages from standard input"
cases=$((cases + 1))
"$tessera" chat-template --model "$tiny" <"$work/talk.json" | "$tessera" run "${one[@]}" -f - --json -q >"$work/out"
[ "$(member prompt_ids)" = "$ids" ] || complain "another prompt through a pipe: $(member prompt_ids)"
echo '[{"role": "system", "content": "Be brief."}, {"role": "user", "content": "hello"}]' >"$work/short.json"
run "${one[@]}" --messages "$work/short.json" --json -q
ids=$(member prompt_ids)
is prompt_ids "$ids" "${one[@]}" --chat --system 'Be brief.' -p hello
refuses 1 'message 1: "role" must be a string' "${one[@]}" --messages <(echo '[5]')
run "${one[@]}" -p hello --json -q
ids=$(member prompt_ids)
is prompt_ids "[${ids#\[2003,}" "${one[@]}" -p hello --no-bos

# ---- JSON whatever the names ----
odd=$work/$'a\xff"\\\n\x01b'
ln -s "$tiny" "$odd"
run -m "$odd" -n 40 --temp 5 --top-k 0 --top-p 1 -p Once --json -q
python3 - "$work/out" <<'P' || complain "a strange name spoils the JSON: $(head -c 200 "$work/out")"
import json, sys
r = json.loads(open(sys.argv[1], encoding="utf-8").read())
assert r["model"] == 'a\ufffd"\\\n\x01b', r["model"]
assert len(r["ids"]) == 40 and r["text"], r
P
refuses 1 'the text is not UTF-8 at byte 0' -m "$tiny" -q -p $'\xe2\x82'
if [ -w /dev/full ]; then
    for how in --json -q; do
        cases=$((cases + 1))
        "$tessera" run "${one[@]}" -q $how >/dev/full 2>"$work/err"
        [ $? = 1 ] || complain "a full disk is no failure ($how)"
        [ "$(wc -l <"$work/err")" = 1 ] && grep -q ': No space left' "$work/err" || complain "a full disk, $how: $(cat "$work/err")"
    done
fi

# ---- no prompt, quiet ----
run -m "$tiny" -n 1
grep -q '^No prompt was given: "The capital of France is"' "$work/err" || complain "does not say its own prompt"
refuses 1 'quantum' -q --device quantum -p x

# ---- the first Ctrl-C, at stages that wait: no clock decides ----
# wait_for FILE PATTERN: until it stands there
wait_for() {
    local i
    for ((i = 0; i < 60000; i++)); do
        grep -q -- "$2" "$1" 2>/dev/null && return 0
        sleep 0.05
    done
    complain "never saw $2 in $1: $(cat "$1")"
    return 1
}
# ended PID: it is gone, or a zombie that nobody has waited for
ended() {
    local i
    for ((i = 0; i < 60000; i++)); do
        grep -qs '^State:.*[RSD] ' "/proc/$1/status" || return 0
        sleep 0.05
    done
    return 1
}
# interrupted NAME FILE PATTERN COMMAND ARGS...: ends with 130 when interrupted once FILE says so
interrupted() {
    local name=$1 file=$2 pattern=$3 pid
    shift 3
    cases=$((cases + 1))
    set -m # a background job of its own group, which does not ignore SIGINT
    "$tessera" "$@" >"$work/out" 2>"$work/err" </dev/null &
    pid=$!
    set +m
    wait_for "$file" "$pattern" && kill -INT "$pid"
    wait "$pid" 2>/dev/null
    status=$?
    [ $status = 130 ] || complain "Ctrl-C while $name: status $status: $(cat "$work/err")"
}
mkdir -p "$work/bin" "$work/cache"
cat >"$work/bin/cc" <<S
#!/bin/bash
# A compiler that never comes to an end. The file that it was told to write is there already.
while [ \$# -gt 0 ]; do [ "\$1" = -o ] && : >"\$2"; shift; done
echo \$\$ >"$work/compiling"
exec sleep 10000
S
chmod +x "$work/bin/cc"
for command in "run ${one[*]} -p x" "check rms_norm" "bench decode --model synthetic:mini"; do
    rm -f "$work/compiling"
    # shellcheck disable=SC2086 # words
    PATH="$work/bin:$PATH" TESSERA_CACHE="$work/cache" \
        interrupted "kernels compile: $command" "$work/compiling" . $command
    ended "$(cat "$work/compiling")" || complain "the compiler of $command goes on"
    [ -z "$(find "$work/cache" -type f)" ] || complain "$command left behind: $(find "$work/cache" -type f)"
done
# A real compiler clears away its own temporary files, whether it was caught in the middle or at its end.
real=$(PATH=${PATH#*:} command -v cc gcc clang | head -1)
printf '#!/bin/bash\necho $$ >"%s"\nexec "%s" "$@"\n' "$work/compiling" "$real" >"$work/bin/cc"
rm -f "$work/compiling"
mkdir "$work/tmp"
PATH="$work/bin:$PATH" TESSERA_CACHE="$work/cache" TMPDIR="$work/tmp" \
    interrupted "a real compiler runs" "$work/compiling" . check rms_norm@cpu --shape mini --dtype f32
ended "$(cat "$work/compiling")" || complain "a real compiler goes on"
[ -z "$(find "$work/tmp" "$work/cache" -name 'tmp.*' -o -path "$work/tmp/*")" ] ||
    complain "a real compiler left behind: $(find "$work/tmp" "$work/cache")"
interrupted "weights are made" "$work/err" '^a token reads' run -m synthetic:r1-distill-1.5b -n 1 --no-ceiling
[ ! -s "$work/out" ] || complain "a result of interrupted weights"

# While a prompt is read: what was read counts, whether the signal came in time or not.
cases=$((cases + 1))
set -m
"$tessera" run -m synthetic:mini --prompt-ids "$(printf '5,%.0s' {1..1999})5" -n 1 --json >"$work/out" 2>"$work/err" &
pid=$!
set +m
wait_for "$work/err" '^Loaded' && kill -INT $pid
wait $pid
status=$?
python3 - "$work/out" $status <<'P' || complain "a prompt half read: $status, $(cut -c1-300 "$work/out") $(tail -2 "$work/err")"
import json, sys
r = json.load(open(sys.argv[1]))
assert (sys.argv[2], r["stop"]) in (("130", "interrupted"), ("130", "length"), ("0", "length")), r["stop"]
assert r["prompt_read"] == 2000 or (not r["ids"] and r["prompt_read"] % 16 == 0)
if r["prompt_read"]: assert abs(r["prefill_tok_s"] * r["prefill_s"] / r["prompt_read"] - 1) < 1e-6
else: assert r["prefill_tok_s"] is None
P

# ---- found from anywhere, and after installation ----
cases=$((cases + 3))
(cd / && "$tessera" run -n 1 -q >"$work/out" 2>"$work/err") || complain "from /: $(cat "$work/err")"
if cmake --install "$(dirname "$tessera")" --prefix "$work/prefix" >"$work/log" 2>&1; then
    for file in bin/tessera include/tessera/tile.h share/tessera/results/published.jsonl; do
        [ -f "$work/prefix/$file" ] || complain "not installed: $file"
    done
    mv "$work/prefix" "$work/moved"
    (cd / && "$work/moved/bin/tessera" run -n 1 -q >"$work/out" 2>"$work/err") || complain "installed: $(cat "$work/err")"
    cat >"$work/host.c" <<'C'
#include <stdio.h>
#include <tessera/device.h>
#include <tessera/sequence.h>
int main(void)
{
    ts_error err = {{0}};
    ts_device *dev = ts_device_open("cpu", 1, &err);
    printf("%s\n", dev ? ts_device_name(dev) : err.text);
    ts_device_close(dev);
    return !dev;
}
C
    # shellcheck disable=SC2046 # words
    if grep -qaE '__(asan|tsan|gcov)_init' "$(find "$work/moved" -name libtessera-core.a)"; then
        echo "skipped: a host of the installed library, which is instrumented here"
    else
        "${CC:-cc}" "$work/host.c" -o "$work/host" \
            $(PKG_CONFIG_PATH=$(find "$work/moved" -name pkgconfig) pkg-config --cflags --libs tessera) \
            >"$work/log" 2>&1 && "$work/host" >"$work/log" ||
            complain "a host of the installed library: $(cat "$work/log")"
    fi
    rm -r "$work/moved/share/tessera/models"
    "$work/moved/bin/tessera" run -n 1 >"$work/out" 2>"$work/err" && complain "found a model that is gone"
    grep -q 'models/tessera-tiny, which comes with Tessera, is neither near' "$work/err" || complain "$(cat "$work/err")"
else
    complain "cmake --install: $(cat "$work/log")"
fi

echo "$cases runs tried"
exit $failed
