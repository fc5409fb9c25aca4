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

// tessera kernel attention_decode_gqa entry k_ts_attention_decode_gqa wide 0 params i32,i16,i16,w32,w32 sizes 1 threads 128 teams 1 count -1 shared 10752 cost 2100225
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
    let v10: i32 = select(0i, (((v3 - 1i) / 256i) + 1i), (0i < v3));
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
        let v55: i32 = ((v16 % v10) * 256i);
        workgroupBarrier();
        storageBarrier();
        k0_shared[(v14 + 1536i)] = bitcast<u32>((v23 * 0.0883883461f));
        k0_shared[(v14 + 1664i)] = bitcast<u32>((v29 * 0.0883883461f));
        let v73: i32 = (v14 + 256i);
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
        let v115: i32 = min(min(v3, (v55 + 256i)), 2147483583i);
        for (var v117: i32 = v55; v117 < v115; v117 += 64i) {
            let v119: i32 = min(v14, 63i);
            let v120: i32 = (v117 + v119);
            let v121: bool = (v120 < v3);
            workgroupBarrier();
            storageBarrier();
            var v123: f32 = 0f;
            var v124: f32 = 0f;
            var v125: f32 = 0f;
            var v126: f32 = 0f;
            var v127: f32 = 0f;
            var v128: f32 = 0f;
            for (var v129: i32 = 0i; v129 < 128i; v129 += 1i) {
                let v131 = k0_shared[(v129 + 1536i)];
                let v135: bool = ((0i <= v120) & (v120 < v91));
                let v140_at = u32(select(0i, ((v92 + (v120 * 128i)) + v129), v135) + k0_at[0].y);
                let v140 = extractBits(k0_b1[v140_at >> 1u], (v140_at & 1u) * 16u, 16u);
                let v145: f32 = bitcast<f32>((select(0u, v140, v135) << 16u));
                v123 = fma(bitcast<f32>(v131), v145, v123);
                let v150 = k0_shared[(v129 + 1664i)];
                v124 = fma(bitcast<f32>(v150), v145, v124);
                let v156 = k0_shared[(v129 + 1792i)];
                v125 = fma(bitcast<f32>(v156), v145, v125);
                let v162 = k0_shared[(v129 + 1920i)];
                v126 = fma(bitcast<f32>(v162), v145, v126);
                let v168 = k0_shared[(v129 + 2048i)];
                v127 = fma(bitcast<f32>(v168), v145, v127);
                let v174 = k0_shared[(v129 + 2176i)];
                v128 = fma(bitcast<f32>(v174), v145, v128);
            }
            let v181: bool = (v14 < 64i);
            let v183: f32 = select(-1.00000002e+30f, v123, v121);
            let v184: f32 = select(real(0xff800000u), v183, v181);
            let v188: f32 = select(-1.00000002e+30f, v124, v121);
            let v189: f32 = select(real(0xff800000u), v188, v181);
            let v193: f32 = select(-1.00000002e+30f, v125, v121);
            let v194: f32 = select(real(0xff800000u), v193, v181);
            let v198: f32 = select(-1.00000002e+30f, v126, v121);
            let v199: f32 = select(real(0xff800000u), v198, v181);
            let v203: f32 = select(-1.00000002e+30f, v127, v121);
            let v204: f32 = select(real(0xff800000u), v203, v181);
            let v208: f32 = select(-1.00000002e+30f, v128, v121);
            let v209: f32 = select(real(0xff800000u), v208, v181);
            workgroupBarrier();
            storageBarrier();
            k0_shared[v14] = bitcast<u32>(select(real(0xff800000u), v184, (real(0xff800000u) < v184)));
            k0_shared[v73] = bitcast<u32>(select(real(0xff800000u), v189, (real(0xff800000u) < v189)));
            k0_shared[v83] = bitcast<u32>(select(real(0xff800000u), v194, (real(0xff800000u) < v194)));
            let v219: i32 = (v14 + 768i);
            k0_shared[v219] = bitcast<u32>(select(real(0xff800000u), v199, (real(0xff800000u) < v199)));
            let v223: i32 = (v14 + 1024i);
            k0_shared[v223] = bitcast<u32>(select(real(0xff800000u), v204, (real(0xff800000u) < v204)));
            let v227: i32 = (v14 + 1280i);
            k0_shared[v227] = bitcast<u32>(select(real(0xff800000u), v209, (real(0xff800000u) < v209)));
            workgroupBarrier();
            storageBarrier();
            if (v181) {
                let v233 = k0_shared[(v14 + 64i)];
                let v234: f32 = bitcast<f32>(v233);
                let v235 = k0_shared[v14];
                let v236: f32 = bitcast<f32>(v235);
                let v244: u32 = bitcast<u32>(select(v234, v236, ((v234 < v236) | (2139095040u < (v233 & 2147483647u)))));
                k0_shared[v14] = v244;
                let v248 = k0_shared[(v14 + 320i)];
                let v249: f32 = bitcast<f32>(v248);
                let v250 = k0_shared[v73];
                let v251: f32 = bitcast<f32>(v250);
                let v257: u32 = bitcast<u32>(select(v249, v251, ((v249 < v251) | (2139095040u < (v248 & 2147483647u)))));
                k0_shared[v73] = v257;
                let v261 = k0_shared[(v14 + 576i)];
                let v262: f32 = bitcast<f32>(v261);
                let v263 = k0_shared[v83];
                let v264: f32 = bitcast<f32>(v263);
                let v270: u32 = bitcast<u32>(select(v262, v264, ((v262 < v264) | (2139095040u < (v261 & 2147483647u)))));
                k0_shared[v83] = v270;
                let v274 = k0_shared[(v14 + 832i)];
                let v275: f32 = bitcast<f32>(v274);
                let v276 = k0_shared[v219];
                let v277: f32 = bitcast<f32>(v276);
                let v283: u32 = bitcast<u32>(select(v275, v277, ((v275 < v277) | (2139095040u < (v274 & 2147483647u)))));
                k0_shared[v219] = v283;
                let v287 = k0_shared[(v14 + 1088i)];
                let v288: f32 = bitcast<f32>(v287);
                let v289 = k0_shared[v223];
                let v290: f32 = bitcast<f32>(v289);
                let v296: u32 = bitcast<u32>(select(v288, v290, ((v288 < v290) | (2139095040u < (v287 & 2147483647u)))));
                k0_shared[v223] = v296;
                let v300 = k0_shared[(v14 + 1344i)];
                let v301: f32 = bitcast<f32>(v300);
                let v302 = k0_shared[v227];
                let v303: f32 = bitcast<f32>(v302);
                let v309: u32 = bitcast<u32>(select(v301, v303, ((v301 < v303) | (2139095040u < (v300 & 2147483647u)))));
                k0_shared[v227] = v309;
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
                let v333 = k0_shared[v73];
                let v334: f32 = bitcast<f32>(v333);
                let v340: u32 = bitcast<u32>(select(v332, v334, ((v332 < v334) | (2139095040u < (v331 & 2147483647u)))));
                k0_shared[v73] = v340;
                let v344 = k0_shared[(v14 + 544i)];
                let v345: f32 = bitcast<f32>(v344);
                let v346 = k0_shared[v83];
                let v347: f32 = bitcast<f32>(v346);
                let v353: u32 = bitcast<u32>(select(v345, v347, ((v345 < v347) | (2139095040u < (v344 & 2147483647u)))));
                k0_shared[v83] = v353;
                let v357 = k0_shared[(v14 + 800i)];
                let v358: f32 = bitcast<f32>(v357);
                let v359 = k0_shared[v219];
                let v360: f32 = bitcast<f32>(v359);
                let v366: u32 = bitcast<u32>(select(v358, v360, ((v358 < v360) | (2139095040u < (v357 & 2147483647u)))));
                k0_shared[v219] = v366;
                let v370 = k0_shared[(v14 + 1056i)];
                let v371: f32 = bitcast<f32>(v370);
                let v372 = k0_shared[v223];
                let v373: f32 = bitcast<f32>(v372);
                let v379: u32 = bitcast<u32>(select(v371, v373, ((v371 < v373) | (2139095040u < (v370 & 2147483647u)))));
                k0_shared[v223] = v379;
                let v383 = k0_shared[(v14 + 1312i)];
                let v384: f32 = bitcast<f32>(v383);
                let v385 = k0_shared[v227];
                let v386: f32 = bitcast<f32>(v385);
                let v392: u32 = bitcast<u32>(select(v384, v386, ((v384 < v386) | (2139095040u < (v383 & 2147483647u)))));
                k0_shared[v227] = v392;
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
                let v417 = k0_shared[v73];
                let v418: f32 = bitcast<f32>(v417);
                let v424: u32 = bitcast<u32>(select(v416, v418, ((v416 < v418) | (2139095040u < (v415 & 2147483647u)))));
                k0_shared[v73] = v424;
                let v428 = k0_shared[(v14 + 528i)];
                let v429: f32 = bitcast<f32>(v428);
                let v430 = k0_shared[v83];
                let v431: f32 = bitcast<f32>(v430);
                let v437: u32 = bitcast<u32>(select(v429, v431, ((v429 < v431) | (2139095040u < (v428 & 2147483647u)))));
                k0_shared[v83] = v437;
                let v441 = k0_shared[(v14 + 784i)];
                let v442: f32 = bitcast<f32>(v441);
                let v443 = k0_shared[v219];
                let v444: f32 = bitcast<f32>(v443);
                let v450: u32 = bitcast<u32>(select(v442, v444, ((v442 < v444) | (2139095040u < (v441 & 2147483647u)))));
                k0_shared[v219] = v450;
                let v454 = k0_shared[(v14 + 1040i)];
                let v455: f32 = bitcast<f32>(v454);
                let v456 = k0_shared[v223];
                let v457: f32 = bitcast<f32>(v456);
                let v463: u32 = bitcast<u32>(select(v455, v457, ((v455 < v457) | (2139095040u < (v454 & 2147483647u)))));
                k0_shared[v223] = v463;
                let v467 = k0_shared[(v14 + 1296i)];
                let v468: f32 = bitcast<f32>(v467);
                let v469 = k0_shared[v227];
                let v470: f32 = bitcast<f32>(v469);
                let v476: u32 = bitcast<u32>(select(v468, v470, ((v468 < v470) | (2139095040u < (v467 & 2147483647u)))));
                k0_shared[v227] = v476;
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
                let v501 = k0_shared[v73];
                let v502: f32 = bitcast<f32>(v501);
                let v508: u32 = bitcast<u32>(select(v500, v502, ((v500 < v502) | (2139095040u < (v499 & 2147483647u)))));
                k0_shared[v73] = v508;
                let v512 = k0_shared[(v14 + 520i)];
                let v513: f32 = bitcast<f32>(v512);
                let v514 = k0_shared[v83];
                let v515: f32 = bitcast<f32>(v514);
                let v521: u32 = bitcast<u32>(select(v513, v515, ((v513 < v515) | (2139095040u < (v512 & 2147483647u)))));
                k0_shared[v83] = v521;
                let v525 = k0_shared[(v14 + 776i)];
                let v526: f32 = bitcast<f32>(v525);
                let v527 = k0_shared[v219];
                let v528: f32 = bitcast<f32>(v527);
                let v534: u32 = bitcast<u32>(select(v526, v528, ((v526 < v528) | (2139095040u < (v525 & 2147483647u)))));
                k0_shared[v219] = v534;
                let v538 = k0_shared[(v14 + 1032i)];
                let v539: f32 = bitcast<f32>(v538);
                let v540 = k0_shared[v223];
                let v541: f32 = bitcast<f32>(v540);
                let v547: u32 = bitcast<u32>(select(v539, v541, ((v539 < v541) | (2139095040u < (v538 & 2147483647u)))));
                k0_shared[v223] = v547;
                let v551 = k0_shared[(v14 + 1288i)];
                let v552: f32 = bitcast<f32>(v551);
                let v553 = k0_shared[v227];
                let v554: f32 = bitcast<f32>(v553);
                let v560: u32 = bitcast<u32>(select(v552, v554, ((v552 < v554) | (2139095040u < (v551 & 2147483647u)))));
                k0_shared[v227] = v560;
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
                let v584 = k0_shared[v73];
                let v585: f32 = bitcast<f32>(v584);
                let v591: u32 = bitcast<u32>(select(v583, v585, ((v583 < v585) | (2139095040u < (v582 & 2147483647u)))));
                k0_shared[v73] = v591;
                let v595 = k0_shared[(v14 + 516i)];
                let v596: f32 = bitcast<f32>(v595);
                let v597 = k0_shared[v83];
                let v598: f32 = bitcast<f32>(v597);
                let v604: u32 = bitcast<u32>(select(v596, v598, ((v596 < v598) | (2139095040u < (v595 & 2147483647u)))));
                k0_shared[v83] = v604;
                let v608 = k0_shared[(v14 + 772i)];
                let v609: f32 = bitcast<f32>(v608);
                let v610 = k0_shared[v219];
                let v611: f32 = bitcast<f32>(v610);
                let v617: u32 = bitcast<u32>(select(v609, v611, ((v609 < v611) | (2139095040u < (v608 & 2147483647u)))));
                k0_shared[v219] = v617;
                let v621 = k0_shared[(v14 + 1028i)];
                let v622: f32 = bitcast<f32>(v621);
                let v623 = k0_shared[v223];
                let v624: f32 = bitcast<f32>(v623);
                let v630: u32 = bitcast<u32>(select(v622, v624, ((v622 < v624) | (2139095040u < (v621 & 2147483647u)))));
                k0_shared[v223] = v630;
                let v634 = k0_shared[(v14 + 1284i)];
                let v635: f32 = bitcast<f32>(v634);
                let v636 = k0_shared[v227];
                let v637: f32 = bitcast<f32>(v636);
                let v643: u32 = bitcast<u32>(select(v635, v637, ((v635 < v637) | (2139095040u < (v634 & 2147483647u)))));
                k0_shared[v227] = v643;
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
                let v667 = k0_shared[v73];
                let v668: f32 = bitcast<f32>(v667);
                let v674: u32 = bitcast<u32>(select(v666, v668, ((v666 < v668) | (2139095040u < (v665 & 2147483647u)))));
                k0_shared[v73] = v674;
                let v678 = k0_shared[(v14 + 514i)];
                let v679: f32 = bitcast<f32>(v678);
                let v680 = k0_shared[v83];
                let v681: f32 = bitcast<f32>(v680);
                let v687: u32 = bitcast<u32>(select(v679, v681, ((v679 < v681) | (2139095040u < (v678 & 2147483647u)))));
                k0_shared[v83] = v687;
                let v691 = k0_shared[(v14 + 770i)];
                let v692: f32 = bitcast<f32>(v691);
                let v693 = k0_shared[v219];
                let v694: f32 = bitcast<f32>(v693);
                let v700: u32 = bitcast<u32>(select(v692, v694, ((v692 < v694) | (2139095040u < (v691 & 2147483647u)))));
                k0_shared[v219] = v700;
                let v704 = k0_shared[(v14 + 1026i)];
                let v705: f32 = bitcast<f32>(v704);
                let v706 = k0_shared[v223];
                let v707: f32 = bitcast<f32>(v706);
                let v713: u32 = bitcast<u32>(select(v705, v707, ((v705 < v707) | (2139095040u < (v704 & 2147483647u)))));
                k0_shared[v223] = v713;
                let v717 = k0_shared[(v14 + 1282i)];
                let v718: f32 = bitcast<f32>(v717);
                let v719 = k0_shared[v227];
                let v720: f32 = bitcast<f32>(v719);
                let v726: u32 = bitcast<u32>(select(v718, v720, ((v718 < v720) | (2139095040u < (v717 & 2147483647u)))));
                k0_shared[v227] = v726;
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
                let v750 = k0_shared[v73];
                let v751: f32 = bitcast<f32>(v750);
                let v757: u32 = bitcast<u32>(select(v749, v751, ((v749 < v751) | (2139095040u < (v748 & 2147483647u)))));
                k0_shared[v73] = v757;
                let v761 = k0_shared[(v14 + 513i)];
                let v762: f32 = bitcast<f32>(v761);
                let v763 = k0_shared[v83];
                let v764: f32 = bitcast<f32>(v763);
                let v770: u32 = bitcast<u32>(select(v762, v764, ((v762 < v764) | (2139095040u < (v761 & 2147483647u)))));
                k0_shared[v83] = v770;
                let v774 = k0_shared[(v14 + 769i)];
                let v775: f32 = bitcast<f32>(v774);
                let v776 = k0_shared[v219];
                let v777: f32 = bitcast<f32>(v776);
                let v783: u32 = bitcast<u32>(select(v775, v777, ((v775 < v777) | (2139095040u < (v774 & 2147483647u)))));
                k0_shared[v219] = v783;
                let v787 = k0_shared[(v14 + 1025i)];
                let v788: f32 = bitcast<f32>(v787);
                let v789 = k0_shared[v223];
                let v790: f32 = bitcast<f32>(v789);
                let v796: u32 = bitcast<u32>(select(v788, v790, ((v788 < v790) | (2139095040u < (v787 & 2147483647u)))));
                k0_shared[v223] = v796;
                let v800 = k0_shared[(v14 + 1281i)];
                let v801: f32 = bitcast<f32>(v800);
                let v802 = k0_shared[v227];
                let v803: f32 = bitcast<f32>(v802);
                let v809: u32 = bitcast<u32>(select(v801, v803, ((v801 < v803) | (2139095040u < (v800 & 2147483647u)))));
                k0_shared[v227] = v809;
            }
            workgroupBarrier();
            storageBarrier();
            let v813 = k0_shared[0i];
            let v814: f32 = bitcast<f32>(v813);
            let v815: f32 = v93;
            let v822: f32 = select(v814, v815, ((v814 < v815) | (2139095040u < (v813 & 2147483647u))));
            let v824: f32 = exact_exp((v183 - v822));
            let v825 = k0_shared[256i];
            let v826: f32 = bitcast<f32>(v825);
            let v827: f32 = v94;
            let v832: f32 = select(v826, v827, ((v826 < v827) | (2139095040u < (v825 & 2147483647u))));
            let v834: f32 = exact_exp((v188 - v832));
            let v835 = k0_shared[512i];
            let v836: f32 = bitcast<f32>(v835);
            let v837: f32 = v95;
            let v842: f32 = select(v836, v837, ((v836 < v837) | (2139095040u < (v835 & 2147483647u))));
            let v844: f32 = exact_exp((v193 - v842));
            let v845 = k0_shared[768i];
            let v846: f32 = bitcast<f32>(v845);
            let v847: f32 = v96;
            let v852: f32 = select(v846, v847, ((v846 < v847) | (2139095040u < (v845 & 2147483647u))));
            let v854: f32 = exact_exp((v198 - v852));
            let v855 = k0_shared[1024i];
            let v856: f32 = bitcast<f32>(v855);
            let v857: f32 = v97;
            let v862: f32 = select(v856, v857, ((v856 < v857) | (2139095040u < (v855 & 2147483647u))));
            let v864: f32 = exact_exp((v203 - v862));
            let v865 = k0_shared[1280i];
            let v866: f32 = bitcast<f32>(v865);
            let v867: f32 = v98;
            let v872: f32 = select(v866, v867, ((v866 < v867) | (2139095040u < (v865 & 2147483647u))));
            let v874: f32 = exact_exp((v208 - v872));
            let v877: f32 = exact_exp((v93 - v822));
            let v880: f32 = exact_exp((v94 - v832));
            let v883: f32 = exact_exp((v95 - v842));
            let v886: f32 = exact_exp((v96 - v852));
            let v889: f32 = exact_exp((v97 - v862));
            let v892: f32 = exact_exp((v98 - v872));
            workgroupBarrier();
            storageBarrier();
            if (v181) {
                k0_shared[(v119 + 2304i)] = bitcast<u32>(v824);
            }
            if (v181) {
                k0_shared[(v119 + 2368i)] = bitcast<u32>(v834);
            }
            if (v181) {
                k0_shared[(v119 + 2432i)] = bitcast<u32>(v844);
            }
            if (v181) {
                k0_shared[(v119 + 2496i)] = bitcast<u32>(v854);
            }
            if (v181) {
                k0_shared[(v119 + 2560i)] = bitcast<u32>(v864);
            }
            if (v181) {
                k0_shared[(v119 + 2624i)] = bitcast<u32>(v874);
            }
            k0_shared[v14] = bitcast<u32>(select(0f, v824, v181));
            k0_shared[v73] = bitcast<u32>(select(0f, v834, v181));
            k0_shared[v83] = bitcast<u32>(select(0f, v844, v181));
            k0_shared[v219] = bitcast<u32>(select(0f, v854, v181));
            k0_shared[v223] = bitcast<u32>(select(0f, v864, v181));
            k0_shared[v227] = bitcast<u32>(select(0f, v874, v181));
            workgroupBarrier();
            storageBarrier();
            if (v181) {
                let v951 = k0_shared[v14];
                let v954 = k0_shared[(v14 + 64i)];
                k0_shared[v14] = bitcast<u32>((bitcast<f32>(v951) + bitcast<f32>(v954)));
                let v959 = k0_shared[v73];
                let v962 = k0_shared[(v14 + 320i)];
                k0_shared[v73] = bitcast<u32>((bitcast<f32>(v959) + bitcast<f32>(v962)));
                let v967 = k0_shared[v83];
                let v971 = k0_shared[(v14 + 576i)];
                k0_shared[v83] = bitcast<u32>((bitcast<f32>(v967) + bitcast<f32>(v971)));
                let v976 = k0_shared[v219];
                let v980 = k0_shared[(v14 + 832i)];
                k0_shared[v219] = bitcast<u32>((bitcast<f32>(v976) + bitcast<f32>(v980)));
                let v985 = k0_shared[v223];
                let v989 = k0_shared[(v14 + 1088i)];
                k0_shared[v223] = bitcast<u32>((bitcast<f32>(v985) + bitcast<f32>(v989)));
                let v994 = k0_shared[v227];
                let v998 = k0_shared[(v14 + 1344i)];
                k0_shared[v227] = bitcast<u32>((bitcast<f32>(v994) + bitcast<f32>(v998)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v313) {
                let v1006 = k0_shared[v14];
                let v1009 = k0_shared[(v14 + 32i)];
                k0_shared[v14] = bitcast<u32>((bitcast<f32>(v1006) + bitcast<f32>(v1009)));
                let v1014 = k0_shared[v73];
                let v1018 = k0_shared[(v14 + 288i)];
                k0_shared[v73] = bitcast<u32>((bitcast<f32>(v1014) + bitcast<f32>(v1018)));
                let v1023 = k0_shared[v83];
                let v1027 = k0_shared[(v14 + 544i)];
                k0_shared[v83] = bitcast<u32>((bitcast<f32>(v1023) + bitcast<f32>(v1027)));
                let v1032 = k0_shared[v219];
                let v1036 = k0_shared[(v14 + 800i)];
                k0_shared[v219] = bitcast<u32>((bitcast<f32>(v1032) + bitcast<f32>(v1036)));
                let v1041 = k0_shared[v223];
                let v1045 = k0_shared[(v14 + 1056i)];
                k0_shared[v223] = bitcast<u32>((bitcast<f32>(v1041) + bitcast<f32>(v1045)));
                let v1050 = k0_shared[v227];
                let v1054 = k0_shared[(v14 + 1312i)];
                k0_shared[v227] = bitcast<u32>((bitcast<f32>(v1050) + bitcast<f32>(v1054)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v397) {
                let v1062 = k0_shared[v14];
                let v1065 = k0_shared[(v14 + 16i)];
                k0_shared[v14] = bitcast<u32>((bitcast<f32>(v1062) + bitcast<f32>(v1065)));
                let v1070 = k0_shared[v73];
                let v1074 = k0_shared[(v14 + 272i)];
                k0_shared[v73] = bitcast<u32>((bitcast<f32>(v1070) + bitcast<f32>(v1074)));
                let v1079 = k0_shared[v83];
                let v1083 = k0_shared[(v14 + 528i)];
                k0_shared[v83] = bitcast<u32>((bitcast<f32>(v1079) + bitcast<f32>(v1083)));
                let v1088 = k0_shared[v219];
                let v1092 = k0_shared[(v14 + 784i)];
                k0_shared[v219] = bitcast<u32>((bitcast<f32>(v1088) + bitcast<f32>(v1092)));
                let v1097 = k0_shared[v223];
                let v1101 = k0_shared[(v14 + 1040i)];
                k0_shared[v223] = bitcast<u32>((bitcast<f32>(v1097) + bitcast<f32>(v1101)));
                let v1106 = k0_shared[v227];
                let v1110 = k0_shared[(v14 + 1296i)];
                k0_shared[v227] = bitcast<u32>((bitcast<f32>(v1106) + bitcast<f32>(v1110)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v481) {
                let v1118 = k0_shared[v14];
                let v1121 = k0_shared[(v14 + 8i)];
                k0_shared[v14] = bitcast<u32>((bitcast<f32>(v1118) + bitcast<f32>(v1121)));
                let v1126 = k0_shared[v73];
                let v1130 = k0_shared[(v14 + 264i)];
                k0_shared[v73] = bitcast<u32>((bitcast<f32>(v1126) + bitcast<f32>(v1130)));
                let v1135 = k0_shared[v83];
                let v1139 = k0_shared[(v14 + 520i)];
                k0_shared[v83] = bitcast<u32>((bitcast<f32>(v1135) + bitcast<f32>(v1139)));
                let v1144 = k0_shared[v219];
                let v1148 = k0_shared[(v14 + 776i)];
                k0_shared[v219] = bitcast<u32>((bitcast<f32>(v1144) + bitcast<f32>(v1148)));
                let v1153 = k0_shared[v223];
                let v1157 = k0_shared[(v14 + 1032i)];
                k0_shared[v223] = bitcast<u32>((bitcast<f32>(v1153) + bitcast<f32>(v1157)));
                let v1162 = k0_shared[v227];
                let v1166 = k0_shared[(v14 + 1288i)];
                k0_shared[v227] = bitcast<u32>((bitcast<f32>(v1162) + bitcast<f32>(v1166)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v564) {
                let v1174 = k0_shared[v14];
                let v1177 = k0_shared[(v14 + 4i)];
                k0_shared[v14] = bitcast<u32>((bitcast<f32>(v1174) + bitcast<f32>(v1177)));
                let v1182 = k0_shared[v73];
                let v1186 = k0_shared[(v14 + 260i)];
                k0_shared[v73] = bitcast<u32>((bitcast<f32>(v1182) + bitcast<f32>(v1186)));
                let v1191 = k0_shared[v83];
                let v1195 = k0_shared[(v14 + 516i)];
                k0_shared[v83] = bitcast<u32>((bitcast<f32>(v1191) + bitcast<f32>(v1195)));
                let v1200 = k0_shared[v219];
                let v1204 = k0_shared[(v14 + 772i)];
                k0_shared[v219] = bitcast<u32>((bitcast<f32>(v1200) + bitcast<f32>(v1204)));
                let v1209 = k0_shared[v223];
                let v1213 = k0_shared[(v14 + 1028i)];
                k0_shared[v223] = bitcast<u32>((bitcast<f32>(v1209) + bitcast<f32>(v1213)));
                let v1218 = k0_shared[v227];
                let v1222 = k0_shared[(v14 + 1284i)];
                k0_shared[v227] = bitcast<u32>((bitcast<f32>(v1218) + bitcast<f32>(v1222)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v647) {
                let v1230 = k0_shared[v14];
                let v1233 = k0_shared[(v14 + 2i)];
                k0_shared[v14] = bitcast<u32>((bitcast<f32>(v1230) + bitcast<f32>(v1233)));
                let v1238 = k0_shared[v73];
                let v1242 = k0_shared[(v14 + 258i)];
                k0_shared[v73] = bitcast<u32>((bitcast<f32>(v1238) + bitcast<f32>(v1242)));
                let v1247 = k0_shared[v83];
                let v1251 = k0_shared[(v14 + 514i)];
                k0_shared[v83] = bitcast<u32>((bitcast<f32>(v1247) + bitcast<f32>(v1251)));
                let v1256 = k0_shared[v219];
                let v1260 = k0_shared[(v14 + 770i)];
                k0_shared[v219] = bitcast<u32>((bitcast<f32>(v1256) + bitcast<f32>(v1260)));
                let v1265 = k0_shared[v223];
                let v1269 = k0_shared[(v14 + 1026i)];
                k0_shared[v223] = bitcast<u32>((bitcast<f32>(v1265) + bitcast<f32>(v1269)));
                let v1274 = k0_shared[v227];
                let v1278 = k0_shared[(v14 + 1282i)];
                k0_shared[v227] = bitcast<u32>((bitcast<f32>(v1274) + bitcast<f32>(v1278)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v730) {
                let v1286 = k0_shared[v14];
                let v1289 = k0_shared[(v14 + 1i)];
                k0_shared[v14] = bitcast<u32>((bitcast<f32>(v1286) + bitcast<f32>(v1289)));
                let v1294 = k0_shared[v73];
                let v1298 = k0_shared[(v14 + 257i)];
                k0_shared[v73] = bitcast<u32>((bitcast<f32>(v1294) + bitcast<f32>(v1298)));
                let v1303 = k0_shared[v83];
                let v1307 = k0_shared[(v14 + 513i)];
                k0_shared[v83] = bitcast<u32>((bitcast<f32>(v1303) + bitcast<f32>(v1307)));
                let v1312 = k0_shared[v219];
                let v1316 = k0_shared[(v14 + 769i)];
                k0_shared[v219] = bitcast<u32>((bitcast<f32>(v1312) + bitcast<f32>(v1316)));
                let v1321 = k0_shared[v223];
                let v1325 = k0_shared[(v14 + 1025i)];
                k0_shared[v223] = bitcast<u32>((bitcast<f32>(v1321) + bitcast<f32>(v1325)));
                let v1330 = k0_shared[v227];
                let v1334 = k0_shared[(v14 + 1281i)];
                k0_shared[v227] = bitcast<u32>((bitcast<f32>(v1330) + bitcast<f32>(v1334)));
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
                let v1394: i32 = (v117 + v1389);
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
        let v1469: i32 = ((v18 * 16i) + (v55 / 256i));
        let v1472: bool = ((0i <= v1469) & (v1469 < 32i));
        let v1473: i32 = select(0i, 6i, v1472);
        let v1475: i32 = (v1469 * 768i);
        let v1476: i32 = (v1475 + v14);
        let v1477: f32 = v106;
        let v1478: i32 = select(0i, 2i, v1472);
        let v1480: i32 = select(0i, 6i, (0i < v1478));
        let v1481: i32 = (v1469 * 12i);
        let v1483: i32 = select(0i, 6i, (1i < v1478));
        let v1484: i32 = (v1481 + 6i);
        if ((0i < v1473)) {
            let v1486_at = u32(v1476 + k0_at[0].w);
            k0_b3[v1486_at] = v1477;
        }
        let v1490: i32 = ((v1475 + 128i) + v14);
        let v1491: f32 = v107;
        if ((1i < v1473)) {
            let v1493_at = u32(v1490 + k0_at[0].w);
            k0_b3[v1493_at] = v1491;
        }
        let v1497: i32 = ((v1475 + 256i) + v14);
        let v1498: f32 = v108;
        if ((2i < v1473)) {
            let v1500_at = u32(v1497 + k0_at[0].w);
            k0_b3[v1500_at] = v1498;
        }
        let v1504: i32 = ((v1475 + 384i) + v14);
        let v1505: f32 = v109;
        if ((3i < v1473)) {
            let v1507_at = u32(v1504 + k0_at[0].w);
            k0_b3[v1507_at] = v1505;
        }
        let v1511: i32 = ((v1475 + 512i) + v14);
        let v1512: f32 = v110;
        if ((4i < v1473)) {
            let v1514_at = u32(v1511 + k0_at[0].w);
            k0_b3[v1514_at] = v1512;
        }
        let v1518: i32 = ((v1475 + 640i) + v14);
        let v1519: f32 = v111;
        if ((5i < v1473)) {
            let v1521_at = u32(v1518 + k0_at[0].w);
            k0_b3[v1521_at] = v1519;
        }
        let v1523: bool = (v14 == 0i);
        if (v1523) {
            let v1526: f32 = v93;
            if ((0i < v1480)) {
                let v1528_at = u32(v1481 + k0_at[1].x);
                k0_b4[v1528_at] = v1526;
            }
        }
        let v1531: bool = (v14 == 1i);
        if (v1531) {
            let v1534: i32 = (v1481 + 1i);
            let v1535: f32 = v94;
            if ((1i < v1480)) {
                let v1537_at = u32(v1534 + k0_at[1].x);
                k0_b4[v1537_at] = v1535;
            }
        }
        let v1540: bool = (v14 == 2i);
        if (v1540) {
            let v1543: i32 = (v1481 + 2i);
            let v1544: f32 = v95;
            if ((2i < v1480)) {
                let v1546_at = u32(v1543 + k0_at[1].x);
                k0_b4[v1546_at] = v1544;
            }
        }
        let v1549: bool = (v14 == 3i);
        if (v1549) {
            let v1552: i32 = (v1481 + 3i);
            let v1553: f32 = v96;
            if ((3i < v1480)) {
                let v1555_at = u32(v1552 + k0_at[1].x);
                k0_b4[v1555_at] = v1553;
            }
        }
        let v1558: bool = (v14 == 4i);
        if (v1558) {
            let v1561: i32 = (v1481 + 4i);
            let v1562: f32 = v97;
            if ((4i < v1480)) {
                let v1564_at = u32(v1561 + k0_at[1].x);
                k0_b4[v1564_at] = v1562;
            }
        }
        let v1567: bool = (v14 == 5i);
        if (v1567) {
            let v1570: i32 = (v1481 + 5i);
            let v1571: f32 = v98;
            if ((5i < v1480)) {
                let v1573_at = u32(v1570 + k0_at[1].x);
                k0_b4[v1573_at] = v1571;
            }
        }
        workgroupBarrier();
        storageBarrier();
        if (v1523) {
            let v1579: f32 = v100;
            if ((0i < v1483)) {
                let v1581_at = u32(v1484 + k0_at[1].x);
                k0_b4[v1581_at] = v1579;
            }
        }
        if (v1531) {
            let v1587: i32 = (v1481 + 7i);
            let v1588: f32 = v101;
            if ((1i < v1483)) {
                let v1590_at = u32(v1587 + k0_at[1].x);
                k0_b4[v1590_at] = v1588;
            }
        }
        if (v1540) {
            let v1596: i32 = (v1481 + 8i);
            let v1597: f32 = v102;
            if ((2i < v1483)) {
                let v1599_at = u32(v1596 + k0_at[1].x);
                k0_b4[v1599_at] = v1597;
            }
        }
        if (v1549) {
            let v1605: i32 = (v1481 + 9i);
            let v1606: f32 = v103;
            if ((3i < v1483)) {
                let v1608_at = u32(v1605 + k0_at[1].x);
                k0_b4[v1608_at] = v1606;
            }
        }
        if (v1558) {
            let v1614: i32 = (v1481 + 10i);
            let v1615: f32 = v104;
            if ((4i < v1483)) {
                let v1617_at = u32(v1614 + k0_at[1].x);
                k0_b4[v1617_at] = v1615;
            }
        }
        if (v1567) {
            let v1623: i32 = (v1481 + 11i);
            let v1624: f32 = v105;
            if ((5i < v1483)) {
                let v1626_at = u32(v1623 + k0_at[1].x);
                k0_b4[v1626_at] = v1624;
            }
        }
    }
}

// tessera kernel attention_decode_gqa entry k_ts_attention_decode_gqa__wide wide 1 params i32,i16,i16,w32,w32 sizes 1 threads 128 teams 1 count -1 shared 10752 cost 2100225
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
    let v10: i32 = select(0i, (((v3 - 1i) / 256i) + 1i), (0i < v3));
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
        let v55: i32 = ((v16 % v10) * 256i);
        workgroupBarrier();
        storageBarrier();
        k1_shared[(v14 + 1536i)] = bitcast<u32>((v23 * 0.0883883461f));
        k1_shared[(v14 + 1664i)] = bitcast<u32>((v29 * 0.0883883461f));
        let v73: i32 = (v14 + 256i);
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
        let v115: i32 = min(min(v3, (v55 + 256i)), 2147483583i);
        for (var v117: i32 = v55; v117 < v115; v117 += 64i) {
            let v119: i32 = min(v14, 63i);
            let v120: i32 = (v117 + v119);
            let v121: bool = (v120 < v3);
            workgroupBarrier();
            storageBarrier();
            var v123: f32 = 0f;
            var v124: f32 = 0f;
            var v125: f32 = 0f;
            var v126: f32 = 0f;
            var v127: f32 = 0f;
            var v128: f32 = 0f;
            for (var v130: i32 = 0i; v130 < 128i; v130 += 8i) {
                let v132 = k1_shared[(v130 + 1536i)];
                let v136: bool = ((0i <= v120) & (v120 < v91));
                let v141: i32 = select(0i, (((v92 + (v120 * 128i)) + v130) >> u32(3i)), v136);
                let v142_at = u32(v141 + k1_at[0].y / 8i);
                let v142 = k1_b1[v142_at];
                let v150: f32 = bitcast<f32>((select(0u, (v142.x & 65535u), v136) << 16u));
                v123 = fma(bitcast<f32>(v132), v150, v123);
                let v172 = k1_shared[(v130 + 1664i)];
                v124 = fma(bitcast<f32>(v172), v150, v124);
                let v178 = k1_shared[(v130 + 1792i)];
                v125 = fma(bitcast<f32>(v178), v150, v125);
                let v184 = k1_shared[(v130 + 1920i)];
                v126 = fma(bitcast<f32>(v184), v150, v126);
                let v190 = k1_shared[(v130 + 2048i)];
                v127 = fma(bitcast<f32>(v190), v150, v127);
                let v196 = k1_shared[(v130 + 2176i)];
                v128 = fma(bitcast<f32>(v196), v150, v128);
                let v203 = k1_shared[(v130 + 1537i)];
                let v206: f32 = bitcast<f32>((select(0u, (v142.x >> 16u), v136) << 16u));
                v123 = fma(bitcast<f32>(v203), v206, v123);
                let v212 = k1_shared[(v130 + 1665i)];
                v124 = fma(bitcast<f32>(v212), v206, v124);
                let v219 = k1_shared[(v130 + 1793i)];
                v125 = fma(bitcast<f32>(v219), v206, v125);
                let v226 = k1_shared[(v130 + 1921i)];
                v126 = fma(bitcast<f32>(v226), v206, v126);
                let v233 = k1_shared[(v130 + 2049i)];
                v127 = fma(bitcast<f32>(v233), v206, v127);
                let v240 = k1_shared[(v130 + 2177i)];
                v128 = fma(bitcast<f32>(v240), v206, v128);
                let v247 = k1_shared[(v130 + 1538i)];
                let v250: f32 = bitcast<f32>((select(0u, (v142.y & 65535u), v136) << 16u));
                v123 = fma(bitcast<f32>(v247), v250, v123);
                let v256 = k1_shared[(v130 + 1666i)];
                v124 = fma(bitcast<f32>(v256), v250, v124);
                let v263 = k1_shared[(v130 + 1794i)];
                v125 = fma(bitcast<f32>(v263), v250, v125);
                let v270 = k1_shared[(v130 + 1922i)];
                v126 = fma(bitcast<f32>(v270), v250, v126);
                let v277 = k1_shared[(v130 + 2050i)];
                v127 = fma(bitcast<f32>(v277), v250, v127);
                let v284 = k1_shared[(v130 + 2178i)];
                v128 = fma(bitcast<f32>(v284), v250, v128);
                let v291 = k1_shared[(v130 + 1539i)];
                let v294: f32 = bitcast<f32>((select(0u, (v142.y >> 16u), v136) << 16u));
                v123 = fma(bitcast<f32>(v291), v294, v123);
                let v300 = k1_shared[(v130 + 1667i)];
                v124 = fma(bitcast<f32>(v300), v294, v124);
                let v307 = k1_shared[(v130 + 1795i)];
                v125 = fma(bitcast<f32>(v307), v294, v125);
                let v314 = k1_shared[(v130 + 1923i)];
                v126 = fma(bitcast<f32>(v314), v294, v126);
                let v321 = k1_shared[(v130 + 2051i)];
                v127 = fma(bitcast<f32>(v321), v294, v127);
                let v328 = k1_shared[(v130 + 2179i)];
                v128 = fma(bitcast<f32>(v328), v294, v128);
                let v335 = k1_shared[(v130 + 1540i)];
                let v338: f32 = bitcast<f32>((select(0u, (v142.z & 65535u), v136) << 16u));
                v123 = fma(bitcast<f32>(v335), v338, v123);
                let v344 = k1_shared[(v130 + 1668i)];
                v124 = fma(bitcast<f32>(v344), v338, v124);
                let v351 = k1_shared[(v130 + 1796i)];
                v125 = fma(bitcast<f32>(v351), v338, v125);
                let v358 = k1_shared[(v130 + 1924i)];
                v126 = fma(bitcast<f32>(v358), v338, v126);
                let v365 = k1_shared[(v130 + 2052i)];
                v127 = fma(bitcast<f32>(v365), v338, v127);
                let v372 = k1_shared[(v130 + 2180i)];
                v128 = fma(bitcast<f32>(v372), v338, v128);
                let v379 = k1_shared[(v130 + 1541i)];
                let v382: f32 = bitcast<f32>((select(0u, (v142.z >> 16u), v136) << 16u));
                v123 = fma(bitcast<f32>(v379), v382, v123);
                let v388 = k1_shared[(v130 + 1669i)];
                v124 = fma(bitcast<f32>(v388), v382, v124);
                let v395 = k1_shared[(v130 + 1797i)];
                v125 = fma(bitcast<f32>(v395), v382, v125);
                let v402 = k1_shared[(v130 + 1925i)];
                v126 = fma(bitcast<f32>(v402), v382, v126);
                let v409 = k1_shared[(v130 + 2053i)];
                v127 = fma(bitcast<f32>(v409), v382, v127);
                let v416 = k1_shared[(v130 + 2181i)];
                v128 = fma(bitcast<f32>(v416), v382, v128);
                let v423 = k1_shared[(v130 + 1542i)];
                let v426: f32 = bitcast<f32>((select(0u, (v142.w & 65535u), v136) << 16u));
                v123 = fma(bitcast<f32>(v423), v426, v123);
                let v432 = k1_shared[(v130 + 1670i)];
                v124 = fma(bitcast<f32>(v432), v426, v124);
                let v439 = k1_shared[(v130 + 1798i)];
                v125 = fma(bitcast<f32>(v439), v426, v125);
                let v446 = k1_shared[(v130 + 1926i)];
                v126 = fma(bitcast<f32>(v446), v426, v126);
                let v453 = k1_shared[(v130 + 2054i)];
                v127 = fma(bitcast<f32>(v453), v426, v127);
                let v460 = k1_shared[(v130 + 2182i)];
                v128 = fma(bitcast<f32>(v460), v426, v128);
                let v467 = k1_shared[(v130 + 1543i)];
                let v470: f32 = bitcast<f32>((select(0u, (v142.w >> 16u), v136) << 16u));
                v123 = fma(bitcast<f32>(v467), v470, v123);
                let v476 = k1_shared[(v130 + 1671i)];
                v124 = fma(bitcast<f32>(v476), v470, v124);
                let v483 = k1_shared[(v130 + 1799i)];
                v125 = fma(bitcast<f32>(v483), v470, v125);
                let v490 = k1_shared[(v130 + 1927i)];
                v126 = fma(bitcast<f32>(v490), v470, v126);
                let v497 = k1_shared[(v130 + 2055i)];
                v127 = fma(bitcast<f32>(v497), v470, v127);
                let v504 = k1_shared[(v130 + 2183i)];
                v128 = fma(bitcast<f32>(v504), v470, v128);
            }
            let v511: bool = (v14 < 64i);
            let v513: f32 = select(-1.00000002e+30f, v123, v121);
            let v514: f32 = select(real(0xff800000u), v513, v511);
            let v518: f32 = select(-1.00000002e+30f, v124, v121);
            let v519: f32 = select(real(0xff800000u), v518, v511);
            let v523: f32 = select(-1.00000002e+30f, v125, v121);
            let v524: f32 = select(real(0xff800000u), v523, v511);
            let v528: f32 = select(-1.00000002e+30f, v126, v121);
            let v529: f32 = select(real(0xff800000u), v528, v511);
            let v533: f32 = select(-1.00000002e+30f, v127, v121);
            let v534: f32 = select(real(0xff800000u), v533, v511);
            let v538: f32 = select(-1.00000002e+30f, v128, v121);
            let v539: f32 = select(real(0xff800000u), v538, v511);
            workgroupBarrier();
            storageBarrier();
            k1_shared[v14] = bitcast<u32>(select(real(0xff800000u), v514, (real(0xff800000u) < v514)));
            k1_shared[v73] = bitcast<u32>(select(real(0xff800000u), v519, (real(0xff800000u) < v519)));
            k1_shared[v83] = bitcast<u32>(select(real(0xff800000u), v524, (real(0xff800000u) < v524)));
            let v549: i32 = (v14 + 768i);
            k1_shared[v549] = bitcast<u32>(select(real(0xff800000u), v529, (real(0xff800000u) < v529)));
            let v553: i32 = (v14 + 1024i);
            k1_shared[v553] = bitcast<u32>(select(real(0xff800000u), v534, (real(0xff800000u) < v534)));
            let v557: i32 = (v14 + 1280i);
            k1_shared[v557] = bitcast<u32>(select(real(0xff800000u), v539, (real(0xff800000u) < v539)));
            workgroupBarrier();
            storageBarrier();
            if (v511) {
                let v563 = k1_shared[(v14 + 64i)];
                let v564: f32 = bitcast<f32>(v563);
                let v565 = k1_shared[v14];
                let v566: f32 = bitcast<f32>(v565);
                let v574: u32 = bitcast<u32>(select(v564, v566, ((v564 < v566) | (2139095040u < (v563 & 2147483647u)))));
                k1_shared[v14] = v574;
                let v578 = k1_shared[(v14 + 320i)];
                let v579: f32 = bitcast<f32>(v578);
                let v580 = k1_shared[v73];
                let v581: f32 = bitcast<f32>(v580);
                let v587: u32 = bitcast<u32>(select(v579, v581, ((v579 < v581) | (2139095040u < (v578 & 2147483647u)))));
                k1_shared[v73] = v587;
                let v591 = k1_shared[(v14 + 576i)];
                let v592: f32 = bitcast<f32>(v591);
                let v593 = k1_shared[v83];
                let v594: f32 = bitcast<f32>(v593);
                let v600: u32 = bitcast<u32>(select(v592, v594, ((v592 < v594) | (2139095040u < (v591 & 2147483647u)))));
                k1_shared[v83] = v600;
                let v604 = k1_shared[(v14 + 832i)];
                let v605: f32 = bitcast<f32>(v604);
                let v606 = k1_shared[v549];
                let v607: f32 = bitcast<f32>(v606);
                let v613: u32 = bitcast<u32>(select(v605, v607, ((v605 < v607) | (2139095040u < (v604 & 2147483647u)))));
                k1_shared[v549] = v613;
                let v617 = k1_shared[(v14 + 1088i)];
                let v618: f32 = bitcast<f32>(v617);
                let v619 = k1_shared[v553];
                let v620: f32 = bitcast<f32>(v619);
                let v626: u32 = bitcast<u32>(select(v618, v620, ((v618 < v620) | (2139095040u < (v617 & 2147483647u)))));
                k1_shared[v553] = v626;
                let v630 = k1_shared[(v14 + 1344i)];
                let v631: f32 = bitcast<f32>(v630);
                let v632 = k1_shared[v557];
                let v633: f32 = bitcast<f32>(v632);
                let v639: u32 = bitcast<u32>(select(v631, v633, ((v631 < v633) | (2139095040u < (v630 & 2147483647u)))));
                k1_shared[v557] = v639;
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
                let v663 = k1_shared[v73];
                let v664: f32 = bitcast<f32>(v663);
                let v670: u32 = bitcast<u32>(select(v662, v664, ((v662 < v664) | (2139095040u < (v661 & 2147483647u)))));
                k1_shared[v73] = v670;
                let v674 = k1_shared[(v14 + 544i)];
                let v675: f32 = bitcast<f32>(v674);
                let v676 = k1_shared[v83];
                let v677: f32 = bitcast<f32>(v676);
                let v683: u32 = bitcast<u32>(select(v675, v677, ((v675 < v677) | (2139095040u < (v674 & 2147483647u)))));
                k1_shared[v83] = v683;
                let v687 = k1_shared[(v14 + 800i)];
                let v688: f32 = bitcast<f32>(v687);
                let v689 = k1_shared[v549];
                let v690: f32 = bitcast<f32>(v689);
                let v696: u32 = bitcast<u32>(select(v688, v690, ((v688 < v690) | (2139095040u < (v687 & 2147483647u)))));
                k1_shared[v549] = v696;
                let v700 = k1_shared[(v14 + 1056i)];
                let v701: f32 = bitcast<f32>(v700);
                let v702 = k1_shared[v553];
                let v703: f32 = bitcast<f32>(v702);
                let v709: u32 = bitcast<u32>(select(v701, v703, ((v701 < v703) | (2139095040u < (v700 & 2147483647u)))));
                k1_shared[v553] = v709;
                let v713 = k1_shared[(v14 + 1312i)];
                let v714: f32 = bitcast<f32>(v713);
                let v715 = k1_shared[v557];
                let v716: f32 = bitcast<f32>(v715);
                let v722: u32 = bitcast<u32>(select(v714, v716, ((v714 < v716) | (2139095040u < (v713 & 2147483647u)))));
                k1_shared[v557] = v722;
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
                let v747 = k1_shared[v73];
                let v748: f32 = bitcast<f32>(v747);
                let v754: u32 = bitcast<u32>(select(v746, v748, ((v746 < v748) | (2139095040u < (v745 & 2147483647u)))));
                k1_shared[v73] = v754;
                let v758 = k1_shared[(v14 + 528i)];
                let v759: f32 = bitcast<f32>(v758);
                let v760 = k1_shared[v83];
                let v761: f32 = bitcast<f32>(v760);
                let v767: u32 = bitcast<u32>(select(v759, v761, ((v759 < v761) | (2139095040u < (v758 & 2147483647u)))));
                k1_shared[v83] = v767;
                let v771 = k1_shared[(v14 + 784i)];
                let v772: f32 = bitcast<f32>(v771);
                let v773 = k1_shared[v549];
                let v774: f32 = bitcast<f32>(v773);
                let v780: u32 = bitcast<u32>(select(v772, v774, ((v772 < v774) | (2139095040u < (v771 & 2147483647u)))));
                k1_shared[v549] = v780;
                let v784 = k1_shared[(v14 + 1040i)];
                let v785: f32 = bitcast<f32>(v784);
                let v786 = k1_shared[v553];
                let v787: f32 = bitcast<f32>(v786);
                let v793: u32 = bitcast<u32>(select(v785, v787, ((v785 < v787) | (2139095040u < (v784 & 2147483647u)))));
                k1_shared[v553] = v793;
                let v797 = k1_shared[(v14 + 1296i)];
                let v798: f32 = bitcast<f32>(v797);
                let v799 = k1_shared[v557];
                let v800: f32 = bitcast<f32>(v799);
                let v806: u32 = bitcast<u32>(select(v798, v800, ((v798 < v800) | (2139095040u < (v797 & 2147483647u)))));
                k1_shared[v557] = v806;
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
                let v830 = k1_shared[v73];
                let v831: f32 = bitcast<f32>(v830);
                let v837: u32 = bitcast<u32>(select(v829, v831, ((v829 < v831) | (2139095040u < (v828 & 2147483647u)))));
                k1_shared[v73] = v837;
                let v841 = k1_shared[(v14 + 520i)];
                let v842: f32 = bitcast<f32>(v841);
                let v843 = k1_shared[v83];
                let v844: f32 = bitcast<f32>(v843);
                let v850: u32 = bitcast<u32>(select(v842, v844, ((v842 < v844) | (2139095040u < (v841 & 2147483647u)))));
                k1_shared[v83] = v850;
                let v854 = k1_shared[(v14 + 776i)];
                let v855: f32 = bitcast<f32>(v854);
                let v856 = k1_shared[v549];
                let v857: f32 = bitcast<f32>(v856);
                let v863: u32 = bitcast<u32>(select(v855, v857, ((v855 < v857) | (2139095040u < (v854 & 2147483647u)))));
                k1_shared[v549] = v863;
                let v867 = k1_shared[(v14 + 1032i)];
                let v868: f32 = bitcast<f32>(v867);
                let v869 = k1_shared[v553];
                let v870: f32 = bitcast<f32>(v869);
                let v876: u32 = bitcast<u32>(select(v868, v870, ((v868 < v870) | (2139095040u < (v867 & 2147483647u)))));
                k1_shared[v553] = v876;
                let v880 = k1_shared[(v14 + 1288i)];
                let v881: f32 = bitcast<f32>(v880);
                let v882 = k1_shared[v557];
                let v883: f32 = bitcast<f32>(v882);
                let v889: u32 = bitcast<u32>(select(v881, v883, ((v881 < v883) | (2139095040u < (v880 & 2147483647u)))));
                k1_shared[v557] = v889;
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
                let v913 = k1_shared[v73];
                let v914: f32 = bitcast<f32>(v913);
                let v920: u32 = bitcast<u32>(select(v912, v914, ((v912 < v914) | (2139095040u < (v911 & 2147483647u)))));
                k1_shared[v73] = v920;
                let v924 = k1_shared[(v14 + 516i)];
                let v925: f32 = bitcast<f32>(v924);
                let v926 = k1_shared[v83];
                let v927: f32 = bitcast<f32>(v926);
                let v933: u32 = bitcast<u32>(select(v925, v927, ((v925 < v927) | (2139095040u < (v924 & 2147483647u)))));
                k1_shared[v83] = v933;
                let v937 = k1_shared[(v14 + 772i)];
                let v938: f32 = bitcast<f32>(v937);
                let v939 = k1_shared[v549];
                let v940: f32 = bitcast<f32>(v939);
                let v946: u32 = bitcast<u32>(select(v938, v940, ((v938 < v940) | (2139095040u < (v937 & 2147483647u)))));
                k1_shared[v549] = v946;
                let v950 = k1_shared[(v14 + 1028i)];
                let v951: f32 = bitcast<f32>(v950);
                let v952 = k1_shared[v553];
                let v953: f32 = bitcast<f32>(v952);
                let v959: u32 = bitcast<u32>(select(v951, v953, ((v951 < v953) | (2139095040u < (v950 & 2147483647u)))));
                k1_shared[v553] = v959;
                let v963 = k1_shared[(v14 + 1284i)];
                let v964: f32 = bitcast<f32>(v963);
                let v965 = k1_shared[v557];
                let v966: f32 = bitcast<f32>(v965);
                let v972: u32 = bitcast<u32>(select(v964, v966, ((v964 < v966) | (2139095040u < (v963 & 2147483647u)))));
                k1_shared[v557] = v972;
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
                let v996 = k1_shared[v73];
                let v997: f32 = bitcast<f32>(v996);
                let v1003: u32 = bitcast<u32>(select(v995, v997, ((v995 < v997) | (2139095040u < (v994 & 2147483647u)))));
                k1_shared[v73] = v1003;
                let v1007 = k1_shared[(v14 + 514i)];
                let v1008: f32 = bitcast<f32>(v1007);
                let v1009 = k1_shared[v83];
                let v1010: f32 = bitcast<f32>(v1009);
                let v1016: u32 = bitcast<u32>(select(v1008, v1010, ((v1008 < v1010) | (2139095040u < (v1007 & 2147483647u)))));
                k1_shared[v83] = v1016;
                let v1020 = k1_shared[(v14 + 770i)];
                let v1021: f32 = bitcast<f32>(v1020);
                let v1022 = k1_shared[v549];
                let v1023: f32 = bitcast<f32>(v1022);
                let v1029: u32 = bitcast<u32>(select(v1021, v1023, ((v1021 < v1023) | (2139095040u < (v1020 & 2147483647u)))));
                k1_shared[v549] = v1029;
                let v1033 = k1_shared[(v14 + 1026i)];
                let v1034: f32 = bitcast<f32>(v1033);
                let v1035 = k1_shared[v553];
                let v1036: f32 = bitcast<f32>(v1035);
                let v1042: u32 = bitcast<u32>(select(v1034, v1036, ((v1034 < v1036) | (2139095040u < (v1033 & 2147483647u)))));
                k1_shared[v553] = v1042;
                let v1046 = k1_shared[(v14 + 1282i)];
                let v1047: f32 = bitcast<f32>(v1046);
                let v1048 = k1_shared[v557];
                let v1049: f32 = bitcast<f32>(v1048);
                let v1055: u32 = bitcast<u32>(select(v1047, v1049, ((v1047 < v1049) | (2139095040u < (v1046 & 2147483647u)))));
                k1_shared[v557] = v1055;
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
                let v1079 = k1_shared[v73];
                let v1080: f32 = bitcast<f32>(v1079);
                let v1086: u32 = bitcast<u32>(select(v1078, v1080, ((v1078 < v1080) | (2139095040u < (v1077 & 2147483647u)))));
                k1_shared[v73] = v1086;
                let v1090 = k1_shared[(v14 + 513i)];
                let v1091: f32 = bitcast<f32>(v1090);
                let v1092 = k1_shared[v83];
                let v1093: f32 = bitcast<f32>(v1092);
                let v1099: u32 = bitcast<u32>(select(v1091, v1093, ((v1091 < v1093) | (2139095040u < (v1090 & 2147483647u)))));
                k1_shared[v83] = v1099;
                let v1103 = k1_shared[(v14 + 769i)];
                let v1104: f32 = bitcast<f32>(v1103);
                let v1105 = k1_shared[v549];
                let v1106: f32 = bitcast<f32>(v1105);
                let v1112: u32 = bitcast<u32>(select(v1104, v1106, ((v1104 < v1106) | (2139095040u < (v1103 & 2147483647u)))));
                k1_shared[v549] = v1112;
                let v1116 = k1_shared[(v14 + 1025i)];
                let v1117: f32 = bitcast<f32>(v1116);
                let v1118 = k1_shared[v553];
                let v1119: f32 = bitcast<f32>(v1118);
                let v1125: u32 = bitcast<u32>(select(v1117, v1119, ((v1117 < v1119) | (2139095040u < (v1116 & 2147483647u)))));
                k1_shared[v553] = v1125;
                let v1129 = k1_shared[(v14 + 1281i)];
                let v1130: f32 = bitcast<f32>(v1129);
                let v1131 = k1_shared[v557];
                let v1132: f32 = bitcast<f32>(v1131);
                let v1138: u32 = bitcast<u32>(select(v1130, v1132, ((v1130 < v1132) | (2139095040u < (v1129 & 2147483647u)))));
                k1_shared[v557] = v1138;
            }
            workgroupBarrier();
            storageBarrier();
            let v1142 = k1_shared[0i];
            let v1143: f32 = bitcast<f32>(v1142);
            let v1144: f32 = v93;
            let v1151: f32 = select(v1143, v1144, ((v1143 < v1144) | (2139095040u < (v1142 & 2147483647u))));
            let v1153: f32 = exact_exp((v513 - v1151));
            let v1154 = k1_shared[256i];
            let v1155: f32 = bitcast<f32>(v1154);
            let v1156: f32 = v94;
            let v1161: f32 = select(v1155, v1156, ((v1155 < v1156) | (2139095040u < (v1154 & 2147483647u))));
            let v1163: f32 = exact_exp((v518 - v1161));
            let v1164 = k1_shared[512i];
            let v1165: f32 = bitcast<f32>(v1164);
            let v1166: f32 = v95;
            let v1171: f32 = select(v1165, v1166, ((v1165 < v1166) | (2139095040u < (v1164 & 2147483647u))));
            let v1173: f32 = exact_exp((v523 - v1171));
            let v1174 = k1_shared[768i];
            let v1175: f32 = bitcast<f32>(v1174);
            let v1176: f32 = v96;
            let v1181: f32 = select(v1175, v1176, ((v1175 < v1176) | (2139095040u < (v1174 & 2147483647u))));
            let v1183: f32 = exact_exp((v528 - v1181));
            let v1184 = k1_shared[1024i];
            let v1185: f32 = bitcast<f32>(v1184);
            let v1186: f32 = v97;
            let v1191: f32 = select(v1185, v1186, ((v1185 < v1186) | (2139095040u < (v1184 & 2147483647u))));
            let v1193: f32 = exact_exp((v533 - v1191));
            let v1194 = k1_shared[1280i];
            let v1195: f32 = bitcast<f32>(v1194);
            let v1196: f32 = v98;
            let v1201: f32 = select(v1195, v1196, ((v1195 < v1196) | (2139095040u < (v1194 & 2147483647u))));
            let v1203: f32 = exact_exp((v538 - v1201));
            let v1206: f32 = exact_exp((v93 - v1151));
            let v1209: f32 = exact_exp((v94 - v1161));
            let v1212: f32 = exact_exp((v95 - v1171));
            let v1215: f32 = exact_exp((v96 - v1181));
            let v1218: f32 = exact_exp((v97 - v1191));
            let v1221: f32 = exact_exp((v98 - v1201));
            workgroupBarrier();
            storageBarrier();
            if (v511) {
                k1_shared[(v119 + 2304i)] = bitcast<u32>(v1153);
            }
            if (v511) {
                k1_shared[(v119 + 2368i)] = bitcast<u32>(v1163);
            }
            if (v511) {
                k1_shared[(v119 + 2432i)] = bitcast<u32>(v1173);
            }
            if (v511) {
                k1_shared[(v119 + 2496i)] = bitcast<u32>(v1183);
            }
            if (v511) {
                k1_shared[(v119 + 2560i)] = bitcast<u32>(v1193);
            }
            if (v511) {
                k1_shared[(v119 + 2624i)] = bitcast<u32>(v1203);
            }
            k1_shared[v14] = bitcast<u32>(select(0f, v1153, v511));
            k1_shared[v73] = bitcast<u32>(select(0f, v1163, v511));
            k1_shared[v83] = bitcast<u32>(select(0f, v1173, v511));
            k1_shared[v549] = bitcast<u32>(select(0f, v1183, v511));
            k1_shared[v553] = bitcast<u32>(select(0f, v1193, v511));
            k1_shared[v557] = bitcast<u32>(select(0f, v1203, v511));
            workgroupBarrier();
            storageBarrier();
            if (v511) {
                let v1280 = k1_shared[v14];
                let v1283 = k1_shared[(v14 + 64i)];
                k1_shared[v14] = bitcast<u32>((bitcast<f32>(v1280) + bitcast<f32>(v1283)));
                let v1288 = k1_shared[v73];
                let v1291 = k1_shared[(v14 + 320i)];
                k1_shared[v73] = bitcast<u32>((bitcast<f32>(v1288) + bitcast<f32>(v1291)));
                let v1296 = k1_shared[v83];
                let v1300 = k1_shared[(v14 + 576i)];
                k1_shared[v83] = bitcast<u32>((bitcast<f32>(v1296) + bitcast<f32>(v1300)));
                let v1305 = k1_shared[v549];
                let v1309 = k1_shared[(v14 + 832i)];
                k1_shared[v549] = bitcast<u32>((bitcast<f32>(v1305) + bitcast<f32>(v1309)));
                let v1314 = k1_shared[v553];
                let v1318 = k1_shared[(v14 + 1088i)];
                k1_shared[v553] = bitcast<u32>((bitcast<f32>(v1314) + bitcast<f32>(v1318)));
                let v1323 = k1_shared[v557];
                let v1327 = k1_shared[(v14 + 1344i)];
                k1_shared[v557] = bitcast<u32>((bitcast<f32>(v1323) + bitcast<f32>(v1327)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v643) {
                let v1335 = k1_shared[v14];
                let v1338 = k1_shared[(v14 + 32i)];
                k1_shared[v14] = bitcast<u32>((bitcast<f32>(v1335) + bitcast<f32>(v1338)));
                let v1343 = k1_shared[v73];
                let v1347 = k1_shared[(v14 + 288i)];
                k1_shared[v73] = bitcast<u32>((bitcast<f32>(v1343) + bitcast<f32>(v1347)));
                let v1352 = k1_shared[v83];
                let v1356 = k1_shared[(v14 + 544i)];
                k1_shared[v83] = bitcast<u32>((bitcast<f32>(v1352) + bitcast<f32>(v1356)));
                let v1361 = k1_shared[v549];
                let v1365 = k1_shared[(v14 + 800i)];
                k1_shared[v549] = bitcast<u32>((bitcast<f32>(v1361) + bitcast<f32>(v1365)));
                let v1370 = k1_shared[v553];
                let v1374 = k1_shared[(v14 + 1056i)];
                k1_shared[v553] = bitcast<u32>((bitcast<f32>(v1370) + bitcast<f32>(v1374)));
                let v1379 = k1_shared[v557];
                let v1383 = k1_shared[(v14 + 1312i)];
                k1_shared[v557] = bitcast<u32>((bitcast<f32>(v1379) + bitcast<f32>(v1383)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v727) {
                let v1391 = k1_shared[v14];
                let v1394 = k1_shared[(v14 + 16i)];
                k1_shared[v14] = bitcast<u32>((bitcast<f32>(v1391) + bitcast<f32>(v1394)));
                let v1399 = k1_shared[v73];
                let v1403 = k1_shared[(v14 + 272i)];
                k1_shared[v73] = bitcast<u32>((bitcast<f32>(v1399) + bitcast<f32>(v1403)));
                let v1408 = k1_shared[v83];
                let v1412 = k1_shared[(v14 + 528i)];
                k1_shared[v83] = bitcast<u32>((bitcast<f32>(v1408) + bitcast<f32>(v1412)));
                let v1417 = k1_shared[v549];
                let v1421 = k1_shared[(v14 + 784i)];
                k1_shared[v549] = bitcast<u32>((bitcast<f32>(v1417) + bitcast<f32>(v1421)));
                let v1426 = k1_shared[v553];
                let v1430 = k1_shared[(v14 + 1040i)];
                k1_shared[v553] = bitcast<u32>((bitcast<f32>(v1426) + bitcast<f32>(v1430)));
                let v1435 = k1_shared[v557];
                let v1439 = k1_shared[(v14 + 1296i)];
                k1_shared[v557] = bitcast<u32>((bitcast<f32>(v1435) + bitcast<f32>(v1439)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v810) {
                let v1447 = k1_shared[v14];
                let v1450 = k1_shared[(v14 + 8i)];
                k1_shared[v14] = bitcast<u32>((bitcast<f32>(v1447) + bitcast<f32>(v1450)));
                let v1455 = k1_shared[v73];
                let v1459 = k1_shared[(v14 + 264i)];
                k1_shared[v73] = bitcast<u32>((bitcast<f32>(v1455) + bitcast<f32>(v1459)));
                let v1464 = k1_shared[v83];
                let v1468 = k1_shared[(v14 + 520i)];
                k1_shared[v83] = bitcast<u32>((bitcast<f32>(v1464) + bitcast<f32>(v1468)));
                let v1473 = k1_shared[v549];
                let v1477 = k1_shared[(v14 + 776i)];
                k1_shared[v549] = bitcast<u32>((bitcast<f32>(v1473) + bitcast<f32>(v1477)));
                let v1482 = k1_shared[v553];
                let v1486 = k1_shared[(v14 + 1032i)];
                k1_shared[v553] = bitcast<u32>((bitcast<f32>(v1482) + bitcast<f32>(v1486)));
                let v1491 = k1_shared[v557];
                let v1495 = k1_shared[(v14 + 1288i)];
                k1_shared[v557] = bitcast<u32>((bitcast<f32>(v1491) + bitcast<f32>(v1495)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v893) {
                let v1503 = k1_shared[v14];
                let v1506 = k1_shared[(v14 + 4i)];
                k1_shared[v14] = bitcast<u32>((bitcast<f32>(v1503) + bitcast<f32>(v1506)));
                let v1511 = k1_shared[v73];
                let v1515 = k1_shared[(v14 + 260i)];
                k1_shared[v73] = bitcast<u32>((bitcast<f32>(v1511) + bitcast<f32>(v1515)));
                let v1520 = k1_shared[v83];
                let v1524 = k1_shared[(v14 + 516i)];
                k1_shared[v83] = bitcast<u32>((bitcast<f32>(v1520) + bitcast<f32>(v1524)));
                let v1529 = k1_shared[v549];
                let v1533 = k1_shared[(v14 + 772i)];
                k1_shared[v549] = bitcast<u32>((bitcast<f32>(v1529) + bitcast<f32>(v1533)));
                let v1538 = k1_shared[v553];
                let v1542 = k1_shared[(v14 + 1028i)];
                k1_shared[v553] = bitcast<u32>((bitcast<f32>(v1538) + bitcast<f32>(v1542)));
                let v1547 = k1_shared[v557];
                let v1551 = k1_shared[(v14 + 1284i)];
                k1_shared[v557] = bitcast<u32>((bitcast<f32>(v1547) + bitcast<f32>(v1551)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v976) {
                let v1559 = k1_shared[v14];
                let v1562 = k1_shared[(v14 + 2i)];
                k1_shared[v14] = bitcast<u32>((bitcast<f32>(v1559) + bitcast<f32>(v1562)));
                let v1567 = k1_shared[v73];
                let v1571 = k1_shared[(v14 + 258i)];
                k1_shared[v73] = bitcast<u32>((bitcast<f32>(v1567) + bitcast<f32>(v1571)));
                let v1576 = k1_shared[v83];
                let v1580 = k1_shared[(v14 + 514i)];
                k1_shared[v83] = bitcast<u32>((bitcast<f32>(v1576) + bitcast<f32>(v1580)));
                let v1585 = k1_shared[v549];
                let v1589 = k1_shared[(v14 + 770i)];
                k1_shared[v549] = bitcast<u32>((bitcast<f32>(v1585) + bitcast<f32>(v1589)));
                let v1594 = k1_shared[v553];
                let v1598 = k1_shared[(v14 + 1026i)];
                k1_shared[v553] = bitcast<u32>((bitcast<f32>(v1594) + bitcast<f32>(v1598)));
                let v1603 = k1_shared[v557];
                let v1607 = k1_shared[(v14 + 1282i)];
                k1_shared[v557] = bitcast<u32>((bitcast<f32>(v1603) + bitcast<f32>(v1607)));
            }
            workgroupBarrier();
            storageBarrier();
            if (v1059) {
                let v1615 = k1_shared[v14];
                let v1618 = k1_shared[(v14 + 1i)];
                k1_shared[v14] = bitcast<u32>((bitcast<f32>(v1615) + bitcast<f32>(v1618)));
                let v1623 = k1_shared[v73];
                let v1627 = k1_shared[(v14 + 257i)];
                k1_shared[v73] = bitcast<u32>((bitcast<f32>(v1623) + bitcast<f32>(v1627)));
                let v1632 = k1_shared[v83];
                let v1636 = k1_shared[(v14 + 513i)];
                k1_shared[v83] = bitcast<u32>((bitcast<f32>(v1632) + bitcast<f32>(v1636)));
                let v1641 = k1_shared[v549];
                let v1645 = k1_shared[(v14 + 769i)];
                k1_shared[v549] = bitcast<u32>((bitcast<f32>(v1641) + bitcast<f32>(v1645)));
                let v1650 = k1_shared[v553];
                let v1654 = k1_shared[(v14 + 1025i)];
                k1_shared[v553] = bitcast<u32>((bitcast<f32>(v1650) + bitcast<f32>(v1654)));
                let v1659 = k1_shared[v557];
                let v1663 = k1_shared[(v14 + 1281i)];
                k1_shared[v557] = bitcast<u32>((bitcast<f32>(v1659) + bitcast<f32>(v1663)));
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
                let v1723: i32 = (v117 + v1718);
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
        let v1798: i32 = ((v18 * 16i) + (v55 / 256i));
        let v1801: bool = ((0i <= v1798) & (v1798 < 32i));
        let v1802: i32 = select(0i, 6i, v1801);
        let v1804: i32 = (v1798 * 768i);
        let v1805: i32 = (v1804 + v14);
        let v1806: f32 = v106;
        let v1807: i32 = select(0i, 2i, v1801);
        let v1809: i32 = select(0i, 6i, (0i < v1807));
        let v1810: i32 = (v1798 * 12i);
        let v1812: i32 = select(0i, 6i, (1i < v1807));
        let v1813: i32 = (v1810 + 6i);
        if ((0i < v1802)) {
            let v1815_at = u32(v1805 + k1_at[0].w);
            k1_b3[v1815_at] = v1806;
        }
        let v1819: i32 = ((v1804 + 128i) + v14);
        let v1820: f32 = v107;
        if ((1i < v1802)) {
            let v1822_at = u32(v1819 + k1_at[0].w);
            k1_b3[v1822_at] = v1820;
        }
        let v1826: i32 = ((v1804 + 256i) + v14);
        let v1827: f32 = v108;
        if ((2i < v1802)) {
            let v1829_at = u32(v1826 + k1_at[0].w);
            k1_b3[v1829_at] = v1827;
        }
        let v1833: i32 = ((v1804 + 384i) + v14);
        let v1834: f32 = v109;
        if ((3i < v1802)) {
            let v1836_at = u32(v1833 + k1_at[0].w);
            k1_b3[v1836_at] = v1834;
        }
        let v1840: i32 = ((v1804 + 512i) + v14);
        let v1841: f32 = v110;
        if ((4i < v1802)) {
            let v1843_at = u32(v1840 + k1_at[0].w);
            k1_b3[v1843_at] = v1841;
        }
        let v1847: i32 = ((v1804 + 640i) + v14);
        let v1848: f32 = v111;
        if ((5i < v1802)) {
            let v1850_at = u32(v1847 + k1_at[0].w);
            k1_b3[v1850_at] = v1848;
        }
        let v1852: bool = (v14 == 0i);
        if (v1852) {
            let v1855: f32 = v93;
            if ((0i < v1809)) {
                let v1857_at = u32(v1810 + k1_at[1].x);
                k1_b4[v1857_at] = v1855;
            }
        }
        let v1860: bool = (v14 == 1i);
        if (v1860) {
            let v1863: i32 = (v1810 + 1i);
            let v1864: f32 = v94;
            if ((1i < v1809)) {
                let v1866_at = u32(v1863 + k1_at[1].x);
                k1_b4[v1866_at] = v1864;
            }
        }
        let v1869: bool = (v14 == 2i);
        if (v1869) {
            let v1872: i32 = (v1810 + 2i);
            let v1873: f32 = v95;
            if ((2i < v1809)) {
                let v1875_at = u32(v1872 + k1_at[1].x);
                k1_b4[v1875_at] = v1873;
            }
        }
        let v1878: bool = (v14 == 3i);
        if (v1878) {
            let v1881: i32 = (v1810 + 3i);
            let v1882: f32 = v96;
            if ((3i < v1809)) {
                let v1884_at = u32(v1881 + k1_at[1].x);
                k1_b4[v1884_at] = v1882;
            }
        }
        let v1887: bool = (v14 == 4i);
        if (v1887) {
            let v1890: i32 = (v1810 + 4i);
            let v1891: f32 = v97;
            if ((4i < v1809)) {
                let v1893_at = u32(v1890 + k1_at[1].x);
                k1_b4[v1893_at] = v1891;
            }
        }
        let v1896: bool = (v14 == 5i);
        if (v1896) {
            let v1899: i32 = (v1810 + 5i);
            let v1900: f32 = v98;
            if ((5i < v1809)) {
                let v1902_at = u32(v1899 + k1_at[1].x);
                k1_b4[v1902_at] = v1900;
            }
        }
        workgroupBarrier();
        storageBarrier();
        if (v1852) {
            let v1908: f32 = v100;
            if ((0i < v1812)) {
                let v1910_at = u32(v1813 + k1_at[1].x);
                k1_b4[v1910_at] = v1908;
            }
        }
        if (v1860) {
            let v1916: i32 = (v1810 + 7i);
            let v1917: f32 = v101;
            if ((1i < v1812)) {
                let v1919_at = u32(v1916 + k1_at[1].x);
                k1_b4[v1919_at] = v1917;
            }
        }
        if (v1869) {
            let v1925: i32 = (v1810 + 8i);
            let v1926: f32 = v102;
            if ((2i < v1812)) {
                let v1928_at = u32(v1925 + k1_at[1].x);
                k1_b4[v1928_at] = v1926;
            }
        }
        if (v1878) {
            let v1934: i32 = (v1810 + 9i);
            let v1935: f32 = v103;
            if ((3i < v1812)) {
                let v1937_at = u32(v1934 + k1_at[1].x);
                k1_b4[v1937_at] = v1935;
            }
        }
        if (v1887) {
            let v1943: i32 = (v1810 + 10i);
            let v1944: f32 = v104;
            if ((4i < v1812)) {
                let v1946_at = u32(v1943 + k1_at[1].x);
                k1_b4[v1946_at] = v1944;
            }
        }
        if (v1896) {
            let v1952: i32 = (v1810 + 11i);
            let v1953: f32 = v105;
            if ((5i < v1812)) {
                let v1955_at = u32(v1952 + k1_at[1].x);
                k1_b4[v1955_at] = v1953;
            }
        }
    }
}

// tessera kernel attention_decode_gqa__final entry k_ts_attention_decode_gqa__final wide 0 params i32,i32,o32 sizes 1 threads 128 teams 1 count 12 shared 0 cost 33281
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
    let v6: i32 = i32(thread);
    for (var v8: i32 = v1; v8 < 12i; v8 += v3) {
        let v10: i32 = k2_at[0].w;
        let v12: i32 = (v8 % 6i);
        let v13: i32 = (v8 / 6i);
        var v17: f32 = -1.00000002e+30f;
        var v19: f32 = 0f;
        var v20: f32 = 0f;
        let v27: i32 = min(((v10 / 256i) + min((v10 % 256i), 1i)), 2147483646i);
        for (var v28: i32 = 0i; v28 < v27; v28 += 1i) {
            let v31: bool = (0i <= v12);
            let v34: i32 = ((v13 * 16i) + v28);
            let v37: bool = ((0i <= v34) & (v34 < 32i));
            let v38: i32 = select(0i, 2i, v37);
            let v42: bool = (v31 & (v12 < select(0i, 6i, (0i < v38))));
            let v43: i32 = (v34 * 12i);
            let v46_at = u32(select(0i, (v43 + v12), v42) + k2_at[0].y);
            let v46 = k2_b1[v46_at];
            let v47: f32 = select(0f, v46, v42);
            let v48: f32 = v17;
            let v56: f32 = select(v47, v48, ((v47 < v48) | (2139095040u < (bitcast<u32>(v47) & 2147483647u))));
            let v58: f32 = exact_exp((v17 - v56));
            let v62: bool = (v31 & (v12 < select(0i, 6i, (1i < v38))));
            let v66_at = u32(select(0i, ((v43 + 6i) + v12), v62) + k2_at[0].y);
            let v66 = k2_b1[v66_at];
            let v69: f32 = exact_exp((v47 - v56));
            v19 = fma(v19, v58, (select(0f, v66, v62) * v69));
            let v82: bool = (v6 < select(0i, 128i, (v31 & (v12 < select(0i, 6i, v37)))));
            let v83: bool = ((0i <= v6) & v82);
            let v86_at = u32(select(0i, (((v34 * 768i) + (v12 * 128i)) + v6), v83) + k2_at[0].x);
            let v86 = k2_b0[v86_at];
            v20 = fma(v20, v58, (select(0f, v86, v83) * v69));
            v17 = v56;
        }
        let v98_at = u32(((v8 * 128i) + v6) + k2_at[0].z);
        k2_b2[v98_at] = (v20 / v19);
    }
}
