#include "view/drafts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

static const char HEAD[] = "regiebord drafts 1\n";

static const struct {
    const char *name; // in the text that is kept
    size_t chars;
} kinds[WRITING_COUNT] = {
    [WRITING_NOTE] = {"note", UPDATE_NOTE_CHARS},
    [WRITING_REASON] = {"reason", UPDATE_REASON_CHARS},
    [WRITING_ASKED] = {"asked", WRITING_ASKED_CHARS},
    [WRITING_TASK] = {"task", UPDATE_TASK_CHARS},
    [WRITING_NAME] = {"name", UPDATE_NAME_CHARS},
};

size_t writing_chars(enum writing writing)
{
    return writing < WRITING_COUNT ? kinds[writing].chars : 0;
}

static bool same_subject(const struct draft_text *a, const char *board,
                         enum writing writing, const char *select)
{
    return a->writing == writing && strcmp(a->board, board) == 0 &&
           strcmp(a->select, select) == 0;
}

const struct draft_text *drafts_find(const struct drafts *drafts, const char *board,
                                     enum writing writing, const char *select,
                                     const char *who)
{
    for (int i = drafts->count - 1; i >= 0; i--) {
        const struct draft_text *draft = &drafts->list[i];
        bool open =
            who[0] == '\0' || draft->author[0] == '\0' || strcmp(draft->author, who) == 0;
        if (open && same_subject(draft, board, writing, select)) {
            return draft;
        }
    }
    return NULL;
}

static void take_away(struct drafts *drafts, int at)
{
    drafts->count--;
    memmove(&drafts->list[at], &drafts->list[at + 1],
            (size_t)(drafts->count - at) * sizeof drafts->list[0]);
}

bool drafts_put(struct drafts *drafts, const struct draft_text *draft)
{
    bool changed = false;

    if (draft->writing >= WRITING_NAME) {
        return false;
    }
    for (int i = drafts->count - 1; i >= 0; i--) {
        const struct draft_text *old = &drafts->list[i];
        bool same = same_subject(old, draft->board, draft->writing, draft->select) &&
                    (old->author[0] == '\0' || strcmp(old->author, draft->author) == 0);
        if (same && strcmp(old->author, draft->author) == 0 &&
            strcmp(old->text, draft->text) == 0) {
            return changed;
        }
        if (same) {
            take_away(drafts, i);
            changed = true;
        }
    }
    if (draft->text[0] == '\0') {
        return changed;
    }
    if (drafts->count == DRAFTS_MAX) {
        take_away(drafts, 0);
    }
    drafts->list[drafts->count++] = *draft;
    return true;
}

char *drafts_write(const struct drafts *drafts)
{
    size_t room = sizeof HEAD + (size_t)drafts->count * (sizeof drafts->list[0] + 16);
    char *text = malloc(room);
    int at = 0;

    if (text == NULL) {
        return NULL;
    }
    text[0] = '\0';
    for (int i = 0; i < drafts->count; i++) {
        const struct draft_text *draft = &drafts->list[i];
        at += snprintf(text + at, room - (size_t)at, "%s%s\t%s\t%s\t%s\t%s\n",
                       i == 0 ? HEAD : "", kinds[draft->writing].name, draft->board,
                       draft->select, draft->author, draft->text);
    }
    return text;
}

// The next field of a line, cleaned, into `out`; moves *at behind it. Fields that do not
// fit are cut.
static void field_read(const char **at, const char *end, char *out, size_t size)
{
    const char *tab = memchr(*at, '\t', (size_t)(end - *at));
    const char *stop = tab != NULL ? tab : end;

    utf8_clean(*at, (size_t)(stop - *at), false, out, size);
    *at = tab != NULL ? tab + 1 : end;
}

static bool line_read(const char *line, const char *end, struct draft_text *draft)
{
    char kind[16];
    char text[FIELD_BYTES];
    struct field field;

    *draft = (struct draft_text){.writing = WRITING_COUNT};
    field_read(&line, end, kind, sizeof kind);
    for (enum writing w = WRITING_NOTE; w < WRITING_COUNT; w++) {
        draft->writing = strcmp(kind, kinds[w].name) == 0 ? w : draft->writing;
    }
    field_read(&line, end, draft->board, sizeof draft->board);
    field_read(&line, end, draft->select, sizeof draft->select);
    field_read(&line, end, draft->author, sizeof draft->author);
    field_read(&line, end, text, sizeof text);
    field_init(&field, writing_chars(draft->writing));
    field_set(&field, text);
    memcpy(draft->text, field.text, field.length + 1);
    return draft->writing < WRITING_COUNT && draft->board[0] != '\0' &&
           draft->select[0] != '\0' && line == end;
}

void drafts_read(struct drafts *drafts, const char *text)
{
    *drafts = (struct drafts){0};
    if (strncmp(text, HEAD, sizeof HEAD - 1) != 0) {
        return;
    }
    for (text += sizeof HEAD - 1; *text != '\0';) {
        const char *end = text + strcspn(text, "\n");
        struct draft_text draft;
        if (line_read(text, end, &draft)) {
            drafts_put(drafts, &draft);
        }
        text = *end == '\n' ? end + 1 : end;
    }
}
