#ifndef RELATA_CLIBXML2_SHIM_H
#define RELATA_CLIBXML2_SHIM_H

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>

// Swift cannot see function-like macros or variadic functions; what it needs of them stands here.

#endif
