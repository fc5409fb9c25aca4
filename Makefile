# Two words set everything up: `make run` and `make test`. `make help` lists the others.
SHELL := /bin/bash
B := build
PROMPT := Once upon a time
FOLDERS := include tile compile lane simt rt kernels engine bench store report check proof tool test
# A generated table, and text that is emitted as it stands; test/golden is emitted, too.
UNSTYLED := engine/unicode_tables.c lane/cpu_prelude.h lane/cpu_casts.h lane/cpu_unit.h
C_FILES = $(filter-out $(UNSTYLED),$(shell find $(FOLDERS) -name '*.[ch]' ! -path 'test/golden/*'))
TIDY_FLAGS := -D_GNU_SOURCE -I. -Iinclude
TIDY_FILES = $(filter-out test/%,$(filter %.c,$(C_FILES)))

.PHONY: help packages test-packages product tests run test bench report gpu gpu-kit golden replay toolchains fuzz \
        long devices asan tsan clang wgsl format format-check tidy coverage layers wc clean
.DEFAULT_GOAL := product

help:
	@echo "run        install packages, build, write with the shipped model, then read and decode in the 1.5B shape"
	@echo "test       install test packages, build every variant, run every test"
	@echo "product    build $B/tessera only (the default)"
	@echo "bench      measure this machine and write a report: build/bench/report/index.html"
	@echo "report     pages of a measured set (SET=$(SET)): $B/report/index.html"
	@echo "gpu        on a machine with an NVIDIA GPU: check, compare, measure; results/gpu-*"
	@echo "gpu-kit    $B/gpu-kit/tessera for such a machine without our libraries"
	@echo "golden     rewrite test/golden and doc/ops.md from the compiler"
	@echo "replay     BASE=COMMIT: every text that it and this tree emit, compared"
	@echo "toolchains compile what is emitted with the vendors' compilers, for every architecture"
	@echo "fuzz       minutes of random programs and hostile files under ASan, and on each device"
	@echo "long       what the tests do in part, whole: dtypes, mutants, texts of devices"
	@echo "devices    the part of the tests about other devices than the cpu and vendors' compilers"
	@echo "asan tsan clang coverage   one variant of the test suite, in $B/<name>"
	@echo "wgsl       every small shape on WebGPU"
	@echo "format tidy layers wc      style: rewrite, lint, dependency rule, sizes"

# ---- build and run ----

packages:
	@setup/packages

test-packages:
	@setup/packages tests

$B/build.ninja: CMakeLists.txt CMakePresets.json test/CMakeLists.txt
	@mkdir -p $B/log; cmake --preset gcc >$B/log/configure.log 2>&1 || { cat $B/log/configure.log; exit 1; }

product: $B/build.ninja
	@ninja -C $B --quiet tessera

tests: $B/build.ninja
	@ninja -C $B --quiet

# Random weights have no words: 128 ids are a chunk of a prompt.
run: packages
	@$(MAKE) --no-print-directory product
	$B/tessera run --prompt "$(PROMPT)"
	$B/tessera run --model synthetic:r1-distill-1.5b --prompt-ids $$(seq -s , 128) --max-tokens 16
	$B/tessera run --model synthetic:r1-distill-1.5b --dtype q4 --prompt-ids $$(seq -s , 128) --max-tokens 16

# A full set of results of this machine and a report: under ten minutes on two cores.
bench: packages
	@$(MAKE) --no-print-directory product
	@tool/bench.sh

# A set that is kept is its results.jsonl; pages and tables are remade from it.
SET := results/amd-epyc-2-cores
report: packages
	@$(MAKE) --no-print-directory product
	@TESSERA_STORE=$B/none $B/tessera report --also $(SET)/results.jsonl results/published.jsonl --out $B/report

# One call there, everything checked and measured; says so and exits 2 where there is no GPU.
gpu:
	@tool/gpu.sh

# The libraries that such a machine may lack are linked in.
STATIC = $(shell pkg-config --variable=libdir $(1))/lib$(2).a
gpu-kit:
	@mkdir -p $B/log; cmake -B $B/gpu-kit/build -G Ninja -DCMAKE_BUILD_TYPE=Release \
	  -Dpkgcfg_lib_JANSSON_jansson=$(call STATIC,jansson,jansson) \
	  -Dpkgcfg_lib_UTF8PROC_utf8proc=$(call STATIC,libutf8proc,utf8proc) \
	  -Dpkgcfg_lib_NETTLE_nettle=$(call STATIC,nettle,nettle) \
	  -Dpkgcfg_lib_SQLITE_sqlite3=$(call STATIC,sqlite3,sqlite3) >$B/log/gpu-kit.log
	@ninja -C $B/gpu-kit/build --quiet tessera && cp $B/gpu-kit/build/tessera $B/gpu-kit/tessera

# ---- tests ----

test: test-packages
	@test/all.sh

devices asan tsan clang coverage: test-packages
	@test/all.sh $@

golden: test-packages
	@$(MAKE) --no-print-directory tests
	@ninja -C $B --quiet ops-doc golden

replay: test-packages
	@$(MAKE) --no-print-directory product
	@test/replay.sh "$(BASE)"

toolchains: test-packages
	@$(MAKE) --no-print-directory tests
	@test/simt/check_toolchains.sh $B/tessera full

fuzz long: test-packages
	@test/all.sh $@

# WGSL by wgpu over Vulkan, in a venv of its own.
wgsl: test-packages
	@$(MAKE) --no-print-directory tests
	@test/simt/check_wgsl.sh $B/tessera all

layers:
	@test/style/check_layers.sh

# ---- style ----

format: test-packages
	@clang-format -i $(C_FILES)

format-check:
	@clang-format --dry-run --Werror $(C_FILES)

# One stamp a file, so that a second run lints only what changed; a header changes them all.
tidy: $(TIDY_FILES:%=$B/tidy/%.ok)

$B/tidy/%.ok: % .clang-tidy $(filter %.h,$(C_FILES))
	@mkdir -p $(@D)
	@clang-tidy --quiet $< -- -std=gnu17 $(TIDY_FLAGS) >$@.log 2>&1 || { cat $@.log; exit 1; }
	@rm -f $@.log; touch $@

wc:
	@test/style/check_sizes.sh

clean:
	rm -rf $B
