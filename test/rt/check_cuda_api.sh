#!/bin/bash
# rt/cuda_api.h against the CUDA toolkit's own headers, where they are: numbers, layouts, and that every
# symbol is declared with as many parameters.
set -u
for folder in /usr/local/cuda/include "$(dirname "$(readlink -f "$(command -v nvcc || echo /x)")")/../include" /usr/include; do
    [ -f "$folder/cuda.h" ] && [ -f "$folder/nvrtc.h" ] && include=$folder && break
done
[ -n "${include:-}" ] || { echo "skipped: no cuda.h and nvrtc.h here"; exit 77; }
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cat >"$work/check.c" <<'END'
#include <cuda.h>
#include <nvrtc.h>
#include "rt/cuda_api.h"
#define SAME(ours, theirs) _Static_assert((int)(ours) == (int)(theirs), #ours)
#define AT(ours, theirs) _Static_assert(offsetof(ts_cu_config, ours) == offsetof(CUlaunchConfig, theirs), #ours)
SAME(TS_CU_OUT_OF_MEMORY, CUDA_ERROR_OUT_OF_MEMORY);
SAME(TS_CU_DEINITIALIZED, CUDA_ERROR_DEINITIALIZED);
SAME(TS_CU_STUB_LIBRARY, CUDA_ERROR_STUB_LIBRARY);
SAME(TS_CU_DEVICE_UNAVAILABLE, CUDA_ERROR_DEVICE_UNAVAILABLE);
SAME(TS_CU_NO_DEVICE, CUDA_ERROR_NO_DEVICE);
SAME(TS_CU_INVALID_DEVICE, CUDA_ERROR_INVALID_DEVICE);
SAME(TS_CU_INVALID_IMAGE, CUDA_ERROR_INVALID_IMAGE);
SAME(TS_CU_INVALID_CONTEXT, CUDA_ERROR_INVALID_CONTEXT);
SAME(TS_CU_NO_BINARY_FOR_GPU, CUDA_ERROR_NO_BINARY_FOR_GPU);
SAME(TS_CU_ECC_UNCORRECTABLE, CUDA_ERROR_ECC_UNCORRECTABLE);
SAME(TS_CU_NVLINK_UNCORRECTABLE, CUDA_ERROR_NVLINK_UNCORRECTABLE);
SAME(TS_CU_UNSUPPORTED_PTX, CUDA_ERROR_UNSUPPORTED_PTX_VERSION);
SAME(TS_CU_CONTAINED, CUDA_ERROR_CONTAINED);
SAME(TS_CU_INVALID_HANDLE, CUDA_ERROR_INVALID_HANDLE);
SAME(TS_CU_NOT_FOUND, CUDA_ERROR_NOT_FOUND);
SAME(TS_CU_ILLEGAL_ADDRESS, CUDA_ERROR_ILLEGAL_ADDRESS);
SAME(TS_CU_OUT_OF_RESOURCES, CUDA_ERROR_LAUNCH_OUT_OF_RESOURCES);
SAME(TS_CU_LAUNCH_TIMEOUT, CUDA_ERROR_LAUNCH_TIMEOUT);
SAME(TS_CU_CONTEXT_IS_DESTROYED, CUDA_ERROR_CONTEXT_IS_DESTROYED);
SAME(TS_CU_ASSERT, CUDA_ERROR_ASSERT);
SAME(TS_CU_HARDWARE_STACK_ERROR, CUDA_ERROR_HARDWARE_STACK_ERROR);
SAME(TS_CU_LAUNCH_FAILED, CUDA_ERROR_LAUNCH_FAILED);
SAME(TS_CU_SYSTEM_NOT_READY, CUDA_ERROR_SYSTEM_NOT_READY);
SAME(TS_CU_DRIVER_MISMATCH, CUDA_ERROR_SYSTEM_DRIVER_MISMATCH);
SAME(TS_CU_COMPAT_NOT_SUPPORTED, CUDA_ERROR_COMPAT_NOT_SUPPORTED_ON_DEVICE);
SAME(TS_CU_CAPTURE_UNSUPPORTED, CUDA_ERROR_STREAM_CAPTURE_UNSUPPORTED);
SAME(TS_CU_CAPTURE_UNJOINED, CUDA_ERROR_STREAM_CAPTURE_UNJOINED);
SAME(TS_CU_EXTERNAL_DEVICE, CUDA_ERROR_EXTERNAL_DEVICE);
SAME(TS_CU_UNKNOWN, CUDA_ERROR_UNKNOWN);
SAME(TS_CU_MULTIPROCESSORS, CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT);
SAME(TS_CU_MAJOR, CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR);
SAME(TS_CU_MINOR, CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR);
SAME(TS_CU_MAX_THREADS, CU_FUNC_ATTRIBUTE_MAX_THREADS_PER_BLOCK);
SAME(TS_CU_SHARED_BYTES, CU_FUNC_ATTRIBUTE_SHARED_SIZE_BYTES);
SAME(TS_CU_LOCAL_BYTES, CU_FUNC_ATTRIBUTE_LOCAL_SIZE_BYTES);
SAME(TS_CU_REGISTERS, CU_FUNC_ATTRIBUTE_NUM_REGS);
SAME(TS_CU_MOST_ASKED, CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES);
SAME(TS_CU_STREAM_NON_BLOCKING, CU_STREAM_NON_BLOCKING);
SAME(TS_CU_EVENT_DEFAULT, CU_EVENT_DEFAULT);
SAME(TS_CU_EVENT_NO_TIMING, CU_EVENT_DISABLE_TIMING);
SAME(TS_CU_CAPTURE_THREAD_LOCAL, CU_STREAM_CAPTURE_MODE_THREAD_LOCAL);
SAME(TS_CU_PROGRAMMATIC_SERIALIZATION, CU_LAUNCH_ATTRIBUTE_PROGRAMMATIC_STREAM_SERIALIZATION);
SAME(sizeof(ts_cu_ptr), sizeof(CUdeviceptr));
SAME(sizeof(ts_cu_device), sizeof(CUdevice));
SAME(sizeof(ts_cu_attribute), sizeof(CUlaunchAttribute));
SAME(offsetof(ts_cu_attribute, value), offsetof(CUlaunchAttribute, value));
SAME(sizeof(ts_cu_config), sizeof(CUlaunchConfig));
AT(grid_x, gridDimX); AT(grid_z, gridDimZ); AT(block_x, blockDimX); AT(block_z, blockDimZ);
AT(shared, sharedMemBytes); AT(stream, hStream); AT(attribute, attrs); AT(attributes, numAttrs);
END
${CC:-cc} -std=gnu17 -I. -Iinclude -isystem "$include" -fsyntax-only "$work/check.c" || exit 1

# Parameters of each symbol: as many commas here as in the header's declaration.
bad=0
while IFS='|' read -r symbol ours; do
    plain=$(sed -nE "s/^#define (cu[A-Za-z]+) +$symbol\$/\1/p" "$include/cuda.h" | head -n 1)
    plain=${plain:-$symbol}
    theirs=$(tr '\n' ' ' <"$include/cuda.h" | grep -oE "CUDAAPI $plain *\([^)]*\)" | head -n 1)
    [ -n "$theirs" ] || theirs=$(tr '\n' ' ' <"$include/nvrtc.h" | grep -oE "nvrtcResult $symbol *\([^)]*\)" | head -n 1)
    [ -n "$theirs" ] || { echo "$symbol is in no header"; bad=1; continue; }
    a=$(tr -cd , <<<"$ours" | wc -c) b=$(tr -cd , <<<"${theirs#*(}" | wc -c)
    [ "$a" = "$b" ] || { echo "$symbol: $ours against $theirs"; bad=1; }
done < <(tr -d '\\\n' <rt/cuda_api.h | grep -oE 'X\([a-z_]+, "[A-Za-z0-9_]+", *\([^)]*\)' | sed -E 's/X\([a-z_]+, "([^"]+)", *(.*)/\1|\2/')
exit $bad
