#include "view/night.h"

#include <stdio.h>

#include "view/chrome.h"

void night_fact(const struct scene *scene, char title[FORMAT_SIZE], char why[FORMAT_SIZE])
{
    const struct hours *night = &scene->ui->night;
    char from[FORMAT_SIZE];
    char to[FORMAT_SIZE];

    snprintf(title, FORMAT_SIZE, "%s",
             scene_word(scene, night->on ? WORD_NIGHT_FACT : WORD_NIGHT_FACT_NONE));
    if (!night->on) {
        snprintf(why, FORMAT_SIZE, "%s", scene_word(scene, WORD_NIGHT_FACT_NONE_HINT));
        return;
    }
    format_clock(from, sizeof from, night->from);
    format_clock(to, sizeof to, night->to);
    format_fill(
        why, FORMAT_SIZE,
        scene_word(scene, night->daily ? WORD_NIGHT_FACT_DAILY : WORD_NIGHT_FACT_WEEK),
        from, to);
}

bool night_notice(const struct scene *scene, char words[FORMAT_SIZE], enum word *stay)
{
    if (scene->ui->night_s == 0) {
        return false;
    }
    format_fill(words, FORMAT_SIZE, scene_word(scene, WORD_NIGHT_SOON), scene->ui->night_s);
    *stay = WORD_NIGHT_STAY;
    return true;
}

struct intent night_intent(void)
{
    return intent_of(INTENT_OPTION, UI_SLEEP);
}
