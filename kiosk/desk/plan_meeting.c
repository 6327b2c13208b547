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

static void put_meeting(struct plan *plan, struct programme *programme,
                        const struct plan_options *options, const struct item *item,
                        int64_t at_ms)
{
    const struct item_spec *spec = &item_specs[ITEM_MEETING];
    const char *starts = start_of(programme, options, item);
    const char *const parts[] = {options->slug, item->text[MEETING_BODY],
                                 starts[0] == '\0' ? "-" : starts, NULL};
    struct share_edit edit = {.table = spec->table, .at_ms = at_ms, .author = PLAN_AUTHOR};

    edit.row = item->row != NULL ? progress_row(programme, options, item->row)
                                 : plan_row(programme, parts);
    edit.column = "board";
    edit.value = options->slug;
    plan_edit(plan, programme, &edit);
    edit.column = "starts";
    edit.value = starts;
    plan_edit(plan, programme, &edit);
    for (int field = 0; field < ITEM_FIELDS; field++) {
        if (spec->columns[field] != NULL) {
            edit.column = spec->columns[field];
            edit.value = item->text[field];
            plan_edit(plan, programme, &edit);
        }
    }
}

void meeting_put(struct plan *plan, struct programme *programme,
                 const struct plan_options *options, int64_t at_ms)
{
    const struct item_list *list = &programme->lists[ITEM_MEETING];

    for (size_t i = 0; i < list->count; i++) {
        const char *date = list->items[i]->text[MEETING_DATE];
        // Counted from the day of import: on a board that is there they would move every
        // day.
        bool moves = !programme->exact && (date[0] == '+' || date[0] == '-');
        if (options->board == NULL || !moves) {
            put_meeting(plan, programme, options, list->items[i], at_ms);
        }
    }
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
    char day[16];
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
    day_write(number_of_day, day);
    decision->text[DECISION_AT] =
        programme_format(programme, "%sT%02d:%02d", day, minute / 60, minute % 60);
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
