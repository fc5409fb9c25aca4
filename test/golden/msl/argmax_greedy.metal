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
        const int v25 = min(v18, 2147483391);
        for (int v26 = v16; v26 < v25; v26 += 256) {
            const int v27 = v26 + v13;
            const float v29 = v21;
            const bool v32 = 0 <= v27 && v27 < 151936;
            const float v34 = b0[v32 ? v27 : 0];
            const float v36 = v32 ? v34 : 0.0f;
            const int v39 = v23;
            const bool v43 = v27 < v18 && (v29 < v36 || (v36 == v29 && v27 < v39));
            v21 = v43 ? v36 : v29;
            v23 = v43 ? v27 : v39;
        }
        const float v49 = v21;
        const float v50 = precise::fmax(-INFINITY, v49);
        const int v51 = v16 / 1024;
        const float v52 = simd_shuffle_xor(v50, (ushort)16);
        const float v53 = precise::fmax(v50, v52);
        const float v54 = simd_shuffle_xor(v53, (ushort)8);
        const float v55 = precise::fmax(v53, v54);
        const float v56 = simd_shuffle_xor(v55, (ushort)4);
        const float v57 = precise::fmax(v55, v56);
        const float v58 = simd_shuffle_xor(v57, (ushort)2);
        const float v59 = precise::fmax(v57, v58);
        const float v60 = simd_shuffle_xor(v59, (ushort)1);
        const float v62 = precise::fmax(v59, v60);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v65 = v13 % 32 == 0;
        if (v65) {
            shared[v13 / 32] = as_type<uint>(v62);
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const uint v72 = shared[0];
        const uint v74 = shared[1];
        const uint v78 = shared[2];
        const uint v82 = shared[3];
        const uint v86 = shared[4];
        const float v88 = precise::fmax(precise::fmax(precise::fmax(precise::fmax(as_type<float>(v72), as_type<float>(v74)), as_type<float>(v78)), as_type<float>(v82)), as_type<float>(v86));
        const uint v90 = shared[5];
        const uint v94 = shared[6];
        const uint v98 = shared[7];
        const float v100 = precise::fmax(precise::fmax(precise::fmax(v88, as_type<float>(v90)), as_type<float>(v94)), as_type<float>(v98));
        const int v104 = min(2147483647, v49 == v100 ? v23 : 2147483647);
        const int v105 = simd_shuffle_xor(v104, (ushort)16);
        const int v106 = min(v104, v105);
        const int v107 = simd_shuffle_xor(v106, (ushort)8);
        const int v108 = min(v106, v107);
        const int v109 = simd_shuffle_xor(v108, (ushort)4);
        const int v110 = min(v108, v109);
        const int v111 = simd_shuffle_xor(v110, (ushort)2);
        const int v112 = min(v110, v111);
        const int v113 = simd_shuffle_xor(v112, (ushort)1);
        const int v114 = min(v112, v113);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v65) {
            shared[v13 / 32] = (uint)v114;
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v122 = v13 == 0;
        const uint v123 = shared[0];
        const uint v125 = shared[1];
        const uint v128 = shared[2];
        const uint v131 = shared[3];
        const uint v134 = shared[4];
        const int v136 = min(min(min(min((int)v123, (int)v125), (int)v128), (int)v131), (int)v134);
        const uint v137 = shared[5];
        const uint v140 = shared[6];
        const uint v143 = shared[7];
        const int v145 = min(min(min(v136, (int)v137), (int)v140), (int)v143);
        if (v122) {
            if (0 <= v51 && v51 < 149) {
                b1[v51] = v100;
            }
        }
        if (v122) {
            if (0 <= v51 && v51 < 149) {
                b2[v51] = v145;
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
        const int v20 = min(v14, 2147483391);
        for (int v21 = 0; v21 < v20; v21 += 256) {
            const int v22 = v21 + v5;
            const float v24 = v16;
            const bool v27 = 0 <= v22 && v22 < 149;
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
