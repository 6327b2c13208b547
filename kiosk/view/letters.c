#include "view/letters.h"

#include <string.h>

#include "base/utf8.h"
#include "view/chrome.h"

// The letter under which a name stands: its first letter or digit, large, without accents.
static uint32_t letter_of(const char *name)
{
    char folded[FORMAT_SIZE];
    size_t at = 0;
    uint32_t point = 0;
    size_t length = utf8_fold(name, folded, sizeof folded);

    do {
        point = utf8_next(folded, length, &at);
    } while (point != 0 && point < 0x80 && (point < '0' || (point > '9' && point < 'a')));
    return point >= 'a' && point <= 'z' ? point - 'a' + 'A' : point;
}

void letters_add(struct letters *letters, const char *name)
{
    uint32_t letter = letter_of(name);
    int i = 0;

    while (i < letters->count && letters->points[i] < letter) {
        i++;
    }
    bool known = i < letters->count && letters->points[i] == letter;
    if (known || letters->count == LETTERS_MAX) {
        return;
    }
    memmove(&letters->points[i + 1], &letters->points[i],
            (size_t)(letters->count - i) * sizeof letters->points[0]);
    letters->points[i] = letter;
    letters->count++;
}

// A letter, or some that stand together where there is no room for each.
void letters_draw(struct scene *scene, const struct letters *letters, rect box)
{
    const struct metrics *m = scene->m;
    const char *all = scene_word(scene, WORD_WHO_LETTERS);
    int every = text_width(scene, (struct type){WEIGHT_SEMIBOLD, SIZE_TAFEL, 0}, all) +
                4 * m->unit_px;
    struct intent tap = intent_of(INTENT_OPTION, UI_LETTER);
    int gap = m->gap_px;
    int room = box.w - every - gap;
    int one =
        most(m->touch_min_px,
             m->layout == LAYOUT_ROOM ? 7 * m->unit_px : m->size_px[SIZE_TAFEL] * 3 / 2);
    int joined = text_width(scene, (struct type){WEIGHT_SEMIBOLD, SIZE_TAFEL, 0}, "M-W") +
                 2 * m->unit_px;
    int fit = (room + gap) / (one + gap);
    bool join = letters->count > fit;
    int width = join ? most(one, joined) : one;
    int places = most(1, join ? (room + gap) / (width + gap) : letters->count);

    chrome_button(scene, (rect){box.x, box.y, every, box.h}, -1, all,
                  scene->ui->here.letter == 0, tap);
    for (int i = 0; i < places && i < letters->count; i++) {
        int first = i * letters->count / places;
        int last = (i + 1) * letters->count / places - 1;
        char word[24] = "";
        size_t length = utf8_put(letters->points[first], word);
        if (last > first) {
            word[length++] = '-';
            length += utf8_put(letters->points[last], word + length);
        }
        word[length] = '\0';
        tap.number = (int)letters->points[first];
        tap.screen = (int)letters->points[last];
        chrome_button(scene,
                      (rect){box.x + every + gap + i * (width + gap), box.y, width, box.h},
                      -1, word, scene->ui->here.letter == tap.number, tap);
    }
}

bool letters_chosen(const struct scene *scene, const char *name)
{
    uint32_t letter = letter_of(name);

    return scene->ui->here.letter == 0 || (letter >= (uint32_t)scene->ui->here.letter &&
                                           letter <= (uint32_t)scene->ui->here.letter_end);
}
