#include "board/handle.h"

#include <string.h>

const char *handle_of(const char *row)
{
    size_t length = strlen(row);

    if (length < HANDLE_BYTES) {
        return row;
    }
    row += length - (HANDLE_BYTES - 1);
    while ((*row & 0xc0) == 0x80) {
        row++;
    }
    return row;
}

const struct meeting *handle_meeting(const struct board *board, const char *handle)
{
    for (size_t i = board->meeting_count; i > 0; i--) {
        if (strcmp(handle_of(board->meetings[i - 1].row), handle) == 0) {
            return &board->meetings[i - 1];
        }
    }
    return NULL;
}

const struct decision *handle_decision(const struct board *board, const char *handle)
{
    for (size_t i = board->decision_count; i > 0; i--) {
        if (strcmp(handle_of(board->decisions[i - 1].row), handle) == 0) {
            return &board->decisions[i - 1];
        }
    }
    return NULL;
}
