// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel rope_k_decode entry rope_k_decode wide 0 params b32,i32,i32 sizes 1 threads 64 teams 1 count 2 shared 0 cost 513
__kernel __attribute__((reqd_work_group_size(64, 1, 1))) void rope_k_decode(
    __global float *b0, // k
    __global const float *b1, // cos
    __global const float *b2, // sin
    __global const int *s0, // pos
    uint o0, // offset
    uint o1, // offset
    uint o2, // offset
    uint p0) // offset
{
    b0 += o0;
    b1 += o1;
    b2 += o2;
    s0 += p0;
    const int v5 = (int)get_local_id(0);
    const int v6 = (int)get_group_id(0);
    const int v7 = (int)get_num_groups(0);
    for (int v9 = v6; v9 < 2; v9 += v7) {
        const int v10 = s0[0];
        const int v15 = v9 * 128;
        const int v16 = v15 + v5;
        const float v17 = b0[v16];
        const bool v25 = 0 <= v5 && v5 < (0 <= v10 && v10 < 4096 ? 64 : 0);
        const int v27 = v25 ? (int)((uint)v10 * 64u + (uint)v5) : 0;
        const float v28 = b1[v27];
        const float v30 = v25 ? v28 : 0.0f;
        const int v32 = v15 + (v5 + 64);
        const float v33 = b0[v32];
        const float v34 = b2[v27];
        const float v35 = v25 ? v34 : 0.0f;
        b0[v16] = v17 * v30 - v33 * v35;
        b0[v32] = v33 * v30 + v17 * v35;
    }
}
