// What tests of changes share: a visit at a small board, and touches without a finger.
// Include cmocka.h first.
#ifndef REGIEBORD_TESTS_CHANGE_FIXTURE_H
#define REGIEBORD_TESTS_CHANGE_FIXTURE_H

#include <stdio.h>
#include <string.h>

#include "board_fixture.h"
#include "change.h"
#include "view_fixture.h"

static const char LIFE[] =
    "track b/1.1a/g lead=aanbieders\n"
    "track b/1.1a/j lead=aanbieders\n"
    "track b/1.1b/g lead=wijkteam\n"
    "@ 2025-10-30 10:00\nby aanbieders\n"
    "! track b/1.1a/g health=knelpunt|stage=beleggen|reason=besluit|reported=2025-10-30\n"
    "! track b/1.1a/j health=op koers|stage=vertalen|reported=2025-10-30\n";

static inline void visit_begin(struct session *session)
{
    session_init(session, panel_named("55\" HD"), &ruler, 0);
    session->clock_ms = day_moment_ms(fixture_day("2025-11-11"), 642);
    session_take(session, fixture_plan_with(LIFE), 0);
}

static inline void visit_as(struct session *session, const char *name)
{
    visit_begin(session);
    snprintf(session->ui.who, sizeof session->ui.who, "%s", name);
}

static inline const struct track *track_of(const struct session *session,
                                           const char *select)
{
    const struct action *action = NULL;
    const struct track *track = NULL;

    assert_true(change_subject(session, select, &action, &track));
    assert_non_null(track);
    return track;
}

static inline void touch(struct session *session, enum update_kind kind, const char *select,
                         int number, const char *text)
{
    struct intent intent = {.kind = INTENT_CHANGE, .amount = (int)kind, .number = number};

    snprintf(intent.select, sizeof intent.select, "%s", select);
    snprintf(intent.text, sizeof intent.text, "%s", text);
    change_apply(session, &intent, 1000);
}

static inline void greet(struct session *session, const char *name)
{
    struct intent intent = {.kind = INTENT_WHO};

    snprintf(intent.select, sizeof intent.select, "%s", name);
    change_apply(session, &intent, 1000);
}

static inline void undo(struct session *session)
{
    struct intent intent = {.kind = INTENT_UNDO, .number = -1};

    change_apply(session, &intent, 2000);
}

static inline int queued(struct session *session)
{
    int count = 0;

    for (struct update *update = session_update(session); update != NULL;
         update = session_update(session)) {
        assert_true(update->serial > 0);
        update_free(update);
        count++;
    }
    return count;
}

// The words of a track that a touch can change.
static inline void assert_track(const struct session *session, const char *select,
                                enum health health, int stage, const char *reason)
{
    const struct track *track = track_of(session, select);

    assert_int_equal(track->health, health);
    assert_int_equal(track->stage, stage);
    assert_string_equal(track->reason, reason);
}

#endif
