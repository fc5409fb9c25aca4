// CUDA C++. Compile with --fmad=false: products and sums round one by one.

// Lets the next launch begin, then waits until those before have ended and are seen.
static __device__ __forceinline__ void take_turn()
{
#if __CUDA_ARCH__ >= 900
    asm volatile("griddepcontrol.launch_dependents;");
    asm volatile("griddepcontrol.wait;" ::: "memory");
#endif
}

// tessera kernel norm_lm_head_argmax entry ts_norm_lm_head_argmax wide 0 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:151936*1536,o32:logits:32:151936,w32:val:32:9496,w32:idx:32:9496 sizes 1 threads 128 teams 4 count 9496 shared 0 cost 983041
extern "C" __global__ void __launch_bounds__(128) ts_norm_lm_head_argmax(
    const float *b0, // x
    const unsigned short *b1, // gamma
    const unsigned short *b2, // w
    float *b3, // logits
    float *b4, // val
    int *b5, // idx
    const int *s0) // valid
{
    take_turn();
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 32;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 31;
    for (int v17 = v7; v17 < 9496; v17 += v10) {
        const int v21 = v13 * 8;
        const int v22 = v21 + 1;
        const int v24 = v21 + 2;
        const int v26 = v21 + 3;
        const int v27 = v21 + 4;
        const int v29 = v21 + 5;
        const int v31 = v21 + 6;
        const int v33 = v21 + 7;
        const int v34 = v17 * 16;
        const int v36 = min(151936, v34 + 16);
        const int v37 = s0[0];
        float v38 = 0.0f;
        float v39 = 0.0f;
        float v40 = 0.0f;
        float v41 = 0.0f;
        float v42 = 0.0f;
        float v43 = 0.0f;
        float v44 = 0.0f;
        float v45 = 0.0f;
        for (int v47 = 0; v47 < 1536; v47 += 256) {
            const float v49 = b0[v47 + v21];
            const float v53 = b0[v47 + v22];
            const float v55 = b0[v47 + v24];
            const float v57 = b0[v47 + v26];
            const float v59 = b0[v47 + v27];
            const float v61 = b0[v47 + v29];
            const float v63 = b0[v47 + v31];
            const float v65 = b0[v47 + v33];
            v38 = fmaf(v49, v49, v38);
            v39 = fmaf(v53, v53, v39);
            v40 = fmaf(v55, v55, v40);
            v41 = fmaf(v57, v57, v41);
            v42 = fmaf(v59, v59, v42);
            v43 = fmaf(v61, v61, v43);
            v44 = fmaf(v63, v63, v44);
            v45 = fmaf(v65, v65, v45);
        }
        const float v97 = v38 + v39 + v40 + v41 + v42;
        const float v103 = v97 + v43 + v44 + v45;
        const float v104 = __shfl_xor_sync(0xffffffffu, v103, 16);
        const float v105 = v103 + v104;
        const float v106 = __shfl_xor_sync(0xffffffffu, v105, 8);
        const float v107 = v105 + v106;
        const float v108 = __shfl_xor_sync(0xffffffffu, v107, 4);
        const float v109 = v107 + v108;
        const float v110 = __shfl_xor_sync(0xffffffffu, v109, 2);
        const float v111 = v109 + v110;
        const float v112 = __shfl_xor_sync(0xffffffffu, v111, 1);
        const float v119 = rsqrtf((v111 + v112) / 1536.0f + 1e-06f);
        float v120 = -__int_as_float(0x7f800000);
        int v122 = 2147483647;
        const unsigned v124 = (unsigned)v34;
        const unsigned v130 = v124 + ((unsigned)v36 - v124) / 2u * 2u;
        const int v132 = v34 < v36 ? (int)v130 : v34;
        for (int v133 = v34; v133 < v132; v133 += 2) {
            const int v134 = (int)((unsigned)v133 * 1536u);
            const int v135 = v133 + 1;
            const int v136 = (int)((unsigned)v135 * 1536u);
            float v137 = 0.0f;
            float v138 = 0.0f;
            float v139 = 0.0f;
            float v140 = 0.0f;
            float v141 = 0.0f;
            float v142 = 0.0f;
            float v143 = 0.0f;
            float v144 = 0.0f;
            float v145 = 0.0f;
            float v146 = 0.0f;
            float v147 = 0.0f;
            float v148 = 0.0f;
            float v149 = 0.0f;
            float v150 = 0.0f;
            float v151 = 0.0f;
            float v152 = 0.0f;
            for (int i153 = 0; i153 < 1536; i153 += 512) {
                unsigned q156[2];
                unsigned q211[2];
                unsigned q218[2];
                unsigned q225[2];
                unsigned q232[2];
                unsigned q239[2];
                unsigned q246[2];
                unsigned q253[2];
                unsigned q260[2];
                unsigned q267[2];
                unsigned q274[2];
                unsigned q281[2];
                unsigned q288[2];
                unsigned q295[2];
                unsigned q302[2];
                unsigned q309[2];
                #pragma unroll
                for (int t = 0; t < 2; t++) {
                    const int v153 = i153 + t * 256;
                    const int v154 = v153 + v21;
                    q156[t] = (unsigned)b2[(int)((unsigned)v134 + (unsigned)v154)];
                    const int v167 = v153 + v22;
                    const int v173 = v153 + v24;
                    const int v179 = v153 + v26;
                    const int v185 = v153 + v27;
                    const int v191 = v153 + v29;
                    const int v197 = v153 + v31;
                    const int v203 = v153 + v33;
                    q211[t] = (unsigned)b2[(int)((unsigned)v134 + (unsigned)v167)];
                    q218[t] = (unsigned)b2[(int)((unsigned)v134 + (unsigned)v173)];
                    q225[t] = (unsigned)b2[(int)((unsigned)v134 + (unsigned)v179)];
                    q232[t] = (unsigned)b2[(int)((unsigned)v134 + (unsigned)v185)];
                    q239[t] = (unsigned)b2[(int)((unsigned)v134 + (unsigned)v191)];
                    q246[t] = (unsigned)b2[(int)((unsigned)v134 + (unsigned)v197)];
                    q253[t] = (unsigned)b2[(int)((unsigned)v134 + (unsigned)v203)];
                    q260[t] = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v154)];
                    q267[t] = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v167)];
                    q274[t] = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v173)];
                    q281[t] = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v179)];
                    q288[t] = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v185)];
                    q295[t] = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v191)];
                    q302[t] = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v197)];
                    q309[t] = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v203)];
                }
                __syncwarp();
                #pragma unroll
                for (int t = 0; t < 2; t++) {
                    const int v153 = i153 + t * 256;
                    const int v154 = v153 + v21;
                    const unsigned v156 = q156[t];
                    const float v160 = b0[v154];
                    const unsigned v161 = (unsigned)b1[v154];
                    const float v164 = v160 * __uint_as_float(v161 << 16);
                    const int v167 = v153 + v22;
                    const float v168 = b0[v167];
                    const unsigned v169 = (unsigned)b1[v167];
                    const float v172 = v168 * __uint_as_float(v169 << 16);
                    const int v173 = v153 + v24;
                    const float v174 = b0[v173];
                    const unsigned v175 = (unsigned)b1[v173];
                    const float v178 = v174 * __uint_as_float(v175 << 16);
                    const int v179 = v153 + v26;
                    const float v180 = b0[v179];
                    const unsigned v181 = (unsigned)b1[v179];
                    const float v184 = v180 * __uint_as_float(v181 << 16);
                    const int v185 = v153 + v27;
                    const float v186 = b0[v185];
                    const unsigned v187 = (unsigned)b1[v185];
                    const float v190 = v186 * __uint_as_float(v187 << 16);
                    const int v191 = v153 + v29;
                    const float v192 = b0[v191];
                    const unsigned v193 = (unsigned)b1[v191];
                    const float v196 = v192 * __uint_as_float(v193 << 16);
                    const int v197 = v153 + v31;
                    const float v198 = b0[v197];
                    const unsigned v199 = (unsigned)b1[v197];
                    const float v202 = v198 * __uint_as_float(v199 << 16);
                    const int v203 = v153 + v33;
                    const float v204 = b0[v203];
                    const unsigned v205 = (unsigned)b1[v203];
                    const float v208 = v204 * __uint_as_float(v205 << 16);
                    v137 = fmaf(__uint_as_float(v156 << 16), v164, v137);
                    const unsigned v211 = q211[t];
                    v138 = fmaf(__uint_as_float(v211 << 16), v172, v138);
                    const unsigned v218 = q218[t];
                    v139 = fmaf(__uint_as_float(v218 << 16), v178, v139);
                    const unsigned v225 = q225[t];
                    v140 = fmaf(__uint_as_float(v225 << 16), v184, v140);
                    const unsigned v232 = q232[t];
                    v141 = fmaf(__uint_as_float(v232 << 16), v190, v141);
                    const unsigned v239 = q239[t];
                    v142 = fmaf(__uint_as_float(v239 << 16), v196, v142);
                    const unsigned v246 = q246[t];
                    v143 = fmaf(__uint_as_float(v246 << 16), v202, v143);
                    const unsigned v253 = q253[t];
                    v144 = fmaf(__uint_as_float(v253 << 16), v208, v144);
                    const unsigned v260 = q260[t];
                    v145 = fmaf(__uint_as_float(v260 << 16), v164, v145);
                    const unsigned v267 = q267[t];
                    v146 = fmaf(__uint_as_float(v267 << 16), v172, v146);
                    const unsigned v274 = q274[t];
                    v147 = fmaf(__uint_as_float(v274 << 16), v178, v147);
                    const unsigned v281 = q281[t];
                    v148 = fmaf(__uint_as_float(v281 << 16), v184, v148);
                    const unsigned v288 = q288[t];
                    v149 = fmaf(__uint_as_float(v288 << 16), v190, v149);
                    const unsigned v295 = q295[t];
                    v150 = fmaf(__uint_as_float(v295 << 16), v196, v150);
                    const unsigned v302 = q302[t];
                    v151 = fmaf(__uint_as_float(v302 << 16), v202, v151);
                    const unsigned v309 = q309[t];
                    v152 = fmaf(__uint_as_float(v309 << 16), v208, v152);
                }
            }
            const float v324 = v137 + v138 + v139 + v140 + v141;
            const float v330 = v324 + v142 + v143 + v144;
            const float v331 = __shfl_xor_sync(0xffffffffu, v330, 16);
            const float v332 = v330 + v331;
            const float v333 = __shfl_xor_sync(0xffffffffu, v332, 8);
            const float v334 = v332 + v333;
            const float v335 = __shfl_xor_sync(0xffffffffu, v334, 4);
            const float v336 = v334 + v335;
            const float v337 = __shfl_xor_sync(0xffffffffu, v336, 2);
            const float v338 = v336 + v337;
            const float v339 = __shfl_xor_sync(0xffffffffu, v338, 1);
            const float v348 = v145 + v146 + v147 + v148 + v149;
            const float v354 = v348 + v150 + v151 + v152;
            const float v356 = (v338 + v339) * v119;
            const float v358 = v120;
            const int v361 = v122;
            const bool v365 = v133 < v37 && (v358 < v356 || (v356 == v358 && v133 < v361));
            const float v366 = __shfl_xor_sync(0xffffffffu, v354, 16);
            const float v367 = v354 + v366;
            const float v368 = __shfl_xor_sync(0xffffffffu, v367, 8);
            const float v369 = v367 + v368;
            const float v370 = __shfl_xor_sync(0xffffffffu, v369, 4);
            const float v371 = v369 + v370;
            const float v372 = __shfl_xor_sync(0xffffffffu, v371, 2);
            const float v373 = v371 + v372;
            const float v374 = __shfl_xor_sync(0xffffffffu, v373, 1);
            const bool v375 = v13 == 0;
            if (v375) {
                b3[v133] = v356;
            }
            v120 = v365 ? v356 : v358;
            v122 = v365 ? v133 : v361;
            const float v384 = (v373 + v374) * v119;
            const float v386 = v120;
            const int v389 = v122;
            const bool v393 = v135 < v37 && (v386 < v384 || (v384 == v386 && v135 < v389));
            if (v375) {
                b3[v135] = v384;
            }
            v120 = v393 ? v384 : v386;
            v122 = v393 ? v135 : v389;
        }
        for (int v402 = v132; v402 < v36; v402 += 2) {
            const int v403 = (int)((unsigned)v402 * 1536u);
            const int v404 = v402 + 1;
            const bool v407 = 0 <= v404 && v404 < 151936;
            const int v408 = v407 ? 1536 : 0;
            const int v409 = (int)((unsigned)v404 * 1536u);
            float v410 = 0.0f;
            float v411 = 0.0f;
            float v412 = 0.0f;
            float v413 = 0.0f;
            float v414 = 0.0f;
            float v415 = 0.0f;
            float v416 = 0.0f;
            float v417 = 0.0f;
            float v418 = 0.0f;
            float v419 = 0.0f;
            float v420 = 0.0f;
            float v421 = 0.0f;
            float v422 = 0.0f;
            float v423 = 0.0f;
            float v424 = 0.0f;
            float v425 = 0.0f;
            for (int i426 = 0; i426 < 1536; i426 += 512) {
                unsigned q429[2];
                unsigned q484[2];
                unsigned q491[2];
                unsigned q498[2];
                unsigned q505[2];
                unsigned q512[2];
                unsigned q519[2];
                unsigned q526[2];
                unsigned q537[2];
                unsigned q550[2];
                unsigned q562[2];
                unsigned q574[2];
                unsigned q586[2];
                unsigned q598[2];
                unsigned q610[2];
                unsigned q622[2];
                #pragma unroll
                for (int t = 0; t < 2; t++) {
                    const int v426 = i426 + t * 256;
                    const int v427 = v426 + v21;
                    q429[t] = (unsigned)b2[(int)((unsigned)v403 + (unsigned)v427)];
                    const int v440 = v426 + v22;
                    const int v446 = v426 + v24;
                    const int v452 = v426 + v26;
                    const int v458 = v426 + v27;
                    const int v464 = v426 + v29;
                    const int v470 = v426 + v31;
                    const int v476 = v426 + v33;
                    q484[t] = (unsigned)b2[(int)((unsigned)v403 + (unsigned)v440)];
                    q491[t] = (unsigned)b2[(int)((unsigned)v403 + (unsigned)v446)];
                    q498[t] = (unsigned)b2[(int)((unsigned)v403 + (unsigned)v452)];
                    q505[t] = (unsigned)b2[(int)((unsigned)v403 + (unsigned)v458)];
                    q512[t] = (unsigned)b2[(int)((unsigned)v403 + (unsigned)v464)];
                    q519[t] = (unsigned)b2[(int)((unsigned)v403 + (unsigned)v470)];
                    q526[t] = (unsigned)b2[(int)((unsigned)v403 + (unsigned)v476)];
                    const bool v534 = 0 <= v427 && v427 < v408;
                    q537[t] = (unsigned)b2[v534 ? (int)((unsigned)v409 + (unsigned)v427) : 0];
                    const bool v547 = 0 <= v440 && v440 < v408;
                    q550[t] = (unsigned)b2[v547 ? (int)((unsigned)v409 + (unsigned)v440) : 0];
                    const bool v559 = 0 <= v446 && v446 < v408;
                    q562[t] = (unsigned)b2[v559 ? (int)((unsigned)v409 + (unsigned)v446) : 0];
                    const bool v571 = 0 <= v452 && v452 < v408;
                    q574[t] = (unsigned)b2[v571 ? (int)((unsigned)v409 + (unsigned)v452) : 0];
                    const bool v583 = 0 <= v458 && v458 < v408;
                    q586[t] = (unsigned)b2[v583 ? (int)((unsigned)v409 + (unsigned)v458) : 0];
                    const bool v595 = 0 <= v464 && v464 < v408;
                    q598[t] = (unsigned)b2[v595 ? (int)((unsigned)v409 + (unsigned)v464) : 0];
                    const bool v607 = 0 <= v470 && v470 < v408;
                    q610[t] = (unsigned)b2[v607 ? (int)((unsigned)v409 + (unsigned)v470) : 0];
                    const bool v619 = 0 <= v476 && v476 < v408;
                    q622[t] = (unsigned)b2[v619 ? (int)((unsigned)v409 + (unsigned)v476) : 0];
                }
                __syncwarp();
                #pragma unroll
                for (int t = 0; t < 2; t++) {
                    const int v426 = i426 + t * 256;
                    const int v427 = v426 + v21;
                    const unsigned v429 = q429[t];
                    const float v433 = b0[v427];
                    const unsigned v434 = (unsigned)b1[v427];
                    const float v437 = v433 * __uint_as_float(v434 << 16);
                    const int v440 = v426 + v22;
                    const float v441 = b0[v440];
                    const unsigned v442 = (unsigned)b1[v440];
                    const float v445 = v441 * __uint_as_float(v442 << 16);
                    const int v446 = v426 + v24;
                    const float v447 = b0[v446];
                    const unsigned v448 = (unsigned)b1[v446];
                    const float v451 = v447 * __uint_as_float(v448 << 16);
                    const int v452 = v426 + v26;
                    const float v453 = b0[v452];
                    const unsigned v454 = (unsigned)b1[v452];
                    const float v457 = v453 * __uint_as_float(v454 << 16);
                    const int v458 = v426 + v27;
                    const float v459 = b0[v458];
                    const unsigned v460 = (unsigned)b1[v458];
                    const float v463 = v459 * __uint_as_float(v460 << 16);
                    const int v464 = v426 + v29;
                    const float v465 = b0[v464];
                    const unsigned v466 = (unsigned)b1[v464];
                    const float v469 = v465 * __uint_as_float(v466 << 16);
                    const int v470 = v426 + v31;
                    const float v471 = b0[v470];
                    const unsigned v472 = (unsigned)b1[v470];
                    const float v475 = v471 * __uint_as_float(v472 << 16);
                    const int v476 = v426 + v33;
                    const float v477 = b0[v476];
                    const unsigned v478 = (unsigned)b1[v476];
                    const float v481 = v477 * __uint_as_float(v478 << 16);
                    v410 = fmaf(__uint_as_float(v429 << 16), v437, v410);
                    const unsigned v484 = q484[t];
                    v411 = fmaf(__uint_as_float(v484 << 16), v445, v411);
                    const unsigned v491 = q491[t];
                    v412 = fmaf(__uint_as_float(v491 << 16), v451, v412);
                    const unsigned v498 = q498[t];
                    v413 = fmaf(__uint_as_float(v498 << 16), v457, v413);
                    const unsigned v505 = q505[t];
                    v414 = fmaf(__uint_as_float(v505 << 16), v463, v414);
                    const unsigned v512 = q512[t];
                    v415 = fmaf(__uint_as_float(v512 << 16), v469, v415);
                    const unsigned v519 = q519[t];
                    v416 = fmaf(__uint_as_float(v519 << 16), v475, v416);
                    const unsigned v526 = q526[t];
                    v417 = fmaf(__uint_as_float(v526 << 16), v481, v417);
                    const bool v534 = 0 <= v427 && v427 < v408;
                    const unsigned v537 = q537[t];
                    v418 = fmaf(__uint_as_float((v534 ? v537 : 0u) << 16), v437, v418);
                    const bool v547 = 0 <= v440 && v440 < v408;
                    const unsigned v550 = q550[t];
                    v419 = fmaf(__uint_as_float((v547 ? v550 : 0u) << 16), v445, v419);
                    const bool v559 = 0 <= v446 && v446 < v408;
                    const unsigned v562 = q562[t];
                    v420 = fmaf(__uint_as_float((v559 ? v562 : 0u) << 16), v451, v420);
                    const bool v571 = 0 <= v452 && v452 < v408;
                    const unsigned v574 = q574[t];
                    v421 = fmaf(__uint_as_float((v571 ? v574 : 0u) << 16), v457, v421);
                    const bool v583 = 0 <= v458 && v458 < v408;
                    const unsigned v586 = q586[t];
                    v422 = fmaf(__uint_as_float((v583 ? v586 : 0u) << 16), v463, v422);
                    const bool v595 = 0 <= v464 && v464 < v408;
                    const unsigned v598 = q598[t];
                    v423 = fmaf(__uint_as_float((v595 ? v598 : 0u) << 16), v469, v423);
                    const bool v607 = 0 <= v470 && v470 < v408;
                    const unsigned v610 = q610[t];
                    v424 = fmaf(__uint_as_float((v607 ? v610 : 0u) << 16), v475, v424);
                    const bool v619 = 0 <= v476 && v476 < v408;
                    const unsigned v622 = q622[t];
                    v425 = fmaf(__uint_as_float((v619 ? v622 : 0u) << 16), v481, v425);
                }
            }
            const float v638 = v410 + v411 + v412 + v413 + v414;
            const float v644 = v638 + v415 + v416 + v417;
            const float v645 = __shfl_xor_sync(0xffffffffu, v644, 16);
            const float v646 = v644 + v645;
            const float v647 = __shfl_xor_sync(0xffffffffu, v646, 8);
            const float v648 = v646 + v647;
            const float v649 = __shfl_xor_sync(0xffffffffu, v648, 4);
            const float v650 = v648 + v649;
            const float v651 = __shfl_xor_sync(0xffffffffu, v650, 2);
            const float v652 = v650 + v651;
            const float v653 = __shfl_xor_sync(0xffffffffu, v652, 1);
            const float v662 = v418 + v419 + v420 + v421 + v422;
            const float v668 = v662 + v423 + v424 + v425;
            const float v670 = (v652 + v653) * v119;
            const float v672 = v120;
            const int v675 = v122;
            const bool v679 = v402 < v37 && (v672 < v670 || (v670 == v672 && v402 < v675));
            const float v680 = __shfl_xor_sync(0xffffffffu, v668, 16);
            const float v681 = v668 + v680;
            const float v682 = __shfl_xor_sync(0xffffffffu, v681, 8);
            const float v683 = v681 + v682;
            const float v684 = __shfl_xor_sync(0xffffffffu, v683, 4);
            const float v685 = v683 + v684;
            const float v686 = __shfl_xor_sync(0xffffffffu, v685, 2);
            const float v687 = v685 + v686;
            const float v688 = __shfl_xor_sync(0xffffffffu, v687, 1);
            const bool v689 = v13 == 0;
            if (v689) {
                b3[v402] = v670;
            }
            v120 = v679 ? v670 : v672;
            v122 = v679 ? v402 : v675;
            const float v698 = (v687 + v688) * v119;
            const float v700 = v120;
            const int v703 = v122;
            const bool v707 = v404 < v37 && (v700 < v698 || (v698 == v700 && v404 < v703));
            if (v689) {
                if (v407) {
                    b3[v404] = v698;
                }
            }
            v120 = v707 ? v698 : v700;
            v122 = v707 ? v404 : v703;
        }
        const bool v718 = v13 == 0;
        const int v719 = v34 / 16;
        const float v720 = v120;
        if (v718) {
            b4[v719] = v720;
        }
        const int v724 = v122;
        if (v718) {
            b5[v719] = v724;
        }
    }
}

// tessera kernel norm_lm_head_argmax entry ts_norm_lm_head_argmax__wide wide 1 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:151936*1536,o32:logits:32:151936,w32:val:32:9496,w32:idx:32:9496 sizes 1 threads 128 teams 4 count 9496 shared 0 cost 983041
extern "C" __global__ void __launch_bounds__(128) ts_norm_lm_head_argmax__wide(
    const float *b0, // x
    const unsigned short *b1, // gamma
    const unsigned short *b2, // w
    float *b3, // logits
    float *b4, // val
    int *b5, // idx
    const int *s0) // valid
{
    take_turn();
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 32;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 31;
    for (int v17 = v7; v17 < 9496; v17 += v10) {
        const int v21 = v13 * 8;
        const int v23 = v17 * 16;
        const int v25 = min(151936, v23 + 16);
        const int v27 = s0[0];
        const int v28 = v21 + 1;
        const int v29 = v21 + 2;
        const int v30 = v21 + 3;
        const int v31 = v21 + 4;
        const int v33 = v21 + 5;
        const int v35 = v21 + 6;
        const int v37 = v21 + 7;
        float v38 = 0.0f;
        float v39 = 0.0f;
        float v40 = 0.0f;
        float v41 = 0.0f;
        float v42 = 0.0f;
        float v43 = 0.0f;
        float v44 = 0.0f;
        float v45 = 0.0f;
        for (int v47 = 0; v47 < 1536; v47 += 256) {
            const int v49 = (v47 + v21) >> 2;
            const uint4 v50 = ((const uint4 *)b0)[v49];
            const float v52 = __uint_as_float(v50.x);
            const float v56 = __uint_as_float(v50.y);
            const float v58 = __uint_as_float(v50.z);
            const float v60 = __uint_as_float(v50.w);
            const uint4 v62 = ((const uint4 *)b0)[v49 + 1];
            const float v64 = __uint_as_float(v62.x);
            const float v66 = __uint_as_float(v62.y);
            const float v68 = __uint_as_float(v62.z);
            const float v70 = __uint_as_float(v62.w);
            v38 = fmaf(v52, v52, v38);
            v39 = fmaf(v56, v56, v39);
            v40 = fmaf(v58, v58, v40);
            v41 = fmaf(v60, v60, v41);
            v42 = fmaf(v64, v64, v42);
            v43 = fmaf(v66, v66, v43);
            v44 = fmaf(v68, v68, v44);
            v45 = fmaf(v70, v70, v45);
        }
        const float v102 = v38 + v39 + v40 + v41 + v42;
        const float v108 = v102 + v43 + v44 + v45;
        const float v109 = __shfl_xor_sync(0xffffffffu, v108, 16);
        const float v110 = v108 + v109;
        const float v111 = __shfl_xor_sync(0xffffffffu, v110, 8);
        const float v112 = v110 + v111;
        const float v113 = __shfl_xor_sync(0xffffffffu, v112, 4);
        const float v114 = v112 + v113;
        const float v115 = __shfl_xor_sync(0xffffffffu, v114, 2);
        const float v116 = v114 + v115;
        const float v117 = __shfl_xor_sync(0xffffffffu, v116, 1);
        const float v124 = rsqrtf((v116 + v117) / 1536.0f + 1e-06f);
        float v125 = -__int_as_float(0x7f800000);
        int v127 = 2147483647;
        const unsigned v129 = (unsigned)v23;
        const unsigned v135 = v129 + ((unsigned)v25 - v129) / 2u * 2u;
        const int v137 = v23 < v25 ? (int)v135 : v23;
        for (int v138 = v23; v138 < v137; v138 += 2) {
            const int v139 = (int)((unsigned)v138 * 1536u);
            const int v140 = v138 + 1;
            const int v141 = (int)((unsigned)v140 * 1536u);
            float v142 = 0.0f;
            float v143 = 0.0f;
            float v144 = 0.0f;
            float v145 = 0.0f;
            float v146 = 0.0f;
            float v147 = 0.0f;
            float v148 = 0.0f;
            float v149 = 0.0f;
            float v150 = 0.0f;
            float v151 = 0.0f;
            float v152 = 0.0f;
            float v153 = 0.0f;
            float v154 = 0.0f;
            float v155 = 0.0f;
            float v156 = 0.0f;
            float v157 = 0.0f;
            for (int i158 = 0; i158 < 1536; i158 += 768) {
                uint4 q162[3];
                uint4 q277[3];
                #pragma unroll
                for (int t = 0; t < 3; t++) {
                    const int v158 = i158 + t * 256;
                    const int v159 = v158 + v21;
                    q162[t] = ((const uint4 *)b2)[(int)((unsigned)v139 + (unsigned)v159) >> 3];
                    q277[t] = ((const uint4 *)b2)[(int)((unsigned)v141 + (unsigned)v159) >> 3];
                }
                __syncwarp();
                #pragma unroll
                for (int t = 0; t < 3; t++) {
                    const int v158 = i158 + t * 256;
                    const int v159 = v158 + v21;
                    const uint4 v162 = q162[t];
                    const int v169 = v159 >> 2;
                    const uint4 v170 = ((const uint4 *)b0)[v169];
                    const uint4 v174 = ((const uint4 *)b1)[v159 >> 3];
                    const float v179 = __uint_as_float(v170.x) * __uint_as_float((v174.x & 0xffffu) << 16);
                    const float v187 = __uint_as_float(v170.y) * __uint_as_float((v174.x >> 16) << 16);
                    const float v194 = __uint_as_float(v170.z) * __uint_as_float((v174.y & 0xffffu) << 16);
                    const float v200 = __uint_as_float(v170.w) * __uint_as_float((v174.y >> 16) << 16);
                    const uint4 v202 = ((const uint4 *)b0)[v169 + 1];
                    const float v209 = __uint_as_float(v202.x) * __uint_as_float((v174.z & 0xffffu) << 16);
                    const float v215 = __uint_as_float(v202.y) * __uint_as_float((v174.z >> 16) << 16);
                    const float v222 = __uint_as_float(v202.z) * __uint_as_float((v174.w & 0xffffu) << 16);
                    const float v228 = __uint_as_float(v202.w) * __uint_as_float((v174.w >> 16) << 16);
                    v142 = fmaf(__uint_as_float((v162.x & 0xffffu) << 16), v179, v142);
                    v143 = fmaf(__uint_as_float((v162.x >> 16) << 16), v187, v143);
                    v144 = fmaf(__uint_as_float((v162.y & 0xffffu) << 16), v194, v144);
                    v145 = fmaf(__uint_as_float((v162.y >> 16) << 16), v200, v145);
                    v146 = fmaf(__uint_as_float((v162.z & 0xffffu) << 16), v209, v146);
                    v147 = fmaf(__uint_as_float((v162.z >> 16) << 16), v215, v147);
                    v148 = fmaf(__uint_as_float((v162.w & 0xffffu) << 16), v222, v148);
                    v149 = fmaf(__uint_as_float((v162.w >> 16) << 16), v228, v149);
                    const uint4 v277 = q277[t];
                    v150 = fmaf(__uint_as_float((v277.x & 0xffffu) << 16), v179, v150);
                    v151 = fmaf(__uint_as_float((v277.x >> 16) << 16), v187, v151);
                    v152 = fmaf(__uint_as_float((v277.y & 0xffffu) << 16), v194, v152);
                    v153 = fmaf(__uint_as_float((v277.y >> 16) << 16), v200, v153);
                    v154 = fmaf(__uint_as_float((v277.z & 0xffffu) << 16), v209, v154);
                    v155 = fmaf(__uint_as_float((v277.z >> 16) << 16), v215, v155);
                    v156 = fmaf(__uint_as_float((v277.w & 0xffffu) << 16), v222, v156);
                    v157 = fmaf(__uint_as_float((v277.w >> 16) << 16), v228, v157);
                }
            }
            const float v339 = v142 + v143 + v144 + v145 + v146;
            const float v345 = v339 + v147 + v148 + v149;
            const float v346 = __shfl_xor_sync(0xffffffffu, v345, 16);
            const float v347 = v345 + v346;
            const float v348 = __shfl_xor_sync(0xffffffffu, v347, 8);
            const float v349 = v347 + v348;
            const float v350 = __shfl_xor_sync(0xffffffffu, v349, 4);
            const float v351 = v349 + v350;
            const float v352 = __shfl_xor_sync(0xffffffffu, v351, 2);
            const float v353 = v351 + v352;
            const float v354 = __shfl_xor_sync(0xffffffffu, v353, 1);
            const float v363 = v150 + v151 + v152 + v153 + v154;
            const float v369 = v363 + v155 + v156 + v157;
            const float v371 = (v353 + v354) * v124;
            const float v373 = v125;
            const int v376 = v127;
            const bool v380 = v138 < v27 && (v373 < v371 || (v371 == v373 && v138 < v376));
            const float v381 = __shfl_xor_sync(0xffffffffu, v369, 16);
            const float v382 = v369 + v381;
            const float v383 = __shfl_xor_sync(0xffffffffu, v382, 8);
            const float v384 = v382 + v383;
            const float v385 = __shfl_xor_sync(0xffffffffu, v384, 4);
            const float v386 = v384 + v385;
            const float v387 = __shfl_xor_sync(0xffffffffu, v386, 2);
            const float v388 = v386 + v387;
            const float v389 = __shfl_xor_sync(0xffffffffu, v388, 1);
            const bool v390 = v13 == 0;
            if (v390) {
                b3[v138] = v371;
            }
            v125 = v380 ? v371 : v373;
            v127 = v380 ? v138 : v376;
            const float v399 = (v388 + v389) * v124;
            const float v401 = v125;
            const int v404 = v127;
            const bool v408 = v140 < v27 && (v401 < v399 || (v399 == v401 && v140 < v404));
            if (v390) {
                b3[v140] = v399;
            }
            v125 = v408 ? v399 : v401;
            v127 = v408 ? v140 : v404;
        }
        for (int v417 = v137; v417 < v25; v417 += 2) {
            const int v418 = (int)((unsigned)v417 * 1536u);
            const int v419 = v417 + 1;
            const bool v422 = 0 <= v419 && v419 < 151936;
            const int v423 = v422 ? 1536 : 0;
            const int v424 = (int)((unsigned)v419 * 1536u);
            float v425 = 0.0f;
            float v426 = 0.0f;
            float v427 = 0.0f;
            float v428 = 0.0f;
            float v429 = 0.0f;
            float v430 = 0.0f;
            float v431 = 0.0f;
            float v432 = 0.0f;
            float v433 = 0.0f;
            float v434 = 0.0f;
            float v435 = 0.0f;
            float v436 = 0.0f;
            float v437 = 0.0f;
            float v438 = 0.0f;
            float v439 = 0.0f;
            float v440 = 0.0f;
            for (int i441 = 0; i441 < 1536; i441 += 512) {
                uint4 q445[2];
                unsigned q564[2];
                unsigned q577[2];
                unsigned q590[2];
                unsigned q603[2];
                unsigned q616[2];
                unsigned q629[2];
                unsigned q642[2];
                unsigned q655[2];
                #pragma unroll
                for (int t = 0; t < 2; t++) {
                    const int v441 = i441 + t * 256;
                    const int v442 = v441 + v21;
                    q445[t] = ((const uint4 *)b2)[(int)((unsigned)v418 + (unsigned)v442) >> 3];
                    const bool v561 = 0 <= v442 && v442 < v423;
                    q564[t] = (unsigned)b2[v561 ? (int)((unsigned)v424 + (unsigned)v442) : 0];
                    const int v571 = v441 + v28;
                    const bool v574 = 0 <= v571 && v571 < v423;
                    q577[t] = (unsigned)b2[v574 ? (int)((unsigned)v424 + (unsigned)v571) : 0];
                    const int v584 = v441 + v29;
                    const bool v587 = 0 <= v584 && v584 < v423;
                    q590[t] = (unsigned)b2[v587 ? (int)((unsigned)v424 + (unsigned)v584) : 0];
                    const int v597 = v441 + v30;
                    const bool v600 = 0 <= v597 && v597 < v423;
                    q603[t] = (unsigned)b2[v600 ? (int)((unsigned)v424 + (unsigned)v597) : 0];
                    const int v610 = v441 + v31;
                    const bool v613 = 0 <= v610 && v610 < v423;
                    q616[t] = (unsigned)b2[v613 ? (int)((unsigned)v424 + (unsigned)v610) : 0];
                    const int v623 = v441 + v33;
                    const bool v626 = 0 <= v623 && v623 < v423;
                    q629[t] = (unsigned)b2[v626 ? (int)((unsigned)v424 + (unsigned)v623) : 0];
                    const int v636 = v441 + v35;
                    const bool v639 = 0 <= v636 && v636 < v423;
                    q642[t] = (unsigned)b2[v639 ? (int)((unsigned)v424 + (unsigned)v636) : 0];
                    const int v649 = v441 + v37;
                    const bool v652 = 0 <= v649 && v649 < v423;
                    q655[t] = (unsigned)b2[v652 ? (int)((unsigned)v424 + (unsigned)v649) : 0];
                }
                __syncwarp();
                #pragma unroll
                for (int t = 0; t < 2; t++) {
                    const int v441 = i441 + t * 256;
                    const int v442 = v441 + v21;
                    const uint4 v445 = q445[t];
                    const int v452 = v442 >> 2;
                    const uint4 v453 = ((const uint4 *)b0)[v452];
                    const uint4 v457 = ((const uint4 *)b1)[v442 >> 3];
                    const float v462 = __uint_as_float(v453.x) * __uint_as_float((v457.x & 0xffffu) << 16);
                    const float v470 = __uint_as_float(v453.y) * __uint_as_float((v457.x >> 16) << 16);
                    const float v477 = __uint_as_float(v453.z) * __uint_as_float((v457.y & 0xffffu) << 16);
                    const float v483 = __uint_as_float(v453.w) * __uint_as_float((v457.y >> 16) << 16);
                    const uint4 v485 = ((const uint4 *)b0)[v452 + 1];
                    const float v492 = __uint_as_float(v485.x) * __uint_as_float((v457.z & 0xffffu) << 16);
                    const float v498 = __uint_as_float(v485.y) * __uint_as_float((v457.z >> 16) << 16);
                    const float v505 = __uint_as_float(v485.z) * __uint_as_float((v457.w & 0xffffu) << 16);
                    const float v511 = __uint_as_float(v485.w) * __uint_as_float((v457.w >> 16) << 16);
                    v425 = fmaf(__uint_as_float((v445.x & 0xffffu) << 16), v462, v425);
                    v426 = fmaf(__uint_as_float((v445.x >> 16) << 16), v470, v426);
                    v427 = fmaf(__uint_as_float((v445.y & 0xffffu) << 16), v477, v427);
                    v428 = fmaf(__uint_as_float((v445.y >> 16) << 16), v483, v428);
                    v429 = fmaf(__uint_as_float((v445.z & 0xffffu) << 16), v492, v429);
                    v430 = fmaf(__uint_as_float((v445.z >> 16) << 16), v498, v430);
                    v431 = fmaf(__uint_as_float((v445.w & 0xffffu) << 16), v505, v431);
                    v432 = fmaf(__uint_as_float((v445.w >> 16) << 16), v511, v432);
                    const bool v561 = 0 <= v442 && v442 < v423;
                    const unsigned v564 = q564[t];
                    v433 = fmaf(__uint_as_float((v561 ? v564 : 0u) << 16), v462, v433);
                    const int v571 = v441 + v28;
                    const bool v574 = 0 <= v571 && v571 < v423;
                    const unsigned v577 = q577[t];
                    v434 = fmaf(__uint_as_float((v574 ? v577 : 0u) << 16), v470, v434);
                    const int v584 = v441 + v29;
                    const bool v587 = 0 <= v584 && v584 < v423;
                    const unsigned v590 = q590[t];
                    v435 = fmaf(__uint_as_float((v587 ? v590 : 0u) << 16), v477, v435);
                    const int v597 = v441 + v30;
                    const bool v600 = 0 <= v597 && v597 < v423;
                    const unsigned v603 = q603[t];
                    v436 = fmaf(__uint_as_float((v600 ? v603 : 0u) << 16), v483, v436);
                    const int v610 = v441 + v31;
                    const bool v613 = 0 <= v610 && v610 < v423;
                    const unsigned v616 = q616[t];
                    v437 = fmaf(__uint_as_float((v613 ? v616 : 0u) << 16), v492, v437);
                    const int v623 = v441 + v33;
                    const bool v626 = 0 <= v623 && v623 < v423;
                    const unsigned v629 = q629[t];
                    v438 = fmaf(__uint_as_float((v626 ? v629 : 0u) << 16), v498, v438);
                    const int v636 = v441 + v35;
                    const bool v639 = 0 <= v636 && v636 < v423;
                    const unsigned v642 = q642[t];
                    v439 = fmaf(__uint_as_float((v639 ? v642 : 0u) << 16), v505, v439);
                    const int v649 = v441 + v37;
                    const bool v652 = 0 <= v649 && v649 < v423;
                    const unsigned v655 = q655[t];
                    v440 = fmaf(__uint_as_float((v652 ? v655 : 0u) << 16), v511, v440);
                }
            }
            const float v671 = v425 + v426 + v427 + v428 + v429;
            const float v677 = v671 + v430 + v431 + v432;
            const float v678 = __shfl_xor_sync(0xffffffffu, v677, 16);
            const float v679 = v677 + v678;
            const float v680 = __shfl_xor_sync(0xffffffffu, v679, 8);
            const float v681 = v679 + v680;
            const float v682 = __shfl_xor_sync(0xffffffffu, v681, 4);
            const float v683 = v681 + v682;
            const float v684 = __shfl_xor_sync(0xffffffffu, v683, 2);
            const float v685 = v683 + v684;
            const float v686 = __shfl_xor_sync(0xffffffffu, v685, 1);
            const float v695 = v433 + v434 + v435 + v436 + v437;
            const float v701 = v695 + v438 + v439 + v440;
            const float v703 = (v685 + v686) * v124;
            const float v705 = v125;
            const int v708 = v127;
            const bool v712 = v417 < v27 && (v705 < v703 || (v703 == v705 && v417 < v708));
            const float v713 = __shfl_xor_sync(0xffffffffu, v701, 16);
            const float v714 = v701 + v713;
            const float v715 = __shfl_xor_sync(0xffffffffu, v714, 8);
            const float v716 = v714 + v715;
            const float v717 = __shfl_xor_sync(0xffffffffu, v716, 4);
            const float v718 = v716 + v717;
            const float v719 = __shfl_xor_sync(0xffffffffu, v718, 2);
            const float v720 = v718 + v719;
            const float v721 = __shfl_xor_sync(0xffffffffu, v720, 1);
            const bool v722 = v13 == 0;
            if (v722) {
                b3[v417] = v703;
            }
            v125 = v712 ? v703 : v705;
            v127 = v712 ? v417 : v708;
            const float v731 = (v720 + v721) * v124;
            const float v733 = v125;
            const int v736 = v127;
            const bool v740 = v419 < v27 && (v733 < v731 || (v731 == v733 && v419 < v736));
            if (v722) {
                if (v422) {
                    b3[v419] = v731;
                }
            }
            v125 = v740 ? v731 : v733;
            v127 = v740 ? v419 : v736;
        }
        const bool v751 = v13 == 0;
        const int v752 = v23 / 16;
        const float v753 = v125;
        if (v751) {
            b4[v752] = v753;
        }
        const int v757 = v127;
        if (v751) {
            b5[v752] = v757;
        }
    }
}

// tessera kernel norm_lm_head_argmax__final entry ts_norm_lm_head_argmax__final wide 0 params i32:val:32:9496,i32:idx:32:9496,o32:token:32:1 sizes 1 threads 256 teams 1 count 1 shared 64 cost 1
extern "C" __global__ void __launch_bounds__(256) ts_norm_lm_head_argmax__final(
    const float *b0, // val
    const int *b1, // idx
    unsigned *b2, // token
    const int *s0) // valid
{
    __shared__ unsigned shared[16];
    take_turn();
    const int v1 = (int)blockIdx.x;
    const int v3 = (int)gridDim.x;
    const int v5 = (int)threadIdx.x;
    for (int v6 = v1; v6 < 1; v6 += v3) {
        const int v9 = s0[0];
        const int v14 = v9 / 16 + min(v9 % 16, 1);
        float v16 = -__int_as_float(0x7f800000);
        int v18 = 2147483647;
        for (int v19 = 0; v19 < v14; v19 += 256) {
            const int v20 = v19 + v5;
            const float v22 = v16;
            const bool v25 = 0 <= v20 && v20 < 9496;
            const int v26 = v25 ? v20 : 0;
            const float v27 = b0[v26];
            const float v29 = v25 ? v27 : 0.0f;
            const int v32 = b1[v26];
            const int v33 = v25 ? v32 : 0;
            const int v34 = v18;
            const bool v38 = v20 < v14 && (v22 < v29 || (v29 == v22 && v33 < v34));
            v16 = v38 ? v29 : v22;
            v18 = v38 ? v33 : v34;
        }
        const float v44 = v16;
        const float v45 = fmaxf(-__int_as_float(0x7f800000), v44);
        const float v46 = __shfl_xor_sync(0xffffffffu, v45, 16);
        const float v47 = fmaxf(v45, v46);
        const float v48 = __shfl_xor_sync(0xffffffffu, v47, 8);
        const float v49 = fmaxf(v47, v48);
        const float v50 = __shfl_xor_sync(0xffffffffu, v49, 4);
        const float v51 = fmaxf(v49, v50);
        const float v52 = __shfl_xor_sync(0xffffffffu, v51, 2);
        const float v53 = fmaxf(v51, v52);
        const float v54 = __shfl_xor_sync(0xffffffffu, v53, 1);
        const float v56 = fmaxf(v53, v54);
        __syncthreads();
        const bool v59 = v5 % 32 == 0;
        if (v59) {
            shared[v5 / 32] = __float_as_uint(v56);
        }
        __syncthreads();
        const unsigned v66 = shared[0];
        const unsigned v68 = shared[1];
        const unsigned v72 = shared[2];
        const unsigned v76 = shared[3];
        const unsigned v80 = shared[4];
        const float v82 = fmaxf(fmaxf(fmaxf(fmaxf(__uint_as_float(v66), __uint_as_float(v68)), __uint_as_float(v72)), __uint_as_float(v76)), __uint_as_float(v80));
        const unsigned v84 = shared[5];
        const unsigned v88 = shared[6];
        const unsigned v92 = shared[7];
        const bool v95 = v44 == fmaxf(fmaxf(fmaxf(v82, __uint_as_float(v84)), __uint_as_float(v88)), __uint_as_float(v92));
        const int v98 = min(2147483647, v95 ? v18 : 2147483647);
        const int v99 = __shfl_xor_sync(0xffffffffu, v98, 16);
        const int v100 = min(v98, v99);
        const int v101 = __shfl_xor_sync(0xffffffffu, v100, 8);
        const int v102 = min(v100, v101);
        const int v103 = __shfl_xor_sync(0xffffffffu, v102, 4);
        const int v104 = min(v102, v103);
        const int v105 = __shfl_xor_sync(0xffffffffu, v104, 2);
        const int v106 = min(v104, v105);
        const int v107 = __shfl_xor_sync(0xffffffffu, v106, 1);
        const int v108 = min(v106, v107);
        __syncthreads();
        if (v59) {
            shared[v5 / 32] = (unsigned)v108;
        }
        __syncthreads();
        const unsigned v117 = shared[0];
        const unsigned v119 = shared[1];
        const unsigned v122 = shared[2];
        const unsigned v125 = shared[3];
        const unsigned v128 = shared[4];
        const int v130 = min(min(min(min((int)v117, (int)v119), (int)v122), (int)v125), (int)v128);
        const unsigned v131 = shared[5];
        const unsigned v134 = shared[6];
        const unsigned v137 = shared[7];
        const int v139 = min(min(min(v130, (int)v131), (int)v134), (int)v137);
        const unsigned v143 = (unsigned)max(v139 == 2147483647 ? 0 : v139, 0);
        if (v5 == 0) {
            b2[0] = v143;
        }
    }
}
