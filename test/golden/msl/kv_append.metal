// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel kv_append entry kv_append wide 0 params i32,i32,b16,b16 sizes 1 threads 128 teams 1 count 2 shared 0 cost 1025
[[max_total_threads_per_threadgroup(128)]]
kernel void kv_append(
    device const float *b0 [[buffer(0)]], // k
    device const float *b1 [[buffer(1)]], // v
    device ushort *b2 [[buffer(2)]], // kcache
    device ushort *b3 [[buffer(3)]], // vcache
    device const int *s0 [[buffer(4)]], // pos
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v5 = (int)local;
    const int v6 = (int)group;
    const int v7 = (int)groups;
    for (int v9 = v6; v9 < 2; v9 += v7) {
        const int v10 = s0[0];
        const int v23 = v9 * 128 + v5;
        const float v24 = b0[v23];
        const uint v25 = as_type<uint>(v24);
        const uint v39 = 0x7f800000u < (v25 & 0x7fffffffu) ? 0x7fc0u : (v25 + 0x7fffu + ((v25 >> 16) & 1u)) >> 16;
        const bool v42 = 0 <= v5 && v5 < (0 <= v10 && v10 < 4096 ? 128 : 0);
        const int v43 = (int)((uint)(v9 * 524288) + (uint)v10 * 128u + (uint)v5);
        if (v42) {
            b2[v43] = (ushort)v39;
        }
        const float v47 = b1[v23];
        const uint v48 = as_type<uint>(v47);
        const uint v56 = 0x7f800000u < (v48 & 0x7fffffffu) ? 0x7fc0u : (v48 + 0x7fffu + ((v48 >> 16) & 1u)) >> 16;
        if (v42) {
            b3[v43] = (ushort)v56;
        }
    }
}
