// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel kv_proj_matvec entry ts_kv_proj_matvec wide 0 params i16:wk:16:256*1536,i16:wv:16:256*1536,i16:bk:16:256,i16:bv:16:256,i32:x:32:1536,o32:k:32:256,o32:v:32:256 sizes 0 threads 256 teams 4 count 256 shared 0 cost 6149
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
    const int v7 = v1 * 4 + v4 / 64;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 63;
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
        #pragma unroll 4
        for (int v50 = 0; v50 < 1536; v50 += 512) {
            const int v51 = v50 + v20;
            const int v52 = v18 + v51;
            const unsigned v53 = (unsigned)b0[v52];
            const float v57 = b4[v51];
            const int v60 = v50 + v21;
            const float v61 = b4[v60];
            const int v62 = v50 + v23;
            const float v63 = b4[v62];
            const int v64 = v50 + v25;
            const float v65 = b4[v64];
            const int v66 = v50 + v26;
            const float v67 = b4[v66];
            const int v68 = v50 + v28;
            const float v69 = b4[v68];
            const int v70 = v50 + v30;
            const float v71 = b4[v70];
            const int v72 = v50 + v32;
            const float v73 = b4[v72];
            v33 = fmaf(__uint_as_float(v53 << 16), v57, v33);
            const int v75 = v18 + v60;
            const unsigned v76 = (unsigned)b0[v75];
            v34 = fmaf(__uint_as_float(v76 << 16), v61, v34);
            const int v82 = v18 + v62;
            const unsigned v83 = (unsigned)b0[v82];
            v35 = fmaf(__uint_as_float(v83 << 16), v63, v35);
            const int v89 = v18 + v64;
            const unsigned v90 = (unsigned)b0[v89];
            v36 = fmaf(__uint_as_float(v90 << 16), v65, v36);
            const int v96 = v18 + v66;
            const unsigned v97 = (unsigned)b0[v96];
            v37 = fmaf(__uint_as_float(v97 << 16), v67, v37);
            const int v103 = v18 + v68;
            const unsigned v104 = (unsigned)b0[v103];
            v38 = fmaf(__uint_as_float(v104 << 16), v69, v38);
            const int v110 = v18 + v70;
            const unsigned v111 = (unsigned)b0[v110];
            v39 = fmaf(__uint_as_float(v111 << 16), v71, v39);
            const int v117 = v18 + v72;
            const unsigned v118 = (unsigned)b0[v117];
            v40 = fmaf(__uint_as_float(v118 << 16), v73, v40);
            const unsigned v124 = (unsigned)b1[v52];
            v41 = fmaf(__uint_as_float(v124 << 16), v57, v41);
            const unsigned v130 = (unsigned)b1[v75];
            v42 = fmaf(__uint_as_float(v130 << 16), v61, v42);
            const unsigned v136 = (unsigned)b1[v82];
            v43 = fmaf(__uint_as_float(v136 << 16), v63, v43);
            const unsigned v142 = (unsigned)b1[v89];
            v44 = fmaf(__uint_as_float(v142 << 16), v65, v44);
            const unsigned v148 = (unsigned)b1[v96];
            v45 = fmaf(__uint_as_float(v148 << 16), v67, v45);
            const unsigned v154 = (unsigned)b1[v103];
            v46 = fmaf(__uint_as_float(v154 << 16), v69, v46);
            const unsigned v160 = (unsigned)b1[v110];
            v47 = fmaf(__uint_as_float(v160 << 16), v71, v47);
            const unsigned v166 = (unsigned)b1[v117];
            v48 = fmaf(__uint_as_float(v166 << 16), v73, v48);
        }
        const float v181 = v33 + v34 + v35 + v36 + v37;
        const float v187 = v181 + v38 + v39 + v40;
        const float v188 = __shfl_xor(v187, 32);
        const float v189 = v187 + v188;
        const float v190 = __shfl_xor(v189, 16);
        const float v191 = v189 + v190;
        const float v192 = __shfl_xor(v191, 8);
        const float v193 = v191 + v192;
        const float v194 = __shfl_xor(v193, 4);
        const float v195 = v193 + v194;
        const float v196 = __shfl_xor(v195, 2);
        const float v197 = v195 + v196;
        const float v198 = __shfl_xor(v197, 1);
        const float v207 = v41 + v42 + v43 + v44 + v45;
        const float v213 = v207 + v46 + v47 + v48;
        const unsigned v215 = (unsigned)b2[v15];
        const float v219 = v197 + v198 + __uint_as_float(v215 << 16);
        const float v220 = __shfl_xor(v213, 32);
        const float v221 = v213 + v220;
        const float v222 = __shfl_xor(v221, 16);
        const float v223 = v221 + v222;
        const float v224 = __shfl_xor(v223, 8);
        const float v225 = v223 + v224;
        const float v226 = __shfl_xor(v225, 4);
        const float v227 = v225 + v226;
        const float v228 = __shfl_xor(v227, 2);
        const float v229 = v227 + v228;
        const float v230 = __shfl_xor(v229, 1);
        const bool v231 = v13 == 0;
        if (v231) {
            b5[v15] = v219;
        }
        const unsigned v236 = (unsigned)b3[v15];
        const float v239 = v229 + v230 + __uint_as_float(v236 << 16);
        if (v231) {
            b6[v15] = v239;
        }
    }
}

// tessera kernel kv_proj_matvec entry ts_kv_proj_matvec__wide wide 1 params i16:wk:16:256*1536,i16:wv:16:256*1536,i16:bk:16:256,i16:bv:16:256,i32:x:32:1536,o32:k:32:256,o32:v:32:256 sizes 0 threads 256 teams 4 count 256 shared 0 cost 6149
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
    const int v7 = v1 * 4 + v4 / 64;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 63;
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
        #pragma unroll 4
        for (int v40 = 0; v40 < 1536; v40 += 512) {
            const int v41 = v40 + v20;
            const int v43 = (v18 + v41) >> 3;
            const uint4 v44 = ((const uint4 *)b0)[v43];
            const int v51 = v41 >> 2;
            const uint4 v52 = ((const uint4 *)b4)[v51];
            const float v54 = __uint_as_float(v52.x);
            const float v58 = __uint_as_float(v52.y);
            const float v60 = __uint_as_float(v52.z);
            const float v62 = __uint_as_float(v52.w);
            const uint4 v64 = ((const uint4 *)b4)[v51 + 1];
            const float v66 = __uint_as_float(v64.x);
            const float v68 = __uint_as_float(v64.y);
            const float v70 = __uint_as_float(v64.z);
            const float v72 = __uint_as_float(v64.w);
            v23 = fmaf(__uint_as_float((v44.x & 0xffffu) << 16), v54, v23);
            v24 = fmaf(__uint_as_float((v44.x >> 16) << 16), v58, v24);
            v25 = fmaf(__uint_as_float((v44.y & 0xffffu) << 16), v60, v25);
            v26 = fmaf(__uint_as_float((v44.y >> 16) << 16), v62, v26);
            v27 = fmaf(__uint_as_float((v44.z & 0xffffu) << 16), v66, v27);
            v28 = fmaf(__uint_as_float((v44.z >> 16) << 16), v68, v28);
            v29 = fmaf(__uint_as_float((v44.w & 0xffffu) << 16), v70, v29);
            v30 = fmaf(__uint_as_float((v44.w >> 16) << 16), v72, v30);
            const uint4 v119 = ((const uint4 *)b1)[v43];
            v31 = fmaf(__uint_as_float((v119.x & 0xffffu) << 16), v54, v31);
            v32 = fmaf(__uint_as_float((v119.x >> 16) << 16), v58, v32);
            v33 = fmaf(__uint_as_float((v119.y & 0xffffu) << 16), v60, v33);
            v34 = fmaf(__uint_as_float((v119.y >> 16) << 16), v62, v34);
            v35 = fmaf(__uint_as_float((v119.z & 0xffffu) << 16), v66, v35);
            v36 = fmaf(__uint_as_float((v119.z >> 16) << 16), v68, v36);
            v37 = fmaf(__uint_as_float((v119.w & 0xffffu) << 16), v70, v37);
            v38 = fmaf(__uint_as_float((v119.w >> 16) << 16), v72, v38);
        }
        const float v181 = v23 + v24 + v25 + v26 + v27;
        const float v187 = v181 + v28 + v29 + v30;
        const float v188 = __shfl_xor(v187, 32);
        const float v189 = v187 + v188;
        const float v190 = __shfl_xor(v189, 16);
        const float v191 = v189 + v190;
        const float v192 = __shfl_xor(v191, 8);
        const float v193 = v191 + v192;
        const float v194 = __shfl_xor(v193, 4);
        const float v195 = v193 + v194;
        const float v196 = __shfl_xor(v195, 2);
        const float v197 = v195 + v196;
        const float v198 = __shfl_xor(v197, 1);
        const float v207 = v31 + v32 + v33 + v34 + v35;
        const float v213 = v207 + v36 + v37 + v38;
        const unsigned v215 = (unsigned)b2[v15];
        const float v219 = v197 + v198 + __uint_as_float(v215 << 16);
        const float v220 = __shfl_xor(v213, 32);
        const float v221 = v213 + v220;
        const float v222 = __shfl_xor(v221, 16);
        const float v223 = v221 + v222;
        const float v224 = __shfl_xor(v223, 8);
        const float v225 = v223 + v224;
        const float v226 = __shfl_xor(v225, 4);
        const float v227 = v225 + v226;
        const float v228 = __shfl_xor(v227, 2);
        const float v229 = v227 + v228;
        const float v230 = __shfl_xor(v229, 1);
        const bool v231 = v13 == 0;
        if (v231) {
            b5[v15] = v219;
        }
        const unsigned v236 = (unsigned)b3[v15];
        const float v239 = v229 + v230 + __uint_as_float(v236 << 16);
        if (v231) {
            b6[v15] = v239;
        }
    }
}
