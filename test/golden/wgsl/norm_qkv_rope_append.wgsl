// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

// tessera kernel norm_qkv_rope_append entry k_ts_norm_qkv_rope_append wide 0 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:16*128*1536,i16:bias:16:16*128,i32:cos:32:4096*64,i32:sin:32:4096*64,o32:q:32:12*128,b16:kcache:16:2*4096*128,b16:vcache:16:2*4096*128 sizes 1 threads 32 teams 1 count 1024 shared 256 cost 6157
@group(0) @binding(0) var<storage, read> k0_b0: array<f32>; // x
@group(0) @binding(1) var<storage, read> k0_b1: array<u32>; // gamma
@group(0) @binding(2) var<storage, read> k0_b2: array<u32>; // w
@group(0) @binding(3) var<storage, read> k0_b3: array<u32>; // bias
@group(0) @binding(4) var<storage, read> k0_b4: array<f32>; // cos
@group(0) @binding(5) var<storage, read> k0_b5: array<f32>; // sin
@group(0) @binding(6) var<storage, read_write> k0_b6: array<f32>; // q
@group(0) @binding(7) var<storage, read_write> k0_b7: array<atomic<u32>>; // kcache
@group(0) @binding(8) var<storage, read_write> k0_b8: array<atomic<u32>>; // vcache
@group(0) @binding(9) var<uniform> k0_at: array<vec4<i32>, 3>; // offsets, sizes
var<workgroup> k0_shared: array<u32, 64>;
@compute @workgroup_size(32)
fn k_ts_norm_qkv_rope_append(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v6: i32 = i32(thread);
    for (var v9: i32 = v1; v9 < 1024i; v9 += v3) {
        let v12: i32 = (v9 / 64i);
        let v14: i32 = (v12 * 196608i);
        let v15: i32 = (v9 % 64i);
        let v17: i32 = (v14 + (v15 * 1536i));
        let v19: i32 = (v6 * 8i);
        let v20: i32 = (v19 + 1i);
        let v22: i32 = (v19 + 2i);
        let v24: i32 = (v19 + 3i);
        let v26: i32 = (v19 + 4i);
        let v28: i32 = (v19 + 5i);
        let v30: i32 = (v19 + 6i);
        let v32: i32 = (v19 + 7i);
        let v33: i32 = (v15 + 64i);
        let v35: i32 = (v14 + (v33 * 1536i));
        let v38: i32 = k0_at[2].y;
        var v41: f32 = 0f;
        var v42: f32 = 0f;
        var v43: f32 = 0f;
        var v44: f32 = 0f;
        var v45: f32 = 0f;
        var v46: f32 = 0f;
        var v47: f32 = 0f;
        var v48: f32 = 0f;
        var v49: f32 = 0f;
        var v50: f32 = 0f;
        var v51: f32 = 0f;
        var v52: f32 = 0f;
        var v53: f32 = 0f;
        var v54: f32 = 0f;
        var v55: f32 = 0f;
        var v56: f32 = 0f;
        var v57: f32 = 0f;
        var v58: f32 = 0f;
        var v59: f32 = 0f;
        var v60: f32 = 0f;
        var v61: f32 = 0f;
        var v62: f32 = 0f;
        var v63: f32 = 0f;
        var v64: f32 = 0f;
        for (var v66: i32 = 0i; v66 < 1536i; v66 += 256i) {
            let v67: i32 = (v66 + v19);
            let v69_at = u32((v17 + v67) + k0_at[0].z);
            let v69 = extractBits(k0_b2[v69_at >> 1u], (v69_at & 1u) * 16u, 16u);
            let v73_at = u32(v67 + k0_at[0].x);
            let v73 = k0_b0[v73_at];
            let v74_at = u32(v67 + k0_at[0].y);
            let v74 = extractBits(k0_b1[v74_at >> 1u], (v74_at & 1u) * 16u, 16u);
            let v77: f32 = (v73 * bitcast<f32>((v74 << 16u)));
            let v80: i32 = (v66 + v20);
            let v81_at = u32(v80 + k0_at[0].x);
            let v81 = k0_b0[v81_at];
            let v82_at = u32(v80 + k0_at[0].y);
            let v82 = extractBits(k0_b1[v82_at >> 1u], (v82_at & 1u) * 16u, 16u);
            let v85: f32 = (v81 * bitcast<f32>((v82 << 16u)));
            let v86: i32 = (v66 + v22);
            let v87_at = u32(v86 + k0_at[0].x);
            let v87 = k0_b0[v87_at];
            let v88_at = u32(v86 + k0_at[0].y);
            let v88 = extractBits(k0_b1[v88_at >> 1u], (v88_at & 1u) * 16u, 16u);
            let v91: f32 = (v87 * bitcast<f32>((v88 << 16u)));
            let v92: i32 = (v66 + v24);
            let v93_at = u32(v92 + k0_at[0].x);
            let v93 = k0_b0[v93_at];
            let v94_at = u32(v92 + k0_at[0].y);
            let v94 = extractBits(k0_b1[v94_at >> 1u], (v94_at & 1u) * 16u, 16u);
            let v97: f32 = (v93 * bitcast<f32>((v94 << 16u)));
            let v98: i32 = (v66 + v26);
            let v99_at = u32(v98 + k0_at[0].x);
            let v99 = k0_b0[v99_at];
            let v100_at = u32(v98 + k0_at[0].y);
            let v100 = extractBits(k0_b1[v100_at >> 1u], (v100_at & 1u) * 16u, 16u);
            let v103: f32 = (v99 * bitcast<f32>((v100 << 16u)));
            let v104: i32 = (v66 + v28);
            let v105_at = u32(v104 + k0_at[0].x);
            let v105 = k0_b0[v105_at];
            let v106_at = u32(v104 + k0_at[0].y);
            let v106 = extractBits(k0_b1[v106_at >> 1u], (v106_at & 1u) * 16u, 16u);
            let v109: f32 = (v105 * bitcast<f32>((v106 << 16u)));
            let v110: i32 = (v66 + v30);
            let v111_at = u32(v110 + k0_at[0].x);
            let v111 = k0_b0[v111_at];
            let v112_at = u32(v110 + k0_at[0].y);
            let v112 = extractBits(k0_b1[v112_at >> 1u], (v112_at & 1u) * 16u, 16u);
            let v115: f32 = (v111 * bitcast<f32>((v112 << 16u)));
            let v116: i32 = (v66 + v32);
            let v117_at = u32(v116 + k0_at[0].x);
            let v117 = k0_b0[v117_at];
            let v118_at = u32(v116 + k0_at[0].y);
            let v118 = extractBits(k0_b1[v118_at >> 1u], (v118_at & 1u) * 16u, 16u);
            let v121: f32 = (v117 * bitcast<f32>((v118 << 16u)));
            v41 = fma(bitcast<f32>((v69 << 16u)), v77, v41);
            let v124_at = u32((v17 + v80) + k0_at[0].z);
            let v124 = extractBits(k0_b2[v124_at >> 1u], (v124_at & 1u) * 16u, 16u);
            v42 = fma(bitcast<f32>((v124 << 16u)), v85, v42);
            let v131_at = u32((v17 + v86) + k0_at[0].z);
            let v131 = extractBits(k0_b2[v131_at >> 1u], (v131_at & 1u) * 16u, 16u);
            v43 = fma(bitcast<f32>((v131 << 16u)), v91, v43);
            let v138_at = u32((v17 + v92) + k0_at[0].z);
            let v138 = extractBits(k0_b2[v138_at >> 1u], (v138_at & 1u) * 16u, 16u);
            v44 = fma(bitcast<f32>((v138 << 16u)), v97, v44);
            let v145_at = u32((v17 + v98) + k0_at[0].z);
            let v145 = extractBits(k0_b2[v145_at >> 1u], (v145_at & 1u) * 16u, 16u);
            v45 = fma(bitcast<f32>((v145 << 16u)), v103, v45);
            let v152_at = u32((v17 + v104) + k0_at[0].z);
            let v152 = extractBits(k0_b2[v152_at >> 1u], (v152_at & 1u) * 16u, 16u);
            v46 = fma(bitcast<f32>((v152 << 16u)), v109, v46);
            let v159_at = u32((v17 + v110) + k0_at[0].z);
            let v159 = extractBits(k0_b2[v159_at >> 1u], (v159_at & 1u) * 16u, 16u);
            v47 = fma(bitcast<f32>((v159 << 16u)), v115, v47);
            let v166_at = u32((v17 + v116) + k0_at[0].z);
            let v166 = extractBits(k0_b2[v166_at >> 1u], (v166_at & 1u) * 16u, 16u);
            v48 = fma(bitcast<f32>((v166 << 16u)), v121, v48);
            let v173_at = u32((v35 + v67) + k0_at[0].z);
            let v173 = extractBits(k0_b2[v173_at >> 1u], (v173_at & 1u) * 16u, 16u);
            v49 = fma(bitcast<f32>((v173 << 16u)), v77, v49);
            let v180_at = u32((v35 + v80) + k0_at[0].z);
            let v180 = extractBits(k0_b2[v180_at >> 1u], (v180_at & 1u) * 16u, 16u);
            v50 = fma(bitcast<f32>((v180 << 16u)), v85, v50);
            let v187_at = u32((v35 + v86) + k0_at[0].z);
            let v187 = extractBits(k0_b2[v187_at >> 1u], (v187_at & 1u) * 16u, 16u);
            v51 = fma(bitcast<f32>((v187 << 16u)), v91, v51);
            let v194_at = u32((v35 + v92) + k0_at[0].z);
            let v194 = extractBits(k0_b2[v194_at >> 1u], (v194_at & 1u) * 16u, 16u);
            v52 = fma(bitcast<f32>((v194 << 16u)), v97, v52);
            let v201_at = u32((v35 + v98) + k0_at[0].z);
            let v201 = extractBits(k0_b2[v201_at >> 1u], (v201_at & 1u) * 16u, 16u);
            v53 = fma(bitcast<f32>((v201 << 16u)), v103, v53);
            let v208_at = u32((v35 + v104) + k0_at[0].z);
            let v208 = extractBits(k0_b2[v208_at >> 1u], (v208_at & 1u) * 16u, 16u);
            v54 = fma(bitcast<f32>((v208 << 16u)), v109, v54);
            let v215_at = u32((v35 + v110) + k0_at[0].z);
            let v215 = extractBits(k0_b2[v215_at >> 1u], (v215_at & 1u) * 16u, 16u);
            v55 = fma(bitcast<f32>((v215 << 16u)), v115, v55);
            let v222_at = u32((v35 + v116) + k0_at[0].z);
            let v222 = extractBits(k0_b2[v222_at >> 1u], (v222_at & 1u) * 16u, 16u);
            v56 = fma(bitcast<f32>((v222 << 16u)), v121, v56);
            v57 = fma(v73, v73, v57);
            v58 = fma(v81, v81, v58);
            v59 = fma(v87, v87, v59);
            v60 = fma(v93, v93, v60);
            v61 = fma(v99, v99, v61);
            v62 = fma(v105, v105, v62);
            v63 = fma(v111, v111, v63);
            v64 = fma(v117, v117, v64);
        }
        let v261: f32 = ((((v41 + v42) + v43) + v44) + v45);
        let v271: i32 = select(0i, 128i, ((0i <= v12) & (v12 < 12i)));
        let v272: i32 = (v12 * 128i);
        workgroupBarrier();
        storageBarrier();
        let v274: u32 = bitcast<u32>((((v261 + v46) + v47) + v48));
        k0_shared[v6] = v274;
        workgroupBarrier();
        storageBarrier();
        let v277: bool = (v6 < 16i);
        if (v277) {
            let v279 = k0_shared[v6];
            let v282 = k0_shared[(v6 + 16i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v279) + bitcast<f32>(v282)));
        }
        workgroupBarrier();
        storageBarrier();
        let v289: bool = (v6 < 8i);
        if (v289) {
            let v291 = k0_shared[v6];
            let v294 = k0_shared[(v6 + 8i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v291) + bitcast<f32>(v294)));
        }
        workgroupBarrier();
        storageBarrier();
        let v301: bool = (v6 < 4i);
        if (v301) {
            let v303 = k0_shared[v6];
            let v306 = k0_shared[(v6 + 4i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v303) + bitcast<f32>(v306)));
        }
        workgroupBarrier();
        storageBarrier();
        let v313: bool = (v6 < 2i);
        if (v313) {
            let v315 = k0_shared[v6];
            let v318 = k0_shared[(v6 + 2i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v315) + bitcast<f32>(v318)));
        }
        workgroupBarrier();
        storageBarrier();
        let v325: bool = (v6 < 1i);
        if (v325) {
            let v327 = k0_shared[v6];
            let v330 = k0_shared[(v6 + 1i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v327) + bitcast<f32>(v330)));
        }
        workgroupBarrier();
        storageBarrier();
        let v345: f32 = ((((v57 + v58) + v59) + v60) + v61);
        let v352 = k0_shared[0i];
        workgroupBarrier();
        storageBarrier();
        let v355: u32 = bitcast<u32>((((v345 + v62) + v63) + v64));
        k0_shared[v6] = v355;
        workgroupBarrier();
        storageBarrier();
        if (v277) {
            let v359 = k0_shared[v6];
            let v362 = k0_shared[(v6 + 16i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v359) + bitcast<f32>(v362)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v289) {
            let v370 = k0_shared[v6];
            let v373 = k0_shared[(v6 + 8i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v370) + bitcast<f32>(v373)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v301) {
            let v381 = k0_shared[v6];
            let v384 = k0_shared[(v6 + 4i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v381) + bitcast<f32>(v384)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v313) {
            let v392 = k0_shared[v6];
            let v395 = k0_shared[(v6 + 2i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v392) + bitcast<f32>(v395)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v325) {
            let v403 = k0_shared[v6];
            let v406 = k0_shared[(v6 + 1i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v403) + bitcast<f32>(v406)));
        }
        workgroupBarrier();
        storageBarrier();
        let v421: f32 = ((((v49 + v50) + v51) + v52) + v53);
        let v428: bool = (0i <= v15);
        let v429: i32 = (v272 + v15);
        let v430 = k0_shared[0i];
        let v436: f32 = inverseSqrt(((bitcast<f32>(v430) / 1536f) + 9.99999997e-07f));
        let v438_at = u32(v429 + k0_at[0].w);
        let v438 = extractBits(k0_b3[v438_at >> 1u], (v438_at & 1u) * 16u, 16u);
        let v442: f32 = ((bitcast<f32>(v352) * v436) + bitcast<f32>((v438 << 16u)));
        let v443: bool = (0i <= v38);
        let v448: bool = (v428 & (v15 < select(0i, 64i, (v443 & (v38 < 4096i)))));
        let v451: i32 = select(0i, ((v38 * 64i) + v15), v448);
        let v452_at = u32(v451 + k0_at[1].x);
        let v452 = k0_b4[v452_at];
        let v453: f32 = select(0f, v452, v448);
        workgroupBarrier();
        storageBarrier();
        let v456: u32 = bitcast<u32>((((v421 + v54) + v55) + v56));
        k0_shared[v6] = v456;
        workgroupBarrier();
        storageBarrier();
        if (v277) {
            let v460 = k0_shared[v6];
            let v463 = k0_shared[(v6 + 16i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v460) + bitcast<f32>(v463)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v289) {
            let v471 = k0_shared[v6];
            let v474 = k0_shared[(v6 + 8i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v471) + bitcast<f32>(v474)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v301) {
            let v482 = k0_shared[v6];
            let v485 = k0_shared[(v6 + 4i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v482) + bitcast<f32>(v485)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v313) {
            let v493 = k0_shared[v6];
            let v496 = k0_shared[(v6 + 2i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v493) + bitcast<f32>(v496)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v325) {
            let v504 = k0_shared[v6];
            let v507 = k0_shared[(v6 + 1i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v504) + bitcast<f32>(v507)));
        }
        workgroupBarrier();
        storageBarrier();
        let v514: bool = (v6 == 0i);
        let v515 = k0_shared[0i];
        let v518: i32 = (v272 + v33);
        let v519_at = u32(v518 + k0_at[0].w);
        let v519 = extractBits(k0_b3[v519_at >> 1u], (v519_at & 1u) * 16u, 16u);
        let v522: f32 = ((bitcast<f32>(v515) * v436) + bitcast<f32>((v519 << 16u)));
        let v523_at = u32(v451 + k0_at[1].y);
        let v523 = k0_b5[v523_at];
        let v524: f32 = select(0f, v523, v448);
        let v526: f32 = ((v442 * v453) - (v522 * v524));
        let v529: f32 = ((v522 * v453) + (v442 * v524));
        let v530: i32 = (v12 - 12i);
        let v531: i32 = (v530 - 2i);
        if (v514) {
            if ((v428 & (v15 < v271))) {
                let v536_at = u32(v429 + k0_at[1].z);
                k0_b6[v536_at] = v526;
            }
        }
        if (v514) {
            if (((0i <= v33) & (v33 < v271))) {
                let v544_at = u32(v518 + k0_at[1].z);
                k0_b6[v544_at] = v529;
            }
        }
        let v552: bool = (v443 & (v38 < select(0i, 4096i, ((0i <= v530) & (v530 < 2i)))));
        let v553: i32 = select(0i, 128i, v552);
        let v555: i32 = (v38 * 128i);
        let v556: i32 = ((v530 * 524288i) + v555);
        let v558: u32 = bitcast<u32>(v526);
        let v570: u32 = select((((v558 + 32767u) + ((v558 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v558 & 2147483647u)));
        let v578: f32 = select(real(0x7fc00000u), v526, ((bitcast<i32>((v570 << 16u)) & 2147483647i) < 2139095040i));
        let v579: u32 = bitcast<u32>(v578);
        let v587: u32 = select((((v579 + 32767u) + ((v579 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v579 & 2147483647u)));
        let v588: u32 = bitcast<u32>(v529);
        let v596: u32 = select((((v588 + 32767u) + ((v588 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v588 & 2147483647u)));
        let v601: f32 = select(real(0x7fc00000u), v529, ((bitcast<i32>((v596 << 16u)) & 2147483647i) < 2139095040i));
        let v602: u32 = bitcast<u32>(v601);
        let v610: u32 = select((((v602 + 32767u) + ((v602 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v602 & 2147483647u)));
        if (v514) {
            let v614: i32 = (v556 + v15);
            if ((v428 & (v15 < v553))) {
                let v616_at = u32(v614 + k0_at[1].w);
                let v616_by = (v616_at & 1u) * 16u;
                atomicAnd(&k0_b7[v616_at >> 1u], ~(65535u << v616_by));
                atomicOr(&k0_b7[v616_at >> 1u], v587 << v616_by);
            }
        }
        if (v514) {
            let v623: i32 = (v556 + v33);
            if (((0i <= v33) & (v33 < v553))) {
                let v625_at = u32(v623 + k0_at[1].w);
                let v625_by = (v625_at & 1u) * 16u;
                atomicAnd(&k0_b7[v625_at >> 1u], ~(65535u << v625_by));
                atomicOr(&k0_b7[v625_at >> 1u], v610 << v625_by);
            }
        }
        let v633: bool = (v443 & (v38 < select(0i, 4096i, ((0i <= v531) & (v531 < 2i)))));
        let v634: i32 = select(0i, 128i, v633);
        let v636: i32 = ((v531 * 524288i) + v555);
        let v637: u32 = bitcast<u32>(v442);
        let v645: u32 = select((((v637 + 32767u) + ((v637 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v637 & 2147483647u)));
        let v650: f32 = select(real(0x7fc00000u), v442, ((bitcast<i32>((v645 << 16u)) & 2147483647i) < 2139095040i));
        let v651: u32 = bitcast<u32>(v650);
        let v659: u32 = select((((v651 + 32767u) + ((v651 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v651 & 2147483647u)));
        let v660: u32 = bitcast<u32>(v522);
        let v668: u32 = select((((v660 + 32767u) + ((v660 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v660 & 2147483647u)));
        let v673: f32 = select(real(0x7fc00000u), v522, ((bitcast<i32>((v668 << 16u)) & 2147483647i) < 2139095040i));
        let v674: u32 = bitcast<u32>(v673);
        let v682: u32 = select((((v674 + 32767u) + ((v674 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v674 & 2147483647u)));
        if (v514) {
            let v686: i32 = (v636 + v15);
            if ((v428 & (v15 < v634))) {
                let v688_at = u32(v686 + k0_at[2].x);
                let v688_by = (v688_at & 1u) * 16u;
                atomicAnd(&k0_b8[v688_at >> 1u], ~(65535u << v688_by));
                atomicOr(&k0_b8[v688_at >> 1u], v659 << v688_by);
            }
        }
        if (v514) {
            let v695: i32 = (v636 + v33);
            if (((0i <= v33) & (v33 < v634))) {
                let v697_at = u32(v695 + k0_at[2].x);
                let v697_by = (v697_at & 1u) * 16u;
                atomicAnd(&k0_b8[v697_at >> 1u], ~(65535u << v697_by));
                atomicOr(&k0_b8[v697_at >> 1u], v682 << v697_by);
            }
        }
    }
}

// tessera kernel norm_qkv_rope_append entry k_ts_norm_qkv_rope_append__wide wide 1 params i32:x:32:1536,i16:gamma:16:1536,i16:w:16:16*128*1536,i16:bias:16:16*128,i32:cos:32:4096*64,i32:sin:32:4096*64,o32:q:32:12*128,b16:kcache:16:2*4096*128,b16:vcache:16:2*4096*128 sizes 1 threads 32 teams 1 count 1024 shared 256 cost 6157
@group(0) @binding(0) var<storage, read> k1_b0: array<vec4<u32>>; // x
@group(0) @binding(1) var<storage, read> k1_b1: array<vec4<u32>>; // gamma
@group(0) @binding(2) var<storage, read> k1_b2: array<vec4<u32>>; // w
@group(0) @binding(3) var<storage, read> k1_b3: array<u32>; // bias
@group(0) @binding(4) var<storage, read> k1_b4: array<f32>; // cos
@group(0) @binding(5) var<storage, read> k1_b5: array<f32>; // sin
@group(0) @binding(6) var<storage, read_write> k1_b6: array<f32>; // q
@group(0) @binding(7) var<storage, read_write> k1_b7: array<atomic<u32>>; // kcache
@group(0) @binding(8) var<storage, read_write> k1_b8: array<atomic<u32>>; // vcache
@group(0) @binding(9) var<uniform> k1_at: array<vec4<i32>, 3>; // offsets, sizes
var<workgroup> k1_shared: array<u32, 64>;
@compute @workgroup_size(32)
fn k_ts_norm_qkv_rope_append__wide(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v1: i32 = i32(group.x);
    let v3: i32 = i32(groups.x);
    let v6: i32 = i32(thread);
    for (var v9: i32 = v1; v9 < 1024i; v9 += v3) {
        let v12: i32 = (v9 / 64i);
        let v14: i32 = (v12 * 196608i);
        let v15: i32 = (v9 % 64i);
        let v17: i32 = (v14 + (v15 * 1536i));
        let v19: i32 = (v6 * 8i);
        let v22: i32 = (v15 + 64i);
        let v24: i32 = (v14 + (v22 * 1536i));
        let v28: i32 = k1_at[2].y;
        var v31: f32 = 0f;
        var v32: f32 = 0f;
        var v33: f32 = 0f;
        var v34: f32 = 0f;
        var v35: f32 = 0f;
        var v36: f32 = 0f;
        var v37: f32 = 0f;
        var v38: f32 = 0f;
        var v39: f32 = 0f;
        var v40: f32 = 0f;
        var v41: f32 = 0f;
        var v42: f32 = 0f;
        var v43: f32 = 0f;
        var v44: f32 = 0f;
        var v45: f32 = 0f;
        var v46: f32 = 0f;
        var v47: f32 = 0f;
        var v48: f32 = 0f;
        var v49: f32 = 0f;
        var v50: f32 = 0f;
        var v51: f32 = 0f;
        var v52: f32 = 0f;
        var v53: f32 = 0f;
        var v54: f32 = 0f;
        for (var v56: i32 = 0i; v56 < 1536i; v56 += 256i) {
            let v57: i32 = (v56 + v19);
            let v60_at = u32(((v17 + v57) >> u32(3i)) + k1_at[0].z / 8i);
            let v60 = k1_b2[v60_at];
            let v67: i32 = (v57 >> u32(2i));
            let v68_at = u32(v67 + k1_at[0].x / 4i);
            let v68 = k1_b0[v68_at];
            let v70: f32 = bitcast<f32>(v68.x);
            let v72_at = u32((v57 >> u32(3i)) + k1_at[0].y / 8i);
            let v72 = k1_b1[v72_at];
            let v77: f32 = (v70 * bitcast<f32>(((v72.x & 65535u) << 16u)));
            let v81: f32 = bitcast<f32>(v68.y);
            let v85: f32 = (v81 * bitcast<f32>(((v72.x >> 16u) << 16u)));
            let v87: f32 = bitcast<f32>(v68.z);
            let v92: f32 = (v87 * bitcast<f32>(((v72.y & 65535u) << 16u)));
            let v94: f32 = bitcast<f32>(v68.w);
            let v98: f32 = (v94 * bitcast<f32>(((v72.y >> 16u) << 16u)));
            let v100_at = u32((v67 + 1i) + k1_at[0].x / 4i);
            let v100 = k1_b0[v100_at];
            let v102: f32 = bitcast<f32>(v100.x);
            let v107: f32 = (v102 * bitcast<f32>(((v72.z & 65535u) << 16u)));
            let v109: f32 = bitcast<f32>(v100.y);
            let v113: f32 = (v109 * bitcast<f32>(((v72.z >> 16u) << 16u)));
            let v115: f32 = bitcast<f32>(v100.z);
            let v120: f32 = (v115 * bitcast<f32>(((v72.w & 65535u) << 16u)));
            let v122: f32 = bitcast<f32>(v100.w);
            let v126: f32 = (v122 * bitcast<f32>(((v72.w >> 16u) << 16u)));
            v31 = fma(bitcast<f32>(((v60.x & 65535u) << 16u)), v77, v31);
            v32 = fma(bitcast<f32>(((v60.x >> 16u) << 16u)), v85, v32);
            v33 = fma(bitcast<f32>(((v60.y & 65535u) << 16u)), v92, v33);
            v34 = fma(bitcast<f32>(((v60.y >> 16u) << 16u)), v98, v34);
            v35 = fma(bitcast<f32>(((v60.z & 65535u) << 16u)), v107, v35);
            v36 = fma(bitcast<f32>(((v60.z >> 16u) << 16u)), v113, v36);
            v37 = fma(bitcast<f32>(((v60.w & 65535u) << 16u)), v120, v37);
            v38 = fma(bitcast<f32>(((v60.w >> 16u) << 16u)), v126, v38);
            let v175_at = u32(((v24 + v57) >> u32(3i)) + k1_at[0].z / 8i);
            let v175 = k1_b2[v175_at];
            v39 = fma(bitcast<f32>(((v175.x & 65535u) << 16u)), v77, v39);
            v40 = fma(bitcast<f32>(((v175.x >> 16u) << 16u)), v85, v40);
            v41 = fma(bitcast<f32>(((v175.y & 65535u) << 16u)), v92, v41);
            v42 = fma(bitcast<f32>(((v175.y >> 16u) << 16u)), v98, v42);
            v43 = fma(bitcast<f32>(((v175.z & 65535u) << 16u)), v107, v43);
            v44 = fma(bitcast<f32>(((v175.z >> 16u) << 16u)), v113, v44);
            v45 = fma(bitcast<f32>(((v175.w & 65535u) << 16u)), v120, v45);
            v46 = fma(bitcast<f32>(((v175.w >> 16u) << 16u)), v126, v46);
            v47 = fma(v70, v70, v47);
            v48 = fma(v81, v81, v48);
            v49 = fma(v87, v87, v49);
            v50 = fma(v94, v94, v50);
            v51 = fma(v102, v102, v51);
            v52 = fma(v109, v109, v52);
            v53 = fma(v115, v115, v53);
            v54 = fma(v122, v122, v54);
        }
        let v261: f32 = ((((v31 + v32) + v33) + v34) + v35);
        let v271: i32 = select(0i, 128i, ((0i <= v12) & (v12 < 12i)));
        let v272: i32 = (v12 * 128i);
        workgroupBarrier();
        storageBarrier();
        let v274: u32 = bitcast<u32>((((v261 + v36) + v37) + v38));
        k1_shared[v6] = v274;
        workgroupBarrier();
        storageBarrier();
        let v277: bool = (v6 < 16i);
        if (v277) {
            let v279 = k1_shared[v6];
            let v282 = k1_shared[(v6 + 16i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v279) + bitcast<f32>(v282)));
        }
        workgroupBarrier();
        storageBarrier();
        let v289: bool = (v6 < 8i);
        if (v289) {
            let v291 = k1_shared[v6];
            let v294 = k1_shared[(v6 + 8i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v291) + bitcast<f32>(v294)));
        }
        workgroupBarrier();
        storageBarrier();
        let v301: bool = (v6 < 4i);
        if (v301) {
            let v303 = k1_shared[v6];
            let v306 = k1_shared[(v6 + 4i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v303) + bitcast<f32>(v306)));
        }
        workgroupBarrier();
        storageBarrier();
        let v313: bool = (v6 < 2i);
        if (v313) {
            let v315 = k1_shared[v6];
            let v318 = k1_shared[(v6 + 2i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v315) + bitcast<f32>(v318)));
        }
        workgroupBarrier();
        storageBarrier();
        let v325: bool = (v6 < 1i);
        if (v325) {
            let v327 = k1_shared[v6];
            let v330 = k1_shared[(v6 + 1i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v327) + bitcast<f32>(v330)));
        }
        workgroupBarrier();
        storageBarrier();
        let v345: f32 = ((((v47 + v48) + v49) + v50) + v51);
        let v352 = k1_shared[0i];
        workgroupBarrier();
        storageBarrier();
        let v355: u32 = bitcast<u32>((((v345 + v52) + v53) + v54));
        k1_shared[v6] = v355;
        workgroupBarrier();
        storageBarrier();
        if (v277) {
            let v359 = k1_shared[v6];
            let v362 = k1_shared[(v6 + 16i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v359) + bitcast<f32>(v362)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v289) {
            let v370 = k1_shared[v6];
            let v373 = k1_shared[(v6 + 8i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v370) + bitcast<f32>(v373)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v301) {
            let v381 = k1_shared[v6];
            let v384 = k1_shared[(v6 + 4i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v381) + bitcast<f32>(v384)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v313) {
            let v392 = k1_shared[v6];
            let v395 = k1_shared[(v6 + 2i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v392) + bitcast<f32>(v395)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v325) {
            let v403 = k1_shared[v6];
            let v406 = k1_shared[(v6 + 1i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v403) + bitcast<f32>(v406)));
        }
        workgroupBarrier();
        storageBarrier();
        let v421: f32 = ((((v39 + v40) + v41) + v42) + v43);
        let v428: bool = (0i <= v15);
        let v429: i32 = (v272 + v15);
        let v430 = k1_shared[0i];
        let v436: f32 = inverseSqrt(((bitcast<f32>(v430) / 1536f) + 9.99999997e-07f));
        let v438_at = u32(v429 + k1_at[0].w);
        let v438 = extractBits(k1_b3[v438_at >> 1u], (v438_at & 1u) * 16u, 16u);
        let v442: f32 = ((bitcast<f32>(v352) * v436) + bitcast<f32>((v438 << 16u)));
        let v443: bool = (0i <= v28);
        let v448: bool = (v428 & (v15 < select(0i, 64i, (v443 & (v28 < 4096i)))));
        let v451: i32 = select(0i, ((v28 * 64i) + v15), v448);
        let v452_at = u32(v451 + k1_at[1].x);
        let v452 = k1_b4[v452_at];
        let v453: f32 = select(0f, v452, v448);
        workgroupBarrier();
        storageBarrier();
        let v456: u32 = bitcast<u32>((((v421 + v44) + v45) + v46));
        k1_shared[v6] = v456;
        workgroupBarrier();
        storageBarrier();
        if (v277) {
            let v460 = k1_shared[v6];
            let v463 = k1_shared[(v6 + 16i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v460) + bitcast<f32>(v463)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v289) {
            let v471 = k1_shared[v6];
            let v474 = k1_shared[(v6 + 8i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v471) + bitcast<f32>(v474)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v301) {
            let v482 = k1_shared[v6];
            let v485 = k1_shared[(v6 + 4i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v482) + bitcast<f32>(v485)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v313) {
            let v493 = k1_shared[v6];
            let v496 = k1_shared[(v6 + 2i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v493) + bitcast<f32>(v496)));
        }
        workgroupBarrier();
        storageBarrier();
        if (v325) {
            let v504 = k1_shared[v6];
            let v507 = k1_shared[(v6 + 1i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v504) + bitcast<f32>(v507)));
        }
        workgroupBarrier();
        storageBarrier();
        let v514: bool = (v6 == 0i);
        let v515 = k1_shared[0i];
        let v518: i32 = (v272 + v22);
        let v519_at = u32(v518 + k1_at[0].w);
        let v519 = extractBits(k1_b3[v519_at >> 1u], (v519_at & 1u) * 16u, 16u);
        let v522: f32 = ((bitcast<f32>(v515) * v436) + bitcast<f32>((v519 << 16u)));
        let v523_at = u32(v451 + k1_at[1].y);
        let v523 = k1_b5[v523_at];
        let v524: f32 = select(0f, v523, v448);
        let v526: f32 = ((v442 * v453) - (v522 * v524));
        let v529: f32 = ((v522 * v453) + (v442 * v524));
        let v530: i32 = (v12 - 12i);
        let v531: i32 = (v530 - 2i);
        if (v514) {
            if ((v428 & (v15 < v271))) {
                let v536_at = u32(v429 + k1_at[1].z);
                k1_b6[v536_at] = v526;
            }
        }
        if (v514) {
            if (((0i <= v22) & (v22 < v271))) {
                let v544_at = u32(v518 + k1_at[1].z);
                k1_b6[v544_at] = v529;
            }
        }
        let v552: bool = (v443 & (v28 < select(0i, 4096i, ((0i <= v530) & (v530 < 2i)))));
        let v553: i32 = select(0i, 128i, v552);
        let v555: i32 = (v28 * 128i);
        let v556: i32 = ((v530 * 524288i) + v555);
        let v558: u32 = bitcast<u32>(v526);
        let v570: u32 = select((((v558 + 32767u) + ((v558 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v558 & 2147483647u)));
        let v578: f32 = select(real(0x7fc00000u), v526, ((bitcast<i32>((v570 << 16u)) & 2147483647i) < 2139095040i));
        let v579: u32 = bitcast<u32>(v578);
        let v587: u32 = select((((v579 + 32767u) + ((v579 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v579 & 2147483647u)));
        let v588: u32 = bitcast<u32>(v529);
        let v596: u32 = select((((v588 + 32767u) + ((v588 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v588 & 2147483647u)));
        let v601: f32 = select(real(0x7fc00000u), v529, ((bitcast<i32>((v596 << 16u)) & 2147483647i) < 2139095040i));
        let v602: u32 = bitcast<u32>(v601);
        let v610: u32 = select((((v602 + 32767u) + ((v602 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v602 & 2147483647u)));
        if (v514) {
            let v614: i32 = (v556 + v15);
            if ((v428 & (v15 < v553))) {
                let v616_at = u32(v614 + k1_at[1].w);
                let v616_by = (v616_at & 1u) * 16u;
                atomicAnd(&k1_b7[v616_at >> 1u], ~(65535u << v616_by));
                atomicOr(&k1_b7[v616_at >> 1u], v587 << v616_by);
            }
        }
        if (v514) {
            let v623: i32 = (v556 + v22);
            if (((0i <= v22) & (v22 < v553))) {
                let v625_at = u32(v623 + k1_at[1].w);
                let v625_by = (v625_at & 1u) * 16u;
                atomicAnd(&k1_b7[v625_at >> 1u], ~(65535u << v625_by));
                atomicOr(&k1_b7[v625_at >> 1u], v610 << v625_by);
            }
        }
        let v633: bool = (v443 & (v28 < select(0i, 4096i, ((0i <= v531) & (v531 < 2i)))));
        let v634: i32 = select(0i, 128i, v633);
        let v636: i32 = ((v531 * 524288i) + v555);
        let v637: u32 = bitcast<u32>(v442);
        let v645: u32 = select((((v637 + 32767u) + ((v637 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v637 & 2147483647u)));
        let v650: f32 = select(real(0x7fc00000u), v442, ((bitcast<i32>((v645 << 16u)) & 2147483647i) < 2139095040i));
        let v651: u32 = bitcast<u32>(v650);
        let v659: u32 = select((((v651 + 32767u) + ((v651 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v651 & 2147483647u)));
        let v660: u32 = bitcast<u32>(v522);
        let v668: u32 = select((((v660 + 32767u) + ((v660 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v660 & 2147483647u)));
        let v673: f32 = select(real(0x7fc00000u), v522, ((bitcast<i32>((v668 << 16u)) & 2147483647i) < 2139095040i));
        let v674: u32 = bitcast<u32>(v673);
        let v682: u32 = select((((v674 + 32767u) + ((v674 >> 16u) & 1u)) >> 16u), 32704u, (2139095040u < (v674 & 2147483647u)));
        if (v514) {
            let v686: i32 = (v636 + v15);
            if ((v428 & (v15 < v634))) {
                let v688_at = u32(v686 + k1_at[2].x);
                let v688_by = (v688_at & 1u) * 16u;
                atomicAnd(&k1_b8[v688_at >> 1u], ~(65535u << v688_by));
                atomicOr(&k1_b8[v688_at >> 1u], v659 << v688_by);
            }
        }
        if (v514) {
            let v695: i32 = (v636 + v22);
            if (((0i <= v22) & (v22 < v634))) {
                let v697_at = u32(v695 + k1_at[2].x);
                let v697_by = (v697_at & 1u) * 16u;
                atomicAnd(&k1_b8[v697_at >> 1u], ~(65535u << v697_by));
                atomicOr(&k1_b8[v697_at >> 1u], v682 << v697_by);
            }
        }
    }
}
