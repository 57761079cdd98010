#include "CHNSW.h"

#include <exception>

// The library fetches ahead what it may need next, and reads for it up to 4 bytes behind a list of neighbours: within
// what every allocation is rounded up to, but not within what the address sanitizer allows.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define NO_MANUAL_VECTORIZATION
#endif
#endif
#include <hnswlib/hnswlib.h>

// No exception may cross into Swift, so every call catches all.

#pragma STDC FP_CONTRACT OFF

namespace {

// The loader asks which processor it is before the thread sanitizer is ready, which ends the program.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define IS_WATCHED
#endif
#endif
#if defined(__x86_64__) && defined(__linux__) && !defined(IS_WATCHED)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

/// ‖a − b‖². Sixteen sums, always added in this order, so that every processor gives the same bits; the
/// library's own functions would be those of the oldest processor.
FOR_EACH_PROCESSOR
float squared_distance(const void *first, const void *second, const void *width) {
  const float *a = static_cast<const float *>(first);
  const float *b = static_cast<const float *>(second);
  const size_t count = *static_cast<const size_t *>(width);
  float sums[16] = {};
  size_t index = 0;
  for (; index + 16 <= count; index += 16) {
    for (size_t lane = 0; lane < 16; ++lane) {
      const float difference = a[index + lane] - b[index + lane];
      sums[lane] += difference * difference;
    }
  }
  for (size_t lane = 0; index + lane < count; ++lane) {
    const float difference = a[index + lane] - b[index + lane];
    sums[lane] += difference * difference;
  }
  float total = 0;
  for (float sum : sums) total += sum;
  return total;
}

class EuclideanSpace final : public hnswlib::SpaceInterface<float> {
  size_t width;

public:
  explicit EuclideanSpace(size_t width) : width(width) {}
  size_t get_data_size() override { return width * sizeof(float); }
  hnswlib::DISTFUNC<float> get_dist_func() override { return squared_distance; }
  void *get_dist_func_param() override { return &width; }
};

} // namespace

struct CHNSWGraph {
  EuclideanSpace space;
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
