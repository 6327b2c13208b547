build-asan/kiosk/desk/draft.o: kiosk/desk/draft.c kiosk/desk/draft.h \
 kiosk/desk/header.h kiosk/desk/table.h kiosk/base/arena.h \
 kiosk/desk/outline.h kiosk/desk/programme.h kiosk/desk/section.h \
 kiosk/board/board.h kiosk/base/day.h kiosk/board/due.h \
 kiosk/desk/phrase.h
kiosk/desk/draft.h:
kiosk/desk/header.h:
kiosk/desk/table.h:
kiosk/base/arena.h:
kiosk/desk/outline.h:
kiosk/desk/programme.h:
kiosk/desk/section.h:
kiosk/board/board.h:
kiosk/base/day.h:
kiosk/board/due.h:
kiosk/desk/phrase.h:
