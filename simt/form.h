/* form.h - the SIMT form: what one thread of a group does, one instruction after the other.
 *
 * Lowering (lower.h) turns a kernel of tiles into this; printers (print.h, spirv.h,
 * simt/wgsl.c) spell it and decide nothing. A group runs `teams` programs at a time, each on a team
 * of threads / teams threads, and goes on to further programs until all are done:
 *
 *     for (program = group * teams + team; program < count; program += groups * teams) ...
 *
 * so any number of groups gives the same results, and no grid limit matters.
 *
 * Values are numbered like tile ops: a value's number is the position of the instruction that makes
 * it; operands refer backwards only, and only to values of the same or a surrounding block (FOR and
 * IF open a block, END closes it). 0 means none. Types are f32, i32, u32, b1, and quad: 16 bytes as
 * four u32; of matrix units also oct, eight u32, and types of their own. i32 and u32 wrap. Indices of
 * params of 2^31 elements and more are long: u64 that wrap, of which there are CONST, ELEM (add, mul,
 * shr), SELECT and TO alone. Everything is safe by construction: no division by zero, no shift by 32, no
 * index outside its memory; printers need no guards.
 *
 *      op          operands                     result
 *      CONST       value                        type; a quad, an oct: words of it, an integer
 *      THREAD                                   i32, thread in its group, 0..threads-1
 *      SUBGROUP                                 i32, the thread's subgroup in its group (opaque units)
 *      GROUP, GROUPS                            i32, this group; groups launched
 *      SIZE        n                            i32, cell of the n-th size
 *      ELEM        elem, a, b, c                an elementwise op of ops.def, meaning as there, but
 *                                               div, rem: b != 0, no overflow; shl, shr: b < 32
 *      SELECT      a ? b : c                    type of b
 *      TO          a                            f32 from i32, u32: nearest even;  i32, u32 from f32:
 *                                               towards 0, certainly in range;  i32, u32 from b1: 0, 1;
 *                                               i32 from u32 and back: same bits;  long from i32:
 *                                               with its sign;  u32 from long: the low 32 bits
 *      BITS        a                            same bits as f32, i32 or u32
 *      HALF        a: u32                       f32, exactly, of the f16 in the low 16 bits of a, whose
 *                                               high 16 bits are 0 (only if traits->half)
 *      TO_HALF     a: f32                       u32, f16 bits, nearest even (only if traits->to_half)
 *      LOAD        param n, a: index            element; u32 for units of 8 and 16 bits
 *      LOAD4       param n, a: index            quad; index counts blocks of 16 bytes
 *      WORD        a: quad or oct, n            u32, word n of it
 *      STORE       param n, a: index, b: value  b: u32 for units of 8 and 16 bits, of which the low
 *                                               bits are kept (the others are 0)
 *      VAR         a: initial                   a register that SET changes
 *      GET         a: var                       its value now
 *      SET         a: var, b
 *      SHARED      a: i32 index                 u32 word of the group's shared memory
 *      SHARE       a: i32 index, b: u32         store it there
 *      SHARED4     a: i32 index, a multiple     quad, words a .. a + 3
 *                  of 4
 *      SHARE4      a: likewise, b: quad         store it there
 *      COPY        param n, a: i32 index, a     16 bytes of a param, block b as LOAD4 counts, to words
 *                  multiple of 4, b: index,     a .. a + 3; zeros where c is false. See below
 *                  c: b1
 *      COMMIT, WAIT  n                          see below
 *      FRAGMENT    a: i32 index, n: pitch       quad or oct: see below
 *      SCALED      a: quad, b: u32              oct: the words of a, then b, 0, 0, 0: a fragment of elements
 *                                               with scales, and what the lane has of these
 *      MULTIPLY    a, b: fragments, c: sums, n  sums, a quad or oct: see below
 *      SQUARES     a: i32 index, n: pitch       where a tile lies that PRODUCTs read: see below
 *      FENCE       n                            see below, as the next three
 *      PRODUCT     a, b: SQUARES, c: var, n
 *      CLOSE
 *      JOIN        a: var, n
 *      UNLOAD      a: i32 index, b: sums,       store sums of an opaque unit to shared memory: see below
 *                  n: pitch
 *      SHUFFLE     a, n                         a of the thread whose number differs in bit mask n;
 *                                               all threads of the subgroup take part
 *      BARRIER     n: LOCAL | GLOBAL            all threads of the group wait; what each wrote to
 *                                               shared (LOCAL) or params (GLOBAL) is seen by all
 *      FOR         a: from, b: below, c: step   i32 index; c > 0; no index of a turn is above
 *                                               2^31 - 1 - c, so it never wraps; n > 1: to be unrolled
 *                                               n times, TS_ROLLED: not at all, or (TS_BLOCKS) in blocks of n turns
 *      IF          a: b1                        no ELSE: SELECT and a second IF do
 *      END
 *
 * Copies (traits->copies, in wide forms). A COPY happens some time between its place and a WAIT. What a thread
 * has begun to COPY becomes a group at its next COMMIT; WAIT n lasts until at most the n youngest groups of the
 * thread are on their way. Until then nobody reads or writes those words, and the bytes of the param, which is
 * only read, do not change. Behind the WAIT the thread sees its own copies, behind a BARRIER after it others see
 * them. Before a BARRIER, a WAIT or the end every COPY is committed; COMMIT and WAIT stand where BARRIERs may, and
 * no copy outlives the form.
 *
 * Matrix units (traits->matrix, a table in simt/family.h). A FRAGMENT is 16 rows of `deep` words in shared
 * memory, in each two elements of 16 bits, four of 8 or eight of 4; row r begins at word a + r n. Which of its words a lane
 * gets, and in which order, is the table's `fragment`. Where that says `quads`, a and n are multiples of 4.
 *
 * MULTIPLY adds to c the products of 16 rows of a with `across` rows of b, the first or, of 8, (n & TS_UPPER)
 * the last; elements are of the kind n / 2, one that the unit takes. Sums are of f32, by their bits, in whatever
 * order and rounding, or of i32 that wrap; the sum of row i of a with row j of those of b is where the table's
 * `sums` have row i, column j. Sums of f32 may keep fewer bits than an f32 has where the kind's `chain` has an
 * end: then no more MULTIPLYs follow one another on the same sums, which begin at 0.
 *
 * Of kinds with a share a and b are SCALED: each element counts times the scale that as many neighbours have. Those of
 * a row are bytes of a word, the first lowest, in the lanes that the table's `scale` gives that row; of f8e4m3 they have
 * no sign.
 *
 * All lanes take part in a MULTIPLY, as in a SHUFFLE.
 *
 * Of an opaque unit (traits->matrix->opaque) fragments and sums have types of their own, which say whose they are:
 * LEFT and RIGHT, of f16 or bf16, and SUMS. Only CONST (zeros, of SUMS alone), VAR, GET, SET and the three ops here
 * touch them. A FRAGMENT is `across` rows of `deep` words from word a on, as above; MULTIPLY takes a LEFT one
 * as a and a RIGHT one as b, of the same elements, which n names. UNLOAD puts the sum of row i and column j into
 * word a + i n + j, as an f32's bits. a and n are multiples of 4. All lanes of a subgroup take part in each of the
 * three, with the same a, and any of them may read or write any of the words.
 *
 * Quartets (traits->quartet) multiply what shared memory has as squares, 8 rows of 4 words one behind the other. Those
 * of TS_TOGETHER rows follow one another from word a on, and the next 4 words of the same rows n words behind; both
 * are multiples of 4. A PRODUCT adds to variable c, sums of a quartet, or (n & TS_FRESH) sets it to, the products of
 * `deep` words of TS_TOGETHER rows of a and of b, elements of kind n / 2. Word i of the sums that a lane has is word
 * i % words of MULTIPLY's sums of columns i / words * across .., rows 16 times its place among the four.
 *
 * A PRODUCT happens some time between its place and a JOIN. What a subgroup has begun becomes a group at its next CLOSE;
 * JOIN n lasts until at most the n youngest groups are on their way, and from then on variable a may be read and set
 * again, which other GETs and SETs of it must wait for. Nobody writes the words that a PRODUCT reads before the JOIN and
 * a BARRIER behind it. A PRODUCT sees what a thread has written or copied to shared memory (and waited for) once the
 * thread has come by a FENCE with TS_OF_SHARED and then a BARRIER; and between whatever touched c or made it and the
 * first PRODUCT on it stands a FENCE with TS_OF_SUMS. All four subgroups come by all of these, in no IF, and every
 * PRODUCT is in a group that is joined.
 *
 * BARRIER stands only where all threads of the group arrive: in FORs whose bounds are the same for all
 * of them, never in an IF. SHUFFLE likewise for the threads of a subgroup. */
#ifndef TESSERA_SIMT_H
#define TESSERA_SIMT_H

#include "simt/family.h"
#include "tile/ir.h"

/* What an instruction is, apart from what it computes. */
enum {
    TS_MAKES = 1, /* a value, which others may name */
    TS_PURE = 2,  /* the same from the same operands, so it may be shared, moved or made twice */
    TS_STAYS = 4  /* also where nobody uses it */
};

#define TS_S_OPS(X)                                                                                \
    X(NONE, 0)                                                                                     \
    X(CONST, TS_MAKES | TS_PURE)                                                                   \
    X(THREAD, TS_MAKES | TS_PURE)                                                                  \
    X(SUBGROUP, TS_MAKES | TS_PURE)                                                                \
    X(GROUP, TS_MAKES | TS_PURE)                                                                   \
    X(GROUPS, TS_MAKES | TS_PURE)                                                                  \
    X(SIZE, TS_MAKES | TS_PURE)                                                                    \
    X(ELEM, TS_MAKES | TS_PURE)                                                                    \
    X(SELECT, TS_MAKES | TS_PURE)                                                                  \
    X(TO, TS_MAKES | TS_PURE)                                                                      \
    X(BITS, TS_MAKES | TS_PURE)                                                                    \
    X(HALF, TS_MAKES | TS_PURE)                                                                    \
    X(TO_HALF, TS_MAKES | TS_PURE)                                                                 \
    X(LOAD, TS_MAKES)                                                                              \
    X(LOAD4, TS_MAKES)                                                                             \
    X(WORD, TS_MAKES | TS_PURE)                                                                    \
    X(STORE, TS_STAYS)                                                                             \
    X(VAR, TS_MAKES)                                                                               \
    X(GET, TS_MAKES)                                                                               \
    X(SET, TS_STAYS)                                                                               \
    X(SHARED, TS_MAKES)                                                                            \
    X(SHARE, TS_STAYS)                                                                             \
    X(SHARED4, TS_MAKES)                                                                           \
    X(SHARE4, TS_STAYS)                                                                            \
    X(COPY, TS_STAYS)                                                                              \
    X(COMMIT, TS_STAYS)                                                                            \
    X(WAIT, TS_STAYS)                                                                              \
    X(FRAGMENT, TS_MAKES)                                                                          \
    X(SCALED, TS_MAKES | TS_PURE)                                                                  \
    X(MULTIPLY, TS_MAKES | TS_STAYS)                                                               \
    X(SQUARES, TS_MAKES | TS_PURE)                                                                 \
    X(FENCE, TS_STAYS)                                                                             \
    X(PRODUCT, TS_STAYS)                                                                           \
    X(CLOSE, TS_STAYS)                                                                             \
    X(JOIN, TS_STAYS)                                                                              \
    X(UNLOAD, TS_STAYS)                                                                            \
    X(SHUFFLE, TS_MAKES | TS_STAYS)                                                                \
    X(BARRIER, TS_STAYS)                                                                           \
    X(FOR, TS_MAKES | TS_STAYS)                                                                    \
    X(IF, TS_STAYS)                                                                                \
    X(END, TS_STAYS)
typedef enum {
#define X(name, is) TS_S_##name,
    TS_S_OPS(X)
#undef X
} ts_sop;

/* Name and TS_MAKES, ... of each, by ts_sop. */
extern const struct ts_sopinfo {
    const char *name;
    int is;
} ts_sops[];

enum { TS_LOCAL = 1, TS_GLOBAL = 2 };

/* Of a FENCE, one of the two. Of a PRODUCT: its kind, times 2, and TS_FRESH. */
enum { TS_OF_SHARED = 0, TS_OF_SUMS = 1, TS_FRESH = 1 };

/* Of a MULTIPLY: its kind, times 2, and TS_UPPER. */
enum {
    TS_UPPER = 1,
    TS_OF_BF16 = 2 * TS_KIND_BF16,
    TS_OF_E4M3 = 2 * TS_KIND_E4M3,
    TS_OF_I8 = 2 * TS_KIND_I8,
    TS_OF_MXFP4 = 2 * TS_KIND_MXFP4,
    TS_OF_NVFP4 = 2 * TS_KIND_NVFP4
};

enum { TS_ROLLED = -1 };

/* A loop that streams memory may run in blocks of n turns, n constant:
 *
 *     for each block of n turns:
 *         for each turn of it:    what is FIRST; AHEAD loads go to a queue of n
 *         the threads of a subgroup wait for each other, and no load moves over this place
 *         for each turn of it:    AHEAD values come out of the queue; what is in the REST
 */
enum {
    TS_BLOCKS = 1, /* FOR: it runs so; its bounds are constants, and there is a turn */
    TS_EVEN = 2,   /* FOR: in whole blocks */
    TS_FIRST = 4,  /* computed in the first half, only what is pure */
    TS_AHEAD = 8,  /* LOAD, LOAD4 */
    TS_REST = 16   /* computed in the second half; of FOR: its index is used there */
};

/* No device is asked for more groups, which is what most allow in one dimension. */
enum { TS_MAX_GROUPS = 65535 };

/* Instructions of a form, and its FORs and IFs in one another; a kernel that needs more is refused. */
enum { TS_MAXFORM = 1 << 23, TS_MAXBLOCKS = 64 };

enum { TS_QUARTET_WORDS = TS_TOGETHER * TS_TOGETHER / TS_FOUR / 32 };

/* A value's type where ts_dtype has none. */
enum {
    TS_QUAD = TS_NDTYPE,
    TS_OCT,
    TS_U64,
    TS_SQUARES, /* of quartets: where a tile lies; TS_QUARTET_WORDS sums of a lane */
    TS_BLOCK,
    TS_LEFT_F16, /* of opaque matrix units: a, b, and the sums */
    TS_LEFT_BF16,
    TS_RIGHT_F16,
    TS_RIGHT_BF16,
    TS_SUMS
};

typedef struct ts_sinst {
    ts_sop op;
    ts_opcode elem; /* ELEM */
    int type;       /* TS_f32, TS_i32, TS_u32, TS_b1, TS_QUAD ...; of VAR: of what it holds */
    uint32_t a, b, c;
    int n;
    double value;  /* CONST; integers exactly */
    int line;      /* of the kernel's source, 0: none */
    uint16_t file; /* where that line is: a number of the form's files, 0: unknown */
    int uses;      /* operands that name it; filled by ts_simt_finish */
    bool fits;     /* ELEM of i32: certainly no overflow, so that C may add as it likes */
    bool inlined;  /* a printer of text may print it inside its only user; finish decides */
    bool varies;   /* may differ between threads of a group, for what a compiler can see */
    bool meets;    /* FOR, IF: a BARRIER lies inside */
    uint8_t part;  /* of a loop in blocks: TS_BLOCKS ... */
} ts_sinst;

typedef struct ts_sparam {
    const char *name; /* the kernel's */
    int unit;         /* bits of what an index counts: 8, 16, 32 */
    ts_dtype type;    /* of LOAD and STORE: f32, i32, u32; u32 for smaller units */
    ts_mode mode;
    bool far;   /* of 2^31 elements or more: its indices are TS_U64 */
    bool quads; /* LOAD4 or COPY is used on it */
} ts_sparam;

typedef struct ts_simt {
    char *name; /* ts_ and the kernel's, with __wide behind it for the wide form */
    const char *kernel;
    ts_files files; /* of the source lines: the kernel's */
    const ts_target *target;
    const ts_simt_traits *traits; /* the target's */
    bool wide;                    /* every buffer must start at a multiple of 16 bytes */
    ts_sparam *param;
    int params, sizes;
    const char **size_name;
    int threads;       /* in a group */
    int teams;         /* programs of a group at a time */
    long count;        /* programs; -1: depends on sizes */
    long cost;         /* bytes a program reads that no other does */
    int shared;        /* words of shared memory of a group */
    bool shared_quads; /* it is also read or written by 16 bytes */
    bool asked;        /* it is more than a text may declare: the launch asks for it */
    char *takes;       /* what its manifest says of the kernel (compile/text.h) */
    ts_sinst *i;       /* i[0] is unused */
    uint32_t n, cap;
    int line;               /* of what is being put */
    uint16_t in;            /* and its file */
    bool failed;            /* out of memory, or more than TS_MAXFORM instructions */
    void *scratch;          /* of the builder */
    struct ts_range *range; /* of the values in front, by range.c */
    uint32_t ranges, range_cap;
} ts_simt;

/* ---- form.c: building, with constants folded and equal pure values shared ---- */

ts_simt *ts_simt_new(const char *name, const ts_target *target);
void ts_simt_free(ts_simt *s);
/* Frees what only building needs; part of ts_simt_finish. */
void ts_simt_built(ts_simt *s);

/* ---- finish.c: what printers read, decided once, by the passes below ---- */

/* Counts uses, drops what nothing uses, decides what is inlined. */
void ts_simt_finish(ts_simt *s);
/* order.c: the same order from every host compiler */
void ts_simt_order(ts_simt *s);
/* range.c: fills `fits` */
void ts_simt_ranges(ts_simt *s);
/* uniform.c: fills `varies` and `meets` */
void ts_simt_uniform(ts_simt *s);
/* batch.c: chooses the loops that run in blocks; fills `part` */
void ts_simt_batch(ts_simt *s);

/* The most that an i32 value of a form that is being built can be. */
int64_t ts_simt_most(ts_simt *s, uint32_t v);
/* For TESSERA_DEBUG=simt and tests. */
void ts_simt_print(FILE *f, const ts_simt *s);

/* Raw: appends what is given. The others below fold, share and infer types. */
uint32_t ts_s_put(ts_simt *s, ts_sinst i);

uint32_t ts_s_const(ts_simt *s, ts_dtype t, double x);
uint32_t ts_s_i32(ts_simt *s, int64_t x);
uint32_t ts_s_u32(ts_simt *s, uint32_t x);
uint32_t ts_s_f32(ts_simt *s, double x);
uint32_t ts_s_long(ts_simt *s, uint32_t a); /* of an i32 */
uint32_t ts_s_op(ts_simt *s, ts_opcode elem, uint32_t a, uint32_t b, uint32_t c);
uint32_t ts_s_select(ts_simt *s, uint32_t p, uint32_t a, uint32_t b);
uint32_t ts_s_to(ts_simt *s, ts_dtype t, uint32_t a);
uint32_t ts_s_bits(ts_simt *s, ts_dtype t, uint32_t a);
/* A quad, an oct, SUMS or a BLOCK of zeros. */
uint32_t ts_s_zeros(ts_simt *s, int type);
/* What a MULTIPLY multiplies. */
static inline ts_matrix_kind ts_s_kind(const ts_sinst *i)
{
    return (ts_matrix_kind)(i->n >> 1);
}
/* The type that holds what a lane has of a matrix. */
static inline int ts_s_held_as(const ts_lie *l)
{
    return l->words > 4 ? TS_OCT : TS_QUAD;
}
static inline bool ts_s_is_opaque(int type)
{
    return type >= TS_LEFT_F16 && type <= TS_SUMS;
}
/* The type of an opaque fragment of f16 or bf16, to be a or b. */
static inline int ts_s_opaque(ts_dtype elements, bool right)
{
    if (elements == TS_bf16) return right ? TS_RIGHT_BF16 : TS_LEFT_BF16;
    return right ? TS_RIGHT_F16 : TS_LEFT_F16;
}
/* True if v is a CONST; its value in *x. */
bool ts_s_is(const ts_simt *s, uint32_t v, double *x);
int ts_s_type(const ts_simt *s, uint32_t v);

/* ---- cast.c: conversions by the rules of dtypes.def, as instructions ---- */

/* How a value of dtype t is held: f32, i32, u32, b1 as such, storage dtypes as u32 codes. */
ts_dtype ts_s_held(ts_dtype t);
/* a is held as `from`; the result is held as `to`. */
uint32_t ts_s_cast(ts_simt *s, uint32_t a, ts_dtype from, ts_dtype to);
/* Integer division, remainder and shifts with the meaning of ops.def for all operands (by zero: 0;
 * shifts by 32 or more), and min, max, abs, neg ... as they are: any elementwise op, made safe. */
uint32_t ts_s_safe(ts_simt *s, ts_opcode elem, uint32_t a, uint32_t b, uint32_t c);

/* ---- simt.c: the lowering ---- */

/* NULL with *err filled. The kernel is folded and verified. wide: with 16-byte loads, for buffers that
 * start at multiples of 16 bytes; *useful tells whether that form has any (may be NULL). */
ts_simt *ts_simt_lower(const ts_kern *k, const ts_target *target, bool wide, bool *useful,
                       ts_error *err);

#endif
