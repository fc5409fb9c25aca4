// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel down_proj_residual entry down_proj_residual wide 0 params i16,i32,i32,o32 sizes 0 threads 256 teams 8 count 1536 shared 0 cost 17925
[[max_total_threads_per_threadgroup(256)]]
kernel void down_proj_residual(
    device const ushort *b0 [[buffer(0)]], // w
    device const float *b1 [[buffer(1)]], // x
    device const float *b2 [[buffer(2)]], // res
    device float *b3 [[buffer(3)]], // y
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v6 = (int)local;
    const int v7 = (int)group;
    const int v13 = v6 & 31;
    const int v15 = v7 * 8 + v6 / 32;
    const int v16 = (int)groups * 8;
    for (int v17 = v15; v17 < 1536; v17 += v16) {
        const int v20 = v17 * 8960;
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
        #pragma clang loop unroll_count(4)
        for (int v45 = 0; v45 < 8960; v45 += 256) {
            const int v46 = v45 + v21;
            const uint v48 = (uint)b0[v20 + v46];
            const float v52 = b1[v46];
            v36 = fma(as_type<float>(v48 << 16), v52, v36);
            const int v56 = v45 + v23;
            const uint v58 = (uint)b0[v20 + v56];
            const float v61 = b1[v56];
            v37 = fma(as_type<float>(v58 << 16), v61, v37);
            const int v65 = v45 + v25;
            const uint v67 = (uint)b0[v20 + v65];
            const float v70 = b1[v65];
            v38 = fma(as_type<float>(v67 << 16), v70, v38);
            const int v74 = v45 + v27;
            const uint v76 = (uint)b0[v20 + v74];
            const float v79 = b1[v74];
            v39 = fma(as_type<float>(v76 << 16), v79, v39);
            const int v83 = v45 + v29;
            const uint v85 = (uint)b0[v20 + v83];
            const float v88 = b1[v83];
            v40 = fma(as_type<float>(v85 << 16), v88, v40);
            const int v92 = v45 + v31;
            const uint v94 = (uint)b0[v20 + v92];
            const float v97 = b1[v92];
            v41 = fma(as_type<float>(v94 << 16), v97, v41);
            const int v101 = v45 + v33;
            const uint v103 = (uint)b0[v20 + v101];
            const float v106 = b1[v101];
            v42 = fma(as_type<float>(v103 << 16), v106, v42);
            const int v110 = v45 + v35;
            const uint v112 = (uint)b0[v20 + v110];
            const float v115 = b1[v110];
            v43 = fma(as_type<float>(v112 << 16), v115, v43);
        }
        const float v128 = v36 + v37 + v38 + v39 + v40;
        const float v134 = v128 + v41 + v42 + v43;
        const float v135 = simd_shuffle_xor(v134, (ushort)16);
        const float v136 = v134 + v135;
        const float v137 = simd_shuffle_xor(v136, (ushort)8);
        const float v138 = v136 + v137;
        const float v139 = simd_shuffle_xor(v138, (ushort)4);
        const float v140 = v138 + v139;
        const float v141 = simd_shuffle_xor(v140, (ushort)2);
        const float v142 = v140 + v141;
        const float v143 = simd_shuffle_xor(v142, (ushort)1);
        const float v145 = b2[v17];
        const float v146 = v142 + v143 + v145;
        if (v13 == 0) {
            b3[v17] = v146;
        }
    }
}

// tessera kernel down_proj_residual entry down_proj_residual__wide wide 1 params i16,i32,i32,o32 sizes 0 threads 256 teams 8 count 1536 shared 0 cost 17925
[[max_total_threads_per_threadgroup(256)]]
kernel void down_proj_residual__wide(
    device const ushort *b0 [[buffer(0)]], // w
    device const float *b1 [[buffer(1)]], // x
    device const float *b2 [[buffer(2)]], // res
    device float *b3 [[buffer(3)]], // y
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v6 = (int)local;
    const int v7 = (int)group;
    const int v13 = v6 & 31;
    const int v15 = v7 * 8 + v6 / 32;
    const int v16 = (int)groups * 8;
    for (int v17 = v15; v17 < 1536; v17 += v16) {
        const int v20 = v17 * 8960;
        const int v21 = v13 * 8;
        float v36 = 0.0f;
        float v37 = 0.0f;
        float v38 = 0.0f;
        float v39 = 0.0f;
        float v40 = 0.0f;
        float v41 = 0.0f;
        float v42 = 0.0f;
        float v43 = 0.0f;
        #pragma clang loop unroll_count(4)
        for (int v45 = 0; v45 < 8960; v45 += 256) {
            const int v46 = v45 + v21;
            const uint4 v49 = ((device const uint4 *)b0)[(v20 + v46) >> 3];
            const int v57 = v46 >> 2;
            const uint4 v58 = ((device const uint4 *)b1)[v57];
            const uint4 v60 = ((device const uint4 *)b1)[v57 + 1];
            v36 = fma(as_type<float>((v49.x & 0xffffu) << 16), as_type<float>(v58.x), v36);
            v37 = fma(as_type<float>((v49.x >> 16) << 16), as_type<float>(v58.y), v37);
            v38 = fma(as_type<float>((v49.y & 0xffffu) << 16), as_type<float>(v58.z), v38);
            v39 = fma(as_type<float>((v49.y >> 16) << 16), as_type<float>(v58.w), v39);
            v40 = fma(as_type<float>((v49.z & 0xffffu) << 16), as_type<float>(v60.x), v40);
            v41 = fma(as_type<float>((v49.z >> 16) << 16), as_type<float>(v60.y), v41);
            v42 = fma(as_type<float>((v49.w & 0xffffu) << 16), as_type<float>(v60.z), v42);
            v43 = fma(as_type<float>((v49.w >> 16) << 16), as_type<float>(v60.w), v43);
        }
        const float v134 = v36 + v37 + v38 + v39 + v40;
        const float v140 = v134 + v41 + v42 + v43;
        const float v141 = simd_shuffle_xor(v140, (ushort)16);
        const float v142 = v140 + v141;
        const float v143 = simd_shuffle_xor(v142, (ushort)8);
        const float v144 = v142 + v143;
        const float v145 = simd_shuffle_xor(v144, (ushort)4);
        const float v146 = v144 + v145;
        const float v147 = simd_shuffle_xor(v146, (ushort)2);
        const float v148 = v146 + v147;
        const float v149 = simd_shuffle_xor(v148, (ushort)1);
        const float v151 = b2[v17];
        const float v152 = v148 + v149 + v151;
        if (v13 == 0) {
            b3[v17] = v152;
        }
    }
}
