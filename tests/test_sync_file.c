// share/sync_file: what is written is what is read, and a file from elsewhere does no harm.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "folder_fixture.h"
#include "share/sync_file.h"

static void reads_what_it_wrote(void **state)
{
    struct fixture *fixture = *state;
    struct sync_file file;
    struct sync_state read;
    int64_t written_ms = 0;
    static struct sync_state state_of;

    state_of = (struct sync_state){
        .saved = UINT64_MAX,
        .shared = 3,
        .refused = true,
        .unshared = 12,
        .unshared_since_ms = 1700000000000,
        .published_ms = 1700000000001,
        .read_ms = 1700000000002,
        .trouble = "corrupt",
        .outbox = "",
        .clock_unset = true,
        .rejected = 4,
        .copies = 5,
        .log_entries = 6,
        .file_bytes = INT64_C(5000000000),
        .heard_ms = 1700000000003,
        .vitals = {.good_ms = 1,
                   .disk_bytes = INT64_C(64000000000),
                   .free_bytes = 2,
                   .read_only = true,
                   .disk_errors = 3,
                   .disk_error_ms = 4,
                   .worn_percent = 50,
                   .volt_told = true,
                   .volt_low = true,
                   .volt_low_ms = 5,
                   .celsius = 61,
                   .throttled = true,
                   .refused_long = true,
                   .clock_unset_long = true,
                   .stops_week = 6,
                   .stops_month = 7,
                   .stop_ms = 8,
                   .config_faults = 9,
                   .config_fault = "regel 3: nacht"},
        .device_count = SYNC_DEVICES_MAX,
    };
    for (size_t i = 0; i < SYNC_DEVICES_MAX; i++) {
        struct sync_device *device = &state_of.devices[i];
        snprintf(device->id, sizeof device->id, "%064d", (int)i);
        memset(device->name, 'n', sizeof device->name - 1);
        device->seen_ms = 1700000000000 + (int64_t)i;
        device->entries = i;
        device->unshared = 2 * i;
        device->self = i == 7;
    }
    assert_false(sync_file_read(fixture->state, &fixture->env, &read, &written_ms));
    assert_true(sync_file_init(&file, fixture->state));
    sync_file_write(&file, &state_of, &fixture->env);
    assert_true(sync_file_read(fixture->state, &fixture->env, &read, &written_ms));
    assert_true(written_ms > 0);
    assert_memory_equal(&read, &state_of, sizeof read);
}

static void writes_when_it_is_due(void **state)
{
    struct fixture *fixture = *state;
    struct sync_file file;
    int64_t now = fixture->env.mono_ms(NULL);

    assert_true(sync_file_init(&file, fixture->state));
    assert_true(sync_file_due(&file, now) <= 0);
    sync_file_write(&file, &(struct sync_state){.saved = 1}, &fixture->env);
    assert_int_equal(sync_file_due(&file, now), INT64_MAX);
    file.due = true;
    assert_in_range(sync_file_due(&file, now), SYNC_FILE_STEP_MS - 1,
                    SYNC_FILE_STEP_MS + 1000);
    sync_file_write(&file, &(struct sync_state){.saved = 2}, &fixture->env);
    struct sync_state read;
    int64_t written_ms;
    assert_true(sync_file_read(fixture->state, &fixture->env, &read, &written_ms));
    assert_int_equal(read.saved, 1); // too soon for another
}

// Names come from other devices: none of theirs becomes a line or a field.
static void names_stay_names(void **state)
{
    struct fixture *fixture = *state;
    struct sync_file file;
    struct sync_state read;
    int64_t written_ms;
    struct sync_state sync = {.device_count = 1};

    strcpy(sync.devices[0].id, "a\tb");
    strcpy(sync.devices[0].name, "x\nsaved\t99\n");
    strcpy(sync.vitals.config_fault, "line 3:\tnight\nsaved\t98");
    assert_true(sync_file_init(&file, fixture->state));
    sync_file_write(&file, &sync, &fixture->env);
    assert_true(sync_file_read(fixture->state, &fixture->env, &read, &written_ms));
    assert_int_equal(read.saved, 0);
    assert_int_equal(read.device_count, 1);
    assert_string_equal(read.devices[0].name, "x saved 99 ");
    assert_string_equal(read.vitals.config_fault, "line 3: night saved 98");
}

static void passes_over_what_it_does_not_know(void **state)
{
    static const char text[] =
        "written\t5\nlater\t1\t2\nsaved\nsaved\t8\textra\ndevice\tx\n"
        "trouble\tverylongwordthatdoesnotfit\n\n\tdevice\t\t\n";
    struct fixture *fixture = *state;
    struct sync_state read;
    int64_t written_ms;

    fixture_write(fixture, "../state/sync.tsv", text, sizeof text - 1);
    assert_true(sync_file_read(fixture->state, &fixture->env, &read, &written_ms));
    assert_int_equal(read.saved, 8);
    assert_int_equal(read.device_count, 0);
    assert_int_equal(strlen(read.trouble), SYNC_WORD_BYTES - 1);
    fixture_write(fixture, "../state/sync.tsv", "", 0);
    assert_false(sync_file_read(fixture->state, &fixture->env, &read, &written_ms));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        fixture_test(reads_what_it_wrote),
        fixture_test(writes_when_it_is_due),
        fixture_test(names_stay_names),
        fixture_test(passes_over_what_it_does_not_know),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
