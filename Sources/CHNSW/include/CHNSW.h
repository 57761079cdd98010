#ifndef CHNSW_H
#define CHNSW_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A graph for approximate nearest neighbours in Euclidean space (hnswlib).
typedef struct CHNSWGraph CHNSWGraph;

/// An empty graph, or NULL where there is no memory for `capacity` vectors of `width` numbers.
CHNSWGraph *chnsw_make(size_t width, size_t capacity, size_t links, size_t breadth, size_t seed);

void chnsw_free(CHNSWGraph *graph);

/// Adds a vector; the graph depends on the order of additions. Returns 0 where it could not.
int chnsw_add(CHNSWGraph *graph, const float *vector, uint32_t row);

/// How many vectors a search keeps in sight; to be set before searches begin.
void chnsw_set_breadth(CHNSWGraph *graph, size_t breadth);

/// Writes at most `count` rows near a vector, in no particular order, and returns how many; from several
/// threads at once. 0 where it could not.
size_t chnsw_search(const CHNSWGraph *graph, const float *vector, size_t count, uint32_t *rows);

#ifdef __cplusplus
}
#endif

#endif
