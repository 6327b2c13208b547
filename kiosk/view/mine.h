// The tracks of one lead, on Trekkers: how each goes, in one touch.
#ifndef REGIEBORD_VIEW_MINE_H
#define REGIEBORD_VIEW_MINE_H

#include "view/scene.h"

enum { MINE_MAX = UI_ORDER_MAX };

struct mine {
    char name[FORMAT_SIZE];  // as it stands in a title
    const struct lead *lead; // of the outlook
    const struct track *tracks[MINE_MAX];
    size_t count;
    int open; // the track that lies open (ui.track); -1: none
};

// Draws SCREEN_LEADS with a name in `select`.
void mine_draw(struct scene *scene);

// Small panels: one track at a time, on an upright one with the next ones folded under it.
void mine_single_draw(struct scene *scene, const struct mine *mine);
void mine_upright_draw(struct scene *scene, const struct mine *mine);

// "Klaar": whoever stood there goes. `whole`: with what comes next. Draws nothing when the
// box is empty. Returns the width it needs.
int mine_ready_draw(struct scene *scene, rect box, bool whole);
// Opens track `i`, counted round.
struct intent mine_open(const struct mine *mine, int i);

// A name as it stands in a title: as the board writes its abbreviation, else with its first
// letter large.
void mine_name(const struct board *board, const char *name, char *out, size_t size);

#endif
