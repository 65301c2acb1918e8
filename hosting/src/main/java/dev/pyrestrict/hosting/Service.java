package dev.pyrestrict.hosting;

import java.util.List;

/**
 * Something that a host does for its guests. The guest's side of it is a module of guest code, its
 * client; what the client sends is as hostile as the guest. Thread-safe.
 */
public interface Service extends AutoCloseable {

  /**
   * Does what a guest asks for.
   *
   * @param grant what the guest has been given
   * @param arguments data, of any type and size that the guest likes
   * @return data
   * @throws ServiceException in words for the guest; anything else that is thrown reaches it as a
   *     failure without a reason
   */
  Object call(Grant grant, String operation, List<Object> arguments) throws Exception;

  /** Takes back what the guest holds for one request only. */
  default void requestEnded(Grant grant) {}

  /** Ends what it holds of the host's: the server that used it is closed. */
  @Override
  default void close() {}
}
