#include "view/conflict.h"

#include <stdio.h>
#include <string.h>

#include "view/buttons.h"
#include "view/deed_words.h"

enum { WORDS_LINES = 4 };

// What both changed.
static const char *subject_word(const struct scene *scene, const struct change *change)
{
    static const struct {
        const char *table, *column;
        enum word word;
    } subjects[] = {
        {"track", "stage", WORD_BOTH_STAGE},
        {"track", "health", WORD_BOTH_HEALTH},
        {"track", "reason", WORD_BOTH_REASON},
        {"track", "lead", WORD_BOTH_LEAD},
        {"bottleneck", "rung", WORD_BOTH_RUNG},
        {"bottleneck", "asked", WORD_BOTH_ASKED},
        {"bottleneck", "reason", WORD_BOTH_REASON},
        {"action", "due", WORD_BOTH_DUE},
        {"bottleneck", "ended", WORD_BOTH_ENDED},
    };

    for (size_t i = 0; i < sizeof subjects / sizeof subjects[0]; i++) {
        if (strcmp(subjects[i].table, change->table) == 0 &&
            strcmp(subjects[i].column, change->column) == 0) {
            return scene_word(scene, subjects[i].word);
        }
    }
    return scene_word(scene, WORD_BOTH_OTHER);
}

static const char *value_of(const struct scene *scene, const struct change *change)
{
    return change->after == NULL || change->after[0] == '\0'
               ? scene_word(scene, WORD_BOTH_NOTHING)
               : change->after;
}

// "Inkoop jeugd koos vertalen (3 nov 10.12)"
static void side_words(const struct scene *scene, const struct change *change, char *out,
                       size_t size)
{
    char when[FORMAT_SIZE];
    char value[2 * FORMAT_SIZE];

    moment_words(scene, change->at_ms, when, sizeof when);
    format_fill(value, sizeof value, "%s", value_of(scene, change));
    format_fill(out, size, scene_word(scene, WORD_BOTH_CHOSE), change->author, value, when);
    if (out[0] >= 'a' && out[0] <= 'z') {
        out[0] = (char)(out[0] - 'a' + 'A');
    }
}

void conflict_words(const struct scene *scene, const struct conflict *conflict, char *out,
                    size_t size)
{
    char lost[4 * FORMAT_SIZE];
    char stands[4 * FORMAT_SIZE];
    bool first = conflict->lost->at_ms <= conflict->stands->at_ms;

    side_words(scene, conflict->lost, lost, sizeof lost);
    side_words(scene, conflict->stands, stands, sizeof stands);
    format_fill(out, size, scene_word(scene, WORD_BOTH_CHANGED),
                subject_word(scene, conflict->stands), first ? lost : stands,
                first ? stands : lost);
}

// Where its parts go: the buttons beside the words, or under them where that is narrow.
struct parts {
    int pad, words_w, button_w, high;
    bool beside;
};

static struct parts parts_of(const struct scene *scene, int width_px)
{
    struct parts parts = {.pad = 2 * scene->m->unit_px, .high = button_small_px(scene)};
    int inner = width_px - 2 * parts.pad;

    parts.beside = scene->m->layout == LAYOUT_ROOM;
    parts.button_w = parts.beside ? inner / 3 : (inner - scene->m->gap_px) / 2;
    parts.words_w = parts.beside ? inner - parts.button_w - parts.pad : inner;
    return parts;
}

static struct type words_type(const struct scene *scene)
{
    return (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink};
}

static int lines_px(const struct scene *scene, const struct parts *parts, int lines)
{
    int text = (1 + lines) * text_leading(scene, SIZE_HAND);
    int buttons = parts->beside ? 2 * parts->high + scene->m->gap_px : parts->high;

    return 2 * parts->pad +
           (parts->beside ? most(text, buttons) : text + scene->m->gap_px + buttons);
}

int conflict_px(const struct scene *scene, const struct conflict *conflict, int width_px)
{
    struct parts parts = parts_of(scene, width_px);
    char words[CONFLICT_SIZE];

    conflict_words(scene, conflict, words, sizeof words);
    return lines_px(
        scene, &parts,
        least(WORDS_LINES, text_lines(scene, parts.words_w, words_type(scene), words)));
}

int conflict_most_px(const struct scene *scene, int width_px)
{
    struct parts parts = parts_of(scene, width_px);

    return lines_px(scene, &parts, WORDS_LINES);
}

static void keep_draw(struct scene *scene, size_t index, bool lost, rect box)
{
    const struct conflict *conflict = &scene->board->conflicts[index];
    struct intent tap = intent_of(INTENT_SETTLE, lost);
    char words[2 * FORMAT_SIZE];

    tap.number = (int)index;
    snprintf(tap.text, sizeof tap.text, "%lld %.72s", (long long)conflict->lost->at_ms,
             conflict->lost->column);
    snprintf(tap.select, sizeof tap.select, "%.71s", conflict->lost->row);
    format_fill(words, sizeof words, scene_word(scene, WORD_KEEP),
                value_of(scene, lost ? conflict->lost : conflict->stands));
    button_small(scene, box, words, tap);
}

void conflict_draw(struct scene *scene, size_t index, rect box)
{
    const struct conflict *conflict = &scene->board->conflicts[index];
    const struct metrics *m = scene->m;
    struct parts parts = parts_of(scene, box.w);
    int leading = text_leading(scene, SIZE_HAND);
    int y = box.y + parts.pad + leading * 8 / 10;
    char words[CONFLICT_SIZE];
    char subject[FORMAT_SIZE];
    char heading[2 * FORMAT_SIZE];

    draw_fill(scene->list, box, scene->t->card, m->radius_px);
    draw_frame(scene->list, box, scene->t->ink, m->radius_px, m->thin_px);
    change_subject_words(scene, conflict->stands, subject, sizeof subject);
    format_fill(heading, sizeof heading, "%s%s%s", scene_word(scene, WORD_CONFLICT),
                subject[0] != '\0' ? ": " : "", subject);
    text_put_fit(scene, box.x + parts.pad, y, parts.words_w,
                 (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink}, heading);
    conflict_words(scene, conflict, words, sizeof words);
    int foot = box.y + box.h - parts.pad - (parts.beside ? 0 : parts.high + m->gap_px);
    int lines = least(WORDS_LINES, (foot - y - leading / 5) / leading);
    if (lines > 0) {
        text_put_wrapped(scene, box.x + parts.pad, y + leading, parts.words_w, lines,
                         words_type(scene), words);
    }
    rect first = {box.x + parts.pad, box.y + box.h - parts.pad - parts.high, parts.button_w,
                  parts.high};
    rect second = {first.x + parts.button_w + m->gap_px, first.y, first.w, first.h};
    if (parts.beside) {
        first.x = second.x = box.x + box.w - parts.pad - parts.button_w;
        first.y = box.y + (box.h - 2 * parts.high - m->gap_px) / 2;
        second.y = first.y + parts.high + m->gap_px;
    }
    keep_draw(scene, index, false, first);
    keep_draw(scene, index, true, second);
}
