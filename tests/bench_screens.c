// What a frame of every screen costs on a board of any size: the draw list alone, with
// nothing of it painted, and the first list after a touch.
//   bench_screens ACTIONS CHANGES [PART_OF_A_NAME]
// A line per screen: its name, microseconds of a list, microseconds of the first one after
// the board changed. A line `made` tells what the outlook alone costs.
#include <stdio.h>
#include <stdlib.h>

#include "bench_time.h"
#include "grown_screens.h"

// What others on the machine took is not counted: the least of all rounds.
enum { ROUNDS = 9, TOUCHES = 5 };

static double draw_us(struct session *session)
{
    double start = bench_now_us();

    session->dirty = true;
    session_draw(session, GROWN_MONO_MS, GROWN_NOW_MS);
    return bench_now_us() - start;
}

static void measure(struct session *session, const struct grown_screen *screen)
{
    double again[ROUNDS];
    double first[TOUCHES];

    grown_open(session, screen);
    for (int i = 0; i < TOUCHES; i++) { // as change_commit does
        outlook_destroy(session->outlook);
        session->outlook = NULL;
        first[i] = draw_us(session);
    }
    for (int i = 0; i < ROUNDS; i++) {
        again[i] = draw_us(session);
    }
    printf("%s\t%.1f\t%.1f\n", screen->name, bench_ranked_us(again, ROUNDS, 0),
           bench_ranked_us(first, TOUCHES, 0));
}

static void measure_outlook(const struct session *session)
{
    const struct board *board = session_board(session);
    double times[TOUCHES];
    int32_t today = 0;

    day_local(GROWN_NOW_MS, &today, NULL);
    for (int i = 0; i < TOUCHES; i++) {
        double start = bench_now_us();
        outlook_destroy(outlook_create(board, today));
        times[i] = bench_now_us() - start;
    }
    printf("made\t%.1f\n", bench_ranked_us(times, TOUCHES, 0));
}

int main(int argc, char **argv)
{
    struct session session;

    if (argc != 3 && argc != 4) {
        fprintf(stderr, "bench_screens ACTIONS CHANGES [PART_OF_A_NAME]\n");
        return 2;
    }
    struct board_set *set =
        grown_build(strtoul(argv[1], NULL, 10), strtoul(argv[2], NULL, 10), GROWN_NOW_MS);
    if (set == NULL) {
        return 1;
    }
    grown_session(&session, set, "55\" HD");
    measure_outlook(&session);
    for (size_t i = 0; i < GROWN_SCREENS; i++) {
        if (argc < 4 || strstr(grown_screens[i].name, argv[3]) != NULL) {
            measure(&session, &grown_screens[i]);
        }
    }
    session_finish(&session);
    return 0;
}
