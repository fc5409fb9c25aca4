// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel silu_mul_fused entry ts_silu_mul_fused wide 0 params i32:g:32:8960,i32:u:32:8960,o32:y:32:8960 sizes 0 threads 512 teams 1 count 18 shared 0 cost 4097
extern "C" __global__ void __launch_bounds__(512) ts_silu_mul_fused(
    const float *b0, // g
    const float *b1, // u
    float *b2) // y
{
    const int v1 = (int)blockIdx.x;
    const int v3 = (int)gridDim.x;
    const int v6 = (int)threadIdx.x;
    for (int v8 = v1; v8 < 18; v8 += v3) {
        const int v10 = v8 * 512 + v6;
        const bool v13 = 0 <= v10 && v10 < 8960;
        const int v14 = v13 ? v10 : 0;
        const float v15 = b0[v14];
        const float v17 = v13 ? v15 : 0.0f;
        const float v21 = expf(-fabsf(v17));
        const float v27 = b1[v14];
        const float v29 = v17 * ((v17 < 0.0f ? v21 : 1.0f) / (1.0f + v21)) * (v13 ? v27 : 0.0f);
        if (v13) {
            b2[v10] = v29;
        }
    }
}
