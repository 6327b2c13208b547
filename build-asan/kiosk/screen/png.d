build-asan/kiosk/screen/png.o: kiosk/screen/png.c kiosk/screen/png.h \
 kiosk/screen/frame.h kiosk/base/geom.h /usr/include/libpng16/png.h \
 /usr/include/libpng16/pnglibconf.h /usr/include/libpng16/pngconf.h \
 kiosk/base/log.h
kiosk/screen/png.h:
kiosk/screen/frame.h:
kiosk/base/geom.h:
/usr/include/libpng16/png.h:
/usr/include/libpng16/pnglibconf.h:
/usr/include/libpng16/pngconf.h:
kiosk/base/log.h:
