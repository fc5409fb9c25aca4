// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

// tessera kernel kv_proj_matvec entry k_ts_kv_proj_matvec wide 0 params i16:wk:16:256*1536,i16:wv:16:256*1536,i16:bk:16:256,i16:bv:16:256,i32:x:32:1536,o32:k:32:256,o32:v:32:256 sizes 0 threads 32 teams 1 count 256 shared 256 cost 6149
@group(0) @binding(0) var<storage, read> k0_b0: array<u32>; // wk
@group(0) @binding(1) var<storage, read> k0_b1: array<u32>; // wv
@group(0) @binding(2) var<storage, read> k0_b2: array<u32>; // bk
@group(0) @binding(3) var<storage, read> k0_b3: array<u32>; // bv
@group(0) @binding(4) var<storage, read> k0_b4: array<f32>; // x
@group(0) @binding(5) var<storage, read_write> k0_b5: array<f32>; // k
@group(0) @binding(6) var<storage, read_write> k0_b6: array<f32>; // v
@group(0) @binding(7) var<uniform> k0_at: array<vec4<i32>, 2>; // offsets, sizes
var<workgroup> k0_shared: array<u32, 64>;
@compute @workgroup_size(32)
fn k_ts_kv_proj_matvec(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v5: i32 = i32(thread);
    for (var v7: i32 = v1; v7 < 256i; v7 += v3) {
        let v10: i32 = (v7 * 1536i);
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
        var v34: f32 = 0f;
        var v35: f32 = 0f;
        var v36: f32 = 0f;
        var v37: f32 = 0f;
        var v38: f32 = 0f;
        var v39: f32 = 0f;
        var v40: f32 = 0f;
        var v41: f32 = 0f;
        for (var v42: i32 = 0i; v42 < 1536i; v42 += 256i) {
            let v43: i32 = (v42 + v12);
            let v44: i32 = (v10 + v43);
            let v45_at = u32(v44 + k0_at[0].x);
            let v45 = extractBits(k0_b0[v45_at >> 1u], (v45_at & 1u) * 16u, 16u);
            let v49_at = u32(v43 + k0_at[1].x);
            let v49 = k0_b4[v49_at];
            let v52: i32 = (v42 + v13);
            let v53_at = u32(v52 + k0_at[1].x);
            let v53 = k0_b4[v53_at];
            let v54: i32 = (v42 + v15);
            let v55_at = u32(v54 + k0_at[1].x);
            let v55 = k0_b4[v55_at];
            let v56: i32 = (v42 + v17);
            let v57_at = u32(v56 + k0_at[1].x);
            let v57 = k0_b4[v57_at];
            let v58: i32 = (v42 + v19);
            let v59_at = u32(v58 + k0_at[1].x);
            let v59 = k0_b4[v59_at];
            let v60: i32 = (v42 + v21);
            let v61_at = u32(v60 + k0_at[1].x);
            let v61 = k0_b4[v61_at];
            let v62: i32 = (v42 + v23);
            let v63_at = u32(v62 + k0_at[1].x);
            let v63 = k0_b4[v63_at];
            let v64: i32 = (v42 + v25);
            let v65_at = u32(v64 + k0_at[1].x);
            let v65 = k0_b4[v65_at];
            v26 = fma(bitcast<f32>((v45 << 16u)), v49, v26);
            let v67: i32 = (v10 + v52);
            let v68_at = u32(v67 + k0_at[0].x);
            let v68 = extractBits(k0_b0[v68_at >> 1u], (v68_at & 1u) * 16u, 16u);
            v27 = fma(bitcast<f32>((v68 << 16u)), v53, v27);
            let v74: i32 = (v10 + v54);
            let v75_at = u32(v74 + k0_at[0].x);
            let v75 = extractBits(k0_b0[v75_at >> 1u], (v75_at & 1u) * 16u, 16u);
            v28 = fma(bitcast<f32>((v75 << 16u)), v55, v28);
            let v81: i32 = (v10 + v56);
            let v82_at = u32(v81 + k0_at[0].x);
            let v82 = extractBits(k0_b0[v82_at >> 1u], (v82_at & 1u) * 16u, 16u);
            v29 = fma(bitcast<f32>((v82 << 16u)), v57, v29);
            let v88: i32 = (v10 + v58);
            let v89_at = u32(v88 + k0_at[0].x);
            let v89 = extractBits(k0_b0[v89_at >> 1u], (v89_at & 1u) * 16u, 16u);
            v30 = fma(bitcast<f32>((v89 << 16u)), v59, v30);
            let v95: i32 = (v10 + v60);
            let v96_at = u32(v95 + k0_at[0].x);
            let v96 = extractBits(k0_b0[v96_at >> 1u], (v96_at & 1u) * 16u, 16u);
            v31 = fma(bitcast<f32>((v96 << 16u)), v61, v31);
            let v102: i32 = (v10 + v62);
            let v103_at = u32(v102 + k0_at[0].x);
            let v103 = extractBits(k0_b0[v103_at >> 1u], (v103_at & 1u) * 16u, 16u);
            v32 = fma(bitcast<f32>((v103 << 16u)), v63, v32);
            let v109: i32 = (v10 + v64);
            let v110_at = u32(v109 + k0_at[0].x);
            let v110 = extractBits(k0_b0[v110_at >> 1u], (v110_at & 1u) * 16u, 16u);
            v33 = fma(bitcast<f32>((v110 << 16u)), v65, v33);
            let v116_at = u32(v44 + k0_at[0].y);
            let v116 = extractBits(k0_b1[v116_at >> 1u], (v116_at & 1u) * 16u, 16u);
            v34 = fma(bitcast<f32>((v116 << 16u)), v49, v34);
            let v122_at = u32(v67 + k0_at[0].y);
            let v122 = extractBits(k0_b1[v122_at >> 1u], (v122_at & 1u) * 16u, 16u);
            v35 = fma(bitcast<f32>((v122 << 16u)), v53, v35);
            let v128_at = u32(v74 + k0_at[0].y);
            let v128 = extractBits(k0_b1[v128_at >> 1u], (v128_at & 1u) * 16u, 16u);
            v36 = fma(bitcast<f32>((v128 << 16u)), v55, v36);
            let v134_at = u32(v81 + k0_at[0].y);
            let v134 = extractBits(k0_b1[v134_at >> 1u], (v134_at & 1u) * 16u, 16u);
            v37 = fma(bitcast<f32>((v134 << 16u)), v57, v37);
            let v140_at = u32(v88 + k0_at[0].y);
            let v140 = extractBits(k0_b1[v140_at >> 1u], (v140_at & 1u) * 16u, 16u);
            v38 = fma(bitcast<f32>((v140 << 16u)), v59, v38);
            let v146_at = u32(v95 + k0_at[0].y);
            let v146 = extractBits(k0_b1[v146_at >> 1u], (v146_at & 1u) * 16u, 16u);
            v39 = fma(bitcast<f32>((v146 << 16u)), v61, v39);
            let v152_at = u32(v102 + k0_at[0].y);
            let v152 = extractBits(k0_b1[v152_at >> 1u], (v152_at & 1u) * 16u, 16u);
            v40 = fma(bitcast<f32>((v152 << 16u)), v63, v40);
            let v158_at = u32(v109 + k0_at[0].y);
            let v158 = extractBits(k0_b1[v158_at >> 1u], (v158_at & 1u) * 16u, 16u);
            v41 = fma(bitcast<f32>((v158 << 16u)), v65, v41);
        }
        let v173: f32 = ((((v26 + v27) + v28) + v29) + v30);
        workgroupBarrier();
        storageBarrier();
        let v181: u32 = bitcast<u32>((((v173 + v31) + v32) + v33));
        k0_shared[v5] = v181;
        workgroupBarrier();
        storageBarrier();
        let v185: bool = (v5 < 16i);
        if (v185) {
            let v187 = k0_shared[v5];
            let v190 = k0_shared[(v5 + 16i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v187) + bitcast<f32>(v190)));
        }
        workgroupBarrier();
        storageBarrier();
        let v197: bool = (v5 < 8i);
        if (v197) {
            let v199 = k0_shared[v5];
            let v202 = k0_shared[(v5 + 8i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v199) + bitcast<f32>(v202)));
        }
        workgroupBarrier();
        storageBarrier();
        let v209: bool = (v5 < 4i);
        if (v209) {
            let v211 = k0_shared[v5];
            let v214 = k0_shared[(v5 + 4i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v211) + bitcast<f32>(v214)));
        }
        workgroupBarrier();
        storageBarrier();
        let v221: bool = (v5 < 2i);
        if (v221) {
            let v223 = k0_shared[v5];
            let v226 = k0_shared[(v5 + 2i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v223) + bitcast<f32>(v226)));
        }
        workgroupBarrier();
        storageBarrier();
        let v233: bool = (v5 < 1i);
        if (v233) {
            let v235 = k0_shared[v5];
            let v238 = k0_shared[(v5 + 1i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v235) + bitcast<f32>(v238)));
        }
        workgroupBarrier();
        storageBarrier();
        let v253: f32 = ((((v34 + v35) + v36) + v37) + v38);
        let v260 = k0_shared[0i];
        let v262_at = u32(v7 + k0_at[0].z);
        let v262 = extractBits(k0_b2[v262_at >> 1u], (v262_at & 1u) * 16u, 16u);
        let v266: f32 = (bitcast<f32>(v260) + bitcast<f32>((v262 << 16u)));
        workgroupBarrier();
        storageBarrier();
        let v268: u32 = bitcast<u32>((((v253 + v39) + v40) + v41));
        k0_shared[v5] = v268;
        workgroupBarrier();
        storageBarrier();
        if (v185) {
            let v272 = k0_shared[v5];
            let v275 = k0_shared[(v5 + 16i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v272) + bitcast<f32>(v275)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v197) {
            let v283 = k0_shared[v5];
            let v286 = k0_shared[(v5 + 8i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v283) + bitcast<f32>(v286)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v209) {
            let v294 = k0_shared[v5];
            let v297 = k0_shared[(v5 + 4i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v294) + bitcast<f32>(v297)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v221) {
            let v305 = k0_shared[v5];
            let v308 = k0_shared[(v5 + 2i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v305) + bitcast<f32>(v308)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v233) {
            let v316 = k0_shared[v5];
            let v319 = k0_shared[(v5 + 1i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v316) + bitcast<f32>(v319)));
        }
        workgroupBarrier();
        storageBarrier();
        let v326: bool = (v5 == 0i);
        let v327 = k0_shared[0i];
        if (v326) {
            let v330_at = u32(v7 + k0_at[1].y);
            k0_b5[v330_at] = v266;
        }
        let v332_at = u32(v7 + k0_at[0].w);
        let v332 = extractBits(k0_b3[v332_at >> 1u], (v332_at & 1u) * 16u, 16u);
        let v335: f32 = (bitcast<f32>(v327) + bitcast<f32>((v332 << 16u)));
        if (v326) {
            let v337_at = u32(v7 + k0_at[1].z);
            k0_b6[v337_at] = v335;
        }
    }
}

// tessera kernel kv_proj_matvec entry k_ts_kv_proj_matvec__wide wide 1 params i16:wk:16:256*1536,i16:wv:16:256*1536,i16:bk:16:256,i16:bv:16:256,i32:x:32:1536,o32:k:32:256,o32:v:32:256 sizes 0 threads 32 teams 1 count 256 shared 256 cost 6149
@group(0) @binding(0) var<storage, read> k1_b0: array<vec4<u32>>; // wk
@group(0) @binding(1) var<storage, read> k1_b1: array<vec4<u32>>; // wv
@group(0) @binding(2) var<storage, read> k1_b2: array<u32>; // bk
@group(0) @binding(3) var<storage, read> k1_b3: array<u32>; // bv
@group(0) @binding(4) var<storage, read> k1_b4: array<vec4<u32>>; // x
@group(0) @binding(5) var<storage, read_write> k1_b5: array<f32>; // k
@group(0) @binding(6) var<storage, read_write> k1_b6: array<f32>; // v
@group(0) @binding(7) var<uniform> k1_at: array<vec4<i32>, 2>; // offsets, sizes
var<workgroup> k1_shared: array<u32, 64>;
@compute @workgroup_size(32)
fn k_ts_kv_proj_matvec__wide(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v5: i32 = i32(thread);
    for (var v7: i32 = v1; v7 < 256i; v7 += v3) {
        let v10: i32 = (v7 * 1536i);
        let v12: i32 = (v5 * 8i);
        var v16: f32 = 0f;
        var v17: f32 = 0f;
        var v18: f32 = 0f;
        var v19: f32 = 0f;
        var v20: f32 = 0f;
        var v21: f32 = 0f;
        var v22: f32 = 0f;
        var v23: f32 = 0f;
        var v24: f32 = 0f;
        var v25: f32 = 0f;
        var v26: f32 = 0f;
        var v27: f32 = 0f;
        var v28: f32 = 0f;
        var v29: f32 = 0f;
        var v30: f32 = 0f;
        var v31: f32 = 0f;
        for (var v32: i32 = 0i; v32 < 1536i; v32 += 256i) {
            let v33: i32 = (v32 + v12);
            let v35: i32 = ((v10 + v33) >> u32(3i));
            let v36_at = u32(v35 + k1_at[0].x / 8i);
            let v36 = k1_b0[v36_at];
            let v43: i32 = (v33 >> u32(2i));
            let v44_at = u32(v43 + k1_at[1].x / 4i);
            let v44 = k1_b4[v44_at];
            let v46: f32 = bitcast<f32>(v44.x);
            let v50: f32 = bitcast<f32>(v44.y);
            let v52: f32 = bitcast<f32>(v44.z);
            let v54: f32 = bitcast<f32>(v44.w);
            let v56_at = u32((v43 + 1i) + k1_at[1].x / 4i);
            let v56 = k1_b4[v56_at];
            let v58: f32 = bitcast<f32>(v56.x);
            let v60: f32 = bitcast<f32>(v56.y);
            let v62: f32 = bitcast<f32>(v56.z);
            let v64: f32 = bitcast<f32>(v56.w);
            v16 = fma(bitcast<f32>(((v36.x & 65535u) << 16u)), v46, v16);
            v17 = fma(bitcast<f32>(((v36.x >> 16u) << 16u)), v50, v17);
            v18 = fma(bitcast<f32>(((v36.y & 65535u) << 16u)), v52, v18);
            v19 = fma(bitcast<f32>(((v36.y >> 16u) << 16u)), v54, v19);
            v20 = fma(bitcast<f32>(((v36.z & 65535u) << 16u)), v58, v20);
            v21 = fma(bitcast<f32>(((v36.z >> 16u) << 16u)), v60, v21);
            v22 = fma(bitcast<f32>(((v36.w & 65535u) << 16u)), v62, v22);
            v23 = fma(bitcast<f32>(((v36.w >> 16u) << 16u)), v64, v23);
            let v111_at = u32(v35 + k1_at[0].y / 8i);
            let v111 = k1_b1[v111_at];
            v24 = fma(bitcast<f32>(((v111.x & 65535u) << 16u)), v46, v24);
            v25 = fma(bitcast<f32>(((v111.x >> 16u) << 16u)), v50, v25);
            v26 = fma(bitcast<f32>(((v111.y & 65535u) << 16u)), v52, v26);
            v27 = fma(bitcast<f32>(((v111.y >> 16u) << 16u)), v54, v27);
            v28 = fma(bitcast<f32>(((v111.z & 65535u) << 16u)), v58, v28);
            v29 = fma(bitcast<f32>(((v111.z >> 16u) << 16u)), v60, v29);
            v30 = fma(bitcast<f32>(((v111.w & 65535u) << 16u)), v62, v30);
            v31 = fma(bitcast<f32>(((v111.w >> 16u) << 16u)), v64, v31);
        }
        let v173: f32 = ((((v16 + v17) + v18) + v19) + v20);
        workgroupBarrier();
        storageBarrier();
        let v181: u32 = bitcast<u32>((((v173 + v21) + v22) + v23));
        k1_shared[v5] = v181;
        workgroupBarrier();
        storageBarrier();
        let v185: bool = (v5 < 16i);
        if (v185) {
            let v187 = k1_shared[v5];
            let v190 = k1_shared[(v5 + 16i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v187) + bitcast<f32>(v190)));
        }
        workgroupBarrier();
        storageBarrier();
        let v197: bool = (v5 < 8i);
        if (v197) {
            let v199 = k1_shared[v5];
            let v202 = k1_shared[(v5 + 8i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v199) + bitcast<f32>(v202)));
        }
        workgroupBarrier();
        storageBarrier();
        let v209: bool = (v5 < 4i);
        if (v209) {
            let v211 = k1_shared[v5];
            let v214 = k1_shared[(v5 + 4i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v211) + bitcast<f32>(v214)));
        }
        workgroupBarrier();
        storageBarrier();
        let v221: bool = (v5 < 2i);
        if (v221) {
            let v223 = k1_shared[v5];
            let v226 = k1_shared[(v5 + 2i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v223) + bitcast<f32>(v226)));
        }
        workgroupBarrier();
        storageBarrier();
        let v233: bool = (v5 < 1i);
        if (v233) {
            let v235 = k1_shared[v5];
            let v238 = k1_shared[(v5 + 1i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v235) + bitcast<f32>(v238)));
        }
        workgroupBarrier();
        storageBarrier();
        let v253: f32 = ((((v24 + v25) + v26) + v27) + v28);
        let v260 = k1_shared[0i];
        let v262_at = u32(v7 + k1_at[0].z);
        let v262 = extractBits(k1_b2[v262_at >> 1u], (v262_at & 1u) * 16u, 16u);
        let v266: f32 = (bitcast<f32>(v260) + bitcast<f32>((v262 << 16u)));
        workgroupBarrier();
        storageBarrier();
        let v268: u32 = bitcast<u32>((((v253 + v29) + v30) + v31));
        k1_shared[v5] = v268;
        workgroupBarrier();
        storageBarrier();
        if (v185) {
            let v272 = k1_shared[v5];
            let v275 = k1_shared[(v5 + 16i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v272) + bitcast<f32>(v275)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v197) {
            let v283 = k1_shared[v5];
            let v286 = k1_shared[(v5 + 8i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v283) + bitcast<f32>(v286)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v209) {
            let v294 = k1_shared[v5];
            let v297 = k1_shared[(v5 + 4i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v294) + bitcast<f32>(v297)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v221) {
            let v305 = k1_shared[v5];
            let v308 = k1_shared[(v5 + 2i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v305) + bitcast<f32>(v308)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v233) {
            let v316 = k1_shared[v5];
            let v319 = k1_shared[(v5 + 1i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v316) + bitcast<f32>(v319)));
        }
        workgroupBarrier();
        storageBarrier();
        let v326: bool = (v5 == 0i);
        let v327 = k1_shared[0i];
        if (v326) {
            let v330_at = u32(v7 + k1_at[1].y);
            k1_b5[v330_at] = v266;
        }
        let v332_at = u32(v7 + k1_at[0].w);
        let v332 = extractBits(k1_b3[v332_at >> 1u], (v332_at & 1u) * 16u, 16u);
        let v335: f32 = (bitcast<f32>(v327) + bitcast<f32>((v332 << 16u)));
        if (v326) {
            let v337_at = u32(v7 + k1_at[1].z);
            k1_b6[v337_at] = v335;
        }
    }
}
