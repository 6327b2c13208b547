build-asan/kiosk/share/trouble.o: kiosk/share/trouble.c \
 kiosk/share/trouble.h
kiosk/share/trouble.h:
