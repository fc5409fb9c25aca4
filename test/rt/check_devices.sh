#!/bin/bash
# Every device that `tessera devices` lists besides the cpu: all kernels agree with their references
# there, and a small model says the same tokens as on the cpu (as in test_device_parity.c: one of the two
# finds the texts compiled). Each text is compiled, so the devices take
# turns with the dtypes of weights, and kernels of a chunk, which PoCL compiles for minutes, stay out; "all"
# makes each of them take all (`make long`), but for those where each thread is a fiber.
# Usage: check_devices.sh path/to/tessera [all]
set -euo pipefail
cd "$(dirname "$0")/../.."
tessera=$1 all=${2:-}
dtypes=(f16 f32 bf16)
out=$(mktemp) cpu=$(mktemp)
trap 'rm -f "$out" "$cpu"' EXIT

# What a driver's own threads and libraries keep for the life of the process is not ours to free.
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0"

fail() { echo "$1"; cat "$out"; exit 1; }

# tokens DEVICE MODEL
tokens() { "$tessera" run --model "$2" --ctx 1024 --kv f32 --prompt-ids 3,1,4,1,5 --max-tokens 8 --ignore-eos --greedy --quiet --device "$1"; }

"$tessera" devices >"$out" || fail "no list of devices"
mapfile -t devices < <(awk '$1 !~ /^(cpu|pipe):/ { print $1 }' "$out")
[ ${#devices[@]} -gt 0 ] || { echo "skipped: this machine lists no device besides the cpu"; exit 77; }

turn=0
mapfile -t short < <(sed -n 's/^ *\.name = "\([a-z0-9_]*\)",$/\1/p' kernels/r1_distill/*.c | grep -vE '^(r1_distill$|prefill_)')
[ ${#short[@]} -gt 10 ] || fail "no list of kernels"
for device in "${devices[@]}"; do
    dtype=${dtypes[turn++ % 3]}
    [[ $all && $device != shim:* ]] && dtype=all
    kernels=("${short[@]}")
    [ -z "$all" ] || kernels=("")
    "$tessera" check --shape mini --dtype "$dtype" "${kernels[@]/%/@$device}" >"$out" 2>&1 ||
        fail "$device: kernels disagree"
    grep -q '^\([0-9]*\) of \1 kernels agree' "$out" || fail "$device: no summary"
    model=models/tessera-tiny
    [[ $device != shim:* ]] || model=synthetic:mini:bf16
    tokens cpu $model >"$cpu" 2>"$out" || fail "the cpu device does not run"
    tokens "$device" $model >"$out" 2>&1 || fail "$device: does not run"
    cmp -s "$out" "$cpu" || { cat "$cpu"; fail "$device: other tokens than on the cpu"; }
    echo "$device: kernels agree ($dtype), same tokens as the cpu"
done
