// The inside of a fold, for the files that make it up: fold.c (entries) and fold_rows.c
// (the rows and cells that they are about).
#ifndef REGIEBORD_STORE_FOLD_PARTS_H
#define REGIEBORD_STORE_FOLD_PARTS_H

#include "store/fold.h"

// The row, and a cell of it, by names that the fold keeps: made when they are new.
// FOLD_NONE when memory runs out.
uint32_t fold_row_keep(struct fold *fold, const char *table, const char *id);
uint32_t fold_cell_keep(struct fold *fold, uint32_t row, const char *column);

#endif
