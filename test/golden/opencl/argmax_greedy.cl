// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel argmax_greedy entry ts_argmax_greedy wide 0 params i32,w32,w32 sizes 1 threads 256 teams 1 count -1 shared 2048 cost 65537
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
            const bool v31 = 0 <= v27 && v27 < 151936;
            const float v33 = b0[v31 ? v27 : 0];
            const float v35 = v31 ? v33 : 0.0f;
            const float v36 = v21;
            const bool v40 = v18 <= v27 || (v35 <= v36 || v36 != v36);
            v21 = v40 ? v36 : v35;
            v23 = v40 ? v23 : v27;
        }
        const float v47 = v21;
        const int v49 = v23;
        const int v52 = v16 / 1024;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v13] = (uint)min(2147483647, v47 != v47 ? v49 : 2147483647);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v58 = v13 < 128;
        if (v58) {
            const uint v60 = shared[v13];
            const uint v63 = shared[v13 + 128];
            shared[v13] = (uint)min((int)v60, (int)v63);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v71 = v13 < 64;
        if (v71) {
            const uint v73 = shared[v13];
            const uint v76 = shared[v13 + 64];
            shared[v13] = (uint)min((int)v73, (int)v76);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v84 = v13 < 32;
        if (v84) {
            const uint v86 = shared[v13];
            const uint v89 = shared[v13 + 32];
            shared[v13] = (uint)min((int)v86, (int)v89);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v97 = v13 < 16;
        if (v97) {
            const uint v99 = shared[v13];
            const uint v102 = shared[v13 + 16];
            shared[v13] = (uint)min((int)v99, (int)v102);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v110 = v13 < 8;
        if (v110) {
            const uint v112 = shared[v13];
            const uint v115 = shared[v13 + 8];
            shared[v13] = (uint)min((int)v112, (int)v115);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v123 = v13 < 4;
        if (v123) {
            const uint v125 = shared[v13];
            const uint v128 = shared[v13 + 4];
            shared[v13] = (uint)min((int)v125, (int)v128);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v136 = v13 < 2;
        if (v136) {
            const uint v138 = shared[v13];
            const uint v141 = shared[v13 + 2];
            shared[v13] = (uint)min((int)v138, (int)v141);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v148 = v13 < 1;
        if (v148) {
            const uint v150 = shared[v13];
            const uint v153 = shared[v13 + 1];
            shared[v13] = (uint)min((int)v150, (int)v153);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v161 = shared[0];
        const int v162 = (int)v161;
        const bool v163 = v162 != 2147483647;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v13] = as_uint(fmax(-INFINITY, v47));
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v58) {
            const uint v169 = shared[v13];
            const uint v172 = shared[v13 + 128];
            shared[v13] = as_uint(fmax(as_float(v169), as_float(v172)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v71) {
            const uint v180 = shared[v13];
            const uint v183 = shared[v13 + 64];
            shared[v13] = as_uint(fmax(as_float(v180), as_float(v183)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v84) {
            const uint v191 = shared[v13];
            const uint v194 = shared[v13 + 32];
            shared[v13] = as_uint(fmax(as_float(v191), as_float(v194)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v97) {
            const uint v202 = shared[v13];
            const uint v205 = shared[v13 + 16];
            shared[v13] = as_uint(fmax(as_float(v202), as_float(v205)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v110) {
            const uint v213 = shared[v13];
            const uint v216 = shared[v13 + 8];
            shared[v13] = as_uint(fmax(as_float(v213), as_float(v216)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v123) {
            const uint v224 = shared[v13];
            const uint v227 = shared[v13 + 4];
            shared[v13] = as_uint(fmax(as_float(v224), as_float(v227)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v136) {
            const uint v235 = shared[v13];
            const uint v238 = shared[v13 + 2];
            shared[v13] = as_uint(fmax(as_float(v235), as_float(v238)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v148) {
            const uint v246 = shared[v13];
            const uint v249 = shared[v13 + 1];
            shared[v13] = as_uint(fmax(as_float(v246), as_float(v249)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v256 = shared[0];
        const float v257 = as_float(v256);
        const float v262 = v163 ? NAN : v257;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v13] = (uint)min(2147483647, v47 == v257 ? v49 : 2147483647);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v58) {
            const uint v268 = shared[v13];
            const uint v271 = shared[v13 + 128];
            shared[v13] = (uint)min((int)v268, (int)v271);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v71) {
            const uint v279 = shared[v13];
            const uint v282 = shared[v13 + 64];
            shared[v13] = (uint)min((int)v279, (int)v282);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v84) {
            const uint v290 = shared[v13];
            const uint v293 = shared[v13 + 32];
            shared[v13] = (uint)min((int)v290, (int)v293);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v97) {
            const uint v301 = shared[v13];
            const uint v304 = shared[v13 + 16];
            shared[v13] = (uint)min((int)v301, (int)v304);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v110) {
            const uint v312 = shared[v13];
            const uint v315 = shared[v13 + 8];
            shared[v13] = (uint)min((int)v312, (int)v315);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v123) {
            const uint v323 = shared[v13];
            const uint v326 = shared[v13 + 4];
            shared[v13] = (uint)min((int)v323, (int)v326);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v136) {
            const uint v334 = shared[v13];
            const uint v337 = shared[v13 + 2];
            shared[v13] = (uint)min((int)v334, (int)v337);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v148) {
            const uint v345 = shared[v13];
            const uint v348 = shared[v13 + 1];
            shared[v13] = (uint)min((int)v345, (int)v348);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v355 = v13 == 0;
        const uint v356 = shared[0];
        const int v358 = v163 ? v162 : (int)v356;
        if (v355) {
            if (0 <= v52 && v52 < 149) {
                b1[v52] = v262;
            }
        }
        if (v355) {
            if (0 <= v52 && v52 < 149) {
                b2[v52] = v358;
            }
        }
    }
}

// tessera kernel argmax_greedy__final entry ts_argmax_greedy__final wide 0 params i32,i32,o32,o32 sizes 1 threads 256 teams 1 count 1 shared 2048 cost 1
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
        const int v20 = min(v14, 2147483391);
        for (int v21 = 0; v21 < v20; v21 += 256) {
            const int v22 = v21 + v5;
            const bool v26 = 0 <= v22 && v22 < 149;
            const int v27 = v26 ? v22 : 0;
            const float v28 = b0[v27];
            const float v30 = v26 ? v28 : 0.0f;
            const float v31 = v16;
            const bool v35 = v14 <= v22 || (v30 <= v31 || v31 != v31);
            v16 = v35 ? v31 : v30;
            const int v39 = b1[v27];
            v18 = v35 ? v18 : (v26 ? v39 : 0);
        }
        const float v44 = v16;
        const int v46 = v18;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v5] = (uint)min(2147483647, v44 != v44 ? v46 : 2147483647);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v54 = v5 < 128;
        if (v54) {
            const uint v56 = shared[v5];
            const uint v59 = shared[v5 + 128];
            shared[v5] = (uint)min((int)v56, (int)v59);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v67 = v5 < 64;
        if (v67) {
            const uint v69 = shared[v5];
            const uint v72 = shared[v5 + 64];
            shared[v5] = (uint)min((int)v69, (int)v72);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v80 = v5 < 32;
        if (v80) {
            const uint v82 = shared[v5];
            const uint v85 = shared[v5 + 32];
            shared[v5] = (uint)min((int)v82, (int)v85);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v93 = v5 < 16;
        if (v93) {
            const uint v95 = shared[v5];
            const uint v98 = shared[v5 + 16];
            shared[v5] = (uint)min((int)v95, (int)v98);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v106 = v5 < 8;
        if (v106) {
            const uint v108 = shared[v5];
            const uint v111 = shared[v5 + 8];
            shared[v5] = (uint)min((int)v108, (int)v111);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v119 = v5 < 4;
        if (v119) {
            const uint v121 = shared[v5];
            const uint v124 = shared[v5 + 4];
            shared[v5] = (uint)min((int)v121, (int)v124);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v132 = v5 < 2;
        if (v132) {
            const uint v134 = shared[v5];
            const uint v137 = shared[v5 + 2];
            shared[v5] = (uint)min((int)v134, (int)v137);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v144 = v5 < 1;
        if (v144) {
            const uint v146 = shared[v5];
            const uint v149 = shared[v5 + 1];
            shared[v5] = (uint)min((int)v146, (int)v149);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v157 = shared[0];
        const int v158 = (int)v157;
        const bool v159 = v158 != 2147483647;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v5] = as_uint(fmax(-INFINITY, v44));
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v54) {
            const uint v165 = shared[v5];
            const uint v168 = shared[v5 + 128];
            shared[v5] = as_uint(fmax(as_float(v165), as_float(v168)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v67) {
            const uint v176 = shared[v5];
            const uint v179 = shared[v5 + 64];
            shared[v5] = as_uint(fmax(as_float(v176), as_float(v179)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v80) {
            const uint v187 = shared[v5];
            const uint v190 = shared[v5 + 32];
            shared[v5] = as_uint(fmax(as_float(v187), as_float(v190)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v93) {
            const uint v198 = shared[v5];
            const uint v201 = shared[v5 + 16];
            shared[v5] = as_uint(fmax(as_float(v198), as_float(v201)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v106) {
            const uint v209 = shared[v5];
            const uint v212 = shared[v5 + 8];
            shared[v5] = as_uint(fmax(as_float(v209), as_float(v212)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v119) {
            const uint v220 = shared[v5];
            const uint v223 = shared[v5 + 4];
            shared[v5] = as_uint(fmax(as_float(v220), as_float(v223)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v132) {
            const uint v231 = shared[v5];
            const uint v234 = shared[v5 + 2];
            shared[v5] = as_uint(fmax(as_float(v231), as_float(v234)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v144) {
            const uint v242 = shared[v5];
            const uint v245 = shared[v5 + 1];
            shared[v5] = as_uint(fmax(as_float(v242), as_float(v245)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v252 = shared[0];
        const float v253 = as_float(v252);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v5] = (uint)min(2147483647, v44 == v253 ? v46 : 2147483647);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v54) {
            const uint v262 = shared[v5];
            const uint v265 = shared[v5 + 128];
            shared[v5] = (uint)min((int)v262, (int)v265);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v67) {
            const uint v273 = shared[v5];
            const uint v276 = shared[v5 + 64];
            shared[v5] = (uint)min((int)v273, (int)v276);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v80) {
            const uint v284 = shared[v5];
            const uint v287 = shared[v5 + 32];
            shared[v5] = (uint)min((int)v284, (int)v287);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v93) {
            const uint v295 = shared[v5];
            const uint v298 = shared[v5 + 16];
            shared[v5] = (uint)min((int)v295, (int)v298);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v106) {
            const uint v306 = shared[v5];
            const uint v309 = shared[v5 + 8];
            shared[v5] = (uint)min((int)v306, (int)v309);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v119) {
            const uint v317 = shared[v5];
            const uint v320 = shared[v5 + 4];
            shared[v5] = (uint)min((int)v317, (int)v320);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v132) {
            const uint v328 = shared[v5];
            const uint v331 = shared[v5 + 2];
            shared[v5] = (uint)min((int)v328, (int)v331);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v144) {
            const uint v339 = shared[v5];
            const uint v342 = shared[v5 + 1];
            shared[v5] = (uint)min((int)v339, (int)v342);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v349 = v5 == 0;
        const uint v350 = shared[0];
        const int v352 = v159 ? v158 : (int)v350;
        const uint v356 = (uint)max(v352 == 2147483647 ? 0 : v352, 0);
        const float v358 = v159 ? NAN : v253;
        if (v349) {
            b2[0] = v356;
        }
        if (v349) {
            b3[0] = v358;
        }
    }
}
