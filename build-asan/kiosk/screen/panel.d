build-asan/kiosk/screen/panel.o: kiosk/screen/panel.c \
 kiosk/screen/panel.h
kiosk/screen/panel.h:
