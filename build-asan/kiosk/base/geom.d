build-asan/kiosk/base/geom.o: kiosk/base/geom.c kiosk/base/geom.h
kiosk/base/geom.h:
