build-asan/kiosk/share/drift.o: kiosk/share/drift.c kiosk/share/drift.h \
 kiosk/base/arena.h kiosk/share/reader.h kiosk/base/env.h \
 kiosk/share/snapshot.h kiosk/share/trouble.h kiosk/store/record.h \
 kiosk/store/schema.h kiosk/store/fold.h kiosk/store/names.h \
 kiosk/share/import.h kiosk/store/log.h kiosk/store/clock.h \
 kiosk/base/log.h
kiosk/share/drift.h:
kiosk/base/arena.h:
kiosk/share/reader.h:
kiosk/base/env.h:
kiosk/share/snapshot.h:
kiosk/share/trouble.h:
kiosk/store/record.h:
kiosk/store/schema.h:
kiosk/store/fold.h:
kiosk/store/names.h:
kiosk/share/import.h:
kiosk/store/log.h:
kiosk/store/clock.h:
kiosk/base/log.h:
