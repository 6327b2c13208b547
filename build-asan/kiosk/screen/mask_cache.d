build-asan/kiosk/screen/mask_cache.o: kiosk/screen/mask_cache.c \
 kiosk/screen/mask_cache.h kiosk/screen/mask.h kiosk/view/shape.h \
 kiosk/screen/hash.h
kiosk/screen/mask_cache.h:
kiosk/screen/mask.h:
kiosk/view/shape.h:
kiosk/screen/hash.h:
