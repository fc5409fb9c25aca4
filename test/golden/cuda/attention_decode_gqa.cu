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
            for (int i126 = 0; i126 < 128; i126 += 32) {
                unsigned q137[32];
                #pragma unroll
                for (int t = 0; t < 32; t++) {
                    const int v126 = i126 + t * 1;
                    const bool v132 = 0 <= v117 && v117 < v89;
                    q137[t] = (unsigned)b1[v132 ? (int)((unsigned)v90 + (unsigned)v117 * 128u + (unsigned)v126) : 0];
                }
                __syncwarp();
                #pragma unroll
                for (int t = 0; t < 32; t++) {
                    const int v126 = i126 + t * 1;
                    const unsigned v128 = shared[v126 + 48];
                    const bool v132 = 0 <= v117 && v117 < v89;
                    const unsigned v137 = q137[t];
                    const float v142 = __uint_as_float((v132 ? v137 : 0u) << 16);
                    v120 = fmaf(__uint_as_float(v128), v142, v120);
                    const unsigned v147 = shared[v126 + 176];
                    v121 = fmaf(__uint_as_float(v147), v142, v121);
                    const unsigned v153 = shared[v126 + 304];
                    v122 = fmaf(__uint_as_float(v153), v142, v122);
                    const unsigned v159 = shared[v126 + 432];
                    v123 = fmaf(__uint_as_float(v159), v142, v123);
                    const unsigned v165 = shared[v126 + 560];
                    v124 = fmaf(__uint_as_float(v165), v142, v124);
                    const unsigned v171 = shared[v126 + 688];
                    v125 = fmaf(__uint_as_float(v171), v142, v125);
                }
            }
            const bool v178 = v14 < 64;
            const float v180 = v118 ? v120 : -1e+30f;
            const float v182 = fmaxf(-__int_as_float(0x7f800000), v178 ? v180 : -__int_as_float(0x7f800000));
            const float v184 = v118 ? v121 : -1e+30f;
            const float v186 = fmaxf(-__int_as_float(0x7f800000), v178 ? v184 : -__int_as_float(0x7f800000));
            const float v188 = v118 ? v122 : -1e+30f;
            const float v190 = fmaxf(-__int_as_float(0x7f800000), v178 ? v188 : -__int_as_float(0x7f800000));
            const float v192 = v118 ? v123 : -1e+30f;
            const float v194 = fmaxf(-__int_as_float(0x7f800000), v178 ? v192 : -__int_as_float(0x7f800000));
            const float v196 = v118 ? v124 : -1e+30f;
            const float v198 = fmaxf(-__int_as_float(0x7f800000), v178 ? v196 : -__int_as_float(0x7f800000));
            const float v200 = v118 ? v125 : -1e+30f;
            const float v202 = fmaxf(-__int_as_float(0x7f800000), v178 ? v200 : -__int_as_float(0x7f800000));
            const float v203 = __shfl_xor_sync(0xffffffffu, v182, 16);
            const float v204 = fmaxf(v182, v203);
            const float v205 = __shfl_xor_sync(0xffffffffu, v186, 16);
            const float v206 = fmaxf(v186, v205);
            const float v207 = __shfl_xor_sync(0xffffffffu, v190, 16);
            const float v208 = fmaxf(v190, v207);
            const float v209 = __shfl_xor_sync(0xffffffffu, v194, 16);
            const float v210 = fmaxf(v194, v209);
            const float v211 = __shfl_xor_sync(0xffffffffu, v198, 16);
            const float v212 = fmaxf(v198, v211);
            const float v213 = __shfl_xor_sync(0xffffffffu, v202, 16);
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
            const float v225 = __shfl_xor_sync(0xffffffffu, v214, 8);
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
            const float v237 = __shfl_xor_sync(0xffffffffu, v226, 4);
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
            const float v249 = __shfl_xor_sync(0xffffffffu, v238, 2);
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
            const float v260 = fmaxf(v248, v259);
            const float v261 = __shfl_xor_sync(0xffffffffu, v250, 1);
            const float v263 = fmaxf(v250, v261);
            __syncthreads();
            const bool v266 = v14 % 32 == 0;
            if (v266) {
                const int v268 = v14 / 32;
                shared[v268] = __float_as_uint(v252);
                shared[v268 + 8] = __float_as_uint(v254);
                shared[v268 + 16] = __float_as_uint(v256);
                shared[v268 + 24] = __float_as_uint(v258);
                shared[v268 + 32] = __float_as_uint(v260);
                shared[v268 + 40] = __float_as_uint(v263);
            }
            __syncthreads();
            const unsigned v293 = shared[0];
            const unsigned v295 = shared[1];
            const unsigned v298 = shared[2];
            const unsigned v301 = shared[3];
            const float v304 = fmaxf(v91, fmaxf(fmaxf(fmaxf(__uint_as_float(v293), __uint_as_float(v295)), __uint_as_float(v298)), __uint_as_float(v301)));
            const float v306 = expf(v180 - v304);
            const unsigned v309 = shared[8];
            const unsigned v312 = shared[9];
            const unsigned v316 = shared[10];
            const unsigned v320 = shared[11];
            const float v323 = fmaxf(v92, fmaxf(fmaxf(fmaxf(__uint_as_float(v309), __uint_as_float(v312)), __uint_as_float(v316)), __uint_as_float(v320)));
            const float v325 = expf(v184 - v323);
            const unsigned v328 = shared[16];
            const unsigned v331 = shared[17];
            const unsigned v335 = shared[18];
            const unsigned v339 = shared[19];
            const float v342 = fmaxf(v93, fmaxf(fmaxf(fmaxf(__uint_as_float(v328), __uint_as_float(v331)), __uint_as_float(v335)), __uint_as_float(v339)));
            const float v344 = expf(v188 - v342);
            const unsigned v347 = shared[24];
            const unsigned v350 = shared[25];
            const unsigned v354 = shared[26];
            const unsigned v358 = shared[27];
            const float v361 = fmaxf(v94, fmaxf(fmaxf(fmaxf(__uint_as_float(v347), __uint_as_float(v350)), __uint_as_float(v354)), __uint_as_float(v358)));
            const float v363 = expf(v192 - v361);
            const unsigned v365 = shared[32];
            const unsigned v368 = shared[33];
            const unsigned v372 = shared[34];
            const unsigned v376 = shared[35];
            const float v379 = fmaxf(v95, fmaxf(fmaxf(fmaxf(__uint_as_float(v365), __uint_as_float(v368)), __uint_as_float(v372)), __uint_as_float(v376)));
            const float v381 = expf(v196 - v379);
            const unsigned v384 = shared[40];
            const unsigned v387 = shared[41];
            const unsigned v391 = shared[42];
            const unsigned v395 = shared[43];
            const float v398 = fmaxf(v96, fmaxf(fmaxf(fmaxf(__uint_as_float(v384), __uint_as_float(v387)), __uint_as_float(v391)), __uint_as_float(v395)));
            const float v400 = expf(v200 - v398);
            const float v403 = expf(v91 - v304);
            const float v406 = expf(v92 - v323);
            const float v409 = expf(v93 - v342);
            const float v412 = expf(v94 - v361);
            const float v415 = expf(v95 - v379);
            const float v418 = expf(v96 - v398);
            __syncthreads();
            if (v178) {
                shared[v116 + 816] = __float_as_uint(v306);
            }
            if (v178) {
                shared[v116 + 880] = __float_as_uint(v325);
            }
            if (v178) {
                shared[v116 + 944] = __float_as_uint(v344);
            }
            if (v178) {
                shared[v116 + 1008] = __float_as_uint(v363);
            }
            if (v178) {
                shared[v116 + 1072] = __float_as_uint(v381);
            }
            if (v178) {
                shared[v116 + 1136] = __float_as_uint(v400);
            }
            const float v456 = v178 ? v306 : 0.0f;
            const float v457 = v178 ? v325 : 0.0f;
            const float v458 = v178 ? v344 : 0.0f;
            const float v459 = v178 ? v363 : 0.0f;
            const float v460 = v178 ? v381 : 0.0f;
            const float v461 = v178 ? v400 : 0.0f;
            const float v462 = __shfl_xor_sync(0xffffffffu, v456, 16);
            const float v463 = v456 + v462;
            const float v464 = __shfl_xor_sync(0xffffffffu, v457, 16);
            const float v465 = v457 + v464;
            const float v466 = __shfl_xor_sync(0xffffffffu, v458, 16);
            const float v467 = v458 + v466;
            const float v468 = __shfl_xor_sync(0xffffffffu, v459, 16);
            const float v469 = v459 + v468;
            const float v470 = __shfl_xor_sync(0xffffffffu, v460, 16);
            const float v471 = v460 + v470;
            const float v472 = __shfl_xor_sync(0xffffffffu, v461, 16);
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
            const float v484 = __shfl_xor_sync(0xffffffffu, v473, 8);
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
            const float v496 = __shfl_xor_sync(0xffffffffu, v485, 4);
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
            const float v508 = __shfl_xor_sync(0xffffffffu, v497, 2);
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
            const float v520 = __shfl_xor_sync(0xffffffffu, v509, 1);
            const float v521 = v509 + v520;
            if (v266) {
                const int v523 = v14 / 32;
                shared[v523] = __float_as_uint(v511);
                shared[v523 + 8] = __float_as_uint(v513);
                shared[v523 + 16] = __float_as_uint(v515);
                shared[v523 + 24] = __float_as_uint(v517);
                shared[v523 + 32] = __float_as_uint(v519);
                shared[v523 + 40] = __float_as_uint(v521);
            }
            __syncthreads();
            const unsigned v544 = shared[0];
            const unsigned v546 = shared[1];
            const unsigned v549 = shared[2];
            const unsigned v552 = shared[3];
            const float v555 = fmaf(v98, v403, __uint_as_float(v544) + __uint_as_float(v546) + __uint_as_float(v549) + __uint_as_float(v552));
            const unsigned v556 = shared[8];
            const unsigned v558 = shared[9];
            const unsigned v561 = shared[10];
            const unsigned v564 = shared[11];
            const unsigned v567 = shared[16];
            const unsigned v569 = shared[17];
            const unsigned v572 = shared[18];
            const unsigned v575 = shared[19];
            const unsigned v578 = shared[24];
            const unsigned v580 = shared[25];
            const unsigned v583 = shared[26];
            const unsigned v586 = shared[27];
            const unsigned v589 = shared[32];
            const unsigned v591 = shared[33];
            const unsigned v594 = shared[34];
            const unsigned v597 = shared[35];
            const unsigned v600 = shared[40];
            const unsigned v602 = shared[41];
            const unsigned v605 = shared[42];
            const unsigned v608 = shared[43];
            v98 = v555;
            const float v613 = fmaf(v99, v406, __uint_as_float(v556) + __uint_as_float(v558) + __uint_as_float(v561) + __uint_as_float(v564));
            v99 = v613;
            const float v616 = fmaf(v100, v409, __uint_as_float(v567) + __uint_as_float(v569) + __uint_as_float(v572) + __uint_as_float(v575));
            v100 = v616;
            const float v619 = fmaf(v101, v412, __uint_as_float(v578) + __uint_as_float(v580) + __uint_as_float(v583) + __uint_as_float(v586));
            v101 = v619;
            const float v622 = fmaf(v102, v415, __uint_as_float(v589) + __uint_as_float(v591) + __uint_as_float(v594) + __uint_as_float(v597));
            v102 = v622;
            const float v625 = fmaf(v103, v418, __uint_as_float(v600) + __uint_as_float(v602) + __uint_as_float(v605) + __uint_as_float(v608));
            v103 = v625;
            float v639 = v104 * v403;
            float v640 = v105 * v406;
            float v641 = v106 * v409;
            float v642 = v107 * v412;
            float v643 = v108 * v415;
            float v644 = v109 * v418;
            for (int i645 = 0; i645 < 64; i645 += 32) {
                unsigned q658[32];
                #pragma unroll
                for (int t = 0; t < 32; t++) {
                    const int v645 = i645 + t * 1;
                    const int v650 = v114 + v645;
                    const bool v653 = 0 <= v650 && v650 < v89;
                    q658[t] = (unsigned)b2[v653 ? (int)((unsigned)v90 + (unsigned)v650 * 128u + (unsigned)v14) : 0];
                }
                __syncwarp();
                #pragma unroll
                for (int t = 0; t < 32; t++) {
                    const int v645 = i645 + t * 1;
                    const unsigned v648 = shared[v645 + 816];
                    const int v650 = v114 + v645;
                    const bool v653 = 0 <= v650 && v650 < v89;
                    const unsigned v658 = q658[t];
                    const float v663 = __uint_as_float((v653 ? v658 : 0u) << 16);
                    v639 = fmaf(__uint_as_float(v648), v663, v639);
                    const unsigned v669 = shared[v645 + 880];
                    v640 = fmaf(__uint_as_float(v669), v663, v640);
                    const unsigned v676 = shared[v645 + 944];
                    v641 = fmaf(__uint_as_float(v676), v663, v641);
                    const unsigned v683 = shared[v645 + 1008];
                    v642 = fmaf(__uint_as_float(v683), v663, v642);
                    const unsigned v690 = shared[v645 + 1072];
                    v643 = fmaf(__uint_as_float(v690), v663, v643);
                    const unsigned v697 = shared[v645 + 1136];
                    v644 = fmaf(__uint_as_float(v697), v663, v644);
                }
            }
            const float v704 = v640;
            const float v705 = v641;
            const float v706 = v642;
            const float v707 = v643;
            const float v708 = v644;
            v104 = v639;
            v105 = v704;
            v106 = v705;
            v107 = v706;
            v108 = v707;
            v109 = v708;
            v91 = v304;
            v92 = v323;
            v93 = v342;
            v94 = v361;
            v95 = v379;
            v96 = v398;
        }
        const int v724 = (int)((unsigned)v17 * 64u + (unsigned)(v54 / 64));
        const bool v727 = 0 <= v724 && v724 < 128;
        const int v728 = v727 ? 6 : 0;
        const int v730 = (int)((unsigned)v724 * 768u);
        const int v731 = (int)((unsigned)v730 + (unsigned)v14);
        const float v732 = v104;
        const int v733 = v727 ? 2 : 0;
        const int v735 = 0 < v733 ? 6 : 0;
        const int v736 = (int)((unsigned)v724 * 12u);
        const int v738 = 1 < v733 ? 6 : 0;
        const int v739 = (int)((unsigned)v736 + 6u);
        if (0 < v728) {
            b3[v731] = v732;
        }
        const int v745 = (int)((unsigned)v730 + 128u + (unsigned)v14);
        const float v746 = v105;
        if (1 < v728) {
            b3[v745] = v746;
        }
        const int v752 = (int)((unsigned)v730 + 256u + (unsigned)v14);
        const float v753 = v106;
        if (2 < v728) {
            b3[v752] = v753;
        }
        const int v759 = (int)((unsigned)v730 + 384u + (unsigned)v14);
        const float v760 = v107;
        if (3 < v728) {
            b3[v759] = v760;
        }
        const int v766 = (int)((unsigned)v730 + 512u + (unsigned)v14);
        const float v767 = v108;
        if (4 < v728) {
            b3[v766] = v767;
        }
        const int v773 = (int)((unsigned)v730 + 640u + (unsigned)v14);
        const float v774 = v109;
        if (5 < v728) {
            b3[v773] = v774;
        }
        const bool v778 = v14 == 0;
        if (v778) {
            const float v781 = v91;
            if (0 < v735) {
                b4[v736] = v781;
            }
        }
        const bool v786 = v14 == 1;
        if (v786) {
            const int v789 = (int)((unsigned)v736 + 1u);
            const float v790 = v92;
            if (1 < v735) {
                b4[v789] = v790;
            }
        }
        const bool v795 = v14 == 2;
        if (v795) {
            const int v798 = (int)((unsigned)v736 + 2u);
            const float v799 = v93;
            if (2 < v735) {
                b4[v798] = v799;
            }
        }
        const bool v804 = v14 == 3;
        if (v804) {
            const int v807 = (int)((unsigned)v736 + 3u);
            const float v808 = v94;
            if (3 < v735) {
                b4[v807] = v808;
            }
        }
        const bool v813 = v14 == 4;
        if (v813) {
            const int v816 = (int)((unsigned)v736 + 4u);
            const float v817 = v95;
            if (4 < v735) {
                b4[v816] = v817;
            }
        }
        const bool v822 = v14 == 5;
        if (v822) {
            const int v825 = (int)((unsigned)v736 + 5u);
            const float v826 = v96;
            if (5 < v735) {
                b4[v825] = v826;
            }
        }
        __syncthreads();
        if (v778) {
            const float v834 = v98;
            if (0 < v738) {
                b4[v739] = v834;
            }
        }
        if (v786) {
            const int v842 = (int)((unsigned)v736 + 7u);
            const float v843 = v99;
            if (1 < v738) {
                b4[v842] = v843;
            }
        }
        if (v795) {
            const int v851 = (int)((unsigned)v736 + 8u);
            const float v852 = v100;
            if (2 < v738) {
                b4[v851] = v852;
            }
        }
        if (v804) {
            const int v860 = (int)((unsigned)v736 + 9u);
            const float v861 = v101;
            if (3 < v738) {
                b4[v860] = v861;
            }
        }
        if (v813) {
            const int v869 = (int)((unsigned)v736 + 10u);
            const float v870 = v102;
            if (4 < v738) {
                b4[v869] = v870;
            }
        }
        if (v822) {
            const int v878 = (int)((unsigned)v736 + 11u);
            const float v879 = v103;
            if (5 < v738) {
                b4[v878] = v879;
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
            for (int i127 = 0; i127 < 128; i127 += 32) {
                uint4 q139[4];
                #pragma unroll
                for (int t = 0; t < 4; t++) {
                    const int v127 = i127 + t * 8;
                    const bool v133 = 0 <= v117 && v117 < v89;
                    const int v138 = v133 ? (int)((unsigned)v90 + (unsigned)v117 * 128u + (unsigned)v127) >> 3 : 0;
                    q139[t] = ((const uint4 *)b1)[v138];
                }
                __syncwarp();
                #pragma unroll
                for (int t = 0; t < 4; t++) {
                    const int v127 = i127 + t * 8;
                    const unsigned v129 = shared[v127 + 48];
                    const bool v133 = 0 <= v117 && v117 < v89;
                    const uint4 v139 = q139[t];
                    const float v147 = __uint_as_float((v133 ? v139.x & 0xffffu : 0u) << 16);
                    v120 = fmaf(__uint_as_float(v129), v147, v120);
                    const unsigned v169 = shared[v127 + 176];
                    v121 = fmaf(__uint_as_float(v169), v147, v121);
                    const unsigned v175 = shared[v127 + 304];
                    v122 = fmaf(__uint_as_float(v175), v147, v122);
                    const unsigned v181 = shared[v127 + 432];
                    v123 = fmaf(__uint_as_float(v181), v147, v123);
                    const unsigned v187 = shared[v127 + 560];
                    v124 = fmaf(__uint_as_float(v187), v147, v124);
                    const unsigned v193 = shared[v127 + 688];
                    v125 = fmaf(__uint_as_float(v193), v147, v125);
                    const unsigned v200 = shared[v127 + 49];
                    const float v203 = __uint_as_float((v133 ? v139.x >> 16 : 0u) << 16);
                    v120 = fmaf(__uint_as_float(v200), v203, v120);
                    const unsigned v209 = shared[v127 + 177];
                    v121 = fmaf(__uint_as_float(v209), v203, v121);
                    const unsigned v216 = shared[v127 + 305];
                    v122 = fmaf(__uint_as_float(v216), v203, v122);
                    const unsigned v223 = shared[v127 + 433];
                    v123 = fmaf(__uint_as_float(v223), v203, v123);
                    const unsigned v230 = shared[v127 + 561];
                    v124 = fmaf(__uint_as_float(v230), v203, v124);
                    const unsigned v237 = shared[v127 + 689];
                    v125 = fmaf(__uint_as_float(v237), v203, v125);
                    const unsigned v244 = shared[v127 + 50];
                    const float v247 = __uint_as_float((v133 ? v139.y & 0xffffu : 0u) << 16);
                    v120 = fmaf(__uint_as_float(v244), v247, v120);
                    const unsigned v253 = shared[v127 + 178];
                    v121 = fmaf(__uint_as_float(v253), v247, v121);
                    const unsigned v260 = shared[v127 + 306];
                    v122 = fmaf(__uint_as_float(v260), v247, v122);
                    const unsigned v267 = shared[v127 + 434];
                    v123 = fmaf(__uint_as_float(v267), v247, v123);
                    const unsigned v274 = shared[v127 + 562];
                    v124 = fmaf(__uint_as_float(v274), v247, v124);
                    const unsigned v281 = shared[v127 + 690];
                    v125 = fmaf(__uint_as_float(v281), v247, v125);
                    const unsigned v288 = shared[v127 + 51];
                    const float v291 = __uint_as_float((v133 ? v139.y >> 16 : 0u) << 16);
                    v120 = fmaf(__uint_as_float(v288), v291, v120);
                    const unsigned v297 = shared[v127 + 179];
                    v121 = fmaf(__uint_as_float(v297), v291, v121);
                    const unsigned v304 = shared[v127 + 307];
                    v122 = fmaf(__uint_as_float(v304), v291, v122);
                    const unsigned v311 = shared[v127 + 435];
                    v123 = fmaf(__uint_as_float(v311), v291, v123);
                    const unsigned v318 = shared[v127 + 563];
                    v124 = fmaf(__uint_as_float(v318), v291, v124);
                    const unsigned v325 = shared[v127 + 691];
                    v125 = fmaf(__uint_as_float(v325), v291, v125);
                    const unsigned v332 = shared[v127 + 52];
                    const float v335 = __uint_as_float((v133 ? v139.z & 0xffffu : 0u) << 16);
                    v120 = fmaf(__uint_as_float(v332), v335, v120);
                    const unsigned v341 = shared[v127 + 180];
                    v121 = fmaf(__uint_as_float(v341), v335, v121);
                    const unsigned v348 = shared[v127 + 308];
                    v122 = fmaf(__uint_as_float(v348), v335, v122);
                    const unsigned v355 = shared[v127 + 436];
                    v123 = fmaf(__uint_as_float(v355), v335, v123);
                    const unsigned v362 = shared[v127 + 564];
                    v124 = fmaf(__uint_as_float(v362), v335, v124);
                    const unsigned v369 = shared[v127 + 692];
                    v125 = fmaf(__uint_as_float(v369), v335, v125);
                    const unsigned v376 = shared[v127 + 53];
                    const float v379 = __uint_as_float((v133 ? v139.z >> 16 : 0u) << 16);
                    v120 = fmaf(__uint_as_float(v376), v379, v120);
                    const unsigned v385 = shared[v127 + 181];
                    v121 = fmaf(__uint_as_float(v385), v379, v121);
                    const unsigned v392 = shared[v127 + 309];
                    v122 = fmaf(__uint_as_float(v392), v379, v122);
                    const unsigned v399 = shared[v127 + 437];
                    v123 = fmaf(__uint_as_float(v399), v379, v123);
                    const unsigned v406 = shared[v127 + 565];
                    v124 = fmaf(__uint_as_float(v406), v379, v124);
                    const unsigned v413 = shared[v127 + 693];
                    v125 = fmaf(__uint_as_float(v413), v379, v125);
                    const unsigned v420 = shared[v127 + 54];
                    const float v423 = __uint_as_float((v133 ? v139.w & 0xffffu : 0u) << 16);
                    v120 = fmaf(__uint_as_float(v420), v423, v120);
                    const unsigned v429 = shared[v127 + 182];
                    v121 = fmaf(__uint_as_float(v429), v423, v121);
                    const unsigned v436 = shared[v127 + 310];
                    v122 = fmaf(__uint_as_float(v436), v423, v122);
                    const unsigned v443 = shared[v127 + 438];
                    v123 = fmaf(__uint_as_float(v443), v423, v123);
                    const unsigned v450 = shared[v127 + 566];
                    v124 = fmaf(__uint_as_float(v450), v423, v124);
                    const unsigned v457 = shared[v127 + 694];
                    v125 = fmaf(__uint_as_float(v457), v423, v125);
                    const unsigned v464 = shared[v127 + 55];
                    const float v467 = __uint_as_float((v133 ? v139.w >> 16 : 0u) << 16);
                    v120 = fmaf(__uint_as_float(v464), v467, v120);
                    const unsigned v473 = shared[v127 + 183];
                    v121 = fmaf(__uint_as_float(v473), v467, v121);
                    const unsigned v480 = shared[v127 + 311];
                    v122 = fmaf(__uint_as_float(v480), v467, v122);
                    const unsigned v487 = shared[v127 + 439];
                    v123 = fmaf(__uint_as_float(v487), v467, v123);
                    const unsigned v494 = shared[v127 + 567];
                    v124 = fmaf(__uint_as_float(v494), v467, v124);
                    const unsigned v501 = shared[v127 + 695];
                    v125 = fmaf(__uint_as_float(v501), v467, v125);
                }
            }
            const bool v508 = v14 < 64;
            const float v510 = v118 ? v120 : -1e+30f;
            const float v512 = fmaxf(-__int_as_float(0x7f800000), v508 ? v510 : -__int_as_float(0x7f800000));
            const float v514 = v118 ? v121 : -1e+30f;
            const float v516 = fmaxf(-__int_as_float(0x7f800000), v508 ? v514 : -__int_as_float(0x7f800000));
            const float v518 = v118 ? v122 : -1e+30f;
            const float v520 = fmaxf(-__int_as_float(0x7f800000), v508 ? v518 : -__int_as_float(0x7f800000));
            const float v522 = v118 ? v123 : -1e+30f;
            const float v524 = fmaxf(-__int_as_float(0x7f800000), v508 ? v522 : -__int_as_float(0x7f800000));
            const float v526 = v118 ? v124 : -1e+30f;
            const float v528 = fmaxf(-__int_as_float(0x7f800000), v508 ? v526 : -__int_as_float(0x7f800000));
            const float v530 = v118 ? v125 : -1e+30f;
            const float v532 = fmaxf(-__int_as_float(0x7f800000), v508 ? v530 : -__int_as_float(0x7f800000));
            const float v533 = __shfl_xor_sync(0xffffffffu, v512, 16);
            const float v534 = fmaxf(v512, v533);
            const float v535 = __shfl_xor_sync(0xffffffffu, v516, 16);
            const float v536 = fmaxf(v516, v535);
            const float v537 = __shfl_xor_sync(0xffffffffu, v520, 16);
            const float v538 = fmaxf(v520, v537);
            const float v539 = __shfl_xor_sync(0xffffffffu, v524, 16);
            const float v540 = fmaxf(v524, v539);
            const float v541 = __shfl_xor_sync(0xffffffffu, v528, 16);
            const float v542 = fmaxf(v528, v541);
            const float v543 = __shfl_xor_sync(0xffffffffu, v532, 16);
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
            const float v555 = __shfl_xor_sync(0xffffffffu, v544, 8);
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
            const float v567 = __shfl_xor_sync(0xffffffffu, v556, 4);
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
            const float v579 = __shfl_xor_sync(0xffffffffu, v568, 2);
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
            const float v590 = fmaxf(v578, v589);
            const float v591 = __shfl_xor_sync(0xffffffffu, v580, 1);
            const float v593 = fmaxf(v580, v591);
            __syncthreads();
            const bool v596 = v14 % 32 == 0;
            if (v596) {
                const int v598 = v14 / 32;
                shared[v598] = __float_as_uint(v582);
                shared[v598 + 8] = __float_as_uint(v584);
                shared[v598 + 16] = __float_as_uint(v586);
                shared[v598 + 24] = __float_as_uint(v588);
                shared[v598 + 32] = __float_as_uint(v590);
                shared[v598 + 40] = __float_as_uint(v593);
            }
            __syncthreads();
            const unsigned v622 = shared[0];
            const unsigned v624 = shared[1];
            const unsigned v627 = shared[2];
            const unsigned v630 = shared[3];
            const float v633 = fmaxf(v91, fmaxf(fmaxf(fmaxf(__uint_as_float(v622), __uint_as_float(v624)), __uint_as_float(v627)), __uint_as_float(v630)));
            const float v635 = expf(v510 - v633);
            const unsigned v637 = shared[8];
            const unsigned v640 = shared[9];
            const unsigned v644 = shared[10];
            const unsigned v648 = shared[11];
            const float v651 = fmaxf(v92, fmaxf(fmaxf(fmaxf(__uint_as_float(v637), __uint_as_float(v640)), __uint_as_float(v644)), __uint_as_float(v648)));
            const float v653 = expf(v514 - v651);
            const unsigned v656 = shared[16];
            const unsigned v659 = shared[17];
            const unsigned v663 = shared[18];
            const unsigned v667 = shared[19];
            const float v670 = fmaxf(v93, fmaxf(fmaxf(fmaxf(__uint_as_float(v656), __uint_as_float(v659)), __uint_as_float(v663)), __uint_as_float(v667)));
            const float v672 = expf(v518 - v670);
            const unsigned v675 = shared[24];
            const unsigned v678 = shared[25];
            const unsigned v682 = shared[26];
            const unsigned v686 = shared[27];
            const float v689 = fmaxf(v94, fmaxf(fmaxf(fmaxf(__uint_as_float(v675), __uint_as_float(v678)), __uint_as_float(v682)), __uint_as_float(v686)));
            const float v691 = expf(v522 - v689);
            const unsigned v693 = shared[32];
            const unsigned v696 = shared[33];
            const unsigned v700 = shared[34];
            const unsigned v704 = shared[35];
            const float v707 = fmaxf(v95, fmaxf(fmaxf(fmaxf(__uint_as_float(v693), __uint_as_float(v696)), __uint_as_float(v700)), __uint_as_float(v704)));
            const float v709 = expf(v526 - v707);
            const unsigned v712 = shared[40];
            const unsigned v715 = shared[41];
            const unsigned v719 = shared[42];
            const unsigned v723 = shared[43];
            const float v726 = fmaxf(v96, fmaxf(fmaxf(fmaxf(__uint_as_float(v712), __uint_as_float(v715)), __uint_as_float(v719)), __uint_as_float(v723)));
            const float v728 = expf(v530 - v726);
            const float v731 = expf(v91 - v633);
            const float v734 = expf(v92 - v651);
            const float v737 = expf(v93 - v670);
            const float v740 = expf(v94 - v689);
            const float v743 = expf(v95 - v707);
            const float v746 = expf(v96 - v726);
            __syncthreads();
            if (v508) {
                shared[v116 + 816] = __float_as_uint(v635);
            }
            if (v508) {
                shared[v116 + 880] = __float_as_uint(v653);
            }
            if (v508) {
                shared[v116 + 944] = __float_as_uint(v672);
            }
            if (v508) {
                shared[v116 + 1008] = __float_as_uint(v691);
            }
            if (v508) {
                shared[v116 + 1072] = __float_as_uint(v709);
            }
            if (v508) {
                shared[v116 + 1136] = __float_as_uint(v728);
            }
            const float v784 = v508 ? v635 : 0.0f;
            const float v785 = v508 ? v653 : 0.0f;
            const float v786 = v508 ? v672 : 0.0f;
            const float v787 = v508 ? v691 : 0.0f;
            const float v788 = v508 ? v709 : 0.0f;
            const float v789 = v508 ? v728 : 0.0f;
            const float v790 = __shfl_xor_sync(0xffffffffu, v784, 16);
            const float v791 = v784 + v790;
            const float v792 = __shfl_xor_sync(0xffffffffu, v785, 16);
            const float v793 = v785 + v792;
            const float v794 = __shfl_xor_sync(0xffffffffu, v786, 16);
            const float v795 = v786 + v794;
            const float v796 = __shfl_xor_sync(0xffffffffu, v787, 16);
            const float v797 = v787 + v796;
            const float v798 = __shfl_xor_sync(0xffffffffu, v788, 16);
            const float v799 = v788 + v798;
            const float v800 = __shfl_xor_sync(0xffffffffu, v789, 16);
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
            const float v812 = __shfl_xor_sync(0xffffffffu, v801, 8);
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
            const float v824 = __shfl_xor_sync(0xffffffffu, v813, 4);
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
            const float v836 = __shfl_xor_sync(0xffffffffu, v825, 2);
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
            const float v848 = __shfl_xor_sync(0xffffffffu, v837, 1);
            const float v849 = v837 + v848;
            if (v596) {
                const int v851 = v14 / 32;
                shared[v851] = __float_as_uint(v839);
                shared[v851 + 8] = __float_as_uint(v841);
                shared[v851 + 16] = __float_as_uint(v843);
                shared[v851 + 24] = __float_as_uint(v845);
                shared[v851 + 32] = __float_as_uint(v847);
                shared[v851 + 40] = __float_as_uint(v849);
            }
            __syncthreads();
            const unsigned v872 = shared[0];
            const unsigned v874 = shared[1];
            const unsigned v877 = shared[2];
            const unsigned v880 = shared[3];
            const float v883 = fmaf(v98, v731, __uint_as_float(v872) + __uint_as_float(v874) + __uint_as_float(v877) + __uint_as_float(v880));
            const unsigned v884 = shared[8];
            const unsigned v886 = shared[9];
            const unsigned v889 = shared[10];
            const unsigned v892 = shared[11];
            const unsigned v895 = shared[16];
            const unsigned v897 = shared[17];
            const unsigned v900 = shared[18];
            const unsigned v903 = shared[19];
            const unsigned v906 = shared[24];
            const unsigned v908 = shared[25];
            const unsigned v911 = shared[26];
            const unsigned v914 = shared[27];
            const unsigned v917 = shared[32];
            const unsigned v919 = shared[33];
            const unsigned v922 = shared[34];
            const unsigned v925 = shared[35];
            const unsigned v928 = shared[40];
            const unsigned v930 = shared[41];
            const unsigned v933 = shared[42];
            const unsigned v936 = shared[43];
            v98 = v883;
            const float v941 = fmaf(v99, v734, __uint_as_float(v884) + __uint_as_float(v886) + __uint_as_float(v889) + __uint_as_float(v892));
            v99 = v941;
            const float v944 = fmaf(v100, v737, __uint_as_float(v895) + __uint_as_float(v897) + __uint_as_float(v900) + __uint_as_float(v903));
            v100 = v944;
            const float v947 = fmaf(v101, v740, __uint_as_float(v906) + __uint_as_float(v908) + __uint_as_float(v911) + __uint_as_float(v914));
            v101 = v947;
            const float v950 = fmaf(v102, v743, __uint_as_float(v917) + __uint_as_float(v919) + __uint_as_float(v922) + __uint_as_float(v925));
            v102 = v950;
            const float v953 = fmaf(v103, v746, __uint_as_float(v928) + __uint_as_float(v930) + __uint_as_float(v933) + __uint_as_float(v936));
            v103 = v953;
            float v967 = v104 * v731;
            float v968 = v105 * v734;
            float v969 = v106 * v737;
            float v970 = v107 * v740;
            float v971 = v108 * v743;
            float v972 = v109 * v746;
            for (int i973 = 0; i973 < 64; i973 += 32) {
                unsigned q986[32];
                #pragma unroll
                for (int t = 0; t < 32; t++) {
                    const int v973 = i973 + t * 1;
                    const int v978 = v114 + v973;
                    const bool v981 = 0 <= v978 && v978 < v89;
                    q986[t] = (unsigned)b2[v981 ? (int)((unsigned)v90 + (unsigned)v978 * 128u + (unsigned)v14) : 0];
                }
                __syncwarp();
                #pragma unroll
                for (int t = 0; t < 32; t++) {
                    const int v973 = i973 + t * 1;
                    const unsigned v976 = shared[v973 + 816];
                    const int v978 = v114 + v973;
                    const bool v981 = 0 <= v978 && v978 < v89;
                    const unsigned v986 = q986[t];
                    const float v991 = __uint_as_float((v981 ? v986 : 0u) << 16);
                    v967 = fmaf(__uint_as_float(v976), v991, v967);
                    const unsigned v997 = shared[v973 + 880];
                    v968 = fmaf(__uint_as_float(v997), v991, v968);
                    const unsigned v1004 = shared[v973 + 944];
                    v969 = fmaf(__uint_as_float(v1004), v991, v969);
                    const unsigned v1011 = shared[v973 + 1008];
                    v970 = fmaf(__uint_as_float(v1011), v991, v970);
                    const unsigned v1018 = shared[v973 + 1072];
                    v971 = fmaf(__uint_as_float(v1018), v991, v971);
                    const unsigned v1025 = shared[v973 + 1136];
                    v972 = fmaf(__uint_as_float(v1025), v991, v972);
                }
            }
            const float v1032 = v968;
            const float v1033 = v969;
            const float v1034 = v970;
            const float v1035 = v971;
            const float v1036 = v972;
            v104 = v967;
            v105 = v1032;
            v106 = v1033;
            v107 = v1034;
            v108 = v1035;
            v109 = v1036;
            v91 = v633;
            v92 = v651;
            v93 = v670;
            v94 = v689;
            v95 = v707;
            v96 = v726;
        }
        const int v1052 = (int)((unsigned)v17 * 64u + (unsigned)(v54 / 64));
        const bool v1055 = 0 <= v1052 && v1052 < 128;
        const int v1056 = v1055 ? 6 : 0;
        const int v1058 = (int)((unsigned)v1052 * 768u);
        const int v1059 = (int)((unsigned)v1058 + (unsigned)v14);
        const float v1060 = v104;
        const int v1061 = v1055 ? 2 : 0;
        const int v1063 = 0 < v1061 ? 6 : 0;
        const int v1064 = (int)((unsigned)v1052 * 12u);
        const int v1066 = 1 < v1061 ? 6 : 0;
        const int v1067 = (int)((unsigned)v1064 + 6u);
        if (0 < v1056) {
            b3[v1059] = v1060;
        }
        const int v1073 = (int)((unsigned)v1058 + 128u + (unsigned)v14);
        const float v1074 = v105;
        if (1 < v1056) {
            b3[v1073] = v1074;
        }
        const int v1080 = (int)((unsigned)v1058 + 256u + (unsigned)v14);
        const float v1081 = v106;
        if (2 < v1056) {
            b3[v1080] = v1081;
        }
        const int v1087 = (int)((unsigned)v1058 + 384u + (unsigned)v14);
        const float v1088 = v107;
        if (3 < v1056) {
            b3[v1087] = v1088;
        }
        const int v1094 = (int)((unsigned)v1058 + 512u + (unsigned)v14);
        const float v1095 = v108;
        if (4 < v1056) {
            b3[v1094] = v1095;
        }
        const int v1101 = (int)((unsigned)v1058 + 640u + (unsigned)v14);
        const float v1102 = v109;
        if (5 < v1056) {
            b3[v1101] = v1102;
        }
        const bool v1106 = v14 == 0;
        if (v1106) {
            const float v1109 = v91;
            if (0 < v1063) {
                b4[v1064] = v1109;
            }
        }
        const bool v1114 = v14 == 1;
        if (v1114) {
            const int v1117 = (int)((unsigned)v1064 + 1u);
            const float v1118 = v92;
            if (1 < v1063) {
                b4[v1117] = v1118;
            }
        }
        const bool v1123 = v14 == 2;
        if (v1123) {
            const int v1126 = (int)((unsigned)v1064 + 2u);
            const float v1127 = v93;
            if (2 < v1063) {
                b4[v1126] = v1127;
            }
        }
        const bool v1132 = v14 == 3;
        if (v1132) {
            const int v1135 = (int)((unsigned)v1064 + 3u);
            const float v1136 = v94;
            if (3 < v1063) {
                b4[v1135] = v1136;
            }
        }
        const bool v1141 = v14 == 4;
        if (v1141) {
            const int v1144 = (int)((unsigned)v1064 + 4u);
            const float v1145 = v95;
            if (4 < v1063) {
                b4[v1144] = v1145;
            }
        }
        const bool v1150 = v14 == 5;
        if (v1150) {
            const int v1153 = (int)((unsigned)v1064 + 5u);
            const float v1154 = v96;
            if (5 < v1063) {
                b4[v1153] = v1154;
            }
        }
        __syncthreads();
        if (v1106) {
            const float v1162 = v98;
            if (0 < v1066) {
                b4[v1067] = v1162;
            }
        }
        if (v1114) {
            const int v1170 = (int)((unsigned)v1064 + 7u);
            const float v1171 = v99;
            if (1 < v1066) {
                b4[v1170] = v1171;
            }
        }
        if (v1123) {
            const int v1179 = (int)((unsigned)v1064 + 8u);
            const float v1180 = v100;
            if (2 < v1066) {
                b4[v1179] = v1180;
            }
        }
        if (v1132) {
            const int v1188 = (int)((unsigned)v1064 + 9u);
            const float v1189 = v101;
            if (3 < v1066) {
                b4[v1188] = v1189;
            }
        }
        if (v1141) {
            const int v1197 = (int)((unsigned)v1064 + 10u);
            const float v1198 = v102;
            if (4 < v1066) {
                b4[v1197] = v1198;
            }
        }
        if (v1150) {
            const int v1206 = (int)((unsigned)v1064 + 11u);
            const float v1207 = v103;
            if (5 < v1066) {
                b4[v1206] = v1207;
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
