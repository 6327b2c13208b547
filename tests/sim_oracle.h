// What must be true in the end, found out without the product's own fold: the logs and the
// files are read with plain SQL.
#ifndef REGIEBORD_TESTS_SIM_ORACLE_H
#define REGIEBORD_TESTS_SIM_ORACLE_H

#include "base/arena.h"
#include "board/board.h"
#include "sim_ledger.h"

struct oracle_entry {
    int64_t hlc, base;
    const char *device, *table, *row, *column, *value, *author; // value: NULL is nothing
    unsigned char eid[8];
    uint64_t key; // as in the ledger
};

struct oracle_log {
    struct arena arena;        // owns the texts
    struct oracle_entry *list; // owned; in the order of the log
    int count, room;
};

// Reads chg of a database on a simulated disk (a kiosk's own log). False when it cannot.
bool oracle_read_log(struct oracle_log *log, const char *path);
void oracle_finish(struct oracle_log *log);

// The value of a cell by the log alone; NULL when there is none.
const struct oracle_entry *oracle_winner(const struct oracle_log *log, const char *table,
                                         const char *row, const char *column);

// All entries of several logs, the greatest payload of each. Their texts stay where they
// are.
void oracle_unite(const struct oracle_log *logs, int count, struct oracle_log *all);

// A log (of a device; -1: of a file) holds all that it must of `all`: only what lies behind
// the horizon and says nothing any more may be missing.
void oracle_check_log(struct sim_world *world, const struct oracle_log *all,
                      const struct oracle_log *log, int device);

// Everything that must be in the log is, and nothing that nobody wrote.
void oracle_check_entries(struct sim_world *world, const struct oracle_log *log,
                          const struct ledger *ledger);

// What `device` acknowledged is in its log.
void oracle_check_acknowledged(struct sim_world *world, const struct ledger *ledger,
                               int device);

// The plain tables of a published file say what follows from the log.
void oracle_check_file(struct sim_world *world, const struct oracle_log *log,
                       const struct sim_file *file);

// The boards that a kiosk shows say it too.
void oracle_check_boards(struct sim_world *world, const struct oracle_log *log,
                         const struct board_set *set, int device);

// Of all that a kiosk shows; `history`: with what changed.
uint64_t oracle_hash_boards(const struct board_set *set, bool history);

#endif
