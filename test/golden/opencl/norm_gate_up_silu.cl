// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel norm_gate_up_silu entry ts_norm_gate_up_silu wide 0 params i32:x:32:1536,i16:gamma:16:1536,i16:wg:16:8960*1536,i16:wu:16:8960*1536,o32:y:32:8960 sizes 0 threads 32 teams 1 count 8960 shared 256 cost 6145
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void ts_norm_gate_up_silu(
    __global const float *b0, // x
    __global const ushort *b1, // gamma
    __global const ushort *b2, // wg
    __global const ushort *b3, // wu
    __global float *b4, // y
    uint o0, // offset
    uint o1, // offset
    uint o2, // offset
    uint o3, // offset
    uint o4) // offset
{
    __local uint shared[64];
    b0 += o0;
    b1 += o1;
    b2 += o2;
    b3 += o3;
    b4 += o4;
    const int v1 = (int)get_group_id(0);
    const int v3 = (int)get_num_groups(0);
    const int v5 = (int)get_local_id(0);
    for (int v7 = v1; v7 < 8960; v7 += v3) {
        const int v11 = v5 * 8;
        const int v12 = v11 + 1;
        const int v14 = v11 + 2;
        const int v16 = v11 + 3;
        const int v18 = v11 + 4;
        const int v20 = v11 + 5;
        const int v22 = v11 + 6;
        const int v24 = v11 + 7;
        float v25 = 0.0f;
        float v26 = 0.0f;
        float v27 = 0.0f;
        float v28 = 0.0f;
        float v29 = 0.0f;
        float v30 = 0.0f;
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
        for (int v50 = 0; v50 < 1536; v50 += 256) {
            const int v51 = v7 * 1536;
            const int v52 = v50 + v11;
            const int v53 = v51 + v52;
            const uint v54 = (uint)b2[v53];
            const float v58 = b0[v52];
            const uint v59 = (uint)b1[v52];
            const float v62 = v58 * as_float(v59 << 16);
            const int v65 = v50 + v12;
            const float v66 = b0[v65];
            const uint v67 = (uint)b1[v65];
            const float v70 = v66 * as_float(v67 << 16);
            const int v71 = v50 + v14;
            const float v72 = b0[v71];
            const uint v73 = (uint)b1[v71];
            const float v76 = v72 * as_float(v73 << 16);
            const int v77 = v50 + v16;
            const float v78 = b0[v77];
            const uint v79 = (uint)b1[v77];
            const float v82 = v78 * as_float(v79 << 16);
            const int v83 = v50 + v18;
            const float v84 = b0[v83];
            const uint v85 = (uint)b1[v83];
            const float v88 = v84 * as_float(v85 << 16);
            const int v89 = v50 + v20;
            const float v90 = b0[v89];
            const uint v91 = (uint)b1[v89];
            const float v94 = v90 * as_float(v91 << 16);
            const int v95 = v50 + v22;
            const float v96 = b0[v95];
            const uint v97 = (uint)b1[v95];
            const float v100 = v96 * as_float(v97 << 16);
            const int v101 = v50 + v24;
            const float v102 = b0[v101];
            const uint v103 = (uint)b1[v101];
            const float v106 = v102 * as_float(v103 << 16);
            v25 = fma(as_float(v54 << 16), v62, v25);
            const int v108 = v51 + v65;
            const uint v109 = (uint)b2[v108];
            v26 = fma(as_float(v109 << 16), v70, v26);
            const int v115 = v51 + v71;
            const uint v116 = (uint)b2[v115];
            v27 = fma(as_float(v116 << 16), v76, v27);
            const int v122 = v51 + v77;
            const uint v123 = (uint)b2[v122];
            v28 = fma(as_float(v123 << 16), v82, v28);
            const int v129 = v51 + v83;
            const uint v130 = (uint)b2[v129];
            v29 = fma(as_float(v130 << 16), v88, v29);
            const int v136 = v51 + v89;
            const uint v137 = (uint)b2[v136];
            v30 = fma(as_float(v137 << 16), v94, v30);
            const int v143 = v51 + v95;
            const uint v144 = (uint)b2[v143];
            v31 = fma(as_float(v144 << 16), v100, v31);
            const int v150 = v51 + v101;
            const uint v151 = (uint)b2[v150];
            v32 = fma(as_float(v151 << 16), v106, v32);
            const uint v157 = (uint)b3[v53];
            v33 = fma(as_float(v157 << 16), v62, v33);
            const uint v163 = (uint)b3[v108];
            v34 = fma(as_float(v163 << 16), v70, v34);
            const uint v169 = (uint)b3[v115];
            v35 = fma(as_float(v169 << 16), v76, v35);
            const uint v175 = (uint)b3[v122];
            v36 = fma(as_float(v175 << 16), v82, v36);
            const uint v181 = (uint)b3[v129];
            v37 = fma(as_float(v181 << 16), v88, v37);
            const uint v187 = (uint)b3[v136];
            v38 = fma(as_float(v187 << 16), v94, v38);
            const uint v193 = (uint)b3[v143];
            v39 = fma(as_float(v193 << 16), v100, v39);
            const uint v199 = (uint)b3[v150];
            v40 = fma(as_float(v199 << 16), v106, v40);
            v41 = fma(v58, v58, v41);
            v42 = fma(v66, v66, v42);
            v43 = fma(v72, v72, v43);
            v44 = fma(v78, v78, v44);
            v45 = fma(v84, v84, v45);
            v46 = fma(v90, v90, v46);
            v47 = fma(v96, v96, v47);
            v48 = fma(v102, v102, v48);
        }
        const float v238 = v25 + v26 + v27 + v28 + v29;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v246 = as_uint(v238 + v30 + v31 + v32);
        shared[v5] = v246;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v250 = v5 < 16;
        if (v250) {
            const uint v252 = shared[v5];
            const uint v255 = shared[v5 + 16];
            shared[v5] = as_uint(as_float(v252) + as_float(v255));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v262 = v5 < 8;
        if (v262) {
            const uint v264 = shared[v5];
            const uint v267 = shared[v5 + 8];
            shared[v5] = as_uint(as_float(v264) + as_float(v267));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v274 = v5 < 4;
        if (v274) {
            const uint v276 = shared[v5];
            const uint v279 = shared[v5 + 4];
            shared[v5] = as_uint(as_float(v276) + as_float(v279));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v286 = v5 < 2;
        if (v286) {
            const uint v288 = shared[v5];
            const uint v291 = shared[v5 + 2];
            shared[v5] = as_uint(as_float(v288) + as_float(v291));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v298 = v5 < 1;
        if (v298) {
            const uint v300 = shared[v5];
            const uint v303 = shared[v5 + 1];
            shared[v5] = as_uint(as_float(v300) + as_float(v303));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const float v318 = v41 + v42 + v43 + v44 + v45;
        const uint v325 = shared[0];
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v328 = as_uint(v318 + v46 + v47 + v48);
        shared[v5] = v328;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v250) {
            const uint v332 = shared[v5];
            const uint v335 = shared[v5 + 16];
            shared[v5] = as_uint(as_float(v332) + as_float(v335));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v262) {
            const uint v343 = shared[v5];
            const uint v346 = shared[v5 + 8];
            shared[v5] = as_uint(as_float(v343) + as_float(v346));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v274) {
            const uint v354 = shared[v5];
            const uint v357 = shared[v5 + 4];
            shared[v5] = as_uint(as_float(v354) + as_float(v357));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v286) {
            const uint v365 = shared[v5];
            const uint v368 = shared[v5 + 2];
            shared[v5] = as_uint(as_float(v365) + as_float(v368));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v298) {
            const uint v376 = shared[v5];
            const uint v379 = shared[v5 + 1];
            shared[v5] = as_uint(as_float(v376) + as_float(v379));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const float v394 = v33 + v34 + v35 + v36 + v37;
        const uint v401 = shared[0];
        const float v407 = rsqrt(as_float(v401) / 1536.0f + 1e-06f);
        const float v408 = as_float(v325) * v407;
        const float v412 = exp(-fabs(v408));
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v419 = as_uint(v394 + v38 + v39 + v40);
        shared[v5] = v419;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v250) {
            const uint v423 = shared[v5];
            const uint v426 = shared[v5 + 16];
            shared[v5] = as_uint(as_float(v423) + as_float(v426));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v262) {
            const uint v434 = shared[v5];
            const uint v437 = shared[v5 + 8];
            shared[v5] = as_uint(as_float(v434) + as_float(v437));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v274) {
            const uint v445 = shared[v5];
            const uint v448 = shared[v5 + 4];
            shared[v5] = as_uint(as_float(v445) + as_float(v448));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v286) {
            const uint v456 = shared[v5];
            const uint v459 = shared[v5 + 2];
            shared[v5] = as_uint(as_float(v456) + as_float(v459));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v298) {
            const uint v467 = shared[v5];
            const uint v470 = shared[v5 + 1];
            shared[v5] = as_uint(as_float(v467) + as_float(v470));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v478 = shared[0];
        const float v481 = v408 * ((v408 < 0.0f ? v412 : 1.0f) / (1.0f + v412)) * (as_float(v478) * v407);
        if (v5 == 0) {
            b4[v7] = v481;
        }
    }
}

// tessera kernel norm_gate_up_silu entry ts_norm_gate_up_silu__wide wide 1 params i32:x:32:1536,i16:gamma:16:1536,i16:wg:16:8960*1536,i16:wu:16:8960*1536,o32:y:32:8960 sizes 0 threads 32 teams 1 count 8960 shared 256 cost 6145
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void ts_norm_gate_up_silu__wide(
    __global const float *b0, // x
    __global const ushort *b1, // gamma
    __global const ushort *b2, // wg
    __global const ushort *b3, // wu
    __global float *b4, // y
    uint o0, // offset
    uint o1, // offset
    uint o2, // offset
    uint o3, // offset
    uint o4) // offset
{
    __local uint shared[64];
    b0 += o0;
    b1 += o1;
    b2 += o2;
    b3 += o3;
    b4 += o4;
    const int v1 = (int)get_group_id(0);
    const int v3 = (int)get_num_groups(0);
    const int v5 = (int)get_local_id(0);
    for (int v7 = v1; v7 < 8960; v7 += v3) {
        const int v11 = v5 * 8;
        float v15 = 0.0f;
        float v16 = 0.0f;
        float v17 = 0.0f;
        float v18 = 0.0f;
        float v19 = 0.0f;
        float v20 = 0.0f;
        float v21 = 0.0f;
        float v22 = 0.0f;
        float v23 = 0.0f;
        float v24 = 0.0f;
        float v25 = 0.0f;
        float v26 = 0.0f;
        float v27 = 0.0f;
        float v28 = 0.0f;
        float v29 = 0.0f;
        float v30 = 0.0f;
        float v31 = 0.0f;
        float v32 = 0.0f;
        float v33 = 0.0f;
        float v34 = 0.0f;
        float v35 = 0.0f;
        float v36 = 0.0f;
        float v37 = 0.0f;
        float v38 = 0.0f;
        for (int v40 = 0; v40 < 1536; v40 += 256) {
            const int v42 = v40 + v11;
            const int v44 = (v7 * 1536 + v42) >> 3;
            const uint4 v45 = ((__global const uint4 *)b2)[v44];
            const int v52 = v42 >> 2;
            const uint4 v53 = ((__global const uint4 *)b0)[v52];
            const float v55 = as_float(v53.x);
            const uint4 v57 = ((__global const uint4 *)b1)[v42 >> 3];
            const float v62 = v55 * as_float((v57.x & 0xffffu) << 16);
            const float v66 = as_float(v53.y);
            const float v70 = v66 * as_float((v57.x >> 16) << 16);
            const float v72 = as_float(v53.z);
            const float v77 = v72 * as_float((v57.y & 0xffffu) << 16);
            const float v79 = as_float(v53.w);
            const float v83 = v79 * as_float((v57.y >> 16) << 16);
            const uint4 v85 = ((__global const uint4 *)b0)[v52 + 1];
            const float v87 = as_float(v85.x);
            const float v92 = v87 * as_float((v57.z & 0xffffu) << 16);
            const float v94 = as_float(v85.y);
            const float v98 = v94 * as_float((v57.z >> 16) << 16);
            const float v100 = as_float(v85.z);
            const float v105 = v100 * as_float((v57.w & 0xffffu) << 16);
            const float v107 = as_float(v85.w);
            const float v111 = v107 * as_float((v57.w >> 16) << 16);
            v15 = fma(as_float((v45.x & 0xffffu) << 16), v62, v15);
            v16 = fma(as_float((v45.x >> 16) << 16), v70, v16);
            v17 = fma(as_float((v45.y & 0xffffu) << 16), v77, v17);
            v18 = fma(as_float((v45.y >> 16) << 16), v83, v18);
            v19 = fma(as_float((v45.z & 0xffffu) << 16), v92, v19);
            v20 = fma(as_float((v45.z >> 16) << 16), v98, v20);
            v21 = fma(as_float((v45.w & 0xffffu) << 16), v105, v21);
            v22 = fma(as_float((v45.w >> 16) << 16), v111, v22);
            const uint4 v158 = ((__global const uint4 *)b3)[v44];
            v23 = fma(as_float((v158.x & 0xffffu) << 16), v62, v23);
            v24 = fma(as_float((v158.x >> 16) << 16), v70, v24);
            v25 = fma(as_float((v158.y & 0xffffu) << 16), v77, v25);
            v26 = fma(as_float((v158.y >> 16) << 16), v83, v26);
            v27 = fma(as_float((v158.z & 0xffffu) << 16), v92, v27);
            v28 = fma(as_float((v158.z >> 16) << 16), v98, v28);
            v29 = fma(as_float((v158.w & 0xffffu) << 16), v105, v29);
            v30 = fma(as_float((v158.w >> 16) << 16), v111, v30);
            v31 = fma(v55, v55, v31);
            v32 = fma(v66, v66, v32);
            v33 = fma(v72, v72, v33);
            v34 = fma(v79, v79, v34);
            v35 = fma(v87, v87, v35);
            v36 = fma(v94, v94, v36);
            v37 = fma(v100, v100, v37);
            v38 = fma(v107, v107, v38);
        }
        const float v244 = v15 + v16 + v17 + v18 + v19;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v252 = as_uint(v244 + v20 + v21 + v22);
        shared[v5] = v252;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v256 = v5 < 16;
        if (v256) {
            const uint v258 = shared[v5];
            const uint v261 = shared[v5 + 16];
            shared[v5] = as_uint(as_float(v258) + as_float(v261));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v268 = v5 < 8;
        if (v268) {
            const uint v270 = shared[v5];
            const uint v273 = shared[v5 + 8];
            shared[v5] = as_uint(as_float(v270) + as_float(v273));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v280 = v5 < 4;
        if (v280) {
            const uint v282 = shared[v5];
            const uint v285 = shared[v5 + 4];
            shared[v5] = as_uint(as_float(v282) + as_float(v285));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v292 = v5 < 2;
        if (v292) {
            const uint v294 = shared[v5];
            const uint v297 = shared[v5 + 2];
            shared[v5] = as_uint(as_float(v294) + as_float(v297));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v304 = v5 < 1;
        if (v304) {
            const uint v306 = shared[v5];
            const uint v309 = shared[v5 + 1];
            shared[v5] = as_uint(as_float(v306) + as_float(v309));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const float v324 = v31 + v32 + v33 + v34 + v35;
        const uint v331 = shared[0];
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v334 = as_uint(v324 + v36 + v37 + v38);
        shared[v5] = v334;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v256) {
            const uint v338 = shared[v5];
            const uint v341 = shared[v5 + 16];
            shared[v5] = as_uint(as_float(v338) + as_float(v341));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v268) {
            const uint v349 = shared[v5];
            const uint v352 = shared[v5 + 8];
            shared[v5] = as_uint(as_float(v349) + as_float(v352));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v280) {
            const uint v360 = shared[v5];
            const uint v363 = shared[v5 + 4];
            shared[v5] = as_uint(as_float(v360) + as_float(v363));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v292) {
            const uint v371 = shared[v5];
            const uint v374 = shared[v5 + 2];
            shared[v5] = as_uint(as_float(v371) + as_float(v374));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v304) {
            const uint v382 = shared[v5];
            const uint v385 = shared[v5 + 1];
            shared[v5] = as_uint(as_float(v382) + as_float(v385));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const float v400 = v23 + v24 + v25 + v26 + v27;
        const uint v407 = shared[0];
        const float v413 = rsqrt(as_float(v407) / 1536.0f + 1e-06f);
        const float v414 = as_float(v331) * v413;
        const float v418 = exp(-fabs(v414));
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v425 = as_uint(v400 + v28 + v29 + v30);
        shared[v5] = v425;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v256) {
            const uint v429 = shared[v5];
            const uint v432 = shared[v5 + 16];
            shared[v5] = as_uint(as_float(v429) + as_float(v432));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v268) {
            const uint v440 = shared[v5];
            const uint v443 = shared[v5 + 8];
            shared[v5] = as_uint(as_float(v440) + as_float(v443));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v280) {
            const uint v451 = shared[v5];
            const uint v454 = shared[v5 + 4];
            shared[v5] = as_uint(as_float(v451) + as_float(v454));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v292) {
            const uint v462 = shared[v5];
            const uint v465 = shared[v5 + 2];
            shared[v5] = as_uint(as_float(v462) + as_float(v465));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v304) {
            const uint v473 = shared[v5];
            const uint v476 = shared[v5 + 1];
            shared[v5] = as_uint(as_float(v473) + as_float(v476));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v484 = shared[0];
        const float v487 = v414 * ((v414 < 0.0f ? v418 : 1.0f) / (1.0f + v418)) * (as_float(v484) * v413);
        if (v5 == 0) {
            b4[v7] = v487;
        }
    }
}
