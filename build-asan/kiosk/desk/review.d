build-asan/kiosk/desk/review.o: kiosk/desk/review.c kiosk/desk/review.h \
 kiosk/desk/programme.h kiosk/base/arena.h kiosk/base/day.h \
 kiosk/board/board.h kiosk/board/due.h kiosk/desk/columns.h \
 kiosk/desk/partners.h kiosk/desk/phrase.h
kiosk/desk/review.h:
kiosk/desk/programme.h:
kiosk/base/arena.h:
kiosk/base/day.h:
kiosk/board/board.h:
kiosk/board/due.h:
kiosk/desk/columns.h:
kiosk/desk/partners.h:
kiosk/desk/phrase.h:
