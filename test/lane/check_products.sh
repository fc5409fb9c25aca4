#!/bin/bash
# What compilers make of the inner loops of products: for floats and for bytes, the instructions that the
# CPU has for them, as many loads as there are operands, and nothing put aside on the stack.
# Usage: check_products.sh path/to/tessera
#
# Loops are found in the assembler by what they hold; the CPU need not be here. Skips a compiler that is not.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1

emit="$(dirname "${1:-build/tessera}")/test/test_lane_blocks --emit"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# loop FILE WORD N: the innermost loop with N instructions that match WORD; more than one: the shortest
loop() {
    awk -v word="$2" -v n="$3" '
        /^[.A-Za-z0-9_]+:/ { sub(":.*", "", $1); start[$1] = NR }
        { line[NR] = $0 }
        # a jump back, its target the last operand: x86 jcc, arm b.cc and cbnz
        $1 ~ /^(j[a-z]+|b[a-z.]*|cbn?z)$/ && ($NF in start) && start[$NF] < NR {
            found = 0
            text = ""
            for (i = start[$NF]; i <= NR; i++) {
                text = text line[i] "\n"
                if (line[i] ~ word) found++
            }
            if (found == n && (best == "" || length(text) < length(best))) best = text
        }
        END { printf "%s", best }' "$1"
}

# assembled NAME TARGET COMPILER...: the text of TARGET in $work/text.s
assembled() {
    local name=$1 target=$2
    shift 2
    command -v "$1" >/dev/null || { echo "skipped: $1 is not installed"; return 1; }
    $emit "$target" >"$work/text.c" || { echo "FAIL: $target is not emitted"; failed=1; return 1; }
    "$@" -O2 -std=gnu17 -w -ffp-contract=off -fno-math-errno -fno-trapping-math -fno-strict-aliasing -fwrapv \
        -S -o "$work/text.s" "$work/text.c" || { echo "FAIL: $name does not compile"; failed=1; return 1; }
}

# has NAME TARGET WORD COMPILER...: the instruction is there, however the loop was unrolled
has() {
    assembled "$1" "$2" "${@:4}" || return
    grep -q "$3" "$work/text.s" || { echo "FAIL: $1: no $3"; failed=1; }
}

# holds NAME TARGET WORD N COMPILER...: the loop is there and touches no stack
holds() {
    local name=$1 target=$2 word=$3 n=$4 body
    shift 4
    assembled "$name" "$target" "$@" || return
    body=$(loop "$work/text.s" "$word" "$n")
    [ -n "$body" ] || { echo "FAIL: $name: no loop of $n $word"; failed=1; return; }
    if grep -qE '\(%[re]sp\)|\[sp' <<<"$body"; then
        echo "FAIL: $name: the loop puts values aside on the stack"
        echo "$body"
        failed=1
    fi
}

holds "floats, AVX2" cpu:avx2 'vfmadd.*%ymm' 12 gcc -march=haswell
holds "bytes, AVX2" cpu:avx2 'vpmaddwd.*%ymm' 12 gcc -march=haswell
holds "bytes, AVX-VNNI" cpu:avx2 'vpdpwssd.*%ymm' 12 gcc -march=alderlake
holds "floats, AVX-512" cpu:avx512 'vfmadd.*%zmm' 24 gcc -march=skylake-avx512 -mprefer-vector-width=512
holds "bytes, AVX-512" cpu:avx512 'vpmaddwd.*%zmm' 24 gcc -march=skylake-avx512 -mprefer-vector-width=512
holds "bytes, AVX-512 VNNI" cpu:avx512 'vpdpwssd.*%zmm' 24 gcc -march=cascadelake -mprefer-vector-width=512
holds "bf16, AMX" cpu:amx 'tdpbf16ps' 4 gcc -march=sapphirerapids
has "bf16, AMX, clang" cpu:amx 'tdpbf16ps' clang -march=sapphirerapids
holds "floats, NEON" cpu:generic 'fmla.*4s' 12 aarch64-linux-gnu-gcc
holds "bytes, NEON" cpu:generic 'smlal.*4s' 24 aarch64-linux-gnu-gcc
holds "floats, AVX2, clang" cpu:avx2 'vfmadd.*%ymm' 12 clang -march=haswell
holds "bytes, AVX2, clang" cpu:avx2 'vpmaddwd.*%ymm' 12 clang -march=haswell
exit $failed
