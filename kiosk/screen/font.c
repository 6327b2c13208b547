#define LOG_MODULE "font"
#include "screen/font.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <SDL.h>
#include <SDL_ttf.h>

#include "base/log.h"
#include "base/utf8.h"
#include "screen/hash.h"

enum {
    LEAST_PX = 4,
    MOST_PX = 1000,
    WIDTH_SLOTS = 16 * 1024, // a power of two
};

// The faces: one per weight, then the ones that stand in for letters these do not have.
enum { FACE_SPARE = WEIGHT_COUNT, FACE_SPARE_BOLD, FACE_COUNT };

static const char *const open_sans_dir = "/usr/share/fonts/truetype/open-sans";
static const char *const dejavu_dir = "/usr/share/fonts/truetype/dejavu";

static const char *const open_sans_files[WEIGHT_COUNT] = {
    [WEIGHT_REGULAR] = "OpenSans-Regular.ttf",
    [WEIGHT_SEMIBOLD] = "OpenSans-Semibold.ttf",
    [WEIGHT_BOLD] = "OpenSans-Bold.ttf",
};
static const char *const dejavu_files[WEIGHT_COUNT] = {
    [WEIGHT_REGULAR] = "DejaVuSans.ttf",
    [WEIGHT_SEMIBOLD] = "DejaVuSans-Bold.ttf",
    [WEIGHT_BOLD] = "DejaVuSans-Bold.ttf",
};

// A font file in memory, shared by all of its sizes.
struct face {
    void *data; // mapped; NULL when the file is not there
    size_t size;
};

struct sized {
    int face;
    int size_px;
    TTF_Font *font; // owned
};

struct width_slot {
    uint64_t hash;
    int width_px;
};

struct font_set {
    struct face faces[FACE_COUNT];
    struct sized *sizes; // owned
    size_t size_count, size_room;
    struct width_slot *widths; // owned, by hash; a newer one overwrites an older one
    struct text_measure measure;
    bool started; // TTF_Init succeeded
};

static bool face_open(struct face *face, const char *dir, const char *file)
{
    char path[4096];
    struct stat info;

    snprintf(path, sizeof path, "%s/%s", dir, file);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return false;
    }
    if (fstat(fd, &info) == 0 && info.st_size > 0) {
        void *data = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (data != MAP_FAILED) {
            *face = (struct face){.data = data, .size = (size_t)info.st_size};
        }
    }
    close(fd);
    return face->data != NULL;
}

static void face_close(struct face *face)
{
    if (face->data != NULL) {
        munmap(face->data, face->size);
        face->data = NULL;
    }
}

// All three weights or none.
static bool open_weights(struct font_set *fonts, const char *dir, const char *const *files)
{
    bool found = true;

    for (int weight = 0; weight < WEIGHT_COUNT && found; weight++) {
        found = face_open(&fonts->faces[weight], dir, files[weight]);
    }
    for (int weight = 0; weight < WEIGHT_COUNT && !found; weight++) {
        face_close(&fonts->faces[weight]);
    }
    return found;
}

static bool open_faces(struct font_set *fonts, const char *dir)
{
    const char *chosen = dir != NULL ? dir : getenv("REGIEBORD_FONTS");
    bool found = false;

    face_open(&fonts->faces[FACE_SPARE], dejavu_dir, dejavu_files[WEIGHT_REGULAR]);
    face_open(&fonts->faces[FACE_SPARE_BOLD], dejavu_dir, dejavu_files[WEIGHT_BOLD]);
    if (chosen != NULL && chosen[0] != '\0') {
        found = open_weights(fonts, chosen, open_sans_files);
        if (!found) {
            LOG_WARN("%s: no %s, -Semibold, -Bold here; looking where Debian puts them",
                     chosen, open_sans_files[WEIGHT_REGULAR]);
        }
    }
    found = found || open_weights(fonts, open_sans_dir, open_sans_files);
    if (!found && open_weights(fonts, dejavu_dir, dejavu_files)) {
        LOG_WARN("Open Sans is not installed, using DejaVu Sans: install fonts-open-sans");
        found = true;
    }
    if (!found) {
        LOG_ERR("no font: install the package fonts-open-sans (apt-get install "
                "fonts-open-sans), or name its folder with --font-dir or REGIEBORD_FONTS");
    }
    return found;
}

static int width_of(void *context, enum weight weight, int size_px, const char *text,
                    size_t length);

struct font_set *font_set_create(const char *dir)
{
    struct font_set *fonts = calloc(1, sizeof *fonts);

    if (fonts == NULL) {
        return NULL;
    }
    fonts->measure = (struct text_measure){.context = fonts, .width = width_of};
    fonts->widths = calloc(WIDTH_SLOTS, sizeof *fonts->widths);
    fonts->started = TTF_Init() == 0;
    if (!fonts->started) {
        LOG_ERR("SDL_ttf does not start: %s", TTF_GetError());
    }
    if (fonts->widths == NULL || !fonts->started || !open_faces(fonts, dir)) {
        font_set_destroy(fonts);
        return NULL;
    }
    return fonts;
}

void font_set_destroy(struct font_set *fonts)
{
    if (fonts == NULL) {
        return;
    }
    for (size_t i = 0; i < fonts->size_count; i++) {
        TTF_CloseFont(fonts->sizes[i].font);
    }
    for (int face = 0; face < FACE_COUNT; face++) {
        face_close(&fonts->faces[face]);
    }
    if (fonts->started) {
        TTF_Quit();
    }
    free(fonts->sizes);
    free(fonts->widths);
    free(fonts);
}

const struct text_measure *font_measure(struct font_set *fonts)
{
    return &fonts->measure;
}

// Hinting as the font was drawn for: with it the horizontal strokes fall on whole pixels,
// which at 21 to 52 px was sharper than light or no hinting.
static TTF_Font *open_size(const struct face *face, int size_px)
{
    SDL_RWops *file = SDL_RWFromConstMem(face->data, (int)face->size);
    TTF_Font *font = file == NULL ? NULL : TTF_OpenFontRW(file, 1, size_px);

    if (font == NULL) {
        LOG_ERR("font at %d px does not open: %s", size_px, TTF_GetError());
        return NULL;
    }
    TTF_SetFontHinting(font, TTF_HINTING_NORMAL);
    TTF_SetFontKerning(font, 1);
    return font;
}

// NULL when there is no such face or it does not open.
static TTF_Font *font_of(struct font_set *fonts, int face, int size_px)
{
    if (fonts->faces[face].data == NULL) {
        return NULL;
    }
    for (size_t i = 0; i < fonts->size_count; i++) {
        if (fonts->sizes[i].face == face && fonts->sizes[i].size_px == size_px) {
            return fonts->sizes[i].font;
        }
    }
    if (fonts->size_count == fonts->size_room) {
        size_t room = fonts->size_room == 0 ? 16 : fonts->size_room * 2;
        struct sized *sizes = realloc(fonts->sizes, room * sizeof *sizes);
        if (sizes == NULL) {
            return NULL;
        }
        fonts->sizes = sizes;
        fonts->size_room = room;
    }
    TTF_Font *font = open_size(&fonts->faces[face], size_px);
    if (font != NULL) {
        fonts->sizes[fonts->size_count] = (struct sized){face, size_px, font};
        fonts->size_count++;
    }
    return font;
}

// A stretch of a text in one font.
struct run {
    TTF_Font *font;
    size_t start, length;
};

// The font of the weight where it has the letter, else the spare one, else tofu in the
// first.
static TTF_Font *font_for(struct font_set *fonts, enum weight weight, int size_px,
                          uint32_t point)
{
    TTF_Font *font = font_of(fonts, (int)weight, size_px);

    if (font != NULL && point > 0x7E && TTF_GlyphIsProvided32(font, point) == 0) {
        int face = weight == WEIGHT_REGULAR ? FACE_SPARE : FACE_SPARE_BOLD;
        TTF_Font *spare = font_of(fonts, face, size_px);
        if (spare != NULL && TTF_GlyphIsProvided32(spare, point) != 0) {
            font = spare;
        }
    }
    return font;
}

// Finds the run behind `*run`, which is zeroed for the first one. False at the end, or when
// a font does not open.
static bool next_run(struct font_set *fonts, enum weight weight, int size_px,
                     const char *text, struct run *run)
{
    size_t length = strlen(text);
    size_t at = run->start + run->length;

    *run = (struct run){.start = at};
    while (at < length) {
        size_t next = at;
        TTF_Font *font = font_for(fonts, weight, size_px, utf8_next(text, length, &next));
        if (font == NULL || (run->font != NULL && font != run->font)) {
            break;
        }
        run->font = font;
        at = next;
    }
    run->length = at - run->start;
    return run->length > 0;
}

// A copy ended by a NUL, cut between characters where it is too long.
static void copy_text(char out[FONT_TEXT_BYTES], const char *text, size_t length)
{
    if (length > FONT_TEXT_BYTES - 1) {
        length = FONT_TEXT_BYTES - 1;
        while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80) {
            length--;
        }
    }
    memcpy(out, text, length);
    out[length] = '\0';
}

static int clamp_size(int size_px)
{
    return size_px < LEAST_PX ? LEAST_PX : size_px > MOST_PX ? MOST_PX : size_px;
}

static int width_of(void *context, enum weight weight, int size_px, const char *text,
                    size_t length)
{
    struct font_set *fonts = context;
    char copy[FONT_TEXT_BYTES];

    if (length == 0) {
        return 0;
    }
    size_px = clamp_size(size_px);
    // Two texts with one 64-bit hash will not be met in the life of a wall.
    uint64_t hash =
        hash_bytes(hash_word(1, (uint64_t)weight << 32 | (uint64_t)size_px), text, length);
    struct width_slot *slot = &fonts->widths[hash & (WIDTH_SLOTS - 1)];
    if (slot->hash == hash) {
        return slot->width_px;
    }
    copy_text(copy, text, length);
    struct run run = {0};
    int sum_px = 0;
    while (next_run(fonts, weight, size_px, copy, &run)) {
        char part[FONT_TEXT_BYTES];
        int width_px = 0;
        copy_text(part, copy + run.start, run.length);
        TTF_SizeUTF8(run.font, part, &width_px, NULL);
        sum_px += width_px;
    }
    *slot = (struct width_slot){hash, sum_px};
    return sum_px;
}

// How far SDL_ttf moved the text inside its surface: letters that lean out to the left of
// the pen or stand out above the font's ascent shift all of it.
static void find_shift(TTF_Font *font, const char *text, int *left_px, int *up_px)
{
    size_t length = strlen(text);
    int ascent = TTF_FontAscent(font);

    *left_px = 0;
    *up_px = 0;
    for (size_t at = 0; at < length;) {
        bool first = at == 0;
        int least_x = 0;
        int most_y = 0;
        uint32_t point = utf8_next(text, length, &at);
        if (TTF_GlyphMetrics32(font, point, &least_x, NULL, NULL, &most_y, NULL) != 0) {
            continue;
        }
        *left_px = first && least_x < 0 ? -least_x : *left_px;
        *up_px = most_y - ascent > *up_px ? most_y - ascent : *up_px;
    }
}

static const uint32_t *row_of(const SDL_Surface *surface, int y)
{
    return (const uint32_t *)(const void *)((const char *)surface->pixels +
                                            y * surface->pitch);
}

// The smallest box round what is inked.
static rect find_ink(const SDL_Surface *surface)
{
    rect ink = {surface->w, surface->h, 0, 0};
    int right = 0;
    int bottom = 0;

    for (int y = 0; y < surface->h; y++) {
        const uint32_t *row = row_of(surface, y);
        for (int x = 0; x < surface->w; x++) {
            if (row[x] >> 24 != 0) {
                ink.x = x < ink.x ? x : ink.x;
                ink.y = y < ink.y ? y : ink.y;
                right = x >= right ? x + 1 : right;
                bottom = y + 1;
            }
        }
    }
    ink.w = right - ink.x;
    ink.h = bottom - ink.y;
    return rect_empty(ink) ? (rect){0} : ink;
}

static struct mask *keep_ink(const SDL_Surface *surface)
{
    rect ink = find_ink(surface);
    struct mask *mask = mask_create(ink.w, ink.h);

    if (mask == NULL) {
        return NULL;
    }
    mask->left_px = ink.x;
    mask->top_px = ink.y;
    for (int y = 0; y < ink.h; y++) {
        const uint32_t *row = row_of(surface, ink.y + y) + ink.x;
        uint8_t *cover = mask->cover + (size_t)y * ink.w;
        for (int x = 0; x < ink.w; x++) {
            cover[x] = (uint8_t)(row[x] >> 24);
        }
    }
    return mask;
}

// One run, its left_px and top_px from the pen at its start. *width_px is how far the pen
// moves.
static struct mask *render_run(TTF_Font *font, const char *text, int *width_px)
{
    int left_px = 0;
    int up_px = 0;

    // SDL_ttf calls a text without width an error.
    if (TTF_SizeUTF8(font, text, width_px, NULL) != 0 || *width_px == 0) {
        return mask_create(0, 0);
    }
    SDL_Surface *surface =
        TTF_RenderUTF8_Blended(font, text, (SDL_Color){255, 255, 255, 255});
    if (surface == NULL) {
        LOG_ERR("\"%s\" is not drawn: %s", text, TTF_GetError());
        return NULL;
    }
    struct mask *mask = keep_ink(surface);
    SDL_FreeSurface(surface);
    if (mask != NULL) {
        find_shift(font, text, &left_px, &up_px);
        mask->left_px -= left_px;
        mask->top_px -= TTF_FontAscent(font) + up_px;
    }
    return mask;
}

struct mask *font_render(struct font_set *fonts, enum weight weight, int size_px,
                         const char *text, size_t length)
{
    char copy[FONT_TEXT_BYTES];
    struct mask *all = NULL;
    struct run run = {0};
    int pen_px = 0;
    bool sound = true;

    copy_text(copy, text, length);
    while (sound && next_run(fonts, weight, clamp_size(size_px), copy, &run)) {
        char part[FONT_TEXT_BYTES];
        int width_px = 0;
        copy_text(part, copy + run.start, run.length);
        struct mask *mask = render_run(run.font, part, &width_px);
        if (mask != NULL) {
            mask->left_px += pen_px;
        }
        pen_px += width_px;
        all = run.start == 0 ? mask : mask_join(all, mask); // nearly every text is one run
        sound = all != NULL;
    }
    return sound && all == NULL ? mask_create(0, 0) : all;
}
