build-asan/kiosk/screen/damage.o: kiosk/screen/damage.c \
 kiosk/screen/damage.h kiosk/view/draw.h kiosk/base/arena.h \
 kiosk/base/geom.h kiosk/touch/intent.h kiosk/screen/hash.h
kiosk/screen/damage.h:
kiosk/view/draw.h:
kiosk/base/arena.h:
kiosk/base/geom.h:
kiosk/touch/intent.h:
kiosk/screen/hash.h:
