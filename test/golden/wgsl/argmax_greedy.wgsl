// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

// tessera kernel argmax_greedy entry k_argmax_greedy wide 0 params i32,w32,w32 sizes 1 threads 256 teams 1 count -1 shared 2048 cost 65537
@group(0) @binding(0) var<storage, read> k0_b0: array<f32>; // logits
@group(0) @binding(1) var<storage, read_write> k0_b1: array<f32>; // val
@group(0) @binding(2) var<storage, read_write> k0_b2: array<i32>; // idx
@group(0) @binding(3) var<uniform> k0_at: array<vec4<i32>, 1>; // offsets, sizes
var<workgroup> k0_shared: array<u32, 512>;
@compute @workgroup_size(256)
fn k_argmax_greedy(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v2: i32 = k0_at[0].w;
    let v9: i32 = select(0i, (((v2 - 1i) / 1024i) + 1i), (0i < v2));
    let v10: i32 = i32(thread);
    let v11: i32 = i32(group.x);
    let v12: i32 = i32(groups.x);
    for (var v14: i32 = v11; v14 < v9; v14 += v12) {
        let v15: i32 = (v14 * 1024i);
        let v19: i32 = min(v2, (v15 + 1024i));
        var v21: f32 = real(0xff800000u);
        var v23: i32 = 2147483647i;
        for (var v24: i32 = v15; v24 < v19; v24 += 256i) {
            let v25: i32 = (v24 + v10);
            let v26: f32 = v21;
            let v29: bool = ((0i <= v25) & (v25 < 151936i));
            let v31_at = u32(select(0i, v25, v29) + k0_at[0].x);
            let v31 = k0_b0[v31_at];
            let v33: f32 = select(0f, v31, v29);
            let v34: i32 = v23;
            let v41: bool = ((v25 < v19) & ((v26 < v33) | ((v33 == v26) & (v25 < v34))));
            v21 = select(v26, v33, v41);
            v23 = select(v34, v25, v41);
        }
        let v47: i32 = (v15 / 1024i);
        let v48: f32 = v21;
        workgroupBarrier();
        storageBarrier();
        k0_shared[v10] = bitcast<u32>(select(real(0xff800000u), v48, (real(0xff800000u) < v48)));
        workgroupBarrier();
        storageBarrier();
        let v56: bool = (v10 < 128i);
        if (v56) {
            let v59 = k0_shared[v10];
            let v60: f32 = bitcast<f32>(v59);
            let v61 = k0_shared[(v10 + 128i)];
            let v62: f32 = bitcast<f32>(v61);
            let v70: u32 = bitcast<u32>(select(v62, v60, ((v62 < v60) | (2139095040u < (v61 & 2147483647u)))));
            k0_shared[v10] = v70;
        }
        workgroupBarrier();
        storageBarrier();
        let v75: bool = (v10 < 64i);
        if (v75) {
            let v78 = k0_shared[v10];
            let v79: f32 = bitcast<f32>(v78);
            let v80 = k0_shared[(v10 + 64i)];
            let v81: f32 = bitcast<f32>(v80);
            let v89: u32 = bitcast<u32>(select(v81, v79, ((v81 < v79) | (2139095040u < (v80 & 2147483647u)))));
            k0_shared[v10] = v89;
        }
        workgroupBarrier();
        storageBarrier();
        let v94: bool = (v10 < 32i);
        if (v94) {
            let v97 = k0_shared[v10];
            let v98: f32 = bitcast<f32>(v97);
            let v99 = k0_shared[(v10 + 32i)];
            let v100: f32 = bitcast<f32>(v99);
            let v108: u32 = bitcast<u32>(select(v100, v98, ((v100 < v98) | (2139095040u < (v99 & 2147483647u)))));
            k0_shared[v10] = v108;
        }
        workgroupBarrier();
        storageBarrier();
        let v113: bool = (v10 < 16i);
        if (v113) {
            let v116 = k0_shared[v10];
            let v117: f32 = bitcast<f32>(v116);
            let v118 = k0_shared[(v10 + 16i)];
            let v119: f32 = bitcast<f32>(v118);
            let v127: u32 = bitcast<u32>(select(v119, v117, ((v119 < v117) | (2139095040u < (v118 & 2147483647u)))));
            k0_shared[v10] = v127;
        }
        workgroupBarrier();
        storageBarrier();
        let v132: bool = (v10 < 8i);
        if (v132) {
            let v135 = k0_shared[v10];
            let v136: f32 = bitcast<f32>(v135);
            let v137 = k0_shared[(v10 + 8i)];
            let v138: f32 = bitcast<f32>(v137);
            let v146: u32 = bitcast<u32>(select(v138, v136, ((v138 < v136) | (2139095040u < (v137 & 2147483647u)))));
            k0_shared[v10] = v146;
        }
        workgroupBarrier();
        storageBarrier();
        let v151: bool = (v10 < 4i);
        if (v151) {
            let v154 = k0_shared[v10];
            let v155: f32 = bitcast<f32>(v154);
            let v156 = k0_shared[(v10 + 4i)];
            let v157: f32 = bitcast<f32>(v156);
            let v165: u32 = bitcast<u32>(select(v157, v155, ((v157 < v155) | (2139095040u < (v156 & 2147483647u)))));
            k0_shared[v10] = v165;
        }
        workgroupBarrier();
        storageBarrier();
        let v170: bool = (v10 < 2i);
        if (v170) {
            let v173 = k0_shared[v10];
            let v174: f32 = bitcast<f32>(v173);
            let v175 = k0_shared[(v10 + 2i)];
            let v176: f32 = bitcast<f32>(v175);
            let v184: u32 = bitcast<u32>(select(v176, v174, ((v176 < v174) | (2139095040u < (v175 & 2147483647u)))));
            k0_shared[v10] = v184;
        }
        workgroupBarrier();
        storageBarrier();
        let v188: bool = (v10 < 1i);
        if (v188) {
            let v191 = k0_shared[v10];
            let v192: f32 = bitcast<f32>(v191);
            let v193 = k0_shared[(v10 + 1i)];
            let v194: f32 = bitcast<f32>(v193);
            let v202: u32 = bitcast<u32>(select(v194, v192, ((v194 < v192) | (2139095040u < (v193 & 2147483647u)))));
            k0_shared[v10] = v202;
        }
        workgroupBarrier();
        storageBarrier();
        let v206 = k0_shared[0i];
        let v207: f32 = bitcast<f32>(v206);
        workgroupBarrier();
        storageBarrier();
        k0_shared[v10] = bitcast<u32>(min(2147483647i, select(2147483647i, v23, (v48 == v207))));
        workgroupBarrier();
        storageBarrier();
        if (v56) {
            let v218 = k0_shared[v10];
            let v220 = k0_shared[(v10 + 128i)];
            k0_shared[v10] = bitcast<u32>(min(bitcast<i32>(v218), bitcast<i32>(v220)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v75) {
            let v229 = k0_shared[v10];
            let v231 = k0_shared[(v10 + 64i)];
            k0_shared[v10] = bitcast<u32>(min(bitcast<i32>(v229), bitcast<i32>(v231)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v94) {
            let v240 = k0_shared[v10];
            let v242 = k0_shared[(v10 + 32i)];
            k0_shared[v10] = bitcast<u32>(min(bitcast<i32>(v240), bitcast<i32>(v242)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v113) {
            let v251 = k0_shared[v10];
            let v253 = k0_shared[(v10 + 16i)];
            k0_shared[v10] = bitcast<u32>(min(bitcast<i32>(v251), bitcast<i32>(v253)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v132) {
            let v262 = k0_shared[v10];
            let v264 = k0_shared[(v10 + 8i)];
            k0_shared[v10] = bitcast<u32>(min(bitcast<i32>(v262), bitcast<i32>(v264)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v151) {
            let v273 = k0_shared[v10];
            let v275 = k0_shared[(v10 + 4i)];
            k0_shared[v10] = bitcast<u32>(min(bitcast<i32>(v273), bitcast<i32>(v275)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v170) {
            let v284 = k0_shared[v10];
            let v286 = k0_shared[(v10 + 2i)];
            k0_shared[v10] = bitcast<u32>(min(bitcast<i32>(v284), bitcast<i32>(v286)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v188) {
            let v295 = k0_shared[v10];
            let v297 = k0_shared[(v10 + 1i)];
            k0_shared[v10] = bitcast<u32>(min(bitcast<i32>(v295), bitcast<i32>(v297)));
        }
        workgroupBarrier();
        storageBarrier();
        let v304 = k0_shared[0i];
        let v305: i32 = bitcast<i32>(v304);
        let v306: bool = (v10 == 0i);
        if (v306) {
            if (((0i <= v47) & (v47 < 149i))) {
                let v312_at = u32(v47 + k0_at[0].y);
                k0_b1[v312_at] = v207;
            }
        }
        if (v306) {
            if (((0i <= v47) & (v47 < 149i))) {
                let v320_at = u32(v47 + k0_at[0].z);
                k0_b2[v320_at] = v305;
            }
        }
    }
}

// tessera kernel argmax_greedy__final entry k_argmax_greedy__final wide 0 params i32,i32,o32 sizes 1 threads 256 teams 1 count 1 shared 2048 cost 1
@group(0) @binding(0) var<storage, read> k1_b0: array<f32>; // val
@group(0) @binding(1) var<storage, read> k1_b1: array<i32>; // idx
@group(0) @binding(2) var<storage, read_write> k1_b2: array<u32>; // token
@group(0) @binding(3) var<uniform> k1_at: array<vec4<i32>, 1>; // offsets, sizes
var<workgroup> k1_shared: array<u32, 512>;
@compute @workgroup_size(256)
fn k_argmax_greedy__final(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v2: i32 = i32(thread);
    let v3: i32 = i32(group.x);
    let v4: i32 = i32(groups.x);
    for (var v6: i32 = v3; v6 < 1i; v6 += v4) {
        let v7: i32 = k1_at[0].w;
        let v14: i32 = ((v7 / 1024i) + min((v7 % 1024i), 1i));
        var v16: f32 = real(0xff800000u);
        var v18: i32 = 2147483647i;
        for (var v19: i32 = 0i; v19 < v14; v19 += 256i) {
            let v20: f32 = v16;
            let v21: i32 = (v19 + v2);
            let v24: bool = ((0i <= v21) & (v21 < 149i));
            let v25: i32 = select(0i, v21, v24);
            let v26_at = u32(v25 + k1_at[0].x);
            let v26 = k1_b0[v26_at];
            let v28: f32 = select(0f, v26, v24);
            let v29_at = u32(v25 + k1_at[0].y);
            let v29 = k1_b1[v29_at];
            let v30: i32 = select(0i, v29, v24);
            let v31: i32 = v18;
            let v38: bool = ((v21 < v14) & ((v20 < v28) | ((v28 == v20) & (v30 < v31))));
            v16 = select(v20, v28, v38);
            v18 = select(v31, v30, v38);
        }
        let v44: f32 = v16;
        workgroupBarrier();
        storageBarrier();
        k1_shared[v2] = bitcast<u32>(select(real(0xff800000u), v44, (real(0xff800000u) < v44)));
        workgroupBarrier();
        storageBarrier();
        let v52: bool = (v2 < 128i);
        if (v52) {
            let v55 = k1_shared[v2];
            let v56: f32 = bitcast<f32>(v55);
            let v57 = k1_shared[(v2 + 128i)];
            let v58: f32 = bitcast<f32>(v57);
            let v66: u32 = bitcast<u32>(select(v58, v56, ((v58 < v56) | (2139095040u < (v57 & 2147483647u)))));
            k1_shared[v2] = v66;
        }
        workgroupBarrier();
        storageBarrier();
        let v71: bool = (v2 < 64i);
        if (v71) {
            let v74 = k1_shared[v2];
            let v75: f32 = bitcast<f32>(v74);
            let v76 = k1_shared[(v2 + 64i)];
            let v77: f32 = bitcast<f32>(v76);
            let v85: u32 = bitcast<u32>(select(v77, v75, ((v77 < v75) | (2139095040u < (v76 & 2147483647u)))));
            k1_shared[v2] = v85;
        }
        workgroupBarrier();
        storageBarrier();
        let v90: bool = (v2 < 32i);
        if (v90) {
            let v93 = k1_shared[v2];
            let v94: f32 = bitcast<f32>(v93);
            let v95 = k1_shared[(v2 + 32i)];
            let v96: f32 = bitcast<f32>(v95);
            let v104: u32 = bitcast<u32>(select(v96, v94, ((v96 < v94) | (2139095040u < (v95 & 2147483647u)))));
            k1_shared[v2] = v104;
        }
        workgroupBarrier();
        storageBarrier();
        let v109: bool = (v2 < 16i);
        if (v109) {
            let v112 = k1_shared[v2];
            let v113: f32 = bitcast<f32>(v112);
            let v114 = k1_shared[(v2 + 16i)];
            let v115: f32 = bitcast<f32>(v114);
            let v123: u32 = bitcast<u32>(select(v115, v113, ((v115 < v113) | (2139095040u < (v114 & 2147483647u)))));
            k1_shared[v2] = v123;
        }
        workgroupBarrier();
        storageBarrier();
        let v128: bool = (v2 < 8i);
        if (v128) {
            let v131 = k1_shared[v2];
            let v132: f32 = bitcast<f32>(v131);
            let v133 = k1_shared[(v2 + 8i)];
            let v134: f32 = bitcast<f32>(v133);
            let v142: u32 = bitcast<u32>(select(v134, v132, ((v134 < v132) | (2139095040u < (v133 & 2147483647u)))));
            k1_shared[v2] = v142;
        }
        workgroupBarrier();
        storageBarrier();
        let v147: bool = (v2 < 4i);
        if (v147) {
            let v150 = k1_shared[v2];
            let v151: f32 = bitcast<f32>(v150);
            let v152 = k1_shared[(v2 + 4i)];
            let v153: f32 = bitcast<f32>(v152);
            let v161: u32 = bitcast<u32>(select(v153, v151, ((v153 < v151) | (2139095040u < (v152 & 2147483647u)))));
            k1_shared[v2] = v161;
        }
        workgroupBarrier();
        storageBarrier();
        let v166: bool = (v2 < 2i);
        if (v166) {
            let v169 = k1_shared[v2];
            let v170: f32 = bitcast<f32>(v169);
            let v171 = k1_shared[(v2 + 2i)];
            let v172: f32 = bitcast<f32>(v171);
            let v180: u32 = bitcast<u32>(select(v172, v170, ((v172 < v170) | (2139095040u < (v171 & 2147483647u)))));
            k1_shared[v2] = v180;
        }
        workgroupBarrier();
        storageBarrier();
        let v184: bool = (v2 < 1i);
        if (v184) {
            let v187 = k1_shared[v2];
            let v188: f32 = bitcast<f32>(v187);
            let v189 = k1_shared[(v2 + 1i)];
            let v190: f32 = bitcast<f32>(v189);
            let v198: u32 = bitcast<u32>(select(v190, v188, ((v190 < v188) | (2139095040u < (v189 & 2147483647u)))));
            k1_shared[v2] = v198;
        }
        workgroupBarrier();
        storageBarrier();
        let v202 = k1_shared[0i];
        workgroupBarrier();
        storageBarrier();
        let v209: u32 = bitcast<u32>(min(2147483647i, select(2147483647i, v18, (v44 == bitcast<f32>(v202)))));
        k1_shared[v2] = v209;
        workgroupBarrier();
        storageBarrier();
        if (v52) {
            let v214 = k1_shared[v2];
            let v216 = k1_shared[(v2 + 128i)];
            k1_shared[v2] = bitcast<u32>(min(bitcast<i32>(v214), bitcast<i32>(v216)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v71) {
            let v225 = k1_shared[v2];
            let v227 = k1_shared[(v2 + 64i)];
            k1_shared[v2] = bitcast<u32>(min(bitcast<i32>(v225), bitcast<i32>(v227)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v90) {
            let v236 = k1_shared[v2];
            let v238 = k1_shared[(v2 + 32i)];
            k1_shared[v2] = bitcast<u32>(min(bitcast<i32>(v236), bitcast<i32>(v238)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v109) {
            let v247 = k1_shared[v2];
            let v249 = k1_shared[(v2 + 16i)];
            k1_shared[v2] = bitcast<u32>(min(bitcast<i32>(v247), bitcast<i32>(v249)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v128) {
            let v258 = k1_shared[v2];
            let v260 = k1_shared[(v2 + 8i)];
            k1_shared[v2] = bitcast<u32>(min(bitcast<i32>(v258), bitcast<i32>(v260)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v147) {
            let v269 = k1_shared[v2];
            let v271 = k1_shared[(v2 + 4i)];
            k1_shared[v2] = bitcast<u32>(min(bitcast<i32>(v269), bitcast<i32>(v271)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v166) {
            let v280 = k1_shared[v2];
            let v282 = k1_shared[(v2 + 2i)];
            k1_shared[v2] = bitcast<u32>(min(bitcast<i32>(v280), bitcast<i32>(v282)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v184) {
            let v291 = k1_shared[v2];
            let v293 = k1_shared[(v2 + 1i)];
            k1_shared[v2] = bitcast<u32>(min(bitcast<i32>(v291), bitcast<i32>(v293)));
        }
        workgroupBarrier();
        storageBarrier();
        let v300 = k1_shared[0i];
        let v301: i32 = bitcast<i32>(v300);
        let v305: u32 = u32(max(select(v301, 0i, (v301 == 2147483647i)), 0i));
        if ((v2 == 0i)) {
            let v308_at = u32(0i + k1_at[0].z);
            k1_b2[v308_at] = v305;
        }
    }
}
