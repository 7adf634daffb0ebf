#ifndef RELATA_CIGRAPH_SHIM_H
#define RELATA_CIGRAPH_SHIM_H

// igraph.h defines _GNU_SOURCE, which would give this module other system types than the modules that
// Swift brings: what it takes from the system is read before.
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

// igraph is under GPL-2.0-or-later: only GraphAnalysis imports this module.
#include <igraph.h>

// The memory of a vector is reached through a macro (`VECTOR`), which Swift cannot see.
static inline igraph_real_t *relata_real_elements(igraph_vector_t *vector) {
  return VECTOR(*vector);
}

static inline igraph_integer_t *relata_integer_elements(igraph_vector_int_t *vector) {
  return VECTOR(*vector);
}

static inline igraph_real_t *relata_matrix_elements(igraph_matrix_t *matrix) {
  return VECTOR(matrix->data);
}

#endif
