// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

// tessera kernel kv_proj_matvec entry k_kv_proj_matvec wide 0 params i16,i16,i16,i16,i32,o32,o32 sizes 0 threads 32 teams 1 count 256 shared 256 cost 6149
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
fn k_kv_proj_matvec(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v6: i32 = i32(thread);
    let v7: i32 = i32(group.x);
    let v8: i32 = i32(groups.x);
    for (var v10: i32 = v7; v10 < 256i; v10 += v8) {
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
        var v38: f32 = 0f;
        var v39: f32 = 0f;
        var v40: f32 = 0f;
        var v41: f32 = 0f;
        var v42: f32 = 0f;
        var v43: f32 = 0f;
        var v44: f32 = 0f;
        var v45: f32 = 0f;
        for (var v46: i32 = 0i; v46 < 1536i; v46 += 256i) {
            let v47: i32 = (v46 + v15);
            let v48_at = u32(v47 + k0_at[1].x);
            let v48 = k0_b4[v48_at];
            let v49: i32 = (v46 + v17);
            let v50_at = u32(v49 + k0_at[1].x);
            let v50 = k0_b4[v50_at];
            let v51: i32 = (v46 + v19);
            let v52_at = u32(v51 + k0_at[1].x);
            let v52 = k0_b4[v52_at];
            let v53: i32 = (v46 + v21);
            let v54_at = u32(v53 + k0_at[1].x);
            let v54 = k0_b4[v54_at];
            let v55: i32 = (v46 + v23);
            let v56_at = u32(v55 + k0_at[1].x);
            let v56 = k0_b4[v56_at];
            let v57: i32 = (v46 + v25);
            let v58_at = u32(v57 + k0_at[1].x);
            let v58 = k0_b4[v58_at];
            let v59: i32 = (v46 + v27);
            let v60_at = u32(v59 + k0_at[1].x);
            let v60 = k0_b4[v60_at];
            let v61: i32 = (v46 + v29);
            let v62_at = u32(v61 + k0_at[1].x);
            let v62 = k0_b4[v62_at];
            let v63: i32 = (v13 + v47);
            let v64_at = u32(v63 + k0_at[0].x);
            let v64 = extractBits(k0_b0[v64_at >> 1u], (v64_at & 1u) * 16u, 16u);
            v30 = fma(bitcast<f32>((v64 << 16u)), v48, v30);
            let v71: i32 = (v13 + v49);
            let v72_at = u32(v71 + k0_at[0].x);
            let v72 = extractBits(k0_b0[v72_at >> 1u], (v72_at & 1u) * 16u, 16u);
            v31 = fma(bitcast<f32>((v72 << 16u)), v50, v31);
            let v78: i32 = (v13 + v51);
            let v79_at = u32(v78 + k0_at[0].x);
            let v79 = extractBits(k0_b0[v79_at >> 1u], (v79_at & 1u) * 16u, 16u);
            v32 = fma(bitcast<f32>((v79 << 16u)), v52, v32);
            let v85: i32 = (v13 + v53);
            let v86_at = u32(v85 + k0_at[0].x);
            let v86 = extractBits(k0_b0[v86_at >> 1u], (v86_at & 1u) * 16u, 16u);
            v33 = fma(bitcast<f32>((v86 << 16u)), v54, v33);
            let v92: i32 = (v13 + v55);
            let v93_at = u32(v92 + k0_at[0].x);
            let v93 = extractBits(k0_b0[v93_at >> 1u], (v93_at & 1u) * 16u, 16u);
            v34 = fma(bitcast<f32>((v93 << 16u)), v56, v34);
            let v99: i32 = (v13 + v57);
            let v100_at = u32(v99 + k0_at[0].x);
            let v100 = extractBits(k0_b0[v100_at >> 1u], (v100_at & 1u) * 16u, 16u);
            v35 = fma(bitcast<f32>((v100 << 16u)), v58, v35);
            let v106: i32 = (v13 + v59);
            let v107_at = u32(v106 + k0_at[0].x);
            let v107 = extractBits(k0_b0[v107_at >> 1u], (v107_at & 1u) * 16u, 16u);
            v36 = fma(bitcast<f32>((v107 << 16u)), v60, v36);
            let v113: i32 = (v13 + v61);
            let v114_at = u32(v113 + k0_at[0].x);
            let v114 = extractBits(k0_b0[v114_at >> 1u], (v114_at & 1u) * 16u, 16u);
            v37 = fma(bitcast<f32>((v114 << 16u)), v62, v37);
            let v120_at = u32(v63 + k0_at[0].y);
            let v120 = extractBits(k0_b1[v120_at >> 1u], (v120_at & 1u) * 16u, 16u);
            v38 = fma(bitcast<f32>((v120 << 16u)), v48, v38);
            let v126_at = u32(v71 + k0_at[0].y);
            let v126 = extractBits(k0_b1[v126_at >> 1u], (v126_at & 1u) * 16u, 16u);
            v39 = fma(bitcast<f32>((v126 << 16u)), v50, v39);
            let v132_at = u32(v78 + k0_at[0].y);
            let v132 = extractBits(k0_b1[v132_at >> 1u], (v132_at & 1u) * 16u, 16u);
            v40 = fma(bitcast<f32>((v132 << 16u)), v52, v40);
            let v138_at = u32(v85 + k0_at[0].y);
            let v138 = extractBits(k0_b1[v138_at >> 1u], (v138_at & 1u) * 16u, 16u);
            v41 = fma(bitcast<f32>((v138 << 16u)), v54, v41);
            let v144_at = u32(v92 + k0_at[0].y);
            let v144 = extractBits(k0_b1[v144_at >> 1u], (v144_at & 1u) * 16u, 16u);
            v42 = fma(bitcast<f32>((v144 << 16u)), v56, v42);
            let v150_at = u32(v99 + k0_at[0].y);
            let v150 = extractBits(k0_b1[v150_at >> 1u], (v150_at & 1u) * 16u, 16u);
            v43 = fma(bitcast<f32>((v150 << 16u)), v58, v43);
            let v156_at = u32(v106 + k0_at[0].y);
            let v156 = extractBits(k0_b1[v156_at >> 1u], (v156_at & 1u) * 16u, 16u);
            v44 = fma(bitcast<f32>((v156 << 16u)), v60, v44);
            let v162_at = u32(v113 + k0_at[0].y);
            let v162 = extractBits(k0_b1[v162_at >> 1u], (v162_at & 1u) * 16u, 16u);
            v45 = fma(bitcast<f32>((v162 << 16u)), v62, v45);
        }
        let v177: f32 = ((((v30 + v31) + v32) + v33) + v34);
        workgroupBarrier();
        storageBarrier();
        let v185: u32 = bitcast<u32>((((v177 + v35) + v36) + v37));
        k0_shared[v6] = v185;
        workgroupBarrier();
        storageBarrier();
        let v189: bool = (v6 < 16i);
        if (v189) {
            let v192 = k0_shared[v6];
            let v194 = k0_shared[(v6 + 16i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v192) + bitcast<f32>(v194)));
        }
        workgroupBarrier();
        storageBarrier();
        let v201: bool = (v6 < 8i);
        if (v201) {
            let v204 = k0_shared[v6];
            let v206 = k0_shared[(v6 + 8i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v204) + bitcast<f32>(v206)));
        }
        workgroupBarrier();
        storageBarrier();
        let v213: bool = (v6 < 4i);
        if (v213) {
            let v216 = k0_shared[v6];
            let v218 = k0_shared[(v6 + 4i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v216) + bitcast<f32>(v218)));
        }
        workgroupBarrier();
        storageBarrier();
        let v225: bool = (v6 < 2i);
        if (v225) {
            let v228 = k0_shared[v6];
            let v230 = k0_shared[(v6 + 2i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v228) + bitcast<f32>(v230)));
        }
        workgroupBarrier();
        storageBarrier();
        let v237: bool = (v6 < 1i);
        if (v237) {
            let v240 = k0_shared[v6];
            let v242 = k0_shared[(v6 + 1i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v240) + bitcast<f32>(v242)));
        }
        workgroupBarrier();
        storageBarrier();
        let v249 = k0_shared[0i];
        let v251_at = u32(v10 + k0_at[0].z);
        let v251 = extractBits(k0_b2[v251_at >> 1u], (v251_at & 1u) * 16u, 16u);
        let v255: f32 = (bitcast<f32>(v249) + bitcast<f32>((v251 << 16u)));
        let v264: f32 = ((((v38 + v39) + v40) + v41) + v42);
        workgroupBarrier();
        storageBarrier();
        let v272: u32 = bitcast<u32>((((v264 + v43) + v44) + v45));
        k0_shared[v6] = v272;
        workgroupBarrier();
        storageBarrier();
        if (v189) {
            let v277 = k0_shared[v6];
            let v279 = k0_shared[(v6 + 16i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v277) + bitcast<f32>(v279)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v201) {
            let v288 = k0_shared[v6];
            let v290 = k0_shared[(v6 + 8i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v288) + bitcast<f32>(v290)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v213) {
            let v299 = k0_shared[v6];
            let v301 = k0_shared[(v6 + 4i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v299) + bitcast<f32>(v301)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v225) {
            let v310 = k0_shared[v6];
            let v312 = k0_shared[(v6 + 2i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v310) + bitcast<f32>(v312)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v237) {
            let v321 = k0_shared[v6];
            let v323 = k0_shared[(v6 + 1i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v321) + bitcast<f32>(v323)));
        }
        workgroupBarrier();
        storageBarrier();
        let v330 = k0_shared[0i];
        let v332: bool = (v6 == 0i);
        if (v332) {
            let v334_at = u32(v10 + k0_at[1].y);
            k0_b5[v334_at] = v255;
        }
        let v336_at = u32(v10 + k0_at[0].w);
        let v336 = extractBits(k0_b3[v336_at >> 1u], (v336_at & 1u) * 16u, 16u);
        let v339: f32 = (bitcast<f32>(v330) + bitcast<f32>((v336 << 16u)));
        if (v332) {
            let v341_at = u32(v10 + k0_at[1].z);
            k0_b6[v341_at] = v339;
        }
    }
}

// tessera kernel kv_proj_matvec entry k_kv_proj_matvec__wide wide 1 params i16,i16,i16,i16,i32,o32,o32 sizes 0 threads 32 teams 1 count 256 shared 256 cost 6149
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
fn k_kv_proj_matvec__wide(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v6: i32 = i32(thread);
    let v7: i32 = i32(group.x);
    let v8: i32 = i32(groups.x);
    for (var v10: i32 = v7; v10 < 256i; v10 += v8) {
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
        var v38: f32 = 0f;
        var v39: f32 = 0f;
        var v40: f32 = 0f;
        var v41: f32 = 0f;
        var v42: f32 = 0f;
        var v43: f32 = 0f;
        var v44: f32 = 0f;
        var v45: f32 = 0f;
        for (var v46: i32 = 0i; v46 < 1536i; v46 += 256i) {
            let v47: i32 = (v46 + v15);
            let v48: i32 = (v47 >> u32(2i));
            let v49_at = u32(v48 + k1_at[1].x / 4i);
            let v49 = k1_b4[v49_at];
            let v51_at = u32((v48 + 1i) + k1_at[1].x / 4i);
            let v51 = k1_b4[v51_at];
            let v53: f32 = bitcast<f32>(v49.x);
            let v55: f32 = bitcast<f32>(v49.y);
            let v57: f32 = bitcast<f32>(v49.z);
            let v59: f32 = bitcast<f32>(v49.w);
            let v61: f32 = bitcast<f32>(v51.x);
            let v63: f32 = bitcast<f32>(v51.y);
            let v65: f32 = bitcast<f32>(v51.z);
            let v67: f32 = bitcast<f32>(v51.w);
            let v69: i32 = ((v13 + v47) >> u32(3i));
            let v70_at = u32(v69 + k1_at[0].x / 8i);
            let v70 = k1_b0[v70_at];
            v30 = fma(bitcast<f32>(((v70.x & 65535u) << 16u)), v53, v30);
            v31 = fma(bitcast<f32>(((v70.x >> 16u) << 16u)), v55, v31);
            v32 = fma(bitcast<f32>(((v70.y & 65535u) << 16u)), v57, v32);
            v33 = fma(bitcast<f32>(((v70.y >> 16u) << 16u)), v59, v33);
            v34 = fma(bitcast<f32>(((v70.z & 65535u) << 16u)), v61, v34);
            v35 = fma(bitcast<f32>(((v70.z >> 16u) << 16u)), v63, v35);
            v36 = fma(bitcast<f32>(((v70.w & 65535u) << 16u)), v65, v36);
            v37 = fma(bitcast<f32>(((v70.w >> 16u) << 16u)), v67, v37);
            let v126_at = u32(v69 + k1_at[0].y / 8i);
            let v126 = k1_b1[v126_at];
            v38 = fma(bitcast<f32>(((v126.x & 65535u) << 16u)), v53, v38);
            v39 = fma(bitcast<f32>(((v126.x >> 16u) << 16u)), v55, v39);
            v40 = fma(bitcast<f32>(((v126.y & 65535u) << 16u)), v57, v40);
            v41 = fma(bitcast<f32>(((v126.y >> 16u) << 16u)), v59, v41);
            v42 = fma(bitcast<f32>(((v126.z & 65535u) << 16u)), v61, v42);
            v43 = fma(bitcast<f32>(((v126.z >> 16u) << 16u)), v63, v43);
            v44 = fma(bitcast<f32>(((v126.w & 65535u) << 16u)), v65, v44);
            v45 = fma(bitcast<f32>(((v126.w >> 16u) << 16u)), v67, v45);
        }
        let v188: f32 = ((((v30 + v31) + v32) + v33) + v34);
        workgroupBarrier();
        storageBarrier();
        let v196: u32 = bitcast<u32>((((v188 + v35) + v36) + v37));
        k1_shared[v6] = v196;
        workgroupBarrier();
        storageBarrier();
        let v200: bool = (v6 < 16i);
        if (v200) {
            let v203 = k1_shared[v6];
            let v205 = k1_shared[(v6 + 16i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v203) + bitcast<f32>(v205)));
        }
        workgroupBarrier();
        storageBarrier();
        let v212: bool = (v6 < 8i);
        if (v212) {
            let v215 = k1_shared[v6];
            let v217 = k1_shared[(v6 + 8i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v215) + bitcast<f32>(v217)));
        }
        workgroupBarrier();
        storageBarrier();
        let v224: bool = (v6 < 4i);
        if (v224) {
            let v227 = k1_shared[v6];
            let v229 = k1_shared[(v6 + 4i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v227) + bitcast<f32>(v229)));
        }
        workgroupBarrier();
        storageBarrier();
        let v236: bool = (v6 < 2i);
        if (v236) {
            let v239 = k1_shared[v6];
            let v241 = k1_shared[(v6 + 2i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v239) + bitcast<f32>(v241)));
        }
        workgroupBarrier();
        storageBarrier();
        let v248: bool = (v6 < 1i);
        if (v248) {
            let v251 = k1_shared[v6];
            let v253 = k1_shared[(v6 + 1i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v251) + bitcast<f32>(v253)));
        }
        workgroupBarrier();
        storageBarrier();
        let v260 = k1_shared[0i];
        let v262_at = u32(v10 + k1_at[0].z);
        let v262 = extractBits(k1_b2[v262_at >> 1u], (v262_at & 1u) * 16u, 16u);
        let v266: f32 = (bitcast<f32>(v260) + bitcast<f32>((v262 << 16u)));
        let v275: f32 = ((((v38 + v39) + v40) + v41) + v42);
        workgroupBarrier();
        storageBarrier();
        let v283: u32 = bitcast<u32>((((v275 + v43) + v44) + v45));
        k1_shared[v6] = v283;
        workgroupBarrier();
        storageBarrier();
        if (v200) {
            let v288 = k1_shared[v6];
            let v290 = k1_shared[(v6 + 16i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v288) + bitcast<f32>(v290)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v212) {
            let v299 = k1_shared[v6];
            let v301 = k1_shared[(v6 + 8i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v299) + bitcast<f32>(v301)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v224) {
            let v310 = k1_shared[v6];
            let v312 = k1_shared[(v6 + 4i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v310) + bitcast<f32>(v312)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v236) {
            let v321 = k1_shared[v6];
            let v323 = k1_shared[(v6 + 2i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v321) + bitcast<f32>(v323)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v248) {
            let v332 = k1_shared[v6];
            let v334 = k1_shared[(v6 + 1i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v332) + bitcast<f32>(v334)));
        }
        workgroupBarrier();
        storageBarrier();
        let v341 = k1_shared[0i];
        let v343: bool = (v6 == 0i);
        if (v343) {
            let v345_at = u32(v10 + k1_at[1].y);
            k1_b5[v345_at] = v266;
        }
        let v347_at = u32(v10 + k1_at[0].w);
        let v347 = extractBits(k1_b3[v347_at >> 1u], (v347_at & 1u) * 16u, 16u);
        let v350: f32 = (bitcast<f32>(v341) + bitcast<f32>((v347 << 16u)));
        if (v343) {
            let v352_at = u32(v10 + k1_at[1].z);
            k1_b6[v352_at] = v350;
        }
    }
}
