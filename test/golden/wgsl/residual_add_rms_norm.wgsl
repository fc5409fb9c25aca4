// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

// tessera kernel residual_add_rms_norm entry k_ts_residual_add_rms_norm wide 0 params i32:x:32:1536,i32:r:32:1536,i16:gamma:16:1536,o32:h:32:1536,o32:y:32:1536 sizes 0 threads 256 teams 1 count 1 shared 2048 cost 1
@group(0) @binding(0) var<storage, read> k0_b0: array<f32>; // x
@group(0) @binding(1) var<storage, read> k0_b1: array<f32>; // r
@group(0) @binding(2) var<storage, read> k0_b2: array<u32>; // gamma
@group(0) @binding(3) var<storage, read_write> k0_b3: array<f32>; // h
@group(0) @binding(4) var<storage, read_write> k0_b4: array<f32>; // y
@group(0) @binding(5) var<uniform> k0_at: array<vec4<i32>, 2>; // offsets, sizes
var<workgroup> k0_shared: array<u32, 512>;
@compute @workgroup_size(256)
fn k_ts_residual_add_rms_norm(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v5: i32 = i32(thread);
    for (var v6: i32 = v1; v6 < 1i; v6 += v3) {
        var v10: f32 = 0f;
        for (var v11: i32 = 0i; v11 < 1536i; v11 += 256i) {
            let v12: i32 = (v11 + v5);
            let v13_at = u32(v12 + k0_at[0].x);
            let v13 = k0_b0[v13_at];
            let v14_at = u32(v12 + k0_at[0].y);
            let v14 = k0_b1[v14_at];
            let v15: f32 = (v13 + v14);
            v10 = fma(v15, v15, v10);
        }
        workgroupBarrier();
        storageBarrier();
        k0_shared[v5] = bitcast<u32>(v10);
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 128i)) {
            let v28 = k0_shared[v5];
            let v31 = k0_shared[(v5 + 128i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v28) + bitcast<f32>(v31)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 64i)) {
            let v41 = k0_shared[v5];
            let v44 = k0_shared[(v5 + 64i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v41) + bitcast<f32>(v44)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 32i)) {
            let v54 = k0_shared[v5];
            let v57 = k0_shared[(v5 + 32i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v54) + bitcast<f32>(v57)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 16i)) {
            let v67 = k0_shared[v5];
            let v70 = k0_shared[(v5 + 16i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v67) + bitcast<f32>(v70)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 8i)) {
            let v80 = k0_shared[v5];
            let v83 = k0_shared[(v5 + 8i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v80) + bitcast<f32>(v83)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 4i)) {
            let v93 = k0_shared[v5];
            let v96 = k0_shared[(v5 + 4i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v93) + bitcast<f32>(v96)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 2i)) {
            let v106 = k0_shared[v5];
            let v109 = k0_shared[(v5 + 2i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v106) + bitcast<f32>(v109)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 1i)) {
            let v118 = k0_shared[v5];
            let v121 = k0_shared[(v5 + 1i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v118) + bitcast<f32>(v121)));
        }
        workgroupBarrier();
        storageBarrier();
        let v128 = k0_shared[0i];
        let v134: f32 = inverseSqrt(((bitcast<f32>(v128) / 1536f) + 9.99999997e-07f));
        for (var v135: i32 = 0i; v135 < 1536i; v135 += 256i) {
            let v136: i32 = (v135 + v5);
            let v137_at = u32(v136 + k0_at[0].x);
            let v137 = k0_b0[v137_at];
            let v138_at = u32(v136 + k0_at[0].y);
            let v138 = k0_b1[v138_at];
            let v139: f32 = (v137 + v138);
            let v140_at = u32(v136 + k0_at[0].z);
            let v140 = extractBits(k0_b2[v140_at >> 1u], (v140_at & 1u) * 16u, 16u);
            let v144_at = u32(v136 + k0_at[0].w);
            k0_b3[v144_at] = v139;
            let v147_at = u32(v136 + k0_at[1].x);
            k0_b4[v147_at] = ((v139 * v134) * bitcast<f32>((v140 << 16u)));
        }
    }
}
