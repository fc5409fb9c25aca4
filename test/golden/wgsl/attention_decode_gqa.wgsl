// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

fn not_a_number(x: f32) -> bool { return (bitcast<u32>(x) & 0x7fffffffu) > 0x7f800000u; }
fn power(n: i32) -> f32 { return bitcast<f32>(u32(n + 127i) << 23u); }
fn scaled(x: f32, n: i32) -> f32 { return x * power(n / 2i) * power(n - n / 2i); }
fn exact_exp(x: f32) -> f32
{
    let a = clamp(x, -105f, 90f);
    let n = i32(round(a * 1.44269502f));
    let rest = i32(round(a * 16777216f)) - n * 11629080i; // a - n log(2), in 2^-24
    let y = scaled(exp(f32(rest) * 5.96046448e-08f + f32(n) * 1.90465e-09f), n);
    return select(y, x, not_a_number(x));
}
fn exact_exp2(x: f32) -> f32
{
    let a = clamp(x, -151f, 129f);
    let n = round(a);
    return select(scaled(exp2(a - n), i32(n)), x, not_a_number(x));
}

// tessera kernel attention_decode_gqa entry k_attention_decode_gqa wide 0 params i32,i16,i16,w32,w32 sizes 1 threads 128 teams 1 count -1 shared 10752 cost 2100225
@group(0) @binding(0) var<storage, read> k0_b0: array<f32>; // q
@group(0) @binding(1) var<storage, read> k0_b1: array<u32>; // kcache
@group(0) @binding(2) var<storage, read> k0_b2: array<u32>; // vcache
@group(0) @binding(3) var<storage, read_write> k0_b3: array<f32>; // partial
@group(0) @binding(4) var<storage, read_write> k0_b4: array<f32>; // stats
@group(0) @binding(5) var<uniform> k0_at: array<vec4<i32>, 2>; // offsets, sizes
var<workgroup> k0_shared: array<u32, 2688>;
@compute @workgroup_size(128)
fn k_attention_decode_gqa(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v2: i32 = k0_at[1].y;
    let v11: i32 = select(0i, (((v2 - 1i) / 256i) + 1i), (0i < v2));
    let v12: i32 = (v11 * 2i);
    let v13: i32 = i32(thread);
    let v14: i32 = i32(group.x);
    let v15: i32 = i32(groups.x);
    for (var v17: i32 = v14; v17 < v12; v17 += v15) {
        let v19: i32 = (v17 / v11);
        let v20: i32 = ((v17 % v11) * 256i);
        let v31: i32 = (v19 * 6i);
        let v34_at = u32(((v31 * 128i) + v13) + k0_at[0].x);
        let v34 = k0_b0[v34_at];
        let v40_at = u32((((v31 + 1i) * 128i) + v13) + k0_at[0].x);
        let v40 = k0_b0[v40_at];
        let v45_at = u32((((v31 + 2i) * 128i) + v13) + k0_at[0].x);
        let v45 = k0_b0[v45_at];
        let v51_at = u32((((v31 + 3i) * 128i) + v13) + k0_at[0].x);
        let v51 = k0_b0[v51_at];
        let v57_at = u32((((v31 + 4i) * 128i) + v13) + k0_at[0].x);
        let v57 = k0_b0[v57_at];
        let v63_at = u32((((v31 + 5i) * 128i) + v13) + k0_at[0].x);
        let v63 = k0_b0[v63_at];
        workgroupBarrier();
        storageBarrier();
        k0_shared[(v13 + 1536i)] = bitcast<u32>((v34 * 0.0883883461f));
        k0_shared[(v13 + 1664i)] = bitcast<u32>((v40 * 0.0883883461f));
        let v74: i32 = (v13 + 256i);
        k0_shared[(v13 + 1792i)] = bitcast<u32>((v45 * 0.0883883461f));
        k0_shared[(v13 + 1920i)] = bitcast<u32>((v51 * 0.0883883461f));
        let v85: i32 = (v13 + 512i);
        k0_shared[(v13 + 2048i)] = bitcast<u32>((v57 * 0.0883883461f));
        k0_shared[(v13 + 2176i)] = bitcast<u32>((v63 * 0.0883883461f));
        let v96: i32 = (v19 * 524288i);
        let v97: i32 = min(v2, 4096i);
        var v99: f32 = -1.00000002e+30f;
        var v100: f32 = -1.00000002e+30f;
        var v101: f32 = -1.00000002e+30f;
        var v102: f32 = -1.00000002e+30f;
        var v103: f32 = -1.00000002e+30f;
        var v104: f32 = -1.00000002e+30f;
        var v106: f32 = 0f;
        var v107: f32 = 0f;
        var v108: f32 = 0f;
        var v109: f32 = 0f;
        var v110: f32 = 0f;
        var v111: f32 = 0f;
        var v112: f32 = 0f;
        var v113: f32 = 0f;
        var v114: f32 = 0f;
        var v115: f32 = 0f;
        var v116: f32 = 0f;
        var v117: f32 = 0f;
        let v119: i32 = min(v2, (v20 + 256i));
        for (var v121: i32 = v20; v121 < v119; v121 += 64i) {
            let v123: i32 = min(v13, 63i);
            let v124: i32 = (v121 + v123);
            let v125: bool = (v124 < v2);
            workgroupBarrier();
            storageBarrier();
            var v127: f32 = 0f;
            var v128: f32 = 0f;
            var v129: f32 = 0f;
            var v130: f32 = 0f;
            var v131: f32 = 0f;
            var v132: f32 = 0f;
            for (var v133: i32 = 0i; v133 < 128i; v133 += 1i) {
                let v136: bool = ((0i <= v124) & (v124 < v97));
                let v141_at = u32(select(0i, ((v96 + (v124 * 128i)) + v133), v136) + k0_at[0].y);
                let v141 = extractBits(k0_b1[v141_at >> 1u], (v141_at & 1u) * 16u, 16u);
                let v146: f32 = bitcast<f32>((select(0u, v141, v136) << 16u));
                let v148 = k0_shared[(v133 + 1536i)];
                v127 = fma(bitcast<f32>(v148), v146, v127);
                let v155 = k0_shared[(v133 + 1664i)];
                v128 = fma(bitcast<f32>(v155), v146, v128);
                let v162 = k0_shared[(v133 + 1792i)];
                v129 = fma(bitcast<f32>(v162), v146, v129);
                let v169 = k0_shared[(v133 + 1920i)];
                v130 = fma(bitcast<f32>(v169), v146, v130);
                let v176 = k0_shared[(v133 + 2048i)];
                v131 = fma(bitcast<f32>(v176), v146, v131);
                let v183 = k0_shared[(v133 + 2176i)];
                v132 = fma(bitcast<f32>(v183), v146, v132);
            }
            let v195: f32 = select(-1.00000002e+30f, v127, v125);
            let v196: f32 = select(-1.00000002e+30f, v128, v125);
            let v197: f32 = select(-1.00000002e+30f, v129, v125);
            let v198: f32 = select(-1.00000002e+30f, v130, v125);
            let v199: f32 = select(-1.00000002e+30f, v131, v125);
            let v200: f32 = select(-1.00000002e+30f, v132, v125);
            let v202: bool = (v13 < 64i);
            let v203: f32 = select(real(0xff800000u), v195, v202);
            let v206: f32 = select(real(0xff800000u), v196, v202);
            let v209: f32 = select(real(0xff800000u), v197, v202);
            let v212: f32 = select(real(0xff800000u), v198, v202);
            let v215: f32 = select(real(0xff800000u), v199, v202);
            let v218: f32 = select(real(0xff800000u), v200, v202);
            workgroupBarrier();
            storageBarrier();
            k0_shared[v13] = bitcast<u32>(select(real(0xff800000u), v203, (real(0xff800000u) < v203)));
            k0_shared[v74] = bitcast<u32>(select(real(0xff800000u), v206, (real(0xff800000u) < v206)));
            k0_shared[v85] = bitcast<u32>(select(real(0xff800000u), v209, (real(0xff800000u) < v209)));
            let v228: i32 = (v13 + 768i);
            k0_shared[v228] = bitcast<u32>(select(real(0xff800000u), v212, (real(0xff800000u) < v212)));
            let v232: i32 = (v13 + 1024i);
            k0_shared[v232] = bitcast<u32>(select(real(0xff800000u), v215, (real(0xff800000u) < v215)));
            let v236: i32 = (v13 + 1280i);
            k0_shared[v236] = bitcast<u32>(select(real(0xff800000u), v218, (real(0xff800000u) < v218)));
            workgroupBarrier();
            storageBarrier();
            if (v202) {
                let v242 = k0_shared[v13];
                let v243: f32 = bitcast<f32>(v242);
                let v244 = k0_shared[(v13 + 64i)];
                let v245: f32 = bitcast<f32>(v244);
                let v253: u32 = bitcast<u32>(select(v245, v243, ((v245 < v243) | (2139095040u < (v244 & 2147483647u)))));
                k0_shared[v13] = v253;
                let v255 = k0_shared[v74];
                let v256: f32 = bitcast<f32>(v255);
                let v259 = k0_shared[(v13 + 320i)];
                let v260: f32 = bitcast<f32>(v259);
                let v266: u32 = bitcast<u32>(select(v260, v256, ((v260 < v256) | (2139095040u < (v259 & 2147483647u)))));
                k0_shared[v74] = v266;
                let v268 = k0_shared[v85];
                let v269: f32 = bitcast<f32>(v268);
                let v272 = k0_shared[(v13 + 576i)];
                let v273: f32 = bitcast<f32>(v272);
                let v279: u32 = bitcast<u32>(select(v273, v269, ((v273 < v269) | (2139095040u < (v272 & 2147483647u)))));
                k0_shared[v85] = v279;
                let v281 = k0_shared[v228];
                let v282: f32 = bitcast<f32>(v281);
                let v285 = k0_shared[(v13 + 832i)];
                let v286: f32 = bitcast<f32>(v285);
                let v292: u32 = bitcast<u32>(select(v286, v282, ((v286 < v282) | (2139095040u < (v285 & 2147483647u)))));
                k0_shared[v228] = v292;
                let v294 = k0_shared[v232];
                let v295: f32 = bitcast<f32>(v294);
                let v298 = k0_shared[(v13 + 1088i)];
                let v299: f32 = bitcast<f32>(v298);
                let v305: u32 = bitcast<u32>(select(v299, v295, ((v299 < v295) | (2139095040u < (v298 & 2147483647u)))));
                k0_shared[v232] = v305;
                let v307 = k0_shared[v236];
                let v308: f32 = bitcast<f32>(v307);
                let v311 = k0_shared[(v13 + 1344i)];
                let v312: f32 = bitcast<f32>(v311);
                let v318: u32 = bitcast<u32>(select(v312, v308, ((v312 < v308) | (2139095040u < (v311 & 2147483647u)))));
                k0_shared[v236] = v318;
            }
            workgroupBarrier();
            storageBarrier();
            let v322: bool = (v13 < 32i);
            if (v322) {
                let v325 = k0_shared[v13];
                let v326: f32 = bitcast<f32>(v325);
                let v327 = k0_shared[(v13 + 32i)];
                let v328: f32 = bitcast<f32>(v327);
                let v336: u32 = bitcast<u32>(select(v328, v326, ((v328 < v326) | (2139095040u < (v327 & 2147483647u)))));
                k0_shared[v13] = v336;
                let v338 = k0_shared[v74];
                let v339: f32 = bitcast<f32>(v338);
                let v342 = k0_shared[(v13 + 288i)];
                let v343: f32 = bitcast<f32>(v342);
                let v349: u32 = bitcast<u32>(select(v343, v339, ((v343 < v339) | (2139095040u < (v342 & 2147483647u)))));
                k0_shared[v74] = v349;
                let v351 = k0_shared[v85];
                let v352: f32 = bitcast<f32>(v351);
                let v355 = k0_shared[(v13 + 544i)];
                let v356: f32 = bitcast<f32>(v355);
                let v362: u32 = bitcast<u32>(select(v356, v352, ((v356 < v352) | (2139095040u < (v355 & 2147483647u)))));
                k0_shared[v85] = v362;
                let v364 = k0_shared[v228];
                let v365: f32 = bitcast<f32>(v364);
                let v368 = k0_shared[(v13 + 800i)];
                let v369: f32 = bitcast<f32>(v368);
                let v375: u32 = bitcast<u32>(select(v369, v365, ((v369 < v365) | (2139095040u < (v368 & 2147483647u)))));
                k0_shared[v228] = v375;
                let v377 = k0_shared[v232];
                let v378: f32 = bitcast<f32>(v377);
                let v381 = k0_shared[(v13 + 1056i)];
                let v382: f32 = bitcast<f32>(v381);
                let v388: u32 = bitcast<u32>(select(v382, v378, ((v382 < v378) | (2139095040u < (v381 & 2147483647u)))));
                k0_shared[v232] = v388;
                let v390 = k0_shared[v236];
                let v391: f32 = bitcast<f32>(v390);
                let v394 = k0_shared[(v13 + 1312i)];
                let v395: f32 = bitcast<f32>(v394);
                let v401: u32 = bitcast<u32>(select(v395, v391, ((v395 < v391) | (2139095040u < (v394 & 2147483647u)))));
                k0_shared[v236] = v401;
            }
            workgroupBarrier();
            storageBarrier();
            let v406: bool = (v13 < 16i);
            if (v406) {
                let v409 = k0_shared[v13];
                let v410: f32 = bitcast<f32>(v409);
                let v411 = k0_shared[(v13 + 16i)];
                let v412: f32 = bitcast<f32>(v411);
                let v420: u32 = bitcast<u32>(select(v412, v410, ((v412 < v410) | (2139095040u < (v411 & 2147483647u)))));
                k0_shared[v13] = v420;
                let v422 = k0_shared[v74];
                let v423: f32 = bitcast<f32>(v422);
                let v426 = k0_shared[(v13 + 272i)];
                let v427: f32 = bitcast<f32>(v426);
                let v433: u32 = bitcast<u32>(select(v427, v423, ((v427 < v423) | (2139095040u < (v426 & 2147483647u)))));
                k0_shared[v74] = v433;
                let v435 = k0_shared[v85];
                let v436: f32 = bitcast<f32>(v435);
                let v439 = k0_shared[(v13 + 528i)];
                let v440: f32 = bitcast<f32>(v439);
                let v446: u32 = bitcast<u32>(select(v440, v436, ((v440 < v436) | (2139095040u < (v439 & 2147483647u)))));
                k0_shared[v85] = v446;
                let v448 = k0_shared[v228];
                let v449: f32 = bitcast<f32>(v448);
                let v452 = k0_shared[(v13 + 784i)];
                let v453: f32 = bitcast<f32>(v452);
                let v459: u32 = bitcast<u32>(select(v453, v449, ((v453 < v449) | (2139095040u < (v452 & 2147483647u)))));
                k0_shared[v228] = v459;
                let v461 = k0_shared[v232];
                let v462: f32 = bitcast<f32>(v461);
                let v465 = k0_shared[(v13 + 1040i)];
                let v466: f32 = bitcast<f32>(v465);
                let v472: u32 = bitcast<u32>(select(v466, v462, ((v466 < v462) | (2139095040u < (v465 & 2147483647u)))));
                k0_shared[v232] = v472;
                let v474 = k0_shared[v236];
                let v475: f32 = bitcast<f32>(v474);
                let v478 = k0_shared[(v13 + 1296i)];
                let v479: f32 = bitcast<f32>(v478);
                let v485: u32 = bitcast<u32>(select(v479, v475, ((v479 < v475) | (2139095040u < (v478 & 2147483647u)))));
                k0_shared[v236] = v485;
            }
            workgroupBarrier();
            storageBarrier();
            let v490: bool = (v13 < 8i);
            if (v490) {
                let v493 = k0_shared[v13];
                let v494: f32 = bitcast<f32>(v493);
                let v495 = k0_shared[(v13 + 8i)];
                let v496: f32 = bitcast<f32>(v495);
                let v504: u32 = bitcast<u32>(select(v496, v494, ((v496 < v494) | (2139095040u < (v495 & 2147483647u)))));
                k0_shared[v13] = v504;
                let v506 = k0_shared[v74];
                let v507: f32 = bitcast<f32>(v506);
                let v510 = k0_shared[(v13 + 264i)];
                let v511: f32 = bitcast<f32>(v510);
                let v517: u32 = bitcast<u32>(select(v511, v507, ((v511 < v507) | (2139095040u < (v510 & 2147483647u)))));
                k0_shared[v74] = v517;
                let v519 = k0_shared[v85];
                let v520: f32 = bitcast<f32>(v519);
                let v523 = k0_shared[(v13 + 520i)];
                let v524: f32 = bitcast<f32>(v523);
                let v530: u32 = bitcast<u32>(select(v524, v520, ((v524 < v520) | (2139095040u < (v523 & 2147483647u)))));
                k0_shared[v85] = v530;
                let v532 = k0_shared[v228];
                let v533: f32 = bitcast<f32>(v532);
                let v536 = k0_shared[(v13 + 776i)];
                let v537: f32 = bitcast<f32>(v536);
                let v543: u32 = bitcast<u32>(select(v537, v533, ((v537 < v533) | (2139095040u < (v536 & 2147483647u)))));
                k0_shared[v228] = v543;
                let v545 = k0_shared[v232];
                let v546: f32 = bitcast<f32>(v545);
                let v549 = k0_shared[(v13 + 1032i)];
                let v550: f32 = bitcast<f32>(v549);
                let v556: u32 = bitcast<u32>(select(v550, v546, ((v550 < v546) | (2139095040u < (v549 & 2147483647u)))));
                k0_shared[v232] = v556;
                let v558 = k0_shared[v236];
                let v559: f32 = bitcast<f32>(v558);
                let v562 = k0_shared[(v13 + 1288i)];
                let v563: f32 = bitcast<f32>(v562);
                let v569: u32 = bitcast<u32>(select(v563, v559, ((v563 < v559) | (2139095040u < (v562 & 2147483647u)))));
                k0_shared[v236] = v569;
            }
            workgroupBarrier();
            storageBarrier();
            let v573: bool = (v13 < 4i);
            if (v573) {
                let v576 = k0_shared[v13];
                let v577: f32 = bitcast<f32>(v576);
                let v578 = k0_shared[(v13 + 4i)];
                let v579: f32 = bitcast<f32>(v578);
                let v587: u32 = bitcast<u32>(select(v579, v577, ((v579 < v577) | (2139095040u < (v578 & 2147483647u)))));
                k0_shared[v13] = v587;
                let v589 = k0_shared[v74];
                let v590: f32 = bitcast<f32>(v589);
                let v593 = k0_shared[(v13 + 260i)];
                let v594: f32 = bitcast<f32>(v593);
                let v600: u32 = bitcast<u32>(select(v594, v590, ((v594 < v590) | (2139095040u < (v593 & 2147483647u)))));
                k0_shared[v74] = v600;
                let v602 = k0_shared[v85];
                let v603: f32 = bitcast<f32>(v602);
                let v606 = k0_shared[(v13 + 516i)];
                let v607: f32 = bitcast<f32>(v606);
                let v613: u32 = bitcast<u32>(select(v607, v603, ((v607 < v603) | (2139095040u < (v606 & 2147483647u)))));
                k0_shared[v85] = v613;
                let v615 = k0_shared[v228];
                let v616: f32 = bitcast<f32>(v615);
                let v619 = k0_shared[(v13 + 772i)];
                let v620: f32 = bitcast<f32>(v619);
                let v626: u32 = bitcast<u32>(select(v620, v616, ((v620 < v616) | (2139095040u < (v619 & 2147483647u)))));
                k0_shared[v228] = v626;
                let v628 = k0_shared[v232];
                let v629: f32 = bitcast<f32>(v628);
                let v632 = k0_shared[(v13 + 1028i)];
                let v633: f32 = bitcast<f32>(v632);
                let v639: u32 = bitcast<u32>(select(v633, v629, ((v633 < v629) | (2139095040u < (v632 & 2147483647u)))));
                k0_shared[v232] = v639;
                let v641 = k0_shared[v236];
                let v642: f32 = bitcast<f32>(v641);
                let v645 = k0_shared[(v13 + 1284i)];
                let v646: f32 = bitcast<f32>(v645);
                let v652: u32 = bitcast<u32>(select(v646, v642, ((v646 < v642) | (2139095040u < (v645 & 2147483647u)))));
                k0_shared[v236] = v652;
            }
            workgroupBarrier();
            storageBarrier();
            let v656: bool = (v13 < 2i);
            if (v656) {
                let v659 = k0_shared[v13];
                let v660: f32 = bitcast<f32>(v659);
                let v661 = k0_shared[(v13 + 2i)];
                let v662: f32 = bitcast<f32>(v661);
                let v670: u32 = bitcast<u32>(select(v662, v660, ((v662 < v660) | (2139095040u < (v661 & 2147483647u)))));
                k0_shared[v13] = v670;
                let v672 = k0_shared[v74];
                let v673: f32 = bitcast<f32>(v672);
                let v676 = k0_shared[(v13 + 258i)];
                let v677: f32 = bitcast<f32>(v676);
                let v683: u32 = bitcast<u32>(select(v677, v673, ((v677 < v673) | (2139095040u < (v676 & 2147483647u)))));
                k0_shared[v74] = v683;
                let v685 = k0_shared[v85];
                let v686: f32 = bitcast<f32>(v685);
                let v689 = k0_shared[(v13 + 514i)];
                let v690: f32 = bitcast<f32>(v689);
                let v696: u32 = bitcast<u32>(select(v690, v686, ((v690 < v686) | (2139095040u < (v689 & 2147483647u)))));
                k0_shared[v85] = v696;
                let v698 = k0_shared[v228];
                let v699: f32 = bitcast<f32>(v698);
                let v702 = k0_shared[(v13 + 770i)];
                let v703: f32 = bitcast<f32>(v702);
                let v709: u32 = bitcast<u32>(select(v703, v699, ((v703 < v699) | (2139095040u < (v702 & 2147483647u)))));
                k0_shared[v228] = v709;
                let v711 = k0_shared[v232];
                let v712: f32 = bitcast<f32>(v711);
                let v715 = k0_shared[(v13 + 1026i)];
                let v716: f32 = bitcast<f32>(v715);
                let v722: u32 = bitcast<u32>(select(v716, v712, ((v716 < v712) | (2139095040u < (v715 & 2147483647u)))));
                k0_shared[v232] = v722;
                let v724 = k0_shared[v236];
                let v725: f32 = bitcast<f32>(v724);
                let v728 = k0_shared[(v13 + 1282i)];
                let v729: f32 = bitcast<f32>(v728);
                let v735: u32 = bitcast<u32>(select(v729, v725, ((v729 < v725) | (2139095040u < (v728 & 2147483647u)))));
                k0_shared[v236] = v735;
            }
            workgroupBarrier();
            storageBarrier();
            let v739: bool = (v13 < 1i);
            if (v739) {
                let v742 = k0_shared[v13];
                let v743: f32 = bitcast<f32>(v742);
                let v744 = k0_shared[(v13 + 1i)];
                let v745: f32 = bitcast<f32>(v744);
                let v753: u32 = bitcast<u32>(select(v745, v743, ((v745 < v743) | (2139095040u < (v744 & 2147483647u)))));
                k0_shared[v13] = v753;
                let v755 = k0_shared[v74];
                let v756: f32 = bitcast<f32>(v755);
                let v759 = k0_shared[(v13 + 257i)];
                let v760: f32 = bitcast<f32>(v759);
                let v766: u32 = bitcast<u32>(select(v760, v756, ((v760 < v756) | (2139095040u < (v759 & 2147483647u)))));
                k0_shared[v74] = v766;
                let v768 = k0_shared[v85];
                let v769: f32 = bitcast<f32>(v768);
                let v772 = k0_shared[(v13 + 513i)];
                let v773: f32 = bitcast<f32>(v772);
                let v779: u32 = bitcast<u32>(select(v773, v769, ((v773 < v769) | (2139095040u < (v772 & 2147483647u)))));
                k0_shared[v85] = v779;
                let v781 = k0_shared[v228];
                let v782: f32 = bitcast<f32>(v781);
                let v785 = k0_shared[(v13 + 769i)];
                let v786: f32 = bitcast<f32>(v785);
                let v792: u32 = bitcast<u32>(select(v786, v782, ((v786 < v782) | (2139095040u < (v785 & 2147483647u)))));
                k0_shared[v228] = v792;
                let v794 = k0_shared[v232];
                let v795: f32 = bitcast<f32>(v794);
                let v798 = k0_shared[(v13 + 1025i)];
                let v799: f32 = bitcast<f32>(v798);
                let v805: u32 = bitcast<u32>(select(v799, v795, ((v799 < v795) | (2139095040u < (v798 & 2147483647u)))));
                k0_shared[v232] = v805;
                let v807 = k0_shared[v236];
                let v808: f32 = bitcast<f32>(v807);
                let v811 = k0_shared[(v13 + 1281i)];
                let v812: f32 = bitcast<f32>(v811);
                let v818: u32 = bitcast<u32>(select(v812, v808, ((v812 < v808) | (2139095040u < (v811 & 2147483647u)))));
                k0_shared[v236] = v818;
            }
            workgroupBarrier();
            storageBarrier();
            let v822 = k0_shared[0i];
            let v823: f32 = bitcast<f32>(v822);
            let v824 = k0_shared[256i];
            let v825: f32 = bitcast<f32>(v824);
            let v826 = k0_shared[512i];
            let v827: f32 = bitcast<f32>(v826);
            let v828 = k0_shared[768i];
            let v829: f32 = bitcast<f32>(v828);
            let v830 = k0_shared[1024i];
            let v831: f32 = bitcast<f32>(v830);
            let v832 = k0_shared[1280i];
            let v833: f32 = bitcast<f32>(v832);
            let v834: f32 = v99;
            let v841: f32 = select(v823, v834, ((v823 < v834) | (2139095040u < (v822 & 2147483647u))));
            let v842: f32 = v100;
            let v847: f32 = select(v825, v842, ((v825 < v842) | (2139095040u < (v824 & 2147483647u))));
            let v848: f32 = v101;
            let v853: f32 = select(v827, v848, ((v827 < v848) | (2139095040u < (v826 & 2147483647u))));
            let v854: f32 = v102;
            let v859: f32 = select(v829, v854, ((v829 < v854) | (2139095040u < (v828 & 2147483647u))));
            let v860: f32 = v103;
            let v865: f32 = select(v831, v860, ((v831 < v860) | (2139095040u < (v830 & 2147483647u))));
            let v866: f32 = v104;
            let v871: f32 = select(v833, v866, ((v833 < v866) | (2139095040u < (v832 & 2147483647u))));
            let v874: f32 = exact_exp((v99 - v841));
            let v877: f32 = exact_exp((v100 - v847));
            let v880: f32 = exact_exp((v101 - v853));
            let v883: f32 = exact_exp((v102 - v859));
            let v886: f32 = exact_exp((v103 - v865));
            let v889: f32 = exact_exp((v104 - v871));
            let v891: f32 = exact_exp((v195 - v841));
            let v893: f32 = exact_exp((v196 - v847));
            let v895: f32 = exact_exp((v197 - v853));
            let v897: f32 = exact_exp((v198 - v859));
            let v899: f32 = exact_exp((v199 - v865));
            let v901: f32 = exact_exp((v200 - v871));
            workgroupBarrier();
            storageBarrier();
            if (v202) {
                k0_shared[(v123 + 2304i)] = bitcast<u32>(v891);
            }
            if (v202) {
                k0_shared[(v123 + 2368i)] = bitcast<u32>(v893);
            }
            if (v202) {
                k0_shared[(v123 + 2432i)] = bitcast<u32>(v895);
            }
            if (v202) {
                k0_shared[(v123 + 2496i)] = bitcast<u32>(v897);
            }
            if (v202) {
                k0_shared[(v123 + 2560i)] = bitcast<u32>(v899);
            }
            if (v202) {
                k0_shared[(v123 + 2624i)] = bitcast<u32>(v901);
            }
            k0_shared[v13] = bitcast<u32>(select(0f, v891, v202));
            k0_shared[v74] = bitcast<u32>(select(0f, v893, v202));
            k0_shared[v85] = bitcast<u32>(select(0f, v895, v202));
            k0_shared[v228] = bitcast<u32>(select(0f, v897, v202));
            k0_shared[v232] = bitcast<u32>(select(0f, v899, v202));
            k0_shared[v236] = bitcast<u32>(select(0f, v901, v202));
            workgroupBarrier();
            storageBarrier();
            if (v202) {
                let v972 = k0_shared[v13];
                let v974 = k0_shared[(v13 + 64i)];
                k0_shared[v13] = bitcast<u32>((bitcast<f32>(v972) + bitcast<f32>(v974)));
                let v979 = k0_shared[v74];
                let v982 = k0_shared[(v13 + 320i)];
                k0_shared[v74] = bitcast<u32>((bitcast<f32>(v979) + bitcast<f32>(v982)));
                let v987 = k0_shared[v85];
                let v991 = k0_shared[(v13 + 576i)];
                k0_shared[v85] = bitcast<u32>((bitcast<f32>(v987) + bitcast<f32>(v991)));
                let v996 = k0_shared[v228];
                let v1000 = k0_shared[(v13 + 832i)];
                k0_shared[v228] = bitcast<u32>((bitcast<f32>(v996) + bitcast<f32>(v1000)));
                let v1005 = k0_shared[v232];
                let v1009 = k0_shared[(v13 + 1088i)];
                k0_shared[v232] = bitcast<u32>((bitcast<f32>(v1005) + bitcast<f32>(v1009)));
                let v1014 = k0_shared[v236];
                let v1018 = k0_shared[(v13 + 1344i)];
                k0_shared[v236] = bitcast<u32>((bitcast<f32>(v1014) + bitcast<f32>(v1018)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v322) {
                let v1027 = k0_shared[v13];
                let v1029 = k0_shared[(v13 + 32i)];
                k0_shared[v13] = bitcast<u32>((bitcast<f32>(v1027) + bitcast<f32>(v1029)));
                let v1034 = k0_shared[v74];
                let v1038 = k0_shared[(v13 + 288i)];
                k0_shared[v74] = bitcast<u32>((bitcast<f32>(v1034) + bitcast<f32>(v1038)));
                let v1043 = k0_shared[v85];
                let v1047 = k0_shared[(v13 + 544i)];
                k0_shared[v85] = bitcast<u32>((bitcast<f32>(v1043) + bitcast<f32>(v1047)));
                let v1052 = k0_shared[v228];
                let v1056 = k0_shared[(v13 + 800i)];
                k0_shared[v228] = bitcast<u32>((bitcast<f32>(v1052) + bitcast<f32>(v1056)));
                let v1061 = k0_shared[v232];
                let v1065 = k0_shared[(v13 + 1056i)];
                k0_shared[v232] = bitcast<u32>((bitcast<f32>(v1061) + bitcast<f32>(v1065)));
                let v1070 = k0_shared[v236];
                let v1074 = k0_shared[(v13 + 1312i)];
                k0_shared[v236] = bitcast<u32>((bitcast<f32>(v1070) + bitcast<f32>(v1074)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v406) {
                let v1083 = k0_shared[v13];
                let v1085 = k0_shared[(v13 + 16i)];
                k0_shared[v13] = bitcast<u32>((bitcast<f32>(v1083) + bitcast<f32>(v1085)));
                let v1090 = k0_shared[v74];
                let v1094 = k0_shared[(v13 + 272i)];
                k0_shared[v74] = bitcast<u32>((bitcast<f32>(v1090) + bitcast<f32>(v1094)));
                let v1099 = k0_shared[v85];
                let v1103 = k0_shared[(v13 + 528i)];
                k0_shared[v85] = bitcast<u32>((bitcast<f32>(v1099) + bitcast<f32>(v1103)));
                let v1108 = k0_shared[v228];
                let v1112 = k0_shared[(v13 + 784i)];
                k0_shared[v228] = bitcast<u32>((bitcast<f32>(v1108) + bitcast<f32>(v1112)));
                let v1117 = k0_shared[v232];
                let v1121 = k0_shared[(v13 + 1040i)];
                k0_shared[v232] = bitcast<u32>((bitcast<f32>(v1117) + bitcast<f32>(v1121)));
                let v1126 = k0_shared[v236];
                let v1130 = k0_shared[(v13 + 1296i)];
                k0_shared[v236] = bitcast<u32>((bitcast<f32>(v1126) + bitcast<f32>(v1130)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v490) {
                let v1139 = k0_shared[v13];
                let v1141 = k0_shared[(v13 + 8i)];
                k0_shared[v13] = bitcast<u32>((bitcast<f32>(v1139) + bitcast<f32>(v1141)));
                let v1146 = k0_shared[v74];
                let v1150 = k0_shared[(v13 + 264i)];
                k0_shared[v74] = bitcast<u32>((bitcast<f32>(v1146) + bitcast<f32>(v1150)));
                let v1155 = k0_shared[v85];
                let v1159 = k0_shared[(v13 + 520i)];
                k0_shared[v85] = bitcast<u32>((bitcast<f32>(v1155) + bitcast<f32>(v1159)));
                let v1164 = k0_shared[v228];
                let v1168 = k0_shared[(v13 + 776i)];
                k0_shared[v228] = bitcast<u32>((bitcast<f32>(v1164) + bitcast<f32>(v1168)));
                let v1173 = k0_shared[v232];
                let v1177 = k0_shared[(v13 + 1032i)];
                k0_shared[v232] = bitcast<u32>((bitcast<f32>(v1173) + bitcast<f32>(v1177)));
                let v1182 = k0_shared[v236];
                let v1186 = k0_shared[(v13 + 1288i)];
                k0_shared[v236] = bitcast<u32>((bitcast<f32>(v1182) + bitcast<f32>(v1186)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v573) {
                let v1195 = k0_shared[v13];
                let v1197 = k0_shared[(v13 + 4i)];
                k0_shared[v13] = bitcast<u32>((bitcast<f32>(v1195) + bitcast<f32>(v1197)));
                let v1202 = k0_shared[v74];
                let v1206 = k0_shared[(v13 + 260i)];
                k0_shared[v74] = bitcast<u32>((bitcast<f32>(v1202) + bitcast<f32>(v1206)));
                let v1211 = k0_shared[v85];
                let v1215 = k0_shared[(v13 + 516i)];
                k0_shared[v85] = bitcast<u32>((bitcast<f32>(v1211) + bitcast<f32>(v1215)));
                let v1220 = k0_shared[v228];
                let v1224 = k0_shared[(v13 + 772i)];
                k0_shared[v228] = bitcast<u32>((bitcast<f32>(v1220) + bitcast<f32>(v1224)));
                let v1229 = k0_shared[v232];
                let v1233 = k0_shared[(v13 + 1028i)];
                k0_shared[v232] = bitcast<u32>((bitcast<f32>(v1229) + bitcast<f32>(v1233)));
                let v1238 = k0_shared[v236];
                let v1242 = k0_shared[(v13 + 1284i)];
                k0_shared[v236] = bitcast<u32>((bitcast<f32>(v1238) + bitcast<f32>(v1242)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v656) {
                let v1251 = k0_shared[v13];
                let v1253 = k0_shared[(v13 + 2i)];
                k0_shared[v13] = bitcast<u32>((bitcast<f32>(v1251) + bitcast<f32>(v1253)));
                let v1258 = k0_shared[v74];
                let v1262 = k0_shared[(v13 + 258i)];
                k0_shared[v74] = bitcast<u32>((bitcast<f32>(v1258) + bitcast<f32>(v1262)));
                let v1267 = k0_shared[v85];
                let v1271 = k0_shared[(v13 + 514i)];
                k0_shared[v85] = bitcast<u32>((bitcast<f32>(v1267) + bitcast<f32>(v1271)));
                let v1276 = k0_shared[v228];
                let v1280 = k0_shared[(v13 + 770i)];
                k0_shared[v228] = bitcast<u32>((bitcast<f32>(v1276) + bitcast<f32>(v1280)));
                let v1285 = k0_shared[v232];
                let v1289 = k0_shared[(v13 + 1026i)];
                k0_shared[v232] = bitcast<u32>((bitcast<f32>(v1285) + bitcast<f32>(v1289)));
                let v1294 = k0_shared[v236];
                let v1298 = k0_shared[(v13 + 1282i)];
                k0_shared[v236] = bitcast<u32>((bitcast<f32>(v1294) + bitcast<f32>(v1298)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v739) {
                let v1307 = k0_shared[v13];
                let v1309 = k0_shared[(v13 + 1i)];
                k0_shared[v13] = bitcast<u32>((bitcast<f32>(v1307) + bitcast<f32>(v1309)));
                let v1314 = k0_shared[v74];
                let v1318 = k0_shared[(v13 + 257i)];
                k0_shared[v74] = bitcast<u32>((bitcast<f32>(v1314) + bitcast<f32>(v1318)));
                let v1323 = k0_shared[v85];
                let v1327 = k0_shared[(v13 + 513i)];
                k0_shared[v85] = bitcast<u32>((bitcast<f32>(v1323) + bitcast<f32>(v1327)));
                let v1332 = k0_shared[v228];
                let v1336 = k0_shared[(v13 + 769i)];
                k0_shared[v228] = bitcast<u32>((bitcast<f32>(v1332) + bitcast<f32>(v1336)));
                let v1341 = k0_shared[v232];
                let v1345 = k0_shared[(v13 + 1025i)];
                k0_shared[v232] = bitcast<u32>((bitcast<f32>(v1341) + bitcast<f32>(v1345)));
                let v1350 = k0_shared[v236];
                let v1354 = k0_shared[(v13 + 1281i)];
                k0_shared[v236] = bitcast<u32>((bitcast<f32>(v1350) + bitcast<f32>(v1354)));
            }
            workgroupBarrier();
            storageBarrier();
            let v1361 = k0_shared[0i];
            let v1363 = k0_shared[256i];
            let v1365 = k0_shared[512i];
            let v1367 = k0_shared[768i];
            let v1369 = k0_shared[1024i];
            let v1371 = k0_shared[1280i];
            v106 = fma(v106, v874, bitcast<f32>(v1361));
            v107 = fma(v107, v877, bitcast<f32>(v1363));
            v108 = fma(v108, v880, bitcast<f32>(v1365));
            v109 = fma(v109, v883, bitcast<f32>(v1367));
            v110 = fma(v110, v886, bitcast<f32>(v1369));
            v111 = fma(v111, v889, bitcast<f32>(v1371));
            var v1403: f32 = (v112 * v874);
            var v1404: f32 = (v113 * v877);
            var v1405: f32 = (v114 * v880);
            var v1406: f32 = (v115 * v883);
            var v1407: f32 = (v116 * v886);
            var v1408: f32 = (v117 * v889);
            for (var v1409: i32 = 0i; v1409 < 64i; v1409 += 1i) {
                let v1410: i32 = (v121 + v1409);
                let v1413: bool = ((0i <= v1410) & (v1410 < v97));
                let v1418_at = u32(select(0i, ((v96 + (v1410 * 128i)) + v13), v1413) + k0_at[0].z);
                let v1418 = extractBits(k0_b2[v1418_at >> 1u], (v1418_at & 1u) * 16u, 16u);
                let v1423: f32 = bitcast<f32>((select(0u, v1418, v1413) << 16u));
                let v1426 = k0_shared[(v1409 + 2304i)];
                v1403 = fma(bitcast<f32>(v1426), v1423, v1403);
                let v1434 = k0_shared[(v1409 + 2368i)];
                v1404 = fma(bitcast<f32>(v1434), v1423, v1404);
                let v1442 = k0_shared[(v1409 + 2432i)];
                v1405 = fma(bitcast<f32>(v1442), v1423, v1405);
                let v1450 = k0_shared[(v1409 + 2496i)];
                v1406 = fma(bitcast<f32>(v1450), v1423, v1406);
                let v1458 = k0_shared[(v1409 + 2560i)];
                v1407 = fma(bitcast<f32>(v1458), v1423, v1407);
                let v1466 = k0_shared[(v1409 + 2624i)];
                v1408 = fma(bitcast<f32>(v1466), v1423, v1408);
            }
            let v1473: f32 = v1404;
            let v1474: f32 = v1405;
            let v1475: f32 = v1406;
            let v1476: f32 = v1407;
            let v1477: f32 = v1408;
            v112 = v1403;
            v113 = v1473;
            v114 = v1474;
            v115 = v1475;
            v116 = v1476;
            v117 = v1477;
            v99 = v841;
            v100 = v847;
            v101 = v853;
            v102 = v859;
            v103 = v865;
            v104 = v871;
        }
        let v1494: i32 = ((v19 * 16i) + (v20 / 256i));
        let v1497: bool = ((0i <= v1494) & (v1494 < 32i));
        let v1498: i32 = (v1494 * 768i);
        let v1499: i32 = select(0i, 6i, v1497);
        let v1500: i32 = (v1494 * 12i);
        let v1501: i32 = select(0i, 2i, v1497);
        let v1503: i32 = select(0i, 6i, (0i < v1501));
        let v1505: i32 = (v1500 + 6i);
        let v1506: i32 = select(0i, 6i, (1i < v1501));
        let v1507: f32 = v112;
        let v1509: i32 = (v1498 + v13);
        if ((0i < v1499)) {
            let v1511_at = u32(v1509 + k0_at[0].w);
            k0_b3[v1511_at] = v1507;
        }
        let v1513: f32 = v113;
        let v1516: i32 = ((v1498 + 128i) + v13);
        if ((1i < v1499)) {
            let v1518_at = u32(v1516 + k0_at[0].w);
            k0_b3[v1518_at] = v1513;
        }
        let v1520: f32 = v114;
        let v1523: i32 = ((v1498 + 256i) + v13);
        if ((2i < v1499)) {
            let v1525_at = u32(v1523 + k0_at[0].w);
            k0_b3[v1525_at] = v1520;
        }
        let v1527: f32 = v115;
        let v1530: i32 = ((v1498 + 384i) + v13);
        if ((3i < v1499)) {
            let v1532_at = u32(v1530 + k0_at[0].w);
            k0_b3[v1532_at] = v1527;
        }
        let v1534: f32 = v116;
        let v1537: i32 = ((v1498 + 512i) + v13);
        if ((4i < v1499)) {
            let v1539_at = u32(v1537 + k0_at[0].w);
            k0_b3[v1539_at] = v1534;
        }
        let v1541: f32 = v117;
        let v1544: i32 = ((v1498 + 640i) + v13);
        if ((5i < v1499)) {
            let v1546_at = u32(v1544 + k0_at[0].w);
            k0_b3[v1546_at] = v1541;
        }
        let v1548: bool = (v13 == 0i);
        if (v1548) {
            let v1550: f32 = v99;
            if ((0i < v1503)) {
                let v1553_at = u32(v1500 + k0_at[1].x);
                k0_b4[v1553_at] = v1550;
            }
        }
        let v1556: bool = (v13 == 1i);
        if (v1556) {
            let v1558: f32 = v100;
            let v1560: i32 = (v1500 + 1i);
            if ((1i < v1503)) {
                let v1562_at = u32(v1560 + k0_at[1].x);
                k0_b4[v1562_at] = v1558;
            }
        }
        let v1565: bool = (v13 == 2i);
        if (v1565) {
            let v1567: f32 = v101;
            let v1569: i32 = (v1500 + 2i);
            if ((2i < v1503)) {
                let v1571_at = u32(v1569 + k0_at[1].x);
                k0_b4[v1571_at] = v1567;
            }
        }
        let v1574: bool = (v13 == 3i);
        if (v1574) {
            let v1576: f32 = v102;
            let v1578: i32 = (v1500 + 3i);
            if ((3i < v1503)) {
                let v1580_at = u32(v1578 + k0_at[1].x);
                k0_b4[v1580_at] = v1576;
            }
        }
        let v1583: bool = (v13 == 4i);
        if (v1583) {
            let v1585: f32 = v103;
            let v1587: i32 = (v1500 + 4i);
            if ((4i < v1503)) {
                let v1589_at = u32(v1587 + k0_at[1].x);
                k0_b4[v1589_at] = v1585;
            }
        }
        let v1592: bool = (v13 == 5i);
        if (v1592) {
            let v1594: f32 = v104;
            let v1596: i32 = (v1500 + 5i);
            if ((5i < v1503)) {
                let v1598_at = u32(v1596 + k0_at[1].x);
                k0_b4[v1598_at] = v1594;
            }
        }
        workgroupBarrier();
        storageBarrier();
        if (v1548) {
            let v1603: f32 = v106;
            if ((0i < v1506)) {
                let v1606_at = u32(v1505 + k0_at[1].x);
                k0_b4[v1606_at] = v1603;
            }
        }
        if (v1556) {
            let v1610: f32 = v107;
            let v1613: i32 = (v1500 + 7i);
            if ((1i < v1506)) {
                let v1615_at = u32(v1613 + k0_at[1].x);
                k0_b4[v1615_at] = v1610;
            }
        }
        if (v1565) {
            let v1619: f32 = v108;
            let v1622: i32 = (v1500 + 8i);
            if ((2i < v1506)) {
                let v1624_at = u32(v1622 + k0_at[1].x);
                k0_b4[v1624_at] = v1619;
            }
        }
        if (v1574) {
            let v1628: f32 = v109;
            let v1631: i32 = (v1500 + 9i);
            if ((3i < v1506)) {
                let v1633_at = u32(v1631 + k0_at[1].x);
                k0_b4[v1633_at] = v1628;
            }
        }
        if (v1583) {
            let v1637: f32 = v110;
            let v1640: i32 = (v1500 + 10i);
            if ((4i < v1506)) {
                let v1642_at = u32(v1640 + k0_at[1].x);
                k0_b4[v1642_at] = v1637;
            }
        }
        if (v1592) {
            let v1646: f32 = v111;
            let v1649: i32 = (v1500 + 11i);
            if ((5i < v1506)) {
                let v1651_at = u32(v1649 + k0_at[1].x);
                k0_b4[v1651_at] = v1646;
            }
        }
    }
}

// tessera kernel attention_decode_gqa entry k_attention_decode_gqa__wide wide 1 params i32,i16,i16,w32,w32 sizes 1 threads 128 teams 1 count -1 shared 10752 cost 2100225
@group(0) @binding(0) var<storage, read> k1_b0: array<f32>; // q
@group(0) @binding(1) var<storage, read> k1_b1: array<vec4<u32>>; // kcache
@group(0) @binding(2) var<storage, read> k1_b2: array<u32>; // vcache
@group(0) @binding(3) var<storage, read_write> k1_b3: array<f32>; // partial
@group(0) @binding(4) var<storage, read_write> k1_b4: array<f32>; // stats
@group(0) @binding(5) var<uniform> k1_at: array<vec4<i32>, 2>; // offsets, sizes
var<workgroup> k1_shared: array<u32, 2688>;
@compute @workgroup_size(128)
fn k_attention_decode_gqa__wide(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v2: i32 = k1_at[1].y;
    let v11: i32 = select(0i, (((v2 - 1i) / 256i) + 1i), (0i < v2));
    let v12: i32 = (v11 * 2i);
    let v13: i32 = i32(thread);
    let v14: i32 = i32(group.x);
    let v15: i32 = i32(groups.x);
    for (var v17: i32 = v14; v17 < v12; v17 += v15) {
        let v19: i32 = (v17 / v11);
        let v20: i32 = ((v17 % v11) * 256i);
        let v31: i32 = (v19 * 6i);
        let v34_at = u32(((v31 * 128i) + v13) + k1_at[0].x);
        let v34 = k1_b0[v34_at];
        let v40_at = u32((((v31 + 1i) * 128i) + v13) + k1_at[0].x);
        let v40 = k1_b0[v40_at];
        let v45_at = u32((((v31 + 2i) * 128i) + v13) + k1_at[0].x);
        let v45 = k1_b0[v45_at];
        let v51_at = u32((((v31 + 3i) * 128i) + v13) + k1_at[0].x);
        let v51 = k1_b0[v51_at];
        let v57_at = u32((((v31 + 4i) * 128i) + v13) + k1_at[0].x);
        let v57 = k1_b0[v57_at];
        let v63_at = u32((((v31 + 5i) * 128i) + v13) + k1_at[0].x);
        let v63 = k1_b0[v63_at];
        workgroupBarrier();
        storageBarrier();
        k1_shared[(v13 + 1536i)] = bitcast<u32>((v34 * 0.0883883461f));
        k1_shared[(v13 + 1664i)] = bitcast<u32>((v40 * 0.0883883461f));
        let v74: i32 = (v13 + 256i);
        k1_shared[(v13 + 1792i)] = bitcast<u32>((v45 * 0.0883883461f));
        k1_shared[(v13 + 1920i)] = bitcast<u32>((v51 * 0.0883883461f));
        let v85: i32 = (v13 + 512i);
        k1_shared[(v13 + 2048i)] = bitcast<u32>((v57 * 0.0883883461f));
        k1_shared[(v13 + 2176i)] = bitcast<u32>((v63 * 0.0883883461f));
        let v96: i32 = (v19 * 524288i);
        let v97: i32 = min(v2, 4096i);
        var v99: f32 = -1.00000002e+30f;
        var v100: f32 = -1.00000002e+30f;
        var v101: f32 = -1.00000002e+30f;
        var v102: f32 = -1.00000002e+30f;
        var v103: f32 = -1.00000002e+30f;
        var v104: f32 = -1.00000002e+30f;
        var v106: f32 = 0f;
        var v107: f32 = 0f;
        var v108: f32 = 0f;
        var v109: f32 = 0f;
        var v110: f32 = 0f;
        var v111: f32 = 0f;
        var v112: f32 = 0f;
        var v113: f32 = 0f;
        var v114: f32 = 0f;
        var v115: f32 = 0f;
        var v116: f32 = 0f;
        var v117: f32 = 0f;
        let v119: i32 = min(v2, (v20 + 256i));
        for (var v121: i32 = v20; v121 < v119; v121 += 64i) {
            let v123: i32 = min(v13, 63i);
            let v124: i32 = (v121 + v123);
            let v125: bool = (v124 < v2);
            workgroupBarrier();
            storageBarrier();
            var v127: f32 = 0f;
            var v128: f32 = 0f;
            var v129: f32 = 0f;
            var v130: f32 = 0f;
            var v131: f32 = 0f;
            var v132: f32 = 0f;
            for (var v134: i32 = 0i; v134 < 128i; v134 += 8i) {
                let v137: bool = ((0i <= v124) & (v124 < v97));
                let v142: i32 = select(0i, (((v96 + (v124 * 128i)) + v134) >> u32(3i)), v137);
                let v143_at = u32(v142 + k1_at[0].y / 8i);
                let v143 = k1_b1[v143_at];
                let v168: f32 = bitcast<f32>((select(0u, (v143.x & 65535u), v137) << 16u));
                let v170 = k1_shared[(v134 + 1536i)];
                v127 = fma(bitcast<f32>(v170), v168, v127);
                let v177 = k1_shared[(v134 + 1664i)];
                v128 = fma(bitcast<f32>(v177), v168, v128);
                let v184 = k1_shared[(v134 + 1792i)];
                v129 = fma(bitcast<f32>(v184), v168, v129);
                let v191 = k1_shared[(v134 + 1920i)];
                v130 = fma(bitcast<f32>(v191), v168, v130);
                let v198 = k1_shared[(v134 + 2048i)];
                v131 = fma(bitcast<f32>(v198), v168, v131);
                let v205 = k1_shared[(v134 + 2176i)];
                v132 = fma(bitcast<f32>(v205), v168, v132);
                let v211: f32 = bitcast<f32>((select(0u, (v143.x >> 16u), v137) << 16u));
                let v215 = k1_shared[(v134 + 1537i)];
                v127 = fma(bitcast<f32>(v215), v211, v127);
                let v224 = k1_shared[(v134 + 1665i)];
                v128 = fma(bitcast<f32>(v224), v211, v128);
                let v233 = k1_shared[(v134 + 1793i)];
                v129 = fma(bitcast<f32>(v233), v211, v129);
                let v242 = k1_shared[(v134 + 1921i)];
                v130 = fma(bitcast<f32>(v242), v211, v130);
                let v251 = k1_shared[(v134 + 2049i)];
                v131 = fma(bitcast<f32>(v251), v211, v131);
                let v260 = k1_shared[(v134 + 2177i)];
                v132 = fma(bitcast<f32>(v260), v211, v132);
                let v266: f32 = bitcast<f32>((select(0u, (v143.y & 65535u), v137) << 16u));
                let v270 = k1_shared[(v134 + 1538i)];
                v127 = fma(bitcast<f32>(v270), v266, v127);
                let v279 = k1_shared[(v134 + 1666i)];
                v128 = fma(bitcast<f32>(v279), v266, v128);
                let v288 = k1_shared[(v134 + 1794i)];
                v129 = fma(bitcast<f32>(v288), v266, v129);
                let v297 = k1_shared[(v134 + 1922i)];
                v130 = fma(bitcast<f32>(v297), v266, v130);
                let v306 = k1_shared[(v134 + 2050i)];
                v131 = fma(bitcast<f32>(v306), v266, v131);
                let v315 = k1_shared[(v134 + 2178i)];
                v132 = fma(bitcast<f32>(v315), v266, v132);
                let v321: f32 = bitcast<f32>((select(0u, (v143.y >> 16u), v137) << 16u));
                let v325 = k1_shared[(v134 + 1539i)];
                v127 = fma(bitcast<f32>(v325), v321, v127);
                let v334 = k1_shared[(v134 + 1667i)];
                v128 = fma(bitcast<f32>(v334), v321, v128);
                let v343 = k1_shared[(v134 + 1795i)];
                v129 = fma(bitcast<f32>(v343), v321, v129);
                let v352 = k1_shared[(v134 + 1923i)];
                v130 = fma(bitcast<f32>(v352), v321, v130);
                let v361 = k1_shared[(v134 + 2051i)];
                v131 = fma(bitcast<f32>(v361), v321, v131);
                let v370 = k1_shared[(v134 + 2179i)];
                v132 = fma(bitcast<f32>(v370), v321, v132);
                let v376: f32 = bitcast<f32>((select(0u, (v143.z & 65535u), v137) << 16u));
                let v380 = k1_shared[(v134 + 1540i)];
                v127 = fma(bitcast<f32>(v380), v376, v127);
                let v389 = k1_shared[(v134 + 1668i)];
                v128 = fma(bitcast<f32>(v389), v376, v128);
                let v398 = k1_shared[(v134 + 1796i)];
                v129 = fma(bitcast<f32>(v398), v376, v129);
                let v407 = k1_shared[(v134 + 1924i)];
                v130 = fma(bitcast<f32>(v407), v376, v130);
                let v416 = k1_shared[(v134 + 2052i)];
                v131 = fma(bitcast<f32>(v416), v376, v131);
                let v425 = k1_shared[(v134 + 2180i)];
                v132 = fma(bitcast<f32>(v425), v376, v132);
                let v431: f32 = bitcast<f32>((select(0u, (v143.z >> 16u), v137) << 16u));
                let v435 = k1_shared[(v134 + 1541i)];
                v127 = fma(bitcast<f32>(v435), v431, v127);
                let v444 = k1_shared[(v134 + 1669i)];
                v128 = fma(bitcast<f32>(v444), v431, v128);
                let v453 = k1_shared[(v134 + 1797i)];
                v129 = fma(bitcast<f32>(v453), v431, v129);
                let v462 = k1_shared[(v134 + 1925i)];
                v130 = fma(bitcast<f32>(v462), v431, v130);
                let v471 = k1_shared[(v134 + 2053i)];
                v131 = fma(bitcast<f32>(v471), v431, v131);
                let v480 = k1_shared[(v134 + 2181i)];
                v132 = fma(bitcast<f32>(v480), v431, v132);
                let v486: f32 = bitcast<f32>((select(0u, (v143.w & 65535u), v137) << 16u));
                let v490 = k1_shared[(v134 + 1542i)];
                v127 = fma(bitcast<f32>(v490), v486, v127);
                let v499 = k1_shared[(v134 + 1670i)];
                v128 = fma(bitcast<f32>(v499), v486, v128);
                let v508 = k1_shared[(v134 + 1798i)];
                v129 = fma(bitcast<f32>(v508), v486, v129);
                let v517 = k1_shared[(v134 + 1926i)];
                v130 = fma(bitcast<f32>(v517), v486, v130);
                let v526 = k1_shared[(v134 + 2054i)];
                v131 = fma(bitcast<f32>(v526), v486, v131);
                let v535 = k1_shared[(v134 + 2182i)];
                v132 = fma(bitcast<f32>(v535), v486, v132);
                let v541: f32 = bitcast<f32>((select(0u, (v143.w >> 16u), v137) << 16u));
                let v546 = k1_shared[(v134 + 1543i)];
                v127 = fma(bitcast<f32>(v546), v541, v127);
                let v555 = k1_shared[(v134 + 1671i)];
                v128 = fma(bitcast<f32>(v555), v541, v128);
                let v564 = k1_shared[(v134 + 1799i)];
                v129 = fma(bitcast<f32>(v564), v541, v129);
                let v573 = k1_shared[(v134 + 1927i)];
                v130 = fma(bitcast<f32>(v573), v541, v130);
                let v582 = k1_shared[(v134 + 2055i)];
                v131 = fma(bitcast<f32>(v582), v541, v131);
                let v591 = k1_shared[(v134 + 2183i)];
                v132 = fma(bitcast<f32>(v591), v541, v132);
            }
            let v603: f32 = select(-1.00000002e+30f, v127, v125);
            let v604: f32 = select(-1.00000002e+30f, v128, v125);
            let v605: f32 = select(-1.00000002e+30f, v129, v125);
            let v606: f32 = select(-1.00000002e+30f, v130, v125);
            let v607: f32 = select(-1.00000002e+30f, v131, v125);
            let v608: f32 = select(-1.00000002e+30f, v132, v125);
            let v610: bool = (v13 < 64i);
            let v611: f32 = select(real(0xff800000u), v603, v610);
            let v614: f32 = select(real(0xff800000u), v604, v610);
            let v617: f32 = select(real(0xff800000u), v605, v610);
            let v620: f32 = select(real(0xff800000u), v606, v610);
            let v623: f32 = select(real(0xff800000u), v607, v610);
            let v626: f32 = select(real(0xff800000u), v608, v610);
            workgroupBarrier();
            storageBarrier();
            k1_shared[v13] = bitcast<u32>(select(real(0xff800000u), v611, (real(0xff800000u) < v611)));
            k1_shared[v74] = bitcast<u32>(select(real(0xff800000u), v614, (real(0xff800000u) < v614)));
            k1_shared[v85] = bitcast<u32>(select(real(0xff800000u), v617, (real(0xff800000u) < v617)));
            let v636: i32 = (v13 + 768i);
            k1_shared[v636] = bitcast<u32>(select(real(0xff800000u), v620, (real(0xff800000u) < v620)));
            let v640: i32 = (v13 + 1024i);
            k1_shared[v640] = bitcast<u32>(select(real(0xff800000u), v623, (real(0xff800000u) < v623)));
            let v644: i32 = (v13 + 1280i);
            k1_shared[v644] = bitcast<u32>(select(real(0xff800000u), v626, (real(0xff800000u) < v626)));
            workgroupBarrier();
            storageBarrier();
            if (v610) {
                let v650 = k1_shared[v13];
                let v651: f32 = bitcast<f32>(v650);
                let v652 = k1_shared[(v13 + 64i)];
                let v653: f32 = bitcast<f32>(v652);
                let v661: u32 = bitcast<u32>(select(v653, v651, ((v653 < v651) | (2139095040u < (v652 & 2147483647u)))));
                k1_shared[v13] = v661;
                let v663 = k1_shared[v74];
                let v664: f32 = bitcast<f32>(v663);
                let v667 = k1_shared[(v13 + 320i)];
                let v668: f32 = bitcast<f32>(v667);
                let v674: u32 = bitcast<u32>(select(v668, v664, ((v668 < v664) | (2139095040u < (v667 & 2147483647u)))));
                k1_shared[v74] = v674;
                let v676 = k1_shared[v85];
                let v677: f32 = bitcast<f32>(v676);
                let v680 = k1_shared[(v13 + 576i)];
                let v681: f32 = bitcast<f32>(v680);
                let v687: u32 = bitcast<u32>(select(v681, v677, ((v681 < v677) | (2139095040u < (v680 & 2147483647u)))));
                k1_shared[v85] = v687;
                let v689 = k1_shared[v636];
                let v690: f32 = bitcast<f32>(v689);
                let v693 = k1_shared[(v13 + 832i)];
                let v694: f32 = bitcast<f32>(v693);
                let v700: u32 = bitcast<u32>(select(v694, v690, ((v694 < v690) | (2139095040u < (v693 & 2147483647u)))));
                k1_shared[v636] = v700;
                let v702 = k1_shared[v640];
                let v703: f32 = bitcast<f32>(v702);
                let v706 = k1_shared[(v13 + 1088i)];
                let v707: f32 = bitcast<f32>(v706);
                let v713: u32 = bitcast<u32>(select(v707, v703, ((v707 < v703) | (2139095040u < (v706 & 2147483647u)))));
                k1_shared[v640] = v713;
                let v715 = k1_shared[v644];
                let v716: f32 = bitcast<f32>(v715);
                let v719 = k1_shared[(v13 + 1344i)];
                let v720: f32 = bitcast<f32>(v719);
                let v726: u32 = bitcast<u32>(select(v720, v716, ((v720 < v716) | (2139095040u < (v719 & 2147483647u)))));
                k1_shared[v644] = v726;
            }
            workgroupBarrier();
            storageBarrier();
            let v730: bool = (v13 < 32i);
            if (v730) {
                let v733 = k1_shared[v13];
                let v734: f32 = bitcast<f32>(v733);
                let v735 = k1_shared[(v13 + 32i)];
                let v736: f32 = bitcast<f32>(v735);
                let v744: u32 = bitcast<u32>(select(v736, v734, ((v736 < v734) | (2139095040u < (v735 & 2147483647u)))));
                k1_shared[v13] = v744;
                let v746 = k1_shared[v74];
                let v747: f32 = bitcast<f32>(v746);
                let v750 = k1_shared[(v13 + 288i)];
                let v751: f32 = bitcast<f32>(v750);
                let v757: u32 = bitcast<u32>(select(v751, v747, ((v751 < v747) | (2139095040u < (v750 & 2147483647u)))));
                k1_shared[v74] = v757;
                let v759 = k1_shared[v85];
                let v760: f32 = bitcast<f32>(v759);
                let v763 = k1_shared[(v13 + 544i)];
                let v764: f32 = bitcast<f32>(v763);
                let v770: u32 = bitcast<u32>(select(v764, v760, ((v764 < v760) | (2139095040u < (v763 & 2147483647u)))));
                k1_shared[v85] = v770;
                let v772 = k1_shared[v636];
                let v773: f32 = bitcast<f32>(v772);
                let v776 = k1_shared[(v13 + 800i)];
                let v777: f32 = bitcast<f32>(v776);
                let v783: u32 = bitcast<u32>(select(v777, v773, ((v777 < v773) | (2139095040u < (v776 & 2147483647u)))));
                k1_shared[v636] = v783;
                let v785 = k1_shared[v640];
                let v786: f32 = bitcast<f32>(v785);
                let v789 = k1_shared[(v13 + 1056i)];
                let v790: f32 = bitcast<f32>(v789);
                let v796: u32 = bitcast<u32>(select(v790, v786, ((v790 < v786) | (2139095040u < (v789 & 2147483647u)))));
                k1_shared[v640] = v796;
                let v798 = k1_shared[v644];
                let v799: f32 = bitcast<f32>(v798);
                let v802 = k1_shared[(v13 + 1312i)];
                let v803: f32 = bitcast<f32>(v802);
                let v809: u32 = bitcast<u32>(select(v803, v799, ((v803 < v799) | (2139095040u < (v802 & 2147483647u)))));
                k1_shared[v644] = v809;
            }
            workgroupBarrier();
            storageBarrier();
            let v814: bool = (v13 < 16i);
            if (v814) {
                let v817 = k1_shared[v13];
                let v818: f32 = bitcast<f32>(v817);
                let v819 = k1_shared[(v13 + 16i)];
                let v820: f32 = bitcast<f32>(v819);
                let v828: u32 = bitcast<u32>(select(v820, v818, ((v820 < v818) | (2139095040u < (v819 & 2147483647u)))));
                k1_shared[v13] = v828;
                let v830 = k1_shared[v74];
                let v831: f32 = bitcast<f32>(v830);
                let v834 = k1_shared[(v13 + 272i)];
                let v835: f32 = bitcast<f32>(v834);
                let v841: u32 = bitcast<u32>(select(v835, v831, ((v835 < v831) | (2139095040u < (v834 & 2147483647u)))));
                k1_shared[v74] = v841;
                let v843 = k1_shared[v85];
                let v844: f32 = bitcast<f32>(v843);
                let v847 = k1_shared[(v13 + 528i)];
                let v848: f32 = bitcast<f32>(v847);
                let v854: u32 = bitcast<u32>(select(v848, v844, ((v848 < v844) | (2139095040u < (v847 & 2147483647u)))));
                k1_shared[v85] = v854;
                let v856 = k1_shared[v636];
                let v857: f32 = bitcast<f32>(v856);
                let v860 = k1_shared[(v13 + 784i)];
                let v861: f32 = bitcast<f32>(v860);
                let v867: u32 = bitcast<u32>(select(v861, v857, ((v861 < v857) | (2139095040u < (v860 & 2147483647u)))));
                k1_shared[v636] = v867;
                let v869 = k1_shared[v640];
                let v870: f32 = bitcast<f32>(v869);
                let v873 = k1_shared[(v13 + 1040i)];
                let v874: f32 = bitcast<f32>(v873);
                let v880: u32 = bitcast<u32>(select(v874, v870, ((v874 < v870) | (2139095040u < (v873 & 2147483647u)))));
                k1_shared[v640] = v880;
                let v882 = k1_shared[v644];
                let v883: f32 = bitcast<f32>(v882);
                let v886 = k1_shared[(v13 + 1296i)];
                let v887: f32 = bitcast<f32>(v886);
                let v893: u32 = bitcast<u32>(select(v887, v883, ((v887 < v883) | (2139095040u < (v886 & 2147483647u)))));
                k1_shared[v644] = v893;
            }
            workgroupBarrier();
            storageBarrier();
            let v897: bool = (v13 < 8i);
            if (v897) {
                let v900 = k1_shared[v13];
                let v901: f32 = bitcast<f32>(v900);
                let v902 = k1_shared[(v13 + 8i)];
                let v903: f32 = bitcast<f32>(v902);
                let v911: u32 = bitcast<u32>(select(v903, v901, ((v903 < v901) | (2139095040u < (v902 & 2147483647u)))));
                k1_shared[v13] = v911;
                let v913 = k1_shared[v74];
                let v914: f32 = bitcast<f32>(v913);
                let v917 = k1_shared[(v13 + 264i)];
                let v918: f32 = bitcast<f32>(v917);
                let v924: u32 = bitcast<u32>(select(v918, v914, ((v918 < v914) | (2139095040u < (v917 & 2147483647u)))));
                k1_shared[v74] = v924;
                let v926 = k1_shared[v85];
                let v927: f32 = bitcast<f32>(v926);
                let v930 = k1_shared[(v13 + 520i)];
                let v931: f32 = bitcast<f32>(v930);
                let v937: u32 = bitcast<u32>(select(v931, v927, ((v931 < v927) | (2139095040u < (v930 & 2147483647u)))));
                k1_shared[v85] = v937;
                let v939 = k1_shared[v636];
                let v940: f32 = bitcast<f32>(v939);
                let v943 = k1_shared[(v13 + 776i)];
                let v944: f32 = bitcast<f32>(v943);
                let v950: u32 = bitcast<u32>(select(v944, v940, ((v944 < v940) | (2139095040u < (v943 & 2147483647u)))));
                k1_shared[v636] = v950;
                let v952 = k1_shared[v640];
                let v953: f32 = bitcast<f32>(v952);
                let v956 = k1_shared[(v13 + 1032i)];
                let v957: f32 = bitcast<f32>(v956);
                let v963: u32 = bitcast<u32>(select(v957, v953, ((v957 < v953) | (2139095040u < (v956 & 2147483647u)))));
                k1_shared[v640] = v963;
                let v965 = k1_shared[v644];
                let v966: f32 = bitcast<f32>(v965);
                let v969 = k1_shared[(v13 + 1288i)];
                let v970: f32 = bitcast<f32>(v969);
                let v976: u32 = bitcast<u32>(select(v970, v966, ((v970 < v966) | (2139095040u < (v969 & 2147483647u)))));
                k1_shared[v644] = v976;
            }
            workgroupBarrier();
            storageBarrier();
            let v980: bool = (v13 < 4i);
            if (v980) {
                let v983 = k1_shared[v13];
                let v984: f32 = bitcast<f32>(v983);
                let v985 = k1_shared[(v13 + 4i)];
                let v986: f32 = bitcast<f32>(v985);
                let v994: u32 = bitcast<u32>(select(v986, v984, ((v986 < v984) | (2139095040u < (v985 & 2147483647u)))));
                k1_shared[v13] = v994;
                let v996 = k1_shared[v74];
                let v997: f32 = bitcast<f32>(v996);
                let v1000 = k1_shared[(v13 + 260i)];
                let v1001: f32 = bitcast<f32>(v1000);
                let v1007: u32 = bitcast<u32>(select(v1001, v997, ((v1001 < v997) | (2139095040u < (v1000 & 2147483647u)))));
                k1_shared[v74] = v1007;
                let v1009 = k1_shared[v85];
                let v1010: f32 = bitcast<f32>(v1009);
                let v1013 = k1_shared[(v13 + 516i)];
                let v1014: f32 = bitcast<f32>(v1013);
                let v1020: u32 = bitcast<u32>(select(v1014, v1010, ((v1014 < v1010) | (2139095040u < (v1013 & 2147483647u)))));
                k1_shared[v85] = v1020;
                let v1022 = k1_shared[v636];
                let v1023: f32 = bitcast<f32>(v1022);
                let v1026 = k1_shared[(v13 + 772i)];
                let v1027: f32 = bitcast<f32>(v1026);
                let v1033: u32 = bitcast<u32>(select(v1027, v1023, ((v1027 < v1023) | (2139095040u < (v1026 & 2147483647u)))));
                k1_shared[v636] = v1033;
                let v1035 = k1_shared[v640];
                let v1036: f32 = bitcast<f32>(v1035);
                let v1039 = k1_shared[(v13 + 1028i)];
                let v1040: f32 = bitcast<f32>(v1039);
                let v1046: u32 = bitcast<u32>(select(v1040, v1036, ((v1040 < v1036) | (2139095040u < (v1039 & 2147483647u)))));
                k1_shared[v640] = v1046;
                let v1048 = k1_shared[v644];
                let v1049: f32 = bitcast<f32>(v1048);
                let v1052 = k1_shared[(v13 + 1284i)];
                let v1053: f32 = bitcast<f32>(v1052);
                let v1059: u32 = bitcast<u32>(select(v1053, v1049, ((v1053 < v1049) | (2139095040u < (v1052 & 2147483647u)))));
                k1_shared[v644] = v1059;
            }
            workgroupBarrier();
            storageBarrier();
            let v1063: bool = (v13 < 2i);
            if (v1063) {
                let v1066 = k1_shared[v13];
                let v1067: f32 = bitcast<f32>(v1066);
                let v1068 = k1_shared[(v13 + 2i)];
                let v1069: f32 = bitcast<f32>(v1068);
                let v1077: u32 = bitcast<u32>(select(v1069, v1067, ((v1069 < v1067) | (2139095040u < (v1068 & 2147483647u)))));
                k1_shared[v13] = v1077;
                let v1079 = k1_shared[v74];
                let v1080: f32 = bitcast<f32>(v1079);
                let v1083 = k1_shared[(v13 + 258i)];
                let v1084: f32 = bitcast<f32>(v1083);
                let v1090: u32 = bitcast<u32>(select(v1084, v1080, ((v1084 < v1080) | (2139095040u < (v1083 & 2147483647u)))));
                k1_shared[v74] = v1090;
                let v1092 = k1_shared[v85];
                let v1093: f32 = bitcast<f32>(v1092);
                let v1096 = k1_shared[(v13 + 514i)];
                let v1097: f32 = bitcast<f32>(v1096);
                let v1103: u32 = bitcast<u32>(select(v1097, v1093, ((v1097 < v1093) | (2139095040u < (v1096 & 2147483647u)))));
                k1_shared[v85] = v1103;
                let v1105 = k1_shared[v636];
                let v1106: f32 = bitcast<f32>(v1105);
                let v1109 = k1_shared[(v13 + 770i)];
                let v1110: f32 = bitcast<f32>(v1109);
                let v1116: u32 = bitcast<u32>(select(v1110, v1106, ((v1110 < v1106) | (2139095040u < (v1109 & 2147483647u)))));
                k1_shared[v636] = v1116;
                let v1118 = k1_shared[v640];
                let v1119: f32 = bitcast<f32>(v1118);
                let v1122 = k1_shared[(v13 + 1026i)];
                let v1123: f32 = bitcast<f32>(v1122);
                let v1129: u32 = bitcast<u32>(select(v1123, v1119, ((v1123 < v1119) | (2139095040u < (v1122 & 2147483647u)))));
                k1_shared[v640] = v1129;
                let v1131 = k1_shared[v644];
                let v1132: f32 = bitcast<f32>(v1131);
                let v1135 = k1_shared[(v13 + 1282i)];
                let v1136: f32 = bitcast<f32>(v1135);
                let v1142: u32 = bitcast<u32>(select(v1136, v1132, ((v1136 < v1132) | (2139095040u < (v1135 & 2147483647u)))));
                k1_shared[v644] = v1142;
            }
            workgroupBarrier();
            storageBarrier();
            let v1146: bool = (v13 < 1i);
            if (v1146) {
                let v1149 = k1_shared[v13];
                let v1150: f32 = bitcast<f32>(v1149);
                let v1151 = k1_shared[(v13 + 1i)];
                let v1152: f32 = bitcast<f32>(v1151);
                let v1160: u32 = bitcast<u32>(select(v1152, v1150, ((v1152 < v1150) | (2139095040u < (v1151 & 2147483647u)))));
                k1_shared[v13] = v1160;
                let v1162 = k1_shared[v74];
                let v1163: f32 = bitcast<f32>(v1162);
                let v1166 = k1_shared[(v13 + 257i)];
                let v1167: f32 = bitcast<f32>(v1166);
                let v1173: u32 = bitcast<u32>(select(v1167, v1163, ((v1167 < v1163) | (2139095040u < (v1166 & 2147483647u)))));
                k1_shared[v74] = v1173;
                let v1175 = k1_shared[v85];
                let v1176: f32 = bitcast<f32>(v1175);
                let v1179 = k1_shared[(v13 + 513i)];
                let v1180: f32 = bitcast<f32>(v1179);
                let v1186: u32 = bitcast<u32>(select(v1180, v1176, ((v1180 < v1176) | (2139095040u < (v1179 & 2147483647u)))));
                k1_shared[v85] = v1186;
                let v1188 = k1_shared[v636];
                let v1189: f32 = bitcast<f32>(v1188);
                let v1192 = k1_shared[(v13 + 769i)];
                let v1193: f32 = bitcast<f32>(v1192);
                let v1199: u32 = bitcast<u32>(select(v1193, v1189, ((v1193 < v1189) | (2139095040u < (v1192 & 2147483647u)))));
                k1_shared[v636] = v1199;
                let v1201 = k1_shared[v640];
                let v1202: f32 = bitcast<f32>(v1201);
                let v1205 = k1_shared[(v13 + 1025i)];
                let v1206: f32 = bitcast<f32>(v1205);
                let v1212: u32 = bitcast<u32>(select(v1206, v1202, ((v1206 < v1202) | (2139095040u < (v1205 & 2147483647u)))));
                k1_shared[v640] = v1212;
                let v1214 = k1_shared[v644];
                let v1215: f32 = bitcast<f32>(v1214);
                let v1218 = k1_shared[(v13 + 1281i)];
                let v1219: f32 = bitcast<f32>(v1218);
                let v1225: u32 = bitcast<u32>(select(v1219, v1215, ((v1219 < v1215) | (2139095040u < (v1218 & 2147483647u)))));
                k1_shared[v644] = v1225;
            }
            workgroupBarrier();
            storageBarrier();
            let v1229 = k1_shared[0i];
            let v1230: f32 = bitcast<f32>(v1229);
            let v1231 = k1_shared[256i];
            let v1232: f32 = bitcast<f32>(v1231);
            let v1233 = k1_shared[512i];
            let v1234: f32 = bitcast<f32>(v1233);
            let v1235 = k1_shared[768i];
            let v1236: f32 = bitcast<f32>(v1235);
            let v1237 = k1_shared[1024i];
            let v1238: f32 = bitcast<f32>(v1237);
            let v1239 = k1_shared[1280i];
            let v1240: f32 = bitcast<f32>(v1239);
            let v1241: f32 = v99;
            let v1248: f32 = select(v1230, v1241, ((v1230 < v1241) | (2139095040u < (v1229 & 2147483647u))));
            let v1249: f32 = v100;
            let v1254: f32 = select(v1232, v1249, ((v1232 < v1249) | (2139095040u < (v1231 & 2147483647u))));
            let v1255: f32 = v101;
            let v1260: f32 = select(v1234, v1255, ((v1234 < v1255) | (2139095040u < (v1233 & 2147483647u))));
            let v1261: f32 = v102;
            let v1266: f32 = select(v1236, v1261, ((v1236 < v1261) | (2139095040u < (v1235 & 2147483647u))));
            let v1267: f32 = v103;
            let v1272: f32 = select(v1238, v1267, ((v1238 < v1267) | (2139095040u < (v1237 & 2147483647u))));
            let v1273: f32 = v104;
            let v1278: f32 = select(v1240, v1273, ((v1240 < v1273) | (2139095040u < (v1239 & 2147483647u))));
            let v1281: f32 = exact_exp((v99 - v1248));
            let v1284: f32 = exact_exp((v100 - v1254));
            let v1287: f32 = exact_exp((v101 - v1260));
            let v1290: f32 = exact_exp((v102 - v1266));
            let v1293: f32 = exact_exp((v103 - v1272));
            let v1296: f32 = exact_exp((v104 - v1278));
            let v1298: f32 = exact_exp((v603 - v1248));
            let v1300: f32 = exact_exp((v604 - v1254));
            let v1302: f32 = exact_exp((v605 - v1260));
            let v1304: f32 = exact_exp((v606 - v1266));
            let v1306: f32 = exact_exp((v607 - v1272));
            let v1308: f32 = exact_exp((v608 - v1278));
            workgroupBarrier();
            storageBarrier();
            if (v610) {
                k1_shared[(v123 + 2304i)] = bitcast<u32>(v1298);
            }
            if (v610) {
                k1_shared[(v123 + 2368i)] = bitcast<u32>(v1300);
            }
            if (v610) {
                k1_shared[(v123 + 2432i)] = bitcast<u32>(v1302);
            }
            if (v610) {
                k1_shared[(v123 + 2496i)] = bitcast<u32>(v1304);
            }
            if (v610) {
                k1_shared[(v123 + 2560i)] = bitcast<u32>(v1306);
            }
            if (v610) {
                k1_shared[(v123 + 2624i)] = bitcast<u32>(v1308);
            }
            k1_shared[v13] = bitcast<u32>(select(0f, v1298, v610));
            k1_shared[v74] = bitcast<u32>(select(0f, v1300, v610));
            k1_shared[v85] = bitcast<u32>(select(0f, v1302, v610));
            k1_shared[v636] = bitcast<u32>(select(0f, v1304, v610));
            k1_shared[v640] = bitcast<u32>(select(0f, v1306, v610));
            k1_shared[v644] = bitcast<u32>(select(0f, v1308, v610));
            workgroupBarrier();
            storageBarrier();
            if (v610) {
                let v1379 = k1_shared[v13];
                let v1381 = k1_shared[(v13 + 64i)];
                k1_shared[v13] = bitcast<u32>((bitcast<f32>(v1379) + bitcast<f32>(v1381)));
                let v1386 = k1_shared[v74];
                let v1389 = k1_shared[(v13 + 320i)];
                k1_shared[v74] = bitcast<u32>((bitcast<f32>(v1386) + bitcast<f32>(v1389)));
                let v1394 = k1_shared[v85];
                let v1398 = k1_shared[(v13 + 576i)];
                k1_shared[v85] = bitcast<u32>((bitcast<f32>(v1394) + bitcast<f32>(v1398)));
                let v1403 = k1_shared[v636];
                let v1407 = k1_shared[(v13 + 832i)];
                k1_shared[v636] = bitcast<u32>((bitcast<f32>(v1403) + bitcast<f32>(v1407)));
                let v1412 = k1_shared[v640];
                let v1416 = k1_shared[(v13 + 1088i)];
                k1_shared[v640] = bitcast<u32>((bitcast<f32>(v1412) + bitcast<f32>(v1416)));
                let v1421 = k1_shared[v644];
                let v1425 = k1_shared[(v13 + 1344i)];
                k1_shared[v644] = bitcast<u32>((bitcast<f32>(v1421) + bitcast<f32>(v1425)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v730) {
                let v1434 = k1_shared[v13];
                let v1436 = k1_shared[(v13 + 32i)];
                k1_shared[v13] = bitcast<u32>((bitcast<f32>(v1434) + bitcast<f32>(v1436)));
                let v1441 = k1_shared[v74];
                let v1445 = k1_shared[(v13 + 288i)];
                k1_shared[v74] = bitcast<u32>((bitcast<f32>(v1441) + bitcast<f32>(v1445)));
                let v1450 = k1_shared[v85];
                let v1454 = k1_shared[(v13 + 544i)];
                k1_shared[v85] = bitcast<u32>((bitcast<f32>(v1450) + bitcast<f32>(v1454)));
                let v1459 = k1_shared[v636];
                let v1463 = k1_shared[(v13 + 800i)];
                k1_shared[v636] = bitcast<u32>((bitcast<f32>(v1459) + bitcast<f32>(v1463)));
                let v1468 = k1_shared[v640];
                let v1472 = k1_shared[(v13 + 1056i)];
                k1_shared[v640] = bitcast<u32>((bitcast<f32>(v1468) + bitcast<f32>(v1472)));
                let v1477 = k1_shared[v644];
                let v1481 = k1_shared[(v13 + 1312i)];
                k1_shared[v644] = bitcast<u32>((bitcast<f32>(v1477) + bitcast<f32>(v1481)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v814) {
                let v1490 = k1_shared[v13];
                let v1492 = k1_shared[(v13 + 16i)];
                k1_shared[v13] = bitcast<u32>((bitcast<f32>(v1490) + bitcast<f32>(v1492)));
                let v1497 = k1_shared[v74];
                let v1501 = k1_shared[(v13 + 272i)];
                k1_shared[v74] = bitcast<u32>((bitcast<f32>(v1497) + bitcast<f32>(v1501)));
                let v1506 = k1_shared[v85];
                let v1510 = k1_shared[(v13 + 528i)];
                k1_shared[v85] = bitcast<u32>((bitcast<f32>(v1506) + bitcast<f32>(v1510)));
                let v1515 = k1_shared[v636];
                let v1519 = k1_shared[(v13 + 784i)];
                k1_shared[v636] = bitcast<u32>((bitcast<f32>(v1515) + bitcast<f32>(v1519)));
                let v1524 = k1_shared[v640];
                let v1528 = k1_shared[(v13 + 1040i)];
                k1_shared[v640] = bitcast<u32>((bitcast<f32>(v1524) + bitcast<f32>(v1528)));
                let v1533 = k1_shared[v644];
                let v1537 = k1_shared[(v13 + 1296i)];
                k1_shared[v644] = bitcast<u32>((bitcast<f32>(v1533) + bitcast<f32>(v1537)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v897) {
                let v1546 = k1_shared[v13];
                let v1548 = k1_shared[(v13 + 8i)];
                k1_shared[v13] = bitcast<u32>((bitcast<f32>(v1546) + bitcast<f32>(v1548)));
                let v1553 = k1_shared[v74];
                let v1557 = k1_shared[(v13 + 264i)];
                k1_shared[v74] = bitcast<u32>((bitcast<f32>(v1553) + bitcast<f32>(v1557)));
                let v1562 = k1_shared[v85];
                let v1566 = k1_shared[(v13 + 520i)];
                k1_shared[v85] = bitcast<u32>((bitcast<f32>(v1562) + bitcast<f32>(v1566)));
                let v1571 = k1_shared[v636];
                let v1575 = k1_shared[(v13 + 776i)];
                k1_shared[v636] = bitcast<u32>((bitcast<f32>(v1571) + bitcast<f32>(v1575)));
                let v1580 = k1_shared[v640];
                let v1584 = k1_shared[(v13 + 1032i)];
                k1_shared[v640] = bitcast<u32>((bitcast<f32>(v1580) + bitcast<f32>(v1584)));
                let v1589 = k1_shared[v644];
                let v1593 = k1_shared[(v13 + 1288i)];
                k1_shared[v644] = bitcast<u32>((bitcast<f32>(v1589) + bitcast<f32>(v1593)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v980) {
                let v1602 = k1_shared[v13];
                let v1604 = k1_shared[(v13 + 4i)];
                k1_shared[v13] = bitcast<u32>((bitcast<f32>(v1602) + bitcast<f32>(v1604)));
                let v1609 = k1_shared[v74];
                let v1613 = k1_shared[(v13 + 260i)];
                k1_shared[v74] = bitcast<u32>((bitcast<f32>(v1609) + bitcast<f32>(v1613)));
                let v1618 = k1_shared[v85];
                let v1622 = k1_shared[(v13 + 516i)];
                k1_shared[v85] = bitcast<u32>((bitcast<f32>(v1618) + bitcast<f32>(v1622)));
                let v1627 = k1_shared[v636];
                let v1631 = k1_shared[(v13 + 772i)];
                k1_shared[v636] = bitcast<u32>((bitcast<f32>(v1627) + bitcast<f32>(v1631)));
                let v1636 = k1_shared[v640];
                let v1640 = k1_shared[(v13 + 1028i)];
                k1_shared[v640] = bitcast<u32>((bitcast<f32>(v1636) + bitcast<f32>(v1640)));
                let v1645 = k1_shared[v644];
                let v1649 = k1_shared[(v13 + 1284i)];
                k1_shared[v644] = bitcast<u32>((bitcast<f32>(v1645) + bitcast<f32>(v1649)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v1063) {
                let v1658 = k1_shared[v13];
                let v1660 = k1_shared[(v13 + 2i)];
                k1_shared[v13] = bitcast<u32>((bitcast<f32>(v1658) + bitcast<f32>(v1660)));
                let v1665 = k1_shared[v74];
                let v1669 = k1_shared[(v13 + 258i)];
                k1_shared[v74] = bitcast<u32>((bitcast<f32>(v1665) + bitcast<f32>(v1669)));
                let v1674 = k1_shared[v85];
                let v1678 = k1_shared[(v13 + 514i)];
                k1_shared[v85] = bitcast<u32>((bitcast<f32>(v1674) + bitcast<f32>(v1678)));
                let v1683 = k1_shared[v636];
                let v1687 = k1_shared[(v13 + 770i)];
                k1_shared[v636] = bitcast<u32>((bitcast<f32>(v1683) + bitcast<f32>(v1687)));
                let v1692 = k1_shared[v640];
                let v1696 = k1_shared[(v13 + 1026i)];
                k1_shared[v640] = bitcast<u32>((bitcast<f32>(v1692) + bitcast<f32>(v1696)));
                let v1701 = k1_shared[v644];
                let v1705 = k1_shared[(v13 + 1282i)];
                k1_shared[v644] = bitcast<u32>((bitcast<f32>(v1701) + bitcast<f32>(v1705)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v1146) {
                let v1714 = k1_shared[v13];
                let v1716 = k1_shared[(v13 + 1i)];
                k1_shared[v13] = bitcast<u32>((bitcast<f32>(v1714) + bitcast<f32>(v1716)));
                let v1721 = k1_shared[v74];
                let v1725 = k1_shared[(v13 + 257i)];
                k1_shared[v74] = bitcast<u32>((bitcast<f32>(v1721) + bitcast<f32>(v1725)));
                let v1730 = k1_shared[v85];
                let v1734 = k1_shared[(v13 + 513i)];
                k1_shared[v85] = bitcast<u32>((bitcast<f32>(v1730) + bitcast<f32>(v1734)));
                let v1739 = k1_shared[v636];
                let v1743 = k1_shared[(v13 + 769i)];
                k1_shared[v636] = bitcast<u32>((bitcast<f32>(v1739) + bitcast<f32>(v1743)));
                let v1748 = k1_shared[v640];
                let v1752 = k1_shared[(v13 + 1025i)];
                k1_shared[v640] = bitcast<u32>((bitcast<f32>(v1748) + bitcast<f32>(v1752)));
                let v1757 = k1_shared[v644];
                let v1761 = k1_shared[(v13 + 1281i)];
                k1_shared[v644] = bitcast<u32>((bitcast<f32>(v1757) + bitcast<f32>(v1761)));
            }
            workgroupBarrier();
            storageBarrier();
            let v1768 = k1_shared[0i];
            let v1770 = k1_shared[256i];
            let v1772 = k1_shared[512i];
            let v1774 = k1_shared[768i];
            let v1776 = k1_shared[1024i];
            let v1778 = k1_shared[1280i];
            v106 = fma(v106, v1281, bitcast<f32>(v1768));
            v107 = fma(v107, v1284, bitcast<f32>(v1770));
            v108 = fma(v108, v1287, bitcast<f32>(v1772));
            v109 = fma(v109, v1290, bitcast<f32>(v1774));
            v110 = fma(v110, v1293, bitcast<f32>(v1776));
            v111 = fma(v111, v1296, bitcast<f32>(v1778));
            var v1810: f32 = (v112 * v1281);
            var v1811: f32 = (v113 * v1284);
            var v1812: f32 = (v114 * v1287);
            var v1813: f32 = (v115 * v1290);
            var v1814: f32 = (v116 * v1293);
            var v1815: f32 = (v117 * v1296);
            for (var v1816: i32 = 0i; v1816 < 64i; v1816 += 1i) {
                let v1817: i32 = (v121 + v1816);
                let v1820: bool = ((0i <= v1817) & (v1817 < v97));
                let v1825_at = u32(select(0i, ((v96 + (v1817 * 128i)) + v13), v1820) + k1_at[0].z);
                let v1825 = extractBits(k1_b2[v1825_at >> 1u], (v1825_at & 1u) * 16u, 16u);
                let v1830: f32 = bitcast<f32>((select(0u, v1825, v1820) << 16u));
                let v1833 = k1_shared[(v1816 + 2304i)];
                v1810 = fma(bitcast<f32>(v1833), v1830, v1810);
                let v1841 = k1_shared[(v1816 + 2368i)];
                v1811 = fma(bitcast<f32>(v1841), v1830, v1811);
                let v1849 = k1_shared[(v1816 + 2432i)];
                v1812 = fma(bitcast<f32>(v1849), v1830, v1812);
                let v1857 = k1_shared[(v1816 + 2496i)];
                v1813 = fma(bitcast<f32>(v1857), v1830, v1813);
                let v1865 = k1_shared[(v1816 + 2560i)];
                v1814 = fma(bitcast<f32>(v1865), v1830, v1814);
                let v1873 = k1_shared[(v1816 + 2624i)];
                v1815 = fma(bitcast<f32>(v1873), v1830, v1815);
            }
            let v1880: f32 = v1811;
            let v1881: f32 = v1812;
            let v1882: f32 = v1813;
            let v1883: f32 = v1814;
            let v1884: f32 = v1815;
            v112 = v1810;
            v113 = v1880;
            v114 = v1881;
            v115 = v1882;
            v116 = v1883;
            v117 = v1884;
            v99 = v1248;
            v100 = v1254;
            v101 = v1260;
            v102 = v1266;
            v103 = v1272;
            v104 = v1278;
        }
        let v1901: i32 = ((v19 * 16i) + (v20 / 256i));
        let v1904: bool = ((0i <= v1901) & (v1901 < 32i));
        let v1905: i32 = (v1901 * 768i);
        let v1906: i32 = select(0i, 6i, v1904);
        let v1907: i32 = (v1901 * 12i);
        let v1908: i32 = select(0i, 2i, v1904);
        let v1910: i32 = select(0i, 6i, (0i < v1908));
        let v1912: i32 = (v1907 + 6i);
        let v1913: i32 = select(0i, 6i, (1i < v1908));
        let v1914: f32 = v112;
        let v1916: i32 = (v1905 + v13);
        if ((0i < v1906)) {
            let v1918_at = u32(v1916 + k1_at[0].w);
            k1_b3[v1918_at] = v1914;
        }
        let v1920: f32 = v113;
        let v1923: i32 = ((v1905 + 128i) + v13);
        if ((1i < v1906)) {
            let v1925_at = u32(v1923 + k1_at[0].w);
            k1_b3[v1925_at] = v1920;
        }
        let v1927: f32 = v114;
        let v1930: i32 = ((v1905 + 256i) + v13);
        if ((2i < v1906)) {
            let v1932_at = u32(v1930 + k1_at[0].w);
            k1_b3[v1932_at] = v1927;
        }
        let v1934: f32 = v115;
        let v1937: i32 = ((v1905 + 384i) + v13);
        if ((3i < v1906)) {
            let v1939_at = u32(v1937 + k1_at[0].w);
            k1_b3[v1939_at] = v1934;
        }
        let v1941: f32 = v116;
        let v1944: i32 = ((v1905 + 512i) + v13);
        if ((4i < v1906)) {
            let v1946_at = u32(v1944 + k1_at[0].w);
            k1_b3[v1946_at] = v1941;
        }
        let v1948: f32 = v117;
        let v1951: i32 = ((v1905 + 640i) + v13);
        if ((5i < v1906)) {
            let v1953_at = u32(v1951 + k1_at[0].w);
            k1_b3[v1953_at] = v1948;
        }
        let v1955: bool = (v13 == 0i);
        if (v1955) {
            let v1957: f32 = v99;
            if ((0i < v1910)) {
                let v1960_at = u32(v1907 + k1_at[1].x);
                k1_b4[v1960_at] = v1957;
            }
        }
        let v1963: bool = (v13 == 1i);
        if (v1963) {
            let v1965: f32 = v100;
            let v1967: i32 = (v1907 + 1i);
            if ((1i < v1910)) {
                let v1969_at = u32(v1967 + k1_at[1].x);
                k1_b4[v1969_at] = v1965;
            }
        }
        let v1972: bool = (v13 == 2i);
        if (v1972) {
            let v1974: f32 = v101;
            let v1976: i32 = (v1907 + 2i);
            if ((2i < v1910)) {
                let v1978_at = u32(v1976 + k1_at[1].x);
                k1_b4[v1978_at] = v1974;
            }
        }
        let v1981: bool = (v13 == 3i);
        if (v1981) {
            let v1983: f32 = v102;
            let v1985: i32 = (v1907 + 3i);
            if ((3i < v1910)) {
                let v1987_at = u32(v1985 + k1_at[1].x);
                k1_b4[v1987_at] = v1983;
            }
        }
        let v1990: bool = (v13 == 4i);
        if (v1990) {
            let v1992: f32 = v103;
            let v1994: i32 = (v1907 + 4i);
            if ((4i < v1910)) {
                let v1996_at = u32(v1994 + k1_at[1].x);
                k1_b4[v1996_at] = v1992;
            }
        }
        let v1999: bool = (v13 == 5i);
        if (v1999) {
            let v2001: f32 = v104;
            let v2003: i32 = (v1907 + 5i);
            if ((5i < v1910)) {
                let v2005_at = u32(v2003 + k1_at[1].x);
                k1_b4[v2005_at] = v2001;
            }
        }
        workgroupBarrier();
        storageBarrier();
        if (v1955) {
            let v2010: f32 = v106;
            if ((0i < v1913)) {
                let v2013_at = u32(v1912 + k1_at[1].x);
                k1_b4[v2013_at] = v2010;
            }
        }
        if (v1963) {
            let v2017: f32 = v107;
            let v2020: i32 = (v1907 + 7i);
            if ((1i < v1913)) {
                let v2022_at = u32(v2020 + k1_at[1].x);
                k1_b4[v2022_at] = v2017;
            }
        }
        if (v1972) {
            let v2026: f32 = v108;
            let v2029: i32 = (v1907 + 8i);
            if ((2i < v1913)) {
                let v2031_at = u32(v2029 + k1_at[1].x);
                k1_b4[v2031_at] = v2026;
            }
        }
        if (v1981) {
            let v2035: f32 = v109;
            let v2038: i32 = (v1907 + 9i);
            if ((3i < v1913)) {
                let v2040_at = u32(v2038 + k1_at[1].x);
                k1_b4[v2040_at] = v2035;
            }
        }
        if (v1990) {
            let v2044: f32 = v110;
            let v2047: i32 = (v1907 + 10i);
            if ((4i < v1913)) {
                let v2049_at = u32(v2047 + k1_at[1].x);
                k1_b4[v2049_at] = v2044;
            }
        }
        if (v1999) {
            let v2053: f32 = v111;
            let v2056: i32 = (v1907 + 11i);
            if ((5i < v1913)) {
                let v2058_at = u32(v2056 + k1_at[1].x);
                k1_b4[v2058_at] = v2053;
            }
        }
    }
}

// tessera kernel attention_decode_gqa__final entry k_attention_decode_gqa__final wide 0 params i32,i32,o32 sizes 1 threads 128 teams 1 count 12 shared 0 cost 33281
@group(0) @binding(0) var<storage, read> k2_b0: array<f32>; // partial
@group(0) @binding(1) var<storage, read> k2_b1: array<f32>; // stats
@group(0) @binding(2) var<storage, read_write> k2_b2: array<f32>; // o
@group(0) @binding(3) var<uniform> k2_at: array<vec4<i32>, 1>; // offsets, sizes
@compute @workgroup_size(128)
fn k_attention_decode_gqa__final(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v6: i32 = i32(thread);
    let v7: i32 = i32(group.x);
    let v8: i32 = i32(groups.x);
    for (var v10: i32 = v7; v10 < 12i; v10 += v8) {
        let v11: i32 = k2_at[0].w;
        let v19: i32 = (v10 / 6i);
        let v20: i32 = (v10 % 6i);
        var v22: f32 = -1.00000002e+30f;
        var v24: f32 = 0f;
        var v25: f32 = 0f;
        let v30: i32 = ((v11 / 256i) + min((v11 % 256i), 1i));
        for (var v31: i32 = 0i; v31 < v30; v31 += 1i) {
            let v34: f32 = v22;
            let v37: i32 = ((v19 * 16i) + v31);
            let v40: bool = ((0i <= v37) & (v37 < 32i));
            let v41: i32 = (v37 * 12i);
            let v42: i32 = select(0i, 2i, v40);
            let v45: bool = (0i <= v20);
            let v47: bool = (v45 & (v20 < select(0i, 6i, (0i < v42))));
            let v50_at = u32(select(0i, (v41 + v20), v47) + k2_at[0].y);
            let v50 = k2_b1[v50_at];
            let v51: f32 = select(0f, v50, v47);
            let v59: f32 = select(v51, v34, ((v51 < v34) | (2139095040u < (bitcast<u32>(v51) & 2147483647u))));
            let v61: f32 = exact_exp((v22 - v59));
            let v66: bool = (v45 & (v20 < select(0i, 6i, (1i < v42))));
            let v69_at = u32(select(0i, ((v41 + 6i) + v20), v66) + k2_at[0].y);
            let v69 = k2_b1[v69_at];
            let v72: f32 = exact_exp((v51 - v59));
            v24 = fma(v24, v61, (select(0f, v69, v66) * v72));
            let v85: bool = (v6 < select(0i, 128i, (v45 & (v20 < select(0i, 6i, v40)))));
            let v86: bool = ((0i <= v6) & v85);
            let v89_at = u32(select(0i, (((v37 * 768i) + (v20 * 128i)) + v6), v86) + k2_at[0].x);
            let v89 = k2_b0[v89_at];
            v25 = fma(v25, v61, (select(0f, v89, v86) * v72));
            v22 = v59;
        }
        let v101_at = u32(((v10 * 128i) + v6) + k2_at[0].z);
        k2_b2[v101_at] = (v25 / v24);
    }
}
