"""The pictures in README and `docs/`: drawn from the sample papers by the commands that the pages show.

``python -m lithograph.app.pictures`` writes `docs/pictures/` of a checkout. The bytes depend on the version of
matplotlib, so that no test compares them.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from ..corpus.samples import sample_paths
from .library import Library
from .model_picture import draw_model
from .output import line

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"

PICTURES: dict[str, dict[str, str]] = {
    "conductivity-family": {},
    "neighbourhood": {"material": "LPSC"},
    "strategies-failures": {"width": "single"},
}
"""Plot to its parameters; the file is called as the plot."""


def main() -> None:
    """Draw the pictures."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "library") as library:
        library.ingest(list(sample_paths()))
        for name, given in PICTURES.items():
            parameters = {key: value for key, value in given.items() if key != "width"}
            picture = library.plot(name, width=given.get("width"), min_confidence=0.0, **parameters)
            line(str(picture.save(FOLDER / f"{name}.svg")))
    line(str(draw_model(FOLDER / "linked-data-model.svg")))


if __name__ == "__main__":
    main()
