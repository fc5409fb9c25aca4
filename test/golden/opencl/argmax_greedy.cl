// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel argmax_greedy entry ts_argmax_greedy wide 0 params i32:logits:32:151936,w32:val:32:149,w32:idx:32:149 sizes 1 threads 256 teams 1 count -1 shared 2048 cost 65537
__kernel __attribute__((reqd_work_group_size(256, 1, 1))) void ts_argmax_greedy(
    __global const float *b0, // logits
    __global float *b1, // val
    __global int *b2, // idx
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
    const int v3 = s0[0];
    const int v10 = 0 < v3 ? (int)((uint)v3 - 1u) / 1024 + 1 : 0;
    const int v11 = (int)get_num_groups(0);
    const int v13 = (int)get_local_id(0);
    for (int v14 = v1; v14 < v10; v14 += v11) {
        const int v16 = v14 * 1024;
        const int v18 = min(v3, (int)((uint)v16 + 1024u));
        float v21 = -INFINITY;
        int v23 = 2147483647;
        for (int v24 = v16; v24 < v18; v24 += 256) {
            const int v25 = v24 + v13;
            const bool v29 = 0 <= v25 && v25 < 151936;
            const float v31 = b0[v29 ? v25 : 0];
            const float v33 = v29 ? v31 : 0.0f;
            const float v38 = v21;
            const bool v44 = ((as_int(v33) & 2147483647) <= 2139095040 && v33 <= v38) || 2139095040 < (as_int(v38) & 2147483647);
            const bool v45 = v18 <= v25 || v44;
            v21 = v45 ? v38 : v33;
            v23 = v45 ? v23 : v25;
        }
        const float v53 = v21;
        const int v57 = v23;
        const int v59 = min(2147483647, 2139095040 < (as_int(v53) & 2147483647) ? v57 : 2147483647);
        const int v60 = v16 / 1024;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v13] = (uint)v59;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v66 = v13 < 128;
        if (v66) {
            const uint v68 = shared[v13];
            const uint v71 = shared[v13 + 128];
            shared[v13] = (uint)min((int)v68, (int)v71);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v79 = v13 < 64;
        if (v79) {
            const uint v81 = shared[v13];
            const uint v84 = shared[v13 + 64];
            shared[v13] = (uint)min((int)v81, (int)v84);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v92 = v13 < 32;
        if (v92) {
            const uint v94 = shared[v13];
            const uint v97 = shared[v13 + 32];
            shared[v13] = (uint)min((int)v94, (int)v97);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v105 = v13 < 16;
        if (v105) {
            const uint v107 = shared[v13];
            const uint v110 = shared[v13 + 16];
            shared[v13] = (uint)min((int)v107, (int)v110);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v118 = v13 < 8;
        if (v118) {
            const uint v120 = shared[v13];
            const uint v123 = shared[v13 + 8];
            shared[v13] = (uint)min((int)v120, (int)v123);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v131 = v13 < 4;
        if (v131) {
            const uint v133 = shared[v13];
            const uint v136 = shared[v13 + 4];
            shared[v13] = (uint)min((int)v133, (int)v136);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v144 = v13 < 2;
        if (v144) {
            const uint v146 = shared[v13];
            const uint v149 = shared[v13 + 2];
            shared[v13] = (uint)min((int)v146, (int)v149);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v156 = v13 < 1;
        if (v156) {
            const uint v158 = shared[v13];
            const uint v161 = shared[v13 + 1];
            shared[v13] = (uint)min((int)v158, (int)v161);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v169 = shared[0];
        const int v170 = (int)v169;
        const bool v171 = v170 != 2147483647;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v13] = as_uint(fmax(-INFINITY, v53));
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v66) {
            const uint v177 = shared[v13];
            const uint v180 = shared[v13 + 128];
            shared[v13] = as_uint(fmax(as_float(v177), as_float(v180)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v79) {
            const uint v188 = shared[v13];
            const uint v191 = shared[v13 + 64];
            shared[v13] = as_uint(fmax(as_float(v188), as_float(v191)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v92) {
            const uint v199 = shared[v13];
            const uint v202 = shared[v13 + 32];
            shared[v13] = as_uint(fmax(as_float(v199), as_float(v202)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v105) {
            const uint v210 = shared[v13];
            const uint v213 = shared[v13 + 16];
            shared[v13] = as_uint(fmax(as_float(v210), as_float(v213)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v118) {
            const uint v221 = shared[v13];
            const uint v224 = shared[v13 + 8];
            shared[v13] = as_uint(fmax(as_float(v221), as_float(v224)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v131) {
            const uint v232 = shared[v13];
            const uint v235 = shared[v13 + 4];
            shared[v13] = as_uint(fmax(as_float(v232), as_float(v235)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v144) {
            const uint v243 = shared[v13];
            const uint v246 = shared[v13 + 2];
            shared[v13] = as_uint(fmax(as_float(v243), as_float(v246)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v156) {
            const uint v254 = shared[v13];
            const uint v257 = shared[v13 + 1];
            shared[v13] = as_uint(fmax(as_float(v254), as_float(v257)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v264 = shared[0];
        const float v265 = as_float(v264);
        const float v270 = v171 ? NAN : v265;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v13] = (uint)min(2147483647, v53 == v265 ? v57 : 2147483647);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v66) {
            const uint v276 = shared[v13];
            const uint v279 = shared[v13 + 128];
            shared[v13] = (uint)min((int)v276, (int)v279);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v79) {
            const uint v287 = shared[v13];
            const uint v290 = shared[v13 + 64];
            shared[v13] = (uint)min((int)v287, (int)v290);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v92) {
            const uint v298 = shared[v13];
            const uint v301 = shared[v13 + 32];
            shared[v13] = (uint)min((int)v298, (int)v301);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v105) {
            const uint v309 = shared[v13];
            const uint v312 = shared[v13 + 16];
            shared[v13] = (uint)min((int)v309, (int)v312);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v118) {
            const uint v320 = shared[v13];
            const uint v323 = shared[v13 + 8];
            shared[v13] = (uint)min((int)v320, (int)v323);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v131) {
            const uint v331 = shared[v13];
            const uint v334 = shared[v13 + 4];
            shared[v13] = (uint)min((int)v331, (int)v334);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v144) {
            const uint v342 = shared[v13];
            const uint v345 = shared[v13 + 2];
            shared[v13] = (uint)min((int)v342, (int)v345);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v156) {
            const uint v353 = shared[v13];
            const uint v356 = shared[v13 + 1];
            shared[v13] = (uint)min((int)v353, (int)v356);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v363 = v13 == 0;
        const uint v364 = shared[0];
        const int v366 = v171 ? v170 : (int)v364;
        if (v363) {
            if (0 <= v60 && v60 < 149) {
                b1[v60] = v270;
            }
        }
        if (v363) {
            if (0 <= v60 && v60 < 149) {
                b2[v60] = v366;
            }
        }
    }
}

// tessera kernel argmax_greedy__final entry ts_argmax_greedy__final wide 0 params i32:val:32:149,i32:idx:32:149,o32:token:32:1,o32:top:32:1 sizes 1 threads 256 teams 1 count 1 shared 2048 cost 1
__kernel __attribute__((reqd_work_group_size(256, 1, 1))) void ts_argmax_greedy__final(
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
        const int v14 = v9 / 1024 + min(v9 % 1024, 1);
        float v16 = -INFINITY;
        int v18 = 2147483647;
        for (int v19 = 0; v19 < v14; v19 += 256) {
            const int v20 = v19 + v5;
            const bool v24 = 0 <= v20 && v20 < 149;
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
        const bool v101 = v5 < 16;
        if (v101) {
            const uint v103 = shared[v5];
            const uint v106 = shared[v5 + 16];
            shared[v5] = (uint)min((int)v103, (int)v106);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v114 = v5 < 8;
        if (v114) {
            const uint v116 = shared[v5];
            const uint v119 = shared[v5 + 8];
            shared[v5] = (uint)min((int)v116, (int)v119);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v127 = v5 < 4;
        if (v127) {
            const uint v129 = shared[v5];
            const uint v132 = shared[v5 + 4];
            shared[v5] = (uint)min((int)v129, (int)v132);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v140 = v5 < 2;
        if (v140) {
            const uint v142 = shared[v5];
            const uint v145 = shared[v5 + 2];
            shared[v5] = (uint)min((int)v142, (int)v145);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v152 = v5 < 1;
        if (v152) {
            const uint v154 = shared[v5];
            const uint v157 = shared[v5 + 1];
            shared[v5] = (uint)min((int)v154, (int)v157);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v165 = shared[0];
        const int v166 = (int)v165;
        const bool v167 = v166 != 2147483647;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v5] = as_uint(fmax(-INFINITY, v50));
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v62) {
            const uint v173 = shared[v5];
            const uint v176 = shared[v5 + 128];
            shared[v5] = as_uint(fmax(as_float(v173), as_float(v176)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v75) {
            const uint v184 = shared[v5];
            const uint v187 = shared[v5 + 64];
            shared[v5] = as_uint(fmax(as_float(v184), as_float(v187)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v88) {
            const uint v195 = shared[v5];
            const uint v198 = shared[v5 + 32];
            shared[v5] = as_uint(fmax(as_float(v195), as_float(v198)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v101) {
            const uint v206 = shared[v5];
            const uint v209 = shared[v5 + 16];
            shared[v5] = as_uint(fmax(as_float(v206), as_float(v209)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v114) {
            const uint v217 = shared[v5];
            const uint v220 = shared[v5 + 8];
            shared[v5] = as_uint(fmax(as_float(v217), as_float(v220)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v127) {
            const uint v228 = shared[v5];
            const uint v231 = shared[v5 + 4];
            shared[v5] = as_uint(fmax(as_float(v228), as_float(v231)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v140) {
            const uint v239 = shared[v5];
            const uint v242 = shared[v5 + 2];
            shared[v5] = as_uint(fmax(as_float(v239), as_float(v242)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v152) {
            const uint v250 = shared[v5];
            const uint v253 = shared[v5 + 1];
            shared[v5] = as_uint(fmax(as_float(v250), as_float(v253)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v260 = shared[0];
        const float v261 = as_float(v260);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v5] = (uint)min(2147483647, v50 == v261 ? v54 : 2147483647);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v62) {
            const uint v270 = shared[v5];
            const uint v273 = shared[v5 + 128];
            shared[v5] = (uint)min((int)v270, (int)v273);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v75) {
            const uint v281 = shared[v5];
            const uint v284 = shared[v5 + 64];
            shared[v5] = (uint)min((int)v281, (int)v284);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v88) {
            const uint v292 = shared[v5];
            const uint v295 = shared[v5 + 32];
            shared[v5] = (uint)min((int)v292, (int)v295);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v101) {
            const uint v303 = shared[v5];
            const uint v306 = shared[v5 + 16];
            shared[v5] = (uint)min((int)v303, (int)v306);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v114) {
            const uint v314 = shared[v5];
            const uint v317 = shared[v5 + 8];
            shared[v5] = (uint)min((int)v314, (int)v317);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v127) {
            const uint v325 = shared[v5];
            const uint v328 = shared[v5 + 4];
            shared[v5] = (uint)min((int)v325, (int)v328);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v140) {
            const uint v336 = shared[v5];
            const uint v339 = shared[v5 + 2];
            shared[v5] = (uint)min((int)v336, (int)v339);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v152) {
            const uint v347 = shared[v5];
            const uint v350 = shared[v5 + 1];
            shared[v5] = (uint)min((int)v347, (int)v350);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v357 = v5 == 0;
        const uint v358 = shared[0];
        const int v360 = v167 ? v166 : (int)v358;
        const uint v364 = (uint)max(v360 == 2147483647 ? 0 : v360, 0);
        const float v366 = v167 ? NAN : v261;
        if (v357) {
            b2[0] = v364;
        }
        if (v357) {
            b3[0] = v366;
        }
    }
}
