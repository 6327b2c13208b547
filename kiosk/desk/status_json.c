#include "desk/status.h"

#include <inttypes.h>
#include <string.h>

#include "board/rhythm.h"
#include "board/signal.h"
#include "desk/json.h"
#include "desk/lack.h"

static const char *const sign_keys[SIGN_COUNT] = {"none",       "dropped",  "done",
                                                  "on_course",  "silent",   "attention",
                                                  "bottleneck", "escalated"};
static const char *const kind_keys[ATTENTION_KIND_COUNT] = {
    "escalated", "bottleneck", "attention", "overdue", "shifted", "silent", "pace", "gap"};

enum { ATTENTION_MAX = 200 };

static void put_cell(FILE *out, const struct board *board, const struct ambition *ambition,
                     const struct column *column, int32_t today)
{
    struct cell_state state;

    cell_state_of(board, ambition, column, today, &state);
    json_field(out, "{", "column", column->id);
    json_field(out, ",", "sign", sign_keys[state.sign]);
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
    json_field(out, "{", "code", ambition->code);
    json_field(out, ",", "title", ambition->title);
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

    json_field(out, "{", "kind", kind_keys[attention->kind]);
    json_field(out, ",", "ambition", attention->ambition->code);
    json_field(out, ",", "action",
               attention->action == NULL ? NULL : attention->action->code);
    json_field(out, ",", "column", track == NULL ? NULL : track->column->id);
    json_field(out, ",", "goal", attention->goal == NULL ? NULL : attention->goal->code);
    json_field(out, ",", "title", title);
    json_field(out, ",", "reason",
               track == NULL || track->reason[0] == '\0' ? NULL : track->reason);
    if (attention->days == DAY_NONE) {
        fputs(",\"days\":null}", out);
    } else {
        fprintf(out, ",\"days\":%d}", attention->days);
    }
}

void status_json_attention(FILE *out, const struct board *board, int32_t today)
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
            "\"actions_twice\":%zu,\"loose_references\":%zu",
            gaps->goals_without_action, gaps->tracks_without_lead,
            gaps->actions_without_funding, gaps->actions_without_due,
            gaps->actions_without_track, gaps->actions_twice, gaps->loose_references);
    json_field(out, ",", "carried_by", gaps->carries == NULL ? NULL : gaps->carries->id);
    fputc('}', out);
}

static void put_meeting(FILE *out, const struct meeting *meeting)
{
    fputs(",\"next_meeting\":", out);
    if (meeting == NULL) {
        fputs("null", out);
        return;
    }
    json_field(out, "{", "body", meeting->body);
    json_day(out, ",", "day", meeting->day);
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
        json_field(out, i > 0 ? ",{" : "{", "title", rhythm->title);
        json_field(out, ",", "due", rhythm->due_text);
        json_field(out, ",", "who", rhythm->who);
        json_day(out, ",", "last", state.last);
        json_day(out, ",", "next", state.next);
        json_day(out, ",", "missed", state.missed);
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
    json_field(out, "{", "slug", board->slug);
    json_field(out, ",", "title", board->title);
    fprintf(out, ",\"example\":%s", board->example ? "true" : "false");
    json_day(out, ",", "reported", newest);
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
    status_json_attention(out, board, today);
    put_gaps(out, &gaps);
    fputc('}', out);
}

static void put_device(FILE *out, const struct sync_device *device)
{
    json_field(out, "{", "id", device->id);
    json_field(out, ",", "name", device->name);
    json_moment(out, ",", "seen", device->seen_ms);
    fprintf(out, ",\"entries\":%zu,\"unshared\":%zu,\"self\":%s}", device->entries,
            device->unshared, device->self ? "true" : "false");
}

static void put_sharing(FILE *out, const struct sync_state *sync, int64_t written_ms)
{
    fputs(",\"sharing\":", out);
    json_moment(out, "{", "written", written_ms);
    json_field(out, ",", "trouble", sync->trouble);
    json_field(out, ",", "outbox", sync->outbox);
    json_moment(out, ",", "unshared_since", sync->unshared_since_ms);
    json_moment(out, ",", "published", sync->published_ms);
    json_moment(out, ",", "read", sync->read_ms);
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
                 const struct status_state *state)
{
    int32_t today = 0;
    int minute = 0;
    bool first = true;

    day_local(now_ms, &today, &minute);
    json_field(out, "{", "trouble", set->trouble);
    json_moment(out, ",", "changed", set->data_ms);
    put_sharing(out, state->sync, state->written_ms);
    if (state->device) {
        status_json_device(out, state->sync, state->written_ms, now_ms, state->in_english);
    } else {
        fputs(",\"device\":null", out);
    }
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
