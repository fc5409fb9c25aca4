/* lower.h - the state of lowering one kernel to the SIMT form, shared by the files of this folder that do it.
 *
 * Where the elements of a tile are, decided by its shape and the number of threads T of a team:
 *
 *   INLINE   nowhere: computed element by element inside the user (compile/place.c decides)
 *   COPIES   few elements: each thread has all of them in registers
 *   SPREAD   each thread owns some columns of every row, in registers:
 *
 *                columns   0 .. vec-1 | vec .. 2 vec-1 | ... | T vec .. T vec + vec-1 | ...
 *                thread        0      |       1        | ... |          0             | ...
 *
 *            so a row [w] meets [h,w] in registers; [h,1] lies like [h]. Where a thread reads what
 *            another one owns, a copy in shared memory is made as well.
 *            Tiles of the shape of a product (dot.c) lie over threads in two dimensions, so that
 *            each has a block of the product: `down` threads above each other, and as many side by
 *            side as that leaves of T. Row r of a thread is row r down + thread / (T / down).
 *            Of products by matrix units each subgroup has blocks of 16 x 16, which lie over its lanes as
 *            the unit's sums do (ts_matrix), unless that is opaque (opaque.c).
 *   SHARED   too many for registers, or what a product reads: in shared memory only, row-major,
 *            `pitch` words from row to row
 *
 * Lowering runs several times over the kernel: what one run finds out (which tiles need a copy, which
 * statements read shared memory, whether barriers are needed at all) the next run uses, until nothing
 * new is found. */
#ifndef TESSERA_SIMT_LOWER_H
#define TESSERA_SIMT_LOWER_H

#include "compile/plan.h"
#include "simt/form.h"

typedef enum { TS_INLINE, TS_COPIES, TS_SPREAD, TS_SHARED } ts_home;

enum {
    TS_COPIES_MOST = 16, /* elements */
    TS_REGISTERS = 64    /* of a tile in one thread */
};

typedef struct ts_spread {
    ts_home home;
    int rows, cols; /* physical */
    bool column;    /* [h,1], physically one row */
    int vec, each;  /* SPREAD: neighbouring columns of a thread; columns of a thread in all */
    int down, tall; /* SPREAD: threads above each other; rows of a thread, all but in products */
    uint32_t *reg;  /* COPIES: rows x cols; SPREAD: tall x each; of a variable: VARs */
    uint32_t value; /* rank 0: the value or VAR */
    bool copied;    /* SPREAD: there is a copy in shared memory (kept from run to run) */
    int at;         /* first word in shared memory (kept) */
    int pitch;      /* words from row to row there */
    int pack;       /* elements in a word there: 1, or all that fit if it is staged */
    bool operand;   /* of a product (kept) */
    bool matrix;    /* SPREAD: as matrix units have it; `down` counts subgroups */
    int units; /* SPREAD: a dot by opaque units, which leave the sums in shared memory: subgroups down */
    bool
        squares; /* what a quartet reads: see form.h; `pitch` words from 4 of a row to the next 4 */
    bool staged; /* and computed from memory alone, straight to shared memory (kept) */
    uint32_t ahead; /* staged: the loop a turn of which ahead it is copied, or 0 (kept) */
    bool flies;     /* it is, in this body of the loop */
    uint32_t stage; /* then: i32, words from `at` to where this turn reads it; 0: none */
    bool reads;     /* this statement reads shared memory (kept) */
    bool head;      /* computed before the loop over programs */
} ts_spread;

/* A view: element offset, strides, valid indices lo..hi-1; i32 values of the form. */
typedef struct ts_window {
    int param, rank;
    ts_dtype dtype;
    uint32_t offset, stride[3], lo[3], hi[3];
    int aligned; /* offset is a multiple of this power of two, for all programs and iterations */
} ts_window;

/* An element: its logical row and column, and where it is known to be this thread's own, as whose. */
typedef struct ts_element {
    uint32_t row, col;
    const ts_spread *like; /* NULL: any element */
    int r, j;              /* like: physical row, column of the thread */
} ts_element;

/* The results of dots that are computed in blocks: a shape, and how it lies over the threads. */
typedef struct ts_product {
    int rows, cols;
    bool along;   /* the second operand is read along its rows: dot_t in all of them */
    int down;     /* of this run */
    bool matrix;  /* of this run: by matrix units */
    bool quartet; /* and these by quartets of subgroups */
    int units;    /* of this run: by opaque ones, so many subgroups above each other; 0: not */
} ts_product;
enum { TS_PRODUCTS = 8 }; /* shapes; what is beyond lies as other tiles do */

typedef struct ts_access { /* to a param since the last barrier */
    uint32_t op;           /* load, store, ... */
    uint32_t param;
    bool store;
} ts_access;

enum { TS_AHEADS = 8 };

/* A loop that is being lowered: values of the form. */
typedef struct ts_ahead {
    uint32_t loop, from, below, step;
} ts_ahead;

typedef struct ts_quads { /* 16-byte loads of one load op, for the elements next to each other */
    uint32_t load, quad[4];
    int r, group;
} ts_quads;

typedef struct ts_lower {
    ts_simt *s;
    const ts_kern *k;
    ts_plan *plan;
    ts_spread *at;        /* by op */
    ts_window *view;      /* by op */
    int *number;          /* by op: which param, which size */
    unsigned char *power; /* by op: a power of two that divides an i32 scalar, at most 64 */
    unsigned char *moves; /* by op: sync.c, about the loop that is being looked at */
    int team;             /* threads of a team; a power of two */
    bool grouped;    /* a team is the whole group: barriers and shared memory are possible (kept) */
    uint32_t thread; /* in its team */
    uint32_t here;   /* op that is being lowered */
    bool again;      /* something new was found */
    bool useful;     /* a 16-byte load was made */
    bool shared_read, shared_written; /* since the last barrier */
    bool hidden;                      /* squares were, and no FENCE has shown them to a quartet */
    bool copying, open;               /* copies that no WAIT has ended yet; no COMMIT */
    uint32_t ahead[TS_AHEADS];        /* tiles that are copied ahead (kept) */
    int aheads, asked;                /* how many; how often one was looked at (kept) */
    bool flying;                      /* some are, in the loop that is being lowered */
    bool touches;                     /* shared memory is used (kept) */
    int reduce_words; /* shared words for reductions across subgroups (kept); they come first */
    ts_access *access;
    uint32_t accesses, access_cap, begun; /* begun: how many were there before this statement */
    uint32_t stores, barriers;            /* among the accesses; so far */
    ts_quads quads[8];                    /* of this statement, oldest overwritten */
    int next_quads;
    ts_product product[TS_PRODUCTS]; /* of the kernel */
    int products;
    bool lone, tight, apart, packed; /* what squeeze.c has done to fit into shared memory (kept) */
    ts_error *err;
} ts_lower;

/* ---- place.c ---- */
bool ts_low_reads_once(const ts_plan *p, uint32_t id, const ts_op *user);
void ts_low_places(ts_lower *l); /* homes and layouts */
int ts_low_shared(ts_lower *l);  /* places the copies; words in all */
/* Where a tile of the lowered kernel is and how it lies over the threads: a ts_plan_more, of a ts_lower. */
ts_plan_more ts_low_tell;
/* Threads side by side. */
int ts_low_across(const ts_lower *l, const ts_spread *p);
int ts_low_words(const ts_spread *p); /* of shared memory, if it is kept there */
bool ts_low_is_kept(const ts_spread *p);
/* The op behind which each value is needed no more. */
void ts_low_last_uses(const ts_lower *l, uint32_t *last);
/* Column j of this thread; clamped to the last one where the tile has fewer. */
uint32_t ts_low_column(ts_lower *l, const ts_spread *p, int j);
/* Whether column j exists: 0 if it always does, else a b1 value. */
uint32_t ts_low_exists(ts_lower *l, const ts_spread *p, int j);
/* The row of a fragment of which this lane has the scales. */
uint32_t ts_low_scale_row(ts_lower *l);
ts_element ts_low_own(ts_lower *l, const ts_op *o, const ts_spread *p, int r, int j);

/* ---- elem.c ---- */
uint32_t ts_low_scalar(ts_lower *l, uint32_t id);
/* Element of a tile (or a scalar) at its own coordinates, as it is held. */
uint32_t ts_low_element(ts_lower *l, uint32_t id, ts_element e);
/* Element of an operand that is broadcast into the coordinates of a larger tile. */
uint32_t ts_low_operand(ts_lower *l, uint32_t id, ts_element e);
/* What op id computes there, whatever its home. */
uint32_t ts_low_compute(ts_lower *l, uint32_t id, ts_element e);
ts_element ts_low_any(uint32_t row, uint32_t col);
uint32_t ts_low_word(ts_lower *l, uint32_t value); /* as a word of shared memory */
uint32_t ts_low_unword(ts_lower *l, ts_dtype t, uint32_t word);
void ts_low_share(ts_lower *l, const ts_spread *p, uint32_t index, uint32_t value);
/* The same from the first word of shared memory on, which the statement at hand is going to read. */
uint32_t ts_low_reach(ts_lower *l, const ts_spread *p, ts_element e);
/* The place of an element's word from the tile's first on. */
uint32_t ts_low_index(ts_lower *l, const ts_spread *p, ts_element e);
/* Elements col .. col + 3 of a row, for a col that is a multiple of 4. */
void ts_low_four(ts_lower *l, uint32_t id, uint32_t row, uint32_t col, uint32_t *x);

/* ---- view.c ---- */
void ts_low_powers(ts_lower *l); /* fills l->power */
void ts_low_view(ts_lower *l, uint32_t id);
uint32_t ts_low_load(ts_lower *l, uint32_t id, ts_element e);
uint32_t ts_low_gather(ts_lower *l, uint32_t id, ts_element e);
/* How many neighbours along a row of load or gather id one 16-byte load brings, 0 if it cannot: rows must begin
 * at multiples of 16 bytes and hold whole blocks. */
int ts_low_run(const ts_lower *l, uint32_t id);
/* Those elements of a row, from e.col on, which is a multiple of their number. */
void ts_low_load_run(ts_lower *l, uint32_t id, ts_element e, uint32_t *code);
uint32_t ts_low_load_quad(ts_lower *l, uint32_t id, ts_element e); /* as they are in memory */
/* The index of those 16 bytes; *valid: b1, false if they are not there, or 0: they certainly are. */
uint32_t ts_low_quad_index(ts_lower *l, uint32_t id, ts_element e, uint32_t *valid);
/* The same as ts_low_run, of elements of 4 bits, too: for ts_low_load_quad alone. */
int ts_low_quad_run(const ts_lower *l, uint32_t id);
void ts_low_store(ts_lower *l, uint32_t id);
void ts_low_scatter(ts_lower *l, uint32_t id);

/* ---- reduce.c ---- */
void ts_low_reduce(ts_lower *l, uint32_t id);
void ts_low_scan(ts_lower *l, uint32_t id);

/* ---- dot.c ---- */
void ts_low_dot(ts_lower *l, uint32_t id);
/* Before all runs: the shapes of products, and what of their operands goes to shared memory. */
void ts_low_products(ts_lower *l);
/* The operands of all dots, too. True if that is something new. */
bool ts_low_stage_all(ts_lower *l);
/* Computed from memory and scalars alone, so that any thread can compute any element. */
bool ts_low_from_memory(const ts_lower *l, uint32_t id);
/* The tile in shared memory that an operand is, but for a cast that widens it. */
uint32_t ts_low_source(const ts_lower *l, uint32_t operand);
/* All dots of that shape are products of elements that the target's matrix unit takes. */
bool ts_low_by_matrix(const ts_lower *l, const ts_product *x);
/* kind.c: the tiles of which an operand is the product, codes times scales, both made f32, the latter repeated as
 * often as the kind says, those of f8e4m3 without their sign; zeros and TS_KINDS if it is none. */
typedef struct ts_scaled {
    uint32_t codes, scales;
    ts_matrix_kind kind;
} ts_scaled;
ts_scaled ts_low_scaled(const ts_kern *k, uint32_t operand);
/* kind.c: an operand of a dot without the cast that widens it, and without scales. */
uint32_t ts_low_narrowest(const ts_kern *k, uint32_t operand);
/* kind.c: what of dot o a unit would multiply, by dtypes and shapes alone; TS_KINDS: nothing. */
ts_matrix_kind ts_low_kind(const ts_kern *k, const ts_op *o, const ts_matrix *u);
/* kind.c: fragments whose products are one chain: a divisor of the `steps` along k. */
int ts_low_chain(const ts_matrix *u, ts_matrix_kind kind, int steps);
/* The product of that shape, or NULL. */
const ts_product *ts_low_product(const ts_lower *l, const ts_op *o);

/* Columns of a block of 16 x 16 that a lane has, of one MULTIPLY and in all. */
static inline int ts_low_unit_cols(const ts_matrix *u)
{
    return u->sums.words / u->rows;
}
static inline int ts_low_block_cols(const ts_matrix *u)
{
    return ts_low_unit_cols(u) * 16 / u->across;
}

/* Sums of own elements in registers: variables that begin as the addend, and what they hold in the end. */
void ts_low_begin_sums(ts_lower *l, uint32_t id, const ts_element *own, uint32_t *sum, int n);
void ts_low_end_sums(ts_lower *l, const ts_op *o, uint32_t *sum, int n);
/* A dot's op is a product of tiles, not computed column by column. */
bool ts_low_is_product(const ts_kern *k, const ts_op *o);
/* Of word `word` of a unit's sums, an element of dtype t. */
uint32_t ts_low_sum(ts_lower *l, uint32_t sums, int word, ts_matrix_kind kind, ts_dtype t);

/* ---- quartet.c ---- */
/* Which products of this run are by quartets, and which tiles these read; each lies over the subgroups already. */
void ts_low_choose_quartets(ts_lower *l);
/* Such a product; own: the elements of this thread, of which the values go to to[]. */
void ts_low_dot_quartet(ts_lower *l, uint32_t id, const ts_element *own, uint32_t *to);

/* ---- opaque.c ---- */
/* A product by opaque units; own: the elements of this thread, of which the values go to to[]. */
void ts_low_dot_opaque(ts_lower *l, uint32_t id, const ts_element *own, uint32_t *to);

/* ---- stage.c ---- */
void ts_low_stage(ts_lower *l, uint32_t id); /* fills a staged tile */
/* Whole quads of memory go to whole quads of shared memory. */
bool ts_low_by_quads(const ts_lower *l, uint32_t id);
/* COPYs of all of it, `stage` words (i32; 0: none) behind its place. */
void ts_low_copy_quads(ts_lower *l, uint32_t id, uint32_t stage);

/* ---- ahead.c ---- */
/* The staged tile, whose quads can be copied, may from the next run on be on its way a turn ahead. */
void ts_low_choose_ahead(ts_lower *l, uint32_t id);
/* Before the loop: copies of its first turn. False if nothing is copied ahead in it. */
bool ts_low_begin_ahead(ts_lower *l, const ts_ahead *a);
void ts_low_turn_ahead(ts_lower *l, const ts_ahead *a); /* at the head of a turn: a barrier, too */
void ts_low_end_ahead(ts_lower *l, uint32_t loop);
/* A loop of one turn at most while copies are on their way: nothing comes from a turn before. */
bool ts_low_passes(ts_lower *l, uint32_t loop);

/* ---- squeeze.c ---- */
/* Asks for less than `words` of shared memory in the next run; false if there is nothing left to do. */
bool ts_low_squeeze(ts_lower *l, long words);

/* ---- sync.c ---- */
void ts_low_barrier(ts_lower *l);
void ts_low_commit(ts_lower *l); /* copies so far */
void ts_low_wait(ts_lower *l);   /* until no copies are on their way */
void ts_low_writes(ts_lower *l); /* before shared memory is written */
void ts_low_reads(ts_lower *l);  /* before it is read, by all threads at once */
/* Before statement id: a barrier if an access that it makes, itself or through inlined operands, may
 * clash with an earlier one. */
void ts_low_order_all(ts_lower *l, uint32_t id);
void ts_low_remember(ts_lower *l, ts_access a);
/* Accesses of one iteration of the loop may clash with those of another. */
bool ts_low_clashes(const ts_lower *l, uint32_t loop, uint32_t end);
/* What must be computed before it is stored or set anywhere is no longer inlined. */
void ts_low_keep_apart(ts_lower *l);

/* ---- tile.c ---- */
/* Fills the place of id: calls fn for each element that this thread is to make. */
typedef uint32_t ts_low_fn(ts_lower *l, uint32_t id, ts_element e);
void ts_low_fill(ts_lower *l, uint32_t id, ts_low_fn *fn);
void ts_low_fill_shared(ts_lower *l, uint32_t id, const ts_spread *p, ts_low_fn *fn);
void ts_low_copy(ts_lower *l, uint32_t id); /* to shared memory, where others read it */
uint32_t ts_low_for(ts_lower *l, uint32_t from, uint32_t below, uint32_t step, int unroll);
void ts_low_if(ts_lower *l, uint32_t condition);
void ts_low_end(ts_lower *l);

/* ---- statement.c ---- */
void ts_low_statement(ts_lower *l, uint32_t id);
void ts_low_block(ts_lower *l, uint32_t from, uint32_t to);

#endif
