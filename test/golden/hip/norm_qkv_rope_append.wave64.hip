// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel norm_qkv_rope_append entry ts_norm_qkv_rope_append wide 0 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:16*128*1536,i16:bias:16:16*128,i32:cos:32:4096*64,i32:sin:32:4096*64,o32:q:32:12*128,b16:kcache:16:2*4096*128,b16:vcache:16:2*4096*128 sizes 1 threads 256 teams 4 count 1024 shared 0 cost 6157
extern "C" __global__ void __launch_bounds__(256) ts_norm_qkv_rope_append(
    const float *b0, // x
    const unsigned short *b1, // gamma
    const unsigned short *b2, // w
    const unsigned short *b3, // bias
    const float *b4, // cos
    const float *b5, // sin
    float *b6, // q
    unsigned short *b7, // kcache
    unsigned short *b8, // vcache
    const int *s0) // pos
{
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 64;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 63;
    for (int v15 = v7; v15 < 1024; v15 += v10) {
        const int v18 = v15 / 64;
        const int v20 = v18 * 196608;
        const int v21 = v15 % 64;
        const int v23 = v20 + v21 * 1536;
        const int v25 = v13 * 8;
        const int v26 = v25 + 1;
        const int v28 = v25 + 2;
        const int v30 = v25 + 3;
        const int v31 = v25 + 4;
        const int v33 = v25 + 5;
        const int v35 = v25 + 6;
        const int v37 = v25 + 7;
        const int v38 = v21 + 64;
        const int v40 = v20 + v38 * 1536;
        const int v43 = s0[0];
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
        float v56 = 0.0f;
        float v57 = 0.0f;
        float v58 = 0.0f;
        float v59 = 0.0f;
        float v60 = 0.0f;
        float v61 = 0.0f;
        float v62 = 0.0f;
        float v63 = 0.0f;
        float v64 = 0.0f;
        float v65 = 0.0f;
        float v66 = 0.0f;
        float v67 = 0.0f;
        float v68 = 0.0f;
        float v69 = 0.0f;
        #pragma unroll 4
        for (int v71 = 0; v71 < 1536; v71 += 512) {
            const int v72 = v71 + v25;
            const unsigned v74 = (unsigned)b2[v23 + v72];
            const float v78 = b0[v72];
            const unsigned v79 = (unsigned)b1[v72];
            const float v82 = v78 * __uint_as_float(v79 << 16);
            const int v85 = v71 + v26;
            const float v86 = b0[v85];
            const unsigned v87 = (unsigned)b1[v85];
            const float v90 = v86 * __uint_as_float(v87 << 16);
            const int v91 = v71 + v28;
            const float v92 = b0[v91];
            const unsigned v93 = (unsigned)b1[v91];
            const float v96 = v92 * __uint_as_float(v93 << 16);
            const int v97 = v71 + v30;
            const float v98 = b0[v97];
            const unsigned v99 = (unsigned)b1[v97];
            const float v102 = v98 * __uint_as_float(v99 << 16);
            const int v103 = v71 + v31;
            const float v104 = b0[v103];
            const unsigned v105 = (unsigned)b1[v103];
            const float v108 = v104 * __uint_as_float(v105 << 16);
            const int v109 = v71 + v33;
            const float v110 = b0[v109];
            const unsigned v111 = (unsigned)b1[v109];
            const float v114 = v110 * __uint_as_float(v111 << 16);
            const int v115 = v71 + v35;
            const float v116 = b0[v115];
            const unsigned v117 = (unsigned)b1[v115];
            const float v120 = v116 * __uint_as_float(v117 << 16);
            const int v121 = v71 + v37;
            const float v122 = b0[v121];
            const unsigned v123 = (unsigned)b1[v121];
            const float v126 = v122 * __uint_as_float(v123 << 16);
            v46 = fmaf(__uint_as_float(v74 << 16), v82, v46);
            const unsigned v129 = (unsigned)b2[v23 + v85];
            v47 = fmaf(__uint_as_float(v129 << 16), v90, v47);
            const unsigned v136 = (unsigned)b2[v23 + v91];
            v48 = fmaf(__uint_as_float(v136 << 16), v96, v48);
            const unsigned v143 = (unsigned)b2[v23 + v97];
            v49 = fmaf(__uint_as_float(v143 << 16), v102, v49);
            const unsigned v150 = (unsigned)b2[v23 + v103];
            v50 = fmaf(__uint_as_float(v150 << 16), v108, v50);
            const unsigned v157 = (unsigned)b2[v23 + v109];
            v51 = fmaf(__uint_as_float(v157 << 16), v114, v51);
            const unsigned v164 = (unsigned)b2[v23 + v115];
            v52 = fmaf(__uint_as_float(v164 << 16), v120, v52);
            const unsigned v171 = (unsigned)b2[v23 + v121];
            v53 = fmaf(__uint_as_float(v171 << 16), v126, v53);
            const unsigned v178 = (unsigned)b2[v40 + v72];
            v54 = fmaf(__uint_as_float(v178 << 16), v82, v54);
            const unsigned v185 = (unsigned)b2[v40 + v85];
            v55 = fmaf(__uint_as_float(v185 << 16), v90, v55);
            const unsigned v192 = (unsigned)b2[v40 + v91];
            v56 = fmaf(__uint_as_float(v192 << 16), v96, v56);
            const unsigned v199 = (unsigned)b2[v40 + v97];
            v57 = fmaf(__uint_as_float(v199 << 16), v102, v57);
            const unsigned v206 = (unsigned)b2[v40 + v103];
            v58 = fmaf(__uint_as_float(v206 << 16), v108, v58);
            const unsigned v213 = (unsigned)b2[v40 + v109];
            v59 = fmaf(__uint_as_float(v213 << 16), v114, v59);
            const unsigned v220 = (unsigned)b2[v40 + v115];
            v60 = fmaf(__uint_as_float(v220 << 16), v120, v60);
            const unsigned v227 = (unsigned)b2[v40 + v121];
            v61 = fmaf(__uint_as_float(v227 << 16), v126, v61);
            v62 = fmaf(v78, v78, v62);
            v63 = fmaf(v86, v86, v63);
            v64 = fmaf(v92, v92, v64);
            v65 = fmaf(v98, v98, v65);
            v66 = fmaf(v104, v104, v66);
            v67 = fmaf(v110, v110, v67);
            v68 = fmaf(v116, v116, v68);
            v69 = fmaf(v122, v122, v69);
        }
        const float v266 = v46 + v47 + v48 + v49 + v50;
        const float v272 = v266 + v51 + v52 + v53;
        const int v276 = 0 <= v18 && v18 < 12 ? 128 : 0;
        const int v277 = v18 * 128;
        const float v278 = __shfl_xor(v272, 32);
        const float v279 = v272 + v278;
        const float v280 = __shfl_xor(v279, 16);
        const float v281 = v279 + v280;
        const float v282 = __shfl_xor(v281, 8);
        const float v283 = v281 + v282;
        const float v284 = __shfl_xor(v283, 4);
        const float v285 = v283 + v284;
        const float v286 = __shfl_xor(v285, 2);
        const float v287 = v285 + v286;
        const float v288 = __shfl_xor(v287, 1);
        const float v297 = v62 + v63 + v64 + v65 + v66;
        const float v303 = v297 + v67 + v68 + v69;
        const float v305 = __shfl_xor(v303, 32);
        const float v306 = v303 + v305;
        const float v307 = __shfl_xor(v306, 16);
        const float v308 = v306 + v307;
        const float v309 = __shfl_xor(v308, 8);
        const float v310 = v308 + v309;
        const float v311 = __shfl_xor(v310, 4);
        const float v312 = v310 + v311;
        const float v313 = __shfl_xor(v312, 2);
        const float v314 = v312 + v313;
        const float v315 = __shfl_xor(v314, 1);
        const float v324 = v54 + v55 + v56 + v57 + v58;
        const float v330 = v324 + v59 + v60 + v61;
        const bool v331 = 0 <= v21;
        const int v332 = v277 + v21;
        const float v338 = rsqrtf((v314 + v315) / 1536.0f + 1e-06f);
        const unsigned v340 = (unsigned)b3[v332];
        const float v344 = (v287 + v288) * v338 + __uint_as_float(v340 << 16);
        const bool v345 = 0 <= v43;
        const bool v350 = v331 && v21 < (v345 && v43 < 4096 ? 64 : 0);
        const int v353 = v350 ? (int)((unsigned)v43 * 64u + (unsigned)v21) : 0;
        const float v354 = b4[v353];
        const float v355 = v350 ? v354 : 0.0f;
        const float v357 = __shfl_xor(v330, 32);
        const float v358 = v330 + v357;
        const float v359 = __shfl_xor(v358, 16);
        const float v360 = v358 + v359;
        const float v361 = __shfl_xor(v360, 8);
        const float v362 = v360 + v361;
        const float v363 = __shfl_xor(v362, 4);
        const float v364 = v362 + v363;
        const float v365 = __shfl_xor(v364, 2);
        const float v366 = v364 + v365;
        const float v367 = __shfl_xor(v366, 1);
        const bool v368 = v13 == 0;
        const int v371 = v277 + v38;
        const unsigned v372 = (unsigned)b3[v371];
        const float v375 = (v366 + v367) * v338 + __uint_as_float(v372 << 16);
        const float v376 = b5[v353];
        const float v377 = v350 ? v376 : 0.0f;
        const float v379 = v344 * v355 - v375 * v377;
        const float v382 = v375 * v355 + v344 * v377;
        const int v383 = v18 - 12;
        const int v384 = v383 - 2;
        if (v368) {
            if (v331 && v21 < v276) {
                b6[v332] = v379;
            }
        }
        if (v368) {
            if (0 <= v38 && v38 < v276) {
                b6[v371] = v382;
            }
        }
        const bool v405 = v345 && v43 < (0 <= v383 && v383 < 2 ? 4096 : 0);
        const int v406 = v405 ? 128 : 0;
        const int v408 = (int)((unsigned)v43 * 128u);
        const int v409 = (int)((unsigned)(v383 * 524288) + (unsigned)v408);
        const unsigned v411 = __float_as_uint(v379);
        const unsigned v423 = 0x7f800000u < (v411 & 0x7fffffffu) ? 0x7fc0u : (v411 + 0x7fffu + ((v411 >> 16) & 1u)) >> 16;
        const float v431 = ((int)(v423 << 16) & 2147483647) < 2139095040 ? v379 : __builtin_nanf("");
        const unsigned v432 = __float_as_uint(v431);
        const unsigned v440 = 0x7f800000u < (v432 & 0x7fffffffu) ? 0x7fc0u : (v432 + 0x7fffu + ((v432 >> 16) & 1u)) >> 16;
        const unsigned v441 = __float_as_uint(v382);
        const unsigned v449 = 0x7f800000u < (v441 & 0x7fffffffu) ? 0x7fc0u : (v441 + 0x7fffu + ((v441 >> 16) & 1u)) >> 16;
        const float v454 = ((int)(v449 << 16) & 2147483647) < 2139095040 ? v382 : __builtin_nanf("");
        const unsigned v455 = __float_as_uint(v454);
        const unsigned v463 = 0x7f800000u < (v455 & 0x7fffffffu) ? 0x7fc0u : (v455 + 0x7fffu + ((v455 >> 16) & 1u)) >> 16;
        if (v368) {
            const int v467 = (int)((unsigned)v409 + (unsigned)v21);
            if (v331 && v21 < v406) {
                b7[v467] = (unsigned short)v440;
            }
        }
        if (v368) {
            const int v476 = (int)((unsigned)v409 + (unsigned)v38);
            if (0 <= v38 && v38 < v406) {
                b7[v476] = (unsigned short)v463;
            }
        }
        const bool v486 = v345 && v43 < (0 <= v384 && v384 < 2 ? 4096 : 0);
        const int v487 = v486 ? 128 : 0;
        const int v489 = (int)((unsigned)(v384 * 524288) + (unsigned)v408);
        const unsigned v490 = __float_as_uint(v344);
        const unsigned v498 = 0x7f800000u < (v490 & 0x7fffffffu) ? 0x7fc0u : (v490 + 0x7fffu + ((v490 >> 16) & 1u)) >> 16;
        const float v503 = ((int)(v498 << 16) & 2147483647) < 2139095040 ? v344 : __builtin_nanf("");
        const unsigned v504 = __float_as_uint(v503);
        const unsigned v512 = 0x7f800000u < (v504 & 0x7fffffffu) ? 0x7fc0u : (v504 + 0x7fffu + ((v504 >> 16) & 1u)) >> 16;
        const unsigned v513 = __float_as_uint(v375);
        const unsigned v521 = 0x7f800000u < (v513 & 0x7fffffffu) ? 0x7fc0u : (v513 + 0x7fffu + ((v513 >> 16) & 1u)) >> 16;
        const float v526 = ((int)(v521 << 16) & 2147483647) < 2139095040 ? v375 : __builtin_nanf("");
        const unsigned v527 = __float_as_uint(v526);
        const unsigned v535 = 0x7f800000u < (v527 & 0x7fffffffu) ? 0x7fc0u : (v527 + 0x7fffu + ((v527 >> 16) & 1u)) >> 16;
        if (v368) {
            const int v539 = (int)((unsigned)v489 + (unsigned)v21);
            if (v331 && v21 < v487) {
                b8[v539] = (unsigned short)v512;
            }
        }
        if (v368) {
            const int v548 = (int)((unsigned)v489 + (unsigned)v38);
            if (0 <= v38 && v38 < v487) {
                b8[v548] = (unsigned short)v535;
            }
        }
    }
}

// tessera kernel norm_qkv_rope_append entry ts_norm_qkv_rope_append__wide wide 1 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:16*128*1536,i16:bias:16:16*128,i32:cos:32:4096*64,i32:sin:32:4096*64,o32:q:32:12*128,b16:kcache:16:2*4096*128,b16:vcache:16:2*4096*128 sizes 1 threads 256 teams 4 count 1024 shared 0 cost 6157
extern "C" __global__ void __launch_bounds__(256) ts_norm_qkv_rope_append__wide(
    const float *b0, // x
    const unsigned short *b1, // gamma
    const unsigned short *b2, // w
    const unsigned short *b3, // bias
    const float *b4, // cos
    const float *b5, // sin
    float *b6, // q
    unsigned short *b7, // kcache
    unsigned short *b8, // vcache
    const int *s0) // pos
{
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 64;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 63;
    for (int v15 = v7; v15 < 1024; v15 += v10) {
        const int v18 = v15 / 64;
        const int v20 = v18 * 196608;
        const int v21 = v15 % 64;
        const int v23 = v20 + v21 * 1536;
        const int v25 = v13 * 8;
        const int v28 = v21 + 64;
        const int v30 = v20 + v28 * 1536;
        const int v33 = s0[0];
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
        float v56 = 0.0f;
        float v57 = 0.0f;
        float v58 = 0.0f;
        float v59 = 0.0f;
        #pragma unroll 4
        for (int v61 = 0; v61 < 1536; v61 += 512) {
            const int v62 = v61 + v25;
            const uint4 v65 = ((const uint4 *)b2)[(v23 + v62) >> 3];
            const int v72 = v62 >> 2;
            const uint4 v73 = ((const uint4 *)b0)[v72];
            const float v75 = __uint_as_float(v73.x);
            const uint4 v77 = ((const uint4 *)b1)[v62 >> 3];
            const float v82 = v75 * __uint_as_float((v77.x & 0xffffu) << 16);
            const float v86 = __uint_as_float(v73.y);
            const float v90 = v86 * __uint_as_float((v77.x >> 16) << 16);
            const float v92 = __uint_as_float(v73.z);
            const float v97 = v92 * __uint_as_float((v77.y & 0xffffu) << 16);
            const float v99 = __uint_as_float(v73.w);
            const float v103 = v99 * __uint_as_float((v77.y >> 16) << 16);
            const uint4 v105 = ((const uint4 *)b0)[v72 + 1];
            const float v107 = __uint_as_float(v105.x);
            const float v112 = v107 * __uint_as_float((v77.z & 0xffffu) << 16);
            const float v114 = __uint_as_float(v105.y);
            const float v118 = v114 * __uint_as_float((v77.z >> 16) << 16);
            const float v120 = __uint_as_float(v105.z);
            const float v125 = v120 * __uint_as_float((v77.w & 0xffffu) << 16);
            const float v127 = __uint_as_float(v105.w);
            const float v131 = v127 * __uint_as_float((v77.w >> 16) << 16);
            v36 = fmaf(__uint_as_float((v65.x & 0xffffu) << 16), v82, v36);
            v37 = fmaf(__uint_as_float((v65.x >> 16) << 16), v90, v37);
            v38 = fmaf(__uint_as_float((v65.y & 0xffffu) << 16), v97, v38);
            v39 = fmaf(__uint_as_float((v65.y >> 16) << 16), v103, v39);
            v40 = fmaf(__uint_as_float((v65.z & 0xffffu) << 16), v112, v40);
            v41 = fmaf(__uint_as_float((v65.z >> 16) << 16), v118, v41);
            v42 = fmaf(__uint_as_float((v65.w & 0xffffu) << 16), v125, v42);
            v43 = fmaf(__uint_as_float((v65.w >> 16) << 16), v131, v43);
            const uint4 v180 = ((const uint4 *)b2)[(v30 + v62) >> 3];
            v44 = fmaf(__uint_as_float((v180.x & 0xffffu) << 16), v82, v44);
            v45 = fmaf(__uint_as_float((v180.x >> 16) << 16), v90, v45);
            v46 = fmaf(__uint_as_float((v180.y & 0xffffu) << 16), v97, v46);
            v47 = fmaf(__uint_as_float((v180.y >> 16) << 16), v103, v47);
            v48 = fmaf(__uint_as_float((v180.z & 0xffffu) << 16), v112, v48);
            v49 = fmaf(__uint_as_float((v180.z >> 16) << 16), v118, v49);
            v50 = fmaf(__uint_as_float((v180.w & 0xffffu) << 16), v125, v50);
            v51 = fmaf(__uint_as_float((v180.w >> 16) << 16), v131, v51);
            v52 = fmaf(v75, v75, v52);
            v53 = fmaf(v86, v86, v53);
            v54 = fmaf(v92, v92, v54);
            v55 = fmaf(v99, v99, v55);
            v56 = fmaf(v107, v107, v56);
            v57 = fmaf(v114, v114, v57);
            v58 = fmaf(v120, v120, v58);
            v59 = fmaf(v127, v127, v59);
        }
        const float v266 = v36 + v37 + v38 + v39 + v40;
        const float v272 = v266 + v41 + v42 + v43;
        const int v276 = 0 <= v18 && v18 < 12 ? 128 : 0;
        const int v277 = v18 * 128;
        const float v278 = __shfl_xor(v272, 32);
        const float v279 = v272 + v278;
        const float v280 = __shfl_xor(v279, 16);
        const float v281 = v279 + v280;
        const float v282 = __shfl_xor(v281, 8);
        const float v283 = v281 + v282;
        const float v284 = __shfl_xor(v283, 4);
        const float v285 = v283 + v284;
        const float v286 = __shfl_xor(v285, 2);
        const float v287 = v285 + v286;
        const float v288 = __shfl_xor(v287, 1);
        const float v297 = v52 + v53 + v54 + v55 + v56;
        const float v303 = v297 + v57 + v58 + v59;
        const float v305 = __shfl_xor(v303, 32);
        const float v306 = v303 + v305;
        const float v307 = __shfl_xor(v306, 16);
        const float v308 = v306 + v307;
        const float v309 = __shfl_xor(v308, 8);
        const float v310 = v308 + v309;
        const float v311 = __shfl_xor(v310, 4);
        const float v312 = v310 + v311;
        const float v313 = __shfl_xor(v312, 2);
        const float v314 = v312 + v313;
        const float v315 = __shfl_xor(v314, 1);
        const float v324 = v44 + v45 + v46 + v47 + v48;
        const float v330 = v324 + v49 + v50 + v51;
        const bool v331 = 0 <= v21;
        const int v332 = v277 + v21;
        const float v338 = rsqrtf((v314 + v315) / 1536.0f + 1e-06f);
        const unsigned v340 = (unsigned)b3[v332];
        const float v344 = (v287 + v288) * v338 + __uint_as_float(v340 << 16);
        const bool v345 = 0 <= v33;
        const bool v350 = v331 && v21 < (v345 && v33 < 4096 ? 64 : 0);
        const int v353 = v350 ? (int)((unsigned)v33 * 64u + (unsigned)v21) : 0;
        const float v354 = b4[v353];
        const float v355 = v350 ? v354 : 0.0f;
        const float v357 = __shfl_xor(v330, 32);
        const float v358 = v330 + v357;
        const float v359 = __shfl_xor(v358, 16);
        const float v360 = v358 + v359;
        const float v361 = __shfl_xor(v360, 8);
        const float v362 = v360 + v361;
        const float v363 = __shfl_xor(v362, 4);
        const float v364 = v362 + v363;
        const float v365 = __shfl_xor(v364, 2);
        const float v366 = v364 + v365;
        const float v367 = __shfl_xor(v366, 1);
        const bool v368 = v13 == 0;
        const int v371 = v277 + v28;
        const unsigned v372 = (unsigned)b3[v371];
        const float v375 = (v366 + v367) * v338 + __uint_as_float(v372 << 16);
        const float v376 = b5[v353];
        const float v377 = v350 ? v376 : 0.0f;
        const float v379 = v344 * v355 - v375 * v377;
        const float v382 = v375 * v355 + v344 * v377;
        const int v383 = v18 - 12;
        const int v384 = v383 - 2;
        if (v368) {
            if (v331 && v21 < v276) {
                b6[v332] = v379;
            }
        }
        if (v368) {
            if (0 <= v28 && v28 < v276) {
                b6[v371] = v382;
            }
        }
        const bool v405 = v345 && v33 < (0 <= v383 && v383 < 2 ? 4096 : 0);
        const int v406 = v405 ? 128 : 0;
        const int v408 = (int)((unsigned)v33 * 128u);
        const int v409 = (int)((unsigned)(v383 * 524288) + (unsigned)v408);
        const unsigned v411 = __float_as_uint(v379);
        const unsigned v423 = 0x7f800000u < (v411 & 0x7fffffffu) ? 0x7fc0u : (v411 + 0x7fffu + ((v411 >> 16) & 1u)) >> 16;
        const float v431 = ((int)(v423 << 16) & 2147483647) < 2139095040 ? v379 : __builtin_nanf("");
        const unsigned v432 = __float_as_uint(v431);
        const unsigned v440 = 0x7f800000u < (v432 & 0x7fffffffu) ? 0x7fc0u : (v432 + 0x7fffu + ((v432 >> 16) & 1u)) >> 16;
        const unsigned v441 = __float_as_uint(v382);
        const unsigned v449 = 0x7f800000u < (v441 & 0x7fffffffu) ? 0x7fc0u : (v441 + 0x7fffu + ((v441 >> 16) & 1u)) >> 16;
        const float v454 = ((int)(v449 << 16) & 2147483647) < 2139095040 ? v382 : __builtin_nanf("");
        const unsigned v455 = __float_as_uint(v454);
        const unsigned v463 = 0x7f800000u < (v455 & 0x7fffffffu) ? 0x7fc0u : (v455 + 0x7fffu + ((v455 >> 16) & 1u)) >> 16;
        if (v368) {
            const int v467 = (int)((unsigned)v409 + (unsigned)v21);
            if (v331 && v21 < v406) {
                b7[v467] = (unsigned short)v440;
            }
        }
        if (v368) {
            const int v476 = (int)((unsigned)v409 + (unsigned)v28);
            if (0 <= v28 && v28 < v406) {
                b7[v476] = (unsigned short)v463;
            }
        }
        const bool v486 = v345 && v33 < (0 <= v384 && v384 < 2 ? 4096 : 0);
        const int v487 = v486 ? 128 : 0;
        const int v489 = (int)((unsigned)(v384 * 524288) + (unsigned)v408);
        const unsigned v490 = __float_as_uint(v344);
        const unsigned v498 = 0x7f800000u < (v490 & 0x7fffffffu) ? 0x7fc0u : (v490 + 0x7fffu + ((v490 >> 16) & 1u)) >> 16;
        const float v503 = ((int)(v498 << 16) & 2147483647) < 2139095040 ? v344 : __builtin_nanf("");
        const unsigned v504 = __float_as_uint(v503);
        const unsigned v512 = 0x7f800000u < (v504 & 0x7fffffffu) ? 0x7fc0u : (v504 + 0x7fffu + ((v504 >> 16) & 1u)) >> 16;
        const unsigned v513 = __float_as_uint(v375);
        const unsigned v521 = 0x7f800000u < (v513 & 0x7fffffffu) ? 0x7fc0u : (v513 + 0x7fffu + ((v513 >> 16) & 1u)) >> 16;
        const float v526 = ((int)(v521 << 16) & 2147483647) < 2139095040 ? v375 : __builtin_nanf("");
        const unsigned v527 = __float_as_uint(v526);
        const unsigned v535 = 0x7f800000u < (v527 & 0x7fffffffu) ? 0x7fc0u : (v527 + 0x7fffu + ((v527 >> 16) & 1u)) >> 16;
        if (v368) {
            const int v539 = (int)((unsigned)v489 + (unsigned)v21);
            if (v331 && v21 < v487) {
                b8[v539] = (unsigned short)v512;
            }
        }
        if (v368) {
            const int v548 = (int)((unsigned)v489 + (unsigned)v28);
            if (0 <= v28 && v28 < v487) {
                b8[v548] = (unsigned short)v535;
            }
        }
    }
}
