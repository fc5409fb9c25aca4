// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel embedding_lookup entry embedding_lookup wide 0 params i16,i32,o32 sizes 0 threads 256 teams 1 count 6 shared 0 cost 513
__kernel __attribute__((reqd_work_group_size(256, 1, 1))) void embedding_lookup(
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
    const int v9 = (int)get_local_id(0);
    const int v10 = (int)get_group_id(0);
    const int v11 = (int)get_num_groups(0);
    for (int v12 = v10; v12 < 6; v12 += v11) {
        const uint v16 = b1[0];
        const int v19 = (int)min(v16, 0x7fffffffu);
        const int v25 = v12 * 256 + v9;
        const bool v28 = 0 <= v25 && v25 < (0 <= v19 && v19 < 151936 ? 1536 : 0);
        const uint v31 = (uint)b0[v28 ? (int)((uint)v19 * 1536u + (uint)v25) : 0];
        b2[v25] = as_float((v28 ? v31 : 0u) << 16);
    }
}
