build-asan/kiosk/base/day.o: kiosk/base/day.c kiosk/base/day.h
kiosk/base/day.h:
