// CUDA C++. Compile with --fmad=false: products and sums round one by one.

// Lets the next launch begin, then waits until those before have ended and are seen.
static __device__ __forceinline__ void take_turn()
{
#if __CUDA_ARCH__ >= 900
    asm volatile("griddepcontrol.launch_dependents;");
    asm volatile("griddepcontrol.wait;" ::: "memory");
#endif
}

// tessera kernel norm_lm_head_argmax entry ts_norm_lm_head_argmax wide 0 params i32,i16,i16,o32,w32,w32 sizes 1 threads 128 teams 4 count 9496 shared 0 cost 786433
extern "C" __global__ void __launch_bounds__(128) ts_norm_lm_head_argmax(
    const float *b0, // x
    const unsigned short *b1, // gamma
    const unsigned short *b2, // w
    float *b3, // logits
    float *b4, // val
    int *b5, // idx
    const int *s0) // valid
{
    take_turn();
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 32;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 31;
    for (int v17 = v7; v17 < 9496; v17 += v10) {
        const int v21 = v13 * 8;
        const int v22 = v21 + 1;
        const int v24 = v21 + 2;
        const int v26 = v21 + 3;
        const int v27 = v21 + 4;
        const int v29 = v21 + 5;
        const int v31 = v21 + 6;
        const int v33 = v21 + 7;
        const int v34 = v17 * 16;
        const int v36 = min(151936, v34 + 16);
        const int v37 = s0[0];
        float v38 = 0.0f;
        float v39 = 0.0f;
        float v40 = 0.0f;
        float v41 = 0.0f;
        float v42 = 0.0f;
        float v43 = 0.0f;
        float v44 = 0.0f;
        float v45 = 0.0f;
        for (int v47 = 0; v47 < 1536; v47 += 256) {
            const float v49 = b0[v47 + v21];
            const float v53 = b0[v47 + v22];
            const float v55 = b0[v47 + v24];
            const float v57 = b0[v47 + v26];
            const float v59 = b0[v47 + v27];
            const float v61 = b0[v47 + v29];
            const float v63 = b0[v47 + v31];
            const float v65 = b0[v47 + v33];
            v38 = fmaf(v49, v49, v38);
            v39 = fmaf(v53, v53, v39);
            v40 = fmaf(v55, v55, v40);
            v41 = fmaf(v57, v57, v41);
            v42 = fmaf(v59, v59, v42);
            v43 = fmaf(v61, v61, v43);
            v44 = fmaf(v63, v63, v44);
            v45 = fmaf(v65, v65, v45);
        }
        const float v97 = v38 + v39 + v40 + v41 + v42;
        const float v103 = v97 + v43 + v44 + v45;
        const float v104 = __shfl_xor_sync(0xffffffffu, v103, 16);
        const float v105 = v103 + v104;
        const float v106 = __shfl_xor_sync(0xffffffffu, v105, 8);
        const float v107 = v105 + v106;
        const float v108 = __shfl_xor_sync(0xffffffffu, v107, 4);
        const float v109 = v107 + v108;
        const float v110 = __shfl_xor_sync(0xffffffffu, v109, 2);
        const float v111 = v109 + v110;
        const float v112 = __shfl_xor_sync(0xffffffffu, v111, 1);
        const float v119 = rsqrtf((v111 + v112) / 1536.0f + 1e-06f);
        float v120 = -__int_as_float(0x7f800000);
        int v122 = 2147483647;
        for (int v123 = v34; v123 < v36; v123 += 1) {
            const bool v126 = 0 <= v123 && v123 < 151936;
            const int v127 = v126 ? 1536 : 0;
            const int v128 = v123 * 1536;
            float v129 = 0.0f;
            float v130 = 0.0f;
            float v131 = 0.0f;
            float v132 = 0.0f;
            float v133 = 0.0f;
            float v134 = 0.0f;
            float v135 = 0.0f;
            float v136 = 0.0f;
            for (int i137 = 0; i137 < 1536; i137 += 768) {
                unsigned q144[3];
                unsigned q164[3];
                unsigned q182[3];
                unsigned q200[3];
                unsigned q218[3];
                unsigned q236[3];
                unsigned q254[3];
                unsigned q272[3];
                #pragma unroll
                for (int t = 0; t < 3; t++) {
                    const int v137 = i137 + t * 256;
                    const int v138 = v137 + v21;
                    const bool v141 = 0 <= v138 && v138 < v127;
                    q144[t] = (unsigned)b2[v141 ? v128 + v138 : 0];
                    const int v158 = v137 + v22;
                    const bool v161 = 0 <= v158 && v158 < v127;
                    q164[t] = (unsigned)b2[v161 ? v128 + v158 : 0];
                    const int v176 = v137 + v24;
                    const bool v179 = 0 <= v176 && v176 < v127;
                    q182[t] = (unsigned)b2[v179 ? v128 + v176 : 0];
                    const int v194 = v137 + v26;
                    const bool v197 = 0 <= v194 && v194 < v127;
                    q200[t] = (unsigned)b2[v197 ? v128 + v194 : 0];
                    const int v212 = v137 + v27;
                    const bool v215 = 0 <= v212 && v212 < v127;
                    q218[t] = (unsigned)b2[v215 ? v128 + v212 : 0];
                    const int v230 = v137 + v29;
                    const bool v233 = 0 <= v230 && v230 < v127;
                    q236[t] = (unsigned)b2[v233 ? v128 + v230 : 0];
                    const int v248 = v137 + v31;
                    const bool v251 = 0 <= v248 && v248 < v127;
                    q254[t] = (unsigned)b2[v251 ? v128 + v248 : 0];
                    const int v266 = v137 + v33;
                    const bool v269 = 0 <= v266 && v266 < v127;
                    q272[t] = (unsigned)b2[v269 ? v128 + v266 : 0];
                }
                __syncwarp();
                #pragma unroll
                for (int t = 0; t < 3; t++) {
                    const int v137 = i137 + t * 256;
                    const int v138 = v137 + v21;
                    const bool v141 = 0 <= v138 && v138 < v127;
                    const unsigned v144 = q144[t];
                    const float v150 = b0[v138];
                    const unsigned v151 = (unsigned)b1[v138];
                    v129 = fmaf(__uint_as_float((v141 ? v144 : 0u) << 16), v150 * __uint_as_float(v151 << 16), v129);
                    const int v158 = v137 + v22;
                    const bool v161 = 0 <= v158 && v158 < v127;
                    const unsigned v164 = q164[t];
                    const float v168 = b0[v158];
                    const unsigned v169 = (unsigned)b1[v158];
                    v130 = fmaf(__uint_as_float((v161 ? v164 : 0u) << 16), v168 * __uint_as_float(v169 << 16), v130);
                    const int v176 = v137 + v24;
                    const bool v179 = 0 <= v176 && v176 < v127;
                    const unsigned v182 = q182[t];
                    const float v186 = b0[v176];
                    const unsigned v187 = (unsigned)b1[v176];
                    v131 = fmaf(__uint_as_float((v179 ? v182 : 0u) << 16), v186 * __uint_as_float(v187 << 16), v131);
                    const int v194 = v137 + v26;
                    const bool v197 = 0 <= v194 && v194 < v127;
                    const unsigned v200 = q200[t];
                    const float v204 = b0[v194];
                    const unsigned v205 = (unsigned)b1[v194];
                    v132 = fmaf(__uint_as_float((v197 ? v200 : 0u) << 16), v204 * __uint_as_float(v205 << 16), v132);
                    const int v212 = v137 + v27;
                    const bool v215 = 0 <= v212 && v212 < v127;
                    const unsigned v218 = q218[t];
                    const float v222 = b0[v212];
                    const unsigned v223 = (unsigned)b1[v212];
                    v133 = fmaf(__uint_as_float((v215 ? v218 : 0u) << 16), v222 * __uint_as_float(v223 << 16), v133);
                    const int v230 = v137 + v29;
                    const bool v233 = 0 <= v230 && v230 < v127;
                    const unsigned v236 = q236[t];
                    const float v240 = b0[v230];
                    const unsigned v241 = (unsigned)b1[v230];
                    v134 = fmaf(__uint_as_float((v233 ? v236 : 0u) << 16), v240 * __uint_as_float(v241 << 16), v134);
                    const int v248 = v137 + v31;
                    const bool v251 = 0 <= v248 && v248 < v127;
                    const unsigned v254 = q254[t];
                    const float v258 = b0[v248];
                    const unsigned v259 = (unsigned)b1[v248];
                    v135 = fmaf(__uint_as_float((v251 ? v254 : 0u) << 16), v258 * __uint_as_float(v259 << 16), v135);
                    const int v266 = v137 + v33;
                    const bool v269 = 0 <= v266 && v266 < v127;
                    const unsigned v272 = q272[t];
                    const float v276 = b0[v266];
                    const unsigned v277 = (unsigned)b1[v266];
                    v136 = fmaf(__uint_as_float((v269 ? v272 : 0u) << 16), v276 * __uint_as_float(v277 << 16), v136);
                }
            }
            const float v293 = v129 + v130 + v131 + v132 + v133;
            const float v299 = v293 + v134 + v135 + v136;
            const float v300 = __shfl_xor_sync(0xffffffffu, v299, 16);
            const float v301 = v299 + v300;
            const float v302 = __shfl_xor_sync(0xffffffffu, v301, 8);
            const float v303 = v301 + v302;
            const float v304 = __shfl_xor_sync(0xffffffffu, v303, 4);
            const float v305 = v303 + v304;
            const float v306 = __shfl_xor_sync(0xffffffffu, v305, 2);
            const float v307 = v305 + v306;
            const float v308 = __shfl_xor_sync(0xffffffffu, v307, 1);
            const float v311 = (v307 + v308) * v119;
            const float v313 = v120;
            const int v316 = v122;
            const bool v320 = v123 < v37 && (v313 < v311 || (v311 == v313 && v123 < v316));
            if (v13 == 0) {
                if (v126) {
                    b3[v123] = v311;
                }
            }
            v120 = v320 ? v311 : v313;
            v122 = v320 ? v123 : v316;
        }
        const bool v331 = v13 == 0;
        const int v332 = v34 / 16;
        const float v333 = v120;
        if (v331) {
            b4[v332] = v333;
        }
        const int v337 = v122;
        if (v331) {
            b5[v332] = v337;
        }
    }
}

// tessera kernel norm_lm_head_argmax entry ts_norm_lm_head_argmax__wide wide 1 params i32,i16,i16,o32,w32,w32 sizes 1 threads 128 teams 4 count 9496 shared 0 cost 786433
extern "C" __global__ void __launch_bounds__(128) ts_norm_lm_head_argmax__wide(
    const float *b0, // x
    const unsigned short *b1, // gamma
    const unsigned short *b2, // w
    float *b3, // logits
    float *b4, // val
    int *b5, // idx
    const int *s0) // valid
{
    take_turn();
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 32;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 31;
    for (int v17 = v7; v17 < 9496; v17 += v10) {
        const int v21 = v13 * 8;
        const int v23 = v17 * 16;
        const int v25 = min(151936, v23 + 16);
        const int v27 = v21 + 1;
        const int v28 = v21 + 2;
        const int v29 = v21 + 3;
        const int v30 = v21 + 4;
        const int v32 = v21 + 5;
        const int v34 = v21 + 6;
        const int v36 = v21 + 7;
        const int v37 = s0[0];
        float v38 = 0.0f;
        float v39 = 0.0f;
        float v40 = 0.0f;
        float v41 = 0.0f;
        float v42 = 0.0f;
        float v43 = 0.0f;
        float v44 = 0.0f;
        float v45 = 0.0f;
        for (int v47 = 0; v47 < 1536; v47 += 256) {
            const int v49 = (v47 + v21) >> 2;
            const uint4 v50 = ((const uint4 *)b0)[v49];
            const float v52 = __uint_as_float(v50.x);
            const float v56 = __uint_as_float(v50.y);
            const float v58 = __uint_as_float(v50.z);
            const float v60 = __uint_as_float(v50.w);
            const uint4 v62 = ((const uint4 *)b0)[v49 + 1];
            const float v64 = __uint_as_float(v62.x);
            const float v66 = __uint_as_float(v62.y);
            const float v68 = __uint_as_float(v62.z);
            const float v70 = __uint_as_float(v62.w);
            v38 = fmaf(v52, v52, v38);
            v39 = fmaf(v56, v56, v39);
            v40 = fmaf(v58, v58, v40);
            v41 = fmaf(v60, v60, v41);
            v42 = fmaf(v64, v64, v42);
            v43 = fmaf(v66, v66, v43);
            v44 = fmaf(v68, v68, v44);
            v45 = fmaf(v70, v70, v45);
        }
        const float v102 = v38 + v39 + v40 + v41 + v42;
        const float v108 = v102 + v43 + v44 + v45;
        const float v109 = __shfl_xor_sync(0xffffffffu, v108, 16);
        const float v110 = v108 + v109;
        const float v111 = __shfl_xor_sync(0xffffffffu, v110, 8);
        const float v112 = v110 + v111;
        const float v113 = __shfl_xor_sync(0xffffffffu, v112, 4);
        const float v114 = v112 + v113;
        const float v115 = __shfl_xor_sync(0xffffffffu, v114, 2);
        const float v116 = v114 + v115;
        const float v117 = __shfl_xor_sync(0xffffffffu, v116, 1);
        const float v124 = rsqrtf((v116 + v117) / 1536.0f + 1e-06f);
        float v125 = -__int_as_float(0x7f800000);
        int v127 = 2147483647;
        for (int v128 = v23; v128 < v25; v128 += 1) {
            const bool v131 = 0 <= v128 && v128 < 151936;
            const int v132 = v131 ? 1536 : 0;
            const int v133 = v128 * 1536;
            float v134 = 0.0f;
            float v135 = 0.0f;
            float v136 = 0.0f;
            float v137 = 0.0f;
            float v138 = 0.0f;
            float v139 = 0.0f;
            float v140 = 0.0f;
            float v141 = 0.0f;
            for (int i142 = 0; i142 < 1536; i142 += 768) {
                unsigned q149[3];
                unsigned q178[3];
                unsigned q197[3];
                unsigned q217[3];
                unsigned q236[3];
                unsigned q256[3];
                unsigned q275[3];
                unsigned q295[3];
                #pragma unroll
                for (int t = 0; t < 3; t++) {
                    const int v142 = i142 + t * 256;
                    const int v143 = v142 + v21;
                    const bool v146 = 0 <= v143 && v143 < v132;
                    q149[t] = (unsigned)b2[v146 ? v133 + v143 : 0];
                    const int v172 = v142 + v27;
                    const bool v175 = 0 <= v172 && v172 < v132;
                    q178[t] = (unsigned)b2[v175 ? v133 + v172 : 0];
                    const int v191 = v142 + v28;
                    const bool v194 = 0 <= v191 && v191 < v132;
                    q197[t] = (unsigned)b2[v194 ? v133 + v191 : 0];
                    const int v211 = v142 + v29;
                    const bool v214 = 0 <= v211 && v211 < v132;
                    q217[t] = (unsigned)b2[v214 ? v133 + v211 : 0];
                    const int v230 = v142 + v30;
                    const bool v233 = 0 <= v230 && v230 < v132;
                    q236[t] = (unsigned)b2[v233 ? v133 + v230 : 0];
                    const int v250 = v142 + v32;
                    const bool v253 = 0 <= v250 && v250 < v132;
                    q256[t] = (unsigned)b2[v253 ? v133 + v250 : 0];
                    const int v269 = v142 + v34;
                    const bool v272 = 0 <= v269 && v269 < v132;
                    q275[t] = (unsigned)b2[v272 ? v133 + v269 : 0];
                    const int v289 = v142 + v36;
                    const bool v292 = 0 <= v289 && v289 < v132;
                    q295[t] = (unsigned)b2[v292 ? v133 + v289 : 0];
                }
                __syncwarp();
                #pragma unroll
                for (int t = 0; t < 3; t++) {
                    const int v142 = i142 + t * 256;
                    const int v143 = v142 + v21;
                    const bool v146 = 0 <= v143 && v143 < v132;
                    const unsigned v149 = q149[t];
                    const int v155 = v143 >> 2;
                    const uint4 v156 = ((const uint4 *)b0)[v155];
                    const uint4 v160 = ((const uint4 *)b1)[v143 >> 3];
                    const float v168 = fmaf(__uint_as_float((v146 ? v149 : 0u) << 16), __uint_as_float(v156.x) * __uint_as_float((v160.x & 0xffffu) << 16), v134);
                    const uint4 v170 = ((const uint4 *)b0)[v155 + 1];
                    v134 = v168;
                    const int v172 = v142 + v27;
                    const bool v175 = 0 <= v172 && v172 < v132;
                    const unsigned v178 = q178[t];
                    const float v189 = fmaf(__uint_as_float((v175 ? v178 : 0u) << 16), __uint_as_float(v156.y) * __uint_as_float((v160.x >> 16) << 16), v135);
                    v135 = v189;
                    const int v191 = v142 + v28;
                    const bool v194 = 0 <= v191 && v191 < v132;
                    const unsigned v197 = q197[t];
                    const float v209 = fmaf(__uint_as_float((v194 ? v197 : 0u) << 16), __uint_as_float(v156.z) * __uint_as_float((v160.y & 0xffffu) << 16), v136);
                    v136 = v209;
                    const int v211 = v142 + v29;
                    const bool v214 = 0 <= v211 && v211 < v132;
                    const unsigned v217 = q217[t];
                    const float v228 = fmaf(__uint_as_float((v214 ? v217 : 0u) << 16), __uint_as_float(v156.w) * __uint_as_float((v160.y >> 16) << 16), v137);
                    v137 = v228;
                    const int v230 = v142 + v30;
                    const bool v233 = 0 <= v230 && v230 < v132;
                    const unsigned v236 = q236[t];
                    const float v248 = fmaf(__uint_as_float((v233 ? v236 : 0u) << 16), __uint_as_float(v170.x) * __uint_as_float((v160.z & 0xffffu) << 16), v138);
                    v138 = v248;
                    const int v250 = v142 + v32;
                    const bool v253 = 0 <= v250 && v250 < v132;
                    const unsigned v256 = q256[t];
                    const float v267 = fmaf(__uint_as_float((v253 ? v256 : 0u) << 16), __uint_as_float(v170.y) * __uint_as_float((v160.z >> 16) << 16), v139);
                    v139 = v267;
                    const int v269 = v142 + v34;
                    const bool v272 = 0 <= v269 && v269 < v132;
                    const unsigned v275 = q275[t];
                    const float v287 = fmaf(__uint_as_float((v272 ? v275 : 0u) << 16), __uint_as_float(v170.z) * __uint_as_float((v160.w & 0xffffu) << 16), v140);
                    v140 = v287;
                    const int v289 = v142 + v36;
                    const bool v292 = 0 <= v289 && v289 < v132;
                    const unsigned v295 = q295[t];
                    const float v306 = fmaf(__uint_as_float((v292 ? v295 : 0u) << 16), __uint_as_float(v170.w) * __uint_as_float((v160.w >> 16) << 16), v141);
                    v141 = v306;
                }
            }
            const float v317 = v134 + v135 + v136 + v137 + v138;
            const float v323 = v317 + v139 + v140 + v141;
            const float v324 = __shfl_xor_sync(0xffffffffu, v323, 16);
            const float v325 = v323 + v324;
            const float v326 = __shfl_xor_sync(0xffffffffu, v325, 8);
            const float v327 = v325 + v326;
            const float v328 = __shfl_xor_sync(0xffffffffu, v327, 4);
            const float v329 = v327 + v328;
            const float v330 = __shfl_xor_sync(0xffffffffu, v329, 2);
            const float v331 = v329 + v330;
            const float v332 = __shfl_xor_sync(0xffffffffu, v331, 1);
            const float v335 = (v331 + v332) * v124;
            const float v337 = v125;
            const int v340 = v127;
            const bool v344 = v128 < v37 && (v337 < v335 || (v335 == v337 && v128 < v340));
            if (v13 == 0) {
                if (v131) {
                    b3[v128] = v335;
                }
            }
            v125 = v344 ? v335 : v337;
            v127 = v344 ? v128 : v340;
        }
        const bool v355 = v13 == 0;
        const int v356 = v23 / 16;
        const float v357 = v125;
        if (v355) {
            b4[v356] = v357;
        }
        const int v361 = v127;
        if (v355) {
            b5[v356] = v361;
        }
    }
}

// tessera kernel norm_lm_head_argmax__final entry ts_norm_lm_head_argmax__final wide 0 params i32,i32,o32 sizes 1 threads 256 teams 1 count 1 shared 64 cost 1
extern "C" __global__ void __launch_bounds__(256) ts_norm_lm_head_argmax__final(
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
        const int v14 = v9 / 16 + min(v9 % 16, 1);
        float v16 = -__int_as_float(0x7f800000);
        int v18 = 2147483647;
        const int v20 = min(v14, 2147483391);
        for (int v21 = 0; v21 < v20; v21 += 256) {
            const int v22 = v21 + v5;
            const float v24 = v16;
            const bool v27 = 0 <= v22 && v22 < 9496;
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
