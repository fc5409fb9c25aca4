#!/bin/bash
# `tessera check --vectors`: recorded vectors agree, and files that are wrong in one place after the other do not.
# Usage: check_vectors.sh path/to/tessera
set -euo pipefail
tessera=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
out=$work/out

fail() { echo "$1"; cat "$out"; exit 1; }

# le BYTES: a length as 8 bytes
le() {
    local i
    for i in 0 8 16 24 32 40 48 56; do printf "\\x$(printf %02x $(($1 >> i & 255)))"; done
}

# file HEADER DATA: x, w and y of 16 elements each
file() {
    rm -f "$work"/v/*
    { le ${#1}; printf '%s' "$1"; printf "$2"; } >"$work/v/a.safetensors"
}

# header KERNEL CASES W Y: of a norm of 16 ones, with weights of 1
header() {
    printf '{"__metadata__":{"kernel":"%s","cases":"%s"},' "$1" "$2"
    printf '"a.in.x":{"dtype":"BF16","shape":[1,16],"data_offsets":[0,32]},'
    printf '"%s,"shape":[16],"data_offsets":[32,64]},' "$3"
    printf '"%s,"shape":[1,16],"data_offsets":[64,96]}}' "$4"
}

# says STATUS TEXT: the run ends so, and says that; never by a signal or in more lines than it has to say
says() {
    local status=0
    "$tessera" check --vectors "$work/v" @none >"$out" 2>&1 || status=$?
    [ $status = "$1" ] || fail "status $status, not $1: $2"
    grep -qF -- "$2" "$out" || fail "does not say: $2"
}

mkdir "$work/v"
norm='{\"a\":{\"eps\":1e-6,\"column\":0}}' w='a.in.w":{"dtype":"BF16"' y='a.out.y":{"dtype":"BF16"'
ones=''
for ((i = 0; i < 47; i++)); do ones+='\x80\x3f'; done
whole=$(header rmsnorm "$norm" "$w" "$y")

file "$whole" "$ones\\x80\\x3f"
says 0 '1 of 1 vector agrees'
grep -q 'ok$' "$out" || fail "no ok"
file "$whole" "$ones\\x82\\x3f"
says 1 'y[15] is 1, recorded 1.015625'
file "$whole" "$ones"
says 1 'past the end'
file "${whole/in.w/in.v}" "$ones\\x80\\x3f"
says 1 'it has no tensor w'
file "${whole/out.y/out.z}" "$ones\\x80\\x3f"
says 1 'no output of it is recorded'
file "$(header rmsnorm "$norm" 'a.in.w":{"dtype":"U16"' "$y")" "$ones\\x80\\x3f"
says 1 'is U16, which no param is made from'
file "$(header rmsnorm "$norm" "$w" 'a.out.y":{"dtype":"F16"')" "$ones\\x80\\x3f"
says 1 'recorded 1.875'
file "$(header rmsnorm '{\"a\":{\"column\":0}}' "$w" "$y")" "$ones\\x80\\x3f"
says 1 'its parameter eps is no number'
file "$(header rmsnorm '{\"a\":{\"eps\":2,\"column\":0}}' "$w" "$y")" "$ones\\x80\\x3f"
says 1 'left out: eps=2: must be a number from 0 to 1'
file "$(header rmsnorm '{\"a\":' "$w" "$y")" "$ones\\x80\\x3f"
says 1 'FAILED'
file "$(header rmsnorm '{}' "$w" "$y")" "$ones\\x80\\x3f"
says 1 'it has no case'
file "${whole/cases/cased}" "$ones\\x80\\x3f"
says 1 'has no cases'
file "$(header zebra "$norm" "$w" "$y")" "$ones\\x80\\x3f"
says 1 'no suite has a kernel for zebra'
rm "$work"/v/*
says 1 'has no file *.safetensors'

data=${TESSERA_TEST_DATA:-}/goldens/kernels
[ -d "$data" ] || exit 0
cp "$data"/mla_decode.safetensors "$data"/ragged_attention.safetensors "$data"/v4_act_quant.safetensors "$work/v"
says 0 '2 of 2 vectors agree'
grep -q '1 file left out' "$out" || fail "v4_act_quant is compared"
[ "$(grep -c ' ok$' "$out")" = 2 ] || fail "two are ok"

rm "$work"/v/*
LC_ALL=C sed 's/in\.cu_kv/in.cu_kw/g' "$data/ragged_attention.safetensors" >"$work/v/a.safetensors"
says 1 'it has no tensor in.cu_kv'
