// Masks of shapes and of rounded corners, one per size.
#ifndef REGIEBORD_SCREEN_SHAPE_CACHE_H
#define REGIEBORD_SCREEN_SHAPE_CACHE_H

#include "screen/mask.h"
#include "screen/mask_cache.h"

// Both: NULL when there is no such shape or memory ran out; good until the next call on
// this cache.
const struct mask *shape_cache_shape(struct mask_cache *cache, enum shape shape,
                                     int width_px, int height_px);
const struct mask *shape_cache_corner(struct mask_cache *cache, int radius_px);

#endif
