#include "desk/guard.h"

#include <string.h>

static const char FORMULA[] = "=+-@";

// The no-break space is space to a reader of tables too.
static bool space_first(const char *text)
{
    return strchr(" \t\r\n", text[0]) != NULL || strncmp(text, "\xc2\xa0", 2) == 0;
}

static bool space_last(const char *text, size_t length)
{
    return strchr(" \t\r\n", text[length - 1]) != NULL ||
           (length > 1 && memcmp(text + length - 2, "\xc2\xa0", 2) == 0);
}

const char *guard_text(struct arena *arena, const char *text)
{
    size_t length = strlen(text);

    if (length == 0) {
        return text;
    }
    bool open = space_last(text, length);
    if (!open && text[0] != '\'' && strchr(FORMULA, text[0]) == NULL &&
        !space_first(text)) {
        return text;
    }
    open = open || text[length - 1] == '\'';
    return arena_format(arena, "'%s%s", text, open ? "'" : "");
}

const char *guard_undo(struct arena *arena, const char *text, bool exact)
{
    if (text[0] != '\'' ||
        (!exact && (text[1] == '\0' || strchr(FORMULA, text[1]) == NULL))) {
        return text;
    }
    size_t length = strlen(text + 1);
    if (length > 0 && text[length] == '\'') {
        length--;
    }
    const char *plain = arena_text(arena, text + 1, length);
    return plain == NULL ? text : plain;
}
