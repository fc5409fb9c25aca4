/* print.h - what the printers of the lane form share. They spell what the form says, as C17 with GNU
 * vectors over the prelude (lane/cpu_prelude.h), and decide nothing. */
#ifndef TESSERA_LANE_PRINT_H
#define TESSERA_LANE_PRINT_H

#include "compile/text.h"
#include "lane/form.h"

typedef struct ts_lane_text {
    const ts_lane *f;
    ts_text *out;
    ts_text *casts;    /* instantiations of conversions, one line each, for the whole module */
    int depth;         /* indentation */
    ts_opcode unknown; /* an op that has no spelling, which is an error */
} ts_lane_text;

char ts_lane_letter(ts_dtype t); /* f i u m h b: registers */
char ts_lane_memory(ts_dtype t); /* f i u h b n: memory */
const char *ts_lane_ctype(ts_dtype t);

/* ---- print.c: pieces of text, in whose format @ is an expression or name (uint32_t), ~ a place (ts_spot),
 * # an int, ! a letter (int) and $ a string ---- */
void ts_lane_put(ts_lane_text *t, const char *format, ...);
void ts_lane_line(ts_lane_text *t, const char *format, ...); /* with indentation and newline */
void ts_lane_indent(ts_lane_text *t);
int ts_lane_print(ts_text *out, const ts_forms *forms, const ts_target *target, ts_error *err);

/* ---- expr.c ---- */
void ts_lane_put_expr(ts_lane_text *t, uint32_t v);
void ts_lane_put_spot(ts_text *t, ts_spot p);
bool ts_spot_is_zero(ts_spot p);

/* ---- memory.c ---- */
void ts_lane_put_load(ts_lane_text *t, const ts_linst *i);
void ts_lane_put_load1(ts_lane_text *t, const ts_linst *i);
void ts_lane_put_address(ts_lane_text *t, const ts_linst *i);
void ts_lane_put_pick(ts_lane_text *t, const ts_linst *i);
/* Whole lines. */
void ts_lane_put_view(ts_lane_text *t, uint32_t v); /* STRIDE, OFFSET, ROW_END, FROM, BELOW, STEP */
void ts_lane_put_store(ts_lane_text *t, const ts_linst *i);
void ts_lane_put_jump(ts_lane_text *t, const ts_linst *i); /* GATHER, SCATTER */
void ts_lane_put_prefetch(ts_lane_text *t, const ts_linst *i);

#endif
