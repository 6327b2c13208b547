build-asan/tests/test_mask: tests/test_mask.c kiosk/screen/mask.h \
 kiosk/view/shape.h kiosk/screen/shape_cache.h kiosk/screen/mask_cache.h
kiosk/screen/mask.h:
kiosk/view/shape.h:
kiosk/screen/shape_cache.h:
kiosk/screen/mask_cache.h:
