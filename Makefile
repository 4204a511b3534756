# `make demo` shows risktop, `make test` tests it. Both install by themselves what is missing. `make help` lists the
# rest.

SWIFT ?= swift
PREFIX ?= /usr/local
# The Swift runtime goes into the binary, so that it runs where no Swift is. Symbols stay out of it; on Linux the linker
# would else keep all names for libraries that a program might load, a tenth of its size.
RELEASE = $(SWIFT) build -c release --static-swift-stdlib --product risktop -Xlinker -s \
  $(if $(filter Linux,$(shell uname)),-Xlinker --no-export-dynamic)
BINARY = .build/release/risktop
SOURCES = Package.swift Sources Tests assets Benchmarks/Package.swift Benchmarks/Sources Fuzzing/Package.swift \
  Fuzzing/Sources/risktop-fuzz
# What `make fuzz` fuzzes: all of it, or one.
TARGET ?= pages times filters editing texts reports networks

.PHONY: demo build test bench fuzz soak pictures lint format install uninstall clean help needed needed-by-tests

demo: build ## the dashboard on made-up data (ARGS="--arrivals 60" for its flags)
	@$(BINARY) demo $(ARGS)

build: needed ## a release build
	$(RELEASE)

test: needed-by-tests ## all tests
	$(SWIFT) build --build-tests
	@# Hundreds of servers and clients at the same time hold some 3,000 files open; the usual limit is 1,024.
	ulimit -Sn 16384 2>/dev/null; $(SWIFT) test --skip-build --disable-xctest

bench: needed ## times and memory of the parts, as a table; its first build takes some minutes
	$(SWIFT) build -c release --package-path Benchmarks
	@Benchmarks/.build/release/risktop-bench

fuzz: SECONDS ?= 60
fuzz: ## changed inputs for all that reads foreign bytes, SECONDS=60 each (TARGET=pages for one)
	$(SWIFT) build -c release --sanitize=fuzzer --package-path Fuzzing
	@for target in $(TARGET); do Scripts/fuzz $$target $(SECONDS) || exit 1; done

soak: SECONDS ?= 600
soak: build ## random keys and sizes for the dashboard on a faulty sandbox, for SECONDS=600 (SEED=n repeats a run)
	@Scripts/soak.py --binary $(BINARY) --seconds $(SECONDS) $(if $(SEED),--seed $(SEED))

pictures: build ## README's pictures, from the screens of the demo (needs tmux and python3)
	@Scripts/install-needed tmux
	@Scripts/pictures.py --binary $(BINARY)

lint: ## the format of all sources, strictly
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

format: ## puts all sources in their format
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

install: build ## the program, its manual and its shell completions, under PREFIX (/usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/risktop
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -d $(DESTDIR)$(PREFIX)/share/man/man1
	$(BINARY) manual > $(DESTDIR)$(PREFIX)/share/man/man1/risktop.1
	$(BINARY) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/risktop
	$(BINARY) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_risktop
	$(BINARY) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/risktop.fish

uninstall: ## takes back what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/risktop $(DESTDIR)$(PREFIX)/share/man/man1/risktop.1 $(DESTDIR)$(PREFIX)/share/bash-completion/completions/risktop \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_risktop $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/risktop.fish

clean: ## removes all that was built
	rm -rf .build

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

needed:
	@Scripts/install-needed libncursesw5-dev zlib1g-dev

needed-by-tests: needed
	@Scripts/install-needed tmux
