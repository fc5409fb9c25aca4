/* compile.c - hands a text to the compiler of its language (proof.h).
 *
 * The text lies in a folder of its own, which is gone afterwards.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "proof/proof.h"
#include "rt/leftover.h"

enum {
    WORDS = 3 * TS_PROOF_WORDS + 2, /* the tool, flags, command, NULL */
    FILES = 2 + TS_PROOF_HEADERS,   /* text, object, headers */
    SAID = 1 << 20,                 /* of what a compiler says is read */
};
static const double patience = 300; /* seconds */

typedef struct job {
    const ts_climber *v;
    const char *chip;
    char folder[128], file[FILES][192];
    const char *argv[WORDS];
    char *own[WORDS]; /* words of argv to be freed */
    size_t n;
    int left[FILES + 1]; /* rt/leftover.h */
} job;

/* ---- the command ---- */

/* What the $NAME at s stands for, and the length of that; NULL: nothing. */
static const char *meaning(const job *j, const char *s, size_t *length)
{
    const struct {
        const char *name, *value;
    } known[] = {{"$text", j->file[0]},
                 {"$object", j->file[1]},
                 {"$folder", j->folder},
                 {"$library", j->v->library},
                 {"$chip", j->chip}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        *length = strlen(known[i].name);
        if (!strncmp(s, known[i].name, *length)) return known[i].value;
    }
    return NULL;
}

static int add(job *j, const char *word, ts_error *err)
{
    size_t before = strcspn(word, "$"), length;
    const char *value = word[before] ? meaning(j, word + before, &length) : NULL;
    if (!value) {
        j->argv[j->n++] = word;
        return 0;
    }
    if (asprintf(&j->own[j->n], "%.*s%s%s", (int)before, word, value, word + before + length) < 0) {
        j->own[j->n] = NULL;
        return ts_fail(err, "no memory for a command");
    }
    j->argv[j->n] = j->own[j->n];
    j->n++;
    return 0;
}

static int words(job *j, ts_error *err)
{
    const ts_proof *p = j->v->proof;
    int rc = 0;
    j->argv[j->n++] = j->v->tool_path;
    if (p->flags) j->n += p->flags(j->v, &j->argv[j->n]);
    for (size_t i = 0; !rc && i < TS_PROOF_WORDS && p->command[i]; i++)
        rc = add(j, p->command[i], err);
    j->argv[j->n] = NULL;
    return rc;
}

/* ---- the folder ---- */

static int write_file(const char *path, const char *text, size_t bytes, ts_error *err)
{
    FILE *to = fopen(path, "wb");
    bool written = to && fwrite(text, 1, bytes, to) == bytes;
    if (to && fclose(to)) written = false;
    return written ? 0 : ts_fail(err, "cannot write %s: %s", path, strerror(errno));
}

static int write_all(const job *j, const char *text, size_t bytes, ts_error *err)
{
    int rc = write_file(j->file[0], text, bytes, err);
    for (size_t i = 0; !rc && i < TS_PROOF_HEADERS && j->v->proof->header[i].name; i++) {
        char line[64];
        int n = snprintf(line, sizeof line, "#include <%s>\n", j->v->proof->header[i].include);
        rc = write_file(j->file[2 + i], line, (size_t)n, err);
    }
    return rc;
}

static int make_folder(job *j, ts_error *err)
{
    const char *tmp = getenv("TMPDIR");
    snprintf(j->folder, sizeof j->folder, "%s/tessera-XXXXXX",
             tmp && strlen(tmp) < 96 ? tmp : "/tmp");
    if (!mkdtemp(j->folder))
        return ts_fail(err, "cannot make the folder %s: %s", j->folder, strerror(errno));
    snprintf(j->file[0], sizeof j->file[0], "%s/text.%s", j->folder, j->v->target->extension);
    snprintf(j->file[1], sizeof j->file[1], "%s/object", j->folder);
    for (size_t i = 0; i < TS_PROOF_HEADERS && j->v->proof->header[i].name; i++)
        snprintf(j->file[2 + i], sizeof j->file[0], "%s/%s", j->folder,
                 j->v->proof->header[i].name);
    j->left[FILES] = ts_leftover_file(j->folder); /* before what lies in it */
    for (size_t i = 0; i < FILES; i++) j->left[i] = *j->file[i] ? ts_leftover_file(j->file[i]) : -1;
    return 0;
}

static void clear(job *j)
{
    for (size_t i = 0; i < FILES; i++)
        if (*j->file[i]) unlink(j->file[i]);
    rmdir(j->folder);
    for (size_t i = 0; i <= FILES; i++) ts_leftover_drop(j->left[i]);
    for (size_t i = 0; i < WORDS; i++) free(j->own[i]);
}

/* ---- together ---- */

char *ts_ladder_compile(const ts_climber *v, const char *chip, const char *text, size_t bytes,
                        ts_error *err)
{
    job j = {.v = v, .chip = chip};
    char *said = malloc(SAID);
    int rc = said ? make_folder(&j, err) : ts_fail(err, "no memory for what a compiler says");
    if (!rc) {
        rc = words(&j, err) || write_all(&j, text, bytes, err) ||
             ts_ladder_run(j.argv, j.file[0], patience, said, SAID, err);
        clear(&j);
    }
    if (!rc) return said;
    free(said);
    return NULL;
}
