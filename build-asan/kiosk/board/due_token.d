build-asan/kiosk/board/due_token.o: kiosk/board/due_token.c \
 kiosk/board/due_token.h kiosk/base/utf8.h
kiosk/board/due_token.h:
kiosk/base/utf8.h:
