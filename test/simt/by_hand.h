/* by_hand.h - what a form that no kernel stands behind says in its manifest. */
#ifndef TEST_SIMT_BY_HAND_H
#define TEST_SIMT_BY_HAND_H

#include "simt/form.h"

/* Fills s->takes from its params and sizes, which are all there. */
void ts_by_hand_says(ts_simt *s);

#endif
