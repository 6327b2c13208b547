#include "share/stops.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LOG_MODULE "stops"
#include "base/log.h"

enum { LINE_BYTES = 24, WEEK_DAYS = 7, MONTH_DAYS = 30 };

static const int64_t DAY_MS = 24 * 60 * 60000;

static bool within(int64_t at_ms, int64_t now_ms, int days)
{
    return at_ms > now_ms - days * DAY_MS;
}

static void add(struct stops *stops, int64_t at_ms)
{
    if (stops->count == STOPS_MAX) {
        memmove(stops->at_ms, stops->at_ms + 1, (STOPS_MAX - 1) * sizeof *stops->at_ms);
        stops->count--;
    }
    stops->at_ms[stops->count++] = at_ms;
}

// Only those of the last month: the rest is forgotten here.
static void read_list(struct stops *stops, int64_t now_ms)
{
    struct env_bytes bytes = {0};
    char text[STOPS_MAX * LINE_BYTES + 1];

    if (stops->env->read(stops->env->context, stops->list, sizeof text - 1, &bytes) != 0) {
        return; // nothing was ever noted
    }
    memcpy(text, bytes.data, bytes.size);
    text[bytes.size] = '\0';
    free(bytes.data);
    char *rest = text;
    while (rest != NULL) {
        int64_t at_ms = strtoll(strsep(&rest, "\n"), NULL, 10);
        if (at_ms > 0 && within(at_ms, now_ms, MONTH_DAYS)) {
            add(stops, at_ms);
        }
    }
}

static void write_list(const struct stops *stops)
{
    char text[STOPS_MAX * LINE_BYTES];
    char part[STOPS_PATH + 8];
    size_t length = 0;

    for (size_t i = 0; i < stops->count; i++) {
        length += (size_t)snprintf(text + length, sizeof text - length, "%" PRId64 "\n",
                                   stops->at_ms[i]);
    }
    snprintf(part, sizeof part, "%s.part", stops->list);
    if (stops->env->write(stops->env->context, part, text, length, 0) != 0 ||
        stops->env->rename(stops->env->context, part, stops->list, ENV_RENAME_OVER) != 0) {
        LOG_WARN("%s cannot be written", stops->list);
    }
}

// When the run that left the marker began; 0 when it does not say (it was cut off while it
// was written). False when there is no marker.
static bool read_marker(const struct stops *stops, int64_t *begun_ms)
{
    struct env_bytes bytes = {0};
    char text[LINE_BYTES] = "";

    if (stops->env->read(stops->env->context, stops->marker, sizeof text - 1, &bytes) !=
        0) {
        return false;
    }
    memcpy(text, bytes.data, bytes.size);
    free(bytes.data);
    *begun_ms = strtoll(text, NULL, 10);
    return true;
}

static void note_stop(struct stops *stops, int64_t begun_ms, int64_t last_ms,
                      int64_t now_ms)
{
    int64_t at_ms = last_ms > begun_ms ? last_ms : begun_ms;

    add(stops, at_ms > 0 ? at_ms : now_ms);
    write_list(stops);
    LOG_INFO("the last run was not shut down");
}

void stops_begin(struct stops *stops, const char *state_dir, const struct env *env,
                 int64_t last_ms)
{
    int64_t now_ms = env->now_ms(env->context);
    int64_t begun_ms = 0;
    char text[LINE_BYTES];

    *stops = (struct stops){.env = env};
    if (snprintf(stops->marker, STOPS_PATH, "%s/running", state_dir) >= STOPS_PATH ||
        snprintf(stops->list, STOPS_PATH, "%s/stops", state_dir) >= STOPS_PATH) {
        LOG_WARN("the path %s is too long", state_dir);
        return;
    }
    read_list(stops, now_ms);
    if (read_marker(stops, &begun_ms)) {
        note_stop(stops, begun_ms, last_ms, now_ms);
    }
    int length = snprintf(text, sizeof text, "%" PRId64 "\n", now_ms);
    stops->begun = env->write(env->context, stops->marker, text, (size_t)length, 0) == 0;
    if (!stops->begun) {
        LOG_WARN("%s cannot be written", stops->marker);
    }
}

void stops_tell(const struct stops *stops, int64_t now_ms, struct vitals *out)
{
    out->stops_week = out->stops_month = 0;
    out->stop_ms = 0;
    for (size_t i = 0; i < stops->count; i++) {
        out->stops_week += within(stops->at_ms[i], now_ms, WEEK_DAYS);
        if (within(stops->at_ms[i], now_ms, MONTH_DAYS)) {
            out->stops_month++;
            out->stop_ms = stops->at_ms[i];
        }
    }
}

void stops_end(struct stops *stops)
{
    if (stops->begun && stops->env->remove(stops->env->context, stops->marker) != 0) {
        LOG_WARN("%s cannot be removed", stops->marker);
    }
    stops->begun = false;
}
