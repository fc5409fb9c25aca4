// CUDA C++. Compile with --fmad=false: products and sums round one by one.

// tessera kernel attention_decode_gqa entry attention_decode_gqa wide 0 params i32,i16,i16,w32,w32 sizes 1 threads 128 teams 1 count -1 shared 6336 cost 4197377
extern "C" __global__ void __launch_bounds__(128) attention_decode_gqa(
    const float *b0, // q
    const unsigned short *b1, // kcache
    const unsigned short *b2, // vcache
    float *b3, // partial
    float *b4, // stats
    const int *s0) // len
{
    __shared__ unsigned shared[1584];
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
        shared[v13 + 48] = __float_as_uint(v34 * 0.088388346f);
        shared[v13 + 176] = __float_as_uint(v40 * 0.088388346f);
        shared[v13 + 304] = __float_as_uint(v45 * 0.088388346f);
        shared[v13 + 432] = __float_as_uint(v51 * 0.088388346f);
        shared[v13 + 560] = __float_as_uint(v57 * 0.088388346f);
        shared[v13 + 688] = __float_as_uint(v63 * 0.088388346f);
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
                const unsigned v146 = shared[v131 + 48];
                v125 = fmaf(__uint_as_float(v146), v144, v125);
                const unsigned v153 = shared[v131 + 176];
                v126 = fmaf(__uint_as_float(v153), v144, v126);
                const unsigned v160 = shared[v131 + 304];
                v127 = fmaf(__uint_as_float(v160), v144, v127);
                const unsigned v167 = shared[v131 + 432];
                v128 = fmaf(__uint_as_float(v167), v144, v128);
                const unsigned v174 = shared[v131 + 560];
                v129 = fmaf(__uint_as_float(v174), v144, v129);
                const unsigned v181 = shared[v131 + 688];
                v130 = fmaf(__uint_as_float(v181), v144, v130);
            }
            const float v193 = v123 ? v125 : -1e+30f;
            const float v194 = v123 ? v126 : -1e+30f;
            const float v195 = v123 ? v127 : -1e+30f;
            const float v196 = v123 ? v128 : -1e+30f;
            const float v197 = v123 ? v129 : -1e+30f;
            const float v198 = v123 ? v130 : -1e+30f;
            const float v200 = fmaxf(-__int_as_float(0x7f800000), v193);
            const float v201 = fmaxf(-__int_as_float(0x7f800000), v194);
            const float v202 = fmaxf(-__int_as_float(0x7f800000), v195);
            const float v203 = fmaxf(-__int_as_float(0x7f800000), v196);
            const float v204 = fmaxf(-__int_as_float(0x7f800000), v197);
            const float v205 = fmaxf(-__int_as_float(0x7f800000), v198);
            const float v206 = __shfl_xor_sync(0xffffffffu, v200, 16);
            const float v207 = fmaxf(v200, v206);
            const float v208 = __shfl_xor_sync(0xffffffffu, v201, 16);
            const float v209 = fmaxf(v201, v208);
            const float v210 = __shfl_xor_sync(0xffffffffu, v202, 16);
            const float v211 = fmaxf(v202, v210);
            const float v212 = __shfl_xor_sync(0xffffffffu, v203, 16);
            const float v213 = fmaxf(v203, v212);
            const float v214 = __shfl_xor_sync(0xffffffffu, v204, 16);
            const float v215 = fmaxf(v204, v214);
            const float v216 = __shfl_xor_sync(0xffffffffu, v205, 16);
            const float v217 = fmaxf(v205, v216);
            const float v218 = __shfl_xor_sync(0xffffffffu, v207, 8);
            const float v219 = fmaxf(v207, v218);
            const float v220 = __shfl_xor_sync(0xffffffffu, v209, 8);
            const float v221 = fmaxf(v209, v220);
            const float v222 = __shfl_xor_sync(0xffffffffu, v211, 8);
            const float v223 = fmaxf(v211, v222);
            const float v224 = __shfl_xor_sync(0xffffffffu, v213, 8);
            const float v225 = fmaxf(v213, v224);
            const float v226 = __shfl_xor_sync(0xffffffffu, v215, 8);
            const float v227 = fmaxf(v215, v226);
            const float v228 = __shfl_xor_sync(0xffffffffu, v217, 8);
            const float v229 = fmaxf(v217, v228);
            const float v230 = __shfl_xor_sync(0xffffffffu, v219, 4);
            const float v231 = fmaxf(v219, v230);
            const float v232 = __shfl_xor_sync(0xffffffffu, v221, 4);
            const float v233 = fmaxf(v221, v232);
            const float v234 = __shfl_xor_sync(0xffffffffu, v223, 4);
            const float v235 = fmaxf(v223, v234);
            const float v236 = __shfl_xor_sync(0xffffffffu, v225, 4);
            const float v237 = fmaxf(v225, v236);
            const float v238 = __shfl_xor_sync(0xffffffffu, v227, 4);
            const float v239 = fmaxf(v227, v238);
            const float v240 = __shfl_xor_sync(0xffffffffu, v229, 4);
            const float v241 = fmaxf(v229, v240);
            const float v242 = __shfl_xor_sync(0xffffffffu, v231, 2);
            const float v243 = fmaxf(v231, v242);
            const float v244 = __shfl_xor_sync(0xffffffffu, v233, 2);
            const float v245 = fmaxf(v233, v244);
            const float v246 = __shfl_xor_sync(0xffffffffu, v235, 2);
            const float v247 = fmaxf(v235, v246);
            const float v248 = __shfl_xor_sync(0xffffffffu, v237, 2);
            const float v249 = fmaxf(v237, v248);
            const float v250 = __shfl_xor_sync(0xffffffffu, v239, 2);
            const float v251 = fmaxf(v239, v250);
            const float v252 = __shfl_xor_sync(0xffffffffu, v241, 2);
            const float v253 = fmaxf(v241, v252);
            const float v254 = __shfl_xor_sync(0xffffffffu, v243, 1);
            const float v255 = fmaxf(v243, v254);
            const float v256 = __shfl_xor_sync(0xffffffffu, v245, 1);
            const float v257 = fmaxf(v245, v256);
            const float v258 = __shfl_xor_sync(0xffffffffu, v247, 1);
            const float v259 = fmaxf(v247, v258);
            const float v260 = __shfl_xor_sync(0xffffffffu, v249, 1);
            const float v261 = fmaxf(v249, v260);
            const float v262 = __shfl_xor_sync(0xffffffffu, v251, 1);
            const float v263 = fmaxf(v251, v262);
            const float v264 = __shfl_xor_sync(0xffffffffu, v253, 1);
            const float v265 = fmaxf(v253, v264);
            __syncthreads();
            const bool v268 = v13 % 32 == 0;
            if (v268) {
                const int v270 = v13 / 32;
                shared[v270] = __float_as_uint(v255);
                shared[v270 + 8] = __float_as_uint(v257);
                shared[v270 + 16] = __float_as_uint(v259);
                shared[v270 + 24] = __float_as_uint(v261);
                shared[v270 + 32] = __float_as_uint(v263);
                shared[v270 + 40] = __float_as_uint(v265);
            }
            __syncthreads();
            const unsigned v294 = shared[0];
            const unsigned v296 = shared[1];
            const unsigned v299 = shared[2];
            const unsigned v302 = shared[3];
            const unsigned v306 = shared[8];
            const unsigned v309 = shared[9];
            const unsigned v313 = shared[10];
            const unsigned v317 = shared[11];
            const unsigned v321 = shared[16];
            const unsigned v324 = shared[17];
            const unsigned v328 = shared[18];
            const unsigned v332 = shared[19];
            const unsigned v336 = shared[24];
            const unsigned v339 = shared[25];
            const unsigned v343 = shared[26];
            const unsigned v347 = shared[27];
            const unsigned v350 = shared[32];
            const unsigned v353 = shared[33];
            const unsigned v357 = shared[34];
            const unsigned v361 = shared[35];
            const unsigned v365 = shared[40];
            const unsigned v368 = shared[41];
            const unsigned v372 = shared[42];
            const unsigned v376 = shared[43];
            const float v380 = fmaxf(v100, fmaxf(fmaxf(fmaxf(__uint_as_float(v294), __uint_as_float(v296)), __uint_as_float(v299)), __uint_as_float(v302)));
            const float v382 = fmaxf(v101, fmaxf(fmaxf(fmaxf(__uint_as_float(v306), __uint_as_float(v309)), __uint_as_float(v313)), __uint_as_float(v317)));
            const float v384 = fmaxf(v102, fmaxf(fmaxf(fmaxf(__uint_as_float(v321), __uint_as_float(v324)), __uint_as_float(v328)), __uint_as_float(v332)));
            const float v386 = fmaxf(v103, fmaxf(fmaxf(fmaxf(__uint_as_float(v336), __uint_as_float(v339)), __uint_as_float(v343)), __uint_as_float(v347)));
            const float v388 = fmaxf(v104, fmaxf(fmaxf(fmaxf(__uint_as_float(v350), __uint_as_float(v353)), __uint_as_float(v357)), __uint_as_float(v361)));
            const float v390 = fmaxf(v105, fmaxf(fmaxf(fmaxf(__uint_as_float(v365), __uint_as_float(v368)), __uint_as_float(v372)), __uint_as_float(v376)));
            const float v393 = expf(v100 - v380);
            const float v396 = expf(v101 - v382);
            const float v399 = expf(v102 - v384);
            const float v402 = expf(v103 - v386);
            const float v405 = expf(v104 - v388);
            const float v408 = expf(v105 - v390);
            const float v410 = expf(v193 - v380);
            const float v412 = expf(v194 - v382);
            const float v414 = expf(v195 - v384);
            const float v416 = expf(v196 - v386);
            const float v418 = expf(v197 - v388);
            const float v420 = expf(v198 - v390);
            __syncthreads();
            shared[v13 + 816] = __float_as_uint(v410);
            shared[v13 + 944] = __float_as_uint(v412);
            shared[v13 + 1072] = __float_as_uint(v414);
            shared[v13 + 1200] = __float_as_uint(v416);
            shared[v13 + 1328] = __float_as_uint(v418);
            shared[v13 + 1456] = __float_as_uint(v420);
            const float v446 = __shfl_xor_sync(0xffffffffu, v410, 16);
            const float v447 = v410 + v446;
            const float v448 = __shfl_xor_sync(0xffffffffu, v412, 16);
            const float v449 = v412 + v448;
            const float v450 = __shfl_xor_sync(0xffffffffu, v414, 16);
            const float v451 = v414 + v450;
            const float v452 = __shfl_xor_sync(0xffffffffu, v416, 16);
            const float v453 = v416 + v452;
            const float v454 = __shfl_xor_sync(0xffffffffu, v418, 16);
            const float v455 = v418 + v454;
            const float v456 = __shfl_xor_sync(0xffffffffu, v420, 16);
            const float v457 = v420 + v456;
            const float v458 = __shfl_xor_sync(0xffffffffu, v447, 8);
            const float v459 = v447 + v458;
            const float v460 = __shfl_xor_sync(0xffffffffu, v449, 8);
            const float v461 = v449 + v460;
            const float v462 = __shfl_xor_sync(0xffffffffu, v451, 8);
            const float v463 = v451 + v462;
            const float v464 = __shfl_xor_sync(0xffffffffu, v453, 8);
            const float v465 = v453 + v464;
            const float v466 = __shfl_xor_sync(0xffffffffu, v455, 8);
            const float v467 = v455 + v466;
            const float v468 = __shfl_xor_sync(0xffffffffu, v457, 8);
            const float v469 = v457 + v468;
            const float v470 = __shfl_xor_sync(0xffffffffu, v459, 4);
            const float v471 = v459 + v470;
            const float v472 = __shfl_xor_sync(0xffffffffu, v461, 4);
            const float v473 = v461 + v472;
            const float v474 = __shfl_xor_sync(0xffffffffu, v463, 4);
            const float v475 = v463 + v474;
            const float v476 = __shfl_xor_sync(0xffffffffu, v465, 4);
            const float v477 = v465 + v476;
            const float v478 = __shfl_xor_sync(0xffffffffu, v467, 4);
            const float v479 = v467 + v478;
            const float v480 = __shfl_xor_sync(0xffffffffu, v469, 4);
            const float v481 = v469 + v480;
            const float v482 = __shfl_xor_sync(0xffffffffu, v471, 2);
            const float v483 = v471 + v482;
            const float v484 = __shfl_xor_sync(0xffffffffu, v473, 2);
            const float v485 = v473 + v484;
            const float v486 = __shfl_xor_sync(0xffffffffu, v475, 2);
            const float v487 = v475 + v486;
            const float v488 = __shfl_xor_sync(0xffffffffu, v477, 2);
            const float v489 = v477 + v488;
            const float v490 = __shfl_xor_sync(0xffffffffu, v479, 2);
            const float v491 = v479 + v490;
            const float v492 = __shfl_xor_sync(0xffffffffu, v481, 2);
            const float v493 = v481 + v492;
            const float v494 = __shfl_xor_sync(0xffffffffu, v483, 1);
            const float v495 = v483 + v494;
            const float v496 = __shfl_xor_sync(0xffffffffu, v485, 1);
            const float v497 = v485 + v496;
            const float v498 = __shfl_xor_sync(0xffffffffu, v487, 1);
            const float v499 = v487 + v498;
            const float v500 = __shfl_xor_sync(0xffffffffu, v489, 1);
            const float v501 = v489 + v500;
            const float v502 = __shfl_xor_sync(0xffffffffu, v491, 1);
            const float v503 = v491 + v502;
            const float v504 = __shfl_xor_sync(0xffffffffu, v493, 1);
            const float v505 = v493 + v504;
            if (v268) {
                const int v507 = v13 / 32;
                shared[v507] = __float_as_uint(v495);
                shared[v507 + 8] = __float_as_uint(v497);
                shared[v507 + 16] = __float_as_uint(v499);
                shared[v507 + 24] = __float_as_uint(v501);
                shared[v507 + 32] = __float_as_uint(v503);
                shared[v507 + 40] = __float_as_uint(v505);
            }
            __syncthreads();
            const unsigned v527 = shared[0];
            const unsigned v529 = shared[1];
            const unsigned v532 = shared[2];
            const unsigned v535 = shared[3];
            const unsigned v538 = shared[8];
            const unsigned v540 = shared[9];
            const unsigned v543 = shared[10];
            const unsigned v546 = shared[11];
            const unsigned v549 = shared[16];
            const unsigned v551 = shared[17];
            const unsigned v554 = shared[18];
            const unsigned v557 = shared[19];
            const unsigned v560 = shared[24];
            const unsigned v562 = shared[25];
            const unsigned v565 = shared[26];
            const unsigned v568 = shared[27];
            const unsigned v571 = shared[32];
            const unsigned v573 = shared[33];
            const unsigned v576 = shared[34];
            const unsigned v579 = shared[35];
            const unsigned v582 = shared[40];
            const unsigned v584 = shared[41];
            const unsigned v587 = shared[42];
            const unsigned v590 = shared[43];
            const float v594 = fmaf(v107, v393, __uint_as_float(v527) + __uint_as_float(v529) + __uint_as_float(v532) + __uint_as_float(v535));
            v107 = v594;
            const float v597 = fmaf(v108, v396, __uint_as_float(v538) + __uint_as_float(v540) + __uint_as_float(v543) + __uint_as_float(v546));
            v108 = v597;
            const float v600 = fmaf(v109, v399, __uint_as_float(v549) + __uint_as_float(v551) + __uint_as_float(v554) + __uint_as_float(v557));
            v109 = v600;
            const float v603 = fmaf(v110, v402, __uint_as_float(v560) + __uint_as_float(v562) + __uint_as_float(v565) + __uint_as_float(v568));
            v110 = v603;
            const float v606 = fmaf(v111, v405, __uint_as_float(v571) + __uint_as_float(v573) + __uint_as_float(v576) + __uint_as_float(v579));
            v111 = v606;
            const float v609 = fmaf(v112, v408, __uint_as_float(v582) + __uint_as_float(v584) + __uint_as_float(v587) + __uint_as_float(v590));
            v112 = v609;
            float v623 = v113 * v393;
            float v624 = v114 * v396;
            float v625 = v115 * v399;
            float v626 = v116 * v402;
            float v627 = v117 * v405;
            float v628 = v118 * v408;
            #pragma unroll 4
            for (int v629 = 0; v629 < 128; v629 += 1) {
                const int v630 = (int)((unsigned)v121 + (unsigned)v629);
                const bool v633 = 0 <= v630 && v630 < v98;
                const unsigned v638 = (unsigned)b2[v633 ? (int)((unsigned)v97 + (unsigned)v630 * 128u + (unsigned)v13) : 0];
                const float v643 = __uint_as_float((v633 ? v638 : 0u) << 16);
                const unsigned v645 = shared[v629 + 816];
                v623 = fmaf(__uint_as_float(v645), v643, v623);
                const unsigned v652 = shared[v629 + 944];
                v624 = fmaf(__uint_as_float(v652), v643, v624);
                const unsigned v659 = shared[v629 + 1072];
                v625 = fmaf(__uint_as_float(v659), v643, v625);
                const unsigned v666 = shared[v629 + 1200];
                v626 = fmaf(__uint_as_float(v666), v643, v626);
                const unsigned v673 = shared[v629 + 1328];
                v627 = fmaf(__uint_as_float(v673), v643, v627);
                const unsigned v680 = shared[v629 + 1456];
                v628 = fmaf(__uint_as_float(v680), v643, v628);
            }
            const float v687 = v624;
            const float v688 = v625;
            const float v689 = v626;
            const float v690 = v627;
            const float v691 = v628;
            v113 = v623;
            v114 = v687;
            v115 = v688;
            v116 = v689;
            v117 = v690;
            v118 = v691;
            v100 = v380;
            v101 = v382;
            v102 = v384;
            v103 = v386;
            v104 = v388;
            v105 = v390;
        }
        const int v708 = (int)((unsigned)v19 * 16u + (unsigned)(v20 / 256));
        const bool v711 = 0 <= v708 && v708 < 32;
        const int v712 = (int)((unsigned)v708 * 768u);
        const int v713 = v711 ? 6 : 0;
        const int v714 = (int)((unsigned)v708 * 12u);
        const int v715 = v711 ? 2 : 0;
        const int v717 = 0 < v715 ? 6 : 0;
        const int v719 = (int)((unsigned)v714 + 6u);
        const int v720 = 1 < v715 ? 6 : 0;
        const float v721 = v113;
        const int v723 = (int)((unsigned)v712 + (unsigned)v13);
        if (0 < v713) {
            b3[v723] = v721;
        }
        const float v727 = v114;
        const int v730 = (int)((unsigned)v712 + 128u + (unsigned)v13);
        if (1 < v713) {
            b3[v730] = v727;
        }
        const float v734 = v115;
        const int v737 = (int)((unsigned)v712 + 256u + (unsigned)v13);
        if (2 < v713) {
            b3[v737] = v734;
        }
        const float v741 = v116;
        const int v744 = (int)((unsigned)v712 + 384u + (unsigned)v13);
        if (3 < v713) {
            b3[v744] = v741;
        }
        const float v748 = v117;
        const int v751 = (int)((unsigned)v712 + 512u + (unsigned)v13);
        if (4 < v713) {
            b3[v751] = v748;
        }
        const float v755 = v118;
        const int v758 = (int)((unsigned)v712 + 640u + (unsigned)v13);
        if (5 < v713) {
            b3[v758] = v755;
        }
        const bool v762 = v13 == 0;
        if (v762) {
            const float v764 = v100;
            if (0 < v717) {
                b4[v714] = v764;
            }
        }
        const bool v770 = v13 == 1;
        if (v770) {
            const float v772 = v101;
            const int v774 = (int)((unsigned)v714 + 1u);
            if (1 < v717) {
                b4[v774] = v772;
            }
        }
        const bool v779 = v13 == 2;
        if (v779) {
            const float v781 = v102;
            const int v783 = (int)((unsigned)v714 + 2u);
            if (2 < v717) {
                b4[v783] = v781;
            }
        }
        const bool v788 = v13 == 3;
        if (v788) {
            const float v790 = v103;
            const int v792 = (int)((unsigned)v714 + 3u);
            if (3 < v717) {
                b4[v792] = v790;
            }
        }
        const bool v797 = v13 == 4;
        if (v797) {
            const float v799 = v104;
            const int v801 = (int)((unsigned)v714 + 4u);
            if (4 < v717) {
                b4[v801] = v799;
            }
        }
        const bool v806 = v13 == 5;
        if (v806) {
            const float v808 = v105;
            const int v810 = (int)((unsigned)v714 + 5u);
            if (5 < v717) {
                b4[v810] = v808;
            }
        }
        __syncthreads();
        if (v762) {
            const float v817 = v107;
            if (0 < v720) {
                b4[v719] = v817;
            }
        }
        if (v770) {
            const float v824 = v108;
            const int v827 = (int)((unsigned)v714 + 7u);
            if (1 < v720) {
                b4[v827] = v824;
            }
        }
        if (v779) {
            const float v833 = v109;
            const int v836 = (int)((unsigned)v714 + 8u);
            if (2 < v720) {
                b4[v836] = v833;
            }
        }
        if (v788) {
            const float v842 = v110;
            const int v845 = (int)((unsigned)v714 + 9u);
            if (3 < v720) {
                b4[v845] = v842;
            }
        }
        if (v797) {
            const float v851 = v111;
            const int v854 = (int)((unsigned)v714 + 10u);
            if (4 < v720) {
                b4[v854] = v851;
            }
        }
        if (v806) {
            const float v860 = v112;
            const int v863 = (int)((unsigned)v714 + 11u);
            if (5 < v720) {
                b4[v863] = v860;
            }
        }
    }
}

// tessera kernel attention_decode_gqa entry attention_decode_gqa__wide wide 1 params i32,i16,i16,w32,w32 sizes 1 threads 128 teams 1 count -1 shared 6336 cost 4197377
extern "C" __global__ void __launch_bounds__(128) attention_decode_gqa__wide(
    const float *b0, // q
    const unsigned short *b1, // kcache
    const unsigned short *b2, // vcache
    float *b3, // partial
    float *b4, // stats
    const int *s0) // len
{
    __shared__ unsigned shared[1584];
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
        shared[v13 + 48] = __float_as_uint(v34 * 0.088388346f);
        shared[v13 + 176] = __float_as_uint(v40 * 0.088388346f);
        shared[v13 + 304] = __float_as_uint(v45 * 0.088388346f);
        shared[v13 + 432] = __float_as_uint(v51 * 0.088388346f);
        shared[v13 + 560] = __float_as_uint(v57 * 0.088388346f);
        shared[v13 + 688] = __float_as_uint(v63 * 0.088388346f);
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
                const unsigned v168 = shared[v132 + 48];
                v125 = fmaf(__uint_as_float(v168), v166, v125);
                const unsigned v175 = shared[v132 + 176];
                v126 = fmaf(__uint_as_float(v175), v166, v126);
                const unsigned v182 = shared[v132 + 304];
                v127 = fmaf(__uint_as_float(v182), v166, v127);
                const unsigned v189 = shared[v132 + 432];
                v128 = fmaf(__uint_as_float(v189), v166, v128);
                const unsigned v196 = shared[v132 + 560];
                v129 = fmaf(__uint_as_float(v196), v166, v129);
                const unsigned v203 = shared[v132 + 688];
                v130 = fmaf(__uint_as_float(v203), v166, v130);
                const float v209 = __uint_as_float((v135 ? v141.x >> 16 : 0u) << 16);
                const unsigned v213 = shared[v132 + 49];
                v125 = fmaf(__uint_as_float(v213), v209, v125);
                const unsigned v222 = shared[v132 + 177];
                v126 = fmaf(__uint_as_float(v222), v209, v126);
                const unsigned v231 = shared[v132 + 305];
                v127 = fmaf(__uint_as_float(v231), v209, v127);
                const unsigned v240 = shared[v132 + 433];
                v128 = fmaf(__uint_as_float(v240), v209, v128);
                const unsigned v249 = shared[v132 + 561];
                v129 = fmaf(__uint_as_float(v249), v209, v129);
                const unsigned v258 = shared[v132 + 689];
                v130 = fmaf(__uint_as_float(v258), v209, v130);
                const float v264 = __uint_as_float((v135 ? v141.y & 0xffffu : 0u) << 16);
                const unsigned v268 = shared[v132 + 50];
                v125 = fmaf(__uint_as_float(v268), v264, v125);
                const unsigned v277 = shared[v132 + 178];
                v126 = fmaf(__uint_as_float(v277), v264, v126);
                const unsigned v286 = shared[v132 + 306];
                v127 = fmaf(__uint_as_float(v286), v264, v127);
                const unsigned v295 = shared[v132 + 434];
                v128 = fmaf(__uint_as_float(v295), v264, v128);
                const unsigned v304 = shared[v132 + 562];
                v129 = fmaf(__uint_as_float(v304), v264, v129);
                const unsigned v313 = shared[v132 + 690];
                v130 = fmaf(__uint_as_float(v313), v264, v130);
                const float v319 = __uint_as_float((v135 ? v141.y >> 16 : 0u) << 16);
                const unsigned v323 = shared[v132 + 51];
                v125 = fmaf(__uint_as_float(v323), v319, v125);
                const unsigned v332 = shared[v132 + 179];
                v126 = fmaf(__uint_as_float(v332), v319, v126);
                const unsigned v341 = shared[v132 + 307];
                v127 = fmaf(__uint_as_float(v341), v319, v127);
                const unsigned v350 = shared[v132 + 435];
                v128 = fmaf(__uint_as_float(v350), v319, v128);
                const unsigned v359 = shared[v132 + 563];
                v129 = fmaf(__uint_as_float(v359), v319, v129);
                const unsigned v368 = shared[v132 + 691];
                v130 = fmaf(__uint_as_float(v368), v319, v130);
                const float v374 = __uint_as_float((v135 ? v141.z & 0xffffu : 0u) << 16);
                const unsigned v378 = shared[v132 + 52];
                v125 = fmaf(__uint_as_float(v378), v374, v125);
                const unsigned v387 = shared[v132 + 180];
                v126 = fmaf(__uint_as_float(v387), v374, v126);
                const unsigned v396 = shared[v132 + 308];
                v127 = fmaf(__uint_as_float(v396), v374, v127);
                const unsigned v405 = shared[v132 + 436];
                v128 = fmaf(__uint_as_float(v405), v374, v128);
                const unsigned v414 = shared[v132 + 564];
                v129 = fmaf(__uint_as_float(v414), v374, v129);
                const unsigned v423 = shared[v132 + 692];
                v130 = fmaf(__uint_as_float(v423), v374, v130);
                const float v429 = __uint_as_float((v135 ? v141.z >> 16 : 0u) << 16);
                const unsigned v433 = shared[v132 + 53];
                v125 = fmaf(__uint_as_float(v433), v429, v125);
                const unsigned v442 = shared[v132 + 181];
                v126 = fmaf(__uint_as_float(v442), v429, v126);
                const unsigned v451 = shared[v132 + 309];
                v127 = fmaf(__uint_as_float(v451), v429, v127);
                const unsigned v460 = shared[v132 + 437];
                v128 = fmaf(__uint_as_float(v460), v429, v128);
                const unsigned v469 = shared[v132 + 565];
                v129 = fmaf(__uint_as_float(v469), v429, v129);
                const unsigned v478 = shared[v132 + 693];
                v130 = fmaf(__uint_as_float(v478), v429, v130);
                const float v484 = __uint_as_float((v135 ? v141.w & 0xffffu : 0u) << 16);
                const unsigned v488 = shared[v132 + 54];
                v125 = fmaf(__uint_as_float(v488), v484, v125);
                const unsigned v497 = shared[v132 + 182];
                v126 = fmaf(__uint_as_float(v497), v484, v126);
                const unsigned v506 = shared[v132 + 310];
                v127 = fmaf(__uint_as_float(v506), v484, v127);
                const unsigned v515 = shared[v132 + 438];
                v128 = fmaf(__uint_as_float(v515), v484, v128);
                const unsigned v524 = shared[v132 + 566];
                v129 = fmaf(__uint_as_float(v524), v484, v129);
                const unsigned v533 = shared[v132 + 694];
                v130 = fmaf(__uint_as_float(v533), v484, v130);
                const float v539 = __uint_as_float((v135 ? v141.w >> 16 : 0u) << 16);
                const unsigned v544 = shared[v132 + 55];
                v125 = fmaf(__uint_as_float(v544), v539, v125);
                const unsigned v553 = shared[v132 + 183];
                v126 = fmaf(__uint_as_float(v553), v539, v126);
                const unsigned v562 = shared[v132 + 311];
                v127 = fmaf(__uint_as_float(v562), v539, v127);
                const unsigned v571 = shared[v132 + 439];
                v128 = fmaf(__uint_as_float(v571), v539, v128);
                const unsigned v580 = shared[v132 + 567];
                v129 = fmaf(__uint_as_float(v580), v539, v129);
                const unsigned v589 = shared[v132 + 695];
                v130 = fmaf(__uint_as_float(v589), v539, v130);
            }
            const float v601 = v123 ? v125 : -1e+30f;
            const float v602 = v123 ? v126 : -1e+30f;
            const float v603 = v123 ? v127 : -1e+30f;
            const float v604 = v123 ? v128 : -1e+30f;
            const float v605 = v123 ? v129 : -1e+30f;
            const float v606 = v123 ? v130 : -1e+30f;
            const float v608 = fmaxf(-__int_as_float(0x7f800000), v601);
            const float v609 = fmaxf(-__int_as_float(0x7f800000), v602);
            const float v610 = fmaxf(-__int_as_float(0x7f800000), v603);
            const float v611 = fmaxf(-__int_as_float(0x7f800000), v604);
            const float v612 = fmaxf(-__int_as_float(0x7f800000), v605);
            const float v613 = fmaxf(-__int_as_float(0x7f800000), v606);
            const float v614 = __shfl_xor_sync(0xffffffffu, v608, 16);
            const float v615 = fmaxf(v608, v614);
            const float v616 = __shfl_xor_sync(0xffffffffu, v609, 16);
            const float v617 = fmaxf(v609, v616);
            const float v618 = __shfl_xor_sync(0xffffffffu, v610, 16);
            const float v619 = fmaxf(v610, v618);
            const float v620 = __shfl_xor_sync(0xffffffffu, v611, 16);
            const float v621 = fmaxf(v611, v620);
            const float v622 = __shfl_xor_sync(0xffffffffu, v612, 16);
            const float v623 = fmaxf(v612, v622);
            const float v624 = __shfl_xor_sync(0xffffffffu, v613, 16);
            const float v625 = fmaxf(v613, v624);
            const float v626 = __shfl_xor_sync(0xffffffffu, v615, 8);
            const float v627 = fmaxf(v615, v626);
            const float v628 = __shfl_xor_sync(0xffffffffu, v617, 8);
            const float v629 = fmaxf(v617, v628);
            const float v630 = __shfl_xor_sync(0xffffffffu, v619, 8);
            const float v631 = fmaxf(v619, v630);
            const float v632 = __shfl_xor_sync(0xffffffffu, v621, 8);
            const float v633 = fmaxf(v621, v632);
            const float v634 = __shfl_xor_sync(0xffffffffu, v623, 8);
            const float v635 = fmaxf(v623, v634);
            const float v636 = __shfl_xor_sync(0xffffffffu, v625, 8);
            const float v637 = fmaxf(v625, v636);
            const float v638 = __shfl_xor_sync(0xffffffffu, v627, 4);
            const float v639 = fmaxf(v627, v638);
            const float v640 = __shfl_xor_sync(0xffffffffu, v629, 4);
            const float v641 = fmaxf(v629, v640);
            const float v642 = __shfl_xor_sync(0xffffffffu, v631, 4);
            const float v643 = fmaxf(v631, v642);
            const float v644 = __shfl_xor_sync(0xffffffffu, v633, 4);
            const float v645 = fmaxf(v633, v644);
            const float v646 = __shfl_xor_sync(0xffffffffu, v635, 4);
            const float v647 = fmaxf(v635, v646);
            const float v648 = __shfl_xor_sync(0xffffffffu, v637, 4);
            const float v649 = fmaxf(v637, v648);
            const float v650 = __shfl_xor_sync(0xffffffffu, v639, 2);
            const float v651 = fmaxf(v639, v650);
            const float v652 = __shfl_xor_sync(0xffffffffu, v641, 2);
            const float v653 = fmaxf(v641, v652);
            const float v654 = __shfl_xor_sync(0xffffffffu, v643, 2);
            const float v655 = fmaxf(v643, v654);
            const float v656 = __shfl_xor_sync(0xffffffffu, v645, 2);
            const float v657 = fmaxf(v645, v656);
            const float v658 = __shfl_xor_sync(0xffffffffu, v647, 2);
            const float v659 = fmaxf(v647, v658);
            const float v660 = __shfl_xor_sync(0xffffffffu, v649, 2);
            const float v661 = fmaxf(v649, v660);
            const float v662 = __shfl_xor_sync(0xffffffffu, v651, 1);
            const float v663 = fmaxf(v651, v662);
            const float v664 = __shfl_xor_sync(0xffffffffu, v653, 1);
            const float v665 = fmaxf(v653, v664);
            const float v666 = __shfl_xor_sync(0xffffffffu, v655, 1);
            const float v667 = fmaxf(v655, v666);
            const float v668 = __shfl_xor_sync(0xffffffffu, v657, 1);
            const float v669 = fmaxf(v657, v668);
            const float v670 = __shfl_xor_sync(0xffffffffu, v659, 1);
            const float v671 = fmaxf(v659, v670);
            const float v672 = __shfl_xor_sync(0xffffffffu, v661, 1);
            const float v673 = fmaxf(v661, v672);
            __syncthreads();
            const bool v676 = v13 % 32 == 0;
            if (v676) {
                const int v678 = v13 / 32;
                shared[v678] = __float_as_uint(v663);
                shared[v678 + 8] = __float_as_uint(v665);
                shared[v678 + 16] = __float_as_uint(v667);
                shared[v678 + 24] = __float_as_uint(v669);
                shared[v678 + 32] = __float_as_uint(v671);
                shared[v678 + 40] = __float_as_uint(v673);
            }
            __syncthreads();
            const unsigned v701 = shared[0];
            const unsigned v703 = shared[1];
            const unsigned v706 = shared[2];
            const unsigned v709 = shared[3];
            const unsigned v712 = shared[8];
            const unsigned v715 = shared[9];
            const unsigned v719 = shared[10];
            const unsigned v723 = shared[11];
            const unsigned v727 = shared[16];
            const unsigned v730 = shared[17];
            const unsigned v734 = shared[18];
            const unsigned v738 = shared[19];
            const unsigned v742 = shared[24];
            const unsigned v745 = shared[25];
            const unsigned v749 = shared[26];
            const unsigned v753 = shared[27];
            const unsigned v756 = shared[32];
            const unsigned v759 = shared[33];
            const unsigned v763 = shared[34];
            const unsigned v767 = shared[35];
            const unsigned v771 = shared[40];
            const unsigned v774 = shared[41];
            const unsigned v778 = shared[42];
            const unsigned v782 = shared[43];
            const float v786 = fmaxf(v100, fmaxf(fmaxf(fmaxf(__uint_as_float(v701), __uint_as_float(v703)), __uint_as_float(v706)), __uint_as_float(v709)));
            const float v788 = fmaxf(v101, fmaxf(fmaxf(fmaxf(__uint_as_float(v712), __uint_as_float(v715)), __uint_as_float(v719)), __uint_as_float(v723)));
            const float v790 = fmaxf(v102, fmaxf(fmaxf(fmaxf(__uint_as_float(v727), __uint_as_float(v730)), __uint_as_float(v734)), __uint_as_float(v738)));
            const float v792 = fmaxf(v103, fmaxf(fmaxf(fmaxf(__uint_as_float(v742), __uint_as_float(v745)), __uint_as_float(v749)), __uint_as_float(v753)));
            const float v794 = fmaxf(v104, fmaxf(fmaxf(fmaxf(__uint_as_float(v756), __uint_as_float(v759)), __uint_as_float(v763)), __uint_as_float(v767)));
            const float v796 = fmaxf(v105, fmaxf(fmaxf(fmaxf(__uint_as_float(v771), __uint_as_float(v774)), __uint_as_float(v778)), __uint_as_float(v782)));
            const float v799 = expf(v100 - v786);
            const float v802 = expf(v101 - v788);
            const float v805 = expf(v102 - v790);
            const float v808 = expf(v103 - v792);
            const float v811 = expf(v104 - v794);
            const float v814 = expf(v105 - v796);
            const float v816 = expf(v601 - v786);
            const float v818 = expf(v602 - v788);
            const float v820 = expf(v603 - v790);
            const float v822 = expf(v604 - v792);
            const float v824 = expf(v605 - v794);
            const float v826 = expf(v606 - v796);
            __syncthreads();
            shared[v13 + 816] = __float_as_uint(v816);
            shared[v13 + 944] = __float_as_uint(v818);
            shared[v13 + 1072] = __float_as_uint(v820);
            shared[v13 + 1200] = __float_as_uint(v822);
            shared[v13 + 1328] = __float_as_uint(v824);
            shared[v13 + 1456] = __float_as_uint(v826);
            const float v852 = __shfl_xor_sync(0xffffffffu, v816, 16);
            const float v853 = v816 + v852;
            const float v854 = __shfl_xor_sync(0xffffffffu, v818, 16);
            const float v855 = v818 + v854;
            const float v856 = __shfl_xor_sync(0xffffffffu, v820, 16);
            const float v857 = v820 + v856;
            const float v858 = __shfl_xor_sync(0xffffffffu, v822, 16);
            const float v859 = v822 + v858;
            const float v860 = __shfl_xor_sync(0xffffffffu, v824, 16);
            const float v861 = v824 + v860;
            const float v862 = __shfl_xor_sync(0xffffffffu, v826, 16);
            const float v863 = v826 + v862;
            const float v864 = __shfl_xor_sync(0xffffffffu, v853, 8);
            const float v865 = v853 + v864;
            const float v866 = __shfl_xor_sync(0xffffffffu, v855, 8);
            const float v867 = v855 + v866;
            const float v868 = __shfl_xor_sync(0xffffffffu, v857, 8);
            const float v869 = v857 + v868;
            const float v870 = __shfl_xor_sync(0xffffffffu, v859, 8);
            const float v871 = v859 + v870;
            const float v872 = __shfl_xor_sync(0xffffffffu, v861, 8);
            const float v873 = v861 + v872;
            const float v874 = __shfl_xor_sync(0xffffffffu, v863, 8);
            const float v875 = v863 + v874;
            const float v876 = __shfl_xor_sync(0xffffffffu, v865, 4);
            const float v877 = v865 + v876;
            const float v878 = __shfl_xor_sync(0xffffffffu, v867, 4);
            const float v879 = v867 + v878;
            const float v880 = __shfl_xor_sync(0xffffffffu, v869, 4);
            const float v881 = v869 + v880;
            const float v882 = __shfl_xor_sync(0xffffffffu, v871, 4);
            const float v883 = v871 + v882;
            const float v884 = __shfl_xor_sync(0xffffffffu, v873, 4);
            const float v885 = v873 + v884;
            const float v886 = __shfl_xor_sync(0xffffffffu, v875, 4);
            const float v887 = v875 + v886;
            const float v888 = __shfl_xor_sync(0xffffffffu, v877, 2);
            const float v889 = v877 + v888;
            const float v890 = __shfl_xor_sync(0xffffffffu, v879, 2);
            const float v891 = v879 + v890;
            const float v892 = __shfl_xor_sync(0xffffffffu, v881, 2);
            const float v893 = v881 + v892;
            const float v894 = __shfl_xor_sync(0xffffffffu, v883, 2);
            const float v895 = v883 + v894;
            const float v896 = __shfl_xor_sync(0xffffffffu, v885, 2);
            const float v897 = v885 + v896;
            const float v898 = __shfl_xor_sync(0xffffffffu, v887, 2);
            const float v899 = v887 + v898;
            const float v900 = __shfl_xor_sync(0xffffffffu, v889, 1);
            const float v901 = v889 + v900;
            const float v902 = __shfl_xor_sync(0xffffffffu, v891, 1);
            const float v903 = v891 + v902;
            const float v904 = __shfl_xor_sync(0xffffffffu, v893, 1);
            const float v905 = v893 + v904;
            const float v906 = __shfl_xor_sync(0xffffffffu, v895, 1);
            const float v907 = v895 + v906;
            const float v908 = __shfl_xor_sync(0xffffffffu, v897, 1);
            const float v909 = v897 + v908;
            const float v910 = __shfl_xor_sync(0xffffffffu, v899, 1);
            const float v911 = v899 + v910;
            if (v676) {
                const int v913 = v13 / 32;
                shared[v913] = __float_as_uint(v901);
                shared[v913 + 8] = __float_as_uint(v903);
                shared[v913 + 16] = __float_as_uint(v905);
                shared[v913 + 24] = __float_as_uint(v907);
                shared[v913 + 32] = __float_as_uint(v909);
                shared[v913 + 40] = __float_as_uint(v911);
            }
            __syncthreads();
            const unsigned v933 = shared[0];
            const unsigned v935 = shared[1];
            const unsigned v938 = shared[2];
            const unsigned v941 = shared[3];
            const unsigned v944 = shared[8];
            const unsigned v946 = shared[9];
            const unsigned v949 = shared[10];
            const unsigned v952 = shared[11];
            const unsigned v955 = shared[16];
            const unsigned v957 = shared[17];
            const unsigned v960 = shared[18];
            const unsigned v963 = shared[19];
            const unsigned v966 = shared[24];
            const unsigned v968 = shared[25];
            const unsigned v971 = shared[26];
            const unsigned v974 = shared[27];
            const unsigned v977 = shared[32];
            const unsigned v979 = shared[33];
            const unsigned v982 = shared[34];
            const unsigned v985 = shared[35];
            const unsigned v988 = shared[40];
            const unsigned v990 = shared[41];
            const unsigned v993 = shared[42];
            const unsigned v996 = shared[43];
            const float v1000 = fmaf(v107, v799, __uint_as_float(v933) + __uint_as_float(v935) + __uint_as_float(v938) + __uint_as_float(v941));
            v107 = v1000;
            const float v1003 = fmaf(v108, v802, __uint_as_float(v944) + __uint_as_float(v946) + __uint_as_float(v949) + __uint_as_float(v952));
            v108 = v1003;
            const float v1006 = fmaf(v109, v805, __uint_as_float(v955) + __uint_as_float(v957) + __uint_as_float(v960) + __uint_as_float(v963));
            v109 = v1006;
            const float v1009 = fmaf(v110, v808, __uint_as_float(v966) + __uint_as_float(v968) + __uint_as_float(v971) + __uint_as_float(v974));
            v110 = v1009;
            const float v1012 = fmaf(v111, v811, __uint_as_float(v977) + __uint_as_float(v979) + __uint_as_float(v982) + __uint_as_float(v985));
            v111 = v1012;
            const float v1015 = fmaf(v112, v814, __uint_as_float(v988) + __uint_as_float(v990) + __uint_as_float(v993) + __uint_as_float(v996));
            v112 = v1015;
            float v1029 = v113 * v799;
            float v1030 = v114 * v802;
            float v1031 = v115 * v805;
            float v1032 = v116 * v808;
            float v1033 = v117 * v811;
            float v1034 = v118 * v814;
            #pragma unroll 4
            for (int v1035 = 0; v1035 < 128; v1035 += 1) {
                const int v1036 = (int)((unsigned)v121 + (unsigned)v1035);
                const bool v1039 = 0 <= v1036 && v1036 < v98;
                const unsigned v1044 = (unsigned)b2[v1039 ? (int)((unsigned)v97 + (unsigned)v1036 * 128u + (unsigned)v13) : 0];
                const float v1049 = __uint_as_float((v1039 ? v1044 : 0u) << 16);
                const unsigned v1051 = shared[v1035 + 816];
                v1029 = fmaf(__uint_as_float(v1051), v1049, v1029);
                const unsigned v1058 = shared[v1035 + 944];
                v1030 = fmaf(__uint_as_float(v1058), v1049, v1030);
                const unsigned v1065 = shared[v1035 + 1072];
                v1031 = fmaf(__uint_as_float(v1065), v1049, v1031);
                const unsigned v1072 = shared[v1035 + 1200];
                v1032 = fmaf(__uint_as_float(v1072), v1049, v1032);
                const unsigned v1079 = shared[v1035 + 1328];
                v1033 = fmaf(__uint_as_float(v1079), v1049, v1033);
                const unsigned v1086 = shared[v1035 + 1456];
                v1034 = fmaf(__uint_as_float(v1086), v1049, v1034);
            }
            const float v1093 = v1030;
            const float v1094 = v1031;
            const float v1095 = v1032;
            const float v1096 = v1033;
            const float v1097 = v1034;
            v113 = v1029;
            v114 = v1093;
            v115 = v1094;
            v116 = v1095;
            v117 = v1096;
            v118 = v1097;
            v100 = v786;
            v101 = v788;
            v102 = v790;
            v103 = v792;
            v104 = v794;
            v105 = v796;
        }
        const int v1114 = (int)((unsigned)v19 * 16u + (unsigned)(v20 / 256));
        const bool v1117 = 0 <= v1114 && v1114 < 32;
        const int v1118 = (int)((unsigned)v1114 * 768u);
        const int v1119 = v1117 ? 6 : 0;
        const int v1120 = (int)((unsigned)v1114 * 12u);
        const int v1121 = v1117 ? 2 : 0;
        const int v1123 = 0 < v1121 ? 6 : 0;
        const int v1125 = (int)((unsigned)v1120 + 6u);
        const int v1126 = 1 < v1121 ? 6 : 0;
        const float v1127 = v113;
        const int v1129 = (int)((unsigned)v1118 + (unsigned)v13);
        if (0 < v1119) {
            b3[v1129] = v1127;
        }
        const float v1133 = v114;
        const int v1136 = (int)((unsigned)v1118 + 128u + (unsigned)v13);
        if (1 < v1119) {
            b3[v1136] = v1133;
        }
        const float v1140 = v115;
        const int v1143 = (int)((unsigned)v1118 + 256u + (unsigned)v13);
        if (2 < v1119) {
            b3[v1143] = v1140;
        }
        const float v1147 = v116;
        const int v1150 = (int)((unsigned)v1118 + 384u + (unsigned)v13);
        if (3 < v1119) {
            b3[v1150] = v1147;
        }
        const float v1154 = v117;
        const int v1157 = (int)((unsigned)v1118 + 512u + (unsigned)v13);
        if (4 < v1119) {
            b3[v1157] = v1154;
        }
        const float v1161 = v118;
        const int v1164 = (int)((unsigned)v1118 + 640u + (unsigned)v13);
        if (5 < v1119) {
            b3[v1164] = v1161;
        }
        const bool v1168 = v13 == 0;
        if (v1168) {
            const float v1170 = v100;
            if (0 < v1123) {
                b4[v1120] = v1170;
            }
        }
        const bool v1176 = v13 == 1;
        if (v1176) {
            const float v1178 = v101;
            const int v1180 = (int)((unsigned)v1120 + 1u);
            if (1 < v1123) {
                b4[v1180] = v1178;
            }
        }
        const bool v1185 = v13 == 2;
        if (v1185) {
            const float v1187 = v102;
            const int v1189 = (int)((unsigned)v1120 + 2u);
            if (2 < v1123) {
                b4[v1189] = v1187;
            }
        }
        const bool v1194 = v13 == 3;
        if (v1194) {
            const float v1196 = v103;
            const int v1198 = (int)((unsigned)v1120 + 3u);
            if (3 < v1123) {
                b4[v1198] = v1196;
            }
        }
        const bool v1203 = v13 == 4;
        if (v1203) {
            const float v1205 = v104;
            const int v1207 = (int)((unsigned)v1120 + 4u);
            if (4 < v1123) {
                b4[v1207] = v1205;
            }
        }
        const bool v1212 = v13 == 5;
        if (v1212) {
            const float v1214 = v105;
            const int v1216 = (int)((unsigned)v1120 + 5u);
            if (5 < v1123) {
                b4[v1216] = v1214;
            }
        }
        __syncthreads();
        if (v1168) {
            const float v1223 = v107;
            if (0 < v1126) {
                b4[v1125] = v1223;
            }
        }
        if (v1176) {
            const float v1230 = v108;
            const int v1233 = (int)((unsigned)v1120 + 7u);
            if (1 < v1126) {
                b4[v1233] = v1230;
            }
        }
        if (v1185) {
            const float v1239 = v109;
            const int v1242 = (int)((unsigned)v1120 + 8u);
            if (2 < v1126) {
                b4[v1242] = v1239;
            }
        }
        if (v1194) {
            const float v1248 = v110;
            const int v1251 = (int)((unsigned)v1120 + 9u);
            if (3 < v1126) {
                b4[v1251] = v1248;
            }
        }
        if (v1203) {
            const float v1257 = v111;
            const int v1260 = (int)((unsigned)v1120 + 10u);
            if (4 < v1126) {
                b4[v1260] = v1257;
            }
        }
        if (v1212) {
            const float v1266 = v112;
            const int v1269 = (int)((unsigned)v1120 + 11u);
            if (5 < v1126) {
                b4[v1269] = v1266;
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
