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
            const float v38 = v21;
            const bool v44 = ((as_type<int>(v33) & 2147483647) <= 2139095040 && v33 <= v38) || 2139095040 < (as_type<int>(v38) & 2147483647);
            const bool v45 = v18 <= v25 || v44;
            v21 = v45 ? v38 : v33;
            v23 = v45 ? v23 : v25;
        }
        const float v53 = v21;
        const int v57 = v23;
        const int v59 = min(2147483647, 2139095040 < (as_type<int>(v53) & 2147483647) ? v57 : 2147483647);
        const int v60 = v16 / 1024;
        const int v61 = simd_shuffle_xor(v59, (ushort)16);
        const int v62 = min(v59, v61);
        const int v63 = simd_shuffle_xor(v62, (ushort)8);
        const int v64 = min(v62, v63);
        const int v65 = simd_shuffle_xor(v64, (ushort)4);
        const int v66 = min(v64, v65);
        const int v67 = simd_shuffle_xor(v66, (ushort)2);
        const int v68 = min(v66, v67);
        const int v69 = simd_shuffle_xor(v68, (ushort)1);
        const int v71 = min(v68, v69);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v74 = v13 % 32 == 0;
        if (v74) {
            shared[v13 / 32] = (uint)v71;
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const float v81 = precise::fmax(-INFINITY, v53);
        const uint v88 = shared[0];
        const uint v90 = shared[1];
        const uint v93 = shared[2];
        const uint v96 = shared[3];
        const uint v99 = shared[4];
        const int v101 = min(min(min(min((int)v88, (int)v90), (int)v93), (int)v96), (int)v99);
        const uint v102 = shared[5];
        const uint v105 = shared[6];
        const uint v108 = shared[7];
        const int v110 = min(min(min(v101, (int)v102), (int)v105), (int)v108);
        const bool v111 = v110 != 2147483647;
        const float v112 = simd_shuffle_xor(v81, (ushort)16);
        const float v113 = precise::fmax(v81, v112);
        const float v114 = simd_shuffle_xor(v113, (ushort)8);
        const float v115 = precise::fmax(v113, v114);
        const float v116 = simd_shuffle_xor(v115, (ushort)4);
        const float v117 = precise::fmax(v115, v116);
        const float v118 = simd_shuffle_xor(v117, (ushort)2);
        const float v119 = precise::fmax(v117, v118);
        const float v120 = simd_shuffle_xor(v119, (ushort)1);
        const float v121 = precise::fmax(v119, v120);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v74) {
            shared[v13 / 32] = as_type<uint>(v121);
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const uint v129 = shared[0];
        const uint v131 = shared[1];
        const uint v134 = shared[2];
        const uint v137 = shared[3];
        const uint v140 = shared[4];
        const float v142 = precise::fmax(precise::fmax(precise::fmax(precise::fmax(as_type<float>(v129), as_type<float>(v131)), as_type<float>(v134)), as_type<float>(v137)), as_type<float>(v140));
        const uint v143 = shared[5];
        const uint v146 = shared[6];
        const uint v149 = shared[7];
        const float v151 = precise::fmax(precise::fmax(precise::fmax(v142, as_type<float>(v143)), as_type<float>(v146)), as_type<float>(v149));
        const int v154 = min(2147483647, v53 == v151 ? v57 : 2147483647);
        const float v156 = v111 ? NAN : v151;
        const int v157 = simd_shuffle_xor(v154, (ushort)16);
        const int v158 = min(v154, v157);
        const int v159 = simd_shuffle_xor(v158, (ushort)8);
        const int v160 = min(v158, v159);
        const int v161 = simd_shuffle_xor(v160, (ushort)4);
        const int v162 = min(v160, v161);
        const int v163 = simd_shuffle_xor(v162, (ushort)2);
        const int v164 = min(v162, v163);
        const int v165 = simd_shuffle_xor(v164, (ushort)1);
        const int v166 = min(v164, v165);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v74) {
            shared[v13 / 32] = (uint)v166;
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v174 = v13 == 0;
        const uint v175 = shared[0];
        const uint v177 = shared[1];
        const uint v180 = shared[2];
        const uint v183 = shared[3];
        const uint v186 = shared[4];
        const int v188 = min(min(min(min((int)v175, (int)v177), (int)v180), (int)v183), (int)v186);
        const uint v189 = shared[5];
        const uint v192 = shared[6];
        const uint v195 = shared[7];
        const int v198 = v111 ? v110 : min(min(min(v188, (int)v189), (int)v192), (int)v195);
        if (v174) {
            if (0 <= v60 && v60 < 149) {
                b1[v60] = v156;
            }
        }
        if (v174) {
            if (0 <= v60 && v60 < 149) {
                b2[v60] = v198;
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
            const float v33 = v16;
            const bool v39 = ((as_type<int>(v28) & 2147483647) <= 2139095040 && v28 <= v33) || 2139095040 < (as_type<int>(v33) & 2147483647);
            const bool v40 = v14 <= v20 || v39;
            v16 = v40 ? v33 : v28;
            const int v44 = b1[v25];
            v18 = v40 ? v18 : (v24 ? v44 : 0);
        }
        const float v50 = v16;
        const int v54 = v18;
        const int v56 = min(2147483647, 2139095040 < (as_type<int>(v50) & 2147483647) ? v54 : 2147483647);
        const int v57 = simd_shuffle_xor(v56, (ushort)16);
        const int v58 = min(v56, v57);
        const int v59 = simd_shuffle_xor(v58, (ushort)8);
        const int v60 = min(v58, v59);
        const int v61 = simd_shuffle_xor(v60, (ushort)4);
        const int v62 = min(v60, v61);
        const int v63 = simd_shuffle_xor(v62, (ushort)2);
        const int v64 = min(v62, v63);
        const int v65 = simd_shuffle_xor(v64, (ushort)1);
        const int v67 = min(v64, v65);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v70 = v5 % 32 == 0;
        if (v70) {
            shared[v5 / 32] = (uint)v67;
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const float v77 = precise::fmax(-INFINITY, v50);
        const uint v84 = shared[0];
        const uint v86 = shared[1];
        const uint v89 = shared[2];
        const uint v92 = shared[3];
        const uint v95 = shared[4];
        const int v97 = min(min(min(min((int)v84, (int)v86), (int)v89), (int)v92), (int)v95);
        const uint v98 = shared[5];
        const uint v101 = shared[6];
        const uint v104 = shared[7];
        const int v106 = min(min(min(v97, (int)v98), (int)v101), (int)v104);
        const bool v107 = v106 != 2147483647;
        const float v108 = simd_shuffle_xor(v77, (ushort)16);
        const float v109 = precise::fmax(v77, v108);
        const float v110 = simd_shuffle_xor(v109, (ushort)8);
        const float v111 = precise::fmax(v109, v110);
        const float v112 = simd_shuffle_xor(v111, (ushort)4);
        const float v113 = precise::fmax(v111, v112);
        const float v114 = simd_shuffle_xor(v113, (ushort)2);
        const float v115 = precise::fmax(v113, v114);
        const float v116 = simd_shuffle_xor(v115, (ushort)1);
        const float v117 = precise::fmax(v115, v116);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v70) {
            shared[v5 / 32] = as_type<uint>(v117);
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const uint v125 = shared[0];
        const uint v127 = shared[1];
        const uint v130 = shared[2];
        const uint v133 = shared[3];
        const uint v136 = shared[4];
        const float v138 = precise::fmax(precise::fmax(precise::fmax(precise::fmax(as_type<float>(v125), as_type<float>(v127)), as_type<float>(v130)), as_type<float>(v133)), as_type<float>(v136));
        const uint v139 = shared[5];
        const uint v142 = shared[6];
        const uint v145 = shared[7];
        const float v147 = precise::fmax(precise::fmax(precise::fmax(v138, as_type<float>(v139)), as_type<float>(v142)), as_type<float>(v145));
        const int v150 = min(2147483647, v50 == v147 ? v54 : 2147483647);
        const int v151 = simd_shuffle_xor(v150, (ushort)16);
        const int v152 = min(v150, v151);
        const int v153 = simd_shuffle_xor(v152, (ushort)8);
        const int v154 = min(v152, v153);
        const int v155 = simd_shuffle_xor(v154, (ushort)4);
        const int v156 = min(v154, v155);
        const int v157 = simd_shuffle_xor(v156, (ushort)2);
        const int v158 = min(v156, v157);
        const int v159 = simd_shuffle_xor(v158, (ushort)1);
        const int v160 = min(v158, v159);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v70) {
            shared[v5 / 32] = (uint)v160;
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v168 = v5 == 0;
        const uint v169 = shared[0];
        const uint v171 = shared[1];
        const uint v174 = shared[2];
        const uint v177 = shared[3];
        const uint v180 = shared[4];
        const int v182 = min(min(min(min((int)v169, (int)v171), (int)v174), (int)v177), (int)v180);
        const uint v183 = shared[5];
        const uint v186 = shared[6];
        const uint v189 = shared[7];
        const int v192 = v107 ? v106 : min(min(min(v182, (int)v183), (int)v186), (int)v189);
        const uint v196 = (uint)max(v192 == 2147483647 ? 0 : v192, 0);
        const float v198 = v107 ? NAN : v147;
        if (v168) {
            b2[0] = v196;
        }
        if (v168) {
            b3[0] = v198;
        }
    }
}
