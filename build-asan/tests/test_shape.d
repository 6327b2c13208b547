build-asan/tests/test_shape: tests/test_shape.c kiosk/view/shape.h
kiosk/view/shape.h:
