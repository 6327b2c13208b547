// `regiebord play SCRIPT`: does at the board what a script says, with a clock of its own,
// and fails at the first line that does not hold. The form of a script is in
// touch/script.h.
#ifndef REGIEBORD_PLAY_H
#define REGIEBORD_PLAY_H

int play_command(int argc, char **argv);

#endif
