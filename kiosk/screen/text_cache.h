// Masks of strings, one per weight, size and text.
#ifndef REGIEBORD_SCREEN_TEXT_CACHE_H
#define REGIEBORD_SCREEN_TEXT_CACHE_H

#include "screen/font.h"
#include "screen/mask_cache.h"

// The string as font_render makes it; NULL when it could not be made. Good until the next
// call on this cache.
const struct mask *text_cache_mask(struct mask_cache *cache, struct font_set *fonts,
                                   enum weight weight, int size_px, const char *text);

#endif
