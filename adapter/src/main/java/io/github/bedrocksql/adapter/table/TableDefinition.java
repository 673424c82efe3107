package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.bedrock.BedrockClient;

/**
 * A table: its columns and the two operations that fill them.
 *
 * @param <S> what a row of List is
 * @param <D> what an answer of Get is
 * @param name lower snake_case
 * @param remark what it holds, for users
 * @param columns in the order of {@code SELECT *}
 * @param identifier how rows are looked up
 * @param statusColumn ordinal of the column that List filters by {@code statusEquals}, if it does
 * @param statuses every status that {@code statusEquals} takes (API model)
 */
public record TableDefinition<S, D>(
    String name,
    String remark,
    ImmutableList<Column<S, D>> columns,
    Identifier identifier,
    OptionalInt statusColumn,
    ImmutableSet<String> statuses,
    ListOperation<S> list,
    GetOperation<D> get) {

  /** Returns the ordinal of a column. */
  public int ordinal(String column) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).name().equals(column))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + column));
  }

  /** Returns whether only Get fills this column. */
  public boolean isDetail(int column) {
    return columns.get(column).level() == Column.Level.DETAIL;
  }

  /** The operation that gives pages of summaries. */
  public interface ListOperation<S> {
    /** Returns the API's name of the operation. */
    String name();

    /** Calls; the SDK's exceptions pass through. */
    Page<S> call(BedrockClient client, ListRequest request);
  }

  /** The operation that gives one row by its ARN or name. */
  public interface GetOperation<D> {
    /** Returns the API's name of the operation. */
    String name();

    /** Calls; the SDK's exceptions pass through. */
    D call(BedrockClient client, String identifier);
  }
}
