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
            let v527: f32 = v169;
            let v533: bool = ((((bitcast<i32>(v456) & 2147483647i) <= 2139095040i) & (v456 <= v527)) | (2139095040i < (bitcast<i32>(v527) & 2147483647i)));
            let v534: bool = ((v30 <= v182) | v533);
            v169 = select(v456, v527, v534);
            v171 = select(v182, v171, v534);
            let v540: f32 = (bitcast<f32>(v517) * v168);
            if (v516) {
                let v542_at = u32(v184 + k0_at[0].w);
                k0_b3[v542_at] = v540;
            }
            let v548: f32 = v169;
            let v554: bool = ((((bitcast<i32>(v540) & 2147483647i) <= 2139095040i) & (v540 <= v548)) | (2139095040i < (bitcast<i32>(v548) & 2147483647i)));
            let v555: bool = ((v30 <= v184) | v554);
            v169 = select(v540, v548, v555);
            v171 = select(v184, v171, v555);
        }
        for (var v562: i32 = v181; v562 < v29; v562 += 2i) {
            let v563: i32 = (v562 * 1536i);
            let v564: i32 = (v562 + 1i);
            let v567: bool = ((0i <= v564) & (v564 < 151936i));
            let v568: i32 = select(0i, 1536i, v567);
            let v569: i32 = (v564 * 1536i);
            var v570: f32 = 0f;
            var v571: f32 = 0f;
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
            for (var v586: i32 = 0i; v586 < 1536i; v586 += 256i) {
                let v587: i32 = (v586 + v13);
                let v589_at = u32((v563 + v587) + k0_at[0].z);
                let v589 = extractBits(k0_b2[v589_at >> 1u], (v589_at & 1u) * 16u, 16u);
                let v593_at = u32(v587 + k0_at[0].x);
                let v593 = k0_b0[v593_at];
                let v594_at = u32(v587 + k0_at[0].y);
                let v594 = extractBits(k0_b1[v594_at >> 1u], (v594_at & 1u) * 16u, 16u);
                let v597: f32 = (v593 * bitcast<f32>((v594 << 16u)));
                let v600: i32 = (v586 + v14);
                let v601_at = u32(v600 + k0_at[0].x);
                let v601 = k0_b0[v601_at];
                let v602_at = u32(v600 + k0_at[0].y);
                let v602 = extractBits(k0_b1[v602_at >> 1u], (v602_at & 1u) * 16u, 16u);
                let v605: f32 = (v601 * bitcast<f32>((v602 << 16u)));
                let v606: i32 = (v586 + v16);
                let v607_at = u32(v606 + k0_at[0].x);
                let v607 = k0_b0[v607_at];
                let v608_at = u32(v606 + k0_at[0].y);
                let v608 = extractBits(k0_b1[v608_at >> 1u], (v608_at & 1u) * 16u, 16u);
                let v611: f32 = (v607 * bitcast<f32>((v608 << 16u)));
                let v612: i32 = (v586 + v18);
                let v613_at = u32(v612 + k0_at[0].x);
                let v613 = k0_b0[v613_at];
                let v614_at = u32(v612 + k0_at[0].y);
                let v614 = extractBits(k0_b1[v614_at >> 1u], (v614_at & 1u) * 16u, 16u);
                let v617: f32 = (v613 * bitcast<f32>((v614 << 16u)));
                let v618: i32 = (v586 + v20);
                let v619_at = u32(v618 + k0_at[0].x);
                let v619 = k0_b0[v619_at];
                let v620_at = u32(v618 + k0_at[0].y);
                let v620 = extractBits(k0_b1[v620_at >> 1u], (v620_at & 1u) * 16u, 16u);
                let v623: f32 = (v619 * bitcast<f32>((v620 << 16u)));
                let v624: i32 = (v586 + v22);
                let v625_at = u32(v624 + k0_at[0].x);
                let v625 = k0_b0[v625_at];
                let v626_at = u32(v624 + k0_at[0].y);
                let v626 = extractBits(k0_b1[v626_at >> 1u], (v626_at & 1u) * 16u, 16u);
                let v629: f32 = (v625 * bitcast<f32>((v626 << 16u)));
                let v630: i32 = (v586 + v24);
                let v631_at = u32(v630 + k0_at[0].x);
                let v631 = k0_b0[v631_at];
                let v632_at = u32(v630 + k0_at[0].y);
                let v632 = extractBits(k0_b1[v632_at >> 1u], (v632_at & 1u) * 16u, 16u);
                let v635: f32 = (v631 * bitcast<f32>((v632 << 16u)));
                let v636: i32 = (v586 + v26);
                let v637_at = u32(v636 + k0_at[0].x);
                let v637 = k0_b0[v637_at];
                let v638_at = u32(v636 + k0_at[0].y);
                let v638 = extractBits(k0_b1[v638_at >> 1u], (v638_at & 1u) * 16u, 16u);
                let v641: f32 = (v637 * bitcast<f32>((v638 << 16u)));
                v570 = fma(bitcast<f32>((v589 << 16u)), v597, v570);
                let v644_at = u32((v563 + v600) + k0_at[0].z);
                let v644 = extractBits(k0_b2[v644_at >> 1u], (v644_at & 1u) * 16u, 16u);
                v571 = fma(bitcast<f32>((v644 << 16u)), v605, v571);
                let v651_at = u32((v563 + v606) + k0_at[0].z);
                let v651 = extractBits(k0_b2[v651_at >> 1u], (v651_at & 1u) * 16u, 16u);
                v572 = fma(bitcast<f32>((v651 << 16u)), v611, v572);
                let v658_at = u32((v563 + v612) + k0_at[0].z);
                let v658 = extractBits(k0_b2[v658_at >> 1u], (v658_at & 1u) * 16u, 16u);
                v573 = fma(bitcast<f32>((v658 << 16u)), v617, v573);
                let v665_at = u32((v563 + v618) + k0_at[0].z);
                let v665 = extractBits(k0_b2[v665_at >> 1u], (v665_at & 1u) * 16u, 16u);
                v574 = fma(bitcast<f32>((v665 << 16u)), v623, v574);
                let v672_at = u32((v563 + v624) + k0_at[0].z);
                let v672 = extractBits(k0_b2[v672_at >> 1u], (v672_at & 1u) * 16u, 16u);
                v575 = fma(bitcast<f32>((v672 << 16u)), v629, v575);
                let v679_at = u32((v563 + v630) + k0_at[0].z);
                let v679 = extractBits(k0_b2[v679_at >> 1u], (v679_at & 1u) * 16u, 16u);
                v576 = fma(bitcast<f32>((v679 << 16u)), v635, v576);
                let v686_at = u32((v563 + v636) + k0_at[0].z);
                let v686 = extractBits(k0_b2[v686_at >> 1u], (v686_at & 1u) * 16u, 16u);
                v577 = fma(bitcast<f32>((v686 << 16u)), v641, v577);
                let v694: bool = ((0i <= v587) & (v587 < v568));
                let v697_at = u32(select(0i, (v569 + v587), v694) + k0_at[0].z);
                let v697 = extractBits(k0_b2[v697_at >> 1u], (v697_at & 1u) * 16u, 16u);
                v578 = fma(bitcast<f32>((select(0u, v697, v694) << 16u)), v597, v578);
                let v707: bool = ((0i <= v600) & (v600 < v568));
                let v710_at = u32(select(0i, (v569 + v600), v707) + k0_at[0].z);
                let v710 = extractBits(k0_b2[v710_at >> 1u], (v710_at & 1u) * 16u, 16u);
                v579 = fma(bitcast<f32>((select(0u, v710, v707) << 16u)), v605, v579);
                let v719: bool = ((0i <= v606) & (v606 < v568));
                let v722_at = u32(select(0i, (v569 + v606), v719) + k0_at[0].z);
                let v722 = extractBits(k0_b2[v722_at >> 1u], (v722_at & 1u) * 16u, 16u);
                v580 = fma(bitcast<f32>((select(0u, v722, v719) << 16u)), v611, v580);
                let v731: bool = ((0i <= v612) & (v612 < v568));
                let v734_at = u32(select(0i, (v569 + v612), v731) + k0_at[0].z);
                let v734 = extractBits(k0_b2[v734_at >> 1u], (v734_at & 1u) * 16u, 16u);
                v581 = fma(bitcast<f32>((select(0u, v734, v731) << 16u)), v617, v581);
                let v743: bool = ((0i <= v618) & (v618 < v568));
                let v746_at = u32(select(0i, (v569 + v618), v743) + k0_at[0].z);
                let v746 = extractBits(k0_b2[v746_at >> 1u], (v746_at & 1u) * 16u, 16u);
                v582 = fma(bitcast<f32>((select(0u, v746, v743) << 16u)), v623, v582);
                let v755: bool = ((0i <= v624) & (v624 < v568));
                let v758_at = u32(select(0i, (v569 + v624), v755) + k0_at[0].z);
                let v758 = extractBits(k0_b2[v758_at >> 1u], (v758_at & 1u) * 16u, 16u);
                v583 = fma(bitcast<f32>((select(0u, v758, v755) << 16u)), v629, v583);
                let v767: bool = ((0i <= v630) & (v630 < v568));
                let v770_at = u32(select(0i, (v569 + v630), v767) + k0_at[0].z);
                let v770 = extractBits(k0_b2[v770_at >> 1u], (v770_at & 1u) * 16u, 16u);
                v584 = fma(bitcast<f32>((select(0u, v770, v767) << 16u)), v635, v584);
                let v779: bool = ((0i <= v636) & (v636 < v568));
                let v782_at = u32(select(0i, (v569 + v636), v779) + k0_at[0].z);
                let v782 = extractBits(k0_b2[v782_at >> 1u], (v782_at & 1u) * 16u, 16u);
                v585 = fma(bitcast<f32>((select(0u, v782, v779) << 16u)), v641, v585);
            }
            let v798: f32 = ((((v570 + v571) + v572) + v573) + v574);
            workgroupBarrier();
            storageBarrier();
            let v806: u32 = bitcast<u32>((((v798 + v575) + v576) + v577));
            k0_shared[v5] = v806;
            workgroupBarrier();
            storageBarrier();
            if (v101) {
                let v810 = k0_shared[v5];
                let v813 = k0_shared[(v5 + 16i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v810) + bitcast<f32>(v813)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v113) {
                let v821 = k0_shared[v5];
                let v824 = k0_shared[(v5 + 8i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v821) + bitcast<f32>(v824)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v125) {
                let v832 = k0_shared[v5];
                let v835 = k0_shared[(v5 + 4i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v832) + bitcast<f32>(v835)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v137) {
                let v843 = k0_shared[v5];
                let v846 = k0_shared[(v5 + 2i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v843) + bitcast<f32>(v846)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v149) {
                let v854 = k0_shared[v5];
                let v857 = k0_shared[(v5 + 1i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v854) + bitcast<f32>(v857)));
            }
            workgroupBarrier();
            storageBarrier();
            let v872: f32 = ((((v578 + v579) + v580) + v581) + v582);
            let v879 = k0_shared[0i];
            let v881: f32 = (bitcast<f32>(v879) * v168);
            workgroupBarrier();
            storageBarrier();
            let v883: u32 = bitcast<u32>((((v872 + v583) + v584) + v585));
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
                let v945_at = u32(v562 + k0_at[0].w);
                k0_b3[v945_at] = v881;
            }
            let v952: f32 = v169;
            let v958: bool = ((((bitcast<i32>(v881) & 2147483647i) <= 2139095040i) & (v881 <= v952)) | (2139095040i < (bitcast<i32>(v952) & 2147483647i)));
            let v959: bool = ((v30 <= v562) | v958);
            v169 = select(v881, v952, v959);
            v171 = select(v562, v171, v959);
            let v965: f32 = (bitcast<f32>(v942) * v168);
            if (v941) {
                if (v567) {
                    let v968_at = u32(v564 + k0_at[0].w);
                    k0_b3[v968_at] = v965;
                }
            }
            let v975: f32 = v169;
            let v981: bool = ((((bitcast<i32>(v965) & 2147483647i) <= 2139095040i) & (v965 <= v975)) | (2139095040i < (bitcast<i32>(v975) & 2147483647i)));
            let v982: bool = ((v30 <= v564) | v981);
            v169 = select(v965, v975, v982);
            v171 = select(v564, v171, v982);
        }
        let v989: bool = (v5 == 0i);
        let v990: i32 = (v27 / 16i);
        let v991: f32 = v169;
        if (v989) {
            let v993_at = u32(v990 + k0_at[1].x);
            k0_b4[v993_at] = v991;
        }
        let v995: i32 = v171;
        if (v989) {
            let v997_at = u32(v990 + k0_at[1].y);
            k0_b5[v997_at] = v995;
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
            let v542: f32 = v174;
            let v548: bool = ((((bitcast<i32>(v471) & 2147483647i) <= 2139095040i) & (v471 <= v542)) | (2139095040i < (bitcast<i32>(v542) & 2147483647i)));
            let v549: bool = ((v20 <= v187) | v548);
            v174 = select(v471, v542, v549);
            v176 = select(v187, v176, v549);
            let v555: f32 = (bitcast<f32>(v532) * v173);
            if (v531) {
                let v557_at = u32(v189 + k1_at[0].w);
                k1_b3[v557_at] = v555;
            }
            let v563: f32 = v174;
            let v569: bool = ((((bitcast<i32>(v555) & 2147483647i) <= 2139095040i) & (v555 <= v563)) | (2139095040i < (bitcast<i32>(v563) & 2147483647i)));
            let v570: bool = ((v20 <= v189) | v569);
            v174 = select(v555, v563, v570);
            v176 = select(v189, v176, v570);
        }
        for (var v577: i32 = v186; v577 < v18; v577 += 2i) {
            let v578: i32 = (v577 * 1536i);
            let v579: i32 = (v577 + 1i);
            let v582: bool = ((0i <= v579) & (v579 < 151936i));
            let v583: i32 = select(0i, 1536i, v582);
            let v584: i32 = (v579 * 1536i);
            var v585: f32 = 0f;
            var v586: f32 = 0f;
            var v587: f32 = 0f;
            var v588: f32 = 0f;
            var v589: f32 = 0f;
            var v590: f32 = 0f;
            var v591: f32 = 0f;
            var v592: f32 = 0f;
            var v593: f32 = 0f;
            var v594: f32 = 0f;
            var v595: f32 = 0f;
            var v596: f32 = 0f;
            var v597: f32 = 0f;
            var v598: f32 = 0f;
            var v599: f32 = 0f;
            var v600: f32 = 0f;
            for (var v601: i32 = 0i; v601 < 1536i; v601 += 256i) {
                let v602: i32 = (v601 + v13);
                let v605_at = u32(((v578 + v602) >> u32(3i)) + k1_at[0].z / 8i);
                let v605 = k1_b2[v605_at];
                let v612: i32 = (v602 >> u32(2i));
                let v613_at = u32(v612 + k1_at[0].x / 4i);
                let v613 = k1_b0[v613_at];
                let v617_at = u32((v602 >> u32(3i)) + k1_at[0].y / 8i);
                let v617 = k1_b1[v617_at];
                let v622: f32 = (bitcast<f32>(v613.x) * bitcast<f32>(((v617.x & 65535u) << 16u)));
                let v630: f32 = (bitcast<f32>(v613.y) * bitcast<f32>(((v617.x >> 16u) << 16u)));
                let v637: f32 = (bitcast<f32>(v613.z) * bitcast<f32>(((v617.y & 65535u) << 16u)));
                let v643: f32 = (bitcast<f32>(v613.w) * bitcast<f32>(((v617.y >> 16u) << 16u)));
                let v645_at = u32((v612 + 1i) + k1_at[0].x / 4i);
                let v645 = k1_b0[v645_at];
                let v652: f32 = (bitcast<f32>(v645.x) * bitcast<f32>(((v617.z & 65535u) << 16u)));
                let v658: f32 = (bitcast<f32>(v645.y) * bitcast<f32>(((v617.z >> 16u) << 16u)));
                let v665: f32 = (bitcast<f32>(v645.z) * bitcast<f32>(((v617.w & 65535u) << 16u)));
                let v671: f32 = (bitcast<f32>(v645.w) * bitcast<f32>(((v617.w >> 16u) << 16u)));
                v585 = fma(bitcast<f32>(((v605.x & 65535u) << 16u)), v622, v585);
                v586 = fma(bitcast<f32>(((v605.x >> 16u) << 16u)), v630, v586);
                v587 = fma(bitcast<f32>(((v605.y & 65535u) << 16u)), v637, v587);
                v588 = fma(bitcast<f32>(((v605.y >> 16u) << 16u)), v643, v588);
                v589 = fma(bitcast<f32>(((v605.z & 65535u) << 16u)), v652, v589);
                v590 = fma(bitcast<f32>(((v605.z >> 16u) << 16u)), v658, v590);
                v591 = fma(bitcast<f32>(((v605.w & 65535u) << 16u)), v665, v591);
                v592 = fma(bitcast<f32>(((v605.w >> 16u) << 16u)), v671, v592);
                let v721: bool = ((0i <= v602) & (v602 < v583));
                let v724_at = u32(select(0i, (v584 + v602), v721) + k1_at[0].z);
                let v724 = extractBits(k1_b2[(v724_at >> 1u) >> 2u][(v724_at >> 1u) & 3u], (v724_at & 1u) * 16u, 16u);
                v593 = fma(bitcast<f32>((select(0u, v724, v721) << 16u)), v622, v593);
                let v731: i32 = (v601 + v21);
                let v734: bool = ((0i <= v731) & (v731 < v583));
                let v737_at = u32(select(0i, (v584 + v731), v734) + k1_at[0].z);
                let v737 = extractBits(k1_b2[(v737_at >> 1u) >> 2u][(v737_at >> 1u) & 3u], (v737_at & 1u) * 16u, 16u);
                v594 = fma(bitcast<f32>((select(0u, v737, v734) << 16u)), v630, v594);
                let v744: i32 = (v601 + v22);
                let v747: bool = ((0i <= v744) & (v744 < v583));
                let v750_at = u32(select(0i, (v584 + v744), v747) + k1_at[0].z);
                let v750 = extractBits(k1_b2[(v750_at >> 1u) >> 2u][(v750_at >> 1u) & 3u], (v750_at & 1u) * 16u, 16u);
                v595 = fma(bitcast<f32>((select(0u, v750, v747) << 16u)), v637, v595);
                let v757: i32 = (v601 + v23);
                let v760: bool = ((0i <= v757) & (v757 < v583));
                let v763_at = u32(select(0i, (v584 + v757), v760) + k1_at[0].z);
                let v763 = extractBits(k1_b2[(v763_at >> 1u) >> 2u][(v763_at >> 1u) & 3u], (v763_at & 1u) * 16u, 16u);
                v596 = fma(bitcast<f32>((select(0u, v763, v760) << 16u)), v643, v596);
                let v770: i32 = (v601 + v24);
                let v773: bool = ((0i <= v770) & (v770 < v583));
                let v776_at = u32(select(0i, (v584 + v770), v773) + k1_at[0].z);
                let v776 = extractBits(k1_b2[(v776_at >> 1u) >> 2u][(v776_at >> 1u) & 3u], (v776_at & 1u) * 16u, 16u);
                v597 = fma(bitcast<f32>((select(0u, v776, v773) << 16u)), v652, v597);
                let v783: i32 = (v601 + v26);
                let v786: bool = ((0i <= v783) & (v783 < v583));
                let v789_at = u32(select(0i, (v584 + v783), v786) + k1_at[0].z);
                let v789 = extractBits(k1_b2[(v789_at >> 1u) >> 2u][(v789_at >> 1u) & 3u], (v789_at & 1u) * 16u, 16u);
                v598 = fma(bitcast<f32>((select(0u, v789, v786) << 16u)), v658, v598);
                let v796: i32 = (v601 + v28);
                let v799: bool = ((0i <= v796) & (v796 < v583));
                let v802_at = u32(select(0i, (v584 + v796), v799) + k1_at[0].z);
                let v802 = extractBits(k1_b2[(v802_at >> 1u) >> 2u][(v802_at >> 1u) & 3u], (v802_at & 1u) * 16u, 16u);
                v599 = fma(bitcast<f32>((select(0u, v802, v799) << 16u)), v665, v599);
                let v809: i32 = (v601 + v30);
                let v812: bool = ((0i <= v809) & (v809 < v583));
                let v815_at = u32(select(0i, (v584 + v809), v812) + k1_at[0].z);
                let v815 = extractBits(k1_b2[(v815_at >> 1u) >> 2u][(v815_at >> 1u) & 3u], (v815_at & 1u) * 16u, 16u);
                v600 = fma(bitcast<f32>((select(0u, v815, v812) << 16u)), v671, v600);
            }
            let v831: f32 = ((((v585 + v586) + v587) + v588) + v589);
            workgroupBarrier();
            storageBarrier();
            let v839: u32 = bitcast<u32>((((v831 + v590) + v591) + v592));
            k1_shared[v5] = v839;
            workgroupBarrier();
            storageBarrier();
            if (v106) {
                let v843 = k1_shared[v5];
                let v846 = k1_shared[(v5 + 16i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v843) + bitcast<f32>(v846)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v118) {
                let v854 = k1_shared[v5];
                let v857 = k1_shared[(v5 + 8i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v854) + bitcast<f32>(v857)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v130) {
                let v865 = k1_shared[v5];
                let v868 = k1_shared[(v5 + 4i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v865) + bitcast<f32>(v868)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v142) {
                let v876 = k1_shared[v5];
                let v879 = k1_shared[(v5 + 2i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v876) + bitcast<f32>(v879)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v154) {
                let v887 = k1_shared[v5];
                let v890 = k1_shared[(v5 + 1i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v887) + bitcast<f32>(v890)));
            }
            workgroupBarrier();
            storageBarrier();
            let v905: f32 = ((((v593 + v594) + v595) + v596) + v597);
            let v912 = k1_shared[0i];
            let v914: f32 = (bitcast<f32>(v912) * v173);
            workgroupBarrier();
            storageBarrier();
            let v916: u32 = bitcast<u32>((((v905 + v598) + v599) + v600));
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
                let v978_at = u32(v577 + k1_at[0].w);
                k1_b3[v978_at] = v914;
            }
            let v985: f32 = v174;
            let v991: bool = ((((bitcast<i32>(v914) & 2147483647i) <= 2139095040i) & (v914 <= v985)) | (2139095040i < (bitcast<i32>(v985) & 2147483647i)));
            let v992: bool = ((v20 <= v577) | v991);
            v174 = select(v914, v985, v992);
            v176 = select(v577, v176, v992);
            let v998: f32 = (bitcast<f32>(v975) * v173);
            if (v974) {
                if (v582) {
                    let v1001_at = u32(v579 + k1_at[0].w);
                    k1_b3[v1001_at] = v998;
                }
            }
            let v1008: f32 = v174;
            let v1014: bool = ((((bitcast<i32>(v998) & 2147483647i) <= 2139095040i) & (v998 <= v1008)) | (2139095040i < (bitcast<i32>(v1008) & 2147483647i)));
            let v1015: bool = ((v20 <= v579) | v1014);
            v174 = select(v998, v1008, v1015);
            v176 = select(v579, v176, v1015);
        }
        let v1022: bool = (v5 == 0i);
        let v1023: i32 = (v16 / 16i);
        let v1024: f32 = v174;
        if (v1022) {
            let v1026_at = u32(v1023 + k1_at[1].x);
            k1_b4[v1026_at] = v1024;
        }
        let v1028: i32 = v176;
        if (v1022) {
            let v1030_at = u32(v1023 + k1_at[1].y);
            k1_b5[v1030_at] = v1028;
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
            let v33: f32 = v16;
            let v39: bool = ((((bitcast<i32>(v28) & 2147483647i) <= 2139095040i) & (v28 <= v33)) | (2139095040i < (bitcast<i32>(v33) & 2147483647i)));
            let v40: bool = ((v14 <= v20) | v39);
            v16 = select(v28, v33, v40);
            let v44_at = u32(v25 + k2_at[0].y);
            let v44 = k2_b1[v44_at];
            v18 = select(select(0i, v44, v24), v18, v40);
        }
        let v50: f32 = v16;
        let v54: i32 = v18;
        let v56: i32 = min(2147483647i, select(2147483647i, v54, (2139095040i < (bitcast<i32>(v50) & 2147483647i))));
        workgroupBarrier();
        storageBarrier();
        k2_shared[v5] = bitcast<u32>(v56);
        workgroupBarrier();
        storageBarrier();
        let v62: bool = (v5 < 128i);
        if (v62) {
            let v64 = k2_shared[v5];
            let v67 = k2_shared[(v5 + 128i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v64), bitcast<i32>(v67)));
        }
        workgroupBarrier();
        storageBarrier();
        let v75: bool = (v5 < 64i);
        if (v75) {
            let v77 = k2_shared[v5];
            let v80 = k2_shared[(v5 + 64i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v77), bitcast<i32>(v80)));
        }
        workgroupBarrier();
        storageBarrier();
        let v88: bool = (v5 < 32i);
        if (v88) {
            let v90 = k2_shared[v5];
            let v93 = k2_shared[(v5 + 32i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v90), bitcast<i32>(v93)));
        }
        workgroupBarrier();
        storageBarrier();
        let v100: bool = (v5 < 16i);
        if (v100) {
            let v102 = k2_shared[v5];
            let v105 = k2_shared[(v5 + 16i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v102), bitcast<i32>(v105)));
        }
        workgroupBarrier();
        storageBarrier();
        let v113: bool = (v5 < 8i);
        if (v113) {
            let v115 = k2_shared[v5];
            let v118 = k2_shared[(v5 + 8i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v115), bitcast<i32>(v118)));
        }
        workgroupBarrier();
        storageBarrier();
        let v126: bool = (v5 < 4i);
        if (v126) {
            let v128 = k2_shared[v5];
            let v131 = k2_shared[(v5 + 4i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v128), bitcast<i32>(v131)));
        }
        workgroupBarrier();
        storageBarrier();
        let v139: bool = (v5 < 2i);
        if (v139) {
            let v141 = k2_shared[v5];
            let v144 = k2_shared[(v5 + 2i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v141), bitcast<i32>(v144)));
        }
        workgroupBarrier();
        storageBarrier();
        let v151: bool = (v5 < 1i);
        if (v151) {
            let v153 = k2_shared[v5];
            let v156 = k2_shared[(v5 + 1i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v153), bitcast<i32>(v156)));
        }
        workgroupBarrier();
        storageBarrier();
        let v165 = k2_shared[0i];
        let v166: i32 = bitcast<i32>(v165);
        let v167: bool = (v166 != 2147483647i);
        workgroupBarrier();
        storageBarrier();
        k2_shared[v5] = bitcast<u32>(select(real(0xff800000u), v50, (real(0xff800000u) < v50)));
        workgroupBarrier();
        storageBarrier();
        if (v62) {
            let v174 = k2_shared[(v5 + 128i)];
            let v175: f32 = bitcast<f32>(v174);
            let v176 = k2_shared[v5];
            let v177: f32 = bitcast<f32>(v176);
            let v185: u32 = bitcast<u32>(select(v175, v177, ((v175 < v177) | (2139095040u < (v174 & 2147483647u)))));
            k2_shared[v5] = v185;
        }
        workgroupBarrier();
        storageBarrier();
        if (v75) {
            let v191 = k2_shared[(v5 + 64i)];
            let v192: f32 = bitcast<f32>(v191);
            let v193 = k2_shared[v5];
            let v194: f32 = bitcast<f32>(v193);
            let v202: u32 = bitcast<u32>(select(v192, v194, ((v192 < v194) | (2139095040u < (v191 & 2147483647u)))));
            k2_shared[v5] = v202;
        }
        workgroupBarrier();
        storageBarrier();
        if (v88) {
            let v208 = k2_shared[(v5 + 32i)];
            let v209: f32 = bitcast<f32>(v208);
            let v210 = k2_shared[v5];
            let v211: f32 = bitcast<f32>(v210);
            let v219: u32 = bitcast<u32>(select(v209, v211, ((v209 < v211) | (2139095040u < (v208 & 2147483647u)))));
            k2_shared[v5] = v219;
        }
        workgroupBarrier();
        storageBarrier();
        if (v100) {
            let v225 = k2_shared[(v5 + 16i)];
            let v226: f32 = bitcast<f32>(v225);
            let v227 = k2_shared[v5];
            let v228: f32 = bitcast<f32>(v227);
            let v236: u32 = bitcast<u32>(select(v226, v228, ((v226 < v228) | (2139095040u < (v225 & 2147483647u)))));
            k2_shared[v5] = v236;
        }
        workgroupBarrier();
        storageBarrier();
        if (v113) {
            let v242 = k2_shared[(v5 + 8i)];
            let v243: f32 = bitcast<f32>(v242);
            let v244 = k2_shared[v5];
            let v245: f32 = bitcast<f32>(v244);
            let v253: u32 = bitcast<u32>(select(v243, v245, ((v243 < v245) | (2139095040u < (v242 & 2147483647u)))));
            k2_shared[v5] = v253;
        }
        workgroupBarrier();
        storageBarrier();
        if (v126) {
            let v259 = k2_shared[(v5 + 4i)];
            let v260: f32 = bitcast<f32>(v259);
            let v261 = k2_shared[v5];
            let v262: f32 = bitcast<f32>(v261);
            let v270: u32 = bitcast<u32>(select(v260, v262, ((v260 < v262) | (2139095040u < (v259 & 2147483647u)))));
            k2_shared[v5] = v270;
        }
        workgroupBarrier();
        storageBarrier();
        if (v139) {
            let v276 = k2_shared[(v5 + 2i)];
            let v277: f32 = bitcast<f32>(v276);
            let v278 = k2_shared[v5];
            let v279: f32 = bitcast<f32>(v278);
            let v287: u32 = bitcast<u32>(select(v277, v279, ((v277 < v279) | (2139095040u < (v276 & 2147483647u)))));
            k2_shared[v5] = v287;
        }
        workgroupBarrier();
        storageBarrier();
        if (v151) {
            let v293 = k2_shared[(v5 + 1i)];
            let v294: f32 = bitcast<f32>(v293);
            let v295 = k2_shared[v5];
            let v296: f32 = bitcast<f32>(v295);
            let v304: u32 = bitcast<u32>(select(v294, v296, ((v294 < v296) | (2139095040u < (v293 & 2147483647u)))));
            k2_shared[v5] = v304;
        }
        workgroupBarrier();
        storageBarrier();
        let v308 = k2_shared[0i];
        let v309: f32 = bitcast<f32>(v308);
        workgroupBarrier();
        storageBarrier();
        k2_shared[v5] = bitcast<u32>(min(2147483647i, select(2147483647i, v54, (v50 == v309))));
        workgroupBarrier();
        storageBarrier();
        if (v62) {
            let v318 = k2_shared[v5];
            let v321 = k2_shared[(v5 + 128i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v318), bitcast<i32>(v321)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v75) {
            let v329 = k2_shared[v5];
            let v332 = k2_shared[(v5 + 64i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v329), bitcast<i32>(v332)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v88) {
            let v340 = k2_shared[v5];
            let v343 = k2_shared[(v5 + 32i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v340), bitcast<i32>(v343)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v100) {
            let v351 = k2_shared[v5];
            let v354 = k2_shared[(v5 + 16i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v351), bitcast<i32>(v354)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v113) {
            let v362 = k2_shared[v5];
            let v365 = k2_shared[(v5 + 8i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v362), bitcast<i32>(v365)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v126) {
            let v373 = k2_shared[v5];
            let v376 = k2_shared[(v5 + 4i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v373), bitcast<i32>(v376)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v139) {
            let v384 = k2_shared[v5];
            let v387 = k2_shared[(v5 + 2i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v384), bitcast<i32>(v387)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v151) {
            let v395 = k2_shared[v5];
            let v398 = k2_shared[(v5 + 1i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v395), bitcast<i32>(v398)));
        }
        workgroupBarrier();
        storageBarrier();
        let v405: bool = (v5 == 0i);
        let v406 = k2_shared[0i];
        let v408: i32 = select(bitcast<i32>(v406), v166, v167);
        let v412: u32 = u32(max(select(v408, 0i, (v408 == 2147483647i)), 0i));
        let v414: f32 = select(v309, real(0x7fc00000u), v167);
        if (v405) {
            let v416_at = u32(0i + k2_at[0].z);
            k2_b2[v416_at] = v412;
        }
        if (v405) {
            let v419_at = u32(0i + k2_at[0].w);
            k2_b3[v419_at] = v414;
        }
    }
}
