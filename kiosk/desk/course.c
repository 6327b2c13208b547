#include "desk/course.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "desk/columns.h"

enum { NOON = 12 * 60 };

// A track that reports speak of, and its open bottleneck.
struct thread {
    const char *row, *code, *column;
    const char *bottleneck; // row; NULL: none is open
};

struct course {
    struct plan *plan;
    struct programme *programme;
    const struct plan_options *options;
    struct thread *threads;
    size_t thread_count;
    const struct item *report; // the one being replayed
    int64_t at_ms;
    int32_t today, day; // of the import, of the report
};

int course_minute(const char *text)
{
    char *end = NULL;
    long hour = strtol(text, &end, 10);

    if (end == text || (*end != '.' && *end != ':')) {
        return -1;
    }
    const char *minutes = end + 1;
    long minute = strtol(minutes, &end, 10);
    bool whole = end > minutes && *end == '\0';
    return whole && hour >= 0 && hour < 24 && minute >= 0 && minute < 60
               ? (int)(hour * 60 + minute)
               : -1;
}

static int64_t moment(const struct item *report, int32_t today)
{
    int minute = course_minute(report->text[REPORT_TIME]);

    return day_moment_ms(today + atoi(report->text[REPORT_DAY]),
                         minute < 0 ? NOON : minute);
}

int64_t course_start_ms(const struct programme *programme, int64_t now_ms)
{
    const struct item_list *reports = &programme->lists[ITEM_REPORT];
    int64_t start = now_ms;
    int32_t today = 0;

    day_local(now_ms, &today, NULL);
    for (size_t i = 0; i < reports->count; i++) {
        int64_t at_ms = moment(reports->items[i], today);
        start = at_ms < start ? at_ms : start;
    }
    return start;
}

static void put(struct course *course, const char *table, const char *row,
                const char *column, const char *value)
{
    const char *author = course->report->text[REPORT_AUTHOR];
    const struct share_edit edit = {.table = table,
                                    .row = row,
                                    .column = column,
                                    .value = value,
                                    .at_ms = course->at_ms,
                                    .author = author[0] == '\0' ? "?" : author};

    plan_edit(course->plan, course->programme, &edit);
}

static const char *day_text(struct course *course, int32_t day)
{
    char text[16];

    day_write(day, text);
    return programme_text(course->programme, text);
}

static const char *field(const struct course *course, int number)
{
    return course->report->text[number];
}

static void put_place(struct course *course, const char *table, const char *row,
                      const char *column)
{
    put(course, table, row, "board", course->options->slug);
    put(course, table, row, "action", field(course, REPORT_CODE));
    put(course, table, row, "column_id", column);
}

// True when the plan itself has a track there.
static bool planned(const struct course *course, const char *row)
{
    for (size_t i = 0; i < course->plan->count; i++) {
        if (strcmp(course->plan->edits[i].table, "track") == 0 &&
            strcmp(course->plan->edits[i].row, row) == 0) {
            return true;
        }
    }
    return false;
}

// The thread of the report; a track that the plan does not have is made.
static struct thread *find_thread(struct course *course)
{
    const char *code = field(course, REPORT_CODE);
    const struct item *column =
        columns_named(course->programme, field(course, REPORT_COLUMN));
    const char *key =
        column == NULL ? field(course, REPORT_COLUMN) : column->text[COLUMN_KEY];

    for (size_t i = 0; i < course->thread_count; i++) {
        if (strcmp(course->threads[i].code, code) == 0 &&
            strcmp(course->threads[i].column, key) == 0) {
            return &course->threads[i];
        }
    }
    struct thread *thread = &course->threads[course->thread_count++];
    const char *const parts[] = {course->options->slug, code, key, NULL};
    *thread = (struct thread){
        .row = plan_row(course->programme, parts), .code = code, .column = key};
    if (!planned(course, thread->row)) {
        put_place(course, "track", thread->row, key);
    }
    return thread;
}

static void open_bottleneck(struct course *course, struct thread *thread)
{
    const char *const parts[] = {course->options->slug, thread->code, thread->column,
                                 day_text(course, course->day), NULL};

    thread->bottleneck = plan_row(course->programme, parts);
    put_place(course, "bottleneck", thread->bottleneck, thread->column);
    put(course, "bottleneck", thread->bottleneck, "since", day_text(course, course->day));
}

static void put_rung(struct course *course, struct thread *thread)
{
    const char *by = field(course, REPORT_BY);

    if (thread->bottleneck == NULL) {
        open_bottleneck(course, thread);
    }
    put(course, "bottleneck", thread->bottleneck, "rung", field(course, REPORT_RUNG));
    put(course, "bottleneck", thread->bottleneck, "rung_since",
        day_text(course, course->day));
    if (field(course, REPORT_ASKED)[0] != '\0') {
        put(course, "bottleneck", thread->bottleneck, "asked", field(course, REPORT_ASKED));
    }
    if (by[0] != '\0') {
        put(course, "bottleneck", thread->bottleneck, "decide_by",
            day_text(course, course->today + atoi(by)));
    }
}

static void put_health(struct course *course, struct thread *thread)
{
    enum health health = health_read(field(course, REPORT_HEALTH));
    const char *reason = field(course, REPORT_REASON);
    bool well =
        health == HEALTH_ON_COURSE || health == HEALTH_DONE || health == HEALTH_DROPPED;

    put(course, "track", thread->row, "health", health_word(health));
    if (reason[0] != '\0' || well) {
        put(course, "track", thread->row, "reason", reason);
    }
    if (well && thread->bottleneck != NULL) {
        put(course, "bottleneck", thread->bottleneck, "ended",
            day_text(course, course->day));
        thread->bottleneck = NULL;
    }
    if (health == HEALTH_BOTTLENECK && thread->bottleneck == NULL) {
        open_bottleneck(course, thread);
    }
    if (thread->bottleneck != NULL && reason[0] != '\0') {
        put(course, "bottleneck", thread->bottleneck, "reason", reason);
    }
}

static void put_track_report(struct course *course)
{
    struct thread *thread = find_thread(course);

    if (field(course, REPORT_STAGE)[0] != '\0') {
        put(course, "track", thread->row, "stage", field(course, REPORT_STAGE));
    }
    if (field(course, REPORT_HEALTH)[0] != '\0') {
        put_health(course, thread);
    }
    if (field(course, REPORT_LEAD)[0] != '\0') {
        put(course, "track", thread->row, "lead", field(course, REPORT_LEAD));
    }
    if (field(course, REPORT_RUNG)[0] != '\0') {
        put_rung(course, thread);
    }
    put(course, "track", thread->row, "reported", day_text(course, course->day));
}

const char *course_due(struct programme *programme, const char *text, int32_t today)
{
    const char *open = strstr(text, "{jaar");
    const char *close = open == NULL ? NULL : strchr(open, '}');

    if (close == NULL) {
        return text;
    }
    int year = day_date(today).year + atoi(open + strlen("{jaar"));
    return programme_format(programme, "%.*s%d%s", (int)(open - text), text, year,
                            close + 1);
}

static void put_note(struct course *course)
{
    char at[24];
    int32_t day = 0;
    int minute = 0;

    day_local(course->at_ms, &day, &minute);
    day_write_minute(day, minute, at);
    const char *when = programme_text(course->programme, at);
    const char *const parts[] = {course->options->slug, field(course, REPORT_CODE), when,
                                 field(course, REPORT_COLUMN), NULL};
    const char *row = plan_row(course->programme, parts);
    put_place(course, "note", row, field(course, REPORT_COLUMN));
    put(course, "note", row, "author", field(course, REPORT_AUTHOR));
    put(course, "note", row, "at", when);
    put(course, "note", row, "text", field(course, REPORT_NOTE));
}

static void replay(struct course *course)
{
    if (field(course, REPORT_COLUMN)[0] != '\0') {
        put_track_report(course);
    }
    if (field(course, REPORT_DUE)[0] != '\0') {
        const char *const parts[] = {course->options->slug, field(course, REPORT_CODE),
                                     NULL};
        put(course, "action", plan_row(course->programme, parts), "due",
            course_due(course->programme, field(course, REPORT_DUE), course->today));
    }
    if (field(course, REPORT_NOTE)[0] != '\0') {
        put_note(course);
    }
    course->plan->reports++;
}

struct moment {
    const struct item *report;
    int64_t at_ms;
};

static int by_moment(const void *left, const void *right)
{
    const struct moment *a = left;
    const struct moment *b = right;

    if (a->at_ms != b->at_ms) {
        return a->at_ms < b->at_ms ? -1 : 1;
    }
    return a->report->line - b->report->line;
}

void course_replay(struct plan *plan, struct programme *programme,
                   const struct plan_options *options)
{
    const struct item_list *reports = &programme->lists[ITEM_REPORT];
    struct moment *moments =
        programme_alloc(programme, (reports->count + 1) * sizeof *moments);
    struct course course = {
        .plan = plan,
        .programme = programme,
        .options = options,
        .threads = programme_alloc(programme, (reports->count + 1) * sizeof(struct thread)),
    };

    day_local(options->now_ms, &course.today, NULL);
    for (size_t i = 0; i < reports->count; i++) {
        moments[i] =
            (struct moment){reports->items[i], moment(reports->items[i], course.today)};
    }
    qsort(moments, reports->count, sizeof *moments, by_moment);
    for (size_t i = 0; i < reports->count; i++) {
        course.report = moments[i].report;
        course.at_ms = moments[i].at_ms;
        day_local(course.at_ms, &course.day, NULL);
        replay(&course);
    }
}
