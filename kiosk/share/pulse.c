#include "share/pulse.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "share/sync_file.h"

static int64_t later(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

// What the run before told last: when the file was read well, when the power was low, and
// its last sign of life.
static void recall(struct pulse *pulse, const char *state_dir)
{
    struct sync_state *before = malloc(sizeof *before);

    if (before != NULL && sync_file_read(state_dir, pulse->env, before, &pulse->last_ms)) {
        pulse->now.good_ms = later(before->read_ms, before->vitals.good_ms);
        pulse->now.volt_low_ms = before->vitals.volt_low_ms;
    }
    free(before);
}

void pulse_init(struct pulse *pulse, const struct pulse_options *options)
{
    memset(pulse, 0, sizeof *pulse); // readings are compared as bytes
    pulse->env = options->env;
    pulse->machine = (struct machine){options->root == NULL ? "" : options->root, statvfs};
    snprintf(pulse->folder, sizeof pulse->folder, "%s", options->state_dir);
    pulse->now.config_faults = options->config_faults;
    snprintf(pulse->now.config_fault, sizeof pulse->now.config_fault, "%s",
             options->config_fault == NULL ? "" : options->config_fault);
    recall(pulse, options->state_dir);
}

void pulse_begin(struct pulse *pulse)
{
    if (!pulse->begun) {
        pulse->begun = true;
        stops_begin(&pulse->stops, pulse->folder, pulse->env, pulse->last_ms);
        pulse->read = false; // there may be one more to tell
    }
}

int64_t pulse_due(const struct pulse *pulse, int64_t now_mono)
{
    return pulse->read ? pulse->read_mono + PULSE_STEP_MS - now_mono : 0;
}

// True when something that `is` so has been for VITALS_LASTS_MS; keeps since when.
static bool lasts(bool is, int64_t *since_mono, int64_t now_mono)
{
    if (!is) {
        *since_mono = 0;
    } else if (*since_mono == 0) {
        *since_mono = later(now_mono, 1);
    }
    return is && now_mono - *since_mono >= VITALS_LASTS_MS;
}

bool pulse_take(struct pulse *pulse, const struct sync_state *sync)
{
    int64_t now_mono = pulse->env->mono_ms(pulse->env->context);
    int64_t now_ms = pulse->env->now_ms(pulse->env->context);
    struct vitals *now = &pulse->now;

    if (pulse_due(pulse, now_mono) > 0) {
        return false;
    }
    vitals_read(&pulse->machine, pulse->folder, now);
    now->volt_low_ms = now->volt_low ? now_ms : now->volt_low_ms;
    now->refused_long = lasts(sync->refused, &pulse->refused_mono, now_mono);
    now->clock_unset_long = lasts(sync->clock_unset, &pulse->unset_mono, now_mono);
    stops_tell(&pulse->stops, now_ms, now);
    bool first = !pulse->read;
    pulse->read = true;
    pulse->read_mono = now_mono;
    if (!first && vitals_same(now, &pulse->told) &&
        now_mono - pulse->told_mono < PULSE_TELL_MS) {
        return false;
    }
    memcpy(&pulse->told, now, sizeof *now);
    pulse->told_mono = now_mono;
    return true;
}

void pulse_end(struct pulse *pulse)
{
    stops_end(&pulse->stops);
}
