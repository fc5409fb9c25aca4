// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel=rms_norm_1536 entry=ts_rms_norm_1536 params=i32:x:1536,i16:gamma:1536,o32:y:1536 sizes=0 cost=1 wide=0 threads=256 teams=1 count=1 shared=64
[[max_total_threads_per_threadgroup(256)]]
kernel void ts_rms_norm_1536(
    device const float *b0 [[buffer(0)]], // x
    device const ushort *b1 [[buffer(1)]], // gamma
    device float *b2 [[buffer(2)]], // y
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    threadgroup uint shared[16];
    const int v1 = (int)group;
    const int v3 = (int)groups;
    const int v5 = (int)local;
    for (int v6 = v1; v6 < 1; v6 += v3) {
        float v10 = 0.0f;
        for (int v11 = 0; v11 < 1536; v11 += 256) {
            const float v13 = b0[v11 + v5];
            v10 = fma(v13, v13, v10);
        }
        const float v18 = v10;
        const float v19 = simd_shuffle_xor(v18, (ushort)16);
        const float v20 = v18 + v19;
        const float v21 = simd_shuffle_xor(v20, (ushort)8);
        const float v22 = v20 + v21;
        const float v23 = simd_shuffle_xor(v22, (ushort)4);
        const float v24 = v22 + v23;
        const float v25 = simd_shuffle_xor(v24, (ushort)2);
        const float v26 = v24 + v25;
        const float v27 = simd_shuffle_xor(v26, (ushort)1);
        const float v29 = v26 + v27;
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v5 % 32 == 0) {
            shared[v5 / 32] = as_type<uint>(v29);
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const uint v39 = shared[0];
        const uint v41 = shared[1];
        const uint v45 = shared[2];
        const uint v49 = shared[3];
        const uint v53 = shared[4];
        const float v55 = as_type<float>(v39) + as_type<float>(v41) + as_type<float>(v45) + as_type<float>(v49) + as_type<float>(v53);
        const uint v57 = shared[5];
        const uint v61 = shared[6];
        const uint v65 = shared[7];
        const float v69 = (v55 + as_type<float>(v57) + as_type<float>(v61) + as_type<float>(v65)) / 1536.0f;
        const float v72 = precise::rsqrt(v69 + 1e-06f);
        for (int v73 = 0; v73 < 1536; v73 += 256) {
            const int v74 = v73 + v5;
            const float v75 = b0[v74];
            const uint v77 = (uint)b1[v74];
            b2[v74] = v75 * v72 * as_type<float>(v77 << 16);
        }
    }
}
