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
            const float v357 = __shfl_xor_sync(0xffffffffu, v354, 16);
            const float v358 = v354 + v357;
            const float v359 = __shfl_xor_sync(0xffffffffu, v358, 8);
            const float v360 = v358 + v359;
            const float v361 = __shfl_xor_sync(0xffffffffu, v360, 4);
            const float v362 = v360 + v361;
            const float v363 = __shfl_xor_sync(0xffffffffu, v362, 2);
            const float v364 = v362 + v363;
            const float v365 = __shfl_xor_sync(0xffffffffu, v364, 1);
            const bool v366 = v13 == 0;
            if (v366) {
                b3[v133] = v356;
            }
            const float v372 = v120;
            const bool v376 = v37 <= v133 || (v356 <= v372 || v372 != v372);
            v120 = v376 ? v372 : v356;
            v122 = v376 ? v122 : v133;
            const float v382 = (v364 + v365) * v119;
            if (v366) {
                b3[v135] = v382;
            }
            const float v387 = v120;
            const bool v391 = v37 <= v135 || (v382 <= v387 || v387 != v387);
            v120 = v391 ? v387 : v382;
            v122 = v391 ? v122 : v135;
        }
        for (int v398 = v132; v398 < v36; v398 += 2) {
            const int v399 = (int)((unsigned)v398 * 1536u);
            const int v400 = v398 + 1;
            const bool v403 = 0 <= v400 && v400 < 151936;
            const int v404 = v403 ? 1536 : 0;
            const int v405 = (int)((unsigned)v400 * 1536u);
            float v406 = 0.0f;
            float v407 = 0.0f;
            float v408 = 0.0f;
            float v409 = 0.0f;
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
            for (int i422 = 0; i422 < 1536; i422 += 512) {
                unsigned q425[2];
                unsigned q480[2];
                unsigned q487[2];
                unsigned q494[2];
                unsigned q501[2];
                unsigned q508[2];
                unsigned q515[2];
                unsigned q522[2];
                unsigned q533[2];
                unsigned q546[2];
                unsigned q558[2];
                unsigned q570[2];
                unsigned q582[2];
                unsigned q594[2];
                unsigned q606[2];
                unsigned q618[2];
                #pragma unroll
                for (int t = 0; t < 2; t++) {
                    const int v422 = i422 + t * 256;
                    const int v423 = v422 + v21;
                    q425[t] = (unsigned)b2[(int)((unsigned)v399 + (unsigned)v423)];
                    const int v436 = v422 + v22;
                    const int v442 = v422 + v24;
                    const int v448 = v422 + v26;
                    const int v454 = v422 + v27;
                    const int v460 = v422 + v29;
                    const int v466 = v422 + v31;
                    const int v472 = v422 + v33;
                    q480[t] = (unsigned)b2[(int)((unsigned)v399 + (unsigned)v436)];
                    q487[t] = (unsigned)b2[(int)((unsigned)v399 + (unsigned)v442)];
                    q494[t] = (unsigned)b2[(int)((unsigned)v399 + (unsigned)v448)];
                    q501[t] = (unsigned)b2[(int)((unsigned)v399 + (unsigned)v454)];
                    q508[t] = (unsigned)b2[(int)((unsigned)v399 + (unsigned)v460)];
                    q515[t] = (unsigned)b2[(int)((unsigned)v399 + (unsigned)v466)];
                    q522[t] = (unsigned)b2[(int)((unsigned)v399 + (unsigned)v472)];
                    const bool v530 = 0 <= v423 && v423 < v404;
                    q533[t] = (unsigned)b2[v530 ? (int)((unsigned)v405 + (unsigned)v423) : 0];
                    const bool v543 = 0 <= v436 && v436 < v404;
                    q546[t] = (unsigned)b2[v543 ? (int)((unsigned)v405 + (unsigned)v436) : 0];
                    const bool v555 = 0 <= v442 && v442 < v404;
                    q558[t] = (unsigned)b2[v555 ? (int)((unsigned)v405 + (unsigned)v442) : 0];
                    const bool v567 = 0 <= v448 && v448 < v404;
                    q570[t] = (unsigned)b2[v567 ? (int)((unsigned)v405 + (unsigned)v448) : 0];
                    const bool v579 = 0 <= v454 && v454 < v404;
                    q582[t] = (unsigned)b2[v579 ? (int)((unsigned)v405 + (unsigned)v454) : 0];
                    const bool v591 = 0 <= v460 && v460 < v404;
                    q594[t] = (unsigned)b2[v591 ? (int)((unsigned)v405 + (unsigned)v460) : 0];
                    const bool v603 = 0 <= v466 && v466 < v404;
                    q606[t] = (unsigned)b2[v603 ? (int)((unsigned)v405 + (unsigned)v466) : 0];
                    const bool v615 = 0 <= v472 && v472 < v404;
                    q618[t] = (unsigned)b2[v615 ? (int)((unsigned)v405 + (unsigned)v472) : 0];
                }
                __syncwarp();
                #pragma unroll
                for (int t = 0; t < 2; t++) {
                    const int v422 = i422 + t * 256;
                    const int v423 = v422 + v21;
                    const unsigned v425 = q425[t];
                    const float v429 = b0[v423];
                    const unsigned v430 = (unsigned)b1[v423];
                    const float v433 = v429 * __uint_as_float(v430 << 16);
                    const int v436 = v422 + v22;
                    const float v437 = b0[v436];
                    const unsigned v438 = (unsigned)b1[v436];
                    const float v441 = v437 * __uint_as_float(v438 << 16);
                    const int v442 = v422 + v24;
                    const float v443 = b0[v442];
                    const unsigned v444 = (unsigned)b1[v442];
                    const float v447 = v443 * __uint_as_float(v444 << 16);
                    const int v448 = v422 + v26;
                    const float v449 = b0[v448];
                    const unsigned v450 = (unsigned)b1[v448];
                    const float v453 = v449 * __uint_as_float(v450 << 16);
                    const int v454 = v422 + v27;
                    const float v455 = b0[v454];
                    const unsigned v456 = (unsigned)b1[v454];
                    const float v459 = v455 * __uint_as_float(v456 << 16);
                    const int v460 = v422 + v29;
                    const float v461 = b0[v460];
                    const unsigned v462 = (unsigned)b1[v460];
                    const float v465 = v461 * __uint_as_float(v462 << 16);
                    const int v466 = v422 + v31;
                    const float v467 = b0[v466];
                    const unsigned v468 = (unsigned)b1[v466];
                    const float v471 = v467 * __uint_as_float(v468 << 16);
                    const int v472 = v422 + v33;
                    const float v473 = b0[v472];
                    const unsigned v474 = (unsigned)b1[v472];
                    const float v477 = v473 * __uint_as_float(v474 << 16);
                    v406 = fmaf(__uint_as_float(v425 << 16), v433, v406);
                    const unsigned v480 = q480[t];
                    v407 = fmaf(__uint_as_float(v480 << 16), v441, v407);
                    const unsigned v487 = q487[t];
                    v408 = fmaf(__uint_as_float(v487 << 16), v447, v408);
                    const unsigned v494 = q494[t];
                    v409 = fmaf(__uint_as_float(v494 << 16), v453, v409);
                    const unsigned v501 = q501[t];
                    v410 = fmaf(__uint_as_float(v501 << 16), v459, v410);
                    const unsigned v508 = q508[t];
                    v411 = fmaf(__uint_as_float(v508 << 16), v465, v411);
                    const unsigned v515 = q515[t];
                    v412 = fmaf(__uint_as_float(v515 << 16), v471, v412);
                    const unsigned v522 = q522[t];
                    v413 = fmaf(__uint_as_float(v522 << 16), v477, v413);
                    const bool v530 = 0 <= v423 && v423 < v404;
                    const unsigned v533 = q533[t];
                    v414 = fmaf(__uint_as_float((v530 ? v533 : 0u) << 16), v433, v414);
                    const bool v543 = 0 <= v436 && v436 < v404;
                    const unsigned v546 = q546[t];
                    v415 = fmaf(__uint_as_float((v543 ? v546 : 0u) << 16), v441, v415);
                    const bool v555 = 0 <= v442 && v442 < v404;
                    const unsigned v558 = q558[t];
                    v416 = fmaf(__uint_as_float((v555 ? v558 : 0u) << 16), v447, v416);
                    const bool v567 = 0 <= v448 && v448 < v404;
                    const unsigned v570 = q570[t];
                    v417 = fmaf(__uint_as_float((v567 ? v570 : 0u) << 16), v453, v417);
                    const bool v579 = 0 <= v454 && v454 < v404;
                    const unsigned v582 = q582[t];
                    v418 = fmaf(__uint_as_float((v579 ? v582 : 0u) << 16), v459, v418);
                    const bool v591 = 0 <= v460 && v460 < v404;
                    const unsigned v594 = q594[t];
                    v419 = fmaf(__uint_as_float((v591 ? v594 : 0u) << 16), v465, v419);
                    const bool v603 = 0 <= v466 && v466 < v404;
                    const unsigned v606 = q606[t];
                    v420 = fmaf(__uint_as_float((v603 ? v606 : 0u) << 16), v471, v420);
                    const bool v615 = 0 <= v472 && v472 < v404;
                    const unsigned v618 = q618[t];
                    v421 = fmaf(__uint_as_float((v615 ? v618 : 0u) << 16), v477, v421);
                }
            }
            const float v634 = v406 + v407 + v408 + v409 + v410;
            const float v640 = v634 + v411 + v412 + v413;
            const float v641 = __shfl_xor_sync(0xffffffffu, v640, 16);
            const float v642 = v640 + v641;
            const float v643 = __shfl_xor_sync(0xffffffffu, v642, 8);
            const float v644 = v642 + v643;
            const float v645 = __shfl_xor_sync(0xffffffffu, v644, 4);
            const float v646 = v644 + v645;
            const float v647 = __shfl_xor_sync(0xffffffffu, v646, 2);
            const float v648 = v646 + v647;
            const float v649 = __shfl_xor_sync(0xffffffffu, v648, 1);
            const float v658 = v414 + v415 + v416 + v417 + v418;
            const float v664 = v658 + v419 + v420 + v421;
            const float v666 = (v648 + v649) * v119;
            const float v667 = __shfl_xor_sync(0xffffffffu, v664, 16);
            const float v668 = v664 + v667;
            const float v669 = __shfl_xor_sync(0xffffffffu, v668, 8);
            const float v670 = v668 + v669;
            const float v671 = __shfl_xor_sync(0xffffffffu, v670, 4);
            const float v672 = v670 + v671;
            const float v673 = __shfl_xor_sync(0xffffffffu, v672, 2);
            const float v674 = v672 + v673;
            const float v675 = __shfl_xor_sync(0xffffffffu, v674, 1);
            const bool v676 = v13 == 0;
            if (v676) {
                b3[v398] = v666;
            }
            const float v682 = v120;
            const bool v686 = v37 <= v398 || (v666 <= v682 || v682 != v682);
            v120 = v686 ? v682 : v666;
            v122 = v686 ? v122 : v398;
            const float v692 = (v674 + v675) * v119;
            if (v676) {
                if (v403) {
                    b3[v400] = v692;
                }
            }
            const float v699 = v120;
            const bool v703 = v37 <= v400 || (v692 <= v699 || v699 != v699);
            v120 = v703 ? v699 : v692;
            v122 = v703 ? v122 : v400;
        }
        const bool v710 = v13 == 0;
        const int v711 = v34 / 16;
        const float v712 = v120;
        if (v710) {
            b4[v711] = v712;
        }
        const int v716 = v122;
        if (v710) {
            b5[v711] = v716;
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
            const float v372 = __shfl_xor_sync(0xffffffffu, v369, 16);
            const float v373 = v369 + v372;
            const float v374 = __shfl_xor_sync(0xffffffffu, v373, 8);
            const float v375 = v373 + v374;
            const float v376 = __shfl_xor_sync(0xffffffffu, v375, 4);
            const float v377 = v375 + v376;
            const float v378 = __shfl_xor_sync(0xffffffffu, v377, 2);
            const float v379 = v377 + v378;
            const float v380 = __shfl_xor_sync(0xffffffffu, v379, 1);
            const bool v381 = v13 == 0;
            if (v381) {
                b3[v138] = v371;
            }
            const float v387 = v125;
            const bool v391 = v27 <= v138 || (v371 <= v387 || v387 != v387);
            v125 = v391 ? v387 : v371;
            v127 = v391 ? v127 : v138;
            const float v397 = (v379 + v380) * v124;
            if (v381) {
                b3[v140] = v397;
            }
            const float v402 = v125;
            const bool v406 = v27 <= v140 || (v397 <= v402 || v402 != v402);
            v125 = v406 ? v402 : v397;
            v127 = v406 ? v127 : v140;
        }
        for (int v413 = v137; v413 < v25; v413 += 2) {
            const int v414 = (int)((unsigned)v413 * 1536u);
            const int v415 = v413 + 1;
            const bool v418 = 0 <= v415 && v415 < 151936;
            const int v419 = v418 ? 1536 : 0;
            const int v420 = (int)((unsigned)v415 * 1536u);
            float v421 = 0.0f;
            float v422 = 0.0f;
            float v423 = 0.0f;
            float v424 = 0.0f;
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
            for (int i437 = 0; i437 < 1536; i437 += 512) {
                uint4 q441[2];
                unsigned q560[2];
                unsigned q573[2];
                unsigned q586[2];
                unsigned q599[2];
                unsigned q612[2];
                unsigned q625[2];
                unsigned q638[2];
                unsigned q651[2];
                #pragma unroll
                for (int t = 0; t < 2; t++) {
                    const int v437 = i437 + t * 256;
                    const int v438 = v437 + v21;
                    q441[t] = ((const uint4 *)b2)[(int)((unsigned)v414 + (unsigned)v438) >> 3];
                    const bool v557 = 0 <= v438 && v438 < v419;
                    q560[t] = (unsigned)b2[v557 ? (int)((unsigned)v420 + (unsigned)v438) : 0];
                    const int v567 = v437 + v28;
                    const bool v570 = 0 <= v567 && v567 < v419;
                    q573[t] = (unsigned)b2[v570 ? (int)((unsigned)v420 + (unsigned)v567) : 0];
                    const int v580 = v437 + v29;
                    const bool v583 = 0 <= v580 && v580 < v419;
                    q586[t] = (unsigned)b2[v583 ? (int)((unsigned)v420 + (unsigned)v580) : 0];
                    const int v593 = v437 + v30;
                    const bool v596 = 0 <= v593 && v593 < v419;
                    q599[t] = (unsigned)b2[v596 ? (int)((unsigned)v420 + (unsigned)v593) : 0];
                    const int v606 = v437 + v31;
                    const bool v609 = 0 <= v606 && v606 < v419;
                    q612[t] = (unsigned)b2[v609 ? (int)((unsigned)v420 + (unsigned)v606) : 0];
                    const int v619 = v437 + v33;
                    const bool v622 = 0 <= v619 && v619 < v419;
                    q625[t] = (unsigned)b2[v622 ? (int)((unsigned)v420 + (unsigned)v619) : 0];
                    const int v632 = v437 + v35;
                    const bool v635 = 0 <= v632 && v632 < v419;
                    q638[t] = (unsigned)b2[v635 ? (int)((unsigned)v420 + (unsigned)v632) : 0];
                    const int v645 = v437 + v37;
                    const bool v648 = 0 <= v645 && v645 < v419;
                    q651[t] = (unsigned)b2[v648 ? (int)((unsigned)v420 + (unsigned)v645) : 0];
                }
                __syncwarp();
                #pragma unroll
                for (int t = 0; t < 2; t++) {
                    const int v437 = i437 + t * 256;
                    const int v438 = v437 + v21;
                    const uint4 v441 = q441[t];
                    const int v448 = v438 >> 2;
                    const uint4 v449 = ((const uint4 *)b0)[v448];
                    const uint4 v453 = ((const uint4 *)b1)[v438 >> 3];
                    const float v458 = __uint_as_float(v449.x) * __uint_as_float((v453.x & 0xffffu) << 16);
                    const float v466 = __uint_as_float(v449.y) * __uint_as_float((v453.x >> 16) << 16);
                    const float v473 = __uint_as_float(v449.z) * __uint_as_float((v453.y & 0xffffu) << 16);
                    const float v479 = __uint_as_float(v449.w) * __uint_as_float((v453.y >> 16) << 16);
                    const uint4 v481 = ((const uint4 *)b0)[v448 + 1];
                    const float v488 = __uint_as_float(v481.x) * __uint_as_float((v453.z & 0xffffu) << 16);
                    const float v494 = __uint_as_float(v481.y) * __uint_as_float((v453.z >> 16) << 16);
                    const float v501 = __uint_as_float(v481.z) * __uint_as_float((v453.w & 0xffffu) << 16);
                    const float v507 = __uint_as_float(v481.w) * __uint_as_float((v453.w >> 16) << 16);
                    v421 = fmaf(__uint_as_float((v441.x & 0xffffu) << 16), v458, v421);
                    v422 = fmaf(__uint_as_float((v441.x >> 16) << 16), v466, v422);
                    v423 = fmaf(__uint_as_float((v441.y & 0xffffu) << 16), v473, v423);
                    v424 = fmaf(__uint_as_float((v441.y >> 16) << 16), v479, v424);
                    v425 = fmaf(__uint_as_float((v441.z & 0xffffu) << 16), v488, v425);
                    v426 = fmaf(__uint_as_float((v441.z >> 16) << 16), v494, v426);
                    v427 = fmaf(__uint_as_float((v441.w & 0xffffu) << 16), v501, v427);
                    v428 = fmaf(__uint_as_float((v441.w >> 16) << 16), v507, v428);
                    const bool v557 = 0 <= v438 && v438 < v419;
                    const unsigned v560 = q560[t];
                    v429 = fmaf(__uint_as_float((v557 ? v560 : 0u) << 16), v458, v429);
                    const int v567 = v437 + v28;
                    const bool v570 = 0 <= v567 && v567 < v419;
                    const unsigned v573 = q573[t];
                    v430 = fmaf(__uint_as_float((v570 ? v573 : 0u) << 16), v466, v430);
                    const int v580 = v437 + v29;
                    const bool v583 = 0 <= v580 && v580 < v419;
                    const unsigned v586 = q586[t];
                    v431 = fmaf(__uint_as_float((v583 ? v586 : 0u) << 16), v473, v431);
                    const int v593 = v437 + v30;
                    const bool v596 = 0 <= v593 && v593 < v419;
                    const unsigned v599 = q599[t];
                    v432 = fmaf(__uint_as_float((v596 ? v599 : 0u) << 16), v479, v432);
                    const int v606 = v437 + v31;
                    const bool v609 = 0 <= v606 && v606 < v419;
                    const unsigned v612 = q612[t];
                    v433 = fmaf(__uint_as_float((v609 ? v612 : 0u) << 16), v488, v433);
                    const int v619 = v437 + v33;
                    const bool v622 = 0 <= v619 && v619 < v419;
                    const unsigned v625 = q625[t];
                    v434 = fmaf(__uint_as_float((v622 ? v625 : 0u) << 16), v494, v434);
                    const int v632 = v437 + v35;
                    const bool v635 = 0 <= v632 && v632 < v419;
                    const unsigned v638 = q638[t];
                    v435 = fmaf(__uint_as_float((v635 ? v638 : 0u) << 16), v501, v435);
                    const int v645 = v437 + v37;
                    const bool v648 = 0 <= v645 && v645 < v419;
                    const unsigned v651 = q651[t];
                    v436 = fmaf(__uint_as_float((v648 ? v651 : 0u) << 16), v507, v436);
                }
            }
            const float v667 = v421 + v422 + v423 + v424 + v425;
            const float v673 = v667 + v426 + v427 + v428;
            const float v674 = __shfl_xor_sync(0xffffffffu, v673, 16);
            const float v675 = v673 + v674;
            const float v676 = __shfl_xor_sync(0xffffffffu, v675, 8);
            const float v677 = v675 + v676;
            const float v678 = __shfl_xor_sync(0xffffffffu, v677, 4);
            const float v679 = v677 + v678;
            const float v680 = __shfl_xor_sync(0xffffffffu, v679, 2);
            const float v681 = v679 + v680;
            const float v682 = __shfl_xor_sync(0xffffffffu, v681, 1);
            const float v691 = v429 + v430 + v431 + v432 + v433;
            const float v697 = v691 + v434 + v435 + v436;
            const float v699 = (v681 + v682) * v124;
            const float v700 = __shfl_xor_sync(0xffffffffu, v697, 16);
            const float v701 = v697 + v700;
            const float v702 = __shfl_xor_sync(0xffffffffu, v701, 8);
            const float v703 = v701 + v702;
            const float v704 = __shfl_xor_sync(0xffffffffu, v703, 4);
            const float v705 = v703 + v704;
            const float v706 = __shfl_xor_sync(0xffffffffu, v705, 2);
            const float v707 = v705 + v706;
            const float v708 = __shfl_xor_sync(0xffffffffu, v707, 1);
            const bool v709 = v13 == 0;
            if (v709) {
                b3[v413] = v699;
            }
            const float v715 = v125;
            const bool v719 = v27 <= v413 || (v699 <= v715 || v715 != v715);
            v125 = v719 ? v715 : v699;
            v127 = v719 ? v127 : v413;
            const float v725 = (v707 + v708) * v124;
            if (v709) {
                if (v418) {
                    b3[v415] = v725;
                }
            }
            const float v732 = v125;
            const bool v736 = v27 <= v415 || (v725 <= v732 || v732 != v732);
            v125 = v736 ? v732 : v725;
            v127 = v736 ? v127 : v415;
        }
        const bool v743 = v13 == 0;
        const int v744 = v23 / 16;
        const float v745 = v125;
        if (v743) {
            b4[v744] = v745;
        }
        const int v749 = v127;
        if (v743) {
            b5[v744] = v749;
        }
    }
}

// tessera kernel norm_lm_head_argmax__final entry ts_norm_lm_head_argmax__final wide 0 params i32:val:32:9496,i32:idx:32:9496,o32:token:32:1,o32:top:32:1 sizes 1 threads 256 teams 1 count 1 shared 64 cost 1
extern "C" __global__ void __launch_bounds__(256) ts_norm_lm_head_argmax__final(
    const float *b0, // val
    const int *b1, // idx
    unsigned *b2, // token
    float *b3, // top
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
            const bool v24 = 0 <= v20 && v20 < 9496;
            const int v25 = v24 ? v20 : 0;
            const float v26 = b0[v25];
            const float v28 = v24 ? v26 : 0.0f;
            const float v29 = v16;
            const bool v33 = v14 <= v20 || (v28 <= v29 || v29 != v29);
            v16 = v33 ? v29 : v28;
            const int v37 = b1[v25];
            v18 = v33 ? v18 : (v24 ? v37 : 0);
        }
        const float v42 = v16;
        const int v44 = v18;
        const int v46 = min(2147483647, v42 != v42 ? v44 : 2147483647);
        const int v47 = __shfl_xor_sync(0xffffffffu, v46, 16);
        const int v48 = min(v46, v47);
        const int v49 = __shfl_xor_sync(0xffffffffu, v48, 8);
        const int v50 = min(v48, v49);
        const int v51 = __shfl_xor_sync(0xffffffffu, v50, 4);
        const int v52 = min(v50, v51);
        const int v53 = __shfl_xor_sync(0xffffffffu, v52, 2);
        const int v54 = min(v52, v53);
        const int v55 = __shfl_xor_sync(0xffffffffu, v54, 1);
        const int v57 = min(v54, v55);
        __syncthreads();
        const bool v60 = v5 % 32 == 0;
        if (v60) {
            shared[v5 / 32] = (unsigned)v57;
        }
        __syncthreads();
        const float v67 = fmaxf(-__int_as_float(0x7f800000), v42);
        const unsigned v74 = shared[0];
        const unsigned v76 = shared[1];
        const unsigned v79 = shared[2];
        const unsigned v82 = shared[3];
        const unsigned v85 = shared[4];
        const int v87 = min(min(min(min((int)v74, (int)v76), (int)v79), (int)v82), (int)v85);
        const unsigned v88 = shared[5];
        const unsigned v91 = shared[6];
        const unsigned v94 = shared[7];
        const int v96 = min(min(min(v87, (int)v88), (int)v91), (int)v94);
        const bool v97 = v96 != 2147483647;
        const float v98 = __shfl_xor_sync(0xffffffffu, v67, 16);
        const float v99 = fmaxf(v67, v98);
        const float v100 = __shfl_xor_sync(0xffffffffu, v99, 8);
        const float v101 = fmaxf(v99, v100);
        const float v102 = __shfl_xor_sync(0xffffffffu, v101, 4);
        const float v103 = fmaxf(v101, v102);
        const float v104 = __shfl_xor_sync(0xffffffffu, v103, 2);
        const float v105 = fmaxf(v103, v104);
        const float v106 = __shfl_xor_sync(0xffffffffu, v105, 1);
        const float v107 = fmaxf(v105, v106);
        __syncthreads();
        if (v60) {
            shared[v5 / 32] = __float_as_uint(v107);
        }
        __syncthreads();
        const unsigned v115 = shared[0];
        const unsigned v117 = shared[1];
        const unsigned v120 = shared[2];
        const unsigned v123 = shared[3];
        const unsigned v126 = shared[4];
        const float v128 = fmaxf(fmaxf(fmaxf(fmaxf(__uint_as_float(v115), __uint_as_float(v117)), __uint_as_float(v120)), __uint_as_float(v123)), __uint_as_float(v126));
        const unsigned v129 = shared[5];
        const unsigned v132 = shared[6];
        const unsigned v135 = shared[7];
        const float v137 = fmaxf(fmaxf(fmaxf(v128, __uint_as_float(v129)), __uint_as_float(v132)), __uint_as_float(v135));
        const int v140 = min(2147483647, v42 == v137 ? v44 : 2147483647);
        const int v141 = __shfl_xor_sync(0xffffffffu, v140, 16);
        const int v142 = min(v140, v141);
        const int v143 = __shfl_xor_sync(0xffffffffu, v142, 8);
        const int v144 = min(v142, v143);
        const int v145 = __shfl_xor_sync(0xffffffffu, v144, 4);
        const int v146 = min(v144, v145);
        const int v147 = __shfl_xor_sync(0xffffffffu, v146, 2);
        const int v148 = min(v146, v147);
        const int v149 = __shfl_xor_sync(0xffffffffu, v148, 1);
        const int v150 = min(v148, v149);
        __syncthreads();
        if (v60) {
            shared[v5 / 32] = (unsigned)v150;
        }
        __syncthreads();
        const bool v158 = v5 == 0;
        const unsigned v159 = shared[0];
        const unsigned v161 = shared[1];
        const unsigned v164 = shared[2];
        const unsigned v167 = shared[3];
        const unsigned v170 = shared[4];
        const int v172 = min(min(min(min((int)v159, (int)v161), (int)v164), (int)v167), (int)v170);
        const unsigned v173 = shared[5];
        const unsigned v176 = shared[6];
        const unsigned v179 = shared[7];
        const int v182 = v97 ? v96 : min(min(min(v172, (int)v173), (int)v176), (int)v179);
        const unsigned v186 = (unsigned)max(v182 == 2147483647 ? 0 : v182, 0);
        const float v188 = v97 ? __int_as_float(0x7fc00000) : v137;
        if (v158) {
            b2[0] = v186;
        }
        if (v158) {
            b3[0] = v188;
        }
    }
}
