// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel embedding_lookup entry embedding_lookup wide 0 params i16,i32,o32 sizes 0 threads 256 teams 1 count 6 shared 0 cost 513
extern "C" __global__ void __launch_bounds__(256) embedding_lookup(
    const unsigned short *b0, // table
    const unsigned *b1, // token
    float *b2) // y
{
    const int v9 = (int)threadIdx.x;
    const int v10 = (int)blockIdx.x;
    const int v11 = (int)gridDim.x;
    for (int v12 = v10; v12 < 6; v12 += v11) {
        const unsigned v16 = b1[0];
        const int v19 = (int)min(v16, 0x7fffffffu);
        const int v25 = v12 * 256 + v9;
        const bool v28 = 0 <= v25 && v25 < (0 <= v19 && v19 < 151936 ? 1536 : 0);
        const unsigned v31 = (unsigned)b0[v28 ? (int)((unsigned)v19 * 1536u + (unsigned)v25) : 0];
        b2[v25] = __uint_as_float((v28 ? v31 : 0u) << 16);
    }
}
