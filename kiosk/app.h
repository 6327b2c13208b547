// The kiosk: window, keeper and session put together. `regiebord run`.
#ifndef REGIEBORD_APP_H
#define REGIEBORD_APP_H

int run_command(int argc, char **argv);

#endif
