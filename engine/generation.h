/* generation.h - how a model folder wants its tokens chosen, and what ends its text.
 *
 * generation_config.json, resolved as transformers' generate resolves it: what the file does not
 * say has generate's own defaults, greedy unless do_sample is true, and top_k 50 where it is. A
 * folder without that file may say the same things in config.json.
 */
#ifndef TESSERA_ENGINE_GENERATION_H
#define TESSERA_ENGINE_GENERATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tessera/error.h"

enum { TS_MAX_EOS = 64 };

/* What a file said by itself, null not counted. */
enum ts_generation_said {
    TS_SAID_DO_SAMPLE = 1,
    TS_SAID_TEMPERATURE = 2,
    TS_SAID_TOP_K = 4,
    TS_SAID_TOP_P = 8,
    TS_SAID_MIN_P = 16,
    TS_SAID_REPETITION_PENALTY = 32,
};

typedef struct ts_generation {
    const char *from; /* "generation_config.json" or "config.json"; NULL: neither says anything */
    unsigned said;    /* of the six below: bits of ts_generation_said */
    bool do_sample;   /* false: the likeliest token, and temperature, top_k, top_p, min_p are off */
    double temperature;        /* 1: off; above 0 where do_sample */
    uint32_t top_k;            /* 0: off */
    double top_p, min_p;       /* 1 and 0: off */
    double repetition_penalty; /* 1: off; in force without do_sample, too */
    /* "" or one line: what the file asks for that changes which tokens the reference chooses and
     * is not done here (beams, ...). Who lets the file choose must refuse it. */
    char unsupported[512];
    uint32_t n_eos;       /* generation_config.json's, else config.json's; 0: neither names one */
    const char *eos_from; /* the name of that file */
    int32_t eos[TS_MAX_EOS];
    int32_t bos; /* generation_config.json's; -1: not said. config.json's is known to be wrong */
} ts_generation;

/* DIR/generation_config.json, or config.json. Neither has to exist. 0, or -1 with *err. */
int ts_generation_load(const char *dir, ts_generation *g, ts_error *err);

/* True for a name of generation_config.json that is read, or named where it is not done. */
bool ts_generation_expects(const char *field);

/* generation_config.json alone, from text; `where` is what messages call it. */
int ts_generation_parse(const char *text, size_t bytes, const char *where, ts_generation *g,
                        ts_error *err);

#endif
