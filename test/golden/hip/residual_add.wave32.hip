// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel residual_add entry ts_residual_add wide 0 params i32:a:32:1536,i32:b:32:1536,o32:y:32:1536 sizes 0 threads 256 teams 1 count 6 shared 0 cost 2049
extern "C" __global__ void __launch_bounds__(256) ts_residual_add(
    const float *b0, // a
    const float *b1, // b
    float *b2) // y
{
    const int v1 = (int)blockIdx.x;
    const int v3 = (int)gridDim.x;
    const int v5 = (int)threadIdx.x;
    for (int v6 = v1; v6 < 6; v6 += v3) {
        const int v8 = v6 * 256 + v5;
        const float v9 = b0[v8];
        const float v10 = b1[v8];
        b2[v8] = v9 + v10;
    }
}
