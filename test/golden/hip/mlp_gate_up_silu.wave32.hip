// HIP C++ for hipcc, hiprtc and clang.
#ifndef __HIPCC_RTC__
#include <hip/hip_runtime.h>
#endif
#pragma clang fp contract(off)

// tessera kernel mlp_gate_up_silu entry ts_mlp_gate_up_silu wide 0 params i16:wg:16:8960*1536,i16:wu:16:8960*1536,i32:x:32:1536,o32:y:32:8960 sizes 0 threads 256 teams 8 count 8960 shared 0 cost 6145
extern "C" __global__ void __launch_bounds__(256) ts_mlp_gate_up_silu(
    const unsigned short *b0, // wg
    const unsigned short *b1, // wu
    const float *b2, // x
    float *b3) // y
{
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 8 + v4 / 32;
    const int v10 = (int)gridDim.x * 8;
    const int v13 = v4 & 31;
    for (int v15 = v7; v15 < 8960; v15 += v10) {
        const int v18 = v15 * 1536;
        const int v19 = v13 * 8;
        const int v20 = v19 + 1;
        const int v22 = v19 + 2;
        const int v24 = v19 + 3;
        const int v26 = v19 + 4;
        const int v28 = v19 + 5;
        const int v30 = v19 + 6;
        const int v32 = v19 + 7;
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
        #pragma unroll 4
        for (int v50 = 0; v50 < 1536; v50 += 256) {
            const int v51 = v50 + v19;
            const int v52 = v18 + v51;
            const unsigned v53 = (unsigned)b0[v52];
            const float v57 = b2[v51];
            const int v60 = v50 + v20;
            const float v61 = b2[v60];
            const int v62 = v50 + v22;
            const float v63 = b2[v62];
            const int v64 = v50 + v24;
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
            const int v75 = v18 + v60;
            const unsigned v76 = (unsigned)b0[v75];
            v34 = fmaf(__uint_as_float(v76 << 16), v61, v34);
            const int v82 = v18 + v62;
            const unsigned v83 = (unsigned)b0[v82];
            v35 = fmaf(__uint_as_float(v83 << 16), v63, v35);
            const int v89 = v18 + v64;
            const unsigned v90 = (unsigned)b0[v89];
            v36 = fmaf(__uint_as_float(v90 << 16), v65, v36);
            const int v96 = v18 + v66;
            const unsigned v97 = (unsigned)b0[v96];
            v37 = fmaf(__uint_as_float(v97 << 16), v67, v37);
            const int v103 = v18 + v68;
            const unsigned v104 = (unsigned)b0[v103];
            v38 = fmaf(__uint_as_float(v104 << 16), v69, v38);
            const int v110 = v18 + v70;
            const unsigned v111 = (unsigned)b0[v110];
            v39 = fmaf(__uint_as_float(v111 << 16), v71, v39);
            const int v117 = v18 + v72;
            const unsigned v118 = (unsigned)b0[v117];
            v40 = fmaf(__uint_as_float(v118 << 16), v73, v40);
            const unsigned v124 = (unsigned)b1[v52];
            v41 = fmaf(__uint_as_float(v124 << 16), v57, v41);
            const unsigned v130 = (unsigned)b1[v75];
            v42 = fmaf(__uint_as_float(v130 << 16), v61, v42);
            const unsigned v136 = (unsigned)b1[v82];
            v43 = fmaf(__uint_as_float(v136 << 16), v63, v43);
            const unsigned v142 = (unsigned)b1[v89];
            v44 = fmaf(__uint_as_float(v142 << 16), v65, v44);
            const unsigned v148 = (unsigned)b1[v96];
            v45 = fmaf(__uint_as_float(v148 << 16), v67, v45);
            const unsigned v154 = (unsigned)b1[v103];
            v46 = fmaf(__uint_as_float(v154 << 16), v69, v46);
            const unsigned v160 = (unsigned)b1[v110];
            v47 = fmaf(__uint_as_float(v160 << 16), v71, v47);
            const unsigned v166 = (unsigned)b1[v117];
            v48 = fmaf(__uint_as_float(v166 << 16), v73, v48);
        }
        const float v181 = v33 + v34 + v35 + v36 + v37;
        const float v187 = v181 + v38 + v39 + v40;
        const float v188 = __shfl_xor(v187, 16);
        const float v189 = v187 + v188;
        const float v190 = __shfl_xor(v189, 8);
        const float v191 = v189 + v190;
        const float v192 = __shfl_xor(v191, 4);
        const float v193 = v191 + v192;
        const float v194 = __shfl_xor(v193, 2);
        const float v195 = v193 + v194;
        const float v196 = __shfl_xor(v195, 1);
        const float v205 = v41 + v42 + v43 + v44 + v45;
        const float v211 = v205 + v46 + v47 + v48;
        const float v212 = v195 + v196;
        const float v216 = expf(-fabsf(v212));
        const float v222 = __shfl_xor(v211, 16);
        const float v223 = v211 + v222;
        const float v224 = __shfl_xor(v223, 8);
        const float v225 = v223 + v224;
        const float v226 = __shfl_xor(v225, 4);
        const float v227 = v225 + v226;
        const float v228 = __shfl_xor(v227, 2);
        const float v229 = v227 + v228;
        const float v230 = __shfl_xor(v229, 1);
        const float v233 = v212 * ((v212 < 0.0f ? v216 : 1.0f) / (1.0f + v216)) * (v229 + v230);
        if (v13 == 0) {
            b3[v15] = v233;
        }
    }
}

// tessera kernel mlp_gate_up_silu entry ts_mlp_gate_up_silu__wide wide 1 params i16:wg:16:8960*1536,i16:wu:16:8960*1536,i32:x:32:1536,o32:y:32:8960 sizes 0 threads 256 teams 8 count 8960 shared 0 cost 6145
extern "C" __global__ void __launch_bounds__(256) ts_mlp_gate_up_silu__wide(
    const unsigned short *b0, // wg
    const unsigned short *b1, // wu
    const float *b2, // x
    float *b3) // y
{
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 8 + v4 / 32;
    const int v10 = (int)gridDim.x * 8;
    const int v13 = v4 & 31;
    for (int v15 = v7; v15 < 8960; v15 += v10) {
        const int v18 = v15 * 1536;
        const int v19 = v13 * 8;
        float v22 = 0.0f;
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
        #pragma unroll 4
        for (int v39 = 0; v39 < 1536; v39 += 256) {
            const int v40 = v39 + v19;
            const int v42 = (v18 + v40) >> 3;
            const uint4 v43 = ((const uint4 *)b0)[v42];
            const int v50 = v40 >> 2;
            const uint4 v51 = ((const uint4 *)b2)[v50];
            const float v53 = __uint_as_float(v51.x);
            const float v57 = __uint_as_float(v51.y);
            const float v59 = __uint_as_float(v51.z);
            const float v61 = __uint_as_float(v51.w);
            const uint4 v63 = ((const uint4 *)b2)[v50 + 1];
            const float v65 = __uint_as_float(v63.x);
            const float v67 = __uint_as_float(v63.y);
            const float v69 = __uint_as_float(v63.z);
            const float v71 = __uint_as_float(v63.w);
            v22 = fmaf(__uint_as_float((v43.x & 0xffffu) << 16), v53, v22);
            v23 = fmaf(__uint_as_float((v43.x >> 16) << 16), v57, v23);
            v24 = fmaf(__uint_as_float((v43.y & 0xffffu) << 16), v59, v24);
            v25 = fmaf(__uint_as_float((v43.y >> 16) << 16), v61, v25);
            v26 = fmaf(__uint_as_float((v43.z & 0xffffu) << 16), v65, v26);
            v27 = fmaf(__uint_as_float((v43.z >> 16) << 16), v67, v27);
            v28 = fmaf(__uint_as_float((v43.w & 0xffffu) << 16), v69, v28);
            v29 = fmaf(__uint_as_float((v43.w >> 16) << 16), v71, v29);
            const uint4 v118 = ((const uint4 *)b1)[v42];
            v30 = fmaf(__uint_as_float((v118.x & 0xffffu) << 16), v53, v30);
            v31 = fmaf(__uint_as_float((v118.x >> 16) << 16), v57, v31);
            v32 = fmaf(__uint_as_float((v118.y & 0xffffu) << 16), v59, v32);
            v33 = fmaf(__uint_as_float((v118.y >> 16) << 16), v61, v33);
            v34 = fmaf(__uint_as_float((v118.z & 0xffffu) << 16), v65, v34);
            v35 = fmaf(__uint_as_float((v118.z >> 16) << 16), v67, v35);
            v36 = fmaf(__uint_as_float((v118.w & 0xffffu) << 16), v69, v36);
            v37 = fmaf(__uint_as_float((v118.w >> 16) << 16), v71, v37);
        }
        const float v180 = v22 + v23 + v24 + v25 + v26;
        const float v186 = v180 + v27 + v28 + v29;
        const float v187 = __shfl_xor(v186, 16);
        const float v188 = v186 + v187;
        const float v189 = __shfl_xor(v188, 8);
        const float v190 = v188 + v189;
        const float v191 = __shfl_xor(v190, 4);
        const float v192 = v190 + v191;
        const float v193 = __shfl_xor(v192, 2);
        const float v194 = v192 + v193;
        const float v195 = __shfl_xor(v194, 1);
        const float v204 = v30 + v31 + v32 + v33 + v34;
        const float v210 = v204 + v35 + v36 + v37;
        const float v211 = v194 + v195;
        const float v215 = expf(-fabsf(v211));
        const float v221 = __shfl_xor(v210, 16);
        const float v222 = v210 + v221;
        const float v223 = __shfl_xor(v222, 8);
        const float v224 = v222 + v223;
        const float v225 = __shfl_xor(v224, 4);
        const float v226 = v224 + v225;
        const float v227 = __shfl_xor(v226, 2);
        const float v228 = v226 + v227;
        const float v229 = __shfl_xor(v228, 1);
        const float v232 = v211 * ((v211 < 0.0f ? v215 : 1.0f) / (1.0f + v215)) * (v228 + v229);
        if (v13 == 0) {
            b3[v15] = v232;
        }
    }
}
