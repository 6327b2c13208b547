#define LOG_MODULE "rhythm"
#include "board/rhythm.h"

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/utf8.h"

enum {
    TEXT_BYTES_MAX = 512,
    NAME_LEAST = 3, // bytes of a name that may be found inside other words
    ROUNDS_MAX = 400,
    ROUNDS_KEPT = ROUNDS_MAX / 2, // at least, of more
    MONTHS = 12,
};

// A rhythm as it is worked out.
struct rounds {
    const struct board *board;
    const struct rhythm *rhythm;
    int32_t today;
    int32_t start; // of the first round
    int32_t known; // the first day that the board knows of
    int months;    // of a round; 0: it counts in days
    int days;
    int count; // rounds that have begun by today
};

static bool contains(const char *text, const char *name)
{
    char in[TEXT_BYTES_MAX];
    char what[TEXT_BYTES_MAX];

    utf8_fold(text, in, sizeof in);
    utf8_fold(name, what, sizeof what);
    return strlen(what) >= NAME_LEAST && strstr(in, what) != NULL;
}

static bool was_held(const struct meeting *meeting, int32_t today)
{
    return meeting->day != DAY_NONE && meeting->day <= today &&
           (meeting->state != MEETING_PLANNED || meeting->day < today);
}

// Whether a meeting was a round of the rhythm. `once`: its title must have been named.
static bool names_it(const struct meeting *meeting, const struct rhythm *rhythm, bool once)
{
    if (contains(meeting->body, rhythm->title) ||
        contains(meeting->agenda, rhythm->title)) {
        return true;
    }
    return !once &&
           (contains(meeting->body, rhythm->who) ||
            contains(meeting->agenda, rhythm->who) || contains(rhythm->who, meeting->body));
}

// The first day of a meeting that was held or of a report; DAY_NONE: none.
static int32_t first_known(const struct board *board, int32_t today)
{
    int32_t first = DAY_NONE;

    for (size_t i = 0; i < board->meeting_count && first == DAY_NONE; i++) {
        first = was_held(&board->meetings[i], today) ? board->meetings[i].day : DAY_NONE;
    }
    for (size_t i = 0; i < board->track_count; i++) {
        int32_t day = board->tracks[i].reported;
        first = day != DAY_NONE && (first == DAY_NONE || day < first) ? day : first;
    }
    for (size_t i = 0; i < board->change_count; i++) {
        if (board->changes[i].track != NULL) {
            int32_t day = 0;
            day_local(board->changes[i].at_ms, &day, NULL);
            return first == DAY_NONE || day < first ? day : first;
        }
    }
    return first;
}

static int32_t months_after(int32_t day, int months)
{
    struct date date = day_date(day);

    date.month += months - 1;
    date.year += date.month / MONTHS;
    date.month = date.month % MONTHS + 1;
    // The 31st of a month that has none is its last day.
    while (date.day > 28 && !date_valid(date)) {
        date.day--;
    }
    return day_of(date);
}

// The first day of round `number`, from 0.
static int32_t round_start(const struct rounds *rounds, int number)
{
    return rounds->months > 0 ? months_after(rounds->start, number * rounds->months)
                              : rounds->start + number * rounds->days;
}

// Whole months where the days of a round are those of months, a day more or less.
static int whole_months(int days)
{
    int months = (days * MONTHS + 182) / 365;
    int off = days * MONTHS - months * 365;

    return months > 0 && off <= 2 * MONTHS && off >= -2 * MONTHS ? months : 0;
}

// How many rounds have begun by today, without going through all of them: a board may begin
// in the year 1.
static int rounds_begun(const struct rounds *rounds)
{
    if (rounds->start > rounds->today) {
        return 0;
    }
    if (rounds->months == 0) {
        return (rounds->today - rounds->start) / rounds->days + 1;
    }
    struct date from = day_date(rounds->start);
    struct date to = day_date(rounds->today);
    int last = ((to.year - from.year) * MONTHS + to.month - from.month) / rounds->months;
    return round_start(rounds, last) <= rounds->today ? last + 1 : last;
}

static bool rounds_open(struct rounds *rounds)
{
    const struct due period = due_read(rounds->board->period);

    rounds->known = first_known(rounds->board, rounds->today);
    rounds->start = period.from != DAY_NONE ? period.from : rounds->known;
    rounds->days = rounds->rhythm->due.every_days;
    rounds->months = whole_months(rounds->days);
    if (rounds->start == DAY_NONE || rounds->days < 1) {
        return false;
    }
    int count = rounds_begun(rounds);
    if (count >= ROUNDS_MAX && rounds->rhythm->due.kind == DUE_RECURRING) {
        // those of long ago are let go
        int gone = (count / ROUNDS_KEPT - 1) * ROUNDS_KEPT;
        rounds->start = round_start(rounds, gone);
        count -= gone;
    }
    rounds->count = count;
    return true;
}

// --- reports of leads ---

static bool is_report(const struct change *change)
{
    enum about about = change_about(change);

    return change->track != NULL && about != ABOUT_LEAD && change->after != NULL &&
           (about != ABOUT_OTHER || strcmp(change->table, "track") == 0);
}

// Notes in which rounds each track was reported on: a byte per track and round.
static void reports_note(const struct rounds *rounds, unsigned char *told)
{
    const struct board *board = rounds->board;
    int32_t starts[ROUNDS_MAX + 1];
    size_t rounds_each = (size_t)rounds->count; // of a track
    int64_t start_ms = day_moment_ms(rounds->start, 0);
    int64_t next_ms = day_moment_ms(round_start(rounds, 1), 0);
    int at = 0;

    for (size_t i = 0; i < board->change_count; i++) {
        const struct change *change = &board->changes[i];
        while (at < rounds->count && next_ms <= change->at_ms) {
            at++;
            next_ms = day_moment_ms(round_start(rounds, at + 1), 0);
        }
        if (at < rounds->count && is_report(change) && change->at_ms >= start_ms) {
            told[(size_t)(change->track - board->tracks) * rounds_each + (size_t)at] = 1;
        }
    }
    for (int k = 0; k <= rounds->count; k++) {
        starts[k] = round_start(rounds, k);
    }
    for (size_t i = 0; i < board->track_count; i++) {
        int32_t day = board->tracks[i].reported;
        for (int k = 0; day != DAY_NONE && k < rounds->count; k++) {
            if (day >= starts[k] && day < starts[k + 1]) {
                told[i * rounds_each + (size_t)k] = 1;
            }
        }
    }
}

// Whether every track that was reported by the end of a round had a report in it.
static bool all_told(const struct rounds *rounds, const unsigned char *told, int number)
{
    const struct board *board = rounds->board;
    bool any = false;

    for (size_t i = 0; i < board->track_count; i++) {
        enum health health = board->tracks[i].health;
        const unsigned char *row = &told[i * (size_t)rounds->count];
        bool before = false;
        for (int k = 0; k < number; k++) {
            before = before || row[k] != 0;
        }
        bool finished = health == HEALTH_DONE || health == HEALTH_DROPPED;
        if (before && row[number] == 0 && !finished) {
            return false;
        }
        any = any || row[number] != 0;
    }
    return any;
}

// The day of the newest report up to the end of a round, as far as that is known.
static int32_t told_last(const struct rounds *rounds, int number)
{
    const struct board *board = rounds->board;
    int32_t end = round_start(rounds, number + 1) - 1;
    int32_t last = round_start(rounds, number);
    int64_t end_ms = day_moment_ms(end + 1, 0);

    for (size_t i = board->change_count; i > 0; i--) {
        const struct change *change = &board->changes[i - 1];
        if (is_report(change) && change->at_ms < end_ms) {
            int32_t day = 0;
            day_local(change->at_ms, &day, NULL);
            last = day > last ? day : last;
            break;
        }
    }
    for (size_t i = 0; i < board->track_count; i++) {
        int32_t day = board->tracks[i].reported;
        last = day != DAY_NONE && day <= end && day > last ? day : last;
    }
    return last;
}

// --- both ---

// The last day in [from, to] on which a meeting was a round; DAY_NONE: none was.
static int32_t held_in(const struct rounds *rounds, int32_t from, int32_t to, bool once)
{
    const struct board *board = rounds->board;
    int32_t last = DAY_NONE;

    for (size_t i = 0; i < board->meeting_count; i++) {
        const struct meeting *meeting = &board->meetings[i];
        if (was_held(meeting, rounds->today) && meeting->day >= from &&
            meeting->day <= to && names_it(meeting, rounds->rhythm, once)) {
            last = meeting->day; // they come by moment
        }
    }
    return last;
}

// The day on which a round took place; DAY_NONE: it did not.
static int32_t round_held(const struct rounds *rounds, const unsigned char *told,
                          int number)
{
    int32_t end = round_start(rounds, number + 1) - 1;
    int32_t held = held_in(rounds, round_start(rounds, number), end, false);

    if (held == DAY_NONE && told != NULL && all_told(rounds, told, number)) {
        held = told_last(rounds, number);
    }
    return held;
}

// Whether something that was due by a day and did not take place could be known of, from a
// day on.
static bool is_missed(const struct rounds *rounds, int32_t from, int32_t by)
{
    return by < rounds->today && rounds->known != DAY_NONE && from >= rounds->known;
}

static void recurring(struct rounds *rounds, struct rhythm_state *state)
{
    unsigned char *told = NULL;
    int32_t held = DAY_NONE; // of the round that runs now

    if (!rounds_open(rounds)) {
        return;
    }
    if (contains(rounds->rhythm->who, "trekker") ||
        contains(rounds->rhythm->title, "trekker")) {
        told = calloc(rounds->board->track_count + 1, (size_t)rounds->count + 1);
        if (told == NULL) {
            LOG_ERR("no memory for the reports of %zu tracks", rounds->board->track_count);
            return;
        }
        reports_note(rounds, told);
    }
    for (int i = 0; i < rounds->count; i++) {
        int32_t end = round_start(rounds, i + 1) - 1;
        held = round_held(rounds, told, i);
        state->last = held != DAY_NONE ? held : state->last;
        int32_t half = round_start(rounds, i) + (end - round_start(rounds, i)) / 2;
        if (held == DAY_NONE && is_missed(rounds, half, end)) {
            state->missed = state->missed == DAY_NONE ? end : state->missed;
            state->missed_count++;
        }
    }
    int next = rounds->count + (held != DAY_NONE ? 1 : 0);
    state->next = round_start(rounds, next > 0 ? next : 1) - 1;
    free(told);
}

// The one round of a rhythm is due by a day.
static void once(struct rounds *rounds, int32_t by, struct rhythm_state *state)
{
    state->last = held_in(rounds, rounds->start, rounds->today, true);
    if (state->last != DAY_NONE) {
        return;
    }
    if (by >= rounds->today) {
        state->next = by;
    } else if (is_missed(rounds, by, by)) {
        state->missed = by;
        state->missed_count = 1;
    }
}

void rhythm_state_of(const struct board *board, const struct rhythm *rhythm, int32_t today,
                     struct rhythm_state *state)
{
    struct rounds rounds = {.board = board, .rhythm = rhythm, .today = today};

    *state = (struct rhythm_state){.last = DAY_NONE, .next = DAY_NONE, .missed = DAY_NONE};
    if (rhythm->due.kind == DUE_RECURRING) {
        recurring(&rounds, state);
    } else if (rhythm->due.kind == DUE_RELATIVE) {
        if (rounds_open(&rounds)) {
            once(&rounds, round_start(&rounds, 1), state);
        }
    } else if (rhythm->due.to != DAY_NONE && rhythm->due.kind != DUE_NONE) {
        rounds.known = first_known(board, today);
        rounds.start = rhythm->due.from;
        once(&rounds, rhythm->due.to, state);
    }
}
