// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel residual_add_rms_norm entry ts_residual_add_rms_norm wide 0 params i32:x:32:1536,i32:r:32:1536,i16:gamma:16:1536,o32:h:32:1536,o32:y:32:1536 sizes 0 threads 256 teams 1 count 1 shared 2048 cost 1
__kernel __attribute__((reqd_work_group_size(256, 1, 1))) void ts_residual_add_rms_norm(
    __global const float *b0, // x
    __global const float *b1, // r
    __global const ushort *b2, // gamma
    __global float *b3, // h
    __global float *b4, // y
    uint o0, // offset
    uint o1, // offset
    uint o2, // offset
    uint o3, // offset
    uint o4) // offset
{
    __local uint shared[512];
    b0 += o0;
    b1 += o1;
    b2 += o2;
    b3 += o3;
    b4 += o4;
    const int v1 = (int)get_group_id(0);
    const int v3 = (int)get_num_groups(0);
    const int v5 = (int)get_local_id(0);
    for (int v6 = v1; v6 < 1; v6 += v3) {
        float v10 = 0.0f;
        for (int v11 = 0; v11 < 1536; v11 += 256) {
            const int v12 = v11 + v5;
            const float v13 = b0[v12];
            const float v14 = b1[v12];
            const float v15 = v13 + v14;
            v10 = fma(v15, v15, v10);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v5] = as_uint(v10);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 128) {
            const uint v28 = shared[v5];
            const uint v31 = shared[v5 + 128];
            shared[v5] = as_uint(as_float(v28) + as_float(v31));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 64) {
            const uint v41 = shared[v5];
            const uint v44 = shared[v5 + 64];
            shared[v5] = as_uint(as_float(v41) + as_float(v44));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 32) {
            const uint v54 = shared[v5];
            const uint v57 = shared[v5 + 32];
            shared[v5] = as_uint(as_float(v54) + as_float(v57));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 16) {
            const uint v67 = shared[v5];
            const uint v70 = shared[v5 + 16];
            shared[v5] = as_uint(as_float(v67) + as_float(v70));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 8) {
            const uint v80 = shared[v5];
            const uint v83 = shared[v5 + 8];
            shared[v5] = as_uint(as_float(v80) + as_float(v83));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 4) {
            const uint v93 = shared[v5];
            const uint v96 = shared[v5 + 4];
            shared[v5] = as_uint(as_float(v93) + as_float(v96));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 2) {
            const uint v106 = shared[v5];
            const uint v109 = shared[v5 + 2];
            shared[v5] = as_uint(as_float(v106) + as_float(v109));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 1) {
            const uint v118 = shared[v5];
            const uint v121 = shared[v5 + 1];
            shared[v5] = as_uint(as_float(v118) + as_float(v121));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v128 = shared[0];
        const float v134 = rsqrt(as_float(v128) / 1536.0f + 1e-06f);
        for (int v135 = 0; v135 < 1536; v135 += 256) {
            const int v136 = v135 + v5;
            const float v137 = b0[v136];
            const float v138 = b1[v136];
            const float v139 = v137 + v138;
            const uint v140 = (uint)b2[v136];
            b3[v136] = v139;
            b4[v136] = v139 * v134 * as_float(v140 << 16);
        }
    }
}
