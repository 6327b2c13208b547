#include "screen/shape_cache.h"

enum { CORNER = -1 }; // in the place of a shape

struct key {
    int32_t shape, width_px, height_px;
};

const struct mask *shape_cache_shape(struct mask_cache *cache, enum shape shape,
                                     int width_px, int height_px)
{
    const struct key key = {(int32_t)shape, width_px, height_px};
    const struct mask *mask = mask_cache_find(cache, &key, sizeof key);

    if (mask == NULL) {
        size_t count = 0;
        const struct shape_ring *rings = shape_rings(shape, &count);
        mask = mask_cache_add(
            cache, &key, sizeof key,
            rings == NULL ? NULL : mask_shape(rings, count, width_px, height_px));
    }
    return mask;
}

const struct mask *shape_cache_corner(struct mask_cache *cache, int radius_px)
{
    const struct key key = {CORNER, radius_px, radius_px};
    const struct mask *mask = mask_cache_find(cache, &key, sizeof key);

    return mask != NULL ? mask
                        : mask_cache_add(cache, &key, sizeof key, mask_corner(radius_px));
}
