// All of the target is in its header, to be inlined; a target needs a file to compile.
#include "byte_masks.h"
