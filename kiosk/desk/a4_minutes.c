#define LOG_MODULE "export"
#include "desk/a4_minutes.h"

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "board/agenda.h"
#include "board/trend.h"
#include "desk/a4.h"
#include "desk/a4_words.h"
#include "desk/programme.h"

static const double WIDTH_MM = 186, HALF_MM = 93, LABELS_MM = 4.5, SPACE_MM = 2;

struct minutes {
    struct a4 page;
    struct arena arena;
    const struct board *board;
    const struct meeting *meeting;
    const struct decision **made, **open; // open: of earlier meetings
    size_t made_count, open_count;
};

// From what reads best to what holds most; the last one stands in two columns.
static const struct level {
    struct a4_type type;
    bool title; // of the action, before what was decided
    int across;
} levels[] = {
    {{10, 4.6, 1.6, 6}, true, 1},  {{9, 4.2, 1.0, 4}, true, 1},
    {{8.5, 3.9, 0.6, 3}, true, 1}, {{8, 3.7, 0.3, 2}, false, 1},
    {{7.5, 3.4, 0, 1}, false, 1},  {{7.5, 3.5, 0, 1}, false, 2},
    {{6.5, 3, 0, 1}, false, 2},
};
enum { LEVELS = sizeof levels / sizeof *levels, LINES_MOST = 8 };

// --- rows ---

static const char *text_of(struct minutes *minutes, const struct decision *decision,
                           bool title)
{
    struct arena *arena = &minutes->arena;
    const char *about = "";
    const char *state = decision->state == DECISION_DONE      ? "(klaar)"
                        : decision->state == DECISION_DROPPED ? "(vervallen)"
                                                              : "";

    if (title && decision->action != NULL) {
        about = decision->action->title;
    }
    if (decision->track != NULL) {
        about = words_join(arena, ", ", about, decision->track->column->title, NULL);
    }
    return words_join(arena, " ", words_join(arena, ": ", about, decision->text, NULL),
                      state, NULL);
}

static struct a4_row row_of(struct minutes *minutes, const struct decision *decision,
                            const struct level *level, bool earlier)
{
    const char *code = decision->action == NULL ? "-" : decision->action->code;
    const char *due = decision->due_text;
    double scale = level->across == 1 ? 1 : 0.47;

    if (earlier && decision->meeting != NULL && decision->meeting->day != DAY_NONE) {
        struct date date = day_date(decision->meeting->day);
        due = words_join(&minutes->arena, " ", due,
                         words_format(&minutes->arena, "(van %02d-%02d-%d)", date.day,
                                      date.month, date.year),
                         NULL);
    }
    return (struct a4_row){
        .mark = A4_MARK_NONE,
        .cells = {{code, level->across == 1 ? 15 : 12, true},
                  {text_of(minutes, decision, level->title), 101 * scale, false},
                  {decision->lead, 36 * scale, false},
                  {due, 34 * scale, false}}};
}

static struct a4_row *rows_of(struct minutes *minutes, const struct decision **decisions,
                              size_t count, const struct level *level, bool earlier)
{
    struct a4_row *rows = arena_alloc(&minutes->arena, (count + 1) * sizeof *rows);

    for (size_t i = 0; rows != NULL && i < count; i++) {
        rows[i] = row_of(minutes, decisions[i], level, earlier);
    }
    return rows;
}

static double list_mm(const struct a4_row *rows, size_t count, const struct level *level)
{
    double height = a4_rows_mm(rows, count, &level->type);

    return count == 0 ? 0
                      : A4_HEADING_MM + LABELS_MM + SPACE_MM + height / level->across +
                            (level->across > 1 ? level->type.line_mm : 0);
}

// --- lists ---

static void put_labels(struct minutes *minutes, const struct level *level)
{
    const struct level small = {{7, 3.4, 0.6, 1}, false, level->across};
    static const struct decision none = {
        .text = "besluit", .lead = "wie", .due_text = "wanneer"};
    struct a4_row labels = row_of(minutes, &none, &small, false);

    labels.cells[0].text = "actie";
    labels.cells[0].bold = false;
    a4_row(&minutes->page, &labels, &small.type);
}

static void put_across(struct minutes *minutes, const struct a4_row *rows, size_t count,
                       const struct level *level, double room_mm)
{
    FILE *out = minutes->page.out;
    size_t left = (count + 1) / 2;
    size_t fitting = a4_fitting(rows, left, &level->type, room_mm - level->type.line_mm);
    struct a4 part = minutes->page;

    left = fitting < left ? fitting : left;
    fprintf(out, "<div class=\"row\"><div style=\"flex:none;width:%.1fmm\">", HALF_MM);
    a4_rows(&part, rows, left, &level->type, room_mm, "besluit", "besluiten");
    fprintf(out, "</div><div style=\"flex:none;width:%.1fmm\">", HALF_MM);
    a4_rows(&part, rows + left, count - left, &level->type, room_mm, "besluit",
            "besluiten");
    fputs("</div></div>\n", out);
    minutes->page.room_mm -=
        (double)(left + 1) * (level->type.line_mm + level->type.gap_mm);
}

// At most `room_mm` high, its heading included.
static void put_list(struct minutes *minutes, const char *heading,
                     const struct a4_row *rows, size_t count, const struct level *level,
                     double room_mm)
{
    a4_heading(&minutes->page, heading);
    put_labels(minutes, level);
    room_mm -= A4_HEADING_MM + LABELS_MM + SPACE_MM;
    if (level->across > 1) {
        put_across(minutes, rows, count, level, room_mm);
    } else {
        a4_rows(&minutes->page, rows, count, &level->type, room_mm, "besluit", "besluiten");
    }
    a4_space(&minutes->page, SPACE_MM);
}

static double both_mm(const struct minutes *minutes, const struct a4_row *made,
                      const struct a4_row *open, const struct level *level)
{
    return list_mm(made, minutes->made_count, level) +
           list_mm(open, minutes->open_count, level);
}

// Long texts take the lines that the others leave.
static void use_room(const struct minutes *minutes, const struct a4_row *made,
                     const struct a4_row *open, struct level *level)
{
    while (level->across == 1 && level->type.lines < LINES_MOST) {
        level->type.lines++;
        if (both_mm(minutes, made, open, level) > minutes->page.room_mm) {
            level->type.lines--;
            return;
        }
    }
}

static void put_decisions(struct minutes *minutes)
{
    struct a4_row *made = NULL;
    struct a4_row *open = NULL;
    struct level chosen = levels[0];
    const struct level *level = &chosen;
    double room = minutes->page.room_mm;

    for (int i = 0; i < LEVELS; i++) {
        chosen = levels[i];
        made = rows_of(minutes, minutes->made, minutes->made_count, level, false);
        open = rows_of(minutes, minutes->open, minutes->open_count, level, true);
        if (made == NULL || open == NULL) {
            return; // the arena tells
        }
        if (both_mm(minutes, made, open, level) <= room) {
            use_room(minutes, made, open, &chosen);
            break;
        }
    }
    if (minutes->made_count == 0) {
        const struct a4_type type = levels[0].type;
        const struct a4_row none = {
            .mark = A4_MARK_NONE,
            .cells = {{"In dit overleg is niets besloten.", WIDTH_MM, false}}};
        a4_heading(&minutes->page, "Besluiten");
        a4_row(&minutes->page, &none, &type);
    } else {
        // What was decided now goes before what was open already, but not all of it.
        double open_mm = list_mm(open, minutes->open_count, level);
        double kept = open_mm < room / 3 ? open_mm : room / 3;
        put_list(minutes,
                 words_format(&minutes->arena, "Besluiten: %zu", minutes->made_count), made,
                 minutes->made_count, level, room - kept);
    }
    if (minutes->open_count > 0) {
        put_list(minutes,
                 words_format(&minutes->arena, "Nog open van eerdere keren: %zu",
                              minutes->open_count),
                 open, minutes->open_count, level, minutes->page.room_mm);
    }
}

// --- since last time ---

static void put_movement(struct minutes *minutes, const char *who,
                         const struct movement *movement)
{
    const struct a4_type type = {9, 4.2, 0.3, 2};
    const struct a4_row row = {
        .mark = A4_MARK_NONE,
        .cells = {{who, 44, true},
                  {words_movement(&minutes->arena, movement), WIDTH_MM - 44, false}}};

    a4_row(&minutes->page, &row, &type);
}

static bool moved(const struct movement *movement)
{
    return movement->forward + movement->back + movement->new_bottlenecks +
               movement->finished >
           0;
}

// When it was closed; without that the end of its day, where that is past.
static int64_t held_until_ms(const struct meeting *meeting, int64_t now_ms)
{
    int64_t end_ms = meeting->day == DAY_NONE ? now_ms : day_moment_ms(meeting->day + 1, 0);

    return meeting->closed_ms > 0 ? meeting->closed_ms : end_ms < now_ms ? end_ms : now_ms;
}

static void put_since(struct minutes *minutes, int64_t now_ms)
{
    const struct board *board = minutes->board;
    const struct trend_filter all = {NULL, NULL};
    int64_t since_ms = meeting_since_ms(board, minutes->meeting);
    int64_t until_ms = held_until_ms(minutes->meeting, now_ms);
    struct trend_move move;
    int32_t day = 0;

    if (since_ms == 0 || since_ms > until_ms ||
        !trend_between(board, &all, since_ms, until_ms, &move)) {
        return; // the first meeting of this body
    }
    day_local(since_ms, &day, NULL);
    a4_heading(&minutes->page, words_format(&minutes->arena, "Sinds vorige keer (%s)",
                                            words_day(&minutes->arena, day)));
    put_movement(minutes, "Alle kolommen", &move.all);
    for (size_t i = 0; i < board->column_count; i++) {
        if (moved(&move.columns[i])) {
            put_movement(minutes, board->columns[i].title, &move.columns[i]);
        }
    }
    a4_space(&minutes->page, SPACE_MM);
}

// --- the page ---

static bool collect(struct minutes *minutes)
{
    const struct board *board = minutes->board;
    size_t room = board->decision_count + 1;

    minutes->made = arena_alloc(&minutes->arena, room * sizeof(struct decision *));
    minutes->open = arena_alloc(&minutes->arena, room * sizeof(struct decision *));
    if (minutes->made == NULL || minutes->open == NULL) {
        return false;
    }
    minutes->made_count = decision_list(board, minutes->meeting, minutes->made, room);
    minutes->open_count = decision_open_list(board, minutes->meeting, minutes->open, room);
    return true;
}

bool a4_minutes(FILE *out, const struct board *board, const struct meeting *meeting,
                int64_t now_ms)
{
    struct minutes minutes = {.board = board, .meeting = meeting};
    struct arena *arena = &minutes.arena;
    bool ok = collect(&minutes);

    if (ok) {
        const char *when = words_join(arena, ", ", words_name(arena, meeting->body),
                                      words_day(arena, meeting->day), meeting->place, NULL);
        a4_begin(&minutes.page, out, arena, board, "Besluitenlijst", when);
        put_since(&minutes, now_ms);
        put_decisions(&minutes);
        a4_end(&minutes.page, board, now_ms);
    }
    ok = ok && !arena->failed && ferror(out) == 0;
    if (!ok) {
        LOG_ERR("the page could not be made");
    }
    arena_finish(arena);
    return ok;
}

char *a4_minutes_text(const struct board *board, const struct meeting *meeting,
                      int64_t now_ms)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    bool ok = out != NULL && a4_minutes(out, board, meeting, now_ms);

    ok = out != NULL && fclose(out) == 0 && ok;
    if (!ok) {
        free(text);
        text = NULL;
    }
    return text;
}

void a4_minutes_name(const struct board *board, const struct meeting *meeting,
                     char out[A4_NAME_BYTES])
{
    char slug[33];
    char body[33];
    char day[16] = "zonder-datum";
    int same = 1;

    if (!programme_slug(board->slug, slug)) {
        snprintf(slug, sizeof slug, "bord");
    }
    if (!programme_slug(meeting->body, body)) {
        snprintf(body, sizeof body, "overleg");
    }
    if (meeting->day != DAY_NONE) {
        day_write(meeting->day, day);
    }
    for (const struct meeting *other = board->meetings; other < meeting; other++) {
        same += other->day == meeting->day && body_same(other->body, meeting->body);
    }
    if (same == 1) {
        snprintf(out, A4_NAME_BYTES, "besluitenlijst-%s-%s-%s.html", slug, body, day);
    } else {
        snprintf(out, A4_NAME_BYTES, "besluitenlijst-%s-%s-%s-%d.html", slug, body, day,
                 same);
    }
}

static bool is_held(const struct meeting *meeting, int32_t today)
{
    return meeting->day != DAY_NONE &&
           (meeting->day <= today || meeting->state != MEETING_PLANNED);
}

const struct meeting *a4_minutes_find(const struct board *board, const char *name,
                                      int32_t today)
{
    const char *slash = strrchr(name, '/');
    int32_t day = DAY_NONE;
    const struct meeting *found = NULL;
    char body[256];

    for (size_t i = 0; i < board->meeting_count; i++) {
        if (strcmp(board->meetings[i].row, name) == 0) {
            return &board->meetings[i];
        }
    }
    bool dated = slash != NULL && day_read(slash + 1, &day, NULL);
    snprintf(body, sizeof body, "%.*s", dated ? (int)(slash - name) : 250, name);
    for (size_t i = 0; i < board->meeting_count; i++) {
        const struct meeting *meeting = &board->meetings[i];
        bool fits = dated ? meeting->day == day : is_held(meeting, today);
        found = fits && body_same(meeting->body, body) ? meeting : found;
    }
    return found;
}
