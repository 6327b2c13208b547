// A visit without a window: a session and a site on one clock of their own, which moves
// only when it is told to. What is touched is kept and shared as in the kiosk.
#ifndef REGIEBORD_VISIT_H
#define REGIEBORD_VISIT_H

#include "base/env.h"
#include "session.h"
#include "share/site.h"

enum { VISIT_STEP_MS = 10 }; // between two looks at the session

struct visit {
    struct session session;
    struct site *site;      // owned
    struct env env;         // the machine, with this clock
    const struct env *real; // not owned
    int64_t mono_ms;        // the clock
    int64_t start_ms;       // wall clock at mono_ms 0
    int64_t step_ms;        // when the site is due
    char state[64];         // folder of its own when none was given; "" else
    void (*shown)(void *context, const struct draw_list *list); // every frame; may be NULL
    void *shown_context;                                        // not owned
};

// `shown` is to be set after this. `state_dir` NULL: a folder of its own, which goes with
// the visit. The clock starts where `env` is. False (logged) when the log cannot be opened
// or nothing can be read; visit_close all the same.
bool visit_open(struct visit *visit, const char *share_dir, const char *state_dir,
                const struct env *env, struct panel panel,
                const struct text_measure *measure);

// Shares what was touched last, then closes. Fine on a visit that was never opened (all
// zero).
void visit_close(struct visit *visit);

void visit_feed(struct visit *visit, const struct sample *sample);
// Lets time pass.
void visit_pass(struct visit *visit, int64_t ms);

#endif
