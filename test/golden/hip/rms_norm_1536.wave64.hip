// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel=rms_norm_1536 entry=ts_rms_norm_1536 params=i32:x:1536,i16:gamma:1536,o32:y:1536 sizes=0 cost=1 wide=0 threads=512 teams=1 count=1 shared=64
extern "C" __global__ void __launch_bounds__(512) ts_rms_norm_1536(
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
        for (int v11 = 0; v11 < 1536; v11 += 512) {
            const float v13 = b0[v11 + v5];
            v10 = fmaf(v13, v13, v10);
        }
        const float v18 = v10;
        const float v19 = __shfl_xor(v18, 32);
        const float v20 = v18 + v19;
        const float v21 = __shfl_xor(v20, 16);
        const float v22 = v20 + v21;
        const float v23 = __shfl_xor(v22, 8);
        const float v24 = v22 + v23;
        const float v25 = __shfl_xor(v24, 4);
        const float v26 = v24 + v25;
        const float v27 = __shfl_xor(v26, 2);
        const float v28 = v26 + v27;
        const float v29 = __shfl_xor(v28, 1);
        const float v31 = v28 + v29;
        __syncthreads();
        if (v5 % 64 == 0) {
            shared[v5 / 64] = __float_as_uint(v31);
        }
        __syncthreads();
        const unsigned v41 = shared[0];
        const unsigned v43 = shared[1];
        const unsigned v47 = shared[2];
        const unsigned v51 = shared[3];
        const unsigned v55 = shared[4];
        const float v57 = __uint_as_float(v41) + __uint_as_float(v43) + __uint_as_float(v47) + __uint_as_float(v51) + __uint_as_float(v55);
        const unsigned v59 = shared[5];
        const unsigned v63 = shared[6];
        const unsigned v67 = shared[7];
        const float v71 = (v57 + __uint_as_float(v59) + __uint_as_float(v63) + __uint_as_float(v67)) / 1536.0f;
        const float v74 = rsqrtf(v71 + 1e-06f);
        for (int v75 = 0; v75 < 1536; v75 += 512) {
            const int v76 = v75 + v5;
            const float v77 = b0[v76];
            const unsigned v79 = (unsigned)b1[v76];
            b2[v76] = v77 * v74 * __uint_as_float(v79 << 16);
        }
    }
}
