build-asan/kiosk/desk/phrase.o: kiosk/desk/phrase.c kiosk/desk/phrase.h \
 kiosk/base/arena.h kiosk/base/utf8.h
kiosk/desk/phrase.h:
kiosk/base/arena.h:
kiosk/base/utf8.h:
