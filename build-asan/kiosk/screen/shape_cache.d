build-asan/kiosk/screen/shape_cache.o: kiosk/screen/shape_cache.c \
 kiosk/screen/shape_cache.h kiosk/screen/mask.h kiosk/view/shape.h \
 kiosk/screen/mask_cache.h
kiosk/screen/shape_cache.h:
kiosk/screen/mask.h:
kiosk/view/shape.h:
kiosk/screen/mask_cache.h:
