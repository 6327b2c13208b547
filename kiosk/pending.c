#include "pending.h"

#include <stddef.h>

#define LOG_MODULE "pending"
#include "base/log.h"

void pending_init(struct pending *pending)
{
    *pending = (struct pending){0};
    pending->waiting_end = &pending->waiting;
    pending->shown_end = &pending->shown;
}

static void list_free(struct update *update)
{
    while (update != NULL) {
        struct update *next = update->next;
        update_free(update);
        update = next;
    }
}

void pending_finish(struct pending *pending)
{
    list_free(pending->waiting);
    list_free(pending->shown);
    pending_init(pending);
}

static void append(struct update ***end, struct update *update)
{
    update->next = NULL;
    **end = update;
    *end = &update->next;
}

bool pending_add(struct pending *pending, struct update *update, struct board_set *set,
                 int64_t now_ms)
{
    update->serial = pending->serial + 1;
    struct update *copy = update_copy(update);

    if (copy == NULL || !update_apply(set, update, now_ms)) {
        LOG_ERR("no memory for what was touched");
        update_free(copy);
        update_free(update);
        return false;
    }
    pending->serial++;
    append(&pending->shown_end, copy);
    append(&pending->waiting_end, update);
    return true;
}

struct update *pending_take(struct pending *pending)
{
    struct update *update = pending->waiting;

    if (update != NULL) {
        pending->waiting = update->next;
        pending->waiting_end =
            pending->waiting == NULL ? &pending->waiting : pending->waiting_end;
        update->next = NULL;
    }
    return update;
}

void pending_show(struct pending *pending, struct board_set *set, int64_t now_ms)
{
    while (pending->shown != NULL && pending->shown->serial <= set->applied) {
        struct update *done = pending->shown;
        pending->shown = done->next;
        update_free(done);
    }
    if (pending->shown == NULL) {
        pending->shown_end = &pending->shown;
    }
    for (struct update *update = pending->shown; update != NULL; update = update->next) {
        if (!update_apply(set, update, now_ms)) {
            LOG_ERR("no memory to show what was touched; it is kept all the same");
        }
    }
}
