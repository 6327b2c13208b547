build-asan/tests/test_damage: tests/test_damage.c kiosk/screen/damage.h \
 kiosk/view/draw.h kiosk/base/arena.h kiosk/base/geom.h \
 kiosk/touch/intent.h kiosk/screen/paint.h kiosk/screen/font.h \
 kiosk/screen/mask.h kiosk/view/shape.h kiosk/screen/frame.h \
 kiosk/screen/mask_cache.h
kiosk/screen/damage.h:
kiosk/view/draw.h:
kiosk/base/arena.h:
kiosk/base/geom.h:
kiosk/touch/intent.h:
kiosk/screen/paint.h:
kiosk/screen/font.h:
kiosk/screen/mask.h:
kiosk/view/shape.h:
kiosk/screen/frame.h:
kiosk/screen/mask_cache.h:
