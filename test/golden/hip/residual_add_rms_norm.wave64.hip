// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel residual_add_rms_norm entry ts_residual_add_rms_norm wide 0 params i32:x:32:1536,i32:r:32:1536,i16:gamma:16:1536,o32:h:32:1536,o32:y:32:1536 sizes 0 threads 512 teams 1 count 1 shared 64 cost 1
extern "C" __global__ void __launch_bounds__(512) ts_residual_add_rms_norm(
    const float *b0, // x
    const float *b1, // r
    const unsigned short *b2, // gamma
    float *b3, // h
    float *b4) // y
{
    __shared__ unsigned shared[16];
    const int v1 = (int)blockIdx.x;
    const int v3 = (int)gridDim.x;
    const int v5 = (int)threadIdx.x;
    for (int v6 = v1; v6 < 1; v6 += v3) {
        float v10 = 0.0f;
        for (int v11 = 0; v11 < 1536; v11 += 512) {
            const int v12 = v11 + v5;
            const float v13 = b0[v12];
            const float v14 = b1[v12];
            const float v15 = v13 + v14;
            v10 = fmaf(v15, v15, v10);
        }
        const float v20 = v10;
        const float v21 = __shfl_xor(v20, 32);
        const float v22 = v20 + v21;
        const float v23 = __shfl_xor(v22, 16);
        const float v24 = v22 + v23;
        const float v25 = __shfl_xor(v24, 8);
        const float v26 = v24 + v25;
        const float v27 = __shfl_xor(v26, 4);
        const float v28 = v26 + v27;
        const float v29 = __shfl_xor(v28, 2);
        const float v30 = v28 + v29;
        const float v31 = __shfl_xor(v30, 1);
        const float v33 = v30 + v31;
        __syncthreads();
        if (v5 % 64 == 0) {
            shared[v5 / 64] = __float_as_uint(v33);
        }
        __syncthreads();
        const unsigned v43 = shared[0];
        const unsigned v45 = shared[1];
        const unsigned v49 = shared[2];
        const unsigned v53 = shared[3];
        const unsigned v57 = shared[4];
        const float v59 = __uint_as_float(v43) + __uint_as_float(v45) + __uint_as_float(v49) + __uint_as_float(v53) + __uint_as_float(v57);
        const unsigned v61 = shared[5];
        const unsigned v65 = shared[6];
        const unsigned v69 = shared[7];
        const float v73 = (v59 + __uint_as_float(v61) + __uint_as_float(v65) + __uint_as_float(v69)) / 1536.0f;
        const float v76 = rsqrtf(v73 + 1e-06f);
        for (int v77 = 0; v77 < 1536; v77 += 512) {
            const int v78 = v77 + v5;
            const float v79 = b0[v78];
            const float v80 = b1[v78];
            const float v81 = v79 + v80;
            const unsigned v82 = (unsigned)b2[v78];
            b3[v78] = v81;
            b4[v78] = v81 * v76 * __uint_as_float(v82 << 16);
        }
    }
}
