// What the files of Aandacht share.
#ifndef REGIEBORD_VIEW_ATTENTION_PARTS_H
#define REGIEBORD_VIEW_ATTENTION_PARTS_H

#include "view/chip.h"
#include "view/list.h"
#include "view/screens.h"

enum { CLAUSE_MAX = 8, CLAUSE_BYTES = 2 * FORMAT_SIZE };

// The facts of a sentence, the most telling first.
struct clauses {
    char text[CLAUSE_MAX][CLAUSE_BYTES];
    int count;
};

// attention_words.c
void attention_clauses(const struct scene *scene, const struct attention *item,
                       struct clauses *clauses);
// The clauses with commas between them, as many from the first on as `lines` lines of
// width_px hold; at least the first. `before`: what stands in front of them.
void clauses_join(const struct scene *scene, const struct clauses *clauses,
                  const char *before, int width_px, int lines, struct type type, char *out,
                  size_t size);
// Where it is: a column, else "Tempo", "Tempo van doel 2.3" or "Alles".
void attention_where(const struct scene *scene, const struct attention *item, char *out,
                     size_t size);

// What lies over Aandacht, as ui->fold says.
enum { FOLD_WHOSE = 1, FOLD_KIND };
enum { CHIP_MAX = ATTENTION_KIND_COUNT + 2 };

// attention_filter.c: the chips, or the two buttons that open a chooser where there is no
// room for them. Returns the height used.
int attention_filters_draw(struct scene *scene, const struct attention_part *part,
                           rect body);
// The kinds that occur in a part and the one that is chosen, all of them first. Returns how
// many.
size_t attention_kind_chips(const struct scene *scene, const struct attention_part *part,
                            struct chip chips[CHIP_MAX]);
// Whose points are shown, as ui says; those of everybody where the curtain hides the name.
struct whose attention_whose(const struct scene *scene);
// The same in words: "Jeugdhulp"; "" for everybody's.
void attention_whose_words(const struct scene *scene, char *out, size_t size);
// The kinds of gaps in a part.
size_t attention_gap_lines(const struct attention_part *part);

// Where the header has room beside the title: the columns in chips, for one tap.
void attention_columns_draw(struct scene *scene);

// The points of the chosen kind that are whose.
int attention_points(const struct scene *scene, const struct whose *whose);
// attention_chooser.c: over the screen, while ui->fold says so.
void attention_chooser_draw(struct scene *scene, const struct attention_part *part);

// attention_gaps.c: a kind of gap as a line of Aandacht, and the list behind it.
enum gap_kind attention_gap_find(const char *name); // GAP_KIND_COUNT: none is named so
const char *attention_gap_name(enum gap_kind kind);
void attention_gap_words(const struct scene *scene, enum gap_kind kind, size_t count,
                         char *out, size_t size);
// The codes of the first of them; of tracks without a lead the columns that they are in.
void attention_gap_names(const struct scene *scene, enum gap_kind kind, char *out,
                         size_t size);
void attention_gaps_draw(struct scene *scene, enum gap_kind kind);

// attention_row.c: a line of Aandacht.
struct line {
    enum sign sign; // SIGN_COUNT: `icon` stands in its place
    int icon;
    color fill;
    char code[FORMAT_SIZE], title[FORMAT_SIZE], brief[FORMAT_SIZE], where[FORMAT_SIZE],
        side[FORMAT_SIZE];
    struct clauses why;
    const struct bottleneck *bottleneck; // NULL: no ladder
    struct intent tap;
};
// The least height of one.
int attention_row_px(const struct scene *scene);
void attention_row_draw(struct scene *scene, const struct line *line, rect box);

#endif
