// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel norm_lm_head_argmax entry ts_norm_lm_head_argmax wide 0 params i32,i16,i16,o32,w32,w32 sizes 1 threads 256 teams 8 count 9496 shared 0 cost 786433
[[max_total_threads_per_threadgroup(256)]]
kernel void ts_norm_lm_head_argmax(
    device const float *b0 [[buffer(0)]], // x
    device const ushort *b1 [[buffer(1)]], // gamma
    device const ushort *b2 [[buffer(2)]], // w
    device float *b3 [[buffer(3)]], // logits
    device float *b4 [[buffer(4)]], // val
    device int *b5 [[buffer(5)]], // idx
    device const int *s0 [[buffer(6)]], // valid
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v1 = (int)group;
    const int v4 = (int)local;
    const int v7 = v1 * 8 + v4 / 32;
    const int v10 = (int)groups * 8;
    const int v13 = v4 & 31;
    for (int v17 = v7; v17 < 9496; v17 += v10) {
        const int v20 = v13 * 8;
        const int v21 = v20 + 1;
        const int v23 = v20 + 2;
        const int v25 = v20 + 3;
        const int v27 = v20 + 4;
        const int v29 = v20 + 5;
        const int v31 = v20 + 6;
        const int v33 = v20 + 7;
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
            const float v49 = b0[v47 + v20];
            const float v53 = b0[v47 + v21];
            const float v55 = b0[v47 + v23];
            const float v57 = b0[v47 + v25];
            const float v59 = b0[v47 + v27];
            const float v61 = b0[v47 + v29];
            const float v63 = b0[v47 + v31];
            const float v65 = b0[v47 + v33];
            v38 = fma(v49, v49, v38);
            v39 = fma(v53, v53, v39);
            v40 = fma(v55, v55, v40);
            v41 = fma(v57, v57, v41);
            v42 = fma(v59, v59, v42);
            v43 = fma(v61, v61, v43);
            v44 = fma(v63, v63, v44);
            v45 = fma(v65, v65, v45);
        }
        const float v97 = v38 + v39 + v40 + v41 + v42;
        const float v103 = v97 + v43 + v44 + v45;
        const float v104 = simd_shuffle_xor(v103, (ushort)16);
        const float v105 = v103 + v104;
        const float v106 = simd_shuffle_xor(v105, (ushort)8);
        const float v107 = v105 + v106;
        const float v108 = simd_shuffle_xor(v107, (ushort)4);
        const float v109 = v107 + v108;
        const float v110 = simd_shuffle_xor(v109, (ushort)2);
        const float v111 = v109 + v110;
        const float v112 = simd_shuffle_xor(v111, (ushort)1);
        const float v119 = precise::rsqrt((v111 + v112) / 1536.0f + 1e-06f);
        float v120 = -INFINITY;
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
            #pragma clang loop unroll_count(4)
            for (int v137 = 0; v137 < 1536; v137 += 256) {
                const int v138 = v137 + v20;
                const bool v141 = 0 <= v138 && v138 < v127;
                const uint v144 = (uint)b2[v141 ? v128 + v138 : 0];
                const float v150 = b0[v138];
                const uint v151 = (uint)b1[v138];
                v129 = fma(as_type<float>((v141 ? v144 : 0u) << 16), v150 * as_type<float>(v151 << 16), v129);
                const int v158 = v137 + v21;
                const bool v161 = 0 <= v158 && v158 < v127;
                const uint v164 = (uint)b2[v161 ? v128 + v158 : 0];
                const float v168 = b0[v158];
                const uint v169 = (uint)b1[v158];
                v130 = fma(as_type<float>((v161 ? v164 : 0u) << 16), v168 * as_type<float>(v169 << 16), v130);
                const int v176 = v137 + v23;
                const bool v179 = 0 <= v176 && v176 < v127;
                const uint v182 = (uint)b2[v179 ? v128 + v176 : 0];
                const float v186 = b0[v176];
                const uint v187 = (uint)b1[v176];
                v131 = fma(as_type<float>((v179 ? v182 : 0u) << 16), v186 * as_type<float>(v187 << 16), v131);
                const int v194 = v137 + v25;
                const bool v197 = 0 <= v194 && v194 < v127;
                const uint v200 = (uint)b2[v197 ? v128 + v194 : 0];
                const float v204 = b0[v194];
                const uint v205 = (uint)b1[v194];
                v132 = fma(as_type<float>((v197 ? v200 : 0u) << 16), v204 * as_type<float>(v205 << 16), v132);
                const int v212 = v137 + v27;
                const bool v215 = 0 <= v212 && v212 < v127;
                const uint v218 = (uint)b2[v215 ? v128 + v212 : 0];
                const float v222 = b0[v212];
                const uint v223 = (uint)b1[v212];
                v133 = fma(as_type<float>((v215 ? v218 : 0u) << 16), v222 * as_type<float>(v223 << 16), v133);
                const int v230 = v137 + v29;
                const bool v233 = 0 <= v230 && v230 < v127;
                const uint v236 = (uint)b2[v233 ? v128 + v230 : 0];
                const float v240 = b0[v230];
                const uint v241 = (uint)b1[v230];
                v134 = fma(as_type<float>((v233 ? v236 : 0u) << 16), v240 * as_type<float>(v241 << 16), v134);
                const int v248 = v137 + v31;
                const bool v251 = 0 <= v248 && v248 < v127;
                const uint v254 = (uint)b2[v251 ? v128 + v248 : 0];
                const float v258 = b0[v248];
                const uint v259 = (uint)b1[v248];
                v135 = fma(as_type<float>((v251 ? v254 : 0u) << 16), v258 * as_type<float>(v259 << 16), v135);
                const int v266 = v137 + v33;
                const bool v269 = 0 <= v266 && v266 < v127;
                const uint v272 = (uint)b2[v269 ? v128 + v266 : 0];
                const float v276 = b0[v266];
                const uint v277 = (uint)b1[v266];
                v136 = fma(as_type<float>((v269 ? v272 : 0u) << 16), v276 * as_type<float>(v277 << 16), v136);
            }
            const float v293 = v129 + v130 + v131 + v132 + v133;
            const float v299 = v293 + v134 + v135 + v136;
            const float v300 = simd_shuffle_xor(v299, (ushort)16);
            const float v301 = v299 + v300;
            const float v302 = simd_shuffle_xor(v301, (ushort)8);
            const float v303 = v301 + v302;
            const float v304 = simd_shuffle_xor(v303, (ushort)4);
            const float v305 = v303 + v304;
            const float v306 = simd_shuffle_xor(v305, (ushort)2);
            const float v307 = v305 + v306;
            const float v308 = simd_shuffle_xor(v307, (ushort)1);
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

// tessera kernel norm_lm_head_argmax entry ts_norm_lm_head_argmax__wide wide 1 params i32,i16,i16,o32,w32,w32 sizes 1 threads 256 teams 8 count 9496 shared 0 cost 786433
[[max_total_threads_per_threadgroup(256)]]
kernel void ts_norm_lm_head_argmax__wide(
    device const float *b0 [[buffer(0)]], // x
    device const ushort *b1 [[buffer(1)]], // gamma
    device const ushort *b2 [[buffer(2)]], // w
    device float *b3 [[buffer(3)]], // logits
    device float *b4 [[buffer(4)]], // val
    device int *b5 [[buffer(5)]], // idx
    device const int *s0 [[buffer(6)]], // valid
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v1 = (int)group;
    const int v4 = (int)local;
    const int v7 = v1 * 8 + v4 / 32;
    const int v10 = (int)groups * 8;
    const int v13 = v4 & 31;
    for (int v17 = v7; v17 < 9496; v17 += v10) {
        const int v20 = v13 * 8;
        const int v22 = v17 * 16;
        const int v24 = min(151936, v22 + 16);
        const int v26 = v20 + 1;
        const int v27 = v20 + 2;
        const int v28 = v20 + 3;
        const int v30 = v20 + 4;
        const int v32 = v20 + 5;
        const int v34 = v20 + 6;
        const int v36 = v20 + 7;
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
            const int v49 = (v47 + v20) >> 2;
            const uint4 v50 = ((device const uint4 *)b0)[v49];
            const float v52 = as_type<float>(v50.x);
            const float v56 = as_type<float>(v50.y);
            const float v58 = as_type<float>(v50.z);
            const float v60 = as_type<float>(v50.w);
            const uint4 v62 = ((device const uint4 *)b0)[v49 + 1];
            const float v64 = as_type<float>(v62.x);
            const float v66 = as_type<float>(v62.y);
            const float v68 = as_type<float>(v62.z);
            const float v70 = as_type<float>(v62.w);
            v38 = fma(v52, v52, v38);
            v39 = fma(v56, v56, v39);
            v40 = fma(v58, v58, v40);
            v41 = fma(v60, v60, v41);
            v42 = fma(v64, v64, v42);
            v43 = fma(v66, v66, v43);
            v44 = fma(v68, v68, v44);
            v45 = fma(v70, v70, v45);
        }
        const float v102 = v38 + v39 + v40 + v41 + v42;
        const float v108 = v102 + v43 + v44 + v45;
        const float v109 = simd_shuffle_xor(v108, (ushort)16);
        const float v110 = v108 + v109;
        const float v111 = simd_shuffle_xor(v110, (ushort)8);
        const float v112 = v110 + v111;
        const float v113 = simd_shuffle_xor(v112, (ushort)4);
        const float v114 = v112 + v113;
        const float v115 = simd_shuffle_xor(v114, (ushort)2);
        const float v116 = v114 + v115;
        const float v117 = simd_shuffle_xor(v116, (ushort)1);
        const float v124 = precise::rsqrt((v116 + v117) / 1536.0f + 1e-06f);
        float v125 = -INFINITY;
        int v127 = 2147483647;
        for (int v128 = v22; v128 < v24; v128 += 1) {
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
            #pragma clang loop unroll_count(4)
            for (int v142 = 0; v142 < 1536; v142 += 256) {
                const int v143 = v142 + v20;
                const bool v146 = 0 <= v143 && v143 < v132;
                const uint v149 = (uint)b2[v146 ? v133 + v143 : 0];
                const int v155 = v143 >> 2;
                const uint4 v156 = ((device const uint4 *)b0)[v155];
                const uint4 v160 = ((device const uint4 *)b1)[v143 >> 3];
                const float v168 = fma(as_type<float>((v146 ? v149 : 0u) << 16), as_type<float>(v156.x) * as_type<float>((v160.x & 0xffffu) << 16), v134);
                const uint4 v170 = ((device const uint4 *)b0)[v155 + 1];
                v134 = v168;
                const int v172 = v142 + v26;
                const bool v175 = 0 <= v172 && v172 < v132;
                const uint v178 = (uint)b2[v175 ? v133 + v172 : 0];
                const float v189 = fma(as_type<float>((v175 ? v178 : 0u) << 16), as_type<float>(v156.y) * as_type<float>((v160.x >> 16) << 16), v135);
                v135 = v189;
                const int v191 = v142 + v27;
                const bool v194 = 0 <= v191 && v191 < v132;
                const uint v197 = (uint)b2[v194 ? v133 + v191 : 0];
                const float v209 = fma(as_type<float>((v194 ? v197 : 0u) << 16), as_type<float>(v156.z) * as_type<float>((v160.y & 0xffffu) << 16), v136);
                v136 = v209;
                const int v211 = v142 + v28;
                const bool v214 = 0 <= v211 && v211 < v132;
                const uint v217 = (uint)b2[v214 ? v133 + v211 : 0];
                const float v228 = fma(as_type<float>((v214 ? v217 : 0u) << 16), as_type<float>(v156.w) * as_type<float>((v160.y >> 16) << 16), v137);
                v137 = v228;
                const int v230 = v142 + v30;
                const bool v233 = 0 <= v230 && v230 < v132;
                const uint v236 = (uint)b2[v233 ? v133 + v230 : 0];
                const float v248 = fma(as_type<float>((v233 ? v236 : 0u) << 16), as_type<float>(v170.x) * as_type<float>((v160.z & 0xffffu) << 16), v138);
                v138 = v248;
                const int v250 = v142 + v32;
                const bool v253 = 0 <= v250 && v250 < v132;
                const uint v256 = (uint)b2[v253 ? v133 + v250 : 0];
                const float v267 = fma(as_type<float>((v253 ? v256 : 0u) << 16), as_type<float>(v170.y) * as_type<float>((v160.z >> 16) << 16), v139);
                v139 = v267;
                const int v269 = v142 + v34;
                const bool v272 = 0 <= v269 && v269 < v132;
                const uint v275 = (uint)b2[v272 ? v133 + v269 : 0];
                const float v287 = fma(as_type<float>((v272 ? v275 : 0u) << 16), as_type<float>(v170.z) * as_type<float>((v160.w & 0xffffu) << 16), v140);
                v140 = v287;
                const int v289 = v142 + v36;
                const bool v292 = 0 <= v289 && v289 < v132;
                const uint v295 = (uint)b2[v292 ? v133 + v289 : 0];
                const float v306 = fma(as_type<float>((v292 ? v295 : 0u) << 16), as_type<float>(v170.w) * as_type<float>((v160.w >> 16) << 16), v141);
                v141 = v306;
            }
            const float v317 = v134 + v135 + v136 + v137 + v138;
            const float v323 = v317 + v139 + v140 + v141;
            const float v324 = simd_shuffle_xor(v323, (ushort)16);
            const float v325 = v323 + v324;
            const float v326 = simd_shuffle_xor(v325, (ushort)8);
            const float v327 = v325 + v326;
            const float v328 = simd_shuffle_xor(v327, (ushort)4);
            const float v329 = v327 + v328;
            const float v330 = simd_shuffle_xor(v329, (ushort)2);
            const float v331 = v329 + v330;
            const float v332 = simd_shuffle_xor(v331, (ushort)1);
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
        const int v356 = v22 / 16;
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
[[max_total_threads_per_threadgroup(256)]]
kernel void ts_norm_lm_head_argmax__final(
    device const float *b0 [[buffer(0)]], // val
    device const int *b1 [[buffer(1)]], // idx
    device uint *b2 [[buffer(2)]], // token
    device const int *s0 [[buffer(3)]], // valid
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    threadgroup uint shared[16];
    const int v1 = (int)group;
    const int v3 = (int)groups;
    const int v5 = (int)local;
    for (int v6 = v1; v6 < 1; v6 += v3) {
        const int v9 = s0[0];
        const int v14 = v9 / 16 + min(v9 % 16, 1);
        float v16 = -INFINITY;
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
        const float v47 = precise::fmax(-INFINITY, v46);
        const float v48 = simd_shuffle_xor(v47, (ushort)16);
        const float v49 = precise::fmax(v47, v48);
        const float v50 = simd_shuffle_xor(v49, (ushort)8);
        const float v51 = precise::fmax(v49, v50);
        const float v52 = simd_shuffle_xor(v51, (ushort)4);
        const float v53 = precise::fmax(v51, v52);
        const float v54 = simd_shuffle_xor(v53, (ushort)2);
        const float v55 = precise::fmax(v53, v54);
        const float v56 = simd_shuffle_xor(v55, (ushort)1);
        const float v58 = precise::fmax(v55, v56);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v61 = v5 % 32 == 0;
        if (v61) {
            shared[v5 / 32] = as_type<uint>(v58);
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const uint v68 = shared[0];
        const uint v70 = shared[1];
        const uint v74 = shared[2];
        const uint v78 = shared[3];
        const uint v82 = shared[4];
        const float v84 = precise::fmax(precise::fmax(precise::fmax(precise::fmax(as_type<float>(v68), as_type<float>(v70)), as_type<float>(v74)), as_type<float>(v78)), as_type<float>(v82));
        const uint v86 = shared[5];
        const uint v90 = shared[6];
        const uint v94 = shared[7];
        const bool v97 = v46 == precise::fmax(precise::fmax(precise::fmax(v84, as_type<float>(v86)), as_type<float>(v90)), as_type<float>(v94));
        const int v100 = min(2147483647, v97 ? v18 : 2147483647);
        const int v101 = simd_shuffle_xor(v100, (ushort)16);
        const int v102 = min(v100, v101);
        const int v103 = simd_shuffle_xor(v102, (ushort)8);
        const int v104 = min(v102, v103);
        const int v105 = simd_shuffle_xor(v104, (ushort)4);
        const int v106 = min(v104, v105);
        const int v107 = simd_shuffle_xor(v106, (ushort)2);
        const int v108 = min(v106, v107);
        const int v109 = simd_shuffle_xor(v108, (ushort)1);
        const int v110 = min(v108, v109);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v61) {
            shared[v5 / 32] = (uint)v110;
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const uint v119 = shared[0];
        const uint v121 = shared[1];
        const uint v124 = shared[2];
        const uint v127 = shared[3];
        const uint v130 = shared[4];
        const int v132 = min(min(min(min((int)v119, (int)v121), (int)v124), (int)v127), (int)v130);
        const uint v133 = shared[5];
        const uint v136 = shared[6];
        const uint v139 = shared[7];
        const int v141 = min(min(min(v132, (int)v133), (int)v136), (int)v139);
        const uint v145 = (uint)max(v141 == 2147483647 ? 0 : v141, 0);
        if (v5 == 0) {
            b2[0] = v145;
        }
    }
}
