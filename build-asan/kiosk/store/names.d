build-asan/kiosk/store/names.o: kiosk/store/names.c kiosk/store/names.h \
 kiosk/base/arena.h
kiosk/store/names.h:
kiosk/base/arena.h:
