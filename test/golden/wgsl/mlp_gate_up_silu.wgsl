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

// tessera kernel mlp_gate_up_silu entry k_ts_mlp_gate_up_silu wide 0 params i16:wg:16:8960*1536,i16:wu:16:8960*1536,i32:x:32:1536,o32:y:32:8960 sizes 0 threads 32 teams 1 count 8960 shared 256 cost 6145
@group(0) @binding(0) var<storage, read> k0_b0: array<u32>; // wg
@group(0) @binding(1) var<storage, read> k0_b1: array<u32>; // wu
@group(0) @binding(2) var<storage, read> k0_b2: array<f32>; // x
@group(0) @binding(3) var<storage, read_write> k0_b3: array<f32>; // y
@group(0) @binding(4) var<uniform> k0_at: array<vec4<i32>, 1>; // offsets, sizes
var<workgroup> k0_shared: array<u32, 64>;
@compute @workgroup_size(32)
fn k_ts_mlp_gate_up_silu(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v5: i32 = i32(thread);
    for (var v7: i32 = v1; v7 < 8960i; v7 += v3) {
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
        for (var v43: i32 = 0i; v43 < 1536i; v43 += 256i) {
            let v44: i32 = (v43 + v12);
            let v45: i32 = (v10 + v44);
            let v46_at = u32(v45 + k0_at[0].x);
            let v46 = extractBits(k0_b0[v46_at >> 1u], (v46_at & 1u) * 16u, 16u);
            let v50_at = u32(v44 + k0_at[0].z);
            let v50 = k0_b2[v50_at];
            let v53: i32 = (v43 + v13);
            let v54_at = u32(v53 + k0_at[0].z);
            let v54 = k0_b2[v54_at];
            let v55: i32 = (v43 + v15);
            let v56_at = u32(v55 + k0_at[0].z);
            let v56 = k0_b2[v56_at];
            let v57: i32 = (v43 + v17);
            let v58_at = u32(v57 + k0_at[0].z);
            let v58 = k0_b2[v58_at];
            let v59: i32 = (v43 + v19);
            let v60_at = u32(v59 + k0_at[0].z);
            let v60 = k0_b2[v60_at];
            let v61: i32 = (v43 + v21);
            let v62_at = u32(v61 + k0_at[0].z);
            let v62 = k0_b2[v62_at];
            let v63: i32 = (v43 + v23);
            let v64_at = u32(v63 + k0_at[0].z);
            let v64 = k0_b2[v64_at];
            let v65: i32 = (v43 + v25);
            let v66_at = u32(v65 + k0_at[0].z);
            let v66 = k0_b2[v66_at];
            v26 = fma(bitcast<f32>((v46 << 16u)), v50, v26);
            let v68: i32 = (v10 + v53);
            let v69_at = u32(v68 + k0_at[0].x);
            let v69 = extractBits(k0_b0[v69_at >> 1u], (v69_at & 1u) * 16u, 16u);
            v27 = fma(bitcast<f32>((v69 << 16u)), v54, v27);
            let v75: i32 = (v10 + v55);
            let v76_at = u32(v75 + k0_at[0].x);
            let v76 = extractBits(k0_b0[v76_at >> 1u], (v76_at & 1u) * 16u, 16u);
            v28 = fma(bitcast<f32>((v76 << 16u)), v56, v28);
            let v82: i32 = (v10 + v57);
            let v83_at = u32(v82 + k0_at[0].x);
            let v83 = extractBits(k0_b0[v83_at >> 1u], (v83_at & 1u) * 16u, 16u);
            v29 = fma(bitcast<f32>((v83 << 16u)), v58, v29);
            let v89: i32 = (v10 + v59);
            let v90_at = u32(v89 + k0_at[0].x);
            let v90 = extractBits(k0_b0[v90_at >> 1u], (v90_at & 1u) * 16u, 16u);
            v30 = fma(bitcast<f32>((v90 << 16u)), v60, v30);
            let v96: i32 = (v10 + v61);
            let v97_at = u32(v96 + k0_at[0].x);
            let v97 = extractBits(k0_b0[v97_at >> 1u], (v97_at & 1u) * 16u, 16u);
            v31 = fma(bitcast<f32>((v97 << 16u)), v62, v31);
            let v103: i32 = (v10 + v63);
            let v104_at = u32(v103 + k0_at[0].x);
            let v104 = extractBits(k0_b0[v104_at >> 1u], (v104_at & 1u) * 16u, 16u);
            v32 = fma(bitcast<f32>((v104 << 16u)), v64, v32);
            let v110: i32 = (v10 + v65);
            let v111_at = u32(v110 + k0_at[0].x);
            let v111 = extractBits(k0_b0[v111_at >> 1u], (v111_at & 1u) * 16u, 16u);
            v33 = fma(bitcast<f32>((v111 << 16u)), v66, v33);
            let v117_at = u32(v45 + k0_at[0].y);
            let v117 = extractBits(k0_b1[v117_at >> 1u], (v117_at & 1u) * 16u, 16u);
            v34 = fma(bitcast<f32>((v117 << 16u)), v50, v34);
            let v123_at = u32(v68 + k0_at[0].y);
            let v123 = extractBits(k0_b1[v123_at >> 1u], (v123_at & 1u) * 16u, 16u);
            v35 = fma(bitcast<f32>((v123 << 16u)), v54, v35);
            let v129_at = u32(v75 + k0_at[0].y);
            let v129 = extractBits(k0_b1[v129_at >> 1u], (v129_at & 1u) * 16u, 16u);
            v36 = fma(bitcast<f32>((v129 << 16u)), v56, v36);
            let v135_at = u32(v82 + k0_at[0].y);
            let v135 = extractBits(k0_b1[v135_at >> 1u], (v135_at & 1u) * 16u, 16u);
            v37 = fma(bitcast<f32>((v135 << 16u)), v58, v37);
            let v141_at = u32(v89 + k0_at[0].y);
            let v141 = extractBits(k0_b1[v141_at >> 1u], (v141_at & 1u) * 16u, 16u);
            v38 = fma(bitcast<f32>((v141 << 16u)), v60, v38);
            let v147_at = u32(v96 + k0_at[0].y);
            let v147 = extractBits(k0_b1[v147_at >> 1u], (v147_at & 1u) * 16u, 16u);
            v39 = fma(bitcast<f32>((v147 << 16u)), v62, v39);
            let v153_at = u32(v103 + k0_at[0].y);
            let v153 = extractBits(k0_b1[v153_at >> 1u], (v153_at & 1u) * 16u, 16u);
            v40 = fma(bitcast<f32>((v153 << 16u)), v64, v40);
            let v159_at = u32(v110 + k0_at[0].y);
            let v159 = extractBits(k0_b1[v159_at >> 1u], (v159_at & 1u) * 16u, 16u);
            v41 = fma(bitcast<f32>((v159 << 16u)), v66, v41);
        }
        let v174: f32 = ((((v26 + v27) + v28) + v29) + v30);
        workgroupBarrier();
        storageBarrier();
        let v182: u32 = bitcast<u32>((((v174 + v31) + v32) + v33));
        k0_shared[v5] = v182;
        workgroupBarrier();
        storageBarrier();
        let v186: bool = (v5 < 16i);
        if (v186) {
            let v188 = k0_shared[v5];
            let v191 = k0_shared[(v5 + 16i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v188) + bitcast<f32>(v191)));
        }
        workgroupBarrier();
        storageBarrier();
        let v198: bool = (v5 < 8i);
        if (v198) {
            let v200 = k0_shared[v5];
            let v203 = k0_shared[(v5 + 8i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v200) + bitcast<f32>(v203)));
        }
        workgroupBarrier();
        storageBarrier();
        let v210: bool = (v5 < 4i);
        if (v210) {
            let v212 = k0_shared[v5];
            let v215 = k0_shared[(v5 + 4i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v212) + bitcast<f32>(v215)));
        }
        workgroupBarrier();
        storageBarrier();
        let v222: bool = (v5 < 2i);
        if (v222) {
            let v224 = k0_shared[v5];
            let v227 = k0_shared[(v5 + 2i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v224) + bitcast<f32>(v227)));
        }
        workgroupBarrier();
        storageBarrier();
        let v234: bool = (v5 < 1i);
        if (v234) {
            let v236 = k0_shared[v5];
            let v239 = k0_shared[(v5 + 1i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v236) + bitcast<f32>(v239)));
        }
        workgroupBarrier();
        storageBarrier();
        let v254: f32 = ((((v34 + v35) + v36) + v37) + v38);
        let v261 = k0_shared[0i];
        let v262: f32 = bitcast<f32>(v261);
        let v266: f32 = exact_exp((-abs(v262)));
        workgroupBarrier();
        storageBarrier();
        let v273: u32 = bitcast<u32>((((v254 + v39) + v40) + v41));
        k0_shared[v5] = v273;
        workgroupBarrier();
        storageBarrier();
        if (v186) {
            let v277 = k0_shared[v5];
            let v280 = k0_shared[(v5 + 16i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v277) + bitcast<f32>(v280)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v198) {
            let v288 = k0_shared[v5];
            let v291 = k0_shared[(v5 + 8i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v288) + bitcast<f32>(v291)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v210) {
            let v299 = k0_shared[v5];
            let v302 = k0_shared[(v5 + 4i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v299) + bitcast<f32>(v302)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v222) {
            let v310 = k0_shared[v5];
            let v313 = k0_shared[(v5 + 2i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v310) + bitcast<f32>(v313)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v234) {
            let v321 = k0_shared[v5];
            let v324 = k0_shared[(v5 + 1i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v321) + bitcast<f32>(v324)));
        }
        workgroupBarrier();
        storageBarrier();
        let v332 = k0_shared[0i];
        let v334: f32 = ((v262 * (select(1f, v266, (v262 < 0f)) / (1f + v266))) * bitcast<f32>(v332));
        if ((v5 == 0i)) {
            let v336_at = u32(v7 + k0_at[0].w);
            k0_b3[v336_at] = v334;
        }
    }
}

// tessera kernel mlp_gate_up_silu entry k_ts_mlp_gate_up_silu__wide wide 1 params i16:wg:16:8960*1536,i16:wu:16:8960*1536,i32:x:32:1536,o32:y:32:8960 sizes 0 threads 32 teams 1 count 8960 shared 256 cost 6145
@group(0) @binding(0) var<storage, read> k1_b0: array<vec4<u32>>; // wg
@group(0) @binding(1) var<storage, read> k1_b1: array<vec4<u32>>; // wu
@group(0) @binding(2) var<storage, read> k1_b2: array<vec4<u32>>; // x
@group(0) @binding(3) var<storage, read_write> k1_b3: array<f32>; // y
@group(0) @binding(4) var<uniform> k1_at: array<vec4<i32>, 1>; // offsets, sizes
var<workgroup> k1_shared: array<u32, 64>;
@compute @workgroup_size(32)
fn k_ts_mlp_gate_up_silu__wide(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v5: i32 = i32(thread);
    for (var v7: i32 = v1; v7 < 8960i; v7 += v3) {
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
        for (var v33: i32 = 0i; v33 < 1536i; v33 += 256i) {
            let v34: i32 = (v33 + v12);
            let v36: i32 = ((v10 + v34) >> u32(3i));
            let v37_at = u32(v36 + k1_at[0].x / 8i);
            let v37 = k1_b0[v37_at];
            let v44: i32 = (v34 >> u32(2i));
            let v45_at = u32(v44 + k1_at[0].z / 4i);
            let v45 = k1_b2[v45_at];
            let v47: f32 = bitcast<f32>(v45.x);
            let v51: f32 = bitcast<f32>(v45.y);
            let v53: f32 = bitcast<f32>(v45.z);
            let v55: f32 = bitcast<f32>(v45.w);
            let v57_at = u32((v44 + 1i) + k1_at[0].z / 4i);
            let v57 = k1_b2[v57_at];
            let v59: f32 = bitcast<f32>(v57.x);
            let v61: f32 = bitcast<f32>(v57.y);
            let v63: f32 = bitcast<f32>(v57.z);
            let v65: f32 = bitcast<f32>(v57.w);
            v16 = fma(bitcast<f32>(((v37.x & 65535u) << 16u)), v47, v16);
            v17 = fma(bitcast<f32>(((v37.x >> 16u) << 16u)), v51, v17);
            v18 = fma(bitcast<f32>(((v37.y & 65535u) << 16u)), v53, v18);
            v19 = fma(bitcast<f32>(((v37.y >> 16u) << 16u)), v55, v19);
            v20 = fma(bitcast<f32>(((v37.z & 65535u) << 16u)), v59, v20);
            v21 = fma(bitcast<f32>(((v37.z >> 16u) << 16u)), v61, v21);
            v22 = fma(bitcast<f32>(((v37.w & 65535u) << 16u)), v63, v22);
            v23 = fma(bitcast<f32>(((v37.w >> 16u) << 16u)), v65, v23);
            let v112_at = u32(v36 + k1_at[0].y / 8i);
            let v112 = k1_b1[v112_at];
            v24 = fma(bitcast<f32>(((v112.x & 65535u) << 16u)), v47, v24);
            v25 = fma(bitcast<f32>(((v112.x >> 16u) << 16u)), v51, v25);
            v26 = fma(bitcast<f32>(((v112.y & 65535u) << 16u)), v53, v26);
            v27 = fma(bitcast<f32>(((v112.y >> 16u) << 16u)), v55, v27);
            v28 = fma(bitcast<f32>(((v112.z & 65535u) << 16u)), v59, v28);
            v29 = fma(bitcast<f32>(((v112.z >> 16u) << 16u)), v61, v29);
            v30 = fma(bitcast<f32>(((v112.w & 65535u) << 16u)), v63, v30);
            v31 = fma(bitcast<f32>(((v112.w >> 16u) << 16u)), v65, v31);
        }
        let v174: f32 = ((((v16 + v17) + v18) + v19) + v20);
        workgroupBarrier();
        storageBarrier();
        let v182: u32 = bitcast<u32>((((v174 + v21) + v22) + v23));
        k1_shared[v5] = v182;
        workgroupBarrier();
        storageBarrier();
        let v186: bool = (v5 < 16i);
        if (v186) {
            let v188 = k1_shared[v5];
            let v191 = k1_shared[(v5 + 16i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v188) + bitcast<f32>(v191)));
        }
        workgroupBarrier();
        storageBarrier();
        let v198: bool = (v5 < 8i);
        if (v198) {
            let v200 = k1_shared[v5];
            let v203 = k1_shared[(v5 + 8i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v200) + bitcast<f32>(v203)));
        }
        workgroupBarrier();
        storageBarrier();
        let v210: bool = (v5 < 4i);
        if (v210) {
            let v212 = k1_shared[v5];
            let v215 = k1_shared[(v5 + 4i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v212) + bitcast<f32>(v215)));
        }
        workgroupBarrier();
        storageBarrier();
        let v222: bool = (v5 < 2i);
        if (v222) {
            let v224 = k1_shared[v5];
            let v227 = k1_shared[(v5 + 2i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v224) + bitcast<f32>(v227)));
        }
        workgroupBarrier();
        storageBarrier();
        let v234: bool = (v5 < 1i);
        if (v234) {
            let v236 = k1_shared[v5];
            let v239 = k1_shared[(v5 + 1i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v236) + bitcast<f32>(v239)));
        }
        workgroupBarrier();
        storageBarrier();
        let v254: f32 = ((((v24 + v25) + v26) + v27) + v28);
        let v261 = k1_shared[0i];
        let v262: f32 = bitcast<f32>(v261);
        let v266: f32 = exact_exp((-abs(v262)));
        workgroupBarrier();
        storageBarrier();
        let v273: u32 = bitcast<u32>((((v254 + v29) + v30) + v31));
        k1_shared[v5] = v273;
        workgroupBarrier();
        storageBarrier();
        if (v186) {
            let v277 = k1_shared[v5];
            let v280 = k1_shared[(v5 + 16i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v277) + bitcast<f32>(v280)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v198) {
            let v288 = k1_shared[v5];
            let v291 = k1_shared[(v5 + 8i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v288) + bitcast<f32>(v291)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v210) {
            let v299 = k1_shared[v5];
            let v302 = k1_shared[(v5 + 4i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v299) + bitcast<f32>(v302)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v222) {
            let v310 = k1_shared[v5];
            let v313 = k1_shared[(v5 + 2i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v310) + bitcast<f32>(v313)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v234) {
            let v321 = k1_shared[v5];
            let v324 = k1_shared[(v5 + 1i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v321) + bitcast<f32>(v324)));
        }
        workgroupBarrier();
        storageBarrier();
        let v332 = k1_shared[0i];
        let v334: f32 = ((v262 * (select(1f, v266, (v262 < 0f)) / (1f + v266))) * bitcast<f32>(v332));
        if ((v5 == 0i)) {
            let v336_at = u32(v7 + k1_at[0].w);
            k1_b3[v336_at] = v334;
        }
    }
}
