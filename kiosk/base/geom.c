#include "base/geom.h"

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int most(int a, int b)
{
    return a > b ? a : b;
}

rect rect_meet(rect a, rect b)
{
    int x = most(a.x, b.x);
    int y = most(a.y, b.y);
    rect r = {x, y, least(a.x + a.w, b.x + b.w) - x, least(a.y + a.h, b.y + b.h) - y};

    return rect_empty(r) ? (rect){0} : r;
}

rect rect_join(rect a, rect b)
{
    if (rect_empty(a)) {
        return b;
    }
    if (rect_empty(b)) {
        return a;
    }
    int x = least(a.x, b.x);
    int y = least(a.y, b.y);
    return (rect){x, y, most(a.x + a.w, b.x + b.w) - x, most(a.y + a.h, b.y + b.h) - y};
}

rect rect_inset(rect r, int px)
{
    return (rect){r.x + px, r.y + px, r.w - 2 * px, r.h - 2 * px};
}
