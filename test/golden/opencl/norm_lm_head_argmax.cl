// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel norm_lm_head_argmax entry ts_norm_lm_head_argmax wide 0 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:151936*1536,o32:logits:32:151936,w32:val:32:9496,w32:idx:32:9496 sizes 1 threads 32 teams 1 count 9496 shared 256 cost 983041
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void ts_norm_lm_head_argmax(
    __global const float *b0, // x
    __global const ushort *b1, // gamma
    __global const ushort *b2, // w
    __global float *b3, // logits
    __global float *b4, // val
    __global int *b5, // idx
    __global const int *s0, // valid
    uint o0, // offset
    uint o1, // offset
    uint o2, // offset
    uint o3, // offset
    uint o4, // offset
    uint o5, // offset
    uint p0) // offset
{
    __local uint shared[64];
    b0 += o0;
    b1 += o1;
    b2 += o2;
    b3 += o3;
    b4 += o4;
    b5 += o5;
    s0 += p0;
    const int v1 = (int)get_group_id(0);
    const int v3 = (int)get_num_groups(0);
    const int v5 = (int)get_local_id(0);
    for (int v9 = v1; v9 < 9496; v9 += v3) {
        const int v13 = v5 * 8;
        const int v14 = v13 + 1;
        const int v16 = v13 + 2;
        const int v18 = v13 + 3;
        const int v20 = v13 + 4;
        const int v22 = v13 + 5;
        const int v24 = v13 + 6;
        const int v26 = v13 + 7;
        const int v27 = v9 * 16;
        const int v29 = min(151936, v27 + 16);
        const int v30 = s0[0];
        float v31 = 0.0f;
        float v32 = 0.0f;
        float v33 = 0.0f;
        float v34 = 0.0f;
        float v35 = 0.0f;
        float v36 = 0.0f;
        float v37 = 0.0f;
        float v38 = 0.0f;
        for (int v40 = 0; v40 < 1536; v40 += 256) {
            const float v42 = b0[v40 + v13];
            const float v46 = b0[v40 + v14];
            const float v48 = b0[v40 + v16];
            const float v50 = b0[v40 + v18];
            const float v52 = b0[v40 + v20];
            const float v54 = b0[v40 + v22];
            const float v56 = b0[v40 + v24];
            const float v58 = b0[v40 + v26];
            v31 = fma(v42, v42, v31);
            v32 = fma(v46, v46, v32);
            v33 = fma(v48, v48, v33);
            v34 = fma(v50, v50, v34);
            v35 = fma(v52, v52, v35);
            v36 = fma(v54, v54, v36);
            v37 = fma(v56, v56, v37);
            v38 = fma(v58, v58, v38);
        }
        const float v90 = v31 + v32 + v33 + v34 + v35;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v98 = as_uint(v90 + v36 + v37 + v38);
        shared[v5] = v98;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v101 = v5 < 16;
        if (v101) {
            const uint v103 = shared[v5];
            const uint v106 = shared[v5 + 16];
            shared[v5] = as_uint(as_float(v103) + as_float(v106));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v113 = v5 < 8;
        if (v113) {
            const uint v115 = shared[v5];
            const uint v118 = shared[v5 + 8];
            shared[v5] = as_uint(as_float(v115) + as_float(v118));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v125 = v5 < 4;
        if (v125) {
            const uint v127 = shared[v5];
            const uint v130 = shared[v5 + 4];
            shared[v5] = as_uint(as_float(v127) + as_float(v130));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v137 = v5 < 2;
        if (v137) {
            const uint v139 = shared[v5];
            const uint v142 = shared[v5 + 2];
            shared[v5] = as_uint(as_float(v139) + as_float(v142));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v149 = v5 < 1;
        if (v149) {
            const uint v151 = shared[v5];
            const uint v154 = shared[v5 + 1];
            shared[v5] = as_uint(as_float(v151) + as_float(v154));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v162 = shared[0];
        const float v168 = rsqrt(as_float(v162) / 1536.0f + 1e-06f);
        float v169 = -INFINITY;
        int v171 = 2147483647;
        const uint v173 = (uint)v27;
        const uint v179 = v173 + ((uint)v29 - v173) / 2u * 2u;
        const int v181 = v27 < v29 ? (int)v179 : v27;
        for (int v182 = v27; v182 < v181; v182 += 2) {
            const int v183 = (int)((uint)v182 * 1536u);
            const int v184 = v182 + 1;
            const int v185 = (int)((uint)v184 * 1536u);
            float v186 = 0.0f;
            float v187 = 0.0f;
            float v188 = 0.0f;
            float v189 = 0.0f;
            float v190 = 0.0f;
            float v191 = 0.0f;
            float v192 = 0.0f;
            float v193 = 0.0f;
            float v194 = 0.0f;
            float v195 = 0.0f;
            float v196 = 0.0f;
            float v197 = 0.0f;
            float v198 = 0.0f;
            float v199 = 0.0f;
            float v200 = 0.0f;
            float v201 = 0.0f;
            for (int v202 = 0; v202 < 1536; v202 += 256) {
                const int v203 = v202 + v13;
                const uint v205 = (uint)b2[(int)((uint)v183 + (uint)v203)];
                const float v209 = b0[v203];
                const uint v210 = (uint)b1[v203];
                const float v213 = v209 * as_float(v210 << 16);
                const int v216 = v202 + v14;
                const float v217 = b0[v216];
                const uint v218 = (uint)b1[v216];
                const float v221 = v217 * as_float(v218 << 16);
                const int v222 = v202 + v16;
                const float v223 = b0[v222];
                const uint v224 = (uint)b1[v222];
                const float v227 = v223 * as_float(v224 << 16);
                const int v228 = v202 + v18;
                const float v229 = b0[v228];
                const uint v230 = (uint)b1[v228];
                const float v233 = v229 * as_float(v230 << 16);
                const int v234 = v202 + v20;
                const float v235 = b0[v234];
                const uint v236 = (uint)b1[v234];
                const float v239 = v235 * as_float(v236 << 16);
                const int v240 = v202 + v22;
                const float v241 = b0[v240];
                const uint v242 = (uint)b1[v240];
                const float v245 = v241 * as_float(v242 << 16);
                const int v246 = v202 + v24;
                const float v247 = b0[v246];
                const uint v248 = (uint)b1[v246];
                const float v251 = v247 * as_float(v248 << 16);
                const int v252 = v202 + v26;
                const float v253 = b0[v252];
                const uint v254 = (uint)b1[v252];
                const float v257 = v253 * as_float(v254 << 16);
                v186 = fma(as_float(v205 << 16), v213, v186);
                const uint v260 = (uint)b2[(int)((uint)v183 + (uint)v216)];
                v187 = fma(as_float(v260 << 16), v221, v187);
                const uint v267 = (uint)b2[(int)((uint)v183 + (uint)v222)];
                v188 = fma(as_float(v267 << 16), v227, v188);
                const uint v274 = (uint)b2[(int)((uint)v183 + (uint)v228)];
                v189 = fma(as_float(v274 << 16), v233, v189);
                const uint v281 = (uint)b2[(int)((uint)v183 + (uint)v234)];
                v190 = fma(as_float(v281 << 16), v239, v190);
                const uint v288 = (uint)b2[(int)((uint)v183 + (uint)v240)];
                v191 = fma(as_float(v288 << 16), v245, v191);
                const uint v295 = (uint)b2[(int)((uint)v183 + (uint)v246)];
                v192 = fma(as_float(v295 << 16), v251, v192);
                const uint v302 = (uint)b2[(int)((uint)v183 + (uint)v252)];
                v193 = fma(as_float(v302 << 16), v257, v193);
                const uint v309 = (uint)b2[(int)((uint)v185 + (uint)v203)];
                v194 = fma(as_float(v309 << 16), v213, v194);
                const uint v316 = (uint)b2[(int)((uint)v185 + (uint)v216)];
                v195 = fma(as_float(v316 << 16), v221, v195);
                const uint v323 = (uint)b2[(int)((uint)v185 + (uint)v222)];
                v196 = fma(as_float(v323 << 16), v227, v196);
                const uint v330 = (uint)b2[(int)((uint)v185 + (uint)v228)];
                v197 = fma(as_float(v330 << 16), v233, v197);
                const uint v337 = (uint)b2[(int)((uint)v185 + (uint)v234)];
                v198 = fma(as_float(v337 << 16), v239, v198);
                const uint v344 = (uint)b2[(int)((uint)v185 + (uint)v240)];
                v199 = fma(as_float(v344 << 16), v245, v199);
                const uint v351 = (uint)b2[(int)((uint)v185 + (uint)v246)];
                v200 = fma(as_float(v351 << 16), v251, v200);
                const uint v358 = (uint)b2[(int)((uint)v185 + (uint)v252)];
                v201 = fma(as_float(v358 << 16), v257, v201);
            }
            const float v373 = v186 + v187 + v188 + v189 + v190;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v381 = as_uint(v373 + v191 + v192 + v193);
            shared[v5] = v381;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v101) {
                const uint v385 = shared[v5];
                const uint v388 = shared[v5 + 16];
                shared[v5] = as_uint(as_float(v385) + as_float(v388));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v113) {
                const uint v396 = shared[v5];
                const uint v399 = shared[v5 + 8];
                shared[v5] = as_uint(as_float(v396) + as_float(v399));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v125) {
                const uint v407 = shared[v5];
                const uint v410 = shared[v5 + 4];
                shared[v5] = as_uint(as_float(v407) + as_float(v410));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v137) {
                const uint v418 = shared[v5];
                const uint v421 = shared[v5 + 2];
                shared[v5] = as_uint(as_float(v418) + as_float(v421));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v149) {
                const uint v429 = shared[v5];
                const uint v432 = shared[v5 + 1];
                shared[v5] = as_uint(as_float(v429) + as_float(v432));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const float v447 = v194 + v195 + v196 + v197 + v198;
            const uint v454 = shared[0];
            const float v456 = as_float(v454) * v168;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v458 = as_uint(v447 + v199 + v200 + v201);
            shared[v5] = v458;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v101) {
                const uint v462 = shared[v5];
                const uint v465 = shared[v5 + 16];
                shared[v5] = as_uint(as_float(v462) + as_float(v465));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v113) {
                const uint v473 = shared[v5];
                const uint v476 = shared[v5 + 8];
                shared[v5] = as_uint(as_float(v473) + as_float(v476));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v125) {
                const uint v484 = shared[v5];
                const uint v487 = shared[v5 + 4];
                shared[v5] = as_uint(as_float(v484) + as_float(v487));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v137) {
                const uint v495 = shared[v5];
                const uint v498 = shared[v5 + 2];
                shared[v5] = as_uint(as_float(v495) + as_float(v498));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v149) {
                const uint v506 = shared[v5];
                const uint v509 = shared[v5 + 1];
                shared[v5] = as_uint(as_float(v506) + as_float(v509));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v516 = v5 == 0;
            const uint v517 = shared[0];
            if (v516) {
                b3[v182] = v456;
            }
            const float v523 = v169;
            const bool v527 = v30 <= v182 || (v456 <= v523 || v523 != v523);
            v169 = v527 ? v523 : v456;
            v171 = v527 ? v171 : v182;
            const float v533 = as_float(v517) * v168;
            if (v516) {
                b3[v184] = v533;
            }
            const float v538 = v169;
            const bool v542 = v30 <= v184 || (v533 <= v538 || v538 != v538);
            v169 = v542 ? v538 : v533;
            v171 = v542 ? v171 : v184;
        }
        for (int v549 = v181; v549 < v29; v549 += 2) {
            const int v550 = (int)((uint)v549 * 1536u);
            const int v551 = v549 + 1;
            const bool v554 = 0 <= v551 && v551 < 151936;
            const int v555 = v554 ? 1536 : 0;
            const int v556 = (int)((uint)v551 * 1536u);
            float v557 = 0.0f;
            float v558 = 0.0f;
            float v559 = 0.0f;
            float v560 = 0.0f;
            float v561 = 0.0f;
            float v562 = 0.0f;
            float v563 = 0.0f;
            float v564 = 0.0f;
            float v565 = 0.0f;
            float v566 = 0.0f;
            float v567 = 0.0f;
            float v568 = 0.0f;
            float v569 = 0.0f;
            float v570 = 0.0f;
            float v571 = 0.0f;
            float v572 = 0.0f;
            for (int v573 = 0; v573 < 1536; v573 += 256) {
                const int v574 = v573 + v13;
                const uint v576 = (uint)b2[(int)((uint)v550 + (uint)v574)];
                const float v580 = b0[v574];
                const uint v581 = (uint)b1[v574];
                const float v584 = v580 * as_float(v581 << 16);
                const int v587 = v573 + v14;
                const float v588 = b0[v587];
                const uint v589 = (uint)b1[v587];
                const float v592 = v588 * as_float(v589 << 16);
                const int v593 = v573 + v16;
                const float v594 = b0[v593];
                const uint v595 = (uint)b1[v593];
                const float v598 = v594 * as_float(v595 << 16);
                const int v599 = v573 + v18;
                const float v600 = b0[v599];
                const uint v601 = (uint)b1[v599];
                const float v604 = v600 * as_float(v601 << 16);
                const int v605 = v573 + v20;
                const float v606 = b0[v605];
                const uint v607 = (uint)b1[v605];
                const float v610 = v606 * as_float(v607 << 16);
                const int v611 = v573 + v22;
                const float v612 = b0[v611];
                const uint v613 = (uint)b1[v611];
                const float v616 = v612 * as_float(v613 << 16);
                const int v617 = v573 + v24;
                const float v618 = b0[v617];
                const uint v619 = (uint)b1[v617];
                const float v622 = v618 * as_float(v619 << 16);
                const int v623 = v573 + v26;
                const float v624 = b0[v623];
                const uint v625 = (uint)b1[v623];
                const float v628 = v624 * as_float(v625 << 16);
                v557 = fma(as_float(v576 << 16), v584, v557);
                const uint v631 = (uint)b2[(int)((uint)v550 + (uint)v587)];
                v558 = fma(as_float(v631 << 16), v592, v558);
                const uint v638 = (uint)b2[(int)((uint)v550 + (uint)v593)];
                v559 = fma(as_float(v638 << 16), v598, v559);
                const uint v645 = (uint)b2[(int)((uint)v550 + (uint)v599)];
                v560 = fma(as_float(v645 << 16), v604, v560);
                const uint v652 = (uint)b2[(int)((uint)v550 + (uint)v605)];
                v561 = fma(as_float(v652 << 16), v610, v561);
                const uint v659 = (uint)b2[(int)((uint)v550 + (uint)v611)];
                v562 = fma(as_float(v659 << 16), v616, v562);
                const uint v666 = (uint)b2[(int)((uint)v550 + (uint)v617)];
                v563 = fma(as_float(v666 << 16), v622, v563);
                const uint v673 = (uint)b2[(int)((uint)v550 + (uint)v623)];
                v564 = fma(as_float(v673 << 16), v628, v564);
                const bool v681 = 0 <= v574 && v574 < v555;
                const uint v684 = (uint)b2[v681 ? (int)((uint)v556 + (uint)v574) : 0];
                v565 = fma(as_float((v681 ? v684 : 0u) << 16), v584, v565);
                const bool v694 = 0 <= v587 && v587 < v555;
                const uint v697 = (uint)b2[v694 ? (int)((uint)v556 + (uint)v587) : 0];
                v566 = fma(as_float((v694 ? v697 : 0u) << 16), v592, v566);
                const bool v706 = 0 <= v593 && v593 < v555;
                const uint v709 = (uint)b2[v706 ? (int)((uint)v556 + (uint)v593) : 0];
                v567 = fma(as_float((v706 ? v709 : 0u) << 16), v598, v567);
                const bool v718 = 0 <= v599 && v599 < v555;
                const uint v721 = (uint)b2[v718 ? (int)((uint)v556 + (uint)v599) : 0];
                v568 = fma(as_float((v718 ? v721 : 0u) << 16), v604, v568);
                const bool v730 = 0 <= v605 && v605 < v555;
                const uint v733 = (uint)b2[v730 ? (int)((uint)v556 + (uint)v605) : 0];
                v569 = fma(as_float((v730 ? v733 : 0u) << 16), v610, v569);
                const bool v742 = 0 <= v611 && v611 < v555;
                const uint v745 = (uint)b2[v742 ? (int)((uint)v556 + (uint)v611) : 0];
                v570 = fma(as_float((v742 ? v745 : 0u) << 16), v616, v570);
                const bool v754 = 0 <= v617 && v617 < v555;
                const uint v757 = (uint)b2[v754 ? (int)((uint)v556 + (uint)v617) : 0];
                v571 = fma(as_float((v754 ? v757 : 0u) << 16), v622, v571);
                const bool v766 = 0 <= v623 && v623 < v555;
                const uint v769 = (uint)b2[v766 ? (int)((uint)v556 + (uint)v623) : 0];
                v572 = fma(as_float((v766 ? v769 : 0u) << 16), v628, v572);
            }
            const float v785 = v557 + v558 + v559 + v560 + v561;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v793 = as_uint(v785 + v562 + v563 + v564);
            shared[v5] = v793;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v101) {
                const uint v797 = shared[v5];
                const uint v800 = shared[v5 + 16];
                shared[v5] = as_uint(as_float(v797) + as_float(v800));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v113) {
                const uint v808 = shared[v5];
                const uint v811 = shared[v5 + 8];
                shared[v5] = as_uint(as_float(v808) + as_float(v811));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v125) {
                const uint v819 = shared[v5];
                const uint v822 = shared[v5 + 4];
                shared[v5] = as_uint(as_float(v819) + as_float(v822));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v137) {
                const uint v830 = shared[v5];
                const uint v833 = shared[v5 + 2];
                shared[v5] = as_uint(as_float(v830) + as_float(v833));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v149) {
                const uint v841 = shared[v5];
                const uint v844 = shared[v5 + 1];
                shared[v5] = as_uint(as_float(v841) + as_float(v844));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const float v859 = v565 + v566 + v567 + v568 + v569;
            const uint v866 = shared[0];
            const float v868 = as_float(v866) * v168;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v870 = as_uint(v859 + v570 + v571 + v572);
            shared[v5] = v870;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v101) {
                const uint v874 = shared[v5];
                const uint v877 = shared[v5 + 16];
                shared[v5] = as_uint(as_float(v874) + as_float(v877));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v113) {
                const uint v885 = shared[v5];
                const uint v888 = shared[v5 + 8];
                shared[v5] = as_uint(as_float(v885) + as_float(v888));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v125) {
                const uint v896 = shared[v5];
                const uint v899 = shared[v5 + 4];
                shared[v5] = as_uint(as_float(v896) + as_float(v899));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v137) {
                const uint v907 = shared[v5];
                const uint v910 = shared[v5 + 2];
                shared[v5] = as_uint(as_float(v907) + as_float(v910));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v149) {
                const uint v918 = shared[v5];
                const uint v921 = shared[v5 + 1];
                shared[v5] = as_uint(as_float(v918) + as_float(v921));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v928 = v5 == 0;
            const uint v929 = shared[0];
            if (v928) {
                b3[v549] = v868;
            }
            const float v935 = v169;
            const bool v939 = v30 <= v549 || (v868 <= v935 || v935 != v935);
            v169 = v939 ? v935 : v868;
            v171 = v939 ? v171 : v549;
            const float v945 = as_float(v929) * v168;
            if (v928) {
                if (v554) {
                    b3[v551] = v945;
                }
            }
            const float v952 = v169;
            const bool v956 = v30 <= v551 || (v945 <= v952 || v952 != v952);
            v169 = v956 ? v952 : v945;
            v171 = v956 ? v171 : v551;
        }
        const bool v963 = v5 == 0;
        const int v964 = v27 / 16;
        const float v965 = v169;
        if (v963) {
            b4[v964] = v965;
        }
        const int v969 = v171;
        if (v963) {
            b5[v964] = v969;
        }
    }
}

// tessera kernel norm_lm_head_argmax entry ts_norm_lm_head_argmax__wide wide 1 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:151936*1536,o32:logits:32:151936,w32:val:32:9496,w32:idx:32:9496 sizes 1 threads 32 teams 1 count 9496 shared 256 cost 983041
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void ts_norm_lm_head_argmax__wide(
    __global const float *b0, // x
    __global const ushort *b1, // gamma
    __global const ushort *b2, // w
    __global float *b3, // logits
    __global float *b4, // val
    __global int *b5, // idx
    __global const int *s0, // valid
    uint o0, // offset
    uint o1, // offset
    uint o2, // offset
    uint o3, // offset
    uint o4, // offset
    uint o5, // offset
    uint p0) // offset
{
    __local uint shared[64];
    b0 += o0;
    b1 += o1;
    b2 += o2;
    b3 += o3;
    b4 += o4;
    b5 += o5;
    s0 += p0;
    const int v1 = (int)get_group_id(0);
    const int v3 = (int)get_num_groups(0);
    const int v5 = (int)get_local_id(0);
    for (int v9 = v1; v9 < 9496; v9 += v3) {
        const int v13 = v5 * 8;
        const int v16 = v9 * 16;
        const int v18 = min(151936, v16 + 16);
        const int v20 = s0[0];
        const int v21 = v13 + 1;
        const int v22 = v13 + 2;
        const int v23 = v13 + 3;
        const int v24 = v13 + 4;
        const int v26 = v13 + 5;
        const int v28 = v13 + 6;
        const int v30 = v13 + 7;
        float v31 = 0.0f;
        float v32 = 0.0f;
        float v33 = 0.0f;
        float v34 = 0.0f;
        float v35 = 0.0f;
        float v36 = 0.0f;
        float v37 = 0.0f;
        float v38 = 0.0f;
        for (int v40 = 0; v40 < 1536; v40 += 256) {
            const int v42 = (v40 + v13) >> 2;
            const uint4 v43 = ((__global const uint4 *)b0)[v42];
            const float v45 = as_float(v43.x);
            const float v49 = as_float(v43.y);
            const float v51 = as_float(v43.z);
            const float v53 = as_float(v43.w);
            const uint4 v55 = ((__global const uint4 *)b0)[v42 + 1];
            const float v57 = as_float(v55.x);
            const float v59 = as_float(v55.y);
            const float v61 = as_float(v55.z);
            const float v63 = as_float(v55.w);
            v31 = fma(v45, v45, v31);
            v32 = fma(v49, v49, v32);
            v33 = fma(v51, v51, v33);
            v34 = fma(v53, v53, v34);
            v35 = fma(v57, v57, v35);
            v36 = fma(v59, v59, v36);
            v37 = fma(v61, v61, v37);
            v38 = fma(v63, v63, v38);
        }
        const float v95 = v31 + v32 + v33 + v34 + v35;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v103 = as_uint(v95 + v36 + v37 + v38);
        shared[v5] = v103;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v106 = v5 < 16;
        if (v106) {
            const uint v108 = shared[v5];
            const uint v111 = shared[v5 + 16];
            shared[v5] = as_uint(as_float(v108) + as_float(v111));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v118 = v5 < 8;
        if (v118) {
            const uint v120 = shared[v5];
            const uint v123 = shared[v5 + 8];
            shared[v5] = as_uint(as_float(v120) + as_float(v123));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v130 = v5 < 4;
        if (v130) {
            const uint v132 = shared[v5];
            const uint v135 = shared[v5 + 4];
            shared[v5] = as_uint(as_float(v132) + as_float(v135));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v142 = v5 < 2;
        if (v142) {
            const uint v144 = shared[v5];
            const uint v147 = shared[v5 + 2];
            shared[v5] = as_uint(as_float(v144) + as_float(v147));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v154 = v5 < 1;
        if (v154) {
            const uint v156 = shared[v5];
            const uint v159 = shared[v5 + 1];
            shared[v5] = as_uint(as_float(v156) + as_float(v159));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v167 = shared[0];
        const float v173 = rsqrt(as_float(v167) / 1536.0f + 1e-06f);
        float v174 = -INFINITY;
        int v176 = 2147483647;
        const uint v178 = (uint)v16;
        const uint v184 = v178 + ((uint)v18 - v178) / 2u * 2u;
        const int v186 = v16 < v18 ? (int)v184 : v16;
        for (int v187 = v16; v187 < v186; v187 += 2) {
            const int v188 = (int)((uint)v187 * 1536u);
            const int v189 = v187 + 1;
            const int v190 = (int)((uint)v189 * 1536u);
            float v191 = 0.0f;
            float v192 = 0.0f;
            float v193 = 0.0f;
            float v194 = 0.0f;
            float v195 = 0.0f;
            float v196 = 0.0f;
            float v197 = 0.0f;
            float v198 = 0.0f;
            float v199 = 0.0f;
            float v200 = 0.0f;
            float v201 = 0.0f;
            float v202 = 0.0f;
            float v203 = 0.0f;
            float v204 = 0.0f;
            float v205 = 0.0f;
            float v206 = 0.0f;
            for (int v207 = 0; v207 < 1536; v207 += 256) {
                const int v208 = v207 + v13;
                const uint4 v211 = ((__global const uint4 *)b2)[(int)((uint)v188 + (uint)v208) >> 3];
                const int v218 = v208 >> 2;
                const uint4 v219 = ((__global const uint4 *)b0)[v218];
                const uint4 v223 = ((__global const uint4 *)b1)[v208 >> 3];
                const float v228 = as_float(v219.x) * as_float((v223.x & 0xffffu) << 16);
                const float v236 = as_float(v219.y) * as_float((v223.x >> 16) << 16);
                const float v243 = as_float(v219.z) * as_float((v223.y & 0xffffu) << 16);
                const float v249 = as_float(v219.w) * as_float((v223.y >> 16) << 16);
                const uint4 v251 = ((__global const uint4 *)b0)[v218 + 1];
                const float v258 = as_float(v251.x) * as_float((v223.z & 0xffffu) << 16);
                const float v264 = as_float(v251.y) * as_float((v223.z >> 16) << 16);
                const float v271 = as_float(v251.z) * as_float((v223.w & 0xffffu) << 16);
                const float v277 = as_float(v251.w) * as_float((v223.w >> 16) << 16);
                v191 = fma(as_float((v211.x & 0xffffu) << 16), v228, v191);
                v192 = fma(as_float((v211.x >> 16) << 16), v236, v192);
                v193 = fma(as_float((v211.y & 0xffffu) << 16), v243, v193);
                v194 = fma(as_float((v211.y >> 16) << 16), v249, v194);
                v195 = fma(as_float((v211.z & 0xffffu) << 16), v258, v195);
                v196 = fma(as_float((v211.z >> 16) << 16), v264, v196);
                v197 = fma(as_float((v211.w & 0xffffu) << 16), v271, v197);
                v198 = fma(as_float((v211.w >> 16) << 16), v277, v198);
                const uint4 v326 = ((__global const uint4 *)b2)[(int)((uint)v190 + (uint)v208) >> 3];
                v199 = fma(as_float((v326.x & 0xffffu) << 16), v228, v199);
                v200 = fma(as_float((v326.x >> 16) << 16), v236, v200);
                v201 = fma(as_float((v326.y & 0xffffu) << 16), v243, v201);
                v202 = fma(as_float((v326.y >> 16) << 16), v249, v202);
                v203 = fma(as_float((v326.z & 0xffffu) << 16), v258, v203);
                v204 = fma(as_float((v326.z >> 16) << 16), v264, v204);
                v205 = fma(as_float((v326.w & 0xffffu) << 16), v271, v205);
                v206 = fma(as_float((v326.w >> 16) << 16), v277, v206);
            }
            const float v388 = v191 + v192 + v193 + v194 + v195;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v396 = as_uint(v388 + v196 + v197 + v198);
            shared[v5] = v396;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v106) {
                const uint v400 = shared[v5];
                const uint v403 = shared[v5 + 16];
                shared[v5] = as_uint(as_float(v400) + as_float(v403));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v118) {
                const uint v411 = shared[v5];
                const uint v414 = shared[v5 + 8];
                shared[v5] = as_uint(as_float(v411) + as_float(v414));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v130) {
                const uint v422 = shared[v5];
                const uint v425 = shared[v5 + 4];
                shared[v5] = as_uint(as_float(v422) + as_float(v425));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v142) {
                const uint v433 = shared[v5];
                const uint v436 = shared[v5 + 2];
                shared[v5] = as_uint(as_float(v433) + as_float(v436));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v154) {
                const uint v444 = shared[v5];
                const uint v447 = shared[v5 + 1];
                shared[v5] = as_uint(as_float(v444) + as_float(v447));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const float v462 = v199 + v200 + v201 + v202 + v203;
            const uint v469 = shared[0];
            const float v471 = as_float(v469) * v173;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v473 = as_uint(v462 + v204 + v205 + v206);
            shared[v5] = v473;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v106) {
                const uint v477 = shared[v5];
                const uint v480 = shared[v5 + 16];
                shared[v5] = as_uint(as_float(v477) + as_float(v480));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v118) {
                const uint v488 = shared[v5];
                const uint v491 = shared[v5 + 8];
                shared[v5] = as_uint(as_float(v488) + as_float(v491));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v130) {
                const uint v499 = shared[v5];
                const uint v502 = shared[v5 + 4];
                shared[v5] = as_uint(as_float(v499) + as_float(v502));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v142) {
                const uint v510 = shared[v5];
                const uint v513 = shared[v5 + 2];
                shared[v5] = as_uint(as_float(v510) + as_float(v513));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v154) {
                const uint v521 = shared[v5];
                const uint v524 = shared[v5 + 1];
                shared[v5] = as_uint(as_float(v521) + as_float(v524));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v531 = v5 == 0;
            const uint v532 = shared[0];
            if (v531) {
                b3[v187] = v471;
            }
            const float v538 = v174;
            const bool v542 = v20 <= v187 || (v471 <= v538 || v538 != v538);
            v174 = v542 ? v538 : v471;
            v176 = v542 ? v176 : v187;
            const float v548 = as_float(v532) * v173;
            if (v531) {
                b3[v189] = v548;
            }
            const float v553 = v174;
            const bool v557 = v20 <= v189 || (v548 <= v553 || v553 != v553);
            v174 = v557 ? v553 : v548;
            v176 = v557 ? v176 : v189;
        }
        for (int v564 = v186; v564 < v18; v564 += 2) {
            const int v565 = (int)((uint)v564 * 1536u);
            const int v566 = v564 + 1;
            const bool v569 = 0 <= v566 && v566 < 151936;
            const int v570 = v569 ? 1536 : 0;
            const int v571 = (int)((uint)v566 * 1536u);
            float v572 = 0.0f;
            float v573 = 0.0f;
            float v574 = 0.0f;
            float v575 = 0.0f;
            float v576 = 0.0f;
            float v577 = 0.0f;
            float v578 = 0.0f;
            float v579 = 0.0f;
            float v580 = 0.0f;
            float v581 = 0.0f;
            float v582 = 0.0f;
            float v583 = 0.0f;
            float v584 = 0.0f;
            float v585 = 0.0f;
            float v586 = 0.0f;
            float v587 = 0.0f;
            for (int v588 = 0; v588 < 1536; v588 += 256) {
                const int v589 = v588 + v13;
                const uint4 v592 = ((__global const uint4 *)b2)[(int)((uint)v565 + (uint)v589) >> 3];
                const int v599 = v589 >> 2;
                const uint4 v600 = ((__global const uint4 *)b0)[v599];
                const uint4 v604 = ((__global const uint4 *)b1)[v589 >> 3];
                const float v609 = as_float(v600.x) * as_float((v604.x & 0xffffu) << 16);
                const float v617 = as_float(v600.y) * as_float((v604.x >> 16) << 16);
                const float v624 = as_float(v600.z) * as_float((v604.y & 0xffffu) << 16);
                const float v630 = as_float(v600.w) * as_float((v604.y >> 16) << 16);
                const uint4 v632 = ((__global const uint4 *)b0)[v599 + 1];
                const float v639 = as_float(v632.x) * as_float((v604.z & 0xffffu) << 16);
                const float v645 = as_float(v632.y) * as_float((v604.z >> 16) << 16);
                const float v652 = as_float(v632.z) * as_float((v604.w & 0xffffu) << 16);
                const float v658 = as_float(v632.w) * as_float((v604.w >> 16) << 16);
                v572 = fma(as_float((v592.x & 0xffffu) << 16), v609, v572);
                v573 = fma(as_float((v592.x >> 16) << 16), v617, v573);
                v574 = fma(as_float((v592.y & 0xffffu) << 16), v624, v574);
                v575 = fma(as_float((v592.y >> 16) << 16), v630, v575);
                v576 = fma(as_float((v592.z & 0xffffu) << 16), v639, v576);
                v577 = fma(as_float((v592.z >> 16) << 16), v645, v577);
                v578 = fma(as_float((v592.w & 0xffffu) << 16), v652, v578);
                v579 = fma(as_float((v592.w >> 16) << 16), v658, v579);
                const bool v708 = 0 <= v589 && v589 < v570;
                const uint v711 = (uint)b2[v708 ? (int)((uint)v571 + (uint)v589) : 0];
                v580 = fma(as_float((v708 ? v711 : 0u) << 16), v609, v580);
                const int v718 = v588 + v21;
                const bool v721 = 0 <= v718 && v718 < v570;
                const uint v724 = (uint)b2[v721 ? (int)((uint)v571 + (uint)v718) : 0];
                v581 = fma(as_float((v721 ? v724 : 0u) << 16), v617, v581);
                const int v731 = v588 + v22;
                const bool v734 = 0 <= v731 && v731 < v570;
                const uint v737 = (uint)b2[v734 ? (int)((uint)v571 + (uint)v731) : 0];
                v582 = fma(as_float((v734 ? v737 : 0u) << 16), v624, v582);
                const int v744 = v588 + v23;
                const bool v747 = 0 <= v744 && v744 < v570;
                const uint v750 = (uint)b2[v747 ? (int)((uint)v571 + (uint)v744) : 0];
                v583 = fma(as_float((v747 ? v750 : 0u) << 16), v630, v583);
                const int v757 = v588 + v24;
                const bool v760 = 0 <= v757 && v757 < v570;
                const uint v763 = (uint)b2[v760 ? (int)((uint)v571 + (uint)v757) : 0];
                v584 = fma(as_float((v760 ? v763 : 0u) << 16), v639, v584);
                const int v770 = v588 + v26;
                const bool v773 = 0 <= v770 && v770 < v570;
                const uint v776 = (uint)b2[v773 ? (int)((uint)v571 + (uint)v770) : 0];
                v585 = fma(as_float((v773 ? v776 : 0u) << 16), v645, v585);
                const int v783 = v588 + v28;
                const bool v786 = 0 <= v783 && v783 < v570;
                const uint v789 = (uint)b2[v786 ? (int)((uint)v571 + (uint)v783) : 0];
                v586 = fma(as_float((v786 ? v789 : 0u) << 16), v652, v586);
                const int v796 = v588 + v30;
                const bool v799 = 0 <= v796 && v796 < v570;
                const uint v802 = (uint)b2[v799 ? (int)((uint)v571 + (uint)v796) : 0];
                v587 = fma(as_float((v799 ? v802 : 0u) << 16), v658, v587);
            }
            const float v818 = v572 + v573 + v574 + v575 + v576;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v826 = as_uint(v818 + v577 + v578 + v579);
            shared[v5] = v826;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v106) {
                const uint v830 = shared[v5];
                const uint v833 = shared[v5 + 16];
                shared[v5] = as_uint(as_float(v830) + as_float(v833));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v118) {
                const uint v841 = shared[v5];
                const uint v844 = shared[v5 + 8];
                shared[v5] = as_uint(as_float(v841) + as_float(v844));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v130) {
                const uint v852 = shared[v5];
                const uint v855 = shared[v5 + 4];
                shared[v5] = as_uint(as_float(v852) + as_float(v855));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v142) {
                const uint v863 = shared[v5];
                const uint v866 = shared[v5 + 2];
                shared[v5] = as_uint(as_float(v863) + as_float(v866));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v154) {
                const uint v874 = shared[v5];
                const uint v877 = shared[v5 + 1];
                shared[v5] = as_uint(as_float(v874) + as_float(v877));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const float v892 = v580 + v581 + v582 + v583 + v584;
            const uint v899 = shared[0];
            const float v901 = as_float(v899) * v173;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v903 = as_uint(v892 + v585 + v586 + v587);
            shared[v5] = v903;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v106) {
                const uint v907 = shared[v5];
                const uint v910 = shared[v5 + 16];
                shared[v5] = as_uint(as_float(v907) + as_float(v910));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v118) {
                const uint v918 = shared[v5];
                const uint v921 = shared[v5 + 8];
                shared[v5] = as_uint(as_float(v918) + as_float(v921));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v130) {
                const uint v929 = shared[v5];
                const uint v932 = shared[v5 + 4];
                shared[v5] = as_uint(as_float(v929) + as_float(v932));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v142) {
                const uint v940 = shared[v5];
                const uint v943 = shared[v5 + 2];
                shared[v5] = as_uint(as_float(v940) + as_float(v943));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v154) {
                const uint v951 = shared[v5];
                const uint v954 = shared[v5 + 1];
                shared[v5] = as_uint(as_float(v951) + as_float(v954));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v961 = v5 == 0;
            const uint v962 = shared[0];
            if (v961) {
                b3[v564] = v901;
            }
            const float v968 = v174;
            const bool v972 = v20 <= v564 || (v901 <= v968 || v968 != v968);
            v174 = v972 ? v968 : v901;
            v176 = v972 ? v176 : v564;
            const float v978 = as_float(v962) * v173;
            if (v961) {
                if (v569) {
                    b3[v566] = v978;
                }
            }
            const float v985 = v174;
            const bool v989 = v20 <= v566 || (v978 <= v985 || v985 != v985);
            v174 = v989 ? v985 : v978;
            v176 = v989 ? v176 : v566;
        }
        const bool v996 = v5 == 0;
        const int v997 = v16 / 16;
        const float v998 = v174;
        if (v996) {
            b4[v997] = v998;
        }
        const int v1002 = v176;
        if (v996) {
            b5[v997] = v1002;
        }
    }
}

// tessera kernel norm_lm_head_argmax__final entry ts_norm_lm_head_argmax__final wide 0 params i32:val:32:9496,i32:idx:32:9496,o32:token:32:1,o32:top:32:1 sizes 1 threads 256 teams 1 count 1 shared 2048 cost 1
__kernel __attribute__((reqd_work_group_size(256, 1, 1))) void ts_norm_lm_head_argmax__final(
    __global const float *b0, // val
    __global const int *b1, // idx
    __global uint *b2, // token
    __global float *b3, // top
    __global const int *s0, // valid
    uint o0, // offset
    uint o1, // offset
    uint o2, // offset
    uint o3, // offset
    uint p0) // offset
{
    __local uint shared[512];
    b0 += o0;
    b1 += o1;
    b2 += o2;
    b3 += o3;
    s0 += p0;
    const int v1 = (int)get_group_id(0);
    const int v3 = (int)get_num_groups(0);
    const int v5 = (int)get_local_id(0);
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
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v5] = (uint)min(2147483647, v42 != v42 ? v44 : 2147483647);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v52 = v5 < 128;
        if (v52) {
            const uint v54 = shared[v5];
            const uint v57 = shared[v5 + 128];
            shared[v5] = (uint)min((int)v54, (int)v57);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v65 = v5 < 64;
        if (v65) {
            const uint v67 = shared[v5];
            const uint v70 = shared[v5 + 64];
            shared[v5] = (uint)min((int)v67, (int)v70);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v78 = v5 < 32;
        if (v78) {
            const uint v80 = shared[v5];
            const uint v83 = shared[v5 + 32];
            shared[v5] = (uint)min((int)v80, (int)v83);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v90 = v5 < 16;
        if (v90) {
            const uint v92 = shared[v5];
            const uint v95 = shared[v5 + 16];
            shared[v5] = (uint)min((int)v92, (int)v95);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v103 = v5 < 8;
        if (v103) {
            const uint v105 = shared[v5];
            const uint v108 = shared[v5 + 8];
            shared[v5] = (uint)min((int)v105, (int)v108);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v116 = v5 < 4;
        if (v116) {
            const uint v118 = shared[v5];
            const uint v121 = shared[v5 + 4];
            shared[v5] = (uint)min((int)v118, (int)v121);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v129 = v5 < 2;
        if (v129) {
            const uint v131 = shared[v5];
            const uint v134 = shared[v5 + 2];
            shared[v5] = (uint)min((int)v131, (int)v134);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v141 = v5 < 1;
        if (v141) {
            const uint v143 = shared[v5];
            const uint v146 = shared[v5 + 1];
            shared[v5] = (uint)min((int)v143, (int)v146);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v154 = shared[0];
        const int v155 = (int)v154;
        const bool v156 = v155 != 2147483647;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v5] = as_uint(fmax(-INFINITY, v42));
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v52) {
            const uint v162 = shared[v5];
            const uint v165 = shared[v5 + 128];
            shared[v5] = as_uint(fmax(as_float(v162), as_float(v165)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v65) {
            const uint v173 = shared[v5];
            const uint v176 = shared[v5 + 64];
            shared[v5] = as_uint(fmax(as_float(v173), as_float(v176)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v78) {
            const uint v184 = shared[v5];
            const uint v187 = shared[v5 + 32];
            shared[v5] = as_uint(fmax(as_float(v184), as_float(v187)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v90) {
            const uint v195 = shared[v5];
            const uint v198 = shared[v5 + 16];
            shared[v5] = as_uint(fmax(as_float(v195), as_float(v198)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v103) {
            const uint v206 = shared[v5];
            const uint v209 = shared[v5 + 8];
            shared[v5] = as_uint(fmax(as_float(v206), as_float(v209)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v116) {
            const uint v217 = shared[v5];
            const uint v220 = shared[v5 + 4];
            shared[v5] = as_uint(fmax(as_float(v217), as_float(v220)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v129) {
            const uint v228 = shared[v5];
            const uint v231 = shared[v5 + 2];
            shared[v5] = as_uint(fmax(as_float(v228), as_float(v231)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v141) {
            const uint v239 = shared[v5];
            const uint v242 = shared[v5 + 1];
            shared[v5] = as_uint(fmax(as_float(v239), as_float(v242)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v249 = shared[0];
        const float v250 = as_float(v249);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v5] = (uint)min(2147483647, v42 == v250 ? v44 : 2147483647);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v52) {
            const uint v259 = shared[v5];
            const uint v262 = shared[v5 + 128];
            shared[v5] = (uint)min((int)v259, (int)v262);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v65) {
            const uint v270 = shared[v5];
            const uint v273 = shared[v5 + 64];
            shared[v5] = (uint)min((int)v270, (int)v273);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v78) {
            const uint v281 = shared[v5];
            const uint v284 = shared[v5 + 32];
            shared[v5] = (uint)min((int)v281, (int)v284);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v90) {
            const uint v292 = shared[v5];
            const uint v295 = shared[v5 + 16];
            shared[v5] = (uint)min((int)v292, (int)v295);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v103) {
            const uint v303 = shared[v5];
            const uint v306 = shared[v5 + 8];
            shared[v5] = (uint)min((int)v303, (int)v306);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v116) {
            const uint v314 = shared[v5];
            const uint v317 = shared[v5 + 4];
            shared[v5] = (uint)min((int)v314, (int)v317);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v129) {
            const uint v325 = shared[v5];
            const uint v328 = shared[v5 + 2];
            shared[v5] = (uint)min((int)v325, (int)v328);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v141) {
            const uint v336 = shared[v5];
            const uint v339 = shared[v5 + 1];
            shared[v5] = (uint)min((int)v336, (int)v339);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v346 = v5 == 0;
        const uint v347 = shared[0];
        const int v349 = v156 ? v155 : (int)v347;
        const uint v353 = (uint)max(v349 == 2147483647 ? 0 : v349, 0);
        const float v355 = v156 ? NAN : v250;
        if (v346) {
            b2[0] = v353;
        }
        if (v346) {
            b3[0] = v355;
        }
    }
}
