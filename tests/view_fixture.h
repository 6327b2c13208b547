// What tests of the view share: the panels that are served, a ruler for text without fonts,
// and boards as people have them and as nobody should.
#ifndef REGIEBORD_TESTS_VIEW_FIXTURE_H
#define REGIEBORD_TESTS_VIEW_FIXTURE_H

#include <stdlib.h>
#include <string.h>

#include "view/draw.h"
#include "view/metrics.h"

static const struct {
    const char *name;
    struct panel panel;
} panels[] = {
    {"55\" HD", {1920, 1080, 1217.6, 684.9, 4, false}},
    {"65\" 4K", {3840, 2160, 1428.5, 803.5, 4, false}},
    {"10\"", {1280, 800, 216.9, 135.6, 0.6, false}},
    {"7\"", {800, 480, 154.1, 85.9, 0.6, false}},
    {"7\" portrait", {720, 1280, 87.2, 155, 0.6, false}},
    {"24\" at 2.5 m", {1920, 1080, 531, 299, 2.5, false}},
    {"43\" at 4 m", {1920, 1080, 941, 529, 4, false}},
    {"24\" at 4 m", {1920, 1080, 531, 299, 4, false}},
    {"55\" portrait", {1080, 1920, 684.9, 1217.6, 4, false}},
    {"small window", {320, 240, 84.7, 63.5, 0.6, false}},
};
enum { PANEL_COUNT = sizeof panels / sizeof panels[0] };

static inline struct panel panel_named(const char *name)
{
    for (size_t i = 0; i < PANEL_COUNT; i++) {
        if (strcmp(panels[i].name, name) == 0) {
            return panels[i].panel;
        }
    }
    abort();
}

// Hundredths of the font size that a character takes, about as in Open Sans.
static inline int ruler_letter(unsigned char c)
{
    if ((c & 0xc0) == 0x80) {
        return 0; // the rest of a code point
    }
    if (c == ' ') {
        return 26;
    }
    if (strchr("ijlI.,:;'!|", c) != NULL) {
        return 27;
    }
    if (strchr("mwMW", c) != NULL) {
        return 89;
    }
    return c >= 'A' && c <= 'Z' ? 65 : 57;
}

static inline int ruler_width(void *context, enum weight weight, int size_px,
                              const char *text, size_t length)
{
    long sum = 0;

    (void)context;
    for (size_t i = 0; i < length; i++) {
        sum += ruler_letter((unsigned char)text[i]);
    }
    return (int)(sum * size_px * (100 + 3 * (int)weight) / 10000);
}

static const struct text_measure ruler = {NULL, ruler_width};

// The first element that answers where it is and whose label is or else holds `label`; NULL
// when there is none.
static inline const struct element *view_element(const struct draw_list *list,
                                                 const char *label)
{
    for (int whole = 1; whole >= 0; whole--) {
        for (size_t i = 0; i < list->element_count; i++) {
            const struct element *e = &list->elements[i];
            bool named =
                whole ? strcmp(e->label, label) == 0 : strstr(e->label, label) != NULL;
            if (named && e->tap.kind != INTENT_NONE &&
                draw_hit(list, e->hit.x + e->hit.w / 2, e->hit.y + e->hit.h / 2) == e) {
                return e;
            }
        }
    }
    return NULL;
}

#endif
