// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel residual_add_rms_norm entry ts_residual_add_rms_norm wide 0 params i32:x:32:1536,i32:r:32:1536,i16:gamma:16:1536,o32:h:32:1536,o32:y:32:1536 sizes 0 threads 256 teams 1 count 1 shared 64 cost 1
[[max_total_threads_per_threadgroup(256)]]
kernel void ts_residual_add_rms_norm(
    device const float *b0 [[buffer(0)]], // x
    device const float *b1 [[buffer(1)]], // r
    device const ushort *b2 [[buffer(2)]], // gamma
    device float *b3 [[buffer(3)]], // h
    device float *b4 [[buffer(4)]], // y
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
            const int v12 = v11 + v5;
            const float v13 = b0[v12];
            const float v14 = b1[v12];
            const float v15 = v13 + v14;
            v10 = fma(v15, v15, v10);
        }
        const float v20 = v10;
        const float v21 = simd_shuffle_xor(v20, (ushort)16);
        const float v22 = v20 + v21;
        const float v23 = simd_shuffle_xor(v22, (ushort)8);
        const float v24 = v22 + v23;
        const float v25 = simd_shuffle_xor(v24, (ushort)4);
        const float v26 = v24 + v25;
        const float v27 = simd_shuffle_xor(v26, (ushort)2);
        const float v28 = v26 + v27;
        const float v29 = simd_shuffle_xor(v28, (ushort)1);
        const float v31 = v28 + v29;
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v5 % 32 == 0) {
            shared[v5 / 32] = as_type<uint>(v31);
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        const uint v41 = shared[0];
        const uint v43 = shared[1];
        const uint v47 = shared[2];
        const uint v51 = shared[3];
        const uint v55 = shared[4];
        const float v57 = as_type<float>(v41) + as_type<float>(v43) + as_type<float>(v47) + as_type<float>(v51) + as_type<float>(v55);
        const uint v59 = shared[5];
        const uint v63 = shared[6];
        const uint v67 = shared[7];
        const float v71 = (v57 + as_type<float>(v59) + as_type<float>(v63) + as_type<float>(v67)) / 1536.0f;
        const float v74 = precise::rsqrt(v71 + 1e-06f);
        for (int v75 = 0; v75 < 1536; v75 += 256) {
            const int v76 = v75 + v5;
            const float v77 = b0[v76];
            const float v78 = b1[v76];
            const float v79 = v77 + v78;
            const uint v80 = (uint)b2[v76];
            b3[v76] = v79;
            b4[v76] = v79 * v74 * as_type<float>(v80 << 16);
        }
    }
}
