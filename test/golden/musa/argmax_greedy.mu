// MUSA C++. Compile with -ffp-contract=off: products and sums round one by one.
#include <musa_fp16.h>
#include <musa_runtime.h>

// tessera kernel argmax_greedy entry ts_argmax_greedy wide 0 params i32,w32,w32 sizes 1 threads 256 teams 1 count -1 shared 64 cost 65537
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
        const int v25 = min(v18, 2147483391);
        for (int v26 = v16; v26 < v25; v26 += 256) {
            const int v27 = v26 + v13;
            const bool v31 = 0 <= v27 && v27 < 151936;
            const float v33 = b0[v31 ? v27 : 0];
            const float v35 = v31 ? v33 : 0.0f;
            const float v36 = v21;
            const bool v40 = v18 <= v27 || (v35 <= v36 || v36 != v36);
            v21 = v40 ? v36 : v35;
            v23 = v40 ? v23 : v27;
        }
        const float v47 = v21;
        const int v49 = v23;
        const int v51 = min(2147483647, v47 != v47 ? v49 : 2147483647);
        const int v52 = v16 / 1024;
        const int v53 = __shfl_xor_sync(0xffffffffu, v51, 16);
        const int v54 = min(v51, v53);
        const int v55 = __shfl_xor_sync(0xffffffffu, v54, 8);
        const int v56 = min(v54, v55);
        const int v57 = __shfl_xor_sync(0xffffffffu, v56, 4);
        const int v58 = min(v56, v57);
        const int v59 = __shfl_xor_sync(0xffffffffu, v58, 2);
        const int v60 = min(v58, v59);
        const int v61 = __shfl_xor_sync(0xffffffffu, v60, 1);
        const int v63 = min(v60, v61);
        __syncthreads();
        const bool v66 = v13 % 32 == 0;
        if (v66) {
            shared[v13 / 32] = (unsigned)v63;
        }
        __syncthreads();
        const float v73 = fmaxf(-__int_as_float(0x7f800000), v47);
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
        const float v104 = __shfl_xor_sync(0xffffffffu, v73, 16);
        const float v105 = fmaxf(v73, v104);
        const float v106 = __shfl_xor_sync(0xffffffffu, v105, 8);
        const float v107 = fmaxf(v105, v106);
        const float v108 = __shfl_xor_sync(0xffffffffu, v107, 4);
        const float v109 = fmaxf(v107, v108);
        const float v110 = __shfl_xor_sync(0xffffffffu, v109, 2);
        const float v111 = fmaxf(v109, v110);
        const float v112 = __shfl_xor_sync(0xffffffffu, v111, 1);
        const float v113 = fmaxf(v111, v112);
        __syncthreads();
        if (v66) {
            shared[v13 / 32] = __float_as_uint(v113);
        }
        __syncthreads();
        const unsigned v121 = shared[0];
        const unsigned v123 = shared[1];
        const unsigned v126 = shared[2];
        const unsigned v129 = shared[3];
        const unsigned v132 = shared[4];
        const float v134 = fmaxf(fmaxf(fmaxf(fmaxf(__uint_as_float(v121), __uint_as_float(v123)), __uint_as_float(v126)), __uint_as_float(v129)), __uint_as_float(v132));
        const unsigned v135 = shared[5];
        const unsigned v138 = shared[6];
        const unsigned v141 = shared[7];
        const float v143 = fmaxf(fmaxf(fmaxf(v134, __uint_as_float(v135)), __uint_as_float(v138)), __uint_as_float(v141));
        const int v146 = min(2147483647, v47 == v143 ? v49 : 2147483647);
        const float v148 = v103 ? __int_as_float(0x7fc00000) : v143;
        const int v149 = __shfl_xor_sync(0xffffffffu, v146, 16);
        const int v150 = min(v146, v149);
        const int v151 = __shfl_xor_sync(0xffffffffu, v150, 8);
        const int v152 = min(v150, v151);
        const int v153 = __shfl_xor_sync(0xffffffffu, v152, 4);
        const int v154 = min(v152, v153);
        const int v155 = __shfl_xor_sync(0xffffffffu, v154, 2);
        const int v156 = min(v154, v155);
        const int v157 = __shfl_xor_sync(0xffffffffu, v156, 1);
        const int v158 = min(v156, v157);
        __syncthreads();
        if (v66) {
            shared[v13 / 32] = (unsigned)v158;
        }
        __syncthreads();
        const bool v166 = v13 == 0;
        const unsigned v167 = shared[0];
        const unsigned v169 = shared[1];
        const unsigned v172 = shared[2];
        const unsigned v175 = shared[3];
        const unsigned v178 = shared[4];
        const int v180 = min(min(min(min((int)v167, (int)v169), (int)v172), (int)v175), (int)v178);
        const unsigned v181 = shared[5];
        const unsigned v184 = shared[6];
        const unsigned v187 = shared[7];
        const int v190 = v103 ? v102 : min(min(min(v180, (int)v181), (int)v184), (int)v187);
        if (v166) {
            if (0 <= v52 && v52 < 149) {
                b1[v52] = v148;
            }
        }
        if (v166) {
            if (0 <= v52 && v52 < 149) {
                b2[v52] = v190;
            }
        }
    }
}

// tessera kernel argmax_greedy__final entry ts_argmax_greedy__final wide 0 params i32,i32,o32,o32 sizes 1 threads 256 teams 1 count 1 shared 64 cost 1
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
        const int v20 = min(v14, 2147483391);
        for (int v21 = 0; v21 < v20; v21 += 256) {
            const int v22 = v21 + v5;
            const bool v26 = 0 <= v22 && v22 < 149;
            const int v27 = v26 ? v22 : 0;
            const float v28 = b0[v27];
            const float v30 = v26 ? v28 : 0.0f;
            const float v31 = v16;
            const bool v35 = v14 <= v22 || (v30 <= v31 || v31 != v31);
            v16 = v35 ? v31 : v30;
            const int v39 = b1[v27];
            v18 = v35 ? v18 : (v26 ? v39 : 0);
        }
        const float v44 = v16;
        const int v46 = v18;
        const int v48 = min(2147483647, v44 != v44 ? v46 : 2147483647);
        const int v49 = __shfl_xor_sync(0xffffffffu, v48, 16);
        const int v50 = min(v48, v49);
        const int v51 = __shfl_xor_sync(0xffffffffu, v50, 8);
        const int v52 = min(v50, v51);
        const int v53 = __shfl_xor_sync(0xffffffffu, v52, 4);
        const int v54 = min(v52, v53);
        const int v55 = __shfl_xor_sync(0xffffffffu, v54, 2);
        const int v56 = min(v54, v55);
        const int v57 = __shfl_xor_sync(0xffffffffu, v56, 1);
        const int v59 = min(v56, v57);
        __syncthreads();
        const bool v62 = v5 % 32 == 0;
        if (v62) {
            shared[v5 / 32] = (unsigned)v59;
        }
        __syncthreads();
        const float v69 = fmaxf(-__int_as_float(0x7f800000), v44);
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
        const float v100 = __shfl_xor_sync(0xffffffffu, v69, 16);
        const float v101 = fmaxf(v69, v100);
        const float v102 = __shfl_xor_sync(0xffffffffu, v101, 8);
        const float v103 = fmaxf(v101, v102);
        const float v104 = __shfl_xor_sync(0xffffffffu, v103, 4);
        const float v105 = fmaxf(v103, v104);
        const float v106 = __shfl_xor_sync(0xffffffffu, v105, 2);
        const float v107 = fmaxf(v105, v106);
        const float v108 = __shfl_xor_sync(0xffffffffu, v107, 1);
        const float v109 = fmaxf(v107, v108);
        __syncthreads();
        if (v62) {
            shared[v5 / 32] = __float_as_uint(v109);
        }
        __syncthreads();
        const unsigned v117 = shared[0];
        const unsigned v119 = shared[1];
        const unsigned v122 = shared[2];
        const unsigned v125 = shared[3];
        const unsigned v128 = shared[4];
        const float v130 = fmaxf(fmaxf(fmaxf(fmaxf(__uint_as_float(v117), __uint_as_float(v119)), __uint_as_float(v122)), __uint_as_float(v125)), __uint_as_float(v128));
        const unsigned v131 = shared[5];
        const unsigned v134 = shared[6];
        const unsigned v137 = shared[7];
        const float v139 = fmaxf(fmaxf(fmaxf(v130, __uint_as_float(v131)), __uint_as_float(v134)), __uint_as_float(v137));
        const int v142 = min(2147483647, v44 == v139 ? v46 : 2147483647);
        const int v143 = __shfl_xor_sync(0xffffffffu, v142, 16);
        const int v144 = min(v142, v143);
        const int v145 = __shfl_xor_sync(0xffffffffu, v144, 8);
        const int v146 = min(v144, v145);
        const int v147 = __shfl_xor_sync(0xffffffffu, v146, 4);
        const int v148 = min(v146, v147);
        const int v149 = __shfl_xor_sync(0xffffffffu, v148, 2);
        const int v150 = min(v148, v149);
        const int v151 = __shfl_xor_sync(0xffffffffu, v150, 1);
        const int v152 = min(v150, v151);
        __syncthreads();
        if (v62) {
            shared[v5 / 32] = (unsigned)v152;
        }
        __syncthreads();
        const bool v160 = v5 == 0;
        const unsigned v161 = shared[0];
        const unsigned v163 = shared[1];
        const unsigned v166 = shared[2];
        const unsigned v169 = shared[3];
        const unsigned v172 = shared[4];
        const int v174 = min(min(min(min((int)v161, (int)v163), (int)v166), (int)v169), (int)v172);
        const unsigned v175 = shared[5];
        const unsigned v178 = shared[6];
        const unsigned v181 = shared[7];
        const int v184 = v99 ? v98 : min(min(min(v174, (int)v175), (int)v178), (int)v181);
        const unsigned v188 = (unsigned)max(v184 == 2147483647 ? 0 : v184, 0);
        const float v190 = v99 ? __int_as_float(0x7fc00000) : v139;
        if (v160) {
            b2[0] = v188;
        }
        if (v160) {
            b3[0] = v190;
        }
    }
}
