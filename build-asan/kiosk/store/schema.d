build-asan/kiosk/store/schema.o: kiosk/store/schema.c \
 kiosk/store/schema.h kiosk/base/arena.h kiosk/base/data.h \
 kiosk/store/sql.h kiosk/base/log.h
kiosk/store/schema.h:
kiosk/base/arena.h:
kiosk/base/data.h:
kiosk/store/sql.h:
kiosk/base/log.h:
