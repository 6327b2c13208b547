// Any text as a play script: read, or refused with a message that names the line.
#include "fuzz.h"

#include <string.h>

#include "touch/script.h"

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    return 0;
}

static bool needs_text(enum script_verb verb)
{
    return verb == SCRIPT_TYPE || verb == SCRIPT_EXPECT || verb == SCRIPT_EXPECT_NO ||
           verb == SCRIPT_EXPECT_SCREEN || verb == SCRIPT_RENDER;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct script script;
    char error[200] = "";
    char *text = malloc(size + 1);
    int last = 0;

    FUZZ_HOLDS(text != NULL);
    memcpy(text, data, size);
    text[size] = '\0';
    if (!script_parse(&script, text, "fuzz.play", error, sizeof error)) {
        FUZZ_HOLDS(strncmp(error, "fuzz.play:", 10) == 0 && strlen(error) < sizeof error);
        free(text);
        return 0;
    }
    for (size_t i = 0; i < script.count; i++) {
        const struct script_line *line = &script.lines[i];
        FUZZ_HOLDS(line->number > last);
        FUZZ_HOLDS(!needs_text(line->verb) || line->text != NULL);
        FUZZ_HOLDS(line->wait_ms >= 0);
        FUZZ_HOLDS(line->target.label == NULL || line->target.nth >= 1);
        last = line->number;
    }
    script_finish(&script);
    free(text);
    return 0;
}
