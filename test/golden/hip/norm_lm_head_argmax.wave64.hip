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
            const float v362 = v122;
            const int v365 = v124;
            const bool v369 = v135 < v37 && (v362 < v360 || (v360 == v362 && v135 < v365));
            const float v370 = __shfl_xor(v358, 32);
            const float v371 = v358 + v370;
            const float v372 = __shfl_xor(v371, 16);
            const float v373 = v371 + v372;
            const float v374 = __shfl_xor(v373, 8);
            const float v375 = v373 + v374;
            const float v376 = __shfl_xor(v375, 4);
            const float v377 = v375 + v376;
            const float v378 = __shfl_xor(v377, 2);
            const float v379 = v377 + v378;
            const float v380 = __shfl_xor(v379, 1);
            const bool v381 = v13 == 0;
            if (v381) {
                b3[v135] = v360;
            }
            v122 = v369 ? v360 : v362;
            v124 = v369 ? v135 : v365;
            const float v390 = (v379 + v380) * v121;
            const float v392 = v122;
            const int v395 = v124;
            const bool v399 = v137 < v37 && (v392 < v390 || (v390 == v392 && v137 < v395));
            if (v381) {
                b3[v137] = v390;
            }
            v122 = v399 ? v390 : v392;
            v124 = v399 ? v137 : v395;
        }
        for (int v408 = v134; v408 < v36; v408 += 2) {
            const int v409 = (int)((unsigned)v408 * 1536u);
            const int v410 = v408 + 1;
            const bool v413 = 0 <= v410 && v410 < 151936;
            const int v414 = v413 ? 1536 : 0;
            const int v415 = (int)((unsigned)v410 * 1536u);
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
            float v428 = 0.0f;
            float v429 = 0.0f;
            float v430 = 0.0f;
            float v431 = 0.0f;
            #pragma unroll 4
            for (int v432 = 0; v432 < 1536; v432 += 512) {
                const int v433 = v432 + v21;
                const unsigned v435 = (unsigned)b2[(int)((unsigned)v409 + (unsigned)v433)];
                const float v439 = b0[v433];
                const unsigned v440 = (unsigned)b1[v433];
                const float v443 = v439 * __uint_as_float(v440 << 16);
                const int v446 = v432 + v22;
                const float v447 = b0[v446];
                const unsigned v448 = (unsigned)b1[v446];
                const float v451 = v447 * __uint_as_float(v448 << 16);
                const int v452 = v432 + v24;
                const float v453 = b0[v452];
                const unsigned v454 = (unsigned)b1[v452];
                const float v457 = v453 * __uint_as_float(v454 << 16);
                const int v458 = v432 + v26;
                const float v459 = b0[v458];
                const unsigned v460 = (unsigned)b1[v458];
                const float v463 = v459 * __uint_as_float(v460 << 16);
                const int v464 = v432 + v27;
                const float v465 = b0[v464];
                const unsigned v466 = (unsigned)b1[v464];
                const float v469 = v465 * __uint_as_float(v466 << 16);
                const int v470 = v432 + v29;
                const float v471 = b0[v470];
                const unsigned v472 = (unsigned)b1[v470];
                const float v475 = v471 * __uint_as_float(v472 << 16);
                const int v476 = v432 + v31;
                const float v477 = b0[v476];
                const unsigned v478 = (unsigned)b1[v476];
                const float v481 = v477 * __uint_as_float(v478 << 16);
                const int v482 = v432 + v33;
                const float v483 = b0[v482];
                const unsigned v484 = (unsigned)b1[v482];
                const float v487 = v483 * __uint_as_float(v484 << 16);
                v416 = fmaf(__uint_as_float(v435 << 16), v443, v416);
                const unsigned v490 = (unsigned)b2[(int)((unsigned)v409 + (unsigned)v446)];
                v417 = fmaf(__uint_as_float(v490 << 16), v451, v417);
                const unsigned v497 = (unsigned)b2[(int)((unsigned)v409 + (unsigned)v452)];
                v418 = fmaf(__uint_as_float(v497 << 16), v457, v418);
                const unsigned v504 = (unsigned)b2[(int)((unsigned)v409 + (unsigned)v458)];
                v419 = fmaf(__uint_as_float(v504 << 16), v463, v419);
                const unsigned v511 = (unsigned)b2[(int)((unsigned)v409 + (unsigned)v464)];
                v420 = fmaf(__uint_as_float(v511 << 16), v469, v420);
                const unsigned v518 = (unsigned)b2[(int)((unsigned)v409 + (unsigned)v470)];
                v421 = fmaf(__uint_as_float(v518 << 16), v475, v421);
                const unsigned v525 = (unsigned)b2[(int)((unsigned)v409 + (unsigned)v476)];
                v422 = fmaf(__uint_as_float(v525 << 16), v481, v422);
                const unsigned v532 = (unsigned)b2[(int)((unsigned)v409 + (unsigned)v482)];
                v423 = fmaf(__uint_as_float(v532 << 16), v487, v423);
                const bool v540 = 0 <= v433 && v433 < v414;
                const unsigned v543 = (unsigned)b2[v540 ? (int)((unsigned)v415 + (unsigned)v433) : 0];
                v424 = fmaf(__uint_as_float((v540 ? v543 : 0u) << 16), v443, v424);
                const bool v553 = 0 <= v446 && v446 < v414;
                const unsigned v556 = (unsigned)b2[v553 ? (int)((unsigned)v415 + (unsigned)v446) : 0];
                v425 = fmaf(__uint_as_float((v553 ? v556 : 0u) << 16), v451, v425);
                const bool v565 = 0 <= v452 && v452 < v414;
                const unsigned v568 = (unsigned)b2[v565 ? (int)((unsigned)v415 + (unsigned)v452) : 0];
                v426 = fmaf(__uint_as_float((v565 ? v568 : 0u) << 16), v457, v426);
                const bool v577 = 0 <= v458 && v458 < v414;
                const unsigned v580 = (unsigned)b2[v577 ? (int)((unsigned)v415 + (unsigned)v458) : 0];
                v427 = fmaf(__uint_as_float((v577 ? v580 : 0u) << 16), v463, v427);
                const bool v589 = 0 <= v464 && v464 < v414;
                const unsigned v592 = (unsigned)b2[v589 ? (int)((unsigned)v415 + (unsigned)v464) : 0];
                v428 = fmaf(__uint_as_float((v589 ? v592 : 0u) << 16), v469, v428);
                const bool v601 = 0 <= v470 && v470 < v414;
                const unsigned v604 = (unsigned)b2[v601 ? (int)((unsigned)v415 + (unsigned)v470) : 0];
                v429 = fmaf(__uint_as_float((v601 ? v604 : 0u) << 16), v475, v429);
                const bool v613 = 0 <= v476 && v476 < v414;
                const unsigned v616 = (unsigned)b2[v613 ? (int)((unsigned)v415 + (unsigned)v476) : 0];
                v430 = fmaf(__uint_as_float((v613 ? v616 : 0u) << 16), v481, v430);
                const bool v625 = 0 <= v482 && v482 < v414;
                const unsigned v628 = (unsigned)b2[v625 ? (int)((unsigned)v415 + (unsigned)v482) : 0];
                v431 = fmaf(__uint_as_float((v625 ? v628 : 0u) << 16), v487, v431);
            }
            const float v644 = v416 + v417 + v418 + v419 + v420;
            const float v650 = v644 + v421 + v422 + v423;
            const float v651 = __shfl_xor(v650, 32);
            const float v652 = v650 + v651;
            const float v653 = __shfl_xor(v652, 16);
            const float v654 = v652 + v653;
            const float v655 = __shfl_xor(v654, 8);
            const float v656 = v654 + v655;
            const float v657 = __shfl_xor(v656, 4);
            const float v658 = v656 + v657;
            const float v659 = __shfl_xor(v658, 2);
            const float v660 = v658 + v659;
            const float v661 = __shfl_xor(v660, 1);
            const float v670 = v424 + v425 + v426 + v427 + v428;
            const float v676 = v670 + v429 + v430 + v431;
            const float v678 = (v660 + v661) * v121;
            const float v680 = v122;
            const int v683 = v124;
            const bool v687 = v408 < v37 && (v680 < v678 || (v678 == v680 && v408 < v683));
            const float v688 = __shfl_xor(v676, 32);
            const float v689 = v676 + v688;
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
                b3[v408] = v678;
            }
            v122 = v687 ? v678 : v680;
            v124 = v687 ? v408 : v683;
            const float v708 = (v697 + v698) * v121;
            const float v710 = v122;
            const int v713 = v124;
            const bool v717 = v410 < v37 && (v710 < v708 || (v708 == v710 && v410 < v713));
            if (v699) {
                if (v413) {
                    b3[v410] = v708;
                }
            }
            v122 = v717 ? v708 : v710;
            v124 = v717 ? v410 : v713;
        }
        const bool v728 = v13 == 0;
        const int v729 = v34 / 16;
        const float v730 = v122;
        if (v728) {
            b4[v729] = v730;
        }
        const int v734 = v124;
        if (v728) {
            b5[v729] = v734;
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
            const float v377 = v127;
            const int v380 = v129;
            const bool v384 = v140 < v27 && (v377 < v375 || (v375 == v377 && v140 < v380));
            const float v385 = __shfl_xor(v373, 32);
            const float v386 = v373 + v385;
            const float v387 = __shfl_xor(v386, 16);
            const float v388 = v386 + v387;
            const float v389 = __shfl_xor(v388, 8);
            const float v390 = v388 + v389;
            const float v391 = __shfl_xor(v390, 4);
            const float v392 = v390 + v391;
            const float v393 = __shfl_xor(v392, 2);
            const float v394 = v392 + v393;
            const float v395 = __shfl_xor(v394, 1);
            const bool v396 = v13 == 0;
            if (v396) {
                b3[v140] = v375;
            }
            v127 = v384 ? v375 : v377;
            v129 = v384 ? v140 : v380;
            const float v405 = (v394 + v395) * v126;
            const float v407 = v127;
            const int v410 = v129;
            const bool v414 = v142 < v27 && (v407 < v405 || (v405 == v407 && v142 < v410));
            if (v396) {
                b3[v142] = v405;
            }
            v127 = v414 ? v405 : v407;
            v129 = v414 ? v142 : v410;
        }
        for (int v423 = v139; v423 < v25; v423 += 2) {
            const int v424 = (int)((unsigned)v423 * 1536u);
            const int v425 = v423 + 1;
            const bool v428 = 0 <= v425 && v425 < 151936;
            const int v429 = v428 ? 1536 : 0;
            const int v430 = (int)((unsigned)v425 * 1536u);
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
            float v443 = 0.0f;
            float v444 = 0.0f;
            float v445 = 0.0f;
            float v446 = 0.0f;
            #pragma unroll 4
            for (int v447 = 0; v447 < 1536; v447 += 512) {
                const int v448 = v447 + v21;
                const uint4 v451 = ((const uint4 *)b2)[(int)((unsigned)v424 + (unsigned)v448) >> 3];
                const int v458 = v448 >> 2;
                const uint4 v459 = ((const uint4 *)b0)[v458];
                const uint4 v463 = ((const uint4 *)b1)[v448 >> 3];
                const float v468 = __uint_as_float(v459.x) * __uint_as_float((v463.x & 0xffffu) << 16);
                const float v476 = __uint_as_float(v459.y) * __uint_as_float((v463.x >> 16) << 16);
                const float v483 = __uint_as_float(v459.z) * __uint_as_float((v463.y & 0xffffu) << 16);
                const float v489 = __uint_as_float(v459.w) * __uint_as_float((v463.y >> 16) << 16);
                const uint4 v491 = ((const uint4 *)b0)[v458 + 1];
                const float v498 = __uint_as_float(v491.x) * __uint_as_float((v463.z & 0xffffu) << 16);
                const float v504 = __uint_as_float(v491.y) * __uint_as_float((v463.z >> 16) << 16);
                const float v511 = __uint_as_float(v491.z) * __uint_as_float((v463.w & 0xffffu) << 16);
                const float v517 = __uint_as_float(v491.w) * __uint_as_float((v463.w >> 16) << 16);
                v431 = fmaf(__uint_as_float((v451.x & 0xffffu) << 16), v468, v431);
                v432 = fmaf(__uint_as_float((v451.x >> 16) << 16), v476, v432);
                v433 = fmaf(__uint_as_float((v451.y & 0xffffu) << 16), v483, v433);
                v434 = fmaf(__uint_as_float((v451.y >> 16) << 16), v489, v434);
                v435 = fmaf(__uint_as_float((v451.z & 0xffffu) << 16), v498, v435);
                v436 = fmaf(__uint_as_float((v451.z >> 16) << 16), v504, v436);
                v437 = fmaf(__uint_as_float((v451.w & 0xffffu) << 16), v511, v437);
                v438 = fmaf(__uint_as_float((v451.w >> 16) << 16), v517, v438);
                const bool v567 = 0 <= v448 && v448 < v429;
                const unsigned v570 = (unsigned)b2[v567 ? (int)((unsigned)v430 + (unsigned)v448) : 0];
                v439 = fmaf(__uint_as_float((v567 ? v570 : 0u) << 16), v468, v439);
                const int v577 = v447 + v28;
                const bool v580 = 0 <= v577 && v577 < v429;
                const unsigned v583 = (unsigned)b2[v580 ? (int)((unsigned)v430 + (unsigned)v577) : 0];
                v440 = fmaf(__uint_as_float((v580 ? v583 : 0u) << 16), v476, v440);
                const int v590 = v447 + v29;
                const bool v593 = 0 <= v590 && v590 < v429;
                const unsigned v596 = (unsigned)b2[v593 ? (int)((unsigned)v430 + (unsigned)v590) : 0];
                v441 = fmaf(__uint_as_float((v593 ? v596 : 0u) << 16), v483, v441);
                const int v603 = v447 + v30;
                const bool v606 = 0 <= v603 && v603 < v429;
                const unsigned v609 = (unsigned)b2[v606 ? (int)((unsigned)v430 + (unsigned)v603) : 0];
                v442 = fmaf(__uint_as_float((v606 ? v609 : 0u) << 16), v489, v442);
                const int v616 = v447 + v31;
                const bool v619 = 0 <= v616 && v616 < v429;
                const unsigned v622 = (unsigned)b2[v619 ? (int)((unsigned)v430 + (unsigned)v616) : 0];
                v443 = fmaf(__uint_as_float((v619 ? v622 : 0u) << 16), v498, v443);
                const int v629 = v447 + v33;
                const bool v632 = 0 <= v629 && v629 < v429;
                const unsigned v635 = (unsigned)b2[v632 ? (int)((unsigned)v430 + (unsigned)v629) : 0];
                v444 = fmaf(__uint_as_float((v632 ? v635 : 0u) << 16), v504, v444);
                const int v642 = v447 + v35;
                const bool v645 = 0 <= v642 && v642 < v429;
                const unsigned v648 = (unsigned)b2[v645 ? (int)((unsigned)v430 + (unsigned)v642) : 0];
                v445 = fmaf(__uint_as_float((v645 ? v648 : 0u) << 16), v511, v445);
                const int v655 = v447 + v37;
                const bool v658 = 0 <= v655 && v655 < v429;
                const unsigned v661 = (unsigned)b2[v658 ? (int)((unsigned)v430 + (unsigned)v655) : 0];
                v446 = fmaf(__uint_as_float((v658 ? v661 : 0u) << 16), v517, v446);
            }
            const float v677 = v431 + v432 + v433 + v434 + v435;
            const float v683 = v677 + v436 + v437 + v438;
            const float v684 = __shfl_xor(v683, 32);
            const float v685 = v683 + v684;
            const float v686 = __shfl_xor(v685, 16);
            const float v687 = v685 + v686;
            const float v688 = __shfl_xor(v687, 8);
            const float v689 = v687 + v688;
            const float v690 = __shfl_xor(v689, 4);
            const float v691 = v689 + v690;
            const float v692 = __shfl_xor(v691, 2);
            const float v693 = v691 + v692;
            const float v694 = __shfl_xor(v693, 1);
            const float v703 = v439 + v440 + v441 + v442 + v443;
            const float v709 = v703 + v444 + v445 + v446;
            const float v711 = (v693 + v694) * v126;
            const float v713 = v127;
            const int v716 = v129;
            const bool v720 = v423 < v27 && (v713 < v711 || (v711 == v713 && v423 < v716));
            const float v721 = __shfl_xor(v709, 32);
            const float v722 = v709 + v721;
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
                b3[v423] = v711;
            }
            v127 = v720 ? v711 : v713;
            v129 = v720 ? v423 : v716;
            const float v741 = (v730 + v731) * v126;
            const float v743 = v127;
            const int v746 = v129;
            const bool v750 = v425 < v27 && (v743 < v741 || (v741 == v743 && v425 < v746));
            if (v732) {
                if (v428) {
                    b3[v425] = v741;
                }
            }
            v127 = v750 ? v741 : v743;
            v129 = v750 ? v425 : v746;
        }
        const bool v761 = v13 == 0;
        const int v762 = v23 / 16;
        const float v763 = v127;
        if (v761) {
            b4[v762] = v763;
        }
        const int v767 = v129;
        if (v761) {
            b5[v762] = v767;
        }
    }
}

// tessera kernel norm_lm_head_argmax__final entry ts_norm_lm_head_argmax__final wide 0 params i32:val:32:9496,i32:idx:32:9496,o32:token:32:1 sizes 1 threads 512 teams 1 count 1 shared 64 cost 1
extern "C" __global__ void __launch_bounds__(512) ts_norm_lm_head_argmax__final(
    const float *b0, // val
    const int *b1, // idx
    unsigned *b2, // token
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
        const float v45 = fmaxf(-__builtin_inff(), v44);
        const float v46 = __shfl_xor(v45, 32);
        const float v47 = fmaxf(v45, v46);
        const float v48 = __shfl_xor(v47, 16);
        const float v49 = fmaxf(v47, v48);
        const float v50 = __shfl_xor(v49, 8);
        const float v51 = fmaxf(v49, v50);
        const float v52 = __shfl_xor(v51, 4);
        const float v53 = fmaxf(v51, v52);
        const float v54 = __shfl_xor(v53, 2);
        const float v55 = fmaxf(v53, v54);
        const float v56 = __shfl_xor(v55, 1);
        const float v58 = fmaxf(v55, v56);
        __syncthreads();
        const bool v61 = v5 % 64 == 0;
        if (v61) {
            shared[v5 / 64] = __float_as_uint(v58);
        }
        __syncthreads();
        const unsigned v68 = shared[0];
        const unsigned v70 = shared[1];
        const unsigned v74 = shared[2];
        const unsigned v78 = shared[3];
        const unsigned v82 = shared[4];
        const float v84 = fmaxf(fmaxf(fmaxf(fmaxf(__uint_as_float(v68), __uint_as_float(v70)), __uint_as_float(v74)), __uint_as_float(v78)), __uint_as_float(v82));
        const unsigned v86 = shared[5];
        const unsigned v90 = shared[6];
        const unsigned v94 = shared[7];
        const bool v97 = v44 == fmaxf(fmaxf(fmaxf(v84, __uint_as_float(v86)), __uint_as_float(v90)), __uint_as_float(v94));
        const int v100 = min(2147483647, v97 ? v18 : 2147483647);
        const int v101 = __shfl_xor(v100, 32);
        const int v102 = min(v100, v101);
        const int v103 = __shfl_xor(v102, 16);
        const int v104 = min(v102, v103);
        const int v105 = __shfl_xor(v104, 8);
        const int v106 = min(v104, v105);
        const int v107 = __shfl_xor(v106, 4);
        const int v108 = min(v106, v107);
        const int v109 = __shfl_xor(v108, 2);
        const int v110 = min(v108, v109);
        const int v111 = __shfl_xor(v110, 1);
        const int v112 = min(v110, v111);
        __syncthreads();
        if (v61) {
            shared[v5 / 64] = (unsigned)v112;
        }
        __syncthreads();
        const unsigned v121 = shared[0];
        const unsigned v123 = shared[1];
        const unsigned v126 = shared[2];
        const unsigned v129 = shared[3];
        const unsigned v132 = shared[4];
        const int v134 = min(min(min(min((int)v121, (int)v123), (int)v126), (int)v129), (int)v132);
        const unsigned v135 = shared[5];
        const unsigned v138 = shared[6];
        const unsigned v141 = shared[7];
        const int v143 = min(min(min(v134, (int)v135), (int)v138), (int)v141);
        const unsigned v147 = (unsigned)max(v143 == 2147483647 ? 0 : v143, 0);
        if (v5 == 0) {
            b2[0] = v147;
        }
    }
}
