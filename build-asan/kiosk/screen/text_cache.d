build-asan/kiosk/screen/text_cache.o: kiosk/screen/text_cache.c \
 kiosk/screen/text_cache.h kiosk/screen/font.h kiosk/screen/mask.h \
 kiosk/view/shape.h kiosk/view/draw.h kiosk/base/arena.h \
 kiosk/base/geom.h kiosk/touch/intent.h kiosk/screen/mask_cache.h
kiosk/screen/text_cache.h:
kiosk/screen/font.h:
kiosk/screen/mask.h:
kiosk/view/shape.h:
kiosk/view/draw.h:
kiosk/base/arena.h:
kiosk/base/geom.h:
kiosk/touch/intent.h:
kiosk/screen/mask_cache.h:
