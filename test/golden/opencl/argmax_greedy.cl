// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel argmax_greedy entry argmax_greedy wide 0 params i32,w32,w32 sizes 1 threads 256 teams 1 count -1 shared 2048 cost 65537
__kernel __attribute__((reqd_work_group_size(256, 1, 1))) void argmax_greedy(
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
    const int v2 = s0[0];
    const int v9 = 0 < v2 ? (int)((uint)v2 - 1u) / 1024 + 1 : 0;
    const int v10 = (int)get_local_id(0);
    const int v11 = (int)get_group_id(0);
    const int v12 = (int)get_num_groups(0);
    for (int v14 = v11; v14 < v9; v14 += v12) {
        const int v15 = v14 * 1024;
        const int v19 = min(v2, (int)((uint)v15 + 1024u));
        float v21 = -INFINITY;
        int v23 = 2147483647;
        #pragma unroll 4
        for (int v24 = v15; v24 < v19; v24 += 256) {
            const int v25 = (int)((uint)v24 + (uint)v10);
            const float v26 = v21;
            const bool v29 = 0 <= v25 && v25 < 151936;
            const float v31 = b0[v29 ? v25 : 0];
            const float v33 = v29 ? v31 : 0.0f;
            const int v34 = v23;
            const bool v41 = v25 < v19 && (v26 < v33 || (v33 == v26 && v25 < v34));
            v21 = v41 ? v33 : v26;
            v23 = v41 ? v25 : v34;
        }
        const int v47 = v15 / 1024;
        const float v48 = v21;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v10] = as_uint(fmax(-INFINITY, v48));
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v55 = v10 < 128;
        if (v55) {
            const uint v58 = shared[v10];
            const uint v60 = shared[v10 + 128];
            shared[v10] = as_uint(fmax(as_float(v58), as_float(v60)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v68 = v10 < 64;
        if (v68) {
            const uint v71 = shared[v10];
            const uint v73 = shared[v10 + 64];
            shared[v10] = as_uint(fmax(as_float(v71), as_float(v73)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v81 = v10 < 32;
        if (v81) {
            const uint v84 = shared[v10];
            const uint v86 = shared[v10 + 32];
            shared[v10] = as_uint(fmax(as_float(v84), as_float(v86)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v94 = v10 < 16;
        if (v94) {
            const uint v97 = shared[v10];
            const uint v99 = shared[v10 + 16];
            shared[v10] = as_uint(fmax(as_float(v97), as_float(v99)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v107 = v10 < 8;
        if (v107) {
            const uint v110 = shared[v10];
            const uint v112 = shared[v10 + 8];
            shared[v10] = as_uint(fmax(as_float(v110), as_float(v112)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v120 = v10 < 4;
        if (v120) {
            const uint v123 = shared[v10];
            const uint v125 = shared[v10 + 4];
            shared[v10] = as_uint(fmax(as_float(v123), as_float(v125)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v133 = v10 < 2;
        if (v133) {
            const uint v136 = shared[v10];
            const uint v138 = shared[v10 + 2];
            shared[v10] = as_uint(fmax(as_float(v136), as_float(v138)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v145 = v10 < 1;
        if (v145) {
            const uint v148 = shared[v10];
            const uint v150 = shared[v10 + 1];
            shared[v10] = as_uint(fmax(as_float(v148), as_float(v150)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v157 = shared[0];
        const float v158 = as_float(v157);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v10] = (uint)min(2147483647, v48 == v158 ? v23 : 2147483647);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v55) {
            const uint v169 = shared[v10];
            const uint v171 = shared[v10 + 128];
            shared[v10] = (uint)min((int)v169, (int)v171);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v68) {
            const uint v180 = shared[v10];
            const uint v182 = shared[v10 + 64];
            shared[v10] = (uint)min((int)v180, (int)v182);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v81) {
            const uint v191 = shared[v10];
            const uint v193 = shared[v10 + 32];
            shared[v10] = (uint)min((int)v191, (int)v193);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v94) {
            const uint v202 = shared[v10];
            const uint v204 = shared[v10 + 16];
            shared[v10] = (uint)min((int)v202, (int)v204);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v107) {
            const uint v213 = shared[v10];
            const uint v215 = shared[v10 + 8];
            shared[v10] = (uint)min((int)v213, (int)v215);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v120) {
            const uint v224 = shared[v10];
            const uint v226 = shared[v10 + 4];
            shared[v10] = (uint)min((int)v224, (int)v226);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v133) {
            const uint v235 = shared[v10];
            const uint v237 = shared[v10 + 2];
            shared[v10] = (uint)min((int)v235, (int)v237);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v145) {
            const uint v246 = shared[v10];
            const uint v248 = shared[v10 + 1];
            shared[v10] = (uint)min((int)v246, (int)v248);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v255 = shared[0];
        const int v256 = (int)v255;
        const bool v257 = v10 == 0;
        if (v257) {
            if (0 <= v47 && v47 < 149) {
                b1[v47] = v158;
            }
        }
        if (v257) {
            if (0 <= v47 && v47 < 149) {
                b2[v47] = v256;
            }
        }
    }
}

// tessera kernel argmax_greedy__final entry argmax_greedy__final wide 0 params i32,i32,o32 sizes 1 threads 256 teams 1 count 1 shared 2048 cost 1
__kernel __attribute__((reqd_work_group_size(256, 1, 1))) void argmax_greedy__final(
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
    const int v2 = (int)get_local_id(0);
    const int v3 = (int)get_group_id(0);
    const int v4 = (int)get_num_groups(0);
    for (int v6 = v3; v6 < 1; v6 += v4) {
        const int v7 = s0[0];
        const int v14 = v7 / 1024 + min(v7 % 1024, 1);
        float v16 = -INFINITY;
        int v18 = 2147483647;
        for (int v19 = 0; v19 < v14; v19 += 256) {
            const float v20 = v16;
            const int v21 = v19 + v2;
            const bool v24 = 0 <= v21 && v21 < 149;
            const int v25 = v24 ? v21 : 0;
            const float v26 = b0[v25];
            const float v28 = v24 ? v26 : 0.0f;
            const int v29 = b1[v25];
            const int v30 = v24 ? v29 : 0;
            const int v31 = v18;
            const bool v38 = v21 < v14 && (v20 < v28 || (v28 == v20 && v30 < v31));
            v16 = v38 ? v28 : v20;
            v18 = v38 ? v30 : v31;
        }
        const float v44 = v16;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v2] = as_uint(fmax(-INFINITY, v44));
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v51 = v2 < 128;
        if (v51) {
            const uint v54 = shared[v2];
            const uint v56 = shared[v2 + 128];
            shared[v2] = as_uint(fmax(as_float(v54), as_float(v56)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v64 = v2 < 64;
        if (v64) {
            const uint v67 = shared[v2];
            const uint v69 = shared[v2 + 64];
            shared[v2] = as_uint(fmax(as_float(v67), as_float(v69)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v77 = v2 < 32;
        if (v77) {
            const uint v80 = shared[v2];
            const uint v82 = shared[v2 + 32];
            shared[v2] = as_uint(fmax(as_float(v80), as_float(v82)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v90 = v2 < 16;
        if (v90) {
            const uint v93 = shared[v2];
            const uint v95 = shared[v2 + 16];
            shared[v2] = as_uint(fmax(as_float(v93), as_float(v95)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v103 = v2 < 8;
        if (v103) {
            const uint v106 = shared[v2];
            const uint v108 = shared[v2 + 8];
            shared[v2] = as_uint(fmax(as_float(v106), as_float(v108)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v116 = v2 < 4;
        if (v116) {
            const uint v119 = shared[v2];
            const uint v121 = shared[v2 + 4];
            shared[v2] = as_uint(fmax(as_float(v119), as_float(v121)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v129 = v2 < 2;
        if (v129) {
            const uint v132 = shared[v2];
            const uint v134 = shared[v2 + 2];
            shared[v2] = as_uint(fmax(as_float(v132), as_float(v134)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v141 = v2 < 1;
        if (v141) {
            const uint v144 = shared[v2];
            const uint v146 = shared[v2 + 1];
            shared[v2] = as_uint(fmax(as_float(v144), as_float(v146)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v153 = shared[0];
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v160 = (uint)min(2147483647, v44 == as_float(v153) ? v18 : 2147483647);
        shared[v2] = v160;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v51) {
            const uint v165 = shared[v2];
            const uint v167 = shared[v2 + 128];
            shared[v2] = (uint)min((int)v165, (int)v167);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v64) {
            const uint v176 = shared[v2];
            const uint v178 = shared[v2 + 64];
            shared[v2] = (uint)min((int)v176, (int)v178);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v77) {
            const uint v187 = shared[v2];
            const uint v189 = shared[v2 + 32];
            shared[v2] = (uint)min((int)v187, (int)v189);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v90) {
            const uint v198 = shared[v2];
            const uint v200 = shared[v2 + 16];
            shared[v2] = (uint)min((int)v198, (int)v200);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v103) {
            const uint v209 = shared[v2];
            const uint v211 = shared[v2 + 8];
            shared[v2] = (uint)min((int)v209, (int)v211);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v116) {
            const uint v220 = shared[v2];
            const uint v222 = shared[v2 + 4];
            shared[v2] = (uint)min((int)v220, (int)v222);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v129) {
            const uint v231 = shared[v2];
            const uint v233 = shared[v2 + 2];
            shared[v2] = (uint)min((int)v231, (int)v233);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v141) {
            const uint v242 = shared[v2];
            const uint v244 = shared[v2 + 1];
            shared[v2] = (uint)min((int)v242, (int)v244);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v251 = shared[0];
        const int v252 = (int)v251;
        const uint v256 = (uint)max(v252 == 2147483647 ? 0 : v252, 0);
        if (v2 == 0) {
            b2[0] = v256;
        }
    }
}
