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
            workgroupBarrier();
            storageBarrier();
            let v458: u32 = bitcast<u32>((((v447 + v199) + v200) + v201));
            k0_shared[v5] = v458;
            workgroupBarrier();
            storageBarrier();
            if (v101) {
                let v462 = k0_shared[v5];
                let v465 = k0_shared[(v5 + 16i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v462) + bitcast<f32>(v465)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v113) {
                let v473 = k0_shared[v5];
                let v476 = k0_shared[(v5 + 8i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v473) + bitcast<f32>(v476)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v125) {
                let v484 = k0_shared[v5];
                let v487 = k0_shared[(v5 + 4i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v484) + bitcast<f32>(v487)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v137) {
                let v495 = k0_shared[v5];
                let v498 = k0_shared[(v5 + 2i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v495) + bitcast<f32>(v498)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v149) {
                let v506 = k0_shared[v5];
                let v509 = k0_shared[(v5 + 1i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v506) + bitcast<f32>(v509)));
            }
            workgroupBarrier();
            storageBarrier();
            let v516: bool = (v5 == 0i);
            let v517 = k0_shared[0i];
            if (v516) {
                let v520_at = u32(v182 + k0_at[0].w);
                k0_b3[v520_at] = v456;
            }
            let v523: f32 = v169;
            let v527: bool = ((v30 <= v182) | ((v456 <= v523) | (v523 != v523)));
            v169 = select(v456, v523, v527);
            v171 = select(v182, v171, v527);
            let v533: f32 = (bitcast<f32>(v517) * v168);
            if (v516) {
                let v535_at = u32(v184 + k0_at[0].w);
                k0_b3[v535_at] = v533;
            }
            let v538: f32 = v169;
            let v542: bool = ((v30 <= v184) | ((v533 <= v538) | (v538 != v538)));
            v169 = select(v533, v538, v542);
            v171 = select(v184, v171, v542);
        }
        for (var v549: i32 = v181; v549 < v29; v549 += 2i) {
            let v550: i32 = (v549 * 1536i);
            let v551: i32 = (v549 + 1i);
            let v554: bool = ((0i <= v551) & (v551 < 151936i));
            let v555: i32 = select(0i, 1536i, v554);
            let v556: i32 = (v551 * 1536i);
            var v557: f32 = 0f;
            var v558: f32 = 0f;
            var v559: f32 = 0f;
            var v560: f32 = 0f;
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
            for (var v573: i32 = 0i; v573 < 1536i; v573 += 256i) {
                let v574: i32 = (v573 + v13);
                let v576_at = u32((v550 + v574) + k0_at[0].z);
                let v576 = extractBits(k0_b2[v576_at >> 1u], (v576_at & 1u) * 16u, 16u);
                let v580_at = u32(v574 + k0_at[0].x);
                let v580 = k0_b0[v580_at];
                let v581_at = u32(v574 + k0_at[0].y);
                let v581 = extractBits(k0_b1[v581_at >> 1u], (v581_at & 1u) * 16u, 16u);
                let v584: f32 = (v580 * bitcast<f32>((v581 << 16u)));
                let v587: i32 = (v573 + v14);
                let v588_at = u32(v587 + k0_at[0].x);
                let v588 = k0_b0[v588_at];
                let v589_at = u32(v587 + k0_at[0].y);
                let v589 = extractBits(k0_b1[v589_at >> 1u], (v589_at & 1u) * 16u, 16u);
                let v592: f32 = (v588 * bitcast<f32>((v589 << 16u)));
                let v593: i32 = (v573 + v16);
                let v594_at = u32(v593 + k0_at[0].x);
                let v594 = k0_b0[v594_at];
                let v595_at = u32(v593 + k0_at[0].y);
                let v595 = extractBits(k0_b1[v595_at >> 1u], (v595_at & 1u) * 16u, 16u);
                let v598: f32 = (v594 * bitcast<f32>((v595 << 16u)));
                let v599: i32 = (v573 + v18);
                let v600_at = u32(v599 + k0_at[0].x);
                let v600 = k0_b0[v600_at];
                let v601_at = u32(v599 + k0_at[0].y);
                let v601 = extractBits(k0_b1[v601_at >> 1u], (v601_at & 1u) * 16u, 16u);
                let v604: f32 = (v600 * bitcast<f32>((v601 << 16u)));
                let v605: i32 = (v573 + v20);
                let v606_at = u32(v605 + k0_at[0].x);
                let v606 = k0_b0[v606_at];
                let v607_at = u32(v605 + k0_at[0].y);
                let v607 = extractBits(k0_b1[v607_at >> 1u], (v607_at & 1u) * 16u, 16u);
                let v610: f32 = (v606 * bitcast<f32>((v607 << 16u)));
                let v611: i32 = (v573 + v22);
                let v612_at = u32(v611 + k0_at[0].x);
                let v612 = k0_b0[v612_at];
                let v613_at = u32(v611 + k0_at[0].y);
                let v613 = extractBits(k0_b1[v613_at >> 1u], (v613_at & 1u) * 16u, 16u);
                let v616: f32 = (v612 * bitcast<f32>((v613 << 16u)));
                let v617: i32 = (v573 + v24);
                let v618_at = u32(v617 + k0_at[0].x);
                let v618 = k0_b0[v618_at];
                let v619_at = u32(v617 + k0_at[0].y);
                let v619 = extractBits(k0_b1[v619_at >> 1u], (v619_at & 1u) * 16u, 16u);
                let v622: f32 = (v618 * bitcast<f32>((v619 << 16u)));
                let v623: i32 = (v573 + v26);
                let v624_at = u32(v623 + k0_at[0].x);
                let v624 = k0_b0[v624_at];
                let v625_at = u32(v623 + k0_at[0].y);
                let v625 = extractBits(k0_b1[v625_at >> 1u], (v625_at & 1u) * 16u, 16u);
                let v628: f32 = (v624 * bitcast<f32>((v625 << 16u)));
                v557 = fma(bitcast<f32>((v576 << 16u)), v584, v557);
                let v631_at = u32((v550 + v587) + k0_at[0].z);
                let v631 = extractBits(k0_b2[v631_at >> 1u], (v631_at & 1u) * 16u, 16u);
                v558 = fma(bitcast<f32>((v631 << 16u)), v592, v558);
                let v638_at = u32((v550 + v593) + k0_at[0].z);
                let v638 = extractBits(k0_b2[v638_at >> 1u], (v638_at & 1u) * 16u, 16u);
                v559 = fma(bitcast<f32>((v638 << 16u)), v598, v559);
                let v645_at = u32((v550 + v599) + k0_at[0].z);
                let v645 = extractBits(k0_b2[v645_at >> 1u], (v645_at & 1u) * 16u, 16u);
                v560 = fma(bitcast<f32>((v645 << 16u)), v604, v560);
                let v652_at = u32((v550 + v605) + k0_at[0].z);
                let v652 = extractBits(k0_b2[v652_at >> 1u], (v652_at & 1u) * 16u, 16u);
                v561 = fma(bitcast<f32>((v652 << 16u)), v610, v561);
                let v659_at = u32((v550 + v611) + k0_at[0].z);
                let v659 = extractBits(k0_b2[v659_at >> 1u], (v659_at & 1u) * 16u, 16u);
                v562 = fma(bitcast<f32>((v659 << 16u)), v616, v562);
                let v666_at = u32((v550 + v617) + k0_at[0].z);
                let v666 = extractBits(k0_b2[v666_at >> 1u], (v666_at & 1u) * 16u, 16u);
                v563 = fma(bitcast<f32>((v666 << 16u)), v622, v563);
                let v673_at = u32((v550 + v623) + k0_at[0].z);
                let v673 = extractBits(k0_b2[v673_at >> 1u], (v673_at & 1u) * 16u, 16u);
                v564 = fma(bitcast<f32>((v673 << 16u)), v628, v564);
                let v681: bool = ((0i <= v574) & (v574 < v555));
                let v684_at = u32(select(0i, (v556 + v574), v681) + k0_at[0].z);
                let v684 = extractBits(k0_b2[v684_at >> 1u], (v684_at & 1u) * 16u, 16u);
                v565 = fma(bitcast<f32>((select(0u, v684, v681) << 16u)), v584, v565);
                let v694: bool = ((0i <= v587) & (v587 < v555));
                let v697_at = u32(select(0i, (v556 + v587), v694) + k0_at[0].z);
                let v697 = extractBits(k0_b2[v697_at >> 1u], (v697_at & 1u) * 16u, 16u);
                v566 = fma(bitcast<f32>((select(0u, v697, v694) << 16u)), v592, v566);
                let v706: bool = ((0i <= v593) & (v593 < v555));
                let v709_at = u32(select(0i, (v556 + v593), v706) + k0_at[0].z);
                let v709 = extractBits(k0_b2[v709_at >> 1u], (v709_at & 1u) * 16u, 16u);
                v567 = fma(bitcast<f32>((select(0u, v709, v706) << 16u)), v598, v567);
                let v718: bool = ((0i <= v599) & (v599 < v555));
                let v721_at = u32(select(0i, (v556 + v599), v718) + k0_at[0].z);
                let v721 = extractBits(k0_b2[v721_at >> 1u], (v721_at & 1u) * 16u, 16u);
                v568 = fma(bitcast<f32>((select(0u, v721, v718) << 16u)), v604, v568);
                let v730: bool = ((0i <= v605) & (v605 < v555));
                let v733_at = u32(select(0i, (v556 + v605), v730) + k0_at[0].z);
                let v733 = extractBits(k0_b2[v733_at >> 1u], (v733_at & 1u) * 16u, 16u);
                v569 = fma(bitcast<f32>((select(0u, v733, v730) << 16u)), v610, v569);
                let v742: bool = ((0i <= v611) & (v611 < v555));
                let v745_at = u32(select(0i, (v556 + v611), v742) + k0_at[0].z);
                let v745 = extractBits(k0_b2[v745_at >> 1u], (v745_at & 1u) * 16u, 16u);
                v570 = fma(bitcast<f32>((select(0u, v745, v742) << 16u)), v616, v570);
                let v754: bool = ((0i <= v617) & (v617 < v555));
                let v757_at = u32(select(0i, (v556 + v617), v754) + k0_at[0].z);
                let v757 = extractBits(k0_b2[v757_at >> 1u], (v757_at & 1u) * 16u, 16u);
                v571 = fma(bitcast<f32>((select(0u, v757, v754) << 16u)), v622, v571);
                let v766: bool = ((0i <= v623) & (v623 < v555));
                let v769_at = u32(select(0i, (v556 + v623), v766) + k0_at[0].z);
                let v769 = extractBits(k0_b2[v769_at >> 1u], (v769_at & 1u) * 16u, 16u);
                v572 = fma(bitcast<f32>((select(0u, v769, v766) << 16u)), v628, v572);
            }
            let v785: f32 = ((((v557 + v558) + v559) + v560) + v561);
            workgroupBarrier();
            storageBarrier();
            let v793: u32 = bitcast<u32>((((v785 + v562) + v563) + v564));
            k0_shared[v5] = v793;
            workgroupBarrier();
            storageBarrier();
            if (v101) {
                let v797 = k0_shared[v5];
                let v800 = k0_shared[(v5 + 16i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v797) + bitcast<f32>(v800)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v113) {
                let v808 = k0_shared[v5];
                let v811 = k0_shared[(v5 + 8i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v808) + bitcast<f32>(v811)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v125) {
                let v819 = k0_shared[v5];
                let v822 = k0_shared[(v5 + 4i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v819) + bitcast<f32>(v822)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v137) {
                let v830 = k0_shared[v5];
                let v833 = k0_shared[(v5 + 2i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v830) + bitcast<f32>(v833)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v149) {
                let v841 = k0_shared[v5];
                let v844 = k0_shared[(v5 + 1i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v841) + bitcast<f32>(v844)));
            }
            workgroupBarrier();
            storageBarrier();
            let v859: f32 = ((((v565 + v566) + v567) + v568) + v569);
            let v866 = k0_shared[0i];
            let v868: f32 = (bitcast<f32>(v866) * v168);
            workgroupBarrier();
            storageBarrier();
            let v870: u32 = bitcast<u32>((((v859 + v570) + v571) + v572));
            k0_shared[v5] = v870;
            workgroupBarrier();
            storageBarrier();
            if (v101) {
                let v874 = k0_shared[v5];
                let v877 = k0_shared[(v5 + 16i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v874) + bitcast<f32>(v877)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v113) {
                let v885 = k0_shared[v5];
                let v888 = k0_shared[(v5 + 8i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v885) + bitcast<f32>(v888)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v125) {
                let v896 = k0_shared[v5];
                let v899 = k0_shared[(v5 + 4i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v896) + bitcast<f32>(v899)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v137) {
                let v907 = k0_shared[v5];
                let v910 = k0_shared[(v5 + 2i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v907) + bitcast<f32>(v910)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v149) {
                let v918 = k0_shared[v5];
                let v921 = k0_shared[(v5 + 1i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v918) + bitcast<f32>(v921)));
            }
            workgroupBarrier();
            storageBarrier();
            let v928: bool = (v5 == 0i);
            let v929 = k0_shared[0i];
            if (v928) {
                let v932_at = u32(v549 + k0_at[0].w);
                k0_b3[v932_at] = v868;
            }
            let v935: f32 = v169;
            let v939: bool = ((v30 <= v549) | ((v868 <= v935) | (v935 != v935)));
            v169 = select(v868, v935, v939);
            v171 = select(v549, v171, v939);
            let v945: f32 = (bitcast<f32>(v929) * v168);
            if (v928) {
                if (v554) {
                    let v948_at = u32(v551 + k0_at[0].w);
                    k0_b3[v948_at] = v945;
                }
            }
            let v952: f32 = v169;
            let v956: bool = ((v30 <= v551) | ((v945 <= v952) | (v952 != v952)));
            v169 = select(v945, v952, v956);
            v171 = select(v551, v171, v956);
        }
        let v963: bool = (v5 == 0i);
        let v964: i32 = (v27 / 16i);
        let v965: f32 = v169;
        if (v963) {
            let v967_at = u32(v964 + k0_at[1].x);
            k0_b4[v967_at] = v965;
        }
        let v969: i32 = v171;
        if (v963) {
            let v971_at = u32(v964 + k0_at[1].y);
            k0_b5[v971_at] = v969;
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
            workgroupBarrier();
            storageBarrier();
            let v473: u32 = bitcast<u32>((((v462 + v204) + v205) + v206));
            k1_shared[v5] = v473;
            workgroupBarrier();
            storageBarrier();
            if (v106) {
                let v477 = k1_shared[v5];
                let v480 = k1_shared[(v5 + 16i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v477) + bitcast<f32>(v480)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v118) {
                let v488 = k1_shared[v5];
                let v491 = k1_shared[(v5 + 8i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v488) + bitcast<f32>(v491)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v130) {
                let v499 = k1_shared[v5];
                let v502 = k1_shared[(v5 + 4i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v499) + bitcast<f32>(v502)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v142) {
                let v510 = k1_shared[v5];
                let v513 = k1_shared[(v5 + 2i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v510) + bitcast<f32>(v513)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v154) {
                let v521 = k1_shared[v5];
                let v524 = k1_shared[(v5 + 1i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v521) + bitcast<f32>(v524)));
            }
            workgroupBarrier();
            storageBarrier();
            let v531: bool = (v5 == 0i);
            let v532 = k1_shared[0i];
            if (v531) {
                let v535_at = u32(v187 + k1_at[0].w);
                k1_b3[v535_at] = v471;
            }
            let v538: f32 = v174;
            let v542: bool = ((v20 <= v187) | ((v471 <= v538) | (v538 != v538)));
            v174 = select(v471, v538, v542);
            v176 = select(v187, v176, v542);
            let v548: f32 = (bitcast<f32>(v532) * v173);
            if (v531) {
                let v550_at = u32(v189 + k1_at[0].w);
                k1_b3[v550_at] = v548;
            }
            let v553: f32 = v174;
            let v557: bool = ((v20 <= v189) | ((v548 <= v553) | (v553 != v553)));
            v174 = select(v548, v553, v557);
            v176 = select(v189, v176, v557);
        }
        for (var v564: i32 = v186; v564 < v18; v564 += 2i) {
            let v565: i32 = (v564 * 1536i);
            let v566: i32 = (v564 + 1i);
            let v569: bool = ((0i <= v566) & (v566 < 151936i));
            let v570: i32 = select(0i, 1536i, v569);
            let v571: i32 = (v566 * 1536i);
            var v572: f32 = 0f;
            var v573: f32 = 0f;
            var v574: f32 = 0f;
            var v575: f32 = 0f;
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
            for (var v588: i32 = 0i; v588 < 1536i; v588 += 256i) {
                let v589: i32 = (v588 + v13);
                let v592_at = u32(((v565 + v589) >> u32(3i)) + k1_at[0].z / 8i);
                let v592 = k1_b2[v592_at];
                let v599: i32 = (v589 >> u32(2i));
                let v600_at = u32(v599 + k1_at[0].x / 4i);
                let v600 = k1_b0[v600_at];
                let v604_at = u32((v589 >> u32(3i)) + k1_at[0].y / 8i);
                let v604 = k1_b1[v604_at];
                let v609: f32 = (bitcast<f32>(v600.x) * bitcast<f32>(((v604.x & 65535u) << 16u)));
                let v617: f32 = (bitcast<f32>(v600.y) * bitcast<f32>(((v604.x >> 16u) << 16u)));
                let v624: f32 = (bitcast<f32>(v600.z) * bitcast<f32>(((v604.y & 65535u) << 16u)));
                let v630: f32 = (bitcast<f32>(v600.w) * bitcast<f32>(((v604.y >> 16u) << 16u)));
                let v632_at = u32((v599 + 1i) + k1_at[0].x / 4i);
                let v632 = k1_b0[v632_at];
                let v639: f32 = (bitcast<f32>(v632.x) * bitcast<f32>(((v604.z & 65535u) << 16u)));
                let v645: f32 = (bitcast<f32>(v632.y) * bitcast<f32>(((v604.z >> 16u) << 16u)));
                let v652: f32 = (bitcast<f32>(v632.z) * bitcast<f32>(((v604.w & 65535u) << 16u)));
                let v658: f32 = (bitcast<f32>(v632.w) * bitcast<f32>(((v604.w >> 16u) << 16u)));
                v572 = fma(bitcast<f32>(((v592.x & 65535u) << 16u)), v609, v572);
                v573 = fma(bitcast<f32>(((v592.x >> 16u) << 16u)), v617, v573);
                v574 = fma(bitcast<f32>(((v592.y & 65535u) << 16u)), v624, v574);
                v575 = fma(bitcast<f32>(((v592.y >> 16u) << 16u)), v630, v575);
                v576 = fma(bitcast<f32>(((v592.z & 65535u) << 16u)), v639, v576);
                v577 = fma(bitcast<f32>(((v592.z >> 16u) << 16u)), v645, v577);
                v578 = fma(bitcast<f32>(((v592.w & 65535u) << 16u)), v652, v578);
                v579 = fma(bitcast<f32>(((v592.w >> 16u) << 16u)), v658, v579);
                let v708: bool = ((0i <= v589) & (v589 < v570));
                let v711_at = u32(select(0i, (v571 + v589), v708) + k1_at[0].z);
                let v711 = extractBits(k1_b2[(v711_at >> 1u) >> 2u][(v711_at >> 1u) & 3u], (v711_at & 1u) * 16u, 16u);
                v580 = fma(bitcast<f32>((select(0u, v711, v708) << 16u)), v609, v580);
                let v718: i32 = (v588 + v21);
                let v721: bool = ((0i <= v718) & (v718 < v570));
                let v724_at = u32(select(0i, (v571 + v718), v721) + k1_at[0].z);
                let v724 = extractBits(k1_b2[(v724_at >> 1u) >> 2u][(v724_at >> 1u) & 3u], (v724_at & 1u) * 16u, 16u);
                v581 = fma(bitcast<f32>((select(0u, v724, v721) << 16u)), v617, v581);
                let v731: i32 = (v588 + v22);
                let v734: bool = ((0i <= v731) & (v731 < v570));
                let v737_at = u32(select(0i, (v571 + v731), v734) + k1_at[0].z);
                let v737 = extractBits(k1_b2[(v737_at >> 1u) >> 2u][(v737_at >> 1u) & 3u], (v737_at & 1u) * 16u, 16u);
                v582 = fma(bitcast<f32>((select(0u, v737, v734) << 16u)), v624, v582);
                let v744: i32 = (v588 + v23);
                let v747: bool = ((0i <= v744) & (v744 < v570));
                let v750_at = u32(select(0i, (v571 + v744), v747) + k1_at[0].z);
                let v750 = extractBits(k1_b2[(v750_at >> 1u) >> 2u][(v750_at >> 1u) & 3u], (v750_at & 1u) * 16u, 16u);
                v583 = fma(bitcast<f32>((select(0u, v750, v747) << 16u)), v630, v583);
                let v757: i32 = (v588 + v24);
                let v760: bool = ((0i <= v757) & (v757 < v570));
                let v763_at = u32(select(0i, (v571 + v757), v760) + k1_at[0].z);
                let v763 = extractBits(k1_b2[(v763_at >> 1u) >> 2u][(v763_at >> 1u) & 3u], (v763_at & 1u) * 16u, 16u);
                v584 = fma(bitcast<f32>((select(0u, v763, v760) << 16u)), v639, v584);
                let v770: i32 = (v588 + v26);
                let v773: bool = ((0i <= v770) & (v770 < v570));
                let v776_at = u32(select(0i, (v571 + v770), v773) + k1_at[0].z);
                let v776 = extractBits(k1_b2[(v776_at >> 1u) >> 2u][(v776_at >> 1u) & 3u], (v776_at & 1u) * 16u, 16u);
                v585 = fma(bitcast<f32>((select(0u, v776, v773) << 16u)), v645, v585);
                let v783: i32 = (v588 + v28);
                let v786: bool = ((0i <= v783) & (v783 < v570));
                let v789_at = u32(select(0i, (v571 + v783), v786) + k1_at[0].z);
                let v789 = extractBits(k1_b2[(v789_at >> 1u) >> 2u][(v789_at >> 1u) & 3u], (v789_at & 1u) * 16u, 16u);
                v586 = fma(bitcast<f32>((select(0u, v789, v786) << 16u)), v652, v586);
                let v796: i32 = (v588 + v30);
                let v799: bool = ((0i <= v796) & (v796 < v570));
                let v802_at = u32(select(0i, (v571 + v796), v799) + k1_at[0].z);
                let v802 = extractBits(k1_b2[(v802_at >> 1u) >> 2u][(v802_at >> 1u) & 3u], (v802_at & 1u) * 16u, 16u);
                v587 = fma(bitcast<f32>((select(0u, v802, v799) << 16u)), v658, v587);
            }
            let v818: f32 = ((((v572 + v573) + v574) + v575) + v576);
            workgroupBarrier();
            storageBarrier();
            let v826: u32 = bitcast<u32>((((v818 + v577) + v578) + v579));
            k1_shared[v5] = v826;
            workgroupBarrier();
            storageBarrier();
            if (v106) {
                let v830 = k1_shared[v5];
                let v833 = k1_shared[(v5 + 16i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v830) + bitcast<f32>(v833)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v118) {
                let v841 = k1_shared[v5];
                let v844 = k1_shared[(v5 + 8i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v841) + bitcast<f32>(v844)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v130) {
                let v852 = k1_shared[v5];
                let v855 = k1_shared[(v5 + 4i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v852) + bitcast<f32>(v855)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v142) {
                let v863 = k1_shared[v5];
                let v866 = k1_shared[(v5 + 2i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v863) + bitcast<f32>(v866)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v154) {
                let v874 = k1_shared[v5];
                let v877 = k1_shared[(v5 + 1i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v874) + bitcast<f32>(v877)));
            }
            workgroupBarrier();
            storageBarrier();
            let v892: f32 = ((((v580 + v581) + v582) + v583) + v584);
            let v899 = k1_shared[0i];
            let v901: f32 = (bitcast<f32>(v899) * v173);
            workgroupBarrier();
            storageBarrier();
            let v903: u32 = bitcast<u32>((((v892 + v585) + v586) + v587));
            k1_shared[v5] = v903;
            workgroupBarrier();
            storageBarrier();
            if (v106) {
                let v907 = k1_shared[v5];
                let v910 = k1_shared[(v5 + 16i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v907) + bitcast<f32>(v910)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v118) {
                let v918 = k1_shared[v5];
                let v921 = k1_shared[(v5 + 8i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v918) + bitcast<f32>(v921)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v130) {
                let v929 = k1_shared[v5];
                let v932 = k1_shared[(v5 + 4i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v929) + bitcast<f32>(v932)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v142) {
                let v940 = k1_shared[v5];
                let v943 = k1_shared[(v5 + 2i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v940) + bitcast<f32>(v943)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v154) {
                let v951 = k1_shared[v5];
                let v954 = k1_shared[(v5 + 1i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v951) + bitcast<f32>(v954)));
            }
            workgroupBarrier();
            storageBarrier();
            let v961: bool = (v5 == 0i);
            let v962 = k1_shared[0i];
            if (v961) {
                let v965_at = u32(v564 + k1_at[0].w);
                k1_b3[v965_at] = v901;
            }
            let v968: f32 = v174;
            let v972: bool = ((v20 <= v564) | ((v901 <= v968) | (v968 != v968)));
            v174 = select(v901, v968, v972);
            v176 = select(v564, v176, v972);
            let v978: f32 = (bitcast<f32>(v962) * v173);
            if (v961) {
                if (v569) {
                    let v981_at = u32(v566 + k1_at[0].w);
                    k1_b3[v981_at] = v978;
                }
            }
            let v985: f32 = v174;
            let v989: bool = ((v20 <= v566) | ((v978 <= v985) | (v985 != v985)));
            v174 = select(v978, v985, v989);
            v176 = select(v566, v176, v989);
        }
        let v996: bool = (v5 == 0i);
        let v997: i32 = (v16 / 16i);
        let v998: f32 = v174;
        if (v996) {
            let v1000_at = u32(v997 + k1_at[1].x);
            k1_b4[v1000_at] = v998;
        }
        let v1002: i32 = v176;
        if (v996) {
            let v1004_at = u32(v997 + k1_at[1].y);
            k1_b5[v1004_at] = v1002;
        }
    }
}

// tessera kernel norm_lm_head_argmax__final entry k_ts_norm_lm_head_argmax__final wide 0 params i32:val:32:9496,i32:idx:32:9496,o32:token:32:1,o32:top:32:1 sizes 1 threads 256 teams 1 count 1 shared 2048 cost 1
@group(0) @binding(0) var<storage, read> k2_b0: array<f32>; // val
@group(0) @binding(1) var<storage, read> k2_b1: array<i32>; // idx
@group(0) @binding(2) var<storage, read_write> k2_b2: array<u32>; // token
@group(0) @binding(3) var<storage, read_write> k2_b3: array<f32>; // top
@group(0) @binding(4) var<uniform> k2_at: array<vec4<i32>, 2>; // offsets, sizes
var<workgroup> k2_shared: array<u32, 512>;
@compute @workgroup_size(256)
fn k_ts_norm_lm_head_argmax__final(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v5: i32 = i32(thread);
    for (var v6: i32 = v1; v6 < 1i; v6 += v3) {
        let v9: i32 = k2_at[1].x;
        let v14: i32 = ((v9 / 16i) + min((v9 % 16i), 1i));
        var v16: f32 = real(0xff800000u);
        var v18: i32 = 2147483647i;
        for (var v19: i32 = 0i; v19 < v14; v19 += 256i) {
            let v20: i32 = (v19 + v5);
            let v24: bool = ((0i <= v20) & (v20 < 9496i));
            let v25: i32 = select(0i, v20, v24);
            let v26_at = u32(v25 + k2_at[0].x);
            let v26 = k2_b0[v26_at];
            let v28: f32 = select(0f, v26, v24);
            let v29: f32 = v16;
            let v33: bool = ((v14 <= v20) | ((v28 <= v29) | (v29 != v29)));
            v16 = select(v28, v29, v33);
            let v37_at = u32(v25 + k2_at[0].y);
            let v37 = k2_b1[v37_at];
            v18 = select(select(0i, v37, v24), v18, v33);
        }
        let v42: f32 = v16;
        let v44: i32 = v18;
        workgroupBarrier();
        storageBarrier();
        k2_shared[v5] = bitcast<u32>(min(2147483647i, select(2147483647i, v44, (v42 != v42))));
        workgroupBarrier();
        storageBarrier();
        let v52: bool = (v5 < 128i);
        if (v52) {
            let v54 = k2_shared[v5];
            let v57 = k2_shared[(v5 + 128i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v54), bitcast<i32>(v57)));
        }
        workgroupBarrier();
        storageBarrier();
        let v65: bool = (v5 < 64i);
        if (v65) {
            let v67 = k2_shared[v5];
            let v70 = k2_shared[(v5 + 64i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v67), bitcast<i32>(v70)));
        }
        workgroupBarrier();
        storageBarrier();
        let v78: bool = (v5 < 32i);
        if (v78) {
            let v80 = k2_shared[v5];
            let v83 = k2_shared[(v5 + 32i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v80), bitcast<i32>(v83)));
        }
        workgroupBarrier();
        storageBarrier();
        let v90: bool = (v5 < 16i);
        if (v90) {
            let v92 = k2_shared[v5];
            let v95 = k2_shared[(v5 + 16i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v92), bitcast<i32>(v95)));
        }
        workgroupBarrier();
        storageBarrier();
        let v103: bool = (v5 < 8i);
        if (v103) {
            let v105 = k2_shared[v5];
            let v108 = k2_shared[(v5 + 8i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v105), bitcast<i32>(v108)));
        }
        workgroupBarrier();
        storageBarrier();
        let v116: bool = (v5 < 4i);
        if (v116) {
            let v118 = k2_shared[v5];
            let v121 = k2_shared[(v5 + 4i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v118), bitcast<i32>(v121)));
        }
        workgroupBarrier();
        storageBarrier();
        let v129: bool = (v5 < 2i);
        if (v129) {
            let v131 = k2_shared[v5];
            let v134 = k2_shared[(v5 + 2i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v131), bitcast<i32>(v134)));
        }
        workgroupBarrier();
        storageBarrier();
        let v141: bool = (v5 < 1i);
        if (v141) {
            let v143 = k2_shared[v5];
            let v146 = k2_shared[(v5 + 1i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v143), bitcast<i32>(v146)));
        }
        workgroupBarrier();
        storageBarrier();
        let v155 = k2_shared[0i];
        let v156: i32 = bitcast<i32>(v155);
        let v157: bool = (v156 != 2147483647i);
        workgroupBarrier();
        storageBarrier();
        k2_shared[v5] = bitcast<u32>(select(real(0xff800000u), v42, (real(0xff800000u) < v42)));
        workgroupBarrier();
        storageBarrier();
        if (v52) {
            let v164 = k2_shared[(v5 + 128i)];
            let v165: f32 = bitcast<f32>(v164);
            let v166 = k2_shared[v5];
            let v167: f32 = bitcast<f32>(v166);
            let v175: u32 = bitcast<u32>(select(v165, v167, ((v165 < v167) | (2139095040u < (v164 & 2147483647u)))));
            k2_shared[v5] = v175;
        }
        workgroupBarrier();
        storageBarrier();
        if (v65) {
            let v181 = k2_shared[(v5 + 64i)];
            let v182: f32 = bitcast<f32>(v181);
            let v183 = k2_shared[v5];
            let v184: f32 = bitcast<f32>(v183);
            let v192: u32 = bitcast<u32>(select(v182, v184, ((v182 < v184) | (2139095040u < (v181 & 2147483647u)))));
            k2_shared[v5] = v192;
        }
        workgroupBarrier();
        storageBarrier();
        if (v78) {
            let v198 = k2_shared[(v5 + 32i)];
            let v199: f32 = bitcast<f32>(v198);
            let v200 = k2_shared[v5];
            let v201: f32 = bitcast<f32>(v200);
            let v209: u32 = bitcast<u32>(select(v199, v201, ((v199 < v201) | (2139095040u < (v198 & 2147483647u)))));
            k2_shared[v5] = v209;
        }
        workgroupBarrier();
        storageBarrier();
        if (v90) {
            let v215 = k2_shared[(v5 + 16i)];
            let v216: f32 = bitcast<f32>(v215);
            let v217 = k2_shared[v5];
            let v218: f32 = bitcast<f32>(v217);
            let v226: u32 = bitcast<u32>(select(v216, v218, ((v216 < v218) | (2139095040u < (v215 & 2147483647u)))));
            k2_shared[v5] = v226;
        }
        workgroupBarrier();
        storageBarrier();
        if (v103) {
            let v232 = k2_shared[(v5 + 8i)];
            let v233: f32 = bitcast<f32>(v232);
            let v234 = k2_shared[v5];
            let v235: f32 = bitcast<f32>(v234);
            let v243: u32 = bitcast<u32>(select(v233, v235, ((v233 < v235) | (2139095040u < (v232 & 2147483647u)))));
            k2_shared[v5] = v243;
        }
        workgroupBarrier();
        storageBarrier();
        if (v116) {
            let v249 = k2_shared[(v5 + 4i)];
            let v250: f32 = bitcast<f32>(v249);
            let v251 = k2_shared[v5];
            let v252: f32 = bitcast<f32>(v251);
            let v260: u32 = bitcast<u32>(select(v250, v252, ((v250 < v252) | (2139095040u < (v249 & 2147483647u)))));
            k2_shared[v5] = v260;
        }
        workgroupBarrier();
        storageBarrier();
        if (v129) {
            let v266 = k2_shared[(v5 + 2i)];
            let v267: f32 = bitcast<f32>(v266);
            let v268 = k2_shared[v5];
            let v269: f32 = bitcast<f32>(v268);
            let v277: u32 = bitcast<u32>(select(v267, v269, ((v267 < v269) | (2139095040u < (v266 & 2147483647u)))));
            k2_shared[v5] = v277;
        }
        workgroupBarrier();
        storageBarrier();
        if (v141) {
            let v283 = k2_shared[(v5 + 1i)];
            let v284: f32 = bitcast<f32>(v283);
            let v285 = k2_shared[v5];
            let v286: f32 = bitcast<f32>(v285);
            let v294: u32 = bitcast<u32>(select(v284, v286, ((v284 < v286) | (2139095040u < (v283 & 2147483647u)))));
            k2_shared[v5] = v294;
        }
        workgroupBarrier();
        storageBarrier();
        let v298 = k2_shared[0i];
        let v299: f32 = bitcast<f32>(v298);
        workgroupBarrier();
        storageBarrier();
        k2_shared[v5] = bitcast<u32>(min(2147483647i, select(2147483647i, v44, (v42 == v299))));
        workgroupBarrier();
        storageBarrier();
        if (v52) {
            let v308 = k2_shared[v5];
            let v311 = k2_shared[(v5 + 128i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v308), bitcast<i32>(v311)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v65) {
            let v319 = k2_shared[v5];
            let v322 = k2_shared[(v5 + 64i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v319), bitcast<i32>(v322)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v78) {
            let v330 = k2_shared[v5];
            let v333 = k2_shared[(v5 + 32i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v330), bitcast<i32>(v333)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v90) {
            let v341 = k2_shared[v5];
            let v344 = k2_shared[(v5 + 16i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v341), bitcast<i32>(v344)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v103) {
            let v352 = k2_shared[v5];
            let v355 = k2_shared[(v5 + 8i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v352), bitcast<i32>(v355)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v116) {
            let v363 = k2_shared[v5];
            let v366 = k2_shared[(v5 + 4i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v363), bitcast<i32>(v366)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v129) {
            let v374 = k2_shared[v5];
            let v377 = k2_shared[(v5 + 2i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v374), bitcast<i32>(v377)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v141) {
            let v385 = k2_shared[v5];
            let v388 = k2_shared[(v5 + 1i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v385), bitcast<i32>(v388)));
        }
        workgroupBarrier();
        storageBarrier();
        let v395: bool = (v5 == 0i);
        let v396 = k2_shared[0i];
        let v398: i32 = select(bitcast<i32>(v396), v156, v157);
        let v402: u32 = u32(max(select(v398, 0i, (v398 == 2147483647i)), 0i));
        let v404: f32 = select(v299, real(0x7fc00000u), v157);
        if (v395) {
            let v406_at = u32(0i + k2_at[0].z);
            k2_b2[v406_at] = v402;
        }
        if (v395) {
            let v409_at = u32(0i + k2_at[0].w);
            k2_b3[v409_at] = v404;
        }
    }
}
