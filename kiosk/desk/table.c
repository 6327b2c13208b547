#include "desk/table.h"

#include <string.h>

#include "base/utf8.h"

enum { SAMPLE_ROWS = 400 };

// A place in the text while it is read.
struct scan {
    const char *text;
    size_t length, at;
    int line;
    char delimiter;
    const char *trouble;
    int trouble_line;
};

// One field as it stands in the text.
struct span {
    const char *start;
    size_t length;
    bool quoted; // the quotes round it are not in the span, doubled quotes are
    bool last;   // of its row
};

static bool at_end(const struct scan *scan)
{
    return scan->at >= scan->length;
}

static bool is_break(char c)
{
    return c == '\n' || c == '\r';
}

// Steps over one line end of any kind.
static void skip_break(struct scan *scan)
{
    char c = scan->text[scan->at++];

    if (c == '\r' && !at_end(scan) && scan->text[scan->at] == '\n') {
        scan->at++;
    }
    scan->line++;
}

static bool fail(struct scan *scan, int line, const char *why)
{
    scan->trouble = why;
    scan->trouble_line = line;
    return false;
}

// Steps over the delimiter or line end behind a field.
static void finish_field(struct scan *scan, struct span *span)
{
    span->last = at_end(scan) || is_break(scan->text[scan->at]);
    if (at_end(scan)) {
        return;
    }
    if (span->last) {
        skip_break(scan);
    } else {
        scan->at++;
    }
}

static void scan_plain(struct scan *scan, struct span *span)
{
    span->start = scan->text + scan->at;
    while (!at_end(scan) && scan->text[scan->at] != scan->delimiter &&
           !is_break(scan->text[scan->at])) {
        scan->at++;
    }
    span->length = (size_t)(scan->text + scan->at - span->start);
    span->quoted = false;
    finish_field(scan, span);
}

// From behind the opening quote to the closing one. False when there is none.
static bool scan_to_quote(struct scan *scan)
{
    while (!at_end(scan)) {
        char c = scan->text[scan->at];
        if (is_break(c)) {
            skip_break(scan);
            continue;
        }
        scan->at++;
        if (c != '"') {
            continue;
        }
        if (at_end(scan) || scan->text[scan->at] != '"') {
            return true;
        }
        scan->at++;
    }
    return false;
}

static bool scan_quoted(struct scan *scan, struct span *span)
{
    const struct scan before = *scan;

    scan->at++;
    span->start = scan->text + scan->at;
    if (!scan_to_quote(scan)) {
        return fail(scan, before.line,
                    "a quote opens here and does not close: close it or double it");
    }
    span->length = (size_t)(scan->text + scan->at - 1 - span->start);
    span->quoted = true;
    while (!at_end(scan) && scan->text[scan->at] == ' ') {
        scan->at++;
    }
    if (at_end(scan) || scan->text[scan->at] == scan->delimiter ||
        is_break(scan->text[scan->at])) {
        finish_field(scan, span);
        return true;
    }
    if (scan->delimiter ==
        '\t') { // prose in a document: the quote was part of the sentence
        *scan = before;
        scan_plain(scan, span);
        return true;
    }
    return fail(scan, scan->line,
                "text behind a closing quote: double the quotes inside a field");
}

static bool scan_field(struct scan *scan, struct span *span)
{
    size_t start = scan->at;

    while (start < scan->length && scan->text[start] == ' ') {
        start++;
    }
    if (scan->delimiter != '|' && start < scan->length && scan->text[start] == '"') {
        scan->at = start;
        return scan_quoted(scan, span);
    }
    scan_plain(scan, span);
    return true;
}

// A line of a markdown table: its cells stand between bars, `\|` is a bar of the text.
static int scan_bars(struct scan *scan, struct span *spans)
{
    int count = 0;

    scan->at = (size_t)(strchr(scan->text + scan->at, '|') - scan->text) + 1;
    while (!at_end(scan) && !is_break(scan->text[scan->at])) {
        size_t start = scan->at;
        while (!at_end(scan) && scan->text[scan->at] != '|' &&
               !is_break(scan->text[scan->at])) {
            bool escaped = scan->text[scan->at] == '\\' && scan->at + 1 < scan->length &&
                           scan->text[scan->at + 1] == '|';
            scan->at += escaped ? 2 : 1;
        }
        bool closed = !at_end(scan) && scan->text[scan->at] == '|';
        if (closed || strspn(scan->text + start, " \t") < scan->at - start) {
            if (count < TABLE_MAX_COLUMNS) {
                spans[count] =
                    (struct span){.start = scan->text + start, .length = scan->at - start};
            }
            count++;
        }
        scan->at += closed ? 1 : 0;
    }
    if (!at_end(scan)) {
        skip_break(scan);
    }
    return count;
}

static bool starts_with_bar(const struct scan *scan)
{
    size_t at = scan->at + strspn(scan->text + scan->at, " \t");

    return at < scan->length && scan->text[at] == '|';
}

// A whole line as one cell.
static int scan_line(struct scan *scan, struct span *spans)
{
    const char delimiter = scan->delimiter;

    scan->delimiter = '\n';
    scan_plain(scan, &spans[0]);
    scan->delimiter = delimiter;
    return 1;
}

// The fields of the next row and how many there are (spans holds TABLE_MAX_COLUMNS); -1 on
// trouble.
static int scan_row(struct scan *scan, struct span *spans)
{
    int count = 0;
    int line = scan->line;
    struct span span = {0};

    if (scan->delimiter == '|') {
        count = starts_with_bar(scan) ? scan_bars(scan, spans) : scan_line(scan, spans);
    }
    while (scan->delimiter != '|' && !span.last) {
        if (!scan_field(scan, &span)) {
            return -1;
        }
        if (count < TABLE_MAX_COLUMNS) {
            spans[count] = span;
        }
        count++;
    }
    if (count > TABLE_MAX_COLUMNS) {
        fail(scan, line, "more than 64 columns: is this the right file?");
        return -1;
    }
    return count;
}

// How many of the first rows have the number of cells that most rows of more than one have.
static int agreement(const char *text, size_t length, char delimiter)
{
    struct scan scan = {.text = text, .length = length, .line = 1, .delimiter = delimiter};
    struct span spans[TABLE_MAX_COLUMNS];
    int tally[TABLE_MAX_COLUMNS + 1] = {0};
    int best = 0;

    for (int rows = 0; !at_end(&scan) && rows < SAMPLE_ROWS;) {
        int count = scan_row(&scan, spans);
        if (count < 0) {
            break;
        }
        rows += count > 1 ? 1 : 0;
        if (count > 1 && ++tally[count] > best) {
            best = tally[count];
        }
    }
    return best;
}

static char find_delimiter(const char *text, size_t length)
{
    static const char candidates[] = "\t;|,";
    char found = ';';
    int best = 0;

    for (const char *c = candidates; *c != '\0'; c++) {
        int score = agreement(text, length, *c);
        if (score > best) {
            best = score;
            found = *c;
        }
    }
    return found;
}

// Turns CRLF and CR into LF, doubled quotes into one and `\|` into a bar. Returns the new
// length.
static size_t plain_text(const struct span *span, char delimiter, char *out)
{
    size_t used = 0;

    for (size_t i = 0; i < span->length; i++) {
        char c = span->start[i];
        char next = i + 1 < span->length ? span->start[i + 1] : '\0';
        bool pair = (c == '\r' && next == '\n') ||
                    (span->quoted && c == '"' && next == '"') ||
                    (delimiter == '|' && c == '\\' && next == '|');
        if (pair) {
            c = next;
            i++;
        }
        out[used++] = c == '\r' ? '\n' : c;
    }
    return used;
}

// Space round text: blanks, line feeds and the no-break space that word processors leave.
static const char *trim(char *text, size_t length)
{
    for (;;) {
        if (length > 0 && strchr(" \t\n", text[length - 1]) != NULL) {
            length--;
        } else if (length > 1 && memcmp(text + length - 2, "\xc2\xa0", 2) == 0) {
            length -= 2;
        } else {
            break;
        }
    }
    text[length] = '\0';
    for (;;) {
        if (*text == ' ' || *text == '\t' || *text == '\n') {
            text++;
        } else if (memcmp(text, "\xc2\xa0", 2) == 0) {
            text += 2;
        } else {
            return text;
        }
    }
}

static const char *cell_text(struct arena *arena, const struct span *span, char delimiter)
{
    if (span->length == 0) {
        return "";
    }
    char *raw = arena_alloc(arena, span->length + 1);
    // Damage takes three bytes where it had one; the second copy holds the worst case.
    char *clean = raw == NULL ? NULL : arena_alloc(arena, span->length * 3 + 2);
    if (clean == NULL) {
        return NULL;
    }
    size_t length = plain_text(span, delimiter, raw);
    length = utf8_clean(raw, length, true, clean, span->length * 3 + 2);
    return trim(clean, length);
}

// True for the line of dashes under the head of a markdown table.
static bool is_rule(const struct span *spans, int count)
{
    bool dashes = false;

    for (int i = 0; i < count; i++) {
        for (size_t j = 0; j < spans[i].length; j++) {
            if (strchr(" \t-:", spans[i].start[j]) == NULL) {
                return false;
            }
            dashes = dashes || spans[i].start[j] == '-';
        }
    }
    return dashes;
}

// Makes room for one more row by doubling. False when memory runs out.
static bool make_room(struct arena *arena, struct table_row **rows, size_t count)
{
    bool full = count == 0 || (count >= 16 && (count & (count - 1)) == 0);

    if (full) {
        struct table_row *more =
            arena_alloc(arena, (count == 0 ? 16 : count * 2) * sizeof *more);
        if (more == NULL) {
            return false;
        }
        if (count > 0) {
            memcpy(more, *rows, count * sizeof *more);
        }
        *rows = more;
    }
    return true;
}

// The row with its cells as text. `any` tells whether there is text in it. False without
// memory.
static bool build_row(struct arena *arena, const struct span *spans, int count,
                      char delimiter, struct table_row *row, bool *any)
{
    const char **cells = arena_alloc(arena, (size_t)count * sizeof *cells);

    *any = false;
    for (int i = 0; cells != NULL && i < count; i++) {
        cells[i] = cell_text(arena, &spans[i], delimiter);
        if (cells[i] == NULL) {
            return false;
        }
        *any = *any || cells[i][0] != '\0';
    }
    row->count = count;
    row->cells = cells;
    return cells != NULL;
}

static bool too_long(const struct span *spans, int count)
{
    for (int i = 0; i < count; i++) {
        if (spans[i].length > TABLE_MAX_FIELD_BYTES) {
            return true;
        }
    }
    return false;
}

static bool read_row(struct scan *scan, struct arena *arena, struct table_row **rows,
                     size_t *used)
{
    struct span spans[TABLE_MAX_COLUMNS];
    int line = scan->line;
    bool any = false;
    int count = scan_row(scan, spans);

    if (count < 0) {
        return false;
    }
    if (too_long(spans, count)) {
        return fail(scan, line, "a field of more than 1 MB: is a quote missing?");
    }
    if (count == 0 || (scan->delimiter == '|' && is_rule(spans, count))) {
        return true;
    }
    if (*used >= TABLE_MAX_ROWS) {
        return fail(scan, line, "more than a million rows: is this the right file?");
    }
    if (!make_room(arena, rows, *used) ||
        !build_row(arena, spans, count, scan->delimiter, &(*rows)[*used], &any)) {
        return fail(scan, line, "does not fit in memory");
    }
    (*rows)[*used].line = line;
    *used += any ? 1 : 0;
    return true;
}

bool table_read(struct table *table, struct arena *arena, const char *text, size_t length,
                char delimiter)
{
    struct scan scan = {.text = text, .length = length, .line = 1};
    struct table_row *rows = NULL;
    size_t count = 0;

    scan.delimiter = delimiter != 0 ? delimiter : find_delimiter(text, length);
    while (scan.trouble == NULL && !at_end(&scan)) {
        read_row(&scan, arena, &rows, &count);
    }
    *table = (struct table){.rows = rows,
                            .count = count,
                            .delimiter = scan.delimiter,
                            .trouble = scan.trouble,
                            .trouble_line = scan.trouble_line};
    return scan.trouble == NULL;
}

const char *table_cell(const struct table_row *row, int column)
{
    return column >= 0 && column < row->count ? row->cells[column] : "";
}
