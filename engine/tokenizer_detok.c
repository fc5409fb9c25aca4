/* tokenizer_detok.c - ids back to text, as they come (engine/tokenizer.h).
 *
 * A token may end inside a character. The beginning of a character, at most three bytes,
 * waits for the rest; bytes that cannot be continued become U+FFFD at once.
 */
#include "engine/tokenizer.h"
#include "engine/unicode_classes.h"

#include <string.h>

enum { REPLACEMENT = 3 }; /* bytes of U+FFFD */

void ts_detok_init(ts_detok *d, const ts_tokenizer *t, bool skip_special)
{
    *d = (ts_detok){.t = t, .skip_special = skip_special};
}

/* At worst every byte becomes a U+FFFD. */
size_t ts_detok_bound(const ts_detok *d, int32_t id)
{
    size_t n;
    ts_tokenizer_piece(d->t, id, &n);
    return (d->n_held + n) * REPLACEMENT;
}

/* Moves what is whole or broken from the held bytes to `out`. */
static size_t release(ts_detok *d, char *out)
{
    size_t made = 0;
    while (d->n_held) {
        int size = ts_utf8_look(d->held, d->n_held);
        if (!size) break;
        size_t used = (size_t)(size < 0 ? -size : size);
        memcpy(out + made, size < 0 ? "\xef\xbf\xbd" : (const char *)d->held,
               size < 0 ? REPLACEMENT : used);
        made += size < 0 ? REPLACEMENT : used;
        d->n_held -= used;
        memmove(d->held, d->held + used, d->n_held);
    }
    return made;
}

ptrdiff_t ts_detok_push(ts_detok *d, int32_t id, char *out, size_t cap)
{
    size_t n, made = 0;
    const char *piece = ts_tokenizer_piece(d->t, id, &n);
    if (!piece || cap < ts_detok_bound(d, id)) return -1;
    if (d->skip_special && ts_tokenizer_is_special(d->t, id)) return 0;
    for (size_t i = 0; i < n; i++) {
        d->held[d->n_held++] = (unsigned char)piece[i];
        made += release(d, out + made);
    }
    return (ptrdiff_t)made;
}

ptrdiff_t ts_detok_flush(ts_detok *d, char *out, size_t cap)
{
    if (!d->n_held) return 0;
    if (cap < REPLACEMENT) return -1;
    d->n_held = 0;
    memcpy(out, "\xef\xbf\xbd", REPLACEMENT);
    return REPLACEMENT;
}
