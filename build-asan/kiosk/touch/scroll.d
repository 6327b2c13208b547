build-asan/kiosk/touch/scroll.o: kiosk/touch/scroll.c \
 kiosk/touch/scroll.h
kiosk/touch/scroll.h:
