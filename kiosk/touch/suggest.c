#include "touch/suggest.h"

#include <string.h>

#include "base/utf8.h"
#include "touch/letter.h"

enum { WORD_BYTES = 128 };

// Bytes above ASCII belong to letters; so do digits, and the signs that stand inside a
// word.
static bool in_word(unsigned char c)
{
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || c == '-' || c == '\'';
}

size_t suggest_word(const struct field *field)
{
    size_t from = field->cursor;

    while (from > 0 && in_word((unsigned char)field->text[from - 1])) {
        from--;
    }
    return field->cursor - from;
}

static bool offers(const char *word, const char *typed, size_t typed_length)
{
    char folded[WORD_BYTES];

    utf8_fold(word, folded, sizeof folded);
    return strncmp(folded, typed, typed_length) == 0 && strlen(folded) > typed_length;
}

static bool listed(const char *const *words, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++) {
        if (utf8_same(word, words[i])) {
            return true;
        }
    }
    return false;
}

static size_t collect(const char *const *words, size_t word_count, const char *typed,
                      const char *out[SUGGEST_MAX], size_t count)
{
    size_t length = strlen(typed);

    for (size_t i = 0; i < word_count && count < SUGGEST_MAX; i++) {
        if (offers(words[i], typed, length) && !listed(out, count, words[i])) {
            out[count++] = words[i];
        }
    }
    return count;
}

// The word before the cursor as it was typed; "" when there is none or it is no word any
// more.
static void typed_word(const struct field *field, char word[WORD_BYTES])
{
    size_t bytes = suggest_word(field);

    bytes = bytes < WORD_BYTES ? bytes : 0;
    memcpy(word, field->text + field->cursor - bytes, bytes);
    word[bytes] = '\0';
}

size_t suggest_find(const struct suggest_list *list, const struct field *field,
                    const char *out[SUGGEST_MAX])
{
    char word[WORD_BYTES];
    char typed[WORD_BYTES];

    typed_word(field, word);
    utf8_fold(word, typed, sizeof typed);
    if (typed[0] == '\0') {
        return 0;
    }
    size_t count = collect(list->own, list->own_count, typed, out, 0);
    return collect(list->common, list->common_count, typed, out, count);
}

bool suggest_take(struct field *field, const char *word)
{
    struct field kept = *field;
    char typed[WORD_BYTES];
    char capital[5] = "";
    size_t typed_at = 0;
    size_t rest = 0;

    typed_word(field, typed);
    bool raise = letter_is_upper(utf8_next(typed, strlen(typed), &typed_at));
    uint32_t first = utf8_next(word, strlen(word), &rest);
    utf8_put(raise ? letter_upper(first) : first, capital);
    field_cut(field, strlen(typed));
    if (!field_insert(field, capital) ||
        (word[rest] != '\0' && !field_insert(field, word + rest))) {
        *field = kept;
        return false;
    }
    field_insert(field, " ");
    return true;
}
