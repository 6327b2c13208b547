build-asan/kiosk/board/board_build.o: kiosk/board/board_build.c \
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
