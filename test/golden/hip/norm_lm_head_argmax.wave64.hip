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
            const float v378 = v122;
            const bool v382 = v37 <= v135 || (v360 <= v378 || v378 != v378);
            v122 = v382 ? v378 : v360;
            v124 = v382 ? v124 : v135;
            const float v388 = (v370 + v371) * v121;
            if (v372) {
                b3[v137] = v388;
            }
            const float v393 = v122;
            const bool v397 = v37 <= v137 || (v388 <= v393 || v393 != v393);
            v122 = v397 ? v393 : v388;
            v124 = v397 ? v124 : v137;
        }
        for (int v404 = v134; v404 < v36; v404 += 2) {
            const int v405 = (int)((unsigned)v404 * 1536u);
            const int v406 = v404 + 1;
            const bool v409 = 0 <= v406 && v406 < 151936;
            const int v410 = v409 ? 1536 : 0;
            const int v411 = (int)((unsigned)v406 * 1536u);
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
            float v426 = 0.0f;
            float v427 = 0.0f;
            #pragma unroll 4
            for (int v428 = 0; v428 < 1536; v428 += 512) {
                const int v429 = v428 + v21;
                const unsigned v431 = (unsigned)b2[(int)((unsigned)v405 + (unsigned)v429)];
                const float v435 = b0[v429];
                const unsigned v436 = (unsigned)b1[v429];
                const float v439 = v435 * __uint_as_float(v436 << 16);
                const int v442 = v428 + v22;
                const float v443 = b0[v442];
                const unsigned v444 = (unsigned)b1[v442];
                const float v447 = v443 * __uint_as_float(v444 << 16);
                const int v448 = v428 + v24;
                const float v449 = b0[v448];
                const unsigned v450 = (unsigned)b1[v448];
                const float v453 = v449 * __uint_as_float(v450 << 16);
                const int v454 = v428 + v26;
                const float v455 = b0[v454];
                const unsigned v456 = (unsigned)b1[v454];
                const float v459 = v455 * __uint_as_float(v456 << 16);
                const int v460 = v428 + v27;
                const float v461 = b0[v460];
                const unsigned v462 = (unsigned)b1[v460];
                const float v465 = v461 * __uint_as_float(v462 << 16);
                const int v466 = v428 + v29;
                const float v467 = b0[v466];
                const unsigned v468 = (unsigned)b1[v466];
                const float v471 = v467 * __uint_as_float(v468 << 16);
                const int v472 = v428 + v31;
                const float v473 = b0[v472];
                const unsigned v474 = (unsigned)b1[v472];
                const float v477 = v473 * __uint_as_float(v474 << 16);
                const int v478 = v428 + v33;
                const float v479 = b0[v478];
                const unsigned v480 = (unsigned)b1[v478];
                const float v483 = v479 * __uint_as_float(v480 << 16);
                v412 = fmaf(__uint_as_float(v431 << 16), v439, v412);
                const unsigned v486 = (unsigned)b2[(int)((unsigned)v405 + (unsigned)v442)];
                v413 = fmaf(__uint_as_float(v486 << 16), v447, v413);
                const unsigned v493 = (unsigned)b2[(int)((unsigned)v405 + (unsigned)v448)];
                v414 = fmaf(__uint_as_float(v493 << 16), v453, v414);
                const unsigned v500 = (unsigned)b2[(int)((unsigned)v405 + (unsigned)v454)];
                v415 = fmaf(__uint_as_float(v500 << 16), v459, v415);
                const unsigned v507 = (unsigned)b2[(int)((unsigned)v405 + (unsigned)v460)];
                v416 = fmaf(__uint_as_float(v507 << 16), v465, v416);
                const unsigned v514 = (unsigned)b2[(int)((unsigned)v405 + (unsigned)v466)];
                v417 = fmaf(__uint_as_float(v514 << 16), v471, v417);
                const unsigned v521 = (unsigned)b2[(int)((unsigned)v405 + (unsigned)v472)];
                v418 = fmaf(__uint_as_float(v521 << 16), v477, v418);
                const unsigned v528 = (unsigned)b2[(int)((unsigned)v405 + (unsigned)v478)];
                v419 = fmaf(__uint_as_float(v528 << 16), v483, v419);
                const bool v536 = 0 <= v429 && v429 < v410;
                const unsigned v539 = (unsigned)b2[v536 ? (int)((unsigned)v411 + (unsigned)v429) : 0];
                v420 = fmaf(__uint_as_float((v536 ? v539 : 0u) << 16), v439, v420);
                const bool v549 = 0 <= v442 && v442 < v410;
                const unsigned v552 = (unsigned)b2[v549 ? (int)((unsigned)v411 + (unsigned)v442) : 0];
                v421 = fmaf(__uint_as_float((v549 ? v552 : 0u) << 16), v447, v421);
                const bool v561 = 0 <= v448 && v448 < v410;
                const unsigned v564 = (unsigned)b2[v561 ? (int)((unsigned)v411 + (unsigned)v448) : 0];
                v422 = fmaf(__uint_as_float((v561 ? v564 : 0u) << 16), v453, v422);
                const bool v573 = 0 <= v454 && v454 < v410;
                const unsigned v576 = (unsigned)b2[v573 ? (int)((unsigned)v411 + (unsigned)v454) : 0];
                v423 = fmaf(__uint_as_float((v573 ? v576 : 0u) << 16), v459, v423);
                const bool v585 = 0 <= v460 && v460 < v410;
                const unsigned v588 = (unsigned)b2[v585 ? (int)((unsigned)v411 + (unsigned)v460) : 0];
                v424 = fmaf(__uint_as_float((v585 ? v588 : 0u) << 16), v465, v424);
                const bool v597 = 0 <= v466 && v466 < v410;
                const unsigned v600 = (unsigned)b2[v597 ? (int)((unsigned)v411 + (unsigned)v466) : 0];
                v425 = fmaf(__uint_as_float((v597 ? v600 : 0u) << 16), v471, v425);
                const bool v609 = 0 <= v472 && v472 < v410;
                const unsigned v612 = (unsigned)b2[v609 ? (int)((unsigned)v411 + (unsigned)v472) : 0];
                v426 = fmaf(__uint_as_float((v609 ? v612 : 0u) << 16), v477, v426);
                const bool v621 = 0 <= v478 && v478 < v410;
                const unsigned v624 = (unsigned)b2[v621 ? (int)((unsigned)v411 + (unsigned)v478) : 0];
                v427 = fmaf(__uint_as_float((v621 ? v624 : 0u) << 16), v483, v427);
            }
            const float v640 = v412 + v413 + v414 + v415 + v416;
            const float v646 = v640 + v417 + v418 + v419;
            const float v647 = __shfl_xor(v646, 32);
            const float v648 = v646 + v647;
            const float v649 = __shfl_xor(v648, 16);
            const float v650 = v648 + v649;
            const float v651 = __shfl_xor(v650, 8);
            const float v652 = v650 + v651;
            const float v653 = __shfl_xor(v652, 4);
            const float v654 = v652 + v653;
            const float v655 = __shfl_xor(v654, 2);
            const float v656 = v654 + v655;
            const float v657 = __shfl_xor(v656, 1);
            const float v666 = v420 + v421 + v422 + v423 + v424;
            const float v672 = v666 + v425 + v426 + v427;
            const float v674 = (v656 + v657) * v121;
            const float v675 = __shfl_xor(v672, 32);
            const float v676 = v672 + v675;
            const float v677 = __shfl_xor(v676, 16);
            const float v678 = v676 + v677;
            const float v679 = __shfl_xor(v678, 8);
            const float v680 = v678 + v679;
            const float v681 = __shfl_xor(v680, 4);
            const float v682 = v680 + v681;
            const float v683 = __shfl_xor(v682, 2);
            const float v684 = v682 + v683;
            const float v685 = __shfl_xor(v684, 1);
            const bool v686 = v13 == 0;
            if (v686) {
                b3[v404] = v674;
            }
            const float v692 = v122;
            const bool v696 = v37 <= v404 || (v674 <= v692 || v692 != v692);
            v122 = v696 ? v692 : v674;
            v124 = v696 ? v124 : v404;
            const float v702 = (v684 + v685) * v121;
            if (v686) {
                if (v409) {
                    b3[v406] = v702;
                }
            }
            const float v709 = v122;
            const bool v713 = v37 <= v406 || (v702 <= v709 || v709 != v709);
            v122 = v713 ? v709 : v702;
            v124 = v713 ? v124 : v406;
        }
        const bool v720 = v13 == 0;
        const int v721 = v34 / 16;
        const float v722 = v122;
        if (v720) {
            b4[v721] = v722;
        }
        const int v726 = v124;
        if (v720) {
            b5[v721] = v726;
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
            const float v393 = v127;
            const bool v397 = v27 <= v140 || (v375 <= v393 || v393 != v393);
            v127 = v397 ? v393 : v375;
            v129 = v397 ? v129 : v140;
            const float v403 = (v385 + v386) * v126;
            if (v387) {
                b3[v142] = v403;
            }
            const float v408 = v127;
            const bool v412 = v27 <= v142 || (v403 <= v408 || v408 != v408);
            v127 = v412 ? v408 : v403;
            v129 = v412 ? v129 : v142;
        }
        for (int v419 = v139; v419 < v25; v419 += 2) {
            const int v420 = (int)((unsigned)v419 * 1536u);
            const int v421 = v419 + 1;
            const bool v424 = 0 <= v421 && v421 < 151936;
            const int v425 = v424 ? 1536 : 0;
            const int v426 = (int)((unsigned)v421 * 1536u);
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
            float v441 = 0.0f;
            float v442 = 0.0f;
            #pragma unroll 4
            for (int v443 = 0; v443 < 1536; v443 += 512) {
                const int v444 = v443 + v21;
                const uint4 v447 = ((const uint4 *)b2)[(int)((unsigned)v420 + (unsigned)v444) >> 3];
                const int v454 = v444 >> 2;
                const uint4 v455 = ((const uint4 *)b0)[v454];
                const uint4 v459 = ((const uint4 *)b1)[v444 >> 3];
                const float v464 = __uint_as_float(v455.x) * __uint_as_float((v459.x & 0xffffu) << 16);
                const float v472 = __uint_as_float(v455.y) * __uint_as_float((v459.x >> 16) << 16);
                const float v479 = __uint_as_float(v455.z) * __uint_as_float((v459.y & 0xffffu) << 16);
                const float v485 = __uint_as_float(v455.w) * __uint_as_float((v459.y >> 16) << 16);
                const uint4 v487 = ((const uint4 *)b0)[v454 + 1];
                const float v494 = __uint_as_float(v487.x) * __uint_as_float((v459.z & 0xffffu) << 16);
                const float v500 = __uint_as_float(v487.y) * __uint_as_float((v459.z >> 16) << 16);
                const float v507 = __uint_as_float(v487.z) * __uint_as_float((v459.w & 0xffffu) << 16);
                const float v513 = __uint_as_float(v487.w) * __uint_as_float((v459.w >> 16) << 16);
                v427 = fmaf(__uint_as_float((v447.x & 0xffffu) << 16), v464, v427);
                v428 = fmaf(__uint_as_float((v447.x >> 16) << 16), v472, v428);
                v429 = fmaf(__uint_as_float((v447.y & 0xffffu) << 16), v479, v429);
                v430 = fmaf(__uint_as_float((v447.y >> 16) << 16), v485, v430);
                v431 = fmaf(__uint_as_float((v447.z & 0xffffu) << 16), v494, v431);
                v432 = fmaf(__uint_as_float((v447.z >> 16) << 16), v500, v432);
                v433 = fmaf(__uint_as_float((v447.w & 0xffffu) << 16), v507, v433);
                v434 = fmaf(__uint_as_float((v447.w >> 16) << 16), v513, v434);
                const bool v563 = 0 <= v444 && v444 < v425;
                const unsigned v566 = (unsigned)b2[v563 ? (int)((unsigned)v426 + (unsigned)v444) : 0];
                v435 = fmaf(__uint_as_float((v563 ? v566 : 0u) << 16), v464, v435);
                const int v573 = v443 + v28;
                const bool v576 = 0 <= v573 && v573 < v425;
                const unsigned v579 = (unsigned)b2[v576 ? (int)((unsigned)v426 + (unsigned)v573) : 0];
                v436 = fmaf(__uint_as_float((v576 ? v579 : 0u) << 16), v472, v436);
                const int v586 = v443 + v29;
                const bool v589 = 0 <= v586 && v586 < v425;
                const unsigned v592 = (unsigned)b2[v589 ? (int)((unsigned)v426 + (unsigned)v586) : 0];
                v437 = fmaf(__uint_as_float((v589 ? v592 : 0u) << 16), v479, v437);
                const int v599 = v443 + v30;
                const bool v602 = 0 <= v599 && v599 < v425;
                const unsigned v605 = (unsigned)b2[v602 ? (int)((unsigned)v426 + (unsigned)v599) : 0];
                v438 = fmaf(__uint_as_float((v602 ? v605 : 0u) << 16), v485, v438);
                const int v612 = v443 + v31;
                const bool v615 = 0 <= v612 && v612 < v425;
                const unsigned v618 = (unsigned)b2[v615 ? (int)((unsigned)v426 + (unsigned)v612) : 0];
                v439 = fmaf(__uint_as_float((v615 ? v618 : 0u) << 16), v494, v439);
                const int v625 = v443 + v33;
                const bool v628 = 0 <= v625 && v625 < v425;
                const unsigned v631 = (unsigned)b2[v628 ? (int)((unsigned)v426 + (unsigned)v625) : 0];
                v440 = fmaf(__uint_as_float((v628 ? v631 : 0u) << 16), v500, v440);
                const int v638 = v443 + v35;
                const bool v641 = 0 <= v638 && v638 < v425;
                const unsigned v644 = (unsigned)b2[v641 ? (int)((unsigned)v426 + (unsigned)v638) : 0];
                v441 = fmaf(__uint_as_float((v641 ? v644 : 0u) << 16), v507, v441);
                const int v651 = v443 + v37;
                const bool v654 = 0 <= v651 && v651 < v425;
                const unsigned v657 = (unsigned)b2[v654 ? (int)((unsigned)v426 + (unsigned)v651) : 0];
                v442 = fmaf(__uint_as_float((v654 ? v657 : 0u) << 16), v513, v442);
            }
            const float v673 = v427 + v428 + v429 + v430 + v431;
            const float v679 = v673 + v432 + v433 + v434;
            const float v680 = __shfl_xor(v679, 32);
            const float v681 = v679 + v680;
            const float v682 = __shfl_xor(v681, 16);
            const float v683 = v681 + v682;
            const float v684 = __shfl_xor(v683, 8);
            const float v685 = v683 + v684;
            const float v686 = __shfl_xor(v685, 4);
            const float v687 = v685 + v686;
            const float v688 = __shfl_xor(v687, 2);
            const float v689 = v687 + v688;
            const float v690 = __shfl_xor(v689, 1);
            const float v699 = v435 + v436 + v437 + v438 + v439;
            const float v705 = v699 + v440 + v441 + v442;
            const float v707 = (v689 + v690) * v126;
            const float v708 = __shfl_xor(v705, 32);
            const float v709 = v705 + v708;
            const float v710 = __shfl_xor(v709, 16);
            const float v711 = v709 + v710;
            const float v712 = __shfl_xor(v711, 8);
            const float v713 = v711 + v712;
            const float v714 = __shfl_xor(v713, 4);
            const float v715 = v713 + v714;
            const float v716 = __shfl_xor(v715, 2);
            const float v717 = v715 + v716;
            const float v718 = __shfl_xor(v717, 1);
            const bool v719 = v13 == 0;
            if (v719) {
                b3[v419] = v707;
            }
            const float v725 = v127;
            const bool v729 = v27 <= v419 || (v707 <= v725 || v725 != v725);
            v127 = v729 ? v725 : v707;
            v129 = v729 ? v129 : v419;
            const float v735 = (v717 + v718) * v126;
            if (v719) {
                if (v424) {
                    b3[v421] = v735;
                }
            }
            const float v742 = v127;
            const bool v746 = v27 <= v421 || (v735 <= v742 || v742 != v742);
            v127 = v746 ? v742 : v735;
            v129 = v746 ? v129 : v421;
        }
        const bool v753 = v13 == 0;
        const int v754 = v23 / 16;
        const float v755 = v127;
        if (v753) {
            b4[v754] = v755;
        }
        const int v759 = v129;
        if (v753) {
            b5[v754] = v759;
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
            const float v29 = v16;
            const bool v33 = v14 <= v20 || (v28 <= v29 || v29 != v29);
            v16 = v33 ? v29 : v28;
            const int v37 = b1[v25];
            v18 = v33 ? v18 : (v24 ? v37 : 0);
        }
        const float v42 = v16;
        const int v44 = v18;
        const int v46 = min(2147483647, v42 != v42 ? v44 : 2147483647);
        const int v47 = __shfl_xor(v46, 32);
        const int v48 = min(v46, v47);
        const int v49 = __shfl_xor(v48, 16);
        const int v50 = min(v48, v49);
        const int v51 = __shfl_xor(v50, 8);
        const int v52 = min(v50, v51);
        const int v53 = __shfl_xor(v52, 4);
        const int v54 = min(v52, v53);
        const int v55 = __shfl_xor(v54, 2);
        const int v56 = min(v54, v55);
        const int v57 = __shfl_xor(v56, 1);
        const int v59 = min(v56, v57);
        __syncthreads();
        const bool v62 = v5 % 64 == 0;
        if (v62) {
            shared[v5 / 64] = (unsigned)v59;
        }
        __syncthreads();
        const float v69 = fmaxf(-__builtin_inff(), v42);
        const unsigned v76 = shared[0];
        const unsigned v78 = shared[1];
        const unsigned v81 = shared[2];
        const unsigned v84 = shared[3];
        const unsigned v87 = shared[4];
        const int v89 = min(min(min(min((int)v76, (int)v78), (int)v81), (int)v84), (int)v87);
        const unsigned v90 = shared[5];
        const unsigned v93 = shared[6];
        const unsigned v96 = shared[7];
        const int v98 = min(min(min(v89, (int)v90), (int)v93), (int)v96);
        const bool v99 = v98 != 2147483647;
        const float v100 = __shfl_xor(v69, 32);
        const float v101 = fmaxf(v69, v100);
        const float v102 = __shfl_xor(v101, 16);
        const float v103 = fmaxf(v101, v102);
        const float v104 = __shfl_xor(v103, 8);
        const float v105 = fmaxf(v103, v104);
        const float v106 = __shfl_xor(v105, 4);
        const float v107 = fmaxf(v105, v106);
        const float v108 = __shfl_xor(v107, 2);
        const float v109 = fmaxf(v107, v108);
        const float v110 = __shfl_xor(v109, 1);
        const float v111 = fmaxf(v109, v110);
        __syncthreads();
        if (v62) {
            shared[v5 / 64] = __float_as_uint(v111);
        }
        __syncthreads();
        const unsigned v119 = shared[0];
        const unsigned v121 = shared[1];
        const unsigned v124 = shared[2];
        const unsigned v127 = shared[3];
        const unsigned v130 = shared[4];
        const float v132 = fmaxf(fmaxf(fmaxf(fmaxf(__uint_as_float(v119), __uint_as_float(v121)), __uint_as_float(v124)), __uint_as_float(v127)), __uint_as_float(v130));
        const unsigned v133 = shared[5];
        const unsigned v136 = shared[6];
        const unsigned v139 = shared[7];
        const float v141 = fmaxf(fmaxf(fmaxf(v132, __uint_as_float(v133)), __uint_as_float(v136)), __uint_as_float(v139));
        const int v144 = min(2147483647, v42 == v141 ? v44 : 2147483647);
        const int v145 = __shfl_xor(v144, 32);
        const int v146 = min(v144, v145);
        const int v147 = __shfl_xor(v146, 16);
        const int v148 = min(v146, v147);
        const int v149 = __shfl_xor(v148, 8);
        const int v150 = min(v148, v149);
        const int v151 = __shfl_xor(v150, 4);
        const int v152 = min(v150, v151);
        const int v153 = __shfl_xor(v152, 2);
        const int v154 = min(v152, v153);
        const int v155 = __shfl_xor(v154, 1);
        const int v156 = min(v154, v155);
        __syncthreads();
        if (v62) {
            shared[v5 / 64] = (unsigned)v156;
        }
        __syncthreads();
        const bool v164 = v5 == 0;
        const unsigned v165 = shared[0];
        const unsigned v167 = shared[1];
        const unsigned v170 = shared[2];
        const unsigned v173 = shared[3];
        const unsigned v176 = shared[4];
        const int v178 = min(min(min(min((int)v165, (int)v167), (int)v170), (int)v173), (int)v176);
        const unsigned v179 = shared[5];
        const unsigned v182 = shared[6];
        const unsigned v185 = shared[7];
        const int v188 = v99 ? v98 : min(min(min(v178, (int)v179), (int)v182), (int)v185);
        const unsigned v192 = (unsigned)max(v188 == 2147483647 ? 0 : v188, 0);
        const float v194 = v99 ? __builtin_nanf("") : v141;
        if (v164) {
            b2[0] = v192;
        }
        if (v164) {
            b3[0] = v194;
        }
    }
}
