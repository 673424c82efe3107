package io.github.bedrocksql.adapter;

/** What a function of texts may be, so that no code need be made of its calls. */
public interface TextTest {
  /**
   * Returns the function's value.
   *
   * @param texts its operands, none null: of a null it gives null
   */
  boolean holds(String[] texts);
}
