// How the wall is laid out, and its parts.
#ifndef REGIEBORD_VIEW_WALL_PARTS_H
#define REGIEBORD_VIEW_WALL_PARTS_H

#include "view/screens.h"

struct wall {
    rect grid;          // all rows
    int names_px;       // baseline of the column names
    int row_px, gap_px; // height of a row, space between two
    int rows, columns;  // on one page
    int row_pages, column_pages;
    int first_row, first_column;
    int cells_x, cells_w; // where the cells stand
    int title_x, title_w; // titles of ambitions
    int pace_x, pace_w;
    bool two_lines; // titles in two lines, else one word
    int strip_px;   // height of the strip; 0: none
    rect band;      // what is grave, between header and rows; empty: nothing is
    int band_px;    // how much lower all under it stands
    struct cell_style style;
};

// Lays out the page that is open above `foot_px`, the top of the bar. Sets scene->pages.
void wall_layout(struct scene *scene, struct wall *wall, int foot_px);
// Height of a cell, px; less than its row where a title stands above it.
int wall_cell_px(const struct scene *scene, const struct wall *wall);
// The one word of an ambition: its own, or the first of one that is too long. Writes
// FORMAT_SIZE bytes.
void wall_word(const struct ambition *ambition, char out[FORMAT_SIZE]);
// Baseline of the header's line on small panels.
int wall_small_baseline(const struct scene *scene);
// Where the ways in it end to answer to a finger, px from the top.
int wall_small_ways_px(const struct scene *scene);
// Width of the button that says which page this is, px; 0 where there is one page.
int wall_pages_px(const struct scene *scene, const struct wall *wall);
// Programme, meeting, clock, and the key of the steps.
void wall_header_draw(struct scene *scene, const struct wall *wall);

#endif
