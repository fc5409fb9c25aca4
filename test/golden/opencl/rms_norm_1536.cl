// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel=rms_norm_1536 entry=ts_rms_norm_1536 params=i32:x:1536,i16:gamma:1536,o32:y:1536 sizes=0 cost=1 wide=0 threads=256 teams=1 count=1 shared=2048
__kernel __attribute__((reqd_work_group_size(256, 1, 1))) void ts_rms_norm_1536(
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
    const int v1 = (int)get_group_id(0);
    const int v3 = (int)get_num_groups(0);
    const int v5 = (int)get_local_id(0);
    for (int v6 = v1; v6 < 1; v6 += v3) {
        float v10 = 0.0f;
        for (int v11 = 0; v11 < 1536; v11 += 256) {
            const float v13 = b0[v11 + v5];
            v10 = fma(v13, v13, v10);
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v5] = as_uint(v10);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 128) {
            const uint v26 = shared[v5];
            const uint v29 = shared[v5 + 128];
            shared[v5] = as_uint(as_float(v26) + as_float(v29));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 64) {
            const uint v39 = shared[v5];
            const uint v42 = shared[v5 + 64];
            shared[v5] = as_uint(as_float(v39) + as_float(v42));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 32) {
            const uint v52 = shared[v5];
            const uint v55 = shared[v5 + 32];
            shared[v5] = as_uint(as_float(v52) + as_float(v55));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 16) {
            const uint v65 = shared[v5];
            const uint v68 = shared[v5 + 16];
            shared[v5] = as_uint(as_float(v65) + as_float(v68));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 8) {
            const uint v78 = shared[v5];
            const uint v81 = shared[v5 + 8];
            shared[v5] = as_uint(as_float(v78) + as_float(v81));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 4) {
            const uint v91 = shared[v5];
            const uint v94 = shared[v5 + 4];
            shared[v5] = as_uint(as_float(v91) + as_float(v94));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 2) {
            const uint v104 = shared[v5];
            const uint v107 = shared[v5 + 2];
            shared[v5] = as_uint(as_float(v104) + as_float(v107));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v5 < 1) {
            const uint v116 = shared[v5];
            const uint v119 = shared[v5 + 1];
            shared[v5] = as_uint(as_float(v116) + as_float(v119));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v126 = shared[0];
        const float v132 = rsqrt(as_float(v126) / 1536.0f + 1e-06f);
        for (int v133 = 0; v133 < 1536; v133 += 256) {
            const int v134 = v133 + v5;
            const float v135 = b0[v134];
            const uint v137 = (uint)b1[v134];
            b2[v134] = v135 * v132 * as_float(v137 << 16);
        }
    }
}
