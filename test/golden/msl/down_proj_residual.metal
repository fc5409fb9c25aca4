// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel down_proj_residual entry ts_down_proj_residual wide 0 params i16:w:16:1536*8960,i32:x:32:8960,i32:res:32:1536,o32:y:32:1536 sizes 0 threads 256 teams 8 count 1536 shared 0 cost 17925
[[max_total_threads_per_threadgroup(256)]]
kernel void ts_down_proj_residual(
    device const ushort *b0 [[buffer(0)]], // w
    device const float *b1 [[buffer(1)]], // x
    device const float *b2 [[buffer(2)]], // res
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
    for (int v15 = v7; v15 < 1536; v15 += v10) {
        const int v18 = v15 * 8960;
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
        #pragma clang loop unroll_count(4)
        for (int v42 = 0; v42 < 8960; v42 += 256) {
            const int v43 = v42 + v19;
            const uint v45 = (uint)b0[v18 + v43];
            const float v49 = b1[v43];
            v33 = fma(as_type<float>(v45 << 16), v49, v33);
            const int v53 = v42 + v20;
            const uint v55 = (uint)b0[v18 + v53];
            const float v58 = b1[v53];
            v34 = fma(as_type<float>(v55 << 16), v58, v34);
            const int v62 = v42 + v22;
            const uint v64 = (uint)b0[v18 + v62];
            const float v67 = b1[v62];
            v35 = fma(as_type<float>(v64 << 16), v67, v35);
            const int v71 = v42 + v24;
            const uint v73 = (uint)b0[v18 + v71];
            const float v76 = b1[v71];
            v36 = fma(as_type<float>(v73 << 16), v76, v36);
            const int v80 = v42 + v26;
            const uint v82 = (uint)b0[v18 + v80];
            const float v85 = b1[v80];
            v37 = fma(as_type<float>(v82 << 16), v85, v37);
            const int v89 = v42 + v28;
            const uint v91 = (uint)b0[v18 + v89];
            const float v94 = b1[v89];
            v38 = fma(as_type<float>(v91 << 16), v94, v38);
            const int v98 = v42 + v30;
            const uint v100 = (uint)b0[v18 + v98];
            const float v103 = b1[v98];
            v39 = fma(as_type<float>(v100 << 16), v103, v39);
            const int v107 = v42 + v32;
            const uint v109 = (uint)b0[v18 + v107];
            const float v112 = b1[v107];
            v40 = fma(as_type<float>(v109 << 16), v112, v40);
        }
        const float v125 = v33 + v34 + v35 + v36 + v37;
        const float v131 = v125 + v38 + v39 + v40;
        const float v132 = simd_shuffle_xor(v131, (ushort)16);
        const float v133 = v131 + v132;
        const float v134 = simd_shuffle_xor(v133, (ushort)8);
        const float v135 = v133 + v134;
        const float v136 = simd_shuffle_xor(v135, (ushort)4);
        const float v137 = v135 + v136;
        const float v138 = simd_shuffle_xor(v137, (ushort)2);
        const float v139 = v137 + v138;
        const float v140 = simd_shuffle_xor(v139, (ushort)1);
        const float v143 = b2[v15];
        const float v144 = v139 + v140 + v143;
        if (v13 == 0) {
            b3[v15] = v144;
        }
    }
}

// tessera kernel down_proj_residual entry ts_down_proj_residual__wide wide 1 params i16:w:16:1536*8960,i32:x:32:8960,i32:res:32:1536,o32:y:32:1536 sizes 0 threads 256 teams 8 count 1536 shared 0 cost 17925
[[max_total_threads_per_threadgroup(256)]]
kernel void ts_down_proj_residual__wide(
    device const ushort *b0 [[buffer(0)]], // w
    device const float *b1 [[buffer(1)]], // x
    device const float *b2 [[buffer(2)]], // res
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
    for (int v15 = v7; v15 < 1536; v15 += v10) {
        const int v18 = v15 * 8960;
        const int v19 = v13 * 8;
        float v22 = 0.0f;
        float v23 = 0.0f;
        float v24 = 0.0f;
        float v25 = 0.0f;
        float v26 = 0.0f;
        float v27 = 0.0f;
        float v28 = 0.0f;
        float v29 = 0.0f;
        #pragma clang loop unroll_count(4)
        for (int v31 = 0; v31 < 8960; v31 += 256) {
            const int v32 = v31 + v19;
            const uint4 v35 = ((device const uint4 *)b0)[(v18 + v32) >> 3];
            const int v42 = v32 >> 2;
            const uint4 v43 = ((device const uint4 *)b1)[v42];
            const uint4 v49 = ((device const uint4 *)b1)[v42 + 1];
            v22 = fma(as_type<float>((v35.x & 0xffffu) << 16), as_type<float>(v43.x), v22);
            v23 = fma(as_type<float>((v35.x >> 16) << 16), as_type<float>(v43.y), v23);
            v24 = fma(as_type<float>((v35.y & 0xffffu) << 16), as_type<float>(v43.z), v24);
            v25 = fma(as_type<float>((v35.y >> 16) << 16), as_type<float>(v43.w), v25);
            v26 = fma(as_type<float>((v35.z & 0xffffu) << 16), as_type<float>(v49.x), v26);
            v27 = fma(as_type<float>((v35.z >> 16) << 16), as_type<float>(v49.y), v27);
            v28 = fma(as_type<float>((v35.w & 0xffffu) << 16), as_type<float>(v49.z), v28);
            v29 = fma(as_type<float>((v35.w >> 16) << 16), as_type<float>(v49.w), v29);
        }
        const float v119 = v22 + v23 + v24 + v25 + v26;
        const float v125 = v119 + v27 + v28 + v29;
        const float v126 = simd_shuffle_xor(v125, (ushort)16);
        const float v127 = v125 + v126;
        const float v128 = simd_shuffle_xor(v127, (ushort)8);
        const float v129 = v127 + v128;
        const float v130 = simd_shuffle_xor(v129, (ushort)4);
        const float v131 = v129 + v130;
        const float v132 = simd_shuffle_xor(v131, (ushort)2);
        const float v133 = v131 + v132;
        const float v134 = simd_shuffle_xor(v133, (ushort)1);
        const float v137 = b2[v15];
        const float v138 = v133 + v134 + v137;
        if (v13 == 0) {
            b3[v15] = v138;
        }
    }
}
