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
            const float v34 = v21;
            const bool v38 = v18 <= v25 || (v33 <= v34 || v34 != v34);
            v21 = v38 ? v34 : v33;
            v23 = v38 ? v23 : v25;
        }
        const float v45 = v21;
        const int v47 = v23;
        const int v50 = v16 / 1024;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v13] = (uint)min(2147483647, v45 != v45 ? v47 : 2147483647);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v56 = v13 < 128;
        if (v56) {
            const uint v58 = shared[v13];
            const uint v61 = shared[v13 + 128];
            shared[v13] = (uint)min((int)v58, (int)v61);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v69 = v13 < 64;
        if (v69) {
            const uint v71 = shared[v13];
            const uint v74 = shared[v13 + 64];
            shared[v13] = (uint)min((int)v71, (int)v74);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v82 = v13 < 32;
        if (v82) {
            const uint v84 = shared[v13];
            const uint v87 = shared[v13 + 32];
            shared[v13] = (uint)min((int)v84, (int)v87);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v95 = v13 < 16;
        if (v95) {
            const uint v97 = shared[v13];
            const uint v100 = shared[v13 + 16];
            shared[v13] = (uint)min((int)v97, (int)v100);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v108 = v13 < 8;
        if (v108) {
            const uint v110 = shared[v13];
            const uint v113 = shared[v13 + 8];
            shared[v13] = (uint)min((int)v110, (int)v113);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v121 = v13 < 4;
        if (v121) {
            const uint v123 = shared[v13];
            const uint v126 = shared[v13 + 4];
            shared[v13] = (uint)min((int)v123, (int)v126);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v134 = v13 < 2;
        if (v134) {
            const uint v136 = shared[v13];
            const uint v139 = shared[v13 + 2];
            shared[v13] = (uint)min((int)v136, (int)v139);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v146 = v13 < 1;
        if (v146) {
            const uint v148 = shared[v13];
            const uint v151 = shared[v13 + 1];
            shared[v13] = (uint)min((int)v148, (int)v151);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v159 = shared[0];
        const int v160 = (int)v159;
        const bool v161 = v160 != 2147483647;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v13] = as_uint(fmax(-INFINITY, v45));
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v56) {
            const uint v167 = shared[v13];
            const uint v170 = shared[v13 + 128];
            shared[v13] = as_uint(fmax(as_float(v167), as_float(v170)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v69) {
            const uint v178 = shared[v13];
            const uint v181 = shared[v13 + 64];
            shared[v13] = as_uint(fmax(as_float(v178), as_float(v181)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v82) {
            const uint v189 = shared[v13];
            const uint v192 = shared[v13 + 32];
            shared[v13] = as_uint(fmax(as_float(v189), as_float(v192)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v95) {
            const uint v200 = shared[v13];
            const uint v203 = shared[v13 + 16];
            shared[v13] = as_uint(fmax(as_float(v200), as_float(v203)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v108) {
            const uint v211 = shared[v13];
            const uint v214 = shared[v13 + 8];
            shared[v13] = as_uint(fmax(as_float(v211), as_float(v214)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v121) {
            const uint v222 = shared[v13];
            const uint v225 = shared[v13 + 4];
            shared[v13] = as_uint(fmax(as_float(v222), as_float(v225)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v134) {
            const uint v233 = shared[v13];
            const uint v236 = shared[v13 + 2];
            shared[v13] = as_uint(fmax(as_float(v233), as_float(v236)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v146) {
            const uint v244 = shared[v13];
            const uint v247 = shared[v13 + 1];
            shared[v13] = as_uint(fmax(as_float(v244), as_float(v247)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v254 = shared[0];
        const float v255 = as_float(v254);
        const float v260 = v161 ? NAN : v255;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v13] = (uint)min(2147483647, v45 == v255 ? v47 : 2147483647);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v56) {
            const uint v266 = shared[v13];
            const uint v269 = shared[v13 + 128];
            shared[v13] = (uint)min((int)v266, (int)v269);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v69) {
            const uint v277 = shared[v13];
            const uint v280 = shared[v13 + 64];
            shared[v13] = (uint)min((int)v277, (int)v280);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v82) {
            const uint v288 = shared[v13];
            const uint v291 = shared[v13 + 32];
            shared[v13] = (uint)min((int)v288, (int)v291);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v95) {
            const uint v299 = shared[v13];
            const uint v302 = shared[v13 + 16];
            shared[v13] = (uint)min((int)v299, (int)v302);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v108) {
            const uint v310 = shared[v13];
            const uint v313 = shared[v13 + 8];
            shared[v13] = (uint)min((int)v310, (int)v313);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v121) {
            const uint v321 = shared[v13];
            const uint v324 = shared[v13 + 4];
            shared[v13] = (uint)min((int)v321, (int)v324);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v134) {
            const uint v332 = shared[v13];
            const uint v335 = shared[v13 + 2];
            shared[v13] = (uint)min((int)v332, (int)v335);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v146) {
            const uint v343 = shared[v13];
            const uint v346 = shared[v13 + 1];
            shared[v13] = (uint)min((int)v343, (int)v346);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v353 = v13 == 0;
        const uint v354 = shared[0];
        const int v356 = v161 ? v160 : (int)v354;
        if (v353) {
            if (0 <= v50 && v50 < 149) {
                b1[v50] = v260;
            }
        }
        if (v353) {
            if (0 <= v50 && v50 < 149) {
                b2[v50] = v356;
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
        const bool v91 = v5 < 16;
        if (v91) {
            const uint v93 = shared[v5];
            const uint v96 = shared[v5 + 16];
            shared[v5] = (uint)min((int)v93, (int)v96);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v104 = v5 < 8;
        if (v104) {
            const uint v106 = shared[v5];
            const uint v109 = shared[v5 + 8];
            shared[v5] = (uint)min((int)v106, (int)v109);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v117 = v5 < 4;
        if (v117) {
            const uint v119 = shared[v5];
            const uint v122 = shared[v5 + 4];
            shared[v5] = (uint)min((int)v119, (int)v122);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v130 = v5 < 2;
        if (v130) {
            const uint v132 = shared[v5];
            const uint v135 = shared[v5 + 2];
            shared[v5] = (uint)min((int)v132, (int)v135);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v142 = v5 < 1;
        if (v142) {
            const uint v144 = shared[v5];
            const uint v147 = shared[v5 + 1];
            shared[v5] = (uint)min((int)v144, (int)v147);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v155 = shared[0];
        const int v156 = (int)v155;
        const bool v157 = v156 != 2147483647;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v5] = as_uint(fmax(-INFINITY, v42));
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v52) {
            const uint v163 = shared[v5];
            const uint v166 = shared[v5 + 128];
            shared[v5] = as_uint(fmax(as_float(v163), as_float(v166)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v65) {
            const uint v174 = shared[v5];
            const uint v177 = shared[v5 + 64];
            shared[v5] = as_uint(fmax(as_float(v174), as_float(v177)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v78) {
            const uint v185 = shared[v5];
            const uint v188 = shared[v5 + 32];
            shared[v5] = as_uint(fmax(as_float(v185), as_float(v188)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v91) {
            const uint v196 = shared[v5];
            const uint v199 = shared[v5 + 16];
            shared[v5] = as_uint(fmax(as_float(v196), as_float(v199)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v104) {
            const uint v207 = shared[v5];
            const uint v210 = shared[v5 + 8];
            shared[v5] = as_uint(fmax(as_float(v207), as_float(v210)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v117) {
            const uint v218 = shared[v5];
            const uint v221 = shared[v5 + 4];
            shared[v5] = as_uint(fmax(as_float(v218), as_float(v221)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v130) {
            const uint v229 = shared[v5];
            const uint v232 = shared[v5 + 2];
            shared[v5] = as_uint(fmax(as_float(v229), as_float(v232)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v142) {
            const uint v240 = shared[v5];
            const uint v243 = shared[v5 + 1];
            shared[v5] = as_uint(fmax(as_float(v240), as_float(v243)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v250 = shared[0];
        const float v251 = as_float(v250);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v5] = (uint)min(2147483647, v42 == v251 ? v44 : 2147483647);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v52) {
            const uint v260 = shared[v5];
            const uint v263 = shared[v5 + 128];
            shared[v5] = (uint)min((int)v260, (int)v263);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v65) {
            const uint v271 = shared[v5];
            const uint v274 = shared[v5 + 64];
            shared[v5] = (uint)min((int)v271, (int)v274);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v78) {
            const uint v282 = shared[v5];
            const uint v285 = shared[v5 + 32];
            shared[v5] = (uint)min((int)v282, (int)v285);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v91) {
            const uint v293 = shared[v5];
            const uint v296 = shared[v5 + 16];
            shared[v5] = (uint)min((int)v293, (int)v296);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v104) {
            const uint v304 = shared[v5];
            const uint v307 = shared[v5 + 8];
            shared[v5] = (uint)min((int)v304, (int)v307);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v117) {
            const uint v315 = shared[v5];
            const uint v318 = shared[v5 + 4];
            shared[v5] = (uint)min((int)v315, (int)v318);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v130) {
            const uint v326 = shared[v5];
            const uint v329 = shared[v5 + 2];
            shared[v5] = (uint)min((int)v326, (int)v329);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v142) {
            const uint v337 = shared[v5];
            const uint v340 = shared[v5 + 1];
            shared[v5] = (uint)min((int)v337, (int)v340);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v347 = v5 == 0;
        const uint v348 = shared[0];
        const int v350 = v157 ? v156 : (int)v348;
        const uint v354 = (uint)max(v350 == 2147483647 ? 0 : v350, 0);
        const float v356 = v157 ? NAN : v251;
        if (v347) {
            b2[0] = v354;
        }
        if (v347) {
            b3[0] = v356;
        }
    }
}
