#include "board/due_token.h"

#include <stdint.h>
#include <string.h>

#include "base/utf8.h"

enum { TEXT_BYTES_MAX = 600 };

struct reader {
    const char *text;
    size_t length, at;
};

static bool is_digit(uint32_t point)
{
    return point >= '0' && point <= '9';
}

static bool is_space(uint32_t point)
{
    return point <= ' ' || point == 0xa0 || point == 0x2007 || point == 0x2009 ||
           point == 0x202f;
}

// A mark of more than one byte as the ASCII mark it stands for; 0 when it is none.
static char plain_mark(uint32_t point)
{
    if ((point >= 0x2010 && point <= 0x2015) || point == 0x2212) {
        return '-';
    }
    if (point == 0x2018 || point == 0x2019) {
        return '\'';
    }
    return point == 0x201c || point == 0x201d || point == 0x2026 ? '.' : '\0';
}

static bool is_letter(uint32_t point)
{
    bool ascii = (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');

    return ascii || (point >= 0x80 && !is_space(point) && plain_mark(point) == '\0');
}

static uint32_t peek(const struct reader *reader)
{
    size_t at = reader->at;

    return utf8_next(reader->text, reader->length, &at);
}

static void word_read(struct reader *reader, struct token *token)
{
    size_t from = reader->at;
    size_t used = 0;
    char raw[TOKEN_TEXT_BYTES];

    while (reader->at < reader->length && is_letter(peek(reader))) {
        size_t before = reader->at;
        uint32_t point = utf8_next(reader->text, reader->length, &reader->at);
        bool accent =
            point >= 0x300 && point <= 0x36f; // behind its letter, as macOS writes it
        size_t bytes = reader->at - before;
        token->accented |= accent;
        if (!accent && used + bytes < sizeof raw) {
            memcpy(raw + used, reader->text + before, bytes);
            used += bytes;
        }
    }
    raw[used] = '\0';
    size_t folded = utf8_fold(raw, token->text, sizeof token->text);
    token->kind = TOKEN_WORD;
    token->accented |= folded != used;
    // A cut word must not look like a shorter one.
    if (reader->at - from >= sizeof raw) {
        memcpy(token->text, "~", 2);
    }
}

static void number_read(struct reader *reader, struct token *token)
{
    token->kind = TOKEN_NUMBER;
    while (reader->at < reader->length &&
           is_digit((unsigned char)reader->text[reader->at])) {
        int value = token->value * 10 + (reader->text[reader->at] - '0');
        token->value = value > TOKEN_VALUE_MAX ? TOKEN_VALUE_MAX : value;
        token->digits++;
        reader->at++;
    }
}

static void mark_read(struct reader *reader, struct token *token)
{
    uint32_t point = utf8_next(reader->text, reader->length, &reader->at);
    char plain = plain_mark(point);

    token->kind = TOKEN_MARK;
    token->text[0] = plain != '\0' ? plain : (char)point;
}

// Takes the last tokens together where they are one thing: `p` `.` `m`, `'` `24`.
static void tokens_join(struct tokens *tokens)
{
    if (tokens->count < 2) {
        return;
    }
    struct token *last = &tokens->list[tokens->count - 1];
    struct token *mark = last - 1;
    if (!last->glued || mark->kind != TOKEN_MARK) {
        return;
    }
    if (mark->text[0] == '\'' && last->kind == TOKEN_NUMBER && last->digits == 2) {
        last->value += 2000;
        last->digits = 4;
        last->glued = mark->glued;
        *mark = *last;
        tokens->count -= 1;
        return;
    }
    struct token *word = mark - 1;
    bool dotted = tokens->count >= 3 && mark->text[0] == '.' && mark->glued &&
                  word->kind == TOKEN_WORD && last->kind == TOKEN_WORD &&
                  last->text[1] == '\0';
    size_t length = dotted ? strlen(word->text) : 0;
    // Only single letters before: `jan.a` is not an abbreviation.
    if (dotted && length + 1 < sizeof word->text && (length == 1 || word->digits == -1)) {
        word->text[length] = last->text[0];
        word->text[length + 1] = '\0';
        word->digits = -1;
        tokens->count -= 2;
    }
}

bool tokens_read(const char *text, struct tokens *tokens)
{
    struct reader reader = {.text = text, .length = strnlen(text, TEXT_BYTES_MAX + 1)};
    bool glued = false;

    tokens->count = 0;
    if (reader.length > TEXT_BYTES_MAX) {
        return false;
    }
    while (reader.at < reader.length) {
        uint32_t point = peek(&reader);
        if (is_space(point)) {
            utf8_next(reader.text, reader.length, &reader.at);
            glued = false;
            continue;
        }
        if (tokens->count == TOKEN_MAX) {
            return false;
        }
        struct token *token = &tokens->list[tokens->count++];
        *token = (struct token){.glued = glued};
        if (is_digit(point)) {
            number_read(&reader, token);
        } else if (is_letter(point)) {
            word_read(&reader, token);
        } else {
            mark_read(&reader, token);
        }
        glued = true;
        tokens_join(tokens);
    }
    return true;
}

bool token_is(const struct tokens *tokens, size_t at, const char *text)
{
    return at < tokens->count && tokens->list[at].kind != TOKEN_NUMBER &&
           strcmp(tokens->list[at].text, text) == 0;
}
