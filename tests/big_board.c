// Fills a shared folder with a programme of any size (big_fixture.h), for the bench:
//   big_board SHARE ACTIONS CHANGES [NOW_MS]
// The same for the same numbers, to the byte when NOW_MS is among them.
#include <stdio.h>

#include "base/env.h"
#include "big_fixture.h"
#include "steady_env.h"

int main(int argc, char **argv)
{
    const struct env *env = env_system();
    struct filling filling = {0};
    struct share_result result;

    if (argc < 4) {
        fprintf(stderr, "big_board SHARE ACTIONS CHANGES [NOW_MS]\n");
        return 2;
    }
    size_t actions = strtoul(argv[2], NULL, 10);
    size_t changes = strtoul(argv[3], NULL, 10);
    int64_t now_ms = argc > 4 ? strtoll(argv[4], NULL, 10) : env->now_ms(env->context);
    struct env fixed = steady_env(now_ms);
    bool filled = actions > 0 && filling_make(&filling, actions, changes, now_ms) &&
                  share_apply(argv[1], filling.edits, filling.count,
                              argc > 4 ? &fixed : env, &result);
    if (filled) {
        fprintf(stderr, "%zu actions, %zu edits\n", actions, filling.count);
    }
    filling_finish(&filling);
    return filled ? 0 : 1;
}
