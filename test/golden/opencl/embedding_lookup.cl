// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel=embedding_lookup entry=ts_embedding_lookup params=i16:table:151936*1536,i32:token:1,o32:y:1536 sizes=0 cost=513 wide=0 threads=256 teams=1 count=6 shared=0
__kernel __attribute__((reqd_work_group_size(256, 1, 1))) void ts_embedding_lookup(
    __global const ushort *b0, // table
    __global const uint *b1, // token
    __global float *b2, // y
    uint o0, // offset
    uint o1, // offset
    uint o2) // offset
{
    b0 += o0;
    b1 += o1;
    b2 += o2;
    const int v1 = (int)get_group_id(0);
    const int v3 = (int)get_num_groups(0);
    const int v5 = (int)get_local_id(0);
    for (int v8 = v1; v8 < 6; v8 += v3) {
        const int v10 = v8 * 256 + v5;
        const uint v12 = b1[0];
        const int v15 = (int)min(v12, 0x7fffffffu);
        const bool v22 = 0 <= v10 && v10 < (0 <= v15 && v15 < 151936 ? 1536 : 0);
        const uint v26 = (uint)b0[v22 ? (int)((uint)v15 * 1536u + (uint)v10) : 0];
        b2[v10] = as_float((v22 ? v26 : 0u) << 16);
    }
}
