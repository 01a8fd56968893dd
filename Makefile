# Everything runs in .venv, which the first target that needs it makes. `make help` lists the targets.

PY    := .venv/bin/python
STAMP := .venv/.installed
PEERS := .venv/.installed-bench
FUZZ  := .venv/.installed-fuzz
AUDIT := .venv/.installed-audit
AGREE := .venv/.installed-conformance
SITE  := .venv/.installed-docs

# Interpreters to try, newest first; `make setup PYTHON3=/opt/python/bin/python3` tries that one alone.
PYTHON3 ?= python3.14 python3.13 python3.12 python3.11 python3 python

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1

# Of make fuzz; TARGET has no default.
SECONDS ?= 600

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help setup find-python generate check lint-spec test conformance docs demo diff bench fuzz audit clean

help: ## list the targets
	@echo 'usage: make TARGET'
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | while IFS='	' read -r name text; do printf '  %-11s %s\n' "$$name" "$$text"; done

setup: $(STAMP) ## make .venv and install everything needed (quick when nothing changed)

generate: $(STAMP) ## write generated/ anew from spec/
	$(PY) -m codegen generate

check: $(STAMP) ## stale output, spec lint, ruff, mypy, pyright and import contracts
	$(PY) -m codegen check
	$(PY) -m codegen lint-spec
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -m pyright
	$(PY) -m pytest -q tests/unit/test_architecture.py

lint-spec: $(STAMP) ## check the descriptions in spec/ and nothing else
	$(PY) -m codegen lint-spec

test: $(STAMP) ## run every test
	$(PY) -m pytest

conformance: $(AGREE) ## hold other languages and tools to generated/ (STEP='go java': these alone)
	$(PY) -m tests.conformance $(STEP)

docs: $(SITE) ## make the reference of generated/docs a site in build/docs, and check its links
	$(PY) -m codegen.emit.docs.site generated/docs build/docs
	$(PY) -m codegen.emit.docs.site.links build/docs

demo: $(STAMP) generate ## call all operations of a stand-in server through the client generated just now
	$(PY) -m tests.demo

diff: $(STAMP) ## make diff BASE=<revision>: what changed in spec/ since then, and what that breaks
	@test -n '$(BASE)' || { echo 'make diff needs a revision to compare with, for example: make diff BASE=HEAD~1' >&2; exit 2; }
	$(PY) -m codegen diff '$(BASE)'

bench: $(PEERS) ## measure everything that has a goal beside other tools (about ten minutes)
	$(PY) -m tests.bench

fuzz: $(FUZZ) ## make fuzz TARGET=loader SECONDS=600: search for bytes that TARGET does not survive
	@case '$(TARGET)' in loader|decoder|recordset) ;; \
	  *) echo 'make fuzz needs a target (loader, decoder or recordset): make fuzz TARGET=loader SECONDS=600' >&2; exit 2 ;; esac
	$(PY) -m tests.fuzz '$(TARGET)' --seconds '$(SECONDS)'

# What can't be looked up is a failure: an audit that asked nobody must not look like a clean one.
audit: $(AUDIT) ## ask for known weaknesses of all that is installed (needs the advisories of PyPI, fails without)
	@mkdir -p build
	$(PY) -m pip freeze --exclude-editable > build/audited.txt
	@for name in requests msgspec urllib3; do \
	  grep -q "^$$name==" build/audited.txt || { echo "audit: $$name is not installed" >&2; exit 1; }; done
	$(PY) -m pip_audit --strict --no-deps --disable-pip --requirement build/audited.txt

clean: ## remove .venv, caches and build leftovers; generated/ stays
	rm -rf .venv build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name .git -prune -o -type d -name __pycache__ -prune -exec rm -rf {} +

# The stamps hold the folder they were made for: an editable install points at it, so a copied or moved
# working tree installs again.
ifneq ($(file < $(STAMP)),$(CURDIR))
.PHONY: $(STAMP)
endif

$(STAMP): pyproject.toml
	@if ! $(PY) -c 'import pip' >/dev/null 2>&1; then \
	  found=$$($(MAKE) --no-print-directory -s find-python) || exit 1; \
	  echo "setup: making .venv with $$found"; \
	  rm -rf .venv && "$$found" -m venv .venv || exit 1; \
	fi
	@echo 'setup: installing the project and its tools into .venv (a few minutes the first time)'
	@$(PY) -m pip install --quiet --editable '.[dev]'
	@pwd -P > $@

# What one target alone needs is an extra of its name.
.venv/.installed-%: $(STAMP)
	@echo 'setup: installing what make $* needs into .venv'
	@$(PY) -m pip install --quiet --editable '.[dev,$*]'
	@pwd -P > $@

# Prints the interpreter that .venv is made with, or says what to install. A version manager may leave names
# on PATH that do not run, so every candidate is run.
find-python:
	@lacking=; \
	for name in $(PYTHON3); do \
	  "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue; \
	  if "$$name" -c 'import ensurepip, venv' >/dev/null 2>&1; then echo "$$name"; exit 0; fi; \
	  lacking="$$lacking $$name"; \
	done; \
	if [ -n "$$lacking" ]; then \
	  echo "Python is here ($${lacking# }) but cannot make virtual environments; install python3-venv (Debian, Ubuntu: apt-get install python3-venv)." >&2; \
	else \
	  echo 'No Python 3.11 or newer found; install one (Debian, Ubuntu: apt-get install python3 python3-venv) or name it: make setup PYTHON3=/path/to/python3' >&2; \
	fi; \
	exit 1
