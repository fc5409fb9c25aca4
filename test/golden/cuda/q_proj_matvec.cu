// CUDA C++. Compile with --fmad=false: products and sums round one by one.

// tessera kernel q_proj_matvec entry q_proj_matvec wide 0 params i16,i16,i32,o32 sizes 0 threads 256 teams 8 count 1536 shared 0 cost 3075
extern "C" __global__ void __launch_bounds__(256) q_proj_matvec(
    const unsigned short *b0, // w
    const unsigned short *b1, // bias
    const float *b2, // x
    float *b3) // y
{
    const int v6 = (int)threadIdx.x;
    const int v7 = (int)blockIdx.x;
    const int v13 = v6 & 31;
    const int v15 = v7 * 8 + v6 / 32;
    const int v16 = (int)gridDim.x * 8;
    for (int v17 = v15; v17 < 1536; v17 += v16) {
        const int v19 = v17 * 1536;
        const int v20 = v13 * 8;
        const int v22 = v20 + 1;
        const int v24 = v20 + 2;
        const int v26 = v20 + 3;
        const int v28 = v20 + 4;
        const int v30 = v20 + 5;
        const int v32 = v20 + 6;
        const int v34 = v20 + 7;
        float v35 = 0.0f;
        float v36 = 0.0f;
        float v37 = 0.0f;
        float v38 = 0.0f;
        float v39 = 0.0f;
        float v40 = 0.0f;
        float v41 = 0.0f;
        float v42 = 0.0f;
        #pragma unroll 4
        for (int v44 = 0; v44 < 1536; v44 += 256) {
            const int v45 = v44 + v20;
            const unsigned v47 = (unsigned)b0[v19 + v45];
            const float v51 = b2[v45];
            v35 = fmaf(__uint_as_float(v47 << 16), v51, v35);
            const int v55 = v44 + v22;
            const unsigned v57 = (unsigned)b0[v19 + v55];
            const float v60 = b2[v55];
            v36 = fmaf(__uint_as_float(v57 << 16), v60, v36);
            const int v64 = v44 + v24;
            const unsigned v66 = (unsigned)b0[v19 + v64];
            const float v69 = b2[v64];
            v37 = fmaf(__uint_as_float(v66 << 16), v69, v37);
            const int v73 = v44 + v26;
            const unsigned v75 = (unsigned)b0[v19 + v73];
            const float v78 = b2[v73];
            v38 = fmaf(__uint_as_float(v75 << 16), v78, v38);
            const int v82 = v44 + v28;
            const unsigned v84 = (unsigned)b0[v19 + v82];
            const float v87 = b2[v82];
            v39 = fmaf(__uint_as_float(v84 << 16), v87, v39);
            const int v91 = v44 + v30;
            const unsigned v93 = (unsigned)b0[v19 + v91];
            const float v96 = b2[v91];
            v40 = fmaf(__uint_as_float(v93 << 16), v96, v40);
            const int v100 = v44 + v32;
            const unsigned v102 = (unsigned)b0[v19 + v100];
            const float v105 = b2[v100];
            v41 = fmaf(__uint_as_float(v102 << 16), v105, v41);
            const int v109 = v44 + v34;
            const unsigned v111 = (unsigned)b0[v19 + v109];
            const float v114 = b2[v109];
            v42 = fmaf(__uint_as_float(v111 << 16), v114, v42);
        }
        const float v127 = v35 + v36 + v37 + v38 + v39;
        const float v133 = v127 + v40 + v41 + v42;
        const float v134 = __shfl_xor_sync(0xffffffffu, v133, 16);
        const float v135 = v133 + v134;
        const float v136 = __shfl_xor_sync(0xffffffffu, v135, 8);
        const float v137 = v135 + v136;
        const float v138 = __shfl_xor_sync(0xffffffffu, v137, 4);
        const float v139 = v137 + v138;
        const float v140 = __shfl_xor_sync(0xffffffffu, v139, 2);
        const float v141 = v139 + v140;
        const float v142 = __shfl_xor_sync(0xffffffffu, v141, 1);
        const unsigned v144 = (unsigned)b1[v17];
        const float v148 = v141 + v142 + __uint_as_float(v144 << 16);
        if (v13 == 0) {
            b3[v17] = v148;
        }
    }
}

// tessera kernel q_proj_matvec entry q_proj_matvec__wide wide 1 params i16,i16,i32,o32 sizes 0 threads 256 teams 8 count 1536 shared 0 cost 3075
extern "C" __global__ void __launch_bounds__(256) q_proj_matvec__wide(
    const unsigned short *b0, // w
    const unsigned short *b1, // bias
    const float *b2, // x
    float *b3) // y
{
    const int v6 = (int)threadIdx.x;
    const int v7 = (int)blockIdx.x;
    const int v13 = v6 & 31;
    const int v15 = v7 * 8 + v6 / 32;
    const int v16 = (int)gridDim.x * 8;
    for (int v17 = v15; v17 < 1536; v17 += v16) {
        const int v19 = v17 * 1536;
        const int v20 = v13 * 8;
        float v35 = 0.0f;
        float v36 = 0.0f;
        float v37 = 0.0f;
        float v38 = 0.0f;
        float v39 = 0.0f;
        float v40 = 0.0f;
        float v41 = 0.0f;
        float v42 = 0.0f;
        #pragma unroll 4
        for (int v44 = 0; v44 < 1536; v44 += 256) {
            const int v45 = v44 + v20;
            const uint4 v48 = ((const uint4 *)b0)[(v19 + v45) >> 3];
            const int v56 = v45 >> 2;
            const uint4 v57 = ((const uint4 *)b2)[v56];
            const uint4 v59 = ((const uint4 *)b2)[v56 + 1];
            v35 = fmaf(__uint_as_float((v48.x & 0xffffu) << 16), __uint_as_float(v57.x), v35);
            v36 = fmaf(__uint_as_float((v48.x >> 16) << 16), __uint_as_float(v57.y), v36);
            v37 = fmaf(__uint_as_float((v48.y & 0xffffu) << 16), __uint_as_float(v57.z), v37);
            v38 = fmaf(__uint_as_float((v48.y >> 16) << 16), __uint_as_float(v57.w), v38);
            v39 = fmaf(__uint_as_float((v48.z & 0xffffu) << 16), __uint_as_float(v59.x), v39);
            v40 = fmaf(__uint_as_float((v48.z >> 16) << 16), __uint_as_float(v59.y), v40);
            v41 = fmaf(__uint_as_float((v48.w & 0xffffu) << 16), __uint_as_float(v59.z), v41);
            v42 = fmaf(__uint_as_float((v48.w >> 16) << 16), __uint_as_float(v59.w), v42);
        }
        const float v133 = v35 + v36 + v37 + v38 + v39;
        const float v139 = v133 + v40 + v41 + v42;
        const float v140 = __shfl_xor_sync(0xffffffffu, v139, 16);
        const float v141 = v139 + v140;
        const float v142 = __shfl_xor_sync(0xffffffffu, v141, 8);
        const float v143 = v141 + v142;
        const float v144 = __shfl_xor_sync(0xffffffffu, v143, 4);
        const float v145 = v143 + v144;
        const float v146 = __shfl_xor_sync(0xffffffffu, v145, 2);
        const float v147 = v145 + v146;
        const float v148 = __shfl_xor_sync(0xffffffffu, v147, 1);
        const unsigned v150 = (unsigned)b1[v17];
        const float v154 = v147 + v148 + __uint_as_float(v150 << 16);
        if (v13 == 0) {
            b3[v17] = v154;
        }
    }
}
