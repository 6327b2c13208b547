// Puts a new board.sqlite in the place of the old one: never writes into a file that others
// may read, and never loses what the swap displaced.
#ifndef REGIEBORD_SHARE_PUBLISH_H
#define REGIEBORD_SHARE_PUBLISH_H

#include "share/import.h"

struct publish {
    const struct env *env;       // not owned
    const struct schema *schema; // not owned
    struct fold *fold;           // not owned
    const char *folder,
        *tag; // the tag makes our temporary name unlike that of other devices
    // Newer than every file that went into the fold, or transports that keep the newest
    // file would never settle.
    int64_t newest_mtime_ns;
    // What is known of board.sqlite; trouble TROUBLE_MISSING: none. With any other trouble
    // it is replaced all the same.
    const struct import_result *known;
};

enum publish_result {
    PUBLISH_DONE,
    PUBLISH_AGAIN,  // something else was there: import it (see `displaced`), then publish
                    // anew
    PUBLISH_LATER,  // a tool is at work in the file
    PUBLISH_FAILED, // logged
};

// `displaced` gets the path of a file that must be imported and then removed; "" when there
// is none. One that an earlier life left is told before anything is published.
enum publish_result publish_file(const struct publish *publish,
                                 char displaced[SNAPSHOT_PATH_MAX]);

// The modification time of a new file: now, but past that of every file that went into it.
int64_t publish_time(int64_t newest_mtime_ns, const struct env *env);

#endif
