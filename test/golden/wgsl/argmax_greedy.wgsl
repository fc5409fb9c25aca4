// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

// tessera kernel argmax_greedy entry k_ts_argmax_greedy wide 0 params i32:logits:32:151936,w32:val:32:149,w32:idx:32:149 sizes 1 threads 256 teams 1 count -1 shared 2048 cost 65537
@group(0) @binding(0) var<storage, read> k0_b0: array<f32>; // logits
@group(0) @binding(1) var<storage, read_write> k0_b1: array<f32>; // val
@group(0) @binding(2) var<storage, read_write> k0_b2: array<i32>; // idx
@group(0) @binding(3) var<uniform> k0_at: array<vec4<i32>, 1>; // offsets, sizes
var<workgroup> k0_shared: array<u32, 512>;
@compute @workgroup_size(256)
fn k_ts_argmax_greedy(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = k0_at[0].w;
    let v10: i32 = select(0i, (((v3 - 1i) / 1024i) + 1i), (0i < v3));
    let v11: i32 = i32(groups.x);
    let v13: i32 = i32(thread);
    for (var v14: i32 = v1; v14 < v10; v14 += v11) {
        let v16: i32 = (v14 * 1024i);
        let v18: i32 = min(v3, (v16 + 1024i));
        var v21: f32 = real(0xff800000u);
        var v23: i32 = 2147483647i;
        let v25: i32 = min(v18, 2147483391i);
        for (var v26: i32 = v16; v26 < v25; v26 += 256i) {
            let v27: i32 = (v26 + v13);
            let v29: f32 = v21;
            let v32: bool = ((0i <= v27) & (v27 < 151936i));
            let v34_at = u32(select(0i, v27, v32) + k0_at[0].x);
            let v34 = k0_b0[v34_at];
            let v36: f32 = select(0f, v34, v32);
            let v39: i32 = v23;
            let v43: bool = ((v27 < v18) & ((v29 < v36) | ((v36 == v29) & (v27 < v39))));
            v21 = select(v29, v36, v43);
            v23 = select(v39, v27, v43);
        }
        let v49: f32 = v21;
        let v52: i32 = (v16 / 1024i);
        workgroupBarrier();
        storageBarrier();
        k0_shared[v13] = bitcast<u32>(select(real(0xff800000u), v49, (real(0xff800000u) < v49)));
        workgroupBarrier();
        storageBarrier();
        let v58: bool = (v13 < 128i);
        if (v58) {
            let v61 = k0_shared[(v13 + 128i)];
            let v62: f32 = bitcast<f32>(v61);
            let v63 = k0_shared[v13];
            let v64: f32 = bitcast<f32>(v63);
            let v72: u32 = bitcast<u32>(select(v62, v64, ((v62 < v64) | (2139095040u < (v61 & 2147483647u)))));
            k0_shared[v13] = v72;
        }
        workgroupBarrier();
        storageBarrier();
        let v77: bool = (v13 < 64i);
        if (v77) {
            let v80 = k0_shared[(v13 + 64i)];
            let v81: f32 = bitcast<f32>(v80);
            let v82 = k0_shared[v13];
            let v83: f32 = bitcast<f32>(v82);
            let v91: u32 = bitcast<u32>(select(v81, v83, ((v81 < v83) | (2139095040u < (v80 & 2147483647u)))));
            k0_shared[v13] = v91;
        }
        workgroupBarrier();
        storageBarrier();
        let v96: bool = (v13 < 32i);
        if (v96) {
            let v99 = k0_shared[(v13 + 32i)];
            let v100: f32 = bitcast<f32>(v99);
            let v101 = k0_shared[v13];
            let v102: f32 = bitcast<f32>(v101);
            let v110: u32 = bitcast<u32>(select(v100, v102, ((v100 < v102) | (2139095040u < (v99 & 2147483647u)))));
            k0_shared[v13] = v110;
        }
        workgroupBarrier();
        storageBarrier();
        let v115: bool = (v13 < 16i);
        if (v115) {
            let v118 = k0_shared[(v13 + 16i)];
            let v119: f32 = bitcast<f32>(v118);
            let v120 = k0_shared[v13];
            let v121: f32 = bitcast<f32>(v120);
            let v129: u32 = bitcast<u32>(select(v119, v121, ((v119 < v121) | (2139095040u < (v118 & 2147483647u)))));
            k0_shared[v13] = v129;
        }
        workgroupBarrier();
        storageBarrier();
        let v134: bool = (v13 < 8i);
        if (v134) {
            let v137 = k0_shared[(v13 + 8i)];
            let v138: f32 = bitcast<f32>(v137);
            let v139 = k0_shared[v13];
            let v140: f32 = bitcast<f32>(v139);
            let v148: u32 = bitcast<u32>(select(v138, v140, ((v138 < v140) | (2139095040u < (v137 & 2147483647u)))));
            k0_shared[v13] = v148;
        }
        workgroupBarrier();
        storageBarrier();
        let v153: bool = (v13 < 4i);
        if (v153) {
            let v156 = k0_shared[(v13 + 4i)];
            let v157: f32 = bitcast<f32>(v156);
            let v158 = k0_shared[v13];
            let v159: f32 = bitcast<f32>(v158);
            let v167: u32 = bitcast<u32>(select(v157, v159, ((v157 < v159) | (2139095040u < (v156 & 2147483647u)))));
            k0_shared[v13] = v167;
        }
        workgroupBarrier();
        storageBarrier();
        let v172: bool = (v13 < 2i);
        if (v172) {
            let v175 = k0_shared[(v13 + 2i)];
            let v176: f32 = bitcast<f32>(v175);
            let v177 = k0_shared[v13];
            let v178: f32 = bitcast<f32>(v177);
            let v186: u32 = bitcast<u32>(select(v176, v178, ((v176 < v178) | (2139095040u < (v175 & 2147483647u)))));
            k0_shared[v13] = v186;
        }
        workgroupBarrier();
        storageBarrier();
        let v190: bool = (v13 < 1i);
        if (v190) {
            let v193 = k0_shared[(v13 + 1i)];
            let v194: f32 = bitcast<f32>(v193);
            let v195 = k0_shared[v13];
            let v196: f32 = bitcast<f32>(v195);
            let v204: u32 = bitcast<u32>(select(v194, v196, ((v194 < v196) | (2139095040u < (v193 & 2147483647u)))));
            k0_shared[v13] = v204;
        }
        workgroupBarrier();
        storageBarrier();
        let v208 = k0_shared[0i];
        let v209: f32 = bitcast<f32>(v208);
        workgroupBarrier();
        storageBarrier();
        k0_shared[v13] = bitcast<u32>(min(2147483647i, select(2147483647i, v23, (v49 == v209))));
        workgroupBarrier();
        storageBarrier();
        if (v58) {
            let v219 = k0_shared[v13];
            let v222 = k0_shared[(v13 + 128i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v219), bitcast<i32>(v222)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v77) {
            let v230 = k0_shared[v13];
            let v233 = k0_shared[(v13 + 64i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v230), bitcast<i32>(v233)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v96) {
            let v241 = k0_shared[v13];
            let v244 = k0_shared[(v13 + 32i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v241), bitcast<i32>(v244)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v115) {
            let v252 = k0_shared[v13];
            let v255 = k0_shared[(v13 + 16i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v252), bitcast<i32>(v255)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v134) {
            let v263 = k0_shared[v13];
            let v266 = k0_shared[(v13 + 8i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v263), bitcast<i32>(v266)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v153) {
            let v274 = k0_shared[v13];
            let v277 = k0_shared[(v13 + 4i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v274), bitcast<i32>(v277)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v172) {
            let v285 = k0_shared[v13];
            let v288 = k0_shared[(v13 + 2i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v285), bitcast<i32>(v288)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v190) {
            let v296 = k0_shared[v13];
            let v299 = k0_shared[(v13 + 1i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v296), bitcast<i32>(v299)));
        }
        workgroupBarrier();
        storageBarrier();
        let v306: bool = (v13 == 0i);
        let v307 = k0_shared[0i];
        let v308: i32 = bitcast<i32>(v307);
        if (v306) {
            if (((0i <= v52) & (v52 < 149i))) {
                let v314_at = u32(v52 + k0_at[0].y);
                k0_b1[v314_at] = v209;
            }
        }
        if (v306) {
            if (((0i <= v52) & (v52 < 149i))) {
                let v322_at = u32(v52 + k0_at[0].z);
                k0_b2[v322_at] = v308;
            }
        }
    }
}

// tessera kernel argmax_greedy__final entry k_ts_argmax_greedy__final wide 0 params i32:val:32:149,i32:idx:32:149,o32:token:32:1 sizes 1 threads 256 teams 1 count 1 shared 2048 cost 1
@group(0) @binding(0) var<storage, read> k1_b0: array<f32>; // val
@group(0) @binding(1) var<storage, read> k1_b1: array<i32>; // idx
@group(0) @binding(2) var<storage, read_write> k1_b2: array<u32>; // token
@group(0) @binding(3) var<uniform> k1_at: array<vec4<i32>, 1>; // offsets, sizes
var<workgroup> k1_shared: array<u32, 512>;
@compute @workgroup_size(256)
fn k_ts_argmax_greedy__final(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v5: i32 = i32(thread);
    for (var v6: i32 = v1; v6 < 1i; v6 += v3) {
        let v9: i32 = k1_at[0].w;
        let v14: i32 = ((v9 / 1024i) + min((v9 % 1024i), 1i));
        var v16: f32 = real(0xff800000u);
        var v18: i32 = 2147483647i;
        let v20: i32 = min(v14, 2147483391i);
        for (var v21: i32 = 0i; v21 < v20; v21 += 256i) {
            let v22: i32 = (v21 + v5);
            let v24: f32 = v16;
            let v27: bool = ((0i <= v22) & (v22 < 149i));
            let v28: i32 = select(0i, v22, v27);
            let v29_at = u32(v28 + k1_at[0].x);
            let v29 = k1_b0[v29_at];
            let v31: f32 = select(0f, v29, v27);
            let v34_at = u32(v28 + k1_at[0].y);
            let v34 = k1_b1[v34_at];
            let v35: i32 = select(0i, v34, v27);
            let v36: i32 = v18;
            let v40: bool = ((v22 < v14) & ((v24 < v31) | ((v31 == v24) & (v35 < v36))));
            v16 = select(v24, v31, v40);
            v18 = select(v36, v35, v40);
        }
        let v46: f32 = v16;
        workgroupBarrier();
        storageBarrier();
        k1_shared[v5] = bitcast<u32>(select(real(0xff800000u), v46, (real(0xff800000u) < v46)));
        workgroupBarrier();
        storageBarrier();
        let v54: bool = (v5 < 128i);
        if (v54) {
            let v57 = k1_shared[(v5 + 128i)];
            let v58: f32 = bitcast<f32>(v57);
            let v59 = k1_shared[v5];
            let v60: f32 = bitcast<f32>(v59);
            let v68: u32 = bitcast<u32>(select(v58, v60, ((v58 < v60) | (2139095040u < (v57 & 2147483647u)))));
            k1_shared[v5] = v68;
        }
        workgroupBarrier();
        storageBarrier();
        let v73: bool = (v5 < 64i);
        if (v73) {
            let v76 = k1_shared[(v5 + 64i)];
            let v77: f32 = bitcast<f32>(v76);
            let v78 = k1_shared[v5];
            let v79: f32 = bitcast<f32>(v78);
            let v87: u32 = bitcast<u32>(select(v77, v79, ((v77 < v79) | (2139095040u < (v76 & 2147483647u)))));
            k1_shared[v5] = v87;
        }
        workgroupBarrier();
        storageBarrier();
        let v92: bool = (v5 < 32i);
        if (v92) {
            let v95 = k1_shared[(v5 + 32i)];
            let v96: f32 = bitcast<f32>(v95);
            let v97 = k1_shared[v5];
            let v98: f32 = bitcast<f32>(v97);
            let v106: u32 = bitcast<u32>(select(v96, v98, ((v96 < v98) | (2139095040u < (v95 & 2147483647u)))));
            k1_shared[v5] = v106;
        }
        workgroupBarrier();
        storageBarrier();
        let v111: bool = (v5 < 16i);
        if (v111) {
            let v114 = k1_shared[(v5 + 16i)];
            let v115: f32 = bitcast<f32>(v114);
            let v116 = k1_shared[v5];
            let v117: f32 = bitcast<f32>(v116);
            let v125: u32 = bitcast<u32>(select(v115, v117, ((v115 < v117) | (2139095040u < (v114 & 2147483647u)))));
            k1_shared[v5] = v125;
        }
        workgroupBarrier();
        storageBarrier();
        let v130: bool = (v5 < 8i);
        if (v130) {
            let v133 = k1_shared[(v5 + 8i)];
            let v134: f32 = bitcast<f32>(v133);
            let v135 = k1_shared[v5];
            let v136: f32 = bitcast<f32>(v135);
            let v144: u32 = bitcast<u32>(select(v134, v136, ((v134 < v136) | (2139095040u < (v133 & 2147483647u)))));
            k1_shared[v5] = v144;
        }
        workgroupBarrier();
        storageBarrier();
        let v149: bool = (v5 < 4i);
        if (v149) {
            let v152 = k1_shared[(v5 + 4i)];
            let v153: f32 = bitcast<f32>(v152);
            let v154 = k1_shared[v5];
            let v155: f32 = bitcast<f32>(v154);
            let v163: u32 = bitcast<u32>(select(v153, v155, ((v153 < v155) | (2139095040u < (v152 & 2147483647u)))));
            k1_shared[v5] = v163;
        }
        workgroupBarrier();
        storageBarrier();
        let v168: bool = (v5 < 2i);
        if (v168) {
            let v171 = k1_shared[(v5 + 2i)];
            let v172: f32 = bitcast<f32>(v171);
            let v173 = k1_shared[v5];
            let v174: f32 = bitcast<f32>(v173);
            let v182: u32 = bitcast<u32>(select(v172, v174, ((v172 < v174) | (2139095040u < (v171 & 2147483647u)))));
            k1_shared[v5] = v182;
        }
        workgroupBarrier();
        storageBarrier();
        let v186: bool = (v5 < 1i);
        if (v186) {
            let v189 = k1_shared[(v5 + 1i)];
            let v190: f32 = bitcast<f32>(v189);
            let v191 = k1_shared[v5];
            let v192: f32 = bitcast<f32>(v191);
            let v200: u32 = bitcast<u32>(select(v190, v192, ((v190 < v192) | (2139095040u < (v189 & 2147483647u)))));
            k1_shared[v5] = v200;
        }
        workgroupBarrier();
        storageBarrier();
        let v204 = k1_shared[0i];
        workgroupBarrier();
        storageBarrier();
        let v211: u32 = bitcast<u32>(min(2147483647i, select(2147483647i, v18, (v46 == bitcast<f32>(v204)))));
        k1_shared[v5] = v211;
        workgroupBarrier();
        storageBarrier();
        if (v54) {
            let v215 = k1_shared[v5];
            let v218 = k1_shared[(v5 + 128i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v215), bitcast<i32>(v218)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v73) {
            let v226 = k1_shared[v5];
            let v229 = k1_shared[(v5 + 64i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v226), bitcast<i32>(v229)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v92) {
            let v237 = k1_shared[v5];
            let v240 = k1_shared[(v5 + 32i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v237), bitcast<i32>(v240)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v111) {
            let v248 = k1_shared[v5];
            let v251 = k1_shared[(v5 + 16i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v248), bitcast<i32>(v251)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v130) {
            let v259 = k1_shared[v5];
            let v262 = k1_shared[(v5 + 8i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v259), bitcast<i32>(v262)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v149) {
            let v270 = k1_shared[v5];
            let v273 = k1_shared[(v5 + 4i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v270), bitcast<i32>(v273)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v168) {
            let v281 = k1_shared[v5];
            let v284 = k1_shared[(v5 + 2i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v281), bitcast<i32>(v284)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v186) {
            let v292 = k1_shared[v5];
            let v295 = k1_shared[(v5 + 1i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v292), bitcast<i32>(v295)));
        }
        workgroupBarrier();
        storageBarrier();
        let v303 = k1_shared[0i];
        let v304: i32 = bitcast<i32>(v303);
        let v308: u32 = u32(max(select(v304, 0i, (v304 == 2147483647i)), 0i));
        if ((v5 == 0i)) {
            let v310_at = u32(0i + k1_at[0].z);
            k1_b2[v310_at] = v308;
        }
    }
}
