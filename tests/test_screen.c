// The screen without a window: shows, measures, saves, waits; and with one on SDL's dummy
// driver.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <pthread.h>
#include <time.h>
#include <unistd.h>

#include <SDL.h>

#include "screen/png.h"
#include "screen/screen.h"

static int64_t now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void compose(struct draw_list *list, int width_px, int height_px, const char *clock)
{
    draw_begin(list, width_px, height_px, 0xECEFED);
    draw_fill(list, (rect){20, 20, 200, 100}, 0xFFFFFF, 10);
    draw_text(list, 40, 80, 90, WEIGHT_SEMIBOLD, 30, 0x13202A, clock, strlen(clock));
}

static void shows_only_what_changed(void **state)
{
    (void)state;
    struct screen *screen = screen_create(&(struct screen_options){
        .headless = true, .width_px = 640, .height_px = 480, .verify = true});
    assert_non_null(screen);
    int width_px = 0;
    int height_px = 0;
    screen_size(screen, &width_px, &height_px);
    assert_int_equal(width_px, 640);
    assert_int_equal(height_px, 480);
    struct draw_list list = {0};
    compose(&list, 640, 480, "10.42");
    assert_true(screen_show(screen, &list) >= 640 * 480);
    assert_int_equal(screen_show(screen, &list), 0);
    compose(&list, 640, 480, "10.43");
    assert_in_range(screen_show(screen, &list), 1, 640 * 480 / 8);
    draw_finish(&list);
    screen_destroy(screen);
    screen_destroy(NULL);
}

// A pixel that no list tells of is one that a repaint of parts has missed.
static void tells_what_a_repaint_missed(void **state)
{
    (void)state;
    struct screen *screen = screen_create(&(struct screen_options){
        .headless = true, .width_px = 640, .height_px = 480, .verify = true});
    struct draw_list list = {0};
    compose(&list, 640, 480, "10.42");
    screen_show(screen, &list);
    assert_int_equal(screen_missed(screen), 0);
    struct frame frame = screen_frame(screen);
    frame.pixels[400 * frame.stride_px + 600] ^= 1;
    compose(&list, 640, 480, "10.43");
    screen_show(screen, &list);
    assert_int_equal(screen_missed(screen), 1);
    compose(&list, 640, 480, "10.44"); // mended
    screen_show(screen, &list);
    compose(&list, 640, 480, "10.45");
    screen_show(screen, &list);
    assert_int_equal(screen_missed(screen), 1);
    draw_finish(&list);
    screen_destroy(screen);
}

static void saves_what_is_shown(void **state)
{
    (void)state;
    char dir[] = "/tmp/regiebord-screen-XXXXXX";
    assert_non_null(mkdtemp(dir));
    char path[64];
    snprintf(path, sizeof path, "%s/screen.png", dir);
    struct screen *screen = screen_create(
        &(struct screen_options){.headless = true, .width_px = 300, .height_px = 200});
    struct draw_list list = {0};
    compose(&list, 300, 200, "10.42");
    screen_show(screen, &list);
    assert_true(screen_save_png(screen, path));
    struct frame again;
    const struct frame frame = screen_frame(screen);
    assert_true(png_load(&again, path));
    assert_int_equal(frame_differs(&frame, &again, NULL), 0);
    frame_finish(&again);
    draw_finish(&list);
    screen_destroy(screen);
    unlink(path);
    rmdir(dir);
}

static void tells_sizes(void **state)
{
    (void)state;
    int width_mm = 0;
    int height_mm = 0;
    struct screen *screen = screen_create(
        &(struct screen_options){.headless = true, .width_mm = 1210, .height_mm = 680});
    assert_true(screen_size_mm(screen, &width_mm, &height_mm));
    assert_int_equal(width_mm, 1210);
    assert_int_equal(height_mm, 680);
    screen_destroy(screen);
    screen = screen_create(&(struct screen_options){.headless = true});
    assert_false(screen_size_mm(screen, &width_mm, &height_mm));
    const struct text_measure *measure = screen_measure(screen);
    assert_true(measure->width(measure->context, WEIGHT_BOLD, 30, "Bord", 4) > 30);
    screen_destroy(screen);
    assert_null(
        screen_create(&(struct screen_options){.headless = true, .width_px = 99999}));
}

static void *wake_soon(void *context)
{
    usleep(30 * 1000);
    screen_wake(context);
    return NULL;
}

static void wait_and_wake(struct screen *screen, bool told)
{
    struct news news;
    pthread_t thread;

    screen_wait(screen, 0, &news); // what the start brought
    int64_t start = now_ms();
    screen_wait(screen, 60, &news);
    assert_in_range(now_ms() - start, 55, 400);
    assert_int_equal(news.count, 0);
    assert_false(news.quit);
    start = now_ms();
    assert_int_equal(pthread_create(&thread, NULL, wake_soon, screen), 0);
    screen_wait(screen, 5000, &news);
    assert_true(now_ms() - start < 2000);
    assert_true(news.woken || !told);
    pthread_join(thread, NULL);
    screen_wake(screen); // before the wait
    start = now_ms();
    screen_wait(screen, 5000, &news);
    assert_true(now_ms() - start < 2000);
}

static void waits_and_wakes_headless(void **state)
{
    (void)state;
    struct screen *screen = screen_create(&(struct screen_options){.headless = true});
    wait_and_wake(screen, false);
    screen_destroy(screen);
}

static struct screen *open_window(void)
{
    return screen_create(
        &(struct screen_options){.windowed = true, .width_px = 640, .height_px = 480});
}

static void waits_and_wakes_with_a_window(void **state)
{
    (void)state;
    struct screen *screen = open_window();
    assert_non_null(screen);
    wait_and_wake(screen, true);
    screen_destroy(screen);
}

static void a_window_shows_the_same(void **state)
{
    (void)state;
    struct screen *window = open_window();
    struct screen *headless = screen_create(
        &(struct screen_options){.headless = true, .width_px = 640, .height_px = 480});
    struct draw_list list = {0};
    compose(&list, 640, 480, "10.42");
    assert_true(screen_show(window, &list) > 0);
    assert_true(screen_show(headless, &list) > 0);
    const struct frame a = screen_frame(window);
    const struct frame b = screen_frame(headless);
    assert_int_equal(frame_differs(&a, &b, NULL), 0);
    draw_finish(&list);
    screen_destroy(window);
    screen_destroy(headless);
}

static void push(SDL_Event event)
{
    assert_int_equal(SDL_PushEvent(&event), 1);
}

static SDL_Event finger(Uint32 type, float x, float y)
{
    return (SDL_Event){
        .tfinger = {.type = type, .touchId = 7, .fingerId = 3, .x = x, .y = y}};
}

// Without a desktop fingers come with window 0.
static void fingers_become_samples(void **state)
{
    (void)state;
    struct screen *screen = open_window();
    struct news news;
    screen_wait(screen, 0, &news);
    push(finger(SDL_FINGERDOWN, .5f, .25f));
    push(finger(SDL_FINGERMOTION, .75f, 1.5f));
    push(finger(SDL_FINGERUP, -1, 1));
    int64_t before = now_ms();
    screen_wait(screen, 1000, &news);
    assert_int_equal(news.count, 3);
    assert_int_equal(news.samples[0].kind, SAMPLE_DOWN);
    assert_true(news.samples[0].x_px == 320 && news.samples[0].y_px == 120);
    assert_in_range(news.samples[0].at_ms, before - 1000, before + 1000);
    assert_int_equal(news.samples[1].kind, SAMPLE_MOVE);
    assert_true(news.samples[1].x_px == 480 && news.samples[1].y_px == 479);
    assert_int_equal(news.samples[2].kind, SAMPLE_UP);
    assert_true(news.samples[2].x_px == 0);
    assert_int_equal(news.samples[2].finger, news.samples[0].finger);
    screen_destroy(screen);
}

static SDL_Event button(Uint32 type, int x, int y)
{
    return (SDL_Event){.button = {.type = type, .button = SDL_BUTTON_LEFT, .x = x, .y = y}};
}

static void mouse_keys_and_text_become_samples(void **state)
{
    (void)state;
    struct screen *screen = open_window();
    struct news news;
    screen_wait(screen, 0, &news);
    push((SDL_Event){
        .motion = {.type = SDL_MOUSEMOTION, .x = 5, .y = 5}}); // hovers: nothing
    push(button(SDL_MOUSEBUTTONDOWN, 10, 20));
    push((SDL_Event){.motion = {.type = SDL_MOUSEMOTION, .x = 30, .y = 40}});
    push(button(SDL_MOUSEBUTTONUP, 30, 40));
    push((SDL_Event){.wheel = {.type = SDL_MOUSEWHEEL, .y = -1, .preciseY = -1}});
    push((SDL_Event){.key = {.type = SDL_KEYDOWN, .keysym = {.sym = SDLK_ESCAPE}}});
    push((SDL_Event){.key = {.type = SDL_KEYDOWN, .keysym = {.sym = SDLK_F5}}});
    push((SDL_Event){.text = {.type = SDL_TEXTINPUT, .text = "\xC3\xAB"}});
    push((SDL_Event){.quit = {.type = SDL_QUIT}});
    screen_wait(screen, 1000, &news);
    static const enum sample_kind kinds[] = {SAMPLE_DOWN,  SAMPLE_MOVE, SAMPLE_UP,
                                             SAMPLE_WHEEL, SAMPLE_KEY,  SAMPLE_TEXT};
    assert_int_equal(news.count, 6);
    for (int i = 0; i < news.count; i++) {
        assert_int_equal(news.samples[i].kind, kinds[i]);
    }
    assert_true(news.samples[1].x_px == 30 && news.samples[1].y_px == 40);
    assert_true(news.samples[3].y_px == 48); // down the page
    assert_int_equal(news.samples[4].key, KEY_BACK);
    assert_string_equal(news.samples[5].text, "\xC3\xAB");
    assert_true(news.quit);
    screen_destroy(screen);
}

static void control_q_closes(void **state)
{
    const struct screen_options options = {.windowed = true, .width_px = 640, .height_px = 480};
    struct screen *screen = screen_create(&options);
    static struct news news;

    (void)state;
    assert_non_null(screen);
    screen_wait(screen, 0, &news);
    push((SDL_Event){.key = {.type = SDL_KEYDOWN, .keysym = {.sym = SDLK_q}}});
    screen_wait(screen, 1000, &news);
    assert_false(news.quit);
    push((SDL_Event){
        .key = {.type = SDL_KEYDOWN, .keysym = {.sym = SDLK_q, .mod = KMOD_LCTRL}}});
    screen_wait(screen, 1000, &news);
    assert_true(news.quit);
    screen_destroy(screen);
}

static void a_flood_is_taken_in_turns(void **state)
{
    (void)state;
    struct screen *screen = open_window();
    struct news news;
    screen_wait(screen, 0, &news);
    for (int i = 0; i < 3 * NEWS_SAMPLES / 2; i++) {
        push(finger(SDL_FINGERMOTION, (float)i / 100, 0));
    }
    screen_wait(screen, 1000, &news);
    assert_int_equal(news.count, NEWS_SAMPLES);
    screen_wait(screen, 1000, &news);
    assert_int_equal(news.count, NEWS_SAMPLES / 2);
    screen_destroy(screen);
}

static void lost_pointers_cancel(void **state)
{
    (void)state;
    struct screen *screen = open_window();
    struct news news;
    screen_wait(screen, 0, &news);
    push(button(SDL_MOUSEBUTTONDOWN, 10, 20));
    push((SDL_Event){
        .window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_FOCUS_LOST}});
    push(button(SDL_MOUSEBUTTONUP, 10, 20)); // comes too late
    screen_wait(screen, 1000, &news);
    assert_int_equal(news.count, 2);
    assert_int_equal(news.samples[1].kind, SAMPLE_CANCEL);
    screen_destroy(screen);
}

static void a_new_size_is_a_new_frame(void **state)
{
    (void)state;
    struct screen *screen = open_window();
    struct news news;
    struct draw_list list = {0};
    compose(&list, 640, 480, "10.42");
    screen_wait(screen, 0, &news);
    screen_show(screen, &list);
    push(
        (SDL_Event){.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_EXPOSED}});
    screen_wait(screen, 1000, &news);
    assert_true(news.lost);
    assert_int_equal(screen_show(screen, &list), 0);
    push((SDL_Event){
        .window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_SIZE_CHANGED}});
    screen_wait(screen, 1000, &news);
    assert_true(news.resized);
    assert_true(screen_show(screen, &list) >= 640 * 480);
    draw_finish(&list);
    screen_destroy(screen);
}

static void no_driver_is_said(void **state)
{
    (void)state;
    setenv("SDL_VIDEODRIVER", "nonesuch", 1);
    assert_null(open_window());
    setenv("SDL_VIDEODRIVER", "dummy", 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_only_what_changed),
        cmocka_unit_test(tells_what_a_repaint_missed),
        cmocka_unit_test(saves_what_is_shown),
        cmocka_unit_test(tells_sizes),
        cmocka_unit_test(waits_and_wakes_headless),
        cmocka_unit_test(waits_and_wakes_with_a_window),
        cmocka_unit_test(a_window_shows_the_same),
        cmocka_unit_test(fingers_become_samples),
        cmocka_unit_test(mouse_keys_and_text_become_samples),
        cmocka_unit_test(control_q_closes),
        cmocka_unit_test(a_flood_is_taken_in_turns),
        cmocka_unit_test(lost_pointers_cancel),
        cmocka_unit_test(a_new_size_is_a_new_frame),
        cmocka_unit_test(no_driver_is_said),
    };
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    return cmocka_run_group_tests_name("screen", tests, NULL, NULL);
}
