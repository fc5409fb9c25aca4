// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel norm_lm_head_argmax entry ts_norm_lm_head_argmax wide 0 params i32,i16,i16,o32,w32,w32 sizes 1 threads 256 teams 4 count 9496 shared 0 cost 786433
extern "C" __global__ void __launch_bounds__(256) ts_norm_lm_head_argmax(
    const float *b0, // x
    const unsigned short *b1, // gamma
    const unsigned short *b2, // w
    float *b3, // logits
    float *b4, // val
    int *b5, // idx
    const int *s0) // valid
{
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 64;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 63;
    for (int v17 = v7; v17 < 9496; v17 += v10) {
        const int v21 = v13 * 8;
        const int v22 = v21 + 1;
        const int v24 = v21 + 2;
        const int v26 = v21 + 3;
        const int v27 = v21 + 4;
        const int v29 = v21 + 5;
        const int v31 = v21 + 6;
        const int v33 = v21 + 7;
        const int v34 = v17 * 16;
        const int v36 = min(151936, v34 + 16);
        const int v37 = s0[0];
        float v38 = 0.0f;
        float v39 = 0.0f;
        float v40 = 0.0f;
        float v41 = 0.0f;
        float v42 = 0.0f;
        float v43 = 0.0f;
        float v44 = 0.0f;
        float v45 = 0.0f;
        for (int v47 = 0; v47 < 1536; v47 += 512) {
            const float v49 = b0[v47 + v21];
            const float v53 = b0[v47 + v22];
            const float v55 = b0[v47 + v24];
            const float v57 = b0[v47 + v26];
            const float v59 = b0[v47 + v27];
            const float v61 = b0[v47 + v29];
            const float v63 = b0[v47 + v31];
            const float v65 = b0[v47 + v33];
            v38 = fmaf(v49, v49, v38);
            v39 = fmaf(v53, v53, v39);
            v40 = fmaf(v55, v55, v40);
            v41 = fmaf(v57, v57, v41);
            v42 = fmaf(v59, v59, v42);
            v43 = fmaf(v61, v61, v43);
            v44 = fmaf(v63, v63, v44);
            v45 = fmaf(v65, v65, v45);
        }
        const float v97 = v38 + v39 + v40 + v41 + v42;
        const float v103 = v97 + v43 + v44 + v45;
        const float v104 = __shfl_xor(v103, 32);
        const float v105 = v103 + v104;
        const float v106 = __shfl_xor(v105, 16);
        const float v107 = v105 + v106;
        const float v108 = __shfl_xor(v107, 8);
        const float v109 = v107 + v108;
        const float v110 = __shfl_xor(v109, 4);
        const float v111 = v109 + v110;
        const float v112 = __shfl_xor(v111, 2);
        const float v113 = v111 + v112;
        const float v114 = __shfl_xor(v113, 1);
        const float v121 = rsqrtf((v113 + v114) / 1536.0f + 1e-06f);
        float v122 = -__builtin_inff();
        int v124 = 2147483647;
        for (int v125 = v34; v125 < v36; v125 += 1) {
            const bool v128 = 0 <= v125 && v125 < 151936;
            const int v129 = v128 ? 1536 : 0;
            const int v130 = v125 * 1536;
            float v131 = 0.0f;
            float v132 = 0.0f;
            float v133 = 0.0f;
            float v134 = 0.0f;
            float v135 = 0.0f;
            float v136 = 0.0f;
            float v137 = 0.0f;
            float v138 = 0.0f;
            #pragma unroll 4
            for (int v139 = 0; v139 < 1536; v139 += 512) {
                const int v140 = v139 + v21;
                const bool v143 = 0 <= v140 && v140 < v129;
                const unsigned v146 = (unsigned)b2[v143 ? v130 + v140 : 0];
                const float v152 = b0[v140];
                const unsigned v153 = (unsigned)b1[v140];
                v131 = fmaf(__uint_as_float((v143 ? v146 : 0u) << 16), v152 * __uint_as_float(v153 << 16), v131);
                const int v160 = v139 + v22;
                const bool v163 = 0 <= v160 && v160 < v129;
                const unsigned v166 = (unsigned)b2[v163 ? v130 + v160 : 0];
                const float v170 = b0[v160];
                const unsigned v171 = (unsigned)b1[v160];
                v132 = fmaf(__uint_as_float((v163 ? v166 : 0u) << 16), v170 * __uint_as_float(v171 << 16), v132);
                const int v178 = v139 + v24;
                const bool v181 = 0 <= v178 && v178 < v129;
                const unsigned v184 = (unsigned)b2[v181 ? v130 + v178 : 0];
                const float v188 = b0[v178];
                const unsigned v189 = (unsigned)b1[v178];
                v133 = fmaf(__uint_as_float((v181 ? v184 : 0u) << 16), v188 * __uint_as_float(v189 << 16), v133);
                const int v196 = v139 + v26;
                const bool v199 = 0 <= v196 && v196 < v129;
                const unsigned v202 = (unsigned)b2[v199 ? v130 + v196 : 0];
                const float v206 = b0[v196];
                const unsigned v207 = (unsigned)b1[v196];
                v134 = fmaf(__uint_as_float((v199 ? v202 : 0u) << 16), v206 * __uint_as_float(v207 << 16), v134);
                const int v214 = v139 + v27;
                const bool v217 = 0 <= v214 && v214 < v129;
                const unsigned v220 = (unsigned)b2[v217 ? v130 + v214 : 0];
                const float v224 = b0[v214];
                const unsigned v225 = (unsigned)b1[v214];
                v135 = fmaf(__uint_as_float((v217 ? v220 : 0u) << 16), v224 * __uint_as_float(v225 << 16), v135);
                const int v232 = v139 + v29;
                const bool v235 = 0 <= v232 && v232 < v129;
                const unsigned v238 = (unsigned)b2[v235 ? v130 + v232 : 0];
                const float v242 = b0[v232];
                const unsigned v243 = (unsigned)b1[v232];
                v136 = fmaf(__uint_as_float((v235 ? v238 : 0u) << 16), v242 * __uint_as_float(v243 << 16), v136);
                const int v250 = v139 + v31;
                const bool v253 = 0 <= v250 && v250 < v129;
                const unsigned v256 = (unsigned)b2[v253 ? v130 + v250 : 0];
                const float v260 = b0[v250];
                const unsigned v261 = (unsigned)b1[v250];
                v137 = fmaf(__uint_as_float((v253 ? v256 : 0u) << 16), v260 * __uint_as_float(v261 << 16), v137);
                const int v268 = v139 + v33;
                const bool v271 = 0 <= v268 && v268 < v129;
                const unsigned v274 = (unsigned)b2[v271 ? v130 + v268 : 0];
                const float v278 = b0[v268];
                const unsigned v279 = (unsigned)b1[v268];
                v138 = fmaf(__uint_as_float((v271 ? v274 : 0u) << 16), v278 * __uint_as_float(v279 << 16), v138);
            }
            const float v295 = v131 + v132 + v133 + v134 + v135;
            const float v301 = v295 + v136 + v137 + v138;
            const float v302 = __shfl_xor(v301, 32);
            const float v303 = v301 + v302;
            const float v304 = __shfl_xor(v303, 16);
            const float v305 = v303 + v304;
            const float v306 = __shfl_xor(v305, 8);
            const float v307 = v305 + v306;
            const float v308 = __shfl_xor(v307, 4);
            const float v309 = v307 + v308;
            const float v310 = __shfl_xor(v309, 2);
            const float v311 = v309 + v310;
            const float v312 = __shfl_xor(v311, 1);
            const float v315 = (v311 + v312) * v121;
            const float v317 = v122;
            const int v320 = v124;
            const bool v324 = v125 < v37 && (v317 < v315 || (v315 == v317 && v125 < v320));
            if (v13 == 0) {
                if (v128) {
                    b3[v125] = v315;
                }
            }
            v122 = v324 ? v315 : v317;
            v124 = v324 ? v125 : v320;
        }
        const bool v335 = v13 == 0;
        const int v336 = v34 / 16;
        const float v337 = v122;
        if (v335) {
            b4[v336] = v337;
        }
        const int v341 = v124;
        if (v335) {
            b5[v336] = v341;
        }
    }
}

// tessera kernel norm_lm_head_argmax entry ts_norm_lm_head_argmax__wide wide 1 params i32,i16,i16,o32,w32,w32 sizes 1 threads 256 teams 4 count 9496 shared 0 cost 786433
extern "C" __global__ void __launch_bounds__(256) ts_norm_lm_head_argmax__wide(
    const float *b0, // x
    const unsigned short *b1, // gamma
    const unsigned short *b2, // w
    float *b3, // logits
    float *b4, // val
    int *b5, // idx
    const int *s0) // valid
{
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 64;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 63;
    for (int v17 = v7; v17 < 9496; v17 += v10) {
        const int v21 = v13 * 8;
        const int v23 = v17 * 16;
        const int v25 = min(151936, v23 + 16);
        const int v27 = v21 + 1;
        const int v28 = v21 + 2;
        const int v29 = v21 + 3;
        const int v30 = v21 + 4;
        const int v32 = v21 + 5;
        const int v34 = v21 + 6;
        const int v36 = v21 + 7;
        const int v37 = s0[0];
        float v38 = 0.0f;
        float v39 = 0.0f;
        float v40 = 0.0f;
        float v41 = 0.0f;
        float v42 = 0.0f;
        float v43 = 0.0f;
        float v44 = 0.0f;
        float v45 = 0.0f;
        for (int v47 = 0; v47 < 1536; v47 += 512) {
            const int v49 = (v47 + v21) >> 2;
            const uint4 v50 = ((const uint4 *)b0)[v49];
            const float v52 = __uint_as_float(v50.x);
            const float v56 = __uint_as_float(v50.y);
            const float v58 = __uint_as_float(v50.z);
            const float v60 = __uint_as_float(v50.w);
            const uint4 v62 = ((const uint4 *)b0)[v49 + 1];
            const float v64 = __uint_as_float(v62.x);
            const float v66 = __uint_as_float(v62.y);
            const float v68 = __uint_as_float(v62.z);
            const float v70 = __uint_as_float(v62.w);
            v38 = fmaf(v52, v52, v38);
            v39 = fmaf(v56, v56, v39);
            v40 = fmaf(v58, v58, v40);
            v41 = fmaf(v60, v60, v41);
            v42 = fmaf(v64, v64, v42);
            v43 = fmaf(v66, v66, v43);
            v44 = fmaf(v68, v68, v44);
            v45 = fmaf(v70, v70, v45);
        }
        const float v102 = v38 + v39 + v40 + v41 + v42;
        const float v108 = v102 + v43 + v44 + v45;
        const float v109 = __shfl_xor(v108, 32);
        const float v110 = v108 + v109;
        const float v111 = __shfl_xor(v110, 16);
        const float v112 = v110 + v111;
        const float v113 = __shfl_xor(v112, 8);
        const float v114 = v112 + v113;
        const float v115 = __shfl_xor(v114, 4);
        const float v116 = v114 + v115;
        const float v117 = __shfl_xor(v116, 2);
        const float v118 = v116 + v117;
        const float v119 = __shfl_xor(v118, 1);
        const float v126 = rsqrtf((v118 + v119) / 1536.0f + 1e-06f);
        float v127 = -__builtin_inff();
        int v129 = 2147483647;
        for (int v130 = v23; v130 < v25; v130 += 1) {
            const bool v133 = 0 <= v130 && v130 < 151936;
            const int v134 = v133 ? 1536 : 0;
            const int v135 = v130 * 1536;
            float v136 = 0.0f;
            float v137 = 0.0f;
            float v138 = 0.0f;
            float v139 = 0.0f;
            float v140 = 0.0f;
            float v141 = 0.0f;
            float v142 = 0.0f;
            float v143 = 0.0f;
            #pragma unroll 4
            for (int v144 = 0; v144 < 1536; v144 += 512) {
                const int v145 = v144 + v21;
                const bool v148 = 0 <= v145 && v145 < v134;
                const unsigned v151 = (unsigned)b2[v148 ? v135 + v145 : 0];
                const int v157 = v145 >> 2;
                const uint4 v158 = ((const uint4 *)b0)[v157];
                const uint4 v162 = ((const uint4 *)b1)[v145 >> 3];
                const float v170 = fmaf(__uint_as_float((v148 ? v151 : 0u) << 16), __uint_as_float(v158.x) * __uint_as_float((v162.x & 0xffffu) << 16), v136);
                const uint4 v172 = ((const uint4 *)b0)[v157 + 1];
                v136 = v170;
                const int v174 = v144 + v27;
                const bool v177 = 0 <= v174 && v174 < v134;
                const unsigned v180 = (unsigned)b2[v177 ? v135 + v174 : 0];
                const float v191 = fmaf(__uint_as_float((v177 ? v180 : 0u) << 16), __uint_as_float(v158.y) * __uint_as_float((v162.x >> 16) << 16), v137);
                v137 = v191;
                const int v193 = v144 + v28;
                const bool v196 = 0 <= v193 && v193 < v134;
                const unsigned v199 = (unsigned)b2[v196 ? v135 + v193 : 0];
                const float v211 = fmaf(__uint_as_float((v196 ? v199 : 0u) << 16), __uint_as_float(v158.z) * __uint_as_float((v162.y & 0xffffu) << 16), v138);
                v138 = v211;
                const int v213 = v144 + v29;
                const bool v216 = 0 <= v213 && v213 < v134;
                const unsigned v219 = (unsigned)b2[v216 ? v135 + v213 : 0];
                const float v230 = fmaf(__uint_as_float((v216 ? v219 : 0u) << 16), __uint_as_float(v158.w) * __uint_as_float((v162.y >> 16) << 16), v139);
                v139 = v230;
                const int v232 = v144 + v30;
                const bool v235 = 0 <= v232 && v232 < v134;
                const unsigned v238 = (unsigned)b2[v235 ? v135 + v232 : 0];
                const float v250 = fmaf(__uint_as_float((v235 ? v238 : 0u) << 16), __uint_as_float(v172.x) * __uint_as_float((v162.z & 0xffffu) << 16), v140);
                v140 = v250;
                const int v252 = v144 + v32;
                const bool v255 = 0 <= v252 && v252 < v134;
                const unsigned v258 = (unsigned)b2[v255 ? v135 + v252 : 0];
                const float v269 = fmaf(__uint_as_float((v255 ? v258 : 0u) << 16), __uint_as_float(v172.y) * __uint_as_float((v162.z >> 16) << 16), v141);
                v141 = v269;
                const int v271 = v144 + v34;
                const bool v274 = 0 <= v271 && v271 < v134;
                const unsigned v277 = (unsigned)b2[v274 ? v135 + v271 : 0];
                const float v289 = fmaf(__uint_as_float((v274 ? v277 : 0u) << 16), __uint_as_float(v172.z) * __uint_as_float((v162.w & 0xffffu) << 16), v142);
                v142 = v289;
                const int v291 = v144 + v36;
                const bool v294 = 0 <= v291 && v291 < v134;
                const unsigned v297 = (unsigned)b2[v294 ? v135 + v291 : 0];
                const float v308 = fmaf(__uint_as_float((v294 ? v297 : 0u) << 16), __uint_as_float(v172.w) * __uint_as_float((v162.w >> 16) << 16), v143);
                v143 = v308;
            }
            const float v319 = v136 + v137 + v138 + v139 + v140;
            const float v325 = v319 + v141 + v142 + v143;
            const float v326 = __shfl_xor(v325, 32);
            const float v327 = v325 + v326;
            const float v328 = __shfl_xor(v327, 16);
            const float v329 = v327 + v328;
            const float v330 = __shfl_xor(v329, 8);
            const float v331 = v329 + v330;
            const float v332 = __shfl_xor(v331, 4);
            const float v333 = v331 + v332;
            const float v334 = __shfl_xor(v333, 2);
            const float v335 = v333 + v334;
            const float v336 = __shfl_xor(v335, 1);
            const float v339 = (v335 + v336) * v126;
            const float v341 = v127;
            const int v344 = v129;
            const bool v348 = v130 < v37 && (v341 < v339 || (v339 == v341 && v130 < v344));
            if (v13 == 0) {
                if (v133) {
                    b3[v130] = v339;
                }
            }
            v127 = v348 ? v339 : v341;
            v129 = v348 ? v130 : v344;
        }
        const bool v359 = v13 == 0;
        const int v360 = v23 / 16;
        const float v361 = v127;
        if (v359) {
            b4[v360] = v361;
        }
        const int v365 = v129;
        if (v359) {
            b5[v360] = v365;
        }
    }
}

// tessera kernel norm_lm_head_argmax__final entry ts_norm_lm_head_argmax__final wide 0 params i32,i32,o32 sizes 1 threads 512 teams 1 count 1 shared 64 cost 1
extern "C" __global__ void __launch_bounds__(512) ts_norm_lm_head_argmax__final(
    const float *b0, // val
    const int *b1, // idx
    unsigned *b2, // token
    const int *s0) // valid
{
    __shared__ unsigned shared[16];
    const int v1 = (int)blockIdx.x;
    const int v3 = (int)gridDim.x;
    const int v5 = (int)threadIdx.x;
    for (int v6 = v1; v6 < 1; v6 += v3) {
        const int v9 = s0[0];
        const int v14 = v9 / 16 + min(v9 % 16, 1);
        float v16 = -__builtin_inff();
        int v18 = 2147483647;
        const int v20 = min(v14, 2147483135);
        for (int v21 = 0; v21 < v20; v21 += 512) {
            const int v22 = v21 + v5;
            const float v24 = v16;
            const bool v27 = 0 <= v22 && v22 < 9496;
            const int v28 = v27 ? v22 : 0;
            const float v29 = b0[v28];
            const float v31 = v27 ? v29 : 0.0f;
            const int v34 = b1[v28];
            const int v35 = v27 ? v34 : 0;
            const int v36 = v18;
            const bool v40 = v22 < v14 && (v24 < v31 || (v31 == v24 && v35 < v36));
            v16 = v40 ? v31 : v24;
            v18 = v40 ? v35 : v36;
        }
        const float v46 = v16;
        const float v47 = fmaxf(-__builtin_inff(), v46);
        const float v48 = __shfl_xor(v47, 32);
        const float v49 = fmaxf(v47, v48);
        const float v50 = __shfl_xor(v49, 16);
        const float v51 = fmaxf(v49, v50);
        const float v52 = __shfl_xor(v51, 8);
        const float v53 = fmaxf(v51, v52);
        const float v54 = __shfl_xor(v53, 4);
        const float v55 = fmaxf(v53, v54);
        const float v56 = __shfl_xor(v55, 2);
        const float v57 = fmaxf(v55, v56);
        const float v58 = __shfl_xor(v57, 1);
        const float v60 = fmaxf(v57, v58);
        __syncthreads();
        const bool v63 = v5 % 64 == 0;
        if (v63) {
            shared[v5 / 64] = __float_as_uint(v60);
        }
        __syncthreads();
        const unsigned v70 = shared[0];
        const unsigned v72 = shared[1];
        const unsigned v76 = shared[2];
        const unsigned v80 = shared[3];
        const unsigned v84 = shared[4];
        const float v86 = fmaxf(fmaxf(fmaxf(fmaxf(__uint_as_float(v70), __uint_as_float(v72)), __uint_as_float(v76)), __uint_as_float(v80)), __uint_as_float(v84));
        const unsigned v88 = shared[5];
        const unsigned v92 = shared[6];
        const unsigned v96 = shared[7];
        const bool v99 = v46 == fmaxf(fmaxf(fmaxf(v86, __uint_as_float(v88)), __uint_as_float(v92)), __uint_as_float(v96));
        const int v102 = min(2147483647, v99 ? v18 : 2147483647);
        const int v103 = __shfl_xor(v102, 32);
        const int v104 = min(v102, v103);
        const int v105 = __shfl_xor(v104, 16);
        const int v106 = min(v104, v105);
        const int v107 = __shfl_xor(v106, 8);
        const int v108 = min(v106, v107);
        const int v109 = __shfl_xor(v108, 4);
        const int v110 = min(v108, v109);
        const int v111 = __shfl_xor(v110, 2);
        const int v112 = min(v110, v111);
        const int v113 = __shfl_xor(v112, 1);
        const int v114 = min(v112, v113);
        __syncthreads();
        if (v63) {
            shared[v5 / 64] = (unsigned)v114;
        }
        __syncthreads();
        const unsigned v123 = shared[0];
        const unsigned v125 = shared[1];
        const unsigned v128 = shared[2];
        const unsigned v131 = shared[3];
        const unsigned v134 = shared[4];
        const int v136 = min(min(min(min((int)v123, (int)v125), (int)v128), (int)v131), (int)v134);
        const unsigned v137 = shared[5];
        const unsigned v140 = shared[6];
        const unsigned v143 = shared[7];
        const int v145 = min(min(min(v136, (int)v137), (int)v140), (int)v143);
        const unsigned v149 = (unsigned)max(v145 == 2147483647 ? 0 : v145, 0);
        if (v5 == 0) {
            b2[0] = v149;
        }
    }
}
