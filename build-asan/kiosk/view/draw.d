build-asan/kiosk/view/draw.o: kiosk/view/draw.c kiosk/view/draw.h \
 kiosk/base/arena.h kiosk/base/geom.h kiosk/touch/intent.h \
 kiosk/view/shape.h
kiosk/view/draw.h:
kiosk/base/arena.h:
kiosk/base/geom.h:
kiosk/touch/intent.h:
kiosk/view/shape.h:
