#include "touch/record.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/utf8.h"

#define LOG_MODULE "record"

enum {
    LINE_BYTES = 256,
    SAMPLES_MOST = 1000000,
    PLACE_MOST = 1000000 // quarters of a pixel: far beyond any panel
};

static const char *const kind_names[] = {
    [SAMPLE_DOWN] = "down",     [SAMPLE_MOVE] = "move",   [SAMPLE_UP] = "up",
    [SAMPLE_CANCEL] = "cancel", [SAMPLE_WHEEL] = "wheel", [SAMPLE_KEY] = "key",
    [SAMPLE_TEXT] = "text",
};

static const char *const key_names[] = {
    [KEY_NONE] = "none",   [KEY_BACK] = "back", [KEY_ENTER] = "enter",
    [KEY_ERASE] = "erase", [KEY_LEFT] = "left", [KEY_RIGHT] = "right",
    [KEY_UP] = "up",       [KEY_DOWN] = "down", [KEY_HOME] = "home",
};

void recorder_begin(struct recorder *recorder, FILE *file, int width_px, int height_px)
{
    *recorder = (struct recorder){.file = file};
    fprintf(file, "regiebord touches 1 %dx%d\n", width_px, height_px);
}

bool recorder_add(struct recorder *recorder, const struct sample *sample)
{
    FILE *file = recorder->file;

    if (!recorder->started) {
        recorder->started = true;
        recorder->start_ms = sample->at_ms;
    }
    fprintf(file, "%" PRId64 " %s", sample->at_ms - recorder->start_ms,
            kind_names[sample->kind]);
    if (sample->kind == SAMPLE_KEY) {
        fprintf(file, " %s\n", key_names[sample->key]);
    } else if (sample->kind == SAMPLE_TEXT) {
        char text[sizeof sample->text];
        utf8_clean(sample->text, strlen(sample->text), false, text, sizeof text);
        fprintf(file, " %s\n", text);
    } else {
        // A quarter of a pixel is finer than any panel reports, and the same in every
        // locale.
        fprintf(file, " %" PRId64 " %ld %ld\n", sample->finger, (long)(sample->x_px * 4),
                (long)(sample->y_px * 4));
    }
    if (ferror(file)) {
        LOG_ERR("cannot write the touches; is the disk full?");
        return false;
    }
    return true;
}

static int name_find(const char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(names[i], name) == 0) {
            return (int)i;
        }
    }
    return -1;
}

// Reads what follows the kind: a finger and a place, a key, or text.
static bool detail_read(const char *rest, struct sample *sample)
{
    char name[16];
    long x = 0;
    long y = 0;

    if (sample->kind == SAMPLE_TEXT) {
        utf8_clean(rest, strlen(rest), false, sample->text, sizeof sample->text);
        return sample->text[0] != '\0';
    }
    if (sample->kind == SAMPLE_KEY) {
        int key = sscanf(rest, "%15s", name) == 1
                      ? name_find(key_names, sizeof key_names / sizeof *key_names, name)
                      : -1;
        sample->key = key < 0 ? KEY_NONE : (enum sample_key)key;
        return key >= 0;
    }
    if (sscanf(rest, "%" SCNd64 " %ld %ld", &sample->finger, &x, &y) != 3 ||
        x < -PLACE_MOST || x > PLACE_MOST || y < -PLACE_MOST || y > PLACE_MOST) {
        return false;
    }
    sample->x_px = (float)x / 4;
    sample->y_px = (float)y / 4;
    return true;
}

static bool sample_read(const char *line, struct sample *sample)
{
    char name[16];
    int used = 0;

    *sample = (struct sample){0};
    if (sscanf(line, "%" SCNd64 " %15s%n", &sample->at_ms, name, &used) != 2) {
        return false;
    }
    int kind = name_find(kind_names, sizeof kind_names / sizeof *kind_names, name);
    if (kind < 0) {
        return false;
    }
    sample->kind = (enum sample_kind)kind;
    return detail_read(line + used + (line[used] == ' '), sample);
}

static bool recording_add(struct recording *recording, size_t *room,
                          const struct sample *sample)
{
    if (recording->count == *room) {
        size_t more = *room == 0 ? 256 : *room * 2;
        struct sample *grown = realloc(recording->samples, more * sizeof *grown);
        if (grown == NULL || more > SAMPLES_MOST) {
            recording->samples = grown != NULL ? grown : recording->samples;
            return false;
        }
        recording->samples = grown;
        *room = more;
    }
    recording->samples[recording->count++] = *sample;
    return true;
}

bool recording_read(FILE *file, const char *name, struct recording *out, char *error,
                    size_t size)
{
    char line[LINE_BYTES];
    struct sample sample;
    size_t room = 0;
    int number = 1;

    *out = (struct recording){0};
    if (fgets(line, sizeof line, file) == NULL ||
        sscanf(line, "regiebord touches 1 %dx%d", &out->width_px, &out->height_px) != 2) {
        snprintf(error, size, "%s:1: not a recording of touches; record one with --record",
                 name);
        return false;
    }
    while (fgets(line, sizeof line, file) != NULL) {
        number++;
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '\0' || line[0] == '#') {
            continue;
        }
        if (!sample_read(line, &sample)) {
            snprintf(error, size, "%s:%d: not a sample: '%s'; remove the line", name,
                     number, line);
            goto fail;
        }
        if (!recording_add(out, &room, &sample)) {
            snprintf(error, size, "%s:%d: too long to read; cut it in parts", name, number);
            goto fail;
        }
    }
    return true;
fail:
    recording_finish(out);
    return false;
}

void recording_finish(struct recording *recording)
{
    free(recording->samples);
    *recording = (struct recording){0};
}
