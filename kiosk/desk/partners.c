#include "desk/partners.h"

#include <stdio.h>
#include <string.h>

#include "base/data.h"
#include "desk/phrase.h"
#include "desk/table.h"

enum { NAME_BYTES = 160, PARTS_MAX = 128, REACH = 8 };

struct entry_name {
    const char *key; // phrase_key of the name or of another spelling
    const struct item *organisation;
};

struct partners_book {
    struct entry_name *names;
    size_t count, room;
};

// A piece of the field between two separators.
struct part {
    const char *start;
    size_t length;
    bool soft; // joined to the part before it by "en", "/" or "&", which may belong to a
               // name
};

static void book_name(struct programme *programme, struct partners_book *book,
                      const char *name, size_t length, const struct item *organisation)
{
    char text[NAME_BYTES];
    char key[NAME_BYTES];

    if (length == 0 || length >= sizeof text) {
        return;
    }
    memcpy(text, name, length);
    text[length] = '\0';
    phrase_key(text, key, sizeof key);
    if (book->count == book->room) {
        struct entry_name *more =
            programme_alloc(programme, (book->room * 2 + 64) * sizeof *more);
        if (book->count > 0) {
            memcpy(more, book->names, book->count * sizeof *more);
        }
        book->names = more;
        book->room = book->room * 2 + 64;
    }
    book->names[book->count++] =
        (struct entry_name){programme_text(programme, key), organisation};
}

static void book_item(struct programme *programme, struct partners_book *book,
                      const struct item *item)
{
    const char *name = item->text[ORGANISATION_NAME];
    const char *other = item->text[ORGANISATION_AKA];

    book_name(programme, book, name, strlen(name), item);
    while (*other != '\0') {
        size_t length = strcspn(other, "|");
        book_name(programme, book, other, length, item);
        other += length + (other[length] == '|' ? 1 : 0);
    }
}

// The organisations that all boards share. They are not items of the programme: plan.c adds
// those that it needs.
static void book_shared(struct programme *programme, struct partners_book *book)
{
    size_t length = 0;
    struct table table;
    const char *text = data_file("organisaties.csv", &length);

    if (text == NULL || !table_read(&table, &programme->arena, text, length, ';')) {
        return;
    }
    for (size_t i = 1; i < table.count; i++) {
        struct item *item = programme_alloc(programme, sizeof *item);
        for (int field = 0; field < ITEM_FIELDS; field++) {
            item->text[field] =
                field <= ORGANISATION_AKA ? table_cell(&table.rows[i], field) : "";
        }
        book_item(programme, book, item);
    }
}

const struct partners_book *partners_book_make(struct programme *programme)
{
    struct partners_book *book = programme_alloc(programme, sizeof *book);
    const struct item_list *own = &programme->lists[ITEM_ORGANISATION];

    for (size_t i = 0; i < own->count; i++) {
        book_item(programme, book, own->items[i]);
    }
    book_shared(programme, book);
    return book;
}

const struct item *partners_find(const struct partners_book *book, const char *name)
{
    char key[NAME_BYTES];

    if (strlen(name) >= NAME_BYTES) {
        return NULL;
    }
    phrase_key(name, key, sizeof key);
    for (size_t i = 0; i < book->count; i++) {
        if (strcmp(book->names[i].key, key) == 0) {
            return book->names[i].organisation;
        }
    }
    return NULL;
}

static const struct item *find_span(const struct partners_book *book, const char *start,
                                    size_t length)
{
    char name[NAME_BYTES];

    if (length == 0 || length >= sizeof name) {
        return NULL;
    }
    memcpy(name, start, length);
    name[length] = '\0';
    return partners_find(book, name);
}

// The length of a separator at `text` and whether it is soft; 0 when there is none.
static size_t separator(const char *text, bool *soft)
{
    static const struct {
        const char *text;
        bool soft;
    } separators[] = {
        {",", false},   {";", false},   {"\n", false},  {"\t", false},
        {" - ", false}, {" – ", false}, {"• ", false},  {" en/of ", true},
        {" en ", true}, {" & ", true},  {" of ", true}, {"/", true},
    };

    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        size_t length = strlen(separators[i].text);
        if (strncmp(text, separators[i].text, length) == 0) {
            *soft = separators[i].soft;
            return length;
        }
    }
    return 0;
}

static struct part trimmed(const char *start, size_t length, bool soft)
{
    while (length > 0 && *start == ' ') {
        start++;
        length--;
    }
    while (length > 0 && strchr(" .:", start[length - 1]) != NULL) {
        length--;
    }
    return (struct part){start, length, soft};
}

// Adds the part unless it is empty; an empty one passes a hard separator on to the next.
static bool add_part(struct part *parts, int *count, const char *start, const char *end,
                     bool soft)
{
    // Two separators may share a space: then the second ends before the part begins.
    struct part part =
        trimmed(start, end > start ? (size_t)(end - start) : 0, soft && *count > 0);

    if (part.length > 0 && *count < PARTS_MAX) {
        parts[(*count)++] = part;
        return true;
    }
    return false;
}

// Takes the field apart at every separator outside parentheses.
static int split_parts(const char *text, struct part *parts)
{
    int count = 0;
    int depth = 0;
    bool soft = false;
    const char *start = text;
    const char *at = text;

    while (*at != '\0') {
        bool next_soft = false;
        depth += *at == '(' ? 1 : *at == ')' && depth > 0 ? -1 : 0;
        size_t length = depth == 0 ? separator(at, &next_soft) : 0;
        if (length == 0) {
            at++;
            continue;
        }
        bool added = add_part(parts, &count, start, at, soft);
        soft = next_soft && (added || soft);
        at += length;
        start = at;
        at -= at[-1] == ' ' && length > 1
                  ? 1
                  : 0; // " en " may begin with the space that ended the last
    }
    add_part(parts, &count, start, at, soft);
    return count;
}

static size_t span_length(const struct part *parts, int from, int to)
{
    return (size_t)(parts[to].start + parts[to].length - parts[from].start);
}

// "swv po en vo": the second part leans on the first word of the first, so it is no name by
// itself.
static bool leans(const struct partners_book *book, const struct part *first,
                  const struct part *part)
{
    char name[NAME_BYTES];
    size_t head = 0;

    while (head < first->length && first->start[head] != ' ') {
        head++;
    }
    if (head == first->length || head + 1 + part->length >= sizeof name) {
        return false;
    }
    snprintf(name, sizeof name, "%.*s %.*s", (int)head, first->start, (int)part->length,
             part->start);
    return partners_find(book, name) != NULL;
}

// True when every part is a known name of its own, as in "swv po en swv vo".
static bool all_known(const struct partners_book *book, const struct part *parts, int from,
                      int to)
{
    for (int i = from; i <= to; i++) {
        if (find_span(book, parts[i].start, parts[i].length) == NULL) {
            return false;
        }
        if (i > from && leans(book, &parts[from], &parts[i])) {
            return false;
        }
    }
    return true;
}

// "scholen (leerkrachten)" is an organisation when "scholen" is.
static const struct item *find_bare(const struct partners_book *book,
                                    const struct part *part)
{
    size_t length = 0;

    while (length < part->length && part->start[length] != '(') {
        length++;
    }
    return length == part->length
               ? NULL
               : find_span(book, part->start, trimmed(part->start, length, false).length);
}

// "jeugdhulp werkgebieden" belongs to jeugdhulp when nobody knows the whole.
static const struct item *find_first_word(const struct partners_book *book,
                                          const struct part *part)
{
    const char *space = memchr(part->start, ' ', part->length);

    return space == NULL ? NULL
                         : find_span(book, part->start, (size_t)(space - part->start));
}

static bool known_alone(const struct partners_book *book, const struct part *part)
{
    return find_span(book, part->start, part->length) != NULL ||
           find_bare(book, part) != NULL;
}

// The last part of the name that begins at `from`, and its organisation (NULL: not known).
static int name_end(const struct partners_book *book, const struct part *parts, int count,
                    int from, const struct item **organisation)
{
    int last = from;

    while (last + 1 < count && parts[last + 1].soft && last + 1 - from < REACH) {
        last++;
    }
    for (int to = last; to >= from; to--) {
        *organisation = find_span(book, parts[from].start, span_length(parts, from, to));
        if (*organisation != NULL && to > from && all_known(book, parts, from, to)) {
            continue; // the shorter names say more than the one for both
        }
        if (*organisation != NULL) {
            return to;
        }
    }
    *organisation = find_bare(book, &parts[from]);
    int to = from;
    while (*organisation == NULL && to < last && !known_alone(book, &parts[to + 1])) {
        to++; // nobody knows either: it may be one name, so it stays whole
    }
    if (*organisation == NULL && to == from) {
        *organisation = find_first_word(book, &parts[from]);
    }
    return to;
}

static bool named_before(const struct partner *out, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (phrase_same(out[i].name, name)) {
            return true;
        }
    }
    return false;
}

size_t partners_split(struct programme *programme, const struct partners_book *book,
                      const char *text, struct partner out[PARTNERS_MAX])
{
    struct part parts[PARTS_MAX];
    size_t used = 0;
    int count = split_parts(text, parts);

    for (int from = 0; from < count && used < PARTNERS_MAX;) {
        const struct item *organisation = NULL;
        int to = name_end(book, parts, count, from, &organisation);
        const char *name = programme_format(
            programme, "%.*s", (int)span_length(parts, from, to), parts[from].start);
        if (!named_before(out, used, name)) {
            out[used++] = (struct partner){name, organisation};
        }
        from = to + 1;
    }
    return used;
}
