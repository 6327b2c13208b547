// What lies over a point of a meeting: who, when, which course.
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "board/handle.h"
#include "board/outlook_lists.h"
#include "view/buttons.h"
#include "view/choice.h"
#include "view/letters.h"
#include "view/list.h"
#include "view/meeting.h"
#include "view/meeting_parts.h"
#include "view/screens.h"
#include "view/sign.h"

enum { LEADS_MAX = 512, MANY_LEADS = 24, DATES_MAX = 9, DATE_BYTES = 48 };

// The action point that was written down last about the point, for the panels that ask who
// and when.
static const struct decision *task_of(const struct talk *talk)
{
    return meeting_decided(talk, meeting_point(talk), DECIDE_TASK);
}

static struct intent change_of(const struct decision *decision, enum update_kind kind,
                               const char *text)
{
    struct intent intent = {.kind = INTENT_CHANGE, .amount = (int)kind};

    snprintf(intent.select, sizeof intent.select, "%s", handle_of(decision->row));
    format_fill(intent.text, sizeof intent.text, "%s", text);
    return intent;
}

int meeting_fold_after(const struct intent *did)
{
    if (did->kind != INTENT_CHANGE) {
        return 0;
    }
    if (did->amount == UPDATE_DECIDE && did->number == DECIDE_TASK) {
        return MEETING_TASK_WHO;
    }
    if (did->amount == UPDATE_DECISION_TEXT) {
        return MEETING_TASK_WHO;
    }
    return did->amount == UPDATE_DECISION_LEAD && did->number == DECIDE_TASK
               ? MEETING_TASK_DATE
               : 0;
}

// Keeps the foot of a panel free for the undo bar, whose place it takes for that time.
static rect panel_undo(struct scene *scene, rect box)
{
    if (scene->ui->undo.serial != 0) {
        int high = undo_px(scene);
        scene->undo = (rect){box.x, box.y + box.h - high, box.w, high};
        box.h -= high + scene->m->gap_px;
    }
    return box;
}

static int panel_undo_px(const struct scene *scene)
{
    return scene->ui->undo.serial != 0 ? undo_px(scene) + scene->m->gap_px : 0;
}

static void panel_title(const struct scene *scene, const struct talk *talk, enum word word,
                        char out[2 * FORMAT_SIZE])
{
    const struct point *point = meeting_point(talk);
    const struct action *action =
        meeting_promise(point) ? point->decision->action : point->why.action;

    bool coded = action != NULL && scene->m->layout != LAYOUT_PORTRAIT;

    format_fill(out, 2 * FORMAT_SIZE, "%s%s%s", coded ? action->code : "", coded ? " " : "",
                scene_word(scene, word));
}

// --- who ---

struct names {
    struct lead leads[LEADS_MAX];
    size_t count;
    struct letters letters;
};

// Those of the column that it is about come first; the rest stays in its order.
static void names_collect(const struct scene *scene, const struct column *column,
                          struct names *names)
{
    struct lead kept;
    const struct lead *leads = NULL;
    size_t first = 0;
    size_t count = scene->ui->curtain // names are hidden behind it
                       ? 0
                       : outlook_leads(scene->outlook, &leads);

    names->count = count < LEADS_MAX ? count : LEADS_MAX;
    if (names->count > 0) {
        memcpy(names->leads, leads, names->count * sizeof *leads);
    }
    for (size_t i = 0; i < names->count; i++) {
        letters_add(&names->letters, names->leads[i].name);
    }
    if (names->count > MANY_LEADS && scene->ui->here.letter != 0) {
        count = names->count;
        names->count = 0;
        for (size_t i = 0; i < count; i++) {
            if (letters_chosen(scene, names->leads[i].name)) {
                names->leads[names->count++] = names->leads[i];
            }
        }
    }
    for (size_t i = 0; i < names->count && column != NULL; i++) {
        if (names->leads[i].column == column) {
            kept = names->leads[i];
            memmove(&names->leads[first + 1], &names->leads[first],
                    (i - first) * sizeof kept);
            names->leads[first++] = kept;
        }
    }
}

// Rows of a list that a small panel has no height for otherwise.
static int row_px(const struct scene *scene)
{
    bool large = scene->m->layout == LAYOUT_ROOM || scene->m->tall;

    return large ? button_big_px(scene) : scene->m->touch_min_px * 11 / 10;
}

// What a name does when it is tapped; `asked`: who does the action point.
static struct intent name_tap(const struct talk *talk, bool asked, const char *name)
{
    const struct point *point = meeting_point(talk);
    const struct decision *task = asked ? task_of(talk) : NULL;
    struct intent tap;

    if (meeting_promise(point)) {
        return change_of(point->decision, UPDATE_DECISION_LEAD, name);
    }
    if (task == NULL) {
        return meeting_decide(point, DECIDE_LEAD, name, 0);
    }
    tap = change_of(task, UPDATE_DECISION_LEAD, name);
    tap.number = DECIDE_TASK; // then when
    return tap;
}

static const struct column *point_column(const struct point *point)
{
    const struct track *track =
        meeting_promise(point) ? point->decision->track : point->why.track;

    return track != NULL ? track->column : NULL;
}

// A way past the question at the foot; cuts it from the box.
static void skip_draw(struct scene *scene, rect *box, enum word word, struct intent tap)
{
    int high = row_px(scene);
    int width = box->w / (scene->m->layout == LAYOUT_PORTRAIT ? 2 : 3);

    button_big(scene, (rect){box->x + box->w - width, box->y + box->h - high, width, high},
               scene_word(scene, word), false, tap);
    box->h -= high + scene->m->gap_px;
}

// Opens the keyboard for what has to be done; beside the button that skips.
static void task_write(struct scene *scene, const struct decision *task, rect box)
{
    int high = row_px(scene);
    int width = box.w / (scene->m->layout == LAYOUT_PORTRAIT ? 2 : 3) - scene->m->gap_px;
    struct intent tap = intent_of(INTENT_WRITE, WRITING_TASK);

    snprintf(tap.select, sizeof tap.select, "%s", handle_of(task->row));
    button_big(scene, (rect){box.x, box.y + box.h - high, width, high},
               scene_word(scene, WORD_MEET_WRITE), false, tap);
}

static void who_draw(struct scene *scene, const struct talk *talk, bool task)
{
    const struct metrics *m = scene->m;
    struct names names = {.count = 0};
    struct list list;
    char title[2 * FORMAT_SIZE];
    struct intent skip = intent_of(INTENT_OPTION, UI_PANEL);

    panel_title(scene, talk, task ? WORD_MEET_TASK_WHO : WORD_MEET_OTHER_LEAD, title);
    names_collect(scene, point_column(meeting_point(talk)), &names);
    rect box = panel_undo(scene, chrome_panel(scene, title, 0));
    if (task) {
        skip.screen = MEETING_TASK_DATE;
        task_write(scene, task_of(talk), box);
        skip_draw(scene, &box, WORD_MEET_SKIP, skip);
    }
    bool many = names.letters.count > 1 &&
                (names.count > MANY_LEADS || scene->ui->here.letter != 0);
    if (many) {
        int high = button_small_px(scene);
        letters_draw(scene, &names.letters, (rect){box.x, box.y, box.w, high});
        box.y += high + m->gap_px;
        box.h -= high + m->gap_px;
    }
    int across = m->layout == LAYOUT_PORTRAIT         ? 1
                 : box.w > 22 * m->size_px[SIZE_WAND] ? 3
                                                      : 2;
    list_begin(scene, &list, box, (rect){0}, names.count, row_px(scene), across);
    for (size_t i = list.first; i < list.last; i++) {
        const char *name = names.leads[i].name;
        button_big(scene, list_row(scene, &list, i), name, false,
                   name_tap(talk, task, name));
    }
    list_end(scene, &list);
}

// --- when ---

struct dates {
    char list[DATES_MAX][DATE_BYTES];
    int count;
};

static void date_add(struct dates *dates, const char *text)
{
    for (int i = 0; i < dates->count; i++) {
        if (strcmp(dates->list[i], text) == 0) {
            return;
        }
    }
    if (dates->count < DATES_MAX) {
        snprintf(dates->list[dates->count++], DATE_BYTES, "%s", text);
    }
}

// For an action point: the next meeting of the body, this month and the three after it, the
// end of the year and of the school year. In the words of the file, which are Dutch.
static void task_dates(const struct scene *scene, const struct talk *talk,
                       struct dates *dates)
{
    const struct meeting *next =
        meeting_next(scene->board, talk->meeting->body, scene->today + 1, 0);
    struct date date = day_date(scene->today);
    char text[DATE_BYTES];

    if (next != NULL) {
        struct date day = day_date(next->day);
        snprintf(text, sizeof text, "%d %s %d", day.day, words_month(LANG_NL, day.month, 1),
                 day.year);
        date_add(dates, text);
    }
    for (int i = 0; i < 4; i++) {
        int month = date.month - 1 + i;
        snprintf(text, sizeof text, "%s %d", words_month(LANG_NL, month % 12 + 1, 1),
                 date.year + month / 12);
        date_add(dates, text);
    }
    snprintf(text, sizeof text, "eind %d", date.year + (date.month > 9 ? 1 : 0));
    date_add(dates, text);
}

static void dates_of(const struct scene *scene, const struct talk *talk, int fold,
                     struct dates *dates)
{
    const struct point *point = meeting_point(talk);
    char choices[DATES_MAX][DATE_BYTES];

    if (fold != MEETING_DATE || point->why.action == NULL) {
        task_dates(scene, talk, dates);
        return;
    }
    size_t count = due_choices(point->why.action, scene->today, choices, (size_t)DATES_MAX);
    for (size_t i = 0; i < count; i++) {
        date_add(dates, choices[i]);
    }
}

static struct intent date_tap(const struct talk *talk, int fold, const char *text)
{
    const struct point *point = meeting_point(talk);

    if (fold == MEETING_NOT_YET && point->decision != NULL) {
        return change_of(point->decision, UPDATE_DECISION_DUE, text);
    }
    if (fold == MEETING_TASK_DATE && task_of(talk) != NULL) {
        return change_of(task_of(talk), UPDATE_DECISION_DUE, text);
    }
    return meeting_decide(point, DECIDE_DUE, text, 0);
}

static void when_draw(struct scene *scene, const struct talk *talk, int fold)
{
    const struct metrics *m = scene->m;
    const struct point *point = meeting_point(talk);
    struct dates dates = {.count = 0};
    char title[2 * FORMAT_SIZE];
    char line[2 * FORMAT_SIZE] = "";
    bool task = fold == MEETING_TASK_DATE;
    int across = m->layout == LAYOUT_PORTRAIT ? 2 : 3;

    panel_title(scene, talk,
                task                      ? WORD_MEET_TASK_WHEN
                : fold == MEETING_NOT_YET ? WORD_MEET_NOT_YET
                                          : WORD_MEET_NEW_DATE,
                title);
    dates_of(scene, talk, fold, &dates);
    if (fold == MEETING_DATE && point->why.action != NULL) {
        format_fill(line, sizeof line, scene_word(scene, WORD_MOVE_KEEPS),
                    due_words(scene, point->why.action));
    }
    int down = (dates.count + across - 1) / across;
    int big = button_big_px(scene);
    int high = down * (big + m->gap_px) - m->gap_px;
    int head = line[0] != '\0' ? text_leading(scene, SIZE_HAND) + m->gap_px : 0;
    bool skip = fold != MEETING_DATE;
    int skip_px = skip ? row_px(scene) + 2 * m->gap_px : 0;
    rect box = panel_undo(
        scene, chrome_panel(scene, title, head + high + skip_px + panel_undo_px(scene)));
    if (head > 0) {
        text_put_fit(scene, box.x, box.y + text_cap(scene, SIZE_HAND), box.w,
                     (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink}, line);
        box.y += head;
        box.h -= head;
    }
    if (skip) { // a decision that stays as it is: on to the next point
        skip_draw(scene, &box, task ? WORD_MEET_SKIP : WORD_MEET_DATE_STAYS,
                  task ? intent_of(INTENT_CLOSE, 0) : meeting_step(talk->step + 1));
    }
    box.h = least(box.h, high);
    for (int i = 0; i < dates.count; i++) {
        button_big(scene, choice_place(scene, box, across, down, i), dates.list[i], false,
                   date_tap(talk, fold, dates.list[i]));
    }
}

// --- which course ---

static void course_button(struct scene *scene, const struct talk *talk, enum health health,
                          enum sign sign, rect box)
{
    const struct point *point = meeting_point(talk);
    bool chosen = point->why.track->health == health;
    struct intent none = {.kind = INTENT_NONE};
    char word[FORMAT_SIZE];
    struct surface s = {
        .role = ROLE_BUTTON,
        .box = box,
        .fill = scene->t->card,
        .outline = chosen ? scene->t->line : scene->t->edge,
        .outline_px = scene->m->hair_px,
        .radius_px = scene->m->radius_px,
        .tap = chosen ? none : meeting_decide(point, DECIDE_STATE, "", (int)health)};
    struct type type = {WEIGHT_SEMIBOLD, SIZE_TAFEL,
                        chosen ? scene->t->grey : scene->t->ink};
    int side = scene->m->size_px[SIZE_TAFEL];
    int cy = box.y + box.h / 2;
    int x = box.x + 3 * scene->m->unit_px;

    meeting_body(sign_word(scene, sign), word, sizeof word);
    chrome_surface(scene, &s, word);
    sign_draw(scene, sign, x, cy - side / 2, side);
    x += side + 2 * scene->m->unit_px;
    text_put_fit(scene, x, text_middle(scene, SIZE_TAFEL, cy), box.x + box.w - x, type,
                 word);
}

static void course_draw(struct scene *scene, const struct talk *talk)
{
    static const struct {
        enum health health;
        enum sign sign;
    } courses[] = {{HEALTH_ON_COURSE, SIGN_ON_COURSE},
                   {HEALTH_ATTENTION, SIGN_ATTENTION},
                   {HEALTH_BOTTLENECK, SIGN_BOTTLENECK},
                   {HEALTH_DONE, SIGN_DONE},
                   {HEALTH_DROPPED, SIGN_DROPPED}};
    enum { COURSES = sizeof courses / sizeof courses[0] };
    int across = scene->m->layout == LAYOUT_PORTRAIT ? 2 : 3;
    int down = (COURSES + across - 1) / across;
    char title[2 * FORMAT_SIZE];

    if (meeting_point(talk)->why.track == NULL) {
        return;
    }
    panel_title(scene, talk, WORD_MEET_COURSE, title);
    int high = down * (button_big_px(scene) + scene->m->gap_px) - scene->m->gap_px;
    rect box = panel_undo(scene, chrome_panel(scene, title, high + panel_undo_px(scene)));
    box.h = least(box.h, high);
    for (int i = 0; i < COURSES; i++) {
        course_button(scene, talk, courses[i].health, courses[i].sign,
                      choice_place(scene, box, across, down, i));
    }
}

// --- what becomes of an open decision ---

static void promise_words(const struct scene *scene, const struct decision *decision,
                          char *out, size_t size)
{
    const char *who =
        decision->lead[0] != '\0' ? decision->lead : scene_word(scene, WORD_MEET_NOBODY);
    bool when = decision->due_text[0] != '\0';

    format_fill(out, size, "%s. %s%s%s", decision->text, who, when ? ", " : "",
                decision->due_text);
}

static void promise_draw(struct scene *scene, const struct decision *decision)
{
    int across = scene->m->layout == LAYOUT_PORTRAIT ? 1 : MEETING_PROMISE_BUTTONS;
    int down = MEETING_PROMISE_BUTTONS / across;
    struct type type = {WEIGHT_REGULAR, SIZE_TAFEL, scene->t->ink};
    int leading = text_leading(scene, SIZE_TAFEL);
    int high = down * (button_big_px(scene) + scene->m->gap_px) - scene->m->gap_px;
    char when[FORMAT_SIZE];
    char title[2 * FORMAT_SIZE];
    char words[4 * FORMAT_SIZE];

    snprintf(title, sizeof title, "%s", scene_word(scene, WORD_MEET_PROMISE));
    if (decision->meeting != NULL && decision->meeting->day != DAY_NONE) {
        format_when(when, sizeof when, scene->ui->lang, decision->meeting->day,
                    scene->today);
        format_fill(title, sizeof title, scene_word(scene, WORD_MEET_DECISION_OF), when);
    }
    promise_words(scene, decision, words, sizeof words);
    int head = 2 * leading + scene->m->gap_px;
    rect box =
        panel_undo(scene, chrome_panel(scene, title, head + high + panel_undo_px(scene)));
    text_put_wrapped(scene, box.x, box.y + text_cap(scene, SIZE_TAFEL), box.w, 2, type,
                     words);
    meeting_promise_draw(scene, decision,
                         (rect){box.x, box.y + head, box.w, least(high, box.h - head)},
                         across);
}

void meeting_panels_draw(struct scene *scene, const struct talk *talk)
{
    int fold = scene->ui->fold;
    bool task = fold == MEETING_TASK_WHO || fold == MEETING_TASK_DATE;

    if (fold == 0 || (task && task_of(talk) == NULL)) {
        return;
    }
    switch (fold) {
    case MEETING_WHO: who_draw(scene, talk, false); break;
    case MEETING_TASK_WHO: who_draw(scene, talk, true); break;
    case MEETING_DATE:
    case MEETING_TASK_DATE:
    case MEETING_NOT_YET: when_draw(scene, talk, fold); break;
    case MEETING_COURSE: course_draw(scene, talk); break;
    case MEETING_PROMISE:
        if (meeting_point(talk)->decision != NULL) {
            promise_draw(scene, meeting_point(talk)->decision);
        }
        break;
    default: break;
    }
}
