#include "desk/a4_grid.h"

#include <string.h>

#include "desk/a4_words.h"
#include "desk/fit.h"
#include "desk/html.h"
#include "desk/status.h"

static const double WIDTH_MM = 186, NAME_MM = 42, PACE_MM = 20, NAMES_MM = 6,
                    LEGEND_MM = 11, GRID_MOST_MM = 96, ROW_MOST_MM = 14, ROW_LEAST_MM = 9,
                    WORD_LEAST_MM = 21, BRICK_MOST_MM = 5.2;
enum { PILE_MOST = 4 };

struct grid {
    struct a4 *page;
    const struct board *board;
    int32_t today;
    double cell_mm, row_mm;
    int across;     // bricks side by side in every pile
    double name_pt; // of the names of the columns
};

static const struct a4_type name_type = {8.5, 4.1, 0, 2};
static const struct a4_type word_type = {7.5, 3.6, 0, 1};

static const int below_first[SIGN_COUNT] = {SIGN_DONE,       SIGN_ON_COURSE, SIGN_DROPPED,
                                            SIGN_NONE,       SIGN_SILENT,    SIGN_ATTENTION,
                                            SIGN_BOTTLENECK, SIGN_ESCALATED};

static int pile_most(const struct board *board, int32_t today)
{
    struct cell_state state;
    int most = 1;

    for (size_t i = 0; i < board->ambition_count * board->column_count; i++) {
        cell_state_of(board, &board->ambitions[i / board->column_count],
                      &board->columns[i % board->column_count], today, &state);
        for (size_t stage = 0; stage < board->stage_count; stage++) {
            int count = 0;
            for (int sign = 0; sign < SIGN_COUNT; sign++) {
                count += state.bricks[stage][sign];
            }
            most = count > most ? count : most;
        }
    }
    return most;
}

// A brick of w x h at (x, y), in hundredths of a millimetre. Black and white tell them
// apart too: full, hollow, a triangle, a bar.
static void put_brick(FILE *out, int sign, double x, double y, double w, double h)
{
    static const char *const fills[SIGN_COUNT] = {[SIGN_NONE] = NULL,
                                                  [SIGN_DROPPED] = "#b9c4cc",
                                                  [SIGN_DONE] = "#00785a",
                                                  [SIGN_ON_COURSE] = "#0072b2",
                                                  [SIGN_SILENT] = NULL,
                                                  [SIGN_ATTENTION] = "#fff1cf",
                                                  [SIGN_BOTTLENECK] = "#d55e00",
                                                  [SIGN_ESCALATED] = "#a8457c"};

    if (fills[sign] == NULL) {
        fprintf(out,
                "<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" fill=\"none\" "
                "stroke=\"#68747e\" stroke-width=\"16\"/>",
                x + 8, y + 8, w - 16, h - 16);
        return;
    }
    fprintf(out, "<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" fill=\"%s\"/>",
            x, y, w, h, fills[sign]);
    if (sign == SIGN_ATTENTION) {
        fprintf(out,
                "<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" fill=\"none\" "
                "stroke=\"#8a5a00\" stroke-width=\"14\"/><path d=\"M%.0f %.0fl%.0f "
                "%.0fh%.0fz\" "
                "fill=\"#13202a\"/>",
                x + 7, y + 7, w - 14, h - 14, x + w / 2, y + h * .2, h * .4, h * .6,
                -h * .8);
    } else if (sign == SIGN_BOTTLENECK || sign == SIGN_ESCALATED) {
        fprintf(
            out,
            "<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" fill=\"#fff\"/>",
            x + w * .28, y + h * .34, w * .44, h * .32);
    }
}

static void put_pile(const struct grid *grid, const int counts[SIGN_COUNT], double x,
                     double slot, double height)
{
    FILE *out = grid->page->out;
    double gap = 18;
    double wide = slot - 30;
    double w = (wide - gap * (grid->across - 1)) / grid->across;
    double h = (height - 40) / PILE_MOST - gap;
    int place = 0;

    fprintf(out,
            "<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"22\" fill=\"#68747e\"/>",
            x, height - 24, wide);
    for (int i = 0; i < SIGN_COUNT; i++) {
        for (int n = 0; n < counts[below_first[i]]; n++, place++) {
            put_brick(out, below_first[i], x + (place % grid->across) * (w + gap),
                      height - 40 - (place / grid->across + 1) * (h + gap) + gap, w, h);
        }
    }
}

static void put_bricks(const struct grid *grid, const struct cell_state *state,
                       double width_mm, double height_mm)
{
    double most_mm = BRICK_MOST_MM * (double)grid->board->stage_count;
    double drawn_mm = width_mm < most_mm ? width_mm : most_mm;
    double slot = drawn_mm * 100 / (double)grid->board->stage_count;

    fprintf(grid->page->out,
            "<svg style=\"display:block;width:%.2fmm;height:%.2fmm\" viewBox=\"0 0 %.0f "
            "%.0f\">",
            drawn_mm, height_mm, drawn_mm * 100, height_mm * 100);
    for (size_t stage = 0; stage < grid->board->stage_count; stage++) {
        put_pile(grid, state->bricks[stage], (double)stage * slot, slot, height_mm * 100);
    }
    fputs("</svg>", grid->page->out);
}

// "2.1a besluit", or the word of the sign.
static const char *cell_word(const struct grid *grid, const struct cell_state *state)
{
    const struct track *track = state->exception;

    if (track == NULL) {
        return status_sign_word(state->sign);
    }
    const char *reason =
        track->reason[0] == '\0' ? status_sign_word(state->sign) : track->reason;
    return words_join(grid->page->arena, " ", track->action->code, reason, NULL);
}

static void put_cell(const struct grid *grid, const struct ambition *ambition,
                     const struct column *column)
{
    FILE *out = grid->page->out;
    struct cell_state state;
    double inner = grid->cell_mm - 2.5;
    bool loud = false;

    cell_state_of(grid->board, ambition, column, grid->today, &state);
    loud = state.sign >= SIGN_BOTTLENECK;
    fprintf(out,
            "<div style=\"flex:none;width:%.2fmm;height:%.2fmm;padding:.6mm "
            ".8mm;margin-right:.8mm;border:%s;border-radius:.6mm;overflow:hidden\">",
            grid->cell_mm - .8, grid->row_mm - 1,
            loud ? ".5mm solid #13202a" : ".15mm solid #b9c4cc");
    if (state.track_count == 0) {
        fprintf(out, "<div class=\"soft line\">%s</div></div>",
                grid->cell_mm >= WORD_LEAST_MM ? "geen acties" : "–");
        return;
    }
    fputs("<div class=\"row\" style=\"height:3.8mm\"><div style=\"width:4.6mm;flex:none\">",
          out);
    a4_mark(out, (int)state.sign);
    fputs("</div><div>", out);
    if (grid->cell_mm >= WORD_LEAST_MM) {
        a4_lines(out, cell_word(grid, &state), inner - 5, &word_type, 1, loud);
    }
    fputs("</div></div>", out);
    put_bricks(grid, &state, inner, grid->row_mm - 6.4);
    fputs("</div>", out);
}

static void put_pace(const struct grid *grid, const struct ambition *ambition)
{
    struct pace pace;
    const char *words = "onbekend";

    pace_of(grid->board, ambition, &pace);
    if (pace.known) {
        words = pace.spread <= 1
                    ? "gelijk op"
                    : words_format(grid->page->arena, "%d stappen verschil", pace.spread);
    }
    const struct a4_type type = {7.5, 3.6, 0, 2};
    fprintf(grid->page->out, "<div style=\"flex:none;width:%.2fmm;padding-top:.6mm\">",
            PACE_MM);
    a4_lines(grid->page->out, words, PACE_MM, &type, 2, pace.known && pace.spread > 1);
    fputs("</div>", grid->page->out);
}

static void put_row(const struct grid *grid, const struct ambition *ambition)
{
    FILE *out = grid->page->out;
    char *title = arena_string(
        grid->page->arena, ambition->wall[0] == '\0' ? ambition->title : ambition->wall);

    for (char *c = title; c != NULL && *c != '\0'; c++) {
        *c = *c == '/' ? ' ' : *c;
    }
    fprintf(
        out,
        "<div class=\"row\" style=\"height:%.2fmm;font-size:%.1fpt;line-height:%.2fmm\">"
        "<div style=\"flex:none;width:6mm;font-size:%.1fpt;line-height:%.2fmm\" "
        "class=\"soft\">",
        grid->row_mm, word_type.size_pt, word_type.line_mm, name_type.size_pt,
        name_type.line_mm);
    a4_lines(out, ambition->code, 6, &name_type, 1, true);
    fprintf(out,
            "</div><div style=\"flex:none;width:%.2fmm;font-size:%.1fpt;"
            "line-height:%.2fmm\">",
            NAME_MM - 6, name_type.size_pt, name_type.line_mm);
    a4_lines(out, title == NULL ? "" : title, NAME_MM - 8, &name_type, 2, true);
    fputs("</div>", out);
    for (size_t i = 0; i < grid->board->column_count; i++) {
        put_cell(grid, ambition, &grid->board->columns[i]);
    }
    put_pace(grid, ambition);
    fputs("</div>\n", out);
    grid->page->room_mm -= grid->row_mm;
}

static void put_names(const struct grid *grid)
{
    FILE *out = grid->page->out;
    const struct board *board = grid->board;
    const struct a4_type type = {grid->name_pt, 4.6, 0, 1};

    fprintf(out,
            "<div class=\"row\" style=\"height:%.2fmm;font-size:%.1fpt;line-height:4.6mm\">"
            "<div style=\"flex:none;width:%.2fmm\"></div>",
            NAMES_MM, type.size_pt, NAME_MM);
    for (size_t i = 0; i < board->column_count; i++) {
        const struct column *column = &board->columns[i];
        const char *name = column->wall[0] != '\0' ? column->wall : column->title;
        bool narrow = grid->cell_mm < WORD_LEAST_MM && column->letter[0] != '\0';
        fprintf(out, "<div style=\"flex:none;width:%.2fmm\">", grid->cell_mm);
        a4_lines(out, narrow ? column->letter : name, grid->cell_mm - 1, &type, 1, true);
        fputs("</div>", out);
    }
    fprintf(out, "<div style=\"flex:none;width:%.2fmm\">", PACE_MM);
    a4_lines(out, "Tempo", PACE_MM, &type, 1, true);
    fputs("</div></div>\n", out);
    grid->page->room_mm -= NAMES_MM;
}

// What the shapes mean, and what the places of the bricks stand for.
static void put_legend(const struct grid *grid)
{
    static const int shown[] = {SIGN_ON_COURSE, SIGN_ATTENTION, SIGN_BOTTLENECK,
                                SIGN_ESCALATED, SIGN_DONE,      SIGN_DROPPED,
                                SIGN_SILENT,    SIGN_NONE};
    FILE *out = grid->page->out;
    const char *stages = "";

    fprintf(out,
            "<div class=\"row soft\" "
            "style=\"height:%.2fmm;font-size:7.5pt;line-height:3.8mm;padding-top:1mm\">",
            LEGEND_MM / 2);
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        const char *word = status_sign_word((enum sign)shown[i]);
        double width = fit_width_mm(word, strlen(word), 7.5) + 2;
        fputs("<div style=\"flex:none;width:4.4mm\">", out);
        a4_mark(out, shown[i]);
        fprintf(out, "</div><div style=\"flex:none;width:%.2fmm\">%s</div>", width, word);
    }
    fputs("</div>\n", out);
    for (size_t i = 0; i < grid->board->stage_count; i++) {
        stages = words_join(grid->page->arena, ", ", stages, grid->board->stages[i], NULL);
    }
    fprintf(out,
            "<div class=\"soft\" style=\"height:%.2fmm;font-size:7.5pt;"
            "line-height:3.8mm\">",
            LEGEND_MM / 2);
    a4_lines(out,
             words_join(grid->page->arena, " ",
                        "Een blokje is een actie in een kolom. Van links naar rechts:",
                        stages, NULL),
             WIDTH_MM, &word_type, 1, false);
    fputs("</div>\n", out);
    grid->page->room_mm -= LEGEND_MM;
}

static double between(double value, double least, double most)
{
    return value < least ? least : value > most ? most : value;
}

void a4_grid(struct a4 *page, const struct board *board, int32_t today)
{
    size_t rows = board->ambition_count;
    size_t columns = board->column_count > 0 ? board->column_count : 1;
    struct grid grid = {.page = page, .board = board, .today = today};

    grid.cell_mm = (WIDTH_MM - NAME_MM - PACE_MM) / (double)columns;
    grid.row_mm =
        between(GRID_MOST_MM / (double)(rows > 0 ? rows : 1), ROW_LEAST_MM, ROW_MOST_MM);
    grid.across = (pile_most(board, today) + PILE_MOST - 1) / PILE_MOST;
    grid.name_pt = columns <= 5 ? 9.5 : 8;
    size_t shown = (size_t)(GRID_MOST_MM / grid.row_mm);
    shown = shown < rows ? shown : rows;
    put_names(&grid);
    for (size_t i = 0; i < shown; i++) {
        put_row(&grid, &board->ambitions[i]);
    }
    if (shown < rows) {
        fprintf(
            page->out,
            "<div class=\"line soft\" style=\"height:4mm;font-size:8pt\">en nog %s, zie "
            "het bord</div>\n",
            words_count(page->arena, rows - shown, "rij", "rijen"));
        page->room_mm -= 4;
    }
    put_legend(&grid);
}
