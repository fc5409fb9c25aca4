#!/bin/bash
# One call on a machine with a GPU: is everything right there, and how fast is it? Takes under nine
# minutes; needs the driver, NVRTC or nvcc, a C compiler, and no network.
#
#   tool/gpu.sh [--device cuda:0] [--model synthetic:r1-distill-1.5b] [--out FOLDER]
#
# Checks every kernel, compares greedy tokens with the CPU's, measures decoding and each kernel beside
# the read bandwidth measured in between, runs the checks under compute-sanitizer. Commands, their
# output and summary.md go to results/gpu-NAME-DATE. Exit: 0 all right, 1 something failed, 2 no GPU.
#
# The tree is built if jansson, libutf8proc and nettle are there; else build/gpu-kit/tessera is taken,
# which `make gpu-kit` makes elsewhere with those three inside.
set -u
cd "$(dirname "$0")/.." || exit 1
device=cuda:0 model=synthetic:r1-distill-1.5b out='' limit=525 tokens=32
while [ $# -gt 1 ]; do
    case $1 in
    --device) device=$2 ;;
    --model) model=$2 ;;
    --out) out=$2 ;;
    --tokens) tokens=$2 ;;
    *) echo "gpu: unknown option $1" >&2; exit 1 ;;
    esac
    shift 2
done

if [ "${device%%:*}" = cuda ] && ! nvidia-smi -L >/dev/null 2>&1; then
    echo "gpu: no NVIDIA GPU here (nvidia-smi -L finds none), so nothing was run"
    exit 2
fi

# ---- the command ----

if pkg-config --exists jansson libutf8proc nettle 2>/dev/null && command -v cmake ninja >/dev/null; then
    make --no-print-directory product || exit 1
    tessera=build/tessera
elif [ -x build/gpu-kit/tessera ] && build/gpu-kit/tessera --version >/dev/null; then
    tessera=build/gpu-kit/tessera
else
    echo "gpu: cannot build: install jansson, libutf8proc, nettle (development files), pkg-config, cmake" \
        "and ninja, or run 'make gpu-kit' on another machine of this kind and bring build/gpu-kit along" >&2
    exit 1
fi
line=$($tessera devices | grep "^$device\b" | head -n 1)
[ -n "$line" ] || { echo "gpu: $tessera devices does not list $device:" >&2; $tessera devices >&2; exit 2; }
name=$(sed -E 's/^[^ ]+ +([^,]*).*/\1/; s/[^A-Za-z0-9]+/-/g; s/-+$//' <<<"$line")
out=${out:-results/gpu-$name-$(date -u +%Y-%m-%d)}
mkdir -p "$out" || exit 1
: >"$out/commands.txt"
: >"$out/verdicts.txt"

# ---- steps ----

# step NAME SECONDS COMMAND...: runs it within what is left of the time; output to NAME.log.
step() {
    local name=$1 most=$2 left=$((limit - SECONDS)) rc
    shift 2
    [ $left -lt "$most" ] && most=$left
    if [ "$most" -lt 3 ]; then
        echo "$name|not run: out of time" >>"$out/verdicts.txt"
        return 1
    fi
    echo "$*" >>"$out/commands.txt"
    timeout -k 5 "$most" "$@" >"$out/$name.log" 2>"$out/$name.err"
    rc=$?
    if [ $rc = 0 ]; then
        echo "$name|ok" >>"$out/verdicts.txt"
    elif [ $rc = 124 ] || [ $rc = 137 ]; then
        echo "$name|stopped after $most s" >>"$out/verdicts.txt"
    elif grep -qE 'context of [0-9]+ is more than the [0-9]+ positions' "$out/$name.err"; then
        echo "$name|skipped: the model has no so many positions" >>"$out/verdicts.txt"
    else
        echo "$name|FAILED ($rc): $(tail -n 1 "$out/$name.err" | cut -c1-200)" >>"$out/verdicts.txt"
    fi
    printf '%4d s  %s\n' $SECONDS "$(tail -n 1 "$out/verdicts.txt" | tr '|' ' ')"
    return $rc
}

# same NAME: the outputs of NAME-cpu and NAME-gpu are equal and not empty.
same() {
    if [ -s "$out/$1-gpu.log" ] && cmp -s "$out/$1-cpu.log" "$out/$1-gpu.log"; then
        echo "$1|ok: the same greedy tokens as the CPU" >>"$out/verdicts.txt"
    else
        echo "$1|FAILED: other greedy tokens than the CPU" >>"$out/verdicts.txt"
    fi
    tail -n 1 "$out/verdicts.txt" | tr '|' ' '
}

nvidia-smi >"$out/nvidia-smi.txt" 2>&1
step devices 20 $tessera devices
TESSERA_DEBUG=cuda,cc step check-mini 60 $tessera check --shape mini "@$device"
greedy=(run --model models/tessera-tiny --prompt "Once upon a time" --max-tokens 100 --temp 0 -q --no-ceiling)
step tiny-cpu 30 $tessera "${greedy[@]}" --device cpu
step tiny-gpu 30 $tessera "${greedy[@]}" --device "$device"
same tiny
for context in 1 4096 32768; do
    step decode-$context 70 $tessera bench decode --json --device "$device" --model "$model" \
        --context $context --rounds 7 --tokens "$tokens"
done
step kernels 90 $tessera bench kernels --json --device "$device" --model "$model" --rounds 5
greedy=(run --model "$model" --prompt-ids 1,2,3,4,5 --max-tokens 16 --ignore-eos --temp 0 -q --no-ceiling)
step large-cpu 50 $tessera "${greedy[@]}" --device cpu
step large-gpu 50 $tessera "${greedy[@]}" --device "$device"
same large
if command -v compute-sanitizer >/dev/null && [ "${device%%:*}" = cuda ]; then
    for tool in memcheck racecheck; do
        step $tool 60 compute-sanitizer --tool $tool --error-exitcode 9 $tessera check --shape mini \
            --dtype bf16 "@$device"
    done
else
    echo "memcheck, racecheck|not run: no compute-sanitizer in PATH" >>"$out/verdicts.txt"
fi
step check-all 150 $tessera check "@$device"

# ---- summary ----

field() { sed -nE "s/.*\"$1\":\"?([^,\"}]*).*/\1/p"; }

{
    echo "# $line"
    echo
    echo "$(date -u +%Y-%m-%dT%H:%MZ), commit $(git rev-parse --short HEAD 2>/dev/null || echo unknown)," \
        "$tessera, model $model; commands in commands.txt, raw output beside it."
    echo
    echo "| measured | value | GB/s | reading in between, GB/s | share of reading [95 %] |"
    echo "| --- | --- | --- | --- | --- |"
    for context in 1 4096 32768; do
        grep '"bench":"decode"' "$out/decode-$context.log" 2>/dev/null | while read -r row; do
            printf '| decode, context %s | %s tok/s | %s | %s | %s [%s, %s] |\n' $context \
                "$(field tok_s <<<"$row")" "$(field gbps <<<"$row")" "$(field read_gbps <<<"$row")" \
                "$(field share <<<"$row")" "$(field lo <<<"$row")" "$(field hi <<<"$row")"
        done
    done
    grep '"bench":"kernel"' "$out/kernels.log" 2>/dev/null | while read -r row; do
        if grep -q '"streams":false' <<<"$row"; then
            printf '| %s | %s us | %s | - | from caches |\n' "$(field kernel <<<"$row")" \
                "$(field us <<<"$row")" "$(field gbps <<<"$row")"
            continue
        fi
        printf '| %s | %s us | %s | %s | %s [%s, %s]; chained %s |\n' "$(field kernel <<<"$row")" \
            "$(field us <<<"$row")" "$(field gbps <<<"$row")" "$(field read_gbps <<<"$row")" \
            "$(field share <<<"$row")" "$(field lo <<<"$row")" "$(field hi <<<"$row")" \
            "$(field chained_share <<<"$row")"
    done
    echo
    echo "| step | verdict |"
    echo "| --- | --- |"
    sed 's/|/ | /; s/^/| /; s/$/ |/' "$out/verdicts.txt"
} >"$out/summary.md"
cat "$out/summary.md"
echo "gpu: $out, $SECONDS s"
! grep -q 'FAILED' "$out/verdicts.txt"
