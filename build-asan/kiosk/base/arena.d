build-asan/kiosk/base/arena.o: kiosk/base/arena.c kiosk/base/arena.h
kiosk/base/arena.h:
