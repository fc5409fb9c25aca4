// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel norm_lm_head_argmax entry ts_norm_lm_head_argmax wide 0 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:151936*1536,o32:logits:32:151936,w32:val:32:9496,w32:idx:32:9496 sizes 1 threads 256 teams 4 count 9496 shared 0 cost 983041
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
    const int v7 = v1 * 4 + v4 / 64;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 63;
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
        for (int v47 = 0; v47 < 1536; v47 += 512) {
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
        const float v104 = __shfl_xor(v103, 32);
        const float v105 = v103 + v104;
        const float v106 = __shfl_xor(v105, 16);
        const float v107 = v105 + v106;
        const float v108 = __shfl_xor(v107, 8);
        const float v109 = v107 + v108;
        const float v110 = __shfl_xor(v109, 4);
        const float v111 = v109 + v110;
        const float v112 = __shfl_xor(v111, 2);
        const float v113 = v111 + v112;
        const float v114 = __shfl_xor(v113, 1);
        const float v121 = rsqrtf((v113 + v114) / 1536.0f + 1e-06f);
        float v122 = -__builtin_inff();
        int v124 = 2147483647;
        const unsigned v126 = (unsigned)v34;
        const unsigned v132 = v126 + ((unsigned)v36 - v126) / 2u * 2u;
        const int v134 = v34 < v36 ? (int)v132 : v34;
        for (int v135 = v34; v135 < v134; v135 += 2) {
            const int v136 = (int)((unsigned)v135 * 1536u);
            const int v137 = v135 + 1;
            const int v138 = (int)((unsigned)v137 * 1536u);
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
            float v153 = 0.0f;
            float v154 = 0.0f;
            #pragma unroll 4
            for (int v155 = 0; v155 < 1536; v155 += 512) {
                const int v156 = v155 + v21;
                const unsigned v158 = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v156)];
                const float v162 = b0[v156];
                const unsigned v163 = (unsigned)b1[v156];
                const float v166 = v162 * __uint_as_float(v163 << 16);
                const int v169 = v155 + v22;
                const float v170 = b0[v169];
                const unsigned v171 = (unsigned)b1[v169];
                const float v174 = v170 * __uint_as_float(v171 << 16);
                const int v175 = v155 + v24;
                const float v176 = b0[v175];
                const unsigned v177 = (unsigned)b1[v175];
                const float v180 = v176 * __uint_as_float(v177 << 16);
                const int v181 = v155 + v26;
                const float v182 = b0[v181];
                const unsigned v183 = (unsigned)b1[v181];
                const float v186 = v182 * __uint_as_float(v183 << 16);
                const int v187 = v155 + v27;
                const float v188 = b0[v187];
                const unsigned v189 = (unsigned)b1[v187];
                const float v192 = v188 * __uint_as_float(v189 << 16);
                const int v193 = v155 + v29;
                const float v194 = b0[v193];
                const unsigned v195 = (unsigned)b1[v193];
                const float v198 = v194 * __uint_as_float(v195 << 16);
                const int v199 = v155 + v31;
                const float v200 = b0[v199];
                const unsigned v201 = (unsigned)b1[v199];
                const float v204 = v200 * __uint_as_float(v201 << 16);
                const int v205 = v155 + v33;
                const float v206 = b0[v205];
                const unsigned v207 = (unsigned)b1[v205];
                const float v210 = v206 * __uint_as_float(v207 << 16);
                v139 = fmaf(__uint_as_float(v158 << 16), v166, v139);
                const unsigned v213 = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v169)];
                v140 = fmaf(__uint_as_float(v213 << 16), v174, v140);
                const unsigned v220 = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v175)];
                v141 = fmaf(__uint_as_float(v220 << 16), v180, v141);
                const unsigned v227 = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v181)];
                v142 = fmaf(__uint_as_float(v227 << 16), v186, v142);
                const unsigned v234 = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v187)];
                v143 = fmaf(__uint_as_float(v234 << 16), v192, v143);
                const unsigned v241 = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v193)];
                v144 = fmaf(__uint_as_float(v241 << 16), v198, v144);
                const unsigned v248 = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v199)];
                v145 = fmaf(__uint_as_float(v248 << 16), v204, v145);
                const unsigned v255 = (unsigned)b2[(int)((unsigned)v136 + (unsigned)v205)];
                v146 = fmaf(__uint_as_float(v255 << 16), v210, v146);
                const unsigned v262 = (unsigned)b2[(int)((unsigned)v138 + (unsigned)v156)];
                v147 = fmaf(__uint_as_float(v262 << 16), v166, v147);
                const unsigned v269 = (unsigned)b2[(int)((unsigned)v138 + (unsigned)v169)];
                v148 = fmaf(__uint_as_float(v269 << 16), v174, v148);
                const unsigned v276 = (unsigned)b2[(int)((unsigned)v138 + (unsigned)v175)];
                v149 = fmaf(__uint_as_float(v276 << 16), v180, v149);
                const unsigned v283 = (unsigned)b2[(int)((unsigned)v138 + (unsigned)v181)];
                v150 = fmaf(__uint_as_float(v283 << 16), v186, v150);
                const unsigned v290 = (unsigned)b2[(int)((unsigned)v138 + (unsigned)v187)];
                v151 = fmaf(__uint_as_float(v290 << 16), v192, v151);
                const unsigned v297 = (unsigned)b2[(int)((unsigned)v138 + (unsigned)v193)];
                v152 = fmaf(__uint_as_float(v297 << 16), v198, v152);
                const unsigned v304 = (unsigned)b2[(int)((unsigned)v138 + (unsigned)v199)];
                v153 = fmaf(__uint_as_float(v304 << 16), v204, v153);
                const unsigned v311 = (unsigned)b2[(int)((unsigned)v138 + (unsigned)v205)];
                v154 = fmaf(__uint_as_float(v311 << 16), v210, v154);
            }
            const float v326 = v139 + v140 + v141 + v142 + v143;
            const float v332 = v326 + v144 + v145 + v146;
            const float v333 = __shfl_xor(v332, 32);
            const float v334 = v332 + v333;
            const float v335 = __shfl_xor(v334, 16);
            const float v336 = v334 + v335;
            const float v337 = __shfl_xor(v336, 8);
            const float v338 = v336 + v337;
            const float v339 = __shfl_xor(v338, 4);
            const float v340 = v338 + v339;
            const float v341 = __shfl_xor(v340, 2);
            const float v342 = v340 + v341;
            const float v343 = __shfl_xor(v342, 1);
            const float v352 = v147 + v148 + v149 + v150 + v151;
            const float v358 = v352 + v152 + v153 + v154;
            const float v360 = (v342 + v343) * v121;
            const float v361 = __shfl_xor(v358, 32);
            const float v362 = v358 + v361;
            const float v363 = __shfl_xor(v362, 16);
            const float v364 = v362 + v363;
            const float v365 = __shfl_xor(v364, 8);
            const float v366 = v364 + v365;
            const float v367 = __shfl_xor(v366, 4);
            const float v368 = v366 + v367;
            const float v369 = __shfl_xor(v368, 2);
            const float v370 = v368 + v369;
            const float v371 = __shfl_xor(v370, 1);
            const bool v372 = v13 == 0;
            if (v372) {
                b3[v135] = v360;
            }
            const float v382 = v122;
            const bool v388 = ((__float_as_int(v360) & 2147483647) <= 2139095040 && v360 <= v382) || 2139095040 < (__float_as_int(v382) & 2147483647);
            const bool v389 = v37 <= v135 || v388;
            v122 = v389 ? v382 : v360;
            v124 = v389 ? v124 : v135;
            const float v395 = (v370 + v371) * v121;
            if (v372) {
                b3[v137] = v395;
            }
            const float v403 = v122;
            const bool v409 = ((__float_as_int(v395) & 2147483647) <= 2139095040 && v395 <= v403) || 2139095040 < (__float_as_int(v403) & 2147483647);
            const bool v410 = v37 <= v137 || v409;
            v122 = v410 ? v403 : v395;
            v124 = v410 ? v124 : v137;
        }
        for (int v417 = v134; v417 < v36; v417 += 2) {
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
            #pragma unroll 4
            for (int v441 = 0; v441 < 1536; v441 += 512) {
                const int v442 = v441 + v21;
                const unsigned v444 = (unsigned)b2[(int)((unsigned)v418 + (unsigned)v442)];
                const float v448 = b0[v442];
                const unsigned v449 = (unsigned)b1[v442];
                const float v452 = v448 * __uint_as_float(v449 << 16);
                const int v455 = v441 + v22;
                const float v456 = b0[v455];
                const unsigned v457 = (unsigned)b1[v455];
                const float v460 = v456 * __uint_as_float(v457 << 16);
                const int v461 = v441 + v24;
                const float v462 = b0[v461];
                const unsigned v463 = (unsigned)b1[v461];
                const float v466 = v462 * __uint_as_float(v463 << 16);
                const int v467 = v441 + v26;
                const float v468 = b0[v467];
                const unsigned v469 = (unsigned)b1[v467];
                const float v472 = v468 * __uint_as_float(v469 << 16);
                const int v473 = v441 + v27;
                const float v474 = b0[v473];
                const unsigned v475 = (unsigned)b1[v473];
                const float v478 = v474 * __uint_as_float(v475 << 16);
                const int v479 = v441 + v29;
                const float v480 = b0[v479];
                const unsigned v481 = (unsigned)b1[v479];
                const float v484 = v480 * __uint_as_float(v481 << 16);
                const int v485 = v441 + v31;
                const float v486 = b0[v485];
                const unsigned v487 = (unsigned)b1[v485];
                const float v490 = v486 * __uint_as_float(v487 << 16);
                const int v491 = v441 + v33;
                const float v492 = b0[v491];
                const unsigned v493 = (unsigned)b1[v491];
                const float v496 = v492 * __uint_as_float(v493 << 16);
                v425 = fmaf(__uint_as_float(v444 << 16), v452, v425);
                const unsigned v499 = (unsigned)b2[(int)((unsigned)v418 + (unsigned)v455)];
                v426 = fmaf(__uint_as_float(v499 << 16), v460, v426);
                const unsigned v506 = (unsigned)b2[(int)((unsigned)v418 + (unsigned)v461)];
                v427 = fmaf(__uint_as_float(v506 << 16), v466, v427);
                const unsigned v513 = (unsigned)b2[(int)((unsigned)v418 + (unsigned)v467)];
                v428 = fmaf(__uint_as_float(v513 << 16), v472, v428);
                const unsigned v520 = (unsigned)b2[(int)((unsigned)v418 + (unsigned)v473)];
                v429 = fmaf(__uint_as_float(v520 << 16), v478, v429);
                const unsigned v527 = (unsigned)b2[(int)((unsigned)v418 + (unsigned)v479)];
                v430 = fmaf(__uint_as_float(v527 << 16), v484, v430);
                const unsigned v534 = (unsigned)b2[(int)((unsigned)v418 + (unsigned)v485)];
                v431 = fmaf(__uint_as_float(v534 << 16), v490, v431);
                const unsigned v541 = (unsigned)b2[(int)((unsigned)v418 + (unsigned)v491)];
                v432 = fmaf(__uint_as_float(v541 << 16), v496, v432);
                const bool v549 = 0 <= v442 && v442 < v423;
                const unsigned v552 = (unsigned)b2[v549 ? (int)((unsigned)v424 + (unsigned)v442) : 0];
                v433 = fmaf(__uint_as_float((v549 ? v552 : 0u) << 16), v452, v433);
                const bool v562 = 0 <= v455 && v455 < v423;
                const unsigned v565 = (unsigned)b2[v562 ? (int)((unsigned)v424 + (unsigned)v455) : 0];
                v434 = fmaf(__uint_as_float((v562 ? v565 : 0u) << 16), v460, v434);
                const bool v574 = 0 <= v461 && v461 < v423;
                const unsigned v577 = (unsigned)b2[v574 ? (int)((unsigned)v424 + (unsigned)v461) : 0];
                v435 = fmaf(__uint_as_float((v574 ? v577 : 0u) << 16), v466, v435);
                const bool v586 = 0 <= v467 && v467 < v423;
                const unsigned v589 = (unsigned)b2[v586 ? (int)((unsigned)v424 + (unsigned)v467) : 0];
                v436 = fmaf(__uint_as_float((v586 ? v589 : 0u) << 16), v472, v436);
                const bool v598 = 0 <= v473 && v473 < v423;
                const unsigned v601 = (unsigned)b2[v598 ? (int)((unsigned)v424 + (unsigned)v473) : 0];
                v437 = fmaf(__uint_as_float((v598 ? v601 : 0u) << 16), v478, v437);
                const bool v610 = 0 <= v479 && v479 < v423;
                const unsigned v613 = (unsigned)b2[v610 ? (int)((unsigned)v424 + (unsigned)v479) : 0];
                v438 = fmaf(__uint_as_float((v610 ? v613 : 0u) << 16), v484, v438);
                const bool v622 = 0 <= v485 && v485 < v423;
                const unsigned v625 = (unsigned)b2[v622 ? (int)((unsigned)v424 + (unsigned)v485) : 0];
                v439 = fmaf(__uint_as_float((v622 ? v625 : 0u) << 16), v490, v439);
                const bool v634 = 0 <= v491 && v491 < v423;
                const unsigned v637 = (unsigned)b2[v634 ? (int)((unsigned)v424 + (unsigned)v491) : 0];
                v440 = fmaf(__uint_as_float((v634 ? v637 : 0u) << 16), v496, v440);
            }
            const float v653 = v425 + v426 + v427 + v428 + v429;
            const float v659 = v653 + v430 + v431 + v432;
            const float v660 = __shfl_xor(v659, 32);
            const float v661 = v659 + v660;
            const float v662 = __shfl_xor(v661, 16);
            const float v663 = v661 + v662;
            const float v664 = __shfl_xor(v663, 8);
            const float v665 = v663 + v664;
            const float v666 = __shfl_xor(v665, 4);
            const float v667 = v665 + v666;
            const float v668 = __shfl_xor(v667, 2);
            const float v669 = v667 + v668;
            const float v670 = __shfl_xor(v669, 1);
            const float v679 = v433 + v434 + v435 + v436 + v437;
            const float v685 = v679 + v438 + v439 + v440;
            const float v687 = (v669 + v670) * v121;
            const float v688 = __shfl_xor(v685, 32);
            const float v689 = v685 + v688;
            const float v690 = __shfl_xor(v689, 16);
            const float v691 = v689 + v690;
            const float v692 = __shfl_xor(v691, 8);
            const float v693 = v691 + v692;
            const float v694 = __shfl_xor(v693, 4);
            const float v695 = v693 + v694;
            const float v696 = __shfl_xor(v695, 2);
            const float v697 = v695 + v696;
            const float v698 = __shfl_xor(v697, 1);
            const bool v699 = v13 == 0;
            if (v699) {
                b3[v417] = v687;
            }
            const float v709 = v122;
            const bool v715 = ((__float_as_int(v687) & 2147483647) <= 2139095040 && v687 <= v709) || 2139095040 < (__float_as_int(v709) & 2147483647);
            const bool v716 = v37 <= v417 || v715;
            v122 = v716 ? v709 : v687;
            v124 = v716 ? v124 : v417;
            const float v722 = (v697 + v698) * v121;
            if (v699) {
                if (v422) {
                    b3[v419] = v722;
                }
            }
            const float v732 = v122;
            const bool v738 = ((__float_as_int(v722) & 2147483647) <= 2139095040 && v722 <= v732) || 2139095040 < (__float_as_int(v732) & 2147483647);
            const bool v739 = v37 <= v419 || v738;
            v122 = v739 ? v732 : v722;
            v124 = v739 ? v124 : v419;
        }
        const bool v746 = v13 == 0;
        const int v747 = v34 / 16;
        const float v748 = v122;
        if (v746) {
            b4[v747] = v748;
        }
        const int v752 = v124;
        if (v746) {
            b5[v747] = v752;
        }
    }
}

// tessera kernel norm_lm_head_argmax entry ts_norm_lm_head_argmax__wide wide 1 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:151936*1536,o32:logits:32:151936,w32:val:32:9496,w32:idx:32:9496 sizes 1 threads 256 teams 4 count 9496 shared 0 cost 983041
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
    const int v7 = v1 * 4 + v4 / 64;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 63;
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
        for (int v47 = 0; v47 < 1536; v47 += 512) {
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
        const float v109 = __shfl_xor(v108, 32);
        const float v110 = v108 + v109;
        const float v111 = __shfl_xor(v110, 16);
        const float v112 = v110 + v111;
        const float v113 = __shfl_xor(v112, 8);
        const float v114 = v112 + v113;
        const float v115 = __shfl_xor(v114, 4);
        const float v116 = v114 + v115;
        const float v117 = __shfl_xor(v116, 2);
        const float v118 = v116 + v117;
        const float v119 = __shfl_xor(v118, 1);
        const float v126 = rsqrtf((v118 + v119) / 1536.0f + 1e-06f);
        float v127 = -__builtin_inff();
        int v129 = 2147483647;
        const unsigned v131 = (unsigned)v23;
        const unsigned v137 = v131 + ((unsigned)v25 - v131) / 2u * 2u;
        const int v139 = v23 < v25 ? (int)v137 : v23;
        for (int v140 = v23; v140 < v139; v140 += 2) {
            const int v141 = (int)((unsigned)v140 * 1536u);
            const int v142 = v140 + 1;
            const int v143 = (int)((unsigned)v142 * 1536u);
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
            float v158 = 0.0f;
            float v159 = 0.0f;
            #pragma unroll 4
            for (int v160 = 0; v160 < 1536; v160 += 512) {
                const int v161 = v160 + v21;
                const uint4 v164 = ((const uint4 *)b2)[(int)((unsigned)v141 + (unsigned)v161) >> 3];
                const int v171 = v161 >> 2;
                const uint4 v172 = ((const uint4 *)b0)[v171];
                const uint4 v176 = ((const uint4 *)b1)[v161 >> 3];
                const float v181 = __uint_as_float(v172.x) * __uint_as_float((v176.x & 0xffffu) << 16);
                const float v189 = __uint_as_float(v172.y) * __uint_as_float((v176.x >> 16) << 16);
                const float v196 = __uint_as_float(v172.z) * __uint_as_float((v176.y & 0xffffu) << 16);
                const float v202 = __uint_as_float(v172.w) * __uint_as_float((v176.y >> 16) << 16);
                const uint4 v204 = ((const uint4 *)b0)[v171 + 1];
                const float v211 = __uint_as_float(v204.x) * __uint_as_float((v176.z & 0xffffu) << 16);
                const float v217 = __uint_as_float(v204.y) * __uint_as_float((v176.z >> 16) << 16);
                const float v224 = __uint_as_float(v204.z) * __uint_as_float((v176.w & 0xffffu) << 16);
                const float v230 = __uint_as_float(v204.w) * __uint_as_float((v176.w >> 16) << 16);
                v144 = fmaf(__uint_as_float((v164.x & 0xffffu) << 16), v181, v144);
                v145 = fmaf(__uint_as_float((v164.x >> 16) << 16), v189, v145);
                v146 = fmaf(__uint_as_float((v164.y & 0xffffu) << 16), v196, v146);
                v147 = fmaf(__uint_as_float((v164.y >> 16) << 16), v202, v147);
                v148 = fmaf(__uint_as_float((v164.z & 0xffffu) << 16), v211, v148);
                v149 = fmaf(__uint_as_float((v164.z >> 16) << 16), v217, v149);
                v150 = fmaf(__uint_as_float((v164.w & 0xffffu) << 16), v224, v150);
                v151 = fmaf(__uint_as_float((v164.w >> 16) << 16), v230, v151);
                const uint4 v279 = ((const uint4 *)b2)[(int)((unsigned)v143 + (unsigned)v161) >> 3];
                v152 = fmaf(__uint_as_float((v279.x & 0xffffu) << 16), v181, v152);
                v153 = fmaf(__uint_as_float((v279.x >> 16) << 16), v189, v153);
                v154 = fmaf(__uint_as_float((v279.y & 0xffffu) << 16), v196, v154);
                v155 = fmaf(__uint_as_float((v279.y >> 16) << 16), v202, v155);
                v156 = fmaf(__uint_as_float((v279.z & 0xffffu) << 16), v211, v156);
                v157 = fmaf(__uint_as_float((v279.z >> 16) << 16), v217, v157);
                v158 = fmaf(__uint_as_float((v279.w & 0xffffu) << 16), v224, v158);
                v159 = fmaf(__uint_as_float((v279.w >> 16) << 16), v230, v159);
            }
            const float v341 = v144 + v145 + v146 + v147 + v148;
            const float v347 = v341 + v149 + v150 + v151;
            const float v348 = __shfl_xor(v347, 32);
            const float v349 = v347 + v348;
            const float v350 = __shfl_xor(v349, 16);
            const float v351 = v349 + v350;
            const float v352 = __shfl_xor(v351, 8);
            const float v353 = v351 + v352;
            const float v354 = __shfl_xor(v353, 4);
            const float v355 = v353 + v354;
            const float v356 = __shfl_xor(v355, 2);
            const float v357 = v355 + v356;
            const float v358 = __shfl_xor(v357, 1);
            const float v367 = v152 + v153 + v154 + v155 + v156;
            const float v373 = v367 + v157 + v158 + v159;
            const float v375 = (v357 + v358) * v126;
            const float v376 = __shfl_xor(v373, 32);
            const float v377 = v373 + v376;
            const float v378 = __shfl_xor(v377, 16);
            const float v379 = v377 + v378;
            const float v380 = __shfl_xor(v379, 8);
            const float v381 = v379 + v380;
            const float v382 = __shfl_xor(v381, 4);
            const float v383 = v381 + v382;
            const float v384 = __shfl_xor(v383, 2);
            const float v385 = v383 + v384;
            const float v386 = __shfl_xor(v385, 1);
            const bool v387 = v13 == 0;
            if (v387) {
                b3[v140] = v375;
            }
            const float v397 = v127;
            const bool v403 = ((__float_as_int(v375) & 2147483647) <= 2139095040 && v375 <= v397) || 2139095040 < (__float_as_int(v397) & 2147483647);
            const bool v404 = v27 <= v140 || v403;
            v127 = v404 ? v397 : v375;
            v129 = v404 ? v129 : v140;
            const float v410 = (v385 + v386) * v126;
            if (v387) {
                b3[v142] = v410;
            }
            const float v418 = v127;
            const bool v424 = ((__float_as_int(v410) & 2147483647) <= 2139095040 && v410 <= v418) || 2139095040 < (__float_as_int(v418) & 2147483647);
            const bool v425 = v27 <= v142 || v424;
            v127 = v425 ? v418 : v410;
            v129 = v425 ? v129 : v142;
        }
        for (int v432 = v139; v432 < v25; v432 += 2) {
            const int v433 = (int)((unsigned)v432 * 1536u);
            const int v434 = v432 + 1;
            const bool v437 = 0 <= v434 && v434 < 151936;
            const int v438 = v437 ? 1536 : 0;
            const int v439 = (int)((unsigned)v434 * 1536u);
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
            float v450 = 0.0f;
            float v451 = 0.0f;
            float v452 = 0.0f;
            float v453 = 0.0f;
            float v454 = 0.0f;
            float v455 = 0.0f;
            #pragma unroll 4
            for (int v456 = 0; v456 < 1536; v456 += 512) {
                const int v457 = v456 + v21;
                const uint4 v460 = ((const uint4 *)b2)[(int)((unsigned)v433 + (unsigned)v457) >> 3];
                const int v467 = v457 >> 2;
                const uint4 v468 = ((const uint4 *)b0)[v467];
                const uint4 v472 = ((const uint4 *)b1)[v457 >> 3];
                const float v477 = __uint_as_float(v468.x) * __uint_as_float((v472.x & 0xffffu) << 16);
                const float v485 = __uint_as_float(v468.y) * __uint_as_float((v472.x >> 16) << 16);
                const float v492 = __uint_as_float(v468.z) * __uint_as_float((v472.y & 0xffffu) << 16);
                const float v498 = __uint_as_float(v468.w) * __uint_as_float((v472.y >> 16) << 16);
                const uint4 v500 = ((const uint4 *)b0)[v467 + 1];
                const float v507 = __uint_as_float(v500.x) * __uint_as_float((v472.z & 0xffffu) << 16);
                const float v513 = __uint_as_float(v500.y) * __uint_as_float((v472.z >> 16) << 16);
                const float v520 = __uint_as_float(v500.z) * __uint_as_float((v472.w & 0xffffu) << 16);
                const float v526 = __uint_as_float(v500.w) * __uint_as_float((v472.w >> 16) << 16);
                v440 = fmaf(__uint_as_float((v460.x & 0xffffu) << 16), v477, v440);
                v441 = fmaf(__uint_as_float((v460.x >> 16) << 16), v485, v441);
                v442 = fmaf(__uint_as_float((v460.y & 0xffffu) << 16), v492, v442);
                v443 = fmaf(__uint_as_float((v460.y >> 16) << 16), v498, v443);
                v444 = fmaf(__uint_as_float((v460.z & 0xffffu) << 16), v507, v444);
                v445 = fmaf(__uint_as_float((v460.z >> 16) << 16), v513, v445);
                v446 = fmaf(__uint_as_float((v460.w & 0xffffu) << 16), v520, v446);
                v447 = fmaf(__uint_as_float((v460.w >> 16) << 16), v526, v447);
                const bool v576 = 0 <= v457 && v457 < v438;
                const unsigned v579 = (unsigned)b2[v576 ? (int)((unsigned)v439 + (unsigned)v457) : 0];
                v448 = fmaf(__uint_as_float((v576 ? v579 : 0u) << 16), v477, v448);
                const int v586 = v456 + v28;
                const bool v589 = 0 <= v586 && v586 < v438;
                const unsigned v592 = (unsigned)b2[v589 ? (int)((unsigned)v439 + (unsigned)v586) : 0];
                v449 = fmaf(__uint_as_float((v589 ? v592 : 0u) << 16), v485, v449);
                const int v599 = v456 + v29;
                const bool v602 = 0 <= v599 && v599 < v438;
                const unsigned v605 = (unsigned)b2[v602 ? (int)((unsigned)v439 + (unsigned)v599) : 0];
                v450 = fmaf(__uint_as_float((v602 ? v605 : 0u) << 16), v492, v450);
                const int v612 = v456 + v30;
                const bool v615 = 0 <= v612 && v612 < v438;
                const unsigned v618 = (unsigned)b2[v615 ? (int)((unsigned)v439 + (unsigned)v612) : 0];
                v451 = fmaf(__uint_as_float((v615 ? v618 : 0u) << 16), v498, v451);
                const int v625 = v456 + v31;
                const bool v628 = 0 <= v625 && v625 < v438;
                const unsigned v631 = (unsigned)b2[v628 ? (int)((unsigned)v439 + (unsigned)v625) : 0];
                v452 = fmaf(__uint_as_float((v628 ? v631 : 0u) << 16), v507, v452);
                const int v638 = v456 + v33;
                const bool v641 = 0 <= v638 && v638 < v438;
                const unsigned v644 = (unsigned)b2[v641 ? (int)((unsigned)v439 + (unsigned)v638) : 0];
                v453 = fmaf(__uint_as_float((v641 ? v644 : 0u) << 16), v513, v453);
                const int v651 = v456 + v35;
                const bool v654 = 0 <= v651 && v651 < v438;
                const unsigned v657 = (unsigned)b2[v654 ? (int)((unsigned)v439 + (unsigned)v651) : 0];
                v454 = fmaf(__uint_as_float((v654 ? v657 : 0u) << 16), v520, v454);
                const int v664 = v456 + v37;
                const bool v667 = 0 <= v664 && v664 < v438;
                const unsigned v670 = (unsigned)b2[v667 ? (int)((unsigned)v439 + (unsigned)v664) : 0];
                v455 = fmaf(__uint_as_float((v667 ? v670 : 0u) << 16), v526, v455);
            }
            const float v686 = v440 + v441 + v442 + v443 + v444;
            const float v692 = v686 + v445 + v446 + v447;
            const float v693 = __shfl_xor(v692, 32);
            const float v694 = v692 + v693;
            const float v695 = __shfl_xor(v694, 16);
            const float v696 = v694 + v695;
            const float v697 = __shfl_xor(v696, 8);
            const float v698 = v696 + v697;
            const float v699 = __shfl_xor(v698, 4);
            const float v700 = v698 + v699;
            const float v701 = __shfl_xor(v700, 2);
            const float v702 = v700 + v701;
            const float v703 = __shfl_xor(v702, 1);
            const float v712 = v448 + v449 + v450 + v451 + v452;
            const float v718 = v712 + v453 + v454 + v455;
            const float v720 = (v702 + v703) * v126;
            const float v721 = __shfl_xor(v718, 32);
            const float v722 = v718 + v721;
            const float v723 = __shfl_xor(v722, 16);
            const float v724 = v722 + v723;
            const float v725 = __shfl_xor(v724, 8);
            const float v726 = v724 + v725;
            const float v727 = __shfl_xor(v726, 4);
            const float v728 = v726 + v727;
            const float v729 = __shfl_xor(v728, 2);
            const float v730 = v728 + v729;
            const float v731 = __shfl_xor(v730, 1);
            const bool v732 = v13 == 0;
            if (v732) {
                b3[v432] = v720;
            }
            const float v742 = v127;
            const bool v748 = ((__float_as_int(v720) & 2147483647) <= 2139095040 && v720 <= v742) || 2139095040 < (__float_as_int(v742) & 2147483647);
            const bool v749 = v27 <= v432 || v748;
            v127 = v749 ? v742 : v720;
            v129 = v749 ? v129 : v432;
            const float v755 = (v730 + v731) * v126;
            if (v732) {
                if (v437) {
                    b3[v434] = v755;
                }
            }
            const float v765 = v127;
            const bool v771 = ((__float_as_int(v755) & 2147483647) <= 2139095040 && v755 <= v765) || 2139095040 < (__float_as_int(v765) & 2147483647);
            const bool v772 = v27 <= v434 || v771;
            v127 = v772 ? v765 : v755;
            v129 = v772 ? v129 : v434;
        }
        const bool v779 = v13 == 0;
        const int v780 = v23 / 16;
        const float v781 = v127;
        if (v779) {
            b4[v780] = v781;
        }
        const int v785 = v129;
        if (v779) {
            b5[v780] = v785;
        }
    }
}

// tessera kernel norm_lm_head_argmax__final entry ts_norm_lm_head_argmax__final wide 0 params i32:val:32:9496,i32:idx:32:9496,o32:token:32:1,o32:top:32:1 sizes 1 threads 512 teams 1 count 1 shared 64 cost 1
extern "C" __global__ void __launch_bounds__(512) ts_norm_lm_head_argmax__final(
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
        for (int v19 = 0; v19 < v14; v19 += 512) {
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
        const int v57 = __shfl_xor(v56, 32);
        const int v58 = min(v56, v57);
        const int v59 = __shfl_xor(v58, 16);
        const int v60 = min(v58, v59);
        const int v61 = __shfl_xor(v60, 8);
        const int v62 = min(v60, v61);
        const int v63 = __shfl_xor(v62, 4);
        const int v64 = min(v62, v63);
        const int v65 = __shfl_xor(v64, 2);
        const int v66 = min(v64, v65);
        const int v67 = __shfl_xor(v66, 1);
        const int v69 = min(v66, v67);
        __syncthreads();
        const bool v72 = v5 % 64 == 0;
        if (v72) {
            shared[v5 / 64] = (unsigned)v69;
        }
        __syncthreads();
        const float v79 = fmaxf(-__builtin_inff(), v50);
        const unsigned v86 = shared[0];
        const unsigned v88 = shared[1];
        const unsigned v91 = shared[2];
        const unsigned v94 = shared[3];
        const unsigned v97 = shared[4];
        const int v99 = min(min(min(min((int)v86, (int)v88), (int)v91), (int)v94), (int)v97);
        const unsigned v100 = shared[5];
        const unsigned v103 = shared[6];
        const unsigned v106 = shared[7];
        const int v108 = min(min(min(v99, (int)v100), (int)v103), (int)v106);
        const bool v109 = v108 != 2147483647;
        const float v110 = __shfl_xor(v79, 32);
        const float v111 = fmaxf(v79, v110);
        const float v112 = __shfl_xor(v111, 16);
        const float v113 = fmaxf(v111, v112);
        const float v114 = __shfl_xor(v113, 8);
        const float v115 = fmaxf(v113, v114);
        const float v116 = __shfl_xor(v115, 4);
        const float v117 = fmaxf(v115, v116);
        const float v118 = __shfl_xor(v117, 2);
        const float v119 = fmaxf(v117, v118);
        const float v120 = __shfl_xor(v119, 1);
        const float v121 = fmaxf(v119, v120);
        __syncthreads();
        if (v72) {
            shared[v5 / 64] = __float_as_uint(v121);
        }
        __syncthreads();
        const unsigned v129 = shared[0];
        const unsigned v131 = shared[1];
        const unsigned v134 = shared[2];
        const unsigned v137 = shared[3];
        const unsigned v140 = shared[4];
        const float v142 = fmaxf(fmaxf(fmaxf(fmaxf(__uint_as_float(v129), __uint_as_float(v131)), __uint_as_float(v134)), __uint_as_float(v137)), __uint_as_float(v140));
        const unsigned v143 = shared[5];
        const unsigned v146 = shared[6];
        const unsigned v149 = shared[7];
        const float v151 = fmaxf(fmaxf(fmaxf(v142, __uint_as_float(v143)), __uint_as_float(v146)), __uint_as_float(v149));
        const int v154 = min(2147483647, v50 == v151 ? v54 : 2147483647);
        const int v155 = __shfl_xor(v154, 32);
        const int v156 = min(v154, v155);
        const int v157 = __shfl_xor(v156, 16);
        const int v158 = min(v156, v157);
        const int v159 = __shfl_xor(v158, 8);
        const int v160 = min(v158, v159);
        const int v161 = __shfl_xor(v160, 4);
        const int v162 = min(v160, v161);
        const int v163 = __shfl_xor(v162, 2);
        const int v164 = min(v162, v163);
        const int v165 = __shfl_xor(v164, 1);
        const int v166 = min(v164, v165);
        __syncthreads();
        if (v72) {
            shared[v5 / 64] = (unsigned)v166;
        }
        __syncthreads();
        const bool v174 = v5 == 0;
        const unsigned v175 = shared[0];
        const unsigned v177 = shared[1];
        const unsigned v180 = shared[2];
        const unsigned v183 = shared[3];
        const unsigned v186 = shared[4];
        const int v188 = min(min(min(min((int)v175, (int)v177), (int)v180), (int)v183), (int)v186);
        const unsigned v189 = shared[5];
        const unsigned v192 = shared[6];
        const unsigned v195 = shared[7];
        const int v198 = v109 ? v108 : min(min(min(v188, (int)v189), (int)v192), (int)v195);
        const unsigned v202 = (unsigned)max(v198 == 2147483647 ? 0 : v198, 0);
        const float v204 = v109 ? __builtin_nanf("") : v151;
        if (v174) {
            b2[0] = v202;
        }
        if (v174) {
            b3[0] = v204;
        }
    }
}
