#include "desk/plan_progress.h"

#include <string.h>

#include "base/day.h"

enum { NOON = 12 * 60, FIRST_YEAR = 1990 };

struct writer {
    struct plan *plan;
    struct programme *programme;
    const struct plan_options *options;
};

static const enum item_kind kinds[] = {ITEM_PROGRESS, ITEM_STUCK, ITEM_NOTE, ITEM_DECISION};
enum { KINDS = sizeof kinds / sizeof *kinds };

const char *progress_row(struct programme *programme, const struct plan_options *options,
                         const char *row)
{
    const char *from = programme_board(programme)->text[BOARD_EXPORT];
    const char *const parts[] = {options->slug, row, NULL};

    return strcmp(from, options->slug) == 0 ? row : plan_row(programme, parts);
}

static const char *row_under(struct programme *programme,
                             const struct plan_options *options, const struct item *item,
                             const char *const *parts)
{
    return item->row != NULL ? progress_row(programme, options, item->row)
                             : plan_row(programme, parts);
}

const char *progress_track_row(struct programme *programme,
                               const struct plan_options *options, const char *code,
                               const char *column)
{
    const struct item_list *list = &programme->lists[ITEM_PROGRESS];
    const char *const parts[] = {options->slug, code, column, NULL};

    for (size_t i = 0; i < list->count; i++) {
        const struct item *item = list->items[i];
        if (item->row != NULL && strcmp(item->text[PROGRESS_CODE], code) == 0 &&
            strcmp(item->text[PROGRESS_COLUMN], column) == 0) {
            return progress_row(programme, options, item->row);
        }
    }
    return plan_row(programme, parts);
}

bool progress_any(const struct programme *programme)
{
    for (int i = 0; i < KINDS; i++) {
        if (programme->lists[kinds[i]].count > 0) {
            return true;
        }
    }
    return false;
}

// The moment that a text names, or `otherwise` when it names none that can be.
static int64_t moment(const char *text, int64_t otherwise, int64_t now_ms)
{
    const struct date first = {FIRST_YEAR, 1, 1};
    // What counts from now may come in a certain order all the same (put_item).
    const int64_t last_ms = now_ms - 60000;
    int32_t day = 0;
    int minute = -1;

    if (!day_read(text, &day, &minute) || day < day_of(first)) {
        return otherwise < last_ms ? otherwise : last_ms;
    }
    int64_t at_ms = day_moment_ms(day, minute < 0 ? NOON : minute);
    return at_ms < last_ms ? at_ms : last_ms;
}

// When an item of a kind says that it happened, and a field of it.
static int64_t item_moment(enum item_kind kind, int field, const struct item *item,
                           int64_t now_ms)
{
    const char *text = "";

    if (kind == ITEM_PROGRESS) {
        int64_t reported = moment(item->text[PROGRESS_REPORTED], now_ms, now_ms);
        return field == PROGRESS_HEALTH
                   ? moment(item->text[PROGRESS_SINCE], reported, now_ms)
                   : reported;
    }
    if (kind == ITEM_STUCK) {
        text = field == STUCK_RUNG || field == STUCK_RUNG_SINCE
                   ? item->text[STUCK_RUNG_SINCE]
               : field == STUCK_ENDED || field == STUCK_OUTCOME ? item->text[STUCK_ENDED]
                                                                : item->text[STUCK_SINCE];
    } else {
        text = kind == ITEM_NOTE ? item->text[NOTE_AT] : item->text[DECISION_AT];
    }
    return moment(text, now_ms, now_ms);
}

int64_t progress_start_ms(struct programme *programme, int64_t now_ms)
{
    int64_t start = now_ms;

    for (int i = 0; i < KINDS; i++) {
        const struct item_list *list = &programme->lists[kinds[i]];
        for (size_t j = 0; j < list->count * ITEM_FIELDS; j++) {
            int64_t at_ms = item_moment(kinds[i], (int)(j % ITEM_FIELDS),
                                        list->items[j / ITEM_FIELDS], now_ms);
            start = at_ms < start ? at_ms : start;
        }
    }
    return start;
}

static void put(const struct writer *writer, enum item_kind kind, const char *row,
                const char *column, const char *value, int64_t at_ms, const char *author)
{
    const struct share_edit edit = {.table = item_specs[kind].table,
                                    .row = row,
                                    .column = column,
                                    .value = value,
                                    .at_ms = at_ms,
                                    .author = author[0] == '\0' ? PROGRESS_AUTHOR : author};

    if (value[0] != '\0') {
        plan_edit(writer->plan, writer->programme, &edit);
    }
}

static const char *row_of(const struct writer *writer, enum item_kind kind,
                          const struct item *item)
{
    const char *slug = writer->options->slug;
    const char *const by_place[] = {slug, item->text[0], item->text[1], NULL};
    const char *const by_since[] = {slug, item->text[STUCK_CODE], item->text[STUCK_COLUMN],
                                    item->text[STUCK_SINCE], NULL};
    const char *const by_moment[] = {slug, item->text[NOTE_CODE], item->text[NOTE_AT],
                                     item->text[NOTE_COLUMN], NULL};
    const char *const by_meeting[] = {slug, item->text[DECISION_MEETING],
                                      item->text[DECISION_AT], item->text[DECISION_CODE],
                                      NULL};

    return row_under(writer->programme, writer->options, item,
                     kind == ITEM_PROGRESS ? by_place
                     : kind == ITEM_STUCK  ? by_since
                     : kind == ITEM_NOTE   ? by_moment
                                           : by_meeting);
}

// Keys of meetings stand without the slug; one that has another form begins with a slash.
static const char *meeting_row(const struct writer *writer, const char *text)
{
    if (text[0] == '\0') {
        return "";
    }
    return text[0] == '/'
               ? progress_row(writer->programme, writer->options, text + 1)
               : programme_format(writer->programme, "%s/%s", writer->options->slug, text);
}

// What a meeting decided is said by its body, where a person wrote it down.
static const char *author_of(const struct writer *writer, enum item_kind kind,
                             const struct item *item)
{
    const char *meeting = item->text[DECISION_MEETING];

    if (kind == ITEM_NOTE) {
        return item->text[NOTE_AUTHOR];
    }
    return kind != ITEM_DECISION || writer->programme->exact
               ? ""
               : programme_format(writer->programme, "%.*s", (int)strcspn(meeting, "/"),
                                  meeting);
}

// `place` keeps what happened in one minute in the order of the file.
static void put_item(const struct writer *writer, enum item_kind kind, size_t place)
{
    const struct item *item = writer->programme->lists[kind].items[place];
    const struct item_spec *spec = &item_specs[kind];
    const char *row = row_of(writer, kind, item);
    const char *author = author_of(writer, kind, item);
    int64_t now_ms = writer->options->now_ms;

    for (int field = 0; field < ITEM_FIELDS; field++) {
        int64_t at_ms = item_moment(kind, field, item, now_ms) + (int64_t)place % 60000;
        if (field == 0) {
            put(writer, kind, row, "board", writer->options->slug, at_ms, author);
        }
        if (spec->columns[field] != NULL) {
            put(writer, kind, row, spec->columns[field], item->text[field], at_ms, author);
        } else if (kind == ITEM_DECISION && field == DECISION_MEETING) {
            put(writer, kind, row, "meeting",
                meeting_row(writer, item->text[DECISION_MEETING]), at_ms, author);
        }
    }
}

void progress_put(struct plan *plan, struct programme *programme,
                  const struct plan_options *options)
{
    const struct writer writer = {plan, programme, options};

    for (int i = 0; i < KINDS; i++) {
        for (size_t j = 0; j < programme->lists[kinds[i]].count; j++) {
            put_item(&writer, kinds[i], j);
        }
    }
    plan->reports += programme->lists[ITEM_PROGRESS].count;
}
