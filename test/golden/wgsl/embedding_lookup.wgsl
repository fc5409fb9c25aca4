// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

// tessera kernel embedding_lookup entry k_embedding_lookup wide 0 params i16,i32,o32 sizes 0 threads 256 teams 1 count 6 shared 0 cost 513
@group(0) @binding(0) var<storage, read> k0_b0: array<u32>; // table
@group(0) @binding(1) var<storage, read> k0_b1: array<u32>; // token
@group(0) @binding(2) var<storage, read_write> k0_b2: array<f32>; // y
@group(0) @binding(3) var<uniform> k0_at: array<vec4<i32>, 1>; // offsets, sizes
@compute @workgroup_size(256)
fn k_embedding_lookup(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v9: i32 = i32(thread);
    let v10: i32 = i32(group.x);
    let v11: i32 = i32(groups.x);
    for (var v12: i32 = v10; v12 < 6i; v12 += v11) {
        let v16_at = u32(0i + k0_at[0].y);
        let v16 = k0_b1[v16_at];
        let v19: i32 = i32(min(v16, 2147483647u));
        let v25: i32 = ((v12 * 256i) + v9);
        let v28: bool = ((0i <= v25) & (v25 < select(0i, 1536i, ((0i <= v19) & (v19 < 151936i)))));
        let v31_at = u32(select(0i, ((v19 * 1536i) + v25), v28) + k0_at[0].x);
        let v31 = extractBits(k0_b0[v31_at >> 1u], (v31_at & 1u) * 16u, 16u);
        let v37_at = u32(v25 + k0_at[0].z);
        k0_b2[v37_at] = bitcast<f32>((select(0u, v31, v28) << 16u));
    }
}
