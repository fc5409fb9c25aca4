// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

// tessera kernel residual_add entry k_ts_residual_add wide 0 params i32:a:32:1536,i32:b:32:1536,o32:y:32:1536 sizes 0 threads 256 teams 1 count 6 shared 0 cost 2049
@group(0) @binding(0) var<storage, read> k0_b0: array<f32>; // a
@group(0) @binding(1) var<storage, read> k0_b1: array<f32>; // b
@group(0) @binding(2) var<storage, read_write> k0_b2: array<f32>; // y
@group(0) @binding(3) var<uniform> k0_at: array<vec4<i32>, 1>; // offsets, sizes
@compute @workgroup_size(256)
fn k_ts_residual_add(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v5: i32 = i32(thread);
    for (var v6: i32 = v1; v6 < 6i; v6 += v3) {
        let v8: i32 = ((v6 * 256i) + v5);
        let v9_at = u32(v8 + k0_at[0].x);
        let v9 = k0_b0[v9_at];
        let v10_at = u32(v8 + k0_at[0].y);
        let v10 = k0_b1[v10_at];
        let v12_at = u32(v8 + k0_at[0].z);
        k0_b2[v12_at] = (v9 + v10);
    }
}
