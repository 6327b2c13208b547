// Bytes of any kind through everything that handles UTF-8: what comes out is well-formed,
// fits, and holds nothing that drives a terminal or turns a line round.
#include "fuzz.h"

#include <string.h>

#include "base/utf8.h"

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    return 0;
}

static void walk(const char *text, size_t length)
{
    size_t at = 0;
    size_t points = 0;
    bool whole = true;

    while (at < length) {
        size_t before = at;
        char bytes[4];
        uint32_t point = utf8_next(text, length, &at);
        FUZZ_HOLDS(at > before && at <= length && at - before <= 4 && point <= 0x10ffff);
        size_t put = utf8_put(point, bytes);
        bool same = put == at - before && memcmp(bytes, text + before, put) == 0;
        FUZZ_HOLDS(same || (point == 0xfffd && at - before == 1));
        whole = whole && same;
        points++;
    }
    FUZZ_HOLDS(utf8_next(text, length, &at) == 0 && at == length);
    FUZZ_HOLDS(utf8_valid(text, length) == whole);
    if (memchr(text, '\0', length) == NULL) {
        FUZZ_HOLDS(utf8_count(text) == points);
    }
}

static void clean(const char *text, size_t length, bool lines, size_t room)
{
    char *out = malloc(room == 0 ? 1 : room);
    char *again = malloc(room == 0 ? 1 : room);

    FUZZ_HOLDS(out != NULL && again != NULL);
    size_t used = utf8_clean(text, length, lines, out, room);
    FUZZ_HOLDS(room == 0 ? used == 0 : used < room && out[used] == '\0');
    FUZZ_HOLDS(room == 0 || strlen(out) == used);
    FUZZ_HOLDS(fuzz_text_safe(out, used, lines));
    // What is clean stays as it is.
    FUZZ_HOLDS(utf8_clean(out, used, lines, again, room) == used);
    FUZZ_HOLDS(memcmp(out, again, used) == 0);
    if (room > 0) {
        size_t folded = utf8_fold(out, again, room);
        FUZZ_HOLDS(folded < room && again[folded] == '\0' && utf8_valid(again, folded));
        FUZZ_HOLDS(folded <= used);
    }
    // Any cut leaves whole letters.
    for (size_t cut = 0; cut <= used && cut < 16; cut++) {
        size_t kept = utf8_whole(out, used - cut);
        FUZZ_HOLDS(kept <= used - cut && used - cut - kept < 4 && utf8_valid(out, kept));
    }
    free(again);
    free(out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);

    FUZZ_HOLDS(text != NULL);
    memcpy(text, data, size);
    text[size] = '\0';
    walk(text, size);
    FUZZ_HOLDS(utf8_whole(text, size) <= size);
    for (int lines = 0; lines < 2; lines++) {
        clean(text, size, lines != 0, size * 3 + 1);
        clean(text, size, lines != 0, size / 2);
        clean(text, size, lines != 0, size == 0 ? 0 : data[0] % 8u);
    }
    free(text);
    return 0;
}
