#define LOG_MODULE "png"
#include "screen/png.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>

#include "base/log.h"

bool png_save(const struct frame *frame, const char *path)
{
    // libpng's own bytes are R, G, B, padding; PNG_FORMAT_BGRX would still be read as
    // 0xXXRRGGBB only on little endian, so the rows are made here.
    size_t count = (size_t)frame->width_px * (size_t)frame->height_px;
    unsigned char *bytes = malloc(count * 3);
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = (png_uint_32)frame->width_px,
                       .height = (png_uint_32)frame->height_px,
                       .format = PNG_FORMAT_RGB,
                       .flags = PNG_IMAGE_FLAG_FAST};
    char beside[4096];
    bool saved = false;

    if (bytes == NULL) {
        LOG_ERR("%s: out of memory", path);
        return false;
    }
    for (int y = 0; y < frame->height_px; y++) {
        const uint32_t *row = frame_row(frame, y);
        unsigned char *out = bytes + (size_t)y * (size_t)frame->width_px * 3;
        for (int x = 0; x < frame->width_px; x++, out += 3) {
            out[0] = (unsigned char)(row[x] >> 16);
            out[1] = (unsigned char)(row[x] >> 8);
            out[2] = (unsigned char)row[x];
        }
    }
    snprintf(beside, sizeof beside, "%s.part", path);
    if (png_image_write_to_file(&image, beside, 0, bytes, 0, NULL) == 0) {
        LOG_ERR("%s is not written: %s", path, image.message);
    } else if (rename(beside, path) != 0) {
        LOG_ERR("%s is not written: %s", path, strerror(errno));
    } else {
        saved = true;
    }
    free(bytes);
    return saved;
}

bool png_load(struct frame *frame, const char *path)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    unsigned char *bytes = NULL;

    *frame = (struct frame){0};
    if (png_image_begin_read_from_file(&image, path) == 0) {
        LOG_ERR("%s is not read: %s", path, image.message);
        return false;
    }
    image.format = PNG_FORMAT_RGB;
    if (frame_init(frame, (int)image.width, (int)image.height)) {
        bytes = malloc((size_t)image.width * image.height * 3);
    }
    if (bytes == NULL || png_image_finish_read(&image, NULL, bytes, 0, NULL) == 0) {
        LOG_ERR("%s is not read: %s", path, bytes == NULL ? "too large" : image.message);
        frame_finish(frame);
    }
    png_image_free(&image);
    for (int64_t i = 0; i < (int64_t)frame->width_px * frame->height_px; i++) {
        const unsigned char *rgb = bytes + i * 3;
        frame->pixels[i] = (uint32_t)rgb[0] << 16 | (uint32_t)rgb[1] << 8 | rgb[2];
    }
    free(bytes);
    return frame->pixels != NULL;
}
