// CUDA C++. Compile with --fmad=false: products and sums round one by one.

// Lets the next launch begin, then waits until those before have ended and are seen.
static __device__ __forceinline__ void take_turn()
{
#if __CUDA_ARCH__ >= 900
    asm volatile("griddepcontrol.launch_dependents;");
    asm volatile("griddepcontrol.wait;" ::: "memory");
#endif
}

// tessera kernel mlp_gate_up_silu entry ts_mlp_gate_up_silu wide 0 params i16:wg:16:8960*1536,i16:wu:16:8960*1536,i32:x:32:1536,o32:y:32:8960 sizes 0 threads 128 teams 4 count 8960 shared 0 cost 6145
extern "C" __global__ void __launch_bounds__(128) ts_mlp_gate_up_silu(
    const unsigned short *b0, // wg
    const unsigned short *b1, // wu
    const float *b2, // x
    float *b3) // y
{
    take_turn();
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 32;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 31;
    for (int v15 = v7; v15 < 8960; v15 += v10) {
        const int v18 = v15 * 1536;
        const int v20 = v13 * 8;
        const int v21 = v20 + 1;
        const int v23 = v20 + 2;
        const int v25 = v20 + 3;
        const int v26 = v20 + 4;
        const int v28 = v20 + 5;
        const int v30 = v20 + 6;
        const int v32 = v20 + 7;
        float v33 = 0.0f;
        float v34 = 0.0f;
        float v35 = 0.0f;
        float v36 = 0.0f;
        float v37 = 0.0f;
        float v38 = 0.0f;
        float v39 = 0.0f;
        float v40 = 0.0f;
        float v41 = 0.0f;
        float v42 = 0.0f;
        float v43 = 0.0f;
        float v44 = 0.0f;
        float v45 = 0.0f;
        float v46 = 0.0f;
        float v47 = 0.0f;
        float v48 = 0.0f;
        for (int i50 = 0; i50 < 1536; i50 += 512) {
            unsigned q53[2];
            unsigned q76[2];
            unsigned q83[2];
            unsigned q90[2];
            unsigned q97[2];
            unsigned q104[2];
            unsigned q111[2];
            unsigned q118[2];
            unsigned q124[2];
            unsigned q130[2];
            unsigned q136[2];
            unsigned q142[2];
            unsigned q148[2];
            unsigned q154[2];
            unsigned q160[2];
            unsigned q166[2];
            #pragma unroll
            for (int t = 0; t < 2; t++) {
                const int v50 = i50 + t * 256;
                const int v51 = v50 + v20;
                const int v52 = v18 + v51;
                q53[t] = (unsigned)b0[v52];
                const int v60 = v50 + v21;
                const int v62 = v50 + v23;
                const int v64 = v50 + v25;
                const int v66 = v50 + v26;
                const int v68 = v50 + v28;
                const int v70 = v50 + v30;
                const int v72 = v50 + v32;
                const int v75 = v18 + v60;
                q76[t] = (unsigned)b0[v75];
                const int v82 = v18 + v62;
                q83[t] = (unsigned)b0[v82];
                const int v89 = v18 + v64;
                q90[t] = (unsigned)b0[v89];
                const int v96 = v18 + v66;
                q97[t] = (unsigned)b0[v96];
                const int v103 = v18 + v68;
                q104[t] = (unsigned)b0[v103];
                const int v110 = v18 + v70;
                q111[t] = (unsigned)b0[v110];
                const int v117 = v18 + v72;
                q118[t] = (unsigned)b0[v117];
                q124[t] = (unsigned)b1[v52];
                q130[t] = (unsigned)b1[v75];
                q136[t] = (unsigned)b1[v82];
                q142[t] = (unsigned)b1[v89];
                q148[t] = (unsigned)b1[v96];
                q154[t] = (unsigned)b1[v103];
                q160[t] = (unsigned)b1[v110];
                q166[t] = (unsigned)b1[v117];
            }
            __syncwarp();
            #pragma unroll
            for (int t = 0; t < 2; t++) {
                const int v50 = i50 + t * 256;
                const int v51 = v50 + v20;
                const unsigned v53 = q53[t];
                const float v57 = b2[v51];
                const int v60 = v50 + v21;
                const float v61 = b2[v60];
                const int v62 = v50 + v23;
                const float v63 = b2[v62];
                const int v64 = v50 + v25;
                const float v65 = b2[v64];
                const int v66 = v50 + v26;
                const float v67 = b2[v66];
                const int v68 = v50 + v28;
                const float v69 = b2[v68];
                const int v70 = v50 + v30;
                const float v71 = b2[v70];
                const int v72 = v50 + v32;
                const float v73 = b2[v72];
                v33 = fmaf(__uint_as_float(v53 << 16), v57, v33);
                const unsigned v76 = q76[t];
                v34 = fmaf(__uint_as_float(v76 << 16), v61, v34);
                const unsigned v83 = q83[t];
                v35 = fmaf(__uint_as_float(v83 << 16), v63, v35);
                const unsigned v90 = q90[t];
                v36 = fmaf(__uint_as_float(v90 << 16), v65, v36);
                const unsigned v97 = q97[t];
                v37 = fmaf(__uint_as_float(v97 << 16), v67, v37);
                const unsigned v104 = q104[t];
                v38 = fmaf(__uint_as_float(v104 << 16), v69, v38);
                const unsigned v111 = q111[t];
                v39 = fmaf(__uint_as_float(v111 << 16), v71, v39);
                const unsigned v118 = q118[t];
                v40 = fmaf(__uint_as_float(v118 << 16), v73, v40);
                const unsigned v124 = q124[t];
                v41 = fmaf(__uint_as_float(v124 << 16), v57, v41);
                const unsigned v130 = q130[t];
                v42 = fmaf(__uint_as_float(v130 << 16), v61, v42);
                const unsigned v136 = q136[t];
                v43 = fmaf(__uint_as_float(v136 << 16), v63, v43);
                const unsigned v142 = q142[t];
                v44 = fmaf(__uint_as_float(v142 << 16), v65, v44);
                const unsigned v148 = q148[t];
                v45 = fmaf(__uint_as_float(v148 << 16), v67, v45);
                const unsigned v154 = q154[t];
                v46 = fmaf(__uint_as_float(v154 << 16), v69, v46);
                const unsigned v160 = q160[t];
                v47 = fmaf(__uint_as_float(v160 << 16), v71, v47);
                const unsigned v166 = q166[t];
                v48 = fmaf(__uint_as_float(v166 << 16), v73, v48);
            }
        }
        const float v181 = v33 + v34 + v35 + v36 + v37;
        const float v187 = v181 + v38 + v39 + v40;
        const float v188 = __shfl_xor_sync(0xffffffffu, v187, 16);
        const float v189 = v187 + v188;
        const float v190 = __shfl_xor_sync(0xffffffffu, v189, 8);
        const float v191 = v189 + v190;
        const float v192 = __shfl_xor_sync(0xffffffffu, v191, 4);
        const float v193 = v191 + v192;
        const float v194 = __shfl_xor_sync(0xffffffffu, v193, 2);
        const float v195 = v193 + v194;
        const float v196 = __shfl_xor_sync(0xffffffffu, v195, 1);
        const float v205 = v41 + v42 + v43 + v44 + v45;
        const float v211 = v205 + v46 + v47 + v48;
        const float v212 = v195 + v196;
        const float v216 = expf(-fabsf(v212));
        const float v222 = __shfl_xor_sync(0xffffffffu, v211, 16);
        const float v223 = v211 + v222;
        const float v224 = __shfl_xor_sync(0xffffffffu, v223, 8);
        const float v225 = v223 + v224;
        const float v226 = __shfl_xor_sync(0xffffffffu, v225, 4);
        const float v227 = v225 + v226;
        const float v228 = __shfl_xor_sync(0xffffffffu, v227, 2);
        const float v229 = v227 + v228;
        const float v230 = __shfl_xor_sync(0xffffffffu, v229, 1);
        const float v233 = v212 * ((v212 < 0.0f ? v216 : 1.0f) / (1.0f + v216)) * (v229 + v230);
        if (v13 == 0) {
            b3[v15] = v233;
        }
    }
}

// tessera kernel mlp_gate_up_silu entry ts_mlp_gate_up_silu__wide wide 1 params i16:wg:16:8960*1536,i16:wu:16:8960*1536,i32:x:32:1536,o32:y:32:8960 sizes 0 threads 128 teams 4 count 8960 shared 0 cost 6145
extern "C" __global__ void __launch_bounds__(128) ts_mlp_gate_up_silu__wide(
    const unsigned short *b0, // wg
    const unsigned short *b1, // wu
    const float *b2, // x
    float *b3) // y
{
    take_turn();
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 32;
    const int v10 = (int)gridDim.x * 4;
    const int v13 = v4 & 31;
    for (int v15 = v7; v15 < 8960; v15 += v10) {
        const int v18 = v15 * 1536;
        const int v20 = v13 * 8;
        float v23 = 0.0f;
        float v24 = 0.0f;
        float v25 = 0.0f;
        float v26 = 0.0f;
        float v27 = 0.0f;
        float v28 = 0.0f;
        float v29 = 0.0f;
        float v30 = 0.0f;
        float v31 = 0.0f;
        float v32 = 0.0f;
        float v33 = 0.0f;
        float v34 = 0.0f;
        float v35 = 0.0f;
        float v36 = 0.0f;
        float v37 = 0.0f;
        float v38 = 0.0f;
        for (int i40 = 0; i40 < 1536; i40 += 768) {
            uint4 q44[3];
            uint4 q119[3];
            #pragma unroll
            for (int t = 0; t < 3; t++) {
                const int v40 = i40 + t * 256;
                const int v41 = v40 + v20;
                const int v43 = (v18 + v41) >> 3;
                q44[t] = ((const uint4 *)b0)[v43];
                q119[t] = ((const uint4 *)b1)[v43];
            }
            __syncwarp();
            #pragma unroll
            for (int t = 0; t < 3; t++) {
                const int v40 = i40 + t * 256;
                const int v41 = v40 + v20;
                const uint4 v44 = q44[t];
                const int v51 = v41 >> 2;
                const uint4 v52 = ((const uint4 *)b2)[v51];
                const float v54 = __uint_as_float(v52.x);
                const float v58 = __uint_as_float(v52.y);
                const float v60 = __uint_as_float(v52.z);
                const float v62 = __uint_as_float(v52.w);
                const uint4 v64 = ((const uint4 *)b2)[v51 + 1];
                const float v66 = __uint_as_float(v64.x);
                const float v68 = __uint_as_float(v64.y);
                const float v70 = __uint_as_float(v64.z);
                const float v72 = __uint_as_float(v64.w);
                v23 = fmaf(__uint_as_float((v44.x & 0xffffu) << 16), v54, v23);
                v24 = fmaf(__uint_as_float((v44.x >> 16) << 16), v58, v24);
                v25 = fmaf(__uint_as_float((v44.y & 0xffffu) << 16), v60, v25);
                v26 = fmaf(__uint_as_float((v44.y >> 16) << 16), v62, v26);
                v27 = fmaf(__uint_as_float((v44.z & 0xffffu) << 16), v66, v27);
                v28 = fmaf(__uint_as_float((v44.z >> 16) << 16), v68, v28);
                v29 = fmaf(__uint_as_float((v44.w & 0xffffu) << 16), v70, v29);
                v30 = fmaf(__uint_as_float((v44.w >> 16) << 16), v72, v30);
                const uint4 v119 = q119[t];
                v31 = fmaf(__uint_as_float((v119.x & 0xffffu) << 16), v54, v31);
                v32 = fmaf(__uint_as_float((v119.x >> 16) << 16), v58, v32);
                v33 = fmaf(__uint_as_float((v119.y & 0xffffu) << 16), v60, v33);
                v34 = fmaf(__uint_as_float((v119.y >> 16) << 16), v62, v34);
                v35 = fmaf(__uint_as_float((v119.z & 0xffffu) << 16), v66, v35);
                v36 = fmaf(__uint_as_float((v119.z >> 16) << 16), v68, v36);
                v37 = fmaf(__uint_as_float((v119.w & 0xffffu) << 16), v70, v37);
                v38 = fmaf(__uint_as_float((v119.w >> 16) << 16), v72, v38);
            }
        }
        const float v181 = v23 + v24 + v25 + v26 + v27;
        const float v187 = v181 + v28 + v29 + v30;
        const float v188 = __shfl_xor_sync(0xffffffffu, v187, 16);
        const float v189 = v187 + v188;
        const float v190 = __shfl_xor_sync(0xffffffffu, v189, 8);
        const float v191 = v189 + v190;
        const float v192 = __shfl_xor_sync(0xffffffffu, v191, 4);
        const float v193 = v191 + v192;
        const float v194 = __shfl_xor_sync(0xffffffffu, v193, 2);
        const float v195 = v193 + v194;
        const float v196 = __shfl_xor_sync(0xffffffffu, v195, 1);
        const float v205 = v31 + v32 + v33 + v34 + v35;
        const float v211 = v205 + v36 + v37 + v38;
        const float v212 = v195 + v196;
        const float v216 = expf(-fabsf(v212));
        const float v222 = __shfl_xor_sync(0xffffffffu, v211, 16);
        const float v223 = v211 + v222;
        const float v224 = __shfl_xor_sync(0xffffffffu, v223, 8);
        const float v225 = v223 + v224;
        const float v226 = __shfl_xor_sync(0xffffffffu, v225, 4);
        const float v227 = v225 + v226;
        const float v228 = __shfl_xor_sync(0xffffffffu, v227, 2);
        const float v229 = v227 + v228;
        const float v230 = __shfl_xor_sync(0xffffffffu, v229, 1);
        const float v233 = v212 * ((v212 < 0.0f ? v216 : 1.0f) / (1.0f + v216)) * (v229 + v230);
        if (v13 == 0) {
            b3[v15] = v233;
        }
    }
}
