// The console's picture: which screen and size are chosen, that what was painted gets to
// the panel whatever the card does meanwhile, and that it goes off and on. The card is
// played: the functions here take the place of libdrm's, and its memory is a file.
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <xf86drm.h>
#include <xf86drmMode.h>

#include "screen/scanout.h"

enum {
    WIDE = 6,
    HIGH = 4,
    PITCH = 32,
    BUFFER = 4096,
    CRTC = 31,
    SCREEN = 41,
    DPMS_ID = 72
};
enum { MODES = 3 };

static struct {
    char folder[64], path[96];
    bool plugged, master, flips; // what it takes
    int buffers;                 // that it has memory for
    drmModeModeInfo modes[MODES];
    // What it was told.
    int made, freed, mode_sets, flipped, dirty;
    uint32_t shown; // frame buffer on the panel
    uint64_t power; // DPMS
    int wide, high; // of the mode that was set
    int unread;     // flips that were not waited for
    unsigned char memory[2 * BUFFER];
} card;

// --- the card ---

int drmIsMaster(int fd)
{
    (void)fd;
    return card.master;
}

drmModeResPtr drmModeGetResources(int fd)
{
    static uint32_t connectors[] = {40, SCREEN};
    static uint32_t crtcs[] = {30, CRTC};
    static drmModeRes resources = {
        .count_connectors = 2, .connectors = connectors, .count_crtcs = 2, .crtcs = crtcs};

    (void)fd;
    return &resources;
}

void drmModeFreeResources(drmModeResPtr ptr)
{
    (void)ptr;
}

drmModeConnectorPtr drmModeGetConnector(int fd, uint32_t id)
{
    static uint32_t encoders[] = {50};
    static uint32_t properties[] = {70, DPMS_ID};
    static drmModeConnector connector;

    (void)fd;
    connector = (drmModeConnector){.connector_id = id,
                                   .connection = id == SCREEN && card.plugged
                                                     ? DRM_MODE_CONNECTED
                                                     : DRM_MODE_DISCONNECTED,
                                   .count_modes = MODES,
                                   .modes = card.modes,
                                   .count_encoders = 1,
                                   .encoders = encoders,
                                   .count_props = 2,
                                   .props = properties};
    return &connector;
}

void drmModeFreeConnector(drmModeConnectorPtr ptr)
{
    (void)ptr;
}

// It reaches the second part of the card only, and drives nothing yet.
drmModeEncoderPtr drmModeGetEncoder(int fd, uint32_t id)
{
    static drmModeEncoder encoder = {.possible_crtcs = 2};

    (void)fd;
    encoder.encoder_id = id;
    return &encoder;
}

void drmModeFreeEncoder(drmModeEncoderPtr ptr)
{
    (void)ptr;
}

drmModePropertyPtr drmModeGetProperty(int fd, uint32_t id)
{
    static drmModePropertyRes property;

    (void)fd;
    property = (drmModePropertyRes){.prop_id = id};
    strcpy(property.name, id == DPMS_ID ? "DPMS" : "EDID");
    return &property;
}

void drmModeFreeProperty(drmModePropertyPtr ptr)
{
    (void)ptr;
}

int drmModeConnectorSetProperty(int fd, uint32_t connector, uint32_t property,
                                uint64_t value)
{
    (void)fd;
    assert_int_equal(connector, SCREEN);
    assert_int_equal(property, DPMS_ID);
    card.power = value;
    return 0;
}

int drmModeCreateDumbBuffer(int fd, uint32_t width, uint32_t height, uint32_t bpp,
                            uint32_t flags, uint32_t *handle, uint32_t *pitch,
                            uint64_t *size)
{
    (void)fd;
    (void)flags;
    assert_int_equal(bpp, 32);
    if (card.made - card.freed == card.buffers || width * 4 > PITCH ||
        height * PITCH > BUFFER) {
        return -12;
    }
    card.made++;
    *handle = (uint32_t)card.made;
    *pitch = PITCH;
    *size = BUFFER;
    return 0;
}

int drmModeDestroyDumbBuffer(int fd, uint32_t handle)
{
    (void)fd;
    (void)handle;
    card.freed++;
    return 0;
}

int drmModeMapDumbBuffer(int fd, uint32_t handle, uint64_t *offset)
{
    (void)fd;
    *offset = (handle - 1) % 2 * BUFFER;
    return 0;
}

int drmModeAddFB(int fd, uint32_t width, uint32_t height, uint8_t depth, uint8_t bpp,
                 uint32_t pitch, uint32_t bo_handle, uint32_t *buf_id)
{
    (void)fd;
    (void)width;
    (void)height;
    (void)depth;
    (void)bpp;
    (void)pitch;
    *buf_id = 101 + (bo_handle - 1) % 2;
    return 0;
}

int drmModeRmFB(int fd, uint32_t id)
{
    (void)fd;
    (void)id;
    return 0;
}

int drmModeSetCrtc(int fd, uint32_t crtc, uint32_t buffer, uint32_t x, uint32_t y,
                   uint32_t *connectors, int count, drmModeModeInfoPtr mode)
{
    (void)fd;
    (void)x;
    (void)y;
    assert_int_equal(crtc, CRTC);
    assert_int_equal(count, 1);
    assert_int_equal(connectors[0], SCREEN);
    if (!card.master) {
        return -13;
    }
    card.mode_sets++;
    card.shown = buffer;
    card.wide = mode->hdisplay;
    card.high = mode->vdisplay;
    return 0;
}

int drmModePageFlip(int fd, uint32_t crtc, uint32_t buffer, uint32_t flags, void *data)
{
    (void)fd;
    (void)crtc;
    (void)data;
    assert_int_equal(flags, DRM_MODE_PAGE_FLIP_EVENT);
    if (!card.flips || card.power != DRM_MODE_DPMS_ON) {
        return -22;
    }
    card.flipped++;
    card.shown = buffer;
    return 0;
}

int drmModeDirtyFB(int fd, uint32_t buffer, drmModeClipPtr clips, uint32_t count)
{
    (void)fd;
    (void)buffer;
    (void)clips;
    (void)count;
    card.dirty++;
    return 0;
}

// --- the tests ---

static void card_begin(void)
{
    memset(&card, 0, sizeof card);
    card.plugged = card.master = card.flips = true;
    card.buffers = 2;
    card.modes[0] = (drmModeModeInfo){.hdisplay = 3, .vdisplay = 3};
    card.modes[1] = (drmModeModeInfo){
        .hdisplay = WIDE, .vdisplay = HIGH, .type = DRM_MODE_TYPE_PREFERRED};
    card.modes[2] = (drmModeModeInfo){.hdisplay = 5, .vdisplay = 4};
    strcpy(card.folder, "/tmp/regiebord-dri-XXXXXX");
    assert_non_null(mkdtemp(card.folder));
    snprintf(card.path, sizeof card.path, "%s/card1", card.folder);
    FILE *file = fopen(card.path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(card.memory, 1, sizeof card.memory, file), sizeof card.memory);
    fclose(file);
}

static void card_end(void)
{
    assert_int_equal(card.freed, card.made);
    unlink(card.path);
    rmdir(card.folder);
}

// A pixel of what is on the panel.
static uint32_t panel_pixel(int x, int y)
{
    uint32_t pixel = 0;
    FILE *file = fopen(card.path, "r");

    assert_non_null(file);
    fseek(file, (long)(card.shown - 101) * BUFFER + y * PITCH + x * 4, SEEK_SET);
    assert_int_equal(fread(&pixel, sizeof pixel, 1, file), 1);
    fclose(file);
    return pixel;
}

static void paint(struct scanout *scanout, struct frame *frame, int x, int y,
                  uint32_t color)
{
    const rect area = {x, y, 1, 1};

    frame_row(frame, y)[x] = color;
    scanout_present(scanout, frame, &area, 1);
}

static void shows(const struct frame *frame)
{
    for (int y = 0; y < HIGH; y++) {
        for (int x = 0; x < WIDE; x++) {
            assert_int_equal(panel_pixel(x, y), frame_row(frame, y)[x]);
        }
    }
}

static void nothing_to_show_on(void **state)
{
    (void)state;
    assert_null(scanout_open("/nowhere/dri", TURN_NONE));
    card_begin();
    int next = dup(0);
    close(next);
    card.plugged = false;
    assert_null(scanout_open(card.folder, TURN_NONE));
    card.plugged = true;
    card.master = false; // another program shows on it
    assert_null(scanout_open(card.folder, TURN_NONE));
    card.master = true;
    card.buffers = 0;
    assert_null(scanout_open(card.folder, TURN_NONE));
    int after = dup(0);
    close(after);
    assert_int_equal(after, next); // nothing was left open
    card_end();
}

static void the_size(void **state)
{
    int wide = 0;
    int high = 0;

    (void)state;
    card_begin();
    struct scanout *scanout = scanout_open(card.folder, TURN_NONE);
    scanout_size(scanout, &wide, &high);
    assert_int_equal(wide, WIDE); // what the screen prefers
    assert_int_equal(high, HIGH);
    scanout_close(scanout);
    card.modes[2].type = DRM_MODE_TYPE_USERDEF; // asked for on the kernel's command line
    scanout = scanout_open(card.folder, TURN_LEFT);
    scanout_size(scanout, &wide, &high);
    assert_int_equal(wide, 4);
    assert_int_equal(high, 5);
    scanout_close(scanout);
    card_end();
}

// Every picture is whole, by turns in two buffers, of which each lacks what the other got.
static void pictures_are_whole(void **state)
{
    struct frame frame;

    (void)state;
    for (int buffers = 1; buffers <= 2; buffers++) {
        card_begin();
        card.buffers = buffers;
        assert_true(frame_init(&frame, WIDE, HIGH));
        struct scanout *scanout = scanout_open(card.folder, TURN_NONE);
        const rect all = frame_box(&frame);
        memset(frame.pixels, 0x11, sizeof(uint32_t) * WIDE * HIGH);
        scanout_present(scanout, &frame, &all, 1);
        shows(&frame);
        assert_int_equal(card.wide, WIDE);
        for (int i = 0; i < 200; i++) {
            uint32_t before = card.shown;
            paint(scanout, &frame, i * 5 % WIDE, i * 3 % HIGH, (uint32_t)i + 1);
            shows(&frame);
            assert_int_equal(card.shown != before, buffers == 2);
        }
        assert_int_equal(card.mode_sets, 1);
        assert_int_equal(card.flipped, buffers == 2 ? 200 : 0);
        assert_int_equal(card.dirty, buffers == 2 ? 0 : 200);
        scanout_close(scanout);
        frame_finish(&frame);
        card_end();
    }
}

// A card that does not flip, as after its screen was pulled out, gets its mode again; one
// that another program holds shows the whole picture as soon as it may.
static void a_card_that_refuses(void **state)
{
    struct frame frame;

    (void)state;
    card_begin();
    assert_true(frame_init(&frame, WIDE, HIGH));
    struct scanout *scanout = scanout_open(card.folder, TURN_NONE);
    card.master = false;
    paint(scanout, &frame, 1, 1, 7);
    paint(scanout, &frame, 2, 1, 8);
    assert_int_equal(card.shown, 0);
    card.master = true;
    paint(scanout, &frame, 3, 1, 9);
    shows(&frame);
    card.flips = false;
    paint(scanout, &frame, 4, 1, 10);
    shows(&frame);
    assert_int_equal(card.mode_sets, 2);
    scanout_close(scanout);
    frame_finish(&frame);
    card_end();
}

static void off_and_on(void **state)
{
    struct frame frame;

    (void)state;
    card_begin();
    assert_true(frame_init(&frame, WIDE, HIGH));
    struct scanout *scanout = scanout_open(card.folder, TURN_NONE);
    paint(scanout, &frame, 0, 0, 5);
    assert_true(scanout_power(scanout, false));
    assert_int_equal(card.power, DRM_MODE_DPMS_OFF);
    int told = card.flipped + card.mode_sets;
    paint(scanout, &frame, 1, 0, 6);
    paint(scanout, &frame, 2, 0, 7);
    paint(scanout, &frame, 3, 0, 8);
    assert_int_equal(card.flipped + card.mode_sets, told); // off means off
    assert_true(scanout_power(scanout, true));
    assert_int_equal(card.power, DRM_MODE_DPMS_ON);
    shows(&frame); // at once what was painted meanwhile
    paint(scanout, &frame, 4, 0, 9);
    shows(&frame);
    scanout_close(scanout);
    frame_finish(&frame);
    card_end();
}

static void turned(void **state)
{
    struct frame frame;

    (void)state;
    card_begin();
    assert_true(frame_init(&frame, HIGH, WIDE));
    struct scanout *scanout = scanout_open(card.folder, TURN_RIGHT);
    paint(scanout, &frame, 0, 0, 5);
    assert_int_equal(panel_pixel(WIDE - 1, 0), 5);
    paint(scanout, &frame, HIGH - 1, WIDE - 1, 6);
    assert_int_equal(panel_pixel(0, HIGH - 1), 6);
    scanout_close(scanout);
    frame_finish(&frame);
    card_end();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_to_show_on), cmocka_unit_test(the_size),
        cmocka_unit_test(pictures_are_whole), cmocka_unit_test(a_card_that_refuses),
        cmocka_unit_test(off_and_on),         cmocka_unit_test(turned),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
