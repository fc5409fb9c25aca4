// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel=q_proj_matvec entry=ts_q_proj_matvec params=i16:w:1536*1536,i16:bias:1536,i32:x:1536,o32:y:1536 sizes=0 cost=3075 wide=0 threads=256 teams=8 count=1536 shared=0
extern "C" __global__ void __launch_bounds__(256) ts_q_proj_matvec(
    const unsigned short *b0, // w
    const unsigned short *b1, // bias
    const float *b2, // x
    float *b3) // y
{
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 8 + v4 / 32;
    const int v10 = (int)gridDim.x * 8;
    const int v13 = v4 & 31;
    for (int v15 = v7; v15 < 1536; v15 += v10) {
        const int v17 = v15 * 1536;
        const int v18 = v13 * 8;
        const int v19 = v18 + 1;
        const int v21 = v18 + 2;
        const int v23 = v18 + 3;
        const int v25 = v18 + 4;
        const int v27 = v18 + 5;
        const int v29 = v18 + 6;
        const int v31 = v18 + 7;
        float v32 = 0.0f;
        float v33 = 0.0f;
        float v34 = 0.0f;
        float v35 = 0.0f;
        float v36 = 0.0f;
        float v37 = 0.0f;
        float v38 = 0.0f;
        float v39 = 0.0f;
        #pragma unroll 4
        for (int v41 = 0; v41 < 1536; v41 += 256) {
            const int v42 = v41 + v18;
            const unsigned v44 = (unsigned)b0[v17 + v42];
            const float v48 = b2[v42];
            v32 = fmaf(__uint_as_float(v44 << 16), v48, v32);
            const int v52 = v41 + v19;
            const unsigned v54 = (unsigned)b0[v17 + v52];
            const float v57 = b2[v52];
            v33 = fmaf(__uint_as_float(v54 << 16), v57, v33);
            const int v61 = v41 + v21;
            const unsigned v63 = (unsigned)b0[v17 + v61];
            const float v66 = b2[v61];
            v34 = fmaf(__uint_as_float(v63 << 16), v66, v34);
            const int v70 = v41 + v23;
            const unsigned v72 = (unsigned)b0[v17 + v70];
            const float v75 = b2[v70];
            v35 = fmaf(__uint_as_float(v72 << 16), v75, v35);
            const int v79 = v41 + v25;
            const unsigned v81 = (unsigned)b0[v17 + v79];
            const float v84 = b2[v79];
            v36 = fmaf(__uint_as_float(v81 << 16), v84, v36);
            const int v88 = v41 + v27;
            const unsigned v90 = (unsigned)b0[v17 + v88];
            const float v93 = b2[v88];
            v37 = fmaf(__uint_as_float(v90 << 16), v93, v37);
            const int v97 = v41 + v29;
            const unsigned v99 = (unsigned)b0[v17 + v97];
            const float v102 = b2[v97];
            v38 = fmaf(__uint_as_float(v99 << 16), v102, v38);
            const int v106 = v41 + v31;
            const unsigned v108 = (unsigned)b0[v17 + v106];
            const float v111 = b2[v106];
            v39 = fmaf(__uint_as_float(v108 << 16), v111, v39);
        }
        const float v124 = v32 + v33 + v34 + v35 + v36;
        const float v130 = v124 + v37 + v38 + v39;
        const float v131 = __shfl_xor(v130, 16);
        const float v132 = v130 + v131;
        const float v133 = __shfl_xor(v132, 8);
        const float v134 = v132 + v133;
        const float v135 = __shfl_xor(v134, 4);
        const float v136 = v134 + v135;
        const float v137 = __shfl_xor(v136, 2);
        const float v138 = v136 + v137;
        const float v139 = __shfl_xor(v138, 1);
        const unsigned v142 = (unsigned)b1[v15];
        const float v146 = v138 + v139 + __uint_as_float(v142 << 16);
        if (v13 == 0) {
            b3[v15] = v146;
        }
    }
}

// tessera kernel=q_proj_matvec entry=ts_q_proj_matvec__wide params=i16:w:1536*1536,i16:bias:1536,i32:x:1536,o32:y:1536 sizes=0 cost=3075 wide=1 threads=256 teams=8 count=1536 shared=0
extern "C" __global__ void __launch_bounds__(256) ts_q_proj_matvec__wide(
    const unsigned short *b0, // w
    const unsigned short *b1, // bias
    const float *b2, // x
    float *b3) // y
{
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 8 + v4 / 32;
    const int v10 = (int)gridDim.x * 8;
    const int v13 = v4 & 31;
    for (int v15 = v7; v15 < 1536; v15 += v10) {
        const int v17 = v15 * 1536;
        const int v18 = v13 * 8;
        float v21 = 0.0f;
        float v22 = 0.0f;
        float v23 = 0.0f;
        float v24 = 0.0f;
        float v25 = 0.0f;
        float v26 = 0.0f;
        float v27 = 0.0f;
        float v28 = 0.0f;
        #pragma unroll 4
        for (int v30 = 0; v30 < 1536; v30 += 256) {
            const int v31 = v30 + v18;
            const uint4 v34 = ((const uint4 *)b0)[(v17 + v31) >> 3];
            const int v41 = v31 >> 2;
            const uint4 v42 = ((const uint4 *)b2)[v41];
            const uint4 v48 = ((const uint4 *)b2)[v41 + 1];
            v21 = fmaf(__uint_as_float((v34.x & 0xffffu) << 16), __uint_as_float(v42.x), v21);
            v22 = fmaf(__uint_as_float((v34.x >> 16) << 16), __uint_as_float(v42.y), v22);
            v23 = fmaf(__uint_as_float((v34.y & 0xffffu) << 16), __uint_as_float(v42.z), v23);
            v24 = fmaf(__uint_as_float((v34.y >> 16) << 16), __uint_as_float(v42.w), v24);
            v25 = fmaf(__uint_as_float((v34.z & 0xffffu) << 16), __uint_as_float(v48.x), v25);
            v26 = fmaf(__uint_as_float((v34.z >> 16) << 16), __uint_as_float(v48.y), v26);
            v27 = fmaf(__uint_as_float((v34.w & 0xffffu) << 16), __uint_as_float(v48.z), v27);
            v28 = fmaf(__uint_as_float((v34.w >> 16) << 16), __uint_as_float(v48.w), v28);
        }
        const float v118 = v21 + v22 + v23 + v24 + v25;
        const float v124 = v118 + v26 + v27 + v28;
        const float v125 = __shfl_xor(v124, 16);
        const float v126 = v124 + v125;
        const float v127 = __shfl_xor(v126, 8);
        const float v128 = v126 + v127;
        const float v129 = __shfl_xor(v128, 4);
        const float v130 = v128 + v129;
        const float v131 = __shfl_xor(v130, 2);
        const float v132 = v130 + v131;
        const float v133 = __shfl_xor(v132, 1);
        const unsigned v136 = (unsigned)b1[v15];
        const float v140 = v132 + v133 + __uint_as_float(v136 << 16);
        if (v13 == 0) {
            b3[v15] = v140;
        }
    }
}
