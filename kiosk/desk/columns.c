#include "desk/columns.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "board/board.h"
#include "desk/phrase.h"

enum { WALL_POINTS = 9 };

// The columns that organisations of data/ belong to, in the order of the wall.
static const struct {
    const char *key, *title, *wall, *letter;
} usual[] = {
    {"gemeente", "Gemeente", "Gemeente", "G"},
    {"jeugdhulp", "Jeugdhulp", "Jeugdhulp", "J"},
    {"kinderopvang", "Kinderopvang", "Opvang", "K"},
    {"onderwijs", "Onderwijs", "Onderwijs", "O"},
};

struct item *columns_named(const struct programme *programme, const char *name)
{
    struct item *found = programme_find(programme, ITEM_COLUMN, COLUMN_KEY, name);

    return found != NULL ? found
                         : programme_find(programme, ITEM_COLUMN, COLUMN_TITLE, name);
}

static void add_column(struct programme *programme, const char *key, const char *title,
                       const char *wall, const char *letter)
{
    struct item *item = programme_add(programme, ITEM_COLUMN, "", 0);

    item_set(item, COLUMN_KEY, key);
    item_derive(item, COLUMN_TITLE, title);
    item_derive(item, COLUMN_WALL, wall);
    item_derive(item, COLUMN_LETTER, letter);
}

// A column that a document names itself.
static void add_named(struct programme *programme, const char *name)
{
    char slug[33];

    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        if (phrase_same(usual[i].key, name)) {
            add_column(programme, usual[i].key, usual[i].title, usual[i].wall,
                       usual[i].letter);
            return;
        }
    }
    if (programme_slug(name, slug)) {
        add_column(programme, programme_text(programme, slug),
                   programme_text(programme, name),
                   phrase_short(&programme->arena, name, WALL_POINTS),
                   programme_format(programme, "%c", toupper((unsigned char)slug[0])));
    }
}

// Runs over a list separated by commas; the next name, trimmed, or NULL.
static const char *next_name(struct programme *programme, const char **list)
{
    while (**list != '\0') {
        const char *start = *list + strspn(*list, " ");
        size_t length = strcspn(start, ",");
        *list = start + length + (start[length] == ',' ? 1 : 0);
        while (length > 0 && start[length - 1] == ' ') {
            length--;
        }
        if (length > 0) {
            return programme_format(programme, "%.*s", (int)length, start);
        }
    }
    return NULL;
}

// The columns that partners belong to, in the usual order.
static void imply_columns(struct programme *programme, const bool *used)
{
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        if (used[i]) {
            add_column(programme, usual[i].key, usual[i].title, usual[i].wall,
                       usual[i].letter);
        }
    }
}

// A board that has columns keeps them: where its partners belong elsewhere, somebody must
// decide.
static void report_missing(struct programme *programme, const bool *used)
{
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        if (used[i] && columns_named(programme, usual[i].key) == NULL) {
            programme_report(
                programme, FINDING_NOTE, programme->lists[ITEM_ACTION].items[0]->file, 0,
                "some partners belong to %s, which is not a column of this board",
                usual[i].title);
        }
    }
}

// The columns that a document names itself.
static void name_columns(struct programme *programme)
{
    const struct item_list *actions = &programme->lists[ITEM_ACTION];

    for (size_t i = 0; i < actions->count; i++) {
        const char *list = actions->items[i]->text[ACTION_COLUMNS];
        for (const char *name = next_name(programme, &list); name != NULL;
             name = next_name(programme, &list)) {
            if (columns_named(programme, name) == NULL) {
                add_named(programme, name);
            }
        }
    }
}

struct partner_list {
    struct partner partners[PARTNERS_MAX];
    size_t count;
};

// Partners separated by commas, as the shared file keeps them.
static const char *joined(struct programme *programme, const struct partner_list *list)
{
    const char *text = "";

    for (size_t i = 0; i < list->count; i++) {
        text = programme_format(programme, "%s%s%s", text, i > 0 ? ", " : "",
                                list->partners[i].name);
    }
    return text;
}

// An organisation of data/ that takes part becomes one of the board.
static void keep_organisation(struct programme *programme, const struct item *shared)
{
    if (programme_find(programme, ITEM_ORGANISATION, ORGANISATION_NAME, shared->text[0]) !=
        NULL) {
        return;
    }
    struct item *own = programme_add(programme, ITEM_ORGANISATION, "", 0);
    for (int i = 0; i < ITEM_FIELDS; i++) {
        item_derive(own, i, shared->text[i]);
    }
}

static void report_unknown(struct programme *programme, const struct item *action,
                           const char *name)
{
    programme_report(programme, FINDING_WARNING, action->file, action->line,
                     "partner \"%.60s\" is not known; it is kept, but belongs to no column "
                     "until a line in "
                     "organisaties.csv says which",
                     name);
}

// True when the column is among the first `count` partners' columns.
static bool takes_part(const struct partner_list *list, const char *column)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct item *known = list->partners[i].organisation;
        if (known != NULL && phrase_same(known->text[ORGANISATION_COLUMN], column)) {
            return true;
        }
    }
    return false;
}

// The columns of the board that a partner of the action belongs to, separated by commas.
static const char *columns_of(struct programme *programme, const struct partner_list *list)
{
    const struct item_list *columns = &programme->lists[ITEM_COLUMN];
    const char *text = "";

    for (size_t i = 0; i < columns->count; i++) {
        const char *key = columns->items[i]->text[COLUMN_KEY];
        if (takes_part(list, key)) {
            text = programme_format(programme, "%s%s%s", text, text[0] == '\0' ? "" : ",",
                                    key);
        }
    }
    return text;
}

// The names in the source as keys; reports those that the board does not have. A name that
// is not known stays out, as a track needs a column.
static const char *keys_of(struct programme *programme, const struct item *action)
{
    const char *list = action->text[ACTION_COLUMNS];
    const char *text = "";

    for (const char *name = next_name(programme, &list); name != NULL;
         name = next_name(programme, &list)) {
        const struct item *column = columns_named(programme, name);
        if (column == NULL) {
            programme_report(programme, FINDING_ERROR, action->file, action->line,
                             "the board has no column \"%.40s\": add it to kolommen.csv",
                             name);
        } else {
            text = programme_format(programme, "%s%s%s", text, text[0] == '\0' ? "" : ",",
                                    column->text[COLUMN_KEY]);
        }
    }
    return text;
}

static void mark_used(const struct partner_list *list, bool *used)
{
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        used[i] = used[i] || takes_part(list, usual[i].key);
    }
}

// Takes the partners of all actions apart; `lists` is by action.
static void split_all(struct programme *programme, const struct partners_book *book,
                      struct partner_list *lists, bool *used)
{
    const struct item_list *actions = &programme->lists[ITEM_ACTION];

    for (size_t i = 0; i < actions->count; i++) {
        struct item *action = actions->items[i];
        lists[i].count = partners_split(programme, book, action->text[ACTION_PARTNERS],
                                        lists[i].partners);
        item_set(action, ACTION_PARTNERS, joined(programme, &lists[i]));
        mark_used(&lists[i], used);
        for (size_t j = 0; j < lists[i].count; j++) {
            if (lists[i].partners[j].organisation == NULL) {
                report_unknown(programme, action, lists[i].partners[j].name);
            } else {
                keep_organisation(programme, lists[i].partners[j].organisation);
            }
        }
    }
}

void columns_find(struct programme *programme, const struct partners_book *book)
{
    const struct item_list *actions = &programme->lists[ITEM_ACTION];
    bool used[sizeof usual / sizeof *usual] = {false};
    struct partner_list *lists =
        programme_alloc(programme, (actions->count + 1) * sizeof *lists);

    split_all(programme, book, lists, used);
    if (programme->lists[ITEM_COLUMN].count == 0) {
        imply_columns(programme, used);
    } else {
        report_missing(programme, used);
    }
    if (!programme->folder) {
        name_columns(programme);
    }
    if (programme->lists[ITEM_COLUMN].count > COLUMN_MAX) {
        programme_report(programme, FINDING_ERROR,
                         programme->lists[ITEM_COLUMN].items[COLUMN_MAX]->file,
                         programme->lists[ITEM_COLUMN].items[COLUMN_MAX]->line,
                         "a board has at most %d columns", COLUMN_MAX);
    }
    for (size_t i = 0; i < actions->count; i++) {
        struct item *action = actions->items[i];
        item_set(action, ACTION_COLUMNS,
                 action->text[ACTION_COLUMNS][0] != '\0'
                     ? keys_of(programme, action)
                     : columns_of(programme, &lists[i]));
    }
}
