#define LOG_MODULE "desk"
#include "desk/programme.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/utf8.h"
#include "desk/phrase.h"

enum { FINDINGS_KEPT = 1000 };

const struct item_spec item_specs[ITEM_KINDS] = {
    [ITEM_BOARD] = {"bord.csv",
                    "board",
                    {"titel", "wand", "kort", "ondertitel", "regio", "periode", "bron",
                     "rij", "voorbeeld", "stil_na_dagen", "trede_na_dagen", "pin", "basis",
                     "uitvoer", "volgorde"},
                    {"title", "wall", "word", "subtitle", "region", "period", "source",
                     "row_kind", "example", "silent_days", "rung_days", "pin"},
                    -1},
    [ITEM_COLUMN] = {"kolommen.csv",
                     "board_column",
                     {"sleutel", "naam", "wand", "letter"},
                     {"column_id", "title", "wall", "letter"},
                     COLUMN_KEY},
    [ITEM_AMBITION] = {"ambities.csv",
                       "ambition",
                       {"nr", "titel", "wand", "woord"},
                       {"code", "title", "wall", "word"},
                       AMBITION_CODE},
    [ITEM_GOAL] = {"doelen.csv",
                   "goal",
                   {"nr", "ambitie", "titel", "kort"},
                   {"code", "ambition", "title", "brief"},
                   GOAL_CODE},
    [ITEM_ACTION] = {"acties.csv",
                     "action",
                     {"code", "doel", "titel", "kort", "tekst", "partners", "dekking",
                      "wanneer", "bereik", "verwijst", "soort", "kolommen"},
                     {"code", "goal", "title", "brief", "text", "partners", "funding",
                      "due", "scope", "refs", "kind"},
                     ACTION_CODE},
    [ITEM_TRACK] = {NULL, "track", {NULL}, {"column_id", "stage", "health", "lead"}, -1},
    [ITEM_STAGE] = {"stappen.csv", "stage", {"naam"}, {"name"}, STAGE_NAME},
    [ITEM_RUNG] = {"ladder.csv", "rung", {"trede", "voluit"}, {"name", "title"}, RUNG_NAME},
    [ITEM_RHYTHM] = {"ritmes.csv",
                     "rhythm",
                     {"naam", "wanneer", "wie"},
                     {"title", "due", "who"},
                     RHYTHM_TITLE},
    [ITEM_MEETING] = {"overleggen.csv",
                      "meeting",
                      {"orgaan", "datum", "tijd", "plaats", "agenda", "stand"},
                      {"body", NULL, NULL, "place", "agenda", "state"},
                      MEETING_BODY},
    [ITEM_ORGANISATION] = {"organisaties.csv",
                           "organisation",
                           {"naam", "voluit", "kolom", "ook"},
                           {"name", "title", "column_id", "aka"},
                           ORGANISATION_NAME},
    [ITEM_ABBREVIATION] = {"afkortingen.csv",
                           "abbreviation",
                           {"afkorting", "betekenis"},
                           {"name", "meaning"},
                           ABBREVIATION_NAME},
    [ITEM_PERSON] =
        {"personen.csv", "person", {"naam", "kolom"}, {"name", "column_id"}, PERSON_NAME},
    [ITEM_REPORT] = {"verloop.csv",
                     NULL,
                     {"dag", "tijd", "door", "code", "kolom", "stap", "koers", "reden",
                      "trekker", "trede", "gevraagd", "voor", "wanneer", "notitie"},
                     {NULL},
                     REPORT_DAY},
    [ITEM_PROGRESS] = {"sporen.csv",
                       "track",
                       {"code", "kolom", "stap", "koers", "sinds", "reden", "trekker",
                        "gemeld"},
                       {"action", "column_id", "stage", "health", NULL, "reason", "lead",
                        "reported"},
                       -1},
    [ITEM_STUCK] = {"knelpunten.csv",
                    "bottleneck",
                    {"code", "kolom", "reden", "sinds", "trede", "trede_sinds", "gevraagd",
                     "voor", "einde", "afloop"},
                    {"action", "column_id", "reason", "since", "rung", "rung_since",
                     "asked", "decide_by", "ended", "outcome"},
                    -1},
    [ITEM_NOTE] = {"notities.csv",
                   "note",
                   {"code", "kolom", "door", "op", "tekst"},
                   {"action", "column_id", "author", "at", "text"},
                   -1},
    [ITEM_DECISION] = {"besluiten.csv",
                       "decision",
                       {"overleg", "code", "kolom", "besluit", "trekker", "wanneer",
                        "stand", "op"},
                       {NULL, "action", "column_id", "text", "lead", "due", "state", NULL},
                       -1},
};

static void *must(void *memory)
{
    if (memory == NULL) {
        LOG_ERR("out of memory");
        exit(1);
    }
    return memory;
}

void programme_init(struct programme *programme)
{
    *programme = (struct programme){0};
    programme_add(programme, ITEM_BOARD, "", 0);
}

void programme_finish(struct programme *programme)
{
    arena_finish(&programme->arena);
    *programme = (struct programme){0};
}

void *programme_alloc(struct programme *programme, size_t size)
{
    return must(arena_alloc(&programme->arena, size));
}

char *programme_text(struct programme *programme, const char *text)
{
    return must(arena_string(&programme->arena, text));
}

char *programme_format(struct programme *programme, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    char *text = must(arena_format_list(&programme->arena, format, args));
    va_end(args);
    return text;
}

// Room for one more by doubling: 16, 32, 64 ...
static void *grown(struct programme *programme, void *items, size_t count, size_t size)
{
    bool full = count == 0 || (count >= 16 && (count & (count - 1)) == 0);

    if (!full) {
        return items;
    }
    void *more = programme_alloc(programme, (count == 0 ? 16 : count * 2) * size);
    if (count > 0) {
        memcpy(more, items, count * size);
    }
    return more;
}

struct item *programme_add(struct programme *programme, enum item_kind kind,
                           const char *file, int line)
{
    struct item_list *list = &programme->lists[kind];
    struct item *item = programme_alloc(programme, sizeof *item);

    item->file = file;
    item->line = line;
    for (int i = 0; i < ITEM_FIELDS; i++) {
        item->text[i] = "";
    }
    list->items = grown(programme, list->items, list->count, sizeof(struct item *));
    list->items[list->count++] = item;
    return item;
}

struct item *programme_find(const struct programme *programme, enum item_kind kind,
                            int field, const char *text)
{
    const struct item_list *list = &programme->lists[kind];

    // Nearly every search finds the very same letters; folding is for what people type.
    for (size_t i = 0; i < list->count; i++) {
        if (strcmp(list->items[i]->text[field], text) == 0) {
            return list->items[i];
        }
    }
    for (size_t i = 0; i < list->count; i++) {
        if (phrase_same(list->items[i]->text[field], text)) {
            return list->items[i];
        }
    }
    return NULL;
}

struct item *programme_board(struct programme *programme)
{
    return programme->lists[ITEM_BOARD].items[0];
}

void item_set(struct item *item, int field, const char *text)
{
    item->text[field] = text;
    item->derived &= ~(1u << field);
}

void item_derive(struct item *item, int field, const char *text)
{
    item->text[field] = text;
    item->derived |= 1u << field;
}

bool item_derived(const struct item *item, int field)
{
    return (item->derived >> field & 1u) != 0;
}

void programme_report(struct programme *programme, enum severity severity, const char *file,
                      int line, const char *format, ...)
{
    char text[512];
    va_list args;

    programme->errors += severity == FINDING_ERROR ? 1 : 0;
    if (programme->finding_count >= FINDINGS_KEPT &&
        (severity != FINDING_ERROR || programme->errors > FINDINGS_KEPT)) {
        return;
    }
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    programme->findings = grown(programme, programme->findings, programme->finding_count,
                                sizeof(struct finding));
    programme->findings[programme->finding_count++] =
        (struct finding){.severity = severity,
                         .file = file,
                         .line = line,
                         .text = programme_text(programme, text)};
}

bool programme_slug(const char *text, char slug[33])
{
    char folded[256];
    size_t used = 0;

    utf8_fold(text, folded, sizeof folded);
    for (const char *c = folded; *c != '\0' && used < 32; c++) {
        if (isalnum((unsigned char)*c)) {
            slug[used++] = *c;
        } else if (used > 0 && slug[used - 1] != '-') {
            slug[used++] = '-';
        }
    }
    while (used > 0 && slug[used - 1] == '-') {
        used--;
    }
    slug[used] = '\0';
    return used > 0;
}
