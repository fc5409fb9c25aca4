// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel silu_mul_fused entry silu_mul_fused wide 0 params i32,i32,o32 sizes 0 threads 256 teams 1 count 35 shared 0 cost 2049
[[max_total_threads_per_threadgroup(256)]]
kernel void silu_mul_fused(
    device const float *b0 [[buffer(0)]], // g
    device const float *b1 [[buffer(1)]], // u
    device float *b2 [[buffer(2)]], // y
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v9 = (int)local;
    const int v10 = (int)group;
    const int v11 = (int)groups;
    for (int v12 = v10; v12 < 35; v12 += v11) {
        const int v14 = v12 * 256 + v9;
        const float v15 = b0[v14];
        const float v18 = precise::exp(-fabs(v15));
        const float v26 = b1[v14];
        const float v27 = v15 * ((v15 < 0.0f ? v18 : 1.0f) / (1.0f + v18)) * v26;
        b2[v14] = v27;
    }
}
