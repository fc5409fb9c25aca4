/* csv.c - RFC 4180: cells between commas, quoted where they hold commas, quotes or line ends. */
#include <string.h>

#include "store/mend.h"
#include "store/transfer_int.h"

/* Cuts a quoted cell, its opening quote skipped, out of the text; returns what is behind it. */
static char *quoted(ts_csv *c, char *at, const char **what)
{
    char *to = at;
    for (; *at; *to++ = *at++) {
        if (*at == '\n') c->next++;
        if (*at != '"') continue;
        if (*++at == '"') continue;
        *to = 0;
        if (!*at || *at == ',' || *at == '\n' || *at == '\r') return at;
        *what = "text behind a closing quote";
        return NULL;
    }
    *what = "a quote that is not closed";
    return NULL;
}

static char *plain(char *at, const char **what)
{
    at += strcspn(at, ",\r\n\"");
    if (*at != '"') return at;
    *what = "a quote inside a cell that does not begin with one";
    return NULL;
}

/* Ends the cell at `at`. 1: another cell follows; 0: the row is over; -1: a lone carriage return. */
static int separate(ts_csv *c, char *at)
{
    char was = *at;
    *at = 0;
    c->at = at + (was != 0);
    if (was == ',') return 1;
    if (was == '\r' && *c->at == '\n')
        c->at++;
    else if (was == '\r' && *c->at)
        return -1;
    c->next += was != 0;
    return 0;
}

int ts_csv_row(ts_csv *c, const char **what)
{
    int more;
    while (*c->at == '\n' || *c->at == '\r') c->next += *c->at++ == '\n';
    c->line = c->next;
    c->cells = 0;
    if (!*c->at) return 0;
    do {
        char *at = c->at;
        if (c->cells == TS_IMPORT_CELLS) {
            *what = "more cells than any known header has";
            return -1;
        }
        c->cell[c->cells++] = *at == '"' ? at + 1 : at;
        at = *at == '"' ? quoted(c, at + 1, what) : plain(at, what);
        if (!at) return -1;
        more = separate(c, at);
    } while (more > 0);
    if (more < 0) *what = "a carriage return without a line feed";
    return more < 0 ? -1 : 1;
}

json_t *ts_csv_object(const ts_csv *head, const ts_csv *row)
{
    json_t *o = json_object();
    for (size_t i = 0; i < row->cells; i++)
        if (*row->cell[i])
            json_object_set_new(o, head->cell[i],
                                ts_json_of_text(row->cell[i], strlen(row->cell[i])));
    return o;
}
