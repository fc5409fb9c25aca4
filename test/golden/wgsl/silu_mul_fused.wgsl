// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

fn not_a_number(x: f32) -> bool { return (bitcast<u32>(x) & 0x7fffffffu) > 0x7f800000u; }
fn power(n: i32) -> f32 { return bitcast<f32>(u32(n + 127i) << 23u); }
fn scaled(x: f32, n: i32) -> f32 { return x * power(n / 2i) * power(n - n / 2i); }
fn exact_exp(x: f32) -> f32
{
    let a = clamp(x, -105f, 90f);
    let n = i32(round(a * 1.44269502f));
    let rest = i32(round(a * 16777216f)) - n * 11629080i; // a - n log(2), in 2^-24
    let y = scaled(exp(f32(rest) * 5.96046448e-08f + f32(n) * 1.90465e-09f), n);
    return select(y, x, not_a_number(x));
}
fn exact_exp2(x: f32) -> f32
{
    let a = clamp(x, -151f, 129f);
    let n = round(a);
    return select(scaled(exp2(a - n), i32(n)), x, not_a_number(x));
}

// tessera kernel silu_mul_fused entry k_silu_mul_fused wide 0 params i32,i32,o32 sizes 0 threads 256 teams 1 count 35 shared 0 cost 2049
@group(0) @binding(0) var<storage, read> k0_b0: array<f32>; // g
@group(0) @binding(1) var<storage, read> k0_b1: array<f32>; // u
@group(0) @binding(2) var<storage, read_write> k0_b2: array<f32>; // y
@group(0) @binding(3) var<uniform> k0_at: array<vec4<i32>, 1>; // offsets, sizes
@compute @workgroup_size(256)
fn k_silu_mul_fused(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v9: i32 = i32(thread);
    let v10: i32 = i32(group.x);
    let v11: i32 = i32(groups.x);
    for (var v12: i32 = v10; v12 < 35i; v12 += v11) {
        let v14: i32 = ((v12 * 256i) + v9);
        let v15_at = u32(v14 + k0_at[0].x);
        let v15 = k0_b0[v15_at];
        let v18: f32 = exact_exp((-abs(v15)));
        let v26_at = u32(v14 + k0_at[0].y);
        let v26 = k0_b1[v26_at];
        let v27: f32 = ((v15 * (select(1f, v18, (v15 < 0f)) / (1f + v18))) * v26);
        let v28_at = u32(v14 + k0_at[0].z);
        k0_b2[v28_at] = v27;
    }
}
