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
        var v93: f32 = -1.00000002e+30f;
        var v94: f32 = -1.00000002e+30f;
        var v95: f32 = -1.00000002e+30f;
        var v96: f32 = -1.00000002e+30f;
        var v97: f32 = -1.00000002e+30f;
        var v98: f32 = -1.00000002e+30f;
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
        let v115: i32 = min(min(v3, (v55 + 64i)), 2147483583i);
        for (var v116: i32 = v55; v116 < v115; v116 += 64i) {
            let v118: i32 = min(v14, 63i);
            let v119: i32 = (v116 + v118);
            let v120: bool = (v119 < v3);
            workgroupBarrier();
            storageBarrier();
            var v122: f32 = 0f;
            var v123: f32 = 0f;
            var v124: f32 = 0f;
            var v125: f32 = 0f;
            var v126: f32 = 0f;
            var v127: f32 = 0f;
            for (var v128: i32 = 0i; v128 < 128i; v128 += 1i) {
                let v130 = k0_shared[(v128 + 1536i)];
                let v134: bool = ((0i <= v119) & (v119 < v91));
                let v139_at = u32(select(0i, ((v92 + (v119 * 128i)) + v128), v134) + k0_at[0].y);
                let v139 = extractBits(k0_b1[v139_at >> 1u], (v139_at & 1u) * 16u, 16u);
                let v144: f32 = bitcast<f32>((select(0u, v139, v134) << 16u));
                v122 = fma(bitcast<f32>(v130), v144, v122);
                let v149 = k0_shared[(v128 + 1664i)];
                v123 = fma(bitcast<f32>(v149), v144, v123);
                let v155 = k0_shared[(v128 + 1792i)];
                v124 = fma(bitcast<f32>(v155), v144, v124);
                let v161 = k0_shared[(v128 + 1920i)];
                v125 = fma(bitcast<f32>(v161), v144, v125);
                let v167 = k0_shared[(v128 + 2048i)];
                v126 = fma(bitcast<f32>(v167), v144, v126);
                let v173 = k0_shared[(v128 + 2176i)];
                v127 = fma(bitcast<f32>(v173), v144, v127);
            }
            let v180: bool = (v14 < 64i);
            let v182: f32 = select(-1.00000002e+30f, v122, v120);
            let v183: f32 = select(real(0xff800000u), v182, v180);
            let v187: f32 = select(-1.00000002e+30f, v123, v120);
            let v188: f32 = select(real(0xff800000u), v187, v180);
            let v192: f32 = select(-1.00000002e+30f, v124, v120);
            let v193: f32 = select(real(0xff800000u), v192, v180);
            let v197: f32 = select(-1.00000002e+30f, v125, v120);
            let v198: f32 = select(real(0xff800000u), v197, v180);
            let v202: f32 = select(-1.00000002e+30f, v126, v120);
            let v203: f32 = select(real(0xff800000u), v202, v180);
            let v207: f32 = select(-1.00000002e+30f, v127, v120);
            let v208: f32 = select(real(0xff800000u), v207, v180);
            workgroupBarrier();
            storageBarrier();
            k0_shared[v14] = bitcast<u32>(select(real(0xff800000u), v183, (real(0xff800000u) < v183)));
            k0_shared[v72] = bitcast<u32>(select(real(0xff800000u), v188, (real(0xff800000u) < v188)));
            k0_shared[v83] = bitcast<u32>(select(real(0xff800000u), v193, (real(0xff800000u) < v193)));
            let v218: i32 = (v14 + 768i);
            k0_shared[v218] = bitcast<u32>(select(real(0xff800000u), v198, (real(0xff800000u) < v198)));
            let v222: i32 = (v14 + 1024i);
            k0_shared[v222] = bitcast<u32>(select(real(0xff800000u), v203, (real(0xff800000u) < v203)));
            let v226: i32 = (v14 + 1280i);
            k0_shared[v226] = bitcast<u32>(select(real(0xff800000u), v208, (real(0xff800000u) < v208)));
            workgroupBarrier();
            storageBarrier();
            if (v180) {
                let v232 = k0_shared[(v14 + 64i)];
                let v233: f32 = bitcast<f32>(v232);
                let v234 = k0_shared[v14];
                let v235: f32 = bitcast<f32>(v234);
                let v243: u32 = bitcast<u32>(select(v233, v235, ((v233 < v235) | (2139095040u < (v232 & 2147483647u)))));
                k0_shared[v14] = v243;
                let v247 = k0_shared[(v14 + 320i)];
                let v248: f32 = bitcast<f32>(v247);
                let v249 = k0_shared[v72];
                let v250: f32 = bitcast<f32>(v249);
                let v256: u32 = bitcast<u32>(select(v248, v250, ((v248 < v250) | (2139095040u < (v247 & 2147483647u)))));
                k0_shared[v72] = v256;
                let v260 = k0_shared[(v14 + 576i)];
                let v261: f32 = bitcast<f32>(v260);
                let v262 = k0_shared[v83];
                let v263: f32 = bitcast<f32>(v262);
                let v269: u32 = bitcast<u32>(select(v261, v263, ((v261 < v263) | (2139095040u < (v260 & 2147483647u)))));
                k0_shared[v83] = v269;
                let v273 = k0_shared[(v14 + 832i)];
                let v274: f32 = bitcast<f32>(v273);
                let v275 = k0_shared[v218];
                let v276: f32 = bitcast<f32>(v275);
                let v282: u32 = bitcast<u32>(select(v274, v276, ((v274 < v276) | (2139095040u < (v273 & 2147483647u)))));
                k0_shared[v218] = v282;
                let v286 = k0_shared[(v14 + 1088i)];
                let v287: f32 = bitcast<f32>(v286);
                let v288 = k0_shared[v222];
                let v289: f32 = bitcast<f32>(v288);
                let v295: u32 = bitcast<u32>(select(v287, v289, ((v287 < v289) | (2139095040u < (v286 & 2147483647u)))));
                k0_shared[v222] = v295;
                let v299 = k0_shared[(v14 + 1344i)];
                let v300: f32 = bitcast<f32>(v299);
                let v301 = k0_shared[v226];
                let v302: f32 = bitcast<f32>(v301);
                let v308: u32 = bitcast<u32>(select(v300, v302, ((v300 < v302) | (2139095040u < (v299 & 2147483647u)))));
                k0_shared[v226] = v308;
            }
            workgroupBarrier();
            storageBarrier();
            let v313: bool = (v14 < 32i);
            if (v313) {
                let v316 = k0_shared[(v14 + 32i)];
                let v317: f32 = bitcast<f32>(v316);
                let v318 = k0_shared[v14];
                let v319: f32 = bitcast<f32>(v318);
                let v327: u32 = bitcast<u32>(select(v317, v319, ((v317 < v319) | (2139095040u < (v316 & 2147483647u)))));
                k0_shared[v14] = v327;
                let v331 = k0_shared[(v14 + 288i)];
                let v332: f32 = bitcast<f32>(v331);
                let v333 = k0_shared[v72];
                let v334: f32 = bitcast<f32>(v333);
                let v340: u32 = bitcast<u32>(select(v332, v334, ((v332 < v334) | (2139095040u < (v331 & 2147483647u)))));
                k0_shared[v72] = v340;
                let v344 = k0_shared[(v14 + 544i)];
                let v345: f32 = bitcast<f32>(v344);
                let v346 = k0_shared[v83];
                let v347: f32 = bitcast<f32>(v346);
                let v353: u32 = bitcast<u32>(select(v345, v347, ((v345 < v347) | (2139095040u < (v344 & 2147483647u)))));
                k0_shared[v83] = v353;
                let v357 = k0_shared[(v14 + 800i)];
                let v358: f32 = bitcast<f32>(v357);
                let v359 = k0_shared[v218];
                let v360: f32 = bitcast<f32>(v359);
                let v366: u32 = bitcast<u32>(select(v358, v360, ((v358 < v360) | (2139095040u < (v357 & 2147483647u)))));
                k0_shared[v218] = v366;
                let v370 = k0_shared[(v14 + 1056i)];
                let v371: f32 = bitcast<f32>(v370);
                let v372 = k0_shared[v222];
                let v373: f32 = bitcast<f32>(v372);
                let v379: u32 = bitcast<u32>(select(v371, v373, ((v371 < v373) | (2139095040u < (v370 & 2147483647u)))));
                k0_shared[v222] = v379;
                let v383 = k0_shared[(v14 + 1312i)];
                let v384: f32 = bitcast<f32>(v383);
                let v385 = k0_shared[v226];
                let v386: f32 = bitcast<f32>(v385);
                let v392: u32 = bitcast<u32>(select(v384, v386, ((v384 < v386) | (2139095040u < (v383 & 2147483647u)))));
                k0_shared[v226] = v392;
            }
            workgroupBarrier();
            storageBarrier();
            let v397: bool = (v14 < 16i);
            if (v397) {
                let v400 = k0_shared[(v14 + 16i)];
                let v401: f32 = bitcast<f32>(v400);
                let v402 = k0_shared[v14];
                let v403: f32 = bitcast<f32>(v402);
                let v411: u32 = bitcast<u32>(select(v401, v403, ((v401 < v403) | (2139095040u < (v400 & 2147483647u)))));
                k0_shared[v14] = v411;
                let v415 = k0_shared[(v14 + 272i)];
                let v416: f32 = bitcast<f32>(v415);
                let v417 = k0_shared[v72];
                let v418: f32 = bitcast<f32>(v417);
                let v424: u32 = bitcast<u32>(select(v416, v418, ((v416 < v418) | (2139095040u < (v415 & 2147483647u)))));
                k0_shared[v72] = v424;
                let v428 = k0_shared[(v14 + 528i)];
                let v429: f32 = bitcast<f32>(v428);
                let v430 = k0_shared[v83];
                let v431: f32 = bitcast<f32>(v430);
                let v437: u32 = bitcast<u32>(select(v429, v431, ((v429 < v431) | (2139095040u < (v428 & 2147483647u)))));
                k0_shared[v83] = v437;
                let v441 = k0_shared[(v14 + 784i)];
                let v442: f32 = bitcast<f32>(v441);
                let v443 = k0_shared[v218];
                let v444: f32 = bitcast<f32>(v443);
                let v450: u32 = bitcast<u32>(select(v442, v444, ((v442 < v444) | (2139095040u < (v441 & 2147483647u)))));
                k0_shared[v218] = v450;
                let v454 = k0_shared[(v14 + 1040i)];
                let v455: f32 = bitcast<f32>(v454);
                let v456 = k0_shared[v222];
                let v457: f32 = bitcast<f32>(v456);
                let v463: u32 = bitcast<u32>(select(v455, v457, ((v455 < v457) | (2139095040u < (v454 & 2147483647u)))));
                k0_shared[v222] = v463;
                let v467 = k0_shared[(v14 + 1296i)];
                let v468: f32 = bitcast<f32>(v467);
                let v469 = k0_shared[v226];
                let v470: f32 = bitcast<f32>(v469);
                let v476: u32 = bitcast<u32>(select(v468, v470, ((v468 < v470) | (2139095040u < (v467 & 2147483647u)))));
                k0_shared[v226] = v476;
            }
            workgroupBarrier();
            storageBarrier();
            let v481: bool = (v14 < 8i);
            if (v481) {
                let v484 = k0_shared[(v14 + 8i)];
                let v485: f32 = bitcast<f32>(v484);
                let v486 = k0_shared[v14];
                let v487: f32 = bitcast<f32>(v486);
                let v495: u32 = bitcast<u32>(select(v485, v487, ((v485 < v487) | (2139095040u < (v484 & 2147483647u)))));
                k0_shared[v14] = v495;
                let v499 = k0_shared[(v14 + 264i)];
                let v500: f32 = bitcast<f32>(v499);
                let v501 = k0_shared[v72];
                let v502: f32 = bitcast<f32>(v501);
                let v508: u32 = bitcast<u32>(select(v500, v502, ((v500 < v502) | (2139095040u < (v499 & 2147483647u)))));
                k0_shared[v72] = v508;
                let v512 = k0_shared[(v14 + 520i)];
                let v513: f32 = bitcast<f32>(v512);
                let v514 = k0_shared[v83];
                let v515: f32 = bitcast<f32>(v514);
                let v521: u32 = bitcast<u32>(select(v513, v515, ((v513 < v515) | (2139095040u < (v512 & 2147483647u)))));
                k0_shared[v83] = v521;
                let v525 = k0_shared[(v14 + 776i)];
                let v526: f32 = bitcast<f32>(v525);
                let v527 = k0_shared[v218];
                let v528: f32 = bitcast<f32>(v527);
                let v534: u32 = bitcast<u32>(select(v526, v528, ((v526 < v528) | (2139095040u < (v525 & 2147483647u)))));
                k0_shared[v218] = v534;
                let v538 = k0_shared[(v14 + 1032i)];
                let v539: f32 = bitcast<f32>(v538);
                let v540 = k0_shared[v222];
                let v541: f32 = bitcast<f32>(v540);
                let v547: u32 = bitcast<u32>(select(v539, v541, ((v539 < v541) | (2139095040u < (v538 & 2147483647u)))));
                k0_shared[v222] = v547;
                let v551 = k0_shared[(v14 + 1288i)];
                let v552: f32 = bitcast<f32>(v551);
                let v553 = k0_shared[v226];
                let v554: f32 = bitcast<f32>(v553);
                let v560: u32 = bitcast<u32>(select(v552, v554, ((v552 < v554) | (2139095040u < (v551 & 2147483647u)))));
                k0_shared[v226] = v560;
            }
            workgroupBarrier();
            storageBarrier();
            let v564: bool = (v14 < 4i);
            if (v564) {
                let v567 = k0_shared[(v14 + 4i)];
                let v568: f32 = bitcast<f32>(v567);
                let v569 = k0_shared[v14];
                let v570: f32 = bitcast<f32>(v569);
                let v578: u32 = bitcast<u32>(select(v568, v570, ((v568 < v570) | (2139095040u < (v567 & 2147483647u)))));
                k0_shared[v14] = v578;
                let v582 = k0_shared[(v14 + 260i)];
                let v583: f32 = bitcast<f32>(v582);
                let v584 = k0_shared[v72];
                let v585: f32 = bitcast<f32>(v584);
                let v591: u32 = bitcast<u32>(select(v583, v585, ((v583 < v585) | (2139095040u < (v582 & 2147483647u)))));
                k0_shared[v72] = v591;
                let v595 = k0_shared[(v14 + 516i)];
                let v596: f32 = bitcast<f32>(v595);
                let v597 = k0_shared[v83];
                let v598: f32 = bitcast<f32>(v597);
                let v604: u32 = bitcast<u32>(select(v596, v598, ((v596 < v598) | (2139095040u < (v595 & 2147483647u)))));
                k0_shared[v83] = v604;
                let v608 = k0_shared[(v14 + 772i)];
                let v609: f32 = bitcast<f32>(v608);
                let v610 = k0_shared[v218];
                let v611: f32 = bitcast<f32>(v610);
                let v617: u32 = bitcast<u32>(select(v609, v611, ((v609 < v611) | (2139095040u < (v608 & 2147483647u)))));
                k0_shared[v218] = v617;
                let v621 = k0_shared[(v14 + 1028i)];
                let v622: f32 = bitcast<f32>(v621);
                let v623 = k0_shared[v222];
                let v624: f32 = bitcast<f32>(v623);
                let v630: u32 = bitcast<u32>(select(v622, v624, ((v622 < v624) | (2139095040u < (v621 & 2147483647u)))));
                k0_shared[v222] = v630;
                let v634 = k0_shared[(v14 + 1284i)];
                let v635: f32 = bitcast<f32>(v634);
                let v636 = k0_shared[v226];
                let v637: f32 = bitcast<f32>(v636);
                let v643: u32 = bitcast<u32>(select(v635, v637, ((v635 < v637) | (2139095040u < (v634 & 2147483647u)))));
                k0_shared[v226] = v643;
            }
            workgroupBarrier();
            storageBarrier();
            let v647: bool = (v14 < 2i);
            if (v647) {
                let v650 = k0_shared[(v14 + 2i)];
                let v651: f32 = bitcast<f32>(v650);
                let v652 = k0_shared[v14];
                let v653: f32 = bitcast<f32>(v652);
                let v661: u32 = bitcast<u32>(select(v651, v653, ((v651 < v653) | (2139095040u < (v650 & 2147483647u)))));
                k0_shared[v14] = v661;
                let v665 = k0_shared[(v14 + 258i)];
                let v666: f32 = bitcast<f32>(v665);
                let v667 = k0_shared[v72];
                let v668: f32 = bitcast<f32>(v667);
                let v674: u32 = bitcast<u32>(select(v666, v668, ((v666 < v668) | (2139095040u < (v665 & 2147483647u)))));
                k0_shared[v72] = v674;
                let v678 = k0_shared[(v14 + 514i)];
                let v679: f32 = bitcast<f32>(v678);
                let v680 = k0_shared[v83];
                let v681: f32 = bitcast<f32>(v680);
                let v687: u32 = bitcast<u32>(select(v679, v681, ((v679 < v681) | (2139095040u < (v678 & 2147483647u)))));
                k0_shared[v83] = v687;
                let v691 = k0_shared[(v14 + 770i)];
                let v692: f32 = bitcast<f32>(v691);
                let v693 = k0_shared[v218];
                let v694: f32 = bitcast<f32>(v693);
                let v700: u32 = bitcast<u32>(select(v692, v694, ((v692 < v694) | (2139095040u < (v691 & 2147483647u)))));
                k0_shared[v218] = v700;
                let v704 = k0_shared[(v14 + 1026i)];
                let v705: f32 = bitcast<f32>(v704);
                let v706 = k0_shared[v222];
                let v707: f32 = bitcast<f32>(v706);
                let v713: u32 = bitcast<u32>(select(v705, v707, ((v705 < v707) | (2139095040u < (v704 & 2147483647u)))));
                k0_shared[v222] = v713;
                let v717 = k0_shared[(v14 + 1282i)];
                let v718: f32 = bitcast<f32>(v717);
                let v719 = k0_shared[v226];
                let v720: f32 = bitcast<f32>(v719);
                let v726: u32 = bitcast<u32>(select(v718, v720, ((v718 < v720) | (2139095040u < (v717 & 2147483647u)))));
                k0_shared[v226] = v726;
            }
            workgroupBarrier();
            storageBarrier();
            let v730: bool = (v14 < 1i);
            if (v730) {
                let v733 = k0_shared[(v14 + 1i)];
                let v734: f32 = bitcast<f32>(v733);
                let v735 = k0_shared[v14];
                let v736: f32 = bitcast<f32>(v735);
                let v744: u32 = bitcast<u32>(select(v734, v736, ((v734 < v736) | (2139095040u < (v733 & 2147483647u)))));
                k0_shared[v14] = v744;
                let v748 = k0_shared[(v14 + 257i)];
                let v749: f32 = bitcast<f32>(v748);
                let v750 = k0_shared[v72];
                let v751: f32 = bitcast<f32>(v750);
                let v757: u32 = bitcast<u32>(select(v749, v751, ((v749 < v751) | (2139095040u < (v748 & 2147483647u)))));
                k0_shared[v72] = v757;
                let v761 = k0_shared[(v14 + 513i)];
                let v762: f32 = bitcast<f32>(v761);
                let v763 = k0_shared[v83];
                let v764: f32 = bitcast<f32>(v763);
                let v770: u32 = bitcast<u32>(select(v762, v764, ((v762 < v764) | (2139095040u < (v761 & 2147483647u)))));
                k0_shared[v83] = v770;
                let v774 = k0_shared[(v14 + 769i)];
                let v775: f32 = bitcast<f32>(v774);
                let v776 = k0_shared[v218];
                let v777: f32 = bitcast<f32>(v776);
                let v783: u32 = bitcast<u32>(select(v775, v777, ((v775 < v777) | (2139095040u < (v774 & 2147483647u)))));
                k0_shared[v218] = v783;
                let v787 = k0_shared[(v14 + 1025i)];
                let v788: f32 = bitcast<f32>(v787);
                let v789 = k0_shared[v222];
                let v790: f32 = bitcast<f32>(v789);
                let v796: u32 = bitcast<u32>(select(v788, v790, ((v788 < v790) | (2139095040u < (v787 & 2147483647u)))));
                k0_shared[v222] = v796;
                let v800 = k0_shared[(v14 + 1281i)];
                let v801: f32 = bitcast<f32>(v800);
                let v802 = k0_shared[v226];
                let v803: f32 = bitcast<f32>(v802);
                let v809: u32 = bitcast<u32>(select(v801, v803, ((v801 < v803) | (2139095040u < (v800 & 2147483647u)))));
                k0_shared[v226] = v809;
            }
            workgroupBarrier();
            storageBarrier();
            let v813 = k0_shared[0i];
            let v814: f32 = bitcast<f32>(v813);
            let v815: f32 = v93;
            let v822: f32 = select(v814, v815, ((v814 < v815) | (2139095040u < (v813 & 2147483647u))));
            let v824: f32 = exact_exp((v182 - v822));
            let v825 = k0_shared[256i];
            let v826: f32 = bitcast<f32>(v825);
            let v827: f32 = v94;
            let v832: f32 = select(v826, v827, ((v826 < v827) | (2139095040u < (v825 & 2147483647u))));
            let v834: f32 = exact_exp((v187 - v832));
            let v835 = k0_shared[512i];
            let v836: f32 = bitcast<f32>(v835);
            let v837: f32 = v95;
            let v842: f32 = select(v836, v837, ((v836 < v837) | (2139095040u < (v835 & 2147483647u))));
            let v844: f32 = exact_exp((v192 - v842));
            let v845 = k0_shared[768i];
            let v846: f32 = bitcast<f32>(v845);
            let v847: f32 = v96;
            let v852: f32 = select(v846, v847, ((v846 < v847) | (2139095040u < (v845 & 2147483647u))));
            let v854: f32 = exact_exp((v197 - v852));
            let v855 = k0_shared[1024i];
            let v856: f32 = bitcast<f32>(v855);
            let v857: f32 = v97;
            let v862: f32 = select(v856, v857, ((v856 < v857) | (2139095040u < (v855 & 2147483647u))));
            let v864: f32 = exact_exp((v202 - v862));
            let v865 = k0_shared[1280i];
            let v866: f32 = bitcast<f32>(v865);
            let v867: f32 = v98;
            let v872: f32 = select(v866, v867, ((v866 < v867) | (2139095040u < (v865 & 2147483647u))));
            let v874: f32 = exact_exp((v207 - v872));
            let v877: f32 = exact_exp((v93 - v822));
            let v880: f32 = exact_exp((v94 - v832));
            let v883: f32 = exact_exp((v95 - v842));
            let v886: f32 = exact_exp((v96 - v852));
            let v889: f32 = exact_exp((v97 - v862));
            let v892: f32 = exact_exp((v98 - v872));
            workgroupBarrier();
            storageBarrier();
            if (v180) {
                k0_shared[(v118 + 2304i)] = bitcast<u32>(v824);
            }
            if (v180) {
                k0_shared[(v118 + 2368i)] = bitcast<u32>(v834);
            }
            if (v180) {
                k0_shared[(v118 + 2432i)] = bitcast<u32>(v844);
            }
            if (v180) {
                k0_shared[(v118 + 2496i)] = bitcast<u32>(v854);
            }
            if (v180) {
                k0_shared[(v118 + 2560i)] = bitcast<u32>(v864);
            }
            if (v180) {
                k0_shared[(v118 + 2624i)] = bitcast<u32>(v874);
            }
            k0_shared[v14] = bitcast<u32>(select(0f, v824, v180));
            k0_shared[v72] = bitcast<u32>(select(0f, v834, v180));
            k0_shared[v83] = bitcast<u32>(select(0f, v844, v180));
            k0_shared[v218] = bitcast<u32>(select(0f, v854, v180));
            k0_shared[v222] = bitcast<u32>(select(0f, v864, v180));
            k0_shared[v226] = bitcast<u32>(select(0f, v874, v180));
            workgroupBarrier();
            storageBarrier();
            if (v180) {
                let v951 = k0_shared[v14];
                let v954 = k0_shared[(v14 + 64i)];
                k0_shared[v14] = bitcast<u32>((bitcast<f32>(v951) + bitcast<f32>(v954)));
                let v959 = k0_shared[v72];
                let v962 = k0_shared[(v14 + 320i)];
                k0_shared[v72] = bitcast<u32>((bitcast<f32>(v959) + bitcast<f32>(v962)));
                let v967 = k0_shared[v83];
                let v971 = k0_shared[(v14 + 576i)];
                k0_shared[v83] = bitcast<u32>((bitcast<f32>(v967) + bitcast<f32>(v971)));
                let v976 = k0_shared[v218];
                let v980 = k0_shared[(v14 + 832i)];
                k0_shared[v218] = bitcast<u32>((bitcast<f32>(v976) + bitcast<f32>(v980)));
                let v985 = k0_shared[v222];
                let v989 = k0_shared[(v14 + 1088i)];
                k0_shared[v222] = bitcast<u32>((bitcast<f32>(v985) + bitcast<f32>(v989)));
                let v994 = k0_shared[v226];
                let v998 = k0_shared[(v14 + 1344i)];
                k0_shared[v226] = bitcast<u32>((bitcast<f32>(v994) + bitcast<f32>(v998)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v313) {
                let v1006 = k0_shared[v14];
                let v1009 = k0_shared[(v14 + 32i)];
                k0_shared[v14] = bitcast<u32>((bitcast<f32>(v1006) + bitcast<f32>(v1009)));
                let v1014 = k0_shared[v72];
                let v1018 = k0_shared[(v14 + 288i)];
                k0_shared[v72] = bitcast<u32>((bitcast<f32>(v1014) + bitcast<f32>(v1018)));
                let v1023 = k0_shared[v83];
                let v1027 = k0_shared[(v14 + 544i)];
                k0_shared[v83] = bitcast<u32>((bitcast<f32>(v1023) + bitcast<f32>(v1027)));
                let v1032 = k0_shared[v218];
                let v1036 = k0_shared[(v14 + 800i)];
                k0_shared[v218] = bitcast<u32>((bitcast<f32>(v1032) + bitcast<f32>(v1036)));
                let v1041 = k0_shared[v222];
                let v1045 = k0_shared[(v14 + 1056i)];
                k0_shared[v222] = bitcast<u32>((bitcast<f32>(v1041) + bitcast<f32>(v1045)));
                let v1050 = k0_shared[v226];
                let v1054 = k0_shared[(v14 + 1312i)];
                k0_shared[v226] = bitcast<u32>((bitcast<f32>(v1050) + bitcast<f32>(v1054)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v397) {
                let v1062 = k0_shared[v14];
                let v1065 = k0_shared[(v14 + 16i)];
                k0_shared[v14] = bitcast<u32>((bitcast<f32>(v1062) + bitcast<f32>(v1065)));
                let v1070 = k0_shared[v72];
                let v1074 = k0_shared[(v14 + 272i)];
                k0_shared[v72] = bitcast<u32>((bitcast<f32>(v1070) + bitcast<f32>(v1074)));
                let v1079 = k0_shared[v83];
                let v1083 = k0_shared[(v14 + 528i)];
                k0_shared[v83] = bitcast<u32>((bitcast<f32>(v1079) + bitcast<f32>(v1083)));
                let v1088 = k0_shared[v218];
                let v1092 = k0_shared[(v14 + 784i)];
                k0_shared[v218] = bitcast<u32>((bitcast<f32>(v1088) + bitcast<f32>(v1092)));
                let v1097 = k0_shared[v222];
                let v1101 = k0_shared[(v14 + 1040i)];
                k0_shared[v222] = bitcast<u32>((bitcast<f32>(v1097) + bitcast<f32>(v1101)));
                let v1106 = k0_shared[v226];
                let v1110 = k0_shared[(v14 + 1296i)];
                k0_shared[v226] = bitcast<u32>((bitcast<f32>(v1106) + bitcast<f32>(v1110)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v481) {
                let v1118 = k0_shared[v14];
                let v1121 = k0_shared[(v14 + 8i)];
                k0_shared[v14] = bitcast<u32>((bitcast<f32>(v1118) + bitcast<f32>(v1121)));
                let v1126 = k0_shared[v72];
                let v1130 = k0_shared[(v14 + 264i)];
                k0_shared[v72] = bitcast<u32>((bitcast<f32>(v1126) + bitcast<f32>(v1130)));
                let v1135 = k0_shared[v83];
                let v1139 = k0_shared[(v14 + 520i)];
                k0_shared[v83] = bitcast<u32>((bitcast<f32>(v1135) + bitcast<f32>(v1139)));
                let v1144 = k0_shared[v218];
                let v1148 = k0_shared[(v14 + 776i)];
                k0_shared[v218] = bitcast<u32>((bitcast<f32>(v1144) + bitcast<f32>(v1148)));
                let v1153 = k0_shared[v222];
                let v1157 = k0_shared[(v14 + 1032i)];
                k0_shared[v222] = bitcast<u32>((bitcast<f32>(v1153) + bitcast<f32>(v1157)));
                let v1162 = k0_shared[v226];
                let v1166 = k0_shared[(v14 + 1288i)];
                k0_shared[v226] = bitcast<u32>((bitcast<f32>(v1162) + bitcast<f32>(v1166)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v564) {
                let v1174 = k0_shared[v14];
                let v1177 = k0_shared[(v14 + 4i)];
                k0_shared[v14] = bitcast<u32>((bitcast<f32>(v1174) + bitcast<f32>(v1177)));
                let v1182 = k0_shared[v72];
                let v1186 = k0_shared[(v14 + 260i)];
                k0_shared[v72] = bitcast<u32>((bitcast<f32>(v1182) + bitcast<f32>(v1186)));
                let v1191 = k0_shared[v83];
                let v1195 = k0_shared[(v14 + 516i)];
                k0_shared[v83] = bitcast<u32>((bitcast<f32>(v1191) + bitcast<f32>(v1195)));
                let v1200 = k0_shared[v218];
                let v1204 = k0_shared[(v14 + 772i)];
                k0_shared[v218] = bitcast<u32>((bitcast<f32>(v1200) + bitcast<f32>(v1204)));
                let v1209 = k0_shared[v222];
                let v1213 = k0_shared[(v14 + 1028i)];
                k0_shared[v222] = bitcast<u32>((bitcast<f32>(v1209) + bitcast<f32>(v1213)));
                let v1218 = k0_shared[v226];
                let v1222 = k0_shared[(v14 + 1284i)];
                k0_shared[v226] = bitcast<u32>((bitcast<f32>(v1218) + bitcast<f32>(v1222)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v647) {
                let v1230 = k0_shared[v14];
                let v1233 = k0_shared[(v14 + 2i)];
                k0_shared[v14] = bitcast<u32>((bitcast<f32>(v1230) + bitcast<f32>(v1233)));
                let v1238 = k0_shared[v72];
                let v1242 = k0_shared[(v14 + 258i)];
                k0_shared[v72] = bitcast<u32>((bitcast<f32>(v1238) + bitcast<f32>(v1242)));
                let v1247 = k0_shared[v83];
                let v1251 = k0_shared[(v14 + 514i)];
                k0_shared[v83] = bitcast<u32>((bitcast<f32>(v1247) + bitcast<f32>(v1251)));
                let v1256 = k0_shared[v218];
                let v1260 = k0_shared[(v14 + 770i)];
                k0_shared[v218] = bitcast<u32>((bitcast<f32>(v1256) + bitcast<f32>(v1260)));
                let v1265 = k0_shared[v222];
                let v1269 = k0_shared[(v14 + 1026i)];
                k0_shared[v222] = bitcast<u32>((bitcast<f32>(v1265) + bitcast<f32>(v1269)));
                let v1274 = k0_shared[v226];
                let v1278 = k0_shared[(v14 + 1282i)];
                k0_shared[v226] = bitcast<u32>((bitcast<f32>(v1274) + bitcast<f32>(v1278)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v730) {
                let v1286 = k0_shared[v14];
                let v1289 = k0_shared[(v14 + 1i)];
                k0_shared[v14] = bitcast<u32>((bitcast<f32>(v1286) + bitcast<f32>(v1289)));
                let v1294 = k0_shared[v72];
                let v1298 = k0_shared[(v14 + 257i)];
                k0_shared[v72] = bitcast<u32>((bitcast<f32>(v1294) + bitcast<f32>(v1298)));
                let v1303 = k0_shared[v83];
                let v1307 = k0_shared[(v14 + 513i)];
                k0_shared[v83] = bitcast<u32>((bitcast<f32>(v1303) + bitcast<f32>(v1307)));
                let v1312 = k0_shared[v218];
                let v1316 = k0_shared[(v14 + 769i)];
                k0_shared[v218] = bitcast<u32>((bitcast<f32>(v1312) + bitcast<f32>(v1316)));
                let v1321 = k0_shared[v222];
                let v1325 = k0_shared[(v14 + 1025i)];
                k0_shared[v222] = bitcast<u32>((bitcast<f32>(v1321) + bitcast<f32>(v1325)));
                let v1330 = k0_shared[v226];
                let v1334 = k0_shared[(v14 + 1281i)];
                k0_shared[v226] = bitcast<u32>((bitcast<f32>(v1330) + bitcast<f32>(v1334)));
            }
            workgroupBarrier();
            storageBarrier();
            let v1342 = k0_shared[0i];
            let v1345 = k0_shared[256i];
            let v1347 = k0_shared[512i];
            let v1349 = k0_shared[768i];
            let v1351 = k0_shared[1024i];
            let v1353 = k0_shared[1280i];
            v100 = fma(v100, v877, bitcast<f32>(v1342));
            v101 = fma(v101, v880, bitcast<f32>(v1345));
            v102 = fma(v102, v883, bitcast<f32>(v1347));
            v103 = fma(v103, v886, bitcast<f32>(v1349));
            v104 = fma(v104, v889, bitcast<f32>(v1351));
            v105 = fma(v105, v892, bitcast<f32>(v1353));
            var v1383: f32 = (v106 * v877);
            var v1384: f32 = (v107 * v880);
            var v1385: f32 = (v108 * v883);
            var v1386: f32 = (v109 * v886);
            var v1387: f32 = (v110 * v889);
            var v1388: f32 = (v111 * v892);
            for (var v1389: i32 = 0i; v1389 < 64i; v1389 += 1i) {
                let v1392 = k0_shared[(v1389 + 2304i)];
                let v1394: i32 = (v116 + v1389);
                let v1397: bool = ((0i <= v1394) & (v1394 < v91));
                let v1402_at = u32(select(0i, ((v92 + (v1394 * 128i)) + v14), v1397) + k0_at[0].z);
                let v1402 = extractBits(k0_b2[v1402_at >> 1u], (v1402_at & 1u) * 16u, 16u);
                let v1407: f32 = bitcast<f32>((select(0u, v1402, v1397) << 16u));
                v1383 = fma(bitcast<f32>(v1392), v1407, v1383);
                let v1413 = k0_shared[(v1389 + 2368i)];
                v1384 = fma(bitcast<f32>(v1413), v1407, v1384);
                let v1420 = k0_shared[(v1389 + 2432i)];
                v1385 = fma(bitcast<f32>(v1420), v1407, v1385);
                let v1427 = k0_shared[(v1389 + 2496i)];
                v1386 = fma(bitcast<f32>(v1427), v1407, v1386);
                let v1434 = k0_shared[(v1389 + 2560i)];
                v1387 = fma(bitcast<f32>(v1434), v1407, v1387);
                let v1441 = k0_shared[(v1389 + 2624i)];
                v1388 = fma(bitcast<f32>(v1441), v1407, v1388);
            }
            let v1448: f32 = v1384;
            let v1449: f32 = v1385;
            let v1450: f32 = v1386;
            let v1451: f32 = v1387;
            let v1452: f32 = v1388;
            v106 = v1383;
            v107 = v1448;
            v108 = v1449;
            v109 = v1450;
            v110 = v1451;
            v111 = v1452;
            v93 = v822;
            v94 = v832;
            v95 = v842;
            v96 = v852;
            v97 = v862;
            v98 = v872;
        }
        let v1468: i32 = ((v18 * 64i) + (v55 / 64i));
        let v1471: bool = ((0i <= v1468) & (v1468 < 128i));
        let v1472: i32 = select(0i, 6i, v1471);
        let v1474: i32 = (v1468 * 768i);
        let v1475: i32 = (v1474 + v14);
        let v1476: f32 = v106;
        let v1477: i32 = select(0i, 2i, v1471);
        let v1479: i32 = select(0i, 6i, (0i < v1477));
        let v1480: i32 = (v1468 * 12i);
        let v1482: i32 = select(0i, 6i, (1i < v1477));
        let v1483: i32 = (v1480 + 6i);
        if ((0i < v1472)) {
            let v1485_at = u32(v1475 + k0_at[0].w);
            k0_b3[v1485_at] = v1476;
        }
        let v1489: i32 = ((v1474 + 128i) + v14);
        let v1490: f32 = v107;
        if ((1i < v1472)) {
            let v1492_at = u32(v1489 + k0_at[0].w);
            k0_b3[v1492_at] = v1490;
        }
        let v1496: i32 = ((v1474 + 256i) + v14);
        let v1497: f32 = v108;
        if ((2i < v1472)) {
            let v1499_at = u32(v1496 + k0_at[0].w);
            k0_b3[v1499_at] = v1497;
        }
        let v1503: i32 = ((v1474 + 384i) + v14);
        let v1504: f32 = v109;
        if ((3i < v1472)) {
            let v1506_at = u32(v1503 + k0_at[0].w);
            k0_b3[v1506_at] = v1504;
        }
        let v1510: i32 = ((v1474 + 512i) + v14);
        let v1511: f32 = v110;
        if ((4i < v1472)) {
            let v1513_at = u32(v1510 + k0_at[0].w);
            k0_b3[v1513_at] = v1511;
        }
        let v1517: i32 = ((v1474 + 640i) + v14);
        let v1518: f32 = v111;
        if ((5i < v1472)) {
            let v1520_at = u32(v1517 + k0_at[0].w);
            k0_b3[v1520_at] = v1518;
        }
        let v1522: bool = (v14 == 0i);
        if (v1522) {
            let v1525: f32 = v93;
            if ((0i < v1479)) {
                let v1527_at = u32(v1480 + k0_at[1].x);
                k0_b4[v1527_at] = v1525;
            }
        }
        let v1530: bool = (v14 == 1i);
        if (v1530) {
            let v1533: i32 = (v1480 + 1i);
            let v1534: f32 = v94;
            if ((1i < v1479)) {
                let v1536_at = u32(v1533 + k0_at[1].x);
                k0_b4[v1536_at] = v1534;
            }
        }
        let v1539: bool = (v14 == 2i);
        if (v1539) {
            let v1542: i32 = (v1480 + 2i);
            let v1543: f32 = v95;
            if ((2i < v1479)) {
                let v1545_at = u32(v1542 + k0_at[1].x);
                k0_b4[v1545_at] = v1543;
            }
        }
        let v1548: bool = (v14 == 3i);
        if (v1548) {
            let v1551: i32 = (v1480 + 3i);
            let v1552: f32 = v96;
            if ((3i < v1479)) {
                let v1554_at = u32(v1551 + k0_at[1].x);
                k0_b4[v1554_at] = v1552;
            }
        }
        let v1557: bool = (v14 == 4i);
        if (v1557) {
            let v1560: i32 = (v1480 + 4i);
            let v1561: f32 = v97;
            if ((4i < v1479)) {
                let v1563_at = u32(v1560 + k0_at[1].x);
                k0_b4[v1563_at] = v1561;
            }
        }
        let v1566: bool = (v14 == 5i);
        if (v1566) {
            let v1569: i32 = (v1480 + 5i);
            let v1570: f32 = v98;
            if ((5i < v1479)) {
                let v1572_at = u32(v1569 + k0_at[1].x);
                k0_b4[v1572_at] = v1570;
            }
        }
        workgroupBarrier();
        storageBarrier();
        if (v1522) {
            let v1578: f32 = v100;
            if ((0i < v1482)) {
                let v1580_at = u32(v1483 + k0_at[1].x);
                k0_b4[v1580_at] = v1578;
            }
        }
        if (v1530) {
            let v1586: i32 = (v1480 + 7i);
            let v1587: f32 = v101;
            if ((1i < v1482)) {
                let v1589_at = u32(v1586 + k0_at[1].x);
                k0_b4[v1589_at] = v1587;
            }
        }
        if (v1539) {
            let v1595: i32 = (v1480 + 8i);
            let v1596: f32 = v102;
            if ((2i < v1482)) {
                let v1598_at = u32(v1595 + k0_at[1].x);
                k0_b4[v1598_at] = v1596;
            }
        }
        if (v1548) {
            let v1604: i32 = (v1480 + 9i);
            let v1605: f32 = v103;
            if ((3i < v1482)) {
                let v1607_at = u32(v1604 + k0_at[1].x);
                k0_b4[v1607_at] = v1605;
            }
        }
        if (v1557) {
            let v1613: i32 = (v1480 + 10i);
            let v1614: f32 = v104;
            if ((4i < v1482)) {
                let v1616_at = u32(v1613 + k0_at[1].x);
                k0_b4[v1616_at] = v1614;
            }
        }
        if (v1566) {
            let v1622: i32 = (v1480 + 11i);
            let v1623: f32 = v105;
            if ((5i < v1482)) {
                let v1625_at = u32(v1622 + k0_at[1].x);
                k0_b4[v1625_at] = v1623;
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
        var v93: f32 = -1.00000002e+30f;
        var v94: f32 = -1.00000002e+30f;
        var v95: f32 = -1.00000002e+30f;
        var v96: f32 = -1.00000002e+30f;
        var v97: f32 = -1.00000002e+30f;
        var v98: f32 = -1.00000002e+30f;
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
        let v115: i32 = min(min(v3, (v55 + 64i)), 2147483583i);
        for (var v116: i32 = v55; v116 < v115; v116 += 64i) {
            let v118: i32 = min(v14, 63i);
            let v119: i32 = (v116 + v118);
            let v120: bool = (v119 < v3);
            workgroupBarrier();
            storageBarrier();
            var v122: f32 = 0f;
            var v123: f32 = 0f;
            var v124: f32 = 0f;
            var v125: f32 = 0f;
            var v126: f32 = 0f;
            var v127: f32 = 0f;
            for (var v129: i32 = 0i; v129 < 128i; v129 += 8i) {
                let v131 = k1_shared[(v129 + 1536i)];
                let v135: bool = ((0i <= v119) & (v119 < v91));
                let v140: i32 = select(0i, (((v92 + (v119 * 128i)) + v129) >> u32(3i)), v135);
                let v141_at = u32(v140 + k1_at[0].y / 8i);
                let v141 = k1_b1[v141_at];
                let v149: f32 = bitcast<f32>((select(0u, (v141.x & 65535u), v135) << 16u));
                v122 = fma(bitcast<f32>(v131), v149, v122);
                let v171 = k1_shared[(v129 + 1664i)];
                v123 = fma(bitcast<f32>(v171), v149, v123);
                let v177 = k1_shared[(v129 + 1792i)];
                v124 = fma(bitcast<f32>(v177), v149, v124);
                let v183 = k1_shared[(v129 + 1920i)];
                v125 = fma(bitcast<f32>(v183), v149, v125);
                let v189 = k1_shared[(v129 + 2048i)];
                v126 = fma(bitcast<f32>(v189), v149, v126);
                let v195 = k1_shared[(v129 + 2176i)];
                v127 = fma(bitcast<f32>(v195), v149, v127);
                let v202 = k1_shared[(v129 + 1537i)];
                let v205: f32 = bitcast<f32>((select(0u, (v141.x >> 16u), v135) << 16u));
                v122 = fma(bitcast<f32>(v202), v205, v122);
                let v211 = k1_shared[(v129 + 1665i)];
                v123 = fma(bitcast<f32>(v211), v205, v123);
                let v218 = k1_shared[(v129 + 1793i)];
                v124 = fma(bitcast<f32>(v218), v205, v124);
                let v225 = k1_shared[(v129 + 1921i)];
                v125 = fma(bitcast<f32>(v225), v205, v125);
                let v232 = k1_shared[(v129 + 2049i)];
                v126 = fma(bitcast<f32>(v232), v205, v126);
                let v239 = k1_shared[(v129 + 2177i)];
                v127 = fma(bitcast<f32>(v239), v205, v127);
                let v246 = k1_shared[(v129 + 1538i)];
                let v249: f32 = bitcast<f32>((select(0u, (v141.y & 65535u), v135) << 16u));
                v122 = fma(bitcast<f32>(v246), v249, v122);
                let v255 = k1_shared[(v129 + 1666i)];
                v123 = fma(bitcast<f32>(v255), v249, v123);
                let v262 = k1_shared[(v129 + 1794i)];
                v124 = fma(bitcast<f32>(v262), v249, v124);
                let v269 = k1_shared[(v129 + 1922i)];
                v125 = fma(bitcast<f32>(v269), v249, v125);
                let v276 = k1_shared[(v129 + 2050i)];
                v126 = fma(bitcast<f32>(v276), v249, v126);
                let v283 = k1_shared[(v129 + 2178i)];
                v127 = fma(bitcast<f32>(v283), v249, v127);
                let v290 = k1_shared[(v129 + 1539i)];
                let v293: f32 = bitcast<f32>((select(0u, (v141.y >> 16u), v135) << 16u));
                v122 = fma(bitcast<f32>(v290), v293, v122);
                let v299 = k1_shared[(v129 + 1667i)];
                v123 = fma(bitcast<f32>(v299), v293, v123);
                let v306 = k1_shared[(v129 + 1795i)];
                v124 = fma(bitcast<f32>(v306), v293, v124);
                let v313 = k1_shared[(v129 + 1923i)];
                v125 = fma(bitcast<f32>(v313), v293, v125);
                let v320 = k1_shared[(v129 + 2051i)];
                v126 = fma(bitcast<f32>(v320), v293, v126);
                let v327 = k1_shared[(v129 + 2179i)];
                v127 = fma(bitcast<f32>(v327), v293, v127);
                let v334 = k1_shared[(v129 + 1540i)];
                let v337: f32 = bitcast<f32>((select(0u, (v141.z & 65535u), v135) << 16u));
                v122 = fma(bitcast<f32>(v334), v337, v122);
                let v343 = k1_shared[(v129 + 1668i)];
                v123 = fma(bitcast<f32>(v343), v337, v123);
                let v350 = k1_shared[(v129 + 1796i)];
                v124 = fma(bitcast<f32>(v350), v337, v124);
                let v357 = k1_shared[(v129 + 1924i)];
                v125 = fma(bitcast<f32>(v357), v337, v125);
                let v364 = k1_shared[(v129 + 2052i)];
                v126 = fma(bitcast<f32>(v364), v337, v126);
                let v371 = k1_shared[(v129 + 2180i)];
                v127 = fma(bitcast<f32>(v371), v337, v127);
                let v378 = k1_shared[(v129 + 1541i)];
                let v381: f32 = bitcast<f32>((select(0u, (v141.z >> 16u), v135) << 16u));
                v122 = fma(bitcast<f32>(v378), v381, v122);
                let v387 = k1_shared[(v129 + 1669i)];
                v123 = fma(bitcast<f32>(v387), v381, v123);
                let v394 = k1_shared[(v129 + 1797i)];
                v124 = fma(bitcast<f32>(v394), v381, v124);
                let v401 = k1_shared[(v129 + 1925i)];
                v125 = fma(bitcast<f32>(v401), v381, v125);
                let v408 = k1_shared[(v129 + 2053i)];
                v126 = fma(bitcast<f32>(v408), v381, v126);
                let v415 = k1_shared[(v129 + 2181i)];
                v127 = fma(bitcast<f32>(v415), v381, v127);
                let v422 = k1_shared[(v129 + 1542i)];
                let v425: f32 = bitcast<f32>((select(0u, (v141.w & 65535u), v135) << 16u));
                v122 = fma(bitcast<f32>(v422), v425, v122);
                let v431 = k1_shared[(v129 + 1670i)];
                v123 = fma(bitcast<f32>(v431), v425, v123);
                let v438 = k1_shared[(v129 + 1798i)];
                v124 = fma(bitcast<f32>(v438), v425, v124);
                let v445 = k1_shared[(v129 + 1926i)];
                v125 = fma(bitcast<f32>(v445), v425, v125);
                let v452 = k1_shared[(v129 + 2054i)];
                v126 = fma(bitcast<f32>(v452), v425, v126);
                let v459 = k1_shared[(v129 + 2182i)];
                v127 = fma(bitcast<f32>(v459), v425, v127);
                let v466 = k1_shared[(v129 + 1543i)];
                let v469: f32 = bitcast<f32>((select(0u, (v141.w >> 16u), v135) << 16u));
                v122 = fma(bitcast<f32>(v466), v469, v122);
                let v475 = k1_shared[(v129 + 1671i)];
                v123 = fma(bitcast<f32>(v475), v469, v123);
                let v482 = k1_shared[(v129 + 1799i)];
                v124 = fma(bitcast<f32>(v482), v469, v124);
                let v489 = k1_shared[(v129 + 1927i)];
                v125 = fma(bitcast<f32>(v489), v469, v125);
                let v496 = k1_shared[(v129 + 2055i)];
                v126 = fma(bitcast<f32>(v496), v469, v126);
                let v503 = k1_shared[(v129 + 2183i)];
                v127 = fma(bitcast<f32>(v503), v469, v127);
            }
            let v510: bool = (v14 < 64i);
            let v512: f32 = select(-1.00000002e+30f, v122, v120);
            let v513: f32 = select(real(0xff800000u), v512, v510);
            let v517: f32 = select(-1.00000002e+30f, v123, v120);
            let v518: f32 = select(real(0xff800000u), v517, v510);
            let v522: f32 = select(-1.00000002e+30f, v124, v120);
            let v523: f32 = select(real(0xff800000u), v522, v510);
            let v527: f32 = select(-1.00000002e+30f, v125, v120);
            let v528: f32 = select(real(0xff800000u), v527, v510);
            let v532: f32 = select(-1.00000002e+30f, v126, v120);
            let v533: f32 = select(real(0xff800000u), v532, v510);
            let v537: f32 = select(-1.00000002e+30f, v127, v120);
            let v538: f32 = select(real(0xff800000u), v537, v510);
            workgroupBarrier();
            storageBarrier();
            k1_shared[v14] = bitcast<u32>(select(real(0xff800000u), v513, (real(0xff800000u) < v513)));
            k1_shared[v72] = bitcast<u32>(select(real(0xff800000u), v518, (real(0xff800000u) < v518)));
            k1_shared[v83] = bitcast<u32>(select(real(0xff800000u), v523, (real(0xff800000u) < v523)));
            let v548: i32 = (v14 + 768i);
            k1_shared[v548] = bitcast<u32>(select(real(0xff800000u), v528, (real(0xff800000u) < v528)));
            let v552: i32 = (v14 + 1024i);
            k1_shared[v552] = bitcast<u32>(select(real(0xff800000u), v533, (real(0xff800000u) < v533)));
            let v556: i32 = (v14 + 1280i);
            k1_shared[v556] = bitcast<u32>(select(real(0xff800000u), v538, (real(0xff800000u) < v538)));
            workgroupBarrier();
            storageBarrier();
            if (v510) {
                let v562 = k1_shared[(v14 + 64i)];
                let v563: f32 = bitcast<f32>(v562);
                let v564 = k1_shared[v14];
                let v565: f32 = bitcast<f32>(v564);
                let v573: u32 = bitcast<u32>(select(v563, v565, ((v563 < v565) | (2139095040u < (v562 & 2147483647u)))));
                k1_shared[v14] = v573;
                let v577 = k1_shared[(v14 + 320i)];
                let v578: f32 = bitcast<f32>(v577);
                let v579 = k1_shared[v72];
                let v580: f32 = bitcast<f32>(v579);
                let v586: u32 = bitcast<u32>(select(v578, v580, ((v578 < v580) | (2139095040u < (v577 & 2147483647u)))));
                k1_shared[v72] = v586;
                let v590 = k1_shared[(v14 + 576i)];
                let v591: f32 = bitcast<f32>(v590);
                let v592 = k1_shared[v83];
                let v593: f32 = bitcast<f32>(v592);
                let v599: u32 = bitcast<u32>(select(v591, v593, ((v591 < v593) | (2139095040u < (v590 & 2147483647u)))));
                k1_shared[v83] = v599;
                let v603 = k1_shared[(v14 + 832i)];
                let v604: f32 = bitcast<f32>(v603);
                let v605 = k1_shared[v548];
                let v606: f32 = bitcast<f32>(v605);
                let v612: u32 = bitcast<u32>(select(v604, v606, ((v604 < v606) | (2139095040u < (v603 & 2147483647u)))));
                k1_shared[v548] = v612;
                let v616 = k1_shared[(v14 + 1088i)];
                let v617: f32 = bitcast<f32>(v616);
                let v618 = k1_shared[v552];
                let v619: f32 = bitcast<f32>(v618);
                let v625: u32 = bitcast<u32>(select(v617, v619, ((v617 < v619) | (2139095040u < (v616 & 2147483647u)))));
                k1_shared[v552] = v625;
                let v629 = k1_shared[(v14 + 1344i)];
                let v630: f32 = bitcast<f32>(v629);
                let v631 = k1_shared[v556];
                let v632: f32 = bitcast<f32>(v631);
                let v638: u32 = bitcast<u32>(select(v630, v632, ((v630 < v632) | (2139095040u < (v629 & 2147483647u)))));
                k1_shared[v556] = v638;
            }
            workgroupBarrier();
            storageBarrier();
            let v643: bool = (v14 < 32i);
            if (v643) {
                let v646 = k1_shared[(v14 + 32i)];
                let v647: f32 = bitcast<f32>(v646);
                let v648 = k1_shared[v14];
                let v649: f32 = bitcast<f32>(v648);
                let v657: u32 = bitcast<u32>(select(v647, v649, ((v647 < v649) | (2139095040u < (v646 & 2147483647u)))));
                k1_shared[v14] = v657;
                let v661 = k1_shared[(v14 + 288i)];
                let v662: f32 = bitcast<f32>(v661);
                let v663 = k1_shared[v72];
                let v664: f32 = bitcast<f32>(v663);
                let v670: u32 = bitcast<u32>(select(v662, v664, ((v662 < v664) | (2139095040u < (v661 & 2147483647u)))));
                k1_shared[v72] = v670;
                let v674 = k1_shared[(v14 + 544i)];
                let v675: f32 = bitcast<f32>(v674);
                let v676 = k1_shared[v83];
                let v677: f32 = bitcast<f32>(v676);
                let v683: u32 = bitcast<u32>(select(v675, v677, ((v675 < v677) | (2139095040u < (v674 & 2147483647u)))));
                k1_shared[v83] = v683;
                let v687 = k1_shared[(v14 + 800i)];
                let v688: f32 = bitcast<f32>(v687);
                let v689 = k1_shared[v548];
                let v690: f32 = bitcast<f32>(v689);
                let v696: u32 = bitcast<u32>(select(v688, v690, ((v688 < v690) | (2139095040u < (v687 & 2147483647u)))));
                k1_shared[v548] = v696;
                let v700 = k1_shared[(v14 + 1056i)];
                let v701: f32 = bitcast<f32>(v700);
                let v702 = k1_shared[v552];
                let v703: f32 = bitcast<f32>(v702);
                let v709: u32 = bitcast<u32>(select(v701, v703, ((v701 < v703) | (2139095040u < (v700 & 2147483647u)))));
                k1_shared[v552] = v709;
                let v713 = k1_shared[(v14 + 1312i)];
                let v714: f32 = bitcast<f32>(v713);
                let v715 = k1_shared[v556];
                let v716: f32 = bitcast<f32>(v715);
                let v722: u32 = bitcast<u32>(select(v714, v716, ((v714 < v716) | (2139095040u < (v713 & 2147483647u)))));
                k1_shared[v556] = v722;
            }
            workgroupBarrier();
            storageBarrier();
            let v727: bool = (v14 < 16i);
            if (v727) {
                let v730 = k1_shared[(v14 + 16i)];
                let v731: f32 = bitcast<f32>(v730);
                let v732 = k1_shared[v14];
                let v733: f32 = bitcast<f32>(v732);
                let v741: u32 = bitcast<u32>(select(v731, v733, ((v731 < v733) | (2139095040u < (v730 & 2147483647u)))));
                k1_shared[v14] = v741;
                let v745 = k1_shared[(v14 + 272i)];
                let v746: f32 = bitcast<f32>(v745);
                let v747 = k1_shared[v72];
                let v748: f32 = bitcast<f32>(v747);
                let v754: u32 = bitcast<u32>(select(v746, v748, ((v746 < v748) | (2139095040u < (v745 & 2147483647u)))));
                k1_shared[v72] = v754;
                let v758 = k1_shared[(v14 + 528i)];
                let v759: f32 = bitcast<f32>(v758);
                let v760 = k1_shared[v83];
                let v761: f32 = bitcast<f32>(v760);
                let v767: u32 = bitcast<u32>(select(v759, v761, ((v759 < v761) | (2139095040u < (v758 & 2147483647u)))));
                k1_shared[v83] = v767;
                let v771 = k1_shared[(v14 + 784i)];
                let v772: f32 = bitcast<f32>(v771);
                let v773 = k1_shared[v548];
                let v774: f32 = bitcast<f32>(v773);
                let v780: u32 = bitcast<u32>(select(v772, v774, ((v772 < v774) | (2139095040u < (v771 & 2147483647u)))));
                k1_shared[v548] = v780;
                let v784 = k1_shared[(v14 + 1040i)];
                let v785: f32 = bitcast<f32>(v784);
                let v786 = k1_shared[v552];
                let v787: f32 = bitcast<f32>(v786);
                let v793: u32 = bitcast<u32>(select(v785, v787, ((v785 < v787) | (2139095040u < (v784 & 2147483647u)))));
                k1_shared[v552] = v793;
                let v797 = k1_shared[(v14 + 1296i)];
                let v798: f32 = bitcast<f32>(v797);
                let v799 = k1_shared[v556];
                let v800: f32 = bitcast<f32>(v799);
                let v806: u32 = bitcast<u32>(select(v798, v800, ((v798 < v800) | (2139095040u < (v797 & 2147483647u)))));
                k1_shared[v556] = v806;
            }
            workgroupBarrier();
            storageBarrier();
            let v810: bool = (v14 < 8i);
            if (v810) {
                let v813 = k1_shared[(v14 + 8i)];
                let v814: f32 = bitcast<f32>(v813);
                let v815 = k1_shared[v14];
                let v816: f32 = bitcast<f32>(v815);
                let v824: u32 = bitcast<u32>(select(v814, v816, ((v814 < v816) | (2139095040u < (v813 & 2147483647u)))));
                k1_shared[v14] = v824;
                let v828 = k1_shared[(v14 + 264i)];
                let v829: f32 = bitcast<f32>(v828);
                let v830 = k1_shared[v72];
                let v831: f32 = bitcast<f32>(v830);
                let v837: u32 = bitcast<u32>(select(v829, v831, ((v829 < v831) | (2139095040u < (v828 & 2147483647u)))));
                k1_shared[v72] = v837;
                let v841 = k1_shared[(v14 + 520i)];
                let v842: f32 = bitcast<f32>(v841);
                let v843 = k1_shared[v83];
                let v844: f32 = bitcast<f32>(v843);
                let v850: u32 = bitcast<u32>(select(v842, v844, ((v842 < v844) | (2139095040u < (v841 & 2147483647u)))));
                k1_shared[v83] = v850;
                let v854 = k1_shared[(v14 + 776i)];
                let v855: f32 = bitcast<f32>(v854);
                let v856 = k1_shared[v548];
                let v857: f32 = bitcast<f32>(v856);
                let v863: u32 = bitcast<u32>(select(v855, v857, ((v855 < v857) | (2139095040u < (v854 & 2147483647u)))));
                k1_shared[v548] = v863;
                let v867 = k1_shared[(v14 + 1032i)];
                let v868: f32 = bitcast<f32>(v867);
                let v869 = k1_shared[v552];
                let v870: f32 = bitcast<f32>(v869);
                let v876: u32 = bitcast<u32>(select(v868, v870, ((v868 < v870) | (2139095040u < (v867 & 2147483647u)))));
                k1_shared[v552] = v876;
                let v880 = k1_shared[(v14 + 1288i)];
                let v881: f32 = bitcast<f32>(v880);
                let v882 = k1_shared[v556];
                let v883: f32 = bitcast<f32>(v882);
                let v889: u32 = bitcast<u32>(select(v881, v883, ((v881 < v883) | (2139095040u < (v880 & 2147483647u)))));
                k1_shared[v556] = v889;
            }
            workgroupBarrier();
            storageBarrier();
            let v893: bool = (v14 < 4i);
            if (v893) {
                let v896 = k1_shared[(v14 + 4i)];
                let v897: f32 = bitcast<f32>(v896);
                let v898 = k1_shared[v14];
                let v899: f32 = bitcast<f32>(v898);
                let v907: u32 = bitcast<u32>(select(v897, v899, ((v897 < v899) | (2139095040u < (v896 & 2147483647u)))));
                k1_shared[v14] = v907;
                let v911 = k1_shared[(v14 + 260i)];
                let v912: f32 = bitcast<f32>(v911);
                let v913 = k1_shared[v72];
                let v914: f32 = bitcast<f32>(v913);
                let v920: u32 = bitcast<u32>(select(v912, v914, ((v912 < v914) | (2139095040u < (v911 & 2147483647u)))));
                k1_shared[v72] = v920;
                let v924 = k1_shared[(v14 + 516i)];
                let v925: f32 = bitcast<f32>(v924);
                let v926 = k1_shared[v83];
                let v927: f32 = bitcast<f32>(v926);
                let v933: u32 = bitcast<u32>(select(v925, v927, ((v925 < v927) | (2139095040u < (v924 & 2147483647u)))));
                k1_shared[v83] = v933;
                let v937 = k1_shared[(v14 + 772i)];
                let v938: f32 = bitcast<f32>(v937);
                let v939 = k1_shared[v548];
                let v940: f32 = bitcast<f32>(v939);
                let v946: u32 = bitcast<u32>(select(v938, v940, ((v938 < v940) | (2139095040u < (v937 & 2147483647u)))));
                k1_shared[v548] = v946;
                let v950 = k1_shared[(v14 + 1028i)];
                let v951: f32 = bitcast<f32>(v950);
                let v952 = k1_shared[v552];
                let v953: f32 = bitcast<f32>(v952);
                let v959: u32 = bitcast<u32>(select(v951, v953, ((v951 < v953) | (2139095040u < (v950 & 2147483647u)))));
                k1_shared[v552] = v959;
                let v963 = k1_shared[(v14 + 1284i)];
                let v964: f32 = bitcast<f32>(v963);
                let v965 = k1_shared[v556];
                let v966: f32 = bitcast<f32>(v965);
                let v972: u32 = bitcast<u32>(select(v964, v966, ((v964 < v966) | (2139095040u < (v963 & 2147483647u)))));
                k1_shared[v556] = v972;
            }
            workgroupBarrier();
            storageBarrier();
            let v976: bool = (v14 < 2i);
            if (v976) {
                let v979 = k1_shared[(v14 + 2i)];
                let v980: f32 = bitcast<f32>(v979);
                let v981 = k1_shared[v14];
                let v982: f32 = bitcast<f32>(v981);
                let v990: u32 = bitcast<u32>(select(v980, v982, ((v980 < v982) | (2139095040u < (v979 & 2147483647u)))));
                k1_shared[v14] = v990;
                let v994 = k1_shared[(v14 + 258i)];
                let v995: f32 = bitcast<f32>(v994);
                let v996 = k1_shared[v72];
                let v997: f32 = bitcast<f32>(v996);
                let v1003: u32 = bitcast<u32>(select(v995, v997, ((v995 < v997) | (2139095040u < (v994 & 2147483647u)))));
                k1_shared[v72] = v1003;
                let v1007 = k1_shared[(v14 + 514i)];
                let v1008: f32 = bitcast<f32>(v1007);
                let v1009 = k1_shared[v83];
                let v1010: f32 = bitcast<f32>(v1009);
                let v1016: u32 = bitcast<u32>(select(v1008, v1010, ((v1008 < v1010) | (2139095040u < (v1007 & 2147483647u)))));
                k1_shared[v83] = v1016;
                let v1020 = k1_shared[(v14 + 770i)];
                let v1021: f32 = bitcast<f32>(v1020);
                let v1022 = k1_shared[v548];
                let v1023: f32 = bitcast<f32>(v1022);
                let v1029: u32 = bitcast<u32>(select(v1021, v1023, ((v1021 < v1023) | (2139095040u < (v1020 & 2147483647u)))));
                k1_shared[v548] = v1029;
                let v1033 = k1_shared[(v14 + 1026i)];
                let v1034: f32 = bitcast<f32>(v1033);
                let v1035 = k1_shared[v552];
                let v1036: f32 = bitcast<f32>(v1035);
                let v1042: u32 = bitcast<u32>(select(v1034, v1036, ((v1034 < v1036) | (2139095040u < (v1033 & 2147483647u)))));
                k1_shared[v552] = v1042;
                let v1046 = k1_shared[(v14 + 1282i)];
                let v1047: f32 = bitcast<f32>(v1046);
                let v1048 = k1_shared[v556];
                let v1049: f32 = bitcast<f32>(v1048);
                let v1055: u32 = bitcast<u32>(select(v1047, v1049, ((v1047 < v1049) | (2139095040u < (v1046 & 2147483647u)))));
                k1_shared[v556] = v1055;
            }
            workgroupBarrier();
            storageBarrier();
            let v1059: bool = (v14 < 1i);
            if (v1059) {
                let v1062 = k1_shared[(v14 + 1i)];
                let v1063: f32 = bitcast<f32>(v1062);
                let v1064 = k1_shared[v14];
                let v1065: f32 = bitcast<f32>(v1064);
                let v1073: u32 = bitcast<u32>(select(v1063, v1065, ((v1063 < v1065) | (2139095040u < (v1062 & 2147483647u)))));
                k1_shared[v14] = v1073;
                let v1077 = k1_shared[(v14 + 257i)];
                let v1078: f32 = bitcast<f32>(v1077);
                let v1079 = k1_shared[v72];
                let v1080: f32 = bitcast<f32>(v1079);
                let v1086: u32 = bitcast<u32>(select(v1078, v1080, ((v1078 < v1080) | (2139095040u < (v1077 & 2147483647u)))));
                k1_shared[v72] = v1086;
                let v1090 = k1_shared[(v14 + 513i)];
                let v1091: f32 = bitcast<f32>(v1090);
                let v1092 = k1_shared[v83];
                let v1093: f32 = bitcast<f32>(v1092);
                let v1099: u32 = bitcast<u32>(select(v1091, v1093, ((v1091 < v1093) | (2139095040u < (v1090 & 2147483647u)))));
                k1_shared[v83] = v1099;
                let v1103 = k1_shared[(v14 + 769i)];
                let v1104: f32 = bitcast<f32>(v1103);
                let v1105 = k1_shared[v548];
                let v1106: f32 = bitcast<f32>(v1105);
                let v1112: u32 = bitcast<u32>(select(v1104, v1106, ((v1104 < v1106) | (2139095040u < (v1103 & 2147483647u)))));
                k1_shared[v548] = v1112;
                let v1116 = k1_shared[(v14 + 1025i)];
                let v1117: f32 = bitcast<f32>(v1116);
                let v1118 = k1_shared[v552];
                let v1119: f32 = bitcast<f32>(v1118);
                let v1125: u32 = bitcast<u32>(select(v1117, v1119, ((v1117 < v1119) | (2139095040u < (v1116 & 2147483647u)))));
                k1_shared[v552] = v1125;
                let v1129 = k1_shared[(v14 + 1281i)];
                let v1130: f32 = bitcast<f32>(v1129);
                let v1131 = k1_shared[v556];
                let v1132: f32 = bitcast<f32>(v1131);
                let v1138: u32 = bitcast<u32>(select(v1130, v1132, ((v1130 < v1132) | (2139095040u < (v1129 & 2147483647u)))));
                k1_shared[v556] = v1138;
            }
            workgroupBarrier();
            storageBarrier();
            let v1142 = k1_shared[0i];
            let v1143: f32 = bitcast<f32>(v1142);
            let v1144: f32 = v93;
            let v1151: f32 = select(v1143, v1144, ((v1143 < v1144) | (2139095040u < (v1142 & 2147483647u))));
            let v1153: f32 = exact_exp((v512 - v1151));
            let v1154 = k1_shared[256i];
            let v1155: f32 = bitcast<f32>(v1154);
            let v1156: f32 = v94;
            let v1161: f32 = select(v1155, v1156, ((v1155 < v1156) | (2139095040u < (v1154 & 2147483647u))));
            let v1163: f32 = exact_exp((v517 - v1161));
            let v1164 = k1_shared[512i];
            let v1165: f32 = bitcast<f32>(v1164);
            let v1166: f32 = v95;
            let v1171: f32 = select(v1165, v1166, ((v1165 < v1166) | (2139095040u < (v1164 & 2147483647u))));
            let v1173: f32 = exact_exp((v522 - v1171));
            let v1174 = k1_shared[768i];
            let v1175: f32 = bitcast<f32>(v1174);
            let v1176: f32 = v96;
            let v1181: f32 = select(v1175, v1176, ((v1175 < v1176) | (2139095040u < (v1174 & 2147483647u))));
            let v1183: f32 = exact_exp((v527 - v1181));
            let v1184 = k1_shared[1024i];
            let v1185: f32 = bitcast<f32>(v1184);
            let v1186: f32 = v97;
            let v1191: f32 = select(v1185, v1186, ((v1185 < v1186) | (2139095040u < (v1184 & 2147483647u))));
            let v1193: f32 = exact_exp((v532 - v1191));
            let v1194 = k1_shared[1280i];
            let v1195: f32 = bitcast<f32>(v1194);
            let v1196: f32 = v98;
            let v1201: f32 = select(v1195, v1196, ((v1195 < v1196) | (2139095040u < (v1194 & 2147483647u))));
            let v1203: f32 = exact_exp((v537 - v1201));
            let v1206: f32 = exact_exp((v93 - v1151));
            let v1209: f32 = exact_exp((v94 - v1161));
            let v1212: f32 = exact_exp((v95 - v1171));
            let v1215: f32 = exact_exp((v96 - v1181));
            let v1218: f32 = exact_exp((v97 - v1191));
            let v1221: f32 = exact_exp((v98 - v1201));
            workgroupBarrier();
            storageBarrier();
            if (v510) {
                k1_shared[(v118 + 2304i)] = bitcast<u32>(v1153);
            }
            if (v510) {
                k1_shared[(v118 + 2368i)] = bitcast<u32>(v1163);
            }
            if (v510) {
                k1_shared[(v118 + 2432i)] = bitcast<u32>(v1173);
            }
            if (v510) {
                k1_shared[(v118 + 2496i)] = bitcast<u32>(v1183);
            }
            if (v510) {
                k1_shared[(v118 + 2560i)] = bitcast<u32>(v1193);
            }
            if (v510) {
                k1_shared[(v118 + 2624i)] = bitcast<u32>(v1203);
            }
            k1_shared[v14] = bitcast<u32>(select(0f, v1153, v510));
            k1_shared[v72] = bitcast<u32>(select(0f, v1163, v510));
            k1_shared[v83] = bitcast<u32>(select(0f, v1173, v510));
            k1_shared[v548] = bitcast<u32>(select(0f, v1183, v510));
            k1_shared[v552] = bitcast<u32>(select(0f, v1193, v510));
            k1_shared[v556] = bitcast<u32>(select(0f, v1203, v510));
            workgroupBarrier();
            storageBarrier();
            if (v510) {
                let v1280 = k1_shared[v14];
                let v1283 = k1_shared[(v14 + 64i)];
                k1_shared[v14] = bitcast<u32>((bitcast<f32>(v1280) + bitcast<f32>(v1283)));
                let v1288 = k1_shared[v72];
                let v1291 = k1_shared[(v14 + 320i)];
                k1_shared[v72] = bitcast<u32>((bitcast<f32>(v1288) + bitcast<f32>(v1291)));
                let v1296 = k1_shared[v83];
                let v1300 = k1_shared[(v14 + 576i)];
                k1_shared[v83] = bitcast<u32>((bitcast<f32>(v1296) + bitcast<f32>(v1300)));
                let v1305 = k1_shared[v548];
                let v1309 = k1_shared[(v14 + 832i)];
                k1_shared[v548] = bitcast<u32>((bitcast<f32>(v1305) + bitcast<f32>(v1309)));
                let v1314 = k1_shared[v552];
                let v1318 = k1_shared[(v14 + 1088i)];
                k1_shared[v552] = bitcast<u32>((bitcast<f32>(v1314) + bitcast<f32>(v1318)));
                let v1323 = k1_shared[v556];
                let v1327 = k1_shared[(v14 + 1344i)];
                k1_shared[v556] = bitcast<u32>((bitcast<f32>(v1323) + bitcast<f32>(v1327)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v643) {
                let v1335 = k1_shared[v14];
                let v1338 = k1_shared[(v14 + 32i)];
                k1_shared[v14] = bitcast<u32>((bitcast<f32>(v1335) + bitcast<f32>(v1338)));
                let v1343 = k1_shared[v72];
                let v1347 = k1_shared[(v14 + 288i)];
                k1_shared[v72] = bitcast<u32>((bitcast<f32>(v1343) + bitcast<f32>(v1347)));
                let v1352 = k1_shared[v83];
                let v1356 = k1_shared[(v14 + 544i)];
                k1_shared[v83] = bitcast<u32>((bitcast<f32>(v1352) + bitcast<f32>(v1356)));
                let v1361 = k1_shared[v548];
                let v1365 = k1_shared[(v14 + 800i)];
                k1_shared[v548] = bitcast<u32>((bitcast<f32>(v1361) + bitcast<f32>(v1365)));
                let v1370 = k1_shared[v552];
                let v1374 = k1_shared[(v14 + 1056i)];
                k1_shared[v552] = bitcast<u32>((bitcast<f32>(v1370) + bitcast<f32>(v1374)));
                let v1379 = k1_shared[v556];
                let v1383 = k1_shared[(v14 + 1312i)];
                k1_shared[v556] = bitcast<u32>((bitcast<f32>(v1379) + bitcast<f32>(v1383)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v727) {
                let v1391 = k1_shared[v14];
                let v1394 = k1_shared[(v14 + 16i)];
                k1_shared[v14] = bitcast<u32>((bitcast<f32>(v1391) + bitcast<f32>(v1394)));
                let v1399 = k1_shared[v72];
                let v1403 = k1_shared[(v14 + 272i)];
                k1_shared[v72] = bitcast<u32>((bitcast<f32>(v1399) + bitcast<f32>(v1403)));
                let v1408 = k1_shared[v83];
                let v1412 = k1_shared[(v14 + 528i)];
                k1_shared[v83] = bitcast<u32>((bitcast<f32>(v1408) + bitcast<f32>(v1412)));
                let v1417 = k1_shared[v548];
                let v1421 = k1_shared[(v14 + 784i)];
                k1_shared[v548] = bitcast<u32>((bitcast<f32>(v1417) + bitcast<f32>(v1421)));
                let v1426 = k1_shared[v552];
                let v1430 = k1_shared[(v14 + 1040i)];
                k1_shared[v552] = bitcast<u32>((bitcast<f32>(v1426) + bitcast<f32>(v1430)));
                let v1435 = k1_shared[v556];
                let v1439 = k1_shared[(v14 + 1296i)];
                k1_shared[v556] = bitcast<u32>((bitcast<f32>(v1435) + bitcast<f32>(v1439)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v810) {
                let v1447 = k1_shared[v14];
                let v1450 = k1_shared[(v14 + 8i)];
                k1_shared[v14] = bitcast<u32>((bitcast<f32>(v1447) + bitcast<f32>(v1450)));
                let v1455 = k1_shared[v72];
                let v1459 = k1_shared[(v14 + 264i)];
                k1_shared[v72] = bitcast<u32>((bitcast<f32>(v1455) + bitcast<f32>(v1459)));
                let v1464 = k1_shared[v83];
                let v1468 = k1_shared[(v14 + 520i)];
                k1_shared[v83] = bitcast<u32>((bitcast<f32>(v1464) + bitcast<f32>(v1468)));
                let v1473 = k1_shared[v548];
                let v1477 = k1_shared[(v14 + 776i)];
                k1_shared[v548] = bitcast<u32>((bitcast<f32>(v1473) + bitcast<f32>(v1477)));
                let v1482 = k1_shared[v552];
                let v1486 = k1_shared[(v14 + 1032i)];
                k1_shared[v552] = bitcast<u32>((bitcast<f32>(v1482) + bitcast<f32>(v1486)));
                let v1491 = k1_shared[v556];
                let v1495 = k1_shared[(v14 + 1288i)];
                k1_shared[v556] = bitcast<u32>((bitcast<f32>(v1491) + bitcast<f32>(v1495)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v893) {
                let v1503 = k1_shared[v14];
                let v1506 = k1_shared[(v14 + 4i)];
                k1_shared[v14] = bitcast<u32>((bitcast<f32>(v1503) + bitcast<f32>(v1506)));
                let v1511 = k1_shared[v72];
                let v1515 = k1_shared[(v14 + 260i)];
                k1_shared[v72] = bitcast<u32>((bitcast<f32>(v1511) + bitcast<f32>(v1515)));
                let v1520 = k1_shared[v83];
                let v1524 = k1_shared[(v14 + 516i)];
                k1_shared[v83] = bitcast<u32>((bitcast<f32>(v1520) + bitcast<f32>(v1524)));
                let v1529 = k1_shared[v548];
                let v1533 = k1_shared[(v14 + 772i)];
                k1_shared[v548] = bitcast<u32>((bitcast<f32>(v1529) + bitcast<f32>(v1533)));
                let v1538 = k1_shared[v552];
                let v1542 = k1_shared[(v14 + 1028i)];
                k1_shared[v552] = bitcast<u32>((bitcast<f32>(v1538) + bitcast<f32>(v1542)));
                let v1547 = k1_shared[v556];
                let v1551 = k1_shared[(v14 + 1284i)];
                k1_shared[v556] = bitcast<u32>((bitcast<f32>(v1547) + bitcast<f32>(v1551)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v976) {
                let v1559 = k1_shared[v14];
                let v1562 = k1_shared[(v14 + 2i)];
                k1_shared[v14] = bitcast<u32>((bitcast<f32>(v1559) + bitcast<f32>(v1562)));
                let v1567 = k1_shared[v72];
                let v1571 = k1_shared[(v14 + 258i)];
                k1_shared[v72] = bitcast<u32>((bitcast<f32>(v1567) + bitcast<f32>(v1571)));
                let v1576 = k1_shared[v83];
                let v1580 = k1_shared[(v14 + 514i)];
                k1_shared[v83] = bitcast<u32>((bitcast<f32>(v1576) + bitcast<f32>(v1580)));
                let v1585 = k1_shared[v548];
                let v1589 = k1_shared[(v14 + 770i)];
                k1_shared[v548] = bitcast<u32>((bitcast<f32>(v1585) + bitcast<f32>(v1589)));
                let v1594 = k1_shared[v552];
                let v1598 = k1_shared[(v14 + 1026i)];
                k1_shared[v552] = bitcast<u32>((bitcast<f32>(v1594) + bitcast<f32>(v1598)));
                let v1603 = k1_shared[v556];
                let v1607 = k1_shared[(v14 + 1282i)];
                k1_shared[v556] = bitcast<u32>((bitcast<f32>(v1603) + bitcast<f32>(v1607)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v1059) {
                let v1615 = k1_shared[v14];
                let v1618 = k1_shared[(v14 + 1i)];
                k1_shared[v14] = bitcast<u32>((bitcast<f32>(v1615) + bitcast<f32>(v1618)));
                let v1623 = k1_shared[v72];
                let v1627 = k1_shared[(v14 + 257i)];
                k1_shared[v72] = bitcast<u32>((bitcast<f32>(v1623) + bitcast<f32>(v1627)));
                let v1632 = k1_shared[v83];
                let v1636 = k1_shared[(v14 + 513i)];
                k1_shared[v83] = bitcast<u32>((bitcast<f32>(v1632) + bitcast<f32>(v1636)));
                let v1641 = k1_shared[v548];
                let v1645 = k1_shared[(v14 + 769i)];
                k1_shared[v548] = bitcast<u32>((bitcast<f32>(v1641) + bitcast<f32>(v1645)));
                let v1650 = k1_shared[v552];
                let v1654 = k1_shared[(v14 + 1025i)];
                k1_shared[v552] = bitcast<u32>((bitcast<f32>(v1650) + bitcast<f32>(v1654)));
                let v1659 = k1_shared[v556];
                let v1663 = k1_shared[(v14 + 1281i)];
                k1_shared[v556] = bitcast<u32>((bitcast<f32>(v1659) + bitcast<f32>(v1663)));
            }
            workgroupBarrier();
            storageBarrier();
            let v1671 = k1_shared[0i];
            let v1674 = k1_shared[256i];
            let v1676 = k1_shared[512i];
            let v1678 = k1_shared[768i];
            let v1680 = k1_shared[1024i];
            let v1682 = k1_shared[1280i];
            v100 = fma(v100, v1206, bitcast<f32>(v1671));
            v101 = fma(v101, v1209, bitcast<f32>(v1674));
            v102 = fma(v102, v1212, bitcast<f32>(v1676));
            v103 = fma(v103, v1215, bitcast<f32>(v1678));
            v104 = fma(v104, v1218, bitcast<f32>(v1680));
            v105 = fma(v105, v1221, bitcast<f32>(v1682));
            var v1712: f32 = (v106 * v1206);
            var v1713: f32 = (v107 * v1209);
            var v1714: f32 = (v108 * v1212);
            var v1715: f32 = (v109 * v1215);
            var v1716: f32 = (v110 * v1218);
            var v1717: f32 = (v111 * v1221);
            for (var v1718: i32 = 0i; v1718 < 64i; v1718 += 1i) {
                let v1721 = k1_shared[(v1718 + 2304i)];
                let v1723: i32 = (v116 + v1718);
                let v1726: bool = ((0i <= v1723) & (v1723 < v91));
                let v1731_at = u32(select(0i, ((v92 + (v1723 * 128i)) + v14), v1726) + k1_at[0].z);
                let v1731 = extractBits(k1_b2[v1731_at >> 1u], (v1731_at & 1u) * 16u, 16u);
                let v1736: f32 = bitcast<f32>((select(0u, v1731, v1726) << 16u));
                v1712 = fma(bitcast<f32>(v1721), v1736, v1712);
                let v1742 = k1_shared[(v1718 + 2368i)];
                v1713 = fma(bitcast<f32>(v1742), v1736, v1713);
                let v1749 = k1_shared[(v1718 + 2432i)];
                v1714 = fma(bitcast<f32>(v1749), v1736, v1714);
                let v1756 = k1_shared[(v1718 + 2496i)];
                v1715 = fma(bitcast<f32>(v1756), v1736, v1715);
                let v1763 = k1_shared[(v1718 + 2560i)];
                v1716 = fma(bitcast<f32>(v1763), v1736, v1716);
                let v1770 = k1_shared[(v1718 + 2624i)];
                v1717 = fma(bitcast<f32>(v1770), v1736, v1717);
            }
            let v1777: f32 = v1713;
            let v1778: f32 = v1714;
            let v1779: f32 = v1715;
            let v1780: f32 = v1716;
            let v1781: f32 = v1717;
            v106 = v1712;
            v107 = v1777;
            v108 = v1778;
            v109 = v1779;
            v110 = v1780;
            v111 = v1781;
            v93 = v1151;
            v94 = v1161;
            v95 = v1171;
            v96 = v1181;
            v97 = v1191;
            v98 = v1201;
        }
        let v1797: i32 = ((v18 * 64i) + (v55 / 64i));
        let v1800: bool = ((0i <= v1797) & (v1797 < 128i));
        let v1801: i32 = select(0i, 6i, v1800);
        let v1803: i32 = (v1797 * 768i);
        let v1804: i32 = (v1803 + v14);
        let v1805: f32 = v106;
        let v1806: i32 = select(0i, 2i, v1800);
        let v1808: i32 = select(0i, 6i, (0i < v1806));
        let v1809: i32 = (v1797 * 12i);
        let v1811: i32 = select(0i, 6i, (1i < v1806));
        let v1812: i32 = (v1809 + 6i);
        if ((0i < v1801)) {
            let v1814_at = u32(v1804 + k1_at[0].w);
            k1_b3[v1814_at] = v1805;
        }
        let v1818: i32 = ((v1803 + 128i) + v14);
        let v1819: f32 = v107;
        if ((1i < v1801)) {
            let v1821_at = u32(v1818 + k1_at[0].w);
            k1_b3[v1821_at] = v1819;
        }
        let v1825: i32 = ((v1803 + 256i) + v14);
        let v1826: f32 = v108;
        if ((2i < v1801)) {
            let v1828_at = u32(v1825 + k1_at[0].w);
            k1_b3[v1828_at] = v1826;
        }
        let v1832: i32 = ((v1803 + 384i) + v14);
        let v1833: f32 = v109;
        if ((3i < v1801)) {
            let v1835_at = u32(v1832 + k1_at[0].w);
            k1_b3[v1835_at] = v1833;
        }
        let v1839: i32 = ((v1803 + 512i) + v14);
        let v1840: f32 = v110;
        if ((4i < v1801)) {
            let v1842_at = u32(v1839 + k1_at[0].w);
            k1_b3[v1842_at] = v1840;
        }
        let v1846: i32 = ((v1803 + 640i) + v14);
        let v1847: f32 = v111;
        if ((5i < v1801)) {
            let v1849_at = u32(v1846 + k1_at[0].w);
            k1_b3[v1849_at] = v1847;
        }
        let v1851: bool = (v14 == 0i);
        if (v1851) {
            let v1854: f32 = v93;
            if ((0i < v1808)) {
                let v1856_at = u32(v1809 + k1_at[1].x);
                k1_b4[v1856_at] = v1854;
            }
        }
        let v1859: bool = (v14 == 1i);
        if (v1859) {
            let v1862: i32 = (v1809 + 1i);
            let v1863: f32 = v94;
            if ((1i < v1808)) {
                let v1865_at = u32(v1862 + k1_at[1].x);
                k1_b4[v1865_at] = v1863;
            }
        }
        let v1868: bool = (v14 == 2i);
        if (v1868) {
            let v1871: i32 = (v1809 + 2i);
            let v1872: f32 = v95;
            if ((2i < v1808)) {
                let v1874_at = u32(v1871 + k1_at[1].x);
                k1_b4[v1874_at] = v1872;
            }
        }
        let v1877: bool = (v14 == 3i);
        if (v1877) {
            let v1880: i32 = (v1809 + 3i);
            let v1881: f32 = v96;
            if ((3i < v1808)) {
                let v1883_at = u32(v1880 + k1_at[1].x);
                k1_b4[v1883_at] = v1881;
            }
        }
        let v1886: bool = (v14 == 4i);
        if (v1886) {
            let v1889: i32 = (v1809 + 4i);
            let v1890: f32 = v97;
            if ((4i < v1808)) {
                let v1892_at = u32(v1889 + k1_at[1].x);
                k1_b4[v1892_at] = v1890;
            }
        }
        let v1895: bool = (v14 == 5i);
        if (v1895) {
            let v1898: i32 = (v1809 + 5i);
            let v1899: f32 = v98;
            if ((5i < v1808)) {
                let v1901_at = u32(v1898 + k1_at[1].x);
                k1_b4[v1901_at] = v1899;
            }
        }
        workgroupBarrier();
        storageBarrier();
        if (v1851) {
            let v1907: f32 = v100;
            if ((0i < v1811)) {
                let v1909_at = u32(v1812 + k1_at[1].x);
                k1_b4[v1909_at] = v1907;
            }
        }
        if (v1859) {
            let v1915: i32 = (v1809 + 7i);
            let v1916: f32 = v101;
            if ((1i < v1811)) {
                let v1918_at = u32(v1915 + k1_at[1].x);
                k1_b4[v1918_at] = v1916;
            }
        }
        if (v1868) {
            let v1924: i32 = (v1809 + 8i);
            let v1925: f32 = v102;
            if ((2i < v1811)) {
                let v1927_at = u32(v1924 + k1_at[1].x);
                k1_b4[v1927_at] = v1925;
            }
        }
        if (v1877) {
            let v1933: i32 = (v1809 + 9i);
            let v1934: f32 = v103;
            if ((3i < v1811)) {
                let v1936_at = u32(v1933 + k1_at[1].x);
                k1_b4[v1936_at] = v1934;
            }
        }
        if (v1886) {
            let v1942: i32 = (v1809 + 10i);
            let v1943: f32 = v104;
            if ((4i < v1811)) {
                let v1945_at = u32(v1942 + k1_at[1].x);
                k1_b4[v1945_at] = v1943;
            }
        }
        if (v1895) {
            let v1951: i32 = (v1809 + 11i);
            let v1952: f32 = v105;
            if ((5i < v1811)) {
                let v1954_at = u32(v1951 + k1_at[1].x);
                k1_b4[v1954_at] = v1952;
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
        var v16: f32 = -1.00000002e+30f;
        var v18: f32 = 0f;
        var v19: f32 = 0f;
        let v26: i32 = min(((v10 / 64i) + min((v10 % 64i), 1i)), 2147483646i);
        for (var v27: i32 = 0i; v27 < v26; v27 += 1i) {
            let v30: bool = (0i <= v12);
            let v32: i32 = ((v13 * 64i) + v27);
            let v35: bool = ((0i <= v32) & (v32 < 128i));
            let v36: i32 = select(0i, 2i, v35);
            let v40: bool = (v30 & (v12 < select(0i, 6i, (0i < v36))));
            let v41: i32 = (v32 * 12i);
            let v44_at = u32(select(0i, (v41 + v12), v40) + k2_at[0].y);
            let v44 = k2_b1[v44_at];
            let v45: f32 = select(0f, v44, v40);
            let v46: f32 = v16;
            let v54: f32 = select(v45, v46, ((v45 < v46) | (2139095040u < (bitcast<u32>(v45) & 2147483647u))));
            let v56: f32 = exact_exp((v16 - v54));
            let v60: bool = (v30 & (v12 < select(0i, 6i, (1i < v36))));
            let v64_at = u32(select(0i, ((v41 + 6i) + v12), v60) + k2_at[0].y);
            let v64 = k2_b1[v64_at];
            let v67: f32 = exact_exp((v45 - v54));
            v18 = fma(v18, v56, (select(0f, v64, v60) * v67));
            let v80: bool = (v7 < select(0i, 128i, (v30 & (v12 < select(0i, 6i, v35)))));
            let v81: bool = ((0i <= v7) & v80);
            let v84_at = u32(select(0i, (((v32 * 768i) + (v12 * 128i)) + v7), v81) + k2_at[0].x);
            let v84 = k2_b0[v84_at];
            v19 = fma(v19, v56, (select(0f, v84, v81) * v67));
            v16 = v54;
        }
        let v96_at = u32(((v8 * 128i) + v7) + k2_at[0].z);
        k2_b2[v96_at] = (v19 / v18);
    }
}
