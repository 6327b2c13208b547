#include "share/queue.h"

#include <stdio.h>
#include <stdlib.h>

#define LOG_MODULE "queue"
#include "base/log.h"

void queue_init(struct queue *queue)
{
    *queue = (struct queue){.first = NULL};
    pthread_mutex_init(&queue->mutex, NULL);
}

void queue_finish(struct queue *queue)
{
    while (queue->first != NULL) {
        queue_drop(queue);
    }
    pthread_mutex_destroy(&queue->mutex);
}

static void append(struct queue *queue, struct queue_job *job)
{
    pthread_mutex_lock(&queue->mutex);
    if (queue->last == NULL) {
        queue->first = job;
    } else {
        queue->last->next = job;
    }
    queue->last = job;
    pthread_mutex_unlock(&queue->mutex);
}

// Without memory for a few bytes the machine is past helping, and says so.
static struct queue_job *job_make(void)
{
    struct queue_job *job = calloc(1, sizeof *job);

    if (job == NULL) {
        LOG_ERR("no memory for an edit");
        abort();
    }
    return job;
}

void queue_put(struct queue *queue, struct update *update)
{
    struct queue_job *job = job_make();

    job->update = update;
    append(queue, job);
}

void queue_restore(struct queue *queue, const char *board, int64_t at_ms,
                   const char *author)
{
    struct queue_job *job = job_make();

    snprintf(job->board, sizeof job->board, "%s", board == NULL ? "" : board);
    snprintf(job->author, sizeof job->author, "%s", author);
    job->at_ms = at_ms;
    append(queue, job);
}

struct queue_job *queue_first(struct queue *queue)
{
    pthread_mutex_lock(&queue->mutex);
    struct queue_job *job = queue->first;
    pthread_mutex_unlock(&queue->mutex);
    return job;
}

void queue_drop(struct queue *queue)
{
    pthread_mutex_lock(&queue->mutex);
    struct queue_job *job = queue->first;
    queue->first = job->next;
    queue->last = queue->first == NULL ? NULL : queue->last;
    pthread_mutex_unlock(&queue->mutex);
    update_free(job->update);
    free(job);
}
