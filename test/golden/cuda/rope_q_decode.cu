// CUDA C++. Compile with --fmad=false: products and sums round one by one.

// tessera kernel rope_q_decode entry rope_q_decode wide 0 params b32,i32,i32 sizes 1 threads 64 teams 1 count 12 shared 0 cost 513
extern "C" __global__ void __launch_bounds__(64) rope_q_decode(
    float *b0, // q
    const float *b1, // cos
    const float *b2, // sin
    const int *s0) // pos
{
    const int v6 = (int)threadIdx.x;
    const int v7 = (int)blockIdx.x;
    const int v8 = (int)gridDim.x;
    for (int v10 = v7; v10 < 12; v10 += v8) {
        const int v11 = s0[0];
        const int v16 = v10 * 128;
        const int v17 = v16 + v6;
        const float v18 = b0[v17];
        const bool v26 = 0 <= v6 && v6 < (0 <= v11 && v11 < 4096 ? 64 : 0);
        const int v28 = v26 ? (int)((unsigned)v11 * 64u + (unsigned)v6) : 0;
        const float v29 = b1[v28];
        const float v31 = v26 ? v29 : 0.0f;
        const int v33 = v16 + (v6 + 64);
        const float v34 = b0[v33];
        const float v35 = b2[v28];
        const float v36 = v26 ? v35 : 0.0f;
        b0[v17] = v18 * v31 - v34 * v36;
        b0[v33] = v34 * v31 + v18 * v36;
    }
}
