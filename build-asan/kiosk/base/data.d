build-asan/kiosk/base/data.o: kiosk/base/data.c kiosk/base/data.h
kiosk/base/data.h:
