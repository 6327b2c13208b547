#include "board/wordlist.h"

#include <stdlib.h>
#include <string.h>

#include "base/data.h"
#include "base/utf8.h"

enum {
    WORD_LEAST = 4,       // shorter ones are typed faster than they are found
    LEARNED_MAX = 64,     // texts of the board that are weighed
    LEARNED_HERE = 2,     // of those about the open action
    SENTENCE_LEAST = 10,  // bytes
    CHANGES_BACK = 2000,  // how far back in the history
    REASON_SENTENCE = 60, // characters
};

static void add(struct wordlist *list, const char ***words, size_t *count, size_t *room,
                const char *word)
{
    if (word == NULL || word[0] == '\0') {
        return;
    }
    if (*count == *room) {
        size_t more = *room * 2 + 256;
        const char **bigger = arena_alloc(&list->arena, more * sizeof *bigger);
        if (bigger == NULL) {
            return;
        }
        if (*count > 0) {
            memcpy(bigger, *words, *count * sizeof *bigger);
        }
        *words = bigger;
        *room = more;
    }
    (*words)[(*count)++] = word;
}

static void add_own(struct wordlist *list, const char *word)
{
    add(list, &list->own, &list->own_count, &list->own_room, word);
}

// Anything that parts words; bytes above ASCII belong to letters.
static bool parts_words(char c)
{
    return c == '\0' || strchr(" ,.;:!?()[]\"/\n\t", c) != NULL;
}

// The words of a text, each as it stands there.
static void add_words(struct wordlist *list, const char *text)
{
    while (*text != '\0') {
        size_t length = 0;
        while (!parts_words(text[length])) {
            length++;
        }
        if (length >= WORD_LEAST) {
            add_own(list, arena_text(&list->arena, text, length));
        }
        text += length + (text[length] != '\0' ? 1 : 0);
    }
}

// Who leads tracks, each name once: of the thousands of tracks of a large board equal names
// are one text.
static void add_leads(struct wordlist *list, const struct board *board)
{
    size_t from = list->own_count;

    for (size_t i = 0; i < board->track_count; i++) {
        const char *lead = board->tracks[i].lead;
        size_t at = from;
        while (at < list->own_count && list->own[at] != lead) {
            at++;
        }
        if (at == list->own_count) {
            add_own(list, lead);
        }
    }
}

static void add_names(struct wordlist *list, const struct board *board)
{
    for (size_t i = 0; i < board->person_count; i++) {
        add_own(list, board->persons[i].name);
    }
    add_leads(list, board);
    for (size_t i = 0; i < board->organisation_count; i++) {
        add_own(list, board->organisations[i].title);
        add_own(list, board->organisations[i].name);
    }
}

static void add_bodies(struct wordlist *list, const struct board *board)
{
    for (size_t i = 0; i < board->rung_count; i++) {
        add_own(list, board->rungs[i].name);
    }
    for (size_t i = 0; i < board->meeting_count; i++) {
        add_own(list, board->meetings[i].body);
    }
    for (size_t i = 0; i < board->column_count; i++) {
        add_own(list, board->columns[i].title);
    }
    for (size_t i = 0; i < board->abbreviation_count; i++) {
        add_own(list, board->abbreviations[i].name);
    }
}

static void add_action(struct wordlist *list, const struct action *action)
{
    add_words(list, action->title);
    add_words(list, action->brief);
    add_words(list, action->partners);
    add_words(list, action->text);
}

// The cells of a line of the binary's own tables: kind, text.
static void add_common(struct wordlist *list)
{
    const char *text = data_file("woorden.csv", NULL);

    text = text != NULL ? strchr(text, '\n') : NULL; // the first line names the column
    while (text != NULL && *++text != '\0') {
        const char *word = arena_text(&list->arena, text, strcspn(text, "\n"));
        add(list, &list->common, &list->common_count, &list->common_room, word);
        text = strchr(text, '\n');
    }
}

// --- sentences ---

static bool listed(const struct wordlist *list, const char *text)
{
    for (size_t i = 0; i < list->sentence_count; i++) {
        if (utf8_same(text, list->sentences[i])) {
            return true;
        }
    }
    return false;
}

static void add_sentence(struct wordlist *list, const char *text)
{
    if (text != NULL && list->sentence_count < WORDLIST_SENTENCES && !listed(list, text)) {
        list->sentences[list->sentence_count++] = text;
    }
}

struct learned {
    const char *text;
    int times;
    bool here; // about the open action
};

static bool fits(const char *text, enum wordlist_kind kind)
{
    size_t length = strlen(text);

    return length >= SENTENCE_LEAST && length < WORDLIST_SENTENCE_BYTES &&
           strchr(text, ' ') != NULL && strchr(text, '\n') == NULL &&
           (kind != WORDLIST_REASON || utf8_count(text) <= REASON_SENTENCE);
}

static void learn(struct learned *learned, size_t *count, const char *text, bool here,
                  enum wordlist_kind kind)
{
    size_t i = 0;

    if (text == NULL || !fits(text, kind)) {
        return;
    }
    while (i < *count && strcmp(learned[i].text, text) != 0) {
        i++;
    }
    if (i == LEARNED_MAX) {
        return;
    }
    if (i == *count) {
        learned[(*count)++] = (struct learned){.text = text};
    }
    learned[i].times++;
    learned[i].here = learned[i].here || here;
}

// Whether a change wrote a text of this kind.
static bool is_text(const struct change *change, enum wordlist_kind kind)
{
    if (kind == WORDLIST_ASKED) {
        return strcmp(change->column, "asked") == 0;
    }
    bool reason = strcmp(change->column, "reason") == 0;
    bool note = strcmp(change->table, "note") == 0 && strcmp(change->column, "text") == 0;
    return reason || note;
}

// What people wrote before on this board, the newest first: a little of what was said of
// this very action, then what came back.
static void add_learned(struct wordlist *list, const struct board *board,
                        const struct action *action, enum wordlist_kind kind)
{
    struct learned learned[LEARNED_MAX];
    size_t count = 0;
    size_t until =
        board->change_count > CHANGES_BACK ? board->change_count - CHANGES_BACK : 0;

    for (size_t i = board->change_count; i > until; i--) {
        const struct change *change = &board->changes[i - 1];
        if (is_text(change, kind)) {
            learn(learned, &count, change->after,
                  action != NULL && change->action == action, kind);
        }
    }
    for (size_t i = 0; kind == WORDLIST_ASKED && i < board->track_count; i++) {
        const struct bottleneck *open = board->tracks[i].bottleneck;
        learn(learned, &count, open != NULL ? open->asked : NULL, false, kind);
    }
    for (size_t i = 0; i < count && list->sentence_count < LEARNED_HERE; i++) {
        add_sentence(list, learned[i].here ? learned[i].text : NULL);
    }
    for (size_t i = 0; i < count; i++) {
        add_sentence(list, learned[i].times > 1 ? learned[i].text : NULL);
    }
}

// The usual ones, for boards that are young: "kind;sentence" per line.
static void add_usual(struct wordlist *list, enum wordlist_kind kind)
{
    static const char *const names[] = {"notitie", "reden", "gevraagd", "naam"};
    const char *text = data_file("zinnen.csv", NULL);
    size_t length = strlen(names[kind]);

    for (; text != NULL && *text != '\0'; text = strchr(text, '\n')) {
        text += *text == '\n';
        if (strncmp(text, names[kind], length) == 0 && text[length] == ';') {
            const char *sentence = text + length + 1;
            add_sentence(list, arena_text(&list->arena, sentence, strcspn(sentence, "\n")));
        }
    }
}

void wordlist_make(struct wordlist *list, const struct board *board,
                   const struct action *action, enum wordlist_kind kind)
{
    *list = (struct wordlist){0};
    if (kind == WORDLIST_NAME) {
        add_names(list, board);
        return;
    }
    if (action != NULL) {
        add_action(list, action);
    }
    add_bodies(list, board);
    add_names(list, board);
    add_common(list);
    add_learned(list, board, action, kind);
    add_usual(list, kind);
}

void wordlist_finish(struct wordlist *list)
{
    arena_finish(&list->arena);
    *list = (struct wordlist){0};
}
