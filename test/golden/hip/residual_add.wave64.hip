// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel residual_add entry residual_add wide 0 params i32,i32,o32 sizes 0 threads 512 teams 1 count 3 shared 0 cost 4097
extern "C" __global__ void __launch_bounds__(512) residual_add(
    const float *b0, // a
    const float *b1, // b
    float *b2) // y
{
    const int v9 = (int)threadIdx.x;
    const int v10 = (int)blockIdx.x;
    const int v11 = (int)gridDim.x;
    for (int v12 = v10; v12 < 3; v12 += v11) {
        const int v14 = v12 * 512 + v9;
        const float v15 = b0[v14];
        const float v16 = b1[v14];
        b2[v14] = v15 + v16;
    }
}
