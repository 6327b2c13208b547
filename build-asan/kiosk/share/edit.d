build-asan/kiosk/share/edit.o: kiosk/share/edit.c kiosk/share/edit.h \
 kiosk/base/env.h kiosk/share/share.h kiosk/board/board.h \
 kiosk/base/arena.h kiosk/base/day.h kiosk/board/due.h kiosk/store/fold.h \
 kiosk/store/names.h kiosk/store/record.h kiosk/store/schema.h \
 kiosk/store/clock.h kiosk/base/log.h
kiosk/share/edit.h:
kiosk/base/env.h:
kiosk/share/share.h:
kiosk/board/board.h:
kiosk/base/arena.h:
kiosk/base/day.h:
kiosk/board/due.h:
kiosk/store/fold.h:
kiosk/store/names.h:
kiosk/store/record.h:
kiosk/store/schema.h:
kiosk/store/clock.h:
kiosk/base/log.h:
