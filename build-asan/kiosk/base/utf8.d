build-asan/kiosk/base/utf8.o: kiosk/base/utf8.c kiosk/base/utf8.h
kiosk/base/utf8.h:
