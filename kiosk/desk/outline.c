#include "desk/outline.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "desk/label.h"
#include "desk/phrase.h"

enum { BRIEF_POINTS = 45, CODE_BYTES = 16 };

static struct item *make_ambition(struct outline *outline, const char *code,
                                  const char *title, int line)
{
    struct item *item =
        programme_add(outline->programme, ITEM_AMBITION, outline->file, line);

    item_set(item, AMBITION_CODE, programme_text(outline->programme, code));
    item_set(item, AMBITION_TITLE, programme_text(outline->programme, title));
    return item;
}

static struct item *make_goal(struct outline *outline, const char *code, const char *title,
                              int line)
{
    struct programme *programme = outline->programme;
    struct item *item = programme_add(programme, ITEM_GOAL, outline->file, line);

    item_set(item, GOAL_CODE, programme_text(programme, code));
    item_set(item, GOAL_AMBITION, outline->ambition->text[AMBITION_CODE]);
    item_set(item, GOAL_TITLE, programme_text(programme, title));
    item_derive(item, GOAL_BRIEF, phrase_short(&programme->arena, title, BRIEF_POINTS));
    return item;
}

// The number behind the last row or, with a row, behind its last goal.
static int next_number(const struct outline *outline, const struct item *ambition)
{
    const struct item_list *list =
        &outline->programme->lists[ambition == NULL ? ITEM_AMBITION : ITEM_GOAL];
    int highest = 0;

    for (size_t i = 0; i < list->count; i++) {
        const char *code = list->items[i]->text[0];
        if (ambition != NULL) {
            if (strcmp(list->items[i]->text[GOAL_AMBITION],
                       ambition->text[AMBITION_CODE]) != 0) {
                continue;
            }
            code = strchr(code, '.') == NULL ? code : strchr(code, '.') + 1;
        }
        int number = atoi(code);
        highest = number > highest ? number : highest;
    }
    return highest + 1;
}

static void next_goal_code(const struct outline *outline, char code[CODE_BYTES])
{
    snprintf(code, CODE_BYTES, "%.8s.%d", outline->ambition->text[AMBITION_CODE],
             next_number(outline, outline->ambition) % 1000);
}

static void enter_ambition(struct outline *outline, const char *code, const char *title,
                           int line)
{
    struct item *known =
        programme_find(outline->programme, ITEM_AMBITION, AMBITION_CODE, code);

    if (known == NULL) {
        known = make_ambition(outline, code, title, line);
    } else if (known->text[AMBITION_TITLE][0] == '\0') {
        item_set(known, AMBITION_TITLE, programme_text(outline->programme, title));
    }
    if (known != outline->ambition) {
        outline->goal = NULL;
    }
    outline->ambition = known;
}

// The row that the first number of a code names.
static void enter_ambition_of(struct outline *outline, const char *code, int line)
{
    char whole[CODE_BYTES];

    snprintf(whole, sizeof whole, "%.*s", (int)strspn(code, "0123456789"), code);
    if (outline->ambition == NULL ||
        strcmp(outline->ambition->text[AMBITION_CODE], whole) != 0) {
        enter_ambition(outline, whole, "", line);
    }
}

static void enter_goal(struct outline *outline, const char *code, const char *title,
                       int line)
{
    if (strchr(code, '.') != NULL) {
        enter_ambition_of(outline, code, line);
    } else if (outline->ambition == NULL) {
        enter_ambition(outline, "1", "", line);
    }
    struct item *known = programme_find(outline->programme, ITEM_GOAL, GOAL_CODE, code);
    if (known == NULL) {
        known = make_goal(outline, code, title, line);
    } else if (known->text[GOAL_TITLE][0] == '\0' && title[0] != '\0') {
        item_set(known, GOAL_TITLE, programme_text(outline->programme, title));
        item_derive(known, GOAL_BRIEF,
                    phrase_short(&outline->programme->arena, title, BRIEF_POINTS));
    }
    outline->goal = known;
}

// Rows are called something else already: then a "Doel 2" is a goal.
static bool rows_have_other_kind(const struct outline *outline, const char *kind)
{
    const char *rows = programme_board(outline->programme)->text[BOARD_ROW_KIND];

    return rows[0] != '\0' && !phrase_same(rows, kind);
}

void outline_heading(struct outline *outline, const struct section *section, int line)
{
    char code[CODE_BYTES];
    enum section_level level = section->level;

    if (level == SECTION_EITHER) {
        level =
            rows_have_other_kind(outline, section->kind) ? SECTION_GOAL : SECTION_AMBITION;
    }
    if (level == SECTION_AMBITION) {
        struct item *board = programme_board(outline->programme);
        if (section->kind[0] != '\0' && board->text[BOARD_ROW_KIND][0] == '\0') {
            item_derive(board, BOARD_ROW_KIND, section->kind);
        }
        enter_ambition(outline, section->code, section->title, line);
        outline->goal = NULL;
        return;
    }
    snprintf(code, sizeof code, "%s", section->code);
    if (strchr(code, '.') == NULL && outline->ambition != NULL) {
        snprintf(code, sizeof code, "%.8s.%.6s", outline->ambition->text[AMBITION_CODE],
                 section->code);
    }
    enter_goal(outline, code, section->title, line);
}

// Bytes of the name at the start of a paragraph: up to the first later word with a capital.
// 0: none.
static size_t name_length(const char *text)
{
    const char *space = strchr(text, ' ');

    while (space != NULL && !isupper((unsigned char)space[1])) {
        space = strchr(space + 1, ' ');
    }
    return space == NULL ? 0 : (size_t)(space - text);
}

void outline_paragraph(struct outline *outline, const char *text, int line)
{
    char code[CODE_BYTES];
    struct programme *programme = outline->programme;

    if (outline->ambition == NULL) {
        enter_ambition(outline, "1", "", line);
    }
    const struct item *known = programme_find(programme, ITEM_GOAL, GOAL_TITLE, text);
    if (known != NULL &&
        known->text[GOAL_AMBITION] == outline->ambition->text[AMBITION_CODE]) {
        outline->goal = programme_find(programme, ITEM_GOAL, GOAL_TITLE, text);
        return;
    }
    next_goal_code(outline, code);
    outline->goal = make_goal(outline, code, text, line);
    item_derive(outline->goal, GOAL_CODE, outline->goal->text[GOAL_CODE]);
    size_t length = name_length(text);
    if (length > 0) {
        const char *name = programme_format(programme, "%.*s", (int)length, text);
        item_derive(outline->goal, GOAL_BRIEF,
                    phrase_short(&programme->arena, name, BRIEF_POINTS));
    }
}

// Splits "2 Tijdig" or "Ambitie 2: Tijdig" into number and name. A text without a number
// gives "".
static const char *read_cell(const char *text, struct section *section)
{
    if (section_read(text, true, section)) {
        return section->title;
    }
    size_t length = strspn(text, "0123456789.");
    section->code[0] = '\0';
    if (length > 0 && length < CODE_BYTES &&
        (text[length] == '\0' || text[length] == ' ')) {
        while (length > 0 && text[length - 1] == '.') {
            length--;
        }
        snprintf(section->code, sizeof section->code, "%.*s", (int)length, text);
        text += length + strspn(text + length, ". ");
    }
    return text;
}

void outline_ambition_cell(struct outline *outline, const char *text, int line)
{
    struct section section;

    if (text[0] == '\0') {
        return;
    }
    const char *title = read_cell(text, &section);
    if (section.code[0] == '\0') {
        const struct item *known =
            programme_find(outline->programme, ITEM_AMBITION, AMBITION_TITLE, title);
        snprintf(section.code, sizeof section.code, "%.15s",
                 known != NULL ? known->text[AMBITION_CODE] : "");
    }
    if (section.code[0] == '\0') {
        snprintf(section.code, sizeof section.code, "%d",
                 next_number(outline, NULL) % 1000);
    }
    enter_ambition(outline, section.code, title, line);
}

// A goal by name within the row in force.
static struct item *goal_named(const struct outline *outline, const char *title)
{
    const struct item_list *goals = &outline->programme->lists[ITEM_GOAL];

    for (size_t i = 0; i < goals->count; i++) {
        if (strcmp(goals->items[i]->text[GOAL_AMBITION],
                   outline->ambition->text[AMBITION_CODE]) == 0 &&
            phrase_same(goals->items[i]->text[GOAL_TITLE], title)) {
            return goals->items[i];
        }
    }
    return NULL;
}

void outline_goal_cell(struct outline *outline, const char *text, int line)
{
    struct section section;

    if (text[0] == '\0') {
        return;
    }
    const char *title = read_cell(text, &section);
    if (strchr(section.code, '.') != NULL) {
        enter_goal(outline, section.code, title, line);
        return;
    }
    if (outline->ambition == NULL) {
        enter_ambition(outline, "1", "", line);
    }
    outline->goal = goal_named(outline, title);
    if (outline->goal == NULL) {
        char code[CODE_BYTES];
        next_goal_code(outline, code);
        outline->goal = make_goal(outline, code, title, line);
        item_derive(outline->goal, GOAL_CODE, outline->goal->text[GOAL_CODE]);
    }
}

void outline_code(struct outline *outline, const char *code, int line)
{
    char goal[CODE_BYTES];
    size_t length = strspn(code, "0123456789");

    length += code[length] == '.' ? 1 + strspn(code + length + 1, "0123456789") : 0;
    if (length == 0 || length >= sizeof goal || memchr(code, '.', length) == NULL) {
        return;
    }
    snprintf(goal, sizeof goal, "%.*s", (int)length, code);
    enter_goal(outline, goal, "", line);
}

struct item *outline_goal(struct outline *outline, int line)
{
    if (outline->ambition == NULL) {
        enter_ambition(outline, "1", programme_board(outline->programme)->text[BOARD_TITLE],
                       line);
    }
    if (outline->goal == NULL) {
        char code[CODE_BYTES];
        next_goal_code(outline, code);
        outline->goal =
            make_goal(outline, code, outline->ambition->text[AMBITION_TITLE], line);
    }
    return outline->goal;
}

void outline_finish(struct outline *outline)
{
    struct programme *programme = outline->programme;
    const struct item_list *rows = &programme->lists[ITEM_AMBITION];
    const struct item_list *goals = &programme->lists[ITEM_GOAL];
    const char *kind = programme_board(programme)->text[BOARD_ROW_KIND];

    for (size_t i = 0; i < rows->count; i++) {
        struct item *row = rows->items[i];
        if (row->text[AMBITION_TITLE][0] == '\0') {
            item_derive(row, AMBITION_TITLE,
                        programme_format(programme, "%s %s", kind[0] == '\0' ? "Rij" : kind,
                                         row->text[AMBITION_CODE]));
        }
        item_derive(row, AMBITION_WALL,
                    label_wall(&programme->arena, row->text[AMBITION_TITLE]));
        item_derive(row, AMBITION_WORD,
                    label_word(&programme->arena, row->text[AMBITION_TITLE]));
    }
    for (size_t i = 0; i < goals->count; i++) {
        if (goals->items[i]->text[GOAL_TITLE][0] == '\0') {
            const char *title =
                programme_format(programme, "Doel %s", goals->items[i]->text[GOAL_CODE]);
            item_derive(goals->items[i], GOAL_TITLE, title);
            item_derive(goals->items[i], GOAL_BRIEF, title);
        }
    }
}
