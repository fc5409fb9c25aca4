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
        const int v25 = min(v18, 2147483391);
        for (int v26 = v16; v26 < v25; v26 += 256) {
            const int v27 = v26 + v13;
            const float v29 = v21;
            const bool v32 = 0 <= v27 && v27 < 151936;
            const float v34 = b0[v32 ? v27 : 0];
            const float v36 = v32 ? v34 : 0.0f;
            const int v39 = v23;
            const bool v43 = v27 < v18 && (v29 < v36 || (v36 == v29 && v27 < v39));
            v21 = v43 ? v36 : v29;
            v23 = v43 ? v27 : v39;
        }
        const float v49 = v21;
        const float v50 = fmaxf(-__int_as_float(0x7f800000), v49);
        const int v51 = v16 / 1024;
        const float v52 = __shfl_xor_sync(0xffffffffu, v50, 16);
        const float v53 = fmaxf(v50, v52);
        const float v54 = __shfl_xor_sync(0xffffffffu, v53, 8);
        const float v55 = fmaxf(v53, v54);
        const float v56 = __shfl_xor_sync(0xffffffffu, v55, 4);
        const float v57 = fmaxf(v55, v56);
        const float v58 = __shfl_xor_sync(0xffffffffu, v57, 2);
        const float v59 = fmaxf(v57, v58);
        const float v60 = __shfl_xor_sync(0xffffffffu, v59, 1);
        const float v62 = fmaxf(v59, v60);
        __syncthreads();
        const bool v65 = v13 % 32 == 0;
        if (v65) {
            shared[v13 / 32] = __float_as_uint(v62);
        }
        __syncthreads();
        const unsigned v72 = shared[0];
        const unsigned v74 = shared[1];
        const unsigned v78 = shared[2];
        const unsigned v82 = shared[3];
        const unsigned v86 = shared[4];
        const float v88 = fmaxf(fmaxf(fmaxf(fmaxf(__uint_as_float(v72), __uint_as_float(v74)), __uint_as_float(v78)), __uint_as_float(v82)), __uint_as_float(v86));
        const unsigned v90 = shared[5];
        const unsigned v94 = shared[6];
        const unsigned v98 = shared[7];
        const float v100 = fmaxf(fmaxf(fmaxf(v88, __uint_as_float(v90)), __uint_as_float(v94)), __uint_as_float(v98));
        const int v104 = min(2147483647, v49 == v100 ? v23 : 2147483647);
        const int v105 = __shfl_xor_sync(0xffffffffu, v104, 16);
        const int v106 = min(v104, v105);
        const int v107 = __shfl_xor_sync(0xffffffffu, v106, 8);
        const int v108 = min(v106, v107);
        const int v109 = __shfl_xor_sync(0xffffffffu, v108, 4);
        const int v110 = min(v108, v109);
        const int v111 = __shfl_xor_sync(0xffffffffu, v110, 2);
        const int v112 = min(v110, v111);
        const int v113 = __shfl_xor_sync(0xffffffffu, v112, 1);
        const int v114 = min(v112, v113);
        __syncthreads();
        if (v65) {
            shared[v13 / 32] = (unsigned)v114;
        }
        __syncthreads();
        const bool v122 = v13 == 0;
        const unsigned v123 = shared[0];
        const unsigned v125 = shared[1];
        const unsigned v128 = shared[2];
        const unsigned v131 = shared[3];
        const unsigned v134 = shared[4];
        const int v136 = min(min(min(min((int)v123, (int)v125), (int)v128), (int)v131), (int)v134);
        const unsigned v137 = shared[5];
        const unsigned v140 = shared[6];
        const unsigned v143 = shared[7];
        const int v145 = min(min(min(v136, (int)v137), (int)v140), (int)v143);
        if (v122) {
            if (0 <= v51 && v51 < 149) {
                b1[v51] = v100;
            }
        }
        if (v122) {
            if (0 <= v51 && v51 < 149) {
                b2[v51] = v145;
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
        const int v20 = min(v14, 2147483391);
        for (int v21 = 0; v21 < v20; v21 += 256) {
            const int v22 = v21 + v5;
            const float v24 = v16;
            const bool v27 = 0 <= v22 && v22 < 149;
            const int v28 = v27 ? v22 : 0;
            const float v29 = b0[v28];
            const float v31 = v27 ? v29 : 0.0f;
            const int v34 = b1[v28];
            const int v35 = v27 ? v34 : 0;
            const int v36 = v18;
            const bool v40 = v22 < v14 && (v24 < v31 || (v31 == v24 && v35 < v36));
            v16 = v40 ? v31 : v24;
            v18 = v40 ? v35 : v36;
        }
        const float v46 = v16;
        const float v47 = fmaxf(-__int_as_float(0x7f800000), v46);
        const float v48 = __shfl_xor_sync(0xffffffffu, v47, 16);
        const float v49 = fmaxf(v47, v48);
        const float v50 = __shfl_xor_sync(0xffffffffu, v49, 8);
        const float v51 = fmaxf(v49, v50);
        const float v52 = __shfl_xor_sync(0xffffffffu, v51, 4);
        const float v53 = fmaxf(v51, v52);
        const float v54 = __shfl_xor_sync(0xffffffffu, v53, 2);
        const float v55 = fmaxf(v53, v54);
        const float v56 = __shfl_xor_sync(0xffffffffu, v55, 1);
        const float v58 = fmaxf(v55, v56);
        __syncthreads();
        const bool v61 = v5 % 32 == 0;
        if (v61) {
            shared[v5 / 32] = __float_as_uint(v58);
        }
        __syncthreads();
        const unsigned v68 = shared[0];
        const unsigned v70 = shared[1];
        const unsigned v74 = shared[2];
        const unsigned v78 = shared[3];
        const unsigned v82 = shared[4];
        const float v84 = fmaxf(fmaxf(fmaxf(fmaxf(__uint_as_float(v68), __uint_as_float(v70)), __uint_as_float(v74)), __uint_as_float(v78)), __uint_as_float(v82));
        const unsigned v86 = shared[5];
        const unsigned v90 = shared[6];
        const unsigned v94 = shared[7];
        const bool v97 = v46 == fmaxf(fmaxf(fmaxf(v84, __uint_as_float(v86)), __uint_as_float(v90)), __uint_as_float(v94));
        const int v100 = min(2147483647, v97 ? v18 : 2147483647);
        const int v101 = __shfl_xor_sync(0xffffffffu, v100, 16);
        const int v102 = min(v100, v101);
        const int v103 = __shfl_xor_sync(0xffffffffu, v102, 8);
        const int v104 = min(v102, v103);
        const int v105 = __shfl_xor_sync(0xffffffffu, v104, 4);
        const int v106 = min(v104, v105);
        const int v107 = __shfl_xor_sync(0xffffffffu, v106, 2);
        const int v108 = min(v106, v107);
        const int v109 = __shfl_xor_sync(0xffffffffu, v108, 1);
        const int v110 = min(v108, v109);
        __syncthreads();
        if (v61) {
            shared[v5 / 32] = (unsigned)v110;
        }
        __syncthreads();
        const unsigned v119 = shared[0];
        const unsigned v121 = shared[1];
        const unsigned v124 = shared[2];
        const unsigned v127 = shared[3];
        const unsigned v130 = shared[4];
        const int v132 = min(min(min(min((int)v119, (int)v121), (int)v124), (int)v127), (int)v130);
        const unsigned v133 = shared[5];
        const unsigned v136 = shared[6];
        const unsigned v139 = shared[7];
        const int v141 = min(min(min(v132, (int)v133), (int)v136), (int)v139);
        const unsigned v145 = (unsigned)max(v141 == 2147483647 ? 0 : v141, 0);
        if (v5 == 0) {
            b2[0] = v145;
        }
    }
}
