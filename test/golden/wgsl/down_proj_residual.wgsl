// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

// tessera kernel down_proj_residual entry k_ts_down_proj_residual wide 0 params i16:w:16:1536*8960,i32:x:32:8960,i32:res:32:1536,o32:y:32:1536 sizes 0 threads 32 teams 1 count 1536 shared 256 cost 17925
@group(0) @binding(0) var<storage, read> k0_b0: array<u32>; // w
@group(0) @binding(1) var<storage, read> k0_b1: array<f32>; // x
@group(0) @binding(2) var<storage, read> k0_b2: array<f32>; // res
@group(0) @binding(3) var<storage, read_write> k0_b3: array<f32>; // y
@group(0) @binding(4) var<uniform> k0_at: array<vec4<i32>, 1>; // offsets, sizes
var<workgroup> k0_shared: array<u32, 64>;
@compute @workgroup_size(32)
fn k_ts_down_proj_residual(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v5: i32 = i32(thread);
    for (var v7: i32 = v1; v7 < 1536i; v7 += v3) {
        let v10: i32 = (v7 * 8960i);
        let v12: i32 = (v5 * 8i);
        let v13: i32 = (v12 + 1i);
        let v15: i32 = (v12 + 2i);
        let v17: i32 = (v12 + 3i);
        let v19: i32 = (v12 + 4i);
        let v21: i32 = (v12 + 5i);
        let v23: i32 = (v12 + 6i);
        let v25: i32 = (v12 + 7i);
        var v26: f32 = 0f;
        var v27: f32 = 0f;
        var v28: f32 = 0f;
        var v29: f32 = 0f;
        var v30: f32 = 0f;
        var v31: f32 = 0f;
        var v32: f32 = 0f;
        var v33: f32 = 0f;
        for (var v35: i32 = 0i; v35 < 8960i; v35 += 256i) {
            let v36: i32 = (v35 + v12);
            let v38_at = u32((v10 + v36) + k0_at[0].x);
            let v38 = extractBits(k0_b0[v38_at >> 1u], (v38_at & 1u) * 16u, 16u);
            let v42_at = u32(v36 + k0_at[0].y);
            let v42 = k0_b1[v42_at];
            v26 = fma(bitcast<f32>((v38 << 16u)), v42, v26);
            let v46: i32 = (v35 + v13);
            let v48_at = u32((v10 + v46) + k0_at[0].x);
            let v48 = extractBits(k0_b0[v48_at >> 1u], (v48_at & 1u) * 16u, 16u);
            let v51_at = u32(v46 + k0_at[0].y);
            let v51 = k0_b1[v51_at];
            v27 = fma(bitcast<f32>((v48 << 16u)), v51, v27);
            let v55: i32 = (v35 + v15);
            let v57_at = u32((v10 + v55) + k0_at[0].x);
            let v57 = extractBits(k0_b0[v57_at >> 1u], (v57_at & 1u) * 16u, 16u);
            let v60_at = u32(v55 + k0_at[0].y);
            let v60 = k0_b1[v60_at];
            v28 = fma(bitcast<f32>((v57 << 16u)), v60, v28);
            let v64: i32 = (v35 + v17);
            let v66_at = u32((v10 + v64) + k0_at[0].x);
            let v66 = extractBits(k0_b0[v66_at >> 1u], (v66_at & 1u) * 16u, 16u);
            let v69_at = u32(v64 + k0_at[0].y);
            let v69 = k0_b1[v69_at];
            v29 = fma(bitcast<f32>((v66 << 16u)), v69, v29);
            let v73: i32 = (v35 + v19);
            let v75_at = u32((v10 + v73) + k0_at[0].x);
            let v75 = extractBits(k0_b0[v75_at >> 1u], (v75_at & 1u) * 16u, 16u);
            let v78_at = u32(v73 + k0_at[0].y);
            let v78 = k0_b1[v78_at];
            v30 = fma(bitcast<f32>((v75 << 16u)), v78, v30);
            let v82: i32 = (v35 + v21);
            let v84_at = u32((v10 + v82) + k0_at[0].x);
            let v84 = extractBits(k0_b0[v84_at >> 1u], (v84_at & 1u) * 16u, 16u);
            let v87_at = u32(v82 + k0_at[0].y);
            let v87 = k0_b1[v87_at];
            v31 = fma(bitcast<f32>((v84 << 16u)), v87, v31);
            let v91: i32 = (v35 + v23);
            let v93_at = u32((v10 + v91) + k0_at[0].x);
            let v93 = extractBits(k0_b0[v93_at >> 1u], (v93_at & 1u) * 16u, 16u);
            let v96_at = u32(v91 + k0_at[0].y);
            let v96 = k0_b1[v96_at];
            v32 = fma(bitcast<f32>((v93 << 16u)), v96, v32);
            let v100: i32 = (v35 + v25);
            let v102_at = u32((v10 + v100) + k0_at[0].x);
            let v102 = extractBits(k0_b0[v102_at >> 1u], (v102_at & 1u) * 16u, 16u);
            let v105_at = u32(v100 + k0_at[0].y);
            let v105 = k0_b1[v105_at];
            v33 = fma(bitcast<f32>((v102 << 16u)), v105, v33);
        }
        let v118: f32 = ((((v26 + v27) + v28) + v29) + v30);
        workgroupBarrier();
        storageBarrier();
        let v126: u32 = bitcast<u32>((((v118 + v31) + v32) + v33));
        k0_shared[v5] = v126;
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 16i)) {
            let v132 = k0_shared[v5];
            let v135 = k0_shared[(v5 + 16i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v132) + bitcast<f32>(v135)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 8i)) {
            let v144 = k0_shared[v5];
            let v147 = k0_shared[(v5 + 8i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v144) + bitcast<f32>(v147)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 4i)) {
            let v156 = k0_shared[v5];
            let v159 = k0_shared[(v5 + 4i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v156) + bitcast<f32>(v159)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 2i)) {
            let v168 = k0_shared[v5];
            let v171 = k0_shared[(v5 + 2i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v168) + bitcast<f32>(v171)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 1i)) {
            let v180 = k0_shared[v5];
            let v183 = k0_shared[(v5 + 1i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v180) + bitcast<f32>(v183)));
        }
        workgroupBarrier();
        storageBarrier();
        let v191 = k0_shared[0i];
        let v193_at = u32(v7 + k0_at[0].z);
        let v193 = k0_b2[v193_at];
        let v194: f32 = (bitcast<f32>(v191) + v193);
        if ((v5 == 0i)) {
            let v196_at = u32(v7 + k0_at[0].w);
            k0_b3[v196_at] = v194;
        }
    }
}

// tessera kernel down_proj_residual entry k_ts_down_proj_residual__wide wide 1 params i16:w:16:1536*8960,i32:x:32:8960,i32:res:32:1536,o32:y:32:1536 sizes 0 threads 32 teams 1 count 1536 shared 256 cost 17925
@group(0) @binding(0) var<storage, read> k1_b0: array<vec4<u32>>; // w
@group(0) @binding(1) var<storage, read> k1_b1: array<vec4<u32>>; // x
@group(0) @binding(2) var<storage, read> k1_b2: array<f32>; // res
@group(0) @binding(3) var<storage, read_write> k1_b3: array<f32>; // y
@group(0) @binding(4) var<uniform> k1_at: array<vec4<i32>, 1>; // offsets, sizes
var<workgroup> k1_shared: array<u32, 64>;
@compute @workgroup_size(32)
fn k_ts_down_proj_residual__wide(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v5: i32 = i32(thread);
    for (var v7: i32 = v1; v7 < 1536i; v7 += v3) {
        let v10: i32 = (v7 * 8960i);
        let v12: i32 = (v5 * 8i);
        var v16: f32 = 0f;
        var v17: f32 = 0f;
        var v18: f32 = 0f;
        var v19: f32 = 0f;
        var v20: f32 = 0f;
        var v21: f32 = 0f;
        var v22: f32 = 0f;
        var v23: f32 = 0f;
        for (var v25: i32 = 0i; v25 < 8960i; v25 += 256i) {
            let v26: i32 = (v25 + v12);
            let v29_at = u32(((v10 + v26) >> u32(3i)) + k1_at[0].x / 8i);
            let v29 = k1_b0[v29_at];
            let v36: i32 = (v26 >> u32(2i));
            let v37_at = u32(v36 + k1_at[0].y / 4i);
            let v37 = k1_b1[v37_at];
            let v43_at = u32((v36 + 1i) + k1_at[0].y / 4i);
            let v43 = k1_b1[v43_at];
            v16 = fma(bitcast<f32>(((v29.x & 65535u) << 16u)), bitcast<f32>(v37.x), v16);
            v17 = fma(bitcast<f32>(((v29.x >> 16u) << 16u)), bitcast<f32>(v37.y), v17);
            v18 = fma(bitcast<f32>(((v29.y & 65535u) << 16u)), bitcast<f32>(v37.z), v18);
            v19 = fma(bitcast<f32>(((v29.y >> 16u) << 16u)), bitcast<f32>(v37.w), v19);
            v20 = fma(bitcast<f32>(((v29.z & 65535u) << 16u)), bitcast<f32>(v43.x), v20);
            v21 = fma(bitcast<f32>(((v29.z >> 16u) << 16u)), bitcast<f32>(v43.y), v21);
            v22 = fma(bitcast<f32>(((v29.w & 65535u) << 16u)), bitcast<f32>(v43.z), v22);
            v23 = fma(bitcast<f32>(((v29.w >> 16u) << 16u)), bitcast<f32>(v43.w), v23);
        }
        let v113: f32 = ((((v16 + v17) + v18) + v19) + v20);
        workgroupBarrier();
        storageBarrier();
        let v121: u32 = bitcast<u32>((((v113 + v21) + v22) + v23));
        k1_shared[v5] = v121;
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 16i)) {
            let v127 = k1_shared[v5];
            let v130 = k1_shared[(v5 + 16i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v127) + bitcast<f32>(v130)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 8i)) {
            let v139 = k1_shared[v5];
            let v142 = k1_shared[(v5 + 8i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v139) + bitcast<f32>(v142)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 4i)) {
            let v151 = k1_shared[v5];
            let v154 = k1_shared[(v5 + 4i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v151) + bitcast<f32>(v154)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 2i)) {
            let v163 = k1_shared[v5];
            let v166 = k1_shared[(v5 + 2i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v163) + bitcast<f32>(v166)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v5 < 1i)) {
            let v175 = k1_shared[v5];
            let v178 = k1_shared[(v5 + 1i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v175) + bitcast<f32>(v178)));
        }
        workgroupBarrier();
        storageBarrier();
        let v186 = k1_shared[0i];
        let v188_at = u32(v7 + k1_at[0].z);
        let v188 = k1_b2[v188_at];
        let v189: f32 = (bitcast<f32>(v186) + v188);
        if ((v5 == 0i)) {
            let v191_at = u32(v7 + k1_at[0].w);
            k1_b3[v191_at] = v189;
        }
    }
}
