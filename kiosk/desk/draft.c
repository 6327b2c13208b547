#include "desk/draft.h"

#include <ctype.h>
#include <string.h>

#include "board/board.h"
#include "desk/phrase.h"

enum { TITLE_POINTS = 60, BRIEF_POINTS = 22, CODE_MAX = 12 };

void draft_init(struct draft *draft, const char *file, int line)
{
    *draft = (struct draft){.file = file, .line = line};
}

void draft_cell(struct programme *programme, struct draft *draft, enum header header,
                const char *label, const char *text, int line)
{
    const char *plain = phrase_plain(&programme->arena, text);

    if (plain == NULL || plain[0] == '\0') {
        return;
    }
    if (header == HEADER_NONE) {
        draft->extra = programme_format(programme, "%s\n%s%s%s",
                                        draft->extra == NULL ? "" : draft->extra, label,
                                        label[0] == '\0' ? "" : ": ", plain);
        programme_report(
            programme, FINDING_WARNING, draft->file, line,
            "the column \"%.40s\" is not known; its text is kept with the action", label);
        return;
    }
    const char *before = draft->cell[header];
    const char *joint = header == HEADER_PARTNERS || header == HEADER_LEAD ? ", " : "\n";
    draft->cell[header] = before == NULL
                              ? plain
                              : programme_format(programme, "%s%s%s", before, joint, plain);
}

static const char *cell(const struct draft *draft, enum header header)
{
    return draft->cell[header] == NULL ? "" : draft->cell[header];
}

// The source in full: what stands under Wat and Toelichting together.
static const char *full_text(struct programme *programme, const struct draft *draft)
{
    const char *what = cell(draft, HEADER_WHAT);
    const char *text = cell(draft, HEADER_TEXT);

    if (what[0] == '\0' || text[0] == '\0' || phrase_same(what, text)) {
        what = what[0] == '\0' ? text : what;
    } else {
        what = programme_format(programme, "%s\n%s", what, text);
    }
    what = what[0] == '\0' ? cell(draft, HEADER_TITLE) : what;
    return draft->extra == NULL || what[0] == '\0'
               ? what
               : programme_format(programme, "%s%s", what, draft->extra);
}

static void set_names(struct programme *programme, const struct draft *draft,
                      struct item *action)
{
    const char *title = cell(draft, HEADER_TITLE);
    const char *what = cell(draft, HEADER_WHAT)[0] != '\0' ? cell(draft, HEADER_WHAT)
                                                           : cell(draft, HEADER_TEXT);

    item_set(action, ACTION_TEXT, full_text(programme, draft));
    if (title[0] != '\0') {
        item_set(action, ACTION_TITLE,
                 phrase_short(&programme->arena, title, TITLE_POINTS));
    } else {
        item_derive(action, ACTION_TITLE,
                    phrase_short(&programme->arena, what, TITLE_POINTS));
    }
    if (cell(draft, HEADER_BRIEF)[0] != '\0') {
        item_set(action, ACTION_BRIEF, cell(draft, HEADER_BRIEF));
    } else {
        item_derive(
            action, ACTION_BRIEF,
            phrase_short(&programme->arena, action->text[ACTION_TITLE], BRIEF_POINTS));
    }
}

// "Lokaal/Regionaal" and the like as the words of the shared file; other words stay as they
// are.
static const char *scope_word(const char *text)
{
    bool local = phrase_has_word(text, "lokaal");
    bool regional = phrase_has_word(text, "regionaal");

    if ((local && regional) || phrase_has_word(text, "beide")) {
        return "beide";
    }
    return local ? "lokaal" : regional ? "regionaal" : text;
}

// The codes behind "zie" in the text, separated by commas: "zie 3.4", "zie ook 2.3
// en 2.1a".
static const char *references(struct programme *programme, const char *text)
{
    const char *found = "";
    const char *see = strstr(text, "zie ");

    while (see != NULL) {
        const char *at = see + 4;
        at += strncmp(at, "ook ", 4) == 0 ? 4 : 0;
        while (isdigit((unsigned char)*at)) {
            size_t length = strspn(at, "0123456789.abcdefghijklmnopqrstuvwxyz");
            const char *next = at + length;
            while (length > 0 && at[length - 1] == '.') {
                length--;
            }
            if (memchr(at, '.', length) != NULL && length < CODE_MAX) {
                found = programme_format(programme, "%s%s%.*s", found,
                                         found[0] == '\0' ? "" : ",", (int)length, at);
            }
            next += strncmp(next, " en ", 4) == 0 ? 4 : strncmp(next, ", ", 2) == 0 ? 2 : 0;
            at = next;
        }
        see = strstr(see + 4, "zie ");
    }
    return found;
}

static void set_fields(struct programme *programme, const struct draft *draft,
                       struct item *action)
{
    const char *refs = cell(draft, HEADER_REFS);

    item_set(action, ACTION_PARTNERS, cell(draft, HEADER_PARTNERS));
    item_set(action, ACTION_FUNDING, cell(draft, HEADER_FUNDING));
    item_set(action, ACTION_DUE, cell(draft, HEADER_DUE));
    item_set(action, ACTION_SCOPE, scope_word(cell(draft, HEADER_SCOPE)));
    item_set(action, ACTION_REFS,
             refs[0] != '\0' ? refs : references(programme, action->text[ACTION_TEXT]));
    item_set(action, ACTION_KIND, cell(draft, HEADER_KIND));
}

// Words that people use for a health; "never guessed": anything else is kept as text.
static const char *health_of(const char *text)
{
    static const struct {
        const char *said, *word;
    } words[] = {
        {"op koers", "op koers"}, {"op schema", "op koers"},  {"groen", "op koers"},
        {"aandacht", "aandacht"}, {"oranje", "aandacht"},     {"knelpunt", "knelpunt"},
        {"rood", "knelpunt"},     {"afgerond", "afgerond"},   {"gereed", "afgerond"},
        {"klaar", "afgerond"},    {"vervallen", "vervallen"}, {"geschrapt", "vervallen"},
    };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (phrase_same(text, words[i].said)) {
            return words[i].word;
        }
    }
    return NULL;
}

// What the document says of the action in a column; with an empty column, in all its
// columns.
static void add_track(struct programme *programme, const struct draft *draft,
                      struct item *action, const char *column)
{
    const char *said = cell(draft, HEADER_HEALTH);
    const char *health = health_of(said);

    if (said[0] != '\0' && health == NULL && due_filled(said)) {
        programme_report(programme, FINDING_WARNING, draft->file, draft->line,
                         "\"%.40s\" is not a state (op koers, aandacht, knelpunt, "
                         "afgerond, vervallen); it is "
                         "kept with the text of the action",
                         said);
        item_set(
            action, ACTION_TEXT,
            programme_format(programme, "%s\nStand: %s", action->text[ACTION_TEXT], said));
    }
    if (column[0] == '\0' && health == NULL && cell(draft, HEADER_LEAD)[0] == '\0' &&
        cell(draft, HEADER_STAGE)[0] == '\0') {
        return;
    }
    struct item *track = programme_add(programme, ITEM_TRACK, draft->file, draft->line);
    track->of = action;
    item_set(track, TRACK_COLUMN, column);
    item_set(track, TRACK_HEALTH, health == NULL ? "" : health);
    item_set(track, TRACK_LEAD, cell(draft, HEADER_LEAD));
    item_set(track, TRACK_STAGE, cell(draft, HEADER_STAGE));
}

static void add_tracks(struct programme *programme, const struct draft *draft,
                       struct item *action)
{
    const char *at = cell(draft, HEADER_COLUMN);

    if (at[0] == '\0') {
        add_track(programme, draft, action, "");
        return;
    }
    while (*at != '\0') {
        size_t length = strcspn(at, ",;/\n");
        const char *name = programme_format(programme, "%.*s", (int)length, at);
        name += strspn(name, " ");
        if (name[0] != '\0') {
            add_track(programme, draft, action, name);
            item_set(action, ACTION_COLUMNS,
                     action->text[ACTION_COLUMNS][0] == '\0'
                         ? name
                         : programme_format(programme, "%s,%s",
                                            action->text[ACTION_COLUMNS], name));
        }
        at += length + (at[length] == '\0' ? 0 : 1);
    }
}

// With a column Kolom a table may have a line per action and column: the action of the line
// before.
static struct item *same_action(const struct programme *programme,
                                const struct draft *draft, const char *text,
                                const char *goal)
{
    const struct item_list *actions = &programme->lists[ITEM_ACTION];
    struct item *last = actions->count == 0 ? NULL : actions->items[actions->count - 1];

    if (last == NULL || cell(draft, HEADER_COLUMN)[0] == '\0' ||
        last->text[ACTION_COLUMNS][0] == '\0' ||
        strcmp(last->text[ACTION_GOAL], goal) != 0 ||
        !phrase_same(last->text[ACTION_TEXT], text)) {
        return NULL;
    }
    return last;
}

static void place(const struct draft *draft, struct outline *outline)
{
    outline_ambition_cell(outline, cell(draft, HEADER_AMBITION), draft->line);
    outline_goal_cell(outline, cell(draft, HEADER_GOAL), draft->line);
    if (cell(draft, HEADER_GOAL)[0] == '\0' && cell(draft, HEADER_AMBITION)[0] == '\0') {
        outline_code(outline, cell(draft, HEADER_CODE), draft->line);
    }
}

static bool anything(const struct draft *draft)
{
    for (int i = HEADER_NONE; i < HEADER_COUNT; i++) {
        if (draft->cell[i] != NULL && i != HEADER_CODE) {
            return true;
        }
    }
    return false;
}

void draft_take(struct programme *programme, const struct draft *draft,
                struct outline *outline)
{
    const char *text = full_text(programme, draft);

    place(draft, outline);
    if (text[0] == '\0') {
        if (anything(draft) && draft->cell[HEADER_GOAL] == NULL &&
            draft->cell[HEADER_AMBITION] == NULL) {
            programme_report(programme, FINDING_WARNING, draft->file, draft->line,
                             "no text under Wat (or Actie) here, so there is no action; "
                             "partners: \"%.60s\"",
                             cell(draft, HEADER_PARTNERS));
        }
        return;
    }
    const struct item *goal = outline_goal(outline, draft->line);
    struct item *action = same_action(programme, draft, text, goal->text[GOAL_CODE]);
    if (action == NULL) {
        action = programme_add(programme, ITEM_ACTION, draft->file, draft->line);
        item_set(action, ACTION_CODE, cell(draft, HEADER_CODE));
        item_set(action, ACTION_GOAL, goal->text[GOAL_CODE]);
        set_names(programme, draft, action);
        set_fields(programme, draft, action);
    }
    add_tracks(programme, draft, action);
}
