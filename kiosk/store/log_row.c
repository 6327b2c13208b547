#include "store/log_row.h"

#include <string.h>

static void bind_bytes(sqlite3_stmt *statement, const char *name, const char *text,
                       size_t size)
{
    int at = sqlite3_bind_parameter_index(statement, name);

    if (at > 0 && text == NULL) {
        sqlite3_bind_null(statement, at);
    } else if (at > 0) {
        sqlite3_bind_text64(statement, at, text, size, SQLITE_TRANSIENT, SQLITE_UTF8);
    }
}

void row_bind_text(sqlite3_stmt *statement, const char *name, const char *text)
{
    bind_bytes(statement, name, text, strlen(text));
}

void row_bind_number(sqlite3_stmt *statement, const char *name, int64_t number)
{
    int at = sqlite3_bind_parameter_index(statement, name);

    if (at > 0) {
        sqlite3_bind_int64(statement, at, number);
    }
}

void row_bind_key(sqlite3_stmt *statement, const struct record *record)
{
    unsigned char eid[RECORD_EID_BYTES];

    record_eid_bytes(record->eid, eid);
    row_bind_number(statement, ":hlc", record->hlc);
    row_bind_text(statement, ":dev", record->device);
    sqlite3_bind_blob(statement, sqlite3_bind_parameter_index(statement, ":eid"), eid,
                      sizeof eid, SQLITE_TRANSIENT);
}

void row_bind_payload(sqlite3_stmt *statement, const struct record *record)
{
    row_bind_text(statement, ":tbl", record->table);
    row_bind_text(statement, ":row", record->row);
    row_bind_text(statement, ":col", record->column);
    bind_bytes(statement, ":val", record->value, record->size);
    row_bind_text(statement, ":author", record->author);
    if (record->base == RECORD_NO_BASE) {
        bind_bytes(statement, ":base", NULL, 0);
    } else {
        row_bind_number(statement, ":base", record->base);
    }
}

struct record row_record(sqlite3_stmt *statement)
{
    const unsigned char *eid = sqlite3_column_blob(statement, 2);
    bool sound = eid != NULL && sqlite3_column_bytes(statement, 2) == RECORD_EID_BYTES;

    return (struct record){
        .hlc = sqlite3_column_int64(statement, 0),
        .device = (const char *)sqlite3_column_text(statement, 1),
        .eid = sound ? record_eid_read(eid) : 0,
        .table = (const char *)sqlite3_column_text(statement, 3),
        .row = (const char *)sqlite3_column_text(statement, 4),
        .column = (const char *)sqlite3_column_text(statement, 5),
        .value = (const char *)sqlite3_column_text(statement, 6),
        .size = (size_t)sqlite3_column_bytes(statement, 6),
        .author = (const char *)sqlite3_column_text(statement, 7),
        .base = sqlite3_column_type(statement, 8) == SQLITE_NULL
                    ? RECORD_NO_BASE
                    : sqlite3_column_int64(statement, 8),
        .rx_ms = sqlite3_column_int64(statement, 9),
        .seen = sqlite3_column_int(statement, 10) != 0,
    };
}
