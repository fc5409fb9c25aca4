// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel residual_add entry ts_residual_add wide 0 params i32:a:32:1536,i32:b:32:1536,o32:y:32:1536 sizes 0 threads 256 teams 1 count 6 shared 0 cost 2049
[[max_total_threads_per_threadgroup(256)]]
kernel void ts_residual_add(
    device const float *b0 [[buffer(0)]], // a
    device const float *b1 [[buffer(1)]], // b
    device float *b2 [[buffer(2)]], // y
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v1 = (int)group;
    const int v3 = (int)groups;
    const int v5 = (int)local;
    for (int v6 = v1; v6 < 6; v6 += v3) {
        const int v8 = v6 * 256 + v5;
        const float v9 = b0[v8];
        const float v10 = b1[v8];
        b2[v8] = v9 + v10;
    }
}
