build-asan/kiosk/desk/source.o: kiosk/desk/source.c kiosk/desk/source.h \
 kiosk/base/arena.h kiosk/desk/charset.h
kiosk/desk/source.h:
kiosk/base/arena.h:
kiosk/desk/charset.h:
