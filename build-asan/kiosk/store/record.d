build-asan/kiosk/store/record.o: kiosk/store/record.c \
 kiosk/store/record.h kiosk/store/clock.h kiosk/store/names.h \
 kiosk/base/arena.h
kiosk/store/record.h:
kiosk/store/clock.h:
kiosk/store/names.h:
kiosk/base/arena.h:
