/* unicode_classes.h - code points and what the reference tokenizer thinks of them.
 *
 * The classes are those of the reference's regex engine (Unicode 16); TS_UNI_NFC marks
 * what its normaliser, by a much older Unicode, may change, move or join to what stands
 * before. The tables are generated (test/py/tokenizer_tables.py). ts_utf8_next trusts its
 * input: ts_utf8_check must have passed the text before.
 */
#ifndef TESSERA_ENGINE_UNICODE_CLASSES_H
#define TESSERA_ENGINE_UNICODE_CLASSES_H

#include <stddef.h>
#include <stdint.h>

enum ts_unicode_class {
    TS_UNI_LETTER = 1,
    TS_UNI_NUMBER = 2,
    TS_UNI_MARK = 4,
    TS_UNI_PUNCTUATION = 8,
    TS_UNI_SYMBOL = 16,
    TS_UNI_SPACE = 32, /* the regex \s: 25 code points */
    TS_UNI_NFC = 64,   /* not inert under NFC */
};

extern const uint8_t ts_unicode_index[0x110000 / 128];
extern const uint8_t ts_unicode_blocks[];

/* The class bits of a code point below 0x110000. */
static inline unsigned ts_unicode_class(uint32_t cp)
{
    return ts_unicode_blocks[ts_unicode_index[cp >> 7] * 128u + (cp & 127)];
}

/* The code point at `s`, in valid UTF-8; *size becomes its length in bytes. */
static inline uint32_t ts_utf8_next(const unsigned char *s, size_t *size)
{
    if (s[0] < 0x80) return *size = 1, s[0];
    if (s[0] < 0xe0) return *size = 2, (s[0] & 31u) << 6 | (s[1] & 63u);
    if (s[0] < 0xf0) return *size = 3, (s[0] & 15u) << 12 | (s[1] & 63u) << 6 | (s[2] & 63u);
    *size = 4;
    return (s[0] & 7u) << 18 | (s[1] & 63u) << 12 | (s[2] & 63u) << 6 | (s[3] & 63u);
}

/* Looks at the UTF-8 sequence that begins at s[0]; n > 0 bytes are there. Returns its length, 1
 * to 4, when whole and valid; 0 when it is a valid beginning cut off by the end; and minus the
 * length of its longest valid beginning (at least 1) when it is wrong. Surrogates, overlong
 * forms and values above 0x10ffff are wrong. */
int ts_utf8_look(const unsigned char *s, size_t n);

/* The offset of the first byte that is not part of valid UTF-8; `n` when all is well. */
size_t ts_utf8_check(const char *text, size_t n);

/* Brings valid UTF-8 into NFC as the reference does. When nothing changes, *out stays NULL;
 * else *out is a new string of *out_n bytes, to be freed. Returns 0, or -1 without memory.
 * Time is n log n, whatever the marks. */
int ts_nfc(const char *text, size_t n, char **out, size_t *out_n);

#endif
