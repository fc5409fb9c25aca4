// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel lm_head_matvec entry ts_lm_head_matvec wide 0 params i16:w:16:151936*1536,i32:x:32:1536,o32:y:32:151936 sizes 0 threads 256 teams 4 count 151936 shared 0 cost 3073
extern "C" __global__ void __launch_bounds__(256) ts_lm_head_matvec(
    const unsigned short *b0, // w
    const float *b1, // x
    float *b2) // y
{
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 64;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 63;
    for (int v15 = v7; v15 < 151936; v15 += v10) {
        const int v18 = v15 * 1536;
        const int v20 = v13 * 8;
        const int v21 = v20 + 1;
        const int v23 = v20 + 2;
        const int v25 = v20 + 3;
        const int v26 = v20 + 4;
        const int v28 = v20 + 5;
        const int v30 = v20 + 6;
        const int v32 = v20 + 7;
        float v33 = 0.0f;
        float v34 = 0.0f;
        float v35 = 0.0f;
        float v36 = 0.0f;
        float v37 = 0.0f;
        float v38 = 0.0f;
        float v39 = 0.0f;
        float v40 = 0.0f;
        #pragma unroll 4
        for (int v42 = 0; v42 < 1536; v42 += 512) {
            const int v43 = v42 + v20;
            const unsigned v45 = (unsigned)b0[v18 + v43];
            const float v49 = b1[v43];
            v33 = fmaf(__uint_as_float(v45 << 16), v49, v33);
            const int v53 = v42 + v21;
            const unsigned v55 = (unsigned)b0[v18 + v53];
            const float v58 = b1[v53];
            v34 = fmaf(__uint_as_float(v55 << 16), v58, v34);
            const int v62 = v42 + v23;
            const unsigned v64 = (unsigned)b0[v18 + v62];
            const float v67 = b1[v62];
            v35 = fmaf(__uint_as_float(v64 << 16), v67, v35);
            const int v71 = v42 + v25;
            const unsigned v73 = (unsigned)b0[v18 + v71];
            const float v76 = b1[v71];
            v36 = fmaf(__uint_as_float(v73 << 16), v76, v36);
            const int v80 = v42 + v26;
            const unsigned v82 = (unsigned)b0[v18 + v80];
            const float v85 = b1[v80];
            v37 = fmaf(__uint_as_float(v82 << 16), v85, v37);
            const int v89 = v42 + v28;
            const unsigned v91 = (unsigned)b0[v18 + v89];
            const float v94 = b1[v89];
            v38 = fmaf(__uint_as_float(v91 << 16), v94, v38);
            const int v98 = v42 + v30;
            const unsigned v100 = (unsigned)b0[v18 + v98];
            const float v103 = b1[v98];
            v39 = fmaf(__uint_as_float(v100 << 16), v103, v39);
            const int v107 = v42 + v32;
            const unsigned v109 = (unsigned)b0[v18 + v107];
            const float v112 = b1[v107];
            v40 = fmaf(__uint_as_float(v109 << 16), v112, v40);
        }
        const float v125 = v33 + v34 + v35 + v36 + v37;
        const float v131 = v125 + v38 + v39 + v40;
        const float v132 = __shfl_xor(v131, 32);
        const float v133 = v131 + v132;
        const float v134 = __shfl_xor(v133, 16);
        const float v135 = v133 + v134;
        const float v136 = __shfl_xor(v135, 8);
        const float v137 = v135 + v136;
        const float v138 = __shfl_xor(v137, 4);
        const float v139 = v137 + v138;
        const float v140 = __shfl_xor(v139, 2);
        const float v141 = v139 + v140;
        const float v142 = __shfl_xor(v141, 1);
        const float v144 = v141 + v142;
        if (v13 == 0) {
            b2[v15] = v144;
        }
    }
}

// tessera kernel lm_head_matvec entry ts_lm_head_matvec__wide wide 1 params i16:w:16:151936*1536,i32:x:32:1536,o32:y:32:151936 sizes 0 threads 256 teams 4 count 151936 shared 0 cost 3073
extern "C" __global__ void __launch_bounds__(256) ts_lm_head_matvec__wide(
    const unsigned short *b0, // w
    const float *b1, // x
    float *b2) // y
{
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 64;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 63;
    for (int v15 = v7; v15 < 151936; v15 += v10) {
        const int v18 = v15 * 1536;
        const int v20 = v13 * 8;
        float v23 = 0.0f;
        float v24 = 0.0f;
        float v25 = 0.0f;
        float v26 = 0.0f;
        float v27 = 0.0f;
        float v28 = 0.0f;
        float v29 = 0.0f;
        float v30 = 0.0f;
        #pragma unroll 4
        for (int v32 = 0; v32 < 1536; v32 += 512) {
            const int v33 = v32 + v20;
            const uint4 v36 = ((const uint4 *)b0)[(v18 + v33) >> 3];
            const int v43 = v33 >> 2;
            const uint4 v44 = ((const uint4 *)b1)[v43];
            const uint4 v50 = ((const uint4 *)b1)[v43 + 1];
            v23 = fmaf(__uint_as_float((v36.x & 0xffffu) << 16), __uint_as_float(v44.x), v23);
            v24 = fmaf(__uint_as_float((v36.x >> 16) << 16), __uint_as_float(v44.y), v24);
            v25 = fmaf(__uint_as_float((v36.y & 0xffffu) << 16), __uint_as_float(v44.z), v25);
            v26 = fmaf(__uint_as_float((v36.y >> 16) << 16), __uint_as_float(v44.w), v26);
            v27 = fmaf(__uint_as_float((v36.z & 0xffffu) << 16), __uint_as_float(v50.x), v27);
            v28 = fmaf(__uint_as_float((v36.z >> 16) << 16), __uint_as_float(v50.y), v28);
            v29 = fmaf(__uint_as_float((v36.w & 0xffffu) << 16), __uint_as_float(v50.z), v29);
            v30 = fmaf(__uint_as_float((v36.w >> 16) << 16), __uint_as_float(v50.w), v30);
        }
        const float v120 = v23 + v24 + v25 + v26 + v27;
        const float v126 = v120 + v28 + v29 + v30;
        const float v127 = __shfl_xor(v126, 32);
        const float v128 = v126 + v127;
        const float v129 = __shfl_xor(v128, 16);
        const float v130 = v128 + v129;
        const float v131 = __shfl_xor(v130, 8);
        const float v132 = v130 + v131;
        const float v133 = __shfl_xor(v132, 4);
        const float v134 = v132 + v133;
        const float v135 = __shfl_xor(v134, 2);
        const float v136 = v134 + v135;
        const float v137 = __shfl_xor(v136, 1);
        const float v139 = v136 + v137;
        if (v13 == 0) {
            b2[v15] = v139;
        }
    }
}
