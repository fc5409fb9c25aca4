// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel kv_append entry kv_append wide 0 params i32,i32,b16,b16 sizes 1 threads 128 teams 1 count 2 shared 0 cost 1025
__kernel __attribute__((reqd_work_group_size(128, 1, 1))) void kv_append(
    __global const float *b0, // k
    __global const float *b1, // v
    __global ushort *b2, // kcache
    __global ushort *b3, // vcache
    __global const int *s0, // pos
    uint o0, // offset
    uint o1, // offset
    uint o2, // offset
    uint o3, // offset
    uint p0) // offset
{
    b0 += o0;
    b1 += o1;
    b2 += o2;
    b3 += o3;
    s0 += p0;
    const int v5 = (int)get_local_id(0);
    const int v6 = (int)get_group_id(0);
    const int v7 = (int)get_num_groups(0);
    for (int v9 = v6; v9 < 2; v9 += v7) {
        const int v10 = s0[0];
        const int v23 = v9 * 128 + v5;
        const float v24 = b0[v23];
        const uint v25 = as_uint(v24);
        const uint v39 = 0x7f800000u < (v25 & 0x7fffffffu) ? 0x7fc0u : (v25 + 0x7fffu + ((v25 >> 16) & 1u)) >> 16;
        const bool v42 = 0 <= v5 && v5 < (0 <= v10 && v10 < 4096 ? 128 : 0);
        const int v43 = (int)((uint)(v9 * 524288) + (uint)v10 * 128u + (uint)v5);
        if (v42) {
            b2[v43] = (ushort)v39;
        }
        const float v47 = b1[v23];
        const uint v48 = as_uint(v47);
        const uint v56 = 0x7f800000u < (v48 & 0x7fffffffu) ? 0x7fc0u : (v48 + 0x7fffu + ((v48 >> 16) & 1u)) >> 16;
        if (v42) {
            b3[v43] = (ushort)v56;
        }
    }
}
