// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel attention_decode_gqa entry ts_attention_decode_gqa wide 0 params i32:q:32:12*128,i16:kcache:16:2*4096*128,i16:vcache:16:2*4096*128,w32:partial:32:128*6*128,w32:stats:32:128*2*6 sizes 1 threads 128 teams 1 count -1 shared 10752 cost 2100225
__kernel __attribute__((reqd_work_group_size(128, 1, 1))) void ts_attention_decode_gqa(
    __global const float *b0, // q
    __global const ushort *b1, // kcache
    __global const ushort *b2, // vcache
    __global float *b3, // partial
    __global float *b4, // stats
    __global const int *s0, // len
    uint o0, // offset
    uint o1, // offset
    uint o2, // offset
    uint o3, // offset
    uint o4, // offset
    uint p0) // offset
{
    __local uint shared[2688];
    b0 += o0;
    b1 += o1;
    b2 += o2;
    b3 += o3;
    b4 += o4;
    s0 += p0;
    const int v1 = (int)get_group_id(0);
    const int v3 = s0[0];
    const int v10 = 0 < v3 ? (int)((uint)v3 - 1u) / 64 + 1 : 0;
    const int v12 = v10 * 2;
    const int v13 = (int)get_num_groups(0);
    const int v14 = (int)get_local_id(0);
    for (int v16 = v1; v16 < v12; v16 += v13) {
        const int v18 = v16 / v10;
        const int v20 = (int)((uint)v18 * 6u);
        const float v23 = b0[(int)((uint)v20 * 128u + (uint)v14)];
        const float v29 = b0[(int)(((uint)v20 + 1u) * 128u + (uint)v14)];
        const float v34 = b0[(int)(((uint)v20 + 2u) * 128u + (uint)v14)];
        const float v40 = b0[(int)(((uint)v20 + 3u) * 128u + (uint)v14)];
        const float v46 = b0[(int)(((uint)v20 + 4u) * 128u + (uint)v14)];
        const float v52 = b0[(int)(((uint)v20 + 5u) * 128u + (uint)v14)];
        const int v55 = (int)((uint)(v16 % v10) * 64u);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v14 + 1536] = as_uint(v23 * 0.088388346f);
        shared[v14 + 1664] = as_uint(v29 * 0.088388346f);
        const int v72 = v14 + 256;
        shared[v14 + 1792] = as_uint(v34 * 0.088388346f);
        shared[v14 + 1920] = as_uint(v40 * 0.088388346f);
        const int v83 = v14 + 512;
        shared[v14 + 2048] = as_uint(v46 * 0.088388346f);
        shared[v14 + 2176] = as_uint(v52 * 0.088388346f);
        const int v91 = min(v3, 4096);
        const int v92 = (int)((uint)v18 * 524288u);
        float v93 = -3.4028235e+38f;
        float v94 = -3.4028235e+38f;
        float v95 = -3.4028235e+38f;
        float v96 = -3.4028235e+38f;
        float v97 = -3.4028235e+38f;
        float v98 = -3.4028235e+38f;
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
        float v110 = 0.0f;
        float v111 = 0.0f;
        const int v113 = min(v3, (int)((uint)v55 + 64u));
        for (int v114 = v55; v114 < v113; v114 += 64) {
            const int v116 = min(v14, 63);
            const int v117 = v114 + v116;
            const bool v118 = v117 < v3;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            float v120 = 0.0f;
            float v121 = 0.0f;
            float v122 = 0.0f;
            float v123 = 0.0f;
            float v124 = 0.0f;
            float v125 = 0.0f;
            #pragma unroll 4
            for (int v126 = 0; v126 < 128; v126 += 1) {
                const uint v128 = shared[v126 + 1536];
                const bool v132 = 0 <= v117 && v117 < v91;
                const uint v137 = (uint)b1[v132 ? (int)((uint)v92 + (uint)v117 * 128u + (uint)v126) : 0];
                const float v142 = as_float((v132 ? v137 : 0u) << 16);
                v120 = fma(as_float(v128), v142, v120);
                const uint v147 = shared[v126 + 1664];
                v121 = fma(as_float(v147), v142, v121);
                const uint v153 = shared[v126 + 1792];
                v122 = fma(as_float(v153), v142, v122);
                const uint v159 = shared[v126 + 1920];
                v123 = fma(as_float(v159), v142, v123);
                const uint v165 = shared[v126 + 2048];
                v124 = fma(as_float(v165), v142, v124);
                const uint v171 = shared[v126 + 2176];
                v125 = fma(as_float(v171), v142, v125);
            }
            const bool v178 = v14 < 64;
            const float v180 = v118 ? v120 : -INFINITY;
            const float v184 = v118 ? v121 : -INFINITY;
            const float v188 = v118 ? v122 : -INFINITY;
            const float v192 = v118 ? v123 : -INFINITY;
            const float v196 = v118 ? v124 : -INFINITY;
            const float v200 = v118 ? v125 : -INFINITY;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            shared[v14] = as_uint(fmax(-INFINITY, v178 ? v180 : -INFINITY));
            shared[v72] = as_uint(fmax(-INFINITY, v178 ? v184 : -INFINITY));
            shared[v83] = as_uint(fmax(-INFINITY, v178 ? v188 : -INFINITY));
            const int v210 = v14 + 768;
            shared[v210] = as_uint(fmax(-INFINITY, v178 ? v192 : -INFINITY));
            const int v214 = v14 + 1024;
            shared[v214] = as_uint(fmax(-INFINITY, v178 ? v196 : -INFINITY));
            const int v218 = v14 + 1280;
            shared[v218] = as_uint(fmax(-INFINITY, v178 ? v200 : -INFINITY));
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v178) {
                const uint v223 = shared[v14];
                const uint v226 = shared[v14 + 64];
                shared[v14] = as_uint(fmax(as_float(v223), as_float(v226)));
                const uint v231 = shared[v72];
                const uint v235 = shared[v14 + 320];
                shared[v72] = as_uint(fmax(as_float(v231), as_float(v235)));
                const uint v240 = shared[v83];
                const uint v244 = shared[v14 + 576];
                shared[v83] = as_uint(fmax(as_float(v240), as_float(v244)));
                const uint v249 = shared[v210];
                const uint v253 = shared[v14 + 832];
                shared[v210] = as_uint(fmax(as_float(v249), as_float(v253)));
                const uint v258 = shared[v214];
                const uint v262 = shared[v14 + 1088];
                shared[v214] = as_uint(fmax(as_float(v258), as_float(v262)));
                const uint v267 = shared[v218];
                const uint v271 = shared[v14 + 1344];
                shared[v218] = as_uint(fmax(as_float(v267), as_float(v271)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v279 = v14 < 32;
            if (v279) {
                const uint v281 = shared[v14];
                const uint v284 = shared[v14 + 32];
                shared[v14] = as_uint(fmax(as_float(v281), as_float(v284)));
                const uint v289 = shared[v72];
                const uint v293 = shared[v14 + 288];
                shared[v72] = as_uint(fmax(as_float(v289), as_float(v293)));
                const uint v298 = shared[v83];
                const uint v302 = shared[v14 + 544];
                shared[v83] = as_uint(fmax(as_float(v298), as_float(v302)));
                const uint v307 = shared[v210];
                const uint v311 = shared[v14 + 800];
                shared[v210] = as_uint(fmax(as_float(v307), as_float(v311)));
                const uint v316 = shared[v214];
                const uint v320 = shared[v14 + 1056];
                shared[v214] = as_uint(fmax(as_float(v316), as_float(v320)));
                const uint v325 = shared[v218];
                const uint v329 = shared[v14 + 1312];
                shared[v218] = as_uint(fmax(as_float(v325), as_float(v329)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v337 = v14 < 16;
            if (v337) {
                const uint v339 = shared[v14];
                const uint v342 = shared[v14 + 16];
                shared[v14] = as_uint(fmax(as_float(v339), as_float(v342)));
                const uint v347 = shared[v72];
                const uint v351 = shared[v14 + 272];
                shared[v72] = as_uint(fmax(as_float(v347), as_float(v351)));
                const uint v356 = shared[v83];
                const uint v360 = shared[v14 + 528];
                shared[v83] = as_uint(fmax(as_float(v356), as_float(v360)));
                const uint v365 = shared[v210];
                const uint v369 = shared[v14 + 784];
                shared[v210] = as_uint(fmax(as_float(v365), as_float(v369)));
                const uint v374 = shared[v214];
                const uint v378 = shared[v14 + 1040];
                shared[v214] = as_uint(fmax(as_float(v374), as_float(v378)));
                const uint v383 = shared[v218];
                const uint v387 = shared[v14 + 1296];
                shared[v218] = as_uint(fmax(as_float(v383), as_float(v387)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v395 = v14 < 8;
            if (v395) {
                const uint v397 = shared[v14];
                const uint v400 = shared[v14 + 8];
                shared[v14] = as_uint(fmax(as_float(v397), as_float(v400)));
                const uint v405 = shared[v72];
                const uint v409 = shared[v14 + 264];
                shared[v72] = as_uint(fmax(as_float(v405), as_float(v409)));
                const uint v414 = shared[v83];
                const uint v418 = shared[v14 + 520];
                shared[v83] = as_uint(fmax(as_float(v414), as_float(v418)));
                const uint v423 = shared[v210];
                const uint v427 = shared[v14 + 776];
                shared[v210] = as_uint(fmax(as_float(v423), as_float(v427)));
                const uint v432 = shared[v214];
                const uint v436 = shared[v14 + 1032];
                shared[v214] = as_uint(fmax(as_float(v432), as_float(v436)));
                const uint v441 = shared[v218];
                const uint v445 = shared[v14 + 1288];
                shared[v218] = as_uint(fmax(as_float(v441), as_float(v445)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v452 = v14 < 4;
            if (v452) {
                const uint v454 = shared[v14];
                const uint v457 = shared[v14 + 4];
                shared[v14] = as_uint(fmax(as_float(v454), as_float(v457)));
                const uint v462 = shared[v72];
                const uint v466 = shared[v14 + 260];
                shared[v72] = as_uint(fmax(as_float(v462), as_float(v466)));
                const uint v471 = shared[v83];
                const uint v475 = shared[v14 + 516];
                shared[v83] = as_uint(fmax(as_float(v471), as_float(v475)));
                const uint v480 = shared[v210];
                const uint v484 = shared[v14 + 772];
                shared[v210] = as_uint(fmax(as_float(v480), as_float(v484)));
                const uint v489 = shared[v214];
                const uint v493 = shared[v14 + 1028];
                shared[v214] = as_uint(fmax(as_float(v489), as_float(v493)));
                const uint v498 = shared[v218];
                const uint v502 = shared[v14 + 1284];
                shared[v218] = as_uint(fmax(as_float(v498), as_float(v502)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v509 = v14 < 2;
            if (v509) {
                const uint v511 = shared[v14];
                const uint v514 = shared[v14 + 2];
                shared[v14] = as_uint(fmax(as_float(v511), as_float(v514)));
                const uint v519 = shared[v72];
                const uint v523 = shared[v14 + 258];
                shared[v72] = as_uint(fmax(as_float(v519), as_float(v523)));
                const uint v528 = shared[v83];
                const uint v532 = shared[v14 + 514];
                shared[v83] = as_uint(fmax(as_float(v528), as_float(v532)));
                const uint v537 = shared[v210];
                const uint v541 = shared[v14 + 770];
                shared[v210] = as_uint(fmax(as_float(v537), as_float(v541)));
                const uint v546 = shared[v214];
                const uint v550 = shared[v14 + 1026];
                shared[v214] = as_uint(fmax(as_float(v546), as_float(v550)));
                const uint v555 = shared[v218];
                const uint v559 = shared[v14 + 1282];
                shared[v218] = as_uint(fmax(as_float(v555), as_float(v559)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v566 = v14 < 1;
            if (v566) {
                const uint v568 = shared[v14];
                const uint v571 = shared[v14 + 1];
                shared[v14] = as_uint(fmax(as_float(v568), as_float(v571)));
                const uint v576 = shared[v72];
                const uint v580 = shared[v14 + 257];
                shared[v72] = as_uint(fmax(as_float(v576), as_float(v580)));
                const uint v585 = shared[v83];
                const uint v589 = shared[v14 + 513];
                shared[v83] = as_uint(fmax(as_float(v585), as_float(v589)));
                const uint v594 = shared[v210];
                const uint v598 = shared[v14 + 769];
                shared[v210] = as_uint(fmax(as_float(v594), as_float(v598)));
                const uint v603 = shared[v214];
                const uint v607 = shared[v14 + 1025];
                shared[v214] = as_uint(fmax(as_float(v603), as_float(v607)));
                const uint v612 = shared[v218];
                const uint v616 = shared[v14 + 1281];
                shared[v218] = as_uint(fmax(as_float(v612), as_float(v616)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v624 = shared[0];
            const float v626 = fmax(v93, as_float(v624));
            const float v628 = exp(v180 - v626);
            const uint v630 = shared[256];
            const float v632 = fmax(v94, as_float(v630));
            const float v634 = exp(v184 - v632);
            const uint v636 = shared[512];
            const float v638 = fmax(v95, as_float(v636));
            const float v640 = exp(v188 - v638);
            const uint v642 = shared[768];
            const float v644 = fmax(v96, as_float(v642));
            const float v646 = exp(v192 - v644);
            const uint v648 = shared[1024];
            const float v650 = fmax(v97, as_float(v648));
            const float v652 = exp(v196 - v650);
            const uint v654 = shared[1280];
            const float v656 = fmax(v98, as_float(v654));
            const float v658 = exp(v200 - v656);
            const float v661 = exp(v93 - v626);
            const float v664 = exp(v94 - v632);
            const float v667 = exp(v95 - v638);
            const float v670 = exp(v96 - v644);
            const float v673 = exp(v97 - v650);
            const float v676 = exp(v98 - v656);
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v178) {
                shared[v116 + 2304] = as_uint(v628);
            }
            if (v178) {
                shared[v116 + 2368] = as_uint(v634);
            }
            if (v178) {
                shared[v116 + 2432] = as_uint(v640);
            }
            if (v178) {
                shared[v116 + 2496] = as_uint(v646);
            }
            if (v178) {
                shared[v116 + 2560] = as_uint(v652);
            }
            if (v178) {
                shared[v116 + 2624] = as_uint(v658);
            }
            shared[v14] = as_uint(v178 ? v628 : 0.0f);
            shared[v72] = as_uint(v178 ? v634 : 0.0f);
            shared[v83] = as_uint(v178 ? v640 : 0.0f);
            shared[v210] = as_uint(v178 ? v646 : 0.0f);
            shared[v214] = as_uint(v178 ? v652 : 0.0f);
            shared[v218] = as_uint(v178 ? v658 : 0.0f);
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v178) {
                const uint v735 = shared[v14];
                const uint v738 = shared[v14 + 64];
                shared[v14] = as_uint(as_float(v735) + as_float(v738));
                const uint v743 = shared[v72];
                const uint v746 = shared[v14 + 320];
                shared[v72] = as_uint(as_float(v743) + as_float(v746));
                const uint v751 = shared[v83];
                const uint v755 = shared[v14 + 576];
                shared[v83] = as_uint(as_float(v751) + as_float(v755));
                const uint v760 = shared[v210];
                const uint v764 = shared[v14 + 832];
                shared[v210] = as_uint(as_float(v760) + as_float(v764));
                const uint v769 = shared[v214];
                const uint v773 = shared[v14 + 1088];
                shared[v214] = as_uint(as_float(v769) + as_float(v773));
                const uint v778 = shared[v218];
                const uint v782 = shared[v14 + 1344];
                shared[v218] = as_uint(as_float(v778) + as_float(v782));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v279) {
                const uint v790 = shared[v14];
                const uint v793 = shared[v14 + 32];
                shared[v14] = as_uint(as_float(v790) + as_float(v793));
                const uint v798 = shared[v72];
                const uint v802 = shared[v14 + 288];
                shared[v72] = as_uint(as_float(v798) + as_float(v802));
                const uint v807 = shared[v83];
                const uint v811 = shared[v14 + 544];
                shared[v83] = as_uint(as_float(v807) + as_float(v811));
                const uint v816 = shared[v210];
                const uint v820 = shared[v14 + 800];
                shared[v210] = as_uint(as_float(v816) + as_float(v820));
                const uint v825 = shared[v214];
                const uint v829 = shared[v14 + 1056];
                shared[v214] = as_uint(as_float(v825) + as_float(v829));
                const uint v834 = shared[v218];
                const uint v838 = shared[v14 + 1312];
                shared[v218] = as_uint(as_float(v834) + as_float(v838));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v337) {
                const uint v846 = shared[v14];
                const uint v849 = shared[v14 + 16];
                shared[v14] = as_uint(as_float(v846) + as_float(v849));
                const uint v854 = shared[v72];
                const uint v858 = shared[v14 + 272];
                shared[v72] = as_uint(as_float(v854) + as_float(v858));
                const uint v863 = shared[v83];
                const uint v867 = shared[v14 + 528];
                shared[v83] = as_uint(as_float(v863) + as_float(v867));
                const uint v872 = shared[v210];
                const uint v876 = shared[v14 + 784];
                shared[v210] = as_uint(as_float(v872) + as_float(v876));
                const uint v881 = shared[v214];
                const uint v885 = shared[v14 + 1040];
                shared[v214] = as_uint(as_float(v881) + as_float(v885));
                const uint v890 = shared[v218];
                const uint v894 = shared[v14 + 1296];
                shared[v218] = as_uint(as_float(v890) + as_float(v894));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v395) {
                const uint v902 = shared[v14];
                const uint v905 = shared[v14 + 8];
                shared[v14] = as_uint(as_float(v902) + as_float(v905));
                const uint v910 = shared[v72];
                const uint v914 = shared[v14 + 264];
                shared[v72] = as_uint(as_float(v910) + as_float(v914));
                const uint v919 = shared[v83];
                const uint v923 = shared[v14 + 520];
                shared[v83] = as_uint(as_float(v919) + as_float(v923));
                const uint v928 = shared[v210];
                const uint v932 = shared[v14 + 776];
                shared[v210] = as_uint(as_float(v928) + as_float(v932));
                const uint v937 = shared[v214];
                const uint v941 = shared[v14 + 1032];
                shared[v214] = as_uint(as_float(v937) + as_float(v941));
                const uint v946 = shared[v218];
                const uint v950 = shared[v14 + 1288];
                shared[v218] = as_uint(as_float(v946) + as_float(v950));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v452) {
                const uint v958 = shared[v14];
                const uint v961 = shared[v14 + 4];
                shared[v14] = as_uint(as_float(v958) + as_float(v961));
                const uint v966 = shared[v72];
                const uint v970 = shared[v14 + 260];
                shared[v72] = as_uint(as_float(v966) + as_float(v970));
                const uint v975 = shared[v83];
                const uint v979 = shared[v14 + 516];
                shared[v83] = as_uint(as_float(v975) + as_float(v979));
                const uint v984 = shared[v210];
                const uint v988 = shared[v14 + 772];
                shared[v210] = as_uint(as_float(v984) + as_float(v988));
                const uint v993 = shared[v214];
                const uint v997 = shared[v14 + 1028];
                shared[v214] = as_uint(as_float(v993) + as_float(v997));
                const uint v1002 = shared[v218];
                const uint v1006 = shared[v14 + 1284];
                shared[v218] = as_uint(as_float(v1002) + as_float(v1006));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v509) {
                const uint v1014 = shared[v14];
                const uint v1017 = shared[v14 + 2];
                shared[v14] = as_uint(as_float(v1014) + as_float(v1017));
                const uint v1022 = shared[v72];
                const uint v1026 = shared[v14 + 258];
                shared[v72] = as_uint(as_float(v1022) + as_float(v1026));
                const uint v1031 = shared[v83];
                const uint v1035 = shared[v14 + 514];
                shared[v83] = as_uint(as_float(v1031) + as_float(v1035));
                const uint v1040 = shared[v210];
                const uint v1044 = shared[v14 + 770];
                shared[v210] = as_uint(as_float(v1040) + as_float(v1044));
                const uint v1049 = shared[v214];
                const uint v1053 = shared[v14 + 1026];
                shared[v214] = as_uint(as_float(v1049) + as_float(v1053));
                const uint v1058 = shared[v218];
                const uint v1062 = shared[v14 + 1282];
                shared[v218] = as_uint(as_float(v1058) + as_float(v1062));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v566) {
                const uint v1070 = shared[v14];
                const uint v1073 = shared[v14 + 1];
                shared[v14] = as_uint(as_float(v1070) + as_float(v1073));
                const uint v1078 = shared[v72];
                const uint v1082 = shared[v14 + 257];
                shared[v72] = as_uint(as_float(v1078) + as_float(v1082));
                const uint v1087 = shared[v83];
                const uint v1091 = shared[v14 + 513];
                shared[v83] = as_uint(as_float(v1087) + as_float(v1091));
                const uint v1096 = shared[v210];
                const uint v1100 = shared[v14 + 769];
                shared[v210] = as_uint(as_float(v1096) + as_float(v1100));
                const uint v1105 = shared[v214];
                const uint v1109 = shared[v14 + 1025];
                shared[v214] = as_uint(as_float(v1105) + as_float(v1109));
                const uint v1114 = shared[v218];
                const uint v1118 = shared[v14 + 1281];
                shared[v218] = as_uint(as_float(v1114) + as_float(v1118));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v1126 = shared[0];
            const uint v1129 = shared[256];
            const uint v1131 = shared[512];
            const uint v1133 = shared[768];
            const uint v1135 = shared[1024];
            const uint v1137 = shared[1280];
            v100 = fma(v100, v661, as_float(v1126));
            v101 = fma(v101, v664, as_float(v1129));
            v102 = fma(v102, v667, as_float(v1131));
            v103 = fma(v103, v670, as_float(v1133));
            v104 = fma(v104, v673, as_float(v1135));
            v105 = fma(v105, v676, as_float(v1137));
            float v1167 = v106 * v661;
            float v1168 = v107 * v664;
            float v1169 = v108 * v667;
            float v1170 = v109 * v670;
            float v1171 = v110 * v673;
            float v1172 = v111 * v676;
            #pragma unroll 4
            for (int v1173 = 0; v1173 < 64; v1173 += 1) {
                const uint v1176 = shared[v1173 + 2304];
                const int v1178 = v114 + v1173;
                const bool v1181 = 0 <= v1178 && v1178 < v91;
                const uint v1186 = (uint)b2[v1181 ? (int)((uint)v92 + (uint)v1178 * 128u + (uint)v14) : 0];
                const float v1191 = as_float((v1181 ? v1186 : 0u) << 16);
                v1167 = fma(as_float(v1176), v1191, v1167);
                const uint v1197 = shared[v1173 + 2368];
                v1168 = fma(as_float(v1197), v1191, v1168);
                const uint v1204 = shared[v1173 + 2432];
                v1169 = fma(as_float(v1204), v1191, v1169);
                const uint v1211 = shared[v1173 + 2496];
                v1170 = fma(as_float(v1211), v1191, v1170);
                const uint v1218 = shared[v1173 + 2560];
                v1171 = fma(as_float(v1218), v1191, v1171);
                const uint v1225 = shared[v1173 + 2624];
                v1172 = fma(as_float(v1225), v1191, v1172);
            }
            const float v1232 = v1168;
            const float v1233 = v1169;
            const float v1234 = v1170;
            const float v1235 = v1171;
            const float v1236 = v1172;
            v106 = v1167;
            v107 = v1232;
            v108 = v1233;
            v109 = v1234;
            v110 = v1235;
            v111 = v1236;
            v93 = v626;
            v94 = v632;
            v95 = v638;
            v96 = v644;
            v97 = v650;
            v98 = v656;
        }
        const int v1252 = (int)((uint)v18 * 64u + (uint)(v55 / 64));
        const bool v1255 = 0 <= v1252 && v1252 < 128;
        const int v1256 = v1255 ? 6 : 0;
        const int v1258 = (int)((uint)v1252 * 768u);
        const int v1259 = (int)((uint)v1258 + (uint)v14);
        const float v1260 = v106;
        const int v1261 = v1255 ? 2 : 0;
        const int v1263 = 0 < v1261 ? 6 : 0;
        const int v1264 = (int)((uint)v1252 * 12u);
        const int v1266 = 1 < v1261 ? 6 : 0;
        const int v1267 = (int)((uint)v1264 + 6u);
        if (0 < v1256) {
            b3[v1259] = v1260;
        }
        const int v1273 = (int)((uint)v1258 + 128u + (uint)v14);
        const float v1274 = v107;
        if (1 < v1256) {
            b3[v1273] = v1274;
        }
        const int v1280 = (int)((uint)v1258 + 256u + (uint)v14);
        const float v1281 = v108;
        if (2 < v1256) {
            b3[v1280] = v1281;
        }
        const int v1287 = (int)((uint)v1258 + 384u + (uint)v14);
        const float v1288 = v109;
        if (3 < v1256) {
            b3[v1287] = v1288;
        }
        const int v1294 = (int)((uint)v1258 + 512u + (uint)v14);
        const float v1295 = v110;
        if (4 < v1256) {
            b3[v1294] = v1295;
        }
        const int v1301 = (int)((uint)v1258 + 640u + (uint)v14);
        const float v1302 = v111;
        if (5 < v1256) {
            b3[v1301] = v1302;
        }
        const bool v1306 = v14 == 0;
        if (v1306) {
            const float v1309 = v93;
            if (0 < v1263) {
                b4[v1264] = v1309;
            }
        }
        const bool v1314 = v14 == 1;
        if (v1314) {
            const int v1317 = (int)((uint)v1264 + 1u);
            const float v1318 = v94;
            if (1 < v1263) {
                b4[v1317] = v1318;
            }
        }
        const bool v1323 = v14 == 2;
        if (v1323) {
            const int v1326 = (int)((uint)v1264 + 2u);
            const float v1327 = v95;
            if (2 < v1263) {
                b4[v1326] = v1327;
            }
        }
        const bool v1332 = v14 == 3;
        if (v1332) {
            const int v1335 = (int)((uint)v1264 + 3u);
            const float v1336 = v96;
            if (3 < v1263) {
                b4[v1335] = v1336;
            }
        }
        const bool v1341 = v14 == 4;
        if (v1341) {
            const int v1344 = (int)((uint)v1264 + 4u);
            const float v1345 = v97;
            if (4 < v1263) {
                b4[v1344] = v1345;
            }
        }
        const bool v1350 = v14 == 5;
        if (v1350) {
            const int v1353 = (int)((uint)v1264 + 5u);
            const float v1354 = v98;
            if (5 < v1263) {
                b4[v1353] = v1354;
            }
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v1306) {
            const float v1362 = v100;
            if (0 < v1266) {
                b4[v1267] = v1362;
            }
        }
        if (v1314) {
            const int v1370 = (int)((uint)v1264 + 7u);
            const float v1371 = v101;
            if (1 < v1266) {
                b4[v1370] = v1371;
            }
        }
        if (v1323) {
            const int v1379 = (int)((uint)v1264 + 8u);
            const float v1380 = v102;
            if (2 < v1266) {
                b4[v1379] = v1380;
            }
        }
        if (v1332) {
            const int v1388 = (int)((uint)v1264 + 9u);
            const float v1389 = v103;
            if (3 < v1266) {
                b4[v1388] = v1389;
            }
        }
        if (v1341) {
            const int v1397 = (int)((uint)v1264 + 10u);
            const float v1398 = v104;
            if (4 < v1266) {
                b4[v1397] = v1398;
            }
        }
        if (v1350) {
            const int v1406 = (int)((uint)v1264 + 11u);
            const float v1407 = v105;
            if (5 < v1266) {
                b4[v1406] = v1407;
            }
        }
    }
}

// tessera kernel attention_decode_gqa entry ts_attention_decode_gqa__wide wide 1 params i32:q:32:12*128,i16:kcache:16:2*4096*128,i16:vcache:16:2*4096*128,w32:partial:32:128*6*128,w32:stats:32:128*2*6 sizes 1 threads 128 teams 1 count -1 shared 10752 cost 2100225
__kernel __attribute__((reqd_work_group_size(128, 1, 1))) void ts_attention_decode_gqa__wide(
    __global const float *b0, // q
    __global const ushort *b1, // kcache
    __global const ushort *b2, // vcache
    __global float *b3, // partial
    __global float *b4, // stats
    __global const int *s0, // len
    uint o0, // offset
    uint o1, // offset
    uint o2, // offset
    uint o3, // offset
    uint o4, // offset
    uint p0) // offset
{
    __local uint shared[2688];
    b0 += o0;
    b1 += o1;
    b2 += o2;
    b3 += o3;
    b4 += o4;
    s0 += p0;
    const int v1 = (int)get_group_id(0);
    const int v3 = s0[0];
    const int v10 = 0 < v3 ? (int)((uint)v3 - 1u) / 64 + 1 : 0;
    const int v12 = v10 * 2;
    const int v13 = (int)get_num_groups(0);
    const int v14 = (int)get_local_id(0);
    for (int v16 = v1; v16 < v12; v16 += v13) {
        const int v18 = v16 / v10;
        const int v20 = (int)((uint)v18 * 6u);
        const float v23 = b0[(int)((uint)v20 * 128u + (uint)v14)];
        const float v29 = b0[(int)(((uint)v20 + 1u) * 128u + (uint)v14)];
        const float v34 = b0[(int)(((uint)v20 + 2u) * 128u + (uint)v14)];
        const float v40 = b0[(int)(((uint)v20 + 3u) * 128u + (uint)v14)];
        const float v46 = b0[(int)(((uint)v20 + 4u) * 128u + (uint)v14)];
        const float v52 = b0[(int)(((uint)v20 + 5u) * 128u + (uint)v14)];
        const int v55 = (int)((uint)(v16 % v10) * 64u);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v14 + 1536] = as_uint(v23 * 0.088388346f);
        shared[v14 + 1664] = as_uint(v29 * 0.088388346f);
        const int v72 = v14 + 256;
        shared[v14 + 1792] = as_uint(v34 * 0.088388346f);
        shared[v14 + 1920] = as_uint(v40 * 0.088388346f);
        const int v83 = v14 + 512;
        shared[v14 + 2048] = as_uint(v46 * 0.088388346f);
        shared[v14 + 2176] = as_uint(v52 * 0.088388346f);
        const int v91 = min(v3, 4096);
        const int v92 = (int)((uint)v18 * 524288u);
        float v93 = -3.4028235e+38f;
        float v94 = -3.4028235e+38f;
        float v95 = -3.4028235e+38f;
        float v96 = -3.4028235e+38f;
        float v97 = -3.4028235e+38f;
        float v98 = -3.4028235e+38f;
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
        float v110 = 0.0f;
        float v111 = 0.0f;
        const int v113 = min(v3, (int)((uint)v55 + 64u));
        for (int v114 = v55; v114 < v113; v114 += 64) {
            const int v116 = min(v14, 63);
            const int v117 = v114 + v116;
            const bool v118 = v117 < v3;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            float v120 = 0.0f;
            float v121 = 0.0f;
            float v122 = 0.0f;
            float v123 = 0.0f;
            float v124 = 0.0f;
            float v125 = 0.0f;
            for (int v127 = 0; v127 < 128; v127 += 8) {
                const uint v129 = shared[v127 + 1536];
                const bool v133 = 0 <= v117 && v117 < v91;
                const int v138 = v133 ? (int)((uint)v92 + (uint)v117 * 128u + (uint)v127) >> 3 : 0;
                const uint4 v139 = ((__global const uint4 *)b1)[v138];
                const float v147 = as_float((v133 ? v139.x & 0xffffu : 0u) << 16);
                v120 = fma(as_float(v129), v147, v120);
                const uint v169 = shared[v127 + 1664];
                v121 = fma(as_float(v169), v147, v121);
                const uint v175 = shared[v127 + 1792];
                v122 = fma(as_float(v175), v147, v122);
                const uint v181 = shared[v127 + 1920];
                v123 = fma(as_float(v181), v147, v123);
                const uint v187 = shared[v127 + 2048];
                v124 = fma(as_float(v187), v147, v124);
                const uint v193 = shared[v127 + 2176];
                v125 = fma(as_float(v193), v147, v125);
                const uint v200 = shared[v127 + 1537];
                const float v203 = as_float((v133 ? v139.x >> 16 : 0u) << 16);
                v120 = fma(as_float(v200), v203, v120);
                const uint v209 = shared[v127 + 1665];
                v121 = fma(as_float(v209), v203, v121);
                const uint v216 = shared[v127 + 1793];
                v122 = fma(as_float(v216), v203, v122);
                const uint v223 = shared[v127 + 1921];
                v123 = fma(as_float(v223), v203, v123);
                const uint v230 = shared[v127 + 2049];
                v124 = fma(as_float(v230), v203, v124);
                const uint v237 = shared[v127 + 2177];
                v125 = fma(as_float(v237), v203, v125);
                const uint v244 = shared[v127 + 1538];
                const float v247 = as_float((v133 ? v139.y & 0xffffu : 0u) << 16);
                v120 = fma(as_float(v244), v247, v120);
                const uint v253 = shared[v127 + 1666];
                v121 = fma(as_float(v253), v247, v121);
                const uint v260 = shared[v127 + 1794];
                v122 = fma(as_float(v260), v247, v122);
                const uint v267 = shared[v127 + 1922];
                v123 = fma(as_float(v267), v247, v123);
                const uint v274 = shared[v127 + 2050];
                v124 = fma(as_float(v274), v247, v124);
                const uint v281 = shared[v127 + 2178];
                v125 = fma(as_float(v281), v247, v125);
                const uint v288 = shared[v127 + 1539];
                const float v291 = as_float((v133 ? v139.y >> 16 : 0u) << 16);
                v120 = fma(as_float(v288), v291, v120);
                const uint v297 = shared[v127 + 1667];
                v121 = fma(as_float(v297), v291, v121);
                const uint v304 = shared[v127 + 1795];
                v122 = fma(as_float(v304), v291, v122);
                const uint v311 = shared[v127 + 1923];
                v123 = fma(as_float(v311), v291, v123);
                const uint v318 = shared[v127 + 2051];
                v124 = fma(as_float(v318), v291, v124);
                const uint v325 = shared[v127 + 2179];
                v125 = fma(as_float(v325), v291, v125);
                const uint v332 = shared[v127 + 1540];
                const float v335 = as_float((v133 ? v139.z & 0xffffu : 0u) << 16);
                v120 = fma(as_float(v332), v335, v120);
                const uint v341 = shared[v127 + 1668];
                v121 = fma(as_float(v341), v335, v121);
                const uint v348 = shared[v127 + 1796];
                v122 = fma(as_float(v348), v335, v122);
                const uint v355 = shared[v127 + 1924];
                v123 = fma(as_float(v355), v335, v123);
                const uint v362 = shared[v127 + 2052];
                v124 = fma(as_float(v362), v335, v124);
                const uint v369 = shared[v127 + 2180];
                v125 = fma(as_float(v369), v335, v125);
                const uint v376 = shared[v127 + 1541];
                const float v379 = as_float((v133 ? v139.z >> 16 : 0u) << 16);
                v120 = fma(as_float(v376), v379, v120);
                const uint v385 = shared[v127 + 1669];
                v121 = fma(as_float(v385), v379, v121);
                const uint v392 = shared[v127 + 1797];
                v122 = fma(as_float(v392), v379, v122);
                const uint v399 = shared[v127 + 1925];
                v123 = fma(as_float(v399), v379, v123);
                const uint v406 = shared[v127 + 2053];
                v124 = fma(as_float(v406), v379, v124);
                const uint v413 = shared[v127 + 2181];
                v125 = fma(as_float(v413), v379, v125);
                const uint v420 = shared[v127 + 1542];
                const float v423 = as_float((v133 ? v139.w & 0xffffu : 0u) << 16);
                v120 = fma(as_float(v420), v423, v120);
                const uint v429 = shared[v127 + 1670];
                v121 = fma(as_float(v429), v423, v121);
                const uint v436 = shared[v127 + 1798];
                v122 = fma(as_float(v436), v423, v122);
                const uint v443 = shared[v127 + 1926];
                v123 = fma(as_float(v443), v423, v123);
                const uint v450 = shared[v127 + 2054];
                v124 = fma(as_float(v450), v423, v124);
                const uint v457 = shared[v127 + 2182];
                v125 = fma(as_float(v457), v423, v125);
                const uint v464 = shared[v127 + 1543];
                const float v467 = as_float((v133 ? v139.w >> 16 : 0u) << 16);
                v120 = fma(as_float(v464), v467, v120);
                const uint v473 = shared[v127 + 1671];
                v121 = fma(as_float(v473), v467, v121);
                const uint v480 = shared[v127 + 1799];
                v122 = fma(as_float(v480), v467, v122);
                const uint v487 = shared[v127 + 1927];
                v123 = fma(as_float(v487), v467, v123);
                const uint v494 = shared[v127 + 2055];
                v124 = fma(as_float(v494), v467, v124);
                const uint v501 = shared[v127 + 2183];
                v125 = fma(as_float(v501), v467, v125);
            }
            const bool v508 = v14 < 64;
            const float v510 = v118 ? v120 : -INFINITY;
            const float v514 = v118 ? v121 : -INFINITY;
            const float v518 = v118 ? v122 : -INFINITY;
            const float v522 = v118 ? v123 : -INFINITY;
            const float v526 = v118 ? v124 : -INFINITY;
            const float v530 = v118 ? v125 : -INFINITY;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            shared[v14] = as_uint(fmax(-INFINITY, v508 ? v510 : -INFINITY));
            shared[v72] = as_uint(fmax(-INFINITY, v508 ? v514 : -INFINITY));
            shared[v83] = as_uint(fmax(-INFINITY, v508 ? v518 : -INFINITY));
            const int v540 = v14 + 768;
            shared[v540] = as_uint(fmax(-INFINITY, v508 ? v522 : -INFINITY));
            const int v544 = v14 + 1024;
            shared[v544] = as_uint(fmax(-INFINITY, v508 ? v526 : -INFINITY));
            const int v548 = v14 + 1280;
            shared[v548] = as_uint(fmax(-INFINITY, v508 ? v530 : -INFINITY));
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v508) {
                const uint v553 = shared[v14];
                const uint v556 = shared[v14 + 64];
                shared[v14] = as_uint(fmax(as_float(v553), as_float(v556)));
                const uint v561 = shared[v72];
                const uint v565 = shared[v14 + 320];
                shared[v72] = as_uint(fmax(as_float(v561), as_float(v565)));
                const uint v570 = shared[v83];
                const uint v574 = shared[v14 + 576];
                shared[v83] = as_uint(fmax(as_float(v570), as_float(v574)));
                const uint v579 = shared[v540];
                const uint v583 = shared[v14 + 832];
                shared[v540] = as_uint(fmax(as_float(v579), as_float(v583)));
                const uint v588 = shared[v544];
                const uint v592 = shared[v14 + 1088];
                shared[v544] = as_uint(fmax(as_float(v588), as_float(v592)));
                const uint v597 = shared[v548];
                const uint v601 = shared[v14 + 1344];
                shared[v548] = as_uint(fmax(as_float(v597), as_float(v601)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v609 = v14 < 32;
            if (v609) {
                const uint v611 = shared[v14];
                const uint v614 = shared[v14 + 32];
                shared[v14] = as_uint(fmax(as_float(v611), as_float(v614)));
                const uint v619 = shared[v72];
                const uint v623 = shared[v14 + 288];
                shared[v72] = as_uint(fmax(as_float(v619), as_float(v623)));
                const uint v628 = shared[v83];
                const uint v632 = shared[v14 + 544];
                shared[v83] = as_uint(fmax(as_float(v628), as_float(v632)));
                const uint v637 = shared[v540];
                const uint v641 = shared[v14 + 800];
                shared[v540] = as_uint(fmax(as_float(v637), as_float(v641)));
                const uint v646 = shared[v544];
                const uint v650 = shared[v14 + 1056];
                shared[v544] = as_uint(fmax(as_float(v646), as_float(v650)));
                const uint v655 = shared[v548];
                const uint v659 = shared[v14 + 1312];
                shared[v548] = as_uint(fmax(as_float(v655), as_float(v659)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v667 = v14 < 16;
            if (v667) {
                const uint v669 = shared[v14];
                const uint v672 = shared[v14 + 16];
                shared[v14] = as_uint(fmax(as_float(v669), as_float(v672)));
                const uint v677 = shared[v72];
                const uint v681 = shared[v14 + 272];
                shared[v72] = as_uint(fmax(as_float(v677), as_float(v681)));
                const uint v686 = shared[v83];
                const uint v690 = shared[v14 + 528];
                shared[v83] = as_uint(fmax(as_float(v686), as_float(v690)));
                const uint v695 = shared[v540];
                const uint v699 = shared[v14 + 784];
                shared[v540] = as_uint(fmax(as_float(v695), as_float(v699)));
                const uint v704 = shared[v544];
                const uint v708 = shared[v14 + 1040];
                shared[v544] = as_uint(fmax(as_float(v704), as_float(v708)));
                const uint v713 = shared[v548];
                const uint v717 = shared[v14 + 1296];
                shared[v548] = as_uint(fmax(as_float(v713), as_float(v717)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v724 = v14 < 8;
            if (v724) {
                const uint v726 = shared[v14];
                const uint v729 = shared[v14 + 8];
                shared[v14] = as_uint(fmax(as_float(v726), as_float(v729)));
                const uint v734 = shared[v72];
                const uint v738 = shared[v14 + 264];
                shared[v72] = as_uint(fmax(as_float(v734), as_float(v738)));
                const uint v743 = shared[v83];
                const uint v747 = shared[v14 + 520];
                shared[v83] = as_uint(fmax(as_float(v743), as_float(v747)));
                const uint v752 = shared[v540];
                const uint v756 = shared[v14 + 776];
                shared[v540] = as_uint(fmax(as_float(v752), as_float(v756)));
                const uint v761 = shared[v544];
                const uint v765 = shared[v14 + 1032];
                shared[v544] = as_uint(fmax(as_float(v761), as_float(v765)));
                const uint v770 = shared[v548];
                const uint v774 = shared[v14 + 1288];
                shared[v548] = as_uint(fmax(as_float(v770), as_float(v774)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v781 = v14 < 4;
            if (v781) {
                const uint v783 = shared[v14];
                const uint v786 = shared[v14 + 4];
                shared[v14] = as_uint(fmax(as_float(v783), as_float(v786)));
                const uint v791 = shared[v72];
                const uint v795 = shared[v14 + 260];
                shared[v72] = as_uint(fmax(as_float(v791), as_float(v795)));
                const uint v800 = shared[v83];
                const uint v804 = shared[v14 + 516];
                shared[v83] = as_uint(fmax(as_float(v800), as_float(v804)));
                const uint v809 = shared[v540];
                const uint v813 = shared[v14 + 772];
                shared[v540] = as_uint(fmax(as_float(v809), as_float(v813)));
                const uint v818 = shared[v544];
                const uint v822 = shared[v14 + 1028];
                shared[v544] = as_uint(fmax(as_float(v818), as_float(v822)));
                const uint v827 = shared[v548];
                const uint v831 = shared[v14 + 1284];
                shared[v548] = as_uint(fmax(as_float(v827), as_float(v831)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v838 = v14 < 2;
            if (v838) {
                const uint v840 = shared[v14];
                const uint v843 = shared[v14 + 2];
                shared[v14] = as_uint(fmax(as_float(v840), as_float(v843)));
                const uint v848 = shared[v72];
                const uint v852 = shared[v14 + 258];
                shared[v72] = as_uint(fmax(as_float(v848), as_float(v852)));
                const uint v857 = shared[v83];
                const uint v861 = shared[v14 + 514];
                shared[v83] = as_uint(fmax(as_float(v857), as_float(v861)));
                const uint v866 = shared[v540];
                const uint v870 = shared[v14 + 770];
                shared[v540] = as_uint(fmax(as_float(v866), as_float(v870)));
                const uint v875 = shared[v544];
                const uint v879 = shared[v14 + 1026];
                shared[v544] = as_uint(fmax(as_float(v875), as_float(v879)));
                const uint v884 = shared[v548];
                const uint v888 = shared[v14 + 1282];
                shared[v548] = as_uint(fmax(as_float(v884), as_float(v888)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v895 = v14 < 1;
            if (v895) {
                const uint v897 = shared[v14];
                const uint v900 = shared[v14 + 1];
                shared[v14] = as_uint(fmax(as_float(v897), as_float(v900)));
                const uint v905 = shared[v72];
                const uint v909 = shared[v14 + 257];
                shared[v72] = as_uint(fmax(as_float(v905), as_float(v909)));
                const uint v914 = shared[v83];
                const uint v918 = shared[v14 + 513];
                shared[v83] = as_uint(fmax(as_float(v914), as_float(v918)));
                const uint v923 = shared[v540];
                const uint v927 = shared[v14 + 769];
                shared[v540] = as_uint(fmax(as_float(v923), as_float(v927)));
                const uint v932 = shared[v544];
                const uint v936 = shared[v14 + 1025];
                shared[v544] = as_uint(fmax(as_float(v932), as_float(v936)));
                const uint v941 = shared[v548];
                const uint v945 = shared[v14 + 1281];
                shared[v548] = as_uint(fmax(as_float(v941), as_float(v945)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v953 = shared[0];
            const float v955 = fmax(v93, as_float(v953));
            const float v957 = exp(v510 - v955);
            const uint v959 = shared[256];
            const float v961 = fmax(v94, as_float(v959));
            const float v963 = exp(v514 - v961);
            const uint v965 = shared[512];
            const float v967 = fmax(v95, as_float(v965));
            const float v969 = exp(v518 - v967);
            const uint v971 = shared[768];
            const float v973 = fmax(v96, as_float(v971));
            const float v975 = exp(v522 - v973);
            const uint v977 = shared[1024];
            const float v979 = fmax(v97, as_float(v977));
            const float v981 = exp(v526 - v979);
            const uint v983 = shared[1280];
            const float v985 = fmax(v98, as_float(v983));
            const float v987 = exp(v530 - v985);
            const float v990 = exp(v93 - v955);
            const float v993 = exp(v94 - v961);
            const float v996 = exp(v95 - v967);
            const float v999 = exp(v96 - v973);
            const float v1002 = exp(v97 - v979);
            const float v1005 = exp(v98 - v985);
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v508) {
                shared[v116 + 2304] = as_uint(v957);
            }
            if (v508) {
                shared[v116 + 2368] = as_uint(v963);
            }
            if (v508) {
                shared[v116 + 2432] = as_uint(v969);
            }
            if (v508) {
                shared[v116 + 2496] = as_uint(v975);
            }
            if (v508) {
                shared[v116 + 2560] = as_uint(v981);
            }
            if (v508) {
                shared[v116 + 2624] = as_uint(v987);
            }
            shared[v14] = as_uint(v508 ? v957 : 0.0f);
            shared[v72] = as_uint(v508 ? v963 : 0.0f);
            shared[v83] = as_uint(v508 ? v969 : 0.0f);
            shared[v540] = as_uint(v508 ? v975 : 0.0f);
            shared[v544] = as_uint(v508 ? v981 : 0.0f);
            shared[v548] = as_uint(v508 ? v987 : 0.0f);
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v508) {
                const uint v1064 = shared[v14];
                const uint v1067 = shared[v14 + 64];
                shared[v14] = as_uint(as_float(v1064) + as_float(v1067));
                const uint v1072 = shared[v72];
                const uint v1075 = shared[v14 + 320];
                shared[v72] = as_uint(as_float(v1072) + as_float(v1075));
                const uint v1080 = shared[v83];
                const uint v1084 = shared[v14 + 576];
                shared[v83] = as_uint(as_float(v1080) + as_float(v1084));
                const uint v1089 = shared[v540];
                const uint v1093 = shared[v14 + 832];
                shared[v540] = as_uint(as_float(v1089) + as_float(v1093));
                const uint v1098 = shared[v544];
                const uint v1102 = shared[v14 + 1088];
                shared[v544] = as_uint(as_float(v1098) + as_float(v1102));
                const uint v1107 = shared[v548];
                const uint v1111 = shared[v14 + 1344];
                shared[v548] = as_uint(as_float(v1107) + as_float(v1111));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v609) {
                const uint v1119 = shared[v14];
                const uint v1122 = shared[v14 + 32];
                shared[v14] = as_uint(as_float(v1119) + as_float(v1122));
                const uint v1127 = shared[v72];
                const uint v1131 = shared[v14 + 288];
                shared[v72] = as_uint(as_float(v1127) + as_float(v1131));
                const uint v1136 = shared[v83];
                const uint v1140 = shared[v14 + 544];
                shared[v83] = as_uint(as_float(v1136) + as_float(v1140));
                const uint v1145 = shared[v540];
                const uint v1149 = shared[v14 + 800];
                shared[v540] = as_uint(as_float(v1145) + as_float(v1149));
                const uint v1154 = shared[v544];
                const uint v1158 = shared[v14 + 1056];
                shared[v544] = as_uint(as_float(v1154) + as_float(v1158));
                const uint v1163 = shared[v548];
                const uint v1167 = shared[v14 + 1312];
                shared[v548] = as_uint(as_float(v1163) + as_float(v1167));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v667) {
                const uint v1175 = shared[v14];
                const uint v1178 = shared[v14 + 16];
                shared[v14] = as_uint(as_float(v1175) + as_float(v1178));
                const uint v1183 = shared[v72];
                const uint v1187 = shared[v14 + 272];
                shared[v72] = as_uint(as_float(v1183) + as_float(v1187));
                const uint v1192 = shared[v83];
                const uint v1196 = shared[v14 + 528];
                shared[v83] = as_uint(as_float(v1192) + as_float(v1196));
                const uint v1201 = shared[v540];
                const uint v1205 = shared[v14 + 784];
                shared[v540] = as_uint(as_float(v1201) + as_float(v1205));
                const uint v1210 = shared[v544];
                const uint v1214 = shared[v14 + 1040];
                shared[v544] = as_uint(as_float(v1210) + as_float(v1214));
                const uint v1219 = shared[v548];
                const uint v1223 = shared[v14 + 1296];
                shared[v548] = as_uint(as_float(v1219) + as_float(v1223));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v724) {
                const uint v1231 = shared[v14];
                const uint v1234 = shared[v14 + 8];
                shared[v14] = as_uint(as_float(v1231) + as_float(v1234));
                const uint v1239 = shared[v72];
                const uint v1243 = shared[v14 + 264];
                shared[v72] = as_uint(as_float(v1239) + as_float(v1243));
                const uint v1248 = shared[v83];
                const uint v1252 = shared[v14 + 520];
                shared[v83] = as_uint(as_float(v1248) + as_float(v1252));
                const uint v1257 = shared[v540];
                const uint v1261 = shared[v14 + 776];
                shared[v540] = as_uint(as_float(v1257) + as_float(v1261));
                const uint v1266 = shared[v544];
                const uint v1270 = shared[v14 + 1032];
                shared[v544] = as_uint(as_float(v1266) + as_float(v1270));
                const uint v1275 = shared[v548];
                const uint v1279 = shared[v14 + 1288];
                shared[v548] = as_uint(as_float(v1275) + as_float(v1279));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v781) {
                const uint v1287 = shared[v14];
                const uint v1290 = shared[v14 + 4];
                shared[v14] = as_uint(as_float(v1287) + as_float(v1290));
                const uint v1295 = shared[v72];
                const uint v1299 = shared[v14 + 260];
                shared[v72] = as_uint(as_float(v1295) + as_float(v1299));
                const uint v1304 = shared[v83];
                const uint v1308 = shared[v14 + 516];
                shared[v83] = as_uint(as_float(v1304) + as_float(v1308));
                const uint v1313 = shared[v540];
                const uint v1317 = shared[v14 + 772];
                shared[v540] = as_uint(as_float(v1313) + as_float(v1317));
                const uint v1322 = shared[v544];
                const uint v1326 = shared[v14 + 1028];
                shared[v544] = as_uint(as_float(v1322) + as_float(v1326));
                const uint v1331 = shared[v548];
                const uint v1335 = shared[v14 + 1284];
                shared[v548] = as_uint(as_float(v1331) + as_float(v1335));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v838) {
                const uint v1343 = shared[v14];
                const uint v1346 = shared[v14 + 2];
                shared[v14] = as_uint(as_float(v1343) + as_float(v1346));
                const uint v1351 = shared[v72];
                const uint v1355 = shared[v14 + 258];
                shared[v72] = as_uint(as_float(v1351) + as_float(v1355));
                const uint v1360 = shared[v83];
                const uint v1364 = shared[v14 + 514];
                shared[v83] = as_uint(as_float(v1360) + as_float(v1364));
                const uint v1369 = shared[v540];
                const uint v1373 = shared[v14 + 770];
                shared[v540] = as_uint(as_float(v1369) + as_float(v1373));
                const uint v1378 = shared[v544];
                const uint v1382 = shared[v14 + 1026];
                shared[v544] = as_uint(as_float(v1378) + as_float(v1382));
                const uint v1387 = shared[v548];
                const uint v1391 = shared[v14 + 1282];
                shared[v548] = as_uint(as_float(v1387) + as_float(v1391));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v895) {
                const uint v1399 = shared[v14];
                const uint v1402 = shared[v14 + 1];
                shared[v14] = as_uint(as_float(v1399) + as_float(v1402));
                const uint v1407 = shared[v72];
                const uint v1411 = shared[v14 + 257];
                shared[v72] = as_uint(as_float(v1407) + as_float(v1411));
                const uint v1416 = shared[v83];
                const uint v1420 = shared[v14 + 513];
                shared[v83] = as_uint(as_float(v1416) + as_float(v1420));
                const uint v1425 = shared[v540];
                const uint v1429 = shared[v14 + 769];
                shared[v540] = as_uint(as_float(v1425) + as_float(v1429));
                const uint v1434 = shared[v544];
                const uint v1438 = shared[v14 + 1025];
                shared[v544] = as_uint(as_float(v1434) + as_float(v1438));
                const uint v1443 = shared[v548];
                const uint v1447 = shared[v14 + 1281];
                shared[v548] = as_uint(as_float(v1443) + as_float(v1447));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v1455 = shared[0];
            const uint v1458 = shared[256];
            const uint v1460 = shared[512];
            const uint v1462 = shared[768];
            const uint v1464 = shared[1024];
            const uint v1466 = shared[1280];
            v100 = fma(v100, v990, as_float(v1455));
            v101 = fma(v101, v993, as_float(v1458));
            v102 = fma(v102, v996, as_float(v1460));
            v103 = fma(v103, v999, as_float(v1462));
            v104 = fma(v104, v1002, as_float(v1464));
            v105 = fma(v105, v1005, as_float(v1466));
            float v1496 = v106 * v990;
            float v1497 = v107 * v993;
            float v1498 = v108 * v996;
            float v1499 = v109 * v999;
            float v1500 = v110 * v1002;
            float v1501 = v111 * v1005;
            #pragma unroll 4
            for (int v1502 = 0; v1502 < 64; v1502 += 1) {
                const uint v1505 = shared[v1502 + 2304];
                const int v1507 = v114 + v1502;
                const bool v1510 = 0 <= v1507 && v1507 < v91;
                const uint v1515 = (uint)b2[v1510 ? (int)((uint)v92 + (uint)v1507 * 128u + (uint)v14) : 0];
                const float v1520 = as_float((v1510 ? v1515 : 0u) << 16);
                v1496 = fma(as_float(v1505), v1520, v1496);
                const uint v1526 = shared[v1502 + 2368];
                v1497 = fma(as_float(v1526), v1520, v1497);
                const uint v1533 = shared[v1502 + 2432];
                v1498 = fma(as_float(v1533), v1520, v1498);
                const uint v1540 = shared[v1502 + 2496];
                v1499 = fma(as_float(v1540), v1520, v1499);
                const uint v1547 = shared[v1502 + 2560];
                v1500 = fma(as_float(v1547), v1520, v1500);
                const uint v1554 = shared[v1502 + 2624];
                v1501 = fma(as_float(v1554), v1520, v1501);
            }
            const float v1561 = v1497;
            const float v1562 = v1498;
            const float v1563 = v1499;
            const float v1564 = v1500;
            const float v1565 = v1501;
            v106 = v1496;
            v107 = v1561;
            v108 = v1562;
            v109 = v1563;
            v110 = v1564;
            v111 = v1565;
            v93 = v955;
            v94 = v961;
            v95 = v967;
            v96 = v973;
            v97 = v979;
            v98 = v985;
        }
        const int v1581 = (int)((uint)v18 * 64u + (uint)(v55 / 64));
        const bool v1584 = 0 <= v1581 && v1581 < 128;
        const int v1585 = v1584 ? 6 : 0;
        const int v1587 = (int)((uint)v1581 * 768u);
        const int v1588 = (int)((uint)v1587 + (uint)v14);
        const float v1589 = v106;
        const int v1590 = v1584 ? 2 : 0;
        const int v1592 = 0 < v1590 ? 6 : 0;
        const int v1593 = (int)((uint)v1581 * 12u);
        const int v1595 = 1 < v1590 ? 6 : 0;
        const int v1596 = (int)((uint)v1593 + 6u);
        if (0 < v1585) {
            b3[v1588] = v1589;
        }
        const int v1602 = (int)((uint)v1587 + 128u + (uint)v14);
        const float v1603 = v107;
        if (1 < v1585) {
            b3[v1602] = v1603;
        }
        const int v1609 = (int)((uint)v1587 + 256u + (uint)v14);
        const float v1610 = v108;
        if (2 < v1585) {
            b3[v1609] = v1610;
        }
        const int v1616 = (int)((uint)v1587 + 384u + (uint)v14);
        const float v1617 = v109;
        if (3 < v1585) {
            b3[v1616] = v1617;
        }
        const int v1623 = (int)((uint)v1587 + 512u + (uint)v14);
        const float v1624 = v110;
        if (4 < v1585) {
            b3[v1623] = v1624;
        }
        const int v1630 = (int)((uint)v1587 + 640u + (uint)v14);
        const float v1631 = v111;
        if (5 < v1585) {
            b3[v1630] = v1631;
        }
        const bool v1635 = v14 == 0;
        if (v1635) {
            const float v1638 = v93;
            if (0 < v1592) {
                b4[v1593] = v1638;
            }
        }
        const bool v1643 = v14 == 1;
        if (v1643) {
            const int v1646 = (int)((uint)v1593 + 1u);
            const float v1647 = v94;
            if (1 < v1592) {
                b4[v1646] = v1647;
            }
        }
        const bool v1652 = v14 == 2;
        if (v1652) {
            const int v1655 = (int)((uint)v1593 + 2u);
            const float v1656 = v95;
            if (2 < v1592) {
                b4[v1655] = v1656;
            }
        }
        const bool v1661 = v14 == 3;
        if (v1661) {
            const int v1664 = (int)((uint)v1593 + 3u);
            const float v1665 = v96;
            if (3 < v1592) {
                b4[v1664] = v1665;
            }
        }
        const bool v1670 = v14 == 4;
        if (v1670) {
            const int v1673 = (int)((uint)v1593 + 4u);
            const float v1674 = v97;
            if (4 < v1592) {
                b4[v1673] = v1674;
            }
        }
        const bool v1679 = v14 == 5;
        if (v1679) {
            const int v1682 = (int)((uint)v1593 + 5u);
            const float v1683 = v98;
            if (5 < v1592) {
                b4[v1682] = v1683;
            }
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v1635) {
            const float v1691 = v100;
            if (0 < v1595) {
                b4[v1596] = v1691;
            }
        }
        if (v1643) {
            const int v1699 = (int)((uint)v1593 + 7u);
            const float v1700 = v101;
            if (1 < v1595) {
                b4[v1699] = v1700;
            }
        }
        if (v1652) {
            const int v1708 = (int)((uint)v1593 + 8u);
            const float v1709 = v102;
            if (2 < v1595) {
                b4[v1708] = v1709;
            }
        }
        if (v1661) {
            const int v1717 = (int)((uint)v1593 + 9u);
            const float v1718 = v103;
            if (3 < v1595) {
                b4[v1717] = v1718;
            }
        }
        if (v1670) {
            const int v1726 = (int)((uint)v1593 + 10u);
            const float v1727 = v104;
            if (4 < v1595) {
                b4[v1726] = v1727;
            }
        }
        if (v1679) {
            const int v1735 = (int)((uint)v1593 + 11u);
            const float v1736 = v105;
            if (5 < v1595) {
                b4[v1735] = v1736;
            }
        }
    }
}

// tessera kernel attention_decode_gqa__final entry ts_attention_decode_gqa__final wide 0 params i32:partial:32:128*6*128,i32:stats:32:128*2*6,o32:o:32:12*128 sizes 1 threads 128 teams 1 count 12 shared 0 cost 33281
__kernel __attribute__((reqd_work_group_size(128, 1, 1))) void ts_attention_decode_gqa__final(
    __global const float *b0, // partial
    __global const float *b1, // stats
    __global float *b2, // o
    __global const int *s0, // len
    uint o0, // offset
    uint o1, // offset
    uint o2, // offset
    uint p0) // offset
{
    b0 += o0;
    b1 += o1;
    b2 += o2;
    s0 += p0;
    const int v1 = (int)get_group_id(0);
    const int v3 = (int)get_num_groups(0);
    const int v7 = (int)get_local_id(0);
    for (int v8 = v1; v8 < 12; v8 += v3) {
        const int v10 = s0[0];
        const int v12 = v8 % 6;
        const int v13 = v8 / 6;
        float v16 = -3.4028235e+38f;
        float v18 = 0.0f;
        float v19 = 0.0f;
        const int v24 = v10 / 64 + min(v10 % 64, 1);
        #pragma unroll 4
        for (int v25 = 0; v25 < v24; v25 += 1) {
            const bool v29 = 0 <= v12;
            const int v31 = v13 * 64 + v25;
            const bool v34 = 0 <= v31 && v31 < 128;
            const int v35 = v34 ? 2 : 0;
            const bool v39 = v29 && v12 < (0 < v35 ? 6 : 0);
            const int v40 = v31 * 12;
            const float v43 = b1[v39 ? v40 + v12 : 0];
            const float v44 = v39 ? v43 : 0.0f;
            const float v45 = fmax(v16, v44);
            const float v47 = exp(v16 - v45);
            const bool v51 = v29 && v12 < (1 < v35 ? 6 : 0);
            const float v55 = b1[v51 ? v40 + 6 + v12 : 0];
            const float v58 = exp(v44 - v45);
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
