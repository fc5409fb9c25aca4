// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel kv_append entry ts_kv_append wide 0 params i32:k:32:2*128,i32:v:32:2*128,b16:kcache:16:2*4096*128,b16:vcache:16:2*4096*128 sizes 1 threads 128 teams 1 count 2 shared 0 cost 1025
__kernel __attribute__((reqd_work_group_size(128, 1, 1))) void ts_kv_append(
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
    const int v1 = (int)get_group_id(0);
    const int v3 = (int)get_num_groups(0);
    const int v5 = (int)get_local_id(0);
    for (int v7 = v1; v7 < 2; v7 += v3) {
        const int v9 = s0[0];
        const bool v16 = 0 <= v5 && v5 < (0 <= v9 && v9 < 4096 ? 128 : 0);
        const int v21 = (int)((uint)(v7 * 524288) + (uint)v9 * 128u + (uint)v5);
        const int v24 = v7 * 128 + v5;
        const float v25 = b0[v24];
        const uint v26 = as_uint(v25);
        const uint v39 = 0x7f800000u < (v26 & 0x7fffffffu) ? 0x7fc0u : (v26 + 0x7fffu + ((v26 >> 16) & 1u)) >> 16;
        const float v47 = ((int)(v39 << 16) & 2147483647) < 2139095040 ? v25 : NAN;
        const uint v48 = as_uint(v47);
        const uint v56 = 0x7f800000u < (v48 & 0x7fffffffu) ? 0x7fc0u : (v48 + 0x7fffu + ((v48 >> 16) & 1u)) >> 16;
        if (v16) {
            b2[v21] = (ushort)v56;
        }
        const float v60 = b1[v24];
        const uint v61 = as_uint(v60);
        const uint v69 = 0x7f800000u < (v61 & 0x7fffffffu) ? 0x7fc0u : (v61 + 0x7fffu + ((v61 >> 16) & 1u)) >> 16;
        const float v74 = ((int)(v69 << 16) & 2147483647) < 2139095040 ? v60 : NAN;
        const uint v75 = as_uint(v74);
        const uint v83 = 0x7f800000u < (v75 & 0x7fffffffu) ? 0x7fc0u : (v75 + 0x7fffu + ((v75 >> 16) & 1u)) >> 16;
        if (v16) {
            b3[v21] = (ushort)v83;
        }
    }
}
