// CUDA C++. Compile with --fmad=false: products and sums round one by one.

// Lets the next launch begin, then waits until those before have ended and are seen.
static __device__ __forceinline__ void take_turn()
{
#if __CUDA_ARCH__ >= 900
    asm volatile("griddepcontrol.launch_dependents;");
    asm volatile("griddepcontrol.wait;" ::: "memory");
#endif
}

// tessera kernel attention_decode_gqa entry ts_attention_decode_gqa wide 0 params i32:q:32:12*128,i16:kcache:16:2*4096*128,i16:vcache:16:2*4096*128,w32:partial:32:128*6*128,w32:stats:32:128*2*6 sizes 1 threads 128 teams 1 count -1 shared 4800 cost 2100225
extern "C" __global__ void __launch_bounds__(128) ts_attention_decode_gqa(
    const float *b0, // q
    const unsigned short *b1, // kcache
    const unsigned short *b2, // vcache
    float *b3, // partial
    float *b4, // stats
    const int *s0) // len
{
    __shared__ unsigned shared[1200];
    take_turn();
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
        shared[v14 + 48] = __float_as_uint(v22 * 0.088388346f);
        shared[v14 + 176] = __float_as_uint(v28 * 0.088388346f);
        shared[v14 + 304] = __float_as_uint(v33 * 0.088388346f);
        shared[v14 + 432] = __float_as_uint(v39 * 0.088388346f);
        shared[v14 + 560] = __float_as_uint(v45 * 0.088388346f);
        shared[v14 + 688] = __float_as_uint(v51 * 0.088388346f);
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
            for (int i124 = 0; i124 < 128; i124 += 32) {
                unsigned q135[32];
                #pragma unroll
                for (int t = 0; t < 32; t++) {
                    const int v124 = i124 + t;
                    const bool v130 = 0 <= v115 && v115 < v89;
                    q135[t] = (unsigned)b1[v130 ? (int)((unsigned)v90 + (unsigned)v115 * 128u + (unsigned)v124) : 0];
                }
                __syncwarp();
                #pragma unroll
                for (int t = 0; t < 32; t++) {
                    const int v124 = i124 + t;
                    const unsigned v126 = shared[v124 + 48];
                    const bool v130 = 0 <= v115 && v115 < v89;
                    const unsigned v135 = q135[t];
                    const float v140 = __uint_as_float((v130 ? v135 : 0u) << 16);
                    v118 = fmaf(__uint_as_float(v126), v140, v118);
                    const unsigned v145 = shared[v124 + 176];
                    v119 = fmaf(__uint_as_float(v145), v140, v119);
                    const unsigned v151 = shared[v124 + 304];
                    v120 = fmaf(__uint_as_float(v151), v140, v120);
                    const unsigned v157 = shared[v124 + 432];
                    v121 = fmaf(__uint_as_float(v157), v140, v121);
                    const unsigned v163 = shared[v124 + 560];
                    v122 = fmaf(__uint_as_float(v163), v140, v122);
                    const unsigned v169 = shared[v124 + 688];
                    v123 = fmaf(__uint_as_float(v169), v140, v123);
                }
            }
            const bool v176 = v14 < 64;
            const float v178 = v116 ? v118 : -__int_as_float(0x7f800000);
            const float v180 = fmaxf(-__int_as_float(0x7f800000), v176 ? v178 : -__int_as_float(0x7f800000));
            const float v182 = v116 ? v119 : -__int_as_float(0x7f800000);
            const float v184 = fmaxf(-__int_as_float(0x7f800000), v176 ? v182 : -__int_as_float(0x7f800000));
            const float v186 = v116 ? v120 : -__int_as_float(0x7f800000);
            const float v188 = fmaxf(-__int_as_float(0x7f800000), v176 ? v186 : -__int_as_float(0x7f800000));
            const float v190 = v116 ? v121 : -__int_as_float(0x7f800000);
            const float v192 = fmaxf(-__int_as_float(0x7f800000), v176 ? v190 : -__int_as_float(0x7f800000));
            const float v194 = v116 ? v122 : -__int_as_float(0x7f800000);
            const float v196 = fmaxf(-__int_as_float(0x7f800000), v176 ? v194 : -__int_as_float(0x7f800000));
            const float v198 = v116 ? v123 : -__int_as_float(0x7f800000);
            const float v200 = fmaxf(-__int_as_float(0x7f800000), v176 ? v198 : -__int_as_float(0x7f800000));
            const float v201 = __shfl_xor_sync(0xffffffffu, v180, 16);
            const float v202 = fmaxf(v180, v201);
            const float v203 = __shfl_xor_sync(0xffffffffu, v184, 16);
            const float v204 = fmaxf(v184, v203);
            const float v205 = __shfl_xor_sync(0xffffffffu, v188, 16);
            const float v206 = fmaxf(v188, v205);
            const float v207 = __shfl_xor_sync(0xffffffffu, v192, 16);
            const float v208 = fmaxf(v192, v207);
            const float v209 = __shfl_xor_sync(0xffffffffu, v196, 16);
            const float v210 = fmaxf(v196, v209);
            const float v211 = __shfl_xor_sync(0xffffffffu, v200, 16);
            const float v212 = fmaxf(v200, v211);
            const float v213 = __shfl_xor_sync(0xffffffffu, v202, 8);
            const float v214 = fmaxf(v202, v213);
            const float v215 = __shfl_xor_sync(0xffffffffu, v204, 8);
            const float v216 = fmaxf(v204, v215);
            const float v217 = __shfl_xor_sync(0xffffffffu, v206, 8);
            const float v218 = fmaxf(v206, v217);
            const float v219 = __shfl_xor_sync(0xffffffffu, v208, 8);
            const float v220 = fmaxf(v208, v219);
            const float v221 = __shfl_xor_sync(0xffffffffu, v210, 8);
            const float v222 = fmaxf(v210, v221);
            const float v223 = __shfl_xor_sync(0xffffffffu, v212, 8);
            const float v224 = fmaxf(v212, v223);
            const float v225 = __shfl_xor_sync(0xffffffffu, v214, 4);
            const float v226 = fmaxf(v214, v225);
            const float v227 = __shfl_xor_sync(0xffffffffu, v216, 4);
            const float v228 = fmaxf(v216, v227);
            const float v229 = __shfl_xor_sync(0xffffffffu, v218, 4);
            const float v230 = fmaxf(v218, v229);
            const float v231 = __shfl_xor_sync(0xffffffffu, v220, 4);
            const float v232 = fmaxf(v220, v231);
            const float v233 = __shfl_xor_sync(0xffffffffu, v222, 4);
            const float v234 = fmaxf(v222, v233);
            const float v235 = __shfl_xor_sync(0xffffffffu, v224, 4);
            const float v236 = fmaxf(v224, v235);
            const float v237 = __shfl_xor_sync(0xffffffffu, v226, 2);
            const float v238 = fmaxf(v226, v237);
            const float v239 = __shfl_xor_sync(0xffffffffu, v228, 2);
            const float v240 = fmaxf(v228, v239);
            const float v241 = __shfl_xor_sync(0xffffffffu, v230, 2);
            const float v242 = fmaxf(v230, v241);
            const float v243 = __shfl_xor_sync(0xffffffffu, v232, 2);
            const float v244 = fmaxf(v232, v243);
            const float v245 = __shfl_xor_sync(0xffffffffu, v234, 2);
            const float v246 = fmaxf(v234, v245);
            const float v247 = __shfl_xor_sync(0xffffffffu, v236, 2);
            const float v248 = fmaxf(v236, v247);
            const float v249 = __shfl_xor_sync(0xffffffffu, v238, 1);
            const float v250 = fmaxf(v238, v249);
            const float v251 = __shfl_xor_sync(0xffffffffu, v240, 1);
            const float v252 = fmaxf(v240, v251);
            const float v253 = __shfl_xor_sync(0xffffffffu, v242, 1);
            const float v254 = fmaxf(v242, v253);
            const float v255 = __shfl_xor_sync(0xffffffffu, v244, 1);
            const float v256 = fmaxf(v244, v255);
            const float v257 = __shfl_xor_sync(0xffffffffu, v246, 1);
            const float v258 = fmaxf(v246, v257);
            const float v259 = __shfl_xor_sync(0xffffffffu, v248, 1);
            const float v261 = fmaxf(v248, v259);
            __syncthreads();
            const bool v264 = v14 % 32 == 0;
            if (v264) {
                const int v266 = v14 / 32;
                shared[v266] = __float_as_uint(v250);
                shared[v266 + 8] = __float_as_uint(v252);
                shared[v266 + 16] = __float_as_uint(v254);
                shared[v266 + 24] = __float_as_uint(v256);
                shared[v266 + 32] = __float_as_uint(v258);
                shared[v266 + 40] = __float_as_uint(v261);
            }
            __syncthreads();
            const unsigned v291 = shared[0];
            const unsigned v293 = shared[1];
            const unsigned v296 = shared[2];
            const unsigned v299 = shared[3];
            const float v302 = fmaxf(v91, fmaxf(fmaxf(fmaxf(__uint_as_float(v291), __uint_as_float(v293)), __uint_as_float(v296)), __uint_as_float(v299)));
            const float v304 = expf(v178 - v302);
            const unsigned v307 = shared[8];
            const unsigned v310 = shared[9];
            const unsigned v314 = shared[10];
            const unsigned v318 = shared[11];
            const float v321 = fmaxf(v92, fmaxf(fmaxf(fmaxf(__uint_as_float(v307), __uint_as_float(v310)), __uint_as_float(v314)), __uint_as_float(v318)));
            const float v323 = expf(v182 - v321);
            const unsigned v326 = shared[16];
            const unsigned v329 = shared[17];
            const unsigned v333 = shared[18];
            const unsigned v337 = shared[19];
            const float v340 = fmaxf(v93, fmaxf(fmaxf(fmaxf(__uint_as_float(v326), __uint_as_float(v329)), __uint_as_float(v333)), __uint_as_float(v337)));
            const float v342 = expf(v186 - v340);
            const unsigned v345 = shared[24];
            const unsigned v348 = shared[25];
            const unsigned v352 = shared[26];
            const unsigned v356 = shared[27];
            const float v359 = fmaxf(v94, fmaxf(fmaxf(fmaxf(__uint_as_float(v345), __uint_as_float(v348)), __uint_as_float(v352)), __uint_as_float(v356)));
            const float v361 = expf(v190 - v359);
            const unsigned v363 = shared[32];
            const unsigned v366 = shared[33];
            const unsigned v370 = shared[34];
            const unsigned v374 = shared[35];
            const float v377 = fmaxf(v95, fmaxf(fmaxf(fmaxf(__uint_as_float(v363), __uint_as_float(v366)), __uint_as_float(v370)), __uint_as_float(v374)));
            const float v379 = expf(v194 - v377);
            const unsigned v382 = shared[40];
            const unsigned v385 = shared[41];
            const unsigned v389 = shared[42];
            const unsigned v393 = shared[43];
            const float v396 = fmaxf(v96, fmaxf(fmaxf(fmaxf(__uint_as_float(v382), __uint_as_float(v385)), __uint_as_float(v389)), __uint_as_float(v393)));
            const float v398 = expf(v198 - v396);
            const float v401 = expf(v91 - v302);
            const float v404 = expf(v92 - v321);
            const float v407 = expf(v93 - v340);
            const float v410 = expf(v94 - v359);
            const float v413 = expf(v95 - v377);
            const float v416 = expf(v96 - v396);
            __syncthreads();
            if (v176) {
                shared[v114 + 816] = __float_as_uint(v304);
            }
            if (v176) {
                shared[v114 + 880] = __float_as_uint(v323);
            }
            if (v176) {
                shared[v114 + 944] = __float_as_uint(v342);
            }
            if (v176) {
                shared[v114 + 1008] = __float_as_uint(v361);
            }
            if (v176) {
                shared[v114 + 1072] = __float_as_uint(v379);
            }
            if (v176) {
                shared[v114 + 1136] = __float_as_uint(v398);
            }
            const float v454 = v176 ? v304 : 0.0f;
            const float v455 = v176 ? v323 : 0.0f;
            const float v456 = v176 ? v342 : 0.0f;
            const float v457 = v176 ? v361 : 0.0f;
            const float v458 = v176 ? v379 : 0.0f;
            const float v459 = v176 ? v398 : 0.0f;
            const float v460 = __shfl_xor_sync(0xffffffffu, v454, 16);
            const float v461 = v454 + v460;
            const float v462 = __shfl_xor_sync(0xffffffffu, v455, 16);
            const float v463 = v455 + v462;
            const float v464 = __shfl_xor_sync(0xffffffffu, v456, 16);
            const float v465 = v456 + v464;
            const float v466 = __shfl_xor_sync(0xffffffffu, v457, 16);
            const float v467 = v457 + v466;
            const float v468 = __shfl_xor_sync(0xffffffffu, v458, 16);
            const float v469 = v458 + v468;
            const float v470 = __shfl_xor_sync(0xffffffffu, v459, 16);
            const float v471 = v459 + v470;
            const float v472 = __shfl_xor_sync(0xffffffffu, v461, 8);
            const float v473 = v461 + v472;
            const float v474 = __shfl_xor_sync(0xffffffffu, v463, 8);
            const float v475 = v463 + v474;
            const float v476 = __shfl_xor_sync(0xffffffffu, v465, 8);
            const float v477 = v465 + v476;
            const float v478 = __shfl_xor_sync(0xffffffffu, v467, 8);
            const float v479 = v467 + v478;
            const float v480 = __shfl_xor_sync(0xffffffffu, v469, 8);
            const float v481 = v469 + v480;
            const float v482 = __shfl_xor_sync(0xffffffffu, v471, 8);
            const float v483 = v471 + v482;
            const float v484 = __shfl_xor_sync(0xffffffffu, v473, 4);
            const float v485 = v473 + v484;
            const float v486 = __shfl_xor_sync(0xffffffffu, v475, 4);
            const float v487 = v475 + v486;
            const float v488 = __shfl_xor_sync(0xffffffffu, v477, 4);
            const float v489 = v477 + v488;
            const float v490 = __shfl_xor_sync(0xffffffffu, v479, 4);
            const float v491 = v479 + v490;
            const float v492 = __shfl_xor_sync(0xffffffffu, v481, 4);
            const float v493 = v481 + v492;
            const float v494 = __shfl_xor_sync(0xffffffffu, v483, 4);
            const float v495 = v483 + v494;
            const float v496 = __shfl_xor_sync(0xffffffffu, v485, 2);
            const float v497 = v485 + v496;
            const float v498 = __shfl_xor_sync(0xffffffffu, v487, 2);
            const float v499 = v487 + v498;
            const float v500 = __shfl_xor_sync(0xffffffffu, v489, 2);
            const float v501 = v489 + v500;
            const float v502 = __shfl_xor_sync(0xffffffffu, v491, 2);
            const float v503 = v491 + v502;
            const float v504 = __shfl_xor_sync(0xffffffffu, v493, 2);
            const float v505 = v493 + v504;
            const float v506 = __shfl_xor_sync(0xffffffffu, v495, 2);
            const float v507 = v495 + v506;
            const float v508 = __shfl_xor_sync(0xffffffffu, v497, 1);
            const float v509 = v497 + v508;
            const float v510 = __shfl_xor_sync(0xffffffffu, v499, 1);
            const float v511 = v499 + v510;
            const float v512 = __shfl_xor_sync(0xffffffffu, v501, 1);
            const float v513 = v501 + v512;
            const float v514 = __shfl_xor_sync(0xffffffffu, v503, 1);
            const float v515 = v503 + v514;
            const float v516 = __shfl_xor_sync(0xffffffffu, v505, 1);
            const float v517 = v505 + v516;
            const float v518 = __shfl_xor_sync(0xffffffffu, v507, 1);
            const float v519 = v507 + v518;
            if (v264) {
                const int v521 = v14 / 32;
                shared[v521] = __float_as_uint(v509);
                shared[v521 + 8] = __float_as_uint(v511);
                shared[v521 + 16] = __float_as_uint(v513);
                shared[v521 + 24] = __float_as_uint(v515);
                shared[v521 + 32] = __float_as_uint(v517);
                shared[v521 + 40] = __float_as_uint(v519);
            }
            __syncthreads();
            const unsigned v542 = shared[0];
            const unsigned v544 = shared[1];
            const unsigned v547 = shared[2];
            const unsigned v550 = shared[3];
            const float v553 = fmaf(v98, v401, __uint_as_float(v542) + __uint_as_float(v544) + __uint_as_float(v547) + __uint_as_float(v550));
            const unsigned v554 = shared[8];
            const unsigned v556 = shared[9];
            const unsigned v559 = shared[10];
            const unsigned v562 = shared[11];
            const unsigned v565 = shared[16];
            const unsigned v567 = shared[17];
            const unsigned v570 = shared[18];
            const unsigned v573 = shared[19];
            const unsigned v576 = shared[24];
            const unsigned v578 = shared[25];
            const unsigned v581 = shared[26];
            const unsigned v584 = shared[27];
            const unsigned v587 = shared[32];
            const unsigned v589 = shared[33];
            const unsigned v592 = shared[34];
            const unsigned v595 = shared[35];
            const unsigned v598 = shared[40];
            const unsigned v600 = shared[41];
            const unsigned v603 = shared[42];
            const unsigned v606 = shared[43];
            v98 = v553;
            const float v611 = fmaf(v99, v404, __uint_as_float(v554) + __uint_as_float(v556) + __uint_as_float(v559) + __uint_as_float(v562));
            v99 = v611;
            const float v614 = fmaf(v100, v407, __uint_as_float(v565) + __uint_as_float(v567) + __uint_as_float(v570) + __uint_as_float(v573));
            v100 = v614;
            const float v617 = fmaf(v101, v410, __uint_as_float(v576) + __uint_as_float(v578) + __uint_as_float(v581) + __uint_as_float(v584));
            v101 = v617;
            const float v620 = fmaf(v102, v413, __uint_as_float(v587) + __uint_as_float(v589) + __uint_as_float(v592) + __uint_as_float(v595));
            v102 = v620;
            const float v623 = fmaf(v103, v416, __uint_as_float(v598) + __uint_as_float(v600) + __uint_as_float(v603) + __uint_as_float(v606));
            v103 = v623;
            float v637 = v104 * v401;
            float v638 = v105 * v404;
            float v639 = v106 * v407;
            float v640 = v107 * v410;
            float v641 = v108 * v413;
            float v642 = v109 * v416;
            for (int i643 = 0; i643 < 64; i643 += 32) {
                unsigned q656[32];
                #pragma unroll
                for (int t = 0; t < 32; t++) {
                    const int v643 = i643 + t;
                    const int v648 = v112 + v643;
                    const bool v651 = 0 <= v648 && v648 < v89;
                    q656[t] = (unsigned)b2[v651 ? (int)((unsigned)v90 + (unsigned)v648 * 128u + (unsigned)v14) : 0];
                }
                __syncwarp();
                #pragma unroll
                for (int t = 0; t < 32; t++) {
                    const int v643 = i643 + t;
                    const unsigned v646 = shared[v643 + 816];
                    const int v648 = v112 + v643;
                    const bool v651 = 0 <= v648 && v648 < v89;
                    const unsigned v656 = q656[t];
                    const float v661 = __uint_as_float((v651 ? v656 : 0u) << 16);
                    v637 = fmaf(__uint_as_float(v646), v661, v637);
                    const unsigned v667 = shared[v643 + 880];
                    v638 = fmaf(__uint_as_float(v667), v661, v638);
                    const unsigned v674 = shared[v643 + 944];
                    v639 = fmaf(__uint_as_float(v674), v661, v639);
                    const unsigned v681 = shared[v643 + 1008];
                    v640 = fmaf(__uint_as_float(v681), v661, v640);
                    const unsigned v688 = shared[v643 + 1072];
                    v641 = fmaf(__uint_as_float(v688), v661, v641);
                    const unsigned v695 = shared[v643 + 1136];
                    v642 = fmaf(__uint_as_float(v695), v661, v642);
                }
            }
            const float v702 = v638;
            const float v703 = v639;
            const float v704 = v640;
            const float v705 = v641;
            const float v706 = v642;
            v104 = v637;
            v105 = v702;
            v106 = v703;
            v107 = v704;
            v108 = v705;
            v109 = v706;
            v91 = v302;
            v92 = v321;
            v93 = v340;
            v94 = v359;
            v95 = v377;
            v96 = v396;
        }
        const int v722 = (int)((unsigned)v17 * 64u + (unsigned)(v54 / 64));
        const bool v725 = 0 <= v722 && v722 < 128;
        const int v726 = v725 ? 6 : 0;
        const int v728 = (int)((unsigned)v722 * 768u);
        const int v729 = (int)((unsigned)v728 + (unsigned)v14);
        const float v730 = v104;
        const int v731 = v725 ? 2 : 0;
        const int v733 = 0 < v731 ? 6 : 0;
        const int v734 = (int)((unsigned)v722 * 12u);
        const int v736 = 1 < v731 ? 6 : 0;
        const int v737 = (int)((unsigned)v734 + 6u);
        if (0 < v726) {
            b3[v729] = v730;
        }
        const int v743 = (int)((unsigned)v728 + 128u + (unsigned)v14);
        const float v744 = v105;
        if (1 < v726) {
            b3[v743] = v744;
        }
        const int v750 = (int)((unsigned)v728 + 256u + (unsigned)v14);
        const float v751 = v106;
        if (2 < v726) {
            b3[v750] = v751;
        }
        const int v757 = (int)((unsigned)v728 + 384u + (unsigned)v14);
        const float v758 = v107;
        if (3 < v726) {
            b3[v757] = v758;
        }
        const int v764 = (int)((unsigned)v728 + 512u + (unsigned)v14);
        const float v765 = v108;
        if (4 < v726) {
            b3[v764] = v765;
        }
        const int v771 = (int)((unsigned)v728 + 640u + (unsigned)v14);
        const float v772 = v109;
        if (5 < v726) {
            b3[v771] = v772;
        }
        const bool v776 = v14 == 0;
        if (v776) {
            const float v779 = v91;
            if (0 < v733) {
                b4[v734] = v779;
            }
        }
        const bool v784 = v14 == 1;
        if (v784) {
            const int v787 = (int)((unsigned)v734 + 1u);
            const float v788 = v92;
            if (1 < v733) {
                b4[v787] = v788;
            }
        }
        const bool v793 = v14 == 2;
        if (v793) {
            const int v796 = (int)((unsigned)v734 + 2u);
            const float v797 = v93;
            if (2 < v733) {
                b4[v796] = v797;
            }
        }
        const bool v802 = v14 == 3;
        if (v802) {
            const int v805 = (int)((unsigned)v734 + 3u);
            const float v806 = v94;
            if (3 < v733) {
                b4[v805] = v806;
            }
        }
        const bool v811 = v14 == 4;
        if (v811) {
            const int v814 = (int)((unsigned)v734 + 4u);
            const float v815 = v95;
            if (4 < v733) {
                b4[v814] = v815;
            }
        }
        const bool v820 = v14 == 5;
        if (v820) {
            const int v823 = (int)((unsigned)v734 + 5u);
            const float v824 = v96;
            if (5 < v733) {
                b4[v823] = v824;
            }
        }
        __syncthreads();
        if (v776) {
            const float v832 = v98;
            if (0 < v736) {
                b4[v737] = v832;
            }
        }
        if (v784) {
            const int v840 = (int)((unsigned)v734 + 7u);
            const float v841 = v99;
            if (1 < v736) {
                b4[v840] = v841;
            }
        }
        if (v793) {
            const int v849 = (int)((unsigned)v734 + 8u);
            const float v850 = v100;
            if (2 < v736) {
                b4[v849] = v850;
            }
        }
        if (v802) {
            const int v858 = (int)((unsigned)v734 + 9u);
            const float v859 = v101;
            if (3 < v736) {
                b4[v858] = v859;
            }
        }
        if (v811) {
            const int v867 = (int)((unsigned)v734 + 10u);
            const float v868 = v102;
            if (4 < v736) {
                b4[v867] = v868;
            }
        }
        if (v820) {
            const int v876 = (int)((unsigned)v734 + 11u);
            const float v877 = v103;
            if (5 < v736) {
                b4[v876] = v877;
            }
        }
    }
}

// tessera kernel attention_decode_gqa entry ts_attention_decode_gqa__wide wide 1 params i32:q:32:12*128,i16:kcache:16:2*4096*128,i16:vcache:16:2*4096*128,w32:partial:32:128*6*128,w32:stats:32:128*2*6 sizes 1 threads 128 teams 1 count -1 shared 4800 cost 2100225
extern "C" __global__ void __launch_bounds__(128) ts_attention_decode_gqa__wide(
    const float *b0, // q
    const unsigned short *b1, // kcache
    const unsigned short *b2, // vcache
    float *b3, // partial
    float *b4, // stats
    const int *s0) // len
{
    __shared__ unsigned shared[1200];
    take_turn();
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
        shared[v14 + 48] = __float_as_uint(v22 * 0.088388346f);
        shared[v14 + 176] = __float_as_uint(v28 * 0.088388346f);
        shared[v14 + 304] = __float_as_uint(v33 * 0.088388346f);
        shared[v14 + 432] = __float_as_uint(v39 * 0.088388346f);
        shared[v14 + 560] = __float_as_uint(v45 * 0.088388346f);
        shared[v14 + 688] = __float_as_uint(v51 * 0.088388346f);
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
            for (int i125 = 0; i125 < 128; i125 += 32) {
                uint4 q137[4];
                #pragma unroll
                for (int t = 0; t < 4; t++) {
                    const int v125 = i125 + t * 8;
                    const bool v131 = 0 <= v115 && v115 < v89;
                    const int v136 = v131 ? (int)((unsigned)v90 + (unsigned)v115 * 128u + (unsigned)v125) >> 3 : 0;
                    q137[t] = ((const uint4 *)b1)[v136];
                }
                __syncwarp();
                #pragma unroll
                for (int t = 0; t < 4; t++) {
                    const int v125 = i125 + t * 8;
                    const unsigned v127 = shared[v125 + 48];
                    const bool v131 = 0 <= v115 && v115 < v89;
                    const uint4 v137 = q137[t];
                    const float v145 = __uint_as_float((v131 ? v137.x & 0xffffu : 0u) << 16);
                    v118 = fmaf(__uint_as_float(v127), v145, v118);
                    const unsigned v167 = shared[v125 + 176];
                    v119 = fmaf(__uint_as_float(v167), v145, v119);
                    const unsigned v173 = shared[v125 + 304];
                    v120 = fmaf(__uint_as_float(v173), v145, v120);
                    const unsigned v179 = shared[v125 + 432];
                    v121 = fmaf(__uint_as_float(v179), v145, v121);
                    const unsigned v185 = shared[v125 + 560];
                    v122 = fmaf(__uint_as_float(v185), v145, v122);
                    const unsigned v191 = shared[v125 + 688];
                    v123 = fmaf(__uint_as_float(v191), v145, v123);
                    const unsigned v198 = shared[v125 + 49];
                    const float v201 = __uint_as_float((v131 ? v137.x >> 16 : 0u) << 16);
                    v118 = fmaf(__uint_as_float(v198), v201, v118);
                    const unsigned v207 = shared[v125 + 177];
                    v119 = fmaf(__uint_as_float(v207), v201, v119);
                    const unsigned v214 = shared[v125 + 305];
                    v120 = fmaf(__uint_as_float(v214), v201, v120);
                    const unsigned v221 = shared[v125 + 433];
                    v121 = fmaf(__uint_as_float(v221), v201, v121);
                    const unsigned v228 = shared[v125 + 561];
                    v122 = fmaf(__uint_as_float(v228), v201, v122);
                    const unsigned v235 = shared[v125 + 689];
                    v123 = fmaf(__uint_as_float(v235), v201, v123);
                    const unsigned v242 = shared[v125 + 50];
                    const float v245 = __uint_as_float((v131 ? v137.y & 0xffffu : 0u) << 16);
                    v118 = fmaf(__uint_as_float(v242), v245, v118);
                    const unsigned v251 = shared[v125 + 178];
                    v119 = fmaf(__uint_as_float(v251), v245, v119);
                    const unsigned v258 = shared[v125 + 306];
                    v120 = fmaf(__uint_as_float(v258), v245, v120);
                    const unsigned v265 = shared[v125 + 434];
                    v121 = fmaf(__uint_as_float(v265), v245, v121);
                    const unsigned v272 = shared[v125 + 562];
                    v122 = fmaf(__uint_as_float(v272), v245, v122);
                    const unsigned v279 = shared[v125 + 690];
                    v123 = fmaf(__uint_as_float(v279), v245, v123);
                    const unsigned v286 = shared[v125 + 51];
                    const float v289 = __uint_as_float((v131 ? v137.y >> 16 : 0u) << 16);
                    v118 = fmaf(__uint_as_float(v286), v289, v118);
                    const unsigned v295 = shared[v125 + 179];
                    v119 = fmaf(__uint_as_float(v295), v289, v119);
                    const unsigned v302 = shared[v125 + 307];
                    v120 = fmaf(__uint_as_float(v302), v289, v120);
                    const unsigned v309 = shared[v125 + 435];
                    v121 = fmaf(__uint_as_float(v309), v289, v121);
                    const unsigned v316 = shared[v125 + 563];
                    v122 = fmaf(__uint_as_float(v316), v289, v122);
                    const unsigned v323 = shared[v125 + 691];
                    v123 = fmaf(__uint_as_float(v323), v289, v123);
                    const unsigned v330 = shared[v125 + 52];
                    const float v333 = __uint_as_float((v131 ? v137.z & 0xffffu : 0u) << 16);
                    v118 = fmaf(__uint_as_float(v330), v333, v118);
                    const unsigned v339 = shared[v125 + 180];
                    v119 = fmaf(__uint_as_float(v339), v333, v119);
                    const unsigned v346 = shared[v125 + 308];
                    v120 = fmaf(__uint_as_float(v346), v333, v120);
                    const unsigned v353 = shared[v125 + 436];
                    v121 = fmaf(__uint_as_float(v353), v333, v121);
                    const unsigned v360 = shared[v125 + 564];
                    v122 = fmaf(__uint_as_float(v360), v333, v122);
                    const unsigned v367 = shared[v125 + 692];
                    v123 = fmaf(__uint_as_float(v367), v333, v123);
                    const unsigned v374 = shared[v125 + 53];
                    const float v377 = __uint_as_float((v131 ? v137.z >> 16 : 0u) << 16);
                    v118 = fmaf(__uint_as_float(v374), v377, v118);
                    const unsigned v383 = shared[v125 + 181];
                    v119 = fmaf(__uint_as_float(v383), v377, v119);
                    const unsigned v390 = shared[v125 + 309];
                    v120 = fmaf(__uint_as_float(v390), v377, v120);
                    const unsigned v397 = shared[v125 + 437];
                    v121 = fmaf(__uint_as_float(v397), v377, v121);
                    const unsigned v404 = shared[v125 + 565];
                    v122 = fmaf(__uint_as_float(v404), v377, v122);
                    const unsigned v411 = shared[v125 + 693];
                    v123 = fmaf(__uint_as_float(v411), v377, v123);
                    const unsigned v418 = shared[v125 + 54];
                    const float v421 = __uint_as_float((v131 ? v137.w & 0xffffu : 0u) << 16);
                    v118 = fmaf(__uint_as_float(v418), v421, v118);
                    const unsigned v427 = shared[v125 + 182];
                    v119 = fmaf(__uint_as_float(v427), v421, v119);
                    const unsigned v434 = shared[v125 + 310];
                    v120 = fmaf(__uint_as_float(v434), v421, v120);
                    const unsigned v441 = shared[v125 + 438];
                    v121 = fmaf(__uint_as_float(v441), v421, v121);
                    const unsigned v448 = shared[v125 + 566];
                    v122 = fmaf(__uint_as_float(v448), v421, v122);
                    const unsigned v455 = shared[v125 + 694];
                    v123 = fmaf(__uint_as_float(v455), v421, v123);
                    const unsigned v462 = shared[v125 + 55];
                    const float v465 = __uint_as_float((v131 ? v137.w >> 16 : 0u) << 16);
                    v118 = fmaf(__uint_as_float(v462), v465, v118);
                    const unsigned v471 = shared[v125 + 183];
                    v119 = fmaf(__uint_as_float(v471), v465, v119);
                    const unsigned v478 = shared[v125 + 311];
                    v120 = fmaf(__uint_as_float(v478), v465, v120);
                    const unsigned v485 = shared[v125 + 439];
                    v121 = fmaf(__uint_as_float(v485), v465, v121);
                    const unsigned v492 = shared[v125 + 567];
                    v122 = fmaf(__uint_as_float(v492), v465, v122);
                    const unsigned v499 = shared[v125 + 695];
                    v123 = fmaf(__uint_as_float(v499), v465, v123);
                }
            }
            const bool v506 = v14 < 64;
            const float v508 = v116 ? v118 : -__int_as_float(0x7f800000);
            const float v510 = fmaxf(-__int_as_float(0x7f800000), v506 ? v508 : -__int_as_float(0x7f800000));
            const float v512 = v116 ? v119 : -__int_as_float(0x7f800000);
            const float v514 = fmaxf(-__int_as_float(0x7f800000), v506 ? v512 : -__int_as_float(0x7f800000));
            const float v516 = v116 ? v120 : -__int_as_float(0x7f800000);
            const float v518 = fmaxf(-__int_as_float(0x7f800000), v506 ? v516 : -__int_as_float(0x7f800000));
            const float v520 = v116 ? v121 : -__int_as_float(0x7f800000);
            const float v522 = fmaxf(-__int_as_float(0x7f800000), v506 ? v520 : -__int_as_float(0x7f800000));
            const float v524 = v116 ? v122 : -__int_as_float(0x7f800000);
            const float v526 = fmaxf(-__int_as_float(0x7f800000), v506 ? v524 : -__int_as_float(0x7f800000));
            const float v528 = v116 ? v123 : -__int_as_float(0x7f800000);
            const float v530 = fmaxf(-__int_as_float(0x7f800000), v506 ? v528 : -__int_as_float(0x7f800000));
            const float v531 = __shfl_xor_sync(0xffffffffu, v510, 16);
            const float v532 = fmaxf(v510, v531);
            const float v533 = __shfl_xor_sync(0xffffffffu, v514, 16);
            const float v534 = fmaxf(v514, v533);
            const float v535 = __shfl_xor_sync(0xffffffffu, v518, 16);
            const float v536 = fmaxf(v518, v535);
            const float v537 = __shfl_xor_sync(0xffffffffu, v522, 16);
            const float v538 = fmaxf(v522, v537);
            const float v539 = __shfl_xor_sync(0xffffffffu, v526, 16);
            const float v540 = fmaxf(v526, v539);
            const float v541 = __shfl_xor_sync(0xffffffffu, v530, 16);
            const float v542 = fmaxf(v530, v541);
            const float v543 = __shfl_xor_sync(0xffffffffu, v532, 8);
            const float v544 = fmaxf(v532, v543);
            const float v545 = __shfl_xor_sync(0xffffffffu, v534, 8);
            const float v546 = fmaxf(v534, v545);
            const float v547 = __shfl_xor_sync(0xffffffffu, v536, 8);
            const float v548 = fmaxf(v536, v547);
            const float v549 = __shfl_xor_sync(0xffffffffu, v538, 8);
            const float v550 = fmaxf(v538, v549);
            const float v551 = __shfl_xor_sync(0xffffffffu, v540, 8);
            const float v552 = fmaxf(v540, v551);
            const float v553 = __shfl_xor_sync(0xffffffffu, v542, 8);
            const float v554 = fmaxf(v542, v553);
            const float v555 = __shfl_xor_sync(0xffffffffu, v544, 4);
            const float v556 = fmaxf(v544, v555);
            const float v557 = __shfl_xor_sync(0xffffffffu, v546, 4);
            const float v558 = fmaxf(v546, v557);
            const float v559 = __shfl_xor_sync(0xffffffffu, v548, 4);
            const float v560 = fmaxf(v548, v559);
            const float v561 = __shfl_xor_sync(0xffffffffu, v550, 4);
            const float v562 = fmaxf(v550, v561);
            const float v563 = __shfl_xor_sync(0xffffffffu, v552, 4);
            const float v564 = fmaxf(v552, v563);
            const float v565 = __shfl_xor_sync(0xffffffffu, v554, 4);
            const float v566 = fmaxf(v554, v565);
            const float v567 = __shfl_xor_sync(0xffffffffu, v556, 2);
            const float v568 = fmaxf(v556, v567);
            const float v569 = __shfl_xor_sync(0xffffffffu, v558, 2);
            const float v570 = fmaxf(v558, v569);
            const float v571 = __shfl_xor_sync(0xffffffffu, v560, 2);
            const float v572 = fmaxf(v560, v571);
            const float v573 = __shfl_xor_sync(0xffffffffu, v562, 2);
            const float v574 = fmaxf(v562, v573);
            const float v575 = __shfl_xor_sync(0xffffffffu, v564, 2);
            const float v576 = fmaxf(v564, v575);
            const float v577 = __shfl_xor_sync(0xffffffffu, v566, 2);
            const float v578 = fmaxf(v566, v577);
            const float v579 = __shfl_xor_sync(0xffffffffu, v568, 1);
            const float v580 = fmaxf(v568, v579);
            const float v581 = __shfl_xor_sync(0xffffffffu, v570, 1);
            const float v582 = fmaxf(v570, v581);
            const float v583 = __shfl_xor_sync(0xffffffffu, v572, 1);
            const float v584 = fmaxf(v572, v583);
            const float v585 = __shfl_xor_sync(0xffffffffu, v574, 1);
            const float v586 = fmaxf(v574, v585);
            const float v587 = __shfl_xor_sync(0xffffffffu, v576, 1);
            const float v588 = fmaxf(v576, v587);
            const float v589 = __shfl_xor_sync(0xffffffffu, v578, 1);
            const float v591 = fmaxf(v578, v589);
            __syncthreads();
            const bool v594 = v14 % 32 == 0;
            if (v594) {
                const int v596 = v14 / 32;
                shared[v596] = __float_as_uint(v580);
                shared[v596 + 8] = __float_as_uint(v582);
                shared[v596 + 16] = __float_as_uint(v584);
                shared[v596 + 24] = __float_as_uint(v586);
                shared[v596 + 32] = __float_as_uint(v588);
                shared[v596 + 40] = __float_as_uint(v591);
            }
            __syncthreads();
            const unsigned v620 = shared[0];
            const unsigned v622 = shared[1];
            const unsigned v625 = shared[2];
            const unsigned v628 = shared[3];
            const float v631 = fmaxf(v91, fmaxf(fmaxf(fmaxf(__uint_as_float(v620), __uint_as_float(v622)), __uint_as_float(v625)), __uint_as_float(v628)));
            const float v633 = expf(v508 - v631);
            const unsigned v635 = shared[8];
            const unsigned v638 = shared[9];
            const unsigned v642 = shared[10];
            const unsigned v646 = shared[11];
            const float v649 = fmaxf(v92, fmaxf(fmaxf(fmaxf(__uint_as_float(v635), __uint_as_float(v638)), __uint_as_float(v642)), __uint_as_float(v646)));
            const float v651 = expf(v512 - v649);
            const unsigned v654 = shared[16];
            const unsigned v657 = shared[17];
            const unsigned v661 = shared[18];
            const unsigned v665 = shared[19];
            const float v668 = fmaxf(v93, fmaxf(fmaxf(fmaxf(__uint_as_float(v654), __uint_as_float(v657)), __uint_as_float(v661)), __uint_as_float(v665)));
            const float v670 = expf(v516 - v668);
            const unsigned v673 = shared[24];
            const unsigned v676 = shared[25];
            const unsigned v680 = shared[26];
            const unsigned v684 = shared[27];
            const float v687 = fmaxf(v94, fmaxf(fmaxf(fmaxf(__uint_as_float(v673), __uint_as_float(v676)), __uint_as_float(v680)), __uint_as_float(v684)));
            const float v689 = expf(v520 - v687);
            const unsigned v691 = shared[32];
            const unsigned v694 = shared[33];
            const unsigned v698 = shared[34];
            const unsigned v702 = shared[35];
            const float v705 = fmaxf(v95, fmaxf(fmaxf(fmaxf(__uint_as_float(v691), __uint_as_float(v694)), __uint_as_float(v698)), __uint_as_float(v702)));
            const float v707 = expf(v524 - v705);
            const unsigned v710 = shared[40];
            const unsigned v713 = shared[41];
            const unsigned v717 = shared[42];
            const unsigned v721 = shared[43];
            const float v724 = fmaxf(v96, fmaxf(fmaxf(fmaxf(__uint_as_float(v710), __uint_as_float(v713)), __uint_as_float(v717)), __uint_as_float(v721)));
            const float v726 = expf(v528 - v724);
            const float v729 = expf(v91 - v631);
            const float v732 = expf(v92 - v649);
            const float v735 = expf(v93 - v668);
            const float v738 = expf(v94 - v687);
            const float v741 = expf(v95 - v705);
            const float v744 = expf(v96 - v724);
            __syncthreads();
            if (v506) {
                shared[v114 + 816] = __float_as_uint(v633);
            }
            if (v506) {
                shared[v114 + 880] = __float_as_uint(v651);
            }
            if (v506) {
                shared[v114 + 944] = __float_as_uint(v670);
            }
            if (v506) {
                shared[v114 + 1008] = __float_as_uint(v689);
            }
            if (v506) {
                shared[v114 + 1072] = __float_as_uint(v707);
            }
            if (v506) {
                shared[v114 + 1136] = __float_as_uint(v726);
            }
            const float v782 = v506 ? v633 : 0.0f;
            const float v783 = v506 ? v651 : 0.0f;
            const float v784 = v506 ? v670 : 0.0f;
            const float v785 = v506 ? v689 : 0.0f;
            const float v786 = v506 ? v707 : 0.0f;
            const float v787 = v506 ? v726 : 0.0f;
            const float v788 = __shfl_xor_sync(0xffffffffu, v782, 16);
            const float v789 = v782 + v788;
            const float v790 = __shfl_xor_sync(0xffffffffu, v783, 16);
            const float v791 = v783 + v790;
            const float v792 = __shfl_xor_sync(0xffffffffu, v784, 16);
            const float v793 = v784 + v792;
            const float v794 = __shfl_xor_sync(0xffffffffu, v785, 16);
            const float v795 = v785 + v794;
            const float v796 = __shfl_xor_sync(0xffffffffu, v786, 16);
            const float v797 = v786 + v796;
            const float v798 = __shfl_xor_sync(0xffffffffu, v787, 16);
            const float v799 = v787 + v798;
            const float v800 = __shfl_xor_sync(0xffffffffu, v789, 8);
            const float v801 = v789 + v800;
            const float v802 = __shfl_xor_sync(0xffffffffu, v791, 8);
            const float v803 = v791 + v802;
            const float v804 = __shfl_xor_sync(0xffffffffu, v793, 8);
            const float v805 = v793 + v804;
            const float v806 = __shfl_xor_sync(0xffffffffu, v795, 8);
            const float v807 = v795 + v806;
            const float v808 = __shfl_xor_sync(0xffffffffu, v797, 8);
            const float v809 = v797 + v808;
            const float v810 = __shfl_xor_sync(0xffffffffu, v799, 8);
            const float v811 = v799 + v810;
            const float v812 = __shfl_xor_sync(0xffffffffu, v801, 4);
            const float v813 = v801 + v812;
            const float v814 = __shfl_xor_sync(0xffffffffu, v803, 4);
            const float v815 = v803 + v814;
            const float v816 = __shfl_xor_sync(0xffffffffu, v805, 4);
            const float v817 = v805 + v816;
            const float v818 = __shfl_xor_sync(0xffffffffu, v807, 4);
            const float v819 = v807 + v818;
            const float v820 = __shfl_xor_sync(0xffffffffu, v809, 4);
            const float v821 = v809 + v820;
            const float v822 = __shfl_xor_sync(0xffffffffu, v811, 4);
            const float v823 = v811 + v822;
            const float v824 = __shfl_xor_sync(0xffffffffu, v813, 2);
            const float v825 = v813 + v824;
            const float v826 = __shfl_xor_sync(0xffffffffu, v815, 2);
            const float v827 = v815 + v826;
            const float v828 = __shfl_xor_sync(0xffffffffu, v817, 2);
            const float v829 = v817 + v828;
            const float v830 = __shfl_xor_sync(0xffffffffu, v819, 2);
            const float v831 = v819 + v830;
            const float v832 = __shfl_xor_sync(0xffffffffu, v821, 2);
            const float v833 = v821 + v832;
            const float v834 = __shfl_xor_sync(0xffffffffu, v823, 2);
            const float v835 = v823 + v834;
            const float v836 = __shfl_xor_sync(0xffffffffu, v825, 1);
            const float v837 = v825 + v836;
            const float v838 = __shfl_xor_sync(0xffffffffu, v827, 1);
            const float v839 = v827 + v838;
            const float v840 = __shfl_xor_sync(0xffffffffu, v829, 1);
            const float v841 = v829 + v840;
            const float v842 = __shfl_xor_sync(0xffffffffu, v831, 1);
            const float v843 = v831 + v842;
            const float v844 = __shfl_xor_sync(0xffffffffu, v833, 1);
            const float v845 = v833 + v844;
            const float v846 = __shfl_xor_sync(0xffffffffu, v835, 1);
            const float v847 = v835 + v846;
            if (v594) {
                const int v849 = v14 / 32;
                shared[v849] = __float_as_uint(v837);
                shared[v849 + 8] = __float_as_uint(v839);
                shared[v849 + 16] = __float_as_uint(v841);
                shared[v849 + 24] = __float_as_uint(v843);
                shared[v849 + 32] = __float_as_uint(v845);
                shared[v849 + 40] = __float_as_uint(v847);
            }
            __syncthreads();
            const unsigned v870 = shared[0];
            const unsigned v872 = shared[1];
            const unsigned v875 = shared[2];
            const unsigned v878 = shared[3];
            const float v881 = fmaf(v98, v729, __uint_as_float(v870) + __uint_as_float(v872) + __uint_as_float(v875) + __uint_as_float(v878));
            const unsigned v882 = shared[8];
            const unsigned v884 = shared[9];
            const unsigned v887 = shared[10];
            const unsigned v890 = shared[11];
            const unsigned v893 = shared[16];
            const unsigned v895 = shared[17];
            const unsigned v898 = shared[18];
            const unsigned v901 = shared[19];
            const unsigned v904 = shared[24];
            const unsigned v906 = shared[25];
            const unsigned v909 = shared[26];
            const unsigned v912 = shared[27];
            const unsigned v915 = shared[32];
            const unsigned v917 = shared[33];
            const unsigned v920 = shared[34];
            const unsigned v923 = shared[35];
            const unsigned v926 = shared[40];
            const unsigned v928 = shared[41];
            const unsigned v931 = shared[42];
            const unsigned v934 = shared[43];
            v98 = v881;
            const float v939 = fmaf(v99, v732, __uint_as_float(v882) + __uint_as_float(v884) + __uint_as_float(v887) + __uint_as_float(v890));
            v99 = v939;
            const float v942 = fmaf(v100, v735, __uint_as_float(v893) + __uint_as_float(v895) + __uint_as_float(v898) + __uint_as_float(v901));
            v100 = v942;
            const float v945 = fmaf(v101, v738, __uint_as_float(v904) + __uint_as_float(v906) + __uint_as_float(v909) + __uint_as_float(v912));
            v101 = v945;
            const float v948 = fmaf(v102, v741, __uint_as_float(v915) + __uint_as_float(v917) + __uint_as_float(v920) + __uint_as_float(v923));
            v102 = v948;
            const float v951 = fmaf(v103, v744, __uint_as_float(v926) + __uint_as_float(v928) + __uint_as_float(v931) + __uint_as_float(v934));
            v103 = v951;
            float v965 = v104 * v729;
            float v966 = v105 * v732;
            float v967 = v106 * v735;
            float v968 = v107 * v738;
            float v969 = v108 * v741;
            float v970 = v109 * v744;
            for (int i971 = 0; i971 < 64; i971 += 32) {
                unsigned q984[32];
                #pragma unroll
                for (int t = 0; t < 32; t++) {
                    const int v971 = i971 + t;
                    const int v976 = v112 + v971;
                    const bool v979 = 0 <= v976 && v976 < v89;
                    q984[t] = (unsigned)b2[v979 ? (int)((unsigned)v90 + (unsigned)v976 * 128u + (unsigned)v14) : 0];
                }
                __syncwarp();
                #pragma unroll
                for (int t = 0; t < 32; t++) {
                    const int v971 = i971 + t;
                    const unsigned v974 = shared[v971 + 816];
                    const int v976 = v112 + v971;
                    const bool v979 = 0 <= v976 && v976 < v89;
                    const unsigned v984 = q984[t];
                    const float v989 = __uint_as_float((v979 ? v984 : 0u) << 16);
                    v965 = fmaf(__uint_as_float(v974), v989, v965);
                    const unsigned v995 = shared[v971 + 880];
                    v966 = fmaf(__uint_as_float(v995), v989, v966);
                    const unsigned v1002 = shared[v971 + 944];
                    v967 = fmaf(__uint_as_float(v1002), v989, v967);
                    const unsigned v1009 = shared[v971 + 1008];
                    v968 = fmaf(__uint_as_float(v1009), v989, v968);
                    const unsigned v1016 = shared[v971 + 1072];
                    v969 = fmaf(__uint_as_float(v1016), v989, v969);
                    const unsigned v1023 = shared[v971 + 1136];
                    v970 = fmaf(__uint_as_float(v1023), v989, v970);
                }
            }
            const float v1030 = v966;
            const float v1031 = v967;
            const float v1032 = v968;
            const float v1033 = v969;
            const float v1034 = v970;
            v104 = v965;
            v105 = v1030;
            v106 = v1031;
            v107 = v1032;
            v108 = v1033;
            v109 = v1034;
            v91 = v631;
            v92 = v649;
            v93 = v668;
            v94 = v687;
            v95 = v705;
            v96 = v724;
        }
        const int v1050 = (int)((unsigned)v17 * 64u + (unsigned)(v54 / 64));
        const bool v1053 = 0 <= v1050 && v1050 < 128;
        const int v1054 = v1053 ? 6 : 0;
        const int v1056 = (int)((unsigned)v1050 * 768u);
        const int v1057 = (int)((unsigned)v1056 + (unsigned)v14);
        const float v1058 = v104;
        const int v1059 = v1053 ? 2 : 0;
        const int v1061 = 0 < v1059 ? 6 : 0;
        const int v1062 = (int)((unsigned)v1050 * 12u);
        const int v1064 = 1 < v1059 ? 6 : 0;
        const int v1065 = (int)((unsigned)v1062 + 6u);
        if (0 < v1054) {
            b3[v1057] = v1058;
        }
        const int v1071 = (int)((unsigned)v1056 + 128u + (unsigned)v14);
        const float v1072 = v105;
        if (1 < v1054) {
            b3[v1071] = v1072;
        }
        const int v1078 = (int)((unsigned)v1056 + 256u + (unsigned)v14);
        const float v1079 = v106;
        if (2 < v1054) {
            b3[v1078] = v1079;
        }
        const int v1085 = (int)((unsigned)v1056 + 384u + (unsigned)v14);
        const float v1086 = v107;
        if (3 < v1054) {
            b3[v1085] = v1086;
        }
        const int v1092 = (int)((unsigned)v1056 + 512u + (unsigned)v14);
        const float v1093 = v108;
        if (4 < v1054) {
            b3[v1092] = v1093;
        }
        const int v1099 = (int)((unsigned)v1056 + 640u + (unsigned)v14);
        const float v1100 = v109;
        if (5 < v1054) {
            b3[v1099] = v1100;
        }
        const bool v1104 = v14 == 0;
        if (v1104) {
            const float v1107 = v91;
            if (0 < v1061) {
                b4[v1062] = v1107;
            }
        }
        const bool v1112 = v14 == 1;
        if (v1112) {
            const int v1115 = (int)((unsigned)v1062 + 1u);
            const float v1116 = v92;
            if (1 < v1061) {
                b4[v1115] = v1116;
            }
        }
        const bool v1121 = v14 == 2;
        if (v1121) {
            const int v1124 = (int)((unsigned)v1062 + 2u);
            const float v1125 = v93;
            if (2 < v1061) {
                b4[v1124] = v1125;
            }
        }
        const bool v1130 = v14 == 3;
        if (v1130) {
            const int v1133 = (int)((unsigned)v1062 + 3u);
            const float v1134 = v94;
            if (3 < v1061) {
                b4[v1133] = v1134;
            }
        }
        const bool v1139 = v14 == 4;
        if (v1139) {
            const int v1142 = (int)((unsigned)v1062 + 4u);
            const float v1143 = v95;
            if (4 < v1061) {
                b4[v1142] = v1143;
            }
        }
        const bool v1148 = v14 == 5;
        if (v1148) {
            const int v1151 = (int)((unsigned)v1062 + 5u);
            const float v1152 = v96;
            if (5 < v1061) {
                b4[v1151] = v1152;
            }
        }
        __syncthreads();
        if (v1104) {
            const float v1160 = v98;
            if (0 < v1064) {
                b4[v1065] = v1160;
            }
        }
        if (v1112) {
            const int v1168 = (int)((unsigned)v1062 + 7u);
            const float v1169 = v99;
            if (1 < v1064) {
                b4[v1168] = v1169;
            }
        }
        if (v1121) {
            const int v1177 = (int)((unsigned)v1062 + 8u);
            const float v1178 = v100;
            if (2 < v1064) {
                b4[v1177] = v1178;
            }
        }
        if (v1130) {
            const int v1186 = (int)((unsigned)v1062 + 9u);
            const float v1187 = v101;
            if (3 < v1064) {
                b4[v1186] = v1187;
            }
        }
        if (v1139) {
            const int v1195 = (int)((unsigned)v1062 + 10u);
            const float v1196 = v102;
            if (4 < v1064) {
                b4[v1195] = v1196;
            }
        }
        if (v1148) {
            const int v1204 = (int)((unsigned)v1062 + 11u);
            const float v1205 = v103;
            if (5 < v1064) {
                b4[v1204] = v1205;
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
    take_turn();
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
