// Calls are never evaluated by the compiler, so any bits may pass.
fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }
fn whole(x: i32) -> i32 { return x; }

// tessera kernel q_proj_matvec entry k_q_proj_matvec wide 0 params i16,i16,i32,o32 sizes 0 threads 32 teams 1 count 1536 shared 256 cost 3075
@group(0) @binding(0) var<storage, read> k0_b0: array<u32>; // w
@group(0) @binding(1) var<storage, read> k0_b1: array<u32>; // bias
@group(0) @binding(2) var<storage, read> k0_b2: array<f32>; // x
@group(0) @binding(3) var<storage, read_write> k0_b3: array<f32>; // y
@group(0) @binding(4) var<uniform> k0_at: array<vec4<i32>, 1>; // offsets, sizes
var<workgroup> k0_shared: array<u32, 64>;
@compute @workgroup_size(32)
fn k_q_proj_matvec(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v6: i32 = i32(thread);
    let v7: i32 = i32(group.x);
    let v8: i32 = i32(groups.x);
    for (var v10: i32 = v7; v10 < 1536i; v10 += v8) {
        let v12: i32 = (v10 * 1536i);
        let v14: i32 = (v6 * 8i);
        let v16: i32 = (v14 + 1i);
        let v18: i32 = (v14 + 2i);
        let v20: i32 = (v14 + 3i);
        let v22: i32 = (v14 + 4i);
        let v24: i32 = (v14 + 5i);
        let v26: i32 = (v14 + 6i);
        let v28: i32 = (v14 + 7i);
        var v29: f32 = 0f;
        var v30: f32 = 0f;
        var v31: f32 = 0f;
        var v32: f32 = 0f;
        var v33: f32 = 0f;
        var v34: f32 = 0f;
        var v35: f32 = 0f;
        var v36: f32 = 0f;
        for (var v38: i32 = 0i; v38 < 1536i; v38 += 256i) {
            let v39: i32 = (v38 + v14);
            let v41_at = u32((v12 + v39) + k0_at[0].x);
            let v41 = extractBits(k0_b0[v41_at >> 1u], (v41_at & 1u) * 16u, 16u);
            let v45_at = u32(v39 + k0_at[0].z);
            let v45 = k0_b2[v45_at];
            v29 = fma(bitcast<f32>((v41 << 16u)), v45, v29);
            let v49: i32 = (v38 + v16);
            let v51_at = u32((v12 + v49) + k0_at[0].x);
            let v51 = extractBits(k0_b0[v51_at >> 1u], (v51_at & 1u) * 16u, 16u);
            let v54_at = u32(v49 + k0_at[0].z);
            let v54 = k0_b2[v54_at];
            v30 = fma(bitcast<f32>((v51 << 16u)), v54, v30);
            let v58: i32 = (v38 + v18);
            let v60_at = u32((v12 + v58) + k0_at[0].x);
            let v60 = extractBits(k0_b0[v60_at >> 1u], (v60_at & 1u) * 16u, 16u);
            let v63_at = u32(v58 + k0_at[0].z);
            let v63 = k0_b2[v63_at];
            v31 = fma(bitcast<f32>((v60 << 16u)), v63, v31);
            let v67: i32 = (v38 + v20);
            let v69_at = u32((v12 + v67) + k0_at[0].x);
            let v69 = extractBits(k0_b0[v69_at >> 1u], (v69_at & 1u) * 16u, 16u);
            let v72_at = u32(v67 + k0_at[0].z);
            let v72 = k0_b2[v72_at];
            v32 = fma(bitcast<f32>((v69 << 16u)), v72, v32);
            let v76: i32 = (v38 + v22);
            let v78_at = u32((v12 + v76) + k0_at[0].x);
            let v78 = extractBits(k0_b0[v78_at >> 1u], (v78_at & 1u) * 16u, 16u);
            let v81_at = u32(v76 + k0_at[0].z);
            let v81 = k0_b2[v81_at];
            v33 = fma(bitcast<f32>((v78 << 16u)), v81, v33);
            let v85: i32 = (v38 + v24);
            let v87_at = u32((v12 + v85) + k0_at[0].x);
            let v87 = extractBits(k0_b0[v87_at >> 1u], (v87_at & 1u) * 16u, 16u);
            let v90_at = u32(v85 + k0_at[0].z);
            let v90 = k0_b2[v90_at];
            v34 = fma(bitcast<f32>((v87 << 16u)), v90, v34);
            let v94: i32 = (v38 + v26);
            let v96_at = u32((v12 + v94) + k0_at[0].x);
            let v96 = extractBits(k0_b0[v96_at >> 1u], (v96_at & 1u) * 16u, 16u);
            let v99_at = u32(v94 + k0_at[0].z);
            let v99 = k0_b2[v99_at];
            v35 = fma(bitcast<f32>((v96 << 16u)), v99, v35);
            let v103: i32 = (v38 + v28);
            let v105_at = u32((v12 + v103) + k0_at[0].x);
            let v105 = extractBits(k0_b0[v105_at >> 1u], (v105_at & 1u) * 16u, 16u);
            let v108_at = u32(v103 + k0_at[0].z);
            let v108 = k0_b2[v108_at];
            v36 = fma(bitcast<f32>((v105 << 16u)), v108, v36);
        }
        let v121: f32 = ((((v29 + v30) + v31) + v32) + v33);
        workgroupBarrier();
        storageBarrier();
        let v129: u32 = bitcast<u32>((((v121 + v34) + v35) + v36));
        k0_shared[v6] = v129;
        workgroupBarrier();
        storageBarrier();
        if ((v6 < 16i)) {
            let v136 = k0_shared[v6];
            let v138 = k0_shared[(v6 + 16i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v136) + bitcast<f32>(v138)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v6 < 8i)) {
            let v148 = k0_shared[v6];
            let v150 = k0_shared[(v6 + 8i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v148) + bitcast<f32>(v150)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v6 < 4i)) {
            let v160 = k0_shared[v6];
            let v162 = k0_shared[(v6 + 4i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v160) + bitcast<f32>(v162)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v6 < 2i)) {
            let v172 = k0_shared[v6];
            let v174 = k0_shared[(v6 + 2i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v172) + bitcast<f32>(v174)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v6 < 1i)) {
            let v184 = k0_shared[v6];
            let v186 = k0_shared[(v6 + 1i)];
            k0_shared[v6] = bitcast<u32>((bitcast<f32>(v184) + bitcast<f32>(v186)));
        }
        workgroupBarrier();
        storageBarrier();
        let v193 = k0_shared[0i];
        let v195_at = u32(v10 + k0_at[0].y);
        let v195 = extractBits(k0_b1[v195_at >> 1u], (v195_at & 1u) * 16u, 16u);
        let v199: f32 = (bitcast<f32>(v193) + bitcast<f32>((v195 << 16u)));
        if ((v6 == 0i)) {
            let v202_at = u32(v10 + k0_at[0].w);
            k0_b3[v202_at] = v199;
        }
    }
}

// tessera kernel q_proj_matvec entry k_q_proj_matvec__wide wide 1 params i16,i16,i32,o32 sizes 0 threads 32 teams 1 count 1536 shared 256 cost 3075
@group(0) @binding(0) var<storage, read> k1_b0: array<vec4<u32>>; // w
@group(0) @binding(1) var<storage, read> k1_b1: array<u32>; // bias
@group(0) @binding(2) var<storage, read> k1_b2: array<vec4<u32>>; // x
@group(0) @binding(3) var<storage, read_write> k1_b3: array<f32>; // y
@group(0) @binding(4) var<uniform> k1_at: array<vec4<i32>, 1>; // offsets, sizes
var<workgroup> k1_shared: array<u32, 64>;
@compute @workgroup_size(32)
fn k_q_proj_matvec__wide(@builtin(local_invocation_index) thread: u32,
    @builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)
{
    let v6: i32 = i32(thread);
    let v7: i32 = i32(group.x);
    let v8: i32 = i32(groups.x);
    for (var v10: i32 = v7; v10 < 1536i; v10 += v8) {
        let v12: i32 = (v10 * 1536i);
        let v14: i32 = (v6 * 8i);
        var v29: f32 = 0f;
        var v30: f32 = 0f;
        var v31: f32 = 0f;
        var v32: f32 = 0f;
        var v33: f32 = 0f;
        var v34: f32 = 0f;
        var v35: f32 = 0f;
        var v36: f32 = 0f;
        for (var v38: i32 = 0i; v38 < 1536i; v38 += 256i) {
            let v39: i32 = (v38 + v14);
            let v42_at = u32(((v12 + v39) >> u32(3i)) + k1_at[0].x / 8i);
            let v42 = k1_b0[v42_at];
            let v50: i32 = (v39 >> u32(2i));
            let v51_at = u32(v50 + k1_at[0].z / 4i);
            let v51 = k1_b2[v51_at];
            let v53_at = u32((v50 + 1i) + k1_at[0].z / 4i);
            let v53 = k1_b2[v53_at];
            v29 = fma(bitcast<f32>(((v42.x & 65535u) << 16u)), bitcast<f32>(v51.x), v29);
            v30 = fma(bitcast<f32>(((v42.x >> 16u) << 16u)), bitcast<f32>(v51.y), v30);
            v31 = fma(bitcast<f32>(((v42.y & 65535u) << 16u)), bitcast<f32>(v51.z), v31);
            v32 = fma(bitcast<f32>(((v42.y >> 16u) << 16u)), bitcast<f32>(v51.w), v32);
            v33 = fma(bitcast<f32>(((v42.z & 65535u) << 16u)), bitcast<f32>(v53.x), v33);
            v34 = fma(bitcast<f32>(((v42.z >> 16u) << 16u)), bitcast<f32>(v53.y), v34);
            v35 = fma(bitcast<f32>(((v42.w & 65535u) << 16u)), bitcast<f32>(v53.z), v35);
            v36 = fma(bitcast<f32>(((v42.w >> 16u) << 16u)), bitcast<f32>(v53.w), v36);
        }
        let v127: f32 = ((((v29 + v30) + v31) + v32) + v33);
        workgroupBarrier();
        storageBarrier();
        let v135: u32 = bitcast<u32>((((v127 + v34) + v35) + v36));
        k1_shared[v6] = v135;
        workgroupBarrier();
        storageBarrier();
        if ((v6 < 16i)) {
            let v142 = k1_shared[v6];
            let v144 = k1_shared[(v6 + 16i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v142) + bitcast<f32>(v144)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v6 < 8i)) {
            let v154 = k1_shared[v6];
            let v156 = k1_shared[(v6 + 8i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v154) + bitcast<f32>(v156)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v6 < 4i)) {
            let v166 = k1_shared[v6];
            let v168 = k1_shared[(v6 + 4i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v166) + bitcast<f32>(v168)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v6 < 2i)) {
            let v178 = k1_shared[v6];
            let v180 = k1_shared[(v6 + 2i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v178) + bitcast<f32>(v180)));
        }
        workgroupBarrier();
        storageBarrier();
        if ((v6 < 1i)) {
            let v190 = k1_shared[v6];
            let v192 = k1_shared[(v6 + 1i)];
            k1_shared[v6] = bitcast<u32>((bitcast<f32>(v190) + bitcast<f32>(v192)));
        }
        workgroupBarrier();
        storageBarrier();
        let v199 = k1_shared[0i];
        let v201_at = u32(v10 + k1_at[0].y);
        let v201 = extractBits(k1_b1[v201_at >> 1u], (v201_at & 1u) * 16u, 16u);
        let v205: f32 = (bitcast<f32>(v199) + bitcast<f32>((v201 << 16u)));
        if ((v6 == 0i)) {
            let v208_at = u32(v10 + k1_at[0].w);
            k1_b3[v208_at] = v205;
        }
    }
}
