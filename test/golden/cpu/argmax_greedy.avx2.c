#define LANES 8
CAST_SCALAR(i32, int32_t, u32, uint32_t)

/* ---- argmax_greedy ---- */

const char ts_argmax_greedy_needs[] = "logits:32:151936,val:32:38,idx:32:38";
const char ts_argmax_greedy_modes[] = "iww";
const int ts_argmax_greedy_sizes = 1;
const long ts_argmax_greedy_cost = 16385;

long ts_argmax_greedy_grid(const int32_t *const *size UNUSED)
{
    const int32_t v1 UNUSED = *size[0]; /* valid */
    const long g0 UNUSED = ts_programs(v1, 4096);
    return g0;
}

FN void argmax_greedy_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const int32_t v1 UNUSED = *size[0]; /* valid */
    const long g0 UNUSED = ts_programs(v1, 4096);
    const int32_t v7 UNUSED = (int32_t)(pid_0) * 4096;
    const void *const b4 UNUSED = buf[0]; /* logits */
    void *const b5 UNUSED = buf[1]; /* val */
    void *const b6 UNUSED = buf[2]; /* idx */
    const int32_t v10 UNUSED = (v7 + 4096);
    const int32_t v11 UNUSED = s_min_i(v1, v10);
    vf v12[8] UNUSED;
    v12[0] = sp_f((-INFINITY));
    v12[1] = sp_f((-INFINITY));
    v12[2] = sp_f((-INFINITY));
    v12[3] = sp_f((-INFINITY));
    v12[4] = sp_f((-INFINITY));
    v12[5] = sp_f((-INFINITY));
    v12[6] = sp_f((-INFINITY));
    v12[7] = sp_f((-INFINITY));
    vi v14[8] UNUSED;
    v14[0] = sp_i(2147483647);
    v14[1] = sp_i(2147483647);
    v14[2] = sp_i(2147483647);
    v14[3] = sp_i(2147483647);
    v14[4] = sp_i(2147483647);
    v14[5] = sp_i(2147483647);
    v14[6] = sp_i(2147483647);
    v14[7] = sp_i(2147483647);
    int64_t i15 = v7;
    for (; i15 < v11; i15 += 64) {
        const int32_t v15 UNUSED = (int32_t)i15;
        __builtin_prefetch((const char *)b4 + ((int64_t)v15) * 32 / 8 + 2048);
        __builtin_prefetch((const char *)b4 + ((int64_t)v15) * 32 / 8 + 2112);
        __builtin_prefetch((const char *)b4 + ((int64_t)v15) * 32 / 8 + 2176);
        __builtin_prefetch((const char *)b4 + ((int64_t)v15) * 32 / 8 + 2240);
        vi v17[8] UNUSED;
        v17[0] = (sp_i(v15) + iota(0 * LANES));
        v17[1] = (sp_i(v15) + iota(1 * LANES));
        v17[2] = (sp_i(v15) + iota(2 * LANES));
        v17[3] = (sp_i(v15) + iota(3 * LANES));
        v17[4] = (sp_i(v15) + iota(4 * LANES));
        v17[5] = (sp_i(v15) + iota(5 * LANES));
        v17[6] = (sp_i(v15) + iota(6 * LANES));
        v17[7] = (sp_i(v15) + iota(7 * LANES));
        vf v19[8] UNUSED;
        v19[0] = ldm_f(b4, (int64_t)v15, 1, -((int64_t)v15), ts_least(151936 - ((int64_t)v15), LANES));
        v19[1] = ldm_f(b4, (int64_t)v15 + 1 * LANES, 1, -((int64_t)v15 + 1 * LANES), ts_least(151936 - ((int64_t)v15 + 1 * LANES), LANES));
        v19[2] = ldm_f(b4, (int64_t)v15 + 2 * LANES, 1, -((int64_t)v15 + 2 * LANES), ts_least(151936 - ((int64_t)v15 + 2 * LANES), LANES));
        v19[3] = ldm_f(b4, (int64_t)v15 + 3 * LANES, 1, -((int64_t)v15 + 3 * LANES), ts_least(151936 - ((int64_t)v15 + 3 * LANES), LANES));
        v19[4] = ldm_f(b4, (int64_t)v15 + 4 * LANES, 1, -((int64_t)v15 + 4 * LANES), ts_least(151936 - ((int64_t)v15 + 4 * LANES), LANES));
        v19[5] = ldm_f(b4, (int64_t)v15 + 5 * LANES, 1, -((int64_t)v15 + 5 * LANES), ts_least(151936 - ((int64_t)v15 + 5 * LANES), LANES));
        v19[6] = ldm_f(b4, (int64_t)v15 + 6 * LANES, 1, -((int64_t)v15 + 6 * LANES), ts_least(151936 - ((int64_t)v15 + 6 * LANES), LANES));
        v19[7] = ldm_f(b4, (int64_t)v15 + 7 * LANES, 1, -((int64_t)v15 + 7 * LANES), ts_least(151936 - ((int64_t)v15 + 7 * LANES), LANES));
        vf v24[8] UNUSED;
        v24[0] = v12[0];
        v24[1] = v12[1];
        v24[2] = v12[2];
        v24[3] = v12[3];
        v24[4] = v12[4];
        v24[5] = v12[5];
        v24[6] = v12[6];
        v24[7] = v12[7];
        vm v31[8] UNUSED;
        v31[0] = (vm)((vm)(sp_i(v11) <= v17[0]) | (vm)((vm)((vm)((as_f_i(v19[0]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v19[0] <= v24[0])) | (vm)(sp_i(2139095040) < (as_f_i(v24[0]) & sp_i(2147483647)))));
        v31[1] = (vm)((vm)(sp_i(v11) <= v17[1]) | (vm)((vm)((vm)((as_f_i(v19[1]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v19[1] <= v24[1])) | (vm)(sp_i(2139095040) < (as_f_i(v24[1]) & sp_i(2147483647)))));
        v31[2] = (vm)((vm)(sp_i(v11) <= v17[2]) | (vm)((vm)((vm)((as_f_i(v19[2]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v19[2] <= v24[2])) | (vm)(sp_i(2139095040) < (as_f_i(v24[2]) & sp_i(2147483647)))));
        v31[3] = (vm)((vm)(sp_i(v11) <= v17[3]) | (vm)((vm)((vm)((as_f_i(v19[3]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v19[3] <= v24[3])) | (vm)(sp_i(2139095040) < (as_f_i(v24[3]) & sp_i(2147483647)))));
        v31[4] = (vm)((vm)(sp_i(v11) <= v17[4]) | (vm)((vm)((vm)((as_f_i(v19[4]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v19[4] <= v24[4])) | (vm)(sp_i(2139095040) < (as_f_i(v24[4]) & sp_i(2147483647)))));
        v31[5] = (vm)((vm)(sp_i(v11) <= v17[5]) | (vm)((vm)((vm)((as_f_i(v19[5]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v19[5] <= v24[5])) | (vm)(sp_i(2139095040) < (as_f_i(v24[5]) & sp_i(2147483647)))));
        v31[6] = (vm)((vm)(sp_i(v11) <= v17[6]) | (vm)((vm)((vm)((as_f_i(v19[6]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v19[6] <= v24[6])) | (vm)(sp_i(2139095040) < (as_f_i(v24[6]) & sp_i(2147483647)))));
        v31[7] = (vm)((vm)(sp_i(v11) <= v17[7]) | (vm)((vm)((vm)((as_f_i(v19[7]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v19[7] <= v24[7])) | (vm)(sp_i(2139095040) < (as_f_i(v24[7]) & sp_i(2147483647)))));
        v12[0] = v_select_f(v31[0], v24[0], v19[0]);
        v12[1] = v_select_f(v31[1], v24[1], v19[1]);
        v12[2] = v_select_f(v31[2], v24[2], v19[2]);
        v12[3] = v_select_f(v31[3], v24[3], v19[3]);
        v12[4] = v_select_f(v31[4], v24[4], v19[4]);
        v12[5] = v_select_f(v31[5], v24[5], v19[5]);
        v12[6] = v_select_f(v31[6], v24[6], v19[6]);
        v12[7] = v_select_f(v31[7], v24[7], v19[7]);
        v14[0] = v_select_i(v31[0], v14[0], v17[0]);
        v14[1] = v_select_i(v31[1], v14[1], v17[1]);
        v14[2] = v_select_i(v31[2], v14[2], v17[2]);
        v14[3] = v_select_i(v31[3], v14[3], v17[3]);
        v14[4] = v_select_i(v31[4], v14[4], v17[4]);
        v14[5] = v_select_i(v31[5], v14[5], v17[5]);
        v14[6] = v_select_i(v31[6], v14[6], v17[6]);
        v14[7] = v_select_i(v31[7], v14[7], v17[7]);
    }
    const int32_t v38 UNUSED = s_div_i(v7, 4096);
    vf v40[8] UNUSED;
    v40[0] = v12[0];
    v40[1] = v12[1];
    v40[2] = v12[2];
    v40[3] = v12[3];
    v40[4] = v12[4];
    v40[5] = v12[5];
    v40[6] = v12[6];
    v40[7] = v12[7];
    vi v44[8] UNUSED;
    v44[0] = v14[0];
    v44[1] = v14[1];
    v44[2] = v14[2];
    v44[3] = v14[3];
    v44[4] = v14[4];
    v44[5] = v14[5];
    v44[6] = v14[6];
    v44[7] = v14[7];
    int32_t v46 UNUSED;
    {
        vi t = sp_i(INT32_MAX);
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v40[0]) & sp_i(2147483647))), v44[0], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v40[1]) & sp_i(2147483647))), v44[1], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v40[2]) & sp_i(2147483647))), v44[2], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v40[3]) & sp_i(2147483647))), v44[3], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v40[4]) & sp_i(2147483647))), v44[4], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v40[5]) & sp_i(2147483647))), v44[5], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v40[6]) & sp_i(2147483647))), v44[6], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v40[7]) & sp_i(2147483647))), v44[7], sp_i(2147483647)));
        v46 = h_min_i(t);
    }
    const int v47 UNUSED = (v46 != 2147483647);
    float v49 UNUSED;
    {
        vf t = sp_f(-INFINITY);
        t = v_max_f(t, v40[0]);
        t = v_max_f(t, v40[1]);
        t = v_max_f(t, v40[2]);
        t = v_max_f(t, v40[3]);
        t = v_max_f(t, v40[4]);
        t = v_max_f(t, v40[5]);
        t = v_max_f(t, v40[6]);
        t = v_max_f(t, v40[7]);
        v49 = h_max_f(t);
    }
    const float v50 UNUSED = (v47 ? NAN : v49);
    int32_t v53 UNUSED;
    {
        vi t = sp_i(INT32_MAX);
        t = v_min_i(t, v_select_i((vm)(v40[0] == sp_f(v49)), v44[0], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v40[1] == sp_f(v49)), v44[1], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v40[2] == sp_f(v49)), v44[2], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v40[3] == sp_f(v49)), v44[3], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v40[4] == sp_f(v49)), v44[4], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v40[5] == sp_f(v49)), v44[5], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v40[6] == sp_f(v49)), v44[6], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v40[7] == sp_f(v49)), v44[7], sp_i(2147483647)));
        v53 = h_min_i(t);
    }
    const int32_t v54 UNUSED = (v47 ? v46 : v53);
    if (v38 >= 0 && v38 < 38) st1_f(b5, v38, v50);
    if (v38 >= 0 && v38 < 38) st1_i(b6, v38, v54);
}

void ts_argmax_greedy(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) argmax_greedy_run1(buf, size, i);
}

/* ---- argmax_greedy__final ---- */

const char ts_argmax_greedy__final_needs[] = "val:32:38,idx:32:38,token:32:1,top:32:1";
const char ts_argmax_greedy__final_modes[] = "iioo";
const int ts_argmax_greedy__final_sizes = 1;
const long ts_argmax_greedy__final_cost = 1;

long ts_argmax_greedy__final_grid(const int32_t *const *size UNUSED)
{
    return 1;
}

FN void argmax_greedy__final_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const int32_t v1 UNUSED = *size[0]; /* valid */
    const void *const b4 UNUSED = buf[0]; /* val */
    const void *const b5 UNUSED = buf[1]; /* idx */
    void *const b6 UNUSED = buf[2]; /* token */
    void *const b7 UNUSED = buf[3]; /* top */
    const int32_t v10 UNUSED = s_div_i(v1, 4096);
    const int32_t v11 UNUSED = s_rem_i(v1, 4096);
    const int32_t v12 UNUSED = s_min_i(v11, 1);
    const int32_t v13 UNUSED = (v10 + v12);
    vf v14[8] UNUSED;
    v14[0] = sp_f((-INFINITY));
    v14[1] = sp_f((-INFINITY));
    v14[2] = sp_f((-INFINITY));
    v14[3] = sp_f((-INFINITY));
    v14[4] = sp_f((-INFINITY));
    v14[5] = sp_f((-INFINITY));
    v14[6] = sp_f((-INFINITY));
    v14[7] = sp_f((-INFINITY));
    vi v16[8] UNUSED;
    v16[0] = sp_i(2147483647);
    v16[1] = sp_i(2147483647);
    v16[2] = sp_i(2147483647);
    v16[3] = sp_i(2147483647);
    v16[4] = sp_i(2147483647);
    v16[5] = sp_i(2147483647);
    v16[6] = sp_i(2147483647);
    v16[7] = sp_i(2147483647);
    int64_t i18 = 0;
    for (; i18 < v13; i18 += 64) {
        const int32_t v18 UNUSED = (int32_t)i18;
        vf v22[8] UNUSED;
        v22[0] = ldm_f(b4, (int64_t)v18, 1, -((int64_t)v18), ts_least(38 - ((int64_t)v18), LANES));
        v22[1] = ldm_f(b4, (int64_t)v18 + 1 * LANES, 1, -((int64_t)v18 + 1 * LANES), ts_least(38 - ((int64_t)v18 + 1 * LANES), LANES));
        v22[2] = ldm_f(b4, (int64_t)v18 + 2 * LANES, 1, -((int64_t)v18 + 2 * LANES), ts_least(38 - ((int64_t)v18 + 2 * LANES), LANES));
        v22[3] = ldm_f(b4, (int64_t)v18 + 3 * LANES, 1, -((int64_t)v18 + 3 * LANES), ts_least(38 - ((int64_t)v18 + 3 * LANES), LANES));
        v22[4] = ldm_f(b4, (int64_t)v18 + 4 * LANES, 1, -((int64_t)v18 + 4 * LANES), ts_least(38 - ((int64_t)v18 + 4 * LANES), LANES));
        v22[5] = ldm_f(b4, (int64_t)v18 + 5 * LANES, 1, -((int64_t)v18 + 5 * LANES), ts_least(38 - ((int64_t)v18 + 5 * LANES), LANES));
        v22[6] = ldm_f(b4, (int64_t)v18 + 6 * LANES, 1, -((int64_t)v18 + 6 * LANES), ts_least(38 - ((int64_t)v18 + 6 * LANES), LANES));
        v22[7] = ldm_f(b4, (int64_t)v18 + 7 * LANES, 1, -((int64_t)v18 + 7 * LANES), ts_least(38 - ((int64_t)v18 + 7 * LANES), LANES));
        vf v27[8] UNUSED;
        v27[0] = v14[0];
        v27[1] = v14[1];
        v27[2] = v14[2];
        v27[3] = v14[3];
        v27[4] = v14[4];
        v27[5] = v14[5];
        v27[6] = v14[6];
        v27[7] = v14[7];
        vm v34[8] UNUSED;
        v34[0] = (vm)((vm)(sp_i(v13) <= (sp_i(v18) + iota(0 * LANES))) | (vm)((vm)((vm)((as_f_i(v22[0]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v22[0] <= v27[0])) | (vm)(sp_i(2139095040) < (as_f_i(v27[0]) & sp_i(2147483647)))));
        v34[1] = (vm)((vm)(sp_i(v13) <= (sp_i(v18) + iota(1 * LANES))) | (vm)((vm)((vm)((as_f_i(v22[1]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v22[1] <= v27[1])) | (vm)(sp_i(2139095040) < (as_f_i(v27[1]) & sp_i(2147483647)))));
        v34[2] = (vm)((vm)(sp_i(v13) <= (sp_i(v18) + iota(2 * LANES))) | (vm)((vm)((vm)((as_f_i(v22[2]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v22[2] <= v27[2])) | (vm)(sp_i(2139095040) < (as_f_i(v27[2]) & sp_i(2147483647)))));
        v34[3] = (vm)((vm)(sp_i(v13) <= (sp_i(v18) + iota(3 * LANES))) | (vm)((vm)((vm)((as_f_i(v22[3]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v22[3] <= v27[3])) | (vm)(sp_i(2139095040) < (as_f_i(v27[3]) & sp_i(2147483647)))));
        v34[4] = (vm)((vm)(sp_i(v13) <= (sp_i(v18) + iota(4 * LANES))) | (vm)((vm)((vm)((as_f_i(v22[4]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v22[4] <= v27[4])) | (vm)(sp_i(2139095040) < (as_f_i(v27[4]) & sp_i(2147483647)))));
        v34[5] = (vm)((vm)(sp_i(v13) <= (sp_i(v18) + iota(5 * LANES))) | (vm)((vm)((vm)((as_f_i(v22[5]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v22[5] <= v27[5])) | (vm)(sp_i(2139095040) < (as_f_i(v27[5]) & sp_i(2147483647)))));
        v34[6] = (vm)((vm)(sp_i(v13) <= (sp_i(v18) + iota(6 * LANES))) | (vm)((vm)((vm)((as_f_i(v22[6]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v22[6] <= v27[6])) | (vm)(sp_i(2139095040) < (as_f_i(v27[6]) & sp_i(2147483647)))));
        v34[7] = (vm)((vm)(sp_i(v13) <= (sp_i(v18) + iota(7 * LANES))) | (vm)((vm)((vm)((as_f_i(v22[7]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v22[7] <= v27[7])) | (vm)(sp_i(2139095040) < (as_f_i(v27[7]) & sp_i(2147483647)))));
        v14[0] = v_select_f(v34[0], v27[0], v22[0]);
        v14[1] = v_select_f(v34[1], v27[1], v22[1]);
        v14[2] = v_select_f(v34[2], v27[2], v22[2]);
        v14[3] = v_select_f(v34[3], v27[3], v22[3]);
        v14[4] = v_select_f(v34[4], v27[4], v22[4]);
        v14[5] = v_select_f(v34[5], v27[5], v22[5]);
        v14[6] = v_select_f(v34[6], v27[6], v22[6]);
        v14[7] = v_select_f(v34[7], v27[7], v22[7]);
        v16[0] = v_select_i(v34[0], v16[0], ldm_i(b5, (int64_t)v18, 1, -((int64_t)v18), ts_least(38 - ((int64_t)v18), LANES)));
        v16[1] = v_select_i(v34[1], v16[1], ldm_i(b5, (int64_t)v18 + 1 * LANES, 1, -((int64_t)v18 + 1 * LANES), ts_least(38 - ((int64_t)v18 + 1 * LANES), LANES)));
        v16[2] = v_select_i(v34[2], v16[2], ldm_i(b5, (int64_t)v18 + 2 * LANES, 1, -((int64_t)v18 + 2 * LANES), ts_least(38 - ((int64_t)v18 + 2 * LANES), LANES)));
        v16[3] = v_select_i(v34[3], v16[3], ldm_i(b5, (int64_t)v18 + 3 * LANES, 1, -((int64_t)v18 + 3 * LANES), ts_least(38 - ((int64_t)v18 + 3 * LANES), LANES)));
        v16[4] = v_select_i(v34[4], v16[4], ldm_i(b5, (int64_t)v18 + 4 * LANES, 1, -((int64_t)v18 + 4 * LANES), ts_least(38 - ((int64_t)v18 + 4 * LANES), LANES)));
        v16[5] = v_select_i(v34[5], v16[5], ldm_i(b5, (int64_t)v18 + 5 * LANES, 1, -((int64_t)v18 + 5 * LANES), ts_least(38 - ((int64_t)v18 + 5 * LANES), LANES)));
        v16[6] = v_select_i(v34[6], v16[6], ldm_i(b5, (int64_t)v18 + 6 * LANES, 1, -((int64_t)v18 + 6 * LANES), ts_least(38 - ((int64_t)v18 + 6 * LANES), LANES)));
        v16[7] = v_select_i(v34[7], v16[7], ldm_i(b5, (int64_t)v18 + 7 * LANES, 1, -((int64_t)v18 + 7 * LANES), ts_least(38 - ((int64_t)v18 + 7 * LANES), LANES)));
    }
    vf v43[8] UNUSED;
    v43[0] = v14[0];
    v43[1] = v14[1];
    v43[2] = v14[2];
    v43[3] = v14[3];
    v43[4] = v14[4];
    v43[5] = v14[5];
    v43[6] = v14[6];
    v43[7] = v14[7];
    vi v47[8] UNUSED;
    v47[0] = v16[0];
    v47[1] = v16[1];
    v47[2] = v16[2];
    v47[3] = v16[3];
    v47[4] = v16[4];
    v47[5] = v16[5];
    v47[6] = v16[6];
    v47[7] = v16[7];
    int32_t v49 UNUSED;
    {
        vi t = sp_i(INT32_MAX);
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v43[0]) & sp_i(2147483647))), v47[0], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v43[1]) & sp_i(2147483647))), v47[1], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v43[2]) & sp_i(2147483647))), v47[2], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v43[3]) & sp_i(2147483647))), v47[3], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v43[4]) & sp_i(2147483647))), v47[4], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v43[5]) & sp_i(2147483647))), v47[5], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v43[6]) & sp_i(2147483647))), v47[6], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v43[7]) & sp_i(2147483647))), v47[7], sp_i(2147483647)));
        v49 = h_min_i(t);
    }
    const int v50 UNUSED = (v49 != 2147483647);
    float v51 UNUSED;
    {
        vf t = sp_f(-INFINITY);
        t = v_max_f(t, v43[0]);
        t = v_max_f(t, v43[1]);
        t = v_max_f(t, v43[2]);
        t = v_max_f(t, v43[3]);
        t = v_max_f(t, v43[4]);
        t = v_max_f(t, v43[5]);
        t = v_max_f(t, v43[6]);
        t = v_max_f(t, v43[7]);
        v51 = h_max_f(t);
    }
    int32_t v54 UNUSED;
    {
        vi t = sp_i(INT32_MAX);
        t = v_min_i(t, v_select_i((vm)(v43[0] == sp_f(v51)), v47[0], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v43[1] == sp_f(v51)), v47[1], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v43[2] == sp_f(v51)), v47[2], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v43[3] == sp_f(v51)), v47[3], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v43[4] == sp_f(v51)), v47[4], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v43[5] == sp_f(v51)), v47[5], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v43[6] == sp_f(v51)), v47[6], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v43[7] == sp_f(v51)), v47[7], sp_i(2147483647)));
        v54 = h_min_i(t);
    }
    const int32_t v55 UNUSED = (v50 ? v49 : v54);
    const int v56 UNUSED = (v55 == 2147483647);
    const int32_t v57 UNUSED = (v56 ? 0 : v55);
    const uint32_t v58 UNUSED = s_cv_i32_u32(v57);
    const float v60 UNUSED = (v50 ? NAN : v51);
    st1_u(b6, 0, v58);
    st1_f(b7, 0, v60);
}

void ts_argmax_greedy__final(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) argmax_greedy__final_run1(buf, size, i);
}

