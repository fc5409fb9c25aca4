// CUDA C++. Compile with --fmad=false: products and sums round one by one.

// Lets the next launch begin, then waits until those before have ended and are seen.
static __device__ __forceinline__ void take_turn()
{
#if __CUDA_ARCH__ >= 900
    asm volatile("griddepcontrol.launch_dependents;");
    asm volatile("griddepcontrol.wait;" ::: "memory");
#endif
}

// tessera kernel argmax_greedy entry ts_argmax_greedy wide 0 params i32:logits:32:151936,w32:val:32:149,w32:idx:32:149 sizes 1 threads 256 teams 1 count -1 shared 64 cost 65537
extern "C" __global__ void __launch_bounds__(256) ts_argmax_greedy(
    const float *b0, // logits
    float *b1, // val
    int *b2, // idx
    const int *s0) // valid
{
    __shared__ unsigned shared[16];
    take_turn();
    const int v1 = (int)blockIdx.x;
    const int v3 = s0[0];
    const int v10 = 0 < v3 ? (int)((unsigned)v3 - 1u) / 1024 + 1 : 0;
    const int v11 = (int)gridDim.x;
    const int v13 = (int)threadIdx.x;
    for (int v14 = v1; v14 < v10; v14 += v11) {
        const int v16 = v14 * 1024;
        const int v18 = min(v3, (int)((unsigned)v16 + 1024u));
        float v21 = -__int_as_float(0x7f800000);
        int v23 = 2147483647;
        for (int v24 = v16; v24 < v18; v24 += 256) {
            const int v25 = v24 + v13;
            const float v27 = v21;
            const bool v30 = 0 <= v25 && v25 < 151936;
            const float v32 = b0[v30 ? v25 : 0];
            const float v34 = v30 ? v32 : 0.0f;
            const int v37 = v23;
            const bool v41 = v25 < v18 && (v27 < v34 || (v34 == v27 && v25 < v37));
            v21 = v41 ? v34 : v27;
            v23 = v41 ? v25 : v37;
        }
        const float v47 = v21;
        const float v48 = fmaxf(-__int_as_float(0x7f800000), v47);
        const int v49 = v16 / 1024;
        const float v50 = __shfl_xor_sync(0xffffffffu, v48, 16);
        const float v51 = fmaxf(v48, v50);
        const float v52 = __shfl_xor_sync(0xffffffffu, v51, 8);
        const float v53 = fmaxf(v51, v52);
        const float v54 = __shfl_xor_sync(0xffffffffu, v53, 4);
        const float v55 = fmaxf(v53, v54);
        const float v56 = __shfl_xor_sync(0xffffffffu, v55, 2);
        const float v57 = fmaxf(v55, v56);
        const float v58 = __shfl_xor_sync(0xffffffffu, v57, 1);
        const float v60 = fmaxf(v57, v58);
        __syncthreads();
        const bool v63 = v13 % 32 == 0;
        if (v63) {
            shared[v13 / 32] = __float_as_uint(v60);
        }
        __syncthreads();
        const unsigned v70 = shared[0];
        const unsigned v72 = shared[1];
        const unsigned v76 = shared[2];
        const unsigned v80 = shared[3];
        const unsigned v84 = shared[4];
        const float v86 = fmaxf(fmaxf(fmaxf(fmaxf(__uint_as_float(v70), __uint_as_float(v72)), __uint_as_float(v76)), __uint_as_float(v80)), __uint_as_float(v84));
        const unsigned v88 = shared[5];
        const unsigned v92 = shared[6];
        const unsigned v96 = shared[7];
        const float v98 = fmaxf(fmaxf(fmaxf(v86, __uint_as_float(v88)), __uint_as_float(v92)), __uint_as_float(v96));
        const int v102 = min(2147483647, v47 == v98 ? v23 : 2147483647);
        const int v103 = __shfl_xor_sync(0xffffffffu, v102, 16);
        const int v104 = min(v102, v103);
        const int v105 = __shfl_xor_sync(0xffffffffu, v104, 8);
        const int v106 = min(v104, v105);
        const int v107 = __shfl_xor_sync(0xffffffffu, v106, 4);
        const int v108 = min(v106, v107);
        const int v109 = __shfl_xor_sync(0xffffffffu, v108, 2);
        const int v110 = min(v108, v109);
        const int v111 = __shfl_xor_sync(0xffffffffu, v110, 1);
        const int v112 = min(v110, v111);
        __syncthreads();
        if (v63) {
            shared[v13 / 32] = (unsigned)v112;
        }
        __syncthreads();
        const bool v120 = v13 == 0;
        const unsigned v121 = shared[0];
        const unsigned v123 = shared[1];
        const unsigned v126 = shared[2];
        const unsigned v129 = shared[3];
        const unsigned v132 = shared[4];
        const int v134 = min(min(min(min((int)v121, (int)v123), (int)v126), (int)v129), (int)v132);
        const unsigned v135 = shared[5];
        const unsigned v138 = shared[6];
        const unsigned v141 = shared[7];
        const int v143 = min(min(min(v134, (int)v135), (int)v138), (int)v141);
        if (v120) {
            if (0 <= v49 && v49 < 149) {
                b1[v49] = v98;
            }
        }
        if (v120) {
            if (0 <= v49 && v49 < 149) {
                b2[v49] = v143;
            }
        }
    }
}

// tessera kernel argmax_greedy__final entry ts_argmax_greedy__final wide 0 params i32:val:32:149,i32:idx:32:149,o32:token:32:1 sizes 1 threads 256 teams 1 count 1 shared 64 cost 1
extern "C" __global__ void __launch_bounds__(256) ts_argmax_greedy__final(
    const float *b0, // val
    const int *b1, // idx
    unsigned *b2, // token
    const int *s0) // valid
{
    __shared__ unsigned shared[16];
    take_turn();
    const int v1 = (int)blockIdx.x;
    const int v3 = (int)gridDim.x;
    const int v5 = (int)threadIdx.x;
    for (int v6 = v1; v6 < 1; v6 += v3) {
        const int v9 = s0[0];
        const int v14 = v9 / 1024 + min(v9 % 1024, 1);
        float v16 = -__int_as_float(0x7f800000);
        int v18 = 2147483647;
        for (int v19 = 0; v19 < v14; v19 += 256) {
            const int v20 = v19 + v5;
            const float v22 = v16;
            const bool v25 = 0 <= v20 && v20 < 149;
            const int v26 = v25 ? v20 : 0;
            const float v27 = b0[v26];
            const float v29 = v25 ? v27 : 0.0f;
            const int v32 = b1[v26];
            const int v33 = v25 ? v32 : 0;
            const int v34 = v18;
            const bool v38 = v20 < v14 && (v22 < v29 || (v29 == v22 && v33 < v34));
            v16 = v38 ? v29 : v22;
            v18 = v38 ? v33 : v34;
        }
        const float v44 = v16;
        const float v45 = fmaxf(-__int_as_float(0x7f800000), v44);
        const float v46 = __shfl_xor_sync(0xffffffffu, v45, 16);
        const float v47 = fmaxf(v45, v46);
        const float v48 = __shfl_xor_sync(0xffffffffu, v47, 8);
        const float v49 = fmaxf(v47, v48);
        const float v50 = __shfl_xor_sync(0xffffffffu, v49, 4);
        const float v51 = fmaxf(v49, v50);
        const float v52 = __shfl_xor_sync(0xffffffffu, v51, 2);
        const float v53 = fmaxf(v51, v52);
        const float v54 = __shfl_xor_sync(0xffffffffu, v53, 1);
        const float v56 = fmaxf(v53, v54);
        __syncthreads();
        const bool v59 = v5 % 32 == 0;
        if (v59) {
            shared[v5 / 32] = __float_as_uint(v56);
        }
        __syncthreads();
        const unsigned v66 = shared[0];
        const unsigned v68 = shared[1];
        const unsigned v72 = shared[2];
        const unsigned v76 = shared[3];
        const unsigned v80 = shared[4];
        const float v82 = fmaxf(fmaxf(fmaxf(fmaxf(__uint_as_float(v66), __uint_as_float(v68)), __uint_as_float(v72)), __uint_as_float(v76)), __uint_as_float(v80));
        const unsigned v84 = shared[5];
        const unsigned v88 = shared[6];
        const unsigned v92 = shared[7];
        const bool v95 = v44 == fmaxf(fmaxf(fmaxf(v82, __uint_as_float(v84)), __uint_as_float(v88)), __uint_as_float(v92));
        const int v98 = min(2147483647, v95 ? v18 : 2147483647);
        const int v99 = __shfl_xor_sync(0xffffffffu, v98, 16);
        const int v100 = min(v98, v99);
        const int v101 = __shfl_xor_sync(0xffffffffu, v100, 8);
        const int v102 = min(v100, v101);
        const int v103 = __shfl_xor_sync(0xffffffffu, v102, 4);
        const int v104 = min(v102, v103);
        const int v105 = __shfl_xor_sync(0xffffffffu, v104, 2);
        const int v106 = min(v104, v105);
        const int v107 = __shfl_xor_sync(0xffffffffu, v106, 1);
        const int v108 = min(v106, v107);
        __syncthreads();
        if (v59) {
            shared[v5 / 32] = (unsigned)v108;
        }
        __syncthreads();
        const unsigned v117 = shared[0];
        const unsigned v119 = shared[1];
        const unsigned v122 = shared[2];
        const unsigned v125 = shared[3];
        const unsigned v128 = shared[4];
        const int v130 = min(min(min(min((int)v117, (int)v119), (int)v122), (int)v125), (int)v128);
        const unsigned v131 = shared[5];
        const unsigned v134 = shared[6];
        const unsigned v137 = shared[7];
        const int v139 = min(min(min(v130, (int)v131), (int)v134), (int)v137);
        const unsigned v143 = (unsigned)max(v139 == 2147483647 ? 0 : v139, 0);
        if (v5 == 0) {
            b2[0] = v143;
        }
    }
}
