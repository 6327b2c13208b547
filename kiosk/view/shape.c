// The tables of signs and icons. Every outer ring runs clockwise as seen on the screen,
// every hole the other way.
#include "view/shape.h"

#include <stdbool.h>

// A point of a sign (unit square) and of an icon (24 units).
#define S(x, y)                                                                            \
    {                                                                                      \
        (x), (y)                                                                           \
    }
#define U(x, y)                                                                            \
    {                                                                                      \
        (x) / 24.0f, (y) / 24.0f                                                           \
    }

#define S_BAR(x0, y0, x1, y1) S(x0, y0), S(x1, y0), S(x1, y1), S(x0, y1)
#define BAR(x0, y0, x1, y1) U(x0, y0), U(x1, y0), U(x1, y1), U(x0, y1)
#define BAR_HOLE(x0, y0, x1, y1) U(x0, y0), U(x0, y1), U(x1, y1), U(x1, y0)

// Bars at 45 degrees from (x0, y0) to (x1, y1); their thickness is 2.83 d. FALL goes down
// to the right, RISE up.
#define FALL(x0, y0, x1, y1, d)                                                            \
    U((x0) + (d), (y0) - (d)), U((x1) + (d), (y1) - (d)), U((x1) - (d), (y1) + (d)),       \
        U((x0) - (d), (y0) + (d))
#define RISE(x0, y0, x1, y1, d)                                                            \
    U((x0) - (d), (y0) - (d)), U((x1) - (d), (y1) - (d)), U((x1) + (d), (y1) + (d)),       \
        U((x0) + (d), (y0) + (d))

// A quarter of an ellipse round (cx, cy) in eight steps: from centre + a up to, but
// without, centre + b.
#define ARC(cx, cy, ax, ay, bx, by)                                                        \
    U((cx) + (ax), (cy) + (ay)),                                                           \
        U((cx) + .98079f * (ax) + .19509f * (bx), (cy) + .98079f * (ay) + .19509f * (by)), \
        U((cx) + .92388f * (ax) + .38268f * (bx), (cy) + .92388f * (ay) + .38268f * (by)), \
        U((cx) + .83147f * (ax) + .55557f * (bx), (cy) + .83147f * (ay) + .55557f * (by)), \
        U((cx) + .70711f * (ax) + .70711f * (bx), (cy) + .70711f * (ay) + .70711f * (by)), \
        U((cx) + .55557f * (ax) + .83147f * (bx), (cy) + .55557f * (ay) + .83147f * (by)), \
        U((cx) + .38268f * (ax) + .92388f * (bx), (cy) + .38268f * (ay) + .92388f * (by)), \
        U((cx) + .19509f * (ax) + .98079f * (bx), (cy) + .19509f * (ay) + .98079f * (by))
#define LEFT_TO_TOP(cx, cy, r) ARC(cx, cy, -(r), 0, 0, -(r))
#define TOP_TO_RIGHT(cx, cy, r) ARC(cx, cy, 0, -(r), r, 0)
#define RIGHT_TO_BOTTOM(cx, cy, r) ARC(cx, cy, r, 0, 0, r)
#define BOTTOM_TO_LEFT(cx, cy, r) ARC(cx, cy, 0, r, -(r), 0)
#define CIRCLE(cx, cy, r)                                                                  \
    LEFT_TO_TOP(cx, cy, r), TOP_TO_RIGHT(cx, cy, r), RIGHT_TO_BOTTOM(cx, cy, r),           \
        BOTTOM_TO_LEFT(cx, cy, r)
#define CIRCLE_HOLE(cx, cy, r)                                                             \
    ARC(cx, cy, -(r), 0, 0, r), ARC(cx, cy, 0, r, r, 0), ARC(cx, cy, r, 0, 0, -(r)),       \
        ARC(cx, cy, 0, -(r), -(r), 0)

#define RING(...)                                                                          \
    {                                                                                      \
        sizeof((const float[][2]){__VA_ARGS__}) / sizeof(float[2]), (const float[][2])     \
        {                                                                                  \
            __VA_ARGS__                                                                    \
        }                                                                                  \
    }

static const struct shape_ring triangle[] = {
    RING(S(.50f, .04f), S(.98f, .92f), S(.02f, .92f))};
static const struct shape_ring triangle_inner[] = {
    RING(S(.50f, .20f), S(.845f, .84f), S(.155f, .84f))};
static const struct shape_ring triangle_mark[] = {RING(S_BAR(.45f, .40f, .55f, .64f)),
                                                  RING(S_BAR(.45f, .69f, .55f, .79f))};
static const struct shape_ring house[] = {
    RING(S(.50f, 0), S(.97f, .44f), S(.97f, .97f), S(.03f, .97f), S(.03f, .44f))};
static const struct shape_ring house_mark[] = {RING(S(.50f, .26f), S(.78f, .54f),
                                                    S(.66f, .66f), S(.50f, .50f),
                                                    S(.34f, .66f), S(.22f, .54f)),
                                               RING(S_BAR(.22f, .74f, .78f, .85f))};
static const struct shape_ring square[] = {RING(S_BAR(.06f, .06f, .94f, .94f))};
static const struct shape_ring square_mark[] = {RING(S_BAR(.20f, .41f, .80f, .59f))};
static const struct shape_ring tick[] = {RING(S(.04f, .54f), S(.18f, .40f), S(.38f, .60f),
                                              S(.82f, .14f), S(.96f, .28f), S(.38f, .88f))};
// Thickness .14, and .14 free on every side.
static const struct shape_ring cross[] = {
    RING(FALL(.1895f * 24, .1895f * 24, .8105f * 24, .8105f * 24, .0495f * 24)),
    RING(RISE(.1895f * 24, .8105f * 24, .8105f * 24, .1895f * 24, .0495f * 24))};
static const struct shape_ring peak[] = {RING(S(.50f, 0), S(1, 1), S(0, 1))};

static const struct shape_ring icon_board[] = {
    RING(BAR(1.4f, 2.7f, 11.2f, 11.2f)), RING(BAR(12.8f, 2.7f, 22.6f, 11.2f)),
    RING(BAR(1.4f, 12.8f, 11.2f, 21.3f)), RING(BAR(12.8f, 12.8f, 22.6f, 21.3f))};
static const struct shape_ring icon_attention[] = {
    RING(U(12, .8f), U(23.8f, 22.6f), U(.2f, 22.6f)),
    RING(U(12, 5.7f), U(4.2f, 20.1f), U(19.8f, 20.1f)),
    RING(BAR(10.7f, 9.2f, 13.3f, 15.2f)), RING(BAR(10.7f, 16.5f, 13.3f, 18.9f))};
static const struct shape_ring icon_meeting[] = {
    RING(LEFT_TO_TOP(2.9f, 4.4f, 2.2f), TOP_TO_RIGHT(21.1f, 4.4f, 2.2f),
         RIGHT_TO_BOTTOM(21.1f, 13.8f, 2.2f), U(21.1f, 16), U(10.6f, 16), U(5, 21.8f),
         U(5, 16), BOTTOM_TO_LEFT(2.9f, 13.8f, 2.2f), U(.7f, 13.8f))};
static const struct shape_ring icon_lead[] = {
    RING(CIRCLE(12, 6.8f, 4.8f)),
    RING(ARC(12, 22, -9.2f, 0, 0, -8.8f), ARC(12, 22, 0, -8.8f, 9.2f, 0), U(21.2f, 22))};
static const struct shape_ring icon_trend[] = {RING(BAR(1.6f, 12.8f, 7, 22)),
                                               RING(BAR(9.3f, 7.8f, 14.7f, 22)),
                                               RING(BAR(17, 2, 22.4f, 22))};
static const struct shape_ring icon_search[] = {
    RING(CIRCLE(9.4f, 9.4f, 7.8f)), RING(CIRCLE_HOLE(9.4f, 9.4f, 5)),
    RING(FALL(14.4f, 14.4f, 21.4f, 21.4f, 1.2f))};
// A closed book with a title on it.
static const struct shape_ring icon_words[] = {
    RING(BAR(3.2f, 1.4f, 20.8f, 22.6f)), RING(BAR_HOLE(5.7f, 3.9f, 18.3f, 15.7f)),
    RING(BAR_HOLE(5.7f, 17.9f, 18.3f, 20.1f)), RING(BAR(8, 6.6f, 16, 8.9f)),
    RING(BAR(8, 10.7f, 13.2f, 13))};
// A card on top of another.
static const struct shape_ring icon_boards[] = {
    RING(BAR(1.2f, 8.2f, 16.8f, 22)),
    RING(U(6.4f, 2), U(22.8f, 2), U(22.8f, 17), U(18.8f, 17), U(18.8f, 14.6f),
         U(20.3f, 14.6f), U(20.3f, 4.4f), U(8.8f, 4.4f), U(8.8f, 6.2f), U(6.4f, 6.2f))};
static const struct shape_ring icon_pace[] = {RING(BAR(.8f, 2.8f, 23.2f, 7.4f)),
                                              RING(BAR(.8f, 9.7f, 13.6f, 14.3f)),
                                              RING(BAR(.8f, 16.6f, 18, 21.2f))};
static const struct shape_ring icon_pause[] = {RING(BAR(3.6f, 2.4f, 9.8f, 21.6f)),
                                               RING(BAR(14.2f, 2.4f, 20.4f, 21.6f))};
static const struct shape_ring icon_play[] = {
    RING(U(4.6f, 1.8f), U(21.4f, 12), U(4.6f, 22.2f))};
static const struct shape_ring icon_clock[] = {
    RING(CIRCLE(12, 12, 11.8f)), RING(CIRCLE_HOLE(12, 12, 9)),
    RING(U(10.6f, 5.2f), U(13.4f, 5.2f), U(13.4f, 10.5f), U(17.6f, 10.5f), U(17.6f, 13.2f),
         U(10.6f, 13.2f))};
static const struct shape_ring icon_back[] = {RING(
    U(5, 12), U(15.6f, 1.4f), U(19, 4.8f), U(11.8f, 12), U(19, 19.2f), U(15.6f, 22.6f))};
static const struct shape_ring icon_left[] = {RING(U(6, 12), U(15.2f, 2.8f), U(17.6f, 5.2f),
                                                   U(10.8f, 12), U(17.6f, 18.8f),
                                                   U(15.2f, 21.2f))};
static const struct shape_ring icon_right[] = {RING(
    U(18, 12), U(8.8f, 21.2f), U(6.4f, 18.8f), U(13.2f, 12), U(6.4f, 5.2f), U(8.8f, 2.8f))};
static const struct shape_ring icon_up[] = {RING(U(12, 6), U(21.2f, 15.2f), U(18.8f, 17.6f),
                                                 U(12, 10.8f), U(5.2f, 17.6f),
                                                 U(2.8f, 15.2f))};
static const struct shape_ring icon_down[] = {RING(
    U(12, 18), U(2.8f, 8.8f), U(5.2f, 6.4f), U(12, 13.2f), U(18.8f, 6.4f), U(21.2f, 8.8f))};
static const struct shape_ring icon_shift[] = {
    RING(U(12, 1.2f), U(24, 13.8f), U(17.3f, 13.8f), U(17.3f, 22.4f), U(6.7f, 22.4f),
         U(6.7f, 13.8f), U(0, 13.8f)),
    RING(U(12, 4.9f), U(5.8f, 11.4f), U(9.1f, 11.4f), U(9.1f, 20), U(14.9f, 20),
         U(14.9f, 11.4f), U(18.2f, 11.4f))};
static const struct shape_ring icon_erase[] = {
    RING(U(0, 12), U(7.3f, 2.6f), U(24, 2.6f), U(24, 21.4f), U(7.3f, 21.4f)),
    RING(U(3.1f, 12), U(8.5f, 18.9f), U(21.5f, 18.9f), U(21.5f, 5.1f), U(8.5f, 5.1f)),
    RING(FALL(11.7f, 8.6f, 18.5f, 15.4f, .8f)), RING(RISE(11.7f, 15.4f, 18.5f, 8.6f, .8f))};
static const struct shape_ring icon_close[] = {RING(FALL(4.2f, 4.2f, 19.8f, 19.8f, 1.1f)),
                                               RING(RISE(4.2f, 19.8f, 19.8f, 4.2f, 1.1f))};
static const struct shape_ring icon_undo[] = {
    RING(U(1, 9), U(9.2f, 1.6f), U(9.2f, 7.6f), U(16, 7.6f), TOP_TO_RIGHT(16, 14.6f, 7),
         RIGHT_TO_BOTTOM(16, 14.6f, 7), U(16, 21.6f), U(7, 21.6f), U(7, 18.4f),
         U(16, 18.4f), ARC(16, 14.6f, 0, 3.8f, 3.8f, 0), ARC(16, 14.6f, 3.8f, 0, 0, -3.8f),
         U(16, 10.8f), U(9.2f, 10.8f), U(9.2f, 16.4f))};
static const struct shape_ring icon_less[] = {RING(BAR(4, 10.6f, 20, 13.4f))};
static const struct shape_ring icon_more[] = {
    RING(U(10.6f, 4), U(13.4f, 4), U(13.4f, 10.6f), U(20, 10.6f), U(20, 13.4f),
         U(13.4f, 13.4f), U(13.4f, 20), U(10.6f, 20), U(10.6f, 13.4f), U(4, 13.4f),
         U(4, 10.6f), U(10.6f, 10.6f))};
static const struct shape_ring icon_paper[] = {
    RING(BAR(3, 1, 21, 23)), RING(BAR_HOLE(5.6f, 3.6f, 18.4f, 20.4f)),
    RING(BAR(8, 6.4f, 16, 8.6f)), RING(BAR(8, 10.9f, 16, 13.1f)),
    RING(BAR(8, 15.4f, 13.4f, 17.6f))};
static const struct shape_ring icon_help[] = {
    RING(CIRCLE(12, 12, 11.4f)), RING(CIRCLE_HOLE(12, 12, 9)),
    RING(LEFT_TO_TOP(12, 9.2f, 4.1f), TOP_TO_RIGHT(12, 9.2f, 4.1f), U(16.1f, 9.2f),
         U(15.5f, 11.3f), U(13.3f, 13), U(13.3f, 14.6f), U(10.7f, 14.6f), U(10.7f, 12),
         U(13.1f, 10.5f), ARC(12, 9.2f, 1.6f, 0, 0, -1.6f),
         ARC(12, 9.2f, 0, -1.6f, -1.6f, 0), U(10.4f, 9.2f)),
    RING(BAR(10.7f, 16, 13.3f, 18.6f))};
static const struct shape_ring icon_else[] = {RING(CIRCLE(3.4f, 12, 2.7f)),
                                              RING(CIRCLE(12, 12, 2.7f)),
                                              RING(CIRCLE(20.6f, 12, 2.7f))};
static const struct shape_ring icon_light[] = {
    RING(CIRCLE(12, 12, 11)), RING(U(12, 3.4f), ARC(12, 12, 0, -8.6f, -8.6f, 0),
                                   ARC(12, 12, -8.6f, 0, 0, 8.6f), U(12, 20.6f))};
#define CORNER(x, y)                                                                       \
    RING(BAR((x), (y), (x) + 9, (y) + 9)),                                                 \
        RING(BAR_HOLE((x) + 2.2f, (y) + 2.2f, (x) + 6.8f, (y) + 6.8f)),                    \
        RING(BAR((x) + 3.4f, (y) + 3.4f, (x) + 5.6f, (y) + 5.6f))
static const struct shape_ring icon_take[] = {CORNER(1.5f, 1.5f),
                                              CORNER(13.5f, 1.5f),
                                              CORNER(1.5f, 13.5f),
                                              RING(BAR(13.5f, 13.5f, 17, 17)),
                                              RING(BAR(19, 13.5f, 22.5f, 17)),
                                              RING(BAR(16.2f, 17.8f, 19.8f, 19.6f)),
                                              RING(BAR(13.5f, 19.6f, 16.2f, 22.5f)),
                                              RING(BAR(19.8f, 19.6f, 22.5f, 22.5f))};
#define EYE                                                                                \
    RING(U(.6f, 12), U(3.8f, 8.1f), U(7.8f, 5.5f), U(12, 4.5f), U(16.2f, 5.5f),            \
         U(20.2f, 8.1f), U(23.4f, 12), U(20.2f, 15.9f), U(16.2f, 18.5f), U(12, 19.5f),     \
         U(7.8f, 18.5f), U(3.8f, 15.9f)),                                                  \
        RING(U(3.7f, 12), U(6, 14.4f), U(8.8f, 16.3f), U(12, 17), U(15.2f, 16.3f),         \
             U(18, 14.4f), U(20.3f, 12), U(18, 9.6f), U(15.2f, 7.7f), U(12, 7),            \
             U(8.8f, 7.7f), U(6, 9.6f)),                                                   \
        RING(CIRCLE(12, 12, 3.2f))
static const struct shape_ring icon_eye[] = {EYE};
static const struct shape_ring icon_eye_shut[] = {EYE, RING(FALL(3, 3, 21, 21, 1.1f))};
static const struct shape_ring icon_moon[] = {
    RING(U(8.4f, 4.6f), U(7.8f, 6.2f), U(7.5f, 7.9f), U(7.6f, 9.6f), U(8, 11.3f),
         U(8.8f, 12.8f), U(9.9f, 14.1f), U(11.2f, 15.2f), U(12.7f, 16), U(14.4f, 16.4f),
         U(16.1f, 16.5f), U(17.8f, 16.2f), U(19.4f, 15.6f), U(20.8f, 14.6f),
         U(20.2f, 16.6f), U(19.1f, 18.4f), U(17.7f, 20), U(16, 21.2f), U(14.1f, 22),
         U(12.1f, 22.4f), U(10, 22.3f), U(7.9f, 21.8f), U(6.1f, 20.9f), U(4.4f, 19.6f),
         U(3.1f, 17.9f), U(2.2f, 16.1f), U(1.7f, 14), U(1.6f, 11.9f), U(2, 9.9f),
         U(2.8f, 8), U(4.1f, 6.3f), U(5.6f, 4.9f), U(7.4f, 3.8f), U(9.4f, 3.2f))};
static const struct shape_ring arrow_right[] = {
    RING(U(1.4f, 10.4f), U(13.4f, 10.4f), U(13.4f, 4), U(22.6f, 12), U(13.4f, 20),
         U(13.4f, 13.6f), U(1.4f, 13.6f))};

#define ENTRY(rings)                                                                       \
    {                                                                                      \
#rings, sizeof(rings) / sizeof *(rings), (rings)                                   \
    }

static const struct {
    const char *name;
    size_t count;
    const struct shape_ring *rings;
} shapes[SHAPE_COUNT] = {
    [SHAPE_TRIANGLE] = ENTRY(triangle),
    [SHAPE_TRIANGLE_INNER] = ENTRY(triangle_inner),
    [SHAPE_TRIANGLE_MARK] = ENTRY(triangle_mark),
    [SHAPE_HOUSE] = ENTRY(house),
    [SHAPE_HOUSE_MARK] = ENTRY(house_mark),
    [SHAPE_SQUARE] = ENTRY(square),
    [SHAPE_SQUARE_MARK] = ENTRY(square_mark),
    [SHAPE_TICK] = ENTRY(tick),
    [SHAPE_CROSS] = ENTRY(cross),
    [SHAPE_PEAK] = ENTRY(peak),
    [SHAPE_ICON_BOARD] = ENTRY(icon_board),
    [SHAPE_ICON_ATTENTION] = ENTRY(icon_attention),
    [SHAPE_ICON_MEETING] = ENTRY(icon_meeting),
    [SHAPE_ICON_LEAD] = ENTRY(icon_lead),
    [SHAPE_ICON_TREND] = ENTRY(icon_trend),
    [SHAPE_ICON_SEARCH] = ENTRY(icon_search),
    [SHAPE_ICON_WORDS] = ENTRY(icon_words),
    [SHAPE_ICON_BOARDS] = ENTRY(icon_boards),
    [SHAPE_ICON_PACE] = ENTRY(icon_pace),
    [SHAPE_ICON_PAUSE] = ENTRY(icon_pause),
    [SHAPE_ICON_PLAY] = ENTRY(icon_play),
    [SHAPE_ICON_CLOCK] = ENTRY(icon_clock),
    [SHAPE_ICON_BACK] = ENTRY(icon_back),
    [SHAPE_ICON_LEFT] = ENTRY(icon_left),
    [SHAPE_ICON_RIGHT] = ENTRY(icon_right),
    [SHAPE_ICON_UP] = ENTRY(icon_up),
    [SHAPE_ICON_DOWN] = ENTRY(icon_down),
    [SHAPE_ICON_SHIFT] = ENTRY(icon_shift),
    [SHAPE_ICON_ERASE] = ENTRY(icon_erase),
    [SHAPE_ICON_CLOSE] = ENTRY(icon_close),
    [SHAPE_ICON_UNDO] = ENTRY(icon_undo),
    [SHAPE_ICON_LESS] = ENTRY(icon_less),
    [SHAPE_ICON_MORE] = ENTRY(icon_more),
    [SHAPE_ICON_HELP] = ENTRY(icon_help),
    [SHAPE_ICON_ELSE] = ENTRY(icon_else),
    [SHAPE_ICON_LIGHT] = ENTRY(icon_light),
    [SHAPE_ICON_TAKE] = ENTRY(icon_take),
    [SHAPE_ICON_EYE] = ENTRY(icon_eye),
    [SHAPE_ICON_EYE_SHUT] = ENTRY(icon_eye_shut),
    [SHAPE_ICON_PAPER] = ENTRY(icon_paper),
    [SHAPE_ICON_MOON] = ENTRY(icon_moon),
    [SHAPE_ARROW_RIGHT] = ENTRY(arrow_right),
};

static bool known(enum shape shape)
{
    return (unsigned)shape < SHAPE_COUNT;
}

const struct shape_ring *shape_rings(enum shape shape, size_t *count)
{
    *count = known(shape) ? shapes[shape].count : 0;
    return known(shape) ? shapes[shape].rings : NULL;
}

const char *shape_name(enum shape shape)
{
    return known(shape) ? shapes[shape].name : "?";
}
