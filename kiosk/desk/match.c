#include "desk/match.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "desk/phrase.h"

enum { ALIKE = 60, PAIRS_MAX = 250000, CODE_BYTES = 32 };

struct matcher {
    struct programme *programme;
    const struct board *board;               // NULL: none
    const struct item_list *actions;         // of the programme
    const struct action **found;             // by new action
    bool *taken;                             // by old action
    unsigned long long *new_hash, *old_hash; // of the texts
};

static const char *old_text(const struct action *action)
{
    return action->text[0] != '\0' ? action->text : action->title;
}

static const char *new_text(const struct item *item)
{
    return item->text[ACTION_TEXT][0] != '\0' ? item->text[ACTION_TEXT]
                                              : item->text[ACTION_TITLE];
}

static void take(struct matcher *matcher, size_t new, size_t old)
{
    matcher->found[new] = &matcher->board->actions[old];
    matcher->taken[old] = true;
    item_set(matcher->actions->items[new], ACTION_CODE,
             programme_text(matcher->programme, matcher->board->actions[old].code));
}

static bool open_pair(const struct matcher *matcher, size_t new, size_t old, bool same_goal)
{
    const struct item *item = matcher->actions->items[new];

    return matcher->found[new] == NULL && !matcher->taken[old] &&
           item->text[ACTION_CODE][0] == '\0' &&
           (!same_goal ||
            strcmp(item->text[ACTION_GOAL], matcher->board->actions[old].goal->code) == 0);
}

static void match_codes(struct matcher *matcher)
{
    for (size_t i = 0; i < matcher->actions->count; i++) {
        const char *code = matcher->actions->items[i]->text[ACTION_CODE];
        const struct action *action =
            code[0] == '\0' ? NULL : board_action_find(matcher->board, code);
        if (action != NULL && !matcher->taken[action->index]) {
            take(matcher, i, (size_t)action->index);
        }
    }
}

static void match_texts(struct matcher *matcher, bool same_goal)
{
    for (size_t i = 0; i < matcher->actions->count; i++) {
        for (size_t j = 0; j < matcher->board->action_count; j++) {
            if (matcher->new_hash[i] == matcher->old_hash[j] &&
                open_pair(matcher, i, j, same_goal)) {
                take(matcher, i, j);
                break;
            }
        }
    }
}

static void note_wording(struct matcher *matcher, size_t new)
{
    const struct item *item = matcher->actions->items[new];

    programme_report(matcher->programme, FINDING_NOTE, item->file, item->line,
                     "taken for a new wording of %s; its progress stays",
                     item->text[ACTION_CODE]);
}

// The most alike pair of all that are open within a goal, again and again.
static bool match_alike_once(struct matcher *matcher)
{
    int best = ALIKE;
    size_t new = 0;
    size_t old = 0;

    for (size_t i = 0; i < matcher->actions->count; i++) {
        for (size_t j = 0; j < matcher->board->action_count; j++) {
            if (!open_pair(matcher, i, j, true)) {
                continue;
            }
            int likeness = phrase_likeness(new_text(matcher->actions->items[i]),
                                           old_text(&matcher->board->actions[j]));
            if (likeness > best) {
                best = likeness;
                new = i;
                old = j;
            }
        }
    }
    if (best > ALIKE) {
        take(matcher, new, old);
        note_wording(matcher, new);
    }
    return best > ALIKE;
}

static size_t open_pairs(const struct matcher *matcher)
{
    size_t new = 0;
    size_t old = 0;

    for (size_t i = 0; i < matcher->actions->count; i++) {
        new += matcher->found[i] == NULL &&
               matcher->actions->items[i]->text[ACTION_CODE][0] == '\0';
    }
    for (size_t j = 0; j < matcher->board->action_count; j++) {
        old += matcher->taken[j] ? 0 : 1;
    }
    return new *old;
}

static void match_alike(struct matcher *matcher)
{
    // A file that shares hardly a text with the board is another plan: no pairs are worth
    // looking for.
    size_t rounds = open_pairs(matcher) > PAIRS_MAX ? 0 : matcher->actions->count;

    while (rounds > 0 && match_alike_once(matcher)) {
        rounds--;
    }
}

// The place of an action within its goal in the file, and how many the goal has.
static size_t place_in_goal(const struct matcher *matcher, size_t new, size_t *count)
{
    const char *goal = matcher->actions->items[new]->text[ACTION_GOAL];
    size_t place = 0;

    *count = 0;
    for (size_t i = 0; i < matcher->actions->count; i++) {
        bool same = strcmp(matcher->actions->items[i]->text[ACTION_GOAL], goal) == 0;
        place += same && i < new ? 1 : 0;
        *count += same ? 1 : 0;
    }
    return place;
}

// A goal with as many actions as before: an action that nothing else matches was rewritten
// in its place.
static void match_places(struct matcher *matcher)
{
    for (size_t i = 0; i < matcher->actions->count; i++) {
        const struct item *item = matcher->actions->items[i];
        size_t count = 0;
        if (matcher->found[i] != NULL || item->text[ACTION_CODE][0] != '\0') {
            continue;
        }
        const struct goal *goal = board_goal_find(matcher->board, item->text[ACTION_GOAL]);
        size_t place = place_in_goal(matcher, i, &count);
        if (goal != NULL && goal->action_count == count &&
            open_pair(matcher, i, (size_t)goal->actions[place].index, true)) {
            take(matcher, i, (size_t)goal->actions[place].index);
            note_wording(matcher, i);
        }
    }
}

static bool code_used(const struct matcher *matcher, const char *code)
{
    for (size_t i = 0; i < matcher->actions->count; i++) {
        if (strcmp(matcher->actions->items[i]->text[ACTION_CODE], code) == 0) {
            return true;
        }
    }
    return matcher->board != NULL && board_action_find(matcher->board, code) != NULL;
}

// a .. z, aa .. zz, aaa ...
static void write_letters(int number, char out[8])
{
    char reversed[8];
    size_t used = 0;

    for (int rest = number + 1; rest > 0 && used < 7; rest = (rest - 1) / 26) {
        reversed[used++] = (char)('a' + (rest - 1) % 26);
    }
    for (size_t i = 0; i < used; i++) {
        out[i] = reversed[used - 1 - i];
    }
    out[used] = '\0';
}

static void give_codes(struct matcher *matcher)
{
    const char *goal = "";
    int letter = 0;

    for (size_t i = 0; i < matcher->actions->count; i++) {
        struct item *item = matcher->actions->items[i];
        char code[CODE_BYTES];
        char letters[8];
        if (strcmp(goal, item->text[ACTION_GOAL]) != 0) {
            goal = item->text[ACTION_GOAL];
            letter = 0;
        }
        if (item->text[ACTION_CODE][0] != '\0') {
            continue;
        }
        do {
            write_letters(letter, letters);
            snprintf(code, sizeof code, "%.16s%s", goal, letters);
            letter++;
        } while (code_used(matcher, code));
        item_set(item, ACTION_CODE, programme_text(matcher->programme, code));
    }
}

// The goal of the board that a goal without a number of its own is, NULL when there is
// none.
static const struct goal *goal_like(const struct board *board, const struct item *item)
{
    const struct goal *found = NULL;
    int best = ALIKE;

    for (size_t i = 0; i < board->goal_count; i++) {
        const struct goal *goal = &board->goals[i];
        bool named = phrase_same(goal->brief, item->text[GOAL_BRIEF]);
        int likeness = named ? 100 : phrase_likeness(goal->title, item->text[GOAL_TITLE]);
        if (strcmp(goal->ambition->code, item->text[GOAL_AMBITION]) == 0 &&
            likeness > best) {
            best = likeness;
            found = goal;
        }
    }
    return found;
}

static bool goal_code_used(const struct programme *programme, const struct board *board,
                           const char *code, const struct item *but)
{
    for (size_t i = 0; i < programme->lists[ITEM_GOAL].count; i++) {
        const struct item *goal = programme->lists[ITEM_GOAL].items[i];
        if (goal != but && strcmp(goal->text[GOAL_CODE], code) == 0) {
            return true;
        }
    }
    return board_goal_find(board, code) != NULL;
}

static void rename_goal(struct programme *programme, struct item *goal, const char *code,
                        bool *moved)
{
    for (size_t i = 0; i < programme->lists[ITEM_ACTION].count; i++) {
        struct item *action = programme->lists[ITEM_ACTION].items[i];
        if (!moved[i] && strcmp(action->text[ACTION_GOAL], goal->text[GOAL_CODE]) == 0) {
            item_set(action, ACTION_GOAL, code);
            moved[i] = true;
        }
    }
    item_derive(goal, GOAL_CODE, code);
}

// Renames from the last goal to the first, as an inserted one pushes those behind it on.
static void match_goals(struct programme *programme, const struct board *board)
{
    const struct item_list *goals = &programme->lists[ITEM_GOAL];
    bool *moved = programme_alloc(programme, programme->lists[ITEM_ACTION].count + 1);

    for (size_t i = goals->count; i > 0; i--) {
        struct item *goal = goals->items[i - 1];
        if (!item_derived(goal, GOAL_CODE)) {
            continue;
        }
        const struct goal *same = goal_like(board, goal);
        const char *code =
            same != NULL ? programme_text(programme, same->code) : goal->text[GOAL_CODE];
        for (int number = 1;
             same == NULL && number < 1000 && goal_code_used(programme, board, code, goal);
             number++) {
            code = programme_format(programme, "%s.%d", goal->text[GOAL_AMBITION], number);
        }
        rename_goal(programme, goal, code, moved);
    }
}

static void hash_texts(struct matcher *matcher)
{
    for (size_t i = 0; i < matcher->actions->count; i++) {
        matcher->new_hash[i] = phrase_hash(new_text(matcher->actions->items[i]));
    }
    for (size_t j = 0; j < matcher->board->action_count; j++) {
        matcher->old_hash[j] = phrase_hash(old_text(&matcher->board->actions[j]));
    }
}

const struct action **match_actions(struct programme *programme, const struct board *board)
{
    const struct item_list *actions = &programme->lists[ITEM_ACTION];
    size_t old_count = board == NULL ? 0 : board->action_count;
    struct matcher matcher = {
        .programme = programme,
        .board = board,
        .actions = actions,
        .found = programme_alloc(programme, (actions->count + 1) * sizeof(struct action *)),
        .taken = programme_alloc(programme, old_count + 1),
        .new_hash =
            programme_alloc(programme, (actions->count + 1) * sizeof(unsigned long long)),
        .old_hash =
            programme_alloc(programme, (old_count + 1) * sizeof(unsigned long long)),
    };

    if (board != NULL) {
        match_goals(programme, board);
        hash_texts(&matcher);
        match_codes(&matcher);
        match_texts(&matcher, true);
        match_texts(&matcher, false);
        match_alike(&matcher);
        match_places(&matcher);
    }
    give_codes(&matcher);
    return matcher.found;
}
