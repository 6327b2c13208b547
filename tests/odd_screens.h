// Every screen of the living one of odd_boards.h, with something open on it.
#ifndef REGIEBORD_TESTS_ODD_SCREENS_H
#define REGIEBORD_TESTS_ODD_SCREENS_H

#include <stdio.h>

#include "base/day.h"
#include "session.h"

static const struct {
    enum screen_id screen;
    const char *select;
} odd_screens[] = {{SCREEN_BOARD, ""},    {SCREEN_ATTENTION, ""}, {SCREEN_CELL, "1/g"},
                   {SCREEN_CARD, "1.1a"}, {SCREEN_SEARCH, ""},    {SCREEN_WORDS, ""},
                   {SCREEN_BOARDS, ""},   {SCREEN_LEADS, ""},     {SCREEN_WRITE, "1.1a"},
                   {SCREEN_MEETING, ""},  {SCREEN_TREND, ""},     {SCREEN_ADMIN, ""},
                   {SCREEN_CHANGES, ""}};
enum { ODD_SCREENS = sizeof odd_screens / sizeof odd_screens[0] };

static inline int64_t odd_moment_ms(void)
{
    return day_moment_ms(day_of((struct date){2025, 11, 11}), 642);
}

static inline void odd_open(struct session *session, int screen)
{
    session->ui.here = (struct place){.screen = odd_screens[screen].screen};
    snprintf(session->ui.here.select, sizeof session->ui.here.select, "%s",
             odd_screens[screen].select);
    session->dirty = true;
}

#endif
