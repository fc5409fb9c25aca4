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
        const int v113 = min(min(v3, (int)((unsigned)v54 + 64u)), 2147483583);
        for (int v114 = v54; v114 < v113; v114 += 64) {
            const int v116 = min(v14, 63);
            const int v117 = v114 + v116;
            const bool v118 = v117 < v3;
            __syncthreads();
            float v120 = 0.0f;
            float v121 = 0.0f;
            float v122 = 0.0f;
            float v123 = 0.0f;
            float v124 = 0.0f;
            float v125 = 0.0f;
            #pragma unroll 4
            for (int v126 = 0; v126 < 128; v126 += 1) {
                const unsigned v128 = shared[v126 + 24];
                const bool v132 = 0 <= v117 && v117 < v89;
                const unsigned v137 = (unsigned)b1[v132 ? (int)((unsigned)v90 + (unsigned)v117 * 128u + (unsigned)v126) : 0];
                const float v142 = __uint_as_float((v132 ? v137 : 0u) << 16);
                v120 = fmaf(__uint_as_float(v128), v142, v120);
                const unsigned v147 = shared[v126 + 152];
                v121 = fmaf(__uint_as_float(v147), v142, v121);
                const unsigned v153 = shared[v126 + 280];
                v122 = fmaf(__uint_as_float(v153), v142, v122);
                const unsigned v159 = shared[v126 + 408];
                v123 = fmaf(__uint_as_float(v159), v142, v123);
                const unsigned v165 = shared[v126 + 536];
                v124 = fmaf(__uint_as_float(v165), v142, v124);
                const unsigned v171 = shared[v126 + 664];
                v125 = fmaf(__uint_as_float(v171), v142, v125);
            }
            const bool v178 = v14 < 64;
            const float v180 = v118 ? v120 : -1e+30f;
            const float v182 = fmaxf(-__builtin_inff(), v178 ? v180 : -__builtin_inff());
            const float v184 = v118 ? v121 : -1e+30f;
            const float v186 = fmaxf(-__builtin_inff(), v178 ? v184 : -__builtin_inff());
            const float v188 = v118 ? v122 : -1e+30f;
            const float v190 = fmaxf(-__builtin_inff(), v178 ? v188 : -__builtin_inff());
            const float v192 = v118 ? v123 : -1e+30f;
            const float v194 = fmaxf(-__builtin_inff(), v178 ? v192 : -__builtin_inff());
            const float v196 = v118 ? v124 : -1e+30f;
            const float v198 = fmaxf(-__builtin_inff(), v178 ? v196 : -__builtin_inff());
            const float v200 = v118 ? v125 : -1e+30f;
            const float v202 = fmaxf(-__builtin_inff(), v178 ? v200 : -__builtin_inff());
            const float v203 = __shfl_xor(v182, 32);
            const float v204 = fmaxf(v182, v203);
            const float v205 = __shfl_xor(v186, 32);
            const float v206 = fmaxf(v186, v205);
            const float v207 = __shfl_xor(v190, 32);
            const float v208 = fmaxf(v190, v207);
            const float v209 = __shfl_xor(v194, 32);
            const float v210 = fmaxf(v194, v209);
            const float v211 = __shfl_xor(v198, 32);
            const float v212 = fmaxf(v198, v211);
            const float v213 = __shfl_xor(v202, 32);
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
            const float v225 = __shfl_xor(v214, 16);
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
            const float v237 = __shfl_xor(v226, 8);
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
            const float v249 = __shfl_xor(v238, 4);
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
            const float v261 = __shfl_xor(v250, 2);
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
            const float v273 = __shfl_xor(v262, 1);
            const float v274 = fmaxf(v262, v273);
            __syncthreads();
            const bool v277 = v14 % 64 == 0;
            if (v277) {
                const int v279 = v14 / 64;
                shared[v279] = __float_as_uint(v264);
                shared[v279 + 4] = __float_as_uint(v266);
                shared[v279 + 8] = __float_as_uint(v268);
                shared[v279 + 12] = __float_as_uint(v270);
                shared[v279 + 16] = __float_as_uint(v272);
                shared[v279 + 20] = __float_as_uint(v274);
            }
            __syncthreads();
            const unsigned v303 = shared[0];
            const unsigned v305 = shared[1];
            const float v308 = fmaxf(v91, fmaxf(__uint_as_float(v303), __uint_as_float(v305)));
            const float v310 = expf(v180 - v308);
            const unsigned v312 = shared[4];
            const unsigned v314 = shared[5];
            const float v317 = fmaxf(v92, fmaxf(__uint_as_float(v312), __uint_as_float(v314)));
            const float v319 = expf(v184 - v317);
            const unsigned v322 = shared[8];
            const unsigned v325 = shared[9];
            const float v328 = fmaxf(v93, fmaxf(__uint_as_float(v322), __uint_as_float(v325)));
            const float v330 = expf(v188 - v328);
            const unsigned v332 = shared[12];
            const unsigned v335 = shared[13];
            const float v338 = fmaxf(v94, fmaxf(__uint_as_float(v332), __uint_as_float(v335)));
            const float v340 = expf(v192 - v338);
            const unsigned v343 = shared[16];
            const unsigned v346 = shared[17];
            const float v349 = fmaxf(v95, fmaxf(__uint_as_float(v343), __uint_as_float(v346)));
            const float v351 = expf(v196 - v349);
            const unsigned v354 = shared[20];
            const unsigned v357 = shared[21];
            const float v360 = fmaxf(v96, fmaxf(__uint_as_float(v354), __uint_as_float(v357)));
            const float v362 = expf(v200 - v360);
            const float v365 = expf(v91 - v308);
            const float v368 = expf(v92 - v317);
            const float v371 = expf(v93 - v328);
            const float v374 = expf(v94 - v338);
            const float v377 = expf(v95 - v349);
            const float v380 = expf(v96 - v360);
            __syncthreads();
            if (v178) {
                shared[v116 + 792] = __float_as_uint(v310);
            }
            if (v178) {
                shared[v116 + 856] = __float_as_uint(v319);
            }
            if (v178) {
                shared[v116 + 920] = __float_as_uint(v330);
            }
            if (v178) {
                shared[v116 + 984] = __float_as_uint(v340);
            }
            if (v178) {
                shared[v116 + 1048] = __float_as_uint(v351);
            }
            if (v178) {
                shared[v116 + 1112] = __float_as_uint(v362);
            }
            const float v418 = v178 ? v310 : 0.0f;
            const float v419 = v178 ? v319 : 0.0f;
            const float v420 = v178 ? v330 : 0.0f;
            const float v421 = v178 ? v340 : 0.0f;
            const float v422 = v178 ? v351 : 0.0f;
            const float v423 = v178 ? v362 : 0.0f;
            const float v424 = __shfl_xor(v418, 32);
            const float v425 = v418 + v424;
            const float v426 = __shfl_xor(v419, 32);
            const float v427 = v419 + v426;
            const float v428 = __shfl_xor(v420, 32);
            const float v429 = v420 + v428;
            const float v430 = __shfl_xor(v421, 32);
            const float v431 = v421 + v430;
            const float v432 = __shfl_xor(v422, 32);
            const float v433 = v422 + v432;
            const float v434 = __shfl_xor(v423, 32);
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
            const float v446 = __shfl_xor(v435, 16);
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
            const float v458 = __shfl_xor(v447, 8);
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
            const float v470 = __shfl_xor(v459, 4);
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
            const float v482 = __shfl_xor(v471, 2);
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
            const float v494 = __shfl_xor(v483, 1);
            const float v495 = v483 + v494;
            if (v277) {
                const int v497 = v14 / 64;
                shared[v497] = __float_as_uint(v485);
                shared[v497 + 4] = __float_as_uint(v487);
                shared[v497 + 8] = __float_as_uint(v489);
                shared[v497 + 12] = __float_as_uint(v491);
                shared[v497 + 16] = __float_as_uint(v493);
                shared[v497 + 20] = __float_as_uint(v495);
            }
            __syncthreads();
            const unsigned v518 = shared[0];
            const unsigned v520 = shared[1];
            const unsigned v524 = shared[4];
            const unsigned v526 = shared[5];
            const unsigned v529 = shared[8];
            const unsigned v531 = shared[9];
            const unsigned v534 = shared[12];
            const unsigned v536 = shared[13];
            const unsigned v539 = shared[16];
            const unsigned v541 = shared[17];
            const unsigned v544 = shared[20];
            const unsigned v546 = shared[21];
            v98 = fmaf(v98, v365, __uint_as_float(v518) + __uint_as_float(v520));
            v99 = fmaf(v99, v368, __uint_as_float(v524) + __uint_as_float(v526));
            v100 = fmaf(v100, v371, __uint_as_float(v529) + __uint_as_float(v531));
            v101 = fmaf(v101, v374, __uint_as_float(v534) + __uint_as_float(v536));
            v102 = fmaf(v102, v377, __uint_as_float(v539) + __uint_as_float(v541));
            v103 = fmaf(v103, v380, __uint_as_float(v544) + __uint_as_float(v546));
            float v577 = v104 * v365;
            float v578 = v105 * v368;
            float v579 = v106 * v371;
            float v580 = v107 * v374;
            float v581 = v108 * v377;
            float v582 = v109 * v380;
            #pragma unroll 4
            for (int v583 = 0; v583 < 64; v583 += 1) {
                const unsigned v586 = shared[v583 + 792];
                const int v588 = v114 + v583;
                const bool v591 = 0 <= v588 && v588 < v89;
                const unsigned v596 = (unsigned)b2[v591 ? (int)((unsigned)v90 + (unsigned)v588 * 128u + (unsigned)v14) : 0];
                const float v601 = __uint_as_float((v591 ? v596 : 0u) << 16);
                v577 = fmaf(__uint_as_float(v586), v601, v577);
                const unsigned v607 = shared[v583 + 856];
                v578 = fmaf(__uint_as_float(v607), v601, v578);
                const unsigned v614 = shared[v583 + 920];
                v579 = fmaf(__uint_as_float(v614), v601, v579);
                const unsigned v621 = shared[v583 + 984];
                v580 = fmaf(__uint_as_float(v621), v601, v580);
                const unsigned v628 = shared[v583 + 1048];
                v581 = fmaf(__uint_as_float(v628), v601, v581);
                const unsigned v635 = shared[v583 + 1112];
                v582 = fmaf(__uint_as_float(v635), v601, v582);
            }
            const float v642 = v578;
            const float v643 = v579;
            const float v644 = v580;
            const float v645 = v581;
            const float v646 = v582;
            v104 = v577;
            v105 = v642;
            v106 = v643;
            v107 = v644;
            v108 = v645;
            v109 = v646;
            v91 = v308;
            v92 = v317;
            v93 = v328;
            v94 = v338;
            v95 = v349;
            v96 = v360;
        }
        const int v662 = (int)((unsigned)v17 * 64u + (unsigned)(v54 / 64));
        const bool v665 = 0 <= v662 && v662 < 128;
        const int v666 = v665 ? 6 : 0;
        const int v668 = (int)((unsigned)v662 * 768u);
        const int v669 = (int)((unsigned)v668 + (unsigned)v14);
        const float v670 = v104;
        const int v671 = v665 ? 2 : 0;
        const int v673 = 0 < v671 ? 6 : 0;
        const int v674 = (int)((unsigned)v662 * 12u);
        const int v676 = 1 < v671 ? 6 : 0;
        const int v677 = (int)((unsigned)v674 + 6u);
        if (0 < v666) {
            b3[v669] = v670;
        }
        const int v683 = (int)((unsigned)v668 + 128u + (unsigned)v14);
        const float v684 = v105;
        if (1 < v666) {
            b3[v683] = v684;
        }
        const int v690 = (int)((unsigned)v668 + 256u + (unsigned)v14);
        const float v691 = v106;
        if (2 < v666) {
            b3[v690] = v691;
        }
        const int v697 = (int)((unsigned)v668 + 384u + (unsigned)v14);
        const float v698 = v107;
        if (3 < v666) {
            b3[v697] = v698;
        }
        const int v704 = (int)((unsigned)v668 + 512u + (unsigned)v14);
        const float v705 = v108;
        if (4 < v666) {
            b3[v704] = v705;
        }
        const int v711 = (int)((unsigned)v668 + 640u + (unsigned)v14);
        const float v712 = v109;
        if (5 < v666) {
            b3[v711] = v712;
        }
        const bool v716 = v14 == 0;
        if (v716) {
            const float v719 = v91;
            if (0 < v673) {
                b4[v674] = v719;
            }
        }
        const bool v724 = v14 == 1;
        if (v724) {
            const int v727 = (int)((unsigned)v674 + 1u);
            const float v728 = v92;
            if (1 < v673) {
                b4[v727] = v728;
            }
        }
        const bool v733 = v14 == 2;
        if (v733) {
            const int v736 = (int)((unsigned)v674 + 2u);
            const float v737 = v93;
            if (2 < v673) {
                b4[v736] = v737;
            }
        }
        const bool v742 = v14 == 3;
        if (v742) {
            const int v745 = (int)((unsigned)v674 + 3u);
            const float v746 = v94;
            if (3 < v673) {
                b4[v745] = v746;
            }
        }
        const bool v751 = v14 == 4;
        if (v751) {
            const int v754 = (int)((unsigned)v674 + 4u);
            const float v755 = v95;
            if (4 < v673) {
                b4[v754] = v755;
            }
        }
        const bool v760 = v14 == 5;
        if (v760) {
            const int v763 = (int)((unsigned)v674 + 5u);
            const float v764 = v96;
            if (5 < v673) {
                b4[v763] = v764;
            }
        }
        __syncthreads();
        if (v716) {
            const float v772 = v98;
            if (0 < v676) {
                b4[v677] = v772;
            }
        }
        if (v724) {
            const int v780 = (int)((unsigned)v674 + 7u);
            const float v781 = v99;
            if (1 < v676) {
                b4[v780] = v781;
            }
        }
        if (v733) {
            const int v789 = (int)((unsigned)v674 + 8u);
            const float v790 = v100;
            if (2 < v676) {
                b4[v789] = v790;
            }
        }
        if (v742) {
            const int v798 = (int)((unsigned)v674 + 9u);
            const float v799 = v101;
            if (3 < v676) {
                b4[v798] = v799;
            }
        }
        if (v751) {
            const int v807 = (int)((unsigned)v674 + 10u);
            const float v808 = v102;
            if (4 < v676) {
                b4[v807] = v808;
            }
        }
        if (v760) {
            const int v816 = (int)((unsigned)v674 + 11u);
            const float v817 = v103;
            if (5 < v676) {
                b4[v816] = v817;
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
        const int v113 = min(min(v3, (int)((unsigned)v54 + 64u)), 2147483583);
        for (int v114 = v54; v114 < v113; v114 += 64) {
            const int v116 = min(v14, 63);
            const int v117 = v114 + v116;
            const bool v118 = v117 < v3;
            __syncthreads();
            float v120 = 0.0f;
            float v121 = 0.0f;
            float v122 = 0.0f;
            float v123 = 0.0f;
            float v124 = 0.0f;
            float v125 = 0.0f;
            for (int v127 = 0; v127 < 128; v127 += 8) {
                const unsigned v129 = shared[v127 + 24];
                const bool v133 = 0 <= v117 && v117 < v89;
                const int v138 = v133 ? (int)((unsigned)v90 + (unsigned)v117 * 128u + (unsigned)v127) >> 3 : 0;
                const uint4 v139 = ((const uint4 *)b1)[v138];
                const float v147 = __uint_as_float((v133 ? v139.x & 0xffffu : 0u) << 16);
                v120 = fmaf(__uint_as_float(v129), v147, v120);
                const unsigned v169 = shared[v127 + 152];
                v121 = fmaf(__uint_as_float(v169), v147, v121);
                const unsigned v175 = shared[v127 + 280];
                v122 = fmaf(__uint_as_float(v175), v147, v122);
                const unsigned v181 = shared[v127 + 408];
                v123 = fmaf(__uint_as_float(v181), v147, v123);
                const unsigned v187 = shared[v127 + 536];
                v124 = fmaf(__uint_as_float(v187), v147, v124);
                const unsigned v193 = shared[v127 + 664];
                v125 = fmaf(__uint_as_float(v193), v147, v125);
                const unsigned v200 = shared[v127 + 25];
                const float v203 = __uint_as_float((v133 ? v139.x >> 16 : 0u) << 16);
                v120 = fmaf(__uint_as_float(v200), v203, v120);
                const unsigned v209 = shared[v127 + 153];
                v121 = fmaf(__uint_as_float(v209), v203, v121);
                const unsigned v216 = shared[v127 + 281];
                v122 = fmaf(__uint_as_float(v216), v203, v122);
                const unsigned v223 = shared[v127 + 409];
                v123 = fmaf(__uint_as_float(v223), v203, v123);
                const unsigned v230 = shared[v127 + 537];
                v124 = fmaf(__uint_as_float(v230), v203, v124);
                const unsigned v237 = shared[v127 + 665];
                v125 = fmaf(__uint_as_float(v237), v203, v125);
                const unsigned v244 = shared[v127 + 26];
                const float v247 = __uint_as_float((v133 ? v139.y & 0xffffu : 0u) << 16);
                v120 = fmaf(__uint_as_float(v244), v247, v120);
                const unsigned v253 = shared[v127 + 154];
                v121 = fmaf(__uint_as_float(v253), v247, v121);
                const unsigned v260 = shared[v127 + 282];
                v122 = fmaf(__uint_as_float(v260), v247, v122);
                const unsigned v267 = shared[v127 + 410];
                v123 = fmaf(__uint_as_float(v267), v247, v123);
                const unsigned v274 = shared[v127 + 538];
                v124 = fmaf(__uint_as_float(v274), v247, v124);
                const unsigned v281 = shared[v127 + 666];
                v125 = fmaf(__uint_as_float(v281), v247, v125);
                const unsigned v288 = shared[v127 + 27];
                const float v291 = __uint_as_float((v133 ? v139.y >> 16 : 0u) << 16);
                v120 = fmaf(__uint_as_float(v288), v291, v120);
                const unsigned v297 = shared[v127 + 155];
                v121 = fmaf(__uint_as_float(v297), v291, v121);
                const unsigned v304 = shared[v127 + 283];
                v122 = fmaf(__uint_as_float(v304), v291, v122);
                const unsigned v311 = shared[v127 + 411];
                v123 = fmaf(__uint_as_float(v311), v291, v123);
                const unsigned v318 = shared[v127 + 539];
                v124 = fmaf(__uint_as_float(v318), v291, v124);
                const unsigned v325 = shared[v127 + 667];
                v125 = fmaf(__uint_as_float(v325), v291, v125);
                const unsigned v332 = shared[v127 + 28];
                const float v335 = __uint_as_float((v133 ? v139.z & 0xffffu : 0u) << 16);
                v120 = fmaf(__uint_as_float(v332), v335, v120);
                const unsigned v341 = shared[v127 + 156];
                v121 = fmaf(__uint_as_float(v341), v335, v121);
                const unsigned v348 = shared[v127 + 284];
                v122 = fmaf(__uint_as_float(v348), v335, v122);
                const unsigned v355 = shared[v127 + 412];
                v123 = fmaf(__uint_as_float(v355), v335, v123);
                const unsigned v362 = shared[v127 + 540];
                v124 = fmaf(__uint_as_float(v362), v335, v124);
                const unsigned v369 = shared[v127 + 668];
                v125 = fmaf(__uint_as_float(v369), v335, v125);
                const unsigned v376 = shared[v127 + 29];
                const float v379 = __uint_as_float((v133 ? v139.z >> 16 : 0u) << 16);
                v120 = fmaf(__uint_as_float(v376), v379, v120);
                const unsigned v385 = shared[v127 + 157];
                v121 = fmaf(__uint_as_float(v385), v379, v121);
                const unsigned v392 = shared[v127 + 285];
                v122 = fmaf(__uint_as_float(v392), v379, v122);
                const unsigned v399 = shared[v127 + 413];
                v123 = fmaf(__uint_as_float(v399), v379, v123);
                const unsigned v406 = shared[v127 + 541];
                v124 = fmaf(__uint_as_float(v406), v379, v124);
                const unsigned v413 = shared[v127 + 669];
                v125 = fmaf(__uint_as_float(v413), v379, v125);
                const unsigned v420 = shared[v127 + 30];
                const float v423 = __uint_as_float((v133 ? v139.w & 0xffffu : 0u) << 16);
                v120 = fmaf(__uint_as_float(v420), v423, v120);
                const unsigned v429 = shared[v127 + 158];
                v121 = fmaf(__uint_as_float(v429), v423, v121);
                const unsigned v436 = shared[v127 + 286];
                v122 = fmaf(__uint_as_float(v436), v423, v122);
                const unsigned v443 = shared[v127 + 414];
                v123 = fmaf(__uint_as_float(v443), v423, v123);
                const unsigned v450 = shared[v127 + 542];
                v124 = fmaf(__uint_as_float(v450), v423, v124);
                const unsigned v457 = shared[v127 + 670];
                v125 = fmaf(__uint_as_float(v457), v423, v125);
                const unsigned v464 = shared[v127 + 31];
                const float v467 = __uint_as_float((v133 ? v139.w >> 16 : 0u) << 16);
                v120 = fmaf(__uint_as_float(v464), v467, v120);
                const unsigned v473 = shared[v127 + 159];
                v121 = fmaf(__uint_as_float(v473), v467, v121);
                const unsigned v480 = shared[v127 + 287];
                v122 = fmaf(__uint_as_float(v480), v467, v122);
                const unsigned v487 = shared[v127 + 415];
                v123 = fmaf(__uint_as_float(v487), v467, v123);
                const unsigned v494 = shared[v127 + 543];
                v124 = fmaf(__uint_as_float(v494), v467, v124);
                const unsigned v501 = shared[v127 + 671];
                v125 = fmaf(__uint_as_float(v501), v467, v125);
            }
            const bool v508 = v14 < 64;
            const float v510 = v118 ? v120 : -1e+30f;
            const float v512 = fmaxf(-__builtin_inff(), v508 ? v510 : -__builtin_inff());
            const float v514 = v118 ? v121 : -1e+30f;
            const float v516 = fmaxf(-__builtin_inff(), v508 ? v514 : -__builtin_inff());
            const float v518 = v118 ? v122 : -1e+30f;
            const float v520 = fmaxf(-__builtin_inff(), v508 ? v518 : -__builtin_inff());
            const float v522 = v118 ? v123 : -1e+30f;
            const float v524 = fmaxf(-__builtin_inff(), v508 ? v522 : -__builtin_inff());
            const float v526 = v118 ? v124 : -1e+30f;
            const float v528 = fmaxf(-__builtin_inff(), v508 ? v526 : -__builtin_inff());
            const float v530 = v118 ? v125 : -1e+30f;
            const float v532 = fmaxf(-__builtin_inff(), v508 ? v530 : -__builtin_inff());
            const float v533 = __shfl_xor(v512, 32);
            const float v534 = fmaxf(v512, v533);
            const float v535 = __shfl_xor(v516, 32);
            const float v536 = fmaxf(v516, v535);
            const float v537 = __shfl_xor(v520, 32);
            const float v538 = fmaxf(v520, v537);
            const float v539 = __shfl_xor(v524, 32);
            const float v540 = fmaxf(v524, v539);
            const float v541 = __shfl_xor(v528, 32);
            const float v542 = fmaxf(v528, v541);
            const float v543 = __shfl_xor(v532, 32);
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
            const float v555 = __shfl_xor(v544, 16);
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
            const float v567 = __shfl_xor(v556, 8);
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
            const float v579 = __shfl_xor(v568, 4);
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
            const float v591 = __shfl_xor(v580, 2);
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
            const float v603 = __shfl_xor(v592, 1);
            const float v604 = fmaxf(v592, v603);
            __syncthreads();
            const bool v607 = v14 % 64 == 0;
            if (v607) {
                const int v609 = v14 / 64;
                shared[v609] = __float_as_uint(v594);
                shared[v609 + 4] = __float_as_uint(v596);
                shared[v609 + 8] = __float_as_uint(v598);
                shared[v609 + 12] = __float_as_uint(v600);
                shared[v609 + 16] = __float_as_uint(v602);
                shared[v609 + 20] = __float_as_uint(v604);
            }
            __syncthreads();
            const unsigned v632 = shared[0];
            const unsigned v634 = shared[1];
            const float v637 = fmaxf(v91, fmaxf(__uint_as_float(v632), __uint_as_float(v634)));
            const float v639 = expf(v510 - v637);
            const unsigned v641 = shared[4];
            const unsigned v643 = shared[5];
            const float v646 = fmaxf(v92, fmaxf(__uint_as_float(v641), __uint_as_float(v643)));
            const float v648 = expf(v514 - v646);
            const unsigned v650 = shared[8];
            const unsigned v653 = shared[9];
            const float v656 = fmaxf(v93, fmaxf(__uint_as_float(v650), __uint_as_float(v653)));
            const float v658 = expf(v518 - v656);
            const unsigned v660 = shared[12];
            const unsigned v663 = shared[13];
            const float v666 = fmaxf(v94, fmaxf(__uint_as_float(v660), __uint_as_float(v663)));
            const float v668 = expf(v522 - v666);
            const unsigned v671 = shared[16];
            const unsigned v674 = shared[17];
            const float v677 = fmaxf(v95, fmaxf(__uint_as_float(v671), __uint_as_float(v674)));
            const float v679 = expf(v526 - v677);
            const unsigned v682 = shared[20];
            const unsigned v685 = shared[21];
            const float v688 = fmaxf(v96, fmaxf(__uint_as_float(v682), __uint_as_float(v685)));
            const float v690 = expf(v530 - v688);
            const float v693 = expf(v91 - v637);
            const float v696 = expf(v92 - v646);
            const float v699 = expf(v93 - v656);
            const float v702 = expf(v94 - v666);
            const float v705 = expf(v95 - v677);
            const float v708 = expf(v96 - v688);
            __syncthreads();
            if (v508) {
                shared[v116 + 792] = __float_as_uint(v639);
            }
            if (v508) {
                shared[v116 + 856] = __float_as_uint(v648);
            }
            if (v508) {
                shared[v116 + 920] = __float_as_uint(v658);
            }
            if (v508) {
                shared[v116 + 984] = __float_as_uint(v668);
            }
            if (v508) {
                shared[v116 + 1048] = __float_as_uint(v679);
            }
            if (v508) {
                shared[v116 + 1112] = __float_as_uint(v690);
            }
            const float v746 = v508 ? v639 : 0.0f;
            const float v747 = v508 ? v648 : 0.0f;
            const float v748 = v508 ? v658 : 0.0f;
            const float v749 = v508 ? v668 : 0.0f;
            const float v750 = v508 ? v679 : 0.0f;
            const float v751 = v508 ? v690 : 0.0f;
            const float v752 = __shfl_xor(v746, 32);
            const float v753 = v746 + v752;
            const float v754 = __shfl_xor(v747, 32);
            const float v755 = v747 + v754;
            const float v756 = __shfl_xor(v748, 32);
            const float v757 = v748 + v756;
            const float v758 = __shfl_xor(v749, 32);
            const float v759 = v749 + v758;
            const float v760 = __shfl_xor(v750, 32);
            const float v761 = v750 + v760;
            const float v762 = __shfl_xor(v751, 32);
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
            const float v774 = __shfl_xor(v763, 16);
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
            const float v786 = __shfl_xor(v775, 8);
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
            const float v798 = __shfl_xor(v787, 4);
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
            const float v810 = __shfl_xor(v799, 2);
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
            const float v822 = __shfl_xor(v811, 1);
            const float v823 = v811 + v822;
            if (v607) {
                const int v825 = v14 / 64;
                shared[v825] = __float_as_uint(v813);
                shared[v825 + 4] = __float_as_uint(v815);
                shared[v825 + 8] = __float_as_uint(v817);
                shared[v825 + 12] = __float_as_uint(v819);
                shared[v825 + 16] = __float_as_uint(v821);
                shared[v825 + 20] = __float_as_uint(v823);
            }
            __syncthreads();
            const unsigned v846 = shared[0];
            const unsigned v848 = shared[1];
            const unsigned v852 = shared[4];
            const unsigned v854 = shared[5];
            const unsigned v857 = shared[8];
            const unsigned v859 = shared[9];
            const unsigned v862 = shared[12];
            const unsigned v864 = shared[13];
            const unsigned v867 = shared[16];
            const unsigned v869 = shared[17];
            const unsigned v872 = shared[20];
            const unsigned v874 = shared[21];
            v98 = fmaf(v98, v693, __uint_as_float(v846) + __uint_as_float(v848));
            v99 = fmaf(v99, v696, __uint_as_float(v852) + __uint_as_float(v854));
            v100 = fmaf(v100, v699, __uint_as_float(v857) + __uint_as_float(v859));
            v101 = fmaf(v101, v702, __uint_as_float(v862) + __uint_as_float(v864));
            v102 = fmaf(v102, v705, __uint_as_float(v867) + __uint_as_float(v869));
            v103 = fmaf(v103, v708, __uint_as_float(v872) + __uint_as_float(v874));
            float v905 = v104 * v693;
            float v906 = v105 * v696;
            float v907 = v106 * v699;
            float v908 = v107 * v702;
            float v909 = v108 * v705;
            float v910 = v109 * v708;
            #pragma unroll 4
            for (int v911 = 0; v911 < 64; v911 += 1) {
                const unsigned v914 = shared[v911 + 792];
                const int v916 = v114 + v911;
                const bool v919 = 0 <= v916 && v916 < v89;
                const unsigned v924 = (unsigned)b2[v919 ? (int)((unsigned)v90 + (unsigned)v916 * 128u + (unsigned)v14) : 0];
                const float v929 = __uint_as_float((v919 ? v924 : 0u) << 16);
                v905 = fmaf(__uint_as_float(v914), v929, v905);
                const unsigned v935 = shared[v911 + 856];
                v906 = fmaf(__uint_as_float(v935), v929, v906);
                const unsigned v942 = shared[v911 + 920];
                v907 = fmaf(__uint_as_float(v942), v929, v907);
                const unsigned v949 = shared[v911 + 984];
                v908 = fmaf(__uint_as_float(v949), v929, v908);
                const unsigned v956 = shared[v911 + 1048];
                v909 = fmaf(__uint_as_float(v956), v929, v909);
                const unsigned v963 = shared[v911 + 1112];
                v910 = fmaf(__uint_as_float(v963), v929, v910);
            }
            const float v970 = v906;
            const float v971 = v907;
            const float v972 = v908;
            const float v973 = v909;
            const float v974 = v910;
            v104 = v905;
            v105 = v970;
            v106 = v971;
            v107 = v972;
            v108 = v973;
            v109 = v974;
            v91 = v637;
            v92 = v646;
            v93 = v656;
            v94 = v666;
            v95 = v677;
            v96 = v688;
        }
        const int v990 = (int)((unsigned)v17 * 64u + (unsigned)(v54 / 64));
        const bool v993 = 0 <= v990 && v990 < 128;
        const int v994 = v993 ? 6 : 0;
        const int v996 = (int)((unsigned)v990 * 768u);
        const int v997 = (int)((unsigned)v996 + (unsigned)v14);
        const float v998 = v104;
        const int v999 = v993 ? 2 : 0;
        const int v1001 = 0 < v999 ? 6 : 0;
        const int v1002 = (int)((unsigned)v990 * 12u);
        const int v1004 = 1 < v999 ? 6 : 0;
        const int v1005 = (int)((unsigned)v1002 + 6u);
        if (0 < v994) {
            b3[v997] = v998;
        }
        const int v1011 = (int)((unsigned)v996 + 128u + (unsigned)v14);
        const float v1012 = v105;
        if (1 < v994) {
            b3[v1011] = v1012;
        }
        const int v1018 = (int)((unsigned)v996 + 256u + (unsigned)v14);
        const float v1019 = v106;
        if (2 < v994) {
            b3[v1018] = v1019;
        }
        const int v1025 = (int)((unsigned)v996 + 384u + (unsigned)v14);
        const float v1026 = v107;
        if (3 < v994) {
            b3[v1025] = v1026;
        }
        const int v1032 = (int)((unsigned)v996 + 512u + (unsigned)v14);
        const float v1033 = v108;
        if (4 < v994) {
            b3[v1032] = v1033;
        }
        const int v1039 = (int)((unsigned)v996 + 640u + (unsigned)v14);
        const float v1040 = v109;
        if (5 < v994) {
            b3[v1039] = v1040;
        }
        const bool v1044 = v14 == 0;
        if (v1044) {
            const float v1047 = v91;
            if (0 < v1001) {
                b4[v1002] = v1047;
            }
        }
        const bool v1052 = v14 == 1;
        if (v1052) {
            const int v1055 = (int)((unsigned)v1002 + 1u);
            const float v1056 = v92;
            if (1 < v1001) {
                b4[v1055] = v1056;
            }
        }
        const bool v1061 = v14 == 2;
        if (v1061) {
            const int v1064 = (int)((unsigned)v1002 + 2u);
            const float v1065 = v93;
            if (2 < v1001) {
                b4[v1064] = v1065;
            }
        }
        const bool v1070 = v14 == 3;
        if (v1070) {
            const int v1073 = (int)((unsigned)v1002 + 3u);
            const float v1074 = v94;
            if (3 < v1001) {
                b4[v1073] = v1074;
            }
        }
        const bool v1079 = v14 == 4;
        if (v1079) {
            const int v1082 = (int)((unsigned)v1002 + 4u);
            const float v1083 = v95;
            if (4 < v1001) {
                b4[v1082] = v1083;
            }
        }
        const bool v1088 = v14 == 5;
        if (v1088) {
            const int v1091 = (int)((unsigned)v1002 + 5u);
            const float v1092 = v96;
            if (5 < v1001) {
                b4[v1091] = v1092;
            }
        }
        __syncthreads();
        if (v1044) {
            const float v1100 = v98;
            if (0 < v1004) {
                b4[v1005] = v1100;
            }
        }
        if (v1052) {
            const int v1108 = (int)((unsigned)v1002 + 7u);
            const float v1109 = v99;
            if (1 < v1004) {
                b4[v1108] = v1109;
            }
        }
        if (v1061) {
            const int v1117 = (int)((unsigned)v1002 + 8u);
            const float v1118 = v100;
            if (2 < v1004) {
                b4[v1117] = v1118;
            }
        }
        if (v1070) {
            const int v1126 = (int)((unsigned)v1002 + 9u);
            const float v1127 = v101;
            if (3 < v1004) {
                b4[v1126] = v1127;
            }
        }
        if (v1079) {
            const int v1135 = (int)((unsigned)v1002 + 10u);
            const float v1136 = v102;
            if (4 < v1004) {
                b4[v1135] = v1136;
            }
        }
        if (v1088) {
            const int v1144 = (int)((unsigned)v1002 + 11u);
            const float v1145 = v103;
            if (5 < v1004) {
                b4[v1144] = v1145;
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
        float v16 = -1e+30f;
        float v18 = 0.0f;
        float v19 = 0.0f;
        const int v26 = min(v10 / 64 + min(v10 % 64, 1), 2147483646);
        #pragma unroll 4
        for (int v27 = 0; v27 < v26; v27 += 1) {
            const bool v31 = 0 <= v12;
            const int v33 = v13 * 64 + v27;
            const bool v36 = 0 <= v33 && v33 < 128;
            const int v37 = v36 ? 2 : 0;
            const bool v41 = v31 && v12 < (0 < v37 ? 6 : 0);
            const int v42 = v33 * 12;
            const float v45 = b1[v41 ? v42 + v12 : 0];
            const float v46 = v41 ? v45 : 0.0f;
            const float v47 = fmaxf(v16, v46);
            const float v49 = expf(v16 - v47);
            const bool v53 = v31 && v12 < (1 < v37 ? 6 : 0);
            const float v57 = b1[v53 ? v42 + 6 + v12 : 0];
            const float v60 = expf(v46 - v47);
            v18 = fmaf(v18, v49, (v53 ? v57 : 0.0f) * v60);
            const bool v73 = v7 < (v31 && v12 < (v36 ? 6 : 0) ? 128 : 0);
            const bool v74 = 0 <= v7 && v73;
            const float v77 = b0[v74 ? (int)((unsigned)v33 * 768u + (unsigned)(v12 * 128) + (unsigned)v7) : 0];
            v19 = fmaf(v19, v49, (v74 ? v77 : 0.0f) * v60);
            v16 = v47;
        }
        b2[v8 * 128 + v7] = v19 / v18;
    }
}
