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
            let v38: f32 = v21;
            let v44: bool = ((((bitcast<i32>(v33) & 2147483647i) <= 2139095040i) & (v33 <= v38)) | (2139095040i < (bitcast<i32>(v38) & 2147483647i)));
            let v45: bool = ((v18 <= v25) | v44);
            v21 = select(v33, v38, v45);
            v23 = select(v25, v23, v45);
        }
        let v53: f32 = v21;
        let v57: i32 = v23;
        let v59: i32 = min(2147483647i, select(2147483647i, v57, (2139095040i < (bitcast<i32>(v53) & 2147483647i))));
        let v60: i32 = (v16 / 1024i);
        workgroupBarrier();
        storageBarrier();
        k0_shared[v13] = bitcast<u32>(v59);
        workgroupBarrier();
        storageBarrier();
        let v66: bool = (v13 < 128i);
        if (v66) {
            let v68 = k0_shared[v13];
            let v71 = k0_shared[(v13 + 128i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v68), bitcast<i32>(v71)));
        }
        workgroupBarrier();
        storageBarrier();
        let v79: bool = (v13 < 64i);
        if (v79) {
            let v81 = k0_shared[v13];
            let v84 = k0_shared[(v13 + 64i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v81), bitcast<i32>(v84)));
        }
        workgroupBarrier();
        storageBarrier();
        let v92: bool = (v13 < 32i);
        if (v92) {
            let v94 = k0_shared[v13];
            let v97 = k0_shared[(v13 + 32i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v94), bitcast<i32>(v97)));
        }
        workgroupBarrier();
        storageBarrier();
        let v105: bool = (v13 < 16i);
        if (v105) {
            let v107 = k0_shared[v13];
            let v110 = k0_shared[(v13 + 16i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v107), bitcast<i32>(v110)));
        }
        workgroupBarrier();
        storageBarrier();
        let v118: bool = (v13 < 8i);
        if (v118) {
            let v120 = k0_shared[v13];
            let v123 = k0_shared[(v13 + 8i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v120), bitcast<i32>(v123)));
        }
        workgroupBarrier();
        storageBarrier();
        let v131: bool = (v13 < 4i);
        if (v131) {
            let v133 = k0_shared[v13];
            let v136 = k0_shared[(v13 + 4i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v133), bitcast<i32>(v136)));
        }
        workgroupBarrier();
        storageBarrier();
        let v144: bool = (v13 < 2i);
        if (v144) {
            let v146 = k0_shared[v13];
            let v149 = k0_shared[(v13 + 2i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v146), bitcast<i32>(v149)));
        }
        workgroupBarrier();
        storageBarrier();
        let v156: bool = (v13 < 1i);
        if (v156) {
            let v158 = k0_shared[v13];
            let v161 = k0_shared[(v13 + 1i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v158), bitcast<i32>(v161)));
        }
        workgroupBarrier();
        storageBarrier();
        let v170 = k0_shared[0i];
        let v171: i32 = bitcast<i32>(v170);
        let v172: bool = (v171 != 2147483647i);
        workgroupBarrier();
        storageBarrier();
        k0_shared[v13] = bitcast<u32>(select(real(0xff800000u), v53, (real(0xff800000u) < v53)));
        workgroupBarrier();
        storageBarrier();
        if (v66) {
            let v179 = k0_shared[(v13 + 128i)];
            let v180: f32 = bitcast<f32>(v179);
            let v181 = k0_shared[v13];
            let v182: f32 = bitcast<f32>(v181);
            let v190: u32 = bitcast<u32>(select(v180, v182, ((v180 < v182) | (2139095040u < (v179 & 2147483647u)))));
            k0_shared[v13] = v190;
        }
        workgroupBarrier();
        storageBarrier();
        if (v79) {
            let v196 = k0_shared[(v13 + 64i)];
            let v197: f32 = bitcast<f32>(v196);
            let v198 = k0_shared[v13];
            let v199: f32 = bitcast<f32>(v198);
            let v207: u32 = bitcast<u32>(select(v197, v199, ((v197 < v199) | (2139095040u < (v196 & 2147483647u)))));
            k0_shared[v13] = v207;
        }
        workgroupBarrier();
        storageBarrier();
        if (v92) {
            let v213 = k0_shared[(v13 + 32i)];
            let v214: f32 = bitcast<f32>(v213);
            let v215 = k0_shared[v13];
            let v216: f32 = bitcast<f32>(v215);
            let v224: u32 = bitcast<u32>(select(v214, v216, ((v214 < v216) | (2139095040u < (v213 & 2147483647u)))));
            k0_shared[v13] = v224;
        }
        workgroupBarrier();
        storageBarrier();
        if (v105) {
            let v230 = k0_shared[(v13 + 16i)];
            let v231: f32 = bitcast<f32>(v230);
            let v232 = k0_shared[v13];
            let v233: f32 = bitcast<f32>(v232);
            let v241: u32 = bitcast<u32>(select(v231, v233, ((v231 < v233) | (2139095040u < (v230 & 2147483647u)))));
            k0_shared[v13] = v241;
        }
        workgroupBarrier();
        storageBarrier();
        if (v118) {
            let v247 = k0_shared[(v13 + 8i)];
            let v248: f32 = bitcast<f32>(v247);
            let v249 = k0_shared[v13];
            let v250: f32 = bitcast<f32>(v249);
            let v258: u32 = bitcast<u32>(select(v248, v250, ((v248 < v250) | (2139095040u < (v247 & 2147483647u)))));
            k0_shared[v13] = v258;
        }
        workgroupBarrier();
        storageBarrier();
        if (v131) {
            let v264 = k0_shared[(v13 + 4i)];
            let v265: f32 = bitcast<f32>(v264);
            let v266 = k0_shared[v13];
            let v267: f32 = bitcast<f32>(v266);
            let v275: u32 = bitcast<u32>(select(v265, v267, ((v265 < v267) | (2139095040u < (v264 & 2147483647u)))));
            k0_shared[v13] = v275;
        }
        workgroupBarrier();
        storageBarrier();
        if (v144) {
            let v281 = k0_shared[(v13 + 2i)];
            let v282: f32 = bitcast<f32>(v281);
            let v283 = k0_shared[v13];
            let v284: f32 = bitcast<f32>(v283);
            let v292: u32 = bitcast<u32>(select(v282, v284, ((v282 < v284) | (2139095040u < (v281 & 2147483647u)))));
            k0_shared[v13] = v292;
        }
        workgroupBarrier();
        storageBarrier();
        if (v156) {
            let v298 = k0_shared[(v13 + 1i)];
            let v299: f32 = bitcast<f32>(v298);
            let v300 = k0_shared[v13];
            let v301: f32 = bitcast<f32>(v300);
            let v309: u32 = bitcast<u32>(select(v299, v301, ((v299 < v301) | (2139095040u < (v298 & 2147483647u)))));
            k0_shared[v13] = v309;
        }
        workgroupBarrier();
        storageBarrier();
        let v313 = k0_shared[0i];
        let v314: f32 = bitcast<f32>(v313);
        let v319: f32 = select(v314, real(0x7fc00000u), v172);
        workgroupBarrier();
        storageBarrier();
        k0_shared[v13] = bitcast<u32>(min(2147483647i, select(2147483647i, v57, (v53 == v314))));
        workgroupBarrier();
        storageBarrier();
        if (v66) {
            let v325 = k0_shared[v13];
            let v328 = k0_shared[(v13 + 128i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v325), bitcast<i32>(v328)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v79) {
            let v336 = k0_shared[v13];
            let v339 = k0_shared[(v13 + 64i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v336), bitcast<i32>(v339)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v92) {
            let v347 = k0_shared[v13];
            let v350 = k0_shared[(v13 + 32i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v347), bitcast<i32>(v350)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v105) {
            let v358 = k0_shared[v13];
            let v361 = k0_shared[(v13 + 16i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v358), bitcast<i32>(v361)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v118) {
            let v369 = k0_shared[v13];
            let v372 = k0_shared[(v13 + 8i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v369), bitcast<i32>(v372)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v131) {
            let v380 = k0_shared[v13];
            let v383 = k0_shared[(v13 + 4i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v380), bitcast<i32>(v383)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v144) {
            let v391 = k0_shared[v13];
            let v394 = k0_shared[(v13 + 2i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v391), bitcast<i32>(v394)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v156) {
            let v402 = k0_shared[v13];
            let v405 = k0_shared[(v13 + 1i)];
            k0_shared[v13] = bitcast<u32>(min(bitcast<i32>(v402), bitcast<i32>(v405)));
        }
        workgroupBarrier();
        storageBarrier();
        let v412: bool = (v13 == 0i);
        let v413 = k0_shared[0i];
        let v415: i32 = select(bitcast<i32>(v413), v171, v172);
        if (v412) {
            if (((0i <= v60) & (v60 < 149i))) {
                let v421_at = u32(v60 + k0_at[0].y);
                k0_b1[v421_at] = v319;
            }
        }
        if (v412) {
            if (((0i <= v60) & (v60 < 149i))) {
                let v429_at = u32(v60 + k0_at[0].z);
                k0_b2[v429_at] = v415;
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
            let v33: f32 = v16;
            let v39: bool = ((((bitcast<i32>(v28) & 2147483647i) <= 2139095040i) & (v28 <= v33)) | (2139095040i < (bitcast<i32>(v33) & 2147483647i)));
            let v40: bool = ((v14 <= v20) | v39);
            v16 = select(v28, v33, v40);
            let v44_at = u32(v25 + k1_at[0].y);
            let v44 = k1_b1[v44_at];
            v18 = select(select(0i, v44, v24), v18, v40);
        }
        let v50: f32 = v16;
        let v54: i32 = v18;
        let v56: i32 = min(2147483647i, select(2147483647i, v54, (2139095040i < (bitcast<i32>(v50) & 2147483647i))));
        workgroupBarrier();
        storageBarrier();
        k1_shared[v5] = bitcast<u32>(v56);
        workgroupBarrier();
        storageBarrier();
        let v62: bool = (v5 < 128i);
        if (v62) {
            let v64 = k1_shared[v5];
            let v67 = k1_shared[(v5 + 128i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v64), bitcast<i32>(v67)));
        }
        workgroupBarrier();
        storageBarrier();
        let v75: bool = (v5 < 64i);
        if (v75) {
            let v77 = k1_shared[v5];
            let v80 = k1_shared[(v5 + 64i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v77), bitcast<i32>(v80)));
        }
        workgroupBarrier();
        storageBarrier();
        let v88: bool = (v5 < 32i);
        if (v88) {
            let v90 = k1_shared[v5];
            let v93 = k1_shared[(v5 + 32i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v90), bitcast<i32>(v93)));
        }
        workgroupBarrier();
        storageBarrier();
        let v101: bool = (v5 < 16i);
        if (v101) {
            let v103 = k1_shared[v5];
            let v106 = k1_shared[(v5 + 16i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v103), bitcast<i32>(v106)));
        }
        workgroupBarrier();
        storageBarrier();
        let v114: bool = (v5 < 8i);
        if (v114) {
            let v116 = k1_shared[v5];
            let v119 = k1_shared[(v5 + 8i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v116), bitcast<i32>(v119)));
        }
        workgroupBarrier();
        storageBarrier();
        let v127: bool = (v5 < 4i);
        if (v127) {
            let v129 = k1_shared[v5];
            let v132 = k1_shared[(v5 + 4i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v129), bitcast<i32>(v132)));
        }
        workgroupBarrier();
        storageBarrier();
        let v140: bool = (v5 < 2i);
        if (v140) {
            let v142 = k1_shared[v5];
            let v145 = k1_shared[(v5 + 2i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v142), bitcast<i32>(v145)));
        }
        workgroupBarrier();
        storageBarrier();
        let v152: bool = (v5 < 1i);
        if (v152) {
            let v154 = k1_shared[v5];
            let v157 = k1_shared[(v5 + 1i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v154), bitcast<i32>(v157)));
        }
        workgroupBarrier();
        storageBarrier();
        let v166 = k1_shared[0i];
        let v167: i32 = bitcast<i32>(v166);
        let v168: bool = (v167 != 2147483647i);
        workgroupBarrier();
        storageBarrier();
        k1_shared[v5] = bitcast<u32>(select(real(0xff800000u), v50, (real(0xff800000u) < v50)));
        workgroupBarrier();
        storageBarrier();
        if (v62) {
            let v175 = k1_shared[(v5 + 128i)];
            let v176: f32 = bitcast<f32>(v175);
            let v177 = k1_shared[v5];
            let v178: f32 = bitcast<f32>(v177);
            let v186: u32 = bitcast<u32>(select(v176, v178, ((v176 < v178) | (2139095040u < (v175 & 2147483647u)))));
            k1_shared[v5] = v186;
        }
        workgroupBarrier();
        storageBarrier();
        if (v75) {
            let v192 = k1_shared[(v5 + 64i)];
            let v193: f32 = bitcast<f32>(v192);
            let v194 = k1_shared[v5];
            let v195: f32 = bitcast<f32>(v194);
            let v203: u32 = bitcast<u32>(select(v193, v195, ((v193 < v195) | (2139095040u < (v192 & 2147483647u)))));
            k1_shared[v5] = v203;
        }
        workgroupBarrier();
        storageBarrier();
        if (v88) {
            let v209 = k1_shared[(v5 + 32i)];
            let v210: f32 = bitcast<f32>(v209);
            let v211 = k1_shared[v5];
            let v212: f32 = bitcast<f32>(v211);
            let v220: u32 = bitcast<u32>(select(v210, v212, ((v210 < v212) | (2139095040u < (v209 & 2147483647u)))));
            k1_shared[v5] = v220;
        }
        workgroupBarrier();
        storageBarrier();
        if (v101) {
            let v226 = k1_shared[(v5 + 16i)];
            let v227: f32 = bitcast<f32>(v226);
            let v228 = k1_shared[v5];
            let v229: f32 = bitcast<f32>(v228);
            let v237: u32 = bitcast<u32>(select(v227, v229, ((v227 < v229) | (2139095040u < (v226 & 2147483647u)))));
            k1_shared[v5] = v237;
        }
        workgroupBarrier();
        storageBarrier();
        if (v114) {
            let v243 = k1_shared[(v5 + 8i)];
            let v244: f32 = bitcast<f32>(v243);
            let v245 = k1_shared[v5];
            let v246: f32 = bitcast<f32>(v245);
            let v254: u32 = bitcast<u32>(select(v244, v246, ((v244 < v246) | (2139095040u < (v243 & 2147483647u)))));
            k1_shared[v5] = v254;
        }
        workgroupBarrier();
        storageBarrier();
        if (v127) {
            let v260 = k1_shared[(v5 + 4i)];
            let v261: f32 = bitcast<f32>(v260);
            let v262 = k1_shared[v5];
            let v263: f32 = bitcast<f32>(v262);
            let v271: u32 = bitcast<u32>(select(v261, v263, ((v261 < v263) | (2139095040u < (v260 & 2147483647u)))));
            k1_shared[v5] = v271;
        }
        workgroupBarrier();
        storageBarrier();
        if (v140) {
            let v277 = k1_shared[(v5 + 2i)];
            let v278: f32 = bitcast<f32>(v277);
            let v279 = k1_shared[v5];
            let v280: f32 = bitcast<f32>(v279);
            let v288: u32 = bitcast<u32>(select(v278, v280, ((v278 < v280) | (2139095040u < (v277 & 2147483647u)))));
            k1_shared[v5] = v288;
        }
        workgroupBarrier();
        storageBarrier();
        if (v152) {
            let v294 = k1_shared[(v5 + 1i)];
            let v295: f32 = bitcast<f32>(v294);
            let v296 = k1_shared[v5];
            let v297: f32 = bitcast<f32>(v296);
            let v305: u32 = bitcast<u32>(select(v295, v297, ((v295 < v297) | (2139095040u < (v294 & 2147483647u)))));
            k1_shared[v5] = v305;
        }
        workgroupBarrier();
        storageBarrier();
        let v309 = k1_shared[0i];
        let v310: f32 = bitcast<f32>(v309);
        workgroupBarrier();
        storageBarrier();
        k1_shared[v5] = bitcast<u32>(min(2147483647i, select(2147483647i, v54, (v50 == v310))));
        workgroupBarrier();
        storageBarrier();
        if (v62) {
            let v319 = k1_shared[v5];
            let v322 = k1_shared[(v5 + 128i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v319), bitcast<i32>(v322)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v75) {
            let v330 = k1_shared[v5];
            let v333 = k1_shared[(v5 + 64i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v330), bitcast<i32>(v333)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v88) {
            let v341 = k1_shared[v5];
            let v344 = k1_shared[(v5 + 32i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v341), bitcast<i32>(v344)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v101) {
            let v352 = k1_shared[v5];
            let v355 = k1_shared[(v5 + 16i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v352), bitcast<i32>(v355)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v114) {
            let v363 = k1_shared[v5];
            let v366 = k1_shared[(v5 + 8i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v363), bitcast<i32>(v366)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v127) {
            let v374 = k1_shared[v5];
            let v377 = k1_shared[(v5 + 4i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v374), bitcast<i32>(v377)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v140) {
            let v385 = k1_shared[v5];
            let v388 = k1_shared[(v5 + 2i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v385), bitcast<i32>(v388)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v152) {
            let v396 = k1_shared[v5];
            let v399 = k1_shared[(v5 + 1i)];
            k1_shared[v5] = bitcast<u32>(min(bitcast<i32>(v396), bitcast<i32>(v399)));
        }
        workgroupBarrier();
        storageBarrier();
        let v406: bool = (v5 == 0i);
        let v407 = k1_shared[0i];
        let v409: i32 = select(bitcast<i32>(v407), v167, v168);
        let v413: u32 = u32(max(select(v409, 0i, (v409 == 2147483647i)), 0i));
        let v415: f32 = select(v310, real(0x7fc00000u), v168);
        if (v406) {
            let v417_at = u32(0i + k1_at[0].z);
            k1_b2[v417_at] = v413;
        }
        if (v406) {
            let v420_at = u32(0i + k1_at[0].w);
            k1_b3[v420_at] = v415;
        }
    }
}
