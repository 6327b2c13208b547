#include "base/machine.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { FACT_BYTES = 128 };

// The first line of a small file, without the spaces behind it; "" when it cannot be read.
static void read_fact(const char *root, const char *path, char out[FACT_BYTES])
{
    char name[PATH_MAX];

    out[0] = '\0';
    snprintf(name, sizeof name, "%s%s", root, path);
    FILE *file = fopen(name, "re");
    if (file == NULL) {
        return;
    }
    if (fgets(out, FACT_BYTES, file) == NULL) {
        out[0] = '\0';
    }
    out[strcspn(out, "\r\n")] = '\0';
    fclose(file);
}

// A card of its own, not a bridge or a tunnel, with the address that it was made with.
static bool read_address(const char *root, const char *card, char out[FACT_BYTES])
{
    char path[PATH_MAX];
    char kind[FACT_BYTES];

    snprintf(path, sizeof path, "%s/sys/class/net/%s/device", root, card);
    if (access(path, F_OK) != 0) {
        return false;
    }
    snprintf(path, sizeof path, "/sys/class/net/%s/addr_assign_type", card);
    read_fact(root, path, kind);
    snprintf(path, sizeof path, "/sys/class/net/%s/address", card);
    read_fact(root, path, out);
    return strcmp(kind, "0") == 0 && strpbrk(out, "123456789abcdefABCDEF") != NULL;
}

static void first_address(const char *root, char out[FACT_BYTES])
{
    char path[PATH_MAX];
    char first[NAME_MAX + 1] = "";
    char address[FACT_BYTES];
    struct dirent *found;

    out[0] = '\0';
    snprintf(path, sizeof path, "%s/sys/class/net", root);
    DIR *cards = opendir(path);
    while (cards != NULL && (found = readdir(cards)) != NULL) {
        bool sooner = first[0] == '\0' || strcmp(found->d_name, first) < 0;
        if (found->d_name[0] != '.' && sooner &&
            read_address(root, found->d_name, address)) {
            snprintf(first, sizeof first, "%s", found->d_name);
            strcpy(out, address);
        }
    }
    if (cards != NULL) {
        closedir(cards);
    }
}

// FNV-1a: to tell machines apart, not to keep secrets.
static uint64_t add_fact(uint64_t hash, const char *fact)
{
    for (size_t i = 0; i <= strlen(fact);
         i++) { // with its end, so that facts do not run on
        hash = (hash ^ (unsigned char)fact[i]) * UINT64_C(0x100000001b3);
    }
    return hash;
}

int machine_fingerprint(const char *root, char out[ENV_FINGERPRINT])
{
    static const uint64_t seeds[] = {UINT64_C(0xcbf29ce484222325),
                                     UINT64_C(0x9e3779b97f4a7c15)};
    char id[FACT_BYTES];
    char hardware[FACT_BYTES];

    read_fact(root, "/etc/machine-id", id);
    read_fact(root, "/sys/firmware/devicetree/base/serial-number", hardware);
    if (hardware[0] == '\0') {
        first_address(root, hardware);
    }
    out[0] = '\0';
    if (hardware[0] == '\0') {
        return -ENOENT;
    }
    for (size_t i = 0; i < sizeof seeds / sizeof *seeds; i++) {
        uint64_t hash = add_fact(add_fact(seeds[i], id), hardware);
        snprintf(out + 16 * i, 17, "%016llx", (unsigned long long)hash);
    }
    return 0;
}
