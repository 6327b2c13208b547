build-asan/kiosk/screen/screen.o: kiosk/screen/screen.c \
 kiosk/screen/screen.h kiosk/screen/window.h kiosk/screen/frame.h \
 kiosk/base/geom.h kiosk/touch/sample.h kiosk/view/draw.h \
 kiosk/base/arena.h kiosk/touch/intent.h kiosk/base/log.h \
 kiosk/screen/damage.h kiosk/screen/paint.h kiosk/screen/font.h \
 kiosk/screen/mask.h kiosk/view/shape.h kiosk/screen/mask_cache.h \
 kiosk/screen/png.h kiosk/screen/waiter.h
kiosk/screen/screen.h:
kiosk/screen/window.h:
kiosk/screen/frame.h:
kiosk/base/geom.h:
kiosk/touch/sample.h:
kiosk/view/draw.h:
kiosk/base/arena.h:
kiosk/touch/intent.h:
kiosk/base/log.h:
kiosk/screen/damage.h:
kiosk/screen/paint.h:
kiosk/screen/font.h:
kiosk/screen/mask.h:
kiosk/view/shape.h:
kiosk/screen/mask_cache.h:
kiosk/screen/png.h:
kiosk/screen/waiter.h:
