// MUSA C++. Compile with -ffp-contract=off: products and sums round one by one.
#include <musa_fp16.h>
#include <musa_runtime.h>

// tessera kernel residual_add_rms_norm entry ts_residual_add_rms_norm wide 0 params i32:x:32:1536,i32:r:32:1536,i16:gamma:16:1536,o32:h:32:1536,o32:y:32:1536 sizes 0 threads 256 teams 1 count 1 shared 64 cost 1
extern "C" __global__ void __launch_bounds__(256) ts_residual_add_rms_norm(
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
        for (int v11 = 0; v11 < 1536; v11 += 256) {
            const int v12 = v11 + v5;
            const float v13 = b0[v12];
            const float v14 = b1[v12];
            const float v15 = v13 + v14;
            v10 = fmaf(v15, v15, v10);
        }
        const float v20 = v10;
        const float v21 = __shfl_xor_sync(0xffffffffu, v20, 16);
        const float v22 = v20 + v21;
        const float v23 = __shfl_xor_sync(0xffffffffu, v22, 8);
        const float v24 = v22 + v23;
        const float v25 = __shfl_xor_sync(0xffffffffu, v24, 4);
        const float v26 = v24 + v25;
        const float v27 = __shfl_xor_sync(0xffffffffu, v26, 2);
        const float v28 = v26 + v27;
        const float v29 = __shfl_xor_sync(0xffffffffu, v28, 1);
        const float v31 = v28 + v29;
        __syncthreads();
        if (v5 % 32 == 0) {
            shared[v5 / 32] = __float_as_uint(v31);
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
        for (int v75 = 0; v75 < 1536; v75 += 256) {
            const int v76 = v75 + v5;
            const float v77 = b0[v76];
            const float v78 = b1[v76];
            const float v79 = v77 + v78;
            const unsigned v80 = (unsigned)b2[v76];
            b3[v76] = v79;
            b4[v76] = v79 * v74 * __uint_as_float(v80 << 16);
        }
    }
}
