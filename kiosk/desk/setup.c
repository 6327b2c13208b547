#include "desk/setup.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/data.h"

#define LOG_MODULE "share-setup"
#include "base/log.h"

enum { EXIT_DONE = 0, EXIT_NOT_DONE = 1, EXIT_WRONG = 2, IGNORE_MAX = 64 * 1024 };

// What no engine may carry: half-made files, and what SQLite keeps beside a file while it
// works.
static const char *const ignored[] = {".board.*.part", "board*.sqlite-journal",
                                      "board*.sqlite-wal", "board*.sqlite-shm"};

static const struct {
    const char *engine, *file;
} recipes[] = {{"syncthing", "syncthing.sh"}, {"rsync", "rsync.sh"}};

static void print_help(FILE *out)
{
    fputs("regiebord share-setup --share DIR [--engine syncthing|rsync]\n"
          "\n"
          "Makes the folder ready for a sync engine: the folder itself and its .stignore.\n"
          "With --engine it prints the script that sets the engine up; read it, then run "
          "it:\n"
          "  regiebord share-setup --share DIR --engine syncthing > setup.sh\n"
          "  sh setup.sh DIR DEVICE-ID...\n"
          "  regiebord share-setup --share DIR --engine rsync > rsync.sh\n"
          "  sh rsync.sh DIR NAME USER@HOST:FOLDER\n",
          out);
}

static bool has_line(const char *text, const char *line)
{
    size_t length = strlen(line);

    while (text != NULL) {
        if (strncmp(text, line, length) == 0 && strchr("\r\n", text[length]) != NULL) {
            return true;
        }
        text = strchr(text, '\n');
        text = text == NULL ? NULL : text + 1;
    }
    return false;
}

// What is there as text; "" when there is nothing. NULL when it cannot be read.
static char *ignore_read(const char *path, const struct env *env, struct arena *arena)
{
    struct env_bytes bytes = {0};
    int code = env->read(env->context, path, IGNORE_MAX, &bytes);
    char *text = code == -ENOENT ? arena_string(arena, "")
                 : code == 0     ? arena_text(arena, (char *)bytes.data, bytes.size)
                                 : NULL;

    if (text == NULL) {
        LOG_ERR("%s: %s", path, strerror(-code));
    }
    free(bytes.data);
    return text;
}

static bool ignore_write(const char *share, const struct env *env)
{
    struct arena arena = {0};
    char *path = arena_format(&arena, "%s/.stignore", share);
    char *text = path == NULL ? NULL : ignore_read(path, env, &arena);
    bool lacks = false;
    bool ok = text != NULL;

    for (size_t i = 0; ok && i < sizeof ignored / sizeof *ignored; i++) {
        if (!has_line(text, ignored[i])) {
            size_t length = strlen(text);
            bool open = length > 0 && text[length - 1] != '\n';
            text = arena_format(&arena, "%s%s%s\n", text, open ? "\n" : "", ignored[i]);
            lacks = true;
            ok = text != NULL;
        }
    }
    if (ok && lacks) {
        int code = env->write(env->context, path, text, strlen(text), 0);
        ok = code == 0;
        if (!ok) {
            LOG_ERR("%s: %s", path, strerror(-code));
        }
    }
    arena_finish(&arena);
    return ok;
}

// NULL (said on stderr) when there is no such engine.
static const char *recipe_of(const char *engine)
{
    for (size_t i = 0; i < sizeof recipes / sizeof *recipes; i++) {
        if (strcmp(recipes[i].engine, engine) == 0) {
            return data_file(recipes[i].file, NULL);
        }
    }
    LOG_ERR("there is no recipe for '%s': take syncthing or rsync", engine);
    return NULL;
}

int setup_command(int argc, char **argv, const struct env *env)
{
    static const struct option options[] = {
        {"share", required_argument, NULL, 's'},
        {"engine", required_argument, NULL, 'e'},
        {"help", no_argument, NULL, 'h'},
        {NULL, 0, NULL, 0},
    };
    const char *share = NULL;
    const char *engine = NULL;

    optind = 0; // getopt may have run before in this process
    for (int c = getopt_long(argc, argv, "", options, NULL); c != -1;
         c = getopt_long(argc, argv, "", options, NULL)) {
        switch (c) {
        case 's': share = optarg; break;
        case 'e': engine = optarg; break;
        case 'h': print_help(stdout); return EXIT_DONE;
        default: print_help(stderr); return EXIT_WRONG;
        }
    }
    const char *recipe = engine == NULL ? "" : recipe_of(engine);
    if (share == NULL || optind < argc || recipe == NULL) {
        print_help(stderr);
        return EXIT_WRONG;
    }
    int code = env->make_folder(env->context, share);
    if (code != 0) {
        LOG_ERR("%s: %s", share, strerror(-code));
        return EXIT_NOT_DONE;
    }
    if (!ignore_write(share, env)) {
        return EXIT_NOT_DONE;
    }
    fprintf(stderr, "%s is ready: .stignore keeps half-made files out of the sharing\n",
            share);
    fputs(recipe, stdout);
    return EXIT_DONE;
}
