# Every target makes .venv by itself when it is missing or older than what it is made from.
# `make` alone lists the targets.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/installed
# Errors are shown; pip's warnings about the places that it looks in would bury them.
QUIET  := --quiet --quiet
TYPED  := manual_mlp reference crosscheck tests website examples/notebooks/making $(if $(wildcard benchmarks/*.py),benchmarks)

# One thread per process: tests run two processes side by side, and timings and sums depend on the thread count.
export OPENBLAS_NUM_THREADS := 1
export OMP_NUM_THREADS      := 1
export MKL_NUM_THREADS      := 1

.DEFAULT_GOAL := help
.PHONY: help verify examples notebooks test lint calibrate mutants gallery screenshots documents docs bench bench-quick bench-stages wheel clean

help: ## List the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

# hatchling comes from constraints.txt too, hence no isolated build: pip fills an isolated one with whatever release
# is newest, and which variable or option constrains that depends on pip's version.
$(STAMP): pyproject.toml constraints.txt
	@echo "Setting up $(VENV) with pinned versions (once; torch is large)"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install $(QUIET) -c constraints.txt hatchling editables
	$(BIN)/pip install $(QUIET) --no-build-isolation -c constraints.txt -e '.[dev,bench,html,docs,notebooks]'
	touch $@

verify: $(STAMP) ## Check the hand-written network against PyTorch on real data
	$(BIN)/crosscheck verify

examples: $(STAMP) ## Check the hand-written networks in examples/, one line each
	$(BIN)/python examples/run.py

notebooks: $(STAMP) ## Execute the notebooks in examples/notebooks/, and write those that show something else now
	$(BIN)/python -m examples.notebooks.making

test: $(STAMP) ## Run the test suite, in two processes
	$(BIN)/python -m pytest -n 2 --dist worksteal

lint: $(STAMP) ## Check style, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(TYPED)

calibrate: $(STAMP) ## Measure what the derived tolerance is worth, and write docs/tolerance.md
	$(BIN)/python -m crosscheck.calibrate --write docs/tolerance.md

mutants: $(STAMP) ## Plant every known mistake, measure what is caught and named, and write docs/mistakes.md
	$(BIN)/python -m crosscheck.mutants --write docs/mistakes.md

gallery: $(STAMP) ## Write docs/gallery.md and its pictures from the catalogue
	$(BIN)/python -m crosscheck.gallery --write docs/gallery.md

screenshots: $(STAMP) ## Write the pictures of the HTML report in docs/images/ (needs Chromium)
	$(BIN)/python -m website.screenshots

documents: $(STAMP) ## Run every command that README.md and docs/ show, and show anew what they print
	$(BIN)/python -m tests.refresh_documents

docs: $(STAMP) ## Build docs/ as a site into build/site; a warning or a broken link is an error
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

bench: $(STAMP) ## Time NumPy against torch, fairly, and write docs/performance.md
	$(BIN)/python -m benchmarks.paired --write docs/performance.md

bench-quick: $(STAMP) ## The same for relu, float32, one thread, in under a minute
	$(BIN)/python -m benchmarks.paired --quick

bench-stages: $(STAMP) ## Time forward, backward and update apart, by pytest-benchmark
	mkdir -p .benchmarks
	$(BIN)/python -m pytest benchmarks --benchmark-only --benchmark-json=.benchmarks/latest.json
	$(BIN)/python -m benchmarks.ratios

wheel: $(STAMP) ## Build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation

clean: ## Remove everything that make made, .venv included
	rm -rf $(VENV) dist build .benchmarks .pytest_cache .ruff_cache .mypy_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
