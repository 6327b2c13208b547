#include "board/board.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

enum { NAME_BYTES = 512 };

static const char *const health_words[HEALTH_COUNT] = {
    [HEALTH_NONE] = "",
    [HEALTH_ON_COURSE] = "op koers",
    [HEALTH_ATTENTION] = "aandacht",
    [HEALTH_BOTTLENECK] = "knelpunt",
    [HEALTH_DONE] = "afgerond",
    [HEALTH_DROPPED] = "vervallen",
};

void board_set_free(struct board_set *set)
{
    if (set != NULL) {
        arena_finish(&set->arena);
        free(set);
    }
}

const struct board *board_set_find(const struct board_set *set, const char *slug)
{
    for (size_t i = 0; i < set->count; i++) {
        if (strcmp(set->boards[i].slug, slug) == 0) {
            return &set->boards[i];
        }
    }
    return NULL;
}

const struct column *board_column_find(const struct board *board, const char *id)
{
    for (size_t i = 0; i < board->column_count; i++) {
        if (strcmp(board->columns[i].id, id) == 0) {
            return &board->columns[i];
        }
    }
    return NULL;
}

const struct action *board_action_find(const struct board *board, const char *code)
{
    size_t low = 0;
    size_t high = board->action_count;

    while (low < high) { // the first one that does not come before this code
        size_t middle = low + (high - low) / 2;
        bool earlier = strcmp(board->actions_by_code[middle]->code, code) < 0;
        low = earlier ? middle + 1 : low;
        high = earlier ? high : middle;
    }
    bool found =
        low < board->action_count && strcmp(board->actions_by_code[low]->code, code) == 0;
    return found ? board->actions_by_code[low] : NULL;
}

const struct goal *board_goal_find(const struct board *board, const char *code)
{
    size_t low = 0;
    size_t high = board->goal_count;

    while (low < high) { // as for an action
        size_t middle = low + (high - low) / 2;
        bool earlier = strcmp(board->goals_by_code[middle]->code, code) < 0;
        low = earlier ? middle + 1 : low;
        high = earlier ? high : middle;
    }
    bool found =
        low < board->goal_count && strcmp(board->goals_by_code[low]->code, code) == 0;
    return found ? board->goals_by_code[low] : NULL;
}

// True when `wanted`, which is folded, is one of the names in `list`, which are separated
// by vertical bars.
static bool name_listed(const char *list, const char *wanted)
{
    char folded[NAME_BYTES];

    utf8_fold(list, folded, sizeof folded);
    for (char *rest = folded; *rest != '\0';) {
        size_t length = strcspn(rest, "|");
        if (length == strlen(wanted) && memcmp(rest, wanted, length) == 0) {
            return true;
        }
        rest += length + (rest[length] == '|' ? 1 : 0);
    }
    return false;
}

const struct organisation *board_organisation_find(const struct board *board,
                                                   const char *name)
{
    char wanted[NAME_BYTES];

    utf8_fold(name, wanted, sizeof wanted);
    for (size_t i = 0; i < board->organisation_count; i++) {
        if (utf8_same(board->organisations[i].name, name)) {
            return &board->organisations[i];
        }
    }
    for (size_t i = 0; i < board->organisation_count; i++) {
        if (name_listed(board->organisations[i].aka, wanted)) {
            return &board->organisations[i];
        }
    }
    return NULL;
}

const struct person *board_person_find(const struct board *board, const char *name)
{
    for (size_t i = 0; i < board->person_count; i++) {
        if (utf8_same(board->persons[i].name, name)) {
            return &board->persons[i];
        }
    }
    return NULL;
}

const struct abbreviation *board_abbreviation_find(const struct board *board,
                                                   const char *name)
{
    for (size_t i = 0; i < board->abbreviation_count; i++) {
        if (strcmp(board->abbreviations[i].name, name) == 0) {
            return &board->abbreviations[i];
        }
    }
    for (size_t i = 0; i < board->abbreviation_count; i++) {
        if (utf8_same(board->abbreviations[i].name, name)) {
            return &board->abbreviations[i];
        }
    }
    return NULL;
}

enum about change_read(const struct change *change)
{
    static const char *const columns[] = {[ABOUT_STAGE] = "stage",
                                          [ABOUT_HEALTH] = "health",
                                          [ABOUT_REASON] = "reason",
                                          [ABOUT_REPORTED] = "reported",
                                          [ABOUT_LEAD] = "lead"};
    int about = ABOUT_STAGE;

    if (strcmp(change->table, "track") != 0) {
        return ABOUT_OTHER;
    }
    while (about < ABOUT_OTHER && strcmp(columns[about], change->column) != 0) {
        about++;
    }
    return (enum about)about;
}

int board_stage_find(const struct board *board, const char *name)
{
    for (size_t i = 0; i < board->stage_count; i++) {
        if (strcmp(board->stages[i], name) == 0) {
            return (int)i;
        }
    }
    for (size_t i = 0; i < board->stage_count; i++) {
        if (utf8_same(board->stages[i], name)) {
            return (int)i;
        }
    }
    return -1;
}

int board_rung_find(const struct board *board, const char *name)
{
    for (size_t i = 0; i < board->rung_count; i++) {
        if (utf8_same(board->rungs[i].name, name)) {
            return (int)i;
        }
    }
    return -1;
}

const char *health_word(enum health health)
{
    return health_words[health < HEALTH_COUNT ? health : HEALTH_NONE];
}

static enum health health_find(const char *word)
{
    size_t health = 0;

    while (health < HEALTH_COUNT && strcmp(health_words[health], word) != 0) {
        health++;
    }
    return (enum health)health;
}

enum health health_read(const char *word)
{
    char folded[NAME_BYTES];
    enum health health = health_find(word);

    if (health == HEALTH_COUNT) { // in other letters
        utf8_fold(word, folded, sizeof folded);
        health = health_find(folded);
    }
    return health;
}
