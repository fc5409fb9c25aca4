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
            const float v27 = v21;
            const bool v30 = 0 <= v25 && v25 < 151936;
            const float v32 = b0[v30 ? v25 : 0];
            const float v34 = v30 ? v32 : 0.0f;
            const int v37 = v23;
            const bool v41 = v25 < v18 && (v27 < v34 || (v34 == v27 && v25 < v37));
            v21 = v41 ? v34 : v27;
            v23 = v41 ? v25 : v37;
        }
        const float v47 = v21;
        const int v49 = v16 / 1024;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v13] = as_uint(fmax(-INFINITY, v47));
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v55 = v13 < 128;
        if (v55) {
            const uint v57 = shared[v13];
            const uint v60 = shared[v13 + 128];
            shared[v13] = as_uint(fmax(as_float(v57), as_float(v60)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v68 = v13 < 64;
        if (v68) {
            const uint v70 = shared[v13];
            const uint v73 = shared[v13 + 64];
            shared[v13] = as_uint(fmax(as_float(v70), as_float(v73)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v81 = v13 < 32;
        if (v81) {
            const uint v83 = shared[v13];
            const uint v86 = shared[v13 + 32];
            shared[v13] = as_uint(fmax(as_float(v83), as_float(v86)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v94 = v13 < 16;
        if (v94) {
            const uint v96 = shared[v13];
            const uint v99 = shared[v13 + 16];
            shared[v13] = as_uint(fmax(as_float(v96), as_float(v99)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v107 = v13 < 8;
        if (v107) {
            const uint v109 = shared[v13];
            const uint v112 = shared[v13 + 8];
            shared[v13] = as_uint(fmax(as_float(v109), as_float(v112)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v120 = v13 < 4;
        if (v120) {
            const uint v122 = shared[v13];
            const uint v125 = shared[v13 + 4];
            shared[v13] = as_uint(fmax(as_float(v122), as_float(v125)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v133 = v13 < 2;
        if (v133) {
            const uint v135 = shared[v13];
            const uint v138 = shared[v13 + 2];
            shared[v13] = as_uint(fmax(as_float(v135), as_float(v138)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v145 = v13 < 1;
        if (v145) {
            const uint v147 = shared[v13];
            const uint v150 = shared[v13 + 1];
            shared[v13] = as_uint(fmax(as_float(v147), as_float(v150)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v157 = shared[0];
        const float v158 = as_float(v157);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v13] = (uint)min(2147483647, v47 == v158 ? v23 : 2147483647);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v55) {
            const uint v168 = shared[v13];
            const uint v171 = shared[v13 + 128];
            shared[v13] = (uint)min((int)v168, (int)v171);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v68) {
            const uint v179 = shared[v13];
            const uint v182 = shared[v13 + 64];
            shared[v13] = (uint)min((int)v179, (int)v182);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v81) {
            const uint v190 = shared[v13];
            const uint v193 = shared[v13 + 32];
            shared[v13] = (uint)min((int)v190, (int)v193);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v94) {
            const uint v201 = shared[v13];
            const uint v204 = shared[v13 + 16];
            shared[v13] = (uint)min((int)v201, (int)v204);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v107) {
            const uint v212 = shared[v13];
            const uint v215 = shared[v13 + 8];
            shared[v13] = (uint)min((int)v212, (int)v215);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v120) {
            const uint v223 = shared[v13];
            const uint v226 = shared[v13 + 4];
            shared[v13] = (uint)min((int)v223, (int)v226);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v133) {
            const uint v234 = shared[v13];
            const uint v237 = shared[v13 + 2];
            shared[v13] = (uint)min((int)v234, (int)v237);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v145) {
            const uint v245 = shared[v13];
            const uint v248 = shared[v13 + 1];
            shared[v13] = (uint)min((int)v245, (int)v248);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v255 = v13 == 0;
        const uint v256 = shared[0];
        const int v257 = (int)v256;
        if (v255) {
            if (0 <= v49 && v49 < 149) {
                b1[v49] = v158;
            }
        }
        if (v255) {
            if (0 <= v49 && v49 < 149) {
                b2[v49] = v257;
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
        for (int v19 = 0; v19 < v14; v19 += 256) {
            const int v20 = v19 + v5;
            const float v22 = v16;
            const bool v25 = 0 <= v20 && v20 < 149;
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
        const bool v90 = v5 < 16;
        if (v90) {
            const uint v92 = shared[v5];
            const uint v95 = shared[v5 + 16];
            shared[v5] = as_uint(fmax(as_float(v92), as_float(v95)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v103 = v5 < 8;
        if (v103) {
            const uint v105 = shared[v5];
            const uint v108 = shared[v5 + 8];
            shared[v5] = as_uint(fmax(as_float(v105), as_float(v108)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v116 = v5 < 4;
        if (v116) {
            const uint v118 = shared[v5];
            const uint v121 = shared[v5 + 4];
            shared[v5] = as_uint(fmax(as_float(v118), as_float(v121)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v129 = v5 < 2;
        if (v129) {
            const uint v131 = shared[v5];
            const uint v134 = shared[v5 + 2];
            shared[v5] = as_uint(fmax(as_float(v131), as_float(v134)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v141 = v5 < 1;
        if (v141) {
            const uint v143 = shared[v5];
            const uint v146 = shared[v5 + 1];
            shared[v5] = as_uint(fmax(as_float(v143), as_float(v146)));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v153 = shared[0];
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v160 = (uint)min(2147483647, v44 == as_float(v153) ? v18 : 2147483647);
        shared[v5] = v160;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v51) {
            const uint v164 = shared[v5];
            const uint v167 = shared[v5 + 128];
            shared[v5] = (uint)min((int)v164, (int)v167);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v64) {
            const uint v175 = shared[v5];
            const uint v178 = shared[v5 + 64];
            shared[v5] = (uint)min((int)v175, (int)v178);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v77) {
            const uint v186 = shared[v5];
            const uint v189 = shared[v5 + 32];
            shared[v5] = (uint)min((int)v186, (int)v189);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v90) {
            const uint v197 = shared[v5];
            const uint v200 = shared[v5 + 16];
            shared[v5] = (uint)min((int)v197, (int)v200);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v103) {
            const uint v208 = shared[v5];
            const uint v211 = shared[v5 + 8];
            shared[v5] = (uint)min((int)v208, (int)v211);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v116) {
            const uint v219 = shared[v5];
            const uint v222 = shared[v5 + 4];
            shared[v5] = (uint)min((int)v219, (int)v222);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v129) {
            const uint v230 = shared[v5];
            const uint v233 = shared[v5 + 2];
            shared[v5] = (uint)min((int)v230, (int)v233);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v141) {
            const uint v241 = shared[v5];
            const uint v244 = shared[v5 + 1];
            shared[v5] = (uint)min((int)v241, (int)v244);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v252 = shared[0];
        const int v253 = (int)v252;
        const uint v257 = (uint)max(v253 == 2147483647 ? 0 : v253, 0);
        if (v5 == 0) {
            b2[0] = v257;
        }
    }
}
