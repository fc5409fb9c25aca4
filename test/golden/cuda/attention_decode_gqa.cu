// CUDA C++. Compile with --fmad=false: products and sums round one by one.

// Lets the next launch begin, then waits until those before have ended and are seen.
static __device__ __forceinline__ void take_turn()
{
#if __CUDA_ARCH__ >= 900
    asm volatile("griddepcontrol.launch_dependents;");
    asm volatile("griddepcontrol.wait;" ::: "memory");
#endif
}

// tessera kernel attention_decode_gqa entry ts_attention_decode_gqa wide 0 params i32,i16,i16,w32,w32 sizes 1 threads 128 teams 1 count -1 shared 6336 cost 4197377
extern "C" __global__ void __launch_bounds__(128) ts_attention_decode_gqa(
    const float *b0, // q
    const unsigned short *b1, // kcache
    const unsigned short *b2, // vcache
    float *b3, // partial
    float *b4, // stats
    const int *s0) // len
{
    __shared__ unsigned shared[1584];
    take_turn();
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
        shared[v14 + 48] = __float_as_uint(v22 * 0.088388346f);
        shared[v14 + 176] = __float_as_uint(v28 * 0.088388346f);
        shared[v14 + 304] = __float_as_uint(v33 * 0.088388346f);
        shared[v14 + 432] = __float_as_uint(v39 * 0.088388346f);
        shared[v14 + 560] = __float_as_uint(v45 * 0.088388346f);
        shared[v14 + 688] = __float_as_uint(v51 * 0.088388346f);
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
            for (int i124 = 0; i124 < 128; i124 += 32) {
                unsigned q135[32];
                #pragma unroll
                for (int t = 0; t < 32; t++) {
                    const int v124 = i124 + t * 1;
                    const bool v130 = 0 <= v115 && v115 < v89;
                    q135[t] = (unsigned)b1[v130 ? (int)((unsigned)v90 + (unsigned)v115 * 128u + (unsigned)v124) : 0];
                }
                __syncwarp();
                #pragma unroll
                for (int t = 0; t < 32; t++) {
                    const int v124 = i124 + t * 1;
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
            const float v177 = v116 ? v118 : -1e+30f;
            const float v178 = fmaxf(-__int_as_float(0x7f800000), v177);
            const float v180 = v116 ? v119 : -1e+30f;
            const float v181 = fmaxf(-__int_as_float(0x7f800000), v180);
            const float v183 = v116 ? v120 : -1e+30f;
            const float v184 = fmaxf(-__int_as_float(0x7f800000), v183);
            const float v186 = v116 ? v121 : -1e+30f;
            const float v187 = fmaxf(-__int_as_float(0x7f800000), v186);
            const float v189 = v116 ? v122 : -1e+30f;
            const float v190 = fmaxf(-__int_as_float(0x7f800000), v189);
            const float v192 = v116 ? v123 : -1e+30f;
            const float v193 = fmaxf(-__int_as_float(0x7f800000), v192);
            const float v194 = __shfl_xor_sync(0xffffffffu, v178, 16);
            const float v195 = fmaxf(v178, v194);
            const float v196 = __shfl_xor_sync(0xffffffffu, v181, 16);
            const float v197 = fmaxf(v181, v196);
            const float v198 = __shfl_xor_sync(0xffffffffu, v184, 16);
            const float v199 = fmaxf(v184, v198);
            const float v200 = __shfl_xor_sync(0xffffffffu, v187, 16);
            const float v201 = fmaxf(v187, v200);
            const float v202 = __shfl_xor_sync(0xffffffffu, v190, 16);
            const float v203 = fmaxf(v190, v202);
            const float v204 = __shfl_xor_sync(0xffffffffu, v193, 16);
            const float v205 = fmaxf(v193, v204);
            const float v206 = __shfl_xor_sync(0xffffffffu, v195, 8);
            const float v207 = fmaxf(v195, v206);
            const float v208 = __shfl_xor_sync(0xffffffffu, v197, 8);
            const float v209 = fmaxf(v197, v208);
            const float v210 = __shfl_xor_sync(0xffffffffu, v199, 8);
            const float v211 = fmaxf(v199, v210);
            const float v212 = __shfl_xor_sync(0xffffffffu, v201, 8);
            const float v213 = fmaxf(v201, v212);
            const float v214 = __shfl_xor_sync(0xffffffffu, v203, 8);
            const float v215 = fmaxf(v203, v214);
            const float v216 = __shfl_xor_sync(0xffffffffu, v205, 8);
            const float v217 = fmaxf(v205, v216);
            const float v218 = __shfl_xor_sync(0xffffffffu, v207, 4);
            const float v219 = fmaxf(v207, v218);
            const float v220 = __shfl_xor_sync(0xffffffffu, v209, 4);
            const float v221 = fmaxf(v209, v220);
            const float v222 = __shfl_xor_sync(0xffffffffu, v211, 4);
            const float v223 = fmaxf(v211, v222);
            const float v224 = __shfl_xor_sync(0xffffffffu, v213, 4);
            const float v225 = fmaxf(v213, v224);
            const float v226 = __shfl_xor_sync(0xffffffffu, v215, 4);
            const float v227 = fmaxf(v215, v226);
            const float v228 = __shfl_xor_sync(0xffffffffu, v217, 4);
            const float v229 = fmaxf(v217, v228);
            const float v230 = __shfl_xor_sync(0xffffffffu, v219, 2);
            const float v231 = fmaxf(v219, v230);
            const float v232 = __shfl_xor_sync(0xffffffffu, v221, 2);
            const float v233 = fmaxf(v221, v232);
            const float v234 = __shfl_xor_sync(0xffffffffu, v223, 2);
            const float v235 = fmaxf(v223, v234);
            const float v236 = __shfl_xor_sync(0xffffffffu, v225, 2);
            const float v237 = fmaxf(v225, v236);
            const float v238 = __shfl_xor_sync(0xffffffffu, v227, 2);
            const float v239 = fmaxf(v227, v238);
            const float v240 = __shfl_xor_sync(0xffffffffu, v229, 2);
            const float v241 = fmaxf(v229, v240);
            const float v242 = __shfl_xor_sync(0xffffffffu, v231, 1);
            const float v243 = fmaxf(v231, v242);
            const float v244 = __shfl_xor_sync(0xffffffffu, v233, 1);
            const float v245 = fmaxf(v233, v244);
            const float v246 = __shfl_xor_sync(0xffffffffu, v235, 1);
            const float v247 = fmaxf(v235, v246);
            const float v248 = __shfl_xor_sync(0xffffffffu, v237, 1);
            const float v249 = fmaxf(v237, v248);
            const float v250 = __shfl_xor_sync(0xffffffffu, v239, 1);
            const float v251 = fmaxf(v239, v250);
            const float v252 = __shfl_xor_sync(0xffffffffu, v241, 1);
            const float v253 = fmaxf(v241, v252);
            __syncthreads();
            const bool v256 = v14 % 32 == 0;
            if (v256) {
                const int v258 = v14 / 32;
                shared[v258] = __float_as_uint(v243);
                shared[v258 + 8] = __float_as_uint(v245);
                shared[v258 + 16] = __float_as_uint(v247);
                shared[v258 + 24] = __float_as_uint(v249);
                shared[v258 + 32] = __float_as_uint(v251);
                shared[v258 + 40] = __float_as_uint(v253);
            }
            __syncthreads();
            const unsigned v283 = shared[0];
            const unsigned v285 = shared[1];
            const unsigned v288 = shared[2];
            const unsigned v291 = shared[3];
            const float v294 = fmaxf(v91, fmaxf(fmaxf(fmaxf(__uint_as_float(v283), __uint_as_float(v285)), __uint_as_float(v288)), __uint_as_float(v291)));
            const float v296 = expf(v177 - v294);
            const unsigned v299 = shared[8];
            const unsigned v302 = shared[9];
            const unsigned v306 = shared[10];
            const unsigned v310 = shared[11];
            const float v313 = fmaxf(v92, fmaxf(fmaxf(fmaxf(__uint_as_float(v299), __uint_as_float(v302)), __uint_as_float(v306)), __uint_as_float(v310)));
            const float v315 = expf(v180 - v313);
            const unsigned v318 = shared[16];
            const unsigned v321 = shared[17];
            const unsigned v325 = shared[18];
            const unsigned v329 = shared[19];
            const float v332 = fmaxf(v93, fmaxf(fmaxf(fmaxf(__uint_as_float(v318), __uint_as_float(v321)), __uint_as_float(v325)), __uint_as_float(v329)));
            const float v334 = expf(v183 - v332);
            const unsigned v337 = shared[24];
            const unsigned v340 = shared[25];
            const unsigned v344 = shared[26];
            const unsigned v348 = shared[27];
            const float v351 = fmaxf(v94, fmaxf(fmaxf(fmaxf(__uint_as_float(v337), __uint_as_float(v340)), __uint_as_float(v344)), __uint_as_float(v348)));
            const float v353 = expf(v186 - v351);
            const unsigned v355 = shared[32];
            const unsigned v358 = shared[33];
            const unsigned v362 = shared[34];
            const unsigned v366 = shared[35];
            const float v369 = fmaxf(v95, fmaxf(fmaxf(fmaxf(__uint_as_float(v355), __uint_as_float(v358)), __uint_as_float(v362)), __uint_as_float(v366)));
            const float v371 = expf(v189 - v369);
            const unsigned v374 = shared[40];
            const unsigned v377 = shared[41];
            const unsigned v381 = shared[42];
            const unsigned v385 = shared[43];
            const float v388 = fmaxf(v96, fmaxf(fmaxf(fmaxf(__uint_as_float(v374), __uint_as_float(v377)), __uint_as_float(v381)), __uint_as_float(v385)));
            const float v390 = expf(v192 - v388);
            const float v393 = expf(v91 - v294);
            const float v396 = expf(v92 - v313);
            const float v399 = expf(v93 - v332);
            const float v402 = expf(v94 - v351);
            const float v405 = expf(v95 - v369);
            const float v408 = expf(v96 - v388);
            __syncthreads();
            shared[v14 + 816] = __float_as_uint(v296);
            shared[v14 + 944] = __float_as_uint(v315);
            shared[v14 + 1072] = __float_as_uint(v334);
            shared[v14 + 1200] = __float_as_uint(v353);
            shared[v14 + 1328] = __float_as_uint(v371);
            shared[v14 + 1456] = __float_as_uint(v390);
            const float v434 = __shfl_xor_sync(0xffffffffu, v296, 16);
            const float v435 = v296 + v434;
            const float v436 = __shfl_xor_sync(0xffffffffu, v315, 16);
            const float v437 = v315 + v436;
            const float v438 = __shfl_xor_sync(0xffffffffu, v334, 16);
            const float v439 = v334 + v438;
            const float v440 = __shfl_xor_sync(0xffffffffu, v353, 16);
            const float v441 = v353 + v440;
            const float v442 = __shfl_xor_sync(0xffffffffu, v371, 16);
            const float v443 = v371 + v442;
            const float v444 = __shfl_xor_sync(0xffffffffu, v390, 16);
            const float v445 = v390 + v444;
            const float v446 = __shfl_xor_sync(0xffffffffu, v435, 8);
            const float v447 = v435 + v446;
            const float v448 = __shfl_xor_sync(0xffffffffu, v437, 8);
            const float v449 = v437 + v448;
            const float v450 = __shfl_xor_sync(0xffffffffu, v439, 8);
            const float v451 = v439 + v450;
            const float v452 = __shfl_xor_sync(0xffffffffu, v441, 8);
            const float v453 = v441 + v452;
            const float v454 = __shfl_xor_sync(0xffffffffu, v443, 8);
            const float v455 = v443 + v454;
            const float v456 = __shfl_xor_sync(0xffffffffu, v445, 8);
            const float v457 = v445 + v456;
            const float v458 = __shfl_xor_sync(0xffffffffu, v447, 4);
            const float v459 = v447 + v458;
            const float v460 = __shfl_xor_sync(0xffffffffu, v449, 4);
            const float v461 = v449 + v460;
            const float v462 = __shfl_xor_sync(0xffffffffu, v451, 4);
            const float v463 = v451 + v462;
            const float v464 = __shfl_xor_sync(0xffffffffu, v453, 4);
            const float v465 = v453 + v464;
            const float v466 = __shfl_xor_sync(0xffffffffu, v455, 4);
            const float v467 = v455 + v466;
            const float v468 = __shfl_xor_sync(0xffffffffu, v457, 4);
            const float v469 = v457 + v468;
            const float v470 = __shfl_xor_sync(0xffffffffu, v459, 2);
            const float v471 = v459 + v470;
            const float v472 = __shfl_xor_sync(0xffffffffu, v461, 2);
            const float v473 = v461 + v472;
            const float v474 = __shfl_xor_sync(0xffffffffu, v463, 2);
            const float v475 = v463 + v474;
            const float v476 = __shfl_xor_sync(0xffffffffu, v465, 2);
            const float v477 = v465 + v476;
            const float v478 = __shfl_xor_sync(0xffffffffu, v467, 2);
            const float v479 = v467 + v478;
            const float v480 = __shfl_xor_sync(0xffffffffu, v469, 2);
            const float v481 = v469 + v480;
            const float v482 = __shfl_xor_sync(0xffffffffu, v471, 1);
            const float v483 = v471 + v482;
            const float v484 = __shfl_xor_sync(0xffffffffu, v473, 1);
            const float v485 = v473 + v484;
            const float v486 = __shfl_xor_sync(0xffffffffu, v475, 1);
            const float v487 = v475 + v486;
            const float v488 = __shfl_xor_sync(0xffffffffu, v477, 1);
            const float v489 = v477 + v488;
            const float v490 = __shfl_xor_sync(0xffffffffu, v479, 1);
            const float v491 = v479 + v490;
            const float v492 = __shfl_xor_sync(0xffffffffu, v481, 1);
            const float v493 = v481 + v492;
            if (v256) {
                const int v495 = v14 / 32;
                shared[v495] = __float_as_uint(v483);
                shared[v495 + 8] = __float_as_uint(v485);
                shared[v495 + 16] = __float_as_uint(v487);
                shared[v495 + 24] = __float_as_uint(v489);
                shared[v495 + 32] = __float_as_uint(v491);
                shared[v495 + 40] = __float_as_uint(v493);
            }
            __syncthreads();
            const unsigned v516 = shared[0];
            const unsigned v518 = shared[1];
            const unsigned v521 = shared[2];
            const unsigned v524 = shared[3];
            const float v527 = fmaf(v98, v393, __uint_as_float(v516) + __uint_as_float(v518) + __uint_as_float(v521) + __uint_as_float(v524));
            const unsigned v528 = shared[8];
            const unsigned v530 = shared[9];
            const unsigned v533 = shared[10];
            const unsigned v536 = shared[11];
            const unsigned v539 = shared[16];
            const unsigned v541 = shared[17];
            const unsigned v544 = shared[18];
            const unsigned v547 = shared[19];
            const unsigned v550 = shared[24];
            const unsigned v552 = shared[25];
            const unsigned v555 = shared[26];
            const unsigned v558 = shared[27];
            const unsigned v561 = shared[32];
            const unsigned v563 = shared[33];
            const unsigned v566 = shared[34];
            const unsigned v569 = shared[35];
            const unsigned v572 = shared[40];
            const unsigned v574 = shared[41];
            const unsigned v577 = shared[42];
            const unsigned v580 = shared[43];
            v98 = v527;
            const float v585 = fmaf(v99, v396, __uint_as_float(v528) + __uint_as_float(v530) + __uint_as_float(v533) + __uint_as_float(v536));
            v99 = v585;
            const float v588 = fmaf(v100, v399, __uint_as_float(v539) + __uint_as_float(v541) + __uint_as_float(v544) + __uint_as_float(v547));
            v100 = v588;
            const float v591 = fmaf(v101, v402, __uint_as_float(v550) + __uint_as_float(v552) + __uint_as_float(v555) + __uint_as_float(v558));
            v101 = v591;
            const float v594 = fmaf(v102, v405, __uint_as_float(v561) + __uint_as_float(v563) + __uint_as_float(v566) + __uint_as_float(v569));
            v102 = v594;
            const float v597 = fmaf(v103, v408, __uint_as_float(v572) + __uint_as_float(v574) + __uint_as_float(v577) + __uint_as_float(v580));
            v103 = v597;
            float v611 = v104 * v393;
            float v612 = v105 * v396;
            float v613 = v106 * v399;
            float v614 = v107 * v402;
            float v615 = v108 * v405;
            float v616 = v109 * v408;
            for (int i617 = 0; i617 < 128; i617 += 32) {
                unsigned q629[32];
                #pragma unroll
                for (int t = 0; t < 32; t++) {
                    const int v617 = i617 + t * 1;
                    const int v621 = v114 + v617;
                    const bool v624 = 0 <= v621 && v621 < v89;
                    q629[t] = (unsigned)b2[v624 ? (int)((unsigned)v90 + (unsigned)v621 * 128u + (unsigned)v14) : 0];
                }
                __syncwarp();
                #pragma unroll
                for (int t = 0; t < 32; t++) {
                    const int v617 = i617 + t * 1;
                    const unsigned v619 = shared[v617 + 816];
                    const int v621 = v114 + v617;
                    const bool v624 = 0 <= v621 && v621 < v89;
                    const unsigned v629 = q629[t];
                    const float v634 = __uint_as_float((v624 ? v629 : 0u) << 16);
                    v611 = fmaf(__uint_as_float(v619), v634, v611);
                    const unsigned v639 = shared[v617 + 944];
                    v612 = fmaf(__uint_as_float(v639), v634, v612);
                    const unsigned v645 = shared[v617 + 1072];
                    v613 = fmaf(__uint_as_float(v645), v634, v613);
                    const unsigned v651 = shared[v617 + 1200];
                    v614 = fmaf(__uint_as_float(v651), v634, v614);
                    const unsigned v657 = shared[v617 + 1328];
                    v615 = fmaf(__uint_as_float(v657), v634, v615);
                    const unsigned v663 = shared[v617 + 1456];
                    v616 = fmaf(__uint_as_float(v663), v634, v616);
                }
            }
            const float v670 = v612;
            const float v671 = v613;
            const float v672 = v614;
            const float v673 = v615;
            const float v674 = v616;
            v104 = v611;
            v105 = v670;
            v106 = v671;
            v107 = v672;
            v108 = v673;
            v109 = v674;
            v91 = v294;
            v92 = v313;
            v93 = v332;
            v94 = v351;
            v95 = v369;
            v96 = v388;
        }
        const int v691 = (int)((unsigned)v17 * 16u + (unsigned)(v54 / 256));
        const bool v694 = 0 <= v691 && v691 < 32;
        const int v695 = v694 ? 6 : 0;
        const int v697 = (int)((unsigned)v691 * 768u);
        const int v698 = (int)((unsigned)v697 + (unsigned)v14);
        const float v699 = v104;
        const int v700 = v694 ? 2 : 0;
        const int v702 = 0 < v700 ? 6 : 0;
        const int v703 = (int)((unsigned)v691 * 12u);
        const int v705 = 1 < v700 ? 6 : 0;
        const int v706 = (int)((unsigned)v703 + 6u);
        if (0 < v695) {
            b3[v698] = v699;
        }
        const int v712 = (int)((unsigned)v697 + 128u + (unsigned)v14);
        const float v713 = v105;
        if (1 < v695) {
            b3[v712] = v713;
        }
        const int v719 = (int)((unsigned)v697 + 256u + (unsigned)v14);
        const float v720 = v106;
        if (2 < v695) {
            b3[v719] = v720;
        }
        const int v726 = (int)((unsigned)v697 + 384u + (unsigned)v14);
        const float v727 = v107;
        if (3 < v695) {
            b3[v726] = v727;
        }
        const int v733 = (int)((unsigned)v697 + 512u + (unsigned)v14);
        const float v734 = v108;
        if (4 < v695) {
            b3[v733] = v734;
        }
        const int v740 = (int)((unsigned)v697 + 640u + (unsigned)v14);
        const float v741 = v109;
        if (5 < v695) {
            b3[v740] = v741;
        }
        const bool v745 = v14 == 0;
        if (v745) {
            const float v748 = v91;
            if (0 < v702) {
                b4[v703] = v748;
            }
        }
        const bool v753 = v14 == 1;
        if (v753) {
            const int v756 = (int)((unsigned)v703 + 1u);
            const float v757 = v92;
            if (1 < v702) {
                b4[v756] = v757;
            }
        }
        const bool v762 = v14 == 2;
        if (v762) {
            const int v765 = (int)((unsigned)v703 + 2u);
            const float v766 = v93;
            if (2 < v702) {
                b4[v765] = v766;
            }
        }
        const bool v771 = v14 == 3;
        if (v771) {
            const int v774 = (int)((unsigned)v703 + 3u);
            const float v775 = v94;
            if (3 < v702) {
                b4[v774] = v775;
            }
        }
        const bool v780 = v14 == 4;
        if (v780) {
            const int v783 = (int)((unsigned)v703 + 4u);
            const float v784 = v95;
            if (4 < v702) {
                b4[v783] = v784;
            }
        }
        const bool v789 = v14 == 5;
        if (v789) {
            const int v792 = (int)((unsigned)v703 + 5u);
            const float v793 = v96;
            if (5 < v702) {
                b4[v792] = v793;
            }
        }
        __syncthreads();
        if (v745) {
            const float v801 = v98;
            if (0 < v705) {
                b4[v706] = v801;
            }
        }
        if (v753) {
            const int v809 = (int)((unsigned)v703 + 7u);
            const float v810 = v99;
            if (1 < v705) {
                b4[v809] = v810;
            }
        }
        if (v762) {
            const int v818 = (int)((unsigned)v703 + 8u);
            const float v819 = v100;
            if (2 < v705) {
                b4[v818] = v819;
            }
        }
        if (v771) {
            const int v827 = (int)((unsigned)v703 + 9u);
            const float v828 = v101;
            if (3 < v705) {
                b4[v827] = v828;
            }
        }
        if (v780) {
            const int v836 = (int)((unsigned)v703 + 10u);
            const float v837 = v102;
            if (4 < v705) {
                b4[v836] = v837;
            }
        }
        if (v789) {
            const int v845 = (int)((unsigned)v703 + 11u);
            const float v846 = v103;
            if (5 < v705) {
                b4[v845] = v846;
            }
        }
    }
}

// tessera kernel attention_decode_gqa entry ts_attention_decode_gqa__wide wide 1 params i32,i16,i16,w32,w32 sizes 1 threads 128 teams 1 count -1 shared 6336 cost 4197377
extern "C" __global__ void __launch_bounds__(128) ts_attention_decode_gqa__wide(
    const float *b0, // q
    const unsigned short *b1, // kcache
    const unsigned short *b2, // vcache
    float *b3, // partial
    float *b4, // stats
    const int *s0) // len
{
    __shared__ unsigned shared[1584];
    take_turn();
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
        shared[v14 + 48] = __float_as_uint(v22 * 0.088388346f);
        shared[v14 + 176] = __float_as_uint(v28 * 0.088388346f);
        shared[v14 + 304] = __float_as_uint(v33 * 0.088388346f);
        shared[v14 + 432] = __float_as_uint(v39 * 0.088388346f);
        shared[v14 + 560] = __float_as_uint(v45 * 0.088388346f);
        shared[v14 + 688] = __float_as_uint(v51 * 0.088388346f);
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
            const float v507 = v116 ? v118 : -1e+30f;
            const float v508 = fmaxf(-__int_as_float(0x7f800000), v507);
            const float v510 = v116 ? v119 : -1e+30f;
            const float v511 = fmaxf(-__int_as_float(0x7f800000), v510);
            const float v513 = v116 ? v120 : -1e+30f;
            const float v514 = fmaxf(-__int_as_float(0x7f800000), v513);
            const float v516 = v116 ? v121 : -1e+30f;
            const float v517 = fmaxf(-__int_as_float(0x7f800000), v516);
            const float v519 = v116 ? v122 : -1e+30f;
            const float v520 = fmaxf(-__int_as_float(0x7f800000), v519);
            const float v522 = v116 ? v123 : -1e+30f;
            const float v523 = fmaxf(-__int_as_float(0x7f800000), v522);
            const float v524 = __shfl_xor_sync(0xffffffffu, v508, 16);
            const float v525 = fmaxf(v508, v524);
            const float v526 = __shfl_xor_sync(0xffffffffu, v511, 16);
            const float v527 = fmaxf(v511, v526);
            const float v528 = __shfl_xor_sync(0xffffffffu, v514, 16);
            const float v529 = fmaxf(v514, v528);
            const float v530 = __shfl_xor_sync(0xffffffffu, v517, 16);
            const float v531 = fmaxf(v517, v530);
            const float v532 = __shfl_xor_sync(0xffffffffu, v520, 16);
            const float v533 = fmaxf(v520, v532);
            const float v534 = __shfl_xor_sync(0xffffffffu, v523, 16);
            const float v535 = fmaxf(v523, v534);
            const float v536 = __shfl_xor_sync(0xffffffffu, v525, 8);
            const float v537 = fmaxf(v525, v536);
            const float v538 = __shfl_xor_sync(0xffffffffu, v527, 8);
            const float v539 = fmaxf(v527, v538);
            const float v540 = __shfl_xor_sync(0xffffffffu, v529, 8);
            const float v541 = fmaxf(v529, v540);
            const float v542 = __shfl_xor_sync(0xffffffffu, v531, 8);
            const float v543 = fmaxf(v531, v542);
            const float v544 = __shfl_xor_sync(0xffffffffu, v533, 8);
            const float v545 = fmaxf(v533, v544);
            const float v546 = __shfl_xor_sync(0xffffffffu, v535, 8);
            const float v547 = fmaxf(v535, v546);
            const float v548 = __shfl_xor_sync(0xffffffffu, v537, 4);
            const float v549 = fmaxf(v537, v548);
            const float v550 = __shfl_xor_sync(0xffffffffu, v539, 4);
            const float v551 = fmaxf(v539, v550);
            const float v552 = __shfl_xor_sync(0xffffffffu, v541, 4);
            const float v553 = fmaxf(v541, v552);
            const float v554 = __shfl_xor_sync(0xffffffffu, v543, 4);
            const float v555 = fmaxf(v543, v554);
            const float v556 = __shfl_xor_sync(0xffffffffu, v545, 4);
            const float v557 = fmaxf(v545, v556);
            const float v558 = __shfl_xor_sync(0xffffffffu, v547, 4);
            const float v559 = fmaxf(v547, v558);
            const float v560 = __shfl_xor_sync(0xffffffffu, v549, 2);
            const float v561 = fmaxf(v549, v560);
            const float v562 = __shfl_xor_sync(0xffffffffu, v551, 2);
            const float v563 = fmaxf(v551, v562);
            const float v564 = __shfl_xor_sync(0xffffffffu, v553, 2);
            const float v565 = fmaxf(v553, v564);
            const float v566 = __shfl_xor_sync(0xffffffffu, v555, 2);
            const float v567 = fmaxf(v555, v566);
            const float v568 = __shfl_xor_sync(0xffffffffu, v557, 2);
            const float v569 = fmaxf(v557, v568);
            const float v570 = __shfl_xor_sync(0xffffffffu, v559, 2);
            const float v571 = fmaxf(v559, v570);
            const float v572 = __shfl_xor_sync(0xffffffffu, v561, 1);
            const float v573 = fmaxf(v561, v572);
            const float v574 = __shfl_xor_sync(0xffffffffu, v563, 1);
            const float v575 = fmaxf(v563, v574);
            const float v576 = __shfl_xor_sync(0xffffffffu, v565, 1);
            const float v577 = fmaxf(v565, v576);
            const float v578 = __shfl_xor_sync(0xffffffffu, v567, 1);
            const float v579 = fmaxf(v567, v578);
            const float v580 = __shfl_xor_sync(0xffffffffu, v569, 1);
            const float v581 = fmaxf(v569, v580);
            const float v582 = __shfl_xor_sync(0xffffffffu, v571, 1);
            const float v583 = fmaxf(v571, v582);
            __syncthreads();
            const bool v586 = v14 % 32 == 0;
            if (v586) {
                const int v588 = v14 / 32;
                shared[v588] = __float_as_uint(v573);
                shared[v588 + 8] = __float_as_uint(v575);
                shared[v588 + 16] = __float_as_uint(v577);
                shared[v588 + 24] = __float_as_uint(v579);
                shared[v588 + 32] = __float_as_uint(v581);
                shared[v588 + 40] = __float_as_uint(v583);
            }
            __syncthreads();
            const unsigned v612 = shared[0];
            const unsigned v614 = shared[1];
            const unsigned v617 = shared[2];
            const unsigned v620 = shared[3];
            const float v623 = fmaxf(v91, fmaxf(fmaxf(fmaxf(__uint_as_float(v612), __uint_as_float(v614)), __uint_as_float(v617)), __uint_as_float(v620)));
            const float v625 = expf(v507 - v623);
            const unsigned v627 = shared[8];
            const unsigned v630 = shared[9];
            const unsigned v634 = shared[10];
            const unsigned v638 = shared[11];
            const float v641 = fmaxf(v92, fmaxf(fmaxf(fmaxf(__uint_as_float(v627), __uint_as_float(v630)), __uint_as_float(v634)), __uint_as_float(v638)));
            const float v643 = expf(v510 - v641);
            const unsigned v646 = shared[16];
            const unsigned v649 = shared[17];
            const unsigned v653 = shared[18];
            const unsigned v657 = shared[19];
            const float v660 = fmaxf(v93, fmaxf(fmaxf(fmaxf(__uint_as_float(v646), __uint_as_float(v649)), __uint_as_float(v653)), __uint_as_float(v657)));
            const float v662 = expf(v513 - v660);
            const unsigned v665 = shared[24];
            const unsigned v668 = shared[25];
            const unsigned v672 = shared[26];
            const unsigned v676 = shared[27];
            const float v679 = fmaxf(v94, fmaxf(fmaxf(fmaxf(__uint_as_float(v665), __uint_as_float(v668)), __uint_as_float(v672)), __uint_as_float(v676)));
            const float v681 = expf(v516 - v679);
            const unsigned v683 = shared[32];
            const unsigned v686 = shared[33];
            const unsigned v690 = shared[34];
            const unsigned v694 = shared[35];
            const float v697 = fmaxf(v95, fmaxf(fmaxf(fmaxf(__uint_as_float(v683), __uint_as_float(v686)), __uint_as_float(v690)), __uint_as_float(v694)));
            const float v699 = expf(v519 - v697);
            const unsigned v702 = shared[40];
            const unsigned v705 = shared[41];
            const unsigned v709 = shared[42];
            const unsigned v713 = shared[43];
            const float v716 = fmaxf(v96, fmaxf(fmaxf(fmaxf(__uint_as_float(v702), __uint_as_float(v705)), __uint_as_float(v709)), __uint_as_float(v713)));
            const float v718 = expf(v522 - v716);
            const float v721 = expf(v91 - v623);
            const float v724 = expf(v92 - v641);
            const float v727 = expf(v93 - v660);
            const float v730 = expf(v94 - v679);
            const float v733 = expf(v95 - v697);
            const float v736 = expf(v96 - v716);
            __syncthreads();
            shared[v14 + 816] = __float_as_uint(v625);
            shared[v14 + 944] = __float_as_uint(v643);
            shared[v14 + 1072] = __float_as_uint(v662);
            shared[v14 + 1200] = __float_as_uint(v681);
            shared[v14 + 1328] = __float_as_uint(v699);
            shared[v14 + 1456] = __float_as_uint(v718);
            const float v762 = __shfl_xor_sync(0xffffffffu, v625, 16);
            const float v763 = v625 + v762;
            const float v764 = __shfl_xor_sync(0xffffffffu, v643, 16);
            const float v765 = v643 + v764;
            const float v766 = __shfl_xor_sync(0xffffffffu, v662, 16);
            const float v767 = v662 + v766;
            const float v768 = __shfl_xor_sync(0xffffffffu, v681, 16);
            const float v769 = v681 + v768;
            const float v770 = __shfl_xor_sync(0xffffffffu, v699, 16);
            const float v771 = v699 + v770;
            const float v772 = __shfl_xor_sync(0xffffffffu, v718, 16);
            const float v773 = v718 + v772;
            const float v774 = __shfl_xor_sync(0xffffffffu, v763, 8);
            const float v775 = v763 + v774;
            const float v776 = __shfl_xor_sync(0xffffffffu, v765, 8);
            const float v777 = v765 + v776;
            const float v778 = __shfl_xor_sync(0xffffffffu, v767, 8);
            const float v779 = v767 + v778;
            const float v780 = __shfl_xor_sync(0xffffffffu, v769, 8);
            const float v781 = v769 + v780;
            const float v782 = __shfl_xor_sync(0xffffffffu, v771, 8);
            const float v783 = v771 + v782;
            const float v784 = __shfl_xor_sync(0xffffffffu, v773, 8);
            const float v785 = v773 + v784;
            const float v786 = __shfl_xor_sync(0xffffffffu, v775, 4);
            const float v787 = v775 + v786;
            const float v788 = __shfl_xor_sync(0xffffffffu, v777, 4);
            const float v789 = v777 + v788;
            const float v790 = __shfl_xor_sync(0xffffffffu, v779, 4);
            const float v791 = v779 + v790;
            const float v792 = __shfl_xor_sync(0xffffffffu, v781, 4);
            const float v793 = v781 + v792;
            const float v794 = __shfl_xor_sync(0xffffffffu, v783, 4);
            const float v795 = v783 + v794;
            const float v796 = __shfl_xor_sync(0xffffffffu, v785, 4);
            const float v797 = v785 + v796;
            const float v798 = __shfl_xor_sync(0xffffffffu, v787, 2);
            const float v799 = v787 + v798;
            const float v800 = __shfl_xor_sync(0xffffffffu, v789, 2);
            const float v801 = v789 + v800;
            const float v802 = __shfl_xor_sync(0xffffffffu, v791, 2);
            const float v803 = v791 + v802;
            const float v804 = __shfl_xor_sync(0xffffffffu, v793, 2);
            const float v805 = v793 + v804;
            const float v806 = __shfl_xor_sync(0xffffffffu, v795, 2);
            const float v807 = v795 + v806;
            const float v808 = __shfl_xor_sync(0xffffffffu, v797, 2);
            const float v809 = v797 + v808;
            const float v810 = __shfl_xor_sync(0xffffffffu, v799, 1);
            const float v811 = v799 + v810;
            const float v812 = __shfl_xor_sync(0xffffffffu, v801, 1);
            const float v813 = v801 + v812;
            const float v814 = __shfl_xor_sync(0xffffffffu, v803, 1);
            const float v815 = v803 + v814;
            const float v816 = __shfl_xor_sync(0xffffffffu, v805, 1);
            const float v817 = v805 + v816;
            const float v818 = __shfl_xor_sync(0xffffffffu, v807, 1);
            const float v819 = v807 + v818;
            const float v820 = __shfl_xor_sync(0xffffffffu, v809, 1);
            const float v821 = v809 + v820;
            if (v586) {
                const int v823 = v14 / 32;
                shared[v823] = __float_as_uint(v811);
                shared[v823 + 8] = __float_as_uint(v813);
                shared[v823 + 16] = __float_as_uint(v815);
                shared[v823 + 24] = __float_as_uint(v817);
                shared[v823 + 32] = __float_as_uint(v819);
                shared[v823 + 40] = __float_as_uint(v821);
            }
            __syncthreads();
            const unsigned v844 = shared[0];
            const unsigned v846 = shared[1];
            const unsigned v849 = shared[2];
            const unsigned v852 = shared[3];
            const float v855 = fmaf(v98, v721, __uint_as_float(v844) + __uint_as_float(v846) + __uint_as_float(v849) + __uint_as_float(v852));
            const unsigned v856 = shared[8];
            const unsigned v858 = shared[9];
            const unsigned v861 = shared[10];
            const unsigned v864 = shared[11];
            const unsigned v867 = shared[16];
            const unsigned v869 = shared[17];
            const unsigned v872 = shared[18];
            const unsigned v875 = shared[19];
            const unsigned v878 = shared[24];
            const unsigned v880 = shared[25];
            const unsigned v883 = shared[26];
            const unsigned v886 = shared[27];
            const unsigned v889 = shared[32];
            const unsigned v891 = shared[33];
            const unsigned v894 = shared[34];
            const unsigned v897 = shared[35];
            const unsigned v900 = shared[40];
            const unsigned v902 = shared[41];
            const unsigned v905 = shared[42];
            const unsigned v908 = shared[43];
            v98 = v855;
            const float v913 = fmaf(v99, v724, __uint_as_float(v856) + __uint_as_float(v858) + __uint_as_float(v861) + __uint_as_float(v864));
            v99 = v913;
            const float v916 = fmaf(v100, v727, __uint_as_float(v867) + __uint_as_float(v869) + __uint_as_float(v872) + __uint_as_float(v875));
            v100 = v916;
            const float v919 = fmaf(v101, v730, __uint_as_float(v878) + __uint_as_float(v880) + __uint_as_float(v883) + __uint_as_float(v886));
            v101 = v919;
            const float v922 = fmaf(v102, v733, __uint_as_float(v889) + __uint_as_float(v891) + __uint_as_float(v894) + __uint_as_float(v897));
            v102 = v922;
            const float v925 = fmaf(v103, v736, __uint_as_float(v900) + __uint_as_float(v902) + __uint_as_float(v905) + __uint_as_float(v908));
            v103 = v925;
            float v939 = v104 * v721;
            float v940 = v105 * v724;
            float v941 = v106 * v727;
            float v942 = v107 * v730;
            float v943 = v108 * v733;
            float v944 = v109 * v736;
            for (int i945 = 0; i945 < 128; i945 += 32) {
                unsigned q957[32];
                #pragma unroll
                for (int t = 0; t < 32; t++) {
                    const int v945 = i945 + t * 1;
                    const int v949 = v114 + v945;
                    const bool v952 = 0 <= v949 && v949 < v89;
                    q957[t] = (unsigned)b2[v952 ? (int)((unsigned)v90 + (unsigned)v949 * 128u + (unsigned)v14) : 0];
                }
                __syncwarp();
                #pragma unroll
                for (int t = 0; t < 32; t++) {
                    const int v945 = i945 + t * 1;
                    const unsigned v947 = shared[v945 + 816];
                    const int v949 = v114 + v945;
                    const bool v952 = 0 <= v949 && v949 < v89;
                    const unsigned v957 = q957[t];
                    const float v962 = __uint_as_float((v952 ? v957 : 0u) << 16);
                    v939 = fmaf(__uint_as_float(v947), v962, v939);
                    const unsigned v967 = shared[v945 + 944];
                    v940 = fmaf(__uint_as_float(v967), v962, v940);
                    const unsigned v973 = shared[v945 + 1072];
                    v941 = fmaf(__uint_as_float(v973), v962, v941);
                    const unsigned v979 = shared[v945 + 1200];
                    v942 = fmaf(__uint_as_float(v979), v962, v942);
                    const unsigned v985 = shared[v945 + 1328];
                    v943 = fmaf(__uint_as_float(v985), v962, v943);
                    const unsigned v991 = shared[v945 + 1456];
                    v944 = fmaf(__uint_as_float(v991), v962, v944);
                }
            }
            const float v998 = v940;
            const float v999 = v941;
            const float v1000 = v942;
            const float v1001 = v943;
            const float v1002 = v944;
            v104 = v939;
            v105 = v998;
            v106 = v999;
            v107 = v1000;
            v108 = v1001;
            v109 = v1002;
            v91 = v623;
            v92 = v641;
            v93 = v660;
            v94 = v679;
            v95 = v697;
            v96 = v716;
        }
        const int v1019 = (int)((unsigned)v17 * 16u + (unsigned)(v54 / 256));
        const bool v1022 = 0 <= v1019 && v1019 < 32;
        const int v1023 = v1022 ? 6 : 0;
        const int v1025 = (int)((unsigned)v1019 * 768u);
        const int v1026 = (int)((unsigned)v1025 + (unsigned)v14);
        const float v1027 = v104;
        const int v1028 = v1022 ? 2 : 0;
        const int v1030 = 0 < v1028 ? 6 : 0;
        const int v1031 = (int)((unsigned)v1019 * 12u);
        const int v1033 = 1 < v1028 ? 6 : 0;
        const int v1034 = (int)((unsigned)v1031 + 6u);
        if (0 < v1023) {
            b3[v1026] = v1027;
        }
        const int v1040 = (int)((unsigned)v1025 + 128u + (unsigned)v14);
        const float v1041 = v105;
        if (1 < v1023) {
            b3[v1040] = v1041;
        }
        const int v1047 = (int)((unsigned)v1025 + 256u + (unsigned)v14);
        const float v1048 = v106;
        if (2 < v1023) {
            b3[v1047] = v1048;
        }
        const int v1054 = (int)((unsigned)v1025 + 384u + (unsigned)v14);
        const float v1055 = v107;
        if (3 < v1023) {
            b3[v1054] = v1055;
        }
        const int v1061 = (int)((unsigned)v1025 + 512u + (unsigned)v14);
        const float v1062 = v108;
        if (4 < v1023) {
            b3[v1061] = v1062;
        }
        const int v1068 = (int)((unsigned)v1025 + 640u + (unsigned)v14);
        const float v1069 = v109;
        if (5 < v1023) {
            b3[v1068] = v1069;
        }
        const bool v1073 = v14 == 0;
        if (v1073) {
            const float v1076 = v91;
            if (0 < v1030) {
                b4[v1031] = v1076;
            }
        }
        const bool v1081 = v14 == 1;
        if (v1081) {
            const int v1084 = (int)((unsigned)v1031 + 1u);
            const float v1085 = v92;
            if (1 < v1030) {
                b4[v1084] = v1085;
            }
        }
        const bool v1090 = v14 == 2;
        if (v1090) {
            const int v1093 = (int)((unsigned)v1031 + 2u);
            const float v1094 = v93;
            if (2 < v1030) {
                b4[v1093] = v1094;
            }
        }
        const bool v1099 = v14 == 3;
        if (v1099) {
            const int v1102 = (int)((unsigned)v1031 + 3u);
            const float v1103 = v94;
            if (3 < v1030) {
                b4[v1102] = v1103;
            }
        }
        const bool v1108 = v14 == 4;
        if (v1108) {
            const int v1111 = (int)((unsigned)v1031 + 4u);
            const float v1112 = v95;
            if (4 < v1030) {
                b4[v1111] = v1112;
            }
        }
        const bool v1117 = v14 == 5;
        if (v1117) {
            const int v1120 = (int)((unsigned)v1031 + 5u);
            const float v1121 = v96;
            if (5 < v1030) {
                b4[v1120] = v1121;
            }
        }
        __syncthreads();
        if (v1073) {
            const float v1129 = v98;
            if (0 < v1033) {
                b4[v1034] = v1129;
            }
        }
        if (v1081) {
            const int v1137 = (int)((unsigned)v1031 + 7u);
            const float v1138 = v99;
            if (1 < v1033) {
                b4[v1137] = v1138;
            }
        }
        if (v1090) {
            const int v1146 = (int)((unsigned)v1031 + 8u);
            const float v1147 = v100;
            if (2 < v1033) {
                b4[v1146] = v1147;
            }
        }
        if (v1099) {
            const int v1155 = (int)((unsigned)v1031 + 9u);
            const float v1156 = v101;
            if (3 < v1033) {
                b4[v1155] = v1156;
            }
        }
        if (v1108) {
            const int v1164 = (int)((unsigned)v1031 + 10u);
            const float v1165 = v102;
            if (4 < v1033) {
                b4[v1164] = v1165;
            }
        }
        if (v1117) {
            const int v1173 = (int)((unsigned)v1031 + 11u);
            const float v1174 = v103;
            if (5 < v1033) {
                b4[v1173] = v1174;
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
    take_turn();
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
