// Small texts that the wall wants back after a power cut, between the wall that keeps them
// and the thread that writes them: the last text of a key counts. Papers go the same way.
#ifndef REGIEBORD_SHARE_KEPT_H
#define REGIEBORD_SHARE_KEPT_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

enum { KEPT_KEY_BYTES = 128, KEPT_TEXT_BYTES = 64 * 1024, KEPT_STEP_MS = 1000 };

struct kept_text {
    struct kept_text *next;
    char key[KEPT_KEY_BYTES];
    char *text; // owned; NULL: forgotten
    bool dirty; // not written yet
};

struct kept {
    pthread_mutex_t mutex;
    size_t most;             // bytes of a text
    struct kept_text *first; // owned; the newest key first
};

void kept_init(struct kept *kept, size_t most);
void kept_finish(struct kept *kept);

// A text that was written before (`kept_of` is a struct kept).
void kept_read(void *kept_of, const char *key, const char *text);

// Of the wall. A key or text that is too long, or no memory: nothing is kept (logged).
void kept_put(struct kept *kept, const char *key, const char *text);
char *kept_get(struct kept *kept, const char *key); // a copy (free), or NULL

// Of the thread. True when a text waits to be written.
bool kept_waits(struct kept *kept);
// A text to write, by its key; *text (NULL: forget) goes to kept_done in every case.
bool kept_next(struct kept *kept, char key[KEPT_KEY_BYTES], char **text);
void kept_done(struct kept *kept, const char *key, char *text, bool written);

#endif
