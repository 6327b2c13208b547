#include "touch/script.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WAIT_MOST_MS = 600000, PLACE_MOST_PX = 32000, WORD_BYTES = 64 };

// One line being read: `at` moves on; `problem` and `advice` are set where it stops.
struct reader {
    struct arena *arena;
    const char *at;
    const char *problem;
    const char *advice;
};

static bool refuse(struct reader *reader, const char *problem, const char *advice)
{
    if (reader->problem == NULL) {
        reader->problem = problem;
        reader->advice = advice;
    }
    return false;
}

static void skip_space(struct reader *reader)
{
    while (*reader->at == ' ' || *reader->at == '\t' || *reader->at == '\r') {
        reader->at++;
    }
}

static bool at_end(struct reader *reader)
{
    skip_space(reader);
    return *reader->at == '\0' || *reader->at == '#';
}

// The next bare word into `word`; "" when there is none.
static void take_word(struct reader *reader, char word[WORD_BYTES])
{
    size_t length = 0;

    skip_space(reader);
    while (*reader->at != '\0' && !isspace((unsigned char)*reader->at) &&
           *reader->at != '"' && length + 1 < WORD_BYTES) {
        word[length++] = *reader->at++;
    }
    word[length] = '\0';
}

// Takes this word when it is next.
static bool take_given(struct reader *reader, const char *given)
{
    size_t length = strlen(given);

    skip_space(reader);
    const char *behind = reader->at + length;
    if (strncmp(reader->at, given, length) != 0 ||
        (*behind != '\0' && !isspace((unsigned char)*behind) && *behind != '"')) {
        return false;
    }
    reader->at = behind;
    return true;
}

static bool take_text(struct reader *reader, const char **out)
{
    skip_space(reader);
    if (*reader->at != '"') {
        return refuse(reader, "a text in quotes is missing", "write it between \" and \"");
    }
    char *text = arena_alloc(reader->arena, strlen(reader->at) + 1);
    size_t length = 0;
    if (text == NULL) {
        return refuse(reader, "no memory", "make the script shorter");
    }
    for (reader->at++; *reader->at != '"' && *reader->at != '\0'; reader->at++) {
        bool escaped =
            *reader->at == '\\' && (reader->at[1] == '"' || reader->at[1] == '\\');
        reader->at += escaped;
        text[length++] = *reader->at;
    }
    if (*reader->at != '"') {
        return refuse(reader, "the text does not end", "close it with \"");
    }
    reader->at++;
    if (length == 0) {
        return refuse(reader, "the text is empty",
                      "write what to look for between the quotes");
    }
    *out = text;
    return true;
}

// A whole number of at most PLACE_MOST_PX either way.
static bool take_number(struct reader *reader, int *out)
{
    char *end = NULL;

    skip_space(reader);
    long value = strtol(reader->at, &end, 10);
    if (end == reader->at || value < -PLACE_MOST_PX || value > PLACE_MOST_PX) {
        return false;
    }
    reader->at = end;
    *out = (int)value;
    return true;
}

static bool take_pair(struct reader *reader, int *x, int *y)
{
    if (!take_number(reader, x) || *reader->at != ',') {
        return refuse(reader, "two numbers are missing", "write them as 100,200");
    }
    reader->at++;
    return take_number(reader, y) ||
           refuse(reader, "the second number is missing", "write 100,200");
}

// "label", N of "label", or X,Y.
static bool take_target(struct reader *reader, struct script_target *target)
{
    skip_space(reader);
    target->nth = 1;
    if (*reader->at == '"') {
        return take_text(reader, &target->label);
    }
    const char *from = reader->at;
    int number = 0;
    if (take_number(reader, &number) && take_given(reader, "of")) {
        target->nth = number;
        return number >= 1 ? take_text(reader, &target->label)
                           : refuse(reader, "there is no such count", "count from 1");
    }
    reader->at = from;
    target->placed = true;
    return take_pair(reader, &target->x_px, &target->y_px) ||
           refuse(reader, "nothing to touch", "write \"label\", 2 of \"label\" or 100,200");
}

static bool read_target(struct reader *reader, struct script_line *line)
{
    skip_space(reader);
    if (*reader->at != '"' && !isdigit((unsigned char)*reader->at)) {
        return refuse(reader, "nothing to touch",
                      "write \"label\", 2 of \"label\" or 100,200");
    }
    return take_target(reader, &line->target);
}

static bool read_direction(struct reader *reader, struct script_line *line)
{
    static const char *const names[] = {"left", "right", "up", "down"};

    for (int i = 0; i < 4; i++) {
        if (take_given(reader, names[i])) {
            line->direction = (enum script_direction)i;
            return !take_given(reader, "on") || read_target(reader, line);
        }
    }
    return refuse(reader, "which way?", "write left, right, up or down");
}

static bool read_drag(struct reader *reader, struct script_line *line)
{
    if (!read_target(reader, line)) {
        return false;
    }
    if (!take_given(reader, "by")) {
        return refuse(reader, "how far?", "write by 0,-300 behind it");
    }
    return take_pair(reader, &line->dx_px, &line->dy_px);
}

static bool read_text(struct reader *reader, struct script_line *line)
{
    return take_text(reader, &line->text);
}

static bool read_key(struct reader *reader, struct script_line *line)
{
    static const struct {
        const char *name;
        enum sample_key key;
    } keys[] = {{"back", KEY_BACK}, {"enter", KEY_ENTER}, {"erase", KEY_ERASE},
                {"left", KEY_LEFT}, {"right", KEY_RIGHT}, {"up", KEY_UP},
                {"down", KEY_DOWN}, {"home", KEY_HOME}};

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (take_given(reader, keys[i].name)) {
            line->key = keys[i].key;
            return true;
        }
    }
    return refuse(reader, "which key?",
                  "write back, enter, erase, left, right, up, down or home");
}

static bool read_wait(struct reader *reader, struct script_line *line)
{
    char *end = NULL;

    skip_space(reader);
    double value = strtod(reader->at, &end);
    bool number = end != reader->at && value >= 0;
    reader->at = end;
    double unit_ms = 0;
    if (number && take_given(reader, "ms")) {
        unit_ms = 1;
    } else if (number && take_given(reader, "s")) {
        unit_ms = 1000;
    }
    if (unit_ms <= 0 || !(value * unit_ms <= WAIT_MOST_MS)) {
        return refuse(reader, "how long?", "write 300ms or 2s, at most 600s");
    }
    line->wait_ms = (int)(value * unit_ms);
    return true;
}

static bool read_word(struct reader *reader, struct script_line *line, const char *advice)
{
    char word[WORD_BYTES * 4];

    if (at_end(reader)) {
        return refuse(reader, "a name is missing", advice);
    }
    if (*reader->at == '"') {
        return take_text(reader, &line->text);
    }
    size_t length = strcspn(reader->at, " \t\r");
    if (length >= sizeof word) {
        return refuse(reader, "the name is too long", advice);
    }
    line->text = arena_text(reader->arena, reader->at, length);
    reader->at += length;
    return line->text != NULL;
}

static bool read_expect(struct reader *reader, struct script_line *line)
{
    if (take_given(reader, "screen")) {
        line->verb = SCRIPT_EXPECT_SCREEN;
        return read_word(reader, line, "write expect screen kaart");
    }
    if (take_given(reader, "asleep")) {
        line->verb = SCRIPT_EXPECT_ASLEEP;
        return true;
    }
    if (take_given(reader, "awake")) {
        line->verb = SCRIPT_EXPECT_AWAKE;
        return true;
    }
    if (take_given(reader, "no")) {
        line->verb = SCRIPT_EXPECT_NO;
    }
    return take_text(reader, &line->text);
}

static bool read_render(struct reader *reader, struct script_line *line)
{
    return read_word(reader, line, "write render kaart.png");
}

static const struct {
    const char *name;
    enum script_verb verb;
    bool (*read)(struct reader *reader, struct script_line *line);
} verbs[] = {
    {"tap", SCRIPT_TAP, read_target},        {"hold", SCRIPT_HOLD, read_target},
    {"swipe", SCRIPT_SWIPE, read_direction}, {"fling", SCRIPT_FLING, read_direction},
    {"drag", SCRIPT_DRAG, read_drag},        {"type", SCRIPT_TYPE, read_text},
    {"key", SCRIPT_KEY, read_key},           {"wait", SCRIPT_WAIT, read_wait},
    {"expect", SCRIPT_EXPECT, read_expect},  {"render", SCRIPT_RENDER, read_render},
};

static bool line_read(struct reader *reader, struct script_line *line)
{
    char word[WORD_BYTES];

    take_word(reader, word);
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        if (strcmp(verbs[i].name, word) != 0) {
            continue;
        }
        line->verb = verbs[i].verb;
        if (!verbs[i].read(reader, line)) {
            return false;
        }
        return at_end(reader) ||
               refuse(reader, "something is left at the end", "one command per line");
    }
    return refuse(reader, "no such command",
                  "use tap, hold, swipe, fling, drag, type, key, wait, expect or render");
}

static size_t count_lines(const char *text)
{
    size_t count = 1;

    for (const char *at = text; *at != '\0'; at++) {
        count += *at == '\n';
    }
    return count;
}

bool script_parse(struct script *script, const char *text, const char *name, char *error,
                  size_t size)
{
    int number = 1;

    *script = (struct script){0};
    script->lines = arena_alloc(&script->arena, count_lines(text) * sizeof *script->lines);
    if (script->lines == NULL) {
        snprintf(error, size, "%s:1: no memory, make the script shorter", name);
        return false;
    }
    for (const char *at = text; *at != '\0'; number++) {
        size_t length = strcspn(at, "\n");
        const char *copy = arena_text(&script->arena, at, length);
        struct reader reader = {.arena = &script->arena, .at = copy};
        if (copy != NULL && !at_end(&reader)) {
            struct script_line *line = &script->lines[script->count++];
            *line = (struct script_line){.number = number};
            line_read(&reader, line);
        }
        if (reader.problem != NULL || script->arena.failed) {
            snprintf(error, size, "%s:%d: %s: %s", name, number,
                     reader.problem != NULL ? reader.problem : "no memory",
                     reader.advice != NULL ? reader.advice : "make the script shorter");
            script_finish(script);
            return false;
        }
        at += length + (at[length] == '\n');
    }
    return true;
}

void script_finish(struct script *script)
{
    arena_finish(&script->arena);
    *script = (struct script){0};
}
