build-asan/kiosk/base/log.o: kiosk/base/log.c kiosk/base/log.h
kiosk/base/log.h:
