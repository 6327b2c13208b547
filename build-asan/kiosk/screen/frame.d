build-asan/kiosk/screen/frame.o: kiosk/screen/frame.c \
 kiosk/screen/frame.h kiosk/base/geom.h
kiosk/screen/frame.h:
kiosk/base/geom.h:
