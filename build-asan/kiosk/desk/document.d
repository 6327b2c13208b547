build-asan/kiosk/desk/document.o: kiosk/desk/document.c \
 kiosk/desk/document.h kiosk/desk/programme.h kiosk/base/arena.h \
 kiosk/desk/table.h kiosk/desk/draft.h kiosk/desk/header.h \
 kiosk/desk/outline.h kiosk/desk/section.h kiosk/desk/phrase.h
kiosk/desk/document.h:
kiosk/desk/programme.h:
kiosk/base/arena.h:
kiosk/desk/table.h:
kiosk/desk/draft.h:
kiosk/desk/header.h:
kiosk/desk/outline.h:
kiosk/desk/section.h:
kiosk/desk/phrase.h:
