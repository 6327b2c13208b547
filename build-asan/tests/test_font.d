build-asan/tests/test_font: tests/test_font.c kiosk/screen/font.h \
 kiosk/screen/mask.h kiosk/view/shape.h kiosk/view/draw.h \
 kiosk/base/arena.h kiosk/base/geom.h kiosk/touch/intent.h
kiosk/screen/font.h:
kiosk/screen/mask.h:
kiosk/view/shape.h:
kiosk/view/draw.h:
kiosk/base/arena.h:
kiosk/base/geom.h:
kiosk/touch/intent.h:
