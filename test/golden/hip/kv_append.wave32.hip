// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel kv_append entry kv_append wide 0 params i32,i32,b16,b16 sizes 1 threads 128 teams 1 count 2 shared 0 cost 1025
extern "C" __global__ void __launch_bounds__(128) kv_append(
    const float *b0, // k
    const float *b1, // v
    unsigned short *b2, // kcache
    unsigned short *b3, // vcache
    const int *s0) // pos
{
    const int v5 = (int)threadIdx.x;
    const int v6 = (int)blockIdx.x;
    const int v7 = (int)gridDim.x;
    for (int v9 = v6; v9 < 2; v9 += v7) {
        const int v10 = s0[0];
        const int v23 = v9 * 128 + v5;
        const float v24 = b0[v23];
        const unsigned v25 = __float_as_uint(v24);
        const unsigned v39 = 0x7f800000u < (v25 & 0x7fffffffu) ? 0x7fc0u : (v25 + 0x7fffu + ((v25 >> 16) & 1u)) >> 16;
        const bool v42 = 0 <= v5 && v5 < (0 <= v10 && v10 < 4096 ? 128 : 0);
        const int v43 = (int)((unsigned)(v9 * 524288) + (unsigned)v10 * 128u + (unsigned)v5);
        if (v42) {
            b2[v43] = (unsigned short)v39;
        }
        const float v47 = b1[v23];
        const unsigned v48 = __float_as_uint(v47);
        const unsigned v56 = 0x7f800000u < (v48 & 0x7fffffffu) ? 0x7fc0u : (v48 + 0x7fffu + ((v48 >> 16) & 1u)) >> 16;
        if (v42) {
            b3[v43] = (unsigned short)v56;
        }
    }
}
