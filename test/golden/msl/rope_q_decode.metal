// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel rope_q_decode entry ts_rope_q_decode wide 0 params b32:q:32:12*128,i32:cos:32:4096*64,i32:sin:32:4096*64 sizes 1 threads 64 teams 1 count 12 shared 0 cost 513
[[max_total_threads_per_threadgroup(64)]]
kernel void ts_rope_q_decode(
    device float *b0 [[buffer(0)]], // q
    device const float *b1 [[buffer(1)]], // cos
    device const float *b2 [[buffer(2)]], // sin
    device const int *s0 [[buffer(3)]], // pos
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v1 = (int)group;
    const int v3 = (int)groups;
    const int v4 = (int)local;
    for (int v7 = v1; v7 < 12; v7 += v3) {
        const int v9 = v7 * 128;
        const int v10 = v9 + v4;
        const float v11 = b0[v10];
        const int v13 = s0[0];
        const bool v20 = 0 <= v4 && v4 < (0 <= v13 && v13 < 4096 ? 64 : 0);
        const int v23 = v20 ? (int)((uint)v13 * 64u + (uint)v4) : 0;
        const float v24 = b1[v23];
        const float v26 = v20 ? v24 : 0.0f;
        const int v29 = v9 + (v4 + 64);
        const float v30 = b0[v29];
        const float v31 = b2[v23];
        const float v32 = v20 ? v31 : 0.0f;
        b0[v10] = v11 * v26 - v30 * v32;
        b0[v29] = v30 * v26 + v11 * v32;
    }
}
