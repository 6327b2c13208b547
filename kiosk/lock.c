#include "lock.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

static const char HEAD[] = "regiebord waits 1\n";

enum { WRONG_MOST = 1000 };

static int find(const struct lock *lock, const char *board, const char *name)
{
    char folded[UPDATE_AUTHOR_BYTES];
    int i = 0;

    utf8_fold(name, folded, sizeof folded);
    while (i < lock->count && (strcmp(lock->list[i].board, board) != 0 ||
                               strcmp(lock->list[i].name, folded) != 0)) {
        i++;
    }
    return i;
}

void lock_tick(struct lock *lock, int64_t mono_ms)
{
    int64_t passed = lock->mono_ms != 0 ? mono_ms - lock->mono_ms : 0;

    lock->mono_ms = mono_ms;
    for (int i = 0; i < lock->count && passed > 0; i++) {
        struct lock_entry *entry = &lock->list[i];
        entry->left_ms = entry->left_ms > passed ? entry->left_ms - passed : 0;
    }
}

int64_t lock_wait_ms(const struct lock *lock, const char *board, const char *name)
{
    int i = find(lock, board, name);

    return i < lock->count ? lock->list[i].left_ms : 0;
}

int lock_tries(const struct lock *lock, const char *board, const char *name)
{
    int i = find(lock, board, name);
    int wrong = i < lock->count ? lock->list[i].wrong : 0;

    return wrong < LOCK_TRIES ? LOCK_TRIES - wrong : 1;
}

// A place for one more name: when all are taken, that of whoever was wrong least and need
// not wait.
static struct lock_entry *entry_new(struct lock *lock)
{
    int least = 0;

    if (lock->count < LOCK_MAX) {
        return &lock->list[lock->count++];
    }
    for (int i = 1; i < LOCK_MAX; i++) {
        if (lock->list[i].left_ms + lock->list[i].wrong <
            lock->list[least].left_ms + lock->list[least].wrong) {
            least = i;
        }
    }
    return &lock->list[least];
}

static int64_t wait_after(int wrong)
{
    int64_t wait_ms = LOCK_WAIT_MS;

    for (int i = LOCK_TRIES; i < wrong && wait_ms < LOCK_MOST_MS; i++) {
        wait_ms *= 2;
    }
    return wait_ms < LOCK_MOST_MS ? wait_ms : LOCK_MOST_MS;
}

void lock_wrong(struct lock *lock, const char *board, const char *name)
{
    int i = find(lock, board, name);
    struct lock_entry *entry = i < lock->count ? &lock->list[i] : entry_new(lock);

    if (i == LOCK_MAX || entry->name[0] == '\0') {
        *entry = (struct lock_entry){0};
        snprintf(entry->board, sizeof entry->board, "%.35s", board);
        utf8_fold(name, entry->name, sizeof entry->name);
    }
    entry->wrong += entry->wrong < WRONG_MOST;
    if (entry->wrong >= LOCK_TRIES) {
        entry->left_ms = wait_after(entry->wrong);
    }
    lock->due = true;
}

void lock_right(struct lock *lock, const char *board, const char *name)
{
    int i = find(lock, board, name);

    if (i < lock->count) {
        lock->list[i] = lock->list[--lock->count];
        lock->list[lock->count] = (struct lock_entry){0};
        lock->due = true;
    }
}

char *lock_write(const struct lock *lock)
{
    size_t room = sizeof HEAD + (size_t)lock->count * (sizeof lock->list[0] + 48);
    char *text = malloc(room);
    int at = 0;

    if (text == NULL) {
        return NULL;
    }
    text[0] = '\0';
    for (int i = 0; i < lock->count; i++) {
        const struct lock_entry *entry = &lock->list[i];
        at += snprintf(text + at, room - (size_t)at, "%s%d\t%" PRId64 "\t%s\t%s\n",
                       i == 0 ? HEAD : "", entry->wrong, entry->left_ms, entry->board,
                       entry->name);
    }
    return text;
}

static bool line_read(const char *line, const char *end, struct lock_entry *entry)
{
    int used = 0;
    long long left_ms = 0;

    *entry = (struct lock_entry){0};
    if (sscanf(line, "%4d %9lld%n", &entry->wrong, &left_ms, &used) != 2 ||
        line + used >= end || line[used] != '\t' || entry->wrong < 1 || left_ms < 0) {
        return false;
    }
    line += used + 1;
    const char *tab = memchr(line, '\t', (size_t)(end - line));
    if (tab == NULL || tab + 1 == end) {
        return false;
    }
    entry->wrong = entry->wrong < WRONG_MOST ? entry->wrong : WRONG_MOST;
    entry->left_ms = left_ms < LOCK_MOST_MS ? left_ms : LOCK_MOST_MS;
    utf8_clean(line, (size_t)(tab - line), false, entry->board, sizeof entry->board);
    utf8_clean(tab + 1, (size_t)(end - tab - 1), false, entry->name, sizeof entry->name);
    return entry->name[0] != '\0';
}

void lock_read(struct lock *lock, const char *text)
{
    *lock = (struct lock){.mono_ms = lock->mono_ms};
    if (strncmp(text, HEAD, sizeof HEAD - 1) != 0) {
        return;
    }
    for (text += sizeof HEAD - 1; *text != '\0' && lock->count < LOCK_MAX;) {
        const char *end = text + strcspn(text, "\n");
        struct lock_entry *entry = &lock->list[lock->count];
        if (line_read(text, end, entry) &&
            find(lock, entry->board, entry->name) == lock->count) {
            lock->count++;
        }
        text = *end == '\n' ? end + 1 : end;
    }
    if (lock->count < LOCK_MAX) {
        lock->list[lock->count] = (struct lock_entry){0};
    }
}
