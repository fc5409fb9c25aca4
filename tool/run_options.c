/* run_options.c - the options of `tessera run`, which of them contradict, and how tokens are chosen. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "engine/synthetic.h"
#include "tool/run.h"

static ts_run_options opt;

static const ts_arg options[] = {
    {"model", 'm', "DIR|ID|synthetic:PRESET",
     "Model folder, an id in the Hugging Face cache, or random weights "
     "of true shapes: synthetic:r1-distill-1.5b (-7b, -14b, -32b), synthetic:mini. "
     "Default: the small model that comes with Tessera.",
     TS_ARG_TEXT, &opt.model, 0, 0},
    {"prompt", 'p', "TEXT",
     "The prompt: raw text. The model's BOS token is put in front, unless the text begins with it. "
     "Default: \"" TS_RUN_PROMPT "\".",
     TS_ARG_TEXT, &opt.prompt, 0, 0},
    {"prompt-file", 'f', "FILE", "Read the prompt from FILE; - is standard input.", TS_ARG_TEXT,
     &opt.prompt_file, 0, 0},
    {"batch", 'b', "FILE",
     "A prompt a line, up to 16, all answered at once, none depending on the others; - is standard "
     "input. "
     "For random weights: ids, N,N,...",
     TS_ARG_TEXT, &opt.batch, 0, 0},
    {"prompt-ids", 0, "N,N,...", "Token ids instead of text, taken as they stand.", TS_ARG_TEXT,
     &opt.ids, 0, 0},
    {"chat", 0, NULL, "Put the prompt into the model's chat template, as a user's message.",
     TS_ARG_FLAG, &opt.chat, 0, 0},
    {"system", 0, "TEXT", "With --chat: a system message before it.", TS_ARG_TEXT, &opt.system, 0,
     0},
    {"messages", 0, "FILE",
     "A whole conversation for the chat template: a JSON array of {\"role\", \"content\"}, as "
     "chat-template reads it; - is standard input.",
     TS_ARG_TEXT, &opt.messages, 0, 0},
    {"no-bos", 0, NULL, "Do not put a BOS token in front of the text.", TS_ARG_FLAG, &opt.no_bos, 0,
     0},
    {"max-tokens", 'n', "N", "Stop after N tokens (default 128).", TS_ARG_INT, &opt.max_tokens, 0,
     1 << 24},
    {"ignore-eos", 0, NULL, "Go on after an end-of-text token.", TS_ARG_FLAG, &opt.ignore_eos, 0,
     0},
    {"greedy", 'g', NULL,
     "Always take the likeliest token. Default: as the model's generation_config.json says; "
     "greedy where it says nothing.",
     TS_ARG_FLAG, &opt.greedy, 0, 0},
    {"temp", 0, "T",
     "Temperature; 0 is --greedy. This and the four below: what is not given is as the model's "
     "file says, else off.",
     TS_ARG_REAL, &opt.temp, 0, 100},
    {"top-k", 0, "K", "Sample among the K likeliest; 0: all.", TS_ARG_INT, &opt.top_k, 0, 1 << 24},
    {"top-p", 0, "P", "Sample among the fewest tokens that together reach P; 1: all.", TS_ARG_REAL,
     &opt.top_p, 0, 1},
    {"min-p", 0, "P", "Drop tokens less likely than P times the likeliest; 0: none.", TS_ARG_REAL,
     &opt.min_p, 0, 1},
    {"repetition-penalty", 0, "R", "Make tokens that were there already less likely; 1: off.",
     TS_ARG_REAL, &opt.penalty, 0.01, 100},
    {"seed", 's', "N", "Seed of the sampler, 64 bits (default 1).", TS_ARG_SEED, &opt.seed, 0, 0},
    {"device", 'd', "NAME", "cpu (default), cpu:avx2, opencl:0, ...: see `tessera devices`.",
     TS_ARG_TEXT, &opt.device, 0, 0},
    {"dtype", 0, "f32|f16|bf16|q8|q4|mxfp4",
     "Of synthetic weights (default bf16). A model folder keeps the dtype of its files.",
     TS_ARG_WORD, &opt.dtype, 0, 0},
    {"kv", 0, "f32|f16|bf16|q8",
     "Of the KV cache; default f16 (bf16 where that is too narrow), f32 for a model in f32. q8: "
     "codes of 8 bits with a scale a head and position, half the memory of f16.",
     TS_ARG_WORD, &opt.kv, 0, 0},
    {"threads", 't', "N", "Worker threads; 0 (default): one a core that this process may use.",
     TS_ARG_INT, &opt.threads, 0, 1024},
    {"ctx", 'c', "N", "Positions that fit in the KV cache; default 4096, or the model's limit.",
     TS_ARG_INT, &opt.ctx, 0, 1 << 24},
    {"chunk", 0, "N",
     "Tokens of the prompt that are taken at once, which reads the weights once for them; 1: token "
     "by token. Default: 128.",
     TS_ARG_INT, &opt.chunk, 0, 4096},
    {"json", 0, NULL, "One JSON object on stdout at the end, instead of the text.", TS_ARG_FLAG,
     &opt.json, 0, 0},
    {"no-ceiling", 0, NULL, "Do not measure this machine's read bandwidth at the end.", TS_ARG_FLAG,
     &opt.no_ceiling, 0, 0},
    {"quiet", 'q', NULL, "Only the text, and errors.", TS_ARG_FLAG, &opt.quiet, 0, 0},
    {0},
};

static const ts_args spec = {
    .command = "run",
    .about = "Writes text with a model. The prompt is raw text unless --chat or --messages is "
             "given. Tokens are drawn as the model's own generation_config.json asks; --greedy "
             "takes the likeliest.",
    .examples = "  tessera run --prompt \"The capital of France is\" --max-tokens 64 --greedy\n"
                "  tessera run --model deepseek-ai/DeepSeek-R1-Distill-Qwen-1.5B --chat \\\n"
                "              --prompt \"Why is the sky blue?\" --temp 0.6 --top-p 0.95\n"
                "  tessera run --model DIR --messages talk.json\n"
                "  tessera run --model DIR --batch questions.txt --chat --json\n"
                "  tessera run --model synthetic:r1-distill-1.5b --max-tokens 32\n",
    .options = options,
};

/* ---- contradictions ---- */

/* The first option that was given and only means something when tokens are drawn; NULL: none was. */
static const char *drawing(const ts_run_options *o)
{
    return o->top_k >= 0   ? "--top-k"
           : o->top_p >= 0 ? "--top-p"
           : o->min_p >= 0 ? "--min-p"
           : o->seed.given ? "--seed"
                           : NULL;
}

static int check_prompts(const ts_run_options *o)
{
    const struct {
        const char *name, *given;
    } source[] = {{"--prompt", o->prompt},
                  {"--prompt-file", o->prompt_file},
                  {"--prompt-ids", o->ids},
                  {"--messages", o->messages},
                  {"--batch", o->batch}};
    const char *first = NULL;
    for (size_t i = 0; i < sizeof source / sizeof *source; i++) {
        if (source[i].given && first)
            return ts_usage_error("run", "%s and %s are two prompts; give one", first,
                                  source[i].name);
        if (source[i].given) first = source[i].name;
    }
    if (o->ids && !*o->ids)
        return ts_usage_error("run", "--prompt-ids is empty; give ids, as 1,2,3, or leave it out");
    return 0;
}

static int check_chat(const ts_run_options *o)
{
    bool chat = o->chat || o->messages;
    if (o->chat && o->ids)
        return ts_usage_error("run", "--chat is for text, and --prompt-ids are no text; give one");
    if (o->system && o->messages)
        return ts_usage_error("run", "--system does not go with --messages; put a message of the "
                                     "role system into the list");
    if (o->system && !o->chat)
        return ts_usage_error("run", "--system is part of a chat; add --chat");
    if (o->no_bos && chat)
        return ts_usage_error("run", "--no-bos is for raw text; the chat template says itself "
                                     "where BOS stands");
    if (o->no_bos && o->ids)
        return ts_usage_error("run", "--no-bos is for text; --prompt-ids get no BOS");
    return 0;
}

static int check_sampling(const ts_run_options *o)
{
    if (o->greedy && o->temp > 0)
        return ts_usage_error("run", "--greedy and --temp %g contradict; give one", o->temp);
    if ((o->greedy || o->temp == 0) && drawing(o))
        return ts_usage_error("run",
                              "%s takes the likeliest token, so %s would do nothing; "
                              "leave one out",
                              o->greedy ? "--greedy" : "--temp 0", drawing(o));
    return 0;
}

static int check_random(const ts_run_options *o)
{
    const char *text = o->prompt        ? "--prompt"
                       : o->prompt_file ? "--prompt-file"
                       : o->messages    ? "--messages"
                       : o->chat        ? "--chat"
                                        : NULL;
    if (!o->model || !ts_synthetic_is(o->model) || !text) return 0;
    return ts_usage_error("run",
                          "random weights have no tokenizer, so %s means nothing to %s; use "
                          "--prompt-ids, or leave it out",
                          text, o->model);
}

int ts_run_parse(ts_run_options *o, int argc, char **argv)
{
    opt = (ts_run_options){.max_tokens = 128,
                           .top_k = -1,
                           .temp = NAN,
                           .top_p = NAN,
                           .min_p = NAN,
                           .penalty = NAN,
                           .seed = {.value = 1}};
    int words = ts_args_parse(&spec, argc, argv);
    if (words < 0) return words;
    *o = opt;
    bool bad = check_prompts(o) || check_chat(o) || check_sampling(o) || check_random(o);
    return bad ? TS_ARGS_WRONG : 0;
}

/* ---- how tokens are chosen ---- */

ts_talk_options ts_run_talk_options(const ts_run_state *r)
{
    const ts_run_options *o = r->o;
    return (ts_talk_options){.folder = r->at.folder,
                             .vocab = r->at.vocab,
                             .greedy = o->greedy,
                             .asked = {.temperature = o->temp,
                                       .top_k = o->top_k,
                                       .top_p = o->top_p,
                                       .min_p = o->min_p,
                                       .repetition_penalty = o->penalty,
                                       .seed = o->seed.value},
                             .ignore_eos = o->ignore_eos};
}

/* Whether options say how to draw though nothing says to draw. */
int ts_run_check_sampling(const ts_run_state *r, ts_error *err)
{
    bool greedy = r->o->greedy || r->o->temp == 0;
    if (greedy || ts_talk_sampling(r->talk)->temperature > 0 || !drawing(r->o)) return 0;
    return ts_fail(err, "nothing says to draw tokens, so %s would do nothing; give --temp T, too",
                   drawing(r->o));
}

void ts_run_say_sampling(const ts_run_state *r)
{
    const ts_sampling *s = ts_talk_sampling(r->talk);
    if (s->temperature == 0)
        ts_run_say(r, "Sampling: greedy");
    else
        ts_run_say(r, "Sampling: temperature %g, top-p %g, top-k %d, min-p %g", s->temperature,
                   s->top_p, s->top_k, s->min_p);
    if (s->repetition_penalty != 1) ts_run_say(r, ", repetition penalty %g", s->repetition_penalty);
    if (s->temperature > 0) ts_run_say(r, ", seed %llu", (unsigned long long)s->seed);
    ts_run_say(r, " (%s)\n", ts_talk_sampling_from(r->talk));
}
