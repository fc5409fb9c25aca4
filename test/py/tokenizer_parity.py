#!/usr/bin/env python3
"""Compares `tessera tokenize` with the Hugging Face reference on random and nasty strings.

    pip install tokenizers==0.23.2
    tokenizer_parity.py --tessera build/tessera --model DIR [--count 100000] [--seed 1]

A difference prints the text, cut to the shortest that still differs, and both id lists;
the exit status is then 1. `--model` is a folder with a tokenizer.json.
"""
import argparse
import json
import random
import subprocess
import sys
import unicodedata

import tokenizers

NASTY = [
    " ", "  ", "\t", "\n", "\r\n", "\r", "\n\n ", "\u00a0", "\u0085", "\u1680", "\u2028", "\u3000",
    "\u180e", "\u200b", "\u200d", "\ufeff", "'", "'s", "'S", "'\u017f", "'ll", "'LL", "'lL", "'re",
    "'Ve", "'d", "'T", "'M", "\u2019s", "\u212a", "\u0130", "\u0131", "\u00df", "\u1e9e", "\ufb06",
    "0", "12", "\u0663", "\u00bd", "\u2167", "\u4e00", "\u4e2d\u6587", "\u306e", "\u30ab", "\uff76",
    "\uac00", "\u1100\u1161", "\u1100\u1161\u11a8", "\uac00\u11a8", "\u1161", "\u11a7", "\u11a8",
    "\u0301", "\u0323", "\u0345", "\u0334", "\u0300\u0323", "e\u0301", "e\u0323\u0302", "\u00e9",
    "\u212b", "\u2126", "\u0958", "\u0915\u093c", "\u09c7\u09be", "\u0344", "\u1f81", "\u0f73",
    "\U0001d15e", "\u0898", "\u0c3c", "\u1dfa", "\U0001e2ec", "\U00011938", "\U00011935\U00011930",
    "\U000119e0", "\U00016d67\U00016d67", "\ufb1d", "\U0001f642", "\U0001f680", "\U0001f1e9",
    "\x00", "\x1c", "\x1f", "\x7f", "\x80", "\ufffd", "\uffff", "\U0010ffff", "\ue000", "a", "Z",
    "the", " the", "Hello", "world", "_", "__", "-->", "//", "{}", "();", "<", ">", "<|", "|>",
    "<\uff5c", "\uff5c>", "\u2581", "\u0120", "\u010a", "\u00e2\u0080",
]


def random_char(rng, blocks):
    kind = rng.randrange(6)
    if kind == 0:
        return chr(rng.randrange(0x20, 0x7F))
    if kind == 1:
        return chr(rng.randrange(0x80, 0x800))
    if kind == 2:
        return rng.choice(blocks["marks"])
    if kind == 3:
        return rng.choice(blocks["composed"])
    code = rng.randrange(0x800, 0x3400) if kind == 4 else rng.randrange(0x110000)
    return chr(code) if not 0xD800 <= code < 0xE000 else "\ud7a3"


def random_text(rng, blocks, added):
    kind, size = rng.randrange(7), rng.choice((1, 2, 3, 5, 8, 13, 30, 80))
    if kind == 0:
        return "".join(rng.choice(NASTY) for _ in range(size))
    if kind == 1:
        return "".join(rng.choice(NASTY + added) for _ in range(size))
    if kind == 2:
        return "".join(random_char(rng, blocks) for _ in range(size))
    if kind == 3:
        return "".join(rng.choice((random_char(rng, blocks), rng.choice(NASTY), rng.choice(added)))
                       for _ in range(size))
    if kind == 4:
        return rng.choice(NASTY + added) * rng.choice((2, 3, 4, 7, 16, 47, 48, 49, 50, 97, 130))
    if kind == 5:
        token = rng.choice(added)
        cut = rng.randrange(len(token) + 1)
        return token[:cut] + rng.choice(NASTY) + token[cut:] + rng.choice(blocks["marks"])
    return "".join(rng.choice(" abcdeinorst'\n0129ETA") for _ in range(size * 4))


def make_blocks():
    chars = [chr(c) for c in range(0x110000) if not 0xD800 <= c < 0xE000]
    return {
        "marks": [c for c in chars if unicodedata.combining(c)],
        "composed": [c for c in chars if unicodedata.decomposition(c)[:1] not in ("", "<")],
    }


class Ours:
    """One `tessera tokenize` for a list of texts."""

    def __init__(self, tessera, model):
        self.command = [tessera, "tokenize", "--model", model, "--jsonl", "--no-special"]

    def encode(self, texts):
        lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
        done = subprocess.run(self.command, input=lines.encode(), capture_output=True, check=False)
        if done.returncode:
            sys.exit(done.stderr.decode())
        return [json.loads(line)["ids"] for line in done.stdout.decode().splitlines()]


def shrink(text, differs):
    """Leaves out parts of the text for as long as it still differs."""
    part = max(1, len(text) // 2)
    while True:
        for start in range(0, len(text), part):
            shorter = text[:start] + text[start + part:]
            if differs(shorter):
                text = shorter
                break
        else:
            if part == 1:
                return text
            part = max(1, part // 2)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tessera", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--count", type=int, default=100000)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    args = parser.parse_args()
    print(f"tokenizers {tokenizers.__version__}, seed {args.seed}, {args.count} strings")
    reference = tokenizers.Tokenizer.from_file(args.model + "/tokenizer.json")
    ours, rng = Ours(args.tessera, args.model), random.Random(args.seed)
    added = [token.content for token in reference.get_added_tokens_decoder().values()] or ["<s>"]
    blocks, wrong, done = make_blocks(), 0, 0
    while done < args.count and wrong < 10:
        texts = [random_text(rng, blocks, added) for _ in range(min(20000, args.count - done))]
        theirs = [e.ids for e in reference.encode_batch(texts, add_special_tokens=False)]
        mine = ours.encode(texts)
        assert len(mine) == len(texts)
        for text, a, b in zip(texts, theirs, mine):
            if a == b:
                continue
            wrong += 1
            text = shrink(text, lambda t: reference.encode(t, add_special_tokens=False).ids
                          != ours.encode([t])[0]) if wrong < 4 else text
            print(f"{ascii(text)}\n  reference {reference.encode(text, add_special_tokens=False).ids}"
                  f"\n  ours      {ours.encode([text])[0]}")
        done += len(texts)
    print(f"{done} strings, {wrong} differences")
    sys.exit(wrong > 0)


main()
