// CUDA C++. Compile with --fmad=false: products and sums round one by one.

// Lets the next launch begin, then waits until those before have ended and are seen.
static __device__ __forceinline__ void take_turn()
{
#if __CUDA_ARCH__ >= 900
    asm volatile("griddepcontrol.launch_dependents;");
    asm volatile("griddepcontrol.wait;" ::: "memory");
#endif
}

// tessera kernel=q_proj_matvec entry=ts_q_proj_matvec params=i16:w:1536*1536,i16:bias:1536,i32:x:1536,o32:y:1536 sizes=0 cost=3075 wide=0 threads=128 teams=4 count=1536 shared=0
extern "C" __global__ void __launch_bounds__(128) ts_q_proj_matvec(
    const unsigned short *b0, // w
    const unsigned short *b1, // bias
    const float *b2, // x
    float *b3) // y
{
    take_turn();
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 32;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 31;
    for (int v15 = v7; v15 < 1536; v15 += v10) {
        const int v17 = v15 * 1536;
        const int v19 = v13 * 8;
        const int v20 = v19 + 1;
        const int v22 = v19 + 2;
        const int v24 = v19 + 3;
        const int v25 = v19 + 4;
        const int v27 = v19 + 5;
        const int v29 = v19 + 6;
        const int v31 = v19 + 7;
        float v32 = 0.0f;
        float v33 = 0.0f;
        float v34 = 0.0f;
        float v35 = 0.0f;
        float v36 = 0.0f;
        float v37 = 0.0f;
        float v38 = 0.0f;
        float v39 = 0.0f;
        for (int i41 = 0; i41 < 1536; i41 += 768) {
            unsigned q44[3];
            unsigned q54[3];
            unsigned q63[3];
            unsigned q72[3];
            unsigned q81[3];
            unsigned q90[3];
            unsigned q99[3];
            unsigned q108[3];
            #pragma unroll
            for (int t = 0; t < 3; t++) {
                const int v41 = i41 + t * 256;
                const int v42 = v41 + v19;
                q44[t] = (unsigned)b0[v17 + v42];
                const int v52 = v41 + v20;
                q54[t] = (unsigned)b0[v17 + v52];
                const int v61 = v41 + v22;
                q63[t] = (unsigned)b0[v17 + v61];
                const int v70 = v41 + v24;
                q72[t] = (unsigned)b0[v17 + v70];
                const int v79 = v41 + v25;
                q81[t] = (unsigned)b0[v17 + v79];
                const int v88 = v41 + v27;
                q90[t] = (unsigned)b0[v17 + v88];
                const int v97 = v41 + v29;
                q99[t] = (unsigned)b0[v17 + v97];
                const int v106 = v41 + v31;
                q108[t] = (unsigned)b0[v17 + v106];
            }
            __syncwarp();
            #pragma unroll
            for (int t = 0; t < 3; t++) {
                const int v41 = i41 + t * 256;
                const int v42 = v41 + v19;
                const unsigned v44 = q44[t];
                const float v48 = b2[v42];
                v32 = fmaf(__uint_as_float(v44 << 16), v48, v32);
                const int v52 = v41 + v20;
                const unsigned v54 = q54[t];
                const float v57 = b2[v52];
                v33 = fmaf(__uint_as_float(v54 << 16), v57, v33);
                const int v61 = v41 + v22;
                const unsigned v63 = q63[t];
                const float v66 = b2[v61];
                v34 = fmaf(__uint_as_float(v63 << 16), v66, v34);
                const int v70 = v41 + v24;
                const unsigned v72 = q72[t];
                const float v75 = b2[v70];
                v35 = fmaf(__uint_as_float(v72 << 16), v75, v35);
                const int v79 = v41 + v25;
                const unsigned v81 = q81[t];
                const float v84 = b2[v79];
                v36 = fmaf(__uint_as_float(v81 << 16), v84, v36);
                const int v88 = v41 + v27;
                const unsigned v90 = q90[t];
                const float v93 = b2[v88];
                v37 = fmaf(__uint_as_float(v90 << 16), v93, v37);
                const int v97 = v41 + v29;
                const unsigned v99 = q99[t];
                const float v102 = b2[v97];
                v38 = fmaf(__uint_as_float(v99 << 16), v102, v38);
                const int v106 = v41 + v31;
                const unsigned v108 = q108[t];
                const float v111 = b2[v106];
                v39 = fmaf(__uint_as_float(v108 << 16), v111, v39);
            }
        }
        const float v124 = v32 + v33 + v34 + v35 + v36;
        const float v130 = v124 + v37 + v38 + v39;
        const float v131 = __shfl_xor_sync(0xffffffffu, v130, 16);
        const float v132 = v130 + v131;
        const float v133 = __shfl_xor_sync(0xffffffffu, v132, 8);
        const float v134 = v132 + v133;
        const float v135 = __shfl_xor_sync(0xffffffffu, v134, 4);
        const float v136 = v134 + v135;
        const float v137 = __shfl_xor_sync(0xffffffffu, v136, 2);
        const float v138 = v136 + v137;
        const float v139 = __shfl_xor_sync(0xffffffffu, v138, 1);
        const unsigned v142 = (unsigned)b1[v15];
        const float v146 = v138 + v139 + __uint_as_float(v142 << 16);
        if (v13 == 0) {
            b3[v15] = v146;
        }
    }
}

// tessera kernel=q_proj_matvec entry=ts_q_proj_matvec__wide params=i16:w:1536*1536,i16:bias:1536,i32:x:1536,o32:y:1536 sizes=0 cost=3075 wide=1 threads=128 teams=4 count=1536 shared=0
extern "C" __global__ void __launch_bounds__(128) ts_q_proj_matvec__wide(
    const unsigned short *b0, // w
    const unsigned short *b1, // bias
    const float *b2, // x
    float *b3) // y
{
    take_turn();
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 32;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 31;
    for (int v15 = v7; v15 < 1536; v15 += v10) {
        const int v17 = v15 * 1536;
        const int v19 = v13 * 8;
        float v22 = 0.0f;
        float v23 = 0.0f;
        float v24 = 0.0f;
        float v25 = 0.0f;
        float v26 = 0.0f;
        float v27 = 0.0f;
        float v28 = 0.0f;
        float v29 = 0.0f;
        for (int i31 = 0; i31 < 1536; i31 += 1536) {
            uint4 q35[6];
            #pragma unroll
            for (int t = 0; t < 6; t++) {
                const int v31 = i31 + t * 256;
                const int v32 = v31 + v19;
                q35[t] = ((const uint4 *)b0)[(v17 + v32) >> 3];
            }
            __syncwarp();
            #pragma unroll
            for (int t = 0; t < 6; t++) {
                const int v31 = i31 + t * 256;
                const int v32 = v31 + v19;
                const uint4 v35 = q35[t];
                const int v42 = v32 >> 2;
                const uint4 v43 = ((const uint4 *)b2)[v42];
                const uint4 v49 = ((const uint4 *)b2)[v42 + 1];
                v22 = fmaf(__uint_as_float((v35.x & 0xffffu) << 16), __uint_as_float(v43.x), v22);
                v23 = fmaf(__uint_as_float((v35.x >> 16) << 16), __uint_as_float(v43.y), v23);
                v24 = fmaf(__uint_as_float((v35.y & 0xffffu) << 16), __uint_as_float(v43.z), v24);
                v25 = fmaf(__uint_as_float((v35.y >> 16) << 16), __uint_as_float(v43.w), v25);
                v26 = fmaf(__uint_as_float((v35.z & 0xffffu) << 16), __uint_as_float(v49.x), v26);
                v27 = fmaf(__uint_as_float((v35.z >> 16) << 16), __uint_as_float(v49.y), v27);
                v28 = fmaf(__uint_as_float((v35.w & 0xffffu) << 16), __uint_as_float(v49.z), v28);
                v29 = fmaf(__uint_as_float((v35.w >> 16) << 16), __uint_as_float(v49.w), v29);
            }
        }
        const float v119 = v22 + v23 + v24 + v25 + v26;
        const float v125 = v119 + v27 + v28 + v29;
        const float v126 = __shfl_xor_sync(0xffffffffu, v125, 16);
        const float v127 = v125 + v126;
        const float v128 = __shfl_xor_sync(0xffffffffu, v127, 8);
        const float v129 = v127 + v128;
        const float v130 = __shfl_xor_sync(0xffffffffu, v129, 4);
        const float v131 = v129 + v130;
        const float v132 = __shfl_xor_sync(0xffffffffu, v131, 2);
        const float v133 = v131 + v132;
        const float v134 = __shfl_xor_sync(0xffffffffu, v133, 1);
        const unsigned v137 = (unsigned)b1[v15];
        const float v141 = v133 + v134 + __uint_as_float(v137 << 16);
        if (v13 == 0) {
            b3[v15] = v141;
        }
    }
}
