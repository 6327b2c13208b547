// The keyboard: a note, a reason, what is asked, a name.
#include <stdio.h>
#include <string.h>

#include "board/handle.h"
#include "touch/suggest.h"
#include "view/chrome.h"
#include "view/keys.h"
#include "view/screens.h"
#include "view/write_layout.h"

static const struct {
    enum word title, brief, hint;
} texts[WRITING_COUNT] = {
    [WRITING_NOTE] = {WORD_NOTE, WORD_NOTE, WORD_WRITE_NOTE_HINT},
    [WRITING_REASON] = {WORD_WRITE_REASON, WORD_WRITE_REASON_BRIEF, WORD_WRITE_REASON_HINT},
    [WRITING_ASKED] = {WORD_WRITE_ASKED, WORD_WRITE_ASKED, WORD_WRITE_ASKED_HINT},
    [WRITING_TASK] = {WORD_MEET_TASK, WORD_MEET_TASK, WORD_MEET_TASK_HINT},
    [WRITING_NAME] = {WORD_WRITE_NAME, WORD_WRITE_NAME, WORD_WRITE_NAME_HINT},
};

// What is written about; parts are NULL where the place names none.
struct subject {
    enum writing writing;
    const struct action *action;
    const struct track *track;
};

static struct subject subject_of(const struct scene *scene)
{
    const struct place *here = &scene->ui->here;
    struct subject subject = {.writing = here->writing};
    const char *slash = strchr(here->select, '/');
    char code[sizeof here->select];

    if (subject.writing == WRITING_NAME) {
        return subject;
    }
    if (subject.writing == WRITING_TASK) {
        const struct decision *task = handle_decision(scene->board, here->select);
        subject.action = task != NULL ? task->action : NULL;
        subject.track = task != NULL ? task->track : NULL;
        return subject;
    }
    snprintf(code, sizeof code, "%.*s",
             (int)(slash == NULL ? strlen(here->select) : (size_t)(slash - here->select)),
             here->select);
    subject.action = board_action_find(scene->board, code);
    const struct column *column = subject.action == NULL || slash == NULL
                                      ? NULL
                                      : board_column_find(scene->board, slash + 1);
    subject.track = column != NULL ? subject.action->tracks[column->index] : NULL;
    return subject;
}

static enum word title_of(const struct subject *subject, bool brief)
{
    bool attention = subject->writing == WRITING_REASON && subject->track != NULL &&
                     subject->track->health == HEALTH_ATTENTION;

    if (attention && !brief) {
        return WORD_WRITE_ATTENTION;
    }
    return brief ? texts[subject->writing].brief : texts[subject->writing].title;
}

// "Jeugdhulp, wacht op geld".
static void subject_words(const struct scene *scene, const struct subject *subject,
                          char *out, size_t size)
{
    char why[FORMAT_SIZE] = "";
    const struct track *track = subject->track;

    out[0] = '\0';
    if (track == NULL) {
        return;
    }
    if (track->health == HEALTH_BOTTLENECK || track->health == HEALTH_ATTENTION) {
        exception_words(scene, track, track_sign(track, scene->board, scene->today), why,
                        sizeof why);
    }
    format_fill(out, size, why[0] != '\0' ? "%s, %s" : "%s", track->column->title, why);
}

static void count_words(const struct scene *scene, char *out, size_t size)
{
    format_fill(out, size, scene_word(scene, WORD_OF),
                (int)field_chars(&scene->keyboard->field),
                (int)scene->keyboard->field.max_chars);
}

// --- parts ---

static void field_draw(struct scene *scene, const struct subject *subject,
                       const struct write_layout *lay)
{
    const struct metrics *m = scene->m;
    const struct field *field = &scene->keyboard->field;
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    bool room = m->layout == LAYOUT_ROOM;
    int pad = room ? 4 * m->unit_px : 3 * m->unit_px + 1;
    int top = write_field_pad(scene);
    rect text = {lay->field.x + pad, lay->field.y + top, lay->field.w - 2 * pad,
                 lay->field.h - 2 * top};
    const char *hint = scene_word(scene, texts[subject->writing].hint);
    const char *hints[] = {hint,
                           scene_word(scene, subject->writing == WRITING_NAME
                                                 ? WORD_WRITE_NAME_HINT
                                                 : WORD_WRITE_NO_CHILDREN),
                           NULL};
    char count[FORMAT_SIZE];

    keys_field_box(scene, lay->field, hint);
    if (lay->hand) {
        int line = write_hand_px(scene);
        int baseline = text.y + (line + text_cap(scene, SIZE_HAND)) / 2;
        count_words(scene, count, sizeof count);
        int width = text_put_right(scene, text.x + text.w, baseline, hand, count);
        width = text.w - width - 3 * m->unit_px;
        text_put_fit(scene, text.x, baseline, width, hand,
                     text_choose(scene, width, hand, hints));
        text.y += line;
        text.h -= line;
    } else { // one line of text, in the middle
        int leading = text_leading(scene, SIZE_WAND);
        if (field->length == 0) {
            text_put_fit(scene, text.x + 2 * m->unit_px,
                         text_middle(scene, SIZE_HAND, text.y + text.h / 2),
                         text.w - 2 * m->unit_px, hand, hints[1]);
        }
        text.y += (text.h - leading) / 2;
        text.h = leading;
    }
    keys_field_text(scene, text, SIZE_WAND, field);
}

static void chip_draw(struct scene *scene, rect box, const char *word, bool chosen,
                      enum role_size size, struct intent tap)
{
    const struct metrics *m = scene->m;
    struct surface s = {.role = ROLE_BUTTON,
                        .box = box,
                        .hit = box,
                        .fill = chosen ? scene->t->bluetint : scene->t->card,
                        .outline = chosen ? scene->t->blue : scene->t->edge,
                        .outline_px = chosen ? m->thin_px : m->hair_px,
                        .radius_px = box.h / 2,
                        .tap = tap};
    struct type type = {WEIGHT_SEMIBOLD, size, scene->t->ink};
    int room = box.w - 2 * m->unit_px;

    chrome_surface(scene, &s, word);
    int width = least(room, text_width(scene, type, word));
    text_put_fit(scene, box.x + (box.w - width) / 2,
                 text_middle(scene, size, box.y + box.h / 2), room, type, word);
}

static struct intent intent_text(enum intent_kind kind, const char *text)
{
    struct intent intent = {.kind = kind};

    snprintf(intent.text, sizeof intent.text, "%.95s", text);
    return intent;
}

// As wide as their words, from the left; those that find no place stay away.
static void chips_flow(struct scene *scene, rect box, const char *const *words,
                       size_t count, enum intent_kind kind)
{
    int x = box.x;
    int gap = scene->m->gap_px;

    for (size_t i = 0; i < count; i++) {
        struct type type = {WEIGHT_SEMIBOLD, SIZE_TAFEL, 0};
        int width = most(text_width(scene, type, words[i]) + 6 * scene->m->unit_px,
                         scene->m->touch_min_px);
        if (x + width <= box.x + box.w) {
            chip_draw(scene, (rect){x, box.y, width, box.h}, words[i],
                      i == 0 && kind == INTENT_WORD, SIZE_TAFEL,
                      intent_text(kind, words[i]));
            x += width + gap;
        }
    }
}

// All equally wide.
static void chips_even(struct scene *scene, rect box, const char *const *words,
                       size_t count, enum intent_kind kind)
{
    int gap = scene->m->gap_px;
    int n = (int)count;
    struct type type = {WEIGHT_SEMIBOLD, SIZE_TAFEL, 0};
    enum role_size size = SIZE_TAFEL;
    int width = n > 0 ? (box.w - (n - 1) * gap) / n : 0;

    for (int i = 0; i < n; i++) {
        if (text_width(scene, type, words[i]) > width - 4 * scene->m->unit_px) {
            size = SIZE_HAND;
        }
    }
    for (int i = 0; i < n; i++) {
        chip_draw(scene, (rect){box.x + i * (width + gap), box.y, width, box.h}, words[i],
                  i == 0 && kind == INTENT_WORD, size, intent_text(kind, words[i]));
    }
}

// Sentences that fit a width at a size.
static size_t sentences_fit(const struct scene *scene, int width_px, enum role_size size,
                            const char **out, size_t room)
{
    struct type type = {WEIGHT_SEMIBOLD, size, 0};
    size_t count = 0;

    for (size_t i = 0; i < scene->words->sentence_count && count < room; i++) {
        if (text_width(scene, type, scene->words->sentences[i]) <= width_px) {
            out[count++] = scene->words->sentences[i];
        }
    }
    return count;
}

// Words that finish what is being typed. Where sentences have no place of their own, they
// are here until the first letter.
static void chips_draw(struct scene *scene, const struct write_layout *lay)
{
    const struct wordlist *words = scene->words;
    const char *found[SUGGEST_MAX];
    const struct suggest_list list = {words->own, words->own_count, words->common,
                                      words->common_count};
    size_t count = suggest_find(&list, &scene->keyboard->field, found);

    if (scene->m->layout == LAYOUT_ROOM) {
        chips_flow(scene, lay->chips, found, count, INTENT_WORD);
    } else if (count == 0 && rect_empty(lay->free) && scene->keyboard->field.length == 0) {
        int width = lay->chips.w / 2 - 5 * scene->m->unit_px;
        count = sentences_fit(scene, width, SIZE_HAND, found, 2);
        chips_even(scene, lay->chips, found, count, INTENT_SENTENCE);
    } else {
        int width = lay->chips.w / SUGGEST_MAX - 5 * scene->m->unit_px;
        size_t fit = 0;
        for (size_t i = 0; i < count; i++) {
            struct type type = {WEIGHT_SEMIBOLD, SIZE_HAND, 0};
            if (text_width(scene, type, found[i]) <= width) {
                found[fit++] = found[i];
            }
        }
        chips_even(scene, lay->chips, found, fit, INTENT_WORD);
    }
}

// Rows of the free side, as high as rows of keys beside them.
static int free_rows(const struct scene *scene, const struct write_layout *lay)
{
    const struct metrics *m = scene->m;

    if (m->layout == LAYOUT_ROOM) {
        return most(1, least(5, lay->free.h / m->touch_min_px));
    }
    return most(1, least(5, (lay->free.h + m->gap_px) / (m->touch_min_px + m->gap_px)));
}

static rect free_row(const struct scene *scene, const struct write_layout *lay, int row,
                     int rows)
{
    int gap = scene->m->layout == LAYOUT_ROOM ? 2 * keys_inset(scene, lay->keys)
                                              : scene->m->gap_px;
    int top = lay->free.y + (lay->free.h + gap) * row / rows;
    int bottom = lay->free.y + (lay->free.h + gap) * (row + 1) / rows;

    return (rect){lay->free.x, top, lay->free.w, bottom - top - gap};
}

// Brings the keys to the other side of a room's screen. Returns its width with a gap.
static int mirror_draw(struct scene *scene, rect head)
{
    const struct metrics *m = scene->m;
    bool mirrored = scene->ui->mirrored;
    int side = head.h;
    int icon = m->size_px[SIZE_TAFEL] * 9 / 10;
    struct surface s = {.role = ROLE_BUTTON,
                        .box = {head.x + head.w - side, head.y, side, side},
                        .fill = scene->t->card,
                        .outline = scene->t->edge,
                        .outline_px = m->hair_px,
                        .radius_px = m->radius_px,
                        .tap = intent_of(INTENT_OPTION, UI_MIRROR)};

    chrome_surface(scene, &s,
                   scene_word(scene, mirrored ? WORD_WRITE_RIGHT : WORD_WRITE_LEFT));
    draw_shape(scene->list, mirrored ? SHAPE_ICON_RIGHT : SHAPE_ICON_LEFT,
               (rect){s.box.x + (side - icon) / 2, s.box.y + (side - icon) / 2, icon, icon},
               scene->t->ink);
    return side + m->gap_px;
}

static void free_head(struct scene *scene, const struct write_layout *lay, enum word word)
{
    bool room = scene->m->layout == LAYOUT_ROOM;
    struct type type = {WEIGHT_SEMIBOLD, room ? SIZE_TAFEL : SIZE_HAND,
                        room ? scene->t->ink : scene->t->ink2};
    int pad = 5 * scene->m->unit_px / 2;
    int kept = room ? mirror_draw(scene, lay->head) : 0;

    text_put_fit(scene, lay->head.x + pad,
                 text_middle(scene, type.size, lay->head.y + lay->head.h / 2),
                 lay->head.w - pad - kept, type, scene_word(scene, word));
}

static void sentences_draw(struct scene *scene, const struct write_layout *lay)
{
    const char *found[WORDLIST_SENTENCES];
    int pad = 5 * scene->m->unit_px / 2;
    enum role_size size = scene->m->layout == LAYOUT_ROOM ? SIZE_TAFEL : SIZE_HAND;
    int rows = free_rows(scene, lay);
    size_t count = sentences_fit(scene, lay->free.w - 2 * pad, size, found, (size_t)rows);

    if (count == 0) {
        return;
    }
    free_head(scene, lay, WORD_WRITE_SENTENCES);
    for (int i = 0; i < (int)count; i++) {
        rect box = free_row(scene, lay, i, rows);
        struct surface s = {.role = ROLE_BUTTON,
                            .box = box,
                            .hit = box,
                            .fill = scene->t->card,
                            .radius_px = scene->m->radius_px,
                            .tap = intent_text(INTENT_SENTENCE, found[i])};
        chrome_surface(scene, &s, found[i]);
        text_put(scene, box.x + pad, text_middle(scene, size, box.y + box.h / 2),
                 (struct type){WEIGHT_REGULAR, size, scene->t->ink}, found[i]);
    }
}

static void column_draw(struct scene *scene, rect box, const struct column *column)
{
    const struct theme *t = scene->t;
    bool chosen = strcmp(scene->ui->column, column->id) == 0;
    struct surface s =
        chrome_button_surface(scene, box, chosen, intent_of(INTENT_OPTION, UI_TRACK));
    const char *forms[] = {column->title, column->wall, column->letter, NULL};
    struct type type = {WEIGHT_SEMIBOLD, SIZE_TAFEL, t->ink};
    int room = box.w - 2 * scene->m->unit_px;
    const char *word = text_choose(scene, room, type, forms);

    s.hit = box;
    snprintf(s.tap.select, sizeof s.tap.select, "%.35s", chosen ? "" : column->id);
    bool pressed = chrome_surface(scene, &s, word);
    type.ink = chosen && !pressed ? t->on_blue : t->ink;
    text_put_fit(scene, box.x + (box.w - least(room, text_width(scene, type, word))) / 2,
                 text_middle(scene, SIZE_TAFEL, box.y + box.h / 2), room, type, word);
}

// The columns to belong to, in as many side by side as the rows make necessary.
static void columns_draw(struct scene *scene, const struct write_layout *lay)
{
    int count = (int)scene->board->column_count;
    int rows = least(free_rows(scene, lay), count);
    int across = count > 0 ? (count + rows - 1) / rows : 1;
    int gap = scene->m->gap_px;
    struct write_layout high = *lay;

    if (scene->m->layout == LAYOUT_ROOM) { // no higher than a row of keys
        high.free.h = lay->free.h * rows / free_rows(scene, lay);
    }
    for (int i = 0; i < count; i++) {
        rect row = free_row(scene, &high, i / across, rows);
        int left = row.x + (row.w + gap) * (i % across) / across;
        int right = row.x + (row.w + gap) * (i % across + 1) / across - gap;
        column_draw(scene, (rect){left, row.y, right - left, row.h},
                    &scene->board->columns[i]);
    }
}

// --- the whole ---

void write_draw(struct scene *scene)
{
    struct subject about = subject_of(scene);
    const char *code = about.action != NULL ? about.action->code : NULL;
    char line[2 * FORMAT_SIZE];
    bool name = about.writing == WRITING_NAME;
    bool room = scene->m->layout == LAYOUT_ROOM;
    const char *title = scene_word(scene, title_of(&about, !room && !scene->m->tall));

    subject_words(scene, &about, line, sizeof line);
    rect body = room ? chrome_frame(scene, code, title, line, 0, TAB_LEADS)
                     : keys_frame(scene, code, title);
    struct write_layout lay = write_layout_of(scene, body);
    field_draw(scene, &about, &lay);
    if (scene->words != NULL && (!name || !rect_empty(lay.free))) {
        chips_draw(scene, &lay);
    }
    if (name && rect_empty(lay.free)) {
        lay.free = lay.chips;
        columns_draw(scene, &lay);
    } else if (name) {
        free_head(scene, &lay, WORD_WRITE_COLUMN);
        columns_draw(scene, &lay);
    } else if (scene->words != NULL && !rect_empty(lay.free)) {
        sentences_draw(scene, &lay);
    }
    keys_draw(scene, lay.keys);
}
