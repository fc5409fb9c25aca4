#define LANES 4
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
    vf v12[16] UNUSED;
    v12[0] = sp_f((-INFINITY));
    v12[1] = sp_f((-INFINITY));
    v12[2] = sp_f((-INFINITY));
    v12[3] = sp_f((-INFINITY));
    v12[4] = sp_f((-INFINITY));
    v12[5] = sp_f((-INFINITY));
    v12[6] = sp_f((-INFINITY));
    v12[7] = sp_f((-INFINITY));
    v12[8] = sp_f((-INFINITY));
    v12[9] = sp_f((-INFINITY));
    v12[10] = sp_f((-INFINITY));
    v12[11] = sp_f((-INFINITY));
    v12[12] = sp_f((-INFINITY));
    v12[13] = sp_f((-INFINITY));
    v12[14] = sp_f((-INFINITY));
    v12[15] = sp_f((-INFINITY));
    vi v14[16] UNUSED;
    v14[0] = sp_i(2147483647);
    v14[1] = sp_i(2147483647);
    v14[2] = sp_i(2147483647);
    v14[3] = sp_i(2147483647);
    v14[4] = sp_i(2147483647);
    v14[5] = sp_i(2147483647);
    v14[6] = sp_i(2147483647);
    v14[7] = sp_i(2147483647);
    v14[8] = sp_i(2147483647);
    v14[9] = sp_i(2147483647);
    v14[10] = sp_i(2147483647);
    v14[11] = sp_i(2147483647);
    v14[12] = sp_i(2147483647);
    v14[13] = sp_i(2147483647);
    v14[14] = sp_i(2147483647);
    v14[15] = sp_i(2147483647);
    int64_t i15 = v7;
    for (; i15 < v11; i15 += 64) {
        const int32_t v15 UNUSED = (int32_t)i15;
        __builtin_prefetch((const char *)b4 + ((int64_t)v15) * 32 / 8 + 2048);
        __builtin_prefetch((const char *)b4 + ((int64_t)v15) * 32 / 8 + 2112);
        __builtin_prefetch((const char *)b4 + ((int64_t)v15) * 32 / 8 + 2176);
        __builtin_prefetch((const char *)b4 + ((int64_t)v15) * 32 / 8 + 2240);
        vi v17[16] UNUSED;
        v17[0] = (sp_i(v15) + iota(0 * LANES));
        v17[1] = (sp_i(v15) + iota(1 * LANES));
        v17[2] = (sp_i(v15) + iota(2 * LANES));
        v17[3] = (sp_i(v15) + iota(3 * LANES));
        v17[4] = (sp_i(v15) + iota(4 * LANES));
        v17[5] = (sp_i(v15) + iota(5 * LANES));
        v17[6] = (sp_i(v15) + iota(6 * LANES));
        v17[7] = (sp_i(v15) + iota(7 * LANES));
        v17[8] = (sp_i(v15) + iota(8 * LANES));
        v17[9] = (sp_i(v15) + iota(9 * LANES));
        v17[10] = (sp_i(v15) + iota(10 * LANES));
        v17[11] = (sp_i(v15) + iota(11 * LANES));
        v17[12] = (sp_i(v15) + iota(12 * LANES));
        v17[13] = (sp_i(v15) + iota(13 * LANES));
        v17[14] = (sp_i(v15) + iota(14 * LANES));
        v17[15] = (sp_i(v15) + iota(15 * LANES));
        vf v19[16] UNUSED;
        v19[0] = v12[0];
        v19[1] = v12[1];
        v19[2] = v12[2];
        v19[3] = v12[3];
        v19[4] = v12[4];
        v19[5] = v12[5];
        v19[6] = v12[6];
        v19[7] = v12[7];
        v19[8] = v12[8];
        v19[9] = v12[9];
        v19[10] = v12[10];
        v19[11] = v12[11];
        v19[12] = v12[12];
        v19[13] = v12[13];
        v19[14] = v12[14];
        v19[15] = v12[15];
        vf v20[16] UNUSED;
        v20[0] = ldm_f(b4, (int64_t)v15, 1, -((int64_t)v15), ts_least(151936 - ((int64_t)v15), LANES));
        v20[1] = ldm_f(b4, (int64_t)v15 + 1 * LANES, 1, -((int64_t)v15 + 1 * LANES), ts_least(151936 - ((int64_t)v15 + 1 * LANES), LANES));
        v20[2] = ldm_f(b4, (int64_t)v15 + 2 * LANES, 1, -((int64_t)v15 + 2 * LANES), ts_least(151936 - ((int64_t)v15 + 2 * LANES), LANES));
        v20[3] = ldm_f(b4, (int64_t)v15 + 3 * LANES, 1, -((int64_t)v15 + 3 * LANES), ts_least(151936 - ((int64_t)v15 + 3 * LANES), LANES));
        v20[4] = ldm_f(b4, (int64_t)v15 + 4 * LANES, 1, -((int64_t)v15 + 4 * LANES), ts_least(151936 - ((int64_t)v15 + 4 * LANES), LANES));
        v20[5] = ldm_f(b4, (int64_t)v15 + 5 * LANES, 1, -((int64_t)v15 + 5 * LANES), ts_least(151936 - ((int64_t)v15 + 5 * LANES), LANES));
        v20[6] = ldm_f(b4, (int64_t)v15 + 6 * LANES, 1, -((int64_t)v15 + 6 * LANES), ts_least(151936 - ((int64_t)v15 + 6 * LANES), LANES));
        v20[7] = ldm_f(b4, (int64_t)v15 + 7 * LANES, 1, -((int64_t)v15 + 7 * LANES), ts_least(151936 - ((int64_t)v15 + 7 * LANES), LANES));
        v20[8] = ldm_f(b4, (int64_t)v15 + 8 * LANES, 1, -((int64_t)v15 + 8 * LANES), ts_least(151936 - ((int64_t)v15 + 8 * LANES), LANES));
        v20[9] = ldm_f(b4, (int64_t)v15 + 9 * LANES, 1, -((int64_t)v15 + 9 * LANES), ts_least(151936 - ((int64_t)v15 + 9 * LANES), LANES));
        v20[10] = ldm_f(b4, (int64_t)v15 + 10 * LANES, 1, -((int64_t)v15 + 10 * LANES), ts_least(151936 - ((int64_t)v15 + 10 * LANES), LANES));
        v20[11] = ldm_f(b4, (int64_t)v15 + 11 * LANES, 1, -((int64_t)v15 + 11 * LANES), ts_least(151936 - ((int64_t)v15 + 11 * LANES), LANES));
        v20[12] = ldm_f(b4, (int64_t)v15 + 12 * LANES, 1, -((int64_t)v15 + 12 * LANES), ts_least(151936 - ((int64_t)v15 + 12 * LANES), LANES));
        v20[13] = ldm_f(b4, (int64_t)v15 + 13 * LANES, 1, -((int64_t)v15 + 13 * LANES), ts_least(151936 - ((int64_t)v15 + 13 * LANES), LANES));
        v20[14] = ldm_f(b4, (int64_t)v15 + 14 * LANES, 1, -((int64_t)v15 + 14 * LANES), ts_least(151936 - ((int64_t)v15 + 14 * LANES), LANES));
        v20[15] = ldm_f(b4, (int64_t)v15 + 15 * LANES, 1, -((int64_t)v15 + 15 * LANES), ts_least(151936 - ((int64_t)v15 + 15 * LANES), LANES));
        vi v23[16] UNUSED;
        v23[0] = v14[0];
        v23[1] = v14[1];
        v23[2] = v14[2];
        v23[3] = v14[3];
        v23[4] = v14[4];
        v23[5] = v14[5];
        v23[6] = v14[6];
        v23[7] = v14[7];
        v23[8] = v14[8];
        v23[9] = v14[9];
        v23[10] = v14[10];
        v23[11] = v14[11];
        v23[12] = v14[12];
        v23[13] = v14[13];
        v23[14] = v14[14];
        v23[15] = v14[15];
        vm v27[16] UNUSED;
        v27[0] = (vm)((vm)(v17[0] < sp_i(v11)) & (vm)((vm)(v19[0] < v20[0]) | (vm)((vm)(v20[0] == v19[0]) & (vm)(v17[0] < v23[0]))));
        v27[1] = (vm)((vm)(v17[1] < sp_i(v11)) & (vm)((vm)(v19[1] < v20[1]) | (vm)((vm)(v20[1] == v19[1]) & (vm)(v17[1] < v23[1]))));
        v27[2] = (vm)((vm)(v17[2] < sp_i(v11)) & (vm)((vm)(v19[2] < v20[2]) | (vm)((vm)(v20[2] == v19[2]) & (vm)(v17[2] < v23[2]))));
        v27[3] = (vm)((vm)(v17[3] < sp_i(v11)) & (vm)((vm)(v19[3] < v20[3]) | (vm)((vm)(v20[3] == v19[3]) & (vm)(v17[3] < v23[3]))));
        v27[4] = (vm)((vm)(v17[4] < sp_i(v11)) & (vm)((vm)(v19[4] < v20[4]) | (vm)((vm)(v20[4] == v19[4]) & (vm)(v17[4] < v23[4]))));
        v27[5] = (vm)((vm)(v17[5] < sp_i(v11)) & (vm)((vm)(v19[5] < v20[5]) | (vm)((vm)(v20[5] == v19[5]) & (vm)(v17[5] < v23[5]))));
        v27[6] = (vm)((vm)(v17[6] < sp_i(v11)) & (vm)((vm)(v19[6] < v20[6]) | (vm)((vm)(v20[6] == v19[6]) & (vm)(v17[6] < v23[6]))));
        v27[7] = (vm)((vm)(v17[7] < sp_i(v11)) & (vm)((vm)(v19[7] < v20[7]) | (vm)((vm)(v20[7] == v19[7]) & (vm)(v17[7] < v23[7]))));
        v27[8] = (vm)((vm)(v17[8] < sp_i(v11)) & (vm)((vm)(v19[8] < v20[8]) | (vm)((vm)(v20[8] == v19[8]) & (vm)(v17[8] < v23[8]))));
        v27[9] = (vm)((vm)(v17[9] < sp_i(v11)) & (vm)((vm)(v19[9] < v20[9]) | (vm)((vm)(v20[9] == v19[9]) & (vm)(v17[9] < v23[9]))));
        v27[10] = (vm)((vm)(v17[10] < sp_i(v11)) & (vm)((vm)(v19[10] < v20[10]) | (vm)((vm)(v20[10] == v19[10]) & (vm)(v17[10] < v23[10]))));
        v27[11] = (vm)((vm)(v17[11] < sp_i(v11)) & (vm)((vm)(v19[11] < v20[11]) | (vm)((vm)(v20[11] == v19[11]) & (vm)(v17[11] < v23[11]))));
        v27[12] = (vm)((vm)(v17[12] < sp_i(v11)) & (vm)((vm)(v19[12] < v20[12]) | (vm)((vm)(v20[12] == v19[12]) & (vm)(v17[12] < v23[12]))));
        v27[13] = (vm)((vm)(v17[13] < sp_i(v11)) & (vm)((vm)(v19[13] < v20[13]) | (vm)((vm)(v20[13] == v19[13]) & (vm)(v17[13] < v23[13]))));
        v27[14] = (vm)((vm)(v17[14] < sp_i(v11)) & (vm)((vm)(v19[14] < v20[14]) | (vm)((vm)(v20[14] == v19[14]) & (vm)(v17[14] < v23[14]))));
        v27[15] = (vm)((vm)(v17[15] < sp_i(v11)) & (vm)((vm)(v19[15] < v20[15]) | (vm)((vm)(v20[15] == v19[15]) & (vm)(v17[15] < v23[15]))));
        v12[0] = v_select_f(v27[0], v20[0], v19[0]);
        v12[1] = v_select_f(v27[1], v20[1], v19[1]);
        v12[2] = v_select_f(v27[2], v20[2], v19[2]);
        v12[3] = v_select_f(v27[3], v20[3], v19[3]);
        v12[4] = v_select_f(v27[4], v20[4], v19[4]);
        v12[5] = v_select_f(v27[5], v20[5], v19[5]);
        v12[6] = v_select_f(v27[6], v20[6], v19[6]);
        v12[7] = v_select_f(v27[7], v20[7], v19[7]);
        v12[8] = v_select_f(v27[8], v20[8], v19[8]);
        v12[9] = v_select_f(v27[9], v20[9], v19[9]);
        v12[10] = v_select_f(v27[10], v20[10], v19[10]);
        v12[11] = v_select_f(v27[11], v20[11], v19[11]);
        v12[12] = v_select_f(v27[12], v20[12], v19[12]);
        v12[13] = v_select_f(v27[13], v20[13], v19[13]);
        v12[14] = v_select_f(v27[14], v20[14], v19[14]);
        v12[15] = v_select_f(v27[15], v20[15], v19[15]);
        v14[0] = v_select_i(v27[0], v17[0], v23[0]);
        v14[1] = v_select_i(v27[1], v17[1], v23[1]);
        v14[2] = v_select_i(v27[2], v17[2], v23[2]);
        v14[3] = v_select_i(v27[3], v17[3], v23[3]);
        v14[4] = v_select_i(v27[4], v17[4], v23[4]);
        v14[5] = v_select_i(v27[5], v17[5], v23[5]);
        v14[6] = v_select_i(v27[6], v17[6], v23[6]);
        v14[7] = v_select_i(v27[7], v17[7], v23[7]);
        v14[8] = v_select_i(v27[8], v17[8], v23[8]);
        v14[9] = v_select_i(v27[9], v17[9], v23[9]);
        v14[10] = v_select_i(v27[10], v17[10], v23[10]);
        v14[11] = v_select_i(v27[11], v17[11], v23[11]);
        v14[12] = v_select_i(v27[12], v17[12], v23[12]);
        v14[13] = v_select_i(v27[13], v17[13], v23[13]);
        v14[14] = v_select_i(v27[14], v17[14], v23[14]);
        v14[15] = v_select_i(v27[15], v17[15], v23[15]);
    }
    const int32_t v33 UNUSED = s_div_i(v7, 4096);
    vf v34[16] UNUSED;
    v34[0] = v12[0];
    v34[1] = v12[1];
    v34[2] = v12[2];
    v34[3] = v12[3];
    v34[4] = v12[4];
    v34[5] = v12[5];
    v34[6] = v12[6];
    v34[7] = v12[7];
    v34[8] = v12[8];
    v34[9] = v12[9];
    v34[10] = v12[10];
    v34[11] = v12[11];
    v34[12] = v12[12];
    v34[13] = v12[13];
    v34[14] = v12[14];
    v34[15] = v12[15];
    float v35 UNUSED;
    {
        vf t = sp_f(-INFINITY);
        t = v_max_f(t, v34[0]);
        t = v_max_f(t, v34[1]);
        t = v_max_f(t, v34[2]);
        t = v_max_f(t, v34[3]);
        t = v_max_f(t, v34[4]);
        t = v_max_f(t, v34[5]);
        t = v_max_f(t, v34[6]);
        t = v_max_f(t, v34[7]);
        t = v_max_f(t, v34[8]);
        t = v_max_f(t, v34[9]);
        t = v_max_f(t, v34[10]);
        t = v_max_f(t, v34[11]);
        t = v_max_f(t, v34[12]);
        t = v_max_f(t, v34[13]);
        t = v_max_f(t, v34[14]);
        t = v_max_f(t, v34[15]);
        v35 = h_max_f(t);
    }
    int32_t v39 UNUSED;
    {
        vi t = sp_i(INT32_MAX);
        t = v_min_i(t, v_select_i((vm)(v34[0] == sp_f(v35)), v14[0], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v34[1] == sp_f(v35)), v14[1], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v34[2] == sp_f(v35)), v14[2], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v34[3] == sp_f(v35)), v14[3], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v34[4] == sp_f(v35)), v14[4], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v34[5] == sp_f(v35)), v14[5], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v34[6] == sp_f(v35)), v14[6], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v34[7] == sp_f(v35)), v14[7], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v34[8] == sp_f(v35)), v14[8], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v34[9] == sp_f(v35)), v14[9], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v34[10] == sp_f(v35)), v14[10], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v34[11] == sp_f(v35)), v14[11], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v34[12] == sp_f(v35)), v14[12], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v34[13] == sp_f(v35)), v14[13], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v34[14] == sp_f(v35)), v14[14], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v34[15] == sp_f(v35)), v14[15], sp_i(2147483647)));
        v39 = h_min_i(t);
    }
    if (v33 >= 0 && v33 < 38) st1_f(b5, v33, v35);
    if (v33 >= 0 && v33 < 38) st1_i(b6, v33, v39);
}

void ts_argmax_greedy(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) argmax_greedy_run1(buf, size, i);
}

/* ---- argmax_greedy__final ---- */

const char ts_argmax_greedy__final_needs[] = "val:32:38,idx:32:38,token:32:1";
const char ts_argmax_greedy__final_modes[] = "iio";
const int ts_argmax_greedy__final_sizes = 1;
const long ts_argmax_greedy__final_cost = 1;

long ts_argmax_greedy__final_grid(const int32_t *const *size UNUSED)
{
    return 1;
}

FN void argmax_greedy__final_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const int32_t v1 UNUSED = *size[0]; /* valid */
    const void *const b3 UNUSED = buf[0]; /* val */
    const void *const b4 UNUSED = buf[1]; /* idx */
    void *const b6 UNUSED = buf[2]; /* token */
    const int32_t v9 UNUSED = s_div_i(v1, 4096);
    const int32_t v10 UNUSED = s_rem_i(v1, 4096);
    const int32_t v11 UNUSED = s_min_i(v10, 1);
    const int32_t v12 UNUSED = (v9 + v11);
    vf v13[16] UNUSED;
    v13[0] = sp_f((-INFINITY));
    v13[1] = sp_f((-INFINITY));
    v13[2] = sp_f((-INFINITY));
    v13[3] = sp_f((-INFINITY));
    v13[4] = sp_f((-INFINITY));
    v13[5] = sp_f((-INFINITY));
    v13[6] = sp_f((-INFINITY));
    v13[7] = sp_f((-INFINITY));
    v13[8] = sp_f((-INFINITY));
    v13[9] = sp_f((-INFINITY));
    v13[10] = sp_f((-INFINITY));
    v13[11] = sp_f((-INFINITY));
    v13[12] = sp_f((-INFINITY));
    v13[13] = sp_f((-INFINITY));
    v13[14] = sp_f((-INFINITY));
    v13[15] = sp_f((-INFINITY));
    vi v15[16] UNUSED;
    v15[0] = sp_i(2147483647);
    v15[1] = sp_i(2147483647);
    v15[2] = sp_i(2147483647);
    v15[3] = sp_i(2147483647);
    v15[4] = sp_i(2147483647);
    v15[5] = sp_i(2147483647);
    v15[6] = sp_i(2147483647);
    v15[7] = sp_i(2147483647);
    v15[8] = sp_i(2147483647);
    v15[9] = sp_i(2147483647);
    v15[10] = sp_i(2147483647);
    v15[11] = sp_i(2147483647);
    v15[12] = sp_i(2147483647);
    v15[13] = sp_i(2147483647);
    v15[14] = sp_i(2147483647);
    v15[15] = sp_i(2147483647);
    int64_t i17 = 0;
    for (; i17 < v12; i17 += 64) {
        const int32_t v17 UNUSED = (int32_t)i17;
        vf v21[16] UNUSED;
        v21[0] = v13[0];
        v21[1] = v13[1];
        v21[2] = v13[2];
        v21[3] = v13[3];
        v21[4] = v13[4];
        v21[5] = v13[5];
        v21[6] = v13[6];
        v21[7] = v13[7];
        v21[8] = v13[8];
        v21[9] = v13[9];
        v21[10] = v13[10];
        v21[11] = v13[11];
        v21[12] = v13[12];
        v21[13] = v13[13];
        v21[14] = v13[14];
        v21[15] = v13[15];
        vf v22[16] UNUSED;
        v22[0] = ldm_f(b3, (int64_t)v17, 1, -((int64_t)v17), ts_least(38 - ((int64_t)v17), LANES));
        v22[1] = ldm_f(b3, (int64_t)v17 + 1 * LANES, 1, -((int64_t)v17 + 1 * LANES), ts_least(38 - ((int64_t)v17 + 1 * LANES), LANES));
        v22[2] = ldm_f(b3, (int64_t)v17 + 2 * LANES, 1, -((int64_t)v17 + 2 * LANES), ts_least(38 - ((int64_t)v17 + 2 * LANES), LANES));
        v22[3] = ldm_f(b3, (int64_t)v17 + 3 * LANES, 1, -((int64_t)v17 + 3 * LANES), ts_least(38 - ((int64_t)v17 + 3 * LANES), LANES));
        v22[4] = ldm_f(b3, (int64_t)v17 + 4 * LANES, 1, -((int64_t)v17 + 4 * LANES), ts_least(38 - ((int64_t)v17 + 4 * LANES), LANES));
        v22[5] = ldm_f(b3, (int64_t)v17 + 5 * LANES, 1, -((int64_t)v17 + 5 * LANES), ts_least(38 - ((int64_t)v17 + 5 * LANES), LANES));
        v22[6] = ldm_f(b3, (int64_t)v17 + 6 * LANES, 1, -((int64_t)v17 + 6 * LANES), ts_least(38 - ((int64_t)v17 + 6 * LANES), LANES));
        v22[7] = ldm_f(b3, (int64_t)v17 + 7 * LANES, 1, -((int64_t)v17 + 7 * LANES), ts_least(38 - ((int64_t)v17 + 7 * LANES), LANES));
        v22[8] = ldm_f(b3, (int64_t)v17 + 8 * LANES, 1, -((int64_t)v17 + 8 * LANES), ts_least(38 - ((int64_t)v17 + 8 * LANES), LANES));
        v22[9] = ldm_f(b3, (int64_t)v17 + 9 * LANES, 1, -((int64_t)v17 + 9 * LANES), ts_least(38 - ((int64_t)v17 + 9 * LANES), LANES));
        v22[10] = ldm_f(b3, (int64_t)v17 + 10 * LANES, 1, -((int64_t)v17 + 10 * LANES), ts_least(38 - ((int64_t)v17 + 10 * LANES), LANES));
        v22[11] = ldm_f(b3, (int64_t)v17 + 11 * LANES, 1, -((int64_t)v17 + 11 * LANES), ts_least(38 - ((int64_t)v17 + 11 * LANES), LANES));
        v22[12] = ldm_f(b3, (int64_t)v17 + 12 * LANES, 1, -((int64_t)v17 + 12 * LANES), ts_least(38 - ((int64_t)v17 + 12 * LANES), LANES));
        v22[13] = ldm_f(b3, (int64_t)v17 + 13 * LANES, 1, -((int64_t)v17 + 13 * LANES), ts_least(38 - ((int64_t)v17 + 13 * LANES), LANES));
        v22[14] = ldm_f(b3, (int64_t)v17 + 14 * LANES, 1, -((int64_t)v17 + 14 * LANES), ts_least(38 - ((int64_t)v17 + 14 * LANES), LANES));
        v22[15] = ldm_f(b3, (int64_t)v17 + 15 * LANES, 1, -((int64_t)v17 + 15 * LANES), ts_least(38 - ((int64_t)v17 + 15 * LANES), LANES));
        vi v25[16] UNUSED;
        v25[0] = ldm_i(b4, (int64_t)v17, 1, -((int64_t)v17), ts_least(38 - ((int64_t)v17), LANES));
        v25[1] = ldm_i(b4, (int64_t)v17 + 1 * LANES, 1, -((int64_t)v17 + 1 * LANES), ts_least(38 - ((int64_t)v17 + 1 * LANES), LANES));
        v25[2] = ldm_i(b4, (int64_t)v17 + 2 * LANES, 1, -((int64_t)v17 + 2 * LANES), ts_least(38 - ((int64_t)v17 + 2 * LANES), LANES));
        v25[3] = ldm_i(b4, (int64_t)v17 + 3 * LANES, 1, -((int64_t)v17 + 3 * LANES), ts_least(38 - ((int64_t)v17 + 3 * LANES), LANES));
        v25[4] = ldm_i(b4, (int64_t)v17 + 4 * LANES, 1, -((int64_t)v17 + 4 * LANES), ts_least(38 - ((int64_t)v17 + 4 * LANES), LANES));
        v25[5] = ldm_i(b4, (int64_t)v17 + 5 * LANES, 1, -((int64_t)v17 + 5 * LANES), ts_least(38 - ((int64_t)v17 + 5 * LANES), LANES));
        v25[6] = ldm_i(b4, (int64_t)v17 + 6 * LANES, 1, -((int64_t)v17 + 6 * LANES), ts_least(38 - ((int64_t)v17 + 6 * LANES), LANES));
        v25[7] = ldm_i(b4, (int64_t)v17 + 7 * LANES, 1, -((int64_t)v17 + 7 * LANES), ts_least(38 - ((int64_t)v17 + 7 * LANES), LANES));
        v25[8] = ldm_i(b4, (int64_t)v17 + 8 * LANES, 1, -((int64_t)v17 + 8 * LANES), ts_least(38 - ((int64_t)v17 + 8 * LANES), LANES));
        v25[9] = ldm_i(b4, (int64_t)v17 + 9 * LANES, 1, -((int64_t)v17 + 9 * LANES), ts_least(38 - ((int64_t)v17 + 9 * LANES), LANES));
        v25[10] = ldm_i(b4, (int64_t)v17 + 10 * LANES, 1, -((int64_t)v17 + 10 * LANES), ts_least(38 - ((int64_t)v17 + 10 * LANES), LANES));
        v25[11] = ldm_i(b4, (int64_t)v17 + 11 * LANES, 1, -((int64_t)v17 + 11 * LANES), ts_least(38 - ((int64_t)v17 + 11 * LANES), LANES));
        v25[12] = ldm_i(b4, (int64_t)v17 + 12 * LANES, 1, -((int64_t)v17 + 12 * LANES), ts_least(38 - ((int64_t)v17 + 12 * LANES), LANES));
        v25[13] = ldm_i(b4, (int64_t)v17 + 13 * LANES, 1, -((int64_t)v17 + 13 * LANES), ts_least(38 - ((int64_t)v17 + 13 * LANES), LANES));
        v25[14] = ldm_i(b4, (int64_t)v17 + 14 * LANES, 1, -((int64_t)v17 + 14 * LANES), ts_least(38 - ((int64_t)v17 + 14 * LANES), LANES));
        v25[15] = ldm_i(b4, (int64_t)v17 + 15 * LANES, 1, -((int64_t)v17 + 15 * LANES), ts_least(38 - ((int64_t)v17 + 15 * LANES), LANES));
        vi v26[16] UNUSED;
        v26[0] = v15[0];
        v26[1] = v15[1];
        v26[2] = v15[2];
        v26[3] = v15[3];
        v26[4] = v15[4];
        v26[5] = v15[5];
        v26[6] = v15[6];
        v26[7] = v15[7];
        v26[8] = v15[8];
        v26[9] = v15[9];
        v26[10] = v15[10];
        v26[11] = v15[11];
        v26[12] = v15[12];
        v26[13] = v15[13];
        v26[14] = v15[14];
        v26[15] = v15[15];
        vm v30[16] UNUSED;
        v30[0] = (vm)((vm)((sp_i(v17) + iota(0 * LANES)) < sp_i(v12)) & (vm)((vm)(v21[0] < v22[0]) | (vm)((vm)(v22[0] == v21[0]) & (vm)(v25[0] < v26[0]))));
        v30[1] = (vm)((vm)((sp_i(v17) + iota(1 * LANES)) < sp_i(v12)) & (vm)((vm)(v21[1] < v22[1]) | (vm)((vm)(v22[1] == v21[1]) & (vm)(v25[1] < v26[1]))));
        v30[2] = (vm)((vm)((sp_i(v17) + iota(2 * LANES)) < sp_i(v12)) & (vm)((vm)(v21[2] < v22[2]) | (vm)((vm)(v22[2] == v21[2]) & (vm)(v25[2] < v26[2]))));
        v30[3] = (vm)((vm)((sp_i(v17) + iota(3 * LANES)) < sp_i(v12)) & (vm)((vm)(v21[3] < v22[3]) | (vm)((vm)(v22[3] == v21[3]) & (vm)(v25[3] < v26[3]))));
        v30[4] = (vm)((vm)((sp_i(v17) + iota(4 * LANES)) < sp_i(v12)) & (vm)((vm)(v21[4] < v22[4]) | (vm)((vm)(v22[4] == v21[4]) & (vm)(v25[4] < v26[4]))));
        v30[5] = (vm)((vm)((sp_i(v17) + iota(5 * LANES)) < sp_i(v12)) & (vm)((vm)(v21[5] < v22[5]) | (vm)((vm)(v22[5] == v21[5]) & (vm)(v25[5] < v26[5]))));
        v30[6] = (vm)((vm)((sp_i(v17) + iota(6 * LANES)) < sp_i(v12)) & (vm)((vm)(v21[6] < v22[6]) | (vm)((vm)(v22[6] == v21[6]) & (vm)(v25[6] < v26[6]))));
        v30[7] = (vm)((vm)((sp_i(v17) + iota(7 * LANES)) < sp_i(v12)) & (vm)((vm)(v21[7] < v22[7]) | (vm)((vm)(v22[7] == v21[7]) & (vm)(v25[7] < v26[7]))));
        v30[8] = (vm)((vm)((sp_i(v17) + iota(8 * LANES)) < sp_i(v12)) & (vm)((vm)(v21[8] < v22[8]) | (vm)((vm)(v22[8] == v21[8]) & (vm)(v25[8] < v26[8]))));
        v30[9] = (vm)((vm)((sp_i(v17) + iota(9 * LANES)) < sp_i(v12)) & (vm)((vm)(v21[9] < v22[9]) | (vm)((vm)(v22[9] == v21[9]) & (vm)(v25[9] < v26[9]))));
        v30[10] = (vm)((vm)((sp_i(v17) + iota(10 * LANES)) < sp_i(v12)) & (vm)((vm)(v21[10] < v22[10]) | (vm)((vm)(v22[10] == v21[10]) & (vm)(v25[10] < v26[10]))));
        v30[11] = (vm)((vm)((sp_i(v17) + iota(11 * LANES)) < sp_i(v12)) & (vm)((vm)(v21[11] < v22[11]) | (vm)((vm)(v22[11] == v21[11]) & (vm)(v25[11] < v26[11]))));
        v30[12] = (vm)((vm)((sp_i(v17) + iota(12 * LANES)) < sp_i(v12)) & (vm)((vm)(v21[12] < v22[12]) | (vm)((vm)(v22[12] == v21[12]) & (vm)(v25[12] < v26[12]))));
        v30[13] = (vm)((vm)((sp_i(v17) + iota(13 * LANES)) < sp_i(v12)) & (vm)((vm)(v21[13] < v22[13]) | (vm)((vm)(v22[13] == v21[13]) & (vm)(v25[13] < v26[13]))));
        v30[14] = (vm)((vm)((sp_i(v17) + iota(14 * LANES)) < sp_i(v12)) & (vm)((vm)(v21[14] < v22[14]) | (vm)((vm)(v22[14] == v21[14]) & (vm)(v25[14] < v26[14]))));
        v30[15] = (vm)((vm)((sp_i(v17) + iota(15 * LANES)) < sp_i(v12)) & (vm)((vm)(v21[15] < v22[15]) | (vm)((vm)(v22[15] == v21[15]) & (vm)(v25[15] < v26[15]))));
        v13[0] = v_select_f(v30[0], v22[0], v21[0]);
        v13[1] = v_select_f(v30[1], v22[1], v21[1]);
        v13[2] = v_select_f(v30[2], v22[2], v21[2]);
        v13[3] = v_select_f(v30[3], v22[3], v21[3]);
        v13[4] = v_select_f(v30[4], v22[4], v21[4]);
        v13[5] = v_select_f(v30[5], v22[5], v21[5]);
        v13[6] = v_select_f(v30[6], v22[6], v21[6]);
        v13[7] = v_select_f(v30[7], v22[7], v21[7]);
        v13[8] = v_select_f(v30[8], v22[8], v21[8]);
        v13[9] = v_select_f(v30[9], v22[9], v21[9]);
        v13[10] = v_select_f(v30[10], v22[10], v21[10]);
        v13[11] = v_select_f(v30[11], v22[11], v21[11]);
        v13[12] = v_select_f(v30[12], v22[12], v21[12]);
        v13[13] = v_select_f(v30[13], v22[13], v21[13]);
        v13[14] = v_select_f(v30[14], v22[14], v21[14]);
        v13[15] = v_select_f(v30[15], v22[15], v21[15]);
        v15[0] = v_select_i(v30[0], v25[0], v26[0]);
        v15[1] = v_select_i(v30[1], v25[1], v26[1]);
        v15[2] = v_select_i(v30[2], v25[2], v26[2]);
        v15[3] = v_select_i(v30[3], v25[3], v26[3]);
        v15[4] = v_select_i(v30[4], v25[4], v26[4]);
        v15[5] = v_select_i(v30[5], v25[5], v26[5]);
        v15[6] = v_select_i(v30[6], v25[6], v26[6]);
        v15[7] = v_select_i(v30[7], v25[7], v26[7]);
        v15[8] = v_select_i(v30[8], v25[8], v26[8]);
        v15[9] = v_select_i(v30[9], v25[9], v26[9]);
        v15[10] = v_select_i(v30[10], v25[10], v26[10]);
        v15[11] = v_select_i(v30[11], v25[11], v26[11]);
        v15[12] = v_select_i(v30[12], v25[12], v26[12]);
        v15[13] = v_select_i(v30[13], v25[13], v26[13]);
        v15[14] = v_select_i(v30[14], v25[14], v26[14]);
        v15[15] = v_select_i(v30[15], v25[15], v26[15]);
    }
    vf v36[16] UNUSED;
    v36[0] = v13[0];
    v36[1] = v13[1];
    v36[2] = v13[2];
    v36[3] = v13[3];
    v36[4] = v13[4];
    v36[5] = v13[5];
    v36[6] = v13[6];
    v36[7] = v13[7];
    v36[8] = v13[8];
    v36[9] = v13[9];
    v36[10] = v13[10];
    v36[11] = v13[11];
    v36[12] = v13[12];
    v36[13] = v13[13];
    v36[14] = v13[14];
    v36[15] = v13[15];
    float v37 UNUSED;
    {
        vf t = sp_f(-INFINITY);
        t = v_max_f(t, v36[0]);
        t = v_max_f(t, v36[1]);
        t = v_max_f(t, v36[2]);
        t = v_max_f(t, v36[3]);
        t = v_max_f(t, v36[4]);
        t = v_max_f(t, v36[5]);
        t = v_max_f(t, v36[6]);
        t = v_max_f(t, v36[7]);
        t = v_max_f(t, v36[8]);
        t = v_max_f(t, v36[9]);
        t = v_max_f(t, v36[10]);
        t = v_max_f(t, v36[11]);
        t = v_max_f(t, v36[12]);
        t = v_max_f(t, v36[13]);
        t = v_max_f(t, v36[14]);
        t = v_max_f(t, v36[15]);
        v37 = h_max_f(t);
    }
    int32_t v41 UNUSED;
    {
        vi t = sp_i(INT32_MAX);
        t = v_min_i(t, v_select_i((vm)(v36[0] == sp_f(v37)), v15[0], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v36[1] == sp_f(v37)), v15[1], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v36[2] == sp_f(v37)), v15[2], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v36[3] == sp_f(v37)), v15[3], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v36[4] == sp_f(v37)), v15[4], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v36[5] == sp_f(v37)), v15[5], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v36[6] == sp_f(v37)), v15[6], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v36[7] == sp_f(v37)), v15[7], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v36[8] == sp_f(v37)), v15[8], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v36[9] == sp_f(v37)), v15[9], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v36[10] == sp_f(v37)), v15[10], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v36[11] == sp_f(v37)), v15[11], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v36[12] == sp_f(v37)), v15[12], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v36[13] == sp_f(v37)), v15[13], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v36[14] == sp_f(v37)), v15[14], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v36[15] == sp_f(v37)), v15[15], sp_i(2147483647)));
        v41 = h_min_i(t);
    }
    const int v42 UNUSED = (v41 == 2147483647);
    const int32_t v43 UNUSED = (v42 ? 0 : v41);
    const uint32_t v44 UNUSED = s_cv_i32_u32(v43);
    st1_u(b6, 0, v44);
}

void ts_argmax_greedy__final(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) argmax_greedy__final_run1(buf, size, i);
}

