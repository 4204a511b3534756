#ifndef RISKTOP_MEMORY_RETURN_H
#define RISKTOP_MEMORY_RETURN_H

/// Lets large blocks of memory go back to the system as soon as they are free.
///
/// The C library of Linux would raise the size from which it does so with each such block (mallopt(3)), and keep what
/// was freed since: of a million sign-ins that were read, 118 MB would stay of 91.
void memory_return(void);

#endif
