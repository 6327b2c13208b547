// One function per screen: fills the scene's draw list.
#ifndef REGIEBORD_VIEW_SCREENS_H
#define REGIEBORD_VIEW_SCREENS_H

#include "board/signal.h"
#include "view/scene.h"

void wall_draw(struct scene *scene);      // bord
void cards_draw(struct scene *scene);     // cel, ambitie, kolom
void card_draw(struct scene *scene);      // kaart
void attention_draw(struct scene *scene); // aandacht
void search_draw(struct scene *scene);    // zoeken
void glossary_draw(struct scene *scene);  // afkortingen
void shelf_draw(struct scene *scene);     // borden
void leads_draw(struct scene *scene);     // trekkers: names, or the tracks of one
void write_draw(struct scene *scene);     // toetsenbord
void changes_draw(struct scene *scene);   // wijzigingen
void pin_draw(struct scene *scene);       // pincode
void admin_draw(struct scene *scene);     // beheer
void meeting_draw(struct scene *scene);   // vergadering
// verloop. Its `select` names a moment, "FROM_MS", or two to compare, "FROM_MS/TO_MS" (Unix
// milliseconds); "" opens it since the last meeting. An intent_show of it with `number` 1
// plays the steps between them at once, and with `amount` 2 it keeps the way back.
void trend_draw(struct scene *scene);
// Goes there to play what happened since a moment; back leads to where it was asked for.
struct intent intent_replay(int64_t since_ms);
// A button that does so, in the upper right corner of a box of which `used_px` at the left
// are taken, where anything moved since then and there is room. Returns the width that is
// left beside it.
int replay_button_draw(struct scene *scene, int64_t since_ms, const struct movement *moved,
                       rect box, int used_px);
void legend_panel_draw(struct scene *scene);  // uitleg, over any screen
void explain_panel_draw(struct scene *scene); // one abbreviation, over any screen

// The undo bar, over the foot of any screen when something was changed just now; its
// height, which screens where people change things keep free above the bar.
void undo_draw(struct scene *scene);
int undo_px(const struct scene *scene);
// What it leaves of the body of a screen that lists things, after its frame was drawn: a
// row or a pager under the bar could not be touched.
rect undo_clear(const struct scene *scene, rect body);

// The cell of the wall: one ambition in one column.
struct cell_style {
    int wide;         // bricks side by side, the same on the whole page
    int brick_px;     // height of a brick
    bool words;       // there is room for words beside the sign
    int title_layers; // bricks that stay free under the exception's short title; 0: no room
                      // for a title
};
void wall_cell_draw(struct scene *scene, const struct ambition *ambition,
                    const struct column *column, rect box, const struct cell_style *style);

// The strip: its sentences, one at a time. Draws into box; sets scene->sentences.
void strip_draw(struct scene *scene, rect box);

// True when the strip has something to say that no screen may leave out: what is wrong, or
// that this is the board of another day.
bool strip_stands(const struct scene *scene);
// What it says then in one line of hand text, for the screens without a strip.
int strip_line_px(const struct scene *scene);
void strip_line_draw(struct scene *scene, rect box);
// The same in words: "Let op: ... sinds 10.42".
void strip_trouble_words(const struct scene *scene, char *out, size_t size);
// Why the shared file cannot be read: "het gedeelde bestand is weg".
const char *strip_trouble_word(const struct scene *scene);

// A title in lower case where it continues a sentence: the first letter, unless an
// abbreviation starts it.
void sentence_case(const char *title, char *out, size_t size);

// "wacht op besluit", "vraagt aandacht: geld": why a track is an exception, without its
// days.
void exception_words(const struct scene *scene, const struct track *track, enum sign sign,
                     char *out, size_t size);
// How long: "46 dagen"; "" where nothing is known.
void exception_days(const struct scene *scene, const struct track *track, enum sign sign,
                    char *out, size_t size);
// Days since when an exception of this sign lasts; DAY_NONE where not known.
int32_t exception_since(const struct track *track, enum sign sign);

#endif
