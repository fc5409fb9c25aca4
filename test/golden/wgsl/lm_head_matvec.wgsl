// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

// tessera kernel lm_head_matvec entry k_lm_head_matvec wide 0 params i16,i32,o32 sizes 0 threads 32 teams 1 count 151936 shared 256 cost 3073
@group(0) @binding(0) var<storage, read> k0_b0: array<u32>; // w
@group(0) @binding(1) var<storage, read> k0_b1: array<f32>; // x
@group(0) @binding(2) var<storage, read_write> k0_b2: array<f32>; // y
@group(0) @binding(3) var<uniform> k0_at: array<vec4<i32>, 1>; // offsets, sizes
var<workgroup> k0_shared: array<u32, 64>;
@compute @workgroup_size(32)
fn k_lm_head_matvec(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v6: i32 = i32(thread);
    let v7: i32 = i32(group.x);
    let v8: i32 = i32(groups.x);
    for (var v10: i32 = v7; v10 < 151936i; v10 += v8) {
        let v13: i32 = (v10 * 1536i);
        let v15: i32 = (v6 * 8i);
        let v17: i32 = (v15 + 1i);
        let v19: i32 = (v15 + 2i);
        let v21: i32 = (v15 + 3i);
        let v23: i32 = (v15 + 4i);
        let v25: i32 = (v15 + 5i);
        let v27: i32 = (v15 + 6i);
        let v29: i32 = (v15 + 7i);
        var v30: f32 = 0f;
        var v31: f32 = 0f;
        var v32: f32 = 0f;
        var v33: f32 = 0f;
        var v34: f32 = 0f;
        var v35: f32 = 0f;
        var v36: f32 = 0f;
        var v37: f32 = 0f;
        for (var v39: i32 = 0i; v39 < 1536i; v39 += 256i) {
            let v40: i32 = (v39 + v15);
            let v42_at = u32((v13 + v40) + k0_at[0].x);
            let v42 = extractBits(k0_b0[v42_at >> 1u], (v42_at & 1u) * 16u, 16u);
            let v46_at = u32(v40 + k0_at[0].y);
            let v46 = k0_b1[v46_at];
            v30 = fma(bitcast<f32>((v42 << 16u)), v46, v30);
            let v50: i32 = (v39 + v17);
            let v52_at = u32((v13 + v50) + k0_at[0].x);
            let v52 = extractBits(k0_b0[v52_at >> 1u], (v52_at & 1u) * 16u, 16u);
            let v55_at = u32(v50 + k0_at[0].y);
            let v55 = k0_b1[v55_at];
            v31 = fma(bitcast<f32>((v52 << 16u)), v55, v31);
            let v59: i32 = (v39 + v19);
            let v61_at = u32((v13 + v59) + k0_at[0].x);
            let v61 = extractBits(k0_b0[v61_at >> 1u], (v61_at & 1u) * 16u, 16u);
            let v64_at = u32(v59 + k0_at[0].y);
            let v64 = k0_b1[v64_at];
            v32 = fma(bitcast<f32>((v61 << 16u)), v64, v32);
            let v68: i32 = (v39 + v21);
            let v70_at = u32((v13 + v68) + k0_at[0].x);
            let v70 = extractBits(k0_b0[v70_at >> 1u], (v70_at & 1u) * 16u, 16u);
            let v73_at = u32(v68 + k0_at[0].y);
            let v73 = k0_b1[v73_at];
            v33 = fma(bitcast<f32>((v70 << 16u)), v73, v33);
            let v77: i32 = (v39 + v23);
            let v79_at = u32((v13 + v77) + k0_at[0].x);
            let v79 = extractBits(k0_b0[v79_at >> 1u], (v79_at & 1u) * 16u, 16u);
            let v82_at = u32(v77 + k0_at[0].y);
            let v82 = k0_b1[v82_at];
            v34 = fma(bitcast<f32>((v79 << 16u)), v82, v34);
            let v86: i32 = (v39 + v25);
            let v88_at = u32((v13 + v86) + k0_at[0].x);
            let v88 = extractBits(k0_b0[v88_at >> 1u], (v88_at & 1u) * 16u, 16u);
            let v91_at = u32(v86 + k0_at[0].y);
            let v91 = k0_b1[v91_at];
            v35 = fma(bitcast<f32>((v88 << 16u)), v91, v35);
            let v95: i32 = (v39 + v27);
            let v97_at = u32((v13 + v95) + k0_at[0].x);
            let v97 = extractBits(k0_b0[v97_at >> 1u], (v97_at & 1u) * 16u, 16u);
            let v100_at = u32(v95 + k0_at[0].y);
            let v100 = k0_b1[v100_at];
            v36 = fma(bitcast<f32>((v97 << 16u)), v100, v36);
            let v104: i32 = (v39 + v29);
            let v106_at = u32((v13 + v104) + k0_at[0].x);
            let v106 = extractBits(k0_b0[v106_at >> 1u], (v106_at & 1u) * 16u, 16u);
            let v109_at = u32(v104 + k0_at[0].y);
            let v109 = k0_b1[v109_at];
            v37 = fma(bitcast<f32>((v106 << 16u)), v109, v37);
        }
        let v122: f32 = ((((v30 + v31) + v32) + v33) + v34);
        workgroupBarrier();
        storageBarrier();
        let v130: u32 = bitcast<u32>((((v122 + v35) + v36) + v37));
        k0_shared[v6] = v130;
        workgroupBarrier();
        storageBarrier();
        if ((v6 < 16i)) {
            let v137 = k0_shared[v6];
            let v139 = k0_shared[(v6 + 16i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v137) + bitcast<f32>(v139)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v6 < 8i)) {
            let v149 = k0_shared[v6];
            let v151 = k0_shared[(v6 + 8i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v149) + bitcast<f32>(v151)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v6 < 4i)) {
            let v161 = k0_shared[v6];
            let v163 = k0_shared[(v6 + 4i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v161) + bitcast<f32>(v163)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v6 < 2i)) {
            let v173 = k0_shared[v6];
            let v175 = k0_shared[(v6 + 2i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v173) + bitcast<f32>(v175)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v6 < 1i)) {
            let v185 = k0_shared[v6];
            let v187 = k0_shared[(v6 + 1i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v185) + bitcast<f32>(v187)));
        }
        workgroupBarrier();
        storageBarrier();
        let v194 = k0_shared[0i];
        let v195: f32 = bitcast<f32>(v194);
        if ((v6 == 0i)) {
            let v198_at = u32(v10 + k0_at[0].z);
            k0_b2[v198_at] = v195;
        }
    }
}

// tessera kernel lm_head_matvec entry k_lm_head_matvec__wide wide 1 params i16,i32,o32 sizes 0 threads 32 teams 1 count 151936 shared 256 cost 3073
@group(0) @binding(0) var<storage, read> k1_b0: array<vec4<u32>>; // w
@group(0) @binding(1) var<storage, read> k1_b1: array<vec4<u32>>; // x
@group(0) @binding(2) var<storage, read_write> k1_b2: array<f32>; // y
@group(0) @binding(3) var<uniform> k1_at: array<vec4<i32>, 1>; // offsets, sizes
var<workgroup> k1_shared: array<u32, 64>;
@compute @workgroup_size(32)
fn k_lm_head_matvec__wide(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v6: i32 = i32(thread);
    let v7: i32 = i32(group.x);
    let v8: i32 = i32(groups.x);
    for (var v10: i32 = v7; v10 < 151936i; v10 += v8) {
        let v13: i32 = (v10 * 1536i);
        let v15: i32 = (v6 * 8i);
        var v30: f32 = 0f;
        var v31: f32 = 0f;
        var v32: f32 = 0f;
        var v33: f32 = 0f;
        var v34: f32 = 0f;
        var v35: f32 = 0f;
        var v36: f32 = 0f;
        var v37: f32 = 0f;
        for (var v39: i32 = 0i; v39 < 1536i; v39 += 256i) {
            let v40: i32 = (v39 + v15);
            let v43_at = u32(((v13 + v40) >> u32(3i)) + k1_at[0].x / 8i);
            let v43 = k1_b0[v43_at];
            let v51: i32 = (v40 >> u32(2i));
            let v52_at = u32(v51 + k1_at[0].y / 4i);
            let v52 = k1_b1[v52_at];
            let v54_at = u32((v51 + 1i) + k1_at[0].y / 4i);
            let v54 = k1_b1[v54_at];
            v30 = fma(bitcast<f32>(((v43.x & 65535u) << 16u)), bitcast<f32>(v52.x), v30);
            v31 = fma(bitcast<f32>(((v43.x >> 16u) << 16u)), bitcast<f32>(v52.y), v31);
            v32 = fma(bitcast<f32>(((v43.y & 65535u) << 16u)), bitcast<f32>(v52.z), v32);
            v33 = fma(bitcast<f32>(((v43.y >> 16u) << 16u)), bitcast<f32>(v52.w), v33);
            v34 = fma(bitcast<f32>(((v43.z & 65535u) << 16u)), bitcast<f32>(v54.x), v34);
            v35 = fma(bitcast<f32>(((v43.z >> 16u) << 16u)), bitcast<f32>(v54.y), v35);
            v36 = fma(bitcast<f32>(((v43.w & 65535u) << 16u)), bitcast<f32>(v54.z), v36);
            v37 = fma(bitcast<f32>(((v43.w >> 16u) << 16u)), bitcast<f32>(v54.w), v37);
        }
        let v128: f32 = ((((v30 + v31) + v32) + v33) + v34);
        workgroupBarrier();
        storageBarrier();
        let v136: u32 = bitcast<u32>((((v128 + v35) + v36) + v37));
        k1_shared[v6] = v136;
        workgroupBarrier();
        storageBarrier();
        if ((v6 < 16i)) {
            let v143 = k1_shared[v6];
            let v145 = k1_shared[(v6 + 16i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v143) + bitcast<f32>(v145)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v6 < 8i)) {
            let v155 = k1_shared[v6];
            let v157 = k1_shared[(v6 + 8i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v155) + bitcast<f32>(v157)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v6 < 4i)) {
            let v167 = k1_shared[v6];
            let v169 = k1_shared[(v6 + 4i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v167) + bitcast<f32>(v169)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v6 < 2i)) {
            let v179 = k1_shared[v6];
            let v181 = k1_shared[(v6 + 2i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v179) + bitcast<f32>(v181)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v6 < 1i)) {
            let v191 = k1_shared[v6];
            let v193 = k1_shared[(v6 + 1i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v191) + bitcast<f32>(v193)));
        }
        workgroupBarrier();
        storageBarrier();
        let v200 = k1_shared[0i];
        let v201: f32 = bitcast<f32>(v200);
        if ((v6 == 0i)) {
            let v204_at = u32(v10 + k1_at[0].z);
            k1_b2[v204_at] = v201;
        }
    }
}
