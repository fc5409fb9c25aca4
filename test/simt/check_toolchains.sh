#!/bin/bash
# The vendors' compilers read what is emitted for their languages: no error, no warning, no spill.
# Usage: check_toolchains.sh path/to/tessera [full]
#
# Every kernel of the suite at the 1.5B shape, all in one text per target, with weights in bf16 or in f16;
# beside them one kernel that uses every operation (test_clike prints it) and, for CUDA and HIP, products by matrix units, for
# CUDA one of copies.
# Which compilers, and how they are called, is in proof/. "full" takes both dtypes instead of one a language, and every architecture instead
# of one. A compiler that is missing is named and skipped.
set -uo pipefail
cd "$(dirname "$0")/../.."

tessera=${1:-build/tessera}
full=${2:-}
every_op=$(dirname "$tessera")/test/test_clike
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
compiled=0 failed=0
spilled='[1-9][0-9]+ bytes spill|Spill: [1-9]'

# texts LANGUAGE TARGET EXTENSION DTYPE : $work/LANGUAGE.{bf16,nvfp4,f16,ops}.EXTENSION, the last if there is
# test_clike; of the dtypes only DTYPE, unless all are wanted, and the suite r1_nvfp4 beside bf16
texts() {
    if [ "$full" = full ] || [ "$4" = bf16 ]; then
        "$tessera" emit all --suite r1_distill --target "$2" -o "$work/$1.bf16.$3" || failed=1
        "$tessera" emit all --suite r1_nvfp4 --target "$2" -o "$work/$1.nvfp4.$3" || failed=1
    fi
    if [ "$full" = full ] || [ "$4" = f16 ]; then
        "$tessera" emit all --suite r1_distill --target "$2" --dtype f16 --kv f16 -o "$work/$1.f16.$3" || failed=1
    fi
    [ ! -x "$every_op" ] || "$every_op" --print "${2%%:*}" >"$work/$1.ops.$3" || failed=1
}

# compiles WHAT COMMAND... : succeeds, says nothing of a warning or of spilled registers; one or two
# are what ptxas gives away at times to have more threads at once, not a lack of registers.
compiles() {
    local what=$1 start=$SECONDS
    shift
    compiled=$((compiled + 1))
    if ! "$@" >"$work/log" 2>&1; then
        echo "FAIL: $what does not compile"
        head -20 "$work/log"
        failed=1
    elif grep -qE "$spilled" "$work/log" && [[ $what = *.nvfp4.* ]]; then
        # Not tuned for devices of threads yet (doc/targets.md); which kernels they are is told.
        echo "ok: $what ($((SECONDS - start)) s), but these spill:" \
            "$(grep -E 'Compiling entry|Function Name|spill|Spill' "$work/log" | grep -E -B 2 "$spilled" |
                grep -oE "ts_[a-z0-9_]+" | sort -u | tr '\n' ' ')"
    elif grep -qE "$spilled" "$work/log"; then
        echo "FAIL: $what spills registers"
        grep -E 'Compiling entry|Function Name|spill|Spill' "$work/log" |
            grep -E -B 1 "$spilled" | head -20
        failed=1
    else
        echo "ok: $what ($((SECONDS - start)) s)"
    fi
}

# vendor TARGET EXTENSION DTYPE : by the compiler that the target's proof names (proof/)
vendor() {
    local text file=${1##*:}
    "$tessera" targets --compile /dev/null --target "$1" 2>&1 |
        sed -n "s/^tessera targets: \($1: not found: .*\)/skipped: \1/p" >"$work/absent"
    [ ! -s "$work/absent" ] || { cat "$work/absent"; return; }
    texts "$file" "$1" "$2" "$3"
    for text in "$work/$file".*."$2"; do
        compiles "$(basename "$text")" "$tessera" targets --compile "$text" --target "$1" \
            ${full:+--chip all}
    done
}

# The same texts by what compiles OpenCL at run time.
opencl_driver() {
    [ -e "$work/opencl.bf16.cl" ] || texts opencl opencl cl bf16
    cat >"$work/build.c" <<'C'
#define CL_TARGET_OPENCL_VERSION 120
#include <CL/cl.h>
#include <stdio.h>
#include <stdlib.h>
int main(int argc, char **argv)
{
    static char text[16 << 20], log[1 << 16];
    const char *source = text;
    cl_platform_id platform;
    cl_device_id device;
    cl_int rc;
    FILE *f = argc > 1 ? fopen(argv[1], "r") : NULL;
    if (clGetPlatformIDs(1, &platform, NULL) ||
        clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, 1, &device, NULL))
        return 77;
    if (!f || fread(text, 1, sizeof text - 1, f) < 1) return 1;
    cl_context context = clCreateContext(NULL, 1, &device, NULL, NULL, &rc);
    cl_program program = clCreateProgramWithSource(context, 1, &source, NULL, &rc);
    if (!rc) rc = clBuildProgram(program, 1, &device, "-cl-std=CL1.2", NULL, NULL);
    clGetProgramBuildInfo(program, device, CL_PROGRAM_BUILD_LOG, sizeof log, log, NULL);
    if (rc) fprintf(stderr, "%d\n%s\n", rc, log);
    return rc != 0;
}
C
    if ! ${CC:-cc} "$work/build.c" -o "$work/build" -lOpenCL 2>"$work/log"; then
        echo "skipped: opencl driver: no OpenCL headers and loader to build with"
        return
    fi
    "$work/build" >/dev/null 2>&1
    [ $? != 77 ] || { echo "skipped: opencl driver: no OpenCL platform"; return; }
    for text in "$work"/opencl.*.cl; do
        compiles "$(basename "$text") by the driver" "$work/build" "$text"
    done
}

# has WHAT FILE INSTRUCTION... : the assembly in FILE has each of these.
has() {
    local what=$1 file=$2 instruction
    shift 2
    for instruction in "$@"; do
        grep -qE "[[:space:]]${instruction//./[.]}[[:space:]]" "$file" && continue
        echo "FAIL: $what has no $instruction"
        failed=1
    done
}

# NVIDIA's disassembler, where their compiler is: that of a toolkit, else the package of PyPI (5 MB, once).
find_nvdisasm() {
    local venv=build/venv-cuda
    nvcc=$(command -v nvcc || ls /usr/local/cuda/bin/nvcc 2>/dev/null)
    nvdisasm=$(command -v nvdisasm || ls /usr/local/cuda/bin/nvdisasm 2>/dev/null)
    [ -n "$nvcc" ] && [ -z "$nvdisasm" ] && command -v python3 >/dev/null || return
    (
        flock 9
        [ -e $venv/complete ] || { python3 -m venv $venv &&
            $venv/bin/python -m pip install -q --disable-pip-version-check --timeout 20 --retries 1 --no-deps \
                --require-hashes --only-binary :all: -r test/py/requirements-cuda.txt && touch $venv/complete; }
    ) 9>build/venv-cuda.lock >"$work/log" 2>&1 || echo "skipped: nvdisasm from PyPI: $(tail -n 1 "$work/log")"
    nvdisasm=$(ls $venv/lib/python3*/site-packages/nvidia/*/bin/nvdisasm 2>/dev/null)
}

# cuda_units ARCHITECTURE INSTRUCTION... : products by matrix units, of each kind of elements, become these: nvdisasm reads
# them in what nvcc made.
cuda_units() {
    local chip=$1 print what="units.cu for $1"
    print=$(dirname "$tessera")/test/test_matrix_text
    if [ ! -x "$print" ] || [ -z "$nvcc" ]; then
        echo "skipped: $what: no nvcc or no test_matrix_text"
        return
    fi
    shift
    "$print" --print cuda >"$work/units.cu" || failed=1
    compiles "$what" "$nvcc" -x cu -cubin "-arch=$chip" --fmad=false -Werror all-warnings -Xptxas -v \
        "$work/units.cu" -o "$work/units.cubin"
    if [ -z "$nvdisasm" ]; then
        echo "skipped: instructions of $what: no nvdisasm (NVIDIA's CUDA toolkit; of PyPI nvidia-cuda-nvdisasm)"
    elif ! "$nvdisasm" "$work/units.cubin" >"$work/units.sass" 2>"$work/log"; then
        echo "FAIL: nvdisasm does not read $what: $(head -1 "$work/log")"
        failed=1
    else
        has "$what" "$work/units.sass" "$@"
    fi
}

# units TARGET ARCHITECTURE INSTRUCTION... : the same for HIP. To assembly and without the device library, which packages
# do not have for all of these GPUs.
units() {
    local target=$1 chip=$2 print clang text
    local what="units.${1##*:}.hip for $2"
    print=$(dirname "$tessera")/test/test_matrix_text
    clang=$(command -v clang++-19 || command -v clang++)
    if [ ! -x "$print" ] || [ -z "$clang" ] || [ ! -r /usr/include/hip/hip_runtime.h ]; then
        echo "skipped: $what: no clang, no headers of HIP or no test_matrix_text"
        return
    fi
    shift 2
    text="$work/units.hip"
    "$print" --print "$target" >"$text" || failed=1
    compiles "$what" "$clang" -x hip -std=c++17 -O3 -Werror -Wno-pass-failed -S \
        --cuda-device-only "--offload-arch=$chip" --rocm-path=/usr -nogpulib \
        -Rpass-analysis=kernel-resource-usage "$text" -o "$work/units.s"
    has "$what" "$work/units.s" "$@"
}

# copies ARCHITECTURE : a product whose operands go to shared memory past the registers (test_copy_text prints it), as
# machine code.
copies() {
    local what="copies.cu for $1" print
    print=$(dirname "$tessera")/test/test_copy_text
    if [ ! -x "$print" ] || [ -z "$nvcc" ] || [ -z "$nvdisasm" ]; then
        echo "skipped: $what: no nvcc, no nvdisasm or no test_copy_text"
        return
    fi
    "$print" --print >"$work/copies.cu" || failed=1
    compiles "$what" "$nvcc" --fmad=false "-arch=$1" -Werror all-warnings -Xptxas -v -cubin \
        "$work/copies.cu" -o "$work/copies.cubin"
    "$nvdisasm" -c "$work/copies.cubin" >"$work/copies.s" || failed=1
    for instruction in LDGSTS LDGDEPBAR DEPBAR; do
        grep -qw "$instruction" "$work/copies.s" && continue
        echo "FAIL: $what has no $instruction"
        failed=1
    done
}

# quartets : products by four warps together (test_quartet_text prints some), of each kind of elements.
quartets() {
    local what="quartets.cu for sm_90a" print kind
    print=$(dirname "$tessera")/test/test_quartet_text
    if [ ! -x "$print" ] || [ -z "$nvcc" ] || [ -z "$nvdisasm" ]; then
        echo "skipped: $what: no nvcc, no nvdisasm or no test_quartet_text"
        return
    fi
    for kind in bf16:HGMMA.64x64x16.F32.BF16 f16:HGMMA.64x64x16.F32 f8e4m3:QGMMA.64x64x32.F32.E4M3.E4M3; do
        "$print" --print "${kind%%:*}" >"$work/quartets.cu" || failed=1
        compiles "$what, ${kind%%:*}" "$nvcc" -cubin -arch=sm_90a --fmad=false -Werror all-warnings -Xptxas -v \
            "$work/quartets.cu" -o "$work/quartets.cubin"
        "$nvdisasm" "$work/quartets.cubin" >"$work/quartets.s" || failed=1
        has "$what" "$work/quartets.s" "${kind#*:}" WARPGROUP.ARRIVE FENCE.VIEW.ASYNC.S
    done
}

find_nvdisasm
vendor cuda cu bf16
copies sm_80
quartets
cuda_units sm_120a HMMA.16816.F32.BF16 HMMA.16816.F32 IMMA.16832.S8.S8 QMMA.16832.F32.E4M3.E4M3 OMMA.SF.16864.F32.E2M1.E2M1.E8 \
    OMMA.SF.16864.F32.E2M1.E2M1.UE4M3.4X
if [ "$full" = full ]; then
    vendor cuda:hopper cu bf16
    cuda_units sm_75 SHFL.IDX
    cuda_units sm_80 HMMA.16816.F32.BF16 HMMA.16816.F32 IMMA.16832.S8.S8 SHFL.IDX
    cuda_units sm_90 HMMA.16816.F32.BF16 HMMA.16816.F32 IMMA.16832.S8.S8 F2FP.F16.E4M3.UNPACK_B
    cuda_units sm_89 HMMA.16816.F32.BF16 HMMA.16816.F32 IMMA.16832.S8.S8 QMMA.16832.F32.E4M3.E4M3 SHFL.IDX
fi
vendor musa mu f16
vendor hip:wave64 hip bf16
vendor hip:wave32 hip f16
units hip:wave64 gfx942 v_mfma_f32_16x16x16_f16 v_mfma_f32_16x16x16_bf16 v_mfma_i32_16x16x32_i8
units hip:wave32 gfx1100 v_wmma_f32_16x16x16_f16 v_wmma_f32_16x16x16_bf16 v_wmma_i32_16x16x16_iu8
if [ "$full" = full ]; then
    copies sm_90a
    units hip:wave64 gfx90a v_mfma_f32_16x16x16f16 v_mfma_f32_16x16x16bf16_1k v_mfma_i32_16x16x16i8
    units hip:wave64 gfx906 ds_bpermute_b32
    units hip:wave32 gfx1030 ds_bpermute_b32
fi
vendor opencl cl bf16
opencl_driver
[ $failed = 0 ] || exit 1
[ $compiled -gt 0 ] || exit 77
echo "$compiled texts compiled"
