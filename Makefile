# Regiebord. `make run` opens the wall, `make test` tests everything; both install what is missing first.
.DEFAULT_GOAL := build
BUILD ?= build
CC ?= gcc
PKG_CONFIG ?= pkg-config
SAN ?=
ARGS ?=
BOARD ?= voorbeeld

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wundef -Wvla \
        -Wformat=2 -Wswitch-enum -Werror
PKGS := sdl2 SDL2_ttf sqlite3 libpng libdrm
CFLAGS ?= -O2 -g
ALL_CFLAGS = -std=c11 -D_GNU_SOURCE $(WARN) $(CFLAGS) $(SAN) -Ikiosk -I$(BUILD) -MMD -MP \
             $(shell $(PKG_CONFIG) --cflags $(PKGS))
LIBS = $(shell $(PKG_CONFIG) --libs $(PKGS)) -lcrypt -lm -lpthread

SOURCES := $(wildcard kiosk/*/*.c) $(filter-out kiosk/main.c,$(wildcard kiosk/*.c))
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o) $(BUILD)/data.o
DATA := $(wildcard data/*.sql data/*.csv data/*.sh)
UNIT := $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/test_*.c))
BENCH := $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/bench_*.c)) $(BUILD)/tests/big_board

# What `make deb` makes, and what that takes: a cross compiler per foreign architecture.
ARCHS ?= amd64 arm64 armhf
CROSS_amd64 := gcc-x86-64-linux-gnu libc6-dev-amd64-cross
CROSS_arm64 := gcc-aarch64-linux-gnu libc6-dev-arm64-cross
CROSS_armhf := gcc-arm-linux-gnueabihf libc6-dev-armhf-cross
deb_packages = debhelper dpkg-dev fakeroot mmdebstrap \
               $(foreach a,$(filter-out $(shell dpkg --print-architecture),$(1)),$(CROSS_$(a)))

RUN_PACKAGES := gcc libc6-dev pkg-config libsdl2-dev libsdl2-ttf-dev libsqlite3-dev libpng-dev libdrm-dev fonts-open-sans libqrencode4
TEST_PACKAGES = $(RUN_PACKAGES) libcmocka-dev xvfb xauth xdotool x11-utils x11-xserver-utils x11-apps imagemagick sqlite3 python3 strace libxtst6 \
                 xserver-xorg-core xserver-xorg-video-dummy weston universal-ctags clang libclang-rt-14-dev \
                 syncthing syncthing-discosrv rsync openssh-server openssh-client sqlitebrowser zbar-tools \
                 chromium poppler-utils libreoffice-calc-nogui lintian qemu-user-static valgrind $(call deb_packages,amd64 arm64)

# One line per file; `make V=1` shows the commands, `make -s` nothing.
ifeq ($(V),)
Q := @
say = @$(if $(findstring s,$(firstword -$(MAKEFLAGS))),:,echo "  $(1)")
endif

.PHONY: build unit benches clean deps test-deps deb run live test golden gallery pictures bench install \
        counts fuzz fuzz-targets fuzz-runners simulate torture vm-test
build: $(BUILD)/regiebord

$(BUILD)/regiebord: $(BUILD)/kiosk/main.o $(OBJECTS)
	$(call say,link $@)
	$(Q)$(CC) $(SAN) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(call say,compile $<)
	$(Q)$(CC) $(ALL_CFLAGS) -c -o $@ $<

# The reference data travels inside the binary: data_file("schema.sql") in base/data.h.
$(BUILD)/data.c: $(DATA) assets/embed.sh
	@mkdir -p $(@D)
	$(Q)sh assets/embed.sh $(DATA) > $@
$(BUILD)/data.o: $(BUILD)/data.c
	$(Q)$(CC) $(ALL_CFLAGS) -c -o $@ $<

# A test holds only what it needs of the product: with all of it, the tests were of 2 GB.
$(BUILD)/product.a: $(OBJECTS)
	@rm -f $@
	$(Q)$(AR) rcsT $@ $^

$(BUILD)/tests/%: tests/%.c $(BUILD)/product.a
	@mkdir -p $(@D)
	$(call say,compile $<)
	$(Q)$(CC) $(ALL_CFLAGS) -Itests $(LDFLAGS) -o $@ $< $(BUILD)/product.a $(LIBS) -lcmocka

# The calls to the system are in a file of their own, in the place of libc's.
$(BUILD)/tests/fault: tests/fault.c tests/fault_calls.c tests/fault_calls.h $(BUILD)/product.a
	@mkdir -p $(@D)
	$(call say,compile $<)
	$(Q)$(CC) $(filter-out -MMD -MP,$(ALL_CFLAGS)) -Itests $(LDFLAGS) -o $@ $< tests/fault_calls.c $(BUILD)/product.a $(LIBS) -lcmocka

# What is missing is installed from Debian's packages; says what and why.
deps:
	@sh assets/deps.sh "to build and run" $(RUN_PACKAGES)
test-deps:
	@sh assets/deps.sh "to test" $(TEST_PACKAGES)

# The programmes of boards/ in a shared folder of our own, made once; edit it as you like.
live: build
	@sh assets/live.sh $(BUILD)/regiebord data/live

run: deps
	@$(MAKE) --no-print-directory live
	@sh assets/run.sh $(BUILD)/regiebord data/live $(BOARD) $(ARGS)

unit: $(UNIT)
	@set -e; for t in $(UNIT); do $$t; done
benches: $(BENCH) build

test: test-deps
	@sh tests/run.sh

# Compares how every screen is drawn with tests/golden; `make golden UPDATE=1` accepts what is drawn now.
golden: build
	@UPDATE=$(UPDATE) sh tests/golden.sh $(BUILD)/regiebord

# Counts the instructions of what must stay cheap, and compares with tests/counts.txt; UPDATE=1 accepts what it takes now.
counts:
	@sh assets/deps.sh "to count instructions" $(RUN_PACKAGES) sqlite3 valgrind
	@$(MAKE) --no-print-directory $(BUILD)/tests/counts $(BUILD)/tests/big_board
	@UPDATE=$(UPDATE) sh tests/counts.sh $(BUILD)

# Every screen in every size and theme, to look at.
gallery: build
	@sh tests/gallery.sh $(BUILD)/regiebord $(BUILD)/gallery

# The pictures of README.md.
pictures: build
	@sh assets/pictures.sh $(BUILD)/regiebord assets/pictures

# One table of the wall beside its peers: `make bench PARTS="rest start"` makes some of it, MARKDOWN=1 for README.
PARTS ?=
bench: test-deps
	@$(MAKE) --no-print-directory benches
	@sh tests/bench.sh $(BUILD) $(if $(MARKDOWN),--markdown) $(PARTS)

# Fuzzing: `make fuzz TARGET=shared SECONDS=60`, from tests/fuzz/corpus/shared; TARGET= is all of them in turn.
# The same targets without libFuzzer, which run files: `make fuzz-runners`, then build/fuzz/shared FILE...
TARGET ?=
SECONDS ?= 60
FUZZ_TARGETS := $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
FUZZ_OBJECTS = $(patsubst %.c,$(BUILD)/%.o,$(foreach d,base board store share desk touch,$(wildcard kiosk/$(d)/*.c))) \
               $(BUILD)/data.o
FUZZ_MAIN = tests/fuzz/runner.c
FUZZ_SAN := -fsanitize=address,undefined -fno-sanitize-recover=undefined
fuzz:
	@$(MAKE) --no-print-directory fuzz-targets
	@sh tests/fuzz.sh $(SECONDS) $(or $(TARGET),$(FUZZ_TARGETS))
fuzz-targets:
	@$(MAKE) --no-print-directory BUILD=build-fuzz CC=clang CFLAGS="-O1 -g" FUZZ_MAIN= \
	    SAN="-fsanitize=fuzzer-no-link $(FUZZ_SAN)" FUZZ_LINK=-fsanitize=fuzzer fuzz-runners
fuzz-runners: $(FUZZ_TARGETS:%=$(BUILD)/fuzz/%) $(BUILD)/fuzz/seeds

$(BUILD)/fuzz/%: tests/fuzz/fuzz_%.c tests/fuzz/fuzz.c tests/fuzz/fuzz.h tests/fuzz/same.h tests/fuzz/disk.h tests/fuzz/exports.h tests/fuzz/shared_mutator.c tests/fuzz/shared_memory.c \
                 tests/fuzz/runner.c $(FUZZ_OBJECTS)
	@mkdir -p $(@D)
	$(call say,compile $<)
	$(Q)$(CC) $(filter-out -MMD -MP,$(ALL_CFLAGS)) $(LDFLAGS) $(FUZZ_LINK) -Wl,--wrap=log_write -o $@ $< \
	    tests/fuzz/fuzz.c $(FUZZ_MAIN) $(if $(FUZZ_MAIN),$(wildcard tests/fuzz/$*_memory.c),$(wildcard tests/fuzz/$*_*.c)) $(FUZZ_OBJECTS) -lsqlite3 -lcrypt -lm
$(BUILD)/fuzz/seeds: tests/fuzz/seeds.c tests/fuzz/same.h tests/hostile.h $(FUZZ_OBJECTS)
	@mkdir -p $(@D)
	$(Q)$(CC) $(filter-out -MMD -MP,$(ALL_CFLAGS)) -Itests $(LDFLAGS) -o $@ $< $(FUZZ_OBJECTS) -lsqlite3 -lcrypt -lm -lcmocka

# The sharing under simulation: `make simulate SEEDS=100000 FROM=1` on all cores, `make simulate SEED=123` with a
# trace, `make simulate SEEDS=0 BUGS=500` with bugs planted around the product's functions (tests/sim_bugs.c).
SEEDS ?= 2000
FROM ?= 1
JOBS ?= $(shell nproc)
SIM_OBJECTS := $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/sim_*.c) tests/simulate.c)
# What it runs: the sharing without its thread.
SIM_PRODUCT := $(filter-out $(patsubst %,$(BUILD)/kiosk/share/%.o,keeper keeper_write queue watch), \
               $(filter $(foreach d,base board store share,$(BUILD)/kiosk/$(d)/%),$(OBJECTS))) $(BUILD)/data.o
SIM_WRAP := clock_next record_compare_payload record_derive_eid record_fault log_append import_file log_write \
            horizon_propose
simulate: $(BUILD)/tests/simulate
	@$< $(if $(SEED),--seed $(SEED),--seeds $(SEEDS) --from $(FROM) --jobs $(JOBS)) $(if $(BUG),--bug $(BUG)) \
	    $(if $(STEPS),--steps $(STEPS)) $(if $(BUGS),--bugs $(BUGS))
$(BUILD)/tests/simulate: $(SIM_OBJECTS) $(SIM_PRODUCT)
	$(call say,link $@)
	$(Q)$(CC) $(SAN) $(LDFLAGS) $(SIM_WRAP:%=-Wl,--wrap=%) -o $@ $^ $(LIBS)

# All that is too long for `make test`, in one table; goes on where it was interrupted. README quotes it.
torture: test-deps
	@sh tests/torture.sh $(BUILD)

# The whole appliance in a machine of its own, and its plug pulled: `make vm-test CUTS=100`. Needs root.
CUTS ?= 100
VM_PACKAGES := qemu-system-x86 mmdebstrap e2fsprogs dpkg-dev python3 imagemagick gcc libc6-dev
vm-test:
	@sh assets/deps.sh "to test in a machine of its own" $(VM_PACKAGES)
	@$(MAKE) --no-print-directory build
	@$(MAKE) --no-print-directory deb ARCHS=amd64
	@CUTS=$(CUTS) sh tests/vm/run.sh $(BUILD)/vm $(BUILD)/regiebord

DESTDIR ?=
PREFIX ?= /usr
install: build
	install -D -m 755 $(BUILD)/regiebord $(DESTDIR)$(PREFIX)/bin/regiebord
	install -D -m 644 assets/regiebord.1 $(DESTDIR)$(PREFIX)/share/man/man1/regiebord.1

# The Debian packages, in build/deb: `make deb ARCHS="amd64 arm64"`.
deb:
	@sh assets/deps.sh "to make the packages" $(RUN_PACKAGES) $(call deb_packages,$(ARCHS))
	@sh assets/deb.sh $(BUILD)/deb $(ARCHS)

clean:
	rm -rf $(BUILD) build-asan build-fuzz

-include $(OBJECTS:.o=.d) $(BUILD)/kiosk/main.d $(UNIT:=.d) $(BENCH:=.d) $(BUILD)/tests/counts.d $(SIM_OBJECTS:.o=.d)
