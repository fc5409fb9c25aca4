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

// tessera kernel mlp_gate_up_silu entry k_mlp_gate_up_silu wide 0 params i16,i16,i32,o32 sizes 0 threads 32 teams 1 count 8960 shared 256 cost 6145
@group(0) @binding(0) var<storage, read> k0_b0: array<u32>; // wg
@group(0) @binding(1) var<storage, read> k0_b1: array<u32>; // wu
@group(0) @binding(2) var<storage, read> k0_b2: array<f32>; // x
@group(0) @binding(3) var<storage, read_write> k0_b3: array<f32>; // y
@group(0) @binding(4) var<uniform> k0_at: array<vec4<i32>, 1>; // offsets, sizes
var<workgroup> k0_shared: array<u32, 64>;
@compute @workgroup_size(32)
fn k_mlp_gate_up_silu(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v6: i32 = i32(thread);
    let v7: i32 = i32(group.x);
    let v8: i32 = i32(groups.x);
    for (var v10: i32 = v7; v10 < 8960i; v10 += v8) {
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
        for (var v47: i32 = 0i; v47 < 1536i; v47 += 256i) {
            let v48: i32 = (v47 + v15);
            let v49_at = u32(v48 + k0_at[0].z);
            let v49 = k0_b2[v49_at];
            let v50: i32 = (v47 + v17);
            let v51_at = u32(v50 + k0_at[0].z);
            let v51 = k0_b2[v51_at];
            let v52: i32 = (v47 + v19);
            let v53_at = u32(v52 + k0_at[0].z);
            let v53 = k0_b2[v53_at];
            let v54: i32 = (v47 + v21);
            let v55_at = u32(v54 + k0_at[0].z);
            let v55 = k0_b2[v55_at];
            let v56: i32 = (v47 + v23);
            let v57_at = u32(v56 + k0_at[0].z);
            let v57 = k0_b2[v57_at];
            let v58: i32 = (v47 + v25);
            let v59_at = u32(v58 + k0_at[0].z);
            let v59 = k0_b2[v59_at];
            let v60: i32 = (v47 + v27);
            let v61_at = u32(v60 + k0_at[0].z);
            let v61 = k0_b2[v61_at];
            let v62: i32 = (v47 + v29);
            let v63_at = u32(v62 + k0_at[0].z);
            let v63 = k0_b2[v63_at];
            let v64: i32 = (v13 + v48);
            let v65_at = u32(v64 + k0_at[0].x);
            let v65 = extractBits(k0_b0[v65_at >> 1u], (v65_at & 1u) * 16u, 16u);
            v30 = fma(bitcast<f32>((v65 << 16u)), v49, v30);
            let v72: i32 = (v13 + v50);
            let v73_at = u32(v72 + k0_at[0].x);
            let v73 = extractBits(k0_b0[v73_at >> 1u], (v73_at & 1u) * 16u, 16u);
            v31 = fma(bitcast<f32>((v73 << 16u)), v51, v31);
            let v79: i32 = (v13 + v52);
            let v80_at = u32(v79 + k0_at[0].x);
            let v80 = extractBits(k0_b0[v80_at >> 1u], (v80_at & 1u) * 16u, 16u);
            v32 = fma(bitcast<f32>((v80 << 16u)), v53, v32);
            let v86: i32 = (v13 + v54);
            let v87_at = u32(v86 + k0_at[0].x);
            let v87 = extractBits(k0_b0[v87_at >> 1u], (v87_at & 1u) * 16u, 16u);
            v33 = fma(bitcast<f32>((v87 << 16u)), v55, v33);
            let v93: i32 = (v13 + v56);
            let v94_at = u32(v93 + k0_at[0].x);
            let v94 = extractBits(k0_b0[v94_at >> 1u], (v94_at & 1u) * 16u, 16u);
            v34 = fma(bitcast<f32>((v94 << 16u)), v57, v34);
            let v100: i32 = (v13 + v58);
            let v101_at = u32(v100 + k0_at[0].x);
            let v101 = extractBits(k0_b0[v101_at >> 1u], (v101_at & 1u) * 16u, 16u);
            v35 = fma(bitcast<f32>((v101 << 16u)), v59, v35);
            let v107: i32 = (v13 + v60);
            let v108_at = u32(v107 + k0_at[0].x);
            let v108 = extractBits(k0_b0[v108_at >> 1u], (v108_at & 1u) * 16u, 16u);
            v36 = fma(bitcast<f32>((v108 << 16u)), v61, v36);
            let v114: i32 = (v13 + v62);
            let v115_at = u32(v114 + k0_at[0].x);
            let v115 = extractBits(k0_b0[v115_at >> 1u], (v115_at & 1u) * 16u, 16u);
            v37 = fma(bitcast<f32>((v115 << 16u)), v63, v37);
            let v121_at = u32(v64 + k0_at[0].y);
            let v121 = extractBits(k0_b1[v121_at >> 1u], (v121_at & 1u) * 16u, 16u);
            v38 = fma(bitcast<f32>((v121 << 16u)), v49, v38);
            let v127_at = u32(v72 + k0_at[0].y);
            let v127 = extractBits(k0_b1[v127_at >> 1u], (v127_at & 1u) * 16u, 16u);
            v39 = fma(bitcast<f32>((v127 << 16u)), v51, v39);
            let v133_at = u32(v79 + k0_at[0].y);
            let v133 = extractBits(k0_b1[v133_at >> 1u], (v133_at & 1u) * 16u, 16u);
            v40 = fma(bitcast<f32>((v133 << 16u)), v53, v40);
            let v139_at = u32(v86 + k0_at[0].y);
            let v139 = extractBits(k0_b1[v139_at >> 1u], (v139_at & 1u) * 16u, 16u);
            v41 = fma(bitcast<f32>((v139 << 16u)), v55, v41);
            let v145_at = u32(v93 + k0_at[0].y);
            let v145 = extractBits(k0_b1[v145_at >> 1u], (v145_at & 1u) * 16u, 16u);
            v42 = fma(bitcast<f32>((v145 << 16u)), v57, v42);
            let v151_at = u32(v100 + k0_at[0].y);
            let v151 = extractBits(k0_b1[v151_at >> 1u], (v151_at & 1u) * 16u, 16u);
            v43 = fma(bitcast<f32>((v151 << 16u)), v59, v43);
            let v157_at = u32(v107 + k0_at[0].y);
            let v157 = extractBits(k0_b1[v157_at >> 1u], (v157_at & 1u) * 16u, 16u);
            v44 = fma(bitcast<f32>((v157 << 16u)), v61, v44);
            let v163_at = u32(v114 + k0_at[0].y);
            let v163 = extractBits(k0_b1[v163_at >> 1u], (v163_at & 1u) * 16u, 16u);
            v45 = fma(bitcast<f32>((v163 << 16u)), v63, v45);
        }
        let v178: f32 = ((((v30 + v31) + v32) + v33) + v34);
        workgroupBarrier();
        storageBarrier();
        let v186: u32 = bitcast<u32>((((v178 + v35) + v36) + v37));
        k0_shared[v6] = v186;
        workgroupBarrier();
        storageBarrier();
        let v190: bool = (v6 < 16i);
        if (v190) {
            let v193 = k0_shared[v6];
            let v195 = k0_shared[(v6 + 16i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v193) + bitcast<f32>(v195)));
        }
        workgroupBarrier();
        storageBarrier();
        let v202: bool = (v6 < 8i);
        if (v202) {
            let v205 = k0_shared[v6];
            let v207 = k0_shared[(v6 + 8i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v205) + bitcast<f32>(v207)));
        }
        workgroupBarrier();
        storageBarrier();
        let v214: bool = (v6 < 4i);
        if (v214) {
            let v217 = k0_shared[v6];
            let v219 = k0_shared[(v6 + 4i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v217) + bitcast<f32>(v219)));
        }
        workgroupBarrier();
        storageBarrier();
        let v226: bool = (v6 < 2i);
        if (v226) {
            let v229 = k0_shared[v6];
            let v231 = k0_shared[(v6 + 2i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v229) + bitcast<f32>(v231)));
        }
        workgroupBarrier();
        storageBarrier();
        let v238: bool = (v6 < 1i);
        if (v238) {
            let v241 = k0_shared[v6];
            let v243 = k0_shared[(v6 + 1i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v241) + bitcast<f32>(v243)));
        }
        workgroupBarrier();
        storageBarrier();
        let v250 = k0_shared[0i];
        let v251: f32 = bitcast<f32>(v250);
        let v255: f32 = exact_exp((-abs(v251)));
        let v269: f32 = ((((v38 + v39) + v40) + v41) + v42);
        workgroupBarrier();
        storageBarrier();
        let v277: u32 = bitcast<u32>((((v269 + v43) + v44) + v45));
        k0_shared[v6] = v277;
        workgroupBarrier();
        storageBarrier();
        if (v190) {
            let v282 = k0_shared[v6];
            let v284 = k0_shared[(v6 + 16i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v282) + bitcast<f32>(v284)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v202) {
            let v293 = k0_shared[v6];
            let v295 = k0_shared[(v6 + 8i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v293) + bitcast<f32>(v295)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v214) {
            let v304 = k0_shared[v6];
            let v306 = k0_shared[(v6 + 4i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v304) + bitcast<f32>(v306)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v226) {
            let v315 = k0_shared[v6];
            let v317 = k0_shared[(v6 + 2i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v315) + bitcast<f32>(v317)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v238) {
            let v326 = k0_shared[v6];
            let v328 = k0_shared[(v6 + 1i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v326) + bitcast<f32>(v328)));
        }
        workgroupBarrier();
        storageBarrier();
        let v335 = k0_shared[0i];
        let v337: f32 = ((v251 * (select(1f, v255, (v251 < 0f)) / (1f + v255))) * bitcast<f32>(v335));
        if ((v6 == 0i)) {
            let v340_at = u32(v10 + k0_at[0].w);
            k0_b3[v340_at] = v337;
        }
    }
}

// tessera kernel mlp_gate_up_silu entry k_mlp_gate_up_silu__wide wide 1 params i16,i16,i32,o32 sizes 0 threads 32 teams 1 count 8960 shared 256 cost 6145
@group(0) @binding(0) var<storage, read> k1_b0: array<vec4<u32>>; // wg
@group(0) @binding(1) var<storage, read> k1_b1: array<vec4<u32>>; // wu
@group(0) @binding(2) var<storage, read> k1_b2: array<vec4<u32>>; // x
@group(0) @binding(3) var<storage, read_write> k1_b3: array<f32>; // y
@group(0) @binding(4) var<uniform> k1_at: array<vec4<i32>, 1>; // offsets, sizes
var<workgroup> k1_shared: array<u32, 64>;
@compute @workgroup_size(32)
fn k_mlp_gate_up_silu__wide(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v6: i32 = i32(thread);
    let v7: i32 = i32(group.x);
    let v8: i32 = i32(groups.x);
    for (var v10: i32 = v7; v10 < 8960i; v10 += v8) {
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
        for (var v47: i32 = 0i; v47 < 1536i; v47 += 256i) {
            let v48: i32 = (v47 + v15);
            let v49: i32 = (v48 >> u32(2i));
            let v50_at = u32(v49 + k1_at[0].z / 4i);
            let v50 = k1_b2[v50_at];
            let v52_at = u32((v49 + 1i) + k1_at[0].z / 4i);
            let v52 = k1_b2[v52_at];
            let v54: f32 = bitcast<f32>(v50.x);
            let v56: f32 = bitcast<f32>(v50.y);
            let v58: f32 = bitcast<f32>(v50.z);
            let v60: f32 = bitcast<f32>(v50.w);
            let v62: f32 = bitcast<f32>(v52.x);
            let v64: f32 = bitcast<f32>(v52.y);
            let v66: f32 = bitcast<f32>(v52.z);
            let v68: f32 = bitcast<f32>(v52.w);
            let v70: i32 = ((v13 + v48) >> u32(3i));
            let v71_at = u32(v70 + k1_at[0].x / 8i);
            let v71 = k1_b0[v71_at];
            v30 = fma(bitcast<f32>(((v71.x & 65535u) << 16u)), v54, v30);
            v31 = fma(bitcast<f32>(((v71.x >> 16u) << 16u)), v56, v31);
            v32 = fma(bitcast<f32>(((v71.y & 65535u) << 16u)), v58, v32);
            v33 = fma(bitcast<f32>(((v71.y >> 16u) << 16u)), v60, v33);
            v34 = fma(bitcast<f32>(((v71.z & 65535u) << 16u)), v62, v34);
            v35 = fma(bitcast<f32>(((v71.z >> 16u) << 16u)), v64, v35);
            v36 = fma(bitcast<f32>(((v71.w & 65535u) << 16u)), v66, v36);
            v37 = fma(bitcast<f32>(((v71.w >> 16u) << 16u)), v68, v37);
            let v127_at = u32(v70 + k1_at[0].y / 8i);
            let v127 = k1_b1[v127_at];
            v38 = fma(bitcast<f32>(((v127.x & 65535u) << 16u)), v54, v38);
            v39 = fma(bitcast<f32>(((v127.x >> 16u) << 16u)), v56, v39);
            v40 = fma(bitcast<f32>(((v127.y & 65535u) << 16u)), v58, v40);
            v41 = fma(bitcast<f32>(((v127.y >> 16u) << 16u)), v60, v41);
            v42 = fma(bitcast<f32>(((v127.z & 65535u) << 16u)), v62, v42);
            v43 = fma(bitcast<f32>(((v127.z >> 16u) << 16u)), v64, v43);
            v44 = fma(bitcast<f32>(((v127.w & 65535u) << 16u)), v66, v44);
            v45 = fma(bitcast<f32>(((v127.w >> 16u) << 16u)), v68, v45);
        }
        let v189: f32 = ((((v30 + v31) + v32) + v33) + v34);
        workgroupBarrier();
        storageBarrier();
        let v197: u32 = bitcast<u32>((((v189 + v35) + v36) + v37));
        k1_shared[v6] = v197;
        workgroupBarrier();
        storageBarrier();
        let v201: bool = (v6 < 16i);
        if (v201) {
            let v204 = k1_shared[v6];
            let v206 = k1_shared[(v6 + 16i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v204) + bitcast<f32>(v206)));
        }
        workgroupBarrier();
        storageBarrier();
        let v213: bool = (v6 < 8i);
        if (v213) {
            let v216 = k1_shared[v6];
            let v218 = k1_shared[(v6 + 8i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v216) + bitcast<f32>(v218)));
        }
        workgroupBarrier();
        storageBarrier();
        let v225: bool = (v6 < 4i);
        if (v225) {
            let v228 = k1_shared[v6];
            let v230 = k1_shared[(v6 + 4i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v228) + bitcast<f32>(v230)));
        }
        workgroupBarrier();
        storageBarrier();
        let v237: bool = (v6 < 2i);
        if (v237) {
            let v240 = k1_shared[v6];
            let v242 = k1_shared[(v6 + 2i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v240) + bitcast<f32>(v242)));
        }
        workgroupBarrier();
        storageBarrier();
        let v249: bool = (v6 < 1i);
        if (v249) {
            let v252 = k1_shared[v6];
            let v254 = k1_shared[(v6 + 1i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v252) + bitcast<f32>(v254)));
        }
        workgroupBarrier();
        storageBarrier();
        let v261 = k1_shared[0i];
        let v262: f32 = bitcast<f32>(v261);
        let v266: f32 = exact_exp((-abs(v262)));
        let v280: f32 = ((((v38 + v39) + v40) + v41) + v42);
        workgroupBarrier();
        storageBarrier();
        let v288: u32 = bitcast<u32>((((v280 + v43) + v44) + v45));
        k1_shared[v6] = v288;
        workgroupBarrier();
        storageBarrier();
        if (v201) {
            let v293 = k1_shared[v6];
            let v295 = k1_shared[(v6 + 16i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v293) + bitcast<f32>(v295)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v213) {
            let v304 = k1_shared[v6];
            let v306 = k1_shared[(v6 + 8i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v304) + bitcast<f32>(v306)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v225) {
            let v315 = k1_shared[v6];
            let v317 = k1_shared[(v6 + 4i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v315) + bitcast<f32>(v317)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v237) {
            let v326 = k1_shared[v6];
            let v328 = k1_shared[(v6 + 2i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v326) + bitcast<f32>(v328)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v249) {
            let v337 = k1_shared[v6];
            let v339 = k1_shared[(v6 + 1i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v337) + bitcast<f32>(v339)));
        }
        workgroupBarrier();
        storageBarrier();
        let v346 = k1_shared[0i];
        let v348: f32 = ((v262 * (select(1f, v266, (v262 < 0f)) / (1f + v266))) * bitcast<f32>(v346));
        if ((v6 == 0i)) {
            let v351_at = u32(v10 + k1_at[0].w);
            k1_b3[v351_at] = v348;
        }
    }
}
