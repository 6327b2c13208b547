// The picture moves a pixel an hour while nobody is there, within a small square, so that
// what stands on a wall for years does not burn into it. A move paints all of the picture,
// and burning in takes thousands of hours: what counts is how many of them an edge stands
// on a pixel. An hour gives each place of the square the same share of the days as a minute
// would, for a sixtieth of the work; the tick of the clock in between paints the clock.
#ifndef REGIEBORD_ORBIT_H
#define REGIEBORD_ORBIT_H

#include <stdbool.h>
#include <stdint.h>

struct session;

struct orbit {
    bool on;
    int step;       // along the way, from its middle
    int x_px, y_px; // where that is
    int64_t hour;   // of the wall clock, when it moved last; 0: nothing was drawn yet
};

// How far it goes to each side on a panel of that size: 3 px on 1080 lines, and hardly less
// on a small one.
int orbit_reach_px(int width_px, int height_px);

// Where step `step` is (any number is fine; 0: the middle): every pixel of the square in
// turn, one at a time, there and back.
void orbit_place(int step, int reach_px, int *x_px, int *y_px);

// Moves what was drawn just now to where it is due. A new hour is another place.
void orbit_draw(struct session *session, int64_t mono_ms, int64_t clock_ms);

#endif
