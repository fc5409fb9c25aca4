// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel norm_gate_up_silu entry ts_norm_gate_up_silu wide 0 params i32:x:32:1536,i16:gamma:16:1536,i16:wg:16:8960*1536,i16:wu:16:8960*1536,o32:y:32:8960 sizes 0 threads 256 teams 4 count 8960 shared 0 cost 6145
extern "C" __global__ void __launch_bounds__(256) ts_norm_gate_up_silu(
    const float *b0, // x
    const unsigned short *b1, // gamma
    const unsigned short *b2, // wg
    const unsigned short *b3, // wu
    float *b4) // y
{
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 64;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 63;
    for (int v15 = v7; v15 < 8960; v15 += v10) {
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
        float v52 = 0.0f;
        float v53 = 0.0f;
        float v54 = 0.0f;
        float v55 = 0.0f;
        #pragma unroll 4
        for (int v57 = 0; v57 < 1536; v57 += 512) {
            const int v58 = v15 * 1536;
            const int v59 = v57 + v19;
            const int v60 = v58 + v59;
            const unsigned v61 = (unsigned)b2[v60];
            const float v65 = b0[v59];
            const unsigned v66 = (unsigned)b1[v59];
            const float v69 = v65 * __uint_as_float(v66 << 16);
            const int v72 = v57 + v20;
            const float v73 = b0[v72];
            const unsigned v74 = (unsigned)b1[v72];
            const float v77 = v73 * __uint_as_float(v74 << 16);
            const int v78 = v57 + v22;
            const float v79 = b0[v78];
            const unsigned v80 = (unsigned)b1[v78];
            const float v83 = v79 * __uint_as_float(v80 << 16);
            const int v84 = v57 + v24;
            const float v85 = b0[v84];
            const unsigned v86 = (unsigned)b1[v84];
            const float v89 = v85 * __uint_as_float(v86 << 16);
            const int v90 = v57 + v25;
            const float v91 = b0[v90];
            const unsigned v92 = (unsigned)b1[v90];
            const float v95 = v91 * __uint_as_float(v92 << 16);
            const int v96 = v57 + v27;
            const float v97 = b0[v96];
            const unsigned v98 = (unsigned)b1[v96];
            const float v101 = v97 * __uint_as_float(v98 << 16);
            const int v102 = v57 + v29;
            const float v103 = b0[v102];
            const unsigned v104 = (unsigned)b1[v102];
            const float v107 = v103 * __uint_as_float(v104 << 16);
            const int v108 = v57 + v31;
            const float v109 = b0[v108];
            const unsigned v110 = (unsigned)b1[v108];
            const float v113 = v109 * __uint_as_float(v110 << 16);
            v32 = fmaf(__uint_as_float(v61 << 16), v69, v32);
            const int v115 = v58 + v72;
            const unsigned v116 = (unsigned)b2[v115];
            v33 = fmaf(__uint_as_float(v116 << 16), v77, v33);
            const int v122 = v58 + v78;
            const unsigned v123 = (unsigned)b2[v122];
            v34 = fmaf(__uint_as_float(v123 << 16), v83, v34);
            const int v129 = v58 + v84;
            const unsigned v130 = (unsigned)b2[v129];
            v35 = fmaf(__uint_as_float(v130 << 16), v89, v35);
            const int v136 = v58 + v90;
            const unsigned v137 = (unsigned)b2[v136];
            v36 = fmaf(__uint_as_float(v137 << 16), v95, v36);
            const int v143 = v58 + v96;
            const unsigned v144 = (unsigned)b2[v143];
            v37 = fmaf(__uint_as_float(v144 << 16), v101, v37);
            const int v150 = v58 + v102;
            const unsigned v151 = (unsigned)b2[v150];
            v38 = fmaf(__uint_as_float(v151 << 16), v107, v38);
            const int v157 = v58 + v108;
            const unsigned v158 = (unsigned)b2[v157];
            v39 = fmaf(__uint_as_float(v158 << 16), v113, v39);
            const unsigned v164 = (unsigned)b3[v60];
            v40 = fmaf(__uint_as_float(v164 << 16), v69, v40);
            const unsigned v170 = (unsigned)b3[v115];
            v41 = fmaf(__uint_as_float(v170 << 16), v77, v41);
            const unsigned v176 = (unsigned)b3[v122];
            v42 = fmaf(__uint_as_float(v176 << 16), v83, v42);
            const unsigned v182 = (unsigned)b3[v129];
            v43 = fmaf(__uint_as_float(v182 << 16), v89, v43);
            const unsigned v188 = (unsigned)b3[v136];
            v44 = fmaf(__uint_as_float(v188 << 16), v95, v44);
            const unsigned v194 = (unsigned)b3[v143];
            v45 = fmaf(__uint_as_float(v194 << 16), v101, v45);
            const unsigned v200 = (unsigned)b3[v150];
            v46 = fmaf(__uint_as_float(v200 << 16), v107, v46);
            const unsigned v206 = (unsigned)b3[v157];
            v47 = fmaf(__uint_as_float(v206 << 16), v113, v47);
            v48 = fmaf(v65, v65, v48);
            v49 = fmaf(v73, v73, v49);
            v50 = fmaf(v79, v79, v50);
            v51 = fmaf(v85, v85, v51);
            v52 = fmaf(v91, v91, v52);
            v53 = fmaf(v97, v97, v53);
            v54 = fmaf(v103, v103, v54);
            v55 = fmaf(v109, v109, v55);
        }
        const float v245 = v32 + v33 + v34 + v35 + v36;
        const float v251 = v245 + v37 + v38 + v39;
        const float v252 = __shfl_xor(v251, 32);
        const float v253 = v251 + v252;
        const float v254 = __shfl_xor(v253, 16);
        const float v255 = v253 + v254;
        const float v256 = __shfl_xor(v255, 8);
        const float v257 = v255 + v256;
        const float v258 = __shfl_xor(v257, 4);
        const float v259 = v257 + v258;
        const float v260 = __shfl_xor(v259, 2);
        const float v261 = v259 + v260;
        const float v262 = __shfl_xor(v261, 1);
        const float v271 = v48 + v49 + v50 + v51 + v52;
        const float v277 = v271 + v53 + v54 + v55;
        const float v279 = __shfl_xor(v277, 32);
        const float v280 = v277 + v279;
        const float v281 = __shfl_xor(v280, 16);
        const float v282 = v280 + v281;
        const float v283 = __shfl_xor(v282, 8);
        const float v284 = v282 + v283;
        const float v285 = __shfl_xor(v284, 4);
        const float v286 = v284 + v285;
        const float v287 = __shfl_xor(v286, 2);
        const float v288 = v286 + v287;
        const float v289 = __shfl_xor(v288, 1);
        const float v298 = v40 + v41 + v42 + v43 + v44;
        const float v304 = v298 + v45 + v46 + v47;
        const float v310 = rsqrtf((v288 + v289) / 1536.0f + 1e-06f);
        const float v311 = (v261 + v262) * v310;
        const float v315 = expf(-fabsf(v311));
        const float v321 = __shfl_xor(v304, 32);
        const float v322 = v304 + v321;
        const float v323 = __shfl_xor(v322, 16);
        const float v324 = v322 + v323;
        const float v325 = __shfl_xor(v324, 8);
        const float v326 = v324 + v325;
        const float v327 = __shfl_xor(v326, 4);
        const float v328 = v326 + v327;
        const float v329 = __shfl_xor(v328, 2);
        const float v330 = v328 + v329;
        const float v331 = __shfl_xor(v330, 1);
        const float v335 = v311 * ((v311 < 0.0f ? v315 : 1.0f) / (1.0f + v315)) * ((v330 + v331) * v310);
        if (v13 == 0) {
            b4[v15] = v335;
        }
    }
}

// tessera kernel norm_gate_up_silu entry ts_norm_gate_up_silu__wide wide 1 params i32:x:32:1536,i16:gamma:16:1536,i16:wg:16:8960*1536,i16:wu:16:8960*1536,o32:y:32:8960 sizes 0 threads 256 teams 4 count 8960 shared 0 cost 6145
extern "C" __global__ void __launch_bounds__(256) ts_norm_gate_up_silu__wide(
    const float *b0, // x
    const unsigned short *b1, // gamma
    const unsigned short *b2, // wg
    const unsigned short *b3, // wu
    float *b4) // y
{
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 64;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 63;
    for (int v15 = v7; v15 < 8960; v15 += v10) {
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
        float v38 = 0.0f;
        float v39 = 0.0f;
        float v40 = 0.0f;
        float v41 = 0.0f;
        float v42 = 0.0f;
        float v43 = 0.0f;
        float v44 = 0.0f;
        float v45 = 0.0f;
        #pragma unroll 4
        for (int v47 = 0; v47 < 1536; v47 += 512) {
            const int v49 = v47 + v19;
            const int v51 = (v15 * 1536 + v49) >> 3;
            const uint4 v52 = ((const uint4 *)b2)[v51];
            const int v59 = v49 >> 2;
            const uint4 v60 = ((const uint4 *)b0)[v59];
            const float v62 = __uint_as_float(v60.x);
            const uint4 v64 = ((const uint4 *)b1)[v49 >> 3];
            const float v69 = v62 * __uint_as_float((v64.x & 0xffffu) << 16);
            const float v73 = __uint_as_float(v60.y);
            const float v77 = v73 * __uint_as_float((v64.x >> 16) << 16);
            const float v79 = __uint_as_float(v60.z);
            const float v84 = v79 * __uint_as_float((v64.y & 0xffffu) << 16);
            const float v86 = __uint_as_float(v60.w);
            const float v90 = v86 * __uint_as_float((v64.y >> 16) << 16);
            const uint4 v92 = ((const uint4 *)b0)[v59 + 1];
            const float v94 = __uint_as_float(v92.x);
            const float v99 = v94 * __uint_as_float((v64.z & 0xffffu) << 16);
            const float v101 = __uint_as_float(v92.y);
            const float v105 = v101 * __uint_as_float((v64.z >> 16) << 16);
            const float v107 = __uint_as_float(v92.z);
            const float v112 = v107 * __uint_as_float((v64.w & 0xffffu) << 16);
            const float v114 = __uint_as_float(v92.w);
            const float v118 = v114 * __uint_as_float((v64.w >> 16) << 16);
            v22 = fmaf(__uint_as_float((v52.x & 0xffffu) << 16), v69, v22);
            v23 = fmaf(__uint_as_float((v52.x >> 16) << 16), v77, v23);
            v24 = fmaf(__uint_as_float((v52.y & 0xffffu) << 16), v84, v24);
            v25 = fmaf(__uint_as_float((v52.y >> 16) << 16), v90, v25);
            v26 = fmaf(__uint_as_float((v52.z & 0xffffu) << 16), v99, v26);
            v27 = fmaf(__uint_as_float((v52.z >> 16) << 16), v105, v27);
            v28 = fmaf(__uint_as_float((v52.w & 0xffffu) << 16), v112, v28);
            v29 = fmaf(__uint_as_float((v52.w >> 16) << 16), v118, v29);
            const uint4 v165 = ((const uint4 *)b3)[v51];
            v30 = fmaf(__uint_as_float((v165.x & 0xffffu) << 16), v69, v30);
            v31 = fmaf(__uint_as_float((v165.x >> 16) << 16), v77, v31);
            v32 = fmaf(__uint_as_float((v165.y & 0xffffu) << 16), v84, v32);
            v33 = fmaf(__uint_as_float((v165.y >> 16) << 16), v90, v33);
            v34 = fmaf(__uint_as_float((v165.z & 0xffffu) << 16), v99, v34);
            v35 = fmaf(__uint_as_float((v165.z >> 16) << 16), v105, v35);
            v36 = fmaf(__uint_as_float((v165.w & 0xffffu) << 16), v112, v36);
            v37 = fmaf(__uint_as_float((v165.w >> 16) << 16), v118, v37);
            v38 = fmaf(v62, v62, v38);
            v39 = fmaf(v73, v73, v39);
            v40 = fmaf(v79, v79, v40);
            v41 = fmaf(v86, v86, v41);
            v42 = fmaf(v94, v94, v42);
            v43 = fmaf(v101, v101, v43);
            v44 = fmaf(v107, v107, v44);
            v45 = fmaf(v114, v114, v45);
        }
        const float v251 = v22 + v23 + v24 + v25 + v26;
        const float v257 = v251 + v27 + v28 + v29;
        const float v258 = __shfl_xor(v257, 32);
        const float v259 = v257 + v258;
        const float v260 = __shfl_xor(v259, 16);
        const float v261 = v259 + v260;
        const float v262 = __shfl_xor(v261, 8);
        const float v263 = v261 + v262;
        const float v264 = __shfl_xor(v263, 4);
        const float v265 = v263 + v264;
        const float v266 = __shfl_xor(v265, 2);
        const float v267 = v265 + v266;
        const float v268 = __shfl_xor(v267, 1);
        const float v277 = v38 + v39 + v40 + v41 + v42;
        const float v283 = v277 + v43 + v44 + v45;
        const float v285 = __shfl_xor(v283, 32);
        const float v286 = v283 + v285;
        const float v287 = __shfl_xor(v286, 16);
        const float v288 = v286 + v287;
        const float v289 = __shfl_xor(v288, 8);
        const float v290 = v288 + v289;
        const float v291 = __shfl_xor(v290, 4);
        const float v292 = v290 + v291;
        const float v293 = __shfl_xor(v292, 2);
        const float v294 = v292 + v293;
        const float v295 = __shfl_xor(v294, 1);
        const float v304 = v30 + v31 + v32 + v33 + v34;
        const float v310 = v304 + v35 + v36 + v37;
        const float v316 = rsqrtf((v294 + v295) / 1536.0f + 1e-06f);
        const float v317 = (v267 + v268) * v316;
        const float v321 = expf(-fabsf(v317));
        const float v327 = __shfl_xor(v310, 32);
        const float v328 = v310 + v327;
        const float v329 = __shfl_xor(v328, 16);
        const float v330 = v328 + v329;
        const float v331 = __shfl_xor(v330, 8);
        const float v332 = v330 + v331;
        const float v333 = __shfl_xor(v332, 4);
        const float v334 = v332 + v333;
        const float v335 = __shfl_xor(v334, 2);
        const float v336 = v334 + v335;
        const float v337 = __shfl_xor(v336, 1);
        const float v341 = v317 * ((v317 < 0.0f ? v321 : 1.0f) / (1.0f + v321)) * ((v336 + v337) * v316);
        if (v13 == 0) {
            b4[v15] = v341;
        }
    }
}
