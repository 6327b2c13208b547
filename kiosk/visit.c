#include "visit.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LOG_MODULE "visit"
#include "base/log.h"

enum {
    SETTLE_STEPS = 200, // of the site, after the last touch
    STATE_DEPTH = 8,    // folders open at once while they are removed
};

static int64_t visit_now_ms(void *context)
{
    const struct visit *visit = context;

    return visit->start_ms + visit->mono_ms;
}

static int64_t visit_mono_ms(void *context)
{
    const struct visit *visit = context;

    return visit->mono_ms;
}

static void visit_random(void *context, void *out, size_t size)
{
    const struct visit *visit = context;

    visit->real->random(visit->real->context, out, size);
}

static int remove_entry(const char *path, const struct stat *stat, int type,
                        struct FTW *walk)
{
    (void)stat;
    (void)type;
    (void)walk;
    return remove(path);
}

static bool state_make(struct visit *visit)
{
    snprintf(visit->state, sizeof visit->state, "/tmp/regiebord-visit-XXXXXX");
    if (mkdtemp(visit->state) != NULL) {
        return true;
    }
    LOG_ERR("no folder can be made in /tmp");
    visit->state[0] = '\0';
    return false;
}

// Takes `text` over, as app_keep does.
static void visit_keep(struct visit *visit, const char *key, char *text)
{
    if (text != NULL) {
        site_keep(visit->site, key, text[0] == '\0' ? NULL : text);
        free(text);
    }
}

static void visit_recall(struct visit *visit)
{
    char *drafts = site_kept(visit->site, SESSION_DRAFTS);
    char *waits = site_kept(visit->site, SESSION_WAITS);

    session_recall(&visit->session, drafts, waits);
    free(drafts);
    free(waits);
}

static void visit_paper(struct visit *visit)
{
    char name[A4_NAME_BYTES];
    char *text = session_paper(&visit->session, name);

    if (text != NULL) {
        site_paper(visit->site, name, text);
        free(text);
    }
}

// The keeper's work.
static void visit_share(struct visit *visit)
{
    struct session *session = &visit->session;
    struct update *update = NULL;
    struct sync_state sync;

    while ((update = session_update(session)) != NULL) {
        if (!site_write(visit->site, update)) {
            LOG_ERR("what was touched could not be kept");
        }
        update_free(update);
        visit->step_ms = visit->mono_ms;
    }
    visit_paper(visit);
    visit_keep(visit, SESSION_DRAFTS, session_drafts(session));
    visit_keep(visit, SESSION_WAITS, session_waits(session));
    struct restore restore;
    if (session_restore(session, &restore)) {
        site_restore(visit->site, restore.board, restore.at_ms, restore.author);
        visit->step_ms = visit->mono_ms;
    }
    if (visit->mono_ms >= visit->step_ms) {
        visit->step_ms = visit->mono_ms + site_step(visit->site, false);
    }
    struct board_set *set = site_news(visit->site) ? site_boards(visit->site) : NULL;
    if (set != NULL) {
        session_take(session, set, visit->mono_ms);
    }
    int64_t past_ms;
    if (session_past_wish(session, &past_ms)) {
        session_take_past(session, site_past(visit->site, past_ms), past_ms);
    }
    memset(&sync, 0, sizeof sync);
    site_sync(visit->site, &sync);
    if (memcmp(&sync, &session->sync, sizeof sync) != 0) {
        session_sync(session, &sync);
    }
}

static void visit_draw(struct visit *visit)
{
    if (session_draw(&visit->session, visit->mono_ms, visit_now_ms(visit)) &&
        visit->shown != NULL) {
        visit->shown(visit->shown_context, &visit->session.list);
    }
}

bool visit_open(struct visit *visit, const char *share_dir, const char *state_dir,
                const struct env *env, struct panel panel,
                const struct text_measure *measure)
{
    *visit = (struct visit){.real = env, .start_ms = env->now_ms(env->context)};
    visit->env = *env;
    visit->env.context = visit;
    visit->env.now_ms = visit_now_ms;
    visit->env.mono_ms = visit_mono_ms;
    visit->env.random = visit_random;
    session_init(&visit->session, panel, measure, 0);
    if (state_dir == NULL && !state_make(visit)) {
        return false;
    }
    visit->site = site_open(
        &(struct site_options){.share_dir = share_dir,
                               .state_dir = state_dir != NULL ? state_dir : visit->state,
                               .env = &visit->env});
    if (visit->site != NULL) {
        visit_recall(visit);
        visit_share(visit);
    }
    return visit->session.set != NULL;
}

void visit_close(struct visit *visit)
{
    struct update *update = NULL;

    if (visit->site != NULL) {
        session_rest(&visit->session);
        visit_keep(visit, SESSION_DRAFTS, session_drafts(&visit->session));
        while ((update = session_update(&visit->session)) != NULL) {
            site_write(visit->site, update);
            update_free(update);
        }
        visit_paper(visit);
        for (int i = 0; i < SETTLE_STEPS && !site_settled(visit->site); i++) {
            visit->mono_ms += site_step(visit->site, false);
        }
        site_close(visit->site);
    }
    if (visit->state[0] != '\0') {
        nftw(visit->state, remove_entry, STATE_DEPTH, FTW_DEPTH | FTW_PHYS);
    }
    session_finish(&visit->session);
}

void visit_feed(struct visit *visit, const struct sample *sample)
{
    session_feed(&visit->session, sample);
    visit_draw(visit);
}

void visit_pass(struct visit *visit, int64_t ms)
{
    int64_t until = visit->mono_ms + ms;

    while (visit->mono_ms < until) {
        int64_t left = until - visit->mono_ms;
        visit->mono_ms += left < VISIT_STEP_MS ? left : VISIT_STEP_MS;
        visit_share(visit);
        session_tick(&visit->session, visit->mono_ms, visit_now_ms(visit));
        visit_draw(visit);
    }
}
