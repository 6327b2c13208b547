build-asan/kiosk/screen/paint.o: kiosk/screen/paint.c \
 kiosk/screen/paint.h kiosk/screen/font.h kiosk/screen/mask.h \
 kiosk/view/shape.h kiosk/view/draw.h kiosk/base/arena.h \
 kiosk/base/geom.h kiosk/touch/intent.h kiosk/screen/frame.h \
 kiosk/screen/mask_cache.h kiosk/screen/shape_cache.h \
 kiosk/screen/text_cache.h
kiosk/screen/paint.h:
kiosk/screen/font.h:
kiosk/screen/mask.h:
kiosk/view/shape.h:
kiosk/view/draw.h:
kiosk/base/arena.h:
kiosk/base/geom.h:
kiosk/touch/intent.h:
kiosk/screen/frame.h:
kiosk/screen/mask_cache.h:
kiosk/screen/shape_cache.h:
kiosk/screen/text_cache.h:
