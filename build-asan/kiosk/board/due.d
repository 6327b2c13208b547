build-asan/kiosk/board/due.o: kiosk/board/due.c kiosk/board/due.h \
 kiosk/base/day.h kiosk/board/due_atom.h kiosk/board/due_token.h
kiosk/board/due.h:
kiosk/base/day.h:
kiosk/board/due_atom.h:
kiosk/board/due_token.h:
