// MUSA C++. Compile with -ffp-contract=off: products and sums round one by one.
#include <musa_fp16.h>
#include <musa_runtime.h>

// tessera kernel silu_mul_fused entry silu_mul_fused wide 0 params i32,i32,o32 sizes 0 threads 256 teams 1 count 35 shared 0 cost 2049
extern "C" __global__ void __launch_bounds__(256) silu_mul_fused(
    const float *b0, // g
    const float *b1, // u
    float *b2) // y
{
    const int v9 = (int)threadIdx.x;
    const int v10 = (int)blockIdx.x;
    const int v11 = (int)gridDim.x;
    for (int v12 = v10; v12 < 35; v12 += v11) {
        const int v14 = v12 * 256 + v9;
        const float v15 = b0[v14];
        const float v18 = expf(-fabsf(v15));
        const float v26 = b1[v14];
        const float v27 = v15 * ((v15 < 0.0f ? v18 : 1.0f) / (1.0f + v18)) * v26;
        b2[v14] = v27;
    }
}
