package io.github.bedrocksql.adapter.client;

/**
 * Called with the outcome of a call before anyone else sees it.
 *
 * @param <T> what an answer is
 */
@FunctionalInterface
public interface CompletionListener<T> {
  /**
   * Called once.
   *
   * @param answer null if there is none
   * @param failure null if there is an answer
   */
  void ended(T answer, Throwable failure);
}
