build-asan/kiosk/desk/columns.o: kiosk/desk/columns.c \
 kiosk/desk/columns.h kiosk/desk/partners.h kiosk/desk/programme.h \
 kiosk/base/arena.h kiosk/board/board.h kiosk/base/day.h \
 kiosk/board/due.h kiosk/desk/phrase.h
kiosk/desk/columns.h:
kiosk/desk/partners.h:
kiosk/desk/programme.h:
kiosk/base/arena.h:
kiosk/board/board.h:
kiosk/base/day.h:
kiosk/board/due.h:
kiosk/desk/phrase.h:
