build-asan/kiosk/store/build.o: kiosk/store/build.c kiosk/store/build.h \
 kiosk/store/fold.h kiosk/store/names.h kiosk/base/arena.h \
 kiosk/store/record.h kiosk/store/schema.h kiosk/store/sql.h \
 kiosk/base/log.h
kiosk/store/build.h:
kiosk/store/fold.h:
kiosk/store/names.h:
kiosk/base/arena.h:
kiosk/store/record.h:
kiosk/store/schema.h:
kiosk/store/sql.h:
kiosk/base/log.h:
