// The example board in a shared folder, and touches on it that are written as the keeper
// does.
#ifndef REGIEBORD_TESTS_UPDATE_FIXTURE_H
#define REGIEBORD_TESTS_UPDATE_FIXTURE_H

#include "board/agenda.h"
#include "board/update.h"
#include "command_fixture.h"
#include "desk/import.h"
#include "same_boards.h"
#include "share/share.h"

static int64_t now_ms; // of the machine

static inline int64_t fixed_now(void *context)
{
    (void)context;
    return now_ms;
}

static inline void clock_set(struct fixture *fixture, const char *day, int minute)
{
    int32_t today = 0;

    assert_true(day_read(day, &today, NULL));
    now_ms = day_moment_ms(today, minute);
    fixture->env.now_ms = fixed_now;
}

static inline int32_t today_of(void)
{
    int32_t today = 0;

    day_local(now_ms, &today, NULL);
    return today;
}

static inline void open_example(struct fixture *fixture)
{
    clock_set(fixture, "2025-11-27", 600);
    command_expect(import_command, fixture, "import --share SHARE boards/voorbeeld", 0,
                   "new board");
}

static inline struct board_set *load(struct fixture *fixture)
{
    struct board_set *set = share_load(fixture->share, &fixture->env);

    assert_non_null(set);
    assert_string_equal(set->trouble, "");
    return set;
}

// Writes an update as the keeper does: all its cells at one moment.
static inline void write_update(struct fixture *fixture, const struct update *update)
{
    struct share_edit edits[64];

    assert_in_range(update->count, 1, 64);
    for (size_t i = 0; i < update->count; i++) {
        const struct update_cell *cell = &update->cells[i];
        edits[i] = (struct share_edit){.table = cell->table,
                                       .row = cell->row,
                                       .column = cell->column,
                                       .value = cell->value,
                                       .author = update->author};
    }
    assert_true(share_apply(fixture->share, edits, update->count, &fixture->env, NULL));
}

// One touch on the example.
struct touch {
    enum update_kind kind;
    const char *action, *column;
    int number;
    const char *text, *extra;
};

static const struct touch touches[] = {
    {UPDATE_HEALTH, "2.1a", "gemeente", HEALTH_ATTENTION, "geld", NULL},
    {UPDATE_HEALTH, "2.1a", "jeugdhulp", HEALTH_ON_COURSE, NULL, NULL},
    {UPDATE_HEALTH, "2.1a", "jeugdhulp", HEALTH_BOTTLENECK, "wachttijd", NULL},
    {UPDATE_HEALTH, "2.1a", "jeugdhulp", HEALTH_DONE, "", NULL},
    {UPDATE_HEALTH, "2.1a", "gemeente", HEALTH_BOTTLENECK, "", NULL},
    {UPDATE_HEALTH, "1.1a", "gemeente", HEALTH_BOTTLENECK, "plekken", NULL},
    {UPDATE_HEALTH, "1.1a", "gemeente", HEALTH_DROPPED, NULL, NULL},
    {UPDATE_HEALTH, "3.3a", "gemeente", HEALTH_BOTTLENECK, "  veel\tte veel  ", NULL},
    {UPDATE_REASON, "3.3a", "gemeente", 0, "inkoop", NULL},
    {UPDATE_REASON, "3.3a", "gemeente", 0, "", NULL},
    {UPDATE_REASON, "1.1a", "gemeente", 0, "mandaat", NULL},
    {UPDATE_STAGE, "1.1a", "gemeente", 5, NULL, NULL},
    {UPDATE_STAGE, "1.1a", "gemeente", 0, NULL, NULL},
    {UPDATE_STAGE, "2.4a", "jeugdhulp", 3, NULL, NULL},
    {UPDATE_SAME, "1.1b", "gemeente", 0, NULL, NULL},
    {UPDATE_SAME, "3.3a", "gemeente", 0, NULL, NULL},
    {UPDATE_SAME, "5.5a", "gemeente", 0, NULL, NULL},
    {UPDATE_LEAD, "1.1b", "gemeente", 0, "Wijkteam Noord", NULL},
    {UPDATE_LEAD, "2.1a", "jeugdhulp", 0, "", NULL},
    {UPDATE_RUNG, "3.3a", "gemeente", 1, NULL, NULL},
    {UPDATE_RUNG, "3.3a", "gemeente", 3, NULL, NULL},
    {UPDATE_RUNG, "3.3a", "gemeente", 0, NULL, NULL},
    {UPDATE_ASKED, "3.3a", "gemeente", 0, "een besluit over de uren", NULL},
    {UPDATE_ASKED, "3.3a", "gemeente", 0, "", NULL},
    {UPDATE_END, "3.3a", "gemeente", 0, NULL, NULL},
    {UPDATE_HEALTH, "3.3a", "gemeente", HEALTH_BOTTLENECK, "weer", NULL},
    {UPDATE_NOTE, "3.3a", "gemeente", 0, "Gebeld met het Expertteam.", NULL},
    {UPDATE_NOTE, "3.3a", "gemeente", 0, "Gebeld met het Expertteam.", NULL},
    {UPDATE_NOTE, "1.1b", "gemeente", 0, "Overleg staat.", NULL},
    {UPDATE_DUE, "1.1a", NULL, 0, "eind 2026", NULL},
    {UPDATE_DUE, "2.1a", NULL, 0, "schooljaar 2027-2028", NULL},
    {UPDATE_DUE, "3.3a", NULL, 0, "doorlopend", NULL},
    {UPDATE_PERSON, NULL, "gemeente", 0, "Sanne Öztürk", NULL},
    {UPDATE_PERSON, NULL, NULL, 0, "anna", NULL},
    {UPDATE_PIN, NULL, NULL, 0, "SANNE ÖZTÜRK", "scrypt:1:abc"},
    {UPDATE_PIN, NULL, NULL, 0, "sanne öztürk", ""},
    {UPDATE_PIN, NULL, NULL, 0, "Bo", "scrypt:1:def"},
    {UPDATE_MEETING_OPEN, NULL, NULL, 642, "Trekkersoverleg", NULL},
    {UPDATE_DECIDE, "1.1a", "gemeente", DECIDE_AGREED, NULL, NULL},
    {UPDATE_DECIDE, "1.1a", "gemeente", DECIDE_AGREED, "  meer\tplekken ", NULL},
    {UPDATE_DECIDE, "2.1a", "jeugdhulp", DECIDE_LEAD, "Wijkteam Zuid", NULL},
    {UPDATE_DECIDE, "2.1a", NULL, DECIDE_DUE, "eind 2028", NULL},
    {UPDATE_DECIDE, "1.1b", "gemeente", DECIDE_UP, NULL, "OOGO"},
    {UPDATE_DECIDE, "1.1b", "gemeente", DECIDE_DOWN, NULL, "trekker"},
    {UPDATE_DECIDE, "1.1b", "gemeente", DECIDE_STATE, "geld", "aandacht"},
    {UPDATE_DECIDE, "1.1b", NULL, DECIDE_LATER, NULL, NULL},
    {UPDATE_DECIDE, NULL, NULL, DECIDE_TASK, "Bel het samenwerkingsverband", NULL},
    {UPDATE_DECISION_TEXT, NULL, NULL, 0, "Bel beide verbanden", NULL},
    {UPDATE_DECISION_LEAD, NULL, NULL, 0, "Sanne", NULL},
    {UPDATE_DECISION_DUE, NULL, NULL, 0, "voorjaar 2026", NULL},
    {UPDATE_DECISION_STATE, NULL, NULL, DECISION_DONE, NULL, NULL},
    {UPDATE_DECISION_LEAD, NULL, NULL, 0, "", NULL},
    {UPDATE_MEETING_CLOSE, NULL, NULL, 0, NULL, NULL},
    {UPDATE_MEETING_OPEN, NULL, NULL, -1, "TREKKERSOVERLEG", NULL},
};

enum { TOUCHES = sizeof touches / sizeof *touches };

static inline struct update_wish wish_of(const struct board *board,
                                         const struct touch *touch)
{
    const struct column *column =
        touch->column == NULL ? NULL : board_column_find(board, touch->column);
    const struct action *action =
        touch->action == NULL ? NULL : board_action_find(board, touch->action);

    size_t decided = board->decision_count;

    return (struct update_wish){
        .kind = touch->kind,
        .meeting = touch->kind == UPDATE_MEETING_OPEN ? NULL : meeting_running(board),
        .decision = decided == 0 ? NULL : &board->decisions[decided - 1],
        .action = action,
        .track = action == NULL || column == NULL ? NULL : action->tracks[column->index],
        .column = column,
        .number = touch->number,
        .text = touch->text,
        .extra = touch->extra,
    };
}

static inline void expect_same(const char *what, const struct board_set *shown,
                               const struct board_set *built)
{
    assert_int_equal(same_boards(what, board_set_find(shown, "voorbeeld"),
                                 board_set_find(built, "voorbeeld")),
                     0);
}

#endif
