#include "desk/board_json.h"

#include "base/day.h"
#include "desk/json.h"
#include "desk/status.h"

enum { FORMAT_VERSION = 1 };

static const char *comma(size_t nth)
{
    return nth == 0 ? "{" : ",{";
}

// NULL where nothing is said.
static const char *or_null(const char *text)
{
    return text[0] == '\0' ? NULL : text;
}

static void put_list(FILE *out, const char *key)
{
    fprintf(out, ",\n\"%s\":[", key);
}

static void put_head(FILE *out, const struct board *board, int64_t now_ms)
{
    fprintf(out, "{\"format\":%d", FORMAT_VERSION);
    json_moment(out, ",", "made", now_ms);
    fputs(",\n\"board\":", out);
    json_field(out, "{", "id", board->slug);
    json_field(out, ",", "title", or_null(board->title));
    json_field(out, ",", "wall", or_null(board->wall));
    json_field(out, ",", "word", or_null(board->word));
    json_field(out, ",", "subtitle", or_null(board->subtitle));
    json_field(out, ",", "region", or_null(board->region));
    json_field(out, ",", "period", or_null(board->period));
    json_field(out, ",", "source", or_null(board->source));
    json_field(out, ",", "row_kind", or_null(board->row_kind));
    fprintf(out, ",\"example\":%s,\"silent_days\":%d,\"rung_days\":%d}",
            board->example ? "true" : "false", board->silent_days, board->rung_days);
}

static void put_frame(FILE *out, const struct board *board)
{
    put_list(out, "columns");
    for (size_t i = 0; i < board->column_count; i++) {
        const struct column *column = &board->columns[i];
        json_field(out, comma(i), "column_id", column->id);
        json_field(out, ",", "title", or_null(column->title));
        json_field(out, ",", "wall", or_null(column->wall));
        json_field(out, ",", "letter", or_null(column->letter));
        fputc('}', out);
    }
    fputc(']', out);
    put_list(out, "stages");
    for (size_t i = 0; i < board->stage_count; i++) {
        fputs(i == 0 ? "" : ",", out);
        json_text(out, board->stages[i]);
    }
    fputc(']', out);
    put_list(out, "rungs");
    for (size_t i = 0; i < board->rung_count; i++) {
        json_field(out, comma(i), "name", board->rungs[i].name);
        json_field(out, ",", "title", or_null(board->rungs[i].title));
        fputc('}', out);
    }
    fputc(']', out);
}

static void put_rows(FILE *out, const struct board *board)
{
    put_list(out, "ambitions");
    for (size_t i = 0; i < board->ambition_count; i++) {
        const struct ambition *ambition = &board->ambitions[i];
        json_field(out, comma(i), "code", ambition->code);
        json_field(out, ",", "title", or_null(ambition->title));
        json_field(out, ",", "wall", or_null(ambition->wall));
        json_field(out, ",", "word", or_null(ambition->word));
        fputc('}', out);
    }
    fputc(']', out);
    put_list(out, "goals");
    for (size_t i = 0; i < board->goal_count; i++) {
        const struct goal *goal = &board->goals[i];
        json_field(out, comma(i), "code", goal->code);
        json_field(out, ",", "ambition", goal->ambition->code);
        json_field(out, ",", "title", or_null(goal->title));
        json_field(out, ",", "brief", or_null(goal->brief));
        fputc('}', out);
    }
    fputc(']', out);
}

static void put_shifts(FILE *out, const struct action *action)
{
    fputs(",\"shifts\":[", out);
    for (size_t i = 0; i < action->shift_count; i++) {
        const struct shift *shift = &action->shifts[i];
        json_day(out, comma(i), "day", shift->day);
        json_field(out, ",", "from", or_null(shift->from));
        json_field(out, ",", "to", or_null(shift->to));
        fputc('}', out);
    }
    fputc(']', out);
}

static void put_action(FILE *out, const struct action *action)
{
    static const char *const kinds[] = {"action", "question", "practice"};
    static const char *const scopes[] = {NULL, "local", "regional", "both"};

    json_field(out, ",", "goal", action->goal->code);
    json_field(out, ",", "kind", kinds[action->kind]);
    json_field(out, ",", "title", or_null(action->title));
    json_field(out, ",", "brief", or_null(action->brief));
    json_field(out, ",", "text", or_null(action->text));
    json_field(out, ",", "partners", or_null(action->partners));
    json_field(out, ",", "funding", or_null(action->funding));
    json_field(out, ",", "due", or_null(action->due_text));
    json_day(out, ",", "due_from", action->due.from);
    json_day(out, ",", "due_to", action->due.to);
    json_field(out, ",", "scope", scopes[action->scope]);
    json_field(out, ",", "refs", or_null(action->refs));
    put_shifts(out, action);
}

static void put_actions(FILE *out, const struct board *board)
{
    put_list(out, "actions");
    for (size_t i = 0; i < board->action_count; i++) {
        json_field(out, comma(i), "code", board->actions[i].code);
        put_action(out, &board->actions[i]);
        fputs(i + 1 < board->action_count ? "}\n" : "}", out);
    }
    fputc(']', out);
}

static void put_tracks(FILE *out, const struct board *board)
{
    put_list(out, "tracks");
    for (size_t i = 0; i < board->track_count; i++) {
        const struct track *track = &board->tracks[i];
        json_field(out, comma(i), "id", track->row);
        json_field(out, ",", "action", track->action->code);
        json_field(out, ",", "column_id", track->column->id);
        json_field(out, ",", "stage",
                   track->stage >= 0 && (size_t)track->stage < board->stage_count
                       ? board->stages[track->stage]
                       : NULL);
        json_field(out, ",", "health", or_null(health_word(track->health)));
        json_day(out, ",", "health_since", track->health_since);
        json_field(out, ",", "reason", or_null(track->reason));
        json_field(out, ",", "lead", or_null(track->lead));
        json_day(out, ",", "reported", track->reported);
        fputs(i + 1 < board->track_count ? "}\n" : "}", out);
    }
    fputc(']', out);
}

static void put_bottlenecks(FILE *out, const struct board *board)
{
    size_t shown = 0;

    put_list(out, "bottlenecks");
    for (size_t i = 0; i < board->bottleneck_count; i++) {
        const struct bottleneck *stuck = board->bottlenecks[i];
        if (stuck->track == NULL) {
            continue; // it leads nowhere
        }
        json_field(out, comma(shown++), "id", stuck->row);
        json_field(out, ",", "action", stuck->track->action->code);
        json_field(out, ",", "column_id", stuck->track->column->id);
        json_field(out, ",", "reason", or_null(stuck->reason));
        json_day(out, ",", "since", stuck->since);
        json_field(out, ",", "rung", board->rungs[stuck->rung].name);
        json_day(out, ",", "rung_since", stuck->rung_since);
        json_field(out, ",", "asked", or_null(stuck->asked));
        json_day(out, ",", "decide_by", stuck->by);
        json_day(out, ",", "ended", stuck->ended);
        json_field(out, ",", "outcome", or_null(stuck->outcome));
        fputc('}', out);
    }
    fputc(']', out);
}

static void put_meetings(FILE *out, const struct board *board)
{
    static const char *const states[] = {"planned", "open", "closed"};

    put_list(out, "meetings");
    for (size_t i = 0; i < board->meeting_count; i++) {
        const struct meeting *meeting = &board->meetings[i];
        json_field(out, comma(i), "id", meeting->row);
        json_field(out, ",", "body", or_null(meeting->body));
        json_day(out, ",", "day", meeting->day);
        if (meeting->minute < 0) {
            fputs(",\"minute\":null", out);
        } else {
            fprintf(out, ",\"minute\":%d", meeting->minute);
        }
        json_field(out, ",", "place", or_null(meeting->place));
        json_field(out, ",", "agenda", or_null(meeting->agenda));
        json_field(out, ",", "state", states[meeting->state]);
        json_moment(out, ",", "opened", meeting->opened_ms);
        json_moment(out, ",", "closed", meeting->closed_ms);
        fputc('}', out);
    }
    fputc(']', out);
}

static void put_decisions(FILE *out, const struct board *board)
{
    static const char *const states[] = {"made", "open", "done", "dropped"};

    put_list(out, "decisions");
    for (size_t i = 0; i < board->decision_count; i++) {
        const struct decision *decision = &board->decisions[i];
        json_field(out, comma(i), "id", decision->row);
        json_field(out, ",", "meeting",
                   decision->meeting == NULL ? NULL : decision->meeting->row);
        json_field(out, ",", "action",
                   decision->action == NULL ? NULL : decision->action->code);
        json_field(out, ",", "column_id",
                   decision->track == NULL ? NULL : decision->track->column->id);
        json_field(out, ",", "text", or_null(decision->text));
        json_field(out, ",", "lead", or_null(decision->lead));
        json_field(out, ",", "due", or_null(decision->due_text));
        json_field(out, ",", "state", states[decision->state]);
        json_moment(out, ",", "written", decision->at_ms);
        fputc('}', out);
    }
    fputc(']', out);
}

static void put_notes(FILE *out, const struct board *board)
{
    put_list(out, "notes");
    for (size_t i = 0; i < board->note_count; i++) {
        const struct note *note = &board->notes[i];
        json_field(out, comma(i), "id", note->row);
        json_field(out, ",", "action", note->action == NULL ? NULL : note->action->code);
        json_field(out, ",", "column_id",
                   note->track == NULL ? NULL : note->track->column->id);
        json_field(out, ",", "author", or_null(note->author));
        json_moment(out, ",", "written", note->at_ms);
        json_field(out, ",", "text", or_null(note->text));
        fputc('}', out);
    }
    fputc(']', out);
}

static void put_around(FILE *out, const struct board *board)
{
    put_list(out, "rhythms");
    for (size_t i = 0; i < board->rhythm_count; i++) {
        json_field(out, comma(i), "title", or_null(board->rhythms[i].title));
        json_field(out, ",", "due", or_null(board->rhythms[i].due_text));
        json_field(out, ",", "who", or_null(board->rhythms[i].who));
        fputc('}', out);
    }
    fputc(']', out);
    put_list(out, "organisations");
    for (size_t i = 0; i < board->organisation_count; i++) {
        const struct organisation *known = &board->organisations[i];
        json_field(out, comma(i), "name", known->name);
        json_field(out, ",", "title", or_null(known->title));
        json_field(out, ",", "column_id", known->column == NULL ? NULL : known->column->id);
        json_field(out, ",", "aka", or_null(known->aka));
        fputc('}', out);
    }
    fputc(']', out);
    put_list(out, "abbreviations");
    for (size_t i = 0; i < board->abbreviation_count; i++) {
        json_field(out, comma(i), "name", board->abbreviations[i].name);
        json_field(out, ",", "meaning", or_null(board->abbreviations[i].meaning));
        fputc('}', out);
    }
    fputc(']', out);
}

void board_json(FILE *out, const struct board *board, int64_t now_ms)
{
    int32_t today = 0;

    day_local(now_ms, &today, NULL);
    put_head(out, board, now_ms);
    put_frame(out, board);
    put_rows(out, board);
    put_actions(out, board);
    put_tracks(out, board);
    put_bottlenecks(out, board);
    put_meetings(out, board);
    put_decisions(out, board);
    put_notes(out, board);
    put_around(out, board);
    fputs("\n", out);
    status_json_attention(out, board, today);
    fputs("}\n", out);
}
