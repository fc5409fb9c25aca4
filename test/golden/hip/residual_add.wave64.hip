// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel residual_add entry ts_residual_add wide 0 params i32:a:32:1536,i32:b:32:1536,o32:y:32:1536 sizes 0 threads 512 teams 1 count 3 shared 0 cost 4097
extern "C" __global__ void __launch_bounds__(512) ts_residual_add(
    const float *b0, // a
    const float *b1, // b
    float *b2) // y
{
    const int v1 = (int)blockIdx.x;
    const int v3 = (int)gridDim.x;
    const int v5 = (int)threadIdx.x;
    for (int v6 = v1; v6 < 3; v6 += v3) {
        const int v8 = v6 * 512 + v5;
        const float v9 = b0[v8];
        const float v10 = b1[v8];
        b2[v8] = v9 + v10;
    }
}
