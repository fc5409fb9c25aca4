// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel norm_qkv_rope_append entry ts_norm_qkv_rope_append wide 0 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:16*128*1536,i16:bias:16:16*128,i32:cos:32:4096*64,i32:sin:32:4096*64,o32:q:32:12*128,b16:kcache:16:2*4096*128,b16:vcache:16:2*4096*128 sizes 1 threads 256 teams 8 count 1024 shared 0 cost 6157
[[max_total_threads_per_threadgroup(256)]]
kernel void ts_norm_qkv_rope_append(
    device const float *b0 [[buffer(0)]], // x
    device const ushort *b1 [[buffer(1)]], // gamma
    device const ushort *b2 [[buffer(2)]], // w
    device const ushort *b3 [[buffer(3)]], // bias
    device const float *b4 [[buffer(4)]], // cos
    device const float *b5 [[buffer(5)]], // sin
    device float *b6 [[buffer(6)]], // q
    device ushort *b7 [[buffer(7)]], // kcache
    device ushort *b8 [[buffer(8)]], // vcache
    device const int *s0 [[buffer(9)]], // pos
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v1 = (int)group;
    const int v4 = (int)local;
    const int v7 = v1 * 8 + v4 / 32;
    const int v10 = (int)groups * 8;
    const int v14 = v4 & 31;
    for (int v16 = v7; v16 < 1024; v16 += v10) {
        const int v19 = v16 / 64;
        const int v21 = v19 * 196608;
        const int v22 = v16 % 64;
        const int v24 = v21 + v22 * 1536;
        const int v25 = v14 * 8;
        const int v26 = v25 + 1;
        const int v28 = v25 + 2;
        const int v30 = v25 + 3;
        const int v32 = v25 + 4;
        const int v34 = v25 + 5;
        const int v36 = v25 + 6;
        const int v38 = v25 + 7;
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
        #pragma clang loop unroll_count(4)
        for (int v72 = 0; v72 < 1536; v72 += 256) {
            const int v73 = v72 + v25;
            const uint v75 = (uint)b2[v24 + v73];
            const float v79 = b0[v73];
            const uint v80 = (uint)b1[v73];
            const float v83 = v79 * as_type<float>(v80 << 16);
            const int v86 = v72 + v26;
            const float v87 = b0[v86];
            const uint v88 = (uint)b1[v86];
            const float v91 = v87 * as_type<float>(v88 << 16);
            const int v92 = v72 + v28;
            const float v93 = b0[v92];
            const uint v94 = (uint)b1[v92];
            const float v97 = v93 * as_type<float>(v94 << 16);
            const int v98 = v72 + v30;
            const float v99 = b0[v98];
            const uint v100 = (uint)b1[v98];
            const float v103 = v99 * as_type<float>(v100 << 16);
            const int v104 = v72 + v32;
            const float v105 = b0[v104];
            const uint v106 = (uint)b1[v104];
            const float v109 = v105 * as_type<float>(v106 << 16);
            const int v110 = v72 + v34;
            const float v111 = b0[v110];
            const uint v112 = (uint)b1[v110];
            const float v115 = v111 * as_type<float>(v112 << 16);
            const int v116 = v72 + v36;
            const float v117 = b0[v116];
            const uint v118 = (uint)b1[v116];
            const float v121 = v117 * as_type<float>(v118 << 16);
            const int v122 = v72 + v38;
            const float v123 = b0[v122];
            const uint v124 = (uint)b1[v122];
            const float v127 = v123 * as_type<float>(v124 << 16);
            v47 = fma(as_type<float>(v75 << 16), v83, v47);
            const uint v130 = (uint)b2[v24 + v86];
            v48 = fma(as_type<float>(v130 << 16), v91, v48);
            const uint v137 = (uint)b2[v24 + v92];
            v49 = fma(as_type<float>(v137 << 16), v97, v49);
            const uint v144 = (uint)b2[v24 + v98];
            v50 = fma(as_type<float>(v144 << 16), v103, v50);
            const uint v151 = (uint)b2[v24 + v104];
            v51 = fma(as_type<float>(v151 << 16), v109, v51);
            const uint v158 = (uint)b2[v24 + v110];
            v52 = fma(as_type<float>(v158 << 16), v115, v52);
            const uint v165 = (uint)b2[v24 + v116];
            v53 = fma(as_type<float>(v165 << 16), v121, v53);
            const uint v172 = (uint)b2[v24 + v122];
            v54 = fma(as_type<float>(v172 << 16), v127, v54);
            const uint v179 = (uint)b2[v41 + v73];
            v55 = fma(as_type<float>(v179 << 16), v83, v55);
            const uint v186 = (uint)b2[v41 + v86];
            v56 = fma(as_type<float>(v186 << 16), v91, v56);
            const uint v193 = (uint)b2[v41 + v92];
            v57 = fma(as_type<float>(v193 << 16), v97, v57);
            const uint v200 = (uint)b2[v41 + v98];
            v58 = fma(as_type<float>(v200 << 16), v103, v58);
            const uint v207 = (uint)b2[v41 + v104];
            v59 = fma(as_type<float>(v207 << 16), v109, v59);
            const uint v214 = (uint)b2[v41 + v110];
            v60 = fma(as_type<float>(v214 << 16), v115, v60);
            const uint v221 = (uint)b2[v41 + v116];
            v61 = fma(as_type<float>(v221 << 16), v121, v61);
            const uint v228 = (uint)b2[v41 + v122];
            v62 = fma(as_type<float>(v228 << 16), v127, v62);
            v63 = fma(v79, v79, v63);
            v64 = fma(v87, v87, v64);
            v65 = fma(v93, v93, v65);
            v66 = fma(v99, v99, v66);
            v67 = fma(v105, v105, v67);
            v68 = fma(v111, v111, v68);
            v69 = fma(v117, v117, v69);
            v70 = fma(v123, v123, v70);
        }
        const float v267 = v47 + v48 + v49 + v50 + v51;
        const float v273 = v267 + v52 + v53 + v54;
        const int v277 = 0 <= v19 && v19 < 12 ? 128 : 0;
        const int v278 = v19 * 128;
        const float v279 = simd_shuffle_xor(v273, (ushort)16);
        const float v280 = v273 + v279;
        const float v281 = simd_shuffle_xor(v280, (ushort)8);
        const float v282 = v280 + v281;
        const float v283 = simd_shuffle_xor(v282, (ushort)4);
        const float v284 = v282 + v283;
        const float v285 = simd_shuffle_xor(v284, (ushort)2);
        const float v286 = v284 + v285;
        const float v287 = simd_shuffle_xor(v286, (ushort)1);
        const float v296 = v63 + v64 + v65 + v66 + v67;
        const float v302 = v296 + v68 + v69 + v70;
        const float v304 = simd_shuffle_xor(v302, (ushort)16);
        const float v305 = v302 + v304;
        const float v306 = simd_shuffle_xor(v305, (ushort)8);
        const float v307 = v305 + v306;
        const float v308 = simd_shuffle_xor(v307, (ushort)4);
        const float v309 = v307 + v308;
        const float v310 = simd_shuffle_xor(v309, (ushort)2);
        const float v311 = v309 + v310;
        const float v312 = simd_shuffle_xor(v311, (ushort)1);
        const float v321 = v55 + v56 + v57 + v58 + v59;
        const float v327 = v321 + v60 + v61 + v62;
        const bool v328 = 0 <= v22;
        const int v329 = v278 + v22;
        const float v335 = precise::rsqrt((v311 + v312) / 1536.0f + 1e-06f);
        const uint v337 = (uint)b3[v329];
        const float v341 = (v286 + v287) * v335 + as_type<float>(v337 << 16);
        const bool v342 = 0 <= v44;
        const bool v347 = v328 && v22 < (v342 && v44 < 4096 ? 64 : 0);
        const int v350 = v347 ? (int)((uint)v44 * 64u + (uint)v22) : 0;
        const float v351 = b4[v350];
        const float v352 = v347 ? v351 : 0.0f;
        const float v354 = simd_shuffle_xor(v327, (ushort)16);
        const float v355 = v327 + v354;
        const float v356 = simd_shuffle_xor(v355, (ushort)8);
        const float v357 = v355 + v356;
        const float v358 = simd_shuffle_xor(v357, (ushort)4);
        const float v359 = v357 + v358;
        const float v360 = simd_shuffle_xor(v359, (ushort)2);
        const float v361 = v359 + v360;
        const float v362 = simd_shuffle_xor(v361, (ushort)1);
        const bool v363 = v14 == 0;
        const int v366 = v278 + v39;
        const uint v367 = (uint)b3[v366];
        const float v370 = (v361 + v362) * v335 + as_type<float>(v367 << 16);
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
        const int v403 = (int)((uint)v44 * 128u);
        const int v404 = (int)((uint)(v378 * 524288) + (uint)v403);
        const uint v406 = as_type<uint>(v374);
        const uint v418 = 0x7f800000u < (v406 & 0x7fffffffu) ? 0x7fc0u : (v406 + 0x7fffu + ((v406 >> 16) & 1u)) >> 16;
        const float v426 = ((int)(v418 << 16) & 2147483647) < 2139095040 ? v374 : NAN;
        const uint v427 = as_type<uint>(v426);
        const uint v435 = 0x7f800000u < (v427 & 0x7fffffffu) ? 0x7fc0u : (v427 + 0x7fffu + ((v427 >> 16) & 1u)) >> 16;
        const uint v436 = as_type<uint>(v377);
        const uint v444 = 0x7f800000u < (v436 & 0x7fffffffu) ? 0x7fc0u : (v436 + 0x7fffu + ((v436 >> 16) & 1u)) >> 16;
        const float v449 = ((int)(v444 << 16) & 2147483647) < 2139095040 ? v377 : NAN;
        const uint v450 = as_type<uint>(v449);
        const uint v458 = 0x7f800000u < (v450 & 0x7fffffffu) ? 0x7fc0u : (v450 + 0x7fffu + ((v450 >> 16) & 1u)) >> 16;
        if (v363) {
            const int v462 = (int)((uint)v404 + (uint)v22);
            if (v328 && v22 < v401) {
                b7[v462] = (ushort)v435;
            }
        }
        if (v363) {
            const int v471 = (int)((uint)v404 + (uint)v39);
            if (0 <= v39 && v39 < v401) {
                b7[v471] = (ushort)v458;
            }
        }
        const bool v481 = v342 && v44 < (0 <= v379 && v379 < 2 ? 4096 : 0);
        const int v482 = v481 ? 128 : 0;
        const int v484 = (int)((uint)(v379 * 524288) + (uint)v403);
        const uint v485 = as_type<uint>(v341);
        const uint v493 = 0x7f800000u < (v485 & 0x7fffffffu) ? 0x7fc0u : (v485 + 0x7fffu + ((v485 >> 16) & 1u)) >> 16;
        const float v498 = ((int)(v493 << 16) & 2147483647) < 2139095040 ? v341 : NAN;
        const uint v499 = as_type<uint>(v498);
        const uint v507 = 0x7f800000u < (v499 & 0x7fffffffu) ? 0x7fc0u : (v499 + 0x7fffu + ((v499 >> 16) & 1u)) >> 16;
        const uint v508 = as_type<uint>(v370);
        const uint v516 = 0x7f800000u < (v508 & 0x7fffffffu) ? 0x7fc0u : (v508 + 0x7fffu + ((v508 >> 16) & 1u)) >> 16;
        const float v521 = ((int)(v516 << 16) & 2147483647) < 2139095040 ? v370 : NAN;
        const uint v522 = as_type<uint>(v521);
        const uint v530 = 0x7f800000u < (v522 & 0x7fffffffu) ? 0x7fc0u : (v522 + 0x7fffu + ((v522 >> 16) & 1u)) >> 16;
        if (v363) {
            const int v534 = (int)((uint)v484 + (uint)v22);
            if (v328 && v22 < v482) {
                b8[v534] = (ushort)v507;
            }
        }
        if (v363) {
            const int v543 = (int)((uint)v484 + (uint)v39);
            if (0 <= v39 && v39 < v482) {
                b8[v543] = (ushort)v530;
            }
        }
    }
}

// tessera kernel norm_qkv_rope_append entry ts_norm_qkv_rope_append__wide wide 1 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:16*128*1536,i16:bias:16:16*128,i32:cos:32:4096*64,i32:sin:32:4096*64,o32:q:32:12*128,b16:kcache:16:2*4096*128,b16:vcache:16:2*4096*128 sizes 1 threads 256 teams 8 count 1024 shared 0 cost 6157
[[max_total_threads_per_threadgroup(256)]]
kernel void ts_norm_qkv_rope_append__wide(
    device const float *b0 [[buffer(0)]], // x
    device const ushort *b1 [[buffer(1)]], // gamma
    device const ushort *b2 [[buffer(2)]], // w
    device const ushort *b3 [[buffer(3)]], // bias
    device const float *b4 [[buffer(4)]], // cos
    device const float *b5 [[buffer(5)]], // sin
    device float *b6 [[buffer(6)]], // q
    device ushort *b7 [[buffer(7)]], // kcache
    device ushort *b8 [[buffer(8)]], // vcache
    device const int *s0 [[buffer(9)]], // pos
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v1 = (int)group;
    const int v4 = (int)local;
    const int v7 = v1 * 8 + v4 / 32;
    const int v10 = (int)groups * 8;
    const int v14 = v4 & 31;
    for (int v16 = v7; v16 < 1024; v16 += v10) {
        const int v19 = v16 / 64;
        const int v21 = v19 * 196608;
        const int v22 = v16 % 64;
        const int v24 = v21 + v22 * 1536;
        const int v25 = v14 * 8;
        const int v28 = v22 + 64;
        const int v30 = v21 + v28 * 1536;
        const int v33 = s0[0];
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
        float v52 = 0.0f;
        float v53 = 0.0f;
        float v54 = 0.0f;
        float v55 = 0.0f;
        float v56 = 0.0f;
        float v57 = 0.0f;
        float v58 = 0.0f;
        float v59 = 0.0f;
        #pragma clang loop unroll_count(4)
        for (int v61 = 0; v61 < 1536; v61 += 256) {
            const int v62 = v61 + v25;
            const uint4 v65 = ((device const uint4 *)b2)[(v24 + v62) >> 3];
            const int v72 = v62 >> 2;
            const uint4 v73 = ((device const uint4 *)b0)[v72];
            const float v75 = as_type<float>(v73.x);
            const uint4 v77 = ((device const uint4 *)b1)[v62 >> 3];
            const float v82 = v75 * as_type<float>((v77.x & 0xffffu) << 16);
            const float v86 = as_type<float>(v73.y);
            const float v90 = v86 * as_type<float>((v77.x >> 16) << 16);
            const float v92 = as_type<float>(v73.z);
            const float v97 = v92 * as_type<float>((v77.y & 0xffffu) << 16);
            const float v99 = as_type<float>(v73.w);
            const float v103 = v99 * as_type<float>((v77.y >> 16) << 16);
            const uint4 v105 = ((device const uint4 *)b0)[v72 + 1];
            const float v107 = as_type<float>(v105.x);
            const float v112 = v107 * as_type<float>((v77.z & 0xffffu) << 16);
            const float v114 = as_type<float>(v105.y);
            const float v118 = v114 * as_type<float>((v77.z >> 16) << 16);
            const float v120 = as_type<float>(v105.z);
            const float v125 = v120 * as_type<float>((v77.w & 0xffffu) << 16);
            const float v127 = as_type<float>(v105.w);
            const float v131 = v127 * as_type<float>((v77.w >> 16) << 16);
            v36 = fma(as_type<float>((v65.x & 0xffffu) << 16), v82, v36);
            v37 = fma(as_type<float>((v65.x >> 16) << 16), v90, v37);
            v38 = fma(as_type<float>((v65.y & 0xffffu) << 16), v97, v38);
            v39 = fma(as_type<float>((v65.y >> 16) << 16), v103, v39);
            v40 = fma(as_type<float>((v65.z & 0xffffu) << 16), v112, v40);
            v41 = fma(as_type<float>((v65.z >> 16) << 16), v118, v41);
            v42 = fma(as_type<float>((v65.w & 0xffffu) << 16), v125, v42);
            v43 = fma(as_type<float>((v65.w >> 16) << 16), v131, v43);
            const uint4 v180 = ((device const uint4 *)b2)[(v30 + v62) >> 3];
            v44 = fma(as_type<float>((v180.x & 0xffffu) << 16), v82, v44);
            v45 = fma(as_type<float>((v180.x >> 16) << 16), v90, v45);
            v46 = fma(as_type<float>((v180.y & 0xffffu) << 16), v97, v46);
            v47 = fma(as_type<float>((v180.y >> 16) << 16), v103, v47);
            v48 = fma(as_type<float>((v180.z & 0xffffu) << 16), v112, v48);
            v49 = fma(as_type<float>((v180.z >> 16) << 16), v118, v49);
            v50 = fma(as_type<float>((v180.w & 0xffffu) << 16), v125, v50);
            v51 = fma(as_type<float>((v180.w >> 16) << 16), v131, v51);
            v52 = fma(v75, v75, v52);
            v53 = fma(v86, v86, v53);
            v54 = fma(v92, v92, v54);
            v55 = fma(v99, v99, v55);
            v56 = fma(v107, v107, v56);
            v57 = fma(v114, v114, v57);
            v58 = fma(v120, v120, v58);
            v59 = fma(v127, v127, v59);
        }
        const float v266 = v36 + v37 + v38 + v39 + v40;
        const float v272 = v266 + v41 + v42 + v43;
        const int v276 = 0 <= v19 && v19 < 12 ? 128 : 0;
        const int v277 = v19 * 128;
        const float v278 = simd_shuffle_xor(v272, (ushort)16);
        const float v279 = v272 + v278;
        const float v280 = simd_shuffle_xor(v279, (ushort)8);
        const float v281 = v279 + v280;
        const float v282 = simd_shuffle_xor(v281, (ushort)4);
        const float v283 = v281 + v282;
        const float v284 = simd_shuffle_xor(v283, (ushort)2);
        const float v285 = v283 + v284;
        const float v286 = simd_shuffle_xor(v285, (ushort)1);
        const float v295 = v52 + v53 + v54 + v55 + v56;
        const float v301 = v295 + v57 + v58 + v59;
        const float v303 = simd_shuffle_xor(v301, (ushort)16);
        const float v304 = v301 + v303;
        const float v305 = simd_shuffle_xor(v304, (ushort)8);
        const float v306 = v304 + v305;
        const float v307 = simd_shuffle_xor(v306, (ushort)4);
        const float v308 = v306 + v307;
        const float v309 = simd_shuffle_xor(v308, (ushort)2);
        const float v310 = v308 + v309;
        const float v311 = simd_shuffle_xor(v310, (ushort)1);
        const float v320 = v44 + v45 + v46 + v47 + v48;
        const float v326 = v320 + v49 + v50 + v51;
        const bool v327 = 0 <= v22;
        const int v328 = v277 + v22;
        const float v334 = precise::rsqrt((v310 + v311) / 1536.0f + 1e-06f);
        const uint v336 = (uint)b3[v328];
        const float v340 = (v285 + v286) * v334 + as_type<float>(v336 << 16);
        const bool v341 = 0 <= v33;
        const bool v346 = v327 && v22 < (v341 && v33 < 4096 ? 64 : 0);
        const int v349 = v346 ? (int)((uint)v33 * 64u + (uint)v22) : 0;
        const float v350 = b4[v349];
        const float v351 = v346 ? v350 : 0.0f;
        const float v353 = simd_shuffle_xor(v326, (ushort)16);
        const float v354 = v326 + v353;
        const float v355 = simd_shuffle_xor(v354, (ushort)8);
        const float v356 = v354 + v355;
        const float v357 = simd_shuffle_xor(v356, (ushort)4);
        const float v358 = v356 + v357;
        const float v359 = simd_shuffle_xor(v358, (ushort)2);
        const float v360 = v358 + v359;
        const float v361 = simd_shuffle_xor(v360, (ushort)1);
        const bool v362 = v14 == 0;
        const int v365 = v277 + v28;
        const uint v366 = (uint)b3[v365];
        const float v369 = (v360 + v361) * v334 + as_type<float>(v366 << 16);
        const float v370 = b5[v349];
        const float v371 = v346 ? v370 : 0.0f;
        const float v373 = v340 * v351 - v369 * v371;
        const float v376 = v369 * v351 + v340 * v371;
        const int v377 = v19 - 12;
        const int v378 = v377 - 2;
        if (v362) {
            if (v327 && v22 < v276) {
                b6[v328] = v373;
            }
        }
        if (v362) {
            if (0 <= v28 && v28 < v276) {
                b6[v365] = v376;
            }
        }
        const bool v399 = v341 && v33 < (0 <= v377 && v377 < 2 ? 4096 : 0);
        const int v400 = v399 ? 128 : 0;
        const int v402 = (int)((uint)v33 * 128u);
        const int v403 = (int)((uint)(v377 * 524288) + (uint)v402);
        const uint v405 = as_type<uint>(v373);
        const uint v417 = 0x7f800000u < (v405 & 0x7fffffffu) ? 0x7fc0u : (v405 + 0x7fffu + ((v405 >> 16) & 1u)) >> 16;
        const float v425 = ((int)(v417 << 16) & 2147483647) < 2139095040 ? v373 : NAN;
        const uint v426 = as_type<uint>(v425);
        const uint v434 = 0x7f800000u < (v426 & 0x7fffffffu) ? 0x7fc0u : (v426 + 0x7fffu + ((v426 >> 16) & 1u)) >> 16;
        const uint v435 = as_type<uint>(v376);
        const uint v443 = 0x7f800000u < (v435 & 0x7fffffffu) ? 0x7fc0u : (v435 + 0x7fffu + ((v435 >> 16) & 1u)) >> 16;
        const float v448 = ((int)(v443 << 16) & 2147483647) < 2139095040 ? v376 : NAN;
        const uint v449 = as_type<uint>(v448);
        const uint v457 = 0x7f800000u < (v449 & 0x7fffffffu) ? 0x7fc0u : (v449 + 0x7fffu + ((v449 >> 16) & 1u)) >> 16;
        if (v362) {
            const int v461 = (int)((uint)v403 + (uint)v22);
            if (v327 && v22 < v400) {
                b7[v461] = (ushort)v434;
            }
        }
        if (v362) {
            const int v470 = (int)((uint)v403 + (uint)v28);
            if (0 <= v28 && v28 < v400) {
                b7[v470] = (ushort)v457;
            }
        }
        const bool v480 = v341 && v33 < (0 <= v378 && v378 < 2 ? 4096 : 0);
        const int v481 = v480 ? 128 : 0;
        const int v483 = (int)((uint)(v378 * 524288) + (uint)v402);
        const uint v484 = as_type<uint>(v340);
        const uint v492 = 0x7f800000u < (v484 & 0x7fffffffu) ? 0x7fc0u : (v484 + 0x7fffu + ((v484 >> 16) & 1u)) >> 16;
        const float v497 = ((int)(v492 << 16) & 2147483647) < 2139095040 ? v340 : NAN;
        const uint v498 = as_type<uint>(v497);
        const uint v506 = 0x7f800000u < (v498 & 0x7fffffffu) ? 0x7fc0u : (v498 + 0x7fffu + ((v498 >> 16) & 1u)) >> 16;
        const uint v507 = as_type<uint>(v369);
        const uint v515 = 0x7f800000u < (v507 & 0x7fffffffu) ? 0x7fc0u : (v507 + 0x7fffu + ((v507 >> 16) & 1u)) >> 16;
        const float v520 = ((int)(v515 << 16) & 2147483647) < 2139095040 ? v369 : NAN;
        const uint v521 = as_type<uint>(v520);
        const uint v529 = 0x7f800000u < (v521 & 0x7fffffffu) ? 0x7fc0u : (v521 + 0x7fffu + ((v521 >> 16) & 1u)) >> 16;
        if (v362) {
            const int v533 = (int)((uint)v483 + (uint)v22);
            if (v327 && v22 < v481) {
                b8[v533] = (ushort)v506;
            }
        }
        if (v362) {
            const int v542 = (int)((uint)v483 + (uint)v28);
            if (0 <= v28 && v28 < v481) {
                b8[v542] = (ushort)v529;
            }
        }
    }
}
