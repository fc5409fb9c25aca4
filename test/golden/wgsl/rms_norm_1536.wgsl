// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

// tessera kernel=rms_norm_1536 entry=k_ts_rms_norm_1536 params=i32:x:1536,i16:gamma:1536,o32:y:1536 sizes=0 cost=1 wide=0 threads=256 teams=1 count=1 shared=2048
@group(0) @binding(0) var<storage, read> k0_b0: array<f32>; // x
@group(0) @binding(1) var<storage, read> k0_b1: array<u32>; // gamma
@group(0) @binding(2) var<storage, read_write> k0_b2: array<f32>; // y
@group(0) @binding(3) var<uniform> k0_at: array<vec4<i32>, 1>; // offsets, sizes
var<workgroup> k0_shared: array<u32, 512>;
@compute @workgroup_size(256)
fn k_ts_rms_norm_1536(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v5: i32 = i32(thread);
    for (var v6: i32 = v1; v6 < 1i; v6 += v3) {
        var v10: f32 = 0f;
        for (var v11: i32 = 0i; v11 < 1536i; v11 += 256i) {
            let v13_at = u32((v11 + v5) + k0_at[0].x);
            let v13 = k0_b0[v13_at];
            v10 = fma(v13, v13, v10);
        }
        workgroupBarrier();
        storageBarrier();
        k0_shared[v5] = bitcast<u32>(v10);
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 128i)) {
            let v26 = k0_shared[v5];
            let v29 = k0_shared[(v5 + 128i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v26) + bitcast<f32>(v29)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 64i)) {
            let v39 = k0_shared[v5];
            let v42 = k0_shared[(v5 + 64i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v39) + bitcast<f32>(v42)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 32i)) {
            let v52 = k0_shared[v5];
            let v55 = k0_shared[(v5 + 32i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v52) + bitcast<f32>(v55)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 16i)) {
            let v65 = k0_shared[v5];
            let v68 = k0_shared[(v5 + 16i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v65) + bitcast<f32>(v68)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 8i)) {
            let v78 = k0_shared[v5];
            let v81 = k0_shared[(v5 + 8i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v78) + bitcast<f32>(v81)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 4i)) {
            let v91 = k0_shared[v5];
            let v94 = k0_shared[(v5 + 4i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v91) + bitcast<f32>(v94)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 2i)) {
            let v104 = k0_shared[v5];
            let v107 = k0_shared[(v5 + 2i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v104) + bitcast<f32>(v107)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 1i)) {
            let v116 = k0_shared[v5];
            let v119 = k0_shared[(v5 + 1i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v116) + bitcast<f32>(v119)));
        }
        workgroupBarrier();
        storageBarrier();
        let v126 = k0_shared[0i];
        let v132: f32 = inverseSqrt(((bitcast<f32>(v126) / 1536f) + 9.99999997e-07f));
        for (var v133: i32 = 0i; v133 < 1536i; v133 += 256i) {
            let v134: i32 = (v133 + v5);
            let v135_at = u32(v134 + k0_at[0].x);
            let v135 = k0_b0[v135_at];
            let v137_at = u32(v134 + k0_at[0].y);
            let v137 = extractBits(k0_b1[v137_at >> 1u], (v137_at & 1u) * 16u, 16u);
            let v142_at = u32(v134 + k0_at[0].z);
            k0_b2[v142_at] = ((v135 * v132) * bitcast<f32>((v137 << 16u)));
        }
    }
}
