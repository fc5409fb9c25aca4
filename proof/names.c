/* names.c - the signature oracle: a text may call what its language has and what it defines itself.
 *
 * Comments, strings and lines of the preprocessor are blanked first; a definition begins in column 0.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "proof/ladder.h"

/* ---- reading ---- */

static void blank(char *from, size_t n)
{
    for (size_t i = 0; i < n && from[i]; i++)
        if (from[i] != '\n') from[i] = ' ';
}

static size_t string_length(const char *s)
{
    size_t n = 1;
    while (s[n] && s[n] != '"' && s[n] != '\n') n += s[n] == '\\' && s[n + 1] ? 2 : 1;
    return n + (s[n] == '"');
}

/* Length of what is no code at s, 0 if it is code; first: nothing but blanks is before it. */
static size_t no_code(const char *s, bool first)
{
    if ((first && *s == '#') || !strncmp(s, "//", 2)) return strcspn(s, "\n");
    if (*s == '"') return string_length(s);
    if (strncmp(s, "/*", 2)) return 0;
    const char *end = strstr(s + 2, "*/");
    return end ? (size_t)(end - s) + 2 : strlen(s);
}

/* A string leaves a 0 behind, so that it still counts as an argument. */
static void strip(char *s)
{
    bool first = true;
    for (; *s; s++) {
        bool string = *s == '"';
        size_t n = no_code(s, first);
        blank(s, n);
        if (string) *s = '0';
        first = *s == '\n' || (first && isspace((unsigned char)*s) && !n);
    }
}

static bool letter(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* Length of the name at s, namespace and template arguments included. */
static size_t name_length(const char *s)
{
    size_t n = 0;
    while (letter(s[n]) || (s[n] == ':' && s[n + 1] == ':' && letter(s[n + 2])))
        n += s[n] == ':' ? 2 : 1;
    if (s[n] != '<') return n;
    size_t m = n + 1 + strspn(s + n + 1, "abcdefghijklmnopqrstuvwxyz0123456789_, ");
    return s[m] == '>' && s[m + 1] == '(' ? m + 1 : n;
}

/* Bytes of the arguments of a type, "<function, f32>" right behind its name; 0: s begins no such. */
static size_t type_arguments(const char *s)
{
    if (*s != '<' || !letter(s[-1]) || !letter(s[1])) return 0;
    size_t n = 1 + strspn(s + 1, "abcdefghijklmnopqrstuvwxyz0123456789_, ");
    return s[n] == '>' ? n : 0;
}

static int arguments(const char *open)
{
    int depth = 0, commas = 0;
    bool any = false;
    for (const char *s = open; *s; s++) {
        s += s > open ? type_arguments(s) : 0;
        if (*s == '(' || *s == '[' || *s == '{') depth++;
        if ((*s == ')' || *s == ']' || *s == '}') && !--depth) break;
        if (depth == 1 && *s == ',') commas++;
        if (s > open && !isspace((unsigned char)*s)) any = true;
    }
    return any ? commas + 1 : 0;
}

/* ---- looking up ---- */

/* Is it there? *arity gets the number of arguments, -1 where it varies. */
static bool find(const char *names, const char *name, size_t n, int *arity)
{
    for (const char *s = names; s && *s; s += strcspn(s, " ")) {
        s += strspn(s, " ");
        if (strncmp(s, name, n) || (s[n] != '/' && s[n] != ' ')) continue;
        *arity = s[n] == '/' ? atoi(s + n + 1) : -1;
        return true;
    }
    return false;
}

typedef struct search {
    const char *names; /* of the language */
    char *own;         /* of the text, in the same format */
    size_t used, room;
    ts_error *err;
} search;

static void own(search *f, const char *name, size_t n, const char *open)
{
    if (f->used + n + 24 > f->room) return;
    f->used += (size_t)snprintf(f->own + f->used, f->room - f->used, "%.*s/%d ", (int)n, name,
                                arguments(open));
}

/* The last name before a parenthesis on the outer level of a line in column 0 is defined there. */
static void definitions(search *f, const char *text)
{
    for (const char *line = text; *line; line += strcspn(line, "\n"), line += *line == '\n') {
        const char *name = NULL, *open = NULL;
        size_t length = 0, depth = 0;
        if (!letter(*line)) continue;
        for (const char *s = line; *s && *s != '\n' && *s != '{'; s++) {
            size_t n = letter(*s) && (s == line || !letter(s[-1])) ? name_length(s) : 0;
            if (n && s[n] == '(' && !depth) name = s, length = n, open = s + n;
            if (*s == '(') depth++;
            if (*s == ')' && depth) depth--;
        }
        if (name) own(f, name, length, open);
    }
}

/* A template of the text is defined without its arguments. */
static size_t without_arguments(const char *name, size_t n)
{
    const char *angle = memchr(name, '<', n);
    return angle ? (size_t)(angle - name) : n;
}

static int call(search *f, const char *name, size_t n, const char *open)
{
    int arity = -1, given = arguments(open);
    size_t bare = without_arguments(name, n);
    if (!find(f->names, name, n, &arity) && !find(f->own, name, bare, &arity))
        return ts_fail(f->err, "it calls %.*s, which the language does not have", (int)n, name);
    if (arity < 0 || arity == given) return 0;
    return ts_fail(f->err, "it calls %.*s with %d arguments instead of %d", (int)n, name, given,
                   arity);
}

static int calls(search *f, const char *text)
{
    for (const char *s = text; *s;) {
        size_t n = isalpha((unsigned char)*s) || *s == '_' ? name_length(s) : 0;
        if (!n) {
            s += strspn(s, "0123456789") && letter(*s) ? strcspn(s, " ()[]{},;+-*/<>=\n") : 1;
            continue;
        }
        if (s[n] == '(' && call(f, s, n, s + n)) return -1;
        s += n;
    }
    return 0;
}

int ts_ladder_sign(const char *names, const char *text, ts_error *err)
{
    search f = {.names = names, .room = 16384, .err = err};
    char *plain = strdup(text);
    f.own = calloc(1, f.room);
    int rc = -1;
    if (!plain || !f.own) {
        ts_fail(err, "no memory to read a text");
    } else {
        strip(plain);
        definitions(&f, plain);
        rc = calls(&f, plain);
    }
    free(plain);
    free(f.own);
    return rc;
}
