// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel=embedding_lookup entry=ts_embedding_lookup params=i16:table:151936*1536,i32:token:1,o32:y:1536 sizes=0 cost=1025 wide=0 threads=512 teams=1 count=3 shared=0
extern "C" __global__ void __launch_bounds__(512) ts_embedding_lookup(
    const unsigned short *b0, // table
    const unsigned *b1, // token
    float *b2) // y
{
    const int v1 = (int)blockIdx.x;
    const int v3 = (int)gridDim.x;
    const int v5 = (int)threadIdx.x;
    for (int v8 = v1; v8 < 3; v8 += v3) {
        const int v10 = v8 * 512 + v5;
        const unsigned v12 = b1[0];
        const int v15 = (int)min(v12, 0x7fffffffu);
        const bool v22 = 0 <= v10 && v10 < (0 <= v15 && v15 < 151936 ? 1536 : 0);
        const unsigned v26 = (unsigned)b0[v22 ? (int)((unsigned)v15 * 1536u + (unsigned)v10) : 0];
        b2[v10] = __uint_as_float((v22 ? v26 : 0u) << 16);
    }
}
