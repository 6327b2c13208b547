// `regiebord status`: the five-second answer in a terminal, or as JSON for another program.
//
// JSON, one object:
//   trouble   "" or why the shared file cannot be read (then there are no boards)
//   changed   moment of the newest change, ISO 8601 in local time; null when there is none
//   sharing   {written(when the kiosk of --state wrote this, null without one: then only
//             devices and entries are known), trouble, unshared, unshared_since, refused,
//             outbox, clock_unset, rejected, copies, published, read, entries, bytes,
//             devices: list of {id, name, seen, entries, unshared, self}}
//   device    null without --state; else {level(fine, note, warning or grave), written(when
//             the kiosk told it last), says(sentences, the worst first), kinds(the same as
//             {kind, level, since, number}: board/vitals.h), heard(when anything of another
//             device came last), disk {bytes, free, read_only, errors, last_error,
//             worn(percent)}, power {low(null: not told), last_low}, celsius, throttled,
//             stops {week, month, last}: times that it was not shut down, config_faults}
//   orphans   rows that no board shows because what they belong to is not there
//   boards    list of
//     slug title example(bool) reported(newest report, date or null) actions tracks
//     reported_tracks next_meeting  {body, day, minute} or null
//     rhythms       list of {title, due, who, last, next, missed, missed_count}: days
//     ambitions     list of
//     {code, title, spread(steps between the columns, null when not known),
//                   cells: list of {column, sign, tracks, counts: {sign: number}}}
//     attention     list of {kind, ambition, action, column, goal, title, reason, days},
//     most urgent first
//     gaps          {goals_without_action, tracks_without_lead, actions_without_funding,
//                   actions_without_due, actions_without_track, actions_twice,
//                   loose_references, carried_by(the column that has nearly all tracks)}
// Signs: none dropped done on_course silent attention bottleneck escalated. Kinds:
// escalated bottleneck attention overdue shifted silent pace gap. What does not apply is
// null.
#ifndef REGIEBORD_DESK_STATUS_H
#define REGIEBORD_DESK_STATUS_H

#include <stdbool.h>
#include <stdio.h>

#include "base/env.h"
#include "board/signal.h"
#include "board/sync.h"

// argv[0] is "status". Options --share DIR, --state DIR (of the kiosk here), --board SLUG,
// --json, --lang nl|en (default nl). Returns the exit status: 0 done, 1 failed, or with
// --state something is a warning or grave with the device, or its kiosk told nothing for 45
// minutes, 2 wrong usage, 3 the shared file is unsound (which goes before the device).
int status_command(int argc, char **argv, const struct env *env);

// What was asked for about the kiosk of a state folder.
struct status_state {
    const struct sync_state *sync;
    int64_t written_ms; // 0: it never told
    bool device;        // whether there is a folder at all
    bool in_english;
};

// The JSON of a set; of one board when `slug` is not NULL.
void status_json(FILE *out, const struct board_set *set, const char *slug, int64_t now_ms,
                 const struct status_state *state);

// What waits to be shared, and each device, as the kiosk told it last.
void status_print_sharing(const struct sync_state *sync, int64_t written_ms,
                          bool in_english);

// How bad it is with the device. `written_ms` 0: the kiosk told nothing yet.
enum vitals_level status_device(const struct sync_state *sync, int64_t written_ms,
                                int64_t now_ms);
// The same in words: a line with the level, then one for each that matters.
void status_print_device(const struct sync_state *sync, int64_t written_ms, int64_t now_ms,
                         bool in_english);
// The same as a member: `,"device":{...}`.
void status_json_device(FILE *out, const struct sync_state *sync, int64_t written_ms,
                        int64_t now_ms, bool in_english);

// A line for each rhythm of a board: "ritme: Evaluatie, uiterlijk 31-12-2025, gemist
// 30-06-2025 (2x)".
void status_rhythms(const struct board *board, bool in_english, int32_t today);

// The exceptions of a board as a member: `,"attention":[...]`, at most 200.
void status_json_attention(FILE *out, const struct board *board, int32_t today);

// The exit status that follows from a set that was read: 0, 1 (nothing there, no such
// board; logged) or 3 (unsound; logged). `slug` NULL: any board.
int status_judge(const char *share, const char *slug, bool in_english,
                 const struct board_set *set);

// "op koers": the Dutch word for a sign.
const char *status_sign_word(enum sign sign);

#endif
