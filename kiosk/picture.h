// Screens without a display: render, describe, and what play draws on.
#ifndef REGIEBORD_PICTURE_H
#define REGIEBORD_PICTURE_H

#include "options.h"
#include "screen/screen.h"
#include "session.h"

// A screen in memory of the size asked for. NULL when it fails (logged).
struct screen *picture_create(const struct options *options);

// Shows the list and writes it as PNG. False when it fails (logged).
bool picture_save(struct screen *screen, const struct draw_list *list, const char *path);

// The panel that was asked for, 1920x1080 when none was.
struct panel picture_panel(const struct options *options);

int render_command(int argc, char **argv);
int describe_command(int argc, char **argv);

#endif
