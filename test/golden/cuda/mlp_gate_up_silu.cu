// CUDA C++. Compile with --fmad=false: products and sums round one by one.

// tessera kernel mlp_gate_up_silu entry mlp_gate_up_silu wide 0 params i16,i16,i32,o32 sizes 0 threads 256 teams 8 count 8960 shared 0 cost 6145
extern "C" __global__ void __launch_bounds__(256) mlp_gate_up_silu(
    const unsigned short *b0, // wg
    const unsigned short *b1, // wu
    const float *b2, // x
    float *b3) // y
{
    const int v6 = (int)threadIdx.x;
    const int v7 = (int)blockIdx.x;
    const int v13 = v6 & 31;
    const int v15 = v7 * 8 + v6 / 32;
    const int v16 = (int)gridDim.x * 8;
    for (int v17 = v15; v17 < 8960; v17 += v16) {
        const int v20 = v17 * 1536;
        const int v21 = v13 * 8;
        const int v23 = v21 + 1;
        const int v25 = v21 + 2;
        const int v27 = v21 + 3;
        const int v29 = v21 + 4;
        const int v31 = v21 + 5;
        const int v33 = v21 + 6;
        const int v35 = v21 + 7;
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
        float v49 = 0.0f;
        float v50 = 0.0f;
        float v51 = 0.0f;
        #pragma unroll 4
        for (int v53 = 0; v53 < 1536; v53 += 256) {
            const int v54 = v53 + v21;
            const float v55 = b2[v54];
            const int v56 = v53 + v23;
            const float v57 = b2[v56];
            const int v58 = v53 + v25;
            const float v59 = b2[v58];
            const int v60 = v53 + v27;
            const float v61 = b2[v60];
            const int v62 = v53 + v29;
            const float v63 = b2[v62];
            const int v64 = v53 + v31;
            const float v65 = b2[v64];
            const int v66 = v53 + v33;
            const float v67 = b2[v66];
            const int v68 = v53 + v35;
            const float v69 = b2[v68];
            const int v70 = v20 + v54;
            const unsigned v71 = (unsigned)b0[v70];
            v36 = fmaf(__uint_as_float(v71 << 16), v55, v36);
            const int v78 = v20 + v56;
            const unsigned v79 = (unsigned)b0[v78];
            v37 = fmaf(__uint_as_float(v79 << 16), v57, v37);
            const int v85 = v20 + v58;
            const unsigned v86 = (unsigned)b0[v85];
            v38 = fmaf(__uint_as_float(v86 << 16), v59, v38);
            const int v92 = v20 + v60;
            const unsigned v93 = (unsigned)b0[v92];
            v39 = fmaf(__uint_as_float(v93 << 16), v61, v39);
            const int v99 = v20 + v62;
            const unsigned v100 = (unsigned)b0[v99];
            v40 = fmaf(__uint_as_float(v100 << 16), v63, v40);
            const int v106 = v20 + v64;
            const unsigned v107 = (unsigned)b0[v106];
            v41 = fmaf(__uint_as_float(v107 << 16), v65, v41);
            const int v113 = v20 + v66;
            const unsigned v114 = (unsigned)b0[v113];
            v42 = fmaf(__uint_as_float(v114 << 16), v67, v42);
            const int v120 = v20 + v68;
            const unsigned v121 = (unsigned)b0[v120];
            v43 = fmaf(__uint_as_float(v121 << 16), v69, v43);
            const unsigned v127 = (unsigned)b1[v70];
            v44 = fmaf(__uint_as_float(v127 << 16), v55, v44);
            const unsigned v133 = (unsigned)b1[v78];
            v45 = fmaf(__uint_as_float(v133 << 16), v57, v45);
            const unsigned v139 = (unsigned)b1[v85];
            v46 = fmaf(__uint_as_float(v139 << 16), v59, v46);
            const unsigned v145 = (unsigned)b1[v92];
            v47 = fmaf(__uint_as_float(v145 << 16), v61, v47);
            const unsigned v151 = (unsigned)b1[v99];
            v48 = fmaf(__uint_as_float(v151 << 16), v63, v48);
            const unsigned v157 = (unsigned)b1[v106];
            v49 = fmaf(__uint_as_float(v157 << 16), v65, v49);
            const unsigned v163 = (unsigned)b1[v113];
            v50 = fmaf(__uint_as_float(v163 << 16), v67, v50);
            const unsigned v169 = (unsigned)b1[v120];
            v51 = fmaf(__uint_as_float(v169 << 16), v69, v51);
        }
        const float v184 = v36 + v37 + v38 + v39 + v40;
        const float v190 = v184 + v41 + v42 + v43;
        const float v191 = __shfl_xor_sync(0xffffffffu, v190, 16);
        const float v192 = v190 + v191;
        const float v193 = __shfl_xor_sync(0xffffffffu, v192, 8);
        const float v194 = v192 + v193;
        const float v195 = __shfl_xor_sync(0xffffffffu, v194, 4);
        const float v196 = v194 + v195;
        const float v197 = __shfl_xor_sync(0xffffffffu, v196, 2);
        const float v198 = v196 + v197;
        const float v199 = __shfl_xor_sync(0xffffffffu, v198, 1);
        const float v200 = v198 + v199;
        const float v204 = expf(-fabsf(v200));
        const float v218 = v44 + v45 + v46 + v47 + v48;
        const float v224 = v218 + v49 + v50 + v51;
        const float v225 = __shfl_xor_sync(0xffffffffu, v224, 16);
        const float v226 = v224 + v225;
        const float v227 = __shfl_xor_sync(0xffffffffu, v226, 8);
        const float v228 = v226 + v227;
        const float v229 = __shfl_xor_sync(0xffffffffu, v228, 4);
        const float v230 = v228 + v229;
        const float v231 = __shfl_xor_sync(0xffffffffu, v230, 2);
        const float v232 = v230 + v231;
        const float v233 = __shfl_xor_sync(0xffffffffu, v232, 1);
        const float v235 = v200 * ((v200 < 0.0f ? v204 : 1.0f) / (1.0f + v204)) * (v232 + v233);
        if (v13 == 0) {
            b3[v17] = v235;
        }
    }
}

// tessera kernel mlp_gate_up_silu entry mlp_gate_up_silu__wide wide 1 params i16,i16,i32,o32 sizes 0 threads 256 teams 8 count 8960 shared 0 cost 6145
extern "C" __global__ void __launch_bounds__(256) mlp_gate_up_silu__wide(
    const unsigned short *b0, // wg
    const unsigned short *b1, // wu
    const float *b2, // x
    float *b3) // y
{
    const int v6 = (int)threadIdx.x;
    const int v7 = (int)blockIdx.x;
    const int v13 = v6 & 31;
    const int v15 = v7 * 8 + v6 / 32;
    const int v16 = (int)gridDim.x * 8;
    for (int v17 = v15; v17 < 8960; v17 += v16) {
        const int v20 = v17 * 1536;
        const int v21 = v13 * 8;
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
        float v49 = 0.0f;
        float v50 = 0.0f;
        float v51 = 0.0f;
        #pragma unroll 4
        for (int v53 = 0; v53 < 1536; v53 += 256) {
            const int v54 = v53 + v21;
            const int v55 = v54 >> 2;
            const uint4 v56 = ((const uint4 *)b2)[v55];
            const uint4 v58 = ((const uint4 *)b2)[v55 + 1];
            const float v60 = __uint_as_float(v56.x);
            const float v62 = __uint_as_float(v56.y);
            const float v64 = __uint_as_float(v56.z);
            const float v66 = __uint_as_float(v56.w);
            const float v68 = __uint_as_float(v58.x);
            const float v70 = __uint_as_float(v58.y);
            const float v72 = __uint_as_float(v58.z);
            const float v74 = __uint_as_float(v58.w);
            const int v76 = (v20 + v54) >> 3;
            const uint4 v77 = ((const uint4 *)b0)[v76];
            v36 = fmaf(__uint_as_float((v77.x & 0xffffu) << 16), v60, v36);
            v37 = fmaf(__uint_as_float((v77.x >> 16) << 16), v62, v37);
            v38 = fmaf(__uint_as_float((v77.y & 0xffffu) << 16), v64, v38);
            v39 = fmaf(__uint_as_float((v77.y >> 16) << 16), v66, v39);
            v40 = fmaf(__uint_as_float((v77.z & 0xffffu) << 16), v68, v40);
            v41 = fmaf(__uint_as_float((v77.z >> 16) << 16), v70, v41);
            v42 = fmaf(__uint_as_float((v77.w & 0xffffu) << 16), v72, v42);
            v43 = fmaf(__uint_as_float((v77.w >> 16) << 16), v74, v43);
            const uint4 v133 = ((const uint4 *)b1)[v76];
            v44 = fmaf(__uint_as_float((v133.x & 0xffffu) << 16), v60, v44);
            v45 = fmaf(__uint_as_float((v133.x >> 16) << 16), v62, v45);
            v46 = fmaf(__uint_as_float((v133.y & 0xffffu) << 16), v64, v46);
            v47 = fmaf(__uint_as_float((v133.y >> 16) << 16), v66, v47);
            v48 = fmaf(__uint_as_float((v133.z & 0xffffu) << 16), v68, v48);
            v49 = fmaf(__uint_as_float((v133.z >> 16) << 16), v70, v49);
            v50 = fmaf(__uint_as_float((v133.w & 0xffffu) << 16), v72, v50);
            v51 = fmaf(__uint_as_float((v133.w >> 16) << 16), v74, v51);
        }
        const float v195 = v36 + v37 + v38 + v39 + v40;
        const float v201 = v195 + v41 + v42 + v43;
        const float v202 = __shfl_xor_sync(0xffffffffu, v201, 16);
        const float v203 = v201 + v202;
        const float v204 = __shfl_xor_sync(0xffffffffu, v203, 8);
        const float v205 = v203 + v204;
        const float v206 = __shfl_xor_sync(0xffffffffu, v205, 4);
        const float v207 = v205 + v206;
        const float v208 = __shfl_xor_sync(0xffffffffu, v207, 2);
        const float v209 = v207 + v208;
        const float v210 = __shfl_xor_sync(0xffffffffu, v209, 1);
        const float v211 = v209 + v210;
        const float v215 = expf(-fabsf(v211));
        const float v229 = v44 + v45 + v46 + v47 + v48;
        const float v235 = v229 + v49 + v50 + v51;
        const float v236 = __shfl_xor_sync(0xffffffffu, v235, 16);
        const float v237 = v235 + v236;
        const float v238 = __shfl_xor_sync(0xffffffffu, v237, 8);
        const float v239 = v237 + v238;
        const float v240 = __shfl_xor_sync(0xffffffffu, v239, 4);
        const float v241 = v239 + v240;
        const float v242 = __shfl_xor_sync(0xffffffffu, v241, 2);
        const float v243 = v241 + v242;
        const float v244 = __shfl_xor_sync(0xffffffffu, v243, 1);
        const float v246 = v211 * ((v211 < 0.0f ? v215 : 1.0f) / (1.0f + v215)) * (v243 + v244);
        if (v13 == 0) {
            b3[v17] = v246;
        }
    }
}
