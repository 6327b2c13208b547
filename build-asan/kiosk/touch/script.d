build-asan/kiosk/touch/script.o: kiosk/touch/script.c \
 kiosk/touch/script.h kiosk/base/arena.h kiosk/touch/sample.h
kiosk/touch/script.h:
kiosk/base/arena.h:
kiosk/touch/sample.h:
