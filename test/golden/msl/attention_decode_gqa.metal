// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel attention_decode_gqa entry attention_decode_gqa wide 0 params i32,i16,i16,w32,w32 sizes 1 threads 128 teams 1 count -1 shared 6336 cost 4197377
[[max_total_threads_per_threadgroup(128)]]
kernel void attention_decode_gqa(
    device const float *b0 [[buffer(0)]], // q
    device const ushort *b1 [[buffer(1)]], // kcache
    device const ushort *b2 [[buffer(2)]], // vcache
    device float *b3 [[buffer(3)]], // partial
    device float *b4 [[buffer(4)]], // stats
    device const int *s0 [[buffer(5)]], // len
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    threadgroup uint shared[1584];
    const int v2 = s0[0];
    const int v11 = 0 < v2 ? (int)((uint)v2 - 1u) / 256 + 1 : 0;
    const int v12 = v11 * 2;
    const int v13 = (int)local;
    const int v14 = (int)group;
    const int v15 = (int)groups;
    for (int v17 = v14; v17 < v12; v17 += v15) {
        const int v19 = v17 / v11;
        const int v20 = (int)((uint)(v17 % v11) * 256u);
        const int v31 = (int)((uint)v19 * 6u);
        const float v34 = b0[(int)((uint)v31 * 128u + (uint)v13)];
        const float v40 = b0[(int)(((uint)v31 + 1u) * 128u + (uint)v13)];
        const float v45 = b0[(int)(((uint)v31 + 2u) * 128u + (uint)v13)];
        const float v51 = b0[(int)(((uint)v31 + 3u) * 128u + (uint)v13)];
        const float v57 = b0[(int)(((uint)v31 + 4u) * 128u + (uint)v13)];
        const float v63 = b0[(int)(((uint)v31 + 5u) * 128u + (uint)v13)];
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        shared[v13 + 48] = as_type<uint>(v34 * 0.088388346f);
        shared[v13 + 176] = as_type<uint>(v40 * 0.088388346f);
        shared[v13 + 304] = as_type<uint>(v45 * 0.088388346f);
        shared[v13 + 432] = as_type<uint>(v51 * 0.088388346f);
        shared[v13 + 560] = as_type<uint>(v57 * 0.088388346f);
        shared[v13 + 688] = as_type<uint>(v63 * 0.088388346f);
        const int v97 = (int)((uint)v19 * 524288u);
        const int v98 = min(v2, 4096);
        float v100 = -1e+30f;
        float v101 = -1e+30f;
        float v102 = -1e+30f;
        float v103 = -1e+30f;
        float v104 = -1e+30f;
        float v105 = -1e+30f;
        float v107 = 0.0f;
        float v108 = 0.0f;
        float v109 = 0.0f;
        float v110 = 0.0f;
        float v111 = 0.0f;
        float v112 = 0.0f;
        float v113 = 0.0f;
        float v114 = 0.0f;
        float v115 = 0.0f;
        float v116 = 0.0f;
        float v117 = 0.0f;
        float v118 = 0.0f;
        const int v120 = min(v2, (int)((uint)v20 + 256u));
        #pragma clang loop unroll_count(4)
        for (int v121 = v20; v121 < v120; v121 += 128) {
            const int v122 = (int)((uint)v121 + (uint)v13);
            const bool v123 = v122 < v2;
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            float v125 = 0.0f;
            float v126 = 0.0f;
            float v127 = 0.0f;
            float v128 = 0.0f;
            float v129 = 0.0f;
            float v130 = 0.0f;
            #pragma clang loop unroll_count(4)
            for (int v131 = 0; v131 < 128; v131 += 1) {
                const bool v134 = 0 <= v122 && v122 < v98;
                const uint v139 = (uint)b1[v134 ? (int)((uint)v97 + (uint)v122 * 128u + (uint)v131) : 0];
                const float v144 = as_type<float>((v134 ? v139 : 0u) << 16);
                const uint v146 = shared[v131 + 48];
                v125 = fma(as_type<float>(v146), v144, v125);
                const uint v153 = shared[v131 + 176];
                v126 = fma(as_type<float>(v153), v144, v126);
                const uint v160 = shared[v131 + 304];
                v127 = fma(as_type<float>(v160), v144, v127);
                const uint v167 = shared[v131 + 432];
                v128 = fma(as_type<float>(v167), v144, v128);
                const uint v174 = shared[v131 + 560];
                v129 = fma(as_type<float>(v174), v144, v129);
                const uint v181 = shared[v131 + 688];
                v130 = fma(as_type<float>(v181), v144, v130);
            }
            const float v193 = v123 ? v125 : -1e+30f;
            const float v194 = v123 ? v126 : -1e+30f;
            const float v195 = v123 ? v127 : -1e+30f;
            const float v196 = v123 ? v128 : -1e+30f;
            const float v197 = v123 ? v129 : -1e+30f;
            const float v198 = v123 ? v130 : -1e+30f;
            const float v200 = precise::fmax(-INFINITY, v193);
            const float v201 = precise::fmax(-INFINITY, v194);
            const float v202 = precise::fmax(-INFINITY, v195);
            const float v203 = precise::fmax(-INFINITY, v196);
            const float v204 = precise::fmax(-INFINITY, v197);
            const float v205 = precise::fmax(-INFINITY, v198);
            const float v206 = simd_shuffle_xor(v200, (ushort)16);
            const float v207 = precise::fmax(v200, v206);
            const float v208 = simd_shuffle_xor(v201, (ushort)16);
            const float v209 = precise::fmax(v201, v208);
            const float v210 = simd_shuffle_xor(v202, (ushort)16);
            const float v211 = precise::fmax(v202, v210);
            const float v212 = simd_shuffle_xor(v203, (ushort)16);
            const float v213 = precise::fmax(v203, v212);
            const float v214 = simd_shuffle_xor(v204, (ushort)16);
            const float v215 = precise::fmax(v204, v214);
            const float v216 = simd_shuffle_xor(v205, (ushort)16);
            const float v217 = precise::fmax(v205, v216);
            const float v218 = simd_shuffle_xor(v207, (ushort)8);
            const float v219 = precise::fmax(v207, v218);
            const float v220 = simd_shuffle_xor(v209, (ushort)8);
            const float v221 = precise::fmax(v209, v220);
            const float v222 = simd_shuffle_xor(v211, (ushort)8);
            const float v223 = precise::fmax(v211, v222);
            const float v224 = simd_shuffle_xor(v213, (ushort)8);
            const float v225 = precise::fmax(v213, v224);
            const float v226 = simd_shuffle_xor(v215, (ushort)8);
            const float v227 = precise::fmax(v215, v226);
            const float v228 = simd_shuffle_xor(v217, (ushort)8);
            const float v229 = precise::fmax(v217, v228);
            const float v230 = simd_shuffle_xor(v219, (ushort)4);
            const float v231 = precise::fmax(v219, v230);
            const float v232 = simd_shuffle_xor(v221, (ushort)4);
            const float v233 = precise::fmax(v221, v232);
            const float v234 = simd_shuffle_xor(v223, (ushort)4);
            const float v235 = precise::fmax(v223, v234);
            const float v236 = simd_shuffle_xor(v225, (ushort)4);
            const float v237 = precise::fmax(v225, v236);
            const float v238 = simd_shuffle_xor(v227, (ushort)4);
            const float v239 = precise::fmax(v227, v238);
            const float v240 = simd_shuffle_xor(v229, (ushort)4);
            const float v241 = precise::fmax(v229, v240);
            const float v242 = simd_shuffle_xor(v231, (ushort)2);
            const float v243 = precise::fmax(v231, v242);
            const float v244 = simd_shuffle_xor(v233, (ushort)2);
            const float v245 = precise::fmax(v233, v244);
            const float v246 = simd_shuffle_xor(v235, (ushort)2);
            const float v247 = precise::fmax(v235, v246);
            const float v248 = simd_shuffle_xor(v237, (ushort)2);
            const float v249 = precise::fmax(v237, v248);
            const float v250 = simd_shuffle_xor(v239, (ushort)2);
            const float v251 = precise::fmax(v239, v250);
            const float v252 = simd_shuffle_xor(v241, (ushort)2);
            const float v253 = precise::fmax(v241, v252);
            const float v254 = simd_shuffle_xor(v243, (ushort)1);
            const float v255 = precise::fmax(v243, v254);
            const float v256 = simd_shuffle_xor(v245, (ushort)1);
            const float v257 = precise::fmax(v245, v256);
            const float v258 = simd_shuffle_xor(v247, (ushort)1);
            const float v259 = precise::fmax(v247, v258);
            const float v260 = simd_shuffle_xor(v249, (ushort)1);
            const float v261 = precise::fmax(v249, v260);
            const float v262 = simd_shuffle_xor(v251, (ushort)1);
            const float v263 = precise::fmax(v251, v262);
            const float v264 = simd_shuffle_xor(v253, (ushort)1);
            const float v265 = precise::fmax(v253, v264);
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const bool v268 = v13 % 32 == 0;
            if (v268) {
                const int v270 = v13 / 32;
                shared[v270] = as_type<uint>(v255);
                shared[v270 + 8] = as_type<uint>(v257);
                shared[v270 + 16] = as_type<uint>(v259);
                shared[v270 + 24] = as_type<uint>(v261);
                shared[v270 + 32] = as_type<uint>(v263);
                shared[v270 + 40] = as_type<uint>(v265);
            }
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const uint v294 = shared[0];
            const uint v296 = shared[1];
            const uint v299 = shared[2];
            const uint v302 = shared[3];
            const uint v306 = shared[8];
            const uint v309 = shared[9];
            const uint v313 = shared[10];
            const uint v317 = shared[11];
            const uint v321 = shared[16];
            const uint v324 = shared[17];
            const uint v328 = shared[18];
            const uint v332 = shared[19];
            const uint v336 = shared[24];
            const uint v339 = shared[25];
            const uint v343 = shared[26];
            const uint v347 = shared[27];
            const uint v350 = shared[32];
            const uint v353 = shared[33];
            const uint v357 = shared[34];
            const uint v361 = shared[35];
            const uint v365 = shared[40];
            const uint v368 = shared[41];
            const uint v372 = shared[42];
            const uint v376 = shared[43];
            const float v380 = precise::fmax(v100, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v294), as_type<float>(v296)), as_type<float>(v299)), as_type<float>(v302)));
            const float v382 = precise::fmax(v101, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v306), as_type<float>(v309)), as_type<float>(v313)), as_type<float>(v317)));
            const float v384 = precise::fmax(v102, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v321), as_type<float>(v324)), as_type<float>(v328)), as_type<float>(v332)));
            const float v386 = precise::fmax(v103, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v336), as_type<float>(v339)), as_type<float>(v343)), as_type<float>(v347)));
            const float v388 = precise::fmax(v104, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v350), as_type<float>(v353)), as_type<float>(v357)), as_type<float>(v361)));
            const float v390 = precise::fmax(v105, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v365), as_type<float>(v368)), as_type<float>(v372)), as_type<float>(v376)));
            const float v393 = precise::exp(v100 - v380);
            const float v396 = precise::exp(v101 - v382);
            const float v399 = precise::exp(v102 - v384);
            const float v402 = precise::exp(v103 - v386);
            const float v405 = precise::exp(v104 - v388);
            const float v408 = precise::exp(v105 - v390);
            const float v410 = precise::exp(v193 - v380);
            const float v412 = precise::exp(v194 - v382);
            const float v414 = precise::exp(v195 - v384);
            const float v416 = precise::exp(v196 - v386);
            const float v418 = precise::exp(v197 - v388);
            const float v420 = precise::exp(v198 - v390);
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            shared[v13 + 816] = as_type<uint>(v410);
            shared[v13 + 944] = as_type<uint>(v412);
            shared[v13 + 1072] = as_type<uint>(v414);
            shared[v13 + 1200] = as_type<uint>(v416);
            shared[v13 + 1328] = as_type<uint>(v418);
            shared[v13 + 1456] = as_type<uint>(v420);
            const float v446 = simd_shuffle_xor(v410, (ushort)16);
            const float v447 = v410 + v446;
            const float v448 = simd_shuffle_xor(v412, (ushort)16);
            const float v449 = v412 + v448;
            const float v450 = simd_shuffle_xor(v414, (ushort)16);
            const float v451 = v414 + v450;
            const float v452 = simd_shuffle_xor(v416, (ushort)16);
            const float v453 = v416 + v452;
            const float v454 = simd_shuffle_xor(v418, (ushort)16);
            const float v455 = v418 + v454;
            const float v456 = simd_shuffle_xor(v420, (ushort)16);
            const float v457 = v420 + v456;
            const float v458 = simd_shuffle_xor(v447, (ushort)8);
            const float v459 = v447 + v458;
            const float v460 = simd_shuffle_xor(v449, (ushort)8);
            const float v461 = v449 + v460;
            const float v462 = simd_shuffle_xor(v451, (ushort)8);
            const float v463 = v451 + v462;
            const float v464 = simd_shuffle_xor(v453, (ushort)8);
            const float v465 = v453 + v464;
            const float v466 = simd_shuffle_xor(v455, (ushort)8);
            const float v467 = v455 + v466;
            const float v468 = simd_shuffle_xor(v457, (ushort)8);
            const float v469 = v457 + v468;
            const float v470 = simd_shuffle_xor(v459, (ushort)4);
            const float v471 = v459 + v470;
            const float v472 = simd_shuffle_xor(v461, (ushort)4);
            const float v473 = v461 + v472;
            const float v474 = simd_shuffle_xor(v463, (ushort)4);
            const float v475 = v463 + v474;
            const float v476 = simd_shuffle_xor(v465, (ushort)4);
            const float v477 = v465 + v476;
            const float v478 = simd_shuffle_xor(v467, (ushort)4);
            const float v479 = v467 + v478;
            const float v480 = simd_shuffle_xor(v469, (ushort)4);
            const float v481 = v469 + v480;
            const float v482 = simd_shuffle_xor(v471, (ushort)2);
            const float v483 = v471 + v482;
            const float v484 = simd_shuffle_xor(v473, (ushort)2);
            const float v485 = v473 + v484;
            const float v486 = simd_shuffle_xor(v475, (ushort)2);
            const float v487 = v475 + v486;
            const float v488 = simd_shuffle_xor(v477, (ushort)2);
            const float v489 = v477 + v488;
            const float v490 = simd_shuffle_xor(v479, (ushort)2);
            const float v491 = v479 + v490;
            const float v492 = simd_shuffle_xor(v481, (ushort)2);
            const float v493 = v481 + v492;
            const float v494 = simd_shuffle_xor(v483, (ushort)1);
            const float v495 = v483 + v494;
            const float v496 = simd_shuffle_xor(v485, (ushort)1);
            const float v497 = v485 + v496;
            const float v498 = simd_shuffle_xor(v487, (ushort)1);
            const float v499 = v487 + v498;
            const float v500 = simd_shuffle_xor(v489, (ushort)1);
            const float v501 = v489 + v500;
            const float v502 = simd_shuffle_xor(v491, (ushort)1);
            const float v503 = v491 + v502;
            const float v504 = simd_shuffle_xor(v493, (ushort)1);
            const float v505 = v493 + v504;
            if (v268) {
                const int v507 = v13 / 32;
                shared[v507] = as_type<uint>(v495);
                shared[v507 + 8] = as_type<uint>(v497);
                shared[v507 + 16] = as_type<uint>(v499);
                shared[v507 + 24] = as_type<uint>(v501);
                shared[v507 + 32] = as_type<uint>(v503);
                shared[v507 + 40] = as_type<uint>(v505);
            }
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const uint v527 = shared[0];
            const uint v529 = shared[1];
            const uint v532 = shared[2];
            const uint v535 = shared[3];
            const uint v538 = shared[8];
            const uint v540 = shared[9];
            const uint v543 = shared[10];
            const uint v546 = shared[11];
            const uint v549 = shared[16];
            const uint v551 = shared[17];
            const uint v554 = shared[18];
            const uint v557 = shared[19];
            const uint v560 = shared[24];
            const uint v562 = shared[25];
            const uint v565 = shared[26];
            const uint v568 = shared[27];
            const uint v571 = shared[32];
            const uint v573 = shared[33];
            const uint v576 = shared[34];
            const uint v579 = shared[35];
            const uint v582 = shared[40];
            const uint v584 = shared[41];
            const uint v587 = shared[42];
            const uint v590 = shared[43];
            const float v594 = fma(v107, v393, as_type<float>(v527) + as_type<float>(v529) + as_type<float>(v532) + as_type<float>(v535));
            v107 = v594;
            const float v597 = fma(v108, v396, as_type<float>(v538) + as_type<float>(v540) + as_type<float>(v543) + as_type<float>(v546));
            v108 = v597;
            const float v600 = fma(v109, v399, as_type<float>(v549) + as_type<float>(v551) + as_type<float>(v554) + as_type<float>(v557));
            v109 = v600;
            const float v603 = fma(v110, v402, as_type<float>(v560) + as_type<float>(v562) + as_type<float>(v565) + as_type<float>(v568));
            v110 = v603;
            const float v606 = fma(v111, v405, as_type<float>(v571) + as_type<float>(v573) + as_type<float>(v576) + as_type<float>(v579));
            v111 = v606;
            const float v609 = fma(v112, v408, as_type<float>(v582) + as_type<float>(v584) + as_type<float>(v587) + as_type<float>(v590));
            v112 = v609;
            float v623 = v113 * v393;
            float v624 = v114 * v396;
            float v625 = v115 * v399;
            float v626 = v116 * v402;
            float v627 = v117 * v405;
            float v628 = v118 * v408;
            #pragma clang loop unroll_count(4)
            for (int v629 = 0; v629 < 128; v629 += 1) {
                const int v630 = (int)((uint)v121 + (uint)v629);
                const bool v633 = 0 <= v630 && v630 < v98;
                const uint v638 = (uint)b2[v633 ? (int)((uint)v97 + (uint)v630 * 128u + (uint)v13) : 0];
                const float v643 = as_type<float>((v633 ? v638 : 0u) << 16);
                const uint v645 = shared[v629 + 816];
                v623 = fma(as_type<float>(v645), v643, v623);
                const uint v652 = shared[v629 + 944];
                v624 = fma(as_type<float>(v652), v643, v624);
                const uint v659 = shared[v629 + 1072];
                v625 = fma(as_type<float>(v659), v643, v625);
                const uint v666 = shared[v629 + 1200];
                v626 = fma(as_type<float>(v666), v643, v626);
                const uint v673 = shared[v629 + 1328];
                v627 = fma(as_type<float>(v673), v643, v627);
                const uint v680 = shared[v629 + 1456];
                v628 = fma(as_type<float>(v680), v643, v628);
            }
            const float v687 = v624;
            const float v688 = v625;
            const float v689 = v626;
            const float v690 = v627;
            const float v691 = v628;
            v113 = v623;
            v114 = v687;
            v115 = v688;
            v116 = v689;
            v117 = v690;
            v118 = v691;
            v100 = v380;
            v101 = v382;
            v102 = v384;
            v103 = v386;
            v104 = v388;
            v105 = v390;
        }
        const int v708 = (int)((uint)v19 * 16u + (uint)(v20 / 256));
        const bool v711 = 0 <= v708 && v708 < 32;
        const int v712 = (int)((uint)v708 * 768u);
        const int v713 = v711 ? 6 : 0;
        const int v714 = (int)((uint)v708 * 12u);
        const int v715 = v711 ? 2 : 0;
        const int v717 = 0 < v715 ? 6 : 0;
        const int v719 = (int)((uint)v714 + 6u);
        const int v720 = 1 < v715 ? 6 : 0;
        const float v721 = v113;
        const int v723 = (int)((uint)v712 + (uint)v13);
        if (0 < v713) {
            b3[v723] = v721;
        }
        const float v727 = v114;
        const int v730 = (int)((uint)v712 + 128u + (uint)v13);
        if (1 < v713) {
            b3[v730] = v727;
        }
        const float v734 = v115;
        const int v737 = (int)((uint)v712 + 256u + (uint)v13);
        if (2 < v713) {
            b3[v737] = v734;
        }
        const float v741 = v116;
        const int v744 = (int)((uint)v712 + 384u + (uint)v13);
        if (3 < v713) {
            b3[v744] = v741;
        }
        const float v748 = v117;
        const int v751 = (int)((uint)v712 + 512u + (uint)v13);
        if (4 < v713) {
            b3[v751] = v748;
        }
        const float v755 = v118;
        const int v758 = (int)((uint)v712 + 640u + (uint)v13);
        if (5 < v713) {
            b3[v758] = v755;
        }
        const bool v762 = v13 == 0;
        if (v762) {
            const float v764 = v100;
            if (0 < v717) {
                b4[v714] = v764;
            }
        }
        const bool v770 = v13 == 1;
        if (v770) {
            const float v772 = v101;
            const int v774 = (int)((uint)v714 + 1u);
            if (1 < v717) {
                b4[v774] = v772;
            }
        }
        const bool v779 = v13 == 2;
        if (v779) {
            const float v781 = v102;
            const int v783 = (int)((uint)v714 + 2u);
            if (2 < v717) {
                b4[v783] = v781;
            }
        }
        const bool v788 = v13 == 3;
        if (v788) {
            const float v790 = v103;
            const int v792 = (int)((uint)v714 + 3u);
            if (3 < v717) {
                b4[v792] = v790;
            }
        }
        const bool v797 = v13 == 4;
        if (v797) {
            const float v799 = v104;
            const int v801 = (int)((uint)v714 + 4u);
            if (4 < v717) {
                b4[v801] = v799;
            }
        }
        const bool v806 = v13 == 5;
        if (v806) {
            const float v808 = v105;
            const int v810 = (int)((uint)v714 + 5u);
            if (5 < v717) {
                b4[v810] = v808;
            }
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v762) {
            const float v817 = v107;
            if (0 < v720) {
                b4[v719] = v817;
            }
        }
        if (v770) {
            const float v824 = v108;
            const int v827 = (int)((uint)v714 + 7u);
            if (1 < v720) {
                b4[v827] = v824;
            }
        }
        if (v779) {
            const float v833 = v109;
            const int v836 = (int)((uint)v714 + 8u);
            if (2 < v720) {
                b4[v836] = v833;
            }
        }
        if (v788) {
            const float v842 = v110;
            const int v845 = (int)((uint)v714 + 9u);
            if (3 < v720) {
                b4[v845] = v842;
            }
        }
        if (v797) {
            const float v851 = v111;
            const int v854 = (int)((uint)v714 + 10u);
            if (4 < v720) {
                b4[v854] = v851;
            }
        }
        if (v806) {
            const float v860 = v112;
            const int v863 = (int)((uint)v714 + 11u);
            if (5 < v720) {
                b4[v863] = v860;
            }
        }
    }
}

// tessera kernel attention_decode_gqa entry attention_decode_gqa__wide wide 1 params i32,i16,i16,w32,w32 sizes 1 threads 128 teams 1 count -1 shared 6336 cost 4197377
[[max_total_threads_per_threadgroup(128)]]
kernel void attention_decode_gqa__wide(
    device const float *b0 [[buffer(0)]], // q
    device const ushort *b1 [[buffer(1)]], // kcache
    device const ushort *b2 [[buffer(2)]], // vcache
    device float *b3 [[buffer(3)]], // partial
    device float *b4 [[buffer(4)]], // stats
    device const int *s0 [[buffer(5)]], // len
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    threadgroup uint shared[1584];
    const int v2 = s0[0];
    const int v11 = 0 < v2 ? (int)((uint)v2 - 1u) / 256 + 1 : 0;
    const int v12 = v11 * 2;
    const int v13 = (int)local;
    const int v14 = (int)group;
    const int v15 = (int)groups;
    for (int v17 = v14; v17 < v12; v17 += v15) {
        const int v19 = v17 / v11;
        const int v20 = (int)((uint)(v17 % v11) * 256u);
        const int v31 = (int)((uint)v19 * 6u);
        const float v34 = b0[(int)((uint)v31 * 128u + (uint)v13)];
        const float v40 = b0[(int)(((uint)v31 + 1u) * 128u + (uint)v13)];
        const float v45 = b0[(int)(((uint)v31 + 2u) * 128u + (uint)v13)];
        const float v51 = b0[(int)(((uint)v31 + 3u) * 128u + (uint)v13)];
        const float v57 = b0[(int)(((uint)v31 + 4u) * 128u + (uint)v13)];
        const float v63 = b0[(int)(((uint)v31 + 5u) * 128u + (uint)v13)];
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        shared[v13 + 48] = as_type<uint>(v34 * 0.088388346f);
        shared[v13 + 176] = as_type<uint>(v40 * 0.088388346f);
        shared[v13 + 304] = as_type<uint>(v45 * 0.088388346f);
        shared[v13 + 432] = as_type<uint>(v51 * 0.088388346f);
        shared[v13 + 560] = as_type<uint>(v57 * 0.088388346f);
        shared[v13 + 688] = as_type<uint>(v63 * 0.088388346f);
        const int v97 = (int)((uint)v19 * 524288u);
        const int v98 = min(v2, 4096);
        float v100 = -1e+30f;
        float v101 = -1e+30f;
        float v102 = -1e+30f;
        float v103 = -1e+30f;
        float v104 = -1e+30f;
        float v105 = -1e+30f;
        float v107 = 0.0f;
        float v108 = 0.0f;
        float v109 = 0.0f;
        float v110 = 0.0f;
        float v111 = 0.0f;
        float v112 = 0.0f;
        float v113 = 0.0f;
        float v114 = 0.0f;
        float v115 = 0.0f;
        float v116 = 0.0f;
        float v117 = 0.0f;
        float v118 = 0.0f;
        const int v120 = min(v2, (int)((uint)v20 + 256u));
        #pragma clang loop unroll_count(4)
        for (int v121 = v20; v121 < v120; v121 += 128) {
            const int v122 = (int)((uint)v121 + (uint)v13);
            const bool v123 = v122 < v2;
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            float v125 = 0.0f;
            float v126 = 0.0f;
            float v127 = 0.0f;
            float v128 = 0.0f;
            float v129 = 0.0f;
            float v130 = 0.0f;
            for (int v132 = 0; v132 < 128; v132 += 8) {
                const bool v135 = 0 <= v122 && v122 < v98;
                const int v140 = v135 ? (int)((uint)v97 + (uint)v122 * 128u + (uint)v132) >> 3 : 0;
                const uint4 v141 = ((device const uint4 *)b1)[v140];
                const float v166 = as_type<float>((v135 ? v141.x & 0xffffu : 0u) << 16);
                const uint v168 = shared[v132 + 48];
                v125 = fma(as_type<float>(v168), v166, v125);
                const uint v175 = shared[v132 + 176];
                v126 = fma(as_type<float>(v175), v166, v126);
                const uint v182 = shared[v132 + 304];
                v127 = fma(as_type<float>(v182), v166, v127);
                const uint v189 = shared[v132 + 432];
                v128 = fma(as_type<float>(v189), v166, v128);
                const uint v196 = shared[v132 + 560];
                v129 = fma(as_type<float>(v196), v166, v129);
                const uint v203 = shared[v132 + 688];
                v130 = fma(as_type<float>(v203), v166, v130);
                const float v209 = as_type<float>((v135 ? v141.x >> 16 : 0u) << 16);
                const uint v213 = shared[v132 + 49];
                v125 = fma(as_type<float>(v213), v209, v125);
                const uint v222 = shared[v132 + 177];
                v126 = fma(as_type<float>(v222), v209, v126);
                const uint v231 = shared[v132 + 305];
                v127 = fma(as_type<float>(v231), v209, v127);
                const uint v240 = shared[v132 + 433];
                v128 = fma(as_type<float>(v240), v209, v128);
                const uint v249 = shared[v132 + 561];
                v129 = fma(as_type<float>(v249), v209, v129);
                const uint v258 = shared[v132 + 689];
                v130 = fma(as_type<float>(v258), v209, v130);
                const float v264 = as_type<float>((v135 ? v141.y & 0xffffu : 0u) << 16);
                const uint v268 = shared[v132 + 50];
                v125 = fma(as_type<float>(v268), v264, v125);
                const uint v277 = shared[v132 + 178];
                v126 = fma(as_type<float>(v277), v264, v126);
                const uint v286 = shared[v132 + 306];
                v127 = fma(as_type<float>(v286), v264, v127);
                const uint v295 = shared[v132 + 434];
                v128 = fma(as_type<float>(v295), v264, v128);
                const uint v304 = shared[v132 + 562];
                v129 = fma(as_type<float>(v304), v264, v129);
                const uint v313 = shared[v132 + 690];
                v130 = fma(as_type<float>(v313), v264, v130);
                const float v319 = as_type<float>((v135 ? v141.y >> 16 : 0u) << 16);
                const uint v323 = shared[v132 + 51];
                v125 = fma(as_type<float>(v323), v319, v125);
                const uint v332 = shared[v132 + 179];
                v126 = fma(as_type<float>(v332), v319, v126);
                const uint v341 = shared[v132 + 307];
                v127 = fma(as_type<float>(v341), v319, v127);
                const uint v350 = shared[v132 + 435];
                v128 = fma(as_type<float>(v350), v319, v128);
                const uint v359 = shared[v132 + 563];
                v129 = fma(as_type<float>(v359), v319, v129);
                const uint v368 = shared[v132 + 691];
                v130 = fma(as_type<float>(v368), v319, v130);
                const float v374 = as_type<float>((v135 ? v141.z & 0xffffu : 0u) << 16);
                const uint v378 = shared[v132 + 52];
                v125 = fma(as_type<float>(v378), v374, v125);
                const uint v387 = shared[v132 + 180];
                v126 = fma(as_type<float>(v387), v374, v126);
                const uint v396 = shared[v132 + 308];
                v127 = fma(as_type<float>(v396), v374, v127);
                const uint v405 = shared[v132 + 436];
                v128 = fma(as_type<float>(v405), v374, v128);
                const uint v414 = shared[v132 + 564];
                v129 = fma(as_type<float>(v414), v374, v129);
                const uint v423 = shared[v132 + 692];
                v130 = fma(as_type<float>(v423), v374, v130);
                const float v429 = as_type<float>((v135 ? v141.z >> 16 : 0u) << 16);
                const uint v433 = shared[v132 + 53];
                v125 = fma(as_type<float>(v433), v429, v125);
                const uint v442 = shared[v132 + 181];
                v126 = fma(as_type<float>(v442), v429, v126);
                const uint v451 = shared[v132 + 309];
                v127 = fma(as_type<float>(v451), v429, v127);
                const uint v460 = shared[v132 + 437];
                v128 = fma(as_type<float>(v460), v429, v128);
                const uint v469 = shared[v132 + 565];
                v129 = fma(as_type<float>(v469), v429, v129);
                const uint v478 = shared[v132 + 693];
                v130 = fma(as_type<float>(v478), v429, v130);
                const float v484 = as_type<float>((v135 ? v141.w & 0xffffu : 0u) << 16);
                const uint v488 = shared[v132 + 54];
                v125 = fma(as_type<float>(v488), v484, v125);
                const uint v497 = shared[v132 + 182];
                v126 = fma(as_type<float>(v497), v484, v126);
                const uint v506 = shared[v132 + 310];
                v127 = fma(as_type<float>(v506), v484, v127);
                const uint v515 = shared[v132 + 438];
                v128 = fma(as_type<float>(v515), v484, v128);
                const uint v524 = shared[v132 + 566];
                v129 = fma(as_type<float>(v524), v484, v129);
                const uint v533 = shared[v132 + 694];
                v130 = fma(as_type<float>(v533), v484, v130);
                const float v539 = as_type<float>((v135 ? v141.w >> 16 : 0u) << 16);
                const uint v544 = shared[v132 + 55];
                v125 = fma(as_type<float>(v544), v539, v125);
                const uint v553 = shared[v132 + 183];
                v126 = fma(as_type<float>(v553), v539, v126);
                const uint v562 = shared[v132 + 311];
                v127 = fma(as_type<float>(v562), v539, v127);
                const uint v571 = shared[v132 + 439];
                v128 = fma(as_type<float>(v571), v539, v128);
                const uint v580 = shared[v132 + 567];
                v129 = fma(as_type<float>(v580), v539, v129);
                const uint v589 = shared[v132 + 695];
                v130 = fma(as_type<float>(v589), v539, v130);
            }
            const float v601 = v123 ? v125 : -1e+30f;
            const float v602 = v123 ? v126 : -1e+30f;
            const float v603 = v123 ? v127 : -1e+30f;
            const float v604 = v123 ? v128 : -1e+30f;
            const float v605 = v123 ? v129 : -1e+30f;
            const float v606 = v123 ? v130 : -1e+30f;
            const float v608 = precise::fmax(-INFINITY, v601);
            const float v609 = precise::fmax(-INFINITY, v602);
            const float v610 = precise::fmax(-INFINITY, v603);
            const float v611 = precise::fmax(-INFINITY, v604);
            const float v612 = precise::fmax(-INFINITY, v605);
            const float v613 = precise::fmax(-INFINITY, v606);
            const float v614 = simd_shuffle_xor(v608, (ushort)16);
            const float v615 = precise::fmax(v608, v614);
            const float v616 = simd_shuffle_xor(v609, (ushort)16);
            const float v617 = precise::fmax(v609, v616);
            const float v618 = simd_shuffle_xor(v610, (ushort)16);
            const float v619 = precise::fmax(v610, v618);
            const float v620 = simd_shuffle_xor(v611, (ushort)16);
            const float v621 = precise::fmax(v611, v620);
            const float v622 = simd_shuffle_xor(v612, (ushort)16);
            const float v623 = precise::fmax(v612, v622);
            const float v624 = simd_shuffle_xor(v613, (ushort)16);
            const float v625 = precise::fmax(v613, v624);
            const float v626 = simd_shuffle_xor(v615, (ushort)8);
            const float v627 = precise::fmax(v615, v626);
            const float v628 = simd_shuffle_xor(v617, (ushort)8);
            const float v629 = precise::fmax(v617, v628);
            const float v630 = simd_shuffle_xor(v619, (ushort)8);
            const float v631 = precise::fmax(v619, v630);
            const float v632 = simd_shuffle_xor(v621, (ushort)8);
            const float v633 = precise::fmax(v621, v632);
            const float v634 = simd_shuffle_xor(v623, (ushort)8);
            const float v635 = precise::fmax(v623, v634);
            const float v636 = simd_shuffle_xor(v625, (ushort)8);
            const float v637 = precise::fmax(v625, v636);
            const float v638 = simd_shuffle_xor(v627, (ushort)4);
            const float v639 = precise::fmax(v627, v638);
            const float v640 = simd_shuffle_xor(v629, (ushort)4);
            const float v641 = precise::fmax(v629, v640);
            const float v642 = simd_shuffle_xor(v631, (ushort)4);
            const float v643 = precise::fmax(v631, v642);
            const float v644 = simd_shuffle_xor(v633, (ushort)4);
            const float v645 = precise::fmax(v633, v644);
            const float v646 = simd_shuffle_xor(v635, (ushort)4);
            const float v647 = precise::fmax(v635, v646);
            const float v648 = simd_shuffle_xor(v637, (ushort)4);
            const float v649 = precise::fmax(v637, v648);
            const float v650 = simd_shuffle_xor(v639, (ushort)2);
            const float v651 = precise::fmax(v639, v650);
            const float v652 = simd_shuffle_xor(v641, (ushort)2);
            const float v653 = precise::fmax(v641, v652);
            const float v654 = simd_shuffle_xor(v643, (ushort)2);
            const float v655 = precise::fmax(v643, v654);
            const float v656 = simd_shuffle_xor(v645, (ushort)2);
            const float v657 = precise::fmax(v645, v656);
            const float v658 = simd_shuffle_xor(v647, (ushort)2);
            const float v659 = precise::fmax(v647, v658);
            const float v660 = simd_shuffle_xor(v649, (ushort)2);
            const float v661 = precise::fmax(v649, v660);
            const float v662 = simd_shuffle_xor(v651, (ushort)1);
            const float v663 = precise::fmax(v651, v662);
            const float v664 = simd_shuffle_xor(v653, (ushort)1);
            const float v665 = precise::fmax(v653, v664);
            const float v666 = simd_shuffle_xor(v655, (ushort)1);
            const float v667 = precise::fmax(v655, v666);
            const float v668 = simd_shuffle_xor(v657, (ushort)1);
            const float v669 = precise::fmax(v657, v668);
            const float v670 = simd_shuffle_xor(v659, (ushort)1);
            const float v671 = precise::fmax(v659, v670);
            const float v672 = simd_shuffle_xor(v661, (ushort)1);
            const float v673 = precise::fmax(v661, v672);
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const bool v676 = v13 % 32 == 0;
            if (v676) {
                const int v678 = v13 / 32;
                shared[v678] = as_type<uint>(v663);
                shared[v678 + 8] = as_type<uint>(v665);
                shared[v678 + 16] = as_type<uint>(v667);
                shared[v678 + 24] = as_type<uint>(v669);
                shared[v678 + 32] = as_type<uint>(v671);
                shared[v678 + 40] = as_type<uint>(v673);
            }
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const uint v701 = shared[0];
            const uint v703 = shared[1];
            const uint v706 = shared[2];
            const uint v709 = shared[3];
            const uint v712 = shared[8];
            const uint v715 = shared[9];
            const uint v719 = shared[10];
            const uint v723 = shared[11];
            const uint v727 = shared[16];
            const uint v730 = shared[17];
            const uint v734 = shared[18];
            const uint v738 = shared[19];
            const uint v742 = shared[24];
            const uint v745 = shared[25];
            const uint v749 = shared[26];
            const uint v753 = shared[27];
            const uint v756 = shared[32];
            const uint v759 = shared[33];
            const uint v763 = shared[34];
            const uint v767 = shared[35];
            const uint v771 = shared[40];
            const uint v774 = shared[41];
            const uint v778 = shared[42];
            const uint v782 = shared[43];
            const float v786 = precise::fmax(v100, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v701), as_type<float>(v703)), as_type<float>(v706)), as_type<float>(v709)));
            const float v788 = precise::fmax(v101, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v712), as_type<float>(v715)), as_type<float>(v719)), as_type<float>(v723)));
            const float v790 = precise::fmax(v102, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v727), as_type<float>(v730)), as_type<float>(v734)), as_type<float>(v738)));
            const float v792 = precise::fmax(v103, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v742), as_type<float>(v745)), as_type<float>(v749)), as_type<float>(v753)));
            const float v794 = precise::fmax(v104, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v756), as_type<float>(v759)), as_type<float>(v763)), as_type<float>(v767)));
            const float v796 = precise::fmax(v105, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v771), as_type<float>(v774)), as_type<float>(v778)), as_type<float>(v782)));
            const float v799 = precise::exp(v100 - v786);
            const float v802 = precise::exp(v101 - v788);
            const float v805 = precise::exp(v102 - v790);
            const float v808 = precise::exp(v103 - v792);
            const float v811 = precise::exp(v104 - v794);
            const float v814 = precise::exp(v105 - v796);
            const float v816 = precise::exp(v601 - v786);
            const float v818 = precise::exp(v602 - v788);
            const float v820 = precise::exp(v603 - v790);
            const float v822 = precise::exp(v604 - v792);
            const float v824 = precise::exp(v605 - v794);
            const float v826 = precise::exp(v606 - v796);
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            shared[v13 + 816] = as_type<uint>(v816);
            shared[v13 + 944] = as_type<uint>(v818);
            shared[v13 + 1072] = as_type<uint>(v820);
            shared[v13 + 1200] = as_type<uint>(v822);
            shared[v13 + 1328] = as_type<uint>(v824);
            shared[v13 + 1456] = as_type<uint>(v826);
            const float v852 = simd_shuffle_xor(v816, (ushort)16);
            const float v853 = v816 + v852;
            const float v854 = simd_shuffle_xor(v818, (ushort)16);
            const float v855 = v818 + v854;
            const float v856 = simd_shuffle_xor(v820, (ushort)16);
            const float v857 = v820 + v856;
            const float v858 = simd_shuffle_xor(v822, (ushort)16);
            const float v859 = v822 + v858;
            const float v860 = simd_shuffle_xor(v824, (ushort)16);
            const float v861 = v824 + v860;
            const float v862 = simd_shuffle_xor(v826, (ushort)16);
            const float v863 = v826 + v862;
            const float v864 = simd_shuffle_xor(v853, (ushort)8);
            const float v865 = v853 + v864;
            const float v866 = simd_shuffle_xor(v855, (ushort)8);
            const float v867 = v855 + v866;
            const float v868 = simd_shuffle_xor(v857, (ushort)8);
            const float v869 = v857 + v868;
            const float v870 = simd_shuffle_xor(v859, (ushort)8);
            const float v871 = v859 + v870;
            const float v872 = simd_shuffle_xor(v861, (ushort)8);
            const float v873 = v861 + v872;
            const float v874 = simd_shuffle_xor(v863, (ushort)8);
            const float v875 = v863 + v874;
            const float v876 = simd_shuffle_xor(v865, (ushort)4);
            const float v877 = v865 + v876;
            const float v878 = simd_shuffle_xor(v867, (ushort)4);
            const float v879 = v867 + v878;
            const float v880 = simd_shuffle_xor(v869, (ushort)4);
            const float v881 = v869 + v880;
            const float v882 = simd_shuffle_xor(v871, (ushort)4);
            const float v883 = v871 + v882;
            const float v884 = simd_shuffle_xor(v873, (ushort)4);
            const float v885 = v873 + v884;
            const float v886 = simd_shuffle_xor(v875, (ushort)4);
            const float v887 = v875 + v886;
            const float v888 = simd_shuffle_xor(v877, (ushort)2);
            const float v889 = v877 + v888;
            const float v890 = simd_shuffle_xor(v879, (ushort)2);
            const float v891 = v879 + v890;
            const float v892 = simd_shuffle_xor(v881, (ushort)2);
            const float v893 = v881 + v892;
            const float v894 = simd_shuffle_xor(v883, (ushort)2);
            const float v895 = v883 + v894;
            const float v896 = simd_shuffle_xor(v885, (ushort)2);
            const float v897 = v885 + v896;
            const float v898 = simd_shuffle_xor(v887, (ushort)2);
            const float v899 = v887 + v898;
            const float v900 = simd_shuffle_xor(v889, (ushort)1);
            const float v901 = v889 + v900;
            const float v902 = simd_shuffle_xor(v891, (ushort)1);
            const float v903 = v891 + v902;
            const float v904 = simd_shuffle_xor(v893, (ushort)1);
            const float v905 = v893 + v904;
            const float v906 = simd_shuffle_xor(v895, (ushort)1);
            const float v907 = v895 + v906;
            const float v908 = simd_shuffle_xor(v897, (ushort)1);
            const float v909 = v897 + v908;
            const float v910 = simd_shuffle_xor(v899, (ushort)1);
            const float v911 = v899 + v910;
            if (v676) {
                const int v913 = v13 / 32;
                shared[v913] = as_type<uint>(v901);
                shared[v913 + 8] = as_type<uint>(v903);
                shared[v913 + 16] = as_type<uint>(v905);
                shared[v913 + 24] = as_type<uint>(v907);
                shared[v913 + 32] = as_type<uint>(v909);
                shared[v913 + 40] = as_type<uint>(v911);
            }
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const uint v933 = shared[0];
            const uint v935 = shared[1];
            const uint v938 = shared[2];
            const uint v941 = shared[3];
            const uint v944 = shared[8];
            const uint v946 = shared[9];
            const uint v949 = shared[10];
            const uint v952 = shared[11];
            const uint v955 = shared[16];
            const uint v957 = shared[17];
            const uint v960 = shared[18];
            const uint v963 = shared[19];
            const uint v966 = shared[24];
            const uint v968 = shared[25];
            const uint v971 = shared[26];
            const uint v974 = shared[27];
            const uint v977 = shared[32];
            const uint v979 = shared[33];
            const uint v982 = shared[34];
            const uint v985 = shared[35];
            const uint v988 = shared[40];
            const uint v990 = shared[41];
            const uint v993 = shared[42];
            const uint v996 = shared[43];
            const float v1000 = fma(v107, v799, as_type<float>(v933) + as_type<float>(v935) + as_type<float>(v938) + as_type<float>(v941));
            v107 = v1000;
            const float v1003 = fma(v108, v802, as_type<float>(v944) + as_type<float>(v946) + as_type<float>(v949) + as_type<float>(v952));
            v108 = v1003;
            const float v1006 = fma(v109, v805, as_type<float>(v955) + as_type<float>(v957) + as_type<float>(v960) + as_type<float>(v963));
            v109 = v1006;
            const float v1009 = fma(v110, v808, as_type<float>(v966) + as_type<float>(v968) + as_type<float>(v971) + as_type<float>(v974));
            v110 = v1009;
            const float v1012 = fma(v111, v811, as_type<float>(v977) + as_type<float>(v979) + as_type<float>(v982) + as_type<float>(v985));
            v111 = v1012;
            const float v1015 = fma(v112, v814, as_type<float>(v988) + as_type<float>(v990) + as_type<float>(v993) + as_type<float>(v996));
            v112 = v1015;
            float v1029 = v113 * v799;
            float v1030 = v114 * v802;
            float v1031 = v115 * v805;
            float v1032 = v116 * v808;
            float v1033 = v117 * v811;
            float v1034 = v118 * v814;
            #pragma clang loop unroll_count(4)
            for (int v1035 = 0; v1035 < 128; v1035 += 1) {
                const int v1036 = (int)((uint)v121 + (uint)v1035);
                const bool v1039 = 0 <= v1036 && v1036 < v98;
                const uint v1044 = (uint)b2[v1039 ? (int)((uint)v97 + (uint)v1036 * 128u + (uint)v13) : 0];
                const float v1049 = as_type<float>((v1039 ? v1044 : 0u) << 16);
                const uint v1051 = shared[v1035 + 816];
                v1029 = fma(as_type<float>(v1051), v1049, v1029);
                const uint v1058 = shared[v1035 + 944];
                v1030 = fma(as_type<float>(v1058), v1049, v1030);
                const uint v1065 = shared[v1035 + 1072];
                v1031 = fma(as_type<float>(v1065), v1049, v1031);
                const uint v1072 = shared[v1035 + 1200];
                v1032 = fma(as_type<float>(v1072), v1049, v1032);
                const uint v1079 = shared[v1035 + 1328];
                v1033 = fma(as_type<float>(v1079), v1049, v1033);
                const uint v1086 = shared[v1035 + 1456];
                v1034 = fma(as_type<float>(v1086), v1049, v1034);
            }
            const float v1093 = v1030;
            const float v1094 = v1031;
            const float v1095 = v1032;
            const float v1096 = v1033;
            const float v1097 = v1034;
            v113 = v1029;
            v114 = v1093;
            v115 = v1094;
            v116 = v1095;
            v117 = v1096;
            v118 = v1097;
            v100 = v786;
            v101 = v788;
            v102 = v790;
            v103 = v792;
            v104 = v794;
            v105 = v796;
        }
        const int v1114 = (int)((uint)v19 * 16u + (uint)(v20 / 256));
        const bool v1117 = 0 <= v1114 && v1114 < 32;
        const int v1118 = (int)((uint)v1114 * 768u);
        const int v1119 = v1117 ? 6 : 0;
        const int v1120 = (int)((uint)v1114 * 12u);
        const int v1121 = v1117 ? 2 : 0;
        const int v1123 = 0 < v1121 ? 6 : 0;
        const int v1125 = (int)((uint)v1120 + 6u);
        const int v1126 = 1 < v1121 ? 6 : 0;
        const float v1127 = v113;
        const int v1129 = (int)((uint)v1118 + (uint)v13);
        if (0 < v1119) {
            b3[v1129] = v1127;
        }
        const float v1133 = v114;
        const int v1136 = (int)((uint)v1118 + 128u + (uint)v13);
        if (1 < v1119) {
            b3[v1136] = v1133;
        }
        const float v1140 = v115;
        const int v1143 = (int)((uint)v1118 + 256u + (uint)v13);
        if (2 < v1119) {
            b3[v1143] = v1140;
        }
        const float v1147 = v116;
        const int v1150 = (int)((uint)v1118 + 384u + (uint)v13);
        if (3 < v1119) {
            b3[v1150] = v1147;
        }
        const float v1154 = v117;
        const int v1157 = (int)((uint)v1118 + 512u + (uint)v13);
        if (4 < v1119) {
            b3[v1157] = v1154;
        }
        const float v1161 = v118;
        const int v1164 = (int)((uint)v1118 + 640u + (uint)v13);
        if (5 < v1119) {
            b3[v1164] = v1161;
        }
        const bool v1168 = v13 == 0;
        if (v1168) {
            const float v1170 = v100;
            if (0 < v1123) {
                b4[v1120] = v1170;
            }
        }
        const bool v1176 = v13 == 1;
        if (v1176) {
            const float v1178 = v101;
            const int v1180 = (int)((uint)v1120 + 1u);
            if (1 < v1123) {
                b4[v1180] = v1178;
            }
        }
        const bool v1185 = v13 == 2;
        if (v1185) {
            const float v1187 = v102;
            const int v1189 = (int)((uint)v1120 + 2u);
            if (2 < v1123) {
                b4[v1189] = v1187;
            }
        }
        const bool v1194 = v13 == 3;
        if (v1194) {
            const float v1196 = v103;
            const int v1198 = (int)((uint)v1120 + 3u);
            if (3 < v1123) {
                b4[v1198] = v1196;
            }
        }
        const bool v1203 = v13 == 4;
        if (v1203) {
            const float v1205 = v104;
            const int v1207 = (int)((uint)v1120 + 4u);
            if (4 < v1123) {
                b4[v1207] = v1205;
            }
        }
        const bool v1212 = v13 == 5;
        if (v1212) {
            const float v1214 = v105;
            const int v1216 = (int)((uint)v1120 + 5u);
            if (5 < v1123) {
                b4[v1216] = v1214;
            }
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v1168) {
            const float v1223 = v107;
            if (0 < v1126) {
                b4[v1125] = v1223;
            }
        }
        if (v1176) {
            const float v1230 = v108;
            const int v1233 = (int)((uint)v1120 + 7u);
            if (1 < v1126) {
                b4[v1233] = v1230;
            }
        }
        if (v1185) {
            const float v1239 = v109;
            const int v1242 = (int)((uint)v1120 + 8u);
            if (2 < v1126) {
                b4[v1242] = v1239;
            }
        }
        if (v1194) {
            const float v1248 = v110;
            const int v1251 = (int)((uint)v1120 + 9u);
            if (3 < v1126) {
                b4[v1251] = v1248;
            }
        }
        if (v1203) {
            const float v1257 = v111;
            const int v1260 = (int)((uint)v1120 + 10u);
            if (4 < v1126) {
                b4[v1260] = v1257;
            }
        }
        if (v1212) {
            const float v1266 = v112;
            const int v1269 = (int)((uint)v1120 + 11u);
            if (5 < v1126) {
                b4[v1269] = v1266;
            }
        }
    }
}

// tessera kernel attention_decode_gqa__final entry attention_decode_gqa__final wide 0 params i32,i32,o32 sizes 1 threads 128 teams 1 count 12 shared 0 cost 33281
[[max_total_threads_per_threadgroup(128)]]
kernel void attention_decode_gqa__final(
    device const float *b0 [[buffer(0)]], // partial
    device const float *b1 [[buffer(1)]], // stats
    device float *b2 [[buffer(2)]], // o
    device const int *s0 [[buffer(3)]], // len
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v6 = (int)local;
    const int v7 = (int)group;
    const int v8 = (int)groups;
    for (int v10 = v7; v10 < 12; v10 += v8) {
        const int v11 = s0[0];
        const int v19 = v10 / 6;
        const int v20 = v10 % 6;
        float v22 = -1e+30f;
        float v24 = 0.0f;
        float v25 = 0.0f;
        const int v30 = v11 / 256 + min(v11 % 256, 1);
        #pragma clang loop unroll_count(4)
        for (int v31 = 0; v31 < v30; v31 += 1) {
            const int v37 = v19 * 16 + v31;
            const bool v40 = 0 <= v37 && v37 < 32;
            const int v41 = v37 * 12;
            const int v42 = v40 ? 2 : 0;
            const bool v45 = 0 <= v20;
            const bool v47 = v45 && v20 < (0 < v42 ? 6 : 0);
            const float v50 = b1[v47 ? v41 + v20 : 0];
            const float v51 = v47 ? v50 : 0.0f;
            const float v52 = precise::fmax(v22, v51);
            const float v54 = precise::exp(v22 - v52);
            const bool v59 = v45 && v20 < (1 < v42 ? 6 : 0);
            const float v62 = b1[v59 ? v41 + 6 + v20 : 0];
            const float v65 = precise::exp(v51 - v52);
            v24 = fma(v24, v54, (v59 ? v62 : 0.0f) * v65);
            const bool v78 = v6 < (v45 && v20 < (v40 ? 6 : 0) ? 128 : 0);
            const bool v79 = 0 <= v6 && v78;
            const float v82 = b0[v79 ? (int)((uint)v37 * 768u + (uint)(v20 * 128) + (uint)v6) : 0];
            v25 = fma(v25, v54, (v79 ? v82 : 0.0f) * v65);
            v22 = v52;
        }
        b2[v10 * 128 + v6] = v25 / v24;
    }
}
