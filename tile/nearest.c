/* nearest.c - which name was meant? (include/tessera/error.h) */
#include "tessera/error.h"

#include <limits.h>
#include <string.h>

enum { LONGEST_NAME = 64 };

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* Edits (insert, delete, replace, swap of neighbours) between two names; the full
 * table is kept because a swap looks two rows back. */
static int distance(const char *a, const char *b)
{
    int n = (int)strlen(a), m = (int)strlen(b);
    int d[LONGEST_NAME + 1][LONGEST_NAME + 1];
    if (n > LONGEST_NAME || m > LONGEST_NAME) return INT_MAX;
    for (int i = 0; i <= n; i++) d[i][0] = i;
    for (int j = 0; j <= m; j++) d[0][j] = j;
    for (int i = 1; i <= n; i++)
        for (int j = 1; j <= m; j++) {
            int edit = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            d[i][j] = least(edit, 1 + least(d[i - 1][j], d[i][j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = least(d[i][j], d[i - 2][j - 2] + 1);
        }
    return d[n][m];
}

const char *ts_nearest(const char *word, const char *const *names)
{
    const char *best = NULL;
    size_t len = strlen(word);
    int limit = len < 4 ? 2 : 1 + (int)(len / 3);
    for (; *names; names++) {
        int far = distance(word, *names);
        if (far < limit) {
            limit = far;
            best = *names;
        }
    }
    return best;
}
