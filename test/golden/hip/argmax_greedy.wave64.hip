// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel argmax_greedy entry argmax_greedy wide 0 params i32,w32,w32 sizes 1 threads 512 teams 1 count -1 shared 64 cost 131073
extern "C" __global__ void __launch_bounds__(512) argmax_greedy(
    const float *b0, // logits
    float *b1, // val
    int *b2, // idx
    const int *s0) // valid
{
    __shared__ unsigned shared[16];
    const int v2 = s0[0];
    const int v9 = 0 < v2 ? (int)((unsigned)v2 - 1u) / 1024 + 1 : 0;
    const int v10 = (int)threadIdx.x;
    const int v11 = (int)blockIdx.x;
    const int v12 = (int)gridDim.x;
    for (int v14 = v11; v14 < v9; v14 += v12) {
        const int v15 = v14 * 1024;
        const int v19 = min(v2, (int)((unsigned)v15 + 1024u));
        float v21 = -__builtin_inff();
        int v23 = 2147483647;
        #pragma unroll 4
        for (int v24 = v15; v24 < v19; v24 += 512) {
            const int v25 = (int)((unsigned)v24 + (unsigned)v10);
            const float v26 = v21;
            const bool v29 = 0 <= v25 && v25 < 151936;
            const float v31 = b0[v29 ? v25 : 0];
            const float v33 = v29 ? v31 : 0.0f;
            const int v34 = v23;
            const bool v41 = v25 < v19 && (v26 < v33 || (v33 == v26 && v25 < v34));
            v21 = v41 ? v33 : v26;
            v23 = v41 ? v25 : v34;
        }
        const int v47 = v15 / 1024;
        const float v48 = v21;
        const float v49 = fmaxf(-__builtin_inff(), v48);
        const float v50 = __shfl_xor(v49, 32);
        const float v51 = fmaxf(v49, v50);
        const float v52 = __shfl_xor(v51, 16);
        const float v53 = fmaxf(v51, v52);
        const float v54 = __shfl_xor(v53, 8);
        const float v55 = fmaxf(v53, v54);
        const float v56 = __shfl_xor(v55, 4);
        const float v57 = fmaxf(v55, v56);
        const float v58 = __shfl_xor(v57, 2);
        const float v59 = fmaxf(v57, v58);
        const float v60 = __shfl_xor(v59, 1);
        const float v61 = fmaxf(v59, v60);
        __syncthreads();
        const bool v65 = v10 % 64 == 0;
        if (v65) {
            shared[v10 / 64] = __float_as_uint(v61);
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
        const int v104 = min(2147483647, v48 == v100 ? v23 : 2147483647);
        const int v105 = __shfl_xor(v104, 32);
        const int v106 = min(v104, v105);
        const int v107 = __shfl_xor(v106, 16);
        const int v108 = min(v106, v107);
        const int v109 = __shfl_xor(v108, 8);
        const int v110 = min(v108, v109);
        const int v111 = __shfl_xor(v110, 4);
        const int v112 = min(v110, v111);
        const int v113 = __shfl_xor(v112, 2);
        const int v114 = min(v112, v113);
        const int v115 = __shfl_xor(v114, 1);
        const int v116 = min(v114, v115);
        __syncthreads();
        if (v65) {
            shared[v10 / 64] = (unsigned)v116;
        }
        __syncthreads();
        const unsigned v124 = shared[0];
        const unsigned v126 = shared[1];
        const unsigned v129 = shared[2];
        const unsigned v132 = shared[3];
        const unsigned v135 = shared[4];
        const int v137 = min(min(min(min((int)v124, (int)v126), (int)v129), (int)v132), (int)v135);
        const unsigned v138 = shared[5];
        const unsigned v141 = shared[6];
        const unsigned v144 = shared[7];
        const int v146 = min(min(min(v137, (int)v138), (int)v141), (int)v144);
        const bool v147 = v10 == 0;
        if (v147) {
            if (0 <= v47 && v47 < 149) {
                b1[v47] = v100;
            }
        }
        if (v147) {
            if (0 <= v47 && v47 < 149) {
                b2[v47] = v146;
            }
        }
    }
}

// tessera kernel argmax_greedy__final entry argmax_greedy__final wide 0 params i32,i32,o32 sizes 1 threads 512 teams 1 count 1 shared 64 cost 1
extern "C" __global__ void __launch_bounds__(512) argmax_greedy__final(
    const float *b0, // val
    const int *b1, // idx
    unsigned *b2, // token
    const int *s0) // valid
{
    __shared__ unsigned shared[16];
    const int v2 = (int)threadIdx.x;
    const int v3 = (int)blockIdx.x;
    const int v4 = (int)gridDim.x;
    for (int v6 = v3; v6 < 1; v6 += v4) {
        const int v7 = s0[0];
        const int v14 = v7 / 1024 + min(v7 % 1024, 1);
        float v16 = -__builtin_inff();
        int v18 = 2147483647;
        for (int v19 = 0; v19 < v14; v19 += 512) {
            const float v20 = v16;
            const int v21 = v19 + v2;
            const bool v24 = 0 <= v21 && v21 < 149;
            const int v25 = v24 ? v21 : 0;
            const float v26 = b0[v25];
            const float v28 = v24 ? v26 : 0.0f;
            const int v29 = b1[v25];
            const int v30 = v24 ? v29 : 0;
            const int v31 = v18;
            const bool v38 = v21 < v14 && (v20 < v28 || (v28 == v20 && v30 < v31));
            v16 = v38 ? v28 : v20;
            v18 = v38 ? v30 : v31;
        }
        const float v44 = v16;
        const float v45 = fmaxf(-__builtin_inff(), v44);
        const float v46 = __shfl_xor(v45, 32);
        const float v47 = fmaxf(v45, v46);
        const float v48 = __shfl_xor(v47, 16);
        const float v49 = fmaxf(v47, v48);
        const float v50 = __shfl_xor(v49, 8);
        const float v51 = fmaxf(v49, v50);
        const float v52 = __shfl_xor(v51, 4);
        const float v53 = fmaxf(v51, v52);
        const float v54 = __shfl_xor(v53, 2);
        const float v55 = fmaxf(v53, v54);
        const float v56 = __shfl_xor(v55, 1);
        const float v57 = fmaxf(v55, v56);
        __syncthreads();
        const bool v61 = v2 % 64 == 0;
        if (v61) {
            shared[v2 / 64] = __float_as_uint(v57);
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
        const bool v97 = v44 == fmaxf(fmaxf(fmaxf(v84, __uint_as_float(v86)), __uint_as_float(v90)), __uint_as_float(v94));
        const int v100 = min(2147483647, v97 ? v18 : 2147483647);
        const int v101 = __shfl_xor(v100, 32);
        const int v102 = min(v100, v101);
        const int v103 = __shfl_xor(v102, 16);
        const int v104 = min(v102, v103);
        const int v105 = __shfl_xor(v104, 8);
        const int v106 = min(v104, v105);
        const int v107 = __shfl_xor(v106, 4);
        const int v108 = min(v106, v107);
        const int v109 = __shfl_xor(v108, 2);
        const int v110 = min(v108, v109);
        const int v111 = __shfl_xor(v110, 1);
        const int v112 = min(v110, v111);
        __syncthreads();
        if (v61) {
            shared[v2 / 64] = (unsigned)v112;
        }
        __syncthreads();
        const unsigned v120 = shared[0];
        const unsigned v122 = shared[1];
        const unsigned v125 = shared[2];
        const unsigned v128 = shared[3];
        const unsigned v131 = shared[4];
        const int v133 = min(min(min(min((int)v120, (int)v122), (int)v125), (int)v128), (int)v131);
        const unsigned v134 = shared[5];
        const unsigned v137 = shared[6];
        const unsigned v140 = shared[7];
        const int v142 = min(min(min(v133, (int)v134), (int)v137), (int)v140);
        const unsigned v146 = (unsigned)max(v142 == 2147483647 ? 0 : v142, 0);
        if (v2 == 0) {
            b2[0] = v146;
        }
    }
}
