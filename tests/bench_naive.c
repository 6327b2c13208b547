// What the wall is compared with at rest: the loop of SDL's own examples, which draws when
// an event came and waits for the next one. On X11 that sleeps; where SDL cannot sleep (the
// driver `dummy`, and a panel without a display server) it looks every millisecond.
//   bench_naive [WIDTH HEIGHT]
#include <SDL.h>
#include <stdbool.h>
#include <stdlib.h>

static void draw(SDL_Window *window)
{
    SDL_Surface *surface = SDL_GetWindowSurface(window);

    if (surface != NULL) {
        SDL_FillRect(surface, NULL, SDL_MapRGB(surface->format, 0xEC, 0xEF, 0xED));
        SDL_UpdateWindowSurface(window);
    }
}

int main(int argc, char **argv)
{
    int width_px = argc > 2 ? (int)strtol(argv[1], NULL, 10) : 1920;
    int height_px = argc > 2 ? (int)strtol(argv[2], NULL, 10) : 1080;
    SDL_Event event = {0};

    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return 1;
    }
    SDL_Window *window = SDL_CreateWindow("naive", 0, 0, width_px, height_px, 0);
    if (window != NULL) {
        draw(window);
        while (event.type != SDL_QUIT && SDL_WaitEvent(&event)) {
            draw(window);
        }
        SDL_DestroyWindow(window);
    }
    SDL_Quit();
    return window != NULL ? 0 : 1;
}
