// How the tracks of a board stood at earlier moments: its history taken back from how they
// stand now, newest change first. What history does not tell is not known here either: a
// track or bottleneck that was deleted since, one that was on another action, and what an
// import of the plan wrote over.
#ifndef REGIEBORD_BOARD_STANDING_H
#define REGIEBORD_BOARD_STANDING_H

#include "board/signal.h"

struct standing {
    int stage; // -1: nobody had said
    enum health health;
    unsigned missing; // 0: the track was there
};

struct stuck; // how a bottleneck stood

// What words of the board mean, by address: it keeps most of them once.
enum { MEANINGS = 32 };
struct meaning {
    const char *word; // NULL: none yet
    int value;
};

struct standings {
    const struct board *board; // not owned
    struct standing *tracks;   // owned; as board->tracks
    struct stuck *stuck;       // owned; as board->bottlenecks
    uint32_t *first;           // owned; per track the first of its bottlenecks
    size_t left;               // changes of the board that were not taken back
    struct meaning stages[MEANINGS], healths[MEANINGS];
};

// As it is now. False (logged) when memory runs out; call standing_close in every case.
bool standing_open(struct standings *standings, const struct board *board);
void standing_close(struct standings *standings);

// The newest change that was not taken back, NULL when all that are left are from before
// `since_ms`.
const struct change *standing_next(const struct standings *standings, int64_t since_ms);
// Takes that change back.
void standing_undo(struct standings *standings);
// All of them from a moment on: it stands as just before it.
void standing_back(struct standings *standings, int64_t since_ms);

// As the screens show it: a track about which nobody had said anything stands at the first
// stage; what its brick looks like (track_brick).
int standing_stage(const struct standing *standing);
enum sign standing_sign(const struct standings *standings, size_t track);

// Adds what became of a track between two moments (movement.c).
void movement_add(struct movement *movement, const struct standing *now,
                  const struct standing *then);

#endif
