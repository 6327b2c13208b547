build-asan/kiosk/board/lookup.o: kiosk/board/lookup.c \
 kiosk/board/lookup.h
kiosk/board/lookup.h:
