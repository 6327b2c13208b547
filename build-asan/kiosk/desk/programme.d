build-asan/kiosk/desk/programme.o: kiosk/desk/programme.c \
 kiosk/desk/programme.h kiosk/base/arena.h kiosk/base/log.h \
 kiosk/base/utf8.h kiosk/desk/phrase.h
kiosk/desk/programme.h:
kiosk/base/arena.h:
kiosk/base/log.h:
kiosk/base/utf8.h:
kiosk/desk/phrase.h:
