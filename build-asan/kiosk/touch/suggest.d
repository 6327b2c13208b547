build-asan/kiosk/touch/suggest.o: kiosk/touch/suggest.c \
 kiosk/touch/suggest.h kiosk/touch/field.h kiosk/touch/sample.h \
 kiosk/base/utf8.h kiosk/touch/letter.h
kiosk/touch/suggest.h:
kiosk/touch/field.h:
kiosk/touch/sample.h:
kiosk/base/utf8.h:
kiosk/touch/letter.h:
