// What the commands that show a screen are asked: one set of options for run, render,
// describe and play.
#ifndef REGIEBORD_OPTIONS_H
#define REGIEBORD_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/env.h"
#include "base/hours.h"
#include "screen/turn.h"
#include "settings.h"
#include "view/metrics.h"
#include "view/ui.h"

enum { EXIT_FINE = 0, EXIT_FAILED = 1, EXIT_USAGE = 2, EXIT_UNSOUND = 3 };

struct options {
    const char *share, *state, *board, *select, *out, *script, *fonts, *trace, *record,
        *replay, *pin, *power_command;
    struct panel panel; // width_px 0: that of the display
    enum screen_id screen;
    enum lang lang;
    struct hours curtain;
    struct hours night; // when the screen is off
    bool curtain_told;  // else run closes it at the usual hours, the others never
    bool dark, windowed, fps;
    bool check;  // every frame against one that is painted whole
    bool locked; // no way out by keyboard, and it waits for a screen
    enum turn turn;
    struct settings settings; // owned; of --config
    int page, offset_px;
    int64_t now_ms;  // 0: the machine's clock
    int64_t past_ms; // the boards of this moment; 0: as they are
};

// Reads the options of a command (argv[0] is its name), in their order: what comes later
// goes before what came sooner, also before the settings of --config. False when they are
// wrong: the reason and what to do are on stderr. options_finish in any case.
bool options_read(struct options *options, int argc, char **argv);

void options_finish(struct options *options);

// Puts the place, board, language and theme asked for into a ui.
void options_place(const struct options *options, struct ui *ui);

// The environment with the clock that was asked for: it starts at now_ms, and stands still
// when `still`.
struct clock_env {
    struct env env;
    const struct env *real;
    int64_t start_ms, mono_ms;
    bool still;
};

// For commands that have options of their own: takes `--now T` out of argv and gives the
// environment that it asks for. NULL when the time is wrong (said on stderr).
const struct env *options_clock(int *argc, char **argv, const struct env *real,
                                struct clock_env *out);

const struct env *options_env(const struct options *options, const struct env *real,
                              bool still, struct clock_env *out);

#endif
