// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

// tessera kernel=embedding_lookup entry=k_ts_embedding_lookup params=i16:table:151936*1536,i32:token:1,o32:y:1536 sizes=0 cost=513 wide=0 threads=256 teams=1 count=6 shared=0
@group(0) @binding(0) var<storage, read> k0_b0: array<u32>; // table
@group(0) @binding(1) var<storage, read> k0_b1: array<u32>; // token
@group(0) @binding(2) var<storage, read_write> k0_b2: array<f32>; // y
@group(0) @binding(3) var<uniform> k0_at: array<vec4<i32>, 1>; // offsets, sizes
@compute @workgroup_size(256)
fn k_ts_embedding_lookup(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v5: i32 = i32(thread);
    for (var v8: i32 = v1; v8 < 6i; v8 += v3) {
        let v10: i32 = ((v8 * 256i) + v5);
        let v12_at = u32(0i + k0_at[0].y);
        let v12 = k0_b1[v12_at];
        let v15: i32 = i32(min(v12, 2147483647u));
        let v22: bool = ((0i <= v10) & (v10 < select(0i, 1536i, ((0i <= v15) & (v15 < 151936i)))));
        let v26_at = u32(select(0i, ((v15 * 1536i) + v10), v22) + k0_at[0].x);
        let v26 = extractBits(k0_b0[v26_at >> 1u], (v26_at & 1u) * 16u, 16u);
        let v32_at = u32(v10 + k0_at[0].z);
        k0_b2[v32_at] = bitcast<f32>((select(0u, v26, v22) << 16u));
    }
}
