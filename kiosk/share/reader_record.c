#include "share/reader_record.h"

#include <string.h>

const char *reader_record_text(sqlite3_stmt *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);

    return text == NULL ? "" : text;
}

const char *reader_record_name(sqlite3_stmt *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);
    bool whole =
        text != NULL && strlen(text) == (size_t)sqlite3_column_bytes(statement, column);

    return whole ? text : "";
}

const char *reader_record_read(sqlite3_stmt *statement, struct record *record)
{
    bool key = sqlite3_column_type(statement, 0) == SQLITE_INTEGER &&
               sqlite3_column_type(statement, 2) == SQLITE_BLOB &&
               sqlite3_column_bytes(statement, 2) == RECORD_EID_BYTES;
    int base = sqlite3_column_type(statement, 8);

    *record = (struct record){
        .hlc = sqlite3_column_int64(statement, 0),
        .device = reader_record_name(statement, 1),
        .eid = key ? record_eid_read(sqlite3_column_blob(statement, 2)) : 0,
        .table = reader_record_name(statement, 3),
        .row = reader_record_name(statement, 4),
        .column = reader_record_name(statement, 5),
        .value = (const char *)sqlite3_column_text(statement, 6),
        .size = (size_t)sqlite3_column_bytes(statement, 6),
        .author = reader_record_name(statement, 7),
        .base =
            base == SQLITE_INTEGER ? sqlite3_column_int64(statement, 8) : RECORD_NO_BASE,
    };
    if (!key || (base != SQLITE_INTEGER && base != SQLITE_NULL)) {
        return "its key is not one";
    }
    // An empty blob reads as NULL, which it is not.
    if (record->value == NULL && sqlite3_column_type(statement, 6) != SQLITE_NULL) {
        record->value = "";
    }
    return record_fault(record);
}

// Compares bytes in place: to get at text, SQLite would first copy it to end it with a NUL.
// Values are looked at directly, which is fine on a connection of one thread (NOMUTEX).
static bool same_text(sqlite3_value *value, int type, const char *text, size_t size)
{
    return sqlite3_value_type(value) == type &&
           (size_t)sqlite3_value_bytes(value) == size &&
           (size == 0 || memcmp(sqlite3_value_blob(value), text, size) == 0);
}

static bool same_name(sqlite3_stmt *statement, int column, const char *name)
{
    sqlite3_value *value = sqlite3_column_value(statement, column);

    return same_text(value, SQLITE_TEXT, name, strlen(name));
}

static bool same_number(sqlite3_stmt *statement, int column, int64_t number)
{
    sqlite3_value *value = sqlite3_column_value(statement, column);

    return sqlite3_value_type(value) == SQLITE_INTEGER &&
           sqlite3_value_int64(value) == number;
}

static bool is_null(sqlite3_stmt *statement, int column)
{
    return sqlite3_column_type(statement, column) == SQLITE_NULL;
}

bool reader_record_met(sqlite3_stmt *statement, const struct record *record)
{
    char eid[RECORD_EID_BYTES];

    record_eid_bytes(record->eid, (unsigned char *)eid);
    return same_number(statement, 0, record->hlc) &&
           same_text(sqlite3_column_value(statement, 2), SQLITE_BLOB, eid, sizeof eid) &&
           same_name(statement, 1, record->device) &&
           same_name(statement, 3, record->table) && same_name(statement, 4, record->row) &&
           same_name(statement, 5, record->column) &&
           (record->value == NULL ? is_null(statement, 6)
                                  : same_text(sqlite3_column_value(statement, 6),
                                              SQLITE_TEXT, record->value, record->size)) &&
           same_name(statement, 7, record->author) &&
           (record->base == RECORD_NO_BASE ? is_null(statement, 8)
                                           : same_number(statement, 8, record->base));
}
