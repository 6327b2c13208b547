// QR codes, by libqrencode where it is installed: it is looked for when the first one is
// wanted, and the kiosk does without when it is not there.
#ifndef REGIEBORD_BASE_QR_H
#define REGIEBORD_BASE_QR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    QR_SIDE_MAX = 177,
    QR_SIDE_LARGE = 117, // version 25: more modules are hard to scan from a screen
    QR_QUIET = 4         // modules that stay light round a code
};

struct qr {
    int side; // modules
    uint8_t dark[(QR_SIDE_MAX * QR_SIDE_MAX + 7) / 8];
};

bool qr_available(void);
// Error correction M. False when there is no library or the text is too long.
bool qr_encode(const char *text, struct qr *out);
bool qr_dark(const struct qr *qr, int x, int y);

// How many bytes certainly fit in a code of at most that many modules a side, with error
// correction M; 0: not even the smallest code does. Looks no further than QR_SIDE_LARGE.
size_t qr_room(int side);

// For tests: looks for a library of another name from now on. NULL: the usual one.
void qr_library(const char *name);

#endif
