// QR codes, by libqrencode where it is installed: it is looked for when the first one is
// wanted, and the kiosk does without when it is not there.
#ifndef REGIEBORD_BASE_QR_H
#define REGIEBORD_BASE_QR_H

#include <stdbool.h>
#include <stdint.h>

enum { QR_SIDE_MAX = 177 };

struct qr {
    int side; // modules
    uint8_t dark[(QR_SIDE_MAX * QR_SIDE_MAX + 7) / 8];
};

bool qr_available(void);
// Error correction M. False when there is no library or the text is too long.
bool qr_encode(const char *text, struct qr *out);
bool qr_dark(const struct qr *qr, int x, int y);

#endif
