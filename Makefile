# Two commands do all: `make dossier` and `make test`. Each sets up what it needs.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
FUZZ_SECONDS ?= 1200

.PHONY: dossier test check bench fuzz docs pictures lock clean
.DEFAULT_GOAL := dossier

dossier: $(VENV)/ready  ## Build this repository's dossier into output/
	$(BIN)/dossier build .

test: $(VENV)/ready-dev  ## Run all tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto

check: $(VENV)/ready  ## Say what is wrong with the evidence
	$(BIN)/dossier check .

bench: $(VENV)/ready-dev  ## Print speed and memory as ratios from one run
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.builds

fuzz: $(VENV)/ready-dev dossier  ## Feed the readers invented input, an hour in all; needs Atheris
	$(BIN)/python -m tests.fuzz yaml $(FUZZ_SECONDS)
	$(BIN)/python -m tests.fuzz markdown $(FUZZ_SECONDS)
	$(BIN)/python -m tests.fuzz inspect $(FUZZ_SECONDS)

docs: $(VENV)/ready-dev dossier  ## Write the generated pages of the documentation, schemas and pictures anew
	$(BIN)/python docs/generate.py
	$(BIN)/dossier schema --write .
	$(BIN)/python docs/pictures.py

pictures: $(VENV)/ready-dev  ## Draw the pictures of pages that the documentation shows anew
	$(BIN)/python docs/pictures.py

lock:  ## Pin the newest versions that pyproject.toml allows, with their hashes
	uv pip compile pyproject.toml setup/build.in --universal --generate-hashes --no-header --no-annotate --no-emit-index-url -o setup/requirements.lock
	uv pip compile pyproject.toml setup/build.in --group dev --universal --generate-hashes --no-header --no-annotate --no-emit-index-url -o setup/requirements-dev.lock

clean:  ## Remove what the commands above have made
	rm -rf $(VENV) output/*.pdf output/*.docx output/*.html dist

$(VENV)/ready: setup/requirements.lock pyproject.toml setup/libraries
	sh setup/libraries $(PYTHON)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r setup/requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/ready-dev: $(VENV)/ready setup/requirements-dev.lock setup/verapdf/pom.xml setup/npm/package-lock.json
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r setup/requirements-dev.lock
	sh setup/verapdf/fetch $(VENV)/verapdf
	sh setup/npm/fetch $(VENV)/npm
	touch $@
