build-asan/kiosk/share/snapshot.o: kiosk/share/snapshot.c \
 kiosk/share/snapshot.h kiosk/base/env.h kiosk/share/trouble.h \
 kiosk/store/schema.h kiosk/base/log.h
kiosk/share/snapshot.h:
kiosk/base/env.h:
kiosk/share/trouble.h:
kiosk/store/schema.h:
kiosk/base/log.h:
