#include <stdio.h>

#include "board/rhythm.h"
#include "desk/status.h"

struct words {
    const char *rhythm, *by, *missed;
};

static const struct words dutch = {"ritme", "uiterlijk", "gemist"};
static const struct words english = {"rhythm", "due by", "missed"};

static void print_by(const char *word, int32_t day)
{
    struct date date = day_date(day);

    printf(", %s %02d-%02d-%d", word, date.day, date.month, date.year);
}

static void print_rhythm(const struct board *board, const struct rhythm *rhythm,
                         const struct words *words, int32_t today)
{
    struct rhythm_state state;

    rhythm_state_of(board, rhythm, today, &state);
    printf("%s: %s", words->rhythm, rhythm->title);
    if (state.next != DAY_NONE) {
        print_by(words->by, state.next);
    } else {
        printf(", %s", rhythm->due_text);
    }
    if (state.missed != DAY_NONE) {
        print_by(words->missed, state.missed);
    }
    if (state.missed_count > 1) {
        printf(" (%dx)", state.missed_count);
    }
    putchar('\n');
}

void status_rhythms(const struct board *board, bool in_english, int32_t today)
{
    for (size_t i = 0; i < board->rhythm_count; i++) {
        print_rhythm(board, &board->rhythms[i], in_english ? &english : &dutch, today);
    }
}
