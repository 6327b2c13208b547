// What the parts of Vergadering share: the meeting that lies open, its steps, and what was
// decided in it.
#ifndef REGIEBORD_VIEW_MEETING_PARTS_H
#define REGIEBORD_VIEW_MEETING_PARTS_H

#include "board/agenda.h"
#include "view/chrome.h"

enum { MEETING_DECISIONS = 200 };

// What lies over a point, in ui->fold. The words of the two of an action point are asked
// one after the other.
enum meeting_fold {
    MEETING_WHO = 1,  // another lead
    MEETING_DATE,     // another due
    MEETING_COURSE,   // another course
    MEETING_TASK_WHO, // who does the action point that was just written down
    MEETING_TASK_DATE,
    MEETING_NOT_YET, // the date of an open decision
    MEETING_PROMISE, // an open decision about what is the matter still
};

// A meeting that lies open, worked out for one drawing.
struct talk {
    const struct board *board;
    const struct meeting *meeting;
    const struct point *points; // of the outlook
    int count;
    const struct decision *made[MEETING_DECISIONS]; // in it
    int made_count;
    const struct decision *open[MEETING_DECISIONS]; // of earlier ones, still to be done
    int open_count;
    int step; // 0: since last time, 1 to count: a point, count + 1: the decisions
};

// --- steps ---

// Whether an open decision is all there is to a point: nothing else is the matter.
bool meeting_promise(const struct point *point);
// The point of this step; NULL when it is none.
const struct point *meeting_point(const struct talk *talk);
struct intent meeting_step(int step);
// Previous, the decisions and next as a row of buttons, where there is no room beside the
// point.
void meeting_nav_draw(struct scene *scene, const struct talk *talk, rect box);
int meeting_nav_px(const struct scene *scene);
// The same two, and the one of the decisions.
void meeting_turn_draw(struct scene *scene, const struct talk *talk, rect box);
void meeting_list_button(struct scene *scene, const struct talk *talk, rect box);
// Whether the summary stands beside a point, and how wide.
int meeting_aside_px(const struct scene *scene, rect body);

// --- words ---

// "Regiegroep": the body, with a large first letter.
void meeting_body(const char *body, char *out, size_t size);
// "donderdag 27 november".
void meeting_day(const struct scene *scene, int32_t day, char *out, size_t size);
// "3 besluiten".
void meeting_count(const struct scene *scene, int count, char *out, size_t size);

// --- what was decided ---

// The decision of this meeting about a point, of this kind, that was made last; NULL: none.
const struct decision *meeting_decided(const struct talk *talk, const struct point *point,
                                       enum decide kind);
// Takes a decision back.
struct intent meeting_take_back(const struct scene *scene, const struct decision *decision);
// A decision about a point. `extra`: a rung or an enum health.
struct intent meeting_decide(const struct point *point, enum decide kind, const char *text,
                             int extra);

// --- parts ---

void meeting_bodies_draw(struct scene *scene);
void meeting_since_draw(struct scene *scene, const struct talk *talk, rect body);
// The day since when it counts; DAY_NONE: there was no meeting before this one.
int32_t meeting_since_day(const struct scene *scene, const struct talk *talk);
// What moved, as a card, and the height that it needs at the size of the table.
void meeting_moved_draw(struct scene *scene, const struct talk *talk, rect box);
int meeting_moved_px(const struct scene *scene);
// The summary of it beside a point.
void meeting_aside_draw(struct scene *scene, const struct talk *talk, rect box);
void meeting_point_draw(struct scene *scene, const struct talk *talk, rect body);
void meeting_buttons_draw(struct scene *scene, const struct talk *talk, rect box);
// Done, not yet, dropped: what becomes of an open decision.
enum { MEETING_PROMISE_BUTTONS = 3 };
void meeting_promise_draw(struct scene *scene, const struct decision *decision, rect box,
                          int across);
// Rows of buttons that a point has, and buttons side by side.
int meeting_buttons_across(const struct scene *scene, const struct point *point, int w_px);
int meeting_buttons_count(const struct point *point);
void meeting_panels_draw(struct scene *scene, const struct talk *talk);
void meeting_list_draw(struct scene *scene, const struct talk *talk, rect body);

#endif
