#include "share/trouble.h"

const char *trouble_key(enum trouble trouble)
{
    static const char *const keys[] = {
        [TROUBLE_NONE] = "",
        [TROUBLE_NEWER] = "newer",
        [TROUBLE_BUSY] = "busy",
        [TROUBLE_MISSING] = "missing",
        [TROUBLE_EMPTY] = "empty",
        [TROUBLE_TRUNCATED] = "truncated",
        [TROUBLE_CORRUPT] = "corrupt",
        [TROUBLE_FOREIGN] = "foreign",
        [TROUBLE_UNSAFE] = "unsafe",
        [TROUBLE_NO_FOLDER] = "nofolder",
        [TROUBLE_UNREADABLE] = "unreadable",
    };

    return keys[trouble];
}
