// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel norm_lm_head_argmax entry ts_norm_lm_head_argmax wide 0 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:151936*1536,o32:logits:32:151936,w32:val:32:9496,w32:idx:32:9496 sizes 1 threads 256 teams 8 count 9496 shared 0 cost 983041
[[max_total_threads_per_threadgroup(256)]]
kernel void ts_norm_lm_head_argmax(
    device const float *b0 [[buffer(0)]], // x
    device const ushort *b1 [[buffer(1)]], // gamma
    device const ushort *b2 [[buffer(2)]], // w
    device float *b3 [[buffer(3)]], // logits
    device float *b4 [[buffer(4)]], // val
    device int *b5 [[buffer(5)]], // idx
    device const int *s0 [[buffer(6)]], // valid
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v1 = (int)group;
    const int v4 = (int)local;
    const int v7 = v1 * 8 + v4 / 32;
    const int v10 = (int)groups * 8;
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
            v38 = fma(v49, v49, v38);
            v39 = fma(v53, v53, v39);
            v40 = fma(v55, v55, v40);
            v41 = fma(v57, v57, v41);
            v42 = fma(v59, v59, v42);
            v43 = fma(v61, v61, v43);
            v44 = fma(v63, v63, v44);
            v45 = fma(v65, v65, v45);
        }
        const float v97 = v38 + v39 + v40 + v41 + v42;
        const float v103 = v97 + v43 + v44 + v45;
        const float v104 = simd_shuffle_xor(v103, (ushort)16);
        const float v105 = v103 + v104;
        const float v106 = simd_shuffle_xor(v105, (ushort)8);
        const float v107 = v105 + v106;
        const float v108 = simd_shuffle_xor(v107, (ushort)4);
        const float v109 = v107 + v108;
        const float v110 = simd_shuffle_xor(v109, (ushort)2);
        const float v111 = v109 + v110;
        const float v112 = simd_shuffle_xor(v111, (ushort)1);
        const float v119 = precise::rsqrt((v111 + v112) / 1536.0f + 1e-06f);
        float v120 = -INFINITY;
        int v122 = 2147483647;
        const uint v124 = (uint)v34;
        const uint v130 = v124 + ((uint)v36 - v124) / 2u * 2u;
        const int v132 = v34 < v36 ? (int)v130 : v34;
        for (int v133 = v34; v133 < v132; v133 += 2) {
            const int v134 = (int)((uint)v133 * 1536u);
            const int v135 = v133 + 1;
            const int v136 = (int)((uint)v135 * 1536u);
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
            #pragma clang loop unroll_count(4)
            for (int v153 = 0; v153 < 1536; v153 += 256) {
                const int v154 = v153 + v20;
                const uint v156 = (uint)b2[(int)((uint)v134 + (uint)v154)];
                const float v160 = b0[v154];
                const uint v161 = (uint)b1[v154];
                const float v164 = v160 * as_type<float>(v161 << 16);
                const int v167 = v153 + v21;
                const float v168 = b0[v167];
                const uint v169 = (uint)b1[v167];
                const float v172 = v168 * as_type<float>(v169 << 16);
                const int v173 = v153 + v23;
                const float v174 = b0[v173];
                const uint v175 = (uint)b1[v173];
                const float v178 = v174 * as_type<float>(v175 << 16);
                const int v179 = v153 + v25;
                const float v180 = b0[v179];
                const uint v181 = (uint)b1[v179];
                const float v184 = v180 * as_type<float>(v181 << 16);
                const int v185 = v153 + v27;
                const float v186 = b0[v185];
                const uint v187 = (uint)b1[v185];
                const float v190 = v186 * as_type<float>(v187 << 16);
                const int v191 = v153 + v29;
                const float v192 = b0[v191];
                const uint v193 = (uint)b1[v191];
                const float v196 = v192 * as_type<float>(v193 << 16);
                const int v197 = v153 + v31;
                const float v198 = b0[v197];
                const uint v199 = (uint)b1[v197];
                const float v202 = v198 * as_type<float>(v199 << 16);
                const int v203 = v153 + v33;
                const float v204 = b0[v203];
                const uint v205 = (uint)b1[v203];
                const float v208 = v204 * as_type<float>(v205 << 16);
                v137 = fma(as_type<float>(v156 << 16), v164, v137);
                const uint v211 = (uint)b2[(int)((uint)v134 + (uint)v167)];
                v138 = fma(as_type<float>(v211 << 16), v172, v138);
                const uint v218 = (uint)b2[(int)((uint)v134 + (uint)v173)];
                v139 = fma(as_type<float>(v218 << 16), v178, v139);
                const uint v225 = (uint)b2[(int)((uint)v134 + (uint)v179)];
                v140 = fma(as_type<float>(v225 << 16), v184, v140);
                const uint v232 = (uint)b2[(int)((uint)v134 + (uint)v185)];
                v141 = fma(as_type<float>(v232 << 16), v190, v141);
                const uint v239 = (uint)b2[(int)((uint)v134 + (uint)v191)];
                v142 = fma(as_type<float>(v239 << 16), v196, v142);
                const uint v246 = (uint)b2[(int)((uint)v134 + (uint)v197)];
                v143 = fma(as_type<float>(v246 << 16), v202, v143);
                const uint v253 = (uint)b2[(int)((uint)v134 + (uint)v203)];
                v144 = fma(as_type<float>(v253 << 16), v208, v144);
                const uint v260 = (uint)b2[(int)((uint)v136 + (uint)v154)];
                v145 = fma(as_type<float>(v260 << 16), v164, v145);
                const uint v267 = (uint)b2[(int)((uint)v136 + (uint)v167)];
                v146 = fma(as_type<float>(v267 << 16), v172, v146);
                const uint v274 = (uint)b2[(int)((uint)v136 + (uint)v173)];
                v147 = fma(as_type<float>(v274 << 16), v178, v147);
                const uint v281 = (uint)b2[(int)((uint)v136 + (uint)v179)];
                v148 = fma(as_type<float>(v281 << 16), v184, v148);
                const uint v288 = (uint)b2[(int)((uint)v136 + (uint)v185)];
                v149 = fma(as_type<float>(v288 << 16), v190, v149);
                const uint v295 = (uint)b2[(int)((uint)v136 + (uint)v191)];
                v150 = fma(as_type<float>(v295 << 16), v196, v150);
                const uint v302 = (uint)b2[(int)((uint)v136 + (uint)v197)];
                v151 = fma(as_type<float>(v302 << 16), v202, v151);
                const uint v309 = (uint)b2[(int)((uint)v136 + (uint)v203)];
                v152 = fma(as_type<float>(v309 << 16), v208, v152);
            }
            const float v324 = v137 + v138 + v139 + v140 + v141;
            const float v330 = v324 + v142 + v143 + v144;
            const float v331 = simd_shuffle_xor(v330, (ushort)16);
            const float v332 = v330 + v331;
            const float v333 = simd_shuffle_xor(v332, (ushort)8);
            const float v334 = v332 + v333;
            const float v335 = simd_shuffle_xor(v334, (ushort)4);
            const float v336 = v334 + v335;
            const float v337 = simd_shuffle_xor(v336, (ushort)2);
            const float v338 = v336 + v337;
            const float v339 = simd_shuffle_xor(v338, (ushort)1);
            const float v348 = v145 + v146 + v147 + v148 + v149;
            const float v354 = v348 + v150 + v151 + v152;
            const float v356 = (v338 + v339) * v119;
            const float v357 = simd_shuffle_xor(v354, (ushort)16);
            const float v358 = v354 + v357;
            const float v359 = simd_shuffle_xor(v358, (ushort)8);
            const float v360 = v358 + v359;
            const float v361 = simd_shuffle_xor(v360, (ushort)4);
            const float v362 = v360 + v361;
            const float v363 = simd_shuffle_xor(v362, (ushort)2);
            const float v364 = v362 + v363;
            const float v365 = simd_shuffle_xor(v364, (ushort)1);
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
            const int v399 = (int)((uint)v398 * 1536u);
            const int v400 = v398 + 1;
            const bool v403 = 0 <= v400 && v400 < 151936;
            const int v404 = v403 ? 1536 : 0;
            const int v405 = (int)((uint)v400 * 1536u);
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
            #pragma clang loop unroll_count(4)
            for (int v422 = 0; v422 < 1536; v422 += 256) {
                const int v423 = v422 + v20;
                const uint v425 = (uint)b2[(int)((uint)v399 + (uint)v423)];
                const float v429 = b0[v423];
                const uint v430 = (uint)b1[v423];
                const float v433 = v429 * as_type<float>(v430 << 16);
                const int v436 = v422 + v21;
                const float v437 = b0[v436];
                const uint v438 = (uint)b1[v436];
                const float v441 = v437 * as_type<float>(v438 << 16);
                const int v442 = v422 + v23;
                const float v443 = b0[v442];
                const uint v444 = (uint)b1[v442];
                const float v447 = v443 * as_type<float>(v444 << 16);
                const int v448 = v422 + v25;
                const float v449 = b0[v448];
                const uint v450 = (uint)b1[v448];
                const float v453 = v449 * as_type<float>(v450 << 16);
                const int v454 = v422 + v27;
                const float v455 = b0[v454];
                const uint v456 = (uint)b1[v454];
                const float v459 = v455 * as_type<float>(v456 << 16);
                const int v460 = v422 + v29;
                const float v461 = b0[v460];
                const uint v462 = (uint)b1[v460];
                const float v465 = v461 * as_type<float>(v462 << 16);
                const int v466 = v422 + v31;
                const float v467 = b0[v466];
                const uint v468 = (uint)b1[v466];
                const float v471 = v467 * as_type<float>(v468 << 16);
                const int v472 = v422 + v33;
                const float v473 = b0[v472];
                const uint v474 = (uint)b1[v472];
                const float v477 = v473 * as_type<float>(v474 << 16);
                v406 = fma(as_type<float>(v425 << 16), v433, v406);
                const uint v480 = (uint)b2[(int)((uint)v399 + (uint)v436)];
                v407 = fma(as_type<float>(v480 << 16), v441, v407);
                const uint v487 = (uint)b2[(int)((uint)v399 + (uint)v442)];
                v408 = fma(as_type<float>(v487 << 16), v447, v408);
                const uint v494 = (uint)b2[(int)((uint)v399 + (uint)v448)];
                v409 = fma(as_type<float>(v494 << 16), v453, v409);
                const uint v501 = (uint)b2[(int)((uint)v399 + (uint)v454)];
                v410 = fma(as_type<float>(v501 << 16), v459, v410);
                const uint v508 = (uint)b2[(int)((uint)v399 + (uint)v460)];
                v411 = fma(as_type<float>(v508 << 16), v465, v411);
                const uint v515 = (uint)b2[(int)((uint)v399 + (uint)v466)];
                v412 = fma(as_type<float>(v515 << 16), v471, v412);
                const uint v522 = (uint)b2[(int)((uint)v399 + (uint)v472)];
                v413 = fma(as_type<float>(v522 << 16), v477, v413);
                const bool v530 = 0 <= v423 && v423 < v404;
                const uint v533 = (uint)b2[v530 ? (int)((uint)v405 + (uint)v423) : 0];
                v414 = fma(as_type<float>((v530 ? v533 : 0u) << 16), v433, v414);
                const bool v543 = 0 <= v436 && v436 < v404;
                const uint v546 = (uint)b2[v543 ? (int)((uint)v405 + (uint)v436) : 0];
                v415 = fma(as_type<float>((v543 ? v546 : 0u) << 16), v441, v415);
                const bool v555 = 0 <= v442 && v442 < v404;
                const uint v558 = (uint)b2[v555 ? (int)((uint)v405 + (uint)v442) : 0];
                v416 = fma(as_type<float>((v555 ? v558 : 0u) << 16), v447, v416);
                const bool v567 = 0 <= v448 && v448 < v404;
                const uint v570 = (uint)b2[v567 ? (int)((uint)v405 + (uint)v448) : 0];
                v417 = fma(as_type<float>((v567 ? v570 : 0u) << 16), v453, v417);
                const bool v579 = 0 <= v454 && v454 < v404;
                const uint v582 = (uint)b2[v579 ? (int)((uint)v405 + (uint)v454) : 0];
                v418 = fma(as_type<float>((v579 ? v582 : 0u) << 16), v459, v418);
                const bool v591 = 0 <= v460 && v460 < v404;
                const uint v594 = (uint)b2[v591 ? (int)((uint)v405 + (uint)v460) : 0];
                v419 = fma(as_type<float>((v591 ? v594 : 0u) << 16), v465, v419);
                const bool v603 = 0 <= v466 && v466 < v404;
                const uint v606 = (uint)b2[v603 ? (int)((uint)v405 + (uint)v466) : 0];
                v420 = fma(as_type<float>((v603 ? v606 : 0u) << 16), v471, v420);
                const bool v615 = 0 <= v472 && v472 < v404;
                const uint v618 = (uint)b2[v615 ? (int)((uint)v405 + (uint)v472) : 0];
                v421 = fma(as_type<float>((v615 ? v618 : 0u) << 16), v477, v421);
            }
            const float v634 = v406 + v407 + v408 + v409 + v410;
            const float v640 = v634 + v411 + v412 + v413;
            const float v641 = simd_shuffle_xor(v640, (ushort)16);
            const float v642 = v640 + v641;
            const float v643 = simd_shuffle_xor(v642, (ushort)8);
            const float v644 = v642 + v643;
            const float v645 = simd_shuffle_xor(v644, (ushort)4);
            const float v646 = v644 + v645;
            const float v647 = simd_shuffle_xor(v646, (ushort)2);
            const float v648 = v646 + v647;
            const float v649 = simd_shuffle_xor(v648, (ushort)1);
            const float v658 = v414 + v415 + v416 + v417 + v418;
            const float v664 = v658 + v419 + v420 + v421;
            const float v666 = (v648 + v649) * v119;
            const float v667 = simd_shuffle_xor(v664, (ushort)16);
            const float v668 = v664 + v667;
            const float v669 = simd_shuffle_xor(v668, (ushort)8);
            const float v670 = v668 + v669;
            const float v671 = simd_shuffle_xor(v670, (ushort)4);
            const float v672 = v670 + v671;
            const float v673 = simd_shuffle_xor(v672, (ushort)2);
            const float v674 = v672 + v673;
            const float v675 = simd_shuffle_xor(v674, (ushort)1);
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

// tessera kernel norm_lm_head_argmax entry ts_norm_lm_head_argmax__wide wide 1 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:151936*1536,o32:logits:32:151936,w32:val:32:9496,w32:idx:32:9496 sizes 1 threads 256 teams 8 count 9496 shared 0 cost 983041
[[max_total_threads_per_threadgroup(256)]]
kernel void ts_norm_lm_head_argmax__wide(
    device const float *b0 [[buffer(0)]], // x
    device const ushort *b1 [[buffer(1)]], // gamma
    device const ushort *b2 [[buffer(2)]], // w
    device float *b3 [[buffer(3)]], // logits
    device float *b4 [[buffer(4)]], // val
    device int *b5 [[buffer(5)]], // idx
    device const int *s0 [[buffer(6)]], // valid
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v1 = (int)group;
    const int v4 = (int)local;
    const int v7 = v1 * 8 + v4 / 32;
    const int v10 = (int)groups * 8;
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
            const uint4 v50 = ((device const uint4 *)b0)[v49];
            const float v52 = as_type<float>(v50.x);
            const float v56 = as_type<float>(v50.y);
            const float v58 = as_type<float>(v50.z);
            const float v60 = as_type<float>(v50.w);
            const uint4 v62 = ((device const uint4 *)b0)[v49 + 1];
            const float v64 = as_type<float>(v62.x);
            const float v66 = as_type<float>(v62.y);
            const float v68 = as_type<float>(v62.z);
            const float v70 = as_type<float>(v62.w);
            v38 = fma(v52, v52, v38);
            v39 = fma(v56, v56, v39);
            v40 = fma(v58, v58, v40);
            v41 = fma(v60, v60, v41);
            v42 = fma(v64, v64, v42);
            v43 = fma(v66, v66, v43);
            v44 = fma(v68, v68, v44);
            v45 = fma(v70, v70, v45);
        }
        const float v102 = v38 + v39 + v40 + v41 + v42;
        const float v108 = v102 + v43 + v44 + v45;
        const float v109 = simd_shuffle_xor(v108, (ushort)16);
        const float v110 = v108 + v109;
        const float v111 = simd_shuffle_xor(v110, (ushort)8);
        const float v112 = v110 + v111;
        const float v113 = simd_shuffle_xor(v112, (ushort)4);
        const float v114 = v112 + v113;
        const float v115 = simd_shuffle_xor(v114, (ushort)2);
        const float v116 = v114 + v115;
        const float v117 = simd_shuffle_xor(v116, (ushort)1);
        const float v124 = precise::rsqrt((v116 + v117) / 1536.0f + 1e-06f);
        float v125 = -INFINITY;
        int v127 = 2147483647;
        const uint v129 = (uint)v22;
        const uint v135 = v129 + ((uint)v24 - v129) / 2u * 2u;
        const int v137 = v22 < v24 ? (int)v135 : v22;
        for (int v138 = v22; v138 < v137; v138 += 2) {
            const int v139 = (int)((uint)v138 * 1536u);
            const int v140 = v138 + 1;
            const int v141 = (int)((uint)v140 * 1536u);
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
            #pragma clang loop unroll_count(4)
            for (int v158 = 0; v158 < 1536; v158 += 256) {
                const int v159 = v158 + v20;
                const uint4 v162 = ((device const uint4 *)b2)[(int)((uint)v139 + (uint)v159) >> 3];
                const int v169 = v159 >> 2;
                const uint4 v170 = ((device const uint4 *)b0)[v169];
                const uint4 v174 = ((device const uint4 *)b1)[v159 >> 3];
                const float v179 = as_type<float>(v170.x) * as_type<float>((v174.x & 0xffffu) << 16);
                const float v187 = as_type<float>(v170.y) * as_type<float>((v174.x >> 16) << 16);
                const float v194 = as_type<float>(v170.z) * as_type<float>((v174.y & 0xffffu) << 16);
                const float v200 = as_type<float>(v170.w) * as_type<float>((v174.y >> 16) << 16);
                const uint4 v202 = ((device const uint4 *)b0)[v169 + 1];
                const float v209 = as_type<float>(v202.x) * as_type<float>((v174.z & 0xffffu) << 16);
                const float v215 = as_type<float>(v202.y) * as_type<float>((v174.z >> 16) << 16);
                const float v222 = as_type<float>(v202.z) * as_type<float>((v174.w & 0xffffu) << 16);
                const float v228 = as_type<float>(v202.w) * as_type<float>((v174.w >> 16) << 16);
                v142 = fma(as_type<float>((v162.x & 0xffffu) << 16), v179, v142);
                v143 = fma(as_type<float>((v162.x >> 16) << 16), v187, v143);
                v144 = fma(as_type<float>((v162.y & 0xffffu) << 16), v194, v144);
                v145 = fma(as_type<float>((v162.y >> 16) << 16), v200, v145);
                v146 = fma(as_type<float>((v162.z & 0xffffu) << 16), v209, v146);
                v147 = fma(as_type<float>((v162.z >> 16) << 16), v215, v147);
                v148 = fma(as_type<float>((v162.w & 0xffffu) << 16), v222, v148);
                v149 = fma(as_type<float>((v162.w >> 16) << 16), v228, v149);
                const uint4 v277 = ((device const uint4 *)b2)[(int)((uint)v141 + (uint)v159) >> 3];
                v150 = fma(as_type<float>((v277.x & 0xffffu) << 16), v179, v150);
                v151 = fma(as_type<float>((v277.x >> 16) << 16), v187, v151);
                v152 = fma(as_type<float>((v277.y & 0xffffu) << 16), v194, v152);
                v153 = fma(as_type<float>((v277.y >> 16) << 16), v200, v153);
                v154 = fma(as_type<float>((v277.z & 0xffffu) << 16), v209, v154);
                v155 = fma(as_type<float>((v277.z >> 16) << 16), v215, v155);
                v156 = fma(as_type<float>((v277.w & 0xffffu) << 16), v222, v156);
                v157 = fma(as_type<float>((v277.w >> 16) << 16), v228, v157);
            }
            const float v339 = v142 + v143 + v144 + v145 + v146;
            const float v345 = v339 + v147 + v148 + v149;
            const float v346 = simd_shuffle_xor(v345, (ushort)16);
            const float v347 = v345 + v346;
            const float v348 = simd_shuffle_xor(v347, (ushort)8);
            const float v349 = v347 + v348;
            const float v350 = simd_shuffle_xor(v349, (ushort)4);
            const float v351 = v349 + v350;
            const float v352 = simd_shuffle_xor(v351, (ushort)2);
            const float v353 = v351 + v352;
            const float v354 = simd_shuffle_xor(v353, (ushort)1);
            const float v363 = v150 + v151 + v152 + v153 + v154;
            const float v369 = v363 + v155 + v156 + v157;
            const float v371 = (v353 + v354) * v124;
            const float v372 = simd_shuffle_xor(v369, (ushort)16);
            const float v373 = v369 + v372;
            const float v374 = simd_shuffle_xor(v373, (ushort)8);
            const float v375 = v373 + v374;
            const float v376 = simd_shuffle_xor(v375, (ushort)4);
            const float v377 = v375 + v376;
            const float v378 = simd_shuffle_xor(v377, (ushort)2);
            const float v379 = v377 + v378;
            const float v380 = simd_shuffle_xor(v379, (ushort)1);
            const bool v381 = v13 == 0;
            if (v381) {
                b3[v138] = v371;
            }
            const float v387 = v125;
            const bool v391 = v26 <= v138 || (v371 <= v387 || v387 != v387);
            v125 = v391 ? v387 : v371;
            v127 = v391 ? v127 : v138;
            const float v397 = (v379 + v380) * v124;
            if (v381) {
                b3[v140] = v397;
            }
            const float v402 = v125;
            const bool v406 = v26 <= v140 || (v397 <= v402 || v402 != v402);
            v125 = v406 ? v402 : v397;
            v127 = v406 ? v127 : v140;
        }
        for (int v413 = v137; v413 < v24; v413 += 2) {
            const int v414 = (int)((uint)v413 * 1536u);
            const int v415 = v413 + 1;
            const bool v418 = 0 <= v415 && v415 < 151936;
            const int v419 = v418 ? 1536 : 0;
            const int v420 = (int)((uint)v415 * 1536u);
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
            #pragma clang loop unroll_count(4)
            for (int v437 = 0; v437 < 1536; v437 += 256) {
                const int v438 = v437 + v20;
                const uint4 v441 = ((device const uint4 *)b2)[(int)((uint)v414 + (uint)v438) >> 3];
                const int v448 = v438 >> 2;
                const uint4 v449 = ((device const uint4 *)b0)[v448];
                const uint4 v453 = ((device const uint4 *)b1)[v438 >> 3];
                const float v458 = as_type<float>(v449.x) * as_type<float>((v453.x & 0xffffu) << 16);
                const float v466 = as_type<float>(v449.y) * as_type<float>((v453.x >> 16) << 16);
                const float v473 = as_type<float>(v449.z) * as_type<float>((v453.y & 0xffffu) << 16);
                const float v479 = as_type<float>(v449.w) * as_type<float>((v453.y >> 16) << 16);
                const uint4 v481 = ((device const uint4 *)b0)[v448 + 1];
                const float v488 = as_type<float>(v481.x) * as_type<float>((v453.z & 0xffffu) << 16);
                const float v494 = as_type<float>(v481.y) * as_type<float>((v453.z >> 16) << 16);
                const float v501 = as_type<float>(v481.z) * as_type<float>((v453.w & 0xffffu) << 16);
                const float v507 = as_type<float>(v481.w) * as_type<float>((v453.w >> 16) << 16);
                v421 = fma(as_type<float>((v441.x & 0xffffu) << 16), v458, v421);
                v422 = fma(as_type<float>((v441.x >> 16) << 16), v466, v422);
                v423 = fma(as_type<float>((v441.y & 0xffffu) << 16), v473, v423);
                v424 = fma(as_type<float>((v441.y >> 16) << 16), v479, v424);
                v425 = fma(as_type<float>((v441.z & 0xffffu) << 16), v488, v425);
                v426 = fma(as_type<float>((v441.z >> 16) << 16), v494, v426);
                v427 = fma(as_type<float>((v441.w & 0xffffu) << 16), v501, v427);
                v428 = fma(as_type<float>((v441.w >> 16) << 16), v507, v428);
                const bool v557 = 0 <= v438 && v438 < v419;
                const uint v560 = (uint)b2[v557 ? (int)((uint)v420 + (uint)v438) : 0];
                v429 = fma(as_type<float>((v557 ? v560 : 0u) << 16), v458, v429);
                const int v567 = v437 + v27;
                const bool v570 = 0 <= v567 && v567 < v419;
                const uint v573 = (uint)b2[v570 ? (int)((uint)v420 + (uint)v567) : 0];
                v430 = fma(as_type<float>((v570 ? v573 : 0u) << 16), v466, v430);
                const int v580 = v437 + v28;
                const bool v583 = 0 <= v580 && v580 < v419;
                const uint v586 = (uint)b2[v583 ? (int)((uint)v420 + (uint)v580) : 0];
                v431 = fma(as_type<float>((v583 ? v586 : 0u) << 16), v473, v431);
                const int v593 = v437 + v29;
                const bool v596 = 0 <= v593 && v593 < v419;
                const uint v599 = (uint)b2[v596 ? (int)((uint)v420 + (uint)v593) : 0];
                v432 = fma(as_type<float>((v596 ? v599 : 0u) << 16), v479, v432);
                const int v606 = v437 + v31;
                const bool v609 = 0 <= v606 && v606 < v419;
                const uint v612 = (uint)b2[v609 ? (int)((uint)v420 + (uint)v606) : 0];
                v433 = fma(as_type<float>((v609 ? v612 : 0u) << 16), v488, v433);
                const int v619 = v437 + v33;
                const bool v622 = 0 <= v619 && v619 < v419;
                const uint v625 = (uint)b2[v622 ? (int)((uint)v420 + (uint)v619) : 0];
                v434 = fma(as_type<float>((v622 ? v625 : 0u) << 16), v494, v434);
                const int v632 = v437 + v35;
                const bool v635 = 0 <= v632 && v632 < v419;
                const uint v638 = (uint)b2[v635 ? (int)((uint)v420 + (uint)v632) : 0];
                v435 = fma(as_type<float>((v635 ? v638 : 0u) << 16), v501, v435);
                const int v645 = v437 + v37;
                const bool v648 = 0 <= v645 && v645 < v419;
                const uint v651 = (uint)b2[v648 ? (int)((uint)v420 + (uint)v645) : 0];
                v436 = fma(as_type<float>((v648 ? v651 : 0u) << 16), v507, v436);
            }
            const float v667 = v421 + v422 + v423 + v424 + v425;
            const float v673 = v667 + v426 + v427 + v428;
            const float v674 = simd_shuffle_xor(v673, (ushort)16);
            const float v675 = v673 + v674;
            const float v676 = simd_shuffle_xor(v675, (ushort)8);
            const float v677 = v675 + v676;
            const float v678 = simd_shuffle_xor(v677, (ushort)4);
            const float v679 = v677 + v678;
            const float v680 = simd_shuffle_xor(v679, (ushort)2);
            const float v681 = v679 + v680;
            const float v682 = simd_shuffle_xor(v681, (ushort)1);
            const float v691 = v429 + v430 + v431 + v432 + v433;
            const float v697 = v691 + v434 + v435 + v436;
            const float v699 = (v681 + v682) * v124;
            const float v700 = simd_shuffle_xor(v697, (ushort)16);
            const float v701 = v697 + v700;
            const float v702 = simd_shuffle_xor(v701, (ushort)8);
            const float v703 = v701 + v702;
            const float v704 = simd_shuffle_xor(v703, (ushort)4);
            const float v705 = v703 + v704;
            const float v706 = simd_shuffle_xor(v705, (ushort)2);
            const float v707 = v705 + v706;
            const float v708 = simd_shuffle_xor(v707, (ushort)1);
            const bool v709 = v13 == 0;
            if (v709) {
                b3[v413] = v699;
            }
            const float v715 = v125;
            const bool v719 = v26 <= v413 || (v699 <= v715 || v715 != v715);
            v125 = v719 ? v715 : v699;
            v127 = v719 ? v127 : v413;
            const float v725 = (v707 + v708) * v124;
            if (v709) {
                if (v418) {
                    b3[v415] = v725;
                }
            }
            const float v732 = v125;
            const bool v736 = v26 <= v415 || (v725 <= v732 || v732 != v732);
            v125 = v736 ? v732 : v725;
            v127 = v736 ? v127 : v415;
        }
        const bool v743 = v13 == 0;
        const int v744 = v22 / 16;
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
[[max_total_threads_per_threadgroup(256)]]
kernel void ts_norm_lm_head_argmax__final(
    device const float *b0 [[buffer(0)]], // val
    device const int *b1 [[buffer(1)]], // idx
    device uint *b2 [[buffer(2)]], // token
    device float *b3 [[buffer(3)]], // top
    device const int *s0 [[buffer(4)]], // valid
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    threadgroup uint shared[16];
    const int v1 = (int)group;
    const int v3 = (int)groups;
    const int v5 = (int)local;
    for (int v6 = v1; v6 < 1; v6 += v3) {
        const int v9 = s0[0];
        const int v14 = v9 / 16 + min(v9 % 16, 1);
        float v16 = -INFINITY;
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
        const int v47 = simd_shuffle_xor(v46, (ushort)16);
        const int v48 = min(v46, v47);
        const int v49 = simd_shuffle_xor(v48, (ushort)8);
        const int v50 = min(v48, v49);
        const int v51 = simd_shuffle_xor(v50, (ushort)4);
        const int v52 = min(v50, v51);
        const int v53 = simd_shuffle_xor(v52, (ushort)2);
        const int v54 = min(v52, v53);
        const int v55 = simd_shuffle_xor(v54, (ushort)1);
        const int v57 = min(v54, v55);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v60 = v5 % 32 == 0;
        if (v60) {
            shared[v5 / 32] = (uint)v57;
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const float v67 = precise::fmax(-INFINITY, v42);
        const uint v74 = shared[0];
        const uint v76 = shared[1];
        const uint v79 = shared[2];
        const uint v82 = shared[3];
        const uint v85 = shared[4];
        const int v87 = min(min(min(min((int)v74, (int)v76), (int)v79), (int)v82), (int)v85);
        const uint v88 = shared[5];
        const uint v91 = shared[6];
        const uint v94 = shared[7];
        const int v96 = min(min(min(v87, (int)v88), (int)v91), (int)v94);
        const bool v97 = v96 != 2147483647;
        const float v98 = simd_shuffle_xor(v67, (ushort)16);
        const float v99 = precise::fmax(v67, v98);
        const float v100 = simd_shuffle_xor(v99, (ushort)8);
        const float v101 = precise::fmax(v99, v100);
        const float v102 = simd_shuffle_xor(v101, (ushort)4);
        const float v103 = precise::fmax(v101, v102);
        const float v104 = simd_shuffle_xor(v103, (ushort)2);
        const float v105 = precise::fmax(v103, v104);
        const float v106 = simd_shuffle_xor(v105, (ushort)1);
        const float v107 = precise::fmax(v105, v106);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v60) {
            shared[v5 / 32] = as_type<uint>(v107);
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const uint v115 = shared[0];
        const uint v117 = shared[1];
        const uint v120 = shared[2];
        const uint v123 = shared[3];
        const uint v126 = shared[4];
        const float v128 = precise::fmax(precise::fmax(precise::fmax(precise::fmax(as_type<float>(v115), as_type<float>(v117)), as_type<float>(v120)), as_type<float>(v123)), as_type<float>(v126));
        const uint v129 = shared[5];
        const uint v132 = shared[6];
        const uint v135 = shared[7];
        const float v137 = precise::fmax(precise::fmax(precise::fmax(v128, as_type<float>(v129)), as_type<float>(v132)), as_type<float>(v135));
        const int v140 = min(2147483647, v42 == v137 ? v44 : 2147483647);
        const int v141 = simd_shuffle_xor(v140, (ushort)16);
        const int v142 = min(v140, v141);
        const int v143 = simd_shuffle_xor(v142, (ushort)8);
        const int v144 = min(v142, v143);
        const int v145 = simd_shuffle_xor(v144, (ushort)4);
        const int v146 = min(v144, v145);
        const int v147 = simd_shuffle_xor(v146, (ushort)2);
        const int v148 = min(v146, v147);
        const int v149 = simd_shuffle_xor(v148, (ushort)1);
        const int v150 = min(v148, v149);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v60) {
            shared[v5 / 32] = (uint)v150;
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v158 = v5 == 0;
        const uint v159 = shared[0];
        const uint v161 = shared[1];
        const uint v164 = shared[2];
        const uint v167 = shared[3];
        const uint v170 = shared[4];
        const int v172 = min(min(min(min((int)v159, (int)v161), (int)v164), (int)v167), (int)v170);
        const uint v173 = shared[5];
        const uint v176 = shared[6];
        const uint v179 = shared[7];
        const int v182 = v97 ? v96 : min(min(min(v172, (int)v173), (int)v176), (int)v179);
        const uint v186 = (uint)max(v182 == 2147483647 ? 0 : v182, 0);
        const float v188 = v97 ? NAN : v137;
        if (v158) {
            b2[0] = v186;
        }
        if (v158) {
            b3[0] = v188;
        }
    }
}
