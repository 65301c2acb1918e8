package dev.pyrestrict.hosting;

import org.h2.api.JavaObjectSerializer;

/**
 * What H2 makes objects of Java with, and their bytes: not at all. Guests could write those bytes,
 * and what {@link java.io.ObjectInputStream} makes of some does whatever they like. H2 calls it by
 * name, in the process of the database and in the one that asks it.
 */
public final class DataOnly implements JavaObjectSerializer {
  /** Called by H2. */
  public DataOnly() {}

  @Override
  public byte[] serialize(Object object) {
    throw new UnsupportedOperationException("objects of Java are no data");
  }

  @Override
  public Object deserialize(byte[] bytes) {
    throw new UnsupportedOperationException("objects of Java are no data");
  }
}
