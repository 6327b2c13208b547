build-asan/kiosk/touch/record.o: kiosk/touch/record.c \
 kiosk/touch/record.h kiosk/touch/sample.h kiosk/base/log.h \
 kiosk/base/utf8.h
kiosk/touch/record.h:
kiosk/touch/sample.h:
kiosk/base/log.h:
kiosk/base/utf8.h:
