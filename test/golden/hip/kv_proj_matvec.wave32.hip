// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel kv_proj_matvec entry ts_kv_proj_matvec wide 0 params i16:wk:16:256*1536,i16:wv:16:256*1536,i16:bk:16:256,i16:bv:16:256,i32:x:32:1536,o32:k:32:256,o32:v:32:256 sizes 0 threads 256 teams 8 count 256 shared 0 cost 6149
extern "C" __global__ void __launch_bounds__(256) ts_kv_proj_matvec(
    const unsigned short *b0, // wk
    const unsigned short *b1, // wv
    const unsigned short *b2, // bk
    const unsigned short *b3, // bv
    const float *b4, // x
    float *b5, // k
    float *b6) // v
{
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 8 + v4 / 32;
    const int v10 = (int)gridDim.x * 8;
    const int v13 = v4 & 31;
    for (int v15 = v7; v15 < 256; v15 += v10) {
        const int v18 = v15 * 1536;
        const int v19 = v13 * 8;
        const int v20 = v19 + 1;
        const int v22 = v19 + 2;
        const int v24 = v19 + 3;
        const int v26 = v19 + 4;
        const int v28 = v19 + 5;
        const int v30 = v19 + 6;
        const int v32 = v19 + 7;
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
        #pragma unroll 4
        for (int v49 = 0; v49 < 1536; v49 += 256) {
            const int v50 = v49 + v19;
            const int v51 = v18 + v50;
            const unsigned v52 = (unsigned)b0[v51];
            const float v56 = b4[v50];
            const int v59 = v49 + v20;
            const float v60 = b4[v59];
            const int v61 = v49 + v22;
            const float v62 = b4[v61];
            const int v63 = v49 + v24;
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
            const int v74 = v18 + v59;
            const unsigned v75 = (unsigned)b0[v74];
            v34 = fmaf(__uint_as_float(v75 << 16), v60, v34);
            const int v81 = v18 + v61;
            const unsigned v82 = (unsigned)b0[v81];
            v35 = fmaf(__uint_as_float(v82 << 16), v62, v35);
            const int v88 = v18 + v63;
            const unsigned v89 = (unsigned)b0[v88];
            v36 = fmaf(__uint_as_float(v89 << 16), v64, v36);
            const int v95 = v18 + v65;
            const unsigned v96 = (unsigned)b0[v95];
            v37 = fmaf(__uint_as_float(v96 << 16), v66, v37);
            const int v102 = v18 + v67;
            const unsigned v103 = (unsigned)b0[v102];
            v38 = fmaf(__uint_as_float(v103 << 16), v68, v38);
            const int v109 = v18 + v69;
            const unsigned v110 = (unsigned)b0[v109];
            v39 = fmaf(__uint_as_float(v110 << 16), v70, v39);
            const int v116 = v18 + v71;
            const unsigned v117 = (unsigned)b0[v116];
            v40 = fmaf(__uint_as_float(v117 << 16), v72, v40);
            const unsigned v123 = (unsigned)b1[v51];
            v41 = fmaf(__uint_as_float(v123 << 16), v56, v41);
            const unsigned v129 = (unsigned)b1[v74];
            v42 = fmaf(__uint_as_float(v129 << 16), v60, v42);
            const unsigned v135 = (unsigned)b1[v81];
            v43 = fmaf(__uint_as_float(v135 << 16), v62, v43);
            const unsigned v141 = (unsigned)b1[v88];
            v44 = fmaf(__uint_as_float(v141 << 16), v64, v44);
            const unsigned v147 = (unsigned)b1[v95];
            v45 = fmaf(__uint_as_float(v147 << 16), v66, v45);
            const unsigned v153 = (unsigned)b1[v102];
            v46 = fmaf(__uint_as_float(v153 << 16), v68, v46);
            const unsigned v159 = (unsigned)b1[v109];
            v47 = fmaf(__uint_as_float(v159 << 16), v70, v47);
            const unsigned v165 = (unsigned)b1[v116];
            v48 = fmaf(__uint_as_float(v165 << 16), v72, v48);
        }
        const float v180 = v33 + v34 + v35 + v36 + v37;
        const float v186 = v180 + v38 + v39 + v40;
        const float v187 = __shfl_xor(v186, 16);
        const float v188 = v186 + v187;
        const float v189 = __shfl_xor(v188, 8);
        const float v190 = v188 + v189;
        const float v191 = __shfl_xor(v190, 4);
        const float v192 = v190 + v191;
        const float v193 = __shfl_xor(v192, 2);
        const float v194 = v192 + v193;
        const float v195 = __shfl_xor(v194, 1);
        const float v204 = v41 + v42 + v43 + v44 + v45;
        const float v210 = v204 + v46 + v47 + v48;
        const unsigned v212 = (unsigned)b2[v15];
        const float v216 = v194 + v195 + __uint_as_float(v212 << 16);
        const float v217 = __shfl_xor(v210, 16);
        const float v218 = v210 + v217;
        const float v219 = __shfl_xor(v218, 8);
        const float v220 = v218 + v219;
        const float v221 = __shfl_xor(v220, 4);
        const float v222 = v220 + v221;
        const float v223 = __shfl_xor(v222, 2);
        const float v224 = v222 + v223;
        const float v225 = __shfl_xor(v224, 1);
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

// tessera kernel kv_proj_matvec entry ts_kv_proj_matvec__wide wide 1 params i16:wk:16:256*1536,i16:wv:16:256*1536,i16:bk:16:256,i16:bv:16:256,i32:x:32:1536,o32:k:32:256,o32:v:32:256 sizes 0 threads 256 teams 8 count 256 shared 0 cost 6149
extern "C" __global__ void __launch_bounds__(256) ts_kv_proj_matvec__wide(
    const unsigned short *b0, // wk
    const unsigned short *b1, // wv
    const unsigned short *b2, // bk
    const unsigned short *b3, // bv
    const float *b4, // x
    float *b5, // k
    float *b6) // v
{
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 8 + v4 / 32;
    const int v10 = (int)gridDim.x * 8;
    const int v13 = v4 & 31;
    for (int v15 = v7; v15 < 256; v15 += v10) {
        const int v18 = v15 * 1536;
        const int v19 = v13 * 8;
        float v22 = 0.0f;
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
        #pragma unroll 4
        for (int v38 = 0; v38 < 1536; v38 += 256) {
            const int v39 = v38 + v19;
            const int v41 = (v18 + v39) >> 3;
            const uint4 v42 = ((const uint4 *)b0)[v41];
            const int v49 = v39 >> 2;
            const uint4 v50 = ((const uint4 *)b4)[v49];
            const float v52 = __uint_as_float(v50.x);
            const float v56 = __uint_as_float(v50.y);
            const float v58 = __uint_as_float(v50.z);
            const float v60 = __uint_as_float(v50.w);
            const uint4 v62 = ((const uint4 *)b4)[v49 + 1];
            const float v64 = __uint_as_float(v62.x);
            const float v66 = __uint_as_float(v62.y);
            const float v68 = __uint_as_float(v62.z);
            const float v70 = __uint_as_float(v62.w);
            v22 = fmaf(__uint_as_float((v42.x & 0xffffu) << 16), v52, v22);
            v23 = fmaf(__uint_as_float((v42.x >> 16) << 16), v56, v23);
            v24 = fmaf(__uint_as_float((v42.y & 0xffffu) << 16), v58, v24);
            v25 = fmaf(__uint_as_float((v42.y >> 16) << 16), v60, v25);
            v26 = fmaf(__uint_as_float((v42.z & 0xffffu) << 16), v64, v26);
            v27 = fmaf(__uint_as_float((v42.z >> 16) << 16), v66, v27);
            v28 = fmaf(__uint_as_float((v42.w & 0xffffu) << 16), v68, v28);
            v29 = fmaf(__uint_as_float((v42.w >> 16) << 16), v70, v29);
            const uint4 v117 = ((const uint4 *)b1)[v41];
            v30 = fmaf(__uint_as_float((v117.x & 0xffffu) << 16), v52, v30);
            v31 = fmaf(__uint_as_float((v117.x >> 16) << 16), v56, v31);
            v32 = fmaf(__uint_as_float((v117.y & 0xffffu) << 16), v58, v32);
            v33 = fmaf(__uint_as_float((v117.y >> 16) << 16), v60, v33);
            v34 = fmaf(__uint_as_float((v117.z & 0xffffu) << 16), v64, v34);
            v35 = fmaf(__uint_as_float((v117.z >> 16) << 16), v66, v35);
            v36 = fmaf(__uint_as_float((v117.w & 0xffffu) << 16), v68, v36);
            v37 = fmaf(__uint_as_float((v117.w >> 16) << 16), v70, v37);
        }
        const float v179 = v22 + v23 + v24 + v25 + v26;
        const float v185 = v179 + v27 + v28 + v29;
        const float v186 = __shfl_xor(v185, 16);
        const float v187 = v185 + v186;
        const float v188 = __shfl_xor(v187, 8);
        const float v189 = v187 + v188;
        const float v190 = __shfl_xor(v189, 4);
        const float v191 = v189 + v190;
        const float v192 = __shfl_xor(v191, 2);
        const float v193 = v191 + v192;
        const float v194 = __shfl_xor(v193, 1);
        const float v203 = v30 + v31 + v32 + v33 + v34;
        const float v209 = v203 + v35 + v36 + v37;
        const unsigned v211 = (unsigned)b2[v15];
        const float v215 = v193 + v194 + __uint_as_float(v211 << 16);
        const float v216 = __shfl_xor(v209, 16);
        const float v217 = v209 + v216;
        const float v218 = __shfl_xor(v217, 8);
        const float v219 = v217 + v218;
        const float v220 = __shfl_xor(v219, 4);
        const float v221 = v219 + v220;
        const float v222 = __shfl_xor(v221, 2);
        const float v223 = v221 + v222;
        const float v224 = __shfl_xor(v223, 1);
        const bool v225 = v13 == 0;
        if (v225) {
            b5[v15] = v215;
        }
        const unsigned v230 = (unsigned)b3[v15];
        const float v233 = v223 + v224 + __uint_as_float(v230 << 16);
        if (v225) {
            b6[v15] = v233;
        }
    }
}
