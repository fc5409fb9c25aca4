// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel argmax_greedy entry ts_argmax_greedy wide 0 params i32:logits:32:151936,w32:val:32:149,w32:idx:32:149 sizes 1 threads 256 teams 1 count -1 shared 64 cost 65537
[[max_total_threads_per_threadgroup(256)]]
kernel void ts_argmax_greedy(
    device const float *b0 [[buffer(0)]], // logits
    device float *b1 [[buffer(1)]], // val
    device int *b2 [[buffer(2)]], // idx
    device const int *s0 [[buffer(3)]], // valid
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    threadgroup uint shared[16];
    const int v1 = (int)group;
    const int v3 = s0[0];
    const int v10 = 0 < v3 ? (int)((uint)v3 - 1u) / 1024 + 1 : 0;
    const int v11 = (int)groups;
    const int v13 = (int)local;
    for (int v14 = v1; v14 < v10; v14 += v11) {
        const int v16 = v14 * 1024;
        const int v18 = min(v3, (int)((uint)v16 + 1024u));
        float v21 = -INFINITY;
        int v23 = 2147483647;
        for (int v24 = v16; v24 < v18; v24 += 256) {
            const int v25 = v24 + v13;
            const float v27 = v21;
            const bool v30 = 0 <= v25 && v25 < 151936;
            const float v32 = b0[v30 ? v25 : 0];
            const float v34 = v30 ? v32 : 0.0f;
            const int v37 = v23;
            const bool v41 = v25 < v18 && (v27 < v34 || (v34 == v27 && v25 < v37));
            v21 = v41 ? v34 : v27;
            v23 = v41 ? v25 : v37;
        }
        const float v47 = v21;
        const float v48 = precise::fmax(-INFINITY, v47);
        const int v49 = v16 / 1024;
        const float v50 = simd_shuffle_xor(v48, (ushort)16);
        const float v51 = precise::fmax(v48, v50);
        const float v52 = simd_shuffle_xor(v51, (ushort)8);
        const float v53 = precise::fmax(v51, v52);
        const float v54 = simd_shuffle_xor(v53, (ushort)4);
        const float v55 = precise::fmax(v53, v54);
        const float v56 = simd_shuffle_xor(v55, (ushort)2);
        const float v57 = precise::fmax(v55, v56);
        const float v58 = simd_shuffle_xor(v57, (ushort)1);
        const float v60 = precise::fmax(v57, v58);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v63 = v13 % 32 == 0;
        if (v63) {
            shared[v13 / 32] = as_type<uint>(v60);
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
        const int v102 = min(2147483647, v47 == v98 ? v23 : 2147483647);
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
            shared[v13 / 32] = (uint)v112;
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v120 = v13 == 0;
        const uint v121 = shared[0];
        const uint v123 = shared[1];
        const uint v126 = shared[2];
        const uint v129 = shared[3];
        const uint v132 = shared[4];
        const int v134 = min(min(min(min((int)v121, (int)v123), (int)v126), (int)v129), (int)v132);
        const uint v135 = shared[5];
        const uint v138 = shared[6];
        const uint v141 = shared[7];
        const int v143 = min(min(min(v134, (int)v135), (int)v138), (int)v141);
        if (v120) {
            if (0 <= v49 && v49 < 149) {
                b1[v49] = v98;
            }
        }
        if (v120) {
            if (0 <= v49 && v49 < 149) {
                b2[v49] = v143;
            }
        }
    }
}

// tessera kernel argmax_greedy__final entry ts_argmax_greedy__final wide 0 params i32:val:32:149,i32:idx:32:149,o32:token:32:1 sizes 1 threads 256 teams 1 count 1 shared 64 cost 1
[[max_total_threads_per_threadgroup(256)]]
kernel void ts_argmax_greedy__final(
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
        const int v14 = v9 / 1024 + min(v9 % 1024, 1);
        float v16 = -INFINITY;
        int v18 = 2147483647;
        for (int v19 = 0; v19 < v14; v19 += 256) {
            const int v20 = v19 + v5;
            const float v22 = v16;
            const bool v25 = 0 <= v20 && v20 < 149;
            const int v26 = v25 ? v20 : 0;
            const float v27 = b0[v26];
            const float v29 = v25 ? v27 : 0.0f;
            const int v32 = b1[v26];
            const int v33 = v25 ? v32 : 0;
            const int v34 = v18;
            const bool v38 = v20 < v14 && (v22 < v29 || (v29 == v22 && v33 < v34));
            v16 = v38 ? v29 : v22;
            v18 = v38 ? v33 : v34;
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
        const float v56 = precise::fmax(v53, v54);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v59 = v5 % 32 == 0;
        if (v59) {
            shared[v5 / 32] = as_type<uint>(v56);
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
            shared[v5 / 32] = (uint)v108;
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const uint v117 = shared[0];
        const uint v119 = shared[1];
        const uint v122 = shared[2];
        const uint v125 = shared[3];
        const uint v128 = shared[4];
        const int v130 = min(min(min(min((int)v117, (int)v119), (int)v122), (int)v125), (int)v128);
        const uint v131 = shared[5];
        const uint v134 = shared[6];
        const uint v137 = shared[7];
        const int v139 = min(min(min(v130, (int)v131), (int)v134), (int)v137);
        const uint v143 = (uint)max(v139 == 2147483647 ? 0 : v139, 0);
        if (v5 == 0) {
            b2[0] = v143;
        }
    }
}
