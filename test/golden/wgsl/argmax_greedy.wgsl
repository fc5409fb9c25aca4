// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

// tessera kernel argmax_greedy entry k_ts_argmax_greedy wide 0 params i32,w32,w32 sizes 1 threads 256 teams 1 count -1 shared 2048 cost 65537
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
            let v31: bool = ((0i <= v27) & (v27 < 151936i));
            let v33_at = u32(select(0i, v27, v31) + k0_at[0].x);
            let v33 = k0_b0[v33_at];
            let v35: f32 = select(0f, v33, v31);
            let v36: f32 = v21;
            let v40: bool = ((v18 <= v27) | ((v35 <= v36) | (v36 != v36)));
            v21 = select(v35, v36, v40);
            v23 = select(v27, v23, v40);
        }
        let v47: f32 = v21;
        let v49: i32 = v23;
        let v52: i32 = (v16 / 1024i);
        workgroupBarrier();
        storageBarrier();
        k0_shared[v13] = bitcast<u32>(min(2147483647i, select(2147483647i, v49, (v47 != v47))));
        workgroupBarrier();
        storageBarrier();
        let v58: bool = (v13 < 128i);
        if (v58) {
            let v60 = k0_shared[v13];
            let v63 = k0_shared[(v13 + 128i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v60), bitcast<i32>(v63)));
        }
        workgroupBarrier();
        storageBarrier();
        let v71: bool = (v13 < 64i);
        if (v71) {
            let v73 = k0_shared[v13];
            let v76 = k0_shared[(v13 + 64i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v73), bitcast<i32>(v76)));
        }
        workgroupBarrier();
        storageBarrier();
        let v84: bool = (v13 < 32i);
        if (v84) {
            let v86 = k0_shared[v13];
            let v89 = k0_shared[(v13 + 32i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v86), bitcast<i32>(v89)));
        }
        workgroupBarrier();
        storageBarrier();
        let v97: bool = (v13 < 16i);
        if (v97) {
            let v99 = k0_shared[v13];
            let v102 = k0_shared[(v13 + 16i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v99), bitcast<i32>(v102)));
        }
        workgroupBarrier();
        storageBarrier();
        let v110: bool = (v13 < 8i);
        if (v110) {
            let v112 = k0_shared[v13];
            let v115 = k0_shared[(v13 + 8i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v112), bitcast<i32>(v115)));
        }
        workgroupBarrier();
        storageBarrier();
        let v123: bool = (v13 < 4i);
        if (v123) {
            let v125 = k0_shared[v13];
            let v128 = k0_shared[(v13 + 4i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v125), bitcast<i32>(v128)));
        }
        workgroupBarrier();
        storageBarrier();
        let v136: bool = (v13 < 2i);
        if (v136) {
            let v138 = k0_shared[v13];
            let v141 = k0_shared[(v13 + 2i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v138), bitcast<i32>(v141)));
        }
        workgroupBarrier();
        storageBarrier();
        let v148: bool = (v13 < 1i);
        if (v148) {
            let v150 = k0_shared[v13];
            let v153 = k0_shared[(v13 + 1i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v150), bitcast<i32>(v153)));
        }
        workgroupBarrier();
        storageBarrier();
        let v162 = k0_shared[0i];
        let v163: i32 = bitcast<i32>(v162);
        let v164: bool = (v163 != 2147483647i);
        workgroupBarrier();
        storageBarrier();
        k0_shared[v13] = bitcast<u32>(select(real(0xff800000u), v47, (real(0xff800000u) < v47)));
        workgroupBarrier();
        storageBarrier();
        if (v58) {
            let v171 = k0_shared[(v13 + 128i)];
            let v172: f32 = bitcast<f32>(v171);
            let v173 = k0_shared[v13];
            let v174: f32 = bitcast<f32>(v173);
            let v182: u32 = bitcast<u32>(select(v172, v174, ((v172 < v174) | (2139095040u < (v171 & 2147483647u)))));
            k0_shared[v13] = v182;
        }
        workgroupBarrier();
        storageBarrier();
        if (v71) {
            let v188 = k0_shared[(v13 + 64i)];
            let v189: f32 = bitcast<f32>(v188);
            let v190 = k0_shared[v13];
            let v191: f32 = bitcast<f32>(v190);
            let v199: u32 = bitcast<u32>(select(v189, v191, ((v189 < v191) | (2139095040u < (v188 & 2147483647u)))));
            k0_shared[v13] = v199;
        }
        workgroupBarrier();
        storageBarrier();
        if (v84) {
            let v205 = k0_shared[(v13 + 32i)];
            let v206: f32 = bitcast<f32>(v205);
            let v207 = k0_shared[v13];
            let v208: f32 = bitcast<f32>(v207);
            let v216: u32 = bitcast<u32>(select(v206, v208, ((v206 < v208) | (2139095040u < (v205 & 2147483647u)))));
            k0_shared[v13] = v216;
        }
        workgroupBarrier();
        storageBarrier();
        if (v97) {
            let v222 = k0_shared[(v13 + 16i)];
            let v223: f32 = bitcast<f32>(v222);
            let v224 = k0_shared[v13];
            let v225: f32 = bitcast<f32>(v224);
            let v233: u32 = bitcast<u32>(select(v223, v225, ((v223 < v225) | (2139095040u < (v222 & 2147483647u)))));
            k0_shared[v13] = v233;
        }
        workgroupBarrier();
        storageBarrier();
        if (v110) {
            let v239 = k0_shared[(v13 + 8i)];
            let v240: f32 = bitcast<f32>(v239);
            let v241 = k0_shared[v13];
            let v242: f32 = bitcast<f32>(v241);
            let v250: u32 = bitcast<u32>(select(v240, v242, ((v240 < v242) | (2139095040u < (v239 & 2147483647u)))));
            k0_shared[v13] = v250;
        }
        workgroupBarrier();
        storageBarrier();
        if (v123) {
            let v256 = k0_shared[(v13 + 4i)];
            let v257: f32 = bitcast<f32>(v256);
            let v258 = k0_shared[v13];
            let v259: f32 = bitcast<f32>(v258);
            let v267: u32 = bitcast<u32>(select(v257, v259, ((v257 < v259) | (2139095040u < (v256 & 2147483647u)))));
            k0_shared[v13] = v267;
        }
        workgroupBarrier();
        storageBarrier();
        if (v136) {
            let v273 = k0_shared[(v13 + 2i)];
            let v274: f32 = bitcast<f32>(v273);
            let v275 = k0_shared[v13];
            let v276: f32 = bitcast<f32>(v275);
            let v284: u32 = bitcast<u32>(select(v274, v276, ((v274 < v276) | (2139095040u < (v273 & 2147483647u)))));
            k0_shared[v13] = v284;
        }
        workgroupBarrier();
        storageBarrier();
        if (v148) {
            let v290 = k0_shared[(v13 + 1i)];
            let v291: f32 = bitcast<f32>(v290);
            let v292 = k0_shared[v13];
            let v293: f32 = bitcast<f32>(v292);
            let v301: u32 = bitcast<u32>(select(v291, v293, ((v291 < v293) | (2139095040u < (v290 & 2147483647u)))));
            k0_shared[v13] = v301;
        }
        workgroupBarrier();
        storageBarrier();
        let v305 = k0_shared[0i];
        let v306: f32 = bitcast<f32>(v305);
        let v311: f32 = select(v306, real(0x7fc00000u), v164);
        workgroupBarrier();
        storageBarrier();
        k0_shared[v13] = bitcast<u32>(min(2147483647i, select(2147483647i, v49, (v47 == v306))));
        workgroupBarrier();
        storageBarrier();
        if (v58) {
            let v317 = k0_shared[v13];
            let v320 = k0_shared[(v13 + 128i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v317), bitcast<i32>(v320)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v71) {
            let v328 = k0_shared[v13];
            let v331 = k0_shared[(v13 + 64i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v328), bitcast<i32>(v331)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v84) {
            let v339 = k0_shared[v13];
            let v342 = k0_shared[(v13 + 32i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v339), bitcast<i32>(v342)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v97) {
            let v350 = k0_shared[v13];
            let v353 = k0_shared[(v13 + 16i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v350), bitcast<i32>(v353)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v110) {
            let v361 = k0_shared[v13];
            let v364 = k0_shared[(v13 + 8i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v361), bitcast<i32>(v364)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v123) {
            let v372 = k0_shared[v13];
            let v375 = k0_shared[(v13 + 4i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v372), bitcast<i32>(v375)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v136) {
            let v383 = k0_shared[v13];
            let v386 = k0_shared[(v13 + 2i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v383), bitcast<i32>(v386)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v148) {
            let v394 = k0_shared[v13];
            let v397 = k0_shared[(v13 + 1i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v394), bitcast<i32>(v397)));
        }
        workgroupBarrier();
        storageBarrier();
        let v404: bool = (v13 == 0i);
        let v405 = k0_shared[0i];
        let v407: i32 = select(bitcast<i32>(v405), v163, v164);
        if (v404) {
            if (((0i <= v52) & (v52 < 149i))) {
                let v413_at = u32(v52 + k0_at[0].y);
                k0_b1[v413_at] = v311;
            }
        }
        if (v404) {
            if (((0i <= v52) & (v52 < 149i))) {
                let v421_at = u32(v52 + k0_at[0].z);
                k0_b2[v421_at] = v407;
            }
        }
    }
}

// tessera kernel argmax_greedy__final entry k_ts_argmax_greedy__final wide 0 params i32,i32,o32,o32 sizes 1 threads 256 teams 1 count 1 shared 2048 cost 1
@group(0) @binding(0) var<storage, read> k1_b0: array<f32>; // val
@group(0) @binding(1) var<storage, read> k1_b1: array<i32>; // idx
@group(0) @binding(2) var<storage, read_write> k1_b2: array<u32>; // token
@group(0) @binding(3) var<storage, read_write> k1_b3: array<f32>; // top
@group(0) @binding(4) var<uniform> k1_at: array<vec4<i32>, 2>; // offsets, sizes
var<workgroup> k1_shared: array<u32, 512>;
@compute @workgroup_size(256)
fn k_ts_argmax_greedy__final(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v5: i32 = i32(thread);
    for (var v6: i32 = v1; v6 < 1i; v6 += v3) {
        let v9: i32 = k1_at[1].x;
        let v14: i32 = ((v9 / 1024i) + min((v9 % 1024i), 1i));
        var v16: f32 = real(0xff800000u);
        var v18: i32 = 2147483647i;
        let v20: i32 = min(v14, 2147483391i);
        for (var v21: i32 = 0i; v21 < v20; v21 += 256i) {
            let v22: i32 = (v21 + v5);
            let v26: bool = ((0i <= v22) & (v22 < 149i));
            let v27: i32 = select(0i, v22, v26);
            let v28_at = u32(v27 + k1_at[0].x);
            let v28 = k1_b0[v28_at];
            let v30: f32 = select(0f, v28, v26);
            let v31: f32 = v16;
            let v35: bool = ((v14 <= v22) | ((v30 <= v31) | (v31 != v31)));
            v16 = select(v30, v31, v35);
            let v39_at = u32(v27 + k1_at[0].y);
            let v39 = k1_b1[v39_at];
            v18 = select(select(0i, v39, v26), v18, v35);
        }
        let v44: f32 = v16;
        let v46: i32 = v18;
        workgroupBarrier();
        storageBarrier();
        k1_shared[v5] = bitcast<u32>(min(2147483647i, select(2147483647i, v46, (v44 != v44))));
        workgroupBarrier();
        storageBarrier();
        let v54: bool = (v5 < 128i);
        if (v54) {
            let v56 = k1_shared[v5];
            let v59 = k1_shared[(v5 + 128i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v56), bitcast<i32>(v59)));
        }
        workgroupBarrier();
        storageBarrier();
        let v67: bool = (v5 < 64i);
        if (v67) {
            let v69 = k1_shared[v5];
            let v72 = k1_shared[(v5 + 64i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v69), bitcast<i32>(v72)));
        }
        workgroupBarrier();
        storageBarrier();
        let v80: bool = (v5 < 32i);
        if (v80) {
            let v82 = k1_shared[v5];
            let v85 = k1_shared[(v5 + 32i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v82), bitcast<i32>(v85)));
        }
        workgroupBarrier();
        storageBarrier();
        let v93: bool = (v5 < 16i);
        if (v93) {
            let v95 = k1_shared[v5];
            let v98 = k1_shared[(v5 + 16i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v95), bitcast<i32>(v98)));
        }
        workgroupBarrier();
        storageBarrier();
        let v106: bool = (v5 < 8i);
        if (v106) {
            let v108 = k1_shared[v5];
            let v111 = k1_shared[(v5 + 8i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v108), bitcast<i32>(v111)));
        }
        workgroupBarrier();
        storageBarrier();
        let v119: bool = (v5 < 4i);
        if (v119) {
            let v121 = k1_shared[v5];
            let v124 = k1_shared[(v5 + 4i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v121), bitcast<i32>(v124)));
        }
        workgroupBarrier();
        storageBarrier();
        let v132: bool = (v5 < 2i);
        if (v132) {
            let v134 = k1_shared[v5];
            let v137 = k1_shared[(v5 + 2i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v134), bitcast<i32>(v137)));
        }
        workgroupBarrier();
        storageBarrier();
        let v144: bool = (v5 < 1i);
        if (v144) {
            let v146 = k1_shared[v5];
            let v149 = k1_shared[(v5 + 1i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v146), bitcast<i32>(v149)));
        }
        workgroupBarrier();
        storageBarrier();
        let v158 = k1_shared[0i];
        let v159: i32 = bitcast<i32>(v158);
        let v160: bool = (v159 != 2147483647i);
        workgroupBarrier();
        storageBarrier();
        k1_shared[v5] = bitcast<u32>(select(real(0xff800000u), v44, (real(0xff800000u) < v44)));
        workgroupBarrier();
        storageBarrier();
        if (v54) {
            let v167 = k1_shared[(v5 + 128i)];
            let v168: f32 = bitcast<f32>(v167);
            let v169 = k1_shared[v5];
            let v170: f32 = bitcast<f32>(v169);
            let v178: u32 = bitcast<u32>(select(v168, v170, ((v168 < v170) | (2139095040u < (v167 & 2147483647u)))));
            k1_shared[v5] = v178;
        }
        workgroupBarrier();
        storageBarrier();
        if (v67) {
            let v184 = k1_shared[(v5 + 64i)];
            let v185: f32 = bitcast<f32>(v184);
            let v186 = k1_shared[v5];
            let v187: f32 = bitcast<f32>(v186);
            let v195: u32 = bitcast<u32>(select(v185, v187, ((v185 < v187) | (2139095040u < (v184 & 2147483647u)))));
            k1_shared[v5] = v195;
        }
        workgroupBarrier();
        storageBarrier();
        if (v80) {
            let v201 = k1_shared[(v5 + 32i)];
            let v202: f32 = bitcast<f32>(v201);
            let v203 = k1_shared[v5];
            let v204: f32 = bitcast<f32>(v203);
            let v212: u32 = bitcast<u32>(select(v202, v204, ((v202 < v204) | (2139095040u < (v201 & 2147483647u)))));
            k1_shared[v5] = v212;
        }
        workgroupBarrier();
        storageBarrier();
        if (v93) {
            let v218 = k1_shared[(v5 + 16i)];
            let v219: f32 = bitcast<f32>(v218);
            let v220 = k1_shared[v5];
            let v221: f32 = bitcast<f32>(v220);
            let v229: u32 = bitcast<u32>(select(v219, v221, ((v219 < v221) | (2139095040u < (v218 & 2147483647u)))));
            k1_shared[v5] = v229;
        }
        workgroupBarrier();
        storageBarrier();
        if (v106) {
            let v235 = k1_shared[(v5 + 8i)];
            let v236: f32 = bitcast<f32>(v235);
            let v237 = k1_shared[v5];
            let v238: f32 = bitcast<f32>(v237);
            let v246: u32 = bitcast<u32>(select(v236, v238, ((v236 < v238) | (2139095040u < (v235 & 2147483647u)))));
            k1_shared[v5] = v246;
        }
        workgroupBarrier();
        storageBarrier();
        if (v119) {
            let v252 = k1_shared[(v5 + 4i)];
            let v253: f32 = bitcast<f32>(v252);
            let v254 = k1_shared[v5];
            let v255: f32 = bitcast<f32>(v254);
            let v263: u32 = bitcast<u32>(select(v253, v255, ((v253 < v255) | (2139095040u < (v252 & 2147483647u)))));
            k1_shared[v5] = v263;
        }
        workgroupBarrier();
        storageBarrier();
        if (v132) {
            let v269 = k1_shared[(v5 + 2i)];
            let v270: f32 = bitcast<f32>(v269);
            let v271 = k1_shared[v5];
            let v272: f32 = bitcast<f32>(v271);
            let v280: u32 = bitcast<u32>(select(v270, v272, ((v270 < v272) | (2139095040u < (v269 & 2147483647u)))));
            k1_shared[v5] = v280;
        }
        workgroupBarrier();
        storageBarrier();
        if (v144) {
            let v286 = k1_shared[(v5 + 1i)];
            let v287: f32 = bitcast<f32>(v286);
            let v288 = k1_shared[v5];
            let v289: f32 = bitcast<f32>(v288);
            let v297: u32 = bitcast<u32>(select(v287, v289, ((v287 < v289) | (2139095040u < (v286 & 2147483647u)))));
            k1_shared[v5] = v297;
        }
        workgroupBarrier();
        storageBarrier();
        let v301 = k1_shared[0i];
        let v302: f32 = bitcast<f32>(v301);
        workgroupBarrier();
        storageBarrier();
        k1_shared[v5] = bitcast<u32>(min(2147483647i, select(2147483647i, v46, (v44 == v302))));
        workgroupBarrier();
        storageBarrier();
        if (v54) {
            let v311 = k1_shared[v5];
            let v314 = k1_shared[(v5 + 128i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v311), bitcast<i32>(v314)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v67) {
            let v322 = k1_shared[v5];
            let v325 = k1_shared[(v5 + 64i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v322), bitcast<i32>(v325)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v80) {
            let v333 = k1_shared[v5];
            let v336 = k1_shared[(v5 + 32i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v333), bitcast<i32>(v336)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v93) {
            let v344 = k1_shared[v5];
            let v347 = k1_shared[(v5 + 16i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v344), bitcast<i32>(v347)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v106) {
            let v355 = k1_shared[v5];
            let v358 = k1_shared[(v5 + 8i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v355), bitcast<i32>(v358)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v119) {
            let v366 = k1_shared[v5];
            let v369 = k1_shared[(v5 + 4i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v366), bitcast<i32>(v369)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v132) {
            let v377 = k1_shared[v5];
            let v380 = k1_shared[(v5 + 2i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v377), bitcast<i32>(v380)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v144) {
            let v388 = k1_shared[v5];
            let v391 = k1_shared[(v5 + 1i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v388), bitcast<i32>(v391)));
        }
        workgroupBarrier();
        storageBarrier();
        let v398: bool = (v5 == 0i);
        let v399 = k1_shared[0i];
        let v401: i32 = select(bitcast<i32>(v399), v159, v160);
        let v405: u32 = u32(max(select(v401, 0i, (v401 == 2147483647i)), 0i));
        let v407: f32 = select(v302, real(0x7fc00000u), v160);
        if (v398) {
            let v409_at = u32(0i + k1_at[0].z);
            k1_b2[v409_at] = v405;
        }
        if (v398) {
            let v412_at = u32(0i + k1_at[0].w);
            k1_b3[v412_at] = v407;
        }
    }
}
