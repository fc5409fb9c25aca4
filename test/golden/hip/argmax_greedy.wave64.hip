// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel argmax_greedy entry ts_argmax_greedy wide 0 params i32:logits:32:151936,w32:val:32:149,w32:idx:32:149 sizes 1 threads 512 teams 1 count -1 shared 64 cost 131073
extern "C" __global__ void __launch_bounds__(512) ts_argmax_greedy(
    const float *b0, // logits
    float *b1, // val
    int *b2, // idx
    const int *s0) // valid
{
    __shared__ unsigned shared[16];
    const int v1 = (int)blockIdx.x;
    const int v3 = s0[0];
    const int v10 = 0 < v3 ? (int)((unsigned)v3 - 1u) / 1024 + 1 : 0;
    const int v11 = (int)gridDim.x;
    const int v13 = (int)threadIdx.x;
    for (int v14 = v1; v14 < v10; v14 += v11) {
        const int v16 = v14 * 1024;
        const int v18 = min(v3, (int)((unsigned)v16 + 1024u));
        float v21 = -__builtin_inff();
        int v23 = 2147483647;
        for (int v24 = v16; v24 < v18; v24 += 512) {
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
        const float v48 = fmaxf(-__builtin_inff(), v47);
        const int v49 = v16 / 1024;
        const float v50 = __shfl_xor(v48, 32);
        const float v51 = fmaxf(v48, v50);
        const float v52 = __shfl_xor(v51, 16);
        const float v53 = fmaxf(v51, v52);
        const float v54 = __shfl_xor(v53, 8);
        const float v55 = fmaxf(v53, v54);
        const float v56 = __shfl_xor(v55, 4);
        const float v57 = fmaxf(v55, v56);
        const float v58 = __shfl_xor(v57, 2);
        const float v59 = fmaxf(v57, v58);
        const float v60 = __shfl_xor(v59, 1);
        const float v62 = fmaxf(v59, v60);
        __syncthreads();
        const bool v65 = v13 % 64 == 0;
        if (v65) {
            shared[v13 / 64] = __float_as_uint(v62);
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
        const int v104 = min(2147483647, v47 == v100 ? v23 : 2147483647);
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
            shared[v13 / 64] = (unsigned)v116;
        }
        __syncthreads();
        const bool v124 = v13 == 0;
        const unsigned v125 = shared[0];
        const unsigned v127 = shared[1];
        const unsigned v130 = shared[2];
        const unsigned v133 = shared[3];
        const unsigned v136 = shared[4];
        const int v138 = min(min(min(min((int)v125, (int)v127), (int)v130), (int)v133), (int)v136);
        const unsigned v139 = shared[5];
        const unsigned v142 = shared[6];
        const unsigned v145 = shared[7];
        const int v147 = min(min(min(v138, (int)v139), (int)v142), (int)v145);
        if (v124) {
            if (0 <= v49 && v49 < 149) {
                b1[v49] = v100;
            }
        }
        if (v124) {
            if (0 <= v49 && v49 < 149) {
                b2[v49] = v147;
            }
        }
    }
}

// tessera kernel argmax_greedy__final entry ts_argmax_greedy__final wide 0 params i32:val:32:149,i32:idx:32:149,o32:token:32:1 sizes 1 threads 512 teams 1 count 1 shared 64 cost 1
extern "C" __global__ void __launch_bounds__(512) ts_argmax_greedy__final(
    const float *b0, // val
    const int *b1, // idx
    unsigned *b2, // token
    const int *s0) // valid
{
    __shared__ unsigned shared[16];
    const int v1 = (int)blockIdx.x;
    const int v3 = (int)gridDim.x;
    const int v5 = (int)threadIdx.x;
    for (int v6 = v1; v6 < 1; v6 += v3) {
        const int v9 = s0[0];
        const int v14 = v9 / 1024 + min(v9 % 1024, 1);
        float v16 = -__builtin_inff();
        int v18 = 2147483647;
        for (int v19 = 0; v19 < v14; v19 += 512) {
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
        const float v58 = fmaxf(v55, v56);
        __syncthreads();
        const bool v61 = v5 % 64 == 0;
        if (v61) {
            shared[v5 / 64] = __float_as_uint(v58);
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
            shared[v5 / 64] = (unsigned)v112;
        }
        __syncthreads();
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
        const unsigned v147 = (unsigned)max(v143 == 2147483647 ? 0 : v143, 0);
        if (v5 == 0) {
            b2[0] = v147;
        }
    }
}
