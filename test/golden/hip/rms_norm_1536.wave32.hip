// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel=rms_norm_1536 entry=ts_rms_norm_1536 params=i32:x:1536,i16:gamma:1536,o32:y:1536 sizes=0 cost=1 wide=0 threads=256 teams=1 count=1 shared=64
extern "C" __global__ void __launch_bounds__(256) ts_rms_norm_1536(
    const float *b0, // x
    const unsigned short *b1, // gamma
    float *b2) // y
{
    __shared__ unsigned shared[16];
    const int v1 = (int)blockIdx.x;
    const int v3 = (int)gridDim.x;
    const int v5 = (int)threadIdx.x;
    for (int v6 = v1; v6 < 1; v6 += v3) {
        float v10 = 0.0f;
        for (int v11 = 0; v11 < 1536; v11 += 256) {
            const float v13 = b0[v11 + v5];
            v10 = fmaf(v13, v13, v10);
        }
        const float v18 = v10;
        const float v19 = __shfl_xor(v18, 16);
        const float v20 = v18 + v19;
        const float v21 = __shfl_xor(v20, 8);
        const float v22 = v20 + v21;
        const float v23 = __shfl_xor(v22, 4);
        const float v24 = v22 + v23;
        const float v25 = __shfl_xor(v24, 2);
        const float v26 = v24 + v25;
        const float v27 = __shfl_xor(v26, 1);
        const float v29 = v26 + v27;
        __syncthreads();
        if (v5 % 32 == 0) {
            shared[v5 / 32] = __float_as_uint(v29);
        }
        __syncthreads();
        const unsigned v39 = shared[0];
        const unsigned v41 = shared[1];
        const unsigned v45 = shared[2];
        const unsigned v49 = shared[3];
        const unsigned v53 = shared[4];
        const float v55 = __uint_as_float(v39) + __uint_as_float(v41) + __uint_as_float(v45) + __uint_as_float(v49) + __uint_as_float(v53);
        const unsigned v57 = shared[5];
        const unsigned v61 = shared[6];
        const unsigned v65 = shared[7];
        const float v69 = (v55 + __uint_as_float(v57) + __uint_as_float(v61) + __uint_as_float(v65)) / 1536.0f;
        const float v72 = rsqrtf(v69 + 1e-06f);
        for (int v73 = 0; v73 < 1536; v73 += 256) {
            const int v74 = v73 + v5;
            const float v75 = b0[v74];
            const unsigned v77 = (unsigned)b1[v74];
            b2[v74] = v75 * v72 * __uint_as_float(v77 << 16);
        }
    }
}
