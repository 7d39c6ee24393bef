# Each command is a small Python program in tools/, so that it also works without make.
# Needs Python 3.11 or newer; another one than python3: make PYTHON=python3.12 run
PYTHON ?= python3

.PHONY: help run demo check test proof bench screenshots messages pins
.DEFAULT_GOAL := help

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 20

run: ## the demo on http://127.0.0.1:8000 (PORT=8080 for another port)
	@$(PYTHON) tools/run.py

demo: ## throw the demo's data away and load it again
	@$(PYTHON) tools/demo.py

check: ## lint, floors, translations and the quick unit tests; under a minute
	@$(PYTHON) tools/check.py

test: ## all of that, and tests on PostgreSQL and Redis and in a browser
	@$(PYTHON) tools/test.py

proof: ## all of that, and the long tests: every page, loads, faults, fuzzing
	@$(PYTHON) tools/test.py proof

bench: ## measure the pages against the floor; writes bench/results.json
	@$(PYTHON) tools/bench.py

screenshots: ## pictures of the demo for the README
	@$(PYTHON) tools/screenshots.py

messages: ## compile the Dutch texts and say what is missing
	@$(PYTHON) tools/messages.py compile
	@$(PYTHON) tools/messages.py check

pins: ## newest allowed versions of all Python packages, by hash
	@$(PYTHON) tools/pins.py
