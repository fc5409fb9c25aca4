// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel down_proj_residual entry ts_down_proj_residual wide 0 params i16:w:16:1536*8960,i32:x:32:8960,i32:res:32:1536,o32:y:32:1536 sizes 0 threads 256 teams 4 count 1536 shared 0 cost 18437
extern "C" __global__ void __launch_bounds__(256) ts_down_proj_residual(
    const unsigned short *b0, // w
    const float *b1, // x
    const float *b2, // res
    float *b3) // y
{
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 64;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 63;
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
        #pragma unroll 4
        for (int v44 = 0; v44 < 8704; v44 += 512) {
            const int v45 = v44 + v20;
            const unsigned v47 = (unsigned)b0[v18 + v45];
            const float v51 = b1[v45];
            v33 = fmaf(__uint_as_float(v47 << 16), v51, v33);
            const int v55 = v44 + v21;
            const unsigned v57 = (unsigned)b0[v18 + v55];
            const float v60 = b1[v55];
            v34 = fmaf(__uint_as_float(v57 << 16), v60, v34);
            const int v64 = v44 + v23;
            const unsigned v66 = (unsigned)b0[v18 + v64];
            const float v69 = b1[v64];
            v35 = fmaf(__uint_as_float(v66 << 16), v69, v35);
            const int v73 = v44 + v25;
            const unsigned v75 = (unsigned)b0[v18 + v73];
            const float v78 = b1[v73];
            v36 = fmaf(__uint_as_float(v75 << 16), v78, v36);
            const int v82 = v44 + v26;
            const unsigned v84 = (unsigned)b0[v18 + v82];
            const float v87 = b1[v82];
            v37 = fmaf(__uint_as_float(v84 << 16), v87, v37);
            const int v91 = v44 + v28;
            const unsigned v93 = (unsigned)b0[v18 + v91];
            const float v96 = b1[v91];
            v38 = fmaf(__uint_as_float(v93 << 16), v96, v38);
            const int v100 = v44 + v30;
            const unsigned v102 = (unsigned)b0[v18 + v100];
            const float v105 = b1[v100];
            v39 = fmaf(__uint_as_float(v102 << 16), v105, v39);
            const int v109 = v44 + v32;
            const unsigned v111 = (unsigned)b0[v18 + v109];
            const float v114 = b1[v109];
            v40 = fmaf(__uint_as_float(v111 << 16), v114, v40);
        }
        #pragma unroll 4
        for (int v119 = 8704; v119 < 8960; v119 += 512) {
            const int v120 = v119 + v20;
            const bool v123 = 0 <= v120 && v120 < 8960;
            const unsigned v126 = (unsigned)b0[v123 ? v18 + v120 : 0];
            const float v132 = b1[v123 ? v120 : 0];
            v33 = fmaf(__uint_as_float((v123 ? v126 : 0u) << 16), v123 ? v132 : 0.0f, v33);
            const int v137 = v119 + v21;
            const bool v140 = 0 <= v137 && v137 < 8960;
            const unsigned v143 = (unsigned)b0[v140 ? v18 + v137 : 0];
            const float v148 = b1[v140 ? v137 : 0];
            v34 = fmaf(__uint_as_float((v140 ? v143 : 0u) << 16), v140 ? v148 : 0.0f, v34);
            const int v153 = v119 + v23;
            const bool v156 = 0 <= v153 && v153 < 8960;
            const unsigned v159 = (unsigned)b0[v156 ? v18 + v153 : 0];
            const float v164 = b1[v156 ? v153 : 0];
            v35 = fmaf(__uint_as_float((v156 ? v159 : 0u) << 16), v156 ? v164 : 0.0f, v35);
            const int v169 = v119 + v25;
            const bool v172 = 0 <= v169 && v169 < 8960;
            const unsigned v175 = (unsigned)b0[v172 ? v18 + v169 : 0];
            const float v180 = b1[v172 ? v169 : 0];
            v36 = fmaf(__uint_as_float((v172 ? v175 : 0u) << 16), v172 ? v180 : 0.0f, v36);
            const int v185 = v119 + v26;
            const bool v188 = 0 <= v185 && v185 < 8960;
            const unsigned v191 = (unsigned)b0[v188 ? v18 + v185 : 0];
            const float v196 = b1[v188 ? v185 : 0];
            v37 = fmaf(__uint_as_float((v188 ? v191 : 0u) << 16), v188 ? v196 : 0.0f, v37);
            const int v201 = v119 + v28;
            const bool v204 = 0 <= v201 && v201 < 8960;
            const unsigned v207 = (unsigned)b0[v204 ? v18 + v201 : 0];
            const float v212 = b1[v204 ? v201 : 0];
            v38 = fmaf(__uint_as_float((v204 ? v207 : 0u) << 16), v204 ? v212 : 0.0f, v38);
            const int v217 = v119 + v30;
            const bool v220 = 0 <= v217 && v217 < 8960;
            const unsigned v223 = (unsigned)b0[v220 ? v18 + v217 : 0];
            const float v228 = b1[v220 ? v217 : 0];
            v39 = fmaf(__uint_as_float((v220 ? v223 : 0u) << 16), v220 ? v228 : 0.0f, v39);
            const int v233 = v119 + v32;
            const bool v236 = 0 <= v233 && v233 < 8960;
            const unsigned v239 = (unsigned)b0[v236 ? v18 + v233 : 0];
            const float v244 = b1[v236 ? v233 : 0];
            v40 = fmaf(__uint_as_float((v236 ? v239 : 0u) << 16), v236 ? v244 : 0.0f, v40);
        }
        const float v258 = v33 + v34 + v35 + v36 + v37;
        const float v264 = v258 + v38 + v39 + v40;
        const float v265 = __shfl_xor(v264, 32);
        const float v266 = v264 + v265;
        const float v267 = __shfl_xor(v266, 16);
        const float v268 = v266 + v267;
        const float v269 = __shfl_xor(v268, 8);
        const float v270 = v268 + v269;
        const float v271 = __shfl_xor(v270, 4);
        const float v272 = v270 + v271;
        const float v273 = __shfl_xor(v272, 2);
        const float v274 = v272 + v273;
        const float v275 = __shfl_xor(v274, 1);
        const float v278 = b2[v15];
        const float v279 = v274 + v275 + v278;
        if (v13 == 0) {
            b3[v15] = v279;
        }
    }
}

// tessera kernel down_proj_residual entry ts_down_proj_residual__wide wide 1 params i16:w:16:1536*8960,i32:x:32:8960,i32:res:32:1536,o32:y:32:1536 sizes 0 threads 256 teams 4 count 1536 shared 0 cost 18437
extern "C" __global__ void __launch_bounds__(256) ts_down_proj_residual__wide(
    const unsigned short *b0, // w
    const float *b1, // x
    const float *b2, // res
    float *b3) // y
{
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 64;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 63;
    for (int v15 = v7; v15 < 1536; v15 += v10) {
        const int v18 = v15 * 8960;
        const int v20 = v13 * 8;
        const int v23 = v20 + 1;
        const int v24 = v20 + 2;
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
        for (int v44 = 0; v44 < 8704; v44 += 512) {
            const int v45 = v44 + v20;
            const uint4 v48 = ((const uint4 *)b0)[(v18 + v45) >> 3];
            const int v55 = v45 >> 2;
            const uint4 v56 = ((const uint4 *)b1)[v55];
            const uint4 v62 = ((const uint4 *)b1)[v55 + 1];
            v33 = fmaf(__uint_as_float((v48.x & 0xffffu) << 16), __uint_as_float(v56.x), v33);
            v34 = fmaf(__uint_as_float((v48.x >> 16) << 16), __uint_as_float(v56.y), v34);
            v35 = fmaf(__uint_as_float((v48.y & 0xffffu) << 16), __uint_as_float(v56.z), v35);
            v36 = fmaf(__uint_as_float((v48.y >> 16) << 16), __uint_as_float(v56.w), v36);
            v37 = fmaf(__uint_as_float((v48.z & 0xffffu) << 16), __uint_as_float(v62.x), v37);
            v38 = fmaf(__uint_as_float((v48.z >> 16) << 16), __uint_as_float(v62.y), v38);
            v39 = fmaf(__uint_as_float((v48.w & 0xffffu) << 16), __uint_as_float(v62.z), v39);
            v40 = fmaf(__uint_as_float((v48.w >> 16) << 16), __uint_as_float(v62.w), v40);
        }
        #pragma unroll 4
        for (int v124 = 8704; v124 < 8960; v124 += 512) {
            const int v125 = v124 + v20;
            const bool v128 = 0 <= v125 && v125 < 8960;
            const unsigned v131 = (unsigned)b0[v128 ? v18 + v125 : 0];
            const float v137 = b1[v128 ? v125 : 0];
            v33 = fmaf(__uint_as_float((v128 ? v131 : 0u) << 16), v128 ? v137 : 0.0f, v33);
            const int v142 = v124 + v23;
            const bool v145 = 0 <= v142 && v142 < 8960;
            const unsigned v148 = (unsigned)b0[v145 ? v18 + v142 : 0];
            const float v153 = b1[v145 ? v142 : 0];
            v34 = fmaf(__uint_as_float((v145 ? v148 : 0u) << 16), v145 ? v153 : 0.0f, v34);
            const int v158 = v124 + v24;
            const bool v161 = 0 <= v158 && v158 < 8960;
            const unsigned v164 = (unsigned)b0[v161 ? v18 + v158 : 0];
            const float v169 = b1[v161 ? v158 : 0];
            v35 = fmaf(__uint_as_float((v161 ? v164 : 0u) << 16), v161 ? v169 : 0.0f, v35);
            const int v174 = v124 + v25;
            const bool v177 = 0 <= v174 && v174 < 8960;
            const unsigned v180 = (unsigned)b0[v177 ? v18 + v174 : 0];
            const float v185 = b1[v177 ? v174 : 0];
            v36 = fmaf(__uint_as_float((v177 ? v180 : 0u) << 16), v177 ? v185 : 0.0f, v36);
            const int v190 = v124 + v26;
            const bool v193 = 0 <= v190 && v190 < 8960;
            const unsigned v196 = (unsigned)b0[v193 ? v18 + v190 : 0];
            const float v201 = b1[v193 ? v190 : 0];
            v37 = fmaf(__uint_as_float((v193 ? v196 : 0u) << 16), v193 ? v201 : 0.0f, v37);
            const int v206 = v124 + v28;
            const bool v209 = 0 <= v206 && v206 < 8960;
            const unsigned v212 = (unsigned)b0[v209 ? v18 + v206 : 0];
            const float v217 = b1[v209 ? v206 : 0];
            v38 = fmaf(__uint_as_float((v209 ? v212 : 0u) << 16), v209 ? v217 : 0.0f, v38);
            const int v222 = v124 + v30;
            const bool v225 = 0 <= v222 && v222 < 8960;
            const unsigned v228 = (unsigned)b0[v225 ? v18 + v222 : 0];
            const float v233 = b1[v225 ? v222 : 0];
            v39 = fmaf(__uint_as_float((v225 ? v228 : 0u) << 16), v225 ? v233 : 0.0f, v39);
            const int v238 = v124 + v32;
            const bool v241 = 0 <= v238 && v238 < 8960;
            const unsigned v244 = (unsigned)b0[v241 ? v18 + v238 : 0];
            const float v249 = b1[v241 ? v238 : 0];
            v40 = fmaf(__uint_as_float((v241 ? v244 : 0u) << 16), v241 ? v249 : 0.0f, v40);
        }
        const float v263 = v33 + v34 + v35 + v36 + v37;
        const float v269 = v263 + v38 + v39 + v40;
        const float v270 = __shfl_xor(v269, 32);
        const float v271 = v269 + v270;
        const float v272 = __shfl_xor(v271, 16);
        const float v273 = v271 + v272;
        const float v274 = __shfl_xor(v273, 8);
        const float v275 = v273 + v274;
        const float v276 = __shfl_xor(v275, 4);
        const float v277 = v275 + v276;
        const float v278 = __shfl_xor(v277, 2);
        const float v279 = v277 + v278;
        const float v280 = __shfl_xor(v279, 1);
        const float v283 = b2[v15];
        const float v284 = v279 + v280 + v283;
        if (v13 == 0) {
            b3[v15] = v284;
        }
    }
}
