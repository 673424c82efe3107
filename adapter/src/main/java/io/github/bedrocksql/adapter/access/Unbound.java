package io.github.bedrocksql.adapter.access;

/**
 * Stands for a value that is known at run time only, while a plan is made or explained.
 *
 * @param text how the plan writes it
 */
public record Unbound(String text) {
  @Override
  public String toString() {
    return text;
  }
}
