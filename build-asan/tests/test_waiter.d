build-asan/tests/test_waiter: tests/test_waiter.c kiosk/screen/waiter.h
kiosk/screen/waiter.h:
