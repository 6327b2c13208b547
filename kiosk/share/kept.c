#include "share/kept.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LOG_MODULE "kept"
#include "base/log.h"

void kept_init(struct kept *kept, size_t most)
{
    *kept = (struct kept){.most = most};
    pthread_mutex_init(&kept->mutex, NULL);
}

void kept_finish(struct kept *kept)
{
    while (kept->first != NULL) {
        struct kept_text *next = kept->first->next;
        free(kept->first->text);
        free(kept->first);
        kept->first = next;
    }
    pthread_mutex_destroy(&kept->mutex);
}

static struct kept_text *find(struct kept *kept, const char *key)
{
    struct kept_text *at = kept->first;

    while (at != NULL && strcmp(at->key, key) != 0) {
        at = at->next;
    }
    return at;
}

static struct kept_text *find_or_make(struct kept *kept, const char *key)
{
    struct kept_text *at = find(kept, key);

    if (at == NULL && key[0] != '\0' && strlen(key) < KEPT_KEY_BYTES) {
        at = calloc(1, sizeof *at);
    }
    if (at != NULL && at->key[0] == '\0') {
        strcpy(at->key, key);
        at->next = kept->first;
        kept->first = at;
    }
    return at;
}

static bool same(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static void put(struct kept *kept, const char *key, const char *text, bool dirty)
{
    bool fits = text == NULL || strlen(text) <= kept->most;
    char *copy = text == NULL || !fits ? NULL : strdup(text);

    pthread_mutex_lock(&kept->mutex);
    struct kept_text *at = find_or_make(kept, key);
    if (at == NULL || (text != NULL && copy == NULL)) {
        LOG_ERR("%.40s cannot be kept", key);
        free(copy);
    } else if (same(at->text, copy)) {
        free(copy);
    } else {
        free(at->text);
        at->text = copy;
        at->dirty = dirty;
    }
    pthread_mutex_unlock(&kept->mutex);
}

void kept_read(void *kept_of, const char *key, const char *text)
{
    put(kept_of, key, text, false);
}

void kept_put(struct kept *kept, const char *key, const char *text)
{
    put(kept, key, text, true);
}

char *kept_get(struct kept *kept, const char *key)
{
    pthread_mutex_lock(&kept->mutex);
    const struct kept_text *at = find(kept, key);
    char *copy = at == NULL || at->text == NULL ? NULL : strdup(at->text);
    pthread_mutex_unlock(&kept->mutex);
    return copy;
}

static struct kept_text *first_dirty(struct kept *kept)
{
    struct kept_text *at = kept->first;

    while (at != NULL && !at->dirty) {
        at = at->next;
    }
    return at;
}

bool kept_waits(struct kept *kept)
{
    pthread_mutex_lock(&kept->mutex);
    bool waits = first_dirty(kept) != NULL;
    pthread_mutex_unlock(&kept->mutex);
    return waits;
}

bool kept_next(struct kept *kept, char key[KEPT_KEY_BYTES], char **text)
{
    pthread_mutex_lock(&kept->mutex);
    struct kept_text *at = first_dirty(kept);
    *text = NULL;
    if (at != NULL) {
        strcpy(key, at->key);
        *text = at->text == NULL ? NULL : strdup(at->text);
        at->dirty = false;
    }
    pthread_mutex_unlock(&kept->mutex);
    return at != NULL;
}

void kept_done(struct kept *kept, const char *key, char *text, bool written)
{
    free(text);
    if (!written) {
        pthread_mutex_lock(&kept->mutex);
        find(kept, key)->dirty = true;
        pthread_mutex_unlock(&kept->mutex);
    }
}
