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

// tessera kernel silu_mul_fused entry k_ts_silu_mul_fused wide 0 params i32:g:32:8960,i32:u:32:8960,o32:y:32:8960 sizes 0 threads 256 teams 1 count 35 shared 0 cost 2049
@group(0) @binding(0) var<storage, read> k0_b0: array<f32>; // g
@group(0) @binding(1) var<storage, read> k0_b1: array<f32>; // u
@group(0) @binding(2) var<storage, read_write> k0_b2: array<f32>; // y
@group(0) @binding(3) var<uniform> k0_at: array<vec4<i32>, 1>; // offsets, sizes
@compute @workgroup_size(256)
fn k_ts_silu_mul_fused(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v5: i32 = i32(thread);
    for (var v6: i32 = v1; v6 < 35i; v6 += v3) {
        let v8: i32 = ((v6 * 256i) + v5);
        let v9_at = u32(v8 + k0_at[0].x);
        let v9 = k0_b0[v9_at];
        let v14: f32 = exact_exp((-abs(v9)));
        let v20_at = u32(v8 + k0_at[0].y);
        let v20 = k0_b1[v20_at];
        let v21: f32 = ((v9 * (select(1f, v14, (v9 < 0f)) / (1f + v14))) * v20);
        let v22_at = u32(v8 + k0_at[0].z);
        k0_b2[v22_at] = v21;
    }
}
