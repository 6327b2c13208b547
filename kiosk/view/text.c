#include <string.h>

#include "base/utf8.h"
#include "view/scene.h"

static const char ELLIPSIS[] = "…";

const char *scene_word(const struct scene *scene, enum word word)
{
    return words_get(scene->ui->lang, word);
}

static int measure(const struct scene *scene, struct type type, const char *text,
                   size_t length)
{
    return scene->measure->width(scene->measure->context, type.weight,
                                 scene->m->size_px[type.size], text, length);
}

static int put(struct scene *scene, int x_px, int baseline_px, int width_px,
               struct type type, const char *text, size_t length)
{
    draw_text(scene->list, x_px, baseline_px, width_px, type.weight,
              scene->m->size_px[type.size], type.ink, text, length);
    return width_px;
}

int text_width(const struct scene *scene, struct type type, const char *text)
{
    return measure(scene, type, text, strlen(text));
}

int text_put(struct scene *scene, int x_px, int baseline_px, struct type type,
             const char *text)
{
    return put(scene, x_px, baseline_px, text_width(scene, type, text), type, text,
               strlen(text));
}

int text_put_right(struct scene *scene, int x_px, int baseline_px, struct type type,
                   const char *text)
{
    int width = text_width(scene, type, text);

    return put(scene, x_px - width, baseline_px, width, type, text, strlen(text));
}

int text_put_centre(struct scene *scene, int x_px, int baseline_px, struct type type,
                    const char *text)
{
    int width = text_width(scene, type, text);

    return put(scene, x_px - width / 2, baseline_px, width, type, text, strlen(text));
}

// The largest length at a code point boundary whose width is at most width_px.
static size_t length_that_fits(const struct scene *scene, struct type type,
                               const char *text, size_t length, int width_px)
{
    size_t low = 0;
    size_t high = length;

    while (low < high) {
        size_t middle = (low + high + 1) / 2;
        if (measure(scene, type, text, middle) <= width_px) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    while (low > 0 && low < length && ((unsigned char)text[low] & 0xc0) == 0x80) {
        low--;
    }
    return low;
}

// Draws `length` bytes and an ellipsis within width_px.
static int put_cut(struct scene *scene, int x_px, int baseline_px, int width_px,
                   struct type type, const char *text, size_t length)
{
    char line[512];
    int dots = text_width(scene, type, ELLIPSIS);
    size_t fit = length_that_fits(scene, type, text, length, width_px - dots);

    if (dots > width_px) {
        return 0; // no room even to say that something is missing
    }
    if (fit > sizeof line - sizeof ELLIPSIS) {
        fit = utf8_whole(text, sizeof line - sizeof ELLIPSIS);
    }
    while (fit > 0 && (text[fit - 1] == ' ' || text[fit - 1] == ',')) {
        fit--;
    }
    memcpy(line, text, fit);
    memcpy(line + fit, ELLIPSIS, sizeof ELLIPSIS);
    return text_put(scene, x_px, baseline_px, type, line);
}

int text_put_fit(struct scene *scene, int x_px, int baseline_px, int width_px,
                 struct type type, const char *text)
{
    int width = text_width(scene, type, text);

    if (width <= width_px) {
        return put(scene, x_px, baseline_px, width, type, text, strlen(text));
    }
    return put_cut(scene, x_px, baseline_px, width_px, type, text, strlen(text));
}

const char *text_choose(const struct scene *scene, int width_px, struct type type,
                        const char *const *forms)
{
    while (forms[1] != NULL &&
           (forms[0][0] == '\0' || text_width(scene, type, forms[0]) > width_px)) {
        forms++;
    }
    return forms[0];
}

static bool is_vowel(char c)
{
    return c != '\0' && strchr("aeiouyAEIOUY", c) != NULL;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Where a word of `length` bytes may be parted, at most at `limit`: before a consonant that
// a vowel follows (but not inside sch, ch, ph or th), three letters from either end. Not
// every Dutch syllable, but hardly ever inside one. 0: nowhere.
static size_t word_part(const char *word, size_t length, size_t limit)
{
    for (size_t i = limit < length - 3 ? limit : length - 3; i >= 3; i--) {
        bool before = is_letter(word[i - 1]) &&
                      (word[i] != 'h' || strchr("cpst", word[i - 1]) == NULL);
        if (before && is_letter(word[i]) && !is_vowel(word[i]) && is_vowel(word[i + 1])) {
            return i;
        }
    }
    return 0;
}

// Length of the next line of `text`: up to a line feed, or as many whole words as fit. A
// word wider than the line is parted, with a hyphen where it can be.
static size_t line_length(const struct scene *scene, struct type type, const char *text,
                          int width_px, bool *hyphen)
{
    size_t whole = strcspn(text, "\n");
    size_t fit = 0;

    *hyphen = false;
    for (size_t end = 0; end < whole;) {
        end += strspn(text + end, " ");
        end += strcspn(text + end, " \n");
        if (measure(scene, type, text, end) > width_px) {
            break;
        }
        fit = end;
    }
    if (fit > 0 || whole == 0) {
        return fit;
    }
    size_t word = strcspn(text, " \n");
    fit =
        length_that_fits(scene, type, text, word, width_px - text_width(scene, type, "-"));
    size_t part = word > 6 ? word_part(text, word, fit) : 0;
    *hyphen = part > 0;
    if (part == 0) {
        part = length_that_fits(scene, type, text, word, width_px);
    }
    if (part == 0) { // one letter at least, or it would never end
        utf8_next(text, whole, &part);
    }
    return part;
}

static const char *line_skip(const char *text, size_t length)
{
    text += length;
    text += strspn(text, " ");
    return *text == '\n' ? text + 1 : text;
}

int text_put_wrapped(struct scene *scene, int x_px, int baseline_px, int width_px,
                     int lines, struct type type, const char *text)
{
    int used = 0;
    int leading = text_leading(scene, type.size);

    while (*text != '\0' && used < lines) {
        bool hyphen = false;
        size_t length = line_length(scene, type, text, width_px, &hyphen);
        const char *rest = line_skip(text, length);
        int y = baseline_px + used * leading;
        if (used + 1 == lines && *rest != '\0') {
            put_cut(scene, x_px, y, width_px, type, text, strcspn(text, "\n"));
        } else {
            int width =
                put(scene, x_px, y, measure(scene, type, text, length), type, text, length);
            if (hyphen) {
                text_put(scene, x_px + width, y, type, "-");
            }
        }
        text = rest;
        used++;
    }
    return used;
}

size_t text_line(const struct scene *scene, int width_px, struct type type,
                 const char *text, size_t *whole)
{
    bool hyphen = false; // none is drawn: it was not typed
    size_t length = line_length(scene, type, text, width_px, &hyphen);

    *whole = (size_t)(line_skip(text, length) - text);
    return length;
}

int text_part_width(const struct scene *scene, struct type type, const char *text,
                    size_t length)
{
    return measure(scene, type, text, length);
}

int text_put_part(struct scene *scene, int x_px, int baseline_px, struct type type,
                  const char *text, size_t length)
{
    int width = measure(scene, type, text, length);

    return put(scene, x_px, baseline_px, width, type, text, length);
}

int text_lines(const struct scene *scene, int width_px, struct type type, const char *text)
{
    int used = 0;

    while (*text != '\0') {
        bool hyphen = false;
        text = line_skip(text, line_length(scene, type, text, width_px, &hyphen));
        used++;
    }
    return used;
}

int text_leading(const struct scene *scene, enum role_size size)
{
    int tenths = size == SIZE_WAND || size == SIZE_KOP ? 112 : 130;

    return (scene->m->size_px[size] * tenths + 50) / 100;
}

int text_cap(const struct scene *scene, enum role_size size)
{
    return metrics_cap_px(scene->m->size_px[size]);
}

int text_middle(const struct scene *scene, enum role_size size, int cy_px)
{
    return cy_px + (text_cap(scene, size) + 1) / 2;
}
