// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel kv_proj_matvec entry kv_proj_matvec wide 0 params i16,i16,i16,i16,i32,o32,o32 sizes 0 threads 32 teams 1 count 256 shared 256 cost 6149
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void kv_proj_matvec(
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
    const int v6 = (int)get_local_id(0);
    const int v7 = (int)get_group_id(0);
    const int v8 = (int)get_num_groups(0);
    for (int v10 = v7; v10 < 256; v10 += v8) {
        const int v13 = v10 * 1536;
        const int v15 = v6 * 8;
        const int v17 = v15 + 1;
        const int v19 = v15 + 2;
        const int v21 = v15 + 3;
        const int v23 = v15 + 4;
        const int v25 = v15 + 5;
        const int v27 = v15 + 6;
        const int v29 = v15 + 7;
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
        #pragma unroll 4
        for (int v46 = 0; v46 < 1536; v46 += 256) {
            const int v47 = v46 + v15;
            const float v48 = b4[v47];
            const int v49 = v46 + v17;
            const float v50 = b4[v49];
            const int v51 = v46 + v19;
            const float v52 = b4[v51];
            const int v53 = v46 + v21;
            const float v54 = b4[v53];
            const int v55 = v46 + v23;
            const float v56 = b4[v55];
            const int v57 = v46 + v25;
            const float v58 = b4[v57];
            const int v59 = v46 + v27;
            const float v60 = b4[v59];
            const int v61 = v46 + v29;
            const float v62 = b4[v61];
            const int v63 = v13 + v47;
            const uint v64 = (uint)b0[v63];
            v30 = fma(as_float(v64 << 16), v48, v30);
            const int v71 = v13 + v49;
            const uint v72 = (uint)b0[v71];
            v31 = fma(as_float(v72 << 16), v50, v31);
            const int v78 = v13 + v51;
            const uint v79 = (uint)b0[v78];
            v32 = fma(as_float(v79 << 16), v52, v32);
            const int v85 = v13 + v53;
            const uint v86 = (uint)b0[v85];
            v33 = fma(as_float(v86 << 16), v54, v33);
            const int v92 = v13 + v55;
            const uint v93 = (uint)b0[v92];
            v34 = fma(as_float(v93 << 16), v56, v34);
            const int v99 = v13 + v57;
            const uint v100 = (uint)b0[v99];
            v35 = fma(as_float(v100 << 16), v58, v35);
            const int v106 = v13 + v59;
            const uint v107 = (uint)b0[v106];
            v36 = fma(as_float(v107 << 16), v60, v36);
            const int v113 = v13 + v61;
            const uint v114 = (uint)b0[v113];
            v37 = fma(as_float(v114 << 16), v62, v37);
            const uint v120 = (uint)b1[v63];
            v38 = fma(as_float(v120 << 16), v48, v38);
            const uint v126 = (uint)b1[v71];
            v39 = fma(as_float(v126 << 16), v50, v39);
            const uint v132 = (uint)b1[v78];
            v40 = fma(as_float(v132 << 16), v52, v40);
            const uint v138 = (uint)b1[v85];
            v41 = fma(as_float(v138 << 16), v54, v41);
            const uint v144 = (uint)b1[v92];
            v42 = fma(as_float(v144 << 16), v56, v42);
            const uint v150 = (uint)b1[v99];
            v43 = fma(as_float(v150 << 16), v58, v43);
            const uint v156 = (uint)b1[v106];
            v44 = fma(as_float(v156 << 16), v60, v44);
            const uint v162 = (uint)b1[v113];
            v45 = fma(as_float(v162 << 16), v62, v45);
        }
        const float v177 = v30 + v31 + v32 + v33 + v34;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v185 = as_uint(v177 + v35 + v36 + v37);
        shared[v6] = v185;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v189 = v6 < 16;
        if (v189) {
            const uint v192 = shared[v6];
            const uint v194 = shared[v6 + 16];
            shared[v6] = as_uint(as_float(v192) + as_float(v194));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v201 = v6 < 8;
        if (v201) {
            const uint v204 = shared[v6];
            const uint v206 = shared[v6 + 8];
            shared[v6] = as_uint(as_float(v204) + as_float(v206));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v213 = v6 < 4;
        if (v213) {
            const uint v216 = shared[v6];
            const uint v218 = shared[v6 + 4];
            shared[v6] = as_uint(as_float(v216) + as_float(v218));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v225 = v6 < 2;
        if (v225) {
            const uint v228 = shared[v6];
            const uint v230 = shared[v6 + 2];
            shared[v6] = as_uint(as_float(v228) + as_float(v230));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v237 = v6 < 1;
        if (v237) {
            const uint v240 = shared[v6];
            const uint v242 = shared[v6 + 1];
            shared[v6] = as_uint(as_float(v240) + as_float(v242));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v249 = shared[0];
        const uint v251 = (uint)b2[v10];
        const float v255 = as_float(v249) + as_float(v251 << 16);
        const float v264 = v38 + v39 + v40 + v41 + v42;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v272 = as_uint(v264 + v43 + v44 + v45);
        shared[v6] = v272;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v189) {
            const uint v277 = shared[v6];
            const uint v279 = shared[v6 + 16];
            shared[v6] = as_uint(as_float(v277) + as_float(v279));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v201) {
            const uint v288 = shared[v6];
            const uint v290 = shared[v6 + 8];
            shared[v6] = as_uint(as_float(v288) + as_float(v290));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v213) {
            const uint v299 = shared[v6];
            const uint v301 = shared[v6 + 4];
            shared[v6] = as_uint(as_float(v299) + as_float(v301));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v225) {
            const uint v310 = shared[v6];
            const uint v312 = shared[v6 + 2];
            shared[v6] = as_uint(as_float(v310) + as_float(v312));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v237) {
            const uint v321 = shared[v6];
            const uint v323 = shared[v6 + 1];
            shared[v6] = as_uint(as_float(v321) + as_float(v323));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v330 = shared[0];
        const bool v332 = v6 == 0;
        if (v332) {
            b5[v10] = v255;
        }
        const uint v336 = (uint)b3[v10];
        const float v339 = as_float(v330) + as_float(v336 << 16);
        if (v332) {
            b6[v10] = v339;
        }
    }
}

// tessera kernel kv_proj_matvec entry kv_proj_matvec__wide wide 1 params i16,i16,i16,i16,i32,o32,o32 sizes 0 threads 32 teams 1 count 256 shared 256 cost 6149
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void kv_proj_matvec__wide(
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
    const int v6 = (int)get_local_id(0);
    const int v7 = (int)get_group_id(0);
    const int v8 = (int)get_num_groups(0);
    for (int v10 = v7; v10 < 256; v10 += v8) {
        const int v13 = v10 * 1536;
        const int v15 = v6 * 8;
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
        #pragma unroll 4
        for (int v46 = 0; v46 < 1536; v46 += 256) {
            const int v47 = v46 + v15;
            const int v48 = v47 >> 2;
            const uint4 v49 = ((__global const uint4 *)b4)[v48];
            const uint4 v51 = ((__global const uint4 *)b4)[v48 + 1];
            const float v53 = as_float(v49.x);
            const float v55 = as_float(v49.y);
            const float v57 = as_float(v49.z);
            const float v59 = as_float(v49.w);
            const float v61 = as_float(v51.x);
            const float v63 = as_float(v51.y);
            const float v65 = as_float(v51.z);
            const float v67 = as_float(v51.w);
            const int v69 = (v13 + v47) >> 3;
            const uint4 v70 = ((__global const uint4 *)b0)[v69];
            v30 = fma(as_float((v70.x & 0xffffu) << 16), v53, v30);
            v31 = fma(as_float((v70.x >> 16) << 16), v55, v31);
            v32 = fma(as_float((v70.y & 0xffffu) << 16), v57, v32);
            v33 = fma(as_float((v70.y >> 16) << 16), v59, v33);
            v34 = fma(as_float((v70.z & 0xffffu) << 16), v61, v34);
            v35 = fma(as_float((v70.z >> 16) << 16), v63, v35);
            v36 = fma(as_float((v70.w & 0xffffu) << 16), v65, v36);
            v37 = fma(as_float((v70.w >> 16) << 16), v67, v37);
            const uint4 v126 = ((__global const uint4 *)b1)[v69];
            v38 = fma(as_float((v126.x & 0xffffu) << 16), v53, v38);
            v39 = fma(as_float((v126.x >> 16) << 16), v55, v39);
            v40 = fma(as_float((v126.y & 0xffffu) << 16), v57, v40);
            v41 = fma(as_float((v126.y >> 16) << 16), v59, v41);
            v42 = fma(as_float((v126.z & 0xffffu) << 16), v61, v42);
            v43 = fma(as_float((v126.z >> 16) << 16), v63, v43);
            v44 = fma(as_float((v126.w & 0xffffu) << 16), v65, v44);
            v45 = fma(as_float((v126.w >> 16) << 16), v67, v45);
        }
        const float v188 = v30 + v31 + v32 + v33 + v34;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v196 = as_uint(v188 + v35 + v36 + v37);
        shared[v6] = v196;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v200 = v6 < 16;
        if (v200) {
            const uint v203 = shared[v6];
            const uint v205 = shared[v6 + 16];
            shared[v6] = as_uint(as_float(v203) + as_float(v205));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v212 = v6 < 8;
        if (v212) {
            const uint v215 = shared[v6];
            const uint v217 = shared[v6 + 8];
            shared[v6] = as_uint(as_float(v215) + as_float(v217));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v224 = v6 < 4;
        if (v224) {
            const uint v227 = shared[v6];
            const uint v229 = shared[v6 + 4];
            shared[v6] = as_uint(as_float(v227) + as_float(v229));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v236 = v6 < 2;
        if (v236) {
            const uint v239 = shared[v6];
            const uint v241 = shared[v6 + 2];
            shared[v6] = as_uint(as_float(v239) + as_float(v241));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v248 = v6 < 1;
        if (v248) {
            const uint v251 = shared[v6];
            const uint v253 = shared[v6 + 1];
            shared[v6] = as_uint(as_float(v251) + as_float(v253));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v260 = shared[0];
        const uint v262 = (uint)b2[v10];
        const float v266 = as_float(v260) + as_float(v262 << 16);
        const float v275 = v38 + v39 + v40 + v41 + v42;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v283 = as_uint(v275 + v43 + v44 + v45);
        shared[v6] = v283;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v200) {
            const uint v288 = shared[v6];
            const uint v290 = shared[v6 + 16];
            shared[v6] = as_uint(as_float(v288) + as_float(v290));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v212) {
            const uint v299 = shared[v6];
            const uint v301 = shared[v6 + 8];
            shared[v6] = as_uint(as_float(v299) + as_float(v301));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v224) {
            const uint v310 = shared[v6];
            const uint v312 = shared[v6 + 4];
            shared[v6] = as_uint(as_float(v310) + as_float(v312));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v236) {
            const uint v321 = shared[v6];
            const uint v323 = shared[v6 + 2];
            shared[v6] = as_uint(as_float(v321) + as_float(v323));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v248) {
            const uint v332 = shared[v6];
            const uint v334 = shared[v6 + 1];
            shared[v6] = as_uint(as_float(v332) + as_float(v334));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v341 = shared[0];
        const bool v343 = v6 == 0;
        if (v343) {
            b5[v10] = v266;
        }
        const uint v347 = (uint)b3[v10];
        const float v350 = as_float(v341) + as_float(v347 << 16);
        if (v343) {
            b6[v10] = v350;
        }
    }
}
