// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel attention_decode_gqa entry attention_decode_gqa wide 0 params i32,i16,i16,w32,w32 sizes 1 threads 128 teams 1 count -1 shared 10752 cost 2100225
__kernel __attribute__((reqd_work_group_size(128, 1, 1))) void attention_decode_gqa(
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
    const int v2 = s0[0];
    const int v11 = 0 < v2 ? (int)((uint)v2 - 1u) / 256 + 1 : 0;
    const int v12 = v11 * 2;
    const int v13 = (int)get_local_id(0);
    const int v14 = (int)get_group_id(0);
    const int v15 = (int)get_num_groups(0);
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
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v13 + 1536] = as_uint(v34 * 0.088388346f);
        shared[v13 + 1664] = as_uint(v40 * 0.088388346f);
        const int v74 = v13 + 256;
        shared[v13 + 1792] = as_uint(v45 * 0.088388346f);
        shared[v13 + 1920] = as_uint(v51 * 0.088388346f);
        const int v85 = v13 + 512;
        shared[v13 + 2048] = as_uint(v57 * 0.088388346f);
        shared[v13 + 2176] = as_uint(v63 * 0.088388346f);
        const int v96 = (int)((uint)v19 * 524288u);
        const int v97 = min(v2, 4096);
        float v99 = -1e+30f;
        float v100 = -1e+30f;
        float v101 = -1e+30f;
        float v102 = -1e+30f;
        float v103 = -1e+30f;
        float v104 = -1e+30f;
        float v106 = 0.0f;
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
        const int v119 = min(v2, (int)((uint)v20 + 256u));
        #pragma unroll 4
        for (int v121 = v20; v121 < v119; v121 += 64) {
            const int v123 = min(v13, 63);
            const int v124 = (int)((uint)v121 + (uint)v123);
            const bool v125 = v124 < v2;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            float v127 = 0.0f;
            float v128 = 0.0f;
            float v129 = 0.0f;
            float v130 = 0.0f;
            float v131 = 0.0f;
            float v132 = 0.0f;
            #pragma unroll 4
            for (int v133 = 0; v133 < 128; v133 += 1) {
                const bool v136 = 0 <= v124 && v124 < v97;
                const uint v141 = (uint)b1[v136 ? (int)((uint)v96 + (uint)v124 * 128u + (uint)v133) : 0];
                const float v146 = as_float((v136 ? v141 : 0u) << 16);
                const uint v148 = shared[v133 + 1536];
                v127 = fma(as_float(v148), v146, v127);
                const uint v155 = shared[v133 + 1664];
                v128 = fma(as_float(v155), v146, v128);
                const uint v162 = shared[v133 + 1792];
                v129 = fma(as_float(v162), v146, v129);
                const uint v169 = shared[v133 + 1920];
                v130 = fma(as_float(v169), v146, v130);
                const uint v176 = shared[v133 + 2048];
                v131 = fma(as_float(v176), v146, v131);
                const uint v183 = shared[v133 + 2176];
                v132 = fma(as_float(v183), v146, v132);
            }
            const float v195 = v125 ? v127 : -1e+30f;
            const float v196 = v125 ? v128 : -1e+30f;
            const float v197 = v125 ? v129 : -1e+30f;
            const float v198 = v125 ? v130 : -1e+30f;
            const float v199 = v125 ? v131 : -1e+30f;
            const float v200 = v125 ? v132 : -1e+30f;
            const bool v202 = v13 < 64;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            shared[v13] = as_uint(fmax(-INFINITY, v202 ? v195 : -INFINITY));
            shared[v74] = as_uint(fmax(-INFINITY, v202 ? v196 : -INFINITY));
            shared[v85] = as_uint(fmax(-INFINITY, v202 ? v197 : -INFINITY));
            const int v222 = v13 + 768;
            shared[v222] = as_uint(fmax(-INFINITY, v202 ? v198 : -INFINITY));
            const int v226 = v13 + 1024;
            shared[v226] = as_uint(fmax(-INFINITY, v202 ? v199 : -INFINITY));
            const int v230 = v13 + 1280;
            shared[v230] = as_uint(fmax(-INFINITY, v202 ? v200 : -INFINITY));
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v202) {
                const uint v236 = shared[v13];
                const uint v238 = shared[v13 + 64];
                shared[v13] = as_uint(fmax(as_float(v236), as_float(v238)));
                const uint v243 = shared[v74];
                const uint v247 = shared[v13 + 320];
                shared[v74] = as_uint(fmax(as_float(v243), as_float(v247)));
                const uint v252 = shared[v85];
                const uint v256 = shared[v13 + 576];
                shared[v85] = as_uint(fmax(as_float(v252), as_float(v256)));
                const uint v261 = shared[v222];
                const uint v265 = shared[v13 + 832];
                shared[v222] = as_uint(fmax(as_float(v261), as_float(v265)));
                const uint v270 = shared[v226];
                const uint v274 = shared[v13 + 1088];
                shared[v226] = as_uint(fmax(as_float(v270), as_float(v274)));
                const uint v279 = shared[v230];
                const uint v283 = shared[v13 + 1344];
                shared[v230] = as_uint(fmax(as_float(v279), as_float(v283)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v290 = v13 < 32;
            if (v290) {
                const uint v293 = shared[v13];
                const uint v295 = shared[v13 + 32];
                shared[v13] = as_uint(fmax(as_float(v293), as_float(v295)));
                const uint v300 = shared[v74];
                const uint v304 = shared[v13 + 288];
                shared[v74] = as_uint(fmax(as_float(v300), as_float(v304)));
                const uint v309 = shared[v85];
                const uint v313 = shared[v13 + 544];
                shared[v85] = as_uint(fmax(as_float(v309), as_float(v313)));
                const uint v318 = shared[v222];
                const uint v322 = shared[v13 + 800];
                shared[v222] = as_uint(fmax(as_float(v318), as_float(v322)));
                const uint v327 = shared[v226];
                const uint v331 = shared[v13 + 1056];
                shared[v226] = as_uint(fmax(as_float(v327), as_float(v331)));
                const uint v336 = shared[v230];
                const uint v340 = shared[v13 + 1312];
                shared[v230] = as_uint(fmax(as_float(v336), as_float(v340)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v348 = v13 < 16;
            if (v348) {
                const uint v351 = shared[v13];
                const uint v353 = shared[v13 + 16];
                shared[v13] = as_uint(fmax(as_float(v351), as_float(v353)));
                const uint v358 = shared[v74];
                const uint v362 = shared[v13 + 272];
                shared[v74] = as_uint(fmax(as_float(v358), as_float(v362)));
                const uint v367 = shared[v85];
                const uint v371 = shared[v13 + 528];
                shared[v85] = as_uint(fmax(as_float(v367), as_float(v371)));
                const uint v376 = shared[v222];
                const uint v380 = shared[v13 + 784];
                shared[v222] = as_uint(fmax(as_float(v376), as_float(v380)));
                const uint v385 = shared[v226];
                const uint v389 = shared[v13 + 1040];
                shared[v226] = as_uint(fmax(as_float(v385), as_float(v389)));
                const uint v394 = shared[v230];
                const uint v398 = shared[v13 + 1296];
                shared[v230] = as_uint(fmax(as_float(v394), as_float(v398)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v406 = v13 < 8;
            if (v406) {
                const uint v409 = shared[v13];
                const uint v411 = shared[v13 + 8];
                shared[v13] = as_uint(fmax(as_float(v409), as_float(v411)));
                const uint v416 = shared[v74];
                const uint v420 = shared[v13 + 264];
                shared[v74] = as_uint(fmax(as_float(v416), as_float(v420)));
                const uint v425 = shared[v85];
                const uint v429 = shared[v13 + 520];
                shared[v85] = as_uint(fmax(as_float(v425), as_float(v429)));
                const uint v434 = shared[v222];
                const uint v438 = shared[v13 + 776];
                shared[v222] = as_uint(fmax(as_float(v434), as_float(v438)));
                const uint v443 = shared[v226];
                const uint v447 = shared[v13 + 1032];
                shared[v226] = as_uint(fmax(as_float(v443), as_float(v447)));
                const uint v452 = shared[v230];
                const uint v456 = shared[v13 + 1288];
                shared[v230] = as_uint(fmax(as_float(v452), as_float(v456)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v463 = v13 < 4;
            if (v463) {
                const uint v466 = shared[v13];
                const uint v468 = shared[v13 + 4];
                shared[v13] = as_uint(fmax(as_float(v466), as_float(v468)));
                const uint v473 = shared[v74];
                const uint v477 = shared[v13 + 260];
                shared[v74] = as_uint(fmax(as_float(v473), as_float(v477)));
                const uint v482 = shared[v85];
                const uint v486 = shared[v13 + 516];
                shared[v85] = as_uint(fmax(as_float(v482), as_float(v486)));
                const uint v491 = shared[v222];
                const uint v495 = shared[v13 + 772];
                shared[v222] = as_uint(fmax(as_float(v491), as_float(v495)));
                const uint v500 = shared[v226];
                const uint v504 = shared[v13 + 1028];
                shared[v226] = as_uint(fmax(as_float(v500), as_float(v504)));
                const uint v509 = shared[v230];
                const uint v513 = shared[v13 + 1284];
                shared[v230] = as_uint(fmax(as_float(v509), as_float(v513)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v520 = v13 < 2;
            if (v520) {
                const uint v523 = shared[v13];
                const uint v525 = shared[v13 + 2];
                shared[v13] = as_uint(fmax(as_float(v523), as_float(v525)));
                const uint v530 = shared[v74];
                const uint v534 = shared[v13 + 258];
                shared[v74] = as_uint(fmax(as_float(v530), as_float(v534)));
                const uint v539 = shared[v85];
                const uint v543 = shared[v13 + 514];
                shared[v85] = as_uint(fmax(as_float(v539), as_float(v543)));
                const uint v548 = shared[v222];
                const uint v552 = shared[v13 + 770];
                shared[v222] = as_uint(fmax(as_float(v548), as_float(v552)));
                const uint v557 = shared[v226];
                const uint v561 = shared[v13 + 1026];
                shared[v226] = as_uint(fmax(as_float(v557), as_float(v561)));
                const uint v566 = shared[v230];
                const uint v570 = shared[v13 + 1282];
                shared[v230] = as_uint(fmax(as_float(v566), as_float(v570)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v577 = v13 < 1;
            if (v577) {
                const uint v580 = shared[v13];
                const uint v582 = shared[v13 + 1];
                shared[v13] = as_uint(fmax(as_float(v580), as_float(v582)));
                const uint v587 = shared[v74];
                const uint v591 = shared[v13 + 257];
                shared[v74] = as_uint(fmax(as_float(v587), as_float(v591)));
                const uint v596 = shared[v85];
                const uint v600 = shared[v13 + 513];
                shared[v85] = as_uint(fmax(as_float(v596), as_float(v600)));
                const uint v605 = shared[v222];
                const uint v609 = shared[v13 + 769];
                shared[v222] = as_uint(fmax(as_float(v605), as_float(v609)));
                const uint v614 = shared[v226];
                const uint v618 = shared[v13 + 1025];
                shared[v226] = as_uint(fmax(as_float(v614), as_float(v618)));
                const uint v623 = shared[v230];
                const uint v627 = shared[v13 + 1281];
                shared[v230] = as_uint(fmax(as_float(v623), as_float(v627)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v634 = shared[0];
            const uint v636 = shared[256];
            const uint v638 = shared[512];
            const uint v640 = shared[768];
            const uint v642 = shared[1024];
            const uint v644 = shared[1280];
            const float v647 = fmax(v99, as_float(v634));
            const float v649 = fmax(v100, as_float(v636));
            const float v651 = fmax(v101, as_float(v638));
            const float v653 = fmax(v102, as_float(v640));
            const float v655 = fmax(v103, as_float(v642));
            const float v657 = fmax(v104, as_float(v644));
            const float v660 = exp(v99 - v647);
            const float v663 = exp(v100 - v649);
            const float v666 = exp(v101 - v651);
            const float v669 = exp(v102 - v653);
            const float v672 = exp(v103 - v655);
            const float v675 = exp(v104 - v657);
            const float v677 = exp(v195 - v647);
            const float v679 = exp(v196 - v649);
            const float v681 = exp(v197 - v651);
            const float v683 = exp(v198 - v653);
            const float v685 = exp(v199 - v655);
            const float v687 = exp(v200 - v657);
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v202) {
                shared[v123 + 2304] = as_uint(v677);
            }
            if (v202) {
                shared[v123 + 2368] = as_uint(v679);
            }
            if (v202) {
                shared[v123 + 2432] = as_uint(v681);
            }
            if (v202) {
                shared[v123 + 2496] = as_uint(v683);
            }
            if (v202) {
                shared[v123 + 2560] = as_uint(v685);
            }
            if (v202) {
                shared[v123 + 2624] = as_uint(v687);
            }
            shared[v13] = as_uint(v202 ? v677 : 0.0f);
            shared[v74] = as_uint(v202 ? v679 : 0.0f);
            shared[v85] = as_uint(v202 ? v681 : 0.0f);
            shared[v222] = as_uint(v202 ? v683 : 0.0f);
            shared[v226] = as_uint(v202 ? v685 : 0.0f);
            shared[v230] = as_uint(v202 ? v687 : 0.0f);
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v202) {
                const uint v758 = shared[v13];
                const uint v760 = shared[v13 + 64];
                shared[v13] = as_uint(as_float(v758) + as_float(v760));
                const uint v765 = shared[v74];
                const uint v768 = shared[v13 + 320];
                shared[v74] = as_uint(as_float(v765) + as_float(v768));
                const uint v773 = shared[v85];
                const uint v777 = shared[v13 + 576];
                shared[v85] = as_uint(as_float(v773) + as_float(v777));
                const uint v782 = shared[v222];
                const uint v786 = shared[v13 + 832];
                shared[v222] = as_uint(as_float(v782) + as_float(v786));
                const uint v791 = shared[v226];
                const uint v795 = shared[v13 + 1088];
                shared[v226] = as_uint(as_float(v791) + as_float(v795));
                const uint v800 = shared[v230];
                const uint v804 = shared[v13 + 1344];
                shared[v230] = as_uint(as_float(v800) + as_float(v804));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v290) {
                const uint v813 = shared[v13];
                const uint v815 = shared[v13 + 32];
                shared[v13] = as_uint(as_float(v813) + as_float(v815));
                const uint v820 = shared[v74];
                const uint v824 = shared[v13 + 288];
                shared[v74] = as_uint(as_float(v820) + as_float(v824));
                const uint v829 = shared[v85];
                const uint v833 = shared[v13 + 544];
                shared[v85] = as_uint(as_float(v829) + as_float(v833));
                const uint v838 = shared[v222];
                const uint v842 = shared[v13 + 800];
                shared[v222] = as_uint(as_float(v838) + as_float(v842));
                const uint v847 = shared[v226];
                const uint v851 = shared[v13 + 1056];
                shared[v226] = as_uint(as_float(v847) + as_float(v851));
                const uint v856 = shared[v230];
                const uint v860 = shared[v13 + 1312];
                shared[v230] = as_uint(as_float(v856) + as_float(v860));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v348) {
                const uint v869 = shared[v13];
                const uint v871 = shared[v13 + 16];
                shared[v13] = as_uint(as_float(v869) + as_float(v871));
                const uint v876 = shared[v74];
                const uint v880 = shared[v13 + 272];
                shared[v74] = as_uint(as_float(v876) + as_float(v880));
                const uint v885 = shared[v85];
                const uint v889 = shared[v13 + 528];
                shared[v85] = as_uint(as_float(v885) + as_float(v889));
                const uint v894 = shared[v222];
                const uint v898 = shared[v13 + 784];
                shared[v222] = as_uint(as_float(v894) + as_float(v898));
                const uint v903 = shared[v226];
                const uint v907 = shared[v13 + 1040];
                shared[v226] = as_uint(as_float(v903) + as_float(v907));
                const uint v912 = shared[v230];
                const uint v916 = shared[v13 + 1296];
                shared[v230] = as_uint(as_float(v912) + as_float(v916));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v406) {
                const uint v925 = shared[v13];
                const uint v927 = shared[v13 + 8];
                shared[v13] = as_uint(as_float(v925) + as_float(v927));
                const uint v932 = shared[v74];
                const uint v936 = shared[v13 + 264];
                shared[v74] = as_uint(as_float(v932) + as_float(v936));
                const uint v941 = shared[v85];
                const uint v945 = shared[v13 + 520];
                shared[v85] = as_uint(as_float(v941) + as_float(v945));
                const uint v950 = shared[v222];
                const uint v954 = shared[v13 + 776];
                shared[v222] = as_uint(as_float(v950) + as_float(v954));
                const uint v959 = shared[v226];
                const uint v963 = shared[v13 + 1032];
                shared[v226] = as_uint(as_float(v959) + as_float(v963));
                const uint v968 = shared[v230];
                const uint v972 = shared[v13 + 1288];
                shared[v230] = as_uint(as_float(v968) + as_float(v972));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v463) {
                const uint v981 = shared[v13];
                const uint v983 = shared[v13 + 4];
                shared[v13] = as_uint(as_float(v981) + as_float(v983));
                const uint v988 = shared[v74];
                const uint v992 = shared[v13 + 260];
                shared[v74] = as_uint(as_float(v988) + as_float(v992));
                const uint v997 = shared[v85];
                const uint v1001 = shared[v13 + 516];
                shared[v85] = as_uint(as_float(v997) + as_float(v1001));
                const uint v1006 = shared[v222];
                const uint v1010 = shared[v13 + 772];
                shared[v222] = as_uint(as_float(v1006) + as_float(v1010));
                const uint v1015 = shared[v226];
                const uint v1019 = shared[v13 + 1028];
                shared[v226] = as_uint(as_float(v1015) + as_float(v1019));
                const uint v1024 = shared[v230];
                const uint v1028 = shared[v13 + 1284];
                shared[v230] = as_uint(as_float(v1024) + as_float(v1028));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v520) {
                const uint v1037 = shared[v13];
                const uint v1039 = shared[v13 + 2];
                shared[v13] = as_uint(as_float(v1037) + as_float(v1039));
                const uint v1044 = shared[v74];
                const uint v1048 = shared[v13 + 258];
                shared[v74] = as_uint(as_float(v1044) + as_float(v1048));
                const uint v1053 = shared[v85];
                const uint v1057 = shared[v13 + 514];
                shared[v85] = as_uint(as_float(v1053) + as_float(v1057));
                const uint v1062 = shared[v222];
                const uint v1066 = shared[v13 + 770];
                shared[v222] = as_uint(as_float(v1062) + as_float(v1066));
                const uint v1071 = shared[v226];
                const uint v1075 = shared[v13 + 1026];
                shared[v226] = as_uint(as_float(v1071) + as_float(v1075));
                const uint v1080 = shared[v230];
                const uint v1084 = shared[v13 + 1282];
                shared[v230] = as_uint(as_float(v1080) + as_float(v1084));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v577) {
                const uint v1093 = shared[v13];
                const uint v1095 = shared[v13 + 1];
                shared[v13] = as_uint(as_float(v1093) + as_float(v1095));
                const uint v1100 = shared[v74];
                const uint v1104 = shared[v13 + 257];
                shared[v74] = as_uint(as_float(v1100) + as_float(v1104));
                const uint v1109 = shared[v85];
                const uint v1113 = shared[v13 + 513];
                shared[v85] = as_uint(as_float(v1109) + as_float(v1113));
                const uint v1118 = shared[v222];
                const uint v1122 = shared[v13 + 769];
                shared[v222] = as_uint(as_float(v1118) + as_float(v1122));
                const uint v1127 = shared[v226];
                const uint v1131 = shared[v13 + 1025];
                shared[v226] = as_uint(as_float(v1127) + as_float(v1131));
                const uint v1136 = shared[v230];
                const uint v1140 = shared[v13 + 1281];
                shared[v230] = as_uint(as_float(v1136) + as_float(v1140));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v1147 = shared[0];
            const uint v1149 = shared[256];
            const uint v1151 = shared[512];
            const uint v1153 = shared[768];
            const uint v1155 = shared[1024];
            const uint v1157 = shared[1280];
            v106 = fma(v106, v660, as_float(v1147));
            v107 = fma(v107, v663, as_float(v1149));
            v108 = fma(v108, v666, as_float(v1151));
            v109 = fma(v109, v669, as_float(v1153));
            v110 = fma(v110, v672, as_float(v1155));
            v111 = fma(v111, v675, as_float(v1157));
            float v1189 = v112 * v660;
            float v1190 = v113 * v663;
            float v1191 = v114 * v666;
            float v1192 = v115 * v669;
            float v1193 = v116 * v672;
            float v1194 = v117 * v675;
            #pragma unroll 4
            for (int v1195 = 0; v1195 < 64; v1195 += 1) {
                const int v1196 = (int)((uint)v121 + (uint)v1195);
                const bool v1199 = 0 <= v1196 && v1196 < v97;
                const uint v1204 = (uint)b2[v1199 ? (int)((uint)v96 + (uint)v1196 * 128u + (uint)v13) : 0];
                const float v1209 = as_float((v1199 ? v1204 : 0u) << 16);
                const uint v1212 = shared[v1195 + 2304];
                v1189 = fma(as_float(v1212), v1209, v1189);
                const uint v1220 = shared[v1195 + 2368];
                v1190 = fma(as_float(v1220), v1209, v1190);
                const uint v1228 = shared[v1195 + 2432];
                v1191 = fma(as_float(v1228), v1209, v1191);
                const uint v1236 = shared[v1195 + 2496];
                v1192 = fma(as_float(v1236), v1209, v1192);
                const uint v1244 = shared[v1195 + 2560];
                v1193 = fma(as_float(v1244), v1209, v1193);
                const uint v1252 = shared[v1195 + 2624];
                v1194 = fma(as_float(v1252), v1209, v1194);
            }
            const float v1259 = v1190;
            const float v1260 = v1191;
            const float v1261 = v1192;
            const float v1262 = v1193;
            const float v1263 = v1194;
            v112 = v1189;
            v113 = v1259;
            v114 = v1260;
            v115 = v1261;
            v116 = v1262;
            v117 = v1263;
            v99 = v647;
            v100 = v649;
            v101 = v651;
            v102 = v653;
            v103 = v655;
            v104 = v657;
        }
        const int v1280 = (int)((uint)v19 * 16u + (uint)(v20 / 256));
        const bool v1283 = 0 <= v1280 && v1280 < 32;
        const int v1284 = (int)((uint)v1280 * 768u);
        const int v1285 = v1283 ? 6 : 0;
        const int v1286 = (int)((uint)v1280 * 12u);
        const int v1287 = v1283 ? 2 : 0;
        const int v1289 = 0 < v1287 ? 6 : 0;
        const int v1291 = (int)((uint)v1286 + 6u);
        const int v1292 = 1 < v1287 ? 6 : 0;
        const float v1293 = v112;
        const int v1295 = (int)((uint)v1284 + (uint)v13);
        if (0 < v1285) {
            b3[v1295] = v1293;
        }
        const float v1299 = v113;
        const int v1302 = (int)((uint)v1284 + 128u + (uint)v13);
        if (1 < v1285) {
            b3[v1302] = v1299;
        }
        const float v1306 = v114;
        const int v1309 = (int)((uint)v1284 + 256u + (uint)v13);
        if (2 < v1285) {
            b3[v1309] = v1306;
        }
        const float v1313 = v115;
        const int v1316 = (int)((uint)v1284 + 384u + (uint)v13);
        if (3 < v1285) {
            b3[v1316] = v1313;
        }
        const float v1320 = v116;
        const int v1323 = (int)((uint)v1284 + 512u + (uint)v13);
        if (4 < v1285) {
            b3[v1323] = v1320;
        }
        const float v1327 = v117;
        const int v1330 = (int)((uint)v1284 + 640u + (uint)v13);
        if (5 < v1285) {
            b3[v1330] = v1327;
        }
        const bool v1334 = v13 == 0;
        if (v1334) {
            const float v1336 = v99;
            if (0 < v1289) {
                b4[v1286] = v1336;
            }
        }
        const bool v1342 = v13 == 1;
        if (v1342) {
            const float v1344 = v100;
            const int v1346 = (int)((uint)v1286 + 1u);
            if (1 < v1289) {
                b4[v1346] = v1344;
            }
        }
        const bool v1351 = v13 == 2;
        if (v1351) {
            const float v1353 = v101;
            const int v1355 = (int)((uint)v1286 + 2u);
            if (2 < v1289) {
                b4[v1355] = v1353;
            }
        }
        const bool v1360 = v13 == 3;
        if (v1360) {
            const float v1362 = v102;
            const int v1364 = (int)((uint)v1286 + 3u);
            if (3 < v1289) {
                b4[v1364] = v1362;
            }
        }
        const bool v1369 = v13 == 4;
        if (v1369) {
            const float v1371 = v103;
            const int v1373 = (int)((uint)v1286 + 4u);
            if (4 < v1289) {
                b4[v1373] = v1371;
            }
        }
        const bool v1378 = v13 == 5;
        if (v1378) {
            const float v1380 = v104;
            const int v1382 = (int)((uint)v1286 + 5u);
            if (5 < v1289) {
                b4[v1382] = v1380;
            }
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v1334) {
            const float v1389 = v106;
            if (0 < v1292) {
                b4[v1291] = v1389;
            }
        }
        if (v1342) {
            const float v1396 = v107;
            const int v1399 = (int)((uint)v1286 + 7u);
            if (1 < v1292) {
                b4[v1399] = v1396;
            }
        }
        if (v1351) {
            const float v1405 = v108;
            const int v1408 = (int)((uint)v1286 + 8u);
            if (2 < v1292) {
                b4[v1408] = v1405;
            }
        }
        if (v1360) {
            const float v1414 = v109;
            const int v1417 = (int)((uint)v1286 + 9u);
            if (3 < v1292) {
                b4[v1417] = v1414;
            }
        }
        if (v1369) {
            const float v1423 = v110;
            const int v1426 = (int)((uint)v1286 + 10u);
            if (4 < v1292) {
                b4[v1426] = v1423;
            }
        }
        if (v1378) {
            const float v1432 = v111;
            const int v1435 = (int)((uint)v1286 + 11u);
            if (5 < v1292) {
                b4[v1435] = v1432;
            }
        }
    }
}

// tessera kernel attention_decode_gqa entry attention_decode_gqa__wide wide 1 params i32,i16,i16,w32,w32 sizes 1 threads 128 teams 1 count -1 shared 10752 cost 2100225
__kernel __attribute__((reqd_work_group_size(128, 1, 1))) void attention_decode_gqa__wide(
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
    const int v2 = s0[0];
    const int v11 = 0 < v2 ? (int)((uint)v2 - 1u) / 256 + 1 : 0;
    const int v12 = v11 * 2;
    const int v13 = (int)get_local_id(0);
    const int v14 = (int)get_group_id(0);
    const int v15 = (int)get_num_groups(0);
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
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        shared[v13 + 1536] = as_uint(v34 * 0.088388346f);
        shared[v13 + 1664] = as_uint(v40 * 0.088388346f);
        const int v74 = v13 + 256;
        shared[v13 + 1792] = as_uint(v45 * 0.088388346f);
        shared[v13 + 1920] = as_uint(v51 * 0.088388346f);
        const int v85 = v13 + 512;
        shared[v13 + 2048] = as_uint(v57 * 0.088388346f);
        shared[v13 + 2176] = as_uint(v63 * 0.088388346f);
        const int v96 = (int)((uint)v19 * 524288u);
        const int v97 = min(v2, 4096);
        float v99 = -1e+30f;
        float v100 = -1e+30f;
        float v101 = -1e+30f;
        float v102 = -1e+30f;
        float v103 = -1e+30f;
        float v104 = -1e+30f;
        float v106 = 0.0f;
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
        const int v119 = min(v2, (int)((uint)v20 + 256u));
        #pragma unroll 4
        for (int v121 = v20; v121 < v119; v121 += 64) {
            const int v123 = min(v13, 63);
            const int v124 = (int)((uint)v121 + (uint)v123);
            const bool v125 = v124 < v2;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            float v127 = 0.0f;
            float v128 = 0.0f;
            float v129 = 0.0f;
            float v130 = 0.0f;
            float v131 = 0.0f;
            float v132 = 0.0f;
            for (int v134 = 0; v134 < 128; v134 += 8) {
                const bool v137 = 0 <= v124 && v124 < v97;
                const int v142 = v137 ? (int)((uint)v96 + (uint)v124 * 128u + (uint)v134) >> 3 : 0;
                const uint4 v143 = ((__global const uint4 *)b1)[v142];
                const float v168 = as_float((v137 ? v143.x & 0xffffu : 0u) << 16);
                const uint v170 = shared[v134 + 1536];
                v127 = fma(as_float(v170), v168, v127);
                const uint v177 = shared[v134 + 1664];
                v128 = fma(as_float(v177), v168, v128);
                const uint v184 = shared[v134 + 1792];
                v129 = fma(as_float(v184), v168, v129);
                const uint v191 = shared[v134 + 1920];
                v130 = fma(as_float(v191), v168, v130);
                const uint v198 = shared[v134 + 2048];
                v131 = fma(as_float(v198), v168, v131);
                const uint v205 = shared[v134 + 2176];
                v132 = fma(as_float(v205), v168, v132);
                const float v211 = as_float((v137 ? v143.x >> 16 : 0u) << 16);
                const uint v215 = shared[v134 + 1537];
                v127 = fma(as_float(v215), v211, v127);
                const uint v224 = shared[v134 + 1665];
                v128 = fma(as_float(v224), v211, v128);
                const uint v233 = shared[v134 + 1793];
                v129 = fma(as_float(v233), v211, v129);
                const uint v242 = shared[v134 + 1921];
                v130 = fma(as_float(v242), v211, v130);
                const uint v251 = shared[v134 + 2049];
                v131 = fma(as_float(v251), v211, v131);
                const uint v260 = shared[v134 + 2177];
                v132 = fma(as_float(v260), v211, v132);
                const float v266 = as_float((v137 ? v143.y & 0xffffu : 0u) << 16);
                const uint v270 = shared[v134 + 1538];
                v127 = fma(as_float(v270), v266, v127);
                const uint v279 = shared[v134 + 1666];
                v128 = fma(as_float(v279), v266, v128);
                const uint v288 = shared[v134 + 1794];
                v129 = fma(as_float(v288), v266, v129);
                const uint v297 = shared[v134 + 1922];
                v130 = fma(as_float(v297), v266, v130);
                const uint v306 = shared[v134 + 2050];
                v131 = fma(as_float(v306), v266, v131);
                const uint v315 = shared[v134 + 2178];
                v132 = fma(as_float(v315), v266, v132);
                const float v321 = as_float((v137 ? v143.y >> 16 : 0u) << 16);
                const uint v325 = shared[v134 + 1539];
                v127 = fma(as_float(v325), v321, v127);
                const uint v334 = shared[v134 + 1667];
                v128 = fma(as_float(v334), v321, v128);
                const uint v343 = shared[v134 + 1795];
                v129 = fma(as_float(v343), v321, v129);
                const uint v352 = shared[v134 + 1923];
                v130 = fma(as_float(v352), v321, v130);
                const uint v361 = shared[v134 + 2051];
                v131 = fma(as_float(v361), v321, v131);
                const uint v370 = shared[v134 + 2179];
                v132 = fma(as_float(v370), v321, v132);
                const float v376 = as_float((v137 ? v143.z & 0xffffu : 0u) << 16);
                const uint v380 = shared[v134 + 1540];
                v127 = fma(as_float(v380), v376, v127);
                const uint v389 = shared[v134 + 1668];
                v128 = fma(as_float(v389), v376, v128);
                const uint v398 = shared[v134 + 1796];
                v129 = fma(as_float(v398), v376, v129);
                const uint v407 = shared[v134 + 1924];
                v130 = fma(as_float(v407), v376, v130);
                const uint v416 = shared[v134 + 2052];
                v131 = fma(as_float(v416), v376, v131);
                const uint v425 = shared[v134 + 2180];
                v132 = fma(as_float(v425), v376, v132);
                const float v431 = as_float((v137 ? v143.z >> 16 : 0u) << 16);
                const uint v435 = shared[v134 + 1541];
                v127 = fma(as_float(v435), v431, v127);
                const uint v444 = shared[v134 + 1669];
                v128 = fma(as_float(v444), v431, v128);
                const uint v453 = shared[v134 + 1797];
                v129 = fma(as_float(v453), v431, v129);
                const uint v462 = shared[v134 + 1925];
                v130 = fma(as_float(v462), v431, v130);
                const uint v471 = shared[v134 + 2053];
                v131 = fma(as_float(v471), v431, v131);
                const uint v480 = shared[v134 + 2181];
                v132 = fma(as_float(v480), v431, v132);
                const float v486 = as_float((v137 ? v143.w & 0xffffu : 0u) << 16);
                const uint v490 = shared[v134 + 1542];
                v127 = fma(as_float(v490), v486, v127);
                const uint v499 = shared[v134 + 1670];
                v128 = fma(as_float(v499), v486, v128);
                const uint v508 = shared[v134 + 1798];
                v129 = fma(as_float(v508), v486, v129);
                const uint v517 = shared[v134 + 1926];
                v130 = fma(as_float(v517), v486, v130);
                const uint v526 = shared[v134 + 2054];
                v131 = fma(as_float(v526), v486, v131);
                const uint v535 = shared[v134 + 2182];
                v132 = fma(as_float(v535), v486, v132);
                const float v541 = as_float((v137 ? v143.w >> 16 : 0u) << 16);
                const uint v546 = shared[v134 + 1543];
                v127 = fma(as_float(v546), v541, v127);
                const uint v555 = shared[v134 + 1671];
                v128 = fma(as_float(v555), v541, v128);
                const uint v564 = shared[v134 + 1799];
                v129 = fma(as_float(v564), v541, v129);
                const uint v573 = shared[v134 + 1927];
                v130 = fma(as_float(v573), v541, v130);
                const uint v582 = shared[v134 + 2055];
                v131 = fma(as_float(v582), v541, v131);
                const uint v591 = shared[v134 + 2183];
                v132 = fma(as_float(v591), v541, v132);
            }
            const float v603 = v125 ? v127 : -1e+30f;
            const float v604 = v125 ? v128 : -1e+30f;
            const float v605 = v125 ? v129 : -1e+30f;
            const float v606 = v125 ? v130 : -1e+30f;
            const float v607 = v125 ? v131 : -1e+30f;
            const float v608 = v125 ? v132 : -1e+30f;
            const bool v610 = v13 < 64;
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            shared[v13] = as_uint(fmax(-INFINITY, v610 ? v603 : -INFINITY));
            shared[v74] = as_uint(fmax(-INFINITY, v610 ? v604 : -INFINITY));
            shared[v85] = as_uint(fmax(-INFINITY, v610 ? v605 : -INFINITY));
            const int v630 = v13 + 768;
            shared[v630] = as_uint(fmax(-INFINITY, v610 ? v606 : -INFINITY));
            const int v634 = v13 + 1024;
            shared[v634] = as_uint(fmax(-INFINITY, v610 ? v607 : -INFINITY));
            const int v638 = v13 + 1280;
            shared[v638] = as_uint(fmax(-INFINITY, v610 ? v608 : -INFINITY));
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v610) {
                const uint v644 = shared[v13];
                const uint v646 = shared[v13 + 64];
                shared[v13] = as_uint(fmax(as_float(v644), as_float(v646)));
                const uint v651 = shared[v74];
                const uint v655 = shared[v13 + 320];
                shared[v74] = as_uint(fmax(as_float(v651), as_float(v655)));
                const uint v660 = shared[v85];
                const uint v664 = shared[v13 + 576];
                shared[v85] = as_uint(fmax(as_float(v660), as_float(v664)));
                const uint v669 = shared[v630];
                const uint v673 = shared[v13 + 832];
                shared[v630] = as_uint(fmax(as_float(v669), as_float(v673)));
                const uint v678 = shared[v634];
                const uint v682 = shared[v13 + 1088];
                shared[v634] = as_uint(fmax(as_float(v678), as_float(v682)));
                const uint v687 = shared[v638];
                const uint v691 = shared[v13 + 1344];
                shared[v638] = as_uint(fmax(as_float(v687), as_float(v691)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v698 = v13 < 32;
            if (v698) {
                const uint v701 = shared[v13];
                const uint v703 = shared[v13 + 32];
                shared[v13] = as_uint(fmax(as_float(v701), as_float(v703)));
                const uint v708 = shared[v74];
                const uint v712 = shared[v13 + 288];
                shared[v74] = as_uint(fmax(as_float(v708), as_float(v712)));
                const uint v717 = shared[v85];
                const uint v721 = shared[v13 + 544];
                shared[v85] = as_uint(fmax(as_float(v717), as_float(v721)));
                const uint v726 = shared[v630];
                const uint v730 = shared[v13 + 800];
                shared[v630] = as_uint(fmax(as_float(v726), as_float(v730)));
                const uint v735 = shared[v634];
                const uint v739 = shared[v13 + 1056];
                shared[v634] = as_uint(fmax(as_float(v735), as_float(v739)));
                const uint v744 = shared[v638];
                const uint v748 = shared[v13 + 1312];
                shared[v638] = as_uint(fmax(as_float(v744), as_float(v748)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v756 = v13 < 16;
            if (v756) {
                const uint v759 = shared[v13];
                const uint v761 = shared[v13 + 16];
                shared[v13] = as_uint(fmax(as_float(v759), as_float(v761)));
                const uint v766 = shared[v74];
                const uint v770 = shared[v13 + 272];
                shared[v74] = as_uint(fmax(as_float(v766), as_float(v770)));
                const uint v775 = shared[v85];
                const uint v779 = shared[v13 + 528];
                shared[v85] = as_uint(fmax(as_float(v775), as_float(v779)));
                const uint v784 = shared[v630];
                const uint v788 = shared[v13 + 784];
                shared[v630] = as_uint(fmax(as_float(v784), as_float(v788)));
                const uint v793 = shared[v634];
                const uint v797 = shared[v13 + 1040];
                shared[v634] = as_uint(fmax(as_float(v793), as_float(v797)));
                const uint v802 = shared[v638];
                const uint v806 = shared[v13 + 1296];
                shared[v638] = as_uint(fmax(as_float(v802), as_float(v806)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v813 = v13 < 8;
            if (v813) {
                const uint v816 = shared[v13];
                const uint v818 = shared[v13 + 8];
                shared[v13] = as_uint(fmax(as_float(v816), as_float(v818)));
                const uint v823 = shared[v74];
                const uint v827 = shared[v13 + 264];
                shared[v74] = as_uint(fmax(as_float(v823), as_float(v827)));
                const uint v832 = shared[v85];
                const uint v836 = shared[v13 + 520];
                shared[v85] = as_uint(fmax(as_float(v832), as_float(v836)));
                const uint v841 = shared[v630];
                const uint v845 = shared[v13 + 776];
                shared[v630] = as_uint(fmax(as_float(v841), as_float(v845)));
                const uint v850 = shared[v634];
                const uint v854 = shared[v13 + 1032];
                shared[v634] = as_uint(fmax(as_float(v850), as_float(v854)));
                const uint v859 = shared[v638];
                const uint v863 = shared[v13 + 1288];
                shared[v638] = as_uint(fmax(as_float(v859), as_float(v863)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v870 = v13 < 4;
            if (v870) {
                const uint v873 = shared[v13];
                const uint v875 = shared[v13 + 4];
                shared[v13] = as_uint(fmax(as_float(v873), as_float(v875)));
                const uint v880 = shared[v74];
                const uint v884 = shared[v13 + 260];
                shared[v74] = as_uint(fmax(as_float(v880), as_float(v884)));
                const uint v889 = shared[v85];
                const uint v893 = shared[v13 + 516];
                shared[v85] = as_uint(fmax(as_float(v889), as_float(v893)));
                const uint v898 = shared[v630];
                const uint v902 = shared[v13 + 772];
                shared[v630] = as_uint(fmax(as_float(v898), as_float(v902)));
                const uint v907 = shared[v634];
                const uint v911 = shared[v13 + 1028];
                shared[v634] = as_uint(fmax(as_float(v907), as_float(v911)));
                const uint v916 = shared[v638];
                const uint v920 = shared[v13 + 1284];
                shared[v638] = as_uint(fmax(as_float(v916), as_float(v920)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v927 = v13 < 2;
            if (v927) {
                const uint v930 = shared[v13];
                const uint v932 = shared[v13 + 2];
                shared[v13] = as_uint(fmax(as_float(v930), as_float(v932)));
                const uint v937 = shared[v74];
                const uint v941 = shared[v13 + 258];
                shared[v74] = as_uint(fmax(as_float(v937), as_float(v941)));
                const uint v946 = shared[v85];
                const uint v950 = shared[v13 + 514];
                shared[v85] = as_uint(fmax(as_float(v946), as_float(v950)));
                const uint v955 = shared[v630];
                const uint v959 = shared[v13 + 770];
                shared[v630] = as_uint(fmax(as_float(v955), as_float(v959)));
                const uint v964 = shared[v634];
                const uint v968 = shared[v13 + 1026];
                shared[v634] = as_uint(fmax(as_float(v964), as_float(v968)));
                const uint v973 = shared[v638];
                const uint v977 = shared[v13 + 1282];
                shared[v638] = as_uint(fmax(as_float(v973), as_float(v977)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const bool v984 = v13 < 1;
            if (v984) {
                const uint v987 = shared[v13];
                const uint v989 = shared[v13 + 1];
                shared[v13] = as_uint(fmax(as_float(v987), as_float(v989)));
                const uint v994 = shared[v74];
                const uint v998 = shared[v13 + 257];
                shared[v74] = as_uint(fmax(as_float(v994), as_float(v998)));
                const uint v1003 = shared[v85];
                const uint v1007 = shared[v13 + 513];
                shared[v85] = as_uint(fmax(as_float(v1003), as_float(v1007)));
                const uint v1012 = shared[v630];
                const uint v1016 = shared[v13 + 769];
                shared[v630] = as_uint(fmax(as_float(v1012), as_float(v1016)));
                const uint v1021 = shared[v634];
                const uint v1025 = shared[v13 + 1025];
                shared[v634] = as_uint(fmax(as_float(v1021), as_float(v1025)));
                const uint v1030 = shared[v638];
                const uint v1034 = shared[v13 + 1281];
                shared[v638] = as_uint(fmax(as_float(v1030), as_float(v1034)));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v1041 = shared[0];
            const uint v1043 = shared[256];
            const uint v1045 = shared[512];
            const uint v1047 = shared[768];
            const uint v1049 = shared[1024];
            const uint v1051 = shared[1280];
            const float v1054 = fmax(v99, as_float(v1041));
            const float v1056 = fmax(v100, as_float(v1043));
            const float v1058 = fmax(v101, as_float(v1045));
            const float v1060 = fmax(v102, as_float(v1047));
            const float v1062 = fmax(v103, as_float(v1049));
            const float v1064 = fmax(v104, as_float(v1051));
            const float v1067 = exp(v99 - v1054);
            const float v1070 = exp(v100 - v1056);
            const float v1073 = exp(v101 - v1058);
            const float v1076 = exp(v102 - v1060);
            const float v1079 = exp(v103 - v1062);
            const float v1082 = exp(v104 - v1064);
            const float v1084 = exp(v603 - v1054);
            const float v1086 = exp(v604 - v1056);
            const float v1088 = exp(v605 - v1058);
            const float v1090 = exp(v606 - v1060);
            const float v1092 = exp(v607 - v1062);
            const float v1094 = exp(v608 - v1064);
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v610) {
                shared[v123 + 2304] = as_uint(v1084);
            }
            if (v610) {
                shared[v123 + 2368] = as_uint(v1086);
            }
            if (v610) {
                shared[v123 + 2432] = as_uint(v1088);
            }
            if (v610) {
                shared[v123 + 2496] = as_uint(v1090);
            }
            if (v610) {
                shared[v123 + 2560] = as_uint(v1092);
            }
            if (v610) {
                shared[v123 + 2624] = as_uint(v1094);
            }
            shared[v13] = as_uint(v610 ? v1084 : 0.0f);
            shared[v74] = as_uint(v610 ? v1086 : 0.0f);
            shared[v85] = as_uint(v610 ? v1088 : 0.0f);
            shared[v630] = as_uint(v610 ? v1090 : 0.0f);
            shared[v634] = as_uint(v610 ? v1092 : 0.0f);
            shared[v638] = as_uint(v610 ? v1094 : 0.0f);
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v610) {
                const uint v1165 = shared[v13];
                const uint v1167 = shared[v13 + 64];
                shared[v13] = as_uint(as_float(v1165) + as_float(v1167));
                const uint v1172 = shared[v74];
                const uint v1175 = shared[v13 + 320];
                shared[v74] = as_uint(as_float(v1172) + as_float(v1175));
                const uint v1180 = shared[v85];
                const uint v1184 = shared[v13 + 576];
                shared[v85] = as_uint(as_float(v1180) + as_float(v1184));
                const uint v1189 = shared[v630];
                const uint v1193 = shared[v13 + 832];
                shared[v630] = as_uint(as_float(v1189) + as_float(v1193));
                const uint v1198 = shared[v634];
                const uint v1202 = shared[v13 + 1088];
                shared[v634] = as_uint(as_float(v1198) + as_float(v1202));
                const uint v1207 = shared[v638];
                const uint v1211 = shared[v13 + 1344];
                shared[v638] = as_uint(as_float(v1207) + as_float(v1211));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v698) {
                const uint v1220 = shared[v13];
                const uint v1222 = shared[v13 + 32];
                shared[v13] = as_uint(as_float(v1220) + as_float(v1222));
                const uint v1227 = shared[v74];
                const uint v1231 = shared[v13 + 288];
                shared[v74] = as_uint(as_float(v1227) + as_float(v1231));
                const uint v1236 = shared[v85];
                const uint v1240 = shared[v13 + 544];
                shared[v85] = as_uint(as_float(v1236) + as_float(v1240));
                const uint v1245 = shared[v630];
                const uint v1249 = shared[v13 + 800];
                shared[v630] = as_uint(as_float(v1245) + as_float(v1249));
                const uint v1254 = shared[v634];
                const uint v1258 = shared[v13 + 1056];
                shared[v634] = as_uint(as_float(v1254) + as_float(v1258));
                const uint v1263 = shared[v638];
                const uint v1267 = shared[v13 + 1312];
                shared[v638] = as_uint(as_float(v1263) + as_float(v1267));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v756) {
                const uint v1276 = shared[v13];
                const uint v1278 = shared[v13 + 16];
                shared[v13] = as_uint(as_float(v1276) + as_float(v1278));
                const uint v1283 = shared[v74];
                const uint v1287 = shared[v13 + 272];
                shared[v74] = as_uint(as_float(v1283) + as_float(v1287));
                const uint v1292 = shared[v85];
                const uint v1296 = shared[v13 + 528];
                shared[v85] = as_uint(as_float(v1292) + as_float(v1296));
                const uint v1301 = shared[v630];
                const uint v1305 = shared[v13 + 784];
                shared[v630] = as_uint(as_float(v1301) + as_float(v1305));
                const uint v1310 = shared[v634];
                const uint v1314 = shared[v13 + 1040];
                shared[v634] = as_uint(as_float(v1310) + as_float(v1314));
                const uint v1319 = shared[v638];
                const uint v1323 = shared[v13 + 1296];
                shared[v638] = as_uint(as_float(v1319) + as_float(v1323));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v813) {
                const uint v1332 = shared[v13];
                const uint v1334 = shared[v13 + 8];
                shared[v13] = as_uint(as_float(v1332) + as_float(v1334));
                const uint v1339 = shared[v74];
                const uint v1343 = shared[v13 + 264];
                shared[v74] = as_uint(as_float(v1339) + as_float(v1343));
                const uint v1348 = shared[v85];
                const uint v1352 = shared[v13 + 520];
                shared[v85] = as_uint(as_float(v1348) + as_float(v1352));
                const uint v1357 = shared[v630];
                const uint v1361 = shared[v13 + 776];
                shared[v630] = as_uint(as_float(v1357) + as_float(v1361));
                const uint v1366 = shared[v634];
                const uint v1370 = shared[v13 + 1032];
                shared[v634] = as_uint(as_float(v1366) + as_float(v1370));
                const uint v1375 = shared[v638];
                const uint v1379 = shared[v13 + 1288];
                shared[v638] = as_uint(as_float(v1375) + as_float(v1379));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v870) {
                const uint v1388 = shared[v13];
                const uint v1390 = shared[v13 + 4];
                shared[v13] = as_uint(as_float(v1388) + as_float(v1390));
                const uint v1395 = shared[v74];
                const uint v1399 = shared[v13 + 260];
                shared[v74] = as_uint(as_float(v1395) + as_float(v1399));
                const uint v1404 = shared[v85];
                const uint v1408 = shared[v13 + 516];
                shared[v85] = as_uint(as_float(v1404) + as_float(v1408));
                const uint v1413 = shared[v630];
                const uint v1417 = shared[v13 + 772];
                shared[v630] = as_uint(as_float(v1413) + as_float(v1417));
                const uint v1422 = shared[v634];
                const uint v1426 = shared[v13 + 1028];
                shared[v634] = as_uint(as_float(v1422) + as_float(v1426));
                const uint v1431 = shared[v638];
                const uint v1435 = shared[v13 + 1284];
                shared[v638] = as_uint(as_float(v1431) + as_float(v1435));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v927) {
                const uint v1444 = shared[v13];
                const uint v1446 = shared[v13 + 2];
                shared[v13] = as_uint(as_float(v1444) + as_float(v1446));
                const uint v1451 = shared[v74];
                const uint v1455 = shared[v13 + 258];
                shared[v74] = as_uint(as_float(v1451) + as_float(v1455));
                const uint v1460 = shared[v85];
                const uint v1464 = shared[v13 + 514];
                shared[v85] = as_uint(as_float(v1460) + as_float(v1464));
                const uint v1469 = shared[v630];
                const uint v1473 = shared[v13 + 770];
                shared[v630] = as_uint(as_float(v1469) + as_float(v1473));
                const uint v1478 = shared[v634];
                const uint v1482 = shared[v13 + 1026];
                shared[v634] = as_uint(as_float(v1478) + as_float(v1482));
                const uint v1487 = shared[v638];
                const uint v1491 = shared[v13 + 1282];
                shared[v638] = as_uint(as_float(v1487) + as_float(v1491));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            if (v984) {
                const uint v1500 = shared[v13];
                const uint v1502 = shared[v13 + 1];
                shared[v13] = as_uint(as_float(v1500) + as_float(v1502));
                const uint v1507 = shared[v74];
                const uint v1511 = shared[v13 + 257];
                shared[v74] = as_uint(as_float(v1507) + as_float(v1511));
                const uint v1516 = shared[v85];
                const uint v1520 = shared[v13 + 513];
                shared[v85] = as_uint(as_float(v1516) + as_float(v1520));
                const uint v1525 = shared[v630];
                const uint v1529 = shared[v13 + 769];
                shared[v630] = as_uint(as_float(v1525) + as_float(v1529));
                const uint v1534 = shared[v634];
                const uint v1538 = shared[v13 + 1025];
                shared[v634] = as_uint(as_float(v1534) + as_float(v1538));
                const uint v1543 = shared[v638];
                const uint v1547 = shared[v13 + 1281];
                shared[v638] = as_uint(as_float(v1543) + as_float(v1547));
            }
            barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
            const uint v1554 = shared[0];
            const uint v1556 = shared[256];
            const uint v1558 = shared[512];
            const uint v1560 = shared[768];
            const uint v1562 = shared[1024];
            const uint v1564 = shared[1280];
            v106 = fma(v106, v1067, as_float(v1554));
            v107 = fma(v107, v1070, as_float(v1556));
            v108 = fma(v108, v1073, as_float(v1558));
            v109 = fma(v109, v1076, as_float(v1560));
            v110 = fma(v110, v1079, as_float(v1562));
            v111 = fma(v111, v1082, as_float(v1564));
            float v1596 = v112 * v1067;
            float v1597 = v113 * v1070;
            float v1598 = v114 * v1073;
            float v1599 = v115 * v1076;
            float v1600 = v116 * v1079;
            float v1601 = v117 * v1082;
            #pragma unroll 4
            for (int v1602 = 0; v1602 < 64; v1602 += 1) {
                const int v1603 = (int)((uint)v121 + (uint)v1602);
                const bool v1606 = 0 <= v1603 && v1603 < v97;
                const uint v1611 = (uint)b2[v1606 ? (int)((uint)v96 + (uint)v1603 * 128u + (uint)v13) : 0];
                const float v1616 = as_float((v1606 ? v1611 : 0u) << 16);
                const uint v1619 = shared[v1602 + 2304];
                v1596 = fma(as_float(v1619), v1616, v1596);
                const uint v1627 = shared[v1602 + 2368];
                v1597 = fma(as_float(v1627), v1616, v1597);
                const uint v1635 = shared[v1602 + 2432];
                v1598 = fma(as_float(v1635), v1616, v1598);
                const uint v1643 = shared[v1602 + 2496];
                v1599 = fma(as_float(v1643), v1616, v1599);
                const uint v1651 = shared[v1602 + 2560];
                v1600 = fma(as_float(v1651), v1616, v1600);
                const uint v1659 = shared[v1602 + 2624];
                v1601 = fma(as_float(v1659), v1616, v1601);
            }
            const float v1666 = v1597;
            const float v1667 = v1598;
            const float v1668 = v1599;
            const float v1669 = v1600;
            const float v1670 = v1601;
            v112 = v1596;
            v113 = v1666;
            v114 = v1667;
            v115 = v1668;
            v116 = v1669;
            v117 = v1670;
            v99 = v1054;
            v100 = v1056;
            v101 = v1058;
            v102 = v1060;
            v103 = v1062;
            v104 = v1064;
        }
        const int v1687 = (int)((uint)v19 * 16u + (uint)(v20 / 256));
        const bool v1690 = 0 <= v1687 && v1687 < 32;
        const int v1691 = (int)((uint)v1687 * 768u);
        const int v1692 = v1690 ? 6 : 0;
        const int v1693 = (int)((uint)v1687 * 12u);
        const int v1694 = v1690 ? 2 : 0;
        const int v1696 = 0 < v1694 ? 6 : 0;
        const int v1698 = (int)((uint)v1693 + 6u);
        const int v1699 = 1 < v1694 ? 6 : 0;
        const float v1700 = v112;
        const int v1702 = (int)((uint)v1691 + (uint)v13);
        if (0 < v1692) {
            b3[v1702] = v1700;
        }
        const float v1706 = v113;
        const int v1709 = (int)((uint)v1691 + 128u + (uint)v13);
        if (1 < v1692) {
            b3[v1709] = v1706;
        }
        const float v1713 = v114;
        const int v1716 = (int)((uint)v1691 + 256u + (uint)v13);
        if (2 < v1692) {
            b3[v1716] = v1713;
        }
        const float v1720 = v115;
        const int v1723 = (int)((uint)v1691 + 384u + (uint)v13);
        if (3 < v1692) {
            b3[v1723] = v1720;
        }
        const float v1727 = v116;
        const int v1730 = (int)((uint)v1691 + 512u + (uint)v13);
        if (4 < v1692) {
            b3[v1730] = v1727;
        }
        const float v1734 = v117;
        const int v1737 = (int)((uint)v1691 + 640u + (uint)v13);
        if (5 < v1692) {
            b3[v1737] = v1734;
        }
        const bool v1741 = v13 == 0;
        if (v1741) {
            const float v1743 = v99;
            if (0 < v1696) {
                b4[v1693] = v1743;
            }
        }
        const bool v1749 = v13 == 1;
        if (v1749) {
            const float v1751 = v100;
            const int v1753 = (int)((uint)v1693 + 1u);
            if (1 < v1696) {
                b4[v1753] = v1751;
            }
        }
        const bool v1758 = v13 == 2;
        if (v1758) {
            const float v1760 = v101;
            const int v1762 = (int)((uint)v1693 + 2u);
            if (2 < v1696) {
                b4[v1762] = v1760;
            }
        }
        const bool v1767 = v13 == 3;
        if (v1767) {
            const float v1769 = v102;
            const int v1771 = (int)((uint)v1693 + 3u);
            if (3 < v1696) {
                b4[v1771] = v1769;
            }
        }
        const bool v1776 = v13 == 4;
        if (v1776) {
            const float v1778 = v103;
            const int v1780 = (int)((uint)v1693 + 4u);
            if (4 < v1696) {
                b4[v1780] = v1778;
            }
        }
        const bool v1785 = v13 == 5;
        if (v1785) {
            const float v1787 = v104;
            const int v1789 = (int)((uint)v1693 + 5u);
            if (5 < v1696) {
                b4[v1789] = v1787;
            }
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v1741) {
            const float v1796 = v106;
            if (0 < v1699) {
                b4[v1698] = v1796;
            }
        }
        if (v1749) {
            const float v1803 = v107;
            const int v1806 = (int)((uint)v1693 + 7u);
            if (1 < v1699) {
                b4[v1806] = v1803;
            }
        }
        if (v1758) {
            const float v1812 = v108;
            const int v1815 = (int)((uint)v1693 + 8u);
            if (2 < v1699) {
                b4[v1815] = v1812;
            }
        }
        if (v1767) {
            const float v1821 = v109;
            const int v1824 = (int)((uint)v1693 + 9u);
            if (3 < v1699) {
                b4[v1824] = v1821;
            }
        }
        if (v1776) {
            const float v1830 = v110;
            const int v1833 = (int)((uint)v1693 + 10u);
            if (4 < v1699) {
                b4[v1833] = v1830;
            }
        }
        if (v1785) {
            const float v1839 = v111;
            const int v1842 = (int)((uint)v1693 + 11u);
            if (5 < v1699) {
                b4[v1842] = v1839;
            }
        }
    }
}

// tessera kernel attention_decode_gqa__final entry attention_decode_gqa__final wide 0 params i32,i32,o32 sizes 1 threads 128 teams 1 count 12 shared 0 cost 33281
__kernel __attribute__((reqd_work_group_size(128, 1, 1))) void attention_decode_gqa__final(
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
    const int v6 = (int)get_local_id(0);
    const int v7 = (int)get_group_id(0);
    const int v8 = (int)get_num_groups(0);
    for (int v10 = v7; v10 < 12; v10 += v8) {
        const int v11 = s0[0];
        const int v19 = v10 / 6;
        const int v20 = v10 % 6;
        float v22 = -1e+30f;
        float v24 = 0.0f;
        float v25 = 0.0f;
        const int v30 = v11 / 256 + min(v11 % 256, 1);
        #pragma unroll 4
        for (int v31 = 0; v31 < v30; v31 += 1) {
            const int v37 = v19 * 16 + v31;
            const bool v40 = 0 <= v37 && v37 < 32;
            const int v41 = v37 * 12;
            const int v42 = v40 ? 2 : 0;
            const bool v45 = 0 <= v20;
            const bool v47 = v45 && v20 < (0 < v42 ? 6 : 0);
            const float v50 = b1[v47 ? v41 + v20 : 0];
            const float v51 = v47 ? v50 : 0.0f;
            const float v52 = fmax(v22, v51);
            const float v54 = exp(v22 - v52);
            const bool v59 = v45 && v20 < (1 < v42 ? 6 : 0);
            const float v62 = b1[v59 ? v41 + 6 + v20 : 0];
            const float v65 = exp(v51 - v52);
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
