// What a programme file says, in one neutral form whatever the file looked like: items with
// their source line, and findings. Knows nothing of the shared file.
#ifndef REGIEBORD_DESK_PROGRAMME_H
#define REGIEBORD_DESK_PROGRAMME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum item_kind {
    ITEM_BOARD, // exactly one
    ITEM_COLUMN,
    ITEM_AMBITION,
    ITEM_GOAL,
    ITEM_ACTION,
    ITEM_TRACK, // what a document says of one action in one column
    ITEM_STAGE,
    ITEM_RUNG,
    ITEM_RHYTHM,
    ITEM_MEETING,
    ITEM_ORGANISATION,
    ITEM_ABBREVIATION,
    ITEM_PERSON,
    ITEM_REPORT,
    // Progress as an export wrote it:
    ITEM_PROGRESS,
    ITEM_STUCK,
    ITEM_NOTE,
    ITEM_DECISION,
    ITEM_KINDS
};

// Fields per kind, in the order of the headers in item_specs.
enum {
    BOARD_TITLE,
    BOARD_WALL,
    BOARD_WORD,
    BOARD_SUBTITLE,
    BOARD_REGION,
    BOARD_PERIOD,
    BOARD_SOURCE,
    BOARD_ROW_KIND,
    BOARD_EXAMPLE,
    BOARD_SILENT_DAYS,
    BOARD_RUNG_DAYS,
    BOARD_PIN,
    BOARD_BASIS,
    BOARD_EXPORT, // the board that the folder is an export of
    BOARD_PLACE
};
enum { COLUMN_KEY, COLUMN_TITLE, COLUMN_WALL, COLUMN_LETTER };
enum { AMBITION_CODE, AMBITION_TITLE, AMBITION_WALL, AMBITION_WORD };
enum { GOAL_CODE, GOAL_AMBITION, GOAL_TITLE, GOAL_BRIEF };
enum {
    ACTION_CODE,
    ACTION_GOAL,
    ACTION_TITLE,
    ACTION_BRIEF,
    ACTION_TEXT,
    ACTION_PARTNERS,
    ACTION_FUNDING,
    ACTION_DUE,
    ACTION_SCOPE,
    ACTION_REFS,
    ACTION_KIND,
    ACTION_COLUMNS
};
enum { TRACK_COLUMN, TRACK_STAGE, TRACK_HEALTH, TRACK_LEAD };
enum { STAGE_NAME };
enum { RUNG_NAME, RUNG_TITLE };
enum { RHYTHM_TITLE, RHYTHM_DUE, RHYTHM_WHO };
enum {
    MEETING_BODY,
    MEETING_DATE,
    MEETING_TIME,
    MEETING_PLACE,
    MEETING_AGENDA,
    MEETING_STATE
};
enum { ORGANISATION_NAME, ORGANISATION_TITLE, ORGANISATION_COLUMN, ORGANISATION_AKA };
enum { ABBREVIATION_NAME, ABBREVIATION_MEANING };
enum { PERSON_NAME, PERSON_COLUMN };
enum {
    REPORT_DAY,
    REPORT_TIME,
    REPORT_AUTHOR,
    REPORT_CODE,
    REPORT_COLUMN,
    REPORT_STAGE,
    REPORT_HEALTH,
    REPORT_REASON,
    REPORT_LEAD,
    REPORT_RUNG,
    REPORT_ASKED,
    REPORT_BY,
    REPORT_DUE,
    REPORT_NOTE
};
enum {
    PROGRESS_CODE,
    PROGRESS_COLUMN,
    PROGRESS_STAGE,
    PROGRESS_HEALTH,
    PROGRESS_SINCE,
    PROGRESS_REASON,
    PROGRESS_LEAD,
    PROGRESS_REPORTED
};
enum {
    STUCK_CODE,
    STUCK_COLUMN,
    STUCK_REASON,
    STUCK_SINCE,
    STUCK_RUNG,
    STUCK_RUNG_SINCE,
    STUCK_ASKED,
    STUCK_BY,
    STUCK_ENDED,
    STUCK_OUTCOME
};
enum { NOTE_CODE, NOTE_COLUMN, NOTE_AUTHOR, NOTE_AT, NOTE_TEXT };
enum {
    DECISION_MEETING, // its row, without the slug
    DECISION_CODE,
    DECISION_COLUMN,
    DECISION_TEXT,
    DECISION_LEAD,
    DECISION_DUE,
    DECISION_STATE,
    DECISION_AT
};
enum { ITEM_FIELDS = 16 };

struct item {
    const char *file; // as the person named it
    int line;         // 0: not from a line
    unsigned
        derived; // bit per field: made up from the source, gives way to what the board has
    const char *text[ITEM_FIELDS]; // never NULL
    const struct item *of;         // ITEM_TRACK: its action
    // Of an export, where they are not what an import makes by itself; NULL: they are.
    const char *row, *place;
};

// How a kind looks in a board folder and in the shared file.
struct item_spec {
    const char *file;                 // "acties.csv"; NULL: has no file
    const char *table;                // "action"; NULL: has no table of its own
    const char *headers[ITEM_FIELDS]; // NULL behind the last
    const char *columns[ITEM_FIELDS]; // column of the table, NULL: not stored as it is
    int required;                     // field without which a line says nothing; -1: none
};

extern const struct item_spec item_specs[ITEM_KINDS];

enum severity {
    FINDING_NOTE,    // worth knowing
    FINDING_WARNING, // kept, but could not be understood
    FINDING_ERROR    // unsound: nothing may be changed
};

struct finding {
    enum severity severity;
    const char *file;
    int line;         // 0: the file as a whole
    const char *text; // English, says what to do
};

struct item_list {
    struct item **items;
    size_t count;
};

struct programme {
    struct arena arena; // owns everything below
    char slug[33];      // "" when the source names none
    bool exact;         // an export of a board: every field counts as it stands
    bool folder;        // codes, titles and columns are the keeper's own
    struct item_list lists[ITEM_KINDS];
    struct finding *findings;
    size_t finding_count;
    size_t errors;
};

void programme_init(struct programme *programme);
void programme_finish(struct programme *programme);

// A new item with empty fields, at the end of its list. Never NULL: without memory the
// program ends, as no file of at most 64 MB may fill a machine.
struct item *programme_add(struct programme *programme, enum item_kind kind,
                           const char *file, int line);

// The first item whose field reads the same (case and accents aside), or NULL.
struct item *programme_find(const struct programme *programme, enum item_kind kind,
                            int field, const char *text);

struct item *programme_board(struct programme *programme);

// Sets a field; a derived value gives way to what the board has.
void item_set(struct item *item, int field, const char *text);
void item_derive(struct item *item, int field, const char *text);
bool item_derived(const struct item *item, int field);

// Adds a finding; after 1,000 only errors are kept.
void programme_report(struct programme *programme, enum severity severity, const char *file,
                      int line, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

// Memory of the programme that cannot fail (see programme_add).
char *programme_text(struct programme *programme, const char *text);
char *programme_format(struct programme *programme, const char *format, ...)
    __attribute__((format(printf, 2, 3), nonnull(2)));
void *programme_alloc(struct programme *programme, size_t size);

// A folder name or title as a slug: `a-z`, digits and `-`, at most 32. False when nothing
// is left.
bool programme_slug(const char *text, char slug[33]);

#endif
