// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel attention_decode_gqa entry attention_decode_gqa wide 0 params i32,i16,i16,w32,w32 sizes 1 threads 128 teams 1 count -1 shared 6240 cost 4197377
extern "C" __global__ void __launch_bounds__(128) attention_decode_gqa(
    const float *b0, // q
    const unsigned short *b1, // kcache
    const unsigned short *b2, // vcache
    float *b3, // partial
    float *b4, // stats
    const int *s0) // len
{
    __shared__ unsigned shared[1560];
    const int v2 = s0[0];
    const int v11 = 0 < v2 ? (int)((unsigned)v2 - 1u) / 256 + 1 : 0;
    const int v12 = v11 * 2;
    const int v13 = (int)threadIdx.x;
    const int v14 = (int)blockIdx.x;
    const int v15 = (int)gridDim.x;
    for (int v17 = v14; v17 < v12; v17 += v15) {
        const int v19 = v17 / v11;
        const int v20 = (int)((unsigned)(v17 % v11) * 256u);
        const int v31 = (int)((unsigned)v19 * 6u);
        const float v34 = b0[(int)((unsigned)v31 * 128u + (unsigned)v13)];
        const float v40 = b0[(int)(((unsigned)v31 + 1u) * 128u + (unsigned)v13)];
        const float v45 = b0[(int)(((unsigned)v31 + 2u) * 128u + (unsigned)v13)];
        const float v51 = b0[(int)(((unsigned)v31 + 3u) * 128u + (unsigned)v13)];
        const float v57 = b0[(int)(((unsigned)v31 + 4u) * 128u + (unsigned)v13)];
        const float v63 = b0[(int)(((unsigned)v31 + 5u) * 128u + (unsigned)v13)];
        __syncthreads();
        shared[v13 + 24] = __float_as_uint(v34 * 0.088388346f);
        shared[v13 + 152] = __float_as_uint(v40 * 0.088388346f);
        shared[v13 + 280] = __float_as_uint(v45 * 0.088388346f);
        shared[v13 + 408] = __float_as_uint(v51 * 0.088388346f);
        shared[v13 + 536] = __float_as_uint(v57 * 0.088388346f);
        shared[v13 + 664] = __float_as_uint(v63 * 0.088388346f);
        const int v97 = (int)((unsigned)v19 * 524288u);
        const int v98 = min(v2, 4096);
        float v100 = -1e+30f;
        float v101 = -1e+30f;
        float v102 = -1e+30f;
        float v103 = -1e+30f;
        float v104 = -1e+30f;
        float v105 = -1e+30f;
        float v107 = 0.0f;
        float v108 = 0.0f;
        float v109 = 0.0f;
        float v110 = 0.0f;
        float v111 = 0.0f;
        float v112 = 0.0f;
        float v113 = 0.0f;
        float v114 = 0.0f;
        float v115 = 0.0f;
        float v116 = 0.0f;
        float v117 = 0.0f;
        float v118 = 0.0f;
        const int v120 = min(v2, (int)((unsigned)v20 + 256u));
        #pragma unroll 4
        for (int v121 = v20; v121 < v120; v121 += 128) {
            const int v122 = (int)((unsigned)v121 + (unsigned)v13);
            const bool v123 = v122 < v2;
            __syncthreads();
            float v125 = 0.0f;
            float v126 = 0.0f;
            float v127 = 0.0f;
            float v128 = 0.0f;
            float v129 = 0.0f;
            float v130 = 0.0f;
            #pragma unroll 4
            for (int v131 = 0; v131 < 128; v131 += 1) {
                const bool v134 = 0 <= v122 && v122 < v98;
                const unsigned v139 = (unsigned)b1[v134 ? (int)((unsigned)v97 + (unsigned)v122 * 128u + (unsigned)v131) : 0];
                const float v144 = __uint_as_float((v134 ? v139 : 0u) << 16);
                const unsigned v146 = shared[v131 + 24];
                v125 = fmaf(__uint_as_float(v146), v144, v125);
                const unsigned v153 = shared[v131 + 152];
                v126 = fmaf(__uint_as_float(v153), v144, v126);
                const unsigned v160 = shared[v131 + 280];
                v127 = fmaf(__uint_as_float(v160), v144, v127);
                const unsigned v167 = shared[v131 + 408];
                v128 = fmaf(__uint_as_float(v167), v144, v128);
                const unsigned v174 = shared[v131 + 536];
                v129 = fmaf(__uint_as_float(v174), v144, v129);
                const unsigned v181 = shared[v131 + 664];
                v130 = fmaf(__uint_as_float(v181), v144, v130);
            }
            const float v193 = v123 ? v125 : -1e+30f;
            const float v194 = v123 ? v126 : -1e+30f;
            const float v195 = v123 ? v127 : -1e+30f;
            const float v196 = v123 ? v128 : -1e+30f;
            const float v197 = v123 ? v129 : -1e+30f;
            const float v198 = v123 ? v130 : -1e+30f;
            const float v200 = fmaxf(-__builtin_inff(), v193);
            const float v201 = fmaxf(-__builtin_inff(), v194);
            const float v202 = fmaxf(-__builtin_inff(), v195);
            const float v203 = fmaxf(-__builtin_inff(), v196);
            const float v204 = fmaxf(-__builtin_inff(), v197);
            const float v205 = fmaxf(-__builtin_inff(), v198);
            const float v206 = __shfl_xor(v200, 32);
            const float v207 = fmaxf(v200, v206);
            const float v208 = __shfl_xor(v201, 32);
            const float v209 = fmaxf(v201, v208);
            const float v210 = __shfl_xor(v202, 32);
            const float v211 = fmaxf(v202, v210);
            const float v212 = __shfl_xor(v203, 32);
            const float v213 = fmaxf(v203, v212);
            const float v214 = __shfl_xor(v204, 32);
            const float v215 = fmaxf(v204, v214);
            const float v216 = __shfl_xor(v205, 32);
            const float v217 = fmaxf(v205, v216);
            const float v218 = __shfl_xor(v207, 16);
            const float v219 = fmaxf(v207, v218);
            const float v220 = __shfl_xor(v209, 16);
            const float v221 = fmaxf(v209, v220);
            const float v222 = __shfl_xor(v211, 16);
            const float v223 = fmaxf(v211, v222);
            const float v224 = __shfl_xor(v213, 16);
            const float v225 = fmaxf(v213, v224);
            const float v226 = __shfl_xor(v215, 16);
            const float v227 = fmaxf(v215, v226);
            const float v228 = __shfl_xor(v217, 16);
            const float v229 = fmaxf(v217, v228);
            const float v230 = __shfl_xor(v219, 8);
            const float v231 = fmaxf(v219, v230);
            const float v232 = __shfl_xor(v221, 8);
            const float v233 = fmaxf(v221, v232);
            const float v234 = __shfl_xor(v223, 8);
            const float v235 = fmaxf(v223, v234);
            const float v236 = __shfl_xor(v225, 8);
            const float v237 = fmaxf(v225, v236);
            const float v238 = __shfl_xor(v227, 8);
            const float v239 = fmaxf(v227, v238);
            const float v240 = __shfl_xor(v229, 8);
            const float v241 = fmaxf(v229, v240);
            const float v242 = __shfl_xor(v231, 4);
            const float v243 = fmaxf(v231, v242);
            const float v244 = __shfl_xor(v233, 4);
            const float v245 = fmaxf(v233, v244);
            const float v246 = __shfl_xor(v235, 4);
            const float v247 = fmaxf(v235, v246);
            const float v248 = __shfl_xor(v237, 4);
            const float v249 = fmaxf(v237, v248);
            const float v250 = __shfl_xor(v239, 4);
            const float v251 = fmaxf(v239, v250);
            const float v252 = __shfl_xor(v241, 4);
            const float v253 = fmaxf(v241, v252);
            const float v254 = __shfl_xor(v243, 2);
            const float v255 = fmaxf(v243, v254);
            const float v256 = __shfl_xor(v245, 2);
            const float v257 = fmaxf(v245, v256);
            const float v258 = __shfl_xor(v247, 2);
            const float v259 = fmaxf(v247, v258);
            const float v260 = __shfl_xor(v249, 2);
            const float v261 = fmaxf(v249, v260);
            const float v262 = __shfl_xor(v251, 2);
            const float v263 = fmaxf(v251, v262);
            const float v264 = __shfl_xor(v253, 2);
            const float v265 = fmaxf(v253, v264);
            const float v266 = __shfl_xor(v255, 1);
            const float v267 = fmaxf(v255, v266);
            const float v268 = __shfl_xor(v257, 1);
            const float v269 = fmaxf(v257, v268);
            const float v270 = __shfl_xor(v259, 1);
            const float v271 = fmaxf(v259, v270);
            const float v272 = __shfl_xor(v261, 1);
            const float v273 = fmaxf(v261, v272);
            const float v274 = __shfl_xor(v263, 1);
            const float v275 = fmaxf(v263, v274);
            const float v276 = __shfl_xor(v265, 1);
            const float v277 = fmaxf(v265, v276);
            __syncthreads();
            const bool v281 = v13 % 64 == 0;
            if (v281) {
                const int v283 = v13 / 64;
                shared[v283] = __float_as_uint(v267);
                shared[v283 + 4] = __float_as_uint(v269);
                shared[v283 + 8] = __float_as_uint(v271);
                shared[v283 + 12] = __float_as_uint(v273);
                shared[v283 + 16] = __float_as_uint(v275);
                shared[v283 + 20] = __float_as_uint(v277);
            }
            __syncthreads();
            const unsigned v306 = shared[0];
            const unsigned v308 = shared[1];
            const unsigned v311 = shared[4];
            const unsigned v313 = shared[5];
            const unsigned v317 = shared[8];
            const unsigned v320 = shared[9];
            const unsigned v323 = shared[12];
            const unsigned v326 = shared[13];
            const unsigned v330 = shared[16];
            const unsigned v333 = shared[17];
            const unsigned v337 = shared[20];
            const unsigned v340 = shared[21];
            const float v344 = fmaxf(v100, fmaxf(__uint_as_float(v306), __uint_as_float(v308)));
            const float v346 = fmaxf(v101, fmaxf(__uint_as_float(v311), __uint_as_float(v313)));
            const float v348 = fmaxf(v102, fmaxf(__uint_as_float(v317), __uint_as_float(v320)));
            const float v350 = fmaxf(v103, fmaxf(__uint_as_float(v323), __uint_as_float(v326)));
            const float v352 = fmaxf(v104, fmaxf(__uint_as_float(v330), __uint_as_float(v333)));
            const float v354 = fmaxf(v105, fmaxf(__uint_as_float(v337), __uint_as_float(v340)));
            const float v357 = expf(v100 - v344);
            const float v360 = expf(v101 - v346);
            const float v363 = expf(v102 - v348);
            const float v366 = expf(v103 - v350);
            const float v369 = expf(v104 - v352);
            const float v372 = expf(v105 - v354);
            const float v374 = expf(v193 - v344);
            const float v376 = expf(v194 - v346);
            const float v378 = expf(v195 - v348);
            const float v380 = expf(v196 - v350);
            const float v382 = expf(v197 - v352);
            const float v384 = expf(v198 - v354);
            __syncthreads();
            shared[v13 + 792] = __float_as_uint(v374);
            shared[v13 + 920] = __float_as_uint(v376);
            shared[v13 + 1048] = __float_as_uint(v378);
            shared[v13 + 1176] = __float_as_uint(v380);
            shared[v13 + 1304] = __float_as_uint(v382);
            shared[v13 + 1432] = __float_as_uint(v384);
            const float v410 = __shfl_xor(v374, 32);
            const float v411 = v374 + v410;
            const float v412 = __shfl_xor(v376, 32);
            const float v413 = v376 + v412;
            const float v414 = __shfl_xor(v378, 32);
            const float v415 = v378 + v414;
            const float v416 = __shfl_xor(v380, 32);
            const float v417 = v380 + v416;
            const float v418 = __shfl_xor(v382, 32);
            const float v419 = v382 + v418;
            const float v420 = __shfl_xor(v384, 32);
            const float v421 = v384 + v420;
            const float v422 = __shfl_xor(v411, 16);
            const float v423 = v411 + v422;
            const float v424 = __shfl_xor(v413, 16);
            const float v425 = v413 + v424;
            const float v426 = __shfl_xor(v415, 16);
            const float v427 = v415 + v426;
            const float v428 = __shfl_xor(v417, 16);
            const float v429 = v417 + v428;
            const float v430 = __shfl_xor(v419, 16);
            const float v431 = v419 + v430;
            const float v432 = __shfl_xor(v421, 16);
            const float v433 = v421 + v432;
            const float v434 = __shfl_xor(v423, 8);
            const float v435 = v423 + v434;
            const float v436 = __shfl_xor(v425, 8);
            const float v437 = v425 + v436;
            const float v438 = __shfl_xor(v427, 8);
            const float v439 = v427 + v438;
            const float v440 = __shfl_xor(v429, 8);
            const float v441 = v429 + v440;
            const float v442 = __shfl_xor(v431, 8);
            const float v443 = v431 + v442;
            const float v444 = __shfl_xor(v433, 8);
            const float v445 = v433 + v444;
            const float v446 = __shfl_xor(v435, 4);
            const float v447 = v435 + v446;
            const float v448 = __shfl_xor(v437, 4);
            const float v449 = v437 + v448;
            const float v450 = __shfl_xor(v439, 4);
            const float v451 = v439 + v450;
            const float v452 = __shfl_xor(v441, 4);
            const float v453 = v441 + v452;
            const float v454 = __shfl_xor(v443, 4);
            const float v455 = v443 + v454;
            const float v456 = __shfl_xor(v445, 4);
            const float v457 = v445 + v456;
            const float v458 = __shfl_xor(v447, 2);
            const float v459 = v447 + v458;
            const float v460 = __shfl_xor(v449, 2);
            const float v461 = v449 + v460;
            const float v462 = __shfl_xor(v451, 2);
            const float v463 = v451 + v462;
            const float v464 = __shfl_xor(v453, 2);
            const float v465 = v453 + v464;
            const float v466 = __shfl_xor(v455, 2);
            const float v467 = v455 + v466;
            const float v468 = __shfl_xor(v457, 2);
            const float v469 = v457 + v468;
            const float v470 = __shfl_xor(v459, 1);
            const float v471 = v459 + v470;
            const float v472 = __shfl_xor(v461, 1);
            const float v473 = v461 + v472;
            const float v474 = __shfl_xor(v463, 1);
            const float v475 = v463 + v474;
            const float v476 = __shfl_xor(v465, 1);
            const float v477 = v465 + v476;
            const float v478 = __shfl_xor(v467, 1);
            const float v479 = v467 + v478;
            const float v480 = __shfl_xor(v469, 1);
            const float v481 = v469 + v480;
            if (v281) {
                const int v483 = v13 / 64;
                shared[v483] = __float_as_uint(v471);
                shared[v483 + 4] = __float_as_uint(v473);
                shared[v483 + 8] = __float_as_uint(v475);
                shared[v483 + 12] = __float_as_uint(v477);
                shared[v483 + 16] = __float_as_uint(v479);
                shared[v483 + 20] = __float_as_uint(v481);
            }
            __syncthreads();
            const unsigned v503 = shared[0];
            const unsigned v505 = shared[1];
            const unsigned v508 = shared[4];
            const unsigned v510 = shared[5];
            const unsigned v513 = shared[8];
            const unsigned v515 = shared[9];
            const unsigned v518 = shared[12];
            const unsigned v520 = shared[13];
            const unsigned v523 = shared[16];
            const unsigned v525 = shared[17];
            const unsigned v528 = shared[20];
            const unsigned v530 = shared[21];
            v107 = fmaf(v107, v357, __uint_as_float(v503) + __uint_as_float(v505));
            v108 = fmaf(v108, v360, __uint_as_float(v508) + __uint_as_float(v510));
            v109 = fmaf(v109, v363, __uint_as_float(v513) + __uint_as_float(v515));
            v110 = fmaf(v110, v366, __uint_as_float(v518) + __uint_as_float(v520));
            v111 = fmaf(v111, v369, __uint_as_float(v523) + __uint_as_float(v525));
            v112 = fmaf(v112, v372, __uint_as_float(v528) + __uint_as_float(v530));
            float v563 = v113 * v357;
            float v564 = v114 * v360;
            float v565 = v115 * v363;
            float v566 = v116 * v366;
            float v567 = v117 * v369;
            float v568 = v118 * v372;
            #pragma unroll 4
            for (int v569 = 0; v569 < 128; v569 += 1) {
                const int v570 = (int)((unsigned)v121 + (unsigned)v569);
                const bool v573 = 0 <= v570 && v570 < v98;
                const unsigned v578 = (unsigned)b2[v573 ? (int)((unsigned)v97 + (unsigned)v570 * 128u + (unsigned)v13) : 0];
                const float v583 = __uint_as_float((v573 ? v578 : 0u) << 16);
                const unsigned v585 = shared[v569 + 792];
                v563 = fmaf(__uint_as_float(v585), v583, v563);
                const unsigned v592 = shared[v569 + 920];
                v564 = fmaf(__uint_as_float(v592), v583, v564);
                const unsigned v599 = shared[v569 + 1048];
                v565 = fmaf(__uint_as_float(v599), v583, v565);
                const unsigned v606 = shared[v569 + 1176];
                v566 = fmaf(__uint_as_float(v606), v583, v566);
                const unsigned v613 = shared[v569 + 1304];
                v567 = fmaf(__uint_as_float(v613), v583, v567);
                const unsigned v620 = shared[v569 + 1432];
                v568 = fmaf(__uint_as_float(v620), v583, v568);
            }
            const float v627 = v564;
            const float v628 = v565;
            const float v629 = v566;
            const float v630 = v567;
            const float v631 = v568;
            v113 = v563;
            v114 = v627;
            v115 = v628;
            v116 = v629;
            v117 = v630;
            v118 = v631;
            v100 = v344;
            v101 = v346;
            v102 = v348;
            v103 = v350;
            v104 = v352;
            v105 = v354;
        }
        const int v648 = (int)((unsigned)v19 * 16u + (unsigned)(v20 / 256));
        const bool v651 = 0 <= v648 && v648 < 32;
        const int v652 = (int)((unsigned)v648 * 768u);
        const int v653 = v651 ? 6 : 0;
        const int v654 = (int)((unsigned)v648 * 12u);
        const int v655 = v651 ? 2 : 0;
        const int v657 = 0 < v655 ? 6 : 0;
        const int v659 = (int)((unsigned)v654 + 6u);
        const int v660 = 1 < v655 ? 6 : 0;
        const float v661 = v113;
        const int v663 = (int)((unsigned)v652 + (unsigned)v13);
        if (0 < v653) {
            b3[v663] = v661;
        }
        const float v667 = v114;
        const int v670 = (int)((unsigned)v652 + 128u + (unsigned)v13);
        if (1 < v653) {
            b3[v670] = v667;
        }
        const float v674 = v115;
        const int v677 = (int)((unsigned)v652 + 256u + (unsigned)v13);
        if (2 < v653) {
            b3[v677] = v674;
        }
        const float v681 = v116;
        const int v684 = (int)((unsigned)v652 + 384u + (unsigned)v13);
        if (3 < v653) {
            b3[v684] = v681;
        }
        const float v688 = v117;
        const int v691 = (int)((unsigned)v652 + 512u + (unsigned)v13);
        if (4 < v653) {
            b3[v691] = v688;
        }
        const float v695 = v118;
        const int v698 = (int)((unsigned)v652 + 640u + (unsigned)v13);
        if (5 < v653) {
            b3[v698] = v695;
        }
        const bool v702 = v13 == 0;
        if (v702) {
            const float v704 = v100;
            if (0 < v657) {
                b4[v654] = v704;
            }
        }
        const bool v710 = v13 == 1;
        if (v710) {
            const float v712 = v101;
            const int v714 = (int)((unsigned)v654 + 1u);
            if (1 < v657) {
                b4[v714] = v712;
            }
        }
        const bool v719 = v13 == 2;
        if (v719) {
            const float v721 = v102;
            const int v723 = (int)((unsigned)v654 + 2u);
            if (2 < v657) {
                b4[v723] = v721;
            }
        }
        const bool v728 = v13 == 3;
        if (v728) {
            const float v730 = v103;
            const int v732 = (int)((unsigned)v654 + 3u);
            if (3 < v657) {
                b4[v732] = v730;
            }
        }
        const bool v737 = v13 == 4;
        if (v737) {
            const float v739 = v104;
            const int v741 = (int)((unsigned)v654 + 4u);
            if (4 < v657) {
                b4[v741] = v739;
            }
        }
        const bool v746 = v13 == 5;
        if (v746) {
            const float v748 = v105;
            const int v750 = (int)((unsigned)v654 + 5u);
            if (5 < v657) {
                b4[v750] = v748;
            }
        }
        __syncthreads();
        if (v702) {
            const float v757 = v107;
            if (0 < v660) {
                b4[v659] = v757;
            }
        }
        if (v710) {
            const float v764 = v108;
            const int v767 = (int)((unsigned)v654 + 7u);
            if (1 < v660) {
                b4[v767] = v764;
            }
        }
        if (v719) {
            const float v773 = v109;
            const int v776 = (int)((unsigned)v654 + 8u);
            if (2 < v660) {
                b4[v776] = v773;
            }
        }
        if (v728) {
            const float v782 = v110;
            const int v785 = (int)((unsigned)v654 + 9u);
            if (3 < v660) {
                b4[v785] = v782;
            }
        }
        if (v737) {
            const float v791 = v111;
            const int v794 = (int)((unsigned)v654 + 10u);
            if (4 < v660) {
                b4[v794] = v791;
            }
        }
        if (v746) {
            const float v800 = v112;
            const int v803 = (int)((unsigned)v654 + 11u);
            if (5 < v660) {
                b4[v803] = v800;
            }
        }
    }
}

// tessera kernel attention_decode_gqa entry attention_decode_gqa__wide wide 1 params i32,i16,i16,w32,w32 sizes 1 threads 128 teams 1 count -1 shared 6240 cost 4197377
extern "C" __global__ void __launch_bounds__(128) attention_decode_gqa__wide(
    const float *b0, // q
    const unsigned short *b1, // kcache
    const unsigned short *b2, // vcache
    float *b3, // partial
    float *b4, // stats
    const int *s0) // len
{
    __shared__ unsigned shared[1560];
    const int v2 = s0[0];
    const int v11 = 0 < v2 ? (int)((unsigned)v2 - 1u) / 256 + 1 : 0;
    const int v12 = v11 * 2;
    const int v13 = (int)threadIdx.x;
    const int v14 = (int)blockIdx.x;
    const int v15 = (int)gridDim.x;
    for (int v17 = v14; v17 < v12; v17 += v15) {
        const int v19 = v17 / v11;
        const int v20 = (int)((unsigned)(v17 % v11) * 256u);
        const int v31 = (int)((unsigned)v19 * 6u);
        const float v34 = b0[(int)((unsigned)v31 * 128u + (unsigned)v13)];
        const float v40 = b0[(int)(((unsigned)v31 + 1u) * 128u + (unsigned)v13)];
        const float v45 = b0[(int)(((unsigned)v31 + 2u) * 128u + (unsigned)v13)];
        const float v51 = b0[(int)(((unsigned)v31 + 3u) * 128u + (unsigned)v13)];
        const float v57 = b0[(int)(((unsigned)v31 + 4u) * 128u + (unsigned)v13)];
        const float v63 = b0[(int)(((unsigned)v31 + 5u) * 128u + (unsigned)v13)];
        __syncthreads();
        shared[v13 + 24] = __float_as_uint(v34 * 0.088388346f);
        shared[v13 + 152] = __float_as_uint(v40 * 0.088388346f);
        shared[v13 + 280] = __float_as_uint(v45 * 0.088388346f);
        shared[v13 + 408] = __float_as_uint(v51 * 0.088388346f);
        shared[v13 + 536] = __float_as_uint(v57 * 0.088388346f);
        shared[v13 + 664] = __float_as_uint(v63 * 0.088388346f);
        const int v97 = (int)((unsigned)v19 * 524288u);
        const int v98 = min(v2, 4096);
        float v100 = -1e+30f;
        float v101 = -1e+30f;
        float v102 = -1e+30f;
        float v103 = -1e+30f;
        float v104 = -1e+30f;
        float v105 = -1e+30f;
        float v107 = 0.0f;
        float v108 = 0.0f;
        float v109 = 0.0f;
        float v110 = 0.0f;
        float v111 = 0.0f;
        float v112 = 0.0f;
        float v113 = 0.0f;
        float v114 = 0.0f;
        float v115 = 0.0f;
        float v116 = 0.0f;
        float v117 = 0.0f;
        float v118 = 0.0f;
        const int v120 = min(v2, (int)((unsigned)v20 + 256u));
        #pragma unroll 4
        for (int v121 = v20; v121 < v120; v121 += 128) {
            const int v122 = (int)((unsigned)v121 + (unsigned)v13);
            const bool v123 = v122 < v2;
            __syncthreads();
            float v125 = 0.0f;
            float v126 = 0.0f;
            float v127 = 0.0f;
            float v128 = 0.0f;
            float v129 = 0.0f;
            float v130 = 0.0f;
            for (int v132 = 0; v132 < 128; v132 += 8) {
                const bool v135 = 0 <= v122 && v122 < v98;
                const int v140 = v135 ? (int)((unsigned)v97 + (unsigned)v122 * 128u + (unsigned)v132) >> 3 : 0;
                const uint4 v141 = ((const uint4 *)b1)[v140];
                const float v166 = __uint_as_float((v135 ? v141.x & 0xffffu : 0u) << 16);
                const unsigned v168 = shared[v132 + 24];
                v125 = fmaf(__uint_as_float(v168), v166, v125);
                const unsigned v175 = shared[v132 + 152];
                v126 = fmaf(__uint_as_float(v175), v166, v126);
                const unsigned v182 = shared[v132 + 280];
                v127 = fmaf(__uint_as_float(v182), v166, v127);
                const unsigned v189 = shared[v132 + 408];
                v128 = fmaf(__uint_as_float(v189), v166, v128);
                const unsigned v196 = shared[v132 + 536];
                v129 = fmaf(__uint_as_float(v196), v166, v129);
                const unsigned v203 = shared[v132 + 664];
                v130 = fmaf(__uint_as_float(v203), v166, v130);
                const float v209 = __uint_as_float((v135 ? v141.x >> 16 : 0u) << 16);
                const unsigned v213 = shared[v132 + 25];
                v125 = fmaf(__uint_as_float(v213), v209, v125);
                const unsigned v222 = shared[v132 + 153];
                v126 = fmaf(__uint_as_float(v222), v209, v126);
                const unsigned v231 = shared[v132 + 281];
                v127 = fmaf(__uint_as_float(v231), v209, v127);
                const unsigned v240 = shared[v132 + 409];
                v128 = fmaf(__uint_as_float(v240), v209, v128);
                const unsigned v249 = shared[v132 + 537];
                v129 = fmaf(__uint_as_float(v249), v209, v129);
                const unsigned v258 = shared[v132 + 665];
                v130 = fmaf(__uint_as_float(v258), v209, v130);
                const float v264 = __uint_as_float((v135 ? v141.y & 0xffffu : 0u) << 16);
                const unsigned v268 = shared[v132 + 26];
                v125 = fmaf(__uint_as_float(v268), v264, v125);
                const unsigned v277 = shared[v132 + 154];
                v126 = fmaf(__uint_as_float(v277), v264, v126);
                const unsigned v286 = shared[v132 + 282];
                v127 = fmaf(__uint_as_float(v286), v264, v127);
                const unsigned v295 = shared[v132 + 410];
                v128 = fmaf(__uint_as_float(v295), v264, v128);
                const unsigned v304 = shared[v132 + 538];
                v129 = fmaf(__uint_as_float(v304), v264, v129);
                const unsigned v313 = shared[v132 + 666];
                v130 = fmaf(__uint_as_float(v313), v264, v130);
                const float v319 = __uint_as_float((v135 ? v141.y >> 16 : 0u) << 16);
                const unsigned v323 = shared[v132 + 27];
                v125 = fmaf(__uint_as_float(v323), v319, v125);
                const unsigned v332 = shared[v132 + 155];
                v126 = fmaf(__uint_as_float(v332), v319, v126);
                const unsigned v341 = shared[v132 + 283];
                v127 = fmaf(__uint_as_float(v341), v319, v127);
                const unsigned v350 = shared[v132 + 411];
                v128 = fmaf(__uint_as_float(v350), v319, v128);
                const unsigned v359 = shared[v132 + 539];
                v129 = fmaf(__uint_as_float(v359), v319, v129);
                const unsigned v368 = shared[v132 + 667];
                v130 = fmaf(__uint_as_float(v368), v319, v130);
                const float v374 = __uint_as_float((v135 ? v141.z & 0xffffu : 0u) << 16);
                const unsigned v378 = shared[v132 + 28];
                v125 = fmaf(__uint_as_float(v378), v374, v125);
                const unsigned v387 = shared[v132 + 156];
                v126 = fmaf(__uint_as_float(v387), v374, v126);
                const unsigned v396 = shared[v132 + 284];
                v127 = fmaf(__uint_as_float(v396), v374, v127);
                const unsigned v405 = shared[v132 + 412];
                v128 = fmaf(__uint_as_float(v405), v374, v128);
                const unsigned v414 = shared[v132 + 540];
                v129 = fmaf(__uint_as_float(v414), v374, v129);
                const unsigned v423 = shared[v132 + 668];
                v130 = fmaf(__uint_as_float(v423), v374, v130);
                const float v429 = __uint_as_float((v135 ? v141.z >> 16 : 0u) << 16);
                const unsigned v433 = shared[v132 + 29];
                v125 = fmaf(__uint_as_float(v433), v429, v125);
                const unsigned v442 = shared[v132 + 157];
                v126 = fmaf(__uint_as_float(v442), v429, v126);
                const unsigned v451 = shared[v132 + 285];
                v127 = fmaf(__uint_as_float(v451), v429, v127);
                const unsigned v460 = shared[v132 + 413];
                v128 = fmaf(__uint_as_float(v460), v429, v128);
                const unsigned v469 = shared[v132 + 541];
                v129 = fmaf(__uint_as_float(v469), v429, v129);
                const unsigned v478 = shared[v132 + 669];
                v130 = fmaf(__uint_as_float(v478), v429, v130);
                const float v484 = __uint_as_float((v135 ? v141.w & 0xffffu : 0u) << 16);
                const unsigned v488 = shared[v132 + 30];
                v125 = fmaf(__uint_as_float(v488), v484, v125);
                const unsigned v497 = shared[v132 + 158];
                v126 = fmaf(__uint_as_float(v497), v484, v126);
                const unsigned v506 = shared[v132 + 286];
                v127 = fmaf(__uint_as_float(v506), v484, v127);
                const unsigned v515 = shared[v132 + 414];
                v128 = fmaf(__uint_as_float(v515), v484, v128);
                const unsigned v524 = shared[v132 + 542];
                v129 = fmaf(__uint_as_float(v524), v484, v129);
                const unsigned v533 = shared[v132 + 670];
                v130 = fmaf(__uint_as_float(v533), v484, v130);
                const float v539 = __uint_as_float((v135 ? v141.w >> 16 : 0u) << 16);
                const unsigned v544 = shared[v132 + 31];
                v125 = fmaf(__uint_as_float(v544), v539, v125);
                const unsigned v553 = shared[v132 + 159];
                v126 = fmaf(__uint_as_float(v553), v539, v126);
                const unsigned v562 = shared[v132 + 287];
                v127 = fmaf(__uint_as_float(v562), v539, v127);
                const unsigned v571 = shared[v132 + 415];
                v128 = fmaf(__uint_as_float(v571), v539, v128);
                const unsigned v580 = shared[v132 + 543];
                v129 = fmaf(__uint_as_float(v580), v539, v129);
                const unsigned v589 = shared[v132 + 671];
                v130 = fmaf(__uint_as_float(v589), v539, v130);
            }
            const float v601 = v123 ? v125 : -1e+30f;
            const float v602 = v123 ? v126 : -1e+30f;
            const float v603 = v123 ? v127 : -1e+30f;
            const float v604 = v123 ? v128 : -1e+30f;
            const float v605 = v123 ? v129 : -1e+30f;
            const float v606 = v123 ? v130 : -1e+30f;
            const float v608 = fmaxf(-__builtin_inff(), v601);
            const float v609 = fmaxf(-__builtin_inff(), v602);
            const float v610 = fmaxf(-__builtin_inff(), v603);
            const float v611 = fmaxf(-__builtin_inff(), v604);
            const float v612 = fmaxf(-__builtin_inff(), v605);
            const float v613 = fmaxf(-__builtin_inff(), v606);
            const float v614 = __shfl_xor(v608, 32);
            const float v615 = fmaxf(v608, v614);
            const float v616 = __shfl_xor(v609, 32);
            const float v617 = fmaxf(v609, v616);
            const float v618 = __shfl_xor(v610, 32);
            const float v619 = fmaxf(v610, v618);
            const float v620 = __shfl_xor(v611, 32);
            const float v621 = fmaxf(v611, v620);
            const float v622 = __shfl_xor(v612, 32);
            const float v623 = fmaxf(v612, v622);
            const float v624 = __shfl_xor(v613, 32);
            const float v625 = fmaxf(v613, v624);
            const float v626 = __shfl_xor(v615, 16);
            const float v627 = fmaxf(v615, v626);
            const float v628 = __shfl_xor(v617, 16);
            const float v629 = fmaxf(v617, v628);
            const float v630 = __shfl_xor(v619, 16);
            const float v631 = fmaxf(v619, v630);
            const float v632 = __shfl_xor(v621, 16);
            const float v633 = fmaxf(v621, v632);
            const float v634 = __shfl_xor(v623, 16);
            const float v635 = fmaxf(v623, v634);
            const float v636 = __shfl_xor(v625, 16);
            const float v637 = fmaxf(v625, v636);
            const float v638 = __shfl_xor(v627, 8);
            const float v639 = fmaxf(v627, v638);
            const float v640 = __shfl_xor(v629, 8);
            const float v641 = fmaxf(v629, v640);
            const float v642 = __shfl_xor(v631, 8);
            const float v643 = fmaxf(v631, v642);
            const float v644 = __shfl_xor(v633, 8);
            const float v645 = fmaxf(v633, v644);
            const float v646 = __shfl_xor(v635, 8);
            const float v647 = fmaxf(v635, v646);
            const float v648 = __shfl_xor(v637, 8);
            const float v649 = fmaxf(v637, v648);
            const float v650 = __shfl_xor(v639, 4);
            const float v651 = fmaxf(v639, v650);
            const float v652 = __shfl_xor(v641, 4);
            const float v653 = fmaxf(v641, v652);
            const float v654 = __shfl_xor(v643, 4);
            const float v655 = fmaxf(v643, v654);
            const float v656 = __shfl_xor(v645, 4);
            const float v657 = fmaxf(v645, v656);
            const float v658 = __shfl_xor(v647, 4);
            const float v659 = fmaxf(v647, v658);
            const float v660 = __shfl_xor(v649, 4);
            const float v661 = fmaxf(v649, v660);
            const float v662 = __shfl_xor(v651, 2);
            const float v663 = fmaxf(v651, v662);
            const float v664 = __shfl_xor(v653, 2);
            const float v665 = fmaxf(v653, v664);
            const float v666 = __shfl_xor(v655, 2);
            const float v667 = fmaxf(v655, v666);
            const float v668 = __shfl_xor(v657, 2);
            const float v669 = fmaxf(v657, v668);
            const float v670 = __shfl_xor(v659, 2);
            const float v671 = fmaxf(v659, v670);
            const float v672 = __shfl_xor(v661, 2);
            const float v673 = fmaxf(v661, v672);
            const float v674 = __shfl_xor(v663, 1);
            const float v675 = fmaxf(v663, v674);
            const float v676 = __shfl_xor(v665, 1);
            const float v677 = fmaxf(v665, v676);
            const float v678 = __shfl_xor(v667, 1);
            const float v679 = fmaxf(v667, v678);
            const float v680 = __shfl_xor(v669, 1);
            const float v681 = fmaxf(v669, v680);
            const float v682 = __shfl_xor(v671, 1);
            const float v683 = fmaxf(v671, v682);
            const float v684 = __shfl_xor(v673, 1);
            const float v685 = fmaxf(v673, v684);
            __syncthreads();
            const bool v689 = v13 % 64 == 0;
            if (v689) {
                const int v691 = v13 / 64;
                shared[v691] = __float_as_uint(v675);
                shared[v691 + 4] = __float_as_uint(v677);
                shared[v691 + 8] = __float_as_uint(v679);
                shared[v691 + 12] = __float_as_uint(v681);
                shared[v691 + 16] = __float_as_uint(v683);
                shared[v691 + 20] = __float_as_uint(v685);
            }
            __syncthreads();
            const unsigned v713 = shared[0];
            const unsigned v715 = shared[1];
            const unsigned v718 = shared[4];
            const unsigned v720 = shared[5];
            const unsigned v723 = shared[8];
            const unsigned v726 = shared[9];
            const unsigned v729 = shared[12];
            const unsigned v732 = shared[13];
            const unsigned v736 = shared[16];
            const unsigned v739 = shared[17];
            const unsigned v743 = shared[20];
            const unsigned v746 = shared[21];
            const float v750 = fmaxf(v100, fmaxf(__uint_as_float(v713), __uint_as_float(v715)));
            const float v752 = fmaxf(v101, fmaxf(__uint_as_float(v718), __uint_as_float(v720)));
            const float v754 = fmaxf(v102, fmaxf(__uint_as_float(v723), __uint_as_float(v726)));
            const float v756 = fmaxf(v103, fmaxf(__uint_as_float(v729), __uint_as_float(v732)));
            const float v758 = fmaxf(v104, fmaxf(__uint_as_float(v736), __uint_as_float(v739)));
            const float v760 = fmaxf(v105, fmaxf(__uint_as_float(v743), __uint_as_float(v746)));
            const float v763 = expf(v100 - v750);
            const float v766 = expf(v101 - v752);
            const float v769 = expf(v102 - v754);
            const float v772 = expf(v103 - v756);
            const float v775 = expf(v104 - v758);
            const float v778 = expf(v105 - v760);
            const float v780 = expf(v601 - v750);
            const float v782 = expf(v602 - v752);
            const float v784 = expf(v603 - v754);
            const float v786 = expf(v604 - v756);
            const float v788 = expf(v605 - v758);
            const float v790 = expf(v606 - v760);
            __syncthreads();
            shared[v13 + 792] = __float_as_uint(v780);
            shared[v13 + 920] = __float_as_uint(v782);
            shared[v13 + 1048] = __float_as_uint(v784);
            shared[v13 + 1176] = __float_as_uint(v786);
            shared[v13 + 1304] = __float_as_uint(v788);
            shared[v13 + 1432] = __float_as_uint(v790);
            const float v816 = __shfl_xor(v780, 32);
            const float v817 = v780 + v816;
            const float v818 = __shfl_xor(v782, 32);
            const float v819 = v782 + v818;
            const float v820 = __shfl_xor(v784, 32);
            const float v821 = v784 + v820;
            const float v822 = __shfl_xor(v786, 32);
            const float v823 = v786 + v822;
            const float v824 = __shfl_xor(v788, 32);
            const float v825 = v788 + v824;
            const float v826 = __shfl_xor(v790, 32);
            const float v827 = v790 + v826;
            const float v828 = __shfl_xor(v817, 16);
            const float v829 = v817 + v828;
            const float v830 = __shfl_xor(v819, 16);
            const float v831 = v819 + v830;
            const float v832 = __shfl_xor(v821, 16);
            const float v833 = v821 + v832;
            const float v834 = __shfl_xor(v823, 16);
            const float v835 = v823 + v834;
            const float v836 = __shfl_xor(v825, 16);
            const float v837 = v825 + v836;
            const float v838 = __shfl_xor(v827, 16);
            const float v839 = v827 + v838;
            const float v840 = __shfl_xor(v829, 8);
            const float v841 = v829 + v840;
            const float v842 = __shfl_xor(v831, 8);
            const float v843 = v831 + v842;
            const float v844 = __shfl_xor(v833, 8);
            const float v845 = v833 + v844;
            const float v846 = __shfl_xor(v835, 8);
            const float v847 = v835 + v846;
            const float v848 = __shfl_xor(v837, 8);
            const float v849 = v837 + v848;
            const float v850 = __shfl_xor(v839, 8);
            const float v851 = v839 + v850;
            const float v852 = __shfl_xor(v841, 4);
            const float v853 = v841 + v852;
            const float v854 = __shfl_xor(v843, 4);
            const float v855 = v843 + v854;
            const float v856 = __shfl_xor(v845, 4);
            const float v857 = v845 + v856;
            const float v858 = __shfl_xor(v847, 4);
            const float v859 = v847 + v858;
            const float v860 = __shfl_xor(v849, 4);
            const float v861 = v849 + v860;
            const float v862 = __shfl_xor(v851, 4);
            const float v863 = v851 + v862;
            const float v864 = __shfl_xor(v853, 2);
            const float v865 = v853 + v864;
            const float v866 = __shfl_xor(v855, 2);
            const float v867 = v855 + v866;
            const float v868 = __shfl_xor(v857, 2);
            const float v869 = v857 + v868;
            const float v870 = __shfl_xor(v859, 2);
            const float v871 = v859 + v870;
            const float v872 = __shfl_xor(v861, 2);
            const float v873 = v861 + v872;
            const float v874 = __shfl_xor(v863, 2);
            const float v875 = v863 + v874;
            const float v876 = __shfl_xor(v865, 1);
            const float v877 = v865 + v876;
            const float v878 = __shfl_xor(v867, 1);
            const float v879 = v867 + v878;
            const float v880 = __shfl_xor(v869, 1);
            const float v881 = v869 + v880;
            const float v882 = __shfl_xor(v871, 1);
            const float v883 = v871 + v882;
            const float v884 = __shfl_xor(v873, 1);
            const float v885 = v873 + v884;
            const float v886 = __shfl_xor(v875, 1);
            const float v887 = v875 + v886;
            if (v689) {
                const int v889 = v13 / 64;
                shared[v889] = __float_as_uint(v877);
                shared[v889 + 4] = __float_as_uint(v879);
                shared[v889 + 8] = __float_as_uint(v881);
                shared[v889 + 12] = __float_as_uint(v883);
                shared[v889 + 16] = __float_as_uint(v885);
                shared[v889 + 20] = __float_as_uint(v887);
            }
            __syncthreads();
            const unsigned v909 = shared[0];
            const unsigned v911 = shared[1];
            const unsigned v914 = shared[4];
            const unsigned v916 = shared[5];
            const unsigned v919 = shared[8];
            const unsigned v921 = shared[9];
            const unsigned v924 = shared[12];
            const unsigned v926 = shared[13];
            const unsigned v929 = shared[16];
            const unsigned v931 = shared[17];
            const unsigned v934 = shared[20];
            const unsigned v936 = shared[21];
            v107 = fmaf(v107, v763, __uint_as_float(v909) + __uint_as_float(v911));
            v108 = fmaf(v108, v766, __uint_as_float(v914) + __uint_as_float(v916));
            v109 = fmaf(v109, v769, __uint_as_float(v919) + __uint_as_float(v921));
            v110 = fmaf(v110, v772, __uint_as_float(v924) + __uint_as_float(v926));
            v111 = fmaf(v111, v775, __uint_as_float(v929) + __uint_as_float(v931));
            v112 = fmaf(v112, v778, __uint_as_float(v934) + __uint_as_float(v936));
            float v969 = v113 * v763;
            float v970 = v114 * v766;
            float v971 = v115 * v769;
            float v972 = v116 * v772;
            float v973 = v117 * v775;
            float v974 = v118 * v778;
            #pragma unroll 4
            for (int v975 = 0; v975 < 128; v975 += 1) {
                const int v976 = (int)((unsigned)v121 + (unsigned)v975);
                const bool v979 = 0 <= v976 && v976 < v98;
                const unsigned v984 = (unsigned)b2[v979 ? (int)((unsigned)v97 + (unsigned)v976 * 128u + (unsigned)v13) : 0];
                const float v989 = __uint_as_float((v979 ? v984 : 0u) << 16);
                const unsigned v991 = shared[v975 + 792];
                v969 = fmaf(__uint_as_float(v991), v989, v969);
                const unsigned v998 = shared[v975 + 920];
                v970 = fmaf(__uint_as_float(v998), v989, v970);
                const unsigned v1005 = shared[v975 + 1048];
                v971 = fmaf(__uint_as_float(v1005), v989, v971);
                const unsigned v1012 = shared[v975 + 1176];
                v972 = fmaf(__uint_as_float(v1012), v989, v972);
                const unsigned v1019 = shared[v975 + 1304];
                v973 = fmaf(__uint_as_float(v1019), v989, v973);
                const unsigned v1026 = shared[v975 + 1432];
                v974 = fmaf(__uint_as_float(v1026), v989, v974);
            }
            const float v1033 = v970;
            const float v1034 = v971;
            const float v1035 = v972;
            const float v1036 = v973;
            const float v1037 = v974;
            v113 = v969;
            v114 = v1033;
            v115 = v1034;
            v116 = v1035;
            v117 = v1036;
            v118 = v1037;
            v100 = v750;
            v101 = v752;
            v102 = v754;
            v103 = v756;
            v104 = v758;
            v105 = v760;
        }
        const int v1054 = (int)((unsigned)v19 * 16u + (unsigned)(v20 / 256));
        const bool v1057 = 0 <= v1054 && v1054 < 32;
        const int v1058 = (int)((unsigned)v1054 * 768u);
        const int v1059 = v1057 ? 6 : 0;
        const int v1060 = (int)((unsigned)v1054 * 12u);
        const int v1061 = v1057 ? 2 : 0;
        const int v1063 = 0 < v1061 ? 6 : 0;
        const int v1065 = (int)((unsigned)v1060 + 6u);
        const int v1066 = 1 < v1061 ? 6 : 0;
        const float v1067 = v113;
        const int v1069 = (int)((unsigned)v1058 + (unsigned)v13);
        if (0 < v1059) {
            b3[v1069] = v1067;
        }
        const float v1073 = v114;
        const int v1076 = (int)((unsigned)v1058 + 128u + (unsigned)v13);
        if (1 < v1059) {
            b3[v1076] = v1073;
        }
        const float v1080 = v115;
        const int v1083 = (int)((unsigned)v1058 + 256u + (unsigned)v13);
        if (2 < v1059) {
            b3[v1083] = v1080;
        }
        const float v1087 = v116;
        const int v1090 = (int)((unsigned)v1058 + 384u + (unsigned)v13);
        if (3 < v1059) {
            b3[v1090] = v1087;
        }
        const float v1094 = v117;
        const int v1097 = (int)((unsigned)v1058 + 512u + (unsigned)v13);
        if (4 < v1059) {
            b3[v1097] = v1094;
        }
        const float v1101 = v118;
        const int v1104 = (int)((unsigned)v1058 + 640u + (unsigned)v13);
        if (5 < v1059) {
            b3[v1104] = v1101;
        }
        const bool v1108 = v13 == 0;
        if (v1108) {
            const float v1110 = v100;
            if (0 < v1063) {
                b4[v1060] = v1110;
            }
        }
        const bool v1116 = v13 == 1;
        if (v1116) {
            const float v1118 = v101;
            const int v1120 = (int)((unsigned)v1060 + 1u);
            if (1 < v1063) {
                b4[v1120] = v1118;
            }
        }
        const bool v1125 = v13 == 2;
        if (v1125) {
            const float v1127 = v102;
            const int v1129 = (int)((unsigned)v1060 + 2u);
            if (2 < v1063) {
                b4[v1129] = v1127;
            }
        }
        const bool v1134 = v13 == 3;
        if (v1134) {
            const float v1136 = v103;
            const int v1138 = (int)((unsigned)v1060 + 3u);
            if (3 < v1063) {
                b4[v1138] = v1136;
            }
        }
        const bool v1143 = v13 == 4;
        if (v1143) {
            const float v1145 = v104;
            const int v1147 = (int)((unsigned)v1060 + 4u);
            if (4 < v1063) {
                b4[v1147] = v1145;
            }
        }
        const bool v1152 = v13 == 5;
        if (v1152) {
            const float v1154 = v105;
            const int v1156 = (int)((unsigned)v1060 + 5u);
            if (5 < v1063) {
                b4[v1156] = v1154;
            }
        }
        __syncthreads();
        if (v1108) {
            const float v1163 = v107;
            if (0 < v1066) {
                b4[v1065] = v1163;
            }
        }
        if (v1116) {
            const float v1170 = v108;
            const int v1173 = (int)((unsigned)v1060 + 7u);
            if (1 < v1066) {
                b4[v1173] = v1170;
            }
        }
        if (v1125) {
            const float v1179 = v109;
            const int v1182 = (int)((unsigned)v1060 + 8u);
            if (2 < v1066) {
                b4[v1182] = v1179;
            }
        }
        if (v1134) {
            const float v1188 = v110;
            const int v1191 = (int)((unsigned)v1060 + 9u);
            if (3 < v1066) {
                b4[v1191] = v1188;
            }
        }
        if (v1143) {
            const float v1197 = v111;
            const int v1200 = (int)((unsigned)v1060 + 10u);
            if (4 < v1066) {
                b4[v1200] = v1197;
            }
        }
        if (v1152) {
            const float v1206 = v112;
            const int v1209 = (int)((unsigned)v1060 + 11u);
            if (5 < v1066) {
                b4[v1209] = v1206;
            }
        }
    }
}

// tessera kernel attention_decode_gqa__final entry attention_decode_gqa__final wide 0 params i32,i32,o32 sizes 1 threads 128 teams 1 count 12 shared 0 cost 33281
extern "C" __global__ void __launch_bounds__(128) attention_decode_gqa__final(
    const float *b0, // partial
    const float *b1, // stats
    float *b2, // o
    const int *s0) // len
{
    const int v6 = (int)threadIdx.x;
    const int v7 = (int)blockIdx.x;
    const int v8 = (int)gridDim.x;
    for (int v10 = v7; v10 < 12; v10 += v8) {
        const int v11 = s0[0];
        const int v19 = v10 / 6;
        const int v20 = v10 % 6;
        float v22 = -1e+30f;
        float v24 = 0.0f;
        float v25 = 0.0f;
        const int v30 = v11 / 256 + min(v11 % 256, 1);
        #pragma unroll 4
        for (int v31 = 0; v31 < v30; v31 += 1) {
            const int v37 = v19 * 16 + v31;
            const bool v40 = 0 <= v37 && v37 < 32;
            const int v41 = v37 * 12;
            const int v42 = v40 ? 2 : 0;
            const bool v45 = 0 <= v20;
            const bool v47 = v45 && v20 < (0 < v42 ? 6 : 0);
            const float v50 = b1[v47 ? v41 + v20 : 0];
            const float v51 = v47 ? v50 : 0.0f;
            const float v52 = fmaxf(v22, v51);
            const float v54 = expf(v22 - v52);
            const bool v59 = v45 && v20 < (1 < v42 ? 6 : 0);
            const float v62 = b1[v59 ? v41 + 6 + v20 : 0];
            const float v65 = expf(v51 - v52);
            v24 = fmaf(v24, v54, (v59 ? v62 : 0.0f) * v65);
            const bool v78 = v6 < (v45 && v20 < (v40 ? 6 : 0) ? 128 : 0);
            const bool v79 = 0 <= v6 && v78;
            const float v82 = b0[v79 ? (int)((unsigned)v37 * 768u + (unsigned)(v20 * 128) + (unsigned)v6) : 0];
            v25 = fmaf(v25, v54, (v79 ? v82 : 0.0f) * v65);
            v22 = v52;
        }
        b2[v10 * 128 + v6] = v25 / v24;
    }
}
