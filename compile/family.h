/* family.h - what makes a family of targets: a way to lower kernels to forms of its own, and to print
 * them. A family is one constant (FAMILY/family.c) and a row in compile/registry.c; what it must know
 * of a target is a struct of its own (FAMILY/family.h), which nobody else reads. */
#ifndef TESSERA_FAMILY_H
#define TESSERA_FAMILY_H

#include "compile/text.h"
#include "tessera/compile.h"

struct ts_plan;

/* Forms of the kernels of one module, in their order; a kernel may have several. */
typedef struct ts_forms {
    void **form;
    size_t n, cap;
} ts_forms;

/* 0, or -1 with *err filled; the form is then the caller's still. */
int ts_forms_add(ts_forms *forms, void *form, ts_error *err);

/* A copy of a target with traits of its own, for changing them; NULL without memory. */
ts_target *ts_target_copy(const ts_target *target);

/* What machines of one target want different, by a number in the traits: a multiple of `step`. */
typedef struct ts_tunable {
    const char *name; /* "prefetch" */
    int *(*number)(void *traits);
    int least, most, step;
} ts_tunable;

struct ts_family {
    const char *name; /* and the word of TESSERA_DEBUG that shows its forms */
    size_t traits_bytes;
    const ts_knob *knobs;      /* behind the last: one without a name; NULL: none */
    const ts_tunable *tunable; /* likewise */
    ts_target_facts (*facts)(const void *traits);

    /* ---- what the plan asks (compile/plan.h) ---- */
    int (*lanes)(const void *traits); /* elements of 4 bytes in a slot of a tile */
    /* Does `user` read each element of value id exactly once, as it is computed? */
    bool (*reads_once)(const struct ts_plan *p, uint32_t id, const ts_op *user);
    /* A value that says only where its elements come from needs no place: users follow it. */
    bool follows_moves;
    /* A contraction may be computed block by block inside of what takes its elements one by one. */
    bool follows_dots;
    /* Decides how tiles are held (ts_note: panel, wide), before places are chosen; NULL: nothing.
     * False: no memory. */
    bool (*arrange)(struct ts_plan *p);

    /* ---- from a kernel to text ---- */
    /* Adds the forms of a kernel, verified and folded, which lives as long as they do. */
    int (*lower)(ts_forms *forms, const ts_kern *k, const ts_target *target, ts_error *err);
    void (*show)(FILE *f, const void *form); /* NULL: nothing to show */
    void (*free)(void *form);
    /* One text of all forms. */
    int (*print)(ts_text *out, const ts_forms *forms, const ts_target *target, ts_error *err);
};

#endif
