/* bench_decode_print.c - the tables of `tessera bench decode`, at most 120 columns wide. */
#include "tool/bench_decode.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "tool/tool.h"

enum { WIDTH = 118 };

static bool silent(const ts_decode_bench *m)
{
    return m->b->o->json;
}

/* ---- rows and cells ---- */

/* A line, without the blanks that empty last columns leave. */
static void __attribute__((format(printf, 1, 2))) row(const char *format, ...)
{
    char line[512];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    size_t n = strlen(line);
    while (n && line[n - 1] == ' ') n--;
    printf("%.*s\n", (int)n, line);
    fflush(stdout);
}

/* "LABEL refused: reason", broken between words. */
static void refused(const char *label, const char *why)
{
    int at = printf("%-18s refused:", label);
    while (*why) {
        int n = (int)strcspn(why, " ");
        if (at + 1 + n > WIDTH) at = printf("\n%*s", 18, "") - 1;
        at += printf(" %.*s", n, why);
        why += n + (why[n] == ' ');
    }
    printf("\n");
}

/* "96.1 [95.2, 96.4]"; "-" where nothing bounds it. */
static const char *share(char *to, size_t cap, ts_interval s)
{
    if (isfinite(s.mid))
        snprintf(to, cap, "%5.1f [%.1f, %.1f]", 100 * s.mid, 100 * s.lo, 100 * s.hi);
    else
        snprintf(to, cap, "%5s", "-");
    return to;
}

/* A number of so many digits, or "-". */
static const char *cell(char *to, size_t cap, double x, int digits)
{
    if (isfinite(x))
        snprintf(to, cap, "%.*f", digits, x);
    else
        snprintf(to, cap, "-");
    return to;
}

/* What a reader must know of a line beside its numbers. */
static const char *remark(char *to, size_t cap, const ts_rounds *r)
{
    if (r->noisy)
        snprintf(to, cap, "noisy");
    else if (r->dropped)
        snprintf(to, cap, "%d dropped", r->dropped);
    else
        to[0] = 0;
    return to;
}

static double half(double a, double b)
{
    return 0.5 * fabs(b - a);
}

/* ---- the model ---- */

void ts_print_model(const ts_decode_bench *m)
{
    const ts_model_info *i = m->info;
    if (silent(m)) return;
    row("\n%s", i->name);
    row("  %.3f billion parameters, %s, %.3f GB; cache %s, %u positions of %.1f kB; %zu launches a "
        "token",
        (double)i->params / 1e9, ts_tool_dtype_name(i->dtype), (double)i->weight_bytes / 1e9,
        ts_tool_dtype_name(i->kv), i->ctx, (double)i->position_bytes / 1e3, i->launches);
}

void ts_print_loading(const ts_decode_bench *m, const ts_rounds *open, const ts_rounds *weights,
                      double peak, bool whole)
{
    char making[64] = "", more[32];
    if (silent(m)) return;
    if (weights->n)
        snprintf(making, sizeof making, ", of which making weights %.3f s", weights->each.mid);
    remark(more, sizeof more, open);
    row("  opened in %.3f s%s (n %d%s%s)", open->each.mid, making, open->counted,
        more[0] ? ", " : "", more);
    if (peak > 0)
        row("  peak of memory %.3f GB%s, planned %.3f GB", peak / 1e9,
            whole ? " since the process began" : "", (double)m->info->total_bytes / 1e9);
    if (m->cached) row("  caches can hold it, so reading memory bounds nothing");
}

/* ---- prompts and generating ---- */

void ts_print_lines_head(const ts_decode_bench *m)
{
    if (silent(m)) return;
    row("\nppN: N tokens of prompt, fed one by one (there is no batched prefill yet); tgN: N "
        "tokens "
        "generated greedily;");
    row("@ D: behind D cached positions; +-: half of the median's interval (95 %% if n > 5); "
        "light: "
        "of the ceilings above");
    row("%-16s %9s %8s %9s %9s %3s %10s %8s  %-20s %-7s", "test", "tok/s", "+-", "p10", "p90", "n",
        "MB/token", "GB/s", "% of light [95 %]", "bound");
}

void ts_print_line(const ts_decode_bench *m, const ts_decode_line *l)
{
    char of[48], more[32];
    const ts_rounds *r = &l->rounds;
    const ts_result *f = &l->figures;
    if (silent(m)) return;
    if (l->roof.impossible) {
        refused(l->label, l->roof.why);
        return;
    }
    row("%-16s %9.2f %8.3f %9.2f %9.2f %3d %10.2f %8.2f  %-20s %-7s %s", l->label, f->value,
        half(f->lo, f->hi), f->p10, f->p90, r->counted, l->bytes / 1e6, f->gbps,
        share(of, sizeof of, l->roof.share), l->roof.bound ? l->roof.bound : "-",
        remark(more, sizeof more, r));
}

void ts_print_frontiers(const ts_decode_bench *m, const ts_frontier *f, int n)
{
    char prefill[32], gen[32], gbps[32], of[32];
    if (silent(m)) return;
    row("\n%10s %14s %11s %10s %9s %14s %9s %10s", "ctx_tokens", "prefill_tokens", "prefill_tps",
        "gen_tokens", "gen_tps", "kvcache_bytes", "gen GB/s", "% of light");
    for (int i = 0; i < n; i++)
        row("%10d %14d %11s %10d %9s %14.0f %9s %10s", f[i].ctx, f[i].prompt,
            cell(prefill, sizeof prefill, f[i].prefill_tps, 2), f[i].gen,
            cell(gen, sizeof gen, f[i].gen_tps, 2),
            (double)f[i].ctx * (double)m->info->position_bytes,
            cell(gbps, sizeof gbps, f[i].gbps, 2), cell(of, sizeof of, 100 * f[i].share, 1));
    row("prefill_tokens are really fed, behind ctx_tokens positions of arbitrary keys and values");
}

/* ---- first tokens ---- */

void ts_print_first_head(const ts_decode_bench *m)
{
    if (silent(m)) return;
    row("\nfrom handing over a prompt's ids to knowing the token that follows it");
    row("%-16s %9s %8s %9s %9s %3s  %-20s", "first after", "s", "+-", "p10", "p90", "n",
        "% of light [95 %]");
}

void ts_print_first(const ts_decode_bench *m, const ts_decode_line *l)
{
    char of[48], more[32], label[32];
    const ts_rounds *r = &l->rounds;
    const ts_result *f = &l->figures;
    if (silent(m)) return;
    snprintf(label, sizeof label, "%d tokens", l->tokens);
    if (l->roof.impossible) {
        refused(label, l->roof.why);
        return;
    }
    row("%-16s %9.4f %8.4f %9.4f %9.4f %3d  %-20s %s", label, f->value, half(f->lo, f->hi), f->p10,
        f->p90, r->counted, share(of, sizeof of, l->roof.share), remark(more, sizeof more, r));
}

/* ---- breakdown ---- */

typedef struct breakdown_row {
    const char *name;
    size_t calls;
    double bytes, ms, half, percent, floor; /* bytes: of a token; ms */
    const char *last;
} breakdown_row;

/* A refused line has no figure here either. */
static void print_breakdown_row(const breakdown_row *r, const ts_roofline *roof)
{
    char of[48], rate[32], floor[32], ms[32], half[32], percent[32];
    double there = roof->impossible ? NAN : 1;
    share(of, sizeof of, roof->share);
    row("%-20s %6zu %10.3f %9s %8s %6s %9s %8s  %-20s %s", r->name, r->calls, r->bytes / 1e6,
        cell(ms, sizeof ms, there * r->ms, 3), cell(half, sizeof half, there * r->half, 3),
        cell(percent, sizeof percent, there * r->percent, 1),
        cell(floor, sizeof floor, r->floor > 0 ? r->floor : NAN, 3),
        cell(rate, sizeof rate, there * 1e-6 * r->bytes / r->ms, 2),
        roof->impossible ? "refused" : of, r->last);
}

static void print_class(const ts_decode_bench *m, const ts_breakdown *b, int c,
                        const ts_roofline *roof)
{
    const ts_class_time *t = &b->each[c];
    const ts_interval *each = &t->rounds.each;
    breakdown_row r = {.name = b->class[c].name,
                       .calls = (size_t)t->calls,
                       .bytes = t->bytes,
                       .ms = 1e3 * each->mid,
                       .half = 1e3 * half(each->lo, each->hi),
                       .percent = 100 * each->mid / b->token,
                       .floor = 1e3 * t->calls * m->ceilings.floor,
                       .last = roof->bound ? roof->bound : "-"};
    print_breakdown_row(&r, roof);
}

/* What is left; nothing is known of it where a part was refused. */
static void print_between(const ts_breakdown *b, const ts_rounds *token)
{
    const char *why =
        token->noisy ? "below 0: disturbed" : "below 0: launches overlap, or were disturbed";
    row("%-20s %6s %10s %9.3f %8s %6.1f %9s %8s  %s", "between launches", "", "", 1e3 * b->between,
        "", 100 * b->between / b->token, "", "", b->between < 0 ? why : "");
}

static void print_token(const ts_decode_bench *m, const ts_breakdown *b, const ts_rounds *token,
                        const ts_roofline *roof)
{
    char more[32];
    const ts_done *d = &token->round[0].done;
    breakdown_row r = {.name = "token, replayed",
                       .calls = m->info->launches,
                       .bytes = d->bytes / d->units,
                       .ms = 1e3 * b->token,
                       .half = 1e3 * half(token->each.lo, token->each.hi),
                       .percent = 100,
                       .floor = 1e3 * (double)m->info->launches * m->ceilings.floor,
                       .last = remark(more, sizeof more, token)};
    if (!ts_parts_refused(b, roof))
        print_between(b, token);
    else
        row("%-20s %6s %10s %9s", "between launches", "", "", "-");
    print_breakdown_row(&r, &roof[TS_MAX_CLASSES]);
}

void ts_print_breakdown(const ts_decode_bench *m, const ts_breakdown *b, const ts_rounds *token,
                        const ts_roofline *roof, int ctx)
{
    if (silent(m)) return;
    row("\none token behind %d cached positions, each launch timed alone, %d rounds; floor: as "
        "many "
        "empty launches",
        ctx, token->counted);
    row("%-20s %6s %10s %9s %8s %6s %9s %8s  %-20s %s", "class", "calls", "MB", "ms", "+-", "%",
        "floor ms", "GB/s", "% of reading [95 %]", "bound");
    for (int c = 0; c < b->classes; c++)
        if (b->each[c].calls) print_class(m, b, c, &roof[c]);
    print_token(m, b, token, roof);
    for (int c = 0; c < b->classes; c++)
        if (b->each[c].calls && roof[c].impossible) refused(b->class[c].name, roof[c].why);
    if (roof[TS_MAX_CLASSES].impossible) refused("token", roof[TS_MAX_CLASSES].why);
}

/* ---- ablations ---- */

void ts_print_ablated_head(const ts_decode_bench *m, int ctx, int gen)
{
    if (silent(m)) return;
    row("\neach switched off in turn inside tg%d @ %d; a round is plain, without, without, plain",
        gen, ctx);
    row("%-12s %9s %8s %9s  %-22s %-14s %3s", "without", "tok/s", "+-", "plain", "of plain [95 %]",
        "so having it", "n");
}

void ts_print_ablated(const ts_decode_bench *m, const ts_ablated *a)
{
    char of[64], more[32];
    const ts_result *f = &a->without.figures;
    const ts_rounds *r = &a->without.rounds;
    if (silent(m)) return;
    if (a->without.roof.impossible || a->plain.roof.impossible) {
        refused(a->name, a->without.roof.impossible ? a->without.roof.why : a->plain.roof.why);
        return;
    }
    snprintf(of, sizeof of, "%.4f [%.3f, %.3f]", a->ratio.mid, a->ratio.lo, a->ratio.hi);
    row("%-12s %9.2f %8.3f %9.2f  %-22s %-14s %3d  %s", a->name, f->value, half(f->lo, f->hi),
        a->plain.figures.value, of, a->verdict, r->counted,
        a->wrong.text[0] ? a->wrong.text
        : r->noisy       ? ""
                         : remark(more, sizeof more, r));
}

void ts_print_ablated_legend(const ts_decode_bench *m)
{
    if (silent(m)) return;
    for (size_t i = 0; ts_ablation_at(i); i++)
        if (ts_ablation_at(i)->bit & m->off)
            row("%-12s %s", ts_ablation_at(i)->name, ts_ablation_at(i)->what);
}
