// What the wall asks of the keeper, in the order in which it was asked. The wall puts, the
// thread takes; neither waits for the other longer than a few instructions.
#ifndef REGIEBORD_SHARE_QUEUE_H
#define REGIEBORD_SHARE_QUEUE_H

#include <pthread.h>

#include "board/update.h"

struct queue_job {
    struct queue_job *next;
    struct update *update; // owned; NULL: bring a board back
    char board[64];        // "": all
    int64_t at_ms;
    char author[UPDATE_AUTHOR_BYTES];
};

struct queue {
    pthread_mutex_t mutex;
    struct queue_job *first, *last; // owned
};

void queue_init(struct queue *queue);
void queue_finish(struct queue *queue); // with what is still in it

void queue_put(struct queue *queue, struct update *update); // owns the update from now on
void queue_restore(struct queue *queue, const char *board, int64_t at_ms,
                   const char *author);

// The first job, which stays in the queue; NULL when there is none. Of the thread.
struct queue_job *queue_first(struct queue *queue);
void queue_drop(struct queue *queue); // it is done

#endif
