#define LOG_MODULE "standing"
#include "board/standing.h"

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "board/board_parts.h"

#define NO_STUCK UINT32_MAX

// Why a row is no track or bottleneck of this one.
enum { NO_BOARD = 1, NO_ACTION = 2, NO_COLUMN = 4, DELETED = 8 };

struct stuck {
    int rung;
    int32_t since;
    bool ended;
    unsigned missing;
    uint32_t next; // of the same track, in the order of the board; NO_STUCK at the end
};

// The bottlenecks of each track: from the last one, so that the lists are in order.
static void stuck_link(struct standings *standings)
{
    const struct board *board = standings->board;

    for (size_t i = 0; i < board->track_count; i++) {
        standings->first[i] = NO_STUCK;
    }
    for (size_t i = board->bottleneck_count; i > 0; i--) {
        const struct bottleneck *bottleneck = board->bottlenecks[i - 1];
        struct stuck *stuck = &standings->stuck[i - 1];
        *stuck = (struct stuck){.rung = bottleneck->rung,
                                .since = bottleneck->since,
                                .ended = bottleneck->file.ended != NULL,
                                .next = NO_STUCK};
        if (bottleneck->track != NULL) {
            uint32_t *first = &standings->first[bottleneck->track - board->tracks];
            stuck->next = *first;
            *first = (uint32_t)(i - 1);
        }
    }
}

bool standing_open(struct standings *standings, const struct board *board)
{
    *standings = (struct standings){
        .board = board,
        .tracks = calloc(board->track_count + 1, sizeof *standings->tracks),
        .stuck = calloc(board->bottleneck_count + 1, sizeof *standings->stuck),
        .first = calloc(board->track_count + 1, sizeof *standings->first),
        .left = board->change_count,
    };
    if (standings->tracks == NULL || standings->stuck == NULL || standings->first == NULL) {
        LOG_ERR("no memory for %zu tracks", board->track_count);
        return false;
    }
    for (size_t i = 0; i < board->track_count; i++) {
        standings->tracks[i] = (struct standing){.stage = board->tracks[i].stage,
                                                 .health = board->tracks[i].health};
    }
    stuck_link(standings);
    return true;
}

void standing_close(struct standings *standings)
{
    free(standings->tracks);
    free(standings->stuck);
    free(standings->first);
    *standings = (struct standings){0};
}

const struct change *standing_next(const struct standings *standings, int64_t since_ms)
{
    const struct board *board = standings->board;
    size_t left = standings->left;

    return left > 0 && board->changes[left - 1].at_ms >= since_ms
               ? &board->changes[left - 1]
               : NULL;
}

// What makes a row that of a track: the cells that name it, and that it was not deleted.
static void missing_undo(unsigned *missing, const struct board *board,
                         const struct change *change)
{
    const char *before = change->before == NULL ? "" : change->before;
    unsigned bit = 0;
    bool was = true;

    if (strcmp(change->column, "action") == 0) {
        bit = NO_ACTION;
        was = strcmp(before, change->track->action->code) == 0;
    } else if (strcmp(change->column, "column_id") == 0) {
        bit = NO_COLUMN;
        was = strcmp(before, change->track->column->id) == 0;
    } else if (strcmp(change->column, "board") == 0) {
        bit = NO_BOARD;
        was = strcmp(before, board->slug) == 0;
    } else if (strcmp(change->column, "_live") == 0) {
        bit = DELETED;
        was = strcmp(before, "0") != 0;
    }
    *missing = was ? *missing & ~bit : *missing | bit;
}

static int health_find(const struct board *board, const char *word)
{
    enum health health = health_read(word);

    (void)board;
    return health == HEALTH_COUNT ? HEALTH_NONE : (int)health;
}

// What a word means, as `find` says.
static int meaning_of(struct meaning meanings[MEANINGS], const struct board *board,
                      const char *word, int (*find)(const struct board *, const char *))
{
    uint64_t hash = (uintptr_t)word * 0x9e3779b97f4a7c15u;
    struct meaning *meaning = &meanings[(hash >> 32) % MEANINGS]; // words lie side by side

    if (meaning->word != word) {
        *meaning = (struct meaning){word, find(board, word)};
    }
    return meaning->value;
}

// False when it is about something else than how the track stood.
static bool track_undo(struct standings *standings, struct standing *standing,
                       const struct change *change)
{
    const struct board *board = standings->board;
    const char *before = change->before == NULL ? "" : change->before;

    switch (change_about(change)) {
    case ABOUT_STAGE:
        standing->stage = meaning_of(standings->stages, board, before, board_stage_find);
        return true;
    case ABOUT_HEALTH:
        standing->health =
            (enum health)meaning_of(standings->healths, board, before, health_find);
        return true;
    case ABOUT_REASON:
    case ABOUT_REPORTED:
    case ABOUT_LEAD: return true;
    case ABOUT_OTHER:
    case ABOUT_UNKNOWN: break;
    }
    return false;
}

static struct stuck *stuck_find(struct standings *standings, const char *row)
{
    const struct board *board = standings->board;
    size_t low = 0;
    size_t high = board->bottleneck_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int by = strcmp(board->bottlenecks[middle]->row, row);
        if (by == 0) {
            return &standings->stuck[middle];
        }
        low = by < 0 ? middle + 1 : low;
        high = by < 0 ? high : middle;
    }
    return NULL;
}

static void stuck_undo(struct stuck *stuck, const struct board *board,
                       const struct change *change)
{
    const char *before = change->before == NULL ? "" : change->before;

    if (strcmp(change->column, "rung") == 0) {
        int rung = board_rung_find(board, before);
        stuck->rung = rung < 0 ? 0 : rung;
    } else if (strcmp(change->column, "since") == 0) {
        stuck->since = board_day(before);
    } else if (strcmp(change->column, "ended") == 0) {
        stuck->ended = change->before_file != NULL;
    } else {
        missing_undo(&stuck->missing, board, change);
    }
}

void standing_undo(struct standings *standings)
{
    const struct board *board = standings->board;
    const struct change *change = &board->changes[--standings->left];

    if (change->track == NULL) {
        return;
    }
    struct standing *standing = &standings->tracks[change->track - board->tracks];
    if (track_undo(standings, standing, change)) {
        return;
    }
    if (strcmp(change->table, "track") == 0) {
        missing_undo(&standing->missing, board, change);
    } else if (strcmp(change->table, "bottleneck") == 0) {
        struct stuck *stuck = stuck_find(standings, change->row);
        if (stuck != NULL) {
            stuck_undo(stuck, board, change);
        }
    }
}

void standing_back(struct standings *standings, int64_t since_ms)
{
    while (standing_next(standings, since_ms) != NULL) {
        standing_undo(standings);
    }
}

int standing_stage(const struct standing *standing)
{
    return standing->stage < 0 ? 0 : standing->stage;
}

// As track_bottleneck_offer chooses among them.
static const struct stuck *stuck_open(const struct standings *standings, size_t track)
{
    const struct stuck *open = NULL;

    for (uint32_t at = standings->first[track]; at != NO_STUCK;
         at = standings->stuck[at].next) {
        const struct stuck *stuck = &standings->stuck[at];
        bool counts = stuck->missing == 0 && !stuck->ended;
        if (counts && (open == NULL || stuck->since > open->since)) {
            open = stuck;
        }
    }
    return open;
}

enum sign standing_sign(const struct standings *standings, size_t track)
{
    enum health health = standings->tracks[track].health;
    const struct stuck *open =
        health == HEALTH_BOTTLENECK ? stuck_open(standings, track) : NULL;

    return health_brick(health, open == NULL ? -1 : open->rung, standings->board);
}
