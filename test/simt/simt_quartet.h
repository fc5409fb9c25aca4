/* simt_quartet.h - PRODUCTs of quartets (simt/form.h) for the interpreter of the SIMT form: each reads shared memory as
 * late as its JOIN lets it, and sees of it what a FENCE and a BARRIER have shown. Functions of a machine with no such
 * form do nothing. */
#ifndef TEST_SIMT_QUARTET_H
#define TEST_SIMT_QUARTET_H

#include "test/simt/simt_machine.h"

typedef struct ts_quartets ts_quartets;

/* Fills m->quartets if the form has PRODUCTs; false: no memory. */
bool ts_quartets_new(machine *m);
void ts_quartets_free(ts_quartets *q);
void ts_quartets_clear(ts_quartets *q); /* before the next group */
/* The thread writes that word. NULL, or why it may not. */
const char *ts_quartets_write(ts_quartets *q, int word, int thread);
/* The machine's thread makes, reads or sets that variable; false: it is on its way. */
bool ts_quartets_touch(machine *m, uint32_t var);
void ts_quartets_show(machine *m);     /* a FENCE of what the thread has written */
void ts_quartets_meet(ts_quartets *q); /* a BARRIER, by all */
/* FENCE of sums, PRODUCT, CLOSE or JOIN, instruction v, by the subgroup whose first thread is `from`. NULL, or what is
 * wrong with it. */
const char *ts_quartets_take(machine *m, int from, uint32_t v);
bool ts_quartets_left(const ts_quartets *q); /* some PRODUCT has not happened */

#endif
