build-asan/kiosk/store/log.o: kiosk/store/log.c kiosk/store/log.h \
 kiosk/base/env.h kiosk/store/fold.h kiosk/store/names.h \
 kiosk/base/arena.h kiosk/store/record.h kiosk/store/clock.h \
 kiosk/store/sql.h kiosk/base/log.h
kiosk/store/log.h:
kiosk/base/env.h:
kiosk/store/fold.h:
kiosk/store/names.h:
kiosk/base/arena.h:
kiosk/store/record.h:
kiosk/store/clock.h:
kiosk/store/sql.h:
kiosk/base/log.h:
