#include "share/cadence.h"

static int64_t lesser(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static int64_t greater(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

void cadence_edit(struct cadence *cadence, int64_t now_ms)
{
    if (!cadence->own) {
        cadence->own = true;
        cadence->own_ms = now_ms;
    }
}

void cadence_lack(struct cadence *cadence, int64_t now_ms, uint32_t random)
{
    bool calm =
        cadence->delay_ms == 0 || now_ms - cadence->lacked_ms > CADENCE_BACK_LAST_MS;

    if (!cadence->back) {
        cadence->back = true;
        cadence->delay_ms = calm ? CADENCE_BACK_FIRST_MS
                                 : lesser(cadence->delay_ms * 2, CADENCE_BACK_LAST_MS);
        // Between a fifth of it and all of it: 1 to 5 seconds at first.
        int64_t least = cadence->delay_ms / 5;
        cadence->back_ms = now_ms + least + random % (cadence->delay_ms - least + 1);
    }
    cadence->lacked_ms = now_ms;
}

void cadence_settle(struct cadence *cadence)
{
    cadence->own = cadence->back = false;
    cadence->retry_ms = 0;
}

void cadence_done(struct cadence *cadence, int64_t now_ms)
{
    cadence_settle(cadence);
    cadence->published = true;
    cadence->last_ms = now_ms;
}

void cadence_fail(struct cadence *cadence, int64_t now_ms)
{
    cadence->retry_ms = cadence->retry_ms == 0
                            ? CADENCE_RETRY_FIRST_MS
                            : lesser(cadence->retry_ms * 2, CADENCE_RETRY_LAST_MS);
    cadence->retried_ms = now_ms;
}

int64_t cadence_due(const struct cadence *cadence)
{
    int64_t due = INT64_MAX;

    if (cadence->own) {
        due = cadence->own_ms + CADENCE_COALESCE_MS;
    }
    if (cadence->back) {
        due = lesser(due, cadence->back_ms);
    }
    if (due == INT64_MAX) {
        return due;
    }
    if (cadence->published) {
        due = greater(due, cadence->last_ms + CADENCE_LEAST_MS);
    }
    return cadence->retry_ms == 0 ? due
                                  : greater(due, cadence->retried_ms + cadence->retry_ms);
}
