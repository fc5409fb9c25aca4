#!/bin/bash
# One call on a machine with a GPU: is everything right there, and how fast is it? Takes under nine
# minutes; needs the driver, NVRTC or nvcc, a C compiler, and no network.
#
#   tool/gpu.sh [--device cuda:0] [--model synthetic:r1-distill-1.5b] [--out FOLDER]
#
# Checks every kernel, compares greedy tokens with the CPU's, measures decoding and each kernel beside
# the read bandwidth measured in between, runs the checks under compute-sanitizer. Commands, their
# output, results.db (to be merged into another store by `tessera results import`), a report and summary.md
# go to results/gpu-NAME-DATE. Exit: 0 all right, 1 something failed, 2 no GPU.
#
# The tree is built if jansson, libutf8proc, nettle and sqlite3 are there; else build/gpu-kit/tessera is
# taken, which `make gpu-kit` makes elsewhere with those four inside.
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

if pkg-config --exists jansson libutf8proc nettle sqlite3 2>/dev/null && command -v cmake ninja >/dev/null; then
    make --no-print-directory product || exit 1
    tessera=build/tessera
elif [ -x build/gpu-kit/tessera ] && build/gpu-kit/tessera --version >/dev/null; then
    tessera=build/gpu-kit/tessera
else
    echo "gpu: cannot build: install jansson, libutf8proc, nettle, sqlite3 (development files), pkg-config, cmake" \
        "and ninja, or run 'make gpu-kit' on another machine of this kind and bring build/gpu-kit along" >&2
    exit 1
fi
line=$($tessera devices | grep "^$device\b" | head -n 1)
[ -n "$line" ] || { echo "gpu: $tessera devices does not list $device:" >&2; $tessera devices >&2; exit 2; }
name=$(sed -E 's/^[^ ]+ +([^,]*).*/\1/; s/[^A-Za-z0-9]+/-/g; s/-+$//' <<<"$line")
out=${out:-results/gpu-$name-$(date -u +%Y-%m-%d)}
mkdir -p "$out" || exit 1
# shellcheck source=tool/steps.sh
. tool/steps.sh

# ---- steps ----

# same NAME: the outputs of NAME-cpu and NAME-gpu are equal and not empty.
same() {
    if [ -s "$out/$1-gpu.log" ] && cmp -s "$out/$1-cpu.log" "$out/$1-gpu.log"; then
        verdict "$1" "ok: the same greedy tokens as the CPU"
    else
        verdict "$1" "FAILED: other greedy tokens than the CPU"
    fi
}

nvidia-smi >"$out/nvidia-smi.txt" 2>&1
step devices 20 $tessera devices
TESSERA_DEBUG=cuda,cc step check-mini 60 $tessera check --shape mini "@$device"
greedy=(run --model models/tessera-tiny --prompt "Once upon a time" --max-tokens 100 --greedy -q --no-ceiling)
step tiny-cpu 30 $tessera "${greedy[@]}" --device cpu
step tiny-gpu 30 $tessera "${greedy[@]}" --device "$device"
same tiny
store=(--store "$out/results.db")
step decode 90 $tessera bench decode "${store[@]}" --device "$device" --model "$model" --ctx 16,4096,32768 \
    --rounds 7 --gen "$tokens" --breakdown
step kernels 90 $tessera bench kernels "${store[@]}" --device "$device" --rounds 5 --seconds 2
greedy=(run --model "$model" --prompt-ids 1,2,3,4,5 --max-tokens 16 --ignore-eos --greedy -q --no-ceiling)
step large-cpu 50 $tessera "${greedy[@]}" --device cpu
step large-gpu 50 $tessera "${greedy[@]}" --device "$device"
same large
if command -v compute-sanitizer >/dev/null && [ "${device%%:*}" = cuda ]; then
    for tool in memcheck racecheck; do
        step $tool 60 compute-sanitizer --tool $tool --error-exitcode 9 $tessera check --shape mini \
            --dtype bf16 "@$device"
    done
else
    verdict "memcheck, racecheck" "not run: no compute-sanitizer in PATH"
fi
step ablation 90 $tessera bench decode "${store[@]}" --device "$device" --model "$model" --quick --rounds 3 \
    --gen "$tokens" --ablate all
step check-all 150 $tessera check "@$device"

# ---- summary ----

step results 20 $tessera results check "${store[@]}"
{
    echo "# $line"
    echo
    echo "$(date -u +%Y-%m-%dT%H:%MZ), commit $(git rev-parse --short HEAD 2>/dev/null || echo unknown)," \
        "$tessera, model $model; commands in commands.txt, raw output beside it, samples in results.db."
    echo
    $tessera results export "${store[@]}" --format markdown
    summary
} >"$out/summary.md"
$tessera results export "${store[@]}" --format jsonl --output "$out/results.jsonl"
step report 30 $tessera report "${store[@]}" --also results/published.jsonl --out "$out/report"
cat "$out/summary.md"
echo "gpu: $out, $SECONDS s"
! grep -q 'FAILED' "$out/verdicts.txt"
