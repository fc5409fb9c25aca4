/* spirv_forms.h - kernels in the SIMT form, built by hand, that use everything a printer must know.
 *
 * All have the target spirv and run over a grid of any number of groups. What they compute:
 *
 *   OP_DTYPE      params: operands of an elementwise op, result; b1 as u32 0 and 1. size n.
 *   loops         out i32[64]: what ts_forms_loops computes in C for each thread. size n.
 *   sums          in u32[PROGRAMS * 64], out u32[PROGRAMS]: wrapping sums through shared memory
 *   neighbours    in u32[PROGRAMS * 64], work, out: in, exchanged through work memory, of the next
 *                 thread around the circle
 *   units_8, _16, _32   in, out: each unit + 1. size n.
 *   quads_8, _16, _32   in (read as units and as blocks), out u32[4 n]: word w of block i, or of block
 *                 0 if i is odd, plus unit i. size n: blocks.
 *   half          in u16, out f32. size n.
 *   convert       in u32[n], out u32[CONVERSIONS * n]: see ts_forms_convert. size n. */
#ifndef TEST_SPIRV_FORMS_H
#define TEST_SPIRV_FORMS_H

#include "simt/form.h"

enum { TS_FORMS = 96, TS_FORMS_PROGRAMS = 5, TS_FORMS_THREADS = 64, TS_FORMS_CONVERSIONS = 12 };

struct ts_spirv_forms {
    ts_simt *form[TS_FORMS];
    size_t n;
};

void ts_forms_build(struct ts_spirv_forms *f);
void ts_forms_free(struct ts_spirv_forms *f);

ts_simt *ts_forms_new(const char *name, int sizes);
int ts_forms_param(ts_simt *s, const char *name, int unit, ts_dtype type, ts_mode mode);
uint32_t ts_forms_load(ts_simt *s, int param, uint32_t index);
void ts_forms_store(ts_simt *s, int param, uint32_t index, uint32_t value);

int32_t ts_forms_loops(int32_t thread, int32_t n);
/* x is the bits of an f32 of magnitude below 1e9. */
void ts_forms_convert(uint32_t x, uint32_t out[TS_FORMS_CONVERSIONS]);

#endif
