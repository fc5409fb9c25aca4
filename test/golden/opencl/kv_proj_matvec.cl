// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel kv_proj_matvec entry ts_kv_proj_matvec wide 0 params i16:wk:16:256*1536,i16:wv:16:256*1536,i16:bk:16:256,i16:bv:16:256,i32:x:32:1536,o32:k:32:256,o32:v:32:256 sizes 0 threads 32 teams 1 count 256 shared 256 cost 6149
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void ts_kv_proj_matvec(
    __global const ushort *b0, // wk
    __global const ushort *b1, // wv
    __global const ushort *b2, // bk
    __global const ushort *b3, // bv
    __global const float *b4, // x
    __global float *b5, // k
    __global float *b6, // v
    uint o0, // offset
    uint o1, // offset
    uint o2, // offset
    uint o3, // offset
    uint o4, // offset
    uint o5, // offset
    uint o6) // offset
{
    __local uint shared[64];
    b0 += o0;
    b1 += o1;
    b2 += o2;
    b3 += o3;
    b4 += o4;
    b5 += o5;
    b6 += o6;
    const int v1 = (int)get_group_id(0);
    const int v3 = (int)get_num_groups(0);
    const int v5 = (int)get_local_id(0);
    for (int v7 = v1; v7 < 256; v7 += v3) {
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
        for (int v42 = 0; v42 < 1536; v42 += 256) {
            const int v43 = v42 + v12;
            const int v44 = v10 + v43;
            const uint v45 = (uint)b0[v44];
            const float v49 = b4[v43];
            const int v52 = v42 + v13;
            const float v53 = b4[v52];
            const int v54 = v42 + v15;
            const float v55 = b4[v54];
            const int v56 = v42 + v17;
            const float v57 = b4[v56];
            const int v58 = v42 + v19;
            const float v59 = b4[v58];
            const int v60 = v42 + v21;
            const float v61 = b4[v60];
            const int v62 = v42 + v23;
            const float v63 = b4[v62];
            const int v64 = v42 + v25;
            const float v65 = b4[v64];
            v26 = fma(as_float(v45 << 16), v49, v26);
            const int v67 = v10 + v52;
            const uint v68 = (uint)b0[v67];
            v27 = fma(as_float(v68 << 16), v53, v27);
            const int v74 = v10 + v54;
            const uint v75 = (uint)b0[v74];
            v28 = fma(as_float(v75 << 16), v55, v28);
            const int v81 = v10 + v56;
            const uint v82 = (uint)b0[v81];
            v29 = fma(as_float(v82 << 16), v57, v29);
            const int v88 = v10 + v58;
            const uint v89 = (uint)b0[v88];
            v30 = fma(as_float(v89 << 16), v59, v30);
            const int v95 = v10 + v60;
            const uint v96 = (uint)b0[v95];
            v31 = fma(as_float(v96 << 16), v61, v31);
            const int v102 = v10 + v62;
            const uint v103 = (uint)b0[v102];
            v32 = fma(as_float(v103 << 16), v63, v32);
            const int v109 = v10 + v64;
            const uint v110 = (uint)b0[v109];
            v33 = fma(as_float(v110 << 16), v65, v33);
            const uint v116 = (uint)b1[v44];
            v34 = fma(as_float(v116 << 16), v49, v34);
            const uint v122 = (uint)b1[v67];
            v35 = fma(as_float(v122 << 16), v53, v35);
            const uint v128 = (uint)b1[v74];
            v36 = fma(as_float(v128 << 16), v55, v36);
            const uint v134 = (uint)b1[v81];
            v37 = fma(as_float(v134 << 16), v57, v37);
            const uint v140 = (uint)b1[v88];
            v38 = fma(as_float(v140 << 16), v59, v38);
            const uint v146 = (uint)b1[v95];
            v39 = fma(as_float(v146 << 16), v61, v39);
            const uint v152 = (uint)b1[v102];
            v40 = fma(as_float(v152 << 16), v63, v40);
            const uint v158 = (uint)b1[v109];
            v41 = fma(as_float(v158 << 16), v65, v41);
        }
        const float v173 = v26 + v27 + v28 + v29 + v30;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v181 = as_uint(v173 + v31 + v32 + v33);
        shared[v5] = v181;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v185 = v5 < 16;
        if (v185) {
            const uint v187 = shared[v5];
            const uint v190 = shared[v5 + 16];
            shared[v5] = as_uint(as_float(v187) + as_float(v190));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v197 = v5 < 8;
        if (v197) {
            const uint v199 = shared[v5];
            const uint v202 = shared[v5 + 8];
            shared[v5] = as_uint(as_float(v199) + as_float(v202));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v209 = v5 < 4;
        if (v209) {
            const uint v211 = shared[v5];
            const uint v214 = shared[v5 + 4];
            shared[v5] = as_uint(as_float(v211) + as_float(v214));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v221 = v5 < 2;
        if (v221) {
            const uint v223 = shared[v5];
            const uint v226 = shared[v5 + 2];
            shared[v5] = as_uint(as_float(v223) + as_float(v226));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v233 = v5 < 1;
        if (v233) {
            const uint v235 = shared[v5];
            const uint v238 = shared[v5 + 1];
            shared[v5] = as_uint(as_float(v235) + as_float(v238));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const float v253 = v34 + v35 + v36 + v37 + v38;
        const uint v260 = shared[0];
        const uint v262 = (uint)b2[v7];
        const float v266 = as_float(v260) + as_float(v262 << 16);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v268 = as_uint(v253 + v39 + v40 + v41);
        shared[v5] = v268;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v185) {
            const uint v272 = shared[v5];
            const uint v275 = shared[v5 + 16];
            shared[v5] = as_uint(as_float(v272) + as_float(v275));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v197) {
            const uint v283 = shared[v5];
            const uint v286 = shared[v5 + 8];
            shared[v5] = as_uint(as_float(v283) + as_float(v286));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v209) {
            const uint v294 = shared[v5];
            const uint v297 = shared[v5 + 4];
            shared[v5] = as_uint(as_float(v294) + as_float(v297));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v221) {
            const uint v305 = shared[v5];
            const uint v308 = shared[v5 + 2];
            shared[v5] = as_uint(as_float(v305) + as_float(v308));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v233) {
            const uint v316 = shared[v5];
            const uint v319 = shared[v5 + 1];
            shared[v5] = as_uint(as_float(v316) + as_float(v319));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v326 = v5 == 0;
        const uint v327 = shared[0];
        if (v326) {
            b5[v7] = v266;
        }
        const uint v332 = (uint)b3[v7];
        const float v335 = as_float(v327) + as_float(v332 << 16);
        if (v326) {
            b6[v7] = v335;
        }
    }
}

// tessera kernel kv_proj_matvec entry ts_kv_proj_matvec__wide wide 1 params i16:wk:16:256*1536,i16:wv:16:256*1536,i16:bk:16:256,i16:bv:16:256,i32:x:32:1536,o32:k:32:256,o32:v:32:256 sizes 0 threads 32 teams 1 count 256 shared 256 cost 6149
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void ts_kv_proj_matvec__wide(
    __global const ushort *b0, // wk
    __global const ushort *b1, // wv
    __global const ushort *b2, // bk
    __global const ushort *b3, // bv
    __global const float *b4, // x
    __global float *b5, // k
    __global float *b6, // v
    uint o0, // offset
    uint o1, // offset
    uint o2, // offset
    uint o3, // offset
    uint o4, // offset
    uint o5, // offset
    uint o6) // offset
{
    __local uint shared[64];
    b0 += o0;
    b1 += o1;
    b2 += o2;
    b3 += o3;
    b4 += o4;
    b5 += o5;
    b6 += o6;
    const int v1 = (int)get_group_id(0);
    const int v3 = (int)get_num_groups(0);
    const int v5 = (int)get_local_id(0);
    for (int v7 = v1; v7 < 256; v7 += v3) {
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
        for (int v32 = 0; v32 < 1536; v32 += 256) {
            const int v33 = v32 + v12;
            const int v35 = (v10 + v33) >> 3;
            const uint4 v36 = ((__global const uint4 *)b0)[v35];
            const int v43 = v33 >> 2;
            const uint4 v44 = ((__global const uint4 *)b4)[v43];
            const float v46 = as_float(v44.x);
            const float v50 = as_float(v44.y);
            const float v52 = as_float(v44.z);
            const float v54 = as_float(v44.w);
            const uint4 v56 = ((__global const uint4 *)b4)[v43 + 1];
            const float v58 = as_float(v56.x);
            const float v60 = as_float(v56.y);
            const float v62 = as_float(v56.z);
            const float v64 = as_float(v56.w);
            v16 = fma(as_float((v36.x & 0xffffu) << 16), v46, v16);
            v17 = fma(as_float((v36.x >> 16) << 16), v50, v17);
            v18 = fma(as_float((v36.y & 0xffffu) << 16), v52, v18);
            v19 = fma(as_float((v36.y >> 16) << 16), v54, v19);
            v20 = fma(as_float((v36.z & 0xffffu) << 16), v58, v20);
            v21 = fma(as_float((v36.z >> 16) << 16), v60, v21);
            v22 = fma(as_float((v36.w & 0xffffu) << 16), v62, v22);
            v23 = fma(as_float((v36.w >> 16) << 16), v64, v23);
            const uint4 v111 = ((__global const uint4 *)b1)[v35];
            v24 = fma(as_float((v111.x & 0xffffu) << 16), v46, v24);
            v25 = fma(as_float((v111.x >> 16) << 16), v50, v25);
            v26 = fma(as_float((v111.y & 0xffffu) << 16), v52, v26);
            v27 = fma(as_float((v111.y >> 16) << 16), v54, v27);
            v28 = fma(as_float((v111.z & 0xffffu) << 16), v58, v28);
            v29 = fma(as_float((v111.z >> 16) << 16), v60, v29);
            v30 = fma(as_float((v111.w & 0xffffu) << 16), v62, v30);
            v31 = fma(as_float((v111.w >> 16) << 16), v64, v31);
        }
        const float v173 = v16 + v17 + v18 + v19 + v20;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v181 = as_uint(v173 + v21 + v22 + v23);
        shared[v5] = v181;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v185 = v5 < 16;
        if (v185) {
            const uint v187 = shared[v5];
            const uint v190 = shared[v5 + 16];
            shared[v5] = as_uint(as_float(v187) + as_float(v190));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v197 = v5 < 8;
        if (v197) {
            const uint v199 = shared[v5];
            const uint v202 = shared[v5 + 8];
            shared[v5] = as_uint(as_float(v199) + as_float(v202));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v209 = v5 < 4;
        if (v209) {
            const uint v211 = shared[v5];
            const uint v214 = shared[v5 + 4];
            shared[v5] = as_uint(as_float(v211) + as_float(v214));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v221 = v5 < 2;
        if (v221) {
            const uint v223 = shared[v5];
            const uint v226 = shared[v5 + 2];
            shared[v5] = as_uint(as_float(v223) + as_float(v226));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v233 = v5 < 1;
        if (v233) {
            const uint v235 = shared[v5];
            const uint v238 = shared[v5 + 1];
            shared[v5] = as_uint(as_float(v235) + as_float(v238));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const float v253 = v24 + v25 + v26 + v27 + v28;
        const uint v260 = shared[0];
        const uint v262 = (uint)b2[v7];
        const float v266 = as_float(v260) + as_float(v262 << 16);
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v268 = as_uint(v253 + v29 + v30 + v31);
        shared[v5] = v268;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v185) {
            const uint v272 = shared[v5];
            const uint v275 = shared[v5 + 16];
            shared[v5] = as_uint(as_float(v272) + as_float(v275));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v197) {
            const uint v283 = shared[v5];
            const uint v286 = shared[v5 + 8];
            shared[v5] = as_uint(as_float(v283) + as_float(v286));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v209) {
            const uint v294 = shared[v5];
            const uint v297 = shared[v5 + 4];
            shared[v5] = as_uint(as_float(v294) + as_float(v297));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v221) {
            const uint v305 = shared[v5];
            const uint v308 = shared[v5 + 2];
            shared[v5] = as_uint(as_float(v305) + as_float(v308));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v233) {
            const uint v316 = shared[v5];
            const uint v319 = shared[v5 + 1];
            shared[v5] = as_uint(as_float(v316) + as_float(v319));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v326 = v5 == 0;
        const uint v327 = shared[0];
        if (v326) {
            b5[v7] = v266;
        }
        const uint v332 = (uint)b3[v7];
        const float v335 = as_float(v327) + as_float(v332 << 16);
        if (v326) {
            b6[v7] = v335;
        }
    }
}
