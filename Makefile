# make demo    see it work: index the two articles in seeds/, search them
# make test    run every check; the last line is the summary of the tests
# make clean   remove what the two have made
#
# Both need git, make and a Python of 3.11 or later; name another one with make PYTHON=python3.12 test.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
CORE := $(wildcard native/Cargo.*) $(shell find native/src -name '*.rs' 2>/dev/null)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test native clean
.NOTPARALLEL:

demo: $(READY)
	$(BIN)/searchkit --index index index seeds/
	@echo
	$(BIN)/searchkit --index index search 'lavrov contacts'
	@echo
	$(BIN)/searchkit --index index facets '*' --by source

test: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	@$(MAKE) --no-print-directory native
	SEARCHKIT_NATIVE=0 $(BIN)/pytest -q tests --ignore tests/native --ignore tests/test_install.py  # Whoosh's own codec
	$(BIN)/pytest -q

# The Rust core, where there is one and something to build it with; there the install must have built it.
# tests/test_install.py has the other case: it installs the package as on a machine without Rust.
native: $(READY)
ifneq ($(and $(wildcard native/Cargo.toml),$(shell command -v cargo 2>/dev/null)),)
	cd native && cargo fmt --check
	cd native && cargo clippy --quiet --all-targets -- -D warnings
	cd native && cargo test --quiet
	$(BIN)/python -c 'import searchkit._native'
else
	@echo "native: not checked (needs native/Cargo.toml and cargo)"
endif

# The environment is made afresh when pyproject.toml changes; the package is built again when the Rust core does.
# Unfinished, there is no $(READY), and the next run goes on. An editable install leaves compiling to the first start, which
# writes nothing where PYTHONDONTWRITEBYTECODE is set: every start would compile all again.
$(READY): $(VENV)/made $(CORE)
	$(BIN)/pip install --quiet --editable '.[dev]'
	$(BIN)/python -m compileall -q searchkit
	@touch $@

$(VENV)/made: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "searchkit needs Python 3.11 or later; $(PYTHON) is `$(PYTHON) --version 2>&1`"; \
		  echo "hint: make PYTHON=/path/to/python3.11 ..."; exit 1; } >&2
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	@touch $@

clean:
	rm -rf $(VENV) native/target searchkit/*.so build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find index -mindepth 1 ! -name .gitignore -delete
	find searchkit tests tools -name __pycache__ -prune -exec rm -rf {} +
