// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel=q_proj_matvec entry=ts_q_proj_matvec params=i16:w:1536*1536,i16:bias:1536,i32:x:1536,o32:y:1536 sizes=0 cost=3075 wide=0 threads=256 teams=8 count=1536 shared=0
[[max_total_threads_per_threadgroup(256)]]
kernel void ts_q_proj_matvec(
    device const ushort *b0 [[buffer(0)]], // w
    device const ushort *b1 [[buffer(1)]], // bias
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
    for (int v15 = v7; v15 < 1536; v15 += v10) {
        const int v17 = v15 * 1536;
        const int v18 = v13 * 8;
        const int v19 = v18 + 1;
        const int v21 = v18 + 2;
        const int v23 = v18 + 3;
        const int v25 = v18 + 4;
        const int v27 = v18 + 5;
        const int v29 = v18 + 6;
        const int v31 = v18 + 7;
        float v32 = 0.0f;
        float v33 = 0.0f;
        float v34 = 0.0f;
        float v35 = 0.0f;
        float v36 = 0.0f;
        float v37 = 0.0f;
        float v38 = 0.0f;
        float v39 = 0.0f;
        #pragma clang loop unroll_count(4)
        for (int v41 = 0; v41 < 1536; v41 += 256) {
            const int v42 = v41 + v18;
            const uint v44 = (uint)b0[v17 + v42];
            const float v48 = b2[v42];
            v32 = fma(as_type<float>(v44 << 16), v48, v32);
            const int v52 = v41 + v19;
            const uint v54 = (uint)b0[v17 + v52];
            const float v57 = b2[v52];
            v33 = fma(as_type<float>(v54 << 16), v57, v33);
            const int v61 = v41 + v21;
            const uint v63 = (uint)b0[v17 + v61];
            const float v66 = b2[v61];
            v34 = fma(as_type<float>(v63 << 16), v66, v34);
            const int v70 = v41 + v23;
            const uint v72 = (uint)b0[v17 + v70];
            const float v75 = b2[v70];
            v35 = fma(as_type<float>(v72 << 16), v75, v35);
            const int v79 = v41 + v25;
            const uint v81 = (uint)b0[v17 + v79];
            const float v84 = b2[v79];
            v36 = fma(as_type<float>(v81 << 16), v84, v36);
            const int v88 = v41 + v27;
            const uint v90 = (uint)b0[v17 + v88];
            const float v93 = b2[v88];
            v37 = fma(as_type<float>(v90 << 16), v93, v37);
            const int v97 = v41 + v29;
            const uint v99 = (uint)b0[v17 + v97];
            const float v102 = b2[v97];
            v38 = fma(as_type<float>(v99 << 16), v102, v38);
            const int v106 = v41 + v31;
            const uint v108 = (uint)b0[v17 + v106];
            const float v111 = b2[v106];
            v39 = fma(as_type<float>(v108 << 16), v111, v39);
        }
        const float v124 = v32 + v33 + v34 + v35 + v36;
        const float v130 = v124 + v37 + v38 + v39;
        const float v131 = simd_shuffle_xor(v130, (ushort)16);
        const float v132 = v130 + v131;
        const float v133 = simd_shuffle_xor(v132, (ushort)8);
        const float v134 = v132 + v133;
        const float v135 = simd_shuffle_xor(v134, (ushort)4);
        const float v136 = v134 + v135;
        const float v137 = simd_shuffle_xor(v136, (ushort)2);
        const float v138 = v136 + v137;
        const float v139 = simd_shuffle_xor(v138, (ushort)1);
        const uint v142 = (uint)b1[v15];
        const float v146 = v138 + v139 + as_type<float>(v142 << 16);
        if (v13 == 0) {
            b3[v15] = v146;
        }
    }
}

// tessera kernel=q_proj_matvec entry=ts_q_proj_matvec__wide params=i16:w:1536*1536,i16:bias:1536,i32:x:1536,o32:y:1536 sizes=0 cost=3075 wide=1 threads=256 teams=8 count=1536 shared=0
[[max_total_threads_per_threadgroup(256)]]
kernel void ts_q_proj_matvec__wide(
    device const ushort *b0 [[buffer(0)]], // w
    device const ushort *b1 [[buffer(1)]], // bias
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
    for (int v15 = v7; v15 < 1536; v15 += v10) {
        const int v17 = v15 * 1536;
        const int v18 = v13 * 8;
        float v21 = 0.0f;
        float v22 = 0.0f;
        float v23 = 0.0f;
        float v24 = 0.0f;
        float v25 = 0.0f;
        float v26 = 0.0f;
        float v27 = 0.0f;
        float v28 = 0.0f;
        #pragma clang loop unroll_count(4)
        for (int v30 = 0; v30 < 1536; v30 += 256) {
            const int v31 = v30 + v18;
            const uint4 v34 = ((device const uint4 *)b0)[(v17 + v31) >> 3];
            const int v41 = v31 >> 2;
            const uint4 v42 = ((device const uint4 *)b2)[v41];
            const uint4 v48 = ((device const uint4 *)b2)[v41 + 1];
            v21 = fma(as_type<float>((v34.x & 0xffffu) << 16), as_type<float>(v42.x), v21);
            v22 = fma(as_type<float>((v34.x >> 16) << 16), as_type<float>(v42.y), v22);
            v23 = fma(as_type<float>((v34.y & 0xffffu) << 16), as_type<float>(v42.z), v23);
            v24 = fma(as_type<float>((v34.y >> 16) << 16), as_type<float>(v42.w), v24);
            v25 = fma(as_type<float>((v34.z & 0xffffu) << 16), as_type<float>(v48.x), v25);
            v26 = fma(as_type<float>((v34.z >> 16) << 16), as_type<float>(v48.y), v26);
            v27 = fma(as_type<float>((v34.w & 0xffffu) << 16), as_type<float>(v48.z), v27);
            v28 = fma(as_type<float>((v34.w >> 16) << 16), as_type<float>(v48.w), v28);
        }
        const float v118 = v21 + v22 + v23 + v24 + v25;
        const float v124 = v118 + v26 + v27 + v28;
        const float v125 = simd_shuffle_xor(v124, (ushort)16);
        const float v126 = v124 + v125;
        const float v127 = simd_shuffle_xor(v126, (ushort)8);
        const float v128 = v126 + v127;
        const float v129 = simd_shuffle_xor(v128, (ushort)4);
        const float v130 = v128 + v129;
        const float v131 = simd_shuffle_xor(v130, (ushort)2);
        const float v132 = v130 + v131;
        const float v133 = simd_shuffle_xor(v132, (ushort)1);
        const uint v136 = (uint)b1[v15];
        const float v140 = v132 + v133 + as_type<float>(v136 << 16);
        if (v13 == 0) {
            b3[v15] = v140;
        }
    }
}
