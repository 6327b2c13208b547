#include "view/take.h"

#include <stdlib.h>
#include <string.h>

#include "base/qr.h"
#include "board/ical.h"
#include "board/outlook_lists.h"
#include "view/chrome.h"
#include "view/mine.h"
#include "view/sign.h"

enum { TAKE_BYTES = 1024, MORE_BYTES = 40, MODULE_HUNDREDTHS_MM = 50 };

bool take_here(const struct scene *scene)
{
    enum screen_id screen = scene->ui->here.screen;

    return scene->board != NULL && scene->ui->here.select[0] != '\0' &&
           (screen == SCREEN_CARD || (screen == SCREEN_LEADS && !scene->ui->curtain));
}

struct intent take_intent(int fold)
{
    struct intent intent = intent_of(INTENT_OPTION, UI_PANEL);

    intent.screen = fold;
    return intent;
}

bool take_open(const struct scene *scene)
{
    return take_here(scene) &&
           (scene->ui->fold == TAKE_TEXT || scene->ui->fold == TAKE_AGENDA);
}

// --- what it says ---

static void add(char *out, size_t size, const char *text)
{
    size_t used = strlen(out);

    format_fill(out + used, size - used, "%s", text);
}

// "Jeugdhulp: beleggen, knelpunt, trekker aanbieders". A lead that is hidden is left out.
static void track_words(const struct scene *scene, const struct track *track, bool lead,
                        char *out, size_t size)
{
    char by[FORMAT_SIZE];

    format_fill(out, size, "%s: %s, %s", track->column->title,
                scene->board->stages[track->stage],
                sign_word(scene, track_brick(track, scene->board)));
    if (lead && track->lead[0] != '\0' && !scene->ui->curtain) {
        format_fill(by, sizeof by, scene_word(scene, WORD_TAKE_LEAD), track->lead);
        add(out, size, ", ");
        add(out, size, by);
    }
}

static void take_due(const struct scene *scene, const struct action *action, char *out,
                     size_t size)
{
    format_fill(out, size, scene_word(scene, WORD_TAKE_DUE), action->due_text);
    if (action->due_text[0] == '\0') {
        out[0] = '\0';
    }
}

static const struct action *card_action(const struct scene *scene)
{
    char code[sizeof scene->ui->here.select];

    memcpy(code, scene->ui->here.select, sizeof code);
    code[strcspn(code, "/")] = '\0';
    return board_action_find(scene->board, code);
}

// The text of the plan comes last and ends where there is no room.
static void card_words(const struct scene *scene, const struct action *action, char *out,
                       size_t size)
{
    char line[3 * FORMAT_SIZE];

    format_fill(out, size, "%s %s\n", action->code, action->title);
    take_due(scene, action, line, sizeof line);
    if (line[0] != '\0') {
        add(out, size, line);
        add(out, size, "\n");
    }
    for (size_t c = 0; c < scene->board->column_count; c++) {
        if (action->tracks[c] != NULL) {
            track_words(scene, action->tracks[c], true, line, sizeof line);
            add(out, size, line);
            add(out, size, "\n");
        }
    }
    if (strlen(out) + strlen(action->text) < size) {
        add(out, size, action->text);
    }
}

static size_t list_words(const struct scene *scene, const struct track *const *tracks,
                         size_t count, char *out, size_t size)
{
    char line[6 * FORMAT_SIZE];
    char how[3 * FORMAT_SIZE];
    char due[FORMAT_SIZE];
    size_t told = 0;

    mine_name(scene->board, scene->ui->here.select, out, size);
    add(out, size, "\n");
    for (; told < count; told++) {
        track_words(scene, tracks[told], false, how, sizeof how);
        take_due(scene, tracks[told]->action, due, sizeof due);
        format_fill(line, sizeof line, "%s %s, %s%s%s\n", tracks[told]->action->code,
                    tracks[told]->action->title, how, due[0] != '\0' ? ", " : "", due);
        if (strlen(out) + strlen(line) + 1 > size) {
            break;
        }
        add(out, size, line);
    }
    return told;
}

// What has a day goes first, by day: those are the dates that one takes along.
static int by_day(const void *left, const void *right)
{
    const struct track *const *a = left;
    const struct track *const *b = right;
    int32_t day_a = (*a)->action->due.to;
    int32_t day_b = (*b)->action->due.to;

    if ((day_a == DAY_NONE) != (day_b == DAY_NONE)) {
        return day_a == DAY_NONE ? 1 : -1;
    }
    if (day_a != day_b) {
        return day_a < day_b ? -1 : 1;
    }
    return (*a)->action->index != (*b)->action->index
               ? ((*a)->action->index < (*b)->action->index ? -1 : 1)
               : (*a)->column->index - (*b)->column->index;
}

static size_t list_agenda(const struct scene *scene, const struct track *const *urgent,
                          size_t count, char *out, size_t size)
{
    static struct ical_item items[MINE_MAX];
    static char about[MINE_MAX][2 * FORMAT_SIZE];
    const struct track *tracks[MINE_MAX];

    for (size_t i = 0; i < count; i++) {
        tracks[i] = urgent[i];
    }
    qsort(tracks, count, sizeof *tracks, by_day);
    for (size_t i = 0; i < count; i++) {
        track_words(scene, tracks[i], false, about[i], sizeof about[i]);
        items[i] = (struct ical_item){tracks[i]->action, tracks[i]->column, about[i]};
    }
    return ical_write(scene->board, items, count, scene->now_ms, out, size);
}

static size_t mine_words(const struct scene *scene, int fold, char *out, size_t size,
                         size_t *total)
{
    const struct track *const *tracks = NULL;
    char more[MORE_BYTES];

    *total = outlook_lead_tracks(scene->outlook, scene->ui->here.select, &tracks);
    size_t count = *total < MINE_MAX ? *total : MINE_MAX;
    if (fold == TAKE_AGENDA) {
        return list_agenda(scene, tracks, count, out, size);
    }
    size_t told = list_words(scene, tracks, count, out, size);
    if (told < *total && size > MORE_BYTES) { // again, with room to say so
        told = list_words(scene, tracks, count, out, size - MORE_BYTES);
        format_fill(more, sizeof more, scene_word(scene, WORD_TAKE_MORE),
                    (int)(*total - told));
        add(out, size, more);
    }
    return told;
}

// What the code holds, at most `size` bytes with a NUL; returns how many actions of
// *total it tells of.
static size_t take_words(const struct scene *scene, int fold, char *out, size_t size,
                         size_t *total)
{
    out[0] = '\0';
    if (scene->ui->here.screen == SCREEN_LEADS) {
        return mine_words(scene, fold, out, size, total);
    }
    const struct action *action = card_action(scene);
    *total = action != NULL ? 1 : 0;
    if (action == NULL) {
        return 0;
    }
    if (fold == TAKE_AGENDA) {
        struct ical_item item = {action, NULL, ""};
        return ical_write(scene->board, &item, 1, scene->now_ms, out, size);
    }
    card_words(scene, action, out, size);
    return 1;
}

// --- the panel ---

// Modules of whole pixels in the middle of the box, dark on white in both themes.
static void code_draw(struct scene *scene, const struct qr *qr, rect box)
{
    int across = qr->side + 2 * QR_QUIET;
    int px = most(1, least(box.w, box.h) / across);
    int x0 = box.x + (box.w - px * across) / 2;
    int y0 = box.y + (box.h - px * across) / 2;

    draw_fill(scene->list, (rect){x0, y0, px * across, px * across}, 0xFFFFFF, 0);
    for (int y = 0; y < qr->side; y++) {
        int begin = 0;
        for (int x = 0; x <= qr->side; x++) {
            if (!qr_dark(qr, x, y)) {
                if (x > begin) {
                    draw_fill(scene->list,
                              (rect){x0 + (QR_QUIET + begin) * px, y0 + (QR_QUIET + y) * px,
                                     (x - begin) * px, px},
                              0x000000, 0);
                }
                begin = x + 1;
            }
        }
    }
}

// The bytes of the largest code whose modules are half a millimetre in that square.
static size_t room_of(const struct scene *scene, int side_px)
{
    int module = most(1, (int)(scene->m->px_per_mm * MODULE_HUNDREDTHS_MM / 100 + 0.99));

    return qr_room(side_px / module - 2 * QR_QUIET);
}

// Two chips, the open one filled; returns the height used.
static int choice_draw(struct scene *scene, rect box)
{
    static const struct {
        int fold;
        enum word word;
    } chips[] = {{TAKE_TEXT, WORD_TAKE_TEXT}, {TAKE_AGENDA, WORD_TAKE_AGENDA}};
    int high = chrome_button_px(scene);
    int x = box.x;

    for (int i = 0; i < 2; i++) {
        const char *word = scene_word(scene, chips[i].word);
        int width = chrome_button_width(scene, -1, word);
        chrome_button(scene, (rect){x, box.y, width, high}, -1, word,
                      scene->ui->fold == chips[i].fold, take_intent(chips[i].fold));
        x += width + scene->m->gap_px;
    }
    return high + scene->m->gap_px;
}

static void words_draw(struct scene *scene, rect box, const char *words)
{
    bool room = scene->m->layout == LAYOUT_ROOM;
    enum role_size size = room ? SIZE_TAFEL : SIZE_HAND;
    int leading = text_leading(scene, size);
    int lines = most(1, box.h / leading);

    text_put_wrapped(scene, box.x, box.y + leading * 8 / 10, box.w, lines,
                     (struct type){WEIGHT_REGULAR, size, scene->t->ink}, words);
}

// How many of the actions the code does not tell of; "" when it tells of all.
static void more_words(const struct scene *scene, size_t told, size_t total, char *out,
                       size_t size)
{
    out[0] = '\0';
    if (told + 1 == total) {
        format_fill(out, size, "%s", scene_word(scene, WORD_TAKE_MORE_ONE));
    } else if (told < total) {
        format_fill(out, size, scene_word(scene, WORD_TAKE_MORE), (int)(total - told));
    }
}

void take_draw(struct scene *scene)
{
    const struct metrics *m = scene->m;
    char text[TAKE_BYTES] = "";
    char said[4 * FORMAT_SIZE];
    char more[FORMAT_SIZE] = "";
    struct qr qr = {0};
    size_t total = 0;
    rect box = chrome_panel(scene, scene_word(scene, WORD_TAKE), 0);
    bool upright = m->layout == LAYOUT_PORTRAIT;
    int side = upright ? least(box.w, box.h * 6 / 10) : least(box.h, box.w * 6 / 10);
    rect code = {box.x, box.y, upright ? box.w : side, side};
    rect rest = upright ? (rect){box.x, code.y + side + 2 * m->gap_px, box.w,
                                 box.h - side - 2 * m->gap_px}
                        : (rect){box.x + side + 2 * m->pad_px, box.y,
                                 box.w - side - 2 * m->pad_px, box.h};

    scene->list->scroller.box = (rect){0}; // what lies under it stays where it is
    size_t room = room_of(scene, side);
    size_t told = take_words(scene, scene->ui->fold, text,
                             room < sizeof text ? room + 1 : sizeof text, &total);
    bool made = told > 0 && qr_encode(text, &qr);
    if (made) {
        code_draw(scene, &qr, code);
    }
    more_words(scene, told, total, more, sizeof more);
    int used = choice_draw(scene, rest);
    rest.y += used + m->gap_px;
    rest.h -= used + m->gap_px;
    enum word hint = made              ? WORD_TAKE_HINT
                     : !qr_available() ? WORD_TAKE_NONE
                                       : WORD_TAKE_FULL;
    format_fill(said, sizeof said, "%s%s%s%s", scene_word(scene, hint),
                made && more[0] != '\0' ? " " : "", made ? more : "",
                made && more[0] != '\0' ? "." : "");
    words_draw(scene, rest, said);
}
