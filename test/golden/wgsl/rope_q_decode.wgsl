// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

// tessera kernel rope_q_decode entry k_rope_q_decode wide 0 params b32,i32,i32 sizes 1 threads 64 teams 1 count 12 shared 0 cost 513
@group(0) @binding(0) var<storage, read_write> k0_b0: array<f32>; // q
@group(0) @binding(1) var<storage, read> k0_b1: array<f32>; // cos
@group(0) @binding(2) var<storage, read> k0_b2: array<f32>; // sin
@group(0) @binding(3) var<uniform> k0_at: array<vec4<i32>, 1>; // offsets, sizes
@compute @workgroup_size(64)
fn k_rope_q_decode(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v6: i32 = i32(thread);
    let v7: i32 = i32(group.x);
    let v8: i32 = i32(groups.x);
    for (var v10: i32 = v7; v10 < 12i; v10 += v8) {
        let v11: i32 = k0_at[0].w;
        let v16: i32 = (v10 * 128i);
        let v17: i32 = (v16 + v6);
        let v18_at = u32(v17 + k0_at[0].x);
        let v18 = k0_b0[v18_at];
        let v26: bool = ((0i <= v6) & (v6 < select(0i, 64i, ((0i <= v11) & (v11 < 4096i)))));
        let v28: i32 = select(0i, ((v11 * 64i) + v6), v26);
        let v29_at = u32(v28 + k0_at[0].y);
        let v29 = k0_b1[v29_at];
        let v31: f32 = select(0f, v29, v26);
        let v33: i32 = (v16 + (v6 + 64i));
        let v34_at = u32(v33 + k0_at[0].x);
        let v34 = k0_b0[v34_at];
        let v35_at = u32(v28 + k0_at[0].z);
        let v35 = k0_b2[v35_at];
        let v36: f32 = select(0f, v35, v26);
        let v40_at = u32(v17 + k0_at[0].x);
        k0_b0[v40_at] = ((v18 * v31) - (v34 * v36));
        let v44_at = u32(v33 + k0_at[0].x);
        k0_b0[v44_at] = ((v34 * v31) + (v18 * v36));
    }
}
