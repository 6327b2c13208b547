#include "board/refs.h"

#include <string.h>

bool ref_next(const char **list, char code[REF_BYTES])
{
    static const char between[] = ",; \n\t";

    for (;;) {
        *list += strspn(*list, between);
        size_t length = strcspn(*list, between);
        if (length == 0) {
            return false;
        }
        const char *word = *list;
        *list += length;
        if (strcspn(word, "0123456789") < length) {
            length = length < REF_BYTES ? length : REF_BYTES - 1;
            memcpy(code, word, length);
            code[length] = '\0';
            return true;
        }
    }
}
