#include "board/search.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

enum { FOLD_SIZE = 1024, FIELDS = 6 };

// Folded; the leads of an action in one text.
struct search_text {
    const char *fields[FIELDS];
};

// What a field weighs: a code or title more than the whole text.
static const int weights[FIELDS] = {16, 8, 6, 4, 3, 2};
enum { FIELD_LEADS = 4 };

static const char *fold_keep(struct arena *arena, const char *text)
{
    char folded[FOLD_SIZE];

    utf8_fold(text, folded, sizeof folded);
    return folded[0] == '\0' ? "" : arena_string(arena, folded);
}

static void leads_join(const struct action *action, char out[FOLD_SIZE])
{
    size_t used = 0;

    out[0] = '\0';
    for (int c = 0; c < COLUMN_MAX && used < FOLD_SIZE; c++) {
        if (action->tracks[c] != NULL && action->tracks[c]->lead[0] != '\0') {
            used += (size_t)snprintf(out + used, FOLD_SIZE - used, "%s\n",
                                     action->tracks[c]->lead);
        }
    }
}

static bool fold_board(struct search *search, const struct board *board)
{
    struct search_text *texts =
        arena_alloc(&search->arena, (board->action_count + 1) * sizeof *texts);
    char leads[FOLD_SIZE];
    const struct goal *goal = NULL; // of the action before, and its title
    const char *title = "";

    for (size_t i = 0; texts != NULL && i < board->action_count; i++) {
        const struct action *action = &board->actions[i];
        leads_join(action, leads);
        const char *fields[FIELDS] = {action->code, action->title, action->partners,
                                      NULL,         leads,         action->text};
        if (goal != action->goal) {
            goal = action->goal;
            title = fold_keep(&search->arena, goal->title);
        }
        for (size_t k = 0; k < FIELDS; k++) {
            texts[i].fields[k] =
                fields[k] == NULL ? title : fold_keep(&search->arena, fields[k]);
        }
    }
    search->texts = search->arena.failed ? NULL : texts;
    return search->texts != NULL;
}

// 0: not at all. A match at the start of a word counts for more; in a name any match is as
// good.
static int score_of(const struct search_text *text, const char *query)
{
    for (size_t i = 0; i < FIELDS; i++) {
        const char *folded = text->fields[i];
        const char *at = strstr(folded, query);
        if (at != NULL) {
            return weights[i] +
                   (i != FIELD_LEADS && (at == folded || at[-1] == ' ') ? 1 : 0);
        }
    }
    return 0;
}

static void keep(struct search *search, int scores[SEARCH_MAX], const struct action *action,
                 int score)
{
    size_t at = search->count;

    while (at > 0 && scores[at - 1] < score) {
        at--;
    }
    if (at >= SEARCH_MAX) {
        return;
    }
    size_t moved = (search->count < SEARCH_MAX ? search->count : SEARCH_MAX - 1) - at;
    memmove(search->found + at + 1, search->found + at, moved * sizeof search->found[0]);
    memmove(scores + at + 1, scores + at, moved * sizeof scores[0]);
    search->found[at] = action;
    scores[at] = score;
    search->count += search->count < SEARCH_MAX;
}

const struct action *const *search_find(struct search *search, const struct board *board,
                                        const char *query, size_t *count)
{
    char folded[SEARCH_QUERY];
    int scores[SEARCH_MAX];

    utf8_fold(query, folded, sizeof folded);
    if (strcmp(folded, search->query) != 0) {
        search->count = 0;
        bool ready =
            folded[0] != '\0' && (search->texts != NULL || fold_board(search, board));
        for (size_t i = 0; ready && i < board->action_count; i++) {
            int score = score_of(&search->texts[i], folded);
            if (score > 0) {
                keep(search, scores, &board->actions[i], score);
            }
        }
        memcpy(search->query, folded, sizeof folded);
    }
    *count = search->count;
    return search->found;
}

void search_finish(struct search *search)
{
    arena_finish(&search->arena);
    *search = (struct search){0};
}
