#define LOG_MODULE "export"
#include "desk/csv_write.h"

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "desk/csv_rows.h"
#include "desk/guard.h"

enum { PATH_BYTES = 1024 };

// As Excel and LibreOffice read it: quotes where the text holds what parts fields.
static void put_field(FILE *out, struct arena *arena, const char *before, const char *text)
{
    const char *safe = guard_text(arena, text);
    bool quoted = safe != NULL && strpbrk(safe, ";\"\r\n\t") != NULL;

    fputs(before, out);
    if (safe == NULL) {
        return; // the arena tells
    }
    if (!quoted) {
        fputs(safe, out);
        return;
    }
    fputc('"', out);
    for (const char *c = safe; *c != '\0'; c++) {
        if (*c == '"') {
            fputc('"', out);
        }
        fputc(*c, out);
    }
    fputc('"', out);
}

static void put_board(FILE *out, struct arena *arena, const struct csv_rows *rows)
{
    const struct item_spec *spec = &item_specs[ITEM_BOARD];

    fputs("veld;waarde\r\n", out);
    for (int field = 0; field < ITEM_FIELDS && spec->headers[field] != NULL; field++) {
        if (rows->count > 0 && rows->rows[0].text[field][0] != '\0') {
            put_field(out, arena, "", spec->headers[field]);
            put_field(out, arena, ";", rows->rows[0].text[field]);
            fputs("\r\n", out);
        }
    }
}

// Columns for keys and positions only where an import would make others.
static void put_table(FILE *out, struct arena *arena, const struct item_spec *spec,
                      const struct csv_rows *rows)
{
    bool named = false;
    bool placed = false;

    for (size_t i = 0; i < rows->count; i++) {
        named = named || rows->rows[i].named;
        placed = placed || rows->rows[i].placed;
    }
    for (int field = 0; field < ITEM_FIELDS && spec->headers[field] != NULL; field++) {
        put_field(out, arena, field > 0 ? ";" : "", spec->headers[field]);
    }
    fprintf(out, "%s%s\r\n", named ? ";id" : "", placed ? ";volgorde" : "");
    for (size_t i = 0; i < rows->count; i++) {
        const struct csv_row *row = &rows->rows[i];
        for (int field = 0; field < ITEM_FIELDS && spec->headers[field] != NULL; field++) {
            put_field(out, arena, field > 0 ? ";" : "", row->text[field]);
        }
        if (named) {
            put_field(out, arena, ";", row->named ? row->row : "");
        }
        if (placed) {
            put_field(out, arena, ";", row->place);
        }
        fputs("\r\n", out);
    }
}

bool csv_write(FILE *out, enum item_kind kind, const struct board *board,
               const struct share_cells *cells)
{
    struct arena arena = {0};
    struct csv_rows rows;
    bool ok = csv_rows_take(&rows, &arena, kind, board, cells);

    fputs("\xef\xbb\xbf", out);
    if (ok && kind == ITEM_BOARD) {
        put_board(out, &arena, &rows);
    } else if (ok) {
        put_table(out, &arena, &item_specs[kind], &rows);
    }
    ok = ok && !arena.failed && ferror(out) == 0;
    arena_finish(&arena);
    return ok;
}

// Reports of verloop.csv are history, which does not travel.
static bool is_written(int kind)
{
    return item_specs[kind].file != NULL && kind != ITEM_REPORT;
}

struct strangers {
    const char *first; // malloc'ed; NULL: none
};

static void look(void *to, const char *name)
{
    struct strangers *strangers = to;

    for (int kind = 0; kind < ITEM_KINDS; kind++) {
        if (is_written(kind) && strcmp(item_specs[kind].file, name) == 0) {
            return;
        }
    }
    if (strangers->first == NULL) {
        strangers->first = strdup(name);
    }
}

static bool folder_ready(const char *folder, const struct env *env)
{
    struct strangers strangers = {NULL};
    int code = env->make_folder(env->context, folder);

    if (code == 0) {
        code = env->list(env->context, folder, look, &strangers);
    }
    if (code != 0) {
        LOG_ERR("%s cannot be made: %s", folder, strerror(-code));
    } else if (strangers.first != NULL) {
        LOG_ERR("%s holds %s, which is no part of an export: name a new folder", folder,
                strangers.first);
        code = -1;
    }
    free((void *)strangers.first);
    return code == 0;
}

static bool write_file(const char *folder, enum item_kind kind, const struct board *board,
                       const struct share_cells *cells, const struct env *env)
{
    char path[PATH_BYTES];
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    bool ok = out != NULL && csv_write(out, kind, board, cells);
    int code = 0;

    ok = out != NULL && fclose(out) == 0 && ok;
    if (!ok) {
        LOG_ERR("out of memory");
    }
    ok = ok && snprintf(path, sizeof path, "%s/%s", folder, item_specs[kind].file) <
                   (int)sizeof path;
    if (ok && (code = env->write(env->context, path, text, size, 0)) != 0) {
        LOG_ERR("%s cannot be written: %s", path, strerror(-code));
        ok = false;
    }
    free(text);
    return ok;
}

bool csv_write_folder(const char *folder, const struct board *board,
                      const struct share_cells *cells, const struct env *env)
{
    bool ok = folder_ready(folder, env);

    for (int kind = 0; kind < ITEM_KINDS && ok; kind++) {
        ok = !is_written(kind) ||
             write_file(folder, (enum item_kind)kind, board, cells, env);
    }
    return ok;
}
