/* spirv_run.c - see spirv_run.h. */
#include "test/simt/spirv_run.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compile/spirv_words.h"
#include "tile/ir.h"

enum { LANES = 32, THREADS = 128, SIDE = 16, BINDINGS = 8, SHARED = 1 << 14, STEPS = 1 << 24 };
enum { INPUT = 1, WORKGROUP = 4, FUNCTION = 7, PUSH = 9, BUFFER = 12 }; /* storage classes */
enum { NON_PRIVATE = 0x20, SEEN = 0x6000 };

typedef struct value {
    uint32_t w[4]; /* of a pointer: class, variable, offset in bytes */
} value;

typedef enum { RUNS, AT_MATRIX, AT_BARRIER, RETURNED } state;

typedef struct thread {
    size_t at;            /* its next instruction */
    uint32_t block, from; /* label of the block that it is in; of the one before */
    state state;
    value *value, *content; /* by id; content: of a variable of its own */
} thread;

typedef struct machine {
    const uint32_t *word;
    size_t n;
    const ts_spirv_launch *l;
    ts_error *err;
    uint32_t ids;
    size_t *where;    /* by id: the instruction that makes it */
    int *builtin;     /* by id of a variable: what it is, -1: nothing */
    int *binding;     /* likewise */
    uint32_t *matrix; /* by id of a matrix, or of a variable that holds one: its number from 1 on */
    uint32_t matrices;
    float (*element)[SIDE * SIDE]; /* by thread and number */
    bool vulkan;
    int threads, group;
    thread thread[THREADS];
    uint32_t shared[SHARED];
    long left;
} machine;

static int wrong(const machine *m, size_t at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static int wrong(const machine *m, size_t at, const char *format, ...)
{
    char text[200];
    va_list ap;
    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    return ts_fail(m->err, "SPIR-V, word %zu (instruction %u): %s", at, m->word[at] & 0xffff, text);
}

/* ---- what ids are ---- */

static uint32_t op_at(const machine *m, size_t at)
{
    return m->word[at] & 0xffff;
}

static const uint32_t *made(const machine *m, uint32_t id)
{
    return m->word + m->where[id];
}

static bool is(const machine *m, uint32_t id, uint32_t op)
{
    return id < m->ids && m->where[id] && (*made(m, id) & 0xffff) == op;
}

/* Bytes of a scalar or vector. */
static uint32_t bytes_of(const machine *m, uint32_t type)
{
    const uint32_t *w = made(m, type);
    if (is(m, type, OpTypeVector)) return w[3] * bytes_of(m, w[2]);
    return is(m, type, OpTypeBool) ? 4 : w[2] / 8;
}

static bool is_matrix(const machine *m, uint32_t type)
{
    return is(m, type, OpTypeCooperativeMatrixKHR);
}

static uint32_t pointee(const machine *m, uint32_t pointer_type)
{
    return made(m, pointer_type)[3];
}

static float *elements(const machine *m, int t, uint32_t id)
{
    return m->element[(size_t)t * m->matrices + m->matrix[id] - 1];
}

/* ---- reading the module ---- */

/* The word of an instruction that is its result, 0: it has none. */
static uint32_t result_at(uint32_t op)
{
    if (op >= OpTypeVoid && op <= OpTypeFunction) return 1;
    if (op == OpTypeCooperativeMatrixKHR || op == OpString || op == OpLabel ||
        op == OpExtInstImport)
        return 1;
    if (op == OpStore || op == OpCooperativeMatrixStoreKHR || op == OpControlBarrier) return 0;
    if (op == OpLoopMerge || op == OpSelectionMerge) return 0;
    return op >= OpConstantTrue && op != OpFunctionEnd && op != OpDecorate &&
                   op != OpMemberDecorate && !(op >= OpBranch && op <= OpReturn)
               ? 2
               : 0;
}

static void note_decoration(machine *m, const uint32_t *w)
{
    enum { BUILT_IN = 11, BINDING = 33 };
    if (w[2] == BUILT_IN) m->builtin[w[1]] = (int)w[3];
    if (w[2] == BINDING) m->binding[w[1]] = (int)w[3];
}

/* Values and variables that are matrices get a place. */
static void note_result(machine *m, size_t at)
{
    const uint32_t *w = m->word + at;
    uint32_t id = w[2], type = w[1];
    bool variable = op_at(m, at) == OpVariable;
    if (variable && w[3] == FUNCTION) type = pointee(m, type);
    if (is_matrix(m, type)) m->matrix[id] = ++m->matrices;
}

static int read_module(machine *m)
{
    for (size_t at = 5; at < m->n; at += m->word[at] >> 16) {
        const uint32_t *w = m->word + at;
        uint32_t op = op_at(m, at), to = result_at(op);
        if (!(*w >> 16) || (*w >> 16) > m->n - at || (to && w[to] >= m->ids))
            return wrong(m, at, "is cut or damaged");
        if (op == OpMemoryModel) m->vulkan = w[2] == 3;
        if (op == OpDecorate && (*w >> 16) == 4) note_decoration(m, w);
        if (!to) continue;
        m->where[w[to]] = at;
        if (to == 2) note_result(m, at);
    }
    return 0;
}

/* The function of the entry and how many threads it has; where its code begins. */
static size_t find_entry(machine *m)
{
    uint32_t function = 0;
    for (size_t at = 5; at < m->n; at += m->word[at] >> 16) {
        const uint32_t *w = m->word + at;
        if (op_at(m, at) == OpEntryPoint && !strcmp((const char *)(w + 3), m->l->entry))
            function = w[2];
        if (op_at(m, at) == OpExecutionMode && w[1] == function) m->threads = (int)w[3];
        if (op_at(m, at) == OpFunction && w[2] == function) return at + (*w >> 16);
    }
    return 0;
}

/* ---- memory ---- */

/* The address of `bytes` bytes, NULL with an error told. */
static char *reach(machine *m, size_t at, value p, size_t bytes)
{
    int b = p.w[0] == BUFFER ? m->binding[p.w[1]] : 0;
    size_t room = p.w[0] == BUFFER ? m->l->bytes[b] : sizeof m->shared;
    char *from = p.w[0] == BUFFER ? m->l->buffer[b] : (char *)m->shared;
    static char zeros[128];
    if (p.w[0] == PUSH) from = zeros, room = sizeof zeros;
    if (bytes <= room && p.w[2] <= room - bytes) return from + p.w[2];
    wrong(m, at, "byte %u of %zu of memory of class %u", p.w[2], room, p.w[0]);
    return NULL;
}

/* The operand of a load or store says that others see it, where they may. */
static int check_access(machine *m, size_t at, value p, uint32_t operand)
{
    const uint32_t *w = m->word + at;
    bool shared = p.w[0] == BUFFER || p.w[0] == WORKGROUP;
    bool said = (*w >> 16) > operand && w[operand] & NON_PRIVATE;
    if (shared && m->vulkan && !said) return wrong(m, at, "is not marked as seen by others");
    return 0;
}

static value input(const machine *m, int t, uint32_t variable)
{
    enum { NUM_WORKGROUPS = 24, WORKGROUP_ID = 26, LOCAL_INDEX = 29, SUBGROUP_ID = 40 };
    int subgroups = m->threads / LANES;
    switch (m->builtin[variable]) {
    case NUM_WORKGROUPS: return (value){{(uint32_t)m->l->groups, 1, 1}};
    case WORKGROUP_ID: return (value){{(uint32_t)m->group}};
    case LOCAL_INDEX: return (value){{(uint32_t)t}};
    case SUBGROUP_ID: return (value){{(uint32_t)(t % subgroups)}};
    default: return (value){{0xdead}};
    }
}

static int load(machine *m, int t, size_t at)
{
    const uint32_t *w = m->word + at;
    thread *x = &m->thread[t];
    value p = x->value[w[3]];
    if (check_access(m, at, p, 4)) return -1;
    if (p.w[0] == INPUT) x->value[w[2]] = input(m, t, p.w[1]);
    if (p.w[0] == FUNCTION && is_matrix(m, w[1]))
        memcpy(elements(m, t, w[2]), elements(m, t, p.w[1]), sizeof *m->element);
    else if (p.w[0] == FUNCTION)
        x->value[w[2]] = x->content[p.w[1]];
    if (p.w[0] == INPUT || p.w[0] == FUNCTION) return 0;
    uint32_t bytes = bytes_of(m, w[1]);
    const char *from = reach(m, at, p, bytes);
    x->value[w[2]] = (value){{0}};
    if (from) memcpy(x->value[w[2]].w, from, bytes);
    return from ? 0 : -1;
}

static int store(machine *m, int t, size_t at)
{
    const uint32_t *w = m->word + at;
    thread *x = &m->thread[t];
    value p = x->value[w[1]];
    uint32_t type = made(m, w[2])[1];
    if (check_access(m, at, p, 3)) return -1;
    if (p.w[0] == FUNCTION && is_matrix(m, type))
        memcpy(elements(m, t, p.w[1]), elements(m, t, w[2]), sizeof *m->element);
    else if (p.w[0] == FUNCTION)
        x->content[p.w[1]] = x->value[w[2]];
    if (p.w[0] == FUNCTION) return 0;
    char *to = reach(m, at, p, bytes_of(m, type));
    if (to) memcpy(to, x->value[w[2]].w, bytes_of(m, type));
    return to ? 0 : -1;
}

/* Of an array, behind member 0 of a block, or a member of the push constants. */
static void access_chain(machine *m, int t, const uint32_t *w)
{
    value *v = m->thread[t].value, p = v[w[3]];
    uint32_t index = v[w[(*w >> 16) - 1]].w[0];
    p.w[2] = index * bytes_of(m, pointee(m, w[1]));
    v[w[2]] = p;
}

/* ---- values ---- */

static float real(uint32_t bits)
{
    float x;
    memcpy(&x, &bits, 4);
    return x;
}

static uint32_t bits(float x)
{
    uint32_t b;
    memcpy(&b, &x, 4);
    return b;
}

/* Of two operands of 32 bits; false: it is not known. */
static bool two(uint32_t op, uint32_t a, uint32_t b, uint32_t *to)
{
    int32_t i = (int32_t)a, j = (int32_t)b;
    switch (op) {
    case OpIAdd: *to = a + b; return true;
    case OpISub: *to = a - b; return true;
    case OpIMul: *to = a * b; return true;
    case OpSDiv: *to = j ? (uint32_t)(i / j) : 0xdead; return true;
    case OpFAdd: *to = bits(real(a) + real(b)); return true;
    case OpShiftLeftLogical: *to = a << b; return true;
    case OpShiftRightLogical: *to = a >> b; return true;
    case OpShiftRightArithmetic: *to = (uint32_t)(i >> b); return true;
    case OpBitwiseAnd: *to = a & b; return true;
    case OpBitwiseOr: *to = a | b; return true;
    case OpLogicalAnd: *to = a && b; return true;
    case OpSLessThan: *to = i < j; return true;
    case OpSLessThanEqual: *to = i <= j; return true;
    default: return false;
    }
}

static int compute(machine *m, int t, size_t at)
{
    const uint32_t *w = m->word + at;
    value *v = m->thread[t].value, *to = &v[w[2]];
    switch (op_at(m, at)) {
    case OpBitcast: *to = v[w[3]]; return 0;
    case OpUConvert: *to = v[w[3]]; return 0; /* what is cut off was 0, or is not stored */
    case OpSelect: *to = v[w[3]].w[0] ? v[w[4]] : v[w[5]]; return 0;
    case OpCompositeExtract: *to = (value){{v[w[3]].w[w[4]]}}; return 0;
    case OpAccessChain: access_chain(m, t, w); return 0;
    case OpLoad: return load(m, t, at);
    default:
        if (two(op_at(m, at), v[w[3]].w[0], v[w[4]].w[0], &to->w[0])) return 0;
        return wrong(m, at, "is not of those that are known");
    }
}

/* ---- control ---- */

static void go(machine *m, thread *x, uint32_t label)
{
    x->from = x->block;
    x->block = label;
    x->at = m->where[label];
}

static void phi(thread *x, const uint32_t *w)
{
    for (uint32_t k = 3; k + 1 < *w >> 16; k += 2)
        if (w[k + 1] == x->from) x->value[w[2]] = x->value[w[k]];
}

/* One instruction of a thread that runs. */
static int step(machine *m, int t)
{
    thread *x = &m->thread[t];
    size_t at = x->at;
    const uint32_t *w = m->word + at;
    if (!m->left--) return wrong(m, at, "does not come to an end");
    x->at += *w >> 16;
    switch (op_at(m, at)) {
    case OpLine:
    case OpLoopMerge:
    case OpSelectionMerge:
    case OpVariable: return 0;
    case OpLabel: x->block = w[1]; return 0;
    case OpBranch: go(m, x, w[1]); return 0;
    case OpBranchConditional: go(m, x, x->value[w[1]].w[0] ? w[2] : w[3]); return 0;
    case OpPhi: phi(x, w); return 0;
    case OpStore: return store(m, t, at);
    case OpReturn: x->state = RETURNED; return 0;
    case OpControlBarrier: x->state = AT_BARRIER; break;
    case OpCooperativeMatrixLoadKHR:
    case OpCooperativeMatrixStoreKHR:
    case OpCooperativeMatrixMulAddKHR: x->state = AT_MATRIX; break;
    default: return compute(m, t, at);
    }
    x->at = at;
    return 0;
}

/* ---- matrices ---- */

/* Thread of a lane of a subgroup. */
static int thread_of(const machine *m, int subgroup, int lane)
{
    return lane * (m->threads / LANES) + subgroup;
}

/* The lane whose word counts for an element. */
static float *believed(const machine *m, int subgroup, uint32_t id, int e)
{
    return elements(m, thread_of(m, subgroup, (e * 5 + 3) % LANES), id) + e;
}

typedef struct place {
    char *from;
    uint32_t stride;  /* in bytes */
    bool turned;      /* column by column */
    uint32_t element; /* bytes */
} place;

/* Where a matrix of that type lies that instruction `at` names by operands from `first` on. */
static int place_of(machine *m, int subgroup, size_t at, uint32_t type, uint32_t pointer,
                    uint32_t first, place *to)
{
    const uint32_t *w = m->word + at;
    const value *v = m->thread[thread_of(m, subgroup, 0)].value;
    value p = v[pointer];
    for (int lane = 1; lane < LANES; lane++)
        if (memcmp(&m->thread[thread_of(m, subgroup, lane)].value[pointer], &p, sizeof p))
            return wrong(m, at, "lanes name other places");
    to->turned = v[w[first]].w[0] == 1;
    to->stride = v[w[first + 1]].w[0] * bytes_of(m, pointee(m, made(m, pointer)[1]));
    to->element = bytes_of(m, made(m, type)[2]);
    if (p.w[2] % 16 || to->stride % 16) return wrong(m, at, "a row is off 16 bytes");
    if (check_access(m, at, p, first + 2)) return -1;
    to->from = reach(m, at, p, (SIDE - 1) * to->stride + SIDE * to->element);
    return to->from ? 0 : -1;
}

static char *element_at(const place *p, int e)
{
    int row = p->turned ? e % SIDE : e / SIDE, col = p->turned ? e / SIDE : e % SIDE;
    return p->from + (size_t)row * p->stride + (size_t)col * p->element;
}

static int load_matrix(machine *m, int subgroup, size_t at)
{
    const uint32_t *w = m->word + at;
    place p = {0};
    if (place_of(m, subgroup, at, w[1], w[3], 4, &p)) return -1;
    for (int e = 0; e < SIDE * SIDE; e++) {
        uint32_t code = 0;
        memcpy(&code, element_at(&p, e), p.element);
        *believed(m, subgroup, w[2], e) =
            p.element == 2 ? (float)ts_decode(TS_f16, code) : real(code);
    }
    return 0;
}

static int store_matrix(machine *m, int subgroup, size_t at)
{
    const uint32_t *w = m->word + at;
    place p = {0};
    if (place_of(m, subgroup, at, made(m, w[2])[1], w[1], 3, &p)) return -1;
    for (int e = 0; e < SIDE * SIDE; e++)
        memcpy(element_at(&p, e), believed(m, subgroup, w[2], e), 4);
    return 0;
}

/* A matrix of such a use: 0 a, 1 b, 2 sums. */
static bool of_use(const machine *m, uint32_t type, uint32_t use)
{
    const uint32_t *w = made(m, type);
    return is_matrix(m, type) && made(m, w[6])[3] == use;
}

static int multiply(machine *m, int subgroup, size_t at)
{
    const uint32_t *w = m->word + at;
    uint32_t a = made(m, w[3])[1], b = made(m, w[4])[1], c = made(m, w[5])[1];
    if (!of_use(m, a, 0) || !of_use(m, b, 1) || !of_use(m, c, 2) || c != w[1])
        return wrong(m, at, "operands are not a, b and sums");
    for (int e = 0; e < SIDE * SIDE; e++) {
        double sum = (double)*believed(m, subgroup, w[5], e);
        for (int k = 0; k < SIDE; k++)
            sum += (double)*believed(m, subgroup, w[3], e / SIDE * SIDE + k) *
                   (double)*believed(m, subgroup, w[4], k * SIDE + e % SIDE);
        *believed(m, subgroup, w[2], e) = (float)sum;
    }
    return 0;
}

/* All lanes of a subgroup are there. */
static int take_matrix(machine *m, int subgroup)
{
    size_t at = m->thread[thread_of(m, subgroup, 0)].at;
    for (int lane = 0; lane < LANES; lane++) {
        thread *x = &m->thread[thread_of(m, subgroup, lane)];
        if (x->state != AT_MATRIX || x->at != at) return wrong(m, at, "not all lanes come here");
        x->state = RUNS;
        x->at += m->word[at] >> 16;
    }
    uint32_t op = op_at(m, at);
    return op == OpCooperativeMatrixLoadKHR    ? load_matrix(m, subgroup, at)
           : op == OpCooperativeMatrixStoreKHR ? store_matrix(m, subgroup, at)
                                               : multiply(m, subgroup, at);
}

/* ---- a group ---- */

/* A subgroup until all its threads wait for a barrier or have returned. */
static int run_subgroup(machine *m, int subgroup)
{
    for (;;) {
        bool matrix = false;
        for (int lane = LANES - 1; lane >= 0; lane--) {
            int t = thread_of(m, subgroup, lane);
            while (m->thread[t].state == RUNS)
                if (step(m, t)) return -1;
            matrix |= m->thread[t].state == AT_MATRIX;
        }
        if (!matrix) return 0;
        if (take_matrix(m, subgroup)) return -1;
    }
}

/* 1: all have returned. */
static int pass_barrier(machine *m)
{
    const thread *first = &m->thread[0];
    size_t at = first->at;
    for (int t = 1; t < m->threads; t++)
        if (m->thread[t].at != at || m->thread[t].state != first->state)
            return wrong(m, at, "not all threads come here");
    if (first->state == RETURNED) return 1;
    uint32_t semantics = first->value[m->word[at + 3]].w[0];
    if (m->vulkan && (semantics & SEEN) != SEEN) return wrong(m, at, "makes nothing visible");
    for (int t = 0; t < m->threads; t++) {
        m->thread[t].state = RUNS;
        m->thread[t].at += m->word[at] >> 16;
    }
    return 0;
}

static int run_group(machine *m, size_t start)
{
    memset(m->shared, 0xff, sizeof m->shared);
    for (int t = 0; t < m->threads; t++) m->thread[t].at = start, m->thread[t].state = RUNS;
    for (;;) {
        for (int s = m->threads / LANES - 1; s >= 0; s--)
            if (run_subgroup(m, s)) return -1;
        int over = pass_barrier(m);
        if (over) return over < 0 ? -1 : 0;
    }
}

/* ---- all of it ---- */

/* Constants and variables, which are there before the first instruction. */
static void begin_thread(machine *m, int t)
{
    thread *x = &m->thread[t];
    for (uint32_t id = 1; id < m->ids; id++) {
        if (!m->where[id]) continue;
        const uint32_t *w = made(m, id);
        if (is(m, id, OpConstant)) x->value[id] = (value){{w[3]}};
        if (is(m, id, OpConstantTrue)) x->value[id] = (value){{1}};
        if (is(m, id, OpVariable)) x->value[id] = (value){{w[3], id}};
        bool filled = is(m, id, OpConstantComposite) && is_matrix(m, w[1]);
        for (int e = 0; filled && e < SIDE * SIDE; e++)
            elements(m, t, id)[e] = real(made(m, w[3])[3]);
    }
}

static bool prepare(machine *m)
{
    m->element = calloc((size_t)m->threads * m->matrices + 1, sizeof *m->element);
    for (int t = 0; t < m->threads; t++) {
        m->thread[t].value = calloc(m->ids, sizeof(value));
        m->thread[t].content = calloc(m->ids, sizeof(value));
        if (!m->element || !m->thread[t].value || !m->thread[t].content) return false;
        begin_thread(m, t);
    }
    return true;
}

static int run(machine *m)
{
    size_t start = read_module(m) ? 0 : find_entry(m);
    if (!start) return ts_failed(m->err) ? -1 : ts_fail(m->err, "no entry %s", m->l->entry);
    if (m->threads < LANES || m->threads > THREADS || m->threads % LANES)
        return ts_fail(m->err, "%d threads are no whole subgroups", m->threads);
    if (!prepare(m)) return ts_fail(m->err, "out of memory");
    for (m->group = 0; m->group < m->l->groups; m->group++)
        if (run_group(m, start)) return -1;
    return 0;
}

int ts_spirv_run(const uint32_t *word, size_t n, const ts_spirv_launch *l, ts_error *err)
{
    machine *m = calloc(1, sizeof *m);
    if (!m || n < 5) return free(m), ts_fail(err, "no memory, or no module");
    *m = (machine){.word = word, .n = n, .l = l, .err = err, .ids = word[3], .left = STEPS};
    m->where = calloc(m->ids, sizeof *m->where);
    m->builtin = calloc(m->ids, sizeof *m->builtin);
    m->binding = calloc(m->ids, sizeof *m->binding);
    m->matrix = calloc(m->ids, sizeof *m->matrix);
    bool room = m->where && m->builtin && m->binding && m->matrix;
    int rc = room ? run(m) : ts_fail(err, "out of memory");
    for (int t = 0; t < THREADS; t++) free(m->thread[t].value), free(m->thread[t].content);
    void *const all[] = {m->where, m->builtin, m->binding, m->matrix, m->element, m};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) free(all[i]);
    return rc;
}
