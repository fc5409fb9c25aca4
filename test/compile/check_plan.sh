#!/bin/bash
# check_plan.sh TESSERA - TESSERA_DEBUG=plan says what was decided about a kernel, in the terms of the target's family,
# and nothing of it without that word.
set -euo pipefail
tessera=$1
fail() { echo "check_plan: $1"; exit 1; }

# plan TARGET KERNEL: what is said on stderr
plan() { TESSERA_DEBUG=plan "$tessera" emit "$2" --target "$1" 2>&1 >/dev/null; }

# says TARGET KERNEL PATTERN...: each is a line of the plan
says() {
    local text target=$1 kernel=$2
    text=$(plan "$target" "$kernel")
    shift 2
    for pattern in "$@"; do
        grep -Eq -- "$pattern" <<<"$text" || fail "the plan of $kernel for $target has no line like '$pattern':"$'\n'"$text"
    done
}

says cpu:avx2 lm_head_matvec '^plan lm_head_matvec for cpu:avx2: [0-9]+ bytes read a program, [0-9]+ side by side, vectors of 8$' \
    ' load +stream +inlined into %' ' var +[0-9]+ x [0-9]+ slots$'
says cpu:avx2 prefill_q_gemm ' cast +[0-9]+ x [0-9]+ slots  panel$' ' dot_t .*inlined into %[0-9]+  in blocks$' ' uniform$' \
    ' add .*  with %[0-9]+ inside$'
says cpu:amx prefill_attention_gqa ' mul .*squares, 3 bf16 an element$' ' cast .*panel  squares, 1 bf16 an element$' \
    ' dot_t .* slots  by the matrix unit$'
says cpu:amx prefill_q_gemm ' cast .*panel  squares, 1 bf16 an element$' ' cast .*squares, 1 bf16 an element  with %[0-9]+$' \
    ' dot_t .* slots  with %[0-9]+  by the matrix unit$'
says spirv prefill_q_gemm ': [0-9]+ bytes read a program, plain, groups of [0-9]+ threads in [0-9]+ teams?, [0-9]+ words of shared memory$' \
    ', wide, groups of ' ' load .*shared at word [0-9]+, .* elements in each, straight from memory$' \
    ' dot_t +spread, [0-9]+ x [0-9]+ a thread, [0-9]+ down$'
says opencl rms_norm_1536 ' spread, 1 x [0-9]+ a thread, 1 down'

# One program has no plan of another family.
plan spirv prefill_q_gemm | grep -q slots && fail "threads have no slots"
plan cpu:avx2 prefill_q_gemm | grep -q 'a thread' && fail "programs of a cpu are not spread over threads"
said=$(TESSERA_DEBUG=text "$tessera" emit rms_norm_1536 --target spirv 2>&1 >/dev/null | strings | grep '^plan ' || true)
[ -z "$said" ] || fail "a plan was printed that nobody asked for"
echo "plans of both families are told"
