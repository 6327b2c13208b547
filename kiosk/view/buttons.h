// Buttons of what people change: small ones within a card, big ones of several lines.
#ifndef REGIEBORD_VIEW_BUTTONS_H
#define REGIEBORD_VIEW_BUTTONS_H

#include "view/chrome.h"

// One line in hand size; what does not fit ends in an ellipsis. Height: button_small_px.
void button_small(struct scene *scene, rect box, const char *word, struct intent tap);
int button_small_px(const struct scene *scene);
int button_small_width(const struct scene *scene, const char *word);

// Up to two lines in a large box, at its left edge. Height: button_big_px.
int button_big_px(const struct scene *scene);
void button_big(struct scene *scene, rect box, const char *word, bool chosen,
                struct intent tap);

#endif
