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
            const float v376 = v120;
            const bool v382 = ((as_type<int>(v356) & 2147483647) <= 2139095040 && v356 <= v376) || 2139095040 < (as_type<int>(v376) & 2147483647);
            const bool v383 = v37 <= v133 || v382;
            v120 = v383 ? v376 : v356;
            v122 = v383 ? v122 : v133;
            const float v389 = (v364 + v365) * v119;
            if (v366) {
                b3[v135] = v389;
            }
            const float v397 = v120;
            const bool v403 = ((as_type<int>(v389) & 2147483647) <= 2139095040 && v389 <= v397) || 2139095040 < (as_type<int>(v397) & 2147483647);
            const bool v404 = v37 <= v135 || v403;
            v120 = v404 ? v397 : v389;
            v122 = v404 ? v122 : v135;
        }
        for (int v411 = v132; v411 < v36; v411 += 2) {
            const int v412 = (int)((uint)v411 * 1536u);
            const int v413 = v411 + 1;
            const bool v416 = 0 <= v413 && v413 < 151936;
            const int v417 = v416 ? 1536 : 0;
            const int v418 = (int)((uint)v413 * 1536u);
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
            #pragma clang loop unroll_count(4)
            for (int v435 = 0; v435 < 1536; v435 += 256) {
                const int v436 = v435 + v20;
                const uint v438 = (uint)b2[(int)((uint)v412 + (uint)v436)];
                const float v442 = b0[v436];
                const uint v443 = (uint)b1[v436];
                const float v446 = v442 * as_type<float>(v443 << 16);
                const int v449 = v435 + v21;
                const float v450 = b0[v449];
                const uint v451 = (uint)b1[v449];
                const float v454 = v450 * as_type<float>(v451 << 16);
                const int v455 = v435 + v23;
                const float v456 = b0[v455];
                const uint v457 = (uint)b1[v455];
                const float v460 = v456 * as_type<float>(v457 << 16);
                const int v461 = v435 + v25;
                const float v462 = b0[v461];
                const uint v463 = (uint)b1[v461];
                const float v466 = v462 * as_type<float>(v463 << 16);
                const int v467 = v435 + v27;
                const float v468 = b0[v467];
                const uint v469 = (uint)b1[v467];
                const float v472 = v468 * as_type<float>(v469 << 16);
                const int v473 = v435 + v29;
                const float v474 = b0[v473];
                const uint v475 = (uint)b1[v473];
                const float v478 = v474 * as_type<float>(v475 << 16);
                const int v479 = v435 + v31;
                const float v480 = b0[v479];
                const uint v481 = (uint)b1[v479];
                const float v484 = v480 * as_type<float>(v481 << 16);
                const int v485 = v435 + v33;
                const float v486 = b0[v485];
                const uint v487 = (uint)b1[v485];
                const float v490 = v486 * as_type<float>(v487 << 16);
                v419 = fma(as_type<float>(v438 << 16), v446, v419);
                const uint v493 = (uint)b2[(int)((uint)v412 + (uint)v449)];
                v420 = fma(as_type<float>(v493 << 16), v454, v420);
                const uint v500 = (uint)b2[(int)((uint)v412 + (uint)v455)];
                v421 = fma(as_type<float>(v500 << 16), v460, v421);
                const uint v507 = (uint)b2[(int)((uint)v412 + (uint)v461)];
                v422 = fma(as_type<float>(v507 << 16), v466, v422);
                const uint v514 = (uint)b2[(int)((uint)v412 + (uint)v467)];
                v423 = fma(as_type<float>(v514 << 16), v472, v423);
                const uint v521 = (uint)b2[(int)((uint)v412 + (uint)v473)];
                v424 = fma(as_type<float>(v521 << 16), v478, v424);
                const uint v528 = (uint)b2[(int)((uint)v412 + (uint)v479)];
                v425 = fma(as_type<float>(v528 << 16), v484, v425);
                const uint v535 = (uint)b2[(int)((uint)v412 + (uint)v485)];
                v426 = fma(as_type<float>(v535 << 16), v490, v426);
                const bool v543 = 0 <= v436 && v436 < v417;
                const uint v546 = (uint)b2[v543 ? (int)((uint)v418 + (uint)v436) : 0];
                v427 = fma(as_type<float>((v543 ? v546 : 0u) << 16), v446, v427);
                const bool v556 = 0 <= v449 && v449 < v417;
                const uint v559 = (uint)b2[v556 ? (int)((uint)v418 + (uint)v449) : 0];
                v428 = fma(as_type<float>((v556 ? v559 : 0u) << 16), v454, v428);
                const bool v568 = 0 <= v455 && v455 < v417;
                const uint v571 = (uint)b2[v568 ? (int)((uint)v418 + (uint)v455) : 0];
                v429 = fma(as_type<float>((v568 ? v571 : 0u) << 16), v460, v429);
                const bool v580 = 0 <= v461 && v461 < v417;
                const uint v583 = (uint)b2[v580 ? (int)((uint)v418 + (uint)v461) : 0];
                v430 = fma(as_type<float>((v580 ? v583 : 0u) << 16), v466, v430);
                const bool v592 = 0 <= v467 && v467 < v417;
                const uint v595 = (uint)b2[v592 ? (int)((uint)v418 + (uint)v467) : 0];
                v431 = fma(as_type<float>((v592 ? v595 : 0u) << 16), v472, v431);
                const bool v604 = 0 <= v473 && v473 < v417;
                const uint v607 = (uint)b2[v604 ? (int)((uint)v418 + (uint)v473) : 0];
                v432 = fma(as_type<float>((v604 ? v607 : 0u) << 16), v478, v432);
                const bool v616 = 0 <= v479 && v479 < v417;
                const uint v619 = (uint)b2[v616 ? (int)((uint)v418 + (uint)v479) : 0];
                v433 = fma(as_type<float>((v616 ? v619 : 0u) << 16), v484, v433);
                const bool v628 = 0 <= v485 && v485 < v417;
                const uint v631 = (uint)b2[v628 ? (int)((uint)v418 + (uint)v485) : 0];
                v434 = fma(as_type<float>((v628 ? v631 : 0u) << 16), v490, v434);
            }
            const float v647 = v419 + v420 + v421 + v422 + v423;
            const float v653 = v647 + v424 + v425 + v426;
            const float v654 = simd_shuffle_xor(v653, (ushort)16);
            const float v655 = v653 + v654;
            const float v656 = simd_shuffle_xor(v655, (ushort)8);
            const float v657 = v655 + v656;
            const float v658 = simd_shuffle_xor(v657, (ushort)4);
            const float v659 = v657 + v658;
            const float v660 = simd_shuffle_xor(v659, (ushort)2);
            const float v661 = v659 + v660;
            const float v662 = simd_shuffle_xor(v661, (ushort)1);
            const float v671 = v427 + v428 + v429 + v430 + v431;
            const float v677 = v671 + v432 + v433 + v434;
            const float v679 = (v661 + v662) * v119;
            const float v680 = simd_shuffle_xor(v677, (ushort)16);
            const float v681 = v677 + v680;
            const float v682 = simd_shuffle_xor(v681, (ushort)8);
            const float v683 = v681 + v682;
            const float v684 = simd_shuffle_xor(v683, (ushort)4);
            const float v685 = v683 + v684;
            const float v686 = simd_shuffle_xor(v685, (ushort)2);
            const float v687 = v685 + v686;
            const float v688 = simd_shuffle_xor(v687, (ushort)1);
            const bool v689 = v13 == 0;
            if (v689) {
                b3[v411] = v679;
            }
            const float v699 = v120;
            const bool v705 = ((as_type<int>(v679) & 2147483647) <= 2139095040 && v679 <= v699) || 2139095040 < (as_type<int>(v699) & 2147483647);
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
            const bool v728 = ((as_type<int>(v712) & 2147483647) <= 2139095040 && v712 <= v722) || 2139095040 < (as_type<int>(v722) & 2147483647);
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
            const float v391 = v125;
            const bool v397 = ((as_type<int>(v371) & 2147483647) <= 2139095040 && v371 <= v391) || 2139095040 < (as_type<int>(v391) & 2147483647);
            const bool v398 = v26 <= v138 || v397;
            v125 = v398 ? v391 : v371;
            v127 = v398 ? v127 : v138;
            const float v404 = (v379 + v380) * v124;
            if (v381) {
                b3[v140] = v404;
            }
            const float v412 = v125;
            const bool v418 = ((as_type<int>(v404) & 2147483647) <= 2139095040 && v404 <= v412) || 2139095040 < (as_type<int>(v412) & 2147483647);
            const bool v419 = v26 <= v140 || v418;
            v125 = v419 ? v412 : v404;
            v127 = v419 ? v127 : v140;
        }
        for (int v426 = v137; v426 < v24; v426 += 2) {
            const int v427 = (int)((uint)v426 * 1536u);
            const int v428 = v426 + 1;
            const bool v431 = 0 <= v428 && v428 < 151936;
            const int v432 = v431 ? 1536 : 0;
            const int v433 = (int)((uint)v428 * 1536u);
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
            #pragma clang loop unroll_count(4)
            for (int v450 = 0; v450 < 1536; v450 += 256) {
                const int v451 = v450 + v20;
                const uint4 v454 = ((device const uint4 *)b2)[(int)((uint)v427 + (uint)v451) >> 3];
                const int v461 = v451 >> 2;
                const uint4 v462 = ((device const uint4 *)b0)[v461];
                const uint4 v466 = ((device const uint4 *)b1)[v451 >> 3];
                const float v471 = as_type<float>(v462.x) * as_type<float>((v466.x & 0xffffu) << 16);
                const float v479 = as_type<float>(v462.y) * as_type<float>((v466.x >> 16) << 16);
                const float v486 = as_type<float>(v462.z) * as_type<float>((v466.y & 0xffffu) << 16);
                const float v492 = as_type<float>(v462.w) * as_type<float>((v466.y >> 16) << 16);
                const uint4 v494 = ((device const uint4 *)b0)[v461 + 1];
                const float v501 = as_type<float>(v494.x) * as_type<float>((v466.z & 0xffffu) << 16);
                const float v507 = as_type<float>(v494.y) * as_type<float>((v466.z >> 16) << 16);
                const float v514 = as_type<float>(v494.z) * as_type<float>((v466.w & 0xffffu) << 16);
                const float v520 = as_type<float>(v494.w) * as_type<float>((v466.w >> 16) << 16);
                v434 = fma(as_type<float>((v454.x & 0xffffu) << 16), v471, v434);
                v435 = fma(as_type<float>((v454.x >> 16) << 16), v479, v435);
                v436 = fma(as_type<float>((v454.y & 0xffffu) << 16), v486, v436);
                v437 = fma(as_type<float>((v454.y >> 16) << 16), v492, v437);
                v438 = fma(as_type<float>((v454.z & 0xffffu) << 16), v501, v438);
                v439 = fma(as_type<float>((v454.z >> 16) << 16), v507, v439);
                v440 = fma(as_type<float>((v454.w & 0xffffu) << 16), v514, v440);
                v441 = fma(as_type<float>((v454.w >> 16) << 16), v520, v441);
                const bool v570 = 0 <= v451 && v451 < v432;
                const uint v573 = (uint)b2[v570 ? (int)((uint)v433 + (uint)v451) : 0];
                v442 = fma(as_type<float>((v570 ? v573 : 0u) << 16), v471, v442);
                const int v580 = v450 + v27;
                const bool v583 = 0 <= v580 && v580 < v432;
                const uint v586 = (uint)b2[v583 ? (int)((uint)v433 + (uint)v580) : 0];
                v443 = fma(as_type<float>((v583 ? v586 : 0u) << 16), v479, v443);
                const int v593 = v450 + v28;
                const bool v596 = 0 <= v593 && v593 < v432;
                const uint v599 = (uint)b2[v596 ? (int)((uint)v433 + (uint)v593) : 0];
                v444 = fma(as_type<float>((v596 ? v599 : 0u) << 16), v486, v444);
                const int v606 = v450 + v29;
                const bool v609 = 0 <= v606 && v606 < v432;
                const uint v612 = (uint)b2[v609 ? (int)((uint)v433 + (uint)v606) : 0];
                v445 = fma(as_type<float>((v609 ? v612 : 0u) << 16), v492, v445);
                const int v619 = v450 + v31;
                const bool v622 = 0 <= v619 && v619 < v432;
                const uint v625 = (uint)b2[v622 ? (int)((uint)v433 + (uint)v619) : 0];
                v446 = fma(as_type<float>((v622 ? v625 : 0u) << 16), v501, v446);
                const int v632 = v450 + v33;
                const bool v635 = 0 <= v632 && v632 < v432;
                const uint v638 = (uint)b2[v635 ? (int)((uint)v433 + (uint)v632) : 0];
                v447 = fma(as_type<float>((v635 ? v638 : 0u) << 16), v507, v447);
                const int v645 = v450 + v35;
                const bool v648 = 0 <= v645 && v645 < v432;
                const uint v651 = (uint)b2[v648 ? (int)((uint)v433 + (uint)v645) : 0];
                v448 = fma(as_type<float>((v648 ? v651 : 0u) << 16), v514, v448);
                const int v658 = v450 + v37;
                const bool v661 = 0 <= v658 && v658 < v432;
                const uint v664 = (uint)b2[v661 ? (int)((uint)v433 + (uint)v658) : 0];
                v449 = fma(as_type<float>((v661 ? v664 : 0u) << 16), v520, v449);
            }
            const float v680 = v434 + v435 + v436 + v437 + v438;
            const float v686 = v680 + v439 + v440 + v441;
            const float v687 = simd_shuffle_xor(v686, (ushort)16);
            const float v688 = v686 + v687;
            const float v689 = simd_shuffle_xor(v688, (ushort)8);
            const float v690 = v688 + v689;
            const float v691 = simd_shuffle_xor(v690, (ushort)4);
            const float v692 = v690 + v691;
            const float v693 = simd_shuffle_xor(v692, (ushort)2);
            const float v694 = v692 + v693;
            const float v695 = simd_shuffle_xor(v694, (ushort)1);
            const float v704 = v442 + v443 + v444 + v445 + v446;
            const float v710 = v704 + v447 + v448 + v449;
            const float v712 = (v694 + v695) * v124;
            const float v713 = simd_shuffle_xor(v710, (ushort)16);
            const float v714 = v710 + v713;
            const float v715 = simd_shuffle_xor(v714, (ushort)8);
            const float v716 = v714 + v715;
            const float v717 = simd_shuffle_xor(v716, (ushort)4);
            const float v718 = v716 + v717;
            const float v719 = simd_shuffle_xor(v718, (ushort)2);
            const float v720 = v718 + v719;
            const float v721 = simd_shuffle_xor(v720, (ushort)1);
            const bool v722 = v13 == 0;
            if (v722) {
                b3[v426] = v712;
            }
            const float v732 = v125;
            const bool v738 = ((as_type<int>(v712) & 2147483647) <= 2139095040 && v712 <= v732) || 2139095040 < (as_type<int>(v732) & 2147483647);
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
            const bool v761 = ((as_type<int>(v745) & 2147483647) <= 2139095040 && v745 <= v755) || 2139095040 < (as_type<int>(v755) & 2147483647);
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
            const float v33 = v16;
            const bool v39 = ((as_type<int>(v28) & 2147483647) <= 2139095040 && v28 <= v33) || 2139095040 < (as_type<int>(v33) & 2147483647);
            const bool v40 = v14 <= v20 || v39;
            v16 = v40 ? v33 : v28;
            const int v44 = b1[v25];
            v18 = v40 ? v18 : (v24 ? v44 : 0);
        }
        const float v50 = v16;
        const int v54 = v18;
        const int v56 = min(2147483647, 2139095040 < (as_type<int>(v50) & 2147483647) ? v54 : 2147483647);
        const int v57 = simd_shuffle_xor(v56, (ushort)16);
        const int v58 = min(v56, v57);
        const int v59 = simd_shuffle_xor(v58, (ushort)8);
        const int v60 = min(v58, v59);
        const int v61 = simd_shuffle_xor(v60, (ushort)4);
        const int v62 = min(v60, v61);
        const int v63 = simd_shuffle_xor(v62, (ushort)2);
        const int v64 = min(v62, v63);
        const int v65 = simd_shuffle_xor(v64, (ushort)1);
        const int v67 = min(v64, v65);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v70 = v5 % 32 == 0;
        if (v70) {
            shared[v5 / 32] = (uint)v67;
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const float v77 = precise::fmax(-INFINITY, v50);
        const uint v84 = shared[0];
        const uint v86 = shared[1];
        const uint v89 = shared[2];
        const uint v92 = shared[3];
        const uint v95 = shared[4];
        const int v97 = min(min(min(min((int)v84, (int)v86), (int)v89), (int)v92), (int)v95);
        const uint v98 = shared[5];
        const uint v101 = shared[6];
        const uint v104 = shared[7];
        const int v106 = min(min(min(v97, (int)v98), (int)v101), (int)v104);
        const bool v107 = v106 != 2147483647;
        const float v108 = simd_shuffle_xor(v77, (ushort)16);
        const float v109 = precise::fmax(v77, v108);
        const float v110 = simd_shuffle_xor(v109, (ushort)8);
        const float v111 = precise::fmax(v109, v110);
        const float v112 = simd_shuffle_xor(v111, (ushort)4);
        const float v113 = precise::fmax(v111, v112);
        const float v114 = simd_shuffle_xor(v113, (ushort)2);
        const float v115 = precise::fmax(v113, v114);
        const float v116 = simd_shuffle_xor(v115, (ushort)1);
        const float v117 = precise::fmax(v115, v116);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v70) {
            shared[v5 / 32] = as_type<uint>(v117);
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const uint v125 = shared[0];
        const uint v127 = shared[1];
        const uint v130 = shared[2];
        const uint v133 = shared[3];
        const uint v136 = shared[4];
        const float v138 = precise::fmax(precise::fmax(precise::fmax(precise::fmax(as_type<float>(v125), as_type<float>(v127)), as_type<float>(v130)), as_type<float>(v133)), as_type<float>(v136));
        const uint v139 = shared[5];
        const uint v142 = shared[6];
        const uint v145 = shared[7];
        const float v147 = precise::fmax(precise::fmax(precise::fmax(v138, as_type<float>(v139)), as_type<float>(v142)), as_type<float>(v145));
        const int v150 = min(2147483647, v50 == v147 ? v54 : 2147483647);
        const int v151 = simd_shuffle_xor(v150, (ushort)16);
        const int v152 = min(v150, v151);
        const int v153 = simd_shuffle_xor(v152, (ushort)8);
        const int v154 = min(v152, v153);
        const int v155 = simd_shuffle_xor(v154, (ushort)4);
        const int v156 = min(v154, v155);
        const int v157 = simd_shuffle_xor(v156, (ushort)2);
        const int v158 = min(v156, v157);
        const int v159 = simd_shuffle_xor(v158, (ushort)1);
        const int v160 = min(v158, v159);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v70) {
            shared[v5 / 32] = (uint)v160;
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v168 = v5 == 0;
        const uint v169 = shared[0];
        const uint v171 = shared[1];
        const uint v174 = shared[2];
        const uint v177 = shared[3];
        const uint v180 = shared[4];
        const int v182 = min(min(min(min((int)v169, (int)v171), (int)v174), (int)v177), (int)v180);
        const uint v183 = shared[5];
        const uint v186 = shared[6];
        const uint v189 = shared[7];
        const int v192 = v107 ? v106 : min(min(min(v182, (int)v183), (int)v186), (int)v189);
        const uint v196 = (uint)max(v192 == 2147483647 ? 0 : v192, 0);
        const float v198 = v107 ? NAN : v147;
        if (v168) {
            b2[0] = v196;
        }
        if (v168) {
            b3[0] = v198;
        }
    }
}
