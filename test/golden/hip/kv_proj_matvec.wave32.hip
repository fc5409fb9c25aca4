// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel kv_proj_matvec entry kv_proj_matvec wide 0 params i16,i16,i16,i16,i32,o32,o32 sizes 0 threads 256 teams 8 count 256 shared 0 cost 6149
extern "C" __global__ void __launch_bounds__(256) kv_proj_matvec(
    const unsigned short *b0, // wk
    const unsigned short *b1, // wv
    const unsigned short *b2, // bk
    const unsigned short *b3, // bv
    const float *b4, // x
    float *b5, // k
    float *b6) // v
{
    const int v6 = (int)threadIdx.x;
    const int v7 = (int)blockIdx.x;
    const int v13 = v6 & 31;
    const int v15 = v7 * 8 + v6 / 32;
    const int v16 = (int)gridDim.x * 8;
    for (int v17 = v15; v17 < 256; v17 += v16) {
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
        float v44 = 0.0f;
        float v45 = 0.0f;
        float v46 = 0.0f;
        float v47 = 0.0f;
        float v48 = 0.0f;
        float v49 = 0.0f;
        float v50 = 0.0f;
        float v51 = 0.0f;
        #pragma unroll 4
        for (int v52 = 0; v52 < 1536; v52 += 256) {
            const int v53 = v52 + v21;
            const float v54 = b4[v53];
            const int v55 = v52 + v23;
            const float v56 = b4[v55];
            const int v57 = v52 + v25;
            const float v58 = b4[v57];
            const int v59 = v52 + v27;
            const float v60 = b4[v59];
            const int v61 = v52 + v29;
            const float v62 = b4[v61];
            const int v63 = v52 + v31;
            const float v64 = b4[v63];
            const int v65 = v52 + v33;
            const float v66 = b4[v65];
            const int v67 = v52 + v35;
            const float v68 = b4[v67];
            const int v69 = v20 + v53;
            const unsigned v70 = (unsigned)b0[v69];
            v36 = fmaf(__uint_as_float(v70 << 16), v54, v36);
            const int v77 = v20 + v55;
            const unsigned v78 = (unsigned)b0[v77];
            v37 = fmaf(__uint_as_float(v78 << 16), v56, v37);
            const int v84 = v20 + v57;
            const unsigned v85 = (unsigned)b0[v84];
            v38 = fmaf(__uint_as_float(v85 << 16), v58, v38);
            const int v91 = v20 + v59;
            const unsigned v92 = (unsigned)b0[v91];
            v39 = fmaf(__uint_as_float(v92 << 16), v60, v39);
            const int v98 = v20 + v61;
            const unsigned v99 = (unsigned)b0[v98];
            v40 = fmaf(__uint_as_float(v99 << 16), v62, v40);
            const int v105 = v20 + v63;
            const unsigned v106 = (unsigned)b0[v105];
            v41 = fmaf(__uint_as_float(v106 << 16), v64, v41);
            const int v112 = v20 + v65;
            const unsigned v113 = (unsigned)b0[v112];
            v42 = fmaf(__uint_as_float(v113 << 16), v66, v42);
            const int v119 = v20 + v67;
            const unsigned v120 = (unsigned)b0[v119];
            v43 = fmaf(__uint_as_float(v120 << 16), v68, v43);
            const unsigned v126 = (unsigned)b1[v69];
            v44 = fmaf(__uint_as_float(v126 << 16), v54, v44);
            const unsigned v132 = (unsigned)b1[v77];
            v45 = fmaf(__uint_as_float(v132 << 16), v56, v45);
            const unsigned v138 = (unsigned)b1[v84];
            v46 = fmaf(__uint_as_float(v138 << 16), v58, v46);
            const unsigned v144 = (unsigned)b1[v91];
            v47 = fmaf(__uint_as_float(v144 << 16), v60, v47);
            const unsigned v150 = (unsigned)b1[v98];
            v48 = fmaf(__uint_as_float(v150 << 16), v62, v48);
            const unsigned v156 = (unsigned)b1[v105];
            v49 = fmaf(__uint_as_float(v156 << 16), v64, v49);
            const unsigned v162 = (unsigned)b1[v112];
            v50 = fmaf(__uint_as_float(v162 << 16), v66, v50);
            const unsigned v168 = (unsigned)b1[v119];
            v51 = fmaf(__uint_as_float(v168 << 16), v68, v51);
        }
        const float v183 = v36 + v37 + v38 + v39 + v40;
        const float v189 = v183 + v41 + v42 + v43;
        const float v190 = __shfl_xor(v189, 16);
        const float v191 = v189 + v190;
        const float v192 = __shfl_xor(v191, 8);
        const float v193 = v191 + v192;
        const float v194 = __shfl_xor(v193, 4);
        const float v195 = v193 + v194;
        const float v196 = __shfl_xor(v195, 2);
        const float v197 = v195 + v196;
        const float v198 = __shfl_xor(v197, 1);
        const unsigned v200 = (unsigned)b2[v17];
        const float v204 = v197 + v198 + __uint_as_float(v200 << 16);
        const float v213 = v44 + v45 + v46 + v47 + v48;
        const float v219 = v213 + v49 + v50 + v51;
        const float v220 = __shfl_xor(v219, 16);
        const float v221 = v219 + v220;
        const float v222 = __shfl_xor(v221, 8);
        const float v223 = v221 + v222;
        const float v224 = __shfl_xor(v223, 4);
        const float v225 = v223 + v224;
        const float v226 = __shfl_xor(v225, 2);
        const float v227 = v225 + v226;
        const float v228 = __shfl_xor(v227, 1);
        const bool v230 = v13 == 0;
        if (v230) {
            b5[v17] = v204;
        }
        const unsigned v234 = (unsigned)b3[v17];
        const float v237 = v227 + v228 + __uint_as_float(v234 << 16);
        if (v230) {
            b6[v17] = v237;
        }
    }
}

// tessera kernel kv_proj_matvec entry kv_proj_matvec__wide wide 1 params i16,i16,i16,i16,i32,o32,o32 sizes 0 threads 256 teams 8 count 256 shared 0 cost 6149
extern "C" __global__ void __launch_bounds__(256) kv_proj_matvec__wide(
    const unsigned short *b0, // wk
    const unsigned short *b1, // wv
    const unsigned short *b2, // bk
    const unsigned short *b3, // bv
    const float *b4, // x
    float *b5, // k
    float *b6) // v
{
    const int v6 = (int)threadIdx.x;
    const int v7 = (int)blockIdx.x;
    const int v13 = v6 & 31;
    const int v15 = v7 * 8 + v6 / 32;
    const int v16 = (int)gridDim.x * 8;
    for (int v17 = v15; v17 < 256; v17 += v16) {
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
        float v44 = 0.0f;
        float v45 = 0.0f;
        float v46 = 0.0f;
        float v47 = 0.0f;
        float v48 = 0.0f;
        float v49 = 0.0f;
        float v50 = 0.0f;
        float v51 = 0.0f;
        #pragma unroll 4
        for (int v52 = 0; v52 < 1536; v52 += 256) {
            const int v53 = v52 + v21;
            const int v54 = v53 >> 2;
            const uint4 v55 = ((const uint4 *)b4)[v54];
            const uint4 v57 = ((const uint4 *)b4)[v54 + 1];
            const float v59 = __uint_as_float(v55.x);
            const float v61 = __uint_as_float(v55.y);
            const float v63 = __uint_as_float(v55.z);
            const float v65 = __uint_as_float(v55.w);
            const float v67 = __uint_as_float(v57.x);
            const float v69 = __uint_as_float(v57.y);
            const float v71 = __uint_as_float(v57.z);
            const float v73 = __uint_as_float(v57.w);
            const int v75 = (v20 + v53) >> 3;
            const uint4 v76 = ((const uint4 *)b0)[v75];
            v36 = fmaf(__uint_as_float((v76.x & 0xffffu) << 16), v59, v36);
            v37 = fmaf(__uint_as_float((v76.x >> 16) << 16), v61, v37);
            v38 = fmaf(__uint_as_float((v76.y & 0xffffu) << 16), v63, v38);
            v39 = fmaf(__uint_as_float((v76.y >> 16) << 16), v65, v39);
            v40 = fmaf(__uint_as_float((v76.z & 0xffffu) << 16), v67, v40);
            v41 = fmaf(__uint_as_float((v76.z >> 16) << 16), v69, v41);
            v42 = fmaf(__uint_as_float((v76.w & 0xffffu) << 16), v71, v42);
            v43 = fmaf(__uint_as_float((v76.w >> 16) << 16), v73, v43);
            const uint4 v132 = ((const uint4 *)b1)[v75];
            v44 = fmaf(__uint_as_float((v132.x & 0xffffu) << 16), v59, v44);
            v45 = fmaf(__uint_as_float((v132.x >> 16) << 16), v61, v45);
            v46 = fmaf(__uint_as_float((v132.y & 0xffffu) << 16), v63, v46);
            v47 = fmaf(__uint_as_float((v132.y >> 16) << 16), v65, v47);
            v48 = fmaf(__uint_as_float((v132.z & 0xffffu) << 16), v67, v48);
            v49 = fmaf(__uint_as_float((v132.z >> 16) << 16), v69, v49);
            v50 = fmaf(__uint_as_float((v132.w & 0xffffu) << 16), v71, v50);
            v51 = fmaf(__uint_as_float((v132.w >> 16) << 16), v73, v51);
        }
        const float v194 = v36 + v37 + v38 + v39 + v40;
        const float v200 = v194 + v41 + v42 + v43;
        const float v201 = __shfl_xor(v200, 16);
        const float v202 = v200 + v201;
        const float v203 = __shfl_xor(v202, 8);
        const float v204 = v202 + v203;
        const float v205 = __shfl_xor(v204, 4);
        const float v206 = v204 + v205;
        const float v207 = __shfl_xor(v206, 2);
        const float v208 = v206 + v207;
        const float v209 = __shfl_xor(v208, 1);
        const unsigned v211 = (unsigned)b2[v17];
        const float v215 = v208 + v209 + __uint_as_float(v211 << 16);
        const float v224 = v44 + v45 + v46 + v47 + v48;
        const float v230 = v224 + v49 + v50 + v51;
        const float v231 = __shfl_xor(v230, 16);
        const float v232 = v230 + v231;
        const float v233 = __shfl_xor(v232, 8);
        const float v234 = v232 + v233;
        const float v235 = __shfl_xor(v234, 4);
        const float v236 = v234 + v235;
        const float v237 = __shfl_xor(v236, 2);
        const float v238 = v236 + v237;
        const float v239 = __shfl_xor(v238, 1);
        const bool v241 = v13 == 0;
        if (v241) {
            b5[v17] = v215;
        }
        const unsigned v245 = (unsigned)b3[v17];
        const float v248 = v238 + v239 + __uint_as_float(v245 << 16);
        if (v241) {
            b6[v17] = v248;
        }
    }
}
