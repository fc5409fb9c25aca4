// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

// tessera kernel kv_append entry k_ts_kv_append wide 0 params i32:k:32:2*128,i32:v:32:2*128,b16:kcache:16:2*4096*128,b16:vcache:16:2*4096*128 sizes 1 threads 128 teams 1 count 2 shared 0 cost 1025
@group(0) @binding(0) var<storage, read> k0_b0: array<f32>; // k
@group(0) @binding(1) var<storage, read> k0_b1: array<f32>; // v
@group(0) @binding(2) var<storage, read_write> k0_b2: array<atomic<u32>>; // kcache
@group(0) @binding(3) var<storage, read_write> k0_b3: array<atomic<u32>>; // vcache
@group(0) @binding(4) var<uniform> k0_at: array<vec4<i32>, 2>; // offsets, sizes
@compute @workgroup_size(128)
fn k_ts_kv_append(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v5: i32 = i32(thread);
    for (var v7: i32 = v1; v7 < 2i; v7 += v3) {
        let v9: i32 = k0_at[1].x;
        let v16: bool = ((0i <= v5) & (v5 < select(0i, 128i, ((0i <= v9) & (v9 < 4096i)))));
        let v21: i32 = (((v7 * 524288i) + (v9 * 128i)) + v5);
        let v24: i32 = ((v7 * 128i) + v5);
        let v25_at = u32(v24 + k0_at[0].x);
        let v25 = k0_b0[v25_at];
        let v26: u32 = bitcast<u32>(v25);
        let v39: u32 = select((((v26 + 32767u) + ((v26 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v26 & 2147483647u)));
        let v46: f32 = select(real(0x7fc00000u), v25, (abs(bitcast<f32>((v39 << 16u))) <= 3.40282347e+38f));
        let v47: u32 = bitcast<u32>(v46);
        let v55: u32 = select((((v47 + 32767u) + ((v47 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v47 & 2147483647u)));
        if (v16) {
            let v57_at = u32(v21 + k0_at[0].z);
            let v57_by = (v57_at & 1u) * 16u;
            atomicAnd(&k0_b2[v57_at >> 1u], ~(65535u << v57_by));
            atomicOr(&k0_b2[v57_at >> 1u], v55 << v57_by);
        }
        let v59_at = u32(v24 + k0_at[0].y);
        let v59 = k0_b1[v59_at];
        let v60: u32 = bitcast<u32>(v59);
        let v68: u32 = select((((v60 + 32767u) + ((v60 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v60 & 2147483647u)));
        let v73: f32 = select(real(0x7fc00000u), v59, (abs(bitcast<f32>((v68 << 16u))) <= 3.40282347e+38f));
        let v74: u32 = bitcast<u32>(v73);
        let v82: u32 = select((((v74 + 32767u) + ((v74 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v74 & 2147483647u)));
        if (v16) {
            let v84_at = u32(v21 + k0_at[0].w);
            let v84_by = (v84_at & 1u) * 16u;
            atomicAnd(&k0_b3[v84_at >> 1u], ~(65535u << v84_by));
            atomicOr(&k0_b3[v84_at >> 1u], v82 << v84_by);
        }
    }
}
