#include "core_dumps.h"

#include <sys/resource.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

int core_dumps_disable(void) {
  const struct rlimit none = {0, 0};
  int result = setrlimit(RLIMIT_CORE, &none);
#ifdef __linux__
  // A core_pattern that is a pipe is given the dump whatever the limit says (core(5)); this holds for it too. It takes
  // C: prctl is variadic.
  if (prctl(PR_SET_DUMPABLE, 0) != 0) result = -1;
#endif
  return result;
}
