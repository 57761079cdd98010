import Glibc

/// A value that one thread at a time may reach; for the program and its runs, floors 0 to 2 guard nothing.
///
/// `Synchronization.Mutex` would do, but on Linux the thread sanitizer sees no more than its fast path, which is
/// compiled into its user: threads that wait do so by a futex in a library of the toolchain, and whatever the next
/// of them does is reported as a race. A program of ten lines in which `concurrentPerform` adds to a number in a
/// `Mutex` counts right and was reported in 10 of 20 runs (Swift 6.3.1), with a lock of POSIX in none. The
/// sanitizer knows that lock, so that it finds what is not behind it.
package final class Guarded<Value: Sendable>: @unchecked Sendable {
  // Sendable, because `value` is read and written by `withLock` only, between locking and unlocking.
  private var value: Value
  /// In memory of its own: a lock may not move.
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

  package init(_ value: Value) {
    self.value = value
    var attributes = pthread_mutexattr_t()
    pthread_mutexattr_init(&attributes)
    // A thread that locks twice is told, and does not wait for ever.
    pthread_mutexattr_settype(&attributes, Int32(PTHREAD_MUTEX_ERRORCHECK))
    lock.initialize(to: pthread_mutex_t())
    pthread_mutex_init(lock, &attributes)
    pthread_mutexattr_destroy(&attributes)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  /// What `body` makes of the value, while every other thread waits; `body` does not come here again.
  package func withLock<Result, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let problem = pthread_mutex_lock(lock)
    precondition(problem == 0, "a thread locks a value once")
    defer { pthread_mutex_unlock(lock) }
    return try body(&value)
  }
}
