// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel norm_lm_head_argmax entry ts_norm_lm_head_argmax wide 0 params i32,i16,i16,o32,w32,w32 sizes 1 threads 32 teams 1 count 9496 shared 256 cost 786433
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
        for (int v172 = v27; v172 < v29; v172 += 1) {
            const bool v175 = 0 <= v172 && v172 < 151936;
            const int v176 = v175 ? 1536 : 0;
            const int v177 = v172 * 1536;
            float v178 = 0.0f;
            float v179 = 0.0f;
            float v180 = 0.0f;
            float v181 = 0.0f;
            float v182 = 0.0f;
            float v183 = 0.0f;
            float v184 = 0.0f;
            float v185 = 0.0f;
            for (int v186 = 0; v186 < 1536; v186 += 256) {
                const int v187 = v186 + v13;
                const bool v190 = 0 <= v187 && v187 < v176;
                const uint v193 = (uint)b2[v190 ? v177 + v187 : 0];
                const float v199 = b0[v187];
                const uint v200 = (uint)b1[v187];
                v178 = fma(as_float((v190 ? v193 : 0u) << 16), v199 * as_float(v200 << 16), v178);
                const int v207 = v186 + v14;
                const bool v210 = 0 <= v207 && v207 < v176;
                const uint v213 = (uint)b2[v210 ? v177 + v207 : 0];
                const float v217 = b0[v207];
                const uint v218 = (uint)b1[v207];
                v179 = fma(as_float((v210 ? v213 : 0u) << 16), v217 * as_float(v218 << 16), v179);
                const int v225 = v186 + v16;
                const bool v228 = 0 <= v225 && v225 < v176;
                const uint v231 = (uint)b2[v228 ? v177 + v225 : 0];
                const float v235 = b0[v225];
                const uint v236 = (uint)b1[v225];
                v180 = fma(as_float((v228 ? v231 : 0u) << 16), v235 * as_float(v236 << 16), v180);
                const int v243 = v186 + v18;
                const bool v246 = 0 <= v243 && v243 < v176;
                const uint v249 = (uint)b2[v246 ? v177 + v243 : 0];
                const float v253 = b0[v243];
                const uint v254 = (uint)b1[v243];
                v181 = fma(as_float((v246 ? v249 : 0u) << 16), v253 * as_float(v254 << 16), v181);
                const int v261 = v186 + v20;
                const bool v264 = 0 <= v261 && v261 < v176;
                const uint v267 = (uint)b2[v264 ? v177 + v261 : 0];
                const float v271 = b0[v261];
                const uint v272 = (uint)b1[v261];
                v182 = fma(as_float((v264 ? v267 : 0u) << 16), v271 * as_float(v272 << 16), v182);
                const int v279 = v186 + v22;
                const bool v282 = 0 <= v279 && v279 < v176;
                const uint v285 = (uint)b2[v282 ? v177 + v279 : 0];
                const float v289 = b0[v279];
                const uint v290 = (uint)b1[v279];
                v183 = fma(as_float((v282 ? v285 : 0u) << 16), v289 * as_float(v290 << 16), v183);
                const int v297 = v186 + v24;
                const bool v300 = 0 <= v297 && v297 < v176;
                const uint v303 = (uint)b2[v300 ? v177 + v297 : 0];
                const float v307 = b0[v297];
                const uint v308 = (uint)b1[v297];
                v184 = fma(as_float((v300 ? v303 : 0u) << 16), v307 * as_float(v308 << 16), v184);
                const int v315 = v186 + v26;
                const bool v318 = 0 <= v315 && v315 < v176;
                const uint v321 = (uint)b2[v318 ? v177 + v315 : 0];
                const float v325 = b0[v315];
                const uint v326 = (uint)b1[v315];
                v185 = fma(as_float((v318 ? v321 : 0u) << 16), v325 * as_float(v326 << 16), v185);
            }
            const float v342 = v178 + v179 + v180 + v181 + v182;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v350 = as_uint(v342 + v183 + v184 + v185);
            shared[v5] = v350;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v101) {
                const uint v354 = shared[v5];
                const uint v357 = shared[v5 + 16];
                shared[v5] = as_uint(as_float(v354) + as_float(v357));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v113) {
                const uint v365 = shared[v5];
                const uint v368 = shared[v5 + 8];
                shared[v5] = as_uint(as_float(v365) + as_float(v368));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v125) {
                const uint v376 = shared[v5];
                const uint v379 = shared[v5 + 4];
                shared[v5] = as_uint(as_float(v376) + as_float(v379));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v137) {
                const uint v387 = shared[v5];
                const uint v390 = shared[v5 + 2];
                shared[v5] = as_uint(as_float(v387) + as_float(v390));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v149) {
                const uint v398 = shared[v5];
                const uint v401 = shared[v5 + 1];
                shared[v5] = as_uint(as_float(v398) + as_float(v401));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v409 = shared[0];
            const float v411 = as_float(v409) * v168;
            const float v413 = v169;
            const int v416 = v171;
            const bool v420 = v172 < v30 && (v413 < v411 || (v411 == v413 && v172 < v416));
            if (v5 == 0) {
                if (v175) {
                    b3[v172] = v411;
                }
            }
            v169 = v420 ? v411 : v413;
            v171 = v420 ? v172 : v416;
        }
        const bool v431 = v5 == 0;
        const int v432 = v27 / 16;
        const float v433 = v169;
        if (v431) {
            b4[v432] = v433;
        }
        const int v437 = v171;
        if (v431) {
            b5[v432] = v437;
        }
    }
}

// tessera kernel norm_lm_head_argmax entry ts_norm_lm_head_argmax__wide wide 1 params i32,i16,i16,o32,w32,w32 sizes 1 threads 32 teams 1 count 9496 shared 256 cost 786433
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
        const int v20 = v13 + 1;
        const int v21 = v13 + 2;
        const int v22 = v13 + 3;
        const int v23 = v13 + 4;
        const int v25 = v13 + 5;
        const int v27 = v13 + 6;
        const int v29 = v13 + 7;
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
        for (int v177 = v16; v177 < v18; v177 += 1) {
            const bool v180 = 0 <= v177 && v177 < 151936;
            const int v181 = v180 ? 1536 : 0;
            const int v182 = v177 * 1536;
            float v183 = 0.0f;
            float v184 = 0.0f;
            float v185 = 0.0f;
            float v186 = 0.0f;
            float v187 = 0.0f;
            float v188 = 0.0f;
            float v189 = 0.0f;
            float v190 = 0.0f;
            for (int v191 = 0; v191 < 1536; v191 += 256) {
                const int v192 = v191 + v13;
                const bool v195 = 0 <= v192 && v192 < v181;
                const uint v198 = (uint)b2[v195 ? v182 + v192 : 0];
                const int v204 = v192 >> 2;
                const uint4 v205 = ((__global const uint4 *)b0)[v204];
                const uint4 v209 = ((__global const uint4 *)b1)[v192 >> 3];
                const float v217 = fma(as_float((v195 ? v198 : 0u) << 16), as_float(v205.x) * as_float((v209.x & 0xffffu) << 16), v183);
                const uint4 v219 = ((__global const uint4 *)b0)[v204 + 1];
                v183 = v217;
                const int v221 = v191 + v20;
                const bool v224 = 0 <= v221 && v221 < v181;
                const uint v227 = (uint)b2[v224 ? v182 + v221 : 0];
                const float v238 = fma(as_float((v224 ? v227 : 0u) << 16), as_float(v205.y) * as_float((v209.x >> 16) << 16), v184);
                v184 = v238;
                const int v240 = v191 + v21;
                const bool v243 = 0 <= v240 && v240 < v181;
                const uint v246 = (uint)b2[v243 ? v182 + v240 : 0];
                const float v258 = fma(as_float((v243 ? v246 : 0u) << 16), as_float(v205.z) * as_float((v209.y & 0xffffu) << 16), v185);
                v185 = v258;
                const int v260 = v191 + v22;
                const bool v263 = 0 <= v260 && v260 < v181;
                const uint v266 = (uint)b2[v263 ? v182 + v260 : 0];
                const float v277 = fma(as_float((v263 ? v266 : 0u) << 16), as_float(v205.w) * as_float((v209.y >> 16) << 16), v186);
                v186 = v277;
                const int v279 = v191 + v23;
                const bool v282 = 0 <= v279 && v279 < v181;
                const uint v285 = (uint)b2[v282 ? v182 + v279 : 0];
                const float v297 = fma(as_float((v282 ? v285 : 0u) << 16), as_float(v219.x) * as_float((v209.z & 0xffffu) << 16), v187);
                v187 = v297;
                const int v299 = v191 + v25;
                const bool v302 = 0 <= v299 && v299 < v181;
                const uint v305 = (uint)b2[v302 ? v182 + v299 : 0];
                const float v316 = fma(as_float((v302 ? v305 : 0u) << 16), as_float(v219.y) * as_float((v209.z >> 16) << 16), v188);
                v188 = v316;
                const int v318 = v191 + v27;
                const bool v321 = 0 <= v318 && v318 < v181;
                const uint v324 = (uint)b2[v321 ? v182 + v318 : 0];
                const float v336 = fma(as_float((v321 ? v324 : 0u) << 16), as_float(v219.z) * as_float((v209.w & 0xffffu) << 16), v189);
                v189 = v336;
                const int v338 = v191 + v29;
                const bool v341 = 0 <= v338 && v338 < v181;
                const uint v344 = (uint)b2[v341 ? v182 + v338 : 0];
                const float v355 = fma(as_float((v341 ? v344 : 0u) << 16), as_float(v219.w) * as_float((v209.w >> 16) << 16), v190);
                v190 = v355;
            }
            const float v366 = v183 + v184 + v185 + v186 + v187;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v374 = as_uint(v366 + v188 + v189 + v190);
            shared[v5] = v374;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v106) {
                const uint v378 = shared[v5];
                const uint v381 = shared[v5 + 16];
                shared[v5] = as_uint(as_float(v378) + as_float(v381));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v118) {
                const uint v389 = shared[v5];
                const uint v392 = shared[v5 + 8];
                shared[v5] = as_uint(as_float(v389) + as_float(v392));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v130) {
                const uint v400 = shared[v5];
                const uint v403 = shared[v5 + 4];
                shared[v5] = as_uint(as_float(v400) + as_float(v403));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v142) {
                const uint v411 = shared[v5];
                const uint v414 = shared[v5 + 2];
                shared[v5] = as_uint(as_float(v411) + as_float(v414));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v154) {
                const uint v422 = shared[v5];
                const uint v425 = shared[v5 + 1];
                shared[v5] = as_uint(as_float(v422) + as_float(v425));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v433 = shared[0];
            const float v435 = as_float(v433) * v173;
            const float v437 = v174;
            const int v440 = v176;
            const bool v444 = v177 < v30 && (v437 < v435 || (v435 == v437 && v177 < v440));
            if (v5 == 0) {
                if (v180) {
                    b3[v177] = v435;
                }
            }
            v174 = v444 ? v435 : v437;
            v176 = v444 ? v177 : v440;
        }
        const bool v455 = v5 == 0;
        const int v456 = v16 / 16;
        const float v457 = v174;
        if (v455) {
            b4[v456] = v457;
        }
        const int v461 = v176;
        if (v455) {
            b5[v456] = v461;
        }
    }
}

// tessera kernel norm_lm_head_argmax__final entry ts_norm_lm_head_argmax__final wide 0 params i32,i32,o32 sizes 1 threads 256 teams 1 count 1 shared 2048 cost 1
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
        const int v20 = min(v14, 2147483391);
        for (int v21 = 0; v21 < v20; v21 += 256) {
            const int v22 = v21 + v5;
            const float v24 = v16;
            const bool v27 = 0 <= v22 && v22 < 9496;
            const int v28 = v27 ? v22 : 0;
            const float v29 = b0[v28];
            const float v31 = v27 ? v29 : 0.0f;
            const int v34 = b1[v28];
            const int v35 = v27 ? v34 : 0;
            const int v36 = v18;
            const bool v40 = v22 < v14 && (v24 < v31 || (v31 == v24 && v35 < v36));
            v16 = v40 ? v31 : v24;
            v18 = v40 ? v35 : v36;
        }
        const float v46 = v16;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v5] = as_uint(fmax(-INFINITY, v46));
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v53 = v5 < 128;
        if (v53) {
            const uint v55 = shared[v5];
            const uint v58 = shared[v5 + 128];
            shared[v5] = as_uint(fmax(as_float(v55), as_float(v58)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v66 = v5 < 64;
        if (v66) {
            const uint v68 = shared[v5];
            const uint v71 = shared[v5 + 64];
            shared[v5] = as_uint(fmax(as_float(v68), as_float(v71)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v79 = v5 < 32;
        if (v79) {
            const uint v81 = shared[v5];
            const uint v84 = shared[v5 + 32];
            shared[v5] = as_uint(fmax(as_float(v81), as_float(v84)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v91 = v5 < 16;
        if (v91) {
            const uint v93 = shared[v5];
            const uint v96 = shared[v5 + 16];
            shared[v5] = as_uint(fmax(as_float(v93), as_float(v96)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v104 = v5 < 8;
        if (v104) {
            const uint v106 = shared[v5];
            const uint v109 = shared[v5 + 8];
            shared[v5] = as_uint(fmax(as_float(v106), as_float(v109)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v117 = v5 < 4;
        if (v117) {
            const uint v119 = shared[v5];
            const uint v122 = shared[v5 + 4];
            shared[v5] = as_uint(fmax(as_float(v119), as_float(v122)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v130 = v5 < 2;
        if (v130) {
            const uint v132 = shared[v5];
            const uint v135 = shared[v5 + 2];
            shared[v5] = as_uint(fmax(as_float(v132), as_float(v135)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v142 = v5 < 1;
        if (v142) {
            const uint v144 = shared[v5];
            const uint v147 = shared[v5 + 1];
            shared[v5] = as_uint(fmax(as_float(v144), as_float(v147)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v154 = shared[0];
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v161 = (uint)min(2147483647, v46 == as_float(v154) ? v18 : 2147483647);
        shared[v5] = v161;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v53) {
            const uint v165 = shared[v5];
            const uint v168 = shared[v5 + 128];
            shared[v5] = (uint)min((int)v165, (int)v168);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v66) {
            const uint v176 = shared[v5];
            const uint v179 = shared[v5 + 64];
            shared[v5] = (uint)min((int)v176, (int)v179);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v79) {
            const uint v187 = shared[v5];
            const uint v190 = shared[v5 + 32];
            shared[v5] = (uint)min((int)v187, (int)v190);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v91) {
            const uint v198 = shared[v5];
            const uint v201 = shared[v5 + 16];
            shared[v5] = (uint)min((int)v198, (int)v201);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v104) {
            const uint v209 = shared[v5];
            const uint v212 = shared[v5 + 8];
            shared[v5] = (uint)min((int)v209, (int)v212);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v117) {
            const uint v220 = shared[v5];
            const uint v223 = shared[v5 + 4];
            shared[v5] = (uint)min((int)v220, (int)v223);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v130) {
            const uint v231 = shared[v5];
            const uint v234 = shared[v5 + 2];
            shared[v5] = (uint)min((int)v231, (int)v234);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v142) {
            const uint v242 = shared[v5];
            const uint v245 = shared[v5 + 1];
            shared[v5] = (uint)min((int)v242, (int)v245);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v253 = shared[0];
        const int v254 = (int)v253;
        const uint v258 = (uint)max(v254 == 2147483647 ? 0 : v254, 0);
        if (v5 == 0) {
            b2[0] = v258;
        }
    }
}
