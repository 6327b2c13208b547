build-asan/kiosk/desk/partners.o: kiosk/desk/partners.c \
 kiosk/desk/partners.h kiosk/desk/programme.h kiosk/base/arena.h \
 kiosk/base/data.h kiosk/desk/phrase.h kiosk/desk/table.h
kiosk/desk/partners.h:
kiosk/desk/programme.h:
kiosk/base/arena.h:
kiosk/base/data.h:
kiosk/desk/phrase.h:
kiosk/desk/table.h:
