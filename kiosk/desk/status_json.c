#include "desk/status.h"

#include <inttypes.h>
#include <string.h>

#include "board/rhythm.h"
#include "board/signal.h"
#include "desk/lack.h"

static const char *const sign_keys[SIGN_COUNT] = {"none",       "dropped",  "done",
                                                  "on_course",  "silent",   "attention",
                                                  "bottleneck", "escalated"};
static const char *const kind_keys[ATTENTION_KIND_COUNT] = {
    "escalated", "bottleneck", "attention", "overdue", "shifted", "silent", "pace", "gap"};

enum { ATTENTION_MAX = 200 };

// Text of a board is clean UTF-8: only quotes, backslashes and what is below a space need
// an escape.
static void put_text(FILE *out, const char *text)
{
    fputc('"', out);
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '"' || *c == '\\') {
            fputc('\\', out);
        }
        if ((unsigned char)*c < ' ') {
            fprintf(out, "\\u%04x", (unsigned)(unsigned char)*c);
        } else {
            fputc(*c, out);
        }
    }
    fputc('"', out);
}

// `"key":"text"` behind `before`.
static void put_field(FILE *out, const char *before, const char *key, const char *text)
{
    fprintf(out, "%s\"%s\":", before, key);
    if (text == NULL) {
        fputs("null", out);
    } else {
        put_text(out, text);
    }
}

static void put_day(FILE *out, const char *before, const char *key, int32_t day)
{
    char text[16];

    if (day != DAY_NONE) {
        day_write(day, text);
    }
    put_field(out, before, key, day == DAY_NONE ? NULL : text);
}

static void put_cell(FILE *out, const struct board *board, const struct ambition *ambition,
                     const struct column *column, int32_t today)
{
    struct cell_state state;

    cell_state_of(board, ambition, column, today, &state);
    put_field(out, "{", "column", column->id);
    put_field(out, ",", "sign", sign_keys[state.sign]);
    fprintf(out, ",\"tracks\":%d,\"counts\":{", state.track_count);
    for (int sign = 0; sign < SIGN_COUNT; sign++) {
        int count = 0;
        for (int stage = 0; stage < STAGE_MAX; stage++) {
            count += state.bricks[stage][sign];
        }
        fprintf(out, "%s\"%s\":%d", sign > 0 ? "," : "", sign_keys[sign], count);
    }
    fputs("}}", out);
}

static void put_ambition(FILE *out, const struct board *board,
                         const struct ambition *ambition, int32_t today)
{
    struct pace pace;

    pace_of(board, ambition, &pace);
    put_field(out, "{", "code", ambition->code);
    put_field(out, ",", "title", ambition->title);
    if (pace.known) {
        fprintf(out, ",\"spread\":%d,\"cells\":[", pace.spread);
    } else {
        fputs(",\"spread\":null,\"cells\":[", out);
    }
    for (size_t i = 0; i < board->column_count; i++) {
        fputs(i > 0 ? "," : "", out);
        put_cell(out, board, ambition, &board->columns[i], today);
    }
    fputs("]}", out);
}

static void put_exception(FILE *out, const struct attention *attention)
{
    const struct track *track = attention->track;
    const char *title = attention->action != NULL ? attention->action->title
                        : attention->goal != NULL ? attention->goal->title
                                                  : attention->ambition->title;

    put_field(out, "{", "kind", kind_keys[attention->kind]);
    put_field(out, ",", "ambition", attention->ambition->code);
    put_field(out, ",", "action",
              attention->action == NULL ? NULL : attention->action->code);
    put_field(out, ",", "column", track == NULL ? NULL : track->column->id);
    put_field(out, ",", "title", title);
    put_field(out, ",", "reason",
              track == NULL || track->reason[0] == '\0' ? NULL : track->reason);
    if (attention->days == DAY_NONE) {
        fputs(",\"days\":null}", out);
    } else {
        fprintf(out, ",\"days\":%d}", attention->days);
    }
}

static void put_attention(FILE *out, const struct board *board, int32_t today)
{
    struct attention list[ATTENTION_MAX];
    size_t count = attention_list(board, today, list, ATTENTION_MAX);

    fputs(",\"attention\":[", out);
    for (size_t i = 0; i < count && i < ATTENTION_MAX; i++) {
        fputs(i > 0 ? "," : "", out);
        put_exception(out, &list[i]);
    }
    fputc(']', out);
}

static void put_gaps(FILE *out, const struct gaps *gaps)
{
    fprintf(out,
            ",\"gaps\":{\"goals_without_action\":%zu,\"tracks_without_lead\":%zu,"
            "\"actions_without_funding\":%zu,\"actions_without_due\":%zu,\"actions_without_"
            "track\":%zu,"
            "\"actions_twice\":%zu,\"loose_references\":%zu}",
            gaps->goals_without_action, gaps->tracks_without_lead,
            gaps->actions_without_funding, gaps->actions_without_due,
            gaps->actions_without_track, gaps->actions_twice, gaps->loose_references);
}

static void put_meeting(FILE *out, const struct meeting *meeting)
{
    fputs(",\"next_meeting\":", out);
    if (meeting == NULL) {
        fputs("null", out);
        return;
    }
    put_field(out, "{", "body", meeting->body);
    put_day(out, ",", "day", meeting->day);
    if (meeting->minute < 0) {
        fputs(",\"minute\":null}", out);
    } else {
        fprintf(out, ",\"minute\":%d}", meeting->minute);
    }
}

static void put_rhythms(FILE *out, const struct board *board, int32_t today)
{
    fputs(",\"rhythms\":[", out);
    for (size_t i = 0; i < board->rhythm_count; i++) {
        const struct rhythm *rhythm = &board->rhythms[i];
        struct rhythm_state state;
        rhythm_state_of(board, rhythm, today, &state);
        put_field(out, i > 0 ? ",{" : "{", "title", rhythm->title);
        put_field(out, ",", "due", rhythm->due_text);
        put_field(out, ",", "who", rhythm->who);
        put_day(out, ",", "last", state.last);
        put_day(out, ",", "next", state.next);
        put_day(out, ",", "missed", state.missed);
        fprintf(out, ",\"missed_count\":%d}", state.missed_count);
    }
    fputc(']', out);
}

static void put_board(FILE *out, const struct board *board, int32_t today, int minute)
{
    struct gaps gaps;
    int32_t newest = DAY_NONE;

    gaps_of(board, &gaps);
    for (size_t i = 0; i < board->track_count; i++) {
        newest = board->tracks[i].reported > newest ? board->tracks[i].reported : newest;
    }
    put_field(out, "{", "slug", board->slug);
    put_field(out, ",", "title", board->title);
    fprintf(out, ",\"example\":%s", board->example ? "true" : "false");
    put_day(out, ",", "reported", newest);
    fprintf(out, ",\"actions\":%zu,\"tracks\":%zu,\"reported_tracks\":%zu",
            board->action_count, board->track_count, gaps.reported_tracks);
    put_meeting(out, meeting_next(board, NULL, today, minute));
    put_rhythms(out, board, today);
    fputs(",\"ambitions\":[", out);
    for (size_t i = 0; i < board->ambition_count; i++) {
        fputs(i > 0 ? "," : "", out);
        put_ambition(out, board, &board->ambitions[i], today);
    }
    fputc(']', out);
    put_attention(out, board, today);
    put_gaps(out, &gaps);
    fputc('}', out);
}

static void put_moment(FILE *out, const char *before, const char *key, int64_t at_ms)
{
    char day[16];
    int32_t number = 0;
    int minute = 0;

    if (at_ms == 0) {
        put_field(out, before, key, NULL);
        return;
    }
    day_local(at_ms, &number, &minute);
    day_write(number, day);
    fprintf(out, "%s\"%s\":\"%sT%02d:%02d\"", before, key, day, minute / 60, minute % 60);
}

static void put_device(FILE *out, const struct sync_device *device)
{
    put_field(out, "{", "id", device->id);
    put_field(out, ",", "name", device->name);
    put_moment(out, ",", "seen", device->seen_ms);
    fprintf(out, ",\"entries\":%zu,\"unshared\":%zu,\"self\":%s}", device->entries,
            device->unshared, device->self ? "true" : "false");
}

static void put_sharing(FILE *out, const struct sync_state *sync, int64_t written_ms)
{
    fputs(",\"sharing\":", out);
    put_moment(out, "{", "written", written_ms);
    put_field(out, ",", "trouble", sync->trouble);
    put_field(out, ",", "outbox", sync->outbox);
    put_moment(out, ",", "unshared_since", sync->unshared_since_ms);
    put_moment(out, ",", "published", sync->published_ms);
    put_moment(out, ",", "read", sync->read_ms);
    fprintf(out,
            ",\"unshared\":%zu,\"refused\":%s,\"clock_unset\":%s,\"rejected\":%zu,"
            "\"copies\":%zu,\"entries\":%zu,\"bytes\":%" PRId64 ",\"devices\":[",
            sync->unshared, sync->refused ? "true" : "false",
            sync->clock_unset ? "true" : "false", sync->rejected, sync->copies,
            sync->log_entries, sync->file_bytes);
    for (size_t i = 0; i < sync->device_count; i++) {
        fputs(i == 0 ? "" : ",", out);
        put_device(out, &sync->devices[i]);
    }
    fputs("]}", out);
}

void status_json(FILE *out, const struct board_set *set, const char *slug, int64_t now_ms,
                 const struct sync_state *sync, int64_t written_ms)
{
    int32_t today = 0;
    int minute = 0;
    bool first = true;

    day_local(now_ms, &today, &minute);
    put_field(out, "{", "trouble", set->trouble);
    put_moment(out, ",", "changed", set->data_ms);
    put_sharing(out, sync, written_ms);
    fputs(",\"boards\":[", out);
    for (size_t i = 0; i < set->count; i++) {
        if (slug == NULL || strcmp(set->boards[i].slug, slug) == 0) {
            fputs(first ? "" : ",", out);
            put_board(out, &set->boards[i], today, minute);
            first = false;
        }
    }
    fprintf(out, "],\"orphans\":%zu}\n", lack_orphans(NULL, set, slug));
}
