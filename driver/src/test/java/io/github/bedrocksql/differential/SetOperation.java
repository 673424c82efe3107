package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * Two SELECTs in one.
 *
 * @param orderBy in ordinals; empty for no order
 * @param limit null for none, and where there is no order
 */
record SetOperation(
    Query left, String operator, Query right, ImmutableList<Fragment> orderBy, Limit limit)
    implements Sql {
  @Override
  public Fragment text() {
    Fragment both = Fragment.of("@" + operator + "@", left.text(), right.text());
    Fragment sorted =
        orderBy.isEmpty() ? both : Fragment.of("@ ORDER BY @", both, Fragment.join(", ", orderBy));
    return limit == null ? sorted : Fragment.join("", ImmutableList.of(sorted, limit.sql()));
  }

  @Override
  public Fragment reference() {
    return text();
  }

  @Override
  public Check check() {
    return orderBy.isEmpty() ? Check.ROWS : Check.LIST;
  }

  @Override
  public List<Sql> smaller() {
    List<Sql> smaller = new ArrayList<>();
    smaller.add(left);
    smaller.add(right);
    for (Query less : left.smaller()) {
      if (less.items().size() == left.items().size()) {
        smaller.add(new SetOperation(less, operator, right, orderBy, limit));
      }
    }
    for (Query less : right.smaller()) {
      if (less.items().size() == right.items().size()) {
        smaller.add(new SetOperation(left, operator, less, orderBy, limit));
      }
    }
    if (limit != null || !orderBy.isEmpty()) {
      smaller.add(new SetOperation(left, operator, right, ImmutableList.of(), null));
    }
    return smaller;
  }
}
