// SDL's events as samples: fingers and mouse in pixels of the frame, keys and text from a
// real keyboard.
#ifndef REGIEBORD_SCREEN_EVENT_H
#define REGIEBORD_SCREEN_EVENT_H

#include <stdbool.h>

#include <SDL.h>

#include "screen/turn.h"
#include "touch/sample.h"

// What must be remembered from one event to the next.
struct event_state {
    int width_px, height_px; // of the frame
    enum turn turn;          // of the frame on the panel
    float scale;             // frame pixels per unit of the mouse's coordinates
    bool pressed;            // the mouse's left button
    float x_px, y_px;        // where the mouse was last
};

// True when the event means something to the wall; then *sample is filled (at_ms: `now_ms`
// less the event's age).
bool event_sample(struct event_state *state, const SDL_Event *event, int64_t now_ms,
                  struct sample *sample);

#endif
