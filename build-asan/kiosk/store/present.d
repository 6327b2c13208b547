build-asan/kiosk/store/present.o: kiosk/store/present.c \
 kiosk/store/present.h kiosk/board/board.h kiosk/base/arena.h \
 kiosk/base/day.h kiosk/board/due.h kiosk/store/fold.h \
 kiosk/store/names.h kiosk/store/record.h kiosk/store/schema.h \
 kiosk/store/clock.h
kiosk/store/present.h:
kiosk/board/board.h:
kiosk/base/arena.h:
kiosk/base/day.h:
kiosk/board/due.h:
kiosk/store/fold.h:
kiosk/store/names.h:
kiosk/store/record.h:
kiosk/store/schema.h:
kiosk/store/clock.h:
