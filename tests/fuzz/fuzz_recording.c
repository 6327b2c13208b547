// Any text as a recording of touches; what was read is written and read again, and is the
// same.
#include "fuzz.h"

#include <string.h>

#include "touch/record.h"

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    return 0;
}

static void write_again(const struct recording *recording)
{
    struct recorder recorder;
    struct recording again;
    char error[200];
    FILE *file = tmpfile();

    FUZZ_HOLDS(file != NULL);
    recorder_begin(&recorder, file, recording->width_px, recording->height_px);
    for (size_t i = 0; i < recording->count; i++) {
        FUZZ_HOLDS(recorder_add(&recorder, &recording->samples[i]));
    }
    rewind(file);
    FUZZ_HOLDS(recording_read(file, "again", &again, error, sizeof error));
    FUZZ_HOLDS(again.count == recording->count);
    for (size_t i = 0; i < again.count; i++) {
        FUZZ_HOLDS(again.samples[i].kind == recording->samples[i].kind);
        FUZZ_HOLDS(strcmp(again.samples[i].text, recording->samples[i].text) == 0);
    }
    recording_finish(&again);
    fclose(file);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct recording recording;
    char error[200] = "";
    FILE *file = size == 0 ? NULL : fmemopen((void *)(uintptr_t)data, size, "r");

    if (file == NULL) {
        return 0;
    }
    if (recording_read(file, "fuzz.touch", &recording, error, sizeof error)) {
        for (size_t i = 0; i < recording.count; i++) {
            const struct sample *sample = &recording.samples[i];
            FUZZ_HOLDS(fuzz_text_safe(sample->text, strlen(sample->text), false));
        }
        write_again(&recording);
        recording_finish(&recording);
    } else {
        FUZZ_HOLDS(strncmp(error, "fuzz.touch:", 11) == 0);
    }
    fclose(file);
    return 0;
}
