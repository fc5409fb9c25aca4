// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

// tessera kernel norm_lm_head_argmax entry k_ts_norm_lm_head_argmax wide 0 params i32,i16,i16,o32,w32,w32 sizes 1 threads 32 teams 1 count 9496 shared 256 cost 786433
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
        for (var v172: i32 = v27; v172 < v29; v172 += 1i) {
            let v175: bool = ((0i <= v172) & (v172 < 151936i));
            let v176: i32 = select(0i, 1536i, v175);
            let v177: i32 = (v172 * 1536i);
            var v178: f32 = 0f;
            var v179: f32 = 0f;
            var v180: f32 = 0f;
            var v181: f32 = 0f;
            var v182: f32 = 0f;
            var v183: f32 = 0f;
            var v184: f32 = 0f;
            var v185: f32 = 0f;
            for (var v186: i32 = 0i; v186 < 1536i; v186 += 256i) {
                let v187: i32 = (v186 + v13);
                let v190: bool = ((0i <= v187) & (v187 < v176));
                let v193_at = u32(select(0i, (v177 + v187), v190) + k0_at[0].z);
                let v193 = extractBits(k0_b2[v193_at >> 1u], (v193_at & 1u) * 16u, 16u);
                let v199_at = u32(v187 + k0_at[0].x);
                let v199 = k0_b0[v199_at];
                let v200_at = u32(v187 + k0_at[0].y);
                let v200 = extractBits(k0_b1[v200_at >> 1u], (v200_at & 1u) * 16u, 16u);
                v178 = fma(bitcast<f32>((select(0u, v193, v190) << 16u)), (v199 * bitcast<f32>((v200 << 16u))), v178);
                let v207: i32 = (v186 + v14);
                let v210: bool = ((0i <= v207) & (v207 < v176));
                let v213_at = u32(select(0i, (v177 + v207), v210) + k0_at[0].z);
                let v213 = extractBits(k0_b2[v213_at >> 1u], (v213_at & 1u) * 16u, 16u);
                let v217_at = u32(v207 + k0_at[0].x);
                let v217 = k0_b0[v217_at];
                let v218_at = u32(v207 + k0_at[0].y);
                let v218 = extractBits(k0_b1[v218_at >> 1u], (v218_at & 1u) * 16u, 16u);
                v179 = fma(bitcast<f32>((select(0u, v213, v210) << 16u)), (v217 * bitcast<f32>((v218 << 16u))), v179);
                let v225: i32 = (v186 + v16);
                let v228: bool = ((0i <= v225) & (v225 < v176));
                let v231_at = u32(select(0i, (v177 + v225), v228) + k0_at[0].z);
                let v231 = extractBits(k0_b2[v231_at >> 1u], (v231_at & 1u) * 16u, 16u);
                let v235_at = u32(v225 + k0_at[0].x);
                let v235 = k0_b0[v235_at];
                let v236_at = u32(v225 + k0_at[0].y);
                let v236 = extractBits(k0_b1[v236_at >> 1u], (v236_at & 1u) * 16u, 16u);
                v180 = fma(bitcast<f32>((select(0u, v231, v228) << 16u)), (v235 * bitcast<f32>((v236 << 16u))), v180);
                let v243: i32 = (v186 + v18);
                let v246: bool = ((0i <= v243) & (v243 < v176));
                let v249_at = u32(select(0i, (v177 + v243), v246) + k0_at[0].z);
                let v249 = extractBits(k0_b2[v249_at >> 1u], (v249_at & 1u) * 16u, 16u);
                let v253_at = u32(v243 + k0_at[0].x);
                let v253 = k0_b0[v253_at];
                let v254_at = u32(v243 + k0_at[0].y);
                let v254 = extractBits(k0_b1[v254_at >> 1u], (v254_at & 1u) * 16u, 16u);
                v181 = fma(bitcast<f32>((select(0u, v249, v246) << 16u)), (v253 * bitcast<f32>((v254 << 16u))), v181);
                let v261: i32 = (v186 + v20);
                let v264: bool = ((0i <= v261) & (v261 < v176));
                let v267_at = u32(select(0i, (v177 + v261), v264) + k0_at[0].z);
                let v267 = extractBits(k0_b2[v267_at >> 1u], (v267_at & 1u) * 16u, 16u);
                let v271_at = u32(v261 + k0_at[0].x);
                let v271 = k0_b0[v271_at];
                let v272_at = u32(v261 + k0_at[0].y);
                let v272 = extractBits(k0_b1[v272_at >> 1u], (v272_at & 1u) * 16u, 16u);
                v182 = fma(bitcast<f32>((select(0u, v267, v264) << 16u)), (v271 * bitcast<f32>((v272 << 16u))), v182);
                let v279: i32 = (v186 + v22);
                let v282: bool = ((0i <= v279) & (v279 < v176));
                let v285_at = u32(select(0i, (v177 + v279), v282) + k0_at[0].z);
                let v285 = extractBits(k0_b2[v285_at >> 1u], (v285_at & 1u) * 16u, 16u);
                let v289_at = u32(v279 + k0_at[0].x);
                let v289 = k0_b0[v289_at];
                let v290_at = u32(v279 + k0_at[0].y);
                let v290 = extractBits(k0_b1[v290_at >> 1u], (v290_at & 1u) * 16u, 16u);
                v183 = fma(bitcast<f32>((select(0u, v285, v282) << 16u)), (v289 * bitcast<f32>((v290 << 16u))), v183);
                let v297: i32 = (v186 + v24);
                let v300: bool = ((0i <= v297) & (v297 < v176));
                let v303_at = u32(select(0i, (v177 + v297), v300) + k0_at[0].z);
                let v303 = extractBits(k0_b2[v303_at >> 1u], (v303_at & 1u) * 16u, 16u);
                let v307_at = u32(v297 + k0_at[0].x);
                let v307 = k0_b0[v307_at];
                let v308_at = u32(v297 + k0_at[0].y);
                let v308 = extractBits(k0_b1[v308_at >> 1u], (v308_at & 1u) * 16u, 16u);
                v184 = fma(bitcast<f32>((select(0u, v303, v300) << 16u)), (v307 * bitcast<f32>((v308 << 16u))), v184);
                let v315: i32 = (v186 + v26);
                let v318: bool = ((0i <= v315) & (v315 < v176));
                let v321_at = u32(select(0i, (v177 + v315), v318) + k0_at[0].z);
                let v321 = extractBits(k0_b2[v321_at >> 1u], (v321_at & 1u) * 16u, 16u);
                let v325_at = u32(v315 + k0_at[0].x);
                let v325 = k0_b0[v325_at];
                let v326_at = u32(v315 + k0_at[0].y);
                let v326 = extractBits(k0_b1[v326_at >> 1u], (v326_at & 1u) * 16u, 16u);
                v185 = fma(bitcast<f32>((select(0u, v321, v318) << 16u)), (v325 * bitcast<f32>((v326 << 16u))), v185);
            }
            let v342: f32 = ((((v178 + v179) + v180) + v181) + v182);
            workgroupBarrier();
            storageBarrier();
            let v350: u32 = bitcast<u32>((((v342 + v183) + v184) + v185));
            k0_shared[v5] = v350;
            workgroupBarrier();
            storageBarrier();
            if (v101) {
                let v354 = k0_shared[v5];
                let v357 = k0_shared[(v5 + 16i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v354) + bitcast<f32>(v357)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v113) {
                let v365 = k0_shared[v5];
                let v368 = k0_shared[(v5 + 8i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v365) + bitcast<f32>(v368)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v125) {
                let v376 = k0_shared[v5];
                let v379 = k0_shared[(v5 + 4i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v376) + bitcast<f32>(v379)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v137) {
                let v387 = k0_shared[v5];
                let v390 = k0_shared[(v5 + 2i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v387) + bitcast<f32>(v390)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v149) {
                let v398 = k0_shared[v5];
                let v401 = k0_shared[(v5 + 1i)];
                k0_shared[v5] = bitcast<u32>((bitcast<f32>(v398) + bitcast<f32>(v401)));
            }
            workgroupBarrier();
            storageBarrier();
            let v409 = k0_shared[0i];
            let v411: f32 = (bitcast<f32>(v409) * v168);
            let v413: f32 = v169;
            let v416: i32 = v171;
            let v420: bool = ((v172 < v30) & ((v413 < v411) | ((v411 == v413) & (v172 < v416))));
            if ((v5 == 0i)) {
                if (v175) {
                    let v423_at = u32(v172 + k0_at[0].w);
                    k0_b3[v423_at] = v411;
                }
            }
            v169 = select(v413, v411, v420);
            v171 = select(v416, v172, v420);
        }
        let v431: bool = (v5 == 0i);
        let v432: i32 = (v27 / 16i);
        let v433: f32 = v169;
        if (v431) {
            let v435_at = u32(v432 + k0_at[1].x);
            k0_b4[v435_at] = v433;
        }
        let v437: i32 = v171;
        if (v431) {
            let v439_at = u32(v432 + k0_at[1].y);
            k0_b5[v439_at] = v437;
        }
    }
}

// tessera kernel norm_lm_head_argmax entry k_ts_norm_lm_head_argmax__wide wide 1 params i32,i16,i16,o32,w32,w32 sizes 1 threads 32 teams 1 count 9496 shared 256 cost 786433
@group(0) @binding(0) var<storage, read> k1_b0: array<vec4<u32>>; // x
@group(0) @binding(1) var<storage, read> k1_b1: array<vec4<u32>>; // gamma
@group(0) @binding(2) var<storage, read> k1_b2: array<u32>; // w
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
        let v20: i32 = (v13 + 1i);
        let v21: i32 = (v13 + 2i);
        let v22: i32 = (v13 + 3i);
        let v23: i32 = (v13 + 4i);
        let v25: i32 = (v13 + 5i);
        let v27: i32 = (v13 + 6i);
        let v29: i32 = (v13 + 7i);
        let v30: i32 = k1_at[1].z;
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
        for (var v177: i32 = v16; v177 < v18; v177 += 1i) {
            let v180: bool = ((0i <= v177) & (v177 < 151936i));
            let v181: i32 = select(0i, 1536i, v180);
            let v182: i32 = (v177 * 1536i);
            var v183: f32 = 0f;
            var v184: f32 = 0f;
            var v185: f32 = 0f;
            var v186: f32 = 0f;
            var v187: f32 = 0f;
            var v188: f32 = 0f;
            var v189: f32 = 0f;
            var v190: f32 = 0f;
            for (var v191: i32 = 0i; v191 < 1536i; v191 += 256i) {
                let v192: i32 = (v191 + v13);
                let v195: bool = ((0i <= v192) & (v192 < v181));
                let v198_at = u32(select(0i, (v182 + v192), v195) + k1_at[0].z);
                let v198 = extractBits(k1_b2[v198_at >> 1u], (v198_at & 1u) * 16u, 16u);
                let v204: i32 = (v192 >> u32(2i));
                let v205_at = u32(v204 + k1_at[0].x / 4i);
                let v205 = k1_b0[v205_at];
                let v209_at = u32((v192 >> u32(3i)) + k1_at[0].y / 8i);
                let v209 = k1_b1[v209_at];
                let v217: f32 = fma(bitcast<f32>((select(0u, v198, v195) << 16u)), (bitcast<f32>(v205.x) * bitcast<f32>(((v209.x & 65535u) << 16u))), v183);
                let v219_at = u32((v204 + 1i) + k1_at[0].x / 4i);
                let v219 = k1_b0[v219_at];
                v183 = v217;
                let v221: i32 = (v191 + v20);
                let v224: bool = ((0i <= v221) & (v221 < v181));
                let v227_at = u32(select(0i, (v182 + v221), v224) + k1_at[0].z);
                let v227 = extractBits(k1_b2[v227_at >> 1u], (v227_at & 1u) * 16u, 16u);
                let v238: f32 = fma(bitcast<f32>((select(0u, v227, v224) << 16u)), (bitcast<f32>(v205.y) * bitcast<f32>(((v209.x >> 16u) << 16u))), v184);
                v184 = v238;
                let v240: i32 = (v191 + v21);
                let v243: bool = ((0i <= v240) & (v240 < v181));
                let v246_at = u32(select(0i, (v182 + v240), v243) + k1_at[0].z);
                let v246 = extractBits(k1_b2[v246_at >> 1u], (v246_at & 1u) * 16u, 16u);
                let v258: f32 = fma(bitcast<f32>((select(0u, v246, v243) << 16u)), (bitcast<f32>(v205.z) * bitcast<f32>(((v209.y & 65535u) << 16u))), v185);
                v185 = v258;
                let v260: i32 = (v191 + v22);
                let v263: bool = ((0i <= v260) & (v260 < v181));
                let v266_at = u32(select(0i, (v182 + v260), v263) + k1_at[0].z);
                let v266 = extractBits(k1_b2[v266_at >> 1u], (v266_at & 1u) * 16u, 16u);
                let v277: f32 = fma(bitcast<f32>((select(0u, v266, v263) << 16u)), (bitcast<f32>(v205.w) * bitcast<f32>(((v209.y >> 16u) << 16u))), v186);
                v186 = v277;
                let v279: i32 = (v191 + v23);
                let v282: bool = ((0i <= v279) & (v279 < v181));
                let v285_at = u32(select(0i, (v182 + v279), v282) + k1_at[0].z);
                let v285 = extractBits(k1_b2[v285_at >> 1u], (v285_at & 1u) * 16u, 16u);
                let v297: f32 = fma(bitcast<f32>((select(0u, v285, v282) << 16u)), (bitcast<f32>(v219.x) * bitcast<f32>(((v209.z & 65535u) << 16u))), v187);
                v187 = v297;
                let v299: i32 = (v191 + v25);
                let v302: bool = ((0i <= v299) & (v299 < v181));
                let v305_at = u32(select(0i, (v182 + v299), v302) + k1_at[0].z);
                let v305 = extractBits(k1_b2[v305_at >> 1u], (v305_at & 1u) * 16u, 16u);
                let v316: f32 = fma(bitcast<f32>((select(0u, v305, v302) << 16u)), (bitcast<f32>(v219.y) * bitcast<f32>(((v209.z >> 16u) << 16u))), v188);
                v188 = v316;
                let v318: i32 = (v191 + v27);
                let v321: bool = ((0i <= v318) & (v318 < v181));
                let v324_at = u32(select(0i, (v182 + v318), v321) + k1_at[0].z);
                let v324 = extractBits(k1_b2[v324_at >> 1u], (v324_at & 1u) * 16u, 16u);
                let v336: f32 = fma(bitcast<f32>((select(0u, v324, v321) << 16u)), (bitcast<f32>(v219.z) * bitcast<f32>(((v209.w & 65535u) << 16u))), v189);
                v189 = v336;
                let v338: i32 = (v191 + v29);
                let v341: bool = ((0i <= v338) & (v338 < v181));
                let v344_at = u32(select(0i, (v182 + v338), v341) + k1_at[0].z);
                let v344 = extractBits(k1_b2[v344_at >> 1u], (v344_at & 1u) * 16u, 16u);
                let v355: f32 = fma(bitcast<f32>((select(0u, v344, v341) << 16u)), (bitcast<f32>(v219.w) * bitcast<f32>(((v209.w >> 16u) << 16u))), v190);
                v190 = v355;
            }
            let v366: f32 = ((((v183 + v184) + v185) + v186) + v187);
            workgroupBarrier();
            storageBarrier();
            let v374: u32 = bitcast<u32>((((v366 + v188) + v189) + v190));
            k1_shared[v5] = v374;
            workgroupBarrier();
            storageBarrier();
            if (v106) {
                let v378 = k1_shared[v5];
                let v381 = k1_shared[(v5 + 16i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v378) + bitcast<f32>(v381)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v118) {
                let v389 = k1_shared[v5];
                let v392 = k1_shared[(v5 + 8i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v389) + bitcast<f32>(v392)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v130) {
                let v400 = k1_shared[v5];
                let v403 = k1_shared[(v5 + 4i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v400) + bitcast<f32>(v403)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v142) {
                let v411 = k1_shared[v5];
                let v414 = k1_shared[(v5 + 2i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v411) + bitcast<f32>(v414)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v154) {
                let v422 = k1_shared[v5];
                let v425 = k1_shared[(v5 + 1i)];
                k1_shared[v5] = bitcast<u32>((bitcast<f32>(v422) + bitcast<f32>(v425)));
            }
            workgroupBarrier();
            storageBarrier();
            let v433 = k1_shared[0i];
            let v435: f32 = (bitcast<f32>(v433) * v173);
            let v437: f32 = v174;
            let v440: i32 = v176;
            let v444: bool = ((v177 < v30) & ((v437 < v435) | ((v435 == v437) & (v177 < v440))));
            if ((v5 == 0i)) {
                if (v180) {
                    let v447_at = u32(v177 + k1_at[0].w);
                    k1_b3[v447_at] = v435;
                }
            }
            v174 = select(v437, v435, v444);
            v176 = select(v440, v177, v444);
        }
        let v455: bool = (v5 == 0i);
        let v456: i32 = (v16 / 16i);
        let v457: f32 = v174;
        if (v455) {
            let v459_at = u32(v456 + k1_at[1].x);
            k1_b4[v459_at] = v457;
        }
        let v461: i32 = v176;
        if (v455) {
            let v463_at = u32(v456 + k1_at[1].y);
            k1_b5[v463_at] = v461;
        }
    }
}

// tessera kernel norm_lm_head_argmax__final entry k_ts_norm_lm_head_argmax__final wide 0 params i32,i32,o32 sizes 1 threads 256 teams 1 count 1 shared 2048 cost 1
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
        let v20: i32 = min(v14, 2147483391i);
        for (var v21: i32 = 0i; v21 < v20; v21 += 256i) {
            let v22: i32 = (v21 + v5);
            let v24: f32 = v16;
            let v27: bool = ((0i <= v22) & (v22 < 9496i));
            let v28: i32 = select(0i, v22, v27);
            let v29_at = u32(v28 + k2_at[0].x);
            let v29 = k2_b0[v29_at];
            let v31: f32 = select(0f, v29, v27);
            let v34_at = u32(v28 + k2_at[0].y);
            let v34 = k2_b1[v34_at];
            let v35: i32 = select(0i, v34, v27);
            let v36: i32 = v18;
            let v40: bool = ((v22 < v14) & ((v24 < v31) | ((v31 == v24) & (v35 < v36))));
            v16 = select(v24, v31, v40);
            v18 = select(v36, v35, v40);
        }
        let v46: f32 = v16;
        workgroupBarrier();
        storageBarrier();
        k2_shared[v5] = bitcast<u32>(select(real(0xff800000u), v46, (real(0xff800000u) < v46)));
        workgroupBarrier();
        storageBarrier();
        let v54: bool = (v5 < 128i);
        if (v54) {
            let v57 = k2_shared[(v5 + 128i)];
            let v58: f32 = bitcast<f32>(v57);
            let v59 = k2_shared[v5];
            let v60: f32 = bitcast<f32>(v59);
            let v68: u32 = bitcast<u32>(select(v58, v60, ((v58 < v60) | (2139095040u < (v57 & 2147483647u)))));
            k2_shared[v5] = v68;
        }
        workgroupBarrier();
        storageBarrier();
        let v73: bool = (v5 < 64i);
        if (v73) {
            let v76 = k2_shared[(v5 + 64i)];
            let v77: f32 = bitcast<f32>(v76);
            let v78 = k2_shared[v5];
            let v79: f32 = bitcast<f32>(v78);
            let v87: u32 = bitcast<u32>(select(v77, v79, ((v77 < v79) | (2139095040u < (v76 & 2147483647u)))));
            k2_shared[v5] = v87;
        }
        workgroupBarrier();
        storageBarrier();
        let v92: bool = (v5 < 32i);
        if (v92) {
            let v95 = k2_shared[(v5 + 32i)];
            let v96: f32 = bitcast<f32>(v95);
            let v97 = k2_shared[v5];
            let v98: f32 = bitcast<f32>(v97);
            let v106: u32 = bitcast<u32>(select(v96, v98, ((v96 < v98) | (2139095040u < (v95 & 2147483647u)))));
            k2_shared[v5] = v106;
        }
        workgroupBarrier();
        storageBarrier();
        let v110: bool = (v5 < 16i);
        if (v110) {
            let v113 = k2_shared[(v5 + 16i)];
            let v114: f32 = bitcast<f32>(v113);
            let v115 = k2_shared[v5];
            let v116: f32 = bitcast<f32>(v115);
            let v124: u32 = bitcast<u32>(select(v114, v116, ((v114 < v116) | (2139095040u < (v113 & 2147483647u)))));
            k2_shared[v5] = v124;
        }
        workgroupBarrier();
        storageBarrier();
        let v129: bool = (v5 < 8i);
        if (v129) {
            let v132 = k2_shared[(v5 + 8i)];
            let v133: f32 = bitcast<f32>(v132);
            let v134 = k2_shared[v5];
            let v135: f32 = bitcast<f32>(v134);
            let v143: u32 = bitcast<u32>(select(v133, v135, ((v133 < v135) | (2139095040u < (v132 & 2147483647u)))));
            k2_shared[v5] = v143;
        }
        workgroupBarrier();
        storageBarrier();
        let v148: bool = (v5 < 4i);
        if (v148) {
            let v151 = k2_shared[(v5 + 4i)];
            let v152: f32 = bitcast<f32>(v151);
            let v153 = k2_shared[v5];
            let v154: f32 = bitcast<f32>(v153);
            let v162: u32 = bitcast<u32>(select(v152, v154, ((v152 < v154) | (2139095040u < (v151 & 2147483647u)))));
            k2_shared[v5] = v162;
        }
        workgroupBarrier();
        storageBarrier();
        let v167: bool = (v5 < 2i);
        if (v167) {
            let v170 = k2_shared[(v5 + 2i)];
            let v171: f32 = bitcast<f32>(v170);
            let v172 = k2_shared[v5];
            let v173: f32 = bitcast<f32>(v172);
            let v181: u32 = bitcast<u32>(select(v171, v173, ((v171 < v173) | (2139095040u < (v170 & 2147483647u)))));
            k2_shared[v5] = v181;
        }
        workgroupBarrier();
        storageBarrier();
        let v185: bool = (v5 < 1i);
        if (v185) {
            let v188 = k2_shared[(v5 + 1i)];
            let v189: f32 = bitcast<f32>(v188);
            let v190 = k2_shared[v5];
            let v191: f32 = bitcast<f32>(v190);
            let v199: u32 = bitcast<u32>(select(v189, v191, ((v189 < v191) | (2139095040u < (v188 & 2147483647u)))));
            k2_shared[v5] = v199;
        }
        workgroupBarrier();
        storageBarrier();
        let v203 = k2_shared[0i];
        workgroupBarrier();
        storageBarrier();
        let v210: u32 = bitcast<u32>(min(2147483647i, select(2147483647i, v18, (v46 == bitcast<f32>(v203)))));
        k2_shared[v5] = v210;
        workgroupBarrier();
        storageBarrier();
        if (v54) {
            let v214 = k2_shared[v5];
            let v217 = k2_shared[(v5 + 128i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v214), bitcast<i32>(v217)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v73) {
            let v225 = k2_shared[v5];
            let v228 = k2_shared[(v5 + 64i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v225), bitcast<i32>(v228)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v92) {
            let v236 = k2_shared[v5];
            let v239 = k2_shared[(v5 + 32i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v236), bitcast<i32>(v239)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v110) {
            let v247 = k2_shared[v5];
            let v250 = k2_shared[(v5 + 16i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v247), bitcast<i32>(v250)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v129) {
            let v258 = k2_shared[v5];
            let v261 = k2_shared[(v5 + 8i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v258), bitcast<i32>(v261)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v148) {
            let v269 = k2_shared[v5];
            let v272 = k2_shared[(v5 + 4i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v269), bitcast<i32>(v272)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v167) {
            let v280 = k2_shared[v5];
            let v283 = k2_shared[(v5 + 2i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v280), bitcast<i32>(v283)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v185) {
            let v291 = k2_shared[v5];
            let v294 = k2_shared[(v5 + 1i)];
            k2_shared[v5] = bitcast<u32>(min(bitcast<i32>(v291), bitcast<i32>(v294)));
        }
        workgroupBarrier();
        storageBarrier();
        let v302 = k2_shared[0i];
        let v303: i32 = bitcast<i32>(v302);
        let v307: u32 = u32(max(select(v303, 0i, (v303 == 2147483647i)), 0i));
        if ((v5 == 0i)) {
            let v309_at = u32(0i + k2_at[0].z);
            k2_b2[v309_at] = v307;
        }
    }
}
