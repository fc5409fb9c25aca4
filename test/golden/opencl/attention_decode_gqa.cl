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
        float v93 = -1e+30f;
        float v94 = -1e+30f;
        float v95 = -1e+30f;
        float v96 = -1e+30f;
        float v97 = -1e+30f;
        float v98 = -1e+30f;
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
        const int v115 = min(min(v3, (int)((uint)v55 + 64u)), 2147483583);
        for (int v116 = v55; v116 < v115; v116 += 64) {
            const int v118 = min(v14, 63);
            const int v119 = v116 + v118;
            const bool v120 = v119 < v3;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            float v122 = 0.0f;
            float v123 = 0.0f;
            float v124 = 0.0f;
            float v125 = 0.0f;
            float v126 = 0.0f;
            float v127 = 0.0f;
            #pragma unroll 4
            for (int v128 = 0; v128 < 128; v128 += 1) {
                const uint v130 = shared[v128 + 1536];
                const bool v134 = 0 <= v119 && v119 < v91;
                const uint v139 = (uint)b1[v134 ? (int)((uint)v92 + (uint)v119 * 128u + (uint)v128) : 0];
                const float v144 = as_float((v134 ? v139 : 0u) << 16);
                v122 = fma(as_float(v130), v144, v122);
                const uint v149 = shared[v128 + 1664];
                v123 = fma(as_float(v149), v144, v123);
                const uint v155 = shared[v128 + 1792];
                v124 = fma(as_float(v155), v144, v124);
                const uint v161 = shared[v128 + 1920];
                v125 = fma(as_float(v161), v144, v125);
                const uint v167 = shared[v128 + 2048];
                v126 = fma(as_float(v167), v144, v126);
                const uint v173 = shared[v128 + 2176];
                v127 = fma(as_float(v173), v144, v127);
            }
            const bool v180 = v14 < 64;
            const float v182 = v120 ? v122 : -1e+30f;
            const float v186 = v120 ? v123 : -1e+30f;
            const float v190 = v120 ? v124 : -1e+30f;
            const float v194 = v120 ? v125 : -1e+30f;
            const float v198 = v120 ? v126 : -1e+30f;
            const float v202 = v120 ? v127 : -1e+30f;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            shared[v14] = as_uint(fmax(-INFINITY, v180 ? v182 : -INFINITY));
            shared[v72] = as_uint(fmax(-INFINITY, v180 ? v186 : -INFINITY));
            shared[v83] = as_uint(fmax(-INFINITY, v180 ? v190 : -INFINITY));
            const int v212 = v14 + 768;
            shared[v212] = as_uint(fmax(-INFINITY, v180 ? v194 : -INFINITY));
            const int v216 = v14 + 1024;
            shared[v216] = as_uint(fmax(-INFINITY, v180 ? v198 : -INFINITY));
            const int v220 = v14 + 1280;
            shared[v220] = as_uint(fmax(-INFINITY, v180 ? v202 : -INFINITY));
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v180) {
                const uint v225 = shared[v14];
                const uint v228 = shared[v14 + 64];
                shared[v14] = as_uint(fmax(as_float(v225), as_float(v228)));
                const uint v233 = shared[v72];
                const uint v237 = shared[v14 + 320];
                shared[v72] = as_uint(fmax(as_float(v233), as_float(v237)));
                const uint v242 = shared[v83];
                const uint v246 = shared[v14 + 576];
                shared[v83] = as_uint(fmax(as_float(v242), as_float(v246)));
                const uint v251 = shared[v212];
                const uint v255 = shared[v14 + 832];
                shared[v212] = as_uint(fmax(as_float(v251), as_float(v255)));
                const uint v260 = shared[v216];
                const uint v264 = shared[v14 + 1088];
                shared[v216] = as_uint(fmax(as_float(v260), as_float(v264)));
                const uint v269 = shared[v220];
                const uint v273 = shared[v14 + 1344];
                shared[v220] = as_uint(fmax(as_float(v269), as_float(v273)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v281 = v14 < 32;
            if (v281) {
                const uint v283 = shared[v14];
                const uint v286 = shared[v14 + 32];
                shared[v14] = as_uint(fmax(as_float(v283), as_float(v286)));
                const uint v291 = shared[v72];
                const uint v295 = shared[v14 + 288];
                shared[v72] = as_uint(fmax(as_float(v291), as_float(v295)));
                const uint v300 = shared[v83];
                const uint v304 = shared[v14 + 544];
                shared[v83] = as_uint(fmax(as_float(v300), as_float(v304)));
                const uint v309 = shared[v212];
                const uint v313 = shared[v14 + 800];
                shared[v212] = as_uint(fmax(as_float(v309), as_float(v313)));
                const uint v318 = shared[v216];
                const uint v322 = shared[v14 + 1056];
                shared[v216] = as_uint(fmax(as_float(v318), as_float(v322)));
                const uint v327 = shared[v220];
                const uint v331 = shared[v14 + 1312];
                shared[v220] = as_uint(fmax(as_float(v327), as_float(v331)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v339 = v14 < 16;
            if (v339) {
                const uint v341 = shared[v14];
                const uint v344 = shared[v14 + 16];
                shared[v14] = as_uint(fmax(as_float(v341), as_float(v344)));
                const uint v349 = shared[v72];
                const uint v353 = shared[v14 + 272];
                shared[v72] = as_uint(fmax(as_float(v349), as_float(v353)));
                const uint v358 = shared[v83];
                const uint v362 = shared[v14 + 528];
                shared[v83] = as_uint(fmax(as_float(v358), as_float(v362)));
                const uint v367 = shared[v212];
                const uint v371 = shared[v14 + 784];
                shared[v212] = as_uint(fmax(as_float(v367), as_float(v371)));
                const uint v376 = shared[v216];
                const uint v380 = shared[v14 + 1040];
                shared[v216] = as_uint(fmax(as_float(v376), as_float(v380)));
                const uint v385 = shared[v220];
                const uint v389 = shared[v14 + 1296];
                shared[v220] = as_uint(fmax(as_float(v385), as_float(v389)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v397 = v14 < 8;
            if (v397) {
                const uint v399 = shared[v14];
                const uint v402 = shared[v14 + 8];
                shared[v14] = as_uint(fmax(as_float(v399), as_float(v402)));
                const uint v407 = shared[v72];
                const uint v411 = shared[v14 + 264];
                shared[v72] = as_uint(fmax(as_float(v407), as_float(v411)));
                const uint v416 = shared[v83];
                const uint v420 = shared[v14 + 520];
                shared[v83] = as_uint(fmax(as_float(v416), as_float(v420)));
                const uint v425 = shared[v212];
                const uint v429 = shared[v14 + 776];
                shared[v212] = as_uint(fmax(as_float(v425), as_float(v429)));
                const uint v434 = shared[v216];
                const uint v438 = shared[v14 + 1032];
                shared[v216] = as_uint(fmax(as_float(v434), as_float(v438)));
                const uint v443 = shared[v220];
                const uint v447 = shared[v14 + 1288];
                shared[v220] = as_uint(fmax(as_float(v443), as_float(v447)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v454 = v14 < 4;
            if (v454) {
                const uint v456 = shared[v14];
                const uint v459 = shared[v14 + 4];
                shared[v14] = as_uint(fmax(as_float(v456), as_float(v459)));
                const uint v464 = shared[v72];
                const uint v468 = shared[v14 + 260];
                shared[v72] = as_uint(fmax(as_float(v464), as_float(v468)));
                const uint v473 = shared[v83];
                const uint v477 = shared[v14 + 516];
                shared[v83] = as_uint(fmax(as_float(v473), as_float(v477)));
                const uint v482 = shared[v212];
                const uint v486 = shared[v14 + 772];
                shared[v212] = as_uint(fmax(as_float(v482), as_float(v486)));
                const uint v491 = shared[v216];
                const uint v495 = shared[v14 + 1028];
                shared[v216] = as_uint(fmax(as_float(v491), as_float(v495)));
                const uint v500 = shared[v220];
                const uint v504 = shared[v14 + 1284];
                shared[v220] = as_uint(fmax(as_float(v500), as_float(v504)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v511 = v14 < 2;
            if (v511) {
                const uint v513 = shared[v14];
                const uint v516 = shared[v14 + 2];
                shared[v14] = as_uint(fmax(as_float(v513), as_float(v516)));
                const uint v521 = shared[v72];
                const uint v525 = shared[v14 + 258];
                shared[v72] = as_uint(fmax(as_float(v521), as_float(v525)));
                const uint v530 = shared[v83];
                const uint v534 = shared[v14 + 514];
                shared[v83] = as_uint(fmax(as_float(v530), as_float(v534)));
                const uint v539 = shared[v212];
                const uint v543 = shared[v14 + 770];
                shared[v212] = as_uint(fmax(as_float(v539), as_float(v543)));
                const uint v548 = shared[v216];
                const uint v552 = shared[v14 + 1026];
                shared[v216] = as_uint(fmax(as_float(v548), as_float(v552)));
                const uint v557 = shared[v220];
                const uint v561 = shared[v14 + 1282];
                shared[v220] = as_uint(fmax(as_float(v557), as_float(v561)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v568 = v14 < 1;
            if (v568) {
                const uint v570 = shared[v14];
                const uint v573 = shared[v14 + 1];
                shared[v14] = as_uint(fmax(as_float(v570), as_float(v573)));
                const uint v578 = shared[v72];
                const uint v582 = shared[v14 + 257];
                shared[v72] = as_uint(fmax(as_float(v578), as_float(v582)));
                const uint v587 = shared[v83];
                const uint v591 = shared[v14 + 513];
                shared[v83] = as_uint(fmax(as_float(v587), as_float(v591)));
                const uint v596 = shared[v212];
                const uint v600 = shared[v14 + 769];
                shared[v212] = as_uint(fmax(as_float(v596), as_float(v600)));
                const uint v605 = shared[v216];
                const uint v609 = shared[v14 + 1025];
                shared[v216] = as_uint(fmax(as_float(v605), as_float(v609)));
                const uint v614 = shared[v220];
                const uint v618 = shared[v14 + 1281];
                shared[v220] = as_uint(fmax(as_float(v614), as_float(v618)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v626 = shared[0];
            const float v628 = fmax(v93, as_float(v626));
            const float v630 = exp(v182 - v628);
            const uint v632 = shared[256];
            const float v634 = fmax(v94, as_float(v632));
            const float v636 = exp(v186 - v634);
            const uint v638 = shared[512];
            const float v640 = fmax(v95, as_float(v638));
            const float v642 = exp(v190 - v640);
            const uint v644 = shared[768];
            const float v646 = fmax(v96, as_float(v644));
            const float v648 = exp(v194 - v646);
            const uint v650 = shared[1024];
            const float v652 = fmax(v97, as_float(v650));
            const float v654 = exp(v198 - v652);
            const uint v656 = shared[1280];
            const float v658 = fmax(v98, as_float(v656));
            const float v660 = exp(v202 - v658);
            const float v663 = exp(v93 - v628);
            const float v666 = exp(v94 - v634);
            const float v669 = exp(v95 - v640);
            const float v672 = exp(v96 - v646);
            const float v675 = exp(v97 - v652);
            const float v678 = exp(v98 - v658);
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v180) {
                shared[v118 + 2304] = as_uint(v630);
            }
            if (v180) {
                shared[v118 + 2368] = as_uint(v636);
            }
            if (v180) {
                shared[v118 + 2432] = as_uint(v642);
            }
            if (v180) {
                shared[v118 + 2496] = as_uint(v648);
            }
            if (v180) {
                shared[v118 + 2560] = as_uint(v654);
            }
            if (v180) {
                shared[v118 + 2624] = as_uint(v660);
            }
            shared[v14] = as_uint(v180 ? v630 : 0.0f);
            shared[v72] = as_uint(v180 ? v636 : 0.0f);
            shared[v83] = as_uint(v180 ? v642 : 0.0f);
            shared[v212] = as_uint(v180 ? v648 : 0.0f);
            shared[v216] = as_uint(v180 ? v654 : 0.0f);
            shared[v220] = as_uint(v180 ? v660 : 0.0f);
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v180) {
                const uint v737 = shared[v14];
                const uint v740 = shared[v14 + 64];
                shared[v14] = as_uint(as_float(v737) + as_float(v740));
                const uint v745 = shared[v72];
                const uint v748 = shared[v14 + 320];
                shared[v72] = as_uint(as_float(v745) + as_float(v748));
                const uint v753 = shared[v83];
                const uint v757 = shared[v14 + 576];
                shared[v83] = as_uint(as_float(v753) + as_float(v757));
                const uint v762 = shared[v212];
                const uint v766 = shared[v14 + 832];
                shared[v212] = as_uint(as_float(v762) + as_float(v766));
                const uint v771 = shared[v216];
                const uint v775 = shared[v14 + 1088];
                shared[v216] = as_uint(as_float(v771) + as_float(v775));
                const uint v780 = shared[v220];
                const uint v784 = shared[v14 + 1344];
                shared[v220] = as_uint(as_float(v780) + as_float(v784));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v281) {
                const uint v792 = shared[v14];
                const uint v795 = shared[v14 + 32];
                shared[v14] = as_uint(as_float(v792) + as_float(v795));
                const uint v800 = shared[v72];
                const uint v804 = shared[v14 + 288];
                shared[v72] = as_uint(as_float(v800) + as_float(v804));
                const uint v809 = shared[v83];
                const uint v813 = shared[v14 + 544];
                shared[v83] = as_uint(as_float(v809) + as_float(v813));
                const uint v818 = shared[v212];
                const uint v822 = shared[v14 + 800];
                shared[v212] = as_uint(as_float(v818) + as_float(v822));
                const uint v827 = shared[v216];
                const uint v831 = shared[v14 + 1056];
                shared[v216] = as_uint(as_float(v827) + as_float(v831));
                const uint v836 = shared[v220];
                const uint v840 = shared[v14 + 1312];
                shared[v220] = as_uint(as_float(v836) + as_float(v840));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v339) {
                const uint v848 = shared[v14];
                const uint v851 = shared[v14 + 16];
                shared[v14] = as_uint(as_float(v848) + as_float(v851));
                const uint v856 = shared[v72];
                const uint v860 = shared[v14 + 272];
                shared[v72] = as_uint(as_float(v856) + as_float(v860));
                const uint v865 = shared[v83];
                const uint v869 = shared[v14 + 528];
                shared[v83] = as_uint(as_float(v865) + as_float(v869));
                const uint v874 = shared[v212];
                const uint v878 = shared[v14 + 784];
                shared[v212] = as_uint(as_float(v874) + as_float(v878));
                const uint v883 = shared[v216];
                const uint v887 = shared[v14 + 1040];
                shared[v216] = as_uint(as_float(v883) + as_float(v887));
                const uint v892 = shared[v220];
                const uint v896 = shared[v14 + 1296];
                shared[v220] = as_uint(as_float(v892) + as_float(v896));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v397) {
                const uint v904 = shared[v14];
                const uint v907 = shared[v14 + 8];
                shared[v14] = as_uint(as_float(v904) + as_float(v907));
                const uint v912 = shared[v72];
                const uint v916 = shared[v14 + 264];
                shared[v72] = as_uint(as_float(v912) + as_float(v916));
                const uint v921 = shared[v83];
                const uint v925 = shared[v14 + 520];
                shared[v83] = as_uint(as_float(v921) + as_float(v925));
                const uint v930 = shared[v212];
                const uint v934 = shared[v14 + 776];
                shared[v212] = as_uint(as_float(v930) + as_float(v934));
                const uint v939 = shared[v216];
                const uint v943 = shared[v14 + 1032];
                shared[v216] = as_uint(as_float(v939) + as_float(v943));
                const uint v948 = shared[v220];
                const uint v952 = shared[v14 + 1288];
                shared[v220] = as_uint(as_float(v948) + as_float(v952));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v454) {
                const uint v960 = shared[v14];
                const uint v963 = shared[v14 + 4];
                shared[v14] = as_uint(as_float(v960) + as_float(v963));
                const uint v968 = shared[v72];
                const uint v972 = shared[v14 + 260];
                shared[v72] = as_uint(as_float(v968) + as_float(v972));
                const uint v977 = shared[v83];
                const uint v981 = shared[v14 + 516];
                shared[v83] = as_uint(as_float(v977) + as_float(v981));
                const uint v986 = shared[v212];
                const uint v990 = shared[v14 + 772];
                shared[v212] = as_uint(as_float(v986) + as_float(v990));
                const uint v995 = shared[v216];
                const uint v999 = shared[v14 + 1028];
                shared[v216] = as_uint(as_float(v995) + as_float(v999));
                const uint v1004 = shared[v220];
                const uint v1008 = shared[v14 + 1284];
                shared[v220] = as_uint(as_float(v1004) + as_float(v1008));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v511) {
                const uint v1016 = shared[v14];
                const uint v1019 = shared[v14 + 2];
                shared[v14] = as_uint(as_float(v1016) + as_float(v1019));
                const uint v1024 = shared[v72];
                const uint v1028 = shared[v14 + 258];
                shared[v72] = as_uint(as_float(v1024) + as_float(v1028));
                const uint v1033 = shared[v83];
                const uint v1037 = shared[v14 + 514];
                shared[v83] = as_uint(as_float(v1033) + as_float(v1037));
                const uint v1042 = shared[v212];
                const uint v1046 = shared[v14 + 770];
                shared[v212] = as_uint(as_float(v1042) + as_float(v1046));
                const uint v1051 = shared[v216];
                const uint v1055 = shared[v14 + 1026];
                shared[v216] = as_uint(as_float(v1051) + as_float(v1055));
                const uint v1060 = shared[v220];
                const uint v1064 = shared[v14 + 1282];
                shared[v220] = as_uint(as_float(v1060) + as_float(v1064));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v568) {
                const uint v1072 = shared[v14];
                const uint v1075 = shared[v14 + 1];
                shared[v14] = as_uint(as_float(v1072) + as_float(v1075));
                const uint v1080 = shared[v72];
                const uint v1084 = shared[v14 + 257];
                shared[v72] = as_uint(as_float(v1080) + as_float(v1084));
                const uint v1089 = shared[v83];
                const uint v1093 = shared[v14 + 513];
                shared[v83] = as_uint(as_float(v1089) + as_float(v1093));
                const uint v1098 = shared[v212];
                const uint v1102 = shared[v14 + 769];
                shared[v212] = as_uint(as_float(v1098) + as_float(v1102));
                const uint v1107 = shared[v216];
                const uint v1111 = shared[v14 + 1025];
                shared[v216] = as_uint(as_float(v1107) + as_float(v1111));
                const uint v1116 = shared[v220];
                const uint v1120 = shared[v14 + 1281];
                shared[v220] = as_uint(as_float(v1116) + as_float(v1120));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v1128 = shared[0];
            const uint v1131 = shared[256];
            const uint v1133 = shared[512];
            const uint v1135 = shared[768];
            const uint v1137 = shared[1024];
            const uint v1139 = shared[1280];
            v100 = fma(v100, v663, as_float(v1128));
            v101 = fma(v101, v666, as_float(v1131));
            v102 = fma(v102, v669, as_float(v1133));
            v103 = fma(v103, v672, as_float(v1135));
            v104 = fma(v104, v675, as_float(v1137));
            v105 = fma(v105, v678, as_float(v1139));
            float v1169 = v106 * v663;
            float v1170 = v107 * v666;
            float v1171 = v108 * v669;
            float v1172 = v109 * v672;
            float v1173 = v110 * v675;
            float v1174 = v111 * v678;
            #pragma unroll 4
            for (int v1175 = 0; v1175 < 64; v1175 += 1) {
                const uint v1178 = shared[v1175 + 2304];
                const int v1180 = v116 + v1175;
                const bool v1183 = 0 <= v1180 && v1180 < v91;
                const uint v1188 = (uint)b2[v1183 ? (int)((uint)v92 + (uint)v1180 * 128u + (uint)v14) : 0];
                const float v1193 = as_float((v1183 ? v1188 : 0u) << 16);
                v1169 = fma(as_float(v1178), v1193, v1169);
                const uint v1199 = shared[v1175 + 2368];
                v1170 = fma(as_float(v1199), v1193, v1170);
                const uint v1206 = shared[v1175 + 2432];
                v1171 = fma(as_float(v1206), v1193, v1171);
                const uint v1213 = shared[v1175 + 2496];
                v1172 = fma(as_float(v1213), v1193, v1172);
                const uint v1220 = shared[v1175 + 2560];
                v1173 = fma(as_float(v1220), v1193, v1173);
                const uint v1227 = shared[v1175 + 2624];
                v1174 = fma(as_float(v1227), v1193, v1174);
            }
            const float v1234 = v1170;
            const float v1235 = v1171;
            const float v1236 = v1172;
            const float v1237 = v1173;
            const float v1238 = v1174;
            v106 = v1169;
            v107 = v1234;
            v108 = v1235;
            v109 = v1236;
            v110 = v1237;
            v111 = v1238;
            v93 = v628;
            v94 = v634;
            v95 = v640;
            v96 = v646;
            v97 = v652;
            v98 = v658;
        }
        const int v1254 = (int)((uint)v18 * 64u + (uint)(v55 / 64));
        const bool v1257 = 0 <= v1254 && v1254 < 128;
        const int v1258 = v1257 ? 6 : 0;
        const int v1260 = (int)((uint)v1254 * 768u);
        const int v1261 = (int)((uint)v1260 + (uint)v14);
        const float v1262 = v106;
        const int v1263 = v1257 ? 2 : 0;
        const int v1265 = 0 < v1263 ? 6 : 0;
        const int v1266 = (int)((uint)v1254 * 12u);
        const int v1268 = 1 < v1263 ? 6 : 0;
        const int v1269 = (int)((uint)v1266 + 6u);
        if (0 < v1258) {
            b3[v1261] = v1262;
        }
        const int v1275 = (int)((uint)v1260 + 128u + (uint)v14);
        const float v1276 = v107;
        if (1 < v1258) {
            b3[v1275] = v1276;
        }
        const int v1282 = (int)((uint)v1260 + 256u + (uint)v14);
        const float v1283 = v108;
        if (2 < v1258) {
            b3[v1282] = v1283;
        }
        const int v1289 = (int)((uint)v1260 + 384u + (uint)v14);
        const float v1290 = v109;
        if (3 < v1258) {
            b3[v1289] = v1290;
        }
        const int v1296 = (int)((uint)v1260 + 512u + (uint)v14);
        const float v1297 = v110;
        if (4 < v1258) {
            b3[v1296] = v1297;
        }
        const int v1303 = (int)((uint)v1260 + 640u + (uint)v14);
        const float v1304 = v111;
        if (5 < v1258) {
            b3[v1303] = v1304;
        }
        const bool v1308 = v14 == 0;
        if (v1308) {
            const float v1311 = v93;
            if (0 < v1265) {
                b4[v1266] = v1311;
            }
        }
        const bool v1316 = v14 == 1;
        if (v1316) {
            const int v1319 = (int)((uint)v1266 + 1u);
            const float v1320 = v94;
            if (1 < v1265) {
                b4[v1319] = v1320;
            }
        }
        const bool v1325 = v14 == 2;
        if (v1325) {
            const int v1328 = (int)((uint)v1266 + 2u);
            const float v1329 = v95;
            if (2 < v1265) {
                b4[v1328] = v1329;
            }
        }
        const bool v1334 = v14 == 3;
        if (v1334) {
            const int v1337 = (int)((uint)v1266 + 3u);
            const float v1338 = v96;
            if (3 < v1265) {
                b4[v1337] = v1338;
            }
        }
        const bool v1343 = v14 == 4;
        if (v1343) {
            const int v1346 = (int)((uint)v1266 + 4u);
            const float v1347 = v97;
            if (4 < v1265) {
                b4[v1346] = v1347;
            }
        }
        const bool v1352 = v14 == 5;
        if (v1352) {
            const int v1355 = (int)((uint)v1266 + 5u);
            const float v1356 = v98;
            if (5 < v1265) {
                b4[v1355] = v1356;
            }
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v1308) {
            const float v1364 = v100;
            if (0 < v1268) {
                b4[v1269] = v1364;
            }
        }
        if (v1316) {
            const int v1372 = (int)((uint)v1266 + 7u);
            const float v1373 = v101;
            if (1 < v1268) {
                b4[v1372] = v1373;
            }
        }
        if (v1325) {
            const int v1381 = (int)((uint)v1266 + 8u);
            const float v1382 = v102;
            if (2 < v1268) {
                b4[v1381] = v1382;
            }
        }
        if (v1334) {
            const int v1390 = (int)((uint)v1266 + 9u);
            const float v1391 = v103;
            if (3 < v1268) {
                b4[v1390] = v1391;
            }
        }
        if (v1343) {
            const int v1399 = (int)((uint)v1266 + 10u);
            const float v1400 = v104;
            if (4 < v1268) {
                b4[v1399] = v1400;
            }
        }
        if (v1352) {
            const int v1408 = (int)((uint)v1266 + 11u);
            const float v1409 = v105;
            if (5 < v1268) {
                b4[v1408] = v1409;
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
        float v93 = -1e+30f;
        float v94 = -1e+30f;
        float v95 = -1e+30f;
        float v96 = -1e+30f;
        float v97 = -1e+30f;
        float v98 = -1e+30f;
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
        const int v115 = min(min(v3, (int)((uint)v55 + 64u)), 2147483583);
        for (int v116 = v55; v116 < v115; v116 += 64) {
            const int v118 = min(v14, 63);
            const int v119 = v116 + v118;
            const bool v120 = v119 < v3;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            float v122 = 0.0f;
            float v123 = 0.0f;
            float v124 = 0.0f;
            float v125 = 0.0f;
            float v126 = 0.0f;
            float v127 = 0.0f;
            for (int v129 = 0; v129 < 128; v129 += 8) {
                const uint v131 = shared[v129 + 1536];
                const bool v135 = 0 <= v119 && v119 < v91;
                const int v140 = v135 ? (int)((uint)v92 + (uint)v119 * 128u + (uint)v129) >> 3 : 0;
                const uint4 v141 = ((__global const uint4 *)b1)[v140];
                const float v149 = as_float((v135 ? v141.x & 0xffffu : 0u) << 16);
                v122 = fma(as_float(v131), v149, v122);
                const uint v171 = shared[v129 + 1664];
                v123 = fma(as_float(v171), v149, v123);
                const uint v177 = shared[v129 + 1792];
                v124 = fma(as_float(v177), v149, v124);
                const uint v183 = shared[v129 + 1920];
                v125 = fma(as_float(v183), v149, v125);
                const uint v189 = shared[v129 + 2048];
                v126 = fma(as_float(v189), v149, v126);
                const uint v195 = shared[v129 + 2176];
                v127 = fma(as_float(v195), v149, v127);
                const uint v202 = shared[v129 + 1537];
                const float v205 = as_float((v135 ? v141.x >> 16 : 0u) << 16);
                v122 = fma(as_float(v202), v205, v122);
                const uint v211 = shared[v129 + 1665];
                v123 = fma(as_float(v211), v205, v123);
                const uint v218 = shared[v129 + 1793];
                v124 = fma(as_float(v218), v205, v124);
                const uint v225 = shared[v129 + 1921];
                v125 = fma(as_float(v225), v205, v125);
                const uint v232 = shared[v129 + 2049];
                v126 = fma(as_float(v232), v205, v126);
                const uint v239 = shared[v129 + 2177];
                v127 = fma(as_float(v239), v205, v127);
                const uint v246 = shared[v129 + 1538];
                const float v249 = as_float((v135 ? v141.y & 0xffffu : 0u) << 16);
                v122 = fma(as_float(v246), v249, v122);
                const uint v255 = shared[v129 + 1666];
                v123 = fma(as_float(v255), v249, v123);
                const uint v262 = shared[v129 + 1794];
                v124 = fma(as_float(v262), v249, v124);
                const uint v269 = shared[v129 + 1922];
                v125 = fma(as_float(v269), v249, v125);
                const uint v276 = shared[v129 + 2050];
                v126 = fma(as_float(v276), v249, v126);
                const uint v283 = shared[v129 + 2178];
                v127 = fma(as_float(v283), v249, v127);
                const uint v290 = shared[v129 + 1539];
                const float v293 = as_float((v135 ? v141.y >> 16 : 0u) << 16);
                v122 = fma(as_float(v290), v293, v122);
                const uint v299 = shared[v129 + 1667];
                v123 = fma(as_float(v299), v293, v123);
                const uint v306 = shared[v129 + 1795];
                v124 = fma(as_float(v306), v293, v124);
                const uint v313 = shared[v129 + 1923];
                v125 = fma(as_float(v313), v293, v125);
                const uint v320 = shared[v129 + 2051];
                v126 = fma(as_float(v320), v293, v126);
                const uint v327 = shared[v129 + 2179];
                v127 = fma(as_float(v327), v293, v127);
                const uint v334 = shared[v129 + 1540];
                const float v337 = as_float((v135 ? v141.z & 0xffffu : 0u) << 16);
                v122 = fma(as_float(v334), v337, v122);
                const uint v343 = shared[v129 + 1668];
                v123 = fma(as_float(v343), v337, v123);
                const uint v350 = shared[v129 + 1796];
                v124 = fma(as_float(v350), v337, v124);
                const uint v357 = shared[v129 + 1924];
                v125 = fma(as_float(v357), v337, v125);
                const uint v364 = shared[v129 + 2052];
                v126 = fma(as_float(v364), v337, v126);
                const uint v371 = shared[v129 + 2180];
                v127 = fma(as_float(v371), v337, v127);
                const uint v378 = shared[v129 + 1541];
                const float v381 = as_float((v135 ? v141.z >> 16 : 0u) << 16);
                v122 = fma(as_float(v378), v381, v122);
                const uint v387 = shared[v129 + 1669];
                v123 = fma(as_float(v387), v381, v123);
                const uint v394 = shared[v129 + 1797];
                v124 = fma(as_float(v394), v381, v124);
                const uint v401 = shared[v129 + 1925];
                v125 = fma(as_float(v401), v381, v125);
                const uint v408 = shared[v129 + 2053];
                v126 = fma(as_float(v408), v381, v126);
                const uint v415 = shared[v129 + 2181];
                v127 = fma(as_float(v415), v381, v127);
                const uint v422 = shared[v129 + 1542];
                const float v425 = as_float((v135 ? v141.w & 0xffffu : 0u) << 16);
                v122 = fma(as_float(v422), v425, v122);
                const uint v431 = shared[v129 + 1670];
                v123 = fma(as_float(v431), v425, v123);
                const uint v438 = shared[v129 + 1798];
                v124 = fma(as_float(v438), v425, v124);
                const uint v445 = shared[v129 + 1926];
                v125 = fma(as_float(v445), v425, v125);
                const uint v452 = shared[v129 + 2054];
                v126 = fma(as_float(v452), v425, v126);
                const uint v459 = shared[v129 + 2182];
                v127 = fma(as_float(v459), v425, v127);
                const uint v466 = shared[v129 + 1543];
                const float v469 = as_float((v135 ? v141.w >> 16 : 0u) << 16);
                v122 = fma(as_float(v466), v469, v122);
                const uint v475 = shared[v129 + 1671];
                v123 = fma(as_float(v475), v469, v123);
                const uint v482 = shared[v129 + 1799];
                v124 = fma(as_float(v482), v469, v124);
                const uint v489 = shared[v129 + 1927];
                v125 = fma(as_float(v489), v469, v125);
                const uint v496 = shared[v129 + 2055];
                v126 = fma(as_float(v496), v469, v126);
                const uint v503 = shared[v129 + 2183];
                v127 = fma(as_float(v503), v469, v127);
            }
            const bool v510 = v14 < 64;
            const float v512 = v120 ? v122 : -1e+30f;
            const float v516 = v120 ? v123 : -1e+30f;
            const float v520 = v120 ? v124 : -1e+30f;
            const float v524 = v120 ? v125 : -1e+30f;
            const float v528 = v120 ? v126 : -1e+30f;
            const float v532 = v120 ? v127 : -1e+30f;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            shared[v14] = as_uint(fmax(-INFINITY, v510 ? v512 : -INFINITY));
            shared[v72] = as_uint(fmax(-INFINITY, v510 ? v516 : -INFINITY));
            shared[v83] = as_uint(fmax(-INFINITY, v510 ? v520 : -INFINITY));
            const int v542 = v14 + 768;
            shared[v542] = as_uint(fmax(-INFINITY, v510 ? v524 : -INFINITY));
            const int v546 = v14 + 1024;
            shared[v546] = as_uint(fmax(-INFINITY, v510 ? v528 : -INFINITY));
            const int v550 = v14 + 1280;
            shared[v550] = as_uint(fmax(-INFINITY, v510 ? v532 : -INFINITY));
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v510) {
                const uint v555 = shared[v14];
                const uint v558 = shared[v14 + 64];
                shared[v14] = as_uint(fmax(as_float(v555), as_float(v558)));
                const uint v563 = shared[v72];
                const uint v567 = shared[v14 + 320];
                shared[v72] = as_uint(fmax(as_float(v563), as_float(v567)));
                const uint v572 = shared[v83];
                const uint v576 = shared[v14 + 576];
                shared[v83] = as_uint(fmax(as_float(v572), as_float(v576)));
                const uint v581 = shared[v542];
                const uint v585 = shared[v14 + 832];
                shared[v542] = as_uint(fmax(as_float(v581), as_float(v585)));
                const uint v590 = shared[v546];
                const uint v594 = shared[v14 + 1088];
                shared[v546] = as_uint(fmax(as_float(v590), as_float(v594)));
                const uint v599 = shared[v550];
                const uint v603 = shared[v14 + 1344];
                shared[v550] = as_uint(fmax(as_float(v599), as_float(v603)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v611 = v14 < 32;
            if (v611) {
                const uint v613 = shared[v14];
                const uint v616 = shared[v14 + 32];
                shared[v14] = as_uint(fmax(as_float(v613), as_float(v616)));
                const uint v621 = shared[v72];
                const uint v625 = shared[v14 + 288];
                shared[v72] = as_uint(fmax(as_float(v621), as_float(v625)));
                const uint v630 = shared[v83];
                const uint v634 = shared[v14 + 544];
                shared[v83] = as_uint(fmax(as_float(v630), as_float(v634)));
                const uint v639 = shared[v542];
                const uint v643 = shared[v14 + 800];
                shared[v542] = as_uint(fmax(as_float(v639), as_float(v643)));
                const uint v648 = shared[v546];
                const uint v652 = shared[v14 + 1056];
                shared[v546] = as_uint(fmax(as_float(v648), as_float(v652)));
                const uint v657 = shared[v550];
                const uint v661 = shared[v14 + 1312];
                shared[v550] = as_uint(fmax(as_float(v657), as_float(v661)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v669 = v14 < 16;
            if (v669) {
                const uint v671 = shared[v14];
                const uint v674 = shared[v14 + 16];
                shared[v14] = as_uint(fmax(as_float(v671), as_float(v674)));
                const uint v679 = shared[v72];
                const uint v683 = shared[v14 + 272];
                shared[v72] = as_uint(fmax(as_float(v679), as_float(v683)));
                const uint v688 = shared[v83];
                const uint v692 = shared[v14 + 528];
                shared[v83] = as_uint(fmax(as_float(v688), as_float(v692)));
                const uint v697 = shared[v542];
                const uint v701 = shared[v14 + 784];
                shared[v542] = as_uint(fmax(as_float(v697), as_float(v701)));
                const uint v706 = shared[v546];
                const uint v710 = shared[v14 + 1040];
                shared[v546] = as_uint(fmax(as_float(v706), as_float(v710)));
                const uint v715 = shared[v550];
                const uint v719 = shared[v14 + 1296];
                shared[v550] = as_uint(fmax(as_float(v715), as_float(v719)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v726 = v14 < 8;
            if (v726) {
                const uint v728 = shared[v14];
                const uint v731 = shared[v14 + 8];
                shared[v14] = as_uint(fmax(as_float(v728), as_float(v731)));
                const uint v736 = shared[v72];
                const uint v740 = shared[v14 + 264];
                shared[v72] = as_uint(fmax(as_float(v736), as_float(v740)));
                const uint v745 = shared[v83];
                const uint v749 = shared[v14 + 520];
                shared[v83] = as_uint(fmax(as_float(v745), as_float(v749)));
                const uint v754 = shared[v542];
                const uint v758 = shared[v14 + 776];
                shared[v542] = as_uint(fmax(as_float(v754), as_float(v758)));
                const uint v763 = shared[v546];
                const uint v767 = shared[v14 + 1032];
                shared[v546] = as_uint(fmax(as_float(v763), as_float(v767)));
                const uint v772 = shared[v550];
                const uint v776 = shared[v14 + 1288];
                shared[v550] = as_uint(fmax(as_float(v772), as_float(v776)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v783 = v14 < 4;
            if (v783) {
                const uint v785 = shared[v14];
                const uint v788 = shared[v14 + 4];
                shared[v14] = as_uint(fmax(as_float(v785), as_float(v788)));
                const uint v793 = shared[v72];
                const uint v797 = shared[v14 + 260];
                shared[v72] = as_uint(fmax(as_float(v793), as_float(v797)));
                const uint v802 = shared[v83];
                const uint v806 = shared[v14 + 516];
                shared[v83] = as_uint(fmax(as_float(v802), as_float(v806)));
                const uint v811 = shared[v542];
                const uint v815 = shared[v14 + 772];
                shared[v542] = as_uint(fmax(as_float(v811), as_float(v815)));
                const uint v820 = shared[v546];
                const uint v824 = shared[v14 + 1028];
                shared[v546] = as_uint(fmax(as_float(v820), as_float(v824)));
                const uint v829 = shared[v550];
                const uint v833 = shared[v14 + 1284];
                shared[v550] = as_uint(fmax(as_float(v829), as_float(v833)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v840 = v14 < 2;
            if (v840) {
                const uint v842 = shared[v14];
                const uint v845 = shared[v14 + 2];
                shared[v14] = as_uint(fmax(as_float(v842), as_float(v845)));
                const uint v850 = shared[v72];
                const uint v854 = shared[v14 + 258];
                shared[v72] = as_uint(fmax(as_float(v850), as_float(v854)));
                const uint v859 = shared[v83];
                const uint v863 = shared[v14 + 514];
                shared[v83] = as_uint(fmax(as_float(v859), as_float(v863)));
                const uint v868 = shared[v542];
                const uint v872 = shared[v14 + 770];
                shared[v542] = as_uint(fmax(as_float(v868), as_float(v872)));
                const uint v877 = shared[v546];
                const uint v881 = shared[v14 + 1026];
                shared[v546] = as_uint(fmax(as_float(v877), as_float(v881)));
                const uint v886 = shared[v550];
                const uint v890 = shared[v14 + 1282];
                shared[v550] = as_uint(fmax(as_float(v886), as_float(v890)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v897 = v14 < 1;
            if (v897) {
                const uint v899 = shared[v14];
                const uint v902 = shared[v14 + 1];
                shared[v14] = as_uint(fmax(as_float(v899), as_float(v902)));
                const uint v907 = shared[v72];
                const uint v911 = shared[v14 + 257];
                shared[v72] = as_uint(fmax(as_float(v907), as_float(v911)));
                const uint v916 = shared[v83];
                const uint v920 = shared[v14 + 513];
                shared[v83] = as_uint(fmax(as_float(v916), as_float(v920)));
                const uint v925 = shared[v542];
                const uint v929 = shared[v14 + 769];
                shared[v542] = as_uint(fmax(as_float(v925), as_float(v929)));
                const uint v934 = shared[v546];
                const uint v938 = shared[v14 + 1025];
                shared[v546] = as_uint(fmax(as_float(v934), as_float(v938)));
                const uint v943 = shared[v550];
                const uint v947 = shared[v14 + 1281];
                shared[v550] = as_uint(fmax(as_float(v943), as_float(v947)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v955 = shared[0];
            const float v957 = fmax(v93, as_float(v955));
            const float v959 = exp(v512 - v957);
            const uint v961 = shared[256];
            const float v963 = fmax(v94, as_float(v961));
            const float v965 = exp(v516 - v963);
            const uint v967 = shared[512];
            const float v969 = fmax(v95, as_float(v967));
            const float v971 = exp(v520 - v969);
            const uint v973 = shared[768];
            const float v975 = fmax(v96, as_float(v973));
            const float v977 = exp(v524 - v975);
            const uint v979 = shared[1024];
            const float v981 = fmax(v97, as_float(v979));
            const float v983 = exp(v528 - v981);
            const uint v985 = shared[1280];
            const float v987 = fmax(v98, as_float(v985));
            const float v989 = exp(v532 - v987);
            const float v992 = exp(v93 - v957);
            const float v995 = exp(v94 - v963);
            const float v998 = exp(v95 - v969);
            const float v1001 = exp(v96 - v975);
            const float v1004 = exp(v97 - v981);
            const float v1007 = exp(v98 - v987);
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v510) {
                shared[v118 + 2304] = as_uint(v959);
            }
            if (v510) {
                shared[v118 + 2368] = as_uint(v965);
            }
            if (v510) {
                shared[v118 + 2432] = as_uint(v971);
            }
            if (v510) {
                shared[v118 + 2496] = as_uint(v977);
            }
            if (v510) {
                shared[v118 + 2560] = as_uint(v983);
            }
            if (v510) {
                shared[v118 + 2624] = as_uint(v989);
            }
            shared[v14] = as_uint(v510 ? v959 : 0.0f);
            shared[v72] = as_uint(v510 ? v965 : 0.0f);
            shared[v83] = as_uint(v510 ? v971 : 0.0f);
            shared[v542] = as_uint(v510 ? v977 : 0.0f);
            shared[v546] = as_uint(v510 ? v983 : 0.0f);
            shared[v550] = as_uint(v510 ? v989 : 0.0f);
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v510) {
                const uint v1066 = shared[v14];
                const uint v1069 = shared[v14 + 64];
                shared[v14] = as_uint(as_float(v1066) + as_float(v1069));
                const uint v1074 = shared[v72];
                const uint v1077 = shared[v14 + 320];
                shared[v72] = as_uint(as_float(v1074) + as_float(v1077));
                const uint v1082 = shared[v83];
                const uint v1086 = shared[v14 + 576];
                shared[v83] = as_uint(as_float(v1082) + as_float(v1086));
                const uint v1091 = shared[v542];
                const uint v1095 = shared[v14 + 832];
                shared[v542] = as_uint(as_float(v1091) + as_float(v1095));
                const uint v1100 = shared[v546];
                const uint v1104 = shared[v14 + 1088];
                shared[v546] = as_uint(as_float(v1100) + as_float(v1104));
                const uint v1109 = shared[v550];
                const uint v1113 = shared[v14 + 1344];
                shared[v550] = as_uint(as_float(v1109) + as_float(v1113));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v611) {
                const uint v1121 = shared[v14];
                const uint v1124 = shared[v14 + 32];
                shared[v14] = as_uint(as_float(v1121) + as_float(v1124));
                const uint v1129 = shared[v72];
                const uint v1133 = shared[v14 + 288];
                shared[v72] = as_uint(as_float(v1129) + as_float(v1133));
                const uint v1138 = shared[v83];
                const uint v1142 = shared[v14 + 544];
                shared[v83] = as_uint(as_float(v1138) + as_float(v1142));
                const uint v1147 = shared[v542];
                const uint v1151 = shared[v14 + 800];
                shared[v542] = as_uint(as_float(v1147) + as_float(v1151));
                const uint v1156 = shared[v546];
                const uint v1160 = shared[v14 + 1056];
                shared[v546] = as_uint(as_float(v1156) + as_float(v1160));
                const uint v1165 = shared[v550];
                const uint v1169 = shared[v14 + 1312];
                shared[v550] = as_uint(as_float(v1165) + as_float(v1169));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v669) {
                const uint v1177 = shared[v14];
                const uint v1180 = shared[v14 + 16];
                shared[v14] = as_uint(as_float(v1177) + as_float(v1180));
                const uint v1185 = shared[v72];
                const uint v1189 = shared[v14 + 272];
                shared[v72] = as_uint(as_float(v1185) + as_float(v1189));
                const uint v1194 = shared[v83];
                const uint v1198 = shared[v14 + 528];
                shared[v83] = as_uint(as_float(v1194) + as_float(v1198));
                const uint v1203 = shared[v542];
                const uint v1207 = shared[v14 + 784];
                shared[v542] = as_uint(as_float(v1203) + as_float(v1207));
                const uint v1212 = shared[v546];
                const uint v1216 = shared[v14 + 1040];
                shared[v546] = as_uint(as_float(v1212) + as_float(v1216));
                const uint v1221 = shared[v550];
                const uint v1225 = shared[v14 + 1296];
                shared[v550] = as_uint(as_float(v1221) + as_float(v1225));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v726) {
                const uint v1233 = shared[v14];
                const uint v1236 = shared[v14 + 8];
                shared[v14] = as_uint(as_float(v1233) + as_float(v1236));
                const uint v1241 = shared[v72];
                const uint v1245 = shared[v14 + 264];
                shared[v72] = as_uint(as_float(v1241) + as_float(v1245));
                const uint v1250 = shared[v83];
                const uint v1254 = shared[v14 + 520];
                shared[v83] = as_uint(as_float(v1250) + as_float(v1254));
                const uint v1259 = shared[v542];
                const uint v1263 = shared[v14 + 776];
                shared[v542] = as_uint(as_float(v1259) + as_float(v1263));
                const uint v1268 = shared[v546];
                const uint v1272 = shared[v14 + 1032];
                shared[v546] = as_uint(as_float(v1268) + as_float(v1272));
                const uint v1277 = shared[v550];
                const uint v1281 = shared[v14 + 1288];
                shared[v550] = as_uint(as_float(v1277) + as_float(v1281));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v783) {
                const uint v1289 = shared[v14];
                const uint v1292 = shared[v14 + 4];
                shared[v14] = as_uint(as_float(v1289) + as_float(v1292));
                const uint v1297 = shared[v72];
                const uint v1301 = shared[v14 + 260];
                shared[v72] = as_uint(as_float(v1297) + as_float(v1301));
                const uint v1306 = shared[v83];
                const uint v1310 = shared[v14 + 516];
                shared[v83] = as_uint(as_float(v1306) + as_float(v1310));
                const uint v1315 = shared[v542];
                const uint v1319 = shared[v14 + 772];
                shared[v542] = as_uint(as_float(v1315) + as_float(v1319));
                const uint v1324 = shared[v546];
                const uint v1328 = shared[v14 + 1028];
                shared[v546] = as_uint(as_float(v1324) + as_float(v1328));
                const uint v1333 = shared[v550];
                const uint v1337 = shared[v14 + 1284];
                shared[v550] = as_uint(as_float(v1333) + as_float(v1337));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v840) {
                const uint v1345 = shared[v14];
                const uint v1348 = shared[v14 + 2];
                shared[v14] = as_uint(as_float(v1345) + as_float(v1348));
                const uint v1353 = shared[v72];
                const uint v1357 = shared[v14 + 258];
                shared[v72] = as_uint(as_float(v1353) + as_float(v1357));
                const uint v1362 = shared[v83];
                const uint v1366 = shared[v14 + 514];
                shared[v83] = as_uint(as_float(v1362) + as_float(v1366));
                const uint v1371 = shared[v542];
                const uint v1375 = shared[v14 + 770];
                shared[v542] = as_uint(as_float(v1371) + as_float(v1375));
                const uint v1380 = shared[v546];
                const uint v1384 = shared[v14 + 1026];
                shared[v546] = as_uint(as_float(v1380) + as_float(v1384));
                const uint v1389 = shared[v550];
                const uint v1393 = shared[v14 + 1282];
                shared[v550] = as_uint(as_float(v1389) + as_float(v1393));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v897) {
                const uint v1401 = shared[v14];
                const uint v1404 = shared[v14 + 1];
                shared[v14] = as_uint(as_float(v1401) + as_float(v1404));
                const uint v1409 = shared[v72];
                const uint v1413 = shared[v14 + 257];
                shared[v72] = as_uint(as_float(v1409) + as_float(v1413));
                const uint v1418 = shared[v83];
                const uint v1422 = shared[v14 + 513];
                shared[v83] = as_uint(as_float(v1418) + as_float(v1422));
                const uint v1427 = shared[v542];
                const uint v1431 = shared[v14 + 769];
                shared[v542] = as_uint(as_float(v1427) + as_float(v1431));
                const uint v1436 = shared[v546];
                const uint v1440 = shared[v14 + 1025];
                shared[v546] = as_uint(as_float(v1436) + as_float(v1440));
                const uint v1445 = shared[v550];
                const uint v1449 = shared[v14 + 1281];
                shared[v550] = as_uint(as_float(v1445) + as_float(v1449));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v1457 = shared[0];
            const uint v1460 = shared[256];
            const uint v1462 = shared[512];
            const uint v1464 = shared[768];
            const uint v1466 = shared[1024];
            const uint v1468 = shared[1280];
            v100 = fma(v100, v992, as_float(v1457));
            v101 = fma(v101, v995, as_float(v1460));
            v102 = fma(v102, v998, as_float(v1462));
            v103 = fma(v103, v1001, as_float(v1464));
            v104 = fma(v104, v1004, as_float(v1466));
            v105 = fma(v105, v1007, as_float(v1468));
            float v1498 = v106 * v992;
            float v1499 = v107 * v995;
            float v1500 = v108 * v998;
            float v1501 = v109 * v1001;
            float v1502 = v110 * v1004;
            float v1503 = v111 * v1007;
            #pragma unroll 4
            for (int v1504 = 0; v1504 < 64; v1504 += 1) {
                const uint v1507 = shared[v1504 + 2304];
                const int v1509 = v116 + v1504;
                const bool v1512 = 0 <= v1509 && v1509 < v91;
                const uint v1517 = (uint)b2[v1512 ? (int)((uint)v92 + (uint)v1509 * 128u + (uint)v14) : 0];
                const float v1522 = as_float((v1512 ? v1517 : 0u) << 16);
                v1498 = fma(as_float(v1507), v1522, v1498);
                const uint v1528 = shared[v1504 + 2368];
                v1499 = fma(as_float(v1528), v1522, v1499);
                const uint v1535 = shared[v1504 + 2432];
                v1500 = fma(as_float(v1535), v1522, v1500);
                const uint v1542 = shared[v1504 + 2496];
                v1501 = fma(as_float(v1542), v1522, v1501);
                const uint v1549 = shared[v1504 + 2560];
                v1502 = fma(as_float(v1549), v1522, v1502);
                const uint v1556 = shared[v1504 + 2624];
                v1503 = fma(as_float(v1556), v1522, v1503);
            }
            const float v1563 = v1499;
            const float v1564 = v1500;
            const float v1565 = v1501;
            const float v1566 = v1502;
            const float v1567 = v1503;
            v106 = v1498;
            v107 = v1563;
            v108 = v1564;
            v109 = v1565;
            v110 = v1566;
            v111 = v1567;
            v93 = v957;
            v94 = v963;
            v95 = v969;
            v96 = v975;
            v97 = v981;
            v98 = v987;
        }
        const int v1583 = (int)((uint)v18 * 64u + (uint)(v55 / 64));
        const bool v1586 = 0 <= v1583 && v1583 < 128;
        const int v1587 = v1586 ? 6 : 0;
        const int v1589 = (int)((uint)v1583 * 768u);
        const int v1590 = (int)((uint)v1589 + (uint)v14);
        const float v1591 = v106;
        const int v1592 = v1586 ? 2 : 0;
        const int v1594 = 0 < v1592 ? 6 : 0;
        const int v1595 = (int)((uint)v1583 * 12u);
        const int v1597 = 1 < v1592 ? 6 : 0;
        const int v1598 = (int)((uint)v1595 + 6u);
        if (0 < v1587) {
            b3[v1590] = v1591;
        }
        const int v1604 = (int)((uint)v1589 + 128u + (uint)v14);
        const float v1605 = v107;
        if (1 < v1587) {
            b3[v1604] = v1605;
        }
        const int v1611 = (int)((uint)v1589 + 256u + (uint)v14);
        const float v1612 = v108;
        if (2 < v1587) {
            b3[v1611] = v1612;
        }
        const int v1618 = (int)((uint)v1589 + 384u + (uint)v14);
        const float v1619 = v109;
        if (3 < v1587) {
            b3[v1618] = v1619;
        }
        const int v1625 = (int)((uint)v1589 + 512u + (uint)v14);
        const float v1626 = v110;
        if (4 < v1587) {
            b3[v1625] = v1626;
        }
        const int v1632 = (int)((uint)v1589 + 640u + (uint)v14);
        const float v1633 = v111;
        if (5 < v1587) {
            b3[v1632] = v1633;
        }
        const bool v1637 = v14 == 0;
        if (v1637) {
            const float v1640 = v93;
            if (0 < v1594) {
                b4[v1595] = v1640;
            }
        }
        const bool v1645 = v14 == 1;
        if (v1645) {
            const int v1648 = (int)((uint)v1595 + 1u);
            const float v1649 = v94;
            if (1 < v1594) {
                b4[v1648] = v1649;
            }
        }
        const bool v1654 = v14 == 2;
        if (v1654) {
            const int v1657 = (int)((uint)v1595 + 2u);
            const float v1658 = v95;
            if (2 < v1594) {
                b4[v1657] = v1658;
            }
        }
        const bool v1663 = v14 == 3;
        if (v1663) {
            const int v1666 = (int)((uint)v1595 + 3u);
            const float v1667 = v96;
            if (3 < v1594) {
                b4[v1666] = v1667;
            }
        }
        const bool v1672 = v14 == 4;
        if (v1672) {
            const int v1675 = (int)((uint)v1595 + 4u);
            const float v1676 = v97;
            if (4 < v1594) {
                b4[v1675] = v1676;
            }
        }
        const bool v1681 = v14 == 5;
        if (v1681) {
            const int v1684 = (int)((uint)v1595 + 5u);
            const float v1685 = v98;
            if (5 < v1594) {
                b4[v1684] = v1685;
            }
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v1637) {
            const float v1693 = v100;
            if (0 < v1597) {
                b4[v1598] = v1693;
            }
        }
        if (v1645) {
            const int v1701 = (int)((uint)v1595 + 7u);
            const float v1702 = v101;
            if (1 < v1597) {
                b4[v1701] = v1702;
            }
        }
        if (v1654) {
            const int v1710 = (int)((uint)v1595 + 8u);
            const float v1711 = v102;
            if (2 < v1597) {
                b4[v1710] = v1711;
            }
        }
        if (v1663) {
            const int v1719 = (int)((uint)v1595 + 9u);
            const float v1720 = v103;
            if (3 < v1597) {
                b4[v1719] = v1720;
            }
        }
        if (v1672) {
            const int v1728 = (int)((uint)v1595 + 10u);
            const float v1729 = v104;
            if (4 < v1597) {
                b4[v1728] = v1729;
            }
        }
        if (v1681) {
            const int v1737 = (int)((uint)v1595 + 11u);
            const float v1738 = v105;
            if (5 < v1597) {
                b4[v1737] = v1738;
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
        float v16 = -1e+30f;
        float v18 = 0.0f;
        float v19 = 0.0f;
        const int v26 = min(v10 / 64 + min(v10 % 64, 1), 2147483646);
        #pragma unroll 4
        for (int v27 = 0; v27 < v26; v27 += 1) {
            const bool v31 = 0 <= v12;
            const int v33 = v13 * 64 + v27;
            const bool v36 = 0 <= v33 && v33 < 128;
            const int v37 = v36 ? 2 : 0;
            const bool v41 = v31 && v12 < (0 < v37 ? 6 : 0);
            const int v42 = v33 * 12;
            const float v45 = b1[v41 ? v42 + v12 : 0];
            const float v46 = v41 ? v45 : 0.0f;
            const float v47 = fmax(v16, v46);
            const float v49 = exp(v16 - v47);
            const bool v53 = v31 && v12 < (1 < v37 ? 6 : 0);
            const float v57 = b1[v53 ? v42 + 6 + v12 : 0];
            const float v60 = exp(v46 - v47);
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
