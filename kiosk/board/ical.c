#include "board/ical.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

enum {
    LINE_OCTETS = 75, // of a line without its end; what follows is folded
    LINE_BYTES = 1024,
    ITEM_BYTES = 4096,
    CODE_BYTES = 40,
    DAY_SECONDS = 86400
};

static const char HEAD[] = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//regiebord//NL\r\n";
static const char FOOT[] = "END:VCALENDAR\r\n";

struct writer {
    char *out;
    size_t size, used;
    bool full;
};

static void put(struct writer *w, const char *text, size_t length)
{
    if (w->full || w->used + length >= w->size) {
        w->full = true;
        return;
    }
    memcpy(w->out + w->used, text, length);
    w->used += length;
    w->out[w->used] = '\0';
}

// A line, folded where it is too long and never within a character.
static void put_line(struct writer *w, const char *line)
{
    size_t left = strlen(line);
    size_t room = LINE_OCTETS;

    while (left > room) {
        size_t cut = room;
        while (cut > 1 && ((unsigned char)line[cut] & 0xc0) == 0x80) {
            cut--;
        }
        put(w, line, cut);
        put(w, "\r\n ", 3);
        line += cut;
        left -= cut;
        room = LINE_OCTETS - 1; // the space that a folded line begins with counts
    }
    put(w, line, left);
    put(w, "\r\n", 2);
}

// Text as a property holds it: backslashes before \ ; and , and line ends as \n. At most
// what the line has room for.
static void text_line(struct writer *w, const char *name, const char *text)
{
    char line[LINE_BYTES];
    size_t used = (size_t)snprintf(line, sizeof line, "%s:", name);

    for (; *text != '\0' && used + 8 < sizeof line; text++) {
        if (*text == '\r') {
            continue;
        }
        if (strchr("\\;,\n", *text) != NULL) {
            line[used++] = '\\';
        }
        line[used++] = *text == '\n' ? 'n' : *text;
    }
    while (((unsigned char)*text & 0xc0) == 0x80 && used > 0) { // not half a character
        used--;
        text--;
    }
    line[used] = '\0';
    put_line(w, line);
}

// A name that stays the same, so that an entry that is taken twice is one entry.
static void uid_line(struct writer *w, const struct board *board,
                     const struct ical_item *item)
{
    char line[LINE_BYTES];

    snprintf(line, sizeof line, "UID:%.60s.%.40s%s%.40s@regiebord", board->slug,
             item->action->code, item->column != NULL ? "." : "",
             item->column != NULL ? item->column->id : "");
    for (char *c = line + 4; *c != '\0'; c++) {
        if (!isalnum((unsigned char)*c) && strchr(".-@", *c) == NULL) {
            *c = '-';
        }
    }
    put_line(w, line);
}

static void stamp_line(struct writer *w, int64_t now_ms)
{
    char line[64];
    int64_t seconds = now_ms / 1000;
    int in_day = (int)(seconds % DAY_SECONDS);
    struct date date = day_date((int32_t)(seconds / DAY_SECONDS));

    snprintf(line, sizeof line, "DTSTAMP:%04d%02d%02dT%02d%02d%02dZ", date.year, date.month,
             date.day, in_day / 3600, in_day / 60 % 60, in_day % 60);
    put_line(w, line);
}

// The day that an action is to be done, or to begin; DAY_NONE: there is none.
static int32_t day_to_do(const struct due *due)
{
    return due->starts ? due->from : due->to;
}

static void item_write(struct writer *w, const struct board *board,
                       const struct ical_item *item, int64_t now_ms)
{
    char summary[LINE_BYTES];
    char line[64];
    int32_t day = day_to_do(&item->action->due);
    const char *kind = day != DAY_NONE ? "VEVENT" : "VTODO";

    snprintf(line, sizeof line, "BEGIN:%s", kind);
    put_line(w, line);
    uid_line(w, board, item);
    stamp_line(w, now_ms);
    if (day != DAY_NONE) {
        struct date date = day_date(day);
        snprintf(line, sizeof line, "DTSTART;VALUE=DATE:%04d%02d%02d", date.year,
                 date.month, date.day);
        put_line(w, line);
    }
    const char *code = item->action->code;
    size_t length = strlen(code);
    length = utf8_whole(code, length < CODE_BYTES ? length : CODE_BYTES);
    snprintf(summary, sizeof summary, "%.*s %s", (int)length, code, item->action->title);
    summary[utf8_whole(summary, strlen(summary))] = '\0';
    text_line(w, "SUMMARY", summary);
    if (item->about != NULL && item->about[0] != '\0') {
        text_line(w, "DESCRIPTION", item->about);
    }
    snprintf(line, sizeof line, "END:%s", kind);
    put_line(w, line);
}

size_t ical_write(const struct board *board, const struct ical_item *items, size_t count,
                  int64_t now_ms, char *out, size_t size)
{
    struct writer w = {.out = out, .size = size};
    size_t written = 0;

    if (size == 0) {
        return 0;
    }
    out[0] = '\0';
    put(&w, HEAD, sizeof HEAD - 1);
    for (; !w.full && written < count; written++) {
        char text[ITEM_BYTES] = "";
        struct writer item = {.out = text, .size = sizeof text};
        item_write(&item, board, &items[written], now_ms);
        if (item.full || w.used + item.used + sizeof FOOT > size) {
            break;
        }
        put(&w, text, item.used);
    }
    put(&w, FOOT, sizeof FOOT - 1);
    if (written == 0 || w.full) {
        out[0] = '\0';
        return 0;
    }
    return written;
}
