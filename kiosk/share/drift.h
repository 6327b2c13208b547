// Edits that no trigger logged: where the tables of a file differ from what its own log
// says.
#ifndef REGIEBORD_SHARE_DRIFT_H
#define REGIEBORD_SHARE_DRIFT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "share/reader.h"
#include "share/recall.h"
#include "store/fold.h"

struct drift {
    struct record *records; // owned; entries that say what the tables say
    size_t count, room;
    struct arena arena; // owns their texts
    // Cells of the fold where the file has an entry that says less than ours of the same
    // key: its tables say what that one said, which is nobody's edit. Not owned.
    const uint32_t *outdone;
    size_t outdone_count;
    struct recall *recall;         // not owned; learns where rows stand; NULL: nothing does
    const struct changes *changes; // not owned; only these are compared; NULL: all rows are
    size_t differences;            // cells and rows that differ, minted or not
    bool refused;                  // one of them may not enter the log (logged)
    bool doubtful; // rows that cannot be told apart, or have no place of their own
};

// Compares the tables of the open file with the entries of the fold that carry `mark`,
// which are those of the file. What it mints depends on the file alone. TROUBLE_CORRUPT
// when most rows of a table vanished without a word: nothing is minted then. The caller
// calls drift_finish in every case.
enum trouble drift_find(struct reader *reader, const struct schema *schema,
                        struct fold *fold, uint32_t mark, struct drift *drift);
void drift_finish(struct drift *drift);

#endif
