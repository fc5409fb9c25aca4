// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

// tessera kernel rope_q_decode entry k_ts_rope_q_decode wide 0 params b32:q:32:12*128,i32:cos:32:4096*64,i32:sin:32:4096*64 sizes 1 threads 64 teams 1 count 12 shared 0 cost 513
@group(0) @binding(0) var<storage, read_write> k0_b0: array<f32>; // q
@group(0) @binding(1) var<storage, read> k0_b1: array<f32>; // cos
@group(0) @binding(2) var<storage, read> k0_b2: array<f32>; // sin
@group(0) @binding(3) var<uniform> k0_at: array<vec4<i32>, 1>; // offsets, sizes
@compute @workgroup_size(64)
fn k_ts_rope_q_decode(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v4: i32 = i32(thread);
    for (var v7: i32 = v1; v7 < 12i; v7 += v3) {
        let v9: i32 = (v7 * 128i);
        let v10: i32 = (v9 + v4);
        let v11_at = u32(v10 + k0_at[0].x);
        let v11 = k0_b0[v11_at];
        let v13: i32 = k0_at[0].w;
        let v20: bool = ((0i <= v4) & (v4 < select(0i, 64i, ((0i <= v13) & (v13 < 4096i)))));
        let v23: i32 = select(0i, ((v13 * 64i) + v4), v20);
        let v24_at = u32(v23 + k0_at[0].y);
        let v24 = k0_b1[v24_at];
        let v26: f32 = select(0f, v24, v20);
        let v29: i32 = (v9 + (v4 + 64i));
        let v30_at = u32(v29 + k0_at[0].x);
        let v30 = k0_b0[v30_at];
        let v31_at = u32(v23 + k0_at[0].z);
        let v31 = k0_b2[v31_at];
        let v32: f32 = select(0f, v31, v20);
        let v35_at = u32(v10 + k0_at[0].x);
        k0_b0[v35_at] = ((v11 * v26) - (v30 * v32));
        let v39_at = u32(v29 + k0_at[0].x);
        k0_b0[v39_at] = ((v30 * v26) + (v11 * v32));
    }
}
