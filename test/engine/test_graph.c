/* test_graph.c - models as data: that a description which is wrong is refused, in one line and before
 * memory is taken; the launches of the one there is; and one that is invented, with what it has not:
 * layers of two kinds, experts, weights packed in 4 bits with scales beside them. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "engine/plan.h"
#include "engine/safetensors.h"
#include "kernels/r1_distill/shape.h"
#include "test/engine/safetensors_write.h"

static const ts_config tiny = {.hidden = 8,
                               .inter = 6,
                               .layers = 3,
                               .heads = 4,
                               .kv_heads = 2,
                               .head_dim = 4,
                               .vocab = 11,
                               .max_position = 64,
                               .rope_theta = 1e4,
                               .rms_eps = 1e-6};

/* The calls of an architecture; NULL with *err filled. */
typedef struct made {
    ts_graph *g;
    ts_views *v;
    ts_calls *c;
} made;

static made make(const ts_arch *arch, const char *target, ts_error *err)
{
    const ts_calls_how how = {.target = ts_target_find(target, err), .kv = TS_f16};
    made m = {.g = ts_graph_new(arch, &tiny, 64, err)};
    if (m.g) m.v = ts_views_blank(m.g, TS_bf16, err);
    if (m.v) m.c = ts_calls_new(m.g, m.v, &how, err);
    return m;
}

static void release(made m)
{
    ts_calls_free(m.c);
    ts_views_free(m.v);
    ts_graph_free(m.g);
}

/* ---- the description of Qwen2 ---- */

static void tables_are_sound(void **state)
{
    (void)state;
    const ts_arch *a = ts_arch_of(&tiny);
    bool used[TS_MAX_CLASSES] = {false};
    assert_true(a->classes <= TS_MAX_CLASSES);
    for (size_t i = 0; i < a->nodes; i++) {
        assert_true(a->node[i].class >= 0 && a->node[i].class < a->classes);
        used[a->node[i].class] = true;
    }
    for (int c = 0; c < a->classes; c++)
        if (!used[c]) fail_msg("no node is in the class %s", a->class[c].name);
    for (size_t i = 0; i < a->tensors; i++) {
        const char *name = a->tensor[i].name;
        assert_int_equal(ts_graph_tensor(a, name, strlen(name)), i);
    }
}

/* Its order is that of the phases on a CPU and of the steps everywhere. */
static void launches_are_these(void **state)
{
    static const char plain[] =
        "embedding_lookup | rms_norm_1536 q_proj_matvec kv_proj_matvec rope_q_decode rope_k_decode "
        "kv_append attention_decode_gqa attention_decode_gqa__final o_proj_residual rms_norm_1536 "
        "mlp_gate_up_silu down_proj_residual | rms_norm_1536 lm_head_matvec argmax_greedy "
        "argmax_greedy__final";
    static const char fused[] =
        "embedding_lookup | norm_qkv_rope_append attention_decode_gqa attention_decode_gqa__final "
        "o_proj_residual norm_gate_up_silu down_proj_residual | norm_lm_head_argmax "
        "norm_lm_head_argmax__final";
    (void)state;
    for (int i = 0; i < 2; i++) {
        char text[1024] = "";
        ts_error err = {0};
        made m = make(ts_arch_of(&tiny), i ? "opencl" : "cpu", &err);
        if (!m.c) fail_msg("%s", err.text);
        for (size_t k = 0; k < m.c->token.calls; k++) {
            const ts_call *c = &m.c->token.call[k];
            bool second =
                c->layer == 0 && k && m.c->token.call[k - 1].use->node->in != c->use->node->in;
            if (c->use->node->in >= TS_KIND && c->layer) continue; /* all layers are alike */
            if (second) strcat(text, " |");
            if (k) strcat(text, " ");
            strcat(text, c->use->kernel);
        }
        assert_string_equal(text, i ? fused : plain);
        assert_int_equal(m.c->token.calls, i ? 1 + 3 * 6 + 2 : 1 + 3 * 12 + 4);
        assert_int_equal(m.c->token.before_output, i ? 1 + 3 * 6 : 1 + 3 * 12);
        release(m);
    }
}

/* One node of Qwen2 bound otherwise. */
static void wrong_nodes_are_refused(void **state)
{
    static const struct {
        const char *kernel, *bind, *says;
    } wrong[] = {
        {"down_proj_residual", "w=down x=inner res=x", "nothing is bound to y"},
        {"down_proj_residual", "w=down x=inner res=x y=x z=x", "the kernel has no \"z\""},
        {"down_proj_residual", "w=dwon x=inner res=x y=x", "no tensor is called \"dwon\""},
        {"down_proj_residual", "w=down x=normed res=x y=x", "x takes 6 elements and normed has 8"},
        {"down_proj_residual", "w=qkv x=inner res=x y=x", "w takes 48 elements and qkv has 256"},
        {"embedding_lookup", "table=gate token y=x", "gate is not in all its layers"},
        {"rope_q_decode", "q cos sin", "no cell is bound to size pos"},
        {"rope_q_decode", "q cos sin pos=x", "no cell is bound to size pos"},
        {"argmax_greedy", "logits val=idx idx=val token top valid",
         "val and idx have different dtypes"},
        {"argmax_greedy", "logits=top val idx token top valid", "logits is no single element"},
        {"rms_norm", "x gamma=norm y=normed", NULL}, /* the beginning of a name is no name */
        {"no_such_kernel", "x", "no kernel is called"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ts_arch bad = *ts_arch_of(&tiny);
        ts_node_def *node = malloc(bad.nodes * sizeof *node);
        ts_error err = {0};
        memcpy(node, bad.node, bad.nodes * sizeof *node);
        for (size_t k = 0; k < bad.nodes; k++)
            if (!strncmp(node[k].kernel, wrong[i].kernel, 8) || (i > 10 && !k)) {
                node[k].kernel = wrong[i].kernel;
                node[k].bind = wrong[i].bind;
                break;
            }
        bad.node = node;
        made m = make(&bad, "cpu", &err);
        if (wrong[i].says && (m.c || !strstr(err.text, wrong[i].says)))
            fail_msg("\"%s\" lacks \"%s\"", err.text, wrong[i].says);
        assert_null(strchr(err.text, '\n'));
        release(m);
        free(node);
    }
}

/* ---- an invented architecture ---- */

enum { D = TS_OWN_SYMBOLS, D_BLOCKS, INTER, EXPERTS };
enum { DENSE = TS_KIND, MIXED = 2 * TS_KIND, BOTH = DENSE | MIXED };

static void sizes(const ts_config *c, uint64_t *size)
{
    size[D] = c->hidden;
    size[D_BLOCKS] = (c->hidden + 3) / 4;
    size[INTER] = c->inter;
    size[EXPERTS] = 4;
}

static unsigned kind(const ts_config *c, uint32_t layer)
{
    (void)c;
    return layer < 1 ? DENSE : MIXED;
}

static void shape(const ts_config *c, const uint64_t *size, ts_shape *s)
{
    s->d = (int)c->hidden, s->heads = s->kv_heads = 1, s->head_dim = 2;
    s->inter = (int)c->inter, s->vocab = (int)c->vocab, s->ctx = (int)size[TS_CTX];
    s->chunk = (int)size[TS_CHUNK];
    s->batch = (int)size[TS_BATCH];
}

static uint64_t no_flops(const ts_config *c)
{
    (void)c;
    return 0;
}

static const ts_tensor_def tensors[] = {
    {.name = "norm",
     .role = TS_WEIGHT,
     .decides = "norm",
     .widens = true,
     .in = BOTH,
     .dim = {D},
     .file = "layers.#.norm"},
    {.name = "down",
     .role = TS_WEIGHT,
     .decides = "weight",
     .in = DENSE,
     .dim = {D, INTER},
     .file = "layers.#.down"},
    {.name = "expert",
     .role = TS_WEIGHT,
     .in = MIXED,
     .dim = {INTER, D},
     .file = "layers.#.experts.*.up",
     .each = EXPERTS,
     .dtype = TS_f4e2m1,
     .stored = "U8",
     .per = 2,
     .scale = "expert_scale"},
    {.name = "expert_scale",
     .role = TS_WEIGHT,
     .in = MIXED,
     .dim = {INTER, D_BLOCKS},
     .file = "layers.#.experts.*.up_scale",
     .each = EXPERTS,
     .dtype = TS_f8e8m0,
     .stored = "F8_E8M0"},
};

static const ts_arch invented = {.name = "invented",
                                 .tensor = tensors,
                                 .tensors = sizeof tensors / sizeof *tensors,
                                 .logits = "",
                                 .sizes = sizes,
                                 .kind = kind,
                                 .suite = &ts_suite_r1_distill,
                                 .base = &ts_r1_base,
                                 .shape = shape,
                                 .position_flops = no_flops};

static char folder[] = "/tmp/tessera-graph-XXXXXX";
enum { MAX = 32, DATA = 1024 };

typedef struct file { /* its tensors, to be spoilt before they are written */
    ts_tensor t[MAX];
    char name[MAX][TS_SLOT_NAME];
    unsigned char data[DATA];
    size_t n;
} file;

static void fill(file *f, const ts_graph *g)
{
    f->n = 0;
    for (size_t i = 0; i < DATA; i++) f->data[i] = (unsigned char)(7 * i);
    for (size_t i = 0; i < g->slots; i++) {
        ts_tensor *t = &f->t[f->n];
        const ts_tensor_def *d = g->slot[i].def;
        ts_slot_name(&g->slot[i], f->name[f->n]);
        *t = (ts_tensor){.name = f->name[f->n], .data = f->data + 16 * f->n};
        t->type = ts_tensor_type_find(d->stored ? d->stored : "BF16");
        t->rank = ts_slot_dims(g, d, t->dim);
        t->bytes = (size_t)t->type->bits / 8;
        for (uint32_t k = 0; k < t->rank; k++) t->bytes *= t->dim[k];
        f->n++;
    }
}

static ts_tensor *find(file *f, const char *name)
{
    for (size_t i = 0; i < f->n; i++)
        if (!strcmp(f->t[i].name, name)) return &f->t[i];
    fail_msg("no tensor %s", name);
    return NULL;
}

static ts_views *write_and_open(const file *f, const ts_graph *g, ts_error *err)
{
    char path[64];
    snprintf(path, sizeof path, "%s/model.safetensors", folder);
    assert_int_equal(ts_safetensors_write(path, f->t, f->n, err), 0);
    return ts_views_open(folder, g, err);
}

/* A layer of one kind and two of the other, with 4 experts each. */
static void packed_weights_have_scales(void **state)
{
    (void)state;
    file f;
    ts_error err = {0};
    ts_graph *g = ts_graph_new(&invented, &tiny, 64, &err);
    assert_non_null(g);
    assert_int_equal(g->slots, 3 + 1 + 2 * 4 * 2);
    fill(&f, g);
    ts_views *v = write_and_open(&f, g, &err);
    if (!v) fail_msg("%s", err.text);
    int expert = ts_graph_tensor(&invented, "expert", 6);
    assert_int_equal(ts_graph_slot(g, expert, 0), -1); /* the first layer has none */
    const ts_weight *w = &v->view[ts_graph_slot(g, expert, 2) + 3];
    assert_true(w->rows == 6 && w->cols == 8 && w->dtype == TS_f4e2m1 && w->bytes == 24);
    const ts_tensor *t = find(&f, "layers.2.experts.3.up");
    assert_memory_equal(w->data, t->data, t->bytes);
    const ts_weight *scale = w->scale;
    assert_true(scale && scale->rows == 6 && scale->cols == 2 && scale->dtype == TS_f8e8m0);
    t = find(&f, "layers.2.experts.3.up_scale");
    assert_memory_equal(scale->data, t->data, t->bytes);
    const ts_weight *down = ts_views_find(v, g, "down", 0);
    assert_true(down && down->dtype == TS_bf16 && !down->scale);
    assert_null(ts_views_find(v, g, "down", 1));
    assert_int_equal(v->bytes, 3 * 16 + 8 * 6 * 2 + 8 * (24 + 12));
    ts_views_free(v);
    ts_graph_free(g);
}

static void packed_weights_are_budgeted(void **state)
{
    (void)state;
    ts_budget b;
    ts_error err = {0};
    made m = make(&invented, "cpu", &err);
    if (!m.c) fail_msg("%s", err.text);
    assert_int_equal(ts_budget_make(&b, m.c, true, &err), 0);
    assert_int_equal(b.weights, 3 * 16 + 8 * 6 * 2 + 8 * (24 + 12));
    assert_int_equal(b.params, 3 * 8 + 48 + 8 * (48 + 12));
    assert_int_equal(b.kv, 0);
    release(m);
}

static void wrong_files_are_refused(void **state)
{
    static const struct {
        const char *tensor, *type;
        uint64_t cols;
        const char *says;
    } wrong[] = {
        {"layers.1.experts.2.up", "I8", 4, "is stored as I8; only U8 read"},
        {"layers.1.experts.2.up", "U8", 8,
         "tensor \"layers.1.experts.2.up\" has the shape [6, 8]; config.json asks for [6, 4]"},
        {"layers.2.experts.0.up_scale", "F8_E8M0", 1, "has the shape [6, 1]"},
        {"layers.0.down", "U8", 6, "is stored as U8; only F32, F16 and BF16 are read"},
        {"layers.2.experts.3.up", NULL, 0, "tensor \"layers.2.experts.3.up\" is missing"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        file f;
        ts_error err = {0};
        ts_graph *g = ts_graph_new(&invented, &tiny, 64, &err);
        fill(&f, g);
        ts_tensor *t = find(&f, wrong[i].tensor);
        if (wrong[i].type) {
            t->type = ts_tensor_type_find(wrong[i].type);
            t->dim[1] = wrong[i].cols;
            t->bytes = t->dim[0] * t->dim[1] * (size_t)t->type->bits / 8;
        } else {
            t->name = "other";
        }
        assert_null(write_and_open(&f, g, &err));
        if (!strstr(err.text, wrong[i].says))
            fail_msg("\"%s\" lacks \"%s\"", err.text, wrong[i].says);
        ts_graph_free(g);
    }
}

static int set_up(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int tear_down(void **state)
{
    char path[64];
    (void)state;
    snprintf(path, sizeof path, "%s/model.safetensors", folder);
    unlink(path);
    return rmdir(folder);
}

/* The table, in every 7th row, against the library's function of the angle as transformers rounds it. Both round to
 * f32, so they may differ by one of its steps, but hardly ever do. */
static void compare_table(const char *name, double (*of)(double), uint32_t ctx, double theta)
{
    const ts_arch *arch = &ts_arch_qwen2;
    ts_config c = tiny;
    uint64_t size[TS_MAX_SYMBOLS] = {[TS_CTX] = ctx};
    c.rope_theta = theta;
    arch->sizes(&c, size);
    uint32_t half = c.head_dim / 2, other = 0;
    float *table = malloc(4 * (size_t)ctx * half);
    arch->tensor[ts_graph_tensor(arch, name, strlen(name))].fill(&c, size, table);
    for (uint32_t t = 0; t < ctx; t += 7)
        for (uint32_t i = 0; i < half; i++) {
            float exponent = (float)(2 * i) / (float)c.head_dim;
            float angle = (float)t * (1.0f / (float)pow((double)(float)theta, (double)exponent));
            float want = (float)of((double)angle), is = table[t * half + i];
            assert_float_equal(is, want, nextafterf(fabsf(want), 2) - fabsf(want));
            other += is != want;
        }
    assert_true(other <= 2);
    free(table);
}

static void angles_are_the_reference_s(void **state)
{
    (void)state;
    static const uint32_t ctx[] = {1, 63, 64, 65, 4096, 1 << 20};
    for (size_t i = 0; i < sizeof ctx / sizeof *ctx; i++) {
        compare_table("cos", cos, ctx[i], 1e4);
        compare_table("sin", sin, ctx[i], 1e6);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_are_sound),           cmocka_unit_test(launches_are_these),
        cmocka_unit_test(angles_are_the_reference_s), cmocka_unit_test(wrong_nodes_are_refused),
        cmocka_unit_test(packed_weights_have_scales), cmocka_unit_test(packed_weights_are_budgeted),
        cmocka_unit_test(wrong_files_are_refused),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
