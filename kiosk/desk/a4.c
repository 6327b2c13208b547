#include "desk/a4.h"

#include <string.h>

#include "desk/a4_words.h"
#include "desk/fit.h"
#include "desk/html.h"

// The paper without its margins and the foot.
static const double PAGE_MM = 270, WIDTH_MM = 186, HEAD_MM = 21, MARK_MM = 5;
static const struct a4_type title_type = {17, 8, 0, 1}, line_type = {9, 4.2, 0, 1};

static const char *const marks[] = {
    [SIGN_NONE] = "<circle cx=\"50\" cy=\"50\" r=\"36\" fill=\"none\" stroke=\"#68747e\" "
                  "stroke-width=\"12\"/>",
    [SIGN_DROPPED] = "<path d=\"M18 18L82 82M82 18L18 82\" stroke=\"#68747e\" "
                     "stroke-width=\"14\"/>",
    [SIGN_DONE] = "<path d=\"M4 54 18 40 38 60 82 14 96 28 38 88z\" fill=\"#00785a\"/>",
    [SIGN_ON_COURSE] = "<circle cx=\"50\" cy=\"50\" r=\"42\" fill=\"#0072b2\"/>",
    [SIGN_SILENT] = "<circle cx=\"50\" cy=\"50\" r=\"36\" fill=\"none\" stroke=\"#68747e\" "
                    "stroke-width=\"12\" stroke-dasharray=\"22 16\"/>",
    [SIGN_ATTENTION] =
        "<path d=\"M50 4 98 92H2z\" fill=\"#8a5a00\"/><path d=\"M50 20 84.5 84h-69z\" "
        "fill=\"#e69f00\"/><path d=\"M45 40h10v24H45zM45 69h10v10H45z\" fill=\"#13202a\"/>",
    [SIGN_BOTTLENECK] = "<path d=\"M6 6h88v88H6z\" fill=\"#d55e00\"/><path d=\"M20 "
                        "41h60v18H20z\" fill=\"#fff\"/>",
    [SIGN_ESCALATED] =
        "<path d=\"M50 0 97 44V97H3V44z\" fill=\"#a8457c\"/><path d=\"M50 26 78 54 66 66 "
        "50 50 34 66 22 54zM22 74h56v11H22z\" fill=\"#fff\"/>",
    [A4_MARK_OVERDUE] = "<circle cx=\"50\" cy=\"50\" r=\"42\" fill=\"none\" "
                        "stroke=\"#13202a\" stroke-width=\"10\"/><path d=\"M50 22v30h20\" "
                        "fill=\"none\" stroke=\"#13202a\" stroke-width=\"10\"/>",
    [A4_MARK_SHIFTED] = "<path d=\"M4 42h52V16l40 34-40 34V58H4z\" fill=\"#4b5863\"/>",
    [A4_MARK_PACE] =
        "<path d=\"M4 12h92v18H4zM4 41h50v18H4zM4 70h70v18H4z\" fill=\"#4b5863\"/>",
};

void a4_mark(FILE *out, int mark)
{
    if (mark != A4_MARK_NONE) {
        fprintf(out, "<svg class=\"sign\" viewBox=\"0 0 100 100\">%s</svg>", marks[mark]);
    }
}

void a4_lines(FILE *out, const char *text, double width_mm, const struct a4_type *type,
              int most, bool bold)
{
    // Semibold letters are up to a tenth wider.
    double size_pt = bold ? type->size_pt * 1.1 : type->size_pt;

    text = fit_next(text, 0);
    for (int i = 0; i < most && *text != '\0'; i++) {
        size_t line = fit_line(text, width_mm, size_pt);
        const char *rest = fit_next(text, line);
        bool cut = i + 1 == most && *rest != '\0';
        if (cut) {
            line = fit_line(text, width_mm - type->size_pt * 0.36, size_pt);
        }
        fprintf(out, "<div class=\"line%s\" style=\"height:%.2fmm\">", bold ? " bold" : "",
                type->line_mm);
        html_part(out, text, line);
        fputs(cut ? "…</div>" : "</div>", out);
        text = rest;
    }
}

static double inner_mm(double width_mm)
{
    return width_mm - 2; // the padding of .cell
}

static int row_lines(const struct a4_row *row, const struct a4_type *type)
{
    int most = 1;

    for (int i = 0; i < A4_CELLS && row->cells[i].width_mm > 0; i++) {
        double size_pt = row->cells[i].bold ? type->size_pt * 1.1 : type->size_pt;
        int lines = fit_lines(row->cells[i].text, inner_mm(row->cells[i].width_mm), size_pt,
                              type->lines);
        most = lines > most ? lines : most;
    }
    return most;
}

double a4_row_mm(const struct a4_row *row, const struct a4_type *type)
{
    return row_lines(row, type) * type->line_mm + type->gap_mm;
}

double a4_rows_mm(const struct a4_row *rows, size_t count, const struct a4_type *type)
{
    double height = 0;

    for (size_t i = 0; i < count; i++) {
        height += a4_row_mm(&rows[i], type);
    }
    return height;
}

void a4_row(struct a4 *page, const struct a4_row *row, const struct a4_type *type)
{
    FILE *out = page->out;
    double height = a4_row_mm(row, type);

    fprintf(out,
            "<div class=\"row\" "
            "style=\"height:%.2fmm;font-size:%.1fpt;line-height:%.2fmm\">",
            height, type->size_pt, type->line_mm);
    if (row->mark != A4_MARK_NONE) {
        fprintf(out, "<div class=\"cell\" style=\"width:%.1fmm\">", MARK_MM);
        a4_mark(out, row->mark);
        fputs("</div>", out);
    }
    for (int i = 0; i < A4_CELLS && row->cells[i].width_mm > 0; i++) {
        fprintf(out, "<div class=\"cell\" style=\"width:%.2fmm\">", row->cells[i].width_mm);
        a4_lines(out, row->cells[i].text, inner_mm(row->cells[i].width_mm), type,
                 type->lines, row->cells[i].bold);
        fputs("</div>", out);
    }
    fputs("</div>\n", out);
    page->room_mm -= height;
}

size_t a4_fitting(const struct a4_row *rows, size_t count, const struct a4_type *type,
                  double room_mm)
{
    double used = 0;
    size_t fitting = 0;

    if (a4_rows_mm(rows, count, type) <= room_mm) {
        return count;
    }
    while (fitting < count &&
           used + a4_row_mm(&rows[fitting], type) + type->line_mm <= room_mm) {
        used += a4_row_mm(&rows[fitting++], type);
    }
    return fitting;
}

void a4_rows(struct a4 *page, const struct a4_row *rows, size_t count,
             const struct a4_type *type, double room_mm, const char *one, const char *many)
{
    size_t fitting = a4_fitting(rows, count, type, room_mm);

    for (size_t i = 0; i < fitting; i++) {
        a4_row(page, &rows[i], type);
    }
    if (fitting < count) {
        size_t rest = count - fitting;
        fprintf(page->out,
                "<div class=\"line soft\" "
                "style=\"height:%.2fmm;font-size:%.1fpt;line-height:%.2fmm\">en nog %zu "
                "%s, zie het bord</div>\n",
                type->line_mm, type->size_pt, type->line_mm, rest, rest == 1 ? one : many);
        page->room_mm -= type->line_mm;
    }
}

void a4_space(struct a4 *page, double height_mm)
{
    fprintf(page->out, "<div style=\"height:%.2fmm\"></div>\n", height_mm);
    page->room_mm -= height_mm;
}

// Two lines, the second small: what stands at the left or the right of the head.
static void head_part(FILE *out, const char *big, const char *small, double width_mm)
{
    fprintf(out, "<div style=\"height:%.2fmm;font-size:%.1fpt;line-height:%.2fmm\">",
            title_type.line_mm, title_type.size_pt, title_type.line_mm);
    a4_lines(out, big, width_mm, &title_type, 1, true);
    fprintf(out, "</div><div class=\"soft\" style=\"font-size:%.1fpt;line-height:%.2fmm\">",
            line_type.size_pt, line_type.line_mm);
    a4_lines(out, small, width_mm, &line_type, 2, false);
    fputs("</div>", out);
}

void a4_begin(struct a4 *page, FILE *out, struct arena *arena, const struct board *board,
              const char *what, const char *when)
{
    static const double right_mm = 62;
    const char *title = words_join(arena, ": ", board->wall, what, NULL);
    const char *about = words_join(arena, ", ", board->title, board->subtitle,
                                   board->region, board->period, NULL);

    *page = (struct a4){.out = out, .arena = arena, .room_mm = PAGE_MM - HEAD_MM};
    html_begin(out, title);
    fprintf(out,
            "<div class=\"row rule\" style=\"height:%.2fmm\"><div class=\"cell\" "
            "style=\"width:%.2fmm\">",
            HEAD_MM - 3, WIDTH_MM - right_mm);
    head_part(out, board->wall[0] == '\0' ? board->title : board->wall, about,
              WIDTH_MM - right_mm - 2);
    fprintf(out, "</div><div style=\"width:%.2fmm;text-align:right\">", right_mm);
    head_part(out, what, when, right_mm);
    fputs("</div></div>\n", out);
    if (board->example) {
        fputs("<div class=\"box\" style=\"position:absolute;right:12mm;top:5.6mm;"
              "font-size:8pt;line-height:3.8mm;height:4.6mm\">VOORBEELD</div>\n",
              out);
    }
    fputs("<div style=\"height:3mm\"></div>\n", out);
}

void a4_end(struct a4 *page, const struct board *board, int64_t now_ms)
{
    const char *source = board->source[0] == '\0'
                             ? ""
                             : words_join(page->arena, " ", "Bron:", board->source, NULL);
    const struct a4_type type = {7, 3.4, 0, 1};

    fputs("<div class=\"foot row\"><div style=\"width:126mm\">", page->out);
    a4_lines(page->out, source, 124, &type, 1, false);
    fputs("</div><div style=\"width:60mm;text-align:right\">", page->out);
    html_text(page->out, words_moment(page->arena, now_ms));
    fputs("</div></div>\n", page->out);
    html_end(page->out);
}

void a4_part_heading(FILE *out, const char *text, double width_mm)
{
    const struct a4_type type = {11, 5.2, 0, 1};

    fprintf(out,
            "<div class=\"thin\" "
            "style=\"height:6mm;margin-top:1mm;margin-bottom:1mm;font-size:11pt;"
            "line-height:5.2mm;width:%.2fmm\">",
            width_mm);
    a4_lines(out, text, width_mm, &type, 1, true);
    fputs("</div>\n", out);
}

void a4_heading(struct a4 *page, const char *text)
{
    a4_part_heading(page->out, text, WIDTH_MM);
    page->room_mm -= A4_HEADING_MM;
}
