// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel argmax_greedy entry ts_argmax_greedy wide 0 params i32,w32,w32 sizes 1 threads 256 teams 1 count -1 shared 64 cost 65537
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
            const bool v31 = 0 <= v27 && v27 < 151936;
            const float v33 = b0[v31 ? v27 : 0];
            const float v35 = v31 ? v33 : 0.0f;
            const float v36 = v21;
            const bool v40 = v18 <= v27 || (v35 <= v36 || v36 != v36);
            v21 = v40 ? v36 : v35;
            v23 = v40 ? v23 : v27;
        }
        const float v47 = v21;
        const int v49 = v23;
        const int v51 = min(2147483647, v47 != v47 ? v49 : 2147483647);
        const int v52 = v16 / 1024;
        const int v53 = simd_shuffle_xor(v51, (ushort)16);
        const int v54 = min(v51, v53);
        const int v55 = simd_shuffle_xor(v54, (ushort)8);
        const int v56 = min(v54, v55);
        const int v57 = simd_shuffle_xor(v56, (ushort)4);
        const int v58 = min(v56, v57);
        const int v59 = simd_shuffle_xor(v58, (ushort)2);
        const int v60 = min(v58, v59);
        const int v61 = simd_shuffle_xor(v60, (ushort)1);
        const int v63 = min(v60, v61);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v66 = v13 % 32 == 0;
        if (v66) {
            shared[v13 / 32] = (uint)v63;
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const float v73 = precise::fmax(-INFINITY, v47);
        const uint v80 = shared[0];
        const uint v82 = shared[1];
        const uint v85 = shared[2];
        const uint v88 = shared[3];
        const uint v91 = shared[4];
        const int v93 = min(min(min(min((int)v80, (int)v82), (int)v85), (int)v88), (int)v91);
        const uint v94 = shared[5];
        const uint v97 = shared[6];
        const uint v100 = shared[7];
        const int v102 = min(min(min(v93, (int)v94), (int)v97), (int)v100);
        const bool v103 = v102 != 2147483647;
        const float v104 = simd_shuffle_xor(v73, (ushort)16);
        const float v105 = precise::fmax(v73, v104);
        const float v106 = simd_shuffle_xor(v105, (ushort)8);
        const float v107 = precise::fmax(v105, v106);
        const float v108 = simd_shuffle_xor(v107, (ushort)4);
        const float v109 = precise::fmax(v107, v108);
        const float v110 = simd_shuffle_xor(v109, (ushort)2);
        const float v111 = precise::fmax(v109, v110);
        const float v112 = simd_shuffle_xor(v111, (ushort)1);
        const float v113 = precise::fmax(v111, v112);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v66) {
            shared[v13 / 32] = as_type<uint>(v113);
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const uint v121 = shared[0];
        const uint v123 = shared[1];
        const uint v126 = shared[2];
        const uint v129 = shared[3];
        const uint v132 = shared[4];
        const float v134 = precise::fmax(precise::fmax(precise::fmax(precise::fmax(as_type<float>(v121), as_type<float>(v123)), as_type<float>(v126)), as_type<float>(v129)), as_type<float>(v132));
        const uint v135 = shared[5];
        const uint v138 = shared[6];
        const uint v141 = shared[7];
        const float v143 = precise::fmax(precise::fmax(precise::fmax(v134, as_type<float>(v135)), as_type<float>(v138)), as_type<float>(v141));
        const int v146 = min(2147483647, v47 == v143 ? v49 : 2147483647);
        const float v148 = v103 ? NAN : v143;
        const int v149 = simd_shuffle_xor(v146, (ushort)16);
        const int v150 = min(v146, v149);
        const int v151 = simd_shuffle_xor(v150, (ushort)8);
        const int v152 = min(v150, v151);
        const int v153 = simd_shuffle_xor(v152, (ushort)4);
        const int v154 = min(v152, v153);
        const int v155 = simd_shuffle_xor(v154, (ushort)2);
        const int v156 = min(v154, v155);
        const int v157 = simd_shuffle_xor(v156, (ushort)1);
        const int v158 = min(v156, v157);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v66) {
            shared[v13 / 32] = (uint)v158;
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v166 = v13 == 0;
        const uint v167 = shared[0];
        const uint v169 = shared[1];
        const uint v172 = shared[2];
        const uint v175 = shared[3];
        const uint v178 = shared[4];
        const int v180 = min(min(min(min((int)v167, (int)v169), (int)v172), (int)v175), (int)v178);
        const uint v181 = shared[5];
        const uint v184 = shared[6];
        const uint v187 = shared[7];
        const int v190 = v103 ? v102 : min(min(min(v180, (int)v181), (int)v184), (int)v187);
        if (v166) {
            if (0 <= v52 && v52 < 149) {
                b1[v52] = v148;
            }
        }
        if (v166) {
            if (0 <= v52 && v52 < 149) {
                b2[v52] = v190;
            }
        }
    }
}

// tessera kernel argmax_greedy__final entry ts_argmax_greedy__final wide 0 params i32,i32,o32,o32 sizes 1 threads 256 teams 1 count 1 shared 64 cost 1
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
        const int v20 = min(v14, 2147483391);
        for (int v21 = 0; v21 < v20; v21 += 256) {
            const int v22 = v21 + v5;
            const bool v26 = 0 <= v22 && v22 < 149;
            const int v27 = v26 ? v22 : 0;
            const float v28 = b0[v27];
            const float v30 = v26 ? v28 : 0.0f;
            const float v31 = v16;
            const bool v35 = v14 <= v22 || (v30 <= v31 || v31 != v31);
            v16 = v35 ? v31 : v30;
            const int v39 = b1[v27];
            v18 = v35 ? v18 : (v26 ? v39 : 0);
        }
        const float v44 = v16;
        const int v46 = v18;
        const int v48 = min(2147483647, v44 != v44 ? v46 : 2147483647);
        const int v49 = simd_shuffle_xor(v48, (ushort)16);
        const int v50 = min(v48, v49);
        const int v51 = simd_shuffle_xor(v50, (ushort)8);
        const int v52 = min(v50, v51);
        const int v53 = simd_shuffle_xor(v52, (ushort)4);
        const int v54 = min(v52, v53);
        const int v55 = simd_shuffle_xor(v54, (ushort)2);
        const int v56 = min(v54, v55);
        const int v57 = simd_shuffle_xor(v56, (ushort)1);
        const int v59 = min(v56, v57);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v62 = v5 % 32 == 0;
        if (v62) {
            shared[v5 / 32] = (uint)v59;
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const float v69 = precise::fmax(-INFINITY, v44);
        const uint v76 = shared[0];
        const uint v78 = shared[1];
        const uint v81 = shared[2];
        const uint v84 = shared[3];
        const uint v87 = shared[4];
        const int v89 = min(min(min(min((int)v76, (int)v78), (int)v81), (int)v84), (int)v87);
        const uint v90 = shared[5];
        const uint v93 = shared[6];
        const uint v96 = shared[7];
        const int v98 = min(min(min(v89, (int)v90), (int)v93), (int)v96);
        const bool v99 = v98 != 2147483647;
        const float v100 = simd_shuffle_xor(v69, (ushort)16);
        const float v101 = precise::fmax(v69, v100);
        const float v102 = simd_shuffle_xor(v101, (ushort)8);
        const float v103 = precise::fmax(v101, v102);
        const float v104 = simd_shuffle_xor(v103, (ushort)4);
        const float v105 = precise::fmax(v103, v104);
        const float v106 = simd_shuffle_xor(v105, (ushort)2);
        const float v107 = precise::fmax(v105, v106);
        const float v108 = simd_shuffle_xor(v107, (ushort)1);
        const float v109 = precise::fmax(v107, v108);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v62) {
            shared[v5 / 32] = as_type<uint>(v109);
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const uint v117 = shared[0];
        const uint v119 = shared[1];
        const uint v122 = shared[2];
        const uint v125 = shared[3];
        const uint v128 = shared[4];
        const float v130 = precise::fmax(precise::fmax(precise::fmax(precise::fmax(as_type<float>(v117), as_type<float>(v119)), as_type<float>(v122)), as_type<float>(v125)), as_type<float>(v128));
        const uint v131 = shared[5];
        const uint v134 = shared[6];
        const uint v137 = shared[7];
        const float v139 = precise::fmax(precise::fmax(precise::fmax(v130, as_type<float>(v131)), as_type<float>(v134)), as_type<float>(v137));
        const int v142 = min(2147483647, v44 == v139 ? v46 : 2147483647);
        const int v143 = simd_shuffle_xor(v142, (ushort)16);
        const int v144 = min(v142, v143);
        const int v145 = simd_shuffle_xor(v144, (ushort)8);
        const int v146 = min(v144, v145);
        const int v147 = simd_shuffle_xor(v146, (ushort)4);
        const int v148 = min(v146, v147);
        const int v149 = simd_shuffle_xor(v148, (ushort)2);
        const int v150 = min(v148, v149);
        const int v151 = simd_shuffle_xor(v150, (ushort)1);
        const int v152 = min(v150, v151);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v62) {
            shared[v5 / 32] = (uint)v152;
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const bool v160 = v5 == 0;
        const uint v161 = shared[0];
        const uint v163 = shared[1];
        const uint v166 = shared[2];
        const uint v169 = shared[3];
        const uint v172 = shared[4];
        const int v174 = min(min(min(min((int)v161, (int)v163), (int)v166), (int)v169), (int)v172);
        const uint v175 = shared[5];
        const uint v178 = shared[6];
        const uint v181 = shared[7];
        const int v184 = v99 ? v98 : min(min(min(v174, (int)v175), (int)v178), (int)v181);
        const uint v188 = (uint)max(v184 == 2147483647 ? 0 : v184, 0);
        const float v190 = v99 ? NAN : v139;
        if (v160) {
            b2[0] = v188;
        }
        if (v160) {
            b3[0] = v190;
        }
    }
}
