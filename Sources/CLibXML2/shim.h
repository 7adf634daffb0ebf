#ifndef RELATA_CLIBXML2_SHIM_H
#define RELATA_CLIBXML2_SHIM_H

// A libxml2 built with ICU brings its headers, which contradict those of Foundation's own ICU where an
// optimised build reads both. Nothing here needs them: what they describe is used by pointer alone.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>

// Swift cannot see function-like macros or variadic functions; what it needs of them stands here.

#endif
