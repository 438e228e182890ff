"""ChemDataExtractor imported without a network, with its own weights where they are installed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import yaml

from .absent import ALWAYS, FOR_WEIGHTS, stand_in

_VOCABULARY = "models/scibert_uncased_vocab-1.0.txt"
_NETWORK = ("config.json", "vocab.txt")
_TENSORS = ("model.safetensors", "pytorch_model.bin")
_TAGGER = "models/hf_bert_crf_tagger"


@dataclass(frozen=True)
class Weights:
    """What is installed of the network that tags chemical names.

    Args:
        folder: its data folder.
        missing: what it lacks: nothing of it is used then.
        found: whether there is anything of it.
    """

    folder: Path
    missing: tuple[str, ...]
    found: bool

    @property
    def usable(self) -> bool:
        """Whether all of it is there."""
        return self.found and not self.missing


def look_for_weights(folder: Path) -> Weights:
    """What a data folder of ChemDataExtractor holds of its tagger for chemical names.

    Args:
        folder: as `cde data download` fills it.
    """
    tagger = folder / _TAGGER
    if not tagger.exists():
        return Weights(folder, (), found=False)
    missing = [f"{_TAGGER}/{name}" for name in _NETWORK if not (tagger / name).is_file()]
    if not any((tagger / name).is_file() for name in _TENSORS):
        missing.append(f"{_TAGGER}/{_TENSORS[0]}")
    if not (folder / _VOCABULARY).is_file():
        missing.append(_VOCABULARY)
    missing += [name for name in FOR_WEIGHTS if find_spec(name) is None]
    return Weights(folder, tuple(missing), found=True)


def data_folder() -> Path:
    """Where ChemDataExtractor keeps its data: as its configuration says, else its own place."""
    import appdirs

    configuration = os.environ.get("CHEMDATAEXTRACTOR_CONFIG") or os.path.join(  # noqa: PTH118 (as it does itself)
        appdirs.user_config_dir("ChemDataExtractor"), "chemdataextractor.yml"
    )
    path = Path(configuration)
    settings = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else None
    return Path((settings or {}).get("data_dir") or appdirs.user_data_dir("ChemDataExtractor"))


def import_library(weights: Weights, scratch: Path) -> None:
    """Import it once: with a data folder of its own and stand-ins, unless its weights are usable.

    Args:
        weights: that were looked for.
        scratch: an empty folder; it writes a log into the current one, so this becomes it.
    """
    os.chdir(scratch)
    folder = weights.folder
    if not weights.usable:
        stand_in(FOR_WEIGHTS)
        folder = scratch / "data"
        (folder / _TAGGER).mkdir(parents=True)
        (folder / _VOCABULARY).write_text("[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n", encoding="utf-8")
    stand_in(ALWAYS)
    configuration = scratch / "chemdataextractor.yml"
    configuration.write_text(yaml.safe_dump({"data_dir": str(folder)}), encoding="utf-8")
    os.environ["CHEMDATAEXTRACTOR_CONFIG"] = str(configuration)
    import chemdataextractor.data

    chemdataextractor.data.AUTO_DOWNLOAD = False
