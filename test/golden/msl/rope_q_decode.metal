// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel rope_q_decode entry rope_q_decode wide 0 params b32,i32,i32 sizes 1 threads 64 teams 1 count 12 shared 0 cost 513
[[max_total_threads_per_threadgroup(64)]]
kernel void rope_q_decode(
    device float *b0 [[buffer(0)]], // q
    device const float *b1 [[buffer(1)]], // cos
    device const float *b2 [[buffer(2)]], // sin
    device const int *s0 [[buffer(3)]], // pos
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v6 = (int)local;
    const int v7 = (int)group;
    const int v8 = (int)groups;
    for (int v10 = v7; v10 < 12; v10 += v8) {
        const int v11 = s0[0];
        const int v16 = v10 * 128;
        const int v17 = v16 + v6;
        const float v18 = b0[v17];
        const bool v26 = 0 <= v6 && v6 < (0 <= v11 && v11 < 4096 ? 64 : 0);
        const int v28 = v26 ? (int)((uint)v11 * 64u + (uint)v6) : 0;
        const float v29 = b1[v28];
        const float v31 = v26 ? v29 : 0.0f;
        const int v33 = v16 + (v6 + 64);
        const float v34 = b0[v33];
        const float v35 = b2[v28];
        const float v36 = v26 ? v35 : 0.0f;
        b0[v17] = v18 * v31 - v34 * v36;
        b0[v33] = v34 * v31 + v18 * v36;
    }
}
