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
            const bool v29 = 0 <= v25 && v25 < 151936;
            const float v31 = b0[v29 ? v25 : 0];
            const float v33 = v29 ? v31 : 0.0f;
            const float v38 = v21;
            const bool v44 = ((__float_as_int(v33) & 2147483647) <= 2139095040 && v33 <= v38) || 2139095040 < (__float_as_int(v38) & 2147483647);
            const bool v45 = v18 <= v25 || v44;
            v21 = v45 ? v38 : v33;
            v23 = v45 ? v23 : v25;
        }
        const float v53 = v21;
        const int v57 = v23;
        const int v59 = min(2147483647, 2139095040 < (__float_as_int(v53) & 2147483647) ? v57 : 2147483647);
        const int v60 = v16 / 1024;
        const int v61 = __shfl_xor_sync(0xffffffffu, v59, 16);
        const int v62 = min(v59, v61);
        const int v63 = __shfl_xor_sync(0xffffffffu, v62, 8);
        const int v64 = min(v62, v63);
        const int v65 = __shfl_xor_sync(0xffffffffu, v64, 4);
        const int v66 = min(v64, v65);
        const int v67 = __shfl_xor_sync(0xffffffffu, v66, 2);
        const int v68 = min(v66, v67);
        const int v69 = __shfl_xor_sync(0xffffffffu, v68, 1);
        const int v71 = min(v68, v69);
        __syncthreads();
        const bool v74 = v13 % 32 == 0;
        if (v74) {
            shared[v13 / 32] = (unsigned)v71;
        }
        __syncthreads();
        const float v81 = fmaxf(-__int_as_float(0x7f800000), v53);
        const unsigned v88 = shared[0];
        const unsigned v90 = shared[1];
        const unsigned v93 = shared[2];
        const unsigned v96 = shared[3];
        const unsigned v99 = shared[4];
        const int v101 = min(min(min(min((int)v88, (int)v90), (int)v93), (int)v96), (int)v99);
        const unsigned v102 = shared[5];
        const unsigned v105 = shared[6];
        const unsigned v108 = shared[7];
        const int v110 = min(min(min(v101, (int)v102), (int)v105), (int)v108);
        const bool v111 = v110 != 2147483647;
        const float v112 = __shfl_xor_sync(0xffffffffu, v81, 16);
        const float v113 = fmaxf(v81, v112);
        const float v114 = __shfl_xor_sync(0xffffffffu, v113, 8);
        const float v115 = fmaxf(v113, v114);
        const float v116 = __shfl_xor_sync(0xffffffffu, v115, 4);
        const float v117 = fmaxf(v115, v116);
        const float v118 = __shfl_xor_sync(0xffffffffu, v117, 2);
        const float v119 = fmaxf(v117, v118);
        const float v120 = __shfl_xor_sync(0xffffffffu, v119, 1);
        const float v121 = fmaxf(v119, v120);
        __syncthreads();
        if (v74) {
            shared[v13 / 32] = __float_as_uint(v121);
        }
        __syncthreads();
        const unsigned v129 = shared[0];
        const unsigned v131 = shared[1];
        const unsigned v134 = shared[2];
        const unsigned v137 = shared[3];
        const unsigned v140 = shared[4];
        const float v142 = fmaxf(fmaxf(fmaxf(fmaxf(__uint_as_float(v129), __uint_as_float(v131)), __uint_as_float(v134)), __uint_as_float(v137)), __uint_as_float(v140));
        const unsigned v143 = shared[5];
        const unsigned v146 = shared[6];
        const unsigned v149 = shared[7];
        const float v151 = fmaxf(fmaxf(fmaxf(v142, __uint_as_float(v143)), __uint_as_float(v146)), __uint_as_float(v149));
        const int v154 = min(2147483647, v53 == v151 ? v57 : 2147483647);
        const float v156 = v111 ? __int_as_float(0x7fc00000) : v151;
        const int v157 = __shfl_xor_sync(0xffffffffu, v154, 16);
        const int v158 = min(v154, v157);
        const int v159 = __shfl_xor_sync(0xffffffffu, v158, 8);
        const int v160 = min(v158, v159);
        const int v161 = __shfl_xor_sync(0xffffffffu, v160, 4);
        const int v162 = min(v160, v161);
        const int v163 = __shfl_xor_sync(0xffffffffu, v162, 2);
        const int v164 = min(v162, v163);
        const int v165 = __shfl_xor_sync(0xffffffffu, v164, 1);
        const int v166 = min(v164, v165);
        __syncthreads();
        if (v74) {
            shared[v13 / 32] = (unsigned)v166;
        }
        __syncthreads();
        const bool v174 = v13 == 0;
        const unsigned v175 = shared[0];
        const unsigned v177 = shared[1];
        const unsigned v180 = shared[2];
        const unsigned v183 = shared[3];
        const unsigned v186 = shared[4];
        const int v188 = min(min(min(min((int)v175, (int)v177), (int)v180), (int)v183), (int)v186);
        const unsigned v189 = shared[5];
        const unsigned v192 = shared[6];
        const unsigned v195 = shared[7];
        const int v198 = v111 ? v110 : min(min(min(v188, (int)v189), (int)v192), (int)v195);
        if (v174) {
            if (0 <= v60 && v60 < 149) {
                b1[v60] = v156;
            }
        }
        if (v174) {
            if (0 <= v60 && v60 < 149) {
                b2[v60] = v198;
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
            const bool v24 = 0 <= v20 && v20 < 149;
            const int v25 = v24 ? v20 : 0;
            const float v26 = b0[v25];
            const float v28 = v24 ? v26 : 0.0f;
            const float v33 = v16;
            const bool v39 = ((__float_as_int(v28) & 2147483647) <= 2139095040 && v28 <= v33) || 2139095040 < (__float_as_int(v33) & 2147483647);
            const bool v40 = v14 <= v20 || v39;
            v16 = v40 ? v33 : v28;
            const int v44 = b1[v25];
            v18 = v40 ? v18 : (v24 ? v44 : 0);
        }
        const float v50 = v16;
        const int v54 = v18;
        const int v56 = min(2147483647, 2139095040 < (__float_as_int(v50) & 2147483647) ? v54 : 2147483647);
        const int v57 = __shfl_xor_sync(0xffffffffu, v56, 16);
        const int v58 = min(v56, v57);
        const int v59 = __shfl_xor_sync(0xffffffffu, v58, 8);
        const int v60 = min(v58, v59);
        const int v61 = __shfl_xor_sync(0xffffffffu, v60, 4);
        const int v62 = min(v60, v61);
        const int v63 = __shfl_xor_sync(0xffffffffu, v62, 2);
        const int v64 = min(v62, v63);
        const int v65 = __shfl_xor_sync(0xffffffffu, v64, 1);
        const int v67 = min(v64, v65);
        __syncthreads();
        const bool v70 = v5 % 32 == 0;
        if (v70) {
            shared[v5 / 32] = (unsigned)v67;
        }
        __syncthreads();
        const float v77 = fmaxf(-__int_as_float(0x7f800000), v50);
        const unsigned v84 = shared[0];
        const unsigned v86 = shared[1];
        const unsigned v89 = shared[2];
        const unsigned v92 = shared[3];
        const unsigned v95 = shared[4];
        const int v97 = min(min(min(min((int)v84, (int)v86), (int)v89), (int)v92), (int)v95);
        const unsigned v98 = shared[5];
        const unsigned v101 = shared[6];
        const unsigned v104 = shared[7];
        const int v106 = min(min(min(v97, (int)v98), (int)v101), (int)v104);
        const bool v107 = v106 != 2147483647;
        const float v108 = __shfl_xor_sync(0xffffffffu, v77, 16);
        const float v109 = fmaxf(v77, v108);
        const float v110 = __shfl_xor_sync(0xffffffffu, v109, 8);
        const float v111 = fmaxf(v109, v110);
        const float v112 = __shfl_xor_sync(0xffffffffu, v111, 4);
        const float v113 = fmaxf(v111, v112);
        const float v114 = __shfl_xor_sync(0xffffffffu, v113, 2);
        const float v115 = fmaxf(v113, v114);
        const float v116 = __shfl_xor_sync(0xffffffffu, v115, 1);
        const float v117 = fmaxf(v115, v116);
        __syncthreads();
        if (v70) {
            shared[v5 / 32] = __float_as_uint(v117);
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
        const int v150 = min(2147483647, v50 == v147 ? v54 : 2147483647);
        const int v151 = __shfl_xor_sync(0xffffffffu, v150, 16);
        const int v152 = min(v150, v151);
        const int v153 = __shfl_xor_sync(0xffffffffu, v152, 8);
        const int v154 = min(v152, v153);
        const int v155 = __shfl_xor_sync(0xffffffffu, v154, 4);
        const int v156 = min(v154, v155);
        const int v157 = __shfl_xor_sync(0xffffffffu, v156, 2);
        const int v158 = min(v156, v157);
        const int v159 = __shfl_xor_sync(0xffffffffu, v158, 1);
        const int v160 = min(v158, v159);
        __syncthreads();
        if (v70) {
            shared[v5 / 32] = (unsigned)v160;
        }
        __syncthreads();
        const bool v168 = v5 == 0;
        const unsigned v169 = shared[0];
        const unsigned v171 = shared[1];
        const unsigned v174 = shared[2];
        const unsigned v177 = shared[3];
        const unsigned v180 = shared[4];
        const int v182 = min(min(min(min((int)v169, (int)v171), (int)v174), (int)v177), (int)v180);
        const unsigned v183 = shared[5];
        const unsigned v186 = shared[6];
        const unsigned v189 = shared[7];
        const int v192 = v107 ? v106 : min(min(min(v182, (int)v183), (int)v186), (int)v189);
        const unsigned v196 = (unsigned)max(v192 == 2147483647 ? 0 : v192, 0);
        const float v198 = v107 ? __int_as_float(0x7fc00000) : v147;
        if (v168) {
            b2[0] = v196;
        }
        if (v168) {
            b3[0] = v198;
        }
    }
}
