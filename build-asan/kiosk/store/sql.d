build-asan/kiosk/store/sql.o: kiosk/store/sql.c kiosk/store/sql.h \
 kiosk/base/log.h
kiosk/store/sql.h:
kiosk/base/log.h:
