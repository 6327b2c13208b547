// The parts of a card: each draws itself into a box.
#ifndef REGIEBORD_VIEW_CARD_PARTS_H
#define REGIEBORD_VIEW_CARD_PARTS_H

#include "view/scene.h"

// What lies folded behind buttons; values of ui->fold. Those from CARD_MORE on are about
// one track, ui->about.
enum {
    CARD_TEXT = 1,
    CARD_PARTNERS,
    CARD_DUE,
    CARD_HISTORY,
    CARD_MORE,      // what is changed now and then
    CARD_STEPS,     // another stage
    CARD_MOVE,      // another due period
    CARD_REASONS,   // another reason
    CARD_STUCK,     // the bottleneck: up, down, solved, what is needed
    CARD_CONFLICTS, // what was changed at the same time
    CARD_REPORT,    // states and reasons, over a list of cards
    CARD_FOLDS
};

// Text, partners, funding, due and references under each other, scrolled where they do not
// fit.
void card_paper_draw(struct scene *scene, const struct action *action, rect box);
// One of them, over the screen.
void card_part_draw(struct scene *scene, const struct action *action, int part, rect box);

// The tracks side by side (portrait: under each other); the lane of the chosen one answers
// step by step. Returns the height used.
int card_tracks_draw(struct scene *scene, const struct action *action,
                     const struct track *chosen, rect box);
int card_tracks_px(const struct scene *scene); // their height side by side

// Why a track is stuck, for how long, on which rung, with buttons to move it on. `ladder`:
// with the ladder drawn; without, all of it is one button that opens CARD_STUCK.
void card_stuck_draw(struct scene *scene, const struct track *track, rect box, bool ladder);
int card_stuck_px(const struct scene *scene, const struct track *track, int width_px,
                  bool ladder);

// The same as a panel over the screen, with big buttons.
void card_stuck_panel(struct scene *scene, const struct track *track);

// The latest changes that fit.
void card_history_draw(struct scene *scene, const struct action *action, rect box);

// The four states of a track, filling the box; height of one row of them.
void card_states_draw(struct scene *scene, const struct track *track, rect box);
int card_states_px(const struct scene *scene);
// True while it asks for the reason of what was told just now.
bool card_asks(const struct scene *scene, const struct track *track);

// The panel that ui->fold names, over the screen; nothing when none is open.
void card_panels_draw(struct scene *scene, const struct action *action,
                      const struct track *chosen);
// True when a panel lies over the screen.
bool card_covers(const struct scene *scene);

#endif
