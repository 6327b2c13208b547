// Touches kept as text, to play them again: a first line with the size of the frame, then a
// line per sample, its time in ms since the first one.
#ifndef REGIEBORD_TOUCH_RECORD_H
#define REGIEBORD_TOUCH_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "touch/sample.h"

struct recorder {
    FILE *file; // borrowed
    int64_t start_ms;
    bool started;
};

struct recording {
    int width_px, height_px; // of the frame it was made on
    struct sample *samples;  // owned; at_ms since the first one
    size_t count;
};

// Begins on an open file; writes its first line.
void recorder_begin(struct recorder *recorder, FILE *file, int width_px, int height_px);

// Writes one sample. False (and logged) when the file does not take it.
bool recorder_add(struct recorder *recorder, const struct sample *sample);

// Reads a whole recording; `name` is what messages call it. On false nothing is owned and
// `error` says what is wrong and where.
bool recording_read(FILE *file, const char *name, struct recording *out, char *error,
                    size_t size);

void recording_finish(struct recording *recording);

#endif
