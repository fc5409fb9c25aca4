// CUDA C++. Compile with --fmad=false: products and sums round one by one.

// Lets the next launch begin, then waits until those before have ended and are seen.
static __device__ __forceinline__ void take_turn()
{
#if __CUDA_ARCH__ >= 900
    asm volatile("griddepcontrol.launch_dependents;");
    asm volatile("griddepcontrol.wait;" ::: "memory");
#endif
}

// tessera kernel kv_proj_matvec entry ts_kv_proj_matvec wide 0 params i16:wk:16:256*1536,i16:wv:16:256*1536,i16:bk:16:256,i16:bv:16:256,i32:x:32:1536,o32:k:32:256,o32:v:32:256 sizes 0 threads 128 teams 4 count 256 shared 0 cost 6149
extern "C" __global__ void __launch_bounds__(128) ts_kv_proj_matvec(
    const unsigned short *b0, // wk
    const unsigned short *b1, // wv
    const unsigned short *b2, // bk
    const unsigned short *b3, // bv
    const float *b4, // x
    float *b5, // k
    float *b6) // v
{
    take_turn();
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 32;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 31;
    for (int v15 = v7; v15 < 256; v15 += v10) {
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
        float v41 = 0.0f;
        float v42 = 0.0f;
        float v43 = 0.0f;
        float v44 = 0.0f;
        float v45 = 0.0f;
        float v46 = 0.0f;
        float v47 = 0.0f;
        float v48 = 0.0f;
        for (int i49 = 0; i49 < 1536; i49 += 512) {
            unsigned q52[2];
            unsigned q75[2];
            unsigned q82[2];
            unsigned q89[2];
            unsigned q96[2];
            unsigned q103[2];
            unsigned q110[2];
            unsigned q117[2];
            unsigned q123[2];
            unsigned q129[2];
            unsigned q135[2];
            unsigned q141[2];
            unsigned q147[2];
            unsigned q153[2];
            unsigned q159[2];
            unsigned q165[2];
            #pragma unroll
            for (int t = 0; t < 2; t++) {
                const int v49 = i49 + t * 256;
                const int v50 = v49 + v20;
                const int v51 = v18 + v50;
                q52[t] = (unsigned)b0[v51];
                const int v59 = v49 + v21;
                const int v61 = v49 + v23;
                const int v63 = v49 + v25;
                const int v65 = v49 + v26;
                const int v67 = v49 + v28;
                const int v69 = v49 + v30;
                const int v71 = v49 + v32;
                const int v74 = v18 + v59;
                q75[t] = (unsigned)b0[v74];
                const int v81 = v18 + v61;
                q82[t] = (unsigned)b0[v81];
                const int v88 = v18 + v63;
                q89[t] = (unsigned)b0[v88];
                const int v95 = v18 + v65;
                q96[t] = (unsigned)b0[v95];
                const int v102 = v18 + v67;
                q103[t] = (unsigned)b0[v102];
                const int v109 = v18 + v69;
                q110[t] = (unsigned)b0[v109];
                const int v116 = v18 + v71;
                q117[t] = (unsigned)b0[v116];
                q123[t] = (unsigned)b1[v51];
                q129[t] = (unsigned)b1[v74];
                q135[t] = (unsigned)b1[v81];
                q141[t] = (unsigned)b1[v88];
                q147[t] = (unsigned)b1[v95];
                q153[t] = (unsigned)b1[v102];
                q159[t] = (unsigned)b1[v109];
                q165[t] = (unsigned)b1[v116];
            }
            __syncwarp();
            #pragma unroll
            for (int t = 0; t < 2; t++) {
                const int v49 = i49 + t * 256;
                const int v50 = v49 + v20;
                const unsigned v52 = q52[t];
                const float v56 = b4[v50];
                const int v59 = v49 + v21;
                const float v60 = b4[v59];
                const int v61 = v49 + v23;
                const float v62 = b4[v61];
                const int v63 = v49 + v25;
                const float v64 = b4[v63];
                const int v65 = v49 + v26;
                const float v66 = b4[v65];
                const int v67 = v49 + v28;
                const float v68 = b4[v67];
                const int v69 = v49 + v30;
                const float v70 = b4[v69];
                const int v71 = v49 + v32;
                const float v72 = b4[v71];
                v33 = fmaf(__uint_as_float(v52 << 16), v56, v33);
                const unsigned v75 = q75[t];
                v34 = fmaf(__uint_as_float(v75 << 16), v60, v34);
                const unsigned v82 = q82[t];
                v35 = fmaf(__uint_as_float(v82 << 16), v62, v35);
                const unsigned v89 = q89[t];
                v36 = fmaf(__uint_as_float(v89 << 16), v64, v36);
                const unsigned v96 = q96[t];
                v37 = fmaf(__uint_as_float(v96 << 16), v66, v37);
                const unsigned v103 = q103[t];
                v38 = fmaf(__uint_as_float(v103 << 16), v68, v38);
                const unsigned v110 = q110[t];
                v39 = fmaf(__uint_as_float(v110 << 16), v70, v39);
                const unsigned v117 = q117[t];
                v40 = fmaf(__uint_as_float(v117 << 16), v72, v40);
                const unsigned v123 = q123[t];
                v41 = fmaf(__uint_as_float(v123 << 16), v56, v41);
                const unsigned v129 = q129[t];
                v42 = fmaf(__uint_as_float(v129 << 16), v60, v42);
                const unsigned v135 = q135[t];
                v43 = fmaf(__uint_as_float(v135 << 16), v62, v43);
                const unsigned v141 = q141[t];
                v44 = fmaf(__uint_as_float(v141 << 16), v64, v44);
                const unsigned v147 = q147[t];
                v45 = fmaf(__uint_as_float(v147 << 16), v66, v45);
                const unsigned v153 = q153[t];
                v46 = fmaf(__uint_as_float(v153 << 16), v68, v46);
                const unsigned v159 = q159[t];
                v47 = fmaf(__uint_as_float(v159 << 16), v70, v47);
                const unsigned v165 = q165[t];
                v48 = fmaf(__uint_as_float(v165 << 16), v72, v48);
            }
        }
        const float v180 = v33 + v34 + v35 + v36 + v37;
        const float v186 = v180 + v38 + v39 + v40;
        const float v187 = __shfl_xor_sync(0xffffffffu, v186, 16);
        const float v188 = v186 + v187;
        const float v189 = __shfl_xor_sync(0xffffffffu, v188, 8);
        const float v190 = v188 + v189;
        const float v191 = __shfl_xor_sync(0xffffffffu, v190, 4);
        const float v192 = v190 + v191;
        const float v193 = __shfl_xor_sync(0xffffffffu, v192, 2);
        const float v194 = v192 + v193;
        const float v195 = __shfl_xor_sync(0xffffffffu, v194, 1);
        const float v204 = v41 + v42 + v43 + v44 + v45;
        const float v210 = v204 + v46 + v47 + v48;
        const unsigned v212 = (unsigned)b2[v15];
        const float v216 = v194 + v195 + __uint_as_float(v212 << 16);
        const float v217 = __shfl_xor_sync(0xffffffffu, v210, 16);
        const float v218 = v210 + v217;
        const float v219 = __shfl_xor_sync(0xffffffffu, v218, 8);
        const float v220 = v218 + v219;
        const float v221 = __shfl_xor_sync(0xffffffffu, v220, 4);
        const float v222 = v220 + v221;
        const float v223 = __shfl_xor_sync(0xffffffffu, v222, 2);
        const float v224 = v222 + v223;
        const float v225 = __shfl_xor_sync(0xffffffffu, v224, 1);
        const bool v226 = v13 == 0;
        if (v226) {
            b5[v15] = v216;
        }
        const unsigned v231 = (unsigned)b3[v15];
        const float v234 = v224 + v225 + __uint_as_float(v231 << 16);
        if (v226) {
            b6[v15] = v234;
        }
    }
}

// tessera kernel kv_proj_matvec entry ts_kv_proj_matvec__wide wide 1 params i16:wk:16:256*1536,i16:wv:16:256*1536,i16:bk:16:256,i16:bv:16:256,i32:x:32:1536,o32:k:32:256,o32:v:32:256 sizes 0 threads 128 teams 4 count 256 shared 0 cost 6149
extern "C" __global__ void __launch_bounds__(128) ts_kv_proj_matvec__wide(
    const unsigned short *b0, // wk
    const unsigned short *b1, // wv
    const unsigned short *b2, // bk
    const unsigned short *b3, // bv
    const float *b4, // x
    float *b5, // k
    float *b6) // v
{
    take_turn();
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 32;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 31;
    for (int v15 = v7; v15 < 256; v15 += v10) {
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
        float v31 = 0.0f;
        float v32 = 0.0f;
        float v33 = 0.0f;
        float v34 = 0.0f;
        float v35 = 0.0f;
        float v36 = 0.0f;
        float v37 = 0.0f;
        float v38 = 0.0f;
        for (int i39 = 0; i39 < 1536; i39 += 768) {
            uint4 q43[3];
            uint4 q118[3];
            #pragma unroll
            for (int t = 0; t < 3; t++) {
                const int v39 = i39 + t * 256;
                const int v40 = v39 + v20;
                const int v42 = (v18 + v40) >> 3;
                q43[t] = ((const uint4 *)b0)[v42];
                q118[t] = ((const uint4 *)b1)[v42];
            }
            __syncwarp();
            #pragma unroll
            for (int t = 0; t < 3; t++) {
                const int v39 = i39 + t * 256;
                const int v40 = v39 + v20;
                const uint4 v43 = q43[t];
                const int v50 = v40 >> 2;
                const uint4 v51 = ((const uint4 *)b4)[v50];
                const float v53 = __uint_as_float(v51.x);
                const float v57 = __uint_as_float(v51.y);
                const float v59 = __uint_as_float(v51.z);
                const float v61 = __uint_as_float(v51.w);
                const uint4 v63 = ((const uint4 *)b4)[v50 + 1];
                const float v65 = __uint_as_float(v63.x);
                const float v67 = __uint_as_float(v63.y);
                const float v69 = __uint_as_float(v63.z);
                const float v71 = __uint_as_float(v63.w);
                v23 = fmaf(__uint_as_float((v43.x & 0xffffu) << 16), v53, v23);
                v24 = fmaf(__uint_as_float((v43.x >> 16) << 16), v57, v24);
                v25 = fmaf(__uint_as_float((v43.y & 0xffffu) << 16), v59, v25);
                v26 = fmaf(__uint_as_float((v43.y >> 16) << 16), v61, v26);
                v27 = fmaf(__uint_as_float((v43.z & 0xffffu) << 16), v65, v27);
                v28 = fmaf(__uint_as_float((v43.z >> 16) << 16), v67, v28);
                v29 = fmaf(__uint_as_float((v43.w & 0xffffu) << 16), v69, v29);
                v30 = fmaf(__uint_as_float((v43.w >> 16) << 16), v71, v30);
                const uint4 v118 = q118[t];
                v31 = fmaf(__uint_as_float((v118.x & 0xffffu) << 16), v53, v31);
                v32 = fmaf(__uint_as_float((v118.x >> 16) << 16), v57, v32);
                v33 = fmaf(__uint_as_float((v118.y & 0xffffu) << 16), v59, v33);
                v34 = fmaf(__uint_as_float((v118.y >> 16) << 16), v61, v34);
                v35 = fmaf(__uint_as_float((v118.z & 0xffffu) << 16), v65, v35);
                v36 = fmaf(__uint_as_float((v118.z >> 16) << 16), v67, v36);
                v37 = fmaf(__uint_as_float((v118.w & 0xffffu) << 16), v69, v37);
                v38 = fmaf(__uint_as_float((v118.w >> 16) << 16), v71, v38);
            }
        }
        const float v180 = v23 + v24 + v25 + v26 + v27;
        const float v186 = v180 + v28 + v29 + v30;
        const float v187 = __shfl_xor_sync(0xffffffffu, v186, 16);
        const float v188 = v186 + v187;
        const float v189 = __shfl_xor_sync(0xffffffffu, v188, 8);
        const float v190 = v188 + v189;
        const float v191 = __shfl_xor_sync(0xffffffffu, v190, 4);
        const float v192 = v190 + v191;
        const float v193 = __shfl_xor_sync(0xffffffffu, v192, 2);
        const float v194 = v192 + v193;
        const float v195 = __shfl_xor_sync(0xffffffffu, v194, 1);
        const float v204 = v31 + v32 + v33 + v34 + v35;
        const float v210 = v204 + v36 + v37 + v38;
        const unsigned v212 = (unsigned)b2[v15];
        const float v216 = v194 + v195 + __uint_as_float(v212 << 16);
        const float v217 = __shfl_xor_sync(0xffffffffu, v210, 16);
        const float v218 = v210 + v217;
        const float v219 = __shfl_xor_sync(0xffffffffu, v218, 8);
        const float v220 = v218 + v219;
        const float v221 = __shfl_xor_sync(0xffffffffu, v220, 4);
        const float v222 = v220 + v221;
        const float v223 = __shfl_xor_sync(0xffffffffu, v222, 2);
        const float v224 = v222 + v223;
        const float v225 = __shfl_xor_sync(0xffffffffu, v224, 1);
        const bool v226 = v13 == 0;
        if (v226) {
            b5[v15] = v216;
        }
        const unsigned v231 = (unsigned)b3[v15];
        const float v234 = v224 + v225 + __uint_as_float(v231 << 16);
        if (v226) {
            b6[v15] = v234;
        }
    }
}
