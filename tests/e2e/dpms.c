// A dummy card that can be put off: for Xorg, preloaded. The dummy driver makes its colormap
// by this function instead of the server's (touch.py sees to that), and the server then
// believes that the card knows DPMS, though there is nothing to put off.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stddef.h>

int xxCreateDefColormap(void *screen);

static void card_set(void *card, int level, int flags)
{
    (void)card;
    (void)level;
    (void)flags;
}

int xxCreateDefColormap(void *screen)
{
    int (*create)(void *) = dlsym(RTLD_DEFAULT, "miCreateDefColormap");
    int (*init)(void *, void (*)(void *, int, int), int) =
        dlsym(RTLD_DEFAULT, "xf86DPMSInit");

    if (create == NULL || create(screen) == 0) {
        return 0;
    }
    if (init != NULL) {
        init(screen, card_set, 0);
    }
    return 1;
}
