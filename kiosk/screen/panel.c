#include "screen/panel.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "screen/hash.h"

// Positions in an EDID 1.x block: size in cm, and in mm in the first detailed timing.
enum {
    EDID_BYTES = 128,
    EDID_WIDTH_CM = 21,
    EDID_HEIGHT_CM = 22,
    EDID_TIMING = 54,
    TIMING_WIDTH_MM = 12,
    TIMING_HEIGHT_MM = 13,
    TIMING_HIGH_MM = 14,
};

enum { MODES_BYTES = 4096 };

enum { LEAST_MM = 40, MOST_MM = 4000 };

static const unsigned char edid_start[8] = {0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x00};

// Some televisions give 16 x 9 for their shape; 16 x 10 and 160 x 90 are met too.
static bool plausible(int width_mm, int height_mm)
{
    bool ratio = width_mm % 16 == 0 &&
                 (height_mm == width_mm / 16 * 9 || height_mm == width_mm / 16 * 10) &&
                 width_mm <= 160;

    return !ratio && width_mm >= LEAST_MM && height_mm >= LEAST_MM && width_mm <= MOST_MM &&
           height_mm <= MOST_MM;
}

bool panel_edid_mm(const unsigned char *edid, size_t size, int *width_mm, int *height_mm)
{
    if (size < EDID_BYTES || memcmp(edid, edid_start, sizeof edid_start) != 0) {
        return false;
    }
    const unsigned char *timing = edid + EDID_TIMING;
    // Starts with a pixel clock; zero means that the block is a text.
    bool detailed = timing[0] != 0 || timing[1] != 0;
    int width = timing[TIMING_WIDTH_MM] | (timing[TIMING_HIGH_MM] & 0xF0) << 4;
    int height = timing[TIMING_HEIGHT_MM] | (timing[TIMING_HIGH_MM] & 0x0F) << 8;
    if (!detailed || !plausible(width, height)) {
        width = edid[EDID_WIDTH_CM] * 10;
        height = edid[EDID_HEIGHT_CM] * 10;
    }
    if (!plausible(width, height)) {
        return false;
    }
    *width_mm = width;
    *height_mm = height;
    return true;
}

static size_t read_file(const char *dir, const char *name, const char *file, void *out,
                        size_t size)
{
    char path[4096];

    snprintf(path, sizeof path, "%s/%s/%s", dir, name, file);
    FILE *in = fopen(path, "rb");
    if (in == NULL) {
        return 0;
    }
    size_t got = fread(out, 1, size, in);
    fclose(in);
    return got;
}

static bool is_connected(const char *dir, const char *name)
{
    static const char word[] = "connected";
    char status[32] = "";

    read_file(dir, name, "status", status, sizeof status - 1);
    return strncmp(status, word, sizeof word - 1) == 0;
}

// Of one screen: where it is plugged in, what it says of itself, and the sizes it can show.
static uint64_t identity_of(const char *dir, const char *name, const unsigned char *edid,
                            size_t size)
{
    char modes[MODES_BYTES];
    uint64_t hash = hash_bytes(hash_bytes(1, name, strlen(name)), edid, size);

    return hash_bytes(hash, modes, read_file(dir, name, "modes", modes, sizeof modes));
}

struct panel panel_find(const char *drm_dir)
{
    struct panel panel = {.card = -1};
    DIR *dir = opendir(drm_dir);

    if (dir == NULL) {
        return panel;
    }
    for (struct dirent *entry = readdir(dir); entry != NULL; entry = readdir(dir)) {
        int card = 0;
        unsigned char edid[EDID_BYTES];
        // Connectors are called card0-HDMI-A-1; card0 itself has no dash.
        if (strchr(entry->d_name, '-') == NULL ||
            sscanf(entry->d_name, "card%d-", &card) != 1 ||
            !is_connected(drm_dir, entry->d_name)) {
            continue;
        }
        panel.connected++;
        panel.card = panel.card < 0 || card < panel.card ? card : panel.card;
        size_t size = read_file(drm_dir, entry->d_name, "edid", edid, sizeof edid);
        // The folder is read in any order: their sum does not depend on it.
        panel.identity += identity_of(drm_dir, entry->d_name, edid, size);
        panel_edid_mm(edid, size, &panel.width_mm, &panel.height_mm);
    }
    closedir(dir);
    if (panel.connected != 1) {
        panel.width_mm = 0;
        panel.height_mm = 0;
    }
    return panel;
}
