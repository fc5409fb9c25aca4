// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel rms_norm_1536 entry rms_norm_1536 wide 0 params i32,i16,o32 sizes 0 threads 256 teams 1 count 1 shared 2048 cost 1
__kernel __attribute__((reqd_work_group_size(256, 1, 1))) void rms_norm_1536(
    __global const float *b0, // x
    __global const ushort *b1, // gamma
    __global float *b2, // y
    uint o0, // offset
    uint o1, // offset
    uint o2) // offset
{
    __local uint shared[512];
    b0 += o0;
    b1 += o1;
    b2 += o2;
    const int v2 = (int)get_local_id(0);
    const int v3 = (int)get_group_id(0);
    const int v4 = (int)get_num_groups(0);
    for (int v6 = v3; v6 < 1; v6 += v4) {
        float v10 = 0.0f;
        for (int v11 = 0; v11 < 1536; v11 += 256) {
            const float v13 = b0[v11 + v2];
            v10 = fma(v13, v13, v10);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v2] = as_uint(v10);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v2 < 128) {
            const uint v27 = shared[v2];
            const uint v29 = shared[v2 + 128];
            shared[v2] = as_uint(as_float(v27) + as_float(v29));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v2 < 64) {
            const uint v40 = shared[v2];
            const uint v42 = shared[v2 + 64];
            shared[v2] = as_uint(as_float(v40) + as_float(v42));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v2 < 32) {
            const uint v53 = shared[v2];
            const uint v55 = shared[v2 + 32];
            shared[v2] = as_uint(as_float(v53) + as_float(v55));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v2 < 16) {
            const uint v66 = shared[v2];
            const uint v68 = shared[v2 + 16];
            shared[v2] = as_uint(as_float(v66) + as_float(v68));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v2 < 8) {
            const uint v79 = shared[v2];
            const uint v81 = shared[v2 + 8];
            shared[v2] = as_uint(as_float(v79) + as_float(v81));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v2 < 4) {
            const uint v92 = shared[v2];
            const uint v94 = shared[v2 + 4];
            shared[v2] = as_uint(as_float(v92) + as_float(v94));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v2 < 2) {
            const uint v105 = shared[v2];
            const uint v107 = shared[v2 + 2];
            shared[v2] = as_uint(as_float(v105) + as_float(v107));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v2 < 1) {
            const uint v117 = shared[v2];
            const uint v119 = shared[v2 + 1];
            shared[v2] = as_uint(as_float(v117) + as_float(v119));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v126 = shared[0];
        const float v132 = rsqrt(as_float(v126) / 1536.0f + 1e-06f);
        for (int v133 = 0; v133 < 1536; v133 += 256) {
            const int v134 = v133 + v2;
            const float v135 = b0[v134];
            const uint v137 = (uint)b1[v134];
            b2[v134] = v135 * v132 * as_float(v137 << 16);
        }
    }
}
