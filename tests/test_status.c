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
    command_expect(status_command, fixture, "status --share SHARE --state STATE", 0,
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        fixture_test(says_how_the_example_is_doing),
        fixture_test(invents_no_state),
        fixture_test(writes_json),
        fixture_test(json_is_well_formed),
        fixture_test(tells_how_the_sharing_goes),
        fixture_test(says_why_there_is_nothing),
        fixture_test(names_a_board_that_is_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
