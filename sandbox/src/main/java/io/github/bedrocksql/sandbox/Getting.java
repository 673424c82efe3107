package io.github.bedrocksql.sandbox;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A Get operation.
 *
 * @param path before the slash and the identifier
 * @param parameter the request's name for the identifier
 * @param arn the form of the ARN
 * @param other what else identifies a row; empty where only the ARN does
 * @param detail writes an answer
 */
record Getting<R>(
    String operation,
    String path,
    String parameter,
    Form arn,
    Optional<Key<R>> other,
    BiConsumer<R, Fields> detail) {
  /** Characters that most identifiers in requests may have. */
  static final int LONGEST_IDENTIFIER = 1011;

  /**
   * An identifier beside the ARN.
   *
   * @param of reads it from a row and from its ARN as answers show it
   */
  record Key<R>(Form form, BiFunction<R, String, String> of) {}

  /** A Get by ARN. */
  static <R> Getting<R> of(
      String operation, String path, String parameter, Form arn, BiConsumer<R, Fields> detail) {
    return new Getting<>(operation, path, parameter, arn, Optional.empty(), detail);
  }

  /** Takes a name, too. */
  Getting<R> orBy(Form form, Function<R, String> name) {
    return with(new Key<>(form, (row, arn) -> name.apply(row)));
  }

  /** Takes the last part of the ARN, too. */
  Getting<R> orById(Form form) {
    return with(new Key<>(form, (row, arn) -> arn.substring(arn.lastIndexOf('/') + 1)));
  }

  private Getting<R> with(Key<R> key) {
    return new Getting<>(operation, path, parameter, arn, Optional.of(key), detail);
  }

  boolean accepts(String identifier) {
    return arn.matches(identifier)
        || other.filter(key -> key.form().matches(identifier)).isPresent();
  }
}
