build-asan/tests/test_png: tests/test_png.c kiosk/screen/png.h \
 kiosk/screen/frame.h kiosk/base/geom.h
kiosk/screen/png.h:
kiosk/screen/frame.h:
kiosk/base/geom.h:
