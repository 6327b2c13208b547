// A frame does not depend on the size of the board: at 10,000 actions every screen asks as
// much and shows as much as on a small board, and reads a board no further than what it
// shows. Counted, not timed.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "change.h"
#include "grown_screens.h"

enum {
    SMALL = 34,
    FULL = 1000,
    LARGE = 10000,
    GREAT = 20000,
    CHANGES = 4
}; // actions; changes per action

static const char *const panel_names[] = {"55\" HD", "10\"", "7\" portrait"};
enum { PANELS = sizeof panel_names / sizeof panel_names[0] };

// --- what a frame makes ---

struct frame {
    size_t measured; // times that text was measured
    size_t draws, elements;
};

static size_t measured;

static int measure_counted(void *context, enum weight weight, int size_px, const char *text,
                           size_t length)
{
    measured++;
    return ruler_width(context, weight, size_px, text, length);
}

static const struct text_measure counting = {NULL, measure_counted};

static void session_grown(struct session *session, size_t actions, const char *panel)
{
    struct board_set *set = grown_build(actions, CHANGES * actions, GROWN_NOW_MS);

    assert_non_null(set);
    grown_session(session, set, panel);
    session->measure = &counting;
}

static void frames_count(size_t actions, const char *panel, struct frame out[GROWN_SCREENS])
{
    struct session session;

    session_grown(&session, actions, panel);
    for (size_t i = 0; i < GROWN_SCREENS; i++) {
        grown_open(&session, &grown_screens[i]);
        measured = 0;
        grown_draw(&session);
        out[i] =
            (struct frame){measured, session.list.draw_count, session.list.element_count};
    }
    session_finish(&session);
}

// At most `tenths` of what a smaller board takes.
static void frame_expect(const char *where, const char *what, const size_t counts[3],
                         size_t tenths)
{
    size_t smaller = counts[0] > counts[1] ? counts[0] : counts[1];

    if (10 * counts[2] > tenths * smaller) {
        fail_msg("%s: %zu, %zu and %zu %s", where, counts[0], counts[1], counts[2], what);
    }
}

// On the smallest board some lists do not fill the screen: those of 1,000 actions do. The
// bricks of a chart are as many as fit, a few more or less.
static void a_frame_is_as_large_on_any_board(void **state)
{
    static struct frame frames[3][GROWN_SCREENS];

    (void)state;
    for (size_t p = 0; p < PANELS; p++) {
        frames_count(SMALL, panel_names[p], frames[0]);
        frames_count(FULL, panel_names[p], frames[1]);
        frames_count(LARGE, panel_names[p], frames[2]);
        for (size_t i = 0; i < GROWN_SCREENS; i++) {
            size_t texts[3], draws[3], elements[3];
            char where[96];
            for (size_t k = 0; k < 3; k++) {
                texts[k] = frames[k][i].measured;
                draws[k] = frames[k][i].draws;
                elements[k] = frames[k][i].elements;
            }
            snprintf(where, sizeof where, "%s on %s", grown_screens[i].name,
                     panel_names[p]);
            frame_expect(where, "texts measured", texts, 12);
            frame_expect(where, "elements", elements, 12);
            frame_expect(where, "draws", draws, 14);
        }
    }
}

// --- what a frame reads ---

// Whole pages of lists that are as long as the board: the first one to read a page opens
// it.
struct guarded {
    unsigned char *from;
    size_t bytes;
};

static struct guarded guards[16];
static size_t guard_count;
static volatile size_t pages_read;
static size_t page_bytes;

static void page_open(int number, siginfo_t *info, void *context)
{
    unsigned char *at = info->si_addr;

    (void)context;
    for (size_t i = 0; i < guard_count; i++) {
        size_t into = (size_t)(at - guards[i].from);
        if (at >= guards[i].from && into < guards[i].bytes) {
            pages_read++;
            mprotect(guards[i].from + into / page_bytes * page_bytes, page_bytes,
                     PROT_READ | PROT_WRITE);
            return;
        }
    }
    signal(number, SIG_DFL); // somebody else's fault
}

static void guard(const void *list, size_t bytes)
{
    uintptr_t from = ((uintptr_t)list + page_bytes - 1) / page_bytes * page_bytes;
    uintptr_t to = ((uintptr_t)list + bytes) / page_bytes * page_bytes;

    if (list != NULL && to > from) {
        guards[guard_count++] = (struct guarded){(unsigned char *)from, to - from};
    }
}

static void guard_board(const struct board *board, const struct outlook *outlook)
{
    size_t exceptions = outlook->attention_first[ATTENTION_KIND_COUNT];

    guard_count = 0;
    guard(board->goals, board->goal_count * sizeof *board->goals);
    guard(board->actions, board->action_count * sizeof *board->actions);
    guard(board->tracks, board->track_count * sizeof *board->tracks);
    guard(board->changes, board->change_count * sizeof *board->changes);
    guard(board->notes, board->note_count * sizeof *board->notes);
    guard(board->bottlenecks, board->bottleneck_count * sizeof(void *));
    guard(outlook->attention, exceptions * sizeof *outlook->attention);
    guard(outlook->tracks, 2 * board->track_count * sizeof(void *));
    guard(outlook->newest, board->action_count * sizeof *outlook->newest);
    guard(outlook->older, board->change_count * sizeof *outlook->older);
}

// The pages that the next frame reads of them.
static size_t pages_of_frame(struct session *session)
{
    guard_board(session_board(session), session->outlook);
    pages_read = 0;
    for (size_t i = 0; i < guard_count; i++) {
        assert_int_equal(mprotect(guards[i].from, guards[i].bytes, PROT_NONE), 0);
    }
    grown_draw(session);
    for (size_t i = 0; i < guard_count; i++) {
        mprotect(guards[i].from, guards[i].bytes, PROT_READ | PROT_WRITE);
    }
    return pages_read;
}

// What is shown may lie anywhere: the 64 tracks of a lead on 127 pages. A walk over all
// actions would read a thousand, one over all changes as many.
enum { PAGES_MOST = 160 };

static void a_frame_reads_what_it_shows(void **state)
{
    struct sigaction action = {.sa_sigaction = page_open, .sa_flags = SA_SIGINFO};
    struct sigaction before;
    struct session session;

    (void)state;
    page_bytes = (size_t)sysconf(_SC_PAGESIZE);
    session_grown(&session, LARGE, panel_names[0]);
    assert_int_equal(sigaction(SIGSEGV, &action, &before), 0);
    for (size_t i = 0; i < PANELS * GROWN_SCREENS; i++) {
        const struct grown_screen *screen = &grown_screens[i % GROWN_SCREENS];
        if (i % GROWN_SCREENS == 0) {
            session_resize(&session, panel_named(panel_names[i / GROWN_SCREENS]));
        }
        grown_open(&session, screen);
        size_t pages = pages_of_frame(&session);
        if (pages > PAGES_MOST) {
            fail_msg("%s on %s reads %zu pages", screen->name,
                     panel_names[i / GROWN_SCREENS], pages);
        }
    }
    sigaction(SIGSEGV, &before, NULL);
    session_finish(&session);
}

// --- what a visitor keeps ---

static void the_order_of_a_lead_is_kept_on_a_huge_board(void **state)
{
    struct session session;

    (void)state;
    session_grown(&session, GREAT, panel_names[0]);
    grown_draw(&session);
    assert_true(session_board(&session)->track_count > UINT16_MAX);
    change_greet(&session, "naam 3", GROWN_MONO_MS);
    assert_int_equal(session.ui.order_count, UI_ORDER_MAX);
    session_finish(&session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_frame_is_as_large_on_any_board),
        cmocka_unit_test(a_frame_reads_what_it_shows),
        cmocka_unit_test(the_order_of_a_lead_is_kept_on_a_huge_board),
    };

    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
    return cmocka_run_group_tests_name("growth", tests, NULL, NULL);
}
