#include "sim_ledger.h"

#include <stdio.h>
#include <stdlib.h>

static uint64_t mix(uint64_t hash, const char *text)
{
    for (; *text != '\0'; text++) {
        hash = (hash ^ (unsigned char)*text) * 0x100000001b3u;
    }
    return (hash ^ 0xff) * 0x100000001b3u;
}

uint64_t ledger_key(const char *table, const char *row, const char *column,
                    const char *value)
{
    uint64_t hash = mix(mix(mix(0xcbf29ce484222325u, table), row), column);

    return value == NULL ? hash : mix(hash, value);
}

void ledger_add(struct ledger *ledger, enum intent_kind kind, int device, bool must,
                const char *table, const char *row, const char *column, const char *value)
{
    if (ledger->count == ledger->room) {
        ledger->room = ledger->room == 0 ? 256 : ledger->room * 2;
        ledger->list = realloc(ledger->list, (size_t)ledger->room * sizeof *ledger->list);
    }
    struct intent *intent = &ledger->list[ledger->count++];
    *intent = (struct intent){.kind = kind,
                              .device = device,
                              .must = must,
                              .key = ledger_key(table, row, column, value)};
    snprintf(intent->text, sizeof intent->text, "%s %s %s=%s", table, row, column,
             value == NULL ? "(nothing)" : value);
}

bool ledger_has(const struct ledger *ledger, uint64_t key, bool unlogged)
{
    int i = 0;

    while (i < ledger->count && (ledger->list[i].key != key ||
                                 (unlogged && ledger->list[i].kind != INTENT_UNLOGGED))) {
        i++;
    }
    return i < ledger->count;
}

void ledger_finish(struct ledger *ledger)
{
    free(ledger->list);
    *ledger = (struct ledger){0};
}
