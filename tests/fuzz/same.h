// SQLite with dice and a clock that are the same in every run, for its random() and now.
#ifndef REGIEBORD_TESTS_FUZZ_SAME_H
#define REGIEBORD_TESTS_FUZZ_SAME_H

#include <sqlite3.h>
#include <stdint.h>

#include "fuzz.h"

static inline int64_t same_now_ms(void *context)
{
    (void)context;
    return 1764252000000; // 27 November 2025
}

static inline int same_julian_ms(sqlite3_vfs *vfs, sqlite3_int64 *out)
{
    (void)vfs;
    *out = 210866760000000 + same_now_ms(NULL);
    return SQLITE_OK;
}

static inline void same_sqlite(void)
{
    static sqlite3_vfs vfs;

    vfs = *sqlite3_vfs_find(NULL);
    vfs.zName = "same";
    vfs.xCurrentTimeInt64 = same_julian_ms;
    FUZZ_HOLDS(sqlite3_vfs_register(&vfs, 1) == SQLITE_OK);
    FUZZ_HOLDS(sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, 1, (sqlite3 *)NULL) ==
               SQLITE_OK);
}

#endif
