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
            let v29: bool = ((0i <= v25) & (v25 < 151936i));
            let v31_at = u32(select(0i, v25, v29) + k0_at[0].x);
            let v31 = k0_b0[v31_at];
            let v33: f32 = select(0f, v31, v29);
            let v34: f32 = v21;
            let v38: bool = ((v18 <= v25) | ((v33 <= v34) | (v34 != v34)));
            v21 = select(v33, v34, v38);
            v23 = select(v25, v23, v38);
        }
        let v45: f32 = v21;
        let v47: i32 = v23;
        let v50: i32 = (v16 / 1024i);
        workgroupBarrier();
        storageBarrier();
        k0_shared[v13] = bitcast<u32>(min(2147483647i, select(2147483647i, v47, (v45 != v45))));
        workgroupBarrier();
        storageBarrier();
        let v56: bool = (v13 < 128i);
        if (v56) {
            let v58 = k0_shared[v13];
            let v61 = k0_shared[(v13 + 128i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v58), bitcast<i32>(v61)));
        }
        workgroupBarrier();
        storageBarrier();
        let v69: bool = (v13 < 64i);
        if (v69) {
            let v71 = k0_shared[v13];
            let v74 = k0_shared[(v13 + 64i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v71), bitcast<i32>(v74)));
        }
        workgroupBarrier();
        storageBarrier();
        let v82: bool = (v13 < 32i);
        if (v82) {
            let v84 = k0_shared[v13];
            let v87 = k0_shared[(v13 + 32i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v84), bitcast<i32>(v87)));
        }
        workgroupBarrier();
        storageBarrier();
        let v95: bool = (v13 < 16i);
        if (v95) {
            let v97 = k0_shared[v13];
            let v100 = k0_shared[(v13 + 16i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v97), bitcast<i32>(v100)));
        }
        workgroupBarrier();
        storageBarrier();
        let v108: bool = (v13 < 8i);
        if (v108) {
            let v110 = k0_shared[v13];
            let v113 = k0_shared[(v13 + 8i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v110), bitcast<i32>(v113)));
        }
        workgroupBarrier();
        storageBarrier();
        let v121: bool = (v13 < 4i);
        if (v121) {
            let v123 = k0_shared[v13];
            let v126 = k0_shared[(v13 + 4i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v123), bitcast<i32>(v126)));
        }
        workgroupBarrier();
        storageBarrier();
        let v134: bool = (v13 < 2i);
        if (v134) {
            let v136 = k0_shared[v13];
            let v139 = k0_shared[(v13 + 2i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v136), bitcast<i32>(v139)));
        }
        workgroupBarrier();
        storageBarrier();
        let v146: bool = (v13 < 1i);
        if (v146) {
            let v148 = k0_shared[v13];
            let v151 = k0_shared[(v13 + 1i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v148), bitcast<i32>(v151)));
        }
        workgroupBarrier();
        storageBarrier();
        let v160 = k0_shared[0i];
        let v161: i32 = bitcast<i32>(v160);
        let v162: bool = (v161 != 2147483647i);
        workgroupBarrier();
        storageBarrier();
        k0_shared[v13] = bitcast<u32>(select(real(0xff800000u), v45, (real(0xff800000u) < v45)));
        workgroupBarrier();
        storageBarrier();
        if (v56) {
            let v169 = k0_shared[(v13 + 128i)];
            let v170: f32 = bitcast<f32>(v169);
            let v171 = k0_shared[v13];
            let v172: f32 = bitcast<f32>(v171);
            let v180: u32 = bitcast<u32>(select(v170, v172, ((v170 < v172) | (2139095040u < (v169 & 2147483647u)))));
            k0_shared[v13] = v180;
        }
        workgroupBarrier();
        storageBarrier();
        if (v69) {
            let v186 = k0_shared[(v13 + 64i)];
            let v187: f32 = bitcast<f32>(v186);
            let v188 = k0_shared[v13];
            let v189: f32 = bitcast<f32>(v188);
            let v197: u32 = bitcast<u32>(select(v187, v189, ((v187 < v189) | (2139095040u < (v186 & 2147483647u)))));
            k0_shared[v13] = v197;
        }
        workgroupBarrier();
        storageBarrier();
        if (v82) {
            let v203 = k0_shared[(v13 + 32i)];
            let v204: f32 = bitcast<f32>(v203);
            let v205 = k0_shared[v13];
            let v206: f32 = bitcast<f32>(v205);
            let v214: u32 = bitcast<u32>(select(v204, v206, ((v204 < v206) | (2139095040u < (v203 & 2147483647u)))));
            k0_shared[v13] = v214;
        }
        workgroupBarrier();
        storageBarrier();
        if (v95) {
            let v220 = k0_shared[(v13 + 16i)];
            let v221: f32 = bitcast<f32>(v220);
            let v222 = k0_shared[v13];
            let v223: f32 = bitcast<f32>(v222);
            let v231: u32 = bitcast<u32>(select(v221, v223, ((v221 < v223) | (2139095040u < (v220 & 2147483647u)))));
            k0_shared[v13] = v231;
        }
        workgroupBarrier();
        storageBarrier();
        if (v108) {
            let v237 = k0_shared[(v13 + 8i)];
            let v238: f32 = bitcast<f32>(v237);
            let v239 = k0_shared[v13];
            let v240: f32 = bitcast<f32>(v239);
            let v248: u32 = bitcast<u32>(select(v238, v240, ((v238 < v240) | (2139095040u < (v237 & 2147483647u)))));
            k0_shared[v13] = v248;
        }
        workgroupBarrier();
        storageBarrier();
        if (v121) {
            let v254 = k0_shared[(v13 + 4i)];
            let v255: f32 = bitcast<f32>(v254);
            let v256 = k0_shared[v13];
            let v257: f32 = bitcast<f32>(v256);
            let v265: u32 = bitcast<u32>(select(v255, v257, ((v255 < v257) | (2139095040u < (v254 & 2147483647u)))));
            k0_shared[v13] = v265;
        }
        workgroupBarrier();
        storageBarrier();
        if (v134) {
            let v271 = k0_shared[(v13 + 2i)];
            let v272: f32 = bitcast<f32>(v271);
            let v273 = k0_shared[v13];
            let v274: f32 = bitcast<f32>(v273);
            let v282: u32 = bitcast<u32>(select(v272, v274, ((v272 < v274) | (2139095040u < (v271 & 2147483647u)))));
            k0_shared[v13] = v282;
        }
        workgroupBarrier();
        storageBarrier();
        if (v146) {
            let v288 = k0_shared[(v13 + 1i)];
            let v289: f32 = bitcast<f32>(v288);
            let v290 = k0_shared[v13];
            let v291: f32 = bitcast<f32>(v290);
            let v299: u32 = bitcast<u32>(select(v289, v291, ((v289 < v291) | (2139095040u < (v288 & 2147483647u)))));
            k0_shared[v13] = v299;
        }
        workgroupBarrier();
        storageBarrier();
        let v303 = k0_shared[0i];
        let v304: f32 = bitcast<f32>(v303);
        let v309: f32 = select(v304, real(0x7fc00000u), v162);
        workgroupBarrier();
        storageBarrier();
        k0_shared[v13] = bitcast<u32>(min(2147483647i, select(2147483647i, v47, (v45 == v304))));
        workgroupBarrier();
        storageBarrier();
        if (v56) {
            let v315 = k0_shared[v13];
            let v318 = k0_shared[(v13 + 128i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v315), bitcast<i32>(v318)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v69) {
            let v326 = k0_shared[v13];
            let v329 = k0_shared[(v13 + 64i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v326), bitcast<i32>(v329)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v82) {
            let v337 = k0_shared[v13];
            let v340 = k0_shared[(v13 + 32i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v337), bitcast<i32>(v340)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v95) {
            let v348 = k0_shared[v13];
            let v351 = k0_shared[(v13 + 16i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v348), bitcast<i32>(v351)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v108) {
            let v359 = k0_shared[v13];
            let v362 = k0_shared[(v13 + 8i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v359), bitcast<i32>(v362)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v121) {
            let v370 = k0_shared[v13];
            let v373 = k0_shared[(v13 + 4i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v370), bitcast<i32>(v373)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v134) {
            let v381 = k0_shared[v13];
            let v384 = k0_shared[(v13 + 2i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v381), bitcast<i32>(v384)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v146) {
            let v392 = k0_shared[v13];
            let v395 = k0_shared[(v13 + 1i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v392), bitcast<i32>(v395)));
        }
        workgroupBarrier();
        storageBarrier();
        let v402: bool = (v13 == 0i);
        let v403 = k0_shared[0i];
        let v405: i32 = select(bitcast<i32>(v403), v161, v162);
        if (v402) {
            if (((0i <= v50) & (v50 < 149i))) {
                let v411_at = u32(v50 + k0_at[0].y);
                k0_b1[v411_at] = v309;
            }
        }
        if (v402) {
            if (((0i <= v50) & (v50 < 149i))) {
                let v419_at = u32(v50 + k0_at[0].z);
                k0_b2[v419_at] = v405;
            }
        }
    }
}

// tessera kernel argmax_greedy__final entry k_ts_argmax_greedy__final wide 0 params i32:val:32:149,i32:idx:32:149,o32:token:32:1,o32:top:32:1 sizes 1 threads 256 teams 1 count 1 shared 2048 cost 1
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
        for (var v19: i32 = 0i; v19 < v14; v19 += 256i) {
            let v20: i32 = (v19 + v5);
            let v24: bool = ((0i <= v20) & (v20 < 149i));
            let v25: i32 = select(0i, v20, v24);
            let v26_at = u32(v25 + k1_at[0].x);
            let v26 = k1_b0[v26_at];
            let v28: f32 = select(0f, v26, v24);
            let v29: f32 = v16;
            let v33: bool = ((v14 <= v20) | ((v28 <= v29) | (v29 != v29)));
            v16 = select(v28, v29, v33);
            let v37_at = u32(v25 + k1_at[0].y);
            let v37 = k1_b1[v37_at];
            v18 = select(select(0i, v37, v24), v18, v33);
        }
        let v42: f32 = v16;
        let v44: i32 = v18;
        workgroupBarrier();
        storageBarrier();
        k1_shared[v5] = bitcast<u32>(min(2147483647i, select(2147483647i, v44, (v42 != v42))));
        workgroupBarrier();
        storageBarrier();
        let v52: bool = (v5 < 128i);
        if (v52) {
            let v54 = k1_shared[v5];
            let v57 = k1_shared[(v5 + 128i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v54), bitcast<i32>(v57)));
        }
        workgroupBarrier();
        storageBarrier();
        let v65: bool = (v5 < 64i);
        if (v65) {
            let v67 = k1_shared[v5];
            let v70 = k1_shared[(v5 + 64i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v67), bitcast<i32>(v70)));
        }
        workgroupBarrier();
        storageBarrier();
        let v78: bool = (v5 < 32i);
        if (v78) {
            let v80 = k1_shared[v5];
            let v83 = k1_shared[(v5 + 32i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v80), bitcast<i32>(v83)));
        }
        workgroupBarrier();
        storageBarrier();
        let v91: bool = (v5 < 16i);
        if (v91) {
            let v93 = k1_shared[v5];
            let v96 = k1_shared[(v5 + 16i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v93), bitcast<i32>(v96)));
        }
        workgroupBarrier();
        storageBarrier();
        let v104: bool = (v5 < 8i);
        if (v104) {
            let v106 = k1_shared[v5];
            let v109 = k1_shared[(v5 + 8i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v106), bitcast<i32>(v109)));
        }
        workgroupBarrier();
        storageBarrier();
        let v117: bool = (v5 < 4i);
        if (v117) {
            let v119 = k1_shared[v5];
            let v122 = k1_shared[(v5 + 4i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v119), bitcast<i32>(v122)));
        }
        workgroupBarrier();
        storageBarrier();
        let v130: bool = (v5 < 2i);
        if (v130) {
            let v132 = k1_shared[v5];
            let v135 = k1_shared[(v5 + 2i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v132), bitcast<i32>(v135)));
        }
        workgroupBarrier();
        storageBarrier();
        let v142: bool = (v5 < 1i);
        if (v142) {
            let v144 = k1_shared[v5];
            let v147 = k1_shared[(v5 + 1i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v144), bitcast<i32>(v147)));
        }
        workgroupBarrier();
        storageBarrier();
        let v156 = k1_shared[0i];
        let v157: i32 = bitcast<i32>(v156);
        let v158: bool = (v157 != 2147483647i);
        workgroupBarrier();
        storageBarrier();
        k1_shared[v5] = bitcast<u32>(select(real(0xff800000u), v42, (real(0xff800000u) < v42)));
        workgroupBarrier();
        storageBarrier();
        if (v52) {
            let v165 = k1_shared[(v5 + 128i)];
            let v166: f32 = bitcast<f32>(v165);
            let v167 = k1_shared[v5];
            let v168: f32 = bitcast<f32>(v167);
            let v176: u32 = bitcast<u32>(select(v166, v168, ((v166 < v168) | (2139095040u < (v165 & 2147483647u)))));
            k1_shared[v5] = v176;
        }
        workgroupBarrier();
        storageBarrier();
        if (v65) {
            let v182 = k1_shared[(v5 + 64i)];
            let v183: f32 = bitcast<f32>(v182);
            let v184 = k1_shared[v5];
            let v185: f32 = bitcast<f32>(v184);
            let v193: u32 = bitcast<u32>(select(v183, v185, ((v183 < v185) | (2139095040u < (v182 & 2147483647u)))));
            k1_shared[v5] = v193;
        }
        workgroupBarrier();
        storageBarrier();
        if (v78) {
            let v199 = k1_shared[(v5 + 32i)];
            let v200: f32 = bitcast<f32>(v199);
            let v201 = k1_shared[v5];
            let v202: f32 = bitcast<f32>(v201);
            let v210: u32 = bitcast<u32>(select(v200, v202, ((v200 < v202) | (2139095040u < (v199 & 2147483647u)))));
            k1_shared[v5] = v210;
        }
        workgroupBarrier();
        storageBarrier();
        if (v91) {
            let v216 = k1_shared[(v5 + 16i)];
            let v217: f32 = bitcast<f32>(v216);
            let v218 = k1_shared[v5];
            let v219: f32 = bitcast<f32>(v218);
            let v227: u32 = bitcast<u32>(select(v217, v219, ((v217 < v219) | (2139095040u < (v216 & 2147483647u)))));
            k1_shared[v5] = v227;
        }
        workgroupBarrier();
        storageBarrier();
        if (v104) {
            let v233 = k1_shared[(v5 + 8i)];
            let v234: f32 = bitcast<f32>(v233);
            let v235 = k1_shared[v5];
            let v236: f32 = bitcast<f32>(v235);
            let v244: u32 = bitcast<u32>(select(v234, v236, ((v234 < v236) | (2139095040u < (v233 & 2147483647u)))));
            k1_shared[v5] = v244;
        }
        workgroupBarrier();
        storageBarrier();
        if (v117) {
            let v250 = k1_shared[(v5 + 4i)];
            let v251: f32 = bitcast<f32>(v250);
            let v252 = k1_shared[v5];
            let v253: f32 = bitcast<f32>(v252);
            let v261: u32 = bitcast<u32>(select(v251, v253, ((v251 < v253) | (2139095040u < (v250 & 2147483647u)))));
            k1_shared[v5] = v261;
        }
        workgroupBarrier();
        storageBarrier();
        if (v130) {
            let v267 = k1_shared[(v5 + 2i)];
            let v268: f32 = bitcast<f32>(v267);
            let v269 = k1_shared[v5];
            let v270: f32 = bitcast<f32>(v269);
            let v278: u32 = bitcast<u32>(select(v268, v270, ((v268 < v270) | (2139095040u < (v267 & 2147483647u)))));
            k1_shared[v5] = v278;
        }
        workgroupBarrier();
        storageBarrier();
        if (v142) {
            let v284 = k1_shared[(v5 + 1i)];
            let v285: f32 = bitcast<f32>(v284);
            let v286 = k1_shared[v5];
            let v287: f32 = bitcast<f32>(v286);
            let v295: u32 = bitcast<u32>(select(v285, v287, ((v285 < v287) | (2139095040u < (v284 & 2147483647u)))));
            k1_shared[v5] = v295;
        }
        workgroupBarrier();
        storageBarrier();
        let v299 = k1_shared[0i];
        let v300: f32 = bitcast<f32>(v299);
        workgroupBarrier();
        storageBarrier();
        k1_shared[v5] = bitcast<u32>(min(2147483647i, select(2147483647i, v44, (v42 == v300))));
        workgroupBarrier();
        storageBarrier();
        if (v52) {
            let v309 = k1_shared[v5];
            let v312 = k1_shared[(v5 + 128i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v309), bitcast<i32>(v312)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v65) {
            let v320 = k1_shared[v5];
            let v323 = k1_shared[(v5 + 64i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v320), bitcast<i32>(v323)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v78) {
            let v331 = k1_shared[v5];
            let v334 = k1_shared[(v5 + 32i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v331), bitcast<i32>(v334)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v91) {
            let v342 = k1_shared[v5];
            let v345 = k1_shared[(v5 + 16i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v342), bitcast<i32>(v345)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v104) {
            let v353 = k1_shared[v5];
            let v356 = k1_shared[(v5 + 8i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v353), bitcast<i32>(v356)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v117) {
            let v364 = k1_shared[v5];
            let v367 = k1_shared[(v5 + 4i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v364), bitcast<i32>(v367)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v130) {
            let v375 = k1_shared[v5];
            let v378 = k1_shared[(v5 + 2i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v375), bitcast<i32>(v378)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v142) {
            let v386 = k1_shared[v5];
            let v389 = k1_shared[(v5 + 1i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v386), bitcast<i32>(v389)));
        }
        workgroupBarrier();
        storageBarrier();
        let v396: bool = (v5 == 0i);
        let v397 = k1_shared[0i];
        let v399: i32 = select(bitcast<i32>(v397), v157, v158);
        let v403: u32 = u32(max(select(v399, 0i, (v399 == 2147483647i)), 0i));
        let v405: f32 = select(v300, real(0x7fc00000u), v158);
        if (v396) {
            let v407_at = u32(0i + k1_at[0].z);
            k1_b2[v407_at] = v403;
        }
        if (v396) {
            let v410_at = u32(0i + k1_at[0].w);
            k1_b3[v410_at] = v405;
        }
    }
}
