"""slovnet's own weights, as natasha ships them, read into a pack of ours."""

import gzip
import json
import tarfile
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ner_news.errors import PackError
from ner_news.resources import natasha_file
from ner_news.tagging.navec import NEWS
from ner_news.tagging.pack import Pack
from ner_news.tagging.slovnet_network import ARCHITECTURE

FILE = "model/slovnet_ner_news_v1.tar"
PROTOCOL = 1
"""Of slovnet's files."""


def read_slovnet() -> Pack:
    """Return the weights behind natasha's `NewsNERTagger`; `PackError` when natasha's file is of another kind."""
    path = natasha_file(FILE)
    with tarfile.open(path) as tar:
        meta = json.loads(_read(tar, "meta.json"))
        if meta.get("protocol") != PROTOCOL:
            raise PackError(f"{path} has protocol {meta.get('protocol')!r}; this version reads {PROTOCOL}")
        weights = dict(_weights(tar, json.loads(_read(tar, "model.json"))))
        tags = _vocabulary(tar, "tag")
        shapes = _vocabulary(tar, "shape")
    settings = {"embeddings": NEWS, "shapes": shapes, "heads": {"names": tags}}
    return Pack(meta["id"], ARCHITECTURE, settings, dict(_rename(weights)))


def _read(tar: tarfile.TarFile, name: str) -> bytes:
    stream = tar.extractfile(name)
    if stream is None:
        raise PackError(f"{tar.name!r} holds no {name}")
    return stream.read()


def _vocabulary(tar: tarfile.TarFile, name: str) -> list[str]:
    return gzip.decompress(_read(tar, f"vocabs/{name}.gz")).decode().splitlines()


def _weights(tar: tarfile.TarFile, node: Any, path: str = "") -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Yield every array of the tree in `model.json`, named by its place: `encoder.layers.0.conv.weight`."""
    if isinstance(node, dict) and isinstance(node.get("array"), int):
        content = np.frombuffer(_read(tar, f"arrays/{node['array']}.bin"), node["dtype"])
        yield path, content.reshape(node["shape"])
    elif isinstance(node, (dict, list)):
        children = node.items() if isinstance(node, dict) else enumerate(node)
        for key, child in children:
            yield from _weights(tar, child, f"{path}.{key}" if path else str(key))


def _rename(weights: dict[str, NDArray[np.float32]]) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Yield the arrays under our names: BatchNorm's running statistics become one scale and one shift a filter."""
    yield "shape", weights["emb.shape.weight"]
    layers = sum(name.endswith(".conv.weight") for name in weights)
    for layer in range(layers):
        old, new = f"encoder.layers.{layer}", f"conv{layer}"
        scale = weights[f"{old}.norm.weight"] / weights[f"{old}.norm.std"]
        yield f"{new}.weight", weights[f"{old}.conv.weight"]  # filters x inputs x width
        yield f"{new}.bias", weights[f"{old}.conv.bias"]
        yield f"{new}.scale", scale
        yield f"{new}.shift", weights[f"{old}.norm.bias"] - weights[f"{old}.norm.mean"] * scale
    yield "names.weight", weights["head.proj.weight"]  # inputs x tags
    yield "names.bias", weights["head.proj.bias"]
    yield "names.transitions", weights["head.crf.transitions"]  # from x to
