build-asan/kiosk/board/board_history.o: kiosk/board/board_history.c \
 kiosk/board/board_parts.h kiosk/board/board_rows.h kiosk/board/board.h \
 kiosk/base/arena.h kiosk/base/day.h kiosk/board/due.h \
 kiosk/board/lookup.h
kiosk/board/board_parts.h:
kiosk/board/board_rows.h:
kiosk/board/board.h:
kiosk/base/arena.h:
kiosk/base/day.h:
kiosk/board/due.h:
kiosk/board/lookup.h:
