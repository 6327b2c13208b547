// desk/status: the five-second answer, in words and as JSON.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/day.h"
#include "command_fixture.h"
#include "desk/import.h"
#include "desk/status.h"
#include "share/sync_file.h"

// 27 November 2025, two in the afternoon: the reports of the example count from it.
static int64_t fixed_now(void *context)
{
    (void)context;
    return day_moment_ms(day_of((struct date){2025, 11, 27}), 14 * 60);
}

static void fill(struct fixture *fixture, const char *path)
{
    char line[200];

    fixture->env.now_ms = fixed_now;
    snprintf(line, sizeof line, "import %s --share SHARE", path);
    command_expect(import_command, fixture, line, 0, "new board");
}

static void says_how_the_example_is_doing(void **state)
{
    struct fixture *fixture = *state;
    static const char *const parts[] = {
        "Passend onderwijs Meierij, VOORBEELD (voorbeeld)",
        "34 acties, ",
        "laatste melding",
        "volgend overleg: regiegroep 13-12-2025",
        "   Gemeente      geëscaleerd",
        "[2.1a besluit]",
        "   geëscaleerd       5.3a  Overlegtafel financiering, Gemeente: mandaat, 20 dagen",
        "vraagt aandacht: ",
        "ontbreekt in het plan (zie regiebord check): ",
    };

    fill(fixture, "boards/voorbeeld");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        command_expect(status_command, fixture, "status --share SHARE", 0, parts[i]);
    }
    command_expect(status_command, fixture, "status --share SHARE --lang en", 0,
                   "next meeting: regiegroep");
}

static void invents_no_state(void **state)
{
    struct fixture *fixture = *state;

    fill(fixture, "boards/ontwikkelagenda-meierij");
    command_expect(status_command, fixture, "status --share SHARE", 0,
                   "34 acties, 78 sporen, 0 gemeld");
    command_expect(status_command, fixture, "status --share SHARE", 0,
                   "nog niets gemeld  8 sporen");
    command_expect(status_command, fixture, "status --share SHARE", 0,
                   "niets dat nu aandacht vraagt");
}

static void writes_json(void **state)
{
    struct fixture *fixture = *state;
    static const char *const parts[] = {
        "{\"trouble\":\"\",\"changed\":\"2025-11-",
        "\"slug\":\"voorbeeld\"",
        "\"example\":true",
        "\"next_meeting\":{\"body\":\"regiegroep\",\"day\":\"2025-12-13\",\"minute\":840}",
        "\"rhythms\":[",
        "{\"column\":\"gemeente\",\"sign\":\"escalated\",\"tracks\":6",
        "{\"kind\":\"escalated\",\"ambition\":\"5\",\"action\":\"5.3a\",\"column\":"
        "\"gemeente\"",
        "\"reason\":\"mandaat\",\"days\":20}",
        "\"gaps\":{\"goals_without_action\":1",
    };

    fill(fixture, "boards/voorbeeld");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        command_expect(status_command, fixture,
                       "status --json --share SHARE --board voorbeeld", 0, parts[i]);
    }
}

// Braces and brackets close, strings have no bare controls: what any JSON reader needs.
static void json_is_well_formed(void **state)
{
    struct fixture *fixture = *state;
    char *said = NULL;
    int depth = 0;
    bool quoted = false;

    fill(fixture, "boards/voorbeeld");
    assert_int_equal(
        command_run(status_command, fixture, "status --json --share SHARE", &said), 0);
    for (const char *c = said; *c != '\0'; c++) {
        if (quoted && *c == '\\') {
            c++;
        } else if (*c == '"') {
            quoted = !quoted;
        } else if (!quoted) {
            depth += (*c == '{' || *c == '[') - (*c == '}' || *c == ']');
        } else {
            assert_true((unsigned char)*c >= ' ');
        }
        assert_true(depth >= 0);
    }
    assert_int_equal(depth, 0);
    assert_false(quoted);
    free(said);
}

static void says_why_there_is_nothing(void **state)
{
    struct fixture *fixture = *state;

    command_expect(status_command, fixture, "status --share SHARE", 1, "missing");
    command_expect(status_command, fixture, "status --json --share SHARE", 1,
                   "{\"trouble\":\"missing\"");
    command_expect(status_command, fixture, "status", 2, "--share DIR");
    command_expect(status_command, fixture, "status --share SHARE --lang fr", 2, "Usage");
    command_expect(status_command, fixture, "status --help", 0, "Usage");
    fixture_write(fixture, "board.sqlite", "no database at all, whatever its name", 37);
    command_expect(status_command, fixture, "status --share SHARE", 3,
                   "niet te lezen: het is geen bestand van Regiebord (foreign)");
}

static void names_a_board_that_is_not_there(void **state)
{
    struct fixture *fixture = *state;

    fill(fixture, "boards/jaarplan-ppo-nk");
    command_expect(status_command, fixture, "status --share SHARE --board nergens", 1,
                   "no board nergens");
}

// As a kiosk writes it into its state folder.
static void tells_how_the_sharing_goes(void **state)
{
    struct fixture *fixture = *state;
    struct sync_file file;
    struct sync_state sync = {.unshared = 3,
                              .unshared_since_ms = fixed_now(NULL) - 3600000,
                              .device_count = 1,
                              .devices = {{.id = "0123456789abcdef",
                                           .name = "Raadzaal",
                                           .seen_ms = fixed_now(NULL),
                                           .entries = 12,
                                           .unshared = 3,
                                           .self = true}}};

    fill(fixture, "boards/voorbeeld");
    command_expect(status_command, fixture, "status --json --share SHARE", 0,
                   "\"sharing\":{\"written\":null,");
    command_expect(status_command, fixture, "status --json --share SHARE", 0,
                   "{\"id\":\"import\",");
    command_expect(status_command, fixture, "status --share SHARE --state STATE", 1,
                   "liet nog niet weten");
    assert_true(sync_file_init(&file, fixture->state));
    sync_file_write(&file, &sync, &fixture->env);
    command_expect(status_command, fixture, "status --share SHARE --state STATE", 0,
                   "3 wijzigingen nog niet gedeeld");
    command_expect(status_command, fixture, "status --json --share SHARE --state STATE", 0,
                   "\"unshared_since\":\"2025-11-27T13:00\"");
    command_expect(status_command, fixture, "status --json --share SHARE --state STATE", 0,
                   "{\"id\":\"0123456789abcdef\",\"name\":\"Raadzaal\",\"seen\":"
                   "\"2025-11-27T14:00\",\"entries\":12,\"unshared\":3,\"self\":true}");
}

static int64_t minutes_ago(int64_t minutes)
{
    return fixed_now(NULL) - minutes * 60000;
}

// Writes what a kiosk told, so many minutes ago.
static void tell(struct fixture *fixture, const struct sync_state *sync, int64_t minutes)
{
    char path[300];
    FILE *file;
    char text[8000];

    struct sync_file to;
    assert_true(sync_file_init(&to, fixture->state));
    sync_file_write(&to, sync, &fixture->env);
    snprintf(path, sizeof path, "%s/sync.tsv", fixture->state);
    file = fopen(path, "r");
    assert_non_null(file);
    size_t size = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[size] = '\0';
    file = fopen(path, "w");
    fprintf(file, "written\t%lld\n%s", (long long)minutes_ago(minutes),
            strchr(text, '\n') + 1);
    fclose(file);
}

static void set_well(struct sync_state *sync)
{
    sync->vitals.stops_month = 0;
}

static void set_unplugged(struct sync_state *sync)
{
    sync->vitals.stops_month = 2;
    sync->vitals.stop_ms = minutes_ago(1440);
}

static void set_full(struct sync_state *sync)
{
    sync->vitals.free_bytes = 480123456;
}

static void set_cut_off(struct sync_state *sync)
{
    sync->heard_ms = minutes_ago(18 * 1440);
}

static void set_config(struct sync_state *sync)
{
    sync->vitals.config_faults = 1;
    strcpy(sync->vitals.config_fault, "regel 7: \"nacht\" {n}");
}

// A line of monitoring each: what is said, the level, and the exit status.
static void tells_how_the_device_is(void **state)
{
    static const struct {
        void (*set)(struct sync_state *sync);
        int64_t minutes; // since it was told
        int status;
        const char *level, *says, *english;
    } cases[] = {
        {set_well, 1, 0, "fine", "dit apparaat: goed", "this device: fine"},
        {set_unplugged, 1, 0, "note",
         "  ter info  in 30 dagen 2 keer uitgegaan zonder afsluiten, laatst na 26-11-2025 "
         "14.00\n",
         "2 times off in 30 days without being shut down"},
        {set_full, 1, 1, "warning", "  let op    de schijf is bijna vol: nog 480 MB\n",
         "480 MB left"},
        {set_cut_off, 1, 1, "grave",
         "  ernstig   al 17 dagen niets gehoord van andere apparaten, laatst 09-11-2025 "
         "14.00\n",
         "nothing heard of other devices for 17 days"},
        {set_config, 1, 1, "warning", "de eerste: regel 7: \"nacht\" {n}\n",
         "faults in the configuration: 1"},
        {set_well, 44, 0, "fine", "dit apparaat: goed", "this device: fine"},
        {set_well, 46, 1, "warning", "sinds 27-11-2025 13.14 niets van zich horen",
         "the wall told nothing since 27-11-2025 13.14: does it run?"},
    };
    struct fixture *fixture = *state;

    fill(fixture, "boards/voorbeeld");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sync_state sync = {
            .read_ms = minutes_ago(1),
            .heard_ms = minutes_ago(60),
            .device_count = 2,
            .devices = {{.id = "own", .self = true}, {.id = "other"}},
            .vitals = {.disk_bytes = 29000000000, .free_bytes = 9000000000, .celsius = 55}};
        char level[100];
        cases[i].set(&sync);
        tell(fixture, &sync, cases[i].minutes);
        command_expect(status_command, fixture, "status --share SHARE --state STATE",
                       cases[i].status, cases[i].says);
        command_expect(status_command, fixture,
                       "status --share SHARE --state STATE --lang en", cases[i].status,
                       cases[i].english);
        snprintf(level, sizeof level, ",\"device\":{\"level\":\"%s\"", cases[i].level);
        command_expect(status_command, fixture, "status --json --share SHARE --state STATE",
                       cases[i].status, level);
    }
}

static void tells_the_device_as_json(void **state)
{
    static const char *const parts[] = {
        "\"device\":{\"level\":\"warning\",\"written\":\"2025-11-27T13:59\",\"says\":[\"de "
        "schijf is bijna vol: nog 480 MB\",\"in 30 dagen 2 keer",
        "\"kinds\":[{\"kind\":\"disk_full\",\"level\":\"warning\",\"since\":null,"
        "\"number\":"
        "480123456},{\"kind\":\"stops\",\"level\":\"note\",\"since\":\"2025-11-26T14:00\","
        "\"number\":2}]",
        "\"disk\":{\"last_error\":null,\"bytes\":29000000000,\"free\":480123456,",
        "\"power\":{\"last_low\":null,\"low\":null},\"celsius\":null",
    };
    struct fixture *fixture = *state;
    struct sync_state sync = {.vitals = {.disk_bytes = 29000000000}};

    fill(fixture, "boards/voorbeeld");
    set_full(&sync);
    set_unplugged(&sync);
    tell(fixture, &sync, 1);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        command_expect(status_command, fixture, "status --json --share SHARE --state STATE",
                       1, parts[i]);
    }
    // Without a state folder nothing is known of a device, and that is no failure.
    command_expect(status_command, fixture, "status --json --share SHARE", 0,
                   "\"device\":null");
}

// A file that cannot be read goes before the device, and the device is told all the same.
static void an_unsound_file_goes_before_the_device(void **state)
{
    struct fixture *fixture = *state;
    struct sync_state sync = {.vitals = {.disk_bytes = 29000000000}};

    fixture->env.now_ms = fixed_now;
    fixture_write(fixture, "board.sqlite", "no database at all, whatever its name", 37);
    set_full(&sync);
    tell(fixture, &sync, 1);
    command_expect(status_command, fixture, "status --share SHARE --state STATE", 3,
                   "nog 480 MB");
    command_expect(status_command, fixture, "status --json --share SHARE --state STATE", 3,
                   "\"level\":\"warning\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        fixture_test(says_how_the_example_is_doing),
        fixture_test(invents_no_state),
        fixture_test(writes_json),
        fixture_test(json_is_well_formed),
        fixture_test(tells_how_the_sharing_goes),
        fixture_test(tells_how_the_device_is),
        fixture_test(tells_the_device_as_json),
        fixture_test(an_unsound_file_goes_before_the_device),
        fixture_test(says_why_there_is_nothing),
        fixture_test(names_a_board_that_is_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
