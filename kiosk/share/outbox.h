// The file of this device beside board.sqlite, for entries that cannot be published there:
// a newer program made it, or somebody keeps it. Others read it as they read every board
// file.
#ifndef REGIEBORD_SHARE_OUTBOX_H
#define REGIEBORD_SHARE_OUTBOX_H

struct site;

// Whether an earlier life left one.
void outbox_look(struct site *site);

// Writes it when board.sqlite lacks entries that it cannot get, or did not for five
// minutes; removes it once board.sqlite has them all.
void outbox_tend(struct site *site);

#endif
