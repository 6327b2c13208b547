build-asan/kiosk/screen/mask.o: kiosk/screen/mask.c kiosk/screen/mask.h \
 kiosk/view/shape.h kiosk/base/geom.h
kiosk/screen/mask.h:
kiosk/view/shape.h:
kiosk/base/geom.h:
