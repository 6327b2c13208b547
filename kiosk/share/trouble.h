// Why a shared file cannot be shown as it is.
#ifndef REGIEBORD_SHARE_TROUBLE_H
#define REGIEBORD_SHARE_TROUBLE_H

enum trouble {
    TROUBLE_NONE,
    TROUBLE_NEWER,      // made by a newer program: shown, but not written
    TROUBLE_BUSY,       // someone is writing it
    TROUBLE_MISSING,    // the folder is there, board.sqlite is not
    TROUBLE_EMPTY,      // 0 bytes
    TROUBLE_TRUNCATED,  // its end is missing
    TROUBLE_CORRUPT,    // damaged
    TROUBLE_FOREIGN,    // not a file of this program
    TROUBLE_UNSAFE,     // made to do harm, or beyond all limits
    TROUBLE_NO_FOLDER,  // the folder is not there
    TROUBLE_UNREADABLE, // no rights, or the disk fails
};

// The word for it in board_set.trouble, which the screens translate: "" "newer" "busy"
// "missing" "empty" "truncated" "corrupt" "foreign" "unsafe" "nofolder" "unreadable".
const char *trouble_key(enum trouble trouble);

#endif
