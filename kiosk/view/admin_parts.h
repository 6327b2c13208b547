// What the sections of Beheer share.
#ifndef REGIEBORD_VIEW_ADMIN_PARTS_H
#define REGIEBORD_VIEW_ADMIN_PARTS_H

#include "board/signal.h"
#include "view/scene.h"

enum { DEVICE_FACTS_MAX = 2 * VITALS_KIND_COUNT };

// A line of Beheer: what it is about, how it stands, and whether that is well.
struct fact {
    char title[FORMAT_SIZE], why[3 * FORMAT_SIZE], side[FORMAT_SIZE];
    enum sign sign; // SIGN_COUNT: none
    struct intent tap;
};

// A moment in words: "10.42" today, "3 nov 10.42" before.
void admin_moment(const struct scene *scene, int64_t at_ms, char out[FORMAT_SIZE]);

// The section about this device: what is the matter, the worst first, and what is well as
// far as the machine tells it. Returns how many.
size_t device_facts(const struct scene *scene, struct fact facts[DEVICE_FACTS_MAX]);

#endif
