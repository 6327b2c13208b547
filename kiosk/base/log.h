// Messages for whoever keeps the machine: one line on stderr, `regiebord: module: text`.
// Each .c file that logs defines LOG_MODULE before it includes this header.
#ifndef REGIEBORD_BASE_LOG_H
#define REGIEBORD_BASE_LOG_H

enum log_level { LOG_LEVEL_ERROR, LOG_LEVEL_WARN, LOG_LEVEL_INFO, LOG_LEVEL_DEBUG };

// Messages above this level are dropped. The default is LOG_LEVEL_WARN.
void log_set_level(enum log_level level);

// Control characters in the finished line are replaced by '?', and it is cleaned
// (utf8_clean), so that text from a foreign file cannot forge lines or drive a terminal.
void log_write(enum log_level level, const char *module, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#define LOG_ERR(...) log_write(LOG_LEVEL_ERROR, LOG_MODULE, __VA_ARGS__)
#define LOG_WARN(...) log_write(LOG_LEVEL_WARN, LOG_MODULE, __VA_ARGS__)
#define LOG_INFO(...) log_write(LOG_LEVEL_INFO, LOG_MODULE, __VA_ARGS__)
#define LOG_DBG(...) log_write(LOG_LEVEL_DEBUG, LOG_MODULE, __VA_ARGS__)

#endif
