#!/bin/bash
# 64-bit arm: the compiler, the runtime and the checks, built for it and run under qemu.
# Usage: check_arm64.sh path/to/tessera
#
# The text of cpu:generic compiles without a warning and holds NEON instructions. Every kernel is emitted,
# compiled and run there, against its reference. The forms of bench/peak_*.c that are written in NEON give
# what plain C gives, on a CPU with products of bytes (sdot) and on one without. Skips without
# aarch64-linux-gnu-gcc or qemu-aarch64.
set -uo pipefail
cd "$(dirname "$0")/.."

tessera=${1:-build/tessera}
build=$(dirname "$tessera")
cc=aarch64-linux-gnu-gcc
for need in $cc qemu-aarch64; do
    command -v $need >/dev/null || { echo "skipped: $need is not installed"; exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

fail() {
    echo "FAIL: $*"
    failed=1
}

# ---- the text ----

text_flags="-std=gnu17 -O1 -Wall -Wextra -Werror -Wno-psabi -ffp-contract=off -fno-math-errno
    -fno-trapping-math -fno-strict-aliasing -fwrapv"
"$tessera" emit all --target cpu:generic >"$work/all.c" && $cc $text_flags -c "$work/all.c" -o "$work/all.o" ||
    fail "the text does not compile without a warning"
neon=$(aarch64-linux-gnu-objdump -d "$work/all.o" | grep -cE '\sfmla\s+v[0-9]+\.4s')
[ "$neon" -gt 100 ] || fail "only $neon multiply-adds of four floats"

# ---- the program ----

# What kernels need and no library: nettle's hash is stood in for, Vulkan left out.
sources() {
    ls tile/*.c pass/*.c emit/*.c kernels/*/*.c kernels/*.c check/*.c rt/*.c bench/peak*.c bench/ceiling*.c \
        bench/noise.c bench/stats.c bench/rounds.c engine/plan.c test/arm64/main.c \
        "$build"/cpu_prelude.c "$build"/shim_*.c | grep -v '^rt/vulkan'
    echo rt/vulkan_absent.c
}

# compile FILE : what computes a lot is optimised a little
compile() {
    local level=-O0
    case $1 in check/* | tile/* | kernels/*) level=-O1 ;; esac
    $launcher $cc -std=gnu17 $level -D_GNU_SOURCE -I. -Iinclude -isystem test/arm64 -c "$1" \
        -o "$work/$(tr / _ <<<"$1").o" || echo "FAIL: $1"
}
launcher=$(command -v ccache)
export -f compile
export cc work launcher
sources | xargs -P 2 -I{} bash -c 'compile {}'
$cc "$work"/*.c.o -o "$work/main" -lm -ldl -lpthread || { echo "FAIL: it does not build"; exit 1; }

# The runtime takes the first cc in PATH.
mkdir "$work/bin"
ln -s "$(command -v $cc)" "$work/bin/cc"
on_arm() { PATH=$work/bin:$PATH TESSERA_CACHE=$work/cache qemu-aarch64 -cpu "$1" -L /usr/aarch64-linux-gnu "$work/main" "${@:2}"; }

on_arm max kernels mini 2 || fail "kernels"
on_arm cortex-a53 kernels tails 1 || fail "kernels without arithmetic of f16"
on_arm max peaks || fail "peaks with sdot"
on_arm cortex-a53 peaks || fail "peaks without sdot"
exit $failed
