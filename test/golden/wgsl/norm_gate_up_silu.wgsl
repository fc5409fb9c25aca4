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

// tessera kernel norm_gate_up_silu entry k_ts_norm_gate_up_silu wide 0 params i32:x:32:1536,i16:gamma:16:1536,i16:wg:16:8960*1536,i16:wu:16:8960*1536,o32:y:32:8960 sizes 0 threads 32 teams 1 count 8960 shared 256 cost 6145
@group(0) @binding(0) var<storage, read> k0_b0: array<f32>; // x
@group(0) @binding(1) var<storage, read> k0_b1: array<u32>; // gamma
@group(0) @binding(2) var<storage, read> k0_b2: array<u32>; // wg
@group(0) @binding(3) var<storage, read> k0_b3: array<u32>; // wu
@group(0) @binding(4) var<storage, read_write> k0_b4: array<f32>; // y
@group(0) @binding(5) var<uniform> k0_at: array<vec4<i32>, 2>; // offsets, sizes
var<workgroup> k0_shared: array<u32, 64>;
@compute @workgroup_size(32)
fn k_ts_norm_gate_up_silu(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v5: i32 = i32(thread);
    for (var v7: i32 = v1; v7 < 8960i; v7 += v3) {
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
        var v46: f32 = 0f;
        var v47: f32 = 0f;
        var v48: f32 = 0f;
        for (var v50: i32 = 0i; v50 < 1536i; v50 += 256i) {
            let v51: i32 = (v7 * 1536i);
            let v52: i32 = (v50 + v11);
            let v53: i32 = (v51 + v52);
            let v54_at = u32(v53 + k0_at[0].z);
            let v54 = extractBits(k0_b2[v54_at >> 1u], (v54_at & 1u) * 16u, 16u);
            let v58_at = u32(v52 + k0_at[0].x);
            let v58 = k0_b0[v58_at];
            let v59_at = u32(v52 + k0_at[0].y);
            let v59 = extractBits(k0_b1[v59_at >> 1u], (v59_at & 1u) * 16u, 16u);
            let v62: f32 = (v58 * bitcast<f32>((v59 << 16u)));
            let v65: i32 = (v50 + v12);
            let v66_at = u32(v65 + k0_at[0].x);
            let v66 = k0_b0[v66_at];
            let v67_at = u32(v65 + k0_at[0].y);
            let v67 = extractBits(k0_b1[v67_at >> 1u], (v67_at & 1u) * 16u, 16u);
            let v70: f32 = (v66 * bitcast<f32>((v67 << 16u)));
            let v71: i32 = (v50 + v14);
            let v72_at = u32(v71 + k0_at[0].x);
            let v72 = k0_b0[v72_at];
            let v73_at = u32(v71 + k0_at[0].y);
            let v73 = extractBits(k0_b1[v73_at >> 1u], (v73_at & 1u) * 16u, 16u);
            let v76: f32 = (v72 * bitcast<f32>((v73 << 16u)));
            let v77: i32 = (v50 + v16);
            let v78_at = u32(v77 + k0_at[0].x);
            let v78 = k0_b0[v78_at];
            let v79_at = u32(v77 + k0_at[0].y);
            let v79 = extractBits(k0_b1[v79_at >> 1u], (v79_at & 1u) * 16u, 16u);
            let v82: f32 = (v78 * bitcast<f32>((v79 << 16u)));
            let v83: i32 = (v50 + v18);
            let v84_at = u32(v83 + k0_at[0].x);
            let v84 = k0_b0[v84_at];
            let v85_at = u32(v83 + k0_at[0].y);
            let v85 = extractBits(k0_b1[v85_at >> 1u], (v85_at & 1u) * 16u, 16u);
            let v88: f32 = (v84 * bitcast<f32>((v85 << 16u)));
            let v89: i32 = (v50 + v20);
            let v90_at = u32(v89 + k0_at[0].x);
            let v90 = k0_b0[v90_at];
            let v91_at = u32(v89 + k0_at[0].y);
            let v91 = extractBits(k0_b1[v91_at >> 1u], (v91_at & 1u) * 16u, 16u);
            let v94: f32 = (v90 * bitcast<f32>((v91 << 16u)));
            let v95: i32 = (v50 + v22);
            let v96_at = u32(v95 + k0_at[0].x);
            let v96 = k0_b0[v96_at];
            let v97_at = u32(v95 + k0_at[0].y);
            let v97 = extractBits(k0_b1[v97_at >> 1u], (v97_at & 1u) * 16u, 16u);
            let v100: f32 = (v96 * bitcast<f32>((v97 << 16u)));
            let v101: i32 = (v50 + v24);
            let v102_at = u32(v101 + k0_at[0].x);
            let v102 = k0_b0[v102_at];
            let v103_at = u32(v101 + k0_at[0].y);
            let v103 = extractBits(k0_b1[v103_at >> 1u], (v103_at & 1u) * 16u, 16u);
            let v106: f32 = (v102 * bitcast<f32>((v103 << 16u)));
            v25 = fma(bitcast<f32>((v54 << 16u)), v62, v25);
            let v108: i32 = (v51 + v65);
            let v109_at = u32(v108 + k0_at[0].z);
            let v109 = extractBits(k0_b2[v109_at >> 1u], (v109_at & 1u) * 16u, 16u);
            v26 = fma(bitcast<f32>((v109 << 16u)), v70, v26);
            let v115: i32 = (v51 + v71);
            let v116_at = u32(v115 + k0_at[0].z);
            let v116 = extractBits(k0_b2[v116_at >> 1u], (v116_at & 1u) * 16u, 16u);
            v27 = fma(bitcast<f32>((v116 << 16u)), v76, v27);
            let v122: i32 = (v51 + v77);
            let v123_at = u32(v122 + k0_at[0].z);
            let v123 = extractBits(k0_b2[v123_at >> 1u], (v123_at & 1u) * 16u, 16u);
            v28 = fma(bitcast<f32>((v123 << 16u)), v82, v28);
            let v129: i32 = (v51 + v83);
            let v130_at = u32(v129 + k0_at[0].z);
            let v130 = extractBits(k0_b2[v130_at >> 1u], (v130_at & 1u) * 16u, 16u);
            v29 = fma(bitcast<f32>((v130 << 16u)), v88, v29);
            let v136: i32 = (v51 + v89);
            let v137_at = u32(v136 + k0_at[0].z);
            let v137 = extractBits(k0_b2[v137_at >> 1u], (v137_at & 1u) * 16u, 16u);
            v30 = fma(bitcast<f32>((v137 << 16u)), v94, v30);
            let v143: i32 = (v51 + v95);
            let v144_at = u32(v143 + k0_at[0].z);
            let v144 = extractBits(k0_b2[v144_at >> 1u], (v144_at & 1u) * 16u, 16u);
            v31 = fma(bitcast<f32>((v144 << 16u)), v100, v31);
            let v150: i32 = (v51 + v101);
            let v151_at = u32(v150 + k0_at[0].z);
            let v151 = extractBits(k0_b2[v151_at >> 1u], (v151_at & 1u) * 16u, 16u);
            v32 = fma(bitcast<f32>((v151 << 16u)), v106, v32);
            let v157_at = u32(v53 + k0_at[0].w);
            let v157 = extractBits(k0_b3[v157_at >> 1u], (v157_at & 1u) * 16u, 16u);
            v33 = fma(bitcast<f32>((v157 << 16u)), v62, v33);
            let v163_at = u32(v108 + k0_at[0].w);
            let v163 = extractBits(k0_b3[v163_at >> 1u], (v163_at & 1u) * 16u, 16u);
            v34 = fma(bitcast<f32>((v163 << 16u)), v70, v34);
            let v169_at = u32(v115 + k0_at[0].w);
            let v169 = extractBits(k0_b3[v169_at >> 1u], (v169_at & 1u) * 16u, 16u);
            v35 = fma(bitcast<f32>((v169 << 16u)), v76, v35);
            let v175_at = u32(v122 + k0_at[0].w);
            let v175 = extractBits(k0_b3[v175_at >> 1u], (v175_at & 1u) * 16u, 16u);
            v36 = fma(bitcast<f32>((v175 << 16u)), v82, v36);
            let v181_at = u32(v129 + k0_at[0].w);
            let v181 = extractBits(k0_b3[v181_at >> 1u], (v181_at & 1u) * 16u, 16u);
            v37 = fma(bitcast<f32>((v181 << 16u)), v88, v37);
            let v187_at = u32(v136 + k0_at[0].w);
            let v187 = extractBits(k0_b3[v187_at >> 1u], (v187_at & 1u) * 16u, 16u);
            v38 = fma(bitcast<f32>((v187 << 16u)), v94, v38);
            let v193_at = u32(v143 + k0_at[0].w);
            let v193 = extractBits(k0_b3[v193_at >> 1u], (v193_at & 1u) * 16u, 16u);
            v39 = fma(bitcast<f32>((v193 << 16u)), v100, v39);
            let v199_at = u32(v150 + k0_at[0].w);
            let v199 = extractBits(k0_b3[v199_at >> 1u], (v199_at & 1u) * 16u, 16u);
            v40 = fma(bitcast<f32>((v199 << 16u)), v106, v40);
            v41 = fma(v58, v58, v41);
            v42 = fma(v66, v66, v42);
            v43 = fma(v72, v72, v43);
            v44 = fma(v78, v78, v44);
            v45 = fma(v84, v84, v45);
            v46 = fma(v90, v90, v46);
            v47 = fma(v96, v96, v47);
            v48 = fma(v102, v102, v48);
        }
        let v238: f32 = ((((v25 + v26) + v27) + v28) + v29);
        workgroupBarrier();
        storageBarrier();
        let v246: u32 = bitcast<u32>((((v238 + v30) + v31) + v32));
        k0_shared[v5] = v246;
        workgroupBarrier();
        storageBarrier();
        let v250: bool = (v5 < 16i);
        if (v250) {
            let v252 = k0_shared[v5];
            let v255 = k0_shared[(v5 + 16i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v252) + bitcast<f32>(v255)));
        }
        workgroupBarrier();
        storageBarrier();
        let v262: bool = (v5 < 8i);
        if (v262) {
            let v264 = k0_shared[v5];
            let v267 = k0_shared[(v5 + 8i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v264) + bitcast<f32>(v267)));
        }
        workgroupBarrier();
        storageBarrier();
        let v274: bool = (v5 < 4i);
        if (v274) {
            let v276 = k0_shared[v5];
            let v279 = k0_shared[(v5 + 4i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v276) + bitcast<f32>(v279)));
        }
        workgroupBarrier();
        storageBarrier();
        let v286: bool = (v5 < 2i);
        if (v286) {
            let v288 = k0_shared[v5];
            let v291 = k0_shared[(v5 + 2i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v288) + bitcast<f32>(v291)));
        }
        workgroupBarrier();
        storageBarrier();
        let v298: bool = (v5 < 1i);
        if (v298) {
            let v300 = k0_shared[v5];
            let v303 = k0_shared[(v5 + 1i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v300) + bitcast<f32>(v303)));
        }
        workgroupBarrier();
        storageBarrier();
        let v318: f32 = ((((v41 + v42) + v43) + v44) + v45);
        let v325 = k0_shared[0i];
        workgroupBarrier();
        storageBarrier();
        let v328: u32 = bitcast<u32>((((v318 + v46) + v47) + v48));
        k0_shared[v5] = v328;
        workgroupBarrier();
        storageBarrier();
        if (v250) {
            let v332 = k0_shared[v5];
            let v335 = k0_shared[(v5 + 16i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v332) + bitcast<f32>(v335)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v262) {
            let v343 = k0_shared[v5];
            let v346 = k0_shared[(v5 + 8i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v343) + bitcast<f32>(v346)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v274) {
            let v354 = k0_shared[v5];
            let v357 = k0_shared[(v5 + 4i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v354) + bitcast<f32>(v357)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v286) {
            let v365 = k0_shared[v5];
            let v368 = k0_shared[(v5 + 2i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v365) + bitcast<f32>(v368)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v298) {
            let v376 = k0_shared[v5];
            let v379 = k0_shared[(v5 + 1i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v376) + bitcast<f32>(v379)));
        }
        workgroupBarrier();
        storageBarrier();
        let v394: f32 = ((((v33 + v34) + v35) + v36) + v37);
        let v401 = k0_shared[0i];
        let v407: f32 = inverseSqrt(((bitcast<f32>(v401) / 1536f) + 9.99999997e-07f));
        let v408: f32 = (bitcast<f32>(v325) * v407);
        let v412: f32 = exact_exp((-abs(v408)));
        workgroupBarrier();
        storageBarrier();
        let v419: u32 = bitcast<u32>((((v394 + v38) + v39) + v40));
        k0_shared[v5] = v419;
        workgroupBarrier();
        storageBarrier();
        if (v250) {
            let v423 = k0_shared[v5];
            let v426 = k0_shared[(v5 + 16i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v423) + bitcast<f32>(v426)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v262) {
            let v434 = k0_shared[v5];
            let v437 = k0_shared[(v5 + 8i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v434) + bitcast<f32>(v437)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v274) {
            let v445 = k0_shared[v5];
            let v448 = k0_shared[(v5 + 4i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v445) + bitcast<f32>(v448)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v286) {
            let v456 = k0_shared[v5];
            let v459 = k0_shared[(v5 + 2i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v456) + bitcast<f32>(v459)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v298) {
            let v467 = k0_shared[v5];
            let v470 = k0_shared[(v5 + 1i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v467) + bitcast<f32>(v470)));
        }
        workgroupBarrier();
        storageBarrier();
        let v478 = k0_shared[0i];
        let v481: f32 = ((v408 * (select(1f, v412, (v408 < 0f)) / (1f + v412))) * (bitcast<f32>(v478) * v407));
        if ((v5 == 0i)) {
            let v483_at = u32(v7 + k0_at[1].x);
            k0_b4[v483_at] = v481;
        }
    }
}

// tessera kernel norm_gate_up_silu entry k_ts_norm_gate_up_silu__wide wide 1 params i32:x:32:1536,i16:gamma:16:1536,i16:wg:16:8960*1536,i16:wu:16:8960*1536,o32:y:32:8960 sizes 0 threads 32 teams 1 count 8960 shared 256 cost 6145
@group(0) @binding(0) var<storage, read> k1_b0: array<vec4<u32>>; // x
@group(0) @binding(1) var<storage, read> k1_b1: array<vec4<u32>>; // gamma
@group(0) @binding(2) var<storage, read> k1_b2: array<vec4<u32>>; // wg
@group(0) @binding(3) var<storage, read> k1_b3: array<vec4<u32>>; // wu
@group(0) @binding(4) var<storage, read_write> k1_b4: array<f32>; // y
@group(0) @binding(5) var<uniform> k1_at: array<vec4<i32>, 2>; // offsets, sizes
var<workgroup> k1_shared: array<u32, 64>;
@compute @workgroup_size(32)
fn k_ts_norm_gate_up_silu__wide(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v5: i32 = i32(thread);
    for (var v7: i32 = v1; v7 < 8960i; v7 += v3) {
        let v11: i32 = (v5 * 8i);
        var v15: f32 = 0f;
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
        var v32: f32 = 0f;
        var v33: f32 = 0f;
        var v34: f32 = 0f;
        var v35: f32 = 0f;
        var v36: f32 = 0f;
        var v37: f32 = 0f;
        var v38: f32 = 0f;
        for (var v40: i32 = 0i; v40 < 1536i; v40 += 256i) {
            let v42: i32 = (v40 + v11);
            let v44: i32 = (((v7 * 1536i) + v42) >> u32(3i));
            let v45_at = u32(v44 + k1_at[0].z / 8i);
            let v45 = k1_b2[v45_at];
            let v52: i32 = (v42 >> u32(2i));
            let v53_at = u32(v52 + k1_at[0].x / 4i);
            let v53 = k1_b0[v53_at];
            let v55: f32 = bitcast<f32>(v53.x);
            let v57_at = u32((v42 >> u32(3i)) + k1_at[0].y / 8i);
            let v57 = k1_b1[v57_at];
            let v62: f32 = (v55 * bitcast<f32>(((v57.x & 65535u) << 16u)));
            let v66: f32 = bitcast<f32>(v53.y);
            let v70: f32 = (v66 * bitcast<f32>(((v57.x >> 16u) << 16u)));
            let v72: f32 = bitcast<f32>(v53.z);
            let v77: f32 = (v72 * bitcast<f32>(((v57.y & 65535u) << 16u)));
            let v79: f32 = bitcast<f32>(v53.w);
            let v83: f32 = (v79 * bitcast<f32>(((v57.y >> 16u) << 16u)));
            let v85_at = u32((v52 + 1i) + k1_at[0].x / 4i);
            let v85 = k1_b0[v85_at];
            let v87: f32 = bitcast<f32>(v85.x);
            let v92: f32 = (v87 * bitcast<f32>(((v57.z & 65535u) << 16u)));
            let v94: f32 = bitcast<f32>(v85.y);
            let v98: f32 = (v94 * bitcast<f32>(((v57.z >> 16u) << 16u)));
            let v100: f32 = bitcast<f32>(v85.z);
            let v105: f32 = (v100 * bitcast<f32>(((v57.w & 65535u) << 16u)));
            let v107: f32 = bitcast<f32>(v85.w);
            let v111: f32 = (v107 * bitcast<f32>(((v57.w >> 16u) << 16u)));
            v15 = fma(bitcast<f32>(((v45.x & 65535u) << 16u)), v62, v15);
            v16 = fma(bitcast<f32>(((v45.x >> 16u) << 16u)), v70, v16);
            v17 = fma(bitcast<f32>(((v45.y & 65535u) << 16u)), v77, v17);
            v18 = fma(bitcast<f32>(((v45.y >> 16u) << 16u)), v83, v18);
            v19 = fma(bitcast<f32>(((v45.z & 65535u) << 16u)), v92, v19);
            v20 = fma(bitcast<f32>(((v45.z >> 16u) << 16u)), v98, v20);
            v21 = fma(bitcast<f32>(((v45.w & 65535u) << 16u)), v105, v21);
            v22 = fma(bitcast<f32>(((v45.w >> 16u) << 16u)), v111, v22);
            let v158_at = u32(v44 + k1_at[0].w / 8i);
            let v158 = k1_b3[v158_at];
            v23 = fma(bitcast<f32>(((v158.x & 65535u) << 16u)), v62, v23);
            v24 = fma(bitcast<f32>(((v158.x >> 16u) << 16u)), v70, v24);
            v25 = fma(bitcast<f32>(((v158.y & 65535u) << 16u)), v77, v25);
            v26 = fma(bitcast<f32>(((v158.y >> 16u) << 16u)), v83, v26);
            v27 = fma(bitcast<f32>(((v158.z & 65535u) << 16u)), v92, v27);
            v28 = fma(bitcast<f32>(((v158.z >> 16u) << 16u)), v98, v28);
            v29 = fma(bitcast<f32>(((v158.w & 65535u) << 16u)), v105, v29);
            v30 = fma(bitcast<f32>(((v158.w >> 16u) << 16u)), v111, v30);
            v31 = fma(v55, v55, v31);
            v32 = fma(v66, v66, v32);
            v33 = fma(v72, v72, v33);
            v34 = fma(v79, v79, v34);
            v35 = fma(v87, v87, v35);
            v36 = fma(v94, v94, v36);
            v37 = fma(v100, v100, v37);
            v38 = fma(v107, v107, v38);
        }
        let v244: f32 = ((((v15 + v16) + v17) + v18) + v19);
        workgroupBarrier();
        storageBarrier();
        let v252: u32 = bitcast<u32>((((v244 + v20) + v21) + v22));
        k1_shared[v5] = v252;
        workgroupBarrier();
        storageBarrier();
        let v256: bool = (v5 < 16i);
        if (v256) {
            let v258 = k1_shared[v5];
            let v261 = k1_shared[(v5 + 16i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v258) + bitcast<f32>(v261)));
        }
        workgroupBarrier();
        storageBarrier();
        let v268: bool = (v5 < 8i);
        if (v268) {
            let v270 = k1_shared[v5];
            let v273 = k1_shared[(v5 + 8i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v270) + bitcast<f32>(v273)));
        }
        workgroupBarrier();
        storageBarrier();
        let v280: bool = (v5 < 4i);
        if (v280) {
            let v282 = k1_shared[v5];
            let v285 = k1_shared[(v5 + 4i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v282) + bitcast<f32>(v285)));
        }
        workgroupBarrier();
        storageBarrier();
        let v292: bool = (v5 < 2i);
        if (v292) {
            let v294 = k1_shared[v5];
            let v297 = k1_shared[(v5 + 2i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v294) + bitcast<f32>(v297)));
        }
        workgroupBarrier();
        storageBarrier();
        let v304: bool = (v5 < 1i);
        if (v304) {
            let v306 = k1_shared[v5];
            let v309 = k1_shared[(v5 + 1i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v306) + bitcast<f32>(v309)));
        }
        workgroupBarrier();
        storageBarrier();
        let v324: f32 = ((((v31 + v32) + v33) + v34) + v35);
        let v331 = k1_shared[0i];
        workgroupBarrier();
        storageBarrier();
        let v334: u32 = bitcast<u32>((((v324 + v36) + v37) + v38));
        k1_shared[v5] = v334;
        workgroupBarrier();
        storageBarrier();
        if (v256) {
            let v338 = k1_shared[v5];
            let v341 = k1_shared[(v5 + 16i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v338) + bitcast<f32>(v341)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v268) {
            let v349 = k1_shared[v5];
            let v352 = k1_shared[(v5 + 8i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v349) + bitcast<f32>(v352)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v280) {
            let v360 = k1_shared[v5];
            let v363 = k1_shared[(v5 + 4i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v360) + bitcast<f32>(v363)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v292) {
            let v371 = k1_shared[v5];
            let v374 = k1_shared[(v5 + 2i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v371) + bitcast<f32>(v374)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v304) {
            let v382 = k1_shared[v5];
            let v385 = k1_shared[(v5 + 1i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v382) + bitcast<f32>(v385)));
        }
        workgroupBarrier();
        storageBarrier();
        let v400: f32 = ((((v23 + v24) + v25) + v26) + v27);
        let v407 = k1_shared[0i];
        let v413: f32 = inverseSqrt(((bitcast<f32>(v407) / 1536f) + 9.99999997e-07f));
        let v414: f32 = (bitcast<f32>(v331) * v413);
        let v418: f32 = exact_exp((-abs(v414)));
        workgroupBarrier();
        storageBarrier();
        let v425: u32 = bitcast<u32>((((v400 + v28) + v29) + v30));
        k1_shared[v5] = v425;
        workgroupBarrier();
        storageBarrier();
        if (v256) {
            let v429 = k1_shared[v5];
            let v432 = k1_shared[(v5 + 16i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v429) + bitcast<f32>(v432)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v268) {
            let v440 = k1_shared[v5];
            let v443 = k1_shared[(v5 + 8i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v440) + bitcast<f32>(v443)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v280) {
            let v451 = k1_shared[v5];
            let v454 = k1_shared[(v5 + 4i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v451) + bitcast<f32>(v454)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v292) {
            let v462 = k1_shared[v5];
            let v465 = k1_shared[(v5 + 2i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v462) + bitcast<f32>(v465)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v304) {
            let v473 = k1_shared[v5];
            let v476 = k1_shared[(v5 + 1i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v473) + bitcast<f32>(v476)));
        }
        workgroupBarrier();
        storageBarrier();
        let v484 = k1_shared[0i];
        let v487: f32 = ((v414 * (select(1f, v418, (v414 < 0f)) / (1f + v418))) * (bitcast<f32>(v484) * v413));
        if ((v5 == 0i)) {
            let v489_at = u32(v7 + k1_at[1].x);
            k1_b4[v489_at] = v487;
        }
    }
}
