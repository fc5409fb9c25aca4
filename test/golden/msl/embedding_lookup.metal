// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel=embedding_lookup entry=ts_embedding_lookup params=i16:table:151936*1536,i32:token:1,o32:y:1536 sizes=0 cost=513 wide=0 threads=256 teams=1 count=6 shared=0
[[max_total_threads_per_threadgroup(256)]]
kernel void ts_embedding_lookup(
    device const ushort *b0 [[buffer(0)]], // table
    device const uint *b1 [[buffer(1)]], // token
    device float *b2 [[buffer(2)]], // y
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v1 = (int)group;
    const int v3 = (int)groups;
    const int v5 = (int)local;
    for (int v8 = v1; v8 < 6; v8 += v3) {
        const int v10 = v8 * 256 + v5;
        const uint v12 = b1[0];
        const int v15 = (int)min(v12, 0x7fffffffu);
        const bool v22 = 0 <= v10 && v10 < (0 <= v15 && v15 < 151936 ? 1536 : 0);
        const uint v26 = (uint)b0[v22 ? (int)((uint)v15 * 1536u + (uint)v10) : 0];
        b2[v10] = as_type<float>((v22 ? v26 : 0u) << 16);
    }
}
