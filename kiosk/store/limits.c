#include "store/limits.h"

#include "store/horizon.h"

const char *limits_fault(const struct fold *fold, size_t more_records, size_t more_rows)
{
    size_t rows = more_rows;

    if (horizon_count(fold) + more_records > LIMIT_RECORDS) {
        return "more entries than a shared file may hold";
    }
    for (uint32_t i = 0; i < fold->row_count; i++) {
        rows += fold_shows(fold, i);
    }
    return rows > LIMIT_ROWS ? "more rows than a shared file may hold" : NULL;
}
