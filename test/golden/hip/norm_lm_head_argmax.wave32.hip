// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel norm_lm_head_argmax entry ts_norm_lm_head_argmax wide 0 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:151936*1536,o32:logits:32:151936,w32:val:32:9496,w32:idx:32:9496 sizes 1 threads 256 teams 8 count 9496 shared 0 cost 983041
extern "C" __global__ void __launch_bounds__(256) ts_norm_lm_head_argmax(
    const float *b0, // x
    const unsigned short *b1, // gamma
    const unsigned short *b2, // w
    float *b3, // logits
    float *b4, // val
    int *b5, // idx
    const int *s0) // valid
{
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 8 + v4 / 32;
    const int v10 = (int)gridDim.x * 8;
    const int v13 = v4 & 31;
    for (int v17 = v7; v17 < 9496; v17 += v10) {
        const int v20 = v13 * 8;
        const int v21 = v20 + 1;
        const int v23 = v20 + 2;
        const int v25 = v20 + 3;
        const int v27 = v20 + 4;
        const int v29 = v20 + 5;
        const int v31 = v20 + 6;
        const int v33 = v20 + 7;
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
            const float v49 = b0[v47 + v20];
            const float v53 = b0[v47 + v21];
            const float v55 = b0[v47 + v23];
            const float v57 = b0[v47 + v25];
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
        const float v104 = __shfl_xor(v103, 16);
        const float v105 = v103 + v104;
        const float v106 = __shfl_xor(v105, 8);
        const float v107 = v105 + v106;
        const float v108 = __shfl_xor(v107, 4);
        const float v109 = v107 + v108;
        const float v110 = __shfl_xor(v109, 2);
        const float v111 = v109 + v110;
        const float v112 = __shfl_xor(v111, 1);
        const float v119 = rsqrtf((v111 + v112) / 1536.0f + 1e-06f);
        float v120 = -__builtin_inff();
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
            #pragma unroll 4
            for (int v153 = 0; v153 < 1536; v153 += 256) {
                const int v154 = v153 + v20;
                const unsigned v156 = (unsigned)b2[(int)((unsigned)v134 + (unsigned)v154)];
                const float v160 = b0[v154];
                const unsigned v161 = (unsigned)b1[v154];
                const float v164 = v160 * __uint_as_float(v161 << 16);
                const int v167 = v153 + v21;
                const float v168 = b0[v167];
                const unsigned v169 = (unsigned)b1[v167];
                const float v172 = v168 * __uint_as_float(v169 << 16);
                const int v173 = v153 + v23;
                const float v174 = b0[v173];
                const unsigned v175 = (unsigned)b1[v173];
                const float v178 = v174 * __uint_as_float(v175 << 16);
                const int v179 = v153 + v25;
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
                const unsigned v211 = (unsigned)b2[(int)((unsigned)v134 + (unsigned)v167)];
                v138 = fmaf(__uint_as_float(v211 << 16), v172, v138);
                const unsigned v218 = (unsigned)b2[(int)((unsigned)v134 + (unsigned)v173)];
                v139 = fmaf(__uint_as_float(v218 << 16), v178, v139);
                const unsigned v225 = (unsigned)b2[(int)((unsigned)v134 + (unsigned)v179)];
                v140 = fmaf(__uint_as_float(v225 << 16), v184, v140);
                const unsigned v232 = (unsigned)b2[(int)((unsigned)v134 + (unsigned)v185)];
                v141 = fmaf(__uint_as_float(v232 << 16), v190, v141);
                const unsigned v239 = (unsigned)b2[(int)((unsigned)v134 + (unsigned)v191)];
                v142 = fmaf(__uint_as_float(v239 << 16), v196, v142);
                const unsigned v246 = (unsigned)b2[(int)((unsigned)v134 + (unsigned)v197)];
                v143 = fmaf(__uint_as_float(v246 << 16), v202, v143);
                const unsigned v253 = (unsigned)b2[(int)((unsigned)v134 + (unsigned)v203)];
                v144 = fmaf(__uint_as_float(v253 << 16), v208, v144);
                const unsigned v260 = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v154)];
                v145 = fmaf(__uint_as_float(v260 << 16), v164, v145);
                const unsigned v267 = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v167)];
                v146 = fmaf(__uint_as_float(v267 << 16), v172, v146);
                const unsigned v274 = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v173)];
                v147 = fmaf(__uint_as_float(v274 << 16), v178, v147);
                const unsigned v281 = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v179)];
                v148 = fmaf(__uint_as_float(v281 << 16), v184, v148);
                const unsigned v288 = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v185)];
                v149 = fmaf(__uint_as_float(v288 << 16), v190, v149);
                const unsigned v295 = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v191)];
                v150 = fmaf(__uint_as_float(v295 << 16), v196, v150);
                const unsigned v302 = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v197)];
                v151 = fmaf(__uint_as_float(v302 << 16), v202, v151);
                const unsigned v309 = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v203)];
                v152 = fmaf(__uint_as_float(v309 << 16), v208, v152);
            }
            const float v324 = v137 + v138 + v139 + v140 + v141;
            const float v330 = v324 + v142 + v143 + v144;
            const float v331 = __shfl_xor(v330, 16);
            const float v332 = v330 + v331;
            const float v333 = __shfl_xor(v332, 8);
            const float v334 = v332 + v333;
            const float v335 = __shfl_xor(v334, 4);
            const float v336 = v334 + v335;
            const float v337 = __shfl_xor(v336, 2);
            const float v338 = v336 + v337;
            const float v339 = __shfl_xor(v338, 1);
            const float v348 = v145 + v146 + v147 + v148 + v149;
            const float v354 = v348 + v150 + v151 + v152;
            const float v356 = (v338 + v339) * v119;
            const float v357 = __shfl_xor(v354, 16);
            const float v358 = v354 + v357;
            const float v359 = __shfl_xor(v358, 8);
            const float v360 = v358 + v359;
            const float v361 = __shfl_xor(v360, 4);
            const float v362 = v360 + v361;
            const float v363 = __shfl_xor(v362, 2);
            const float v364 = v362 + v363;
            const float v365 = __shfl_xor(v364, 1);
            const bool v366 = v13 == 0;
            if (v366) {
                b3[v133] = v356;
            }
            const float v376 = v120;
            const bool v382 = ((__float_as_int(v356) & 2147483647) <= 2139095040 && v356 <= v376) || 2139095040 < (__float_as_int(v376) & 2147483647);
            const bool v383 = v37 <= v133 || v382;
            v120 = v383 ? v376 : v356;
            v122 = v383 ? v122 : v133;
            const float v389 = (v364 + v365) * v119;
            if (v366) {
                b3[v135] = v389;
            }
            const float v397 = v120;
            const bool v403 = ((__float_as_int(v389) & 2147483647) <= 2139095040 && v389 <= v397) || 2139095040 < (__float_as_int(v397) & 2147483647);
            const bool v404 = v37 <= v135 || v403;
            v120 = v404 ? v397 : v389;
            v122 = v404 ? v122 : v135;
        }
        for (int v411 = v132; v411 < v36; v411 += 2) {
            const int v412 = (int)((unsigned)v411 * 1536u);
            const int v413 = v411 + 1;
            const bool v416 = 0 <= v413 && v413 < 151936;
            const int v417 = v416 ? 1536 : 0;
            const int v418 = (int)((unsigned)v413 * 1536u);
            float v419 = 0.0f;
            float v420 = 0.0f;
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
            #pragma unroll 4
            for (int v435 = 0; v435 < 1536; v435 += 256) {
                const int v436 = v435 + v20;
                const unsigned v438 = (unsigned)b2[(int)((unsigned)v412 + (unsigned)v436)];
                const float v442 = b0[v436];
                const unsigned v443 = (unsigned)b1[v436];
                const float v446 = v442 * __uint_as_float(v443 << 16);
                const int v449 = v435 + v21;
                const float v450 = b0[v449];
                const unsigned v451 = (unsigned)b1[v449];
                const float v454 = v450 * __uint_as_float(v451 << 16);
                const int v455 = v435 + v23;
                const float v456 = b0[v455];
                const unsigned v457 = (unsigned)b1[v455];
                const float v460 = v456 * __uint_as_float(v457 << 16);
                const int v461 = v435 + v25;
                const float v462 = b0[v461];
                const unsigned v463 = (unsigned)b1[v461];
                const float v466 = v462 * __uint_as_float(v463 << 16);
                const int v467 = v435 + v27;
                const float v468 = b0[v467];
                const unsigned v469 = (unsigned)b1[v467];
                const float v472 = v468 * __uint_as_float(v469 << 16);
                const int v473 = v435 + v29;
                const float v474 = b0[v473];
                const unsigned v475 = (unsigned)b1[v473];
                const float v478 = v474 * __uint_as_float(v475 << 16);
                const int v479 = v435 + v31;
                const float v480 = b0[v479];
                const unsigned v481 = (unsigned)b1[v479];
                const float v484 = v480 * __uint_as_float(v481 << 16);
                const int v485 = v435 + v33;
                const float v486 = b0[v485];
                const unsigned v487 = (unsigned)b1[v485];
                const float v490 = v486 * __uint_as_float(v487 << 16);
                v419 = fmaf(__uint_as_float(v438 << 16), v446, v419);
                const unsigned v493 = (unsigned)b2[(int)((unsigned)v412 + (unsigned)v449)];
                v420 = fmaf(__uint_as_float(v493 << 16), v454, v420);
                const unsigned v500 = (unsigned)b2[(int)((unsigned)v412 + (unsigned)v455)];
                v421 = fmaf(__uint_as_float(v500 << 16), v460, v421);
                const unsigned v507 = (unsigned)b2[(int)((unsigned)v412 + (unsigned)v461)];
                v422 = fmaf(__uint_as_float(v507 << 16), v466, v422);
                const unsigned v514 = (unsigned)b2[(int)((unsigned)v412 + (unsigned)v467)];
                v423 = fmaf(__uint_as_float(v514 << 16), v472, v423);
                const unsigned v521 = (unsigned)b2[(int)((unsigned)v412 + (unsigned)v473)];
                v424 = fmaf(__uint_as_float(v521 << 16), v478, v424);
                const unsigned v528 = (unsigned)b2[(int)((unsigned)v412 + (unsigned)v479)];
                v425 = fmaf(__uint_as_float(v528 << 16), v484, v425);
                const unsigned v535 = (unsigned)b2[(int)((unsigned)v412 + (unsigned)v485)];
                v426 = fmaf(__uint_as_float(v535 << 16), v490, v426);
                const bool v543 = 0 <= v436 && v436 < v417;
                const unsigned v546 = (unsigned)b2[v543 ? (int)((unsigned)v418 + (unsigned)v436) : 0];
                v427 = fmaf(__uint_as_float((v543 ? v546 : 0u) << 16), v446, v427);
                const bool v556 = 0 <= v449 && v449 < v417;
                const unsigned v559 = (unsigned)b2[v556 ? (int)((unsigned)v418 + (unsigned)v449) : 0];
                v428 = fmaf(__uint_as_float((v556 ? v559 : 0u) << 16), v454, v428);
                const bool v568 = 0 <= v455 && v455 < v417;
                const unsigned v571 = (unsigned)b2[v568 ? (int)((unsigned)v418 + (unsigned)v455) : 0];
                v429 = fmaf(__uint_as_float((v568 ? v571 : 0u) << 16), v460, v429);
                const bool v580 = 0 <= v461 && v461 < v417;
                const unsigned v583 = (unsigned)b2[v580 ? (int)((unsigned)v418 + (unsigned)v461) : 0];
                v430 = fmaf(__uint_as_float((v580 ? v583 : 0u) << 16), v466, v430);
                const bool v592 = 0 <= v467 && v467 < v417;
                const unsigned v595 = (unsigned)b2[v592 ? (int)((unsigned)v418 + (unsigned)v467) : 0];
                v431 = fmaf(__uint_as_float((v592 ? v595 : 0u) << 16), v472, v431);
                const bool v604 = 0 <= v473 && v473 < v417;
                const unsigned v607 = (unsigned)b2[v604 ? (int)((unsigned)v418 + (unsigned)v473) : 0];
                v432 = fmaf(__uint_as_float((v604 ? v607 : 0u) << 16), v478, v432);
                const bool v616 = 0 <= v479 && v479 < v417;
                const unsigned v619 = (unsigned)b2[v616 ? (int)((unsigned)v418 + (unsigned)v479) : 0];
                v433 = fmaf(__uint_as_float((v616 ? v619 : 0u) << 16), v484, v433);
                const bool v628 = 0 <= v485 && v485 < v417;
                const unsigned v631 = (unsigned)b2[v628 ? (int)((unsigned)v418 + (unsigned)v485) : 0];
                v434 = fmaf(__uint_as_float((v628 ? v631 : 0u) << 16), v490, v434);
            }
            const float v647 = v419 + v420 + v421 + v422 + v423;
            const float v653 = v647 + v424 + v425 + v426;
            const float v654 = __shfl_xor(v653, 16);
            const float v655 = v653 + v654;
            const float v656 = __shfl_xor(v655, 8);
            const float v657 = v655 + v656;
            const float v658 = __shfl_xor(v657, 4);
            const float v659 = v657 + v658;
            const float v660 = __shfl_xor(v659, 2);
            const float v661 = v659 + v660;
            const float v662 = __shfl_xor(v661, 1);
            const float v671 = v427 + v428 + v429 + v430 + v431;
            const float v677 = v671 + v432 + v433 + v434;
            const float v679 = (v661 + v662) * v119;
            const float v680 = __shfl_xor(v677, 16);
            const float v681 = v677 + v680;
            const float v682 = __shfl_xor(v681, 8);
            const float v683 = v681 + v682;
            const float v684 = __shfl_xor(v683, 4);
            const float v685 = v683 + v684;
            const float v686 = __shfl_xor(v685, 2);
            const float v687 = v685 + v686;
            const float v688 = __shfl_xor(v687, 1);
            const bool v689 = v13 == 0;
            if (v689) {
                b3[v411] = v679;
            }
            const float v699 = v120;
            const bool v705 = ((__float_as_int(v679) & 2147483647) <= 2139095040 && v679 <= v699) || 2139095040 < (__float_as_int(v699) & 2147483647);
            const bool v706 = v37 <= v411 || v705;
            v120 = v706 ? v699 : v679;
            v122 = v706 ? v122 : v411;
            const float v712 = (v687 + v688) * v119;
            if (v689) {
                if (v416) {
                    b3[v413] = v712;
                }
            }
            const float v722 = v120;
            const bool v728 = ((__float_as_int(v712) & 2147483647) <= 2139095040 && v712 <= v722) || 2139095040 < (__float_as_int(v722) & 2147483647);
            const bool v729 = v37 <= v413 || v728;
            v120 = v729 ? v722 : v712;
            v122 = v729 ? v122 : v413;
        }
        const bool v736 = v13 == 0;
        const int v737 = v34 / 16;
        const float v738 = v120;
        if (v736) {
            b4[v737] = v738;
        }
        const int v742 = v122;
        if (v736) {
            b5[v737] = v742;
        }
    }
}

// tessera kernel norm_lm_head_argmax entry ts_norm_lm_head_argmax__wide wide 1 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:151936*1536,o32:logits:32:151936,w32:val:32:9496,w32:idx:32:9496 sizes 1 threads 256 teams 8 count 9496 shared 0 cost 983041
extern "C" __global__ void __launch_bounds__(256) ts_norm_lm_head_argmax__wide(
    const float *b0, // x
    const unsigned short *b1, // gamma
    const unsigned short *b2, // w
    float *b3, // logits
    float *b4, // val
    int *b5, // idx
    const int *s0) // valid
{
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 8 + v4 / 32;
    const int v10 = (int)gridDim.x * 8;
    const int v13 = v4 & 31;
    for (int v17 = v7; v17 < 9496; v17 += v10) {
        const int v20 = v13 * 8;
        const int v22 = v17 * 16;
        const int v24 = min(151936, v22 + 16);
        const int v26 = s0[0];
        const int v27 = v20 + 1;
        const int v28 = v20 + 2;
        const int v29 = v20 + 3;
        const int v31 = v20 + 4;
        const int v33 = v20 + 5;
        const int v35 = v20 + 6;
        const int v37 = v20 + 7;
        float v38 = 0.0f;
        float v39 = 0.0f;
        float v40 = 0.0f;
        float v41 = 0.0f;
        float v42 = 0.0f;
        float v43 = 0.0f;
        float v44 = 0.0f;
        float v45 = 0.0f;
        for (int v47 = 0; v47 < 1536; v47 += 256) {
            const int v49 = (v47 + v20) >> 2;
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
        const float v109 = __shfl_xor(v108, 16);
        const float v110 = v108 + v109;
        const float v111 = __shfl_xor(v110, 8);
        const float v112 = v110 + v111;
        const float v113 = __shfl_xor(v112, 4);
        const float v114 = v112 + v113;
        const float v115 = __shfl_xor(v114, 2);
        const float v116 = v114 + v115;
        const float v117 = __shfl_xor(v116, 1);
        const float v124 = rsqrtf((v116 + v117) / 1536.0f + 1e-06f);
        float v125 = -__builtin_inff();
        int v127 = 2147483647;
        const unsigned v129 = (unsigned)v22;
        const unsigned v135 = v129 + ((unsigned)v24 - v129) / 2u * 2u;
        const int v137 = v22 < v24 ? (int)v135 : v22;
        for (int v138 = v22; v138 < v137; v138 += 2) {
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
            #pragma unroll 4
            for (int v158 = 0; v158 < 1536; v158 += 256) {
                const int v159 = v158 + v20;
                const uint4 v162 = ((const uint4 *)b2)[(int)((unsigned)v139 + (unsigned)v159) >> 3];
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
                const uint4 v277 = ((const uint4 *)b2)[(int)((unsigned)v141 + (unsigned)v159) >> 3];
                v150 = fmaf(__uint_as_float((v277.x & 0xffffu) << 16), v179, v150);
                v151 = fmaf(__uint_as_float((v277.x >> 16) << 16), v187, v151);
                v152 = fmaf(__uint_as_float((v277.y & 0xffffu) << 16), v194, v152);
                v153 = fmaf(__uint_as_float((v277.y >> 16) << 16), v200, v153);
                v154 = fmaf(__uint_as_float((v277.z & 0xffffu) << 16), v209, v154);
                v155 = fmaf(__uint_as_float((v277.z >> 16) << 16), v215, v155);
                v156 = fmaf(__uint_as_float((v277.w & 0xffffu) << 16), v222, v156);
                v157 = fmaf(__uint_as_float((v277.w >> 16) << 16), v228, v157);
            }
            const float v339 = v142 + v143 + v144 + v145 + v146;
            const float v345 = v339 + v147 + v148 + v149;
            const float v346 = __shfl_xor(v345, 16);
            const float v347 = v345 + v346;
            const float v348 = __shfl_xor(v347, 8);
            const float v349 = v347 + v348;
            const float v350 = __shfl_xor(v349, 4);
            const float v351 = v349 + v350;
            const float v352 = __shfl_xor(v351, 2);
            const float v353 = v351 + v352;
            const float v354 = __shfl_xor(v353, 1);
            const float v363 = v150 + v151 + v152 + v153 + v154;
            const float v369 = v363 + v155 + v156 + v157;
            const float v371 = (v353 + v354) * v124;
            const float v372 = __shfl_xor(v369, 16);
            const float v373 = v369 + v372;
            const float v374 = __shfl_xor(v373, 8);
            const float v375 = v373 + v374;
            const float v376 = __shfl_xor(v375, 4);
            const float v377 = v375 + v376;
            const float v378 = __shfl_xor(v377, 2);
            const float v379 = v377 + v378;
            const float v380 = __shfl_xor(v379, 1);
            const bool v381 = v13 == 0;
            if (v381) {
                b3[v138] = v371;
            }
            const float v391 = v125;
            const bool v397 = ((__float_as_int(v371) & 2147483647) <= 2139095040 && v371 <= v391) || 2139095040 < (__float_as_int(v391) & 2147483647);
            const bool v398 = v26 <= v138 || v397;
            v125 = v398 ? v391 : v371;
            v127 = v398 ? v127 : v138;
            const float v404 = (v379 + v380) * v124;
            if (v381) {
                b3[v140] = v404;
            }
            const float v412 = v125;
            const bool v418 = ((__float_as_int(v404) & 2147483647) <= 2139095040 && v404 <= v412) || 2139095040 < (__float_as_int(v412) & 2147483647);
            const bool v419 = v26 <= v140 || v418;
            v125 = v419 ? v412 : v404;
            v127 = v419 ? v127 : v140;
        }
        for (int v426 = v137; v426 < v24; v426 += 2) {
            const int v427 = (int)((unsigned)v426 * 1536u);
            const int v428 = v426 + 1;
            const bool v431 = 0 <= v428 && v428 < 151936;
            const int v432 = v431 ? 1536 : 0;
            const int v433 = (int)((unsigned)v428 * 1536u);
            float v434 = 0.0f;
            float v435 = 0.0f;
            float v436 = 0.0f;
            float v437 = 0.0f;
            float v438 = 0.0f;
            float v439 = 0.0f;
            float v440 = 0.0f;
            float v441 = 0.0f;
            float v442 = 0.0f;
            float v443 = 0.0f;
            float v444 = 0.0f;
            float v445 = 0.0f;
            float v446 = 0.0f;
            float v447 = 0.0f;
            float v448 = 0.0f;
            float v449 = 0.0f;
            #pragma unroll 4
            for (int v450 = 0; v450 < 1536; v450 += 256) {
                const int v451 = v450 + v20;
                const uint4 v454 = ((const uint4 *)b2)[(int)((unsigned)v427 + (unsigned)v451) >> 3];
                const int v461 = v451 >> 2;
                const uint4 v462 = ((const uint4 *)b0)[v461];
                const uint4 v466 = ((const uint4 *)b1)[v451 >> 3];
                const float v471 = __uint_as_float(v462.x) * __uint_as_float((v466.x & 0xffffu) << 16);
                const float v479 = __uint_as_float(v462.y) * __uint_as_float((v466.x >> 16) << 16);
                const float v486 = __uint_as_float(v462.z) * __uint_as_float((v466.y & 0xffffu) << 16);
                const float v492 = __uint_as_float(v462.w) * __uint_as_float((v466.y >> 16) << 16);
                const uint4 v494 = ((const uint4 *)b0)[v461 + 1];
                const float v501 = __uint_as_float(v494.x) * __uint_as_float((v466.z & 0xffffu) << 16);
                const float v507 = __uint_as_float(v494.y) * __uint_as_float((v466.z >> 16) << 16);
                const float v514 = __uint_as_float(v494.z) * __uint_as_float((v466.w & 0xffffu) << 16);
                const float v520 = __uint_as_float(v494.w) * __uint_as_float((v466.w >> 16) << 16);
                v434 = fmaf(__uint_as_float((v454.x & 0xffffu) << 16), v471, v434);
                v435 = fmaf(__uint_as_float((v454.x >> 16) << 16), v479, v435);
                v436 = fmaf(__uint_as_float((v454.y & 0xffffu) << 16), v486, v436);
                v437 = fmaf(__uint_as_float((v454.y >> 16) << 16), v492, v437);
                v438 = fmaf(__uint_as_float((v454.z & 0xffffu) << 16), v501, v438);
                v439 = fmaf(__uint_as_float((v454.z >> 16) << 16), v507, v439);
                v440 = fmaf(__uint_as_float((v454.w & 0xffffu) << 16), v514, v440);
                v441 = fmaf(__uint_as_float((v454.w >> 16) << 16), v520, v441);
                const bool v570 = 0 <= v451 && v451 < v432;
                const unsigned v573 = (unsigned)b2[v570 ? (int)((unsigned)v433 + (unsigned)v451) : 0];
                v442 = fmaf(__uint_as_float((v570 ? v573 : 0u) << 16), v471, v442);
                const int v580 = v450 + v27;
                const bool v583 = 0 <= v580 && v580 < v432;
                const unsigned v586 = (unsigned)b2[v583 ? (int)((unsigned)v433 + (unsigned)v580) : 0];
                v443 = fmaf(__uint_as_float((v583 ? v586 : 0u) << 16), v479, v443);
                const int v593 = v450 + v28;
                const bool v596 = 0 <= v593 && v593 < v432;
                const unsigned v599 = (unsigned)b2[v596 ? (int)((unsigned)v433 + (unsigned)v593) : 0];
                v444 = fmaf(__uint_as_float((v596 ? v599 : 0u) << 16), v486, v444);
                const int v606 = v450 + v29;
                const bool v609 = 0 <= v606 && v606 < v432;
                const unsigned v612 = (unsigned)b2[v609 ? (int)((unsigned)v433 + (unsigned)v606) : 0];
                v445 = fmaf(__uint_as_float((v609 ? v612 : 0u) << 16), v492, v445);
                const int v619 = v450 + v31;
                const bool v622 = 0 <= v619 && v619 < v432;
                const unsigned v625 = (unsigned)b2[v622 ? (int)((unsigned)v433 + (unsigned)v619) : 0];
                v446 = fmaf(__uint_as_float((v622 ? v625 : 0u) << 16), v501, v446);
                const int v632 = v450 + v33;
                const bool v635 = 0 <= v632 && v632 < v432;
                const unsigned v638 = (unsigned)b2[v635 ? (int)((unsigned)v433 + (unsigned)v632) : 0];
                v447 = fmaf(__uint_as_float((v635 ? v638 : 0u) << 16), v507, v447);
                const int v645 = v450 + v35;
                const bool v648 = 0 <= v645 && v645 < v432;
                const unsigned v651 = (unsigned)b2[v648 ? (int)((unsigned)v433 + (unsigned)v645) : 0];
                v448 = fmaf(__uint_as_float((v648 ? v651 : 0u) << 16), v514, v448);
                const int v658 = v450 + v37;
                const bool v661 = 0 <= v658 && v658 < v432;
                const unsigned v664 = (unsigned)b2[v661 ? (int)((unsigned)v433 + (unsigned)v658) : 0];
                v449 = fmaf(__uint_as_float((v661 ? v664 : 0u) << 16), v520, v449);
            }
            const float v680 = v434 + v435 + v436 + v437 + v438;
            const float v686 = v680 + v439 + v440 + v441;
            const float v687 = __shfl_xor(v686, 16);
            const float v688 = v686 + v687;
            const float v689 = __shfl_xor(v688, 8);
            const float v690 = v688 + v689;
            const float v691 = __shfl_xor(v690, 4);
            const float v692 = v690 + v691;
            const float v693 = __shfl_xor(v692, 2);
            const float v694 = v692 + v693;
            const float v695 = __shfl_xor(v694, 1);
            const float v704 = v442 + v443 + v444 + v445 + v446;
            const float v710 = v704 + v447 + v448 + v449;
            const float v712 = (v694 + v695) * v124;
            const float v713 = __shfl_xor(v710, 16);
            const float v714 = v710 + v713;
            const float v715 = __shfl_xor(v714, 8);
            const float v716 = v714 + v715;
            const float v717 = __shfl_xor(v716, 4);
            const float v718 = v716 + v717;
            const float v719 = __shfl_xor(v718, 2);
            const float v720 = v718 + v719;
            const float v721 = __shfl_xor(v720, 1);
            const bool v722 = v13 == 0;
            if (v722) {
                b3[v426] = v712;
            }
            const float v732 = v125;
            const bool v738 = ((__float_as_int(v712) & 2147483647) <= 2139095040 && v712 <= v732) || 2139095040 < (__float_as_int(v732) & 2147483647);
            const bool v739 = v26 <= v426 || v738;
            v125 = v739 ? v732 : v712;
            v127 = v739 ? v127 : v426;
            const float v745 = (v720 + v721) * v124;
            if (v722) {
                if (v431) {
                    b3[v428] = v745;
                }
            }
            const float v755 = v125;
            const bool v761 = ((__float_as_int(v745) & 2147483647) <= 2139095040 && v745 <= v755) || 2139095040 < (__float_as_int(v755) & 2147483647);
            const bool v762 = v26 <= v428 || v761;
            v125 = v762 ? v755 : v745;
            v127 = v762 ? v127 : v428;
        }
        const bool v769 = v13 == 0;
        const int v770 = v22 / 16;
        const float v771 = v125;
        if (v769) {
            b4[v770] = v771;
        }
        const int v775 = v127;
        if (v769) {
            b5[v770] = v775;
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
    const int v1 = (int)blockIdx.x;
    const int v3 = (int)gridDim.x;
    const int v5 = (int)threadIdx.x;
    for (int v6 = v1; v6 < 1; v6 += v3) {
        const int v9 = s0[0];
        const int v14 = v9 / 16 + min(v9 % 16, 1);
        float v16 = -__builtin_inff();
        int v18 = 2147483647;
        for (int v19 = 0; v19 < v14; v19 += 256) {
            const int v20 = v19 + v5;
            const bool v24 = 0 <= v20 && v20 < 9496;
            const int v25 = v24 ? v20 : 0;
            const float v26 = b0[v25];
            const float v28 = v24 ? v26 : 0.0f;
            const float v33 = v16;
            const bool v39 = ((__float_as_int(v28) & 2147483647) <= 2139095040 && v28 <= v33) || 2139095040 < (__float_as_int(v33) & 2147483647);
            const bool v40 = v14 <= v20 || v39;
            v16 = v40 ? v33 : v28;
            const int v44 = b1[v25];
            v18 = v40 ? v18 : (v24 ? v44 : 0);
        }
        const float v50 = v16;
        const int v54 = v18;
        const int v56 = min(2147483647, 2139095040 < (__float_as_int(v50) & 2147483647) ? v54 : 2147483647);
        const int v57 = __shfl_xor(v56, 16);
        const int v58 = min(v56, v57);
        const int v59 = __shfl_xor(v58, 8);
        const int v60 = min(v58, v59);
        const int v61 = __shfl_xor(v60, 4);
        const int v62 = min(v60, v61);
        const int v63 = __shfl_xor(v62, 2);
        const int v64 = min(v62, v63);
        const int v65 = __shfl_xor(v64, 1);
        const int v67 = min(v64, v65);
        __syncthreads();
        const bool v70 = v5 % 32 == 0;
        if (v70) {
            shared[v5 / 32] = (unsigned)v67;
        }
        __syncthreads();
        const float v77 = fmaxf(-__builtin_inff(), v50);
        const unsigned v84 = shared[0];
        const unsigned v86 = shared[1];
        const unsigned v89 = shared[2];
        const unsigned v92 = shared[3];
        const unsigned v95 = shared[4];
        const int v97 = min(min(min(min((int)v84, (int)v86), (int)v89), (int)v92), (int)v95);
        const unsigned v98 = shared[5];
        const unsigned v101 = shared[6];
        const unsigned v104 = shared[7];
        const int v106 = min(min(min(v97, (int)v98), (int)v101), (int)v104);
        const bool v107 = v106 != 2147483647;
        const float v108 = __shfl_xor(v77, 16);
        const float v109 = fmaxf(v77, v108);
        const float v110 = __shfl_xor(v109, 8);
        const float v111 = fmaxf(v109, v110);
        const float v112 = __shfl_xor(v111, 4);
        const float v113 = fmaxf(v111, v112);
        const float v114 = __shfl_xor(v113, 2);
        const float v115 = fmaxf(v113, v114);
        const float v116 = __shfl_xor(v115, 1);
        const float v117 = fmaxf(v115, v116);
        __syncthreads();
        if (v70) {
            shared[v5 / 32] = __float_as_uint(v117);
        }
        __syncthreads();
        const unsigned v125 = shared[0];
        const unsigned v127 = shared[1];
        const unsigned v130 = shared[2];
        const unsigned v133 = shared[3];
        const unsigned v136 = shared[4];
        const float v138 = fmaxf(fmaxf(fmaxf(fmaxf(__uint_as_float(v125), __uint_as_float(v127)), __uint_as_float(v130)), __uint_as_float(v133)), __uint_as_float(v136));
        const unsigned v139 = shared[5];
        const unsigned v142 = shared[6];
        const unsigned v145 = shared[7];
        const float v147 = fmaxf(fmaxf(fmaxf(v138, __uint_as_float(v139)), __uint_as_float(v142)), __uint_as_float(v145));
        const int v150 = min(2147483647, v50 == v147 ? v54 : 2147483647);
        const int v151 = __shfl_xor(v150, 16);
        const int v152 = min(v150, v151);
        const int v153 = __shfl_xor(v152, 8);
        const int v154 = min(v152, v153);
        const int v155 = __shfl_xor(v154, 4);
        const int v156 = min(v154, v155);
        const int v157 = __shfl_xor(v156, 2);
        const int v158 = min(v156, v157);
        const int v159 = __shfl_xor(v158, 1);
        const int v160 = min(v158, v159);
        __syncthreads();
        if (v70) {
            shared[v5 / 32] = (unsigned)v160;
        }
        __syncthreads();
        const bool v168 = v5 == 0;
        const unsigned v169 = shared[0];
        const unsigned v171 = shared[1];
        const unsigned v174 = shared[2];
        const unsigned v177 = shared[3];
        const unsigned v180 = shared[4];
        const int v182 = min(min(min(min((int)v169, (int)v171), (int)v174), (int)v177), (int)v180);
        const unsigned v183 = shared[5];
        const unsigned v186 = shared[6];
        const unsigned v189 = shared[7];
        const int v192 = v107 ? v106 : min(min(min(v182, (int)v183), (int)v186), (int)v189);
        const unsigned v196 = (unsigned)max(v192 == 2147483647 ? 0 : v192, 0);
        const float v198 = v107 ? __builtin_nanf("") : v147;
        if (v168) {
            b2[0] = v196;
        }
        if (v168) {
            b3[0] = v198;
        }
    }
}
