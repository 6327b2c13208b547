#include "desk/lack.h"

#include <stdlib.h>
#include <string.h>

#include "board/signal.h"

enum { ORPHANS_SHOWN = 50 };

void lack_counts(FILE *out, const struct board *board)
{
    struct gaps gaps;

    gaps_of(board, &gaps);
    const struct {
        const char *text;
        size_t count;
    } lines[] = {
        {"goals without an action", gaps.goals_without_action},
        {"actions without a column", gaps.actions_without_track},
        {"tracks without a lead", gaps.tracks_without_lead},
        {"actions without funding (empty, p.m. or xx)", gaps.actions_without_funding},
        {"actions without a due period", gaps.actions_without_due},
        {"actions with the text of another", gaps.actions_twice},
        {"references to nothing", gaps.loose_references},
    };

    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        if (lines[i].count > 0) {
            fprintf(out, "  missing: %s: %zu\n", lines[i].text, lines[i].count);
        }
    }
    if (gaps.carries != NULL) {
        fprintf(out, "  missing: others beside %s, which carries %zu of %zu tracks\n",
                gaps.carries->title, gaps.carried, board->track_count);
    }
}

// Puts "; " between what is missing.
static const char *joint(bool *first)
{
    const char *text = *first ? "" : "; ";

    *first = false;
    return text;
}

static void print_leads(FILE *out, const struct action *action, bool *first)
{
    bool any = false;

    for (int i = 0; i < COLUMN_MAX; i++) {
        const struct track *track = action->tracks[i];
        bool open = track != NULL && track->health != HEALTH_DONE &&
                    track->health != HEALTH_DROPPED;
        if (open && track->lead[0] == '\0' && action->kind != ACTION_PRACTICE) {
            fprintf(out, "%s%s%s", any ? ", " : joint(first), any ? "" : "no lead in ",
                    track->column->title);
            any = true;
        }
    }
}

static void print_action(FILE *out, const struct action *action)
{
    bool plain = action->kind == ACTION_PLAIN;
    bool first = true;

    fprintf(out, "  %s %s: ", action->code, action->title);
    if (action->track_count == 0 && action->kind != ACTION_PRACTICE) {
        fprintf(out, "%sno column", joint(&first));
    }
    print_leads(out, action, &first);
    if (plain && !action->funded) {
        fprintf(out, "%sno funding%s%s", joint(&first),
                action->funding[0] == '\0' ? "" : ": ", action->funding);
    }
    if (plain && action->due.kind == DUE_NONE) {
        fprintf(out, "%sno due period", joint(&first));
    }
    if (action->twin != NULL) {
        fprintf(out, "%sthe same as %s", joint(&first), action->twin->code);
    }
    if (action->loose_refs > 0) {
        fprintf(out, "%srefers to what is not there: %s", joint(&first), action->refs);
    }
    fputc('\n', out);
}

// The newest value that somebody gave to the stage or health of every track.
struct said {
    const char *stage, *health;
};

static size_t print_word(FILE *out, const struct track *track, const char *what,
                         const char *word)
{
    fprintf(out, "  %s in %s: \"%.40s\" is no %s of this board, so it does not count\n",
            track->action->code, track->column->title, word, what);
    return 1;
}

static size_t print_words(FILE *out, const struct board *board)
{
    struct said *said = calloc(board->track_count + 1, sizeof *said);
    size_t lines = 0;

    for (size_t i = 0; said != NULL && i < board->change_count; i++) {
        const struct change *change = &board->changes[i];
        if (change->track == NULL || strcmp(change->table, "track") != 0) {
            continue;
        }
        struct said *track = &said[change->track - board->tracks];
        track->stage = strcmp(change->column, "stage") == 0 ? change->after : track->stage;
        track->health =
            strcmp(change->column, "health") == 0 ? change->after : track->health;
    }
    for (size_t i = 0; said != NULL && i < board->track_count; i++) {
        const struct track *track = &board->tracks[i];
        if (said[i].stage != NULL && said[i].stage[0] != '\0' &&
            board_stage_find(board, said[i].stage) < 0) {
            lines += print_word(out, track, "stage", said[i].stage);
        }
        if (said[i].health != NULL && health_read(said[i].health) == HEALTH_COUNT) {
            lines += print_word(out, track, "health", said[i].health);
        }
    }
    free(said);
    return lines;
}

size_t lack_details(FILE *out, const struct board *board)
{
    size_t lines = 0;

    for (size_t i = 0; i < board->goal_count; i++) {
        const struct goal *goal = &board->goals[i];
        if (goal->action_count == 0) {
            fprintf(out, "  %s %s: no action\n", goal->code,
                    goal->brief[0] == '\0' ? goal->title : goal->brief);
            lines++;
        }
        for (size_t j = 0; j < goal->action_count; j++) {
            if (action_gap(&goal->actions[j])) {
                print_action(out, &goal->actions[j]);
                lines++;
            }
        }
    }
    return lines + print_words(out, board);
}

size_t lack_orphans(FILE *out, const struct board_set *set, const char *slug)
{
    size_t count = 0;

    for (const struct orphan *orphan = set->orphans; orphan != NULL;
         orphan = orphan->next) {
        bool elsewhere = slug != NULL && strcmp(orphan->board, slug) != 0 &&
                         board_set_find(set, orphan->board) != NULL;
        if (elsewhere) {
            continue;
        }
        count++;
        if (out != NULL && count <= ORPHANS_SHOWN) {
            fprintf(out, "  %s %s is not shown: there is no %s \"%s\"\n", orphan->table,
                    orphan->row, orphan->column, orphan->value);
        }
    }
    if (out != NULL && count > ORPHANS_SHOWN) {
        fprintf(out, "  and %zu more rows that are not shown\n", count - ORPHANS_SHOWN);
    }
    return count;
}
