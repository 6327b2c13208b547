#include "touch/layout.h"

#include <string.h>

#define SHIFT "\x01"
#define ERASE "\x02"
#define SYMBOLS "\x03"
#define ACCENTS "\x04"
#define SPACE "\x05"
#define DONE "\x06"
#define WIDE_ERASE "\x07"
#define FOOT SYMBOLS ACCENTS "," SPACE "." DONE

static const struct layout_special specials[] = {
    {'\x01', KEYBOARD_SHIFT, "shift", 3},     {'\x02', KEYBOARD_ERASE, "erase", 3},
    {'\x03', KEYBOARD_SYMBOLS, "symbols", 3}, {'\x04', KEYBOARD_ACCENTS, "accents", 2},
    {'\x05', KEYBOARD_SPACE, "space", 7},     {'\x06', KEYBOARD_DONE, "done", 4},
    {'\x07', KEYBOARD_ERASE, "erase", 4},
};

// Per page: the row that only the tall keyboard has, then the four that both have.
static const struct layout_row pages[][LAYOUT_ROWS] = {
    [KEYBOARD_LETTERS] = {{0, "1234567890"},
                          {0, "qwertyuiop"},
                          {1, "asdfghjkl"},
                          {0, SHIFT "zxcvbnm" ERASE},
                          {0, FOOT}},
    [KEYBOARD_DIGITS] = {{1, "[]<>§°±×½"},
                         {0, "1234567890"},
                         {0, "-/:;()€&@\""},
                         {0, "?!'%+=*#" WIDE_ERASE},
                         {0, FOOT}},
    [KEYBOARD_ACCENTED] = {{0, "1234567890"},
                           {0, "ëéèêïíìîçñ"},
                           {1, "öóòôüúùûÿ"},
                           {0, SHIFT "äáàâåøæ" ERASE},
                           {0, FOOT}},
};

static const char *const accents[] = {"eëéèê", "iïíìî", "oöóòô", "uüúùû",
                                      "aäáàâ", "cç",    "nñ"};

int layout_row_count(bool tall)
{
    return tall ? LAYOUT_ROWS : LAYOUT_ROWS - 1;
}

struct layout_row layout_row(enum keyboard_page page, bool tall, int row)
{
    return pages[page][row + (tall ? 0 : 1)];
}

const struct layout_special *layout_special(char mark)
{
    for (size_t i = 0; i < sizeof specials / sizeof *specials; i++) {
        if (specials[i].mark == mark) {
            return &specials[i];
        }
    }
    return NULL;
}

const char *layout_accents(const char *letter)
{
    for (size_t i = 0; i < sizeof accents / sizeof *accents; i++) {
        if (letter[0] == accents[i][0] && letter[1] == '\0') {
            return accents[i];
        }
    }
    return NULL;
}
