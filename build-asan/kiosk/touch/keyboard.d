build-asan/kiosk/touch/keyboard.o: kiosk/touch/keyboard.c \
 kiosk/touch/keyboard.h kiosk/base/geom.h kiosk/touch/field.h \
 kiosk/touch/sample.h kiosk/base/utf8.h kiosk/touch/layout.h \
 kiosk/touch/letter.h
kiosk/touch/keyboard.h:
kiosk/base/geom.h:
kiosk/touch/field.h:
kiosk/touch/sample.h:
kiosk/base/utf8.h:
kiosk/touch/layout.h:
kiosk/touch/letter.h:
