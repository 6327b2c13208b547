// What people and tools did in a run: every value is written once only, so an entry of a
// log can be traced to whoever wrote it.
#ifndef REGIEBORD_TESTS_SIM_LEDGER_H
#define REGIEBORD_TESTS_SIM_LEDGER_H

#include "sim_world.h"

enum { LEDGER_ROWS = 16 };

enum intent_kind {
    INTENT_TOUCH,    // by a kiosk
    INTENT_LOGGED,   // by a tool, with the triggers
    INTENT_UNLOGGED, // by a tool, without
};

struct intent {
    enum intent_kind kind;
    uint64_t key; // of table, row, column and value
    int device;   // where it was done
    bool must;    // it must be in every log in the end
    char text[112];
};

struct ledger {
    struct intent *list; // owned
    int count, room;
    int serial; // of values
    // The greatest value that a tool forged into the first entry of a meeting's body, by
    // row; it must stay. "": none.
    char forged[LEDGER_ROWS][16];
};

void ledger_add(struct ledger *ledger, enum intent_kind kind, int device, bool must,
                const char *table, const char *row, const char *column, const char *value);
uint64_t ledger_key(const char *table, const char *row, const char *column,
                    const char *value);
// Somebody wrote that; `unlogged`: with a tool and without the triggers.
bool ledger_has(const struct ledger *ledger, uint64_t key, bool unlogged);
void ledger_finish(struct ledger *ledger);

#endif
