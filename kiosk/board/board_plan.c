#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "board/board_parts.h"
#include "board/refs.h"

enum { SILENT_DAYS = 180, RUNG_DAYS = 30, DAYS_MAX = 3650 };

static int days_read(const char *text, int otherwise)
{
    long days = strtol(text, NULL, 10);

    return days < 1 || days > DAYS_MAX ? otherwise : (int)days;
}

static bool yes(const char *text)
{
    char folded[16];

    utf8_fold(text, folded, sizeof folded);
    return strcmp(folded, "ja") == 0 || strcmp(folded, "yes") == 0 ||
           strcmp(folded, "1") == 0 || strcmp(folded, "true") == 0;
}

// The first of the texts that is not empty.
static const char *first_of(const char *a, const char *b)
{
    return a[0] != '\0' ? a : b;
}

static void board_read_self(struct build *build)
{
    static const struct field fields[] = {
        {"title", offsetof(struct board, title), TITLE_BYTES},
        {"wall", offsetof(struct board, wall), WORD_BYTES},
        {"word", offsetof(struct board, word), WORD_BYTES},
        {"subtitle", offsetof(struct board, subtitle), WORD_BYTES},
        {"region", offsetof(struct board, region), WORD_BYTES},
        {"period", offsetof(struct board, period), WORD_BYTES},
        {"source", offsetof(struct board, source), WORD_BYTES},
        {"row_kind", offsetof(struct board, row_kind), WORD_BYTES},
    };
    struct board *board = build->board;
    const struct table *table = rows_table(&build->rows, "board");
    const struct row *row = table->rows;

    while (row->board != build->number) {
        row++;
    }
    row_read(&build->rows, build->arena, row, fields, sizeof fields / sizeof *fields,
             board);
    board->title = first_of(board->title, board->slug);
    board->wall = first_of(board->wall, board->title);
    board->word = first_of(board->word, board->wall);
    board->row_kind = first_of(board->row_kind, "Ambitie");
    board->example = yes(row_value(row, "example"));
    board->asks_pin = yes(row_value(row, "pin"));
    board->silent_days = days_read(row_value(row, "silent_days"), SILENT_DAYS);
    board->rung_days = days_read(row_value(row, "rung_days"), RUNG_DAYS);
}

// Enters a record under the name that rows use for it. Of two with one name the smaller row
// id is meant.
static bool name_record(struct lookup *names, const struct item *item, const void *record,
                        const struct item *items, const void *records, size_t size)
{
    if (item->code[0] == '\0') {
        return true;
    }
    const void **place = lookup_place(names, item->code);
    if (place == NULL) {
        return false;
    }
    if (*place != NULL) {
        size_t other = (size_t)((const char *)*place - (const char *)records) / size;
        if (strcmp(items[other].row->id, item->row->id) < 0) {
            return true;
        }
    }
    *place = record;
    return true;
}

// Moves the items that have a key to the front; returns how many, at most `most`.
static size_t keyed_items(struct item *items, size_t count, size_t most)
{
    size_t kept = 0;

    for (size_t i = 0; i < count && kept < most; i++) {
        if (items[i].code[0] != '\0') {
            items[kept++] = items[i];
        }
    }
    return kept;
}

static bool board_read_columns(struct build *build)
{
    static const struct field fields[] = {
        {"column_id", offsetof(struct column, id), WORD_BYTES},
        {"title", offsetof(struct column, title), TITLE_BYTES},
        {"wall", offsetof(struct column, wall), WORD_BYTES},
        {"letter", offsetof(struct column, letter), WORD_BYTES},
    };
    static const struct pick pick = {.table = "board_column", .code = "column_id"};
    size_t count = 0;
    struct item *items = rows_pick(&build->rows, build->number, &pick, &count);

    count = keyed_items(items, count, COLUMN_MAX);
    struct column *columns = arena_alloc(build->arena, count * sizeof *columns + 1);
    if (items == NULL || columns == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        struct column *column = &columns[i];
        size_t letter = 0;
        row_read(&build->rows, build->arena, items[i].row, fields,
                 sizeof fields / sizeof *fields, column);
        column->index = (int)i;
        column->title = first_of(column->title, column->id);
        column->wall = first_of(column->wall, column->title);
        if (column->letter[0] == '\0') {
            utf8_next(column->title, strlen(column->title), &letter);
            column->letter = arena_text(build->arena, column->title, letter);
        }
        if (column->letter == NULL || !name_record(&build->columns, &items[i], column,
                                                   items, columns, sizeof *columns)) {
            return false;
        }
    }
    build->board->columns = columns;
    build->board->column_count = count;
    return true;
}

static bool board_read_ambitions(struct build *build)
{
    static const struct field fields[] = {
        {"code", offsetof(struct ambition, code), WORD_BYTES},
        {"title", offsetof(struct ambition, title), TITLE_BYTES},
        {"wall", offsetof(struct ambition, wall), WORD_BYTES},
        {"word", offsetof(struct ambition, word), WORD_BYTES},
    };
    static const struct pick pick = {.table = "ambition", .code = "code"};
    size_t count = 0;
    struct item *items = rows_pick(&build->rows, build->number, &pick, &count);
    struct ambition *ambitions = arena_alloc(build->arena, count * sizeof *ambitions + 1);

    if (items == NULL || ambitions == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        struct ambition *ambition = &ambitions[i];
        row_read(&build->rows, build->arena, items[i].row, fields,
                 sizeof fields / sizeof *fields, ambition);
        ambition->index = (int)i;
        ambition->title = first_of(ambition->title, ambition->code);
        ambition->wall = first_of(ambition->wall, ambition->title);
        ambition->word = first_of(ambition->word, ambition->wall);
        if (!name_record(&build->ambitions, &items[i], ambition, items, ambitions,
                         sizeof *ambitions)) {
            return false;
        }
    }
    build->board->ambitions = ambitions;
    build->board->ambition_count = count;
    return true;
}

// Of one code, the order of the plan.
static int goals_by_code(const void *left, const void *right)
{
    const struct goal *a = *(const struct goal *const *)left;
    const struct goal *b = *(const struct goal *const *)right;
    int order = strcmp(a->code, b->code);

    return order != 0 ? order : (a->index > b->index) - (a->index < b->index);
}

static bool sort_goals(struct build *build)
{
    const struct board *board = build->board;
    const struct goal **sorted =
        arena_alloc(build->arena, (board->goal_count + 1) * sizeof *sorted);

    if (sorted == NULL) {
        return false;
    }
    for (size_t i = 0; i < board->goal_count; i++) {
        sorted[i] = &board->goals[i];
    }
    qsort(sorted, board->goal_count, sizeof *sorted, goals_by_code);
    build->board->goals_by_code = sorted;
    return true;
}

static bool board_read_goals(struct build *build)
{
    static const struct field fields[] = {
        {"code", offsetof(struct goal, code), WORD_BYTES},
        {"title", offsetof(struct goal, title), TITLE_BYTES},
        {"brief", offsetof(struct goal, brief), WORD_BYTES},
    };
    const struct pick pick = {"goal", "code", "ambition", &build->ambitions};
    size_t count = 0;
    struct item *items = rows_pick(&build->rows, build->number, &pick, &count);
    struct goal *goals = arena_alloc(build->arena, count * sizeof *goals + 1);
    struct ambition *ambitions = (struct ambition *)build->board->ambitions;

    if (items == NULL || goals == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        struct goal *goal = &goals[i];
        const struct ambition *ambition = items[i].parent;
        struct ambition *parent = &ambitions[ambition->index];
        row_read(&build->rows, build->arena, items[i].row, fields,
                 sizeof fields / sizeof *fields, goal);
        goal->index = (int)i;
        goal->ambition = ambition;
        goal->title = first_of(goal->title, goal->code);
        goal->brief = first_of(goal->brief, goal->title);
        parent->goals = parent->goal_count == 0 ? goal : parent->goals;
        parent->goal_count++;
        if (!name_record(&build->goals, &items[i], goal, items, goals, sizeof *goals)) {
            return false;
        }
    }
    build->board->goals = goals;
    build->board->goal_count = count;
    return sort_goals(build);
}

static enum action_kind kind_read(const char *word)
{
    char folded[32];

    utf8_fold(word, folded, sizeof folded);
    if (strcmp(folded, "vraag") == 0) {
        return ACTION_QUESTION;
    }
    return strcmp(folded, "praktijk") == 0 ? ACTION_PRACTICE : ACTION_PLAIN;
}

// "Lokaal/Regionaal", "lokaal en regionaal", "beide".
static enum scope scope_read(const char *word)
{
    char folded[64];

    utf8_fold(word, folded, sizeof folded);
    bool local = strstr(folded, "lokaal") != NULL;
    bool regional = strstr(folded, "regionaal") != NULL;
    if (strcmp(folded, "beide") == 0 || (local && regional)) {
        return SCOPE_BOTH;
    }
    return local ? SCOPE_LOCAL : regional ? SCOPE_REGIONAL : SCOPE_NONE;
}

static void action_read(struct build *build, struct row *row, struct action *action)
{
    static const struct field fields[] = {
        {"code", offsetof(struct action, code), WORD_BYTES},
        {"title", offsetof(struct action, title), TITLE_BYTES},
        {"brief", offsetof(struct action, brief), TITLE_BYTES},
        {"text", offsetof(struct action, text), TEXT_BYTES},
        {"partners", offsetof(struct action, partners), WORD_BYTES},
        {"funding", offsetof(struct action, funding), WORD_BYTES},
        {"due", offsetof(struct action, due_text), WORD_BYTES},
        {"refs", offsetof(struct action, refs), WORD_BYTES},
    };

    row_read(&build->rows, build->arena, row, fields, sizeof fields / sizeof *fields,
             action);
    action->row = row_key(build->arena, row);
    action->due_file = rows_file(&build->rows, build->arena, row_value(row, "due"));
    if (action->title[0] == '\0') {
        action->title =
            rows_text(build->arena, first_of(action->text, action->code), TITLE_BYTES);
    }
    action->brief = first_of(action->brief, action->title);
    action->kind = kind_read(row_value(row, "kind"));
    action->scope = scope_read(row_value(row, "scope"));
    action->due = due_read(action->due_text);
    action->funded = due_filled(action->funding);
    row->action = action;
}

// Of one code, the order of the plan.
static int actions_by_code(const void *left, const void *right)
{
    const struct action *a = *(const struct action *const *)left;
    const struct action *b = *(const struct action *const *)right;
    int order = strcmp(a->code, b->code);

    return order != 0 ? order : (a->index > b->index) - (a->index < b->index);
}

static bool sort_actions(struct build *build)
{
    const struct board *board = build->board;
    const struct action **sorted =
        arena_alloc(build->arena, (board->action_count + 1) * sizeof *sorted);

    if (sorted == NULL) {
        return false;
    }
    for (size_t i = 0; i < board->action_count; i++) {
        sorted[i] = &board->actions[i];
    }
    qsort(sorted, board->action_count, sizeof *sorted, actions_by_code);
    build->board->actions_by_code = sorted;
    return true;
}

static bool board_read_actions(struct build *build)
{
    const struct pick pick = {"action", "code", "goal", &build->goals};
    size_t count = 0;
    struct item *items = rows_pick(&build->rows, build->number, &pick, &count);
    struct action *actions = arena_alloc(build->arena, count * sizeof *actions + 1);
    struct goal *goals = (struct goal *)build->board->goals;

    if (items == NULL || actions == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        struct action *action = &actions[i];
        const struct goal *goal = items[i].parent;
        struct goal *parent = &goals[goal->index];
        action_read(build, items[i].row, action);
        action->index = (int)i;
        action->goal = goal;
        parent->actions = parent->action_count == 0 ? action : parent->actions;
        parent->action_count++;
        if (!name_record(&build->actions, &items[i], action, items, actions,
                         sizeof *actions)) {
            return false;
        }
    }
    build->board->actions = actions;
    build->board->action_count = count;
    return sort_actions(build);
}

// What makes two actions the same: title and text, without case, accents, or space and full
// stop at the end. The text alone is not enough: several actions may quote one sentence of
// the source.
static char *action_key(struct arena *scratch, const struct action *action)
{
    size_t title = strlen(action->title);
    size_t text = strlen(action->text);
    size_t room = (title + text) * 3 + 2;
    char *key = arena_alloc(scratch, room);

    if (key == NULL) {
        return NULL;
    }
    size_t length = utf8_fold(action->title, key, room);
    key[length++] = '\n';
    length += utf8_fold(action->text, key + length, room - length);
    while (length > 0 && strchr(" .\n", key[length - 1]) != NULL) {
        key[--length] = '\0';
    }
    return key;
}

// Gives each action the first one that says the same.
static bool board_read_twins(struct build *build)
{
    struct action *actions = (struct action *)build->board->actions;
    struct lookup texts = {0};
    bool done = true;

    for (size_t i = 0; i < build->board->action_count && done; i++) {
        const char *key = action_key(&build->rows.scratch, &actions[i]);
        const void **place = key == NULL ? NULL : lookup_place(&texts, key);
        done = place != NULL;
        if (done && actions[i].text[0] != '\0') {
            actions[i].twin = *place;
            *place = *place == NULL ? &actions[i] : *place;
        }
    }
    lookup_finish(&texts);
    return done;
}

// Counts the codes in `refs` that name nothing.
static int loose_refs(const struct build *build, const char *refs)
{
    char code[REF_BYTES];
    int loose = 0;

    while (ref_next(&refs, code)) {
        bool found = lookup_get(&build->actions, code) != NULL ||
                     lookup_get(&build->goals, code) != NULL ||
                     lookup_get(&build->ambitions, code) != NULL;
        loose += found ? 0 : 1;
    }
    return loose;
}

static void board_read_refs(struct build *build)
{
    struct action *actions = (struct action *)build->board->actions;

    for (size_t i = 0; i < build->board->action_count; i++) {
        actions[i].loose_refs = loose_refs(build, actions[i].refs);
    }
}

bool board_read_plan(struct build *build)
{
    board_read_self(build);
    if (!board_read_columns(build) || !board_read_ambitions(build) ||
        !board_read_goals(build) || !board_read_actions(build)) {
        return false;
    }
    board_read_refs(build);
    return board_read_twins(build);
}
