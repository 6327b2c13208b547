#define LOG_MODULE "agenda"
#include "board/agenda.h"

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "board/earlier.h"

enum { LATE_MINUTES = 240 }; // a meeting of today can still be opened

// --- meetings of a body ---

// When it began, else when it was to begin; 0: it has no moment.
static int64_t moment_of(const struct meeting *meeting)
{
    if (meeting->opened_ms != 0) {
        return meeting->opened_ms;
    }
    return meeting->day == DAY_NONE
               ? 0
               : day_moment_ms(meeting->day, meeting->minute < 0 ? 0 : meeting->minute);
}

// Whether a meeting took place by a day: what is past counts, whether or not it was opened
// on the wall.
static bool was_held(const struct meeting *meeting, int32_t today)
{
    return meeting->state == MEETING_CLOSED ||
           (meeting->state == MEETING_PLANNED && meeting->day != DAY_NONE &&
            meeting->day < today);
}

static bool earlier_than(const struct meeting *meeting, const struct meeting *than)
{
    if (meeting == than || !body_same(meeting->body, than->body)) {
        return false; // a moment costs more than a name
    }
    int64_t moment = moment_of(meeting);
    int64_t other = moment_of(than);
    return moment != 0 && (other == 0 || moment < other);
}

const struct meeting *meeting_before(const struct board *board,
                                     const struct meeting *meeting)
{
    const struct meeting *found = NULL;
    int32_t day = meeting->day;

    if (meeting->opened_ms != 0) {
        day_local(meeting->opened_ms, &day, NULL);
    }
    for (size_t i = 0; i < board->meeting_count; i++) {
        const struct meeting *other = &board->meetings[i];
        if (earlier_than(other, meeting) &&
            (was_held(other, day == DAY_NONE ? INT32_MAX : day) || other->opened_ms != 0) &&
            (found == NULL || moment_of(other) > moment_of(found))) {
            found = other;
        }
    }
    return found;
}

int64_t meeting_over_ms(const struct meeting *meeting)
{
    return meeting->closed_ms != 0 ? meeting->closed_ms : moment_of(meeting);
}

int64_t meeting_since_ms(const struct board *board, const struct meeting *meeting)
{
    const struct meeting *before = meeting_before(board, meeting);

    return before == NULL ? 0 : meeting_over_ms(before);
}

// --- bodies ---

static struct body *body_add(struct body *list, size_t *count, size_t room,
                             const char *name)
{
    for (size_t i = 0; i < *count; i++) {
        if (body_same(list[i].name, name)) {
            return &list[i];
        }
    }
    if (*count == room || name[0] == '\0') {
        return NULL;
    }
    list[*count] = (struct body){.name = name};
    return &list[(*count)++];
}

static bool is_sooner(const struct meeting *meeting, const struct meeting *than)
{
    return than == NULL || moment_of(meeting) < moment_of(than);
}

static void body_meeting(struct body *body, const struct meeting *meeting, int32_t today,
                         int minute)
{
    bool missed = meeting->day == today && meeting->minute >= 0 &&
                  minute > meeting->minute + LATE_MINUTES;
    bool coming = meeting->state == MEETING_PLANNED && meeting->day != DAY_NONE &&
                  meeting->day >= today && !missed;

    if (coming && is_sooner(meeting, body->next)) {
        body->next = meeting;
    } else if (was_held(meeting, missed ? today + 1 : today) &&
               (body->last == NULL || moment_of(meeting) > moment_of(body->last))) {
        body->last = meeting;
    }
}

// What runs first, then by the moment of the next meeting, then by name.
static int bodies_compare(const void *left, const void *right)
{
    const struct body *a = left;
    const struct body *b = right;

    if ((a->running != NULL) != (b->running != NULL)) {
        return a->running != NULL ? -1 : 1;
    }
    if ((a->next != NULL) != (b->next != NULL)) {
        return a->next != NULL ? -1 : 1;
    }
    if (a->next != NULL && moment_of(a->next) != moment_of(b->next)) {
        return moment_of(a->next) < moment_of(b->next) ? -1 : 1;
    }
    return strcmp(a->name, b->name);
}

size_t body_list(const struct board *board, int32_t today, int minute, struct body *out,
                 size_t size)
{
    struct body list[BODY_MAX];
    size_t count = 0;

    for (size_t i = 0; i < board->meeting_count; i++) {
        struct body *body = body_add(list, &count, BODY_MAX, board->meetings[i].body);
        if (body != NULL) {
            body_meeting(body, &board->meetings[i], today, minute);
        }
    }
    for (size_t i = 1; i < board->rung_count; i++) {
        body_add(list, &count, BODY_MAX, board->rungs[i].name);
    }
    for (size_t i = 0; i < board->decision_count; i++) {
        const struct decision *decision = &board->decisions[i];
        struct body *body = decision->state != DECISION_OPEN || decision->meeting == NULL
                                ? NULL
                                : body_add(list, &count, BODY_MAX, decision->meeting->body);
        if (body != NULL) {
            body->open_decisions++;
        }
    }
    for (size_t i = 0; i < count; i++) {
        list[i].running = body_running(board, list[i].name);
    }
    qsort(list, count, sizeof *list, bodies_compare);
    count = count < size ? count : size;
    if (count > 0) {
        memcpy(out, list, count * sizeof *out);
    }
    return count;
}

// --- decisions ---

size_t decision_list(const struct board *board, const struct meeting *meeting,
                     const struct decision **out, size_t size)
{
    size_t count = 0;

    for (size_t i = 0; i < board->decision_count; i++) {
        if (board->decisions[i].meeting == meeting) {
            if (count < size) {
                out[count] = &board->decisions[i];
            }
            count++;
        }
    }
    return count;
}

static bool is_owed(const struct decision *decision, const struct meeting *meeting)
{
    return decision->state == DECISION_OPEN && decision->meeting != NULL &&
           earlier_than(decision->meeting, meeting);
}

size_t decision_open_list(const struct board *board, const struct meeting *meeting,
                          const struct decision **out, size_t size)
{
    const struct meeting *of = NULL; // whose decision came before this one
    bool earlier = false;
    size_t count = 0;

    for (size_t i = 0; i < board->decision_count; i++) {
        const struct decision *decision = &board->decisions[i];
        if (decision->state != DECISION_OPEN || decision->meeting == NULL) {
            continue;
        }
        if (of != decision->meeting) {
            of = decision->meeting;
            earlier = earlier_than(of, meeting);
        }
        if (earlier) {
            if (count < size) {
                out[count] = &board->decisions[i];
            }
            count++;
        }
    }
    return count;
}

// --- points ---

// A list of points while it is made, on the board as it stood.
struct making {
    const struct board *board;
    const struct meeting *meeting;      // of that board
    struct arena arena;                 // owns the exceptions
    const struct attention *attentions; // most urgent first
    size_t attention_count;
    struct point *points; // owned; room for every attention and decision
    size_t count;
    bool *tracks, *actions; // owned; by place: whether a point is about it, for actions
                            // about it and none of its tracks
    bool *paces;            // owned; so of ambitions, then of goals
};

static bool same_subject(const struct attention *why, const struct track *track,
                         const struct action *action)
{
    return track != NULL ? why->track == track
                         : action != NULL && why->track == NULL && why->action == action;
}

// The point about a track, NULL when there is none.
static struct point *point_of(const struct making *making, const struct track *track)
{
    for (size_t i = 0; i < making->count; i++) {
        if (making->points[i].why.track == track) {
            return &making->points[i];
        }
    }
    return NULL;
}

// Whether a point is about the pace of an ambition or a goal.
static bool *pace_place(const struct making *making, const struct attention *why)
{
    const struct board *board = making->board;

    return why->goal != NULL
               ? &making->paces[board->ambition_count + (size_t)(why->goal - board->goals)]
               : &making->paces[why->ambition - board->ambitions];
}

static void put_point(struct making *making, const struct attention *why,
                      const struct decision *decision)
{
    making->points[making->count++] = (struct point){*why, decision};
    if (why->track != NULL) {
        making->tracks[why->track - making->board->tracks] = true;
    } else if (why->action != NULL) {
        making->actions[why->action - making->board->actions] = true;
    } else if (why->ambition != NULL) {
        *pace_place(making, why) = true;
    }
}

static bool stands_at(const struct making *making, const struct attention *why)
{
    const struct track *track = why->track;
    const struct board *board = making->board;
    bool stuck = why->kind == ATTENTION_ESCALATED || why->kind == ATTENTION_BOTTLENECK;

    return stuck && track != NULL && track->bottleneck != NULL &&
           body_same(board->rungs[track->bottleneck->rung].name, making->meeting->body);
}

static void put_rung(struct making *making)
{
    for (size_t i = 0; i < making->attention_count; i++) {
        if (stands_at(making, &making->attentions[i])) {
            put_point(making, &making->attentions[i], NULL);
        }
    }
}

// What is the matter with the subject of a decision; one about a pace names that.
static struct attention why_of(const struct making *making, const struct decision *decision)
{
    const struct action *action = decision->action;
    struct attention pace;
    bool named = action == NULL && point_find(making->board, decision->text, &pace);

    for (size_t i = 0; i < making->attention_count; i++) {
        const struct attention *why = &making->attentions[i];
        bool same = named ? why->kind == ATTENTION_PACE && why->goal == pace.goal &&
                                why->ambition == pace.ambition
                          : same_subject(why, decision->track, decision->action);
        if (why->kind != ATTENTION_GAP && same) {
            return *why;
        }
    }
    return (struct attention){
        .kind = ATTENTION_KIND_COUNT,
        .track = decision->track,
        .action = action,
        .goal = action == NULL ? NULL : action->goal,
        .ambition = action == NULL ? NULL : action->goal->ambition,
        .days = DAY_NONE,
    };
}

static void put_decisions(struct making *making)
{
    size_t rung = making->count;

    for (size_t i = 0; i < making->board->decision_count; i++) {
        const struct decision *decision = &making->board->decisions[i];
        if (!is_owed(decision, making->meeting)) {
            continue;
        }
        struct point *point =
            decision->track == NULL ? NULL : point_of(making, decision->track);
        if (point != NULL && point < making->points + rung && point->decision == NULL) {
            point->decision = decision;
        } else {
            const struct attention why = why_of(making, decision);
            put_point(making, &why, decision);
        }
    }
}

static bool is_put(const struct making *making, const struct attention *why)
{
    if (why->track != NULL) {
        return making->tracks[why->track - making->board->tracks];
    }
    return why->action != NULL ? making->actions[why->action - making->board->actions]
                               : why->ambition != NULL && *pace_place(making, why);
}

static void put_others(struct making *making)
{
    for (size_t i = 0; i < making->attention_count; i++) {
        const struct attention *why = &making->attentions[i];
        if (why->kind != ATTENTION_GAP && !is_put(making, why)) {
            put_point(making, why, NULL);
        }
    }
}

// The same meeting on another copy of its board; NULL when it is not there.
static const struct meeting *meeting_again(const struct board *board,
                                           const struct meeting *meeting)
{
    for (size_t i = 0; i < board->meeting_count; i++) {
        if (strcmp(board->meetings[i].row, meeting->row) == 0) {
            return &board->meetings[i];
        }
    }
    return NULL;
}

static const struct decision *decision_again(const struct board *board,
                                             const struct decision *decision)
{
    for (size_t i = 0; decision != NULL && i < board->decision_count; i++) {
        if (strcmp(board->decisions[i].row, decision->row) == 0) {
            return &board->decisions[i];
        }
    }
    return NULL;
}

// A point of the copy as one of the board: all but decisions stand in the same places.
static struct point point_again(const struct earlier *earlier, const struct point *point)
{
    const struct board *from = earlier->board;
    const struct board *to = earlier->of;
    struct point again = {point->why, decision_again(to, point->decision)};
    struct attention *why = &again.why;

    if (why->track != NULL) {
        why->track = to->tracks + (why->track - from->tracks);
    }
    if (why->action != NULL) {
        why->action = to->actions + (why->action - from->actions);
    }
    if (why->goal != NULL) {
        why->goal = to->goals + (why->goal - from->goals);
    }
    if (why->ambition != NULL) {
        why->ambition = to->ambitions + (why->ambition - from->ambitions);
    }
    return again;
}

static bool making_open(struct making *making, int32_t today)
{
    const struct board *board = making->board;
    size_t first[ATTENTION_KIND_COUNT + 1] = {0};
    struct pace *paces =
        arena_alloc(&making->arena, (board->ambition_count + 1) * sizeof *paces);
    struct pace *goals =
        arena_alloc(&making->arena, (board->goal_count + 1) * sizeof *goals);

    if (paces != NULL && goals != NULL) {
        paces_all(board, paces, goals);
        making->attentions =
            attention_all(board, today, paces, goals, &making->arena, first);
    }
    size_t count = first[ATTENTION_KIND_COUNT];
    making->attention_count = count;
    making->points =
        calloc(count + making->board->decision_count + 1, sizeof *making->points);
    making->tracks = calloc(making->board->track_count + 1, sizeof *making->tracks);
    making->actions = calloc(making->board->action_count + 1, sizeof *making->actions);
    making->paces = calloc(making->board->ambition_count + making->board->goal_count + 1,
                           sizeof *making->paces);
    if (making->attentions == NULL || making->points == NULL || making->tracks == NULL ||
        making->actions == NULL || making->paces == NULL) {
        LOG_ERR("no memory for %zu exceptions", count);
        return false;
    }
    return true;
}

size_t agenda_list(const struct board *board, const struct meeting *meeting, int32_t today,
                   struct point *out, size_t size)
{
    struct earlier earlier;
    struct making making = {.board = NULL};

    if (meeting->opened_ms != 0) {
        day_local(meeting->opened_ms, &today, NULL);
    }
    if (!earlier_open(&earlier, board, meeting->opened_ms)) {
        goto out;
    }
    making.board = earlier.board;
    // One that was made when it was opened is not on the board as it stood just before.
    making.meeting = meeting_again(earlier.board, meeting);
    making.meeting = making.meeting == NULL ? meeting : making.meeting;
    if (!making_open(&making, today)) {
        goto out;
    }
    put_rung(&making);
    put_decisions(&making);
    put_others(&making);
    for (size_t i = 0; i < making.count && i < size; i++) {
        out[i] = point_again(&earlier, &making.points[i]);
    }
out:
    arena_finish(&making.arena);
    free(making.points);
    free(making.tracks);
    free(making.actions);
    free(making.paces);
    earlier_close(&earlier);
    return making.count;
}
