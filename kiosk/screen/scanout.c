#define LOG_MODULE "scanout"
#include "screen/scanout.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <xf86drm.h>
#include <xf86drmMode.h>

#include "base/log.h"

enum { BUFFERS = 2, MOST_AREAS = 64, MOST_CARDS = 16, DEPTH = 24, BITS = 32 };
enum { FLIP_MS = 100 }; // a refresh is over by then, also when nobody told

struct buffer {
    uint32_t handle, id; // 0: not made
    uint32_t pitch;      // bytes
    size_t size;
    void *pixels;           // NULL: not mapped
    rect stale[MOST_AREAS]; // what was shown on the other since
    int stale_count;
};

struct scanout {
    int fd;
    uint32_t connector, crtc, power_property; // power_property 0: it has none
    drmModeModeInfo mode;
    enum turn turn;
    struct buffer buffers[BUFFERS];
    int count;     // of buffers: 1 where memory is short
    int shown;     // the buffer on the panel, or on its way there
    bool flipping; // on its way
    bool lit;      // the mode is set
    bool off;
};

// --- choosing ---

static bool is_screen(const drmModeConnector *connector)
{
    return connector->connection == DRM_MODE_CONNECTED && connector->count_modes > 0;
}

// What somebody asked for on the kernel's command line, else what the screen prefers.
static const drmModeModeInfo *mode_of(const drmModeConnector *connector)
{
    const drmModeModeInfo *best = &connector->modes[0];

    for (int i = 0; i < connector->count_modes; i++) {
        const drmModeModeInfo *mode = &connector->modes[i];
        if ((mode->type & DRM_MODE_TYPE_USERDEF) != 0) {
            return mode;
        }
        if ((mode->type & DRM_MODE_TYPE_PREFERRED) != 0 &&
            (best->type & DRM_MODE_TYPE_PREFERRED) == 0) {
            best = mode;
        }
    }
    return best;
}

// The part of the card that drives the screen now, else the first that can.
static uint32_t crtc_of(int fd, const drmModeRes *card, const drmModeConnector *connector)
{
    uint32_t found = 0;

    for (int i = 0; i < connector->count_encoders && found == 0; i++) {
        drmModeEncoder *encoder = drmModeGetEncoder(fd, connector->encoders[i]);
        if (encoder == NULL) {
            continue;
        }
        if (encoder->encoder_id == connector->encoder_id && encoder->crtc_id != 0) {
            found = encoder->crtc_id;
        }
        for (int c = 0; c < card->count_crtcs && found == 0; c++) {
            found = (encoder->possible_crtcs & 1u << c) != 0 ? card->crtcs[c] : 0;
        }
        drmModeFreeEncoder(encoder);
    }
    return found;
}

static uint32_t power_property_of(int fd, const drmModeConnector *connector)
{
    uint32_t found = 0;

    for (int i = 0; i < connector->count_props && found == 0; i++) {
        drmModePropertyRes *property = drmModeGetProperty(fd, connector->props[i]);
        if (property != NULL && strcmp(property->name, "DPMS") == 0) {
            found = property->prop_id;
        }
        drmModeFreeProperty(property);
    }
    return found;
}

static bool take_connector(struct scanout *scanout, const drmModeRes *card, uint32_t id)
{
    drmModeConnector *connector = drmModeGetConnector(scanout->fd, id);
    bool taken = false;

    if (connector != NULL && is_screen(connector)) {
        scanout->connector = id;
        scanout->mode = *mode_of(connector);
        scanout->crtc = crtc_of(scanout->fd, card, connector);
        scanout->power_property = power_property_of(scanout->fd, connector);
        taken = scanout->crtc != 0;
    }
    drmModeFreeConnector(connector);
    return taken;
}

// False, and nothing open, when no screen is plugged in to this card, or it only renders.
static bool take_card(struct scanout *scanout, const char *path)
{
    bool taken = false;

    scanout->fd = open(path, O_RDWR | O_CLOEXEC);
    if (scanout->fd < 0) {
        if (errno != ENOENT) {
            LOG_WARN("%s: %s; is this user in the group video?", path, strerror(errno));
        }
        return false;
    }
    drmModeRes *card = drmModeGetResources(scanout->fd);
    for (int i = 0; card != NULL && i < card->count_connectors && !taken; i++) {
        taken = take_connector(scanout, card, card->connectors[i]);
    }
    drmModeFreeResources(card);
    if (taken && !drmIsMaster(scanout->fd)) { // it would never be let in later
        LOG_WARN("%s: another program shows on it", path);
        taken = false;
    }
    if (!taken) {
        close(scanout->fd);
        scanout->fd = -1;
    }
    return taken;
}

// --- buffers ---

static void buffer_finish(const struct scanout *scanout, struct buffer *buffer)
{
    if (buffer->pixels != NULL) {
        munmap(buffer->pixels, buffer->size);
    }
    if (buffer->id != 0) {
        drmModeRmFB(scanout->fd, buffer->id);
    }
    if (buffer->handle != 0) {
        drmModeDestroyDumbBuffer(scanout->fd, buffer->handle);
    }
    *buffer = (struct buffer){0};
}

static bool buffer_init(const struct scanout *scanout, struct buffer *buffer)
{
    uint64_t size = 0;
    uint64_t offset = 0;
    const uint32_t wide = scanout->mode.hdisplay;
    const uint32_t high = scanout->mode.vdisplay;

    if (drmModeCreateDumbBuffer(scanout->fd, wide, high, BITS, 0, &buffer->handle,
                                &buffer->pitch, &size) != 0 ||
        drmModeAddFB(scanout->fd, wide, high, DEPTH, BITS, buffer->pitch, buffer->handle,
                     &buffer->id) != 0 ||
        drmModeMapDumbBuffer(scanout->fd, buffer->handle, &offset) != 0) {
        buffer_finish(scanout, buffer);
        return false;
    }
    void *pixels =
        mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, scanout->fd, (off_t)offset);
    if (pixels == MAP_FAILED) {
        buffer_finish(scanout, buffer);
        return false;
    }
    buffer->pixels = pixels;
    buffer->size = size;
    memset(pixels, 0, size);
    return true;
}

// --- life ---

static bool find_screen(struct scanout *scanout, const char *dev_dir)
{
    char path[512];

    for (int i = 0; i < MOST_CARDS; i++) {
        snprintf(path, sizeof path, "%s/card%d", dev_dir, i);
        if (take_card(scanout, path)) {
            return true;
        }
    }
    LOG_ERR(
        "no screen to show on: none of the cards in %s has one plugged in that is free, "
        "and that this user may use (group video)",
        dev_dir);
    return false;
}

struct scanout *scanout_open(const char *dev_dir, enum turn turn)
{
    struct scanout *scanout = calloc(1, sizeof *scanout);

    if (scanout == NULL) {
        return NULL;
    }
    scanout->fd = -1;
    scanout->turn = turn;
    bool made = find_screen(scanout, dev_dir) && buffer_init(scanout, &scanout->buffers[0]);
    if (made) {
        scanout->count = buffer_init(scanout, &scanout->buffers[1]) ? 2 : 1;
        LOG_INFO("%dx%d at %u Hz, %d buffers", scanout->mode.hdisplay,
                 scanout->mode.vdisplay, scanout->mode.vrefresh, scanout->count);
    } else if (scanout->fd >= 0) {
        LOG_ERR("the graphics card has no memory for a picture of %dx%d: %s",
                scanout->mode.hdisplay, scanout->mode.vdisplay, strerror(errno));
    }
    if (!made) {
        scanout_close(scanout);
        scanout = NULL;
    }
    return scanout;
}

void scanout_close(struct scanout *scanout)
{
    if (scanout == NULL) {
        return;
    }
    for (int i = 0; i < BUFFERS; i++) {
        buffer_finish(scanout, &scanout->buffers[i]);
    }
    if (scanout->fd >= 0) {
        close(scanout->fd);
    }
    free(scanout);
}

void scanout_size(const struct scanout *scanout, int *width_px, int *height_px)
{
    bool swaps = turn_swaps(scanout->turn);

    *width_px = swaps ? scanout->mode.vdisplay : scanout->mode.hdisplay;
    *height_px = swaps ? scanout->mode.hdisplay : scanout->mode.vdisplay;
}

// --- presenting ---

// The card sends one event a flip. One that never comes must not hold up the wall.
static void await_flip(struct scanout *scanout)
{
    struct pollfd wait = {.fd = scanout->fd, .events = POLLIN};
    char event[256];

    if (scanout->flipping) {
        if (poll(&wait, 1, FLIP_MS) == 1) {
            ssize_t got = read(scanout->fd, event, sizeof event);
            (void)got; // what it says is only that it is done
        }
        scanout->flipping = false;
    }
}

static void copy_areas(const struct scanout *scanout, struct buffer *buffer,
                       const struct frame *frame, const rect *areas, int count)
{
    for (int i = 0; i < count; i++) {
        turn_copy(scanout->turn, frame, areas[i], buffer->pixels, (int)buffer->pitch);
    }
}

// Notes what a buffer that is not shown lacks now.
static void grow_stale(struct buffer *buffer, const struct frame *frame, const rect *areas,
                       int count)
{
    if (count > MOST_AREAS - buffer->stale_count) {
        buffer->stale[0] = frame_box(frame);
        buffer->stale_count = 1;
        return;
    }
    memcpy(buffer->stale + buffer->stale_count, areas, (size_t)count * sizeof *areas);
    buffer->stale_count += count;
}

// Shows a buffer at once, with the mode; what another program left there is gone.
static bool light(struct scanout *scanout, const struct buffer *buffer)
{
    scanout->lit = drmModeSetCrtc(scanout->fd, scanout->crtc, buffer->id, 0, 0,
                                  &scanout->connector, 1, &scanout->mode) == 0;
    if (!scanout->lit) {
        LOG_WARN("the screen cannot be used: %s; does another program show on it?",
                 strerror(errno));
    }
    return scanout->lit;
}

// Some cards look at a buffer only when they are told to.
static void show_same(const struct scanout *scanout, const struct buffer *buffer)
{
    drmModeDirtyFB(scanout->fd, buffer->id, NULL, 0);
}

void scanout_present(struct scanout *scanout, const struct frame *frame, const rect *areas,
                     int count)
{
    const int next = scanout->count == 2 ? 1 - scanout->shown : 0;
    struct buffer *buffer = &scanout->buffers[next];
    struct buffer *other = &scanout->buffers[1 - next];

    if (!scanout->off) {
        await_flip(scanout);
    }
    copy_areas(scanout, buffer, frame, buffer->stale, buffer->stale_count);
    copy_areas(scanout, buffer, frame, areas, count);
    buffer->stale_count = 0;
    if (scanout->count == 2) {
        grow_stale(other, frame, areas, count);
    }
    scanout->shown = next;
    if (scanout->off) {
        return; // it is lit with this one
    }
    if (!scanout->lit) {
        light(scanout, buffer);
    } else if (scanout->count == 1) {
        show_same(scanout, buffer);
    } else {
        scanout->flipping = drmModePageFlip(scanout->fd, scanout->crtc, buffer->id,
                                            DRM_MODE_PAGE_FLIP_EVENT, scanout) == 0;
        if (!scanout->flipping) { // the card lost its mode, as after a screen went away
            light(scanout, buffer);
        }
    }
}

bool scanout_power(struct scanout *scanout, bool on)
{
    const uint64_t value = on ? DRM_MODE_DPMS_ON : DRM_MODE_DPMS_OFF;

    if (scanout->power_property == 0) {
        LOG_WARN("the screen cannot be switched off by the graphics card");
        return false;
    }
    if (!on) {
        await_flip(scanout);
    }
    bool done = drmModeConnectorSetProperty(scanout->fd, scanout->connector,
                                            scanout->power_property, value) == 0;
    if (!done) {
        LOG_WARN("the screen does not switch %s: %s", on ? "on" : "off", strerror(errno));
        return false;
    }
    scanout->off = !on;
    // What was presented meanwhile was shown to nobody.
    return !on || light(scanout, &scanout->buffers[scanout->shown]);
}
