#include "view/deed_words.h"

#include <string.h>

// How a change of one column is told. %s is what it says now.
struct telling {
    const char *table, *column;
    enum word word;    // WORD_COUNT: the value itself
    enum word cleared; // when nothing is left; WORD_COUNT: that says nothing
    bool arrow;        // with what it was before
};

static const struct telling tellings[] = {
    {"track", "stage", WORD_COUNT, WORD_COUNT, true},
    {"track", "health", WORD_COUNT, WORD_NOT_REPORTED, false},
    {"track", "reason", WORD_TOLD_REASON, WORD_COUNT, false},
    {"track", "lead", WORD_TOLD_LEAD, WORD_NO_LEAD, false},
    {"bottleneck", "rung", WORD_TO, WORD_COUNT, false},
    {"bottleneck", "asked", WORD_TOLD_ASKED, WORD_COUNT, false},
    {"bottleneck", "ended", WORD_TOLD_END, WORD_COUNT, false},
    {"note", "text", WORD_COUNT, WORD_TOLD_NO_NOTE, false},
    {"action", "due", WORD_COUNT, WORD_NO_DUE, true},
    {"person", "name", WORD_TOLD_PERSON, WORD_COUNT, false},
    {"person", "pin", WORD_TOLD_PIN, WORD_TOLD_NO_PIN, false},
    {"decision", "text", WORD_DID_DECIDED, WORD_COUNT, false},
    {"decision", "lead", WORD_TOLD_LEAD, WORD_NO_LEAD, false},
    {"decision", "due", WORD_COUNT, WORD_NO_DUE, true},
    {"decision", "state", WORD_DID_DECISION_STATE, WORD_COUNT, false},
    {"meeting", "state", WORD_TOLD_MEETING_OPEN, WORD_TOLD_MEETING_UNDONE, false},
};

static const struct telling *telling_of(const struct change *change)
{
    for (size_t i = 0; i < sizeof tellings / sizeof tellings[0]; i++) {
        if (strcmp(tellings[i].table, change->table) == 0 &&
            strcmp(tellings[i].column, change->column) == 0) {
            return &tellings[i];
        }
    }
    return NULL;
}

static const char *text_of(const char *value)
{
    return value == NULL ? "" : value;
}

// A bottleneck begins on the lowest rung: that it stands there is no news.
static bool first_rung(const struct scene *scene, const struct change *change)
{
    return strcmp(change->column, "rung") == 0 && text_of(change->before)[0] == '\0' &&
           board_rung_find(scene->board, text_of(change->after)) == 0;
}

static void words_join(const char *words, char *out, size_t size)
{
    size_t used = strlen(out);

    format_fill(out + used, size - used, "%s%s", used > 0 ? ", " : "", words);
}

bool change_words_add(const struct scene *scene, const struct change *change, char *out,
                      size_t size)
{
    const struct telling *telling = telling_of(change);
    enum word word = telling == NULL ? WORD_COUNT : telling->word;
    const char *before = text_of(change->before);
    const char *after = text_of(change->after);
    char words[DEED_SIZE];

    if (telling == NULL || strcmp(before, after) == 0 || first_rung(scene, change)) {
        return false;
    }
    if (after[0] == '\0' && telling->cleared == WORD_COUNT) {
        return false;
    }
    // What the meeting says is told, not the word that the file keeps.
    if (word == WORD_TOLD_MEETING_OPEN && meeting_state_read(after) == MEETING_CLOSED) {
        word = WORD_TOLD_MEETING_CLOSE;
    }
    if (after[0] == '\0') {
        format_fill(words, sizeof words, "%s", scene_word(scene, telling->cleared));
    } else if (telling->arrow && before[0] != '\0') {
        format_fill(words, sizeof words, "%s → %s", before, after);
    } else {
        format_fill(words, sizeof words,
                    word == WORD_COUNT ? "%s" : scene_word(scene, word), after);
    }
    words_join(words, out, size);
    return true;
}

void change_subject_words(const struct scene *scene, const struct change *change, char *out,
                          size_t size)
{
    const struct board *board = scene->board;

    out[0] = '\0';
    if (change->track != NULL) {
        format_fill(out, size, "%s %s", change->track->action->code,
                    change->track->column->wall);
    } else if (change->action != NULL) {
        format_fill(out, size, "%s", change->action->code);
    }
    for (size_t i = 0; strcmp(change->table, "meeting") == 0 && i < board->meeting_count;
         i++) {
        if (strcmp(board->meetings[i].row, change->row) == 0) {
            format_fill(out, size, "%s", board->meetings[i].body);
        }
    }
}

// A decision says what it did to the board: that need not be told again.
static const struct change *decided(const struct deed *deed)
{
    for (size_t i = 0; i < deed->count; i++) {
        const struct change *change = &deed->first[i];
        if (strcmp(change->table, "decision") == 0 && strcmp(change->column, "text") == 0 &&
            text_of(change->after)[0] != '\0') {
            return change;
        }
    }
    return NULL;
}

void deed_words(const struct scene *scene, const struct deed *deed, char *out, size_t size)
{
    char subject[FORMAT_SIZE] = "";
    char words[DEED_SIZE] = "";
    const struct change *decision = decided(deed);
    bool reported = false;

    for (size_t i = 0; i < deed->count; i++) {
        const struct change *change = &deed->first[i];
        if (decision != NULL && change != decision) {
            continue;
        }
        if (subject[0] == '\0') {
            change_subject_words(scene, change, subject, sizeof subject);
        }
        char part[DEED_SIZE] = "";
        if (change_words_add(scene, change, part, sizeof part)) {
            bool due = strcmp(change->column, "due") == 0;
            char told[DEED_SIZE];
            format_fill(told, sizeof told, due ? scene_word(scene, WORD_TOLD_DUE) : "%s",
                        part);
            words_join(told, words, sizeof words);
        }
        reported = reported || strcmp(change->column, "reported") == 0;
    }
    if (words[0] == '\0') {
        words_join(scene_word(scene, reported ? WORD_NOTHING_MOVED : WORD_CHANGED), words,
                   sizeof words);
    }
    format_fill(out, size, "%s%s%s", subject, subject[0] != '\0' ? ": " : "", words);
}

void moment_words(const struct scene *scene, int64_t at_ms, char *out, size_t size)
{
    int32_t day = 0;
    int minute = 0;
    char date[FORMAT_SIZE];
    char clock[FORMAT_SIZE];

    day_local(at_ms, &day, &minute);
    format_when(date, sizeof date, scene->ui->lang, day, scene->today);
    format_clock(clock, sizeof clock, minute);
    format_fill(out, size, "%s %s",
                day == scene->today ? scene_word(scene, WORD_TODAY) : date, clock);
}
