"""What the pipeline finds, offered to spaCy, and that claims are made without it."""

from __future__ import annotations

import subprocess
import sys

import spacy

from lithograph.extract.pipeline import annotate
from lithograph.extract.spacy_pipeline import FACTORIES, KNOWN, build_pipeline

TEXT = "The XQE of LLZO and PEO reaches 2 mS cm-1 (Fig. 3). Its window is 4.5 V wide."


def test_build_pipeline_finds_what_annotate_finds() -> None:
    nlp = build_pipeline()
    doc = nlp.make_doc(TEXT)
    doc.user_data[KNOWN] = frozenset({"XQE"})
    for _, component in nlp.pipeline:
        doc = component(doc)
    (annotated,) = annotate([TEXT], known=["XQE"])
    assert tuple(doc._.lithograph_sentences) == annotated.sentences
    assert tuple(doc._.lithograph_materials) == annotated.materials
    assert tuple(doc._.lithograph_quantities) == annotated.quantities


def test_build_pipeline_marks_sentences_and_spans() -> None:
    doc = build_pipeline()(TEXT)
    assert [sentence.text for sentence in doc.sents] == [TEXT[:51], TEXT[52:]]
    assert [span.text for span in doc.spans["materials"]] == ["LLZO", "PEO"]
    assert [(span.text, span.label_) for span in doc.spans["quantities"]] == [
        ("2 mS cm-1", "QUANTITY"),
        ("4.5 V", "QUANTITY"),
    ]


def test_components_can_join_another_pipeline() -> None:
    nlp = spacy.blank("en")
    for name in FACTORIES:
        nlp.add_pipe(name)
    doc = nlp("A layer of LiF is stable.")
    assert [span.text for span in doc.spans["materials"]] == ["LiF"]


def test_extraction_does_not_import_spacy() -> None:
    program = "import sys; import lithograph.extract.engine; sys.exit('spacy' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)
