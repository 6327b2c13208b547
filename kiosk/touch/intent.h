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
    INTENT_WHO,     // the visitor is `select` ("": nobody any more)
    INTENT_CHANGE,  // `amount` is an update_kind of board/update.h, done to `select`
                    // ("2.1a/jeugdhulp", or "2.1a" for the action) with `number` and `text`
    INTENT_UNDO,    // take back deed `number` of deed_list, the one of moment `text` (ms)
                    // where that is given; -1: what the undo bar names
    INTENT_SETTLE,  // conflict `number` of the board, the one whose lost value is of moment
                    // `text` (ms) where that is given; `amount` 1: keep that value
    INTENT_WRITE,   // open the keyboard for `amount` (enum writing) about `select`
    INTENT_WORD,    // `text` takes the place of the word that is being typed
    INTENT_SENTENCE, // `text` takes the place of all that was typed
    INTENT_DIGIT,    // key `select` of the PIN pad
    INTENT_RESTORE,  // the board goes back to what it was at the moment `text` (ms)
};

// INTENT_CHANGE of a meeting, with rows as board/handle.h names them:
//   UPDATE_MEETING_OPEN      `select` the meeting, or "" and `text` the body
//   UPDATE_MEETING_CLOSE     `select` the meeting
//   UPDATE_DECIDE            in the meeting that lies open (place.select of
//   SCREEN_MEETING),
//                            else the running one: `select` as above ("" for nothing on the
//                            board), `number` enum decide, `text`, and in `screen` the rung
//                            or the enum health that `extra` of the wish stands for
//   UPDATE_DECISION_TEXT, _LEAD, _DUE, _STATE   `select` the decision, `text` or `number`
struct intent {
    enum intent_kind kind;
    int screen; // enum screen_id of view/ui.h
    int amount;
    int number;
    char select[72];
    char board[36];
    char text[96];
};

#endif
