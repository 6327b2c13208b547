// What a touch means on the screen that was touched: made by the view for every hit region.
#ifndef REGIEBORD_TOUCH_INTENT_H
#define REGIEBORD_TOUCH_INTENT_H

enum intent_kind {
    INTENT_NONE,
    INTENT_SHOW, // go to screen `screen`, with `select` and `board` (empty: stay on this
                 // one)
    INTENT_BACK,
    INTENT_PAGE,    // `amount` pages on (or back)
    INTENT_SCROLL,  // `amount` view heights on (or back)
    INTENT_OPTION,  // set option `amount` of the screen (grouping, filter, theme ...), see
                    // view/ui.h
    INTENT_KEY,     // on-screen keyboard key `select`
    INTENT_EXPLAIN, // open the explanation of `select` (an abbreviation)
    INTENT_CLOSE,   // close what lies over the screen
    INTENT_PAUSE,   // pause or resume what moves by itself
};

struct intent {
    enum intent_kind kind;
    int screen; // enum screen_id of view/ui.h
    int amount;
    char select[72];
    char board[36];
};

#endif
