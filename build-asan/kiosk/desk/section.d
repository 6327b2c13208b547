build-asan/kiosk/desk/section.o: kiosk/desk/section.c \
 kiosk/desk/section.h
kiosk/desk/section.h:
