#include "share/snapshot.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "store/schema.h"

#define LOG_MODULE "snapshot"
#include "base/log.h"

enum {
    VERSION_AT = 60,   // user_version in the header
    PAGE_SIZE_AT = 16, // two bytes
    PAGE_LEAST = 512,
    PAGE_MOST = 65536,
    TRIES = 4,                // for bytes that hold still
    SMALLEST = 512,           // of a database file
    JOURNAL_YOUNG_MS = 60000, // its tool may still be at work
    GRAIN_MS = 50,            // times of files are this coarse, with a margin
    GRAIN_COARSE_MS = 2050,   // on file systems that count whole seconds, or two of them
};

static const int64_t MS_NS = 1000000;
static const int64_t SECOND_NS = 1000000000;

// Identity ----------------------------------------------------------------------------

static bool stat_same(const struct env_stat *a, const struct env_stat *b)
{
    return a->regular == b->regular && a->device == b->device && a->inode == b->inode &&
           a->size == b->size && a->mtime_ns == b->mtime_ns && a->ctime_ns == b->ctime_ns;
}

bool identity_same(const struct identity *a, const struct identity *b)
{
    return stat_same(&a->main, &b->main) && stat_same(&a->wal, &b->wal) &&
           stat_same(&a->journal, &b->journal);
}

static bool whole_seconds(const struct env_stat *stat)
{
    return stat->inode != 0 && stat->ctime_ns % SECOND_NS == 0;
}

int64_t identity_grain_ms(const struct identity *identity)
{
    bool coarse = whole_seconds(&identity->main) || whole_seconds(&identity->wal) ||
                  whole_seconds(&identity->journal);

    return coarse ? GRAIN_COARSE_MS : GRAIN_MS;
}

static enum trouble trouble_of(int code)
{
    if (code == -ENOENT || code == -ENOTDIR) {
        return TROUBLE_MISSING;
    }
    return code == -EINVAL || code == -ELOOP ? TROUBLE_UNSAFE : TROUBLE_UNREADABLE;
}

// False when there is no telling whether it is there: without it, a file may say what was
// never committed.
static bool side_stat(const char *path, const char *tail, const struct env *env,
                      struct env_stat *out)
{
    char side[SNAPSHOT_PATH_MAX];

    *out = (struct env_stat){0};
    if (snprintf(side, sizeof side, "%s%s", path, tail) >= (int)sizeof side) {
        return true;
    }
    int code = env->stat(env->context, side, out);
    if (code != 0) {
        *out = (struct env_stat){0};
    }
    return code == 0 || trouble_of(code) == TROUBLE_MISSING;
}

// Bytes of a side file; a sparse one may claim as many as there are numbers.
static int64_t counted(const struct env_stat *side)
{
    int64_t size = side->size > SNAPSHOT_ALL_BYTES ? SNAPSHOT_ALL_BYTES : side->size;

    return side->regular ? size : 0;
}

enum trouble identity_take(const char *path, const struct env *env, struct identity *out)
{
    *out = (struct identity){0};
    int code = env->stat(env->context, path, &out->main);
    if (code != 0) {
        return trouble_of(code);
    }
    if (!side_stat(path, "-wal", env, &out->wal) ||
        !side_stat(path, "-journal", env, &out->journal)) {
        return TROUBLE_UNREADABLE;
    }
    int64_t beside = counted(&out->wal) * 2 + counted(&out->journal); // a WAL is read twice
    if (!out->main.regular || out->main.size > SNAPSHOT_MAX_BYTES ||
        beside > SNAPSHOT_ALL_BYTES - out->main.size) {
        return TROUBLE_UNSAFE;
    }
    return out->main.size == 0 ? TROUBLE_EMPTY : TROUBLE_NONE;
}

// Header ------------------------------------------------------------------------------

static uint32_t big32(const unsigned char *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static bool all_zero(const unsigned char *data, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if (data[i] != 0) {
            return false;
        }
    }
    return true;
}

// What the header tells (file format, section 1.3). `side`: pages may live beside the file.
static enum trouble judge_header(const unsigned char *data, size_t size, bool side)
{
    static const char magic[16] = "SQLite format 3";

    if (memcmp(data, magic, size < sizeof magic ? size : sizeof magic) != 0) {
        return all_zero(data, size < SNAPSHOT_HEADER ? size : SNAPSHOT_HEADER)
                   ? TROUBLE_CORRUPT
                   : TROUBLE_FOREIGN;
    }
    if (size < SMALLEST) {
        return TROUBLE_TRUNCATED;
    }
    uint32_t page = (uint32_t)data[16] << 8 | data[17];
    page = page == 1 ? 65536 : page;
    if (page < 512 || (page & (page - 1)) != 0) {
        return TROUBLE_CORRUPT;
    }
    bool counted = big32(data + 24) == big32(data + 92);
    if (!side &&
        ((counted && (uint64_t)big32(data + 28) * page > size) || size % page != 0)) {
        return TROUBLE_TRUNCATED;
    }
    if (big32(data + 68) != SCHEMA_APPLICATION_ID) {
        // A database in WAL mode that was never written back has nothing in its main file
        // yet.
        return side && big32(data + 68) == 0 ? TROUBLE_NONE : TROUBLE_FOREIGN;
    }
    return big32(data + VERSION_AT) > SCHEMA_VERSION ? TROUBLE_NEWER : TROUBLE_NONE;
}

// Reading -----------------------------------------------------------------------------

static int read_side(const char *path, const char *tail, const struct env *env,
                     struct env_bytes *out)
{
    char side[SNAPSHOT_PATH_MAX];

    if (snprintf(side, sizeof side, "%s%s", path, tail) >= (int)sizeof side) {
        return -ENAMETOOLONG;
    }
    return env->read(env->context, side, SNAPSHOT_MAX_BYTES, out);
}

// A journal that its tool finished with is empty, or has a header of zeros.
static bool hot(const struct env_bytes *journal)
{
    return journal->size >= 28 && journal->data[0] != 0;
}

// A journal can name a second one, which SQLite deletes after use: nobody but a forger
// wants that here.
static bool names_another(const struct env_bytes *journal)
{
    static const unsigned char magic[8] = {0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7};

    return journal->size >= sizeof magic &&
           memcmp(journal->data + journal->size - sizeof magic, magic, sizeof magic) == 0;
}

static bool bytes_same(const struct env_bytes *a, const struct env_bytes *b)
{
    return a->size == b->size && (a->size == 0 || memcmp(a->data, b->data, a->size) == 0);
}

// The side file that counts, if any. TROUBLE_BUSY: its tool is at work.
static enum trouble take_side(const char *path, const struct env *env,
                              const struct identity *identity, struct env_bytes *bytes,
                              enum side *kind)
{
    int code = 0;

    *kind = SIDE_NONE;
    if (identity->wal.regular && identity->wal.size > 0) {
        code = read_side(path, "-wal", env, bytes);
        *kind = code == 0 && bytes->size > 32 ? SIDE_WAL : SIDE_NONE; // more than a header
    }
    if (code == 0 && *kind == SIDE_NONE && identity->journal.regular &&
        identity->journal.size > 0) {
        free(bytes->data);
        *bytes = (struct env_bytes){0};
        code = read_side(path, "-journal", env, bytes);
        *kind = code == 0 && hot(bytes) ? SIDE_JOURNAL : SIDE_NONE;
    }
    if (code != 0) { // gone since, or not to be read: its file alone is not the truth
        return code == -ENOENT ? TROUBLE_BUSY : trouble_of(code);
    }
    if (*kind == SIDE_NONE) {
        free(bytes->data);
        *bytes = (struct env_bytes){0};
    }
    return *kind == SIDE_JOURNAL && names_another(bytes) ? TROUBLE_UNSAFE : TROUBLE_NONE;
}

static bool journal_young(const struct identity *identity, const struct env *env)
{
    int64_t age_ms = env->now_ms(env->context) - identity->journal.mtime_ns / MS_NS;

    return age_ms < JOURNAL_YOUNG_MS && age_ms > -JOURNAL_YOUNG_MS;
}

// True when nothing moved while the bytes were read: not the files, not the change counter,
// not the WAL.
static bool held_still(const char *path, const struct env *env,
                       const struct identity *before, const struct env_bytes *main,
                       const struct env_bytes *side, enum side kind)
{
    struct identity after;
    struct env_bytes again = {0};
    bool still =
        identity_take(path, env, &after) == TROUBLE_NONE && identity_same(before, &after);

    if (still) {
        still = env->read(env->context, path, SNAPSHOT_HEADER, &again) == 0 &&
                again.lock != ENV_LOCK_WRITING && again.size <= main->size &&
                memcmp(again.data, main->data, again.size) == 0;
        free(again.data);
    }
    if (still && kind == SIDE_WAL) {
        still = read_side(path, "-wal", env, &again) == 0 && bytes_same(side, &again);
        free(again.data);
    }
    return still;
}

// A look at the header, before all of a file that cannot be had yet is read. Tells the
// lock.
static enum trouble peek(const char *path, const struct env *env,
                         const struct identity *identity, enum side *kind,
                         enum env_lock *lock)
{
    struct env_bytes header = {0};
    int code = env->read(env->context, path, SNAPSHOT_HEADER, &header);

    free(header.data);
    if (code != 0) {
        return trouble_of(code);
    }
    *lock = header.lock;
    if (header.lock == ENV_LOCK_RESERVED && *kind == SIDE_JOURNAL) {
        *kind = SIDE_NONE; // of the transaction under way: the file itself is as it was
    }
    bool young = *kind == SIDE_JOURNAL && journal_young(identity, env);
    return header.lock == ENV_LOCK_WRITING || young ? TROUBLE_BUSY : TROUBLE_NONE;
}

// One try. TROUBLE_BUSY asks for another.
static enum trouble take_once(const char *path, const struct env *env, struct snapshot *out)
{
    struct env_bytes main = {0};
    struct env_bytes side = {0};
    enum side kind = SIDE_NONE;
    enum env_lock lock = ENV_LOCK_NONE;
    enum trouble trouble = identity_take(path, env, &out->identity);

    if (trouble != TROUBLE_NONE) {
        return trouble;
    }
    trouble = take_side(path, env, &out->identity, &side, &kind);
    trouble =
        trouble != TROUBLE_NONE ? trouble : peek(path, env, &out->identity, &kind, &lock);
    if (trouble != TROUBLE_NONE) {
        goto out;
    }
    int code = env->read(env->context, path, SNAPSHOT_MAX_BYTES, &main);
    if (code != 0) {
        trouble = trouble_of(code);
        goto out;
    }
    out->in_transaction = lock == ENV_LOCK_RESERVED;
    if (main.lock == ENV_LOCK_WRITING || (out->in_transaction && main.lock != lock) ||
        !held_still(path, env, &out->identity, &main, &side, kind)) {
        trouble = TROUBLE_BUSY;
        goto out;
    }
    out->main = main.data;
    out->main_size = main.size;
    out->side_kind = kind;
    if (kind != SIDE_NONE) {
        out->side = side.data;
        out->side_size = side.size;
        side.data = NULL;
    }
    main.data = NULL;
out:
    free(main.data);
    free(side.data);
    return trouble;
}

// The bytes are walked once: the hash of all is that of the hashes.
static void hash_pages(struct snapshot *snapshot)
{
    size_t page = snapshot_page_size(snapshot);
    size_t count = (snapshot->main_size + page - 1) / page;

    snapshot->hash = 1;
    snapshot->hashes = malloc((count + 1) * sizeof *snapshot->hashes);
    for (size_t i = 0; i < count; i++) {
        size_t left = snapshot->main_size - i * page;
        uint64_t hash = hash_bytes(1, snapshot->main + i * page, left < page ? left : page);
        snapshot->hash = hash_bytes(snapshot->hash, &hash, sizeof hash);
        if (snapshot->hashes != NULL) {
            snapshot->hashes[i] = hash;
        }
    }
    snapshot->hash = hash_bytes(snapshot->hash, snapshot->side, snapshot->side_size);
}

size_t snapshot_page_size(const struct snapshot *snapshot)
{
    size_t size =
        (size_t)snapshot->main[PAGE_SIZE_AT] << 8 | snapshot->main[PAGE_SIZE_AT + 1];

    return size < PAGE_LEAST ? PAGE_MOST : size; // the largest is written as 1
}

enum trouble snapshot_take(const char *path, const struct env *env, struct snapshot *out)
{
    enum trouble trouble = TROUBLE_BUSY;

    *out = (struct snapshot){0};
    for (int i = 0; i < TRIES && trouble == TROUBLE_BUSY; i++) {
        trouble = take_once(path, env, out);
    }
    if (trouble == TROUBLE_NONE) {
        trouble = judge_header(out->main, out->main_size, out->side_kind != SIDE_NONE);
    }
    if (trouble != TROUBLE_NONE && trouble != TROUBLE_NEWER) {
        snapshot_finish(out);
        return trouble;
    }
    out->older = big32(out->main + VERSION_AT) < SCHEMA_VERSION;
    out->wal_mode = out->main[18] > 1 || out->main[19] > 1;
    hash_pages(out);
    return trouble;
}

void snapshot_finish(struct snapshot *snapshot)
{
    free(snapshot->main);
    free(snapshot->side);
    free(snapshot->hashes);
    snapshot->main = NULL;
    snapshot->side = NULL;
    snapshot->hashes = NULL;
}
