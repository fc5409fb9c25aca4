// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel down_proj_residual entry down_proj_residual wide 0 params i16,i32,i32,o32 sizes 0 threads 32 teams 1 count 1536 shared 256 cost 17925
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void down_proj_residual(
    __global const ushort *b0, // w
    __global const float *b1, // x
    __global const float *b2, // res
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
    const int v6 = (int)get_local_id(0);
    const int v7 = (int)get_group_id(0);
    const int v8 = (int)get_num_groups(0);
    for (int v10 = v7; v10 < 1536; v10 += v8) {
        const int v13 = v10 * 8960;
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
        #pragma unroll 4
        for (int v39 = 0; v39 < 8960; v39 += 256) {
            const int v40 = v39 + v15;
            const uint v42 = (uint)b0[v13 + v40];
            const float v46 = b1[v40];
            v30 = fma(as_float(v42 << 16), v46, v30);
            const int v50 = v39 + v17;
            const uint v52 = (uint)b0[v13 + v50];
            const float v55 = b1[v50];
            v31 = fma(as_float(v52 << 16), v55, v31);
            const int v59 = v39 + v19;
            const uint v61 = (uint)b0[v13 + v59];
            const float v64 = b1[v59];
            v32 = fma(as_float(v61 << 16), v64, v32);
            const int v68 = v39 + v21;
            const uint v70 = (uint)b0[v13 + v68];
            const float v73 = b1[v68];
            v33 = fma(as_float(v70 << 16), v73, v33);
            const int v77 = v39 + v23;
            const uint v79 = (uint)b0[v13 + v77];
            const float v82 = b1[v77];
            v34 = fma(as_float(v79 << 16), v82, v34);
            const int v86 = v39 + v25;
            const uint v88 = (uint)b0[v13 + v86];
            const float v91 = b1[v86];
            v35 = fma(as_float(v88 << 16), v91, v35);
            const int v95 = v39 + v27;
            const uint v97 = (uint)b0[v13 + v95];
            const float v100 = b1[v95];
            v36 = fma(as_float(v97 << 16), v100, v36);
            const int v104 = v39 + v29;
            const uint v106 = (uint)b0[v13 + v104];
            const float v109 = b1[v104];
            v37 = fma(as_float(v106 << 16), v109, v37);
        }
        const float v122 = v30 + v31 + v32 + v33 + v34;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v130 = as_uint(v122 + v35 + v36 + v37);
        shared[v6] = v130;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v6 < 16) {
            const uint v137 = shared[v6];
            const uint v139 = shared[v6 + 16];
            shared[v6] = as_uint(as_float(v137) + as_float(v139));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v6 < 8) {
            const uint v149 = shared[v6];
            const uint v151 = shared[v6 + 8];
            shared[v6] = as_uint(as_float(v149) + as_float(v151));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v6 < 4) {
            const uint v161 = shared[v6];
            const uint v163 = shared[v6 + 4];
            shared[v6] = as_uint(as_float(v161) + as_float(v163));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v6 < 2) {
            const uint v173 = shared[v6];
            const uint v175 = shared[v6 + 2];
            shared[v6] = as_uint(as_float(v173) + as_float(v175));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v6 < 1) {
            const uint v185 = shared[v6];
            const uint v187 = shared[v6 + 1];
            shared[v6] = as_uint(as_float(v185) + as_float(v187));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v194 = shared[0];
        const float v196 = b2[v10];
        const float v197 = as_float(v194) + v196;
        if (v6 == 0) {
            b3[v10] = v197;
        }
    }
}

// tessera kernel down_proj_residual entry down_proj_residual__wide wide 1 params i16,i32,i32,o32 sizes 0 threads 32 teams 1 count 1536 shared 256 cost 17925
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void down_proj_residual__wide(
    __global const ushort *b0, // w
    __global const float *b1, // x
    __global const float *b2, // res
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
    const int v6 = (int)get_local_id(0);
    const int v7 = (int)get_group_id(0);
    const int v8 = (int)get_num_groups(0);
    for (int v10 = v7; v10 < 1536; v10 += v8) {
        const int v13 = v10 * 8960;
        const int v15 = v6 * 8;
        float v30 = 0.0f;
        float v31 = 0.0f;
        float v32 = 0.0f;
        float v33 = 0.0f;
        float v34 = 0.0f;
        float v35 = 0.0f;
        float v36 = 0.0f;
        float v37 = 0.0f;
        #pragma unroll 4
        for (int v39 = 0; v39 < 8960; v39 += 256) {
            const int v40 = v39 + v15;
            const uint4 v43 = ((__global const uint4 *)b0)[(v13 + v40) >> 3];
            const int v51 = v40 >> 2;
            const uint4 v52 = ((__global const uint4 *)b1)[v51];
            const uint4 v54 = ((__global const uint4 *)b1)[v51 + 1];
            v30 = fma(as_float((v43.x & 0xffffu) << 16), as_float(v52.x), v30);
            v31 = fma(as_float((v43.x >> 16) << 16), as_float(v52.y), v31);
            v32 = fma(as_float((v43.y & 0xffffu) << 16), as_float(v52.z), v32);
            v33 = fma(as_float((v43.y >> 16) << 16), as_float(v52.w), v33);
            v34 = fma(as_float((v43.z & 0xffffu) << 16), as_float(v54.x), v34);
            v35 = fma(as_float((v43.z >> 16) << 16), as_float(v54.y), v35);
            v36 = fma(as_float((v43.w & 0xffffu) << 16), as_float(v54.z), v36);
            v37 = fma(as_float((v43.w >> 16) << 16), as_float(v54.w), v37);
        }
        const float v128 = v30 + v31 + v32 + v33 + v34;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v136 = as_uint(v128 + v35 + v36 + v37);
        shared[v6] = v136;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v6 < 16) {
            const uint v143 = shared[v6];
            const uint v145 = shared[v6 + 16];
            shared[v6] = as_uint(as_float(v143) + as_float(v145));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v6 < 8) {
            const uint v155 = shared[v6];
            const uint v157 = shared[v6 + 8];
            shared[v6] = as_uint(as_float(v155) + as_float(v157));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v6 < 4) {
            const uint v167 = shared[v6];
            const uint v169 = shared[v6 + 4];
            shared[v6] = as_uint(as_float(v167) + as_float(v169));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v6 < 2) {
            const uint v179 = shared[v6];
            const uint v181 = shared[v6 + 2];
            shared[v6] = as_uint(as_float(v179) + as_float(v181));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v6 < 1) {
            const uint v191 = shared[v6];
            const uint v193 = shared[v6 + 1];
            shared[v6] = as_uint(as_float(v191) + as_float(v193));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v200 = shared[0];
        const float v202 = b2[v10];
        const float v203 = as_float(v200) + v202;
        if (v6 == 0) {
            b3[v10] = v203;
        }
    }
}
