build-asan/tests/test_panel: tests/test_panel.c kiosk/screen/panel.h
kiosk/screen/panel.h:
