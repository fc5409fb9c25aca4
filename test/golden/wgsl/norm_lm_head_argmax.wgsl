// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

// tessera kernel norm_lm_head_argmax entry k_ts_norm_lm_head_argmax wide 0 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:151936*1536,o32:logits:32:151936,w32:val:32:9496,w32:idx:32:9496 sizes 1 threads 32 teams 1 count 9496 shared 256 cost 983041
@group(0) @binding(0) var<storage, read> k0_b0: array<f32>; // x
@group(0) @binding(1) var<storage, read> k0_b1: array<u32>; // gamma
@group(0) @binding(2) var<storage, read> k0_b2: array<u32>; // w
@group(0) @binding(3) var<storage, read_write> k0_b3: array<f32>; // logits
@group(0) @binding(4) var<storage, read_write> k0_b4: array<f32>; // val
@group(0) @binding(5) var<storage, read_write> k0_b5: array<i32>; // idx
@group(0) @binding(6) var<uniform> k0_at: array<vec4<i32>, 2>; // offsets, sizes
var<workgroup> k0_shared: array<u32, 64>;
@compute @workgroup_size(32)
fn k_ts_norm_lm_head_argmax(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v5: i32 = i32(thread);
    for (var v9: i32 = v1; v9 < 9496i; v9 += v3) {
        let v13: i32 = (v5 * 8i);
        let v14: i32 = (v13 + 1i);
        let v16: i32 = (v13 + 2i);
        let v18: i32 = (v13 + 3i);
        let v20: i32 = (v13 + 4i);
        let v22: i32 = (v13 + 5i);
        let v24: i32 = (v13 + 6i);
        let v26: i32 = (v13 + 7i);
        let v27: i32 = (v9 * 16i);
        let v29: i32 = min(151936i, (v27 + 16i));
        let v30: i32 = k0_at[1].z;
        var v31: f32 = 0f;
        var v32: f32 = 0f;
        var v33: f32 = 0f;
        var v34: f32 = 0f;
        var v35: f32 = 0f;
        var v36: f32 = 0f;
        var v37: f32 = 0f;
        var v38: f32 = 0f;
        for (var v40: i32 = 0i; v40 < 1536i; v40 += 256i) {
            let v42_at = u32((v40 + v13) + k0_at[0].x);
            let v42 = k0_b0[v42_at];
            let v46_at = u32((v40 + v14) + k0_at[0].x);
            let v46 = k0_b0[v46_at];
            let v48_at = u32((v40 + v16) + k0_at[0].x);
            let v48 = k0_b0[v48_at];
            let v50_at = u32((v40 + v18) + k0_at[0].x);
            let v50 = k0_b0[v50_at];
            let v52_at = u32((v40 + v20) + k0_at[0].x);
            let v52 = k0_b0[v52_at];
            let v54_at = u32((v40 + v22) + k0_at[0].x);
            let v54 = k0_b0[v54_at];
            let v56_at = u32((v40 + v24) + k0_at[0].x);
            let v56 = k0_b0[v56_at];
            let v58_at = u32((v40 + v26) + k0_at[0].x);
            let v58 = k0_b0[v58_at];
            v31 = fma(v42, v42, v31);
            v32 = fma(v46, v46, v32);
            v33 = fma(v48, v48, v33);
            v34 = fma(v50, v50, v34);
            v35 = fma(v52, v52, v35);
            v36 = fma(v54, v54, v36);
            v37 = fma(v56, v56, v37);
            v38 = fma(v58, v58, v38);
        }
        let v90: f32 = ((((v31 + v32) + v33) + v34) + v35);
        workgroupBarrier();
        storageBarrier();
        let v98: u32 = bitcast<u32>((((v90 + v36) + v37) + v38));
        k0_shared[v5] = v98;
        workgroupBarrier();
        storageBarrier();
        let v101: bool = (v5 < 16i);
        if (v101) {
            let v103 = k0_shared[v5];
            let v106 = k0_shared[(v5 + 16i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v103) + bitcast<f32>(v106)));
        }
        workgroupBarrier();
        storageBarrier();
        let v113: bool = (v5 < 8i);
        if (v113) {
            let v115 = k0_shared[v5];
            let v118 = k0_shared[(v5 + 8i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v115) + bitcast<f32>(v118)));
        }
        workgroupBarrier();
        storageBarrier();
        let v125: bool = (v5 < 4i);
        if (v125) {
            let v127 = k0_shared[v5];
            let v130 = k0_shared[(v5 + 4i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v127) + bitcast<f32>(v130)));
        }
        workgroupBarrier();
        storageBarrier();
        let v137: bool = (v5 < 2i);
        if (v137) {
            let v139 = k0_shared[v5];
            let v142 = k0_shared[(v5 + 2i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v139) + bitcast<f32>(v142)));
        }
        workgroupBarrier();
        storageBarrier();
        let v149: bool = (v5 < 1i);
        if (v149) {
            let v151 = k0_shared[v5];
            let v154 = k0_shared[(v5 + 1i)];
            k0_shared[v5] = bitcast<u32>((bitcast<f32>(v151) + bitcast<f32>(v154)));
        }
        workgroupBarrier();
        storageBarrier();
        let v162 = k0_shared[0i];
        let v168: f32 = inverseSqrt(((bitcast<f32>(v162) / 1536f) + 9.99999997e-07f));
        var v169: f32 = real(0xff800000u);
        var v171: i32 = 2147483647i;
        let v173: u32 = bitcast<u32>(v27);
        let v179: u32 = (v173 + (((bitcast<u32>(v29) - v173) / 2u) * 2u));
        let v181: i32 = select(v27, bitcast<i32>(v179), (v27 < v29));
        for (var v182: i32 = v27; v182 < v181; v182 += 2i) {
            let v183: i32 = (v182 * 1536i);
            let v184: i32 = (v182 + 1i);
            let v185: i32 = (v184 * 1536i);
            var v186: f32 = 0f;
            var v187: f32 = 0f;
            var v188: f32 = 0f;
            var v189: f32 = 0f;
            var v190: f32 = 0f;
            var v191: f32 = 0f;
            var v192: f32 = 0f;
            var v193: f32 = 0f;
            var v194: f32 = 0f;
            var v195: f32 = 0f;
            var v196: f32 = 0f;
            var v197: f32 = 0f;
            var v198: f32 = 0f;
            var v199: f32 = 0f;
            var v200: f32 = 0f;
            var v201: f32 = 0f;
            for (var v202: i32 = 0i; v202 < 1536i; v202 += 256i) {
                let v203: i32 = (v202 + v13);
                let v205_at = u32((v183 + v203) + k0_at[0].z);
                let v205 = extractBits(k0_b2[v205_at >> 1u], (v205_at & 1u) * 16u, 16u);
                let v209_at = u32(v203 + k0_at[0].x);
                let v209 = k0_b0[v209_at];
                let v210_at = u32(v203 + k0_at[0].y);
                let v210 = extractBits(k0_b1[v210_at >> 1u], (v210_at & 1u) * 16u, 16u);
                let v213: f32 = (v209 * bitcast<f32>((v210 << 16u)));
                let v216: i32 = (v202 + v14);
                let v217_at = u32(v216 + k0_at[0].x);
                let v217 = k0_b0[v217_at];
                let v218_at = u32(v216 + k0_at[0].y);
                let v218 = extractBits(k0_b1[v218_at >> 1u], (v218_at & 1u) * 16u, 16u);
                let v221: f32 = (v217 * bitcast<f32>((v218 << 16u)));
                let v222: i32 = (v202 + v16);
                let v223_at = u32(v222 + k0_at[0].x);
                let v223 = k0_b0[v223_at];
                let v224_at = u32(v222 + k0_at[0].y);
                let v224 = extractBits(k0_b1[v224_at >> 1u], (v224_at & 1u) * 16u, 16u);
                let v227: f32 = (v223 * bitcast<f32>((v224 << 16u)));
                let v228: i32 = (v202 + v18);
                let v229_at = u32(v228 + k0_at[0].x);
                let v229 = k0_b0[v229_at];
                let v230_at = u32(v228 + k0_at[0].y);
                let v230 = extractBits(k0_b1[v230_at >> 1u], (v230_at & 1u) * 16u, 16u);
                let v233: f32 = (v229 * bitcast<f32>((v230 << 16u)));
                let v234: i32 = (v202 + v20);
                let v235_at = u32(v234 + k0_at[0].x);
                let v235 = k0_b0[v235_at];
                let v236_at = u32(v234 + k0_at[0].y);
                let v236 = extractBits(k0_b1[v236_at >> 1u], (v236_at & 1u) * 16u, 16u);
                let v239: f32 = (v235 * bitcast<f32>((v236 << 16u)));
                let v240: i32 = (v202 + v22);
                let v241_at = u32(v240 + k0_at[0].x);
                let v241 = k0_b0[v241_at];
                let v242_at = u32(v240 + k0_at[0].y);
                let v242 = extractBits(k0_b1[v242_at >> 1u], (v242_at & 1u) * 16u, 16u);
                let v245: f32 = (v241 * bitcast<f32>((v242 << 16u)));
                let v246: i32 = (v202 + v24);
                let v247_at = u32(v246 + k0_at[0].x);
                let v247 = k0_b0[v247_at];
                let v248_at = u32(v246 + k0_at[0].y);
                let v248 = extractBits(k0_b1[v248_at >> 1u], (v248_at & 1u) * 16u, 16u);
                let v251: f32 = (v247 * bitcast<f32>((v248 << 16u)));
                let v252: i32 = (v202 + v26);
                let v253_at = u32(v252 + k0_at[0].x);
                let v253 = k0_b0[v253_at];
                let v254_at = u32(v252 + k0_at[0].y);
                let v254 = extractBits(k0_b1[v254_at >> 1u], (v254_at & 1u) * 16u, 16u);
                let v257: f32 = (v253 * bitcast<f32>((v254 << 16u)));
                v186 = fma(bitcast<f32>((v205 << 16u)), v213, v186);
                let v260_at = u32((v183 + v216) + k0_at[0].z);
                let v260 = extractBits(k0_b2[v260_at >> 1u], (v260_at & 1u) * 16u, 16u);
                v187 = fma(bitcast<f32>((v260 << 16u)), v221, v187);
                let v267_at = u32((v183 + v222) + k0_at[0].z);
                let v267 = extractBits(k0_b2[v267_at >> 1u], (v267_at & 1u) * 16u, 16u);
                v188 = fma(bitcast<f32>((v267 << 16u)), v227, v188);
                let v274_at = u32((v183 + v228) + k0_at[0].z);
                let v274 = extractBits(k0_b2[v274_at >> 1u], (v274_at & 1u) * 16u, 16u);
                v189 = fma(bitcast<f32>((v274 << 16u)), v233, v189);
                let v281_at = u32((v183 + v234) + k0_at[0].z);
                let v281 = extractBits(k0_b2[v281_at >> 1u], (v281_at & 1u) * 16u, 16u);
                v190 = fma(bitcast<f32>((v281 << 16u)), v239, v190);
                let v288_at = u32((v183 + v240) + k0_at[0].z);
                let v288 = extractBits(k0_b2[v288_at >> 1u], (v288_at & 1u) * 16u, 16u);
                v191 = fma(bitcast<f32>((v288 << 16u)), v245, v191);
                let v295_at = u32((v183 + v246) + k0_at[0].z);
                let v295 = extractBits(k0_b2[v295_at >> 1u], (v295_at & 1u) * 16u, 16u);
                v192 = fma(bitcast<f32>((v295 << 16u)), v251, v192);
                let v302_at = u32((v183 + v252) + k0_at[0].z);
                let v302 = extractBits(k0_b2[v302_at >> 1u], (v302_at & 1u) * 16u, 16u);
                v193 = fma(bitcast<f32>((v302 << 16u)), v257, v193);
                let v309_at = u32((v185 + v203) + k0_at[0].z);
                let v309 = extractBits(k0_b2[v309_at >> 1u], (v309_at & 1u) * 16u, 16u);
                v194 = fma(bitcast<f32>((v309 << 16u)), v213, v194);
                let v316_at = u32((v185 + v216) + k0_at[0].z);
                let v316 = extractBits(k0_b2[v316_at >> 1u], (v316_at & 1u) * 16u, 16u);
                v195 = fma(bitcast<f32>((v316 << 16u)), v221, v195);
                let v323_at = u32((v185 + v222) + k0_at[0].z);
                let v323 = extractBits(k0_b2[v323_at >> 1u], (v323_at & 1u) * 16u, 16u);
                v196 = fma(bitcast<f32>((v323 << 16u)), v227, v196);
                let v330_at = u32((v185 + v228) + k0_at[0].z);
                let v330 = extractBits(k0_b2[v330_at >> 1u], (v330_at & 1u) * 16u, 16u);
                v197 = fma(bitcast<f32>((v330 << 16u)), v233, v197);
                let v337_at = u32((v185 + v234) + k0_at[0].z);
                let v337 = extractBits(k0_b2[v337_at >> 1u], (v337_at & 1u) * 16u, 16u);
                v198 = fma(bitcast<f32>((v337 << 16u)), v239, v198);
                let v344_at = u32((v185 + v240) + k0_at[0].z);
                let v344 = extractBits(k0_b2[v344_at >> 1u], (v344_at & 1u) * 16u, 16u);
                v199 = fma(bitcast<f32>((v344 << 16u)), v245, v199);
                let v351_at = u32((v185 + v246) + k0_at[0].z);
                let v351 = extractBits(k0_b2[v351_at >> 1u], (v351_at & 1u) * 16u, 16u);
                v200 = fma(bitcast<f32>((v351 << 16u)), v251, v200);
                let v358_at = u32((v185 + v252) + k0_at[0].z);
                let v358 = extractBits(k0_b2[v358_at >> 1u], (v358_at & 1u) * 16u, 16u);
                v201 = fma(bitcast<f32>((v358 << 16u)), v257, v201);
            }
            let v373: f32 = ((((v186 + v187) + v188) + v189) + v190);
            workgroupBarrier();
            storageBarrier();
            let v381: u32 = bitcast<u32>((((v373 + v191) + v192) + v193));
            k0_shared[v5] = v381;
            workgroupBarrier();
            storageBarrier();
            if (v101) {
                let v385 = k0_shared[v5];
                let v388 = k0_shared[(v5 + 16i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v385) + bitcast<f32>(v388)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v113) {
                let v396 = k0_shared[v5];
                let v399 = k0_shared[(v5 + 8i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v396) + bitcast<f32>(v399)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v125) {
                let v407 = k0_shared[v5];
                let v410 = k0_shared[(v5 + 4i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v407) + bitcast<f32>(v410)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v137) {
                let v418 = k0_shared[v5];
                let v421 = k0_shared[(v5 + 2i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v418) + bitcast<f32>(v421)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v149) {
                let v429 = k0_shared[v5];
                let v432 = k0_shared[(v5 + 1i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v429) + bitcast<f32>(v432)));
            }
            workgroupBarrier();
            storageBarrier();
            let v447: f32 = ((((v194 + v195) + v196) + v197) + v198);
            let v454 = k0_shared[0i];
            let v456: f32 = (bitcast<f32>(v454) * v168);
            let v458: f32 = v169;
            let v461: i32 = v171;
            let v465: bool = ((v182 < v30) & ((v458 < v456) | ((v456 == v458) & (v182 < v461))));
            workgroupBarrier();
            storageBarrier();
            let v467: u32 = bitcast<u32>((((v447 + v199) + v200) + v201));
            k0_shared[v5] = v467;
            workgroupBarrier();
            storageBarrier();
            if (v101) {
                let v471 = k0_shared[v5];
                let v474 = k0_shared[(v5 + 16i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v471) + bitcast<f32>(v474)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v113) {
                let v482 = k0_shared[v5];
                let v485 = k0_shared[(v5 + 8i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v482) + bitcast<f32>(v485)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v125) {
                let v493 = k0_shared[v5];
                let v496 = k0_shared[(v5 + 4i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v493) + bitcast<f32>(v496)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v137) {
                let v504 = k0_shared[v5];
                let v507 = k0_shared[(v5 + 2i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v504) + bitcast<f32>(v507)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v149) {
                let v515 = k0_shared[v5];
                let v518 = k0_shared[(v5 + 1i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v515) + bitcast<f32>(v518)));
            }
            workgroupBarrier();
            storageBarrier();
            let v525: bool = (v5 == 0i);
            let v526 = k0_shared[0i];
            if (v525) {
                let v529_at = u32(v182 + k0_at[0].w);
                k0_b3[v529_at] = v456;
            }
            v169 = select(v458, v456, v465);
            v171 = select(v461, v182, v465);
            let v535: f32 = (bitcast<f32>(v526) * v168);
            let v537: f32 = v169;
            let v540: i32 = v171;
            let v544: bool = ((v184 < v30) & ((v537 < v535) | ((v535 == v537) & (v184 < v540))));
            if (v525) {
                let v546_at = u32(v184 + k0_at[0].w);
                k0_b3[v546_at] = v535;
            }
            v169 = select(v537, v535, v544);
            v171 = select(v540, v184, v544);
        }
        for (var v553: i32 = v181; v553 < v29; v553 += 2i) {
            let v554: i32 = (v553 * 1536i);
            let v555: i32 = (v553 + 1i);
            let v558: bool = ((0i <= v555) & (v555 < 151936i));
            let v559: i32 = select(0i, 1536i, v558);
            let v560: i32 = (v555 * 1536i);
            var v561: f32 = 0f;
            var v562: f32 = 0f;
            var v563: f32 = 0f;
            var v564: f32 = 0f;
            var v565: f32 = 0f;
            var v566: f32 = 0f;
            var v567: f32 = 0f;
            var v568: f32 = 0f;
            var v569: f32 = 0f;
            var v570: f32 = 0f;
            var v571: f32 = 0f;
            var v572: f32 = 0f;
            var v573: f32 = 0f;
            var v574: f32 = 0f;
            var v575: f32 = 0f;
            var v576: f32 = 0f;
            for (var v577: i32 = 0i; v577 < 1536i; v577 += 256i) {
                let v578: i32 = (v577 + v13);
                let v580_at = u32((v554 + v578) + k0_at[0].z);
                let v580 = extractBits(k0_b2[v580_at >> 1u], (v580_at & 1u) * 16u, 16u);
                let v584_at = u32(v578 + k0_at[0].x);
                let v584 = k0_b0[v584_at];
                let v585_at = u32(v578 + k0_at[0].y);
                let v585 = extractBits(k0_b1[v585_at >> 1u], (v585_at & 1u) * 16u, 16u);
                let v588: f32 = (v584 * bitcast<f32>((v585 << 16u)));
                let v591: i32 = (v577 + v14);
                let v592_at = u32(v591 + k0_at[0].x);
                let v592 = k0_b0[v592_at];
                let v593_at = u32(v591 + k0_at[0].y);
                let v593 = extractBits(k0_b1[v593_at >> 1u], (v593_at & 1u) * 16u, 16u);
                let v596: f32 = (v592 * bitcast<f32>((v593 << 16u)));
                let v597: i32 = (v577 + v16);
                let v598_at = u32(v597 + k0_at[0].x);
                let v598 = k0_b0[v598_at];
                let v599_at = u32(v597 + k0_at[0].y);
                let v599 = extractBits(k0_b1[v599_at >> 1u], (v599_at & 1u) * 16u, 16u);
                let v602: f32 = (v598 * bitcast<f32>((v599 << 16u)));
                let v603: i32 = (v577 + v18);
                let v604_at = u32(v603 + k0_at[0].x);
                let v604 = k0_b0[v604_at];
                let v605_at = u32(v603 + k0_at[0].y);
                let v605 = extractBits(k0_b1[v605_at >> 1u], (v605_at & 1u) * 16u, 16u);
                let v608: f32 = (v604 * bitcast<f32>((v605 << 16u)));
                let v609: i32 = (v577 + v20);
                let v610_at = u32(v609 + k0_at[0].x);
                let v610 = k0_b0[v610_at];
                let v611_at = u32(v609 + k0_at[0].y);
                let v611 = extractBits(k0_b1[v611_at >> 1u], (v611_at & 1u) * 16u, 16u);
                let v614: f32 = (v610 * bitcast<f32>((v611 << 16u)));
                let v615: i32 = (v577 + v22);
                let v616_at = u32(v615 + k0_at[0].x);
                let v616 = k0_b0[v616_at];
                let v617_at = u32(v615 + k0_at[0].y);
                let v617 = extractBits(k0_b1[v617_at >> 1u], (v617_at & 1u) * 16u, 16u);
                let v620: f32 = (v616 * bitcast<f32>((v617 << 16u)));
                let v621: i32 = (v577 + v24);
                let v622_at = u32(v621 + k0_at[0].x);
                let v622 = k0_b0[v622_at];
                let v623_at = u32(v621 + k0_at[0].y);
                let v623 = extractBits(k0_b1[v623_at >> 1u], (v623_at & 1u) * 16u, 16u);
                let v626: f32 = (v622 * bitcast<f32>((v623 << 16u)));
                let v627: i32 = (v577 + v26);
                let v628_at = u32(v627 + k0_at[0].x);
                let v628 = k0_b0[v628_at];
                let v629_at = u32(v627 + k0_at[0].y);
                let v629 = extractBits(k0_b1[v629_at >> 1u], (v629_at & 1u) * 16u, 16u);
                let v632: f32 = (v628 * bitcast<f32>((v629 << 16u)));
                v561 = fma(bitcast<f32>((v580 << 16u)), v588, v561);
                let v635_at = u32((v554 + v591) + k0_at[0].z);
                let v635 = extractBits(k0_b2[v635_at >> 1u], (v635_at & 1u) * 16u, 16u);
                v562 = fma(bitcast<f32>((v635 << 16u)), v596, v562);
                let v642_at = u32((v554 + v597) + k0_at[0].z);
                let v642 = extractBits(k0_b2[v642_at >> 1u], (v642_at & 1u) * 16u, 16u);
                v563 = fma(bitcast<f32>((v642 << 16u)), v602, v563);
                let v649_at = u32((v554 + v603) + k0_at[0].z);
                let v649 = extractBits(k0_b2[v649_at >> 1u], (v649_at & 1u) * 16u, 16u);
                v564 = fma(bitcast<f32>((v649 << 16u)), v608, v564);
                let v656_at = u32((v554 + v609) + k0_at[0].z);
                let v656 = extractBits(k0_b2[v656_at >> 1u], (v656_at & 1u) * 16u, 16u);
                v565 = fma(bitcast<f32>((v656 << 16u)), v614, v565);
                let v663_at = u32((v554 + v615) + k0_at[0].z);
                let v663 = extractBits(k0_b2[v663_at >> 1u], (v663_at & 1u) * 16u, 16u);
                v566 = fma(bitcast<f32>((v663 << 16u)), v620, v566);
                let v670_at = u32((v554 + v621) + k0_at[0].z);
                let v670 = extractBits(k0_b2[v670_at >> 1u], (v670_at & 1u) * 16u, 16u);
                v567 = fma(bitcast<f32>((v670 << 16u)), v626, v567);
                let v677_at = u32((v554 + v627) + k0_at[0].z);
                let v677 = extractBits(k0_b2[v677_at >> 1u], (v677_at & 1u) * 16u, 16u);
                v568 = fma(bitcast<f32>((v677 << 16u)), v632, v568);
                let v685: bool = ((0i <= v578) & (v578 < v559));
                let v688_at = u32(select(0i, (v560 + v578), v685) + k0_at[0].z);
                let v688 = extractBits(k0_b2[v688_at >> 1u], (v688_at & 1u) * 16u, 16u);
                v569 = fma(bitcast<f32>((select(0u, v688, v685) << 16u)), v588, v569);
                let v698: bool = ((0i <= v591) & (v591 < v559));
                let v701_at = u32(select(0i, (v560 + v591), v698) + k0_at[0].z);
                let v701 = extractBits(k0_b2[v701_at >> 1u], (v701_at & 1u) * 16u, 16u);
                v570 = fma(bitcast<f32>((select(0u, v701, v698) << 16u)), v596, v570);
                let v710: bool = ((0i <= v597) & (v597 < v559));
                let v713_at = u32(select(0i, (v560 + v597), v710) + k0_at[0].z);
                let v713 = extractBits(k0_b2[v713_at >> 1u], (v713_at & 1u) * 16u, 16u);
                v571 = fma(bitcast<f32>((select(0u, v713, v710) << 16u)), v602, v571);
                let v722: bool = ((0i <= v603) & (v603 < v559));
                let v725_at = u32(select(0i, (v560 + v603), v722) + k0_at[0].z);
                let v725 = extractBits(k0_b2[v725_at >> 1u], (v725_at & 1u) * 16u, 16u);
                v572 = fma(bitcast<f32>((select(0u, v725, v722) << 16u)), v608, v572);
                let v734: bool = ((0i <= v609) & (v609 < v559));
                let v737_at = u32(select(0i, (v560 + v609), v734) + k0_at[0].z);
                let v737 = extractBits(k0_b2[v737_at >> 1u], (v737_at & 1u) * 16u, 16u);
                v573 = fma(bitcast<f32>((select(0u, v737, v734) << 16u)), v614, v573);
                let v746: bool = ((0i <= v615) & (v615 < v559));
                let v749_at = u32(select(0i, (v560 + v615), v746) + k0_at[0].z);
                let v749 = extractBits(k0_b2[v749_at >> 1u], (v749_at & 1u) * 16u, 16u);
                v574 = fma(bitcast<f32>((select(0u, v749, v746) << 16u)), v620, v574);
                let v758: bool = ((0i <= v621) & (v621 < v559));
                let v761_at = u32(select(0i, (v560 + v621), v758) + k0_at[0].z);
                let v761 = extractBits(k0_b2[v761_at >> 1u], (v761_at & 1u) * 16u, 16u);
                v575 = fma(bitcast<f32>((select(0u, v761, v758) << 16u)), v626, v575);
                let v770: bool = ((0i <= v627) & (v627 < v559));
                let v773_at = u32(select(0i, (v560 + v627), v770) + k0_at[0].z);
                let v773 = extractBits(k0_b2[v773_at >> 1u], (v773_at & 1u) * 16u, 16u);
                v576 = fma(bitcast<f32>((select(0u, v773, v770) << 16u)), v632, v576);
            }
            let v789: f32 = ((((v561 + v562) + v563) + v564) + v565);
            workgroupBarrier();
            storageBarrier();
            let v797: u32 = bitcast<u32>((((v789 + v566) + v567) + v568));
            k0_shared[v5] = v797;
            workgroupBarrier();
            storageBarrier();
            if (v101) {
                let v801 = k0_shared[v5];
                let v804 = k0_shared[(v5 + 16i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v801) + bitcast<f32>(v804)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v113) {
                let v812 = k0_shared[v5];
                let v815 = k0_shared[(v5 + 8i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v812) + bitcast<f32>(v815)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v125) {
                let v823 = k0_shared[v5];
                let v826 = k0_shared[(v5 + 4i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v823) + bitcast<f32>(v826)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v137) {
                let v834 = k0_shared[v5];
                let v837 = k0_shared[(v5 + 2i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v834) + bitcast<f32>(v837)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v149) {
                let v845 = k0_shared[v5];
                let v848 = k0_shared[(v5 + 1i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v845) + bitcast<f32>(v848)));
            }
            workgroupBarrier();
            storageBarrier();
            let v863: f32 = ((((v569 + v570) + v571) + v572) + v573);
            let v870 = k0_shared[0i];
            let v872: f32 = (bitcast<f32>(v870) * v168);
            let v874: f32 = v169;
            let v877: i32 = v171;
            let v881: bool = ((v553 < v30) & ((v874 < v872) | ((v872 == v874) & (v553 < v877))));
            workgroupBarrier();
            storageBarrier();
            let v883: u32 = bitcast<u32>((((v863 + v574) + v575) + v576));
            k0_shared[v5] = v883;
            workgroupBarrier();
            storageBarrier();
            if (v101) {
                let v887 = k0_shared[v5];
                let v890 = k0_shared[(v5 + 16i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v887) + bitcast<f32>(v890)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v113) {
                let v898 = k0_shared[v5];
                let v901 = k0_shared[(v5 + 8i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v898) + bitcast<f32>(v901)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v125) {
                let v909 = k0_shared[v5];
                let v912 = k0_shared[(v5 + 4i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v909) + bitcast<f32>(v912)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v137) {
                let v920 = k0_shared[v5];
                let v923 = k0_shared[(v5 + 2i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v920) + bitcast<f32>(v923)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v149) {
                let v931 = k0_shared[v5];
                let v934 = k0_shared[(v5 + 1i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v931) + bitcast<f32>(v934)));
            }
            workgroupBarrier();
            storageBarrier();
            let v941: bool = (v5 == 0i);
            let v942 = k0_shared[0i];
            if (v941) {
                let v945_at = u32(v553 + k0_at[0].w);
                k0_b3[v945_at] = v872;
            }
            v169 = select(v874, v872, v881);
            v171 = select(v877, v553, v881);
            let v951: f32 = (bitcast<f32>(v942) * v168);
            let v953: f32 = v169;
            let v956: i32 = v171;
            let v960: bool = ((v555 < v30) & ((v953 < v951) | ((v951 == v953) & (v555 < v956))));
            if (v941) {
                if (v558) {
                    let v963_at = u32(v555 + k0_at[0].w);
                    k0_b3[v963_at] = v951;
                }
            }
            v169 = select(v953, v951, v960);
            v171 = select(v956, v555, v960);
        }
        let v971: bool = (v5 == 0i);
        let v972: i32 = (v27 / 16i);
        let v973: f32 = v169;
        if (v971) {
            let v975_at = u32(v972 + k0_at[1].x);
            k0_b4[v975_at] = v973;
        }
        let v977: i32 = v171;
        if (v971) {
            let v979_at = u32(v972 + k0_at[1].y);
            k0_b5[v979_at] = v977;
        }
    }
}

// tessera kernel norm_lm_head_argmax entry k_ts_norm_lm_head_argmax__wide wide 1 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:151936*1536,o32:logits:32:151936,w32:val:32:9496,w32:idx:32:9496 sizes 1 threads 32 teams 1 count 9496 shared 256 cost 983041
@group(0) @binding(0) var<storage, read> k1_b0: array<vec4<u32>>; // x
@group(0) @binding(1) var<storage, read> k1_b1: array<vec4<u32>>; // gamma
@group(0) @binding(2) var<storage, read> k1_b2: array<vec4<u32>>; // w
@group(0) @binding(3) var<storage, read_write> k1_b3: array<f32>; // logits
@group(0) @binding(4) var<storage, read_write> k1_b4: array<f32>; // val
@group(0) @binding(5) var<storage, read_write> k1_b5: array<i32>; // idx
@group(0) @binding(6) var<uniform> k1_at: array<vec4<i32>, 2>; // offsets, sizes
var<workgroup> k1_shared: array<u32, 64>;
@compute @workgroup_size(32)
fn k_ts_norm_lm_head_argmax__wide(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v5: i32 = i32(thread);
    for (var v9: i32 = v1; v9 < 9496i; v9 += v3) {
        let v13: i32 = (v5 * 8i);
        let v16: i32 = (v9 * 16i);
        let v18: i32 = min(151936i, (v16 + 16i));
        let v20: i32 = k1_at[1].z;
        let v21: i32 = (v13 + 1i);
        let v22: i32 = (v13 + 2i);
        let v23: i32 = (v13 + 3i);
        let v24: i32 = (v13 + 4i);
        let v26: i32 = (v13 + 5i);
        let v28: i32 = (v13 + 6i);
        let v30: i32 = (v13 + 7i);
        var v31: f32 = 0f;
        var v32: f32 = 0f;
        var v33: f32 = 0f;
        var v34: f32 = 0f;
        var v35: f32 = 0f;
        var v36: f32 = 0f;
        var v37: f32 = 0f;
        var v38: f32 = 0f;
        for (var v40: i32 = 0i; v40 < 1536i; v40 += 256i) {
            let v42: i32 = ((v40 + v13) >> u32(2i));
            let v43_at = u32(v42 + k1_at[0].x / 4i);
            let v43 = k1_b0[v43_at];
            let v45: f32 = bitcast<f32>(v43.x);
            let v49: f32 = bitcast<f32>(v43.y);
            let v51: f32 = bitcast<f32>(v43.z);
            let v53: f32 = bitcast<f32>(v43.w);
            let v55_at = u32((v42 + 1i) + k1_at[0].x / 4i);
            let v55 = k1_b0[v55_at];
            let v57: f32 = bitcast<f32>(v55.x);
            let v59: f32 = bitcast<f32>(v55.y);
            let v61: f32 = bitcast<f32>(v55.z);
            let v63: f32 = bitcast<f32>(v55.w);
            v31 = fma(v45, v45, v31);
            v32 = fma(v49, v49, v32);
            v33 = fma(v51, v51, v33);
            v34 = fma(v53, v53, v34);
            v35 = fma(v57, v57, v35);
            v36 = fma(v59, v59, v36);
            v37 = fma(v61, v61, v37);
            v38 = fma(v63, v63, v38);
        }
        let v95: f32 = ((((v31 + v32) + v33) + v34) + v35);
        workgroupBarrier();
        storageBarrier();
        let v103: u32 = bitcast<u32>((((v95 + v36) + v37) + v38));
        k1_shared[v5] = v103;
        workgroupBarrier();
        storageBarrier();
        let v106: bool = (v5 < 16i);
        if (v106) {
            let v108 = k1_shared[v5];
            let v111 = k1_shared[(v5 + 16i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v108) + bitcast<f32>(v111)));
        }
        workgroupBarrier();
        storageBarrier();
        let v118: bool = (v5 < 8i);
        if (v118) {
            let v120 = k1_shared[v5];
            let v123 = k1_shared[(v5 + 8i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v120) + bitcast<f32>(v123)));
        }
        workgroupBarrier();
        storageBarrier();
        let v130: bool = (v5 < 4i);
        if (v130) {
            let v132 = k1_shared[v5];
            let v135 = k1_shared[(v5 + 4i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v132) + bitcast<f32>(v135)));
        }
        workgroupBarrier();
        storageBarrier();
        let v142: bool = (v5 < 2i);
        if (v142) {
            let v144 = k1_shared[v5];
            let v147 = k1_shared[(v5 + 2i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v144) + bitcast<f32>(v147)));
        }
        workgroupBarrier();
        storageBarrier();
        let v154: bool = (v5 < 1i);
        if (v154) {
            let v156 = k1_shared[v5];
            let v159 = k1_shared[(v5 + 1i)];
            k1_shared[v5] = bitcast<u32>((bitcast<f32>(v156) + bitcast<f32>(v159)));
        }
        workgroupBarrier();
        storageBarrier();
        let v167 = k1_shared[0i];
        let v173: f32 = inverseSqrt(((bitcast<f32>(v167) / 1536f) + 9.99999997e-07f));
        var v174: f32 = real(0xff800000u);
        var v176: i32 = 2147483647i;
        let v178: u32 = bitcast<u32>(v16);
        let v184: u32 = (v178 + (((bitcast<u32>(v18) - v178) / 2u) * 2u));
        let v186: i32 = select(v16, bitcast<i32>(v184), (v16 < v18));
        for (var v187: i32 = v16; v187 < v186; v187 += 2i) {
            let v188: i32 = (v187 * 1536i);
            let v189: i32 = (v187 + 1i);
            let v190: i32 = (v189 * 1536i);
            var v191: f32 = 0f;
            var v192: f32 = 0f;
            var v193: f32 = 0f;
            var v194: f32 = 0f;
            var v195: f32 = 0f;
            var v196: f32 = 0f;
            var v197: f32 = 0f;
            var v198: f32 = 0f;
            var v199: f32 = 0f;
            var v200: f32 = 0f;
            var v201: f32 = 0f;
            var v202: f32 = 0f;
            var v203: f32 = 0f;
            var v204: f32 = 0f;
            var v205: f32 = 0f;
            var v206: f32 = 0f;
            for (var v207: i32 = 0i; v207 < 1536i; v207 += 256i) {
                let v208: i32 = (v207 + v13);
                let v211_at = u32(((v188 + v208) >> u32(3i)) + k1_at[0].z / 8i);
                let v211 = k1_b2[v211_at];
                let v218: i32 = (v208 >> u32(2i));
                let v219_at = u32(v218 + k1_at[0].x / 4i);
                let v219 = k1_b0[v219_at];
                let v223_at = u32((v208 >> u32(3i)) + k1_at[0].y / 8i);
                let v223 = k1_b1[v223_at];
                let v228: f32 = (bitcast<f32>(v219.x) * bitcast<f32>(((v223.x & 65535u) << 16u)));
                let v236: f32 = (bitcast<f32>(v219.y) * bitcast<f32>(((v223.x >> 16u) << 16u)));
                let v243: f32 = (bitcast<f32>(v219.z) * bitcast<f32>(((v223.y & 65535u) << 16u)));
                let v249: f32 = (bitcast<f32>(v219.w) * bitcast<f32>(((v223.y >> 16u) << 16u)));
                let v251_at = u32((v218 + 1i) + k1_at[0].x / 4i);
                let v251 = k1_b0[v251_at];
                let v258: f32 = (bitcast<f32>(v251.x) * bitcast<f32>(((v223.z & 65535u) << 16u)));
                let v264: f32 = (bitcast<f32>(v251.y) * bitcast<f32>(((v223.z >> 16u) << 16u)));
                let v271: f32 = (bitcast<f32>(v251.z) * bitcast<f32>(((v223.w & 65535u) << 16u)));
                let v277: f32 = (bitcast<f32>(v251.w) * bitcast<f32>(((v223.w >> 16u) << 16u)));
                v191 = fma(bitcast<f32>(((v211.x & 65535u) << 16u)), v228, v191);
                v192 = fma(bitcast<f32>(((v211.x >> 16u) << 16u)), v236, v192);
                v193 = fma(bitcast<f32>(((v211.y & 65535u) << 16u)), v243, v193);
                v194 = fma(bitcast<f32>(((v211.y >> 16u) << 16u)), v249, v194);
                v195 = fma(bitcast<f32>(((v211.z & 65535u) << 16u)), v258, v195);
                v196 = fma(bitcast<f32>(((v211.z >> 16u) << 16u)), v264, v196);
                v197 = fma(bitcast<f32>(((v211.w & 65535u) << 16u)), v271, v197);
                v198 = fma(bitcast<f32>(((v211.w >> 16u) << 16u)), v277, v198);
                let v326_at = u32(((v190 + v208) >> u32(3i)) + k1_at[0].z / 8i);
                let v326 = k1_b2[v326_at];
                v199 = fma(bitcast<f32>(((v326.x & 65535u) << 16u)), v228, v199);
                v200 = fma(bitcast<f32>(((v326.x >> 16u) << 16u)), v236, v200);
                v201 = fma(bitcast<f32>(((v326.y & 65535u) << 16u)), v243, v201);
                v202 = fma(bitcast<f32>(((v326.y >> 16u) << 16u)), v249, v202);
                v203 = fma(bitcast<f32>(((v326.z & 65535u) << 16u)), v258, v203);
                v204 = fma(bitcast<f32>(((v326.z >> 16u) << 16u)), v264, v204);
                v205 = fma(bitcast<f32>(((v326.w & 65535u) << 16u)), v271, v205);
                v206 = fma(bitcast<f32>(((v326.w >> 16u) << 16u)), v277, v206);
            }
            let v388: f32 = ((((v191 + v192) + v193) + v194) + v195);
            workgroupBarrier();
            storageBarrier();
            let v396: u32 = bitcast<u32>((((v388 + v196) + v197) + v198));
            k1_shared[v5] = v396;
            workgroupBarrier();
            storageBarrier();
            if (v106) {
                let v400 = k1_shared[v5];
                let v403 = k1_shared[(v5 + 16i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v400) + bitcast<f32>(v403)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v118) {
                let v411 = k1_shared[v5];
                let v414 = k1_shared[(v5 + 8i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v411) + bitcast<f32>(v414)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v130) {
                let v422 = k1_shared[v5];
                let v425 = k1_shared[(v5 + 4i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v422) + bitcast<f32>(v425)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v142) {
                let v433 = k1_shared[v5];
                let v436 = k1_shared[(v5 + 2i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v433) + bitcast<f32>(v436)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v154) {
                let v444 = k1_shared[v5];
                let v447 = k1_shared[(v5 + 1i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v444) + bitcast<f32>(v447)));
            }
            workgroupBarrier();
            storageBarrier();
            let v462: f32 = ((((v199 + v200) + v201) + v202) + v203);
            let v469 = k1_shared[0i];
            let v471: f32 = (bitcast<f32>(v469) * v173);
            let v473: f32 = v174;
            let v476: i32 = v176;
            let v480: bool = ((v187 < v20) & ((v473 < v471) | ((v471 == v473) & (v187 < v476))));
            workgroupBarrier();
            storageBarrier();
            let v482: u32 = bitcast<u32>((((v462 + v204) + v205) + v206));
            k1_shared[v5] = v482;
            workgroupBarrier();
            storageBarrier();
            if (v106) {
                let v486 = k1_shared[v5];
                let v489 = k1_shared[(v5 + 16i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v486) + bitcast<f32>(v489)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v118) {
                let v497 = k1_shared[v5];
                let v500 = k1_shared[(v5 + 8i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v497) + bitcast<f32>(v500)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v130) {
                let v508 = k1_shared[v5];
                let v511 = k1_shared[(v5 + 4i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v508) + bitcast<f32>(v511)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v142) {
                let v519 = k1_shared[v5];
                let v522 = k1_shared[(v5 + 2i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v519) + bitcast<f32>(v522)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v154) {
                let v530 = k1_shared[v5];
                let v533 = k1_shared[(v5 + 1i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v530) + bitcast<f32>(v533)));
            }
            workgroupBarrier();
            storageBarrier();
            let v540: bool = (v5 == 0i);
            let v541 = k1_shared[0i];
            if (v540) {
                let v544_at = u32(v187 + k1_at[0].w);
                k1_b3[v544_at] = v471;
            }
            v174 = select(v473, v471, v480);
            v176 = select(v476, v187, v480);
            let v550: f32 = (bitcast<f32>(v541) * v173);
            let v552: f32 = v174;
            let v555: i32 = v176;
            let v559: bool = ((v189 < v20) & ((v552 < v550) | ((v550 == v552) & (v189 < v555))));
            if (v540) {
                let v561_at = u32(v189 + k1_at[0].w);
                k1_b3[v561_at] = v550;
            }
            v174 = select(v552, v550, v559);
            v176 = select(v555, v189, v559);
        }
        for (var v568: i32 = v186; v568 < v18; v568 += 2i) {
            let v569: i32 = (v568 * 1536i);
            let v570: i32 = (v568 + 1i);
            let v573: bool = ((0i <= v570) & (v570 < 151936i));
            let v574: i32 = select(0i, 1536i, v573);
            let v575: i32 = (v570 * 1536i);
            var v576: f32 = 0f;
            var v577: f32 = 0f;
            var v578: f32 = 0f;
            var v579: f32 = 0f;
            var v580: f32 = 0f;
            var v581: f32 = 0f;
            var v582: f32 = 0f;
            var v583: f32 = 0f;
            var v584: f32 = 0f;
            var v585: f32 = 0f;
            var v586: f32 = 0f;
            var v587: f32 = 0f;
            var v588: f32 = 0f;
            var v589: f32 = 0f;
            var v590: f32 = 0f;
            var v591: f32 = 0f;
            for (var v592: i32 = 0i; v592 < 1536i; v592 += 256i) {
                let v593: i32 = (v592 + v13);
                let v596_at = u32(((v569 + v593) >> u32(3i)) + k1_at[0].z / 8i);
                let v596 = k1_b2[v596_at];
                let v603: i32 = (v593 >> u32(2i));
                let v604_at = u32(v603 + k1_at[0].x / 4i);
                let v604 = k1_b0[v604_at];
                let v608_at = u32((v593 >> u32(3i)) + k1_at[0].y / 8i);
                let v608 = k1_b1[v608_at];
                let v613: f32 = (bitcast<f32>(v604.x) * bitcast<f32>(((v608.x & 65535u) << 16u)));
                let v621: f32 = (bitcast<f32>(v604.y) * bitcast<f32>(((v608.x >> 16u) << 16u)));
                let v628: f32 = (bitcast<f32>(v604.z) * bitcast<f32>(((v608.y & 65535u) << 16u)));
                let v634: f32 = (bitcast<f32>(v604.w) * bitcast<f32>(((v608.y >> 16u) << 16u)));
                let v636_at = u32((v603 + 1i) + k1_at[0].x / 4i);
                let v636 = k1_b0[v636_at];
                let v643: f32 = (bitcast<f32>(v636.x) * bitcast<f32>(((v608.z & 65535u) << 16u)));
                let v649: f32 = (bitcast<f32>(v636.y) * bitcast<f32>(((v608.z >> 16u) << 16u)));
                let v656: f32 = (bitcast<f32>(v636.z) * bitcast<f32>(((v608.w & 65535u) << 16u)));
                let v662: f32 = (bitcast<f32>(v636.w) * bitcast<f32>(((v608.w >> 16u) << 16u)));
                v576 = fma(bitcast<f32>(((v596.x & 65535u) << 16u)), v613, v576);
                v577 = fma(bitcast<f32>(((v596.x >> 16u) << 16u)), v621, v577);
                v578 = fma(bitcast<f32>(((v596.y & 65535u) << 16u)), v628, v578);
                v579 = fma(bitcast<f32>(((v596.y >> 16u) << 16u)), v634, v579);
                v580 = fma(bitcast<f32>(((v596.z & 65535u) << 16u)), v643, v580);
                v581 = fma(bitcast<f32>(((v596.z >> 16u) << 16u)), v649, v581);
                v582 = fma(bitcast<f32>(((v596.w & 65535u) << 16u)), v656, v582);
                v583 = fma(bitcast<f32>(((v596.w >> 16u) << 16u)), v662, v583);
                let v712: bool = ((0i <= v593) & (v593 < v574));
                let v715_at = u32(select(0i, (v575 + v593), v712) + k1_at[0].z);
                let v715 = extractBits(k1_b2[(v715_at >> 1u) >> 2u][(v715_at >> 1u) & 3u], (v715_at & 1u) * 16u, 16u);
                v584 = fma(bitcast<f32>((select(0u, v715, v712) << 16u)), v613, v584);
                let v722: i32 = (v592 + v21);
                let v725: bool = ((0i <= v722) & (v722 < v574));
                let v728_at = u32(select(0i, (v575 + v722), v725) + k1_at[0].z);
                let v728 = extractBits(k1_b2[(v728_at >> 1u) >> 2u][(v728_at >> 1u) & 3u], (v728_at & 1u) * 16u, 16u);
                v585 = fma(bitcast<f32>((select(0u, v728, v725) << 16u)), v621, v585);
                let v735: i32 = (v592 + v22);
                let v738: bool = ((0i <= v735) & (v735 < v574));
                let v741_at = u32(select(0i, (v575 + v735), v738) + k1_at[0].z);
                let v741 = extractBits(k1_b2[(v741_at >> 1u) >> 2u][(v741_at >> 1u) & 3u], (v741_at & 1u) * 16u, 16u);
                v586 = fma(bitcast<f32>((select(0u, v741, v738) << 16u)), v628, v586);
                let v748: i32 = (v592 + v23);
                let v751: bool = ((0i <= v748) & (v748 < v574));
                let v754_at = u32(select(0i, (v575 + v748), v751) + k1_at[0].z);
                let v754 = extractBits(k1_b2[(v754_at >> 1u) >> 2u][(v754_at >> 1u) & 3u], (v754_at & 1u) * 16u, 16u);
                v587 = fma(bitcast<f32>((select(0u, v754, v751) << 16u)), v634, v587);
                let v761: i32 = (v592 + v24);
                let v764: bool = ((0i <= v761) & (v761 < v574));
                let v767_at = u32(select(0i, (v575 + v761), v764) + k1_at[0].z);
                let v767 = extractBits(k1_b2[(v767_at >> 1u) >> 2u][(v767_at >> 1u) & 3u], (v767_at & 1u) * 16u, 16u);
                v588 = fma(bitcast<f32>((select(0u, v767, v764) << 16u)), v643, v588);
                let v774: i32 = (v592 + v26);
                let v777: bool = ((0i <= v774) & (v774 < v574));
                let v780_at = u32(select(0i, (v575 + v774), v777) + k1_at[0].z);
                let v780 = extractBits(k1_b2[(v780_at >> 1u) >> 2u][(v780_at >> 1u) & 3u], (v780_at & 1u) * 16u, 16u);
                v589 = fma(bitcast<f32>((select(0u, v780, v777) << 16u)), v649, v589);
                let v787: i32 = (v592 + v28);
                let v790: bool = ((0i <= v787) & (v787 < v574));
                let v793_at = u32(select(0i, (v575 + v787), v790) + k1_at[0].z);
                let v793 = extractBits(k1_b2[(v793_at >> 1u) >> 2u][(v793_at >> 1u) & 3u], (v793_at & 1u) * 16u, 16u);
                v590 = fma(bitcast<f32>((select(0u, v793, v790) << 16u)), v656, v590);
                let v800: i32 = (v592 + v30);
                let v803: bool = ((0i <= v800) & (v800 < v574));
                let v806_at = u32(select(0i, (v575 + v800), v803) + k1_at[0].z);
                let v806 = extractBits(k1_b2[(v806_at >> 1u) >> 2u][(v806_at >> 1u) & 3u], (v806_at & 1u) * 16u, 16u);
                v591 = fma(bitcast<f32>((select(0u, v806, v803) << 16u)), v662, v591);
            }
            let v822: f32 = ((((v576 + v577) + v578) + v579) + v580);
            workgroupBarrier();
            storageBarrier();
            let v830: u32 = bitcast<u32>((((v822 + v581) + v582) + v583));
            k1_shared[v5] = v830;
            workgroupBarrier();
            storageBarrier();
            if (v106) {
                let v834 = k1_shared[v5];
                let v837 = k1_shared[(v5 + 16i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v834) + bitcast<f32>(v837)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v118) {
                let v845 = k1_shared[v5];
                let v848 = k1_shared[(v5 + 8i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v845) + bitcast<f32>(v848)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v130) {
                let v856 = k1_shared[v5];
                let v859 = k1_shared[(v5 + 4i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v856) + bitcast<f32>(v859)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v142) {
                let v867 = k1_shared[v5];
                let v870 = k1_shared[(v5 + 2i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v867) + bitcast<f32>(v870)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v154) {
                let v878 = k1_shared[v5];
                let v881 = k1_shared[(v5 + 1i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v878) + bitcast<f32>(v881)));
            }
            workgroupBarrier();
            storageBarrier();
            let v896: f32 = ((((v584 + v585) + v586) + v587) + v588);
            let v903 = k1_shared[0i];
            let v905: f32 = (bitcast<f32>(v903) * v173);
            let v907: f32 = v174;
            let v910: i32 = v176;
            let v914: bool = ((v568 < v20) & ((v907 < v905) | ((v905 == v907) & (v568 < v910))));
            workgroupBarrier();
            storageBarrier();
            let v916: u32 = bitcast<u32>((((v896 + v589) + v590) + v591));
            k1_shared[v5] = v916;
            workgroupBarrier();
            storageBarrier();
            if (v106) {
                let v920 = k1_shared[v5];
                let v923 = k1_shared[(v5 + 16i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v920) + bitcast<f32>(v923)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v118) {
                let v931 = k1_shared[v5];
                let v934 = k1_shared[(v5 + 8i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v931) + bitcast<f32>(v934)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v130) {
                let v942 = k1_shared[v5];
                let v945 = k1_shared[(v5 + 4i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v942) + bitcast<f32>(v945)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v142) {
                let v953 = k1_shared[v5];
                let v956 = k1_shared[(v5 + 2i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v953) + bitcast<f32>(v956)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v154) {
                let v964 = k1_shared[v5];
                let v967 = k1_shared[(v5 + 1i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v964) + bitcast<f32>(v967)));
            }
            workgroupBarrier();
            storageBarrier();
            let v974: bool = (v5 == 0i);
            let v975 = k1_shared[0i];
            if (v974) {
                let v978_at = u32(v568 + k1_at[0].w);
                k1_b3[v978_at] = v905;
            }
            v174 = select(v907, v905, v914);
            v176 = select(v910, v568, v914);
            let v984: f32 = (bitcast<f32>(v975) * v173);
            let v986: f32 = v174;
            let v989: i32 = v176;
            let v993: bool = ((v570 < v20) & ((v986 < v984) | ((v984 == v986) & (v570 < v989))));
            if (v974) {
                if (v573) {
                    let v996_at = u32(v570 + k1_at[0].w);
                    k1_b3[v996_at] = v984;
                }
            }
            v174 = select(v986, v984, v993);
            v176 = select(v989, v570, v993);
        }
        let v1004: bool = (v5 == 0i);
        let v1005: i32 = (v16 / 16i);
        let v1006: f32 = v174;
        if (v1004) {
            let v1008_at = u32(v1005 + k1_at[1].x);
            k1_b4[v1008_at] = v1006;
        }
        let v1010: i32 = v176;
        if (v1004) {
            let v1012_at = u32(v1005 + k1_at[1].y);
            k1_b5[v1012_at] = v1010;
        }
    }
}

// tessera kernel norm_lm_head_argmax__final entry k_ts_norm_lm_head_argmax__final wide 0 params i32:val:32:9496,i32:idx:32:9496,o32:token:32:1 sizes 1 threads 256 teams 1 count 1 shared 2048 cost 1
@group(0) @binding(0) var<storage, read> k2_b0: array<f32>; // val
@group(0) @binding(1) var<storage, read> k2_b1: array<i32>; // idx
@group(0) @binding(2) var<storage, read_write> k2_b2: array<u32>; // token
@group(0) @binding(3) var<uniform> k2_at: array<vec4<i32>, 1>; // offsets, sizes
var<workgroup> k2_shared: array<u32, 512>;
@compute @workgroup_size(256)
fn k_ts_norm_lm_head_argmax__final(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v5: i32 = i32(thread);
    for (var v6: i32 = v1; v6 < 1i; v6 += v3) {
        let v9: i32 = k2_at[0].w;
        let v14: i32 = ((v9 / 16i) + min((v9 % 16i), 1i));
        var v16: f32 = real(0xff800000u);
        var v18: i32 = 2147483647i;
        for (var v19: i32 = 0i; v19 < v14; v19 += 256i) {
            let v20: i32 = (v19 + v5);
            let v22: f32 = v16;
            let v25: bool = ((0i <= v20) & (v20 < 9496i));
            let v26: i32 = select(0i, v20, v25);
            let v27_at = u32(v26 + k2_at[0].x);
            let v27 = k2_b0[v27_at];
            let v29: f32 = select(0f, v27, v25);
            let v32_at = u32(v26 + k2_at[0].y);
            let v32 = k2_b1[v32_at];
            let v33: i32 = select(0i, v32, v25);
            let v34: i32 = v18;
            let v38: bool = ((v20 < v14) & ((v22 < v29) | ((v29 == v22) & (v33 < v34))));
            v16 = select(v22, v29, v38);
            v18 = select(v34, v33, v38);
        }
        let v44: f32 = v16;
        workgroupBarrier();
        storageBarrier();
        k2_shared[v5] = bitcast<u32>(select(real(0xff800000u), v44, (real(0xff800000u) < v44)));
        workgroupBarrier();
        storageBarrier();
        let v52: bool = (v5 < 128i);
        if (v52) {
            let v55 = k2_shared[(v5 + 128i)];
            let v56: f32 = bitcast<f32>(v55);
            let v57 = k2_shared[v5];
            let v58: f32 = bitcast<f32>(v57);
            let v66: u32 = bitcast<u32>(select(v56, v58, ((v56 < v58) | (2139095040u < (v55 & 2147483647u)))));
            k2_shared[v5] = v66;
        }
        workgroupBarrier();
        storageBarrier();
        let v71: bool = (v5 < 64i);
        if (v71) {
            let v74 = k2_shared[(v5 + 64i)];
            let v75: f32 = bitcast<f32>(v74);
            let v76 = k2_shared[v5];
            let v77: f32 = bitcast<f32>(v76);
            let v85: u32 = bitcast<u32>(select(v75, v77, ((v75 < v77) | (2139095040u < (v74 & 2147483647u)))));
            k2_shared[v5] = v85;
        }
        workgroupBarrier();
        storageBarrier();
        let v90: bool = (v5 < 32i);
        if (v90) {
            let v93 = k2_shared[(v5 + 32i)];
            let v94: f32 = bitcast<f32>(v93);
            let v95 = k2_shared[v5];
            let v96: f32 = bitcast<f32>(v95);
            let v104: u32 = bitcast<u32>(select(v94, v96, ((v94 < v96) | (2139095040u < (v93 & 2147483647u)))));
            k2_shared[v5] = v104;
        }
        workgroupBarrier();
        storageBarrier();
        let v108: bool = (v5 < 16i);
        if (v108) {
            let v111 = k2_shared[(v5 + 16i)];
            let v112: f32 = bitcast<f32>(v111);
            let v113 = k2_shared[v5];
            let v114: f32 = bitcast<f32>(v113);
            let v122: u32 = bitcast<u32>(select(v112, v114, ((v112 < v114) | (2139095040u < (v111 & 2147483647u)))));
            k2_shared[v5] = v122;
        }
        workgroupBarrier();
        storageBarrier();
        let v127: bool = (v5 < 8i);
        if (v127) {
            let v130 = k2_shared[(v5 + 8i)];
            let v131: f32 = bitcast<f32>(v130);
            let v132 = k2_shared[v5];
            let v133: f32 = bitcast<f32>(v132);
            let v141: u32 = bitcast<u32>(select(v131, v133, ((v131 < v133) | (2139095040u < (v130 & 2147483647u)))));
            k2_shared[v5] = v141;
        }
        workgroupBarrier();
        storageBarrier();
        let v146: bool = (v5 < 4i);
        if (v146) {
            let v149 = k2_shared[(v5 + 4i)];
            let v150: f32 = bitcast<f32>(v149);
            let v151 = k2_shared[v5];
            let v152: f32 = bitcast<f32>(v151);
            let v160: u32 = bitcast<u32>(select(v150, v152, ((v150 < v152) | (2139095040u < (v149 & 2147483647u)))));
            k2_shared[v5] = v160;
        }
        workgroupBarrier();
        storageBarrier();
        let v165: bool = (v5 < 2i);
        if (v165) {
            let v168 = k2_shared[(v5 + 2i)];
            let v169: f32 = bitcast<f32>(v168);
            let v170 = k2_shared[v5];
            let v171: f32 = bitcast<f32>(v170);
            let v179: u32 = bitcast<u32>(select(v169, v171, ((v169 < v171) | (2139095040u < (v168 & 2147483647u)))));
            k2_shared[v5] = v179;
        }
        workgroupBarrier();
        storageBarrier();
        let v183: bool = (v5 < 1i);
        if (v183) {
            let v186 = k2_shared[(v5 + 1i)];
            let v187: f32 = bitcast<f32>(v186);
            let v188 = k2_shared[v5];
            let v189: f32 = bitcast<f32>(v188);
            let v197: u32 = bitcast<u32>(select(v187, v189, ((v187 < v189) | (2139095040u < (v186 & 2147483647u)))));
            k2_shared[v5] = v197;
        }
        workgroupBarrier();
        storageBarrier();
        let v201 = k2_shared[0i];
        workgroupBarrier();
        storageBarrier();
        let v208: u32 = bitcast<u32>(min(2147483647i, select(2147483647i, v18, (v44 == bitcast<f32>(v201)))));
        k2_shared[v5] = v208;
        workgroupBarrier();
        storageBarrier();
        if (v52) {
            let v212 = k2_shared[v5];
            let v215 = k2_shared[(v5 + 128i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v212), bitcast<i32>(v215)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v71) {
            let v223 = k2_shared[v5];
            let v226 = k2_shared[(v5 + 64i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v223), bitcast<i32>(v226)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v90) {
            let v234 = k2_shared[v5];
            let v237 = k2_shared[(v5 + 32i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v234), bitcast<i32>(v237)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v108) {
            let v245 = k2_shared[v5];
            let v248 = k2_shared[(v5 + 16i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v245), bitcast<i32>(v248)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v127) {
            let v256 = k2_shared[v5];
            let v259 = k2_shared[(v5 + 8i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v256), bitcast<i32>(v259)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v146) {
            let v267 = k2_shared[v5];
            let v270 = k2_shared[(v5 + 4i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v267), bitcast<i32>(v270)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v165) {
            let v278 = k2_shared[v5];
            let v281 = k2_shared[(v5 + 2i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v278), bitcast<i32>(v281)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v183) {
            let v289 = k2_shared[v5];
            let v292 = k2_shared[(v5 + 1i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v289), bitcast<i32>(v292)));
        }
        workgroupBarrier();
        storageBarrier();
        let v300 = k2_shared[0i];
        let v301: i32 = bitcast<i32>(v300);
        let v305: u32 = u32(max(select(v301, 0i, (v301 == 2147483647i)), 0i));
        if ((v5 == 0i)) {
            let v307_at = u32(0i + k2_at[0].z);
            k2_b2[v307_at] = v305;
        }
    }
}
