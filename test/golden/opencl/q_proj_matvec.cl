// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel=q_proj_matvec entry=ts_q_proj_matvec params=i16:w:1536*1536,i16:bias:1536,i32:x:1536,o32:y:1536 sizes=0 cost=3075 wide=0 threads=32 teams=1 count=1536 shared=256
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void ts_q_proj_matvec(
    __global const ushort *b0, // w
    __global const ushort *b1, // bias
    __global const float *b2, // x
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
    const int v1 = (int)get_group_id(0);
    const int v3 = (int)get_num_groups(0);
    const int v5 = (int)get_local_id(0);
    for (int v7 = v1; v7 < 1536; v7 += v3) {
        const int v9 = v7 * 1536;
        const int v11 = v5 * 8;
        const int v12 = v11 + 1;
        const int v14 = v11 + 2;
        const int v16 = v11 + 3;
        const int v18 = v11 + 4;
        const int v20 = v11 + 5;
        const int v22 = v11 + 6;
        const int v24 = v11 + 7;
        float v25 = 0.0f;
        float v26 = 0.0f;
        float v27 = 0.0f;
        float v28 = 0.0f;
        float v29 = 0.0f;
        float v30 = 0.0f;
        float v31 = 0.0f;
        float v32 = 0.0f;
        for (int v34 = 0; v34 < 1536; v34 += 256) {
            const int v35 = v34 + v11;
            const uint v37 = (uint)b0[v9 + v35];
            const float v41 = b2[v35];
            v25 = fma(as_float(v37 << 16), v41, v25);
            const int v45 = v34 + v12;
            const uint v47 = (uint)b0[v9 + v45];
            const float v50 = b2[v45];
            v26 = fma(as_float(v47 << 16), v50, v26);
            const int v54 = v34 + v14;
            const uint v56 = (uint)b0[v9 + v54];
            const float v59 = b2[v54];
            v27 = fma(as_float(v56 << 16), v59, v27);
            const int v63 = v34 + v16;
            const uint v65 = (uint)b0[v9 + v63];
            const float v68 = b2[v63];
            v28 = fma(as_float(v65 << 16), v68, v28);
            const int v72 = v34 + v18;
            const uint v74 = (uint)b0[v9 + v72];
            const float v77 = b2[v72];
            v29 = fma(as_float(v74 << 16), v77, v29);
            const int v81 = v34 + v20;
            const uint v83 = (uint)b0[v9 + v81];
            const float v86 = b2[v81];
            v30 = fma(as_float(v83 << 16), v86, v30);
            const int v90 = v34 + v22;
            const uint v92 = (uint)b0[v9 + v90];
            const float v95 = b2[v90];
            v31 = fma(as_float(v92 << 16), v95, v31);
            const int v99 = v34 + v24;
            const uint v101 = (uint)b0[v9 + v99];
            const float v104 = b2[v99];
            v32 = fma(as_float(v101 << 16), v104, v32);
        }
        const float v117 = v25 + v26 + v27 + v28 + v29;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v125 = as_uint(v117 + v30 + v31 + v32);
        shared[v5] = v125;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 16) {
            const uint v131 = shared[v5];
            const uint v134 = shared[v5 + 16];
            shared[v5] = as_uint(as_float(v131) + as_float(v134));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 8) {
            const uint v143 = shared[v5];
            const uint v146 = shared[v5 + 8];
            shared[v5] = as_uint(as_float(v143) + as_float(v146));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 4) {
            const uint v155 = shared[v5];
            const uint v158 = shared[v5 + 4];
            shared[v5] = as_uint(as_float(v155) + as_float(v158));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 2) {
            const uint v167 = shared[v5];
            const uint v170 = shared[v5 + 2];
            shared[v5] = as_uint(as_float(v167) + as_float(v170));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 1) {
            const uint v179 = shared[v5];
            const uint v182 = shared[v5 + 1];
            shared[v5] = as_uint(as_float(v179) + as_float(v182));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v190 = shared[0];
        const uint v192 = (uint)b1[v7];
        const float v196 = as_float(v190) + as_float(v192 << 16);
        if (v5 == 0) {
            b3[v7] = v196;
        }
    }
}

// tessera kernel=q_proj_matvec entry=ts_q_proj_matvec__wide params=i16:w:1536*1536,i16:bias:1536,i32:x:1536,o32:y:1536 sizes=0 cost=3075 wide=1 threads=32 teams=1 count=1536 shared=256
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void ts_q_proj_matvec__wide(
    __global const ushort *b0, // w
    __global const ushort *b1, // bias
    __global const float *b2, // x
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
    const int v1 = (int)get_group_id(0);
    const int v3 = (int)get_num_groups(0);
    const int v5 = (int)get_local_id(0);
    for (int v7 = v1; v7 < 1536; v7 += v3) {
        const int v9 = v7 * 1536;
        const int v11 = v5 * 8;
        float v15 = 0.0f;
        float v16 = 0.0f;
        float v17 = 0.0f;
        float v18 = 0.0f;
        float v19 = 0.0f;
        float v20 = 0.0f;
        float v21 = 0.0f;
        float v22 = 0.0f;
        for (int v24 = 0; v24 < 1536; v24 += 256) {
            const int v25 = v24 + v11;
            const uint4 v28 = ((__global const uint4 *)b0)[(v9 + v25) >> 3];
            const int v35 = v25 >> 2;
            const uint4 v36 = ((__global const uint4 *)b2)[v35];
            const uint4 v42 = ((__global const uint4 *)b2)[v35 + 1];
            v15 = fma(as_float((v28.x & 0xffffu) << 16), as_float(v36.x), v15);
            v16 = fma(as_float((v28.x >> 16) << 16), as_float(v36.y), v16);
            v17 = fma(as_float((v28.y & 0xffffu) << 16), as_float(v36.z), v17);
            v18 = fma(as_float((v28.y >> 16) << 16), as_float(v36.w), v18);
            v19 = fma(as_float((v28.z & 0xffffu) << 16), as_float(v42.x), v19);
            v20 = fma(as_float((v28.z >> 16) << 16), as_float(v42.y), v20);
            v21 = fma(as_float((v28.w & 0xffffu) << 16), as_float(v42.z), v21);
            v22 = fma(as_float((v28.w >> 16) << 16), as_float(v42.w), v22);
        }
        const float v112 = v15 + v16 + v17 + v18 + v19;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v120 = as_uint(v112 + v20 + v21 + v22);
        shared[v5] = v120;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 16) {
            const uint v126 = shared[v5];
            const uint v129 = shared[v5 + 16];
            shared[v5] = as_uint(as_float(v126) + as_float(v129));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 8) {
            const uint v138 = shared[v5];
            const uint v141 = shared[v5 + 8];
            shared[v5] = as_uint(as_float(v138) + as_float(v141));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 4) {
            const uint v150 = shared[v5];
            const uint v153 = shared[v5 + 4];
            shared[v5] = as_uint(as_float(v150) + as_float(v153));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 2) {
            const uint v162 = shared[v5];
            const uint v165 = shared[v5 + 2];
            shared[v5] = as_uint(as_float(v162) + as_float(v165));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 1) {
            const uint v174 = shared[v5];
            const uint v177 = shared[v5 + 1];
            shared[v5] = as_uint(as_float(v174) + as_float(v177));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v185 = shared[0];
        const uint v187 = (uint)b1[v7];
        const float v191 = as_float(v185) + as_float(v187 << 16);
        if (v5 == 0) {
            b3[v7] = v191;
        }
    }
}
