// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel norm_gate_up_silu entry ts_norm_gate_up_silu wide 0 params i32:x:32:1536,i16:gamma:16:1536,i16:wg:16:8960*1536,i16:wu:16:8960*1536,o32:y:32:8960 sizes 0 threads 256 teams 8 count 8960 shared 0 cost 6145
extern "C" __global__ void __launch_bounds__(256) ts_norm_gate_up_silu(
    const float *b0, // x
    const unsigned short *b1, // gamma
    const unsigned short *b2, // wg
    const unsigned short *b3, // wu
    float *b4) // y
{
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 8 + v4 / 32;
    const int v10 = (int)gridDim.x * 8;
    const int v13 = v4 & 31;
    for (int v15 = v7; v15 < 8960; v15 += v10) {
        const int v18 = v13 * 8;
        const int v19 = v18 + 1;
        const int v21 = v18 + 2;
        const int v23 = v18 + 3;
        const int v25 = v18 + 4;
        const int v27 = v18 + 5;
        const int v29 = v18 + 6;
        const int v31 = v18 + 7;
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
        for (int v57 = 0; v57 < 1536; v57 += 256) {
            const int v58 = v15 * 1536;
            const int v59 = v57 + v18;
            const int v60 = v58 + v59;
            const unsigned v61 = (unsigned)b2[v60];
            const float v65 = b0[v59];
            const unsigned v66 = (unsigned)b1[v59];
            const float v69 = v65 * __uint_as_float(v66 << 16);
            const int v72 = v57 + v19;
            const float v73 = b0[v72];
            const unsigned v74 = (unsigned)b1[v72];
            const float v77 = v73 * __uint_as_float(v74 << 16);
            const int v78 = v57 + v21;
            const float v79 = b0[v78];
            const unsigned v80 = (unsigned)b1[v78];
            const float v83 = v79 * __uint_as_float(v80 << 16);
            const int v84 = v57 + v23;
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
        const float v252 = __shfl_xor(v251, 16);
        const float v253 = v251 + v252;
        const float v254 = __shfl_xor(v253, 8);
        const float v255 = v253 + v254;
        const float v256 = __shfl_xor(v255, 4);
        const float v257 = v255 + v256;
        const float v258 = __shfl_xor(v257, 2);
        const float v259 = v257 + v258;
        const float v260 = __shfl_xor(v259, 1);
        const float v269 = v48 + v49 + v50 + v51 + v52;
        const float v275 = v269 + v53 + v54 + v55;
        const float v277 = __shfl_xor(v275, 16);
        const float v278 = v275 + v277;
        const float v279 = __shfl_xor(v278, 8);
        const float v280 = v278 + v279;
        const float v281 = __shfl_xor(v280, 4);
        const float v282 = v280 + v281;
        const float v283 = __shfl_xor(v282, 2);
        const float v284 = v282 + v283;
        const float v285 = __shfl_xor(v284, 1);
        const float v294 = v40 + v41 + v42 + v43 + v44;
        const float v300 = v294 + v45 + v46 + v47;
        const float v306 = rsqrtf((v284 + v285) / 1536.0f + 1e-06f);
        const float v307 = (v259 + v260) * v306;
        const float v311 = expf(-fabsf(v307));
        const float v317 = __shfl_xor(v300, 16);
        const float v318 = v300 + v317;
        const float v319 = __shfl_xor(v318, 8);
        const float v320 = v318 + v319;
        const float v321 = __shfl_xor(v320, 4);
        const float v322 = v320 + v321;
        const float v323 = __shfl_xor(v322, 2);
        const float v324 = v322 + v323;
        const float v325 = __shfl_xor(v324, 1);
        const float v329 = v307 * ((v307 < 0.0f ? v311 : 1.0f) / (1.0f + v311)) * ((v324 + v325) * v306);
        if (v13 == 0) {
            b4[v15] = v329;
        }
    }
}

// tessera kernel norm_gate_up_silu entry ts_norm_gate_up_silu__wide wide 1 params i32:x:32:1536,i16:gamma:16:1536,i16:wg:16:8960*1536,i16:wu:16:8960*1536,o32:y:32:8960 sizes 0 threads 256 teams 8 count 8960 shared 0 cost 6145
extern "C" __global__ void __launch_bounds__(256) ts_norm_gate_up_silu__wide(
    const float *b0, // x
    const unsigned short *b1, // gamma
    const unsigned short *b2, // wg
    const unsigned short *b3, // wu
    float *b4) // y
{
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 8 + v4 / 32;
    const int v10 = (int)gridDim.x * 8;
    const int v13 = v4 & 31;
    for (int v15 = v7; v15 < 8960; v15 += v10) {
        const int v18 = v13 * 8;
        float v21 = 0.0f;
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
        #pragma unroll 4
        for (int v46 = 0; v46 < 1536; v46 += 256) {
            const int v48 = v46 + v18;
            const int v50 = (v15 * 1536 + v48) >> 3;
            const uint4 v51 = ((const uint4 *)b2)[v50];
            const int v58 = v48 >> 2;
            const uint4 v59 = ((const uint4 *)b0)[v58];
            const float v61 = __uint_as_float(v59.x);
            const uint4 v63 = ((const uint4 *)b1)[v48 >> 3];
            const float v68 = v61 * __uint_as_float((v63.x & 0xffffu) << 16);
            const float v72 = __uint_as_float(v59.y);
            const float v76 = v72 * __uint_as_float((v63.x >> 16) << 16);
            const float v78 = __uint_as_float(v59.z);
            const float v83 = v78 * __uint_as_float((v63.y & 0xffffu) << 16);
            const float v85 = __uint_as_float(v59.w);
            const float v89 = v85 * __uint_as_float((v63.y >> 16) << 16);
            const uint4 v91 = ((const uint4 *)b0)[v58 + 1];
            const float v93 = __uint_as_float(v91.x);
            const float v98 = v93 * __uint_as_float((v63.z & 0xffffu) << 16);
            const float v100 = __uint_as_float(v91.y);
            const float v104 = v100 * __uint_as_float((v63.z >> 16) << 16);
            const float v106 = __uint_as_float(v91.z);
            const float v111 = v106 * __uint_as_float((v63.w & 0xffffu) << 16);
            const float v113 = __uint_as_float(v91.w);
            const float v117 = v113 * __uint_as_float((v63.w >> 16) << 16);
            v21 = fmaf(__uint_as_float((v51.x & 0xffffu) << 16), v68, v21);
            v22 = fmaf(__uint_as_float((v51.x >> 16) << 16), v76, v22);
            v23 = fmaf(__uint_as_float((v51.y & 0xffffu) << 16), v83, v23);
            v24 = fmaf(__uint_as_float((v51.y >> 16) << 16), v89, v24);
            v25 = fmaf(__uint_as_float((v51.z & 0xffffu) << 16), v98, v25);
            v26 = fmaf(__uint_as_float((v51.z >> 16) << 16), v104, v26);
            v27 = fmaf(__uint_as_float((v51.w & 0xffffu) << 16), v111, v27);
            v28 = fmaf(__uint_as_float((v51.w >> 16) << 16), v117, v28);
            const uint4 v164 = ((const uint4 *)b3)[v50];
            v29 = fmaf(__uint_as_float((v164.x & 0xffffu) << 16), v68, v29);
            v30 = fmaf(__uint_as_float((v164.x >> 16) << 16), v76, v30);
            v31 = fmaf(__uint_as_float((v164.y & 0xffffu) << 16), v83, v31);
            v32 = fmaf(__uint_as_float((v164.y >> 16) << 16), v89, v32);
            v33 = fmaf(__uint_as_float((v164.z & 0xffffu) << 16), v98, v33);
            v34 = fmaf(__uint_as_float((v164.z >> 16) << 16), v104, v34);
            v35 = fmaf(__uint_as_float((v164.w & 0xffffu) << 16), v111, v35);
            v36 = fmaf(__uint_as_float((v164.w >> 16) << 16), v117, v36);
            v37 = fmaf(v61, v61, v37);
            v38 = fmaf(v72, v72, v38);
            v39 = fmaf(v78, v78, v39);
            v40 = fmaf(v85, v85, v40);
            v41 = fmaf(v93, v93, v41);
            v42 = fmaf(v100, v100, v42);
            v43 = fmaf(v106, v106, v43);
            v44 = fmaf(v113, v113, v44);
        }
        const float v250 = v21 + v22 + v23 + v24 + v25;
        const float v256 = v250 + v26 + v27 + v28;
        const float v257 = __shfl_xor(v256, 16);
        const float v258 = v256 + v257;
        const float v259 = __shfl_xor(v258, 8);
        const float v260 = v258 + v259;
        const float v261 = __shfl_xor(v260, 4);
        const float v262 = v260 + v261;
        const float v263 = __shfl_xor(v262, 2);
        const float v264 = v262 + v263;
        const float v265 = __shfl_xor(v264, 1);
        const float v274 = v37 + v38 + v39 + v40 + v41;
        const float v280 = v274 + v42 + v43 + v44;
        const float v282 = __shfl_xor(v280, 16);
        const float v283 = v280 + v282;
        const float v284 = __shfl_xor(v283, 8);
        const float v285 = v283 + v284;
        const float v286 = __shfl_xor(v285, 4);
        const float v287 = v285 + v286;
        const float v288 = __shfl_xor(v287, 2);
        const float v289 = v287 + v288;
        const float v290 = __shfl_xor(v289, 1);
        const float v299 = v29 + v30 + v31 + v32 + v33;
        const float v305 = v299 + v34 + v35 + v36;
        const float v311 = rsqrtf((v289 + v290) / 1536.0f + 1e-06f);
        const float v312 = (v264 + v265) * v311;
        const float v316 = expf(-fabsf(v312));
        const float v322 = __shfl_xor(v305, 16);
        const float v323 = v305 + v322;
        const float v324 = __shfl_xor(v323, 8);
        const float v325 = v323 + v324;
        const float v326 = __shfl_xor(v325, 4);
        const float v327 = v325 + v326;
        const float v328 = __shfl_xor(v327, 2);
        const float v329 = v327 + v328;
        const float v330 = __shfl_xor(v329, 1);
        const float v334 = v312 * ((v312 < 0.0f ? v316 : 1.0f) / (1.0f + v316)) * ((v329 + v330) * v311);
        if (v13 == 0) {
            b4[v15] = v334;
        }
    }
}
