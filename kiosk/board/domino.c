#define LOG_MODULE "domino"
#include "board/domino.h"

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "board/lookup.h"
#include "board/refs.h"
#include "board/signal.h"

// No action, goal or ambition.
#define NODE_NONE UINT32_MAX

// The codes of a board; values are the records themselves.
struct codes {
    struct lookup actions, goals, ambitions;
};

static bool enter(struct lookup *lookup, const char *code, const void *record)
{
    const void **place = lookup_place(lookup, code);

    if (place != NULL && *place == NULL) {
        *place = record;
    }
    return place != NULL;
}

static bool codes_read(struct codes *codes, const struct board *board)
{
    bool done = true;

    for (size_t i = 0; done && i < board->action_count; i++) {
        done = enter(&codes->actions, board->actions[i].code, &board->actions[i]);
    }
    for (size_t i = 0; done && i < board->goal_count; i++) {
        done = enter(&codes->goals, board->goals[i].code, &board->goals[i]);
    }
    for (size_t i = 0; done && i < board->ambition_count; i++) {
        done = enter(&codes->ambitions, board->ambitions[i].code, &board->ambitions[i]);
    }
    return done;
}

static void codes_finish(struct codes *codes)
{
    lookup_finish(&codes->actions);
    lookup_finish(&codes->goals);
    lookup_finish(&codes->ambitions);
}

static uint32_t node_of_goal(const struct board *board, const struct goal *goal)
{
    return (uint32_t)(board->action_count + (size_t)goal->index);
}

static uint32_t node_of_ambition(const struct board *board, const struct ambition *ambition)
{
    return (uint32_t)(board->action_count + board->goal_count + (size_t)ambition->index);
}

// The node that a code means to the action that refers to it.
static uint32_t node_of(const struct codes *codes, const struct board *board,
                        const struct action *from, const char *code)
{
    const struct action *action = lookup_get(&codes->actions, code);

    if (action != NULL) {
        return action != from ? (uint32_t)action->index : NODE_NONE;
    }
    const struct goal *goal = lookup_get(&codes->goals, code);
    if (goal != NULL) {
        return goal != from->goal ? node_of_goal(board, goal) : NODE_NONE;
    }
    const struct ambition *ambition = lookup_get(&codes->ambitions, code);
    return ambition != NULL && ambition != from->goal->ambition
               ? node_of_ambition(board, ambition)
               : NODE_NONE;
}

static bool may_wait(const struct action *action)
{
    return action->kind != ACTION_PRACTICE &&
           (action->track_count == 0 || action_least_track(action) != NULL);
}

// Walks over all references: counts them per node while `referrers` is NULL, else puts them
// in their places. Downwards, so that each node ends with its referrers in the order of the
// plan.
static void references_walk(struct domino *domino, const struct codes *codes)
{
    const struct board *board = domino->board;

    for (size_t i = board->action_count; i-- > 0;) {
        const struct action *action = &board->actions[i];
        const char *list = action->refs;
        char code[REF_BYTES];
        while (may_wait(action) && ref_next(&list, code)) {
            uint32_t node = node_of(codes, board, action, code);
            if (node == NODE_NONE) {
                continue;
            }
            if (domino->referrers == NULL) {
                domino->first[node]++;
            } else {
                domino->referrers[--domino->first[node]] = (uint32_t)i;
            }
        }
    }
}

bool domino_open(struct domino *domino, const struct board *board)
{
    size_t nodes = board->action_count + board->goal_count + board->ambition_count;
    struct codes codes = {0};

    *domino = (struct domino){.board = board};
    domino->first = calloc(nodes + 1, sizeof *domino->first);
    domino->seen = calloc(nodes + 1, sizeof *domino->seen);
    domino->queue = calloc(board->action_count + 1, sizeof *domino->queue);
    bool done = domino->first != NULL && domino->seen != NULL && domino->queue != NULL &&
                codes_read(&codes, board);
    if (done) {
        references_walk(domino, &codes);
        for (size_t i = 0; i < nodes; i++) { // ends, from which places are handed out
            domino->first[i + 1] += domino->first[i];
        }
        domino->referrers = calloc(domino->first[nodes] + 1, sizeof *domino->referrers);
        done = domino->referrers != NULL;
    }
    if (done) {
        references_walk(domino, &codes);
    } else {
        LOG_ERR("no memory for the references of %zu actions", board->action_count);
        domino_finish(domino);
    }
    codes_finish(&codes);
    return done;
}

void domino_finish(struct domino *domino)
{
    free(domino->first);
    free(domino->referrers);
    free(domino->seen);
    free(domino->queue);
    *domino = (struct domino){0};
}

// Puts those that refer to a node into the queue, unless they were there.
static size_t queue_referrers(struct domino *domino, uint32_t node, size_t count)
{
    for (uint32_t i = domino->first[node]; i < domino->first[node + 1]; i++) {
        uint32_t action = domino->referrers[i];
        if (domino->seen[action] != domino->round) {
            domino->seen[action] = domino->round;
            domino->queue[count++] = action;
        }
    }
    return count;
}

// The same for a goal or ambition, which many actions share.
static size_t queue_once(struct domino *domino, uint32_t node, size_t count)
{
    if (domino->seen[node] == domino->round) {
        return count;
    }
    domino->seen[node] = domino->round;
    return queue_referrers(domino, node, count);
}

static int places_compare(const void *left, const void *right)
{
    const uint32_t *a = left;
    const uint32_t *b = right;

    return *a < *b ? -1 : *a > *b;
}

size_t domino_find(struct domino *domino, const struct action *action,
                   const struct action **out, size_t size)
{
    const struct board *board = domino->board;
    size_t count = 0;

    if (domino->first == NULL) {
        return 0;
    }
    domino->round++;
    domino->seen[action->index] = domino->round;
    domino->queue[count++] = (uint32_t)action->index;
    for (size_t from = 0; from < count;) { // one ring of the pond after the other
        size_t to = count;
        qsort(domino->queue + from, to - from, sizeof *domino->queue, places_compare);
        for (; from < to; from++) {
            const struct action *waiting = &board->actions[domino->queue[from]];
            const struct goal *goal = waiting->goal;
            count = queue_referrers(domino, (uint32_t)waiting->index, count);
            count = queue_once(domino, node_of_goal(board, goal), count);
            count = queue_once(domino, node_of_ambition(board, goal->ambition), count);
        }
    }
    for (size_t i = 1; i < count && i <= size; i++) {
        out[i - 1] = &board->actions[domino->queue[i]];
    }
    return count - 1;
}
