build-asan/kiosk/store/clock.o: kiosk/store/clock.c kiosk/store/clock.h
kiosk/store/clock.h:
