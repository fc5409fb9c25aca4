// CUDA C++. Compile with --fmad=false: products and sums round one by one.

// Lets the next launch begin, then waits until those before have ended and are seen.
static __device__ __forceinline__ void take_turn()
{
#if __CUDA_ARCH__ >= 900
    asm volatile("griddepcontrol.launch_dependents;");
    asm volatile("griddepcontrol.wait;" ::: "memory");
#endif
}

// tessera kernel norm_qkv_rope_append entry ts_norm_qkv_rope_append wide 0 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:16*128*1536,i16:bias:16:16*128,i32:cos:32:4096*64,i32:sin:32:4096*64,o32:q:32:12*128,b16:kcache:16:2*4096*128,b16:vcache:16:2*4096*128 sizes 1 threads 128 teams 4 count 1024 shared 0 cost 6157
extern "C" __global__ void __launch_bounds__(128) ts_norm_qkv_rope_append(
    const float *b0, // x
    const unsigned short *b1, // gamma
    const unsigned short *b2, // w
    const unsigned short *b3, // bias
    const float *b4, // cos
    const float *b5, // sin
    float *b6, // q
    unsigned short *b7, // kcache
    unsigned short *b8, // vcache
    const int *s0) // pos
{
    take_turn();
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 32;
    const int v10 = (int)gridDim.x * 4;
    const int v14 = v4 & 31;
    for (int v16 = v7; v16 < 1024; v16 += v10) {
        const int v19 = v16 / 64;
        const int v21 = v19 * 196608;
        const int v22 = v16 % 64;
        const int v24 = v21 + v22 * 1536;
        const int v26 = v14 * 8;
        const int v27 = v26 + 1;
        const int v29 = v26 + 2;
        const int v31 = v26 + 3;
        const int v32 = v26 + 4;
        const int v34 = v26 + 5;
        const int v36 = v26 + 6;
        const int v38 = v26 + 7;
        const int v39 = v22 + 64;
        const int v41 = v21 + v39 * 1536;
        const int v44 = s0[0];
        float v47 = 0.0f;
        float v48 = 0.0f;
        float v49 = 0.0f;
        float v50 = 0.0f;
        float v51 = 0.0f;
        float v52 = 0.0f;
        float v53 = 0.0f;
        float v54 = 0.0f;
        float v55 = 0.0f;
        float v56 = 0.0f;
        float v57 = 0.0f;
        float v58 = 0.0f;
        float v59 = 0.0f;
        float v60 = 0.0f;
        float v61 = 0.0f;
        float v62 = 0.0f;
        float v63 = 0.0f;
        float v64 = 0.0f;
        float v65 = 0.0f;
        float v66 = 0.0f;
        float v67 = 0.0f;
        float v68 = 0.0f;
        float v69 = 0.0f;
        float v70 = 0.0f;
        for (int i72 = 0; i72 < 1536; i72 += 512) {
            unsigned q75[2];
            unsigned q130[2];
            unsigned q137[2];
            unsigned q144[2];
            unsigned q151[2];
            unsigned q158[2];
            unsigned q165[2];
            unsigned q172[2];
            unsigned q179[2];
            unsigned q186[2];
            unsigned q193[2];
            unsigned q200[2];
            unsigned q207[2];
            unsigned q214[2];
            unsigned q221[2];
            unsigned q228[2];
            #pragma unroll
            for (int t = 0; t < 2; t++) {
                const int v72 = i72 + t * 256;
                const int v73 = v72 + v26;
                q75[t] = (unsigned)b2[v24 + v73];
                const int v86 = v72 + v27;
                const int v92 = v72 + v29;
                const int v98 = v72 + v31;
                const int v104 = v72 + v32;
                const int v110 = v72 + v34;
                const int v116 = v72 + v36;
                const int v122 = v72 + v38;
                q130[t] = (unsigned)b2[v24 + v86];
                q137[t] = (unsigned)b2[v24 + v92];
                q144[t] = (unsigned)b2[v24 + v98];
                q151[t] = (unsigned)b2[v24 + v104];
                q158[t] = (unsigned)b2[v24 + v110];
                q165[t] = (unsigned)b2[v24 + v116];
                q172[t] = (unsigned)b2[v24 + v122];
                q179[t] = (unsigned)b2[v41 + v73];
                q186[t] = (unsigned)b2[v41 + v86];
                q193[t] = (unsigned)b2[v41 + v92];
                q200[t] = (unsigned)b2[v41 + v98];
                q207[t] = (unsigned)b2[v41 + v104];
                q214[t] = (unsigned)b2[v41 + v110];
                q221[t] = (unsigned)b2[v41 + v116];
                q228[t] = (unsigned)b2[v41 + v122];
            }
            __syncwarp();
            #pragma unroll
            for (int t = 0; t < 2; t++) {
                const int v72 = i72 + t * 256;
                const int v73 = v72 + v26;
                const unsigned v75 = q75[t];
                const float v79 = b0[v73];
                const unsigned v80 = (unsigned)b1[v73];
                const float v83 = v79 * __uint_as_float(v80 << 16);
                const int v86 = v72 + v27;
                const float v87 = b0[v86];
                const unsigned v88 = (unsigned)b1[v86];
                const float v91 = v87 * __uint_as_float(v88 << 16);
                const int v92 = v72 + v29;
                const float v93 = b0[v92];
                const unsigned v94 = (unsigned)b1[v92];
                const float v97 = v93 * __uint_as_float(v94 << 16);
                const int v98 = v72 + v31;
                const float v99 = b0[v98];
                const unsigned v100 = (unsigned)b1[v98];
                const float v103 = v99 * __uint_as_float(v100 << 16);
                const int v104 = v72 + v32;
                const float v105 = b0[v104];
                const unsigned v106 = (unsigned)b1[v104];
                const float v109 = v105 * __uint_as_float(v106 << 16);
                const int v110 = v72 + v34;
                const float v111 = b0[v110];
                const unsigned v112 = (unsigned)b1[v110];
                const float v115 = v111 * __uint_as_float(v112 << 16);
                const int v116 = v72 + v36;
                const float v117 = b0[v116];
                const unsigned v118 = (unsigned)b1[v116];
                const float v121 = v117 * __uint_as_float(v118 << 16);
                const int v122 = v72 + v38;
                const float v123 = b0[v122];
                const unsigned v124 = (unsigned)b1[v122];
                const float v127 = v123 * __uint_as_float(v124 << 16);
                v47 = fmaf(__uint_as_float(v75 << 16), v83, v47);
                const unsigned v130 = q130[t];
                v48 = fmaf(__uint_as_float(v130 << 16), v91, v48);
                const unsigned v137 = q137[t];
                v49 = fmaf(__uint_as_float(v137 << 16), v97, v49);
                const unsigned v144 = q144[t];
                v50 = fmaf(__uint_as_float(v144 << 16), v103, v50);
                const unsigned v151 = q151[t];
                v51 = fmaf(__uint_as_float(v151 << 16), v109, v51);
                const unsigned v158 = q158[t];
                v52 = fmaf(__uint_as_float(v158 << 16), v115, v52);
                const unsigned v165 = q165[t];
                v53 = fmaf(__uint_as_float(v165 << 16), v121, v53);
                const unsigned v172 = q172[t];
                v54 = fmaf(__uint_as_float(v172 << 16), v127, v54);
                const unsigned v179 = q179[t];
                v55 = fmaf(__uint_as_float(v179 << 16), v83, v55);
                const unsigned v186 = q186[t];
                v56 = fmaf(__uint_as_float(v186 << 16), v91, v56);
                const unsigned v193 = q193[t];
                v57 = fmaf(__uint_as_float(v193 << 16), v97, v57);
                const unsigned v200 = q200[t];
                v58 = fmaf(__uint_as_float(v200 << 16), v103, v58);
                const unsigned v207 = q207[t];
                v59 = fmaf(__uint_as_float(v207 << 16), v109, v59);
                const unsigned v214 = q214[t];
                v60 = fmaf(__uint_as_float(v214 << 16), v115, v60);
                const unsigned v221 = q221[t];
                v61 = fmaf(__uint_as_float(v221 << 16), v121, v61);
                const unsigned v228 = q228[t];
                v62 = fmaf(__uint_as_float(v228 << 16), v127, v62);
                v63 = fmaf(v79, v79, v63);
                v64 = fmaf(v87, v87, v64);
                v65 = fmaf(v93, v93, v65);
                v66 = fmaf(v99, v99, v66);
                v67 = fmaf(v105, v105, v67);
                v68 = fmaf(v111, v111, v68);
                v69 = fmaf(v117, v117, v69);
                v70 = fmaf(v123, v123, v70);
            }
        }
        const float v267 = v47 + v48 + v49 + v50 + v51;
        const float v273 = v267 + v52 + v53 + v54;
        const int v277 = 0 <= v19 && v19 < 12 ? 128 : 0;
        const int v278 = v19 * 128;
        const float v279 = __shfl_xor_sync(0xffffffffu, v273, 16);
        const float v280 = v273 + v279;
        const float v281 = __shfl_xor_sync(0xffffffffu, v280, 8);
        const float v282 = v280 + v281;
        const float v283 = __shfl_xor_sync(0xffffffffu, v282, 4);
        const float v284 = v282 + v283;
        const float v285 = __shfl_xor_sync(0xffffffffu, v284, 2);
        const float v286 = v284 + v285;
        const float v287 = __shfl_xor_sync(0xffffffffu, v286, 1);
        const float v296 = v63 + v64 + v65 + v66 + v67;
        const float v302 = v296 + v68 + v69 + v70;
        const float v304 = __shfl_xor_sync(0xffffffffu, v302, 16);
        const float v305 = v302 + v304;
        const float v306 = __shfl_xor_sync(0xffffffffu, v305, 8);
        const float v307 = v305 + v306;
        const float v308 = __shfl_xor_sync(0xffffffffu, v307, 4);
        const float v309 = v307 + v308;
        const float v310 = __shfl_xor_sync(0xffffffffu, v309, 2);
        const float v311 = v309 + v310;
        const float v312 = __shfl_xor_sync(0xffffffffu, v311, 1);
        const float v321 = v55 + v56 + v57 + v58 + v59;
        const float v327 = v321 + v60 + v61 + v62;
        const bool v328 = 0 <= v22;
        const int v329 = v278 + v22;
        const float v335 = rsqrtf((v311 + v312) / 1536.0f + 1e-06f);
        const unsigned v337 = (unsigned)b3[v329];
        const float v341 = (v286 + v287) * v335 + __uint_as_float(v337 << 16);
        const bool v342 = 0 <= v44;
        const bool v347 = v328 && v22 < (v342 && v44 < 4096 ? 64 : 0);
        const int v350 = v347 ? (int)((unsigned)v44 * 64u + (unsigned)v22) : 0;
        const float v351 = b4[v350];
        const float v352 = v347 ? v351 : 0.0f;
        const float v354 = __shfl_xor_sync(0xffffffffu, v327, 16);
        const float v355 = v327 + v354;
        const float v356 = __shfl_xor_sync(0xffffffffu, v355, 8);
        const float v357 = v355 + v356;
        const float v358 = __shfl_xor_sync(0xffffffffu, v357, 4);
        const float v359 = v357 + v358;
        const float v360 = __shfl_xor_sync(0xffffffffu, v359, 2);
        const float v361 = v359 + v360;
        const float v362 = __shfl_xor_sync(0xffffffffu, v361, 1);
        const bool v363 = v14 == 0;
        const int v366 = v278 + v39;
        const unsigned v367 = (unsigned)b3[v366];
        const float v370 = (v361 + v362) * v335 + __uint_as_float(v367 << 16);
        const float v371 = b5[v350];
        const float v372 = v347 ? v371 : 0.0f;
        const float v374 = v341 * v352 - v370 * v372;
        const float v377 = v370 * v352 + v341 * v372;
        const int v378 = v19 - 12;
        const int v379 = v378 - 2;
        if (v363) {
            if (v328 && v22 < v277) {
                b6[v329] = v374;
            }
        }
        if (v363) {
            if (0 <= v39 && v39 < v277) {
                b6[v366] = v377;
            }
        }
        const bool v400 = v342 && v44 < (0 <= v378 && v378 < 2 ? 4096 : 0);
        const int v401 = v400 ? 128 : 0;
        const int v403 = (int)((unsigned)v44 * 128u);
        const int v404 = (int)((unsigned)(v378 * 524288) + (unsigned)v403);
        const unsigned v406 = __float_as_uint(v374);
        const unsigned v418 = 0x7f800000u < (v406 & 0x7fffffffu) ? 0x7fc0u : (v406 + 0x7fffu + ((v406 >> 16) & 1u)) >> 16;
        const float v426 = ((int)(v418 << 16) & 2147483647) < 2139095040 ? v374 : __int_as_float(0x7fc00000);
        const unsigned v427 = __float_as_uint(v426);
        const unsigned v435 = 0x7f800000u < (v427 & 0x7fffffffu) ? 0x7fc0u : (v427 + 0x7fffu + ((v427 >> 16) & 1u)) >> 16;
        const unsigned v436 = __float_as_uint(v377);
        const unsigned v444 = 0x7f800000u < (v436 & 0x7fffffffu) ? 0x7fc0u : (v436 + 0x7fffu + ((v436 >> 16) & 1u)) >> 16;
        const float v449 = ((int)(v444 << 16) & 2147483647) < 2139095040 ? v377 : __int_as_float(0x7fc00000);
        const unsigned v450 = __float_as_uint(v449);
        const unsigned v458 = 0x7f800000u < (v450 & 0x7fffffffu) ? 0x7fc0u : (v450 + 0x7fffu + ((v450 >> 16) & 1u)) >> 16;
        if (v363) {
            const int v462 = (int)((unsigned)v404 + (unsigned)v22);
            if (v328 && v22 < v401) {
                b7[v462] = (unsigned short)v435;
            }
        }
        if (v363) {
            const int v471 = (int)((unsigned)v404 + (unsigned)v39);
            if (0 <= v39 && v39 < v401) {
                b7[v471] = (unsigned short)v458;
            }
        }
        const bool v481 = v342 && v44 < (0 <= v379 && v379 < 2 ? 4096 : 0);
        const int v482 = v481 ? 128 : 0;
        const int v484 = (int)((unsigned)(v379 * 524288) + (unsigned)v403);
        const unsigned v485 = __float_as_uint(v341);
        const unsigned v493 = 0x7f800000u < (v485 & 0x7fffffffu) ? 0x7fc0u : (v485 + 0x7fffu + ((v485 >> 16) & 1u)) >> 16;
        const float v498 = ((int)(v493 << 16) & 2147483647) < 2139095040 ? v341 : __int_as_float(0x7fc00000);
        const unsigned v499 = __float_as_uint(v498);
        const unsigned v507 = 0x7f800000u < (v499 & 0x7fffffffu) ? 0x7fc0u : (v499 + 0x7fffu + ((v499 >> 16) & 1u)) >> 16;
        const unsigned v508 = __float_as_uint(v370);
        const unsigned v516 = 0x7f800000u < (v508 & 0x7fffffffu) ? 0x7fc0u : (v508 + 0x7fffu + ((v508 >> 16) & 1u)) >> 16;
        const float v521 = ((int)(v516 << 16) & 2147483647) < 2139095040 ? v370 : __int_as_float(0x7fc00000);
        const unsigned v522 = __float_as_uint(v521);
        const unsigned v530 = 0x7f800000u < (v522 & 0x7fffffffu) ? 0x7fc0u : (v522 + 0x7fffu + ((v522 >> 16) & 1u)) >> 16;
        if (v363) {
            const int v534 = (int)((unsigned)v484 + (unsigned)v22);
            if (v328 && v22 < v482) {
                b8[v534] = (unsigned short)v507;
            }
        }
        if (v363) {
            const int v543 = (int)((unsigned)v484 + (unsigned)v39);
            if (0 <= v39 && v39 < v482) {
                b8[v543] = (unsigned short)v530;
            }
        }
    }
}

// tessera kernel norm_qkv_rope_append entry ts_norm_qkv_rope_append__wide wide 1 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:16*128*1536,i16:bias:16:16*128,i32:cos:32:4096*64,i32:sin:32:4096*64,o32:q:32:12*128,b16:kcache:16:2*4096*128,b16:vcache:16:2*4096*128 sizes 1 threads 128 teams 4 count 1024 shared 0 cost 6157
extern "C" __global__ void __launch_bounds__(128) ts_norm_qkv_rope_append__wide(
    const float *b0, // x
    const unsigned short *b1, // gamma
    const unsigned short *b2, // w
    const unsigned short *b3, // bias
    const float *b4, // cos
    const float *b5, // sin
    float *b6, // q
    unsigned short *b7, // kcache
    unsigned short *b8, // vcache
    const int *s0) // pos
{
    take_turn();
    const int v1 = (int)blockIdx.x;
    const int v4 = (int)threadIdx.x;
    const int v7 = v1 * 4 + v4 / 32;
    const int v10 = (int)gridDim.x * 4;
    const int v14 = v4 & 31;
    for (int v16 = v7; v16 < 1024; v16 += v10) {
        const int v19 = v16 / 64;
        const int v21 = v19 * 196608;
        const int v22 = v16 % 64;
        const int v24 = v21 + v22 * 1536;
        const int v26 = v14 * 8;
        const int v29 = v22 + 64;
        const int v31 = v21 + v29 * 1536;
        const int v34 = s0[0];
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
        float v52 = 0.0f;
        float v53 = 0.0f;
        float v54 = 0.0f;
        float v55 = 0.0f;
        float v56 = 0.0f;
        float v57 = 0.0f;
        float v58 = 0.0f;
        float v59 = 0.0f;
        float v60 = 0.0f;
        for (int i62 = 0; i62 < 1536; i62 += 768) {
            uint4 q66[3];
            uint4 q181[3];
            #pragma unroll
            for (int t = 0; t < 3; t++) {
                const int v62 = i62 + t * 256;
                const int v63 = v62 + v26;
                q66[t] = ((const uint4 *)b2)[(v24 + v63) >> 3];
                q181[t] = ((const uint4 *)b2)[(v31 + v63) >> 3];
            }
            __syncwarp();
            #pragma unroll
            for (int t = 0; t < 3; t++) {
                const int v62 = i62 + t * 256;
                const int v63 = v62 + v26;
                const uint4 v66 = q66[t];
                const int v73 = v63 >> 2;
                const uint4 v74 = ((const uint4 *)b0)[v73];
                const float v76 = __uint_as_float(v74.x);
                const uint4 v78 = ((const uint4 *)b1)[v63 >> 3];
                const float v83 = v76 * __uint_as_float((v78.x & 0xffffu) << 16);
                const float v87 = __uint_as_float(v74.y);
                const float v91 = v87 * __uint_as_float((v78.x >> 16) << 16);
                const float v93 = __uint_as_float(v74.z);
                const float v98 = v93 * __uint_as_float((v78.y & 0xffffu) << 16);
                const float v100 = __uint_as_float(v74.w);
                const float v104 = v100 * __uint_as_float((v78.y >> 16) << 16);
                const uint4 v106 = ((const uint4 *)b0)[v73 + 1];
                const float v108 = __uint_as_float(v106.x);
                const float v113 = v108 * __uint_as_float((v78.z & 0xffffu) << 16);
                const float v115 = __uint_as_float(v106.y);
                const float v119 = v115 * __uint_as_float((v78.z >> 16) << 16);
                const float v121 = __uint_as_float(v106.z);
                const float v126 = v121 * __uint_as_float((v78.w & 0xffffu) << 16);
                const float v128 = __uint_as_float(v106.w);
                const float v132 = v128 * __uint_as_float((v78.w >> 16) << 16);
                v37 = fmaf(__uint_as_float((v66.x & 0xffffu) << 16), v83, v37);
                v38 = fmaf(__uint_as_float((v66.x >> 16) << 16), v91, v38);
                v39 = fmaf(__uint_as_float((v66.y & 0xffffu) << 16), v98, v39);
                v40 = fmaf(__uint_as_float((v66.y >> 16) << 16), v104, v40);
                v41 = fmaf(__uint_as_float((v66.z & 0xffffu) << 16), v113, v41);
                v42 = fmaf(__uint_as_float((v66.z >> 16) << 16), v119, v42);
                v43 = fmaf(__uint_as_float((v66.w & 0xffffu) << 16), v126, v43);
                v44 = fmaf(__uint_as_float((v66.w >> 16) << 16), v132, v44);
                const uint4 v181 = q181[t];
                v45 = fmaf(__uint_as_float((v181.x & 0xffffu) << 16), v83, v45);
                v46 = fmaf(__uint_as_float((v181.x >> 16) << 16), v91, v46);
                v47 = fmaf(__uint_as_float((v181.y & 0xffffu) << 16), v98, v47);
                v48 = fmaf(__uint_as_float((v181.y >> 16) << 16), v104, v48);
                v49 = fmaf(__uint_as_float((v181.z & 0xffffu) << 16), v113, v49);
                v50 = fmaf(__uint_as_float((v181.z >> 16) << 16), v119, v50);
                v51 = fmaf(__uint_as_float((v181.w & 0xffffu) << 16), v126, v51);
                v52 = fmaf(__uint_as_float((v181.w >> 16) << 16), v132, v52);
                v53 = fmaf(v76, v76, v53);
                v54 = fmaf(v87, v87, v54);
                v55 = fmaf(v93, v93, v55);
                v56 = fmaf(v100, v100, v56);
                v57 = fmaf(v108, v108, v57);
                v58 = fmaf(v115, v115, v58);
                v59 = fmaf(v121, v121, v59);
                v60 = fmaf(v128, v128, v60);
            }
        }
        const float v267 = v37 + v38 + v39 + v40 + v41;
        const float v273 = v267 + v42 + v43 + v44;
        const int v277 = 0 <= v19 && v19 < 12 ? 128 : 0;
        const int v278 = v19 * 128;
        const float v279 = __shfl_xor_sync(0xffffffffu, v273, 16);
        const float v280 = v273 + v279;
        const float v281 = __shfl_xor_sync(0xffffffffu, v280, 8);
        const float v282 = v280 + v281;
        const float v283 = __shfl_xor_sync(0xffffffffu, v282, 4);
        const float v284 = v282 + v283;
        const float v285 = __shfl_xor_sync(0xffffffffu, v284, 2);
        const float v286 = v284 + v285;
        const float v287 = __shfl_xor_sync(0xffffffffu, v286, 1);
        const float v296 = v53 + v54 + v55 + v56 + v57;
        const float v302 = v296 + v58 + v59 + v60;
        const float v304 = __shfl_xor_sync(0xffffffffu, v302, 16);
        const float v305 = v302 + v304;
        const float v306 = __shfl_xor_sync(0xffffffffu, v305, 8);
        const float v307 = v305 + v306;
        const float v308 = __shfl_xor_sync(0xffffffffu, v307, 4);
        const float v309 = v307 + v308;
        const float v310 = __shfl_xor_sync(0xffffffffu, v309, 2);
        const float v311 = v309 + v310;
        const float v312 = __shfl_xor_sync(0xffffffffu, v311, 1);
        const float v321 = v45 + v46 + v47 + v48 + v49;
        const float v327 = v321 + v50 + v51 + v52;
        const bool v328 = 0 <= v22;
        const int v329 = v278 + v22;
        const float v335 = rsqrtf((v311 + v312) / 1536.0f + 1e-06f);
        const unsigned v337 = (unsigned)b3[v329];
        const float v341 = (v286 + v287) * v335 + __uint_as_float(v337 << 16);
        const bool v342 = 0 <= v34;
        const bool v347 = v328 && v22 < (v342 && v34 < 4096 ? 64 : 0);
        const int v350 = v347 ? (int)((unsigned)v34 * 64u + (unsigned)v22) : 0;
        const float v351 = b4[v350];
        const float v352 = v347 ? v351 : 0.0f;
        const float v354 = __shfl_xor_sync(0xffffffffu, v327, 16);
        const float v355 = v327 + v354;
        const float v356 = __shfl_xor_sync(0xffffffffu, v355, 8);
        const float v357 = v355 + v356;
        const float v358 = __shfl_xor_sync(0xffffffffu, v357, 4);
        const float v359 = v357 + v358;
        const float v360 = __shfl_xor_sync(0xffffffffu, v359, 2);
        const float v361 = v359 + v360;
        const float v362 = __shfl_xor_sync(0xffffffffu, v361, 1);
        const bool v363 = v14 == 0;
        const int v366 = v278 + v29;
        const unsigned v367 = (unsigned)b3[v366];
        const float v370 = (v361 + v362) * v335 + __uint_as_float(v367 << 16);
        const float v371 = b5[v350];
        const float v372 = v347 ? v371 : 0.0f;
        const float v374 = v341 * v352 - v370 * v372;
        const float v377 = v370 * v352 + v341 * v372;
        const int v378 = v19 - 12;
        const int v379 = v378 - 2;
        if (v363) {
            if (v328 && v22 < v277) {
                b6[v329] = v374;
            }
        }
        if (v363) {
            if (0 <= v29 && v29 < v277) {
                b6[v366] = v377;
            }
        }
        const bool v400 = v342 && v34 < (0 <= v378 && v378 < 2 ? 4096 : 0);
        const int v401 = v400 ? 128 : 0;
        const int v403 = (int)((unsigned)v34 * 128u);
        const int v404 = (int)((unsigned)(v378 * 524288) + (unsigned)v403);
        const unsigned v406 = __float_as_uint(v374);
        const unsigned v418 = 0x7f800000u < (v406 & 0x7fffffffu) ? 0x7fc0u : (v406 + 0x7fffu + ((v406 >> 16) & 1u)) >> 16;
        const float v426 = ((int)(v418 << 16) & 2147483647) < 2139095040 ? v374 : __int_as_float(0x7fc00000);
        const unsigned v427 = __float_as_uint(v426);
        const unsigned v435 = 0x7f800000u < (v427 & 0x7fffffffu) ? 0x7fc0u : (v427 + 0x7fffu + ((v427 >> 16) & 1u)) >> 16;
        const unsigned v436 = __float_as_uint(v377);
        const unsigned v444 = 0x7f800000u < (v436 & 0x7fffffffu) ? 0x7fc0u : (v436 + 0x7fffu + ((v436 >> 16) & 1u)) >> 16;
        const float v449 = ((int)(v444 << 16) & 2147483647) < 2139095040 ? v377 : __int_as_float(0x7fc00000);
        const unsigned v450 = __float_as_uint(v449);
        const unsigned v458 = 0x7f800000u < (v450 & 0x7fffffffu) ? 0x7fc0u : (v450 + 0x7fffu + ((v450 >> 16) & 1u)) >> 16;
        if (v363) {
            const int v462 = (int)((unsigned)v404 + (unsigned)v22);
            if (v328 && v22 < v401) {
                b7[v462] = (unsigned short)v435;
            }
        }
        if (v363) {
            const int v471 = (int)((unsigned)v404 + (unsigned)v29);
            if (0 <= v29 && v29 < v401) {
                b7[v471] = (unsigned short)v458;
            }
        }
        const bool v481 = v342 && v34 < (0 <= v379 && v379 < 2 ? 4096 : 0);
        const int v482 = v481 ? 128 : 0;
        const int v484 = (int)((unsigned)(v379 * 524288) + (unsigned)v403);
        const unsigned v485 = __float_as_uint(v341);
        const unsigned v493 = 0x7f800000u < (v485 & 0x7fffffffu) ? 0x7fc0u : (v485 + 0x7fffu + ((v485 >> 16) & 1u)) >> 16;
        const float v498 = ((int)(v493 << 16) & 2147483647) < 2139095040 ? v341 : __int_as_float(0x7fc00000);
        const unsigned v499 = __float_as_uint(v498);
        const unsigned v507 = 0x7f800000u < (v499 & 0x7fffffffu) ? 0x7fc0u : (v499 + 0x7fffu + ((v499 >> 16) & 1u)) >> 16;
        const unsigned v508 = __float_as_uint(v370);
        const unsigned v516 = 0x7f800000u < (v508 & 0x7fffffffu) ? 0x7fc0u : (v508 + 0x7fffu + ((v508 >> 16) & 1u)) >> 16;
        const float v521 = ((int)(v516 << 16) & 2147483647) < 2139095040 ? v370 : __int_as_float(0x7fc00000);
        const unsigned v522 = __float_as_uint(v521);
        const unsigned v530 = 0x7f800000u < (v522 & 0x7fffffffu) ? 0x7fc0u : (v522 + 0x7fffu + ((v522 >> 16) & 1u)) >> 16;
        if (v363) {
            const int v534 = (int)((unsigned)v484 + (unsigned)v22);
            if (v328 && v22 < v482) {
                b8[v534] = (unsigned short)v507;
            }
        }
        if (v363) {
            const int v543 = (int)((unsigned)v484 + (unsigned)v29);
            if (0 <= v29 && v29 < v482) {
                b8[v543] = (unsigned short)v530;
            }
        }
    }
}
