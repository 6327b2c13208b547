build-asan/kiosk/board/board.o: kiosk/board/board.c kiosk/board/board.h \
 kiosk/base/arena.h kiosk/base/day.h kiosk/board/due.h kiosk/base/utf8.h
kiosk/board/board.h:
kiosk/base/arena.h:
kiosk/base/day.h:
kiosk/board/due.h:
kiosk/base/utf8.h:
