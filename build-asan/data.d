build-asan/data.o: build-asan/data.c kiosk/base/data.h
kiosk/base/data.h:
