// What is typed, by the keyboard on the screen or a real one: for a search, and for the
// texts of SCREEN_WRITE, which are kept as drafts until they are sent.
#ifndef REGIEBORD_TYPING_H
#define REGIEBORD_TYPING_H

#include "board/wordlist.h"
#include "touch/keyboard.h"
#include "view/ui.h"

struct session;

enum { TYPING_REST_MS = 1000 }; // a draft is handed to its keeper when typing rests

// What the keyboard is open for.
struct typing {
    struct draft_text open; // of SCREEN_WRITE; its text is in the keyboard's field
    enum screen_id screen;  // SCREEN_COUNT: it is not open
    struct wordlist words;  // owned; of the open text, while it is open
    bool worded;            // `words` was made
    int64_t rest_ms;        // monotonic: when the drafts are due for their keeper
    bool due;               // they are
};

void typing_init(struct typing *typing);
void typing_finish(struct typing *typing);

// Opens and closes the keyboard as the place on the screen wants. What was being typed on
// the place before is kept.
void typing_follow(struct session *session);

// The board is about to go or was changed: forgets what was borrowed from it.
void typing_forget(struct typing *typing);

// Suggestions for the open text; NULL when there are none. Made when first asked for.
const struct wordlist *typing_words(struct session *session);

// Carries out INTENT_KEY, WORD and SENTENCE; false when it is another intent.
bool typing_apply(struct session *session, const struct intent *intent, int64_t at_ms);

// A key of a real keyboard; false when it means nothing here.
bool typing_feed(struct session *session, const struct sample *sample);

// A finger that holds a key, slides and lifts; `id` is the key under it, "" for none.
// typing_slide is false when no pop-up is open.
void typing_hold(struct session *session, const char *id, int64_t at_ms);
bool typing_slide(struct session *session, const char *id);
void typing_lift(struct session *session, const char *id, int64_t at_ms);

// The drafts are due now, if anything was typed since they were last.
void typing_rest(struct typing *typing);
void typing_tick(struct session *session, int64_t mono_ms);
int64_t typing_deadline_ms(const struct session *session);

#endif
