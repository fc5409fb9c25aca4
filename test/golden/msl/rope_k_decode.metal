// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel rope_k_decode entry rope_k_decode wide 0 params b32,i32,i32 sizes 1 threads 64 teams 1 count 2 shared 0 cost 513
[[max_total_threads_per_threadgroup(64)]]
kernel void rope_k_decode(
    device float *b0 [[buffer(0)]], // k
    device const float *b1 [[buffer(1)]], // cos
    device const float *b2 [[buffer(2)]], // sin
    device const int *s0 [[buffer(3)]], // pos
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v5 = (int)local;
    const int v6 = (int)group;
    const int v7 = (int)groups;
    for (int v9 = v6; v9 < 2; v9 += v7) {
        const int v10 = s0[0];
        const int v15 = v9 * 128;
        const int v16 = v15 + v5;
        const float v17 = b0[v16];
        const bool v25 = 0 <= v5 && v5 < (0 <= v10 && v10 < 4096 ? 64 : 0);
        const int v27 = v25 ? (int)((uint)v10 * 64u + (uint)v5) : 0;
        const float v28 = b1[v27];
        const float v30 = v25 ? v28 : 0.0f;
        const int v32 = v15 + (v5 + 64);
        const float v33 = b0[v32];
        const float v34 = b2[v27];
        const float v35 = v25 ? v34 : 0.0f;
        b0[v16] = v17 * v30 - v33 * v35;
        b0[v32] = v33 * v30 + v17 * v35;
    }
}
