#include <stdlib.h>

#include "memory_return.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

void memory_return(void) {
#ifdef __GLIBC__
  const int large = 256 * 1024;
  mallopt(M_MMAP_THRESHOLD, large);
  mallopt(M_TRIM_THRESHOLD, large);
#endif
}
