// Keeps the tools of this machine out of the shared file while it is replaced.
#ifndef REGIEBORD_SHARE_READER_HOLD_H
#define REGIEBORD_SHARE_READER_HOLD_H

// Takes a SQLite lock on a file that the caller found to be a regular one without side
// files. NULL when somebody else has it, or it is no database.
struct reader_hold *reader_hold(const char *path);
void reader_release(struct reader_hold *hold); // NULL is fine

#endif
