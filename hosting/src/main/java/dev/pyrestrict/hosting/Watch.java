package dev.pyrestrict.hosting;

/** Looks after something that has begun: it is to be closed in time, or what it says is done. */
@FunctionalInterface
interface Watch extends AutoCloseable {
  @Override
  void close();
}
