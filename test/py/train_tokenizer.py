"""Trains the byte-level BPE of models/tessera-tiny and writes its tokenizer files.

The layout is that of DeepSeek-R1-Distill-Qwen: NFC, the Qwen2 split, ByteLevel, then the added
tokens above the BPE ids. The chat template is read from a tokenizer_config.json of that family
(--template), which is MIT licensed. Ids above the last added token stay unused on purpose: the
model has more rows than the tokenizer has ids, as the released models do.
"""

import argparse
import json
import pathlib

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

import train_texts

SPLIT = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}|"
    r" ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
EOS, USER, ASSISTANT = "<｜end▁of▁sentence｜>", "<｜User｜>", "<｜Assistant｜>"
BOS = "<｜begin▁of▁sentence｜>"
ADDED = [(EOS, True), (USER, False), (ASSISTANT, False), (BOS, True)]
ADDED += [("<|EOT|>", False), ("<think>", False), ("</think>", False)]


def train_bpe(books, size):
    bpe = Tokenizer(models.BPE(continuing_subword_prefix="", end_of_word_suffix=""))
    split = pre_tokenizers.Split(Regex(SPLIT), behavior="isolated")
    level = pre_tokenizers.ByteLevel(add_prefix_space=False, trim_offsets=False, use_regex=False)
    bpe.normalizer = normalizers.NFC()
    bpe.pre_tokenizer = pre_tokenizers.Sequence([split, level])
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(vocab_size=size, initial_alphabet=alphabet, show_progress=False)
    bpe.train_from_iterator(("\n\n".join(book) for book in books), trainer)
    return json.loads(bpe.to_str())


def gpt2_byte_order():
    """The 256 byte characters in the order GPT-2 numbers them: printable ones first."""
    kept = [*range(33, 127), *range(161, 173), *range(174, 256)]
    rest = [b for b in range(256) if b not in kept]
    return [chr(b) for b in kept] + [chr(256 + i) for i in range(len(rest))]


def lay_out(trained):
    """Renumbers to bytes in GPT-2 order followed by merges, and appends the added tokens."""
    merges = [m if isinstance(m, str) else " ".join(m) for m in trained["model"]["merges"]]
    tokens = gpt2_byte_order() + [m.replace(" ", "") for m in merges]
    level = {"type": "ByteLevel", "add_prefix_space": False}
    level |= {"trim_offsets": False, "use_regex": False}
    flags = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False}
    split = {"type": "Split", "pattern": {"Regex": SPLIT}, "behavior": "Isolated", "invert": False}
    added = [
        {"id": len(tokens) + i, "content": text, **flags, "special": special}
        for i, (text, special) in enumerate(ADDED)
    ]
    bpe = {"type": "BPE", "dropout": None, "unk_token": None, "continuing_subword_prefix": ""}
    bpe |= {"end_of_word_suffix": "", "fuse_unk": False, "byte_fallback": False}
    bpe |= {"vocab": {t: i for i, t in enumerate(tokens)}, "merges": merges}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": added,
        "normalizer": {"type": "NFC"},
        "pre_tokenizer": {"type": "Sequence", "pretokenizers": [split, level]},
        "post_processor": level,
        "decoder": level,
        "model": bpe,
    }


def write_json(path, value):
    text = json.dumps(value, ensure_ascii=False, indent=2)
    pathlib.Path(path).write_text(text + "\n", encoding="utf-8")


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--texts", required=True, help="folder with the books of sources.tsv")
    ap.add_argument("--template", required=True, help="tokenizer_config.json of the family")
    ap.add_argument("--model", default="models/tessera-tiny")
    ap.add_argument("--size", type=int, default=2000, help="BPE ids, without added tokens")
    ap.add_argument("--context", type=int, default=1024)
    args = ap.parse_args()

    books, _ = train_texts.load(f"{args.model}/sources.tsv", args.texts)
    layout = lay_out(train_bpe(books, args.size))
    write_json(f"{args.model}/tokenizer.json", layout)
    config = json.loads(pathlib.Path(args.template).read_text(encoding="utf-8"))
    config["model_max_length"] = args.context
    write_json(f"{args.model}/tokenizer_config.json", config)

    check = Tokenizer.from_file(f"{args.model}/tokenizer.json")
    sample = books[0][0]
    assert check.decode(check.encode(sample).ids) == sample
    print("ids:", check.get_vocab_size(), "characters a token:", round(
        len(sample) / len(check.encode(sample).ids), 2))


if __name__ == "__main__":
    main()
