// Compares what two sets of boards show, field by field.
#ifndef REGIEBORD_TESTS_SAME_BOARDS_H
#define REGIEBORD_TESTS_SAME_BOARDS_H

#include <stdio.h>
#include <string.h>

#include "board/board.h"

struct same {
    const char *what; // the case, for the message
    int differences;
};

static inline void same_text(struct same *same, const char *row, const char *field,
                             const char *a, const char *b)
{
    if ((a == NULL) != (b == NULL) || (a != NULL && strcmp(a, b) != 0)) {
        fprintf(stderr, "%s: %s %s: \"%s\", built \"%s\"\n", same->what, row, field,
                a == NULL ? "NULL" : a, b == NULL ? "NULL" : b);
        same->differences++;
    }
}

static inline void same_number(struct same *same, const char *row, const char *field,
                               int64_t a, int64_t b)
{
    if (a != b) {
        fprintf(stderr, "%s: %s %s: %lld, built %lld\n", same->what, row, field,
                (long long)a, (long long)b);
        same->differences++;
    }
}

static inline void same_bottleneck(struct same *same, const struct bottleneck *a,
                                   const struct bottleneck *b)
{
    char field[32];

    same_text(same, a->row, "row", a->row, b->row);
    same_text(same, a->row, "track", a->track == NULL ? "" : a->track->row,
              b->track == NULL ? "" : b->track->row);
    same_text(same, a->row, "file.reason", a->file.reason, b->file.reason);
    same_text(same, a->row, "file.rung", a->file.rung, b->file.rung);
    same_text(same, a->row, "file.rung_since", a->file.rung_since, b->file.rung_since);
    same_text(same, a->row, "file.asked", a->file.asked, b->file.asked);
    same_text(same, a->row, "file.ended", a->file.ended, b->file.ended);
    same_text(same, a->row, "reason", a->reason, b->reason);
    same_text(same, a->row, "asked", a->asked, b->asked);
    same_text(same, a->row, "outcome", a->outcome, b->outcome);
    same_number(same, a->row, "rung", a->rung, b->rung);
    same_number(same, a->row, "since", a->since, b->since);
    same_number(same, a->row, "rung_since", a->rung_since, b->rung_since);
    same_number(same, a->row, "by", a->by, b->by);
    same_number(same, a->row, "ended", a->ended, b->ended);
    for (int i = 0; i < RUNG_MAX; i++) {
        snprintf(field, sizeof field, "rung_days[%d]", i);
        same_number(same, a->row, field, a->rung_days[i], b->rung_days[i]);
    }
}

static inline void same_track(struct same *same, const struct track *a,
                              const struct track *b)
{
    same_text(same, a->row, "row", a->row, b->row);
    same_text(same, a->row, "file.stage", a->file.stage, b->file.stage);
    same_text(same, a->row, "file.health", a->file.health, b->file.health);
    same_text(same, a->row, "file.reason", a->file.reason, b->file.reason);
    same_text(same, a->row, "file.lead", a->file.lead, b->file.lead);
    same_text(same, a->row, "file.reported", a->file.reported, b->file.reported);
    same_text(same, a->row, "reason", a->reason, b->reason);
    same_text(same, a->row, "lead", a->lead, b->lead);
    same_number(same, a->row, "stage", a->stage, b->stage);
    same_number(same, a->row, "health", a->health, b->health);
    same_number(same, a->row, "reported", a->reported, b->reported);
    same_number(same, a->row, "health_since", a->health_since, b->health_since);
    same_text(same, a->row, "bottleneck", a->bottleneck == NULL ? "" : a->bottleneck->row,
              b->bottleneck == NULL ? "" : b->bottleneck->row);
}

static inline void same_action(struct same *same, const struct action *a,
                               const struct action *b)
{
    same_text(same, a->row, "row", a->row, b->row);
    same_text(same, a->row, "due_file", a->due_file, b->due_file);
    same_text(same, a->row, "due_text", a->due_text, b->due_text);
    same_number(same, a->row, "due.kind", a->due.kind, b->due.kind);
    same_number(same, a->row, "due.from", a->due.from, b->due.from);
    same_number(same, a->row, "due.to", a->due.to, b->due.to);
    same_number(same, a->row, "due.starts", a->due.starts, b->due.starts);
    same_number(same, a->row, "due.every_days", a->due.every_days, b->due.every_days);
    same_number(same, a->row, "shifts", (int64_t)a->shift_count, (int64_t)b->shift_count);
    for (size_t i = 0; i < a->shift_count && i < b->shift_count; i++) {
        same_number(same, a->row, "shift.day", a->shifts[i].day, b->shifts[i].day);
        same_text(same, a->row, "shift.from", a->shifts[i].from, b->shifts[i].from);
        same_text(same, a->row, "shift.to", a->shifts[i].to, b->shifts[i].to);
    }
}

static inline void same_note(struct same *same, const struct note *a, const struct note *b)
{
    same_text(same, a->row, "row", a->row, b->row);
    same_text(same, a->row, "author", a->author, b->author);
    same_text(same, a->row, "text", a->text, b->text);
    same_text(same, a->row, "track", a->track == NULL ? "" : a->track->row,
              b->track == NULL ? "" : b->track->row);
    same_text(same, a->row, "action", a->action->row, b->action->row);
    same_number(same, a->row, "at", a->at, b->at);
}

static inline void same_person(struct same *same, const struct person *a,
                               const struct person *b)
{
    same_text(same, a->row, "row", a->row, b->row);
    same_text(same, a->row, "name", a->name, b->name);
    same_text(same, a->row, "pin", a->pin, b->pin);
    same_text(same, a->row, "column", a->column == NULL ? "" : a->column->id,
              b->column == NULL ? "" : b->column->id);
}

static inline void same_meeting(struct same *same, const struct meeting *a,
                                const struct meeting *b)
{
    same_text(same, a->row, "row", a->row, b->row);
    same_text(same, a->row, "state_file", a->state_file, b->state_file);
    same_text(same, a->row, "body", a->body, b->body);
    same_text(same, a->row, "place", a->place, b->place);
    same_text(same, a->row, "agenda", a->agenda, b->agenda);
    same_number(same, a->row, "state", a->state, b->state);
    same_number(same, a->row, "day", a->day, b->day);
    same_number(same, a->row, "minute", a->minute, b->minute);
}

static inline void same_decision(struct same *same, const struct decision *a,
                                 const struct decision *b)
{
    same_text(same, a->row, "row", a->row, b->row);
    same_text(same, a->row, "file.meeting", a->file.meeting, b->file.meeting);
    same_text(same, a->row, "file.text", a->file.text, b->file.text);
    same_text(same, a->row, "file.lead", a->file.lead, b->file.lead);
    same_text(same, a->row, "file.due", a->file.due, b->file.due);
    same_text(same, a->row, "file.state", a->file.state, b->file.state);
    same_text(same, a->row, "text", a->text, b->text);
    same_text(same, a->row, "lead", a->lead, b->lead);
    same_text(same, a->row, "due_text", a->due_text, b->due_text);
    same_number(same, a->row, "due.kind", a->due.kind, b->due.kind);
    same_number(same, a->row, "due.to", a->due.to, b->due.to);
    same_number(same, a->row, "state", a->state, b->state);
    same_text(same, a->row, "meeting", a->meeting == NULL ? "" : a->meeting->row,
              b->meeting == NULL ? "" : b->meeting->row);
    same_text(same, a->row, "action", a->action == NULL ? "" : a->action->row,
              b->action == NULL ? "" : b->action->row);
    same_text(same, a->row, "track", a->track == NULL ? "" : a->track->row,
              b->track == NULL ? "" : b->track->row);
}

// How many fields differ between a board that updates were shown in and one that was built;
// each of them is printed.
static inline int same_boards(const char *what, const struct board *a,
                              const struct board *b)
{
    struct same same = {.what = what};

    same_number(&same, a->slug, "tracks", (int64_t)a->track_count, (int64_t)b->track_count);
    same_number(&same, a->slug, "actions", (int64_t)a->action_count,
                (int64_t)b->action_count);
    same_number(&same, a->slug, "bottlenecks", (int64_t)a->bottleneck_count,
                (int64_t)b->bottleneck_count);
    same_number(&same, a->slug, "notes", (int64_t)a->note_count, (int64_t)b->note_count);
    same_number(&same, a->slug, "persons", (int64_t)a->person_count,
                (int64_t)b->person_count);
    same_number(&same, a->slug, "meetings", (int64_t)a->meeting_count,
                (int64_t)b->meeting_count);
    same_number(&same, a->slug, "decisions", (int64_t)a->decision_count,
                (int64_t)b->decision_count);
    for (size_t i = 0; i < a->track_count && i < b->track_count; i++) {
        same_track(&same, &a->tracks[i], &b->tracks[i]);
    }
    for (size_t i = 0; i < a->action_count && i < b->action_count; i++) {
        same_action(&same, &a->actions[i], &b->actions[i]);
    }
    for (size_t i = 0; i < a->bottleneck_count && i < b->bottleneck_count; i++) {
        same_bottleneck(&same, a->bottlenecks[i], b->bottlenecks[i]);
    }
    for (size_t i = 0; i < a->note_count && i < b->note_count; i++) {
        same_note(&same, &a->notes[i], &b->notes[i]);
    }
    for (size_t i = 0; i < a->person_count && i < b->person_count; i++) {
        same_person(&same, &a->persons[i], &b->persons[i]);
    }
    for (size_t i = 0; i < a->meeting_count && i < b->meeting_count; i++) {
        same_meeting(&same, &a->meetings[i], &b->meetings[i]);
    }
    for (size_t i = 0; i < a->decision_count && i < b->decision_count; i++) {
        same_decision(&same, &a->decisions[i], &b->decisions[i]);
    }
    return same.differences;
}

// The same for the moments of meetings and decisions, which the shared file knows only of
// cells that changed; as far as `slack_ms` apart, because a log may be later than the wall.
static inline int same_moments(const char *what, const struct board *a,
                               const struct board *b, int64_t slack_ms)
{
    struct same same = {.what = what};

    for (size_t i = 0; i < a->meeting_count && i < b->meeting_count; i++) {
        const struct meeting *left = &a->meetings[i];
        const struct meeting *right = &b->meetings[i];
        same_number(&same, left->row, "opened", left->opened_ms / slack_ms,
                    right->opened_ms / slack_ms);
        same_number(&same, left->row, "closed", left->closed_ms / slack_ms,
                    right->closed_ms / slack_ms);
    }
    for (size_t i = 0; i < a->decision_count && i < b->decision_count; i++) {
        same_number(&same, a->decisions[i].row, "at", a->decisions[i].at_ms / slack_ms,
                    b->decisions[i].at_ms / slack_ms);
    }
    return same.differences;
}

#endif
