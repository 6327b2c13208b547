build-asan/kiosk/desk/folder.o: kiosk/desk/folder.c kiosk/desk/folder.h \
 kiosk/desk/programme.h kiosk/base/arena.h kiosk/base/data.h \
 kiosk/desk/phrase.h kiosk/desk/source.h kiosk/desk/charset.h \
 kiosk/desk/table.h
kiosk/desk/folder.h:
kiosk/desk/programme.h:
kiosk/base/arena.h:
kiosk/base/data.h:
kiosk/desk/phrase.h:
kiosk/desk/source.h:
kiosk/desk/charset.h:
kiosk/desk/table.h:
