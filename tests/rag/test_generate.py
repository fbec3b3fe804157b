"""Generation on tiny random models: short cuts change no token, adapters and errors are real."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from rag import backend, generate
from rag.bundled import SMOLLM2
from rag.errors import Mistake
from rag.generate import MlxGenerator
from rag.thread import ModelThread
from tests.tiny import SHAPE, generator, write_adapter, write_generator

SYSTEM = "You answer students' questions about university courses. "
FACT = "Facts: CSCI 104L is 4 units. CSCI 104L is 4 units. CSCI 270 needs CSCI 104. "
PROMPTS = (
    SYSTEM + FACT + "Question: how many units is CSCI 104L?",
    SYSTEM + FACT + "Question: how many units is CSCI 270?",
    SYSTEM + "Mon, Wed 10:00-11:20am " * 12,
    SYSTEM + "Mon, Wed 10:00-11:20am " * 12,
    "What?",
    SYSTEM + FACT * 30,  # longer than one chunk
    SYSTEM + FACT * 30 + "Question: what do I need before MATH 225?",
)
QWEN2 = {
    "hidden_size": 896,
    "num_hidden_layers": 24,
    "num_attention_heads": 14,
    "num_key_value_heads": 2,
    "intermediate_size": 4864,
    "vocab_size": 151_936,
    "rms_norm_eps": 1e-6,
    "rope_theta": 1_000_000.0,
    "max_position_embeddings": 32_768,
    "eos_token_id": [151_645, 151_643],
    "quantization": {"group_size": 64, "bits": 4},
}


def ask(text: str) -> list[dict[str, str]]:
    return [{"role": "user", "content": text}]


def tokens(model: MlxGenerator, prompt: Sequence[int], most: int = 60) -> list[int]:
    cache, logits = model._prefill(list(prompt))
    return list(model._decode(list(prompt), cache, logits, most))


def shortfall(plain: Any, prompt: Sequence[int], answer: Sequence[int]) -> float:
    """How far below the best logit the tokens of an answer are, by one pass of the plain model.

    0 for a greedy answer, but for rounding: it is what decoding one by one would have to choose.
    """
    import mlx.core as mx

    logits = plain(mx.array([[*prompt, *answer]]))[0, len(prompt) - 1 : -1]
    rows = np.array(logits)
    return float((rows.max(axis=-1) - rows[np.arange(len(answer)), list(answer)]).max())


def said(model: MlxGenerator, text: str, most: int = 40) -> str:
    return "".join(piece.text for piece in model.stream(ask(text), most))


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    backend.load()
    root = tmp_path_factory.mktemp("models")
    return {
        "llama": write_generator(root / "llama", "llama"),
        "qwen2": write_generator(root / "qwen2", "qwen2"),
        "untied": write_generator(root / "untied", "llama", tie_word_embeddings=False),
    }


@pytest.fixture(scope="module", params=["llama", "qwen2", "untied"])
def pair(
    request: pytest.FixtureRequest, folders: dict[str, Path]
) -> tuple[MlxGenerator, dict[str, Any]]:
    """A generator, and the configuration its plain counterpart is made from."""
    folder = folders[request.param]
    config = json.loads((folder / "config.json").read_text())
    return MlxGenerator(str(folder), folder), config


class Counting:
    """Counts the passes through a model."""

    def __init__(self, model: Any) -> None:
        self.inner = model
        self.passes = 0

    def __call__(self, *args: Any, **more: Any) -> Any:
        self.passes += 1
        return self.inner(*args, **more)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)


def test_lookup_and_kept_prefix_give_the_tokens_of_greedy_decoding(
    pair: tuple[MlxGenerator, dict[str, Any]],
) -> None:
    model, config = pair
    plain = generator(config)
    for text in PROMPTS:
        prompt = model.encode(ask(text))
        answer = tokens(model, prompt)
        assert len(answer) == 60
        assert shortfall(plain, prompt, answer) < 1e-3
        assert shortfall(plain, prompt, [*answer[1:], answer[0]]) > 0.1  # the measure can fail


def test_lookup_decoding_agrees_with_mlx_lm(pair: tuple[MlxGenerator, dict[str, Any]]) -> None:
    import mlx.core as mx
    from mlx_lm.generate import generate_step

    model, config = pair
    prompt = model.encode(ask(PROMPTS[0]))
    steps = generate_step(mx.array(prompt), generator(config), max_tokens=60)
    assert tokens(model, prompt) == [int(token) for token, _ in steps]


def test_the_same_question_again_gives_the_same_answer(
    pair: tuple[MlxGenerator, dict[str, Any]],
) -> None:
    model, _ = pair
    first = [said(model, text) for text in PROMPTS]
    assert [said(model, text) for text in reversed(PROMPTS)] == first[::-1]
    assert len(set(first)) == len(set(PROMPTS))


def test_lookup_takes_fewer_passes_than_tokens(folders: dict[str, Path]) -> None:
    model = MlxGenerator(str(folders["untied"]), folders["untied"])
    for layer in model.model.layers:  # only the last token counts: it must go round in a circle
        layer.self_attn.o_proj.weight *= 0
        layer.mlp.down_proj.weight *= 0
    model.model = Counting(model.model)
    most = 400
    answer = tokens(model, model.encode(ask(PROMPTS[2])), most)
    circle = len(set(answer))
    assert circle < most / 8
    assert model.model.passes < most / 3


def test_the_prompt_before_is_not_read_again(
    folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    model = MlxGenerator(str(folders["llama"]), folders["llama"])
    seen: list[int] = []
    whole = generate.read

    def noting(model: Any, ids: list[int], cache: list[Any]) -> Any:
        seen.append(len(ids))
        return whole(model, ids, cache)

    monkeypatch.setattr(generate, "read", noting)  # noted, and done as ever
    for text in PROMPTS[:4]:
        tokens(model, model.encode(ask(text)), 5)
    lengths = [len(model.encode(ask(text))) for text in PROMPTS[:4]]
    assert seen[0] == lengths[0]
    assert seen[1] < lengths[1] / 4
    assert lengths[2] / 2 < seen[2] < lengths[2]
    assert seen[3] == 1


@pytest.mark.parametrize("most", [1, 2, 3, 10])
def test_an_answer_stops_at_the_limit(pair: tuple[MlxGenerator, dict[str, Any]], most: int) -> None:
    model, _ = pair
    prompt = model.encode(ask(PROMPTS[2]))
    assert tokens(model, prompt, most) == tokens(model, prompt, 60)[:most]
    *_, last = model.stream(ask(PROMPTS[2]), most)
    assert last.generated_tokens == most


def test_an_answer_ends_where_the_model_ends_its_turn(
    tmp_path: Path, folders: dict[str, Path]
) -> None:
    model = MlxGenerator(str(folders["llama"]), tmp_path)
    prompt = model.encode(ask(PROMPTS[0]))
    free = tokens(model, prompt)
    for end in free[3], free[-1]:
        folder = tmp_path / str(end)
        shutil.copytree(folders["llama"], folder)
        config = json.loads((folder / "config.json").read_text())
        (folder / "config.json").write_text(json.dumps({**config, "eos_token_id": end}))
        ended = MlxGenerator(str(folder), tmp_path)
        assert tokens(ended, prompt) == free[: free.index(end)]


def test_the_pieces_say_the_counts(pair: tuple[MlxGenerator, dict[str, Any]]) -> None:
    model, _ = pair
    pieces = list(model.stream(ask(PROMPTS[0]), 30))
    assert {piece.prompt_tokens for piece in pieces} == {model.count(ask(PROMPTS[0]))}
    counts = [piece.generated_tokens for piece in pieces]
    assert counts == sorted(counts)
    assert counts[-1] == 30
    assert pieces[0].prefill_s > 0


def test_the_prompt_is_the_chat_template_up_to_the_answer(
    pair: tuple[MlxGenerator, dict[str, Any]],
) -> None:
    model, _ = pair
    ids = model.encode([{"role": "system", "content": "Be short."}, *ask("What?")])
    assert model.tokenizer.decode(ids) == (
        "<|im_start|>system\nBe short.<|im_end|>\n<|im_start|>user\nWhat?<|im_end|>\n"
        "<|im_start|>assistant\n"
    )


def test_two_answers_in_turn_do_not_mix(pair: tuple[MlxGenerator, dict[str, Any]]) -> None:
    model, _ = pair
    alone = [said(model, text) for text in PROMPTS[:2]]
    both = [model.stream(ask(text), 40) for text in PROMPTS[:2]]
    assert in_turn(both) == alone


def in_turn(streams: Sequence[Iterator[generate.Piece]]) -> list[str]:
    texts = [""] * len(streams)
    going = set(range(len(streams)))
    while going:
        for n in sorted(going):
            piece = next(streams[n], None)
            if piece is None:
                going.remove(n)
            else:
                texts[n] += piece.text
    return texts


def test_a_model_made_on_the_model_thread_answers_there(folders: dict[str, Path]) -> None:
    thread = ModelThread()
    folder = folders["qwen2"]
    model = thread.call(MlxGenerator, str(folder), folder)
    found = thread.stream(lambda: model.stream(ask(PROMPTS[0]), 20))
    assert "".join(p.text for p in found) == said(MlxGenerator(str(folder), folder), PROMPTS[0], 20)


def test_a_four_bit_folder_answers_as_its_dequantized_weights(tmp_path: Path) -> None:
    import mlx.core as mx
    from mlx_lm.utils import load_model

    quantization = {"group_size": 32, "bits": 4}
    folder = write_generator(tmp_path / "four", "qwen2", quantization=quantization)
    model = MlxGenerator(str(folder), tmp_path)
    ids = mx.array([model.encode(ask(PROMPTS[0]))])
    quantized, _ = load_model(folder)
    assert np.abs(np.array(model.model(ids)) - np.array(quantized(ids))).max() < 2e-3


def logits(model: Any, ids: list[int]) -> np.ndarray:
    import mlx.core as mx

    return np.array(model(mx.array([ids])).astype(mx.float32))


@pytest.mark.parametrize("kind", ["lora", "dora"])
def test_an_adapter_as_mlx_lm_saves_it_changes_the_model_as_mlx_lm_does(
    tmp_path: Path, folders: dict[str, Path], kind: str
) -> None:
    from mlx_lm.tuner.utils import load_adapters

    folder = folders["qwen2"]
    config = json.loads((folder / "config.json").read_text())
    adapter = write_adapter(tmp_path / "best", generator(config), "qwen2", fine_tune_type=kind)
    bare = MlxGenerator(str(folder), tmp_path)
    tuned = MlxGenerator(str(folder), tmp_path, adapter)
    assert (bare.adapter, tuned.adapter) == (None, "best")
    ids = tuned.encode(ask(PROMPTS[0]))
    expected = logits(load_adapters(generator(config), str(adapter)), ids)
    assert np.abs(logits(tuned.model, ids) - expected).max() < 1e-3
    assert np.abs(logits(bare.model, ids) - expected).max() > 0.1


def damaged(folder: Path, name: str, text: str | bytes | None) -> Path:
    """The folder with one of its files replaced, or removed."""
    path = folder / name
    path.unlink()
    if text is not None:
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("adapter_config.json", "{}"),
        ("adapter_config.json", "[]"),
        ("adapter_config.json", "{"),
        ("adapter_config.json", '{"num_layers": 2}'),
        ("adapter_config.json", '{"num_layers": 2, "lora_parameters": {}}'),
        ("adapter_config.json", None),
        ("adapters.safetensors", "not weights"),
        ("adapters.safetensors", b""),
        ("adapters.safetensors", None),
    ],
)
def test_a_damaged_adapter_is_told_in_one_line(
    tmp_path: Path, folders: dict[str, Path], name: str, text: str | bytes | None
) -> None:
    folder = folders["llama"]
    config = json.loads((folder / "config.json").read_text())
    adapter = damaged(write_adapter(tmp_path / "a", generator(config), "x"), name, text)
    with pytest.raises(Mistake, match="--adapter none") as raised:
        MlxGenerator(str(folder), tmp_path, adapter)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 600


@pytest.mark.parametrize(
    "shape",
    [
        {"hidden_size": 64, "intermediate_size": 64},
        {"num_hidden_layers": 4},
        {"num_key_value_heads": 4},
    ],
    ids=str,
)
def test_an_adapter_of_another_model_is_told_in_one_line(
    tmp_path: Path, folders: dict[str, Path], shape: dict[str, int]
) -> None:
    other = generator({**SHAPE, "model_type": "llama", "vocab_size": 300, **shape})
    layers = shape.get("num_hidden_layers", 2)
    adapter = write_adapter(tmp_path / "other", other, "other", num_layers=layers)
    with pytest.raises(Mistake, match="does not fit the model") as raised:
        MlxGenerator(str(folders["llama"]), tmp_path, adapter)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 600


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("config.json", "{"),
        ("config.json", "[]"),
        ("config.json", "{}"),
        ("config.json", '{"model_type": "llama"}'),
        ("config.json", '{"model_type": "no-such-kind"}'),
        ("model.safetensors", None),
        ("model.safetensors", b"\x10\x00\x00"),
        ("tokenizer.json", "{"),
        ("tokenizer.json", None),
        ("chat_template.jinja", None),
    ],
)
def test_a_damaged_model_folder_is_told_in_one_line(
    tmp_path: Path, folders: dict[str, Path], name: str, text: str | bytes | None
) -> None:
    folder = tmp_path / "model"
    shutil.copytree(folders["llama"], folder)
    damaged(folder, name, text)
    with pytest.raises(Mistake, match="Choose another with --model") as raised:
        MlxGenerator(str(folder), tmp_path)
    assert str(folder) in str(raised.value)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 600


def test_an_unknown_model_is_told_with_the_presets(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match=f"No model 'smolm2'.*{SMOLLM2}"):
        MlxGenerator("smolm2", tmp_path)


def qwen2_tokenizer() -> Path:
    """The folder of the real Qwen2 tokenizer. Skips the test where none is named."""
    named = os.environ.get("QWEN2_TOKENIZER")
    if not named:
        pytest.skip("QWEN2_TOKENIZER names no folder")
    return Path(named)


def through_qwen2(tmp_path: Path, layers: int) -> None:
    """Load, generate and adapter on a model of Qwen2-0.5B's shape with the real tokenizer."""
    tokenizer = qwen2_tokenizer()
    folder = write_generator(tmp_path / "qwen2", "qwen2", **{**QWEN2, "num_hidden_layers": layers})
    for path in folder.glob("*token*"):
        path.unlink()
    for path in tokenizer.iterdir():
        shutil.copyfile(path, folder / path.name)
    bare = MlxGenerator(str(folder), tmp_path)
    assert bare.tokenizer.eos_token_ids >= {151_645, 151_643}
    ids = bare.encode(ask("how many units is CSCI 104L?"))
    assert ids[-3:] == bare.tokenizer.encode("<|im_start|>assistant\n")
    assert bare.tokenizer.decode(ids).count("CSCI 104L") == 1
    answer = tokens(bare, ids, 24)
    assert answer == tokens(bare, ids, 24)
    before = logits(bare.model, ids)
    del bare

    import mlx.core as mx
    from mlx_lm.utils import dequantize_model, load_model

    plain, _ = load_model(folder)
    dequantize_model(plain)
    plain.set_dtype(mx.float32)
    assert shortfall(plain, ids, answer) < 1e-3
    adapter = write_adapter(tmp_path / "adapter", plain, "qwen2-0.5b")
    del plain
    tuned = MlxGenerator(str(folder), tmp_path, adapter)
    assert np.abs(logits(tuned.model, ids) - before).max() > 0.05
    assert said(tuned, "how many units is CSCI 104L?", 5) != ""


def test_a_model_of_qwen2s_shape_with_two_layers_goes_all_the_way(tmp_path: Path) -> None:
    through_qwen2(tmp_path, 2)


@pytest.mark.models
def test_a_model_of_qwen2s_shape_goes_all_the_way(tmp_path: Path) -> None:
    through_qwen2(tmp_path, 24)


@pytest.mark.models
def test_the_bundled_model_knows_the_capital_of_france(tmp_path: Path) -> None:
    model = MlxGenerator(SMOLLM2, tmp_path)
    prompt = model.encode(ask("What is the capital of France?"))
    assert "Paris" in said(model, "What is the capital of France?", 30)
    assert model.tokenizer.decode(prompt).endswith("<|im_start|>assistant\n")
    assert said(model, "Repeat after me: naïve café 日本", 30).isprintable()
    *_, last = model.stream(ask("Say hello."), 60)
    assert last.generated_tokens < 60  # it ends its turn by itself
