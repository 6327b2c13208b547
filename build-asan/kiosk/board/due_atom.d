build-asan/kiosk/board/due_atom.o: kiosk/board/due_atom.c \
 kiosk/board/due_atom.h kiosk/board/due_token.h kiosk/base/day.h
kiosk/board/due_atom.h:
kiosk/board/due_token.h:
kiosk/base/day.h:
