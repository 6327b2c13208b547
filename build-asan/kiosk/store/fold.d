build-asan/kiosk/store/fold.o: kiosk/store/fold.c kiosk/store/fold.h \
 kiosk/store/names.h kiosk/base/arena.h kiosk/store/record.h
kiosk/store/fold.h:
kiosk/store/names.h:
kiosk/base/arena.h:
kiosk/store/record.h:
