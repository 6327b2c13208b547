#include "desk/changes.h"

#include <stddef.h>
#include <string.h>

enum { LINES_MAX = 40, SHOWN_BYTES = 60 };

static const struct {
    const char *name;
    size_t offset;
} fields[] = {
    {"title", offsetof(struct action, title)},
    {"text", offsetof(struct action, text)},
    {"partners", offsetof(struct action, partners)},
    {"funding", offsetof(struct action, funding)},
    {"due", offsetof(struct action, due_text)},
    {"refers to", offsetof(struct action, refs)},
};

static const char *text_of(const struct action *action, size_t offset)
{
    return *(const char *const *)(const void *)((const char *)action + offset);
}

// Whole letters only, on one line.
static void print_text(FILE *out, const char *text)
{
    size_t length = strlen(text);

    if (length > SHOWN_BYTES) {
        for (length = SHOWN_BYTES; ((unsigned char)text[length] & 0xc0) == 0x80;) {
            length--;
        }
    }
    fputc('"', out);
    for (size_t i = 0; i < length; i++) {
        fputc(text[i] == '\n' ? ' ' : text[i], out);
    }
    fputs(text[length] == '\0' ? "\"" : "...\"", out);
}

static size_t print_difference(FILE *out, const struct action *before,
                               const struct action *after, bool quiet)
{
    size_t different = 0;

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const char *from = text_of(before, fields[i].offset);
        const char *to = text_of(after, fields[i].offset);
        if (strcmp(from, to) == 0) {
            continue;
        }
        different++;
        if (!quiet) {
            fprintf(out, "  %s %s: ", after->code, fields[i].name);
            print_text(out, from);
            fputs(" -> ", out);
            print_text(out, to);
            fputc('\n', out);
        }
    }
    if (before->scope != after->scope || before->track_count != after->track_count) {
        different++;
        if (!quiet) {
            fprintf(out, "  %s scope or columns\n", after->code);
        }
    }
    return different;
}

// New actions are listed only when others were there: a first import is not a list of
// changes.
static bool print_new(FILE *out, const struct board *before, const struct action *action,
                      bool quiet)
{
    if (before == NULL || before->action_count == 0) {
        return false;
    }
    if (!quiet) {
        fprintf(out, "  %s new: ", action->code);
        print_text(out, action->title);
        fputc('\n', out);
    }
    return true;
}

size_t changes_print(FILE *out, const struct board *before, const struct board *after)
{
    size_t count = 0;

    for (size_t i = 0; i < after->action_count; i++) {
        const struct action *now = &after->actions[i];
        const struct action *then =
            before == NULL ? NULL : board_action_find(before, now->code);
        bool quiet = count >= LINES_MAX;
        bool changed = then == NULL ? print_new(out, before, now, quiet)
                                    : print_difference(out, then, now, quiet) > 0;
        count += changed ? 1 : 0;
    }
    for (size_t i = 0; before != NULL && i < before->action_count; i++) {
        if (board_action_find(after, before->actions[i].code) == NULL) {
            if (count < LINES_MAX) {
                fprintf(out, "  %s deleted\n", before->actions[i].code);
            }
            count++;
        }
    }
    if (count > LINES_MAX) {
        fprintf(out, "  and %zu more\n", count - LINES_MAX);
    }
    return count;
}
