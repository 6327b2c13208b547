build-asan/kiosk/screen/waiter.o: kiosk/screen/waiter.c \
 kiosk/screen/waiter.h kiosk/base/log.h
kiosk/screen/waiter.h:
kiosk/base/log.h:
