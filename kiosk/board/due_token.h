// The words of a due term, folded and cut into tokens. Only due*.c include this.
#ifndef REGIEBORD_BOARD_DUE_TOKEN_H
#define REGIEBORD_BOARD_DUE_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

enum { TOKEN_MAX = 96, TOKEN_TEXT_BYTES = 32, TOKEN_VALUE_MAX = 99999 };

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_MARK };

struct token {
    enum token_kind kind;
    char text[TOKEN_TEXT_BYTES]; // folded; longer words are cut and so match nothing
    int value;                   // of a number, at most TOKEN_VALUE_MAX
    int digits;                  // of a number, as written
    bool glued;                  // no space before it
    bool accented; // the word was written with accents: `vóór` is not `voor`
};

struct tokens {
    struct token list[TOKEN_MAX];
    size_t count;
};

// Dotted abbreviations become one word (p.m. -> pm), dashes of all lengths `-`, '24 the
// number 2024. False when the text is longer than any due term.
bool tokens_read(const char *text, struct tokens *tokens);

// True when token `at` exists and is this word or mark.
bool token_is(const struct tokens *tokens, size_t at, const char *text);

#endif
