#include "screen/text_cache.h"

#include <string.h>

struct key {
    uint8_t weight;
    uint8_t unused; // zero: keys are compared as bytes
    int16_t size_px;
    char text[FONT_TEXT_BYTES];
};

const struct mask *text_cache_mask(struct mask_cache *cache, struct font_set *fonts,
                                   enum weight weight, int size_px, const char *text)
{
    struct key key;
    size_t length = strnlen(text, sizeof key.text - 1);
    size_t size = offsetof(struct key, text) + length;

    key.weight = (uint8_t)weight;
    key.unused = 0;
    key.size_px = (int16_t)size_px;
    memcpy(key.text, text, length);
    const struct mask *mask = mask_cache_find(cache, &key, size);
    if (mask == NULL) {
        struct mask *made = font_render(fonts, weight, size_px, text, length);
        mask = mask_cache_add(cache, &key, size, made);
    }
    return mask;
}
