// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel attention_decode_gqa entry ts_attention_decode_gqa wide 0 params i32:q:32:12*128,i16:kcache:16:2*4096*128,i16:vcache:16:2*4096*128,w32:partial:32:128*6*128,w32:stats:32:128*2*6 sizes 1 threads 128 teams 1 count -1 shared 4704 cost 2100225
extern "C" __global__ void __launch_bounds__(128) ts_attention_decode_gqa(
    const float *b0, // q
    const unsigned short *b1, // kcache
    const unsigned short *b2, // vcache
    float *b3, // partial
    float *b4, // stats
    const int *s0) // len
{
    __shared__ unsigned shared[1176];
    const int v1 = (int)blockIdx.x;
    const int v3 = s0[0];
    const int v10 = 0 < v3 ? (int)((unsigned)v3 - 1u) / 64 + 1 : 0;
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
        const int v54 = (int)((unsigned)(v16 % v10) * 64u);
        __syncthreads();
        shared[v14 + 24] = __float_as_uint(v22 * 0.088388346f);
        shared[v14 + 152] = __float_as_uint(v28 * 0.088388346f);
        shared[v14 + 280] = __float_as_uint(v33 * 0.088388346f);
        shared[v14 + 408] = __float_as_uint(v39 * 0.088388346f);
        shared[v14 + 536] = __float_as_uint(v45 * 0.088388346f);
        shared[v14 + 664] = __float_as_uint(v51 * 0.088388346f);
        const int v89 = min(v3, 4096);
        const int v90 = (int)((unsigned)v17 * 524288u);
        float v91 = -3.4028235e+38f;
        float v92 = -3.4028235e+38f;
        float v93 = -3.4028235e+38f;
        float v94 = -3.4028235e+38f;
        float v95 = -3.4028235e+38f;
        float v96 = -3.4028235e+38f;
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
        const int v111 = min(v3, (int)((unsigned)v54 + 64u));
        for (int v112 = v54; v112 < v111; v112 += 64) {
            const int v114 = min(v14, 63);
            const int v115 = v112 + v114;
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
            const bool v176 = v14 < 64;
            const float v178 = v116 ? v118 : -__builtin_inff();
            const float v180 = fmaxf(-__builtin_inff(), v176 ? v178 : -__builtin_inff());
            const float v182 = v116 ? v119 : -__builtin_inff();
            const float v184 = fmaxf(-__builtin_inff(), v176 ? v182 : -__builtin_inff());
            const float v186 = v116 ? v120 : -__builtin_inff();
            const float v188 = fmaxf(-__builtin_inff(), v176 ? v186 : -__builtin_inff());
            const float v190 = v116 ? v121 : -__builtin_inff();
            const float v192 = fmaxf(-__builtin_inff(), v176 ? v190 : -__builtin_inff());
            const float v194 = v116 ? v122 : -__builtin_inff();
            const float v196 = fmaxf(-__builtin_inff(), v176 ? v194 : -__builtin_inff());
            const float v198 = v116 ? v123 : -__builtin_inff();
            const float v200 = fmaxf(-__builtin_inff(), v176 ? v198 : -__builtin_inff());
            const float v201 = __shfl_xor(v180, 32);
            const float v202 = fmaxf(v180, v201);
            const float v203 = __shfl_xor(v184, 32);
            const float v204 = fmaxf(v184, v203);
            const float v205 = __shfl_xor(v188, 32);
            const float v206 = fmaxf(v188, v205);
            const float v207 = __shfl_xor(v192, 32);
            const float v208 = fmaxf(v192, v207);
            const float v209 = __shfl_xor(v196, 32);
            const float v210 = fmaxf(v196, v209);
            const float v211 = __shfl_xor(v200, 32);
            const float v212 = fmaxf(v200, v211);
            const float v213 = __shfl_xor(v202, 16);
            const float v214 = fmaxf(v202, v213);
            const float v215 = __shfl_xor(v204, 16);
            const float v216 = fmaxf(v204, v215);
            const float v217 = __shfl_xor(v206, 16);
            const float v218 = fmaxf(v206, v217);
            const float v219 = __shfl_xor(v208, 16);
            const float v220 = fmaxf(v208, v219);
            const float v221 = __shfl_xor(v210, 16);
            const float v222 = fmaxf(v210, v221);
            const float v223 = __shfl_xor(v212, 16);
            const float v224 = fmaxf(v212, v223);
            const float v225 = __shfl_xor(v214, 8);
            const float v226 = fmaxf(v214, v225);
            const float v227 = __shfl_xor(v216, 8);
            const float v228 = fmaxf(v216, v227);
            const float v229 = __shfl_xor(v218, 8);
            const float v230 = fmaxf(v218, v229);
            const float v231 = __shfl_xor(v220, 8);
            const float v232 = fmaxf(v220, v231);
            const float v233 = __shfl_xor(v222, 8);
            const float v234 = fmaxf(v222, v233);
            const float v235 = __shfl_xor(v224, 8);
            const float v236 = fmaxf(v224, v235);
            const float v237 = __shfl_xor(v226, 4);
            const float v238 = fmaxf(v226, v237);
            const float v239 = __shfl_xor(v228, 4);
            const float v240 = fmaxf(v228, v239);
            const float v241 = __shfl_xor(v230, 4);
            const float v242 = fmaxf(v230, v241);
            const float v243 = __shfl_xor(v232, 4);
            const float v244 = fmaxf(v232, v243);
            const float v245 = __shfl_xor(v234, 4);
            const float v246 = fmaxf(v234, v245);
            const float v247 = __shfl_xor(v236, 4);
            const float v248 = fmaxf(v236, v247);
            const float v249 = __shfl_xor(v238, 2);
            const float v250 = fmaxf(v238, v249);
            const float v251 = __shfl_xor(v240, 2);
            const float v252 = fmaxf(v240, v251);
            const float v253 = __shfl_xor(v242, 2);
            const float v254 = fmaxf(v242, v253);
            const float v255 = __shfl_xor(v244, 2);
            const float v256 = fmaxf(v244, v255);
            const float v257 = __shfl_xor(v246, 2);
            const float v258 = fmaxf(v246, v257);
            const float v259 = __shfl_xor(v248, 2);
            const float v260 = fmaxf(v248, v259);
            const float v261 = __shfl_xor(v250, 1);
            const float v262 = fmaxf(v250, v261);
            const float v263 = __shfl_xor(v252, 1);
            const float v264 = fmaxf(v252, v263);
            const float v265 = __shfl_xor(v254, 1);
            const float v266 = fmaxf(v254, v265);
            const float v267 = __shfl_xor(v256, 1);
            const float v268 = fmaxf(v256, v267);
            const float v269 = __shfl_xor(v258, 1);
            const float v270 = fmaxf(v258, v269);
            const float v271 = __shfl_xor(v260, 1);
            const float v272 = fmaxf(v260, v271);
            __syncthreads();
            const bool v275 = v14 % 64 == 0;
            if (v275) {
                const int v277 = v14 / 64;
                shared[v277] = __float_as_uint(v262);
                shared[v277 + 4] = __float_as_uint(v264);
                shared[v277 + 8] = __float_as_uint(v266);
                shared[v277 + 12] = __float_as_uint(v268);
                shared[v277 + 16] = __float_as_uint(v270);
                shared[v277 + 20] = __float_as_uint(v272);
            }
            __syncthreads();
            const unsigned v301 = shared[0];
            const unsigned v303 = shared[1];
            const float v306 = fmaxf(v91, fmaxf(__uint_as_float(v301), __uint_as_float(v303)));
            const float v308 = expf(v178 - v306);
            const unsigned v310 = shared[4];
            const unsigned v312 = shared[5];
            const float v315 = fmaxf(v92, fmaxf(__uint_as_float(v310), __uint_as_float(v312)));
            const float v317 = expf(v182 - v315);
            const unsigned v320 = shared[8];
            const unsigned v323 = shared[9];
            const float v326 = fmaxf(v93, fmaxf(__uint_as_float(v320), __uint_as_float(v323)));
            const float v328 = expf(v186 - v326);
            const unsigned v330 = shared[12];
            const unsigned v333 = shared[13];
            const float v336 = fmaxf(v94, fmaxf(__uint_as_float(v330), __uint_as_float(v333)));
            const float v338 = expf(v190 - v336);
            const unsigned v341 = shared[16];
            const unsigned v344 = shared[17];
            const float v347 = fmaxf(v95, fmaxf(__uint_as_float(v341), __uint_as_float(v344)));
            const float v349 = expf(v194 - v347);
            const unsigned v352 = shared[20];
            const unsigned v355 = shared[21];
            const float v358 = fmaxf(v96, fmaxf(__uint_as_float(v352), __uint_as_float(v355)));
            const float v360 = expf(v198 - v358);
            const float v363 = expf(v91 - v306);
            const float v366 = expf(v92 - v315);
            const float v369 = expf(v93 - v326);
            const float v372 = expf(v94 - v336);
            const float v375 = expf(v95 - v347);
            const float v378 = expf(v96 - v358);
            __syncthreads();
            if (v176) {
                shared[v114 + 792] = __float_as_uint(v308);
            }
            if (v176) {
                shared[v114 + 856] = __float_as_uint(v317);
            }
            if (v176) {
                shared[v114 + 920] = __float_as_uint(v328);
            }
            if (v176) {
                shared[v114 + 984] = __float_as_uint(v338);
            }
            if (v176) {
                shared[v114 + 1048] = __float_as_uint(v349);
            }
            if (v176) {
                shared[v114 + 1112] = __float_as_uint(v360);
            }
            const float v416 = v176 ? v308 : 0.0f;
            const float v417 = v176 ? v317 : 0.0f;
            const float v418 = v176 ? v328 : 0.0f;
            const float v419 = v176 ? v338 : 0.0f;
            const float v420 = v176 ? v349 : 0.0f;
            const float v421 = v176 ? v360 : 0.0f;
            const float v422 = __shfl_xor(v416, 32);
            const float v423 = v416 + v422;
            const float v424 = __shfl_xor(v417, 32);
            const float v425 = v417 + v424;
            const float v426 = __shfl_xor(v418, 32);
            const float v427 = v418 + v426;
            const float v428 = __shfl_xor(v419, 32);
            const float v429 = v419 + v428;
            const float v430 = __shfl_xor(v420, 32);
            const float v431 = v420 + v430;
            const float v432 = __shfl_xor(v421, 32);
            const float v433 = v421 + v432;
            const float v434 = __shfl_xor(v423, 16);
            const float v435 = v423 + v434;
            const float v436 = __shfl_xor(v425, 16);
            const float v437 = v425 + v436;
            const float v438 = __shfl_xor(v427, 16);
            const float v439 = v427 + v438;
            const float v440 = __shfl_xor(v429, 16);
            const float v441 = v429 + v440;
            const float v442 = __shfl_xor(v431, 16);
            const float v443 = v431 + v442;
            const float v444 = __shfl_xor(v433, 16);
            const float v445 = v433 + v444;
            const float v446 = __shfl_xor(v435, 8);
            const float v447 = v435 + v446;
            const float v448 = __shfl_xor(v437, 8);
            const float v449 = v437 + v448;
            const float v450 = __shfl_xor(v439, 8);
            const float v451 = v439 + v450;
            const float v452 = __shfl_xor(v441, 8);
            const float v453 = v441 + v452;
            const float v454 = __shfl_xor(v443, 8);
            const float v455 = v443 + v454;
            const float v456 = __shfl_xor(v445, 8);
            const float v457 = v445 + v456;
            const float v458 = __shfl_xor(v447, 4);
            const float v459 = v447 + v458;
            const float v460 = __shfl_xor(v449, 4);
            const float v461 = v449 + v460;
            const float v462 = __shfl_xor(v451, 4);
            const float v463 = v451 + v462;
            const float v464 = __shfl_xor(v453, 4);
            const float v465 = v453 + v464;
            const float v466 = __shfl_xor(v455, 4);
            const float v467 = v455 + v466;
            const float v468 = __shfl_xor(v457, 4);
            const float v469 = v457 + v468;
            const float v470 = __shfl_xor(v459, 2);
            const float v471 = v459 + v470;
            const float v472 = __shfl_xor(v461, 2);
            const float v473 = v461 + v472;
            const float v474 = __shfl_xor(v463, 2);
            const float v475 = v463 + v474;
            const float v476 = __shfl_xor(v465, 2);
            const float v477 = v465 + v476;
            const float v478 = __shfl_xor(v467, 2);
            const float v479 = v467 + v478;
            const float v480 = __shfl_xor(v469, 2);
            const float v481 = v469 + v480;
            const float v482 = __shfl_xor(v471, 1);
            const float v483 = v471 + v482;
            const float v484 = __shfl_xor(v473, 1);
            const float v485 = v473 + v484;
            const float v486 = __shfl_xor(v475, 1);
            const float v487 = v475 + v486;
            const float v488 = __shfl_xor(v477, 1);
            const float v489 = v477 + v488;
            const float v490 = __shfl_xor(v479, 1);
            const float v491 = v479 + v490;
            const float v492 = __shfl_xor(v481, 1);
            const float v493 = v481 + v492;
            if (v275) {
                const int v495 = v14 / 64;
                shared[v495] = __float_as_uint(v483);
                shared[v495 + 4] = __float_as_uint(v485);
                shared[v495 + 8] = __float_as_uint(v487);
                shared[v495 + 12] = __float_as_uint(v489);
                shared[v495 + 16] = __float_as_uint(v491);
                shared[v495 + 20] = __float_as_uint(v493);
            }
            __syncthreads();
            const unsigned v516 = shared[0];
            const unsigned v518 = shared[1];
            const unsigned v522 = shared[4];
            const unsigned v524 = shared[5];
            const unsigned v527 = shared[8];
            const unsigned v529 = shared[9];
            const unsigned v532 = shared[12];
            const unsigned v534 = shared[13];
            const unsigned v537 = shared[16];
            const unsigned v539 = shared[17];
            const unsigned v542 = shared[20];
            const unsigned v544 = shared[21];
            v98 = fmaf(v98, v363, __uint_as_float(v516) + __uint_as_float(v518));
            v99 = fmaf(v99, v366, __uint_as_float(v522) + __uint_as_float(v524));
            v100 = fmaf(v100, v369, __uint_as_float(v527) + __uint_as_float(v529));
            v101 = fmaf(v101, v372, __uint_as_float(v532) + __uint_as_float(v534));
            v102 = fmaf(v102, v375, __uint_as_float(v537) + __uint_as_float(v539));
            v103 = fmaf(v103, v378, __uint_as_float(v542) + __uint_as_float(v544));
            float v575 = v104 * v363;
            float v576 = v105 * v366;
            float v577 = v106 * v369;
            float v578 = v107 * v372;
            float v579 = v108 * v375;
            float v580 = v109 * v378;
            #pragma unroll 4
            for (int v581 = 0; v581 < 64; v581 += 1) {
                const unsigned v584 = shared[v581 + 792];
                const int v586 = v112 + v581;
                const bool v589 = 0 <= v586 && v586 < v89;
                const unsigned v594 = (unsigned)b2[v589 ? (int)((unsigned)v90 + (unsigned)v586 * 128u + (unsigned)v14) : 0];
                const float v599 = __uint_as_float((v589 ? v594 : 0u) << 16);
                v575 = fmaf(__uint_as_float(v584), v599, v575);
                const unsigned v605 = shared[v581 + 856];
                v576 = fmaf(__uint_as_float(v605), v599, v576);
                const unsigned v612 = shared[v581 + 920];
                v577 = fmaf(__uint_as_float(v612), v599, v577);
                const unsigned v619 = shared[v581 + 984];
                v578 = fmaf(__uint_as_float(v619), v599, v578);
                const unsigned v626 = shared[v581 + 1048];
                v579 = fmaf(__uint_as_float(v626), v599, v579);
                const unsigned v633 = shared[v581 + 1112];
                v580 = fmaf(__uint_as_float(v633), v599, v580);
            }
            const float v640 = v576;
            const float v641 = v577;
            const float v642 = v578;
            const float v643 = v579;
            const float v644 = v580;
            v104 = v575;
            v105 = v640;
            v106 = v641;
            v107 = v642;
            v108 = v643;
            v109 = v644;
            v91 = v306;
            v92 = v315;
            v93 = v326;
            v94 = v336;
            v95 = v347;
            v96 = v358;
        }
        const int v660 = (int)((unsigned)v17 * 64u + (unsigned)(v54 / 64));
        const bool v663 = 0 <= v660 && v660 < 128;
        const int v664 = v663 ? 6 : 0;
        const int v666 = (int)((unsigned)v660 * 768u);
        const int v667 = (int)((unsigned)v666 + (unsigned)v14);
        const float v668 = v104;
        const int v669 = v663 ? 2 : 0;
        const int v671 = 0 < v669 ? 6 : 0;
        const int v672 = (int)((unsigned)v660 * 12u);
        const int v674 = 1 < v669 ? 6 : 0;
        const int v675 = (int)((unsigned)v672 + 6u);
        if (0 < v664) {
            b3[v667] = v668;
        }
        const int v681 = (int)((unsigned)v666 + 128u + (unsigned)v14);
        const float v682 = v105;
        if (1 < v664) {
            b3[v681] = v682;
        }
        const int v688 = (int)((unsigned)v666 + 256u + (unsigned)v14);
        const float v689 = v106;
        if (2 < v664) {
            b3[v688] = v689;
        }
        const int v695 = (int)((unsigned)v666 + 384u + (unsigned)v14);
        const float v696 = v107;
        if (3 < v664) {
            b3[v695] = v696;
        }
        const int v702 = (int)((unsigned)v666 + 512u + (unsigned)v14);
        const float v703 = v108;
        if (4 < v664) {
            b3[v702] = v703;
        }
        const int v709 = (int)((unsigned)v666 + 640u + (unsigned)v14);
        const float v710 = v109;
        if (5 < v664) {
            b3[v709] = v710;
        }
        const bool v714 = v14 == 0;
        if (v714) {
            const float v717 = v91;
            if (0 < v671) {
                b4[v672] = v717;
            }
        }
        const bool v722 = v14 == 1;
        if (v722) {
            const int v725 = (int)((unsigned)v672 + 1u);
            const float v726 = v92;
            if (1 < v671) {
                b4[v725] = v726;
            }
        }
        const bool v731 = v14 == 2;
        if (v731) {
            const int v734 = (int)((unsigned)v672 + 2u);
            const float v735 = v93;
            if (2 < v671) {
                b4[v734] = v735;
            }
        }
        const bool v740 = v14 == 3;
        if (v740) {
            const int v743 = (int)((unsigned)v672 + 3u);
            const float v744 = v94;
            if (3 < v671) {
                b4[v743] = v744;
            }
        }
        const bool v749 = v14 == 4;
        if (v749) {
            const int v752 = (int)((unsigned)v672 + 4u);
            const float v753 = v95;
            if (4 < v671) {
                b4[v752] = v753;
            }
        }
        const bool v758 = v14 == 5;
        if (v758) {
            const int v761 = (int)((unsigned)v672 + 5u);
            const float v762 = v96;
            if (5 < v671) {
                b4[v761] = v762;
            }
        }
        __syncthreads();
        if (v714) {
            const float v770 = v98;
            if (0 < v674) {
                b4[v675] = v770;
            }
        }
        if (v722) {
            const int v778 = (int)((unsigned)v672 + 7u);
            const float v779 = v99;
            if (1 < v674) {
                b4[v778] = v779;
            }
        }
        if (v731) {
            const int v787 = (int)((unsigned)v672 + 8u);
            const float v788 = v100;
            if (2 < v674) {
                b4[v787] = v788;
            }
        }
        if (v740) {
            const int v796 = (int)((unsigned)v672 + 9u);
            const float v797 = v101;
            if (3 < v674) {
                b4[v796] = v797;
            }
        }
        if (v749) {
            const int v805 = (int)((unsigned)v672 + 10u);
            const float v806 = v102;
            if (4 < v674) {
                b4[v805] = v806;
            }
        }
        if (v758) {
            const int v814 = (int)((unsigned)v672 + 11u);
            const float v815 = v103;
            if (5 < v674) {
                b4[v814] = v815;
            }
        }
    }
}

// tessera kernel attention_decode_gqa entry ts_attention_decode_gqa__wide wide 1 params i32:q:32:12*128,i16:kcache:16:2*4096*128,i16:vcache:16:2*4096*128,w32:partial:32:128*6*128,w32:stats:32:128*2*6 sizes 1 threads 128 teams 1 count -1 shared 4704 cost 2100225
extern "C" __global__ void __launch_bounds__(128) ts_attention_decode_gqa__wide(
    const float *b0, // q
    const unsigned short *b1, // kcache
    const unsigned short *b2, // vcache
    float *b3, // partial
    float *b4, // stats
    const int *s0) // len
{
    __shared__ unsigned shared[1176];
    const int v1 = (int)blockIdx.x;
    const int v3 = s0[0];
    const int v10 = 0 < v3 ? (int)((unsigned)v3 - 1u) / 64 + 1 : 0;
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
        const int v54 = (int)((unsigned)(v16 % v10) * 64u);
        __syncthreads();
        shared[v14 + 24] = __float_as_uint(v22 * 0.088388346f);
        shared[v14 + 152] = __float_as_uint(v28 * 0.088388346f);
        shared[v14 + 280] = __float_as_uint(v33 * 0.088388346f);
        shared[v14 + 408] = __float_as_uint(v39 * 0.088388346f);
        shared[v14 + 536] = __float_as_uint(v45 * 0.088388346f);
        shared[v14 + 664] = __float_as_uint(v51 * 0.088388346f);
        const int v89 = min(v3, 4096);
        const int v90 = (int)((unsigned)v17 * 524288u);
        float v91 = -3.4028235e+38f;
        float v92 = -3.4028235e+38f;
        float v93 = -3.4028235e+38f;
        float v94 = -3.4028235e+38f;
        float v95 = -3.4028235e+38f;
        float v96 = -3.4028235e+38f;
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
        const int v111 = min(v3, (int)((unsigned)v54 + 64u));
        for (int v112 = v54; v112 < v111; v112 += 64) {
            const int v114 = min(v14, 63);
            const int v115 = v112 + v114;
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
            const bool v506 = v14 < 64;
            const float v508 = v116 ? v118 : -__builtin_inff();
            const float v510 = fmaxf(-__builtin_inff(), v506 ? v508 : -__builtin_inff());
            const float v512 = v116 ? v119 : -__builtin_inff();
            const float v514 = fmaxf(-__builtin_inff(), v506 ? v512 : -__builtin_inff());
            const float v516 = v116 ? v120 : -__builtin_inff();
            const float v518 = fmaxf(-__builtin_inff(), v506 ? v516 : -__builtin_inff());
            const float v520 = v116 ? v121 : -__builtin_inff();
            const float v522 = fmaxf(-__builtin_inff(), v506 ? v520 : -__builtin_inff());
            const float v524 = v116 ? v122 : -__builtin_inff();
            const float v526 = fmaxf(-__builtin_inff(), v506 ? v524 : -__builtin_inff());
            const float v528 = v116 ? v123 : -__builtin_inff();
            const float v530 = fmaxf(-__builtin_inff(), v506 ? v528 : -__builtin_inff());
            const float v531 = __shfl_xor(v510, 32);
            const float v532 = fmaxf(v510, v531);
            const float v533 = __shfl_xor(v514, 32);
            const float v534 = fmaxf(v514, v533);
            const float v535 = __shfl_xor(v518, 32);
            const float v536 = fmaxf(v518, v535);
            const float v537 = __shfl_xor(v522, 32);
            const float v538 = fmaxf(v522, v537);
            const float v539 = __shfl_xor(v526, 32);
            const float v540 = fmaxf(v526, v539);
            const float v541 = __shfl_xor(v530, 32);
            const float v542 = fmaxf(v530, v541);
            const float v543 = __shfl_xor(v532, 16);
            const float v544 = fmaxf(v532, v543);
            const float v545 = __shfl_xor(v534, 16);
            const float v546 = fmaxf(v534, v545);
            const float v547 = __shfl_xor(v536, 16);
            const float v548 = fmaxf(v536, v547);
            const float v549 = __shfl_xor(v538, 16);
            const float v550 = fmaxf(v538, v549);
            const float v551 = __shfl_xor(v540, 16);
            const float v552 = fmaxf(v540, v551);
            const float v553 = __shfl_xor(v542, 16);
            const float v554 = fmaxf(v542, v553);
            const float v555 = __shfl_xor(v544, 8);
            const float v556 = fmaxf(v544, v555);
            const float v557 = __shfl_xor(v546, 8);
            const float v558 = fmaxf(v546, v557);
            const float v559 = __shfl_xor(v548, 8);
            const float v560 = fmaxf(v548, v559);
            const float v561 = __shfl_xor(v550, 8);
            const float v562 = fmaxf(v550, v561);
            const float v563 = __shfl_xor(v552, 8);
            const float v564 = fmaxf(v552, v563);
            const float v565 = __shfl_xor(v554, 8);
            const float v566 = fmaxf(v554, v565);
            const float v567 = __shfl_xor(v556, 4);
            const float v568 = fmaxf(v556, v567);
            const float v569 = __shfl_xor(v558, 4);
            const float v570 = fmaxf(v558, v569);
            const float v571 = __shfl_xor(v560, 4);
            const float v572 = fmaxf(v560, v571);
            const float v573 = __shfl_xor(v562, 4);
            const float v574 = fmaxf(v562, v573);
            const float v575 = __shfl_xor(v564, 4);
            const float v576 = fmaxf(v564, v575);
            const float v577 = __shfl_xor(v566, 4);
            const float v578 = fmaxf(v566, v577);
            const float v579 = __shfl_xor(v568, 2);
            const float v580 = fmaxf(v568, v579);
            const float v581 = __shfl_xor(v570, 2);
            const float v582 = fmaxf(v570, v581);
            const float v583 = __shfl_xor(v572, 2);
            const float v584 = fmaxf(v572, v583);
            const float v585 = __shfl_xor(v574, 2);
            const float v586 = fmaxf(v574, v585);
            const float v587 = __shfl_xor(v576, 2);
            const float v588 = fmaxf(v576, v587);
            const float v589 = __shfl_xor(v578, 2);
            const float v590 = fmaxf(v578, v589);
            const float v591 = __shfl_xor(v580, 1);
            const float v592 = fmaxf(v580, v591);
            const float v593 = __shfl_xor(v582, 1);
            const float v594 = fmaxf(v582, v593);
            const float v595 = __shfl_xor(v584, 1);
            const float v596 = fmaxf(v584, v595);
            const float v597 = __shfl_xor(v586, 1);
            const float v598 = fmaxf(v586, v597);
            const float v599 = __shfl_xor(v588, 1);
            const float v600 = fmaxf(v588, v599);
            const float v601 = __shfl_xor(v590, 1);
            const float v602 = fmaxf(v590, v601);
            __syncthreads();
            const bool v605 = v14 % 64 == 0;
            if (v605) {
                const int v607 = v14 / 64;
                shared[v607] = __float_as_uint(v592);
                shared[v607 + 4] = __float_as_uint(v594);
                shared[v607 + 8] = __float_as_uint(v596);
                shared[v607 + 12] = __float_as_uint(v598);
                shared[v607 + 16] = __float_as_uint(v600);
                shared[v607 + 20] = __float_as_uint(v602);
            }
            __syncthreads();
            const unsigned v630 = shared[0];
            const unsigned v632 = shared[1];
            const float v635 = fmaxf(v91, fmaxf(__uint_as_float(v630), __uint_as_float(v632)));
            const float v637 = expf(v508 - v635);
            const unsigned v639 = shared[4];
            const unsigned v641 = shared[5];
            const float v644 = fmaxf(v92, fmaxf(__uint_as_float(v639), __uint_as_float(v641)));
            const float v646 = expf(v512 - v644);
            const unsigned v648 = shared[8];
            const unsigned v651 = shared[9];
            const float v654 = fmaxf(v93, fmaxf(__uint_as_float(v648), __uint_as_float(v651)));
            const float v656 = expf(v516 - v654);
            const unsigned v658 = shared[12];
            const unsigned v661 = shared[13];
            const float v664 = fmaxf(v94, fmaxf(__uint_as_float(v658), __uint_as_float(v661)));
            const float v666 = expf(v520 - v664);
            const unsigned v669 = shared[16];
            const unsigned v672 = shared[17];
            const float v675 = fmaxf(v95, fmaxf(__uint_as_float(v669), __uint_as_float(v672)));
            const float v677 = expf(v524 - v675);
            const unsigned v680 = shared[20];
            const unsigned v683 = shared[21];
            const float v686 = fmaxf(v96, fmaxf(__uint_as_float(v680), __uint_as_float(v683)));
            const float v688 = expf(v528 - v686);
            const float v691 = expf(v91 - v635);
            const float v694 = expf(v92 - v644);
            const float v697 = expf(v93 - v654);
            const float v700 = expf(v94 - v664);
            const float v703 = expf(v95 - v675);
            const float v706 = expf(v96 - v686);
            __syncthreads();
            if (v506) {
                shared[v114 + 792] = __float_as_uint(v637);
            }
            if (v506) {
                shared[v114 + 856] = __float_as_uint(v646);
            }
            if (v506) {
                shared[v114 + 920] = __float_as_uint(v656);
            }
            if (v506) {
                shared[v114 + 984] = __float_as_uint(v666);
            }
            if (v506) {
                shared[v114 + 1048] = __float_as_uint(v677);
            }
            if (v506) {
                shared[v114 + 1112] = __float_as_uint(v688);
            }
            const float v744 = v506 ? v637 : 0.0f;
            const float v745 = v506 ? v646 : 0.0f;
            const float v746 = v506 ? v656 : 0.0f;
            const float v747 = v506 ? v666 : 0.0f;
            const float v748 = v506 ? v677 : 0.0f;
            const float v749 = v506 ? v688 : 0.0f;
            const float v750 = __shfl_xor(v744, 32);
            const float v751 = v744 + v750;
            const float v752 = __shfl_xor(v745, 32);
            const float v753 = v745 + v752;
            const float v754 = __shfl_xor(v746, 32);
            const float v755 = v746 + v754;
            const float v756 = __shfl_xor(v747, 32);
            const float v757 = v747 + v756;
            const float v758 = __shfl_xor(v748, 32);
            const float v759 = v748 + v758;
            const float v760 = __shfl_xor(v749, 32);
            const float v761 = v749 + v760;
            const float v762 = __shfl_xor(v751, 16);
            const float v763 = v751 + v762;
            const float v764 = __shfl_xor(v753, 16);
            const float v765 = v753 + v764;
            const float v766 = __shfl_xor(v755, 16);
            const float v767 = v755 + v766;
            const float v768 = __shfl_xor(v757, 16);
            const float v769 = v757 + v768;
            const float v770 = __shfl_xor(v759, 16);
            const float v771 = v759 + v770;
            const float v772 = __shfl_xor(v761, 16);
            const float v773 = v761 + v772;
            const float v774 = __shfl_xor(v763, 8);
            const float v775 = v763 + v774;
            const float v776 = __shfl_xor(v765, 8);
            const float v777 = v765 + v776;
            const float v778 = __shfl_xor(v767, 8);
            const float v779 = v767 + v778;
            const float v780 = __shfl_xor(v769, 8);
            const float v781 = v769 + v780;
            const float v782 = __shfl_xor(v771, 8);
            const float v783 = v771 + v782;
            const float v784 = __shfl_xor(v773, 8);
            const float v785 = v773 + v784;
            const float v786 = __shfl_xor(v775, 4);
            const float v787 = v775 + v786;
            const float v788 = __shfl_xor(v777, 4);
            const float v789 = v777 + v788;
            const float v790 = __shfl_xor(v779, 4);
            const float v791 = v779 + v790;
            const float v792 = __shfl_xor(v781, 4);
            const float v793 = v781 + v792;
            const float v794 = __shfl_xor(v783, 4);
            const float v795 = v783 + v794;
            const float v796 = __shfl_xor(v785, 4);
            const float v797 = v785 + v796;
            const float v798 = __shfl_xor(v787, 2);
            const float v799 = v787 + v798;
            const float v800 = __shfl_xor(v789, 2);
            const float v801 = v789 + v800;
            const float v802 = __shfl_xor(v791, 2);
            const float v803 = v791 + v802;
            const float v804 = __shfl_xor(v793, 2);
            const float v805 = v793 + v804;
            const float v806 = __shfl_xor(v795, 2);
            const float v807 = v795 + v806;
            const float v808 = __shfl_xor(v797, 2);
            const float v809 = v797 + v808;
            const float v810 = __shfl_xor(v799, 1);
            const float v811 = v799 + v810;
            const float v812 = __shfl_xor(v801, 1);
            const float v813 = v801 + v812;
            const float v814 = __shfl_xor(v803, 1);
            const float v815 = v803 + v814;
            const float v816 = __shfl_xor(v805, 1);
            const float v817 = v805 + v816;
            const float v818 = __shfl_xor(v807, 1);
            const float v819 = v807 + v818;
            const float v820 = __shfl_xor(v809, 1);
            const float v821 = v809 + v820;
            if (v605) {
                const int v823 = v14 / 64;
                shared[v823] = __float_as_uint(v811);
                shared[v823 + 4] = __float_as_uint(v813);
                shared[v823 + 8] = __float_as_uint(v815);
                shared[v823 + 12] = __float_as_uint(v817);
                shared[v823 + 16] = __float_as_uint(v819);
                shared[v823 + 20] = __float_as_uint(v821);
            }
            __syncthreads();
            const unsigned v844 = shared[0];
            const unsigned v846 = shared[1];
            const unsigned v850 = shared[4];
            const unsigned v852 = shared[5];
            const unsigned v855 = shared[8];
            const unsigned v857 = shared[9];
            const unsigned v860 = shared[12];
            const unsigned v862 = shared[13];
            const unsigned v865 = shared[16];
            const unsigned v867 = shared[17];
            const unsigned v870 = shared[20];
            const unsigned v872 = shared[21];
            v98 = fmaf(v98, v691, __uint_as_float(v844) + __uint_as_float(v846));
            v99 = fmaf(v99, v694, __uint_as_float(v850) + __uint_as_float(v852));
            v100 = fmaf(v100, v697, __uint_as_float(v855) + __uint_as_float(v857));
            v101 = fmaf(v101, v700, __uint_as_float(v860) + __uint_as_float(v862));
            v102 = fmaf(v102, v703, __uint_as_float(v865) + __uint_as_float(v867));
            v103 = fmaf(v103, v706, __uint_as_float(v870) + __uint_as_float(v872));
            float v903 = v104 * v691;
            float v904 = v105 * v694;
            float v905 = v106 * v697;
            float v906 = v107 * v700;
            float v907 = v108 * v703;
            float v908 = v109 * v706;
            #pragma unroll 4
            for (int v909 = 0; v909 < 64; v909 += 1) {
                const unsigned v912 = shared[v909 + 792];
                const int v914 = v112 + v909;
                const bool v917 = 0 <= v914 && v914 < v89;
                const unsigned v922 = (unsigned)b2[v917 ? (int)((unsigned)v90 + (unsigned)v914 * 128u + (unsigned)v14) : 0];
                const float v927 = __uint_as_float((v917 ? v922 : 0u) << 16);
                v903 = fmaf(__uint_as_float(v912), v927, v903);
                const unsigned v933 = shared[v909 + 856];
                v904 = fmaf(__uint_as_float(v933), v927, v904);
                const unsigned v940 = shared[v909 + 920];
                v905 = fmaf(__uint_as_float(v940), v927, v905);
                const unsigned v947 = shared[v909 + 984];
                v906 = fmaf(__uint_as_float(v947), v927, v906);
                const unsigned v954 = shared[v909 + 1048];
                v907 = fmaf(__uint_as_float(v954), v927, v907);
                const unsigned v961 = shared[v909 + 1112];
                v908 = fmaf(__uint_as_float(v961), v927, v908);
            }
            const float v968 = v904;
            const float v969 = v905;
            const float v970 = v906;
            const float v971 = v907;
            const float v972 = v908;
            v104 = v903;
            v105 = v968;
            v106 = v969;
            v107 = v970;
            v108 = v971;
            v109 = v972;
            v91 = v635;
            v92 = v644;
            v93 = v654;
            v94 = v664;
            v95 = v675;
            v96 = v686;
        }
        const int v988 = (int)((unsigned)v17 * 64u + (unsigned)(v54 / 64));
        const bool v991 = 0 <= v988 && v988 < 128;
        const int v992 = v991 ? 6 : 0;
        const int v994 = (int)((unsigned)v988 * 768u);
        const int v995 = (int)((unsigned)v994 + (unsigned)v14);
        const float v996 = v104;
        const int v997 = v991 ? 2 : 0;
        const int v999 = 0 < v997 ? 6 : 0;
        const int v1000 = (int)((unsigned)v988 * 12u);
        const int v1002 = 1 < v997 ? 6 : 0;
        const int v1003 = (int)((unsigned)v1000 + 6u);
        if (0 < v992) {
            b3[v995] = v996;
        }
        const int v1009 = (int)((unsigned)v994 + 128u + (unsigned)v14);
        const float v1010 = v105;
        if (1 < v992) {
            b3[v1009] = v1010;
        }
        const int v1016 = (int)((unsigned)v994 + 256u + (unsigned)v14);
        const float v1017 = v106;
        if (2 < v992) {
            b3[v1016] = v1017;
        }
        const int v1023 = (int)((unsigned)v994 + 384u + (unsigned)v14);
        const float v1024 = v107;
        if (3 < v992) {
            b3[v1023] = v1024;
        }
        const int v1030 = (int)((unsigned)v994 + 512u + (unsigned)v14);
        const float v1031 = v108;
        if (4 < v992) {
            b3[v1030] = v1031;
        }
        const int v1037 = (int)((unsigned)v994 + 640u + (unsigned)v14);
        const float v1038 = v109;
        if (5 < v992) {
            b3[v1037] = v1038;
        }
        const bool v1042 = v14 == 0;
        if (v1042) {
            const float v1045 = v91;
            if (0 < v999) {
                b4[v1000] = v1045;
            }
        }
        const bool v1050 = v14 == 1;
        if (v1050) {
            const int v1053 = (int)((unsigned)v1000 + 1u);
            const float v1054 = v92;
            if (1 < v999) {
                b4[v1053] = v1054;
            }
        }
        const bool v1059 = v14 == 2;
        if (v1059) {
            const int v1062 = (int)((unsigned)v1000 + 2u);
            const float v1063 = v93;
            if (2 < v999) {
                b4[v1062] = v1063;
            }
        }
        const bool v1068 = v14 == 3;
        if (v1068) {
            const int v1071 = (int)((unsigned)v1000 + 3u);
            const float v1072 = v94;
            if (3 < v999) {
                b4[v1071] = v1072;
            }
        }
        const bool v1077 = v14 == 4;
        if (v1077) {
            const int v1080 = (int)((unsigned)v1000 + 4u);
            const float v1081 = v95;
            if (4 < v999) {
                b4[v1080] = v1081;
            }
        }
        const bool v1086 = v14 == 5;
        if (v1086) {
            const int v1089 = (int)((unsigned)v1000 + 5u);
            const float v1090 = v96;
            if (5 < v999) {
                b4[v1089] = v1090;
            }
        }
        __syncthreads();
        if (v1042) {
            const float v1098 = v98;
            if (0 < v1002) {
                b4[v1003] = v1098;
            }
        }
        if (v1050) {
            const int v1106 = (int)((unsigned)v1000 + 7u);
            const float v1107 = v99;
            if (1 < v1002) {
                b4[v1106] = v1107;
            }
        }
        if (v1059) {
            const int v1115 = (int)((unsigned)v1000 + 8u);
            const float v1116 = v100;
            if (2 < v1002) {
                b4[v1115] = v1116;
            }
        }
        if (v1068) {
            const int v1124 = (int)((unsigned)v1000 + 9u);
            const float v1125 = v101;
            if (3 < v1002) {
                b4[v1124] = v1125;
            }
        }
        if (v1077) {
            const int v1133 = (int)((unsigned)v1000 + 10u);
            const float v1134 = v102;
            if (4 < v1002) {
                b4[v1133] = v1134;
            }
        }
        if (v1086) {
            const int v1142 = (int)((unsigned)v1000 + 11u);
            const float v1143 = v103;
            if (5 < v1002) {
                b4[v1142] = v1143;
            }
        }
    }
}

// tessera kernel attention_decode_gqa__final entry ts_attention_decode_gqa__final wide 0 params i32:partial:32:128*6*128,i32:stats:32:128*2*6,o32:o:32:12*128 sizes 1 threads 128 teams 1 count 12 shared 0 cost 33281
extern "C" __global__ void __launch_bounds__(128) ts_attention_decode_gqa__final(
    const float *b0, // partial
    const float *b1, // stats
    float *b2, // o
    const int *s0) // len
{
    const int v1 = (int)blockIdx.x;
    const int v3 = (int)gridDim.x;
    const int v7 = (int)threadIdx.x;
    for (int v8 = v1; v8 < 12; v8 += v3) {
        const int v10 = s0[0];
        const int v12 = v8 % 6;
        const int v13 = v8 / 6;
        float v16 = -3.4028235e+38f;
        float v18 = 0.0f;
        float v19 = 0.0f;
        const int v24 = v10 / 64 + min(v10 % 64, 1);
        #pragma unroll 4
        for (int v25 = 0; v25 < v24; v25 += 1) {
            const bool v29 = 0 <= v12;
            const int v31 = v13 * 64 + v25;
            const bool v34 = 0 <= v31 && v31 < 128;
            const int v35 = v34 ? 2 : 0;
            const bool v39 = v29 && v12 < (0 < v35 ? 6 : 0);
            const int v40 = v31 * 12;
            const float v43 = b1[v39 ? v40 + v12 : 0];
            const float v44 = v39 ? v43 : 0.0f;
            const float v45 = fmaxf(v16, v44);
            const float v47 = expf(v16 - v45);
            const bool v51 = v29 && v12 < (1 < v35 ? 6 : 0);
            const float v55 = b1[v51 ? v40 + 6 + v12 : 0];
            const float v58 = expf(v44 - v45);
            v18 = fmaf(v18, v47, (v51 ? v55 : 0.0f) * v58);
            const bool v71 = v7 < (v29 && v12 < (v34 ? 6 : 0) ? 128 : 0);
            const bool v72 = 0 <= v7 && v71;
            const float v75 = b0[v72 ? (int)((unsigned)v31 * 768u + (unsigned)(v12 * 128) + (unsigned)v7) : 0];
            v19 = fmaf(v19, v47, (v72 ? v75 : 0.0f) * v58);
            v16 = v45;
        }
        b2[v8 * 128 + v7] = v19 / v18;
    }
}
