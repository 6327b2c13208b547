#include "desk/review.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "board/board.h"
#include "desk/columns.h"
#include "desk/phrase.h"
#include "desk/plan_meeting.h"

// True when the word is one of the stages of the programme.
static bool review_stage(const struct programme *programme, const char *word)
{
    return programme_find(programme, ITEM_STAGE, STAGE_NAME, word) != NULL;
}

static void fail(struct programme *programme, const struct item *item, const char *what,
                 const char *text)
{
    programme_report(programme, FINDING_ERROR, item->file, item->line, "%s \"%.60s\"", what,
                     text);
}

static void warn(struct programme *programme, const struct item *item, const char *text,
                 const char *why)
{
    programme_report(programme, FINDING_WARNING, item->file, item->line, "\"%.80s\" %s",
                     text, why);
}

static int by_key(const void *left, const void *right)
{
    const struct item *a = *(const struct item *const *)left;
    const struct item *b = *(const struct item *const *)right;
    int order = strcmp(a->text[0], b->text[0]);

    return order != 0 ? order : a->line - b->line;
}

// The key of these kinds is their first field. Sorted, as a table may have very many lines.
static void check_twice(struct programme *programme, enum item_kind kind)
{
    const struct item_list *list = &programme->lists[kind];
    const struct item **sorted =
        programme_alloc(programme, (list->count + 1) * sizeof *sorted);

    for (size_t i = 0; i < list->count; i++) {
        sorted[i] = list->items[i];
    }
    qsort(sorted, list->count, sizeof *sorted, by_key);
    for (size_t i = 1; i < list->count; i++) {
        if (sorted[i]->text[0][0] != '\0' &&
            strcmp(sorted[i - 1]->text[0], sorted[i]->text[0]) == 0) {
            fail(programme, sorted[i],
                 "the same twice; give it a key of its own:", sorted[i]->text[0]);
        }
    }
}

static void check_sizes(struct programme *programme, enum item_kind kind)
{
    const struct item_list *list = &programme->lists[kind];

    for (size_t i = 0; i < list->count; i++) {
        for (int field = 0; field < ITEM_FIELDS; field++) {
            if (strlen(list->items[i]->text[field]) > REVIEW_VALUE_BYTES) {
                fail(programme, list->items[i],
                     "this text is longer than 60 kB:", list->items[i]->text[field]);
            }
        }
        bool coded = kind == ITEM_ACTION || kind == ITEM_GOAL || kind == ITEM_AMBITION ||
                     kind == ITEM_COLUMN;
        if (coded && strlen(list->items[i]->text[0]) > REVIEW_CODE_BYTES) {
            fail(programme, list->items[i],
                 "a code or key is at most 24 letters:", list->items[i]->text[0]);
        }
    }
}

static void check_counts(struct programme *programme, enum item_kind kind, size_t most,
                         const char *what)
{
    const struct item_list *list = &programme->lists[kind];

    if (list->count > most) {
        programme_report(programme, FINDING_ERROR, list->items[most]->file,
                         list->items[most]->line, "a board has at most %zu %s", most, what);
    }
}

static void check_goals(struct programme *programme)
{
    const struct item_list *goals = &programme->lists[ITEM_GOAL];

    for (size_t i = 0; i < goals->count; i++) {
        const char *row = goals->items[i]->text[GOAL_AMBITION];
        if (programme_find(programme, ITEM_AMBITION, AMBITION_CODE, row) == NULL) {
            fail(programme, goals->items[i],
                 "this goal points to a row that is not in ambities.csv:", row);
        }
    }
}

// Codes of goals and actions behind commas.
static void check_references(struct programme *programme, const struct item *action)
{
    const char *at = action->text[ACTION_REFS];

    while (*at != '\0') {
        char code[REVIEW_CODE_BYTES + 1];
        size_t length = strcspn(at, ", ");
        size_t kept = length < sizeof code - 1 ? length : sizeof code - 1;
        memcpy(code, at, kept);
        code[kept] = '\0';
        if (length > 0 &&
            programme_find(programme, ITEM_AMBITION, AMBITION_CODE, code) == NULL &&
            programme_find(programme, ITEM_GOAL, GOAL_CODE, code) == NULL &&
            programme_find(programme, ITEM_ACTION, ACTION_CODE, code) == NULL) {
            warn(programme, action, code,
                 "is referred to, but no row, goal or action has that code");
        }
        at += length + strspn(at + length, ", ");
    }
}

static void check_action(struct programme *programme, const struct item *action)
{
    const char *scope = action->text[ACTION_SCOPE];
    const char *kind = action->text[ACTION_KIND];
    const char *due = action->text[ACTION_DUE];

    if (programme_find(programme, ITEM_GOAL, GOAL_CODE, action->text[ACTION_GOAL]) ==
        NULL) {
        fail(programme, action, "this action points to a goal that does not exist:",
             action->text[ACTION_GOAL]);
    }
    if (due_filled(due) && due_read(due).kind == DUE_UNREAD) {
        warn(programme, action, due,
             "is not a planning term that the board can read; it is kept as text");
    }
    if (due_filled(scope) && !phrase_same(scope, "lokaal") &&
        !phrase_same(scope, "regionaal") && !phrase_same(scope, "beide")) {
        warn(programme, action, scope,
             "is not lokaal, regionaal or beide; it is kept as text");
    }
    if (kind[0] != '\0' && !phrase_same(kind, "vraag") && !phrase_same(kind, "praktijk")) {
        warn(programme, action, kind,
             "is not vraag or praktijk, so this counts as an action");
    }
    check_references(programme, action);
}

static void check_meeting(struct programme *programme, const struct item *meeting)
{
    const char *date = meeting->text[MEETING_DATE];
    size_t digits = date[0] == '+' || date[0] == '-' ? strspn(date + 1, "0123456789") : 0;
    bool relative = digits > 0 && date[1 + digits] == '\0';
    int32_t day = 0;

    if (date[0] != '\0' && !relative && !day_read(date, &day, NULL)) {
        warn(programme, meeting, date,
             "is not a date such as 2025-11-27; the meeting has no date");
    }
}

// What an export wrote is as it was; a person may be mistaken.
static void check_decision(struct programme *programme, const struct item *decision)
{
    const char *meeting = decision->text[DECISION_MEETING];
    const char *code = decision->text[DECISION_CODE];

    if (programme->exact) {
        return;
    }
    if (meeting[0] != '\0' && meeting_named(programme, meeting) == NULL) {
        warn(programme, decision, meeting,
             "is no meeting of overleggen.csv (body/date); the decision is of none");
    }
    if (code[0] != '\0' &&
        programme_find(programme, ITEM_ACTION, ACTION_CODE, code) == NULL) {
        warn(programme, decision, code, "is no action; the decision is about nothing");
    }
}

// A report must fit the plan, as it is replayed without anybody to ask.
static void check_report(struct programme *programme, const struct item *report)
{
    const char *health = report->text[REPORT_HEALTH];
    const char *day = report->text[REPORT_DAY];

    if (programme_find(programme, ITEM_ACTION, ACTION_CODE, report->text[REPORT_CODE]) ==
        NULL) {
        fail(programme, report, "no action has this code:", report->text[REPORT_CODE]);
    }
    if (report->text[REPORT_COLUMN][0] != '\0' &&
        columns_named(programme, report->text[REPORT_COLUMN]) == NULL) {
        fail(programme, report, "the board has no column", report->text[REPORT_COLUMN]);
    }
    if (report->text[REPORT_STAGE][0] != '\0' &&
        !review_stage(programme, report->text[REPORT_STAGE])) {
        fail(programme, report, "the board has no stage", report->text[REPORT_STAGE]);
    }
    if (health[0] != '\0' && health_read(health) == HEALTH_COUNT) {
        fail(programme, report,
             "koers is op koers, aandacht, knelpunt, afgerond or vervallen, not", health);
    }
    if (report->text[REPORT_RUNG][0] != '\0' &&
        programme_find(programme, ITEM_RUNG, RUNG_NAME, report->text[REPORT_RUNG]) ==
            NULL) {
        fail(programme, report, "the ladder has no rung", report->text[REPORT_RUNG]);
    }
    if (strspn(day, "+-0123456789") != strlen(day) || atoi(day) < -3660 || atoi(day) > 0) {
        fail(programme, report,
             "dag is a number of days before the import such as -46, not", day);
    }
}

static void check_stages(struct programme *programme)
{
    const struct item_list *tracks = &programme->lists[ITEM_TRACK];

    for (size_t i = 0; i < tracks->count; i++) {
        const char *stage = tracks->items[i]->text[TRACK_STAGE];
        if (stage[0] != '\0' && programme->lists[ITEM_STAGE].count > 0 &&
            !review_stage(programme, stage)) {
            warn(programme, tracks->items[i], stage,
                 "is not a stage of the board; it is kept as text");
        }
    }
}

void review_programme(struct programme *programme)
{
    static const enum item_kind keyed[] = {ITEM_COLUMN, ITEM_AMBITION, ITEM_GOAL,
                                           ITEM_ACTION, ITEM_STAGE,    ITEM_RUNG};
    const struct item_list *lists = programme->lists;

    for (size_t i = 0; i < sizeof keyed / sizeof *keyed; i++) {
        check_twice(programme, keyed[i]);
    }
    for (int kind = 0; kind < ITEM_KINDS; kind++) {
        check_sizes(programme, (enum item_kind)kind);
    }
    check_counts(programme, ITEM_STAGE, STAGE_MAX, "stages");
    check_counts(programme, ITEM_RUNG, RUNG_MAX, "rungs");
    check_counts(programme, ITEM_RHYTHM, RHYTHM_MAX, "rhythms");
    check_goals(programme);
    check_stages(programme);
    for (size_t i = 0; i < lists[ITEM_ACTION].count; i++) {
        check_action(programme, lists[ITEM_ACTION].items[i]);
    }
    for (size_t i = 0; i < lists[ITEM_MEETING].count; i++) {
        check_meeting(programme, lists[ITEM_MEETING].items[i]);
    }
    for (size_t i = 0; i < lists[ITEM_DECISION].count; i++) {
        check_decision(programme, lists[ITEM_DECISION].items[i]);
    }
    for (size_t i = 0; i < lists[ITEM_REPORT].count; i++) {
        check_report(programme, lists[ITEM_REPORT].items[i]);
    }
}
