// Typing: the field, the suggestions, the keys and where they lie.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "touch/keyboard.h"
#include "touch/suggest.h"

// Presses the keys named in `keys`, separated by spaces.
static void press_all(struct keyboard *keyboard, const char *keys, int64_t *now_ms)
{
    char copy[256];

    snprintf(copy, sizeof copy, "%s", keys);
    for (char *key = strtok(copy, " "); key != NULL; key = strtok(NULL, " ")) {
        *now_ms += 100;
        if (key[0] == '+') {
            *now_ms += 1000;
        } else {
            keyboard_press(keyboard, key, *now_ms);
        }
    }
}

static void keys_type(void **state)
{
    static const struct {
        const char *keys, *text;
    } cases[] = {
        {"k o s t e n", "kosten"},
        {"k i n d space e n", "kind en"},
        {"k i erase erase erase o", "o"},
        {"accents ë n", "ën"},
        {"symbols € 2 5 symbols x", "€25x"},
        {"c ï erase a", "ca"},
        {"é €", "é€"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct keyboard keyboard;
        int64_t now_ms = 0;
        keyboard_init(&keyboard, 40);
        press_all(&keyboard, cases[i].keys, &now_ms);
        assert_string_equal(keyboard.field.text, cases[i].text);
        assert_int_equal(keyboard.field.cursor, keyboard.field.length);
    }
}

static void shift_is_once_or_stays(void **state)
{
    static const struct {
        const char *keys;
        enum keyboard_shift shift;
    } cases[] = {
        {"shift", KEYBOARD_ONCE},
        {"shift a", KEYBOARD_LOW},
        {"shift + shift", KEYBOARD_LOW},
        {"shift shift", KEYBOARD_CAPS},
        {"shift shift a", KEYBOARD_CAPS},
        {"shift shift a shift", KEYBOARD_LOW},
        {"shift shift shift", KEYBOARD_LOW},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct keyboard keyboard;
        int64_t now_ms = 0;
        keyboard_init(&keyboard, 40);
        press_all(&keyboard, cases[i].keys, &now_ms);
        assert_int_equal(keyboard.shift, cases[i].shift);
    }
}

static const struct keyboard_key *find(const struct keyboard_key *keys, size_t count,
                                       const char *id)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(keys[i].id, id) == 0) {
            return &keys[i];
        }
    }
    return NULL;
}

static void shift_shows_capitals(void **state)
{
    struct keyboard keyboard;
    struct keyboard_key keys[KEYBOARD_KEYS];
    const rect area = {0, 0, 800, 268};

    (void)state;
    keyboard_init(&keyboard, 40);
    keyboard_press(&keyboard, "shift", 0);
    size_t count = keyboard_layout(&keyboard, area, 5.2f, keys);
    assert_non_null(find(keys, count, "Q"));
    assert_null(find(keys, count, "q"));
    assert_true(find(keys, count, "shift")->lit);
    keyboard_press(&keyboard, "accents", 600);
    count = keyboard_layout(&keyboard, area, 5.2f, keys);
    assert_non_null(find(keys, count, "Ë"));
    assert_string_equal(find(keys, count, "accents")->text, "abc");
    keyboard_press(&keyboard, "Ë", 700);
    assert_string_equal(keyboard.field.text, "Ë");
    assert_int_equal(keyboard.page, KEYBOARD_LETTERS);
}

static const struct {
    rect area;
    float px_per_mm;
    bool five;
} panels[] = {
    {{0, 206, 800, 268}, 5.2f, false},     {{0, 700, 720, 500}, 8.3f, false},
    {{0, 300, 1280, 460}, 5.9f, true},     {{842, 482, 1050, 500}, 1.58f, true},
    {{1684, 964, 2100, 1000}, 2.7f, true}, {{3, 7, 641, 203}, 6.0f, false},
};

// Every key lies in the area, no two answer at the same point, and every point of the rows
// answers.
static void keys_fill_their_area(void **state)
{
    (void)state;
    for (size_t p = 0; p < sizeof panels / sizeof *panels; p++) {
        for (int page = 0; page <= KEYBOARD_ACCENTED; page++) {
            struct keyboard keyboard;
            struct keyboard_key keys[KEYBOARD_KEYS];
            const rect area = panels[p].area;
            long covered = 0;
            keyboard_init(&keyboard, 40);
            keyboard.page = (enum keyboard_page)page;
            size_t count = keyboard_layout(&keyboard, area, panels[p].px_per_mm, keys);
            assert_in_range(count, 30, 50);
            for (size_t i = 0; i < count; i++) {
                rect met = rect_meet(keys[i].hit, area);
                rect inside = rect_meet(keys[i].hit, keys[i].box);
                assert_memory_equal(&met, &keys[i].hit, sizeof met);
                assert_memory_equal(&inside, &keys[i].box, sizeof inside);
                assert_true(keys[i].box.w > 0 && keys[i].box.h > 0);
                for (size_t j = 0; j < i; j++) {
                    assert_true(rect_empty(rect_meet(keys[i].hit, keys[j].hit)));
                    assert_string_not_equal(keys[i].id, keys[j].id);
                }
                covered += (long)keys[i].hit.w * keys[i].hit.h;
            }
            // Only the half keys beside the middle rows stay empty.
            assert_true(covered * 10 >= (long)area.w * area.h * 9);
        }
    }
}

static void digits_come_when_there_is_room(void **state)
{
    (void)state;
    for (size_t p = 0; p < sizeof panels / sizeof *panels; p++) {
        struct keyboard keyboard;
        struct keyboard_key keys[KEYBOARD_KEYS];
        keyboard_init(&keyboard, 40);
        size_t count =
            keyboard_layout(&keyboard, panels[p].area, panels[p].px_per_mm, keys);
        assert_int_equal(find(keys, count, "7") != NULL, panels[p].five);
    }
}

static void keys_stop_growing(void **state)
{
    static const struct {
        rect area;
        float px_per_mm;
        bool mirrored;
        rect fit;
    } cases[] = {
        {{0, 200, 800, 268}, 5.2f, false, {0, 200, 800, 268}},
        {{0, 400, 1920, 600}, 1.58f, false, {890, 485, 1030, 515}},
        {{0, 400, 1920, 600}, 1.58f, true, {0, 485, 1030, 515}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        rect fit = keyboard_fit(cases[i].area, cases[i].px_per_mm, cases[i].mirrored);
        assert_memory_equal(&fit, &cases[i].fit, sizeof fit);
    }
}

static void holding_gives_accents(void **state)
{
    static const struct {
        const char *key, *letters;
    } cases[] = {{"e", "eëéèê"}, {"i", "iïíìî"}, {"o", "oöóòô"}, {"u", "uüúùû"},
                 {"a", "aäáàâ"}, {"c", "cç"},    {"n", "nñ"},    {"E", "EËÉÈÊ"},
                 {"x", ""},      {"space", ""},  {"done", ""}};
    const rect area = {10, 206, 780, 268};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct keyboard keyboard;
        struct keyboard_key keys[KEYBOARD_POPUP];
        char letters[64] = "";
        keyboard_init(&keyboard, 40);
        keyboard.shift = cases[i].key[0] == 'E' ? KEYBOARD_ONCE : KEYBOARD_LOW;
        keyboard_hold(&keyboard, cases[i].key, 0);
        size_t count = keyboard_popup(&keyboard, area, 5.2f, keys);
        for (size_t k = 0; k < count; k++) {
            rect met = rect_meet(keys[k].hit, area);
            assert_memory_equal(&met, &keys[k].hit, sizeof met);
            assert_true(keys[k].hit.w >= 52);
            assert_int_equal(keys[k].lit, k == 1);
            strcat(letters, keys[k].text);
        }
        assert_string_equal(letters, cases[i].letters);
    }
}

static void a_pop_up_is_slid_or_tapped(void **state)
{
    static const struct {
        const char *slide, *lift, *tap, *text;
        bool open;
    } cases[] = {
        {"é", "é", NULL, "é", false}, {NULL, "e", NULL, "", true},
        {NULL, "e", "è", "è", false}, {NULL, "t", NULL, "", false},
        {"ë", "", NULL, "", false},   {NULL, "e", "k", "k", false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct keyboard keyboard;
        keyboard_init(&keyboard, 40);
        assert_int_equal(keyboard_hold(&keyboard, "e", 0), KEYBOARD_LOOKS);
        if (cases[i].slide != NULL) {
            keyboard_slide(&keyboard, cases[i].slide);
        }
        keyboard_lift(&keyboard, cases[i].lift, 100);
        if (cases[i].tap != NULL) {
            keyboard_press(&keyboard, cases[i].tap, 200);
        }
        assert_string_equal(keyboard.field.text, cases[i].text);
        assert_int_equal(keyboard.popup[0] != '\0', cases[i].open);
    }
}

static void held_erase_repeats(void **state)
{
    struct keyboard keyboard;

    (void)state;
    keyboard_init(&keyboard, 40);
    field_set(&keyboard.field, "twaalf tekens");
    assert_int_equal(keyboard_hold(&keyboard, "erase", 1000), KEYBOARD_TYPED);
    assert_string_equal(keyboard.field.text, "twaalf teken");
    assert_int_equal(keyboard_deadline_ms(&keyboard), 1000 + KEYBOARD_REPEAT_MS);
    assert_int_equal(keyboard_tick(&keyboard, 1050), KEYBOARD_IGNORED);
    keyboard_tick(&keyboard, 1000 + 3 * KEYBOARD_REPEAT_MS);
    assert_string_equal(keyboard.field.text, "twaalf te");
    keyboard_lift(&keyboard, "erase", 1300);
    assert_true(keyboard_deadline_ms(&keyboard) == INT64_MAX);
    keyboard_hold(&keyboard, "erase", 2000);
    keyboard_tick(&keyboard, 100000);
    assert_string_equal(keyboard.field.text, "");
    assert_true(keyboard_deadline_ms(&keyboard) == INT64_MAX);
}

static void field_edits_at_the_cursor(void **state)
{
    struct field field;

    (void)state;
    field_init(&field, 12);
    field_set(&field, "coördinatie van de zorg");
    assert_string_equal(field.text, "coördinatie ");
    assert_false(field_insert(&field, "x"));
    field_place(&field, 3); // inside ö: the place before it
    assert_int_equal(field.cursor, 2);
    assert_true(field_step(&field, 1));
    assert_int_equal(field.cursor, 4);
    assert_true(field_erase(&field));
    assert_string_equal(field.text, "cordinatie ");
    assert_true(field_insert(&field, "\x1b"
                                     "o"));
    assert_string_equal(field.text, "coordinatie ");
    field_place(&field, 0);
    assert_false(field_erase(&field));
    assert_false(field_step(&field, -1));
    field_place(&field, 9999);
    assert_false(field_step(&field, 1));
    assert_false(field_insert(&field, "\xff\xfe"));
}

static void a_real_keyboard_types_too(void **state)
{
    struct field field;
    struct sample text = {.kind = SAMPLE_TEXT, .text = "ëen"};
    struct sample key = {.kind = SAMPLE_KEY, .key = KEY_LEFT};

    (void)state;
    field_init(&field, 12);
    assert_true(field_feed(&field, &text));
    assert_true(field_feed(&field, &key));
    key.key = KEY_ERASE;
    assert_true(field_feed(&field, &key));
    assert_string_equal(field.text, "ën");
    key.key = KEY_ENTER;
    assert_false(field_feed(&field, &key));
    key.key = KEY_HOME;
    assert_true(field_feed(&field, &key));
    assert_false(field_feed(&field, &(struct sample){.kind = SAMPLE_WHEEL}));
}

static const char *const own[] = {"Deelname", "deel van de kosten", "jeugdhulp",
                                  "coördinatie"};
static const char *const common[] = {"deel",  "departement", "deelname",
                                     "jeugd", "de",          "een"};
static const struct suggest_list list = {own, sizeof own / sizeof *own, common,
                                         sizeof common / sizeof *common};

static void words_are_suggested(void **state)
{
    static const struct {
        const char *typed, *words;
    } cases[] = {
        {"wie betaalt welk de", "Deelname|deel van de kosten|deel|"},
        {"", ""},
        {"kosten ", ""},
        {"DEP", "departement|"},
        {"Jeugd", "jeugdhulp|"},
        {"jeugdhulp", ""},
        {"coord", "coördinatie|"},
        {"cöor", "coördinatie|"},
        {"zz", ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct field field;
        const char *words[SUGGEST_MAX];
        char all[256] = "";
        field_init(&field, 140);
        field_set(&field, cases[i].typed);
        size_t count = suggest_find(&list, &field, words);
        for (size_t w = 0; w < count; w++) {
            strcat(strcat(all, words[w]), "|");
        }
        assert_string_equal(all, cases[i].words);
    }
}

static void a_word_is_taken(void **state)
{
    static const struct {
        const char *typed, *word, *text;
        size_t max;
    } cases[] = {
        {"welk de", "deel van de kosten", "welk deel van de kosten ", 140},
        {"Dep", "departement", "Departement ", 140},
        {"Éé", "één", "Één ", 140},
        {"x", "deel", "deel", 4},
        {"de", "departement", "de", 5},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct field field;
        field_init(&field, cases[i].max);
        field_set(&field, cases[i].typed);
        suggest_take(&field, cases[i].word);
        assert_string_equal(field.text, cases[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_type),
        cmocka_unit_test(shift_is_once_or_stays),
        cmocka_unit_test(shift_shows_capitals),
        cmocka_unit_test(keys_fill_their_area),
        cmocka_unit_test(digits_come_when_there_is_room),
        cmocka_unit_test(keys_stop_growing),
        cmocka_unit_test(holding_gives_accents),
        cmocka_unit_test(a_pop_up_is_slid_or_tapped),
        cmocka_unit_test(held_erase_repeats),
        cmocka_unit_test(field_edits_at_the_cursor),
        cmocka_unit_test(a_real_keyboard_types_too),
        cmocka_unit_test(words_are_suggested),
        cmocka_unit_test(a_word_is_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
