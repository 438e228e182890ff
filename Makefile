# Everything a clone needs: Python 3.11, 3.12 or 3.13 with pip, and make.
#
#   make setup    the environment in .venv, again only when pyproject.toml changed
#   make test     lint, format, types and every test
#   make setup-chemdataextractor  an environment of its own (Python 3.11) for the ChemDataExtractor engine
#   make demo     sample papers -> library -> answers on the screen -> out/demo.ttl
#   make fix      let ruff mend and format what it can
#   make docs     write the generated pages of docs/ again
#   make pictures draw the pictures of README and docs/ again
#   make clean    remove what was built, .venv included
#
# Another Python: make test PYTHON=python3.12 VENV=.venv312

VENV ?= .venv
PYTHON ?=
PYTEST_ARGS ?=

# Relative, so that a clone may lie in any folder.
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
TYPES := $(VENV)/types

.DEFAULT_GOAL := help
.PHONY: help setup setup-chemdataextractor test lint types unit demo fix docs pictures clean

help:
	@sed -n '3,12s/^# \{0,1\}//p' Makefile

setup: $(STAMP)

# `suits` says yes to a Python that Lithograph runs on; the first that does makes the environment.
$(STAMP): pyproject.toml
	@suits() { "$$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; }; \
	if [ ! -x "$(BIN)/python" ]; then \
	  for python in $(if $(PYTHON),$(PYTHON),python3 python3.13 python3.12 python3.11 python); do \
	    if suits "$$python"; then found=$$python; break; fi; \
	  done; \
	  if [ -z "$$found" ]; then \
	    echo "error: Lithograph needs Python 3.11, 3.12 or 3.13; name one: make $(MAKECMDGOALS) PYTHON=/path/to/python" >&2; exit 1; \
	  fi; \
	  echo "environment: $(VENV), from $$found"; "$$found" -m venv "$(VENV)"; \
	fi
	@"$(BIN)/python" -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch "$(STAMP)"

CDE_VENV ?= .venv-chemdataextractor
CDE_PYTHON ?= python3.11

setup-chemdataextractor: $(CDE_VENV)/.installed

$(CDE_VENV)/.installed: requirements-chemdataextractor.txt
	@"$(CDE_PYTHON)" -m venv --clear "$(CDE_VENV)"
	@"$(CDE_VENV)/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps -r requirements-chemdataextractor.txt
	@touch "$@"
	@echo "name it: LITHOGRAPH_CHEMDATAEXTRACTOR_PYTHON=$(abspath $(CDE_VENV))/bin/python"

test: lint types unit

lint: $(STAMP)
	"$(BIN)/ruff" check .
	"$(BIN)/ruff" format --check .

# The root of the repository is the package, so mypy is shown it under its name, through a link.
types: $(STAMP)
	@mkdir -p "$(TYPES)" && ln -sfn "$(CURDIR)" "$(TYPES)/lithograph"
	MYPYPATH="$(TYPES)" "$(BIN)/mypy" --cache-dir "$(TYPES)/cache" -p lithograph
	MYPYPATH="$(TYPES):benchmarks" "$(BIN)/mypy" --cache-dir "$(TYPES)/cache" $(patsubst benchmarks/%.py,-m %,$(wildcard benchmarks/*.py))

unit: $(STAMP)
	"$(BIN)/python" -m pytest $(PYTEST_ARGS)

demo: $(STAMP)
	@"$(BIN)/python" -m lithograph.app.demo out

fix: $(STAMP)
	"$(BIN)/ruff" check --fix .
	"$(BIN)/ruff" format .

docs: $(STAMP)
	"$(BIN)/python" -m lithograph.ontology.generate
	"$(BIN)/python" -m lithograph.app.cli_page
	"$(BIN)/python" -m lithograph.app.questions_page
	"$(BIN)/python" -m pytest -q --update-golden tests/docs/test_transcripts.py

pictures: $(STAMP)
	"$(BIN)/python" -m lithograph.app.pictures

clean:
	rm -rf "$(VENV)" "$(CDE_VENV)" out build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
