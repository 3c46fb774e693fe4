# Everything here can be done without make as well: the README and CONTRIBUTING.md give the plain commands.

.PHONY: admin reference build test search commonmark browser lint format types spelling check serve goldens lock upgrade clean

# Set up and build the site into _site.
build:
	python3 -m venv .venv && .venv/bin/pip install --require-hashes -r requirements.txt && .venv/bin/python build.py

# Set up and run everything that must pass: lint, format, types, spelling and all tests, with a browser.
test:
	python3 -m venv .venv && .venv/bin/pip install --require-hashes -r requirements-dev.txt && .venv/bin/python -m tests.browser && .venv/bin/python -m pytest -n auto

# What the targets below need; made again when the lock has changed.
.venv/ready: requirements-dev.txt
	python3 -m venv .venv && .venv/bin/pip install --require-hashes -r requirements-dev.txt && touch .venv/ready

# Search for what the tests that search have not found yet, a hundred times as long as they do by themselves.
search: .venv/ready
	SEARCH=100 .venv/bin/python -m pytest --hypothesis-show-statistics tests/hostile

# Take CommonMark's own examples through our reading of Markdown; needs npm, which fetches them.
commonmark: .venv/ready
	npm pack --silent commonmark-spec@$(COMMONMARK)
	.venv/bin/python -m tests.commonmark commonmark-spec-$(COMMONMARK).tgz
	rm commonmark-spec-$(COMMONMARK).tgz

# Make sure that there is a browser for the tests.
browser: .venv/ready
	.venv/bin/python -m tests.browser

# Look for mistakes in the code.
lint: .venv/ready
	.venv/bin/python -m ruff check

# Lay out the code; the tests only look whether it is laid out.
format: .venv/ready
	.venv/bin/python -m ruff format

# Check the types.
types: .venv/ready
	.venv/bin/python -m mypy

# Look for misspelt words.
spelling: .venv/ready
	.venv/bin/python -m codespell_lib

# Check the content, without building.
check: .venv/ready
	.venv/bin/python build.py check

# Show the site while it is being written, until Ctrl-C is pressed.
serve: .venv/ready
	.venv/bin/python build.py serve

# Write the golden files again, to be read in the diff like code.
goldens: .venv/ready
	.venv/bin/python -m pytest --regen-all

# Write content/README.md, the list of all keys, again from the models.
reference: .venv/ready
	.venv/bin/python -m pytest tests/editing/test_reference.py --force-regen

# Write the lock files after a change in pyproject.toml; needs uv. Pins that still fit stay.
lock:
	uv pip compile $(UPGRADE) $(LOCK) --output-file requirements.txt
	uv pip compile $(UPGRADE) $(LOCK) --all-extras --constraint requirements.txt --output-file requirements-dev.txt

# Write the lock files with the newest versions within the bounds.
upgrade:
	$(MAKE) lock UPGRADE=--upgrade

# Fetch Sveltia CMS, the program of the editors' page; needs npm. The build takes this version only.
admin:
	npm pack --silent @sveltia/cms@$(SVELTIA)
	tar -xzOf sveltia-cms-$(SVELTIA).tgz package/dist/sveltia-cms.js > templates/assets/sveltia-cms.js
	rm sveltia-cms-$(SVELTIA).tgz

# Remove what was built and remembered; the environment stays.
clean:
	rm -rf _site .mypy_cache .pytest_cache .ruff_cache .hypothesis

SVELTIA = 0.221.1
COMMONMARK = 0.31.2

# For every platform and every Python from 3.11 on; no header, no notes, no address in them.
LOCK = --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml
