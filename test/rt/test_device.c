/* test_device.c - launches bound for a SIMT device, and what device.c promises its drivers.
 *
 * The device is a fake whose driver counts its calls; its modules are manifests without any code.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "rt/driver.h"

/* ---- the fake ---- */

static struct {
    int opened, closed, buffers, modules, steps; /* alive, but for the first two */
    int described;
    char order[8]; /* of calls: g get, r run */
    bool refuse;
} seen;

typedef struct fake_buffer {
    ts_buffer head;
    unsigned char *data;
} fake_buffer;

static int refused(ts_error *err)
{
    return seen.refuse ? ts_fail(err, "refused as told") : 0;
}

static int fake_open(ts_device *dev, const char *rest, int threads, ts_error *err)
{
    (void)rest, (void)threads;
    dev->groups = 7;
    strcpy(dev->name, "Fake");
    strcpy(dev->target, "fake");
    if (refused(err)) return -1;
    seen.opened++;
    return 0;
}

static void fake_close(ts_device *dev)
{
    (void)dev;
    seen.closed++;
}

static void fake_describe(ts_device *dev)
{
    seen.described++;
    strcpy(dev->versions, "Fake 1.0");
}

static int fake_buffer_new(ts_buffer *b, ts_error *err)
{
    if (refused(err)) return -1;
    ((fake_buffer *)b)->data = calloc(1, b->bytes + 16);
    seen.buffers++;
    return 0;
}

static void fake_buffer_free(ts_buffer *b)
{
    free(((fake_buffer *)b)->data);
    seen.buffers--;
}

static int fake_put(ts_buffer *b, size_t offset, const void *data, size_t bytes, ts_error *err)
{
    (void)err;
    memcpy(((fake_buffer *)b)->data + offset, data, bytes);
    return 0;
}

static void note(const char *call)
{
    if (strlen(seen.order) + 1 < sizeof seen.order) strcat(seen.order, call);
}

static int fake_get(const ts_buffer *b, size_t offset, void *data, size_t bytes, ts_error *err)
{
    (void)err;
    note("g");
    memcpy(data, ((const fake_buffer *)b)->data + offset, bytes);
    return 0;
}

static int fake_load(ts_module *m, const char *text, size_t bytes, ts_error *err)
{
    (void)text, (void)bytes;
    assert_true(m->manifest.n > 0);
    if (refused(err)) return -1;
    seen.modules++;
    return 0;
}

static void fake_unload(ts_module *m)
{
    assert_true(m->manifest.n > 0);
    seen.modules--;
}

static int fake_record(ts_step *s, const ts_launch *launch, ts_bound *bound, ts_error *err)
{
    (void)launch;
    assert_ptr_equal(s->bound, bound);
    if (refused(err)) return -1;
    seen.steps++;
    return 0;
}

static int fake_run(ts_step *s, ts_error *err)
{
    (void)s;
    note("r");
    return refused(err);
}

static int fake_time(ts_step *s, double *seconds, ts_error *err)
{
    for (size_t i = 0; i < s->n; i++) seconds[i] = 1;
    return refused(err);
}

static void fake_step_free(ts_step *s)
{
    assert_non_null(s->bound);
    seen.steps--;
}

static const ts_driver fake = {
    .name = "fake",
    .specs = "fake",
    .device_bytes = sizeof(ts_device),
    .buffer_bytes = sizeof(fake_buffer),
    .module_bytes = sizeof(ts_module),
    .step_bytes = sizeof(ts_step),
    .open = fake_open,
    .close = fake_close,
    .describe = fake_describe,
    .buffer_new = fake_buffer_new,
    .buffer_free = fake_buffer_free,
    .put = fake_put,
    .get = fake_get,
    .load = fake_load,
    .unload = fake_unload,
    .record = fake_record,
    .run = fake_run,
    .time = fake_time,
    .step_free = fake_step_free,
    .teams = true,
};

/* ---- the stage: one device, its module, three buffers ---- */

static const char text[] =
    "// tessera kernel=add entry=add wide=0 params=i32,o32 sizes=1 threads=64 teams=1 count=-1 "
    "shared=0 cost=4\n"
    "// tessera kernel=add entry=add__wide wide=1 params=i32,o32 sizes=1 threads=64 teams=1 "
    "count=-1 shared=0 cost=4\n"
    "// tessera kernel=half entry=half_ wide=0 params=i16,b8 sizes=0 threads=64 teams=4 count=10 "
    "shared=0 cost=4\n"
    "// tessera kernel=many entry=many wide=0 params=w32 sizes=0 threads=64 teams=1 count=70000 "
    "shared=0 cost=4\n"
    "// tessera kernel=sized entry=sized wide=0 params=i16:x:s0*4,o32:y:s0.1.addi sizes=1 "
    "threads=64 teams=1 count=-1 shared=0 cost=4 grid=s0/64,s0/1\n"
    "// tessera kernel=fixed entry=fixed wide=0 params=i32:x:8*16,o32:y:1 sizes=1 threads=64 "
    "teams=1 count=1 shared=0 cost=4\n"
    "// tessera kernel=none entry=none wide=0 params=- sizes=0 threads=64 teams=1 count=0 shared=0 "
    "cost=4\n";

enum { BYTES = 1024 };

struct stage {
    ts_device *dev;
    ts_module *module;
    ts_buffer *x, *y, *n;
    ts_error err;
};

static void set_up(struct stage *t)
{
    memset(&seen, 0, sizeof seen);
    memset(t, 0, sizeof *t);
    t->dev = ts_driver_open(&fake, "", 0, &t->err);
    assert_non_null(t->dev);
    t->module = ts_module_load(t->dev, text, sizeof text - 1, &t->err);
    if (!t->module) fail_msg("%s", t->err.text);
    t->x = ts_buffer_new(t->dev, BYTES, &t->err);
    t->y = ts_buffer_new(t->dev, BYTES, &t->err);
    t->n = ts_buffer_new(t->dev, 16, &t->err);
}

static void tear_down(struct stage *t)
{
    ts_device_close(t->dev); /* first: what lives on it keeps it */
    ts_module_free(t->module);
    ts_buffer_free(t->x);
    ts_buffer_free(t->y);
    assert_int_equal(seen.closed, 0);
    ts_buffer_free(t->n);
    assert_int_equal(seen.closed, 1);
    assert_int_equal(seen.buffers + seen.modules + seen.steps, 0);
}

static ts_launch add(struct stage *t, ts_buffer *in, size_t in_at, ts_buffer *out, size_t out_at)
{
    return (ts_launch){.module = t->module,
                       .kernel = "add",
                       .arg = {{in, in_at}, {out, out_at}},
                       .size = {{t->n, 4}}};
}

/* ---- tests ---- */

static void picks_entry_and_groups(void **state)
{
    (void)state;
    struct stage t;
    set_up(&t);
    ts_launch launch[] = {
        add(&t, t.x, 0, t.y, 32),
        add(&t, t.x, 4, t.y, 32),
        {.module = t.module, .kernel = "half", .arg = {{t.x, 2}, {t.y, 1}}},
        {.module = t.module, .kernel = "many", .arg = {{t.x, 0}}},
        {.module = t.module, .kernel = "none"},
    };
    ts_step *s = ts_step_record(t.dev, launch, 5, &t.err);
    if (!s) fail_msg("%s", t.err.text);
    static const char *const entry[] = {"add__wide", "add", "half_", "many", "none"};
    static const int groups[] = {7, 7, 3, 65535, 1};
    for (int i = 0; i < 5; i++) {
        assert_string_equal(s->bound[i].entry->entry, entry[i]);
        assert_int_equal(s->bound[i].groups, groups[i]);
    }
    assert_int_equal(s->bound[1].arg_at[0], 4);
    assert_ptr_equal(s->bound[1].size[0], t.n);
    assert_int_equal(s->bound[1].size_at[0], 4);
    assert_int_equal(ts_step_run(s, &t.err), 0);
    double seconds[5];
    assert_int_equal(ts_step_time(s, seconds, &t.err), 0);
    assert_int_equal(ts_step_time(s, NULL, &t.err), -1);
    bool by_device;
    assert_int_equal(ts_step_run(NULL, &t.err), -1);
    assert_int_equal(ts_step_time(NULL, seconds, &t.err), -1);
    assert_int_equal(ts_step_elapsed(NULL, seconds, &by_device, &t.err), -1);
    ts_step_free(s);
    tear_down(&t);
}

static void finds_order(void **state)
{
    (void)state;
    struct stage t;
    set_up(&t);
    ts_buffer *z = ts_buffer_new(t.dev, BYTES, &t.err);
    ts_launch launch[] = {
        add(&t, t.x, 0, t.y, 0),     add(&t, t.x, 0, z, 0), /* reads with the first: no conflict */
        add(&t, t.y, 0, z, 64),      /* reads what 0 writes, writes what 1 writes */
        add(&t, t.x, BYTES, t.x, 0), /* reads nothing; x is read by 0, 1, not since 2 */
        add(&t, t.x, 0, t.y, BYTES), /* reads what 3 writes */
        add(&t, t.x, 0, z, 0),       /* no conflict with 4 */
        add(&t, t.y, 0, t.n, 4),     /* writes the size cell of 4 and 5 */
        add(&t, t.y, 0, z, 0),       /* its size cell is written by 6 */
        add(&t, t.y, 0, t.n, 8),     /* behind the cell: only writes that others do not touch */
    };
    static const bool after[] = {0, 0, 1, 0, 1, 0, 1, 1, 0};
    ts_step *s = ts_step_record(t.dev, launch, 9, &t.err);
    if (!s) fail_msg("%s", t.err.text);
    for (int i = 0; i < 9; i++) {
        if (s->bound[i].after != after[i]) fail_msg("launch %d: after is %d", i, !after[i]);
    }
    ts_step_free(s);
    ts_buffer_free(z);
    tear_down(&t);
}

/* What is asked for counts from the launch on: later ones conflict only with it and what follows. */
static void order_is_asked_for(void **state)
{
    (void)state;
    struct stage t;
    set_up(&t);
    ts_buffer *z = ts_buffer_new(t.dev, BYTES, &t.err);
    ts_launch launch[] = {add(&t, t.x, 0, t.y, 0), add(&t, t.x, 0, z, 0), add(&t, t.x, 0, t.y, 0)};
    launch[0].after = launch[1].after =
        true; /* nothing is before 0, and 1 shares nothing with it */
    ts_step *s = ts_step_record(t.dev, launch, 3, &t.err);
    if (!s) fail_msg("%s", t.err.text);
    assert_false(s->bound[0].after);
    assert_true(s->bound[1].after);
    assert_false(s->bound[2].after); /* 0, which writes y too, is waited for already */
    ts_step_free(s);
    ts_buffer_free(z);
    tear_down(&t);
}

/* Runs once, and asks for memory before and behind that: only then the time is whole. */
static void measured_by_host(void **state)
{
    (void)state;
    struct stage t;
    set_up(&t);
    ts_launch launch = add(&t, t.x, 0, t.y, 0);
    ts_step *s = ts_step_record(t.dev, &launch, 1, &t.err);
    if (!s) fail_msg("%s", t.err.text);
    double seconds = -1;
    bool by_device = true;
    assert_int_equal(ts_step_elapsed(s, &seconds, &by_device, &t.err), 0);
    assert_false(by_device);
    assert_true(seconds >= 0 && seconds < 10);
    assert_string_equal(seen.order, "grg");
    assert_int_equal(ts_step_elapsed(s, NULL, &by_device, &t.err), -1);
    assert_int_equal(ts_step_elapsed(s, &seconds, NULL, &t.err), -1);
    seen.refuse = true;
    assert_int_equal(ts_step_elapsed(s, &seconds, &by_device, &t.err), -1);
    seen.refuse = false;
    assert_string_equal(ts_device_driver(t.dev), "Fake 1.0");
    assert_string_equal(ts_device_driver(t.dev), "Fake 1.0");
    assert_int_equal(seen.described, 1);
    ts_step_free(s);
    tear_down(&t);
}

/* ---- what kernels demand ---- */

static ts_launch demanding(struct stage *t, const char *kernel, size_t x_at, ts_buffer *y,
                           size_t y_at)
{
    return (ts_launch){.module = t->module,
                       .kernel = kernel,
                       .arg = {{t->x, x_at}, {y, y_at}},
                       .size = {{t->n, 4}}};
}

static void put_size(struct stage *t, int32_t size)
{
    assert_int_equal(ts_buffer_put(t->n, 4, &size, sizeof size, &t->err), 0);
}

static void expect_run(struct stage *t, ts_step *s, int32_t size, const char *says)
{
    put_size(t, size);
    t->err.text[0] = 0;
    seen.order[0] = 0;
    int rc = ts_step_run(s, &t->err);
    if (rc != (*says ? -1 : 0) || !strstr(t->err.text, says))
        fail_msg("size %d: \"%s\" does not say \"%s\"", (int)size, t->err.text, says);
    assert_string_equal(seen.order, rc ? "" : "r"); /* a size the host wrote is not asked for */
    double seconds = 0;
    bool by_device;
    assert_int_equal(ts_step_elapsed(s, &seconds, &by_device, &t->err), rc);
    assert_int_equal(ts_step_time(s, &seconds, &t->err), rc);
    t->err.text[0] = 0;
}

/* x: 4 n elements of 2 bytes, y: n + 1 of 4, in buffers of 1,024 bytes. */
static void sizes_are_checked_at_run(void **state)
{
    (void)state;
    struct stage t;
    set_up(&t);
    put_size(&t, 0);
    ts_launch l = demanding(&t, "sized", 2, t.y, 512);
    ts_step *s = ts_step_record(t.dev, &l, 1, &t.err);
    if (!s) fail_msg("%s", t.err.text);
    expect_run(&t, s, 100, "");
    expect_run(&t, s, 127, "");
    expect_run(&t, s, 128,
               "kernel sized: x needs 1024 bytes (size 128), but its buffer has 1022 "
               "from byte 2 on");
    expect_run(&t, s, 0, "");
    expect_run(&t, s, -1, "an extent of x is negative (size -1)");
    expect_run(&t, s, INT32_MAX, "x needs 17179869176 bytes");
    expect_run(&t, s, 1, "");
    ts_step_free(s);
    tear_down(&t);
}

/* Elements that indices cannot count, and programs likewise, are refused however large buffers are. */
static void counts_have_limits(void **state)
{
    (void)state;
    struct stage t;
    set_up(&t);
    put_size(&t, 0);
    ts_launch l = demanding(&t, "sized", 0, t.y, 0);
    ts_step *s = ts_step_record(t.dev, &l, 1, &t.err);
    if (!s) fail_msg("%s", t.err.text);
    t.x->bytes = t.y->bytes = SIZE_MAX / 4; /* nothing touches them: the device is a fake */
    expect_run(&t, s, 1 << 18, "");
    expect_run(&t, s, 1 << 19, "4294967296 programs (size 524288) are more than a launch takes");
    expect_run(&t, s, 1 << 29, "x has 2147483648 elements (size 536870912)");
    t.x->bytes = t.y->bytes = BYTES;
    ts_step_free(s);
    tear_down(&t);
}

/* A kernel may compute the size of the next step: then the device is asked, once. */
static void sizes_that_kernels_write_are_asked_for(void **state)
{
    (void)state;
    struct stage t;
    set_up(&t);
    ts_launch reads = demanding(&t, "sized", 0, t.y, 0), writes = demanding(&t, "fixed", 0, t.n, 4);
    ts_launch beside = demanding(&t, "fixed", 0, t.n, 8);
    writes.size[0].offset = 0;
    ts_step *s = ts_step_record(t.dev, &reads, 1, &t.err);
    ts_step *w = ts_step_record(t.dev, &writes, 1, &t.err);
    ts_step *b = ts_step_record(t.dev, &beside, 1, &t.err);
    if (!s || !w || !b) fail_msg("%s", t.err.text);
    assert_int_equal(ts_step_run(s, &t.err), 0); /* never written by the host */
    assert_string_equal(seen.order, "gr");
    assert_int_equal(ts_step_run(s, &t.err) | ts_step_run(b, &t.err) | ts_step_run(s, &t.err), 0);
    assert_string_equal(seen.order, "grrrr");
    assert_int_equal(ts_step_run(w, &t.err), 0);
    int32_t large = 4096; /* what the kernel would have left there */
    memcpy(((fake_buffer *)(void *)t.n)->data + 4, &large, sizeof large);
    seen.order[0] = 0;
    assert_int_equal(ts_step_run(s, &t.err), -1);
    assert_non_null(strstr(t.err.text, "(size 4096)"));
    assert_string_equal(seen.order, "g");
    ts_step_free(s);
    ts_step_free(w);
    ts_step_free(b);
    tear_down(&t);
}

static void expect_refusal(struct stage *t, const ts_launch *l, const char *part)
{
    ts_launch two[2] = {add(t, t->x, 0, t->y, 0), *l}; /* the first is held and let go again */
    unsigned holders = t->x->holders;
    t->err.text[0] = 0;
    assert_null(ts_step_record(t->dev, two, 2, &t->err));
    if (!strstr(t->err.text, part)) fail_msg("\"%s\" does not say \"%s\"", t->err.text, part);
    assert_null(strchr(t->err.text, '\n'));
    assert_int_equal(t->x->holders, holders);
}

static void refuses_launches(void **state)
{
    (void)state;
    struct stage t, o; /* what lives on o is not counted: t comes later */
    set_up(&o);
    set_up(&t);
    ts_launch good = add(&t, t.x, 0, t.y, 0), l = good;
    l.kernel = "sub", expect_refusal(&t, &l, "no kernel \"sub\"");
    l.kernel = NULL, expect_refusal(&t, &l, "no kernel");
    l = good, l.module = NULL, expect_refusal(&t, &l, "module is missing");
    l.module = o.module, expect_refusal(&t, &l, "another device");
    l = good, l.arg[1].buffer = NULL, expect_refusal(&t, &l, "argument 1 has no buffer");
    l = good, l.arg[2] = l.arg[0], expect_refusal(&t, &l, "takes 2 buffers");
    l = good, l.arg[0].buffer = o.x, expect_refusal(&t, &l, "another device");
    l = good, l.arg[0].offset = BYTES + 4, expect_refusal(&t, &l, "starts at byte");
    l = good, l.arg[0].offset = SIZE_MAX, expect_refusal(&t, &l, "starts at byte");
    l = good, l.arg[0].offset = 6, expect_refusal(&t, &l, "no multiple of its 4 byte");
    l = good, l.size[0].buffer = NULL, expect_refusal(&t, &l, "size 0 has no buffer");
    l = good, l.size[0].offset = 2, expect_refusal(&t, &l, "aligned 4-byte cell");
    l = good, l.size[0].offset = 16, expect_refusal(&t, &l, "aligned 4-byte cell");
    l = good, l.size[1] = l.size[0], expect_refusal(&t, &l, "takes 1 sizes");
    ts_launch fixed = demanding(&t, "fixed", 0, t.y, 0);
    l = fixed, l.arg[0].offset = BYTES - 508,
    expect_refusal(&t, &l, "x needs 512 bytes, but its buffer has 508 from byte 516 on");
    l = fixed, l.arg[1].offset = BYTES,
    expect_refusal(&t, &l, "y needs 4 bytes, but its buffer has 0");
    l = fixed, l.arg[1] = (ts_ref){t.n, 4}, expect_refusal(&t, &l, "must not write its own sizes");
    l = demanding(&t, "sized", 1, t.y, 0), expect_refusal(&t, &l, "no multiple of its 2 byte");
    ts_buffer *wrapped = ts_buffer_wrap(t.dev, text, 64, &t.err);
    l = good, l.arg[1].buffer = wrapped, expect_refusal(&t, &l, "wraps read-only");
    l = good, l.arg[0].buffer = wrapped;
    ts_step *s = ts_step_record(t.dev, &l, 1, &t.err);
    ts_buffer_free(wrapped); /* the step holds it */
    assert_int_equal(seen.buffers, 4);
    ts_step_free(s);
    assert_int_equal(seen.buffers, 3);
    assert_null(ts_step_record(t.dev, NULL, 1, &t.err));
    assert_null(ts_step_record(NULL, &good, 1, &t.err));
    tear_down(&t);
    ts_buffer_free(o.x), ts_buffer_free(o.y), ts_buffer_free(o.n);
    ts_module_free(o.module);
    ts_device_close(o.dev);
}

static void buffers_and_ranges(void **state)
{
    (void)state;
    struct stage t;
    set_up(&t);
    char got[64];
    ts_buffer *w = ts_buffer_wrap(t.dev, text, 64, &t.err); /* the driver cannot: it is copied */
    assert_int_equal(ts_buffer_get(w, 0, got, 64, &t.err), 0);
    assert_memory_equal(got, text, 64);
    assert_int_equal(ts_buffer_put(w, 0, got, 1, &t.err), -1);
    ts_buffer_free(w);
    assert_int_equal(ts_buffer_put(t.x, BYTES - 4, text, 4, &t.err), 0);
    assert_int_equal(ts_buffer_put(t.x, BYTES - 4, text, 5, &t.err), -1);
    assert_int_equal(ts_buffer_put(t.x, SIZE_MAX, text, 1, &t.err), -1);
    assert_int_equal(ts_buffer_put(t.x, BYTES, text, 0, &t.err), 0);
    assert_int_equal(ts_buffer_put(t.x, 0, NULL, 1, &t.err), -1);
    assert_int_equal(ts_buffer_put(NULL, 0, text, 1, &t.err), -1);
    assert_int_equal(ts_buffer_get(t.x, 8, NULL, 1, &t.err), -1);
    assert_null(ts_buffer_wrap(t.dev, NULL, 8, &t.err));
    assert_null(ts_buffer_new(NULL, 8, &t.err));
    assert_null(ts_buffer_new(t.dev, SIZE_MAX - 8, &t.err));
    assert_null(ts_module_load(t.dev, NULL, 8, &t.err));
    tear_down(&t);
}

/* A driver's refusal is passed on and leaves nothing. */
static void refusals_of_the_driver(void **state)
{
    (void)state;
    struct stage t;
    set_up(&t);
    ts_launch l = add(&t, t.x, 0, t.y, 0);
    ts_step *s = ts_step_record(t.dev, &l, 1, &t.err);
    seen.refuse = true;
    assert_null(ts_driver_open(&fake, "", 0, &t.err));
    assert_string_equal(t.err.text, "refused as told");
    assert_null(ts_buffer_new(t.dev, 8, &t.err));
    assert_null(ts_buffer_wrap(t.dev, text, 8, &t.err));
    assert_null(ts_module_load(t.dev, text, sizeof text - 1, &t.err));
    assert_null(ts_step_record(t.dev, &l, 1, &t.err));
    assert_int_equal(ts_step_run(s, &t.err), -1);
    seen.refuse = false;
    assert_null(ts_module_load(t.dev, "no manifest", 11, &t.err));
    ts_step_free(s);
    assert_int_equal(seen.opened, 1);
    tear_down(&t);
}

static void spec_errors_name_the_offers(void **state)
{
    (void)state;
    static const char *const bad[] = {"quantum", "cp", "cpux", "cpu:", ":", ":cpu"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ts_error err = {{0}};
        assert_null(ts_device_open(bad[i], 1, &err));
        assert_non_null(strstr(err.text, "this build offers cpu, cpu:amx"));
    }
    ts_error err = {{0}};
    ts_device *none = ts_device_open(NULL, 1, &err), *empty = ts_device_open("", 1, &err);
    assert_memory_equal(ts_device_target(none), "cpu:", 4);
    assert_string_equal(ts_device_target(none), ts_device_target(empty));
    assert_int_equal(ts_device_threads(none), 1);
    ts_device_close(none);
    ts_device_close(empty);
    ts_device_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(picks_entry_and_groups),
        cmocka_unit_test(finds_order),
        cmocka_unit_test(order_is_asked_for),
        cmocka_unit_test(measured_by_host),
        cmocka_unit_test(sizes_are_checked_at_run),
        cmocka_unit_test(counts_have_limits),
        cmocka_unit_test(sizes_that_kernels_write_are_asked_for),
        cmocka_unit_test(refuses_launches),
        cmocka_unit_test(buffers_and_ranges),
        cmocka_unit_test(refusals_of_the_driver),
        cmocka_unit_test(spec_errors_name_the_offers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
