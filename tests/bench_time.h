// Times of a bench: microseconds of a clock that only goes forward.
#ifndef REGIEBORD_TESTS_BENCH_TIME_H
#define REGIEBORD_TESTS_BENCH_TIME_H

#include <stdlib.h>
#include <time.h>

static inline double bench_now_us(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static inline int bench_order(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;

    return (left > right) - (left < right);
}

// The one that `rank` others are less than: 0 the least, count / 2 the median. Sorts them.
static inline double bench_ranked_us(double *times, size_t count, size_t rank)
{
    qsort(times, count, sizeof *times, bench_order);
    return times[rank];
}

#endif
