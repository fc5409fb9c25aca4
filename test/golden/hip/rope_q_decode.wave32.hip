// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel rope_q_decode entry ts_rope_q_decode wide 0 params b32:q:32:12*128,i32:cos:32:4096*64,i32:sin:32:4096*64 sizes 1 threads 64 teams 1 count 12 shared 0 cost 513
extern "C" __global__ void __launch_bounds__(64) ts_rope_q_decode(
    float *b0, // q
    const float *b1, // cos
    const float *b2, // sin
    const int *s0) // pos
{
    const int v1 = (int)blockIdx.x;
    const int v3 = (int)gridDim.x;
    const int v4 = (int)threadIdx.x;
    for (int v7 = v1; v7 < 12; v7 += v3) {
        const int v9 = v7 * 128;
        const int v10 = v9 + v4;
        const float v11 = b0[v10];
        const int v13 = s0[0];
        const bool v20 = 0 <= v4 && v4 < (0 <= v13 && v13 < 4096 ? 64 : 0);
        const int v23 = v20 ? (int)((unsigned)v13 * 64u + (unsigned)v4) : 0;
        const float v24 = b1[v23];
        const float v26 = v20 ? v24 : 0.0f;
        const int v29 = v9 + (v4 + 64);
        const float v30 = b0[v29];
        const float v31 = b2[v23];
        const float v32 = v20 ? v31 : 0.0f;
        b0[v10] = v11 * v26 - v30 * v32;
        b0[v29] = v30 * v26 + v11 * v32;
    }
}
