// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel lm_head_matvec entry ts_lm_head_matvec wide 0 params i16:w:16:151936*1536,i32:x:32:1536,o32:y:32:151936 sizes 0 threads 32 teams 1 count 151936 shared 256 cost 3073
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void ts_lm_head_matvec(
    __global const ushort *b0, // w
    __global const float *b1, // x
    __global float *b2, // y
    uint o0, // offset
    uint o1, // offset
    uint o2) // offset
{
    __local uint shared[64];
    b0 += o0;
    b1 += o1;
    b2 += o2;
    const int v1 = (int)get_group_id(0);
    const int v3 = (int)get_num_groups(0);
    const int v5 = (int)get_local_id(0);
    for (int v7 = v1; v7 < 151936; v7 += v3) {
        const int v10 = v7 * 1536;
        const int v12 = v5 * 8;
        const int v13 = v12 + 1;
        const int v15 = v12 + 2;
        const int v17 = v12 + 3;
        const int v19 = v12 + 4;
        const int v21 = v12 + 5;
        const int v23 = v12 + 6;
        const int v25 = v12 + 7;
        float v26 = 0.0f;
        float v27 = 0.0f;
        float v28 = 0.0f;
        float v29 = 0.0f;
        float v30 = 0.0f;
        float v31 = 0.0f;
        float v32 = 0.0f;
        float v33 = 0.0f;
        for (int v35 = 0; v35 < 1536; v35 += 256) {
            const int v36 = v35 + v12;
            const uint v38 = (uint)b0[v10 + v36];
            const float v42 = b1[v36];
            v26 = fma(as_float(v38 << 16), v42, v26);
            const int v46 = v35 + v13;
            const uint v48 = (uint)b0[v10 + v46];
            const float v51 = b1[v46];
            v27 = fma(as_float(v48 << 16), v51, v27);
            const int v55 = v35 + v15;
            const uint v57 = (uint)b0[v10 + v55];
            const float v60 = b1[v55];
            v28 = fma(as_float(v57 << 16), v60, v28);
            const int v64 = v35 + v17;
            const uint v66 = (uint)b0[v10 + v64];
            const float v69 = b1[v64];
            v29 = fma(as_float(v66 << 16), v69, v29);
            const int v73 = v35 + v19;
            const uint v75 = (uint)b0[v10 + v73];
            const float v78 = b1[v73];
            v30 = fma(as_float(v75 << 16), v78, v30);
            const int v82 = v35 + v21;
            const uint v84 = (uint)b0[v10 + v82];
            const float v87 = b1[v82];
            v31 = fma(as_float(v84 << 16), v87, v31);
            const int v91 = v35 + v23;
            const uint v93 = (uint)b0[v10 + v91];
            const float v96 = b1[v91];
            v32 = fma(as_float(v93 << 16), v96, v32);
            const int v100 = v35 + v25;
            const uint v102 = (uint)b0[v10 + v100];
            const float v105 = b1[v100];
            v33 = fma(as_float(v102 << 16), v105, v33);
        }
        const float v118 = v26 + v27 + v28 + v29 + v30;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v126 = as_uint(v118 + v31 + v32 + v33);
        shared[v5] = v126;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 16) {
            const uint v132 = shared[v5];
            const uint v135 = shared[v5 + 16];
            shared[v5] = as_uint(as_float(v132) + as_float(v135));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 8) {
            const uint v144 = shared[v5];
            const uint v147 = shared[v5 + 8];
            shared[v5] = as_uint(as_float(v144) + as_float(v147));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 4) {
            const uint v156 = shared[v5];
            const uint v159 = shared[v5 + 4];
            shared[v5] = as_uint(as_float(v156) + as_float(v159));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 2) {
            const uint v168 = shared[v5];
            const uint v171 = shared[v5 + 2];
            shared[v5] = as_uint(as_float(v168) + as_float(v171));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 1) {
            const uint v180 = shared[v5];
            const uint v183 = shared[v5 + 1];
            shared[v5] = as_uint(as_float(v180) + as_float(v183));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v191 = shared[0];
        const float v192 = as_float(v191);
        if (v5 == 0) {
            b2[v7] = v192;
        }
    }
}

// tessera kernel lm_head_matvec entry ts_lm_head_matvec__wide wide 1 params i16:w:16:151936*1536,i32:x:32:1536,o32:y:32:151936 sizes 0 threads 32 teams 1 count 151936 shared 256 cost 3073
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void ts_lm_head_matvec__wide(
    __global const ushort *b0, // w
    __global const float *b1, // x
    __global float *b2, // y
    uint o0, // offset
    uint o1, // offset
    uint o2) // offset
{
    __local uint shared[64];
    b0 += o0;
    b1 += o1;
    b2 += o2;
    const int v1 = (int)get_group_id(0);
    const int v3 = (int)get_num_groups(0);
    const int v5 = (int)get_local_id(0);
    for (int v7 = v1; v7 < 151936; v7 += v3) {
        const int v10 = v7 * 1536;
        const int v12 = v5 * 8;
        float v16 = 0.0f;
        float v17 = 0.0f;
        float v18 = 0.0f;
        float v19 = 0.0f;
        float v20 = 0.0f;
        float v21 = 0.0f;
        float v22 = 0.0f;
        float v23 = 0.0f;
        for (int v25 = 0; v25 < 1536; v25 += 256) {
            const int v26 = v25 + v12;
            const uint4 v29 = ((__global const uint4 *)b0)[(v10 + v26) >> 3];
            const int v36 = v26 >> 2;
            const uint4 v37 = ((__global const uint4 *)b1)[v36];
            const uint4 v43 = ((__global const uint4 *)b1)[v36 + 1];
            v16 = fma(as_float((v29.x & 0xffffu) << 16), as_float(v37.x), v16);
            v17 = fma(as_float((v29.x >> 16) << 16), as_float(v37.y), v17);
            v18 = fma(as_float((v29.y & 0xffffu) << 16), as_float(v37.z), v18);
            v19 = fma(as_float((v29.y >> 16) << 16), as_float(v37.w), v19);
            v20 = fma(as_float((v29.z & 0xffffu) << 16), as_float(v43.x), v20);
            v21 = fma(as_float((v29.z >> 16) << 16), as_float(v43.y), v21);
            v22 = fma(as_float((v29.w & 0xffffu) << 16), as_float(v43.z), v22);
            v23 = fma(as_float((v29.w >> 16) << 16), as_float(v43.w), v23);
        }
        const float v113 = v16 + v17 + v18 + v19 + v20;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v121 = as_uint(v113 + v21 + v22 + v23);
        shared[v5] = v121;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 16) {
            const uint v127 = shared[v5];
            const uint v130 = shared[v5 + 16];
            shared[v5] = as_uint(as_float(v127) + as_float(v130));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 8) {
            const uint v139 = shared[v5];
            const uint v142 = shared[v5 + 8];
            shared[v5] = as_uint(as_float(v139) + as_float(v142));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 4) {
            const uint v151 = shared[v5];
            const uint v154 = shared[v5 + 4];
            shared[v5] = as_uint(as_float(v151) + as_float(v154));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 2) {
            const uint v163 = shared[v5];
            const uint v166 = shared[v5 + 2];
            shared[v5] = as_uint(as_float(v163) + as_float(v166));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 1) {
            const uint v175 = shared[v5];
            const uint v178 = shared[v5 + 1];
            shared[v5] = as_uint(as_float(v175) + as_float(v178));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v186 = shared[0];
        const float v187 = as_float(v186);
        if (v5 == 0) {
            b2[v7] = v187;
        }
    }
}
