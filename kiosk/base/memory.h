// How the C library gets and gives back memory, which left alone keeps the most that was
// ever in use at once.
#ifndef REGIEBORD_BASE_MEMORY_H
#define REGIEBORD_BASE_MEMORY_H

// At the start of a program that runs for months: what is large is mapped by itself, and
// goes back to the system when it is freed.
void memory_init(void);

// After work that took much for a moment: all whole pages that nobody uses go back. Takes
// milliseconds when there are many; not for the wall's thread.
void memory_give_back(void);

#endif
