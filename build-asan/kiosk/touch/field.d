build-asan/kiosk/touch/field.o: kiosk/touch/field.c kiosk/touch/field.h \
 kiosk/touch/sample.h kiosk/base/utf8.h
kiosk/touch/field.h:
kiosk/touch/sample.h:
kiosk/base/utf8.h:
