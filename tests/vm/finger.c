// A touch panel made of nothing: a uinput device with ten slots that moves as it is told
// from outside the machine, by lines on a virtio port:
//   down SLOT X Y    move SLOT X Y    up SLOT      X and Y from 0 to 65535 over the panel
// Every line is answered by "ok" when the kernel has the event. Ends when the port does.
#include <fcntl.h>
#include <linux/uinput.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { SLOTS = 10, RANGE = 65535 };

static int device = -1;
static int next_id = 1;

static void emit(int type, int code, int value)
{
    struct input_event event = {.type = (unsigned short)type,
                                .code = (unsigned short)code,
                                .value = value};

    if (write(device, &event, sizeof event) != sizeof event) {
        perror("finger: event");
    }
}

static void axis(int code, int most)
{
    struct uinput_abs_setup setup = {.code = (unsigned short)code,
                                     .absinfo = {.maximum = most}};

    ioctl(device, UI_SET_ABSBIT, code);
    ioctl(device, UI_ABS_SETUP, &setup);
}

static bool panel_make(void)
{
    struct uinput_setup setup = {.id = {.bustype = BUS_USB, .vendor = 0x5245, .product = 1},
                                 .name = "Regiebord test panel"};

    device = open("/dev/uinput", O_WRONLY | O_CLOEXEC);
    if (device < 0) {
        return false;
    }
    ioctl(device, UI_SET_EVBIT, EV_KEY);
    ioctl(device, UI_SET_EVBIT, EV_ABS);
    ioctl(device, UI_SET_KEYBIT, BTN_TOUCH);
    ioctl(device, UI_SET_PROPBIT, INPUT_PROP_DIRECT);
    axis(ABS_MT_SLOT, SLOTS - 1);
    axis(ABS_MT_TRACKING_ID, RANGE);
    axis(ABS_MT_POSITION_X, RANGE);
    axis(ABS_MT_POSITION_Y, RANGE);
    axis(ABS_X, RANGE);
    axis(ABS_Y, RANGE);
    return ioctl(device, UI_DEV_SETUP, &setup) == 0 && ioctl(device, UI_DEV_CREATE) == 0;
}

static bool obey(const char *line)
{
    int slot = 0;
    int x = 0;
    int y = 0;
    bool down = sscanf(line, "down %d %d %d", &slot, &x, &y) == 3;
    bool move = !down && sscanf(line, "move %d %d %d", &slot, &x, &y) == 3;
    bool up = !down && !move && sscanf(line, "up %d", &slot) == 1;

    if ((!down && !move && !up) || slot < 0 || slot >= SLOTS) {
        return false;
    }
    emit(EV_ABS, ABS_MT_SLOT, slot);
    if (down) {
        emit(EV_ABS, ABS_MT_TRACKING_ID, next_id++ % RANGE);
    }
    if (down || move) {
        emit(EV_ABS, ABS_MT_POSITION_X, x);
        emit(EV_ABS, ABS_MT_POSITION_Y, y);
        emit(EV_ABS, ABS_X, x);
        emit(EV_ABS, ABS_Y, y);
    }
    if (up) {
        emit(EV_ABS, ABS_MT_TRACKING_ID, -1);
    }
    if (down || up) {
        emit(EV_KEY, BTN_TOUCH, down);
    }
    emit(EV_SYN, SYN_REPORT, 0);
    return true;
}

int main(int argc, char **argv)
{
    FILE *port = argc == 2 ? fopen(argv[1], "r+") : NULL;
    char line[128];

    if (port == NULL || !panel_make()) {
        perror("finger");
        return 1;
    }
    setvbuf(port, NULL, _IONBF, 0);
    while (fgets(line, sizeof line, port) != NULL) {
        fputs(obey(line) ? "ok\n" : "what?\n", port);
    }
    ioctl(device, UI_DEV_DESTROY);
    return 0;
}
