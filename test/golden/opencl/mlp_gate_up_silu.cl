// OpenCL C 1.2.
#pragma OPENCL FP_CONTRACT OFF

// tessera kernel mlp_gate_up_silu entry mlp_gate_up_silu wide 0 params i16,i16,i32,o32 sizes 0 threads 32 teams 1 count 8960 shared 256 cost 6145
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void mlp_gate_up_silu(
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
    const int v6 = (int)get_local_id(0);
    const int v7 = (int)get_group_id(0);
    const int v8 = (int)get_num_groups(0);
    for (int v10 = v7; v10 < 8960; v10 += v8) {
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
        for (int v47 = 0; v47 < 1536; v47 += 256) {
            const int v48 = v47 + v15;
            const float v49 = b2[v48];
            const int v50 = v47 + v17;
            const float v51 = b2[v50];
            const int v52 = v47 + v19;
            const float v53 = b2[v52];
            const int v54 = v47 + v21;
            const float v55 = b2[v54];
            const int v56 = v47 + v23;
            const float v57 = b2[v56];
            const int v58 = v47 + v25;
            const float v59 = b2[v58];
            const int v60 = v47 + v27;
            const float v61 = b2[v60];
            const int v62 = v47 + v29;
            const float v63 = b2[v62];
            const int v64 = v13 + v48;
            const uint v65 = (uint)b0[v64];
            v30 = fma(as_float(v65 << 16), v49, v30);
            const int v72 = v13 + v50;
            const uint v73 = (uint)b0[v72];
            v31 = fma(as_float(v73 << 16), v51, v31);
            const int v79 = v13 + v52;
            const uint v80 = (uint)b0[v79];
            v32 = fma(as_float(v80 << 16), v53, v32);
            const int v86 = v13 + v54;
            const uint v87 = (uint)b0[v86];
            v33 = fma(as_float(v87 << 16), v55, v33);
            const int v93 = v13 + v56;
            const uint v94 = (uint)b0[v93];
            v34 = fma(as_float(v94 << 16), v57, v34);
            const int v100 = v13 + v58;
            const uint v101 = (uint)b0[v100];
            v35 = fma(as_float(v101 << 16), v59, v35);
            const int v107 = v13 + v60;
            const uint v108 = (uint)b0[v107];
            v36 = fma(as_float(v108 << 16), v61, v36);
            const int v114 = v13 + v62;
            const uint v115 = (uint)b0[v114];
            v37 = fma(as_float(v115 << 16), v63, v37);
            const uint v121 = (uint)b1[v64];
            v38 = fma(as_float(v121 << 16), v49, v38);
            const uint v127 = (uint)b1[v72];
            v39 = fma(as_float(v127 << 16), v51, v39);
            const uint v133 = (uint)b1[v79];
            v40 = fma(as_float(v133 << 16), v53, v40);
            const uint v139 = (uint)b1[v86];
            v41 = fma(as_float(v139 << 16), v55, v41);
            const uint v145 = (uint)b1[v93];
            v42 = fma(as_float(v145 << 16), v57, v42);
            const uint v151 = (uint)b1[v100];
            v43 = fma(as_float(v151 << 16), v59, v43);
            const uint v157 = (uint)b1[v107];
            v44 = fma(as_float(v157 << 16), v61, v44);
            const uint v163 = (uint)b1[v114];
            v45 = fma(as_float(v163 << 16), v63, v45);
        }
        const float v178 = v30 + v31 + v32 + v33 + v34;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v186 = as_uint(v178 + v35 + v36 + v37);
        shared[v6] = v186;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v190 = v6 < 16;
        if (v190) {
            const uint v193 = shared[v6];
            const uint v195 = shared[v6 + 16];
            shared[v6] = as_uint(as_float(v193) + as_float(v195));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v202 = v6 < 8;
        if (v202) {
            const uint v205 = shared[v6];
            const uint v207 = shared[v6 + 8];
            shared[v6] = as_uint(as_float(v205) + as_float(v207));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v214 = v6 < 4;
        if (v214) {
            const uint v217 = shared[v6];
            const uint v219 = shared[v6 + 4];
            shared[v6] = as_uint(as_float(v217) + as_float(v219));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v226 = v6 < 2;
        if (v226) {
            const uint v229 = shared[v6];
            const uint v231 = shared[v6 + 2];
            shared[v6] = as_uint(as_float(v229) + as_float(v231));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v238 = v6 < 1;
        if (v238) {
            const uint v241 = shared[v6];
            const uint v243 = shared[v6 + 1];
            shared[v6] = as_uint(as_float(v241) + as_float(v243));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v250 = shared[0];
        const float v251 = as_float(v250);
        const float v255 = exp(-fabs(v251));
        const float v269 = v38 + v39 + v40 + v41 + v42;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v277 = as_uint(v269 + v43 + v44 + v45);
        shared[v6] = v277;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v190) {
            const uint v282 = shared[v6];
            const uint v284 = shared[v6 + 16];
            shared[v6] = as_uint(as_float(v282) + as_float(v284));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v202) {
            const uint v293 = shared[v6];
            const uint v295 = shared[v6 + 8];
            shared[v6] = as_uint(as_float(v293) + as_float(v295));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v214) {
            const uint v304 = shared[v6];
            const uint v306 = shared[v6 + 4];
            shared[v6] = as_uint(as_float(v304) + as_float(v306));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v226) {
            const uint v315 = shared[v6];
            const uint v317 = shared[v6 + 2];
            shared[v6] = as_uint(as_float(v315) + as_float(v317));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v238) {
            const uint v326 = shared[v6];
            const uint v328 = shared[v6 + 1];
            shared[v6] = as_uint(as_float(v326) + as_float(v328));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v335 = shared[0];
        const float v337 = v251 * ((v251 < 0.0f ? v255 : 1.0f) / (1.0f + v255)) * as_float(v335);
        if (v6 == 0) {
            b3[v10] = v337;
        }
    }
}

// tessera kernel mlp_gate_up_silu entry mlp_gate_up_silu__wide wide 1 params i16,i16,i32,o32 sizes 0 threads 32 teams 1 count 8960 shared 256 cost 6145
__kernel __attribute__((reqd_work_group_size(32, 1, 1))) void mlp_gate_up_silu__wide(
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
    const int v6 = (int)get_local_id(0);
    const int v7 = (int)get_group_id(0);
    const int v8 = (int)get_num_groups(0);
    for (int v10 = v7; v10 < 8960; v10 += v8) {
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
        for (int v47 = 0; v47 < 1536; v47 += 256) {
            const int v48 = v47 + v15;
            const int v49 = v48 >> 2;
            const uint4 v50 = ((__global const uint4 *)b2)[v49];
            const uint4 v52 = ((__global const uint4 *)b2)[v49 + 1];
            const float v54 = as_float(v50.x);
            const float v56 = as_float(v50.y);
            const float v58 = as_float(v50.z);
            const float v60 = as_float(v50.w);
            const float v62 = as_float(v52.x);
            const float v64 = as_float(v52.y);
            const float v66 = as_float(v52.z);
            const float v68 = as_float(v52.w);
            const int v70 = (v13 + v48) >> 3;
            const uint4 v71 = ((__global const uint4 *)b0)[v70];
            v30 = fma(as_float((v71.x & 0xffffu) << 16), v54, v30);
            v31 = fma(as_float((v71.x >> 16) << 16), v56, v31);
            v32 = fma(as_float((v71.y & 0xffffu) << 16), v58, v32);
            v33 = fma(as_float((v71.y >> 16) << 16), v60, v33);
            v34 = fma(as_float((v71.z & 0xffffu) << 16), v62, v34);
            v35 = fma(as_float((v71.z >> 16) << 16), v64, v35);
            v36 = fma(as_float((v71.w & 0xffffu) << 16), v66, v36);
            v37 = fma(as_float((v71.w >> 16) << 16), v68, v37);
            const uint4 v127 = ((__global const uint4 *)b1)[v70];
            v38 = fma(as_float((v127.x & 0xffffu) << 16), v54, v38);
            v39 = fma(as_float((v127.x >> 16) << 16), v56, v39);
            v40 = fma(as_float((v127.y & 0xffffu) << 16), v58, v40);
            v41 = fma(as_float((v127.y >> 16) << 16), v60, v41);
            v42 = fma(as_float((v127.z & 0xffffu) << 16), v62, v42);
            v43 = fma(as_float((v127.z >> 16) << 16), v64, v43);
            v44 = fma(as_float((v127.w & 0xffffu) << 16), v66, v44);
            v45 = fma(as_float((v127.w >> 16) << 16), v68, v45);
        }
        const float v189 = v30 + v31 + v32 + v33 + v34;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v197 = as_uint(v189 + v35 + v36 + v37);
        shared[v6] = v197;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v201 = v6 < 16;
        if (v201) {
            const uint v204 = shared[v6];
            const uint v206 = shared[v6 + 16];
            shared[v6] = as_uint(as_float(v204) + as_float(v206));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v213 = v6 < 8;
        if (v213) {
            const uint v216 = shared[v6];
            const uint v218 = shared[v6 + 8];
            shared[v6] = as_uint(as_float(v216) + as_float(v218));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v225 = v6 < 4;
        if (v225) {
            const uint v228 = shared[v6];
            const uint v230 = shared[v6 + 4];
            shared[v6] = as_uint(as_float(v228) + as_float(v230));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v237 = v6 < 2;
        if (v237) {
            const uint v240 = shared[v6];
            const uint v242 = shared[v6 + 2];
            shared[v6] = as_uint(as_float(v240) + as_float(v242));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const bool v249 = v6 < 1;
        if (v249) {
            const uint v252 = shared[v6];
            const uint v254 = shared[v6 + 1];
            shared[v6] = as_uint(as_float(v252) + as_float(v254));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v261 = shared[0];
        const float v262 = as_float(v261);
        const float v266 = exp(-fabs(v262));
        const float v280 = v38 + v39 + v40 + v41 + v42;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v288 = as_uint(v280 + v43 + v44 + v45);
        shared[v6] = v288;
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v201) {
            const uint v293 = shared[v6];
            const uint v295 = shared[v6 + 16];
            shared[v6] = as_uint(as_float(v293) + as_float(v295));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v213) {
            const uint v304 = shared[v6];
            const uint v306 = shared[v6 + 8];
            shared[v6] = as_uint(as_float(v304) + as_float(v306));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v225) {
            const uint v315 = shared[v6];
            const uint v317 = shared[v6 + 4];
            shared[v6] = as_uint(as_float(v315) + as_float(v317));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v237) {
            const uint v326 = shared[v6];
            const uint v328 = shared[v6 + 2];
            shared[v6] = as_uint(as_float(v326) + as_float(v328));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        if (v249) {
            const uint v337 = shared[v6];
            const uint v339 = shared[v6 + 1];
            shared[v6] = as_uint(as_float(v337) + as_float(v339));
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        const uint v346 = shared[0];
        const float v348 = v262 * ((v262 < 0.0f ? v266 : 1.0f) / (1.0f + v266)) * as_float(v346);
        if (v6 == 0) {
            b3[v10] = v348;
        }
    }
}
