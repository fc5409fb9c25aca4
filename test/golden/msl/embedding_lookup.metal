// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel embedding_lookup entry embedding_lookup wide 0 params i16,i32,o32 sizes 0 threads 256 teams 1 count 6 shared 0 cost 513
[[max_total_threads_per_threadgroup(256)]]
kernel void embedding_lookup(
    device const ushort *b0 [[buffer(0)]], // table
    device const uint *b1 [[buffer(1)]], // token
    device float *b2 [[buffer(2)]], // y
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v9 = (int)local;
    const int v10 = (int)group;
    const int v11 = (int)groups;
    for (int v12 = v10; v12 < 6; v12 += v11) {
        const uint v16 = b1[0];
        const int v19 = (int)min(v16, 0x7fffffffu);
        const int v25 = v12 * 256 + v9;
        const bool v28 = 0 <= v25 && v25 < (0 <= v19 && v19 < 151936 ? 1536 : 0);
        const uint v31 = (uint)b0[v28 ? (int)((uint)v19 * 1536u + (uint)v25) : 0];
        b2[v25] = as_type<float>((v28 ? v31 : 0u) << 16);
    }
}
