// MUSA C++. Compile with -ffp-contract=off: products and sums round one by one.
#include <musa_fp16.h>
#include <musa_runtime.h>

// tessera kernel argmax_greedy entry ts_argmax_greedy wide 0 params i32:logits:32:151936,w32:val:32:149,w32:idx:32:149 sizes 1 threads 256 teams 1 count -1 shared 64 cost 65537
extern "C" __global__ void __launch_bounds__(256) ts_argmax_greedy(
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
        float v21 = -__int_as_float(0x7f800000);
        int v23 = 2147483647;
        for (int v24 = v16; v24 < v18; v24 += 256) {
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
        const int v51 = __shfl_xor_sync(0xffffffffu, v49, 16);
        const int v52 = min(v49, v51);
        const int v53 = __shfl_xor_sync(0xffffffffu, v52, 8);
        const int v54 = min(v52, v53);
        const int v55 = __shfl_xor_sync(0xffffffffu, v54, 4);
        const int v56 = min(v54, v55);
        const int v57 = __shfl_xor_sync(0xffffffffu, v56, 2);
        const int v58 = min(v56, v57);
        const int v59 = __shfl_xor_sync(0xffffffffu, v58, 1);
        const int v61 = min(v58, v59);
        __syncthreads();
        const bool v64 = v13 % 32 == 0;
        if (v64) {
            shared[v13 / 32] = (unsigned)v61;
        }
        __syncthreads();
        const float v71 = fmaxf(-__int_as_float(0x7f800000), v45);
        const unsigned v78 = shared[0];
        const unsigned v80 = shared[1];
        const unsigned v83 = shared[2];
        const unsigned v86 = shared[3];
        const unsigned v89 = shared[4];
        const int v91 = min(min(min(min((int)v78, (int)v80), (int)v83), (int)v86), (int)v89);
        const unsigned v92 = shared[5];
        const unsigned v95 = shared[6];
        const unsigned v98 = shared[7];
        const int v100 = min(min(min(v91, (int)v92), (int)v95), (int)v98);
        const bool v101 = v100 != 2147483647;
        const float v102 = __shfl_xor_sync(0xffffffffu, v71, 16);
        const float v103 = fmaxf(v71, v102);
        const float v104 = __shfl_xor_sync(0xffffffffu, v103, 8);
        const float v105 = fmaxf(v103, v104);
        const float v106 = __shfl_xor_sync(0xffffffffu, v105, 4);
        const float v107 = fmaxf(v105, v106);
        const float v108 = __shfl_xor_sync(0xffffffffu, v107, 2);
        const float v109 = fmaxf(v107, v108);
        const float v110 = __shfl_xor_sync(0xffffffffu, v109, 1);
        const float v111 = fmaxf(v109, v110);
        __syncthreads();
        if (v64) {
            shared[v13 / 32] = __float_as_uint(v111);
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
        const int v144 = min(2147483647, v45 == v141 ? v47 : 2147483647);
        const float v146 = v101 ? __int_as_float(0x7fc00000) : v141;
        const int v147 = __shfl_xor_sync(0xffffffffu, v144, 16);
        const int v148 = min(v144, v147);
        const int v149 = __shfl_xor_sync(0xffffffffu, v148, 8);
        const int v150 = min(v148, v149);
        const int v151 = __shfl_xor_sync(0xffffffffu, v150, 4);
        const int v152 = min(v150, v151);
        const int v153 = __shfl_xor_sync(0xffffffffu, v152, 2);
        const int v154 = min(v152, v153);
        const int v155 = __shfl_xor_sync(0xffffffffu, v154, 1);
        const int v156 = min(v154, v155);
        __syncthreads();
        if (v64) {
            shared[v13 / 32] = (unsigned)v156;
        }
        __syncthreads();
        const bool v164 = v13 == 0;
        const unsigned v165 = shared[0];
        const unsigned v167 = shared[1];
        const unsigned v170 = shared[2];
        const unsigned v173 = shared[3];
        const unsigned v176 = shared[4];
        const int v178 = min(min(min(min((int)v165, (int)v167), (int)v170), (int)v173), (int)v176);
        const unsigned v179 = shared[5];
        const unsigned v182 = shared[6];
        const unsigned v185 = shared[7];
        const int v188 = v101 ? v100 : min(min(min(v178, (int)v179), (int)v182), (int)v185);
        if (v164) {
            if (0 <= v50 && v50 < 149) {
                b1[v50] = v146;
            }
        }
        if (v164) {
            if (0 <= v50 && v50 < 149) {
                b2[v50] = v188;
            }
        }
    }
}

// tessera kernel argmax_greedy__final entry ts_argmax_greedy__final wide 0 params i32:val:32:149,i32:idx:32:149,o32:token:32:1,o32:top:32:1 sizes 1 threads 256 teams 1 count 1 shared 64 cost 1
extern "C" __global__ void __launch_bounds__(256) ts_argmax_greedy__final(
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
        float v16 = -__int_as_float(0x7f800000);
        int v18 = 2147483647;
        for (int v19 = 0; v19 < v14; v19 += 256) {
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
        const int v47 = __shfl_xor_sync(0xffffffffu, v46, 16);
        const int v48 = min(v46, v47);
        const int v49 = __shfl_xor_sync(0xffffffffu, v48, 8);
        const int v50 = min(v48, v49);
        const int v51 = __shfl_xor_sync(0xffffffffu, v50, 4);
        const int v52 = min(v50, v51);
        const int v53 = __shfl_xor_sync(0xffffffffu, v52, 2);
        const int v54 = min(v52, v53);
        const int v55 = __shfl_xor_sync(0xffffffffu, v54, 1);
        const int v57 = min(v54, v55);
        __syncthreads();
        const bool v60 = v5 % 32 == 0;
        if (v60) {
            shared[v5 / 32] = (unsigned)v57;
        }
        __syncthreads();
        const float v67 = fmaxf(-__int_as_float(0x7f800000), v42);
        const unsigned v74 = shared[0];
        const unsigned v76 = shared[1];
        const unsigned v79 = shared[2];
        const unsigned v82 = shared[3];
        const unsigned v85 = shared[4];
        const int v87 = min(min(min(min((int)v74, (int)v76), (int)v79), (int)v82), (int)v85);
        const unsigned v88 = shared[5];
        const unsigned v91 = shared[6];
        const unsigned v94 = shared[7];
        const int v96 = min(min(min(v87, (int)v88), (int)v91), (int)v94);
        const bool v97 = v96 != 2147483647;
        const float v98 = __shfl_xor_sync(0xffffffffu, v67, 16);
        const float v99 = fmaxf(v67, v98);
        const float v100 = __shfl_xor_sync(0xffffffffu, v99, 8);
        const float v101 = fmaxf(v99, v100);
        const float v102 = __shfl_xor_sync(0xffffffffu, v101, 4);
        const float v103 = fmaxf(v101, v102);
        const float v104 = __shfl_xor_sync(0xffffffffu, v103, 2);
        const float v105 = fmaxf(v103, v104);
        const float v106 = __shfl_xor_sync(0xffffffffu, v105, 1);
        const float v107 = fmaxf(v105, v106);
        __syncthreads();
        if (v60) {
            shared[v5 / 32] = __float_as_uint(v107);
        }
        __syncthreads();
        const unsigned v115 = shared[0];
        const unsigned v117 = shared[1];
        const unsigned v120 = shared[2];
        const unsigned v123 = shared[3];
        const unsigned v126 = shared[4];
        const float v128 = fmaxf(fmaxf(fmaxf(fmaxf(__uint_as_float(v115), __uint_as_float(v117)), __uint_as_float(v120)), __uint_as_float(v123)), __uint_as_float(v126));
        const unsigned v129 = shared[5];
        const unsigned v132 = shared[6];
        const unsigned v135 = shared[7];
        const float v137 = fmaxf(fmaxf(fmaxf(v128, __uint_as_float(v129)), __uint_as_float(v132)), __uint_as_float(v135));
        const int v140 = min(2147483647, v42 == v137 ? v44 : 2147483647);
        const int v141 = __shfl_xor_sync(0xffffffffu, v140, 16);
        const int v142 = min(v140, v141);
        const int v143 = __shfl_xor_sync(0xffffffffu, v142, 8);
        const int v144 = min(v142, v143);
        const int v145 = __shfl_xor_sync(0xffffffffu, v144, 4);
        const int v146 = min(v144, v145);
        const int v147 = __shfl_xor_sync(0xffffffffu, v146, 2);
        const int v148 = min(v146, v147);
        const int v149 = __shfl_xor_sync(0xffffffffu, v148, 1);
        const int v150 = min(v148, v149);
        __syncthreads();
        if (v60) {
            shared[v5 / 32] = (unsigned)v150;
        }
        __syncthreads();
        const bool v158 = v5 == 0;
        const unsigned v159 = shared[0];
        const unsigned v161 = shared[1];
        const unsigned v164 = shared[2];
        const unsigned v167 = shared[3];
        const unsigned v170 = shared[4];
        const int v172 = min(min(min(min((int)v159, (int)v161), (int)v164), (int)v167), (int)v170);
        const unsigned v173 = shared[5];
        const unsigned v176 = shared[6];
        const unsigned v179 = shared[7];
        const int v182 = v97 ? v96 : min(min(min(v172, (int)v173), (int)v176), (int)v179);
        const unsigned v186 = (unsigned)max(v182 == 2147483647 ? 0 : v182, 0);
        const float v188 = v97 ? __int_as_float(0x7fc00000) : v137;
        if (v158) {
            b2[0] = v186;
        }
        if (v158) {
            b3[0] = v188;
        }
    }
}
