#include "view/topic.h"

#include "view/chrome.h"
#include "view/screens.h"

enum { SENTENCES = 5 };

static const struct {
    enum word title;
    enum word sentences[SENTENCES]; // WORD_COUNT ends them
} topics[TOPIC_COUNT] = {
    [TOPIC_BOARD] = {WORD_BOARD, {WORD_COUNT}},
    [TOPIC_ROUND] = {WORD_TOPIC_ROUND,
                     {WORD_ROUND_STRIP, WORD_ROUND_DATA, WORD_ROUND_SILENT,
                      WORD_ROUND_CURTAIN, WORD_ROUND_WAYS}},
    [TOPIC_ATTENTION] = {WORD_ATTENTION,
                         {WORD_TELL_ATTENTION, WORD_TELL_LADDER, WORD_TELL_HOW_LONG,
                          WORD_TELL_FILTERS, WORD_COUNT}},
    [TOPIC_CARD] = {WORD_TOPIC_CARD,
                    {WORD_TELL_CARD, WORD_TELL_LANE, WORD_TELL_TRAIL, WORD_TELL_STATES,
                     WORD_TELL_TAKE}},
    [TOPIC_LEADS] = {WORD_LEADS,
                     {WORD_TELL_NAME, WORD_TELL_REPORT, WORD_TELL_UNDO, WORD_TELL_CHILDREN,
                      WORD_COUNT}},
    [TOPIC_MEETING] = {WORD_MEETING,
                       {WORD_TELL_BODY, WORD_TELL_POINTS, WORD_TELL_DECIDE, WORD_TELL_PAPER,
                        WORD_COUNT}},
    [TOPIC_TREND] = {WORD_TREND,
                     {WORD_TELL_BARS, WORD_TELL_MARKS, WORD_TELL_THEN, WORD_TELL_FORECAST,
                      WORD_COUNT}},
};

static enum topic topic_of(enum screen_id screen)
{
    static const enum topic of[SCREEN_COUNT] = {
        [SCREEN_ATTENTION] = TOPIC_ATTENTION, [SCREEN_CELL] = TOPIC_CARD,
        [SCREEN_AMBITION] = TOPIC_CARD,       [SCREEN_COLUMN] = TOPIC_CARD,
        [SCREEN_CARD] = TOPIC_CARD,           [SCREEN_LEADS] = TOPIC_LEADS,
        [SCREEN_CHANGES] = TOPIC_LEADS,       [SCREEN_MEETING] = TOPIC_MEETING,
        [SCREEN_TREND] = TOPIC_TREND,
    };

    return of[screen] != TOPIC_HERE ? of[screen] : TOPIC_BOARD;
}

enum topic topic_open(const struct scene *scene)
{
    int topic = scene->ui->topic;

    return topic > TOPIC_HERE && topic < TOPIC_COUNT ? (enum topic)topic
                                                     : topic_of(scene->ui->here.screen);
}

static const char *topic_title(const struct scene *scene, enum topic topic)
{
    return scene_word(scene, topics[topic].title);
}

void topic_draw(struct scene *scene, enum topic topic, rect box)
{
    bool room = scene->m->layout == LAYOUT_ROOM;
    enum role_size size = room ? SIZE_TAFEL : SIZE_HAND;
    struct type type = {WEIGHT_REGULAR, size, scene->t->ink};
    int leading = text_leading(scene, size);
    int gap = room ? leading * 6 / 10 : leading * 4 / 10;
    int y = box.y + leading * 8 / 10;

    for (int i = 0; i < SENTENCES && topics[topic].sentences[i] != WORD_COUNT; i++) {
        int lines = text_put_wrapped(scene, box.x, y, box.w, 3, type,
                                     scene_word(scene, topics[topic].sentences[i]));
        y += lines * leading + gap;
    }
}

static struct intent topic_intent(enum topic topic)
{
    struct intent intent = intent_of(INTENT_OPTION, UI_LEGEND);

    intent.number = (int)topic;
    return intent;
}

int topic_switch_draw(struct scene *scene, rect box)
{
    enum { STEPS = TOPIC_COUNT - 1 };
    struct type type = {WEIGHT_SEMIBOLD,
                        scene->m->layout == LAYOUT_ROOM ? SIZE_TAFEL : SIZE_HAND,
                        scene->t->ink};
    int here = (int)topic_open(scene) - 1;
    int side = most(box.h, scene->m->touch_min_px);
    int between = 0;
    int right = box.x + box.w;

    for (int i = 1; i < TOPIC_COUNT; i++) { // the buttons stay where they are
        between = most(between, text_width(scene, type, topic_title(scene, (enum topic)i)));
    }
    between += 3 * scene->m->unit_px;
    chrome_button(scene, (rect){right - side, box.y, side, box.h}, SHAPE_ICON_RIGHT, "",
                  false, topic_intent((enum topic)((here + 1) % STEPS + 1)));
    text_put_centre(scene, right - side - between / 2,
                    text_middle(scene, type.size, box.y + box.h / 2), type,
                    topic_title(scene, topic_open(scene)));
    chrome_button(scene, (rect){right - 2 * side - between, box.y, side, box.h},
                  SHAPE_ICON_LEFT, "", false,
                  topic_intent((enum topic)((here + STEPS - 1) % STEPS + 1)));
    return 2 * side + between;
}
