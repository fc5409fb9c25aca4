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
        let v47: f32 = select(real(0x7fc00000u), v25, ((bitcast<i32>((v39 << 16u)) & 2147483647i) < 2139095040i));
        let v48: u32 = bitcast<u32>(v47);
        let v56: u32 = select((((v48 + 32767u) + ((v48 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v48 & 2147483647u)));
        if (v16) {
            let v58_at = u32(v21 + k0_at[0].z);
            let v58_by = (v58_at & 1u) * 16u;
            atomicAnd(&k0_b2[v58_at >> 1u], ~(65535u << v58_by));
            atomicOr(&k0_b2[v58_at >> 1u], v56 << v58_by);
        }
        let v60_at = u32(v24 + k0_at[0].y);
        let v60 = k0_b1[v60_at];
        let v61: u32 = bitcast<u32>(v60);
        let v69: u32 = select((((v61 + 32767u) + ((v61 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v61 & 2147483647u)));
        let v74: f32 = select(real(0x7fc00000u), v60, ((bitcast<i32>((v69 << 16u)) & 2147483647i) < 2139095040i));
        let v75: u32 = bitcast<u32>(v74);
        let v83: u32 = select((((v75 + 32767u) + ((v75 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v75 & 2147483647u)));
        if (v16) {
            let v85_at = u32(v21 + k0_at[0].w);
            let v85_by = (v85_at & 1u) * 16u;
            atomicAnd(&k0_b3[v85_at >> 1u], ~(65535u << v85_by));
            atomicOr(&k0_b3[v85_at >> 1u], v83 << v85_by);
        }
    }
}
