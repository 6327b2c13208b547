build-asan/kiosk/touch/gesture.o: kiosk/touch/gesture.c \
 kiosk/touch/gesture.h kiosk/touch/sample.h
kiosk/touch/gesture.h:
kiosk/touch/sample.h:
