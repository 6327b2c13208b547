// What a decision calls a point without an action. It can hang on nothing but an action, so
// it names the point in its text, and is known again by that.
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "board/agenda.h"

enum { NAME_BYTES = 64, KIND_BYTES = 24, CODE_BYTES = 24, BRIEF_CHARS = 40 };

static int whole(const char *text, size_t size)
{
    return (int)utf8_whole(text, strnlen(text, size));
}

// "tempo ambitie 5", "tempo 2.3": Dutch, like all data. "" where there is nothing to name.
static void name_write(const struct board *board, const struct attention *why,
                       char out[NAME_BYTES])
{
    const char *kind = board->row_kind;

    out[0] = '\0';
    if (why->action != NULL || why->ambition == NULL) {
        return;
    }
    if (why->goal != NULL) {
        snprintf(out, NAME_BYTES, "tempo %.*s", whole(why->goal->code, CODE_BYTES),
                 why->goal->code);
        return;
    }
    snprintf(out, NAME_BYTES, "tempo %.*s %.*s", whole(kind, KIND_BYTES), kind,
             whole(why->ambition->code, CODE_BYTES), why->ambition->code);
    out[6] = (char)tolower((unsigned char)out[6]);
}

// Its short title; "" where it has only a long one, which a decision would cut off.
static const char *brief_of(const struct attention *why)
{
    const char *brief = why->goal != NULL ? why->goal->brief : why->ambition->wall;
    const char *title = why->goal != NULL ? why->goal->title : why->ambition->title;

    if (brief[0] == '\0') {
        brief = title;
    }
    return utf8_count(brief) <= BRIEF_CHARS ? brief : "";
}

void point_name(const struct board *board, const struct attention *why, char *out,
                size_t size)
{
    char name[NAME_BYTES];

    name_write(board, why, name);
    if (name[0] == '\0') {
        snprintf(out, size, "%s", "");
        return;
    }
    const char *brief = brief_of(why);
    snprintf(out, size, "%s%s%s", name, brief[0] != '\0' ? ", " : "", brief);
    out[utf8_whole(out, strlen(out))] = '\0';
    for (char *slash = out + strnlen(name, strlen(out)); *slash != '\0'; slash++) {
        *slash = *slash == '/' ? ' ' : *slash; // between the lines of the wall
    }
}

// As a whole: "tempo 2.1" is not named by "tempo 2.10" nor by "tempo 2.1.3".
static bool text_has(const char *text, const char *name)
{
    size_t length = strlen(name);

    for (const char *at = text; length > 0 && (at = strstr(at, name)) != NULL; at++) {
        if (at[length] == '\0' || strchr(",)", at[length]) != NULL) {
            return true;
        }
    }
    return false;
}

bool point_named(const struct board *board, const struct attention *why, const char *text)
{
    char name[NAME_BYTES];

    name_write(board, why, name);
    return text_has(text, name);
}

bool point_find(const struct board *board, const char *text, struct attention *why)
{
    *why = (struct attention){.kind = ATTENTION_KIND_COUNT, .days = DAY_NONE};
    if (strstr(text, "tempo ") == NULL) {
        return false;
    }
    for (size_t i = 0; i < board->ambition_count; i++) {
        why->ambition = &board->ambitions[i];
        if (point_named(board, why, text)) {
            return true;
        }
    }
    for (size_t i = 0; i < board->goal_count; i++) {
        why->goal = &board->goals[i];
        why->ambition = why->goal->ambition;
        if (point_named(board, why, text)) {
            return true;
        }
    }
    return false;
}
