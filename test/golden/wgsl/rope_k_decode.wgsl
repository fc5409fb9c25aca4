// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

// tessera kernel rope_k_decode entry k_rope_k_decode wide 0 params b32,i32,i32 sizes 1 threads 64 teams 1 count 2 shared 0 cost 513
@group(0) @binding(0) var<storage, read_write> k0_b0: array<f32>; // k
@group(0) @binding(1) var<storage, read> k0_b1: array<f32>; // cos
@group(0) @binding(2) var<storage, read> k0_b2: array<f32>; // sin
@group(0) @binding(3) var<uniform> k0_at: array<vec4<i32>, 1>; // offsets, sizes
@compute @workgroup_size(64)
fn k_rope_k_decode(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v5: i32 = i32(thread);
    let v6: i32 = i32(group.x);
    let v7: i32 = i32(groups.x);
    for (var v9: i32 = v6; v9 < 2i; v9 += v7) {
        let v10: i32 = k0_at[0].w;
        let v15: i32 = (v9 * 128i);
        let v16: i32 = (v15 + v5);
        let v17_at = u32(v16 + k0_at[0].x);
        let v17 = k0_b0[v17_at];
        let v25: bool = ((0i <= v5) & (v5 < select(0i, 64i, ((0i <= v10) & (v10 < 4096i)))));
        let v27: i32 = select(0i, ((v10 * 64i) + v5), v25);
        let v28_at = u32(v27 + k0_at[0].y);
        let v28 = k0_b1[v28_at];
        let v30: f32 = select(0f, v28, v25);
        let v32: i32 = (v15 + (v5 + 64i));
        let v33_at = u32(v32 + k0_at[0].x);
        let v33 = k0_b0[v33_at];
        let v34_at = u32(v27 + k0_at[0].z);
        let v34 = k0_b2[v34_at];
        let v35: f32 = select(0f, v34, v25);
        let v39_at = u32(v16 + k0_at[0].x);
        k0_b0[v39_at] = ((v17 * v30) - (v33 * v35));
        let v43_at = u32(v32 + k0_at[0].x);
        k0_b0[v43_at] = ((v33 * v30) + (v17 * v35));
    }
}
