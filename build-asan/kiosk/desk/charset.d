build-asan/kiosk/desk/charset.o: kiosk/desk/charset.c \
 kiosk/desk/charset.h kiosk/base/arena.h kiosk/base/utf8.h
kiosk/desk/charset.h:
kiosk/base/arena.h:
kiosk/base/utf8.h:
