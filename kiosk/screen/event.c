#include "screen/event.h"

#include <string.h>

enum { MOUSE_FINGER = -1, WHEEL_STEPS = 10 }; // a notch scrolls a tenth of the height

static float clamp(float value, int limit)
{
    return value < 0 ? 0 : value > (float)(limit - 1) ? (float)(limit - 1) : value;
}

// A laptop's touch pad is not a finger on the screen. Unknown devices count as one.
static bool on_screen(SDL_TouchID device)
{
    SDL_TouchDeviceType type = SDL_GetTouchDeviceType(device);

    return type != SDL_TOUCH_DEVICE_INDIRECT_ABSOLUTE &&
           type != SDL_TOUCH_DEVICE_INDIRECT_RELATIVE;
}

// The window of the event is not looked at: without a desktop it is 0.
static bool finger_sample(const struct event_state *state,
                          const SDL_TouchFingerEvent *finger, struct sample *sample)
{
    sample->kind = finger->type == SDL_FINGERDOWN ? SAMPLE_DOWN
                   : finger->type == SDL_FINGERUP ? SAMPLE_UP
                                                  : SAMPLE_MOVE;
    // Two panels may number their fingers alike.
    sample->finger =
        (int64_t)((uint64_t)finger->fingerId ^ (uint64_t)finger->touchId << 32);
    float x = finger->x;
    float y = finger->y;
    turn_touch(state->turn, &x, &y);
    sample->x_px = clamp(x * (float)state->width_px, state->width_px);
    sample->y_px = clamp(y * (float)state->height_px, state->height_px);
    return on_screen(finger->touchId);
}

static bool mouse_sample(struct event_state *state, enum sample_kind kind, int x, int y,
                         struct sample *sample)
{
    bool swaps = turn_swaps(state->turn);
    float across =
        (float)x * state->scale / (float)(swaps ? state->height_px : state->width_px);
    float down =
        (float)y * state->scale / (float)(swaps ? state->width_px : state->height_px);
    turn_touch(state->turn, &across, &down);
    state->x_px = clamp(across * (float)state->width_px, state->width_px);
    state->y_px = clamp(down * (float)state->height_px, state->height_px);
    sample->kind = kind;
    sample->finger = MOUSE_FINGER;
    sample->x_px = state->x_px;
    sample->y_px = state->y_px;
    return true;
}

static bool button_sample(struct event_state *state, const SDL_MouseButtonEvent *button,
                          struct sample *sample)
{
    bool down = button->type == SDL_MOUSEBUTTONDOWN;

    if (button->which == SDL_TOUCH_MOUSEID || button->button != SDL_BUTTON_LEFT ||
        down == state->pressed) {
        return false;
    }
    state->pressed = down;
    return mouse_sample(state, down ? SAMPLE_DOWN : SAMPLE_UP, button->x, button->y,
                        sample);
}

static bool wheel_sample(const struct event_state *state, const SDL_MouseWheelEvent *wheel,
                         struct sample *sample)
{
    float away =
        wheel->direction == SDL_MOUSEWHEEL_FLIPPED ? -wheel->preciseY : wheel->preciseY;

    sample->kind = SAMPLE_WHEEL;
    sample->finger = MOUSE_FINGER;
    sample->x_px = state->x_px;
    sample->y_px = -away * (float)state->height_px / WHEEL_STEPS;
    return wheel->preciseY != 0;
}

static bool key_sample(SDL_Keycode code, struct sample *sample)
{
    static const struct {
        SDL_Keycode code;
        enum sample_key key;
    } keys[] = {
        {SDLK_ESCAPE, KEY_BACK},    {SDLK_AC_BACK, KEY_BACK},    {SDLK_RETURN, KEY_ENTER},
        {SDLK_KP_ENTER, KEY_ENTER}, {SDLK_BACKSPACE, KEY_ERASE}, {SDLK_LEFT, KEY_LEFT},
        {SDLK_RIGHT, KEY_RIGHT},    {SDLK_UP, KEY_UP},           {SDLK_DOWN, KEY_DOWN},
        {SDLK_HOME, KEY_HOME},
    };

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (keys[i].code == code) {
            sample->kind = SAMPLE_KEY;
            sample->key = keys[i].key;
            return true;
        }
    }
    return false;
}

static bool text_sample(const char *text, struct sample *sample)
{
    _Static_assert(sizeof sample->text >= SDL_TEXTINPUTEVENT_TEXT_SIZE, "SDL's text fits");
    sample->kind = SAMPLE_TEXT;
    memcpy(sample->text, text, SDL_TEXTINPUTEVENT_TEXT_SIZE);
    sample->text[sizeof sample->text - 1] = '\0';
    return sample->text[0] != '\0';
}

// The window lost the pointer in the middle of a press.
static bool lost_sample(struct event_state *state, const SDL_WindowEvent *window,
                        struct sample *sample)
{
    bool lost = state->pressed && (window->event == SDL_WINDOWEVENT_FOCUS_LOST ||
                                   window->event == SDL_WINDOWEVENT_HIDDEN);

    if (lost) {
        *sample = (struct sample){.kind = SAMPLE_CANCEL,
                                  .finger = MOUSE_FINGER,
                                  .x_px = state->x_px,
                                  .y_px = state->y_px};
        state->pressed = false;
    }
    return lost;
}

bool event_sample(struct event_state *state, const SDL_Event *event, int64_t now_ms,
                  struct sample *sample)
{
    bool known = false;

    *sample = (struct sample){0};
    switch (event->type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP: known = finger_sample(state, &event->tfinger, sample); break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: known = button_sample(state, &event->button, sample); break;
    case SDL_MOUSEMOTION:
        known = state->pressed && event->motion.which != SDL_TOUCH_MOUSEID &&
                mouse_sample(state, SAMPLE_MOVE, event->motion.x, event->motion.y, sample);
        break;
    case SDL_MOUSEWHEEL: known = wheel_sample(state, &event->wheel, sample); break;
    case SDL_KEYDOWN: known = key_sample(event->key.keysym.sym, sample); break;
    case SDL_TEXTINPUT: known = text_sample(event->text.text, sample); break;
    case SDL_WINDOWEVENT: known = lost_sample(state, &event->window, sample); break;
    default: // SDL has many more that say nothing to a wall
        break;
    }
    uint32_t age_ms = SDL_GetTicks() - event->common.timestamp;
    // An event that was made by hand may have no time, or one to come.
    bool timed = event->common.timestamp != 0 && age_ms < 60000;
    sample->at_ms = now_ms - (timed ? (int64_t)age_ms : 0);
    return known;
}
