build-asan/kiosk/share/reader.o: kiosk/share/reader.c \
 kiosk/share/reader.h kiosk/base/env.h kiosk/share/snapshot.h \
 kiosk/share/trouble.h kiosk/store/record.h kiosk/store/schema.h \
 kiosk/base/log.h
kiosk/share/reader.h:
kiosk/base/env.h:
kiosk/share/snapshot.h:
kiosk/share/trouble.h:
kiosk/store/record.h:
kiosk/store/schema.h:
kiosk/base/log.h:
