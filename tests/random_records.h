// Random entries that collide often: few devices, rows, columns, times and values.
#ifndef REGIEBORD_TESTS_RANDOM_RECORDS_H
#define REGIEBORD_TESTS_RANDOM_RECORDS_H

#include "folder_fixture.h"
#include "store/record.h"

static inline struct record random_record(struct fixture *fixture)
{
    static const char *const devices[] = {"0123456789abcdef", "ext", "ext?",
                                          "fedcba9876543210"};
    static const char *const tables[] = {"track", "action", "unknown"};
    static const char *const rows[] = {"a", "b", "c", "d/e"};
    static const char *const columns[] = {"health", "title", "_live", "lead"};
    static const char *const values[] = {"0", "1", NULL, "op koers", "knelpunt", ""};
    static const char *const authors[] = {"", "plan", "Sam"};
    uint64_t dice = fixture_next(fixture);
    const char *value = values[dice >> 20 & 7 ? (dice >> 23) % 6 : 0];

    return (struct record){
        .hlc = (int64_t)(dice & 31) << 16,
        .device = devices[dice >> 5 & 3],
        .eid = (dice >> 7 & 1) + ((dice >> 8 & 1) << 63),
        .table = tables[(dice >> 9 & 3) % 3],
        .row = rows[dice >> 11 & 3],
        .column = columns[dice >> 13 & 3],
        .value = value,
        .size = value == NULL ? 0 : strlen(value),
        .author = authors[(dice >> 15 & 3) % 3],
        .base = dice >> 17 & 1 ? RECORD_NO_BASE : (int64_t)(dice >> 18 & 1),
    };
}

#endif
