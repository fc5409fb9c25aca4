// CUDA C++. Compile with --fmad=false: products and sums round one by one.

// Lets the next launch begin, then waits until those before have ended and are seen.
static __device__ __forceinline__ void take_turn()
{
#if __CUDA_ARCH__ >= 900
    asm volatile("griddepcontrol.launch_dependents;");
    asm volatile("griddepcontrol.wait;" ::: "memory");
#endif
}

// tessera kernel=embedding_lookup entry=ts_embedding_lookup params=i16:table:151936*1536,i32:token:1,o32:y:1536 sizes=0 cost=513 wide=0 threads=256 teams=1 count=6 shared=0
extern "C" __global__ void __launch_bounds__(256) ts_embedding_lookup(
    const unsigned short *b0, // table
    const unsigned *b1, // token
    float *b2) // y
{
    take_turn();
    const int v1 = (int)blockIdx.x;
    const int v3 = (int)gridDim.x;
    const int v5 = (int)threadIdx.x;
    for (int v8 = v1; v8 < 6; v8 += v3) {
        const int v10 = v8 * 256 + v5;
        const unsigned v12 = b1[0];
        const int v15 = (int)min(v12, 0x7fffffffu);
        const bool v22 = 0 <= v10 && v10 < (0 <= v15 && v15 < 151936 ? 1536 : 0);
        const unsigned v26 = (unsigned)b0[v22 ? (int)((unsigned)v15 * 1536u + (unsigned)v10) : 0];
        b2[v10] = __uint_as_float((v22 ? v26 : 0u) << 16);
    }
}
