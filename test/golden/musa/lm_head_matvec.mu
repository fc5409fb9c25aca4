// MUSA C++. Compile with -ffp-contract=off: products and sums round one by one.
#include <musa_fp16.h>
#include <musa_runtime.h>

// tessera kernel lm_head_matvec entry lm_head_matvec wide 0 params i16,i32,o32 sizes 0 threads 256 teams 8 count 151936 shared 0 cost 3073
extern "C" __global__ void __launch_bounds__(256) lm_head_matvec(
    const unsigned short *b0, // w
    const float *b1, // x
    float *b2) // y
{
    const int v6 = (int)threadIdx.x;
    const int v7 = (int)blockIdx.x;
    const int v13 = v6 & 31;
    const int v15 = v7 * 8 + v6 / 32;
    const int v16 = (int)gridDim.x * 8;
    for (int v17 = v15; v17 < 151936; v17 += v16) {
        const int v20 = v17 * 1536;
        const int v21 = v13 * 8;
        const int v23 = v21 + 1;
        const int v25 = v21 + 2;
        const int v27 = v21 + 3;
        const int v29 = v21 + 4;
        const int v31 = v21 + 5;
        const int v33 = v21 + 6;
        const int v35 = v21 + 7;
        float v36 = 0.0f;
        float v37 = 0.0f;
        float v38 = 0.0f;
        float v39 = 0.0f;
        float v40 = 0.0f;
        float v41 = 0.0f;
        float v42 = 0.0f;
        float v43 = 0.0f;
        #pragma unroll 4
        for (int v45 = 0; v45 < 1536; v45 += 256) {
            const int v46 = v45 + v21;
            const unsigned v48 = (unsigned)b0[v20 + v46];
            const float v52 = b1[v46];
            v36 = fmaf(__uint_as_float(v48 << 16), v52, v36);
            const int v56 = v45 + v23;
            const unsigned v58 = (unsigned)b0[v20 + v56];
            const float v61 = b1[v56];
            v37 = fmaf(__uint_as_float(v58 << 16), v61, v37);
            const int v65 = v45 + v25;
            const unsigned v67 = (unsigned)b0[v20 + v65];
            const float v70 = b1[v65];
            v38 = fmaf(__uint_as_float(v67 << 16), v70, v38);
            const int v74 = v45 + v27;
            const unsigned v76 = (unsigned)b0[v20 + v74];
            const float v79 = b1[v74];
            v39 = fmaf(__uint_as_float(v76 << 16), v79, v39);
            const int v83 = v45 + v29;
            const unsigned v85 = (unsigned)b0[v20 + v83];
            const float v88 = b1[v83];
            v40 = fmaf(__uint_as_float(v85 << 16), v88, v40);
            const int v92 = v45 + v31;
            const unsigned v94 = (unsigned)b0[v20 + v92];
            const float v97 = b1[v92];
            v41 = fmaf(__uint_as_float(v94 << 16), v97, v41);
            const int v101 = v45 + v33;
            const unsigned v103 = (unsigned)b0[v20 + v101];
            const float v106 = b1[v101];
            v42 = fmaf(__uint_as_float(v103 << 16), v106, v42);
            const int v110 = v45 + v35;
            const unsigned v112 = (unsigned)b0[v20 + v110];
            const float v115 = b1[v110];
            v43 = fmaf(__uint_as_float(v112 << 16), v115, v43);
        }
        const float v128 = v36 + v37 + v38 + v39 + v40;
        const float v134 = v128 + v41 + v42 + v43;
        const float v135 = __shfl_xor_sync(0xffffffffu, v134, 16);
        const float v136 = v134 + v135;
        const float v137 = __shfl_xor_sync(0xffffffffu, v136, 8);
        const float v138 = v136 + v137;
        const float v139 = __shfl_xor_sync(0xffffffffu, v138, 4);
        const float v140 = v138 + v139;
        const float v141 = __shfl_xor_sync(0xffffffffu, v140, 2);
        const float v142 = v140 + v141;
        const float v143 = __shfl_xor_sync(0xffffffffu, v142, 1);
        const float v144 = v142 + v143;
        if (v13 == 0) {
            b2[v17] = v144;
        }
    }
}

// tessera kernel lm_head_matvec entry lm_head_matvec__wide wide 1 params i16,i32,o32 sizes 0 threads 256 teams 8 count 151936 shared 0 cost 3073
extern "C" __global__ void __launch_bounds__(256) lm_head_matvec__wide(
    const unsigned short *b0, // w
    const float *b1, // x
    float *b2) // y
{
    const int v6 = (int)threadIdx.x;
    const int v7 = (int)blockIdx.x;
    const int v13 = v6 & 31;
    const int v15 = v7 * 8 + v6 / 32;
    const int v16 = (int)gridDim.x * 8;
    for (int v17 = v15; v17 < 151936; v17 += v16) {
        const int v20 = v17 * 1536;
        const int v21 = v13 * 8;
        float v36 = 0.0f;
        float v37 = 0.0f;
        float v38 = 0.0f;
        float v39 = 0.0f;
        float v40 = 0.0f;
        float v41 = 0.0f;
        float v42 = 0.0f;
        float v43 = 0.0f;
        #pragma unroll 4
        for (int v45 = 0; v45 < 1536; v45 += 256) {
            const int v46 = v45 + v21;
            const uint4 v49 = ((const uint4 *)b0)[(v20 + v46) >> 3];
            const int v57 = v46 >> 2;
            const uint4 v58 = ((const uint4 *)b1)[v57];
            const uint4 v60 = ((const uint4 *)b1)[v57 + 1];
            v36 = fmaf(__uint_as_float((v49.x & 0xffffu) << 16), __uint_as_float(v58.x), v36);
            v37 = fmaf(__uint_as_float((v49.x >> 16) << 16), __uint_as_float(v58.y), v37);
            v38 = fmaf(__uint_as_float((v49.y & 0xffffu) << 16), __uint_as_float(v58.z), v38);
            v39 = fmaf(__uint_as_float((v49.y >> 16) << 16), __uint_as_float(v58.w), v39);
            v40 = fmaf(__uint_as_float((v49.z & 0xffffu) << 16), __uint_as_float(v60.x), v40);
            v41 = fmaf(__uint_as_float((v49.z >> 16) << 16), __uint_as_float(v60.y), v41);
            v42 = fmaf(__uint_as_float((v49.w & 0xffffu) << 16), __uint_as_float(v60.z), v42);
            v43 = fmaf(__uint_as_float((v49.w >> 16) << 16), __uint_as_float(v60.w), v43);
        }
        const float v134 = v36 + v37 + v38 + v39 + v40;
        const float v140 = v134 + v41 + v42 + v43;
        const float v141 = __shfl_xor_sync(0xffffffffu, v140, 16);
        const float v142 = v140 + v141;
        const float v143 = __shfl_xor_sync(0xffffffffu, v142, 8);
        const float v144 = v142 + v143;
        const float v145 = __shfl_xor_sync(0xffffffffu, v144, 4);
        const float v146 = v144 + v145;
        const float v147 = __shfl_xor_sync(0xffffffffu, v146, 2);
        const float v148 = v146 + v147;
        const float v149 = __shfl_xor_sync(0xffffffffu, v148, 1);
        const float v150 = v148 + v149;
        if (v13 == 0) {
            b2[v17] = v150;
        }
    }
}
