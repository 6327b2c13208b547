// Why a track is an exception and how long, in words.
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "view/screens.h"

void sentence_case(const char *title, char *out, size_t size)
{
    size_t length = strlen(title);
    size_t at = 0;
    uint32_t first = utf8_next(title, length, &at);
    uint32_t second = utf8_next(title, length, &at);
    bool word =
        second == 0 || second == ' ' || (second >= 'a' && second <= 'z') || second >= 0xdf;

    format_fill(out, size, "%s", title);
    if (first >= 'A' && first <= 'Z' && word && second != ' ') {
        out[0] = (char)(first + ('a' - 'A'));
    }
}

int32_t exception_since(const struct track *track, enum sign sign)
{
    if (sign == SIGN_SILENT) {
        return track->reported;
    }
    if (track->bottleneck != NULL && sign == SIGN_ESCALATED) {
        return track->bottleneck->rung_since;
    }
    if (track->bottleneck != NULL && sign == SIGN_BOTTLENECK &&
        track->bottleneck->since != DAY_NONE) {
        return track->bottleneck->since;
    }
    return track->health_since;
}

void exception_days(const struct scene *scene, const struct track *track, enum sign sign,
                    char *out, size_t size)
{
    int32_t since = exception_since(track, sign);

    out[0] = '\0';
    if (since != DAY_NONE) {
        int days = scene->today - since;
        format_days(out, size, scene->ui->lang, days < 0 ? 0 : days);
    }
}

void exception_words(const struct scene *scene, const struct track *track, enum sign sign,
                     char *out, size_t size)
{
    char day[FORMAT_SIZE];

    if (sign == SIGN_ESCALATED) {
        format_fill(out, size, scene_word(scene, WORD_AT_BODY),
                    scene->board->rungs[track->bottleneck->rung].name);
    } else if (sign == SIGN_BOTTLENECK && strchr(track->reason, ' ') != NULL) {
        sentence_case(track->reason, out, size); // a whole sentence says it itself
    } else if (sign == SIGN_BOTTLENECK && track->reason[0] != '\0') {
        format_fill(out, size, scene_word(scene, WORD_WAITS_FOR), track->reason);
    } else if (sign == SIGN_BOTTLENECK) {
        snprintf(out, size, "%s", scene_word(scene, WORD_STUCK));
    } else if (sign == SIGN_SILENT) {
        format_when(day, sizeof day, scene->ui->lang, track->reported, scene->today);
        format_fill(out, size, scene_word(scene, WORD_SILENT_FOR), day);
    } else {
        format_fill(out, size, "%s%s%s", scene_word(scene, WORD_ASKS_ATTENTION),
                    track->reason[0] != '\0' ? ": " : "", track->reason);
    }
}
