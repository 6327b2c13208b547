build-asan/tests/test_draw: tests/test_draw.c kiosk/view/draw.h \
 kiosk/base/arena.h kiosk/base/geom.h kiosk/touch/intent.h \
 kiosk/view/shape.h
kiosk/view/draw.h:
kiosk/base/arena.h:
kiosk/base/geom.h:
kiosk/touch/intent.h:
kiosk/view/shape.h:
