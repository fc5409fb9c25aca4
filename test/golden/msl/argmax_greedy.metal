// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel argmax_greedy entry argmax_greedy wide 0 params i32,w32,w32 sizes 1 threads 256 teams 1 count -1 shared 64 cost 65537
[[max_total_threads_per_threadgroup(256)]]
kernel void argmax_greedy(
    device const float *b0 [[buffer(0)]], // logits
    device float *b1 [[buffer(1)]], // val
    device int *b2 [[buffer(2)]], // idx
    device const int *s0 [[buffer(3)]], // valid
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    threadgroup uint shared[16];
    const int v2 = s0[0];
    const int v9 = 0 < v2 ? (int)((uint)v2 - 1u) / 1024 + 1 : 0;
    const int v10 = (int)local;
    const int v11 = (int)group;
    const int v12 = (int)groups;
    for (int v14 = v11; v14 < v9; v14 += v12) {
        const int v15 = v14 * 1024;
        const int v19 = min(v2, (int)((uint)v15 + 1024u));
        float v21 = -INFINITY;
        int v23 = 2147483647;
        #pragma clang loop unroll_count(4)
        for (int v24 = v15; v24 < v19; v24 += 256) {
            const int v25 = (int)((uint)v24 + (uint)v10);
            const float v26 = v21;
            const bool v29 = 0 <= v25 && v25 < 151936;
            const float v31 = b0[v29 ? v25 : 0];
            const float v33 = v29 ? v31 : 0.0f;
            const int v34 = v23;
            const bool v41 = v25 < v19 && (v26 < v33 || (v33 == v26 && v25 < v34));
            v21 = v41 ? v33 : v26;
            v23 = v41 ? v25 : v34;
        }
        const int v47 = v15 / 1024;
        const float v48 = v21;
        const float v49 = precise::fmax(-INFINITY, v48);
        const float v50 = simd_shuffle_xor(v49, (ushort)16);
        const float v51 = precise::fmax(v49, v50);
        const float v52 = simd_shuffle_xor(v51, (ushort)8);
        const float v53 = precise::fmax(v51, v52);
        const float v54 = simd_shuffle_xor(v53, (ushort)4);
        const float v55 = precise::fmax(v53, v54);
        const float v56 = simd_shuffle_xor(v55, (ushort)2);
        const float v57 = precise::fmax(v55, v56);
        const float v58 = simd_shuffle_xor(v57, (ushort)1);
        const float v59 = precise::fmax(v57, v58);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v63 = v10 % 32 == 0;
        if (v63) {
            shared[v10 / 32] = as_type<uint>(v59);
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const uint v70 = shared[0];
        const uint v72 = shared[1];
        const uint v76 = shared[2];
        const uint v80 = shared[3];
        const uint v84 = shared[4];
        const float v86 = precise::fmax(precise::fmax(precise::fmax(precise::fmax(as_type<float>(v70), as_type<float>(v72)), as_type<float>(v76)), as_type<float>(v80)), as_type<float>(v84));
        const uint v88 = shared[5];
        const uint v92 = shared[6];
        const uint v96 = shared[7];
        const float v98 = precise::fmax(precise::fmax(precise::fmax(v86, as_type<float>(v88)), as_type<float>(v92)), as_type<float>(v96));
        const int v102 = min(2147483647, v48 == v98 ? v23 : 2147483647);
        const int v103 = simd_shuffle_xor(v102, (ushort)16);
        const int v104 = min(v102, v103);
        const int v105 = simd_shuffle_xor(v104, (ushort)8);
        const int v106 = min(v104, v105);
        const int v107 = simd_shuffle_xor(v106, (ushort)4);
        const int v108 = min(v106, v107);
        const int v109 = simd_shuffle_xor(v108, (ushort)2);
        const int v110 = min(v108, v109);
        const int v111 = simd_shuffle_xor(v110, (ushort)1);
        const int v112 = min(v110, v111);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v63) {
            shared[v10 / 32] = (uint)v112;
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const uint v120 = shared[0];
        const uint v122 = shared[1];
        const uint v125 = shared[2];
        const uint v128 = shared[3];
        const uint v131 = shared[4];
        const int v133 = min(min(min(min((int)v120, (int)v122), (int)v125), (int)v128), (int)v131);
        const uint v134 = shared[5];
        const uint v137 = shared[6];
        const uint v140 = shared[7];
        const int v142 = min(min(min(v133, (int)v134), (int)v137), (int)v140);
        const bool v143 = v10 == 0;
        if (v143) {
            if (0 <= v47 && v47 < 149) {
                b1[v47] = v98;
            }
        }
        if (v143) {
            if (0 <= v47 && v47 < 149) {
                b2[v47] = v142;
            }
        }
    }
}

// tessera kernel argmax_greedy__final entry argmax_greedy__final wide 0 params i32,i32,o32 sizes 1 threads 256 teams 1 count 1 shared 64 cost 1
[[max_total_threads_per_threadgroup(256)]]
kernel void argmax_greedy__final(
    device const float *b0 [[buffer(0)]], // val
    device const int *b1 [[buffer(1)]], // idx
    device uint *b2 [[buffer(2)]], // token
    device const int *s0 [[buffer(3)]], // valid
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    threadgroup uint shared[16];
    const int v2 = (int)local;
    const int v3 = (int)group;
    const int v4 = (int)groups;
    for (int v6 = v3; v6 < 1; v6 += v4) {
        const int v7 = s0[0];
        const int v14 = v7 / 1024 + min(v7 % 1024, 1);
        float v16 = -INFINITY;
        int v18 = 2147483647;
        for (int v19 = 0; v19 < v14; v19 += 256) {
            const float v20 = v16;
            const int v21 = v19 + v2;
            const bool v24 = 0 <= v21 && v21 < 149;
            const int v25 = v24 ? v21 : 0;
            const float v26 = b0[v25];
            const float v28 = v24 ? v26 : 0.0f;
            const int v29 = b1[v25];
            const int v30 = v24 ? v29 : 0;
            const int v31 = v18;
            const bool v38 = v21 < v14 && (v20 < v28 || (v28 == v20 && v30 < v31));
            v16 = v38 ? v28 : v20;
            v18 = v38 ? v30 : v31;
        }
        const float v44 = v16;
        const float v45 = precise::fmax(-INFINITY, v44);
        const float v46 = simd_shuffle_xor(v45, (ushort)16);
        const float v47 = precise::fmax(v45, v46);
        const float v48 = simd_shuffle_xor(v47, (ushort)8);
        const float v49 = precise::fmax(v47, v48);
        const float v50 = simd_shuffle_xor(v49, (ushort)4);
        const float v51 = precise::fmax(v49, v50);
        const float v52 = simd_shuffle_xor(v51, (ushort)2);
        const float v53 = precise::fmax(v51, v52);
        const float v54 = simd_shuffle_xor(v53, (ushort)1);
        const float v55 = precise::fmax(v53, v54);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v59 = v2 % 32 == 0;
        if (v59) {
            shared[v2 / 32] = as_type<uint>(v55);
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const uint v66 = shared[0];
        const uint v68 = shared[1];
        const uint v72 = shared[2];
        const uint v76 = shared[3];
        const uint v80 = shared[4];
        const float v82 = precise::fmax(precise::fmax(precise::fmax(precise::fmax(as_type<float>(v66), as_type<float>(v68)), as_type<float>(v72)), as_type<float>(v76)), as_type<float>(v80));
        const uint v84 = shared[5];
        const uint v88 = shared[6];
        const uint v92 = shared[7];
        const bool v95 = v44 == precise::fmax(precise::fmax(precise::fmax(v82, as_type<float>(v84)), as_type<float>(v88)), as_type<float>(v92));
        const int v98 = min(2147483647, v95 ? v18 : 2147483647);
        const int v99 = simd_shuffle_xor(v98, (ushort)16);
        const int v100 = min(v98, v99);
        const int v101 = simd_shuffle_xor(v100, (ushort)8);
        const int v102 = min(v100, v101);
        const int v103 = simd_shuffle_xor(v102, (ushort)4);
        const int v104 = min(v102, v103);
        const int v105 = simd_shuffle_xor(v104, (ushort)2);
        const int v106 = min(v104, v105);
        const int v107 = simd_shuffle_xor(v106, (ushort)1);
        const int v108 = min(v106, v107);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v59) {
            shared[v2 / 32] = (uint)v108;
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const uint v116 = shared[0];
        const uint v118 = shared[1];
        const uint v121 = shared[2];
        const uint v124 = shared[3];
        const uint v127 = shared[4];
        const int v129 = min(min(min(min((int)v116, (int)v118), (int)v121), (int)v124), (int)v127);
        const uint v130 = shared[5];
        const uint v133 = shared[6];
        const uint v136 = shared[7];
        const int v138 = min(min(min(v129, (int)v130), (int)v133), (int)v136);
        const uint v142 = (uint)max(v138 == 2147483647 ? 0 : v138, 0);
        if (v2 == 0) {
            b2[0] = v142;
        }
    }
}
