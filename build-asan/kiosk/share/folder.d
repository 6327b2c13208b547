build-asan/kiosk/share/folder.o: kiosk/share/folder.c \
 kiosk/share/folder.h kiosk/share/import.h kiosk/share/reader.h \
 kiosk/base/env.h kiosk/share/snapshot.h kiosk/share/trouble.h \
 kiosk/store/record.h kiosk/store/schema.h kiosk/store/fold.h \
 kiosk/store/names.h kiosk/base/arena.h kiosk/store/log.h \
 kiosk/share/publish.h kiosk/base/log.h
kiosk/share/folder.h:
kiosk/share/import.h:
kiosk/share/reader.h:
kiosk/base/env.h:
kiosk/share/snapshot.h:
kiosk/share/trouble.h:
kiosk/store/record.h:
kiosk/store/schema.h:
kiosk/store/fold.h:
kiosk/store/names.h:
kiosk/base/arena.h:
kiosk/store/log.h:
kiosk/share/publish.h:
kiosk/base/log.h:
