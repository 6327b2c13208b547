#include "base/memory.h"

#include <malloc.h>

enum { LARGE_BYTES = 128 * 1024 };

void memory_init(void)
{
    // Otherwise this grows with the largest thing that was ever freed.
    mallopt(M_MMAP_THRESHOLD, LARGE_BYTES);
}

void memory_give_back(void)
{
    malloc_trim(0);
}
