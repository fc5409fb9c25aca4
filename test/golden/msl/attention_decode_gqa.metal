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
        const int v113 = min(min(v3, (int)((uint)v54 + 64u)), 2147483583);
        for (int v114 = v54; v114 < v113; v114 += 64) {
            const int v116 = min(v14, 63);
            const int v117 = v114 + v116;
            const bool v118 = v117 < v3;
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            float v120 = 0.0f;
            float v121 = 0.0f;
            float v122 = 0.0f;
            float v123 = 0.0f;
            float v124 = 0.0f;
            float v125 = 0.0f;
            #pragma clang loop unroll_count(4)
            for (int v126 = 0; v126 < 128; v126 += 1) {
                const uint v128 = shared[v126 + 48];
                const bool v132 = 0 <= v117 && v117 < v89;
                const uint v137 = (uint)b1[v132 ? (int)((uint)v90 + (uint)v117 * 128u + (uint)v126) : 0];
                const float v142 = as_type<float>((v132 ? v137 : 0u) << 16);
                v120 = fma(as_type<float>(v128), v142, v120);
                const uint v147 = shared[v126 + 176];
                v121 = fma(as_type<float>(v147), v142, v121);
                const uint v153 = shared[v126 + 304];
                v122 = fma(as_type<float>(v153), v142, v122);
                const uint v159 = shared[v126 + 432];
                v123 = fma(as_type<float>(v159), v142, v123);
                const uint v165 = shared[v126 + 560];
                v124 = fma(as_type<float>(v165), v142, v124);
                const uint v171 = shared[v126 + 688];
                v125 = fma(as_type<float>(v171), v142, v125);
            }
            const bool v178 = v14 < 64;
            const float v180 = v118 ? v120 : -1e+30f;
            const float v182 = precise::fmax(-INFINITY, v178 ? v180 : -INFINITY);
            const float v184 = v118 ? v121 : -1e+30f;
            const float v186 = precise::fmax(-INFINITY, v178 ? v184 : -INFINITY);
            const float v188 = v118 ? v122 : -1e+30f;
            const float v190 = precise::fmax(-INFINITY, v178 ? v188 : -INFINITY);
            const float v192 = v118 ? v123 : -1e+30f;
            const float v194 = precise::fmax(-INFINITY, v178 ? v192 : -INFINITY);
            const float v196 = v118 ? v124 : -1e+30f;
            const float v198 = precise::fmax(-INFINITY, v178 ? v196 : -INFINITY);
            const float v200 = v118 ? v125 : -1e+30f;
            const float v202 = precise::fmax(-INFINITY, v178 ? v200 : -INFINITY);
            const float v203 = simd_shuffle_xor(v182, (ushort)16);
            const float v204 = precise::fmax(v182, v203);
            const float v205 = simd_shuffle_xor(v186, (ushort)16);
            const float v206 = precise::fmax(v186, v205);
            const float v207 = simd_shuffle_xor(v190, (ushort)16);
            const float v208 = precise::fmax(v190, v207);
            const float v209 = simd_shuffle_xor(v194, (ushort)16);
            const float v210 = precise::fmax(v194, v209);
            const float v211 = simd_shuffle_xor(v198, (ushort)16);
            const float v212 = precise::fmax(v198, v211);
            const float v213 = simd_shuffle_xor(v202, (ushort)16);
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
            const float v225 = simd_shuffle_xor(v214, (ushort)8);
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
            const float v237 = simd_shuffle_xor(v226, (ushort)4);
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
            const float v249 = simd_shuffle_xor(v238, (ushort)2);
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
            const float v260 = precise::fmax(v248, v259);
            const float v261 = simd_shuffle_xor(v250, (ushort)1);
            const float v263 = precise::fmax(v250, v261);
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const bool v266 = v14 % 32 == 0;
            if (v266) {
                const int v268 = v14 / 32;
                shared[v268] = as_type<uint>(v252);
                shared[v268 + 8] = as_type<uint>(v254);
                shared[v268 + 16] = as_type<uint>(v256);
                shared[v268 + 24] = as_type<uint>(v258);
                shared[v268 + 32] = as_type<uint>(v260);
                shared[v268 + 40] = as_type<uint>(v263);
            }
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const uint v293 = shared[0];
            const uint v295 = shared[1];
            const uint v298 = shared[2];
            const uint v301 = shared[3];
            const float v304 = precise::fmax(v91, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v293), as_type<float>(v295)), as_type<float>(v298)), as_type<float>(v301)));
            const float v306 = precise::exp(v180 - v304);
            const uint v309 = shared[8];
            const uint v312 = shared[9];
            const uint v316 = shared[10];
            const uint v320 = shared[11];
            const float v323 = precise::fmax(v92, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v309), as_type<float>(v312)), as_type<float>(v316)), as_type<float>(v320)));
            const float v325 = precise::exp(v184 - v323);
            const uint v328 = shared[16];
            const uint v331 = shared[17];
            const uint v335 = shared[18];
            const uint v339 = shared[19];
            const float v342 = precise::fmax(v93, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v328), as_type<float>(v331)), as_type<float>(v335)), as_type<float>(v339)));
            const float v344 = precise::exp(v188 - v342);
            const uint v347 = shared[24];
            const uint v350 = shared[25];
            const uint v354 = shared[26];
            const uint v358 = shared[27];
            const float v361 = precise::fmax(v94, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v347), as_type<float>(v350)), as_type<float>(v354)), as_type<float>(v358)));
            const float v363 = precise::exp(v192 - v361);
            const uint v365 = shared[32];
            const uint v368 = shared[33];
            const uint v372 = shared[34];
            const uint v376 = shared[35];
            const float v379 = precise::fmax(v95, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v365), as_type<float>(v368)), as_type<float>(v372)), as_type<float>(v376)));
            const float v381 = precise::exp(v196 - v379);
            const uint v384 = shared[40];
            const uint v387 = shared[41];
            const uint v391 = shared[42];
            const uint v395 = shared[43];
            const float v398 = precise::fmax(v96, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v384), as_type<float>(v387)), as_type<float>(v391)), as_type<float>(v395)));
            const float v400 = precise::exp(v200 - v398);
            const float v403 = precise::exp(v91 - v304);
            const float v406 = precise::exp(v92 - v323);
            const float v409 = precise::exp(v93 - v342);
            const float v412 = precise::exp(v94 - v361);
            const float v415 = precise::exp(v95 - v379);
            const float v418 = precise::exp(v96 - v398);
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            if (v178) {
                shared[v116 + 816] = as_type<uint>(v306);
            }
            if (v178) {
                shared[v116 + 880] = as_type<uint>(v325);
            }
            if (v178) {
                shared[v116 + 944] = as_type<uint>(v344);
            }
            if (v178) {
                shared[v116 + 1008] = as_type<uint>(v363);
            }
            if (v178) {
                shared[v116 + 1072] = as_type<uint>(v381);
            }
            if (v178) {
                shared[v116 + 1136] = as_type<uint>(v400);
            }
            const float v456 = v178 ? v306 : 0.0f;
            const float v457 = v178 ? v325 : 0.0f;
            const float v458 = v178 ? v344 : 0.0f;
            const float v459 = v178 ? v363 : 0.0f;
            const float v460 = v178 ? v381 : 0.0f;
            const float v461 = v178 ? v400 : 0.0f;
            const float v462 = simd_shuffle_xor(v456, (ushort)16);
            const float v463 = v456 + v462;
            const float v464 = simd_shuffle_xor(v457, (ushort)16);
            const float v465 = v457 + v464;
            const float v466 = simd_shuffle_xor(v458, (ushort)16);
            const float v467 = v458 + v466;
            const float v468 = simd_shuffle_xor(v459, (ushort)16);
            const float v469 = v459 + v468;
            const float v470 = simd_shuffle_xor(v460, (ushort)16);
            const float v471 = v460 + v470;
            const float v472 = simd_shuffle_xor(v461, (ushort)16);
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
            const float v484 = simd_shuffle_xor(v473, (ushort)8);
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
            const float v496 = simd_shuffle_xor(v485, (ushort)4);
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
            const float v508 = simd_shuffle_xor(v497, (ushort)2);
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
            const float v520 = simd_shuffle_xor(v509, (ushort)1);
            const float v521 = v509 + v520;
            if (v266) {
                const int v523 = v14 / 32;
                shared[v523] = as_type<uint>(v511);
                shared[v523 + 8] = as_type<uint>(v513);
                shared[v523 + 16] = as_type<uint>(v515);
                shared[v523 + 24] = as_type<uint>(v517);
                shared[v523 + 32] = as_type<uint>(v519);
                shared[v523 + 40] = as_type<uint>(v521);
            }
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const uint v544 = shared[0];
            const uint v546 = shared[1];
            const uint v549 = shared[2];
            const uint v552 = shared[3];
            const float v555 = fma(v98, v403, as_type<float>(v544) + as_type<float>(v546) + as_type<float>(v549) + as_type<float>(v552));
            const uint v556 = shared[8];
            const uint v558 = shared[9];
            const uint v561 = shared[10];
            const uint v564 = shared[11];
            const uint v567 = shared[16];
            const uint v569 = shared[17];
            const uint v572 = shared[18];
            const uint v575 = shared[19];
            const uint v578 = shared[24];
            const uint v580 = shared[25];
            const uint v583 = shared[26];
            const uint v586 = shared[27];
            const uint v589 = shared[32];
            const uint v591 = shared[33];
            const uint v594 = shared[34];
            const uint v597 = shared[35];
            const uint v600 = shared[40];
            const uint v602 = shared[41];
            const uint v605 = shared[42];
            const uint v608 = shared[43];
            v98 = v555;
            const float v613 = fma(v99, v406, as_type<float>(v556) + as_type<float>(v558) + as_type<float>(v561) + as_type<float>(v564));
            v99 = v613;
            const float v616 = fma(v100, v409, as_type<float>(v567) + as_type<float>(v569) + as_type<float>(v572) + as_type<float>(v575));
            v100 = v616;
            const float v619 = fma(v101, v412, as_type<float>(v578) + as_type<float>(v580) + as_type<float>(v583) + as_type<float>(v586));
            v101 = v619;
            const float v622 = fma(v102, v415, as_type<float>(v589) + as_type<float>(v591) + as_type<float>(v594) + as_type<float>(v597));
            v102 = v622;
            const float v625 = fma(v103, v418, as_type<float>(v600) + as_type<float>(v602) + as_type<float>(v605) + as_type<float>(v608));
            v103 = v625;
            float v639 = v104 * v403;
            float v640 = v105 * v406;
            float v641 = v106 * v409;
            float v642 = v107 * v412;
            float v643 = v108 * v415;
            float v644 = v109 * v418;
            #pragma clang loop unroll_count(4)
            for (int v645 = 0; v645 < 64; v645 += 1) {
                const uint v648 = shared[v645 + 816];
                const int v650 = v114 + v645;
                const bool v653 = 0 <= v650 && v650 < v89;
                const uint v658 = (uint)b2[v653 ? (int)((uint)v90 + (uint)v650 * 128u + (uint)v14) : 0];
                const float v663 = as_type<float>((v653 ? v658 : 0u) << 16);
                v639 = fma(as_type<float>(v648), v663, v639);
                const uint v669 = shared[v645 + 880];
                v640 = fma(as_type<float>(v669), v663, v640);
                const uint v676 = shared[v645 + 944];
                v641 = fma(as_type<float>(v676), v663, v641);
                const uint v683 = shared[v645 + 1008];
                v642 = fma(as_type<float>(v683), v663, v642);
                const uint v690 = shared[v645 + 1072];
                v643 = fma(as_type<float>(v690), v663, v643);
                const uint v697 = shared[v645 + 1136];
                v644 = fma(as_type<float>(v697), v663, v644);
            }
            const float v704 = v640;
            const float v705 = v641;
            const float v706 = v642;
            const float v707 = v643;
            const float v708 = v644;
            v104 = v639;
            v105 = v704;
            v106 = v705;
            v107 = v706;
            v108 = v707;
            v109 = v708;
            v91 = v304;
            v92 = v323;
            v93 = v342;
            v94 = v361;
            v95 = v379;
            v96 = v398;
        }
        const int v724 = (int)((uint)v17 * 64u + (uint)(v54 / 64));
        const bool v727 = 0 <= v724 && v724 < 128;
        const int v728 = v727 ? 6 : 0;
        const int v730 = (int)((uint)v724 * 768u);
        const int v731 = (int)((uint)v730 + (uint)v14);
        const float v732 = v104;
        const int v733 = v727 ? 2 : 0;
        const int v735 = 0 < v733 ? 6 : 0;
        const int v736 = (int)((uint)v724 * 12u);
        const int v738 = 1 < v733 ? 6 : 0;
        const int v739 = (int)((uint)v736 + 6u);
        if (0 < v728) {
            b3[v731] = v732;
        }
        const int v745 = (int)((uint)v730 + 128u + (uint)v14);
        const float v746 = v105;
        if (1 < v728) {
            b3[v745] = v746;
        }
        const int v752 = (int)((uint)v730 + 256u + (uint)v14);
        const float v753 = v106;
        if (2 < v728) {
            b3[v752] = v753;
        }
        const int v759 = (int)((uint)v730 + 384u + (uint)v14);
        const float v760 = v107;
        if (3 < v728) {
            b3[v759] = v760;
        }
        const int v766 = (int)((uint)v730 + 512u + (uint)v14);
        const float v767 = v108;
        if (4 < v728) {
            b3[v766] = v767;
        }
        const int v773 = (int)((uint)v730 + 640u + (uint)v14);
        const float v774 = v109;
        if (5 < v728) {
            b3[v773] = v774;
        }
        const bool v778 = v14 == 0;
        if (v778) {
            const float v781 = v91;
            if (0 < v735) {
                b4[v736] = v781;
            }
        }
        const bool v786 = v14 == 1;
        if (v786) {
            const int v789 = (int)((uint)v736 + 1u);
            const float v790 = v92;
            if (1 < v735) {
                b4[v789] = v790;
            }
        }
        const bool v795 = v14 == 2;
        if (v795) {
            const int v798 = (int)((uint)v736 + 2u);
            const float v799 = v93;
            if (2 < v735) {
                b4[v798] = v799;
            }
        }
        const bool v804 = v14 == 3;
        if (v804) {
            const int v807 = (int)((uint)v736 + 3u);
            const float v808 = v94;
            if (3 < v735) {
                b4[v807] = v808;
            }
        }
        const bool v813 = v14 == 4;
        if (v813) {
            const int v816 = (int)((uint)v736 + 4u);
            const float v817 = v95;
            if (4 < v735) {
                b4[v816] = v817;
            }
        }
        const bool v822 = v14 == 5;
        if (v822) {
            const int v825 = (int)((uint)v736 + 5u);
            const float v826 = v96;
            if (5 < v735) {
                b4[v825] = v826;
            }
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v778) {
            const float v834 = v98;
            if (0 < v738) {
                b4[v739] = v834;
            }
        }
        if (v786) {
            const int v842 = (int)((uint)v736 + 7u);
            const float v843 = v99;
            if (1 < v738) {
                b4[v842] = v843;
            }
        }
        if (v795) {
            const int v851 = (int)((uint)v736 + 8u);
            const float v852 = v100;
            if (2 < v738) {
                b4[v851] = v852;
            }
        }
        if (v804) {
            const int v860 = (int)((uint)v736 + 9u);
            const float v861 = v101;
            if (3 < v738) {
                b4[v860] = v861;
            }
        }
        if (v813) {
            const int v869 = (int)((uint)v736 + 10u);
            const float v870 = v102;
            if (4 < v738) {
                b4[v869] = v870;
            }
        }
        if (v822) {
            const int v878 = (int)((uint)v736 + 11u);
            const float v879 = v103;
            if (5 < v738) {
                b4[v878] = v879;
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
        const int v113 = min(min(v3, (int)((uint)v54 + 64u)), 2147483583);
        for (int v114 = v54; v114 < v113; v114 += 64) {
            const int v116 = min(v14, 63);
            const int v117 = v114 + v116;
            const bool v118 = v117 < v3;
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            float v120 = 0.0f;
            float v121 = 0.0f;
            float v122 = 0.0f;
            float v123 = 0.0f;
            float v124 = 0.0f;
            float v125 = 0.0f;
            for (int v127 = 0; v127 < 128; v127 += 8) {
                const uint v129 = shared[v127 + 48];
                const bool v133 = 0 <= v117 && v117 < v89;
                const int v138 = v133 ? (int)((uint)v90 + (uint)v117 * 128u + (uint)v127) >> 3 : 0;
                const uint4 v139 = ((device const uint4 *)b1)[v138];
                const float v147 = as_type<float>((v133 ? v139.x & 0xffffu : 0u) << 16);
                v120 = fma(as_type<float>(v129), v147, v120);
                const uint v169 = shared[v127 + 176];
                v121 = fma(as_type<float>(v169), v147, v121);
                const uint v175 = shared[v127 + 304];
                v122 = fma(as_type<float>(v175), v147, v122);
                const uint v181 = shared[v127 + 432];
                v123 = fma(as_type<float>(v181), v147, v123);
                const uint v187 = shared[v127 + 560];
                v124 = fma(as_type<float>(v187), v147, v124);
                const uint v193 = shared[v127 + 688];
                v125 = fma(as_type<float>(v193), v147, v125);
                const uint v200 = shared[v127 + 49];
                const float v203 = as_type<float>((v133 ? v139.x >> 16 : 0u) << 16);
                v120 = fma(as_type<float>(v200), v203, v120);
                const uint v209 = shared[v127 + 177];
                v121 = fma(as_type<float>(v209), v203, v121);
                const uint v216 = shared[v127 + 305];
                v122 = fma(as_type<float>(v216), v203, v122);
                const uint v223 = shared[v127 + 433];
                v123 = fma(as_type<float>(v223), v203, v123);
                const uint v230 = shared[v127 + 561];
                v124 = fma(as_type<float>(v230), v203, v124);
                const uint v237 = shared[v127 + 689];
                v125 = fma(as_type<float>(v237), v203, v125);
                const uint v244 = shared[v127 + 50];
                const float v247 = as_type<float>((v133 ? v139.y & 0xffffu : 0u) << 16);
                v120 = fma(as_type<float>(v244), v247, v120);
                const uint v253 = shared[v127 + 178];
                v121 = fma(as_type<float>(v253), v247, v121);
                const uint v260 = shared[v127 + 306];
                v122 = fma(as_type<float>(v260), v247, v122);
                const uint v267 = shared[v127 + 434];
                v123 = fma(as_type<float>(v267), v247, v123);
                const uint v274 = shared[v127 + 562];
                v124 = fma(as_type<float>(v274), v247, v124);
                const uint v281 = shared[v127 + 690];
                v125 = fma(as_type<float>(v281), v247, v125);
                const uint v288 = shared[v127 + 51];
                const float v291 = as_type<float>((v133 ? v139.y >> 16 : 0u) << 16);
                v120 = fma(as_type<float>(v288), v291, v120);
                const uint v297 = shared[v127 + 179];
                v121 = fma(as_type<float>(v297), v291, v121);
                const uint v304 = shared[v127 + 307];
                v122 = fma(as_type<float>(v304), v291, v122);
                const uint v311 = shared[v127 + 435];
                v123 = fma(as_type<float>(v311), v291, v123);
                const uint v318 = shared[v127 + 563];
                v124 = fma(as_type<float>(v318), v291, v124);
                const uint v325 = shared[v127 + 691];
                v125 = fma(as_type<float>(v325), v291, v125);
                const uint v332 = shared[v127 + 52];
                const float v335 = as_type<float>((v133 ? v139.z & 0xffffu : 0u) << 16);
                v120 = fma(as_type<float>(v332), v335, v120);
                const uint v341 = shared[v127 + 180];
                v121 = fma(as_type<float>(v341), v335, v121);
                const uint v348 = shared[v127 + 308];
                v122 = fma(as_type<float>(v348), v335, v122);
                const uint v355 = shared[v127 + 436];
                v123 = fma(as_type<float>(v355), v335, v123);
                const uint v362 = shared[v127 + 564];
                v124 = fma(as_type<float>(v362), v335, v124);
                const uint v369 = shared[v127 + 692];
                v125 = fma(as_type<float>(v369), v335, v125);
                const uint v376 = shared[v127 + 53];
                const float v379 = as_type<float>((v133 ? v139.z >> 16 : 0u) << 16);
                v120 = fma(as_type<float>(v376), v379, v120);
                const uint v385 = shared[v127 + 181];
                v121 = fma(as_type<float>(v385), v379, v121);
                const uint v392 = shared[v127 + 309];
                v122 = fma(as_type<float>(v392), v379, v122);
                const uint v399 = shared[v127 + 437];
                v123 = fma(as_type<float>(v399), v379, v123);
                const uint v406 = shared[v127 + 565];
                v124 = fma(as_type<float>(v406), v379, v124);
                const uint v413 = shared[v127 + 693];
                v125 = fma(as_type<float>(v413), v379, v125);
                const uint v420 = shared[v127 + 54];
                const float v423 = as_type<float>((v133 ? v139.w & 0xffffu : 0u) << 16);
                v120 = fma(as_type<float>(v420), v423, v120);
                const uint v429 = shared[v127 + 182];
                v121 = fma(as_type<float>(v429), v423, v121);
                const uint v436 = shared[v127 + 310];
                v122 = fma(as_type<float>(v436), v423, v122);
                const uint v443 = shared[v127 + 438];
                v123 = fma(as_type<float>(v443), v423, v123);
                const uint v450 = shared[v127 + 566];
                v124 = fma(as_type<float>(v450), v423, v124);
                const uint v457 = shared[v127 + 694];
                v125 = fma(as_type<float>(v457), v423, v125);
                const uint v464 = shared[v127 + 55];
                const float v467 = as_type<float>((v133 ? v139.w >> 16 : 0u) << 16);
                v120 = fma(as_type<float>(v464), v467, v120);
                const uint v473 = shared[v127 + 183];
                v121 = fma(as_type<float>(v473), v467, v121);
                const uint v480 = shared[v127 + 311];
                v122 = fma(as_type<float>(v480), v467, v122);
                const uint v487 = shared[v127 + 439];
                v123 = fma(as_type<float>(v487), v467, v123);
                const uint v494 = shared[v127 + 567];
                v124 = fma(as_type<float>(v494), v467, v124);
                const uint v501 = shared[v127 + 695];
                v125 = fma(as_type<float>(v501), v467, v125);
            }
            const bool v508 = v14 < 64;
            const float v510 = v118 ? v120 : -1e+30f;
            const float v512 = precise::fmax(-INFINITY, v508 ? v510 : -INFINITY);
            const float v514 = v118 ? v121 : -1e+30f;
            const float v516 = precise::fmax(-INFINITY, v508 ? v514 : -INFINITY);
            const float v518 = v118 ? v122 : -1e+30f;
            const float v520 = precise::fmax(-INFINITY, v508 ? v518 : -INFINITY);
            const float v522 = v118 ? v123 : -1e+30f;
            const float v524 = precise::fmax(-INFINITY, v508 ? v522 : -INFINITY);
            const float v526 = v118 ? v124 : -1e+30f;
            const float v528 = precise::fmax(-INFINITY, v508 ? v526 : -INFINITY);
            const float v530 = v118 ? v125 : -1e+30f;
            const float v532 = precise::fmax(-INFINITY, v508 ? v530 : -INFINITY);
            const float v533 = simd_shuffle_xor(v512, (ushort)16);
            const float v534 = precise::fmax(v512, v533);
            const float v535 = simd_shuffle_xor(v516, (ushort)16);
            const float v536 = precise::fmax(v516, v535);
            const float v537 = simd_shuffle_xor(v520, (ushort)16);
            const float v538 = precise::fmax(v520, v537);
            const float v539 = simd_shuffle_xor(v524, (ushort)16);
            const float v540 = precise::fmax(v524, v539);
            const float v541 = simd_shuffle_xor(v528, (ushort)16);
            const float v542 = precise::fmax(v528, v541);
            const float v543 = simd_shuffle_xor(v532, (ushort)16);
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
            const float v555 = simd_shuffle_xor(v544, (ushort)8);
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
            const float v567 = simd_shuffle_xor(v556, (ushort)4);
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
            const float v579 = simd_shuffle_xor(v568, (ushort)2);
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
            const float v590 = precise::fmax(v578, v589);
            const float v591 = simd_shuffle_xor(v580, (ushort)1);
            const float v593 = precise::fmax(v580, v591);
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const bool v596 = v14 % 32 == 0;
            if (v596) {
                const int v598 = v14 / 32;
                shared[v598] = as_type<uint>(v582);
                shared[v598 + 8] = as_type<uint>(v584);
                shared[v598 + 16] = as_type<uint>(v586);
                shared[v598 + 24] = as_type<uint>(v588);
                shared[v598 + 32] = as_type<uint>(v590);
                shared[v598 + 40] = as_type<uint>(v593);
            }
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const uint v622 = shared[0];
            const uint v624 = shared[1];
            const uint v627 = shared[2];
            const uint v630 = shared[3];
            const float v633 = precise::fmax(v91, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v622), as_type<float>(v624)), as_type<float>(v627)), as_type<float>(v630)));
            const float v635 = precise::exp(v510 - v633);
            const uint v637 = shared[8];
            const uint v640 = shared[9];
            const uint v644 = shared[10];
            const uint v648 = shared[11];
            const float v651 = precise::fmax(v92, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v637), as_type<float>(v640)), as_type<float>(v644)), as_type<float>(v648)));
            const float v653 = precise::exp(v514 - v651);
            const uint v656 = shared[16];
            const uint v659 = shared[17];
            const uint v663 = shared[18];
            const uint v667 = shared[19];
            const float v670 = precise::fmax(v93, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v656), as_type<float>(v659)), as_type<float>(v663)), as_type<float>(v667)));
            const float v672 = precise::exp(v518 - v670);
            const uint v675 = shared[24];
            const uint v678 = shared[25];
            const uint v682 = shared[26];
            const uint v686 = shared[27];
            const float v689 = precise::fmax(v94, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v675), as_type<float>(v678)), as_type<float>(v682)), as_type<float>(v686)));
            const float v691 = precise::exp(v522 - v689);
            const uint v693 = shared[32];
            const uint v696 = shared[33];
            const uint v700 = shared[34];
            const uint v704 = shared[35];
            const float v707 = precise::fmax(v95, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v693), as_type<float>(v696)), as_type<float>(v700)), as_type<float>(v704)));
            const float v709 = precise::exp(v526 - v707);
            const uint v712 = shared[40];
            const uint v715 = shared[41];
            const uint v719 = shared[42];
            const uint v723 = shared[43];
            const float v726 = precise::fmax(v96, precise::fmax(precise::fmax(precise::fmax(as_type<float>(v712), as_type<float>(v715)), as_type<float>(v719)), as_type<float>(v723)));
            const float v728 = precise::exp(v530 - v726);
            const float v731 = precise::exp(v91 - v633);
            const float v734 = precise::exp(v92 - v651);
            const float v737 = precise::exp(v93 - v670);
            const float v740 = precise::exp(v94 - v689);
            const float v743 = precise::exp(v95 - v707);
            const float v746 = precise::exp(v96 - v726);
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            if (v508) {
                shared[v116 + 816] = as_type<uint>(v635);
            }
            if (v508) {
                shared[v116 + 880] = as_type<uint>(v653);
            }
            if (v508) {
                shared[v116 + 944] = as_type<uint>(v672);
            }
            if (v508) {
                shared[v116 + 1008] = as_type<uint>(v691);
            }
            if (v508) {
                shared[v116 + 1072] = as_type<uint>(v709);
            }
            if (v508) {
                shared[v116 + 1136] = as_type<uint>(v728);
            }
            const float v784 = v508 ? v635 : 0.0f;
            const float v785 = v508 ? v653 : 0.0f;
            const float v786 = v508 ? v672 : 0.0f;
            const float v787 = v508 ? v691 : 0.0f;
            const float v788 = v508 ? v709 : 0.0f;
            const float v789 = v508 ? v728 : 0.0f;
            const float v790 = simd_shuffle_xor(v784, (ushort)16);
            const float v791 = v784 + v790;
            const float v792 = simd_shuffle_xor(v785, (ushort)16);
            const float v793 = v785 + v792;
            const float v794 = simd_shuffle_xor(v786, (ushort)16);
            const float v795 = v786 + v794;
            const float v796 = simd_shuffle_xor(v787, (ushort)16);
            const float v797 = v787 + v796;
            const float v798 = simd_shuffle_xor(v788, (ushort)16);
            const float v799 = v788 + v798;
            const float v800 = simd_shuffle_xor(v789, (ushort)16);
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
            const float v812 = simd_shuffle_xor(v801, (ushort)8);
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
            const float v824 = simd_shuffle_xor(v813, (ushort)4);
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
            const float v836 = simd_shuffle_xor(v825, (ushort)2);
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
            const float v848 = simd_shuffle_xor(v837, (ushort)1);
            const float v849 = v837 + v848;
            if (v596) {
                const int v851 = v14 / 32;
                shared[v851] = as_type<uint>(v839);
                shared[v851 + 8] = as_type<uint>(v841);
                shared[v851 + 16] = as_type<uint>(v843);
                shared[v851 + 24] = as_type<uint>(v845);
                shared[v851 + 32] = as_type<uint>(v847);
                shared[v851 + 40] = as_type<uint>(v849);
            }
            threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
            const uint v872 = shared[0];
            const uint v874 = shared[1];
            const uint v877 = shared[2];
            const uint v880 = shared[3];
            const float v883 = fma(v98, v731, as_type<float>(v872) + as_type<float>(v874) + as_type<float>(v877) + as_type<float>(v880));
            const uint v884 = shared[8];
            const uint v886 = shared[9];
            const uint v889 = shared[10];
            const uint v892 = shared[11];
            const uint v895 = shared[16];
            const uint v897 = shared[17];
            const uint v900 = shared[18];
            const uint v903 = shared[19];
            const uint v906 = shared[24];
            const uint v908 = shared[25];
            const uint v911 = shared[26];
            const uint v914 = shared[27];
            const uint v917 = shared[32];
            const uint v919 = shared[33];
            const uint v922 = shared[34];
            const uint v925 = shared[35];
            const uint v928 = shared[40];
            const uint v930 = shared[41];
            const uint v933 = shared[42];
            const uint v936 = shared[43];
            v98 = v883;
            const float v941 = fma(v99, v734, as_type<float>(v884) + as_type<float>(v886) + as_type<float>(v889) + as_type<float>(v892));
            v99 = v941;
            const float v944 = fma(v100, v737, as_type<float>(v895) + as_type<float>(v897) + as_type<float>(v900) + as_type<float>(v903));
            v100 = v944;
            const float v947 = fma(v101, v740, as_type<float>(v906) + as_type<float>(v908) + as_type<float>(v911) + as_type<float>(v914));
            v101 = v947;
            const float v950 = fma(v102, v743, as_type<float>(v917) + as_type<float>(v919) + as_type<float>(v922) + as_type<float>(v925));
            v102 = v950;
            const float v953 = fma(v103, v746, as_type<float>(v928) + as_type<float>(v930) + as_type<float>(v933) + as_type<float>(v936));
            v103 = v953;
            float v967 = v104 * v731;
            float v968 = v105 * v734;
            float v969 = v106 * v737;
            float v970 = v107 * v740;
            float v971 = v108 * v743;
            float v972 = v109 * v746;
            #pragma clang loop unroll_count(4)
            for (int v973 = 0; v973 < 64; v973 += 1) {
                const uint v976 = shared[v973 + 816];
                const int v978 = v114 + v973;
                const bool v981 = 0 <= v978 && v978 < v89;
                const uint v986 = (uint)b2[v981 ? (int)((uint)v90 + (uint)v978 * 128u + (uint)v14) : 0];
                const float v991 = as_type<float>((v981 ? v986 : 0u) << 16);
                v967 = fma(as_type<float>(v976), v991, v967);
                const uint v997 = shared[v973 + 880];
                v968 = fma(as_type<float>(v997), v991, v968);
                const uint v1004 = shared[v973 + 944];
                v969 = fma(as_type<float>(v1004), v991, v969);
                const uint v1011 = shared[v973 + 1008];
                v970 = fma(as_type<float>(v1011), v991, v970);
                const uint v1018 = shared[v973 + 1072];
                v971 = fma(as_type<float>(v1018), v991, v971);
                const uint v1025 = shared[v973 + 1136];
                v972 = fma(as_type<float>(v1025), v991, v972);
            }
            const float v1032 = v968;
            const float v1033 = v969;
            const float v1034 = v970;
            const float v1035 = v971;
            const float v1036 = v972;
            v104 = v967;
            v105 = v1032;
            v106 = v1033;
            v107 = v1034;
            v108 = v1035;
            v109 = v1036;
            v91 = v633;
            v92 = v651;
            v93 = v670;
            v94 = v689;
            v95 = v707;
            v96 = v726;
        }
        const int v1052 = (int)((uint)v17 * 64u + (uint)(v54 / 64));
        const bool v1055 = 0 <= v1052 && v1052 < 128;
        const int v1056 = v1055 ? 6 : 0;
        const int v1058 = (int)((uint)v1052 * 768u);
        const int v1059 = (int)((uint)v1058 + (uint)v14);
        const float v1060 = v104;
        const int v1061 = v1055 ? 2 : 0;
        const int v1063 = 0 < v1061 ? 6 : 0;
        const int v1064 = (int)((uint)v1052 * 12u);
        const int v1066 = 1 < v1061 ? 6 : 0;
        const int v1067 = (int)((uint)v1064 + 6u);
        if (0 < v1056) {
            b3[v1059] = v1060;
        }
        const int v1073 = (int)((uint)v1058 + 128u + (uint)v14);
        const float v1074 = v105;
        if (1 < v1056) {
            b3[v1073] = v1074;
        }
        const int v1080 = (int)((uint)v1058 + 256u + (uint)v14);
        const float v1081 = v106;
        if (2 < v1056) {
            b3[v1080] = v1081;
        }
        const int v1087 = (int)((uint)v1058 + 384u + (uint)v14);
        const float v1088 = v107;
        if (3 < v1056) {
            b3[v1087] = v1088;
        }
        const int v1094 = (int)((uint)v1058 + 512u + (uint)v14);
        const float v1095 = v108;
        if (4 < v1056) {
            b3[v1094] = v1095;
        }
        const int v1101 = (int)((uint)v1058 + 640u + (uint)v14);
        const float v1102 = v109;
        if (5 < v1056) {
            b3[v1101] = v1102;
        }
        const bool v1106 = v14 == 0;
        if (v1106) {
            const float v1109 = v91;
            if (0 < v1063) {
                b4[v1064] = v1109;
            }
        }
        const bool v1114 = v14 == 1;
        if (v1114) {
            const int v1117 = (int)((uint)v1064 + 1u);
            const float v1118 = v92;
            if (1 < v1063) {
                b4[v1117] = v1118;
            }
        }
        const bool v1123 = v14 == 2;
        if (v1123) {
            const int v1126 = (int)((uint)v1064 + 2u);
            const float v1127 = v93;
            if (2 < v1063) {
                b4[v1126] = v1127;
            }
        }
        const bool v1132 = v14 == 3;
        if (v1132) {
            const int v1135 = (int)((uint)v1064 + 3u);
            const float v1136 = v94;
            if (3 < v1063) {
                b4[v1135] = v1136;
            }
        }
        const bool v1141 = v14 == 4;
        if (v1141) {
            const int v1144 = (int)((uint)v1064 + 4u);
            const float v1145 = v95;
            if (4 < v1063) {
                b4[v1144] = v1145;
            }
        }
        const bool v1150 = v14 == 5;
        if (v1150) {
            const int v1153 = (int)((uint)v1064 + 5u);
            const float v1154 = v96;
            if (5 < v1063) {
                b4[v1153] = v1154;
            }
        }
        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);
        if (v1106) {
            const float v1162 = v98;
            if (0 < v1066) {
                b4[v1067] = v1162;
            }
        }
        if (v1114) {
            const int v1170 = (int)((uint)v1064 + 7u);
            const float v1171 = v99;
            if (1 < v1066) {
                b4[v1170] = v1171;
            }
        }
        if (v1123) {
            const int v1179 = (int)((uint)v1064 + 8u);
            const float v1180 = v100;
            if (2 < v1066) {
                b4[v1179] = v1180;
            }
        }
        if (v1132) {
            const int v1188 = (int)((uint)v1064 + 9u);
            const float v1189 = v101;
            if (3 < v1066) {
                b4[v1188] = v1189;
            }
        }
        if (v1141) {
            const int v1197 = (int)((uint)v1064 + 10u);
            const float v1198 = v102;
            if (4 < v1066) {
                b4[v1197] = v1198;
            }
        }
        if (v1150) {
            const int v1206 = (int)((uint)v1064 + 11u);
            const float v1207 = v103;
            if (5 < v1066) {
                b4[v1206] = v1207;
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
        float v16 = -1e+30f;
        float v18 = 0.0f;
        float v19 = 0.0f;
        const int v26 = min(v10 / 64 + min(v10 % 64, 1), 2147483646);
        #pragma clang loop unroll_count(4)
        for (int v27 = 0; v27 < v26; v27 += 1) {
            const bool v31 = 0 <= v12;
            const int v33 = v13 * 64 + v27;
            const bool v36 = 0 <= v33 && v33 < 128;
            const int v37 = v36 ? 2 : 0;
            const bool v41 = v31 && v12 < (0 < v37 ? 6 : 0);
            const int v42 = v33 * 12;
            const float v45 = b1[v41 ? v42 + v12 : 0];
            const float v46 = v41 ? v45 : 0.0f;
            const float v47 = precise::fmax(v16, v46);
            const float v49 = precise::exp(v16 - v47);
            const bool v53 = v31 && v12 < (1 < v37 ? 6 : 0);
            const float v57 = b1[v53 ? v42 + 6 + v12 : 0];
            const float v60 = precise::exp(v46 - v47);
            v18 = fma(v18, v49, (v53 ? v57 : 0.0f) * v60);
            const bool v73 = v7 < (v31 && v12 < (v36 ? 6 : 0) ? 128 : 0);
            const bool v74 = 0 <= v7 && v73;
            const float v77 = b0[v74 ? (int)((uint)v33 * 768u + (uint)(v12 * 128) + (uint)v7) : 0];
            v19 = fma(v19, v49, (v74 ? v77 : 0.0f) * v60);
            v16 = v47;
        }
        b2[v8 * 128 + v7] = v19 / v18;
    }
}
