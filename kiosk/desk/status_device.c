// The part of status about the kiosk of a state folder: how the sharing goes, and what is
// the matter with the device, for people and for monitoring.
#include "desk/status.h"

#include <inttypes.h>
#include <string.h>

#include "base/day.h"
#include "base/utf8.h"
#include "desk/json.h"

enum { WHEN_BYTES = 32, SENTENCE_BYTES = 400, LEVEL_POINTS = 10 };

// {n} is the number, {when} the moment, {text} a text of the configuration.
struct saying {
    const char *dutch, *english;
};

static const struct saying sayings[VITALS_KIND_COUNT] = {
    [VITALS_READ_ONLY] = {"de schijf is alleen te lezen: wat op het bord wordt gemeld, "
                          "blijft niet bewaard",
                          "the disk can only be read: what is reported on the wall is not "
                          "kept"},
    [VITALS_REFUSES] = {"de schijf neemt niets aan: wat op het bord wordt gemeld, wacht",
                        "the disk takes nothing: what is reported on the wall waits"},
    [VITALS_DATA_OLD] = {"het gedeelde bestand is niet te lezen: het bord toont de stand "
                         "van {when}",
                         "the shared file cannot be read: the wall shows what was known "
                         "at {when}"},
    [VITALS_CLOCK] = {"de klok staat niet goed", "the clock is not set"},
    [VITALS_SILENT] = {"al {n} dagen niets gehoord van andere apparaten, laatst {when}",
                       "nothing heard of other devices for {n} days, last at {when}"},
    [VITALS_MUTE] = {"het bord liet sinds {when} niets van zich horen: staat het aan?",
                     "the wall told nothing since {when}: does it run?"},
    [VITALS_DISK_ERRORS] = {"de schijf geeft fouten: {n}, laatst {when}; maak een kopie en "
                            "vervang de kaart",
                            "the disk has errors: {n}, last at {when}; make a copy and "
                            "replace the card"},
    [VITALS_DISK_FULL] = {"de schijf is bijna vol: nog {n} MB",
                          "the disk is nearly full: {n} MB left"},
    [VITALS_POWER] = {"de voeding is te zwak, gezien {when}",
                      "the power supply is too weak, seen at {when}"},
    [VITALS_UNSHARED] = {"wijzigingen die niet gedeeld worden: {n}, sinds {when}",
                         "changes that do not get out: {n}, since {when}"},
    [VITALS_NEWER] = {"een nieuwere versie schreef het gedeelde bestand: werk dit apparaat "
                      "bij",
                      "a newer version wrote the shared file: update this device"},
    [VITALS_HEAT] = {"het apparaat is te warm: {n} °C", "the device is too hot: {n} °C"},
    [VITALS_WORN] = {"de kaart is {n} procent versleten",
                     "the card is worn for {n} percent"},
    [VITALS_STOPS] =
        {"in 30 dagen {n} keer uitgegaan zonder afsluiten, laatst na {when}",
         "{n} times off in 30 days without being shut down, last after {when}"},
    [VITALS_CONFIG] = {"fouten in de instellingen: {n}, de eerste: {text}",
                       "faults in the configuration: {n}, the first: {text}"},
};

static const struct saying never_told = {"het bord van deze map liet nog niets weten",
                                         "the wall of this folder told nothing yet"};
static const struct saying power_was = {"de voeding was te zwak, laatst {when}",
                                        "the power supply was too weak, last at {when}"};
static const struct saying slow_for_heat = {"het apparaat is te warm en werkt langzamer",
                                            "the device is too hot and works slower"};
static const struct saying stops_often = {
    "in een week {n} keer uitgegaan zonder afsluiten, laatst na {when}",
    "{n} times off in a week without being shut down, last after {when}"};

static const struct saying levels[] = {
    {"goed", "fine"}, {"ter info", "note"}, {"let op", "warning"}, {"ernstig", "grave"}};

static struct saying saying_of(const struct vital *vital)
{
    if (vital->kind == VITALS_MUTE && vital->since_ms == 0) {
        return never_told;
    }
    if (vital->kind == VITALS_POWER && vital->number == 0) {
        return power_was;
    }
    if (vital->kind == VITALS_HEAT && vital->number == 0) {
        return slow_for_heat;
    }
    if (vital->kind == VITALS_STOPS && vital->level == VITALS_WARNING) {
        return stops_often;
    }
    return sayings[vital->kind];
}

// As people here write it: "27-11-2025 14.05"; "?" when it is not known.
static void moment_words(int64_t at_ms, char out[WHEN_BYTES])
{
    int32_t day = 0;
    int minute = 0;

    if (at_ms <= 0) {
        snprintf(out, WHEN_BYTES, "?");
        return;
    }
    day_local(at_ms, &day, &minute);
    struct date date = day_date(day);
    snprintf(out, WHEN_BYTES, "%02d-%02d-%d %d.%02d", date.day, date.month, date.year,
             minute / 60, minute % 60);
}

// What `part` of a template stands for; *length: how long the part is. NULL: for itself.
static const char *part_words(const char *part, size_t *length, const char *number,
                              const char *when, const char *text)
{
    const struct {
        const char *name, *words;
    } parts[] = {{"{n}", number}, {"{when}", when}, {"{text}", text}};

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        *length = strlen(parts[i].name);
        if (strncmp(part, parts[i].name, *length) == 0) {
            return parts[i].words;
        }
    }
    *length = 1;
    return NULL;
}

static void sentence(const struct vital *vital, const struct sync_state *sync,
                     bool in_english, char out[SENTENCE_BYTES])
{
    struct saying saying = saying_of(vital);
    int64_t number =
        vital->kind == VITALS_DISK_FULL ? vital->number / 1000000 : vital->number;
    char digits[24];
    char when[WHEN_BYTES];
    size_t used = 0;
    size_t length = 1;

    snprintf(digits, sizeof digits, "%" PRId64, number);
    moment_words(vital->since_ms, when);
    for (const char *at = in_english ? saying.english : saying.dutch; *at != '\0';
         at += length) {
        const char *words =
            part_words(at, &length, digits, when, sync->vitals.config_fault);
        size_t size = words == NULL ? length : strlen(words);
        size = size < SENTENCE_BYTES - 1 - used ? size : SENTENCE_BYTES - 1 - used;
        memcpy(out + used, words == NULL ? at : words, size);
        used += size;
    }
    out[used] = '\0';
}

// A state that nobody wrote is one fact by itself: no wall ran on that folder yet, or it is
// another folder.
static size_t judge(const struct sync_state *sync, int64_t written_ms, int64_t now_ms,
                    struct vital list[VITALS_KIND_COUNT])
{
    if (written_ms == 0) {
        list[0] = (struct vital){.kind = VITALS_MUTE, .level = VITALS_WARNING};
        return 1;
    }
    return vitals_judge(sync, written_ms, now_ms, list);
}

enum vitals_level status_device(const struct sync_state *sync, int64_t written_ms,
                                int64_t now_ms)
{
    struct vital list[VITALS_KIND_COUNT];

    return vitals_worst(list, judge(sync, written_ms, now_ms, list));
}

static void print_device(const struct sync_device *device, bool in_english)
{
    char day[16];
    int32_t seen = 0;

    day_local(device->seen_ms, &seen, NULL);
    day_write(seen, day);
    printf("  %s%s%s, %s, %zu %s\n", device->id, device->name[0] == '\0' ? "" : " ",
           device->name, day, device->entries, in_english ? "changes" : "wijzigingen");
}

void status_print_sharing(const struct sync_state *sync, int64_t written_ms,
                          bool in_english)
{
    static const char *const unknown[] = {
        "het bord van deze map liet nog niet weten hoe het delen gaat",
        "the board of this folder did not tell yet how the sharing goes"};
    static const char *const done[] = {"alles is gedeeld", "everything is shared"};
    static const char *const waits[] = {"wijzigingen nog niet gedeeld",
                                        "changes not shared yet"};

    if (written_ms == 0) {
        printf("\n%s\n", unknown[in_english]);
    } else if (sync->unshared == 0) {
        printf("\n%s\n", done[in_english]);
    } else {
        printf("\n%zu %s\n", sync->unshared, waits[in_english]);
    }
    for (size_t i = 0; i < sync->device_count; i++) {
        print_device(&sync->devices[i], in_english);
    }
}

static const char *level_word(enum vitals_level level, bool in_english)
{
    return in_english ? levels[level].english : levels[level].dutch;
}

void status_print_device(const struct sync_state *sync, int64_t written_ms, int64_t now_ms,
                         bool in_english)
{
    struct vital list[VITALS_KIND_COUNT];
    size_t count = judge(sync, written_ms, now_ms, list);

    printf("\n%s: %s\n", in_english ? "this device" : "dit apparaat",
           level_word(vitals_worst(list, count), in_english));
    for (size_t i = 0; i < count; i++) {
        char text[SENTENCE_BYTES];
        const char *word = level_word(list[i].level, in_english);
        sentence(&list[i], sync, in_english, text);
        printf("  %s%*s%s\n", word, LEVEL_POINTS - (int)utf8_count(word), "", text);
    }
}

static void put_figures(FILE *out, const struct vitals *v)
{
    json_moment(out, ",\"disk\":{", "last_error", v->disk_error_ms);
    fprintf(out,
            ",\"bytes\":%" PRId64 ",\"free\":%" PRId64
            ",\"read_only\":%s,\"errors\":%" PRId64 ",\"worn\":%d}",
            v->disk_bytes, v->free_bytes, v->read_only ? "true" : "false", v->disk_errors,
            v->worn_percent);
    json_moment(out, ",\"power\":{", "last_low", v->volt_low_ms);
    fprintf(out, ",\"low\":%s}", !v->volt_told ? "null" : v->volt_low ? "true" : "false");
    if (v->celsius > 0) {
        fprintf(out, ",\"celsius\":%d", v->celsius);
    } else {
        fputs(",\"celsius\":null", out);
    }
    fprintf(out, ",\"throttled\":%s", v->throttled ? "true" : "false");
    json_moment(out, ",\"stops\":{", "last", v->stop_ms);
    fprintf(out, ",\"week\":%zu,\"month\":%zu},\"config_faults\":%zu", v->stops_week,
            v->stops_month, v->config_faults);
}

void status_json_device(FILE *out, const struct sync_state *sync, int64_t written_ms,
                        int64_t now_ms, bool in_english)
{
    struct vital list[VITALS_KIND_COUNT];
    size_t count = judge(sync, written_ms, now_ms, list);

    json_field(out, ",\"device\":{", "level", vitals_level_key(vitals_worst(list, count)));
    json_moment(out, ",", "written", written_ms);
    fputs(",\"says\":[", out);
    for (size_t i = 0; i < count; i++) {
        char text[SENTENCE_BYTES];
        sentence(&list[i], sync, in_english, text);
        fputs(i == 0 ? "" : ",", out);
        json_text(out, text);
    }
    fputs("],\"kinds\":[", out);
    for (size_t i = 0; i < count; i++) {
        json_field(out, i == 0 ? "{" : ",{", "kind", vitals_kind_key(list[i].kind));
        json_field(out, ",", "level", vitals_level_key(list[i].level));
        json_moment(out, ",", "since", list[i].since_ms);
        fprintf(out, ",\"number\":%" PRId64 "}", list[i].number);
    }
    fputc(']', out);
    json_moment(out, ",", "heard", sync->heard_ms);
    put_figures(out, &sync->vitals);
    fputc('}', out);
}
