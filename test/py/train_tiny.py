"""Trains models/tessera-tiny from nothing and writes it as a Hugging Face folder.

The network is Qwen2's, written out in plain PyTorch so that it trains quickly on one CPU core;
test/py/make_goldens.py loads the result with transformers, which proves that the two agree.
Every training row starts with BOS at the start of a paragraph, so a prompt with BOS is what the
model knows. One row in eight is a conversation in the chat template: the user gives a paragraph,
the assistant goes on with the story and ends with EOS.

Weights train in float32 (matmuls in bfloat16 under autocast) and are saved in bfloat16.
The schedule is cosine over --steps, or over --minutes where those run out first; the last fifth
uses rows four times as long, so that the rotary positions up to the full context have been seen.
On Linux MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=100000000000 saves a tenth of the time,
--compile a fifth.
"""

import argparse
import json
import math
import pathlib
import random
import time

import torch
import torch.nn.functional as F
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import nn

import train_texts
from train_tokenizer import ASSISTANT, BOS, EOS, USER

CONFIG = {
    "architectures": ["Qwen2ForCausalLM"],
    "attention_dropout": 0.0,
    "hidden_act": "silu",
    "hidden_size": 256,
    "initializer_range": 0.02,
    "intermediate_size": 512,
    "max_position_embeddings": 1024,
    "max_window_layers": 6,
    "model_type": "qwen2",
    "num_attention_heads": 8,
    "num_hidden_layers": 6,
    "num_key_value_heads": 2,
    "rms_norm_eps": 1e-06,
    "rope_theta": 10000.0,
    "sliding_window": 1024,
    "tie_word_embeddings": True,
    "torch_dtype": "bfloat16",
    "use_cache": True,
    "use_sliding_window": False,
    "vocab_size": 2048,
}
THINK = "<think>\n\n</think>\n\n"
IGNORED = -100


class RMSNorm(nn.Module):
    def __init__(self, size, eps):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(size))
        self.eps = eps

    def forward(self, x):
        scale = torch.rsqrt(x.float().pow(2).mean(-1, keepdim=True) + self.eps)
        return x.float() * scale * self.weight


class Attention(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.heads, self.kv = c["num_attention_heads"], c["num_key_value_heads"]
        self.dim = c["hidden_size"] // self.heads
        self.q_proj = nn.Linear(c["hidden_size"], self.heads * self.dim)
        self.k_proj = nn.Linear(c["hidden_size"], self.kv * self.dim)
        self.v_proj = nn.Linear(c["hidden_size"], self.kv * self.dim)
        self.o_proj = nn.Linear(self.heads * self.dim, c["hidden_size"], bias=False)

    def forward(self, x, cos, sin):
        b, t, _ = x.shape
        q = self.q_proj(x).view(b, t, self.heads, self.dim).transpose(1, 2)
        k = self.k_proj(x).view(b, t, self.kv, self.dim).transpose(1, 2)
        v = self.v_proj(x).view(b, t, self.kv, self.dim).transpose(1, 2)
        q, k = rotate(q, cos, sin).to(v.dtype), rotate(k, cos, sin).to(v.dtype)
        repeat = self.heads // self.kv
        k, v = k.repeat_interleave(repeat, 1), v.repeat_interleave(repeat, 1)
        y = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        return self.o_proj(y.transpose(1, 2).reshape(b, t, -1))


class MLP(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.gate_proj = nn.Linear(c["hidden_size"], c["intermediate_size"], bias=False)
        self.up_proj = nn.Linear(c["hidden_size"], c["intermediate_size"], bias=False)
        self.down_proj = nn.Linear(c["intermediate_size"], c["hidden_size"], bias=False)

    def forward(self, x):
        return self.down_proj(F.silu(self.gate_proj(x)) * self.up_proj(x))


class Layer(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.input_layernorm = RMSNorm(c["hidden_size"], c["rms_norm_eps"])
        self.self_attn = Attention(c)
        self.post_attention_layernorm = RMSNorm(c["hidden_size"], c["rms_norm_eps"])
        self.mlp = MLP(c)

    def forward(self, x, cos, sin):
        x = x + self.self_attn(self.input_layernorm(x), cos, sin)
        return x + self.mlp(self.post_attention_layernorm(x))


class Qwen2(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.embed_tokens = nn.Embedding(c["vocab_size"], c["hidden_size"])
        self.layers = nn.ModuleList(Layer(c) for _ in range(c["num_hidden_layers"]))
        self.norm = RMSNorm(c["hidden_size"], c["rms_norm_eps"])
        half = c["hidden_size"] // c["num_attention_heads"] // 2
        rate = c["rope_theta"] ** (-torch.arange(half).float() / half)
        angle = torch.arange(c["max_position_embeddings"]).float()[:, None] * rate
        self.register_buffer("cos", angle.cos(), persistent=False)
        self.register_buffer("sin", angle.sin(), persistent=False)
        for name, p in self.named_parameters():
            if name.endswith("bias"):
                nn.init.zeros_(p)
            elif p.dim() == 2:
                deep = name.endswith(("o_proj.weight", "down_proj.weight"))
                nn.init.normal_(p, std=0.02 / (math.sqrt(2 * len(self.layers)) if deep else 1))

    def forward(self, ids):
        x = self.embed_tokens(ids)
        t = ids.shape[1]
        for layer in self.layers:
            x = layer(x, self.cos[:t], self.sin[:t])
        return F.linear(self.norm(x), self.embed_tokens.weight)


def rotate(x, cos, sin):
    """Rotary embedding that pairs element i with element i + dim/2."""
    a, b = x.float().chunk(2, dim=-1)
    return torch.cat((a * cos - b * sin, b * cos + a * sin), dim=-1)


class Rows:
    """Draws training rows of one length.

    A book is tokenised whole, because the split lets punctuation take the line ends after it:
    paragraphs tokenised one by one would show the model other ids than a user's text has.
    """

    def __init__(self, books, tokenizer, seed):
        self.random = random.Random(seed)
        self.id = tokenizer.token_to_id
        self.encode = lambda text: tokenizer.encode(text, add_special_tokens=False)
        self.think = self.encode(THINK).ids
        self.books = books
        self.flat, self.begins = zip(*(self.tokens_of(book) for book in books))
        self.starts = [(b, p) for b, book in enumerate(books) for p in range(len(book))]

    def tokens_of(self, book):
        """All ids of a book, and the index at which each paragraph begins."""
        whole, at, places = self.encode("\n\n".join(book)), 0, []
        for paragraph in book:
            places.append(at)
            at += len(paragraph) + 2
        index = {start: i for i, (start, _) in reversed(list(enumerate(whole.offsets)))}
        return whole.ids, [index[place] for place in places]

    def prose(self, b, p, length):
        at = self.begins[b][p]
        return [self.id(BOS)] + self.flat[b][at : at + length] + [self.id(EOS)]

    def chat(self, b, p, length):
        row, turn = [self.id(BOS)], 0
        for paragraph in self.books[b][p:]:
            ids = self.encode(paragraph).ids
            if turn % 2 == 0:
                row += [self.id(USER)] + ids + [self.id(ASSISTANT)]
                row += self.think if self.random.random() < 0.5 else []
            else:
                row += ids + [self.id(EOS)]
            turn += 1
            if len(row) > length:
                break
        return row

    def draw(self, length):
        b, p = self.random.choice(self.starts)
        row = (self.chat if self.random.random() < 0.125 else self.prose)(b, p, length)
        return self.padded(row, length)

    def padded(self, row, length):
        row = row[: length + 1]
        ids, labels = row[:-1], row[1:]
        pad = length - len(ids)
        return ids + [self.id(EOS)] * pad, labels + [IGNORED] * pad

    def batch(self, count, length):
        ids, labels = zip(*(self.draw(length) for _ in range(count)))
        return torch.tensor(ids), torch.tensor(labels)

    def every(self, length):
        """All text once, in rows that start where the last one ended (for the loss)."""
        for flat in self.flat:
            for at in range(0, len(flat), length):
                yield self.padded([self.id(BOS)] + flat[at : at + length], length)


def loss_of(model, ids, labels):
    with torch.autocast("cpu", torch.bfloat16):
        logits = model(ids)
    return F.cross_entropy(logits.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORED)


@torch.no_grad()
def held_out_loss(model, rows, length):
    total = count = 0
    for ids, labels in rows.every(length):
        labels = torch.tensor([labels])
        n = int((labels != IGNORED).sum())
        total += float(loss_of(model, torch.tensor([ids]), labels)) * n
        count += n
    return total / count


@torch.no_grad()
def sample(model, tokenizer, prompt, count, seed=1):
    """Text at temperature 0.8, ids above the tokenizer's never drawn."""
    torch.manual_seed(seed)
    ids = [tokenizer.token_to_id(BOS)] + tokenizer.encode(prompt, add_special_tokens=False).ids
    for _ in range(count):
        logits = model(torch.tensor([ids]))[0, -1, : tokenizer.get_vocab_size()] / 0.8
        ids.append(int(torch.multinomial(logits.softmax(-1), 1)))
    return tokenizer.decode(ids)


def rate_at(step, progress, peak):
    warm = min(1.0, (step + 1) / 100)
    return warm * peak * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * progress)))


def save(model, tokenizer, folder):
    path = pathlib.Path(folder)
    state = model.state_dict().items()
    weights = {"model." + k: v.to(torch.bfloat16).contiguous() for k, v in state}
    save_file(weights, path / "model.safetensors", metadata={"format": "pt"})
    bos, eos = tokenizer.token_to_id(BOS), tokenizer.token_to_id(EOS)
    config = dict(sorted((CONFIG | {"bos_token_id": bos, "eos_token_id": eos}).items()))
    defaults = {"bos_token_id": bos, "eos_token_id": eos, "do_sample": True}
    defaults |= {"temperature": 0.6, "top_p": 0.95}
    for name, value in (("config.json", config), ("generation_config.json", defaults)):
        (path / name).write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")


def optimiser_for(model, args):
    matrices = [p for p in model.parameters() if p.dim() == 2]
    vectors = [p for p in model.parameters() if p.dim() != 2]
    groups = [{"params": matrices, "weight_decay": 0.1}, {"params": vectors, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=args.rate, betas=(0.9, 0.95), eps=1e-8)


def train(model, rows, held, args):
    """Returns the number of steps done."""
    optimiser = optimiser_for(model, args)
    fast = torch.compile(model, dynamic=False) if args.compile else model
    began, tokens, step, progress = time.time(), 0, 0, 0.0
    while progress < 1.0:
        length = args.length * (4 if progress >= 0.8 else 1)
        ids, labels = rows.batch(args.tokens // length, length)
        for group in optimiser.param_groups:
            group["lr"] = rate_at(step, progress, args.rate)
        loss = loss_of(fast, ids, labels)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        tokens += ids.numel()
        step += 1
        spent = time.time() - began
        progress = max(step / args.steps, spent / (60 * args.minutes))
        if step % 50 == 0:
            print(f"{step} loss {float(loss):.3f} {tokens / spent:.0f} tokens/s", flush=True)
        if step % 500 == 0:
            print(f"held-out loss {held_out_loss(model, held, args.length):.4f}", flush=True)
    return step


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--texts", required=True, help="folder with the books of sources.tsv")
    ap.add_argument("--model", default="models/tessera-tiny", help="tokenizer in, weights out")
    ap.add_argument("--out", help="folder for the weights, if not --model")
    ap.add_argument("--resume", help="model.safetensors to start from, with a fresh schedule")
    ap.add_argument("--steps", type=int, default=4000)
    ap.add_argument("--minutes", type=float, default=math.inf, help="end earlier than --steps")
    ap.add_argument("--tokens", type=int, default=2048, help="tokens a step")
    ap.add_argument("--length", type=int, default=256, help="tokens a row in the first part")
    ap.add_argument("--rate", type=float, default=2e-3)
    ap.add_argument("--threads", type=int, default=1)
    ap.add_argument("--compile", action="store_true", help="a minute to begin, then a fifth faster")
    ap.add_argument("--seed", type=int, default=1)
    args = ap.parse_args()

    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    tokenizer = Tokenizer.from_file(f"{args.model}/tokenizer.json")
    books, held_books = train_texts.load(f"{args.model}/sources.tsv", args.texts)
    rows, held = Rows(books, tokenizer, args.seed), Rows(held_books, tokenizer, 0)
    model = Qwen2(CONFIG)
    if args.resume:
        model.load_state_dict({k[6:]: v.float() for k, v in load_file(args.resume).items()})
        print(f"held-out loss before: {held_out_loss(model, held, args.length):.4f}", flush=True)
    size = sum(p.numel() for p in model.parameters())
    print("parameters:", size, "tokens:", sum(map(len, rows.flat)), flush=True)
    print("steps:", train(model, rows, held, args))
    with torch.no_grad():
        for p in model.parameters():
            p.copy_(p.to(torch.bfloat16).float())
    print(f"held-out loss, weights in bf16: {held_out_loss(model, held, 256):.4f}")
    save(model, tokenizer, args.out or args.model)
    print(sample(model, tokenizer, "Once upon a time", 150))


if __name__ == "__main__":
    main()
