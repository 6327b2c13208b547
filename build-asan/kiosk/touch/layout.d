build-asan/kiosk/touch/layout.o: kiosk/touch/layout.c \
 kiosk/touch/layout.h kiosk/touch/keyboard.h kiosk/base/geom.h \
 kiosk/touch/field.h kiosk/touch/sample.h
kiosk/touch/layout.h:
kiosk/touch/keyboard.h:
kiosk/base/geom.h:
kiosk/touch/field.h:
kiosk/touch/sample.h:
