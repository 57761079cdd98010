#include "CHNSW.h"

#include <exception>
#include <memory>

#include <hnswlib/hnswlib.h>

// No exception may cross into Swift, so every call catches all.

struct CHNSWGraph {
  hnswlib::L2Space space;
  hnswlib::HierarchicalNSW<float> graph;

  CHNSWGraph(size_t width, size_t capacity, size_t links, size_t breadth, size_t seed)
      : space(width), graph(&space, capacity, links, breadth, seed) {}
};

CHNSWGraph *chnsw_make(size_t width, size_t capacity, size_t links, size_t breadth, size_t seed) {
  try {
    return new CHNSWGraph(width, capacity, links, breadth, seed);
  } catch (const std::exception &) {
    return nullptr;
  }
}

void chnsw_free(CHNSWGraph *graph) { delete graph; }

int chnsw_add(CHNSWGraph *graph, const float *vector, uint32_t row) {
  try {
    graph->graph.addPoint(vector, row);
    return 1;
  } catch (const std::exception &) {
    return 0;
  }
}

void chnsw_set_breadth(CHNSWGraph *graph, size_t breadth) { graph->graph.setEf(breadth); }

size_t chnsw_search(const CHNSWGraph *graph, const float *vector, size_t count, uint32_t *rows) {
  try {
    auto found = graph->graph.searchKnn(vector, count);
    size_t written = 0;
    for (; !found.empty() && written < count; found.pop()) {
      rows[written++] = static_cast<uint32_t>(found.top().second);
    }
    return written;
  } catch (const std::exception &) {
    return 0;
  }
}
