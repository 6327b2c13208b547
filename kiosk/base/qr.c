#include "base/qr.h"

#include <dlfcn.h>
#include <string.h>

#define LOG_MODULE "qr"
#include "base/log.h"

#define LIBRARY "libqrencode.so.4"

// What of that library is used, as its version 4 has it.
struct code {
    int version, width;
    unsigned char *data; // a byte per module; bit 0: dark
};
enum { LEVEL_M = 1, MODE_BYTES = 2, BEST_VERSION = 0 };

typedef struct code *encode_call(const char *text, int version, int level, int mode,
                                 int case_sensitive);
typedef void free_call(struct code *code);

// Looked for once.
static struct {
    const char *name;
    void *handle;
    bool looked;
    encode_call *encode;
    free_call *release;
} library = {.name = LIBRARY};

void qr_library(const char *name)
{
    if (library.handle != NULL) {
        dlclose(library.handle);
    }
    memset(&library, 0, sizeof library);
    library.name = name != NULL ? name : LIBRARY;
}

// A function pointer out of dlsym, whose result ISO C does not let one cast.
static bool call_find(const char *name, void *call, size_t size)
{
    void *found = dlsym(library.handle, name);

    memcpy(call, &found, size);
    return found != NULL;
}

bool qr_available(void)
{
    if (!library.looked) {
        library.looked = true;
        library.handle = dlopen(library.name, RTLD_NOW | RTLD_LOCAL);
        bool whole =
            library.handle != NULL &&
            call_find("QRcode_encodeString", &library.encode, sizeof library.encode) &&
            call_find("QRcode_free", &library.release, sizeof library.release);
        if (!whole) {
            library.encode = NULL;
            LOG_INFO("%s is not there: no QR codes", library.name);
        }
    }
    return library.encode != NULL;
}

static void dark_set(struct qr *qr, int at)
{
    qr->dark[at / 8] = (uint8_t)(qr->dark[at / 8] | 1U << at % 8);
}

bool qr_encode(const char *text, struct qr *out)
{
    memset(out, 0, sizeof *out);
    if (!qr_available() || text[0] == '\0') {
        return false;
    }
    struct code *code = library.encode(text, BEST_VERSION, LEVEL_M, MODE_BYTES, 1);
    bool fine =
        code != NULL && code->data != NULL && code->width > 0 && code->width <= QR_SIDE_MAX;
    if (fine) {
        out->side = code->width;
        for (int i = 0; i < code->width * code->width; i++) {
            if ((code->data[i] & 1) != 0) {
                dark_set(out, i);
            }
        }
    }
    if (code != NULL) {
        library.release(code);
    }
    return fine;
}

bool qr_dark(const struct qr *qr, int x, int y)
{
    int at = y * qr->side + x;

    return x >= 0 && y >= 0 && x < qr->side && y < qr->side &&
           (qr->dark[at / 8] >> at % 8 & 1) != 0;
}

size_t qr_room(int side)
{
    // Bytes of the versions 1 to 25 with error correction M (ISO 18004).
    static const uint16_t bytes[] = {14,  26,  42,  62,  84,  106, 122, 152, 180,
                                     213, 251, 287, 331, 362, 412, 450, 504, 560,
                                     624, 666, 711, 779, 857, 911, 997};
    int versions = (int)(sizeof bytes / sizeof *bytes);
    int version = (side - 17) / 4;

    return version < 1 ? 0 : bytes[(version < versions ? version : versions) - 1];
}
