#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/day.h"
#include "base/pin.h"
#include "session.h"

enum {
    OPT_SHARE = 256,
    OPT_STATE,
    OPT_BOARD,
    OPT_SCREEN,
    OPT_SELECT,
    OPT_SIZE,
    OPT_MM,
    OPT_DISTANCE,
    OPT_THEME,
    OPT_LANG,
    OPT_NOW,
    OPT_AT,
    OPT_WINDOWED,
    OPT_FPS,
    OPT_FONTS,
    OPT_TRACE,
    OPT_LOW_VISION,
    OPT_PAGE,
    OPT_SCROLL,
    OPT_RECORD,
    OPT_REPLAY,
    OPT_CURTAIN,
    OPT_CONFIG,
    OPT_ROTATE,
    OPT_LOCKED,
    OPT_PIN,
    OPT_NIGHT,
    OPT_POWER_COMMAND,
    OPT_CHECK_FRAMES
};

static const struct option table[] = {
    {"share", required_argument, NULL, OPT_SHARE},
    {"state", required_argument, NULL, OPT_STATE},
    {"board", required_argument, NULL, OPT_BOARD},
    {"screen", required_argument, NULL, OPT_SCREEN},
    {"select", required_argument, NULL, OPT_SELECT},
    {"size", required_argument, NULL, OPT_SIZE},
    {"mm", required_argument, NULL, OPT_MM},
    {"distance", required_argument, NULL, OPT_DISTANCE},
    {"theme", required_argument, NULL, OPT_THEME},
    {"lang", required_argument, NULL, OPT_LANG},
    {"now", required_argument, NULL, OPT_NOW},
    {"at", required_argument, NULL, OPT_AT},
    {"windowed", no_argument, NULL, OPT_WINDOWED},
    {"fps-overlay", no_argument, NULL, OPT_FPS},
    {"font-dir", required_argument, NULL, OPT_FONTS},
    {"trace", required_argument, NULL, OPT_TRACE},
    {"low-vision", no_argument, NULL, OPT_LOW_VISION},
    {"page", required_argument, NULL, OPT_PAGE},
    {"scroll", required_argument, NULL, OPT_SCROLL},
    {"record", required_argument, NULL, OPT_RECORD},
    {"replay", required_argument, NULL, OPT_REPLAY},
    {"curtain", required_argument, NULL, OPT_CURTAIN},
    {"config", required_argument, NULL, OPT_CONFIG},
    {"rotate", required_argument, NULL, OPT_ROTATE},
    {"locked", no_argument, NULL, OPT_LOCKED},
    {"pin", required_argument, NULL, OPT_PIN},
    {"night", required_argument, NULL, OPT_NIGHT},
    {"power-command", required_argument, NULL, OPT_POWER_COMMAND},
    {"check-frames", no_argument, NULL, OPT_CHECK_FRAMES},
    {"output", required_argument, NULL, 'o'},
    {NULL, 0, NULL, 0},
};

static bool wrong(const char *option, const char *value, const char *expected)
{
    fprintf(stderr, "regiebord: --%s %s: expected %s\n", option, value, expected);
    return false;
}

static bool read_size(struct panel *panel, const char *text)
{
    int length = 0;

    if (sscanf(text, "%5dx%5d%n", &panel->width_px, &panel->height_px, &length) != 2 ||
        text[length] != '\0' || panel->width_px < 320 || panel->height_px < 240 ||
        panel->width_px > 7680 || panel->height_px > 7680) {
        return wrong("size", text, "pixels such as 1920x1080, from 320x240 to 7680x7680");
    }
    return true;
}

static bool read_mm(struct panel *panel, const char *text)
{
    int length = 0;

    if (sscanf(text, "%lfx%lf%n", &panel->width_mm, &panel->height_mm, &length) != 2 ||
        text[length] != '\0' ||
        !(panel->width_mm >= 20 && panel->width_mm <= 5000 && panel->height_mm >= 20 &&
          panel->height_mm <= 5000)) {
        return wrong(
            "mm", text,
            "the panel's visible width and height in millimetres, such as 1218x685");
    }
    return true;
}

static bool read_distance(struct panel *panel, const char *text)
{
    char *end = NULL;

    panel->distance_m = strtod(text, &end);
    if (end == text || *end != '\0' ||
        !(panel->distance_m >= 0.2 && panel->distance_m <= 20)) {
        return wrong("distance", text, "metres between eye and panel, from 0.2 to 20");
    }
    return true;
}

static bool read_now(struct options *options, const char *text)
{
    int32_t day = 0;
    int minute = 0;

    if (!day_read(text, &day, &minute)) {
        return wrong("now", text, "a date and time such as 2025-11-11T10:42");
    }
    options->now_ms = day_moment_ms(day, minute < 0 ? 12 * 60 : minute);
    return true;
}

static bool read_at(struct options *options, const char *text)
{
    return day_read_moment(text, &options->past_ms) ||
           wrong("at", text, "a date, or a date and time such as 2025-11-11T10:42");
}

static bool read_command(struct options *options, const char *text)
{
    options->power_command = text;
    return access(text, X_OK) == 0 ||
           wrong("power-command", text,
                 "the path of a program that may be run; it is given on or off");
}

static bool read_number(const char *option, const char *text, int *out)
{
    char *end = NULL;
    long value = strtol(text, &end, 10);

    if (end == text || *end != '\0' || value < 0 || value > 1000000) {
        return wrong(option, text, "a whole number");
    }
    *out = (int)value;
    return true;
}

static bool read_choice(const char *option, const char *text, const char *first,
                        const char *second, bool *is_second)
{
    char expected[64];

    if (strcmp(text, first) != 0 && strcmp(text, second) != 0) {
        snprintf(expected, sizeof expected, "%s or %s", first, second);
        return wrong(option, text, expected);
    }
    *is_second = strcmp(text, second) == 0;
    return true;
}

static bool read_screen(struct options *options, const char *text)
{
    options->screen = screen_find(text);
    return options->screen != SCREEN_COUNT ||
           wrong(
               "screen", text,
               "one of bord aandacht cel ambitie kolom kaart vergadering trekkers verloop "
               "zoeken afkortingen borden toetsenbord wijzigingen pincode beheer");
}

static bool read_rotate(struct options *options, const char *text)
{
    int degrees = 0;

    return (read_number("rotate", text, &degrees) && turn_of(degrees, &options->turn)) ||
           wrong("rotate", text, "the quarter turns 0, 90, 180 or 270");
}

static bool read_pin(struct options *options, const char *text)
{
    if (!pin_sound(text)) {
        return wrong("pin", "(not shown)", "4 to 6 digits");
    }
    options->pin = text;
    return true;
}

static bool option_take(struct options *options, int option, const char *value);

// A line of the settings file: an option without its dashes; what takes no value there says
// yes or no here, and what says nothing stays as it is without it.
static bool setting_take(void *options, const char *name, const char *value)
{
    const struct option *found = table;

    while (found->name != NULL && strcmp(found->name, name) != 0) {
        found++;
    }
    if (found->name == NULL || found->val == OPT_CONFIG) {
        return false;
    }
    bool flag = found->has_arg == no_argument;
    bool off = value[0] == '\0' || (flag && strcmp(value, "no") == 0);
    if (flag && !off && strcmp(value, "yes") != 0) {
        return wrong(name, value, "yes or no");
    }
    return off || option_take(options, found->val, value);
}

// A wall must not stay dark for a file that is not there or has a wrong line: Beheer says
// it.
static void read_config(struct options *options, const char *path)
{
    if (!settings_read(&options->settings, path, setting_take, options)) {
        options->settings.faults = 1;
        snprintf(options->settings.first, sizeof options->settings.first, "%.150s", path);
    }
}

static bool option_take(struct options *options, int option, const char *value)
{
    bool second = false;
    bool fine = true;

    switch (option) {
    case OPT_SHARE: options->share = value; break;
    case OPT_STATE: options->state = value; break;
    case OPT_BOARD: options->board = value; break;
    case OPT_SELECT: options->select = value; break;
    case OPT_FONTS: options->fonts = value; break;
    case OPT_TRACE: options->trace = value; break;
    case OPT_RECORD: options->record = value; break;
    case OPT_REPLAY: options->replay = value; break;
    case 'o': options->out = value; break;
    case OPT_WINDOWED: options->windowed = true; break;
    case OPT_FPS: options->fps = true; break;
    case OPT_CHECK_FRAMES: options->check = true; break;
    case OPT_LOCKED: options->locked = true; break;
    case OPT_CONFIG: read_config(options, value); break;
    case OPT_ROTATE: fine = read_rotate(options, value); break;
    case OPT_PIN: fine = read_pin(options, value); break;
    case OPT_LOW_VISION: options->panel.low_vision = true; break;
    case OPT_SCREEN: fine = read_screen(options, value); break;
    case OPT_SIZE: fine = read_size(&options->panel, value); break;
    case OPT_MM: fine = read_mm(&options->panel, value); break;
    case OPT_DISTANCE: fine = read_distance(&options->panel, value); break;
    case OPT_CURTAIN:
        options->curtain_told = true;
        fine =
            hours_read(value, &options->curtain) || wrong("curtain", value, HOURS_EXPECTED);
        break;
    case OPT_NIGHT:
        fine = hours_read(value, &options->night) || wrong("night", value, HOURS_EXPECTED);
        break;
    case OPT_POWER_COMMAND: fine = read_command(options, value); break;
    case OPT_NOW: fine = read_now(options, value); break;
    case OPT_AT: fine = read_at(options, value); break;
    case OPT_PAGE: fine = read_number("page", value, &options->page); break;
    case OPT_SCROLL: fine = read_number("scroll", value, &options->offset_px); break;
    case OPT_THEME:
        fine = read_choice("theme", value, "light", "dark", &options->dark);
        break;
    case OPT_LANG:
        fine = read_choice("lang", value, "nl", "en", &second);
        options->lang = second ? LANG_EN : LANG_NL;
        break;
    default:
        fine = false; // getopt has said why
        break;
    }
    return fine;
}

static int64_t now_ms(const struct options *options)
{
    const struct env *env = env_system();

    return options->now_ms != 0 ? options->now_ms : env->now_ms(env->context);
}

bool options_read(struct options *options, int argc, char **argv)
{
    int option = 0;

    *options = (struct options){.screen = SCREEN_BOARD};
    optind = 0;
    while ((option = getopt_long(argc, argv, "o:", table, NULL)) != -1) {
        if (!option_take(options, option, optarg)) {
            fprintf(stderr, "regiebord: see regiebord --help\n");
            return false;
        }
    }
    if (options->past_ms > now_ms(options)) {
        fprintf(stderr, "regiebord: --at: that is still to come, see regiebord --help\n");
        return false;
    }
    if (options->past_ms != 0 && !session_shows_past(options->screen)) {
        fprintf(stderr,
                "regiebord: --at: %s shows today only; of another moment there is bord, "
                "cel, ambitie, kolom or kaart, see regiebord --help\n",
                screen_name(options->screen));
        return false;
    }
    if (optind < argc && strcmp(argv[0], "play") == 0) {
        options->script = argv[optind++];
    }
    if (optind < argc) {
        fprintf(stderr, "regiebord: %s does not take '%s', see regiebord --help\n", argv[0],
                argv[optind]);
        return false;
    }
    return true;
}

void options_place(const struct options *options, struct ui *ui)
{
    snprintf(ui->board, sizeof ui->board, "%.35s",
             options->board == NULL ? "" : options->board);
    snprintf(ui->here.select, sizeof ui->here.select, "%.71s",
             options->select == NULL ? "" : options->select);
    ui->here.screen = options->screen;
    ui->here.page = options->page;
    ui->past_ms = options->past_ms;
    ui->dark = options->dark;
    ui->lang = options->lang;
    ui->night = options->night;
    if (options->screen == SCREEN_TREND) {
        trend_ui_open(&ui->trend, ui->here.select, false, 0);
    }
    if (options->screen == SCREEN_SEARCH) {
        snprintf(ui->query, sizeof ui->query, "%.95s", ui->here.select);
        ui->here.select[0] = '\0';
    }
}

void options_finish(struct options *options)
{
    settings_finish(&options->settings);
}

static int64_t clock_now_ms(void *context)
{
    const struct clock_env *clock = context;

    return clock->start_ms +
           (clock->still ? 0 : clock->real->mono_ms(clock->real->context) - clock->mono_ms);
}

static int64_t clock_mono_ms(void *context)
{
    const struct clock_env *clock = context;

    return clock->real->mono_ms(clock->real->context);
}

static void clock_random(void *context, void *out, size_t size)
{
    const struct clock_env *clock = context;

    clock->real->random(clock->real->context, out, size);
}

const struct env *options_env(const struct options *options, const struct env *real,
                              bool still, struct clock_env *out)
{
    if (options->now_ms == 0) {
        return real;
    }
    *out = (struct clock_env){.env = *real,
                              .real = real,
                              .start_ms = options->now_ms,
                              .mono_ms = real->mono_ms(real->context),
                              .still = still};
    out->env.context = out;
    out->env.now_ms = clock_now_ms;
    out->env.mono_ms = clock_mono_ms;
    out->env.random = clock_random;
    return &out->env;
}

const struct env *options_clock(int *argc, char **argv, const struct env *real,
                                struct clock_env *out)
{
    struct options options = {0};
    int kept = 1;

    for (int i = 1; i < *argc; i++) {
        if (strcmp(argv[i], "--now") == 0 && i + 1 < *argc) {
            if (!read_now(&options, argv[++i])) {
                return NULL;
            }
        } else {
            argv[kept++] = argv[i];
        }
    }
    *argc = kept;
    argv[kept] = NULL;
    return options_env(&options, real, true, out);
}
