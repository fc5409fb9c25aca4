// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel residual_add entry residual_add wide 0 params i32,i32,o32 sizes 0 threads 256 teams 1 count 6 shared 0 cost 2049
__kernel __attribute__((reqd_work_group_size(256, 1, 1))) void residual_add(
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
    const int v9 = (int)get_local_id(0);
    const int v10 = (int)get_group_id(0);
    const int v11 = (int)get_num_groups(0);
    for (int v12 = v10; v12 < 6; v12 += v11) {
        const int v14 = v12 * 256 + v9;
        const float v15 = b0[v14];
        const float v16 = b1[v14];
        b2[v14] = v15 + v16;
    }
}
