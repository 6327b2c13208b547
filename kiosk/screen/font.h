// Fonts: finds them, measures and rasterises one line of text. The only place that knows
// SDL_ttf.
#ifndef REGIEBORD_SCREEN_FONT_H
#define REGIEBORD_SCREEN_FONT_H

#include "screen/mask.h"
#include "view/draw.h"

// Longest text that is measured or drawn, with its NUL; what is longer is cut between
// characters.
enum { FONT_TEXT_BYTES = 2048 };

struct font_set;

// Opens Open Sans from `dir` (NULL: $REGIEBORD_FONTS, then where Debian puts it), DejaVu
// Sans where it is missing. NULL when neither is there; what to install is logged. Sizes
// are opened when first asked for.
struct font_set *font_set_create(const char *dir);
void font_set_destroy(struct font_set *fonts);

// Measures with these fonts; remembers widths. Lives as long as they do.
const struct text_measure *font_measure(struct font_set *fonts);

// The text in one line, trimmed to what is inked; left_px and top_px count from the pen on
// the baseline. free() it. NULL when SDL_ttf or memory fails.
struct mask *font_render(struct font_set *fonts, enum weight weight, int size_px,
                         const char *text, size_t length);

#endif
