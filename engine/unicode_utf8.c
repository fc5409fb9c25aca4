/* unicode_utf8.c - strict UTF-8 (engine/unicode_classes.h).
 *
 * One look at a time, so that the same rules serve checking whole texts, reading JSON
 * strings and replacing broken bytes while decoding.
 */
#include "engine/unicode_classes.h"

#include <string.h>

/* The range of the second byte tells overlong forms, surrogates and values too large:
 *   E0 A0..BF   ED 80..9F   F0 90..BF   F4 80..8F   others 80..BF */
static int second_fits(unsigned char first, unsigned char second)
{
    unsigned low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    unsigned high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    return second >= low && second <= high;
}

int ts_utf8_look(const unsigned char *s, size_t n)
{
    if (s[0] < 0x80) return 1;
    if (s[0] < 0xc2 || s[0] > 0xf4) return -1;
    int size = s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : 4;
    if (n < 2) return 0;
    if (!second_fits(s[0], s[1])) return -1;
    for (int i = 2; i < size; i++) {
        if (n == (size_t)i) return 0;
        if ((s[i] & 0xc0) != 0x80) return -i;
    }
    return size;
}

size_t ts_utf8_check(const char *text, size_t n)
{
    const unsigned char *s = (const unsigned char *)text;
    size_t at = 0;
    while (at < n) {
        uint64_t eight;
        while (n - at >= 8 && (memcpy(&eight, s + at, 8), !(eight & 0x8080808080808080u))) at += 8;
        if (at == n) break;
        int size = ts_utf8_look(s + at, n - at);
        if (size <= 0) return at;
        at += (size_t)size;
    }
    return n;
}
