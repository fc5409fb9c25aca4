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
        for (var v24: i32 = v16; v24 < v18; v24 += 256i) {
            let v25: i32 = (v24 + v13);
            let v27: f32 = v21;
            let v30: bool = ((0i <= v25) & (v25 < 151936i));
            let v32_at = u32(select(0i, v25, v30) + k0_at[0].x);
            let v32 = k0_b0[v32_at];
            let v34: f32 = select(0f, v32, v30);
            let v37: i32 = v23;
            let v41: bool = ((v25 < v18) & ((v27 < v34) | ((v34 == v27) & (v25 < v37))));
            v21 = select(v27, v34, v41);
            v23 = select(v37, v25, v41);
        }
        let v47: f32 = v21;
        let v50: i32 = (v16 / 1024i);
        workgroupBarrier();
        storageBarrier();
        k0_shared[v13] = bitcast<u32>(select(real(0xff800000u), v47, (real(0xff800000u) < v47)));
        workgroupBarrier();
        storageBarrier();
        let v56: bool = (v13 < 128i);
        if (v56) {
            let v59 = k0_shared[(v13 + 128i)];
            let v60: f32 = bitcast<f32>(v59);
            let v61 = k0_shared[v13];
            let v62: f32 = bitcast<f32>(v61);
            let v70: u32 = bitcast<u32>(select(v60, v62, ((v60 < v62) | (2139095040u < (v59 & 2147483647u)))));
            k0_shared[v13] = v70;
        }
        workgroupBarrier();
        storageBarrier();
        let v75: bool = (v13 < 64i);
        if (v75) {
            let v78 = k0_shared[(v13 + 64i)];
            let v79: f32 = bitcast<f32>(v78);
            let v80 = k0_shared[v13];
            let v81: f32 = bitcast<f32>(v80);
            let v89: u32 = bitcast<u32>(select(v79, v81, ((v79 < v81) | (2139095040u < (v78 & 2147483647u)))));
            k0_shared[v13] = v89;
        }
        workgroupBarrier();
        storageBarrier();
        let v94: bool = (v13 < 32i);
        if (v94) {
            let v97 = k0_shared[(v13 + 32i)];
            let v98: f32 = bitcast<f32>(v97);
            let v99 = k0_shared[v13];
            let v100: f32 = bitcast<f32>(v99);
            let v108: u32 = bitcast<u32>(select(v98, v100, ((v98 < v100) | (2139095040u < (v97 & 2147483647u)))));
            k0_shared[v13] = v108;
        }
        workgroupBarrier();
        storageBarrier();
        let v113: bool = (v13 < 16i);
        if (v113) {
            let v116 = k0_shared[(v13 + 16i)];
            let v117: f32 = bitcast<f32>(v116);
            let v118 = k0_shared[v13];
            let v119: f32 = bitcast<f32>(v118);
            let v127: u32 = bitcast<u32>(select(v117, v119, ((v117 < v119) | (2139095040u < (v116 & 2147483647u)))));
            k0_shared[v13] = v127;
        }
        workgroupBarrier();
        storageBarrier();
        let v132: bool = (v13 < 8i);
        if (v132) {
            let v135 = k0_shared[(v13 + 8i)];
            let v136: f32 = bitcast<f32>(v135);
            let v137 = k0_shared[v13];
            let v138: f32 = bitcast<f32>(v137);
            let v146: u32 = bitcast<u32>(select(v136, v138, ((v136 < v138) | (2139095040u < (v135 & 2147483647u)))));
            k0_shared[v13] = v146;
        }
        workgroupBarrier();
        storageBarrier();
        let v151: bool = (v13 < 4i);
        if (v151) {
            let v154 = k0_shared[(v13 + 4i)];
            let v155: f32 = bitcast<f32>(v154);
            let v156 = k0_shared[v13];
            let v157: f32 = bitcast<f32>(v156);
            let v165: u32 = bitcast<u32>(select(v155, v157, ((v155 < v157) | (2139095040u < (v154 & 2147483647u)))));
            k0_shared[v13] = v165;
        }
        workgroupBarrier();
        storageBarrier();
        let v170: bool = (v13 < 2i);
        if (v170) {
            let v173 = k0_shared[(v13 + 2i)];
            let v174: f32 = bitcast<f32>(v173);
            let v175 = k0_shared[v13];
            let v176: f32 = bitcast<f32>(v175);
            let v184: u32 = bitcast<u32>(select(v174, v176, ((v174 < v176) | (2139095040u < (v173 & 2147483647u)))));
            k0_shared[v13] = v184;
        }
        workgroupBarrier();
        storageBarrier();
        let v188: bool = (v13 < 1i);
        if (v188) {
            let v191 = k0_shared[(v13 + 1i)];
            let v192: f32 = bitcast<f32>(v191);
            let v193 = k0_shared[v13];
            let v194: f32 = bitcast<f32>(v193);
            let v202: u32 = bitcast<u32>(select(v192, v194, ((v192 < v194) | (2139095040u < (v191 & 2147483647u)))));
            k0_shared[v13] = v202;
        }
        workgroupBarrier();
        storageBarrier();
        let v206 = k0_shared[0i];
        let v207: f32 = bitcast<f32>(v206);
        workgroupBarrier();
        storageBarrier();
        k0_shared[v13] = bitcast<u32>(min(2147483647i, select(2147483647i, v23, (v47 == v207))));
        workgroupBarrier();
        storageBarrier();
        if (v56) {
            let v217 = k0_shared[v13];
            let v220 = k0_shared[(v13 + 128i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v217), bitcast<i32>(v220)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v75) {
            let v228 = k0_shared[v13];
            let v231 = k0_shared[(v13 + 64i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v228), bitcast<i32>(v231)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v94) {
            let v239 = k0_shared[v13];
            let v242 = k0_shared[(v13 + 32i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v239), bitcast<i32>(v242)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v113) {
            let v250 = k0_shared[v13];
            let v253 = k0_shared[(v13 + 16i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v250), bitcast<i32>(v253)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v132) {
            let v261 = k0_shared[v13];
            let v264 = k0_shared[(v13 + 8i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v261), bitcast<i32>(v264)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v151) {
            let v272 = k0_shared[v13];
            let v275 = k0_shared[(v13 + 4i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v272), bitcast<i32>(v275)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v170) {
            let v283 = k0_shared[v13];
            let v286 = k0_shared[(v13 + 2i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v283), bitcast<i32>(v286)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v188) {
            let v294 = k0_shared[v13];
            let v297 = k0_shared[(v13 + 1i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v294), bitcast<i32>(v297)));
        }
        workgroupBarrier();
        storageBarrier();
        let v304: bool = (v13 == 0i);
        let v305 = k0_shared[0i];
        let v306: i32 = bitcast<i32>(v305);
        if (v304) {
            if (((0i <= v50) & (v50 < 149i))) {
                let v312_at = u32(v50 + k0_at[0].y);
                k0_b1[v312_at] = v207;
            }
        }
        if (v304) {
            if (((0i <= v50) & (v50 < 149i))) {
                let v320_at = u32(v50 + k0_at[0].z);
                k0_b2[v320_at] = v306;
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
        for (var v19: i32 = 0i; v19 < v14; v19 += 256i) {
            let v20: i32 = (v19 + v5);
            let v22: f32 = v16;
            let v25: bool = ((0i <= v20) & (v20 < 149i));
            let v26: i32 = select(0i, v20, v25);
            let v27_at = u32(v26 + k1_at[0].x);
            let v27 = k1_b0[v27_at];
            let v29: f32 = select(0f, v27, v25);
            let v32_at = u32(v26 + k1_at[0].y);
            let v32 = k1_b1[v32_at];
            let v33: i32 = select(0i, v32, v25);
            let v34: i32 = v18;
            let v38: bool = ((v20 < v14) & ((v22 < v29) | ((v29 == v22) & (v33 < v34))));
            v16 = select(v22, v29, v38);
            v18 = select(v34, v33, v38);
        }
        let v44: f32 = v16;
        workgroupBarrier();
        storageBarrier();
        k1_shared[v5] = bitcast<u32>(select(real(0xff800000u), v44, (real(0xff800000u) < v44)));
        workgroupBarrier();
        storageBarrier();
        let v52: bool = (v5 < 128i);
        if (v52) {
            let v55 = k1_shared[(v5 + 128i)];
            let v56: f32 = bitcast<f32>(v55);
            let v57 = k1_shared[v5];
            let v58: f32 = bitcast<f32>(v57);
            let v66: u32 = bitcast<u32>(select(v56, v58, ((v56 < v58) | (2139095040u < (v55 & 2147483647u)))));
            k1_shared[v5] = v66;
        }
        workgroupBarrier();
        storageBarrier();
        let v71: bool = (v5 < 64i);
        if (v71) {
            let v74 = k1_shared[(v5 + 64i)];
            let v75: f32 = bitcast<f32>(v74);
            let v76 = k1_shared[v5];
            let v77: f32 = bitcast<f32>(v76);
            let v85: u32 = bitcast<u32>(select(v75, v77, ((v75 < v77) | (2139095040u < (v74 & 2147483647u)))));
            k1_shared[v5] = v85;
        }
        workgroupBarrier();
        storageBarrier();
        let v90: bool = (v5 < 32i);
        if (v90) {
            let v93 = k1_shared[(v5 + 32i)];
            let v94: f32 = bitcast<f32>(v93);
            let v95 = k1_shared[v5];
            let v96: f32 = bitcast<f32>(v95);
            let v104: u32 = bitcast<u32>(select(v94, v96, ((v94 < v96) | (2139095040u < (v93 & 2147483647u)))));
            k1_shared[v5] = v104;
        }
        workgroupBarrier();
        storageBarrier();
        let v109: bool = (v5 < 16i);
        if (v109) {
            let v112 = k1_shared[(v5 + 16i)];
            let v113: f32 = bitcast<f32>(v112);
            let v114 = k1_shared[v5];
            let v115: f32 = bitcast<f32>(v114);
            let v123: u32 = bitcast<u32>(select(v113, v115, ((v113 < v115) | (2139095040u < (v112 & 2147483647u)))));
            k1_shared[v5] = v123;
        }
        workgroupBarrier();
        storageBarrier();
        let v128: bool = (v5 < 8i);
        if (v128) {
            let v131 = k1_shared[(v5 + 8i)];
            let v132: f32 = bitcast<f32>(v131);
            let v133 = k1_shared[v5];
            let v134: f32 = bitcast<f32>(v133);
            let v142: u32 = bitcast<u32>(select(v132, v134, ((v132 < v134) | (2139095040u < (v131 & 2147483647u)))));
            k1_shared[v5] = v142;
        }
        workgroupBarrier();
        storageBarrier();
        let v147: bool = (v5 < 4i);
        if (v147) {
            let v150 = k1_shared[(v5 + 4i)];
            let v151: f32 = bitcast<f32>(v150);
            let v152 = k1_shared[v5];
            let v153: f32 = bitcast<f32>(v152);
            let v161: u32 = bitcast<u32>(select(v151, v153, ((v151 < v153) | (2139095040u < (v150 & 2147483647u)))));
            k1_shared[v5] = v161;
        }
        workgroupBarrier();
        storageBarrier();
        let v166: bool = (v5 < 2i);
        if (v166) {
            let v169 = k1_shared[(v5 + 2i)];
            let v170: f32 = bitcast<f32>(v169);
            let v171 = k1_shared[v5];
            let v172: f32 = bitcast<f32>(v171);
            let v180: u32 = bitcast<u32>(select(v170, v172, ((v170 < v172) | (2139095040u < (v169 & 2147483647u)))));
            k1_shared[v5] = v180;
        }
        workgroupBarrier();
        storageBarrier();
        let v184: bool = (v5 < 1i);
        if (v184) {
            let v187 = k1_shared[(v5 + 1i)];
            let v188: f32 = bitcast<f32>(v187);
            let v189 = k1_shared[v5];
            let v190: f32 = bitcast<f32>(v189);
            let v198: u32 = bitcast<u32>(select(v188, v190, ((v188 < v190) | (2139095040u < (v187 & 2147483647u)))));
            k1_shared[v5] = v198;
        }
        workgroupBarrier();
        storageBarrier();
        let v202 = k1_shared[0i];
        workgroupBarrier();
        storageBarrier();
        let v209: u32 = bitcast<u32>(min(2147483647i, select(2147483647i, v18, (v44 == bitcast<f32>(v202)))));
        k1_shared[v5] = v209;
        workgroupBarrier();
        storageBarrier();
        if (v52) {
            let v213 = k1_shared[v5];
            let v216 = k1_shared[(v5 + 128i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v213), bitcast<i32>(v216)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v71) {
            let v224 = k1_shared[v5];
            let v227 = k1_shared[(v5 + 64i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v224), bitcast<i32>(v227)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v90) {
            let v235 = k1_shared[v5];
            let v238 = k1_shared[(v5 + 32i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v235), bitcast<i32>(v238)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v109) {
            let v246 = k1_shared[v5];
            let v249 = k1_shared[(v5 + 16i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v246), bitcast<i32>(v249)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v128) {
            let v257 = k1_shared[v5];
            let v260 = k1_shared[(v5 + 8i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v257), bitcast<i32>(v260)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v147) {
            let v268 = k1_shared[v5];
            let v271 = k1_shared[(v5 + 4i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v268), bitcast<i32>(v271)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v166) {
            let v279 = k1_shared[v5];
            let v282 = k1_shared[(v5 + 2i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v279), bitcast<i32>(v282)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v184) {
            let v290 = k1_shared[v5];
            let v293 = k1_shared[(v5 + 1i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v290), bitcast<i32>(v293)));
        }
        workgroupBarrier();
        storageBarrier();
        let v301 = k1_shared[0i];
        let v302: i32 = bitcast<i32>(v301);
        let v306: u32 = u32(max(select(v302, 0i, (v302 == 2147483647i)), 0i));
        if ((v5 == 0i)) {
            let v308_at = u32(0i + k1_at[0].z);
            k1_b2[v308_at] = v306;
        }
    }
}
