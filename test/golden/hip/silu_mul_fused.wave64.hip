// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel silu_mul_fused entry silu_mul_fused wide 0 params i32,i32,o32 sizes 0 threads 512 teams 1 count 18 shared 0 cost 4097
extern "C" __global__ void __launch_bounds__(512) silu_mul_fused(
    const float *b0, // g
    const float *b1, // u
    float *b2) // y
{
    const int v9 = (int)threadIdx.x;
    const int v10 = (int)blockIdx.x;
    const int v11 = (int)gridDim.x;
    for (int v12 = v10; v12 < 18; v12 += v11) {
        const int v14 = v12 * 512 + v9;
        const bool v17 = 0 <= v14 && v14 < 8960;
        const int v18 = v17 ? v14 : 0;
        const float v19 = b0[v18];
        const float v21 = v17 ? v19 : 0.0f;
        const float v24 = expf(-fabsf(v21));
        const float v31 = b1[v18];
        const float v33 = v21 * ((v21 < 0.0f ? v24 : 1.0f) / (1.0f + v24)) * (v17 ? v31 : 0.0f);
        if (v17) {
            b2[v14] = v33;
        }
    }
}
