build-asan/kiosk/desk/outline.o: kiosk/desk/outline.c \
 kiosk/desk/outline.h kiosk/desk/programme.h kiosk/base/arena.h \
 kiosk/desk/section.h kiosk/desk/phrase.h
kiosk/desk/outline.h:
kiosk/desk/programme.h:
kiosk/base/arena.h:
kiosk/desk/section.h:
kiosk/desk/phrase.h:
