package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.access.ListCapability;
import io.github.bedrocksql.adapter.client.CallTrace;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import software.amazon.awssdk.services.bedrock.BedrockClient;

/**
 * A table: its columns and the two operations that fill them.
 *
 * @param <S> what a row of List is
 * @param <D> what an answer of Get is
 * @param name lower snake_case
 * @param remark what it holds, for users
 * @param columns in the order of {@code SELECT *}
 * @param primaryKey ordinals of the columns that tell rows apart
 * @param parent the table whose primary key a row's ARN refers to; empty if the ARN is the row's
 *     own
 * @param identifier how rows are looked up
 * @param capability what List narrows and orders by
 * @param list finds rows
 * @param get fills details, and answers for a key
 * @param elements how many rows an answer of Get stands for; empty if it is always one
 * @param freshness when a detail seen before still holds; empty if that can't be told
 */
public record TableDefinition<S, D>(
    String name,
    String remark,
    ImmutableList<Column<S, D>> columns,
    ImmutableList<Integer> primaryKey,
    Optional<String> parent,
    Identifier identifier,
    ListCapability capability,
    ListOperation<S> list,
    GetOperation<D> get,
    Optional<ToIntFunction<D>> elements,
    Optional<Freshness<S, D>> freshness) {

  /** Returns the ordinal of a column. */
  public static int ordinal(ImmutableList<? extends Column<?, ?>> columns, String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no column " + name);
  }

  /** Returns whether only Get fills this column. */
  public boolean isDetail(int column) {
    return columns.get(column).level() != Column.Level.SUMMARY;
  }

  /** Returns the names of the columns. */
  public ImmutableList<String> columnNames() {
    return columns.stream().map(Column::name).collect(ImmutableList.toImmutableList());
  }

  /**
   * When a detail seen before still holds: while the summary gives the same text as the detail did.
   * Null where that can't be told, as for a resource that still changes.
   */
  public record Freshness<S, D>(Function<S, String> ofSummary, Function<D, String> ofDetail) {}

  /** The operation that gives pages of summaries. */
  public interface ListOperation<S> {
    /** Returns the API's name of the operation. */
    String name();

    /** Calls; the SDK's exceptions pass through. */
    Page<S> call(BedrockClient client, ListRequest request, CallTrace trace);
  }

  /** The operation that gives one resource's details by its ARN or name. */
  public interface GetOperation<D> {
    /** Returns the API's name of the operation. */
    String name();

    /** Returns the API's name of the parameter that takes the ARN or name. */
    String parameter();

    /** Calls; the SDK's exceptions pass through. */
    D call(BedrockClient client, String identifier, CallTrace trace);

    /** Returns AWS's id of an answer. */
    String requestId(D answer);
  }
}
