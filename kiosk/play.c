#include "play.h"

#define LOG_MODULE "play"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/utf8.h"
#include "picture.h"
#include "touch/record.h"
#include "touch/script.h"
#include "visit.h"

enum {
    TAP_MS = 60,
    HOLD_MS = 700,
    SWIPE_MS = 120,
    REPLAY_REST_MS = 2000,
    MESSAGE_SIZE = 512,
};

struct play {
    struct visit visit;
    struct screen *screen;
    struct clock_env clock; // the time that was asked for
    struct script script;
    const char *name;           // of the script, for messages
    char message[MESSAGE_SIZE]; // why the present line does not hold
    int checked;                // frames, with --check-frames
};

static void play_shown(void *context, const struct draw_list *list)
{
    struct play *play = context;

    play->checked += screen_show(play->screen, list) > 0;
}

// Whether every frame was what a repaint of all gives.
static bool play_checked(const struct play *play, const struct options *options)
{
    if (options->check) {
        printf("%d frames checked, %d missed pixels\n", play->checked,
               screen_missed(play->screen));
    }
    return screen_missed(play->screen) == 0;
}

static void play_sample(struct play *play, enum sample_kind kind, int x, int y)
{
    struct sample sample = {.kind = kind,
                            .at_ms = play->visit.mono_ms,
                            .finger = 1,
                            .x_px = (float)x,
                            .y_px = (float)y};

    visit_feed(&play->visit, &sample);
}

static void play_press(struct play *play, int x, int y, int64_t ms)
{
    play_sample(play, SAMPLE_DOWN, x, y);
    visit_pass(&play->visit, ms);
    play_sample(play, SAMPLE_UP, x, y);
    visit_pass(&play->visit, VISIT_STEP_MS);
}

// From one point to another in `ms`, in steps a panel would report.
static void play_slide(struct play *play, int x, int y, int dx, int dy, int ms)
{
    int steps = ms / VISIT_STEP_MS;

    play_sample(play, SAMPLE_DOWN, x, y);
    for (int i = 1; i <= steps; i++) {
        visit_pass(&play->visit, VISIT_STEP_MS);
        play_sample(play, SAMPLE_MOVE, x + dx * i / steps, y + dy * i / steps);
    }
    play_sample(play, SAMPLE_UP, x + dx, y + dy);
    visit_pass(&play->visit, VISIT_STEP_MS);
}

// --- finding ---

static bool label_matches(const char *label, const char *wanted, bool whole)
{
    return whole ? strcmp(label, wanted) == 0 : strstr(label, wanted) != NULL;
}

static bool element_shown(const struct element *element)
{
    return element->tap.kind != INTENT_NONE && !rect_empty(element->hit);
}

// The nth element that answers and carries this label: first by whole labels, else by a
// part of them. What is covered by something else does not count.
static const struct element *element_find(const struct play *play, const char *label,
                                          int nth, bool whole)
{
    const struct draw_list *list = &play->visit.session.list;

    for (size_t i = 0; i < list->element_count; i++) {
        const struct element *element = &list->elements[i];
        if (!element_shown(element) || !label_matches(element->label, label, whole)) {
            continue;
        }
        int x = element->hit.x + element->hit.w / 2;
        int y = element->hit.y + element->hit.h / 2;
        if (draw_hit(list, x, y) == element && --nth == 0) {
            return element;
        }
    }
    return NULL;
}

// A word that is drawn: the place under it.
static const struct draw *text_find(const struct play *play, const char *text, int nth)
{
    const struct draw_list *list = &play->visit.session.list;

    for (size_t i = 0; i < list->draw_count; i++) {
        if (list->draws[i].kind == DRAW_TEXT && strstr(list->draws[i].text, text) != NULL &&
            --nth == 0) {
            return &list->draws[i];
        }
    }
    return NULL;
}

static bool target_find(struct play *play, const struct script_target *target, int *x,
                        int *y)
{
    if (target->label == NULL) {
        *x = target->placed ? target->x_px : play->visit.session.list.width_px / 2;
        *y = target->placed ? target->y_px : play->visit.session.list.height_px / 2;
        return true;
    }
    const struct element *element = element_find(play, target->label, target->nth, true);
    if (element == NULL) {
        element = element_find(play, target->label, target->nth, false);
    }
    const struct draw *text =
        element == NULL ? text_find(play, target->label, target->nth) : NULL;
    rect box = element != NULL ? element->hit : text != NULL ? text->box : (rect){0};
    *x = box.x + box.w / 2;
    *y = box.y + box.h / 2;
    if (rect_empty(box)) {
        snprintf(play->message, sizeof play->message, "there is no \"%s\" on screen %s",
                 target->label, screen_name(play->visit.session.ui.here.screen));
    }
    return !rect_empty(box);
}

static bool play_sees(const struct play *play, const char *text)
{
    const struct draw_list *list = &play->visit.session.list;

    if (text_find(play, text, 1) != NULL) {
        return true;
    }
    for (size_t i = 0; i < list->element_count; i++) {
        if (strstr(list->elements[i].label, text) != NULL) {
            return true;
        }
    }
    return false;
}

// --- lines ---

static bool play_type(struct play *play, const char *text)
{
    size_t length = strlen(text);

    for (size_t at = 0; at < length;) {
        char key[8] = "";
        size_t before = at;
        utf8_next(text, length, &at);
        memcpy(key, text + before, at - before);
        const struct script_target target = {.label = strcmp(key, " ") == 0 ? "space" : key,
                                             .nth = 1};
        const struct element *element = element_find(play, target.label, 1, true);
        if (element == NULL) {
            snprintf(play->message, sizeof play->message,
                     "there is no key '%s' on the on-screen keyboard", key);
            return false;
        }
        play_press(play, element->hit.x + element->hit.w / 2,
                   element->hit.y + element->hit.h / 2, TAP_MS);
    }
    return true;
}

static void direction_px(const struct play *play, enum script_direction direction, int *dx,
                         int *dy)
{
    int far = play->visit.session.list.height_px / 4;

    *dx = direction == SCRIPT_LEFT ? -far : direction == SCRIPT_RIGHT ? far : 0;
    *dy = direction == SCRIPT_UP ? -far : direction == SCRIPT_DOWN ? far : 0;
}

static bool play_move(struct play *play, const struct script_line *line)
{
    int x = 0;
    int y = 0;
    int dx = line->dx_px;
    int dy = line->dy_px;

    if (!target_find(play, &line->target, &x, &y)) {
        return false;
    }
    if (line->verb != SCRIPT_DRAG) {
        direction_px(play, line->direction, &dx, &dy);
    }
    play_slide(play, x, y, dx, dy, line->verb == SCRIPT_DRAG ? 5 * SWIPE_MS : SWIPE_MS);
    return true;
}

static bool play_expect(struct play *play, const struct script_line *line)
{
    const char *screen = screen_name(play->visit.session.ui.here.screen);

    if (line->verb == SCRIPT_EXPECT_SCREEN) {
        snprintf(play->message, sizeof play->message, "the screen is %s, not %s", screen,
                 line->text);
        return strcmp(screen, line->text) == 0;
    }
    if (line->verb == SCRIPT_EXPECT_ASLEEP || line->verb == SCRIPT_EXPECT_AWAKE) {
        bool asleep = session_asleep(&play->visit.session);
        snprintf(play->message, sizeof play->message, "the screen is %s",
                 asleep ? "off" : "on");
        return asleep == (line->verb == SCRIPT_EXPECT_ASLEEP);
    }
    bool sees = play_sees(play, line->text);
    snprintf(play->message, sizeof play->message, "\"%s\" is %s screen %s", line->text,
             sees ? "on" : "not on", screen);
    return sees == (line->verb == SCRIPT_EXPECT);
}

static bool play_touch(struct play *play, const struct script_line *line)
{
    int x = 0;
    int y = 0;

    if (!target_find(play, &line->target, &x, &y)) {
        return false;
    }
    play_press(play, x, y, line->verb == SCRIPT_HOLD ? HOLD_MS : TAP_MS);
    return true;
}

static bool play_line(struct play *play, const struct script_line *line)
{
    struct sample key = {
        .kind = SAMPLE_KEY, .at_ms = play->visit.mono_ms, .key = line->key};

    switch (line->verb) {
    case SCRIPT_TAP:
    case SCRIPT_HOLD: return play_touch(play, line);
    case SCRIPT_SWIPE:
    case SCRIPT_FLING:
    case SCRIPT_DRAG: return play_move(play, line);
    case SCRIPT_TYPE: return play_type(play, line->text);
    case SCRIPT_KEY:
        visit_feed(&play->visit, &key);
        visit_pass(&play->visit, VISIT_STEP_MS);
        return true;
    case SCRIPT_WAIT: visit_pass(&play->visit, line->wait_ms); return true;
    case SCRIPT_EXPECT:
    case SCRIPT_EXPECT_NO:
    case SCRIPT_EXPECT_ASLEEP:
    case SCRIPT_EXPECT_AWAKE:
    case SCRIPT_EXPECT_SCREEN: return play_expect(play, line);
    case SCRIPT_RENDER:
        snprintf(play->message, sizeof play->message, "cannot write %s", line->text);
        return picture_save(play->screen, &play->visit.session.list, line->text);
    }
    return false;
}

static char *file_text(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *text = calloc(1, 1 << 20);

    if (file == NULL || text == NULL) {
        fprintf(stderr, "regiebord: cannot read the script %s\n", path);
        free(text);
        text = NULL;
    } else {
        text[fread(text, 1, (1 << 20) - 1, file)] = '\0';
    }
    if (file != NULL) {
        fclose(file);
    }
    return text;
}

static bool play_read(struct play *play, const struct options *options)
{
    char error[MESSAGE_SIZE];
    char *text = file_text(options->script);

    if (text == NULL) {
        return false;
    }
    bool fine = script_parse(&play->script, text, options->script, error, sizeof error);
    free(text);
    if (!fine) {
        fprintf(stderr, "regiebord: %s\n", error);
    }
    return fine;
}

// Feeds recorded touches at their own pace, scaled to this panel, and writes what is shown
// at the end.
static bool play_replay(struct play *play, const struct options *options)
{
    char error[MESSAGE_SIZE];
    struct recording recording;
    FILE *file = fopen(options->replay, "r");

    if (file == NULL) {
        fprintf(stderr, "regiebord: cannot read the recording %s\n", options->replay);
        return false;
    }
    bool fine = recording_read(file, options->replay, &recording, error, sizeof error);
    fclose(file);
    if (!fine) {
        fprintf(stderr, "regiebord: %s\n", error);
        return false;
    }
    for (size_t i = 0; i < recording.count; i++) {
        struct sample sample = recording.samples[i];
        visit_pass(&play->visit, sample.at_ms - play->visit.mono_ms);
        sample.at_ms = play->visit.mono_ms;
        sample.x_px *= (float)play->visit.session.list.width_px / (float)recording.width_px;
        sample.y_px *=
            (float)play->visit.session.list.height_px / (float)recording.height_px;
        visit_feed(&play->visit, &sample);
    }
    visit_pass(&play->visit, REPLAY_REST_MS);
    printf("%s: %zu touches replayed, screen %s %s\n", options->replay, recording.count,
           screen_name(play->visit.session.ui.here.screen),
           play->visit.session.ui.here.select);
    recording_finish(&recording);
    return options->out == NULL ||
           picture_save(play->screen, &play->visit.session.list, options->out);
}

static bool play_open(struct play *play, const struct options *options)
{
    if (options->script != NULL && !play_read(play, options)) {
        return false;
    }
    play->screen = picture_create(options);
    if (play->screen == NULL) {
        return false;
    }
    const struct env *env = options_env(options, env_system(), true, &play->clock);
    if (!visit_open(&play->visit, options->share, options->state, env,
                    picture_panel(options), screen_measure(play->screen))) {
        return false;
    }
    options_place(options, &play->visit.session.ui);
    play->visit.session.curtain.hours = options->curtain;
    if (options->past_ms != 0) {
        visit_pass(&play->visit, 1); // the boards of then come
    }
    session_draw(&play->visit.session, 0, play->visit.start_ms);
    if (options->check) {
        play->visit.shown = play_shown;
        play->visit.shown_context = play;
        play_shown(play, &play->visit.session.list);
    }
    return true;
}

int play_command(int argc, char **argv)
{
    struct options options;
    struct play play = {0};
    int result = EXIT_FAILED;

    if (!options_read(&options, argc, argv)) {
        return EXIT_USAGE;
    }
    if (options.share == NULL || (options.script == NULL && options.replay == NULL)) {
        fprintf(stderr, "regiebord: play needs a script (or --replay FILE) and --share "
                        "DIR: regiebord play visit.play --share DIR\n");
        return EXIT_USAGE;
    }
    if (!play_open(&play, &options)) {
        goto out;
    }
    for (size_t i = 0; i < play.script.count; i++) {
        if (!play_line(&play, &play.script.lines[i])) {
            fprintf(stderr, "%s:%d: %s\n", options.script, play.script.lines[i].number,
                    play.message);
            goto out;
        }
    }
    if (options.replay != NULL && !play_replay(&play, &options)) {
        goto out;
    }
    if (options.script != NULL) {
        printf("%s: %zu lines played\n", options.script, play.script.count);
    }
    result = play_checked(&play, &options) ? EXIT_FINE : EXIT_FAILED;
out:
    visit_close(&play.visit);
    script_finish(&play.script);
    screen_destroy(play.screen);
    return result;
}
