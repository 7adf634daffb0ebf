#ifndef RELATA_CIGRAPH_SHIM_H
#define RELATA_CIGRAPH_SHIM_H

// igraph.h defines _GNU_SOURCE, which would give this module other system types than the modules that
// Swift brings: what it takes from the system is read before.
#include <dlfcn.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

// igraph is under GPL-2.0-or-later: only GraphAnalysis imports this module.
#include <igraph.h>

// Keeps the loops that igraph runs by OpenMP, where it was built with that, in the calling thread.
static inline void relata_igraph_run_serially(void) {
  // Zero looks through all libraries that are loaded (RTLD_DEFAULT, which only _GNU_SOURCE declares).
#ifdef __APPLE__
  void *const everywhere = RTLD_DEFAULT;
#else
  void *const everywhere = 0;
#endif
  void (*const set)(int) = (void (*)(int))dlsym(everywhere, "omp_set_num_threads");
  if (set) set(1);
}

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
