// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel kv_proj_matvec entry kv_proj_matvec wide 0 params i16,i16,i16,i16,i32,o32,o32 sizes 0 threads 256 teams 8 count 256 shared 0 cost 6149
[[max_total_threads_per_threadgroup(256)]]
kernel void kv_proj_matvec(
    device const ushort *b0 [[buffer(0)]], // wk
    device const ushort *b1 [[buffer(1)]], // wv
    device const ushort *b2 [[buffer(2)]], // bk
    device const ushort *b3 [[buffer(3)]], // bv
    device const float *b4 [[buffer(4)]], // x
    device float *b5 [[buffer(5)]], // k
    device float *b6 [[buffer(6)]], // v
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v6 = (int)local;
    const int v7 = (int)group;
    const int v13 = v6 & 31;
    const int v15 = v7 * 8 + v6 / 32;
    const int v16 = (int)groups * 8;
    for (int v17 = v15; v17 < 256; v17 += v16) {
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
        #pragma clang loop unroll_count(4)
        for (int v52 = 0; v52 < 1536; v52 += 256) {
            const int v53 = v52 + v21;
            const float v54 = b4[v53];
            const int v55 = v52 + v23;
            const float v56 = b4[v55];
            const int v57 = v52 + v25;
            const float v58 = b4[v57];
            const int v59 = v52 + v27;
            const float v60 = b4[v59];
            const int v61 = v52 + v29;
            const float v62 = b4[v61];
            const int v63 = v52 + v31;
            const float v64 = b4[v63];
            const int v65 = v52 + v33;
            const float v66 = b4[v65];
            const int v67 = v52 + v35;
            const float v68 = b4[v67];
            const int v69 = v20 + v53;
            const uint v70 = (uint)b0[v69];
            v36 = fma(as_type<float>(v70 << 16), v54, v36);
            const int v77 = v20 + v55;
            const uint v78 = (uint)b0[v77];
            v37 = fma(as_type<float>(v78 << 16), v56, v37);
            const int v84 = v20 + v57;
            const uint v85 = (uint)b0[v84];
            v38 = fma(as_type<float>(v85 << 16), v58, v38);
            const int v91 = v20 + v59;
            const uint v92 = (uint)b0[v91];
            v39 = fma(as_type<float>(v92 << 16), v60, v39);
            const int v98 = v20 + v61;
            const uint v99 = (uint)b0[v98];
            v40 = fma(as_type<float>(v99 << 16), v62, v40);
            const int v105 = v20 + v63;
            const uint v106 = (uint)b0[v105];
            v41 = fma(as_type<float>(v106 << 16), v64, v41);
            const int v112 = v20 + v65;
            const uint v113 = (uint)b0[v112];
            v42 = fma(as_type<float>(v113 << 16), v66, v42);
            const int v119 = v20 + v67;
            const uint v120 = (uint)b0[v119];
            v43 = fma(as_type<float>(v120 << 16), v68, v43);
            const uint v126 = (uint)b1[v69];
            v44 = fma(as_type<float>(v126 << 16), v54, v44);
            const uint v132 = (uint)b1[v77];
            v45 = fma(as_type<float>(v132 << 16), v56, v45);
            const uint v138 = (uint)b1[v84];
            v46 = fma(as_type<float>(v138 << 16), v58, v46);
            const uint v144 = (uint)b1[v91];
            v47 = fma(as_type<float>(v144 << 16), v60, v47);
            const uint v150 = (uint)b1[v98];
            v48 = fma(as_type<float>(v150 << 16), v62, v48);
            const uint v156 = (uint)b1[v105];
            v49 = fma(as_type<float>(v156 << 16), v64, v49);
            const uint v162 = (uint)b1[v112];
            v50 = fma(as_type<float>(v162 << 16), v66, v50);
            const uint v168 = (uint)b1[v119];
            v51 = fma(as_type<float>(v168 << 16), v68, v51);
        }
        const float v183 = v36 + v37 + v38 + v39 + v40;
        const float v189 = v183 + v41 + v42 + v43;
        const float v190 = simd_shuffle_xor(v189, (ushort)16);
        const float v191 = v189 + v190;
        const float v192 = simd_shuffle_xor(v191, (ushort)8);
        const float v193 = v191 + v192;
        const float v194 = simd_shuffle_xor(v193, (ushort)4);
        const float v195 = v193 + v194;
        const float v196 = simd_shuffle_xor(v195, (ushort)2);
        const float v197 = v195 + v196;
        const float v198 = simd_shuffle_xor(v197, (ushort)1);
        const uint v200 = (uint)b2[v17];
        const float v204 = v197 + v198 + as_type<float>(v200 << 16);
        const float v213 = v44 + v45 + v46 + v47 + v48;
        const float v219 = v213 + v49 + v50 + v51;
        const float v220 = simd_shuffle_xor(v219, (ushort)16);
        const float v221 = v219 + v220;
        const float v222 = simd_shuffle_xor(v221, (ushort)8);
        const float v223 = v221 + v222;
        const float v224 = simd_shuffle_xor(v223, (ushort)4);
        const float v225 = v223 + v224;
        const float v226 = simd_shuffle_xor(v225, (ushort)2);
        const float v227 = v225 + v226;
        const float v228 = simd_shuffle_xor(v227, (ushort)1);
        const bool v230 = v13 == 0;
        if (v230) {
            b5[v17] = v204;
        }
        const uint v234 = (uint)b3[v17];
        const float v237 = v227 + v228 + as_type<float>(v234 << 16);
        if (v230) {
            b6[v17] = v237;
        }
    }
}

// tessera kernel kv_proj_matvec entry kv_proj_matvec__wide wide 1 params i16,i16,i16,i16,i32,o32,o32 sizes 0 threads 256 teams 8 count 256 shared 0 cost 6149
[[max_total_threads_per_threadgroup(256)]]
kernel void kv_proj_matvec__wide(
    device const ushort *b0 [[buffer(0)]], // wk
    device const ushort *b1 [[buffer(1)]], // wv
    device const ushort *b2 [[buffer(2)]], // bk
    device const ushort *b3 [[buffer(3)]], // bv
    device const float *b4 [[buffer(4)]], // x
    device float *b5 [[buffer(5)]], // k
    device float *b6 [[buffer(6)]], // v
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v6 = (int)local;
    const int v7 = (int)group;
    const int v13 = v6 & 31;
    const int v15 = v7 * 8 + v6 / 32;
    const int v16 = (int)groups * 8;
    for (int v17 = v15; v17 < 256; v17 += v16) {
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
        #pragma clang loop unroll_count(4)
        for (int v52 = 0; v52 < 1536; v52 += 256) {
            const int v53 = v52 + v21;
            const int v54 = v53 >> 2;
            const uint4 v55 = ((device const uint4 *)b4)[v54];
            const uint4 v57 = ((device const uint4 *)b4)[v54 + 1];
            const float v59 = as_type<float>(v55.x);
            const float v61 = as_type<float>(v55.y);
            const float v63 = as_type<float>(v55.z);
            const float v65 = as_type<float>(v55.w);
            const float v67 = as_type<float>(v57.x);
            const float v69 = as_type<float>(v57.y);
            const float v71 = as_type<float>(v57.z);
            const float v73 = as_type<float>(v57.w);
            const int v75 = (v20 + v53) >> 3;
            const uint4 v76 = ((device const uint4 *)b0)[v75];
            v36 = fma(as_type<float>((v76.x & 0xffffu) << 16), v59, v36);
            v37 = fma(as_type<float>((v76.x >> 16) << 16), v61, v37);
            v38 = fma(as_type<float>((v76.y & 0xffffu) << 16), v63, v38);
            v39 = fma(as_type<float>((v76.y >> 16) << 16), v65, v39);
            v40 = fma(as_type<float>((v76.z & 0xffffu) << 16), v67, v40);
            v41 = fma(as_type<float>((v76.z >> 16) << 16), v69, v41);
            v42 = fma(as_type<float>((v76.w & 0xffffu) << 16), v71, v42);
            v43 = fma(as_type<float>((v76.w >> 16) << 16), v73, v43);
            const uint4 v132 = ((device const uint4 *)b1)[v75];
            v44 = fma(as_type<float>((v132.x & 0xffffu) << 16), v59, v44);
            v45 = fma(as_type<float>((v132.x >> 16) << 16), v61, v45);
            v46 = fma(as_type<float>((v132.y & 0xffffu) << 16), v63, v46);
            v47 = fma(as_type<float>((v132.y >> 16) << 16), v65, v47);
            v48 = fma(as_type<float>((v132.z & 0xffffu) << 16), v67, v48);
            v49 = fma(as_type<float>((v132.z >> 16) << 16), v69, v49);
            v50 = fma(as_type<float>((v132.w & 0xffffu) << 16), v71, v50);
            v51 = fma(as_type<float>((v132.w >> 16) << 16), v73, v51);
        }
        const float v194 = v36 + v37 + v38 + v39 + v40;
        const float v200 = v194 + v41 + v42 + v43;
        const float v201 = simd_shuffle_xor(v200, (ushort)16);
        const float v202 = v200 + v201;
        const float v203 = simd_shuffle_xor(v202, (ushort)8);
        const float v204 = v202 + v203;
        const float v205 = simd_shuffle_xor(v204, (ushort)4);
        const float v206 = v204 + v205;
        const float v207 = simd_shuffle_xor(v206, (ushort)2);
        const float v208 = v206 + v207;
        const float v209 = simd_shuffle_xor(v208, (ushort)1);
        const uint v211 = (uint)b2[v17];
        const float v215 = v208 + v209 + as_type<float>(v211 << 16);
        const float v224 = v44 + v45 + v46 + v47 + v48;
        const float v230 = v224 + v49 + v50 + v51;
        const float v231 = simd_shuffle_xor(v230, (ushort)16);
        const float v232 = v230 + v231;
        const float v233 = simd_shuffle_xor(v232, (ushort)8);
        const float v234 = v232 + v233;
        const float v235 = simd_shuffle_xor(v234, (ushort)4);
        const float v236 = v234 + v235;
        const float v237 = simd_shuffle_xor(v236, (ushort)2);
        const float v238 = v236 + v237;
        const float v239 = simd_shuffle_xor(v238, (ushort)1);
        const bool v241 = v13 == 0;
        if (v241) {
            b5[v17] = v215;
        }
        const uint v245 = (uint)b3[v17];
        const float v248 = v238 + v239 + as_type<float>(v245 << 16);
        if (v241) {
            b6[v17] = v248;
        }
    }
}
