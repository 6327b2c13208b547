// base/pin and lock: a PIN as it is kept, and what wrong ones cost.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/pin.h"
#include "lock.h"

// As crypt(3) of Debian's libcrypt makes it of 1234 and the salt abcdefghijklmnopqrstu.
static const char known[] =
    "$y$jAT$abcdefghijklmnopqrstu.$6TMsSwaZ/0X31kF0XtGZvw24DwM556XjrC1xgxAM7i8";

static void salt_counts(void *context, void *out, size_t size)
{
    memset(out, ++*(unsigned char *)context, size);
}

static void digits_are_four_to_six(void **state)
{
    static const struct {
        const char *digits;
        bool sound;
    } cases[] = {{"1234", true},  {"123456", true}, {"0000", true},
                 {"123", false},  {"", false},      {"1234567", false},
                 {"12a4", false}, {"12 4", false},  {"-123", false}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(pin_sound(cases[i].digits), cases[i].sound);
    }
}

static void the_known_answer(void **state)
{
    (void)state;
    assert_int_equal(pin_check("1234", known), PIN_RIGHT);
    assert_int_equal(pin_check("1235", known), PIN_WRONG);
    assert_int_equal(pin_check("12345", known), PIN_WRONG);
}

static void every_hash_has_its_own_salt(void **state)
{
    unsigned char count = 0;
    const struct env env = {.context = &count, .random = salt_counts};
    char first[PIN_HASH_BYTES];
    char second[PIN_HASH_BYTES];

    (void)state;
    assert_true(pin_hash(&env, "4321", first));
    assert_true(pin_hash(&env, "4321", second));
    assert_string_not_equal(first, second);
    assert_int_equal(strlen(first), PIN_HASH_BYTES - 1);
    assert_int_equal(pin_check("4321", first), PIN_RIGHT);
    assert_int_equal(pin_check("4321", second), PIN_RIGHT);
    assert_int_equal(pin_check("1234", first), PIN_WRONG);
}

// A hash of somebody else's making could take an hour or all memory.
static void foreign_hashes_are_not_tried(void **state)
{
    static const char *const cases[] = {
        "",
        "1234",
        "$6$rounds=999999999$abcdefgh$x",
        "$y$jFT$abcdefghijklmnopqrstu.$6TMsSwaZ/0X31kF0XtGZvw24DwM556XjrC1xgxAM7i8",
        "$y$jAT$abcdefghijklmnopqrstu.$",
        "$y$jAT$abcdefghijklmnopqrstu$66TMsSwaZ/0X31kF0XtGZvw24DwM556XjrC1xgxAM7i8",
        "$y$jAT$abcdefghijklmnopqrst\n.$6TMsSwaZ/0X31kF0XtGZvw24DwM556XjrC1xgxAM7i",
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(pin_check("1234", cases[i]), PIN_UNKNOWN);
    }
}

static void five_tries_and_then_longer_and_longer(void **state)
{
    static const int64_t waits_s[] = {60, 120, 240, 480, 900, 900};
    struct lock lock = {0};
    int64_t now_ms = 1000;

    (void)state;
    lock_tick(&lock, now_ms);
    for (int i = 1; i < LOCK_TRIES; i++) {
        lock_wrong(&lock, "b", "Anouk");
        assert_int_equal(lock_wait_ms(&lock, "b", "Anouk"), 0);
        assert_int_equal(lock_tries(&lock, "b", "Anouk"), LOCK_TRIES - i);
    }
    for (size_t i = 0; i < sizeof waits_s / sizeof waits_s[0]; i++) {
        lock_wrong(&lock, "b", "ANOUK"); // case is no way round
        assert_int_equal(lock_wait_ms(&lock, "b", "Anouk"), 1000 * waits_s[i]);
        assert_int_equal(lock_tries(&lock, "b", "Anouk"), 1);
        now_ms += 1000 * waits_s[i] - 1;
        lock_tick(&lock, now_ms);
        assert_int_equal(lock_wait_ms(&lock, "b", "Anouk"), 1);
        lock_tick(&lock, ++now_ms);
        assert_int_equal(lock_wait_ms(&lock, "b", "Anouk"), 0);
    }
    assert_int_equal(lock_tries(&lock, "b", "Bram"), LOCK_TRIES);
    assert_int_equal(lock_tries(&lock, "c", "Anouk"), LOCK_TRIES);
    lock_right(&lock, "b", "Anouk");
    assert_int_equal(lock_tries(&lock, "b", "Anouk"), LOCK_TRIES);
}

// Pulling the plug leaves what was left; the time without power does not count.
static void waits_survive_a_restart(void **state)
{
    struct lock lock = {0};
    struct lock again = {0};

    (void)state;
    lock_tick(&lock, 5000);
    for (int i = 0; i < LOCK_TRIES; i++) {
        lock_wrong(&lock, "b", "Anouk");
    }
    lock_wrong(&lock, "", "beheer");
    lock_tick(&lock, 25000);
    assert_true(lock.due);
    char *text = lock_write(&lock);
    lock_read(&again, text);
    free(text);
    lock_tick(&again, 900000000); // the clock of another run
    assert_int_equal(lock_wait_ms(&again, "b", "Anouk"), 40000);
    assert_int_equal(lock_tries(&again, "", "beheer"), LOCK_TRIES - 1);
    lock_tick(&again, 900000000 - 10000); // a clock that goes back lifts nothing
    assert_int_equal(lock_wait_ms(&again, "b", "Anouk"), 40000);
    lock_tick(&again, 900000000 + 30000);
    assert_int_equal(lock_wait_ms(&again, "b", "Anouk"), 0);
}

static void hostile_waits_are_passed_over(void **state)
{
    static const struct {
        const char *text;
        int count;
    } cases[] = {
        {"", 0},
        {"5\t60000\tb\tanouk\n", 0},
        {"regiebord waits 1\n5\t60000\tb\tanouk\n", 1},
        {"regiebord waits 1\n5\t60000\tb\tanouk\n5\t60000\tb\tanouk\n", 1},
        {"regiebord waits 1\n-5\t60000\tb\tanouk\n0\t60000\tb\tanouk\n", 0},
        {"regiebord waits 1\n5\t-1\tb\tanouk\n", 0},
        {"regiebord waits 1\n5\t999999999\tb\tanouk\n", 1},
        {"regiebord waits 1\n5\n60000\nb\nanouk\n", 0},
        {"regiebord waits 1\n5\t60000\tb\t\n5\t60000\tb\n\n\n", 0},
        {"regiebord waits 1\n5 60000 b anouk", 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct lock lock = {0};
        lock_read(&lock, cases[i].text);
        assert_int_equal(lock.count, cases[i].count);
        assert_true(lock_wait_ms(&lock, "b", "anouk") <= LOCK_MOST_MS);
    }
}

// Whoever tries a hundred names does not push out the one that must wait.
static void many_names_do_not_lift_a_wait(void **state)
{
    struct lock lock = {0};

    (void)state;
    for (int i = 0; i < LOCK_TRIES; i++) {
        lock_wrong(&lock, "b", "Anouk");
    }
    for (int i = 0; i < 100; i++) {
        char name[24];
        snprintf(name, sizeof name, "naam %d", i);
        lock_wrong(&lock, "b", name);
        assert_int_equal(lock_tries(&lock, "b", name), LOCK_TRIES - 1);
    }
    assert_int_equal(lock.count, LOCK_MAX);
    assert_int_equal(lock_wait_ms(&lock, "b", "Anouk"), LOCK_WAIT_MS);
    char *text = lock_write(&lock);
    struct lock again = {0};
    lock_read(&again, text);
    assert_int_equal(again.count, LOCK_MAX);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digits_are_four_to_six),
        cmocka_unit_test(the_known_answer),
        cmocka_unit_test(every_hash_has_its_own_salt),
        cmocka_unit_test(foreign_hashes_are_not_tried),
        cmocka_unit_test(five_tries_and_then_longer_and_longer),
        cmocka_unit_test(waits_survive_a_restart),
        cmocka_unit_test(hostile_waits_are_passed_over),
        cmocka_unit_test(many_names_do_not_lift_a_wait),
    };

    return cmocka_run_group_tests_name("pin", tests, NULL, NULL);
}
