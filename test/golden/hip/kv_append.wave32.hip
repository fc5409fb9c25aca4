// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel kv_append entry ts_kv_append wide 0 params i32:k:32:2*128,i32:v:32:2*128,b16:kcache:16:2*4096*128,b16:vcache:16:2*4096*128 sizes 1 threads 128 teams 1 count 2 shared 0 cost 1025
extern "C" __global__ void __launch_bounds__(128) ts_kv_append(
    const float *b0, // k
    const float *b1, // v
    unsigned short *b2, // kcache
    unsigned short *b3, // vcache
    const int *s0) // pos
{
    const int v1 = (int)blockIdx.x;
    const int v3 = (int)gridDim.x;
    const int v5 = (int)threadIdx.x;
    for (int v7 = v1; v7 < 2; v7 += v3) {
        const int v9 = s0[0];
        const bool v16 = 0 <= v5 && v5 < (0 <= v9 && v9 < 4096 ? 128 : 0);
        const int v21 = (int)((unsigned)(v7 * 524288) + (unsigned)v9 * 128u + (unsigned)v5);
        const int v24 = v7 * 128 + v5;
        const float v25 = b0[v24];
        const unsigned v26 = __float_as_uint(v25);
        const unsigned v39 = 0x7f800000u < (v26 & 0x7fffffffu) ? 0x7fc0u : (v26 + 0x7fffu + ((v26 >> 16) & 1u)) >> 16;
        const float v47 = ((int)(v39 << 16) & 2147483647) < 2139095040 ? v25 : __builtin_nanf("");
        const unsigned v48 = __float_as_uint(v47);
        const unsigned v56 = 0x7f800000u < (v48 & 0x7fffffffu) ? 0x7fc0u : (v48 + 0x7fffu + ((v48 >> 16) & 1u)) >> 16;
        if (v16) {
            b2[v21] = (unsigned short)v56;
        }
        const float v60 = b1[v24];
        const unsigned v61 = __float_as_uint(v60);
        const unsigned v69 = 0x7f800000u < (v61 & 0x7fffffffu) ? 0x7fc0u : (v61 + 0x7fffu + ((v61 >> 16) & 1u)) >> 16;
        const float v74 = ((int)(v69 << 16) & 2147483647) < 2139095040 ? v60 : __builtin_nanf("");
        const unsigned v75 = __float_as_uint(v74);
        const unsigned v83 = 0x7f800000u < (v75 & 0x7fffffffu) ? 0x7fc0u : (v75 + 0x7fffu + ((v75 >> 16) & 1u)) >> 16;
        if (v16) {
            b3[v21] = (unsigned short)v83;
        }
    }
}
