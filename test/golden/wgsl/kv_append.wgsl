// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

// tessera kernel kv_append entry k_kv_append wide 0 params i32,i32,b16,b16 sizes 1 threads 128 teams 1 count 2 shared 0 cost 1025
@group(0) @binding(0) var<storage, read> k0_b0: array<f32>; // k
@group(0) @binding(1) var<storage, read> k0_b1: array<f32>; // v
@group(0) @binding(2) var<storage, read_write> k0_b2: array<atomic<u32>>; // kcache
@group(0) @binding(3) var<storage, read_write> k0_b3: array<atomic<u32>>; // vcache
@group(0) @binding(4) var<uniform> k0_at: array<vec4<i32>, 2>; // offsets, sizes
@compute @workgroup_size(128)
fn k_kv_append(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v5: i32 = i32(thread);
    let v6: i32 = i32(group.x);
    let v7: i32 = i32(groups.x);
    for (var v9: i32 = v6; v9 < 2i; v9 += v7) {
        let v10: i32 = k0_at[1].x;
        let v23: i32 = ((v9 * 128i) + v5);
        let v24_at = u32(v23 + k0_at[0].x);
        let v24 = k0_b0[v24_at];
        let v25: u32 = bitcast<u32>(v24);
        let v39: u32 = select((((v25 + 32767u) + ((v25 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v25 & 2147483647u)));
        let v42: bool = ((0i <= v5) & (v5 < select(0i, 128i, ((0i <= v10) & (v10 < 4096i)))));
        let v43: i32 = (((v9 * 524288i) + (v10 * 128i)) + v5);
        if (v42) {
            let v45_at = u32(v43 + k0_at[0].z);
            let v45_by = (v45_at & 1u) * 16u;
            atomicAnd(&k0_b2[v45_at >> 1u], ~(65535u << v45_by));
            atomicOr(&k0_b2[v45_at >> 1u], v39 << v45_by);
        }
        let v47_at = u32(v23 + k0_at[0].y);
        let v47 = k0_b1[v47_at];
        let v48: u32 = bitcast<u32>(v47);
        let v56: u32 = select((((v48 + 32767u) + ((v48 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v48 & 2147483647u)));
        if (v42) {
            let v58_at = u32(v43 + k0_at[0].w);
            let v58_by = (v58_at & 1u) * 16u;
            atomicAnd(&k0_b3[v58_at >> 1u], ~(65535u << v58_by));
            atomicOr(&k0_b3[v58_at >> 1u], v56 << v58_by);
        }
    }
}
