// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel down_proj_residual entry down_proj_residual wide 0 params i16,i32,i32,o32 sizes 0 threads 256 teams 4 count 1536 shared 0 cost 18437
extern "C" __global__ void __launch_bounds__(256) down_proj_residual(
    const unsigned short *b0, // w
    const float *b1, // x
    const float *b2, // res
    float *b3) // y
{
    const int v6 = (int)threadIdx.x;
    const int v7 = (int)blockIdx.x;
    const int v13 = v6 & 63;
    const int v15 = v7 * 4 + v6 / 64;
    const int v16 = (int)gridDim.x * 4;
    for (int v17 = v15; v17 < 1536; v17 += v16) {
        const int v20 = v17 * 8960;
        const int v22 = v13 * 8;
        const int v24 = v22 + 1;
        const int v26 = v22 + 2;
        const int v28 = v22 + 3;
        const int v29 = v22 + 4;
        const int v31 = v22 + 5;
        const int v33 = v22 + 6;
        const int v35 = v22 + 7;
        float v36 = 0.0f;
        float v37 = 0.0f;
        float v38 = 0.0f;
        float v39 = 0.0f;
        float v40 = 0.0f;
        float v41 = 0.0f;
        float v42 = 0.0f;
        float v43 = 0.0f;
        #pragma unroll 4
        for (int v51 = 0; v51 < 8704; v51 += 512) {
            const int v52 = v51 + v22;
            const unsigned v54 = (unsigned)b0[v20 + v52];
            const float v58 = b1[v52];
            v36 = fmaf(__uint_as_float(v54 << 16), v58, v36);
            const int v62 = v51 + v24;
            const unsigned v64 = (unsigned)b0[v20 + v62];
            const float v67 = b1[v62];
            v37 = fmaf(__uint_as_float(v64 << 16), v67, v37);
            const int v71 = v51 + v26;
            const unsigned v73 = (unsigned)b0[v20 + v71];
            const float v76 = b1[v71];
            v38 = fmaf(__uint_as_float(v73 << 16), v76, v38);
            const int v80 = v51 + v28;
            const unsigned v82 = (unsigned)b0[v20 + v80];
            const float v85 = b1[v80];
            v39 = fmaf(__uint_as_float(v82 << 16), v85, v39);
            const int v89 = v51 + v29;
            const unsigned v91 = (unsigned)b0[v20 + v89];
            const float v94 = b1[v89];
            v40 = fmaf(__uint_as_float(v91 << 16), v94, v40);
            const int v98 = v51 + v31;
            const unsigned v100 = (unsigned)b0[v20 + v98];
            const float v103 = b1[v98];
            v41 = fmaf(__uint_as_float(v100 << 16), v103, v41);
            const int v107 = v51 + v33;
            const unsigned v109 = (unsigned)b0[v20 + v107];
            const float v112 = b1[v107];
            v42 = fmaf(__uint_as_float(v109 << 16), v112, v42);
            const int v116 = v51 + v35;
            const unsigned v118 = (unsigned)b0[v20 + v116];
            const float v121 = b1[v116];
            v43 = fmaf(__uint_as_float(v118 << 16), v121, v43);
        }
        #pragma unroll 4
        for (int v126 = 8704; v126 < 8960; v126 += 512) {
            const int v127 = v126 + v22;
            const bool v130 = 0 <= v127 && v127 < 8960;
            const unsigned v133 = (unsigned)b0[v130 ? v20 + v127 : 0];
            const float v139 = b1[v130 ? v127 : 0];
            v36 = fmaf(__uint_as_float((v130 ? v133 : 0u) << 16), v130 ? v139 : 0.0f, v36);
            const int v144 = v126 + v24;
            const bool v147 = 0 <= v144 && v144 < 8960;
            const unsigned v150 = (unsigned)b0[v147 ? v20 + v144 : 0];
            const float v155 = b1[v147 ? v144 : 0];
            v37 = fmaf(__uint_as_float((v147 ? v150 : 0u) << 16), v147 ? v155 : 0.0f, v37);
            const int v160 = v126 + v26;
            const bool v163 = 0 <= v160 && v160 < 8960;
            const unsigned v166 = (unsigned)b0[v163 ? v20 + v160 : 0];
            const float v171 = b1[v163 ? v160 : 0];
            v38 = fmaf(__uint_as_float((v163 ? v166 : 0u) << 16), v163 ? v171 : 0.0f, v38);
            const int v176 = v126 + v28;
            const bool v179 = 0 <= v176 && v176 < 8960;
            const unsigned v182 = (unsigned)b0[v179 ? v20 + v176 : 0];
            const float v187 = b1[v179 ? v176 : 0];
            v39 = fmaf(__uint_as_float((v179 ? v182 : 0u) << 16), v179 ? v187 : 0.0f, v39);
            const int v192 = v126 + v29;
            const bool v195 = 0 <= v192 && v192 < 8960;
            const unsigned v198 = (unsigned)b0[v195 ? v20 + v192 : 0];
            const float v203 = b1[v195 ? v192 : 0];
            v40 = fmaf(__uint_as_float((v195 ? v198 : 0u) << 16), v195 ? v203 : 0.0f, v40);
            const int v208 = v126 + v31;
            const bool v211 = 0 <= v208 && v208 < 8960;
            const unsigned v214 = (unsigned)b0[v211 ? v20 + v208 : 0];
            const float v219 = b1[v211 ? v208 : 0];
            v41 = fmaf(__uint_as_float((v211 ? v214 : 0u) << 16), v211 ? v219 : 0.0f, v41);
            const int v224 = v126 + v33;
            const bool v227 = 0 <= v224 && v224 < 8960;
            const unsigned v230 = (unsigned)b0[v227 ? v20 + v224 : 0];
            const float v235 = b1[v227 ? v224 : 0];
            v42 = fmaf(__uint_as_float((v227 ? v230 : 0u) << 16), v227 ? v235 : 0.0f, v42);
            const int v240 = v126 + v35;
            const bool v243 = 0 <= v240 && v240 < 8960;
            const unsigned v246 = (unsigned)b0[v243 ? v20 + v240 : 0];
            const float v251 = b1[v243 ? v240 : 0];
            v43 = fmaf(__uint_as_float((v243 ? v246 : 0u) << 16), v243 ? v251 : 0.0f, v43);
        }
        const float v265 = v36 + v37 + v38 + v39 + v40;
        const float v271 = v265 + v41 + v42 + v43;
        const float v272 = __shfl_xor(v271, 32);
        const float v273 = v271 + v272;
        const float v274 = __shfl_xor(v273, 16);
        const float v275 = v273 + v274;
        const float v276 = __shfl_xor(v275, 8);
        const float v277 = v275 + v276;
        const float v278 = __shfl_xor(v277, 4);
        const float v279 = v277 + v278;
        const float v280 = __shfl_xor(v279, 2);
        const float v281 = v279 + v280;
        const float v282 = __shfl_xor(v281, 1);
        const float v284 = b2[v17];
        const float v285 = v281 + v282 + v284;
        if (v13 == 0) {
            b3[v17] = v285;
        }
    }
}

// tessera kernel down_proj_residual entry down_proj_residual__wide wide 1 params i16,i32,i32,o32 sizes 0 threads 256 teams 4 count 1536 shared 0 cost 18437
extern "C" __global__ void __launch_bounds__(256) down_proj_residual__wide(
    const unsigned short *b0, // w
    const float *b1, // x
    const float *b2, // res
    float *b3) // y
{
    const int v6 = (int)threadIdx.x;
    const int v7 = (int)blockIdx.x;
    const int v13 = v6 & 63;
    const int v15 = v7 * 4 + v6 / 64;
    const int v16 = (int)gridDim.x * 4;
    for (int v17 = v15; v17 < 1536; v17 += v16) {
        const int v20 = v17 * 8960;
        const int v22 = v13 * 8;
        const int v24 = v22 + 1;
        const int v26 = v22 + 2;
        const int v28 = v22 + 3;
        const int v29 = v22 + 4;
        const int v31 = v22 + 5;
        const int v33 = v22 + 6;
        const int v35 = v22 + 7;
        float v36 = 0.0f;
        float v37 = 0.0f;
        float v38 = 0.0f;
        float v39 = 0.0f;
        float v40 = 0.0f;
        float v41 = 0.0f;
        float v42 = 0.0f;
        float v43 = 0.0f;
        #pragma unroll 4
        for (int v51 = 0; v51 < 8704; v51 += 512) {
            const int v52 = v51 + v22;
            const uint4 v55 = ((const uint4 *)b0)[(v20 + v52) >> 3];
            const int v62 = v52 >> 2;
            const uint4 v63 = ((const uint4 *)b1)[v62];
            const uint4 v65 = ((const uint4 *)b1)[v62 + 1];
            v36 = fmaf(__uint_as_float((v55.x & 0xffffu) << 16), __uint_as_float(v63.x), v36);
            v37 = fmaf(__uint_as_float((v55.x >> 16) << 16), __uint_as_float(v63.y), v37);
            v38 = fmaf(__uint_as_float((v55.y & 0xffffu) << 16), __uint_as_float(v63.z), v38);
            v39 = fmaf(__uint_as_float((v55.y >> 16) << 16), __uint_as_float(v63.w), v39);
            v40 = fmaf(__uint_as_float((v55.z & 0xffffu) << 16), __uint_as_float(v65.x), v40);
            v41 = fmaf(__uint_as_float((v55.z >> 16) << 16), __uint_as_float(v65.y), v41);
            v42 = fmaf(__uint_as_float((v55.w & 0xffffu) << 16), __uint_as_float(v65.z), v42);
            v43 = fmaf(__uint_as_float((v55.w >> 16) << 16), __uint_as_float(v65.w), v43);
        }
        #pragma unroll 4
        for (int v131 = 8704; v131 < 8960; v131 += 512) {
            const int v132 = v131 + v22;
            const bool v135 = 0 <= v132 && v132 < 8960;
            const unsigned v138 = (unsigned)b0[v135 ? v20 + v132 : 0];
            const float v144 = b1[v135 ? v132 : 0];
            v36 = fmaf(__uint_as_float((v135 ? v138 : 0u) << 16), v135 ? v144 : 0.0f, v36);
            const int v149 = v131 + v24;
            const bool v152 = 0 <= v149 && v149 < 8960;
            const unsigned v155 = (unsigned)b0[v152 ? v20 + v149 : 0];
            const float v160 = b1[v152 ? v149 : 0];
            v37 = fmaf(__uint_as_float((v152 ? v155 : 0u) << 16), v152 ? v160 : 0.0f, v37);
            const int v165 = v131 + v26;
            const bool v168 = 0 <= v165 && v165 < 8960;
            const unsigned v171 = (unsigned)b0[v168 ? v20 + v165 : 0];
            const float v176 = b1[v168 ? v165 : 0];
            v38 = fmaf(__uint_as_float((v168 ? v171 : 0u) << 16), v168 ? v176 : 0.0f, v38);
            const int v181 = v131 + v28;
            const bool v184 = 0 <= v181 && v181 < 8960;
            const unsigned v187 = (unsigned)b0[v184 ? v20 + v181 : 0];
            const float v192 = b1[v184 ? v181 : 0];
            v39 = fmaf(__uint_as_float((v184 ? v187 : 0u) << 16), v184 ? v192 : 0.0f, v39);
            const int v197 = v131 + v29;
            const bool v200 = 0 <= v197 && v197 < 8960;
            const unsigned v203 = (unsigned)b0[v200 ? v20 + v197 : 0];
            const float v208 = b1[v200 ? v197 : 0];
            v40 = fmaf(__uint_as_float((v200 ? v203 : 0u) << 16), v200 ? v208 : 0.0f, v40);
            const int v213 = v131 + v31;
            const bool v216 = 0 <= v213 && v213 < 8960;
            const unsigned v219 = (unsigned)b0[v216 ? v20 + v213 : 0];
            const float v224 = b1[v216 ? v213 : 0];
            v41 = fmaf(__uint_as_float((v216 ? v219 : 0u) << 16), v216 ? v224 : 0.0f, v41);
            const int v229 = v131 + v33;
            const bool v232 = 0 <= v229 && v229 < 8960;
            const unsigned v235 = (unsigned)b0[v232 ? v20 + v229 : 0];
            const float v240 = b1[v232 ? v229 : 0];
            v42 = fmaf(__uint_as_float((v232 ? v235 : 0u) << 16), v232 ? v240 : 0.0f, v42);
            const int v245 = v131 + v35;
            const bool v248 = 0 <= v245 && v245 < 8960;
            const unsigned v251 = (unsigned)b0[v248 ? v20 + v245 : 0];
            const float v256 = b1[v248 ? v245 : 0];
            v43 = fmaf(__uint_as_float((v248 ? v251 : 0u) << 16), v248 ? v256 : 0.0f, v43);
        }
        const float v270 = v36 + v37 + v38 + v39 + v40;
        const float v276 = v270 + v41 + v42 + v43;
        const float v277 = __shfl_xor(v276, 32);
        const float v278 = v276 + v277;
        const float v279 = __shfl_xor(v278, 16);
        const float v280 = v278 + v279;
        const float v281 = __shfl_xor(v280, 8);
        const float v282 = v280 + v281;
        const float v283 = __shfl_xor(v282, 4);
        const float v284 = v282 + v283;
        const float v285 = __shfl_xor(v284, 2);
        const float v286 = v284 + v285;
        const float v287 = __shfl_xor(v286, 1);
        const float v289 = b2[v17];
        const float v290 = v286 + v287 + v289;
        if (v13 == 0) {
            b3[v17] = v290;
        }
    }
}
