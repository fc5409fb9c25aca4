// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel norm_qkv_rope_append entry ts_norm_qkv_rope_append wide 0 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:16*128*1536,i16:bias:16:16*128,i32:cos:32:4096*64,i32:sin:32:4096*64,o32:q:32:12*128,b16:kcache:16:2*4096*128,b16:vcache:16:2*4096*128 sizes 1 threads 256 teams 8 count 1024 shared 0 cost 6157
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
    const int v7 = v1 * 8 + v4 / 32;
    const int v10 = (int)gridDim.x * 8;
    const int v14 = v4 & 31;
    for (int v16 = v7; v16 < 1024; v16 += v10) {
        const int v19 = v16 / 64;
        const int v21 = v19 * 196608;
        const int v22 = v16 % 64;
        const int v24 = v21 + v22 * 1536;
        const int v25 = v14 * 8;
        const int v26 = v25 + 1;
        const int v28 = v25 + 2;
        const int v30 = v25 + 3;
        const int v32 = v25 + 4;
        const int v34 = v25 + 5;
        const int v36 = v25 + 6;
        const int v38 = v25 + 7;
        const int v39 = v22 + 64;
        const int v41 = v21 + v39 * 1536;
        const int v44 = s0[0];
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
        float v70 = 0.0f;
        #pragma unroll 4
        for (int v72 = 0; v72 < 1536; v72 += 256) {
            const int v73 = v72 + v25;
            const unsigned v75 = (unsigned)b2[v24 + v73];
            const float v79 = b0[v73];
            const unsigned v80 = (unsigned)b1[v73];
            const float v83 = v79 * __uint_as_float(v80 << 16);
            const int v86 = v72 + v26;
            const float v87 = b0[v86];
            const unsigned v88 = (unsigned)b1[v86];
            const float v91 = v87 * __uint_as_float(v88 << 16);
            const int v92 = v72 + v28;
            const float v93 = b0[v92];
            const unsigned v94 = (unsigned)b1[v92];
            const float v97 = v93 * __uint_as_float(v94 << 16);
            const int v98 = v72 + v30;
            const float v99 = b0[v98];
            const unsigned v100 = (unsigned)b1[v98];
            const float v103 = v99 * __uint_as_float(v100 << 16);
            const int v104 = v72 + v32;
            const float v105 = b0[v104];
            const unsigned v106 = (unsigned)b1[v104];
            const float v109 = v105 * __uint_as_float(v106 << 16);
            const int v110 = v72 + v34;
            const float v111 = b0[v110];
            const unsigned v112 = (unsigned)b1[v110];
            const float v115 = v111 * __uint_as_float(v112 << 16);
            const int v116 = v72 + v36;
            const float v117 = b0[v116];
            const unsigned v118 = (unsigned)b1[v116];
            const float v121 = v117 * __uint_as_float(v118 << 16);
            const int v122 = v72 + v38;
            const float v123 = b0[v122];
            const unsigned v124 = (unsigned)b1[v122];
            const float v127 = v123 * __uint_as_float(v124 << 16);
            v47 = fmaf(__uint_as_float(v75 << 16), v83, v47);
            const unsigned v130 = (unsigned)b2[v24 + v86];
            v48 = fmaf(__uint_as_float(v130 << 16), v91, v48);
            const unsigned v137 = (unsigned)b2[v24 + v92];
            v49 = fmaf(__uint_as_float(v137 << 16), v97, v49);
            const unsigned v144 = (unsigned)b2[v24 + v98];
            v50 = fmaf(__uint_as_float(v144 << 16), v103, v50);
            const unsigned v151 = (unsigned)b2[v24 + v104];
            v51 = fmaf(__uint_as_float(v151 << 16), v109, v51);
            const unsigned v158 = (unsigned)b2[v24 + v110];
            v52 = fmaf(__uint_as_float(v158 << 16), v115, v52);
            const unsigned v165 = (unsigned)b2[v24 + v116];
            v53 = fmaf(__uint_as_float(v165 << 16), v121, v53);
            const unsigned v172 = (unsigned)b2[v24 + v122];
            v54 = fmaf(__uint_as_float(v172 << 16), v127, v54);
            const unsigned v179 = (unsigned)b2[v41 + v73];
            v55 = fmaf(__uint_as_float(v179 << 16), v83, v55);
            const unsigned v186 = (unsigned)b2[v41 + v86];
            v56 = fmaf(__uint_as_float(v186 << 16), v91, v56);
            const unsigned v193 = (unsigned)b2[v41 + v92];
            v57 = fmaf(__uint_as_float(v193 << 16), v97, v57);
            const unsigned v200 = (unsigned)b2[v41 + v98];
            v58 = fmaf(__uint_as_float(v200 << 16), v103, v58);
            const unsigned v207 = (unsigned)b2[v41 + v104];
            v59 = fmaf(__uint_as_float(v207 << 16), v109, v59);
            const unsigned v214 = (unsigned)b2[v41 + v110];
            v60 = fmaf(__uint_as_float(v214 << 16), v115, v60);
            const unsigned v221 = (unsigned)b2[v41 + v116];
            v61 = fmaf(__uint_as_float(v221 << 16), v121, v61);
            const unsigned v228 = (unsigned)b2[v41 + v122];
            v62 = fmaf(__uint_as_float(v228 << 16), v127, v62);
            v63 = fmaf(v79, v79, v63);
            v64 = fmaf(v87, v87, v64);
            v65 = fmaf(v93, v93, v65);
            v66 = fmaf(v99, v99, v66);
            v67 = fmaf(v105, v105, v67);
            v68 = fmaf(v111, v111, v68);
            v69 = fmaf(v117, v117, v69);
            v70 = fmaf(v123, v123, v70);
        }
        const float v267 = v47 + v48 + v49 + v50 + v51;
        const float v273 = v267 + v52 + v53 + v54;
        const int v277 = 0 <= v19 && v19 < 12 ? 128 : 0;
        const int v278 = v19 * 128;
        const float v279 = __shfl_xor(v273, 16);
        const float v280 = v273 + v279;
        const float v281 = __shfl_xor(v280, 8);
        const float v282 = v280 + v281;
        const float v283 = __shfl_xor(v282, 4);
        const float v284 = v282 + v283;
        const float v285 = __shfl_xor(v284, 2);
        const float v286 = v284 + v285;
        const float v287 = __shfl_xor(v286, 1);
        const float v296 = v63 + v64 + v65 + v66 + v67;
        const float v302 = v296 + v68 + v69 + v70;
        const float v304 = __shfl_xor(v302, 16);
        const float v305 = v302 + v304;
        const float v306 = __shfl_xor(v305, 8);
        const float v307 = v305 + v306;
        const float v308 = __shfl_xor(v307, 4);
        const float v309 = v307 + v308;
        const float v310 = __shfl_xor(v309, 2);
        const float v311 = v309 + v310;
        const float v312 = __shfl_xor(v311, 1);
        const float v321 = v55 + v56 + v57 + v58 + v59;
        const float v327 = v321 + v60 + v61 + v62;
        const bool v328 = 0 <= v22;
        const int v329 = v278 + v22;
        const float v335 = rsqrtf((v311 + v312) / 1536.0f + 1e-06f);
        const unsigned v337 = (unsigned)b3[v329];
        const float v341 = (v286 + v287) * v335 + __uint_as_float(v337 << 16);
        const bool v342 = 0 <= v44;
        const bool v347 = v328 && v22 < (v342 && v44 < 4096 ? 64 : 0);
        const int v350 = v347 ? (int)((unsigned)v44 * 64u + (unsigned)v22) : 0;
        const float v351 = b4[v350];
        const float v352 = v347 ? v351 : 0.0f;
        const float v354 = __shfl_xor(v327, 16);
        const float v355 = v327 + v354;
        const float v356 = __shfl_xor(v355, 8);
        const float v357 = v355 + v356;
        const float v358 = __shfl_xor(v357, 4);
        const float v359 = v357 + v358;
        const float v360 = __shfl_xor(v359, 2);
        const float v361 = v359 + v360;
        const float v362 = __shfl_xor(v361, 1);
        const bool v363 = v14 == 0;
        const int v366 = v278 + v39;
        const unsigned v367 = (unsigned)b3[v366];
        const float v370 = (v361 + v362) * v335 + __uint_as_float(v367 << 16);
        const float v371 = b5[v350];
        const float v372 = v347 ? v371 : 0.0f;
        const float v374 = v341 * v352 - v370 * v372;
        const float v377 = v370 * v352 + v341 * v372;
        const int v378 = v19 - 12;
        const int v379 = v378 - 2;
        if (v363) {
            if (v328 && v22 < v277) {
                b6[v329] = v374;
            }
        }
        if (v363) {
            if (0 <= v39 && v39 < v277) {
                b6[v366] = v377;
            }
        }
        const bool v400 = v342 && v44 < (0 <= v378 && v378 < 2 ? 4096 : 0);
        const int v401 = v400 ? 128 : 0;
        const int v403 = (int)((unsigned)v44 * 128u);
        const int v404 = (int)((unsigned)(v378 * 524288) + (unsigned)v403);
        const unsigned v406 = __float_as_uint(v374);
        const unsigned v418 = 0x7f800000u < (v406 & 0x7fffffffu) ? 0x7fc0u : (v406 + 0x7fffu + ((v406 >> 16) & 1u)) >> 16;
        const float v426 = ((int)(v418 << 16) & 2147483647) < 2139095040 ? v374 : __builtin_nanf("");
        const unsigned v427 = __float_as_uint(v426);
        const unsigned v435 = 0x7f800000u < (v427 & 0x7fffffffu) ? 0x7fc0u : (v427 + 0x7fffu + ((v427 >> 16) & 1u)) >> 16;
        const unsigned v436 = __float_as_uint(v377);
        const unsigned v444 = 0x7f800000u < (v436 & 0x7fffffffu) ? 0x7fc0u : (v436 + 0x7fffu + ((v436 >> 16) & 1u)) >> 16;
        const float v449 = ((int)(v444 << 16) & 2147483647) < 2139095040 ? v377 : __builtin_nanf("");
        const unsigned v450 = __float_as_uint(v449);
        const unsigned v458 = 0x7f800000u < (v450 & 0x7fffffffu) ? 0x7fc0u : (v450 + 0x7fffu + ((v450 >> 16) & 1u)) >> 16;
        if (v363) {
            const int v462 = (int)((unsigned)v404 + (unsigned)v22);
            if (v328 && v22 < v401) {
                b7[v462] = (unsigned short)v435;
            }
        }
        if (v363) {
            const int v471 = (int)((unsigned)v404 + (unsigned)v39);
            if (0 <= v39 && v39 < v401) {
                b7[v471] = (unsigned short)v458;
            }
        }
        const bool v481 = v342 && v44 < (0 <= v379 && v379 < 2 ? 4096 : 0);
        const int v482 = v481 ? 128 : 0;
        const int v484 = (int)((unsigned)(v379 * 524288) + (unsigned)v403);
        const unsigned v485 = __float_as_uint(v341);
        const unsigned v493 = 0x7f800000u < (v485 & 0x7fffffffu) ? 0x7fc0u : (v485 + 0x7fffu + ((v485 >> 16) & 1u)) >> 16;
        const float v498 = ((int)(v493 << 16) & 2147483647) < 2139095040 ? v341 : __builtin_nanf("");
        const unsigned v499 = __float_as_uint(v498);
        const unsigned v507 = 0x7f800000u < (v499 & 0x7fffffffu) ? 0x7fc0u : (v499 + 0x7fffu + ((v499 >> 16) & 1u)) >> 16;
        const unsigned v508 = __float_as_uint(v370);
        const unsigned v516 = 0x7f800000u < (v508 & 0x7fffffffu) ? 0x7fc0u : (v508 + 0x7fffu + ((v508 >> 16) & 1u)) >> 16;
        const float v521 = ((int)(v516 << 16) & 2147483647) < 2139095040 ? v370 : __builtin_nanf("");
        const unsigned v522 = __float_as_uint(v521);
        const unsigned v530 = 0x7f800000u < (v522 & 0x7fffffffu) ? 0x7fc0u : (v522 + 0x7fffu + ((v522 >> 16) & 1u)) >> 16;
        if (v363) {
            const int v534 = (int)((unsigned)v484 + (unsigned)v22);
            if (v328 && v22 < v482) {
                b8[v534] = (unsigned short)v507;
            }
        }
        if (v363) {
            const int v543 = (int)((unsigned)v484 + (unsigned)v39);
            if (0 <= v39 && v39 < v482) {
                b8[v543] = (unsigned short)v530;
            }
        }
    }
}

// tessera kernel norm_qkv_rope_append entry ts_norm_qkv_rope_append__wide wide 1 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:16*128*1536,i16:bias:16:16*128,i32:cos:32:4096*64,i32:sin:32:4096*64,o32:q:32:12*128,b16:kcache:16:2*4096*128,b16:vcache:16:2*4096*128 sizes 1 threads 256 teams 8 count 1024 shared 0 cost 6157
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
    const int v7 = v1 * 8 + v4 / 32;
    const int v10 = (int)gridDim.x * 8;
    const int v14 = v4 & 31;
    for (int v16 = v7; v16 < 1024; v16 += v10) {
        const int v19 = v16 / 64;
        const int v21 = v19 * 196608;
        const int v22 = v16 % 64;
        const int v24 = v21 + v22 * 1536;
        const int v25 = v14 * 8;
        const int v28 = v22 + 64;
        const int v30 = v21 + v28 * 1536;
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
        for (int v61 = 0; v61 < 1536; v61 += 256) {
            const int v62 = v61 + v25;
            const uint4 v65 = ((const uint4 *)b2)[(v24 + v62) >> 3];
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
        const int v276 = 0 <= v19 && v19 < 12 ? 128 : 0;
        const int v277 = v19 * 128;
        const float v278 = __shfl_xor(v272, 16);
        const float v279 = v272 + v278;
        const float v280 = __shfl_xor(v279, 8);
        const float v281 = v279 + v280;
        const float v282 = __shfl_xor(v281, 4);
        const float v283 = v281 + v282;
        const float v284 = __shfl_xor(v283, 2);
        const float v285 = v283 + v284;
        const float v286 = __shfl_xor(v285, 1);
        const float v295 = v52 + v53 + v54 + v55 + v56;
        const float v301 = v295 + v57 + v58 + v59;
        const float v303 = __shfl_xor(v301, 16);
        const float v304 = v301 + v303;
        const float v305 = __shfl_xor(v304, 8);
        const float v306 = v304 + v305;
        const float v307 = __shfl_xor(v306, 4);
        const float v308 = v306 + v307;
        const float v309 = __shfl_xor(v308, 2);
        const float v310 = v308 + v309;
        const float v311 = __shfl_xor(v310, 1);
        const float v320 = v44 + v45 + v46 + v47 + v48;
        const float v326 = v320 + v49 + v50 + v51;
        const bool v327 = 0 <= v22;
        const int v328 = v277 + v22;
        const float v334 = rsqrtf((v310 + v311) / 1536.0f + 1e-06f);
        const unsigned v336 = (unsigned)b3[v328];
        const float v340 = (v285 + v286) * v334 + __uint_as_float(v336 << 16);
        const bool v341 = 0 <= v33;
        const bool v346 = v327 && v22 < (v341 && v33 < 4096 ? 64 : 0);
        const int v349 = v346 ? (int)((unsigned)v33 * 64u + (unsigned)v22) : 0;
        const float v350 = b4[v349];
        const float v351 = v346 ? v350 : 0.0f;
        const float v353 = __shfl_xor(v326, 16);
        const float v354 = v326 + v353;
        const float v355 = __shfl_xor(v354, 8);
        const float v356 = v354 + v355;
        const float v357 = __shfl_xor(v356, 4);
        const float v358 = v356 + v357;
        const float v359 = __shfl_xor(v358, 2);
        const float v360 = v358 + v359;
        const float v361 = __shfl_xor(v360, 1);
        const bool v362 = v14 == 0;
        const int v365 = v277 + v28;
        const unsigned v366 = (unsigned)b3[v365];
        const float v369 = (v360 + v361) * v334 + __uint_as_float(v366 << 16);
        const float v370 = b5[v349];
        const float v371 = v346 ? v370 : 0.0f;
        const float v373 = v340 * v351 - v369 * v371;
        const float v376 = v369 * v351 + v340 * v371;
        const int v377 = v19 - 12;
        const int v378 = v377 - 2;
        if (v362) {
            if (v327 && v22 < v276) {
                b6[v328] = v373;
            }
        }
        if (v362) {
            if (0 <= v28 && v28 < v276) {
                b6[v365] = v376;
            }
        }
        const bool v399 = v341 && v33 < (0 <= v377 && v377 < 2 ? 4096 : 0);
        const int v400 = v399 ? 128 : 0;
        const int v402 = (int)((unsigned)v33 * 128u);
        const int v403 = (int)((unsigned)(v377 * 524288) + (unsigned)v402);
        const unsigned v405 = __float_as_uint(v373);
        const unsigned v417 = 0x7f800000u < (v405 & 0x7fffffffu) ? 0x7fc0u : (v405 + 0x7fffu + ((v405 >> 16) & 1u)) >> 16;
        const float v425 = ((int)(v417 << 16) & 2147483647) < 2139095040 ? v373 : __builtin_nanf("");
        const unsigned v426 = __float_as_uint(v425);
        const unsigned v434 = 0x7f800000u < (v426 & 0x7fffffffu) ? 0x7fc0u : (v426 + 0x7fffu + ((v426 >> 16) & 1u)) >> 16;
        const unsigned v435 = __float_as_uint(v376);
        const unsigned v443 = 0x7f800000u < (v435 & 0x7fffffffu) ? 0x7fc0u : (v435 + 0x7fffu + ((v435 >> 16) & 1u)) >> 16;
        const float v448 = ((int)(v443 << 16) & 2147483647) < 2139095040 ? v376 : __builtin_nanf("");
        const unsigned v449 = __float_as_uint(v448);
        const unsigned v457 = 0x7f800000u < (v449 & 0x7fffffffu) ? 0x7fc0u : (v449 + 0x7fffu + ((v449 >> 16) & 1u)) >> 16;
        if (v362) {
            const int v461 = (int)((unsigned)v403 + (unsigned)v22);
            if (v327 && v22 < v400) {
                b7[v461] = (unsigned short)v434;
            }
        }
        if (v362) {
            const int v470 = (int)((unsigned)v403 + (unsigned)v28);
            if (0 <= v28 && v28 < v400) {
                b7[v470] = (unsigned short)v457;
            }
        }
        const bool v480 = v341 && v33 < (0 <= v378 && v378 < 2 ? 4096 : 0);
        const int v481 = v480 ? 128 : 0;
        const int v483 = (int)((unsigned)(v378 * 524288) + (unsigned)v402);
        const unsigned v484 = __float_as_uint(v340);
        const unsigned v492 = 0x7f800000u < (v484 & 0x7fffffffu) ? 0x7fc0u : (v484 + 0x7fffu + ((v484 >> 16) & 1u)) >> 16;
        const float v497 = ((int)(v492 << 16) & 2147483647) < 2139095040 ? v340 : __builtin_nanf("");
        const unsigned v498 = __float_as_uint(v497);
        const unsigned v506 = 0x7f800000u < (v498 & 0x7fffffffu) ? 0x7fc0u : (v498 + 0x7fffu + ((v498 >> 16) & 1u)) >> 16;
        const unsigned v507 = __float_as_uint(v369);
        const unsigned v515 = 0x7f800000u < (v507 & 0x7fffffffu) ? 0x7fc0u : (v507 + 0x7fffu + ((v507 >> 16) & 1u)) >> 16;
        const float v520 = ((int)(v515 << 16) & 2147483647) < 2139095040 ? v369 : __builtin_nanf("");
        const unsigned v521 = __float_as_uint(v520);
        const unsigned v529 = 0x7f800000u < (v521 & 0x7fffffffu) ? 0x7fc0u : (v521 + 0x7fffu + ((v521 >> 16) & 1u)) >> 16;
        if (v362) {
            const int v533 = (int)((unsigned)v483 + (unsigned)v22);
            if (v327 && v22 < v481) {
                b8[v533] = (unsigned short)v506;
            }
        }
        if (v362) {
            const int v542 = (int)((unsigned)v483 + (unsigned)v28);
            if (0 <= v28 && v28 < v481) {
                b8[v542] = (unsigned short)v529;
            }
        }
    }
}
