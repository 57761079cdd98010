#include <cblas.h>

// Exported by the library and declared nowhere: ends its threads, if there are any.
int blas_thread_shutdown_(void);
