build-asan/kiosk/share/share.o: kiosk/share/share.c kiosk/share/share.h \
 kiosk/base/env.h kiosk/board/board.h kiosk/base/arena.h kiosk/base/day.h \
 kiosk/board/due.h kiosk/share/edit.h kiosk/store/fold.h \
 kiosk/store/names.h kiosk/store/record.h kiosk/store/schema.h \
 kiosk/share/folder.h kiosk/share/import.h kiosk/share/reader.h \
 kiosk/share/snapshot.h kiosk/share/trouble.h kiosk/store/log.h \
 kiosk/store/present.h kiosk/base/log.h
kiosk/share/share.h:
kiosk/base/env.h:
kiosk/board/board.h:
kiosk/base/arena.h:
kiosk/base/day.h:
kiosk/board/due.h:
kiosk/share/edit.h:
kiosk/store/fold.h:
kiosk/store/names.h:
kiosk/store/record.h:
kiosk/store/schema.h:
kiosk/share/folder.h:
kiosk/share/import.h:
kiosk/share/reader.h:
kiosk/share/snapshot.h:
kiosk/share/trouble.h:
kiosk/store/log.h:
kiosk/store/present.h:
kiosk/base/log.h:
