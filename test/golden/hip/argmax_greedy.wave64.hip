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
        const int v25 = min(v18, 2147483135);
        for (int v26 = v16; v26 < v25; v26 += 512) {
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
        const float v50 = fmaxf(-__builtin_inff(), v49);
        const int v51 = v16 / 1024;
        const float v52 = __shfl_xor(v50, 32);
        const float v53 = fmaxf(v50, v52);
        const float v54 = __shfl_xor(v53, 16);
        const float v55 = fmaxf(v53, v54);
        const float v56 = __shfl_xor(v55, 8);
        const float v57 = fmaxf(v55, v56);
        const float v58 = __shfl_xor(v57, 4);
        const float v59 = fmaxf(v57, v58);
        const float v60 = __shfl_xor(v59, 2);
        const float v61 = fmaxf(v59, v60);
        const float v62 = __shfl_xor(v61, 1);
        const float v64 = fmaxf(v61, v62);
        __syncthreads();
        const bool v67 = v13 % 64 == 0;
        if (v67) {
            shared[v13 / 64] = __float_as_uint(v64);
        }
        __syncthreads();
        const unsigned v74 = shared[0];
        const unsigned v76 = shared[1];
        const unsigned v80 = shared[2];
        const unsigned v84 = shared[3];
        const unsigned v88 = shared[4];
        const float v90 = fmaxf(fmaxf(fmaxf(fmaxf(__uint_as_float(v74), __uint_as_float(v76)), __uint_as_float(v80)), __uint_as_float(v84)), __uint_as_float(v88));
        const unsigned v92 = shared[5];
        const unsigned v96 = shared[6];
        const unsigned v100 = shared[7];
        const float v102 = fmaxf(fmaxf(fmaxf(v90, __uint_as_float(v92)), __uint_as_float(v96)), __uint_as_float(v100));
        const int v106 = min(2147483647, v49 == v102 ? v23 : 2147483647);
        const int v107 = __shfl_xor(v106, 32);
        const int v108 = min(v106, v107);
        const int v109 = __shfl_xor(v108, 16);
        const int v110 = min(v108, v109);
        const int v111 = __shfl_xor(v110, 8);
        const int v112 = min(v110, v111);
        const int v113 = __shfl_xor(v112, 4);
        const int v114 = min(v112, v113);
        const int v115 = __shfl_xor(v114, 2);
        const int v116 = min(v114, v115);
        const int v117 = __shfl_xor(v116, 1);
        const int v118 = min(v116, v117);
        __syncthreads();
        if (v67) {
            shared[v13 / 64] = (unsigned)v118;
        }
        __syncthreads();
        const bool v126 = v13 == 0;
        const unsigned v127 = shared[0];
        const unsigned v129 = shared[1];
        const unsigned v132 = shared[2];
        const unsigned v135 = shared[3];
        const unsigned v138 = shared[4];
        const int v140 = min(min(min(min((int)v127, (int)v129), (int)v132), (int)v135), (int)v138);
        const unsigned v141 = shared[5];
        const unsigned v144 = shared[6];
        const unsigned v147 = shared[7];
        const int v149 = min(min(min(v140, (int)v141), (int)v144), (int)v147);
        if (v126) {
            if (0 <= v51 && v51 < 149) {
                b1[v51] = v102;
            }
        }
        if (v126) {
            if (0 <= v51 && v51 < 149) {
                b2[v51] = v149;
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
        const int v20 = min(v14, 2147483135);
        for (int v21 = 0; v21 < v20; v21 += 512) {
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
        const float v47 = fmaxf(-__builtin_inff(), v46);
        const float v48 = __shfl_xor(v47, 32);
        const float v49 = fmaxf(v47, v48);
        const float v50 = __shfl_xor(v49, 16);
        const float v51 = fmaxf(v49, v50);
        const float v52 = __shfl_xor(v51, 8);
        const float v53 = fmaxf(v51, v52);
        const float v54 = __shfl_xor(v53, 4);
        const float v55 = fmaxf(v53, v54);
        const float v56 = __shfl_xor(v55, 2);
        const float v57 = fmaxf(v55, v56);
        const float v58 = __shfl_xor(v57, 1);
        const float v60 = fmaxf(v57, v58);
        __syncthreads();
        const bool v63 = v5 % 64 == 0;
        if (v63) {
            shared[v5 / 64] = __float_as_uint(v60);
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
        const bool v99 = v46 == fmaxf(fmaxf(fmaxf(v86, __uint_as_float(v88)), __uint_as_float(v92)), __uint_as_float(v96));
        const int v102 = min(2147483647, v99 ? v18 : 2147483647);
        const int v103 = __shfl_xor(v102, 32);
        const int v104 = min(v102, v103);
        const int v105 = __shfl_xor(v104, 16);
        const int v106 = min(v104, v105);
        const int v107 = __shfl_xor(v106, 8);
        const int v108 = min(v106, v107);
        const int v109 = __shfl_xor(v108, 4);
        const int v110 = min(v108, v109);
        const int v111 = __shfl_xor(v110, 2);
        const int v112 = min(v110, v111);
        const int v113 = __shfl_xor(v112, 1);
        const int v114 = min(v112, v113);
        __syncthreads();
        if (v63) {
            shared[v5 / 64] = (unsigned)v114;
        }
        __syncthreads();
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
        const unsigned v149 = (unsigned)max(v145 == 2147483647 ? 0 : v145, 0);
        if (v5 == 0) {
            b2[0] = v149;
        }
    }
}
