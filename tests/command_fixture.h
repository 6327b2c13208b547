// Runs a terminal command inside a test and keeps what it says.
#ifndef REGIEBORD_TESTS_COMMAND_FIXTURE_H
#define REGIEBORD_TESTS_COMMAND_FIXTURE_H

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "folder_fixture.h"

typedef int command(int argc, char **argv, const struct env *env);

// Words are separated by single spaces; "SHARE" and "STATE" stand for the folders of the
// fixture. Returns the exit status; *said gets what was printed on both streams (to be
// freed).
static inline int command_run(command *run, struct fixture *fixture, const char *line,
                              char **said)
{
    char words[1000];
    char path[300];
    char *argv[16] = {NULL};
    int argc = 0;

    snprintf(words, sizeof words, "%s", line);
    for (char *word = strtok(words, " "); word != NULL && argc < 15;
         word = strtok(NULL, " ")) {
        argv[argc++] = strcmp(word, "SHARE") == 0   ? fixture->share
                       : strcmp(word, "STATE") == 0 ? fixture->state
                                                    : word;
    }
    snprintf(path, sizeof path, "%s/said", fixture->root);
    fflush(NULL);
    int out = dup(1);
    int err = dup(2);
    int file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
    dup2(file, 1);
    dup2(file, 2);
    int status = run(argc, argv, &fixture->env);
    fflush(NULL);
    dup2(out, 1);
    dup2(err, 2);
    close(out);
    close(err);
    off_t size = lseek(file, 0, SEEK_END);
    *said = calloc((size_t)size + 1, 1);
    assert_non_null(*said);
    assert_int_equal(pread(file, *said, (size_t)size, 0), size);
    close(file);
    return status;
}

// Runs it and expects this status and this part in what it says.
static inline void command_expect(command *run, struct fixture *fixture, const char *line,
                                  int status, const char *part)
{
    char *said = NULL;
    int found = command_run(run, fixture, line, &said);

    if (found != status || strstr(said, part) == NULL) {
        fail_msg("%s: status %d, no \"%s\" in:\n%s", line, found, part, said);
    }
    free(said);
}

#endif
