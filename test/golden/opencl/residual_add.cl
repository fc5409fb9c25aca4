// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel residual_add entry ts_residual_add wide 0 params i32:a:32:1536,i32:b:32:1536,o32:y:32:1536 sizes 0 threads 256 teams 1 count 6 shared 0 cost 2049
__kernel __attribute__((reqd_work_group_size(256, 1, 1))) void ts_residual_add(
    __global const float *b0, // a
    __global const float *b1, // b
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
    for (int v6 = v1; v6 < 6; v6 += v3) {
        const int v8 = v6 * 256 + v5;
        const float v9 = b0[v8];
        const float v10 = b1[v8];
        b2[v8] = v9 + v10;
    }
}
