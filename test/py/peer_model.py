"""A Qwen2 model of random weights, written as a model folder and as GGUF: for peer_decode.py.

Both files hold the same numbers, matrices code for code. Only the vectors differ in form: GGUF has
them in float32, as llama.cpp's own converter writes them. The tokenizer is a dummy of the right
size.
"""
import json
import pathlib

import gguf
import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]

SHAPES = {
    "1.5b": {"hidden_size": 1536, "intermediate_size": 8960, "num_hidden_layers": 28,
             "num_attention_heads": 12, "num_key_value_heads": 2, "vocab_size": 151936},
    "mini": {"hidden_size": 256, "intermediate_size": 640, "num_hidden_layers": 3,
             "num_attention_heads": 4, "num_key_value_heads": 2, "vocab_size": 2048},
}




def tensor_list(s):
    """(name in the model folder, name in GGUF, dimensions)"""
    h, inter, vocab = s["hidden_size"], s["intermediate_size"], s["vocab_size"]
    kv = h // s["num_attention_heads"] * s["num_key_value_heads"]
    yield "model.embed_tokens.weight", "token_embd.weight", (vocab, h)
    for i in range(s["num_hidden_layers"]):
        a, b = f"model.layers.{i}.", f"blk.{i}."
        yield a + "input_layernorm.weight", b + "attn_norm.weight", (h,)
        for letter, rows in (("q", h), ("k", kv), ("v", kv)):
            yield f"{a}self_attn.{letter}_proj.weight", f"{b}attn_{letter}.weight", (rows, h)
            yield f"{a}self_attn.{letter}_proj.bias", f"{b}attn_{letter}.bias", (rows,)
        yield a + "self_attn.o_proj.weight", b + "attn_output.weight", (h, h)
        yield a + "post_attention_layernorm.weight", b + "ffn_norm.weight", (h,)
        for name, shape in (("gate", (inter, h)), ("up", (inter, h)), ("down", (h, inter))):
            yield f"{a}mlp.{name}_proj.weight", f"{b}ffn_{name}.weight", shape
    yield "model.norm.weight", "output_norm.weight", (h,)
    yield "lm_head.weight", "output.weight", (vocab, h)


def encode(x, dtype):
    """float32 to codes, nearest even."""
    if dtype != "bf16":
        return x.astype(np.float16 if dtype == "f16" else np.float32)
    bits = x.view(np.uint32)
    return ((bits + 0x7FFF + (bits >> 16 & 1)) >> 16).astype(np.uint16)


def decode(x, dtype):
    if dtype != "bf16":
        return x.astype(np.float32)
    return (x.astype(np.uint32) << 16).view(np.float32)


def write_config(folder, s, dtype):
    names = {"bf16": "bfloat16", "f16": "float16", "f32": "float32"}
    config = dict(s, architectures=["Qwen2ForCausalLM"], model_type="qwen2", hidden_act="silu",
                  rms_norm_eps=1e-6, rope_theta=10000.0, max_position_embeddings=131072,
                  tie_word_embeddings=False, torch_dtype=names[dtype], bos_token_id=0,
                  eos_token_id=s["vocab_size"] - 1)
    (folder / "config.json").write_text(json.dumps(config))
    tok = json.loads((ROOT / "models/tessera-tiny/tokenizer.json").read_text())
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    alphabet = [chr(b) for b in printable] + [chr(0x100 + i) for i in range(256 - len(printable))]
    filler = [f"t{i}" for i in range(s["vocab_size"] - 256)]
    tok["model"]["vocab"] = {text: i for i, text in enumerate(alphabet + filler)}
    tok["model"]["merges"], tok["added_tokens"], tok["post_processor"] = [], [], None
    (folder / "tokenizer.json").write_text(json.dumps(tok))


def open_gguf(path, s, dtype, entries):
    w = gguf.GGUFWriter(str(path), "qwen2")
    w.add_name("random weights")
    w.add_block_count(s["num_hidden_layers"])
    w.add_context_length(131072)
    w.add_embedding_length(s["hidden_size"])
    w.add_feed_forward_length(s["intermediate_size"])
    w.add_head_count(s["num_attention_heads"])
    w.add_head_count_kv(s["num_key_value_heads"])
    w.add_rope_freq_base(10000.0)
    w.add_layer_norm_rms_eps(1e-6)
    w.add_vocab_size(s["vocab_size"])
    w.add_tokenizer_model("no_vocab")
    raw = {"bf16": gguf.GGMLQuantizationType.BF16, "f16": gguf.GGMLQuantizationType.F16,
           "f32": gguf.GGMLQuantizationType.F32}
    width = 4 if dtype == "f32" else 2
    for _, name, shape in entries:  # vectors are always f32, as llama.cpp's own converter has it
        n = int(np.prod(shape))
        if len(shape) == 1:
            w.add_tensor_info(name, shape, np.dtype(np.float32), 4 * n, raw["f32"])
        else:
            w.add_tensor_info(name, shape, np.dtype(np.uint16), width * n, raw[dtype])
    w.write_header_to_file()
    w.write_kv_data_to_file()
    w.write_ti_data_to_file()
    return w


def safetensors_header(entries, dtype):
    header, at, width = {}, 0, 4 if dtype == "f32" else 2
    for name, _, shape in entries:
        n = width
        for d in shape:
            n *= d
        header[name] = {"dtype": dtype.upper(), "shape": shape, "data_offsets": [at, at + n]}
        at += n
    text = json.dumps(header).encode()
    text += b" " * (-(len(text) + 8) % 64)
    return len(text).to_bytes(8, "little") + text


def draw(rng, table, dims):
    """Draws from the table, in pieces: NumPy widens the indices to 64 bits."""
    data = np.empty(dims, table.dtype)
    flat = data.reshape(-1)
    for at in range(0, flat.size, 1 << 20):
        n = min(1 << 20, flat.size - at)
        flat[at:at + n] = table[rng.integers(0, 65536, n, np.uint16)]
    return data


def write(folder, shape, dtype):
    """Random normal weights, deviation 0.02, drawn from a table of 65,536; norms around 1."""
    s, rng = SHAPES[shape], np.random.Generator(np.random.SFC64(1))
    entries = list(tensor_list(s))
    table = rng.normal(0, 0.02, 65536).astype(np.float32)
    codes, norms = encode(table, dtype), encode(1 + table, dtype)
    write_config(folder, s, dtype)
    g = open_gguf(folder / "model.gguf", s, dtype, entries)
    with open(folder / "model.safetensors", "wb") as f:
        f.write(safetensors_header(entries, dtype))
        for name, _, dims in entries:
            data = draw(rng, norms if "norm" in name else codes, dims)
            data.tofile(f)
            g.write_tensor_data(data if len(dims) == 2 else decode(data, dtype))
    g.close()
