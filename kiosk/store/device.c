#include "store/device.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/meta.h"
#include "store/sql.h"

#define LOG_MODULE "log"
#include "base/log.h"

static const char CURRENT[] = "dev";
static const char MACHINE[] = "dev:"; // and the fingerprint: what it is called there

// Reads a name of a device; "" when there is none.
static bool read_name(sqlite3 *db, const char *key, char device[DEVICE_DIGITS + 1])
{
    char *text = NULL;
    enum meta found = meta_read(db, key, &text);

    device[0] = '\0';
    if (found == META_THERE && strlen(text) == DEVICE_DIGITS) {
        strcpy(device, text);
    }
    free(text);
    return found != META_FAILED;
}

static void make_name(const struct env *env, char device[DEVICE_DIGITS + 1])
{
    unsigned char bytes[DEVICE_DIGITS / 2];

    env->random(env->context, bytes, sizeof bytes);
    for (size_t i = 0; i < sizeof bytes; i++) {
        snprintf(device + 2 * i, 3, "%02x", bytes[i]);
    }
}

// The key of this machine; "" when it cannot be told from others now.
static void machine_key(const struct env *env, char key[ENV_FINGERPRINT + sizeof MACHINE])
{
    char print[ENV_FINGERPRINT] = "";

    key[0] = '\0';
    if (env->fingerprint != NULL && env->fingerprint(env->context, print) == 0 &&
        print[0] != '\0') {
        snprintf(key, ENV_FINGERPRINT + sizeof MACHINE, "%s%s", MACHINE, print);
    }
}

static bool knows_machines(sqlite3 *db)
{
    return sql_number(db, "log", "SELECT count(*) FROM meta WHERE k GLOB 'dev:*'", 0) > 0;
}

static bool write_names(sqlite3 *db, const char *device, const char *machine)
{
    bool ok = sql_run(db, "log", "BEGIN IMMEDIATE") && meta_write(db, CURRENT, device) &&
              (machine[0] == '\0' || meta_write(db, machine, device)) &&
              sql_run(db, "log", "COMMIT");

    if (!ok && !sqlite3_get_autocommit(db)) {
        sql_run(db, "log", "ROLLBACK");
    }
    return ok;
}

bool device_settle(sqlite3 *db, const struct env *env, char device[DEVICE_DIGITS + 1])
{
    char machine[ENV_FINGERPRINT + sizeof MACHINE];
    char there[DEVICE_DIGITS + 1] = "";

    machine_key(env, machine);
    if (!read_name(db, CURRENT, device) ||
        (machine[0] != '\0' && !read_name(db, machine, there))) {
        return false;
    }
    bool known = device[0] != '\0' && (machine[0] == '\0' || strcmp(there, device) == 0);
    if (known) {
        return true;
    }
    if (there[0] != '\0') {
        strcpy(device, there);
    } else if (device[0] == '\0' || knows_machines(db)) {
        if (device[0] != '\0') {
            LOG_WARN("this log comes from another machine; here it is a new device");
        }
        make_name(env, device);
    }
    return write_names(db, device, machine);
}
