// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel norm_qkv_rope_append entry ts_norm_qkv_rope_append wide 0 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:16*128*1536,i16:bias:16:16*128,i32:cos:32:4096*64,i32:sin:32:4096*64,o32:q:32:12*128,b16:kcache:16:2*4096*128,b16:vcache:16:2*4096*128 sizes 1 threads 32 teams 1 count 1024 shared 256 cost 6157
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void ts_norm_qkv_rope_append(
    __global const float *b0, // x
    __global const ushort *b1, // gamma
    __global const ushort *b2, // w
    __global const ushort *b3, // bias
    __global const float *b4, // cos
    __global const float *b5, // sin
    __global float *b6, // q
    __global ushort *b7, // kcache
    __global ushort *b8, // vcache
    __global const int *s0, // pos
    uint o0, // offset
    uint o1, // offset
    uint o2, // offset
    uint o3, // offset
    uint o4, // offset
    uint o5, // offset
    uint o6, // offset
    uint o7, // offset
    uint o8, // offset
    uint p0) // offset
{
    __local uint shared[64];
    b0 += o0;
    b1 += o1;
    b2 += o2;
    b3 += o3;
    b4 += o4;
    b5 += o5;
    b6 += o6;
    b7 += o7;
    b8 += o8;
    s0 += p0;
    const int v1 = (int)get_group_id(0);
    const int v3 = (int)get_num_groups(0);
    const int v6 = (int)get_local_id(0);
    for (int v9 = v1; v9 < 1024; v9 += v3) {
        const int v12 = v9 / 64;
        const int v14 = v12 * 196608;
        const int v15 = v9 % 64;
        const int v17 = v14 + v15 * 1536;
        const int v19 = v6 * 8;
        const int v20 = v19 + 1;
        const int v22 = v19 + 2;
        const int v24 = v19 + 3;
        const int v26 = v19 + 4;
        const int v28 = v19 + 5;
        const int v30 = v19 + 6;
        const int v32 = v19 + 7;
        const int v33 = v15 + 64;
        const int v35 = v14 + v33 * 1536;
        const int v38 = s0[0];
        float v41 = 0.0f;
        float v42 = 0.0f;
        float v43 = 0.0f;
        float v44 = 0.0f;
        float v45 = 0.0f;
        float v46 = 0.0f;
        float v47 = 0.0f;
        float v48 = 0.0f;
        float v49 = 0.0f;
        float v50 = 0.0f;
        float v51 = 0.0f;
        float v52 = 0.0f;
        float v53 = 0.0f;
        float v54 = 0.0f;
        float v55 = 0.0f;
        float v56 = 0.0f;
        float v57 = 0.0f;
        float v58 = 0.0f;
        float v59 = 0.0f;
        float v60 = 0.0f;
        float v61 = 0.0f;
        float v62 = 0.0f;
        float v63 = 0.0f;
        float v64 = 0.0f;
        for (int v66 = 0; v66 < 1536; v66 += 256) {
            const int v67 = v66 + v19;
            const uint v69 = (uint)b2[v17 + v67];
            const float v73 = b0[v67];
            const uint v74 = (uint)b1[v67];
            const float v77 = v73 * as_float(v74 << 16);
            const int v80 = v66 + v20;
            const float v81 = b0[v80];
            const uint v82 = (uint)b1[v80];
            const float v85 = v81 * as_float(v82 << 16);
            const int v86 = v66 + v22;
            const float v87 = b0[v86];
            const uint v88 = (uint)b1[v86];
            const float v91 = v87 * as_float(v88 << 16);
            const int v92 = v66 + v24;
            const float v93 = b0[v92];
            const uint v94 = (uint)b1[v92];
            const float v97 = v93 * as_float(v94 << 16);
            const int v98 = v66 + v26;
            const float v99 = b0[v98];
            const uint v100 = (uint)b1[v98];
            const float v103 = v99 * as_float(v100 << 16);
            const int v104 = v66 + v28;
            const float v105 = b0[v104];
            const uint v106 = (uint)b1[v104];
            const float v109 = v105 * as_float(v106 << 16);
            const int v110 = v66 + v30;
            const float v111 = b0[v110];
            const uint v112 = (uint)b1[v110];
            const float v115 = v111 * as_float(v112 << 16);
            const int v116 = v66 + v32;
            const float v117 = b0[v116];
            const uint v118 = (uint)b1[v116];
            const float v121 = v117 * as_float(v118 << 16);
            v41 = fma(as_float(v69 << 16), v77, v41);
            const uint v124 = (uint)b2[v17 + v80];
            v42 = fma(as_float(v124 << 16), v85, v42);
            const uint v131 = (uint)b2[v17 + v86];
            v43 = fma(as_float(v131 << 16), v91, v43);
            const uint v138 = (uint)b2[v17 + v92];
            v44 = fma(as_float(v138 << 16), v97, v44);
            const uint v145 = (uint)b2[v17 + v98];
            v45 = fma(as_float(v145 << 16), v103, v45);
            const uint v152 = (uint)b2[v17 + v104];
            v46 = fma(as_float(v152 << 16), v109, v46);
            const uint v159 = (uint)b2[v17 + v110];
            v47 = fma(as_float(v159 << 16), v115, v47);
            const uint v166 = (uint)b2[v17 + v116];
            v48 = fma(as_float(v166 << 16), v121, v48);
            const uint v173 = (uint)b2[v35 + v67];
            v49 = fma(as_float(v173 << 16), v77, v49);
            const uint v180 = (uint)b2[v35 + v80];
            v50 = fma(as_float(v180 << 16), v85, v50);
            const uint v187 = (uint)b2[v35 + v86];
            v51 = fma(as_float(v187 << 16), v91, v51);
            const uint v194 = (uint)b2[v35 + v92];
            v52 = fma(as_float(v194 << 16), v97, v52);
            const uint v201 = (uint)b2[v35 + v98];
            v53 = fma(as_float(v201 << 16), v103, v53);
            const uint v208 = (uint)b2[v35 + v104];
            v54 = fma(as_float(v208 << 16), v109, v54);
            const uint v215 = (uint)b2[v35 + v110];
            v55 = fma(as_float(v215 << 16), v115, v55);
            const uint v222 = (uint)b2[v35 + v116];
            v56 = fma(as_float(v222 << 16), v121, v56);
            v57 = fma(v73, v73, v57);
            v58 = fma(v81, v81, v58);
            v59 = fma(v87, v87, v59);
            v60 = fma(v93, v93, v60);
            v61 = fma(v99, v99, v61);
            v62 = fma(v105, v105, v62);
            v63 = fma(v111, v111, v63);
            v64 = fma(v117, v117, v64);
        }
        const float v261 = v41 + v42 + v43 + v44 + v45;
        const int v271 = 0 <= v12 && v12 < 12 ? 128 : 0;
        const int v272 = v12 * 128;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v274 = as_uint(v261 + v46 + v47 + v48);
        shared[v6] = v274;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v277 = v6 < 16;
        if (v277) {
            const uint v279 = shared[v6];
            const uint v282 = shared[v6 + 16];
            shared[v6] = as_uint(as_float(v279) + as_float(v282));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v289 = v6 < 8;
        if (v289) {
            const uint v291 = shared[v6];
            const uint v294 = shared[v6 + 8];
            shared[v6] = as_uint(as_float(v291) + as_float(v294));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v301 = v6 < 4;
        if (v301) {
            const uint v303 = shared[v6];
            const uint v306 = shared[v6 + 4];
            shared[v6] = as_uint(as_float(v303) + as_float(v306));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v313 = v6 < 2;
        if (v313) {
            const uint v315 = shared[v6];
            const uint v318 = shared[v6 + 2];
            shared[v6] = as_uint(as_float(v315) + as_float(v318));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v325 = v6 < 1;
        if (v325) {
            const uint v327 = shared[v6];
            const uint v330 = shared[v6 + 1];
            shared[v6] = as_uint(as_float(v327) + as_float(v330));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const float v345 = v57 + v58 + v59 + v60 + v61;
        const uint v352 = shared[0];
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v355 = as_uint(v345 + v62 + v63 + v64);
        shared[v6] = v355;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v277) {
            const uint v359 = shared[v6];
            const uint v362 = shared[v6 + 16];
            shared[v6] = as_uint(as_float(v359) + as_float(v362));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v289) {
            const uint v370 = shared[v6];
            const uint v373 = shared[v6 + 8];
            shared[v6] = as_uint(as_float(v370) + as_float(v373));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v301) {
            const uint v381 = shared[v6];
            const uint v384 = shared[v6 + 4];
            shared[v6] = as_uint(as_float(v381) + as_float(v384));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v313) {
            const uint v392 = shared[v6];
            const uint v395 = shared[v6 + 2];
            shared[v6] = as_uint(as_float(v392) + as_float(v395));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v325) {
            const uint v403 = shared[v6];
            const uint v406 = shared[v6 + 1];
            shared[v6] = as_uint(as_float(v403) + as_float(v406));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const float v421 = v49 + v50 + v51 + v52 + v53;
        const bool v428 = 0 <= v15;
        const int v429 = v272 + v15;
        const uint v430 = shared[0];
        const float v436 = rsqrt(as_float(v430) / 1536.0f + 1e-06f);
        const uint v438 = (uint)b3[v429];
        const float v442 = as_float(v352) * v436 + as_float(v438 << 16);
        const bool v443 = 0 <= v38;
        const bool v448 = v428 && v15 < (v443 && v38 < 4096 ? 64 : 0);
        const int v451 = v448 ? (int)((uint)v38 * 64u + (uint)v15) : 0;
        const float v452 = b4[v451];
        const float v453 = v448 ? v452 : 0.0f;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v456 = as_uint(v421 + v54 + v55 + v56);
        shared[v6] = v456;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v277) {
            const uint v460 = shared[v6];
            const uint v463 = shared[v6 + 16];
            shared[v6] = as_uint(as_float(v460) + as_float(v463));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v289) {
            const uint v471 = shared[v6];
            const uint v474 = shared[v6 + 8];
            shared[v6] = as_uint(as_float(v471) + as_float(v474));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v301) {
            const uint v482 = shared[v6];
            const uint v485 = shared[v6 + 4];
            shared[v6] = as_uint(as_float(v482) + as_float(v485));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v313) {
            const uint v493 = shared[v6];
            const uint v496 = shared[v6 + 2];
            shared[v6] = as_uint(as_float(v493) + as_float(v496));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v325) {
            const uint v504 = shared[v6];
            const uint v507 = shared[v6 + 1];
            shared[v6] = as_uint(as_float(v504) + as_float(v507));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v514 = v6 == 0;
        const uint v515 = shared[0];
        const int v518 = v272 + v33;
        const uint v519 = (uint)b3[v518];
        const float v522 = as_float(v515) * v436 + as_float(v519 << 16);
        const float v523 = b5[v451];
        const float v524 = v448 ? v523 : 0.0f;
        const float v526 = v442 * v453 - v522 * v524;
        const float v529 = v522 * v453 + v442 * v524;
        const int v530 = v12 - 12;
        const int v531 = v530 - 2;
        if (v514) {
            if (v428 && v15 < v271) {
                b6[v429] = v526;
            }
        }
        if (v514) {
            if (0 <= v33 && v33 < v271) {
                b6[v518] = v529;
            }
        }
        const bool v552 = v443 && v38 < (0 <= v530 && v530 < 2 ? 4096 : 0);
        const int v553 = v552 ? 128 : 0;
        const int v555 = (int)((uint)v38 * 128u);
        const int v556 = (int)((uint)(v530 * 524288) + (uint)v555);
        const uint v558 = as_uint(v526);
        const uint v570 = 0x7f800000u < (v558 & 0x7fffffffu) ? 0x7fc0u : (v558 + 0x7fffu + ((v558 >> 16) & 1u)) >> 16;
        const float v578 = ((int)(v570 << 16) & 2147483647) < 2139095040 ? v526 : NAN;
        const uint v579 = as_uint(v578);
        const uint v587 = 0x7f800000u < (v579 & 0x7fffffffu) ? 0x7fc0u : (v579 + 0x7fffu + ((v579 >> 16) & 1u)) >> 16;
        const uint v588 = as_uint(v529);
        const uint v596 = 0x7f800000u < (v588 & 0x7fffffffu) ? 0x7fc0u : (v588 + 0x7fffu + ((v588 >> 16) & 1u)) >> 16;
        const float v601 = ((int)(v596 << 16) & 2147483647) < 2139095040 ? v529 : NAN;
        const uint v602 = as_uint(v601);
        const uint v610 = 0x7f800000u < (v602 & 0x7fffffffu) ? 0x7fc0u : (v602 + 0x7fffu + ((v602 >> 16) & 1u)) >> 16;
        if (v514) {
            const int v614 = (int)((uint)v556 + (uint)v15);
            if (v428 && v15 < v553) {
                b7[v614] = (ushort)v587;
            }
        }
        if (v514) {
            const int v623 = (int)((uint)v556 + (uint)v33);
            if (0 <= v33 && v33 < v553) {
                b7[v623] = (ushort)v610;
            }
        }
        const bool v633 = v443 && v38 < (0 <= v531 && v531 < 2 ? 4096 : 0);
        const int v634 = v633 ? 128 : 0;
        const int v636 = (int)((uint)(v531 * 524288) + (uint)v555);
        const uint v637 = as_uint(v442);
        const uint v645 = 0x7f800000u < (v637 & 0x7fffffffu) ? 0x7fc0u : (v637 + 0x7fffu + ((v637 >> 16) & 1u)) >> 16;
        const float v650 = ((int)(v645 << 16) & 2147483647) < 2139095040 ? v442 : NAN;
        const uint v651 = as_uint(v650);
        const uint v659 = 0x7f800000u < (v651 & 0x7fffffffu) ? 0x7fc0u : (v651 + 0x7fffu + ((v651 >> 16) & 1u)) >> 16;
        const uint v660 = as_uint(v522);
        const uint v668 = 0x7f800000u < (v660 & 0x7fffffffu) ? 0x7fc0u : (v660 + 0x7fffu + ((v660 >> 16) & 1u)) >> 16;
        const float v673 = ((int)(v668 << 16) & 2147483647) < 2139095040 ? v522 : NAN;
        const uint v674 = as_uint(v673);
        const uint v682 = 0x7f800000u < (v674 & 0x7fffffffu) ? 0x7fc0u : (v674 + 0x7fffu + ((v674 >> 16) & 1u)) >> 16;
        if (v514) {
            const int v686 = (int)((uint)v636 + (uint)v15);
            if (v428 && v15 < v634) {
                b8[v686] = (ushort)v659;
            }
        }
        if (v514) {
            const int v695 = (int)((uint)v636 + (uint)v33);
            if (0 <= v33 && v33 < v634) {
                b8[v695] = (ushort)v682;
            }
        }
    }
}

// tessera kernel norm_qkv_rope_append entry ts_norm_qkv_rope_append__wide wide 1 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:16*128*1536,i16:bias:16:16*128,i32:cos:32:4096*64,i32:sin:32:4096*64,o32:q:32:12*128,b16:kcache:16:2*4096*128,b16:vcache:16:2*4096*128 sizes 1 threads 32 teams 1 count 1024 shared 256 cost 6157
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void ts_norm_qkv_rope_append__wide(
    __global const float *b0, // x
    __global const ushort *b1, // gamma
    __global const ushort *b2, // w
    __global const ushort *b3, // bias
    __global const float *b4, // cos
    __global const float *b5, // sin
    __global float *b6, // q
    __global ushort *b7, // kcache
    __global ushort *b8, // vcache
    __global const int *s0, // pos
    uint o0, // offset
    uint o1, // offset
    uint o2, // offset
    uint o3, // offset
    uint o4, // offset
    uint o5, // offset
    uint o6, // offset
    uint o7, // offset
    uint o8, // offset
    uint p0) // offset
{
    __local uint shared[64];
    b0 += o0;
    b1 += o1;
    b2 += o2;
    b3 += o3;
    b4 += o4;
    b5 += o5;
    b6 += o6;
    b7 += o7;
    b8 += o8;
    s0 += p0;
    const int v1 = (int)get_group_id(0);
    const int v3 = (int)get_num_groups(0);
    const int v6 = (int)get_local_id(0);
    for (int v9 = v1; v9 < 1024; v9 += v3) {
        const int v12 = v9 / 64;
        const int v14 = v12 * 196608;
        const int v15 = v9 % 64;
        const int v17 = v14 + v15 * 1536;
        const int v19 = v6 * 8;
        const int v22 = v15 + 64;
        const int v24 = v14 + v22 * 1536;
        const int v28 = s0[0];
        float v31 = 0.0f;
        float v32 = 0.0f;
        float v33 = 0.0f;
        float v34 = 0.0f;
        float v35 = 0.0f;
        float v36 = 0.0f;
        float v37 = 0.0f;
        float v38 = 0.0f;
        float v39 = 0.0f;
        float v40 = 0.0f;
        float v41 = 0.0f;
        float v42 = 0.0f;
        float v43 = 0.0f;
        float v44 = 0.0f;
        float v45 = 0.0f;
        float v46 = 0.0f;
        float v47 = 0.0f;
        float v48 = 0.0f;
        float v49 = 0.0f;
        float v50 = 0.0f;
        float v51 = 0.0f;
        float v52 = 0.0f;
        float v53 = 0.0f;
        float v54 = 0.0f;
        for (int v56 = 0; v56 < 1536; v56 += 256) {
            const int v57 = v56 + v19;
            const uint4 v60 = ((__global const uint4 *)b2)[(v17 + v57) >> 3];
            const int v67 = v57 >> 2;
            const uint4 v68 = ((__global const uint4 *)b0)[v67];
            const float v70 = as_float(v68.x);
            const uint4 v72 = ((__global const uint4 *)b1)[v57 >> 3];
            const float v77 = v70 * as_float((v72.x & 0xffffu) << 16);
            const float v81 = as_float(v68.y);
            const float v85 = v81 * as_float((v72.x >> 16) << 16);
            const float v87 = as_float(v68.z);
            const float v92 = v87 * as_float((v72.y & 0xffffu) << 16);
            const float v94 = as_float(v68.w);
            const float v98 = v94 * as_float((v72.y >> 16) << 16);
            const uint4 v100 = ((__global const uint4 *)b0)[v67 + 1];
            const float v102 = as_float(v100.x);
            const float v107 = v102 * as_float((v72.z & 0xffffu) << 16);
            const float v109 = as_float(v100.y);
            const float v113 = v109 * as_float((v72.z >> 16) << 16);
            const float v115 = as_float(v100.z);
            const float v120 = v115 * as_float((v72.w & 0xffffu) << 16);
            const float v122 = as_float(v100.w);
            const float v126 = v122 * as_float((v72.w >> 16) << 16);
            v31 = fma(as_float((v60.x & 0xffffu) << 16), v77, v31);
            v32 = fma(as_float((v60.x >> 16) << 16), v85, v32);
            v33 = fma(as_float((v60.y & 0xffffu) << 16), v92, v33);
            v34 = fma(as_float((v60.y >> 16) << 16), v98, v34);
            v35 = fma(as_float((v60.z & 0xffffu) << 16), v107, v35);
            v36 = fma(as_float((v60.z >> 16) << 16), v113, v36);
            v37 = fma(as_float((v60.w & 0xffffu) << 16), v120, v37);
            v38 = fma(as_float((v60.w >> 16) << 16), v126, v38);
            const uint4 v175 = ((__global const uint4 *)b2)[(v24 + v57) >> 3];
            v39 = fma(as_float((v175.x & 0xffffu) << 16), v77, v39);
            v40 = fma(as_float((v175.x >> 16) << 16), v85, v40);
            v41 = fma(as_float((v175.y & 0xffffu) << 16), v92, v41);
            v42 = fma(as_float((v175.y >> 16) << 16), v98, v42);
            v43 = fma(as_float((v175.z & 0xffffu) << 16), v107, v43);
            v44 = fma(as_float((v175.z >> 16) << 16), v113, v44);
            v45 = fma(as_float((v175.w & 0xffffu) << 16), v120, v45);
            v46 = fma(as_float((v175.w >> 16) << 16), v126, v46);
            v47 = fma(v70, v70, v47);
            v48 = fma(v81, v81, v48);
            v49 = fma(v87, v87, v49);
            v50 = fma(v94, v94, v50);
            v51 = fma(v102, v102, v51);
            v52 = fma(v109, v109, v52);
            v53 = fma(v115, v115, v53);
            v54 = fma(v122, v122, v54);
        }
        const float v261 = v31 + v32 + v33 + v34 + v35;
        const int v271 = 0 <= v12 && v12 < 12 ? 128 : 0;
        const int v272 = v12 * 128;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v274 = as_uint(v261 + v36 + v37 + v38);
        shared[v6] = v274;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v277 = v6 < 16;
        if (v277) {
            const uint v279 = shared[v6];
            const uint v282 = shared[v6 + 16];
            shared[v6] = as_uint(as_float(v279) + as_float(v282));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v289 = v6 < 8;
        if (v289) {
            const uint v291 = shared[v6];
            const uint v294 = shared[v6 + 8];
            shared[v6] = as_uint(as_float(v291) + as_float(v294));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v301 = v6 < 4;
        if (v301) {
            const uint v303 = shared[v6];
            const uint v306 = shared[v6 + 4];
            shared[v6] = as_uint(as_float(v303) + as_float(v306));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v313 = v6 < 2;
        if (v313) {
            const uint v315 = shared[v6];
            const uint v318 = shared[v6 + 2];
            shared[v6] = as_uint(as_float(v315) + as_float(v318));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v325 = v6 < 1;
        if (v325) {
            const uint v327 = shared[v6];
            const uint v330 = shared[v6 + 1];
            shared[v6] = as_uint(as_float(v327) + as_float(v330));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const float v345 = v47 + v48 + v49 + v50 + v51;
        const uint v352 = shared[0];
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v355 = as_uint(v345 + v52 + v53 + v54);
        shared[v6] = v355;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v277) {
            const uint v359 = shared[v6];
            const uint v362 = shared[v6 + 16];
            shared[v6] = as_uint(as_float(v359) + as_float(v362));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v289) {
            const uint v370 = shared[v6];
            const uint v373 = shared[v6 + 8];
            shared[v6] = as_uint(as_float(v370) + as_float(v373));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v301) {
            const uint v381 = shared[v6];
            const uint v384 = shared[v6 + 4];
            shared[v6] = as_uint(as_float(v381) + as_float(v384));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v313) {
            const uint v392 = shared[v6];
            const uint v395 = shared[v6 + 2];
            shared[v6] = as_uint(as_float(v392) + as_float(v395));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v325) {
            const uint v403 = shared[v6];
            const uint v406 = shared[v6 + 1];
            shared[v6] = as_uint(as_float(v403) + as_float(v406));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const float v421 = v39 + v40 + v41 + v42 + v43;
        const bool v428 = 0 <= v15;
        const int v429 = v272 + v15;
        const uint v430 = shared[0];
        const float v436 = rsqrt(as_float(v430) / 1536.0f + 1e-06f);
        const uint v438 = (uint)b3[v429];
        const float v442 = as_float(v352) * v436 + as_float(v438 << 16);
        const bool v443 = 0 <= v28;
        const bool v448 = v428 && v15 < (v443 && v28 < 4096 ? 64 : 0);
        const int v451 = v448 ? (int)((uint)v28 * 64u + (uint)v15) : 0;
        const float v452 = b4[v451];
        const float v453 = v448 ? v452 : 0.0f;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v456 = as_uint(v421 + v44 + v45 + v46);
        shared[v6] = v456;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v277) {
            const uint v460 = shared[v6];
            const uint v463 = shared[v6 + 16];
            shared[v6] = as_uint(as_float(v460) + as_float(v463));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v289) {
            const uint v471 = shared[v6];
            const uint v474 = shared[v6 + 8];
            shared[v6] = as_uint(as_float(v471) + as_float(v474));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v301) {
            const uint v482 = shared[v6];
            const uint v485 = shared[v6 + 4];
            shared[v6] = as_uint(as_float(v482) + as_float(v485));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v313) {
            const uint v493 = shared[v6];
            const uint v496 = shared[v6 + 2];
            shared[v6] = as_uint(as_float(v493) + as_float(v496));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v325) {
            const uint v504 = shared[v6];
            const uint v507 = shared[v6 + 1];
            shared[v6] = as_uint(as_float(v504) + as_float(v507));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v514 = v6 == 0;
        const uint v515 = shared[0];
        const int v518 = v272 + v22;
        const uint v519 = (uint)b3[v518];
        const float v522 = as_float(v515) * v436 + as_float(v519 << 16);
        const float v523 = b5[v451];
        const float v524 = v448 ? v523 : 0.0f;
        const float v526 = v442 * v453 - v522 * v524;
        const float v529 = v522 * v453 + v442 * v524;
        const int v530 = v12 - 12;
        const int v531 = v530 - 2;
        if (v514) {
            if (v428 && v15 < v271) {
                b6[v429] = v526;
            }
        }
        if (v514) {
            if (0 <= v22 && v22 < v271) {
                b6[v518] = v529;
            }
        }
        const bool v552 = v443 && v28 < (0 <= v530 && v530 < 2 ? 4096 : 0);
        const int v553 = v552 ? 128 : 0;
        const int v555 = (int)((uint)v28 * 128u);
        const int v556 = (int)((uint)(v530 * 524288) + (uint)v555);
        const uint v558 = as_uint(v526);
        const uint v570 = 0x7f800000u < (v558 & 0x7fffffffu) ? 0x7fc0u : (v558 + 0x7fffu + ((v558 >> 16) & 1u)) >> 16;
        const float v578 = ((int)(v570 << 16) & 2147483647) < 2139095040 ? v526 : NAN;
        const uint v579 = as_uint(v578);
        const uint v587 = 0x7f800000u < (v579 & 0x7fffffffu) ? 0x7fc0u : (v579 + 0x7fffu + ((v579 >> 16) & 1u)) >> 16;
        const uint v588 = as_uint(v529);
        const uint v596 = 0x7f800000u < (v588 & 0x7fffffffu) ? 0x7fc0u : (v588 + 0x7fffu + ((v588 >> 16) & 1u)) >> 16;
        const float v601 = ((int)(v596 << 16) & 2147483647) < 2139095040 ? v529 : NAN;
        const uint v602 = as_uint(v601);
        const uint v610 = 0x7f800000u < (v602 & 0x7fffffffu) ? 0x7fc0u : (v602 + 0x7fffu + ((v602 >> 16) & 1u)) >> 16;
        if (v514) {
            const int v614 = (int)((uint)v556 + (uint)v15);
            if (v428 && v15 < v553) {
                b7[v614] = (ushort)v587;
            }
        }
        if (v514) {
            const int v623 = (int)((uint)v556 + (uint)v22);
            if (0 <= v22 && v22 < v553) {
                b7[v623] = (ushort)v610;
            }
        }
        const bool v633 = v443 && v28 < (0 <= v531 && v531 < 2 ? 4096 : 0);
        const int v634 = v633 ? 128 : 0;
        const int v636 = (int)((uint)(v531 * 524288) + (uint)v555);
        const uint v637 = as_uint(v442);
        const uint v645 = 0x7f800000u < (v637 & 0x7fffffffu) ? 0x7fc0u : (v637 + 0x7fffu + ((v637 >> 16) & 1u)) >> 16;
        const float v650 = ((int)(v645 << 16) & 2147483647) < 2139095040 ? v442 : NAN;
        const uint v651 = as_uint(v650);
        const uint v659 = 0x7f800000u < (v651 & 0x7fffffffu) ? 0x7fc0u : (v651 + 0x7fffu + ((v651 >> 16) & 1u)) >> 16;
        const uint v660 = as_uint(v522);
        const uint v668 = 0x7f800000u < (v660 & 0x7fffffffu) ? 0x7fc0u : (v660 + 0x7fffu + ((v660 >> 16) & 1u)) >> 16;
        const float v673 = ((int)(v668 << 16) & 2147483647) < 2139095040 ? v522 : NAN;
        const uint v674 = as_uint(v673);
        const uint v682 = 0x7f800000u < (v674 & 0x7fffffffu) ? 0x7fc0u : (v674 + 0x7fffu + ((v674 >> 16) & 1u)) >> 16;
        if (v514) {
            const int v686 = (int)((uint)v636 + (uint)v15);
            if (v428 && v15 < v634) {
                b8[v686] = (ushort)v659;
            }
        }
        if (v514) {
            const int v695 = (int)((uint)v636 + (uint)v22);
            if (0 <= v22 && v22 < v634) {
                b8[v695] = (ushort)v682;
            }
        }
    }
}
