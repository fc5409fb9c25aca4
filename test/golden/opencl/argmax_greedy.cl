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
        const int v25 = min(v18, 2147483391);
        for (int v26 = v16; v26 < v25; v26 += 256) {
            const int v27 = v26 + v13;
            const float v29 = v21;
            const bool v32 = 0 <= v27 && v27 < 151936;
            const float v34 = b0[v32 ? v27 : 0];
            const float v36 = v32 ? v34 : 0.0f;
            const int v39 = v23;
            const bool v43 = v27 < v18 && (v29 < v36 || (v36 == v29 && v27 < v39));
            v21 = v43 ? v36 : v29;
            v23 = v43 ? v27 : v39;
        }
        const float v49 = v21;
        const int v51 = v16 / 1024;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v13] = as_uint(fmax(-INFINITY, v49));
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v57 = v13 < 128;
        if (v57) {
            const uint v59 = shared[v13];
            const uint v62 = shared[v13 + 128];
            shared[v13] = as_uint(fmax(as_float(v59), as_float(v62)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v70 = v13 < 64;
        if (v70) {
            const uint v72 = shared[v13];
            const uint v75 = shared[v13 + 64];
            shared[v13] = as_uint(fmax(as_float(v72), as_float(v75)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v83 = v13 < 32;
        if (v83) {
            const uint v85 = shared[v13];
            const uint v88 = shared[v13 + 32];
            shared[v13] = as_uint(fmax(as_float(v85), as_float(v88)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v96 = v13 < 16;
        if (v96) {
            const uint v98 = shared[v13];
            const uint v101 = shared[v13 + 16];
            shared[v13] = as_uint(fmax(as_float(v98), as_float(v101)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v109 = v13 < 8;
        if (v109) {
            const uint v111 = shared[v13];
            const uint v114 = shared[v13 + 8];
            shared[v13] = as_uint(fmax(as_float(v111), as_float(v114)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v122 = v13 < 4;
        if (v122) {
            const uint v124 = shared[v13];
            const uint v127 = shared[v13 + 4];
            shared[v13] = as_uint(fmax(as_float(v124), as_float(v127)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v135 = v13 < 2;
        if (v135) {
            const uint v137 = shared[v13];
            const uint v140 = shared[v13 + 2];
            shared[v13] = as_uint(fmax(as_float(v137), as_float(v140)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v147 = v13 < 1;
        if (v147) {
            const uint v149 = shared[v13];
            const uint v152 = shared[v13 + 1];
            shared[v13] = as_uint(fmax(as_float(v149), as_float(v152)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v159 = shared[0];
        const float v160 = as_float(v159);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v13] = (uint)min(2147483647, v49 == v160 ? v23 : 2147483647);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v57) {
            const uint v170 = shared[v13];
            const uint v173 = shared[v13 + 128];
            shared[v13] = (uint)min((int)v170, (int)v173);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v70) {
            const uint v181 = shared[v13];
            const uint v184 = shared[v13 + 64];
            shared[v13] = (uint)min((int)v181, (int)v184);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v83) {
            const uint v192 = shared[v13];
            const uint v195 = shared[v13 + 32];
            shared[v13] = (uint)min((int)v192, (int)v195);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v96) {
            const uint v203 = shared[v13];
            const uint v206 = shared[v13 + 16];
            shared[v13] = (uint)min((int)v203, (int)v206);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v109) {
            const uint v214 = shared[v13];
            const uint v217 = shared[v13 + 8];
            shared[v13] = (uint)min((int)v214, (int)v217);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v122) {
            const uint v225 = shared[v13];
            const uint v228 = shared[v13 + 4];
            shared[v13] = (uint)min((int)v225, (int)v228);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v135) {
            const uint v236 = shared[v13];
            const uint v239 = shared[v13 + 2];
            shared[v13] = (uint)min((int)v236, (int)v239);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v147) {
            const uint v247 = shared[v13];
            const uint v250 = shared[v13 + 1];
            shared[v13] = (uint)min((int)v247, (int)v250);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v257 = v13 == 0;
        const uint v258 = shared[0];
        const int v259 = (int)v258;
        if (v257) {
            if (0 <= v51 && v51 < 149) {
                b1[v51] = v160;
            }
        }
        if (v257) {
            if (0 <= v51 && v51 < 149) {
                b2[v51] = v259;
            }
        }
    }
}

// tessera kernel argmax_greedy__final entry ts_argmax_greedy__final wide 0 params i32:val:32:149,i32:idx:32:149,o32:token:32:1 sizes 1 threads 256 teams 1 count 1 shared 2048 cost 1
__kernel __attribute__((reqd_work_group_size(256, 1, 1))) void ts_argmax_greedy__final(
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
        const int v14 = v9 / 1024 + min(v9 % 1024, 1);
        float v16 = -INFINITY;
        int v18 = 2147483647;
        const int v20 = min(v14, 2147483391);
        for (int v21 = 0; v21 < v20; v21 += 256) {
            const int v22 = v21 + v5;
            const float v24 = v16;
            const bool v27 = 0 <= v22 && v22 < 149;
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
        const bool v92 = v5 < 16;
        if (v92) {
            const uint v94 = shared[v5];
            const uint v97 = shared[v5 + 16];
            shared[v5] = as_uint(fmax(as_float(v94), as_float(v97)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v105 = v5 < 8;
        if (v105) {
            const uint v107 = shared[v5];
            const uint v110 = shared[v5 + 8];
            shared[v5] = as_uint(fmax(as_float(v107), as_float(v110)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v118 = v5 < 4;
        if (v118) {
            const uint v120 = shared[v5];
            const uint v123 = shared[v5 + 4];
            shared[v5] = as_uint(fmax(as_float(v120), as_float(v123)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v131 = v5 < 2;
        if (v131) {
            const uint v133 = shared[v5];
            const uint v136 = shared[v5 + 2];
            shared[v5] = as_uint(fmax(as_float(v133), as_float(v136)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v143 = v5 < 1;
        if (v143) {
            const uint v145 = shared[v5];
            const uint v148 = shared[v5 + 1];
            shared[v5] = as_uint(fmax(as_float(v145), as_float(v148)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v155 = shared[0];
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v162 = (uint)min(2147483647, v46 == as_float(v155) ? v18 : 2147483647);
        shared[v5] = v162;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v53) {
            const uint v166 = shared[v5];
            const uint v169 = shared[v5 + 128];
            shared[v5] = (uint)min((int)v166, (int)v169);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v66) {
            const uint v177 = shared[v5];
            const uint v180 = shared[v5 + 64];
            shared[v5] = (uint)min((int)v177, (int)v180);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v79) {
            const uint v188 = shared[v5];
            const uint v191 = shared[v5 + 32];
            shared[v5] = (uint)min((int)v188, (int)v191);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v92) {
            const uint v199 = shared[v5];
            const uint v202 = shared[v5 + 16];
            shared[v5] = (uint)min((int)v199, (int)v202);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v105) {
            const uint v210 = shared[v5];
            const uint v213 = shared[v5 + 8];
            shared[v5] = (uint)min((int)v210, (int)v213);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v118) {
            const uint v221 = shared[v5];
            const uint v224 = shared[v5 + 4];
            shared[v5] = (uint)min((int)v221, (int)v224);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v131) {
            const uint v232 = shared[v5];
            const uint v235 = shared[v5 + 2];
            shared[v5] = (uint)min((int)v232, (int)v235);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v143) {
            const uint v243 = shared[v5];
            const uint v246 = shared[v5 + 1];
            shared[v5] = (uint)min((int)v243, (int)v246);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v254 = shared[0];
        const int v255 = (int)v254;
        const uint v259 = (uint)max(v255 == 2147483647 ? 0 : v255, 0);
        if (v5 == 0) {
            b2[0] = v259;
        }
    }
}
