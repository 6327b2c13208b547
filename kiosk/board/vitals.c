#include "board/vitals.h"

#include <stdlib.h>
#include <string.h>

#include "board/sync.h"

static const int64_t MINUTE_MS = 60000;
static const int64_t HOUR_MS = 60 * 60000;
static const int64_t DAY_MS = 24 * 60 * 60000;
static const int64_t MB = 1000 * 1000;

// When the shared file cannot be read: a sync engine replaces it within seconds and a
// server that restarts is back within minutes. After an hour a meeting would be told
// yesterday's state as today's.
enum { OLD_WARNING_MINUTES = 10, OLD_GRAVE_MINUTES = 60 };

// Every device says once a day that it is there. A weekend with a free Friday and Monday is
// four days off; the holidays of Christmas and May are sixteen with their weekends, and no
// alarm. Whoever is not heard of for two months may have been taken off its wall: that is
// for whoever keeps the board and no longer for the room.
enum { SILENT_NOTE_DAYS = 5, SILENT_GRAVE_DAYS = 17, SILENT_GONE_DAYS = 60 };

enum { UNSHARED_DAYS = 1, ERROR_DAYS = 30, VOLT_DAYS = 7, MUTE_MINUTES = 45 };
// Half a gigabyte is what an update of the system needs; less of a small disk.
enum { FULL_MB = 500, FULL_SHARE = 10 };
// A Raspberry Pi works slower from here on.
enum { HOT_CELSIUS = 80 };
enum { WORN_NOTE = 80, WORN_WARNING = 90 };
// A cleaner who wants the socket is normal; three times in a week is a plug that is loose
// or a supply that fails.
enum { STOPS_WARNING = 3 };

struct judging {
    const struct sync_state *sync;
    int64_t now_ms;
    struct vital *out;
    size_t count;
};

static void add(struct judging *j, enum vitals_kind kind, enum vitals_level level,
                int64_t since_ms, int64_t number)
{
    if (level != VITALS_FINE) {
        j->out[j->count++] = (struct vital){kind, level, since_ms, number};
    }
}

static int64_t later(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

// What is written down here and stays here.
static void judge_writes(struct judging *j)
{
    const struct vitals *v = &j->sync->vitals;

    if (v->read_only) {
        add(j, VITALS_READ_ONLY, VITALS_GRAVE, 0, 0);
    } else if (j->sync->refused) {
        add(j, VITALS_REFUSES, v->refused_long ? VITALS_GRAVE : VITALS_WARNING, 0, 0);
    }
}

static void judge_file(struct judging *j)
{
    int64_t good_ms = later(j->sync->read_ms, j->sync->vitals.good_ms);
    int64_t lasts_ms = j->now_ms - good_ms;

    if (strcmp(j->sync->trouble, "newer") == 0) {
        add(j, VITALS_NEWER, VITALS_WARNING, 0, 0);
    } else if (j->sync->trouble[0] != '\0' && good_ms > 0) {
        add(j, VITALS_DATA_OLD,
            lasts_ms >= OLD_GRAVE_MINUTES * MINUTE_MS     ? VITALS_GRAVE
            : lasts_ms >= OLD_WARNING_MINUTES * MINUTE_MS ? VITALS_WARNING
                                                          : VITALS_FINE,
            good_ms, 0);
    }
}

static void judge_clock(struct judging *j)
{
    if (j->sync->clock_unset) {
        add(j, VITALS_CLOCK,
            j->sync->vitals.clock_unset_long ? VITALS_GRAVE : VITALS_WARNING, 0, 0);
    }
}

// A device that can be expected to be heard of: no tool, and no import of a plan.
static bool other_device(const struct sync_device *device)
{
    return !device->self && strncmp(device->id, "ext", 3) != 0 &&
           strcmp(device->id, "import") != 0;
}

static bool others_known(const struct sync_state *sync)
{
    for (size_t i = 0; i < sync->device_count; i++) {
        if (other_device(&sync->devices[i])) {
            return true;
        }
    }
    return false;
}

static enum vitals_level silence_level(int64_t days)
{
    return days < SILENT_NOTE_DAYS    ? VITALS_FINE
           : days < SILENT_GRAVE_DAYS ? VITALS_NOTE
           : days < SILENT_GONE_DAYS  ? VITALS_GRAVE
                                      : VITALS_WARNING;
}

// By when it came here: the clocks of others may be wrong. A file that cannot be read, or a
// clock that is not set, is the cause and is told by itself.
static void judge_silence(struct judging *j)
{
    const struct sync_state *sync = j->sync;

    if (sync->heard_ms > 0 && sync->trouble[0] == '\0' && !sync->clock_unset &&
        others_known(sync)) {
        int64_t days = (j->now_ms - sync->heard_ms) / DAY_MS;
        add(j, VITALS_SILENT, silence_level(days), sync->heard_ms, days);
    }
}

static void judge_unshared(struct judging *j)
{
    const struct sync_state *sync = j->sync;
    int64_t waits_ms = j->now_ms - sync->unshared_since_ms;

    if (sync->unshared > 0 && sync->unshared_since_ms > 0 &&
        waits_ms >= UNSHARED_DAYS * DAY_MS) {
        add(j, VITALS_UNSHARED, VITALS_WARNING, sync->unshared_since_ms,
            (int64_t)sync->unshared);
    }
}

static void judge_disk(struct judging *j)
{
    const struct vitals *v = &j->sync->vitals;
    int64_t share = v->disk_bytes / FULL_SHARE;
    int64_t least = share < FULL_MB * MB ? share : FULL_MB * MB;

    if (v->disk_errors > 0) {
        bool old =
            v->disk_error_ms > 0 && j->now_ms - v->disk_error_ms >= ERROR_DAYS * DAY_MS;
        add(j, VITALS_DISK_ERRORS, old ? VITALS_NOTE : VITALS_WARNING, v->disk_error_ms,
            v->disk_errors);
    }
    if (v->disk_bytes > 0 && v->free_bytes < least) {
        add(j, VITALS_DISK_FULL, VITALS_WARNING, 0, v->free_bytes);
    }
    if (v->worn_percent >= WORN_NOTE) {
        add(j, VITALS_WORN, v->worn_percent >= WORN_WARNING ? VITALS_WARNING : VITALS_NOTE,
            0, v->worn_percent);
    }
}

static void judge_machine(struct judging *j)
{
    const struct vitals *v = &j->sync->vitals;
    bool low_before = v->volt_low_ms > 0 && j->now_ms - v->volt_low_ms < VOLT_DAYS * DAY_MS;

    if (v->volt_low || low_before) {
        add(j, VITALS_POWER, v->volt_low ? VITALS_WARNING : VITALS_NOTE, v->volt_low_ms,
            v->volt_low);
    }
    if (v->celsius >= HOT_CELSIUS || v->throttled) {
        add(j, VITALS_HEAT, VITALS_WARNING, 0, v->celsius);
    }
    if (v->stops_month > 0) {
        bool often = v->stops_week >= STOPS_WARNING;
        add(j, VITALS_STOPS, often ? VITALS_WARNING : VITALS_NOTE, v->stop_ms,
            (int64_t)(often ? v->stops_week : v->stops_month));
    }
    if (v->config_faults > 0) {
        add(j, VITALS_CONFIG, VITALS_WARNING, 0, (int64_t)v->config_faults);
    }
}

static int compare_vitals(const void *a_of, const void *b_of)
{
    const struct vital *a = a_of;
    const struct vital *b = b_of;

    return a->level != b->level ? (int)b->level - (int)a->level
                                : (int)a->kind - (int)b->kind;
}

size_t vitals_judge(const struct sync_state *sync, int64_t told_ms, int64_t now_ms,
                    struct vital out[VITALS_KIND_COUNT])
{
    struct judging j = {.sync = sync, .now_ms = told_ms > 0 ? told_ms : now_ms, .out = out};

    if (told_ms > 0 && now_ms - told_ms >= MUTE_MINUTES * MINUTE_MS) {
        add(&j, VITALS_MUTE, VITALS_WARNING, told_ms, (now_ms - told_ms) / HOUR_MS);
    }
    judge_writes(&j);
    judge_file(&j);
    judge_clock(&j);
    judge_silence(&j);
    judge_unshared(&j);
    judge_disk(&j);
    judge_machine(&j);
    qsort(out, j.count, sizeof *out, compare_vitals);
    return j.count;
}

enum vitals_level vitals_worst(const struct vital *list, size_t count)
{
    return count == 0 ? VITALS_FINE : list[0].level; // they are sorted
}

const char *vitals_kind_key(enum vitals_kind kind)
{
    static const char *const keys[VITALS_KIND_COUNT] = {
        [VITALS_READ_ONLY] = "read_only",
        [VITALS_REFUSES] = "refuses",
        [VITALS_DATA_OLD] = "data_old",
        [VITALS_CLOCK] = "clock",
        [VITALS_SILENT] = "silent",
        [VITALS_MUTE] = "mute",
        [VITALS_DISK_ERRORS] = "disk_errors",
        [VITALS_DISK_FULL] = "disk_full",
        [VITALS_POWER] = "power",
        [VITALS_UNSHARED] = "unshared",
        [VITALS_NEWER] = "newer",
        [VITALS_HEAT] = "heat",
        [VITALS_WORN] = "worn",
        [VITALS_STOPS] = "stops",
        [VITALS_CONFIG] = "config",
    };

    return keys[kind];
}

const char *vitals_level_key(enum vitals_level level)
{
    static const char *const keys[] = {"fine", "note", "warning", "grave"};

    return keys[level];
}

// Degrees and free bytes move all the time: only whole steps of them count.
static struct vitals rounded(const struct vitals *vitals)
{
    struct vitals coarse;

    memcpy(&coarse, vitals, sizeof coarse); // with its padding: it is compared as bytes
    coarse.celsius -= coarse.celsius % 5;
    coarse.free_bytes -= coarse.free_bytes % (20 * MB);
    coarse.volt_low_ms -= coarse.volt_low_ms % HOUR_MS;
    return coarse;
}

bool vitals_same(const struct vitals *a, const struct vitals *b)
{
    struct vitals one = rounded(a);
    struct vitals other = rounded(b);

    return memcmp(&one, &other, sizeof one) == 0;
}
