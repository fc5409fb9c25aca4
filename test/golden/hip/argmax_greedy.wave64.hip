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
            const bool v29 = 0 <= v25 && v25 < 151936;
            const float v31 = b0[v29 ? v25 : 0];
            const float v33 = v29 ? v31 : 0.0f;
            const float v34 = v21;
            const bool v38 = v18 <= v25 || (v33 <= v34 || v34 != v34);
            v21 = v38 ? v34 : v33;
            v23 = v38 ? v23 : v25;
        }
        const float v45 = v21;
        const int v47 = v23;
        const int v49 = min(2147483647, v45 != v45 ? v47 : 2147483647);
        const int v50 = v16 / 1024;
        const int v51 = __shfl_xor(v49, 32);
        const int v52 = min(v49, v51);
        const int v53 = __shfl_xor(v52, 16);
        const int v54 = min(v52, v53);
        const int v55 = __shfl_xor(v54, 8);
        const int v56 = min(v54, v55);
        const int v57 = __shfl_xor(v56, 4);
        const int v58 = min(v56, v57);
        const int v59 = __shfl_xor(v58, 2);
        const int v60 = min(v58, v59);
        const int v61 = __shfl_xor(v60, 1);
        const int v63 = min(v60, v61);
        __syncthreads();
        const bool v66 = v13 % 64 == 0;
        if (v66) {
            shared[v13 / 64] = (unsigned)v63;
        }
        __syncthreads();
        const float v73 = fmaxf(-__builtin_inff(), v45);
        const unsigned v80 = shared[0];
        const unsigned v82 = shared[1];
        const unsigned v85 = shared[2];
        const unsigned v88 = shared[3];
        const unsigned v91 = shared[4];
        const int v93 = min(min(min(min((int)v80, (int)v82), (int)v85), (int)v88), (int)v91);
        const unsigned v94 = shared[5];
        const unsigned v97 = shared[6];
        const unsigned v100 = shared[7];
        const int v102 = min(min(min(v93, (int)v94), (int)v97), (int)v100);
        const bool v103 = v102 != 2147483647;
        const float v104 = __shfl_xor(v73, 32);
        const float v105 = fmaxf(v73, v104);
        const float v106 = __shfl_xor(v105, 16);
        const float v107 = fmaxf(v105, v106);
        const float v108 = __shfl_xor(v107, 8);
        const float v109 = fmaxf(v107, v108);
        const float v110 = __shfl_xor(v109, 4);
        const float v111 = fmaxf(v109, v110);
        const float v112 = __shfl_xor(v111, 2);
        const float v113 = fmaxf(v111, v112);
        const float v114 = __shfl_xor(v113, 1);
        const float v115 = fmaxf(v113, v114);
        __syncthreads();
        if (v66) {
            shared[v13 / 64] = __float_as_uint(v115);
        }
        __syncthreads();
        const unsigned v123 = shared[0];
        const unsigned v125 = shared[1];
        const unsigned v128 = shared[2];
        const unsigned v131 = shared[3];
        const unsigned v134 = shared[4];
        const float v136 = fmaxf(fmaxf(fmaxf(fmaxf(__uint_as_float(v123), __uint_as_float(v125)), __uint_as_float(v128)), __uint_as_float(v131)), __uint_as_float(v134));
        const unsigned v137 = shared[5];
        const unsigned v140 = shared[6];
        const unsigned v143 = shared[7];
        const float v145 = fmaxf(fmaxf(fmaxf(v136, __uint_as_float(v137)), __uint_as_float(v140)), __uint_as_float(v143));
        const int v148 = min(2147483647, v45 == v145 ? v47 : 2147483647);
        const float v150 = v103 ? __builtin_nanf("") : v145;
        const int v151 = __shfl_xor(v148, 32);
        const int v152 = min(v148, v151);
        const int v153 = __shfl_xor(v152, 16);
        const int v154 = min(v152, v153);
        const int v155 = __shfl_xor(v154, 8);
        const int v156 = min(v154, v155);
        const int v157 = __shfl_xor(v156, 4);
        const int v158 = min(v156, v157);
        const int v159 = __shfl_xor(v158, 2);
        const int v160 = min(v158, v159);
        const int v161 = __shfl_xor(v160, 1);
        const int v162 = min(v160, v161);
        __syncthreads();
        if (v66) {
            shared[v13 / 64] = (unsigned)v162;
        }
        __syncthreads();
        const bool v170 = v13 == 0;
        const unsigned v171 = shared[0];
        const unsigned v173 = shared[1];
        const unsigned v176 = shared[2];
        const unsigned v179 = shared[3];
        const unsigned v182 = shared[4];
        const int v184 = min(min(min(min((int)v171, (int)v173), (int)v176), (int)v179), (int)v182);
        const unsigned v185 = shared[5];
        const unsigned v188 = shared[6];
        const unsigned v191 = shared[7];
        const int v194 = v103 ? v102 : min(min(min(v184, (int)v185), (int)v188), (int)v191);
        if (v170) {
            if (0 <= v50 && v50 < 149) {
                b1[v50] = v150;
            }
        }
        if (v170) {
            if (0 <= v50 && v50 < 149) {
                b2[v50] = v194;
            }
        }
    }
}

// tessera kernel argmax_greedy__final entry ts_argmax_greedy__final wide 0 params i32:val:32:149,i32:idx:32:149,o32:token:32:1,o32:top:32:1 sizes 1 threads 512 teams 1 count 1 shared 64 cost 1
extern "C" __global__ void __launch_bounds__(512) ts_argmax_greedy__final(
    const float *b0, // val
    const int *b1, // idx
    unsigned *b2, // token
    float *b3, // top
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
            const bool v24 = 0 <= v20 && v20 < 149;
            const int v25 = v24 ? v20 : 0;
            const float v26 = b0[v25];
            const float v28 = v24 ? v26 : 0.0f;
            const float v29 = v16;
            const bool v33 = v14 <= v20 || (v28 <= v29 || v29 != v29);
            v16 = v33 ? v29 : v28;
            const int v37 = b1[v25];
            v18 = v33 ? v18 : (v24 ? v37 : 0);
        }
        const float v42 = v16;
        const int v44 = v18;
        const int v46 = min(2147483647, v42 != v42 ? v44 : 2147483647);
        const int v47 = __shfl_xor(v46, 32);
        const int v48 = min(v46, v47);
        const int v49 = __shfl_xor(v48, 16);
        const int v50 = min(v48, v49);
        const int v51 = __shfl_xor(v50, 8);
        const int v52 = min(v50, v51);
        const int v53 = __shfl_xor(v52, 4);
        const int v54 = min(v52, v53);
        const int v55 = __shfl_xor(v54, 2);
        const int v56 = min(v54, v55);
        const int v57 = __shfl_xor(v56, 1);
        const int v59 = min(v56, v57);
        __syncthreads();
        const bool v62 = v5 % 64 == 0;
        if (v62) {
            shared[v5 / 64] = (unsigned)v59;
        }
        __syncthreads();
        const float v69 = fmaxf(-__builtin_inff(), v42);
        const unsigned v76 = shared[0];
        const unsigned v78 = shared[1];
        const unsigned v81 = shared[2];
        const unsigned v84 = shared[3];
        const unsigned v87 = shared[4];
        const int v89 = min(min(min(min((int)v76, (int)v78), (int)v81), (int)v84), (int)v87);
        const unsigned v90 = shared[5];
        const unsigned v93 = shared[6];
        const unsigned v96 = shared[7];
        const int v98 = min(min(min(v89, (int)v90), (int)v93), (int)v96);
        const bool v99 = v98 != 2147483647;
        const float v100 = __shfl_xor(v69, 32);
        const float v101 = fmaxf(v69, v100);
        const float v102 = __shfl_xor(v101, 16);
        const float v103 = fmaxf(v101, v102);
        const float v104 = __shfl_xor(v103, 8);
        const float v105 = fmaxf(v103, v104);
        const float v106 = __shfl_xor(v105, 4);
        const float v107 = fmaxf(v105, v106);
        const float v108 = __shfl_xor(v107, 2);
        const float v109 = fmaxf(v107, v108);
        const float v110 = __shfl_xor(v109, 1);
        const float v111 = fmaxf(v109, v110);
        __syncthreads();
        if (v62) {
            shared[v5 / 64] = __float_as_uint(v111);
        }
        __syncthreads();
        const unsigned v119 = shared[0];
        const unsigned v121 = shared[1];
        const unsigned v124 = shared[2];
        const unsigned v127 = shared[3];
        const unsigned v130 = shared[4];
        const float v132 = fmaxf(fmaxf(fmaxf(fmaxf(__uint_as_float(v119), __uint_as_float(v121)), __uint_as_float(v124)), __uint_as_float(v127)), __uint_as_float(v130));
        const unsigned v133 = shared[5];
        const unsigned v136 = shared[6];
        const unsigned v139 = shared[7];
        const float v141 = fmaxf(fmaxf(fmaxf(v132, __uint_as_float(v133)), __uint_as_float(v136)), __uint_as_float(v139));
        const int v144 = min(2147483647, v42 == v141 ? v44 : 2147483647);
        const int v145 = __shfl_xor(v144, 32);
        const int v146 = min(v144, v145);
        const int v147 = __shfl_xor(v146, 16);
        const int v148 = min(v146, v147);
        const int v149 = __shfl_xor(v148, 8);
        const int v150 = min(v148, v149);
        const int v151 = __shfl_xor(v150, 4);
        const int v152 = min(v150, v151);
        const int v153 = __shfl_xor(v152, 2);
        const int v154 = min(v152, v153);
        const int v155 = __shfl_xor(v154, 1);
        const int v156 = min(v154, v155);
        __syncthreads();
        if (v62) {
            shared[v5 / 64] = (unsigned)v156;
        }
        __syncthreads();
        const bool v164 = v5 == 0;
        const unsigned v165 = shared[0];
        const unsigned v167 = shared[1];
        const unsigned v170 = shared[2];
        const unsigned v173 = shared[3];
        const unsigned v176 = shared[4];
        const int v178 = min(min(min(min((int)v165, (int)v167), (int)v170), (int)v173), (int)v176);
        const unsigned v179 = shared[5];
        const unsigned v182 = shared[6];
        const unsigned v185 = shared[7];
        const int v188 = v99 ? v98 : min(min(min(v178, (int)v179), (int)v182), (int)v185);
        const unsigned v192 = (unsigned)max(v188 == 2147483647 ? 0 : v188, 0);
        const float v194 = v99 ? __builtin_nanf("") : v141;
        if (v164) {
            b2[0] = v192;
        }
        if (v164) {
            b3[0] = v194;
        }
    }
}
