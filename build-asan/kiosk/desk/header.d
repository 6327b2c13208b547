build-asan/kiosk/desk/header.o: kiosk/desk/header.c kiosk/desk/header.h \
 kiosk/desk/table.h kiosk/base/arena.h kiosk/desk/phrase.h
kiosk/desk/header.h:
kiosk/desk/table.h:
kiosk/base/arena.h:
kiosk/desk/phrase.h:
