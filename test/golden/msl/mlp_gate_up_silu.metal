// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel mlp_gate_up_silu entry ts_mlp_gate_up_silu wide 0 params i16:wg:16:8960*1536,i16:wu:16:8960*1536,i32:x:32:1536,o32:y:32:8960 sizes 0 threads 256 teams 8 count 8960 shared 0 cost 6145
[[max_total_threads_per_threadgroup(256)]]
kernel void ts_mlp_gate_up_silu(
    device const ushort *b0 [[buffer(0)]], // wg
    device const ushort *b1 [[buffer(1)]], // wu
    device const float *b2 [[buffer(2)]], // x
    device float *b3 [[buffer(3)]], // y
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v1 = (int)group;
    const int v4 = (int)local;
    const int v7 = v1 * 8 + v4 / 32;
    const int v10 = (int)groups * 8;
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
        #pragma clang loop unroll_count(4)
        for (int v50 = 0; v50 < 1536; v50 += 256) {
            const int v51 = v50 + v19;
            const int v52 = v18 + v51;
            const uint v53 = (uint)b0[v52];
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
            v33 = fma(as_type<float>(v53 << 16), v57, v33);
            const int v75 = v18 + v60;
            const uint v76 = (uint)b0[v75];
            v34 = fma(as_type<float>(v76 << 16), v61, v34);
            const int v82 = v18 + v62;
            const uint v83 = (uint)b0[v82];
            v35 = fma(as_type<float>(v83 << 16), v63, v35);
            const int v89 = v18 + v64;
            const uint v90 = (uint)b0[v89];
            v36 = fma(as_type<float>(v90 << 16), v65, v36);
            const int v96 = v18 + v66;
            const uint v97 = (uint)b0[v96];
            v37 = fma(as_type<float>(v97 << 16), v67, v37);
            const int v103 = v18 + v68;
            const uint v104 = (uint)b0[v103];
            v38 = fma(as_type<float>(v104 << 16), v69, v38);
            const int v110 = v18 + v70;
            const uint v111 = (uint)b0[v110];
            v39 = fma(as_type<float>(v111 << 16), v71, v39);
            const int v117 = v18 + v72;
            const uint v118 = (uint)b0[v117];
            v40 = fma(as_type<float>(v118 << 16), v73, v40);
            const uint v124 = (uint)b1[v52];
            v41 = fma(as_type<float>(v124 << 16), v57, v41);
            const uint v130 = (uint)b1[v75];
            v42 = fma(as_type<float>(v130 << 16), v61, v42);
            const uint v136 = (uint)b1[v82];
            v43 = fma(as_type<float>(v136 << 16), v63, v43);
            const uint v142 = (uint)b1[v89];
            v44 = fma(as_type<float>(v142 << 16), v65, v44);
            const uint v148 = (uint)b1[v96];
            v45 = fma(as_type<float>(v148 << 16), v67, v45);
            const uint v154 = (uint)b1[v103];
            v46 = fma(as_type<float>(v154 << 16), v69, v46);
            const uint v160 = (uint)b1[v110];
            v47 = fma(as_type<float>(v160 << 16), v71, v47);
            const uint v166 = (uint)b1[v117];
            v48 = fma(as_type<float>(v166 << 16), v73, v48);
        }
        const float v181 = v33 + v34 + v35 + v36 + v37;
        const float v187 = v181 + v38 + v39 + v40;
        const float v188 = simd_shuffle_xor(v187, (ushort)16);
        const float v189 = v187 + v188;
        const float v190 = simd_shuffle_xor(v189, (ushort)8);
        const float v191 = v189 + v190;
        const float v192 = simd_shuffle_xor(v191, (ushort)4);
        const float v193 = v191 + v192;
        const float v194 = simd_shuffle_xor(v193, (ushort)2);
        const float v195 = v193 + v194;
        const float v196 = simd_shuffle_xor(v195, (ushort)1);
        const float v205 = v41 + v42 + v43 + v44 + v45;
        const float v211 = v205 + v46 + v47 + v48;
        const float v212 = v195 + v196;
        const float v216 = precise::exp(-fabs(v212));
        const float v222 = simd_shuffle_xor(v211, (ushort)16);
        const float v223 = v211 + v222;
        const float v224 = simd_shuffle_xor(v223, (ushort)8);
        const float v225 = v223 + v224;
        const float v226 = simd_shuffle_xor(v225, (ushort)4);
        const float v227 = v225 + v226;
        const float v228 = simd_shuffle_xor(v227, (ushort)2);
        const float v229 = v227 + v228;
        const float v230 = simd_shuffle_xor(v229, (ushort)1);
        const float v233 = v212 * ((v212 < 0.0f ? v216 : 1.0f) / (1.0f + v216)) * (v229 + v230);
        if (v13 == 0) {
            b3[v15] = v233;
        }
    }
}

// tessera kernel mlp_gate_up_silu entry ts_mlp_gate_up_silu__wide wide 1 params i16:wg:16:8960*1536,i16:wu:16:8960*1536,i32:x:32:1536,o32:y:32:8960 sizes 0 threads 256 teams 8 count 8960 shared 0 cost 6145
[[max_total_threads_per_threadgroup(256)]]
kernel void ts_mlp_gate_up_silu__wide(
    device const ushort *b0 [[buffer(0)]], // wg
    device const ushort *b1 [[buffer(1)]], // wu
    device const float *b2 [[buffer(2)]], // x
    device float *b3 [[buffer(3)]], // y
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v1 = (int)group;
    const int v4 = (int)local;
    const int v7 = v1 * 8 + v4 / 32;
    const int v10 = (int)groups * 8;
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
        #pragma clang loop unroll_count(4)
        for (int v39 = 0; v39 < 1536; v39 += 256) {
            const int v40 = v39 + v19;
            const int v42 = (v18 + v40) >> 3;
            const uint4 v43 = ((device const uint4 *)b0)[v42];
            const int v50 = v40 >> 2;
            const uint4 v51 = ((device const uint4 *)b2)[v50];
            const float v53 = as_type<float>(v51.x);
            const float v57 = as_type<float>(v51.y);
            const float v59 = as_type<float>(v51.z);
            const float v61 = as_type<float>(v51.w);
            const uint4 v63 = ((device const uint4 *)b2)[v50 + 1];
            const float v65 = as_type<float>(v63.x);
            const float v67 = as_type<float>(v63.y);
            const float v69 = as_type<float>(v63.z);
            const float v71 = as_type<float>(v63.w);
            v22 = fma(as_type<float>((v43.x & 0xffffu) << 16), v53, v22);
            v23 = fma(as_type<float>((v43.x >> 16) << 16), v57, v23);
            v24 = fma(as_type<float>((v43.y & 0xffffu) << 16), v59, v24);
            v25 = fma(as_type<float>((v43.y >> 16) << 16), v61, v25);
            v26 = fma(as_type<float>((v43.z & 0xffffu) << 16), v65, v26);
            v27 = fma(as_type<float>((v43.z >> 16) << 16), v67, v27);
            v28 = fma(as_type<float>((v43.w & 0xffffu) << 16), v69, v28);
            v29 = fma(as_type<float>((v43.w >> 16) << 16), v71, v29);
            const uint4 v118 = ((device const uint4 *)b1)[v42];
            v30 = fma(as_type<float>((v118.x & 0xffffu) << 16), v53, v30);
            v31 = fma(as_type<float>((v118.x >> 16) << 16), v57, v31);
            v32 = fma(as_type<float>((v118.y & 0xffffu) << 16), v59, v32);
            v33 = fma(as_type<float>((v118.y >> 16) << 16), v61, v33);
            v34 = fma(as_type<float>((v118.z & 0xffffu) << 16), v65, v34);
            v35 = fma(as_type<float>((v118.z >> 16) << 16), v67, v35);
            v36 = fma(as_type<float>((v118.w & 0xffffu) << 16), v69, v36);
            v37 = fma(as_type<float>((v118.w >> 16) << 16), v71, v37);
        }
        const float v180 = v22 + v23 + v24 + v25 + v26;
        const float v186 = v180 + v27 + v28 + v29;
        const float v187 = simd_shuffle_xor(v186, (ushort)16);
        const float v188 = v186 + v187;
        const float v189 = simd_shuffle_xor(v188, (ushort)8);
        const float v190 = v188 + v189;
        const float v191 = simd_shuffle_xor(v190, (ushort)4);
        const float v192 = v190 + v191;
        const float v193 = simd_shuffle_xor(v192, (ushort)2);
        const float v194 = v192 + v193;
        const float v195 = simd_shuffle_xor(v194, (ushort)1);
        const float v204 = v30 + v31 + v32 + v33 + v34;
        const float v210 = v204 + v35 + v36 + v37;
        const float v211 = v194 + v195;
        const float v215 = precise::exp(-fabs(v211));
        const float v221 = simd_shuffle_xor(v210, (ushort)16);
        const float v222 = v210 + v221;
        const float v223 = simd_shuffle_xor(v222, (ushort)8);
        const float v224 = v222 + v223;
        const float v225 = simd_shuffle_xor(v224, (ushort)4);
        const float v226 = v224 + v225;
        const float v227 = simd_shuffle_xor(v226, (ushort)2);
        const float v228 = v226 + v227;
        const float v229 = simd_shuffle_xor(v228, (ushort)1);
        const float v232 = v211 * ((v211 < 0.0f ? v215 : 1.0f) / (1.0f + v215)) * (v228 + v229);
        if (v13 == 0) {
            b3[v15] = v232;
        }
    }
}
