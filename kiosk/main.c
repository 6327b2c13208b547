#include "base/data.h"

#include <stdio.h>

int main(void)
{
    printf("regiebord: %s\n", data_file("schema.sql", NULL) != NULL ? "ok" : "no data");
    return 0;
}
