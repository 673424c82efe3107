package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * One SELECT.
 *
 * @param prefix {@code SELECT} or {@code SELECT DISTINCT}
 * @param where conditions joined by AND
 * @param having null for none
 * @param limit null for none
 * @param order what {@code orderBy} fixes, whatever the limit
 */
record Query(
    String prefix,
    ImmutableList<Term> items,
    Fragment from,
    ImmutableList<Fragment> where,
    ImmutableList<Fragment> groupBy,
    Fragment having,
    ImmutableList<Fragment> orderBy,
    Limit limit,
    int order)
    implements Sql {
  static final String SELECT = "SELECT ";
  static final String DISTINCT = "SELECT DISTINCT ";

  /** Returns a plain query of all rows. */
  static Query of(ImmutableList<Term> items, Fragment from, ImmutableList<Fragment> where) {
    return new Query(
        SELECT, items, from, where, ImmutableList.of(), null, ImmutableList.of(), null, 0);
  }

  Query withPrefix(String newPrefix) {
    return new Query(newPrefix, items, from, where, groupBy, having, orderBy, limit, order);
  }

  Query withItems(List<Term> newItems) {
    return new Query(
        prefix,
        ImmutableList.copyOf(newItems),
        from,
        where,
        groupBy,
        having,
        orderBy,
        limit,
        order);
  }

  Query withWhere(List<Fragment> newWhere) {
    return new Query(
        prefix,
        items,
        from,
        ImmutableList.copyOf(newWhere),
        groupBy,
        having,
        orderBy,
        limit,
        order);
  }

  Query grouped(List<Fragment> newGroupBy, Fragment newHaving) {
    return new Query(
        prefix,
        items,
        from,
        where,
        ImmutableList.copyOf(newGroupBy),
        newHaving,
        orderBy,
        limit,
        order);
  }

  Query sorted(List<Fragment> newOrderBy, int newOrder) {
    return new Query(
        prefix,
        items,
        from,
        where,
        groupBy,
        having,
        ImmutableList.copyOf(newOrderBy),
        limit,
        newOrder);
  }

  Query limited(Limit newLimit) {
    return new Query(prefix, items, from, where, groupBy, having, orderBy, newLimit, order);
  }

  @Override
  public Fragment text() {
    return text(i -> null);
  }

  /** Returns the query as one to select from, each column with a label. */
  Fragment named(IntFunction<String> labels) {
    return text(labels);
  }

  private Fragment text(IntFunction<String> labels) {
    List<Fragment> pieces = new ArrayList<>();
    List<Fragment> columns = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Fragment item = items.get(i).sql();
      String label = labels.apply(i);
      columns.add(label == null ? item : Fragment.of("@ AS @", item, Labels.named(label)));
    }
    pieces.add(Fragment.of(prefix + "@ FROM @", Fragment.join(", ", columns), from));
    add(pieces, " WHERE @", " AND ", where);
    add(pieces, " GROUP BY @", ", ", groupBy);
    add(pieces, " HAVING @", "", having == null ? List.of() : List.of(having));
    add(pieces, " ORDER BY @", ", ", orderBy);
    if (limit != null) {
      pieces.add(limit.sql());
    }
    return Fragment.join("", pieces);
  }

  private static void add(
      List<Fragment> pieces, String clause, String separator, List<Fragment> parts) {
    if (!parts.isEmpty()) {
      pieces.add(Fragment.of(clause, Fragment.join(separator, parts)));
    }
  }

  private boolean anyRowsWillDo() {
    return limit != null && order == 0;
  }

  @Override
  public Fragment reference() {
    return anyRowsWillDo() ? limited(null).text() : text();
  }

  @Override
  public Check check() {
    return new Check(order, anyRowsWillDo() ? limit.part() : null);
  }

  @Override
  public List<Query> smaller() {
    List<Query> smaller = new ArrayList<>();
    for (int i = 0; i < where.size(); i++) {
      List<Fragment> rest = new ArrayList<>(where);
      Fragment removed = rest.remove(i);
      smaller.add(withWhere(rest));
      for (Fragment part : removed.parts()) {
        List<Fragment> other = new ArrayList<>(where);
        other.set(i, part);
        smaller.add(withWhere(other));
      }
    }
    if (limit != null) {
      smaller.add(limited(null));
    } else if (!orderBy.isEmpty()) {
      smaller.add(sorted(List.of(), 0));
    }
    if (having != null) {
      smaller.add(grouped(groupBy, null));
    }
    smaller.addAll(narrower());
    return smaller;
  }

  /** Fewer columns; where the rows' order or their number hangs on them, they stay. */
  private List<Query> narrower() {
    List<Query> narrower = new ArrayList<>();
    boolean free = prefix.equals(SELECT) && (order == 0 || order == Check.WHOLE_ROWS);
    for (int i = 0; free && items.size() > 1 && i < items.size(); i++) {
      List<Term> rest = new ArrayList<>(items);
      rest.remove(i);
      narrower.add(withItems(rest));
    }
    return narrower;
  }
}
