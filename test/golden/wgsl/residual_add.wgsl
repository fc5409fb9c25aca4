// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

// tessera kernel residual_add entry k_residual_add wide 0 params i32,i32,o32 sizes 0 threads 256 teams 1 count 6 shared 0 cost 2049
@group(0) @binding(0) var<storage, read> k0_b0: array<f32>; // a
@group(0) @binding(1) var<storage, read> k0_b1: array<f32>; // b
@group(0) @binding(2) var<storage, read_write> k0_b2: array<f32>; // y
@group(0) @binding(3) var<uniform> k0_at: array<vec4<i32>, 1>; // offsets, sizes
@compute @workgroup_size(256)
fn k_residual_add(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v9: i32 = i32(thread);
    let v10: i32 = i32(group.x);
    let v11: i32 = i32(groups.x);
    for (var v12: i32 = v10; v12 < 6i; v12 += v11) {
        let v14: i32 = ((v12 * 256i) + v9);
        let v15_at = u32(v14 + k0_at[0].x);
        let v15 = k0_b0[v15_at];
        let v16_at = u32(v14 + k0_at[0].y);
        let v16 = k0_b1[v16_at];
        let v18_at = u32(v14 + k0_at[0].z);
        k0_b2[v18_at] = (v15 + v16);
    }
}
