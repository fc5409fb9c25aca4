// CUDA C++. Compile with --fmad=false: products and sums round one by one.

// tessera kernel residual_add entry residual_add wide 0 params i32,i32,o32 sizes 0 threads 256 teams 1 count 6 shared 0 cost 2049
extern "C" __global__ void __launch_bounds__(256) residual_add(
    const float *b0, // a
    const float *b1, // b
    float *b2) // y
{
    const int v9 = (int)threadIdx.x;
    const int v10 = (int)blockIdx.x;
    const int v11 = (int)gridDim.x;
    for (int v12 = v10; v12 < 6; v12 += v11) {
        const int v14 = v12 * 256 + v9;
        const float v15 = b0[v14];
        const float v16 = b1[v14];
        b2[v14] = v15 + v16;
    }
}
