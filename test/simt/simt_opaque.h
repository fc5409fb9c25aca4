/* simt_opaque.h - opaque matrix units (simt/form.h) for the interpreter of the SIMT form.
 *
 * Whole matrices are held by a subgroup, their words dealt to the lanes in an order that no table tells: so whatever
 * takes a matrix apart, or moves it in some lanes only, finds rubbish. Which lane reads or writes a word of shared
 * memory is open as well: a word that one lane wrote is nobody's to read before a BARRIER, that lane's neither. */
#ifndef TEST_SIMT_OPAQUE_H
#define TEST_SIMT_OPAQUE_H

#include "simt/form.h"

/* A subgroup as the interpreter has it. */
typedef struct ts_opaque_group {
    const ts_matrix *unit;
    void *machine;
    uint32_t *(*words)(void *machine, int lane, uint32_t value);
    /* A word of shared memory, read, or written, by whatever lane; NULL with an error told. */
    uint32_t *(*shared)(void *machine, int32_t at, bool write);
} ts_opaque_group;

/* Words of a lane for a value of that type; 0: it is not opaque. */
size_t ts_opaque_words(int type);
/* FRAGMENT, MULTIPLY or UNLOAD, instruction v, of all lanes, from word `at` on; -1 with an error told. */
int ts_opaque_take(const ts_opaque_group *g, const ts_sinst *i, uint32_t v, int32_t at);

#endif
