// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

// tessera kernel=q_proj_matvec entry=k_ts_q_proj_matvec params=i16:w:1536*1536,i16:bias:1536,i32:x:1536,o32:y:1536 sizes=0 cost=3075 wide=0 threads=32 teams=1 count=1536 shared=256
@group(0) @binding(0) var<storage, read> k0_b0: array<u32>; // w
@group(0) @binding(1) var<storage, read> k0_b1: array<u32>; // bias
@group(0) @binding(2) var<storage, read> k0_b2: array<f32>; // x
@group(0) @binding(3) var<storage, read_write> k0_b3: array<f32>; // y
@group(0) @binding(4) var<uniform> k0_at: array<vec4<i32>, 1>; // offsets, sizes
var<workgroup> k0_shared: array<u32, 64>;
@compute @workgroup_size(32)
fn k_ts_q_proj_matvec(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v5: i32 = i32(thread);
    for (var v7: i32 = v1; v7 < 1536i; v7 += v3) {
        let v9: i32 = (v7 * 1536i);
        let v11: i32 = (v5 * 8i);
        let v12: i32 = (v11 + 1i);
        let v14: i32 = (v11 + 2i);
        let v16: i32 = (v11 + 3i);
        let v18: i32 = (v11 + 4i);
        let v20: i32 = (v11 + 5i);
        let v22: i32 = (v11 + 6i);
        let v24: i32 = (v11 + 7i);
        var v25: f32 = 0f;
        var v26: f32 = 0f;
        var v27: f32 = 0f;
        var v28: f32 = 0f;
        var v29: f32 = 0f;
        var v30: f32 = 0f;
        var v31: f32 = 0f;
        var v32: f32 = 0f;
        for (var v34: i32 = 0i; v34 < 1536i; v34 += 256i) {
            let v35: i32 = (v34 + v11);
            let v37_at = u32((v9 + v35) + k0_at[0].x);
            let v37 = extractBits(k0_b0[v37_at >> 1u], (v37_at & 1u) * 16u, 16u);
            let v41_at = u32(v35 + k0_at[0].z);
            let v41 = k0_b2[v41_at];
            v25 = fma(bitcast<f32>((v37 << 16u)), v41, v25);
            let v45: i32 = (v34 + v12);
            let v47_at = u32((v9 + v45) + k0_at[0].x);
            let v47 = extractBits(k0_b0[v47_at >> 1u], (v47_at & 1u) * 16u, 16u);
            let v50_at = u32(v45 + k0_at[0].z);
            let v50 = k0_b2[v50_at];
            v26 = fma(bitcast<f32>((v47 << 16u)), v50, v26);
            let v54: i32 = (v34 + v14);
            let v56_at = u32((v9 + v54) + k0_at[0].x);
            let v56 = extractBits(k0_b0[v56_at >> 1u], (v56_at & 1u) * 16u, 16u);
            let v59_at = u32(v54 + k0_at[0].z);
            let v59 = k0_b2[v59_at];
            v27 = fma(bitcast<f32>((v56 << 16u)), v59, v27);
            let v63: i32 = (v34 + v16);
            let v65_at = u32((v9 + v63) + k0_at[0].x);
            let v65 = extractBits(k0_b0[v65_at >> 1u], (v65_at & 1u) * 16u, 16u);
            let v68_at = u32(v63 + k0_at[0].z);
            let v68 = k0_b2[v68_at];
            v28 = fma(bitcast<f32>((v65 << 16u)), v68, v28);
            let v72: i32 = (v34 + v18);
            let v74_at = u32((v9 + v72) + k0_at[0].x);
            let v74 = extractBits(k0_b0[v74_at >> 1u], (v74_at & 1u) * 16u, 16u);
            let v77_at = u32(v72 + k0_at[0].z);
            let v77 = k0_b2[v77_at];
            v29 = fma(bitcast<f32>((v74 << 16u)), v77, v29);
            let v81: i32 = (v34 + v20);
            let v83_at = u32((v9 + v81) + k0_at[0].x);
            let v83 = extractBits(k0_b0[v83_at >> 1u], (v83_at & 1u) * 16u, 16u);
            let v86_at = u32(v81 + k0_at[0].z);
            let v86 = k0_b2[v86_at];
            v30 = fma(bitcast<f32>((v83 << 16u)), v86, v30);
            let v90: i32 = (v34 + v22);
            let v92_at = u32((v9 + v90) + k0_at[0].x);
            let v92 = extractBits(k0_b0[v92_at >> 1u], (v92_at & 1u) * 16u, 16u);
            let v95_at = u32(v90 + k0_at[0].z);
            let v95 = k0_b2[v95_at];
            v31 = fma(bitcast<f32>((v92 << 16u)), v95, v31);
            let v99: i32 = (v34 + v24);
            let v101_at = u32((v9 + v99) + k0_at[0].x);
            let v101 = extractBits(k0_b0[v101_at >> 1u], (v101_at & 1u) * 16u, 16u);
            let v104_at = u32(v99 + k0_at[0].z);
            let v104 = k0_b2[v104_at];
            v32 = fma(bitcast<f32>((v101 << 16u)), v104, v32);
        }
        let v117: f32 = ((((v25 + v26) + v27) + v28) + v29);
        workgroupBarrier();
        storageBarrier();
        let v125: u32 = bitcast<u32>((((v117 + v30) + v31) + v32));
        k0_shared[v5] = v125;
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 16i)) {
            let v131 = k0_shared[v5];
            let v134 = k0_shared[(v5 + 16i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v131) + bitcast<f32>(v134)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 8i)) {
            let v143 = k0_shared[v5];
            let v146 = k0_shared[(v5 + 8i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v143) + bitcast<f32>(v146)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 4i)) {
            let v155 = k0_shared[v5];
            let v158 = k0_shared[(v5 + 4i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v155) + bitcast<f32>(v158)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 2i)) {
            let v167 = k0_shared[v5];
            let v170 = k0_shared[(v5 + 2i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v167) + bitcast<f32>(v170)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 1i)) {
            let v179 = k0_shared[v5];
            let v182 = k0_shared[(v5 + 1i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v179) + bitcast<f32>(v182)));
        }
        workgroupBarrier();
        storageBarrier();
        let v190 = k0_shared[0i];
        let v192_at = u32(v7 + k0_at[0].y);
        let v192 = extractBits(k0_b1[v192_at >> 1u], (v192_at & 1u) * 16u, 16u);
        let v196: f32 = (bitcast<f32>(v190) + bitcast<f32>((v192 << 16u)));
        if ((v5 == 0i)) {
            let v198_at = u32(v7 + k0_at[0].w);
            k0_b3[v198_at] = v196;
        }
    }
}

// tessera kernel=q_proj_matvec entry=k_ts_q_proj_matvec__wide params=i16:w:1536*1536,i16:bias:1536,i32:x:1536,o32:y:1536 sizes=0 cost=3075 wide=1 threads=32 teams=1 count=1536 shared=256
@group(0) @binding(0) var<storage, read> k1_b0: array<vec4<u32>>; // w
@group(0) @binding(1) var<storage, read> k1_b1: array<u32>; // bias
@group(0) @binding(2) var<storage, read> k1_b2: array<vec4<u32>>; // x
@group(0) @binding(3) var<storage, read_write> k1_b3: array<f32>; // y
@group(0) @binding(4) var<uniform> k1_at: array<vec4<i32>, 1>; // offsets, sizes
var<workgroup> k1_shared: array<u32, 64>;
@compute @workgroup_size(32)
fn k_ts_q_proj_matvec__wide(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v5: i32 = i32(thread);
    for (var v7: i32 = v1; v7 < 1536i; v7 += v3) {
        let v9: i32 = (v7 * 1536i);
        let v11: i32 = (v5 * 8i);
        var v15: f32 = 0f;
        var v16: f32 = 0f;
        var v17: f32 = 0f;
        var v18: f32 = 0f;
        var v19: f32 = 0f;
        var v20: f32 = 0f;
        var v21: f32 = 0f;
        var v22: f32 = 0f;
        for (var v24: i32 = 0i; v24 < 1536i; v24 += 256i) {
            let v25: i32 = (v24 + v11);
            let v28_at = u32(((v9 + v25) >> u32(3i)) + k1_at[0].x / 8i);
            let v28 = k1_b0[v28_at];
            let v35: i32 = (v25 >> u32(2i));
            let v36_at = u32(v35 + k1_at[0].z / 4i);
            let v36 = k1_b2[v36_at];
            let v42_at = u32((v35 + 1i) + k1_at[0].z / 4i);
            let v42 = k1_b2[v42_at];
            v15 = fma(bitcast<f32>(((v28.x & 65535u) << 16u)), bitcast<f32>(v36.x), v15);
            v16 = fma(bitcast<f32>(((v28.x >> 16u) << 16u)), bitcast<f32>(v36.y), v16);
            v17 = fma(bitcast<f32>(((v28.y & 65535u) << 16u)), bitcast<f32>(v36.z), v17);
            v18 = fma(bitcast<f32>(((v28.y >> 16u) << 16u)), bitcast<f32>(v36.w), v18);
            v19 = fma(bitcast<f32>(((v28.z & 65535u) << 16u)), bitcast<f32>(v42.x), v19);
            v20 = fma(bitcast<f32>(((v28.z >> 16u) << 16u)), bitcast<f32>(v42.y), v20);
            v21 = fma(bitcast<f32>(((v28.w & 65535u) << 16u)), bitcast<f32>(v42.z), v21);
            v22 = fma(bitcast<f32>(((v28.w >> 16u) << 16u)), bitcast<f32>(v42.w), v22);
        }
        let v112: f32 = ((((v15 + v16) + v17) + v18) + v19);
        workgroupBarrier();
        storageBarrier();
        let v120: u32 = bitcast<u32>((((v112 + v20) + v21) + v22));
        k1_shared[v5] = v120;
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 16i)) {
            let v126 = k1_shared[v5];
            let v129 = k1_shared[(v5 + 16i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v126) + bitcast<f32>(v129)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 8i)) {
            let v138 = k1_shared[v5];
            let v141 = k1_shared[(v5 + 8i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v138) + bitcast<f32>(v141)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 4i)) {
            let v150 = k1_shared[v5];
            let v153 = k1_shared[(v5 + 4i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v150) + bitcast<f32>(v153)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 2i)) {
            let v162 = k1_shared[v5];
            let v165 = k1_shared[(v5 + 2i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v162) + bitcast<f32>(v165)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 1i)) {
            let v174 = k1_shared[v5];
            let v177 = k1_shared[(v5 + 1i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v174) + bitcast<f32>(v177)));
        }
        workgroupBarrier();
        storageBarrier();
        let v185 = k1_shared[0i];
        let v187_at = u32(v7 + k1_at[0].y);
        let v187 = extractBits(k1_b1[v187_at >> 1u], (v187_at & 1u) * 16u, 16u);
        let v191: f32 = (bitcast<f32>(v185) + bitcast<f32>((v187 << 16u)));
        if ((v5 == 0i)) {
            let v193_at = u32(v7 + k1_at[0].w);
            k1_b3[v193_at] = v191;
        }
    }
}
