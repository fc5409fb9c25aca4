// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel silu_mul_fused entry ts_silu_mul_fused wide 0 params i32:g:32:8960,i32:u:32:8960,o32:y:32:8960 sizes 0 threads 256 teams 1 count 35 shared 0 cost 2049
[[max_total_threads_per_threadgroup(256)]]
kernel void ts_silu_mul_fused(
    device const float *b0 [[buffer(0)]], // g
    device const float *b1 [[buffer(1)]], // u
    device float *b2 [[buffer(2)]], // y
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v1 = (int)group;
    const int v3 = (int)groups;
    const int v5 = (int)local;
    for (int v6 = v1; v6 < 35; v6 += v3) {
        const int v8 = v6 * 256 + v5;
        const float v9 = b0[v8];
        const float v14 = precise::exp(-fabs(v9));
        const float v20 = b1[v8];
        const float v21 = v9 * ((v9 < 0.0f ? v14 : 1.0f) / (1.0f + v14)) * v20;
        b2[v8] = v21;
    }
}
