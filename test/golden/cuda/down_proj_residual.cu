// CUDA C++. Compile with --fmad=false: products and sums round one by one.

// Lets the next launch begin, then waits until those before have ended and are seen.
static __device__ __forceinline__ void take_turn()
{
#if __CUDA_ARCH__ >= 900
    asm volatile("griddepcontrol.launch_dependents;");
    asm volatile("griddepcontrol.wait;" ::: "memory");
#endif
}

// tessera kernel down_proj_residual entry ts_down_proj_residual wide 0 params i16:w:16:1536*8960,i32:x:32:8960,i32:res:32:1536,o32:y:32:1536 sizes 0 threads 128 teams 4 count 1536 shared 0 cost 17925
extern "C" __global__ void __launch_bounds__(128) ts_down_proj_residual(
    const unsigned short *b0, // w
    const float *b1, // x
    const float *b2, // res
    float *b3) // y
{
    take_turn();
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 32;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 31;
    for (int v15 = v7; v15 < 1536; v15 += v10) {
        const int v18 = v15 * 8960;
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
        for (int i42 = 0; i42 < 8960; i42 += 1024) {
            unsigned q45[4];
            unsigned q55[4];
            unsigned q64[4];
            unsigned q73[4];
            unsigned q82[4];
            unsigned q91[4];
            unsigned q100[4];
            unsigned q109[4];
            #pragma unroll
            for (int t = 0; t < 4; t++) {
                const int v42 = i42 + t * 256;
                if (v42 >= 8960) break;
                const int v43 = v42 + v20;
                q45[t] = (unsigned)b0[v18 + v43];
                const int v53 = v42 + v21;
                q55[t] = (unsigned)b0[v18 + v53];
                const int v62 = v42 + v23;
                q64[t] = (unsigned)b0[v18 + v62];
                const int v71 = v42 + v25;
                q73[t] = (unsigned)b0[v18 + v71];
                const int v80 = v42 + v26;
                q82[t] = (unsigned)b0[v18 + v80];
                const int v89 = v42 + v28;
                q91[t] = (unsigned)b0[v18 + v89];
                const int v98 = v42 + v30;
                q100[t] = (unsigned)b0[v18 + v98];
                const int v107 = v42 + v32;
                q109[t] = (unsigned)b0[v18 + v107];
            }
            __syncwarp();
            #pragma unroll
            for (int t = 0; t < 4; t++) {
                const int v42 = i42 + t * 256;
                if (v42 >= 8960) break;
                const int v43 = v42 + v20;
                const unsigned v45 = q45[t];
                const float v49 = b1[v43];
                v33 = fmaf(__uint_as_float(v45 << 16), v49, v33);
                const int v53 = v42 + v21;
                const unsigned v55 = q55[t];
                const float v58 = b1[v53];
                v34 = fmaf(__uint_as_float(v55 << 16), v58, v34);
                const int v62 = v42 + v23;
                const unsigned v64 = q64[t];
                const float v67 = b1[v62];
                v35 = fmaf(__uint_as_float(v64 << 16), v67, v35);
                const int v71 = v42 + v25;
                const unsigned v73 = q73[t];
                const float v76 = b1[v71];
                v36 = fmaf(__uint_as_float(v73 << 16), v76, v36);
                const int v80 = v42 + v26;
                const unsigned v82 = q82[t];
                const float v85 = b1[v80];
                v37 = fmaf(__uint_as_float(v82 << 16), v85, v37);
                const int v89 = v42 + v28;
                const unsigned v91 = q91[t];
                const float v94 = b1[v89];
                v38 = fmaf(__uint_as_float(v91 << 16), v94, v38);
                const int v98 = v42 + v30;
                const unsigned v100 = q100[t];
                const float v103 = b1[v98];
                v39 = fmaf(__uint_as_float(v100 << 16), v103, v39);
                const int v107 = v42 + v32;
                const unsigned v109 = q109[t];
                const float v112 = b1[v107];
                v40 = fmaf(__uint_as_float(v109 << 16), v112, v40);
            }
        }
        const float v125 = v33 + v34 + v35 + v36 + v37;
        const float v131 = v125 + v38 + v39 + v40;
        const float v132 = __shfl_xor_sync(0xffffffffu, v131, 16);
        const float v133 = v131 + v132;
        const float v134 = __shfl_xor_sync(0xffffffffu, v133, 8);
        const float v135 = v133 + v134;
        const float v136 = __shfl_xor_sync(0xffffffffu, v135, 4);
        const float v137 = v135 + v136;
        const float v138 = __shfl_xor_sync(0xffffffffu, v137, 2);
        const float v139 = v137 + v138;
        const float v140 = __shfl_xor_sync(0xffffffffu, v139, 1);
        const float v143 = b2[v15];
        const float v144 = v139 + v140 + v143;
        if (v13 == 0) {
            b3[v15] = v144;
        }
    }
}

// tessera kernel down_proj_residual entry ts_down_proj_residual__wide wide 1 params i16:w:16:1536*8960,i32:x:32:8960,i32:res:32:1536,o32:y:32:1536 sizes 0 threads 128 teams 4 count 1536 shared 0 cost 17925
extern "C" __global__ void __launch_bounds__(128) ts_down_proj_residual__wide(
    const unsigned short *b0, // w
    const float *b1, // x
    const float *b2, // res
    float *b3) // y
{
    take_turn();
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 32;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 31;
    for (int v15 = v7; v15 < 1536; v15 += v10) {
        const int v18 = v15 * 8960;
        const int v20 = v13 * 8;
        float v23 = 0.0f;
        float v24 = 0.0f;
        float v25 = 0.0f;
        float v26 = 0.0f;
        float v27 = 0.0f;
        float v28 = 0.0f;
        float v29 = 0.0f;
        float v30 = 0.0f;
        for (int i32 = 0; i32 < 8960; i32 += 1792) {
            uint4 q36[7];
            #pragma unroll
            for (int t = 0; t < 7; t++) {
                const int v32 = i32 + t * 256;
                const int v33 = v32 + v20;
                q36[t] = ((const uint4 *)b0)[(v18 + v33) >> 3];
            }
            __syncwarp();
            #pragma unroll
            for (int t = 0; t < 7; t++) {
                const int v32 = i32 + t * 256;
                const int v33 = v32 + v20;
                const uint4 v36 = q36[t];
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
        }
        const float v120 = v23 + v24 + v25 + v26 + v27;
        const float v126 = v120 + v28 + v29 + v30;
        const float v127 = __shfl_xor_sync(0xffffffffu, v126, 16);
        const float v128 = v126 + v127;
        const float v129 = __shfl_xor_sync(0xffffffffu, v128, 8);
        const float v130 = v128 + v129;
        const float v131 = __shfl_xor_sync(0xffffffffu, v130, 4);
        const float v132 = v130 + v131;
        const float v133 = __shfl_xor_sync(0xffffffffu, v132, 2);
        const float v134 = v132 + v133;
        const float v135 = __shfl_xor_sync(0xffffffffu, v134, 1);
        const float v138 = b2[v15];
        const float v139 = v134 + v135 + v138;
        if (v13 == 0) {
            b3[v15] = v139;
        }
    }
}
