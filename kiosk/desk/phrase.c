#include "desk/phrase.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "base/utf8.h"

enum { KEY_BYTES = 4096, WORDS_MAX = 64, TAG_MAX = 60 };

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Part of a word: letters, digits, and every byte of letters beyond ASCII.
static bool is_word(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

size_t phrase_key(const char *text, char *out, size_t size)
{
    size_t length = utf8_fold(text, out, size);
    size_t used = 0;

    for (size_t i = 0; i < length; i++) {
        bool space = is_space(out[i]);
        if (!space || (used > 0 && out[used - 1] != ' ')) {
            out[used++] = space ? ' ' : out[i];
        }
    }
    while (used > 0 && strchr(" .:;,*", out[used - 1]) != NULL) {
        used--;
    }
    out[used] = '\0';
    return used;
}

bool phrase_same(const char *a, const char *b)
{
    char left[KEY_BYTES];
    char right[KEY_BYTES];

    size_t length = phrase_key(a, left, sizeof left);
    return length == phrase_key(b, right, sizeof right) && memcmp(left, right, length) == 0;
}

unsigned long long phrase_hash(const char *text)
{
    char key[KEY_BYTES];
    uint64_t hash = 0xcbf29ce484222325u; // FNV-1a

    size_t length = phrase_key(text, key, sizeof key);
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ (unsigned char)key[i]) * 0x100000001b3u;
    }
    return hash;
}

struct word {
    const char *start;
    size_t length;
};

// The words of a folded text, at most WORDS_MAX.
static int split_words(const char *key, struct word *words)
{
    int count = 0;

    while (*key != '\0' && count < WORDS_MAX) {
        while (*key != '\0' && !is_word(*key)) {
            key++;
        }
        const char *start = key;
        while (is_word(*key)) {
            key++;
        }
        if (key > start) {
            words[count++] = (struct word){start, (size_t)(key - start)};
        }
    }
    return count;
}

static bool same_word(struct word a, struct word b)
{
    return a.length == b.length && memcmp(a.start, b.start, a.length) == 0;
}

int phrase_likeness(const char *a, const char *b)
{
    char left[KEY_BYTES];
    char right[KEY_BYTES];
    struct word words_a[WORDS_MAX];
    struct word words_b[WORDS_MAX];
    bool taken[WORDS_MAX] = {false};
    int shared = 0;

    phrase_key(a, left, sizeof left);
    phrase_key(b, right, sizeof right);
    int count_a = split_words(left, words_a);
    int count_b = split_words(right, words_b);
    for (int i = 0; i < count_a; i++) {
        int j = 0;
        while (j < count_b && (taken[j] || !same_word(words_a[i], words_b[j]))) {
            j++;
        }
        if (j < count_b) {
            taken[j] = true;
            shared++;
        }
    }
    return count_a + count_b == 0 ? 100 : 200 * shared / (count_a + count_b);
}

bool phrase_has_word(const char *text, const char *word)
{
    char hay[KEY_BYTES];
    char needle[128];

    utf8_fold(text, hay, sizeof hay);
    size_t length = phrase_key(word, needle, sizeof needle);
    for (const char *at = strstr(hay, needle); length > 0 && at != NULL;
         at = strstr(at + 1, needle)) {
        if ((at == hay || !is_word(at[-1])) && !is_word(at[length])) {
            return true;
        }
    }
    return false;
}

// The length of a tag at `text` such as <i>, </i> or <br/>; 0 when it is none.
static size_t tag_length(const char *text)
{
    size_t at = text[1] == '/' ? 2 : 1;

    if (text[0] != '<' || !isalpha((unsigned char)text[at])) {
        return 0;
    }
    while (at < TAG_MAX && text[at] != '\0' && text[at] != '>' && text[at] != '<') {
        at++;
    }
    return at < TAG_MAX && text[at] == '>' ? at + 1 : 0;
}

// `[text](address)`: the length of the whole and of the text; 0 when it is none.
static size_t link_length(const char *text, size_t *inner)
{
    const char *close = text[0] == '[' ? strchr(text, ']') : NULL;
    const char *end = close != NULL && close[1] == '(' ? strchr(close, ')') : NULL;

    *inner = close == NULL ? 0 : (size_t)(close - text - 1);
    return end == NULL ? 0 : (size_t)(end + 1 - text);
}

// Copies `text` without tags, links and entities. `out` is as long as the text. Returns the
// length.
static size_t copy_plain(const char *text, char *out)
{
    size_t used = 0;

    while (*text != '\0') {
        size_t inner = 0;
        size_t tag = tag_length(text);
        size_t link = link_length(text, &inner);
        if (tag > 0) {
            if (strncmp(text, "<br", 3) == 0) {
                out[used++] = ' ';
            }
            text += tag;
        } else if (link > 0) {
            memcpy(out + used, text + 1, inner);
            used += inner;
            text += link;
        } else if (strncmp(text, "&amp;", 5) == 0 || strncmp(text, "&nbsp;", 6) == 0) {
            out[used++] = text[1] == 'a' ? '&' : ' ';
            text += text[1] == 'a' ? 5 : 6;
        } else {
            out[used++] = *text++;
        }
    }
    return used;
}

const char *phrase_plain(struct arena *arena, const char *text)
{
    char *out = arena_alloc(arena, strlen(text) + 1);

    if (out == NULL) {
        return NULL;
    }
    size_t length = copy_plain(text, out);
    if (out[0] == '#') {
        size_t marks = strspn(out, "#");
        size_t skip = out[marks] == ' ' ? marks + strspn(out + marks, " ") : 0;
        out += skip;
        length -= skip;
    }
    // Emphasis counts only when it stands round the whole text.
    while (length >= 3 && (out[0] == '*' || out[0] == '_') && out[length - 1] == out[0]) {
        out++;
        length -= 2;
    }
    while (length > 0 && is_space(out[length - 1])) {
        length--;
    }
    while (length > 0 && is_space(out[0])) {
        out++;
        length--;
    }
    out[length] = '\0';
    return out;
}

// Bytes of the longest run of whole words within `limit` code points; a first word that is
// longer than that is cut.
static size_t fitting(const char *text, size_t limit)
{
    size_t length = strlen(text);
    size_t at = 0;
    size_t words = 0;

    for (size_t points = 0; points < limit && at < length; points++) {
        utf8_next(text, length, &at);
        if (at == length || is_space(text[at])) {
            words = at;
        }
    }
    return words > 0 ? words : at;
}

const char *phrase_short(struct arena *arena, const char *text, size_t limit)
{
    char *flat = arena_string(arena, text);

    if (flat == NULL) {
        return NULL;
    }
    for (char *c = flat; *c != '\0'; c++) {
        *c = is_space(*c) ? ' ' : *c;
    }
    if (utf8_count(flat) <= limit) {
        return flat;
    }
    size_t length = fitting(flat, limit - 1);
    while (length > 0 && strchr(" ,.;:-(/", flat[length - 1]) != NULL) {
        length--;
    }
    flat[length] = '\0';
    return arena_format(arena, "%s…", flat);
}
