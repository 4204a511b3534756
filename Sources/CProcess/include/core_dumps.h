#ifndef RISKTOP_CORE_DUMPS_H
#define RISKTOP_CORE_DUMPS_H

/// Keeps the memory of this process, which holds secrets, out of core dumps and from other processes of the same user.
///
/// Programs that it starts inherit the limit, and nothing else. Returns 0, or -1 where the system would not have it.
int core_dumps_disable(void);

#endif
