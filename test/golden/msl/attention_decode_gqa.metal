// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).
#include <metal_stdlib>
using namespace metal;
#pragma METAL fp math_mode(safe)
#pragma METAL fp contract(off)

// tessera kernel attention_decode_gqa entry ts_attention_decode_gqa wide 0 params i32,i16,i16,w32,w32 sizes 1 threads 128 teams 1 count -1 shared 6336 cost 4197377
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
    threadgroup uint shared[1584];
    const int v1 = (int)group;
    const int v3 = s0[0];
    const int v10 = 0 < v3 ? (int)((uint)v3 - 1u) / 256 + 1 : 0;
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
        const int v54 = (int)((uint)(v16 % v10) * 256u);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        shared[v14 + 48] = as_type<uint>(v22 * 0.088388346f);
        shared[v14 + 176] = as_type<uint>(v28 * 0.088388346f);
        shared[v14 + 304] = as_type<uint>(v33 * 0.088388346f);
        shared[v14 + 432] = as_type<uint>(v39 * 0.088388346f);
        shared[v14 + 560] = as_type<uint>(v45 * 0.088388346f);
        shared[v14 + 688] = as_type<uint>(v51 * 0.088388346f);
        const int v89 = min(v3, 4096);
        const int v90 = (int)((uint)v17 * 524288u);
        float v91 = -1e+30f;
        float v92 = -1e+30f;
        float v93 = -1e+30f;
        float v94 = -1e+30f;
        float v95 = -1e+30f;
        float v96 = -1e+30f;
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
        const int v113 = min(min(v3, (int)((uint)v54 + 256u)), 2147483519);
        for (int v114 = v54; v114 < v113; v114 += 128) {
            const int v115 = v114 + v14;
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
            const float v177 = v116 ? v118 : -1e+30f;
            const float v178 = precise::fmax(-INFINITY, v177);
            const float v180 = v116 ? v119 : -1e+30f;
            const float v181 = precise::fmax(-INFINITY, v180);
            const float v183 = v116 ? v120 : -1e+30f;
            const float v184 = precise::fmax(-INFINITY, v183);
            const float v186 = v116 ? v121 : -1e+30f;
            const float v187 = precise::fmax(-INFINITY, v186);
            const float v189 = v116 ? v122 : -1e+30f;
            const float v190 = precise::fmax(-INFINITY, v189);
            const float v192 = v116 ? v123 : -1e+30f;
            const float v193 = precise::fmax(-INFINITY, v192);
            const float v194 = simd_shuffle_xor(v178, (ushort)16);
            const float v195 = precise::fmax(v178, v194);
            const float v196 = simd_shuffle_xor(v181, (ushort)16);
            const float v197 = precise::fmax(v181, v196);
            const float v198 = simd_shuffle_xor(v184, (ushort)16);
            const float v199 = precise::fmax(v184, v198);
            const float v200 = simd_shuffle_xor(v187, (ushort)16);
            const float v201 = precise::fmax(v187, v200);
            const float v202 = simd_shuffle_xor(v190, (ushort)16);
            const float v203 = precise::fmax(v190, v202);
            const float v204 = simd_shuffle_xor(v193, (ushort)16);
            const float v205 = precise::fmax(v193, v204);
            const float v206 = simd_shuffle_xor(v195, (ushort)8);
            const float v207 = precise::fmax(v195, v206);
            const float v208 = simd_shuffle_xor(v197, (ushort)8);
            const float v209 = precise::fmax(v197, v208);
            const float v210 = simd_shuffle_xor(v199, (ushort)8);
            const float v211 = precise::fmax(v199, v210);
            const float v212 = simd_shuffle_xor(v201, (ushort)8);
            const float v213 = precise::fmax(v201, v212);
            const float v214 = simd_shuffle_xor(v203, (ushort)8);
            const float v215 = precise::fmax(v203, v214);
            const float v216 = simd_shuffle_xor(v205, (ushort)8);
            const float v217 = precise::fmax(v205, v216);
            const float v218 = simd_shuffle_xor(v207, (ushort)4);
            const float v219 = precise::fmax(v207, v218);
            const float v220 = simd_shuffle_xor(v209, (ushort)4);
            const float v221 = precise::fmax(v209, v220);
            const float v222 = simd_shuffle_xor(v211, (ushort)4);
            const float v223 = precise::fmax(v211, v222);
            const float v224 = simd_shuffle_xor(v213, (ushort)4);
            const float v225 = precise::fmax(v213, v224);
            const float v226 = simd_shuffle_xor(v215, (ushort)4);
            const float v227 = precise::fmax(v215, v226);
            const float v228 = simd_shuffle_xor(v217, (ushort)4);
            const float v229 = precise::fmax(v217, v228);
            const float v230 = simd_shuffle_xor(v219, (ushort)2);
            const float v231 = precise::fmax(v219, v230);
            const float v232 = simd_shuffle_xor(v221, (ushort)2);
            const float v233 = precise::fmax(v221, v232);
            const float v234 = simd_shuffle_xor(v223, (ushort)2);
            const float v235 = precise::fmax(v223, v234);
            const float v236 = simd_shuffle_xor(v225, (ushort)2);
            const float v237 = precise::fmax(v225, v236);
            const float v238 = simd_shuffle_xor(v227, (ushort)2);
            const float v239 = precise::fmax(v227, v238);
            const float v240 = simd_shuffle_xor(v229, (ushort)2);
            const float v241 = precise::fmax(v229, v240);
            const float v242 = simd_shuffle_xor(v231, (ushort)1);
            const float v243 = precise::fmax(v231, v242);
            const float v244 = simd_shuffle_xor(v233, (ushort)1);
            const float v245 = precise::fmax(v233, v244);
            const float v246 = simd_shuffle_xor(v235, (ushort)1);
            const float v247 = precise::fmax(v235, v246);
            const float v248 = simd_shuffle_xor(v237, (ushort)1);
            const float v249 = precise::fmax(v237, v248);
            const float v250 = simd_shuffle_xor(v239, (ushort)1);
            const float v251 = precise::fmax(v239, v250);
            const float v252 = simd_shuffle_xor(v241, (ushort)1);
            const float v253 = precise::fmax(v241, v252);
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const bool v256 = v14 % 32 == 0;
            if (v256) {
                const int v258 = v14 / 32;
                shared[v258] = as_type<uint>(v243);
                shared[v258 + 8] = as_type<uint>(v245);
                shared[v258 + 16] = as_type<uint>(v247);
                shared[v258 + 24] = as_type<uint>(v249);
                shared[v258 + 32] = as_type<uint>(v251);
                shared[v258 + 40] = as_type<uint>(v253);
            }
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const uint v283 = shared[0];
            const uint v285 = shared[1];
            const uint v288 = shared[2];
            const uint v291 = shared[3];
            const float v294 = precise::fmax(v91, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v283), as_type<float>(v285)), as_type<float>(v288)), as_type<float>(v291)));
            const float v296 = precise::exp(v177 - v294);
            const uint v299 = shared[8];
            const uint v302 = shared[9];
            const uint v306 = shared[10];
            const uint v310 = shared[11];
            const float v313 = precise::fmax(v92, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v299), as_type<float>(v302)), as_type<float>(v306)), as_type<float>(v310)));
            const float v315 = precise::exp(v180 - v313);
            const uint v318 = shared[16];
            const uint v321 = shared[17];
            const uint v325 = shared[18];
            const uint v329 = shared[19];
            const float v332 = precise::fmax(v93, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v318), as_type<float>(v321)), as_type<float>(v325)), as_type<float>(v329)));
            const float v334 = precise::exp(v183 - v332);
            const uint v337 = shared[24];
            const uint v340 = shared[25];
            const uint v344 = shared[26];
            const uint v348 = shared[27];
            const float v351 = precise::fmax(v94, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v337), as_type<float>(v340)), as_type<float>(v344)), as_type<float>(v348)));
            const float v353 = precise::exp(v186 - v351);
            const uint v355 = shared[32];
            const uint v358 = shared[33];
            const uint v362 = shared[34];
            const uint v366 = shared[35];
            const float v369 = precise::fmax(v95, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v355), as_type<float>(v358)), as_type<float>(v362)), as_type<float>(v366)));
            const float v371 = precise::exp(v189 - v369);
            const uint v374 = shared[40];
            const uint v377 = shared[41];
            const uint v381 = shared[42];
            const uint v385 = shared[43];
            const float v388 = precise::fmax(v96, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v374), as_type<float>(v377)), as_type<float>(v381)), as_type<float>(v385)));
            const float v390 = precise::exp(v192 - v388);
            const float v393 = precise::exp(v91 - v294);
            const float v396 = precise::exp(v92 - v313);
            const float v399 = precise::exp(v93 - v332);
            const float v402 = precise::exp(v94 - v351);
            const float v405 = precise::exp(v95 - v369);
            const float v408 = precise::exp(v96 - v388);
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            shared[v14 + 816] = as_type<uint>(v296);
            shared[v14 + 944] = as_type<uint>(v315);
            shared[v14 + 1072] = as_type<uint>(v334);
            shared[v14 + 1200] = as_type<uint>(v353);
            shared[v14 + 1328] = as_type<uint>(v371);
            shared[v14 + 1456] = as_type<uint>(v390);
            const float v434 = simd_shuffle_xor(v296, (ushort)16);
            const float v435 = v296 + v434;
            const float v436 = simd_shuffle_xor(v315, (ushort)16);
            const float v437 = v315 + v436;
            const float v438 = simd_shuffle_xor(v334, (ushort)16);
            const float v439 = v334 + v438;
            const float v440 = simd_shuffle_xor(v353, (ushort)16);
            const float v441 = v353 + v440;
            const float v442 = simd_shuffle_xor(v371, (ushort)16);
            const float v443 = v371 + v442;
            const float v444 = simd_shuffle_xor(v390, (ushort)16);
            const float v445 = v390 + v444;
            const float v446 = simd_shuffle_xor(v435, (ushort)8);
            const float v447 = v435 + v446;
            const float v448 = simd_shuffle_xor(v437, (ushort)8);
            const float v449 = v437 + v448;
            const float v450 = simd_shuffle_xor(v439, (ushort)8);
            const float v451 = v439 + v450;
            const float v452 = simd_shuffle_xor(v441, (ushort)8);
            const float v453 = v441 + v452;
            const float v454 = simd_shuffle_xor(v443, (ushort)8);
            const float v455 = v443 + v454;
            const float v456 = simd_shuffle_xor(v445, (ushort)8);
            const float v457 = v445 + v456;
            const float v458 = simd_shuffle_xor(v447, (ushort)4);
            const float v459 = v447 + v458;
            const float v460 = simd_shuffle_xor(v449, (ushort)4);
            const float v461 = v449 + v460;
            const float v462 = simd_shuffle_xor(v451, (ushort)4);
            const float v463 = v451 + v462;
            const float v464 = simd_shuffle_xor(v453, (ushort)4);
            const float v465 = v453 + v464;
            const float v466 = simd_shuffle_xor(v455, (ushort)4);
            const float v467 = v455 + v466;
            const float v468 = simd_shuffle_xor(v457, (ushort)4);
            const float v469 = v457 + v468;
            const float v470 = simd_shuffle_xor(v459, (ushort)2);
            const float v471 = v459 + v470;
            const float v472 = simd_shuffle_xor(v461, (ushort)2);
            const float v473 = v461 + v472;
            const float v474 = simd_shuffle_xor(v463, (ushort)2);
            const float v475 = v463 + v474;
            const float v476 = simd_shuffle_xor(v465, (ushort)2);
            const float v477 = v465 + v476;
            const float v478 = simd_shuffle_xor(v467, (ushort)2);
            const float v479 = v467 + v478;
            const float v480 = simd_shuffle_xor(v469, (ushort)2);
            const float v481 = v469 + v480;
            const float v482 = simd_shuffle_xor(v471, (ushort)1);
            const float v483 = v471 + v482;
            const float v484 = simd_shuffle_xor(v473, (ushort)1);
            const float v485 = v473 + v484;
            const float v486 = simd_shuffle_xor(v475, (ushort)1);
            const float v487 = v475 + v486;
            const float v488 = simd_shuffle_xor(v477, (ushort)1);
            const float v489 = v477 + v488;
            const float v490 = simd_shuffle_xor(v479, (ushort)1);
            const float v491 = v479 + v490;
            const float v492 = simd_shuffle_xor(v481, (ushort)1);
            const float v493 = v481 + v492;
            if (v256) {
                const int v495 = v14 / 32;
                shared[v495] = as_type<uint>(v483);
                shared[v495 + 8] = as_type<uint>(v485);
                shared[v495 + 16] = as_type<uint>(v487);
                shared[v495 + 24] = as_type<uint>(v489);
                shared[v495 + 32] = as_type<uint>(v491);
                shared[v495 + 40] = as_type<uint>(v493);
            }
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const uint v516 = shared[0];
            const uint v518 = shared[1];
            const uint v521 = shared[2];
            const uint v524 = shared[3];
            const float v527 = fma(v98, v393, as_type<float>(v516) + as_type<float>(v518) + as_type<float>(v521) + as_type<float>(v524));
            const uint v528 = shared[8];
            const uint v530 = shared[9];
            const uint v533 = shared[10];
            const uint v536 = shared[11];
            const uint v539 = shared[16];
            const uint v541 = shared[17];
            const uint v544 = shared[18];
            const uint v547 = shared[19];
            const uint v550 = shared[24];
            const uint v552 = shared[25];
            const uint v555 = shared[26];
            const uint v558 = shared[27];
            const uint v561 = shared[32];
            const uint v563 = shared[33];
            const uint v566 = shared[34];
            const uint v569 = shared[35];
            const uint v572 = shared[40];
            const uint v574 = shared[41];
            const uint v577 = shared[42];
            const uint v580 = shared[43];
            v98 = v527;
            const float v585 = fma(v99, v396, as_type<float>(v528) + as_type<float>(v530) + as_type<float>(v533) + as_type<float>(v536));
            v99 = v585;
            const float v588 = fma(v100, v399, as_type<float>(v539) + as_type<float>(v541) + as_type<float>(v544) + as_type<float>(v547));
            v100 = v588;
            const float v591 = fma(v101, v402, as_type<float>(v550) + as_type<float>(v552) + as_type<float>(v555) + as_type<float>(v558));
            v101 = v591;
            const float v594 = fma(v102, v405, as_type<float>(v561) + as_type<float>(v563) + as_type<float>(v566) + as_type<float>(v569));
            v102 = v594;
            const float v597 = fma(v103, v408, as_type<float>(v572) + as_type<float>(v574) + as_type<float>(v577) + as_type<float>(v580));
            v103 = v597;
            float v611 = v104 * v393;
            float v612 = v105 * v396;
            float v613 = v106 * v399;
            float v614 = v107 * v402;
            float v615 = v108 * v405;
            float v616 = v109 * v408;
            #pragma clang loop unroll_count(4)
            for (int v617 = 0; v617 < 128; v617 += 1) {
                const uint v619 = shared[v617 + 816];
                const int v621 = v114 + v617;
                const bool v624 = 0 <= v621 && v621 < v89;
                const uint v629 = (uint)b2[v624 ? (int)((uint)v90 + (uint)v621 * 128u + (uint)v14) : 0];
                const float v634 = as_type<float>((v624 ? v629 : 0u) << 16);
                v611 = fma(as_type<float>(v619), v634, v611);
                const uint v639 = shared[v617 + 944];
                v612 = fma(as_type<float>(v639), v634, v612);
                const uint v645 = shared[v617 + 1072];
                v613 = fma(as_type<float>(v645), v634, v613);
                const uint v651 = shared[v617 + 1200];
                v614 = fma(as_type<float>(v651), v634, v614);
                const uint v657 = shared[v617 + 1328];
                v615 = fma(as_type<float>(v657), v634, v615);
                const uint v663 = shared[v617 + 1456];
                v616 = fma(as_type<float>(v663), v634, v616);
            }
            const float v670 = v612;
            const float v671 = v613;
            const float v672 = v614;
            const float v673 = v615;
            const float v674 = v616;
            v104 = v611;
            v105 = v670;
            v106 = v671;
            v107 = v672;
            v108 = v673;
            v109 = v674;
            v91 = v294;
            v92 = v313;
            v93 = v332;
            v94 = v351;
            v95 = v369;
            v96 = v388;
        }
        const int v691 = (int)((uint)v17 * 16u + (uint)(v54 / 256));
        const bool v694 = 0 <= v691 && v691 < 32;
        const int v695 = v694 ? 6 : 0;
        const int v697 = (int)((uint)v691 * 768u);
        const int v698 = (int)((uint)v697 + (uint)v14);
        const float v699 = v104;
        const int v700 = v694 ? 2 : 0;
        const int v702 = 0 < v700 ? 6 : 0;
        const int v703 = (int)((uint)v691 * 12u);
        const int v705 = 1 < v700 ? 6 : 0;
        const int v706 = (int)((uint)v703 + 6u);
        if (0 < v695) {
            b3[v698] = v699;
        }
        const int v712 = (int)((uint)v697 + 128u + (uint)v14);
        const float v713 = v105;
        if (1 < v695) {
            b3[v712] = v713;
        }
        const int v719 = (int)((uint)v697 + 256u + (uint)v14);
        const float v720 = v106;
        if (2 < v695) {
            b3[v719] = v720;
        }
        const int v726 = (int)((uint)v697 + 384u + (uint)v14);
        const float v727 = v107;
        if (3 < v695) {
            b3[v726] = v727;
        }
        const int v733 = (int)((uint)v697 + 512u + (uint)v14);
        const float v734 = v108;
        if (4 < v695) {
            b3[v733] = v734;
        }
        const int v740 = (int)((uint)v697 + 640u + (uint)v14);
        const float v741 = v109;
        if (5 < v695) {
            b3[v740] = v741;
        }
        const bool v745 = v14 == 0;
        if (v745) {
            const float v748 = v91;
            if (0 < v702) {
                b4[v703] = v748;
            }
        }
        const bool v753 = v14 == 1;
        if (v753) {
            const int v756 = (int)((uint)v703 + 1u);
            const float v757 = v92;
            if (1 < v702) {
                b4[v756] = v757;
            }
        }
        const bool v762 = v14 == 2;
        if (v762) {
            const int v765 = (int)((uint)v703 + 2u);
            const float v766 = v93;
            if (2 < v702) {
                b4[v765] = v766;
            }
        }
        const bool v771 = v14 == 3;
        if (v771) {
            const int v774 = (int)((uint)v703 + 3u);
            const float v775 = v94;
            if (3 < v702) {
                b4[v774] = v775;
            }
        }
        const bool v780 = v14 == 4;
        if (v780) {
            const int v783 = (int)((uint)v703 + 4u);
            const float v784 = v95;
            if (4 < v702) {
                b4[v783] = v784;
            }
        }
        const bool v789 = v14 == 5;
        if (v789) {
            const int v792 = (int)((uint)v703 + 5u);
            const float v793 = v96;
            if (5 < v702) {
                b4[v792] = v793;
            }
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v745) {
            const float v801 = v98;
            if (0 < v705) {
                b4[v706] = v801;
            }
        }
        if (v753) {
            const int v809 = (int)((uint)v703 + 7u);
            const float v810 = v99;
            if (1 < v705) {
                b4[v809] = v810;
            }
        }
        if (v762) {
            const int v818 = (int)((uint)v703 + 8u);
            const float v819 = v100;
            if (2 < v705) {
                b4[v818] = v819;
            }
        }
        if (v771) {
            const int v827 = (int)((uint)v703 + 9u);
            const float v828 = v101;
            if (3 < v705) {
                b4[v827] = v828;
            }
        }
        if (v780) {
            const int v836 = (int)((uint)v703 + 10u);
            const float v837 = v102;
            if (4 < v705) {
                b4[v836] = v837;
            }
        }
        if (v789) {
            const int v845 = (int)((uint)v703 + 11u);
            const float v846 = v103;
            if (5 < v705) {
                b4[v845] = v846;
            }
        }
    }
}

// tessera kernel attention_decode_gqa entry ts_attention_decode_gqa__wide wide 1 params i32,i16,i16,w32,w32 sizes 1 threads 128 teams 1 count -1 shared 6336 cost 4197377
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
    threadgroup uint shared[1584];
    const int v1 = (int)group;
    const int v3 = s0[0];
    const int v10 = 0 < v3 ? (int)((uint)v3 - 1u) / 256 + 1 : 0;
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
        const int v54 = (int)((uint)(v16 % v10) * 256u);
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        shared[v14 + 48] = as_type<uint>(v22 * 0.088388346f);
        shared[v14 + 176] = as_type<uint>(v28 * 0.088388346f);
        shared[v14 + 304] = as_type<uint>(v33 * 0.088388346f);
        shared[v14 + 432] = as_type<uint>(v39 * 0.088388346f);
        shared[v14 + 560] = as_type<uint>(v45 * 0.088388346f);
        shared[v14 + 688] = as_type<uint>(v51 * 0.088388346f);
        const int v89 = min(v3, 4096);
        const int v90 = (int)((uint)v17 * 524288u);
        float v91 = -1e+30f;
        float v92 = -1e+30f;
        float v93 = -1e+30f;
        float v94 = -1e+30f;
        float v95 = -1e+30f;
        float v96 = -1e+30f;
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
        const int v113 = min(min(v3, (int)((uint)v54 + 256u)), 2147483519);
        for (int v114 = v54; v114 < v113; v114 += 128) {
            const int v115 = v114 + v14;
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
            const float v507 = v116 ? v118 : -1e+30f;
            const float v508 = precise::fmax(-INFINITY, v507);
            const float v510 = v116 ? v119 : -1e+30f;
            const float v511 = precise::fmax(-INFINITY, v510);
            const float v513 = v116 ? v120 : -1e+30f;
            const float v514 = precise::fmax(-INFINITY, v513);
            const float v516 = v116 ? v121 : -1e+30f;
            const float v517 = precise::fmax(-INFINITY, v516);
            const float v519 = v116 ? v122 : -1e+30f;
            const float v520 = precise::fmax(-INFINITY, v519);
            const float v522 = v116 ? v123 : -1e+30f;
            const float v523 = precise::fmax(-INFINITY, v522);
            const float v524 = simd_shuffle_xor(v508, (ushort)16);
            const float v525 = precise::fmax(v508, v524);
            const float v526 = simd_shuffle_xor(v511, (ushort)16);
            const float v527 = precise::fmax(v511, v526);
            const float v528 = simd_shuffle_xor(v514, (ushort)16);
            const float v529 = precise::fmax(v514, v528);
            const float v530 = simd_shuffle_xor(v517, (ushort)16);
            const float v531 = precise::fmax(v517, v530);
            const float v532 = simd_shuffle_xor(v520, (ushort)16);
            const float v533 = precise::fmax(v520, v532);
            const float v534 = simd_shuffle_xor(v523, (ushort)16);
            const float v535 = precise::fmax(v523, v534);
            const float v536 = simd_shuffle_xor(v525, (ushort)8);
            const float v537 = precise::fmax(v525, v536);
            const float v538 = simd_shuffle_xor(v527, (ushort)8);
            const float v539 = precise::fmax(v527, v538);
            const float v540 = simd_shuffle_xor(v529, (ushort)8);
            const float v541 = precise::fmax(v529, v540);
            const float v542 = simd_shuffle_xor(v531, (ushort)8);
            const float v543 = precise::fmax(v531, v542);
            const float v544 = simd_shuffle_xor(v533, (ushort)8);
            const float v545 = precise::fmax(v533, v544);
            const float v546 = simd_shuffle_xor(v535, (ushort)8);
            const float v547 = precise::fmax(v535, v546);
            const float v548 = simd_shuffle_xor(v537, (ushort)4);
            const float v549 = precise::fmax(v537, v548);
            const float v550 = simd_shuffle_xor(v539, (ushort)4);
            const float v551 = precise::fmax(v539, v550);
            const float v552 = simd_shuffle_xor(v541, (ushort)4);
            const float v553 = precise::fmax(v541, v552);
            const float v554 = simd_shuffle_xor(v543, (ushort)4);
            const float v555 = precise::fmax(v543, v554);
            const float v556 = simd_shuffle_xor(v545, (ushort)4);
            const float v557 = precise::fmax(v545, v556);
            const float v558 = simd_shuffle_xor(v547, (ushort)4);
            const float v559 = precise::fmax(v547, v558);
            const float v560 = simd_shuffle_xor(v549, (ushort)2);
            const float v561 = precise::fmax(v549, v560);
            const float v562 = simd_shuffle_xor(v551, (ushort)2);
            const float v563 = precise::fmax(v551, v562);
            const float v564 = simd_shuffle_xor(v553, (ushort)2);
            const float v565 = precise::fmax(v553, v564);
            const float v566 = simd_shuffle_xor(v555, (ushort)2);
            const float v567 = precise::fmax(v555, v566);
            const float v568 = simd_shuffle_xor(v557, (ushort)2);
            const float v569 = precise::fmax(v557, v568);
            const float v570 = simd_shuffle_xor(v559, (ushort)2);
            const float v571 = precise::fmax(v559, v570);
            const float v572 = simd_shuffle_xor(v561, (ushort)1);
            const float v573 = precise::fmax(v561, v572);
            const float v574 = simd_shuffle_xor(v563, (ushort)1);
            const float v575 = precise::fmax(v563, v574);
            const float v576 = simd_shuffle_xor(v565, (ushort)1);
            const float v577 = precise::fmax(v565, v576);
            const float v578 = simd_shuffle_xor(v567, (ushort)1);
            const float v579 = precise::fmax(v567, v578);
            const float v580 = simd_shuffle_xor(v569, (ushort)1);
            const float v581 = precise::fmax(v569, v580);
            const float v582 = simd_shuffle_xor(v571, (ushort)1);
            const float v583 = precise::fmax(v571, v582);
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const bool v586 = v14 % 32 == 0;
            if (v586) {
                const int v588 = v14 / 32;
                shared[v588] = as_type<uint>(v573);
                shared[v588 + 8] = as_type<uint>(v575);
                shared[v588 + 16] = as_type<uint>(v577);
                shared[v588 + 24] = as_type<uint>(v579);
                shared[v588 + 32] = as_type<uint>(v581);
                shared[v588 + 40] = as_type<uint>(v583);
            }
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const uint v612 = shared[0];
            const uint v614 = shared[1];
            const uint v617 = shared[2];
            const uint v620 = shared[3];
            const float v623 = precise::fmax(v91, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v612), as_type<float>(v614)), as_type<float>(v617)), as_type<float>(v620)));
            const float v625 = precise::exp(v507 - v623);
            const uint v627 = shared[8];
            const uint v630 = shared[9];
            const uint v634 = shared[10];
            const uint v638 = shared[11];
            const float v641 = precise::fmax(v92, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v627), as_type<float>(v630)), as_type<float>(v634)), as_type<float>(v638)));
            const float v643 = precise::exp(v510 - v641);
            const uint v646 = shared[16];
            const uint v649 = shared[17];
            const uint v653 = shared[18];
            const uint v657 = shared[19];
            const float v660 = precise::fmax(v93, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v646), as_type<float>(v649)), as_type<float>(v653)), as_type<float>(v657)));
            const float v662 = precise::exp(v513 - v660);
            const uint v665 = shared[24];
            const uint v668 = shared[25];
            const uint v672 = shared[26];
            const uint v676 = shared[27];
            const float v679 = precise::fmax(v94, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v665), as_type<float>(v668)), as_type<float>(v672)), as_type<float>(v676)));
            const float v681 = precise::exp(v516 - v679);
            const uint v683 = shared[32];
            const uint v686 = shared[33];
            const uint v690 = shared[34];
            const uint v694 = shared[35];
            const float v697 = precise::fmax(v95, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v683), as_type<float>(v686)), as_type<float>(v690)), as_type<float>(v694)));
            const float v699 = precise::exp(v519 - v697);
            const uint v702 = shared[40];
            const uint v705 = shared[41];
            const uint v709 = shared[42];
            const uint v713 = shared[43];
            const float v716 = precise::fmax(v96, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v702), as_type<float>(v705)), as_type<float>(v709)), as_type<float>(v713)));
            const float v718 = precise::exp(v522 - v716);
            const float v721 = precise::exp(v91 - v623);
            const float v724 = precise::exp(v92 - v641);
            const float v727 = precise::exp(v93 - v660);
            const float v730 = precise::exp(v94 - v679);
            const float v733 = precise::exp(v95 - v697);
            const float v736 = precise::exp(v96 - v716);
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            shared[v14 + 816] = as_type<uint>(v625);
            shared[v14 + 944] = as_type<uint>(v643);
            shared[v14 + 1072] = as_type<uint>(v662);
            shared[v14 + 1200] = as_type<uint>(v681);
            shared[v14 + 1328] = as_type<uint>(v699);
            shared[v14 + 1456] = as_type<uint>(v718);
            const float v762 = simd_shuffle_xor(v625, (ushort)16);
            const float v763 = v625 + v762;
            const float v764 = simd_shuffle_xor(v643, (ushort)16);
            const float v765 = v643 + v764;
            const float v766 = simd_shuffle_xor(v662, (ushort)16);
            const float v767 = v662 + v766;
            const float v768 = simd_shuffle_xor(v681, (ushort)16);
            const float v769 = v681 + v768;
            const float v770 = simd_shuffle_xor(v699, (ushort)16);
            const float v771 = v699 + v770;
            const float v772 = simd_shuffle_xor(v718, (ushort)16);
            const float v773 = v718 + v772;
            const float v774 = simd_shuffle_xor(v763, (ushort)8);
            const float v775 = v763 + v774;
            const float v776 = simd_shuffle_xor(v765, (ushort)8);
            const float v777 = v765 + v776;
            const float v778 = simd_shuffle_xor(v767, (ushort)8);
            const float v779 = v767 + v778;
            const float v780 = simd_shuffle_xor(v769, (ushort)8);
            const float v781 = v769 + v780;
            const float v782 = simd_shuffle_xor(v771, (ushort)8);
            const float v783 = v771 + v782;
            const float v784 = simd_shuffle_xor(v773, (ushort)8);
            const float v785 = v773 + v784;
            const float v786 = simd_shuffle_xor(v775, (ushort)4);
            const float v787 = v775 + v786;
            const float v788 = simd_shuffle_xor(v777, (ushort)4);
            const float v789 = v777 + v788;
            const float v790 = simd_shuffle_xor(v779, (ushort)4);
            const float v791 = v779 + v790;
            const float v792 = simd_shuffle_xor(v781, (ushort)4);
            const float v793 = v781 + v792;
            const float v794 = simd_shuffle_xor(v783, (ushort)4);
            const float v795 = v783 + v794;
            const float v796 = simd_shuffle_xor(v785, (ushort)4);
            const float v797 = v785 + v796;
            const float v798 = simd_shuffle_xor(v787, (ushort)2);
            const float v799 = v787 + v798;
            const float v800 = simd_shuffle_xor(v789, (ushort)2);
            const float v801 = v789 + v800;
            const float v802 = simd_shuffle_xor(v791, (ushort)2);
            const float v803 = v791 + v802;
            const float v804 = simd_shuffle_xor(v793, (ushort)2);
            const float v805 = v793 + v804;
            const float v806 = simd_shuffle_xor(v795, (ushort)2);
            const float v807 = v795 + v806;
            const float v808 = simd_shuffle_xor(v797, (ushort)2);
            const float v809 = v797 + v808;
            const float v810 = simd_shuffle_xor(v799, (ushort)1);
            const float v811 = v799 + v810;
            const float v812 = simd_shuffle_xor(v801, (ushort)1);
            const float v813 = v801 + v812;
            const float v814 = simd_shuffle_xor(v803, (ushort)1);
            const float v815 = v803 + v814;
            const float v816 = simd_shuffle_xor(v805, (ushort)1);
            const float v817 = v805 + v816;
            const float v818 = simd_shuffle_xor(v807, (ushort)1);
            const float v819 = v807 + v818;
            const float v820 = simd_shuffle_xor(v809, (ushort)1);
            const float v821 = v809 + v820;
            if (v586) {
                const int v823 = v14 / 32;
                shared[v823] = as_type<uint>(v811);
                shared[v823 + 8] = as_type<uint>(v813);
                shared[v823 + 16] = as_type<uint>(v815);
                shared[v823 + 24] = as_type<uint>(v817);
                shared[v823 + 32] = as_type<uint>(v819);
                shared[v823 + 40] = as_type<uint>(v821);
            }
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const uint v844 = shared[0];
            const uint v846 = shared[1];
            const uint v849 = shared[2];
            const uint v852 = shared[3];
            const float v855 = fma(v98, v721, as_type<float>(v844) + as_type<float>(v846) + as_type<float>(v849) + as_type<float>(v852));
            const uint v856 = shared[8];
            const uint v858 = shared[9];
            const uint v861 = shared[10];
            const uint v864 = shared[11];
            const uint v867 = shared[16];
            const uint v869 = shared[17];
            const uint v872 = shared[18];
            const uint v875 = shared[19];
            const uint v878 = shared[24];
            const uint v880 = shared[25];
            const uint v883 = shared[26];
            const uint v886 = shared[27];
            const uint v889 = shared[32];
            const uint v891 = shared[33];
            const uint v894 = shared[34];
            const uint v897 = shared[35];
            const uint v900 = shared[40];
            const uint v902 = shared[41];
            const uint v905 = shared[42];
            const uint v908 = shared[43];
            v98 = v855;
            const float v913 = fma(v99, v724, as_type<float>(v856) + as_type<float>(v858) + as_type<float>(v861) + as_type<float>(v864));
            v99 = v913;
            const float v916 = fma(v100, v727, as_type<float>(v867) + as_type<float>(v869) + as_type<float>(v872) + as_type<float>(v875));
            v100 = v916;
            const float v919 = fma(v101, v730, as_type<float>(v878) + as_type<float>(v880) + as_type<float>(v883) + as_type<float>(v886));
            v101 = v919;
            const float v922 = fma(v102, v733, as_type<float>(v889) + as_type<float>(v891) + as_type<float>(v894) + as_type<float>(v897));
            v102 = v922;
            const float v925 = fma(v103, v736, as_type<float>(v900) + as_type<float>(v902) + as_type<float>(v905) + as_type<float>(v908));
            v103 = v925;
            float v939 = v104 * v721;
            float v940 = v105 * v724;
            float v941 = v106 * v727;
            float v942 = v107 * v730;
            float v943 = v108 * v733;
            float v944 = v109 * v736;
            #pragma clang loop unroll_count(4)
            for (int v945 = 0; v945 < 128; v945 += 1) {
                const uint v947 = shared[v945 + 816];
                const int v949 = v114 + v945;
                const bool v952 = 0 <= v949 && v949 < v89;
                const uint v957 = (uint)b2[v952 ? (int)((uint)v90 + (uint)v949 * 128u + (uint)v14) : 0];
                const float v962 = as_type<float>((v952 ? v957 : 0u) << 16);
                v939 = fma(as_type<float>(v947), v962, v939);
                const uint v967 = shared[v945 + 944];
                v940 = fma(as_type<float>(v967), v962, v940);
                const uint v973 = shared[v945 + 1072];
                v941 = fma(as_type<float>(v973), v962, v941);
                const uint v979 = shared[v945 + 1200];
                v942 = fma(as_type<float>(v979), v962, v942);
                const uint v985 = shared[v945 + 1328];
                v943 = fma(as_type<float>(v985), v962, v943);
                const uint v991 = shared[v945 + 1456];
                v944 = fma(as_type<float>(v991), v962, v944);
            }
            const float v998 = v940;
            const float v999 = v941;
            const float v1000 = v942;
            const float v1001 = v943;
            const float v1002 = v944;
            v104 = v939;
            v105 = v998;
            v106 = v999;
            v107 = v1000;
            v108 = v1001;
            v109 = v1002;
            v91 = v623;
            v92 = v641;
            v93 = v660;
            v94 = v679;
            v95 = v697;
            v96 = v716;
        }
        const int v1019 = (int)((uint)v17 * 16u + (uint)(v54 / 256));
        const bool v1022 = 0 <= v1019 && v1019 < 32;
        const int v1023 = v1022 ? 6 : 0;
        const int v1025 = (int)((uint)v1019 * 768u);
        const int v1026 = (int)((uint)v1025 + (uint)v14);
        const float v1027 = v104;
        const int v1028 = v1022 ? 2 : 0;
        const int v1030 = 0 < v1028 ? 6 : 0;
        const int v1031 = (int)((uint)v1019 * 12u);
        const int v1033 = 1 < v1028 ? 6 : 0;
        const int v1034 = (int)((uint)v1031 + 6u);
        if (0 < v1023) {
            b3[v1026] = v1027;
        }
        const int v1040 = (int)((uint)v1025 + 128u + (uint)v14);
        const float v1041 = v105;
        if (1 < v1023) {
            b3[v1040] = v1041;
        }
        const int v1047 = (int)((uint)v1025 + 256u + (uint)v14);
        const float v1048 = v106;
        if (2 < v1023) {
            b3[v1047] = v1048;
        }
        const int v1054 = (int)((uint)v1025 + 384u + (uint)v14);
        const float v1055 = v107;
        if (3 < v1023) {
            b3[v1054] = v1055;
        }
        const int v1061 = (int)((uint)v1025 + 512u + (uint)v14);
        const float v1062 = v108;
        if (4 < v1023) {
            b3[v1061] = v1062;
        }
        const int v1068 = (int)((uint)v1025 + 640u + (uint)v14);
        const float v1069 = v109;
        if (5 < v1023) {
            b3[v1068] = v1069;
        }
        const bool v1073 = v14 == 0;
        if (v1073) {
            const float v1076 = v91;
            if (0 < v1030) {
                b4[v1031] = v1076;
            }
        }
        const bool v1081 = v14 == 1;
        if (v1081) {
            const int v1084 = (int)((uint)v1031 + 1u);
            const float v1085 = v92;
            if (1 < v1030) {
                b4[v1084] = v1085;
            }
        }
        const bool v1090 = v14 == 2;
        if (v1090) {
            const int v1093 = (int)((uint)v1031 + 2u);
            const float v1094 = v93;
            if (2 < v1030) {
                b4[v1093] = v1094;
            }
        }
        const bool v1099 = v14 == 3;
        if (v1099) {
            const int v1102 = (int)((uint)v1031 + 3u);
            const float v1103 = v94;
            if (3 < v1030) {
                b4[v1102] = v1103;
            }
        }
        const bool v1108 = v14 == 4;
        if (v1108) {
            const int v1111 = (int)((uint)v1031 + 4u);
            const float v1112 = v95;
            if (4 < v1030) {
                b4[v1111] = v1112;
            }
        }
        const bool v1117 = v14 == 5;
        if (v1117) {
            const int v1120 = (int)((uint)v1031 + 5u);
            const float v1121 = v96;
            if (5 < v1030) {
                b4[v1120] = v1121;
            }
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v1073) {
            const float v1129 = v98;
            if (0 < v1033) {
                b4[v1034] = v1129;
            }
        }
        if (v1081) {
            const int v1137 = (int)((uint)v1031 + 7u);
            const float v1138 = v99;
            if (1 < v1033) {
                b4[v1137] = v1138;
            }
        }
        if (v1090) {
            const int v1146 = (int)((uint)v1031 + 8u);
            const float v1147 = v100;
            if (2 < v1033) {
                b4[v1146] = v1147;
            }
        }
        if (v1099) {
            const int v1155 = (int)((uint)v1031 + 9u);
            const float v1156 = v101;
            if (3 < v1033) {
                b4[v1155] = v1156;
            }
        }
        if (v1108) {
            const int v1164 = (int)((uint)v1031 + 10u);
            const float v1165 = v102;
            if (4 < v1033) {
                b4[v1164] = v1165;
            }
        }
        if (v1117) {
            const int v1173 = (int)((uint)v1031 + 11u);
            const float v1174 = v103;
            if (5 < v1033) {
                b4[v1173] = v1174;
            }
        }
    }
}

// tessera kernel attention_decode_gqa__final entry ts_attention_decode_gqa__final wide 0 params i32,i32,o32 sizes 1 threads 128 teams 1 count 12 shared 0 cost 33281
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
    const int v6 = (int)local;
    for (int v8 = v1; v8 < 12; v8 += v3) {
        const int v10 = s0[0];
        const int v12 = v8 % 6;
        const int v13 = v8 / 6;
        float v17 = -1e+30f;
        float v19 = 0.0f;
        float v20 = 0.0f;
        const int v27 = min(v10 / 256 + min(v10 % 256, 1), 2147483646);
        #pragma clang loop unroll_count(4)
        for (int v28 = 0; v28 < v27; v28 += 1) {
            const bool v32 = 0 <= v12;
            const int v35 = v13 * 16 + v28;
            const bool v38 = 0 <= v35 && v35 < 32;
            const int v39 = v38 ? 2 : 0;
            const bool v43 = v32 && v12 < (0 < v39 ? 6 : 0);
            const int v44 = v35 * 12;
            const float v47 = b1[v43 ? v44 + v12 : 0];
            const float v48 = v43 ? v47 : 0.0f;
            const float v49 = precise::fmax(v17, v48);
            const float v51 = precise::exp(v17 - v49);
            const bool v55 = v32 && v12 < (1 < v39 ? 6 : 0);
            const float v59 = b1[v55 ? v44 + 6 + v12 : 0];
            const float v62 = precise::exp(v48 - v49);
            v19 = fma(v19, v51, (v55 ? v59 : 0.0f) * v62);
            const bool v75 = v6 < (v32 && v12 < (v38 ? 6 : 0) ? 128 : 0);
            const bool v76 = 0 <= v6 && v75;
            const float v79 = b0[v76 ? (int)((uint)v35 * 768u + (uint)(v12 * 128) + (uint)v6) : 0];
            v20 = fma(v20, v51, (v76 ? v79 : 0.0f) * v62);
            v17 = v49;
        }
        b2[v8 * 128 + v6] = v20 / v19;
    }
}
