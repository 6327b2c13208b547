build-asan/kiosk/view/shape.o: kiosk/view/shape.c kiosk/view/shape.h
kiosk/view/shape.h:
