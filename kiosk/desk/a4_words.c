#include "desk/a4_words.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "desk/a4.h"

static const char *or_nothing(const char *text)
{
    return text == NULL ? "" : text;
}

const char *words_format(struct arena *arena, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    const char *text = arena_format_list(arena, format, args);
    va_end(args);
    return or_nothing(text);
}

const char *words_join(struct arena *arena, const char *between, ...)
{
    const char *all = "";
    va_list args;

    va_start(args, between);
    for (const char *text = va_arg(args, const char *); text != NULL;
         text = va_arg(args, const char *)) {
        if (text[0] != '\0') {
            all = all[0] == '\0' ? text : words_format(arena, "%s%s%s", all, between, text);
        }
    }
    va_end(args);
    return all;
}

const char *words_day(struct arena *arena, int32_t day)
{
    static const char *const months[] = {"januari",   "februari", "maart",    "april",
                                         "mei",       "juni",     "juli",     "augustus",
                                         "september", "oktober",  "november", "december"};

    if (day == DAY_NONE) {
        return "";
    }
    struct date date = day_date(day);
    return words_format(arena, "%d %s %d", date.day, months[date.month - 1], date.year);
}

const char *words_clock(struct arena *arena, int minute)
{
    return minute < 0 ? "" : words_format(arena, "%02d.%02d uur", minute / 60, minute % 60);
}

const char *words_moment(struct arena *arena, int64_t now_ms)
{
    int32_t day = 0;
    int minute = 0;

    day_local(now_ms, &day, &minute);
    return words_format(arena, "%s, %02d.%02d", words_day(arena, day), minute / 60,
                        minute % 60);
}

const char *words_count(struct arena *arena, size_t count, const char *one,
                        const char *many)
{
    return words_format(arena, "%zu %s", count, count == 1 ? one : many);
}

// 46 dagen, 20 weken, ruim 2 jaar.
static const char *words_days(struct arena *arena, int days)
{
    enum { WEEKS_FROM = 61, YEARS_FROM = 731, WEEK = 7, YEAR = 365 };

    if (days == DAY_NONE || days < 0) {
        return "";
    }
    if (days >= YEARS_FROM) {
        return words_format(arena, "ruim %d jaar", days / YEAR);
    }
    return days >= WEEKS_FROM ? words_count(arena, (size_t)days / WEEK, "week", "weken")
                              : words_count(arena, (size_t)days, "dag", "dagen");
}

const char *words_name(struct arena *arena, const char *name)
{
    char *copy = arena_string(arena, name);

    if (copy != NULL && copy[0] >= 'a' && copy[0] <= 'z') {
        copy[0] = (char)(copy[0] - 'a' + 'A');
    }
    return or_nothing(copy);
}

const char *words_kind(enum attention_kind kind)
{
    static const char *const words[ATTENTION_KIND_COUNT] = {
        "geëscaleerd", "knelpunt", "aandacht",   "over tijd",
        "verschoven",  "stil",     "uit de pas", "ontbreekt"};

    return words[kind];
}

int words_mark(enum attention_kind kind)
{
    static const int marks[ATTENTION_KIND_COUNT] = {
        SIGN_ESCALATED,  SIGN_BOTTLENECK, SIGN_ATTENTION, A4_MARK_OVERDUE,
        A4_MARK_SHIFTED, SIGN_SILENT,     A4_MARK_PACE,   SIGN_NONE};

    return marks[kind];
}

// "besluit, 46 dagen op trede werkgroep; gevraagd: ..., voor 11 december 2025".
static const char *stuck(struct arena *arena, const struct board *board,
                         const struct attention *attention)
{
    const struct track *track = attention->track;
    const struct bottleneck *open = track->bottleneck;
    const char *days = words_days(arena, attention->days);
    const char *rung = "";
    const char *asked = "";
    const char *by = "";

    if (open != NULL) {
        rung = board->rungs[open->rung].name;
        asked = open->asked;
        by = words_day(arena, open->by);
    }
    const char *where = rung[0] == '\0'   ? days
                        : days[0] == '\0' ? words_format(arena, "ligt bij %s", rung)
                        : attention->kind == ATTENTION_ESCALATED
                            ? words_format(arena, "%s bij %s", days, rung)
                            : words_format(arena, "%s vast, nu bij %s", days, rung);
    const char *lingers =
        attention->lingers
            ? words_format(arena, "langer dan %d dagen op deze trede", board->rung_days)
            : "";
    const char *told = words_join(arena, ", ", track->reason, where, lingers, NULL);
    const char *wanted =
        asked[0] == '\0' && by[0] == '\0'
            ? ""
            : words_join(arena, " ", "gevraagd:", asked[0] == '\0' ? "een besluit" : asked,
                         by[0] == '\0' ? "" : words_format(arena, "(uiterlijk %s)", by),
                         NULL);
    return words_join(arena, "; ", told, wanted, NULL);
}

// "2022, toen 2023, nu 2025".
static const char *trail(struct arena *arena, const struct action *action)
{
    const char *all = action->shift_count == 0 ? "" : action->shifts[0].from;

    for (size_t i = 0; i < action->shift_count; i++) {
        bool last = i + 1 == action->shift_count;
        all =
            words_join(arena, last ? ", nu " : ", toen ", all, action->shifts[i].to, NULL);
    }
    return all;
}

static const char *apart(struct arena *arena, const struct board *board,
                         const struct attention *attention)
{
    struct pace pace;
    const char *ahead = "";
    const char *behind = "";

    if (attention->goal != NULL) {
        pace_of_goal(board, attention->goal, &pace);
    } else {
        pace_of(board, attention->ambition, &pace);
    }
    for (size_t i = 0; i < board->column_count && pace.known; i++) {
        int stage = pace.stages[i];
        if (stage == pace.furthest) {
            ahead = words_join(arena, " en ", ahead, board->columns[i].title, NULL);
        } else if (stage == pace.least) {
            behind = words_join(arena, " en ", behind, board->columns[i].title, NULL);
        }
    }
    return words_format(
        arena, "%s verschil: %s is het verst, %s het minst ver",
        words_count(arena, (size_t)(pace.known ? pace.spread : 0), "stap", "stappen"),
        ahead, behind);
}

const char *words_exception(struct arena *arena, const struct board *board,
                            const struct attention *attention)
{
    const struct action *action = attention->action;
    const struct track *track = attention->track;
    const char *what = action != NULL            ? action->title
                       : attention->goal != NULL ? attention->goal->title
                                                 : attention->ambition->title;
    const char *where = track == NULL ? "" : track->column->title;
    const char *why = "";

    switch (attention->kind) {
    case ATTENTION_ESCALATED:
    case ATTENTION_BOTTLENECK: why = stuck(arena, board, attention); break;
    case ATTENTION_HEALTH:
        why = words_join(arena, ", ", track->reason, words_days(arena, attention->days),
                         NULL);
        break;
    case ATTENTION_OVERDUE:
        where = "";
        why = words_join(
            arena, ", ", words_format(arena, "Gepland: %s", action->due_text),
            attention->days == DAY_NONE
                ? ""
                : words_format(arena, "%s over tijd", words_days(arena, attention->days)),
            NULL);
        break;
    case ATTENTION_SHIFTED:
        where = "";
        why = words_format(arena, "%s verschoven: %s",
                           words_count(arena, action->shift_count, "keer", "keer"),
                           trail(arena, action));
        break;
    case ATTENTION_SILENT:
        why =
            words_format(arena, "niets gemeld sinds %s", words_day(arena, track->reported));
        break;
    case ATTENTION_PACE:
        where = "";
        why = apart(arena, board, attention);
        break;
    case ATTENTION_GAP:
    case ATTENTION_KIND_COUNT: break;
    }
    const char *told = words_join(arena, ": ", where, why, NULL);
    return words_join(arena, ". ", what, told, NULL);
}

const char *words_movement(struct arena *arena, const struct movement *movement)
{
    const struct {
        int count;
        const char *one, *many;
    } parts[] = {
        {movement->forward, "stap vooruit", "stappen vooruit"},
        {movement->back, "stap terug", "stappen terug"},
        {movement->new_bottlenecks, "nieuw knelpunt", "nieuwe knelpunten"},
        {movement->finished, "spoor afgerond", "sporen afgerond"},
    };
    const char *all = "";

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].count > 0) {
            all = words_join(
                arena, ", ", all,
                words_count(arena, (size_t)parts[i].count, parts[i].one, parts[i].many),
                NULL);
        }
    }
    return all[0] == '\0' ? "niets verschoven" : all;
}

const char *words_gaps(struct arena *arena, const struct gaps *gaps)
{
    const struct {
        size_t count;
        const char *one, *many;
    } parts[] = {
        {gaps->goals_without_action, "doel zonder actie", "doelen zonder actie"},
        {gaps->tracks_without_lead, "spoor zonder trekker", "sporen zonder trekker"},
        {gaps->actions_without_funding, "actie zonder dekking", "acties zonder dekking"},
        {gaps->actions_without_due, "actie zonder datum", "acties zonder datum"},
        {gaps->actions_without_track, "actie zonder kolom", "acties zonder kolom"},
        {gaps->actions_twice, "actie die er dubbel staat", "acties die er dubbel staan"},
        {gaps->loose_references, "verwijzing die nergens uitkomt",
         "verwijzingen die nergens uitkomen"},
    };
    const char *all = "";

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].count > 0) {
            all = words_join(
                arena, ", ", all,
                words_count(arena, parts[i].count, parts[i].one, parts[i].many), NULL);
        }
    }
    return all[0] == '\0'
               ? ""
               : words_join(arena, " ", "In het plan ontbreekt of klopt niet:", all, NULL);
}
