// Capitals of the letters that Dutch and its neighbours are written with (Latin-1).
#ifndef REGIEBORD_TOUCH_LETTER_H
#define REGIEBORD_TOUCH_LETTER_H

#include <stdbool.h>
#include <stdint.h>

static inline uint32_t letter_upper(uint32_t point)
{
    bool ascii = point >= 'a' && point <= 'z';
    bool latin = point >= 0xe0 && point <= 0xfe && point != 0xf7;

    return ascii || latin ? point - 0x20 : point;
}

static inline bool letter_is_upper(uint32_t point)
{
    return (point >= 'A' && point <= 'Z') ||
           (point >= 0xc0 && point <= 0xde && point != 0xd7);
}

#endif
