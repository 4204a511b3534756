#ifndef RISKTOP_CZLIB_H
#define RISKTOP_CZLIB_H

#include <zlib.h>

#endif
