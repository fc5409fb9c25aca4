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

// tessera kernel attention_decode_gqa entry k_ts_attention_decode_gqa wide 0 params i32:q:32:12*128,i16:kcache:16:2*4096*128,i16:vcache:16:2*4096*128,w32:partial:32:128*6*128,w32:stats:32:128*2*6 sizes 1 threads 128 teams 1 count -1 shared 10752 cost 2100225
@group(0) @binding(0) var<storage, read> k0_b0: array<f32>; // q
@group(0) @binding(1) var<storage, read> k0_b1: array<u32>; // kcache
@group(0) @binding(2) var<storage, read> k0_b2: array<u32>; // vcache
@group(0) @binding(3) var<storage, read_write> k0_b3: array<f32>; // partial
@group(0) @binding(4) var<storage, read_write> k0_b4: array<f32>; // stats
@group(0) @binding(5) var<uniform> k0_at: array<vec4<i32>, 2>; // offsets, sizes
var<workgroup> k0_shared: array<u32, 2688>;
@compute @workgroup_size(128)
fn k_ts_attention_decode_gqa(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = k0_at[1].y;
    let v10: i32 = select(0i, (((v3 - 1i) / 64i) + 1i), (0i < v3));
    let v12: i32 = (v10 * 2i);
    let v13: i32 = i32(groups.x);
    let v14: i32 = i32(thread);
    for (var v16: i32 = v1; v16 < v12; v16 += v13) {
        let v18: i32 = (v16 / v10);
        let v20: i32 = (v18 * 6i);
        let v23_at = u32(((v20 * 128i) + v14) + k0_at[0].x);
        let v23 = k0_b0[v23_at];
        let v29_at = u32((((v20 + 1i) * 128i) + v14) + k0_at[0].x);
        let v29 = k0_b0[v29_at];
        let v34_at = u32((((v20 + 2i) * 128i) + v14) + k0_at[0].x);
        let v34 = k0_b0[v34_at];
        let v40_at = u32((((v20 + 3i) * 128i) + v14) + k0_at[0].x);
        let v40 = k0_b0[v40_at];
        let v46_at = u32((((v20 + 4i) * 128i) + v14) + k0_at[0].x);
        let v46 = k0_b0[v46_at];
        let v52_at = u32((((v20 + 5i) * 128i) + v14) + k0_at[0].x);
        let v52 = k0_b0[v52_at];
        let v55: i32 = ((v16 % v10) * 64i);
        workgroupBarrier();
        storageBarrier();
        k0_shared[(v14 + 1536i)] = bitcast<u32>((v23 * 0.0883883461f));
        k0_shared[(v14 + 1664i)] = bitcast<u32>((v29 * 0.0883883461f));
        let v72: i32 = (v14 + 256i);
        k0_shared[(v14 + 1792i)] = bitcast<u32>((v34 * 0.0883883461f));
        k0_shared[(v14 + 1920i)] = bitcast<u32>((v40 * 0.0883883461f));
        let v83: i32 = (v14 + 512i);
        k0_shared[(v14 + 2048i)] = bitcast<u32>((v46 * 0.0883883461f));
        k0_shared[(v14 + 2176i)] = bitcast<u32>((v52 * 0.0883883461f));
        let v91: i32 = min(v3, 4096i);
        let v92: i32 = (v18 * 524288i);
        var v93: f32 = -3.40282347e+38f;
        var v94: f32 = -3.40282347e+38f;
        var v95: f32 = -3.40282347e+38f;
        var v96: f32 = -3.40282347e+38f;
        var v97: f32 = -3.40282347e+38f;
        var v98: f32 = -3.40282347e+38f;
        var v100: f32 = 0f;
        var v101: f32 = 0f;
        var v102: f32 = 0f;
        var v103: f32 = 0f;
        var v104: f32 = 0f;
        var v105: f32 = 0f;
        var v106: f32 = 0f;
        var v107: f32 = 0f;
        var v108: f32 = 0f;
        var v109: f32 = 0f;
        var v110: f32 = 0f;
        var v111: f32 = 0f;
        let v113: i32 = min(v3, (v55 + 64i));
        for (var v114: i32 = v55; v114 < v113; v114 += 64i) {
            let v116: i32 = min(v14, 63i);
            let v117: i32 = (v114 + v116);
            let v118: bool = (v117 < v3);
            workgroupBarrier();
            storageBarrier();
            var v120: f32 = 0f;
            var v121: f32 = 0f;
            var v122: f32 = 0f;
            var v123: f32 = 0f;
            var v124: f32 = 0f;
            var v125: f32 = 0f;
            for (var v126: i32 = 0i; v126 < 128i; v126 += 1i) {
                let v128 = k0_shared[(v126 + 1536i)];
                let v132: bool = ((0i <= v117) & (v117 < v91));
                let v137_at = u32(select(0i, ((v92 + (v117 * 128i)) + v126), v132) + k0_at[0].y);
                let v137 = extractBits(k0_b1[v137_at >> 1u], (v137_at & 1u) * 16u, 16u);
                let v142: f32 = bitcast<f32>((select(0u, v137, v132) << 16u));
                v120 = fma(bitcast<f32>(v128), v142, v120);
                let v147 = k0_shared[(v126 + 1664i)];
                v121 = fma(bitcast<f32>(v147), v142, v121);
                let v153 = k0_shared[(v126 + 1792i)];
                v122 = fma(bitcast<f32>(v153), v142, v122);
                let v159 = k0_shared[(v126 + 1920i)];
                v123 = fma(bitcast<f32>(v159), v142, v123);
                let v165 = k0_shared[(v126 + 2048i)];
                v124 = fma(bitcast<f32>(v165), v142, v124);
                let v171 = k0_shared[(v126 + 2176i)];
                v125 = fma(bitcast<f32>(v171), v142, v125);
            }
            let v178: bool = (v14 < 64i);
            let v180: f32 = select(real(0xff800000u), v120, v118);
            let v181: f32 = select(real(0xff800000u), v180, v178);
            let v185: f32 = select(real(0xff800000u), v121, v118);
            let v186: f32 = select(real(0xff800000u), v185, v178);
            let v190: f32 = select(real(0xff800000u), v122, v118);
            let v191: f32 = select(real(0xff800000u), v190, v178);
            let v195: f32 = select(real(0xff800000u), v123, v118);
            let v196: f32 = select(real(0xff800000u), v195, v178);
            let v200: f32 = select(real(0xff800000u), v124, v118);
            let v201: f32 = select(real(0xff800000u), v200, v178);
            let v205: f32 = select(real(0xff800000u), v125, v118);
            let v206: f32 = select(real(0xff800000u), v205, v178);
            workgroupBarrier();
            storageBarrier();
            k0_shared[v14] = bitcast<u32>(select(real(0xff800000u), v181, (real(0xff800000u) < v181)));
            k0_shared[v72] = bitcast<u32>(select(real(0xff800000u), v186, (real(0xff800000u) < v186)));
            k0_shared[v83] = bitcast<u32>(select(real(0xff800000u), v191, (real(0xff800000u) < v191)));
            let v216: i32 = (v14 + 768i);
            k0_shared[v216] = bitcast<u32>(select(real(0xff800000u), v196, (real(0xff800000u) < v196)));
            let v220: i32 = (v14 + 1024i);
            k0_shared[v220] = bitcast<u32>(select(real(0xff800000u), v201, (real(0xff800000u) < v201)));
            let v224: i32 = (v14 + 1280i);
            k0_shared[v224] = bitcast<u32>(select(real(0xff800000u), v206, (real(0xff800000u) < v206)));
            workgroupBarrier();
            storageBarrier();
            if (v178) {
                let v230 = k0_shared[(v14 + 64i)];
                let v231: f32 = bitcast<f32>(v230);
                let v232 = k0_shared[v14];
                let v233: f32 = bitcast<f32>(v232);
                let v241: u32 = bitcast<u32>(select(v231, v233, ((v231 < v233) | (2139095040u < (v230 & 2147483647u)))));
                k0_shared[v14] = v241;
                let v245 = k0_shared[(v14 + 320i)];
                let v246: f32 = bitcast<f32>(v245);
                let v247 = k0_shared[v72];
                let v248: f32 = bitcast<f32>(v247);
                let v254: u32 = bitcast<u32>(select(v246, v248, ((v246 < v248) | (2139095040u < (v245 & 2147483647u)))));
                k0_shared[v72] = v254;
                let v258 = k0_shared[(v14 + 576i)];
                let v259: f32 = bitcast<f32>(v258);
                let v260 = k0_shared[v83];
                let v261: f32 = bitcast<f32>(v260);
                let v267: u32 = bitcast<u32>(select(v259, v261, ((v259 < v261) | (2139095040u < (v258 & 2147483647u)))));
                k0_shared[v83] = v267;
                let v271 = k0_shared[(v14 + 832i)];
                let v272: f32 = bitcast<f32>(v271);
                let v273 = k0_shared[v216];
                let v274: f32 = bitcast<f32>(v273);
                let v280: u32 = bitcast<u32>(select(v272, v274, ((v272 < v274) | (2139095040u < (v271 & 2147483647u)))));
                k0_shared[v216] = v280;
                let v284 = k0_shared[(v14 + 1088i)];
                let v285: f32 = bitcast<f32>(v284);
                let v286 = k0_shared[v220];
                let v287: f32 = bitcast<f32>(v286);
                let v293: u32 = bitcast<u32>(select(v285, v287, ((v285 < v287) | (2139095040u < (v284 & 2147483647u)))));
                k0_shared[v220] = v293;
                let v297 = k0_shared[(v14 + 1344i)];
                let v298: f32 = bitcast<f32>(v297);
                let v299 = k0_shared[v224];
                let v300: f32 = bitcast<f32>(v299);
                let v306: u32 = bitcast<u32>(select(v298, v300, ((v298 < v300) | (2139095040u < (v297 & 2147483647u)))));
                k0_shared[v224] = v306;
            }
            workgroupBarrier();
            storageBarrier();
            let v311: bool = (v14 < 32i);
            if (v311) {
                let v314 = k0_shared[(v14 + 32i)];
                let v315: f32 = bitcast<f32>(v314);
                let v316 = k0_shared[v14];
                let v317: f32 = bitcast<f32>(v316);
                let v325: u32 = bitcast<u32>(select(v315, v317, ((v315 < v317) | (2139095040u < (v314 & 2147483647u)))));
                k0_shared[v14] = v325;
                let v329 = k0_shared[(v14 + 288i)];
                let v330: f32 = bitcast<f32>(v329);
                let v331 = k0_shared[v72];
                let v332: f32 = bitcast<f32>(v331);
                let v338: u32 = bitcast<u32>(select(v330, v332, ((v330 < v332) | (2139095040u < (v329 & 2147483647u)))));
                k0_shared[v72] = v338;
                let v342 = k0_shared[(v14 + 544i)];
                let v343: f32 = bitcast<f32>(v342);
                let v344 = k0_shared[v83];
                let v345: f32 = bitcast<f32>(v344);
                let v351: u32 = bitcast<u32>(select(v343, v345, ((v343 < v345) | (2139095040u < (v342 & 2147483647u)))));
                k0_shared[v83] = v351;
                let v355 = k0_shared[(v14 + 800i)];
                let v356: f32 = bitcast<f32>(v355);
                let v357 = k0_shared[v216];
                let v358: f32 = bitcast<f32>(v357);
                let v364: u32 = bitcast<u32>(select(v356, v358, ((v356 < v358) | (2139095040u < (v355 & 2147483647u)))));
                k0_shared[v216] = v364;
                let v368 = k0_shared[(v14 + 1056i)];
                let v369: f32 = bitcast<f32>(v368);
                let v370 = k0_shared[v220];
                let v371: f32 = bitcast<f32>(v370);
                let v377: u32 = bitcast<u32>(select(v369, v371, ((v369 < v371) | (2139095040u < (v368 & 2147483647u)))));
                k0_shared[v220] = v377;
                let v381 = k0_shared[(v14 + 1312i)];
                let v382: f32 = bitcast<f32>(v381);
                let v383 = k0_shared[v224];
                let v384: f32 = bitcast<f32>(v383);
                let v390: u32 = bitcast<u32>(select(v382, v384, ((v382 < v384) | (2139095040u < (v381 & 2147483647u)))));
                k0_shared[v224] = v390;
            }
            workgroupBarrier();
            storageBarrier();
            let v395: bool = (v14 < 16i);
            if (v395) {
                let v398 = k0_shared[(v14 + 16i)];
                let v399: f32 = bitcast<f32>(v398);
                let v400 = k0_shared[v14];
                let v401: f32 = bitcast<f32>(v400);
                let v409: u32 = bitcast<u32>(select(v399, v401, ((v399 < v401) | (2139095040u < (v398 & 2147483647u)))));
                k0_shared[v14] = v409;
                let v413 = k0_shared[(v14 + 272i)];
                let v414: f32 = bitcast<f32>(v413);
                let v415 = k0_shared[v72];
                let v416: f32 = bitcast<f32>(v415);
                let v422: u32 = bitcast<u32>(select(v414, v416, ((v414 < v416) | (2139095040u < (v413 & 2147483647u)))));
                k0_shared[v72] = v422;
                let v426 = k0_shared[(v14 + 528i)];
                let v427: f32 = bitcast<f32>(v426);
                let v428 = k0_shared[v83];
                let v429: f32 = bitcast<f32>(v428);
                let v435: u32 = bitcast<u32>(select(v427, v429, ((v427 < v429) | (2139095040u < (v426 & 2147483647u)))));
                k0_shared[v83] = v435;
                let v439 = k0_shared[(v14 + 784i)];
                let v440: f32 = bitcast<f32>(v439);
                let v441 = k0_shared[v216];
                let v442: f32 = bitcast<f32>(v441);
                let v448: u32 = bitcast<u32>(select(v440, v442, ((v440 < v442) | (2139095040u < (v439 & 2147483647u)))));
                k0_shared[v216] = v448;
                let v452 = k0_shared[(v14 + 1040i)];
                let v453: f32 = bitcast<f32>(v452);
                let v454 = k0_shared[v220];
                let v455: f32 = bitcast<f32>(v454);
                let v461: u32 = bitcast<u32>(select(v453, v455, ((v453 < v455) | (2139095040u < (v452 & 2147483647u)))));
                k0_shared[v220] = v461;
                let v465 = k0_shared[(v14 + 1296i)];
                let v466: f32 = bitcast<f32>(v465);
                let v467 = k0_shared[v224];
                let v468: f32 = bitcast<f32>(v467);
                let v474: u32 = bitcast<u32>(select(v466, v468, ((v466 < v468) | (2139095040u < (v465 & 2147483647u)))));
                k0_shared[v224] = v474;
            }
            workgroupBarrier();
            storageBarrier();
            let v479: bool = (v14 < 8i);
            if (v479) {
                let v482 = k0_shared[(v14 + 8i)];
                let v483: f32 = bitcast<f32>(v482);
                let v484 = k0_shared[v14];
                let v485: f32 = bitcast<f32>(v484);
                let v493: u32 = bitcast<u32>(select(v483, v485, ((v483 < v485) | (2139095040u < (v482 & 2147483647u)))));
                k0_shared[v14] = v493;
                let v497 = k0_shared[(v14 + 264i)];
                let v498: f32 = bitcast<f32>(v497);
                let v499 = k0_shared[v72];
                let v500: f32 = bitcast<f32>(v499);
                let v506: u32 = bitcast<u32>(select(v498, v500, ((v498 < v500) | (2139095040u < (v497 & 2147483647u)))));
                k0_shared[v72] = v506;
                let v510 = k0_shared[(v14 + 520i)];
                let v511: f32 = bitcast<f32>(v510);
                let v512 = k0_shared[v83];
                let v513: f32 = bitcast<f32>(v512);
                let v519: u32 = bitcast<u32>(select(v511, v513, ((v511 < v513) | (2139095040u < (v510 & 2147483647u)))));
                k0_shared[v83] = v519;
                let v523 = k0_shared[(v14 + 776i)];
                let v524: f32 = bitcast<f32>(v523);
                let v525 = k0_shared[v216];
                let v526: f32 = bitcast<f32>(v525);
                let v532: u32 = bitcast<u32>(select(v524, v526, ((v524 < v526) | (2139095040u < (v523 & 2147483647u)))));
                k0_shared[v216] = v532;
                let v536 = k0_shared[(v14 + 1032i)];
                let v537: f32 = bitcast<f32>(v536);
                let v538 = k0_shared[v220];
                let v539: f32 = bitcast<f32>(v538);
                let v545: u32 = bitcast<u32>(select(v537, v539, ((v537 < v539) | (2139095040u < (v536 & 2147483647u)))));
                k0_shared[v220] = v545;
                let v549 = k0_shared[(v14 + 1288i)];
                let v550: f32 = bitcast<f32>(v549);
                let v551 = k0_shared[v224];
                let v552: f32 = bitcast<f32>(v551);
                let v558: u32 = bitcast<u32>(select(v550, v552, ((v550 < v552) | (2139095040u < (v549 & 2147483647u)))));
                k0_shared[v224] = v558;
            }
            workgroupBarrier();
            storageBarrier();
            let v562: bool = (v14 < 4i);
            if (v562) {
                let v565 = k0_shared[(v14 + 4i)];
                let v566: f32 = bitcast<f32>(v565);
                let v567 = k0_shared[v14];
                let v568: f32 = bitcast<f32>(v567);
                let v576: u32 = bitcast<u32>(select(v566, v568, ((v566 < v568) | (2139095040u < (v565 & 2147483647u)))));
                k0_shared[v14] = v576;
                let v580 = k0_shared[(v14 + 260i)];
                let v581: f32 = bitcast<f32>(v580);
                let v582 = k0_shared[v72];
                let v583: f32 = bitcast<f32>(v582);
                let v589: u32 = bitcast<u32>(select(v581, v583, ((v581 < v583) | (2139095040u < (v580 & 2147483647u)))));
                k0_shared[v72] = v589;
                let v593 = k0_shared[(v14 + 516i)];
                let v594: f32 = bitcast<f32>(v593);
                let v595 = k0_shared[v83];
                let v596: f32 = bitcast<f32>(v595);
                let v602: u32 = bitcast<u32>(select(v594, v596, ((v594 < v596) | (2139095040u < (v593 & 2147483647u)))));
                k0_shared[v83] = v602;
                let v606 = k0_shared[(v14 + 772i)];
                let v607: f32 = bitcast<f32>(v606);
                let v608 = k0_shared[v216];
                let v609: f32 = bitcast<f32>(v608);
                let v615: u32 = bitcast<u32>(select(v607, v609, ((v607 < v609) | (2139095040u < (v606 & 2147483647u)))));
                k0_shared[v216] = v615;
                let v619 = k0_shared[(v14 + 1028i)];
                let v620: f32 = bitcast<f32>(v619);
                let v621 = k0_shared[v220];
                let v622: f32 = bitcast<f32>(v621);
                let v628: u32 = bitcast<u32>(select(v620, v622, ((v620 < v622) | (2139095040u < (v619 & 2147483647u)))));
                k0_shared[v220] = v628;
                let v632 = k0_shared[(v14 + 1284i)];
                let v633: f32 = bitcast<f32>(v632);
                let v634 = k0_shared[v224];
                let v635: f32 = bitcast<f32>(v634);
                let v641: u32 = bitcast<u32>(select(v633, v635, ((v633 < v635) | (2139095040u < (v632 & 2147483647u)))));
                k0_shared[v224] = v641;
            }
            workgroupBarrier();
            storageBarrier();
            let v645: bool = (v14 < 2i);
            if (v645) {
                let v648 = k0_shared[(v14 + 2i)];
                let v649: f32 = bitcast<f32>(v648);
                let v650 = k0_shared[v14];
                let v651: f32 = bitcast<f32>(v650);
                let v659: u32 = bitcast<u32>(select(v649, v651, ((v649 < v651) | (2139095040u < (v648 & 2147483647u)))));
                k0_shared[v14] = v659;
                let v663 = k0_shared[(v14 + 258i)];
                let v664: f32 = bitcast<f32>(v663);
                let v665 = k0_shared[v72];
                let v666: f32 = bitcast<f32>(v665);
                let v672: u32 = bitcast<u32>(select(v664, v666, ((v664 < v666) | (2139095040u < (v663 & 2147483647u)))));
                k0_shared[v72] = v672;
                let v676 = k0_shared[(v14 + 514i)];
                let v677: f32 = bitcast<f32>(v676);
                let v678 = k0_shared[v83];
                let v679: f32 = bitcast<f32>(v678);
                let v685: u32 = bitcast<u32>(select(v677, v679, ((v677 < v679) | (2139095040u < (v676 & 2147483647u)))));
                k0_shared[v83] = v685;
                let v689 = k0_shared[(v14 + 770i)];
                let v690: f32 = bitcast<f32>(v689);
                let v691 = k0_shared[v216];
                let v692: f32 = bitcast<f32>(v691);
                let v698: u32 = bitcast<u32>(select(v690, v692, ((v690 < v692) | (2139095040u < (v689 & 2147483647u)))));
                k0_shared[v216] = v698;
                let v702 = k0_shared[(v14 + 1026i)];
                let v703: f32 = bitcast<f32>(v702);
                let v704 = k0_shared[v220];
                let v705: f32 = bitcast<f32>(v704);
                let v711: u32 = bitcast<u32>(select(v703, v705, ((v703 < v705) | (2139095040u < (v702 & 2147483647u)))));
                k0_shared[v220] = v711;
                let v715 = k0_shared[(v14 + 1282i)];
                let v716: f32 = bitcast<f32>(v715);
                let v717 = k0_shared[v224];
                let v718: f32 = bitcast<f32>(v717);
                let v724: u32 = bitcast<u32>(select(v716, v718, ((v716 < v718) | (2139095040u < (v715 & 2147483647u)))));
                k0_shared[v224] = v724;
            }
            workgroupBarrier();
            storageBarrier();
            let v728: bool = (v14 < 1i);
            if (v728) {
                let v731 = k0_shared[(v14 + 1i)];
                let v732: f32 = bitcast<f32>(v731);
                let v733 = k0_shared[v14];
                let v734: f32 = bitcast<f32>(v733);
                let v742: u32 = bitcast<u32>(select(v732, v734, ((v732 < v734) | (2139095040u < (v731 & 2147483647u)))));
                k0_shared[v14] = v742;
                let v746 = k0_shared[(v14 + 257i)];
                let v747: f32 = bitcast<f32>(v746);
                let v748 = k0_shared[v72];
                let v749: f32 = bitcast<f32>(v748);
                let v755: u32 = bitcast<u32>(select(v747, v749, ((v747 < v749) | (2139095040u < (v746 & 2147483647u)))));
                k0_shared[v72] = v755;
                let v759 = k0_shared[(v14 + 513i)];
                let v760: f32 = bitcast<f32>(v759);
                let v761 = k0_shared[v83];
                let v762: f32 = bitcast<f32>(v761);
                let v768: u32 = bitcast<u32>(select(v760, v762, ((v760 < v762) | (2139095040u < (v759 & 2147483647u)))));
                k0_shared[v83] = v768;
                let v772 = k0_shared[(v14 + 769i)];
                let v773: f32 = bitcast<f32>(v772);
                let v774 = k0_shared[v216];
                let v775: f32 = bitcast<f32>(v774);
                let v781: u32 = bitcast<u32>(select(v773, v775, ((v773 < v775) | (2139095040u < (v772 & 2147483647u)))));
                k0_shared[v216] = v781;
                let v785 = k0_shared[(v14 + 1025i)];
                let v786: f32 = bitcast<f32>(v785);
                let v787 = k0_shared[v220];
                let v788: f32 = bitcast<f32>(v787);
                let v794: u32 = bitcast<u32>(select(v786, v788, ((v786 < v788) | (2139095040u < (v785 & 2147483647u)))));
                k0_shared[v220] = v794;
                let v798 = k0_shared[(v14 + 1281i)];
                let v799: f32 = bitcast<f32>(v798);
                let v800 = k0_shared[v224];
                let v801: f32 = bitcast<f32>(v800);
                let v807: u32 = bitcast<u32>(select(v799, v801, ((v799 < v801) | (2139095040u < (v798 & 2147483647u)))));
                k0_shared[v224] = v807;
            }
            workgroupBarrier();
            storageBarrier();
            let v811 = k0_shared[0i];
            let v812: f32 = bitcast<f32>(v811);
            let v813: f32 = v93;
            let v820: f32 = select(v812, v813, ((v812 < v813) | (2139095040u < (v811 & 2147483647u))));
            let v822: f32 = exact_exp((v180 - v820));
            let v823 = k0_shared[256i];
            let v824: f32 = bitcast<f32>(v823);
            let v825: f32 = v94;
            let v830: f32 = select(v824, v825, ((v824 < v825) | (2139095040u < (v823 & 2147483647u))));
            let v832: f32 = exact_exp((v185 - v830));
            let v833 = k0_shared[512i];
            let v834: f32 = bitcast<f32>(v833);
            let v835: f32 = v95;
            let v840: f32 = select(v834, v835, ((v834 < v835) | (2139095040u < (v833 & 2147483647u))));
            let v842: f32 = exact_exp((v190 - v840));
            let v843 = k0_shared[768i];
            let v844: f32 = bitcast<f32>(v843);
            let v845: f32 = v96;
            let v850: f32 = select(v844, v845, ((v844 < v845) | (2139095040u < (v843 & 2147483647u))));
            let v852: f32 = exact_exp((v195 - v850));
            let v853 = k0_shared[1024i];
            let v854: f32 = bitcast<f32>(v853);
            let v855: f32 = v97;
            let v860: f32 = select(v854, v855, ((v854 < v855) | (2139095040u < (v853 & 2147483647u))));
            let v862: f32 = exact_exp((v200 - v860));
            let v863 = k0_shared[1280i];
            let v864: f32 = bitcast<f32>(v863);
            let v865: f32 = v98;
            let v870: f32 = select(v864, v865, ((v864 < v865) | (2139095040u < (v863 & 2147483647u))));
            let v872: f32 = exact_exp((v205 - v870));
            let v875: f32 = exact_exp((v93 - v820));
            let v878: f32 = exact_exp((v94 - v830));
            let v881: f32 = exact_exp((v95 - v840));
            let v884: f32 = exact_exp((v96 - v850));
            let v887: f32 = exact_exp((v97 - v860));
            let v890: f32 = exact_exp((v98 - v870));
            workgroupBarrier();
            storageBarrier();
            if (v178) {
                k0_shared[(v116 + 2304i)] = bitcast<u32>(v822);
            }
            if (v178) {
                k0_shared[(v116 + 2368i)] = bitcast<u32>(v832);
            }
            if (v178) {
                k0_shared[(v116 + 2432i)] = bitcast<u32>(v842);
            }
            if (v178) {
                k0_shared[(v116 + 2496i)] = bitcast<u32>(v852);
            }
            if (v178) {
                k0_shared[(v116 + 2560i)] = bitcast<u32>(v862);
            }
            if (v178) {
                k0_shared[(v116 + 2624i)] = bitcast<u32>(v872);
            }
            k0_shared[v14] = bitcast<u32>(select(0f, v822, v178));
            k0_shared[v72] = bitcast<u32>(select(0f, v832, v178));
            k0_shared[v83] = bitcast<u32>(select(0f, v842, v178));
            k0_shared[v216] = bitcast<u32>(select(0f, v852, v178));
            k0_shared[v220] = bitcast<u32>(select(0f, v862, v178));
            k0_shared[v224] = bitcast<u32>(select(0f, v872, v178));
            workgroupBarrier();
            storageBarrier();
            if (v178) {
                let v949 = k0_shared[v14];
                let v952 = k0_shared[(v14 + 64i)];
                k0_shared[v14] = bitcast<u32>((bitcast<f32>(v949) + bitcast<f32>(v952)));
                let v957 = k0_shared[v72];
                let v960 = k0_shared[(v14 + 320i)];
                k0_shared[v72] = bitcast<u32>((bitcast<f32>(v957) + bitcast<f32>(v960)));
                let v965 = k0_shared[v83];
                let v969 = k0_shared[(v14 + 576i)];
                k0_shared[v83] = bitcast<u32>((bitcast<f32>(v965) + bitcast<f32>(v969)));
                let v974 = k0_shared[v216];
                let v978 = k0_shared[(v14 + 832i)];
                k0_shared[v216] = bitcast<u32>((bitcast<f32>(v974) + bitcast<f32>(v978)));
                let v983 = k0_shared[v220];
                let v987 = k0_shared[(v14 + 1088i)];
                k0_shared[v220] = bitcast<u32>((bitcast<f32>(v983) + bitcast<f32>(v987)));
                let v992 = k0_shared[v224];
                let v996 = k0_shared[(v14 + 1344i)];
                k0_shared[v224] = bitcast<u32>((bitcast<f32>(v992) + bitcast<f32>(v996)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v311) {
                let v1004 = k0_shared[v14];
                let v1007 = k0_shared[(v14 + 32i)];
                k0_shared[v14] = bitcast<u32>((bitcast<f32>(v1004) + bitcast<f32>(v1007)));
                let v1012 = k0_shared[v72];
                let v1016 = k0_shared[(v14 + 288i)];
                k0_shared[v72] = bitcast<u32>((bitcast<f32>(v1012) + bitcast<f32>(v1016)));
                let v1021 = k0_shared[v83];
                let v1025 = k0_shared[(v14 + 544i)];
                k0_shared[v83] = bitcast<u32>((bitcast<f32>(v1021) + bitcast<f32>(v1025)));
                let v1030 = k0_shared[v216];
                let v1034 = k0_shared[(v14 + 800i)];
                k0_shared[v216] = bitcast<u32>((bitcast<f32>(v1030) + bitcast<f32>(v1034)));
                let v1039 = k0_shared[v220];
                let v1043 = k0_shared[(v14 + 1056i)];
                k0_shared[v220] = bitcast<u32>((bitcast<f32>(v1039) + bitcast<f32>(v1043)));
                let v1048 = k0_shared[v224];
                let v1052 = k0_shared[(v14 + 1312i)];
                k0_shared[v224] = bitcast<u32>((bitcast<f32>(v1048) + bitcast<f32>(v1052)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v395) {
                let v1060 = k0_shared[v14];
                let v1063 = k0_shared[(v14 + 16i)];
                k0_shared[v14] = bitcast<u32>((bitcast<f32>(v1060) + bitcast<f32>(v1063)));
                let v1068 = k0_shared[v72];
                let v1072 = k0_shared[(v14 + 272i)];
                k0_shared[v72] = bitcast<u32>((bitcast<f32>(v1068) + bitcast<f32>(v1072)));
                let v1077 = k0_shared[v83];
                let v1081 = k0_shared[(v14 + 528i)];
                k0_shared[v83] = bitcast<u32>((bitcast<f32>(v1077) + bitcast<f32>(v1081)));
                let v1086 = k0_shared[v216];
                let v1090 = k0_shared[(v14 + 784i)];
                k0_shared[v216] = bitcast<u32>((bitcast<f32>(v1086) + bitcast<f32>(v1090)));
                let v1095 = k0_shared[v220];
                let v1099 = k0_shared[(v14 + 1040i)];
                k0_shared[v220] = bitcast<u32>((bitcast<f32>(v1095) + bitcast<f32>(v1099)));
                let v1104 = k0_shared[v224];
                let v1108 = k0_shared[(v14 + 1296i)];
                k0_shared[v224] = bitcast<u32>((bitcast<f32>(v1104) + bitcast<f32>(v1108)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v479) {
                let v1116 = k0_shared[v14];
                let v1119 = k0_shared[(v14 + 8i)];
                k0_shared[v14] = bitcast<u32>((bitcast<f32>(v1116) + bitcast<f32>(v1119)));
                let v1124 = k0_shared[v72];
                let v1128 = k0_shared[(v14 + 264i)];
                k0_shared[v72] = bitcast<u32>((bitcast<f32>(v1124) + bitcast<f32>(v1128)));
                let v1133 = k0_shared[v83];
                let v1137 = k0_shared[(v14 + 520i)];
                k0_shared[v83] = bitcast<u32>((bitcast<f32>(v1133) + bitcast<f32>(v1137)));
                let v1142 = k0_shared[v216];
                let v1146 = k0_shared[(v14 + 776i)];
                k0_shared[v216] = bitcast<u32>((bitcast<f32>(v1142) + bitcast<f32>(v1146)));
                let v1151 = k0_shared[v220];
                let v1155 = k0_shared[(v14 + 1032i)];
                k0_shared[v220] = bitcast<u32>((bitcast<f32>(v1151) + bitcast<f32>(v1155)));
                let v1160 = k0_shared[v224];
                let v1164 = k0_shared[(v14 + 1288i)];
                k0_shared[v224] = bitcast<u32>((bitcast<f32>(v1160) + bitcast<f32>(v1164)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v562) {
                let v1172 = k0_shared[v14];
                let v1175 = k0_shared[(v14 + 4i)];
                k0_shared[v14] = bitcast<u32>((bitcast<f32>(v1172) + bitcast<f32>(v1175)));
                let v1180 = k0_shared[v72];
                let v1184 = k0_shared[(v14 + 260i)];
                k0_shared[v72] = bitcast<u32>((bitcast<f32>(v1180) + bitcast<f32>(v1184)));
                let v1189 = k0_shared[v83];
                let v1193 = k0_shared[(v14 + 516i)];
                k0_shared[v83] = bitcast<u32>((bitcast<f32>(v1189) + bitcast<f32>(v1193)));
                let v1198 = k0_shared[v216];
                let v1202 = k0_shared[(v14 + 772i)];
                k0_shared[v216] = bitcast<u32>((bitcast<f32>(v1198) + bitcast<f32>(v1202)));
                let v1207 = k0_shared[v220];
                let v1211 = k0_shared[(v14 + 1028i)];
                k0_shared[v220] = bitcast<u32>((bitcast<f32>(v1207) + bitcast<f32>(v1211)));
                let v1216 = k0_shared[v224];
                let v1220 = k0_shared[(v14 + 1284i)];
                k0_shared[v224] = bitcast<u32>((bitcast<f32>(v1216) + bitcast<f32>(v1220)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v645) {
                let v1228 = k0_shared[v14];
                let v1231 = k0_shared[(v14 + 2i)];
                k0_shared[v14] = bitcast<u32>((bitcast<f32>(v1228) + bitcast<f32>(v1231)));
                let v1236 = k0_shared[v72];
                let v1240 = k0_shared[(v14 + 258i)];
                k0_shared[v72] = bitcast<u32>((bitcast<f32>(v1236) + bitcast<f32>(v1240)));
                let v1245 = k0_shared[v83];
                let v1249 = k0_shared[(v14 + 514i)];
                k0_shared[v83] = bitcast<u32>((bitcast<f32>(v1245) + bitcast<f32>(v1249)));
                let v1254 = k0_shared[v216];
                let v1258 = k0_shared[(v14 + 770i)];
                k0_shared[v216] = bitcast<u32>((bitcast<f32>(v1254) + bitcast<f32>(v1258)));
                let v1263 = k0_shared[v220];
                let v1267 = k0_shared[(v14 + 1026i)];
                k0_shared[v220] = bitcast<u32>((bitcast<f32>(v1263) + bitcast<f32>(v1267)));
                let v1272 = k0_shared[v224];
                let v1276 = k0_shared[(v14 + 1282i)];
                k0_shared[v224] = bitcast<u32>((bitcast<f32>(v1272) + bitcast<f32>(v1276)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v728) {
                let v1284 = k0_shared[v14];
                let v1287 = k0_shared[(v14 + 1i)];
                k0_shared[v14] = bitcast<u32>((bitcast<f32>(v1284) + bitcast<f32>(v1287)));
                let v1292 = k0_shared[v72];
                let v1296 = k0_shared[(v14 + 257i)];
                k0_shared[v72] = bitcast<u32>((bitcast<f32>(v1292) + bitcast<f32>(v1296)));
                let v1301 = k0_shared[v83];
                let v1305 = k0_shared[(v14 + 513i)];
                k0_shared[v83] = bitcast<u32>((bitcast<f32>(v1301) + bitcast<f32>(v1305)));
                let v1310 = k0_shared[v216];
                let v1314 = k0_shared[(v14 + 769i)];
                k0_shared[v216] = bitcast<u32>((bitcast<f32>(v1310) + bitcast<f32>(v1314)));
                let v1319 = k0_shared[v220];
                let v1323 = k0_shared[(v14 + 1025i)];
                k0_shared[v220] = bitcast<u32>((bitcast<f32>(v1319) + bitcast<f32>(v1323)));
                let v1328 = k0_shared[v224];
                let v1332 = k0_shared[(v14 + 1281i)];
                k0_shared[v224] = bitcast<u32>((bitcast<f32>(v1328) + bitcast<f32>(v1332)));
            }
            workgroupBarrier();
            storageBarrier();
            let v1340 = k0_shared[0i];
            let v1343 = k0_shared[256i];
            let v1345 = k0_shared[512i];
            let v1347 = k0_shared[768i];
            let v1349 = k0_shared[1024i];
            let v1351 = k0_shared[1280i];
            v100 = fma(v100, v875, bitcast<f32>(v1340));
            v101 = fma(v101, v878, bitcast<f32>(v1343));
            v102 = fma(v102, v881, bitcast<f32>(v1345));
            v103 = fma(v103, v884, bitcast<f32>(v1347));
            v104 = fma(v104, v887, bitcast<f32>(v1349));
            v105 = fma(v105, v890, bitcast<f32>(v1351));
            var v1381: f32 = (v106 * v875);
            var v1382: f32 = (v107 * v878);
            var v1383: f32 = (v108 * v881);
            var v1384: f32 = (v109 * v884);
            var v1385: f32 = (v110 * v887);
            var v1386: f32 = (v111 * v890);
            for (var v1387: i32 = 0i; v1387 < 64i; v1387 += 1i) {
                let v1390 = k0_shared[(v1387 + 2304i)];
                let v1392: i32 = (v114 + v1387);
                let v1395: bool = ((0i <= v1392) & (v1392 < v91));
                let v1400_at = u32(select(0i, ((v92 + (v1392 * 128i)) + v14), v1395) + k0_at[0].z);
                let v1400 = extractBits(k0_b2[v1400_at >> 1u], (v1400_at & 1u) * 16u, 16u);
                let v1405: f32 = bitcast<f32>((select(0u, v1400, v1395) << 16u));
                v1381 = fma(bitcast<f32>(v1390), v1405, v1381);
                let v1411 = k0_shared[(v1387 + 2368i)];
                v1382 = fma(bitcast<f32>(v1411), v1405, v1382);
                let v1418 = k0_shared[(v1387 + 2432i)];
                v1383 = fma(bitcast<f32>(v1418), v1405, v1383);
                let v1425 = k0_shared[(v1387 + 2496i)];
                v1384 = fma(bitcast<f32>(v1425), v1405, v1384);
                let v1432 = k0_shared[(v1387 + 2560i)];
                v1385 = fma(bitcast<f32>(v1432), v1405, v1385);
                let v1439 = k0_shared[(v1387 + 2624i)];
                v1386 = fma(bitcast<f32>(v1439), v1405, v1386);
            }
            let v1446: f32 = v1382;
            let v1447: f32 = v1383;
            let v1448: f32 = v1384;
            let v1449: f32 = v1385;
            let v1450: f32 = v1386;
            v106 = v1381;
            v107 = v1446;
            v108 = v1447;
            v109 = v1448;
            v110 = v1449;
            v111 = v1450;
            v93 = v820;
            v94 = v830;
            v95 = v840;
            v96 = v850;
            v97 = v860;
            v98 = v870;
        }
        let v1466: i32 = ((v18 * 64i) + (v55 / 64i));
        let v1469: bool = ((0i <= v1466) & (v1466 < 128i));
        let v1470: i32 = select(0i, 6i, v1469);
        let v1472: i32 = (v1466 * 768i);
        let v1473: i32 = (v1472 + v14);
        let v1474: f32 = v106;
        let v1475: i32 = select(0i, 2i, v1469);
        let v1477: i32 = select(0i, 6i, (0i < v1475));
        let v1478: i32 = (v1466 * 12i);
        let v1480: i32 = select(0i, 6i, (1i < v1475));
        let v1481: i32 = (v1478 + 6i);
        if ((0i < v1470)) {
            let v1483_at = u32(v1473 + k0_at[0].w);
            k0_b3[v1483_at] = v1474;
        }
        let v1487: i32 = ((v1472 + 128i) + v14);
        let v1488: f32 = v107;
        if ((1i < v1470)) {
            let v1490_at = u32(v1487 + k0_at[0].w);
            k0_b3[v1490_at] = v1488;
        }
        let v1494: i32 = ((v1472 + 256i) + v14);
        let v1495: f32 = v108;
        if ((2i < v1470)) {
            let v1497_at = u32(v1494 + k0_at[0].w);
            k0_b3[v1497_at] = v1495;
        }
        let v1501: i32 = ((v1472 + 384i) + v14);
        let v1502: f32 = v109;
        if ((3i < v1470)) {
            let v1504_at = u32(v1501 + k0_at[0].w);
            k0_b3[v1504_at] = v1502;
        }
        let v1508: i32 = ((v1472 + 512i) + v14);
        let v1509: f32 = v110;
        if ((4i < v1470)) {
            let v1511_at = u32(v1508 + k0_at[0].w);
            k0_b3[v1511_at] = v1509;
        }
        let v1515: i32 = ((v1472 + 640i) + v14);
        let v1516: f32 = v111;
        if ((5i < v1470)) {
            let v1518_at = u32(v1515 + k0_at[0].w);
            k0_b3[v1518_at] = v1516;
        }
        let v1520: bool = (v14 == 0i);
        if (v1520) {
            let v1523: f32 = v93;
            if ((0i < v1477)) {
                let v1525_at = u32(v1478 + k0_at[1].x);
                k0_b4[v1525_at] = v1523;
            }
        }
        let v1528: bool = (v14 == 1i);
        if (v1528) {
            let v1531: i32 = (v1478 + 1i);
            let v1532: f32 = v94;
            if ((1i < v1477)) {
                let v1534_at = u32(v1531 + k0_at[1].x);
                k0_b4[v1534_at] = v1532;
            }
        }
        let v1537: bool = (v14 == 2i);
        if (v1537) {
            let v1540: i32 = (v1478 + 2i);
            let v1541: f32 = v95;
            if ((2i < v1477)) {
                let v1543_at = u32(v1540 + k0_at[1].x);
                k0_b4[v1543_at] = v1541;
            }
        }
        let v1546: bool = (v14 == 3i);
        if (v1546) {
            let v1549: i32 = (v1478 + 3i);
            let v1550: f32 = v96;
            if ((3i < v1477)) {
                let v1552_at = u32(v1549 + k0_at[1].x);
                k0_b4[v1552_at] = v1550;
            }
        }
        let v1555: bool = (v14 == 4i);
        if (v1555) {
            let v1558: i32 = (v1478 + 4i);
            let v1559: f32 = v97;
            if ((4i < v1477)) {
                let v1561_at = u32(v1558 + k0_at[1].x);
                k0_b4[v1561_at] = v1559;
            }
        }
        let v1564: bool = (v14 == 5i);
        if (v1564) {
            let v1567: i32 = (v1478 + 5i);
            let v1568: f32 = v98;
            if ((5i < v1477)) {
                let v1570_at = u32(v1567 + k0_at[1].x);
                k0_b4[v1570_at] = v1568;
            }
        }
        workgroupBarrier();
        storageBarrier();
        if (v1520) {
            let v1576: f32 = v100;
            if ((0i < v1480)) {
                let v1578_at = u32(v1481 + k0_at[1].x);
                k0_b4[v1578_at] = v1576;
            }
        }
        if (v1528) {
            let v1584: i32 = (v1478 + 7i);
            let v1585: f32 = v101;
            if ((1i < v1480)) {
                let v1587_at = u32(v1584 + k0_at[1].x);
                k0_b4[v1587_at] = v1585;
            }
        }
        if (v1537) {
            let v1593: i32 = (v1478 + 8i);
            let v1594: f32 = v102;
            if ((2i < v1480)) {
                let v1596_at = u32(v1593 + k0_at[1].x);
                k0_b4[v1596_at] = v1594;
            }
        }
        if (v1546) {
            let v1602: i32 = (v1478 + 9i);
            let v1603: f32 = v103;
            if ((3i < v1480)) {
                let v1605_at = u32(v1602 + k0_at[1].x);
                k0_b4[v1605_at] = v1603;
            }
        }
        if (v1555) {
            let v1611: i32 = (v1478 + 10i);
            let v1612: f32 = v104;
            if ((4i < v1480)) {
                let v1614_at = u32(v1611 + k0_at[1].x);
                k0_b4[v1614_at] = v1612;
            }
        }
        if (v1564) {
            let v1620: i32 = (v1478 + 11i);
            let v1621: f32 = v105;
            if ((5i < v1480)) {
                let v1623_at = u32(v1620 + k0_at[1].x);
                k0_b4[v1623_at] = v1621;
            }
        }
    }
}

// tessera kernel attention_decode_gqa entry k_ts_attention_decode_gqa__wide wide 1 params i32:q:32:12*128,i16:kcache:16:2*4096*128,i16:vcache:16:2*4096*128,w32:partial:32:128*6*128,w32:stats:32:128*2*6 sizes 1 threads 128 teams 1 count -1 shared 10752 cost 2100225
@group(0) @binding(0) var<storage, read> k1_b0: array<f32>; // q
@group(0) @binding(1) var<storage, read> k1_b1: array<vec4<u32>>; // kcache
@group(0) @binding(2) var<storage, read> k1_b2: array<u32>; // vcache
@group(0) @binding(3) var<storage, read_write> k1_b3: array<f32>; // partial
@group(0) @binding(4) var<storage, read_write> k1_b4: array<f32>; // stats
@group(0) @binding(5) var<uniform> k1_at: array<vec4<i32>, 2>; // offsets, sizes
var<workgroup> k1_shared: array<u32, 2688>;
@compute @workgroup_size(128)
fn k_ts_attention_decode_gqa__wide(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = k1_at[1].y;
    let v10: i32 = select(0i, (((v3 - 1i) / 64i) + 1i), (0i < v3));
    let v12: i32 = (v10 * 2i);
    let v13: i32 = i32(groups.x);
    let v14: i32 = i32(thread);
    for (var v16: i32 = v1; v16 < v12; v16 += v13) {
        let v18: i32 = (v16 / v10);
        let v20: i32 = (v18 * 6i);
        let v23_at = u32(((v20 * 128i) + v14) + k1_at[0].x);
        let v23 = k1_b0[v23_at];
        let v29_at = u32((((v20 + 1i) * 128i) + v14) + k1_at[0].x);
        let v29 = k1_b0[v29_at];
        let v34_at = u32((((v20 + 2i) * 128i) + v14) + k1_at[0].x);
        let v34 = k1_b0[v34_at];
        let v40_at = u32((((v20 + 3i) * 128i) + v14) + k1_at[0].x);
        let v40 = k1_b0[v40_at];
        let v46_at = u32((((v20 + 4i) * 128i) + v14) + k1_at[0].x);
        let v46 = k1_b0[v46_at];
        let v52_at = u32((((v20 + 5i) * 128i) + v14) + k1_at[0].x);
        let v52 = k1_b0[v52_at];
        let v55: i32 = ((v16 % v10) * 64i);
        workgroupBarrier();
        storageBarrier();
        k1_shared[(v14 + 1536i)] = bitcast<u32>((v23 * 0.0883883461f));
        k1_shared[(v14 + 1664i)] = bitcast<u32>((v29 * 0.0883883461f));
        let v72: i32 = (v14 + 256i);
        k1_shared[(v14 + 1792i)] = bitcast<u32>((v34 * 0.0883883461f));
        k1_shared[(v14 + 1920i)] = bitcast<u32>((v40 * 0.0883883461f));
        let v83: i32 = (v14 + 512i);
        k1_shared[(v14 + 2048i)] = bitcast<u32>((v46 * 0.0883883461f));
        k1_shared[(v14 + 2176i)] = bitcast<u32>((v52 * 0.0883883461f));
        let v91: i32 = min(v3, 4096i);
        let v92: i32 = (v18 * 524288i);
        var v93: f32 = -3.40282347e+38f;
        var v94: f32 = -3.40282347e+38f;
        var v95: f32 = -3.40282347e+38f;
        var v96: f32 = -3.40282347e+38f;
        var v97: f32 = -3.40282347e+38f;
        var v98: f32 = -3.40282347e+38f;
        var v100: f32 = 0f;
        var v101: f32 = 0f;
        var v102: f32 = 0f;
        var v103: f32 = 0f;
        var v104: f32 = 0f;
        var v105: f32 = 0f;
        var v106: f32 = 0f;
        var v107: f32 = 0f;
        var v108: f32 = 0f;
        var v109: f32 = 0f;
        var v110: f32 = 0f;
        var v111: f32 = 0f;
        let v113: i32 = min(v3, (v55 + 64i));
        for (var v114: i32 = v55; v114 < v113; v114 += 64i) {
            let v116: i32 = min(v14, 63i);
            let v117: i32 = (v114 + v116);
            let v118: bool = (v117 < v3);
            workgroupBarrier();
            storageBarrier();
            var v120: f32 = 0f;
            var v121: f32 = 0f;
            var v122: f32 = 0f;
            var v123: f32 = 0f;
            var v124: f32 = 0f;
            var v125: f32 = 0f;
            for (var v127: i32 = 0i; v127 < 128i; v127 += 8i) {
                let v129 = k1_shared[(v127 + 1536i)];
                let v133: bool = ((0i <= v117) & (v117 < v91));
                let v138: i32 = select(0i, (((v92 + (v117 * 128i)) + v127) >> u32(3i)), v133);
                let v139_at = u32(v138 + k1_at[0].y / 8i);
                let v139 = k1_b1[v139_at];
                let v147: f32 = bitcast<f32>((select(0u, (v139.x & 65535u), v133) << 16u));
                v120 = fma(bitcast<f32>(v129), v147, v120);
                let v169 = k1_shared[(v127 + 1664i)];
                v121 = fma(bitcast<f32>(v169), v147, v121);
                let v175 = k1_shared[(v127 + 1792i)];
                v122 = fma(bitcast<f32>(v175), v147, v122);
                let v181 = k1_shared[(v127 + 1920i)];
                v123 = fma(bitcast<f32>(v181), v147, v123);
                let v187 = k1_shared[(v127 + 2048i)];
                v124 = fma(bitcast<f32>(v187), v147, v124);
                let v193 = k1_shared[(v127 + 2176i)];
                v125 = fma(bitcast<f32>(v193), v147, v125);
                let v200 = k1_shared[(v127 + 1537i)];
                let v203: f32 = bitcast<f32>((select(0u, (v139.x >> 16u), v133) << 16u));
                v120 = fma(bitcast<f32>(v200), v203, v120);
                let v209 = k1_shared[(v127 + 1665i)];
                v121 = fma(bitcast<f32>(v209), v203, v121);
                let v216 = k1_shared[(v127 + 1793i)];
                v122 = fma(bitcast<f32>(v216), v203, v122);
                let v223 = k1_shared[(v127 + 1921i)];
                v123 = fma(bitcast<f32>(v223), v203, v123);
                let v230 = k1_shared[(v127 + 2049i)];
                v124 = fma(bitcast<f32>(v230), v203, v124);
                let v237 = k1_shared[(v127 + 2177i)];
                v125 = fma(bitcast<f32>(v237), v203, v125);
                let v244 = k1_shared[(v127 + 1538i)];
                let v247: f32 = bitcast<f32>((select(0u, (v139.y & 65535u), v133) << 16u));
                v120 = fma(bitcast<f32>(v244), v247, v120);
                let v253 = k1_shared[(v127 + 1666i)];
                v121 = fma(bitcast<f32>(v253), v247, v121);
                let v260 = k1_shared[(v127 + 1794i)];
                v122 = fma(bitcast<f32>(v260), v247, v122);
                let v267 = k1_shared[(v127 + 1922i)];
                v123 = fma(bitcast<f32>(v267), v247, v123);
                let v274 = k1_shared[(v127 + 2050i)];
                v124 = fma(bitcast<f32>(v274), v247, v124);
                let v281 = k1_shared[(v127 + 2178i)];
                v125 = fma(bitcast<f32>(v281), v247, v125);
                let v288 = k1_shared[(v127 + 1539i)];
                let v291: f32 = bitcast<f32>((select(0u, (v139.y >> 16u), v133) << 16u));
                v120 = fma(bitcast<f32>(v288), v291, v120);
                let v297 = k1_shared[(v127 + 1667i)];
                v121 = fma(bitcast<f32>(v297), v291, v121);
                let v304 = k1_shared[(v127 + 1795i)];
                v122 = fma(bitcast<f32>(v304), v291, v122);
                let v311 = k1_shared[(v127 + 1923i)];
                v123 = fma(bitcast<f32>(v311), v291, v123);
                let v318 = k1_shared[(v127 + 2051i)];
                v124 = fma(bitcast<f32>(v318), v291, v124);
                let v325 = k1_shared[(v127 + 2179i)];
                v125 = fma(bitcast<f32>(v325), v291, v125);
                let v332 = k1_shared[(v127 + 1540i)];
                let v335: f32 = bitcast<f32>((select(0u, (v139.z & 65535u), v133) << 16u));
                v120 = fma(bitcast<f32>(v332), v335, v120);
                let v341 = k1_shared[(v127 + 1668i)];
                v121 = fma(bitcast<f32>(v341), v335, v121);
                let v348 = k1_shared[(v127 + 1796i)];
                v122 = fma(bitcast<f32>(v348), v335, v122);
                let v355 = k1_shared[(v127 + 1924i)];
                v123 = fma(bitcast<f32>(v355), v335, v123);
                let v362 = k1_shared[(v127 + 2052i)];
                v124 = fma(bitcast<f32>(v362), v335, v124);
                let v369 = k1_shared[(v127 + 2180i)];
                v125 = fma(bitcast<f32>(v369), v335, v125);
                let v376 = k1_shared[(v127 + 1541i)];
                let v379: f32 = bitcast<f32>((select(0u, (v139.z >> 16u), v133) << 16u));
                v120 = fma(bitcast<f32>(v376), v379, v120);
                let v385 = k1_shared[(v127 + 1669i)];
                v121 = fma(bitcast<f32>(v385), v379, v121);
                let v392 = k1_shared[(v127 + 1797i)];
                v122 = fma(bitcast<f32>(v392), v379, v122);
                let v399 = k1_shared[(v127 + 1925i)];
                v123 = fma(bitcast<f32>(v399), v379, v123);
                let v406 = k1_shared[(v127 + 2053i)];
                v124 = fma(bitcast<f32>(v406), v379, v124);
                let v413 = k1_shared[(v127 + 2181i)];
                v125 = fma(bitcast<f32>(v413), v379, v125);
                let v420 = k1_shared[(v127 + 1542i)];
                let v423: f32 = bitcast<f32>((select(0u, (v139.w & 65535u), v133) << 16u));
                v120 = fma(bitcast<f32>(v420), v423, v120);
                let v429 = k1_shared[(v127 + 1670i)];
                v121 = fma(bitcast<f32>(v429), v423, v121);
                let v436 = k1_shared[(v127 + 1798i)];
                v122 = fma(bitcast<f32>(v436), v423, v122);
                let v443 = k1_shared[(v127 + 1926i)];
                v123 = fma(bitcast<f32>(v443), v423, v123);
                let v450 = k1_shared[(v127 + 2054i)];
                v124 = fma(bitcast<f32>(v450), v423, v124);
                let v457 = k1_shared[(v127 + 2182i)];
                v125 = fma(bitcast<f32>(v457), v423, v125);
                let v464 = k1_shared[(v127 + 1543i)];
                let v467: f32 = bitcast<f32>((select(0u, (v139.w >> 16u), v133) << 16u));
                v120 = fma(bitcast<f32>(v464), v467, v120);
                let v473 = k1_shared[(v127 + 1671i)];
                v121 = fma(bitcast<f32>(v473), v467, v121);
                let v480 = k1_shared[(v127 + 1799i)];
                v122 = fma(bitcast<f32>(v480), v467, v122);
                let v487 = k1_shared[(v127 + 1927i)];
                v123 = fma(bitcast<f32>(v487), v467, v123);
                let v494 = k1_shared[(v127 + 2055i)];
                v124 = fma(bitcast<f32>(v494), v467, v124);
                let v501 = k1_shared[(v127 + 2183i)];
                v125 = fma(bitcast<f32>(v501), v467, v125);
            }
            let v508: bool = (v14 < 64i);
            let v510: f32 = select(real(0xff800000u), v120, v118);
            let v511: f32 = select(real(0xff800000u), v510, v508);
            let v515: f32 = select(real(0xff800000u), v121, v118);
            let v516: f32 = select(real(0xff800000u), v515, v508);
            let v520: f32 = select(real(0xff800000u), v122, v118);
            let v521: f32 = select(real(0xff800000u), v520, v508);
            let v525: f32 = select(real(0xff800000u), v123, v118);
            let v526: f32 = select(real(0xff800000u), v525, v508);
            let v530: f32 = select(real(0xff800000u), v124, v118);
            let v531: f32 = select(real(0xff800000u), v530, v508);
            let v535: f32 = select(real(0xff800000u), v125, v118);
            let v536: f32 = select(real(0xff800000u), v535, v508);
            workgroupBarrier();
            storageBarrier();
            k1_shared[v14] = bitcast<u32>(select(real(0xff800000u), v511, (real(0xff800000u) < v511)));
            k1_shared[v72] = bitcast<u32>(select(real(0xff800000u), v516, (real(0xff800000u) < v516)));
            k1_shared[v83] = bitcast<u32>(select(real(0xff800000u), v521, (real(0xff800000u) < v521)));
            let v546: i32 = (v14 + 768i);
            k1_shared[v546] = bitcast<u32>(select(real(0xff800000u), v526, (real(0xff800000u) < v526)));
            let v550: i32 = (v14 + 1024i);
            k1_shared[v550] = bitcast<u32>(select(real(0xff800000u), v531, (real(0xff800000u) < v531)));
            let v554: i32 = (v14 + 1280i);
            k1_shared[v554] = bitcast<u32>(select(real(0xff800000u), v536, (real(0xff800000u) < v536)));
            workgroupBarrier();
            storageBarrier();
            if (v508) {
                let v560 = k1_shared[(v14 + 64i)];
                let v561: f32 = bitcast<f32>(v560);
                let v562 = k1_shared[v14];
                let v563: f32 = bitcast<f32>(v562);
                let v571: u32 = bitcast<u32>(select(v561, v563, ((v561 < v563) | (2139095040u < (v560 & 2147483647u)))));
                k1_shared[v14] = v571;
                let v575 = k1_shared[(v14 + 320i)];
                let v576: f32 = bitcast<f32>(v575);
                let v577 = k1_shared[v72];
                let v578: f32 = bitcast<f32>(v577);
                let v584: u32 = bitcast<u32>(select(v576, v578, ((v576 < v578) | (2139095040u < (v575 & 2147483647u)))));
                k1_shared[v72] = v584;
                let v588 = k1_shared[(v14 + 576i)];
                let v589: f32 = bitcast<f32>(v588);
                let v590 = k1_shared[v83];
                let v591: f32 = bitcast<f32>(v590);
                let v597: u32 = bitcast<u32>(select(v589, v591, ((v589 < v591) | (2139095040u < (v588 & 2147483647u)))));
                k1_shared[v83] = v597;
                let v601 = k1_shared[(v14 + 832i)];
                let v602: f32 = bitcast<f32>(v601);
                let v603 = k1_shared[v546];
                let v604: f32 = bitcast<f32>(v603);
                let v610: u32 = bitcast<u32>(select(v602, v604, ((v602 < v604) | (2139095040u < (v601 & 2147483647u)))));
                k1_shared[v546] = v610;
                let v614 = k1_shared[(v14 + 1088i)];
                let v615: f32 = bitcast<f32>(v614);
                let v616 = k1_shared[v550];
                let v617: f32 = bitcast<f32>(v616);
                let v623: u32 = bitcast<u32>(select(v615, v617, ((v615 < v617) | (2139095040u < (v614 & 2147483647u)))));
                k1_shared[v550] = v623;
                let v627 = k1_shared[(v14 + 1344i)];
                let v628: f32 = bitcast<f32>(v627);
                let v629 = k1_shared[v554];
                let v630: f32 = bitcast<f32>(v629);
                let v636: u32 = bitcast<u32>(select(v628, v630, ((v628 < v630) | (2139095040u < (v627 & 2147483647u)))));
                k1_shared[v554] = v636;
            }
            workgroupBarrier();
            storageBarrier();
            let v641: bool = (v14 < 32i);
            if (v641) {
                let v644 = k1_shared[(v14 + 32i)];
                let v645: f32 = bitcast<f32>(v644);
                let v646 = k1_shared[v14];
                let v647: f32 = bitcast<f32>(v646);
                let v655: u32 = bitcast<u32>(select(v645, v647, ((v645 < v647) | (2139095040u < (v644 & 2147483647u)))));
                k1_shared[v14] = v655;
                let v659 = k1_shared[(v14 + 288i)];
                let v660: f32 = bitcast<f32>(v659);
                let v661 = k1_shared[v72];
                let v662: f32 = bitcast<f32>(v661);
                let v668: u32 = bitcast<u32>(select(v660, v662, ((v660 < v662) | (2139095040u < (v659 & 2147483647u)))));
                k1_shared[v72] = v668;
                let v672 = k1_shared[(v14 + 544i)];
                let v673: f32 = bitcast<f32>(v672);
                let v674 = k1_shared[v83];
                let v675: f32 = bitcast<f32>(v674);
                let v681: u32 = bitcast<u32>(select(v673, v675, ((v673 < v675) | (2139095040u < (v672 & 2147483647u)))));
                k1_shared[v83] = v681;
                let v685 = k1_shared[(v14 + 800i)];
                let v686: f32 = bitcast<f32>(v685);
                let v687 = k1_shared[v546];
                let v688: f32 = bitcast<f32>(v687);
                let v694: u32 = bitcast<u32>(select(v686, v688, ((v686 < v688) | (2139095040u < (v685 & 2147483647u)))));
                k1_shared[v546] = v694;
                let v698 = k1_shared[(v14 + 1056i)];
                let v699: f32 = bitcast<f32>(v698);
                let v700 = k1_shared[v550];
                let v701: f32 = bitcast<f32>(v700);
                let v707: u32 = bitcast<u32>(select(v699, v701, ((v699 < v701) | (2139095040u < (v698 & 2147483647u)))));
                k1_shared[v550] = v707;
                let v711 = k1_shared[(v14 + 1312i)];
                let v712: f32 = bitcast<f32>(v711);
                let v713 = k1_shared[v554];
                let v714: f32 = bitcast<f32>(v713);
                let v720: u32 = bitcast<u32>(select(v712, v714, ((v712 < v714) | (2139095040u < (v711 & 2147483647u)))));
                k1_shared[v554] = v720;
            }
            workgroupBarrier();
            storageBarrier();
            let v725: bool = (v14 < 16i);
            if (v725) {
                let v728 = k1_shared[(v14 + 16i)];
                let v729: f32 = bitcast<f32>(v728);
                let v730 = k1_shared[v14];
                let v731: f32 = bitcast<f32>(v730);
                let v739: u32 = bitcast<u32>(select(v729, v731, ((v729 < v731) | (2139095040u < (v728 & 2147483647u)))));
                k1_shared[v14] = v739;
                let v743 = k1_shared[(v14 + 272i)];
                let v744: f32 = bitcast<f32>(v743);
                let v745 = k1_shared[v72];
                let v746: f32 = bitcast<f32>(v745);
                let v752: u32 = bitcast<u32>(select(v744, v746, ((v744 < v746) | (2139095040u < (v743 & 2147483647u)))));
                k1_shared[v72] = v752;
                let v756 = k1_shared[(v14 + 528i)];
                let v757: f32 = bitcast<f32>(v756);
                let v758 = k1_shared[v83];
                let v759: f32 = bitcast<f32>(v758);
                let v765: u32 = bitcast<u32>(select(v757, v759, ((v757 < v759) | (2139095040u < (v756 & 2147483647u)))));
                k1_shared[v83] = v765;
                let v769 = k1_shared[(v14 + 784i)];
                let v770: f32 = bitcast<f32>(v769);
                let v771 = k1_shared[v546];
                let v772: f32 = bitcast<f32>(v771);
                let v778: u32 = bitcast<u32>(select(v770, v772, ((v770 < v772) | (2139095040u < (v769 & 2147483647u)))));
                k1_shared[v546] = v778;
                let v782 = k1_shared[(v14 + 1040i)];
                let v783: f32 = bitcast<f32>(v782);
                let v784 = k1_shared[v550];
                let v785: f32 = bitcast<f32>(v784);
                let v791: u32 = bitcast<u32>(select(v783, v785, ((v783 < v785) | (2139095040u < (v782 & 2147483647u)))));
                k1_shared[v550] = v791;
                let v795 = k1_shared[(v14 + 1296i)];
                let v796: f32 = bitcast<f32>(v795);
                let v797 = k1_shared[v554];
                let v798: f32 = bitcast<f32>(v797);
                let v804: u32 = bitcast<u32>(select(v796, v798, ((v796 < v798) | (2139095040u < (v795 & 2147483647u)))));
                k1_shared[v554] = v804;
            }
            workgroupBarrier();
            storageBarrier();
            let v808: bool = (v14 < 8i);
            if (v808) {
                let v811 = k1_shared[(v14 + 8i)];
                let v812: f32 = bitcast<f32>(v811);
                let v813 = k1_shared[v14];
                let v814: f32 = bitcast<f32>(v813);
                let v822: u32 = bitcast<u32>(select(v812, v814, ((v812 < v814) | (2139095040u < (v811 & 2147483647u)))));
                k1_shared[v14] = v822;
                let v826 = k1_shared[(v14 + 264i)];
                let v827: f32 = bitcast<f32>(v826);
                let v828 = k1_shared[v72];
                let v829: f32 = bitcast<f32>(v828);
                let v835: u32 = bitcast<u32>(select(v827, v829, ((v827 < v829) | (2139095040u < (v826 & 2147483647u)))));
                k1_shared[v72] = v835;
                let v839 = k1_shared[(v14 + 520i)];
                let v840: f32 = bitcast<f32>(v839);
                let v841 = k1_shared[v83];
                let v842: f32 = bitcast<f32>(v841);
                let v848: u32 = bitcast<u32>(select(v840, v842, ((v840 < v842) | (2139095040u < (v839 & 2147483647u)))));
                k1_shared[v83] = v848;
                let v852 = k1_shared[(v14 + 776i)];
                let v853: f32 = bitcast<f32>(v852);
                let v854 = k1_shared[v546];
                let v855: f32 = bitcast<f32>(v854);
                let v861: u32 = bitcast<u32>(select(v853, v855, ((v853 < v855) | (2139095040u < (v852 & 2147483647u)))));
                k1_shared[v546] = v861;
                let v865 = k1_shared[(v14 + 1032i)];
                let v866: f32 = bitcast<f32>(v865);
                let v867 = k1_shared[v550];
                let v868: f32 = bitcast<f32>(v867);
                let v874: u32 = bitcast<u32>(select(v866, v868, ((v866 < v868) | (2139095040u < (v865 & 2147483647u)))));
                k1_shared[v550] = v874;
                let v878 = k1_shared[(v14 + 1288i)];
                let v879: f32 = bitcast<f32>(v878);
                let v880 = k1_shared[v554];
                let v881: f32 = bitcast<f32>(v880);
                let v887: u32 = bitcast<u32>(select(v879, v881, ((v879 < v881) | (2139095040u < (v878 & 2147483647u)))));
                k1_shared[v554] = v887;
            }
            workgroupBarrier();
            storageBarrier();
            let v891: bool = (v14 < 4i);
            if (v891) {
                let v894 = k1_shared[(v14 + 4i)];
                let v895: f32 = bitcast<f32>(v894);
                let v896 = k1_shared[v14];
                let v897: f32 = bitcast<f32>(v896);
                let v905: u32 = bitcast<u32>(select(v895, v897, ((v895 < v897) | (2139095040u < (v894 & 2147483647u)))));
                k1_shared[v14] = v905;
                let v909 = k1_shared[(v14 + 260i)];
                let v910: f32 = bitcast<f32>(v909);
                let v911 = k1_shared[v72];
                let v912: f32 = bitcast<f32>(v911);
                let v918: u32 = bitcast<u32>(select(v910, v912, ((v910 < v912) | (2139095040u < (v909 & 2147483647u)))));
                k1_shared[v72] = v918;
                let v922 = k1_shared[(v14 + 516i)];
                let v923: f32 = bitcast<f32>(v922);
                let v924 = k1_shared[v83];
                let v925: f32 = bitcast<f32>(v924);
                let v931: u32 = bitcast<u32>(select(v923, v925, ((v923 < v925) | (2139095040u < (v922 & 2147483647u)))));
                k1_shared[v83] = v931;
                let v935 = k1_shared[(v14 + 772i)];
                let v936: f32 = bitcast<f32>(v935);
                let v937 = k1_shared[v546];
                let v938: f32 = bitcast<f32>(v937);
                let v944: u32 = bitcast<u32>(select(v936, v938, ((v936 < v938) | (2139095040u < (v935 & 2147483647u)))));
                k1_shared[v546] = v944;
                let v948 = k1_shared[(v14 + 1028i)];
                let v949: f32 = bitcast<f32>(v948);
                let v950 = k1_shared[v550];
                let v951: f32 = bitcast<f32>(v950);
                let v957: u32 = bitcast<u32>(select(v949, v951, ((v949 < v951) | (2139095040u < (v948 & 2147483647u)))));
                k1_shared[v550] = v957;
                let v961 = k1_shared[(v14 + 1284i)];
                let v962: f32 = bitcast<f32>(v961);
                let v963 = k1_shared[v554];
                let v964: f32 = bitcast<f32>(v963);
                let v970: u32 = bitcast<u32>(select(v962, v964, ((v962 < v964) | (2139095040u < (v961 & 2147483647u)))));
                k1_shared[v554] = v970;
            }
            workgroupBarrier();
            storageBarrier();
            let v974: bool = (v14 < 2i);
            if (v974) {
                let v977 = k1_shared[(v14 + 2i)];
                let v978: f32 = bitcast<f32>(v977);
                let v979 = k1_shared[v14];
                let v980: f32 = bitcast<f32>(v979);
                let v988: u32 = bitcast<u32>(select(v978, v980, ((v978 < v980) | (2139095040u < (v977 & 2147483647u)))));
                k1_shared[v14] = v988;
                let v992 = k1_shared[(v14 + 258i)];
                let v993: f32 = bitcast<f32>(v992);
                let v994 = k1_shared[v72];
                let v995: f32 = bitcast<f32>(v994);
                let v1001: u32 = bitcast<u32>(select(v993, v995, ((v993 < v995) | (2139095040u < (v992 & 2147483647u)))));
                k1_shared[v72] = v1001;
                let v1005 = k1_shared[(v14 + 514i)];
                let v1006: f32 = bitcast<f32>(v1005);
                let v1007 = k1_shared[v83];
                let v1008: f32 = bitcast<f32>(v1007);
                let v1014: u32 = bitcast<u32>(select(v1006, v1008, ((v1006 < v1008) | (2139095040u < (v1005 & 2147483647u)))));
                k1_shared[v83] = v1014;
                let v1018 = k1_shared[(v14 + 770i)];
                let v1019: f32 = bitcast<f32>(v1018);
                let v1020 = k1_shared[v546];
                let v1021: f32 = bitcast<f32>(v1020);
                let v1027: u32 = bitcast<u32>(select(v1019, v1021, ((v1019 < v1021) | (2139095040u < (v1018 & 2147483647u)))));
                k1_shared[v546] = v1027;
                let v1031 = k1_shared[(v14 + 1026i)];
                let v1032: f32 = bitcast<f32>(v1031);
                let v1033 = k1_shared[v550];
                let v1034: f32 = bitcast<f32>(v1033);
                let v1040: u32 = bitcast<u32>(select(v1032, v1034, ((v1032 < v1034) | (2139095040u < (v1031 & 2147483647u)))));
                k1_shared[v550] = v1040;
                let v1044 = k1_shared[(v14 + 1282i)];
                let v1045: f32 = bitcast<f32>(v1044);
                let v1046 = k1_shared[v554];
                let v1047: f32 = bitcast<f32>(v1046);
                let v1053: u32 = bitcast<u32>(select(v1045, v1047, ((v1045 < v1047) | (2139095040u < (v1044 & 2147483647u)))));
                k1_shared[v554] = v1053;
            }
            workgroupBarrier();
            storageBarrier();
            let v1057: bool = (v14 < 1i);
            if (v1057) {
                let v1060 = k1_shared[(v14 + 1i)];
                let v1061: f32 = bitcast<f32>(v1060);
                let v1062 = k1_shared[v14];
                let v1063: f32 = bitcast<f32>(v1062);
                let v1071: u32 = bitcast<u32>(select(v1061, v1063, ((v1061 < v1063) | (2139095040u < (v1060 & 2147483647u)))));
                k1_shared[v14] = v1071;
                let v1075 = k1_shared[(v14 + 257i)];
                let v1076: f32 = bitcast<f32>(v1075);
                let v1077 = k1_shared[v72];
                let v1078: f32 = bitcast<f32>(v1077);
                let v1084: u32 = bitcast<u32>(select(v1076, v1078, ((v1076 < v1078) | (2139095040u < (v1075 & 2147483647u)))));
                k1_shared[v72] = v1084;
                let v1088 = k1_shared[(v14 + 513i)];
                let v1089: f32 = bitcast<f32>(v1088);
                let v1090 = k1_shared[v83];
                let v1091: f32 = bitcast<f32>(v1090);
                let v1097: u32 = bitcast<u32>(select(v1089, v1091, ((v1089 < v1091) | (2139095040u < (v1088 & 2147483647u)))));
                k1_shared[v83] = v1097;
                let v1101 = k1_shared[(v14 + 769i)];
                let v1102: f32 = bitcast<f32>(v1101);
                let v1103 = k1_shared[v546];
                let v1104: f32 = bitcast<f32>(v1103);
                let v1110: u32 = bitcast<u32>(select(v1102, v1104, ((v1102 < v1104) | (2139095040u < (v1101 & 2147483647u)))));
                k1_shared[v546] = v1110;
                let v1114 = k1_shared[(v14 + 1025i)];
                let v1115: f32 = bitcast<f32>(v1114);
                let v1116 = k1_shared[v550];
                let v1117: f32 = bitcast<f32>(v1116);
                let v1123: u32 = bitcast<u32>(select(v1115, v1117, ((v1115 < v1117) | (2139095040u < (v1114 & 2147483647u)))));
                k1_shared[v550] = v1123;
                let v1127 = k1_shared[(v14 + 1281i)];
                let v1128: f32 = bitcast<f32>(v1127);
                let v1129 = k1_shared[v554];
                let v1130: f32 = bitcast<f32>(v1129);
                let v1136: u32 = bitcast<u32>(select(v1128, v1130, ((v1128 < v1130) | (2139095040u < (v1127 & 2147483647u)))));
                k1_shared[v554] = v1136;
            }
            workgroupBarrier();
            storageBarrier();
            let v1140 = k1_shared[0i];
            let v1141: f32 = bitcast<f32>(v1140);
            let v1142: f32 = v93;
            let v1149: f32 = select(v1141, v1142, ((v1141 < v1142) | (2139095040u < (v1140 & 2147483647u))));
            let v1151: f32 = exact_exp((v510 - v1149));
            let v1152 = k1_shared[256i];
            let v1153: f32 = bitcast<f32>(v1152);
            let v1154: f32 = v94;
            let v1159: f32 = select(v1153, v1154, ((v1153 < v1154) | (2139095040u < (v1152 & 2147483647u))));
            let v1161: f32 = exact_exp((v515 - v1159));
            let v1162 = k1_shared[512i];
            let v1163: f32 = bitcast<f32>(v1162);
            let v1164: f32 = v95;
            let v1169: f32 = select(v1163, v1164, ((v1163 < v1164) | (2139095040u < (v1162 & 2147483647u))));
            let v1171: f32 = exact_exp((v520 - v1169));
            let v1172 = k1_shared[768i];
            let v1173: f32 = bitcast<f32>(v1172);
            let v1174: f32 = v96;
            let v1179: f32 = select(v1173, v1174, ((v1173 < v1174) | (2139095040u < (v1172 & 2147483647u))));
            let v1181: f32 = exact_exp((v525 - v1179));
            let v1182 = k1_shared[1024i];
            let v1183: f32 = bitcast<f32>(v1182);
            let v1184: f32 = v97;
            let v1189: f32 = select(v1183, v1184, ((v1183 < v1184) | (2139095040u < (v1182 & 2147483647u))));
            let v1191: f32 = exact_exp((v530 - v1189));
            let v1192 = k1_shared[1280i];
            let v1193: f32 = bitcast<f32>(v1192);
            let v1194: f32 = v98;
            let v1199: f32 = select(v1193, v1194, ((v1193 < v1194) | (2139095040u < (v1192 & 2147483647u))));
            let v1201: f32 = exact_exp((v535 - v1199));
            let v1204: f32 = exact_exp((v93 - v1149));
            let v1207: f32 = exact_exp((v94 - v1159));
            let v1210: f32 = exact_exp((v95 - v1169));
            let v1213: f32 = exact_exp((v96 - v1179));
            let v1216: f32 = exact_exp((v97 - v1189));
            let v1219: f32 = exact_exp((v98 - v1199));
            workgroupBarrier();
            storageBarrier();
            if (v508) {
                k1_shared[(v116 + 2304i)] = bitcast<u32>(v1151);
            }
            if (v508) {
                k1_shared[(v116 + 2368i)] = bitcast<u32>(v1161);
            }
            if (v508) {
                k1_shared[(v116 + 2432i)] = bitcast<u32>(v1171);
            }
            if (v508) {
                k1_shared[(v116 + 2496i)] = bitcast<u32>(v1181);
            }
            if (v508) {
                k1_shared[(v116 + 2560i)] = bitcast<u32>(v1191);
            }
            if (v508) {
                k1_shared[(v116 + 2624i)] = bitcast<u32>(v1201);
            }
            k1_shared[v14] = bitcast<u32>(select(0f, v1151, v508));
            k1_shared[v72] = bitcast<u32>(select(0f, v1161, v508));
            k1_shared[v83] = bitcast<u32>(select(0f, v1171, v508));
            k1_shared[v546] = bitcast<u32>(select(0f, v1181, v508));
            k1_shared[v550] = bitcast<u32>(select(0f, v1191, v508));
            k1_shared[v554] = bitcast<u32>(select(0f, v1201, v508));
            workgroupBarrier();
            storageBarrier();
            if (v508) {
                let v1278 = k1_shared[v14];
                let v1281 = k1_shared[(v14 + 64i)];
                k1_shared[v14] = bitcast<u32>((bitcast<f32>(v1278) + bitcast<f32>(v1281)));
                let v1286 = k1_shared[v72];
                let v1289 = k1_shared[(v14 + 320i)];
                k1_shared[v72] = bitcast<u32>((bitcast<f32>(v1286) + bitcast<f32>(v1289)));
                let v1294 = k1_shared[v83];
                let v1298 = k1_shared[(v14 + 576i)];
                k1_shared[v83] = bitcast<u32>((bitcast<f32>(v1294) + bitcast<f32>(v1298)));
                let v1303 = k1_shared[v546];
                let v1307 = k1_shared[(v14 + 832i)];
                k1_shared[v546] = bitcast<u32>((bitcast<f32>(v1303) + bitcast<f32>(v1307)));
                let v1312 = k1_shared[v550];
                let v1316 = k1_shared[(v14 + 1088i)];
                k1_shared[v550] = bitcast<u32>((bitcast<f32>(v1312) + bitcast<f32>(v1316)));
                let v1321 = k1_shared[v554];
                let v1325 = k1_shared[(v14 + 1344i)];
                k1_shared[v554] = bitcast<u32>((bitcast<f32>(v1321) + bitcast<f32>(v1325)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v641) {
                let v1333 = k1_shared[v14];
                let v1336 = k1_shared[(v14 + 32i)];
                k1_shared[v14] = bitcast<u32>((bitcast<f32>(v1333) + bitcast<f32>(v1336)));
                let v1341 = k1_shared[v72];
                let v1345 = k1_shared[(v14 + 288i)];
                k1_shared[v72] = bitcast<u32>((bitcast<f32>(v1341) + bitcast<f32>(v1345)));
                let v1350 = k1_shared[v83];
                let v1354 = k1_shared[(v14 + 544i)];
                k1_shared[v83] = bitcast<u32>((bitcast<f32>(v1350) + bitcast<f32>(v1354)));
                let v1359 = k1_shared[v546];
                let v1363 = k1_shared[(v14 + 800i)];
                k1_shared[v546] = bitcast<u32>((bitcast<f32>(v1359) + bitcast<f32>(v1363)));
                let v1368 = k1_shared[v550];
                let v1372 = k1_shared[(v14 + 1056i)];
                k1_shared[v550] = bitcast<u32>((bitcast<f32>(v1368) + bitcast<f32>(v1372)));
                let v1377 = k1_shared[v554];
                let v1381 = k1_shared[(v14 + 1312i)];
                k1_shared[v554] = bitcast<u32>((bitcast<f32>(v1377) + bitcast<f32>(v1381)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v725) {
                let v1389 = k1_shared[v14];
                let v1392 = k1_shared[(v14 + 16i)];
                k1_shared[v14] = bitcast<u32>((bitcast<f32>(v1389) + bitcast<f32>(v1392)));
                let v1397 = k1_shared[v72];
                let v1401 = k1_shared[(v14 + 272i)];
                k1_shared[v72] = bitcast<u32>((bitcast<f32>(v1397) + bitcast<f32>(v1401)));
                let v1406 = k1_shared[v83];
                let v1410 = k1_shared[(v14 + 528i)];
                k1_shared[v83] = bitcast<u32>((bitcast<f32>(v1406) + bitcast<f32>(v1410)));
                let v1415 = k1_shared[v546];
                let v1419 = k1_shared[(v14 + 784i)];
                k1_shared[v546] = bitcast<u32>((bitcast<f32>(v1415) + bitcast<f32>(v1419)));
                let v1424 = k1_shared[v550];
                let v1428 = k1_shared[(v14 + 1040i)];
                k1_shared[v550] = bitcast<u32>((bitcast<f32>(v1424) + bitcast<f32>(v1428)));
                let v1433 = k1_shared[v554];
                let v1437 = k1_shared[(v14 + 1296i)];
                k1_shared[v554] = bitcast<u32>((bitcast<f32>(v1433) + bitcast<f32>(v1437)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v808) {
                let v1445 = k1_shared[v14];
                let v1448 = k1_shared[(v14 + 8i)];
                k1_shared[v14] = bitcast<u32>((bitcast<f32>(v1445) + bitcast<f32>(v1448)));
                let v1453 = k1_shared[v72];
                let v1457 = k1_shared[(v14 + 264i)];
                k1_shared[v72] = bitcast<u32>((bitcast<f32>(v1453) + bitcast<f32>(v1457)));
                let v1462 = k1_shared[v83];
                let v1466 = k1_shared[(v14 + 520i)];
                k1_shared[v83] = bitcast<u32>((bitcast<f32>(v1462) + bitcast<f32>(v1466)));
                let v1471 = k1_shared[v546];
                let v1475 = k1_shared[(v14 + 776i)];
                k1_shared[v546] = bitcast<u32>((bitcast<f32>(v1471) + bitcast<f32>(v1475)));
                let v1480 = k1_shared[v550];
                let v1484 = k1_shared[(v14 + 1032i)];
                k1_shared[v550] = bitcast<u32>((bitcast<f32>(v1480) + bitcast<f32>(v1484)));
                let v1489 = k1_shared[v554];
                let v1493 = k1_shared[(v14 + 1288i)];
                k1_shared[v554] = bitcast<u32>((bitcast<f32>(v1489) + bitcast<f32>(v1493)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v891) {
                let v1501 = k1_shared[v14];
                let v1504 = k1_shared[(v14 + 4i)];
                k1_shared[v14] = bitcast<u32>((bitcast<f32>(v1501) + bitcast<f32>(v1504)));
                let v1509 = k1_shared[v72];
                let v1513 = k1_shared[(v14 + 260i)];
                k1_shared[v72] = bitcast<u32>((bitcast<f32>(v1509) + bitcast<f32>(v1513)));
                let v1518 = k1_shared[v83];
                let v1522 = k1_shared[(v14 + 516i)];
                k1_shared[v83] = bitcast<u32>((bitcast<f32>(v1518) + bitcast<f32>(v1522)));
                let v1527 = k1_shared[v546];
                let v1531 = k1_shared[(v14 + 772i)];
                k1_shared[v546] = bitcast<u32>((bitcast<f32>(v1527) + bitcast<f32>(v1531)));
                let v1536 = k1_shared[v550];
                let v1540 = k1_shared[(v14 + 1028i)];
                k1_shared[v550] = bitcast<u32>((bitcast<f32>(v1536) + bitcast<f32>(v1540)));
                let v1545 = k1_shared[v554];
                let v1549 = k1_shared[(v14 + 1284i)];
                k1_shared[v554] = bitcast<u32>((bitcast<f32>(v1545) + bitcast<f32>(v1549)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v974) {
                let v1557 = k1_shared[v14];
                let v1560 = k1_shared[(v14 + 2i)];
                k1_shared[v14] = bitcast<u32>((bitcast<f32>(v1557) + bitcast<f32>(v1560)));
                let v1565 = k1_shared[v72];
                let v1569 = k1_shared[(v14 + 258i)];
                k1_shared[v72] = bitcast<u32>((bitcast<f32>(v1565) + bitcast<f32>(v1569)));
                let v1574 = k1_shared[v83];
                let v1578 = k1_shared[(v14 + 514i)];
                k1_shared[v83] = bitcast<u32>((bitcast<f32>(v1574) + bitcast<f32>(v1578)));
                let v1583 = k1_shared[v546];
                let v1587 = k1_shared[(v14 + 770i)];
                k1_shared[v546] = bitcast<u32>((bitcast<f32>(v1583) + bitcast<f32>(v1587)));
                let v1592 = k1_shared[v550];
                let v1596 = k1_shared[(v14 + 1026i)];
                k1_shared[v550] = bitcast<u32>((bitcast<f32>(v1592) + bitcast<f32>(v1596)));
                let v1601 = k1_shared[v554];
                let v1605 = k1_shared[(v14 + 1282i)];
                k1_shared[v554] = bitcast<u32>((bitcast<f32>(v1601) + bitcast<f32>(v1605)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v1057) {
                let v1613 = k1_shared[v14];
                let v1616 = k1_shared[(v14 + 1i)];
                k1_shared[v14] = bitcast<u32>((bitcast<f32>(v1613) + bitcast<f32>(v1616)));
                let v1621 = k1_shared[v72];
                let v1625 = k1_shared[(v14 + 257i)];
                k1_shared[v72] = bitcast<u32>((bitcast<f32>(v1621) + bitcast<f32>(v1625)));
                let v1630 = k1_shared[v83];
                let v1634 = k1_shared[(v14 + 513i)];
                k1_shared[v83] = bitcast<u32>((bitcast<f32>(v1630) + bitcast<f32>(v1634)));
                let v1639 = k1_shared[v546];
                let v1643 = k1_shared[(v14 + 769i)];
                k1_shared[v546] = bitcast<u32>((bitcast<f32>(v1639) + bitcast<f32>(v1643)));
                let v1648 = k1_shared[v550];
                let v1652 = k1_shared[(v14 + 1025i)];
                k1_shared[v550] = bitcast<u32>((bitcast<f32>(v1648) + bitcast<f32>(v1652)));
                let v1657 = k1_shared[v554];
                let v1661 = k1_shared[(v14 + 1281i)];
                k1_shared[v554] = bitcast<u32>((bitcast<f32>(v1657) + bitcast<f32>(v1661)));
            }
            workgroupBarrier();
            storageBarrier();
            let v1669 = k1_shared[0i];
            let v1672 = k1_shared[256i];
            let v1674 = k1_shared[512i];
            let v1676 = k1_shared[768i];
            let v1678 = k1_shared[1024i];
            let v1680 = k1_shared[1280i];
            v100 = fma(v100, v1204, bitcast<f32>(v1669));
            v101 = fma(v101, v1207, bitcast<f32>(v1672));
            v102 = fma(v102, v1210, bitcast<f32>(v1674));
            v103 = fma(v103, v1213, bitcast<f32>(v1676));
            v104 = fma(v104, v1216, bitcast<f32>(v1678));
            v105 = fma(v105, v1219, bitcast<f32>(v1680));
            var v1710: f32 = (v106 * v1204);
            var v1711: f32 = (v107 * v1207);
            var v1712: f32 = (v108 * v1210);
            var v1713: f32 = (v109 * v1213);
            var v1714: f32 = (v110 * v1216);
            var v1715: f32 = (v111 * v1219);
            for (var v1716: i32 = 0i; v1716 < 64i; v1716 += 1i) {
                let v1719 = k1_shared[(v1716 + 2304i)];
                let v1721: i32 = (v114 + v1716);
                let v1724: bool = ((0i <= v1721) & (v1721 < v91));
                let v1729_at = u32(select(0i, ((v92 + (v1721 * 128i)) + v14), v1724) + k1_at[0].z);
                let v1729 = extractBits(k1_b2[v1729_at >> 1u], (v1729_at & 1u) * 16u, 16u);
                let v1734: f32 = bitcast<f32>((select(0u, v1729, v1724) << 16u));
                v1710 = fma(bitcast<f32>(v1719), v1734, v1710);
                let v1740 = k1_shared[(v1716 + 2368i)];
                v1711 = fma(bitcast<f32>(v1740), v1734, v1711);
                let v1747 = k1_shared[(v1716 + 2432i)];
                v1712 = fma(bitcast<f32>(v1747), v1734, v1712);
                let v1754 = k1_shared[(v1716 + 2496i)];
                v1713 = fma(bitcast<f32>(v1754), v1734, v1713);
                let v1761 = k1_shared[(v1716 + 2560i)];
                v1714 = fma(bitcast<f32>(v1761), v1734, v1714);
                let v1768 = k1_shared[(v1716 + 2624i)];
                v1715 = fma(bitcast<f32>(v1768), v1734, v1715);
            }
            let v1775: f32 = v1711;
            let v1776: f32 = v1712;
            let v1777: f32 = v1713;
            let v1778: f32 = v1714;
            let v1779: f32 = v1715;
            v106 = v1710;
            v107 = v1775;
            v108 = v1776;
            v109 = v1777;
            v110 = v1778;
            v111 = v1779;
            v93 = v1149;
            v94 = v1159;
            v95 = v1169;
            v96 = v1179;
            v97 = v1189;
            v98 = v1199;
        }
        let v1795: i32 = ((v18 * 64i) + (v55 / 64i));
        let v1798: bool = ((0i <= v1795) & (v1795 < 128i));
        let v1799: i32 = select(0i, 6i, v1798);
        let v1801: i32 = (v1795 * 768i);
        let v1802: i32 = (v1801 + v14);
        let v1803: f32 = v106;
        let v1804: i32 = select(0i, 2i, v1798);
        let v1806: i32 = select(0i, 6i, (0i < v1804));
        let v1807: i32 = (v1795 * 12i);
        let v1809: i32 = select(0i, 6i, (1i < v1804));
        let v1810: i32 = (v1807 + 6i);
        if ((0i < v1799)) {
            let v1812_at = u32(v1802 + k1_at[0].w);
            k1_b3[v1812_at] = v1803;
        }
        let v1816: i32 = ((v1801 + 128i) + v14);
        let v1817: f32 = v107;
        if ((1i < v1799)) {
            let v1819_at = u32(v1816 + k1_at[0].w);
            k1_b3[v1819_at] = v1817;
        }
        let v1823: i32 = ((v1801 + 256i) + v14);
        let v1824: f32 = v108;
        if ((2i < v1799)) {
            let v1826_at = u32(v1823 + k1_at[0].w);
            k1_b3[v1826_at] = v1824;
        }
        let v1830: i32 = ((v1801 + 384i) + v14);
        let v1831: f32 = v109;
        if ((3i < v1799)) {
            let v1833_at = u32(v1830 + k1_at[0].w);
            k1_b3[v1833_at] = v1831;
        }
        let v1837: i32 = ((v1801 + 512i) + v14);
        let v1838: f32 = v110;
        if ((4i < v1799)) {
            let v1840_at = u32(v1837 + k1_at[0].w);
            k1_b3[v1840_at] = v1838;
        }
        let v1844: i32 = ((v1801 + 640i) + v14);
        let v1845: f32 = v111;
        if ((5i < v1799)) {
            let v1847_at = u32(v1844 + k1_at[0].w);
            k1_b3[v1847_at] = v1845;
        }
        let v1849: bool = (v14 == 0i);
        if (v1849) {
            let v1852: f32 = v93;
            if ((0i < v1806)) {
                let v1854_at = u32(v1807 + k1_at[1].x);
                k1_b4[v1854_at] = v1852;
            }
        }
        let v1857: bool = (v14 == 1i);
        if (v1857) {
            let v1860: i32 = (v1807 + 1i);
            let v1861: f32 = v94;
            if ((1i < v1806)) {
                let v1863_at = u32(v1860 + k1_at[1].x);
                k1_b4[v1863_at] = v1861;
            }
        }
        let v1866: bool = (v14 == 2i);
        if (v1866) {
            let v1869: i32 = (v1807 + 2i);
            let v1870: f32 = v95;
            if ((2i < v1806)) {
                let v1872_at = u32(v1869 + k1_at[1].x);
                k1_b4[v1872_at] = v1870;
            }
        }
        let v1875: bool = (v14 == 3i);
        if (v1875) {
            let v1878: i32 = (v1807 + 3i);
            let v1879: f32 = v96;
            if ((3i < v1806)) {
                let v1881_at = u32(v1878 + k1_at[1].x);
                k1_b4[v1881_at] = v1879;
            }
        }
        let v1884: bool = (v14 == 4i);
        if (v1884) {
            let v1887: i32 = (v1807 + 4i);
            let v1888: f32 = v97;
            if ((4i < v1806)) {
                let v1890_at = u32(v1887 + k1_at[1].x);
                k1_b4[v1890_at] = v1888;
            }
        }
        let v1893: bool = (v14 == 5i);
        if (v1893) {
            let v1896: i32 = (v1807 + 5i);
            let v1897: f32 = v98;
            if ((5i < v1806)) {
                let v1899_at = u32(v1896 + k1_at[1].x);
                k1_b4[v1899_at] = v1897;
            }
        }
        workgroupBarrier();
        storageBarrier();
        if (v1849) {
            let v1905: f32 = v100;
            if ((0i < v1809)) {
                let v1907_at = u32(v1810 + k1_at[1].x);
                k1_b4[v1907_at] = v1905;
            }
        }
        if (v1857) {
            let v1913: i32 = (v1807 + 7i);
            let v1914: f32 = v101;
            if ((1i < v1809)) {
                let v1916_at = u32(v1913 + k1_at[1].x);
                k1_b4[v1916_at] = v1914;
            }
        }
        if (v1866) {
            let v1922: i32 = (v1807 + 8i);
            let v1923: f32 = v102;
            if ((2i < v1809)) {
                let v1925_at = u32(v1922 + k1_at[1].x);
                k1_b4[v1925_at] = v1923;
            }
        }
        if (v1875) {
            let v1931: i32 = (v1807 + 9i);
            let v1932: f32 = v103;
            if ((3i < v1809)) {
                let v1934_at = u32(v1931 + k1_at[1].x);
                k1_b4[v1934_at] = v1932;
            }
        }
        if (v1884) {
            let v1940: i32 = (v1807 + 10i);
            let v1941: f32 = v104;
            if ((4i < v1809)) {
                let v1943_at = u32(v1940 + k1_at[1].x);
                k1_b4[v1943_at] = v1941;
            }
        }
        if (v1893) {
            let v1949: i32 = (v1807 + 11i);
            let v1950: f32 = v105;
            if ((5i < v1809)) {
                let v1952_at = u32(v1949 + k1_at[1].x);
                k1_b4[v1952_at] = v1950;
            }
        }
    }
}

// tessera kernel attention_decode_gqa__final entry k_ts_attention_decode_gqa__final wide 0 params i32:partial:32:128*6*128,i32:stats:32:128*2*6,o32:o:32:12*128 sizes 1 threads 128 teams 1 count 12 shared 0 cost 33281
@group(0) @binding(0) var<storage, read> k2_b0: array<f32>; // partial
@group(0) @binding(1) var<storage, read> k2_b1: array<f32>; // stats
@group(0) @binding(2) var<storage, read_write> k2_b2: array<f32>; // o
@group(0) @binding(3) var<uniform> k2_at: array<vec4<i32>, 1>; // offsets, sizes
@compute @workgroup_size(128)
fn k_ts_attention_decode_gqa__final(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v7: i32 = i32(thread);
    for (var v8: i32 = v1; v8 < 12i; v8 += v3) {
        let v10: i32 = k2_at[0].w;
        let v12: i32 = (v8 % 6i);
        let v13: i32 = (v8 / 6i);
        var v16: f32 = -3.40282347e+38f;
        var v18: f32 = 0f;
        var v19: f32 = 0f;
        let v24: i32 = ((v10 / 64i) + min((v10 % 64i), 1i));
        for (var v25: i32 = 0i; v25 < v24; v25 += 1i) {
            let v28: bool = (0i <= v12);
            let v30: i32 = ((v13 * 64i) + v25);
            let v33: bool = ((0i <= v30) & (v30 < 128i));
            let v34: i32 = select(0i, 2i, v33);
            let v38: bool = (v28 & (v12 < select(0i, 6i, (0i < v34))));
            let v39: i32 = (v30 * 12i);
            let v42_at = u32(select(0i, (v39 + v12), v38) + k2_at[0].y);
            let v42 = k2_b1[v42_at];
            let v43: f32 = select(0f, v42, v38);
            let v44: f32 = v16;
            let v52: f32 = select(v43, v44, ((v43 < v44) | (2139095040u < (bitcast<u32>(v43) & 2147483647u))));
            let v54: f32 = exact_exp((v16 - v52));
            let v58: bool = (v28 & (v12 < select(0i, 6i, (1i < v34))));
            let v62_at = u32(select(0i, ((v39 + 6i) + v12), v58) + k2_at[0].y);
            let v62 = k2_b1[v62_at];
            let v65: f32 = exact_exp((v43 - v52));
            v18 = fma(v18, v54, (select(0f, v62, v58) * v65));
            let v78: bool = (v7 < select(0i, 128i, (v28 & (v12 < select(0i, 6i, v33)))));
            let v79: bool = ((0i <= v7) & v78);
            let v82_at = u32(select(0i, (((v30 * 768i) + (v12 * 128i)) + v7), v79) + k2_at[0].x);
            let v82 = k2_b0[v82_at];
            v19 = fma(v19, v54, (select(0f, v82, v79) * v65));
            v16 = v52;
        }
        let v94_at = u32(((v8 * 128i) + v7) + k2_at[0].z);
        k2_b2[v94_at] = (v19 / v18);
    }
}
