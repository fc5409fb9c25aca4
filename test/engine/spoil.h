/* spoil.h - a copy of a model folder with changed weights, for tests of what comes of them. */
#ifndef TESSERA_TEST_SPOIL_H
#define TESSERA_TEST_SPOIL_H

#include "engine/weights.h"

typedef struct spoil { /* done in order, to the tensor of that name */
    const char *tensor;
    const char *copy_of; /* it is added first, as a copy of this one */
    const char *type;    /* all of it is stored as this: "F32", "F16", "BF16" */
    size_t index;        /* else: this element becomes */
    double value;
} spoil;

/* Puts `to` in the place of `from`, which must be there, in DIR/config.json. */
int spoil_config(const char *dir, const char *from, const char *to, ts_error *err);

/* config.json and model.safetensors of `from` into the folder `to`, which is made where it is missing. */
int spoil_model(const char *from, const char *to, const spoil *s, size_t n, ts_error *err);

#endif
