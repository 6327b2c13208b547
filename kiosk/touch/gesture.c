#include "touch/gesture.h"

#include <math.h>

enum {
    SWIPE_MIN_SLOPS = 5,    // a swipe is at least 15 mm long,
    SWIPE_SPEED_SLOPS = 25, // at least 75 mm/s fast at its end,
    SWIPE_LEVEL = 2,        // and twice as wide as it is high
    FLING_SPEED_SLOPS = 15, // 45 mm/s
    VELOCITY_LEAST_MS = 8,  // a shorter trail says nothing about speed
};

static int whole_px(float px)
{
    return (int)lroundf(px);
}

void gesture_init(struct gesture_state *state, int slop_px)
{
    *state = (struct gesture_state){
        .slop_px = slop_px < 2 ? 2 : slop_px,
        .swallow_until_ms = INT64_MIN,
        .lead = -1,
    };
}

void gesture_swallow(struct gesture_state *state, int64_t until_ms)
{
    state->swallow_until_ms = until_ms;
}

static void trail_add(struct gesture_state *state, const struct sample *sample)
{
    state->trail[state->trail_count % GESTURE_TRAIL] =
        (struct gesture_point){sample->at_ms, sample->x_px, sample->y_px};
    state->trail_count++;
}

// Fills in what every gesture of the lead finger carries.
static bool gesture_make(const struct gesture_state *state, enum gesture_kind kind,
                         int64_t at_ms, struct gesture *out)
{
    *out = (struct gesture){
        .kind = kind,
        .at_ms = at_ms,
        .x_px = state->last_x_px,
        .y_px = state->last_y_px,
        .start_x_px = whole_px(state->start.x_px),
        .start_y_px = whole_px(state->start.y_px),
        .held = state->held,
        .spent = state->spent,
    };
    return true;
}

// Ends the lead's gesture; the finger itself stays known until it lifts.
static bool gesture_end(struct gesture_state *state, enum gesture_kind kind, int64_t at_ms,
                        struct gesture *out)
{
    gesture_make(state, kind, at_ms, out);
    out->ended = true;
    state->lead = -1;
    return true;
}

static int finger_find(const struct gesture_state *state, int64_t id)
{
    for (int i = 0; i < GESTURE_FINGERS; i++) {
        if (state->fingers[i].down && state->fingers[i].id == id) {
            return i;
        }
    }
    return -1;
}

static int finger_free(const struct gesture_state *state)
{
    for (int i = 0; i < GESTURE_FINGERS; i++) {
        if (!state->fingers[i].down) {
            return i;
        }
    }
    return -1;
}

static int finger_count(const struct gesture_state *state)
{
    int count = 0;

    for (int i = 0; i < GESTURE_FINGERS; i++) {
        count += state->fingers[i].down && !state->fingers[i].swallowed;
    }
    return count;
}

// A leaning hand, or a lift that the driver never told, must not lock the wall for
// everybody else.
static void fingers_expire(struct gesture_state *state, int64_t now_ms)
{
    for (int i = 0; i < GESTURE_FINGERS; i++) {
        struct gesture_finger *finger = &state->fingers[i];
        if (finger->down && now_ms - finger->heard_ms >= GESTURE_LOST_MS) {
            finger->down = false;
            state->lead = state->lead == i ? -1 : state->lead;
        }
    }
    if (finger_count(state) == 0) {
        state->palm = false;
    }
}

static bool lead_begin(struct gesture_state *state, int index, const struct sample *sample,
                       struct gesture *out)
{
    state->lead = index;
    state->dragged = false;
    state->held = false;
    state->spent = false;
    state->start = (struct gesture_point){sample->at_ms, sample->x_px, sample->y_px};
    state->last_x_px = whole_px(sample->x_px);
    state->last_y_px = whole_px(sample->y_px);
    state->trail_count = 0;
    trail_add(state, sample);
    return gesture_make(state, GESTURE_PRESS, sample->at_ms, out);
}

static bool finger_down(struct gesture_state *state, const struct sample *sample,
                        struct gesture *out)
{
    fingers_expire(state, sample->at_ms);
    int index = finger_find(state, sample->finger);
    if (index < 0) {
        index = finger_free(state);
    }
    if (index < 0) {
        return false;
    }
    // The same finger down twice: its lift was lost, so what it did before never ended
    // well.
    if (state->lead == index) {
        state->lead = -1;
    }
    state->fingers[index] = (struct gesture_finger){
        .id = sample->finger,
        .heard_ms = sample->at_ms,
        .down = true,
        .swallowed = sample->at_ms < state->swallow_until_ms,
    };
    if (state->fingers[index].swallowed) {
        return false;
    }
    if (finger_count(state) > 2) {
        state->palm = true;
        return state->lead >= 0 && gesture_end(state, GESTURE_CANCEL, sample->at_ms, out);
    }
    if (state->palm || state->lead >= 0) {
        return false;
    }
    return lead_begin(state, index, sample, out);
}

static bool hold_due(const struct gesture_state *state, int64_t now_ms)
{
    return now_ms >= gesture_deadline_ms(state);
}

static bool lead_hold(struct gesture_state *state, int64_t now_ms, struct gesture *out)
{
    state->held = true;
    return gesture_make(state, GESTURE_HOLD, now_ms, out);
}

// The first step of a drag: the slop is taken off along the way, so that nothing jumps.
static bool drag_begin(struct gesture_state *state, const struct sample *sample,
                       struct gesture *out)
{
    float dx = sample->x_px - state->start.x_px;
    float dy = sample->y_px - state->start.y_px;
    float length = hypotf(dx, dy);
    float over = (length - (float)state->slop_px) / length;

    state->dragged = true;
    gesture_make(state, GESTURE_DRAG, sample->at_ms, out);
    out->dx_px = whole_px(dx * over);
    out->dy_px = whole_px(dy * over);
    return true;
}

static bool lead_move(struct gesture_state *state, const struct sample *sample,
                      struct gesture *out)
{
    int x_px = whole_px(sample->x_px);
    int y_px = whole_px(sample->y_px);
    int dx_px = x_px - state->last_x_px;
    int dy_px = y_px - state->last_y_px;

    // A hold that came due before this sample, though nobody ticked.
    if (hold_due(state, sample->at_ms)) {
        return lead_hold(state, sample->at_ms, out);
    }
    trail_add(state, sample);
    if (dx_px == 0 && dy_px == 0) {
        return false;
    }
    state->last_x_px = x_px;
    state->last_y_px = y_px;
    float away = hypotf(sample->x_px - state->start.x_px, sample->y_px - state->start.y_px);
    if (!state->held && !state->dragged && away > (float)state->slop_px) {
        return drag_begin(state, sample, out);
    }
    gesture_make(state, state->dragged ? GESTURE_DRAG : GESTURE_MOVE, sample->at_ms, out);
    out->dx_px = state->dragged ? dx_px : 0;
    out->dy_px = state->dragged ? dy_px : 0;
    return true;
}

// The speed over the points of the last GESTURE_VELOCITY_MS; 0 when the finger stood still
// before it lifted.
static void trail_speed(const struct gesture_state *state, int64_t now_ms, float *vx,
                        float *vy)
{
    int kept = state->trail_count < GESTURE_TRAIL ? state->trail_count : GESTURE_TRAIL;
    const struct gesture_point *last =
        &state->trail[(state->trail_count - 1) % GESTURE_TRAIL];
    const struct gesture_point *first = last;

    for (int i = 1; i <= kept; i++) {
        const struct gesture_point *p =
            &state->trail[(state->trail_count - i) % GESTURE_TRAIL];
        if (now_ms - p->at_ms > GESTURE_VELOCITY_MS) {
            break;
        }
        first = p;
    }
    int64_t span_ms = last->at_ms - first->at_ms;
    bool known = span_ms >= VELOCITY_LEAST_MS;
    *vx = known ? (last->x_px - first->x_px) * 1000 / (float)span_ms : 0;
    *vy = known ? (last->y_px - first->y_px) * 1000 / (float)span_ms : 0;
}

static enum gesture_kind lift_kind(const struct gesture_state *state, float vx, float vy)
{
    const struct gesture_point *last =
        &state->trail[(state->trail_count - 1) % GESTURE_TRAIL];
    float dx = last->x_px - state->start.x_px;
    float dy = last->y_px - state->start.y_px;
    float slop = (float)state->slop_px;

    if (state->held || (state->spent && !state->dragged)) {
        return GESTURE_RELEASE;
    }
    if (!state->dragged) {
        return GESTURE_TAP;
    }
    if (fabsf(dx) >= SWIPE_MIN_SLOPS * slop && fabsf(dx) >= SWIPE_LEVEL * fabsf(dy) &&
        fabsf(vx) >= SWIPE_SPEED_SLOPS * slop && (vx < 0) == (dx < 0)) {
        return dx < 0 ? GESTURE_SWIPE_LEFT : GESTURE_SWIPE_RIGHT;
    }
    if (fabsf(vy) >= FLING_SPEED_SLOPS * slop && fabsf(vy) > fabsf(vx)) {
        return GESTURE_FLING;
    }
    return GESTURE_RELEASE;
}

static bool lead_lift(struct gesture_state *state, const struct sample *sample,
                      struct gesture *out)
{
    float vx = 0;
    float vy = 0;
    bool late = hold_due(state, sample->at_ms);

    trail_add(state, sample);
    trail_speed(state, sample->at_ms, &vx, &vy);
    // A lift may also be the first sign of having moved: a slow panel sends few points.
    float away = hypotf(sample->x_px - state->start.x_px, sample->y_px - state->start.y_px);
    state->dragged =
        state->dragged || (!state->held && !late && away > (float)state->slop_px);
    state->last_x_px = whole_px(sample->x_px);
    state->last_y_px = whole_px(sample->y_px);
    enum gesture_kind kind = late ? GESTURE_HOLD : lift_kind(state, vx, vy);
    state->held = state->held || late;
    gesture_end(state, kind, sample->at_ms, out);
    out->vx_px_s = vx;
    out->vy_px_s = vy;
    return true;
}

static bool finger_up(struct gesture_state *state, int index, const struct sample *sample,
                      struct gesture *out)
{
    bool made = false;

    state->fingers[index].down = false;
    if (index == state->lead) {
        made = sample->kind == SAMPLE_UP
                   ? lead_lift(state, sample, out)
                   : gesture_end(state, GESTURE_CANCEL, sample->at_ms, out);
    }
    if (finger_count(state) == 0) {
        state->palm = false;
    }
    return made;
}

bool gesture_feed(struct gesture_state *state, const struct sample *sample,
                  struct gesture *out)
{
    *out = (struct gesture){.kind = GESTURE_NONE, .at_ms = sample->at_ms};
    if (sample->kind > SAMPLE_CANCEL) {
        return false;
    }
    if (sample->kind == SAMPLE_DOWN) {
        return finger_down(state, sample, out);
    }
    int index = finger_find(state, sample->finger);
    if (index < 0) {
        return false;
    }
    state->fingers[index].heard_ms = sample->at_ms;
    if (sample->kind != SAMPLE_MOVE) {
        return finger_up(state, index, sample, out);
    }
    return index == state->lead && lead_move(state, sample, out);
}

bool gesture_tick(struct gesture_state *state, int64_t now_ms, struct gesture *out)
{
    *out = (struct gesture){.kind = GESTURE_NONE, .at_ms = now_ms};
    return hold_due(state, now_ms) && lead_hold(state, now_ms, out);
}

int64_t gesture_deadline_ms(const struct gesture_state *state)
{
    bool waits = state->lead >= 0 && !state->dragged && !state->held && !state->spent;

    return waits ? state->start.at_ms + GESTURE_HOLD_MS : INT64_MAX;
}

void gesture_spend(struct gesture_state *state)
{
    state->spent = true;
}

bool gesture_reset(struct gesture_state *state, int64_t now_ms, struct gesture *out)
{
    *out = (struct gesture){.kind = GESTURE_NONE, .at_ms = now_ms};
    bool cancelled = state->lead >= 0 && gesture_end(state, GESTURE_CANCEL, now_ms, out);

    for (int i = 0; i < GESTURE_FINGERS; i++) {
        state->fingers[i].down = false;
    }
    state->palm = false;
    return cancelled;
}
