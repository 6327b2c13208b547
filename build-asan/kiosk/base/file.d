build-asan/kiosk/base/file.o: kiosk/base/file.c kiosk/base/file.h \
 kiosk/base/env.h
kiosk/base/file.h:
kiosk/base/env.h:
