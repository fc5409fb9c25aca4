// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel mlp_gate_up_silu entry ts_mlp_gate_up_silu wide 0 params i16:wg:16:8960*1536,i16:wu:16:8960*1536,i32:x:32:1536,o32:y:32:8960 sizes 0 threads 32 teams 1 count 8960 shared 256 cost 6145
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void ts_mlp_gate_up_silu(
    __global const ushort *b0, // wg
    __global const ushort *b1, // wu
    __global const float *b2, // x
    __global float *b3, // y
    uint o0, // offset
    uint o1, // offset
    uint o2, // offset
    uint o3) // offset
{
    __local uint shared[64];
    b0 += o0;
    b1 += o1;
    b2 += o2;
    b3 += o3;
    const int v1 = (int)get_group_id(0);
    const int v3 = (int)get_num_groups(0);
    const int v5 = (int)get_local_id(0);
    for (int v7 = v1; v7 < 8960; v7 += v3) {
        const int v10 = v7 * 1536;
        const int v12 = v5 * 8;
        const int v13 = v12 + 1;
        const int v15 = v12 + 2;
        const int v17 = v12 + 3;
        const int v19 = v12 + 4;
        const int v21 = v12 + 5;
        const int v23 = v12 + 6;
        const int v25 = v12 + 7;
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
        for (int v43 = 0; v43 < 1536; v43 += 256) {
            const int v44 = v43 + v12;
            const int v45 = v10 + v44;
            const uint v46 = (uint)b0[v45];
            const float v50 = b2[v44];
            const int v53 = v43 + v13;
            const float v54 = b2[v53];
            const int v55 = v43 + v15;
            const float v56 = b2[v55];
            const int v57 = v43 + v17;
            const float v58 = b2[v57];
            const int v59 = v43 + v19;
            const float v60 = b2[v59];
            const int v61 = v43 + v21;
            const float v62 = b2[v61];
            const int v63 = v43 + v23;
            const float v64 = b2[v63];
            const int v65 = v43 + v25;
            const float v66 = b2[v65];
            v26 = fma(as_float(v46 << 16), v50, v26);
            const int v68 = v10 + v53;
            const uint v69 = (uint)b0[v68];
            v27 = fma(as_float(v69 << 16), v54, v27);
            const int v75 = v10 + v55;
            const uint v76 = (uint)b0[v75];
            v28 = fma(as_float(v76 << 16), v56, v28);
            const int v82 = v10 + v57;
            const uint v83 = (uint)b0[v82];
            v29 = fma(as_float(v83 << 16), v58, v29);
            const int v89 = v10 + v59;
            const uint v90 = (uint)b0[v89];
            v30 = fma(as_float(v90 << 16), v60, v30);
            const int v96 = v10 + v61;
            const uint v97 = (uint)b0[v96];
            v31 = fma(as_float(v97 << 16), v62, v31);
            const int v103 = v10 + v63;
            const uint v104 = (uint)b0[v103];
            v32 = fma(as_float(v104 << 16), v64, v32);
            const int v110 = v10 + v65;
            const uint v111 = (uint)b0[v110];
            v33 = fma(as_float(v111 << 16), v66, v33);
            const uint v117 = (uint)b1[v45];
            v34 = fma(as_float(v117 << 16), v50, v34);
            const uint v123 = (uint)b1[v68];
            v35 = fma(as_float(v123 << 16), v54, v35);
            const uint v129 = (uint)b1[v75];
            v36 = fma(as_float(v129 << 16), v56, v36);
            const uint v135 = (uint)b1[v82];
            v37 = fma(as_float(v135 << 16), v58, v37);
            const uint v141 = (uint)b1[v89];
            v38 = fma(as_float(v141 << 16), v60, v38);
            const uint v147 = (uint)b1[v96];
            v39 = fma(as_float(v147 << 16), v62, v39);
            const uint v153 = (uint)b1[v103];
            v40 = fma(as_float(v153 << 16), v64, v40);
            const uint v159 = (uint)b1[v110];
            v41 = fma(as_float(v159 << 16), v66, v41);
        }
        const float v174 = v26 + v27 + v28 + v29 + v30;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v182 = as_uint(v174 + v31 + v32 + v33);
        shared[v5] = v182;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v186 = v5 < 16;
        if (v186) {
            const uint v188 = shared[v5];
            const uint v191 = shared[v5 + 16];
            shared[v5] = as_uint(as_float(v188) + as_float(v191));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v198 = v5 < 8;
        if (v198) {
            const uint v200 = shared[v5];
            const uint v203 = shared[v5 + 8];
            shared[v5] = as_uint(as_float(v200) + as_float(v203));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v210 = v5 < 4;
        if (v210) {
            const uint v212 = shared[v5];
            const uint v215 = shared[v5 + 4];
            shared[v5] = as_uint(as_float(v212) + as_float(v215));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v222 = v5 < 2;
        if (v222) {
            const uint v224 = shared[v5];
            const uint v227 = shared[v5 + 2];
            shared[v5] = as_uint(as_float(v224) + as_float(v227));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v234 = v5 < 1;
        if (v234) {
            const uint v236 = shared[v5];
            const uint v239 = shared[v5 + 1];
            shared[v5] = as_uint(as_float(v236) + as_float(v239));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const float v254 = v34 + v35 + v36 + v37 + v38;
        const uint v261 = shared[0];
        const float v262 = as_float(v261);
        const float v266 = exp(-fabs(v262));
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v273 = as_uint(v254 + v39 + v40 + v41);
        shared[v5] = v273;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v186) {
            const uint v277 = shared[v5];
            const uint v280 = shared[v5 + 16];
            shared[v5] = as_uint(as_float(v277) + as_float(v280));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v198) {
            const uint v288 = shared[v5];
            const uint v291 = shared[v5 + 8];
            shared[v5] = as_uint(as_float(v288) + as_float(v291));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v210) {
            const uint v299 = shared[v5];
            const uint v302 = shared[v5 + 4];
            shared[v5] = as_uint(as_float(v299) + as_float(v302));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v222) {
            const uint v310 = shared[v5];
            const uint v313 = shared[v5 + 2];
            shared[v5] = as_uint(as_float(v310) + as_float(v313));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v234) {
            const uint v321 = shared[v5];
            const uint v324 = shared[v5 + 1];
            shared[v5] = as_uint(as_float(v321) + as_float(v324));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v332 = shared[0];
        const float v334 = v262 * ((v262 < 0.0f ? v266 : 1.0f) / (1.0f + v266)) * as_float(v332);
        if (v5 == 0) {
            b3[v7] = v334;
        }
    }
}

// tessera kernel mlp_gate_up_silu entry ts_mlp_gate_up_silu__wide wide 1 params i16:wg:16:8960*1536,i16:wu:16:8960*1536,i32:x:32:1536,o32:y:32:8960 sizes 0 threads 32 teams 1 count 8960 shared 256 cost 6145
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void ts_mlp_gate_up_silu__wide(
    __global const ushort *b0, // wg
    __global const ushort *b1, // wu
    __global const float *b2, // x
    __global float *b3, // y
    uint o0, // offset
    uint o1, // offset
    uint o2, // offset
    uint o3) // offset
{
    __local uint shared[64];
    b0 += o0;
    b1 += o1;
    b2 += o2;
    b3 += o3;
    const int v1 = (int)get_group_id(0);
    const int v3 = (int)get_num_groups(0);
    const int v5 = (int)get_local_id(0);
    for (int v7 = v1; v7 < 8960; v7 += v3) {
        const int v10 = v7 * 1536;
        const int v12 = v5 * 8;
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
        for (int v33 = 0; v33 < 1536; v33 += 256) {
            const int v34 = v33 + v12;
            const int v36 = (v10 + v34) >> 3;
            const uint4 v37 = ((__global const uint4 *)b0)[v36];
            const int v44 = v34 >> 2;
            const uint4 v45 = ((__global const uint4 *)b2)[v44];
            const float v47 = as_float(v45.x);
            const float v51 = as_float(v45.y);
            const float v53 = as_float(v45.z);
            const float v55 = as_float(v45.w);
            const uint4 v57 = ((__global const uint4 *)b2)[v44 + 1];
            const float v59 = as_float(v57.x);
            const float v61 = as_float(v57.y);
            const float v63 = as_float(v57.z);
            const float v65 = as_float(v57.w);
            v16 = fma(as_float((v37.x & 0xffffu) << 16), v47, v16);
            v17 = fma(as_float((v37.x >> 16) << 16), v51, v17);
            v18 = fma(as_float((v37.y & 0xffffu) << 16), v53, v18);
            v19 = fma(as_float((v37.y >> 16) << 16), v55, v19);
            v20 = fma(as_float((v37.z & 0xffffu) << 16), v59, v20);
            v21 = fma(as_float((v37.z >> 16) << 16), v61, v21);
            v22 = fma(as_float((v37.w & 0xffffu) << 16), v63, v22);
            v23 = fma(as_float((v37.w >> 16) << 16), v65, v23);
            const uint4 v112 = ((__global const uint4 *)b1)[v36];
            v24 = fma(as_float((v112.x & 0xffffu) << 16), v47, v24);
            v25 = fma(as_float((v112.x >> 16) << 16), v51, v25);
            v26 = fma(as_float((v112.y & 0xffffu) << 16), v53, v26);
            v27 = fma(as_float((v112.y >> 16) << 16), v55, v27);
            v28 = fma(as_float((v112.z & 0xffffu) << 16), v59, v28);
            v29 = fma(as_float((v112.z >> 16) << 16), v61, v29);
            v30 = fma(as_float((v112.w & 0xffffu) << 16), v63, v30);
            v31 = fma(as_float((v112.w >> 16) << 16), v65, v31);
        }
        const float v174 = v16 + v17 + v18 + v19 + v20;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v182 = as_uint(v174 + v21 + v22 + v23);
        shared[v5] = v182;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v186 = v5 < 16;
        if (v186) {
            const uint v188 = shared[v5];
            const uint v191 = shared[v5 + 16];
            shared[v5] = as_uint(as_float(v188) + as_float(v191));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v198 = v5 < 8;
        if (v198) {
            const uint v200 = shared[v5];
            const uint v203 = shared[v5 + 8];
            shared[v5] = as_uint(as_float(v200) + as_float(v203));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v210 = v5 < 4;
        if (v210) {
            const uint v212 = shared[v5];
            const uint v215 = shared[v5 + 4];
            shared[v5] = as_uint(as_float(v212) + as_float(v215));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v222 = v5 < 2;
        if (v222) {
            const uint v224 = shared[v5];
            const uint v227 = shared[v5 + 2];
            shared[v5] = as_uint(as_float(v224) + as_float(v227));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v234 = v5 < 1;
        if (v234) {
            const uint v236 = shared[v5];
            const uint v239 = shared[v5 + 1];
            shared[v5] = as_uint(as_float(v236) + as_float(v239));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const float v254 = v24 + v25 + v26 + v27 + v28;
        const uint v261 = shared[0];
        const float v262 = as_float(v261);
        const float v266 = exp(-fabs(v262));
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v273 = as_uint(v254 + v29 + v30 + v31);
        shared[v5] = v273;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v186) {
            const uint v277 = shared[v5];
            const uint v280 = shared[v5 + 16];
            shared[v5] = as_uint(as_float(v277) + as_float(v280));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v198) {
            const uint v288 = shared[v5];
            const uint v291 = shared[v5 + 8];
            shared[v5] = as_uint(as_float(v288) + as_float(v291));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v210) {
            const uint v299 = shared[v5];
            const uint v302 = shared[v5 + 4];
            shared[v5] = as_uint(as_float(v299) + as_float(v302));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v222) {
            const uint v310 = shared[v5];
            const uint v313 = shared[v5 + 2];
            shared[v5] = as_uint(as_float(v310) + as_float(v313));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v234) {
            const uint v321 = shared[v5];
            const uint v324 = shared[v5 + 1];
            shared[v5] = as_uint(as_float(v321) + as_float(v324));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v332 = shared[0];
        const float v334 = v262 * ((v262 < 0.0f ? v266 : 1.0f) / (1.0f + v266)) * as_float(v332);
        if (v5 == 0) {
            b3[v7] = v334;
        }
    }
}
