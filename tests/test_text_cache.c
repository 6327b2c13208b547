// The caches of masks: found again, least recently used out first, limits held.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "screen/mask_cache.h"
#include "screen/text_cache.h"

static const struct mask *add(struct mask_cache *cache, int key, int size_px)
{
    struct mask *mask = mask_create(size_px, size_px);

    mask->left_px = key;
    return mask_cache_add(cache, &key, sizeof key, mask);
}

static const struct mask *find(struct mask_cache *cache, int key)
{
    return mask_cache_find(cache, &key, sizeof key);
}

static void finds_what_was_added(void **state)
{
    (void)state;
    struct mask_cache *cache = mask_cache_create(1 << 24);
    for (int key = 0; key < 5000; key++) {
        assert_null(find(cache, key));
        assert_non_null(add(cache, key, 4));
    }
    for (int key = 0; key < 5000; key++) {
        assert_int_equal(find(cache, key)->left_px, key);
    }
    assert_int_equal(mask_cache_stats(cache).count, 5000);
    assert_int_equal(mask_cache_stats(cache).dropped, 0);
    mask_cache_destroy(cache);
    mask_cache_destroy(NULL);
}

static void oldest_goes_first(void **state)
{
    (void)state;
    struct mask_cache *cache = mask_cache_create(4500);
    for (int key = 0; key < 4; key++) {
        add(cache, key, 32); // 1 kB and its bookkeeping
    }
    assert_non_null(find(cache, 0));
    size_t before = mask_cache_stats(cache).count;
    add(cache, 9, 32);
    assert_non_null(find(cache, 0)); // used just before
    assert_null(find(cache, 1));
    assert_true(mask_cache_stats(cache).count <= before);
    mask_cache_destroy(cache);
}

static void the_limit_holds(void **state)
{
    (void)state;
    struct mask_cache *cache = mask_cache_create(20000);
    for (int key = 0; key < 2000; key++) {
        add(cache, key, key % 60);
        assert_true(mask_cache_stats(cache).bytes <= 20000);
        assert_int_equal(find(cache, key)->left_px, key);
        find(cache, key - 3);
    }
    add(cache, -1, 500); // over the limit by itself: kept, alone
    assert_non_null(find(cache, -1));
    assert_int_equal(mask_cache_stats(cache).count, 1);
    assert_null(mask_cache_add(cache, "k", 1, NULL));
    mask_cache_destroy(cache);
}

static void texts_differ_by_weight_size_and_text(void **state)
{
    (void)state;
    struct font_set *fonts = font_set_create(NULL);
    struct mask_cache *cache = mask_cache_create(1 << 20);
    const struct mask *first = text_cache_mask(cache, fonts, WEIGHT_REGULAR, 25, "besluit");
    assert_true(first->width_px > 20);
    assert_ptr_equal(first, text_cache_mask(cache, fonts, WEIGHT_REGULAR, 25, "besluit"));
    assert_ptr_not_equal(first, text_cache_mask(cache, fonts, WEIGHT_BOLD, 25, "besluit"));
    assert_ptr_not_equal(first,
                         text_cache_mask(cache, fonts, WEIGHT_REGULAR, 26, "besluit"));
    assert_ptr_not_equal(first,
                         text_cache_mask(cache, fonts, WEIGHT_REGULAR, 25, "besluiten"));
    assert_int_equal(mask_cache_stats(cache).count, 4);
    static char many[FONT_TEXT_BYTES * 2];
    memset(many, 'i', sizeof many - 1);
    assert_non_null(text_cache_mask(cache, fonts, WEIGHT_REGULAR, 25, many));
    mask_cache_destroy(cache);
    font_set_destroy(fonts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_was_added),
        cmocka_unit_test(oldest_goes_first),
        cmocka_unit_test(the_limit_holds),
        cmocka_unit_test(texts_differ_by_weight_size_and_text),
    };
    return cmocka_run_group_tests_name("text_cache", tests, NULL, NULL);
}
