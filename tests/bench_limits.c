// What nothing of the wall can be faster than, to hold its figures against:
//   bench_limits BOARD.sqlite
// the copy of a frame (memcpy), rasterising a letter (SDL_ttf, each for the first time),
// and SQLite reading every value of that file by itself. A line per figure: its name and
// microseconds.
#include <SDL_ttf.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench_time.h"

#define FONT "/usr/share/fonts/truetype/open-sans/OpenSans-Semibold.ttf"

enum { ROUNDS = 21, SIZE_PX = 40, FIRST = '!', LAST = '~', TABLES = 64 };

static double median_us(double times[ROUNDS])
{
    return bench_ranked_us(times, ROUNDS, ROUNDS / 2);
}

static bool measure_copy(const char *name, size_t bytes)
{
    char *from = malloc(bytes);
    char *to = malloc(bytes);
    double times[ROUNDS];

    if (from == NULL || to == NULL) {
        free(from);
        free(to);
        return false;
    }
    memset(from, 1, bytes);
    memset(to, 2, bytes);
    for (int i = 0; i < ROUNDS; i++) {
        double start = bench_now_us();
        memcpy(to, from, bytes);
        times[i] = bench_now_us() - start;
        from[i] = to[bytes - 1]; // so that no copy is left out
    }
    printf("%s\t%.1f\n", name, median_us(times));
    free(from);
    free(to);
    return true;
}

// A font forgets its letters when it gets another size.
static bool measure_letters(void)
{
    double times[ROUNDS];
    TTF_Font *font = TTF_Init() == 0 ? TTF_OpenFont(FONT, SIZE_PX) : NULL;

    for (int i = 0; font != NULL && i < ROUNDS; i++) {
        TTF_SetFontSize(font, SIZE_PX + 1 + i % 2);
        double start = bench_now_us();
        for (Uint32 letter = FIRST; letter <= LAST; letter++) {
            SDL_FreeSurface(
                TTF_RenderGlyph32_Blended(font, letter, (SDL_Color){0, 0, 0, 255}));
        }
        times[i] = (bench_now_us() - start) / (LAST - FIRST + 1);
    }
    if (font != NULL) {
        printf("letter\t%.1f\n", median_us(times));
        TTF_CloseFont(font);
    }
    TTF_Quit();
    return font != NULL;
}

static bool read_table(sqlite3 *db, const char *table, size_t *bytes)
{
    sqlite3_stmt *rows = NULL;
    char *sql = sqlite3_mprintf("SELECT * FROM \"%w\"", table);
    int step = SQLITE_ERROR;

    if (sql != NULL && sqlite3_prepare_v2(db, sql, -1, &rows, NULL) == SQLITE_OK) {
        while ((step = sqlite3_step(rows)) == SQLITE_ROW) {
            for (int i = 0; i < sqlite3_column_count(rows); i++) {
                sqlite3_column_blob(rows, i);
                *bytes += (size_t)sqlite3_column_bytes(rows, i);
            }
        }
    }
    sqlite3_finalize(rows);
    sqlite3_free(sql);
    return step == SQLITE_DONE;
}

static bool read_file(const char *path, size_t *bytes)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *names = NULL;
    char tables[TABLES][64];
    int count = 0;
    bool ok = sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
              sqlite3_prepare_v2(db, "SELECT name FROM sqlite_schema WHERE type='table'",
                                 -1, &names, NULL) == SQLITE_OK;

    while (ok && count < TABLES && sqlite3_step(names) == SQLITE_ROW) {
        snprintf(tables[count++], sizeof *tables, "%s",
                 (const char *)sqlite3_column_text(names, 0));
    }
    sqlite3_finalize(names);
    for (int i = 0; ok && i < count; i++) {
        ok = read_table(db, tables[i], bytes);
    }
    sqlite3_close(db);
    return ok;
}

static bool measure_file(const char *path)
{
    double times[ROUNDS];
    size_t bytes = 0;

    for (int i = 0; i < ROUNDS; i++) {
        double start = bench_now_us();
        if (!read_file(path, &bytes)) {
            return false;
        }
        times[i] = bench_now_us() - start;
    }
    printf("file\t%.1f\n", median_us(times));
    return bytes > 0;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "bench_limits BOARD.sqlite\n");
        return 2;
    }
    bool done = measure_copy("copy 1080", (size_t)1920 * 1080 * 4) &&
                measure_copy("copy 2160", (size_t)3840 * 2160 * 4) && measure_letters() &&
                measure_file(argv[1]);
    return done ? 0 : 1;
}
