// A device without a screen that keeps being touched: the keeper, as the wall runs it, and
// an update every so often that nobody ever made before. For the tests of sync engines,
// which kill it at any moment.
//   site_driver SHARE STATE NAME EVERY_MS [BOARD]
// Prints `ACK <text>` once an update is durable (board_set.applied) and never before; the
// texts of notes and reasons hold NAME and a number that is new in every life. EVERY_MS 0
// is a device that nobody touches: it only shares. SIGTERM ends it.
#include <errno.h>
#include <inttypes.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/env.h"
#include "share/keeper.h"

enum { KEPT = 4096, TEXT_BYTES = 96, LOOK_MS = 5 };

static volatile sig_atomic_t ending;

struct driver {
    const struct env *env;
    struct keeper *keeper;
    const char *name, *board;
    char life[17];                // hexadecimal: of this process
    char texts[KEPT][TEXT_BYTES]; // of updates by serial, until acknowledged
    uint64_t put, acked;
};

static void on_signal(int number)
{
    (void)number;
    ending = 1;
}

static void cell(struct update *update, const char *table, const char *row,
                 const char *column, const char *value)
{
    update->cells[update->count++] = (struct update_cell){
        .table = table,
        .row = row,
        .column = column,
        .value = arena_string(&update->arena, value),
    };
}

// A note of its own, or the reason of a track that all devices write.
static struct update *make(struct driver *driver, const char *text, uint64_t number)
{
    static const char *const tracks[] = {"gemeente", "jeugdhulp", "onderwijs"};
    struct update *update = calloc(1, sizeof *update);

    if (update == NULL) {
        return NULL;
    }
    update->serial = number;
    update->room = 8;
    update->cells = arena_alloc(&update->arena, update->room * sizeof *update->cells);
    if (update->cells == NULL) {
        update_free(update);
        return NULL;
    }
    snprintf(update->author, sizeof update->author, "%s", driver->name);
    snprintf(update->board, sizeof update->board, "%s", driver->board);
    if (number % 3 == 0) {
        const char *row = arena_format(&update->arena, "%s/2.1a/%s", driver->board,
                                       tracks[number / 3 % 3]);
        cell(update, "track", row, "health", "aandacht");
        cell(update, "track", row, "reason", text);
    } else {
        const char *row = arena_string(&update->arena, text);
        cell(update, "note", row, "_live", "1");
        cell(update, "note", row, "board", driver->board);
        cell(update, "note", row, "action", "2.1a");
        cell(update, "note", row, "column_id", "gemeente");
        cell(update, "note", row, "text", text);
    }
    return update;
}

static bool touch(struct driver *driver)
{
    uint64_t number = driver->put + 1;
    char *text = driver->texts[number % KEPT];

    if (number - driver->acked >= KEPT) {
        return true; // the disk is behind; no text may be overwritten
    }
    snprintf(text, TEXT_BYTES, "%s-%s-%" PRIu64, driver->name, driver->life, number);
    struct update *update = make(driver, text, number);
    if (update == NULL) {
        return false;
    }
    driver->put = number;
    keeper_put(driver->keeper, update);
    return true;
}

static void tell(struct driver *driver)
{
    struct board_set *set = keeper_take(driver->keeper, NULL);

    if (set == NULL) {
        return;
    }
    while (driver->acked < set->applied) {
        driver->acked++;
        printf("ACK %s\n", driver->texts[driver->acked % KEPT]);
    }
    fflush(stdout);
    board_set_free(set);
}

static void run(struct driver *driver, int64_t every_ms)
{
    int64_t due = 0;

    while (!ending) {
        int64_t now = driver->env->mono_ms(driver->env->context);
        if (every_ms > 0 && now >= due) {
            due = now + every_ms;
            if (!touch(driver)) {
                return;
            }
        }
        poll(NULL, 0, LOOK_MS);
        tell(driver);
    }
}

int main(int argc, char **argv)
{
    static struct driver driver;
    unsigned char random[8];

    if (argc < 5) {
        fprintf(stderr, "use: site_driver SHARE STATE NAME EVERY_MS [BOARD]\n");
        return 2;
    }
    signal(SIGTERM, on_signal);
    driver.env = env_system();
    driver.name = argv[3];
    driver.board = argc > 5 ? argv[5] : "voorbeeld";
    driver.env->random(driver.env->context, random, sizeof random);
    for (size_t i = 0; i < sizeof random; i++) {
        snprintf(driver.life + 2 * i, 3, "%02x", random[i]);
    }
    driver.keeper = keeper_start(&(struct keeper_options){
        .share_dir = argv[1], .state_dir = argv[2], .name = argv[3], .env = driver.env});
    if (driver.keeper == NULL) {
        return 1;
    }
    run(&driver, atoi(argv[4]));
    keeper_stop(driver.keeper);
    return 0;
}
