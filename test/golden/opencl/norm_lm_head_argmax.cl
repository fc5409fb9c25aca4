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
            const float v458 = v169;
            const int v461 = v171;
            const bool v465 = v182 < v30 && (v458 < v456 || (v456 == v458 && v182 < v461));
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v467 = as_uint(v447 + v199 + v200 + v201);
            shared[v5] = v467;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v101) {
                const uint v471 = shared[v5];
                const uint v474 = shared[v5 + 16];
                shared[v5] = as_uint(as_float(v471) + as_float(v474));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v113) {
                const uint v482 = shared[v5];
                const uint v485 = shared[v5 + 8];
                shared[v5] = as_uint(as_float(v482) + as_float(v485));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v125) {
                const uint v493 = shared[v5];
                const uint v496 = shared[v5 + 4];
                shared[v5] = as_uint(as_float(v493) + as_float(v496));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v137) {
                const uint v504 = shared[v5];
                const uint v507 = shared[v5 + 2];
                shared[v5] = as_uint(as_float(v504) + as_float(v507));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v149) {
                const uint v515 = shared[v5];
                const uint v518 = shared[v5 + 1];
                shared[v5] = as_uint(as_float(v515) + as_float(v518));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v525 = v5 == 0;
            const uint v526 = shared[0];
            if (v525) {
                b3[v182] = v456;
            }
            v169 = v465 ? v456 : v458;
            v171 = v465 ? v182 : v461;
            const float v535 = as_float(v526) * v168;
            const float v537 = v169;
            const int v540 = v171;
            const bool v544 = v184 < v30 && (v537 < v535 || (v535 == v537 && v184 < v540));
            if (v525) {
                b3[v184] = v535;
            }
            v169 = v544 ? v535 : v537;
            v171 = v544 ? v184 : v540;
        }
        for (int v553 = v181; v553 < v29; v553 += 2) {
            const int v554 = (int)((uint)v553 * 1536u);
            const int v555 = v553 + 1;
            const bool v558 = 0 <= v555 && v555 < 151936;
            const int v559 = v558 ? 1536 : 0;
            const int v560 = (int)((uint)v555 * 1536u);
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
            float v573 = 0.0f;
            float v574 = 0.0f;
            float v575 = 0.0f;
            float v576 = 0.0f;
            for (int v577 = 0; v577 < 1536; v577 += 256) {
                const int v578 = v577 + v13;
                const uint v580 = (uint)b2[(int)((uint)v554 + (uint)v578)];
                const float v584 = b0[v578];
                const uint v585 = (uint)b1[v578];
                const float v588 = v584 * as_float(v585 << 16);
                const int v591 = v577 + v14;
                const float v592 = b0[v591];
                const uint v593 = (uint)b1[v591];
                const float v596 = v592 * as_float(v593 << 16);
                const int v597 = v577 + v16;
                const float v598 = b0[v597];
                const uint v599 = (uint)b1[v597];
                const float v602 = v598 * as_float(v599 << 16);
                const int v603 = v577 + v18;
                const float v604 = b0[v603];
                const uint v605 = (uint)b1[v603];
                const float v608 = v604 * as_float(v605 << 16);
                const int v609 = v577 + v20;
                const float v610 = b0[v609];
                const uint v611 = (uint)b1[v609];
                const float v614 = v610 * as_float(v611 << 16);
                const int v615 = v577 + v22;
                const float v616 = b0[v615];
                const uint v617 = (uint)b1[v615];
                const float v620 = v616 * as_float(v617 << 16);
                const int v621 = v577 + v24;
                const float v622 = b0[v621];
                const uint v623 = (uint)b1[v621];
                const float v626 = v622 * as_float(v623 << 16);
                const int v627 = v577 + v26;
                const float v628 = b0[v627];
                const uint v629 = (uint)b1[v627];
                const float v632 = v628 * as_float(v629 << 16);
                v561 = fma(as_float(v580 << 16), v588, v561);
                const uint v635 = (uint)b2[(int)((uint)v554 + (uint)v591)];
                v562 = fma(as_float(v635 << 16), v596, v562);
                const uint v642 = (uint)b2[(int)((uint)v554 + (uint)v597)];
                v563 = fma(as_float(v642 << 16), v602, v563);
                const uint v649 = (uint)b2[(int)((uint)v554 + (uint)v603)];
                v564 = fma(as_float(v649 << 16), v608, v564);
                const uint v656 = (uint)b2[(int)((uint)v554 + (uint)v609)];
                v565 = fma(as_float(v656 << 16), v614, v565);
                const uint v663 = (uint)b2[(int)((uint)v554 + (uint)v615)];
                v566 = fma(as_float(v663 << 16), v620, v566);
                const uint v670 = (uint)b2[(int)((uint)v554 + (uint)v621)];
                v567 = fma(as_float(v670 << 16), v626, v567);
                const uint v677 = (uint)b2[(int)((uint)v554 + (uint)v627)];
                v568 = fma(as_float(v677 << 16), v632, v568);
                const bool v685 = 0 <= v578 && v578 < v559;
                const uint v688 = (uint)b2[v685 ? (int)((uint)v560 + (uint)v578) : 0];
                v569 = fma(as_float((v685 ? v688 : 0u) << 16), v588, v569);
                const bool v698 = 0 <= v591 && v591 < v559;
                const uint v701 = (uint)b2[v698 ? (int)((uint)v560 + (uint)v591) : 0];
                v570 = fma(as_float((v698 ? v701 : 0u) << 16), v596, v570);
                const bool v710 = 0 <= v597 && v597 < v559;
                const uint v713 = (uint)b2[v710 ? (int)((uint)v560 + (uint)v597) : 0];
                v571 = fma(as_float((v710 ? v713 : 0u) << 16), v602, v571);
                const bool v722 = 0 <= v603 && v603 < v559;
                const uint v725 = (uint)b2[v722 ? (int)((uint)v560 + (uint)v603) : 0];
                v572 = fma(as_float((v722 ? v725 : 0u) << 16), v608, v572);
                const bool v734 = 0 <= v609 && v609 < v559;
                const uint v737 = (uint)b2[v734 ? (int)((uint)v560 + (uint)v609) : 0];
                v573 = fma(as_float((v734 ? v737 : 0u) << 16), v614, v573);
                const bool v746 = 0 <= v615 && v615 < v559;
                const uint v749 = (uint)b2[v746 ? (int)((uint)v560 + (uint)v615) : 0];
                v574 = fma(as_float((v746 ? v749 : 0u) << 16), v620, v574);
                const bool v758 = 0 <= v621 && v621 < v559;
                const uint v761 = (uint)b2[v758 ? (int)((uint)v560 + (uint)v621) : 0];
                v575 = fma(as_float((v758 ? v761 : 0u) << 16), v626, v575);
                const bool v770 = 0 <= v627 && v627 < v559;
                const uint v773 = (uint)b2[v770 ? (int)((uint)v560 + (uint)v627) : 0];
                v576 = fma(as_float((v770 ? v773 : 0u) << 16), v632, v576);
            }
            const float v789 = v561 + v562 + v563 + v564 + v565;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v797 = as_uint(v789 + v566 + v567 + v568);
            shared[v5] = v797;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v101) {
                const uint v801 = shared[v5];
                const uint v804 = shared[v5 + 16];
                shared[v5] = as_uint(as_float(v801) + as_float(v804));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v113) {
                const uint v812 = shared[v5];
                const uint v815 = shared[v5 + 8];
                shared[v5] = as_uint(as_float(v812) + as_float(v815));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v125) {
                const uint v823 = shared[v5];
                const uint v826 = shared[v5 + 4];
                shared[v5] = as_uint(as_float(v823) + as_float(v826));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v137) {
                const uint v834 = shared[v5];
                const uint v837 = shared[v5 + 2];
                shared[v5] = as_uint(as_float(v834) + as_float(v837));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v149) {
                const uint v845 = shared[v5];
                const uint v848 = shared[v5 + 1];
                shared[v5] = as_uint(as_float(v845) + as_float(v848));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const float v863 = v569 + v570 + v571 + v572 + v573;
            const uint v870 = shared[0];
            const float v872 = as_float(v870) * v168;
            const float v874 = v169;
            const int v877 = v171;
            const bool v881 = v553 < v30 && (v874 < v872 || (v872 == v874 && v553 < v877));
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v883 = as_uint(v863 + v574 + v575 + v576);
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
                b3[v553] = v872;
            }
            v169 = v881 ? v872 : v874;
            v171 = v881 ? v553 : v877;
            const float v951 = as_float(v942) * v168;
            const float v953 = v169;
            const int v956 = v171;
            const bool v960 = v555 < v30 && (v953 < v951 || (v951 == v953 && v555 < v956));
            if (v941) {
                if (v558) {
                    b3[v555] = v951;
                }
            }
            v169 = v960 ? v951 : v953;
            v171 = v960 ? v555 : v956;
        }
        const bool v971 = v5 == 0;
        const int v972 = v27 / 16;
        const float v973 = v169;
        if (v971) {
            b4[v972] = v973;
        }
        const int v977 = v171;
        if (v971) {
            b5[v972] = v977;
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
            const float v473 = v174;
            const int v476 = v176;
            const bool v480 = v187 < v20 && (v473 < v471 || (v471 == v473 && v187 < v476));
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v482 = as_uint(v462 + v204 + v205 + v206);
            shared[v5] = v482;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v106) {
                const uint v486 = shared[v5];
                const uint v489 = shared[v5 + 16];
                shared[v5] = as_uint(as_float(v486) + as_float(v489));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v118) {
                const uint v497 = shared[v5];
                const uint v500 = shared[v5 + 8];
                shared[v5] = as_uint(as_float(v497) + as_float(v500));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v130) {
                const uint v508 = shared[v5];
                const uint v511 = shared[v5 + 4];
                shared[v5] = as_uint(as_float(v508) + as_float(v511));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v142) {
                const uint v519 = shared[v5];
                const uint v522 = shared[v5 + 2];
                shared[v5] = as_uint(as_float(v519) + as_float(v522));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v154) {
                const uint v530 = shared[v5];
                const uint v533 = shared[v5 + 1];
                shared[v5] = as_uint(as_float(v530) + as_float(v533));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v540 = v5 == 0;
            const uint v541 = shared[0];
            if (v540) {
                b3[v187] = v471;
            }
            v174 = v480 ? v471 : v473;
            v176 = v480 ? v187 : v476;
            const float v550 = as_float(v541) * v173;
            const float v552 = v174;
            const int v555 = v176;
            const bool v559 = v189 < v20 && (v552 < v550 || (v550 == v552 && v189 < v555));
            if (v540) {
                b3[v189] = v550;
            }
            v174 = v559 ? v550 : v552;
            v176 = v559 ? v189 : v555;
        }
        for (int v568 = v186; v568 < v18; v568 += 2) {
            const int v569 = (int)((uint)v568 * 1536u);
            const int v570 = v568 + 1;
            const bool v573 = 0 <= v570 && v570 < 151936;
            const int v574 = v573 ? 1536 : 0;
            const int v575 = (int)((uint)v570 * 1536u);
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
            float v588 = 0.0f;
            float v589 = 0.0f;
            float v590 = 0.0f;
            float v591 = 0.0f;
            for (int v592 = 0; v592 < 1536; v592 += 256) {
                const int v593 = v592 + v13;
                const uint4 v596 = ((__global const uint4 *)b2)[(int)((uint)v569 + (uint)v593) >> 3];
                const int v603 = v593 >> 2;
                const uint4 v604 = ((__global const uint4 *)b0)[v603];
                const uint4 v608 = ((__global const uint4 *)b1)[v593 >> 3];
                const float v613 = as_float(v604.x) * as_float((v608.x & 0xffffu) << 16);
                const float v621 = as_float(v604.y) * as_float((v608.x >> 16) << 16);
                const float v628 = as_float(v604.z) * as_float((v608.y & 0xffffu) << 16);
                const float v634 = as_float(v604.w) * as_float((v608.y >> 16) << 16);
                const uint4 v636 = ((__global const uint4 *)b0)[v603 + 1];
                const float v643 = as_float(v636.x) * as_float((v608.z & 0xffffu) << 16);
                const float v649 = as_float(v636.y) * as_float((v608.z >> 16) << 16);
                const float v656 = as_float(v636.z) * as_float((v608.w & 0xffffu) << 16);
                const float v662 = as_float(v636.w) * as_float((v608.w >> 16) << 16);
                v576 = fma(as_float((v596.x & 0xffffu) << 16), v613, v576);
                v577 = fma(as_float((v596.x >> 16) << 16), v621, v577);
                v578 = fma(as_float((v596.y & 0xffffu) << 16), v628, v578);
                v579 = fma(as_float((v596.y >> 16) << 16), v634, v579);
                v580 = fma(as_float((v596.z & 0xffffu) << 16), v643, v580);
                v581 = fma(as_float((v596.z >> 16) << 16), v649, v581);
                v582 = fma(as_float((v596.w & 0xffffu) << 16), v656, v582);
                v583 = fma(as_float((v596.w >> 16) << 16), v662, v583);
                const bool v712 = 0 <= v593 && v593 < v574;
                const uint v715 = (uint)b2[v712 ? (int)((uint)v575 + (uint)v593) : 0];
                v584 = fma(as_float((v712 ? v715 : 0u) << 16), v613, v584);
                const int v722 = v592 + v21;
                const bool v725 = 0 <= v722 && v722 < v574;
                const uint v728 = (uint)b2[v725 ? (int)((uint)v575 + (uint)v722) : 0];
                v585 = fma(as_float((v725 ? v728 : 0u) << 16), v621, v585);
                const int v735 = v592 + v22;
                const bool v738 = 0 <= v735 && v735 < v574;
                const uint v741 = (uint)b2[v738 ? (int)((uint)v575 + (uint)v735) : 0];
                v586 = fma(as_float((v738 ? v741 : 0u) << 16), v628, v586);
                const int v748 = v592 + v23;
                const bool v751 = 0 <= v748 && v748 < v574;
                const uint v754 = (uint)b2[v751 ? (int)((uint)v575 + (uint)v748) : 0];
                v587 = fma(as_float((v751 ? v754 : 0u) << 16), v634, v587);
                const int v761 = v592 + v24;
                const bool v764 = 0 <= v761 && v761 < v574;
                const uint v767 = (uint)b2[v764 ? (int)((uint)v575 + (uint)v761) : 0];
                v588 = fma(as_float((v764 ? v767 : 0u) << 16), v643, v588);
                const int v774 = v592 + v26;
                const bool v777 = 0 <= v774 && v774 < v574;
                const uint v780 = (uint)b2[v777 ? (int)((uint)v575 + (uint)v774) : 0];
                v589 = fma(as_float((v777 ? v780 : 0u) << 16), v649, v589);
                const int v787 = v592 + v28;
                const bool v790 = 0 <= v787 && v787 < v574;
                const uint v793 = (uint)b2[v790 ? (int)((uint)v575 + (uint)v787) : 0];
                v590 = fma(as_float((v790 ? v793 : 0u) << 16), v656, v590);
                const int v800 = v592 + v30;
                const bool v803 = 0 <= v800 && v800 < v574;
                const uint v806 = (uint)b2[v803 ? (int)((uint)v575 + (uint)v800) : 0];
                v591 = fma(as_float((v803 ? v806 : 0u) << 16), v662, v591);
            }
            const float v822 = v576 + v577 + v578 + v579 + v580;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v830 = as_uint(v822 + v581 + v582 + v583);
            shared[v5] = v830;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v106) {
                const uint v834 = shared[v5];
                const uint v837 = shared[v5 + 16];
                shared[v5] = as_uint(as_float(v834) + as_float(v837));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v118) {
                const uint v845 = shared[v5];
                const uint v848 = shared[v5 + 8];
                shared[v5] = as_uint(as_float(v845) + as_float(v848));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v130) {
                const uint v856 = shared[v5];
                const uint v859 = shared[v5 + 4];
                shared[v5] = as_uint(as_float(v856) + as_float(v859));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v142) {
                const uint v867 = shared[v5];
                const uint v870 = shared[v5 + 2];
                shared[v5] = as_uint(as_float(v867) + as_float(v870));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v154) {
                const uint v878 = shared[v5];
                const uint v881 = shared[v5 + 1];
                shared[v5] = as_uint(as_float(v878) + as_float(v881));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const float v896 = v584 + v585 + v586 + v587 + v588;
            const uint v903 = shared[0];
            const float v905 = as_float(v903) * v173;
            const float v907 = v174;
            const int v910 = v176;
            const bool v914 = v568 < v20 && (v907 < v905 || (v905 == v907 && v568 < v910));
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v916 = as_uint(v896 + v589 + v590 + v591);
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
                b3[v568] = v905;
            }
            v174 = v914 ? v905 : v907;
            v176 = v914 ? v568 : v910;
            const float v984 = as_float(v975) * v173;
            const float v986 = v174;
            const int v989 = v176;
            const bool v993 = v570 < v20 && (v986 < v984 || (v984 == v986 && v570 < v989));
            if (v974) {
                if (v573) {
                    b3[v570] = v984;
                }
            }
            v174 = v993 ? v984 : v986;
            v176 = v993 ? v570 : v989;
        }
        const bool v1004 = v5 == 0;
        const int v1005 = v16 / 16;
        const float v1006 = v174;
        if (v1004) {
            b4[v1005] = v1006;
        }
        const int v1010 = v176;
        if (v1004) {
            b5[v1005] = v1010;
        }
    }
}

// tessera kernel norm_lm_head_argmax__final entry ts_norm_lm_head_argmax__final wide 0 params i32:val:32:9496,i32:idx:32:9496,o32:token:32:1 sizes 1 threads 256 teams 1 count 1 shared 2048 cost 1
__kernel __attribute__((reqd_work_group_size(256, 1, 1))) void ts_norm_lm_head_argmax__final(
    __global const float *b0, // val
    __global const int *b1, // idx
    __global uint *b2, // token
    __global const int *s0, // valid
    uint o0, // offset
    uint o1, // offset
    uint o2, // offset
    uint p0) // offset
{
    __local uint shared[512];
    b0 += o0;
    b1 += o1;
    b2 += o2;
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
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v5] = as_uint(fmax(-INFINITY, v44));
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v51 = v5 < 128;
        if (v51) {
            const uint v53 = shared[v5];
            const uint v56 = shared[v5 + 128];
            shared[v5] = as_uint(fmax(as_float(v53), as_float(v56)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v64 = v5 < 64;
        if (v64) {
            const uint v66 = shared[v5];
            const uint v69 = shared[v5 + 64];
            shared[v5] = as_uint(fmax(as_float(v66), as_float(v69)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v77 = v5 < 32;
        if (v77) {
            const uint v79 = shared[v5];
            const uint v82 = shared[v5 + 32];
            shared[v5] = as_uint(fmax(as_float(v79), as_float(v82)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v89 = v5 < 16;
        if (v89) {
            const uint v91 = shared[v5];
            const uint v94 = shared[v5 + 16];
            shared[v5] = as_uint(fmax(as_float(v91), as_float(v94)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v102 = v5 < 8;
        if (v102) {
            const uint v104 = shared[v5];
            const uint v107 = shared[v5 + 8];
            shared[v5] = as_uint(fmax(as_float(v104), as_float(v107)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v115 = v5 < 4;
        if (v115) {
            const uint v117 = shared[v5];
            const uint v120 = shared[v5 + 4];
            shared[v5] = as_uint(fmax(as_float(v117), as_float(v120)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v128 = v5 < 2;
        if (v128) {
            const uint v130 = shared[v5];
            const uint v133 = shared[v5 + 2];
            shared[v5] = as_uint(fmax(as_float(v130), as_float(v133)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v140 = v5 < 1;
        if (v140) {
            const uint v142 = shared[v5];
            const uint v145 = shared[v5 + 1];
            shared[v5] = as_uint(fmax(as_float(v142), as_float(v145)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v152 = shared[0];
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v159 = (uint)min(2147483647, v44 == as_float(v152) ? v18 : 2147483647);
        shared[v5] = v159;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v51) {
            const uint v163 = shared[v5];
            const uint v166 = shared[v5 + 128];
            shared[v5] = (uint)min((int)v163, (int)v166);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v64) {
            const uint v174 = shared[v5];
            const uint v177 = shared[v5 + 64];
            shared[v5] = (uint)min((int)v174, (int)v177);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v77) {
            const uint v185 = shared[v5];
            const uint v188 = shared[v5 + 32];
            shared[v5] = (uint)min((int)v185, (int)v188);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v89) {
            const uint v196 = shared[v5];
            const uint v199 = shared[v5 + 16];
            shared[v5] = (uint)min((int)v196, (int)v199);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v102) {
            const uint v207 = shared[v5];
            const uint v210 = shared[v5 + 8];
            shared[v5] = (uint)min((int)v207, (int)v210);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v115) {
            const uint v218 = shared[v5];
            const uint v221 = shared[v5 + 4];
            shared[v5] = (uint)min((int)v218, (int)v221);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v128) {
            const uint v229 = shared[v5];
            const uint v232 = shared[v5 + 2];
            shared[v5] = (uint)min((int)v229, (int)v232);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v140) {
            const uint v240 = shared[v5];
            const uint v243 = shared[v5 + 1];
            shared[v5] = (uint)min((int)v240, (int)v243);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v251 = shared[0];
        const int v252 = (int)v251;
        const uint v256 = (uint)max(v252 == 2147483647 ? 0 : v252, 0);
        if (v5 == 0) {
            b2[0] = v256;
        }
    }
}
