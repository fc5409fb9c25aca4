// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel rope_k_decode entry rope_k_decode wide 0 params b32,i32,i32 sizes 1 threads 64 teams 1 count 2 shared 0 cost 513
extern "C" __global__ void __launch_bounds__(64) rope_k_decode(
    float *b0, // k
    const float *b1, // cos
    const float *b2, // sin
    const int *s0) // pos
{
    const int v5 = (int)threadIdx.x;
    const int v6 = (int)blockIdx.x;
    const int v7 = (int)gridDim.x;
    for (int v9 = v6; v9 < 2; v9 += v7) {
        const int v10 = s0[0];
        const int v15 = v9 * 128;
        const int v16 = v15 + v5;
        const float v17 = b0[v16];
        const bool v25 = 0 <= v5 && v5 < (0 <= v10 && v10 < 4096 ? 64 : 0);
        const int v27 = v25 ? (int)((unsigned)v10 * 64u + (unsigned)v5) : 0;
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
