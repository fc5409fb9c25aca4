"""Writes test/vectors/parity: what Hugging Face transformers computes, for the C test to match.

Float32 on the CPU with eager attention; the layouts are in test/vectors/parity/README.md.
`random` makes the small models (seeded random weights) and their goldens, `shipped` the goldens
of models/tessera-tiny and its KL reference. Greedy decoding never stops at EOS and never picks
an id at or above `allowed`. A random model's seed is the first one whose 512 greedy choices all
have a margin a float32 implementation cannot flip, and whose text does not fall into one token.
"""

import argparse
import hashlib
import json
import pathlib
import struct

import numpy as np
import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer
from transformers import Qwen2Config, Qwen2ForCausalLM

GREEDY = 512
MARGIN = 2e-3  # smallest accepted gap between the two best logits of a random model
HELD_OUT = (
    "When the rain had stopped, the old man came out of his cottage and looked across the "
    "valley. There was a light in the window of the mill, and he could hear the water running "
    "over the wheel.\n\n\"Somebody is there,\" said the boy, who had followed him to the gate. "
    "\"I saw a lantern go down the path an hour ago, and it has not come back.\"\n\n\"Then we "
    "shall go and see who it is,\" answered the old man. He took his stick from behind the door, "
    "put on his hat, and they went down the hill together without another word. The grass was "
    "wet, and the moon was just beginning to rise behind the trees. At the bridge they stopped "
    "and listened. Not a sound came from the house, but the light was still burning, and now and "
    "then a shadow passed before it.\n\n\"Let me go first,\" whispered the boy. \"I am small, and "
    "nobody will notice me.\" The old man shook his head. He had known the mill for forty years, "
    "and he did not mean to be frightened by a shadow. He walked straight to the door and knocked "
    "three times. For a moment nothing happened; then a voice which they both knew very well "
    "cried out, \"Come in, come in! I have been waiting for you all the evening, and the tea is "
    "quite cold.\""
)

PROMPTS = [
    "Once upon a time",
    '"My dear Watson," said Holmes',
    "The",
    "<｜User｜>Who lives in the mill?<｜Assistant｜>",
    "<｜User｜>Tell me about the garden.<｜Assistant｜><think>\n",
    "It was a dark night, and",
    "Alice looked round",
    "She had never seen",
    "In the morning the children",
    "The captain",
    "I was",
    "Mr. Darcy",
    "When they came to the river",
    "There was a",
    "The old man",
    "",
]


def shape(vocab, hidden, layers, heads, kv, inter, **more):
    base = {"vocab_size": vocab, "hidden_size": hidden, "num_hidden_layers": layers}
    base |= {"num_attention_heads": heads, "num_key_value_heads": kv, "intermediate_size": inter}
    base |= {"max_position_embeddings": 1024, "rope_theta": 10000.0, "rms_norm_eps": 1e-6}
    return base | {"tie_word_embeddings": False, "dtype": "float32", "lengths": [1, 7, 33]} | more


SHAPES = {
    "gqa7": shape(131, 56, 2, 7, 1, 77, unused=9),
    "mha-tied": shape(97, 48, 3, 4, 4, 64, tie_word_embeddings=True),
    "odd-hd12": shape(131, 60, 2, 5, 1, 77),
    "rope1e6-long": shape(
        61, 32, 2, 4, 2, 52, rope_theta=1e6, max_position_embeddings=8192, lengths=[5, 4200],
        tie_word_embeddings=True,
    ),
    "bf16": shape(211, 64, 2, 4, 2, 72, dtype="bfloat16", rms_norm_eps=1e-5),
    "f16-tied": shape(64, 36, 4, 3, 3, 50, dtype="float16", tie_word_embeddings=True),
    "gqa7-sharded": shape(149, 84, 1, 14, 2, 63, shards=2, unused=5),
    "one-layer": shape(33, 16, 1, 2, 1, 24, rope_theta=500.0),
}


def fill_random(model, seed):
    """Lively random weights: attention, bias and norm gains all matter to the result."""
    gen = torch.Generator().manual_seed(seed)
    for name, p in model.named_parameters():
        noise = torch.randn(p.shape, generator=gen)
        if name.endswith("norm.weight"):
            p.data = 1.0 + 0.3 * noise
        elif name.endswith("bias"):
            p.data = 0.5 * noise
        elif "embed_tokens" in name:
            p.data = 0.5 * noise
        else:
            gain = 3.0 if name == "lm_head.weight" else 1.6
            p.data = gain * noise / p.shape[1] ** 0.5
    return model


def build(spec, seed):
    own = ("dtype", "lengths", "unused", "shards")
    config = Qwen2Config(**{k: v for k, v in spec.items() if k not in own})
    config._attn_implementation = "eager"
    config.use_sliding_window = False
    model = fill_random(Qwen2ForCausalLM(config).float(), seed)
    model.tie_weights()
    dtype = getattr(torch, spec["dtype"])
    for p in model.parameters():  # the file's rounding is part of the model
        p.data = p.data.to(dtype).float()
    return model.eval()


@torch.no_grad()
def run_case(model, ids, allowed, first):
    """Logits from position `first` on, then the greedy continuation with its margins."""
    out = model(torch.tensor([ids]), use_cache=True)
    rows, cache = out.logits[0, first:].numpy().astype("<f4"), out.past_key_values
    greedy, second, margin, masked, last = [], [], [], 0, out.logits[0, -1]
    for _ in range(GREEDY):
        top = torch.topk(last[:allowed], 2)
        masked += int(last.argmax()) >= allowed
        greedy.append(int(top.indices[0]))
        second.append(int(top.indices[1]))
        margin.append(float(top.values[0] - top.values[1]))
        out = model(torch.tensor([greedy[-1:]]), past_key_values=cache, use_cache=True)
        last, cache = out.logits[0, -1], out.past_key_values
    case = {"ids": ids, "first": first, "logits": rows, "greedy": greedy}
    return case | {"second": second, "margin": margin, "masked": masked}


def pack(cases, vocab, allowed):
    """The bytes of golden.bin."""
    out = [b"TSGOLD01", struct.pack("<4I", len(cases), vocab, allowed, 0)]
    for c in cases:
        counts = (len(c["ids"]), c["first"], len(c["logits"]), len(c["greedy"]))
        out.append(struct.pack("<4I", *counts))
        out.append(np.array(c["ids"], "<i4").tobytes())
        out.append(c["logits"].astype("<f4").tobytes())
        out += [np.array(c[k], "<i4").tobytes() for k in ("greedy", "second")]
        out.append(np.array(c["margin"], "<f4").tobytes())
    return b"".join(out)


def summary_of(cases):
    return [
        {
            "prompt_tokens": len(c["ids"]),
            "logit_rows": len(c["logits"]),
            "largest_logit": round(float(np.abs(c["logits"]).max()), 4),
            "greedy_distinct": len(set(c["greedy"])),
            "smallest_margin": float(f"{min(c['margin']):.3g}"),
            "padded_row_was_best": c["masked"],
            "margins_below_1e-3": sum(m < 1e-3 for m in c["margin"]),
        }
        for c in cases
    ]


def digest_of(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def write_json(path, value):
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def save_weights(model, spec, folder):
    dtype = getattr(torch, spec["dtype"])
    tied = spec["tie_word_embeddings"]
    weights = {
        k: v.to(dtype).clone().contiguous()
        for k, v in model.state_dict().items()
        if not (tied and k == "lm_head.weight")
    }
    shards = spec.get("shards", 1)
    if shards == 1:
        save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
        return
    names, places = sorted(weights), {}
    for i in range(shards):
        part = f"model-{i + 1:05d}-of-{shards:05d}.safetensors"
        some = {k: weights[k] for k in names[i::shards]}
        save_file(some, folder / part, metadata={"format": "pt"})
        places |= dict.fromkeys(some, part)
    size = sum(v.numel() * v.element_size() for v in weights.values())
    index = {"metadata": {"total_size": size}, "weight_map": dict(sorted(places.items()))}
    write_json(folder / "model.safetensors.index.json", index)


def config_of(spec):
    own = ("dtype", "lengths", "unused", "shards")
    config = {k: v for k, v in spec.items() if k not in own}
    config |= {"architectures": ["Qwen2ForCausalLM"], "model_type": "qwen2", "hidden_act": "silu"}
    config |= {"torch_dtype": spec["dtype"], "use_sliding_window": False}
    config |= {"sliding_window": 4096, "bos_token_id": 0, "eos_token_id": 1}
    return dict(sorted(config.items()))


def random_case(name, spec, out):
    allowed = spec["vocab_size"] - spec.get("unused", 0)
    for seed in range(1, 200):
        model = build(spec, seed)
        rng, cases = np.random.default_rng(seed), []
        for length in spec["lengths"]:
            ids = [int(i) for i in rng.integers(0, allowed, length)]
            cases.append(run_case(model, ids, allowed, max(0, length - 40)))
            c = cases[-1]
            if min(c["margin"]) < MARGIN or len(set(c["greedy"])) < allowed // 4:
                break
        else:
            break
    else:
        raise SystemExit(f"{name}: no seed gives clear margins")
    folder = out / name
    folder.mkdir(parents=True, exist_ok=True)
    write_json(folder / "config.json", config_of(spec))
    save_weights(model, spec, folder)
    (folder / "golden.bin").write_bytes(pack(cases, spec["vocab_size"], allowed))
    write_json(folder / "golden.json", {"seed": seed, "cases": summary_of(cases)})
    print(name, "seed", seed, summary_of(cases)[-1], flush=True)


def encode(tokenizer, text):
    bos = tokenizer.token_to_id("<｜begin▁of▁sentence｜>")
    return [bos] + tokenizer.encode(text, add_special_tokens=False).ids


@torch.no_grad()
def kl_reference(path, ids, k):
    """Float32 log-probabilities (best k and the rest) and the KL that bfloat16 itself costs."""
    logp = {}
    for dtype in (torch.float32, torch.bfloat16):
        model = Qwen2ForCausalLM.from_pretrained(
            path, torch_dtype=dtype, attn_implementation="eager"
        )
        logp[dtype] = model(torch.tensor([ids])).logits[0].double().log_softmax(-1)
    p, q = logp[torch.float32], logp[torch.bfloat16]
    full = float((p.exp() * (p - q)).sum(-1).mean())
    top = p.topk(k)
    best_q = q.gather(-1, top.indices)
    rest_p = torch.log1p(-top.values.exp().sum(-1)).double()
    rest_q = torch.log1p(-best_q.exp().sum(-1)).double()
    lumped = (top.values.exp() * (top.values - best_q)).sum(-1) + rest_p.exp() * (rest_p - rest_q)
    return top.indices.numpy(), top.values.numpy(), rest_p.numpy(), float(lumped.mean()), full


def pack_kl(ids, best, logp, rest, lumped, full):
    """The bytes of kl.bin."""
    n, k = best.shape
    out = [b"TSKLD001", struct.pack("<2I2f", n, k, lumped, full), np.array(ids, "<i4").tobytes()]
    for i in range(n):
        out += [best[i].astype("<i4").tobytes(), logp[i].astype("<f4").tobytes()]
        out.append(struct.pack("<f", rest[i]))
    return b"".join(out)


def clear_cases(model, tokenizer, allowed, wanted):
    """The first `wanted` prompts whose greedy text nobody's float32 rounding can change."""
    texts, cases = [], []
    for text in PROMPTS:
        case = run_case(model, encode(tokenizer, text), allowed, 0)
        if min(case["margin"]) >= MARGIN / 2 and len(set(case["greedy"])) >= 30:
            texts.append(text)
            cases.append(case)
        if len(cases) == wanted:
            return texts, cases
    raise SystemExit("too few prompts give clear margins: add some to PROMPTS")


def shipped(path, out):
    tokenizer = Tokenizer.from_file(f"{path}/tokenizer.json")
    model = Qwen2ForCausalLM.from_pretrained(
        path, torch_dtype=torch.float32, attn_implementation="eager"
    ).eval()
    allowed, vocab = tokenizer.get_vocab_size(), model.config.vocab_size
    texts, cases = clear_cases(model, tokenizer, allowed, 4)
    long = encode(tokenizer, HELD_OUT)
    cases.append(run_case(model, long, allowed, len(long) - 1))
    folder = out / "tessera-tiny"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "golden.bin").write_bytes(pack(cases, vocab, allowed))
    best, logp, rest, lumped, full = kl_reference(path, long, 64)
    (folder / "kl.bin").write_bytes(pack_kl(long, best, logp, rest, lumped, full))
    facts = {"weights_sha256": digest_of(f"{path}/model.safetensors")}
    facts |= {"prompts": texts + ["(the fixed text)"], "cases": summary_of(cases)}
    facts |= {"kl_positions": len(long), "kl_bf16_lumped": lumped, "kl_bf16_full": full}
    facts["greedy_starts"] = [tokenizer.decode(c["greedy"][:80]) for c in cases]
    write_json(folder / "golden.json", facts)
    print(json.dumps(facts, indent=1, ensure_ascii=False))


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("what", choices=["random", "shipped"])
    ap.add_argument("--only", help="one of the random models")
    ap.add_argument("--model", default="models/tessera-tiny")
    ap.add_argument("--out", default="test/vectors/parity", type=pathlib.Path)
    args = ap.parse_args()
    torch.set_num_threads(1)
    if args.what == "shipped":
        shipped(args.model, args.out)
        return
    for name, spec in SHAPES.items():
        if args.only in (None, name):
            random_case(name, spec, args.out)


if __name__ == "__main__":
    main()
