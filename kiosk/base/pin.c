#include "base/pin.h"

#include <crypt.h>
#include <stdlib.h>
#include <string.h>

#define LOG_MODULE "pin"
#include "base/log.h"

enum { SALT_BYTES = 16, COST = 6 };

// What hashes of that cost and salt look like: the method, 22 letters of salt, 43 of hash.
static const char METHOD[] = "$y$jAT$";
enum { METHOD_LENGTH = sizeof METHOD - 1, SALT_LENGTH = 22 };

bool pin_sound(const char *digits)
{
    size_t length = strspn(digits, "0123456789");

    return digits[length] == '\0' && length >= PIN_LEAST && length <= PIN_MOST;
}

static bool ours(const char *hash)
{
    static const char letters[] =
        "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    const char *salt = hash + METHOD_LENGTH;

    return strlen(hash) == PIN_HASH_BYTES - 1 && memcmp(hash, METHOD, METHOD_LENGTH) == 0 &&
           strspn(salt, letters) == SALT_LENGTH && salt[SALT_LENGTH] == '$' &&
           salt[SALT_LENGTH + 1 + strspn(salt + SALT_LENGTH + 1, letters)] == '\0';
}

// Hashes by the method and salt that `setting` begins with.
static bool hash_by(const char *digits, const char *setting, char out[PIN_HASH_BYTES])
{
    struct crypt_data *data = calloc(1, sizeof *data);
    const char *hash = data != NULL ? crypt_r(digits, setting, data) : NULL;
    bool made = hash != NULL && ours(hash);

    if (made) {
        memcpy(out, hash, PIN_HASH_BYTES);
    } else {
        LOG_ERR("no memory to work with a PIN");
    }
    free(data);
    return made;
}

bool pin_hash(const struct env *env, const char *digits, char out[PIN_HASH_BYTES])
{
    char salt[SALT_BYTES];
    char setting[CRYPT_GENSALT_OUTPUT_SIZE];

    env->random(env->context, salt, sizeof salt);
    if (crypt_gensalt_rn("$y$", COST, salt, sizeof salt, setting, sizeof setting) == NULL) {
        LOG_ERR("this system's libcrypt has no yescrypt: a PIN cannot be kept");
        return false;
    }
    return hash_by(digits, setting, out);
}

enum pin_answer pin_check(const char *digits, const char *hash)
{
    char made[PIN_HASH_BYTES];

    if (!ours(hash) || !hash_by(digits, hash, made)) {
        return PIN_UNKNOWN;
    }
    return strcmp(made, hash) == 0 ? PIN_RIGHT : PIN_WRONG;
}
