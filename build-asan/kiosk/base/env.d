build-asan/kiosk/base/env.o: kiosk/base/env.c kiosk/base/env.h \
 kiosk/base/file.h
kiosk/base/env.h:
kiosk/base/file.h:
