// What a change in the shared file costs, part by part, and what a device keeps in memory:
//   bench_site SHARE STATE [ROUNDS]
// A line per figure: its name and milliseconds or megabytes, separated by a tab.
#include <malloc.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/env.h"
#include "bench_time.h"
#include "board/outlook.h"
#include "share/site.h"

static double now_ms(void)
{
    return bench_now_us() / 1e3;
}

static double memory_mb(const char *name)
{
    char line[200];
    long kb = -1;
    FILE *file = fopen("/proc/self/status", "r");

    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        if (strncmp(line, name, strlen(name)) == 0) {
            sscanf(line + strlen(name), ": %ld", &kb);
        }
    }
    if (file != NULL) {
        fclose(file);
    }
    return (double)kb / 1024;
}

static void say_memory(const char *when)
{
    printf("memory %s\t%.1f MB\n", when, memory_mb("VmRSS"));
}

// A tool's edit, with the triggers of the file.
static bool edit(const char *share, int round)
{
    char path[4096];
    char sql[200];
    sqlite3 *db = NULL;

    snprintf(path, sizeof path, "%s/board.sqlite", share);
    snprintf(sql, sizeof sql, "UPDATE board SET wall='Proef %d' ", round);
    bool ok = sqlite3_open(path, &db) == SQLITE_OK &&
              sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
    sqlite3_close(db);
    return ok;
}

// As the keeper and the wall do after an event.
static struct board_set *follow(struct site *site, const char *share, int round)
{
    if (!edit(share, round)) {
        fprintf(stderr, "bench_site: %s cannot be edited\n", share);
        exit(1);
    }
    double from = now_ms();
    site_step(site, true);
    double stepped = now_ms();
    struct board_set *set = site_boards(site);
    double built = now_ms();
    struct outlook *outlook =
        outlook_create(&set->boards[0], (int32_t)(time(NULL) / 86400));
    double judged = now_ms();
    outlook_destroy(outlook);
    printf("change %d: read\t%.1f ms\n", round, stepped - from);
    printf("change %d: boards\t%.1f ms\n", round, built - stepped);
    printf("change %d: outlook\t%.1f ms\n", round, judged - built);
    return set;
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "bench_site SHARE STATE [ROUNDS]\n");
        return 2;
    }
    int rounds = argc > 3 ? atoi(argv[3]) : 5;
    double from = now_ms();
    say_memory("at first");
    struct site *site = site_open(&(struct site_options){
        .share_dir = argv[1], .state_dir = argv[2], .env = env_system(), .name = ""});
    if (site == NULL || !site_load(site)) {
        return 1;
    }
    printf("load\t%.1f ms\n", now_ms() - from);
    say_memory("with the log");
    from = now_ms();
    site_step(site, true);
    printf("first read\t%.1f ms\n", now_ms() - from);
    say_memory("with the file read");
    struct board_set *set = site_boards(site);
    say_memory("with the boards");
    for (int i = 0; i < rounds; i++) {
        struct board_set *next = follow(site, argv[1], i);
        board_set_free(set);
        set = next;
    }
    say_memory("after the changes");
    from = now_ms();
    malloc_trim(0);
    printf("trimming\t%.2f ms\n", now_ms() - from);
    say_memory("trimmed");
    board_set_free(set);
    malloc_trim(0);
    say_memory("without the boards");
    printf("memory at most\t%.1f MB\n", memory_mb("VmHWM"));
    site_close(site);
    return 0;
}
