/* unicode_nfc.c - NFC as the reference tokenizer does it (engine/unicode_classes.h).
 *
 * utf8proc knows decompositions, combining classes and compositions, of a newer Unicode
 * than the reference. So only stretches that begin with a code point TS_UNI_NFC (known to
 * the reference, by the generated table), and the one character before, are given to it:
 *
 *     ... x x x [ s m m m ] x x ...     m: TS_UNI_NFC     s, x: inert
 *
 * Marks are sorted here: utf8proc sorts them by exchanging neighbours, in quadratic time.
 */
#include "engine/unicode_classes.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

struct work {
    const unsigned char *text;
    char *out; /* grows; never shorter than what is written */
    size_t out_n, out_cap;
    int32_t *cps; /* one stretch, decomposed */
    uint64_t *keys;
    size_t cap;
};

static int reserve(struct work *w, size_t more)
{
    if (w->out && w->out_cap - w->out_n >= more) return 0;
    size_t cap = w->out_cap + w->out_cap / 2 + more + 16;
    char *out = realloc(w->out, cap);
    if (!out) return -1;
    w->out = out;
    w->out_cap = cap;
    return 0;
}

static int append(struct work *w, const void *bytes, size_t n)
{
    if (reserve(w, n)) return -1;
    if (n) memcpy(w->out + w->out_n, bytes, n);
    w->out_n += n;
    return 0;
}

static int reserve_stretch(struct work *w, size_t n)
{
    if (w->cps && n <= w->cap) return 0;
    int32_t *cps = realloc(w->cps, n * sizeof *cps);
    if (cps) w->cps = cps;
    uint64_t *keys = realloc(w->keys, n * sizeof *keys);
    if (keys) w->keys = keys;
    if (!cps || !keys) return -1;
    w->cap = n;
    return 0;
}

static unsigned combining(int32_t cp)
{
    return (unsigned)utf8proc_get_property(cp)->combining_class;
}

static int by_key(const void *a, const void *b)
{
    uint64_t x, y;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    return (x > y) - (x < y);
}

/* Puts each run of marks into the order of their combining classes, equal ones as they stood.
 * A key is class << 53 | place << 21 | code point: places make every key different. */
static void sort_marks(struct work *w, size_t n)
{
    for (size_t first = 0, last; first < n; first = last + 1) {
        for (last = first; last < n && combining(w->cps[last]); last++)
            w->keys[last] = (uint64_t)combining(w->cps[last]) << 53 | (uint64_t)last << 21 |
                            (uint64_t)w->cps[last];
        if (last - first < 2) continue;
        qsort(w->keys + first, last - first, sizeof *w->keys, by_key);
        for (size_t i = first; i < last; i++) w->cps[i] = (int32_t)(w->keys[i] & 0x1fffff);
    }
}

/* Appends text[from..to), normalised. A canonical decomposition has at most 4 code points. */
static int add_stretch(struct work *w, size_t from, size_t to)
{
    size_t n = 0, size;
    if (from >= to) return 0;
    if (reserve_stretch(w, (to - from) * 4)) return -1;
    for (size_t at = from; at < to; at += size) {
        int32_t cp = (int32_t)ts_utf8_next(w->text + at, &size);
        int bound = 0;
        utf8proc_ssize_t got =
            utf8proc_decompose_char(cp, w->cps + n, (int)4, UTF8PROC_DECOMPOSE, &bound);
        if (got < 1 || got > 4) return -1;
        n += (size_t)got;
    }
    sort_marks(w, n);
    n = (size_t)utf8proc_normalize_utf32(w->cps, (utf8proc_ssize_t)n,
                                         UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    if (reserve(w, n * 4)) return -1;
    for (size_t i = 0; i < n; i++)
        w->out_n += (size_t)utf8proc_encode_char(w->cps[i], (uint8_t *)w->out + w->out_n);
    return 0;
}

/* Rewrites the text from its first TS_UNI_NFC code point on. `before` is where the character
 * before the current one begins, or the current place when that one cannot join it: a mark too
 * new for the reference is an ordinary character there, and utf8proc must not see it. */
static int rewrite(struct work *w, size_t n)
{
    size_t done = 0, before = 0, size;
    for (size_t at = 0; at < n;) {
        uint32_t cp = ts_utf8_next(w->text + at, &size);
        if (!(ts_unicode_class(cp) & TS_UNI_NFC)) {
            before = cp >= 0x300 && combining((int32_t)cp) ? at + size : at;
            at += size;
            continue;
        }
        size_t end = at;
        while (end < n && ts_unicode_class(ts_utf8_next(w->text + end, &size)) & TS_UNI_NFC)
            end += size;
        if (append(w, w->text + done, before - done) || add_stretch(w, before, end)) return -1;
        at = done = before = end;
    }
    return append(w, w->text + done, n - done);
}

/* Only characters from U+0300 on can be changed by NFC. */
static size_t find_first(const unsigned char *s, size_t n)
{
    size_t at = 0, size;
    while (at < n) {
        if (s[at] < 0xcc) {
            at++; /* ASCII, the rest of a sequence, or U+0080..U+02FF */
            continue;
        }
        if (ts_unicode_class(ts_utf8_next(s + at, &size)) & TS_UNI_NFC) return at;
        at += size;
    }
    return n;
}

int ts_nfc(const char *text, size_t n, char **out, size_t *out_n)
{
    struct work w = {.text = (const unsigned char *)text};
    *out = NULL;
    if (find_first(w.text, n) == n) return 0;
    int failed = rewrite(&w, n);
    free(w.cps);
    free(w.keys);
    if (failed) {
        free(w.out);
        return -1;
    }
    *out = w.out;
    *out_n = w.out_n;
    return 0;
}
