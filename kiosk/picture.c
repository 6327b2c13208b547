#include "picture.h"

#define LOG_MODULE "render"

#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "share/share.h"

struct screen *picture_create(const struct options *options)
{
    struct panel panel = picture_panel(options);
    struct screen_options wanted = {.headless = true,
                                    .width_px = panel.width_px,
                                    .height_px = panel.height_px,
                                    .font_dir = options->fonts,
                                    .verify = options->check};

    return screen_create(&wanted);
}

bool picture_save(struct screen *screen, const struct draw_list *list, const char *path)
{
    screen_show(screen, list);
    return screen_save_png(screen, path);
}

struct panel picture_panel(const struct options *options)
{
    struct panel panel = options->panel;

    if (panel.width_px == 0) {
        panel.width_px = 1920;
        panel.height_px = 1080;
    }
    return panel;
}

static struct board_set *set_read(const struct options *options, const struct env *env,
                                  struct session *session)
{
    int64_t written_ms = 0;
    struct board_set *set =
        share_load_sync(options->share, options->state, env, &session->sync, &written_ms);

    if (set != NULL && set->trouble[0] != '\0') {
        LOG_WARN("%s/board.sqlite cannot be read (%s); the screen says so", options->share,
                 set->trouble);
    }
    return set;
}

// The boards of another moment. False when there are none.
static bool past_read(const struct options *options, const struct env *env,
                      struct session *session)
{
    struct board_set *set = share_load_past(options->share, env, options->past_ms);
    const struct board *open = session_board(session);
    const char *wanted = options->board != NULL ? options->board
                         : open != NULL         ? open->slug
                                                : "";

    if (set == NULL || board_set_find(set, wanted) == NULL) {
        fprintf(stderr, "regiebord: there was no board '%s' in %s at that moment\n", wanted,
                options->share);
        board_set_free(set);
        return false;
    }
    session_take_past(session, set, options->past_ms);
    return true;
}

// What a screen shows, for both commands: makes the list, then `use` does something
// with it.
static int screen_make(int argc, char **argv,
                       bool (*use)(struct screen *, struct session *,
                                   const struct options *))
{
    struct options options;
    struct clock_env clock;
    struct screen *screen = NULL;
    struct session session = {0};
    int result = EXIT_FAILED;

    if (!options_read(&options, argc, argv)) {
        return EXIT_USAGE;
    }
    if (options.share == NULL) {
        fprintf(stderr,
                "regiebord: %s needs --share DIR, the folder that holds board.sqlite\n",
                argv[0]);
        return EXIT_USAGE;
    }
    const struct env *env = options_env(&options, env_system(), true, &clock);
    screen = picture_create(&options);
    if (screen == NULL) {
        goto out;
    }
    session_init(&session, picture_panel(&options), screen_measure(screen), 0);
    int64_t now_ms = env->now_ms(env->context);
    struct board_set *set = set_read(&options, env, &session);
    if (set == NULL) {
        goto out;
    }
    session_take(&session, set, 0);
    options_place(&options, &session.ui);
    session.curtain.hours = options.curtain;
    scroll_limit(&session.scroll, 1 << 24, 0);
    scroll_to(&session.scroll, options.offset_px);
    if (options.screen == SCREEN_SEARCH) {
        field_set(&session.keyboard.field, session.ui.query);
    }
    if (options.board != NULL && board_set_find(set, options.board) == NULL) {
        fprintf(stderr, "regiebord: there is no board '%s' in %s\n", options.board,
                options.share);
        goto out;
    }
    if (options.past_ms != 0 && !past_read(&options, env, &session)) {
        goto out;
    }
    session_draw(&session, 0, now_ms);
    result = use(screen, &session, &options) ? EXIT_FINE : EXIT_FAILED;
out:
    session_finish(&session);
    screen_destroy(screen);
    return result;
}

static bool use_render(struct screen *screen, struct session *session,
                       const struct options *options)
{
    return picture_save(screen, &session->list,
                        options->out == NULL ? "regiebord.png" : options->out);
}

static bool use_describe(struct screen *screen, struct session *session,
                         const struct options *options)
{
    (void)screen;
    if (options->out == NULL) {
        view_describe(&session->list, stdout);
        return true;
    }
    FILE *file = fopen(options->out, "w");
    if (file == NULL) {
        LOG_ERR("cannot write %s", options->out);
        return false;
    }
    draw_dump(&session->list, file);
    return fclose(file) == 0;
}

int render_command(int argc, char **argv)
{
    return screen_make(argc, argv, use_render);
}

int describe_command(int argc, char **argv)
{
    return screen_make(argc, argv, use_describe);
}
