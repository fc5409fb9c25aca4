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
            const bool v29 = 0 <= v25 && v25 < 151936;
            const float v31 = b0[v29 ? v25 : 0];
            const float v33 = v29 ? v31 : 0.0f;
            const float v34 = v21;
            const bool v38 = v18 <= v25 || (v33 <= v34 || v34 != v34);
            v21 = v38 ? v34 : v33;
            v23 = v38 ? v23 : v25;
        }
        const float v45 = v21;
        const int v47 = v23;
        const int v49 = min(2147483647, v45 != v45 ? v47 : 2147483647);
        const int v50 = v16 / 1024;
        const int v51 = simd_shuffle_xor(v49, (ushort)16);
        const int v52 = min(v49, v51);
        const int v53 = simd_shuffle_xor(v52, (ushort)8);
        const int v54 = min(v52, v53);
        const int v55 = simd_shuffle_xor(v54, (ushort)4);
        const int v56 = min(v54, v55);
        const int v57 = simd_shuffle_xor(v56, (ushort)2);
        const int v58 = min(v56, v57);
        const int v59 = simd_shuffle_xor(v58, (ushort)1);
        const int v61 = min(v58, v59);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v64 = v13 % 32 == 0;
        if (v64) {
            shared[v13 / 32] = (uint)v61;
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const float v71 = precise::fmax(-INFINITY, v45);
        const uint v78 = shared[0];
        const uint v80 = shared[1];
        const uint v83 = shared[2];
        const uint v86 = shared[3];
        const uint v89 = shared[4];
        const int v91 = min(min(min(min((int)v78, (int)v80), (int)v83), (int)v86), (int)v89);
        const uint v92 = shared[5];
        const uint v95 = shared[6];
        const uint v98 = shared[7];
        const int v100 = min(min(min(v91, (int)v92), (int)v95), (int)v98);
        const bool v101 = v100 != 2147483647;
        const float v102 = simd_shuffle_xor(v71, (ushort)16);
        const float v103 = precise::fmax(v71, v102);
        const float v104 = simd_shuffle_xor(v103, (ushort)8);
        const float v105 = precise::fmax(v103, v104);
        const float v106 = simd_shuffle_xor(v105, (ushort)4);
        const float v107 = precise::fmax(v105, v106);
        const float v108 = simd_shuffle_xor(v107, (ushort)2);
        const float v109 = precise::fmax(v107, v108);
        const float v110 = simd_shuffle_xor(v109, (ushort)1);
        const float v111 = precise::fmax(v109, v110);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v64) {
            shared[v13 / 32] = as_type<uint>(v111);
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const uint v119 = shared[0];
        const uint v121 = shared[1];
        const uint v124 = shared[2];
        const uint v127 = shared[3];
        const uint v130 = shared[4];
        const float v132 = precise::fmax(precise::fmax(precise::fmax(precise::fmax(as_type<float>(v119), as_type<float>(v121)), as_type<float>(v124)), as_type<float>(v127)), as_type<float>(v130));
        const uint v133 = shared[5];
        const uint v136 = shared[6];
        const uint v139 = shared[7];
        const float v141 = precise::fmax(precise::fmax(precise::fmax(v132, as_type<float>(v133)), as_type<float>(v136)), as_type<float>(v139));
        const int v144 = min(2147483647, v45 == v141 ? v47 : 2147483647);
        const float v146 = v101 ? NAN : v141;
        const int v147 = simd_shuffle_xor(v144, (ushort)16);
        const int v148 = min(v144, v147);
        const int v149 = simd_shuffle_xor(v148, (ushort)8);
        const int v150 = min(v148, v149);
        const int v151 = simd_shuffle_xor(v150, (ushort)4);
        const int v152 = min(v150, v151);
        const int v153 = simd_shuffle_xor(v152, (ushort)2);
        const int v154 = min(v152, v153);
        const int v155 = simd_shuffle_xor(v154, (ushort)1);
        const int v156 = min(v154, v155);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v64) {
            shared[v13 / 32] = (uint)v156;
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v164 = v13 == 0;
        const uint v165 = shared[0];
        const uint v167 = shared[1];
        const uint v170 = shared[2];
        const uint v173 = shared[3];
        const uint v176 = shared[4];
        const int v178 = min(min(min(min((int)v165, (int)v167), (int)v170), (int)v173), (int)v176);
        const uint v179 = shared[5];
        const uint v182 = shared[6];
        const uint v185 = shared[7];
        const int v188 = v101 ? v100 : min(min(min(v178, (int)v179), (int)v182), (int)v185);
        if (v164) {
            if (0 <= v50 && v50 < 149) {
                b1[v50] = v146;
            }
        }
        if (v164) {
            if (0 <= v50 && v50 < 149) {
                b2[v50] = v188;
            }
        }
    }
}

// tessera kernel argmax_greedy__final entry ts_argmax_greedy__final wide 0 params i32:val:32:149,i32:idx:32:149,o32:token:32:1,o32:top:32:1 sizes 1 threads 256 teams 1 count 1 shared 64 cost 1
[[max_total_threads_per_threadgroup(256)]]
kernel void ts_argmax_greedy__final(
    device const float *b0 [[buffer(0)]], // val
    device const int *b1 [[buffer(1)]], // idx
    device uint *b2 [[buffer(2)]], // token
    device float *b3 [[buffer(3)]], // top
    device const int *s0 [[buffer(4)]], // valid
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
            const bool v24 = 0 <= v20 && v20 < 149;
            const int v25 = v24 ? v20 : 0;
            const float v26 = b0[v25];
            const float v28 = v24 ? v26 : 0.0f;
            const float v29 = v16;
            const bool v33 = v14 <= v20 || (v28 <= v29 || v29 != v29);
            v16 = v33 ? v29 : v28;
            const int v37 = b1[v25];
            v18 = v33 ? v18 : (v24 ? v37 : 0);
        }
        const float v42 = v16;
        const int v44 = v18;
        const int v46 = min(2147483647, v42 != v42 ? v44 : 2147483647);
        const int v47 = simd_shuffle_xor(v46, (ushort)16);
        const int v48 = min(v46, v47);
        const int v49 = simd_shuffle_xor(v48, (ushort)8);
        const int v50 = min(v48, v49);
        const int v51 = simd_shuffle_xor(v50, (ushort)4);
        const int v52 = min(v50, v51);
        const int v53 = simd_shuffle_xor(v52, (ushort)2);
        const int v54 = min(v52, v53);
        const int v55 = simd_shuffle_xor(v54, (ushort)1);
        const int v57 = min(v54, v55);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v60 = v5 % 32 == 0;
        if (v60) {
            shared[v5 / 32] = (uint)v57;
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const float v67 = precise::fmax(-INFINITY, v42);
        const uint v74 = shared[0];
        const uint v76 = shared[1];
        const uint v79 = shared[2];
        const uint v82 = shared[3];
        const uint v85 = shared[4];
        const int v87 = min(min(min(min((int)v74, (int)v76), (int)v79), (int)v82), (int)v85);
        const uint v88 = shared[5];
        const uint v91 = shared[6];
        const uint v94 = shared[7];
        const int v96 = min(min(min(v87, (int)v88), (int)v91), (int)v94);
        const bool v97 = v96 != 2147483647;
        const float v98 = simd_shuffle_xor(v67, (ushort)16);
        const float v99 = precise::fmax(v67, v98);
        const float v100 = simd_shuffle_xor(v99, (ushort)8);
        const float v101 = precise::fmax(v99, v100);
        const float v102 = simd_shuffle_xor(v101, (ushort)4);
        const float v103 = precise::fmax(v101, v102);
        const float v104 = simd_shuffle_xor(v103, (ushort)2);
        const float v105 = precise::fmax(v103, v104);
        const float v106 = simd_shuffle_xor(v105, (ushort)1);
        const float v107 = precise::fmax(v105, v106);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v60) {
            shared[v5 / 32] = as_type<uint>(v107);
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const uint v115 = shared[0];
        const uint v117 = shared[1];
        const uint v120 = shared[2];
        const uint v123 = shared[3];
        const uint v126 = shared[4];
        const float v128 = precise::fmax(precise::fmax(precise::fmax(precise::fmax(as_type<float>(v115), as_type<float>(v117)), as_type<float>(v120)), as_type<float>(v123)), as_type<float>(v126));
        const uint v129 = shared[5];
        const uint v132 = shared[6];
        const uint v135 = shared[7];
        const float v137 = precise::fmax(precise::fmax(precise::fmax(v128, as_type<float>(v129)), as_type<float>(v132)), as_type<float>(v135));
        const int v140 = min(2147483647, v42 == v137 ? v44 : 2147483647);
        const int v141 = simd_shuffle_xor(v140, (ushort)16);
        const int v142 = min(v140, v141);
        const int v143 = simd_shuffle_xor(v142, (ushort)8);
        const int v144 = min(v142, v143);
        const int v145 = simd_shuffle_xor(v144, (ushort)4);
        const int v146 = min(v144, v145);
        const int v147 = simd_shuffle_xor(v146, (ushort)2);
        const int v148 = min(v146, v147);
        const int v149 = simd_shuffle_xor(v148, (ushort)1);
        const int v150 = min(v148, v149);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v60) {
            shared[v5 / 32] = (uint)v150;
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v158 = v5 == 0;
        const uint v159 = shared[0];
        const uint v161 = shared[1];
        const uint v164 = shared[2];
        const uint v167 = shared[3];
        const uint v170 = shared[4];
        const int v172 = min(min(min(min((int)v159, (int)v161), (int)v164), (int)v167), (int)v170);
        const uint v173 = shared[5];
        const uint v176 = shared[6];
        const uint v179 = shared[7];
        const int v182 = v97 ? v96 : min(min(min(v172, (int)v173), (int)v176), (int)v179);
        const uint v186 = (uint)max(v182 == 2147483647 ? 0 : v182, 0);
        const float v188 = v97 ? NAN : v137;
        if (v158) {
            b2[0] = v186;
        }
        if (v158) {
            b3[0] = v188;
        }
    }
}
