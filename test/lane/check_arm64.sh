#!/bin/bash
# 64-bit arm: the compiler, the runtime and the checks, built for it and run under qemu.
# Usage: check_arm64.sh path/to/tessera [full]
#
# Every kernel is emitted, compiled without a warning and run there, against its reference, on a CPU with
# arithmetic of f16 and on one without; what is compiled holds NEON instructions. The forms of bench/peak_*.c
# that are written in NEON give what plain C gives, on a CPU with products of bytes (sdot) and on one
# without. "full" takes a second shape and dtype, compiles kernels as users do, and the text of the 1.5B
# shape. Skips without aarch64-linux-gnu-gcc or qemu-aarch64.
set -uo pipefail
cd "$(dirname "$0")/../.."

tessera=${1:-build/tessera}
full=${2:-}
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

# ---- the program ----

# What needs no library, of which the linker takes what is called: nettle's hash is stood in for, Vulkan left out.
sources() {
    ls tile/*.c compile/*.c lane/*.c simt/*.c kernels/*/*.c kernels/*.c check/*.c rt/*.c engine/memory.c engine/tuned.c \
        test/lane/arm64/main.c "$build"/cpu_prelude.c "$build"/cpu_unit.c "$build"/lowering.c | grep -v '^rt/vulkan'
    grep -LE '"store/|<(jansson|sqlite3)' bench/*.c
    echo rt/vulkan_absent.c
}

# compile FILE : what computes a lot is optimised a little
compile() {
    local level=-O0
    case $1 in check/* | tile/*) level=-O1 ;; esac
    $launcher $cc -std=gnu17 $level -D_GNU_SOURCE -I. -Iinclude -isystem test/lane/arm64 -c "$1" \
        -o "$work/$(tr / _ <<<"$1").o" || echo "FAIL: $1"
}
launcher=$(command -v ccache)
export -f compile
export cc work launcher
sources | xargs -P 2 -I{} bash -c 'compile {}'
aarch64-linux-gnu-ar rcs "$work/all.a" "$work"/*.c.o
$cc "$work"/test_lane_arm64_main.c.o "$work/all.a" -o "$work/main" -lm -ldl -lpthread || { echo "FAIL: it does not build"; exit 1; }

# ---- what it runs ----

# The runtime takes the first cc in PATH. This one lets warnings count, which the runtime turns off, and
# optimises less, since each kernel runs a few times only.
mkdir "$work/bin"
kernel_level=-O1
[ "$full" != full ] || kernel_level=-O2
cat >"$work/bin/cc" <<SH
#!/bin/bash
for word; do
    shift
    [ "\$word" = -w ] || set -- "\$@" "\$word"
done
exec $cc "\$@" -Wall -Wextra -Werror -Wno-psabi $kernel_level
SH
chmod +x "$work/bin/cc"
on_arm() { PATH=$work/bin:$PATH TESSERA_CACHE=$work/cache qemu-aarch64 -cpu "$1" -L /usr/aarch64-linux-gnu "$work/main" "${@:2}"; }

on_arm max kernels tails 2 || fail "kernels"
for object in "$work"/cache/*/*.so; do
    neon=$(aarch64-linux-gnu-objdump -d "$object" | grep -cE '\sfmla\s+v[0-9]+\.4s')
    [ "$neon" -gt 100 ] || fail "only $neon multiply-adds of four floats"
done
on_arm cortex-a53 kernels tails 1 || fail "kernels without arithmetic of f16"
on_arm max peaks || fail "peaks with sdot"
on_arm cortex-a53 peaks || fail "peaks without sdot"
[ "$full" = full ] || exit $failed

on_arm max kernels mini 2 || fail "kernels at mini"
# At -O2 gcc 12 warns of elements past a vector, which the loop of stm_h, ended at LANES, never reads.
"$tessera" emit all --target cpu:generic | $cc -x c -std=gnu17 -O1 -Wall -Wextra -Werror -Wno-psabi \
    -ffp-contract=off -fno-math-errno -fno-trapping-math -fno-strict-aliasing -fwrapv -c -o "$work/all.o" - ||
    fail "the text of the 1.5B shape does not compile without a warning"
exit $failed
