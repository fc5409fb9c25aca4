// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel attention_decode_gqa entry ts_attention_decode_gqa wide 0 params i32:q:32:12*128,i16:kcache:16:2*4096*128,i16:vcache:16:2*4096*128,w32:partial:32:128*6*128,w32:stats:32:128*2*6 sizes 1 threads 128 teams 1 count -1 shared 4800 cost 2100225
[[max_total_threads_per_threadgroup(128)]]
kernel void ts_attention_decode_gqa(
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
    threadgroup uint shared[1200];
    const int v1 = (int)group;
    const int v3 = s0[0];
    const int v10 = 0 < v3 ? (int)((uint)v3 - 1u) / 64 + 1 : 0;
    const int v12 = v10 * 2;
    const int v13 = (int)groups;
    const int v14 = (int)local;
    for (int v16 = v1; v16 < v12; v16 += v13) {
        const int v17 = v16 / v10;
        const int v19 = (int)((uint)v17 * 6u);
        const float v22 = b0[(int)((uint)v19 * 128u + (uint)v14)];
        const float v28 = b0[(int)(((uint)v19 + 1u) * 128u + (uint)v14)];
        const float v33 = b0[(int)(((uint)v19 + 2u) * 128u + (uint)v14)];
        const float v39 = b0[(int)(((uint)v19 + 3u) * 128u + (uint)v14)];
        const float v45 = b0[(int)(((uint)v19 + 4u) * 128u + (uint)v14)];
        const float v51 = b0[(int)(((uint)v19 + 5u) * 128u + (uint)v14)];
        const int v54 = (int)((uint)(v16 % v10) * 64u);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        shared[v14 + 48] = as_type<uint>(v22 * 0.088388346f);
        shared[v14 + 176] = as_type<uint>(v28 * 0.088388346f);
        shared[v14 + 304] = as_type<uint>(v33 * 0.088388346f);
        shared[v14 + 432] = as_type<uint>(v39 * 0.088388346f);
        shared[v14 + 560] = as_type<uint>(v45 * 0.088388346f);
        shared[v14 + 688] = as_type<uint>(v51 * 0.088388346f);
        const int v89 = min(v3, 4096);
        const int v90 = (int)((uint)v17 * 524288u);
        float v91 = -3.4028235e+38f;
        float v92 = -3.4028235e+38f;
        float v93 = -3.4028235e+38f;
        float v94 = -3.4028235e+38f;
        float v95 = -3.4028235e+38f;
        float v96 = -3.4028235e+38f;
        float v98 = 0.0f;
        float v99 = 0.0f;
        float v100 = 0.0f;
        float v101 = 0.0f;
        float v102 = 0.0f;
        float v103 = 0.0f;
        float v104 = 0.0f;
        float v105 = 0.0f;
        float v106 = 0.0f;
        float v107 = 0.0f;
        float v108 = 0.0f;
        float v109 = 0.0f;
        const int v111 = min(v3, (int)((uint)v54 + 64u));
        for (int v112 = v54; v112 < v111; v112 += 64) {
            const int v114 = min(v14, 63);
            const int v115 = v112 + v114;
            const bool v116 = v115 < v3;
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            float v118 = 0.0f;
            float v119 = 0.0f;
            float v120 = 0.0f;
            float v121 = 0.0f;
            float v122 = 0.0f;
            float v123 = 0.0f;
            #pragma clang loop unroll_count(4)
            for (int v124 = 0; v124 < 128; v124 += 1) {
                const uint v126 = shared[v124 + 48];
                const bool v130 = 0 <= v115 && v115 < v89;
                const uint v135 = (uint)b1[v130 ? (int)((uint)v90 + (uint)v115 * 128u + (uint)v124) : 0];
                const float v140 = as_type<float>((v130 ? v135 : 0u) << 16);
                v118 = fma(as_type<float>(v126), v140, v118);
                const uint v145 = shared[v124 + 176];
                v119 = fma(as_type<float>(v145), v140, v119);
                const uint v151 = shared[v124 + 304];
                v120 = fma(as_type<float>(v151), v140, v120);
                const uint v157 = shared[v124 + 432];
                v121 = fma(as_type<float>(v157), v140, v121);
                const uint v163 = shared[v124 + 560];
                v122 = fma(as_type<float>(v163), v140, v122);
                const uint v169 = shared[v124 + 688];
                v123 = fma(as_type<float>(v169), v140, v123);
            }
            const bool v176 = v14 < 64;
            const float v178 = v116 ? v118 : -INFINITY;
            const float v180 = precise::fmax(-INFINITY, v176 ? v178 : -INFINITY);
            const float v182 = v116 ? v119 : -INFINITY;
            const float v184 = precise::fmax(-INFINITY, v176 ? v182 : -INFINITY);
            const float v186 = v116 ? v120 : -INFINITY;
            const float v188 = precise::fmax(-INFINITY, v176 ? v186 : -INFINITY);
            const float v190 = v116 ? v121 : -INFINITY;
            const float v192 = precise::fmax(-INFINITY, v176 ? v190 : -INFINITY);
            const float v194 = v116 ? v122 : -INFINITY;
            const float v196 = precise::fmax(-INFINITY, v176 ? v194 : -INFINITY);
            const float v198 = v116 ? v123 : -INFINITY;
            const float v200 = precise::fmax(-INFINITY, v176 ? v198 : -INFINITY);
            const float v201 = simd_shuffle_xor(v180, (ushort)16);
            const float v202 = precise::fmax(v180, v201);
            const float v203 = simd_shuffle_xor(v184, (ushort)16);
            const float v204 = precise::fmax(v184, v203);
            const float v205 = simd_shuffle_xor(v188, (ushort)16);
            const float v206 = precise::fmax(v188, v205);
            const float v207 = simd_shuffle_xor(v192, (ushort)16);
            const float v208 = precise::fmax(v192, v207);
            const float v209 = simd_shuffle_xor(v196, (ushort)16);
            const float v210 = precise::fmax(v196, v209);
            const float v211 = simd_shuffle_xor(v200, (ushort)16);
            const float v212 = precise::fmax(v200, v211);
            const float v213 = simd_shuffle_xor(v202, (ushort)8);
            const float v214 = precise::fmax(v202, v213);
            const float v215 = simd_shuffle_xor(v204, (ushort)8);
            const float v216 = precise::fmax(v204, v215);
            const float v217 = simd_shuffle_xor(v206, (ushort)8);
            const float v218 = precise::fmax(v206, v217);
            const float v219 = simd_shuffle_xor(v208, (ushort)8);
            const float v220 = precise::fmax(v208, v219);
            const float v221 = simd_shuffle_xor(v210, (ushort)8);
            const float v222 = precise::fmax(v210, v221);
            const float v223 = simd_shuffle_xor(v212, (ushort)8);
            const float v224 = precise::fmax(v212, v223);
            const float v225 = simd_shuffle_xor(v214, (ushort)4);
            const float v226 = precise::fmax(v214, v225);
            const float v227 = simd_shuffle_xor(v216, (ushort)4);
            const float v228 = precise::fmax(v216, v227);
            const float v229 = simd_shuffle_xor(v218, (ushort)4);
            const float v230 = precise::fmax(v218, v229);
            const float v231 = simd_shuffle_xor(v220, (ushort)4);
            const float v232 = precise::fmax(v220, v231);
            const float v233 = simd_shuffle_xor(v222, (ushort)4);
            const float v234 = precise::fmax(v222, v233);
            const float v235 = simd_shuffle_xor(v224, (ushort)4);
            const float v236 = precise::fmax(v224, v235);
            const float v237 = simd_shuffle_xor(v226, (ushort)2);
            const float v238 = precise::fmax(v226, v237);
            const float v239 = simd_shuffle_xor(v228, (ushort)2);
            const float v240 = precise::fmax(v228, v239);
            const float v241 = simd_shuffle_xor(v230, (ushort)2);
            const float v242 = precise::fmax(v230, v241);
            const float v243 = simd_shuffle_xor(v232, (ushort)2);
            const float v244 = precise::fmax(v232, v243);
            const float v245 = simd_shuffle_xor(v234, (ushort)2);
            const float v246 = precise::fmax(v234, v245);
            const float v247 = simd_shuffle_xor(v236, (ushort)2);
            const float v248 = precise::fmax(v236, v247);
            const float v249 = simd_shuffle_xor(v238, (ushort)1);
            const float v250 = precise::fmax(v238, v249);
            const float v251 = simd_shuffle_xor(v240, (ushort)1);
            const float v252 = precise::fmax(v240, v251);
            const float v253 = simd_shuffle_xor(v242, (ushort)1);
            const float v254 = precise::fmax(v242, v253);
            const float v255 = simd_shuffle_xor(v244, (ushort)1);
            const float v256 = precise::fmax(v244, v255);
            const float v257 = simd_shuffle_xor(v246, (ushort)1);
            const float v258 = precise::fmax(v246, v257);
            const float v259 = simd_shuffle_xor(v248, (ushort)1);
            const float v261 = precise::fmax(v248, v259);
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const bool v264 = v14 % 32 == 0;
            if (v264) {
                const int v266 = v14 / 32;
                shared[v266] = as_type<uint>(v250);
                shared[v266 + 8] = as_type<uint>(v252);
                shared[v266 + 16] = as_type<uint>(v254);
                shared[v266 + 24] = as_type<uint>(v256);
                shared[v266 + 32] = as_type<uint>(v258);
                shared[v266 + 40] = as_type<uint>(v261);
            }
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const uint v291 = shared[0];
            const uint v293 = shared[1];
            const uint v296 = shared[2];
            const uint v299 = shared[3];
            const float v302 = precise::fmax(v91, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v291), as_type<float>(v293)), as_type<float>(v296)), as_type<float>(v299)));
            const float v304 = precise::exp(v178 - v302);
            const uint v307 = shared[8];
            const uint v310 = shared[9];
            const uint v314 = shared[10];
            const uint v318 = shared[11];
            const float v321 = precise::fmax(v92, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v307), as_type<float>(v310)), as_type<float>(v314)), as_type<float>(v318)));
            const float v323 = precise::exp(v182 - v321);
            const uint v326 = shared[16];
            const uint v329 = shared[17];
            const uint v333 = shared[18];
            const uint v337 = shared[19];
            const float v340 = precise::fmax(v93, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v326), as_type<float>(v329)), as_type<float>(v333)), as_type<float>(v337)));
            const float v342 = precise::exp(v186 - v340);
            const uint v345 = shared[24];
            const uint v348 = shared[25];
            const uint v352 = shared[26];
            const uint v356 = shared[27];
            const float v359 = precise::fmax(v94, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v345), as_type<float>(v348)), as_type<float>(v352)), as_type<float>(v356)));
            const float v361 = precise::exp(v190 - v359);
            const uint v363 = shared[32];
            const uint v366 = shared[33];
            const uint v370 = shared[34];
            const uint v374 = shared[35];
            const float v377 = precise::fmax(v95, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v363), as_type<float>(v366)), as_type<float>(v370)), as_type<float>(v374)));
            const float v379 = precise::exp(v194 - v377);
            const uint v382 = shared[40];
            const uint v385 = shared[41];
            const uint v389 = shared[42];
            const uint v393 = shared[43];
            const float v396 = precise::fmax(v96, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v382), as_type<float>(v385)), as_type<float>(v389)), as_type<float>(v393)));
            const float v398 = precise::exp(v198 - v396);
            const float v401 = precise::exp(v91 - v302);
            const float v404 = precise::exp(v92 - v321);
            const float v407 = precise::exp(v93 - v340);
            const float v410 = precise::exp(v94 - v359);
            const float v413 = precise::exp(v95 - v377);
            const float v416 = precise::exp(v96 - v396);
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            if (v176) {
                shared[v114 + 816] = as_type<uint>(v304);
            }
            if (v176) {
                shared[v114 + 880] = as_type<uint>(v323);
            }
            if (v176) {
                shared[v114 + 944] = as_type<uint>(v342);
            }
            if (v176) {
                shared[v114 + 1008] = as_type<uint>(v361);
            }
            if (v176) {
                shared[v114 + 1072] = as_type<uint>(v379);
            }
            if (v176) {
                shared[v114 + 1136] = as_type<uint>(v398);
            }
            const float v454 = v176 ? v304 : 0.0f;
            const float v455 = v176 ? v323 : 0.0f;
            const float v456 = v176 ? v342 : 0.0f;
            const float v457 = v176 ? v361 : 0.0f;
            const float v458 = v176 ? v379 : 0.0f;
            const float v459 = v176 ? v398 : 0.0f;
            const float v460 = simd_shuffle_xor(v454, (ushort)16);
            const float v461 = v454 + v460;
            const float v462 = simd_shuffle_xor(v455, (ushort)16);
            const float v463 = v455 + v462;
            const float v464 = simd_shuffle_xor(v456, (ushort)16);
            const float v465 = v456 + v464;
            const float v466 = simd_shuffle_xor(v457, (ushort)16);
            const float v467 = v457 + v466;
            const float v468 = simd_shuffle_xor(v458, (ushort)16);
            const float v469 = v458 + v468;
            const float v470 = simd_shuffle_xor(v459, (ushort)16);
            const float v471 = v459 + v470;
            const float v472 = simd_shuffle_xor(v461, (ushort)8);
            const float v473 = v461 + v472;
            const float v474 = simd_shuffle_xor(v463, (ushort)8);
            const float v475 = v463 + v474;
            const float v476 = simd_shuffle_xor(v465, (ushort)8);
            const float v477 = v465 + v476;
            const float v478 = simd_shuffle_xor(v467, (ushort)8);
            const float v479 = v467 + v478;
            const float v480 = simd_shuffle_xor(v469, (ushort)8);
            const float v481 = v469 + v480;
            const float v482 = simd_shuffle_xor(v471, (ushort)8);
            const float v483 = v471 + v482;
            const float v484 = simd_shuffle_xor(v473, (ushort)4);
            const float v485 = v473 + v484;
            const float v486 = simd_shuffle_xor(v475, (ushort)4);
            const float v487 = v475 + v486;
            const float v488 = simd_shuffle_xor(v477, (ushort)4);
            const float v489 = v477 + v488;
            const float v490 = simd_shuffle_xor(v479, (ushort)4);
            const float v491 = v479 + v490;
            const float v492 = simd_shuffle_xor(v481, (ushort)4);
            const float v493 = v481 + v492;
            const float v494 = simd_shuffle_xor(v483, (ushort)4);
            const float v495 = v483 + v494;
            const float v496 = simd_shuffle_xor(v485, (ushort)2);
            const float v497 = v485 + v496;
            const float v498 = simd_shuffle_xor(v487, (ushort)2);
            const float v499 = v487 + v498;
            const float v500 = simd_shuffle_xor(v489, (ushort)2);
            const float v501 = v489 + v500;
            const float v502 = simd_shuffle_xor(v491, (ushort)2);
            const float v503 = v491 + v502;
            const float v504 = simd_shuffle_xor(v493, (ushort)2);
            const float v505 = v493 + v504;
            const float v506 = simd_shuffle_xor(v495, (ushort)2);
            const float v507 = v495 + v506;
            const float v508 = simd_shuffle_xor(v497, (ushort)1);
            const float v509 = v497 + v508;
            const float v510 = simd_shuffle_xor(v499, (ushort)1);
            const float v511 = v499 + v510;
            const float v512 = simd_shuffle_xor(v501, (ushort)1);
            const float v513 = v501 + v512;
            const float v514 = simd_shuffle_xor(v503, (ushort)1);
            const float v515 = v503 + v514;
            const float v516 = simd_shuffle_xor(v505, (ushort)1);
            const float v517 = v505 + v516;
            const float v518 = simd_shuffle_xor(v507, (ushort)1);
            const float v519 = v507 + v518;
            if (v264) {
                const int v521 = v14 / 32;
                shared[v521] = as_type<uint>(v509);
                shared[v521 + 8] = as_type<uint>(v511);
                shared[v521 + 16] = as_type<uint>(v513);
                shared[v521 + 24] = as_type<uint>(v515);
                shared[v521 + 32] = as_type<uint>(v517);
                shared[v521 + 40] = as_type<uint>(v519);
            }
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const uint v542 = shared[0];
            const uint v544 = shared[1];
            const uint v547 = shared[2];
            const uint v550 = shared[3];
            const float v553 = fma(v98, v401, as_type<float>(v542) + as_type<float>(v544) + as_type<float>(v547) + as_type<float>(v550));
            const uint v554 = shared[8];
            const uint v556 = shared[9];
            const uint v559 = shared[10];
            const uint v562 = shared[11];
            const uint v565 = shared[16];
            const uint v567 = shared[17];
            const uint v570 = shared[18];
            const uint v573 = shared[19];
            const uint v576 = shared[24];
            const uint v578 = shared[25];
            const uint v581 = shared[26];
            const uint v584 = shared[27];
            const uint v587 = shared[32];
            const uint v589 = shared[33];
            const uint v592 = shared[34];
            const uint v595 = shared[35];
            const uint v598 = shared[40];
            const uint v600 = shared[41];
            const uint v603 = shared[42];
            const uint v606 = shared[43];
            v98 = v553;
            const float v611 = fma(v99, v404, as_type<float>(v554) + as_type<float>(v556) + as_type<float>(v559) + as_type<float>(v562));
            v99 = v611;
            const float v614 = fma(v100, v407, as_type<float>(v565) + as_type<float>(v567) + as_type<float>(v570) + as_type<float>(v573));
            v100 = v614;
            const float v617 = fma(v101, v410, as_type<float>(v576) + as_type<float>(v578) + as_type<float>(v581) + as_type<float>(v584));
            v101 = v617;
            const float v620 = fma(v102, v413, as_type<float>(v587) + as_type<float>(v589) + as_type<float>(v592) + as_type<float>(v595));
            v102 = v620;
            const float v623 = fma(v103, v416, as_type<float>(v598) + as_type<float>(v600) + as_type<float>(v603) + as_type<float>(v606));
            v103 = v623;
            float v637 = v104 * v401;
            float v638 = v105 * v404;
            float v639 = v106 * v407;
            float v640 = v107 * v410;
            float v641 = v108 * v413;
            float v642 = v109 * v416;
            #pragma clang loop unroll_count(4)
            for (int v643 = 0; v643 < 64; v643 += 1) {
                const uint v646 = shared[v643 + 816];
                const int v648 = v112 + v643;
                const bool v651 = 0 <= v648 && v648 < v89;
                const uint v656 = (uint)b2[v651 ? (int)((uint)v90 + (uint)v648 * 128u + (uint)v14) : 0];
                const float v661 = as_type<float>((v651 ? v656 : 0u) << 16);
                v637 = fma(as_type<float>(v646), v661, v637);
                const uint v667 = shared[v643 + 880];
                v638 = fma(as_type<float>(v667), v661, v638);
                const uint v674 = shared[v643 + 944];
                v639 = fma(as_type<float>(v674), v661, v639);
                const uint v681 = shared[v643 + 1008];
                v640 = fma(as_type<float>(v681), v661, v640);
                const uint v688 = shared[v643 + 1072];
                v641 = fma(as_type<float>(v688), v661, v641);
                const uint v695 = shared[v643 + 1136];
                v642 = fma(as_type<float>(v695), v661, v642);
            }
            const float v702 = v638;
            const float v703 = v639;
            const float v704 = v640;
            const float v705 = v641;
            const float v706 = v642;
            v104 = v637;
            v105 = v702;
            v106 = v703;
            v107 = v704;
            v108 = v705;
            v109 = v706;
            v91 = v302;
            v92 = v321;
            v93 = v340;
            v94 = v359;
            v95 = v377;
            v96 = v396;
        }
        const int v722 = (int)((uint)v17 * 64u + (uint)(v54 / 64));
        const bool v725 = 0 <= v722 && v722 < 128;
        const int v726 = v725 ? 6 : 0;
        const int v728 = (int)((uint)v722 * 768u);
        const int v729 = (int)((uint)v728 + (uint)v14);
        const float v730 = v104;
        const int v731 = v725 ? 2 : 0;
        const int v733 = 0 < v731 ? 6 : 0;
        const int v734 = (int)((uint)v722 * 12u);
        const int v736 = 1 < v731 ? 6 : 0;
        const int v737 = (int)((uint)v734 + 6u);
        if (0 < v726) {
            b3[v729] = v730;
        }
        const int v743 = (int)((uint)v728 + 128u + (uint)v14);
        const float v744 = v105;
        if (1 < v726) {
            b3[v743] = v744;
        }
        const int v750 = (int)((uint)v728 + 256u + (uint)v14);
        const float v751 = v106;
        if (2 < v726) {
            b3[v750] = v751;
        }
        const int v757 = (int)((uint)v728 + 384u + (uint)v14);
        const float v758 = v107;
        if (3 < v726) {
            b3[v757] = v758;
        }
        const int v764 = (int)((uint)v728 + 512u + (uint)v14);
        const float v765 = v108;
        if (4 < v726) {
            b3[v764] = v765;
        }
        const int v771 = (int)((uint)v728 + 640u + (uint)v14);
        const float v772 = v109;
        if (5 < v726) {
            b3[v771] = v772;
        }
        const bool v776 = v14 == 0;
        if (v776) {
            const float v779 = v91;
            if (0 < v733) {
                b4[v734] = v779;
            }
        }
        const bool v784 = v14 == 1;
        if (v784) {
            const int v787 = (int)((uint)v734 + 1u);
            const float v788 = v92;
            if (1 < v733) {
                b4[v787] = v788;
            }
        }
        const bool v793 = v14 == 2;
        if (v793) {
            const int v796 = (int)((uint)v734 + 2u);
            const float v797 = v93;
            if (2 < v733) {
                b4[v796] = v797;
            }
        }
        const bool v802 = v14 == 3;
        if (v802) {
            const int v805 = (int)((uint)v734 + 3u);
            const float v806 = v94;
            if (3 < v733) {
                b4[v805] = v806;
            }
        }
        const bool v811 = v14 == 4;
        if (v811) {
            const int v814 = (int)((uint)v734 + 4u);
            const float v815 = v95;
            if (4 < v733) {
                b4[v814] = v815;
            }
        }
        const bool v820 = v14 == 5;
        if (v820) {
            const int v823 = (int)((uint)v734 + 5u);
            const float v824 = v96;
            if (5 < v733) {
                b4[v823] = v824;
            }
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v776) {
            const float v832 = v98;
            if (0 < v736) {
                b4[v737] = v832;
            }
        }
        if (v784) {
            const int v840 = (int)((uint)v734 + 7u);
            const float v841 = v99;
            if (1 < v736) {
                b4[v840] = v841;
            }
        }
        if (v793) {
            const int v849 = (int)((uint)v734 + 8u);
            const float v850 = v100;
            if (2 < v736) {
                b4[v849] = v850;
            }
        }
        if (v802) {
            const int v858 = (int)((uint)v734 + 9u);
            const float v859 = v101;
            if (3 < v736) {
                b4[v858] = v859;
            }
        }
        if (v811) {
            const int v867 = (int)((uint)v734 + 10u);
            const float v868 = v102;
            if (4 < v736) {
                b4[v867] = v868;
            }
        }
        if (v820) {
            const int v876 = (int)((uint)v734 + 11u);
            const float v877 = v103;
            if (5 < v736) {
                b4[v876] = v877;
            }
        }
    }
}

// tessera kernel attention_decode_gqa entry ts_attention_decode_gqa__wide wide 1 params i32:q:32:12*128,i16:kcache:16:2*4096*128,i16:vcache:16:2*4096*128,w32:partial:32:128*6*128,w32:stats:32:128*2*6 sizes 1 threads 128 teams 1 count -1 shared 4800 cost 2100225
[[max_total_threads_per_threadgroup(128)]]
kernel void ts_attention_decode_gqa__wide(
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
    threadgroup uint shared[1200];
    const int v1 = (int)group;
    const int v3 = s0[0];
    const int v10 = 0 < v3 ? (int)((uint)v3 - 1u) / 64 + 1 : 0;
    const int v12 = v10 * 2;
    const int v13 = (int)groups;
    const int v14 = (int)local;
    for (int v16 = v1; v16 < v12; v16 += v13) {
        const int v17 = v16 / v10;
        const int v19 = (int)((uint)v17 * 6u);
        const float v22 = b0[(int)((uint)v19 * 128u + (uint)v14)];
        const float v28 = b0[(int)(((uint)v19 + 1u) * 128u + (uint)v14)];
        const float v33 = b0[(int)(((uint)v19 + 2u) * 128u + (uint)v14)];
        const float v39 = b0[(int)(((uint)v19 + 3u) * 128u + (uint)v14)];
        const float v45 = b0[(int)(((uint)v19 + 4u) * 128u + (uint)v14)];
        const float v51 = b0[(int)(((uint)v19 + 5u) * 128u + (uint)v14)];
        const int v54 = (int)((uint)(v16 % v10) * 64u);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        shared[v14 + 48] = as_type<uint>(v22 * 0.088388346f);
        shared[v14 + 176] = as_type<uint>(v28 * 0.088388346f);
        shared[v14 + 304] = as_type<uint>(v33 * 0.088388346f);
        shared[v14 + 432] = as_type<uint>(v39 * 0.088388346f);
        shared[v14 + 560] = as_type<uint>(v45 * 0.088388346f);
        shared[v14 + 688] = as_type<uint>(v51 * 0.088388346f);
        const int v89 = min(v3, 4096);
        const int v90 = (int)((uint)v17 * 524288u);
        float v91 = -3.4028235e+38f;
        float v92 = -3.4028235e+38f;
        float v93 = -3.4028235e+38f;
        float v94 = -3.4028235e+38f;
        float v95 = -3.4028235e+38f;
        float v96 = -3.4028235e+38f;
        float v98 = 0.0f;
        float v99 = 0.0f;
        float v100 = 0.0f;
        float v101 = 0.0f;
        float v102 = 0.0f;
        float v103 = 0.0f;
        float v104 = 0.0f;
        float v105 = 0.0f;
        float v106 = 0.0f;
        float v107 = 0.0f;
        float v108 = 0.0f;
        float v109 = 0.0f;
        const int v111 = min(v3, (int)((uint)v54 + 64u));
        for (int v112 = v54; v112 < v111; v112 += 64) {
            const int v114 = min(v14, 63);
            const int v115 = v112 + v114;
            const bool v116 = v115 < v3;
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            float v118 = 0.0f;
            float v119 = 0.0f;
            float v120 = 0.0f;
            float v121 = 0.0f;
            float v122 = 0.0f;
            float v123 = 0.0f;
            for (int v125 = 0; v125 < 128; v125 += 8) {
                const uint v127 = shared[v125 + 48];
                const bool v131 = 0 <= v115 && v115 < v89;
                const int v136 = v131 ? (int)((uint)v90 + (uint)v115 * 128u + (uint)v125) >> 3 : 0;
                const uint4 v137 = ((device const uint4 *)b1)[v136];
                const float v145 = as_type<float>((v131 ? v137.x & 0xffffu : 0u) << 16);
                v118 = fma(as_type<float>(v127), v145, v118);
                const uint v167 = shared[v125 + 176];
                v119 = fma(as_type<float>(v167), v145, v119);
                const uint v173 = shared[v125 + 304];
                v120 = fma(as_type<float>(v173), v145, v120);
                const uint v179 = shared[v125 + 432];
                v121 = fma(as_type<float>(v179), v145, v121);
                const uint v185 = shared[v125 + 560];
                v122 = fma(as_type<float>(v185), v145, v122);
                const uint v191 = shared[v125 + 688];
                v123 = fma(as_type<float>(v191), v145, v123);
                const uint v198 = shared[v125 + 49];
                const float v201 = as_type<float>((v131 ? v137.x >> 16 : 0u) << 16);
                v118 = fma(as_type<float>(v198), v201, v118);
                const uint v207 = shared[v125 + 177];
                v119 = fma(as_type<float>(v207), v201, v119);
                const uint v214 = shared[v125 + 305];
                v120 = fma(as_type<float>(v214), v201, v120);
                const uint v221 = shared[v125 + 433];
                v121 = fma(as_type<float>(v221), v201, v121);
                const uint v228 = shared[v125 + 561];
                v122 = fma(as_type<float>(v228), v201, v122);
                const uint v235 = shared[v125 + 689];
                v123 = fma(as_type<float>(v235), v201, v123);
                const uint v242 = shared[v125 + 50];
                const float v245 = as_type<float>((v131 ? v137.y & 0xffffu : 0u) << 16);
                v118 = fma(as_type<float>(v242), v245, v118);
                const uint v251 = shared[v125 + 178];
                v119 = fma(as_type<float>(v251), v245, v119);
                const uint v258 = shared[v125 + 306];
                v120 = fma(as_type<float>(v258), v245, v120);
                const uint v265 = shared[v125 + 434];
                v121 = fma(as_type<float>(v265), v245, v121);
                const uint v272 = shared[v125 + 562];
                v122 = fma(as_type<float>(v272), v245, v122);
                const uint v279 = shared[v125 + 690];
                v123 = fma(as_type<float>(v279), v245, v123);
                const uint v286 = shared[v125 + 51];
                const float v289 = as_type<float>((v131 ? v137.y >> 16 : 0u) << 16);
                v118 = fma(as_type<float>(v286), v289, v118);
                const uint v295 = shared[v125 + 179];
                v119 = fma(as_type<float>(v295), v289, v119);
                const uint v302 = shared[v125 + 307];
                v120 = fma(as_type<float>(v302), v289, v120);
                const uint v309 = shared[v125 + 435];
                v121 = fma(as_type<float>(v309), v289, v121);
                const uint v316 = shared[v125 + 563];
                v122 = fma(as_type<float>(v316), v289, v122);
                const uint v323 = shared[v125 + 691];
                v123 = fma(as_type<float>(v323), v289, v123);
                const uint v330 = shared[v125 + 52];
                const float v333 = as_type<float>((v131 ? v137.z & 0xffffu : 0u) << 16);
                v118 = fma(as_type<float>(v330), v333, v118);
                const uint v339 = shared[v125 + 180];
                v119 = fma(as_type<float>(v339), v333, v119);
                const uint v346 = shared[v125 + 308];
                v120 = fma(as_type<float>(v346), v333, v120);
                const uint v353 = shared[v125 + 436];
                v121 = fma(as_type<float>(v353), v333, v121);
                const uint v360 = shared[v125 + 564];
                v122 = fma(as_type<float>(v360), v333, v122);
                const uint v367 = shared[v125 + 692];
                v123 = fma(as_type<float>(v367), v333, v123);
                const uint v374 = shared[v125 + 53];
                const float v377 = as_type<float>((v131 ? v137.z >> 16 : 0u) << 16);
                v118 = fma(as_type<float>(v374), v377, v118);
                const uint v383 = shared[v125 + 181];
                v119 = fma(as_type<float>(v383), v377, v119);
                const uint v390 = shared[v125 + 309];
                v120 = fma(as_type<float>(v390), v377, v120);
                const uint v397 = shared[v125 + 437];
                v121 = fma(as_type<float>(v397), v377, v121);
                const uint v404 = shared[v125 + 565];
                v122 = fma(as_type<float>(v404), v377, v122);
                const uint v411 = shared[v125 + 693];
                v123 = fma(as_type<float>(v411), v377, v123);
                const uint v418 = shared[v125 + 54];
                const float v421 = as_type<float>((v131 ? v137.w & 0xffffu : 0u) << 16);
                v118 = fma(as_type<float>(v418), v421, v118);
                const uint v427 = shared[v125 + 182];
                v119 = fma(as_type<float>(v427), v421, v119);
                const uint v434 = shared[v125 + 310];
                v120 = fma(as_type<float>(v434), v421, v120);
                const uint v441 = shared[v125 + 438];
                v121 = fma(as_type<float>(v441), v421, v121);
                const uint v448 = shared[v125 + 566];
                v122 = fma(as_type<float>(v448), v421, v122);
                const uint v455 = shared[v125 + 694];
                v123 = fma(as_type<float>(v455), v421, v123);
                const uint v462 = shared[v125 + 55];
                const float v465 = as_type<float>((v131 ? v137.w >> 16 : 0u) << 16);
                v118 = fma(as_type<float>(v462), v465, v118);
                const uint v471 = shared[v125 + 183];
                v119 = fma(as_type<float>(v471), v465, v119);
                const uint v478 = shared[v125 + 311];
                v120 = fma(as_type<float>(v478), v465, v120);
                const uint v485 = shared[v125 + 439];
                v121 = fma(as_type<float>(v485), v465, v121);
                const uint v492 = shared[v125 + 567];
                v122 = fma(as_type<float>(v492), v465, v122);
                const uint v499 = shared[v125 + 695];
                v123 = fma(as_type<float>(v499), v465, v123);
            }
            const bool v506 = v14 < 64;
            const float v508 = v116 ? v118 : -INFINITY;
            const float v510 = precise::fmax(-INFINITY, v506 ? v508 : -INFINITY);
            const float v512 = v116 ? v119 : -INFINITY;
            const float v514 = precise::fmax(-INFINITY, v506 ? v512 : -INFINITY);
            const float v516 = v116 ? v120 : -INFINITY;
            const float v518 = precise::fmax(-INFINITY, v506 ? v516 : -INFINITY);
            const float v520 = v116 ? v121 : -INFINITY;
            const float v522 = precise::fmax(-INFINITY, v506 ? v520 : -INFINITY);
            const float v524 = v116 ? v122 : -INFINITY;
            const float v526 = precise::fmax(-INFINITY, v506 ? v524 : -INFINITY);
            const float v528 = v116 ? v123 : -INFINITY;
            const float v530 = precise::fmax(-INFINITY, v506 ? v528 : -INFINITY);
            const float v531 = simd_shuffle_xor(v510, (ushort)16);
            const float v532 = precise::fmax(v510, v531);
            const float v533 = simd_shuffle_xor(v514, (ushort)16);
            const float v534 = precise::fmax(v514, v533);
            const float v535 = simd_shuffle_xor(v518, (ushort)16);
            const float v536 = precise::fmax(v518, v535);
            const float v537 = simd_shuffle_xor(v522, (ushort)16);
            const float v538 = precise::fmax(v522, v537);
            const float v539 = simd_shuffle_xor(v526, (ushort)16);
            const float v540 = precise::fmax(v526, v539);
            const float v541 = simd_shuffle_xor(v530, (ushort)16);
            const float v542 = precise::fmax(v530, v541);
            const float v543 = simd_shuffle_xor(v532, (ushort)8);
            const float v544 = precise::fmax(v532, v543);
            const float v545 = simd_shuffle_xor(v534, (ushort)8);
            const float v546 = precise::fmax(v534, v545);
            const float v547 = simd_shuffle_xor(v536, (ushort)8);
            const float v548 = precise::fmax(v536, v547);
            const float v549 = simd_shuffle_xor(v538, (ushort)8);
            const float v550 = precise::fmax(v538, v549);
            const float v551 = simd_shuffle_xor(v540, (ushort)8);
            const float v552 = precise::fmax(v540, v551);
            const float v553 = simd_shuffle_xor(v542, (ushort)8);
            const float v554 = precise::fmax(v542, v553);
            const float v555 = simd_shuffle_xor(v544, (ushort)4);
            const float v556 = precise::fmax(v544, v555);
            const float v557 = simd_shuffle_xor(v546, (ushort)4);
            const float v558 = precise::fmax(v546, v557);
            const float v559 = simd_shuffle_xor(v548, (ushort)4);
            const float v560 = precise::fmax(v548, v559);
            const float v561 = simd_shuffle_xor(v550, (ushort)4);
            const float v562 = precise::fmax(v550, v561);
            const float v563 = simd_shuffle_xor(v552, (ushort)4);
            const float v564 = precise::fmax(v552, v563);
            const float v565 = simd_shuffle_xor(v554, (ushort)4);
            const float v566 = precise::fmax(v554, v565);
            const float v567 = simd_shuffle_xor(v556, (ushort)2);
            const float v568 = precise::fmax(v556, v567);
            const float v569 = simd_shuffle_xor(v558, (ushort)2);
            const float v570 = precise::fmax(v558, v569);
            const float v571 = simd_shuffle_xor(v560, (ushort)2);
            const float v572 = precise::fmax(v560, v571);
            const float v573 = simd_shuffle_xor(v562, (ushort)2);
            const float v574 = precise::fmax(v562, v573);
            const float v575 = simd_shuffle_xor(v564, (ushort)2);
            const float v576 = precise::fmax(v564, v575);
            const float v577 = simd_shuffle_xor(v566, (ushort)2);
            const float v578 = precise::fmax(v566, v577);
            const float v579 = simd_shuffle_xor(v568, (ushort)1);
            const float v580 = precise::fmax(v568, v579);
            const float v581 = simd_shuffle_xor(v570, (ushort)1);
            const float v582 = precise::fmax(v570, v581);
            const float v583 = simd_shuffle_xor(v572, (ushort)1);
            const float v584 = precise::fmax(v572, v583);
            const float v585 = simd_shuffle_xor(v574, (ushort)1);
            const float v586 = precise::fmax(v574, v585);
            const float v587 = simd_shuffle_xor(v576, (ushort)1);
            const float v588 = precise::fmax(v576, v587);
            const float v589 = simd_shuffle_xor(v578, (ushort)1);
            const float v591 = precise::fmax(v578, v589);
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const bool v594 = v14 % 32 == 0;
            if (v594) {
                const int v596 = v14 / 32;
                shared[v596] = as_type<uint>(v580);
                shared[v596 + 8] = as_type<uint>(v582);
                shared[v596 + 16] = as_type<uint>(v584);
                shared[v596 + 24] = as_type<uint>(v586);
                shared[v596 + 32] = as_type<uint>(v588);
                shared[v596 + 40] = as_type<uint>(v591);
            }
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const uint v620 = shared[0];
            const uint v622 = shared[1];
            const uint v625 = shared[2];
            const uint v628 = shared[3];
            const float v631 = precise::fmax(v91, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v620), as_type<float>(v622)), as_type<float>(v625)), as_type<float>(v628)));
            const float v633 = precise::exp(v508 - v631);
            const uint v635 = shared[8];
            const uint v638 = shared[9];
            const uint v642 = shared[10];
            const uint v646 = shared[11];
            const float v649 = precise::fmax(v92, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v635), as_type<float>(v638)), as_type<float>(v642)), as_type<float>(v646)));
            const float v651 = precise::exp(v512 - v649);
            const uint v654 = shared[16];
            const uint v657 = shared[17];
            const uint v661 = shared[18];
            const uint v665 = shared[19];
            const float v668 = precise::fmax(v93, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v654), as_type<float>(v657)), as_type<float>(v661)), as_type<float>(v665)));
            const float v670 = precise::exp(v516 - v668);
            const uint v673 = shared[24];
            const uint v676 = shared[25];
            const uint v680 = shared[26];
            const uint v684 = shared[27];
            const float v687 = precise::fmax(v94, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v673), as_type<float>(v676)), as_type<float>(v680)), as_type<float>(v684)));
            const float v689 = precise::exp(v520 - v687);
            const uint v691 = shared[32];
            const uint v694 = shared[33];
            const uint v698 = shared[34];
            const uint v702 = shared[35];
            const float v705 = precise::fmax(v95, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v691), as_type<float>(v694)), as_type<float>(v698)), as_type<float>(v702)));
            const float v707 = precise::exp(v524 - v705);
            const uint v710 = shared[40];
            const uint v713 = shared[41];
            const uint v717 = shared[42];
            const uint v721 = shared[43];
            const float v724 = precise::fmax(v96, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v710), as_type<float>(v713)), as_type<float>(v717)), as_type<float>(v721)));
            const float v726 = precise::exp(v528 - v724);
            const float v729 = precise::exp(v91 - v631);
            const float v732 = precise::exp(v92 - v649);
            const float v735 = precise::exp(v93 - v668);
            const float v738 = precise::exp(v94 - v687);
            const float v741 = precise::exp(v95 - v705);
            const float v744 = precise::exp(v96 - v724);
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            if (v506) {
                shared[v114 + 816] = as_type<uint>(v633);
            }
            if (v506) {
                shared[v114 + 880] = as_type<uint>(v651);
            }
            if (v506) {
                shared[v114 + 944] = as_type<uint>(v670);
            }
            if (v506) {
                shared[v114 + 1008] = as_type<uint>(v689);
            }
            if (v506) {
                shared[v114 + 1072] = as_type<uint>(v707);
            }
            if (v506) {
                shared[v114 + 1136] = as_type<uint>(v726);
            }
            const float v782 = v506 ? v633 : 0.0f;
            const float v783 = v506 ? v651 : 0.0f;
            const float v784 = v506 ? v670 : 0.0f;
            const float v785 = v506 ? v689 : 0.0f;
            const float v786 = v506 ? v707 : 0.0f;
            const float v787 = v506 ? v726 : 0.0f;
            const float v788 = simd_shuffle_xor(v782, (ushort)16);
            const float v789 = v782 + v788;
            const float v790 = simd_shuffle_xor(v783, (ushort)16);
            const float v791 = v783 + v790;
            const float v792 = simd_shuffle_xor(v784, (ushort)16);
            const float v793 = v784 + v792;
            const float v794 = simd_shuffle_xor(v785, (ushort)16);
            const float v795 = v785 + v794;
            const float v796 = simd_shuffle_xor(v786, (ushort)16);
            const float v797 = v786 + v796;
            const float v798 = simd_shuffle_xor(v787, (ushort)16);
            const float v799 = v787 + v798;
            const float v800 = simd_shuffle_xor(v789, (ushort)8);
            const float v801 = v789 + v800;
            const float v802 = simd_shuffle_xor(v791, (ushort)8);
            const float v803 = v791 + v802;
            const float v804 = simd_shuffle_xor(v793, (ushort)8);
            const float v805 = v793 + v804;
            const float v806 = simd_shuffle_xor(v795, (ushort)8);
            const float v807 = v795 + v806;
            const float v808 = simd_shuffle_xor(v797, (ushort)8);
            const float v809 = v797 + v808;
            const float v810 = simd_shuffle_xor(v799, (ushort)8);
            const float v811 = v799 + v810;
            const float v812 = simd_shuffle_xor(v801, (ushort)4);
            const float v813 = v801 + v812;
            const float v814 = simd_shuffle_xor(v803, (ushort)4);
            const float v815 = v803 + v814;
            const float v816 = simd_shuffle_xor(v805, (ushort)4);
            const float v817 = v805 + v816;
            const float v818 = simd_shuffle_xor(v807, (ushort)4);
            const float v819 = v807 + v818;
            const float v820 = simd_shuffle_xor(v809, (ushort)4);
            const float v821 = v809 + v820;
            const float v822 = simd_shuffle_xor(v811, (ushort)4);
            const float v823 = v811 + v822;
            const float v824 = simd_shuffle_xor(v813, (ushort)2);
            const float v825 = v813 + v824;
            const float v826 = simd_shuffle_xor(v815, (ushort)2);
            const float v827 = v815 + v826;
            const float v828 = simd_shuffle_xor(v817, (ushort)2);
            const float v829 = v817 + v828;
            const float v830 = simd_shuffle_xor(v819, (ushort)2);
            const float v831 = v819 + v830;
            const float v832 = simd_shuffle_xor(v821, (ushort)2);
            const float v833 = v821 + v832;
            const float v834 = simd_shuffle_xor(v823, (ushort)2);
            const float v835 = v823 + v834;
            const float v836 = simd_shuffle_xor(v825, (ushort)1);
            const float v837 = v825 + v836;
            const float v838 = simd_shuffle_xor(v827, (ushort)1);
            const float v839 = v827 + v838;
            const float v840 = simd_shuffle_xor(v829, (ushort)1);
            const float v841 = v829 + v840;
            const float v842 = simd_shuffle_xor(v831, (ushort)1);
            const float v843 = v831 + v842;
            const float v844 = simd_shuffle_xor(v833, (ushort)1);
            const float v845 = v833 + v844;
            const float v846 = simd_shuffle_xor(v835, (ushort)1);
            const float v847 = v835 + v846;
            if (v594) {
                const int v849 = v14 / 32;
                shared[v849] = as_type<uint>(v837);
                shared[v849 + 8] = as_type<uint>(v839);
                shared[v849 + 16] = as_type<uint>(v841);
                shared[v849 + 24] = as_type<uint>(v843);
                shared[v849 + 32] = as_type<uint>(v845);
                shared[v849 + 40] = as_type<uint>(v847);
            }
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const uint v870 = shared[0];
            const uint v872 = shared[1];
            const uint v875 = shared[2];
            const uint v878 = shared[3];
            const float v881 = fma(v98, v729, as_type<float>(v870) + as_type<float>(v872) + as_type<float>(v875) + as_type<float>(v878));
            const uint v882 = shared[8];
            const uint v884 = shared[9];
            const uint v887 = shared[10];
            const uint v890 = shared[11];
            const uint v893 = shared[16];
            const uint v895 = shared[17];
            const uint v898 = shared[18];
            const uint v901 = shared[19];
            const uint v904 = shared[24];
            const uint v906 = shared[25];
            const uint v909 = shared[26];
            const uint v912 = shared[27];
            const uint v915 = shared[32];
            const uint v917 = shared[33];
            const uint v920 = shared[34];
            const uint v923 = shared[35];
            const uint v926 = shared[40];
            const uint v928 = shared[41];
            const uint v931 = shared[42];
            const uint v934 = shared[43];
            v98 = v881;
            const float v939 = fma(v99, v732, as_type<float>(v882) + as_type<float>(v884) + as_type<float>(v887) + as_type<float>(v890));
            v99 = v939;
            const float v942 = fma(v100, v735, as_type<float>(v893) + as_type<float>(v895) + as_type<float>(v898) + as_type<float>(v901));
            v100 = v942;
            const float v945 = fma(v101, v738, as_type<float>(v904) + as_type<float>(v906) + as_type<float>(v909) + as_type<float>(v912));
            v101 = v945;
            const float v948 = fma(v102, v741, as_type<float>(v915) + as_type<float>(v917) + as_type<float>(v920) + as_type<float>(v923));
            v102 = v948;
            const float v951 = fma(v103, v744, as_type<float>(v926) + as_type<float>(v928) + as_type<float>(v931) + as_type<float>(v934));
            v103 = v951;
            float v965 = v104 * v729;
            float v966 = v105 * v732;
            float v967 = v106 * v735;
            float v968 = v107 * v738;
            float v969 = v108 * v741;
            float v970 = v109 * v744;
            #pragma clang loop unroll_count(4)
            for (int v971 = 0; v971 < 64; v971 += 1) {
                const uint v974 = shared[v971 + 816];
                const int v976 = v112 + v971;
                const bool v979 = 0 <= v976 && v976 < v89;
                const uint v984 = (uint)b2[v979 ? (int)((uint)v90 + (uint)v976 * 128u + (uint)v14) : 0];
                const float v989 = as_type<float>((v979 ? v984 : 0u) << 16);
                v965 = fma(as_type<float>(v974), v989, v965);
                const uint v995 = shared[v971 + 880];
                v966 = fma(as_type<float>(v995), v989, v966);
                const uint v1002 = shared[v971 + 944];
                v967 = fma(as_type<float>(v1002), v989, v967);
                const uint v1009 = shared[v971 + 1008];
                v968 = fma(as_type<float>(v1009), v989, v968);
                const uint v1016 = shared[v971 + 1072];
                v969 = fma(as_type<float>(v1016), v989, v969);
                const uint v1023 = shared[v971 + 1136];
                v970 = fma(as_type<float>(v1023), v989, v970);
            }
            const float v1030 = v966;
            const float v1031 = v967;
            const float v1032 = v968;
            const float v1033 = v969;
            const float v1034 = v970;
            v104 = v965;
            v105 = v1030;
            v106 = v1031;
            v107 = v1032;
            v108 = v1033;
            v109 = v1034;
            v91 = v631;
            v92 = v649;
            v93 = v668;
            v94 = v687;
            v95 = v705;
            v96 = v724;
        }
        const int v1050 = (int)((uint)v17 * 64u + (uint)(v54 / 64));
        const bool v1053 = 0 <= v1050 && v1050 < 128;
        const int v1054 = v1053 ? 6 : 0;
        const int v1056 = (int)((uint)v1050 * 768u);
        const int v1057 = (int)((uint)v1056 + (uint)v14);
        const float v1058 = v104;
        const int v1059 = v1053 ? 2 : 0;
        const int v1061 = 0 < v1059 ? 6 : 0;
        const int v1062 = (int)((uint)v1050 * 12u);
        const int v1064 = 1 < v1059 ? 6 : 0;
        const int v1065 = (int)((uint)v1062 + 6u);
        if (0 < v1054) {
            b3[v1057] = v1058;
        }
        const int v1071 = (int)((uint)v1056 + 128u + (uint)v14);
        const float v1072 = v105;
        if (1 < v1054) {
            b3[v1071] = v1072;
        }
        const int v1078 = (int)((uint)v1056 + 256u + (uint)v14);
        const float v1079 = v106;
        if (2 < v1054) {
            b3[v1078] = v1079;
        }
        const int v1085 = (int)((uint)v1056 + 384u + (uint)v14);
        const float v1086 = v107;
        if (3 < v1054) {
            b3[v1085] = v1086;
        }
        const int v1092 = (int)((uint)v1056 + 512u + (uint)v14);
        const float v1093 = v108;
        if (4 < v1054) {
            b3[v1092] = v1093;
        }
        const int v1099 = (int)((uint)v1056 + 640u + (uint)v14);
        const float v1100 = v109;
        if (5 < v1054) {
            b3[v1099] = v1100;
        }
        const bool v1104 = v14 == 0;
        if (v1104) {
            const float v1107 = v91;
            if (0 < v1061) {
                b4[v1062] = v1107;
            }
        }
        const bool v1112 = v14 == 1;
        if (v1112) {
            const int v1115 = (int)((uint)v1062 + 1u);
            const float v1116 = v92;
            if (1 < v1061) {
                b4[v1115] = v1116;
            }
        }
        const bool v1121 = v14 == 2;
        if (v1121) {
            const int v1124 = (int)((uint)v1062 + 2u);
            const float v1125 = v93;
            if (2 < v1061) {
                b4[v1124] = v1125;
            }
        }
        const bool v1130 = v14 == 3;
        if (v1130) {
            const int v1133 = (int)((uint)v1062 + 3u);
            const float v1134 = v94;
            if (3 < v1061) {
                b4[v1133] = v1134;
            }
        }
        const bool v1139 = v14 == 4;
        if (v1139) {
            const int v1142 = (int)((uint)v1062 + 4u);
            const float v1143 = v95;
            if (4 < v1061) {
                b4[v1142] = v1143;
            }
        }
        const bool v1148 = v14 == 5;
        if (v1148) {
            const int v1151 = (int)((uint)v1062 + 5u);
            const float v1152 = v96;
            if (5 < v1061) {
                b4[v1151] = v1152;
            }
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v1104) {
            const float v1160 = v98;
            if (0 < v1064) {
                b4[v1065] = v1160;
            }
        }
        if (v1112) {
            const int v1168 = (int)((uint)v1062 + 7u);
            const float v1169 = v99;
            if (1 < v1064) {
                b4[v1168] = v1169;
            }
        }
        if (v1121) {
            const int v1177 = (int)((uint)v1062 + 8u);
            const float v1178 = v100;
            if (2 < v1064) {
                b4[v1177] = v1178;
            }
        }
        if (v1130) {
            const int v1186 = (int)((uint)v1062 + 9u);
            const float v1187 = v101;
            if (3 < v1064) {
                b4[v1186] = v1187;
            }
        }
        if (v1139) {
            const int v1195 = (int)((uint)v1062 + 10u);
            const float v1196 = v102;
            if (4 < v1064) {
                b4[v1195] = v1196;
            }
        }
        if (v1148) {
            const int v1204 = (int)((uint)v1062 + 11u);
            const float v1205 = v103;
            if (5 < v1064) {
                b4[v1204] = v1205;
            }
        }
    }
}

// tessera kernel attention_decode_gqa__final entry ts_attention_decode_gqa__final wide 0 params i32:partial:32:128*6*128,i32:stats:32:128*2*6,o32:o:32:12*128 sizes 1 threads 128 teams 1 count 12 shared 0 cost 33281
[[max_total_threads_per_threadgroup(128)]]
kernel void ts_attention_decode_gqa__final(
    device const float *b0 [[buffer(0)]], // partial
    device const float *b1 [[buffer(1)]], // stats
    device float *b2 [[buffer(2)]], // o
    device const int *s0 [[buffer(3)]], // len
    uint local [[thread_position_in_threadgroup]],
    uint group [[threadgroup_position_in_grid]],
    uint groups [[threadgroups_per_grid]])
{
    const int v1 = (int)group;
    const int v3 = (int)groups;
    const int v7 = (int)local;
    for (int v8 = v1; v8 < 12; v8 += v3) {
        const int v10 = s0[0];
        const int v12 = v8 % 6;
        const int v13 = v8 / 6;
        float v16 = -3.4028235e+38f;
        float v18 = 0.0f;
        float v19 = 0.0f;
        const int v24 = v10 / 64 + min(v10 % 64, 1);
        #pragma clang loop unroll_count(4)
        for (int v25 = 0; v25 < v24; v25 += 1) {
            const bool v29 = 0 <= v12;
            const int v31 = v13 * 64 + v25;
            const bool v34 = 0 <= v31 && v31 < 128;
            const int v35 = v34 ? 2 : 0;
            const bool v39 = v29 && v12 < (0 < v35 ? 6 : 0);
            const int v40 = v31 * 12;
            const float v43 = b1[v39 ? v40 + v12 : 0];
            const float v44 = v39 ? v43 : 0.0f;
            const float v45 = precise::fmax(v16, v44);
            const float v47 = precise::exp(v16 - v45);
            const bool v51 = v29 && v12 < (1 < v35 ? 6 : 0);
            const float v55 = b1[v51 ? v40 + 6 + v12 : 0];
            const float v58 = precise::exp(v44 - v45);
            v18 = fma(v18, v47, (v51 ? v55 : 0.0f) * v58);
            const bool v71 = v7 < (v29 && v12 < (v34 ? 6 : 0) ? 128 : 0);
            const bool v72 = 0 <= v7 && v71;
            const float v75 = b0[v72 ? (int)((uint)v31 * 768u + (uint)(v12 * 128) + (uint)v7) : 0];
            v19 = fma(v19, v47, (v72 ? v75 : 0.0f) * v58);
            v16 = v45;
        }
        b2[v8 * 128 + v7] = v19 / v18;
    }
}
