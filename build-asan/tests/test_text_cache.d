build-asan/tests/test_text_cache: tests/test_text_cache.c \
 kiosk/screen/mask_cache.h kiosk/screen/mask.h kiosk/view/shape.h \
 kiosk/screen/text_cache.h kiosk/screen/font.h kiosk/view/draw.h \
 kiosk/base/arena.h kiosk/base/geom.h kiosk/touch/intent.h
kiosk/screen/mask_cache.h:
kiosk/screen/mask.h:
kiosk/view/shape.h:
kiosk/screen/text_cache.h:
kiosk/screen/font.h:
kiosk/view/draw.h:
kiosk/base/arena.h:
kiosk/base/geom.h:
kiosk/touch/intent.h:
