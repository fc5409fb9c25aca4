/* spirv.h - a SPIR-V module while it is being written, and the numbers of the standard that it needs.
 *
 * A module is a list of sections in a fixed order, but what a section needs is known only when function
 * bodies are printed: so each section is a buffer of words that grows, and ts_spv_write joins them.
 * Types and constants must not stand twice, so they are looked up before they are added.
 *
 * C leaves the order open in which the arguments of a call are computed, and the same kernel must give
 * the same bytes with every compiler: so an expression holds at most one call that gives out an id.
 *
 * Names and numbers are those of the SPIR-V specification, version 1.3, and of GLSL.std.450. */
#ifndef TESSERA_EMIT_SPIRV_H
#define TESSERA_EMIT_SPIRV_H

#include "compile/spirv_words.h"
#include "simt/print.h"

enum { /* decorations */
       DecorationBlock = 2,
       DecorationArrayStride = 6,
       DecorationBuiltIn = 11,
       DecorationAliased = 20,
       DecorationNonWritable = 24,
       DecorationBinding = 33,
       DecorationDescriptorSet = 34,
       DecorationOffset = 35,
       DecorationNoContraction = 42
};

enum { /* storage classes */
       StorageClassInput = 1,
       StorageClassWorkgroup = 4,
       StorageClassFunction = 7,
       StorageClassPushConstant = 9,
       StorageClassStorageBuffer = 12
};

enum { /* built-in variables */
       BuiltInNumWorkgroups = 24,
       BuiltInWorkgroupId = 26,
       BuiltInLocalInvocationIndex = 29,
       BuiltInSubgroupId = 40
};

enum { /* capabilities */
       CapabilityShader = 1,
       CapabilityInt64 = 11,
       CapabilityStorageBuffer16BitAccess = 4433,
       CapabilityStorageBuffer8BitAccess = 4448
};

/* Sections in the order of the standard; the last two belong to the function being printed and are
 * moved behind FUNCTIONS when it ends. */
typedef enum {
    TS_SPV_CAPABILITIES,
    TS_SPV_EXTENSIONS,
    TS_SPV_IMPORTS,
    TS_SPV_MEMORY_MODEL,
    TS_SPV_ENTRY_POINTS,
    TS_SPV_MODES,
    TS_SPV_STRINGS,
    TS_SPV_NAMES,
    TS_SPV_DECORATIONS,
    TS_SPV_GLOBALS, /* types, constants, variables */
    TS_SPV_FUNCTIONS,
    TS_SPV_SECTIONS,
    TS_SPV_VARIABLES = TS_SPV_SECTIONS, /* of a function, with its first label */
    TS_SPV_BODY,
    TS_SPV_BUFFERS
} ts_spv_section;

typedef struct ts_spv {
    struct {
        uint32_t *w;
        size_t n, cap;
    } section[TS_SPV_BUFFERS];
    uint32_t ids;   /* given out; the first is 1 */
    uint32_t *slot; /* hash table: 1 + where a type or constant begins in GLOBALS, 0: free */
    size_t slots, found;
    uint32_t f32, i32, u32, b1;
    uint32_t glsl; /* the import */
    bool
        vulkan; /* the memory model is Vulkan's, as cooperative matrices want it; set before it begins */
    bool failed; /* out of memory: later puts do nothing */
} ts_spv;

/* ---- spirv_module.c ---- */

void ts_spv_free(ts_spv *m);
/* Appends the whole module, little-endian. -1 if memory ran out on the way. */
int ts_spv_write(const ts_spv *m, ts_text *out, ts_error *err);

void ts_spv_begin(ts_spv *m); /* what every module begins with */
uint32_t ts_spv_id(ts_spv *m);
void ts_spv_put(ts_spv *m, ts_spv_section to, uint32_t op, const uint32_t *arg, size_t n);
/* The same with a string behind n operands, and then more operands. */
void ts_spv_put_text(ts_spv *m, ts_spv_section to, uint32_t op, const uint32_t *arg, size_t n,
                     const char *text, const uint32_t *more, size_t n_more);
/* Moves the variables and the body of a function to the functions. */
void ts_spv_end_function(ts_spv *m);
/* The type (type: 0) or constant of a type that there is already, or a new one; *fresh tells which. */
uint32_t ts_spv_find(ts_spv *m, uint32_t op, uint32_t type, const uint32_t *arg, size_t n,
                     bool *fresh);

#define TS_SPV_WORDS(...) (const uint32_t[]){__VA_ARGS__}, sizeof((uint32_t[]){__VA_ARGS__}) / 4
/* ts_spv_inst(m, section, op, operands...) */
#define ts_spv_inst(m, to, op, ...) ts_spv_put(m, to, op, TS_SPV_WORDS(__VA_ARGS__))

bool ts_spv_capability(ts_spv *m, uint32_t capability); /* true the first time */
void ts_spv_name(ts_spv *m, uint32_t id, const char *name);

enum { TS_SPV_NAN = 0x7fc00000 }; /* the bits of every f32 that is none */

/* Types by ts_dtype or TS_QUAD, of which only TS_QUAD may need a new id, and constants. */
uint32_t ts_spv_type(ts_spv *m, int type);
uint32_t ts_spv_vector(ts_spv *m, uint32_t element, uint32_t n);
uint32_t ts_spv_pointer(ts_spv *m, uint32_t class, uint32_t to);
uint32_t ts_spv_const(ts_spv *m, int type, double value);
uint32_t ts_spv_u32(ts_spv *m, uint32_t value);
uint32_t ts_spv_i32(ts_spv *m, int32_t value);
/* struct { element[] } with a stride of `bytes`, to lie in a storage buffer. */
uint32_t ts_spv_array_block(ts_spv *m, uint32_t element, uint32_t bytes);
uint32_t ts_spv_variable(ts_spv *m, uint32_t class, uint32_t type);

/* ---- spirv_interface.c: what a kernel reaches from outside ---- */

enum { TS_SPV_MAX_BINDINGS = 32 }; /* 128 bytes of push constants are everywhere */

typedef struct ts_spv_kernel {
    ts_spv *m;
    const ts_simt *s;
    uint32_t function;
    uint32_t param[TS_SPV_MAX_BINDINGS], quads[TS_SPV_MAX_BINDINGS]; /* variables */
    uint32_t size[TS_SPV_MAX_BINDINGS];
    uint32_t at[TS_SPV_MAX_BINDINGS];       /* i32: offsets of params, then of sizes */
    uint32_t quads_at[TS_SPV_MAX_BINDINGS]; /* in blocks of 16 bytes */
    uint32_t offsets, shared, thread, group, groups, subgroup; /* variables; 0: not used */
    uint32_t *id;                   /* of each value; of a VAR: the variable */
    uint32_t block;                 /* label of the block being printed */
    int line, in;                   /* of the last OpLine in it, and its file */
    uint32_t file[TS_MAXFILES + 1]; /* strings of the form's files */
    struct ts_spv_open {
        uint32_t inst, header, next, merge; /* next: label of the continue block */
        uint32_t index;                     /* FOR: its value in the next round */
    } * open;
    size_t depth;
} ts_spv_kernel;

/* The type of a unit of a param in memory, with the capability that it needs. */
uint32_t ts_spv_unit(ts_spv *m, const ts_sparam *p);
/* Variables, entry point and manifest. */
int ts_spv_interface(ts_spv_kernel *k, ts_error *err);
/* Reads the offsets: the first code of the function. */
void ts_spv_offsets(ts_spv_kernel *k);

/* ---- spirv_elem.c: what turns values into a value ---- */

/* op with a result in the body; returns the result's id. */
#define ts_spv_value(k, op, type, ...) ts_spv_result(k, op, type, TS_SPV_WORDS(__VA_ARGS__))
uint32_t ts_spv_result(ts_spv_kernel *k, uint32_t op, uint32_t type, const uint32_t *arg, size_t n);
/* ELEM, SELECT, TO, BITS, HALF, WORD; 0 if the form holds something that there is not. */
uint32_t ts_spv_compute(ts_spv_kernel *k, const ts_sinst *i);

/* ---- spirv_matrix.c: cooperative matrices ---- */

enum { TS_SPV_NON_PRIVATE = 0x20 }; /* a memory operand: others see it, behind barriers */

bool ts_spv_has_products(const ts_simt *const *forms, size_t n);
/* Capabilities and extensions. */
void ts_spv_declare_matrices(ts_spv *m);
uint32_t ts_spv_matrix_type(ts_spv *m, int type);
uint32_t ts_spv_no_sums(ts_spv *m);
/* FRAGMENT, MULTIPLY, UNLOAD */
uint32_t ts_spv_fragment(ts_spv_kernel *k, const ts_sinst *i);
uint32_t ts_spv_multiply(ts_spv_kernel *k, const ts_sinst *i);
void ts_spv_unload(ts_spv_kernel *k, const ts_sinst *i);

/* ---- spirv.c ---- */

/* A pointer to a word of shared memory. */
uint32_t ts_spv_shared_at(ts_spv_kernel *k, uint32_t index);

int ts_print_spirv(ts_text *out, const ts_simt *const *forms, size_t n, const void *dialect,
                   ts_error *err);

#endif
