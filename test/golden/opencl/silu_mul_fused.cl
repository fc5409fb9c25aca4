// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel silu_mul_fused entry ts_silu_mul_fused wide 0 params i32:g:32:8960,i32:u:32:8960,o32:y:32:8960 sizes 0 threads 256 teams 1 count 35 shared 0 cost 2049
__kernel __attribute__((reqd_work_group_size(256, 1, 1))) void ts_silu_mul_fused(
    __global const float *b0, // g
    __global const float *b1, // u
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
    for (int v6 = v1; v6 < 35; v6 += v3) {
        const int v8 = v6 * 256 + v5;
        const float v9 = b0[v8];
        const float v14 = exp(-fabs(v9));
        const float v20 = b1[v8];
        const float v21 = v9 * ((v9 < 0.0f ? v14 : 1.0f) / (1.0f + v14)) * v20;
        b2[v8] = v21;
    }
}
