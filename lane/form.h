/* form.h - the lane form: what one program, or a few side by side, do over native vectors, one
 * statement after the other.
 *
 * Lowering (lane/lower.h) turns a kernel of tiles into this and decides everything on the way: what
 * is unrolled, which lanes are masked, how many sums stay in registers, what is prefetched. The
 * printer (lane/print.h) spells it. A tile lies in slots (compile/plan.h):
 *
 *     [3,6] in vectors of 4 lanes:    row 0   a a a a | a a . .      `.` beyond the tile: whatever
 *                                     row 1   b b b b | b b . .      a masked load or an operation on
 *                                     row 2   c c c c | c c . .      such lanes left there
 *
 * Instructions are numbered by position and operands refer backwards only; 0 means none. Three sorts:
 *
 *   names        made once, visible to the end of their block; as an operand: what the name holds there
 *   statements   change names or memory, open or close a block
 *   expressions  have no place of their own: they are computed in the name or statement that uses them
 *
 * Places of slots and elements are sums of the variable of an open FOR and constants (ts_spot).
 *
 *      expression  operands                      result
 *      CONST       value                         scalar
 *      LONG        n                             64-bit integer
 *      IDENTITY    elem (sum, amax, amin)        scalar that leaves the other operand as it is
 *      INDEX       col                           i32 scalar: the place itself
 *      SLOT        a: tile, row, col             vector: slot `col` of that row; flat: of all slots
 *      ELEMENT     a: tile, row, col             scalar
 *      FIRST       a: tile                       scalar: the only element
 *      LANE        a: tile [h,1], row            scalar: element `row`, which lies along the lanes
 *      SPLAT       a: scalar                     vector
 *      IOTA        col                           i32 vector: col * lanes + 0, 1, ...
 *      ELEM        elem, a, b, c                 scalar or vector; meaning as in ops.def
 *      SELECT, CAST, BITS                        as in ops.def
 *      LOAD        access, row, col, mask        vector; masked lanes are 0
 *      LOAD1       access, mask                  scalar; 0 where masked
 *      PICK        access, row, col              scalar: that element of a tile in memory
 *      ADDRESS     access, n                     where a tile of whole rows begins, all of it inside of its view;
 *                                                each is prefetched n bytes ahead while it is read
 *      PAIR        a, b: i32 vectors             halves of a word: the low 16 bits of a, those of b above
 *      PAIRSUM     elem (dot2, dot4), a, b, c    i32 vector: a plus elem of b and c; of dot4 the bytes of b are 0 .. 127
 *      WORDS       a, b                          i32 vector: the numbers in bf16 of a and, behind them, b, two to
 *                                                a word; of floats their upper halves
 *      JOIN        a, b                          i32 vector: likewise, in each lane that of b above that of a
 *      REST        a: f32 vector                 a less its upper half
 *      KEEP        a, b, col, n                  a in lanes that lie below n in slot col, else b (0: 0)
 *      SPREAD      a, n, col                     vector col of those that have each lane of a n times: n of them are of
 *                                                one a, of which lane l / n is in lane l of them
 *      FOLD        elem, a                       scalar: lanes combined by halves
 *      FOLDS       elem, a: LOCAL, col           vector: in lane i, vector col + i of the row so combined
 *
 *      name
 *      SIZE        n                             i32: cell of the n-th size
 *      GRID        a, n: step                    programs on axis `at`; PROGRAM: index there, times step
 *      PARAM       n                             memory
 *      STRIDE      a (* b), n: dimension         elements between neighbours; 64 bits, as all of views are:
 *      OFFSET      a + b * c                     where a row or part begins
 *      ROW_END     b <= a < c ? d : 0            end of a row that may not be there
 *      FROM        a, b, n: step                 first index of a part: where b + index * n reaches a; >= 0
 *      BELOW       a, b, c, n: step              end of a part of c: where b + index * n reaches a; <= c
 *      STEP        a * n                         elements between neighbours of a part
 *      LET, VAR    a                             scalar; a VAR can be SET. CELL: without a value yet
 *      TILE        layout                        vectors; zero: all lanes are 0, else unset
 *      LOCAL       a, n                          a scalar, vector (0: of zeros) or row of n vectors
 *      START       a                             what a LOOP counts
 *
 *      statement
 *      SET         a = b (+ c)                   a: VAR, CELL, LOCAL, SLOT or ELEMENT
 *      ADD         a += b (* c)                  scalars
 *      MULADD      a = b * c + a                 vectors; floats as fma
 *      PAIRADD     a += b . c                    i32 vectors of pairs: low by low and high by high half,
 *                                                signed, both products added
 *      FREE                                  no vector stays in a register: here they are all wanted
 *      TURN        a: LOCAL                      as many vectors as they have lanes: rows become columns
 *      UNIT        a: TILE, b, c: squares, n, at     a (flag: +)= b c^T, their elements in n and `at` pieces (lane/unit.c)
 *      FEW         a: TILE, b, c, n, at          the same, b being squares of few rows, their pieces side by side, and c
 *                                                squares that are not turned, or the ADDRESS of a tile
 *      PASS        a: TILE, b: squares, c, d, e, n, at    the same of a b whose squares are turned, and c as of FEW, whose first
 *                                                pieces meet those of d, too, if it is there; rows of b from e on are zeros
 *      STORE, STORE1   access, row, col, mask, a
 *      GATHER      a: ELEMENT, b: index, access  a = memory at row b, if that is in its view
 *      SCATTER     a: ELEMENT, b: index, access  the reverse
 *      PREFETCH    access, row, col, n           the line that begins n bytes behind that element; flag: only
 *                                                into the second cache
 *      LOOP        a: START, b: below, n: step   index; full: only whole steps, which ends early and
 *                                                leaves the START where the next LOOP goes on
 *      FOR         row: its variable, n          0 .. n-1; BLOCK: once. END closes all of these; mask: the
 *                                                body is one ADD, on the line of the FOR; vector: of
 *                                                64 bits, which is an address without a conversion
 *      NOTE        n, at                         line n of source file `at` begins */
#ifndef TESSERA_LANE_FORM_H
#define TESSERA_LANE_FORM_H

#include "compile/plan.h"
#include "lane/family.h"

/* clang-format off */
#define TS_L_EXPRESSIONS(X)                                                                        \
    X(NONE) X(CONST) X(LONG) X(IDENTITY) X(INDEX) X(SLOT) X(ELEMENT) X(FIRST) X(LANE) X(SPLAT)     \
    X(IOTA) X(ELEM) X(SELECT) X(CAST) X(BITS) X(LOAD) X(LOAD1) X(PICK) X(ADDRESS) X(PAIR) X(PAIRSUM) X(WORDS) X(JOIN) X(REST) X(SPREAD) X(KEEP) X(FOLD) X(FOLDS)
#define TS_L_NAMES(X)                                                                              \
    X(SIZE) X(GRID) X(PROGRAM) X(PARAM) X(STRIDE) X(OFFSET) X(ROW_END) X(FROM) X(BELOW) X(STEP)    \
    X(LET) X(VAR) X(CELL) X(TILE) X(LOCAL) X(START)
#define TS_L_STATEMENTS(X)                                                                         \
    X(SET) X(ADD) X(MULADD) X(PAIRADD) X(FREE) X(TURN) X(UNIT) X(FEW) X(PASS) X(STORE) X(STORE1) X(GATHER) X(SCATTER) X(PREFETCH) X(LOOP)  \
    X(FOR) X(BLOCK) X(END) X(NOTE)
/* clang-format on */
#define TS_L_OPS(X) TS_L_EXPRESSIONS(X) TS_L_NAMES(X) TS_L_STATEMENTS(X)

typedef enum {
#define X(name) TS_L_##name,
    TS_L_OPS(X)
#undef X
} ts_lop;

/* Which lanes of an access are left out. Without a bit the lowering has proven that none needs to be;
 * with none the access is one whole vector. */
enum {
    TS_MASK_ROW = 1,    /* all of them, unless the row is in its range */
    TS_MASK_RANGE = 2,  /* those whose index along the lanes is outside of its range */
    TS_MASK_TAIL = 4,   /* those beyond the tile's width */
    TS_MASK_STRIDED = 8 /* none, but its elements do not lie side by side */
};

/* A place:  var, or `of` of it and more:
 *      0   var * mul + plus * times + add; without a var the constant alone, without a mul or times the
 *          variable itself
 *      /   (var * mul + plus) / add     %  the remainder, row-major numbers of elements; without a
 *          plus: var alone
 * and all of it divided by `by`, if there is one. */
typedef struct ts_spot {
    char var, plus, of;
    bool sum; /* spelled as a sum even if add is 0 */
    int mul, add, times, by;
} ts_spot;

/* Along one dimension of a view: elements lie `stride` apart, lo <= index < hi are valid. */
typedef struct ts_axis {
    uint32_t base, stride, lo, hi; /* instructions */
} ts_axis;

typedef enum {
    TS_LINE,   /* lanes lie along the only dimension: index base + slot * lanes */
    TS_MATRIX, /* and row `row` of the tile is at row.base + row */
    TS_COLUMN  /* of a matrix, lanes run down the rows; its column is at row.base */
} ts_lie;

/* Where the slots of a tile are in memory. */
typedef struct ts_laccess {
    ts_lie lie;
    uint32_t param, offset;
    ts_axis row,
        col;   /* col: along the lanes; of GATHER and SCATTER: row is what the index counts */
    int width; /* elements of the tile along the lanes */
} ts_laccess;

typedef struct ts_linst {
    uint8_t op;    /* ts_lop */
    uint8_t elem;  /* ts_opcode */
    uint8_t type;  /* ts_dtype of the value; PARAM: of its elements */
    int8_t stream; /* of a name: which of the programs side by side has it; -1: all */
    uint8_t mask;
    bool vector;
    bool
        flag; /* SLOT flat; TILE zero; PREFETCH far; LOOP full; PARAM written; LOCAL never SET; FOR has a body of
                  several statements */
    uint32_t arg[5];
    ts_spot row, col;
    union {
        double value;
        int64_t n; /* LOCAL: vectors in a row, 0: not a row */
    };
    uint32_t id; /* of a name: the op that it is for; LOCAL: its first number */
    uint32_t at; /* number of an access or a layout; axis; file; LOCAL: its second number */
    const char
        *name; /* SIZE, PARAM: the kernel's; LOCAL: its own; TILE: of a second one of its op */
} ts_linst;

enum { TS_UNNUMBERED = -1 }; /* LOCAL */

typedef struct ts_lane {
    const ts_kern *k;
    const ts_target *target;
    int lanes;   /* of a vector */
    int streams; /* programs side by side */
    int axes;    /* of programs */
    ts_linst *i; /* i[0] is unused */
    uint32_t n, cap;
    uint32_t head; /* instructions before this one count the programs */
    bool
        unit; /* it has products by a matrix unit, which is set up once for all programs of a call */
    long cost; /* bytes of memory a program reads that others do not */
    ts_laccess *access;
    uint32_t accesses, access_cap;
    ts_layout *layout;
    uint32_t layouts, layout_cap;
    bool failed; /* out of memory */
} ts_lane;

/* ---- form.c ---- */

ts_lane *ts_lane_new(const ts_kern *k, const ts_target *target, int streams);
void ts_lane_free(ts_lane *f);
uint32_t ts_l_put(ts_lane *f, ts_linst i);
uint32_t ts_l_access(ts_lane *f, const ts_laccess *a); /* its number */
uint32_t ts_l_layout(ts_lane *f, ts_layout y);
bool ts_l_is_expression(ts_lop op);
bool ts_l_is_name(ts_lop op);   /* a LOOP is one, too: its index, inside of it */
bool ts_l_opens(ts_lop op);     /* LOOP, FOR, BLOCK */
bool ts_l_is_access(ts_lop op); /* has one */
const char *ts_l_op_name(ts_lop op);
/* Whether an instruction certainly is the integer x. */
bool ts_l_is(const ts_lane *f, uint32_t v, int64_t x);
/* For TESSERA_DEBUG=lane and tests. */
void ts_lane_show(FILE *to, const ts_lane *f);

static inline ts_spot ts_spot_at(int x)
{
    return (ts_spot){.add = x};
}

static inline ts_spot ts_spot_by(char var)
{
    return (ts_spot){.var = var};
}

/* Places that follow one another, `mul` to a turn of var. */
static inline ts_spot ts_spot_times(char var, int mul, int add)
{
    return (ts_spot){.var = var, .mul = mul, .add = add};
}

static inline ts_spot ts_spot_plus(ts_spot p, int add)
{
    p.add += add;
    return p;
}

/* The n-th of `by` places that stand for one is that one. */
static inline ts_spot ts_spot_over(ts_spot p, int by)
{
    if (!p.var) return ts_spot_at(p.add / by);
    p.by = by > 1 ? by : 0;
    return p;
}

static inline ts_spot ts_spot_beyond(char var, int add)
{
    return (ts_spot){.var = var, .sum = true, .add = add};
}

/* ---- scope.c: bytes of tiles that are alive at once ---- */

long ts_lane_stack(const ts_lane *f);

/* ---- lower.c: a program, or `streams` of them, as a form; NULL with *err filled ---- */

ts_lane *ts_lane_lower(ts_plan *plan, int streams, ts_error *err);

#endif
