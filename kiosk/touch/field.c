#include "touch/field.h"

#include <string.h>

#include "base/utf8.h"

// The start of the code point that ends at byte `at`.
static size_t point_before(const struct field *field, size_t at)
{
    while (at > 0 && ((unsigned char)field->text[--at] & 0xc0) == 0x80) {
    }
    return at;
}

void field_init(struct field *field, size_t max_chars)
{
    const size_t most = FIELD_BYTES / 4 - 1;

    *field = (struct field){.max_chars = max_chars < most ? max_chars : most};
}

void field_set(struct field *field, const char *text)
{
    size_t at = 0;

    field->length = utf8_clean(text, strlen(text), false, field->text, sizeof field->text);
    for (size_t chars = 0; at < field->length && chars < field->max_chars; chars++) {
        utf8_next(field->text, field->length, &at);
    }
    field->length = at;
    field->text[at] = '\0';
    field->cursor = at;
}

bool field_insert(struct field *field, const char *text)
{
    char clean[FIELD_BYTES];
    size_t add = utf8_clean(text, strlen(text), false, clean, sizeof clean);

    if (add == 0 || field_chars(field) + utf8_count(clean) > field->max_chars ||
        field->length + add >= sizeof field->text) {
        return false;
    }
    char *here = field->text + field->cursor;
    memmove(here + add, here, field->length - field->cursor + 1);
    memcpy(here, clean, add);
    field->length += add;
    field->cursor += add;
    return true;
}

void field_cut(struct field *field, size_t bytes)
{
    size_t from = bytes < field->cursor ? field->cursor - bytes : 0;

    memmove(field->text + from, field->text + field->cursor,
            field->length - field->cursor + 1);
    field->length -= field->cursor - from;
    field->cursor = from;
}

bool field_erase(struct field *field)
{
    size_t bytes = field->cursor - point_before(field, field->cursor);

    field_cut(field, bytes);
    return bytes > 0;
}

bool field_step(struct field *field, int direction)
{
    size_t before = field->cursor;

    if (direction < 0) {
        field->cursor = point_before(field, field->cursor);
    } else {
        utf8_next(field->text, field->length, &field->cursor);
    }
    return field->cursor != before;
}

void field_place(struct field *field, size_t byte)
{
    field->cursor = byte;
    if (byte >= field->length) {
        field->cursor = field->length;
    } else if (((unsigned char)field->text[byte] & 0xc0) == 0x80) {
        field->cursor = point_before(field, byte);
    }
}

bool field_feed(struct field *field, const struct sample *sample)
{
    if (sample->kind == SAMPLE_TEXT) {
        return field_insert(field, sample->text);
    }
    if (sample->kind != SAMPLE_KEY) {
        return false;
    }
    switch (sample->key) {
    case KEY_ERASE:
        return field_erase(field);
    case KEY_LEFT:
        return field_step(field, -1);
    case KEY_RIGHT:
        return field_step(field, 1);
    case KEY_HOME:
        field_place(field, 0);
        return true;
    case KEY_NONE:
    case KEY_BACK:
    case KEY_ENTER:
    case KEY_UP:
    case KEY_DOWN:
        break;
    }
    return false;
}

size_t field_chars(const struct field *field)
{
    return utf8_count(field->text);
}
