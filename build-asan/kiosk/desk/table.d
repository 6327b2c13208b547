build-asan/kiosk/desk/table.o: kiosk/desk/table.c kiosk/desk/table.h \
 kiosk/base/arena.h kiosk/base/utf8.h
kiosk/desk/table.h:
kiosk/base/arena.h:
kiosk/base/utf8.h:
