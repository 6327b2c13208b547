// Beheer, the section about this device: storage, power, temperature, clock, how it went
// off last, and the version.
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/version.h"
#include "view/admin_parts.h"
#include "view/night.h"

static const int64_t MB = 1000 * 1000;

// "480 MB", "2,6 GB", "29 GB".
static void bytes_words(const struct scene *scene, int64_t bytes, char out[FORMAT_SIZE])
{
    int64_t tenths = bytes / (100 * MB);

    if (bytes < 1000 * MB) {
        snprintf(out, FORMAT_SIZE, "%" PRId64 " MB", bytes / MB);
    } else if (tenths < 100) {
        snprintf(out, FORMAT_SIZE, "%" PRId64 "%s%" PRId64 " GB", tenths / 10,
                 scene_word(scene, WORD_DEVICE_POINT), tenths % 10);
    } else {
        snprintf(out, FORMAT_SIZE, "%" PRId64 " GB", tenths / 10);
    }
}

// How a kind is said. Its %s are the moment in the second line, and in the first what
// `number` is.
static const struct {
    enum word title, why;
} sayings[VITALS_KIND_COUNT] = {
    [VITALS_READ_ONLY] = {WORD_DEVICE_READ_ONLY, WORD_DEVICE_READ_ONLY_HINT},
    [VITALS_REFUSES] = {WORD_SYNC_REFUSED, WORD_SYNC_REFUSED_HINT},
    [VITALS_DATA_OLD] = {WORD_DEVICE_OLD, WORD_DEVICE_OLD_HINT},
    [VITALS_CLOCK] = {WORD_SYNC_CLOCK, WORD_SYNC_CLOCK_HINT},
    [VITALS_SILENT] = {WORD_DEVICE_SILENT, WORD_DEVICE_SILENT_HINT},
    [VITALS_DISK_ERRORS] = {WORD_DEVICE_ERRORS, WORD_DEVICE_ERRORS_HINT},
    [VITALS_DISK_FULL] = {WORD_DEVICE_FULL, WORD_DEVICE_FULL_HINT},
    [VITALS_POWER] = {WORD_DEVICE_WEAK, WORD_DEVICE_WEAK_HINT},
    [VITALS_UNSHARED] = {WORD_SYNC_UNSHARED, WORD_SYNC_SINCE},
    [VITALS_NEWER] = {WORD_DEVICE_OLDER, WORD_DEVICE_OLDER_HINT},
    [VITALS_HEAT] = {WORD_DEVICE_HOT, WORD_DEVICE_HOT_HINT},
    [VITALS_WORN] = {WORD_DEVICE_WORN, WORD_DEVICE_WORN_HINT},
    [VITALS_STOPS] = {WORD_DEVICE_STOP, WORD_DEVICE_STOP_HINT},
    [VITALS_CONFIG] = {WORD_DEVICE_CONFIGS, WORD_DEVICE_CONFIG},
};

// Some say it otherwise by how it stands.
static enum word title_of(const struct vital *vital)
{
    switch (vital->kind) {
    case VITALS_POWER:
        return vital->number == 0 ? WORD_DEVICE_WEAK_BEFORE : WORD_DEVICE_WEAK;
    case VITALS_HEAT: return vital->number == 0 ? WORD_DEVICE_HOT_SLOW : WORD_DEVICE_HOT;
    case VITALS_STOPS:
        return vital->level == VITALS_NOTE ? WORD_DEVICE_STOP : WORD_DEVICE_STOP_OFTEN;
    case VITALS_CONFIG:
        return vital->number == 1 ? WORD_DEVICE_CONFIG : WORD_DEVICE_CONFIGS;
    case VITALS_UNSHARED:
        return vital->number == 1 ? WORD_SYNC_UNSHARED_ONE : WORD_SYNC_UNSHARED;
    case VITALS_READ_ONLY:
    case VITALS_REFUSES:
    case VITALS_DATA_OLD:
    case VITALS_CLOCK:
    case VITALS_SILENT:
    case VITALS_MUTE:
    case VITALS_DISK_ERRORS:
    case VITALS_DISK_FULL:
    case VITALS_NEWER:
    case VITALS_WORN:
    case VITALS_KIND_COUNT: break;
    }
    return sayings[vital->kind].title;
}

static void title_fill(const struct scene *scene, const struct vital *vital,
                       struct fact *fact)
{
    const char *template = scene_word(scene, title_of(vital));
    char bytes[FORMAT_SIZE];

    if (vital->kind == VITALS_DISK_FULL) {
        bytes_words(scene, vital->number, bytes);
        format_fill(fact->title, sizeof fact->title, template, bytes);
    } else {
        format_fill(fact->title, sizeof fact->title, template, (int)vital->number);
    }
}

static void why_fill(const struct scene *scene, const struct vital *vital,
                     struct fact *fact)
{
    bool often = vital->kind == VITALS_STOPS && vital->level == VITALS_WARNING;
    enum word why = often ? WORD_DEVICE_STOP_OFTEN_HINT : sayings[vital->kind].why;
    char when[FORMAT_SIZE] = "?";

    if (vital->kind == VITALS_CONFIG) {
        format_fill(fact->why, sizeof fact->why, "%s", scene->sync->vitals.config_fault);
        return;
    }
    if (vital->since_ms > 0) {
        admin_moment(scene, vital->since_ms, when);
    }
    format_fill(fact->why, sizeof fact->why, scene_word(scene, why), when);
}

static enum sign sign_of(enum vitals_level level)
{
    return level == VITALS_GRAVE     ? SIGN_BOTTLENECK
           : level == VITALS_WARNING ? SIGN_ATTENTION
                                     : SIGN_COUNT;
}

static bool told(const struct vital *list, size_t count, enum vitals_kind kind)
{
    for (size_t i = 0; i < count; i++) {
        if (list[i].kind == kind) {
            return true;
        }
    }
    return false;
}

static struct fact *add_well(struct fact *facts, size_t *count)
{
    struct fact *fact = &facts[(*count)++];

    *fact = (struct fact){.sign = SIGN_ON_COURSE};
    return fact;
}

static void fact_disk(const struct scene *scene, struct fact *fact)
{
    char left[FORMAT_SIZE];
    char all[FORMAT_SIZE];

    bytes_words(scene, scene->sync->vitals.free_bytes, left);
    bytes_words(scene, scene->sync->vitals.disk_bytes, all);
    format_fill(fact->title, sizeof fact->title, scene_word(scene, WORD_DEVICE_DISK), left,
                all);
}

// What is well; of what the machine does not tell there is nothing to say.
static size_t well_facts(const struct scene *scene, const struct vital *list, size_t known,
                         struct fact *facts)
{
    const struct vitals *v = &scene->sync->vitals;
    bool read = v->disk_bytes > 0; // the device was looked at
    size_t count = 0;
    const struct {
        bool is;
        enum word title;
        int number;
    } cases[] = {
        {v->volt_told && !told(list, known, VITALS_POWER), WORD_DEVICE_POWER, 0},
        {v->celsius > 0 && !told(list, known, VITALS_HEAT), WORD_DEVICE_HEAT, v->celsius},
        {read && !scene->sync->clock_unset, WORD_DEVICE_CLOCK, 0},
        {read && !told(list, known, VITALS_STOPS), WORD_DEVICE_CLEAN, 0},
    };

    if (read && !told(list, known, VITALS_DISK_FULL)) {
        fact_disk(scene, add_well(facts, &count));
    }
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (cases[i].is) {
            struct fact *fact = add_well(facts, &count);
            format_fill(fact->title, sizeof fact->title, scene_word(scene, cases[i].title),
                        cases[i].number);
            bool clean = cases[i].title == WORD_DEVICE_CLEAN;
            format_fill(fact->why, sizeof fact->why, "%s",
                        clean ? scene_word(scene, WORD_DEVICE_CLEAN_HINT) : "");
        }
    }
    struct fact *night = add_well(facts, &count);
    night->sign = SIGN_COUNT;
    night_fact(scene, night->title, night->why);
    struct fact *fact = add_well(facts, &count);
    fact->sign = SIGN_COUNT;
    format_fill(fact->title, sizeof fact->title, scene_word(scene, WORD_DEVICE_VERSION),
                REGIEBORD_VERSION);
    return count;
}

size_t device_facts(const struct scene *scene, struct fact facts[DEVICE_FACTS_MAX])
{
    struct vital list[VITALS_KIND_COUNT];
    size_t count = vitals_judge(scene->sync, 0, scene->now_ms, list);

    for (size_t i = 0; i < count; i++) {
        facts[i] = (struct fact){.sign = sign_of(list[i].level)};
        title_fill(scene, &list[i], &facts[i]);
        why_fill(scene, &list[i], &facts[i]);
    }
    return count + well_facts(scene, list, count, facts + count);
}
