# Regiebord. `make run` opens the wall, `make test` tests everything; both install what is missing first.
.DEFAULT_GOAL := build
BUILD ?= build
CC ?= gcc
PKG_CONFIG ?= pkg-config
SAN ?=

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wundef -Wvla \
        -Wformat=2 -Wswitch-enum -Werror
PKGS := sdl2 SDL2_ttf sqlite3 libpng
CFLAGS ?= -O2 -g
ALL_CFLAGS = -std=c11 -D_GNU_SOURCE $(WARN) $(CFLAGS) $(SAN) -Ikiosk -I$(BUILD) -MMD -MP \
             $(shell $(PKG_CONFIG) --cflags $(PKGS))
LIBS = $(shell $(PKG_CONFIG) --libs $(PKGS)) -lm -lpthread

SOURCES := $(wildcard kiosk/*/*.c) $(filter-out kiosk/main.c,$(wildcard kiosk/*.c))
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o) $(BUILD)/data.o
DATA := $(wildcard data/*.sql data/*.csv)
UNIT := $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/test_*.c))

.PHONY: build unit clean
build: $(BUILD)/regiebord

$(BUILD)/regiebord: $(BUILD)/kiosk/main.o $(OBJECTS)
	$(CC) $(SAN) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

# The reference data travels inside the binary: data_file("schema.sql") in base/data.h.
$(BUILD)/data.c: $(DATA) assets/embed.sh
	@mkdir -p $(@D)
	sh assets/embed.sh $(DATA) > $@
$(BUILD)/data.o: $(BUILD)/data.c
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(BUILD)/tests/%: tests/%.c $(OBJECTS)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Itests $(LDFLAGS) -o $@ $< $(OBJECTS) $(LIBS) -lcmocka

# Runs every unit test; each prints its own cases.
unit: $(UNIT)
	@set -e; for t in $(UNIT); do $$t; done

clean:
	rm -rf $(BUILD)

-include $(OBJECTS:.o=.d) $(BUILD)/kiosk/main.d
