#!/bin/bash
# How good is this machine, and what should be improved? Measures ceilings, every kernel, whole tokens, where
# their time goes and what each optimisation is worth, on the CPU and on what else `tessera devices` lists;
# then writes a report. Under ten minutes on two cores; needs 8 GB of memory.
#
#   tool/bench.sh [--out FOLDER] [--model synthetic:r1-distill-1.5b] [--shape 1.5b] [--limit SECONDS]
#
# FOLDER (build/bench) gets results.db, the report, summary.md, and each command with its output. Results of
# earlier runs in the same results.db stay and become the report's history. Exit: 1 if anything failed.
set -u
cd "$(dirname "$0")/.." || exit 1
out=build/bench model=synthetic:r1-distill-1.5b shape=1.5b limit=560
while [ $# -gt 1 ]; do
    case $1 in
    --out) out=$2 ;;
    --model) model=$2 ;;
    --shape) shape=$2 ;;
    --limit) limit=$2 ;;
    *) echo "bench: unknown option $1" >&2; exit 1 ;;
    esac
    shift 2
done
tessera=build/tessera
mkdir -p "$out" || exit 1
# shellcheck source=tool/steps.sh
. tool/steps.sh

store=(--store "$out/results.db")
decode=(bench decode "${store[@]}" --model "$model")
# Six rounds at least wherever time allows: no interval of fewer holds a median in 95 % of cases, and what has
# fewer is shown without a rank.
step kernels 140 $tessera bench kernels "${store[@]}" --shape "$shape" --rounds 6 --seconds 2
# Before decode: of lines of the same kind a report takes the newest, and these have fewer rounds.
step ablation 210 $tessera "${decode[@]}" --quick --rounds 3 --seconds 12 --prompt 4 --gen 8 --ablate all
step decode 120 $tessera "${decode[@]}" --rounds 6 --seconds 6 --prompt 4 --gen 4 --ctx 16,1024,4096 --breakdown
step prefill 45 $tessera "${decode[@]}" --rounds 6 --seconds 10 --prompt 128 --gen 0 --ctx 0
for dtype in q8 q4 mxfp4; do # codes: a prompt and tokens
    step "$dtype" 40 $tessera "${decode[@]}" --dtype $dtype --rounds 6 --seconds 5 --prompt 128 --gen 8
done
step batch 50 $tessera "${decode[@]}" --rounds 6 --seconds 8 --batch 1,8 --prompt 0 --gen 4 --ctx 16
if $tessera devices | grep -q '^cpu:amx '; then # what vectors reach, which a goal is a share of
    step vectors 20 $tessera bench ceiling "${store[@]}" --device cpu:avx512
fi
step ladder 80 $tessera targets --verify --dtype bf16 "${store[@]}"
step decode-f16 40 $tessera "${decode[@]}" --dtype f16 --rounds 6 --seconds 6 --prompt 4 --gen 4
step decode-1-thread 40 $tessera "${decode[@]}" --threads 1 --rounds 6 --seconds 8 --prompt 4 --gen 4
if $tessera devices | grep -q '^opencl:0 '; then
    step opencl 50 $tessera "${decode[@]}" --device opencl:0 --rounds 6 --seconds 9 --prompt 2 --gen 2
    step opencl-kernels 60 $tessera bench kernels "${store[@]}" --device opencl:0 --shape "$shape" \
        --kernel proj,gate_up,lm_head_matvec --rounds 6 --seconds 2
fi
limit=$((SECONDS + 60)) # what was measured is always shown
step check 30 $tessera results check "${store[@]}"
$tessera results export "${store[@]}" --format markdown --output "$out/summary.md"
summary >>"$out/summary.md"
step report 30 $tessera report "${store[@]}" --also results/published.jsonl --out "$out/report"
echo "bench: $out/report/index.html, figures in $out/summary.md, $SECONDS s"
! grep -q 'FAILED' "$out/verdicts.txt"
