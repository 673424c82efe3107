package io.github.bedrocksql.adapter.client;

/**
 * Is told what came of a call, before anyone else is.
 *
 * @param <T> what an answer is
 */
@FunctionalInterface
public interface CompletionListener<T> {
  /**
   * Is told, once.
   *
   * @param answer null if there is none
   * @param failure null if there is an answer
   */
  void ended(T answer, Throwable failure);
}
