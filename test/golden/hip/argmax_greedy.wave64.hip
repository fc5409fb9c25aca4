// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel argmax_greedy entry ts_argmax_greedy wide 0 params i32,w32,w32 sizes 1 threads 512 teams 1 count -1 shared 64 cost 131073
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
        const int v53 = __shfl_xor(v51, 32);
        const int v54 = min(v51, v53);
        const int v55 = __shfl_xor(v54, 16);
        const int v56 = min(v54, v55);
        const int v57 = __shfl_xor(v56, 8);
        const int v58 = min(v56, v57);
        const int v59 = __shfl_xor(v58, 4);
        const int v60 = min(v58, v59);
        const int v61 = __shfl_xor(v60, 2);
        const int v62 = min(v60, v61);
        const int v63 = __shfl_xor(v62, 1);
        const int v65 = min(v62, v63);
        __syncthreads();
        const bool v68 = v13 % 64 == 0;
        if (v68) {
            shared[v13 / 64] = (unsigned)v65;
        }
        __syncthreads();
        const float v75 = fmaxf(-__builtin_inff(), v47);
        const unsigned v82 = shared[0];
        const unsigned v84 = shared[1];
        const unsigned v87 = shared[2];
        const unsigned v90 = shared[3];
        const unsigned v93 = shared[4];
        const int v95 = min(min(min(min((int)v82, (int)v84), (int)v87), (int)v90), (int)v93);
        const unsigned v96 = shared[5];
        const unsigned v99 = shared[6];
        const unsigned v102 = shared[7];
        const int v104 = min(min(min(v95, (int)v96), (int)v99), (int)v102);
        const bool v105 = v104 != 2147483647;
        const float v106 = __shfl_xor(v75, 32);
        const float v107 = fmaxf(v75, v106);
        const float v108 = __shfl_xor(v107, 16);
        const float v109 = fmaxf(v107, v108);
        const float v110 = __shfl_xor(v109, 8);
        const float v111 = fmaxf(v109, v110);
        const float v112 = __shfl_xor(v111, 4);
        const float v113 = fmaxf(v111, v112);
        const float v114 = __shfl_xor(v113, 2);
        const float v115 = fmaxf(v113, v114);
        const float v116 = __shfl_xor(v115, 1);
        const float v117 = fmaxf(v115, v116);
        __syncthreads();
        if (v68) {
            shared[v13 / 64] = __float_as_uint(v117);
        }
        __syncthreads();
        const unsigned v125 = shared[0];
        const unsigned v127 = shared[1];
        const unsigned v130 = shared[2];
        const unsigned v133 = shared[3];
        const unsigned v136 = shared[4];
        const float v138 = fmaxf(fmaxf(fmaxf(fmaxf(__uint_as_float(v125), __uint_as_float(v127)), __uint_as_float(v130)), __uint_as_float(v133)), __uint_as_float(v136));
        const unsigned v139 = shared[5];
        const unsigned v142 = shared[6];
        const unsigned v145 = shared[7];
        const float v147 = fmaxf(fmaxf(fmaxf(v138, __uint_as_float(v139)), __uint_as_float(v142)), __uint_as_float(v145));
        const int v150 = min(2147483647, v47 == v147 ? v49 : 2147483647);
        const float v152 = v105 ? __builtin_nanf("") : v147;
        const int v153 = __shfl_xor(v150, 32);
        const int v154 = min(v150, v153);
        const int v155 = __shfl_xor(v154, 16);
        const int v156 = min(v154, v155);
        const int v157 = __shfl_xor(v156, 8);
        const int v158 = min(v156, v157);
        const int v159 = __shfl_xor(v158, 4);
        const int v160 = min(v158, v159);
        const int v161 = __shfl_xor(v160, 2);
        const int v162 = min(v160, v161);
        const int v163 = __shfl_xor(v162, 1);
        const int v164 = min(v162, v163);
        __syncthreads();
        if (v68) {
            shared[v13 / 64] = (unsigned)v164;
        }
        __syncthreads();
        const bool v172 = v13 == 0;
        const unsigned v173 = shared[0];
        const unsigned v175 = shared[1];
        const unsigned v178 = shared[2];
        const unsigned v181 = shared[3];
        const unsigned v184 = shared[4];
        const int v186 = min(min(min(min((int)v173, (int)v175), (int)v178), (int)v181), (int)v184);
        const unsigned v187 = shared[5];
        const unsigned v190 = shared[6];
        const unsigned v193 = shared[7];
        const int v196 = v105 ? v104 : min(min(min(v186, (int)v187), (int)v190), (int)v193);
        if (v172) {
            if (0 <= v52 && v52 < 149) {
                b1[v52] = v152;
            }
        }
        if (v172) {
            if (0 <= v52 && v52 < 149) {
                b2[v52] = v196;
            }
        }
    }
}

// tessera kernel argmax_greedy__final entry ts_argmax_greedy__final wide 0 params i32,i32,o32,o32 sizes 1 threads 512 teams 1 count 1 shared 64 cost 1
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
        const int v20 = min(v14, 2147483135);
        for (int v21 = 0; v21 < v20; v21 += 512) {
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
        const int v49 = __shfl_xor(v48, 32);
        const int v50 = min(v48, v49);
        const int v51 = __shfl_xor(v50, 16);
        const int v52 = min(v50, v51);
        const int v53 = __shfl_xor(v52, 8);
        const int v54 = min(v52, v53);
        const int v55 = __shfl_xor(v54, 4);
        const int v56 = min(v54, v55);
        const int v57 = __shfl_xor(v56, 2);
        const int v58 = min(v56, v57);
        const int v59 = __shfl_xor(v58, 1);
        const int v61 = min(v58, v59);
        __syncthreads();
        const bool v64 = v5 % 64 == 0;
        if (v64) {
            shared[v5 / 64] = (unsigned)v61;
        }
        __syncthreads();
        const float v71 = fmaxf(-__builtin_inff(), v44);
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
        const float v102 = __shfl_xor(v71, 32);
        const float v103 = fmaxf(v71, v102);
        const float v104 = __shfl_xor(v103, 16);
        const float v105 = fmaxf(v103, v104);
        const float v106 = __shfl_xor(v105, 8);
        const float v107 = fmaxf(v105, v106);
        const float v108 = __shfl_xor(v107, 4);
        const float v109 = fmaxf(v107, v108);
        const float v110 = __shfl_xor(v109, 2);
        const float v111 = fmaxf(v109, v110);
        const float v112 = __shfl_xor(v111, 1);
        const float v113 = fmaxf(v111, v112);
        __syncthreads();
        if (v64) {
            shared[v5 / 64] = __float_as_uint(v113);
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
        const int v146 = min(2147483647, v44 == v143 ? v46 : 2147483647);
        const int v147 = __shfl_xor(v146, 32);
        const int v148 = min(v146, v147);
        const int v149 = __shfl_xor(v148, 16);
        const int v150 = min(v148, v149);
        const int v151 = __shfl_xor(v150, 8);
        const int v152 = min(v150, v151);
        const int v153 = __shfl_xor(v152, 4);
        const int v154 = min(v152, v153);
        const int v155 = __shfl_xor(v154, 2);
        const int v156 = min(v154, v155);
        const int v157 = __shfl_xor(v156, 1);
        const int v158 = min(v156, v157);
        __syncthreads();
        if (v64) {
            shared[v5 / 64] = (unsigned)v158;
        }
        __syncthreads();
        const bool v166 = v5 == 0;
        const unsigned v167 = shared[0];
        const unsigned v169 = shared[1];
        const unsigned v172 = shared[2];
        const unsigned v175 = shared[3];
        const unsigned v178 = shared[4];
        const int v180 = min(min(min(min((int)v167, (int)v169), (int)v172), (int)v175), (int)v178);
        const unsigned v181 = shared[5];
        const unsigned v184 = shared[6];
        const unsigned v187 = shared[7];
        const int v190 = v101 ? v100 : min(min(min(v180, (int)v181), (int)v184), (int)v187);
        const unsigned v194 = (unsigned)max(v190 == 2147483647 ? 0 : v190, 0);
        const float v196 = v101 ? __builtin_nanf("") : v143;
        if (v166) {
            b2[0] = v194;
        }
        if (v166) {
            b3[0] = v196;
        }
    }
}
