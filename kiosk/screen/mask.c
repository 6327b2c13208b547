// Scan conversion in sixteenths of a row and 1/256 of a pixel along it.
#include "screen/mask.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/geom.h"

enum {
    PX = 256,                  // one pixel in the fixed point of this file
    SUB_ROWS = 16,             // scan lines per row of pixels
    FULL = SUB_ROWS * PX,      // what a pixel's sum is when it is covered wholly
    MOST_PX = 64 * 1024 * 1024 // of a mask
};

// Where an edge crosses a scan line, and whether it goes down (+1) or up.
struct crossing {
    int x;
    int turn;
};

// A side of a ring in fixed point, level ones left out.
struct edge {
    int x0, y0, x1, y1;
};

struct scan {
    struct edge *edges; // owned
    int edge_count;
    struct crossing *crossings; // owned, room for one per edge
    int count;
    int *sums; // owned, one per pixel of the row
    int width_px;
};

struct mask *mask_create(int width_px, int height_px)
{
    struct mask *mask = NULL;

    if (width_px >= 0 && height_px >= 0 &&
        (int64_t)width_px * height_px <= (int64_t)MOST_PX) {
        mask = calloc(1, sizeof *mask + (size_t)width_px * (size_t)height_px);
    }
    if (mask != NULL) {
        mask->width_px = width_px;
        mask->height_px = height_px;
    }
    return mask;
}

// Adds the stretch from x0 to x1 (fixed point) of one scan line.
static void add_span(int *sums, int width_px, int x0, int x1)
{
    x0 = x0 < 0 ? 0 : x0;
    x1 = x1 > width_px * PX ? width_px * PX : x1;
    if (x0 >= x1) {
        return;
    }
    int first = x0 / PX;
    int last = (x1 - 1) / PX;
    if (first == last) {
        sums[first] += x1 - x0;
        return;
    }
    sums[first] += PX - x0 % PX;
    for (int x = first + 1; x < last; x++) {
        sums[x] += PX;
    }
    sums[last] += x1 - last * PX;
}

// Turns the sums of a row into coverage and clears them for the next.
static void finish_row(int *sums, int width_px, uint8_t *cover)
{
    for (int x = 0; x < width_px; x++) {
        cover[x] = (uint8_t)((sums[x] * 255 + FULL / 2) / FULL);
        sums[x] = 0;
    }
}

static int fixed(float unit, int px)
{
    return (int)lroundf(unit * (float)(px * PX));
}

// Puts a crossing in its place from left to right; there are never many.
static void insert(struct scan *scan, struct crossing crossing)
{
    int at = scan->count;

    for (; at > 0 && scan->crossings[at - 1].x > crossing.x; at--) {
        scan->crossings[at] = scan->crossings[at - 1];
    }
    scan->crossings[at] = crossing;
    scan->count++;
}

static void add_ring(struct scan *scan, const struct shape_ring *ring, int height_px)
{
    for (size_t i = 0; i < ring->count; i++) {
        const float *from = ring->points[i];
        const float *to = ring->points[i + 1 < ring->count ? i + 1 : 0];
        struct edge edge = {fixed(from[0], scan->width_px), fixed(from[1], height_px),
                            fixed(to[0], scan->width_px), fixed(to[1], height_px)};
        if (edge.y0 != edge.y1) {
            scan->edges[scan->edge_count] = edge;
            scan->edge_count++;
        }
    }
}

static void cross_edges(struct scan *scan, int scan_y)
{
    for (int i = 0; i < scan->edge_count; i++) {
        const struct edge *edge = &scan->edges[i];
        if ((edge->y0 <= scan_y) == (edge->y1 <= scan_y)) {
            continue;
        }
        int64_t run = (int64_t)(edge->x1 - edge->x0) * (scan_y - edge->y0);
        int x = edge->x0 + (int)(run / (edge->y1 - edge->y0));
        insert(scan, (struct crossing){x, edge->y1 > edge->y0 ? 1 : -1});
    }
}

// Adds what lies inside by the non-zero rule.
static void add_inside(struct scan *scan)
{
    int winding = 0;
    int start = 0;

    for (int i = 0; i < scan->count; i++) {
        int before = winding;
        winding += scan->crossings[i].turn;
        if (before == 0) {
            start = scan->crossings[i].x;
        } else if (winding == 0) {
            add_span(scan->sums, scan->width_px, start, scan->crossings[i].x);
        }
    }
    scan->count = 0;
}

static void scan_shape(struct scan *scan, struct mask *mask)
{
    for (int y = 0; y < mask->height_px; y++) {
        for (int sub = 0; sub < SUB_ROWS; sub++) {
            cross_edges(scan, y * PX + sub * (PX / SUB_ROWS) + PX / SUB_ROWS / 2);
            add_inside(scan);
        }
        finish_row(scan->sums, mask->width_px, mask->cover + (size_t)y * mask->width_px);
    }
}

struct mask *mask_shape(const struct shape_ring *rings, size_t count, int width_px,
                        int height_px)
{
    size_t edges = 1; // never none, for calloc
    for (size_t i = 0; i < count; i++) {
        edges += rings[i].count;
    }
    struct mask *mask = mask_create(width_px, height_px);
    struct scan scan = {.width_px = width_px};
    scan.edges = calloc(edges, sizeof *scan.edges);
    scan.crossings = calloc(edges, sizeof *scan.crossings);
    scan.sums = calloc((size_t)width_px + 1, sizeof *scan.sums);
    if (mask != NULL && scan.edges != NULL && scan.crossings != NULL && scan.sums != NULL) {
        for (size_t i = 0; i < count; i++) {
            add_ring(&scan, &rings[i], height_px);
        }
        scan_shape(&scan, mask);
    } else {
        free(mask);
        mask = NULL;
    }
    free(scan.edges);
    free(scan.crossings);
    free(scan.sums);
    return mask;
}

// The largest whole number whose square is not over `square`.
static int64_t root(int64_t square)
{
    int64_t low = 0;

    for (int64_t bit = INT64_C(1) << 30; bit > 0; bit >>= 1) {
        if ((low + bit) * (low + bit) <= square) {
            low += bit;
        }
    }
    return low;
}

struct mask *mask_corner(int radius_px)
{
    struct mask *mask = mask_create(radius_px, radius_px);
    int *sums = calloc((size_t)radius_px + 1, sizeof *sums);
    int64_t radius = (int64_t)radius_px * PX;

    if (mask == NULL || sums == NULL) {
        free(mask);
        free(sums);
        return NULL;
    }
    for (int y = 0; y < radius_px; y++) {
        for (int sub = 0; sub < SUB_ROWS; sub++) {
            int64_t rise = radius - (y * PX + sub * (PX / SUB_ROWS) + PX / SUB_ROWS / 2);
            int64_t reach = root(radius * radius - rise * rise);
            add_span(sums, radius_px, (int)(radius - reach), (int)radius);
        }
        finish_row(sums, radius_px, mask->cover + (size_t)y * radius_px);
    }
    free(sums);
    return mask;
}

static rect mask_box(const struct mask *mask)
{
    return (rect){mask->left_px, mask->top_px, mask->width_px, mask->height_px};
}

// Where both cover a pixel the stronger counts.
static void lay(struct mask *under, const struct mask *mask)
{
    for (int y = 0; y < mask->height_px; y++) {
        const uint8_t *from = mask->cover + (size_t)y * mask->width_px;
        uint8_t *to = under->cover +
                      (size_t)(mask->top_px - under->top_px + y) * under->width_px +
                      (mask->left_px - under->left_px);
        for (int x = 0; x < mask->width_px; x++) {
            to[x] = from[x] > to[x] ? from[x] : to[x];
        }
    }
}

struct mask *mask_join(struct mask *a, struct mask *b)
{
    struct mask *both = NULL;

    if (a != NULL && b != NULL) {
        rect box = rect_join(mask_box(a), mask_box(b));
        both = mask_create(box.w, box.h);
        if (both != NULL) {
            both->left_px = box.x;
            both->top_px = box.y;
            lay(both, a);
            lay(both, b);
        }
    }
    free(a);
    free(b);
    return both;
}
