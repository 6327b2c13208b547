// What may be said of every export of a board, whatever its texts are.
#ifndef REGIEBORD_TESTS_FUZZ_EXPORTS_H
#define REGIEBORD_TESTS_FUZZ_EXPORTS_H

#include <string.h>

#include "desk/a4_board.h"
#include "desk/a4_minutes.h"
#include "desk/board_json.h"
#include "desk/csv_write.h"
#include "fuzz.h"
#include "store/present.h"

// Every tag is one of ours, and nothing stands outside but clean text.
static inline void exports_html(const char *html, size_t size)
{
    static const char *const tags[] = {"div",    "/div",     "path",   "rect",  "circle",
                                       "svg",    "/svg",     "meta",   "title", "html",
                                       "/title", "/html",    "/style", "style", "head",
                                       "/head",  "!DOCTYPE", "body",   "/body"};

    FUZZ_HOLDS(fuzz_text_safe(html, size, true));
    for (const char *at = strchr(html, '<'); at != NULL; at = strchr(at + 1, '<')) {
        size_t length = strcspn(at + 1, " >");
        size_t i = 0;
        while (i < sizeof tags / sizeof *tags &&
               (strlen(tags[i]) != length || memcmp(tags[i], at + 1, length) != 0)) {
            i++;
        }
        FUZZ_HOLDS(i < sizeof tags / sizeof *tags);
        // A tag ends before another begins: no text broke out of it.
        FUZZ_HOLDS(at[1 + strcspn(at + 1, "<>")] == '>');
    }
}

// Behind a text, whose first quote is at `at`; escapes are known ones.
static inline const char *exports_json_text(const char *at)
{
    for (at++; *at != '"'; at++) {
        FUZZ_HOLDS((unsigned char)*at >= ' ');
        if (*at == '\\') {
            at++;
            FUZZ_HOLDS(*at != '\0' && strchr("\"\\u", *at) != NULL);
        }
    }
    return at + 1;
}

// One value: of objects and arrays only the nesting and the order of keys and commas.
static inline const char *exports_json_value(const char *at, int depth)
{
    FUZZ_HOLDS(depth < 20);
    at += strspn(at, "\n");
    if (*at == '"') {
        return exports_json_text(at);
    }
    if (*at != '{' && *at != '[') {
        size_t length = strcspn(at, ",]}\n");
        bool word = strncmp(at, "null", length) == 0 || strncmp(at, "true", length) == 0 ||
                    strncmp(at, "false", length) == 0;
        FUZZ_HOLDS(length > 0 && (word || strspn(at, "-0123456789.") == length));
        return at + length;
    }
    char end = *at == '{' ? '}' : ']';
    at += 1 + strspn(at + 1, "\n");
    for (bool first = true; *at != end; first = false) {
        if (!first) {
            FUZZ_HOLDS(*at == ',');
            at += 1 + strspn(at + 1, "\n");
        }
        if (end == '}') {
            FUZZ_HOLDS(*at == '"');
            at = exports_json_text(at);
            FUZZ_HOLDS(*at == ':');
            at++;
        }
        at = exports_json_value(at, depth + 1);
        at += strspn(at, "\n");
    }
    return at + 1;
}

static inline void exports_json(const char *json, size_t size)
{
    FUZZ_HOLDS(fuzz_text_safe(json, size, true));
    FUZZ_HOLDS(strcmp(exports_json_value(json, 0), "\n") == 0);
}

// No field begins with what a spreadsheet takes for a formula.
static inline void exports_csv(const char *csv, size_t size)
{
    bool quoted = false;
    bool first = true;

    FUZZ_HOLDS(size >= 3 && memcmp(csv, "\xef\xbb\xbf", 3) == 0);
    for (const char *at = csv + 3; at < csv + size; at++) {
        if (first && *at == '"') {
            quoted = true;
            at++;
        }
        FUZZ_HOLDS(!first || *at == '\0' || strchr("=+-@\t", *at) == NULL);
        first = false;
        if (*at == '"') {
            quoted = !quoted;
        } else if (!quoted) {
            first = *at == ';' || *at == '\n';
        }
    }
    FUZZ_HOLDS(!quoted);
}

enum { EXPORTS_NOW_S = 1764252000 };

static inline void exports_check(const struct board *board, const struct share_cells *cells)
{
    const int64_t now_ms = (int64_t)EXPORTS_NOW_S * 1000;

    for (int what = 0; what < 2 + ITEM_KINDS; what++) {
        char *text = NULL;
        size_t size = 0;
        FILE *out = open_memstream(&text, &size);
        FUZZ_HOLDS(out != NULL);
        bool csv =
            what >= 2 && item_specs[what - 2].file != NULL && what - 2 != ITEM_REPORT;
        if (what == 0) {
            FUZZ_HOLDS(a4_board(out, board, now_ms));
        } else if (what == 1) {
            board_json(out, board, now_ms);
        } else if (csv) {
            FUZZ_HOLDS(csv_write(out, (enum item_kind)(what - 2), board, cells));
        }
        fclose(out);
        if (what == 0) {
            exports_html(text, size);
        } else if (what == 1) {
            exports_json(text, size);
        } else if (csv) {
            exports_csv(text, size);
        }
        free(text);
    }
    for (size_t i = 0; i < board->meeting_count && i < 4; i++) {
        char *text = a4_minutes_text(board, &board->meetings[i], now_ms);
        FUZZ_HOLDS(text != NULL);
        exports_html(text, strlen(text));
        free(text);
    }
}

#endif
