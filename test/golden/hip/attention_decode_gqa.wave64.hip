// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel attention_decode_gqa entry ts_attention_decode_gqa wide 0 params i32,i16,i16,w32,w32 sizes 1 threads 128 teams 1 count -1 shared 6240 cost 4197377
extern "C" __global__ void __launch_bounds__(128) ts_attention_decode_gqa(
    const float *b0, // q
    const unsigned short *b1, // kcache
    const unsigned short *b2, // vcache
    float *b3, // partial
    float *b4, // stats
    const int *s0) // len
{
    __shared__ unsigned shared[1560];
    const int v1 = (int)blockIdx.x;
    const int v3 = s0[0];
    const int v10 = 0 < v3 ? (int)((unsigned)v3 - 1u) / 256 + 1 : 0;
    const int v12 = v10 * 2;
    const int v13 = (int)gridDim.x;
    const int v14 = (int)threadIdx.x;
    for (int v16 = v1; v16 < v12; v16 += v13) {
        const int v17 = v16 / v10;
        const int v19 = (int)((unsigned)v17 * 6u);
        const float v22 = b0[(int)((unsigned)v19 * 128u + (unsigned)v14)];
        const float v28 = b0[(int)(((unsigned)v19 + 1u) * 128u + (unsigned)v14)];
        const float v33 = b0[(int)(((unsigned)v19 + 2u) * 128u + (unsigned)v14)];
        const float v39 = b0[(int)(((unsigned)v19 + 3u) * 128u + (unsigned)v14)];
        const float v45 = b0[(int)(((unsigned)v19 + 4u) * 128u + (unsigned)v14)];
        const float v51 = b0[(int)(((unsigned)v19 + 5u) * 128u + (unsigned)v14)];
        const int v54 = (int)((unsigned)(v16 % v10) * 256u);
        __syncthreads();
        shared[v14 + 24] = __float_as_uint(v22 * 0.088388346f);
        shared[v14 + 152] = __float_as_uint(v28 * 0.088388346f);
        shared[v14 + 280] = __float_as_uint(v33 * 0.088388346f);
        shared[v14 + 408] = __float_as_uint(v39 * 0.088388346f);
        shared[v14 + 536] = __float_as_uint(v45 * 0.088388346f);
        shared[v14 + 664] = __float_as_uint(v51 * 0.088388346f);
        const int v89 = min(v3, 4096);
        const int v90 = (int)((unsigned)v17 * 524288u);
        float v91 = -1e+30f;
        float v92 = -1e+30f;
        float v93 = -1e+30f;
        float v94 = -1e+30f;
        float v95 = -1e+30f;
        float v96 = -1e+30f;
        float v98 = 0.0f;
        float v99 = 0.0f;
        float v100 = 0.0f;
        float v101 = 0.0f;
        float v102 = 0.0f;
        float v103 = 0.0f;
        float v104 = 0.0f;
        float v105 = 0.0f;
        float v106 = 0.0f;
        float v107 = 0.0f;
        float v108 = 0.0f;
        float v109 = 0.0f;
        const int v113 = min(min(v3, (int)((unsigned)v54 + 256u)), 2147483519);
        for (int v114 = v54; v114 < v113; v114 += 128) {
            const int v115 = v114 + v14;
            const bool v116 = v115 < v3;
            __syncthreads();
            float v118 = 0.0f;
            float v119 = 0.0f;
            float v120 = 0.0f;
            float v121 = 0.0f;
            float v122 = 0.0f;
            float v123 = 0.0f;
            #pragma unroll 4
            for (int v124 = 0; v124 < 128; v124 += 1) {
                const unsigned v126 = shared[v124 + 24];
                const bool v130 = 0 <= v115 && v115 < v89;
                const unsigned v135 = (unsigned)b1[v130 ? (int)((unsigned)v90 + (unsigned)v115 * 128u + (unsigned)v124) : 0];
                const float v140 = __uint_as_float((v130 ? v135 : 0u) << 16);
                v118 = fmaf(__uint_as_float(v126), v140, v118);
                const unsigned v145 = shared[v124 + 152];
                v119 = fmaf(__uint_as_float(v145), v140, v119);
                const unsigned v151 = shared[v124 + 280];
                v120 = fmaf(__uint_as_float(v151), v140, v120);
                const unsigned v157 = shared[v124 + 408];
                v121 = fmaf(__uint_as_float(v157), v140, v121);
                const unsigned v163 = shared[v124 + 536];
                v122 = fmaf(__uint_as_float(v163), v140, v122);
                const unsigned v169 = shared[v124 + 664];
                v123 = fmaf(__uint_as_float(v169), v140, v123);
            }
            const float v177 = v116 ? v118 : -1e+30f;
            const float v178 = fmaxf(-__builtin_inff(), v177);
            const float v180 = v116 ? v119 : -1e+30f;
            const float v181 = fmaxf(-__builtin_inff(), v180);
            const float v183 = v116 ? v120 : -1e+30f;
            const float v184 = fmaxf(-__builtin_inff(), v183);
            const float v186 = v116 ? v121 : -1e+30f;
            const float v187 = fmaxf(-__builtin_inff(), v186);
            const float v189 = v116 ? v122 : -1e+30f;
            const float v190 = fmaxf(-__builtin_inff(), v189);
            const float v192 = v116 ? v123 : -1e+30f;
            const float v193 = fmaxf(-__builtin_inff(), v192);
            const float v194 = __shfl_xor(v178, 32);
            const float v195 = fmaxf(v178, v194);
            const float v196 = __shfl_xor(v181, 32);
            const float v197 = fmaxf(v181, v196);
            const float v198 = __shfl_xor(v184, 32);
            const float v199 = fmaxf(v184, v198);
            const float v200 = __shfl_xor(v187, 32);
            const float v201 = fmaxf(v187, v200);
            const float v202 = __shfl_xor(v190, 32);
            const float v203 = fmaxf(v190, v202);
            const float v204 = __shfl_xor(v193, 32);
            const float v205 = fmaxf(v193, v204);
            const float v206 = __shfl_xor(v195, 16);
            const float v207 = fmaxf(v195, v206);
            const float v208 = __shfl_xor(v197, 16);
            const float v209 = fmaxf(v197, v208);
            const float v210 = __shfl_xor(v199, 16);
            const float v211 = fmaxf(v199, v210);
            const float v212 = __shfl_xor(v201, 16);
            const float v213 = fmaxf(v201, v212);
            const float v214 = __shfl_xor(v203, 16);
            const float v215 = fmaxf(v203, v214);
            const float v216 = __shfl_xor(v205, 16);
            const float v217 = fmaxf(v205, v216);
            const float v218 = __shfl_xor(v207, 8);
            const float v219 = fmaxf(v207, v218);
            const float v220 = __shfl_xor(v209, 8);
            const float v221 = fmaxf(v209, v220);
            const float v222 = __shfl_xor(v211, 8);
            const float v223 = fmaxf(v211, v222);
            const float v224 = __shfl_xor(v213, 8);
            const float v225 = fmaxf(v213, v224);
            const float v226 = __shfl_xor(v215, 8);
            const float v227 = fmaxf(v215, v226);
            const float v228 = __shfl_xor(v217, 8);
            const float v229 = fmaxf(v217, v228);
            const float v230 = __shfl_xor(v219, 4);
            const float v231 = fmaxf(v219, v230);
            const float v232 = __shfl_xor(v221, 4);
            const float v233 = fmaxf(v221, v232);
            const float v234 = __shfl_xor(v223, 4);
            const float v235 = fmaxf(v223, v234);
            const float v236 = __shfl_xor(v225, 4);
            const float v237 = fmaxf(v225, v236);
            const float v238 = __shfl_xor(v227, 4);
            const float v239 = fmaxf(v227, v238);
            const float v240 = __shfl_xor(v229, 4);
            const float v241 = fmaxf(v229, v240);
            const float v242 = __shfl_xor(v231, 2);
            const float v243 = fmaxf(v231, v242);
            const float v244 = __shfl_xor(v233, 2);
            const float v245 = fmaxf(v233, v244);
            const float v246 = __shfl_xor(v235, 2);
            const float v247 = fmaxf(v235, v246);
            const float v248 = __shfl_xor(v237, 2);
            const float v249 = fmaxf(v237, v248);
            const float v250 = __shfl_xor(v239, 2);
            const float v251 = fmaxf(v239, v250);
            const float v252 = __shfl_xor(v241, 2);
            const float v253 = fmaxf(v241, v252);
            const float v254 = __shfl_xor(v243, 1);
            const float v255 = fmaxf(v243, v254);
            const float v256 = __shfl_xor(v245, 1);
            const float v257 = fmaxf(v245, v256);
            const float v258 = __shfl_xor(v247, 1);
            const float v259 = fmaxf(v247, v258);
            const float v260 = __shfl_xor(v249, 1);
            const float v261 = fmaxf(v249, v260);
            const float v262 = __shfl_xor(v251, 1);
            const float v263 = fmaxf(v251, v262);
            const float v264 = __shfl_xor(v253, 1);
            const float v266 = fmaxf(v253, v264);
            __syncthreads();
            const bool v269 = v14 % 64 == 0;
            if (v269) {
                const int v271 = v14 / 64;
                shared[v271] = __float_as_uint(v255);
                shared[v271 + 4] = __float_as_uint(v257);
                shared[v271 + 8] = __float_as_uint(v259);
                shared[v271 + 12] = __float_as_uint(v261);
                shared[v271 + 16] = __float_as_uint(v263);
                shared[v271 + 20] = __float_as_uint(v266);
            }
            __syncthreads();
            const unsigned v295 = shared[0];
            const unsigned v297 = shared[1];
            const float v300 = fmaxf(v91, fmaxf(__uint_as_float(v295), __uint_as_float(v297)));
            const float v302 = expf(v177 - v300);
            const unsigned v304 = shared[4];
            const unsigned v306 = shared[5];
            const float v309 = fmaxf(v92, fmaxf(__uint_as_float(v304), __uint_as_float(v306)));
            const float v311 = expf(v180 - v309);
            const unsigned v314 = shared[8];
            const unsigned v317 = shared[9];
            const float v320 = fmaxf(v93, fmaxf(__uint_as_float(v314), __uint_as_float(v317)));
            const float v322 = expf(v183 - v320);
            const unsigned v324 = shared[12];
            const unsigned v327 = shared[13];
            const float v330 = fmaxf(v94, fmaxf(__uint_as_float(v324), __uint_as_float(v327)));
            const float v332 = expf(v186 - v330);
            const unsigned v335 = shared[16];
            const unsigned v338 = shared[17];
            const float v341 = fmaxf(v95, fmaxf(__uint_as_float(v335), __uint_as_float(v338)));
            const float v343 = expf(v189 - v341);
            const unsigned v346 = shared[20];
            const unsigned v349 = shared[21];
            const float v352 = fmaxf(v96, fmaxf(__uint_as_float(v346), __uint_as_float(v349)));
            const float v354 = expf(v192 - v352);
            const float v357 = expf(v91 - v300);
            const float v360 = expf(v92 - v309);
            const float v363 = expf(v93 - v320);
            const float v366 = expf(v94 - v330);
            const float v369 = expf(v95 - v341);
            const float v372 = expf(v96 - v352);
            __syncthreads();
            shared[v14 + 792] = __float_as_uint(v302);
            shared[v14 + 920] = __float_as_uint(v311);
            shared[v14 + 1048] = __float_as_uint(v322);
            shared[v14 + 1176] = __float_as_uint(v332);
            shared[v14 + 1304] = __float_as_uint(v343);
            shared[v14 + 1432] = __float_as_uint(v354);
            const float v398 = __shfl_xor(v302, 32);
            const float v399 = v302 + v398;
            const float v400 = __shfl_xor(v311, 32);
            const float v401 = v311 + v400;
            const float v402 = __shfl_xor(v322, 32);
            const float v403 = v322 + v402;
            const float v404 = __shfl_xor(v332, 32);
            const float v405 = v332 + v404;
            const float v406 = __shfl_xor(v343, 32);
            const float v407 = v343 + v406;
            const float v408 = __shfl_xor(v354, 32);
            const float v409 = v354 + v408;
            const float v410 = __shfl_xor(v399, 16);
            const float v411 = v399 + v410;
            const float v412 = __shfl_xor(v401, 16);
            const float v413 = v401 + v412;
            const float v414 = __shfl_xor(v403, 16);
            const float v415 = v403 + v414;
            const float v416 = __shfl_xor(v405, 16);
            const float v417 = v405 + v416;
            const float v418 = __shfl_xor(v407, 16);
            const float v419 = v407 + v418;
            const float v420 = __shfl_xor(v409, 16);
            const float v421 = v409 + v420;
            const float v422 = __shfl_xor(v411, 8);
            const float v423 = v411 + v422;
            const float v424 = __shfl_xor(v413, 8);
            const float v425 = v413 + v424;
            const float v426 = __shfl_xor(v415, 8);
            const float v427 = v415 + v426;
            const float v428 = __shfl_xor(v417, 8);
            const float v429 = v417 + v428;
            const float v430 = __shfl_xor(v419, 8);
            const float v431 = v419 + v430;
            const float v432 = __shfl_xor(v421, 8);
            const float v433 = v421 + v432;
            const float v434 = __shfl_xor(v423, 4);
            const float v435 = v423 + v434;
            const float v436 = __shfl_xor(v425, 4);
            const float v437 = v425 + v436;
            const float v438 = __shfl_xor(v427, 4);
            const float v439 = v427 + v438;
            const float v440 = __shfl_xor(v429, 4);
            const float v441 = v429 + v440;
            const float v442 = __shfl_xor(v431, 4);
            const float v443 = v431 + v442;
            const float v444 = __shfl_xor(v433, 4);
            const float v445 = v433 + v444;
            const float v446 = __shfl_xor(v435, 2);
            const float v447 = v435 + v446;
            const float v448 = __shfl_xor(v437, 2);
            const float v449 = v437 + v448;
            const float v450 = __shfl_xor(v439, 2);
            const float v451 = v439 + v450;
            const float v452 = __shfl_xor(v441, 2);
            const float v453 = v441 + v452;
            const float v454 = __shfl_xor(v443, 2);
            const float v455 = v443 + v454;
            const float v456 = __shfl_xor(v445, 2);
            const float v457 = v445 + v456;
            const float v458 = __shfl_xor(v447, 1);
            const float v459 = v447 + v458;
            const float v460 = __shfl_xor(v449, 1);
            const float v461 = v449 + v460;
            const float v462 = __shfl_xor(v451, 1);
            const float v463 = v451 + v462;
            const float v464 = __shfl_xor(v453, 1);
            const float v465 = v453 + v464;
            const float v466 = __shfl_xor(v455, 1);
            const float v467 = v455 + v466;
            const float v468 = __shfl_xor(v457, 1);
            const float v469 = v457 + v468;
            if (v269) {
                const int v471 = v14 / 64;
                shared[v471] = __float_as_uint(v459);
                shared[v471 + 4] = __float_as_uint(v461);
                shared[v471 + 8] = __float_as_uint(v463);
                shared[v471 + 12] = __float_as_uint(v465);
                shared[v471 + 16] = __float_as_uint(v467);
                shared[v471 + 20] = __float_as_uint(v469);
            }
            __syncthreads();
            const unsigned v492 = shared[0];
            const unsigned v494 = shared[1];
            const unsigned v498 = shared[4];
            const unsigned v500 = shared[5];
            const unsigned v503 = shared[8];
            const unsigned v505 = shared[9];
            const unsigned v508 = shared[12];
            const unsigned v510 = shared[13];
            const unsigned v513 = shared[16];
            const unsigned v515 = shared[17];
            const unsigned v518 = shared[20];
            const unsigned v520 = shared[21];
            v98 = fmaf(v98, v357, __uint_as_float(v492) + __uint_as_float(v494));
            v99 = fmaf(v99, v360, __uint_as_float(v498) + __uint_as_float(v500));
            v100 = fmaf(v100, v363, __uint_as_float(v503) + __uint_as_float(v505));
            v101 = fmaf(v101, v366, __uint_as_float(v508) + __uint_as_float(v510));
            v102 = fmaf(v102, v369, __uint_as_float(v513) + __uint_as_float(v515));
            v103 = fmaf(v103, v372, __uint_as_float(v518) + __uint_as_float(v520));
            float v551 = v104 * v357;
            float v552 = v105 * v360;
            float v553 = v106 * v363;
            float v554 = v107 * v366;
            float v555 = v108 * v369;
            float v556 = v109 * v372;
            #pragma unroll 4
            for (int v557 = 0; v557 < 128; v557 += 1) {
                const unsigned v559 = shared[v557 + 792];
                const int v561 = v114 + v557;
                const bool v564 = 0 <= v561 && v561 < v89;
                const unsigned v569 = (unsigned)b2[v564 ? (int)((unsigned)v90 + (unsigned)v561 * 128u + (unsigned)v14) : 0];
                const float v574 = __uint_as_float((v564 ? v569 : 0u) << 16);
                v551 = fmaf(__uint_as_float(v559), v574, v551);
                const unsigned v579 = shared[v557 + 920];
                v552 = fmaf(__uint_as_float(v579), v574, v552);
                const unsigned v585 = shared[v557 + 1048];
                v553 = fmaf(__uint_as_float(v585), v574, v553);
                const unsigned v591 = shared[v557 + 1176];
                v554 = fmaf(__uint_as_float(v591), v574, v554);
                const unsigned v597 = shared[v557 + 1304];
                v555 = fmaf(__uint_as_float(v597), v574, v555);
                const unsigned v603 = shared[v557 + 1432];
                v556 = fmaf(__uint_as_float(v603), v574, v556);
            }
            const float v610 = v552;
            const float v611 = v553;
            const float v612 = v554;
            const float v613 = v555;
            const float v614 = v556;
            v104 = v551;
            v105 = v610;
            v106 = v611;
            v107 = v612;
            v108 = v613;
            v109 = v614;
            v91 = v300;
            v92 = v309;
            v93 = v320;
            v94 = v330;
            v95 = v341;
            v96 = v352;
        }
        const int v631 = (int)((unsigned)v17 * 16u + (unsigned)(v54 / 256));
        const bool v634 = 0 <= v631 && v631 < 32;
        const int v635 = v634 ? 6 : 0;
        const int v637 = (int)((unsigned)v631 * 768u);
        const int v638 = (int)((unsigned)v637 + (unsigned)v14);
        const float v639 = v104;
        const int v640 = v634 ? 2 : 0;
        const int v642 = 0 < v640 ? 6 : 0;
        const int v643 = (int)((unsigned)v631 * 12u);
        const int v645 = 1 < v640 ? 6 : 0;
        const int v646 = (int)((unsigned)v643 + 6u);
        if (0 < v635) {
            b3[v638] = v639;
        }
        const int v652 = (int)((unsigned)v637 + 128u + (unsigned)v14);
        const float v653 = v105;
        if (1 < v635) {
            b3[v652] = v653;
        }
        const int v659 = (int)((unsigned)v637 + 256u + (unsigned)v14);
        const float v660 = v106;
        if (2 < v635) {
            b3[v659] = v660;
        }
        const int v666 = (int)((unsigned)v637 + 384u + (unsigned)v14);
        const float v667 = v107;
        if (3 < v635) {
            b3[v666] = v667;
        }
        const int v673 = (int)((unsigned)v637 + 512u + (unsigned)v14);
        const float v674 = v108;
        if (4 < v635) {
            b3[v673] = v674;
        }
        const int v680 = (int)((unsigned)v637 + 640u + (unsigned)v14);
        const float v681 = v109;
        if (5 < v635) {
            b3[v680] = v681;
        }
        const bool v685 = v14 == 0;
        if (v685) {
            const float v688 = v91;
            if (0 < v642) {
                b4[v643] = v688;
            }
        }
        const bool v693 = v14 == 1;
        if (v693) {
            const int v696 = (int)((unsigned)v643 + 1u);
            const float v697 = v92;
            if (1 < v642) {
                b4[v696] = v697;
            }
        }
        const bool v702 = v14 == 2;
        if (v702) {
            const int v705 = (int)((unsigned)v643 + 2u);
            const float v706 = v93;
            if (2 < v642) {
                b4[v705] = v706;
            }
        }
        const bool v711 = v14 == 3;
        if (v711) {
            const int v714 = (int)((unsigned)v643 + 3u);
            const float v715 = v94;
            if (3 < v642) {
                b4[v714] = v715;
            }
        }
        const bool v720 = v14 == 4;
        if (v720) {
            const int v723 = (int)((unsigned)v643 + 4u);
            const float v724 = v95;
            if (4 < v642) {
                b4[v723] = v724;
            }
        }
        const bool v729 = v14 == 5;
        if (v729) {
            const int v732 = (int)((unsigned)v643 + 5u);
            const float v733 = v96;
            if (5 < v642) {
                b4[v732] = v733;
            }
        }
        __syncthreads();
        if (v685) {
            const float v741 = v98;
            if (0 < v645) {
                b4[v646] = v741;
            }
        }
        if (v693) {
            const int v749 = (int)((unsigned)v643 + 7u);
            const float v750 = v99;
            if (1 < v645) {
                b4[v749] = v750;
            }
        }
        if (v702) {
            const int v758 = (int)((unsigned)v643 + 8u);
            const float v759 = v100;
            if (2 < v645) {
                b4[v758] = v759;
            }
        }
        if (v711) {
            const int v767 = (int)((unsigned)v643 + 9u);
            const float v768 = v101;
            if (3 < v645) {
                b4[v767] = v768;
            }
        }
        if (v720) {
            const int v776 = (int)((unsigned)v643 + 10u);
            const float v777 = v102;
            if (4 < v645) {
                b4[v776] = v777;
            }
        }
        if (v729) {
            const int v785 = (int)((unsigned)v643 + 11u);
            const float v786 = v103;
            if (5 < v645) {
                b4[v785] = v786;
            }
        }
    }
}

// tessera kernel attention_decode_gqa entry ts_attention_decode_gqa__wide wide 1 params i32,i16,i16,w32,w32 sizes 1 threads 128 teams 1 count -1 shared 6240 cost 4197377
extern "C" __global__ void __launch_bounds__(128) ts_attention_decode_gqa__wide(
    const float *b0, // q
    const unsigned short *b1, // kcache
    const unsigned short *b2, // vcache
    float *b3, // partial
    float *b4, // stats
    const int *s0) // len
{
    __shared__ unsigned shared[1560];
    const int v1 = (int)blockIdx.x;
    const int v3 = s0[0];
    const int v10 = 0 < v3 ? (int)((unsigned)v3 - 1u) / 256 + 1 : 0;
    const int v12 = v10 * 2;
    const int v13 = (int)gridDim.x;
    const int v14 = (int)threadIdx.x;
    for (int v16 = v1; v16 < v12; v16 += v13) {
        const int v17 = v16 / v10;
        const int v19 = (int)((unsigned)v17 * 6u);
        const float v22 = b0[(int)((unsigned)v19 * 128u + (unsigned)v14)];
        const float v28 = b0[(int)(((unsigned)v19 + 1u) * 128u + (unsigned)v14)];
        const float v33 = b0[(int)(((unsigned)v19 + 2u) * 128u + (unsigned)v14)];
        const float v39 = b0[(int)(((unsigned)v19 + 3u) * 128u + (unsigned)v14)];
        const float v45 = b0[(int)(((unsigned)v19 + 4u) * 128u + (unsigned)v14)];
        const float v51 = b0[(int)(((unsigned)v19 + 5u) * 128u + (unsigned)v14)];
        const int v54 = (int)((unsigned)(v16 % v10) * 256u);
        __syncthreads();
        shared[v14 + 24] = __float_as_uint(v22 * 0.088388346f);
        shared[v14 + 152] = __float_as_uint(v28 * 0.088388346f);
        shared[v14 + 280] = __float_as_uint(v33 * 0.088388346f);
        shared[v14 + 408] = __float_as_uint(v39 * 0.088388346f);
        shared[v14 + 536] = __float_as_uint(v45 * 0.088388346f);
        shared[v14 + 664] = __float_as_uint(v51 * 0.088388346f);
        const int v89 = min(v3, 4096);
        const int v90 = (int)((unsigned)v17 * 524288u);
        float v91 = -1e+30f;
        float v92 = -1e+30f;
        float v93 = -1e+30f;
        float v94 = -1e+30f;
        float v95 = -1e+30f;
        float v96 = -1e+30f;
        float v98 = 0.0f;
        float v99 = 0.0f;
        float v100 = 0.0f;
        float v101 = 0.0f;
        float v102 = 0.0f;
        float v103 = 0.0f;
        float v104 = 0.0f;
        float v105 = 0.0f;
        float v106 = 0.0f;
        float v107 = 0.0f;
        float v108 = 0.0f;
        float v109 = 0.0f;
        const int v113 = min(min(v3, (int)((unsigned)v54 + 256u)), 2147483519);
        for (int v114 = v54; v114 < v113; v114 += 128) {
            const int v115 = v114 + v14;
            const bool v116 = v115 < v3;
            __syncthreads();
            float v118 = 0.0f;
            float v119 = 0.0f;
            float v120 = 0.0f;
            float v121 = 0.0f;
            float v122 = 0.0f;
            float v123 = 0.0f;
            for (int v125 = 0; v125 < 128; v125 += 8) {
                const unsigned v127 = shared[v125 + 24];
                const bool v131 = 0 <= v115 && v115 < v89;
                const int v136 = v131 ? (int)((unsigned)v90 + (unsigned)v115 * 128u + (unsigned)v125) >> 3 : 0;
                const uint4 v137 = ((const uint4 *)b1)[v136];
                const float v145 = __uint_as_float((v131 ? v137.x & 0xffffu : 0u) << 16);
                v118 = fmaf(__uint_as_float(v127), v145, v118);
                const unsigned v167 = shared[v125 + 152];
                v119 = fmaf(__uint_as_float(v167), v145, v119);
                const unsigned v173 = shared[v125 + 280];
                v120 = fmaf(__uint_as_float(v173), v145, v120);
                const unsigned v179 = shared[v125 + 408];
                v121 = fmaf(__uint_as_float(v179), v145, v121);
                const unsigned v185 = shared[v125 + 536];
                v122 = fmaf(__uint_as_float(v185), v145, v122);
                const unsigned v191 = shared[v125 + 664];
                v123 = fmaf(__uint_as_float(v191), v145, v123);
                const unsigned v198 = shared[v125 + 25];
                const float v201 = __uint_as_float((v131 ? v137.x >> 16 : 0u) << 16);
                v118 = fmaf(__uint_as_float(v198), v201, v118);
                const unsigned v207 = shared[v125 + 153];
                v119 = fmaf(__uint_as_float(v207), v201, v119);
                const unsigned v214 = shared[v125 + 281];
                v120 = fmaf(__uint_as_float(v214), v201, v120);
                const unsigned v221 = shared[v125 + 409];
                v121 = fmaf(__uint_as_float(v221), v201, v121);
                const unsigned v228 = shared[v125 + 537];
                v122 = fmaf(__uint_as_float(v228), v201, v122);
                const unsigned v235 = shared[v125 + 665];
                v123 = fmaf(__uint_as_float(v235), v201, v123);
                const unsigned v242 = shared[v125 + 26];
                const float v245 = __uint_as_float((v131 ? v137.y & 0xffffu : 0u) << 16);
                v118 = fmaf(__uint_as_float(v242), v245, v118);
                const unsigned v251 = shared[v125 + 154];
                v119 = fmaf(__uint_as_float(v251), v245, v119);
                const unsigned v258 = shared[v125 + 282];
                v120 = fmaf(__uint_as_float(v258), v245, v120);
                const unsigned v265 = shared[v125 + 410];
                v121 = fmaf(__uint_as_float(v265), v245, v121);
                const unsigned v272 = shared[v125 + 538];
                v122 = fmaf(__uint_as_float(v272), v245, v122);
                const unsigned v279 = shared[v125 + 666];
                v123 = fmaf(__uint_as_float(v279), v245, v123);
                const unsigned v286 = shared[v125 + 27];
                const float v289 = __uint_as_float((v131 ? v137.y >> 16 : 0u) << 16);
                v118 = fmaf(__uint_as_float(v286), v289, v118);
                const unsigned v295 = shared[v125 + 155];
                v119 = fmaf(__uint_as_float(v295), v289, v119);
                const unsigned v302 = shared[v125 + 283];
                v120 = fmaf(__uint_as_float(v302), v289, v120);
                const unsigned v309 = shared[v125 + 411];
                v121 = fmaf(__uint_as_float(v309), v289, v121);
                const unsigned v316 = shared[v125 + 539];
                v122 = fmaf(__uint_as_float(v316), v289, v122);
                const unsigned v323 = shared[v125 + 667];
                v123 = fmaf(__uint_as_float(v323), v289, v123);
                const unsigned v330 = shared[v125 + 28];
                const float v333 = __uint_as_float((v131 ? v137.z & 0xffffu : 0u) << 16);
                v118 = fmaf(__uint_as_float(v330), v333, v118);
                const unsigned v339 = shared[v125 + 156];
                v119 = fmaf(__uint_as_float(v339), v333, v119);
                const unsigned v346 = shared[v125 + 284];
                v120 = fmaf(__uint_as_float(v346), v333, v120);
                const unsigned v353 = shared[v125 + 412];
                v121 = fmaf(__uint_as_float(v353), v333, v121);
                const unsigned v360 = shared[v125 + 540];
                v122 = fmaf(__uint_as_float(v360), v333, v122);
                const unsigned v367 = shared[v125 + 668];
                v123 = fmaf(__uint_as_float(v367), v333, v123);
                const unsigned v374 = shared[v125 + 29];
                const float v377 = __uint_as_float((v131 ? v137.z >> 16 : 0u) << 16);
                v118 = fmaf(__uint_as_float(v374), v377, v118);
                const unsigned v383 = shared[v125 + 157];
                v119 = fmaf(__uint_as_float(v383), v377, v119);
                const unsigned v390 = shared[v125 + 285];
                v120 = fmaf(__uint_as_float(v390), v377, v120);
                const unsigned v397 = shared[v125 + 413];
                v121 = fmaf(__uint_as_float(v397), v377, v121);
                const unsigned v404 = shared[v125 + 541];
                v122 = fmaf(__uint_as_float(v404), v377, v122);
                const unsigned v411 = shared[v125 + 669];
                v123 = fmaf(__uint_as_float(v411), v377, v123);
                const unsigned v418 = shared[v125 + 30];
                const float v421 = __uint_as_float((v131 ? v137.w & 0xffffu : 0u) << 16);
                v118 = fmaf(__uint_as_float(v418), v421, v118);
                const unsigned v427 = shared[v125 + 158];
                v119 = fmaf(__uint_as_float(v427), v421, v119);
                const unsigned v434 = shared[v125 + 286];
                v120 = fmaf(__uint_as_float(v434), v421, v120);
                const unsigned v441 = shared[v125 + 414];
                v121 = fmaf(__uint_as_float(v441), v421, v121);
                const unsigned v448 = shared[v125 + 542];
                v122 = fmaf(__uint_as_float(v448), v421, v122);
                const unsigned v455 = shared[v125 + 670];
                v123 = fmaf(__uint_as_float(v455), v421, v123);
                const unsigned v462 = shared[v125 + 31];
                const float v465 = __uint_as_float((v131 ? v137.w >> 16 : 0u) << 16);
                v118 = fmaf(__uint_as_float(v462), v465, v118);
                const unsigned v471 = shared[v125 + 159];
                v119 = fmaf(__uint_as_float(v471), v465, v119);
                const unsigned v478 = shared[v125 + 287];
                v120 = fmaf(__uint_as_float(v478), v465, v120);
                const unsigned v485 = shared[v125 + 415];
                v121 = fmaf(__uint_as_float(v485), v465, v121);
                const unsigned v492 = shared[v125 + 543];
                v122 = fmaf(__uint_as_float(v492), v465, v122);
                const unsigned v499 = shared[v125 + 671];
                v123 = fmaf(__uint_as_float(v499), v465, v123);
            }
            const float v507 = v116 ? v118 : -1e+30f;
            const float v508 = fmaxf(-__builtin_inff(), v507);
            const float v510 = v116 ? v119 : -1e+30f;
            const float v511 = fmaxf(-__builtin_inff(), v510);
            const float v513 = v116 ? v120 : -1e+30f;
            const float v514 = fmaxf(-__builtin_inff(), v513);
            const float v516 = v116 ? v121 : -1e+30f;
            const float v517 = fmaxf(-__builtin_inff(), v516);
            const float v519 = v116 ? v122 : -1e+30f;
            const float v520 = fmaxf(-__builtin_inff(), v519);
            const float v522 = v116 ? v123 : -1e+30f;
            const float v523 = fmaxf(-__builtin_inff(), v522);
            const float v524 = __shfl_xor(v508, 32);
            const float v525 = fmaxf(v508, v524);
            const float v526 = __shfl_xor(v511, 32);
            const float v527 = fmaxf(v511, v526);
            const float v528 = __shfl_xor(v514, 32);
            const float v529 = fmaxf(v514, v528);
            const float v530 = __shfl_xor(v517, 32);
            const float v531 = fmaxf(v517, v530);
            const float v532 = __shfl_xor(v520, 32);
            const float v533 = fmaxf(v520, v532);
            const float v534 = __shfl_xor(v523, 32);
            const float v535 = fmaxf(v523, v534);
            const float v536 = __shfl_xor(v525, 16);
            const float v537 = fmaxf(v525, v536);
            const float v538 = __shfl_xor(v527, 16);
            const float v539 = fmaxf(v527, v538);
            const float v540 = __shfl_xor(v529, 16);
            const float v541 = fmaxf(v529, v540);
            const float v542 = __shfl_xor(v531, 16);
            const float v543 = fmaxf(v531, v542);
            const float v544 = __shfl_xor(v533, 16);
            const float v545 = fmaxf(v533, v544);
            const float v546 = __shfl_xor(v535, 16);
            const float v547 = fmaxf(v535, v546);
            const float v548 = __shfl_xor(v537, 8);
            const float v549 = fmaxf(v537, v548);
            const float v550 = __shfl_xor(v539, 8);
            const float v551 = fmaxf(v539, v550);
            const float v552 = __shfl_xor(v541, 8);
            const float v553 = fmaxf(v541, v552);
            const float v554 = __shfl_xor(v543, 8);
            const float v555 = fmaxf(v543, v554);
            const float v556 = __shfl_xor(v545, 8);
            const float v557 = fmaxf(v545, v556);
            const float v558 = __shfl_xor(v547, 8);
            const float v559 = fmaxf(v547, v558);
            const float v560 = __shfl_xor(v549, 4);
            const float v561 = fmaxf(v549, v560);
            const float v562 = __shfl_xor(v551, 4);
            const float v563 = fmaxf(v551, v562);
            const float v564 = __shfl_xor(v553, 4);
            const float v565 = fmaxf(v553, v564);
            const float v566 = __shfl_xor(v555, 4);
            const float v567 = fmaxf(v555, v566);
            const float v568 = __shfl_xor(v557, 4);
            const float v569 = fmaxf(v557, v568);
            const float v570 = __shfl_xor(v559, 4);
            const float v571 = fmaxf(v559, v570);
            const float v572 = __shfl_xor(v561, 2);
            const float v573 = fmaxf(v561, v572);
            const float v574 = __shfl_xor(v563, 2);
            const float v575 = fmaxf(v563, v574);
            const float v576 = __shfl_xor(v565, 2);
            const float v577 = fmaxf(v565, v576);
            const float v578 = __shfl_xor(v567, 2);
            const float v579 = fmaxf(v567, v578);
            const float v580 = __shfl_xor(v569, 2);
            const float v581 = fmaxf(v569, v580);
            const float v582 = __shfl_xor(v571, 2);
            const float v583 = fmaxf(v571, v582);
            const float v584 = __shfl_xor(v573, 1);
            const float v585 = fmaxf(v573, v584);
            const float v586 = __shfl_xor(v575, 1);
            const float v587 = fmaxf(v575, v586);
            const float v588 = __shfl_xor(v577, 1);
            const float v589 = fmaxf(v577, v588);
            const float v590 = __shfl_xor(v579, 1);
            const float v591 = fmaxf(v579, v590);
            const float v592 = __shfl_xor(v581, 1);
            const float v593 = fmaxf(v581, v592);
            const float v594 = __shfl_xor(v583, 1);
            const float v596 = fmaxf(v583, v594);
            __syncthreads();
            const bool v599 = v14 % 64 == 0;
            if (v599) {
                const int v601 = v14 / 64;
                shared[v601] = __float_as_uint(v585);
                shared[v601 + 4] = __float_as_uint(v587);
                shared[v601 + 8] = __float_as_uint(v589);
                shared[v601 + 12] = __float_as_uint(v591);
                shared[v601 + 16] = __float_as_uint(v593);
                shared[v601 + 20] = __float_as_uint(v596);
            }
            __syncthreads();
            const unsigned v624 = shared[0];
            const unsigned v626 = shared[1];
            const float v629 = fmaxf(v91, fmaxf(__uint_as_float(v624), __uint_as_float(v626)));
            const float v631 = expf(v507 - v629);
            const unsigned v633 = shared[4];
            const unsigned v635 = shared[5];
            const float v638 = fmaxf(v92, fmaxf(__uint_as_float(v633), __uint_as_float(v635)));
            const float v640 = expf(v510 - v638);
            const unsigned v642 = shared[8];
            const unsigned v645 = shared[9];
            const float v648 = fmaxf(v93, fmaxf(__uint_as_float(v642), __uint_as_float(v645)));
            const float v650 = expf(v513 - v648);
            const unsigned v652 = shared[12];
            const unsigned v655 = shared[13];
            const float v658 = fmaxf(v94, fmaxf(__uint_as_float(v652), __uint_as_float(v655)));
            const float v660 = expf(v516 - v658);
            const unsigned v663 = shared[16];
            const unsigned v666 = shared[17];
            const float v669 = fmaxf(v95, fmaxf(__uint_as_float(v663), __uint_as_float(v666)));
            const float v671 = expf(v519 - v669);
            const unsigned v674 = shared[20];
            const unsigned v677 = shared[21];
            const float v680 = fmaxf(v96, fmaxf(__uint_as_float(v674), __uint_as_float(v677)));
            const float v682 = expf(v522 - v680);
            const float v685 = expf(v91 - v629);
            const float v688 = expf(v92 - v638);
            const float v691 = expf(v93 - v648);
            const float v694 = expf(v94 - v658);
            const float v697 = expf(v95 - v669);
            const float v700 = expf(v96 - v680);
            __syncthreads();
            shared[v14 + 792] = __float_as_uint(v631);
            shared[v14 + 920] = __float_as_uint(v640);
            shared[v14 + 1048] = __float_as_uint(v650);
            shared[v14 + 1176] = __float_as_uint(v660);
            shared[v14 + 1304] = __float_as_uint(v671);
            shared[v14 + 1432] = __float_as_uint(v682);
            const float v726 = __shfl_xor(v631, 32);
            const float v727 = v631 + v726;
            const float v728 = __shfl_xor(v640, 32);
            const float v729 = v640 + v728;
            const float v730 = __shfl_xor(v650, 32);
            const float v731 = v650 + v730;
            const float v732 = __shfl_xor(v660, 32);
            const float v733 = v660 + v732;
            const float v734 = __shfl_xor(v671, 32);
            const float v735 = v671 + v734;
            const float v736 = __shfl_xor(v682, 32);
            const float v737 = v682 + v736;
            const float v738 = __shfl_xor(v727, 16);
            const float v739 = v727 + v738;
            const float v740 = __shfl_xor(v729, 16);
            const float v741 = v729 + v740;
            const float v742 = __shfl_xor(v731, 16);
            const float v743 = v731 + v742;
            const float v744 = __shfl_xor(v733, 16);
            const float v745 = v733 + v744;
            const float v746 = __shfl_xor(v735, 16);
            const float v747 = v735 + v746;
            const float v748 = __shfl_xor(v737, 16);
            const float v749 = v737 + v748;
            const float v750 = __shfl_xor(v739, 8);
            const float v751 = v739 + v750;
            const float v752 = __shfl_xor(v741, 8);
            const float v753 = v741 + v752;
            const float v754 = __shfl_xor(v743, 8);
            const float v755 = v743 + v754;
            const float v756 = __shfl_xor(v745, 8);
            const float v757 = v745 + v756;
            const float v758 = __shfl_xor(v747, 8);
            const float v759 = v747 + v758;
            const float v760 = __shfl_xor(v749, 8);
            const float v761 = v749 + v760;
            const float v762 = __shfl_xor(v751, 4);
            const float v763 = v751 + v762;
            const float v764 = __shfl_xor(v753, 4);
            const float v765 = v753 + v764;
            const float v766 = __shfl_xor(v755, 4);
            const float v767 = v755 + v766;
            const float v768 = __shfl_xor(v757, 4);
            const float v769 = v757 + v768;
            const float v770 = __shfl_xor(v759, 4);
            const float v771 = v759 + v770;
            const float v772 = __shfl_xor(v761, 4);
            const float v773 = v761 + v772;
            const float v774 = __shfl_xor(v763, 2);
            const float v775 = v763 + v774;
            const float v776 = __shfl_xor(v765, 2);
            const float v777 = v765 + v776;
            const float v778 = __shfl_xor(v767, 2);
            const float v779 = v767 + v778;
            const float v780 = __shfl_xor(v769, 2);
            const float v781 = v769 + v780;
            const float v782 = __shfl_xor(v771, 2);
            const float v783 = v771 + v782;
            const float v784 = __shfl_xor(v773, 2);
            const float v785 = v773 + v784;
            const float v786 = __shfl_xor(v775, 1);
            const float v787 = v775 + v786;
            const float v788 = __shfl_xor(v777, 1);
            const float v789 = v777 + v788;
            const float v790 = __shfl_xor(v779, 1);
            const float v791 = v779 + v790;
            const float v792 = __shfl_xor(v781, 1);
            const float v793 = v781 + v792;
            const float v794 = __shfl_xor(v783, 1);
            const float v795 = v783 + v794;
            const float v796 = __shfl_xor(v785, 1);
            const float v797 = v785 + v796;
            if (v599) {
                const int v799 = v14 / 64;
                shared[v799] = __float_as_uint(v787);
                shared[v799 + 4] = __float_as_uint(v789);
                shared[v799 + 8] = __float_as_uint(v791);
                shared[v799 + 12] = __float_as_uint(v793);
                shared[v799 + 16] = __float_as_uint(v795);
                shared[v799 + 20] = __float_as_uint(v797);
            }
            __syncthreads();
            const unsigned v820 = shared[0];
            const unsigned v822 = shared[1];
            const unsigned v826 = shared[4];
            const unsigned v828 = shared[5];
            const unsigned v831 = shared[8];
            const unsigned v833 = shared[9];
            const unsigned v836 = shared[12];
            const unsigned v838 = shared[13];
            const unsigned v841 = shared[16];
            const unsigned v843 = shared[17];
            const unsigned v846 = shared[20];
            const unsigned v848 = shared[21];
            v98 = fmaf(v98, v685, __uint_as_float(v820) + __uint_as_float(v822));
            v99 = fmaf(v99, v688, __uint_as_float(v826) + __uint_as_float(v828));
            v100 = fmaf(v100, v691, __uint_as_float(v831) + __uint_as_float(v833));
            v101 = fmaf(v101, v694, __uint_as_float(v836) + __uint_as_float(v838));
            v102 = fmaf(v102, v697, __uint_as_float(v841) + __uint_as_float(v843));
            v103 = fmaf(v103, v700, __uint_as_float(v846) + __uint_as_float(v848));
            float v879 = v104 * v685;
            float v880 = v105 * v688;
            float v881 = v106 * v691;
            float v882 = v107 * v694;
            float v883 = v108 * v697;
            float v884 = v109 * v700;
            #pragma unroll 4
            for (int v885 = 0; v885 < 128; v885 += 1) {
                const unsigned v887 = shared[v885 + 792];
                const int v889 = v114 + v885;
                const bool v892 = 0 <= v889 && v889 < v89;
                const unsigned v897 = (unsigned)b2[v892 ? (int)((unsigned)v90 + (unsigned)v889 * 128u + (unsigned)v14) : 0];
                const float v902 = __uint_as_float((v892 ? v897 : 0u) << 16);
                v879 = fmaf(__uint_as_float(v887), v902, v879);
                const unsigned v907 = shared[v885 + 920];
                v880 = fmaf(__uint_as_float(v907), v902, v880);
                const unsigned v913 = shared[v885 + 1048];
                v881 = fmaf(__uint_as_float(v913), v902, v881);
                const unsigned v919 = shared[v885 + 1176];
                v882 = fmaf(__uint_as_float(v919), v902, v882);
                const unsigned v925 = shared[v885 + 1304];
                v883 = fmaf(__uint_as_float(v925), v902, v883);
                const unsigned v931 = shared[v885 + 1432];
                v884 = fmaf(__uint_as_float(v931), v902, v884);
            }
            const float v938 = v880;
            const float v939 = v881;
            const float v940 = v882;
            const float v941 = v883;
            const float v942 = v884;
            v104 = v879;
            v105 = v938;
            v106 = v939;
            v107 = v940;
            v108 = v941;
            v109 = v942;
            v91 = v629;
            v92 = v638;
            v93 = v648;
            v94 = v658;
            v95 = v669;
            v96 = v680;
        }
        const int v959 = (int)((unsigned)v17 * 16u + (unsigned)(v54 / 256));
        const bool v962 = 0 <= v959 && v959 < 32;
        const int v963 = v962 ? 6 : 0;
        const int v965 = (int)((unsigned)v959 * 768u);
        const int v966 = (int)((unsigned)v965 + (unsigned)v14);
        const float v967 = v104;
        const int v968 = v962 ? 2 : 0;
        const int v970 = 0 < v968 ? 6 : 0;
        const int v971 = (int)((unsigned)v959 * 12u);
        const int v973 = 1 < v968 ? 6 : 0;
        const int v974 = (int)((unsigned)v971 + 6u);
        if (0 < v963) {
            b3[v966] = v967;
        }
        const int v980 = (int)((unsigned)v965 + 128u + (unsigned)v14);
        const float v981 = v105;
        if (1 < v963) {
            b3[v980] = v981;
        }
        const int v987 = (int)((unsigned)v965 + 256u + (unsigned)v14);
        const float v988 = v106;
        if (2 < v963) {
            b3[v987] = v988;
        }
        const int v994 = (int)((unsigned)v965 + 384u + (unsigned)v14);
        const float v995 = v107;
        if (3 < v963) {
            b3[v994] = v995;
        }
        const int v1001 = (int)((unsigned)v965 + 512u + (unsigned)v14);
        const float v1002 = v108;
        if (4 < v963) {
            b3[v1001] = v1002;
        }
        const int v1008 = (int)((unsigned)v965 + 640u + (unsigned)v14);
        const float v1009 = v109;
        if (5 < v963) {
            b3[v1008] = v1009;
        }
        const bool v1013 = v14 == 0;
        if (v1013) {
            const float v1016 = v91;
            if (0 < v970) {
                b4[v971] = v1016;
            }
        }
        const bool v1021 = v14 == 1;
        if (v1021) {
            const int v1024 = (int)((unsigned)v971 + 1u);
            const float v1025 = v92;
            if (1 < v970) {
                b4[v1024] = v1025;
            }
        }
        const bool v1030 = v14 == 2;
        if (v1030) {
            const int v1033 = (int)((unsigned)v971 + 2u);
            const float v1034 = v93;
            if (2 < v970) {
                b4[v1033] = v1034;
            }
        }
        const bool v1039 = v14 == 3;
        if (v1039) {
            const int v1042 = (int)((unsigned)v971 + 3u);
            const float v1043 = v94;
            if (3 < v970) {
                b4[v1042] = v1043;
            }
        }
        const bool v1048 = v14 == 4;
        if (v1048) {
            const int v1051 = (int)((unsigned)v971 + 4u);
            const float v1052 = v95;
            if (4 < v970) {
                b4[v1051] = v1052;
            }
        }
        const bool v1057 = v14 == 5;
        if (v1057) {
            const int v1060 = (int)((unsigned)v971 + 5u);
            const float v1061 = v96;
            if (5 < v970) {
                b4[v1060] = v1061;
            }
        }
        __syncthreads();
        if (v1013) {
            const float v1069 = v98;
            if (0 < v973) {
                b4[v974] = v1069;
            }
        }
        if (v1021) {
            const int v1077 = (int)((unsigned)v971 + 7u);
            const float v1078 = v99;
            if (1 < v973) {
                b4[v1077] = v1078;
            }
        }
        if (v1030) {
            const int v1086 = (int)((unsigned)v971 + 8u);
            const float v1087 = v100;
            if (2 < v973) {
                b4[v1086] = v1087;
            }
        }
        if (v1039) {
            const int v1095 = (int)((unsigned)v971 + 9u);
            const float v1096 = v101;
            if (3 < v973) {
                b4[v1095] = v1096;
            }
        }
        if (v1048) {
            const int v1104 = (int)((unsigned)v971 + 10u);
            const float v1105 = v102;
            if (4 < v973) {
                b4[v1104] = v1105;
            }
        }
        if (v1057) {
            const int v1113 = (int)((unsigned)v971 + 11u);
            const float v1114 = v103;
            if (5 < v973) {
                b4[v1113] = v1114;
            }
        }
    }
}

// tessera kernel attention_decode_gqa__final entry ts_attention_decode_gqa__final wide 0 params i32,i32,o32 sizes 1 threads 128 teams 1 count 12 shared 0 cost 33281
extern "C" __global__ void __launch_bounds__(128) ts_attention_decode_gqa__final(
    const float *b0, // partial
    const float *b1, // stats
    float *b2, // o
    const int *s0) // len
{
    const int v1 = (int)blockIdx.x;
    const int v3 = (int)gridDim.x;
    const int v6 = (int)threadIdx.x;
    for (int v8 = v1; v8 < 12; v8 += v3) {
        const int v10 = s0[0];
        const int v12 = v8 % 6;
        const int v13 = v8 / 6;
        float v17 = -1e+30f;
        float v19 = 0.0f;
        float v20 = 0.0f;
        const int v27 = min(v10 / 256 + min(v10 % 256, 1), 2147483646);
        #pragma unroll 4
        for (int v28 = 0; v28 < v27; v28 += 1) {
            const bool v32 = 0 <= v12;
            const int v35 = v13 * 16 + v28;
            const bool v38 = 0 <= v35 && v35 < 32;
            const int v39 = v38 ? 2 : 0;
            const bool v43 = v32 && v12 < (0 < v39 ? 6 : 0);
            const int v44 = v35 * 12;
            const float v47 = b1[v43 ? v44 + v12 : 0];
            const float v48 = v43 ? v47 : 0.0f;
            const float v49 = fmaxf(v17, v48);
            const float v51 = expf(v17 - v49);
            const bool v55 = v32 && v12 < (1 < v39 ? 6 : 0);
            const float v59 = b1[v55 ? v44 + 6 + v12 : 0];
            const float v62 = expf(v48 - v49);
            v19 = fmaf(v19, v51, (v55 ? v59 : 0.0f) * v62);
            const bool v75 = v6 < (v32 && v12 < (v38 ? 6 : 0) ? 128 : 0);
            const bool v76 = 0 <= v6 && v75;
            const float v79 = b0[v76 ? (int)((unsigned)v35 * 768u + (unsigned)(v12 * 128) + (unsigned)v6) : 0];
            v20 = fmaf(v20, v51, (v76 ? v79 : 0.0f) * v62);
            v17 = v49;
        }
        b2[v8 * 128 + v6] = v20 / v19;
    }
}
