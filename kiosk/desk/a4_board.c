#define LOG_MODULE "export"
#include "desk/a4_board.h"

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "board/rhythm.h"
#include "desk/a4.h"
#include "desk/a4_grid.h"
#include "desk/a4_words.h"
#include "desk/fit.h"
#include "desk/html.h"

static const double LEFT_MM = 106, RIGHT_MM = 80, LOWER_LEAST_MM = 50;
enum { SHORT_MAX = 40, SHORT_BYTES = 24 };

struct sheet {
    struct a4 page;
    struct arena arena;
    const struct board *board;
    int32_t today;
    int minute;
    struct a4_row *points, *decisions, *dates;
    size_t point_count, decision_count, date_count;
    int32_t *days;              // of the dates
    const struct a4_type *type; // of the points
    const char *gaps;
};

// The second where the first does not hold all points.
static const struct a4_type point_types[] = {{8.5, 4.0, 0.8, 3}, {8, 3.7, 0.5, 2}};
static const struct a4_type lower_type = {8, 3.7, 0.5, 2};

// --- exceptions ---

static bool collect_points(struct sheet *sheet)
{
    const struct board *board = sheet->board;
    struct gaps gaps;
    size_t all = attention_list(board, sheet->today, NULL, 0);
    struct attention *list = arena_alloc(&sheet->arena, (all + 1) * sizeof *list);

    sheet->points = arena_alloc(&sheet->arena, (all + 1) * sizeof *sheet->points);
    if (list == NULL || sheet->points == NULL) {
        return false;
    }
    attention_list(board, sheet->today, list, all);
    for (size_t i = 0; i < all; i++) {
        const struct attention *item = &list[i];
        if (item->kind == ATTENTION_GAP) {
            continue; // told in sums
        }
        const char *code = item->action != NULL ? item->action->code
                           : item->goal != NULL ? item->goal->code
                                                : item->ambition->code;
        sheet->points[sheet->point_count++] = (struct a4_row){
            .mark = words_mark(item->kind),
            .cells = {{words_kind(item->kind), 23, false},
                      {code, 14, true},
                      {words_exception(&sheet->arena, board, item), 144, false}}};
    }
    gaps_of(board, &gaps);
    sheet->gaps = words_gaps(&sheet->arena, &gaps);
    return true;
}

// --- decisions ---

static const char *decision_code(const struct decision *decision)
{
    return decision->action == NULL ? "" : decision->action->code;
}

static const char *decision_words(struct sheet *sheet, const struct decision *decision)
{
    const char *who =
        words_join(&sheet->arena, ", ", decision->lead, decision->due_text, NULL);

    return words_join(&sheet->arena, " ", decision->text,
                      who[0] == '\0' ? "" : words_format(&sheet->arena, "(%s)", who), NULL);
}

static bool is_listed(const struct decision *decision, const struct meeting *last)
{
    return (last != NULL && decision->meeting == last) || decision->state == DECISION_OPEN;
}

// Those of the last meeting that decided anything, and what is open of earlier ones.
static bool collect_decisions(struct sheet *sheet)
{
    const struct board *board = sheet->board;
    const struct meeting *last = NULL;

    sheet->decisions =
        arena_alloc(&sheet->arena, (board->decision_count + 1) * sizeof *sheet->decisions);
    for (size_t i = 0; i < board->decision_count; i++) {
        const struct meeting *held = board->decisions[i].meeting;
        bool later = held != NULL && held->day != DAY_NONE && held->day <= sheet->today &&
                     (last == NULL || held->day > last->day ||
                      (held->day == last->day && held->minute >= last->minute));
        last = later ? held : last;
    }
    for (size_t i = board->decision_count; i > 0 && sheet->decisions != NULL; i--) {
        const struct decision *decision = &board->decisions[i - 1];
        if (is_listed(decision, last)) {
            const char *state = decision->state == DECISION_OPEN      ? "open"
                                : decision->state == DECISION_DONE    ? "klaar"
                                : decision->state == DECISION_DROPPED ? "vervallen"
                                                                      : "besloten";
            sheet->decisions[sheet->decision_count++] = (struct a4_row){
                .mark = A4_MARK_NONE,
                .cells = {{state, 17, false},
                          {decision_code(decision), 13, true},
                          {decision_words(sheet, decision), LEFT_MM - 34, false}}};
        }
    }
    return sheet->decisions != NULL;
}

// --- dates ---

// Soonest first; what has no day comes last.
static void add_date(struct sheet *sheet, int32_t day, const char *when, const char *what)
{
    const char *shown = day == DAY_NONE ? when : words_day(&sheet->arena, day);
    int32_t order = day == DAY_NONE ? INT32_MAX : day;
    size_t place = sheet->date_count++;

    for (; place > 0 && sheet->days[place - 1] > order; place--) {
        sheet->days[place] = sheet->days[place - 1];
        sheet->dates[place] = sheet->dates[place - 1];
    }
    sheet->days[place] = order;
    sheet->dates[place] = (struct a4_row){
        .mark = A4_MARK_NONE, .cells = {{shown, 34, true}, {what, RIGHT_MM - 34, false}}};
}

static void add_rhythm(struct sheet *sheet, const struct rhythm *rhythm)
{
    struct rhythm_state state;
    struct arena *arena = &sheet->arena;
    const char *missed = "";

    rhythm_state_of(sheet->board, rhythm, sheet->today, &state);
    if (state.missed != DAY_NONE && state.missed_count > 0) {
        missed = words_format(arena, "niet gehouden: %s", words_day(arena, state.missed));
    }
    add_date(sheet, state.next, rhythm->due_text,
             words_join(arena, ", ", rhythm->title, rhythm->who,
                        state.next == DAY_NONE ? "" : rhythm->due_text, missed, NULL));
}

// Meetings that come, and the recurring reviews.
static bool collect_dates(struct sheet *sheet)
{
    const struct board *board = sheet->board;

    size_t most = board->meeting_count + board->rhythm_count + 1;
    sheet->dates = arena_alloc(&sheet->arena, most * sizeof *sheet->dates);
    sheet->days = arena_alloc(&sheet->arena, most * sizeof *sheet->days);
    if (sheet->dates == NULL || sheet->days == NULL) {
        return false;
    }
    for (size_t i = 0; i < board->meeting_count; i++) {
        const struct meeting *meeting = &board->meetings[i];
        if (meeting->day != DAY_NONE && meeting->day >= sheet->today &&
            meeting->state != MEETING_CLOSED) {
            add_date(sheet, meeting->day, "",
                     words_join(&sheet->arena, ", ",
                                words_name(&sheet->arena, meeting->body),
                                words_clock(&sheet->arena, meeting->minute), meeting->place,
                                meeting->agenda, NULL));
        }
    }
    for (size_t i = 0; i < board->rhythm_count; i++) {
        add_rhythm(sheet, &board->rhythms[i]);
    }
    return true;
}

// --- abbreviations ---

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c & 0x80) != 0;
}

// True when the name stands in the text as a word of its own: "po" is PO too.
static bool names(const char *text, const char *name)
{
    size_t length = strlen(name);

    for (const char *at = strcasestr(text, name); at != NULL;
         at = strcasestr(at + 1, name)) {
        bool starts = at == text || !is_letter(at[-1]);
        if (starts && !is_letter(at[length])) {
            return true;
        }
    }
    return false;
}

static bool in_rows(const struct a4_row *rows, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        for (int cell = 0; cell < A4_CELLS && rows[i].cells[cell].width_mm > 0; cell++) {
            if (names(rows[i].cells[cell].text, name)) {
                return true;
            }
        }
    }
    return false;
}

// Those that stand in what is on the page, and what they stand for.
static const char *short_words(struct sheet *sheet, size_t points)
{
    const struct board *board = sheet->board;
    const char *all = "";
    size_t used = 0;

    for (size_t i = 0; i < board->abbreviation_count && used < SHORT_MAX; i++) {
        const struct abbreviation *entry = &board->abbreviations[i];
        bool short_enough = entry->name[0] != '\0' && strlen(entry->name) <= SHORT_BYTES;
        if (short_enough &&
            (in_rows(sheet->points, points, entry->name) ||
             in_rows(sheet->decisions, sheet->decision_count, entry->name) ||
             in_rows(sheet->dates, sheet->date_count, entry->name))) {
            all = words_join(
                &sheet->arena, "; ", all,
                words_format(&sheet->arena, "%s: %s", entry->name, entry->meaning), NULL);
            used++;
        }
    }
    return all;
}

// --- the page ---

static void put_points(struct sheet *sheet, double room_mm)
{
    struct a4 *page = &sheet->page;
    const struct a4_type type = {8, 3.8, 0, 2};

    a4_heading(page, sheet->point_count == 0
                         ? "Wat aandacht vraagt"
                         : words_format(&sheet->arena, "Wat aandacht vraagt: %s",
                                        words_count(&sheet->arena, sheet->point_count,
                                                    "punt", "punten")));
    room_mm -= A4_HEADING_MM;
    if (sheet->point_count == 0) {
        const struct a4_row quiet = {
            .mark = A4_MARK_NONE,
            .cells = {{board_told(sheet->board) ? "Niets dat nu aandacht vraagt."
                                                : "Er is nog niets gemeld.",
                       186, false}}};
        a4_row(page, &quiet, sheet->type);
        room_mm -= a4_row_mm(&quiet, sheet->type);
    }
    if (sheet->gaps[0] != '\0') {
        room_mm -= 2 * type.line_mm;
    }
    a4_rows(page, sheet->points, sheet->point_count, sheet->type, room_mm, "punt",
            "punten");
    if (sheet->gaps[0] != '\0') {
        const struct a4_row row = {.mark = A4_MARK_NONE,
                                   .cells = {{sheet->gaps, 186, false}}};
        a4_row(page, &row, &type);
    }
}

// Two lists side by side, as high as the higher one.
static void put_lower(struct sheet *sheet, double room_mm)
{
    FILE *out = sheet->page.out;
    struct a4 part = sheet->page;

    fprintf(out,
            "<div class=\"row\" style=\"height:%.2fmm\"><div style=\"flex:none;"
            "width:%.2fmm;padding-right:4mm\">",
            room_mm, LEFT_MM);
    a4_part_heading(out, "Besluiten", LEFT_MM - 4);
    if (sheet->decision_count == 0) {
        fputs("<div class=\"soft\" style=\"font-size:8pt\">Nog geen besluiten.</div>", out);
    }
    a4_rows(&part, sheet->decisions, sheet->decision_count, &lower_type,
            room_mm - A4_HEADING_MM, "besluit", "besluiten");
    fprintf(out, "</div><div style=\"flex:none;width:%.2fmm\">", RIGHT_MM);
    a4_part_heading(out, "Agenda", RIGHT_MM);
    if (sheet->date_count == 0) {
        fputs("<div class=\"soft\" style=\"font-size:8pt\">Geen overleg gepland.</div>",
              out);
    }
    a4_rows(&part, sheet->dates, sheet->date_count, &lower_type, room_mm - A4_HEADING_MM,
            "datum", "data");
    fputs("</div></div>\n", out);
    sheet->page.room_mm -= room_mm;
}

static const struct a4_type words_type = {7, 3.3, 0, 3};

static void put_short_words(struct sheet *sheet, const char *words)
{
    if (words[0] != '\0') {
        fputs("<div class=\"soft\" style=\"font-size:7pt;line-height:3.3mm\">",
              sheet->page.out);
        a4_lines(sheet->page.out, words, 186, &words_type, words_type.lines, false);
        fputs("</div>\n", sheet->page.out);
    }
}

static double at_least(double value, double least)
{
    return value > least ? value : least;
}

static double points_mm(const struct sheet *sheet)
{
    return a4_rows_mm(sheet->points, sheet->point_count, sheet->type) + A4_HEADING_MM +
           4 * sheet->type->line_mm;
}

static void put_page(struct sheet *sheet, int64_t now_ms)
{
    struct a4 *page = &sheet->page;

    a4_grid(page, sheet->board, sheet->today);
    double decisions = a4_rows_mm(sheet->decisions, sheet->decision_count, &lower_type);
    double dates = a4_rows_mm(sheet->dates, sheet->date_count, &lower_type);
    double lower = at_least(decisions, dates) + A4_HEADING_MM + lower_type.line_mm;
    // Their place is kept for all points; those of the points that do not fit go.
    double words_mm =
        words_type.line_mm * fit_lines(short_words(sheet, sheet->point_count), 186,
                                       words_type.size_pt, words_type.lines);
    double room = page->room_mm - words_mm;
    sheet->type = &point_types[0];
    if (points_mm(sheet) + lower > room) {
        sheet->type = &point_types[1];
    }
    double upper = points_mm(sheet);
    // What both do not need is left; where they need too much the exceptions come first.
    if (upper + lower > room) {
        double least = lower < LOWER_LEAST_MM ? lower : LOWER_LEAST_MM;
        double left = at_least(room - upper, least);
        lower = left < lower ? left : lower;
    }
    size_t shown = a4_fitting(sheet->points, sheet->point_count, sheet->type,
                              room - lower - A4_HEADING_MM);
    put_points(sheet, room - lower);
    put_lower(sheet, lower);
    put_short_words(sheet, short_words(sheet, shown));
    a4_end(page, sheet->board, now_ms);
}

bool a4_board(FILE *out, const struct board *board, int64_t now_ms)
{
    struct sheet sheet = {.board = board};
    bool ok = false;

    day_local(now_ms, &sheet.today, &sheet.minute);
    ok = collect_points(&sheet) && collect_decisions(&sheet) && collect_dates(&sheet);
    if (ok) {
        a4_begin(&sheet.page, out, &sheet.arena, board, "Stand van zaken",
                 words_day(&sheet.arena, sheet.today));
        put_page(&sheet, now_ms);
    }
    ok = ok && !sheet.arena.failed && ferror(out) == 0;
    if (!ok) {
        LOG_ERR("the page could not be made");
    }
    arena_finish(&sheet.arena);
    return ok;
}
