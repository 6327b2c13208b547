// What "Wat zie ik hier?" tells, screen by screen.
#ifndef REGIEBORD_VIEW_TOPIC_H
#define REGIEBORD_VIEW_TOPIC_H

#include "view/scene.h"

// Values of ui->topic. TOPIC_HERE is the one of the screen that lies under it.
enum topic {
    TOPIC_HERE,
    TOPIC_BOARD, // shapes, bricks and steps
    TOPIC_ROUND, // what stands round them: strip, age of the data, curtain
    TOPIC_ATTENTION,
    TOPIC_CARD,
    TOPIC_LEADS,
    TOPIC_MEETING,
    TOPIC_TREND,
    TOPIC_COUNT
};

enum topic topic_open(const struct scene *scene);

// Its sentences under each other, for all but TOPIC_BOARD.
void topic_draw(struct scene *scene, enum topic topic, rect box);

// Which one is open, between the ways to the one before and the one after it, with its
// right edge at the box's; returns the width used.
int topic_switch_draw(struct scene *scene, rect box);

#endif
