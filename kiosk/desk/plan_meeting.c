#include "desk/plan_meeting.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "desk/course.h"
#include "desk/plan_progress.h"

enum {
    FIRST_MINUTES = 20, // into a meeting, when nothing says when its decisions were made
    NEXT_MINUTES = 4,
    DAY_MINUTES = 24 * 60,
    MEETING_MS = 2 * 60 * 60 * 1000, // that a meeting takes when nothing says more
};

// "2025-11-27T14:00"; a day alone when the time does not read; "" without a date.
static const char *start_of(struct programme *programme, const struct plan_options *options,
                            const struct item *meeting)
{
    char day[16];
    int32_t today = 0;
    const char *date = meeting->text[MEETING_DATE];
    int minute = course_minute(meeting->text[MEETING_TIME]);

    if (programme->exact && minute < 0) {
        return date; // to the letter, whatever it is
    }
    if (date[0] == '+' || date[0] == '-') {
        day_local(options->now_ms, &today, NULL);
        day_write(today + atoi(date), day);
    } else {
        snprintf(day, sizeof day, "%.15s", date);
    }
    if (day[0] == '\0' || minute < 0) {
        return programme_text(programme, day);
    }
    return programme_format(programme, "%sT%02d:%02d", day, minute / 60, minute % 60);
}

// When a meeting was over, where the history of a board is told along with its plan; 0
// where it is not (an export tells of it itself), or it is still to come.
static int64_t held_ms(const struct programme *programme,
                       const struct plan_options *options, const char *starts,
                       int64_t at_ms)
{
    int32_t day = 0;
    int minute = 0;

    if (at_ms == 0 || programme->exact || !day_read(starts, &day, &minute)) {
        return 0;
    }
    int64_t held = day_moment_ms(day, minute < 0 ? 0 : minute) + MEETING_MS;
    return held > at_ms && held <= options->now_ms ? held : 0;
}

// All of a meeting, or only the state that it got when it was `held`.
static void put_meeting(struct plan *plan, struct programme *programme,
                        const struct plan_options *options, const struct item *item,
                        int64_t at_ms, bool held)
{
    const struct item_spec *spec = &item_specs[ITEM_MEETING];
    const char *starts = start_of(programme, options, item);
    const char *const parts[] = {options->slug, item->text[MEETING_BODY],
                                 starts[0] == '\0' ? "-" : starts, NULL};
    struct share_edit edit = {.table = spec->table, .at_ms = at_ms, .author = PLAN_AUTHOR};
    int64_t over_ms = held_ms(programme, options, starts, at_ms);

    edit.row = item->row != NULL ? progress_row(programme, options, item->row)
                                 : plan_row(programme, parts);
    if (held) {
        edit.at_ms = over_ms;
        edit.column = spec->columns[MEETING_STATE];
        edit.value = item->text[MEETING_STATE];
        if (over_ms != 0 && edit.value[0] != '\0') {
            plan_edit(plan, programme, &edit);
        }
        return;
    }
    edit.column = "board";
    edit.value = options->slug;
    plan_edit(plan, programme, &edit);
    edit.column = "starts";
    edit.value = starts;
    plan_edit(plan, programme, &edit);
    for (int field = 0; field < ITEM_FIELDS; field++) {
        if (spec->columns[field] != NULL && !(field == MEETING_STATE && over_ms != 0)) {
            edit.column = spec->columns[field];
            edit.value = item->text[field];
            plan_edit(plan, programme, &edit);
        }
    }
}

static void put_meetings(struct plan *plan, struct programme *programme,
                         const struct plan_options *options, int64_t at_ms, bool held)
{
    const struct item_list *list = &programme->lists[ITEM_MEETING];

    for (size_t i = 0; i < list->count; i++) {
        const char *date = list->items[i]->text[MEETING_DATE];
        // Counted from the day of import: on a board that is there they would move every
        // day.
        bool moves = !programme->exact && (date[0] == '+' || date[0] == '-');
        if (options->board == NULL || !moves) {
            put_meeting(plan, programme, options, list->items[i], at_ms, held);
        }
    }
}

void meeting_put(struct plan *plan, struct programme *programme,
                 const struct plan_options *options, int64_t at_ms)
{
    put_meetings(plan, programme, options, at_ms, false);
}

void meeting_hold(struct plan *plan, struct programme *programme,
                  const struct plan_options *options, int64_t at_ms)
{
    put_meetings(plan, programme, options, at_ms, true);
}

const struct item *meeting_named(const struct programme *programme, const char *name)
{
    const struct item_list *list = &programme->lists[ITEM_MEETING];

    for (size_t i = 0; i < list->count; i++) {
        const char *body = list->items[i]->text[MEETING_BODY];
        size_t length = strlen(body);
        if (length > 0 && strncmp(name, body, length) == 0 && name[length] == '/' &&
            strcmp(name + length + 1, list->items[i]->text[MEETING_DATE]) == 0) {
            return list->items[i];
        }
    }
    return NULL;
}

// `number`: of the decision among those of its meeting.
static void decision_find(struct programme *programme, const struct plan_options *options,
                          struct item *decision, const struct item *meeting, int number)
{
    const char *starts = start_of(programme, options, meeting);
    char at[24];
    int32_t number_of_day = 0;
    int minute = 0;

    decision->text[DECISION_MEETING] =
        programme_format(programme, "%s/%s", meeting->text[MEETING_BODY], starts);
    if (decision->text[DECISION_AT][0] != '\0' ||
        !day_read(starts, &number_of_day, &minute)) {
        return;
    }
    minute = (minute < 0 ? 0 : minute) + FIRST_MINUTES + number * NEXT_MINUTES;
    minute = minute < DAY_MINUTES ? minute : DAY_MINUTES - 1;
    day_write_minute(number_of_day, minute, at);
    decision->text[DECISION_AT] = programme_text(programme, at);
}

void meeting_decisions_find(struct programme *programme, const struct plan_options *options)
{
    const struct item_list *list = &programme->lists[ITEM_DECISION];
    const struct item *last = NULL;
    int32_t today = 0;
    int number = 0;

    day_local(options->now_ms, &today, NULL);
    for (size_t i = 0; !programme->exact && i < list->count; i++) {
        struct item *decision = list->items[i];
        const struct item *meeting =
            meeting_named(programme, decision->text[DECISION_MEETING]);
        decision->text[DECISION_DUE] =
            course_due(programme, decision->text[DECISION_DUE], today);
        decision->text[DECISION_TEXT] =
            course_due(programme, decision->text[DECISION_TEXT], today);
        if (meeting != NULL) {
            number = meeting == last ? number + 1 : 0;
            last = meeting;
            decision_find(programme, options, decision, meeting, number);
        }
    }
}
