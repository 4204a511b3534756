# risktop: `make demo` shows it, `make test` proves it. Both install what is missing by themselves.

SWIFT ?= swift
RELEASE = $(SWIFT) build -c release --static-swift-stdlib --product risktop
PREFIX ?= /usr/local
# Where a command has to be root, and what installs Debian packages.
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
# Debian's names. The linker needs the first, the tests drive the program through the second.
NEEDED = libncursesw5-dev
NEEDED_BY_TESTS = $(NEEDED) tmux

.PHONY: demo build test lint format install uninstall clean help

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: build ## the dashboard on made-up data
	@.build/release/risktop demo

build: needed ## a release build
	$(RELEASE)
