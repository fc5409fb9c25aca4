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
            const float v527 = v169;
            const bool v533 = ((as_int(v456) & 2147483647) <= 2139095040 && v456 <= v527) || 2139095040 < (as_int(v527) & 2147483647);
            const bool v534 = v30 <= v182 || v533;
            v169 = v534 ? v527 : v456;
            v171 = v534 ? v171 : v182;
            const float v540 = as_float(v517) * v168;
            if (v516) {
                b3[v184] = v540;
            }
            const float v548 = v169;
            const bool v554 = ((as_int(v540) & 2147483647) <= 2139095040 && v540 <= v548) || 2139095040 < (as_int(v548) & 2147483647);
            const bool v555 = v30 <= v184 || v554;
            v169 = v555 ? v548 : v540;
            v171 = v555 ? v171 : v184;
        }
        for (int v562 = v181; v562 < v29; v562 += 2) {
            const int v563 = (int)((uint)v562 * 1536u);
            const int v564 = v562 + 1;
            const bool v567 = 0 <= v564 && v564 < 151936;
            const int v568 = v567 ? 1536 : 0;
            const int v569 = (int)((uint)v564 * 1536u);
            float v570 = 0.0f;
            float v571 = 0.0f;
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
            for (int v586 = 0; v586 < 1536; v586 += 256) {
                const int v587 = v586 + v13;
                const uint v589 = (uint)b2[(int)((uint)v563 + (uint)v587)];
                const float v593 = b0[v587];
                const uint v594 = (uint)b1[v587];
                const float v597 = v593 * as_float(v594 << 16);
                const int v600 = v586 + v14;
                const float v601 = b0[v600];
                const uint v602 = (uint)b1[v600];
                const float v605 = v601 * as_float(v602 << 16);
                const int v606 = v586 + v16;
                const float v607 = b0[v606];
                const uint v608 = (uint)b1[v606];
                const float v611 = v607 * as_float(v608 << 16);
                const int v612 = v586 + v18;
                const float v613 = b0[v612];
                const uint v614 = (uint)b1[v612];
                const float v617 = v613 * as_float(v614 << 16);
                const int v618 = v586 + v20;
                const float v619 = b0[v618];
                const uint v620 = (uint)b1[v618];
                const float v623 = v619 * as_float(v620 << 16);
                const int v624 = v586 + v22;
                const float v625 = b0[v624];
                const uint v626 = (uint)b1[v624];
                const float v629 = v625 * as_float(v626 << 16);
                const int v630 = v586 + v24;
                const float v631 = b0[v630];
                const uint v632 = (uint)b1[v630];
                const float v635 = v631 * as_float(v632 << 16);
                const int v636 = v586 + v26;
                const float v637 = b0[v636];
                const uint v638 = (uint)b1[v636];
                const float v641 = v637 * as_float(v638 << 16);
                v570 = fma(as_float(v589 << 16), v597, v570);
                const uint v644 = (uint)b2[(int)((uint)v563 + (uint)v600)];
                v571 = fma(as_float(v644 << 16), v605, v571);
                const uint v651 = (uint)b2[(int)((uint)v563 + (uint)v606)];
                v572 = fma(as_float(v651 << 16), v611, v572);
                const uint v658 = (uint)b2[(int)((uint)v563 + (uint)v612)];
                v573 = fma(as_float(v658 << 16), v617, v573);
                const uint v665 = (uint)b2[(int)((uint)v563 + (uint)v618)];
                v574 = fma(as_float(v665 << 16), v623, v574);
                const uint v672 = (uint)b2[(int)((uint)v563 + (uint)v624)];
                v575 = fma(as_float(v672 << 16), v629, v575);
                const uint v679 = (uint)b2[(int)((uint)v563 + (uint)v630)];
                v576 = fma(as_float(v679 << 16), v635, v576);
                const uint v686 = (uint)b2[(int)((uint)v563 + (uint)v636)];
                v577 = fma(as_float(v686 << 16), v641, v577);
                const bool v694 = 0 <= v587 && v587 < v568;
                const uint v697 = (uint)b2[v694 ? (int)((uint)v569 + (uint)v587) : 0];
                v578 = fma(as_float((v694 ? v697 : 0u) << 16), v597, v578);
                const bool v707 = 0 <= v600 && v600 < v568;
                const uint v710 = (uint)b2[v707 ? (int)((uint)v569 + (uint)v600) : 0];
                v579 = fma(as_float((v707 ? v710 : 0u) << 16), v605, v579);
                const bool v719 = 0 <= v606 && v606 < v568;
                const uint v722 = (uint)b2[v719 ? (int)((uint)v569 + (uint)v606) : 0];
                v580 = fma(as_float((v719 ? v722 : 0u) << 16), v611, v580);
                const bool v731 = 0 <= v612 && v612 < v568;
                const uint v734 = (uint)b2[v731 ? (int)((uint)v569 + (uint)v612) : 0];
                v581 = fma(as_float((v731 ? v734 : 0u) << 16), v617, v581);
                const bool v743 = 0 <= v618 && v618 < v568;
                const uint v746 = (uint)b2[v743 ? (int)((uint)v569 + (uint)v618) : 0];
                v582 = fma(as_float((v743 ? v746 : 0u) << 16), v623, v582);
                const bool v755 = 0 <= v624 && v624 < v568;
                const uint v758 = (uint)b2[v755 ? (int)((uint)v569 + (uint)v624) : 0];
                v583 = fma(as_float((v755 ? v758 : 0u) << 16), v629, v583);
                const bool v767 = 0 <= v630 && v630 < v568;
                const uint v770 = (uint)b2[v767 ? (int)((uint)v569 + (uint)v630) : 0];
                v584 = fma(as_float((v767 ? v770 : 0u) << 16), v635, v584);
                const bool v779 = 0 <= v636 && v636 < v568;
                const uint v782 = (uint)b2[v779 ? (int)((uint)v569 + (uint)v636) : 0];
                v585 = fma(as_float((v779 ? v782 : 0u) << 16), v641, v585);
            }
            const float v798 = v570 + v571 + v572 + v573 + v574;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v806 = as_uint(v798 + v575 + v576 + v577);
            shared[v5] = v806;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v101) {
                const uint v810 = shared[v5];
                const uint v813 = shared[v5 + 16];
                shared[v5] = as_uint(as_float(v810) + as_float(v813));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v113) {
                const uint v821 = shared[v5];
                const uint v824 = shared[v5 + 8];
                shared[v5] = as_uint(as_float(v821) + as_float(v824));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v125) {
                const uint v832 = shared[v5];
                const uint v835 = shared[v5 + 4];
                shared[v5] = as_uint(as_float(v832) + as_float(v835));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v137) {
                const uint v843 = shared[v5];
                const uint v846 = shared[v5 + 2];
                shared[v5] = as_uint(as_float(v843) + as_float(v846));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v149) {
                const uint v854 = shared[v5];
                const uint v857 = shared[v5 + 1];
                shared[v5] = as_uint(as_float(v854) + as_float(v857));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const float v872 = v578 + v579 + v580 + v581 + v582;
            const uint v879 = shared[0];
            const float v881 = as_float(v879) * v168;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v883 = as_uint(v872 + v583 + v584 + v585);
            shared[v5] = v883;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v101) {
                const uint v887 = shared[v5];
                const uint v890 = shared[v5 + 16];
                shared[v5] = as_uint(as_float(v887) + as_float(v890));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v113) {
                const uint v898 = shared[v5];
                const uint v901 = shared[v5 + 8];
                shared[v5] = as_uint(as_float(v898) + as_float(v901));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v125) {
                const uint v909 = shared[v5];
                const uint v912 = shared[v5 + 4];
                shared[v5] = as_uint(as_float(v909) + as_float(v912));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v137) {
                const uint v920 = shared[v5];
                const uint v923 = shared[v5 + 2];
                shared[v5] = as_uint(as_float(v920) + as_float(v923));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v149) {
                const uint v931 = shared[v5];
                const uint v934 = shared[v5 + 1];
                shared[v5] = as_uint(as_float(v931) + as_float(v934));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v941 = v5 == 0;
            const uint v942 = shared[0];
            if (v941) {
                b3[v562] = v881;
            }
            const float v952 = v169;
            const bool v958 = ((as_int(v881) & 2147483647) <= 2139095040 && v881 <= v952) || 2139095040 < (as_int(v952) & 2147483647);
            const bool v959 = v30 <= v562 || v958;
            v169 = v959 ? v952 : v881;
            v171 = v959 ? v171 : v562;
            const float v965 = as_float(v942) * v168;
            if (v941) {
                if (v567) {
                    b3[v564] = v965;
                }
            }
            const float v975 = v169;
            const bool v981 = ((as_int(v965) & 2147483647) <= 2139095040 && v965 <= v975) || 2139095040 < (as_int(v975) & 2147483647);
            const bool v982 = v30 <= v564 || v981;
            v169 = v982 ? v975 : v965;
            v171 = v982 ? v171 : v564;
        }
        const bool v989 = v5 == 0;
        const int v990 = v27 / 16;
        const float v991 = v169;
        if (v989) {
            b4[v990] = v991;
        }
        const int v995 = v171;
        if (v989) {
            b5[v990] = v995;
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
            const float v542 = v174;
            const bool v548 = ((as_int(v471) & 2147483647) <= 2139095040 && v471 <= v542) || 2139095040 < (as_int(v542) & 2147483647);
            const bool v549 = v20 <= v187 || v548;
            v174 = v549 ? v542 : v471;
            v176 = v549 ? v176 : v187;
            const float v555 = as_float(v532) * v173;
            if (v531) {
                b3[v189] = v555;
            }
            const float v563 = v174;
            const bool v569 = ((as_int(v555) & 2147483647) <= 2139095040 && v555 <= v563) || 2139095040 < (as_int(v563) & 2147483647);
            const bool v570 = v20 <= v189 || v569;
            v174 = v570 ? v563 : v555;
            v176 = v570 ? v176 : v189;
        }
        for (int v577 = v186; v577 < v18; v577 += 2) {
            const int v578 = (int)((uint)v577 * 1536u);
            const int v579 = v577 + 1;
            const bool v582 = 0 <= v579 && v579 < 151936;
            const int v583 = v582 ? 1536 : 0;
            const int v584 = (int)((uint)v579 * 1536u);
            float v585 = 0.0f;
            float v586 = 0.0f;
            float v587 = 0.0f;
            float v588 = 0.0f;
            float v589 = 0.0f;
            float v590 = 0.0f;
            float v591 = 0.0f;
            float v592 = 0.0f;
            float v593 = 0.0f;
            float v594 = 0.0f;
            float v595 = 0.0f;
            float v596 = 0.0f;
            float v597 = 0.0f;
            float v598 = 0.0f;
            float v599 = 0.0f;
            float v600 = 0.0f;
            for (int v601 = 0; v601 < 1536; v601 += 256) {
                const int v602 = v601 + v13;
                const uint4 v605 = ((__global const uint4 *)b2)[(int)((uint)v578 + (uint)v602) >> 3];
                const int v612 = v602 >> 2;
                const uint4 v613 = ((__global const uint4 *)b0)[v612];
                const uint4 v617 = ((__global const uint4 *)b1)[v602 >> 3];
                const float v622 = as_float(v613.x) * as_float((v617.x & 0xffffu) << 16);
                const float v630 = as_float(v613.y) * as_float((v617.x >> 16) << 16);
                const float v637 = as_float(v613.z) * as_float((v617.y & 0xffffu) << 16);
                const float v643 = as_float(v613.w) * as_float((v617.y >> 16) << 16);
                const uint4 v645 = ((__global const uint4 *)b0)[v612 + 1];
                const float v652 = as_float(v645.x) * as_float((v617.z & 0xffffu) << 16);
                const float v658 = as_float(v645.y) * as_float((v617.z >> 16) << 16);
                const float v665 = as_float(v645.z) * as_float((v617.w & 0xffffu) << 16);
                const float v671 = as_float(v645.w) * as_float((v617.w >> 16) << 16);
                v585 = fma(as_float((v605.x & 0xffffu) << 16), v622, v585);
                v586 = fma(as_float((v605.x >> 16) << 16), v630, v586);
                v587 = fma(as_float((v605.y & 0xffffu) << 16), v637, v587);
                v588 = fma(as_float((v605.y >> 16) << 16), v643, v588);
                v589 = fma(as_float((v605.z & 0xffffu) << 16), v652, v589);
                v590 = fma(as_float((v605.z >> 16) << 16), v658, v590);
                v591 = fma(as_float((v605.w & 0xffffu) << 16), v665, v591);
                v592 = fma(as_float((v605.w >> 16) << 16), v671, v592);
                const bool v721 = 0 <= v602 && v602 < v583;
                const uint v724 = (uint)b2[v721 ? (int)((uint)v584 + (uint)v602) : 0];
                v593 = fma(as_float((v721 ? v724 : 0u) << 16), v622, v593);
                const int v731 = v601 + v21;
                const bool v734 = 0 <= v731 && v731 < v583;
                const uint v737 = (uint)b2[v734 ? (int)((uint)v584 + (uint)v731) : 0];
                v594 = fma(as_float((v734 ? v737 : 0u) << 16), v630, v594);
                const int v744 = v601 + v22;
                const bool v747 = 0 <= v744 && v744 < v583;
                const uint v750 = (uint)b2[v747 ? (int)((uint)v584 + (uint)v744) : 0];
                v595 = fma(as_float((v747 ? v750 : 0u) << 16), v637, v595);
                const int v757 = v601 + v23;
                const bool v760 = 0 <= v757 && v757 < v583;
                const uint v763 = (uint)b2[v760 ? (int)((uint)v584 + (uint)v757) : 0];
                v596 = fma(as_float((v760 ? v763 : 0u) << 16), v643, v596);
                const int v770 = v601 + v24;
                const bool v773 = 0 <= v770 && v770 < v583;
                const uint v776 = (uint)b2[v773 ? (int)((uint)v584 + (uint)v770) : 0];
                v597 = fma(as_float((v773 ? v776 : 0u) << 16), v652, v597);
                const int v783 = v601 + v26;
                const bool v786 = 0 <= v783 && v783 < v583;
                const uint v789 = (uint)b2[v786 ? (int)((uint)v584 + (uint)v783) : 0];
                v598 = fma(as_float((v786 ? v789 : 0u) << 16), v658, v598);
                const int v796 = v601 + v28;
                const bool v799 = 0 <= v796 && v796 < v583;
                const uint v802 = (uint)b2[v799 ? (int)((uint)v584 + (uint)v796) : 0];
                v599 = fma(as_float((v799 ? v802 : 0u) << 16), v665, v599);
                const int v809 = v601 + v30;
                const bool v812 = 0 <= v809 && v809 < v583;
                const uint v815 = (uint)b2[v812 ? (int)((uint)v584 + (uint)v809) : 0];
                v600 = fma(as_float((v812 ? v815 : 0u) << 16), v671, v600);
            }
            const float v831 = v585 + v586 + v587 + v588 + v589;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v839 = as_uint(v831 + v590 + v591 + v592);
            shared[v5] = v839;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v106) {
                const uint v843 = shared[v5];
                const uint v846 = shared[v5 + 16];
                shared[v5] = as_uint(as_float(v843) + as_float(v846));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v118) {
                const uint v854 = shared[v5];
                const uint v857 = shared[v5 + 8];
                shared[v5] = as_uint(as_float(v854) + as_float(v857));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v130) {
                const uint v865 = shared[v5];
                const uint v868 = shared[v5 + 4];
                shared[v5] = as_uint(as_float(v865) + as_float(v868));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v142) {
                const uint v876 = shared[v5];
                const uint v879 = shared[v5 + 2];
                shared[v5] = as_uint(as_float(v876) + as_float(v879));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v154) {
                const uint v887 = shared[v5];
                const uint v890 = shared[v5 + 1];
                shared[v5] = as_uint(as_float(v887) + as_float(v890));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const float v905 = v593 + v594 + v595 + v596 + v597;
            const uint v912 = shared[0];
            const float v914 = as_float(v912) * v173;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v916 = as_uint(v905 + v598 + v599 + v600);
            shared[v5] = v916;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v106) {
                const uint v920 = shared[v5];
                const uint v923 = shared[v5 + 16];
                shared[v5] = as_uint(as_float(v920) + as_float(v923));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v118) {
                const uint v931 = shared[v5];
                const uint v934 = shared[v5 + 8];
                shared[v5] = as_uint(as_float(v931) + as_float(v934));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v130) {
                const uint v942 = shared[v5];
                const uint v945 = shared[v5 + 4];
                shared[v5] = as_uint(as_float(v942) + as_float(v945));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v142) {
                const uint v953 = shared[v5];
                const uint v956 = shared[v5 + 2];
                shared[v5] = as_uint(as_float(v953) + as_float(v956));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v154) {
                const uint v964 = shared[v5];
                const uint v967 = shared[v5 + 1];
                shared[v5] = as_uint(as_float(v964) + as_float(v967));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v974 = v5 == 0;
            const uint v975 = shared[0];
            if (v974) {
                b3[v577] = v914;
            }
            const float v985 = v174;
            const bool v991 = ((as_int(v914) & 2147483647) <= 2139095040 && v914 <= v985) || 2139095040 < (as_int(v985) & 2147483647);
            const bool v992 = v20 <= v577 || v991;
            v174 = v992 ? v985 : v914;
            v176 = v992 ? v176 : v577;
            const float v998 = as_float(v975) * v173;
            if (v974) {
                if (v582) {
                    b3[v579] = v998;
                }
            }
            const float v1008 = v174;
            const bool v1014 = ((as_int(v998) & 2147483647) <= 2139095040 && v998 <= v1008) || 2139095040 < (as_int(v1008) & 2147483647);
            const bool v1015 = v20 <= v579 || v1014;
            v174 = v1015 ? v1008 : v998;
            v176 = v1015 ? v176 : v579;
        }
        const bool v1022 = v5 == 0;
        const int v1023 = v16 / 16;
        const float v1024 = v174;
        if (v1022) {
            b4[v1023] = v1024;
        }
        const int v1028 = v176;
        if (v1022) {
            b5[v1023] = v1028;
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
            const float v33 = v16;
            const bool v39 = ((as_int(v28) & 2147483647) <= 2139095040 && v28 <= v33) || 2139095040 < (as_int(v33) & 2147483647);
            const bool v40 = v14 <= v20 || v39;
            v16 = v40 ? v33 : v28;
            const int v44 = b1[v25];
            v18 = v40 ? v18 : (v24 ? v44 : 0);
        }
        const float v50 = v16;
        const int v54 = v18;
        const int v56 = min(2147483647, 2139095040 < (as_int(v50) & 2147483647) ? v54 : 2147483647);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v5] = (uint)v56;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v62 = v5 < 128;
        if (v62) {
            const uint v64 = shared[v5];
            const uint v67 = shared[v5 + 128];
            shared[v5] = (uint)min((int)v64, (int)v67);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v75 = v5 < 64;
        if (v75) {
            const uint v77 = shared[v5];
            const uint v80 = shared[v5 + 64];
            shared[v5] = (uint)min((int)v77, (int)v80);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v88 = v5 < 32;
        if (v88) {
            const uint v90 = shared[v5];
            const uint v93 = shared[v5 + 32];
            shared[v5] = (uint)min((int)v90, (int)v93);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v100 = v5 < 16;
        if (v100) {
            const uint v102 = shared[v5];
            const uint v105 = shared[v5 + 16];
            shared[v5] = (uint)min((int)v102, (int)v105);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v113 = v5 < 8;
        if (v113) {
            const uint v115 = shared[v5];
            const uint v118 = shared[v5 + 8];
            shared[v5] = (uint)min((int)v115, (int)v118);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v126 = v5 < 4;
        if (v126) {
            const uint v128 = shared[v5];
            const uint v131 = shared[v5 + 4];
            shared[v5] = (uint)min((int)v128, (int)v131);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v139 = v5 < 2;
        if (v139) {
            const uint v141 = shared[v5];
            const uint v144 = shared[v5 + 2];
            shared[v5] = (uint)min((int)v141, (int)v144);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v151 = v5 < 1;
        if (v151) {
            const uint v153 = shared[v5];
            const uint v156 = shared[v5 + 1];
            shared[v5] = (uint)min((int)v153, (int)v156);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v164 = shared[0];
        const int v165 = (int)v164;
        const bool v166 = v165 != 2147483647;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v5] = as_uint(fmax(-INFINITY, v50));
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v62) {
            const uint v172 = shared[v5];
            const uint v175 = shared[v5 + 128];
            shared[v5] = as_uint(fmax(as_float(v172), as_float(v175)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v75) {
            const uint v183 = shared[v5];
            const uint v186 = shared[v5 + 64];
            shared[v5] = as_uint(fmax(as_float(v183), as_float(v186)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v88) {
            const uint v194 = shared[v5];
            const uint v197 = shared[v5 + 32];
            shared[v5] = as_uint(fmax(as_float(v194), as_float(v197)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v100) {
            const uint v205 = shared[v5];
            const uint v208 = shared[v5 + 16];
            shared[v5] = as_uint(fmax(as_float(v205), as_float(v208)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v113) {
            const uint v216 = shared[v5];
            const uint v219 = shared[v5 + 8];
            shared[v5] = as_uint(fmax(as_float(v216), as_float(v219)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v126) {
            const uint v227 = shared[v5];
            const uint v230 = shared[v5 + 4];
            shared[v5] = as_uint(fmax(as_float(v227), as_float(v230)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v139) {
            const uint v238 = shared[v5];
            const uint v241 = shared[v5 + 2];
            shared[v5] = as_uint(fmax(as_float(v238), as_float(v241)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v151) {
            const uint v249 = shared[v5];
            const uint v252 = shared[v5 + 1];
            shared[v5] = as_uint(fmax(as_float(v249), as_float(v252)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v259 = shared[0];
        const float v260 = as_float(v259);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v5] = (uint)min(2147483647, v50 == v260 ? v54 : 2147483647);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v62) {
            const uint v269 = shared[v5];
            const uint v272 = shared[v5 + 128];
            shared[v5] = (uint)min((int)v269, (int)v272);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v75) {
            const uint v280 = shared[v5];
            const uint v283 = shared[v5 + 64];
            shared[v5] = (uint)min((int)v280, (int)v283);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v88) {
            const uint v291 = shared[v5];
            const uint v294 = shared[v5 + 32];
            shared[v5] = (uint)min((int)v291, (int)v294);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v100) {
            const uint v302 = shared[v5];
            const uint v305 = shared[v5 + 16];
            shared[v5] = (uint)min((int)v302, (int)v305);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v113) {
            const uint v313 = shared[v5];
            const uint v316 = shared[v5 + 8];
            shared[v5] = (uint)min((int)v313, (int)v316);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v126) {
            const uint v324 = shared[v5];
            const uint v327 = shared[v5 + 4];
            shared[v5] = (uint)min((int)v324, (int)v327);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v139) {
            const uint v335 = shared[v5];
            const uint v338 = shared[v5 + 2];
            shared[v5] = (uint)min((int)v335, (int)v338);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v151) {
            const uint v346 = shared[v5];
            const uint v349 = shared[v5 + 1];
            shared[v5] = (uint)min((int)v346, (int)v349);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v356 = v5 == 0;
        const uint v357 = shared[0];
        const int v359 = v166 ? v165 : (int)v357;
        const uint v363 = (uint)max(v359 == 2147483647 ? 0 : v359, 0);
        const float v365 = v166 ? NAN : v260;
        if (v356) {
            b2[0] = v363;
        }
        if (v356) {
            b3[0] = v365;
        }
    }
}
