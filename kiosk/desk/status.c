#define LOG_MODULE "status"
#include "desk/status.h"

#include <getopt.h>
#include <string.h>

#include "base/log.h"
#include "base/utf8.h"
#include "board/signal.h"
#include "desk/lack.h"
#include "share/share.h"

enum { EXIT_DONE, EXIT_FAILED, EXIT_USAGE, EXIT_UNSOUND };
enum { SHOWN_MAX = 12, COLUMN_POINTS = 14, SIGN_POINTS = 18 };

struct count_word {
    const char *one, *many;
};

struct words {
    const char *signs[SIGN_COUNT];
    const char *kinds[ATTENTION_KIND_COUNT];
    struct count_word actions, tracks, steps, days;
    const char *example, *reported, *no_report, *report, *today, *meeting, *pace,
        *attention, *quiet, *more, *gaps, *orphans, *unreadable, *no_boards;
};

static const struct words dutch = {
    .signs = {"nog niets gemeld", "vervallen", "afgerond", "op koers", "stil", "aandacht",
              "knelpunt", "geëscaleerd"},
    .kinds = {"geëscaleerd", "knelpunt", "aandacht", "over tijd", "vaak verschoven", "stil",
              "uit de pas", "ontbreekt"},
    .example = "VOORBEELD",
    .actions = {"actie", "acties"},
    .tracks = {"spoor", "sporen"},
    .steps = {"stap", "stappen"},
    .days = {"dag", "dagen"},
    .reported = "gemeld",
    .no_report = "nog niets gemeld",
    .report = "laatste melding",
    .today = "laatste melding vandaag",
    .meeting = "volgend overleg",
    .pace = "tempo: verschil van",
    .attention = "vraagt aandacht:",
    .quiet = "niets dat nu aandacht vraagt",
    .more = "andere:",
    .gaps = "ontbreekt in het plan (zie regiebord check):",
    .orphans = "rijen die nergens bij horen (zie regiebord check):",
    .unreadable = "het gedeelde bestand is niet te lezen",
    .no_boards = "er staat nog geen bord in het gedeelde bestand",
};

static const struct words english = {
    .signs = {"nothing reported", "dropped", "done", "on course", "silent", "attention",
              "bottleneck", "escalated"},
    .kinds = {"escalated", "bottleneck", "attention", "overdue", "often moved", "silent",
              "out of step", "missing"},
    .example = "EXAMPLE",
    .actions = {"action", "actions"},
    .tracks = {"track", "tracks"},
    .steps = {"step", "steps"},
    .days = {"day", "days"},
    .reported = "reported",
    .no_report = "nothing reported yet",
    .report = "last report",
    .today = "last report today",
    .meeting = "next meeting",
    .pace = "pace: apart by",
    .attention = "needs attention:",
    .quiet = "nothing that needs attention now",
    .more = "more:",
    .gaps = "missing in the plan (see regiebord check):",
    .orphans = "rows that belong to nothing (see regiebord check):",
    .unreadable = "the shared file cannot be read",
    .no_boards = "there is no board in the shared file yet",
};

// What is wrong with the shared file, by the trouble keys of share.
static const struct {
    const char *key, *dutch, *english;
} troubles[] = {
    {"missing", "het is er niet", "it is not there"},
    {"nofolder", "de gedeelde map is er niet", "the shared folder is not there"},
    {"empty", "het is leeg", "it is empty"},
    {"truncated", "het einde ontbreekt", "its end is missing"},
    {"corrupt", "het is beschadigd", "it is damaged"},
    {"foreign", "het is geen bestand van Regiebord", "it is no file of Regiebord"},
    {"newer", "een nieuwere versie maakte het", "a newer version made it"},
    {"busy", "er wordt in geschreven", "it is being written"},
    {"unsafe", "het is niet te vertrouwen", "it cannot be trusted"},
    {"unreadable", "geen rechten of een kapotte schijf", "no rights, or a bad disk"},
};

static const char *trouble_words(const char *key, const struct words *words)
{
    for (size_t i = 0; i < sizeof troubles / sizeof *troubles; i++) {
        if (strcmp(troubles[i].key, key) == 0) {
            return words == &dutch ? troubles[i].dutch : troubles[i].english;
        }
    }
    return key;
}

const char *status_sign_word(enum sign sign)
{
    return dutch.signs[sign];
}

// Text and spaces behind it up to `points` code points.
static void print_padded(const char *text, size_t points)
{
    size_t count = utf8_count(text);

    fputs(text, stdout);
    for (; count < points; count++) {
        putchar(' ');
    }
}

static int32_t newest_report(const struct board *board)
{
    int32_t newest = DAY_NONE;

    for (size_t i = 0; i < board->track_count; i++) {
        newest = board->tracks[i].reported > newest ? board->tracks[i].reported : newest;
    }
    return newest;
}

static void print_count(size_t count, struct count_word word)
{
    printf("%zu %s", count, count == 1 ? word.one : word.many);
}

// As people here write it: 27-11-2025.
static void print_day(int32_t day)
{
    struct date date = day_date(day);

    printf("%02d-%02d-%d", date.day, date.month, date.year);
}

static void print_age(const struct board *board, const struct words *words, int32_t today)
{
    int32_t newest = newest_report(board);

    if (newest == DAY_NONE || newest >= today) {
        puts(newest == DAY_NONE ? words->no_report : words->today);
        return;
    }
    printf("%s ", words->report);
    print_day(newest);
    fputs(" (", stdout);
    print_count((size_t)(today - newest), words->days);
    puts(")");
}

static void print_head(const struct board *board, const struct words *words, int32_t today,
                       int minute)
{
    struct gaps gaps;
    const struct meeting *next = meeting_next(board, NULL, today, minute);

    gaps_of(board, &gaps);
    printf("%s%s%s (%s)\n", board->wall, board->example ? ", " : "",
           board->example ? words->example : "", board->slug);
    print_count(board->action_count, words->actions);
    fputs(", ", stdout);
    print_count(board->track_count, words->tracks);
    printf(", %zu %s\n", gaps.reported_tracks, words->reported);
    print_age(board, words, today);
    if (next != NULL) {
        printf("%s: %s ", words->meeting, next->body);
        print_day(next->day);
        putchar('\n');
    }
    status_rhythms(board, words == &english, today);
}

static void count_signs(const struct cell_state *state, int counts[SIGN_COUNT])
{
    for (int sign = 0; sign < SIGN_COUNT; sign++) {
        counts[sign] = 0;
        for (int stage = 0; stage < STAGE_MAX; stage++) {
            counts[sign] += state->bricks[stage][sign];
        }
    }
}

// As wide as the longest title of a column, and two spaces.
static size_t column_points(const struct board *board)
{
    size_t points = COLUMN_POINTS;

    for (size_t i = 0; i < board->column_count; i++) {
        size_t count = utf8_count(board->columns[i].title) + 2;
        points = count > points ? count : points;
    }
    return points;
}

static void print_cell(const struct board *board, const struct ambition *ambition,
                       const struct column *column, const struct words *words,
                       int32_t today)
{
    struct cell_state state;
    int counts[SIGN_COUNT];
    const char *joint = ": ";

    cell_state_of(board, ambition, column, today, &state);
    if (state.track_count == 0) {
        return;
    }
    fputs("   ", stdout);
    print_padded(column->title, column_points(board));
    print_padded(words->signs[state.sign], SIGN_POINTS);
    print_count((size_t)state.track_count, words->tracks);
    count_signs(&state, counts);
    for (int sign = SIGN_COUNT - 1; sign >= 0; sign--) {
        if (counts[sign] > 0) {
            printf("%s%d %s", joint, counts[sign], words->signs[sign]);
            joint = ", ";
        }
    }
    if (state.exception != NULL) {
        printf("  [%s%s%s]", state.exception->action->code,
               state.exception->reason[0] == '\0' ? "" : " ", state.exception->reason);
    }
    putchar('\n');
}

static void print_ambition(const struct board *board, const struct ambition *ambition,
                           const struct words *words, int32_t today)
{
    struct pace pace;

    printf("%s  %s\n", ambition->code, ambition->title);
    for (size_t i = 0; i < board->column_count; i++) {
        print_cell(board, ambition, &board->columns[i], words, today);
    }
    pace_of(board, ambition, &pace);
    if (pace.known && pace.spread > 0) {
        printf("   %s ", words->pace);
        print_count((size_t)pace.spread, words->steps);
        putchar('\n');
    }
}

static void print_exception(const struct attention *attention, const struct words *words)
{
    const char *code = attention->action != NULL ? attention->action->code
                       : attention->goal != NULL ? attention->goal->code
                                                 : attention->ambition->code;
    const char *title = attention->action != NULL ? attention->action->title
                        : attention->goal != NULL ? attention->goal->title
                                                  : attention->ambition->title;

    fputs("   ", stdout);
    print_padded(words->kinds[attention->kind], SIGN_POINTS);
    print_padded(code, 6);
    printf("%s", title);
    if (attention->track != NULL) {
        printf(", %s", attention->track->column->title);
        if (attention->track->reason[0] != '\0') {
            printf(": %s", attention->track->reason);
        }
    }
    if (attention->days != DAY_NONE && attention->kind != ATTENTION_PACE) {
        fputs(", ", stdout);
        print_count((size_t)attention->days, words->days);
    }
    putchar('\n');
}

// Gaps in the plan stand at the end of the list and would hide the rest: they are only
// counted.
static size_t count_gaps(const struct board *board)
{
    size_t count = 0;

    for (size_t i = 0; i < board->goal_count; i++) {
        count += board->goals[i].action_count == 0 ? 1 : 0;
    }
    for (size_t i = 0; i < board->action_count; i++) {
        count += action_gap(&board->actions[i]) ? 1 : 0;
    }
    return count;
}

static void print_attention(const struct board *board, const struct words *words,
                            int32_t today)
{
    struct attention list[SHOWN_MAX];
    size_t gaps = count_gaps(board);
    size_t all = attention_list(board, today, list, SHOWN_MAX);
    size_t count = all > gaps ? all - gaps : 0;
    size_t shown = count < SHOWN_MAX ? count : SHOWN_MAX;

    if (count == 0) {
        puts(words->quiet);
    } else {
        printf("%s %zu\n", words->attention, count);
    }
    for (size_t i = 0; i < shown; i++) {
        print_exception(&list[i], words);
    }
    if (count > shown) {
        printf("   %s %zu\n", words->more, count - shown);
    }
    if (gaps > 0) {
        printf("%s %zu\n", words->gaps, gaps);
    }
}

static void print_board(const struct board *board, const struct words *words,
                        int64_t now_ms)
{
    int32_t today = 0;
    int minute = 0;

    day_local(now_ms, &today, &minute);
    print_head(board, words, today, minute);
    for (size_t i = 0; i < board->ambition_count; i++) {
        print_ambition(board, &board->ambitions[i], words, today);
    }
    print_attention(board, words, today);
}

static void print_set(const struct board_set *set, const char *slug,
                      const struct words *words, int64_t now_ms)
{
    const char *between = "";

    if (set->count == 0) {
        puts(words->no_boards);
    }
    for (size_t i = 0; i < set->count; i++) {
        if (slug == NULL || strcmp(set->boards[i].slug, slug) == 0) {
            fputs(between, stdout);
            print_board(&set->boards[i], words, now_ms);
            between = "\n";
        }
    }
    size_t orphans = lack_orphans(NULL, set, slug);
    if (orphans > 0) {
        printf("%s %zu\n", words->orphans, orphans);
    }
}

static void print_help(FILE *out)
{
    fputs("Usage: regiebord status --share DIR [--state DIR] [--board NAME] [--json] "
          "[--lang nl|en]\n"
          "\n"
          "Prints how the programmes of DIR/board.sqlite are doing: a line per row and "
          "column, what\n"
          "needs attention, and how old the data is. With the state folder of the kiosk "
          "here also\n"
          "how the sharing goes and how the device is.\n"
          "\n"
          "Exit status: 0 done, 1 failed or the device asks for attention, 2 wrong usage,\n"
          "3 the shared file is unsound.\n",
          out);
}

struct request {
    const char *share, *state, *slug;
    bool json;
    const struct words *words;
};

// -1 to go on, else the exit status.
static int read_options(struct request *request, int argc, char **argv)
{
    static const struct option options[] = {
        {"share", required_argument, NULL, 's'},
        {"board", required_argument, NULL, 'b'},
        {"state", required_argument, NULL, 't'},
        {"json", no_argument, NULL, 'j'},
        {"lang", required_argument, NULL, 'l'},
        {"help", no_argument, NULL, 'h'},
        {NULL, 0, NULL, 0},
    };
    bool usable = true;

    optind = 0; // getopt may have run before in this process
    for (int c = getopt_long(argc, argv, "", options, NULL); c != -1;
         c = getopt_long(argc, argv, "", options, NULL)) {
        switch (c) {
        case 's': request->share = optarg; break;
        case 't': request->state = optarg; break;
        case 'b': request->slug = optarg; break;
        case 'j': request->json = true; break;
        case 'l':
            request->words = strcmp(optarg, "en") == 0 ? &english : &dutch;
            usable = usable && (strcmp(optarg, "en") == 0 || strcmp(optarg, "nl") == 0);
            break;
        case 'h': print_help(stdout); return EXIT_DONE;
        default: usable = false; break;
        }
    }
    if (!usable || request->share == NULL || optind < argc) {
        LOG_ERR("%s", request->share == NULL ? "say which with --share DIR"
                                             : "this option is not understood");
        print_help(stderr);
        return EXIT_USAGE;
    }
    return -1;
}

int status_judge(const char *share, const char *slug, bool in_english,
                 const struct board_set *set)
{
    const struct words *words = in_english ? &english : &dutch;

    if (set->trouble[0] != '\0') {
        LOG_ERR("%s/board.sqlite: %s: %s (%s)", share, words->unreadable,
                trouble_words(set->trouble, words), set->trouble);
        bool absent =
            strcmp(set->trouble, "missing") == 0 || strcmp(set->trouble, "nofolder") == 0;
        return absent ? EXIT_FAILED : EXIT_UNSOUND;
    }
    if (slug != NULL && board_set_find(set, slug) == NULL) {
        LOG_ERR("there is no board %s in %s/board.sqlite", slug, share);
        return EXIT_FAILED;
    }
    return EXIT_DONE;
}

// Of a file that cannot be read there are no boards to tell, but the device still is.
static void print_all(const struct board_set *set, const struct request *request,
                      bool sound, int64_t now_ms, const struct sync_state *sync,
                      int64_t written_ms)
{
    if (sound) {
        print_set(set, request->slug, request->words, now_ms);
    }
    if (request->state != NULL) {
        bool in_english = request->words == &english;
        status_print_sharing(sync, written_ms, in_english);
        status_print_device(sync, written_ms, now_ms, in_english);
    }
}

int status_command(int argc, char **argv, const struct env *env)
{
    struct request request = {.words = &dutch};
    int status = read_options(&request, argc, argv);

    if (status >= 0) {
        return status;
    }
    struct sync_state sync;
    int64_t written_ms = 0;
    struct board_set *set =
        share_load_sync(request.share, request.state, env, &sync, &written_ms);
    if (set == NULL) {
        LOG_ERR("out of memory");
        return EXIT_FAILED;
    }
    bool in_english = request.words == &english;
    status = status_judge(request.share, request.slug, in_english, set);
    int64_t now_ms = env->now_ms(env->context);
    bool device = request.state != NULL;
    if (request.json) {
        status_json(stdout, set, request.slug, now_ms,
                    &(struct status_state){&sync, written_ms, device, in_english});
    } else {
        print_all(set, &request, status == EXIT_DONE, now_ms, &sync, written_ms);
    }
    if (device && status == EXIT_DONE &&
        status_device(&sync, written_ms, now_ms) >= VITALS_WARNING) {
        status = EXIT_FAILED;
    }
    board_set_free(set);
    return status;
}
