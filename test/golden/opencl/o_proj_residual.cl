// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel o_proj_residual entry o_proj_residual wide 0 params i16,i32,i32,o32 sizes 0 threads 32 teams 1 count 1536 shared 256 cost 3077
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void o_proj_residual(
    __global const ushort *b0, // w
    __global const float *b1, // x
    __global const float *b2, // res
    __global float *b3, // y
    uint o0, // offset
    uint o1, // offset
    uint o2, // offset
    uint o3) // offset
{
    __local uint shared[64];
    b0 += o0;
    b1 += o1;
    b2 += o2;
    b3 += o3;
    const int v6 = (int)get_local_id(0);
    const int v7 = (int)get_group_id(0);
    const int v8 = (int)get_num_groups(0);
    for (int v10 = v7; v10 < 1536; v10 += v8) {
        const int v12 = v10 * 1536;
        const int v14 = v6 * 8;
        const int v16 = v14 + 1;
        const int v18 = v14 + 2;
        const int v20 = v14 + 3;
        const int v22 = v14 + 4;
        const int v24 = v14 + 5;
        const int v26 = v14 + 6;
        const int v28 = v14 + 7;
        float v29 = 0.0f;
        float v30 = 0.0f;
        float v31 = 0.0f;
        float v32 = 0.0f;
        float v33 = 0.0f;
        float v34 = 0.0f;
        float v35 = 0.0f;
        float v36 = 0.0f;
        #pragma unroll 4
        for (int v38 = 0; v38 < 1536; v38 += 256) {
            const int v39 = v38 + v14;
            const uint v41 = (uint)b0[v12 + v39];
            const float v45 = b1[v39];
            v29 = fma(as_float(v41 << 16), v45, v29);
            const int v49 = v38 + v16;
            const uint v51 = (uint)b0[v12 + v49];
            const float v54 = b1[v49];
            v30 = fma(as_float(v51 << 16), v54, v30);
            const int v58 = v38 + v18;
            const uint v60 = (uint)b0[v12 + v58];
            const float v63 = b1[v58];
            v31 = fma(as_float(v60 << 16), v63, v31);
            const int v67 = v38 + v20;
            const uint v69 = (uint)b0[v12 + v67];
            const float v72 = b1[v67];
            v32 = fma(as_float(v69 << 16), v72, v32);
            const int v76 = v38 + v22;
            const uint v78 = (uint)b0[v12 + v76];
            const float v81 = b1[v76];
            v33 = fma(as_float(v78 << 16), v81, v33);
            const int v85 = v38 + v24;
            const uint v87 = (uint)b0[v12 + v85];
            const float v90 = b1[v85];
            v34 = fma(as_float(v87 << 16), v90, v34);
            const int v94 = v38 + v26;
            const uint v96 = (uint)b0[v12 + v94];
            const float v99 = b1[v94];
            v35 = fma(as_float(v96 << 16), v99, v35);
            const int v103 = v38 + v28;
            const uint v105 = (uint)b0[v12 + v103];
            const float v108 = b1[v103];
            v36 = fma(as_float(v105 << 16), v108, v36);
        }
        const float v121 = v29 + v30 + v31 + v32 + v33;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v129 = as_uint(v121 + v34 + v35 + v36);
        shared[v6] = v129;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v6 < 16) {
            const uint v136 = shared[v6];
            const uint v138 = shared[v6 + 16];
            shared[v6] = as_uint(as_float(v136) + as_float(v138));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v6 < 8) {
            const uint v148 = shared[v6];
            const uint v150 = shared[v6 + 8];
            shared[v6] = as_uint(as_float(v148) + as_float(v150));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v6 < 4) {
            const uint v160 = shared[v6];
            const uint v162 = shared[v6 + 4];
            shared[v6] = as_uint(as_float(v160) + as_float(v162));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v6 < 2) {
            const uint v172 = shared[v6];
            const uint v174 = shared[v6 + 2];
            shared[v6] = as_uint(as_float(v172) + as_float(v174));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v6 < 1) {
            const uint v184 = shared[v6];
            const uint v186 = shared[v6 + 1];
            shared[v6] = as_uint(as_float(v184) + as_float(v186));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v193 = shared[0];
        const float v195 = b2[v10];
        const float v196 = as_float(v193) + v195;
        if (v6 == 0) {
            b3[v10] = v196;
        }
    }
}

// tessera kernel o_proj_residual entry o_proj_residual__wide wide 1 params i16,i32,i32,o32 sizes 0 threads 32 teams 1 count 1536 shared 256 cost 3077
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void o_proj_residual__wide(
    __global const ushort *b0, // w
    __global const float *b1, // x
    __global const float *b2, // res
    __global float *b3, // y
    uint o0, // offset
    uint o1, // offset
    uint o2, // offset
    uint o3) // offset
{
    __local uint shared[64];
    b0 += o0;
    b1 += o1;
    b2 += o2;
    b3 += o3;
    const int v6 = (int)get_local_id(0);
    const int v7 = (int)get_group_id(0);
    const int v8 = (int)get_num_groups(0);
    for (int v10 = v7; v10 < 1536; v10 += v8) {
        const int v12 = v10 * 1536;
        const int v14 = v6 * 8;
        float v29 = 0.0f;
        float v30 = 0.0f;
        float v31 = 0.0f;
        float v32 = 0.0f;
        float v33 = 0.0f;
        float v34 = 0.0f;
        float v35 = 0.0f;
        float v36 = 0.0f;
        #pragma unroll 4
        for (int v38 = 0; v38 < 1536; v38 += 256) {
            const int v39 = v38 + v14;
            const uint4 v42 = ((__global const uint4 *)b0)[(v12 + v39) >> 3];
            const int v50 = v39 >> 2;
            const uint4 v51 = ((__global const uint4 *)b1)[v50];
            const uint4 v53 = ((__global const uint4 *)b1)[v50 + 1];
            v29 = fma(as_float((v42.x & 0xffffu) << 16), as_float(v51.x), v29);
            v30 = fma(as_float((v42.x >> 16) << 16), as_float(v51.y), v30);
            v31 = fma(as_float((v42.y & 0xffffu) << 16), as_float(v51.z), v31);
            v32 = fma(as_float((v42.y >> 16) << 16), as_float(v51.w), v32);
            v33 = fma(as_float((v42.z & 0xffffu) << 16), as_float(v53.x), v33);
            v34 = fma(as_float((v42.z >> 16) << 16), as_float(v53.y), v34);
            v35 = fma(as_float((v42.w & 0xffffu) << 16), as_float(v53.z), v35);
            v36 = fma(as_float((v42.w >> 16) << 16), as_float(v53.w), v36);
        }
        const float v127 = v29 + v30 + v31 + v32 + v33;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v135 = as_uint(v127 + v34 + v35 + v36);
        shared[v6] = v135;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v6 < 16) {
            const uint v142 = shared[v6];
            const uint v144 = shared[v6 + 16];
            shared[v6] = as_uint(as_float(v142) + as_float(v144));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v6 < 8) {
            const uint v154 = shared[v6];
            const uint v156 = shared[v6 + 8];
            shared[v6] = as_uint(as_float(v154) + as_float(v156));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v6 < 4) {
            const uint v166 = shared[v6];
            const uint v168 = shared[v6 + 4];
            shared[v6] = as_uint(as_float(v166) + as_float(v168));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v6 < 2) {
            const uint v178 = shared[v6];
            const uint v180 = shared[v6 + 2];
            shared[v6] = as_uint(as_float(v178) + as_float(v180));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v6 < 1) {
            const uint v190 = shared[v6];
            const uint v192 = shared[v6 + 1];
            shared[v6] = as_uint(as_float(v190) + as_float(v192));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v199 = shared[0];
        const float v201 = b2[v10];
        const float v202 = as_float(v199) + v201;
        if (v6 == 0) {
            b3[v10] = v202;
        }
    }
}
