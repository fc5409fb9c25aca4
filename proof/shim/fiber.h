/* fiber.h - a block of threads on one CPU thread: a fiber each, barriers and shuffles between them.
 *
 * A fiber runs until it has to wait and then changes to the next that is ready, in an order drawn from
 * the job's seed, anew after each barrier; a subgroup that is complete runs ahead of all others. So
 * whatever a text forgets to wait for has either not happened yet or happened too early, and what it
 * forgets to write is NaN.
 *
 * A fiber finds itself by its stack: stacks are aligned to their size and the last word of each points
 * to the fiber. There is no other global state, so any number of host threads may run blocks.
 */
namespace ts_shim
{

struct block;

typedef unsigned quad __attribute__((vector_size(16)));
struct flight { /* a copy to shared memory on its way */
    quad *to;
    const quad *from; /* nullptr: zeros */
    unsigned group;
};
enum { FLIGHTS = 256 }; /* of a fiber; the oldest of more lands early, which it may */

/* Sums that four warps make together: where a lane has its own, and two descriptors (below). */
struct registers {
    float *at[32];
};
struct product {
    registers to;
    unsigned long long a, b;
    float (*value)(const char *at);
    int bytes; /* of an element */
    bool add, fenced;
    unsigned group;
};
enum {
    PRODUCTS = 16,
    SEEN = 1 << 18
}; /* of a fiber, as FLIGHTS; bytes that a descriptor reaches */

struct fiber {
    void *context; /* its stack pointer while it waits */
    block *in;
    int number, state, line, mask;
    unsigned value;  /* handed in, and after the shuffle what the other lane handed in */
    unsigned groups; /* of copies so far */
    int flights;
    struct flight *flight; /* oldest first */
    int products;
    unsigned closed;         /* groups of products so far */
    bool shown, fenced;      /* since the last barrier; since the last product was waited for */
    struct product *product; /* oldest first */
};

struct block {
    ts_shim_job *job;
    void (*body)(ts_shim_job *);
    void *host;
    fiber *all[TS_SHIM_THREADS];
    short ready[TS_SHIM_THREADS]; /* the last one is next */
    int queued;                   /* how many are ready */
    int waiting, returned;
    short arrived[TS_SHIM_THREADS]; /* by subgroup */
    bool filled[TS_SHIM_ARRAYS];
    unsigned long long random;
    bool
        showed; /* seen[] is what shared memory was at a barrier before which all had shown theirs */
    alignas(16) char seen[SEEN];
};

/* ---- change from one stack to another ---- */

#if defined(__x86_64__) && !defined(TS_SHIM_NO_ASSEMBLY)
/* Saves what a function must preserve on the old stack, and its stack pointer in *from. */
extern "C" __attribute__((visibility("hidden"))) void ts_shim_change(void **from, void *to);
asm(".text\n.hidden ts_shim_change\n.globl ts_shim_change\n.type ts_shim_change,@function\n"
    "ts_shim_change:\n"
    "    pushq %rbp\n    pushq %rbx\n    pushq %r12\n    pushq %r13\n    pushq %r14\n    pushq "
    "%r15\n"
    "    movq %rsp, (%rdi)\n    movq %rsi, %rsp\n"
    "    popq %r15\n    popq %r14\n    popq %r13\n    popq %r12\n    popq %rbx\n    popq %rbp\n"
    "    ret\n.size ts_shim_change, .-ts_shim_change\n");

static inline void change(const ts_shim_job *, void **from, void *to)
{
    ts_shim_change(from, to);
}

/* As if `entry` had been about to be called: six saved registers, its address, an aligned stack. */
static inline void *prepare(const ts_shim_job *, char *, char *top, void (*entry)())
{
    void **sp = (void **)top;
    *--sp = 0;
    *--sp = (void *)entry;
    for (int i = 0; i < 6; i++) *--sp = 0;
    return sp;
}
#else
static inline void change(const ts_shim_job *job, void **from, void *to)
{
    job->change(*from, to);
}

static inline void *prepare(const ts_shim_job *job, char *low, char *top, void (*entry)())
{
    char *context = top - TS_SHIM_CONTEXT; /* as aligned as top */
    job->make(context, low, (unsigned long)(context - low), entry);
    return context;
}
#endif

/* ---- the order of fibers ---- */

static inline fiber *self()
{
    unsigned long here = (unsigned long)__builtin_frame_address(0);
    return ((fiber **)((here | (TS_SHIM_STACK - 1)) + 1))[-1];
}

static inline unsigned draw(block *b, unsigned below)
{
    b->random = b->random * 6364136223846793005ull + 1442695040888963407ull;
    return (unsigned)(((b->random >> 32) * below) >> 32);
}

/* Before all others that are ready. */
static inline void enqueue(block *b, int number)
{
    b->all[number]->state = TS_SHIM_READY;
    b->ready[b->queued++] = (short)number;
}

static inline void mix(block *b, short *list, unsigned n)
{
    for (unsigned i = n; i > 1; i--) {
        unsigned j = draw(b, i);
        short t = list[i - 1];
        list[i - 1] = list[j];
        list[j] = t;
    }
}

/* All fibers are ready, in a new order: of all threads, or subgroup after subgroup. */
static inline void enqueue_all(block *b)
{
    unsigned n = (unsigned)b->job->threads, step = (unsigned)b->job->subgroup;
    unsigned first = draw(b, n), whole = draw(b, 2);
    b->queued = 0;
    for (unsigned i = 0; i < n; i++) enqueue(b, (int)((first / step * step + i) % n));
    if (whole) return mix(b, b->ready, n);
    for (unsigned i = 0; i < n; i += step) mix(b, b->ready + i, n - i < step ? n - i : step);
}

/* Goes on with the next ready fiber; with none, back to the host, which sees who still waits. */
__attribute__((noinline)) static void leave(fiber *me)
{
    block *b = me->in;
    if (!b->queued) return change(b->job, &me->context, b->host);
    fiber *next = b->all[b->ready[--b->queued]];
    b->job->running = next->number;
    b->job->switches++;
    if (next != me) change(b->job, &me->context, next->context);
}

/* Ends the block. */
static inline void give_up(fiber *me, int trouble, int line, int other)
{
    ts_shim_job *job = me->in->job;
    job->trouble = trouble;
    job->thread = me->number;
    job->line = line;
    job->other = other;
    change(job, &me->context, me->in->host);
}

static inline void accuse(block *b, int trouble, const fiber *waits, const fiber *absent)
{
    ts_shim_job *job = b->job;
    job->trouble = trouble;
    job->thread = waits->number;
    job->line = waits->line;
    job->other = absent->number;
    job->other_line = absent->line;
    job->other_state = absent->state;
}

static inline bool together(const fiber *a, const fiber *b)
{
    return a->state == b->state && a->line == b->line;
}

static inline int members(const ts_shim_job *job, int first)
{
    int left = job->threads - first;
    return left < job->subgroup ? left : job->subgroup;
}

/* Nobody is ready: the first who waits names the first of his group who is elsewhere. */
static void explain(block *b)
{
    const ts_shim_job *job = b->job;
    for (int i = 0; i < job->threads; i++) {
        int first = i / job->subgroup * job->subgroup;
        if (b->all[i]->state != TS_SHIM_SHUFFLE) continue;
        for (int k = first; k < first + members(job, first); k++)
            if (!together(b->all[i], b->all[k]))
                return accuse(b, TS_SHIM_ABSENT, b->all[i], b->all[k]);
    }
    for (int i = 0; i < job->threads; i++) {
        if (b->all[i]->state != TS_SHIM_BARRIER) continue;
        for (int k = 0; k < job->threads; k++)
            if (!together(b->all[i], b->all[k]))
                return accuse(b, TS_SHIM_DIVERGED, b->all[i], b->all[k]);
    }
}

/* ---- what texts call ---- */

/* What products see of shared memory, which ends where the first array does. */
static inline void show(block *b)
{
    unsigned long used = (unsigned long)b->job->shared_bytes;
    bool all = used <= SEEN;
    for (int i = 0; i < b->job->threads; i++) {
        all &= b->all[i]->shown;
        b->all[i]->shown = false;
    }
    if (!all) return;
    b->showed = true;
    __builtin_memcpy(b->seen + SEEN - used, b->job->shared + TS_SHIM_ARRAY / 2 - used, used);
}

/* convergent: the compiler must not copy a barrier into both sides of a branch. */
__attribute__((noinline, convergent)) static void barrier(int line)
{
    fiber *me = self();
    block *b = me->in;
    me->state = TS_SHIM_BARRIER;
    me->line = line;
    if (++b->waiting == b->job->threads) {
        for (int i = 0; i < b->job->threads; i++)
            if (b->all[i]->line != line) return change(b->job, &me->context, b->host);
        b->waiting = 0;
        show(b);
        enqueue_all(b);
    }
    leave(me);
}

static void exchange(block *b, int first)
{
    unsigned value[TS_SHIM_THREADS];
    int n = members(b->job, first);
    for (int i = 0; i < n; i++) value[i] = b->all[first + i]->value;
    for (int i = 0; i < n; i++) b->all[first + i]->value = value[i ^ b->all[first + i]->mask];
}

__attribute__((noinline, convergent)) static unsigned shuffle_bits(unsigned value, int mask,
                                                                   int line)
{
    fiber *me = self();
    block *b = me->in;
    int first = me->number / b->job->subgroup * b->job->subgroup, n = members(b->job, first);
    if (mask < 0 || ((me->number - first) ^ mask) >= n) give_up(me, TS_SHIM_MASK, line, mask);
    me->state = TS_SHIM_SHUFFLE;
    me->line = line;
    me->mask = mask;
    me->value = value;
    if (++b->arrived[first / b->job->subgroup] < n) {
        leave(me);
        return me->value;
    }
    for (int i = first; i < first + n; i++)
        if (b->all[i]->line != line) change(b->job, &me->context, b->host);
    b->arrived[first / b->job->subgroup] = 0;
    exchange(b, first);
    for (int i = first; i < first + n; i++)
        if (b->all[i] != me) enqueue(b, i);
    me->state = TS_SHIM_READY;
    return me->value;
}

template <class T> static inline T shuffle(T value, int mask, int line)
{
    static_assert(sizeof(T) == 4, "a shuffle moves 32 bits");
    return __builtin_bit_cast(T, shuffle_bits(__builtin_bit_cast(unsigned, value), mask, line));
}

/* A shared array: its end lies against a guard, and each block finds it full of NaN. */
__attribute__((noinline)) static void *shared_array(int which, long bytes, int line)
{
    fiber *me = self();
    block *b = me->in;
    if (bytes > b->job->shared_bytes) give_up(me, TS_SHIM_SHARED, line, (int)bytes);
    char *at =
        b->job->shared + which * (long)TS_SHIM_ARRAY + TS_SHIM_ARRAY / 2 - (bytes + 15) / 16 * 16;
    if (!b->filled[which]) __builtin_memset(at, 0xff, (unsigned long)(bytes + 15) / 16 * 16);
    b->filled[which] = true;
    return at;
}

/* ---- copies to shared memory: each lands as late as its thread lets it ---- */

/* From where shared memory begins. */
static inline unsigned long long shared_address(const void *to)
{
    return (unsigned long long)((const char *)to - self()->in->job->shared);
}

static inline void land(const flight &f)
{
    *f.to = f.from ? *f.from : quad{};
}

static inline void land_oldest(fiber *me, int n)
{
    for (int i = n; i-- > 0;) land(me->flight[i]);
    me->flights -= n;
    for (int i = 0; i < me->flights; i++) me->flight[i] = me->flight[i + n];
}

static inline void begin_copy(unsigned long long to, const void *from, int bytes)
{
    fiber *me = self();
    if (me->flights == FLIGHTS) land_oldest(me, 1);
    me->flight[me->flights++] = flight{(quad *)(me->in->job->shared + to),
                                       bytes ? (const quad *)from : nullptr, me->groups};
}

static inline void end_group()
{
    self()->groups++;
}

/* Until at most the n youngest groups are on their way. */
static inline void wait_for_groups(unsigned n)
{
    fiber *me = self();
    int land = 0;
    while (land < me->flights && me->flight[land].group + n < me->groups) land++;
    land_oldest(me, land);
}

/* ---- products by four warps: each happens as late as its thread lets it ---- */

/* Of a matrix in shared memory: from where on, how far squares of 8 rows by 16 bytes are apart along a row and down
 * the rows. PTX ISA, "Matrix descriptor format". NaN: it says what there is not. */
struct descriptor {
    unsigned long start, along, down;
    bool known;
};

static inline descriptor read_descriptor(unsigned long long bits)
{
    const unsigned long long field = 0x3fff, all = field | field << 16 | field << 32;
    return descriptor{(unsigned long)(bits & field) << 4, (unsigned long)(bits >> 16 & field) << 4,
                      (unsigned long)(bits >> 32 & field) << 4, !(bits & ~all)};
}

/* Element k of a row; NaN if it was not shown, or has changed since. */
static inline float element(const block *b, const descriptor &d, int row, int k, const product &p)
{
    unsigned long byte = (unsigned long)(k * p.bytes), line = (unsigned long)row;
    unsigned long at =
        d.start + line / 8 * d.down + byte / 16 * d.along + line % 8 * 16 + byte % 16;
    bool good =
        d.known && b->showed && at < SEEN && at >= SEEN - (unsigned long)b->job->shared_bytes;
    const char *now = b->job->shared + TS_SHIM_ARRAY / 2 - SEEN + at, *shown = b->seen + at;
    return good && shown[0] == now[0] && shown[p.bytes - 1] == now[p.bytes - 1]
               ? p.value(shown)
               : __builtin_nanf("");
}

/* A lane has rows g and g + 8 of its warp's 16, of each 8 columns two neighbours. */
static inline void land(const fiber *me, const product &p)
{
    const descriptor a = read_descriptor(p.a), b = read_descriptor(p.b);
    const int lane = me->number % 32, first = me->number / 32 % 4 * 16 + lane / 4;
    for (int i = 0; i < 32; i++) {
        int row = first + i / 2 % 2 * 8, col = i / 4 * 8 + lane % 4 * 2 + i % 2;
        float sum = p.fenced ? p.add ? *p.to.at[i] : 0.0f : __builtin_nanf("");
        for (int k = 0; k < 32 / p.bytes; k++)
            sum += element(me->in, a, row, k, p) * element(me->in, b, col, k, p);
        *p.to.at[i] = sum;
    }
}

static inline void land_products(fiber *me, int n)
{
    for (int i = 0; i < n; i++) land(me, me->product[i]);
    me->products -= n;
    for (int i = 0; i < me->products; i++) me->product[i] = me->product[i + n];
}

/* All lanes come by, which is what an exchange with oneself checks. */
static inline void begin_product(product p, int line)
{
    fiber *me = self();
    shuffle(0, 0, line);
    if (me->products == PRODUCTS) land_products(me, 1);
    p.fenced = me->fenced;
    p.group = me->closed;
    me->product[me->products++] = p;
}

static inline void show_to_products()
{
    self()->shown = true;
}

static inline void begin_products()
{
    self()->fenced = true;
}

static inline void close_products()
{
    self()->closed++;
}

/* Until at most the n youngest groups are on their way. The sums are named for compilers alone. */
static inline void join_products(const registers &, unsigned n)
{
    fiber *me = self();
    int land = 0;
    while (land < me->products && me->product[land].group + n < me->closed) land++;
    land_products(me, land);
    me->fenced = false;
}

/* ---- one block ---- */

static void start()
{
    fiber *me = self();
    me->in->body(me->in->job);
    me->state = TS_SHIM_RETURNED;
    me->in->returned++;
    for (;;) leave(me);
}

/* Fibers and stack tops are moved apart by some lines, else they would fight for one cache set. */
static void place(block *b, int number)
{
    char *low = b->job->stacks + number * (long)TS_SHIM_STACK;
    char *top = low + TS_SHIM_STACK - 64 - number * 320 % 4096 / 64 * 64;
    fiber *f = (fiber *)top - 1;
    *f = fiber{};
    f->in = b;
    f->number = number;
    f->flight = (struct flight *)f - FLIGHTS;
    ((fiber **)(low + TS_SHIM_STACK))[-1] = f;
    f->product = (struct product *)((unsigned long)f->flight & ~63ul) - PRODUCTS;
    top = (char *)((unsigned long)f->product & ~63ul);
    f->context = prepare(b->job, low + 4096, top, start);
    b->all[number] = f;
}

static int run(ts_shim_job *job, void (*body)(ts_shim_job *))
{
    block b;
    b.job = job;
    b.body = body;
    b.waiting = b.returned = 0;
    b.showed = false;
    b.random = job->seed;
    for (int i = 0; i < TS_SHIM_THREADS; i++) b.arrived[i] = 0;
    for (int i = 0; i < TS_SHIM_ARRAYS; i++) b.filled[i] = false;
    for (int i = 0; i < job->threads; i++) place(&b, i);
    enqueue_all(&b);
    job->trouble = TS_SHIM_FINE;
    fiber *first = b.all[b.ready[--b.queued]];
    job->running = first->number;
    alignas(64) char host[TS_SHIM_CONTEXT];
    b.host = host;
    change(job, &b.host, first->context);
    if (job->trouble == TS_SHIM_FINE && b.returned < job->threads) explain(&b);
    return job->trouble;
}

/* ---- how the host's pointers become parameters, checked against the manifest ---- */

template <class T> struct is_const {
    static constexpr bool value = false;
};
template <class T> struct is_const<const T> {
    static constexpr bool value = true;
};

#ifndef TS_SHIM_SPACE
#define TS_SHIM_SPACE /* address space of a kernel's buffers */
#endif

template <int unit, bool written> struct argument {
    void *at;
    template <class T> operator TS_SHIM_SPACE T *() const
    {
        static_assert(sizeof(T) * 8 == unit, "the parameter's type is not the manifest's unit");
        static_assert(is_const<T>::value != written, "const exactly for what is only read");
        return (TS_SHIM_SPACE T *)at;
    }
};

struct cell {
    const int *at;
    template <class T> operator TS_SHIM_SPACE T *() const
    {
        static_assert(sizeof(T) == sizeof(int) && is_const<T>::value, "a size is a const int");
        return (TS_SHIM_SPACE T *)at;
    }
};

/* ---- f16, which not every compiler has on every machine ---- */

static inline float half_to_float(unsigned short h)
{
    unsigned sign = (unsigned)(h & 0x8000) << 16, exponent = h >> 10 & 31, fraction = h & 0x3ff;
    if (exponent == 31) return __builtin_bit_cast(float, sign | 0x7f800000u | fraction << 13);
    if (exponent) return __builtin_bit_cast(float, sign | (exponent + 112) << 23 | fraction << 13);
    float tiny = (float)fraction * 0x1p-24f;
    return sign ? -tiny : tiny;
}

/* Nearest even, subnormals included; too large becomes infinite. */
static inline unsigned short float_to_half(float x)
{
    unsigned bits = __builtin_bit_cast(unsigned, x), sign = bits >> 16 & 0x8000;
    bits &= 0x7fffffff;
    if (bits > 0x7f800000) return (unsigned short)(sign | 0x7e00);
    if (bits >= 0x477ff000) return (unsigned short)(sign | 0x7c00);
    if (bits < 0x38800000) { /* below 2^-14: adding 2^-1 rounds at bit 2^-24 */
        float shifted = __builtin_bit_cast(float, bits) + 0.5f;
        return (unsigned short)(sign | (__builtin_bit_cast(unsigned, shifted) - 0x3f000000));
    }
    bits += 0xfff + (bits >> 13 & 1);
    return (unsigned short)(sign | ((bits - 0x38000000) >> 13));
}

} // namespace ts_shim

/* The functions of the C library that dialects are built of, and no others. */
extern "C" {
float expf(float), exp2f(float), logf(float), log2f(float), sqrtf(float), fmaf(float, float, float),
    fminf(float, float), fmaxf(float, float), floorf(float), truncf(float), rintf(float),
    fabsf(float);
}

/* What the languages agree on. */
namespace ts_shim
{
namespace integer
{

static inline int abs(int x)
{
    return (int)(x < 0 ? 0u - (unsigned)x : (unsigned)x);
}

static inline int min(int a, int b)
{
    return a < b ? a : b;
}

static inline int max(int a, int b)
{
    return a > b ? a : b;
}

static inline unsigned min(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

static inline unsigned max(unsigned a, unsigned b)
{
    return a > b ? a : b;
}

} // namespace integer
} // namespace ts_shim
