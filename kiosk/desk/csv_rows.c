#include "desk/csv_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "desk/course.h"
#include "desk/plan.h"

struct taker {
    struct arena *arena;
    enum item_kind kind;
    const struct board *board;
    const struct share_cells *cells;
};

// The cells of one row are together.
static size_t row_end(const struct share_cells *cells, size_t first)
{
    size_t end = first;

    while (end < cells->count &&
           strcmp(cells->cells[end].table, cells->cells[first].table) == 0 &&
           strcmp(cells->cells[end].row, cells->cells[first].row) == 0) {
        end++;
    }
    return end;
}

static const struct cell *find_cell(const struct share_cells *cells, size_t first,
                                    size_t end, const char *column)
{
    for (size_t i = first; i < end; i++) {
        if (strcmp(cells->cells[i].column, column) == 0 && cells->cells[i].value != NULL) {
            return &cells->cells[i];
        }
    }
    return NULL;
}

static const char *value_of(const struct share_cells *cells, size_t first, size_t end,
                            const char *column)
{
    const struct cell *cell = find_cell(cells, first, end, column);

    return cell == NULL ? "" : cell->value;
}

static bool is_ours(const struct taker *taker, size_t first, size_t end)
{
    const char *slug = taker->board->slug;

    return strcmp(taker->kind == ITEM_BOARD ? taker->cells->cells[first].row
                                            : value_of(taker->cells, first, end, "board"),
                  slug) == 0;
}

// --- fields that are no column of the table ---

// The day and the time apart where that gives the same text again, else all in the first.
static void split_start(const struct taker *taker, const char *starts, struct csv_row *row)
{
    char again[24] = "";
    char day[16];
    int32_t number = 0;
    int minute = -1;

    row->text[MEETING_DATE] = starts;
    if (day_read(starts, &number, &minute) && minute >= 0) {
        day_write(number, day);
        day_write_minute(number, minute, again);
    }
    if (minute >= 0 && strcmp(again, starts) == 0) {
        row->text[MEETING_DATE] = arena_string(taker->arena, day);
        row->text[MEETING_TIME] =
            arena_format(taker->arena, "%02d.%02d", minute / 60, minute % 60);
    }
}

static const char *meeting_key(const struct taker *taker, const char *row)
{
    size_t length = strlen(taker->board->slug);

    if (row[0] == '\0') {
        return "";
    }
    return strncmp(row, taker->board->slug, length) == 0 && row[length] == '/' &&
                   row[length + 1] != '/' && row[length + 1] != '\0'
               ? row + length + 1
               : arena_format(taker->arena, "/%s", row);
}

static const char *moment_text(struct arena *arena, int64_t at_ms)
{
    char text[24];
    int32_t day = 0;
    int minute = 0;

    day_local(at_ms, &day, &minute);
    day_write_minute(day, minute, text);
    return arena_string(arena, text);
}

// The keys of the columns in which the action has a track, in the order of the wall.
static const char *columns_of(const struct taker *taker, const char *code)
{
    const struct action *action = board_action_find(taker->board, code);
    const char *all = "";

    for (int i = 0; action != NULL && i < COLUMN_MAX; i++) {
        if (action->tracks[i] != NULL && all != NULL) {
            all = arena_format(taker->arena, "%s%s%s", all, all[0] == '\0' ? "" : ",",
                               action->tracks[i]->column->id);
        }
    }
    return all;
}

static const char *health_since(const struct taker *taker, const char *track_row)
{
    char day[16];

    for (size_t i = 0; i < taker->board->track_count; i++) {
        const struct track *track = &taker->board->tracks[i];
        if (strcmp(track->row, track_row) == 0 && track->health_since != DAY_NONE) {
            day_write(track->health_since, day);
            return arena_string(taker->arena, day);
        }
    }
    return "";
}

static void take_made(const struct taker *taker, struct csv_row *row, size_t first,
                      size_t end)
{
    const struct cell *written = find_cell(taker->cells, first, end, "text");

    row->at_ms = written == NULL ? 0 : written->at_ms;
    switch ((int)taker->kind) {
    case ITEM_BOARD:
        row->text[BOARD_EXPORT] = taker->board->slug;
        row->text[BOARD_PLACE] = row->place;
        break;
    case ITEM_ACTION:
        row->text[ACTION_COLUMNS] = columns_of(taker, row->text[ACTION_CODE]);
        break;
    case ITEM_MEETING:
        split_start(taker, value_of(taker->cells, first, end, "starts"), row);
        break;
    case ITEM_PROGRESS: row->text[PROGRESS_SINCE] = health_since(taker, row->row); break;
    case ITEM_DECISION:
        row->text[DECISION_MEETING] =
            meeting_key(taker, value_of(taker->cells, first, end, "meeting"));
        row->text[DECISION_AT] = moment_text(taker->arena, row->at_ms);
        break;
    default: break;
    }
}

// --- order ---

static size_t goal_place(const struct board *board, const char *code)
{
    const struct goal *goal = board_goal_find(board, code);

    return goal == NULL ? board->goal_count : (size_t)goal->index;
}

static size_t action_place(const struct board *board, const char *code)
{
    const struct action *action = board_action_find(board, code);

    return action == NULL ? board->action_count : (size_t)action->index;
}

static size_t group_of(const struct taker *taker, const struct csv_row *row)
{
    if (taker->kind == ITEM_ACTION) {
        return goal_place(taker->board, row->text[ACTION_GOAL]);
    }
    return taker->kind == ITEM_PROGRESS || taker->kind == ITEM_STUCK
               ? action_place(taker->board, row->text[0])
               : 0;
}

static int by_order(const void *left, const void *right)
{
    const struct csv_row *a = left;
    const struct csv_row *b = right;
    int by = (a->group > b->group) - (a->group < b->group);

    by = by != 0 ? by : (a->at_ms > b->at_ms) - (a->at_ms < b->at_ms);
    by = by != 0 ? by : strcmp(a->place, b->place);
    return by != 0 ? by : strcmp(a->row, b->row);
}

// --- what an import would make of it ---

static const char *usual_row(const struct taker *taker, const struct csv_row *row)
{
    const char *slug = taker->board->slug;
    const char *const *text = row->text;
    // Keys are made in the memory of a programme: lent for as long as this takes.
    struct programme programme = {.arena = *taker->arena};
    const char *starts = text[MEETING_DATE];
    const char *made = NULL;

    if (taker->kind == ITEM_MEETING && text[MEETING_TIME][0] != '\0') {
        int minute = course_minute(text[MEETING_TIME]);
        starts = arena_format(&programme.arena, "%sT%02d:%02d", text[MEETING_DATE],
                              minute / 60, minute % 60);
    }
    const char *const one[] = {slug, text[0], NULL};
    const char *const two[] = {slug, text[0], text[1], NULL};
    const char *const stuck[] = {slug, text[0], text[1], text[STUCK_SINCE], NULL};
    const char *const note[] = {slug, text[NOTE_CODE], text[NOTE_AT], text[NOTE_COLUMN],
                                NULL};
    const char *const decided[] = {slug, text[DECISION_MEETING], text[DECISION_AT],
                                   text[DECISION_CODE], NULL};
    const char *const met[] = {slug, text[MEETING_BODY],
                               starts == NULL || starts[0] == '\0' ? "-" : starts, NULL};
    made = plan_row(&programme, taker->kind == ITEM_PROGRESS   ? two
                                : taker->kind == ITEM_STUCK    ? stuck
                                : taker->kind == ITEM_NOTE     ? note
                                : taker->kind == ITEM_DECISION ? decided
                                : taker->kind == ITEM_MEETING  ? met
                                                               : one);
    *taker->arena = programme.arena;
    return made;
}

static bool has_place(enum item_kind kind)
{
    return kind == ITEM_COLUMN || kind == ITEM_AMBITION || kind == ITEM_GOAL ||
           kind == ITEM_ACTION || kind == ITEM_STAGE || kind == ITEM_RUNG ||
           kind == ITEM_RHYTHM || kind == ITEM_PERSON;
}

static void compare(const struct taker *taker, struct csv_rows *rows)
{
    char place[24];
    size_t first = 0; // of the group

    for (size_t i = 0; i < rows->count; i++) {
        struct csv_row *row = &rows->rows[i];
        first = row->group != rows->rows[first].group ? i : first;
        snprintf(place, sizeof place, "%04zu", i - first + 1);
        row->placed = has_place(taker->kind) && strcmp(place, row->place) != 0;
        row->named =
            taker->kind != ITEM_BOARD && strcmp(usual_row(taker, row), row->row) != 0;
    }
}

static void take_row(const struct taker *taker, struct csv_row *row, size_t first,
                     size_t end)
{
    const struct item_spec *spec = &item_specs[taker->kind];

    *row = (struct csv_row){.row = taker->cells->cells[first].row};
    row->place = value_of(taker->cells, first, end, "position");
    for (int field = 0; field < ITEM_FIELDS; field++) {
        row->text[field] = spec->columns[field] == NULL
                               ? ""
                               : value_of(taker->cells, first, end, spec->columns[field]);
    }
    take_made(taker, row, first, end);
    row->group = group_of(taker, row);
    if (taker->kind != ITEM_NOTE && taker->kind != ITEM_DECISION) {
        row->at_ms = 0;
    }
}

bool csv_rows_take(struct csv_rows *out, struct arena *arena, enum item_kind kind,
                   const struct board *board, const struct share_cells *cells)
{
    const struct taker taker = {arena, kind, board, cells};
    const char *table = item_specs[kind].table;

    *out = (struct csv_rows){
        .rows = arena_alloc(arena, (cells->count + 1) * sizeof *out->rows)};
    if (out->rows == NULL) {
        return false;
    }
    for (size_t first = 0, end = 0; first < cells->count; first = end) {
        end = row_end(cells, first);
        if (strcmp(cells->cells[first].table, table) == 0 && is_ours(&taker, first, end)) {
            take_row(&taker, &out->rows[out->count++], first, end);
        }
    }
    if (arena->failed) {
        return false;
    }
    qsort(out->rows, out->count, sizeof *out->rows, by_order);
    compare(&taker, out);
    return !arena->failed;
}
