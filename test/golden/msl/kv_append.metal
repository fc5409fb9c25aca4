// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel kv_append entry ts_kv_append wide 0 params i32:k:32:2*128,i32:v:32:2*128,b16:kcache:16:2*4096*128,b16:vcache:16:2*4096*128 sizes 1 threads 128 teams 1 count 2 shared 0 cost 1025
[[max_total_threads_per_threadgroup(128)]]
kernel void ts_kv_append(
    device const float *b0 [[buffer(0)]], // k
    device const float *b1 [[buffer(1)]], // v
    device ushort *b2 [[buffer(2)]], // kcache
    device ushort *b3 [[buffer(3)]], // vcache
    device const int *s0 [[buffer(4)]], // pos
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v1 = (int)group;
    const int v3 = (int)groups;
    const int v5 = (int)local;
    for (int v7 = v1; v7 < 2; v7 += v3) {
        const int v9 = s0[0];
        const bool v16 = 0 <= v5 && v5 < (0 <= v9 && v9 < 4096 ? 128 : 0);
        const int v21 = (int)((uint)(v7 * 524288) + (uint)v9 * 128u + (uint)v5);
        const int v24 = v7 * 128 + v5;
        const float v25 = b0[v24];
        const uint v26 = as_type<uint>(v25);
        const uint v39 = 0x7f800000u < (v26 & 0x7fffffffu) ? 0x7fc0u : (v26 + 0x7fffu + ((v26 >> 16) & 1u)) >> 16;
        const float v47 = ((int)(v39 << 16) & 2147483647) < 2139095040 ? v25 : NAN;
        const uint v48 = as_type<uint>(v47);
        const uint v56 = 0x7f800000u < (v48 & 0x7fffffffu) ? 0x7fc0u : (v48 + 0x7fffu + ((v48 >> 16) & 1u)) >> 16;
        if (v16) {
            b2[v21] = (ushort)v56;
        }
        const float v60 = b1[v24];
        const uint v61 = as_type<uint>(v60);
        const uint v69 = 0x7f800000u < (v61 & 0x7fffffffu) ? 0x7fc0u : (v61 + 0x7fffu + ((v61 >> 16) & 1u)) >> 16;
        const float v74 = ((int)(v69 << 16) & 2147483647) < 2139095040 ? v60 : NAN;
        const uint v75 = as_type<uint>(v74);
        const uint v83 = 0x7f800000u < (v75 & 0x7fffffffu) ? 0x7fc0u : (v75 + 0x7fffu + ((v75 >> 16) & 1u)) >> 16;
        if (v16) {
            b3[v21] = (ushort)v83;
        }
    }
}
